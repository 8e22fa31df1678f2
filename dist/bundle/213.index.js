"use strict";
exports.id = 213;
exports.ids = [213];
exports.modules = {

/***/ 82416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fmt: () => (/* binding */ fmt)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(74127);
// EXTERNAL MODULE: ./build/language/hcl/format.js + 1 modules
var format = __webpack_require__(81379);
// EXTERNAL MODULE: ./build/language/hcl/index.js + 19 modules
var hcl = __webpack_require__(9109);
// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
;// CONCATENATED MODULE: ./build/lib/aligned-diff.js
const CONTEXT = 3;
function alignedDiff(before, after, name) {
    if (before === after)
        return '';
    const lines = paired(linesOf(before), linesOf(after));
    return `--- old/${name}\n+++ new/${name}\n${hunks(lines)
        .map(([from, to]) => hunk(lines.slice(from, to), from))
        .join('')}`;
}
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
function paired(before, after) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
        before: before[i] ?? '',
        after: after[i] ?? '',
    }));
}
function hunks(lines) {
    const found = [];
    for (const [i, { before, after }] of lines.entries()) {
        if (before === after)
            continue;
        const last = found.at(-1);
        const [from, to] = [Math.max(0, i - CONTEXT), Math.min(lines.length, i + CONTEXT + 1)];
        if (last && from <= last[1])
            last[1] = to;
        else
            found.push([from, to]);
    }
    return found;
}
function hunk(lines, offset) {
    let text = `@@ -${range(offset, lines, 'before')} +${range(offset, lines, 'after')} @@\n`;
    for (let i = 0; i < lines.length;) {
        const same = lines[i].before === lines[i].after;
        const end = lines.findIndex((line, at) => at > i && (line.before === line.after) !== same);
        const run = lines.slice(i, end < 0 ? lines.length : end);
        if (same)
            text += run.map(({ before }) => marked(' ', before)).join('');
        else
            text += run.map(({ before }) => marked('-', before)).join('') + run.map(({ after }) => marked('+', after)).join('');
        i += run.length;
    }
    return text;
}
function range(offset, lines, side) {
    const count = lines.filter(line => line[side] !== '').length;
    const start = count === 0 ? offset : offset + 1;
    return count === 1 ? String(start) : `${start},${count}`;
}
const marked = (mark, line) => {
    if (line === '')
        return '';
    return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
};

// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(68145);
// EXTERNAL MODULE: ./build/lib/read-all.js
var read_all = __webpack_require__(24685);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(81206);
;// CONCATENATED MODULE: ./build/cli/fmt-files.js




const KINDS = /\.(?:pkr|pkrvars|ingot)\.hcl$/;
const PASSED_OVER = /^\.|~$|^#.*#$/;
async function filesToFormat(path, recursive) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (!found)
        throw new failure/* Failure */.H('invalid', `There is no file or folder "${path}"`);
    if (found.isDirectory())
        return inFolder(path, recursive);
    if (KINDS.test(path))
        return [path];
    throw new failure/* Failure */.H('invalid', `"${path}" is no HCL2 file of a template`, {
        advice: 'Formatted is what ends in .pkr.hcl, .pkrvars.hcl or .ingot.hcl; JSON stays as it is.',
    });
}
async function inFolder(folder, recursive) {
    const names = (await (0,promises_.readdir)(folder)).filter(name => !PASSED_OVER.test(name)).sort(utf8/* compareUtf8 */.zq);
    const found = await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(folder, name);
        const isFile = KINDS.test(name);
        if (!isFile && !recursive)
            return [];
        const entry = await (0,promises_.stat)(path).catch(() => undefined);
        if (entry?.isDirectory())
            return recursive ? inFolder(path, recursive) : [];
        return isFile && entry?.isFile() ? [path] : [];
    }));
    return found.flat();
}

// EXTERNAL MODULE: ./build/cli/print-error.js
var print_error = __webpack_require__(73362);
;// CONCATENATED MODULE: ./build/cli/commands/fmt.js













const fmt_flags = {
    check: (0,flags/* toggle */.L$)('Change nothing; exit status 3 when something is not formatted.'),
    diff: (0,flags/* toggle */.L$)('Print what changes, as a unified diff.'),
    write: (0,flags/* toggle */.L$)('Change the files. Not with -check.', true),
    recursive: (0,flags/* toggle */.L$)('Folders inside of folders too.'),
};
const UNFORMATTED = 3;
const fmt = (0,command/* verb */.w3)({
    usage: 'fmt [flags] PATH…',
    summary: 'Lays out HCL2 files (.pkr.hcl, .pkrvars.hcl, .ingot.hcl) in the usual way; prints the names of those that it changes.',
    flags: fmt_flags,
    run: async ({ rest, flags: wishes }, io) => {
        if (rest.length === 0)
            throw new failure/* Failure */.H('invalid', 'No file or folder was named', { advice: '`.` is this folder, `-` is standard input.' });
        const outcomes = [];
        for (const path of new Set(rest)) {
            if (path === '-')
                outcomes.push(await standardInput(wishes, io));
            else
                for (const file of await filesToFormat(path, wishes.recursive))
                    outcomes.push(await oneFile(file, wishes, io));
        }
        io.document?.set('changed', outcomes.flatMap(({ file, changed }) => (changed ? [file] : [])));
        if (outcomes.some(({ failed }) => failed))
            return 2;
        return wishes.check && outcomes.some(({ changed }) => changed) ? UNFORMATTED : 0;
    },
});
async function oneFile(file, wishes, io) {
    const bytes = await (0,promises_.readFile)(file);
    const { before, after } = formatted(bytes, file, io);
    if (after === undefined)
        return { file, changed: false, failed: true };
    const changed = after !== before;
    if (!changed)
        return { file, changed, failed: false };
    if (!io.document)
        io.stdout.write(`${file}\n${wishes.diff ? alignedDiff(before, after, file) : ''}`);
    if (wishes.write && !wishes.check)
        await replace(file, after);
    return { file, changed, failed: false };
}
async function replace(file, text) {
    const target = await (0,promises_.realpath)(file);
    await (0,atomic_file/* writeAtomically */.v)(target, text, (await (0,promises_.stat)(target)).mode & 0o7777);
}
async function standardInput(wishes, io) {
    const file = '<stdin>';
    const { before, after } = formatted(await (0,read_all/* readAll */.y)(io.stdin), file, io);
    if (after === undefined)
        return { file, changed: false, failed: true };
    io.document?.set('formatted', after);
    if (io.document)
        return { file, changed: after !== before, failed: false };
    if (wishes.diff)
        io.stdout.write(alignedDiff(before, after, file));
    else if (!wishes.check)
        io.stdout.write(after);
    return { file, changed: after !== before, failed: false };
}
function formatted(bytes, file, io) {
    const { text } = (0,source_text/* decodeSource */.E4)(bytes, file);
    const { diagnostics } = (0,hcl/* parseFile */.CJ)(bytes, file);
    if ((0,diagnostic/* hasErrors */.C)(diagnostics)) {
        (0,print_error/* printDiagnostics */.a)(errorsOf(diagnostics), io, { sources: new Map([[file, text]]) });
        return { before: text, after: undefined };
    }
    return { before: Buffer.from(bytes).toString(), after: (0,format/* formatSource */.j)(text) };
}
const errorsOf = (diagnostics) => diagnostics.filter(({ severity }) => severity === 'error');


/***/ }),

/***/ 81379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ formatSource)
});

// EXTERNAL MODULE: ./build/language/graphemes.js
var graphemes = __webpack_require__(45576);
// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
// EXTERNAL MODULE: ./build/language/hcl/scanner.js + 3 modules
var scanner = __webpack_require__(95902);
;// CONCATENATED MODULE: ./build/language/hcl/spacing.js
const NEVER_BEFORE = new Set([
    ...[',', '.', '...', '::', 'newline'],
    ...['literal', 'closeQuote', 'closeHeredoc', 'interpolation', 'directive'],
]);
const NEVER_BEHIND = new Set([
    ...['(', '[', '.', '::', '!'],
    ...['sequenceEnd', 'literal', 'openQuote', 'openHeredoc'],
]);
const BEFORE_SIGN = new Set([
    ...['(', '[', '{', ',', '=', ':', '?', '!'],
    ...['+', '-', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=', '&&', '||'],
]);
const INDEXED = new Set(['identifier', 'number', ')', ']', '}']);
function wantsSpace(beforeBefore, before, after) {
    if (after.kind === 'sequenceEnd')
        return before.kind === '}';
    if (beforeBefore?.kind === 'number' && before.kind === '.' && after.kind === 'number')
        return true;
    if (NEVER_BEFORE.has(after.kind) || NEVER_BEHIND.has(before.kind))
        return false;
    if (before.kind === 'interpolation' || before.kind === 'directive')
        return after.kind === '{';
    if (before.kind === ',')
        return true;
    if (after.kind === ')' || after.kind === ']')
        return false;
    if (before.kind === '{' && after.kind === '}')
        return false;
    if (before.kind === '-' && (!beforeBefore || BEFORE_SIGN.has(beforeBefore.kind)))
        return false;
    if (after.kind === '(')
        return before.kind !== 'identifier';
    return after.kind !== '[' || !INDEXED.has(before.kind) || (before.text === 'in' && beforeBefore?.kind === 'identifier');
}

;// CONCATENATED MODULE: ./build/language/hcl/format.js




function formatSource(text) {
    const tokens = (0,scanner/* scan */.SQ)(text, '', source_text/* START */.d3);
    const lines = toLines(tokens);
    for (const line of lines)
        setSpaces(line);
    indent(lines);
    align(lines, assignmentIn);
    align(lines, commentIn);
    const [last, end] = tokens.length > 1 ? tokens.slice(-2) : [undefined, tokens[0]];
    const laidOut = lines.map(line => line.map(({ token, spaces }) => ' '.repeat(spaces) + token.text).join(''));
    return laidOut.join('') + ' '.repeat(end.from - (last?.to ?? 0));
}
function toLines(tokens) {
    const lines = [[]];
    for (const token of tokens) {
        if (token.kind === 'endOfFile')
            continue;
        lines[lines.length - 1].push({ token, spaces: 0 });
        if (token.kind === 'newline')
            lines.push([]);
    }
    return lines;
}
function setSpaces(line) {
    for (let i = 1; i < line.length; i++) {
        const [beforeBefore, before, word] = [line[i - 2]?.token, line[i - 1].token, line[i]];
        word.spaces = wantsSpace(beforeBefore, before, word.token) ? 1 : 0;
    }
}
const OPENERS = ['{', '[', '(', 'interpolation', 'directive'];
const CLOSERS = ['}', ']', ')', 'sequenceEnd'];
function netBrackets(words) {
    let net = 0;
    for (const { token } of words) {
        if (OPENERS.includes(token.kind))
            net++;
        else if (CLOSERS.includes(token.kind))
            net--;
    }
    return net;
}
function netIndentation(line) {
    const heredoc = line.findIndex(({ token }) => token.kind === 'openHeredoc');
    return netBrackets(heredoc < 0 ? line : line.slice(0, heredoc));
}
function indent(lines) {
    const open = [];
    for (const line of lines) {
        const net = netIndentation(line);
        for (let closed = -net; closed > 0 && open.length > 0;) {
            const innermost = open.pop();
            if (closed < innermost)
                open.push(innermost - closed);
            closed -= innermost;
        }
        const [first] = line;
        if (first && first.token.kind !== 'newline')
            first.spaces = 2 * open.length;
        if (net > 0)
            open.push(net);
    }
}
function assignmentIn(line) {
    const i = line.findIndex(({ token }) => token.kind === '=');
    return i > 0 && netBrackets(line.slice(i)) === 0 ? i : undefined;
}
function commentIn(line) {
    const breaks = line[line.length - 1]?.token.kind === 'newline';
    const last = line.length - (breaks ? 2 : 1);
    const token = line[last]?.token;
    return last > 0 && token?.kind === 'comment' && !(breaks && token.text.startsWith('/*')) ? last : undefined;
}
function align(lines, find) {
    let run = [];
    const close = () => {
        const widest = Math.max(0, ...run.map(each => each.width));
        for (const each of run)
            each.word.spaces = widest - each.width + 1;
        run = [];
    };
    for (const line of lines) {
        const i = find(line);
        if (i === undefined)
            close();
        else
            run.push({ word: line[i], width: widthOf(line.slice(0, i)) });
    }
    close();
}
const widthOf = (words) => words.reduce((sum, { token, spaces }) => sum + spaces + (0,graphemes/* countGraphemes */.O)(token.text), 0);


/***/ }),

/***/ 95084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ roundDecimal),
/* harmony export */   p: () => (/* binding */ BigFloat)
/* harmony export */ });
const TEXT_PRECISION = 512;
const INTEGER_PRECISION = 64;
const DOUBLE_PRECISION = 53;
const LONGEST_EXPONENT = 50_000;
const LARGEST_POWER = 200_000;
class BigFloat {
    constructor(neg, mant, exp, prec) {
        this.neg = neg;
        this.mant = mant;
        this.exp = exp;
        this.prec = prec;
    }
    static parse(text) {
        if (/^\d{1,15}$/.test(text))
            return BigFloat.rounded(false, BigInt(text), 0, TEXT_PRECISION);
        const infinite = /^([+-]?)[iI]nf$/.exec(text);
        if (infinite)
            return new BigFloat(infinite[1] === '-', 1n, Number.POSITIVE_INFINITY, TEXT_PRECISION);
        const parts = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:([eEpP])([+-]?\d+))?$/.exec(text);
        if (!parts)
            return undefined;
        const [, sign, whole = '', fraction = parts[4] ?? '', , marker, exponent = '0'] = parts;
        const binary = marker === 'p' || marker === 'P';
        const decimals = (binary ? 0 : Number(exponent)) - fraction.length;
        if (Math.abs(Number(exponent)) > LONGEST_EXPONENT)
            return undefined;
        const digits = BigInt(whole + fraction);
        const power = 5n ** BigInt(Math.abs(decimals));
        const exp = decimals + (binary ? Number(exponent) : 0);
        const neg = sign === '-';
        if (decimals >= 0)
            return BigFloat.rounded(neg, digits * power, exp, TEXT_PRECISION);
        return BigFloat.quotient(neg, digits, power, exp, TEXT_PRECISION);
    }
    static fromText(text) {
        const number = BigFloat.parse(text);
        if (!number)
            throw new RangeError(`"${text}" is not a number`);
        return number;
    }
    static fromInteger(n) {
        const mant = BigInt(n);
        const size = mant < 0n ? -mant : mant;
        return BigFloat.rounded(mant < 0n, size, 0, Math.max(INTEGER_PRECISION, bitLength(size)));
    }
    static fromDouble(n) {
        if (Number.isNaN(n))
            throw new RangeError('the result is not a number');
        const neg = n < 0 || Object.is(n, -0);
        if (!Number.isFinite(n))
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, DOUBLE_PRECISION);
        const bits = new DataView(new ArrayBuffer(8));
        bits.setFloat64(0, n);
        const raw = bits.getBigUint64(0);
        const biased = Number((raw >> 52n) & 0x7ffn);
        const fraction = raw & 0xfffffffffffffn;
        const mant = biased === 0 ? fraction : fraction | (1n << 52n);
        return BigFloat.rounded(neg, mant, Math.max(biased, 1) - 1075, DOUBLE_PRECISION);
    }
    get isInfinite() {
        return this.exp === Number.POSITIVE_INFINITY;
    }
    get isInteger() {
        return this.exp >= 0 && !this.isInfinite;
    }
    get sign() {
        return this.mant === 0n ? 0 : this.neg ? -1 : 1;
    }
    add(other) {
        const prec = Math.max(this.prec, other.prec);
        if (this.isInfinite || other.isInfinite) {
            if (this.isInfinite && other.isInfinite && this.neg !== other.neg)
                throw new RangeError("can't subtract infinity from itself");
            return (this.isInfinite ? this : other).withPrecision(prec);
        }
        if (this.mant === 0n && other.mant === 0n)
            return new BigFloat(this.neg && other.neg, 0n, 0, prec);
        const exp = Math.min(this.exp, other.exp);
        const sum = this.scaled(exp) + other.scaled(exp);
        return BigFloat.rounded(sum < 0n, sum < 0n ? -sum : sum, exp, prec);
    }
    subtract(other) {
        return this.add(other.negate());
    }
    multiply(other) {
        const neg = this.neg !== other.neg;
        const prec = Math.max(this.prec, other.prec);
        if (this.isInfinite || other.isInfinite) {
            if (this.mant === 0n || other.mant === 0n)
                throw new RangeError("can't multiply zero by infinity");
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec);
        }
        const product = BigFloat.rounded(neg, this.mant * other.mant, this.exp + other.exp, TEXT_PRECISION);
        return new BigFloat(neg, product.mant, product.exp, Math.max(prec, bitLength(product.mant)));
    }
    divide(other) {
        const neg = this.neg !== other.neg;
        const prec = Math.max(this.prec, other.prec);
        const undefinedResult = other.isInfinite ? this.isInfinite : this.mant === 0n && other.mant === 0n;
        if (undefinedResult)
            throw new RangeError("can't divide zero by zero or infinity by infinity");
        if (this.isInfinite || other.mant === 0n)
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec);
        if (other.isInfinite)
            return new BigFloat(neg, 0n, 0, prec);
        return BigFloat.quotient(neg, this.mant, other.mant, this.exp - other.exp, prec);
    }
    modulo(other) {
        if (other.isInfinite)
            throw new RangeError("can't use modulo with infinity");
        if (this.isInfinite || other.mant === 0n)
            return this;
        const times = BigFloat.fromInteger(this.divide(other).toInteger()).withPrecision(this.prec);
        const taken = BigFloat.rounded(times.neg !== other.neg, times.mant * other.mant, times.exp + other.exp, this.prec);
        return this.subtract(taken).withPrecision(this.prec);
    }
    negate() {
        return new BigFloat(!this.neg, this.mant, this.exp, this.prec);
    }
    absolute() {
        return this.neg ? this.negate() : this;
    }
    withPrecision(prec) {
        return this.isInfinite ? new BigFloat(this.neg, 1n, this.exp, prec) : BigFloat.rounded(this.neg, this.mant, this.exp, prec);
    }
    compare(other) {
        if (this.sign !== other.sign)
            return this.sign - other.sign;
        if (this.isInfinite || other.isInfinite)
            return this.isInfinite === other.isInfinite ? 0 : this.isInfinite ? this.sign : -this.sign;
        const exp = Math.min(this.exp, other.exp);
        const difference = this.scaled(exp) - other.scaled(exp);
        return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }
    equals(other) {
        if (this.sign !== other.sign)
            return false;
        return this.sign === 0 || (this.mant === other.mant && this.exp === other.exp) || this.toText() === other.toText();
    }
    toInteger() {
        if (this.isInfinite)
            throw new RangeError('infinity is no integer');
        const size = this.exp >= 0 ? this.mant << BigInt(this.exp) : this.mant >> BigInt(-this.exp);
        return this.neg ? -size : size;
    }
    toDouble() {
        if (this.isInfinite)
            return this.neg ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
        const size = Number(this.toText().replace('-', ''));
        return this.neg ? -size : size;
    }
    toText() {
        const sign = this.neg ? '-' : '';
        if (this.isInfinite)
            return this.neg ? '-Inf' : '+Inf';
        if (this.isInteger && bitLength(this.mant) + this.exp <= this.prec)
            return sign + (this.mant << BigInt(this.exp)).toString();
        const { digits, point } = shortest(this.mant, this.exp, this.prec);
        if (point >= digits.length)
            return sign + digits.padEnd(point, '0');
        if (point > 0)
            return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
        return `${sign}0.${'0'.repeat(-point)}${digits}`;
    }
    exactDecimal() {
        const size = this.exp >= 0 ? this.mant << BigInt(this.exp) : this.mant * 5n ** BigInt(-this.exp);
        const all = this.mant === 0n ? '' : size.toString();
        return { digits: all.replace(/0+$/, ''), point: all.length + (this.mant === 0n ? 0 : Math.min(this.exp, 0)) };
    }
    shortestDecimal() {
        return this.mant === 0n ? { digits: '', point: 0 } : shortest(this.mant, this.exp, this.prec);
    }
    scaled(exp) {
        const size = this.mant << BigInt(this.exp - exp);
        return this.neg ? -size : size;
    }
    static rounded(neg, mant, exp, prec) {
        if (mant === 0n)
            return new BigFloat(neg, 0n, 0, prec);
        const surplus = bitLength(mant) - prec;
        if (surplus <= 0)
            return BigFloat.odd(neg, mant, exp, prec);
        const shift = BigInt(surplus);
        const kept = mant >> shift;
        const rest = mant - (kept << shift);
        const half = 1n << (shift - 1n);
        const up = rest > half || (rest === half && (kept & 1n) === 1n);
        return BigFloat.odd(neg, up ? kept + 1n : kept, exp + surplus, prec);
    }
    static odd(neg, mant, exp, prec) {
        const zeros = bitLength(mant & -mant) - 1;
        if (exp + zeros > LARGEST_POWER)
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec);
        if (exp + zeros < -LARGEST_POWER)
            return new BigFloat(neg, 0n, 0, prec);
        return new BigFloat(neg, mant >> BigInt(zeros), exp + zeros, prec);
    }
    static quotient(neg, dividend, divisor, exp, prec) {
        const shift = Math.max(0, prec + 2 + bitLength(divisor) - bitLength(dividend));
        const scaled = dividend << BigInt(shift);
        const whole = scaled / divisor;
        const sticky = whole * divisor === scaled ? 0n : 1n;
        return BigFloat.rounded(neg, (whole << 1n) | sticky, exp - shift - 1, prec);
    }
}
function bitLength(n) {
    if (n <= 0xffffffffn)
        return 32 - Math.clz32(Number(n));
    const hex = n.toString(16);
    return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0], 16)) - 28);
}
function shortest(mant, exp, prec) {
    const shift = prec + 1 - bitLength(mant);
    const doubled = mant << BigInt(shift);
    const scale = exp - shift;
    const decimal = (n) => (scale >= 0 ? n << BigInt(scale) : n * 5n ** BigInt(-scale)).toString();
    const high = decimal(doubled + 1n);
    const exact = decimal(doubled).padStart(high.length, '0');
    const low = decimal(doubled - 1n).padStart(high.length, '0');
    const inclusive = (doubled & 2n) === 0n;
    const lowEnd = low.replace(/0+$/, '').length;
    const highEnd = high.replace(/0+$/, '').length;
    const trimmed = (digits, point) => {
        const zeros = /^0*/.exec(digits)[0].length;
        return { digits: digits.slice(zeros).replace(/0+$/, ''), point: point - zeros + Math.min(scale, 0) };
    };
    for (let i = 0; i < exact.length; i++) {
        const digit = exact.charCodeAt(i);
        const down = low.charCodeAt(i) !== digit || (inclusive && i + 1 === lowEnd);
        const up = high.charCodeAt(i) !== digit && (inclusive || digit + 1 < high.charCodeAt(i) || i + 1 < highEnd);
        if (!down && !up)
            continue;
        const kept = exact.slice(0, i + 1);
        const digits = up && !(down && !roundsToUpper(exact, i + 1)) ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept;
        return trimmed(digits, exact.length + digits.length - kept.length);
    }
    return trimmed(exact, exact.length);
}
function roundDecimal({ digits, point }, count) {
    if (count >= digits.length)
        return { digits, point };
    if (count < 0)
        return { digits: '', point: 0 };
    const kept = `0${digits.slice(0, count)}`;
    const rounded = roundsToUpper(`0${digits}`, count + 1) ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept;
    const carried = rounded[0] === '1';
    const all = (carried ? rounded : rounded.slice(1)).replace(/0+$/, '');
    return { digits: all, point: all === '' ? 0 : point + (carried ? 1 : 0) };
}
function roundsToUpper(digits, at) {
    const rest = digits.slice(at);
    if (/^50*$/.test(rest))
        return (digits.charCodeAt(at - 1) & 1) === 1;
    return rest !== '' && rest[0] >= '5';
}


/***/ }),

/***/ 7181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   An: () => (/* binding */ STRING),
/* harmony export */   Fh: () => (/* binding */ withoutOptional),
/* harmony export */   HX: () => (/* binding */ BOOL),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cF: () => (/* binding */ tupleOf),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   u5: () => (/* binding */ DYNAMIC),
/* harmony export */   uk: () => (/* binding */ NUMBER)
/* harmony export */ });
const STRING = { kind: 'string' };
const NUMBER = { kind: 'number' };
const BOOL = { kind: 'bool' };
const DYNAMIC = { kind: 'dynamic' };
const listOf = (element) => ({ kind: 'list', element });
const setOf = (element) => ({ kind: 'set', element });
const mapOf = (element) => ({ kind: 'map', element });
const tupleOf = (elements) => ({ kind: 'tuple', elements });
const objectOf = (attributes, optional) => ({
    kind: 'object',
    attributes,
    optional,
});
function withoutOptional(type) {
    if ('element' in type)
        return { kind: type.kind, element: withoutOptional(type.element) };
    if (type.kind === 'tuple')
        return tupleOf(type.elements.map(withoutOptional));
    if (type.kind === 'object')
        return objectOf(new Map([...type.attributes].map(([name, each]) => [name, withoutOptional(each)])));
    return type;
}


/***/ }),

/***/ 81206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ isAscii),
/* harmony export */   aX: () => (/* binding */ nfc),
/* harmony export */   zq: () => (/* binding */ compareUtf8)
/* harmony export */ });
const ASCII = /^[\0-\x7f]*$/;
const isAscii = (text) => ASCII.test(text);
const nfc = (text) => (isAscii(text) ? text : text.normalize('NFC'));
function compareUtf8(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const xSurrogate = x >= 0xd800 && x <= 0xdfff;
        const ySurrogate = y >= 0xd800 && y <= 0xdfff;
        return xSurrogate === ySurrogate ? x - y : xSurrogate ? 1 : -1;
    }
    return a.length - b.length;
}


/***/ }),

/***/ 68145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ syncFolder),
/* harmony export */   v: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



async function writeAtomically(path, text, mode = 0o644) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`);
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(beside, 'wx', mode);
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true });
        throw error;
    }
    await syncFolder(folder);
}
async function syncFolder(path) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await folder.sync();
    }
    catch {
    }
    finally {
        await folder.close();
    }
}


/***/ }),

/***/ 24685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}


/***/ })

};
;