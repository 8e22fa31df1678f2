"use strict";
exports.id = 743;
exports.ids = [743];
exports.modules = {

/***/ 4145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/**
 * Takes secrets out of texts, in the one place that every event passes. A secret is also known by the forms in which tools
 * print it again: single lines of it, JSON, shell and URL escapes, and base64 at any offset.
 */
const MASK = '<sensitive>';
/** Shorter lines of a longer secret, and shorter pieces of base64, occur by themselves: `}` is in every JSON. */
const SHORTEST_LINE = 4;
const SHORTEST_BASE64 = 8;
class Redactor {
    forms = new Set();
    pattern;
    constructor(secrets = []) {
        this.add(...secrets);
    }
    add(...secrets) {
        for (const secret of secrets)
            if (secret?.trim())
                for (const form of formsOf(secret))
                    this.forms.add(form);
        this.pattern = undefined;
    }
    text(text) {
        return this.forms.size === 0 ? text : text.replace(this.search(), MASK);
    }
    /** How much of a text that goes on elsewhere can be judged now: no secret that is in it, or begins in it, crosses this point. */
    wholeUntil(text) {
        if (this.forms.size === 0)
            return text.length;
        const longest = Math.max(...[...this.forms].map(form => form.length));
        let end = Math.max(0, text.length - longest + 1);
        for (const match of text.matchAll(this.search())) {
            const after = match.index + match[0].length;
            if (match.index < end && after > end)
                end = after;
        }
        return end;
    }
    /** Longest first: a form that contains another one must win over it. */
    search() {
        this.pattern ??= new RegExp([...this.forms]
            .sort((a, b) => b.length - a.length)
            .map(literally)
            .join('|'), 'g');
        return this.pattern;
    }
    /** A copy in which every text is redacted; `spare` names properties whose values stay as they are. Keys are never touched. */
    deep(value, spare = NOTHING) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map(element => this.deep(element, spare));
        if (value === null || typeof value !== 'object')
            return value;
        const entries = Object.entries(value).map(([key, inner]) => [key, spare.has(key) ? inner : this.deep(inner, spare)]);
        return Object.fromEntries(entries);
    }
}
const NOTHING = new Set();
function* formsOf(secret) {
    const lines = secret.split(/\r?\n/).map(line => line.trim());
    for (const text of new Set([secret, secret.trim(), ...lines.filter(line => line.length >= SHORTEST_LINE)])) {
        yield text;
        yield JSON.stringify(text).slice(1, -1);
        yield JSON.stringify(text)
            .slice(1, -1)
            .replace(/[<>&]/g, c => `\\u00${c.charCodeAt(0).toString(16)}`);
        yield text.replaceAll("'", `'"'"'`);
        yield text.replaceAll("'", `'\\''`);
        yield text.replace(/["\\$`]/g, '\\$&');
        yield* urlForms(text);
        yield* base64Forms(text);
    }
}
function* urlForms(text) {
    // encodeURIComponent throws on half a surrogate pair, which has no UTF-8; the way through bytes replaces it.
    const wellFormed = Buffer.from(text).toString();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    for (const encoded of new Set([component, strict, encodeURI(wellFormed)]))
        for (const spaced of new Set([encoded, encoded.replaceAll('%20', '+')])) {
            yield spaced;
            yield spaced.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase());
        }
}
/** Inside a longer text base64 depends on where the secret begins, modulo 3; what its neighbours take part in is left out. */
function* base64Forms(text) {
    const bytes = Buffer.from(text);
    for (const offset of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const begin = offset === 0 ? 0 : offset + 1;
        const end = Math.floor(((bytes.length + offset) * 8) / 6);
        const certain = encoded.slice(begin, end);
        if (certain.length < SHORTEST_BASE64)
            continue;
        yield certain;
        yield certain.replaceAll('+', '-').replaceAll('/', '_');
    }
}
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');


/***/ }),

/***/ 9635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ interpolate)
});

// UNUSED EXPORTS: interpolationFunctions

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(1206);
;// CONCATENATED MODULE: ./build/language/gotemplate/literals.js
/** Go's constants. An integer is a number, or a bigint where a number would not hold it; a float is marked as such. */
/** A number that Go types as float64 although it may be whole: `1.0` in a template. */
class GoFloat {
    value;
    constructor(value) {
        this.value = value;
    }
}
/** Numbers and characters; undefined when it is none. */
function constant(text) {
    if (text.startsWith("'")) {
        const character = unquote(`"${text.slice(1, -1).replace(/^\\'$/, "'").replace(/^"$/, '\\"')}"`);
        return character !== undefined && [...character].length === 1 ? character.codePointAt(0) : undefined;
    }
    const digits = text.replaceAll('_', '');
    const [, sign, body] = /^([+-]?)(.*)$/.exec(digits);
    const negative = sign === '-';
    if (/^0[xXbBoO]/.test(body))
        return integer(BigInt(body.toLowerCase()), negative);
    if (/^0\d+$/.test(body))
        return /^[0-7]+$/.test(body) ? integer(BigInt(`0o${body}`), negative) : undefined;
    if (/^\d+$/.test(body))
        return integer(BigInt(body), negative);
    const float = Number(digits);
    return Number.isFinite(float) ? new GoFloat(float) : undefined;
}
/** Undefined beyond 64 bits. */
function integer(size, negative) {
    const n = negative ? -size : size;
    if (BigInt.asIntN(64, n) !== n)
        return undefined;
    return n >= BigInt(Number.MIN_SAFE_INTEGER) && n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(n) : n;
}
// biome-ignore format: a table
const simple = {
    a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"',
};
/** A string in double quotes with Go's escapes; undefined when one is wrong. Bytes beyond ASCII must form UTF-8. */
function unquote(literal) {
    const body = literal.slice(1, -1);
    const bytes = [];
    const piece = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([abfnrtv\\"]))|([^\\]+)/gy;
    let at = 0;
    for (let found = piece.exec(body); found; found = piece.exec(body)) {
        const [, hex, short, long, octal, special, plain] = found;
        const code = Number.parseInt(short ?? long ?? '0', 16);
        if (code > 0x10ffff)
            return undefined;
        if (hex ?? octal)
            bytes.push(Buffer.from([Number.parseInt((hex ?? octal), hex ? 16 : 8)]));
        else
            bytes.push(Buffer.from(plain ?? (special ? simple[special] : String.fromCodePoint(code))));
        at = piece.lastIndex;
    }
    return at === body.length ? Buffer.concat(bytes).toString() : undefined;
}
/** Text as Go's %q and its messages show it; `ascii` as %+q does. */
function quote(text, ascii = false) {
    const short = Object.fromEntries(Object.entries(simple).map(([name, character]) => [character, name]));
    return `"${Array.from(text, character => {
        if (character === "'")
            return character;
        if (short[character])
            return `\\${short[character]}`;
        if ((ascii ? /[ -~]/ : /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u).test(character))
            return character;
        const code = character.codePointAt(0);
        const hex = code.toString(16);
        return code < 0x80
            ? `\\x${hex.padStart(2, '0')}`
            : code <= 0xffff
                ? `\\u${hex.padStart(4, '0')}`
                : `\\U${hex.padStart(8, '0')}`;
    }).join('')}"`;
}

;// CONCATENATED MODULE: ./build/language/gotemplate/data.js
/** Plain JavaScript data seen as Go values: integers are int, other numbers float64, objects and Maps are maps, arrays slices. */


/** A function whose arguments Go would check before the call: their number and their types. */
const typed = (kinds, fn) => Object.assign(fn, { kinds });
function kindOf(value) {
    if (value === null || value === undefined)
        return 'nil';
    if (value instanceof GoFloat)
        return 'float64';
    switch (typeof value) {
        case 'boolean':
            return 'bool';
        case 'number':
            return Number.isInteger(value) ? 'int' : 'float64';
        case 'bigint':
            return 'int';
        case 'string':
            return 'string';
        case 'function':
            return 'func';
        default:
            return Array.isArray(value) ? 'slice' : 'map';
    }
}
const names = {
    nil: '<nil>',
    slice: '[]interface {}',
    map: 'map[string]interface {}',
    func: 'func()',
};
const typeName = (value) => names[kindOf(value)] ?? kindOf(value);
const floatOf = (value) => (value instanceof GoFloat ? value.value : Number(value));
/** Entries of a map, keys in the order in which Go ranges over them. */
function entriesOf(map) {
    const entries = map instanceof Map ? [...map] : Object.entries(map);
    return entries.sort(([a], [b]) => (typeof a === 'string' && typeof b === 'string' ? (0,utf8/* compareUtf8 */.z)(a, b) : Number(a) - Number(b)));
}
/** What stands under the key; `found` is false when nothing does. */
function lookUp(map, key) {
    if (map instanceof Map)
        return { found: map.has(key), value: map.get(key) };
    const found = Object.hasOwn(map, String(key));
    return { found, value: found ? map[String(key)] : undefined };
}
/** Everything is true but false, zero, nil and what is empty. */
function isTrue(value) {
    switch (kindOf(value)) {
        case 'nil':
            return false;
        case 'int':
        case 'float64':
            return floatOf(value) !== 0;
        case 'slice':
            return value.length > 0;
        case 'map':
            return entriesOf(value).length > 0;
        case 'func':
            return true;
        default:
            return Boolean(value);
    }
}

// EXTERNAL MODULE: ./build/language/printf.js
var printf = __webpack_require__(5027);
// EXTERNAL MODULE: ./build/language/values/big-float.js
var big_float = __webpack_require__(5084);
;// CONCATENATED MODULE: ./build/language/gotemplate/print.js
/** Go's fmt on plain data: print, println and printf with their complaints (`%!d(string=x)`) in place of errors. */




const PLAIN = { letter: 'v', flags: '', text: '%v', offset: 0 };
/** Spaces only between operands of which neither is text. */
function sprint(args) {
    return args
        .map((arg, i) => (i > 0 && kindOf(arg) !== 'string' && kindOf(args[i - 1]) !== 'string' ? ' ' : '') + show(arg, PLAIN))
        .join('');
}
const sprintln = (args) => `${args.map(arg => show(arg, PLAIN)).join(' ')}\n`;
const verbs = /%([+\-# 0]*)(?:\[(\d+)\])?(\*|\d+)?(?:(\.)(?:\[(\d+)\])?(\*|\d+)?)?(?:\[(\d+)\])?([\s\S]|$)/gu;
function sprintf(format, args) {
    let next = 0;
    let reordered = false;
    const choose = (index) => {
        if (index === undefined)
            return;
        reordered = true;
        next = Number(index) - 1;
    };
    const size = (text) => text === '*' ? Number(args[next++]) : text === undefined ? undefined : Number(text);
    const text = format.replace(verbs, (whole, flags, widthIndex, width, point, precisionIndex, precision, index, letter) => {
        if (letter === '')
            return '%!(NOVERB)';
        choose(widthIndex);
        const given = size(width);
        choose(precisionIndex);
        const digits = point ? (size(precision) ?? 0) : undefined;
        choose(index);
        if (letter === '%')
            return '%';
        if (next < 0 || (next >= args.length && reordered))
            return `%!${letter}(BADINDEX)`;
        if (next >= args.length)
            return `%!${letter}(MISSING)`;
        const left = given !== undefined && given < 0;
        const verb = {
            letter,
            flags: left ? `${flags}-` : flags,
            width: given === undefined ? undefined : Math.abs(given),
            precision: digits,
            text: whole,
            offset: 0,
        };
        return show(args[next++], verb);
    });
    if (reordered || next >= args.length)
        return text;
    const extra = args.slice(next).map(arg => (kindOf(arg) === 'nil' ? '<nil>' : `${typeName(arg)}=${show(arg, PLAIN)}`));
    return `${text}%!(EXTRA ${extra.join(', ')})`;
}
/** One operand as its verb wants it; slices and maps apply the verb to what is in them. */
function show(value, verb, nested = false) {
    const kind = kindOf(value);
    if (verb.letter === 'T')
        return (0,printf/* pad */.eV)(typeName(value), verb);
    if (kind === 'nil')
        return verb.letter === 'v'
            ? (0,printf/* pad */.eV)(nested && !verb.flags.includes('#') ? '<nil>' : nilText(verb), verb)
            : `%!${verb.letter}(<nil>)`;
    if (kind === 'slice')
        return showSlice(value, verb);
    if (kind === 'map')
        return showMap(value, verb);
    if (verb.letter === 'v')
        return showScalar(value, verb);
    return byVerb(value, verb) ?? `%!${verb.letter}(${typeName(value)}=${show(value, PLAIN)})`;
}
const nilText = (verb) => (verb.flags.includes('#') ? 'interface {}(nil)' : '<nil>');
function showSlice(items, verb) {
    const shown = items.map(item => show(item, verb, true));
    return verb.letter === 'v' && verb.flags.includes('#') ? `[]interface {}{${shown.join(', ')}}` : `[${shown.join(' ')}]`;
}
function showMap(map, verb) {
    const shown = entriesOf(map).map(([key, value]) => `${show(key, verb)}:${show(value, verb, true)}`);
    return verb.letter === 'v' && verb.flags.includes('#') ? `${typeName(map)}{${shown.join(', ')}}` : `map[${shown.join(' ')}]`;
}
function showScalar(value, verb) {
    const letters = { string: verb.flags.includes('#') ? 'q' : 's', int: 'd', float64: 'g', bool: 't' };
    const kind = kindOf(value);
    if (kind === 'func')
        return (0,printf/* pad */.eV)('0x0', verb);
    return byVerb(value, { ...verb, letter: letters[kind], flags: verb.flags.replaceAll('#', '') });
}
/** Undefined where the verb is not one for this kind of value. */
function byVerb(value, verb) {
    switch (kindOf(value)) {
        case 'string':
            return showText(String(value), verb);
        case 'bool':
            return verb.letter === 't' ? (0,printf/* pad */.eV)(String(value), verb) : undefined;
        case 'int':
            return showInteger(BigInt(value), verb);
        case 'float64':
            return /^[eEfFgG]$/.test(verb.letter) ? showFloat(floatOf(value), verb) : undefined;
        default:
            return undefined;
    }
}
function showFloat(value, verb) {
    return Number.isNaN(value) ? (0,printf/* pad */.eV)('NaN', verb) : (0,printf/* formatFloat */.kr)(big_float/* BigFloat */.p.fromDouble(value), verb);
}
function showText(text, verb) {
    const cut = verb.precision === undefined ? text : [...text].slice(0, verb.precision).join('');
    const unpadded = { ...verb, flags: verb.flags.replaceAll('#', '') };
    if (verb.letter === 's')
        return (0,printf/* pad */.eV)(cut, unpadded);
    if (verb.letter === 'q')
        return (0,printf/* pad */.eV)(verb.flags.includes('#') && !cut.includes('`') ? `\`${cut}\`` : quote(cut, verb.flags.includes('+')), unpadded);
    if (verb.letter !== 'x' && verb.letter !== 'X')
        return undefined;
    const hex = Buffer.from(cut).toString('hex');
    const spaced = verb.flags.includes(' ') ? hex.replace(/..(?=.)/g, '$& ') : hex;
    return (0,printf/* pad */.eV)(verb.letter === 'X' ? spaced.toUpperCase() : spaced, verb);
}
function showInteger(n, verb) {
    if (/^[bdoOxX]$/.test(verb.letter))
        return (0,printf/* formatInteger */.Sm)(n, verb);
    const character = () => String.fromCodePoint(n >= 0n && n <= 0x10ffffn ? Number(n) : 0xfffd);
    if (verb.letter === 'c')
        return (0,printf/* pad */.eV)(character(), verb);
    if (verb.letter === 'q')
        return (0,printf/* pad */.eV)(`'${character()}'`, verb);
    return verb.letter === 'U' ? (0,printf/* pad */.eV)(`U+${n.toString(16).toUpperCase().padStart(4, '0')}`, verb) : undefined;
}

;// CONCATENATED MODULE: ./build/language/gotemplate/builtins.js
/** The functions that every Go template has. Mistakes are thrown as Error; the caller says where. */


/** Text of the arguments as the escaping functions take it. */
const textOf = (args) => args.length === 1 && kindOf(args[0]) === 'string' ? String(args[0]) : sprint(args);
const htmlEscapes = {
    '"': '&#34;',
    "'": '&#39;',
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '\0': '\ufffd',
};
const jsEscapes = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '<': '\\u003C',
    '>': '\\u003E',
    '&': '\\u0026',
    '=': '\\u003D',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape
const html = (...args) => textOf(args).replace(/["'&<>\u0000]/g, c => htmlEscapes[c]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape
const jsSpecial = /[\\'"<>&=\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const js = (...args) => textOf(args).replace(jsSpecial, c => jsEscapes[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
const urlquery = (...args) => encodeURIComponent(textOf(args))
    .replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
function len(item) {
    const kind = kindOf(item);
    if (kind === 'string')
        return Buffer.byteLength(String(item));
    if (kind === 'slice')
        return item.length;
    if (kind === 'map')
        return entriesOf(item).length;
    throw new Error(kind === 'nil' ? 'len of nil pointer' : `len of type ${typeName(item)}`);
}
function place(index, length) {
    if (kindOf(index) === 'nil')
        throw new Error('cannot index slice/array with nil');
    if (kindOf(index) !== 'int')
        throw new Error(`cannot index slice/array with type ${typeName(index)}`);
    if (Number(index) < 0 || Number(index) >= length)
        throw new Error(`index out of range: ${index}`);
    return Number(index);
}
function index(item, ...indexes) {
    return indexes.reduce((current, each) => {
        switch (kindOf(current)) {
            case 'slice':
                return current[place(each, current.length)];
            case 'string': {
                const bytes = Buffer.from(String(current));
                return bytes[place(each, bytes.length)];
            }
            case 'map':
                if (kindOf(each) !== 'string' && !(current instanceof Map))
                    throw new Error(`value has type ${typeName(each)}; should be string`);
                return lookUp(current, each).value;
            case 'nil':
                throw new Error('index of untyped nil');
            default:
                throw new Error(`can't index item of type ${typeName(current)}`);
        }
    }, item);
}
function slice(item, ...indexes) {
    const kind = kindOf(item);
    if (kind !== 'string' && kind !== 'slice')
        throw new Error(kind === 'nil' ? 'slice of untyped nil' : `can't slice item of type ${typeName(item)}`);
    if (indexes.length > 3)
        throw new Error(`too many slice indexes: ${indexes.length}`);
    if (kind === 'string' && indexes.length === 3)
        throw new Error('cannot 3-index slice a string');
    const all = kind === 'string' ? Buffer.from(String(item)) : item;
    const [from, to] = [place(indexes[0] ?? 0, all.length + 1), place(indexes[1] ?? all.length, all.length + 1)];
    if (from > to)
        throw new Error(`invalid slice index: ${from} > ${to}`);
    return kind === 'string' ? all.subarray(from, to).toString() : all.slice(from, to);
}
/** Of one basic kind, or with nil; anything else does not compare. */
function equals(a, b) {
    const [left, right] = [kindOf(a), kindOf(b)];
    for (const [kind, value] of [
        [left, a],
        [right, b],
    ])
        if (kind === 'slice' || kind === 'map' || kind === 'func')
            throw new Error(`non-comparable type ${show(value, { letter: 'v', flags: '', text: '', offset: 0 })}: ${typeName(value)}`);
    if (left === 'nil' || right === 'nil')
        return left === right;
    if (left !== right)
        throw new Error('incompatible types for comparison');
    return left === 'float64' ? floatOf(a) === floatOf(b) : left === 'int' ? BigInt(a) === BigInt(b) : a === b;
}
function eq(...args) {
    const [first, ...others] = args;
    if (others.length === 0)
        throw new Error('missing argument for comparison');
    return others.some(other => equals(first, other));
}
function isLess(a, b) {
    const [left, right] = [kindOf(a), kindOf(b)];
    for (const kind of [left, right])
        if (kind !== 'int' && kind !== 'float64' && kind !== 'string')
            throw new Error('invalid type for comparison');
    if (left !== right)
        throw new Error('incompatible types for comparison');
    return left === 'string'
        ? Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))) < 0
        : left === 'int'
            ? BigInt(a) < BigInt(b)
            : floatOf(a) < floatOf(b);
}
function call(fn, ...args) {
    if (typeof fn !== 'function')
        throw new Error(kindOf(fn) === 'nil' ? 'call of nil' : `non-function of type ${typeName(fn)}`);
    return fn(...args);
}
/** `and` and `or` are here by name only: they do not evaluate all they are given. */
const builtins = {
    and: (...args) => args.find(arg => !isTrue(arg)) ?? args.at(-1),
    or: (...args) => args.find(isTrue) ?? args.at(-1),
    not: (arg) => !isTrue(arg),
    len,
    index,
    slice,
    call,
    eq,
    ne: (a, b) => !equals(a, b),
    lt: isLess,
    le: (a, b) => isLess(a, b) || equals(a, b),
    gt: (a, b) => !(isLess(a, b) || equals(a, b)),
    ge: (a, b) => !isLess(a, b),
    print: (...args) => sprint(args),
    printf: (format, ...args) => {
        if (kindOf(format) !== 'string')
            throw new Error(`wrong type for value; expected string; got ${typeName(format)}`);
        return sprintf(String(format), args);
    },
    println: (...args) => sprintln(args),
    html,
    js,
    urlquery,
};

;// CONCATENATED MODULE: ./build/language/gotemplate/error.js
/** What went wrong in a Go template, in Go's words: `template: name:line:column: …`. */
class GoTemplateError extends Error {
    line;
    column;
    constructor(message, 
    /** From 1. */
    line, 
    /** From 1, in UTF-8 bytes; Go's own message counts it from 0. */
    column) {
        super(message);
        this.line = line;
        this.column = column;
    }
}
/** Line and column of an offset in UTF-16 units. */
function placeOf(text, offset) {
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: Buffer.byteLength(before.slice(lineStart)) + 1 };
}

;// CONCATENATED MODULE: ./build/language/gotemplate/execute.js




const DEEPEST = 1000;
const MISSING = Symbol('no value piped');
class Jump {
    kind;
    constructor(kind) {
        this.kind = kind;
    }
}
class Execution {
    templates;
    settings;
    output = '';
    variables = [];
    depth = 0;
    current;
    constructor(templates, settings) {
        this.templates = templates;
        this.settings = settings;
        this.current = settings.name;
    }
    run(data) {
        this.variables = [{ name: '$', value: data }];
        this.block(this.templates.get(this.settings.name), data);
        return this.output;
    }
    block(nodes, dot) {
        const outer = this.variables.length;
        for (const node of nodes)
            this.node(node, dot);
        this.variables.length = outer;
    }
    node(node, dot) {
        switch (node.kind) {
            case 'text':
                this.output += node.text;
                break;
            case 'action': {
                const value = this.pipeline(node.pipeline, dot);
                if (node.pipeline.variables.length === 0)
                    this.output += this.printed(value, node.pipeline);
                break;
            }
            case 'template':
                this.template(node, dot);
                break;
            case 'break':
            case 'continue':
                throw new Jump(node.kind);
            default:
                this.control(node, dot);
        }
    }
    control(node, dot) {
        const outer = this.variables.length;
        const value = this.pipeline(node.pipeline, dot);
        if (node.kind === 'range')
            this.range(node, value, dot);
        else if (isTrue(value))
            this.block(node.body, node.kind === 'with' ? value : dot);
        else
            this.block(node.otherwise ?? [], dot);
        this.variables.length = outer;
    }
    range(node, value, dot) {
        const items = this.items(value, node.pipeline);
        if (items.length === 0)
            this.block(node.otherwise ?? [], dot);
        const { variables } = node.pipeline;
        const outer = this.variables.length;
        for (const [key, each] of items) {
            const given = variables.length === 2 ? [key, each] : [each];
            for (const [i, name] of variables.entries())
                this.bind(name, given[i], node.pipeline);
            try {
                this.block(node.body, each);
            }
            catch (jump) {
                if (!(jump instanceof Jump))
                    throw jump;
                if (jump.kind === 'break')
                    break;
            }
            finally {
                this.variables.length = outer;
            }
        }
    }
    items(value, place) {
        switch (kindOf(value)) {
            case 'slice':
                return value.map((each, i) => [i, each]);
            case 'map':
                return entriesOf(value);
            case 'int':
                return Array.from({ length: Math.max(0, Number(value)) }, (_, i) => [i, i]);
            case 'nil':
                return [];
            default:
                throw this.fail(`range can't iterate over ${show(value, { letter: 'v', flags: '', text: '', offset: 0 })}`, place);
        }
    }
    template({ name, pipeline, ...place }, outerDot) {
        const nodes = this.templates.get(name);
        if (!nodes)
            throw this.fail(`template ${quote(name)} not defined`, place);
        const dot = pipeline && this.pipeline(pipeline, outerDot);
        if (++this.depth > DEEPEST)
            throw this.fail(`exceeded maximum template depth (${DEEPEST})`, place);
        const [outer, current] = [this.variables, this.current];
        this.variables = [{ name: '$', value: dot }];
        this.current = name;
        this.block(nodes, dot);
        this.variables = outer;
        this.current = current;
        this.depth--;
    }
    bind(name, value, { assigns, commands }) {
        const known = assigns ? this.variables.findLast(each => each.name === name) : undefined;
        if (assigns && !known)
            throw this.fail(`undefined variable: ${name}`, commands.at(-1).words[0]);
        if (known)
            known.value = value;
        else
            this.variables.push({ name, value });
    }
    pipeline(pipeline, dot) {
        let value = MISSING;
        for (const command of pipeline.commands)
            value = this.command(command, dot, value);
        // For range, the variables take the elements instead.
        if (pipeline.variables.length === 1)
            this.bind(pipeline.variables[0], value, pipeline);
        return value;
    }
    /** The first word is called with the others, and with what was piped in. */
    command({ words, ...place }, dot, piped) {
        const [first, ...rest] = words;
        if (first.kind === 'function')
            return this.call(first, rest, dot, piped, place);
        if (first.kind === 'nil')
            throw this.fail('nil is not a command', first);
        const value = this.value(first, dot);
        const callable = first.kind === 'field' || first.kind === 'variable' || first.kind === 'chain';
        const name = first.source.split('.').at(-1);
        if (typeof value === 'function' && callable)
            return this.apply(value, name, this.all(rest, dot, piped), first, place);
        if (rest.length === 0 && piped === MISSING)
            return value;
        throw this.fail(callable ? `${name} is not a method but has arguments` : `can't give argument to non-function ${first.source}`, first);
    }
    all(words, dot, piped) {
        const args = words.map(each => ({ value: this.value(each, dot), place: each }));
        return piped === MISSING ? args : [...args, { value: piped }];
    }
    call(fn, words, dot, piped, command) {
        if (fn.name === 'and' || fn.name === 'or')
            return this.shortCircuit(fn.name, words, dot, piped, fn);
        return this.apply(this.settings.functions.get(fn.name), fn.name, this.all(words, dot, piped), fn, command);
    }
    shortCircuit(name, words, dot, piped, place) {
        if (words.length === 0 && piped === MISSING)
            throw this.fail(`wrong number of args for ${name}: want at least 1 got 0`, place);
        let value;
        for (const word of words) {
            value = this.value(word, dot);
            if (isTrue(value) === (name === 'or'))
                return value;
        }
        return piped === MISSING ? value : piped;
    }
    apply(fn, name, args, place, command) {
        const wanted = fn.kinds?.length ?? fn.length;
        if (args.length < wanted || (fn.kinds && args.length > wanted))
            throw this.fail(`wrong number of args for ${name}: want ${wanted} got ${args.length}`, place);
        for (const [i, { value, place: own = command }] of args.entries()) {
            const kind = fn.kinds?.[i];
            if (kind && kindOf(value) !== kind)
                throw this.fail(`expected ${kind}; found ${own.source}`, own);
        }
        try {
            return fn(...args.map(({ value }) => value));
        }
        catch (error) {
            throw error instanceof GoTemplateError ? error : this.fail(`error calling ${name}: ${error.message}`, command);
        }
    }
    value(word, dot) {
        switch (word.kind) {
            case 'literal':
                return word.value;
            case 'nil':
                return null;
            case 'dot':
                return dot;
            case 'field':
                return this.fields(dot, word.path, word);
            case 'variable':
                return this.fields(this.variables.findLast(each => each.name === word.name).value, word.path, word);
            case 'chain':
                return this.fields(this.value(word.base, dot), word.path, word);
            case 'function':
                return this.call(word, [], dot, MISSING, word);
            case 'pipeline':
                return this.pipeline(word.pipeline, dot);
        }
    }
    fields(base, path, place) {
        return path.reduce((value, name) => {
            const kind = kindOf(value);
            if (kind === 'map') {
                const { found, value: field } = lookUp(value, name);
                if (!found && this.settings.missingKey === 'error')
                    throw this.fail(`map has no entry for key ${quote(name)}`, place);
                return field;
            }
            if (kind !== 'nil')
                throw this.fail(`can't evaluate field ${name} in type ${typeName(value)}`, place);
            if (this.settings.missingKey === 'error')
                throw this.fail(`nil data; no entry for key ${quote(name)}`, place);
            return undefined;
        }, base);
    }
    printed(value, place) {
        if (value === null || value === undefined)
            return '<no value>';
        if (kindOf(value) === 'func')
            throw this.fail(`can't print ${place.source} of type ${typeName(value)}`, place);
        return show(value, { letter: 'v', flags: '', text: '', offset: 0 });
    }
    fail(message, { offset, source }) {
        const { line, column } = placeOf(this.settings.source, offset);
        const context = source.length > 20 ? `${source.slice(0, 20)}...` : source;
        const where = `template: ${this.settings.name}:${line}:${column - 1}: executing ${quote(this.current)} at <${context}>`;
        return new GoTemplateError(`${where}: ${message}`, line, column);
    }
}

;// CONCATENATED MODULE: ./build/language/gotemplate/lexer.js
/** Tokens of a Go template: text, and inside `{{ }}` the small language of actions. */

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
// Sticky, tried in this order; the first that fits is the token.
const inside = [
    ['space', /[ \t\r\n]+/y],
    ['string', /"(?:[^"\\\n]|\\.)*"/y],
    ['raw', /`[^`]*`/y],
    ['character', /'(?:[^'\\\n]|\\.)+'/y],
    ['number', /[+-]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y],
    ['variable', /\$[\p{L}\p{Nd}_]*/uy],
    ['field', /\.[\p{L}_][\p{L}\p{Nd}_]*/uy],
    ['dot', /\./y],
    ['identifier', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
    // Whatever else can be printed is for the parser to refuse.
    ['mark', /:=|[!#%&(-_a-~]/y],
];
class Lexer {
    source;
    name;
    tokens = [];
    offset = 0;
    constructor(source, name) {
        this.source = source;
        this.name = name;
    }
    all() {
        while (this.offset < this.source.length)
            this.piece();
        this.push('end', '', this.offset);
        return this.tokens;
    }
    fail(message, offset) {
        const { line, column } = placeOf(this.source, offset);
        return new GoTemplateError(`template: ${this.name}:${line}: ${message}`, line, column);
    }
    /** Text up to the next action, and that action; `{{-` and `-}}` take the white space beside them along. */
    piece() {
        const open = this.source.indexOf('{{', this.offset);
        const end = open === -1 ? this.source.length : open;
        const trims = /^\{\{-[ \t\r\n]/.test(this.source.slice(end, end + 4));
        const text = this.source.slice(this.offset, end);
        const kept = trims ? trimEnd(text) : text;
        if (kept !== '')
            this.push('text', kept, this.offset);
        this.offset = end + (open === -1 ? 0 : trims ? 4 : 2);
        if (open === -1)
            return;
        if (this.source.startsWith('/*', this.offset))
            this.comment(open);
        else
            this.action(open);
    }
    comment(open) {
        const end = this.source.indexOf('*/', this.offset);
        if (end === -1)
            throw this.fail('unclosed comment', open);
        const close = /[ \t\r\n]-\}\}|\}\}/y;
        close.lastIndex = end + 2;
        const found = close.exec(this.source);
        if (!found)
            throw this.fail('comment ends before closing delimiter', open);
        this.close(close.lastIndex, found[0].length > 2);
    }
    action(open) {
        this.push('open', '{{', open);
        let parens = 0;
        for (;;) {
            const close = /[ \t\r\n]-\}\}|\}\}/y;
            close.lastIndex = this.offset;
            const found = close.exec(this.source);
            if (found) {
                if (parens > 0)
                    throw this.fail('unclosed left paren', this.offset);
                this.push('close', '}}', this.offset);
                this.close(close.lastIndex, found[0].length > 2);
                return;
            }
            const token = this.token(open);
            if (token.text === '(')
                parens++;
            if (token.text === ')')
                parens--;
        }
    }
    close(offset, trims) {
        const space = /[ \t\r\n]*/y;
        space.lastIndex = offset;
        this.offset = trims ? offset + space.exec(this.source)[0].length : offset;
    }
    token(open) {
        if (this.offset >= this.source.length)
            throw this.fail('unclosed action', open);
        for (const [kind, pattern] of inside) {
            pattern.lastIndex = this.offset;
            const text = pattern.exec(this.source)?.[0];
            if (text === undefined)
                continue;
            const next = this.source[pattern.lastIndex] ?? '';
            if (kind === 'number' && /[\p{L}\p{Nd}_]/u.test(next))
                throw this.fail(`bad number syntax: ${JSON.stringify(text + next)}`, this.offset);
            const token = this.push(kind === 'identifier' ? word(text) : kind, text, this.offset);
            this.offset = pattern.lastIndex;
            return token;
        }
        throw this.fail(this.unrecognized(), this.offset);
    }
    unrecognized() {
        const character = String.fromCodePoint(this.source.codePointAt(this.offset));
        if (character === '"')
            return 'unterminated quoted string';
        if (character === '`')
            return 'unterminated raw quoted string';
        if (character === "'")
            return 'unterminated character constant';
        const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `unrecognized character in action: U+${code} '${character}'`;
    }
    push(kind, text, offset) {
        const token = { kind, text, offset };
        this.tokens.push(token);
        return token;
    }
}
/** A loop, because a pattern for the end takes quadratic time on long runs inside. */
function trimEnd(text) {
    let end = text.length;
    while (end > 0 && ' \t\r\n'.includes(text[end - 1]))
        end--;
    return text.slice(0, end);
}
function word(text) {
    if (text === 'true' || text === 'false')
        return 'bool';
    if (text === 'nil')
        return 'nil';
    return KEYWORDS.has(text) ? 'keyword' : 'identifier';
}

;// CONCATENATED MODULE: ./build/language/gotemplate/cursor.js
/** Where the parser stands among the tokens, and how it complains about them. */

class Cursor {
    source;
    lexer;
    tokens;
    at = 0;
    constructor(source, name) {
        this.source = source;
        this.lexer = new Lexer(source, name);
        this.tokens = this.lexer.all();
    }
    closing(context) {
        this.skipSpace();
        const token = this.tokens[this.at++];
        if (token.kind !== 'close')
            throw this.unexpected(token, context);
    }
    peek() {
        const token = this.tokens[this.at];
        return token.kind === 'space' ? this.tokens[this.at + 1] : token;
    }
    skipSpace() {
        if (this.tokens[this.at].kind === 'space')
            this.at++;
    }
    unexpected(token, context) {
        const quoted = token.kind === 'keyword'
            ? `<${token.text}>`
            : token.kind === 'end'
                ? 'EOF'
                : JSON.stringify(token.text.slice(0, 10)) + (token.text.length > 10 ? '...' : '');
        return this.fail(`unexpected ${quoted} in ${context}`, token);
    }
    fail(message, token) {
        return this.failAt(message, token.offset);
    }
    failAt(message, offset) {
        return this.lexer.fail(message, offset);
    }
}

;// CONCATENATED MODULE: ./build/language/gotemplate/parser.js


/** The named templates of a text; the text itself is under `name`. */
function parseGoTemplate(source, name, functions) {
    return new Parser(source, name, functions).file();
}
/** Blocks and parentheses within each other; Go has a limit, too. */
const parser_DEEPEST = 300;
class Parser extends Cursor {
    name;
    functions;
    defined = new Map();
    variables = ['$'];
    ranges = 0;
    depth = 0;
    constructor(source, name, functions) {
        super(source, name);
        this.name = name;
        this.functions = functions;
    }
    file() {
        const { nodes, end } = this.block();
        if (end.kind !== 'end')
            throw this.fail(`unexpected {{${end.text}}}`, end);
        this.defined.set(this.name, nodes);
        return this.defined;
    }
    /** Nodes up to the `{{end}}` or `{{else` that closes them, or the end of the text. */
    block() {
        const nodes = [];
        this.deeper(this.tokens[this.at]);
        for (;;) {
            const token = this.tokens[this.at++];
            if (token.kind === 'end')
                return this.closed(nodes, token);
            if (token.kind === 'text')
                nodes.push({ kind: 'text', text: token.text });
            else {
                const word = this.peek();
                if (word.kind === 'keyword')
                    this.at += this.tokens[this.at] === word ? 1 : 2;
                if (word.kind === 'keyword' && (word.text === 'end' || word.text === 'else'))
                    return this.closed(nodes, word);
                const node = word.kind === 'keyword' ? this.statement(word) : this.action();
                if (node)
                    nodes.push(node);
            }
        }
    }
    closed(nodes, end) {
        this.depth--;
        return { nodes, end };
    }
    deeper(token) {
        if (++this.depth > parser_DEEPEST)
            throw this.fail(`nested more than ${parser_DEEPEST} levels deep`, token);
    }
    action() {
        const pipeline = this.pipeline('command', 'close');
        return { kind: 'action', pipeline };
    }
    statement(word) {
        switch (word.text) {
            case 'if':
            case 'with':
            case 'range':
                return this.control(word.text);
            case 'template':
                return this.call();
            case 'define':
                this.define(false);
                return undefined;
            case 'block':
                return this.define(true);
            default:
                this.closing(word.text);
                if (this.ranges === 0)
                    throw this.fail(`{{${word.text}}} outside {{range}}`, word);
                return { kind: word.text };
        }
    }
    control(kind) {
        const outer = this.variables.length;
        const pipeline = this.pipeline(kind, 'close');
        if (kind === 'range')
            this.ranges++;
        const { nodes: body, end } = this.block();
        if (kind === 'range')
            this.ranges--;
        const otherwise = end.text === 'else' && end.kind === 'keyword' ? this.otherwise(kind) : this.ended(end);
        this.variables.length = outer;
        return { kind, pipeline, body, otherwise };
    }
    /** `{{else if x}}` is an `if` inside the else, sharing its end. */
    otherwise(kind) {
        const word = this.peek();
        if (kind !== 'range' && word.kind === 'keyword' && word.text === kind) {
            this.skipSpace();
            this.at++;
            return [this.control(kind)];
        }
        this.closing('else');
        const { nodes, end } = this.block();
        if (end.text === 'else' && end.kind === 'keyword')
            throw this.fail('expected end; found {{else}}', end);
        this.ended(end);
        return nodes;
    }
    ended(end) {
        if (end.kind === 'end')
            throw this.fail('unexpected EOF', end);
        this.closing('end');
        return undefined;
    }
    call() {
        const { text: name, offset } = this.templateName('template clause');
        const pipeline = this.peek().kind === 'close' ? undefined : this.pipeline('template clause', 'close');
        if (!pipeline)
            this.closing('template clause');
        return {
            kind: 'template',
            name,
            pipeline,
            offset,
            source: `{{template ${quote(name)}${pipeline ? ` ${pipeline.source}` : ''}}}`,
        };
    }
    /** A template of its own, with only `$` in sight; a `block` is used where it stands, too. */
    define(isBlock) {
        const context = isBlock ? 'block clause' : 'define clause';
        const { text: name, offset } = this.templateName(context);
        const pipeline = isBlock ? this.pipeline(context, 'close') : undefined;
        if (!isBlock)
            this.closing(context);
        const [outer, ranges] = [this.variables, this.ranges];
        this.variables = ['$'];
        this.ranges = 0;
        const { nodes, end } = this.block();
        if (end.kind !== 'end' && end.text === 'else')
            throw this.fail(`unexpected {{else}} in ${context}`, end);
        this.ended(end);
        this.variables = outer;
        this.ranges = ranges;
        this.defined.set(name, nodes);
        return isBlock ? { kind: 'template', name, pipeline, offset, source: `{{template ${quote(name)}}}` } : undefined;
    }
    templateName(context) {
        this.skipSpace();
        const token = this.tokens[this.at++];
        if (token.kind !== 'string' && token.kind !== 'raw')
            throw this.unexpected(token, context);
        return { text: this.literal(token), offset: token.offset };
    }
    pipeline(context, end) {
        this.skipSpace();
        const first = this.tokens[this.at];
        const { variables, assigns } = this.declaration(context);
        const commands = [];
        for (;;) {
            this.skipSpace();
            const token = this.tokens[this.at];
            if (token.kind === 'close' || token.text === ')') {
                if ((end === ')') !== (token.text === ')'))
                    throw this.unexpected(token, context);
                this.at++;
                if (commands.length === 0)
                    throw this.fail(`missing value for ${context}`, token);
                const source = this.source.slice(first.offset, token.offset).trim();
                // In sight only now: a variable is not defined in its own value.
                if (!assigns)
                    this.variables.push(...variables);
                return { variables, assigns, commands: this.checked(commands), offset: first.offset, source };
            }
            commands.push(this.command(context));
        }
    }
    /** `$x :=`, `$x =`, and for range `$i, $x :=`. */
    declaration(context) {
        const start = this.at;
        const variables = [];
        while (this.tokens[this.at].kind === 'variable') {
            variables.push(this.tokens[this.at++].text);
            this.skipSpace();
            const { text } = this.tokens[this.at];
            if (text === ':=' || text === '=') {
                this.at++;
                return { variables, assigns: text === '=' };
            }
            if (text !== ',' || context !== 'range' || variables.length > 1)
                break;
            this.at++;
            this.skipSpace();
        }
        if (variables.length > 1)
            throw this.fail(`too many declarations in ${context}`, this.tokens[start]);
        this.at = start;
        return { variables: [], assigns: false };
    }
    checked(commands) {
        for (const [i, { words }] of commands.entries()) {
            const [first] = words;
            if (i > 0 && ['literal', 'nil', 'dot'].includes(first.kind))
                throw this.failAt(`non executable command in pipeline stage ${i + 1}`, first.offset);
        }
        return commands;
    }
    command(context) {
        const words = [];
        for (;;) {
            this.skipSpace();
            const token = this.tokens[this.at];
            if (token.kind === 'close' || token.text === ')')
                break;
            if (token.text === '|' && token.kind === 'mark') {
                this.at++;
                this.skipSpace();
                if (words.length === 0)
                    throw this.unexpected(token, context);
                break;
            }
            words.push(this.operand(context));
            const next = this.tokens[this.at];
            if (next.kind !== 'space' && next.kind !== 'close' && next.text !== ')' && next.text !== '|')
                throw this.unexpected(next, 'operand');
        }
        return { words, offset: words[0].offset, source: words.map(each => each.source).join(' ') };
    }
    /** A term, with the fields behind it. */
    operand(context) {
        const base = this.term(context);
        const path = [];
        // Go gives the whole the place of the first field behind the term.
        const { offset } = this.tokens[this.at];
        while (this.tokens[this.at].kind === 'field')
            path.push(this.tokens[this.at++].text.slice(1));
        if (path.length === 0)
            return base;
        const source = `${base.source}${path.map(each => `.${each}`).join('')}`;
        if (base.kind === 'field' || base.kind === 'variable')
            return { ...base, path: [...base.path, ...path], offset, source };
        if (base.kind === 'literal' || base.kind === 'nil' || base.kind === 'dot')
            throw this.failAt(`unexpected . after term ${JSON.stringify(base.source)}`, base.offset);
        return { kind: 'chain', base, path, offset, source };
    }
    term(context) {
        const token = this.tokens[this.at++];
        const at = { offset: token.offset, source: token.text };
        switch (token.kind) {
            case 'identifier':
                if (!this.functions.has(token.text))
                    throw this.fail(`function ${JSON.stringify(token.text)} not defined`, token);
                return { kind: 'function', name: token.text, ...at };
            case 'dot':
                return { kind: 'dot', ...at };
            case 'nil':
                return { kind: 'nil', ...at };
            case 'variable':
                if (!this.variables.includes(token.text))
                    throw this.fail(`undefined variable ${JSON.stringify(token.text)}`, token);
                return { kind: 'variable', name: token.text, path: [], ...at };
            case 'field':
                return { kind: 'field', path: [token.text.slice(1)], ...at };
            case 'bool':
                return { kind: 'literal', value: token.text === 'true', ...at };
            case 'string':
            case 'raw':
                return { kind: 'literal', value: this.literal(token), ...at };
            case 'number':
            case 'character': {
                const value = constant(token.text);
                if (value === undefined)
                    throw this.fail(notANumber(token), token);
                return { kind: 'literal', value, ...at };
            }
            default:
                if (token.text !== '(')
                    throw this.unexpected(token, context);
                return this.parenthesized(token);
        }
    }
    parenthesized(open) {
        this.deeper(open);
        const pipeline = this.pipeline('parenthesized pipeline', ')');
        this.depth--;
        return { kind: 'pipeline', pipeline, offset: open.offset, source: `(${pipeline.source})` };
    }
    literal(token) {
        const text = token.kind === 'raw' ? token.text.slice(1, -1).replaceAll('\r', '') : unquote(token.text);
        if (text === undefined)
            throw this.fail('invalid syntax', token);
        return text;
    }
}
function notANumber({ kind, text }) {
    if (kind === 'character')
        return `malformed character constant: ${text}`;
    return `${/^[+-]?\d+$/.test(text) ? 'integer overflow' : 'illegal number syntax'}: ${quote(text)}`;
}

;// CONCATENATED MODULE: ./build/language/gotemplate/index.js
/** Go's text/template, in which Packer's second layer of interpolation and its legacy templates are written. */






/**
 * Renders a text on plain data. Functions get plain values and may throw an Error with a sentence; those with a builtin's name replace
 * it. Throws GoTemplateError.
 */
function renderGoTemplate(text, data, functions = {}, { name = 'root', missingKey = 'default' } = {}) {
    const all = new Map([...Object.entries(builtins), ...Object.entries(functions)]);
    const templates = parseGoTemplate(text, name, new Set(all.keys()));
    return new Execution(templates, { name, source: text, functions: all, missingKey }).run(data);
}

// EXTERNAL MODULE: ./build/language/time.js
var time = __webpack_require__(1069);
;// CONCATENATED MODULE: ./build/language/options/interpolation.js
/**
 * The second interpolation layer: every string of a component's options is a Go template with Packer's own functions.
 * What they answer is told by `InterpolationFacts`; the functions are those of Packer's documentation of JSON templates.
 */



/** Throws Error with a sentence. Fields of `data` are `{{ .Name }}`; one that is missing is `<no value>`, as in Go. */
function interpolate(text, facts, data) {
    return text.includes('{{') ? renderGoTemplate(text, data, interpolationFunctions(facts)) : text;
}
const interpolationFunctions = (facts) => ({
    build_name: () => facts.buildName,
    build_type: () => facts.buildType,
    template_dir: () => facts.folder,
    pwd: () => facts.workingDirectory,
    packer_version: () => facts.packerVersion,
    timestamp: () => String(Math.floor(facts.startedAt.getTime() / 1000)),
    isotime: (layout = RFC3339) => (0,time/* formatLayout */.Cu)((0,time/* momentOf */.Et)(facts.startedAt), String(layout)),
    strftime: format => (0,time/* strftime */.dP)((0,time/* momentOf */.Et)(facts.startedAt), String(format)),
    uuid: () => timeOrderedUuid(facts.startedAt),
    user: name => facts.user?.(String(name)) ?? '',
    build: name => buildValue(String(name), facts.values ?? {}),
    split: (text, separator, index) => part(String(text), String(separator), Number(index)),
    replace: (old, replacement, count, text) => replaceFirst(String(text), String(old), String(replacement), Number(count)),
    replace_all: (old, replacement, text) => String(text).replaceAll(String(old), () => String(replacement)),
    upper: text => String(text).toUpperCase(),
    lower: text => String(text).toLowerCase(),
    clean_resource_name: text => cleanResourceName(String(text)),
    clean_ami_name: text => cleanResourceName(String(text)),
    sed: () => refuse('sed is no longer available; use replace or replace_all'),
    env: name => facts.environment ? (facts.environment[String(name)] ?? '') : refuse('env can be used only in the values of variables'),
    consul_key: () => refuse('consul_key needs a service that is not asked; give the value with -var'),
    vault: () => refuse('vault needs a service that is not asked; give the value with -var'),
    aws_secretsmanager: () => refuse('aws_secretsmanager needs a service that is not asked; give the value with -var'),
});
const RFC3339 = '2006-01-02T15:04:05Z07:00';
function refuse(reason) {
    throw new Error(reason);
}
function buildValue(name, values) {
    if (!Object.hasOwn(values, name))
        refuse(`the build has no value "${name}"`);
    return String(values[name]);
}
function part(text, separator, index) {
    const parts = text.split(separator);
    return parts[index] ?? refuse(`"${text}" has no part ${index} when it is split by "${separator}"`);
}
/** As Go's strings.Replace: a negative count replaces all. */
function replaceFirst(text, old, replacement, count) {
    if (count < 0)
        return text.replaceAll(old, () => replacement);
    const parts = text.split(old);
    return (parts.slice(0, count + 1).join(replacement) +
        parts
            .slice(count + 1)
            .map(rest => old + rest)
            .join(''));
}
/** Letters, digits and `()[] ./-'@_` are what an AMI's name may hold; anything else becomes a dash. */
const cleanResourceName = (text) => text.replace(/[^A-Za-z0-9()[\] ./\-'@_]/gu, '-');
/** Sorts by time: the first four bytes are the seconds. */
function timeOrderedUuid(moment) {
    const bytes = (0,external_node_crypto_.randomBytes)(16);
    bytes.writeUInt32BE(Math.floor(moment.getTime() / 1000) >>> 0);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}


/***/ }),

/***/ 5027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ FormatSyntaxError),
/* harmony export */   Sm: () => (/* binding */ formatInteger),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   kr: () => (/* binding */ formatFloat),
/* harmony export */   vc: () => (/* binding */ scanFormat)
/* harmony export */ });
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5084);
/** What printf of Go does with one verb: shared by the function `format` and by Go templates, which differ in types and errors. */

class FormatSyntaxError extends Error {
}
/** The literal and verb pieces of a format; `%%` is a literal. Throws FormatSyntaxError where neither is possible. */
function scanFormat(format) {
    const pieces = [];
    let at = 0;
    while (at < format.length) {
        const percent = format.indexOf('%', at);
        if (percent !== at)
            pieces.push(format.slice(at, percent === -1 ? undefined : percent));
        if (percent === -1)
            break;
        const [head] = /^%(?:%|[+\-# 0]*[1-9]?(?:(?<=[1-9])\d*)?(?:\.\d*)?(?:\[(?:[1-9]\d*\]?)?)?)/.exec(format.slice(percent));
        at = percent + head.length;
        if (head === '%%') {
            pieces.push('%');
            continue;
        }
        const letter = /^[a-zA-Z]/.exec(format.slice(at))?.[0];
        const parts = /^%([+\-# 0]*)([1-9]\d*)?(?:\.(\d*))?(?:\[(\d+)\])?$/.exec(head);
        if (!letter || !parts)
            throw unrecognized(format, at);
        at += 1;
        pieces.push({
            letter,
            flags: parts[1],
            width: int(parts[2]),
            precision: int(parts[3]),
            index: int(parts[4]),
            text: head + letter,
            offset: percent,
        });
    }
    return pieces;
}
const int = (digits) => (digits === undefined ? undefined : Number(digits));
function unrecognized(format, at) {
    const offset = Buffer.byteLength(format.slice(0, at));
    if (at >= format.length)
        return new FormatSyntaxError(`invalid format string starting at offset ${offset}`);
    return new FormatSyntaxError(`unrecognized format character '${String.fromCodePoint(format.codePointAt(at))}' at offset ${offset}`);
}
const bases = { b: 2, d: 10, o: 8, O: 8, x: 16, X: 16 };
const prefixes = { b: '0b', o: '0', x: '0x', X: '0X' };
/** For `%b %d %o %O %x %X`. */
function formatInteger(n, verb) {
    const size = (n < 0n ? -n : n).toString(bases[verb.letter] ?? 10).padStart(verb.precision ?? 1, '0');
    const digits = verb.letter === 'X' ? size.toUpperCase() : size;
    const prefix = verb.letter === 'O' ? '0o' : verb.flags.includes('#') ? (prefixes[verb.letter] ?? '') : '';
    return padNumber(signOf(n < 0n, verb) + prefix, digits, verb, verb.precision === undefined);
}
/** For `%e %E %f %F %g %G`. */
function formatFloat(n, verb) {
    if (n.isInfinite)
        return pad(`${signOf(n.neg, verb) || '+'}Inf`, { ...verb, flags: verb.flags.replaceAll('0', '') });
    const kind = verb.letter.toLowerCase();
    const text = kind === 'e'
        ? exponential(n.exactDecimal(), verb.precision ?? 6)
        : kind === 'f'
            ? fixed(n.exactDecimal(), verb.precision ?? 6)
            : general(n, verb.precision);
    return padNumber(signOf(n.neg, verb), verb.letter === 'E' || verb.letter === 'G' ? text.toUpperCase() : text, verb, true);
}
/** As few digits as the precision allows; an exponent where it would be below -4, or at the precision or beyond. */
function general(n, precision) {
    const wanted = Math.max(precision ?? 6, 1);
    const decimal = precision === undefined ? n.shortestDecimal() : (0,_values_big_float__WEBPACK_IMPORTED_MODULE_0__/* .roundDecimal */ .Q)(n.exactDecimal(), wanted);
    const count = decimal.digits.length;
    const limit = precision !== undefined && wanted > count && count >= decimal.point ? count : wanted;
    const exponent = count === 0 ? 0 : decimal.point - 1;
    if (exponent < -4 || exponent >= Math.max(limit, 1))
        return exponential(decimal, Math.max(count - 1, 0));
    return fixed(decimal, Math.max(count - decimal.point, 0));
}
function exponential(exact, precision) {
    const { digits, point } = (0,_values_big_float__WEBPACK_IMPORTED_MODULE_0__/* .roundDecimal */ .Q)(exact, precision + 1);
    const exponent = digits === '' ? 0 : point - 1;
    const padded = digits.padEnd(precision + 1, '0');
    const fraction = precision > 0 ? `.${padded.slice(1)}` : '';
    return `${padded[0]}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
function fixed(exact, precision) {
    const { digits, point } = (0,_values_big_float__WEBPACK_IMPORTED_MODULE_0__/* .roundDecimal */ .Q)(exact, exact.point + precision);
    const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
    const fraction = ('0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))).padEnd(precision, '0').slice(0, precision);
    return precision > 0 ? `${whole}.${fraction}` : whole;
}
const signOf = (negative, verb) => {
    if (negative)
        return '-';
    if (verb.flags.includes('+'))
        return '+';
    return verb.flags.includes(' ') ? ' ' : '';
};
/** Zeros go between sign and digits. */
function padNumber(sign, digits, verb, mayZero) {
    const zeros = mayZero && verb.flags.includes('0') && !verb.flags.includes('-') ? (verb.width ?? 0) - sign.length : 0;
    return pad(sign + digits.padStart(zeros, '0'), { ...verb, flags: verb.flags.replaceAll('0', '') });
}
/** To the verb's width, which counts `length`: characters or grapheme clusters, as the caller has it. */
function pad(text, verb, length = [...text].length) {
    const missing = Math.max(0, (verb.width ?? 0) - length);
    if (verb.flags.includes('-'))
        return text + ' '.repeat(missing);
    return (verb.flags.includes('0') ? '0' : ' ').repeat(missing) + text;
}


/***/ }),

/***/ 1069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ addNanoseconds),
/* harmony export */   BJ: () => (/* binding */ calendar),
/* harmony export */   Cu: () => (/* binding */ formatLayout),
/* harmony export */   Et: () => (/* binding */ momentOf),
/* harmony export */   TM: () => (/* binding */ parseRfc3339),
/* harmony export */   ZA: () => (/* binding */ formatRfc3339),
/* harmony export */   dP: () => (/* binding */ strftime),
/* harmony export */   kk: () => (/* binding */ TimeError),
/* harmony export */   rg: () => (/* binding */ zone),
/* harmony export */   vm: () => (/* binding */ digits)
/* harmony export */ });
/** Points in time as Go prints and reads them: RFC 3339, layouts like "2006-01-02", and strftime. */
const momentOf = (date) => {
    const unix = Math.floor(date.getTime() / 1000);
    return { unix, nanoseconds: (date.getTime() - unix * 1000) * 1e6, offset: 0 };
};
function addNanoseconds(moment, nanoseconds) {
    const total = BigInt(moment.nanoseconds) + nanoseconds;
    const rest = ((total % 1000000000n) + 1000000000n) % 1000000000n;
    return { ...moment, unix: moment.unix + Number((total - rest) / 1000000000n), nanoseconds: Number(rest) };
}
const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_SECONDS = 86_400;
/** The calendar at the moment's own offset. */
function calendar(moment) {
    const date = new Date((moment.unix + moment.offset) * 1000);
    const [year, month, weekday] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDay()];
    const dayNumber = Math.floor((moment.unix + moment.offset) / DAY_SECONDS);
    const firstDay = (ofYear) => startOfYear(ofYear) / DAY_SECONDS;
    // The ISO week belongs to the year its Thursday is in.
    const thursday = dayNumber - ((weekday + 6) % 7) + 3;
    const isoYear = new Date(thursday * DAY_SECONDS * 1000).getUTCFullYear();
    return {
        year,
        month: month + 1,
        monthName: MONTHS[month],
        day: date.getUTCDate(),
        yearDay: dayNumber - firstDay(year) + 1,
        weekday,
        weekdayName: DAYS[weekday],
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        isoYear,
        isoWeek: Math.floor((thursday - firstDay(isoYear)) / 7) + 1,
    };
}
function startOfYear(year) {
    const date = new Date(0);
    date.setUTCFullYear(year, 0, 1);
    return date.getTime() / 1000;
}
const digits = (n, width) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(width, '0');
/** `Z` for UTC where asked, else a sign, hours and minutes. */
function zone(offset, separator, utc) {
    if (offset === 0 && utc !== undefined)
        return utc;
    const minutes = Math.trunc(Math.abs(offset) / 60);
    return `${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60), 2)}${separator}${digits(minutes % 60, 2)}`;
}
/** To the second, as RFC 3339 has it. */
const formatRfc3339 = (moment) => formatLayout(moment, '2006-01-02T15:04:05Z07:00');
/** What is missing or out of place, in the words of a sentence. */
class TimeError extends Error {
}
/** Strict RFC 3339; `separators` are what may stand between date and time. Throws TimeError. */
function parseRfc3339(text, separators = 'T') {
    let rest = text;
    const number = (name, width, lowest, highest, range) => {
        if (rest === '')
            throw new TimeError(`end of string before ${name}`);
        const [found] = new RegExp(`^\\d{${width}}`).exec(rest) ?? [];
        if (!found && name === 'hour' && /^\d/.test(rest))
            throw new TimeError('hour must have exactly two digits');
        if (!found)
            throw new TimeError(`cannot use ${JSON.stringify(rest)} as ${name}`);
        rest = rest.slice(width);
        const n = Number(found);
        if (n < lowest || n > highest)
            throw new TimeError(range ?? `cannot use ${JSON.stringify(rest)} as ${name}`);
        return n;
    };
    const mark = (wanted, message) => {
        if (rest === '' || !wanted.includes(rest[0]))
            throw new TimeError(message);
        rest = rest.slice(1);
    };
    const year = number('year', 4, 0, 9999);
    mark('-', 'missing required date separator "-"');
    const month = number('month', 2, 1, 12);
    mark('-', 'missing required date separator "-"');
    const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    const day = number('day of month', 2, 1, lastDay, 'day out of range');
    mark(separators, "missing required time introducer 'T'");
    const hour = number('hour', 2, 0, 23, 'hour must be between 0 and 23 inclusive');
    mark(':', 'missing required time separator ":"');
    const minute = number('minute', 2, 0, 59, 'minute must be between 0 and 59 inclusive');
    mark(':', 'missing required time separator ":"');
    const second = number('second', 2, 0, 59);
    const [fraction] = /^[.,]\d+/.exec(rest) ?? [''];
    const offset = parseOffset(rest.slice(fraction.length));
    const unix = startOfYear(year) + (Date.UTC(2000 + (year % 400), month - 1, day) - Date.UTC(2000 + (year % 400), 0, 1)) / 1000;
    return {
        unix: unix + hour * 3600 + minute * 60 + second - offset,
        nanoseconds: Number(fraction.slice(1, 10).padEnd(9, '0')),
        offset,
    };
}
function parseOffset(text) {
    if (text === 'Z')
        return 0;
    const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
    if (text === '' || (hours !== undefined && (Number(hours) > 23 || Number(minutes) > 59)))
        throw new TimeError('end of string before UTC offset');
    if (hours === undefined)
        throw new TimeError(`cannot use ${JSON.stringify(text)} as UTC offset`);
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
const layoutParts = /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|15|1|2006|2|_2(?!006)|__2|3|4|5|PM|pm|[-Z]07(?:0000|:00:00|00|:00)?|[.,](?:0+|9+)(?!\d)/g;
/** By example, as Go's time.Format has it: the layout shows how Monday, January 2, 15:04:05 2006 -0700 would be written. */
function formatLayout(moment, layout) {
    const at = calendar(moment);
    const hour12 = at.hour % 12 || 12;
    const parts = {
        January: at.monthName,
        Jan: at.monthName.slice(0, 3),
        Monday: at.weekdayName,
        Mon: at.weekdayName.slice(0, 3),
        MST: zone(moment.offset, '', 'UTC'),
        '002': digits(at.yearDay, 3),
        __2: String(at.yearDay).padStart(3),
        '01': digits(at.month, 2),
        '1': String(at.month),
        '02': digits(at.day, 2),
        _2: String(at.day).padStart(2),
        '2': String(at.day),
        '15': digits(at.hour, 2),
        '03': digits(hour12, 2),
        '3': String(hour12),
        '04': digits(at.minute, 2),
        '4': String(at.minute),
        '05': digits(at.second, 2),
        '5': String(at.second),
        '2006': digits(at.year, 4),
        '06': digits(((at.year % 100) + 100) % 100, 2),
        PM: at.hour < 12 ? 'AM' : 'PM',
        pm: at.hour < 12 ? 'am' : 'pm',
    };
    return layout.replace(layoutParts, part => parts[part] ?? zoneOrFraction(part, moment));
}
function zoneOrFraction(part, moment) {
    if (/^[.,]/.test(part)) {
        const cut = digits(moment.nanoseconds, 9).slice(0, part.length - 1);
        const shown = part[1] === '9' ? cut.replace(/0+$/, '') : cut;
        return shown === '' ? '' : part[0] + shown;
    }
    if (part[0] === 'Z' && moment.offset === 0)
        return 'Z';
    const short = zone(moment.offset, part.includes(':') ? ':' : '');
    if (part.length === 3)
        return short.slice(0, 3);
    const seconds = digits(Math.abs(moment.offset) % 60, 2);
    return /0000$|:00:00$/.test(part) ? short + (part.includes(':') ? ':' : '') + seconds : short;
}
// biome-ignore format: a table
const strftimeLayouts = {
    a: 'Mon', A: 'Monday', b: 'Jan', B: 'January', c: 'Mon Jan _2 15:04:05 2006', d: '02', D: '01/02/06', e: '_2', F: '2006-01-02',
    h: 'Jan', H: '15', I: '03', j: '002', m: '01', M: '04', p: 'PM', r: '03:04:05 PM', R: '15:04', S: '05', T: '15:04:05',
    x: '01/02/06', X: '15:04:05', y: '06', Y: '2006', z: '-0700', Z: 'MST',
};
/** C's strftime in English; an unknown verb stays as it is. */
function strftime(moment, format) {
    return format.replace(/%(.)/gs, (whole, verb) => {
        if (verb === '%')
            return '%';
        if (verb === 'f')
            return digits(Math.floor(moment.nanoseconds / 1000), 6);
        if (verb === 'L')
            return digits(Math.floor(moment.nanoseconds / 1e6), 3);
        if (verb === 'w')
            return String(calendar(moment).weekday);
        if (verb === 's')
            return String(moment.unix);
        const layout = strftimeLayouts[verb];
        return layout === undefined ? whole : formatLayout(moment, layout);
    });
}


/***/ }),

/***/ 1839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ loadPlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(4127);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(7455);
;// CONCATENATED MODULE: ./build/template/diagnostics.js
/** The last look at what was found: nothing twice, no mistakes that only follow from others, nothing sensitive. */

/** What misses a name is not to blame when the line that would give it could not be parsed. */
const FOLLOWS = new Set([
    'Missing required argument',
    'Missing block',
    'Missing source',
    'Unknown source',
    'Undefined local',
    'Unknown variable',
    'Unsupported attribute',
]);
function tidy({ syntax, meaning }, sources, variables, redact) {
    const broken = syntax.flatMap(({ subject }) => (subject ? linesOf(subject, sources) : [])).join('\n');
    const follows = ({ summary, detail }) => {
        const name = FOLLOWS.has(summary) ? /"([^"]+)"/.exec(detail ?? '')?.[1] : undefined;
        return name !== undefined && broken.includes(name);
    };
    const seen = new Set();
    const kept = meaning.filter(diagnostic => !follows(diagnostic)).map(each => asVariable(each, sources, variables));
    return [...syntax, ...kept].flatMap(diagnostic => {
        const { severity, summary, detail, subject } = diagnostic;
        const key = JSON.stringify([severity, summary, detail, subject && [subject.file, subject.start.byte, subject.end.byte]]);
        if (seen.has(key))
            return [];
        seen.add(key);
        return [{ ...diagnostic, summary: redact(summary), ...(detail === undefined ? {} : { detail: redact(detail) }) }];
    });
}
/** The evaluator sees `var` as an object like any other; its attributes deserve their own name and a suggestion. */
function asVariable(diagnostic, sources, variables) {
    const { summary, detail, subject } = diagnostic;
    const name = summary === 'Unsupported attribute' && /attribute named "([^"]+)"/.exec(detail ?? '')?.[1];
    const before = subject && linesOf(subject, sources)[0]?.slice(0, subject.start.column - 1);
    if (!name || !before || !/(^|[^\w.-])var$/.test(before))
        return diagnostic;
    const hint = (0,did_you_mean/* didYouMean */.a)(name, variables) || ` Declare it with a block: variable "${name}" {}.`;
    return { ...diagnostic, summary: 'Undefined variable', detail: `There is no variable "${name}".${hint}` };
}
const linesOf = ({ file, start, end }, sources) => (sources.get(file) ?? '').split('\n').slice(start.line - 1, end.line);

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/language/collector.js
var collector = __webpack_require__(3201);
// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(1206);
;// CONCATENATED MODULE: ./build/template/files.js
/** Which files a template is made of: Packer's by their names, ours beside them, and the variable files it loads unasked. */




class FileProblem extends Error {
    diagnostic;
    constructor(diagnostic) {
        super(diagnostic.detail ?? diagnostic.summary);
        this.diagnostic = diagnostic;
    }
}
const TEMPLATE = /\.pkr\.(hcl|json)$/;
const OWN = /\.ingot\.hcl$/;
/** Throws FileProblem when there is no template to read. */
async function readTemplate(path, workingDirectory) {
    const absolute = (0,external_node_path_.resolve)(workingDirectory, path);
    const found = await (0,promises_.stat)(absolute).catch(() => undefined);
    if (!found)
        throw problem('Template not found', `There is no file or folder "${path}".`);
    if (found.isDirectory())
        return readFolder(path, absolute);
    const root = (0,external_node_path_.dirname)(path);
    const names = await (0,promises_.readdir)((0,external_node_path_.dirname)(absolute));
    return {
        language: TEMPLATE.test(path) ? 'hcl' : 'legacy',
        root,
        isFolder: false,
        templates: [{ file: path, text: await (0,promises_.readFile)(absolute) }],
        own: await readAll(root, (0,external_node_path_.dirname)(absolute), ownBeside((0,external_node_path_.basename)(path), names)),
        variables: [],
    };
}
async function readFolder(path, absolute) {
    const names = await (0,promises_.readdir)(absolute);
    const templates = matching(names, TEMPLATE);
    if (templates.length === 0) {
        const legacy = matching(names, /\.json$/);
        const advice = legacy.length > 0 ? ` A legacy JSON template is named as a file: "${(0,external_node_path_.join)(path, legacy[0])}".` : '';
        throw problem('No template in this folder', `"${path}" holds no file that ends in .pkr.hcl or .pkr.json.${advice}`);
    }
    const automatic = [...matching(names, /\.auto\.pkrvars\.hcl$/), ...matching(names, /\.auto\.pkrvars\.json$/)];
    return {
        language: 'hcl',
        root: path,
        isFolder: true,
        templates: await readAll(path, absolute, templates),
        own: await readAll(path, absolute, matching(names, OWN)),
        variables: await readAll(path, absolute, automatic),
    };
}
/** Beside a single file lies what is named after it or after no template: `web.ingot.hcl` is not for `db.pkr.hcl`. */
function ownBeside(template, names) {
    const stem = (name) => name.replace(/(\.pkr)?\.(hcl|json)$/, '').replace(/\.ingot$/, '');
    const others = new Set(names.filter(name => name !== template && !OWN.test(name) && /\.(hcl|json)$/.test(name)).map(stem));
    others.delete(stem(template));
    return matching(names, OWN).filter(name => !others.has(stem(name)));
}
const matching = (names, pattern) => names.filter(name => pattern.test(name)).sort(utf8/* compareUtf8 */.z);
const readAll = (shown, folder, names) => Promise.all(names.map(async (name) => ({ file: (0,external_node_path_.join)(shown, name), text: await (0,promises_.readFile)((0,external_node_path_.join)(folder, name)) })));
const problem = (summary, detail) => new FileProblem(report(summary, detail));
/** Files named by `-var-file`, in their order. */
async function readVariableFiles(paths, workingDirectory, language = 'by name') {
    const findings = new collector/* Collector */.g();
    const read = async (file) => {
        if (language === 'by name' && !/\.(hcl|json)$/.test(file)) {
            findings.add(report('Unknown kind of variable file', `"${file}" must end in .hcl or .json, so that its language is known.`));
            return [];
        }
        const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(workingDirectory, file)).catch((error) => {
            const reason = error.code === 'ENOENT' ? 'there is no such file' : error.code === 'EISDIR' ? 'it is a folder' : error.message;
            findings.add(report('Variable file not read', `"${file}" could not be read: ${reason}.`));
            return undefined;
        });
        return text ? [{ file, text }] : [];
    };
    const files = await Promise.all(paths.map(read));
    return findings.done(files.flat());
}
const report = (summary, detail) => ({ severity: 'error', summary, detail });

;// CONCATENATED MODULE: ./build/language/source-text.js
const source_text_START = { line: 1, column: 1, byte: 0 };
const between = (from, to) => ({ file: from.file, start: from.start, end: to.end });
const at = (file, position) => ({ file, start: position, end: position });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ASCII = /^[\0-\x7f]*$/;
/** The position after `text` when it begins at `from`. A line ends with LF; CR LF is one cluster. */
function advance(from, text) {
    if (text.length < 40 && isPlain(text))
        return { line: from.line, column: from.column + text.length, byte: from.byte + text.length };
    const lastBreak = text.lastIndexOf('\n');
    const tail = lastBreak < 0 ? text : text.slice(lastBreak + 1);
    return {
        line: lastBreak < 0 ? from.line : from.line + text.split('\n').length - 1,
        column: (lastBreak < 0 ? from.column : 1) + countGraphemes(tail),
        byte: from.byte + (ASCII.test(text) ? text.length : Buffer.byteLength(text)),
    };
}
/** Printable ASCII, as almost all tokens are: one byte and one column a character. */
function isPlain(text) {
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code < 0x20 || code > 0x7e)
            return false;
    }
    return true;
}
function countGraphemes(text) {
    if (ASCII.test(text))
        return text.length;
    let count = 0;
    for (const _ of graphemes.segment(text))
        count++;
    return count;
}
function decodeSource(source, file, start = source_text_START) {
    const raw = typeof source === 'string' ? source : new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);
    const hasMark = raw.startsWith('\ufeff');
    const text = hasMark ? raw.slice(1) : raw;
    const first = hasMark ? { ...start, byte: start.byte + 3 } : start;
    const broken = typeof source === 'string' || isUtf8(source) ? -1 : text.indexOf('\ufffd');
    if (broken < 0)
        return { text, start: first, diagnostics: [] };
    const subject = { file, start: advance(first, text.slice(0, broken)), end: advance(first, text.slice(0, broken + 1)) };
    const detail = 'This file is not UTF-8 from here on. Save it with UTF-8 encoding.';
    return { text, start: first, diagnostics: [{ severity: 'error', summary: 'Invalid character encoding', detail, subject }] };
}
function isUtf8(bytes) {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(4176);
;// CONCATENATED MODULE: ./build/language/hcl/cursor.js
/** Walks over the tokens of one file for the parser: comments are invisible, newlines only where they matter. */

/** Thrown behind a reported mistake; the statement around it catches it and the next statement goes on. */
class Abandoned extends Error {
}
/** Deeper than anything an author or a generator writes, and shallow enough for the stack of parser and evaluator. */
const MAX_DEPTH = 250;
class Cursor {
    tokens;
    found = new collector/* Collector */.g();
    /** Where the next token is looked for: recovery returns to a statement's start with it. */
    index = 0;
    /** The end of the file is to blame only once. */
    saidUnclosed = false;
    saidTooDeep = false;
    newlines = [true];
    depth = 0;
    constructor(tokens) {
        this.tokens = tokens;
    }
    peek() {
        const newlines = this.newlines[this.newlines.length - 1];
        for (;;) {
            const token = this.tokens[this.index];
            if (token.kind !== 'comment' && (newlines || token.kind !== 'newline'))
                return token;
            this.index++;
        }
    }
    next() {
        const token = this.peek();
        if (token.kind === 'invalid')
            this.failOnInvalid(token);
        if (token.kind !== 'endOfFile')
            this.index++;
        return token;
    }
    /** Takes the next token if it is of this kind. */
    take(kind) {
        return this.peek().kind === kind ? this.next() : undefined;
    }
    takeWord(word) {
        const token = this.peek();
        return token.kind === 'identifier' && token.text === word ? this.next() : undefined;
    }
    pushNewlines(significant) {
        this.newlines.push(significant);
    }
    popNewlines() {
        this.newlines.pop();
    }
    /** Begins a nesting level; the caller ends it with `leave`. */
    enter() {
        if (++this.depth <= MAX_DEPTH)
            return;
        if (this.saidTooDeep)
            throw new Abandoned();
        this.saidTooDeep = true;
        this.fail('Nesting too deep', `Expressions and blocks may nest ${MAX_DEPTH} levels deep. Move inner parts to local values.`);
    }
    leave(levels = 1) {
        this.depth -= levels;
    }
    /** What `restore` needs after a statement was abandoned. */
    save() {
        return [this.newlines.length, this.depth];
    }
    restore([newlines, depth]) {
        this.newlines.length = newlines;
        this.depth = depth;
    }
    fail(summary, detail, subject = this.peek().range, context) {
        const token = this.peek();
        if (token.kind === 'invalid')
            this.failOnInvalid(token);
        if (token.kind === 'unterminated')
            this.failOnUnterminated(token);
        this.found.error(summary, detail, subject, context);
        throw new Abandoned(summary);
    }
    failOnInvalid(token) {
        const isOperator = '&|^~'.includes(token.text);
        this.found.error(isOperator ? 'Unsupported operator' : 'Invalid character', explainInvalid(token.text), token.range);
        throw new Abandoned(token.text);
    }
    failOnUnterminated(token) {
        const atEnd = this.tokens[this.index + 1]?.kind === 'endOfFile';
        if (atEnd)
            this.found.error('Unterminated template string', 'The file ends before this string is closed.', token.range);
        else
            this.found.error('Invalid multi-line string', 'A quoted string must end on the line it begins on. For a line break write \\n, or use a heredoc: <<EOT.', token.range);
        throw new Abandoned(token.text);
    }
}
function explainInvalid(text) {
    const operators = { '&': 'boolean AND ("&&")', '|': 'boolean OR ("||")', '~': 'boolean NOT ("!")' };
    if (operators[text])
        return `Bitwise operators are not supported. Did you mean ${operators[text]}?`;
    if (text === '^')
        return 'Bitwise operators are not supported.';
    if (text === "'")
        return 'Strings are enclosed in double quotes ("), not in single quotes.';
    if (text === '`')
        return 'Backquotes have no meaning here. For a string of several lines use a heredoc: <<EOT.';
    if (text === ';')
        return 'Write each argument and block on its own line, and commas between the items of a collection.';
    if (/[“”‘’]/.test(text))
        return 'Typographic quotes have no meaning here, perhaps a word processor made them. Use straight double quotes (").';
    return `The character ${JSON.stringify(text)} has no meaning here.`;
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/node.js
class Node {
    range;
    constructor(range) {
        this.range = range;
    }
    /** The parts directly below. */
    parts() {
        return [];
    }
    /** The traversal this is, when it is nothing else; `true`, `false` and `null` count as names. */
    asTraversal() {
        return undefined;
    }
    /** The items, when it is written as `[a, b]`. */
    asList() {
        return undefined;
    }
    /** The items, when it is written as `{ a = b }`. */
    asMap() {
        return undefined;
    }
    /** The function and its arguments, when it is written as a call. */
    asCall() {
        return undefined;
    }
    /** Whether it reads a variable itself. */
    get isReference() {
        return false;
    }
    variables() {
        const found = [];
        const open = [{ node: this, bound: new Set() }];
        for (let entry = open.pop(); entry; entry = open.pop()) {
            const { node, bound } = entry;
            const traversal = node.isReference ? node.asTraversal() : undefined;
            if (traversal && !bound.has(traversal.root))
                found.push(traversal);
            const parts = node.parts();
            for (let i = parts.length - 1; i >= 0; i--) {
                const { node: part, bound: names } = parts[i];
                open.push({ node: part, bound: names ? new Set([...bound, ...names]) : bound });
            }
        }
        return found;
    }
}
const part = (node) => ({ node });

;// CONCATENATED MODULE: ./build/language/hcl/expressions/literal.js


class Literal extends Node {
    keyword;
    result;
    constructor(value, range, 
    /** `true`, `false` or `null`, when written so. */
    keyword) {
        super(range);
        this.keyword = keyword;
        this.result = (0,collector.ok)(value);
    }
    get value() {
        return this.result.value;
    }
    evaluate() {
        return this.result;
    }
    asTraversal() {
        return this.keyword === undefined ? undefined : { root: this.keyword, steps: [], range: this.range };
    }
}
/** `(x)`, and `"${x}"`, which stands for x itself and keeps its type. */
class Wrapped extends Node {
    inner;
    kind;
    constructor(inner, range, kind) {
        super(range);
        this.inner = inner;
        this.kind = kind;
    }
    evaluate(context) {
        return this.inner.evaluate(context);
    }
    parts() {
        return [part(this.inner)];
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/body.js


const NOTHING = { attributes: new Set(), blocks: new Set() };
class HclBody {
    attributes;
    blocks;
    missingItemRange;
    taken;
    constructor(attributes, blocks, missingItemRange, 
    /** Names that an earlier partialContent has taken. */
    taken = NOTHING) {
        this.attributes = attributes;
        this.blocks = blocks;
        this.missingItemRange = missingItemRange;
        this.taken = taken;
    }
    content(schema) {
        const found = new collector/* Collector */.g();
        const content = found.take(this.partialContent(schema));
        content.remain.reportUnexpected(schema, found);
        return found.done(content);
    }
    partialContent(schema) {
        const found = new collector/* Collector */.g();
        const attributes = new Map();
        for (const { name, required } of schema.attributes) {
            const attribute = this.taken.attributes.has(name) ? undefined : this.attributes.get(name);
            if (attribute)
                attributes.set(name, attribute);
            else if (required)
                found.error('Missing required argument', `The argument "${name}" is required, but it is not set here.`, this.missingItemRange);
        }
        const specs = new Map(schema.blocks.map(spec => [spec.type, spec.labels]));
        const blocks = this.blocks.filter(({ type }) => specs.has(type) && !this.taken.blocks.has(type));
        const fitting = blocks.filter(block => found.take(hasLabels(block, specs.get(block.type))));
        const remain = new HclBody(this.attributes, this.blocks, this.missingItemRange, {
            attributes: new Set([...this.taken.attributes, ...schema.attributes.map(({ name }) => name)]),
            blocks: new Set([...this.taken.blocks, ...specs.keys()]),
        });
        return found.done({ attributes, blocks: fitting, missingItemRange: this.missingItemRange, remain });
    }
    justAttributes() {
        const found = new collector/* Collector */.g();
        const block = this.blocks.find(({ type }) => !this.taken.blocks.has(type));
        if (block) {
            const hint = block.labels.length === 0 ? ` To set the argument "${block.type}", write an equals sign behind its name.` : '';
            found.error(`Unexpected "${block.type}" block`, `Blocks are not allowed here.${hint}`, block.typeRange, block.definitionRange);
        }
        return found.done(new Map([...this.attributes].filter(([name]) => !this.taken.attributes.has(name))));
    }
    reportUnexpected(schema, found) {
        const names = schema.attributes.map(({ name }) => name);
        const types = schema.blocks.map(({ type }) => type);
        for (const { name, nameRange, range } of this.attributes.values()) {
            if (this.taken.attributes.has(name))
                continue;
            const hint = types.includes(name) ? ` For a block of type "${name}" leave the equals sign out.` : (0,did_you_mean/* didYouMean */.a)(name, names);
            found.error('Unsupported argument', `An argument named "${name}" is not expected here.${hint}`, nameRange, range);
        }
        for (const { type, typeRange, definitionRange } of this.blocks) {
            if (this.taken.blocks.has(type))
                continue;
            const isArgument = names.includes(type) && (0,did_you_mean/* suggestion */.h)(type, types) === undefined;
            const hint = isArgument ? ` To set the argument "${type}", write an equals sign behind its name.` : (0,did_you_mean/* didYouMean */.a)(type, types);
            found.error('Unsupported block type', `Blocks of type "${type}" are not expected here.${hint}`, typeRange, definitionRange);
        }
    }
}
function hasLabels({ type, labels, labelRanges, definitionRange }, names) {
    const found = new collector/* Collector */.g();
    const expected = `All ${type} blocks must have ${names.length} labels (${names.join(', ')}).`;
    if (labels.length > names.length) {
        const detail = names.length === 0 ? `No labels are expected for ${type} blocks.` : expected;
        found.error(`Extraneous label for ${type}`, detail, labelRanges[names.length], definitionRange);
    }
    else if (labels.length < names.length) {
        const end = { ...definitionRange, start: definitionRange.end };
        found.error(`Missing ${names[labels.length]} for ${type}`, expected, end, definitionRange);
    }
    return found.done(labels.length === names.length);
}

;// CONCATENATED MODULE: ./build/language/hcl/recovery.js
const CLOSERS = {
    '(': ')',
    '[': ']',
    '{': '}',
    openQuote: 'closeQuote',
    openHeredoc: 'closeHeredoc',
    interpolation: 'sequenceEnd',
    directive: 'sequenceEnd',
};
const CLOSING = new Set(Object.values(CLOSERS));
/** Moves behind the statement that begins at `start`: to its newline, or to the brace that closes the block around it. */
function skipStatement(cursor, start) {
    const { tokens } = cursor;
    const failedAt = cursor.index;
    const open = [];
    for (cursor.index = start; tokens[cursor.index].kind !== 'endOfFile'; cursor.index++) {
        const { kind } = tokens[cursor.index];
        if (CLOSERS[kind])
            open.push(CLOSERS[kind]);
        else if (kind === 'unterminated')
            open.length = 0;
        else if (CLOSING.has(kind) && open.includes(kind))
            open.length = open.lastIndexOf(kind);
        else if (kind === '}' && cursor.index > start && start + 1 < tokens.length)
            break;
        if (kind !== 'newline' || cursor.index < failedAt)
            continue;
        if (open.length === 0 || beginsStatement(tokens, cursor.index + 1, tokens[start]))
            break;
    }
    if (cursor.index === start)
        cursor.index++;
    skipRestOfString(cursor);
}
/** A string over several lines broke off on its first; what follows up to the line with the other quote belongs to it. */
function skipRestOfString(cursor) {
    const { tokens } = cursor;
    if (tokens[cursor.index - 1]?.kind !== 'unterminated')
        return;
    for (let i = cursor.index; tokens[i] && tokens[i].kind !== 'endOfFile'; i++) {
        const { kind } = tokens[i];
        if (kind === 'newline' && (tokens[i + 1].kind === '}' || ['=', '{'].includes(tokens[i + 2]?.kind ?? '')))
            return;
        if (kind !== 'unterminated')
            continue;
        cursor.index = i + 1;
        return;
    }
}
/** Whether the line there looks like a statement no deeper than the broken one: then an open bracket was the mistake. */
function beginsStatement(tokens, index, broken) {
    const [first, second] = [tokens[index], tokens[index + 1]];
    if (!first || !second || first.range.start.column > broken.range.start.column)
        return false;
    if (first.kind === '}')
        return first.range.start.column < broken.range.start.column;
    return first.kind === 'identifier' && ['=', '{', 'openQuote', 'identifier'].includes(second.kind);
}
/** Goes on behind a broken header that ends its line with an opening brace, which a broken string may have swallowed. */
function skipToBody(cursor) {
    const { tokens } = cursor;
    let end = cursor.index;
    while (tokens[end].kind !== 'newline' && tokens[end].kind !== 'endOfFile')
        end++;
    const lastAt = tokens[end - 1]?.kind === 'comment' ? end - 2 : end - 1;
    const [before, last] = [tokens[lastAt - 1], tokens[lastAt]];
    const isSwallowed = last?.kind === 'unterminated' && before?.kind === 'literal' && /\{\s*$/.test(before.text);
    if (tokens[end].kind === 'endOfFile' || (last?.kind !== '{' && !isSwallowed))
        return false;
    cursor.index = end;
    return true;
}

;// CONCATENATED MODULE: ./build/language/hcl/string-literal.js
/** What the literal text of templates means: `$${` and `%%{` everywhere, backslash escapes only in quotes. */


const SIMPLE = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const DOUBLED = /\$\$\{|%%\{/g;
const ESCAPE = /\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[\s\S]?|\$\$\{|%%\{/gu;
function unescapeLiteral(token, backslashes) {
    if (!/[\\$%]/.test(token.text))
        return (0,collector.ok)(token.text);
    const found = new collector/* Collector */.g();
    const wrong = (sequence, offset, detail) => {
        const start = advance(token.range.start, token.text.slice(0, offset));
        found.error('Invalid escape sequence', detail, { ...token.range, start, end: advance(start, sequence) }, token.range);
        return sequence;
    };
    const text = token.text.replace(backslashes ? ESCAPE : DOUBLED, (sequence, offset) => {
        if (sequence[0] !== '\\')
            return sequence.slice(1);
        const letter = sequence.slice(1);
        if (letter in SIMPLE)
            return SIMPLE[letter];
        if (sequence.length > 2 && /^[uU]/.test(letter))
            return codePoint(letter) ?? wrong(sequence, offset, 'There is no character with this number.');
        if (letter === 'u')
            return wrong(sequence, offset, 'Four hexadecimal digits must follow \\u.');
        if (letter === 'U')
            return wrong(sequence, offset, 'Eight hexadecimal digits must follow \\U.');
        return wrong(sequence, offset, `"${sequence}" has no meaning: the escapes are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN.`);
    });
    return found.done(text);
}
/** Undefined for half a surrogate pair, too: UTF-8 has no way to write it. */
function codePoint(digits) {
    const code = Number.parseInt(digits.slice(1), 16);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-block.js





/** Up to the brace. Behind a header with a mistake the body is read for the mistakes in it, and there is no block. */
function parseHeader(cursor, typeToken) {
    try {
        return readHeader(cursor, typeToken);
    }
    catch (error) {
        if (!(error instanceof Abandoned) || !skipToBody(cursor))
            throw error;
        parseBlockBody(cursor, { open: typeToken, definitionRange: typeToken.range });
        return undefined;
    }
}
function readHeader(cursor, typeToken) {
    const labels = [];
    const labelRanges = [];
    for (;;) {
        const { kind, range } = cursor.peek();
        if (kind === '{')
            break;
        if (kind === 'identifier')
            labels.push(cursor.next().text);
        else if (kind === 'openQuote')
            labels.push(parseLabel(cursor));
        else
            failInHeader(cursor, between(typeToken.range, range));
        labelRanges.push({ ...range, end: cursor.tokens[cursor.index - 1].range.end });
    }
    const definitionRange = between(typeToken.range, labelRanges[labelRanges.length - 1] ?? typeToken.range);
    return { labels, labelRanges, open: cursor.next(), definitionRange };
}
function failInHeader(cursor, context) {
    const { kind } = cursor.peek();
    const detail = kind === '='
        ? 'A block has no equals sign. An argument has no labels.'
        : 'A label in quotes or an opening brace "{" must stand here, on the same line.';
    return cursor.fail('Invalid block definition', detail, undefined, context);
}
function parseLabel(cursor) {
    cursor.next();
    let label = '';
    for (let token = cursor.take('literal'); token; token = cursor.take('literal'))
        label += cursor.found.take(unescapeLiteral(token, true));
    const { kind } = cursor.peek();
    if (kind === 'interpolation' || kind === 'directive')
        cursor.fail('Invalid string literal', 'Template sequences are not allowed in this string. To write "${" itself, double the first character.');
    if (!cursor.take('closeQuote'))
        cursor.fail('Unterminated string literal', 'The closing quotation mark is missing.');
    return label.normalize('NFC');
}
function parseBlockBody(cursor, { open, definitionRange }) {
    const parser = new BodyParser(cursor, '}');
    const first = cursor.peek();
    if (first.kind === 'identifier')
        parseOneLine(cursor, parser, first);
    else if (first.kind !== '}')
        parser.parse();
    const close = cursor.take('}');
    if (close)
        return parser.result({ ...close.range, end: close.range.start });
    if (cursor.peek().kind === 'endOfFile' && !cursor.saidUnclosed) {
        cursor.saidUnclosed = true;
        const detail = 'The file ends before this block is closed. The closing brace that is missing may also belong further up or down.';
        cursor.found.error('Unclosed configuration block', detail, open.range, between(definitionRange, open.range));
    }
    return parser.result(cursor.peek().range);
}
/** `name { argument = value }`: one argument, no blocks, and the brace on the same line. */
function parseOneLine(cursor, parser, name) {
    const summary = 'Invalid single-argument block definition';
    cursor.next();
    if (cursor.peek().kind !== '=') {
        const detail = 'A block on one line holds one argument and no block. Begin a new line behind the opening brace.';
        cursor.fail('Argument definition required', detail, name.range);
    }
    parser.parseAttribute(name, { newline: false });
    const { kind } = cursor.peek();
    if (kind === '}' || kind === 'endOfFile')
        return;
    if (kind === ',')
        cursor.fail(summary, 'A block on one line holds one argument. For more, give each a line of its own.');
    if (kind === 'newline')
        cursor.fail(summary, 'A block that begins with an argument on its first line must be closed on that line too.');
    cursor.fail(summary, 'The closing brace must follow the one argument of a block on one line.');
}

// EXTERNAL MODULE: ./build/language/values/big-float.js
var big_float = __webpack_require__(5084);
// EXTERNAL MODULE: ./build/language/values/convert.js + 1 modules
var convert = __webpack_require__(5590);
;// CONCATENATED MODULE: ./build/language/functions/function.js
/** What a function of the language is: parameters declared once, null, unknown and conversion handled for all of them alike. */
/** A mistake in the arguments; `argument` counts from 0 when one of them is to blame. */
class FunctionError extends Error {
    argument;
    constructor(message, argument) {
        super(message);
        this.argument = argument;
    }
}

;// CONCATENATED MODULE: ./build/language/functions/call.js
/** A call as every function gets it: arguments counted, converted, null and unknown dealt with, before its own code runs. */



/** Throws FunctionError; its `argument` says which one is to blame. Not for functions with `special`. */
function callFunction(fn, args) {
    checkCount(fn, args.length);
    const converted = args.map((arg, i) => prepare(parameterAt(fn, i), arg, i));
    const stopped = converted.some((arg, i) => stops(parameterAt(fn, i), arg));
    return stopped ? values_value/* Value */.W.unknown(fn.resultType(converted)) : fn.call(converted);
}
/** The parameter that takes the argument at this place, from 0. */
const parameterAt = (fn, index) => fn.parameters[index] ?? fn.variadic;
function checkCount(fn, count) {
    const expected = fn.parameters.length;
    const missing = fn.parameters[count];
    if (missing)
        throw new FunctionError(`Function "${fn.name}" expects ${fn.variadic ? 'at least ' : ''}${expected} argument(s). Missing value for "${missing.name}".`);
    if (count > expected && !fn.variadic)
        throw new FunctionError(`Function "${fn.name}" expects only ${expected} argument(s).`);
}
function prepare(parameter, arg, index) {
    if (arg.isNull && !parameter.allowNull)
        throw new FunctionError('argument must not be null', index);
    try {
        return (0,convert/* convert */.C6)(arg, parameter.type);
    }
    catch (error) {
        if (error instanceof convert/* ConversionError */.zx)
            throw new FunctionError(error.message, index);
        throw error;
    }
}
function stops(parameter, arg) {
    if (parameter.allowUnknown)
        return false;
    return parameter.allowUnknownInside ? !arg.isKnown : !arg.isWhollyKnown;
}

// EXTERNAL MODULE: ./build/language/values/type.js
var values_type = __webpack_require__(7181);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(5521);
;// CONCATENATED MODULE: ./build/language/index-value.js
/** What `a[b]` and `a.b` mean for every kind of value, with the message for each way it can be wrong. */






const UNKNOWN = values_value/* Value */.W.unknown();
const NO_ELEMENT = 'No element of this value has the given key';
/** `collection[key]` */
function indexValue(collection, key, range) {
    const wrong = (detail) => (0,collector/* failed */.P)(UNKNOWN, 'Invalid index', detail, range);
    if (collection.isNull)
        return (0,collector/* failed */.P)(UNKNOWN, 'Attempt to index null value', 'This value is null, so it does not have any indices.', range);
    if (key.isNull)
        return wrong("Can't use a null value as an indexing key.");
    const { type } = collection;
    if (type.kind === 'dynamic' || key.type.kind === 'dynamic')
        return (0,collector.ok)(UNKNOWN);
    if (type.kind === 'set')
        return wrong('The elements of a set have neither index nor key. Convert it to a list, or use a for expression.');
    const wanted = type.kind === 'list' || type.kind === 'tuple' ? values_type/* NUMBER */.uk : type.kind === 'map' || type.kind === 'object' ? values_type/* STRING */.An : undefined;
    if (!wanted)
        return wrong('This value does not have any indices.');
    try {
        const converted = (0,convert/* convert */.C6)(key, wanted);
        return wanted === values_type/* NUMBER */.uk ? elementOf(collection, converted, wrong) : entryOf(collection, converted, wrong);
    }
    catch (error) {
        if (error instanceof convert/* ConversionError */.zx)
            return wrong(`${NO_ELEMENT}: ${error.message}.`);
        throw error;
    }
}
function elementOf(sequence, key, wrong) {
    const type = sequence.type;
    if (!key.isKnown)
        return (0,collector.ok)(values_value/* Value */.W.unknown(type.kind === 'list' ? type.element : values_type/* DYNAMIC */.u5));
    const number = key.asNumber();
    if (!number.isInteger)
        return wrong(`${NO_ELEMENT}: the index of a sequence is a whole number, this one has a fraction.`);
    if (number.sign < 0)
        return wrong(`${NO_ELEMENT}: a negative number is not an index of a sequence.`);
    const index = number.toDouble();
    if (type.kind === 'tuple' && index < type.elements.length)
        return (0,collector.ok)(sequence.isKnown ? sequence.elements()[index] : values_value/* Value */.W.unknown(type.elements[index]));
    if (type.kind === 'list' && !sequence.isKnown)
        return (0,collector.ok)(values_value/* Value */.W.unknown(type.element));
    const length = type.kind === 'tuple' ? type.elements.length : sequence.elements().length;
    if (index < length)
        return (0,collector.ok)(sequence.elements()[index]);
    if (length === 0)
        return wrong(`${NO_ELEMENT}: the collection has no elements.`);
    return wrong(`${NO_ELEMENT}: the index is greater than or equal to the length of the collection, ${length}.`);
}
function entryOf(collection, key, wrong) {
    const type = collection.type;
    if (!key.isKnown)
        return (0,collector.ok)(values_value/* Value */.W.unknown(type.kind === 'map' ? type.element : values_type/* DYNAMIC */.u5));
    const name = key.asString();
    if (type.kind === 'map' && !collection.isKnown)
        return (0,collector.ok)(values_value/* Value */.W.unknown(type.element));
    const found = collection.isKnown ? collection.entries().get(name) : unknownAttribute(type, name);
    if (found)
        return (0,collector.ok)(found);
    const names = type.kind === 'map' ? collection.entries().keys() : type.attributes.keys();
    return wrong(`${NO_ELEMENT}.${(0,did_you_mean/* didYouMean */.a)(name, names)}`);
}
function unknownAttribute(type, name) {
    const attribute = type.kind === 'object' ? type.attributes.get(name) : undefined;
    return attribute && values_value/* Value */.W.unknown(attribute);
}
/** `value.name` */
function attributeOf(value, name, range) {
    const wrong = (detail) => (0,collector/* failed */.P)(UNKNOWN, 'Unsupported attribute', detail, range);
    if (value.isNull)
        return (0,collector/* failed */.P)(UNKNOWN, 'Attempt to get attribute from null value', 'This value is null, so it does not have any attributes.', range);
    const { type } = value;
    const key = name.normalize('NFC');
    switch (type.kind) {
        case 'dynamic':
            return (0,collector.ok)(UNKNOWN);
        case 'object': {
            const found = value.isKnown ? value.entries().get(key) : unknownAttribute(type, key);
            if (found)
                return (0,collector.ok)(found);
            return wrong(`This object does not have an attribute named "${name}".${(0,did_you_mean/* didYouMean */.a)(name, type.attributes.keys())}`);
        }
        case 'map': {
            if (!value.isKnown)
                return (0,collector.ok)(values_value/* Value */.W.unknown(type.element));
            const found = value.entries().get(key);
            const detail = `This map does not have an element with the key "${name}".${(0,did_you_mean/* didYouMean */.a)(name, value.entries().keys())}`;
            return found ? (0,collector.ok)(found) : (0,collector/* failed */.P)(UNKNOWN, 'Missing map element', detail, range);
        }
        case 'list':
        case 'set':
            return wrong(explainSequence(type, name));
        case 'string':
        case 'number':
        case 'bool':
            return wrong(`A ${(0,type_text/* friendlyName */.Rs)(type)} does not have attributes.`);
        default:
            return wrong('This value does not have any attributes.');
    }
}
function explainSequence(type, name) {
    const plain = `A ${(0,type_text/* friendlyName */.Rs)(type)} does not have attributes.`;
    if (type.element.kind !== 'object' || !type.element.attributes.has(name))
        return plain;
    const of = type.kind === 'list' ? `one element, [0].${name}, or of every element, [*].${name}` : `every element, [*].${name}`;
    return `${plain} Did you mean the attribute "${name}" of ${of}?`;
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/traversal.js






class ScopeTraversal extends Node {
    root;
    rootRange;
    steps;
    constructor(root, rootRange, steps) {
        super(steps.length === 0 ? rootRange : between(rootRange, steps[steps.length - 1].range));
        this.root = root;
        this.rootRange = rootRange;
        this.steps = steps;
    }
    get isReference() {
        return true;
    }
    asTraversal() {
        return { root: this.root, steps: this.steps, range: this.range };
    }
    evaluate(context) {
        const value = findVariable(context, this.root);
        if (!value)
            return this.unknownVariable(context);
        return follow(value, this.steps);
    }
    unknownVariable(context) {
        const scopes = [...scopesOf(context)].filter(scope => scope.variables);
        if (scopes.length === 0) {
            const detail = 'Variables may not be used here: the value must be written out.';
            return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Variables not allowed', detail, this.rootRange, this.range);
        }
        const names = scopes.flatMap(scope => [...scope.variables.keys()]).filter(name => /^[\p{ID_Start}_]/u.test(name));
        const meant = (0,did_you_mean/* suggestion */.h)(this.root, names);
        const detail = `There is no variable named "${this.root}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
        return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Unknown variable', detail, this.rootRange, this.range);
    }
}
class RelativeTraversal extends Node {
    source;
    steps;
    constructor(source, steps) {
        super(between(source.range, steps[steps.length - 1].range));
        this.source = source;
        this.steps = steps;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const value = found.take(this.source.evaluate(context));
        return found.done(found.take(follow(value, this.steps)));
    }
    parts() {
        return [part(this.source)];
    }
}
/** `a[b]` with a computed key. */
class Index extends Node {
    collection;
    key;
    bracketRange;
    constructor(collection, key, range, bracketRange) {
        super(range);
        this.collection = collection;
        this.key = key;
        this.bracketRange = bracketRange;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const collection = found.take(this.collection.evaluate(context));
        const key = found.take(this.key.evaluate(context));
        return found.done(found.take(indexValue(collection, key, this.bracketRange)));
    }
    parts() {
        return [part(this.collection), part(this.key)];
    }
}
function follow(start, steps) {
    let value = start;
    for (const step of steps) {
        const next = step.kind === 'attribute' ? attributeOf(value, step.name, step.range) : indexValue(value, step.key, step.range);
        if (next.diagnostics.length > 0)
            return next;
        value = next.value;
    }
    return (0,collector.ok)(value);
}
function* scopesOf(context) {
    for (let scope = context; scope; scope = scope.parent)
        yield scope;
}
function findVariable(context, name) {
    for (let scope = context; scope; scope = scope.parent) {
        const value = scope.variables?.get(name);
        if (value)
            return value;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/call.js
/** `upper(x)`, `max(list...)`, `namespace::name()`. */








class Call extends Node {
    name;
    args;
    expand;
    nameRange;
    closeRange;
    constructor(name, args, 
    /** The last argument is a sequence that stands for the rest of the arguments. */
    expand, range, nameRange, closeRange) {
        super(range);
        this.name = name;
        this.args = args;
        this.expand = expand;
        this.nameRange = nameRange;
        this.closeRange = closeRange;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const fn = found.take(this.find(context));
        const args = fn && found.take(this.expanded(context));
        if (!args || !found.take(this.fits(fn, args.length)))
            return found.done(values_value/* Value */.W.unknown());
        if (fn.special)
            return found.done(found.take(fn.special(args, context)));
        const values = args.map(arg => found.take(arg.evaluate(context)));
        if (found.diagnostics.length > 0)
            return found.done(values_value/* Value */.W.unknown());
        try {
            return found.done(callFunction(fn, values));
        }
        catch (error) {
            if (!(error instanceof FunctionError))
                throw error;
            this.explain(error, fn, args, found);
            return found.done(values_value/* Value */.W.unknown());
        }
    }
    find(context) {
        const scopes = [...scopesOf(context)].filter(scope => scope.functions);
        const fn = scopes.map(scope => scope.functions.get(this.name)).find(f => f !== undefined);
        const found = new collector/* Collector */.g();
        if (scopes.length === 0)
            found.error('Function calls not allowed', 'Functions may not be called here.', this.nameRange, this.range);
        else if (!fn) {
            const names = scopes.flatMap(scope => [...scope.functions.keys()]);
            const detail = `There is no function named "${this.name}".${(0,did_you_mean/* didYouMean */.a)(this.name, names)}`;
            found.error('Call to unknown function', detail, this.nameRange, this.range);
        }
        return found.done(fn);
    }
    /** The arguments with the last one spread out; undefined when its elements are unknown. */
    expanded(context) {
        const found = new collector/* Collector */.g();
        const last = this.args[this.args.length - 1];
        if (!this.expand || !last)
            return found.done(this.args);
        const value = found.take(last.evaluate(context));
        const wrong = (detail) => found.error('Invalid expanding argument value', detail, last.range, this.range);
        if (value.isNull)
            wrong('The expanding argument (indicated by ...) must not be null.');
        else if (['list', 'set', 'tuple'].includes(value.type.kind)) {
            if (!value.isKnown)
                return found.done(undefined);
            return found.done([...this.args.slice(0, -1), ...value.elements().map(element => new Literal(element, last.range))]);
        }
        else if (value.type.kind !== 'dynamic')
            wrong('The expanding argument (indicated by ...) must be a list, a tuple or a set.');
        return found.done(undefined);
    }
    fits({ name, parameters, variadic, special }, count) {
        const found = new collector/* Collector */.g();
        if (special && parameters.length === 0)
            return found.done(true);
        const missing = parameters[count];
        if (missing) {
            const detail = `Function "${name}" expects ${variadic ? 'at least ' : ''}${parameters.length} argument(s). Missing value for "${missing.name}".`;
            found.error('Not enough function arguments', detail, this.closeRange, this.range);
        }
        else if (count > parameters.length && !variadic) {
            const subject = this.args[Math.min(parameters.length, this.args.length - 1)].range;
            found.error('Too many function arguments', `Function "${name}" expects only ${parameters.length} argument(s).`, subject, this.range);
        }
        return found.done(found.diagnostics.length === 0);
    }
    explain({ message, argument }, fn, args, found) {
        const parameter = argument === undefined ? undefined : (fn.parameters[argument] ?? fn.variadic);
        if (argument === undefined || !parameter)
            found.error('Error in function call', `Call to function "${this.name}" failed: ${message}.`, this.range);
        else {
            const subject = args[argument]?.range ?? this.range;
            found.error('Invalid function argument', `Invalid value for "${parameter.name}" parameter: ${message}.`, subject, this.range);
        }
    }
    asCall() {
        return this.expand ? undefined : { name: this.name, nameRange: this.nameRange, args: this.args, range: this.range };
    }
    parts() {
        return this.args.map(part);
    }
}

// EXTERNAL MODULE: ./build/language/values/unify.js
var unify = __webpack_require__(5338);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/messages.js
/** Words that several expressions need for their mistakes. */
/** Of ConversionError, FunctionError and impossible arithmetic; a fault of our own goes up instead. */
function messageOf(error) {
    const isOurs = error instanceof TypeError || (error instanceof RangeError && /call stack/i.test(error.message));
    if (isOurs || !(error instanceof Error))
        throw error;
    return error.message;
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/conditional.js
/** `a ? b : c`: both results get one type, whichever is chosen. */









class Conditional extends Node {
    condition;
    whenTrue;
    whenFalse;
    constructor(condition, whenTrue, whenFalse, range = between(condition.range, whenFalse.range)) {
        super(range);
        this.condition = condition;
        this.whenTrue = whenTrue;
        this.whenFalse = whenFalse;
    }
    /** Mistakes in the result that is not chosen do not count. */
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const [yes, no] = [this.whenTrue.evaluate(context), this.whenFalse.evaluate(context)];
        const type = commonType(yes.value, no.value);
        if (!type) {
            const detail = `Both results of a conditional must have one type. ${describeMismatch(yes.value.type, no.value.type)}.`;
            found.error('Inconsistent conditional result types', detail, between(this.whenTrue.range, this.whenFalse.range), this.range);
            return found.done(values_value/* Value */.W.unknown());
        }
        const condition = found.take(this.decide(context));
        if (condition === undefined)
            return found.done(values_value/* Value */.W.unknown(type, yes.value.notNull && no.value.notNull));
        const chosen = found.take(condition ? yes : no);
        try {
            return found.done((0,convert/* convert */.C6)(chosen, type));
        }
        catch (error) {
            const detail = `The ${condition} result has not the type that both results need: ${messageOf(error)}.`;
            found.error('Inconsistent conditional result types', detail, condition ? this.whenTrue.range : this.whenFalse.range, this.range);
            return found.done(values_value/* Value */.W.unknown(type));
        }
    }
    /** Undefined when it is unknown or wrong. */
    decide(context) {
        const found = new collector/* Collector */.g();
        const value = found.take(this.condition.evaluate(context));
        const { range } = this.condition;
        if (value.isNull) {
            found.error('Null condition', 'The condition value is null. Conditions must either be true or false.', range, this.range);
            return found.done(undefined);
        }
        try {
            const bool = (0,convert/* convert */.C6)(value, values_type/* BOOL */.HX);
            return found.done(bool.isKnown ? bool.asBool() : undefined);
        }
        catch (error) {
            const hint = / use lowercase .*/.exec(messageOf(error))?.[0];
            const detail = `The condition expression must be of type bool.${hint ? ` To convert from string,${hint}.` : ''}`;
            found.error('Incorrect condition type', detail, range, this.range);
            return found.done(undefined);
        }
    }
    parts() {
        return [part(this.condition), part(this.whenTrue), part(this.whenFalse)];
    }
}
/** A null without a type takes on the type of the other result; a type not yet known leaves all open. */
function commonType(yes, no) {
    if (yes.isNull && yes.type.kind === 'dynamic')
        return no.type;
    if (no.isNull && no.type.kind === 'dynamic')
        return yes.type;
    if (yes.type.kind === 'dynamic' || no.type.kind === 'dynamic')
        return values_type/* DYNAMIC */.u5;
    return (0,unify/* unify */.QF)([yes.type, no.type]);
}
function describeMismatch(yes, no) {
    if (yes.kind === 'object' && no.kind === 'object') {
        for (const [name, type] of yes.attributes) {
            const other = no.attributes.get(name);
            if (!other)
                return `The 'true' value includes object attribute "${name}", which is absent in the 'false' value`;
            if (!(0,unify/* unify */.QF)([type, other]))
                return `Type mismatch for object attribute "${name}": ${describeMismatch(type, other)}`;
        }
        const extra = [...no.attributes.keys()].find(name => !yes.attributes.has(name));
        if (extra !== undefined)
            return `The 'false' value includes object attribute "${extra}", which is absent in the 'true' value`;
    }
    if (yes.kind === 'tuple' && no.kind === 'tuple') {
        if (yes.elements.length !== no.elements.length)
            return `The 'true' tuple has length ${yes.elements.length}, but the 'false' tuple has length ${no.elements.length}`;
        const index = yes.elements.findIndex((type, i) => !(0,unify/* unify */.QF)([type, no.elements[i]]));
        if (index >= 0)
            return `Type mismatch for tuple element ${index}: ${describeMismatch(yes.elements[index], no.elements[index])}`;
    }
    if ('element' in yes && 'element' in no && yes.kind === no.kind && !(0,type_text/* sameType */.n6)(yes.element, no.element))
        return `Mismatched ${yes.kind} element types: ${describeMismatch(yes.element, no.element)}`;
    return `The 'true' value is ${(0,type_text/* friendlyName */.Rs)(yes)}, but the 'false' value is ${(0,type_text/* friendlyName */.Rs)(no)}`;
}

// EXTERNAL MODULE: ./build/language/values/equality.js
var equality = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/operators.js
/** Arithmetic, comparison and logic. Operands are converted, except those of `==` and `!=`. */








const arithmetic = (compute) => (a, b) => values_value/* Value */.W.number(compute(a.asNumber(), b.asNumber()));
const comparison = (holds) => (a, b) => values_value/* Value */.W.bool(holds(a.asNumber().compare(b.asNumber())));
const number = (precedence, compute) => ({
    precedence,
    operand: values_type/* NUMBER */.uk,
    result: values_type/* NUMBER */.uk,
    compute,
});
const compare = (compute) => ({ precedence: 4, operand: values_type/* NUMBER */.uk, result: values_type/* BOOL */.HX, compute });
const OPERATORS = {
    '||': { precedence: 1, operand: values_type/* BOOL */.HX, result: values_type/* BOOL */.HX, compute: (a, b) => values_value/* Value */.W.bool(a.asBool() || b.asBool()) },
    '&&': { precedence: 2, operand: values_type/* BOOL */.HX, result: values_type/* BOOL */.HX, compute: (a, b) => values_value/* Value */.W.bool(a.asBool() && b.asBool()) },
    '==': { precedence: 3, result: values_type/* BOOL */.HX, compute: equality/* equal */.LC },
    '!=': { precedence: 3, result: values_type/* BOOL */.HX, compute: (a, b) => not((0,equality/* equal */.LC)(a, b)) },
    '<': compare(comparison(order => order < 0)),
    '<=': compare(comparison(order => order <= 0)),
    '>': compare(comparison(order => order > 0)),
    '>=': compare(comparison(order => order >= 0)),
    '+': number(5, arithmetic((a, b) => a.add(b))),
    '-': number(5, arithmetic((a, b) => a.subtract(b))),
    '*': number(6, arithmetic((a, b) => a.multiply(b))),
    '/': number(6, arithmetic((a, b) => a.divide(b))),
    '%': number(6, arithmetic((a, b) => a.modulo(b))),
};
const not = (value) => (value.isKnown ? values_value/* Value */.W.bool(!value.asBool()) : value);
class Binary extends Node {
    left;
    symbol;
    right;
    operator;
    constructor(left, symbol, right) {
        super(between(left.range, right.range));
        this.left = left;
        this.symbol = symbol;
        this.right = right;
        this.operator = OPERATORS[symbol];
    }
    /** A long chain, `a || b || c …`, leans to the left: it is walked in a loop, not by recursion. */
    evaluate(context) {
        const chain = [];
        let first = this;
        for (; first instanceof Binary; first = first.left)
            chain.push(first);
        const found = new collector/* Collector */.g();
        let value = found.take(first.evaluate(context));
        while (chain.length > 0)
            value = found.take(chain.pop().apply(value, context));
        return found.done(value);
    }
    apply(leftValue, context) {
        const { operand, result, compute } = this.operator;
        const found = new collector/* Collector */.g();
        const left = found.take(toOperand(leftValue, operand, 'left operand', this.left));
        if (left && this.isDecidedBy(left))
            return found.done(left);
        const evaluated = this.right.evaluate(context);
        const right = toOperand(evaluated.value, operand, 'right operand', this.right);
        if (left && right.value && this.isDecidedByRight(left, right.value, evaluated))
            return found.done(right.value);
        found.take(evaluated);
        found.take(right);
        if (!left || !right.value)
            return found.done(values_value/* Value */.W.unknown(result));
        if (!operand)
            return found.done(compute(left, right.value));
        if (left.isNull || right.value.isNull) {
            found.error('Operation failed', 'An operand is null: give it a value, for example with coalesce.', this.range);
            return found.done(values_value/* Value */.W.unknown(result));
        }
        if (!left.isKnown || !right.value.isKnown)
            return found.done(values_value/* Value */.W.unknown(result, true));
        return found.done(found.take(this.compute(left, right.value)));
    }
    compute(left, right) {
        const found = new collector/* Collector */.g();
        try {
            return found.done(this.operator.compute(left, right));
        }
        catch (error) {
            found.error('Operation failed', `This has no result: ${messageOf(error)}.`, this.range);
            return found.done(values_value/* Value */.W.unknown(this.operator.result));
        }
    }
    /** `false && x` and `true || x` leave x alone, mistakes in it included. */
    isDecidedBy(value) {
        if (this.symbol !== '&&' && this.symbol !== '||')
            return false;
        return value.state === 'known' && value.asBool() === (this.symbol === '||');
    }
    /** With an unknown left side a deciding right side counts, when it is free of mistakes. */
    isDecidedByRight(left, right, evaluated) {
        return !left.isKnown && evaluated.diagnostics.length === 0 && this.isDecidedBy(right);
    }
    parts() {
        return [part(this.left), part(this.right)];
    }
}
class Unary extends Node {
    symbol;
    operand;
    constructor(symbol, operand, range) {
        super(range);
        this.symbol = symbol;
        this.operand = operand;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const type = this.symbol === '!' ? values_type/* BOOL */.HX : values_type/* NUMBER */.uk;
        const value = found.take(this.operand.evaluate(context));
        const operand = found.take(toOperand(value, type, 'unary operand', this.operand));
        if (!operand?.isKnown)
            return found.done(values_value/* Value */.W.unknown(type, operand?.notNull));
        if (operand.isNull) {
            found.error('Operation failed', 'The operand is null: give it a value, for example with coalesce.', this.range);
            return found.done(values_value/* Value */.W.unknown(type));
        }
        return found.done(this.symbol === '!' ? not(operand) : values_value/* Value */.W.number(operand.asNumber().negate()));
    }
    parts() {
        return [part(this.operand)];
    }
}
function toOperand(value, type, role, node) {
    const found = new collector/* Collector */.g();
    if (!type)
        return found.done(value);
    try {
        return found.done((0,convert/* convert */.C6)(value, type));
    }
    catch (error) {
        found.error('Invalid operand', `Unsuitable value for ${role}: ${messageOf(error)}.`, node.range);
        return found.done(undefined);
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/collections.js
/** `[a, b]` and `{ a = b }`. */






class Tuple extends Node {
    items;
    constructor(items, range) {
        super(range);
        this.items = items;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        return found.done(values_value/* Value */.W.tuple(this.items.map(item => found.take(item.evaluate(context)))));
    }
    asList() {
        return this.items;
    }
    parts() {
        return this.items.map(part);
    }
}
class ObjectNode extends Node {
    items;
    constructor(items, range) {
        super(range);
        this.items = items;
    }
    /** Of two items with one key the later wins. With an unknown key nothing is known of the whole. */
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const entries = [];
        let known = true;
        for (const { key, value } of this.items) {
            const name = found.take(evaluateKey(key, context, this.range));
            const item = found.take(value.evaluate(context));
            if (name === undefined)
                known = false;
            else
                entries.push([name, item]);
        }
        return found.done(known ? values_value/* Value */.W.object(entries) : values_value/* Value */.W.unknown());
    }
    asMap() {
        return this.items;
    }
    parts() {
        return this.items.flatMap(({ key, value }) => (key instanceof NameKey ? [part(value)] : [part(key), part(value)]));
    }
}
/** A bare word in front of `=` is a name, not a variable. */
class NameKey extends Node {
    name;
    constructor(name, range) {
        super(range);
        this.name = name;
    }
    evaluate() {
        return { value: values_value/* Value */.W.string(this.name), diagnostics: [] };
    }
    asTraversal() {
        return { root: this.name, steps: [], range: this.range };
    }
}
/** `a.b = 1`: meant as a name or as a reference, who knows. */
class AmbiguousKey extends Node {
    evaluate() {
        const found = new collector/* Collector */.g();
        found.error('Ambiguous attribute key', 'A key with dots must say what it is: in quotes, "a.b", a literal name; in parentheses, (a.b), a reference.', this.range);
        return found.done(values_value/* Value */.W.unknown());
    }
}
/** Undefined when it is unknown or wrong. */
function evaluateKey(node, context, object) {
    const found = new collector/* Collector */.g();
    const key = found.take(node.evaluate(context));
    if (key.isNull) {
        found.error('Null value as key', 'A key must not be null.', node.range, object);
        return found.done(undefined);
    }
    try {
        const text = (0,convert/* convert */.C6)(key, values_type/* STRING */.An);
        return found.done(text.isKnown ? text.asString() : undefined);
    }
    catch (error) {
        found.error('Incorrect key type', `This value cannot be a key: ${messageOf(error)}.`, node.range, object);
        return found.done(undefined);
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/for.js
/** `[for v in c: x if y]` and `{for k, v in c: x => y...}`. */








class For extends Node {
    clauses;
    openRange;
    constructor(clauses, range, openRange) {
        super(range);
        this.clauses = clauses;
        this.openRange = openRange;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const collection = found.take(this.clauses.collection.evaluate(context));
        const items = found.take(this.iterate(collection));
        if (!items)
            return found.done(values_value/* Value */.W.unknown());
        // A condition that is wrong for every item is wrong even when there are no items.
        found.add(...this.includes(this.scope(context, values_value/* Value */.W.unknown(), values_value/* Value */.W.unknown())).diagnostics);
        if (found.diagnostics.length > 0)
            return found.done(values_value/* Value */.W.unknown());
        return found.done(found.take(this.clauses.key ? this.toObject(items, context) : this.toTuple(items, context)));
    }
    /** Keys and values, or undefined when they are unknown or there is nothing to iterate over. */
    iterate(collection) {
        const found = new collector/* Collector */.g();
        const { range } = this.clauses.collection;
        if (collection.isNull) {
            found.error('Iteration over null value', "A null value cannot be used as the collection in a 'for' expression.", range, this.openRange);
            return found.done(undefined);
        }
        if (collection.type.kind === 'dynamic')
            return found.done(undefined);
        if (!isIterable(collection.type)) {
            const detail = `A value of type ${(0,type_text/* friendlyName */.Rs)(collection.type)} cannot be used as the collection in a 'for' expression.`;
            found.error('Iteration over non-iterable value', detail, range, this.openRange);
            return found.done(undefined);
        }
        return found.done(collection.isKnown ? itemsOf(collection) : undefined);
    }
    toTuple(items, context) {
        const found = new collector/* Collector */.g();
        const elements = [];
        let known = true;
        for (const [key, value] of items) {
            const scope = this.scope(context, key, value);
            const included = found.take(this.includes(scope));
            if (included === undefined)
                known = false;
            if (included)
                elements.push(found.take(this.clauses.value.evaluate(scope)));
        }
        return found.done(known ? values_value/* Value */.W.tuple(elements) : values_value/* Value */.W.unknown());
    }
    toObject(items, context) {
        const found = new collector/* Collector */.g();
        const groups = new Map();
        let known = true;
        for (const [key, value] of items) {
            const scope = this.scope(context, key, value);
            const included = found.take(this.includes(scope));
            const name = included ? found.take(this.keyOf(scope)) : undefined;
            if (included === undefined || (included && name === undefined))
                known = false;
            if (name === undefined)
                continue;
            const result = found.take(this.clauses.value.evaluate(scope));
            const group = groups.get(name);
            if (group && !this.clauses.group)
                found.error('Duplicate object key', explainDuplicate(name), this.clauses.key.range, this.openRange);
            else if (group)
                group.push(result);
            else
                groups.set(name, [result]);
        }
        if (!known)
            return found.done(values_value/* Value */.W.unknown());
        return found.done(values_value/* Value */.W.object([...groups].map(([name, group]) => [name, this.clauses.group ? values_value/* Value */.W.tuple(group) : group[0]])));
    }
    scope(parent, key, value) {
        const variables = new Map([[this.clauses.valueName, value]]);
        if (this.clauses.keyName !== undefined)
            variables.set(this.clauses.keyName, key);
        if (this.clauses.keyName === this.clauses.valueName)
            variables.set(this.clauses.valueName, value);
        return { parent, variables };
    }
    /** Undefined when it cannot be told. */
    includes(scope) {
        const { condition } = this.clauses;
        const found = new collector/* Collector */.g();
        if (!condition)
            return found.done(true);
        const value = found.take(condition.evaluate(scope));
        if (value.isNull) {
            found.error('Condition is null', "The value of the 'if' clause must not be null.", condition.range, this.openRange);
            return found.done(undefined);
        }
        try {
            const bool = (0,convert/* convert */.C6)(value, values_type/* BOOL */.HX);
            return found.done(bool.isKnown ? bool.asBool() : undefined);
        }
        catch (error) {
            found.error("Invalid 'for' condition", `The 'if' clause value is invalid: ${messageOf(error)}.`, condition.range, this.openRange);
            return found.done(undefined);
        }
    }
    keyOf(scope) {
        const node = this.clauses.key;
        const found = new collector/* Collector */.g();
        const key = found.take(node.evaluate(scope));
        if (key.isNull) {
            found.error('Invalid object key', "The key expression of a 'for' expression must not produce a null value.", node.range, this.openRange);
            return found.done(undefined);
        }
        try {
            const text = (0,convert/* convert */.C6)(key, values_type/* STRING */.An);
            return found.done(text.isKnown ? text.asString() : undefined);
        }
        catch (error) {
            found.error('Invalid object key', `The key expression produced an invalid result: ${messageOf(error)}.`, node.range, this.openRange);
            return found.done(undefined);
        }
    }
    parts() {
        const { keyName, valueName, collection, key, value, condition } = this.clauses;
        const bound = keyName === undefined ? [valueName] : [keyName, valueName];
        const inner = [key, value, condition].filter(node => node !== undefined);
        return [part(collection), ...inner.map(node => ({ node, bound }))];
    }
}
const explainDuplicate = (name) => `Two items of this 'for' expression have the key "${name}". To collect the values of equal keys, write an ellipsis (...) behind the value.`;
const isIterable = (type) => ['list', 'set', 'map', 'tuple', 'object'].includes(type.kind);
/** Keys and values in order: indices of sequences, names of maps; an element of a set is its own key. */
function itemsOf(collection) {
    const { kind } = collection.type;
    if (kind === 'map' || kind === 'object')
        return [...collection.entries()].map(([key, value]) => [values_value/* Value */.W.string(key), value]);
    if (kind === 'set')
        return collection.elements().map(value => [value, value]);
    return collection.elements().map((value, i) => [values_value/* Value */.W.number(big_float/* BigFloat */.p.fromInteger(i)), value]);
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-collection.js






function parseBrackets(cursor) {
    const open = cursor.next();
    const isTuple = open.kind === '[';
    cursor.pushNewlines(false);
    const isFor = cursor.takeWord('for');
    if (!isFor && !isTuple)
        cursor.popNewlines();
    if (!isFor && !isTuple)
        cursor.pushNewlines(true);
    const node = isFor ? parseFor(cursor, open) : isTuple ? parseTuple(cursor, open) : parseObject(cursor, open);
    cursor.popNewlines();
    return node;
}
const isAtEnd = (cursor) => ['endOfFile', 'unterminated'].includes(cursor.peek().kind);
function parseTuple(cursor, open) {
    const items = [];
    while (cursor.peek().kind !== ']') {
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        items.push(parseExpression(cursor));
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        if (cursor.peek().kind !== ']' && !cursor.take(','))
            cursor.fail('Missing item separator', 'A comma must separate the items of a list.', undefined, between(open.range, cursor.peek().range));
    }
    return new Tuple(items, between(open.range, cursor.next().range));
}
function failAtEnd(cursor, open) {
    const [what, close] = open.kind === '[' ? ['tuple', 'bracket'] : ['object', 'brace'];
    const detail = `The file ends before this ${close} is closed. The one that is missing may also belong further up.`;
    return cursor.fail(`Unterminated ${what} constructor expression`, detail, open.range);
}
function parseObject(cursor, open) {
    const items = [];
    for (;;) {
        while (cursor.take('newline'))
            ;
        if (cursor.peek().kind === '}')
            break;
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        const key = asKey(parseExpression(cursor));
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        if (!cursor.take('=') && !cursor.take(':'))
            failWithoutValue(cursor, open, key);
        items.push({ key, value: parseExpression(cursor) });
        const { kind, range } = cursor.peek();
        if (kind === '}')
            break;
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        if (!cursor.take(',') && !cursor.take('newline'))
            cursor.fail('Missing attribute separator', 'A comma or a line break must separate the items of an object.', undefined, between(open.range, range));
    }
    return new ObjectNode(items, between(open.range, cursor.next().range));
}
function failWithoutValue(cursor, open, key) {
    const { kind, range } = cursor.peek();
    const context = between(open.range, range);
    if (kind === 'newline' || kind === ',' || kind === '}')
        cursor.fail('Missing attribute value', 'A value must follow the key, behind an equals sign ("=").', undefined, context);
    const hint = kind === '.' && key instanceof Literal ? ' A key with dots must stand in quotes.' : '';
    return cursor.fail('Missing key/value separator', `An equals sign ("=") must stand between key and value.${hint}`, undefined, context);
}
function asKey(node) {
    if (!(node instanceof ScopeTraversal) && !node.asTraversal())
        return node;
    const { root, steps } = node.asTraversal();
    return steps.length === 0 ? new NameKey(root, node.range) : new AmbiguousKey(node.range);
}
function parseFor(cursor, open) {
    const wrong = (detail, subject) => cursor.fail("Invalid 'for' expression", detail, subject, between(open.range, cursor.peek().range));
    const name = (detail) => cursor.take('identifier')?.text.normalize('NFC') ?? wrong(detail);
    const first = name("The name of a variable must follow 'for'.");
    const second = cursor.take(',') ? name('The name of a second variable must follow the comma.') : undefined;
    if (!cursor.takeWord('in'))
        wrong("The word 'in' must follow the names of the variables.");
    const collection = parseExpression(cursor);
    if (!cursor.take(':'))
        wrong('A colon must follow the collection.');
    const head = parseExpression(cursor);
    const arrow = cursor.take('=>');
    if (arrow && open.kind === '[')
        wrong('A list has no keys. For an object write braces around it.', arrow.range);
    if (!arrow && open.kind === '{')
        wrong('An object needs keys: write key => value. For a list write brackets around it.');
    const value = arrow ? parseExpression(cursor) : head;
    const ellipsis = cursor.take('...');
    if (ellipsis && !arrow)
        wrong('Only values of an object can be grouped with (...).', ellipsis.range);
    const condition = cursor.takeWord('if') ? parseExpression(cursor) : undefined;
    const close = cursor.take(open.kind === '[' ? ']' : '}');
    if (!close)
        return wrong(`The 'for' expression must be closed here with "${open.kind === '[' ? ']' : '}'}".`);
    const names = second === undefined ? { valueName: first } : { keyName: first, valueName: second };
    const clauses = { ...names, collection, key: arrow ? head : undefined, value, condition, group: ellipsis !== undefined };
    return new For(clauses, between(open.range, close.range), open.range);
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/splat.js
/** `list[*].name` and `list.*.name`. */








/** Under this name, which no author can write, the element at hand is in scope. */
const ELEMENT = '*';
/** Stands for the element that the innermost splat around it is at. */
class SplatElement extends Node {
    evaluate(context) {
        return { value: findVariable(context, ELEMENT) ?? values_value/* Value */.W.unknown(), diagnostics: [] };
    }
}
class Splat extends Node {
    source;
    each;
    starRange;
    constructor(source, 
    /** What is computed of each element; begins at a SplatElement. */
    each, range, starRange) {
        super(range);
        this.source = source;
        this.each = each;
        this.starRange = starRange;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const source = found.take(this.source.evaluate(context));
        const { kind } = source.type;
        const isSequence = kind === 'list' || kind === 'set' || kind === 'tuple';
        if (source.isNull && isSequence) {
            found.error('Splat of null value', 'A splat (the * symbol) cannot be applied to a null sequence.', this.starRange, this.range);
            return found.done(values_value/* Value */.W.unknown());
        }
        if (source.isNull)
            return found.done(values_value/* Value */.W.tuple([]));
        if (kind === 'dynamic' || (!isSequence && !source.notNull))
            return found.done(values_value/* Value */.W.unknown());
        const each = (element) => found.take(this.each.evaluate({ parent: context, variables: new Map([[ELEMENT, element]]) }));
        if (!isSequence)
            return found.done(values_value/* Value */.W.tuple([each(source)]));
        if (kind === 'tuple')
            return found.done(values_value/* Value */.W.tuple(tupleElements(source).map(each)));
        return found.done(found.take(this.toList(source, each)));
    }
    toList(source, each) {
        const found = new collector/* Collector */.g();
        const { element } = source.type;
        if (!source.isKnown)
            return found.done(values_value/* Value */.W.unknown({ kind: 'list', element: each(values_value/* Value */.W.unknown(element)).type }));
        const results = source.elements().map(each);
        if (results.length === 0)
            return found.done(values_value/* Value */.W.list(each(values_value/* Value */.W.unknown(element)).type, []));
        const types = results.map(result => result.type);
        const type = types.every(each => (0,type_text/* sameType */.n6)(each, types[0])) ? types[0] : (0,unify/* unify */.QF)(types);
        if (type)
            return found.done(listOfResults(type, results));
        found.error('Inconsistent splat results', 'The elements give results of different types, which no list can hold.', this.starRange, this.range);
        return found.done(values_value/* Value */.W.unknown());
    }
    parts() {
        return [part(this.source), part(this.each)];
    }
}
/** Results that are alike but for parts not yet known have no type yet either. */
function listOfResults(type, results) {
    const converted = results.map(result => (0,convert/* convert */.C6)(result, type));
    const isOne = converted.every(result => (0,type_text/* sameType */.n6)(result.type, type));
    return isOne ? values_value/* Value */.W.list(type, converted) : values_value/* Value */.W.unknown({ kind: 'list', element: values_type/* DYNAMIC */.u5 });
}
function tupleElements(tuple) {
    if (tuple.isKnown)
        return tuple.elements();
    return tuple.type.kind === 'tuple' ? tuple.type.elements.map(type => values_value/* Value */.W.unknown(type)) : [];
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-steps.js





function parseSteps(cursor, term) {
    const from = term.range;
    let node = term;
    let levels = 0;
    for (;;) {
        const next = parseStep(cursor, node, from);
        if (!next)
            break;
        if (!(next instanceof ScopeTraversal)) {
            cursor.enter();
            levels++;
        }
        node = next;
    }
    cursor.leave(levels);
    return node;
}
function parseStep(cursor, source, from) {
    const { kind } = cursor.peek();
    if (kind === '.')
        return parseDot(cursor, source, from);
    return kind === '[' ? parseIndex(cursor, source, from) : undefined;
}
function parseDot(cursor, source, from) {
    const dot = cursor.next();
    const star = cursor.take('*');
    return star
        ? parseAttributeSplat(cursor, source, from, between(dot.range, star.range))
        : withStep(source, parseDotStep(cursor, dot));
}
function parseDotStep(cursor, dot) {
    const token = cursor.peek();
    const range = between(dot.range, token.range);
    if (token.kind === 'identifier')
        return { kind: 'attribute', name: cursor.next().text.normalize('NFC'), range };
    if (token.kind !== 'number')
        return cursor.fail('Invalid attribute name', 'The name of an attribute must stand behind a dot.');
    if (!/^\d+$/.test(token.text))
        cursor.fail('Invalid legacy index syntax', 'Two indexes in a row cannot be written with dots: use brackets, as in [0][1].', token.range);
    return { kind: 'index', key: parseNumber(cursor, cursor.next()), range };
}
/** `.*` takes only names and plain numbers along; brackets behind them work on the whole result. */
function parseAttributeSplat(cursor, source, from, star) {
    let each = new SplatElement(star);
    while (cursor.peek().kind === '.') {
        const dot = cursor.next();
        if (cursor.peek().kind === '*') {
            const detail = 'A splat with a dot cannot hold another. Use brackets for both: [*].name[*].name.';
            cursor.fail('Nested splat expression not allowed', detail);
        }
        each = withStep(each, parseDotStep(cursor, dot));
    }
    return new Splat(source, each, between(from, each.range), star);
}
function parseIndex(cursor, source, from) {
    const open = cursor.next();
    cursor.pushNewlines(false);
    if (cursor.peek().kind === '*')
        return parseFullSplat(cursor, source, from, open);
    const key = parseExpression(cursor);
    const close = cursor.take(']');
    if (!close)
        return cursor.fail('Missing close bracket on index', 'The index must be closed with "]" here.');
    cursor.popNewlines();
    const range = between(open.range, close.range);
    if (key instanceof Literal && !key.asTraversal())
        return withStep(source, { kind: 'index', key: key.value, range });
    return new Index(source, key, between(from, close.range), range);
}
/** Everything behind `[*]` belongs to each element. */
function parseFullSplat(cursor, source, from, open) {
    cursor.next();
    const close = cursor.take(']');
    if (!close)
        return cursor.fail('Missing close bracket on splat index', 'The star of a splat must be closed with "]" at once.');
    cursor.popNewlines();
    const star = between(open.range, close.range);
    const each = parseSteps(cursor, new SplatElement(star));
    return new Splat(source, each, between(from, each.range), star);
}
function withStep(source, step) {
    if (source instanceof ScopeTraversal)
        return new ScopeTraversal(source.root, source.rootRange, [...source.steps, step]);
    if (source instanceof RelativeTraversal)
        return new RelativeTraversal(source.source, [...source.steps, step]);
    return new RelativeTraversal(source, [step]);
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/template.js
/** Text with values in it. */






class Template extends Node {
    pieces;
    constructor(pieces, range) {
        super(range);
        this.pieces = pieces;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        let text = '';
        for (const piece of this.pieces) {
            const added = typeof piece === 'string' ? piece : found.take(this.textOf(piece, context));
            text = text === undefined || added === undefined ? undefined : text + added;
        }
        return found.done(text === undefined ? values_value/* Value */.W.unknown(values_type/* STRING */.An, true) : values_value/* Value */.W.string(text));
    }
    textOf(node, context) {
        const found = new collector/* Collector */.g();
        const value = found.take(node.evaluate(context));
        const wrong = (detail) => found.error('Invalid template interpolation value', detail, node.range, this.range);
        if (value.isNull)
            wrong('The expression result is null, which has no place in a string.');
        else {
            try {
                const text = (0,convert/* convert */.C6)(value, values_type/* STRING */.An);
                if (text.isKnown)
                    return found.done(text.asString());
            }
            catch (error) {
                wrong(`This value has no place in a string: ${messageOf(error)}.`);
            }
        }
        return found.done(undefined);
    }
    parts() {
        return this.pieces.filter(piece => typeof piece !== 'string').map(part);
    }
}
/** `%{ for }`: the texts of all rounds in a row. */
class TemplateFor extends Node {
    rounds;
    constructor(rounds, range) {
        super(range);
        this.rounds = rounds;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const rounds = found.take(this.rounds.evaluate(context));
        if (!rounds.isKnown || !rounds.isWhollyKnown)
            return found.done(values_value/* Value */.W.unknown(values_type/* STRING */.An, true));
        return found.done(values_value/* Value */.W.string(rounds
            .elements()
            .map(text => text.asString())
            .join('')));
    }
    parts() {
        return [part(this.rounds)];
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/template-pieces.js






/** White space as Go knows it: unlike JavaScript's it has U+0085 and not U+FEFF. */
const SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING = new RegExp(`^${SPACE}+`);
const TRAILING = new RegExp(`${SPACE}+$`);
/** `~` takes away the white space next to it, line breaks too, but only of the one literal token there. */
function applyStripMarkers(pieces) {
    pieces.forEach((piece, i) => {
        if (piece.kind === 'text')
            return;
        const [before, after] = [pieces[i - 1], pieces[i + 1]];
        if (piece.trimBefore && before?.kind === 'text')
            before.text = before.text.replace(TRAILING, '');
        if (piece.trimAfter && after?.kind === 'text')
            after.text = after.text.replace(LEADING, '');
    });
}
/**
 * `<<-` takes the smallest indentation away from all lines but blank ones. Strip markers have worked before: a line whose break they
 * took is no line of its own any more. Text that comes from values is left alone.
 */
function removeIndentation(pieces) {
    const startsLine = pieces.map((_, i) => {
        const before = pieces[i - 1];
        return i === 0 || (before?.kind === 'text' && before.text.endsWith('\n'));
    });
    let least = Number.POSITIVE_INFINITY;
    pieces.forEach((piece, i) => {
        if (!startsLine[i])
            return;
        if (piece.kind !== 'text')
            least = 0;
        else if (!isBlankLine(piece.text))
            least = Math.min(least, countGraphemes(indentationOf(piece.text)));
    });
    pieces.forEach((piece, i) => {
        if (startsLine[i] && piece.kind === 'text' && !isBlankLine(piece.text))
            piece.text = outdent(piece.text, least);
    });
}
const indentationOf = (text) => LEADING.exec(text)?.[0].replace(/\r?\n$/, '') ?? '';
const isBlankLine = (text) => text.endsWith('\n') && text.replace(LEADING, '') === '';
function outdent(text, width) {
    const indentation = indentationOf(text);
    return [...indentation].slice(width).join('') + text.slice(indentation.length);
}
/** Adjacent texts are joined. `end` is where the template ends, for what is missing there. */
function buildPieces(cursor, pieces, end) {
    return new Builder(cursor, pieces, end).all();
}
class Builder {
    cursor;
    pieces;
    end;
    index = 0;
    constructor(cursor, pieces, end) {
        this.cursor = cursor;
        this.pieces = pieces;
        this.end = end;
    }
    all() {
        const built = this.until(undefined);
        const stray = this.pieces[this.index];
        if (stray)
            this.unexpected(stray, 'The control directives within this template are unbalanced.');
        return built;
    }
    /** Up to a directive that the opener must deal with. */
    until(opener) {
        const built = [];
        for (let piece = this.pieces[this.index]; piece; piece = this.pieces[this.index]) {
            if (piece.kind === 'else' || piece.kind === 'endif' || piece.kind === 'endfor')
                return built;
            this.index++;
            if (piece.kind === 'text') {
                if (typeof built[built.length - 1] === 'string')
                    built.push(`${built.pop()}${piece.text}`);
                else if (piece.text !== '')
                    built.push(piece.text);
            }
            else if (piece.kind === 'value')
                built.push(piece.node);
            else
                built.push(this.nested(piece));
        }
        if (!opener)
            return built;
        const { line, column } = opener.range.start;
        const detail = `The "${opener.kind}" at line ${line}, column ${column} needs an "end${opener.kind}".`;
        return this.cursor.fail('Unexpected end of template', detail, this.end, between(opener.range, this.end));
    }
    nested(piece) {
        this.cursor.enter();
        const node = piece.kind === 'if' ? this.conditional(piece) : this.loop(piece);
        this.cursor.leave();
        return node;
    }
    conditional(opener) {
        const whenTrue = this.until(opener);
        const hasElse = this.pieces[this.index]?.kind === 'else';
        if (hasElse)
            this.index++;
        const whenFalse = hasElse ? this.until(opener) : [];
        const end = this.pieces[this.index++];
        const { line, column } = opener.range.start;
        if (end.kind === 'else')
            this.unexpected(end, `The "if" at line ${line}, column ${column} already has an "else".`);
        if (end.kind !== 'endif')
            this.unexpected(end, `The "if" at line ${line}, column ${column} must be closed with "endif" first.`);
        const range = between(opener.range, end.range);
        return new Conditional(opener.condition, template_pieces_text(whenTrue, range), template_pieces_text(whenFalse, range), range);
    }
    loop(opener) {
        const body = this.until(opener);
        const end = this.pieces[this.index++];
        const { line, column } = opener.range.start;
        if (end.kind !== 'endfor')
            this.unexpected(end, `The "for" at line ${line}, column ${column} must be closed with "endfor" first.`);
        const range = between(opener.range, end.range);
        const { keyName, valueName, collection } = opener;
        return new TemplateFor(new For({ keyName, valueName, collection, value: template_pieces_text(body, range), group: false }, range, opener.range), range);
    }
    unexpected(piece, detail) {
        return this.cursor.fail(`Unexpected ${piece.kind} directive`, detail, piece.range);
    }
}
function template_pieces_text(pieces, range) {
    return pieces.every(piece => typeof piece === 'string')
        ? new Literal(values_value/* Value */.W.string(pieces.join('')), range)
        : new Template(pieces, range);
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-template.js
/** Templates: quoted strings, heredocs, and whole files. Reads the pieces; `template-pieces` makes nodes of them. */








function parseQuoted(cursor) {
    const open = cursor.next();
    const pieces = readPieces(cursor, 'closeQuote', true);
    return assemble(cursor, pieces, open.range, cursor.next().range, true);
}
function parseHeredoc(cursor) {
    const open = cursor.next();
    const pieces = readPieces(cursor, 'closeHeredoc', false);
    applyStripMarkers(pieces);
    if (open.text.startsWith('<<-'))
        removeIndentation(pieces);
    return assemble(cursor, pieces, open.range, cursor.next().range, false);
}
/** To the end of the file, without quotes around it. */
function parseBareTemplate(cursor) {
    const start = cursor.peek().range;
    const pieces = readPieces(cursor, 'endOfFile', false);
    return assemble(cursor, pieces, start, cursor.peek().range, true);
}
/** A single interpolation and nothing else keeps its type, but not in a heredoc. */
function assemble(cursor, pieces, start, end, unwrap) {
    const range = between(start, end);
    const [only] = pieces;
    if (unwrap && pieces.length === 1 && only?.kind === 'value')
        return new Wrapped(only.node, range, 'template');
    if (unwrap)
        applyStripMarkers(pieces);
    const built = buildPieces(cursor, pieces, end);
    const text = built.every(piece => typeof piece === 'string') ? built.join('') : undefined;
    return text === undefined ? new Template(built, range) : new Literal(values_value/* Value */.W.string(text), range);
}
function readPieces(cursor, end, escapes) {
    const pieces = [];
    for (let { kind } = cursor.peek(); kind !== end; kind = cursor.peek().kind) {
        if (kind === 'literal')
            pieces.push(readLiteral(cursor, escapes));
        else if (kind === 'interpolation')
            pieces.push(readInterpolation(cursor));
        else if (kind === 'directive')
            pieces.push(readDirective(cursor));
        else
            cursor.fail('Unterminated template string', 'This string is not closed.');
    }
    return pieces;
}
function readLiteral(cursor, escapes) {
    const token = cursor.next();
    return { kind: 'text', text: cursor.found.take(unescapeLiteral(token, escapes)), range: token.range };
}
function readInterpolation(cursor) {
    const open = cursor.next();
    cursor.enter();
    cursor.pushNewlines(false);
    const node = parseExpression(cursor);
    const close = closeSequence(cursor, open, 'interpolation');
    cursor.popNewlines();
    cursor.leave();
    return { kind: 'value', node, ...sequence(open, close) };
}
const sequence = (open, close) => ({
    range: between(open.range, close.range),
    trimBefore: open.text.endsWith('~'),
    trimAfter: close.text.startsWith('~'),
});
function closeSequence(cursor, open, what) {
    const close = cursor.take('sequenceEnd');
    if (close)
        return close;
    const { kind, range } = cursor.peek();
    const isOpen = ['endOfFile', 'openQuote', 'unterminated'].includes(kind) || range.start.line > open.range.start.line;
    if (isOpen && what === 'interpolation')
        return cursor.fail('Unclosed template interpolation sequence', `No closing brace ends this sequence.`, open.range);
    if (isOpen)
        return cursor.fail('Unclosed template control sequence', 'No closing brace ends this sequence.', open.range);
    if (what === 'interpolation') {
        const detail = 'The closing brace must follow the expression. Quotes inside it need no backslash.';
        return cursor.fail('Extra characters after interpolation expression', detail);
    }
    if (what === 'else')
        return cursor.fail('Extra characters in else marker', 'The closing brace must follow "else": there is no "else if".');
    return cursor.fail('Extra characters in directive', 'The closing brace must follow here.');
}
const DIRECTIVES = ['if', 'else', 'endif', 'for', 'endfor'];
function readDirective(cursor) {
    const open = cursor.next();
    cursor.enter();
    cursor.pushNewlines(false);
    const word = cursor.peek();
    const keyword = DIRECTIVES.find(directive => word.kind === 'identifier' && word.text === directive);
    if (!keyword)
        return failOnKeyword(cursor, word);
    cursor.next();
    const clause = keyword === 'if'
        ? { kind: keyword, condition: parseExpression(cursor) }
        : keyword === 'for'
            ? readForClause(cursor)
            : { kind: keyword };
    const close = closeSequence(cursor, open, keyword === 'else' ? 'else' : 'directive');
    cursor.popNewlines();
    cursor.leave();
    return { ...clause, ...sequence(open, close) };
}
function failOnKeyword(cursor, word) {
    if (word.kind !== 'identifier')
        return cursor.fail('Invalid template directive', 'One of the words if, else, endif, for and endfor must stand here.');
    return cursor.fail('Invalid template control keyword', `There is no directive "${word.text}".${(0,did_you_mean/* didYouMean */.a)(word.text, DIRECTIVES)}`);
}
function readForClause(cursor) {
    const name = () => cursor.take('identifier')?.text.normalize('NFC') ??
        cursor.fail("Invalid 'for' directive", 'The name of a variable must stand here.');
    const first = name();
    const second = cursor.take(',') ? name() : undefined;
    if (!cursor.takeWord('in'))
        cursor.fail("Invalid 'for' directive", "The word 'in' must follow the names of the variables.");
    const names = second === undefined ? { valueName: first } : { keyName: first, valueName: second };
    return { kind: 'for', ...names, collection: parseExpression(cursor) };
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-expression.js
/** Expressions: a conditional of binary operations of unary operations of terms with steps behind them. */











function parseExpression(cursor) {
    cursor.enter();
    const condition = parseBinary(cursor, 1);
    const result = cursor.take('?') ? parseConditional(cursor, condition) : condition;
    cursor.leave();
    return result;
}
function parseConditional(cursor, condition) {
    const whenTrue = parseExpression(cursor);
    if (!cursor.take(':'))
        cursor.fail('Missing false expression in conditional', 'A conditional, a ? b : c, needs a colon here and the result for false behind it.', undefined, between(condition.range, cursor.peek().range));
    return new Conditional(condition, whenTrue, parseExpression(cursor));
}
/** Operators of at least this precedence; equal ones group to the left. */
function parseBinary(cursor, least) {
    let left = parseUnary(cursor);
    for (;;) {
        const symbol = cursor.peek().kind;
        const precedence = OPERATORS[symbol]?.precedence ?? 0;
        if (precedence < least)
            return left;
        cursor.next();
        left = new Binary(left, symbol, parseBinary(cursor, precedence + 1));
    }
}
function parseUnary(cursor) {
    const token = cursor.peek();
    if (token.kind !== '!' && token.kind !== '-')
        return parseSteps(cursor, parseTerm(cursor));
    cursor.next();
    cursor.enter();
    const operand = parseUnary(cursor);
    cursor.leave();
    return new Unary(token.kind, operand, between(token.range, operand.range));
}
function parseTerm(cursor) {
    const token = cursor.peek();
    switch (token.kind) {
        case 'number':
            return new Literal(parseNumber(cursor, cursor.next()), token.range);
        case 'identifier':
            return parseName(cursor, cursor.next());
        case 'openQuote':
            return parseQuoted(cursor);
        case 'openHeredoc':
            return parseHeredoc(cursor);
        case '(':
            return parseParentheses(cursor);
        case '[':
        case '{':
            return parseBrackets(cursor);
        case 'endOfFile':
            return cursor.fail('Missing expression', 'The file ends where an expression should begin.');
        default:
            return cursor.fail('Invalid expression', 'This is not the beginning of an expression, and one must stand here.');
    }
}
/** The scanner joins `1.5.5` to one token, which is an index path behind a dot and nothing elsewhere. */
function parseNumber(cursor, token) {
    const number = big_float/* BigFloat */.p.parse(token.text);
    return number ? values_value/* Value */.W.number(number) : cursor.fail('Invalid number literal', `"${token.text}" is not a number.`, token.range);
}
function parseParentheses(cursor) {
    const open = cursor.next();
    cursor.pushNewlines(false);
    const inner = parseExpression(cursor);
    const close = cursor.take(')');
    if (!close)
        return cursor.fail('Unbalanced parentheses', 'The parenthesis must be closed here.', undefined, between(open.range, cursor.peek().range));
    cursor.popNewlines();
    return new Wrapped(inner, between(open.range, close.range), 'parentheses');
}
const KEYWORDS = new Map([
    ['true', values_value/* Value */.W.bool(true)],
    ['false', values_value/* Value */.W.bool(false)],
    ['null', values_value/* Value */.W.null()],
]);
function parseName(cursor, token) {
    const { kind } = cursor.peek();
    if (kind === '(' || kind === '::')
        return parseCall(cursor, token);
    const keyword = KEYWORDS.get(token.text);
    return keyword
        ? new Literal(keyword, token.range, token.text)
        : new ScopeTraversal(token.text.normalize('NFC'), token.range, []);
}
function parseCall(cursor, first) {
    let name = first.text;
    let nameRange = first.range;
    while (cursor.take('::')) {
        const token = cursor.take('identifier');
        if (!token)
            return cursor.fail('Missing function name', 'The name of a function must stand behind "::".');
        name += `::${token.text}`;
        nameRange = between(nameRange, token.range);
    }
    const open = cursor.take('(');
    if (!open)
        return cursor.fail('Missing open parenthesis', 'A name with "::" is a function: its arguments in parentheses must follow.');
    cursor.pushNewlines(false);
    const { args, expand } = parseArguments(cursor, nameRange);
    const close = cursor.next();
    cursor.popNewlines();
    return new Call(name, args, expand, between(first.range, close.range), nameRange, close.range);
}
/** Up to the closing parenthesis, which stays. */
function parseArguments(cursor, nameRange) {
    const args = [];
    while (cursor.peek().kind !== ')') {
        args.push(parseExpression(cursor));
        const ellipsis = cursor.take('...');
        const { kind, range } = cursor.peek();
        if (ellipsis && kind !== ')')
            cursor.fail('Missing closing parenthesis', 'Only the last argument may be expanded with (...): close the parenthesis behind it.', ellipsis.range);
        if (ellipsis)
            return { args, expand: true };
        if (kind === 'endOfFile' || kind === 'unterminated')
            cursor.fail('Unterminated function call', 'The file ends before the parenthesis of this function call is closed.', between(nameRange, range));
        if (kind !== ')' && !cursor.take(','))
            cursor.fail('Missing argument separator', 'A comma must separate the arguments of a function.', undefined, between(nameRange, range));
    }
    return { args, expand: false };
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-body.js








/** Reads up to the closing brace (which stays) or the end of the file. */
class BodyParser {
    cursor;
    end;
    attributes = new Map();
    blocks = [];
    /** Behind a mistake, what cannot even begin a statement is taken for a part of it. */
    recovering = false;
    constructor(cursor, end) {
        this.cursor = cursor;
        this.end = end;
    }
    parse() {
        const { cursor } = this;
        for (let { kind } = cursor.peek(); kind !== this.end && kind !== 'endOfFile'; kind = cursor.peek().kind) {
            if (cursor.take('newline'))
                continue;
            const index = cursor.index;
            const state = cursor.save();
            try {
                this.parseStatement();
                this.recovering = false;
            }
            catch (error) {
                if (!(error instanceof Abandoned))
                    throw error;
                cursor.restore(state);
                skipStatement(cursor, index);
                this.recovering = true;
            }
        }
    }
    result(missingItemRange) {
        return new HclBody(this.attributes, this.blocks, missingItemRange);
    }
    parseStatement() {
        const { cursor } = this;
        const token = cursor.peek();
        const name = cursor.take('identifier');
        if (!name) {
            if (this.recovering && token.kind !== 'openQuote')
                throw new Abandoned();
            return token.kind === 'openQuote'
                ? cursor.fail('Invalid argument name', 'The name of an argument, and the type of a block, stand without quotes.')
                : cursor.fail('Argument or block definition required', 'An argument, name = value, or a block must stand here.');
        }
        const { kind } = cursor.peek();
        if (kind === '=')
            return this.parseAttribute(name, { newline: true });
        if (kind === '{' || kind === 'openQuote' || kind === 'identifier')
            return this.parseBlock(name);
        const detail = 'An argument, name = value, or a block must stand here. The equals sign, or the opening brace, must be on this line.';
        return cursor.fail('Argument or block definition required', detail, name.range, between(name.range, cursor.peek().range));
    }
    parseAttribute(name, { newline }) {
        const { cursor } = this;
        cursor.next();
        const placeholder = new Literal(values_value/* Value */.W.unknown(), name.range);
        const previous = this.attributes.get(name.text);
        const attribute = (expression) => ({
            name: name.text,
            expression,
            range: between(name.range, expression.range),
            nameRange: name.range,
        });
        if (!previous)
            this.attributes.set(name.text, attribute(placeholder));
        const expression = parseExpression(cursor);
        if (!previous)
            this.attributes.set(name.text, attribute(expression));
        else {
            const { line, column } = previous.nameRange.start;
            const detail = `The argument "${name.text}" is already set at line ${line}, column ${column}. Each argument may be set only once.`;
            cursor.found.error('Attribute redefined', detail, name.range, between(name.range, expression.range));
        }
        if (newline)
            this.endStatement('argument', between(name.range, expression.range));
    }
    endStatement(what, context) {
        const { cursor } = this;
        const { kind } = cursor.peek();
        if (kind === 'endOfFile' || cursor.take('newline'))
            return;
        if (kind === ',') {
            const detail = 'Each argument stands on a line of its own, without a comma behind it.';
            cursor.fail('Unexpected comma after argument', detail, undefined, context);
        }
        cursor.fail(`Missing newline after ${what}`, `The ${what} must end with a newline.`, undefined, context);
    }
    parseBlock(typeToken) {
        const { cursor } = this;
        const header = parseHeader(cursor, typeToken);
        if (!header) {
            this.recovering = true;
            return;
        }
        cursor.enter();
        const body = parseBlockBody(cursor, header);
        cursor.leave();
        const { labels, labelRanges, definitionRange } = header;
        this.blocks.push({ type: typeToken.text, labels, body, typeRange: typeToken.range, labelRanges, definitionRange });
        this.endStatement('block definition', definitionRange);
    }
}
function parseBody(cursor) {
    const parser = new BodyParser(cursor, 'endOfFile');
    parser.parse();
    return parser.result(cursor.peek().range);
}

;// CONCATENATED MODULE: ./build/language/line-table.js

class LineTable {
    text;
    file;
    /** Offsets at which lines begin. */
    starts;
    positions;
    /** Where the last search ended; the next one is mostly a little further on in the same line. */
    line = 0;
    offset = 0;
    position;
    constructor(text, file, first) {
        this.text = text;
        this.file = file;
        const starts = [0];
        const positions = [first];
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            const line = text.slice(starts[starts.length - 1], at + 1);
            positions.push(advance(positions[positions.length - 1], line));
            starts.push(at + 1);
        }
        this.starts = starts;
        this.positions = positions;
        this.position = first;
    }
    range(from, to) {
        const start = this.at(from);
        return { file: this.file, start, end: from === to ? start : this.at(to) };
    }
    at(offset) {
        if (offset < this.offset || offset >= (this.starts[this.line + 1] ?? Number.POSITIVE_INFINITY))
            this.goToLineOf(offset);
        if (offset > this.offset)
            this.position = advance(this.position, this.text.slice(this.offset, offset));
        this.offset = offset;
        return this.position;
    }
    goToLineOf(offset) {
        let [low, high] = [0, this.starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.starts[middle] <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        this.line = low;
        this.offset = this.starts[low];
        this.position = this.positions[low];
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/token.js
const PUNCTUATION = [
    ...['...', '=>', '==', '!=', '<=', '>=', '&&', '||', '::'],
    ...['{', '}', '[', ']', '(', ')', '.', ',', ':', '?', '=', '!', '<', '>', '+', '-', '*', '/', '%'],
];
const KNOWN = new Set(PUNCTUATION);
/** The longest punctuation there. */
function punctuationAt(text, offset) {
    for (let length = text[offset] === '.' ? 3 : 2; length > 0; length--) {
        const candidate = text.slice(offset, offset + length);
        if (KNOWN.has(candidate))
            return candidate;
    }
    return undefined;
}
class Token {
    kind;
    source;
    from;
    to;
    place;
    constructor(kind, source, from, to) {
        this.kind = kind;
        this.source = source;
        this.from = from;
        this.to = to;
    }
    get text() {
        return this.source.text.slice(this.from, this.to);
    }
    get range() {
        this.place ??= this.source.range(this.from, this.to);
        return this.place;
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/scanner.js
/** Cuts HCL source into tokens. Strings hold templates that hold strings: a stack of modes says what the next character means. */


const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)*(?:[eE][+-]?\d+)?/y;
const SPACES = /[ \t]+/y;
const COMMENT = /(?:#|\/\/)[^\n]*?(?=\r?\n|$)|\/\*[\s\S]*?\*\//y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const NEWLINE = /\r?\n/y;
const SPACE_BEFORE_BREAK = /^[^\S\r\n]\r?\n/;
const CHARACTER = /[\s\S]/uy;
/** Reads `text` as HCL, or, with `mode` bare, as the inside of a template without quotes. Ends with an endOfFile token. */
function scan(text, file, start, mode = 'main') {
    return new Scanner(text, file, start, mode).scan();
}
class Scanner {
    text;
    tokens = [];
    modes;
    source;
    offset = 0;
    constructor(text, file, start, mode) {
        this.text = text;
        this.source = new LineTable(text, file, start);
        this.modes = [mode === 'bare' ? { kind: 'bare' } : { kind: 'main', braces: 0, sequence: false, offset: -1 }];
    }
    scan() {
        while (this.offset < this.text.length) {
            const mode = this.modes[this.modes.length - 1];
            if (mode.kind === 'main')
                this.scanMain(mode);
            else if (mode.kind === 'heredoc' && mode.lineStart && this.closesHeredoc(mode.marker))
                this.modes.pop();
            else
                this.scanTemplate(mode);
        }
        if (this.modes[this.modes.length - 1].kind === 'quoted' || this.modes[this.modes.length - 1].kind === 'heredoc')
            this.emit('unterminated', 0);
        this.emit('endOfFile', 0);
        return this.tokens;
    }
    scanMain(mode) {
        const character = this.text[this.offset];
        const word = this.match(IDENTIFIER);
        if (word > 0)
            this.emit('identifier', word);
        else if (character === ' ' || character === '\t')
            this.offset += this.match(SPACES);
        else if (character === '"') {
            this.emit('openQuote', 1);
            this.modes.push({ kind: 'quoted', offset: this.offset });
        }
        else if (character === '\n' || character === '\r')
            this.scanNewline();
        else if (character >= '0' && character <= '9')
            this.emit('number', this.match(NUMBER));
        else if ((character === '#' || character === '/') && this.match(COMMENT) > 0)
            this.emit('comment', this.match(COMMENT));
        else if (character === '<' && this.match(HEREDOC) > 0)
            this.openHeredoc();
        else if (mode.sequence && mode.braces === 0 && (character === '}' || this.text.startsWith('~}', this.offset))) {
            this.emit('sequenceEnd', character === '}' ? 1 : 2);
            this.modes.pop();
        }
        else
            this.scanPunctuation(mode, character);
    }
    scanPunctuation(mode, character) {
        if (character === '{')
            mode.braces++;
        if (character === '}' && mode.braces > 0)
            mode.braces--;
        const punctuation = punctuationAt(this.text, this.offset);
        if (punctuation !== undefined)
            this.emit(punctuation, punctuation.length);
        else
            this.emit('invalid', this.match(CHARACTER));
    }
    scanNewline() {
        const length = this.match(NEWLINE);
        this.emit(length > 0 ? 'newline' : 'invalid', length || 1);
    }
    openHeredoc() {
        this.emit('openHeredoc', this.match(HEREDOC));
        const marker = this.tokens[this.tokens.length - 1].text.replace(/^<<-?|\r?\n$/g, '');
        this.modes.push({ kind: 'heredoc', marker, lineStart: true });
    }
    /** The marker stands alone on its line, and a line break follows it: at the end of the file it does not close. */
    closesHeredoc(marker) {
        const end = this.text.indexOf('\n', this.offset);
        if (end < 0 || this.text.slice(this.offset, end).trim() !== marker)
            return false;
        this.emit('closeHeredoc', end - this.offset - (this.text[end - 1] === '\r' ? 1 : 0));
        return true;
    }
    scanTemplate(mode) {
        const length = this.literalLength(mode);
        if (length > 0) {
            this.emit('literal', length);
            if (mode.kind === 'heredoc')
                mode.lineStart = this.text[this.offset - 1] === '\n';
            return;
        }
        const character = this.text[this.offset];
        if (character === '$' || character === '%') {
            this.emit(character === '$' ? 'interpolation' : 'directive', this.text[this.offset + 2] === '~' ? 3 : 2);
            if (mode.kind === 'heredoc')
                mode.lineStart = false;
            this.modes.push({ kind: 'main', braces: 0, sequence: true, offset: this.offset });
        }
        else if (character === '"') {
            this.emit('closeQuote', 1);
            this.modes.pop();
        }
        else
            this.breakOff();
    }
    /** A quoted string may not span lines: it ends here, and with it all templates that were opened on this line. */
    breakOff() {
        this.emit('unterminated', 0);
        const broken = this.modes.pop();
        const lineStart = 'offset' in broken ? this.text.lastIndexOf('\n', broken.offset) : this.offset;
        const isOnSameLine = (mode) => 'offset' in mode && mode.offset > lineStart;
        while (isOnSameLine(this.modes[this.modes.length - 1]))
            this.modes.pop();
    }
    /**
     * Up to the next sequence, the closing quote or the end of the line. `$${` is literal, also behind further dollars. A
     * lone `$` or `%` with one space behind it at the end of a line ends the token, as in HCL's own scanner: a strip marker in
     * the next line spares that space.
     */
    literalLength(mode) {
        const { text, offset } = this;
        const quoted = mode.kind === 'quoted';
        let i = offset;
        while (i < text.length) {
            const character = text[i];
            if (character === '\n')
                return quoted ? i - offset - (i > offset && text[i - 1] === '\r' ? 1 : 0) : i + 1 - offset;
            if (quoted && character === '"')
                break;
            if (quoted && character === '\\' && text[i + 1] !== '\n' && text[i + 1] !== '\r')
                i += 2;
            else if (character === '$' || character === '%') {
                const from = i;
                while (text[i] === character)
                    i++;
                if (SPACE_BEFORE_BREAK.test(text.slice(i, i + 3)))
                    return i + 1 - offset;
                if (text[i] !== '{')
                    continue;
                if (i - from === 1)
                    return from - offset;
                i++;
            }
            else
                i++;
        }
        return Math.min(i, text.length) - offset;
    }
    match(pattern) {
        pattern.lastIndex = this.offset;
        return pattern.test(this.text) ? pattern.lastIndex - this.offset : 0;
    }
    emit(kind, length) {
        const end = this.offset + length;
        this.tokens.push(new Token(kind, this.source, this.offset, end));
        this.offset = end;
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/index.js








/** A whole file. Statements with mistakes are left out, or have an unknown value. */
function parseFile(text, file) {
    return parse(text, file, undefined, 'main', parseBody);
}
/** One expression and nothing behind it, which may span lines only inside brackets. */
function hcl_parseExpression(text, file, start) {
    return parse(text, file, start, 'main', cursor => orUnknown(cursor, parseWhole));
}
/** A file that is a template, or a string that is one, without quotes and escapes. */
function parseTemplate(text, file, start) {
    return parse(text, file, start, 'bare', cursor => orUnknown(cursor, parseBareTemplate));
}
/** `var.image["id"]`; undefined when it is anything else. */
function parseTraversal(text, file, start) {
    return parse(text, file, start, 'main', cursor => {
        const node = orUnknown(cursor, parseWhole);
        const traversal = node.isReference ? node.asTraversal() : undefined;
        if (!traversal && cursor.found.diagnostics.length === 0)
            cursor.found.error('Invalid reference', 'A name must stand here, with attributes and constant indexes behind it at most.', node.range);
        return traversal;
    });
}
function parse(text, file, start, mode, read) {
    const source = decodeSource(text, file, start);
    const cursor = new Cursor(scan(source.text, file, source.start, mode));
    cursor.found.add(...source.diagnostics);
    return cursor.found.done(read(cursor));
}
function orUnknown(cursor, read) {
    try {
        return read(cursor);
    }
    catch (error) {
        if (!(error instanceof Abandoned))
            throw error;
        return new Literal(values_value/* Value */.W.unknown(), cursor.tokens[0].range);
    }
}
function parseWhole(cursor) {
    cursor.pushNewlines(false);
    const node = parseExpression(cursor);
    if (cursor.peek().kind !== 'endOfFile')
        cursor.fail('Extra characters after expression', 'An expression was successfully parsed, but more follows it here.');
    return node;
}

;// CONCATENATED MODULE: ./build/language/values/json.js
/** Values as JSON, both ways, with numbers exact; and as the plain data of JavaScript. */


class JsonError extends Error {
}
/** As Go writes it: keys in byte order, no spaces, `<`, `>` and `&` escaped. Throws JsonError for infinity, unknowns and capsules. */
function toJson(value) {
    if (!value.isKnown)
        throw new JsonError('an unknown value has no JSON');
    if (value.isNull)
        return 'null';
    switch (value.type.kind) {
        case 'string':
            return quoteJson(value.asString());
        case 'number':
            if (value.asNumber().isInfinite)
                throw new JsonError('cannot serialize infinity as JSON');
            return value.asNumber().toText();
        case 'bool':
            return String(value.asBool());
        case 'list':
        case 'set':
        case 'tuple':
            return `[${value.elements().map(toJson).join(',')}]`;
        case 'map':
        case 'object':
            return `{${[...value.entries()].map(([key, each]) => `${quoteJson(key)}:${toJson(each)}`).join(',')}}`;
        default:
            throw new JsonError(`a ${value.type.kind} has no JSON`);
    }
}
const escapes = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
const quoteJson = (text) => 
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters JSON wants escaped
`"${text.replace(/["\\\u0000-\u001f<>&\u2028\u2029]/g, c => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
/** Objects become objects, arrays tuples, as `jsondecode` has it; of a repeated key the last counts. Throws JsonError. */
function fromJson(text) {
    const reader = new JsonReader(text);
    const value = reader.value(0);
    reader.end();
    return value;
}
const DEEPEST = 1_000;
/** Half a surrogate pair is no character: Go reads it as U+FFFD. */
const unquote = (literal) => JSON.parse(literal).replace(/\p{Surrogate}/gu, '\ufffd');
const token = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold them
/[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))?/y;
class JsonReader {
    text;
    offset = 0;
    constructor(text) {
        this.text = text;
    }
    value(depth) {
        if (depth > DEEPEST)
            throw new JsonError('exceeded max depth');
        const [, mark, string, number, word] = this.next();
        if (string !== undefined)
            return values_value/* Value */.W.string(unquote(string));
        if (number !== undefined)
            return this.number(number);
        if (word !== undefined)
            return word === 'null' ? values_value/* Value */.W.null() : values_value/* Value */.W.bool(word === 'true');
        if (mark === '[')
            return values_value/* Value */.W.tuple(this.list(']', () => this.value(depth + 1)));
        if (mark === '{')
            return values_value/* Value */.W.object(new Map(this.list('}', () => this.property(depth + 1))));
        throw this.unexpected('looking for beginning of value');
    }
    end() {
        this.next();
        if (this.offset < this.text.length || /\S/.test(this.text.slice(this.start)))
            throw new JsonError('extraneous data after JSON object');
    }
    start = 0;
    next() {
        token.lastIndex = this.offset;
        const found = token.exec(this.text);
        this.start = this.offset;
        this.offset = token.lastIndex;
        return found;
    }
    number(text) {
        const number = big_float/* BigFloat */.p.parse(text);
        if (!number)
            throw new JsonError(`cannot represent the number ${text}`);
        return values_value/* Value */.W.number(number);
    }
    property(depth) {
        const [, , key] = this.next();
        if (key === undefined)
            throw this.unexpected('looking for beginning of object key string');
        if (this.next()[1] !== ':')
            throw this.unexpected('after object key');
        return [unquote(key).normalize('NFC'), this.value(depth)];
    }
    list(close, item) {
        const items = [];
        const before = this.offset;
        if (this.next()[1] === close)
            return items;
        this.offset = before;
        for (;;) {
            items.push(item());
            const mark = this.next()[1];
            if (mark === close)
                return items;
            if (mark !== ',')
                throw this.unexpected(close === ']' ? 'after array element' : 'after object key:value pair');
        }
    }
    unexpected(where) {
        const at = this.start + /^[ \t\n\r]*/.exec(this.text.slice(this.start))[0].length;
        if (at >= this.text.length)
            return new JsonError('unexpected end of JSON input');
        const line = this.text.slice(0, at).split('\n');
        return new JsonError(`invalid character '${String.fromCodePoint(this.text.codePointAt(at))}' ${where} (line ${line.length}, column ${line.at(-1).length + 1})`);
    }
}
/** Plain data as a value: arrays are tuples, plain objects and Maps objects, undefined is null. */
function fromJs(data) {
    if (data === null || data === undefined)
        return Value.null();
    if (data instanceof Value)
        return data;
    if (typeof data === 'string')
        return Value.string(data);
    if (typeof data === 'boolean')
        return Value.bool(data);
    if (typeof data === 'bigint')
        return Value.number(BigFloat.fromInteger(data));
    if (typeof data === 'number')
        return Value.number(Number.isSafeInteger(data) ? BigFloat.fromInteger(data) : BigFloat.fromDouble(data));
    if (Array.isArray(data))
        return Value.tuple(data.map(fromJs));
    const entries = data instanceof Map ? data : Object.entries(data);
    return Value.object([...entries].map(([key, each]) => [key, fromJs(each)]));
}
/** A value as plain data; integers beyond the safe range are bigint. Throws JsonError for unknowns and capsules. */
function toJs(value) {
    if (!value.isKnown)
        throw new JsonError('an unknown value has no data');
    if (value.isNull)
        return null;
    switch (value.type.kind) {
        case 'string':
            return value.asString();
        case 'number': {
            const number = value.asNumber();
            const double = number.toDouble();
            return number.isInteger && !Number.isSafeInteger(double) ? number.toInteger() : double;
        }
        case 'bool':
            return value.asBool();
        case 'list':
        case 'set':
        case 'tuple':
            return value.elements().map(toJs);
        case 'map':
        case 'object': {
            const plain = Object.create(null);
            for (const [key, each] of value.entries())
                plain[key] = toJs(each);
            return plain;
        }
        default:
            throw new JsonError(`a ${value.type.kind} has no data`);
    }
}

;// CONCATENATED MODULE: ./build/language/functions/define.js
/** The short way to declare a function: parameters, result and body; callFunction does the rest. */






const parameter = (name, type, options = {}) => ({ name, type, ...options });
const string = (name, options) => parameter(name, values_type/* STRING */.An, options);
const define_number = (name, options) => parameter(name, values_type/* NUMBER */.uk, options);
const strings = (name) => parameter(name, (0,values_type/* listOf */.c3)(values_type/* STRING */.An), INSIDE);
const any = (name, options) => parameter(name, values_type/* DYNAMIC */.u5, options);
/** The last parameter, taken any number of times. */
const many = (declared) => ({ ...declared, many: true });
/** For lists and maps that are only rearranged: elements may be unknown. */
const INSIDE = { allowUnknownInside: true };
function define_define(name, parameters, result, body) {
    const call = (args) => {
        try {
            return lift(body(...args));
        }
        catch (error) {
            throw asFunctionError(error);
        }
    };
    return {
        name,
        parameters: parameters.filter(each => !each.many),
        variadic: parameters.find(each => each.many),
        resultType: args => {
            if (result === 'call')
                return args.every(arg => arg.isWhollyKnown) ? call(args).type : values_type/* DYNAMIC */.u5;
            return typeof result === 'function' ? result(...args) : result;
        },
        call,
    };
}
/** A function of text alone. */
const defineText = (name, parameters, body) => define_define(name, parameters.map(each => string(each)), /^(starts|ends)with$|contains$/.test(name) ? values_type/* BOOL */.HX : values_type/* STRING */.An, (...args) => body(...args.map(arg => arg.asString())));
function lift(result) {
    if (result instanceof values_value/* Value */.W)
        return result;
    if (result instanceof big_float/* BigFloat */.p)
        return values_value/* Value */.W.number(result);
    return typeof result === 'string' ? values_value/* Value */.W.string(result) : values_value/* Value */.W.bool(result);
}
/** Numbers without a value, text that is no number and the like are the caller's mistakes, not ours. */
function asFunctionError(error) {
    const mistake = error instanceof RangeError || error instanceof convert/* ConversionError */.zx || error instanceof JsonError;
    return mistake ? new FunctionError(error.message) : error;
}
const LARGEST = 2 ** 63;
/** An argument that must be an integer. */
function whole(value, prefix = '') {
    const n = value.asNumber();
    if (!n.isInteger || Math.abs(n.toDouble()) >= LARGEST)
        throw new FunctionError(`${prefix}value must be a whole number, between -9223372036854775808 and 9223372036854775807`);
    return n.toDouble();
}
const integer = (n) => values_value/* Value */.W.number(big_float/* BigFloat */.p.fromInteger(n));

// EXTERNAL MODULE: ./build/language/duration.js
var language_duration = __webpack_require__(5252);
// EXTERNAL MODULE: ./build/language/time.js
var language_time = __webpack_require__(1069);
;// CONCATENATED MODULE: ./build/language/functions/library/dates.js
/** Dates and times: texts in RFC 3339, taken apart, moved and written in other ways. */






function dates_parse(text, argument, separators) {
    try {
        return (0,language_time/* parseRfc3339 */.TM)(text, separators);
    }
    catch (error) {
        throw error instanceof language_time/* TimeError */.kk ? new FunctionError(`not a valid RFC3339 timestamp: ${error.message}`, argument) : error;
    }
}
/** By letter: how each length of it is written, and what to say of other lengths. */
const verbs = {
    Y: { rule: 'year must either be "YY" or "YYYY"', lengths: { 2: at => (0,language_time/* digits */.vm)(at.year % 100, 2), 4: at => (0,language_time/* digits */.vm)(at.year, 4) } },
    M: {
        rule: 'month must be "M", "MM", "MMM", or "MMMM"',
        lengths: {
            1: at => String(at.month),
            2: at => (0,language_time/* digits */.vm)(at.month, 2),
            3: at => at.monthName.slice(0, 3),
            4: at => at.monthName,
        },
    },
    D: { rule: 'day of month must either be "D" or "DD"', lengths: { 1: at => String(at.day), 2: at => (0,language_time/* digits */.vm)(at.day, 2) } },
    E: {
        rule: 'day of week must either be "EEE" or "EEEE"',
        lengths: { 3: at => at.weekdayName.slice(0, 3), 4: at => at.weekdayName },
    },
    h: { rule: '24-hour must either be "h" or "hh"', lengths: { 1: at => String(at.hour), 2: at => (0,language_time/* digits */.vm)(at.hour, 2) } },
    H: {
        rule: '12-hour must either be "H" or "HH"',
        lengths: { 1: at => String(at.hour % 12 || 12), 2: at => (0,language_time/* digits */.vm)(at.hour % 12 || 12, 2) },
    },
    A: { rule: 'must be "AA"', lengths: { 2: at => (at.hour < 12 ? 'AM' : 'PM') } },
    a: { rule: 'must be "aa"', lengths: { 2: at => (at.hour < 12 ? 'am' : 'pm') } },
    m: { rule: 'minute must either be "m" or "mm"', lengths: { 1: at => String(at.minute), 2: at => (0,language_time/* digits */.vm)(at.minute, 2) } },
    s: { rule: 'second must either be "s" or "ss"', lengths: { 1: at => String(at.second), 2: at => (0,language_time/* digits */.vm)(at.second, 2) } },
    Z: {
        rule: 'timezone must be Z, ZZZZ, or ZZZZZ',
        lengths: {
            1: (_, { offset }) => (0,language_time/* zone */.rg)(offset, ':', 'Z'),
            3: (_, { offset }) => (0,language_time/* zone */.rg)(offset, '', 'UTC'),
            4: (_, { offset }) => (0,language_time/* zone */.rg)(offset, ''),
            5: (_, { offset }) => (0,language_time/* zone */.rg)(offset, ':'),
        },
    },
};
/** Letters are verbs, repeated for width; text in single quotes stands for itself, '' in it for a quote. */
function formatDate(format, timestamp) {
    const moment = dates_parse(timestamp, 1);
    const at = (0,language_time/* calendar */.BJ)(moment);
    return format.replace(/'((?:[^']|'')*)('?)|([a-zA-Z])\3*/g, (verb, quoted, closed, letter) => {
        if (quoted !== undefined && closed === '')
            throw new FunctionError("unterminated literal '", 0);
        if (quoted !== undefined)
            return quoted.replaceAll("''", "'");
        const known = verbs[letter];
        if (!known)
            throw new FunctionError(`invalid date format verb "${verb}"`, 0);
        const write = known.lengths[verb.length];
        if (!write)
            throw new FunctionError(`invalid date format verb "${verb}": ${known.rule}`, 0);
        return write(at, moment);
    });
}
function timeAdd(timestamp, duration) {
    const moment = dates_parse(timestamp);
    try {
        return (0,language_time/* formatRfc3339 */.ZA)((0,language_time/* addNanoseconds */.$O)(moment, (0,language_duration/* parseNanoseconds */.Nj)(duration)));
    }
    catch (error) {
        throw new FunctionError(error.message);
    }
}
const numbers = ['year', 'year_day', 'day', 'month', 'weekday', 'hour', 'minute', 'second', 'unix', 'iso_year', 'iso_week'];
const PARSED = (0,values_type/* objectOf */.Xy)(new Map([...numbers.map(name => [name, values_type/* NUMBER */.uk]), ['month_name', values_type/* STRING */.An], ['weekday_name', values_type/* STRING */.An]]));
function takeApart(moment) {
    const at = (0,language_time/* calendar */.BJ)(moment);
    const counts = [
        at.year,
        at.yearDay,
        at.day,
        at.month,
        at.weekday,
        at.hour,
        at.minute,
        at.second,
        moment.unix,
        at.isoYear,
        at.isoWeek,
    ];
    return values_value/* Value */.W.object([
        ...numbers.map((name, i) => [name, integer(counts[i])]),
        ['month_name', values_value/* Value */.W.string(at.monthName)],
        ['weekday_name', values_value/* Value */.W.string(at.weekdayName)],
    ]);
}
function dateFunctions({ now, startedAt }) {
    const start = (0,language_time/* momentOf */.Et)(startedAt);
    return [
        defineText('formatdate', ['format', 'time'], formatDate),
        defineText('timeadd', ['timestamp', 'duration'], timeAdd),
        define_define('timestamp', [], values_type/* STRING */.An, () => (0,language_time/* formatRfc3339 */.ZA)((0,language_time/* momentOf */.Et)(now()))),
        define_define('legacy_isotime', [many(string('format'))], values_type/* STRING */.An, (format, ...more) => {
            if (more.length > 0)
                throw new FunctionError(`too many values, 1 needed: ${more.length + 1} given`);
            return format ? (0,language_time/* formatLayout */.Cu)(start, format.asString()) : (0,language_time/* formatRfc3339 */.ZA)(start);
        }),
        defineText('legacy_strftime', ['format'], format => (0,language_time/* strftime */.dP)(start, format)),
        define_define('rfc3339_parse', [string('timestamp')], PARSED, text => takeApart(dates_parse(text.asString(), 0, 'Tt '))),
        define_define('unix_timestamp_parse', [define_number('unix_timestamp')], PARSED, unix => takeApart({ unix: whole(unix), nanoseconds: 0, offset: 0 })),
    ];
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/language/functions/heavy.js
/**
 * Libraries that take tens of milliseconds to load, and that few templates need: loaded when first asked for.
 * A plain `require` stays synchronous and is what a CommonJS bundle and the tests both understand.
 */
const re2 = () => __webpack_require__(6472);
const yaml = () => __webpack_require__(8815);
const csv = () => __webpack_require__(1110);
const bcrypt = () => __webpack_require__(1773);
const iconv = () => __webpack_require__(1748);
const picomatch = () => __webpack_require__(4006);
const ipaddr = () => __webpack_require__(8280);

;// CONCATENATED MODULE: ./build/language/functions/yaml-decode.js








const CORE = 'tag:yaml.org,2002:';
/** Deeper documents are refused before they are read: the parser recurses, and would take the whole process down. */
const yaml_decode_DEEPEST = 300;
const MOST_NODES = 2_000_000;
/** Throws FunctionError. */
function decodeYaml(text) {
    if (nesting(text) > yaml_decode_DEEPEST)
        throw new FunctionError(`it is nested more than ${yaml_decode_DEEPEST} levels deep`);
    const { LineCounter, parseDocument } = yaml();
    const lines = new LineCounter();
    const document = parseDocument(text, {
        schema: 'failsafe',
        version: '1.1',
        uniqueKeys: false,
        merge: false,
        strict: true,
        lineCounter: lines,
        logLevel: 'error',
    });
    const [error] = document.errors;
    if (error?.code === 'MULTIPLE_DOCS') {
        const { line, col } = lines.linePos(error.pos[0]);
        throw new FunctionError(`on line ${line}, column ${col}: unexpected extra content after value`);
    }
    const unresolved = error && /[Uu]nresolved alias.*: ([^\s]+)/.exec(error.message);
    if (unresolved)
        throw new FunctionError(`reference to undefined anchor ${JSON.stringify(unresolved[1])}`);
    if (error) {
        const { line, col } = lines.linePos(error.pos[0]);
        throw new FunctionError(`on line ${line}, column ${col}: ${error.message.split(/ at line |\n/)[0]}`);
    }
    if (document.contents === null && !/^---/m.test(text))
        throw new FunctionError('on line 1, column 1: missing start of document');
    return new Decoder(offset => lines.linePos(offset)).value(document.contents);
}
/** How deep it may be at most: by indentation and dashes in block style, by brackets in flow style. */
function nesting(text) {
    const indents = [];
    let [deepest, brackets] = [0, 0];
    for (const line of text.split('\n')) {
        const [head, spaces] = /^( *)(?:[-?:] +)*/.exec(line);
        while (indents.length > 0 && indents.at(-1) >= spaces.length)
            indents.pop();
        indents.push(spaces.length);
        deepest = Math.max(deepest, indents.length + brackets + (head.match(/[-?:]/g)?.length ?? 0));
        for (const character of line.match(/[[\]{}]/g) ?? []) {
            brackets = Math.max(0, brackets + (character === '[' || character === '{' ? 1 : -1));
            deepest = Math.max(deepest, indents.length + brackets);
        }
    }
    return deepest;
}
class Decoder {
    position;
    anchors = new Map();
    nodes = 0;
    constructor(position) {
        this.position = position;
    }
    value(node) {
        const { isAlias, isMap, isScalar, isSeq } = yaml();
        if (!node || (isScalar(node) && node.source === undefined && node.value === null))
            return values_value/* Value */.W.null();
        const before = this.nodes;
        this.count(1);
        if (isAlias(node))
            return this.alias(node);
        const anchor = node.anchor;
        if (anchor)
            this.anchors.set(anchor, 'open');
        const value = isScalar(node)
            ? scalar(node)
            : isMap(node)
                ? this.map(node)
                : isSeq(node)
                    ? this.sequence(node)
                    : values_value/* Value */.W.null();
        if (anchor)
            this.anchors.set(anchor, { value, size: this.nodes - before });
        return value;
    }
    /** An alias counts as much as what it stands for: a few lines of them could otherwise grow beyond all memory. */
    count(nodes) {
        this.nodes += nodes;
        if (this.nodes > MOST_NODES)
            throw new FunctionError('its aliases stand for too much');
    }
    alias(node) {
        const known = this.anchors.get(node.source);
        if (known === undefined)
            throw new FunctionError(`reference to undefined anchor ${JSON.stringify(node.source)}`);
        if (known === 'open')
            throw new FunctionError(`cannot refer to anchor ${JSON.stringify(node.source)} from inside its own definition`);
        this.count(known.size);
        return known.value;
    }
    sequence(node) {
        checkTag(node, 'seq', 'sequence');
        return values_value/* Value */.W.tuple(node.items.map(item => this.value(item)));
    }
    map(node) {
        checkTag(node, 'map', 'mapping');
        const entries = new Map();
        const merged = new Map();
        for (const pair of node.items) {
            const value = this.value(pair.value);
            if (isMergeKey(pair))
                this.merge(value, pair, merged);
            else
                entries.set(this.key(pair), value);
        }
        return values_value/* Value */.W.object(new Map([...merged, ...entries]));
    }
    merge(value, pair, into) {
        if (value.type.kind !== 'object' && value.type.kind !== 'map')
            throw this.at(pair, `cannot merge ${(0,type_text/* friendlyName */.Rs)(value.type)} into mapping`);
        for (const [key, each] of value.entries())
            into.set(key, each);
    }
    key(pair) {
        const key = this.value(pair.key);
        if (key.isNull)
            throw this.at(pair, 'mapping key cannot be null');
        try {
            return (0,convert/* convert */.C6)(key, values_type/* STRING */.An).asString();
        }
        catch (error) {
            throw error instanceof convert/* ConversionError */.zx ? new FunctionError('only strings are allowed as mapping keys') : error;
        }
    }
    at(pair, message) {
        const { line, col } = this.position(pair.key?.range?.[0] ?? 0);
        return new FunctionError(`on line ${line}, column ${col}: ${message}`);
    }
}
function isMergeKey({ key }) {
    return yaml().isScalar(key) && key.source === '<<' && key.type === 'PLAIN' && !key.tag;
}
function checkTag(node, own, kind) {
    if (!node.tag || node.tag === CORE + own)
        return;
    throw new FunctionError(`can't interpret ${kind} as ${node.tag}`);
}
const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:|~|null|Null|NULL)$/;
function scalar(node) {
    const text = String(node.source ?? '');
    const plain = node.type === 'PLAIN' || node.type === undefined;
    const tag = node.tag?.startsWith(CORE) ? node.tag.slice(CORE.length) : node.tag;
    if (tag !== undefined && !['str', 'int', 'float', 'bool', 'null', 'timestamp', 'binary'].includes(tag))
        throw new FunctionError(`unsupported tag ${JSON.stringify(node.tag)}`);
    if (tag === 'str' || (!plain && tag !== 'timestamp' && tag !== 'binary'))
        return values_value/* Value */.W.string(text);
    const value = tag === 'null' ? values_value/* Value */.W.null() : tag === 'binary' ? binary(text) : plainScalar(text, tag);
    if (!value)
        throw new FunctionError(`cannot parse ${JSON.stringify(text)} as ${node.tag}`);
    return value;
}
function binary(text) {
    if (!/^[A-Za-z0-9+/=\s]*$/.test(text) || text.replace(/\s/g, '').length % 4 !== 0)
        throw new FunctionError(`cannot parse ${JSON.stringify(text)} as ${CORE}binary: not valid base64`);
    return values_value/* Value */.W.string(text);
}
/** By what the text looks like, within what the tag allows; undefined when it allows none. */
function plainScalar(text, tag) {
    const allowed = (...tags) => tag === undefined || tags.includes(tag);
    if (allowed('bool') && TRUE.test(text))
        return values_value/* Value */.W.bool(true);
    if (allowed('bool') && FALSE.test(text))
        return values_value/* Value */.W.bool(false);
    if (allowed() && NULL.test(text))
        return values_value/* Value */.W.null();
    if (allowed('timestamp')) {
        const timestamp = yamlTime(text);
        if (timestamp !== undefined)
            return values_value/* Value */.W.string(timestamp);
    }
    if (allowed('int', 'float')) {
        if (/^\.(?:nan|NaN|NAN)$/.test(text))
            throw new FunctionError('floating point NaN is not supported');
        const number = yamlNumber(text);
        if (number)
            return values_value/* Value */.W.number(number);
    }
    return tag === undefined ? values_value/* Value */.W.string(text) : undefined;
}
function yamlNumber(text) {
    const infinite = /^([+-]?)\.(?:inf|Inf|INF)$/.exec(text);
    if (infinite)
        return big_float/* BigFloat */.p.fromText(`${infinite[1]}Inf`);
    if (text.startsWith('.'))
        return big_float/* BigFloat */.p.parse(text);
    if (!/^[-+\d]/.test(text))
        return undefined;
    const bare = text.replaceAll('_', '');
    const binaryDigits = /^(-?)0b([01]+)$/.exec(bare);
    if (binaryDigits)
        return big_float/* BigFloat */.p.fromInteger(BigInt(`0b${binaryDigits[2]}`) * (binaryDigits[1] ? -1n : 1n));
    return big_float/* BigFloat */.p.parse(bare);
}
/** The forms of a date that YAML knows, as RFC 3339; undefined for others. */
function yamlTime(text) {
    const [, date, time = '0:0:0', offset = 'Z'] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[Tt](\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)(Z|[+-]\d\d:\d\d)|[ ](\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?))?$/
        .exec(text)
        ?.map((group, i, all) => (i === 2 ? (all[2] ?? all[4]) : group)) ?? [];
    if (date === undefined)
        return undefined;
    const two = (part) => part.replace(/\b\d\b(?!\d)/g, digit => digit.padStart(2, '0'));
    try {
        return (0,language_time/* formatRfc3339 */.ZA)((0,language_time/* parseRfc3339 */.TM)(`${two(date)}T${two(time.split('.')[0])}${offset}`));
    }
    catch (error) {
        if (error instanceof language_time/* TimeError */.kk)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/language/functions/yaml-encode.js
/**
 * YAML as go-cty-yaml 1.0.1 writes it: every text in double quotes, but several lines as a literal block; lists not indented,
 * keys in byte order, long texts broken at spaces past column 80.
 */



const WIDTH = 80;
const LONGEST_KEY = 128;
function encodeYaml(value) {
    const text = node(value, 0, 0);
    const open = value.isNull || value.type.kind === 'number' || value.type.kind === 'bool';
    // A bare word at the top needs the mark that it has ended.
    return open ? `${text}\n...\n` : text.endsWith('\n') ? text : `${text}\n`;
}
/** Starting at `column`; further lines of it are indented by `indent`. Block text ends with its own line end. */
function node(value, indent, column) {
    if (value.isNull)
        return 'null';
    switch (value.type.kind) {
        case 'string':
            return isBlock(value.asString())
                ? block(value.asString(), Math.max(indent, 2))
                : quoted(value.asString(), Math.max(indent, 2), column);
        case 'number':
            return value.asNumber().isInfinite
                ? value
                    .asNumber()
                    .toText()
                    .replace(/^\+?(-?)Inf/, '$1.inf')
                : value.asNumber().toText();
        case 'bool':
            return toJson(value);
        case 'list':
        case 'set':
        case 'tuple':
            return value.elements().length === 0
                ? '[]'
                : lines(value.elements().map(each => `- ${item(each, indent + 2)}`), indent);
        case 'map':
        case 'object':
            return value.entries().size === 0
                ? '{}'
                : lines([...value.entries()].map(([key, each]) => entry(key, each, indent)), indent);
        default:
            throw new FunctionError(`a ${value.type.kind} cannot be written as YAML`);
    }
}
const lines = (parts, indent) => parts.map((part, i) => (i === 0 ? '' : ' '.repeat(indent)) + part + (part.endsWith('\n') ? '' : '\n')).join('');
/** What stands behind "- ": nested collections start on the same line. */
const item = (value, indent) => node(value, indent, indent);
function entry(key, value, indent) {
    const simple = !key.includes('\n') && key.length <= LONGEST_KEY;
    const name = simple
        ? quoted(key, indent, Number.NEGATIVE_INFINITY)
        : `? ${node(values_value/* Value */.W.string(key), indent + 2, indent + 2).replace(/\n?$/, '\n')}${' '.repeat(indent)}`;
    const start = indent + (simple ? name.length : 0) + 2;
    const kind = value.state === 'known' ? value.type.kind : 'string';
    if (['list', 'set', 'tuple'].includes(kind) && value.elements().length > 0)
        return `${name}:\n${' '.repeat(indent)}${node(value, indent, indent)}`;
    if (['map', 'object'].includes(kind) && value.entries().size > 0)
        return `${name}:\n${' '.repeat(indent + 2)}${node(value, indent + 2, indent + 2)}`;
    return `${name}: ${node(value, indent + 2, start)}`;
}
/** Printable, no space before a line's end, none at the end, and more than one line. */
const isBlock = (text) => text.includes('\n') && !/ \n| $/.test(text) && !unprintable.test(text);
const unprintable = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
function block(text, indent) {
    const hint = /^[ \n]/.test(text) ? '2' : '';
    const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
    const body = text.replace(/\n$/, '').split('\n');
    return `|${hint}${chomp}\n${body.map(line => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}\n`;
}
// biome-ignore format: a table
const yaml_encode_escapes = {
    '\0': '0', '\x07': 'a', '\b': 'b', '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r', '\x1b': 'e',
    '"': '"', '\\': '\\', '\x85': 'N', '\u2028': 'L', '\u2029': 'P',
};
function quoted(text, indent, column) {
    const characters = [...text];
    let written = '"';
    let at = column + 1;
    let afterSpace = false;
    for (const [i, character] of characters.entries()) {
        if (character === ' ' && !afterSpace && at > WIDTH && i > 0 && i < characters.length - 1) {
            const more = characters[i + 1] === ' ' ? '\\' : '';
            written += `\n${' '.repeat(indent)}${more}`;
            at = indent + more.length;
        }
        else {
            const piece = character === '"' || character === '\\' || character === '\n' || unprintable.test(character)
                ? escaped(character)
                : character;
            written += piece;
            at += piece.length;
        }
        afterSpace = character === ' ';
    }
    return `${written}"`;
}
function escaped(character) {
    const short = yaml_encode_escapes[character];
    if (short)
        return `\\${short}`;
    const code = character.codePointAt(0);
    const hex = (width) => code.toString(16).toUpperCase().padStart(width, '0');
    return code <= 0xff ? `\\x${hex(2)}` : code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

;// CONCATENATED MODULE: ./build/language/functions/library/encoding.js
/** Text in other clothes: base64, gzip, URLs, character sets, JSON, CSV, YAML. */









/** Strict, but for line ends; undefined when it is not base64. */
function fromBase64(text) {
    const bare = text.replace(/[\r\n]/g, '');
    return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bare) ? Buffer.from(bare, 'base64') : undefined;
}
/** Undefined when the bytes are not UTF-8. */
function fromUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function base64Decode(text) {
    const bytes = fromBase64(text);
    if (!bytes)
        throw new FunctionError(`failed to decode base64 data ${JSON.stringify(text)}`);
    const decoded = fromUtf8(bytes);
    if (decoded === undefined)
        throw new FunctionError('the result of decoding the provided string is not valid UTF-8');
    return decoded;
}
/** As Go's QueryEscape: a space is a plus, and only letters, digits and -_.~ stay. */
const urlEncode = (text) => encodeURIComponent(text)
    .replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
/** What iconv-lite has beyond the character sets that IANA registers. */
const NOT_A_CHARACTER_SET = /^(?:hex|base64|binary|ucs-?2|utf8|utf-?7.*|utf-?32.*|cesu-?8|internal|cp\d{4,}|win\d+|x-.*)$/i;
function knownEncoding(name) {
    if (NOT_A_CHARACTER_SET.test(name) || !iconv().encodingExists(name))
        throw new FunctionError(`${JSON.stringify(name)} is not a supported IANA encoding name or alias`, 1);
    return name;
}
function encodeText(text, encoding) {
    const name = knownEncoding(encoding);
    const bytes = iconv().encode(text, /^utf-?16$/i.test(name) ? 'utf-16be' : name, { addBOM: /^utf-?16$/i.test(name) });
    if (iconv().decode(bytes, name) !== text)
        throw new FunctionError(`the given string contains characters that cannot be represented in ${encoding}`, 0);
    return bytes.toString('base64');
}
function decodeText(source, encoding) {
    const name = knownEncoding(encoding);
    const bytes = fromBase64(source);
    if (!bytes) {
        const offset = /[^A-Za-z0-9+/]/.exec(source.replace(/=+$/, ''))?.index ?? source.length;
        throw new FunctionError(`the given value has an invalid base64 symbol at offset ${offset}`, 0);
    }
    const text = iconv().decode(bytes, name, { defaultEncoding: 'utf16be' });
    if (text.includes('\ufffd'))
        throw new FunctionError(`the given string contains symbols that are not defined for ${encoding}`, 0);
    return text;
}
/** The first line names the attributes of all others. */
function decodeCsv(text) {
    const records = readCsv(text);
    const [names, ...rows] = records;
    if (!names)
        throw new FunctionError('missing header line');
    const twice = names.fields.find((name, i) => names.fields.indexOf(name) !== i);
    if (twice !== undefined)
        throw new FunctionError(`duplicate column name ${JSON.stringify(twice)}`);
    const objects = rows.map(({ fields, line }) => {
        if (fields.length !== names.fields.length)
            throw new FunctionError(`record on line ${line}: wrong number of fields`);
        return values_value/* Value */.W.object(names.fields.map((name, i) => [name, values_value/* Value */.W.string(fields[i])]));
    });
    return values_value/* Value */.W.list(values_value/* Value */.W.object(names.fields.map(name => [name, values_value/* Value */.W.null(values_type/* STRING */.An)])).type, objects);
}
function readCsv(text) {
    const { parse, CsvError } = csv();
    try {
        const options = {
            bom: false,
            info: true,
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: ['\r\n', '\n'],
        };
        const records = parse(text, options);
        return records.map(({ info, record }) => ({ line: info.lines, fields: record.map(field => field.replaceAll('\r\n', '\n')) }));
    }
    catch (error) {
        if (!(error instanceof CsvError))
            throw error;
        const problems = {
            CSV_QUOTE_NOT_CLOSED: 'extraneous or missing " in quoted-field',
            CSV_INVALID_CLOSING_QUOTE: 'extraneous or missing " in quoted-field',
            INVALID_OPENING_QUOTE: 'bare " in non-quoted-field',
        };
        throw new FunctionError(`parse error on line ${error.lines}: ${problems[error.code] ?? error.message}`);
    }
}
const encodingFunctions = [
    defineText('base64encode', ['str'], text => Buffer.from(text).toString('base64')),
    defineText('base64decode', ['str'], base64Decode),
    defineText('base64gzip', ['str'], text => (0,external_node_zlib_.gzipSync)(text).toString('base64')),
    defineText('urlencode', ['str'], urlEncode),
    defineText('textencodebase64', ['string', 'encoding'], encodeText),
    defineText('textdecodebase64', ['source', 'encoding'], decodeText),
    define_define('jsonencode', [any('val', { allowNull: true })], values_type/* STRING */.An, value => toJson(value)),
    define_define('jsondecode', [string('str')], 'call', text => fromJson(text.asString())),
    define_define('csvdecode', [string('str')], 'call', text => decodeCsv(text.asString())),
    define_define('yamlencode', [any('value', { allowNull: true })], values_type/* STRING */.An, value => encodeYaml(value)),
    define_define('yamldecode', [string('src')], 'call', text => decodeYaml(text.asString())),
];

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/language/values/set.js
var set = __webpack_require__(6517);
;// CONCATENATED MODULE: ./build/language/functions/library/files.js
/** Files beside the template, and paths. Relative paths start from the template's directory. */










const expandHome = (path) => {
    if (!path.startsWith('~'))
        return path;
    if (path !== '~' && !/^~[/\\]/.test(path))
        throw new FunctionError('cannot expand user-specific home dir');
    return (0,external_node_path_.join)((0,external_node_os_.homedir)(), path.slice(1));
};
const located = (directory, path) => (0,external_node_path_.resolve)(directory, expandHome(path));
function read(directory, path) {
    try {
        return (0,external_node_fs_.readFileSync)(located(directory, path));
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw new FunctionError(`no file exists at ${path}`, 0);
        if (code === 'EISDIR')
            throw new FunctionError(`failed to read ${path}: it is a directory`, 0);
        throw new FunctionError(`failed to read ${path}: ${error.message}`, 0);
    }
}
function readText(directory, path) {
    const text = fromUtf8(read(directory, path));
    if (text === undefined)
        throw new FunctionError(`contents of ${path} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents`, 0);
    return text;
}
function exists(directory, path) {
    const found = (0,external_node_fs_.statSync)(located(directory, path), { throwIfNoEntry: false });
    if (found && !found.isFile())
        throw new FunctionError(`${path} is not a regular file`, 0);
    return found !== undefined;
}
/** Regular files only, as paths below `path` with forward slashes. */
function fileSet(directory, path, pattern) {
    checkGlob(path, pattern);
    const root = located(directory, path);
    const [up] = /^(?:\.\.\/)*/.exec((0,external_node_path_.normalize)(pattern).replaceAll('\\', '/'));
    const matches = picomatch()((0,external_node_path_.normalize)(pattern).replaceAll('\\', '/').slice(up.length), {
        dot: true,
        noextglob: true,
        nonegate: true,
    });
    const found = walk((0,external_node_path_.join)(root, up)).filter(name => matches(name));
    return (0,set/* setOfValues */.W)(values_type/* STRING */.An, found.map(name => values_value/* Value */.W.string(up + name)));
}
function checkGlob(path, pattern) {
    const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]+\]/g, '');
    if (bare.includes('[') || (bare.match(/\{/g)?.length ?? 0) !== (bare.match(/\}/g)?.length ?? 0))
        throw new FunctionError(`failed to glob pattern ${(0,external_node_path_.join)(path, pattern)}: syntax error in pattern`);
}
function walk(root, below = '') {
    const folder = (0,external_node_path_.join)(root, below);
    if (!(0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return [];
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).flatMap(entry => {
        const name = below + entry.name;
        if (entry.isDirectory())
            return walk(root, `${name}/`);
        const isFile = entry.isFile() || (entry.isSymbolicLink() && (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, name), { throwIfNoEntry: false })?.isFile());
        return isFile ? [name] : [];
    });
}
/** The last part of a path, `.` when there is none. */
const baseName = (path) => /([^/]+)\/*$/.exec(path)?.[1] ?? (path === '' ? '.' : '/');
const dirName = (path) => {
    const folder = (0,external_node_path_.normalize)(path.slice(0, path.lastIndexOf('/') + 1));
    return folder.length > 1 ? folder.replace(/\/$/, '') : folder;
};
/** The template sees its variables only, and all functions but itself. */
function renderFile(path, text, vars, parse, functions) {
    if (vars.type.kind !== 'map' && vars.type.kind !== 'object')
        throw new FunctionError('invalid vars value: must be a map', 1);
    const variables = vars.entries();
    for (const name of variables.keys())
        if (!/^[a-zA-Z]\w*$/.test(name))
            throw new FunctionError(`invalid template variable name ${JSON.stringify(name)}: must start with a letter, followed by zero or more letters, digits, and underscores`, 1);
    const template = parse(text, path);
    stopAt(template.diagnostics);
    for (const { root, range } of template.value.variables())
        if (!variables.has(root)) {
            const place = `${range.file}:${range.start.line},${range.start.column}-${range.end.column}`;
            throw new FunctionError(`vars map does not contain key ${JSON.stringify(root)}, referenced at ${place}`, 1);
        }
    const context = { variables, functions: new Map([...functions, ['templatefile', notAgain]]) };
    const result = template.value.evaluate(context);
    stopAt(result.diagnostics);
    return result.value;
}
function stopAt(diagnostics) {
    const error = diagnostics.find(each => each.severity === 'error');
    if (!error)
        return;
    const place = error.subject ? `${error.subject.file}:${error.subject.start.line},${error.subject.start.column}: ` : '';
    throw new FunctionError(`${place}${error.summary}${error.detail ? `; ${error.detail.replace(/\.$/, '')}` : ''}`);
}
const notAgain = define_define('templatefile', [string('path'), any('vars')], values_type/* DYNAMIC */.u5, () => {
    throw new FunctionError('cannot recursively call templatefile from inside a template');
});
const pathFunctions = [
    defineText('basename', ['path'], baseName),
    defineText('dirname', ['path'], dirName),
    defineText('pathexpand', ['path'], expandHome),
];
/** `functions` is what templates of `templatefile` may call; it may grow after this. */
function fileFunctions(directory, parse, functions) {
    return [
        defineText('file', ['path'], path => readText(directory, path)),
        defineText('filebase64', ['path'], path => read(process.cwd(), path).toString('base64')),
        define_define('fileexists', [string('path')], values_type/* BOOL */.HX, path => exists(directory, path.asString())),
        define_define('fileset', [string('path'), string('pattern')], (0,values_type/* setOf */.s4)(values_type/* STRING */.An), (path, pattern) => fileSet(directory, path.asString(), pattern.asString())),
        defineText('abspath', ['path'], path => ((0,external_node_path_.isAbsolute)(path) ? (0,external_node_path_.normalize)(path) : (0,external_node_path_.resolve)(path))),
        define_define('templatefile', [string('path'), any('vars')], 'call', (path, vars) => renderFile(path.asString(), readText(directory, path.asString()), vars, parse, functions)),
    ];
}

// EXTERNAL MODULE: ./build/language/printf.js
var printf = __webpack_require__(5027);
;// CONCATENATED MODULE: ./build/language/functions/letter-case.js
/**
 * Upper, lower and title case one character at a time, as Go maps them: a character whose other case is several characters
 * stays as it is ("ß"), and a final sigma is an ordinary one. JavaScript maps whole strings.
 */
const upper = (text) => Array.from(text, upperCharacter).join('');
const lower = (text) => Array.from(text, character => (character === 'İ' ? 'i' : single(character.toLowerCase(), character))).join('');
/** The first letter of every word; a word is letters, digits and underscores, beyond ASCII everything but space. */
function title(text) {
    let inWord = false;
    return Array.from(text, character => {
        const first = !inWord;
        inWord = /^[\p{ASCII}]$/u.test(character) ? /\w/.test(character) : !/\p{White_Space}/u.test(character);
        return first ? titleCharacter(character) : character;
    }).join('');
}
function upperCharacter(character) {
    const code = character.codePointAt(0);
    // Greek letters with iota subscript have a one-character capital that JavaScript writes out as two.
    if (code >= 0x1f80 && code <= 0x1faf && (code & 8) === 0)
        return String.fromCodePoint(code + 8);
    if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3)
        return String.fromCodePoint(code + 9);
    return single(character.toUpperCase(), character);
}
/** Croatian digraphs have a title case of their own, Georgian letters have none. */
function titleCharacter(character) {
    const digraph = ['ǄǅǆDŽ', 'ǇǈǉLJ', 'ǊǋǌNJ', 'ǱǲǳDZ'].find(forms => forms.slice(0, 3).includes(character));
    if (digraph)
        return digraph[1];
    return /[\u10d0-\u10ff]/.test(character) ? character : upperCharacter(character);
}
const single = (mapped, original) => ([...mapped].length === 1 ? mapped : original);

;// CONCATENATED MODULE: ./build/language/functions/library/text.js
/** Text: what a character is, is a grapheme cluster; what order is, is that of UTF-8 bytes. */






const segmenter = new Intl.Segmenter();
const text_graphemes = (text) => 
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII without CR needs no segmenting
/^[\x00-\x0c\x0e-\x7f]*$/.test(text) ? text.split('') : Array.from(segmenter.segment(text), each => each.segment);
/** Strings.Replace of Go: with nothing to look for, the replacement goes between all characters and at both ends. */
function replaceAll(text, search, replacement) {
    if (search !== '')
        return text.split(search).join(replacement);
    return replacement + [...text].map(character => character + replacement).join('');
}
/** A loop, because a pattern for the end of a text takes quadratic time on long runs inside it. */
function trimWhere(text, cut, from = 'both') {
    const characters = [...text];
    let [start, end] = [0, characters.length];
    while (from === 'both' && start < end && cut(characters[start]))
        start++;
    while (end > start && cut(characters[end - 1]))
        end--;
    return characters.slice(start, end).join('');
}
function substring(text, offset, length) {
    const all = text_graphemes(text);
    const start = offset < 0 ? Math.max(0, all.length + offset) : offset;
    return all.slice(start, length < 0 ? undefined : start + length).join('');
}
function join(separator, ...lists) {
    if (lists.length === 0)
        throw new FunctionError('at least one list is required');
    if (lists.some(list => !list.isWhollyKnown))
        return values_value/* Value */.W.unknown(values_type/* STRING */.An, true);
    const items = lists.flatMap((list, i) => list.elements().map((item, j) => {
        if (item.isNull)
            throw new FunctionError(`element ${j} is null; cannot concatenate null values`, i + 1);
        return item.asString();
    }));
    return values_value/* Value */.W.string(items.join(separator.asString()));
}
function sort(list) {
    if (!list.isWhollyKnown)
        return values_value/* Value */.W.unknown((0,values_type/* listOf */.c3)(values_type/* STRING */.An), true);
    const items = list.elements().map((item, i) => {
        if (item.isNull)
            throw new FunctionError(`given list element ${i} is null; a null string cannot be sorted`);
        return item.asString();
    });
    return values_value/* Value */.W.list(values_type/* STRING */.An, items.sort(utf8/* compareUtf8 */.z).map(values_value/* Value */.W.string));
}
function indent(spaces, text) {
    if (spaces < 0)
        throw new FunctionError('the number of spaces must not be negative', 0);
    return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
const textFunctions = [
    defineText('upper', ['str'], upper),
    defineText('lower', ['str'], lower),
    defineText('title', ['str'], title),
    defineText('strrev', ['str'], text => text_graphemes(text).reverse().join('')),
    defineText('chomp', ['str'], text => trimWhere(text, character => character === '\n' || character === '\r', 'end')),
    defineText('trim', ['str', 'cutset'], (text, cutset) => trimWhere(text, character => cutset.includes(character))),
    defineText('trimspace', ['str'], text => trimWhere(text, character => /\p{White_Space}/u.test(character))),
    defineText('trimprefix', ['str', 'prefix'], (text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
    defineText('trimsuffix', ['str', 'suffix'], (text, suffix) => text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text),
    defineText('replace', ['str', 'substr', 'replace'], replaceAll),
    defineText('startswith', ['str', 'prefix'], (text, prefix) => text.startsWith(prefix)),
    defineText('endswith', ['str', 'suffix'], (text, suffix) => text.endsWith(suffix)),
    defineText('strcontains', ['str', 'substr'], (text, part) => text.includes(part)),
    define_define('substr', [string('str'), define_number('offset'), define_number('length')], values_type/* STRING */.An, (text, offset, length) => substring(text.asString(), whole(offset), whole(length))),
    define_define('indent', [define_number('spaces'), string('str')], values_type/* STRING */.An, (spaces, text) => indent(whole(spaces), text.asString())),
    define_define('split', [string('separator'), string('str')], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), (separator, text) => {
        const parts = separator.asString() === '' ? [...text.asString()] : text.asString().split(separator.asString());
        return values_value/* Value */.W.list(values_type/* STRING */.An, parts.map(values_value/* Value */.W.string));
    }),
    define_define('join', [string('separator'), many(strings('lists'))], values_type/* STRING */.An, join),
    define_define('sort', [strings('list')], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), sort),
];

;// CONCATENATED MODULE: ./build/language/functions/library/format.js
/** `format` and `formatlist`: printf with the types of the language. */








const ANYTHING = { allowNull: true, allowUnknown: true };
function format(template, args) {
    let next = 0;
    let used = 0;
    const text = format_scan(template).map(piece => {
        if (typeof piece === 'string')
            return piece;
        const index = piece.index ?? next + 1;
        const offset = Buffer.byteLength(template.slice(0, piece.offset));
        if (index > args.length)
            throw new FunctionError(`not enough arguments for ${format_quoted(piece)} at ${offset}: need index ${index} but have ${args.length} total`);
        next = index;
        used = Math.max(used, index);
        try {
            return formatVerb(args[index - 1], piece, offset);
        }
        catch (error) {
            throw error instanceof convert/* ConversionError */.zx
                ? new FunctionError(`unsupported value for ${format_quoted(piece)} at ${offset}: ${error.message}`)
                : error;
        }
    });
    if (args.length > used)
        throw new FunctionError(`too many arguments; ${used === 0 ? 'no verbs in' : `only ${used} used by`} format string`, used + 1);
    return text.join('');
}
const format_quoted = (verb) => JSON.stringify(verb.text);
function format_scan(template) {
    try {
        return (0,printf/* scanFormat */.vc)(template);
    }
    catch (error) {
        throw error instanceof printf/* FormatSyntaxError */.$j ? new FunctionError(error.message) : error;
    }
}
function formatVerb(value, verb, offset) {
    if (verb.letter === 'v')
        return formatAny(value, verb);
    const as = (type) => {
        if (value.isNull)
            throw new convert/* ConversionError */.zx('null value cannot be formatted');
        return (0,convert/* convert */.C6)(value, type);
    };
    switch (verb.letter) {
        case 's':
        case 'q': {
            const text = as(values_type/* STRING */.An).asString();
            const cut = verb.precision === undefined ? text : text_graphemes(text).slice(0, verb.precision).join('');
            return padded(verb.letter === 'q' ? quoteJson(cut) : cut, verb);
        }
        case 't':
            return String(as(values_type/* BOOL */.HX).asBool());
        case 'b':
        case 'd':
        case 'o':
        case 'x':
        case 'X': {
            const n = as(values_type/* NUMBER */.uk).asNumber();
            if (!n.isInteger)
                throw new convert/* ConversionError */.zx('an integer is required');
            return (0,printf/* formatInteger */.Sm)(n.toInteger(), verb);
        }
        case 'e':
        case 'E':
        case 'f':
        case 'g':
        case 'G':
            return (0,printf/* formatFloat */.kr)(as(values_type/* NUMBER */.uk).asNumber(), verb);
        default:
            throw new FunctionError(`unsupported format verb '${verb.letter}' in ${format_quoted(verb)} at offset ${offset}`);
    }
}
/** `%v`: text and numbers as they are, all else as JSON; `%#v` everything as JSON. */
function formatAny(value, verb) {
    if (!verb.flags.includes('#') && !value.isNull) {
        if (value.type.kind === 'string')
            return padded(value.asString(), verb);
        if (value.type.kind === 'number')
            return (0,printf/* formatFloat */.kr)(value.asNumber(), { ...verb, letter: 'g' });
    }
    return padded(toJson(value), verb);
}
const padded = (text, verb) => (0,printf/* pad */.eV)(text, verb, text_graphemes(text).length);
function formatList(template, ...args) {
    if (!template.isKnown || args.some(arg => !arg.isWhollyKnown))
        return values_value/* Value */.W.unknown((0,values_type/* listOf */.c3)(values_type/* STRING */.An), true);
    const columns = args.map(arg => (!arg.isNull && ['list', 'set', 'tuple'].includes(arg.type.kind) ? arg.elements() : undefined));
    const first = columns.findIndex(column => column !== undefined);
    const count = columns[first]?.length ?? 1;
    for (const [i, column] of columns.entries())
        if (column && column.length !== count)
            throw new FunctionError(`argument ${i + 1} has length ${column.length}, which is inconsistent with argument ${first + 1} of length ${count}`, i + 1);
    const rows = Array.from({ length: count }, (_, i) => args.map((arg, j) => columns[j]?.[i] ?? arg));
    return values_value/* Value */.W.list(values_type/* STRING */.An, rows.map((row, i) => formatRow(template.asString(), row, i)));
}
function formatRow(template, row, index) {
    try {
        return values_value/* Value */.W.string(format(template, row));
    }
    catch (error) {
        throw error instanceof FunctionError ? new FunctionError(`error on format iteration ${index}: ${error.message}`) : error;
    }
}
const formatFunctions = [
    define_define('format', [string('format'), many(any('args', ANYTHING))], values_type/* STRING */.An, (template, ...args) => args.every(arg => arg.isWhollyKnown) ? format(template.asString(), args) : values_value/* Value */.W.unknown(values_type/* STRING */.An, true)),
    define_define('formatlist', [string('format'), many(any('args', ANYTHING))], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), formatList),
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/language/functions/library/hashes.js
/** Digests, passwords, identifiers and keys. */






const digest = (name) => defineText(name, ['str'], text => (0,external_node_crypto_.createHash)(name).update(text).digest('hex'));
const DEFAULT_COST = 10;
/** bcrypt reads no further; Go refuses what would be cut off. */
const LONGEST_PASSWORD = 72;
function hashPassword(password, cost) {
    if (cost > 31)
        throw new FunctionError(`error occured generating password crypto/bcrypt: cost ${cost} is outside allowed range (4,31)`);
    if (Buffer.byteLength(password) > LONGEST_PASSWORD)
        throw new FunctionError('error occured generating password bcrypt: password length exceeds 72 bytes');
    return bcrypt()
        .hashSync(password, cost < 4 ? DEFAULT_COST : cost)
        .replace(/^\$2b\$/, '$2a$');
}
const namespaces = { dns: '0', url: '1', oid: '2', x500: '4' };
/** Of a name within a namespace: always the same. */
function uuidV5(namespace, name) {
    const known = namespaces[namespace];
    const space = known ? `6ba7b81${known}-9dad-11d1-80b4-00c04fd430c8` : namespace;
    const hex = /^(?:urn:uuid:)?\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?$/i
        .exec(space)?.[1]
        ?.replaceAll('-', '');
    if (!hex)
        throw new FunctionError(`uuidv5() doesn't support namespace ${namespace} (${[32, 36, 38, 45].includes(space.length) ? 'invalid UUID format' : `invalid UUID length: ${space.length}`})`);
    const bytes = (0,external_node_crypto_.createHash)('sha1').update(Buffer.from(hex, 'hex')).update(name).digest().subarray(0, 16);
    bytes[6] = (bytes[6] & 0x0f) | 0x50;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
/** The padding is taken off here, because node refuses to for fear of a timing oracle, which a build tool does not offer. */
function rsaDecrypt(ciphertext, pem) {
    const bytes = fromBase64(ciphertext);
    if (!bytes)
        throw new FunctionError(`failed to decode input ${JSON.stringify(ciphertext)}: cipher text must be base64-encoded`);
    const key = privateKey(pem);
    let padded;
    try {
        padded = (0,external_node_crypto_.privateDecrypt)({ key, padding: external_node_crypto_.constants.RSA_NO_PADDING }, bytes);
    }
    catch {
        throw new FunctionError('failed to decrypt: error decrypting');
    }
    const end = padded.indexOf(0, 2);
    if (padded[0] !== 0 || padded[1] !== 2 || end < 10)
        throw new FunctionError('failed to decrypt: error decrypting');
    return padded.subarray(end + 1).toString('utf8');
}
function privateKey(pem) {
    if (!pem.includes('-----BEGIN '))
        throw new FunctionError('failed to parse key: no key found');
    if (pem.includes('ENCRYPTED'))
        throw new FunctionError('failed to parse key: password protected keys are not supported. Please decrypt the key prior to use');
    try {
        return (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch {
        throw new FunctionError('failed to parse key: it is not a private key in PEM form');
    }
}
const hashFunctions = [
    digest('md5'),
    digest('sha1'),
    digest('sha256'),
    digest('sha512'),
    define_define('bcrypt', [string('str'), many(define_number('cost'))], values_type/* STRING */.An, (text, cost, ...more) => {
        if (more.length > 0)
            throw new FunctionError('bcrypt() takes no more than two arguments');
        return hashPassword(text.asString(), cost ? whole(cost) : DEFAULT_COST);
    }),
    define_define('uuidv4', [], values_type/* STRING */.An, () => (0,external_node_crypto_.randomUUID)()),
    defineText('uuidv5', ['namespace', 'name'], uuidV5),
    defineText('rsadecrypt', ['ciphertext', 'privatekey'], rsaDecrypt),
];

;// CONCATENATED MODULE: ./build/language/functions/library/lists.js
/** Lists and tuples rearranged: a list yields a list, a tuple yields a tuple with the types of its elements kept. */









const ANY_LIST = (0,values_type/* listOf */.c3)(values_type/* DYNAMIC */.u5);
const isListOrTuple = (type) => type.kind === 'list' || type.kind === 'tuple';
const isSequence = (type) => isListOrTuple(type) || type.kind === 'set';
const lists_elementOf = (type) => ('element' in type ? type.element : values_type/* DYNAMIC */.u5);
/** Elements, known or not, as the list or tuple `type` says. */
const lists_sequence = (type, elements) => type.kind === 'list' ? values_value/* Value */.W.list(type.element, elements) : values_value/* Value */.W.tuple(elements);
function concatType(seqs) {
    if (seqs.length === 0)
        throw new FunctionError('at least one argument is required');
    const types = seqs.map((seq, i) => {
        if (seq.type.kind !== 'dynamic' && !isListOrTuple(seq.type))
            throw new FunctionError(`all arguments must be lists or tuples; got ${(0,type_text/* friendlyName */.Rs)(seq.type)}`, i);
        return seq.type;
    });
    if (types.some(type => type.kind === 'dynamic'))
        return values_type/* DYNAMIC */.u5;
    const element = types.every(type => type.kind === 'list') ? (0,unify/* unify */.QF)(types.map(lists_elementOf)) : undefined;
    if (element)
        return (0,values_type/* listOf */.c3)(element);
    if (types.some((type, i) => type.kind === 'list' && !seqs[i].isKnown))
        return values_type/* DYNAMIC */.u5;
    return (0,values_type/* tupleOf */.cF)(types.flatMap((type, i) => (type.kind === 'tuple' ? type.elements : seqs[i].elements().map(each => each.type))));
}
function concat(...seqs) {
    const type = concatType(seqs);
    const elements = seqs.flatMap(seq => seq.elements());
    return lists_sequence(type, type.kind === 'list' ? elements.map(each => (0,convert/* convert */.C6)(each, type.element)) : elements);
}
function chunk(list, size) {
    const length = whole(size, 'invalid index: ');
    if (length < 0)
        throw new FunctionError('the size argument must be positive');
    const all = list.elements();
    const chunks = [];
    const step = length === 0 ? all.length : length;
    for (let i = 0; i < all.length; i += step)
        chunks.push(values_value/* Value */.W.list(lists_elementOf(list.type), all.slice(i, i + step)));
    return values_value/* Value */.W.list(list.type, chunks);
}
/** Everything inside nested sequences in one row; undefined when an unknown one could hold any number of elements. */
function flat(value) {
    const all = [];
    for (const element of value.elements()) {
        if (element.state === 'known' && isSequence(element.type)) {
            const inner = flat(element);
            if (!inner)
                return undefined;
            for (const each of inner)
                all.push(each);
        }
        else if (!element.isKnown && (isSequence(element.type) || element.type.kind === 'dynamic'))
            return undefined;
        else
            all.push(element);
    }
    return all;
}
function flatten(list) {
    if (!isSequence(list.type))
        throw new FunctionError('can only flatten lists, sets and tuples');
    const all = flat(list);
    return all ? values_value/* Value */.W.tuple(all) : values_value/* Value */.W.unknown();
}
const reversedType = (list) => {
    if (list.type.kind === 'tuple')
        return (0,values_type/* tupleOf */.cF)([...list.type.elements].reverse());
    if (list.type.kind === 'list' || list.type.kind === 'set')
        return (0,values_type/* listOf */.c3)(list.type.element);
    if (list.type.kind === 'dynamic')
        return values_type/* DYNAMIC */.u5;
    throw new FunctionError(`can only reverse list or tuple values, not ${(0,type_text/* friendlyName */.Rs)(list.type)}`, 0);
};
function bounds(list, start, end) {
    if (list.type.kind === 'set')
        throw new FunctionError('cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important', 0);
    if (!isListOrTuple(list.type))
        throw new FunctionError('must be a list or tuple value', 0);
    const from = wholeAt(start, 'start', 1);
    const to = wholeAt(end, 'end', 2);
    if (from < 0)
        throw new FunctionError('start index must not be less than zero', 1);
    if (list.isKnown && to > list.elements().length)
        throw new FunctionError('end index must not be greater than the length of the list', 2);
    if (from > to)
        throw new FunctionError('start index must not be greater than end index', 1);
    return [from, to];
}
function wholeAt(value, which, argument) {
    try {
        return whole(value, `invalid ${which} index: `);
    }
    catch (error) {
        throw error instanceof FunctionError ? new FunctionError(error.message, argument) : error;
    }
}
function sliceType(list, start, end) {
    if (list.type.kind !== 'tuple' || !start.isKnown || !end.isKnown)
        return list.type.kind === 'tuple' ? values_type/* DYNAMIC */.u5 : list.type;
    const [from, to] = bounds(list, start, end);
    return (0,values_type/* tupleOf */.cF)(list.type.elements.slice(from, to));
}
/** Keeps the first of equal elements. */
function distinct(list) {
    if (!list.isWhollyKnown)
        return values_value/* Value */.W.unknown(list.type, true);
    const kept = new Map();
    for (const each of list.elements())
        if (!kept.has((0,equality/* valueKey */.zV)(each)))
            kept.set((0,equality/* valueKey */.zV)(each), each);
    return values_value/* Value */.W.list(lists_elementOf(list.type), [...kept.values()]);
}
function productElements(sets) {
    if (sets.length < 2)
        throw new FunctionError('at least two arguments are required');
    return sets.map((set, i) => {
        if (set.type.kind === 'dynamic')
            return values_type/* DYNAMIC */.u5;
        if (!isSequence(set.type))
            throw new FunctionError('a set or a list is required', i);
        const element = set.type.kind === 'tuple' ? (0,unify/* unify */.QF)(set.type.elements) : lists_elementOf(set.type);
        if (!element)
            throw new FunctionError('all elements must be of the same type', i);
        return element;
    });
}
function productType(...sets) {
    const element = (0,values_type/* tupleOf */.cF)(productElements(sets));
    return sets.some(set => set.type.kind === 'set') ? (0,values_type/* setOf */.s4)(element) : (0,values_type/* listOf */.c3)(element);
}
function product(...sets) {
    const elements = productElements(sets);
    const rows = sets.reduce((sofar, set, i) => {
        const column = set.elements().map(each => (0,convert/* convert */.C6)(each, elements[i]));
        return sofar.flatMap(row => column.map(each => [...row, each]));
    }, [[]]);
    const tuples = rows.map(row => values_value/* Value */.W.tuple(row));
    return sets.some(set => set.type.kind === 'set')
        ? (0,set/* setOfValues */.W)((0,values_type/* tupleOf */.cF)(elements), tuples)
        : values_value/* Value */.W.list((0,values_type/* tupleOf */.cF)(elements), tuples);
}
function coalesceList(...lists) {
    if (lists.length === 0)
        throw new FunctionError('at least one argument is required');
    for (const list of lists) {
        if (!list.isKnown)
            return values_value/* Value */.W.unknown();
        if (!isListOrTuple(list.type))
            throw new FunctionError('coalescelist arguments must be lists or tuples');
        if (!list.isNull && list.elements().length > 0)
            return list;
    }
    throw new FunctionError('no non-null arguments');
}
/** Where in the list the value is; both of any type, compared as `==` does. */
function indexOf(list, wanted) {
    if (!isListOrTuple(list.type))
        throw new FunctionError('argument must be a list or tuple');
    const all = list.elements();
    if (all.length === 0)
        throw new FunctionError('cannot search an empty list');
    for (const [i, each] of all.entries()) {
        const same = (0,equality/* equal */.LC)(each, wanted);
        if (!same.isKnown)
            return values_value/* Value */.W.unknown(values_type/* NUMBER */.uk, true);
        if (same.asBool())
            return integer(i);
    }
    throw new FunctionError('item not found');
}
function contains(list, wanted) {
    if (!isSequence(list.type))
        throw new FunctionError('argument must be list, tuple, or set');
    const answers = list.elements().map(each => (0,equality/* equal */.LC)(each, wanted));
    if (answers.some(answer => answer.isKnown && answer.asBool()))
        return values_value/* Value */.W.bool(true);
    return answers.every(answer => answer.isKnown) ? values_value/* Value */.W.bool(false) : values_value/* Value */.W.unknown(values_type/* BOOL */.HX, true);
}
/** Whether one element decides it: a true one for `anytrue`, one that is not true for `alltrue`. */
const quantifier = (name, deciding) => define_define(name, [parameter('list', (0,values_type/* listOf */.c3)(values_type/* BOOL */.HX), INSIDE)], values_type/* BOOL */.HX, list => {
    const all = list.elements();
    if (all.some(each => each.isKnown && (!each.isNull && each.asBool()) === deciding))
        return deciding;
    return all.every(each => each.isKnown) ? !deciding : values_value/* Value */.W.unknown(values_type/* BOOL */.HX, true);
});
const listFunctions = [
    define_define('concat', [many(any('seqs', { allowUnknownInside: true }))], (...seqs) => concatType(seqs), concat),
    define_define('chunklist', [parameter('list', ANY_LIST, INSIDE), define_number('size')], list => (0,values_type/* listOf */.c3)(list.type), chunk),
    define_define('flatten', [any('list', INSIDE)], values_type/* DYNAMIC */.u5, flatten),
    define_define('reverse', [any('list', INSIDE)], reversedType, list => lists_sequence(reversedType(list), [...list.elements()].reverse())),
    define_define('slice', [any('list', INSIDE), define_number('start_index'), define_number('end_index')], sliceType, (list, start, end) => {
        const [from, to] = bounds(list, start, end);
        return lists_sequence(list.type, list.elements().slice(from, to));
    }),
    define_define('distinct', [parameter('list', ANY_LIST, INSIDE)], list => list.type, distinct),
    define_define('compact', [strings('list')], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), list => {
        if (!list.isWhollyKnown)
            return values_value/* Value */.W.unknown((0,values_type/* listOf */.c3)(values_type/* STRING */.An), true);
        return values_value/* Value */.W.list(values_type/* STRING */.An, list.elements().filter(each => !each.isNull && each.asString() !== ''));
    }),
    define_define('setproduct', [many(any('sets', INSIDE))], productType, product),
    define_define('coalescelist', [many(any('vals', { allowNull: true, allowUnknown: true }))], values_type/* DYNAMIC */.u5, coalesceList),
    define_define('index', [any('list', INSIDE), any('value', INSIDE)], values_type/* NUMBER */.uk, indexOf),
    define_define('contains', [any('list', INSIDE), any('value', INSIDE)], values_type/* BOOL */.HX, contains),
    quantifier('alltrue', false),
    quantifier('anytrue', true),
];

;// CONCATENATED MODULE: ./build/language/functions/library/lookups.js
/** Secrets and settings kept elsewhere. Evaluation never waits, so whoever offers them fetches first. */




const NULLABLE = { allowNull: true };
function lookupFunctions(lookups) {
    const ask = (lookup) => {
        if (!lookups)
            throw new FunctionError(`no access to ${lookup.kind} is set up here`);
        try {
            const found = lookups(lookup);
            return found === undefined ? values_value/* Value */.W.unknown(values_type/* STRING */.An, true) : values_value/* Value */.W.string(found);
        }
        catch (error) {
            throw new FunctionError(error.message);
        }
    };
    return [
        define_define('vault', [string('path'), string('key')], values_type/* STRING */.An, (path, key) => ask({ kind: 'vault', path: path.asString(), key: key.asString() })),
        define_define('consul_key', [string('key')], values_type/* STRING */.An, key => ask({ kind: 'consul', key: key.asString() })),
        define_define('aws_secretsmanager', [string('name'), string('key', NULLABLE)], values_type/* STRING */.An, (name, key) => ask({ kind: 'aws-secret', name: name.asString(), key: key.isNull ? undefined : key.asString() })),
        define_define('aws_secretsmanager_raw', [string('name')], values_type/* STRING */.An, name => ask({ kind: 'aws-secret-raw', name: name.asString() })),
    ];
}

;// CONCATENATED MODULE: ./build/language/functions/library/maps.js
/** Maps, objects and sets; and what works on any collection. */










const maps_ANYTHING = { allowNull: true, allowUnknown: true };
function maps_length(value) {
    if (value.isNull)
        throw new FunctionError('argument must not be null', 0);
    if (value.type.kind === 'tuple')
        return integer(value.type.elements.length);
    if (value.type.kind === 'object')
        return integer(value.type.attributes.size);
    if (!['string', 'list', 'set', 'map', 'dynamic'].includes(value.type.kind))
        throw new FunctionError('argument must be a string, a collection type, or a structural type');
    if (!value.isKnown || (value.type.kind === 'set' && !value.isWhollyKnown))
        return values_value/* Value */.W.unknown(values_type/* NUMBER */.uk, true);
    if (value.type.kind === 'string')
        return integer(text_graphemes(value.asString()).length);
    return integer(value.type.kind === 'map' ? value.entries().size : value.elements().length);
}
function elementType(list, index) {
    if (list.type.kind === 'list')
        return list.type.element;
    if (list.type.kind === 'dynamic')
        return values_type/* DYNAMIC */.u5;
    if (list.type.kind !== 'tuple')
        throw new FunctionError(`cannot read elements from ${(0,type_text/* friendlyName */.Rs)(list.type)}`);
    return index.isKnown ? list.type.elements[place(index, list.type.elements.length)] : values_type/* DYNAMIC */.u5;
}
/** Past the end it starts over. */
function place(index, count) {
    const at = whole(index, 'invalid index: ');
    if (count === 0)
        throw new FunctionError('cannot use element function with an empty list');
    if (at < 0)
        throw new FunctionError('cannot use element function with a negative index');
    return at % count;
}
function maps_element(list, index) {
    elementType(list, index);
    return list.elements()[place(index, list.elements().length)];
}
function keys(map) {
    if (map.isNull)
        throw new FunctionError('argument must not be null', 0);
    if (map.type.kind === 'object')
        return values_value/* Value */.W.tuple([...map.type.attributes.keys()].map(values_value/* Value */.W.string));
    if (map.type.kind === 'dynamic')
        return values_value/* Value */.W.unknown();
    if (map.type.kind !== 'map')
        throw new FunctionError('must have map or object type', 0);
    return map.isKnown ? values_value/* Value */.W.list(values_type/* STRING */.An, [...map.entries().keys()].map(values_value/* Value */.W.string)) : values_value/* Value */.W.unknown((0,values_type/* listOf */.c3)(values_type/* STRING */.An), true);
}
function valuesType(map) {
    if (map.type.kind === 'map')
        return (0,values_type/* listOf */.c3)(map.type.element);
    if (map.type.kind === 'object')
        return (0,values_type/* tupleOf */.cF)([...map.type.attributes.values()]);
    if (map.type.kind === 'dynamic')
        return values_type/* DYNAMIC */.u5;
    throw new FunctionError('values() requires a map as the first argument');
}
function values(map) {
    const all = valuesType(map) && [...map.entries().values()];
    return map.type.kind === 'map' ? values_value/* Value */.W.list(map.type.element, all) : values_value/* Value */.W.tuple(all);
}
function lookupType(map, key, otherwise) {
    if (map.type.kind === 'map')
        return map.type.element;
    if (map.type.kind === 'dynamic')
        return values_type/* DYNAMIC */.u5;
    if (map.type.kind !== 'object')
        throw new FunctionError('lookup() requires a map as the first argument', 0);
    return key.isKnown ? (map.type.attributes.get(key.asString()) ?? otherwise.type) : values_type/* DYNAMIC */.u5;
}
function lookup(map, key, otherwise) {
    lookupType(map, key, otherwise);
    const fallback = map.type.kind === 'map' ? asElement(otherwise, map.type.element) : otherwise;
    return map.entries().get(key.asString()) ?? fallback;
}
function asElement(value, type) {
    try {
        return (0,convert/* convert */.C6)(value, type);
    }
    catch (error) {
        if (error instanceof convert/* ConversionError */.zx)
            throw new FunctionError('the default value must have the same type as the map elements', 2);
        throw error;
    }
}
/** Maps of one type stay that; anything else becomes an object with the attributes of all. */
function merge(...maps) {
    for (const map of maps)
        if (!['map', 'object', 'dynamic'].includes(map.type.kind))
            throw new FunctionError(`arguments must be maps or objects, got "${(0,type_text/* friendlyName */.Rs)(map.type)}"`);
    const typed = maps.filter(map => map.type.kind !== 'dynamic');
    const first = typed[0]?.type ?? (0,values_type/* objectOf */.Xy)(new Map());
    const matching = typed.length === maps.length && typed.every(map => (0,type_text/* sameType */.n6)(map.type, first));
    if (maps.every(map => map.isNull) && typed.length > 0)
        return values_value/* Value */.W.null(first);
    if (maps.some(map => !map.isKnown))
        return values_value/* Value */.W.unknown(matching ? first : values_type/* DYNAMIC */.u5);
    const entries = maps.filter(map => !map.isNull).flatMap(map => [...map.entries()]);
    return matching && first.kind === 'map' ? values_value/* Value */.W.map(first.element, entries) : values_value/* Value */.W.object(new Map(entries));
}
function zipmapType(names, items) {
    if (items.type.kind === 'list')
        return (0,values_type/* mapOf */.A7)(items.type.element);
    if (items.type.kind === 'dynamic')
        return values_type/* DYNAMIC */.u5;
    if (items.type.kind !== 'tuple')
        throw new FunctionError('values argument must be a list or tuple value');
    if (!names.isWhollyKnown)
        return values_type/* DYNAMIC */.u5;
    return items.isKnown ? zipmap(names, items).type : values_type/* DYNAMIC */.u5;
}
function zipmap(names, items) {
    if (items.type.kind !== 'list' && items.type.kind !== 'tuple')
        throw new FunctionError('values argument must be a list or tuple value');
    if (!names.isWhollyKnown)
        return values_value/* Value */.W.unknown(items.type.kind === 'list' ? (0,values_type/* mapOf */.A7)(items.type.element) : values_type/* DYNAMIC */.u5);
    const [left, right] = [names.elements(), items.elements()];
    if (left.length !== right.length)
        throw new FunctionError(`number of keys (${left.length}) does not match number of values (${right.length})`);
    const entries = left.map((name, i) => {
        if (name.isNull)
            throw new FunctionError(`keys list has null value at index ${i}`);
        return [name.asString(), right[i]];
    });
    return items.type.kind === 'list' ? values_value/* Value */.W.map(items.type.element, entries) : values_value/* Value */.W.object(new Map(entries));
}
function coalesceType(vals) {
    const type = vals.length > 0 ? (0,unify/* unify */.QF)(vals.map(each => each.type)) : undefined;
    if (!type)
        throw new FunctionError('all arguments must have the same type');
    return type;
}
function coalesce(...vals) {
    const type = coalesceType(vals);
    for (const each of vals) {
        if (!each.isKnown)
            return values_value/* Value */.W.unknown(type);
        const value = each.isNull ? each : (0,convert/* convert */.C6)(each, type);
        if (value.isNull || (type.kind === 'string' && value.asString() === ''))
            continue;
        return value;
    }
    throw new FunctionError('no non-null, non-empty-string arguments');
}
/** Sets of several element types: an empty one of undecided type goes with any, an unknown one may be of any. */
function setType(sets) {
    if (sets.some(set => !set.isKnown && (0,type_text/* hasDynamic */.kn)(set.type)))
        return (0,values_type/* setOf */.s4)(values_type/* DYNAMIC */.u5);
    const elements = sets.flatMap(set => ('element' in set.type && set.type.element.kind !== 'dynamic' ? [set.type.element] : []));
    const element = (0,unify/* unify */.QF)(elements);
    if (!element)
        throw new FunctionError('given sets must all have compatible element types');
    return (0,values_type/* setOf */.s4)(element);
}
/** Which elements of all sets together stay: decided from their keys, given those of each set. */
const setFunction = (name, combine) => define_define(name, [parameter('first_set', (0,values_type/* setOf */.s4)(values_type/* DYNAMIC */.u5), INSIDE), many(parameter('other_sets', (0,values_type/* setOf */.s4)(values_type/* DYNAMIC */.u5), INSIDE))], (...sets) => setType(sets), (...sets) => {
    const type = setType(sets);
    if (sets.some(set => !set.isWhollyKnown))
        return values_value/* Value */.W.unknown(type, true);
    const element = 'element' in type ? type.element : values_type/* DYNAMIC */.u5;
    const keyed = sets.map(set => new Map((0,convert/* convert */.C6)(set, type)
        .elements()
        .map(each => [(0,equality/* valueKey */.zV)(each), each])));
    return (0,set/* setOfValues */.W)(element, combine(keyed));
});
const mapFunctions = [
    define_define('length', [any('value', { allowUnknown: true })], values_type/* NUMBER */.uk, maps_length),
    define_define('element', [any('list', INSIDE), define_number('index')], elementType, maps_element),
    define_define('keys', [any('inputMap', { allowUnknown: true })], values_type/* DYNAMIC */.u5, keys),
    define_define('values', [any('values', INSIDE)], valuesType, values),
    define_define('lookup', [any('inputMap', INSIDE), string('key'), any('default', maps_ANYTHING)], lookupType, lookup),
    define_define('merge', [many(any('maps', maps_ANYTHING))], values_type/* DYNAMIC */.u5, merge),
    define_define('zipmap', [strings('keys'), any('values', INSIDE)], zipmapType, zipmap),
    define_define('coalesce', [many(any('vals', maps_ANYTHING))], (...vals) => coalesceType(vals), coalesce),
    setFunction('setunion', sets => sets.flatMap(set => [...set.values()])),
    setFunction('setintersection', ([first, ...others]) => [...first].filter(([key]) => others.every(set => set.has(key))).map(([, value]) => value)),
];

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/language/functions/library/networks.js
/** Addresses and subnets in CIDR notation, IPv4 and IPv6 alike: a network is a number, how many bits it has, and how many are fixed. */






/** Zeros in front are taken as decimal, as Go before 1.17 did, and as Packer's library still does. */
function networks_parse(text) {
    const invalid = new FunctionError(`invalid CIDR expression: invalid CIDR address: ${text}`);
    const [, address, length] = /^(.*)\/0*(\d+)$/.exec(text) ?? [];
    if (address === undefined)
        throw invalid;
    const bytes = addressBytes(address);
    const prefix = Number(length);
    if (!bytes || prefix > bytes.length * 8)
        throw invalid;
    const bits = bytes.length === 4 ? 32 : 128;
    const value = bytes.reduce((sofar, byte) => (sofar << 8n) | BigInt(byte), 0n);
    const host = BigInt(bits - prefix);
    return { start: (value >> host) << host, bits, prefix };
}
function addressBytes(address) {
    const parts = address.split('.');
    if (parts.length === 4 && parts.every(part => /^\d+$/.test(part) && Number(part) <= 255))
        return parts.map(Number);
    return (0,external_node_net_.isIPv6)(address) && !address.includes('%') ? ipaddr().IPv6.parse(address).toByteArray() : undefined;
}
function print(address, bits) {
    const bytes = Array.from({ length: bits / 8 }, (_, i) => Number((address >> BigInt(bits - 8 * (i + 1))) & 0xffn));
    return bits === 32 ? bytes.join('.') : ipaddr().fromByteArray(bytes).toString();
}
const printNetwork = ({ start, bits, prefix }) => `${print(start, bits)}/${prefix}`;
function networks_whole(value) {
    if (!value.asNumber().isInteger)
        throw new FunctionError('value must be a whole number');
    return value.asNumber().toInteger();
}
/** Numbers below zero count from the end. */
function host(text, hostNumber) {
    const { start, bits, prefix } = networks_parse(text.asString());
    const wanted = networks_whole(hostNumber);
    const size = 1n << BigInt(bits - prefix);
    const at = wanted < 0n ? size + wanted : wanted;
    if (at < 0n || at >= size)
        throw new FunctionError(`prefix of ${prefix} does not accommodate a host numbered ${wanted}`);
    return print(start + at, bits);
}
function netmask(text) {
    const { bits, prefix } = networks_parse(text);
    if (bits === 128)
        throw new FunctionError(`IPv6 addresses cannot have a netmask: ${text}`);
    return print(((1n << 32n) - 1n) ^ ((1n << BigInt(32 - prefix)) - 1n), 32);
}
function subnet(text, newBits, subnetNumber) {
    const { start, bits, prefix } = networks_parse(text.asString());
    const [extension, wanted] = [Number(networks_whole(newBits)), networks_whole(subnetNumber)];
    if (extension < 0)
        throw new FunctionError(`a prefix cannot be extended by ${extension}`);
    if (prefix + extension > bits)
        throw new FunctionError(`insufficient address space to extend prefix of ${prefix} by ${extension}`);
    if (wanted < 0n || wanted >= 1n << BigInt(extension))
        throw new FunctionError(`prefix extension of ${extension} does not accommodate a subnet numbered ${wanted}`);
    return printNetwork({ start: start + (wanted << BigInt(bits - prefix - extension)), bits, prefix: prefix + extension });
}
/** One behind the other, each where its own size lets it begin. */
function subnets(text, ...newBits) {
    const whole = networks_parse(text.asString());
    const end = whole.start + (1n << BigInt(whole.bits - whole.prefix));
    let next = whole.start;
    let last;
    const found = newBits.map((value, i) => {
        const prefix = whole.prefix + extensionOf(value, whole, i + 1);
        const size = 1n << BigInt(whole.bits - prefix);
        const start = ((next + size - 1n) / size) * size;
        if (start + size > end) {
            const after = last ? ` after ${printNetwork(last)}` : '';
            throw new FunctionError(`not enough remaining address space for a subnet with a prefix of ${prefix} bits${after}`, i + 1);
        }
        next = start + size;
        last = { start, bits: whole.bits, prefix };
        return values_value/* Value */.W.string(printNetwork(last));
    });
    return values_value/* Value */.W.list(values_type/* STRING */.An, found);
}
function extensionOf(value, { bits, prefix }, argument) {
    const extension = Number(networks_whole(value));
    if (extension < 1)
        throw new FunctionError('must extend prefix by at least one bit', argument);
    if (extension > 32)
        throw new FunctionError('may not extend prefix by more than 32 bits', argument);
    if (prefix + extension > bits)
        throw new FunctionError(`would extend prefix to ${prefix + extension} bits, which is too long for an ${bits === 32 ? 'IPv4' : 'IPv6'} address`, argument);
    return extension;
}
const networkFunctions = [
    define_define('cidrhost', [string('prefix'), define_number('hostnum')], values_type/* STRING */.An, host),
    defineText('cidrnetmask', ['prefix'], netmask),
    define_define('cidrsubnet', [string('prefix'), define_number('newbits'), define_number('netnum')], values_type/* STRING */.An, subnet),
    define_define('cidrsubnets', [string('prefix'), many(define_number('newbits'))], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), subnets),
];

;// CONCATENATED MODULE: ./build/language/functions/power.js
/** x to the y by repeated squaring of the fraction, as Go computes it: the last bits differ from JavaScript's `**`. */
function power(x, y) {
    if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0 || Math.abs(y) >= 2 ** 53)
        return x ** y;
    if (y === 0.5)
        return Math.sqrt(x);
    if (y === -0.5)
        return 1 / Math.sqrt(x);
    let whole = Math.trunc(Math.abs(y));
    let part = Math.abs(y) - whole;
    if (part !== 0 && x < 0)
        return Number.NaN;
    if (part > 0.5) {
        part -= 1;
        whole += 1;
    }
    let result = part === 0 ? 1 : Math.exp(part * Math.log(x));
    let exponent = 0;
    let [fraction, scale] = split(x);
    for (let rest = whole; rest > 0; rest = Math.floor(rest / 2)) {
        if (Math.abs(scale) > 4096) {
            exponent += scale;
            break;
        }
        if (rest % 2 === 1) {
            result *= fraction;
            exponent += scale;
        }
        fraction *= fraction;
        scale *= 2;
        if (fraction < 0.5) {
            fraction *= 2;
            scale -= 1;
        }
    }
    return y < 0 ? scaled(1 / result, -exponent) : scaled(result, exponent);
}
/** x as a fraction of at least a half and below one, times a power of two. */
function split(x) {
    let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
    let fraction = scaled(x, -exponent);
    while (Math.abs(fraction) < 0.5) {
        fraction *= 2;
        exponent -= 1;
    }
    while (Math.abs(fraction) >= 1) {
        fraction /= 2;
        exponent += 1;
    }
    return [fraction, exponent];
}
/** Halved twice because 2^exponent alone may overflow where the product does not. */
function scaled(x, exponent) {
    const half = Math.trunc(exponent / 2);
    return x * 2 ** half * 2 ** (exponent - half);
}

;// CONCATENATED MODULE: ./build/language/functions/library/numbers.js
/** Arithmetic beyond the operators. */








const MOST_IN_RANGE = 1024;
const truncated = (n, away) => {
    if (n.isInteger || n.isInfinite)
        return n;
    const whole = n.toInteger();
    return big_float/* BigFloat */.p.fromInteger(n.sign === away ? whole + BigInt(away) : whole).withPrecision(n.prec);
};
function best(name, wins) {
    return define_define(name, [many(define_number('numbers'))], values_type/* NUMBER */.uk, (first, ...rest) => {
        if (!first)
            throw new FunctionError('must pass at least one number');
        return rest.reduce((kept, each) => (wins(each.asNumber().compare(kept.asNumber())) ? each : kept), first);
    });
}
function parseInteger(text, base) {
    const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const [, sign, body] = /^([+-]?)([0-9A-Za-z]+)$/.exec(base <= 36 ? text.toLowerCase() : text) ?? [];
    if (body === undefined)
        return undefined;
    let total = 0n;
    for (const digit of body) {
        const worth = digits.indexOf(digit);
        if (worth >= base)
            return undefined;
        total = total * BigInt(base) + BigInt(worth);
    }
    return sign === '-' ? -total : total;
}
function range(params) {
    if (params.length < 1 || params.length > 3)
        throw new FunctionError('must have one, two, or three arguments');
    const numbers = params.map(each => each.asNumber());
    const start = numbers.length === 1 ? big_float/* BigFloat */.p.fromInteger(0) : numbers[0];
    const end = numbers.length === 1 ? numbers[0] : numbers[1];
    const down = end.compare(start) < 0;
    const step = numbers[2] ?? big_float/* BigFloat */.p.fromInteger(down ? -1 : 1);
    if (down && step.sign > 0)
        throw new FunctionError('end must be greater than start when step is positive', 1);
    if (end.compare(start) > 0 && step.sign < 0)
        throw new FunctionError('end must be less than start when step is negative', 1);
    const values = [];
    for (let n = start; down ? n.compare(end) > 0 : n.compare(end) < 0; n = n.add(step)) {
        if (values.length >= MOST_IN_RANGE)
            throw new FunctionError(`more than ${MOST_IN_RANGE} values were generated; either decrease the difference between start and end or use a smaller step`);
        values.push(values_value/* Value */.W.number(n));
    }
    return values_value/* Value */.W.list(values_type/* NUMBER */.uk, values);
}
function sum(list) {
    if (!['list', 'set', 'tuple', 'map', 'object'].includes(list.type.kind))
        throw new FunctionError('cannot sum noniterable', 0);
    if (list.type.kind === 'map' || list.type.kind === 'object')
        throw new FunctionError(`argument must be list, set, or tuple. Received ${(0,type_text/* friendlyName */.Rs)(list.type)}`, 0);
    const [first, ...rest] = list.elements().map(each => summand(each));
    if (!first)
        throw new FunctionError('cannot sum an empty list', 0);
    return rest.reduce((total, each) => total.add(each), first);
}
function summand(value) {
    try {
        if (!value.isNull)
            return (0,convert/* convert */.C6)(value, values_type/* NUMBER */.uk).asNumber();
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.zx))
            throw error;
    }
    throw new FunctionError('argument must be list, set, or tuple of number values', 0);
}
const numberFunctions = [
    define_define('abs', [define_number('num')], values_type/* NUMBER */.uk, n => n.asNumber().absolute()),
    define_define('ceil', [define_number('num')], values_type/* NUMBER */.uk, n => truncated(n.asNumber(), 1)),
    define_define('floor', [define_number('num')], values_type/* NUMBER */.uk, n => truncated(n.asNumber(), -1)),
    define_define('log', [define_number('num'), define_number('base')], values_type/* NUMBER */.uk, (n, base) => big_float/* BigFloat */.p.fromDouble(Math.log(n.asNumber().toDouble()) / Math.log(base.asNumber().toDouble()))),
    define_define('pow', [define_number('num'), define_number('power')], values_type/* NUMBER */.uk, (n, exponent) => big_float/* BigFloat */.p.fromDouble(power(n.asNumber().toDouble(), exponent.asNumber().toDouble()))),
    define_define('signum', [define_number('num')], values_type/* NUMBER */.uk, n => integer(Math.sign(whole(n)))),
    best('max', comparison => comparison > 0),
    best('min', comparison => comparison < 0),
    define_define('parseint', [any('number'), define_number('base')], values_type/* NUMBER */.uk, (text, base) => {
        if (text.type.kind !== 'string')
            throw new FunctionError(`first argument must be a string, not ${(0,type_text/* friendlyName */.Rs)(text.type)}`, 0);
        const radix = base.asNumber().isInteger ? base.asNumber().toDouble() : 0;
        if (radix < 2 || radix > 62)
            throw new FunctionError('base must be a whole number between 2 and 62 inclusive', 1);
        const parsed = parseInteger(text.asString(), radix);
        if (parsed === undefined)
            throw new FunctionError(`cannot parse ${JSON.stringify(text.asString())} as a base ${radix} integer`, 0);
        return integer(parsed);
    }),
    define_define('range', [many(define_number('params'))], (0,values_type/* listOf */.c3)(values_type/* NUMBER */.uk), (...params) => range(params)),
    define_define('sum', [any('list')], values_type/* NUMBER */.uk, sum),
];

;// CONCATENATED MODULE: ./build/language/regexp.js
/** RE2, the regular expressions of Go: no backtracking, no look-around, and Go's rules for matches and replacements. */

class PatternError extends Error {
}
const compiled = new Map();
const MOST_KEPT = 200;
/** Throws PatternError: what is wrong, and in which part of the pattern. */
function compilePattern(source) {
    const known = compiled.get(source);
    if (known)
        return known;
    if (compiled.size >= MOST_KEPT)
        compiled.clear();
    const pattern = compile(source);
    compiled.set(source, pattern);
    return pattern;
}
function compile(source) {
    const { RE2JS, RE2JSSyntaxException } = re2();
    try {
        const expression = RE2JS.compile(source);
        return {
            groupCount: expression.groupCount(),
            names: new Map(Object.entries(expression.namedGroups())),
            matches: text => matches(expression.matcher(text)),
        };
    }
    catch (error) {
        if (!(error instanceof RE2JSSyntaxException))
            throw error;
        throw new PatternError(`${error.getDescription()} in ${error.getPattern()}`);
    }
}
/** re2js reports an empty match right behind another one, which Go skips. */
function* matches(matcher) {
    let last = -1;
    while (matcher.find()) {
        const [start, end] = [matcher.start(), matcher.end()];
        if (start === end && start === last)
            continue;
        last = end;
        yield { groups: Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? null), start, end };
    }
}
/** ReplaceAllString of Go: `$1`, `$name` and `${name}` in the replacement, `$$` for a dollar; a group that is not there is empty. */
function replacePattern(source, text, replacement) {
    const pattern = compilePattern(source);
    let result = '';
    let at = 0;
    for (const match of pattern.matches(text)) {
        result += text.slice(at, match.start) + expand(replacement, pattern, match);
        at = match.end;
    }
    return result + text.slice(at);
}
const expand = (replacement, { names }, { groups }) => replacement.replace(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu, (whole, bare, braced) => {
    const name = bare ?? braced;
    if (name === undefined)
        return whole === '$$' ? '$' : whole;
    return groups[/^\d+$/.test(name) ? Number(name) : (names.get(name) ?? groups.length)] ?? '';
});

;// CONCATENATED MODULE: ./build/language/functions/library/regexes.js
/** Regular expressions of RE2. */





function regexes_compile(pattern) {
    try {
        return compilePattern(pattern.asString());
    }
    catch (error) {
        throw error instanceof PatternError ? new FunctionError(`invalid regexp pattern: ${error.message}`, 0) : error;
    }
}
/** Text without groups, an object for named groups, a tuple for others. */
function matchType(pattern) {
    if (!pattern.isKnown)
        return values_type/* DYNAMIC */.u5;
    const { groupCount, names } = regexes_compile(pattern);
    if (groupCount === 0)
        return values_type/* STRING */.An;
    if (names.size === 0)
        return (0,values_type/* tupleOf */.cF)(Array(groupCount).fill(values_type/* STRING */.An));
    if (names.size < groupCount)
        throw new FunctionError('invalid regexp pattern: cannot mix both named and unnamed capture groups', 0);
    return (0,values_type/* objectOf */.Xy)(new Map([...names.keys()].map(name => [name, values_type/* STRING */.An])));
}
function matchValue({ groups }, { names, groupCount }) {
    const group = (i) => {
        const text = groups[i];
        return text === null || text === undefined ? values_value/* Value */.W.null(values_type/* STRING */.An) : values_value/* Value */.W.string(text);
    };
    if (groupCount === 0)
        return group(0);
    if (names.size === 0)
        return values_value/* Value */.W.tuple(groups.slice(1).map((_, i) => group(i + 1)));
    return values_value/* Value */.W.object([...names].map(([name, i]) => [name, group(i)]));
}
const regexFunctions = [
    define_define('regex', [string('pattern'), string('string')], matchType, (source, text) => {
        matchType(source);
        const pattern = regexes_compile(source);
        for (const match of pattern.matches(text.asString()))
            return matchValue(match, pattern);
        throw new FunctionError('pattern did not match any part of the given string');
    }),
    define_define('regexall', [string('pattern'), string('string')], source => (0,values_type/* listOf */.c3)(matchType(source)), (source, text) => {
        const pattern = regexes_compile(source);
        return values_value/* Value */.W.list(matchType(source), Array.from(pattern.matches(text.asString()), match => matchValue(match, pattern)));
    }),
    defineText('regex_replace', ['str', 'pattern', 'replace'], (text, pattern, replacement) => {
        try {
            return replacePattern(pattern, text, replacement);
        }
        catch (error) {
            throw error instanceof PatternError ? new FunctionError(`invalid regexp pattern: ${error.message}`, 1) : error;
        }
    }),
];

;// CONCATENATED MODULE: ./build/language/static.js
const shapeOf = (expression) => expression;
/** `source.null.example`, for expressions that are nothing but a reference. */
const asTraversal = (expression) => shapeOf(expression).asTraversal?.();
/** A single bare word; `true`, `false` and `null` are some too. */
function asKeyword(expression) {
    const traversal = asTraversal(expression);
    return traversal?.steps.length === 0 ? traversal.root : undefined;
}
/** The items of `[a, b]`. */
const asList = (expression) => shapeOf(expression).asList?.();
/** The items of `{ a = b }`, in the order they are written. */
const asMap = (expression) => shapeOf(expression).asMap?.();
/** The call of a function, without an expanded last argument. */
const asCall = (expression) => shapeOf(expression).asCall?.();

;// CONCATENATED MODULE: ./build/language/type-defaults.js
/** Puts the defaults of optional attributes into a value, before it is converted to its type: what is missing gets them, and what is null. */

const type_defaults_isSequence = (value) => ['list', 'set', 'tuple'].includes(value.type.kind);
const isMapping = (value) => value.type.kind === 'map' || value.type.kind === 'object';
/** Of a list, set or map: elements may come to differ in type, so tuples and objects are made of them. */
const fillElements = (fill) => value => {
    if (value.state !== 'known')
        return value;
    if (type_defaults_isSequence(value))
        return values_value/* Value */.W.tuple(value.elements().map(fill));
    return isMapping(value) ? values_value/* Value */.W.object([...value.entries()].map(([key, each]) => [key, fill(each)])) : value;
};
const fillTuple = (fills) => value => value.state === 'known' && type_defaults_isSequence(value)
    ? values_value/* Value */.W.tuple(value.elements().map((each, i) => fills[i]?.(each) ?? each))
    : value;
const fillObject = (attributes) => value => {
    if (value.state !== 'known' || !isMapping(value))
        return value;
    const entries = new Map(value.entries());
    for (const [name, { fill, fallback }] of attributes) {
        const own = entries.get(name);
        const filled = (!own || own.isNull) && fallback ? fallback : own;
        if (filled)
            entries.set(name, fill ? fill(filled) : filled);
    }
    return values_value/* Value */.W.object(entries);
};

;// CONCATENATED MODULE: ./build/language/type-expression.js






/** A constraint: `any` stands for whatever comes, and attributes of objects may be `optional`. */
function parseTypeConstraint(expression) {
    const { value, diagnostics } = type_expression_parse(expression, 'constraint');
    return { value: { type: value.type, applyDefaults: value.fill ?? (given => given) }, diagnostics };
}
/** An exact type, as `convert(value, type)` wants it. */
function parseExactType(expression) {
    const { value, diagnostics } = type_expression_parse(expression, 'type');
    return { value: value.type, diagnostics };
}
const PRIMITIVES = { string: values_type/* STRING */.An, number: values_type/* NUMBER */.uk, bool: values_type/* BOOL */.HX };
const COLLECTIONS = { list: values_type/* listOf */.c3, set: values_type/* setOf */.s4, map: values_type/* mapOf */.A7 };
const WORDS = [...Object.keys(PRIMITIVES), ...Object.keys(COLLECTIONS), 'object', 'tuple', 'any'];
const type_expression_ANYTHING = { type: values_type/* DYNAMIC */.u5 };
const HOW = 'A type is string, number, bool or any, or is made with list(type), set(type), map(type), object({ … }) or tuple([ … ]).';
const isCollection = (name) => Object.hasOwn(COLLECTIONS, name);
const wrong = (detail, { range }) => (0,collector/* failed */.P)(type_expression_ANYTHING, 'Invalid type specification', detail, range);
function type_expression_parse(expression, purpose) {
    const keyword = asKeyword(expression);
    if (keyword !== undefined)
        return parseWord(keyword, expression, purpose);
    const call = asCall(expression);
    return call ? parseConstructor(call, purpose) : wrong(HOW, expression);
}
function parseWord(word, expression, purpose) {
    if (Object.hasOwn(PRIMITIVES, word))
        return (0,collector.ok)({ type: PRIMITIVES[word] });
    if (word === 'any' && purpose === 'constraint')
        return (0,collector.ok)(type_expression_ANYTHING);
    if (word === 'any')
        return wrong('"any" is not one type: an exact type must stand here.', expression);
    if (isCollection(word))
        return wrong(`"${word}" needs the type of its elements: ${word}(string).`, expression);
    if (word === 'object')
        return wrong('"object" needs its attributes: object({ name = string }).', expression);
    if (word === 'tuple')
        return wrong('"tuple" needs the types of its elements: tuple([string, number]).', expression);
    if (word === 'optional')
        return wrong('Only the attributes of an object can be optional.', expression);
    return wrong(`There is no type "${word}".${(0,did_you_mean/* didYouMean */.a)(word, WORDS)} ${HOW}`, expression);
}
function parseConstructor(call, purpose) {
    const { name, args } = call;
    if (Object.hasOwn(PRIMITIVES, name) || name === 'any')
        return wrong(`"${name}" takes no arguments.`, call);
    if (name === 'optional')
        return wrong('Only the attributes of an object can be optional.', call);
    if (!isCollection(name) && name !== 'object' && name !== 'tuple')
        return wrong(`There is no type "${name}".${(0,did_you_mean/* didYouMean */.a)(name, WORDS)} ${HOW}`, call);
    const [argument] = args;
    if (!argument || args.length > 1)
        return wrong(`"${name}" takes exactly one argument. ${HOW}`, call);
    if (name === 'object')
        return type_expression_parseObject(argument, purpose);
    if (name === 'tuple')
        return type_expression_parseTuple(argument, purpose);
    const { value, diagnostics } = type_expression_parse(argument, purpose);
    return { value: { type: COLLECTIONS[name](value.type), fill: value.fill && fillElements(value.fill) }, diagnostics };
}
function type_expression_parseTuple(argument, purpose) {
    const items = asList(argument);
    if (!items)
        return wrong('The types of the elements must stand in brackets: tuple([string, number]).', argument);
    const found = new collector/* Collector */.g();
    const parsed = items.map(item => found.take(type_expression_parse(item, purpose)));
    const type = (0,values_type/* tupleOf */.cF)(parsed.map(each => each.type));
    return found.done({ type, fill: parsed.some(each => each.fill) ? fillTuple(parsed.map(each => each.fill)) : undefined });
}
function type_expression_parseObject(argument, purpose) {
    const items = asMap(argument);
    if (!items)
        return wrong('The attributes must stand in braces: object({ name = string }).', argument);
    const found = new collector/* Collector */.g();
    const attributes = new Map();
    for (const { key, value } of items) {
        const name = found.take(attributeName(key));
        if (name !== undefined)
            attributes.set(name, found.take(parseAttribute(value, purpose)));
    }
    const optional = [...attributes].filter(([, attribute]) => attribute.optional).map(([name]) => name);
    const types = new Map([...attributes].map(([name, { type }]) => [name, type]));
    const needsFill = [...attributes.values()].some(({ fill, fallback }) => fill || fallback);
    const type = (0,values_type/* objectOf */.Xy)(types, optional.length > 0 ? new Set(optional) : undefined);
    return found.done({ type, fill: needsFill ? fillObject(attributes) : undefined });
}
function attributeName(key) {
    const keyword = asKeyword(key);
    if (keyword !== undefined)
        return (0,collector.ok)(keyword);
    const { value } = key.evaluate({});
    if (value.state === 'known' && value.type.kind === 'string')
        return (0,collector.ok)(value.asString());
    return (0,collector/* failed */.P)(undefined, 'Invalid type specification', 'The name of an attribute must stand here.', key.range);
}
function parseAttribute(expression, purpose) {
    const call = asCall(expression);
    if (call?.name !== 'optional')
        return type_expression_parse(expression, purpose);
    if (purpose === 'type')
        return wrong('An attribute cannot be optional here: an exact type must stand here.', call);
    const [typeArgument, defaultArgument] = call.args;
    if (!typeArgument || call.args.length > 2)
        return wrong('"optional" takes a type, and a default value if there is one: optional(number, 8).', call);
    const found = new collector/* Collector */.g();
    const parsed = found.take(type_expression_parse(typeArgument, purpose));
    const fallback = defaultArgument && found.take(defaultOf(defaultArgument, parsed));
    return found.done({ ...parsed, optional: true, fallback });
}
/** The default as it is written; it is converted with the whole. Checked here, where it stands. */
function defaultOf(expression, { type, fill }) {
    const found = new collector/* Collector */.g();
    const value = found.take(expression.evaluate({}));
    if (found.diagnostics.length > 0)
        return found.done(undefined);
    try {
        (0,convert/* convert */.C6)(fill ? fill(value) : value, type);
        return found.done(value);
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.zx))
            throw error;
        const detail = `The default does not fit the type of the attribute: ${error.message}.`;
        found.error('Invalid default value for optional attribute', detail, expression.range);
        return found.done(undefined);
    }
}

;// CONCATENATED MODULE: ./build/language/functions/library/special.js








function declare(name, parameters, special) {
    return {
        name,
        parameters: parameters.filter(each => !each.many),
        variadic: parameters.find(each => each.many),
        resultType: () => values_type/* DYNAMIC */.u5,
        call: () => {
            throw new FunctionError(`${name} takes expressions`);
        },
        special,
    };
}
/** The first that evaluates without error. An unknown one may still fail once it is known, so the result is unknown then. */
const tryEach = (args, context) => {
    const problems = [];
    for (const arg of args) {
        const { value, diagnostics } = arg.evaluate(context);
        if (!(0,diagnostic/* hasErrors */.C)(diagnostics))
            return { value: value.isWhollyKnown ? value : values_value/* Value */.W.unknown(), diagnostics };
        problems.push(...diagnostics.filter(each => each.severity === 'error').map(describe));
    }
    const why = args.length === 0
        ? 'at least one argument is required'
        : `no expression succeeded:\n${problems.join('\n')}\nAt least one expression must produce a successful result`;
    const range = args[0]?.range ?? { file: '', start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } };
    return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Error in function call', `Call to function "try" failed: ${why}.`, range);
};
function describe({ summary, detail, subject }) {
    const place = subject ? ` (at ${subject.file}:${subject.start.line},${subject.start.column}-${subject.end.column})` : '';
    return `- ${summary}${place}${detail ? `\n  ${detail}` : ''}`;
}
const can = ([arg], context) => {
    const { value, diagnostics } = arg.evaluate(context);
    if ((0,diagnostic/* hasErrors */.C)(diagnostics))
        return (0,collector.ok)(values_value/* Value */.W.bool(false));
    return (0,collector.ok)(value.isWhollyKnown ? values_value/* Value */.W.bool(true) : values_value/* Value */.W.unknown(values_type/* BOOL */.HX, true));
};
function convertTo([given, wanted], evaluated) {
    const found = new collector/* Collector */.g();
    const value = found.take(evaluated);
    const { type, applyDefaults } = found.take(parseTypeConstraint(wanted));
    if ((0,diagnostic/* hasErrors */.C)(found.diagnostics))
        return found.done(values_value/* Value */.W.unknown());
    try {
        return found.done((0,convert/* convert */.C6)(applyDefaults(value), type));
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.zx))
            throw error;
        found.error('Invalid function argument', `Invalid value for "value" parameter: ${error.message}.`, given.range);
        return found.done(values_value/* Value */.W.unknown(type));
    }
}
const specialFunctions = [
    declare('try', [many(any('expressions'))], tryEach),
    declare('can', [any('expression')], can),
    declare('convert', [any('value'), any('type')], (args, context) => convertTo([args[0], args[1]], args[0].evaluate(context))),
];

;// CONCATENATED MODULE: ./build/language/functions/index.js
/** The functions a template can call: Packer's, and `env`, which only variable defaults may use. */
















function standardFunctions(options) {
    const { directory, now = () => new Date(), startedAt = now(), lookups } = options;
    const functions = new Map();
    const all = [
        ...textFunctions,
        ...numberFunctions,
        ...listFunctions,
        ...mapFunctions,
        ...formatFunctions,
        ...regexFunctions,
        ...encodingFunctions,
        ...hashFunctions,
        ...networkFunctions,
        ...pathFunctions,
        ...specialFunctions,
        ...dateFunctions({ now, startedAt }),
        ...lookupFunctions(lookups),
        ...fileFunctions(directory, parseTemplate, functions),
    ];
    for (const fn of all)
        functions.set(fn.name, fn);
    return functions;
}
/** An unset variable is empty text, as in Packer. */
const envFunction = (environment) => define_define('env', [string('key')], values_type/* STRING */.An, key => environment[key.asString()] ?? '');

// EXTERNAL MODULE: ./build/language/options/interpolation.js + 10 modules
var interpolation = __webpack_require__(9635);
;// CONCATENATED MODULE: ./build/language/version.js
/**
 * Versions and constraints on them as hashicorp/go-version has them, which is not npm's semver: `~> 1.0` reaches to 2.0, a comma
 * means "and", and a prerelease is met only by a constraint that names one of the same version.
 */
const identifiers = '[0-9A-Za-z~-]+(?:\\.[0-9A-Za-z~-]+)*';
const versionPattern = new RegExp(`^v?(\\d+(?:\\.\\d+)*)(?:-(\\d${identifiers.replace('+', '*')})|-?([A-Za-z~-]${identifiers.replace('+', '*')}))?(?:\\+(${identifiers}))?$`);
/** Throws Error. */
function parseVersion(text) {
    const found = versionPattern.exec(text);
    const numbers = found ? found[1].split('.').map(Number) : [];
    if (!found || numbers.some(each => !Number.isSafeInteger(each)))
        throw new Error(`malformed version: ${text}`);
    const segments = [...numbers, ...Array(Math.max(0, 3 - numbers.length)).fill(0)];
    return { segments, written: numbers.length, prerelease: found[2] ?? found[3] ?? '', metadata: found[4] ?? '' };
}
/** Negative, zero or positive; metadata does not count. */
function compareVersions(a, b) {
    return compareSegments(a, b) || comparePrereleases(a.prerelease, b.prerelease);
}
function compareSegments(a, b) {
    for (let i = 0; i < Math.max(a.segments.length, b.segments.length); i++) {
        const difference = (a.segments[i] ?? 0) - (b.segments[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** A release is above its prereleases; numbers are below words. */
function comparePrereleases(a, b) {
    if (a === b)
        return 0;
    if (a === '' || b === '')
        return a === '' ? 1 : -1;
    const [left, right] = [a.split('.'), b.split('.')];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const difference = compareParts(left[i], right[i]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
const isNumeric = (part) => /^\d+$/.test(part);
function compareParts(a, b) {
    if (a === b)
        return 0;
    if (a === undefined || b === undefined)
        return isNumeric((a ?? b)) === (b === undefined) ? 1 : -1;
    if (isNumeric(a) && isNumeric(b))
        return Number(a) - Number(b);
    if (isNumeric(a) !== isNumeric(b))
        return isNumeric(a) ? -1 : 1;
    return a < b ? -1 : 1;
}
/** Whether prereleases let the two be compared at all. */
const comparable = (version, limit) => version.prerelease === '' || (limit.prerelease !== '' && compareSegments(version, limit) === 0);
/** The last segment written may grow, those before it not. */
const pessimistic = (version, limit) => {
    if (!comparable(version, limit) || (limit.prerelease !== '' && version.prerelease === ''))
        return false;
    if (compareVersions(version, limit) < 0 || limit.segments.length > version.segments.length)
        return false;
    return limit.segments.slice(0, limit.written - 1).every((segment, i) => segment === version.segments[i]);
};
const operators = {
    '': (version, limit) => compareVersions(version, limit) === 0,
    '=': (version, limit) => compareVersions(version, limit) === 0,
    '!=': (version, limit) => compareVersions(version, limit) !== 0,
    '>': (version, limit) => comparable(version, limit) && compareVersions(version, limit) > 0,
    '<': (version, limit) => comparable(version, limit) && compareVersions(version, limit) < 0,
    '>=': (version, limit) => comparable(version, limit) && compareVersions(version, limit) >= 0,
    '<=': (version, limit) => comparable(version, limit) && compareVersions(version, limit) <= 0,
    '~>': pessimistic,
};
/** All of `>= 1.0, < 2.0`. Throws Error. */
function parseConstraints(text) {
    const checks = text.split(',').map(part => {
        const [, operator, limit] = /^\s*(=|!=|>=|<=|>|<|~>|)\s*(\S+)\s*$/.exec(part) ?? [];
        if (operator === undefined || limit === undefined || !versionPattern.test(limit))
            throw new Error(`malformed constraint: ${part.trim()}`);
        const version = parseVersion(limit);
        return (candidate) => operators[operator](candidate, version);
    });
    return { check: version => checks.every(check => check(version)) };
}

;// CONCATENATED MODULE: ./build/template/blocks.js

const TEMPLATE_BLOCKS = {
    packer: [],
    source: ['type', 'name'],
    variables: [],
    variable: ['name'],
    locals: [],
    local: ['name'],
    data: ['type', 'name'],
    build: [],
    hcp_packer_registry: [],
    communicator: ['type', 'name'],
};
const OWN_BLOCKS = { smoke_test: ['name'] };
function templateBlocks(bodies) {
    const findings = new collector/* Collector */.g();
    const blocks = findings.take(gather(bodies, TEMPLATE_BLOCKS));
    for (const { type, definitionRange } of [...blocks.communicator, ...blocks.hcp_packer_registry])
        findings.add(withoutEffect(type, definitionRange));
    return findings.done(blocks);
}
/** Packer ignores `communicator` and `from` too; what HCP would do is a difference, and said. */
const withoutEffect = (type, subject) => ({
    severity: 'warning',
    summary: 'Block without effect',
    detail: type === 'hcp_packer_registry'
        ? 'Nothing is published to an HCP Packer registry: that is a service of HashiCorp.'
        : `Packer accepts "${type}" blocks here and ignores them, and so does ingot.`,
    subject,
});
/** `*.ingot.hcl` holds what is ours and not Packer's. */
const ownBlocks = (bodies) => gather(bodies, OWN_BLOCKS);
function gather(bodies, types) {
    const findings = new collector/* Collector */.g();
    const names = Object.keys(types);
    const schema = { attributes: [], blocks: names.map(type => ({ type, labels: types[type] })) };
    const blocks = bodies.flatMap(body => findings.take(body.content(schema)).blocks);
    return findings.done(Object.fromEntries(names.map(type => [type, blocks.filter(block => block.type === type)])));
}

// EXTERNAL MODULE: ./build/language/options/printable.js
var printable = __webpack_require__(2472);
// EXTERNAL MODULE: ./build/template/scope.js
var scope = __webpack_require__(4978);
;// CONCATENATED MODULE: ./build/template/selection.js
/** Throws Error with a sentence for a pattern that is not a glob. Knows `*`, `?`, `[abc]`, `[!a-z]`, `{a,b}` and `\`. */
function compileGlob(text) {
    const source = new GlobReader(text).alternatives();
    const expression = new RegExp(`^(?:${source})$`, 'su');
    return { text, matches: name => expression.test(name) };
}
class GlobReader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    /** Until the end, or inside braces until their end. */
    alternatives(depth = 0) {
        let source = '';
        while (this.at < this.text.length) {
            const char = this.text[this.at++];
            if (depth > 0 && char === '}')
                return source;
            if (depth > 0 && char === ',')
                source += '|';
            else
                source += this.piece(char, depth);
        }
        if (depth > 0)
            throw new Error(`"${this.text}" opens a brace that it does not close`);
        return source;
    }
    piece(char, depth) {
        switch (char) {
            case '*':
                return '.*';
            case '?':
                return '.';
            case '[':
                return this.characters();
            case '{':
                return `(?:${this.alternatives(depth + 1)})`;
            case '\\':
                return selection_escaped(this.text[this.at++] ?? '\\');
            default:
                return selection_escaped(char);
        }
    }
    characters() {
        const end = this.text.indexOf(']', this.at + 1);
        if (end < 0)
            throw new Error(`"${this.text}" opens a bracket that it does not close`);
        const inside = this.text.slice(this.at, end);
        this.at = end + 1;
        const negated = inside.startsWith('!');
        const body = (negated ? inside.slice(1) : inside).replace(/[\\\]^[&~]/g, '\\$&');
        return `[${negated ? '^' : ''}${body}]`;
    }
}
const selection_escaped = (char) => (/[.*+?^${}()|[\]\\/]/.test(char) ? `\\${char}` : char);
/** Remembers which patterns ever matched, so that those in vain are named. */
class Selection {
    exact;
    only;
    except;
    used = new Set();
    findings = [];
    constructor(only, except, exact = false) {
        this.exact = exact;
        this.only = this.compile(only, '-only');
        this.except = this.compile(except, '-except');
    }
    takesBuild(name) {
        if (this.only.length > 0 && !this.any(this.only, name))
            return false;
        return !this.any(this.except, name);
    }
    /** A post-processor that `-except` names is dropped, and the rest of its chain with it. */
    takesPostProcessor(name) {
        return !this.any(this.except, name);
    }
    diagnostics(builds) {
        const unused = (patterns, flag) => patterns.filter(pattern => !this.used.has(pattern)).map(pattern => inVain(pattern.text, flag, builds));
        return [...this.findings, ...unused(this.only, '-only'), ...unused(this.except, '-except')];
    }
    /** Every pattern is asked, so that one that repeats another is not called in vain. */
    any(patterns, name) {
        const matching = patterns.filter(pattern => pattern.matches(name));
        for (const pattern of matching)
            this.used.add(pattern);
        return matching.length > 0;
    }
    compile(texts, flag) {
        return texts.flatMap(text => {
            try {
                return [this.exact ? { text, matches: (name) => name === text } : compileGlob(text)];
            }
            catch (error) {
                this.findings.push({ severity: 'error', summary: `Invalid ${flag} pattern`, detail: `${error.message}.` });
                return [];
            }
        });
    }
}
const inVain = (pattern, flag, builds) => ({
    severity: 'warning',
    summary: `${flag} matches nothing`,
    detail: `No build${flag === '-except' ? ' and no post-processor' : ''} matches "${pattern}". The builds are: ${builds.join(', ') || 'none'}.`,
});

// EXTERNAL MODULE: ./build/template/smoke-tests.js
var smoke_tests = __webpack_require__(6179);
// EXTERNAL MODULE: ./build/language/options/plain.js
var plain = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/language/options/weak.js
var weak = __webpack_require__(9535);
;// CONCATENATED MODULE: ./build/template/builds/meta.js







/** Reads the attributes of one content, each as the type it must have. */
class MetaReader {
    content;
    context;
    render;
    findings = new collector/* Collector */.g();
    constructor(content, context, 
    /** Legacy templates: the second interpolation layer reaches these too, and types are weak. */
    render) {
        this.content = content;
        this.context = context;
        this.render = render;
    }
    text(name) {
        return this.value(name, values_type/* STRING */.An)?.asString();
    }
    texts(name) {
        return this.value(name, (0,values_type/* listOf */.c3)(values_type/* STRING */.An))
            ?.elements()
            .map(each => each.asString());
    }
    flag(name) {
        return this.value(name, values_type/* BOOL */.HX)?.asBool();
    }
    /** Milliseconds. */
    duration(name) {
        return this.parse(name, values_type/* STRING */.An, value => (0,language_duration/* parseDuration */.E9)(value.asString()));
    }
    /** How often; below zero is never, as in Packer. */
    count(name) {
        return this.parse(name, values_type/* NUMBER */.uk, value => {
            const count = value.asNumber().toDouble();
            if (!Number.isInteger(count))
                throw new Error('it must be a whole number');
            return Math.max(count, 0);
        });
    }
    any(name) {
        return this.value(name);
    }
    rangeOf(name) {
        return this.content.attributes.get(name)?.expression.range;
    }
    parse(name, type, read) {
        const value = this.value(name, type);
        if (value === undefined)
            return undefined;
        try {
            return read(value);
        }
        catch (error) {
            this.findings.add(meta_wrong(this.content.attributes.get(name), error.message));
            return undefined;
        }
    }
    converted(value, type) {
        return this.render ? (0,weak/* convertWeakly */.j)((0,plain/* mapStrings */.to)(value, this.render), type) : (0,convert/* convert */.C6)(value, type);
    }
    /** Undefined when absent, null, wrong or not known. */
    value(name, type) {
        const attribute = this.content.attributes.get(name);
        if (!attribute)
            return undefined;
        const evaluated = attribute.expression.evaluate(this.context);
        this.findings.take(evaluated);
        if ((0,diagnostic/* hasErrors */.C)(evaluated.diagnostics) || evaluated.value.state !== 'known')
            return undefined;
        try {
            const value = type ? this.converted(evaluated.value, type) : evaluated.value;
            return value.isWhollyKnown ? value : undefined;
        }
        catch (error) {
            if (!(error instanceof Error))
                throw error;
            this.findings.add(meta_wrong(attribute, error.message));
            return undefined;
        }
    }
}
const meta_wrong = ({ name, expression, range }, reason) => ({
    severity: 'error',
    summary: 'Invalid value',
    detail: `Inappropriate value for "${name}": ${reason}.`,
    subject: expression.range,
    context: range,
});
/** A name that fits no source is a mistake in a legacy template, as in Packer, and worth a warning in others. */
function readCondition(meta, sources, severity, range) {
    const findings = new collector/* Collector */.g();
    const [only, except] = [meta.texts('only'), meta.texts('except')];
    if (only && except && only.length > 0 && except.length > 0)
        findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", meta.rangeOf('except') ?? range, range);
    for (const name of [...(only ?? []), ...(except ?? [])])
        if (!sources.includes(name))
            findings.add({
                severity,
                summary: 'No such source',
                detail: `"${name}" is no source of this build, so the condition never applies to it. The sources are: ${sources.join(', ')}.`,
                subject: meta.rangeOf(only?.includes(name) ? 'only' : 'except') ?? range,
                context: range,
            });
    return findings.done({ only, except });
}
function appliesTo({ only, except }, source) {
    if (only && only.length > 0)
        return only.includes(source);
    return !except?.includes(source);
}

// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(6125);
;// CONCATENATED MODULE: ./build/template/merged-body.js

const mergedBody = (first, second, how) => ({
    missingItemRange: second.missingItemRange,
    content: schema => merged_body_merge(schema, first.content(optional(schema)), second.content(optional(schema)), how),
    partialContent(schema) {
        const [a, b] = [first.partialContent(optional(schema)), second.partialContent(optional(schema))];
        const merged = merged_body_merge(schema, a, b, how);
        return { ...merged, value: { ...merged.value, remain: mergedBody(a.value.remain, b.value.remain, how) } };
    },
    justAttributes() {
        const findings = new collector/* Collector */.g();
        const [a, b] = [findings.take(first.justAttributes()), findings.take(second.justAttributes())];
        return findings.done(mergeAttributes(a, b, how, findings));
    },
});
/** What one of the two may lack, both together must have; `merge` looks after that. */
const optional = (schema) => ({
    attributes: schema.attributes.map(({ name }) => ({ name })),
    blocks: schema.blocks,
});
function merged_body_merge(schema, a, b, how) {
    const findings = new collector/* Collector */.g();
    const [first, second] = [findings.take(a), findings.take(b)];
    const attributes = mergeAttributes(first.attributes, second.attributes, how, findings);
    for (const { name, required } of schema.attributes)
        if (required && !attributes.has(name))
            findings.error('Missing required argument', `The argument "${name}" is required, but no definition was found.`, first.missingItemRange);
    const replaced = new Set(how === 'replace' ? second.blocks.map(({ type }) => type) : []);
    const blocks = [...first.blocks.filter(({ type }) => !replaced.has(type)), ...second.blocks];
    return findings.done({ attributes, blocks, missingItemRange: first.missingItemRange });
}
function mergeAttributes(first, second, how, findings) {
    const merged = new Map(first);
    for (const [name, attribute] of second) {
        const before = first.get(name);
        if (before && how === 'add')
            findings.error('Duplicate argument', `"${name}" is already set in the source block, at ${before.nameRange.file}:${before.nameRange.start.line}. A build can add arguments to its source, not replace them.`, attribute.nameRange, attribute.range);
        merged.set(name, attribute);
    }
    return merged;
}

;// CONCATENATED MODULE: ./build/template/value-body.js
/** A body made of values, for what Packer lets stand as an object instead of a block: `override`, and dynamic content. */


/** All of it stands at `range`: a value does not know where its parts were written. */
const valueBody = (entries, range) => ({
    missingItemRange: range,
    content: schema => exact(entries, range, schema),
    partialContent(schema) {
        const found = take(entries, range, schema);
        return (0,collector.ok)({ ...found.content, remain: valueBody(found.rest, range) });
    },
    justAttributes: () => (0,collector.ok)(new Map([...entries].map(([name, value]) => [name, value_body_attributeOf(name, value, range)]))),
});
const constant = (value, range) => ({ range, evaluate: () => (0,collector.ok)(value), variables: () => [] });
const value_body_attributeOf = (name, value, range) => ({
    name,
    expression: constant(value, range),
    range,
    nameRange: range,
});
function take(entries, range, schema) {
    const rest = new Map(entries);
    const attributes = new Map();
    for (const { name } of schema.attributes) {
        const value = entries.get(name);
        if (value === undefined)
            continue;
        rest.delete(name);
        attributes.set(name, value_body_attributeOf(name, value, range));
    }
    const blocks = schema.blocks.flatMap(({ type }) => {
        const value = entries.get(type);
        rest.delete(type);
        return value === undefined ? [] : blocksOf(type, value, range);
    });
    const content = { attributes, blocks, missingItemRange: range };
    return { content, rest };
}
/** One object is one block, a list of objects as many. */
function blocksOf(type, value, range) {
    if (value.state !== 'known')
        return [];
    if (value.type.kind !== 'object' && value.type.kind !== 'map')
        return 'element' in value.type || value.type.kind === 'tuple'
            ? value.elements().flatMap(each => blocksOf(type, each, range))
            : [];
    const body = valueBody(value.entries(), range);
    return [{ type, labels: [], body, typeRange: range, labelRanges: [], definitionRange: range }];
}
function exact(entries, range, schema) {
    const { content, rest } = take(entries, range, schema);
    const findings = new collector/* Collector */.g();
    const known = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)];
    for (const name of rest.keys())
        findings.error('Unsupported argument', `An argument named "${name}" is not expected here.${(0,did_you_mean/* didYouMean */.a)(name, known)}`, range);
    for (const { name, required } of schema.attributes)
        if (required && !content.attributes.has(name))
            findings.error('Missing required argument', `The argument "${name}" is required, but no definition was found.`, range);
    return findings.done(content);
}

// EXTERNAL MODULE: ./build/language/options/decode.js
var decode = __webpack_require__(6949);
;// CONCATENATED MODULE: ./build/template/builds/component.js





/** Undefined, with a message that names what there is, when it is not built in. */
function findComponent(kind, type, builtIn, required, range, context) {
    const findings = new collector/* Collector */.g();
    if (Object.hasOwn(builtIn, type))
        return findings.done(builtIn[type]);
    const names = Object.keys(builtIn).sort();
    const plugin = required.find(({ name }) => type === name || type.startsWith(`${name}-`));
    const origin = plugin ? ` It belongs to the plugin "${plugin.source}", and plugins of Packer cannot be loaded.` : '';
    findings.error(`Unknown ${kind} type`, `No ${kind} "${type}" is built in.${(0,did_you_mean/* didYouMean */.a)(type, names)}${origin} Built in are: ${names.join(', ') || 'none'}.`, range, context);
    return findings.done(undefined);
}
/** `spec` is the plugin's own, with what else may stand in the body. */
function decodeComponent(spec, body, context, facts, reading) {
    return (0,decode/* decodeOptions */.f)(spec, body, {
        context,
        render: text => (0,interpolation/* interpolate */.G)(text, facts),
        weak: reading.weak,
        renderLate: reading.renderLate,
        redact: reading.secrets.redact,
        onSensitive: value => reading.secrets.addValue(value),
    });
}
/** The plugin's own rules, asked only of options that are right one by one. */
function checkComponent(component, decoded, range) {
    if ((0,diagnostic/* hasErrors */.C)(decoded.diagnostics) || !component.check)
        return [];
    return component.check(decoded.value.value).map(({ option, severity, summary, detail }) => ({
        severity: severity ?? 'error',
        summary,
        detail,
        subject: (option === undefined ? undefined : decoded.value.rangeOf(option)) ?? range,
        context: range,
    }));
}
/** `decode` without values is the preview. */
function lateOptions(decode) {
    const preview = decode(undefined);
    const late = {
        preview: preview.value,
        resolve: values => decode(values),
        toJSON: () => preview.value.toJSON(),
    };
    return { value: Object.freeze(late), diagnostics: preview.diagnostics };
}

;// CONCATENATED MODULE: ./build/template/builds/plan-build.js









const nameOf = (build, use) => build.name === '' ? use.title : `${build.name}.${use.title}`;
function planBuild(build, use, around) {
    return new BuildPlanner(build, use, around).plan();
}
class BuildPlanner {
    build;
    use;
    around;
    findings = new collector/* Collector */.g();
    context;
    facts;
    /** How `only`, `except` and `override` of this build name its sources. */
    sources;
    buildValues = {};
    constructor(build, use, around) {
        this.build = build;
        this.use = use;
        this.around = around;
        this.context = (0,scope/* withSource */.g5)(around.context, { type: use.source.type, name: use.name });
        // Packer tells components the name of the source block as the build's name.
        this.facts = { ...around.facts, buildName: use.source.name, buildType: use.source.type };
        this.sources = build.uses.map(({ reference }) => reference);
    }
    plan() {
        const { build } = this;
        const source = this.source();
        const provisioners = build.provisioners.flatMap(block => this.provisioner(block) ?? []);
        const cleanup = build.errorCleanupProvisioner && this.provisioner(build.errorCleanupProvisioner);
        const chains = build.chains.map(chain => this.chain(chain)).filter(chain => chain.length > 0);
        if (!source)
            return this.findings.done(undefined);
        const name = nameOf(build, this.use);
        return this.findings.done({
            name,
            buildName: build.name,
            source,
            provisioners,
            errorCleanupProvisioner: cleanup,
            postProcessors: chains,
            smokeTests: [],
        });
    }
    source() {
        const { source, body, range } = this.use;
        const { plugins, reading, requiredPlugins } = this.around;
        const plugin = this.findings.take(findComponent('source', source.type, plugins.sources, requiredPlugins, source.typeRange, source.range));
        this.buildValues = (0,scope/* unknownBuildValues */.NO)(plugin?.buildValues ?? []);
        if (!plugin)
            return undefined;
        const spec = { ...(plugin.reachable ? communicator_options/* communicatorOptions */.O : {}), ...plugin.options };
        const decoded = decodeComponent(spec, body, this.context, this.facts, reading);
        this.findings.take(decoded);
        const options = partOf(decoded.value, plugin.options, reading.secrets);
        this.findings.add(...checkComponent(plugin, { ...decoded, value: options }, range));
        const communicator = plugin.reachable ? partOf(decoded.value, communicator_options/* communicatorOptions */.O, reading.secrets) : undefined;
        return Object.freeze({
            type: source.type,
            name: source.name,
            options,
            communicator: communicator ? communicatorOf(communicator) : NO_COMMUNICATOR,
            range: source.range,
        });
    }
    provisioner(block) {
        const names = this.around.reading.weak ? LEGACY_PROVISIONER_META : PROVISIONER_META;
        const content = this.findings.take(block.body.partialContent(names));
        const meta = this.metaOf(content);
        const condition = this.findings.take(readCondition(meta, this.sources, this.severity, block.definitionRange));
        const planned = {
            name: meta.text('name'),
            pauseBefore: meta.duration('pause_before'),
            timeout: meta.duration('timeout'),
            maxRetries: meta.count('max_retries'),
        };
        const body = this.overridden(content.remain, meta);
        this.findings.add(...meta.findings.diagnostics);
        const options = this.component('provisioner', block, body, this.around.plugins.provisioners);
        if (!options || !appliesTo(condition, this.use.reference))
            return undefined;
        return Object.freeze({ type: block.labels[0], ...planned, options, range: block.definitionRange });
    }
    metaOf(content) {
        return new MetaReader(content, this.context, this.around.reading.weak ? text => (0,interpolation/* interpolate */.G)(text, this.facts) : undefined);
    }
    get severity() {
        return this.around.reading.weak ? 'error' : 'warning';
    }
    chain(blocks) {
        const chain = [];
        let open = true;
        for (const block of blocks) {
            const { planned, applies, name } = this.postProcessor(block);
            if (!this.around.selection.takesPostProcessor(name))
                open = false;
            if (open && applies && planned)
                chain.push(planned);
        }
        return Object.freeze(chain);
    }
    postProcessor(block) {
        const type = block.labels[0];
        const content = this.findings.take(block.body.partialContent(POST_PROCESSOR_META));
        const meta = this.metaOf(content);
        const condition = this.findings.take(readCondition(meta, this.sources, this.severity, block.definitionRange));
        const [name, keepInputArtifact] = [meta.text('name'), meta.flag('keep_input_artifact')];
        this.findings.add(...meta.findings.diagnostics);
        const options = this.component('post-processor', block, content.remain, this.around.plugins.postProcessors);
        const planned = options && Object.freeze({ type, name, options, keepInputArtifact, range: block.definitionRange });
        return { planned, applies: appliesTo(condition, this.use.reference), name: name ?? type };
    }
    component(kind, block, body, builtIn) {
        const range = block.definitionRange;
        const plugin = this.findings.take(findComponent(kind, block.labels[0], builtIn, this.around.requiredPlugins, block.labelRanges[0] ?? range, range));
        if (!plugin)
            return undefined;
        const decode = (values = this.buildValues) => {
            const context = (0,scope/* withBuild */.TK)(this.context, this.build.name, values);
            const decoded = decodeComponent(plugin.options, body, context, { ...this.facts, values }, this.around.reading);
            return { value: decoded.value, diagnostics: [...decoded.diagnostics, ...checkComponent(plugin, decoded, range)] };
        };
        return this.findings.take(lateOptions(decode));
    }
    /** `override = { name = { … } }`: names are those of sources without their type. */
    overridden(body, meta) {
        const all = meta.any('override');
        const range = meta.rangeOf('override');
        if (!all || !range)
            return body;
        if (all.type.kind !== 'object' && all.type.kind !== 'map') {
            this.findings.error('Invalid override', 'override is an object: { source_name = { option = value } }.', range);
            return body;
        }
        const names = this.build.uses.map(({ name }) => name);
        for (const name of all.entries().keys())
            if (!names.includes(name))
                this.findings.add({
                    severity: this.severity,
                    summary: 'No such source',
                    detail: `override speaks of "${name}", but no source of this build has that name. The names are: ${names.join(', ')}.`,
                    subject: range,
                });
        const own = all.entries().get(this.use.name);
        if (own?.state !== 'known')
            return body;
        if (own.type.kind === 'object' || own.type.kind === 'map')
            return mergedBody(body, valueBody(own.entries(), range), 'replace');
        this.findings.error('Invalid override', `The override for "${this.use.name}" is not an object of options.`, range);
        return body;
    }
}
const names = (...list) => ({ attributes: list.map(name => ({ name })), blocks: [] });
const POST_PROCESSOR_META = names('name', 'only', 'except', 'keep_input_artifact');
const LEGACY_PROVISIONER_META = names('only', 'except', 'override', 'pause_before', 'timeout', 'max_retries');
const PROVISIONER_META = names('name', ...LEGACY_PROVISIONER_META.attributes.map(({ name }) => name));
/** The options of one spec out of a body that was decoded for two. */
function partOf(whole, spec, { redact }) {
    const value = Object.freeze(Object.fromEntries(Object.keys(spec).map(name => [name, whole.value[name]])));
    return { value, rangeOf: whole.rangeOf, toJSON: () => (0,printable/* printable */.g$)(spec, value, redact) };
}
/** Engine and sources read them as plain properties; only printing must not show the password. */
const communicatorOf = ({ value, toJSON }) => Object.freeze(Object.defineProperty({ ...value }, 'toJSON', { value: toJSON, enumerable: false }));
const NO_COMMUNICATOR = Object.freeze({ communicator: 'none' });

;// CONCATENATED MODULE: ./build/template/builds/plan-builds.js







function planBuilds(builds, tests, request) {
    const findings = new collector/* Collector */.g();
    const selection = new Selection(request.only ?? [], request.except ?? [], request.exact);
    const candidates = builds.flatMap(build => build.uses.map(use => ({ name: nameOf(build, use), build, use })));
    const selected = candidates.filter(({ name, use }) => selection.takesBuild(request.exact ? use.name : name));
    const planned = selected.flatMap(({ build, use }) => {
        const plan = findings.take(planBuild(build, use, { ...request, selection }));
        const smokeTests = tests.flatMap(block => findings.take(smokeTestFor(block, build, use, request)) ?? []);
        return plan ? [{ ...plan, smokeTests: Object.freeze(smokeTests) }] : [];
    });
    findings.add(...selection.diagnostics(candidates.map(({ name, use }) => (request.exact ? use.name : name))));
    if (selected.length === 0 && request.requireBuilds)
        findings.add(noBuilds(candidates));
    return findings.done(Object.freeze(findings.take(withDistinctNames(planned, selected)).map(build => Object.freeze(build))));
}
function smokeTestFor(block, build, use, request) {
    const findings = new collector/* Collector */.g();
    const source = { type: use.source.type, name: use.name };
    const context = (0,scope/* withBuild */.TK)((0,scope/* withSource */.g5)(request.context, source), build.name, {});
    const { only, except, ...test } = findings.take((0,smoke_tests/* readSmokeTest */.M)(block, context, request.facts.folder));
    if (!appliesTo({ only, except }, use.reference))
        return findings.done(undefined);
    const print = () => (0,printable/* redacted */.pc)(test, request.reading.secrets.redact);
    return findings.done(Object.freeze(Object.defineProperty({ ...test }, 'toJSON', { value: print, enumerable: false })));
}
/** Packer lets builds of one name overwrite each other's results; here the later ones get a number. */
function withDistinctNames(builds, candidates) {
    const findings = new collector/* Collector */.g();
    const taken = new Set();
    const named = builds.map(build => {
        let name = build.name;
        for (let number = 2; taken.has(name); number++)
            name = `${build.name}-${number}`;
        taken.add(name);
        if (name === build.name)
            return build;
        findings.add({
            severity: 'warning',
            summary: 'Two builds of one name',
            detail: `Another build is called "${build.name}" too, so this one is called "${name}". Give the build block a name of its own.`,
            subject: candidates.filter(each => each.name === build.name).at(-1)?.build.range,
        });
        return { ...build, name };
    });
    return findings.done(named);
}
const noBuilds = (candidates) => ({
    severity: 'error',
    summary: 'No builds to run',
    detail: candidates.length === 0
        ? 'The template has no build block with a source.'
        : `-only and -except leave nothing of: ${candidates.map(({ name }) => name).join(', ')}.`,
});

;// CONCATENATED MODULE: ./build/template/sensitive.js
/** The texts that must not be shown: all strings inside sensitive values, whole and line by line. */



/** A line as short as a brace, or a number of few digits, says nothing, and hiding it would garble everything else. */
const SHORTEST_PART = 4;
class Secrets {
    known = new Set();
    pattern;
    addValue(value) {
        if (value.state === 'known' && value.type.kind === 'number')
            this.addPart(value.asNumber().toText());
        else
            (0,plain/* mapStrings */.to)(value, text => {
                this.add(text);
                return text;
            });
    }
    add(text) {
        if (text.trim() === '' || text === decode/* UNKNOWN_TEXT */.L)
            return;
        this.known.add(text);
        const lines = text.split(/\r?\n/);
        if (lines.length > 1)
            for (const line of lines)
                this.addPart(line.trim());
        this.pattern = undefined;
    }
    addPart(text) {
        if (text.length >= SHORTEST_PART)
            this.known.add(text);
        this.pattern = undefined;
    }
    /** Longest first, so that a text that contains another is hidden whole. */
    get texts() {
        return [...this.known].sort((a, b) => b.length - a.length);
    }
    redact = (text) => {
        if (this.known.size === 0)
            return text;
        this.pattern ??= new RegExp(this.texts.map(each => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
        return text.replace(this.pattern, printable/* SENSITIVE_TEXT */.x9);
    };
}

;// CONCATENATED MODULE: ./build/language/json/scanner.js

const scanner_SPACE = /[ \t\r\n]+/y;
/** A string may lack its closing quote at the end of the line; the parser sees that. */
const STRING = /"(?:[^"\\\n]|\\[^\n])*"?/y;
const scanner_NUMBER = /[-+.0-9][-+.0-9a-zA-Z]*/y;
const KEYWORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy;
const scanner_PUNCTUATION = '{}[]:,=';
class JsonScanner {
    text;
    file;
    position;
    offset = 0;
    constructor(text, file, position) {
        this.text = text;
        this.file = file;
        this.position = position;
    }
    next() {
        const spaces = this.match(scanner_SPACE);
        if (spaces > 0)
            this.emit('invalid', spaces);
        const character = this.text[this.offset];
        if (character === undefined)
            return this.emit('end', 0);
        if (scanner_PUNCTUATION.includes(character))
            return this.emit(character, 1);
        if (character === '"')
            return this.emit('string', this.match(STRING));
        const number = this.match(scanner_NUMBER);
        if (number > 0)
            return this.emit('number', number);
        const keyword = this.match(KEYWORD);
        return keyword > 0
            ? this.emit('keyword', keyword)
            : this.emit('invalid', this.text.codePointAt(this.offset) > 0xffff ? 2 : 1);
    }
    match(pattern) {
        pattern.lastIndex = this.offset;
        return pattern.test(this.text) ? pattern.lastIndex - this.offset : 0;
    }
    emit(kind, length) {
        const text = this.text.slice(this.offset, this.offset + length);
        const start = this.position;
        this.position = advance(start, text);
        this.offset += length;
        return { kind, text, range: { file: this.file, start, end: this.position } };
    }
}

;// CONCATENATED MODULE: ./build/language/json/parse.js
/** Reads JSON into its syntax tree. Small mistakes are reported and read over; after others nothing more can be said. */





const parse_DEEPEST = 250;
const parse_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const parse_ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const START_OF_VALUE = 'A JSON value begins with a brace, a bracket, a quotation mark or a digit, or is true, false or null.';
class parse_Abandoned extends Error {
}
/** Undefined when there is no tree at all. */
function parse_parseJsonTree(source, file, start) {
    const decoded = decodeSource(source, file, start);
    const parser = new JsonParser(new JsonScanner(decoded.text, file, decoded.start));
    parser.found.add(...decoded.diagnostics);
    try {
        return parser.found.done(parser.whole());
    }
    catch (error) {
        if (!(error instanceof parse_Abandoned))
            throw error;
        return parser.found.done(undefined);
    }
}
class JsonParser {
    scanner;
    found = new collector/* Collector */.g();
    token;
    constructor(scanner) {
        this.scanner = scanner;
        this.token = scanner.next();
    }
    whole() {
        const node = this.value(1);
        if (this.token.kind !== 'end')
            this.found.error('Extraneous data after value', 'Nothing may follow the JSON value.', this.token.range);
        return node;
    }
    take() {
        const { token } = this;
        this.token = this.scanner.next();
        return token;
    }
    fail(summary, detail, subject = this.token.range, context) {
        this.found.error(summary, detail, subject, context);
        throw new parse_Abandoned(summary);
    }
    value(depth) {
        if (depth > parse_DEEPEST)
            this.fail('Nesting too deep', `JSON may nest ${parse_DEEPEST} levels deep here.`);
        switch (this.token.kind) {
            case '{':
                return this.object(depth);
            case '[':
                return this.array(depth);
            case 'string': {
                const { range } = this.token;
                return { kind: 'string', text: this.string(), range };
            }
            case 'number':
                return this.number();
            case 'keyword':
                return this.keyword();
            case 'end':
                return this.fail('Missing value', 'The JSON ends where a value should begin.');
            case 'invalid':
                return this.fail('Invalid start of value', START_OF_VALUE);
            default:
                return this.fail('Missing JSON value', START_OF_VALUE);
        }
    }
    object(depth) {
        const open = this.take();
        const members = [];
        while (this.token.kind !== '}') {
            this.failAtEnd(open, 'object');
            members.push(this.member(depth));
            this.separator(open, '}', 'object');
        }
        const close = this.take();
        return { kind: 'object', members, range: between(open.range, close.range), openRange: open.range, closeRange: close.range };
    }
    member(depth) {
        if (this.token.kind !== 'string')
            this.fail('Invalid object property name', 'The name of a property is a string in double quotes.');
        const nameRange = this.token.range;
        const name = this.string();
        const { kind } = this.token;
        if (kind === '=') {
            this.found.error('Missing property value colon', 'JSON puts a colon between name and value, not an equals sign.', this.take().range);
        }
        else if (kind === ':')
            this.take();
        else if (kind === '}' || kind === ',')
            this.fail('Missing object value', 'A colon and a value must follow the name of a property.');
        else
            this.fail('Missing property value colon', 'A colon must stand between the name of a property and its value.');
        return { name, nameRange, value: this.value(depth + 1) };
    }
    array(depth) {
        const open = this.take();
        const items = [];
        while (this.token.kind !== ']') {
            this.failAtEnd(open, 'array');
            items.push(this.value(depth + 1));
            this.separator(open, ']', 'array');
        }
        return { kind: 'array', items, range: between(open.range, this.take().range), openRange: open.range };
    }
    failAtEnd(open, what) {
        if (this.token.kind === 'end')
            this.fail(`Unclosed ${what}`, `The file ends before this ${what} is closed.`, open.range);
    }
    /** The comma behind an item, or the closer, which stays. */
    separator(open, close, what) {
        const { kind, range } = this.token;
        if (kind === ',') {
            this.take();
            if (this.token.kind === close)
                this.found.error(`Trailing comma in ${what}`, `JSON has no comma behind the last item of an ${what}.`, range);
            return;
        }
        if (kind === close)
            return;
        this.failAtEnd(open, what);
        if (kind === '}' || kind === ']')
            this.fail('Mismatched braces', `This ${what} must be closed with "${close}".`, range, between(open.range, range));
        if (kind === 'invalid' || kind === ':' || kind === '=')
            this.fail('Missing item separator', `A comma must separate the items of an ${what}.`);
        this.found.error('Missing item separator', `A comma must separate the items of an ${what}.`, range);
    }
    number() {
        const { text, range } = this.take();
        const number = parse_NUMBER.test(text) ? big_float/* BigFloat */.p.parse(text) : undefined;
        if (!number)
            this.found.error('Invalid JSON number', `"${text}" is not a number in JSON.`, range);
        return { kind: 'number', number: number ?? big_float/* BigFloat */.p.fromInteger(0), text, range };
    }
    keyword() {
        const { text, range } = this.take();
        if (text === 'true' || text === 'false')
            return { kind: 'bool', value: text === 'true', range };
        if (text !== 'null') {
            const detail = `"${text}" has no meaning in JSON.${(0,did_you_mean/* didYouMean */.a)(text, ['true', 'false', 'null']) || ' Strings stand in double quotes.'}`;
            this.found.error('Invalid JSON keyword', detail, range);
        }
        return { kind: 'null', range };
    }
    string() {
        const { text, range } = this.take();
        const wrong = firstMistake(text);
        if (wrong === undefined)
            return JSON.parse(text).replace(/\p{Surrogate}/gu, '\ufffd');
        const start = advance(range.start, text.slice(0, wrong));
        const end = wrong < text.length ? advance(start, text[wrong]) : start;
        if (wrong === text.length)
            this.fail('Invalid JSON string', 'The closing quotation mark is missing.', { ...range, start, end }, range);
        const detail = `${JSON.stringify(text[wrong])} cannot stand here in a JSON string.`;
        this.found.error('Invalid JSON string', detail, { ...range, start, end }, range);
        return text.slice(1);
    }
}
/** Where the text of a string breaks the rules: a bad escape, a control character, no closing quote. */
function firstMistake(text) {
    let i = 1;
    while (i < text.length) {
        if (text[i] === '"')
            return i === text.length - 1 ? undefined : i;
        if (text[i] < ' ')
            return i;
        parse_ESCAPE.lastIndex = i;
        if (text[i] === '\\' && !parse_ESCAPE.test(text))
            return i;
        i = text[i] === '\\' ? parse_ESCAPE.lastIndex : i + 1;
    }
    return text.length;
}

;// CONCATENATED MODULE: ./build/template/legacy/tree.js
/** A legacy template as a tree of JSON: no name twice, numbers as Go's decoder takes them, texts that are still templates. */




/** Undefined when it cannot be read at all. */
function parseTree(text, file) {
    const findings = new collector/* Collector */.g();
    const tree = findings.take(parse_parseJsonTree(text, file));
    if (tree)
        refuseDuplicates(tree, findings);
    return findings.done(tree);
}
function refuseDuplicates(node, findings) {
    if (node.kind === 'array')
        for (const item of node.items)
            refuseDuplicates(item, findings);
    if (node.kind !== 'object')
        return;
    const seen = new Map();
    for (const member of node.members) {
        const { name, nameRange, value } = member;
        const first = seen.get(name)?.nameRange.start;
        if (first)
            findings.error('Duplicate key', `"${name}" is already set at line ${first.line}, column ${first.column} of this object.`, nameRange);
        seen.set(name, member);
        refuseDuplicates(value, findings);
    }
}
/** Go's decoder does not mind the case of a key. */
const memberOf = (object, name) => (object.members.find(member => member.name === name) ?? object.members.find(member => member.name.toLowerCase() === name))
    ?.value;
/** What a name may be given as: a number or a flag does too. */
const scalarTextOf = (node) => node.kind === 'number' ? node.text : node.kind === 'bool' ? String(node.value) : textOf(node);
/** Undefined for what is not a text. */
const textOf = (node) => (node?.kind === 'string' ? node.text : undefined);
/** Numbers are doubles in Go, and a long one loses digits before anyone asks for its text. */
function toValue(node) {
    switch (node.kind) {
        case 'object':
            return values_value/* Value */.W.object(node.members.map(({ name, value }) => [name, toValue(value)]));
        case 'array':
            return values_value/* Value */.W.tuple(node.items.map(toValue));
        case 'string':
            return values_value/* Value */.W.string(node.text);
        case 'number':
            return (0,plain/* fromPlain */.bM)(Number(node.text));
        case 'bool':
            return values_value/* Value */.W.bool(node.value);
        case 'null':
            return values_value/* Value */.W.null();
    }
}

;// CONCATENATED MODULE: ./build/template/legacy/read-template.js
/** From a JSON tree to the parts of a legacy template; every mistake in its structure is named. */



const ROOT_KEYS = [
    'min_packer_version',
    'description',
    'variables',
    'sensitive-variables',
    'builders',
    'provisioners',
    'error-cleanup-provisioner',
    'post-processors',
    'push',
];
function readLegacyTemplate(root) {
    const reader = new Reader();
    return reader.findings.done(reader.template(root));
}
class Reader {
    findings = new collector/* Collector */.g();
    template(root) {
        if (root.kind !== 'object') {
            this.findings.error('Not a template', 'A template is a JSON object: { "builders": [ … ] }.', root.range);
            return undefined;
        }
        for (const { name, nameRange } of root.members)
            if (!ROOT_KEYS.includes(name.toLowerCase()) && !name.startsWith('_'))
                this.findings.error('Unknown root level key', `"${name}" is none of a template's keys.${(0,did_you_mean/* didYouMean */.a)(name, ROOT_KEYS)} A comment's key begins with an underscore.`, nameRange);
        const minimum = memberOf(root, 'min_packer_version');
        const cleanup = memberOf(root, 'error-cleanup-provisioner');
        return {
            minimumVersion: minimum && { text: this.text(minimum, 'min_packer_version') ?? '', range: minimum.range },
            variables: this.variables(memberOf(root, 'variables')),
            sensitive: this.list(memberOf(root, 'sensitive-variables'), 'sensitive-variables').flatMap(node => this.text(node, 'A name in sensitive-variables') ?? []),
            builders: this.builders(memberOf(root, 'builders'), root),
            provisioners: this.list(memberOf(root, 'provisioners'), 'provisioners').flatMap(node => this.part(node, 'provisioner') ?? []),
            errorCleanupProvisioner: cleanup && this.part(cleanup, 'error-cleanup-provisioner'),
            chains: this.list(memberOf(root, 'post-processors'), 'post-processors').map(node => this.chain(node)),
            range: root.range,
        };
    }
    variables(node) {
        if (!node)
            return [];
        if (node.kind !== 'object') {
            this.findings.error('Invalid variables', 'variables is an object of names and default texts.', node.range);
            return [];
        }
        return node.members.map(({ name, nameRange, value }) => {
            const required = value.kind === 'null';
            return { name, default: required ? undefined : (this.text(value, `The default of "${name}"`) ?? ''), range: nameRange };
        });
    }
    builders(node, root) {
        const builders = this.list(node, 'builders');
        if (builders.length === 0 && (!node || node.kind === 'array'))
            this.findings.error('No builders', 'A template needs at least one builder: "builders": [{ "type": "…" }].', node?.range ?? root.range);
        return builders.flatMap(each => this.part(each, 'builder') ?? []);
    }
    /** A name alone, an object, or a list of both, which is a chain. */
    chain(node) {
        const links = node.kind === 'array' ? node.items : [node];
        return links.flatMap(link => {
            const name = textOf(link);
            if (name !== undefined)
                return [
                    {
                        type: name,
                        typeRange: link.range,
                        range: link.range,
                        object: empty(link.range),
                    },
                ];
            return this.part(link, 'post-processor') ?? [];
        });
    }
    part(node, kind) {
        if (node.kind !== 'object') {
            this.findings.error(`Invalid ${kind}`, `A ${kind} is an object with a "type".`, node.range);
            return undefined;
        }
        const type = memberOf(node, 'type');
        const text = type && this.text(type, `The type of a ${kind}`);
        if (!type)
            this.findings.error(`Missing type`, `This ${kind} has no "type".`, node.range);
        return text === undefined || !type ? undefined : { type: text, typeRange: type.range, range: type.range, object: node };
    }
    list(node, name) {
        if (!node || node.kind === 'array')
            return node?.items ?? [];
        this.findings.error(`Invalid ${name}`, `${name} is a list.`, node.range);
        return [];
    }
    text(node, what) {
        const text = textOf(node);
        if (text === undefined)
            this.findings.error('Text expected', `${what} must be a text in quotes.`, node.range);
        return text;
    }
}
const empty = (range) => ({ kind: 'object', members: [], range, openRange: range, closeRange: range });

;// CONCATENATED MODULE: ./build/template/legacy/tree-body.js



const treeBody = (object, without = []) => bodyOf(object.members.filter(({ name }) => !without.includes(name)), object.range);
const bodyOf = (members, range) => ({
    missingItemRange: range,
    content: schema => tree_body_exact(asSchemaHas(members, schema), range, schema),
    partialContent(schema) {
        const known = asSchemaHas(members, schema);
        const names = new Set(namesOf(schema));
        const rest = known.filter(({ name }) => !names.has(name));
        return (0,collector.ok)({ ...tree_body_take(known, range, schema), remain: bodyOf(rest, range) });
    },
    justAttributes: () => (0,collector.ok)(new Map(members.map(member => [member.name, tree_body_attributeOf(member)]))),
});
const namesOf = (schema) => [
    ...schema.attributes.map(({ name }) => name),
    ...schema.blocks.map(({ type }) => type),
];
/** Go's decoder does not mind the case of a key, as long as no other key is meant. */
function asSchemaHas(members, schema) {
    const names = new Map(namesOf(schema).map(name => [name.toLowerCase(), name]));
    const given = new Set(members.map(({ name }) => name));
    return members.map(member => {
        const name = names.get(member.name.toLowerCase()) ?? member.name;
        return name === member.name || given.has(name) ? member : { ...member, name };
    });
}
function tree_body_exact(members, range, schema) {
    const findings = new collector/* Collector */.g();
    const names = namesOf(schema);
    for (const { name, nameRange } of members)
        if (!names.includes(name))
            findings.error('Unknown configuration key', `"${name}" is not expected here.${(0,did_you_mean/* didYouMean */.a)(name, names)}`, nameRange);
    for (const { name, required } of schema.attributes)
        if (required && !members.some(member => member.name === name))
            findings.error('Missing required argument', `"${name}" is required, but it is not set here.`, range);
    return findings.done(tree_body_take(members, range, schema));
}
function tree_body_take(members, range, schema) {
    const attributes = new Set(schema.attributes.map(({ name }) => name));
    const types = new Set(schema.blocks.map(({ type }) => type));
    return {
        attributes: new Map(members.filter(({ name }) => attributes.has(name)).map(member => [member.name, tree_body_attributeOf(member)])),
        blocks: members.filter(({ name }) => types.has(name)).flatMap(member => tree_body_blocksOf(member, member.value)),
        missingItemRange: range,
    };
}
const tree_body_attributeOf = ({ name, nameRange, value }) => ({
    name,
    nameRange,
    range: { ...nameRange, end: value.range.end },
    expression: tree_body_constant(value),
});
const tree_body_constant = (node) => ({ range: node.range, evaluate: () => (0,collector.ok)(toValue(node)), variables: () => [] });
function tree_body_blocksOf(member, value) {
    if (value.kind === 'array')
        return value.items.flatMap(each => tree_body_blocksOf(member, each));
    if (value.kind !== 'object')
        return [];
    const { name: type, nameRange } = member;
    return [{ type, labels: [], body: treeBody(value), typeRange: nameRange, labelRanges: [], definitionRange: nameRange }];
}

;// CONCATENATED MODULE: ./build/template/legacy/user-variables.js
/** User variables of a legacy template: given, defaulted, and rendered, since they may be made of each other. */



/**
 * What is given beats the template's default; names that the template does not declare are accepted, as in Packer.
 * `facts` tell of the environment too. A given text that does not render is taken as it is.
 */
function resolveUserVariables(declared, given, facts) {
    const findings = new collector/* Collector */.g();
    const texts = new Map(given);
    for (const { name, default: text, range } of declared) {
        if (texts.has(name))
            continue;
        if (text !== undefined)
            texts.set(name, text);
        else {
            const detail = `Variable "${name}" is required, because its default is null. Set it with -var ${name}=… or in a -var-file.`;
            findings.error(`Unset variable "${name}"`, detail, range);
        }
    }
    const { rendered, failures } = renderAll(texts, given, facts);
    const ranges = new Map(declared.map(({ name, range }) => [name, range]));
    for (const [name, reason] of failures)
        findings.add({
            severity: 'error',
            summary: 'Variable not rendered',
            detail: `"${name}": ${reason}.`,
            subject: ranges.get(name),
        });
    return findings.done(new Map([...texts].map(([name, text]) => [name, rendered.get(name) ?? text])));
}
/** Round after round, until nothing more can be rendered with what is already known. */
function renderAll(texts, given, facts) {
    const rendered = new Map();
    const user = (name) => {
        const value = rendered.get(name);
        if (value === undefined)
            throw new Error(texts.has(name) ? `variable "${name}" itself needs others` : `there is no variable "${name}"`);
        return value;
    };
    const round = (waiting) => {
        const failures = new Map();
        for (const name of waiting)
            try {
                rendered.set(name, renderVariable(texts.get(name), { ...facts, user }));
            }
            catch (error) {
                failures.set(name, error.message);
            }
        return failures;
    };
    let waiting = [...texts.keys()].sort(utf8/* compareUtf8 */.z);
    for (;;) {
        const failures = round(waiting);
        const left = [...failures.keys()];
        const literal = left.length === waiting.length ? left.find(name => given.has(name)) : undefined;
        if (literal !== undefined)
            rendered.set(literal, texts.get(literal));
        else if (left.length === waiting.length)
            return { rendered, failures };
        waiting = left.filter(name => name !== literal);
    }
}
const FIELD = /\{\{-?\s*\.[\w.]*\s*-?\}\}/g;
/** Fields wait for the component that knows them. */
function renderVariable(text, facts) {
    const fields = text.match(FIELD) ?? [];
    const pieces = text.split(FIELD).map(piece => (0,interpolation/* interpolate */.G)(piece, facts));
    return pieces.map((piece, i) => piece + (fields[i] ?? '')).join('');
}

;// CONCATENATED MODULE: ./build/template/legacy/load-legacy.js

















const loadLegacy = (request) => new LegacyLoader(request).load();
class LegacyLoader {
    request;
    syntax = new collector/* Collector */.g();
    meaning = new collector/* Collector */.g();
    secrets = new Secrets();
    functions;
    constructor(request) {
        this.request = request;
        this.functions = standardFunctions({ directory: request.folder });
    }
    async load() {
        const { files, syntaxOnly } = this.request;
        const tree = this.parse(files.templates[0]);
        const template = tree && this.meaning.take(readLegacyTemplate(tree));
        const own = this.meaning.take(ownBlocks(files.own.map(file => this.parseOwn(file)))).smoke_test;
        const user = template && !syntaxOnly ? await this.userVariables(template) : new Map();
        const variables = new Map([...user].map(([name, text]) => [name, values_value/* Value */.W.string(text)]));
        const context = (0,scope/* within */.ux)((0,scope/* outermost */.J9)({ ...this.request, root: files.root, functions: this.functions }), {
            var: values_value/* Value */.W.object(variables),
        });
        for (const name of template?.sensitive ?? [])
            this.secrets.add(user.get(name) ?? '');
        const builds = template && !syntaxOnly ? this.builds(template, own, user, context) : undefined;
        const findings = { syntax: this.syntax.diagnostics, meaning: this.meaning.diagnostics };
        return { findings, builds, secrets: this.secrets, variables, locals: new Map(), context };
    }
    async userVariables(template) {
        return this.meaning.take(resolveUserVariables(template.variables, await this.given(), this.facts()));
    }
    builds(template, tests, user, context) {
        const { request, meaning } = this;
        if (template.minimumVersion)
            checkVersion(template.minimumVersion, meaning);
        const { environment: _, ...rest } = this.facts();
        const facts = { ...rest, user: name => user.get(name) ?? '' };
        const build = {
            name: '',
            uses: meaning.take(readBuilders(template.builders, facts)),
            provisioners: template.provisioners.map(part => blockOf('provisioner', part)),
            errorCleanupProvisioner: template.errorCleanupProvisioner && blockOf('error-cleanup-provisioner', template.errorCleanupProvisioner),
            chains: template.chains.map(chain => chain.map(part => blockOf('post-processor', part))),
            range: template.range,
        };
        const renderLate = (text) => text.replace(USER_ACTION, (_, name) => user.get(name.slice(1, -1)) ?? '');
        const reading = { weak: true, secrets: this.secrets, renderLate };
        return meaning.take(planBuilds([build], tests, { ...request, requiredPlugins: [], context, facts, reading, exact: true }));
    }
    facts() {
        const { folder, workingDirectory, startedAt = new Date(), environment } = this.request;
        return { buildName: '', buildType: '', folder, workingDirectory, packerVersion: scope/* PACKER_VERSION */.sV, startedAt, environment };
    }
    /** Files first, the command line over them. */
    async given() {
        const { variableFiles = [], workingDirectory, variables = [] } = this.request;
        const given = new Map();
        for (const file of this.meaning.take(await readVariableFiles(variableFiles, workingDirectory, 'json'))) {
            const tree = this.parse(file);
            if (tree && tree.kind !== 'object')
                this.meaning.error('Invalid variable file', 'It is a JSON object of names and texts.', tree.range);
            for (const { name, value } of tree?.kind === 'object' ? tree.members : []) {
                const text = textOf(value);
                if (text === undefined)
                    this.meaning.error('Text expected', `The value of "${name}" must be a text in quotes.`, value.range);
                else
                    given.set(name, text);
            }
        }
        for (const { name, text } of variables)
            given.set(name, text);
        return given;
    }
    parse({ file, text }) {
        const source = decodeSource(text, file).text;
        this.request.sources.set(file, source);
        return this.syntax.take(parseTree(text, file));
    }
    parseOwn({ file, text }) {
        this.request.sources.set(file, decodeSource(text, file).text);
        return this.syntax.take(parseFile(text, file));
    }
}
/** What a late option asks of user variables; the rest of it waits for the build. */
const USER_ACTION = /\{\{-?\s*user\s+(`[^`]*`|"[^"]*")\s*-?\}\}/g;
/** In the order of their names, in which Packer builds them. */
function readBuilders(builders, facts) {
    const findings = new collector/* Collector */.g();
    const uses = new Map();
    for (const { type, typeRange, object, range } of builders) {
        const member = object.members.find(({ name }) => name === 'name');
        const text = member ? scalarTextOf(member.value) : type;
        if (member && text === undefined)
            findings.error('Text expected', 'The name of a builder must be a text in quotes.', member.value.range);
        const name = findings.take(rendered(text ?? type, facts, member?.value.range ?? range));
        if (uses.has(name))
            findings.error('Duplicate builder', `Another builder has the name "${name}" too. Give this one a "name" of its own.`, member?.value.range ?? range);
        const body = treeBody(object, ['type', 'name']);
        const title = name === type ? type : `${type}.${name}`;
        uses.set(name, { source: { type, name, body, range, typeRange }, name, reference: name, title, body, range });
    }
    return findings.done([...uses.values()].sort((a, b) => (0,utf8/* compareUtf8 */.z)(a.name, b.name)));
}
function rendered(text, facts, range) {
    const findings = new collector/* Collector */.g();
    try {
        return findings.done((0,interpolation/* interpolate */.G)(text, facts));
    }
    catch (error) {
        findings.error('Name not rendered', `${error.message}.`, range);
        return findings.done(text);
    }
}
function blockOf(kind, { type, typeRange, object, range }) {
    return {
        type: kind,
        labels: [type],
        body: treeBody(object, ['type']),
        typeRange,
        labelRanges: [typeRange],
        definitionRange: range,
    };
}
function checkVersion({ text, range }, findings) {
    try {
        if (compareVersions(parseVersion(text), parseVersion(scope/* PACKER_VERSION */.sV)) > 0)
            findings.error('Unsupported Packer version', `This template wants Packer ${text} or newer; templates are read here as Packer ${scope/* PACKER_VERSION */.sV} reads them.`, range);
    }
    catch (error) {
        findings.error('Invalid min_packer_version', `${error.message}.`, range);
    }
}

;// CONCATENATED MODULE: ./build/language/iteration.js



function nextIteration(outer, name, key, value) {
    const iterator = values_value/* Value */.W.object([
        ['key', key],
        ['value', value],
    ]);
    const unknown = (outer?.unknown ?? false) || key.state === 'unknown';
    return { iterators: new Map([...(outer?.iterators ?? []), [name, iterator]]), unknown };
}
const scopeOf = (context, iteration) => iteration ? { parent: context, variables: iteration.iterators } : context;
const within = (iteration, expression) => new IteratedExpression(expression, iteration);
class IteratedExpression {
    inner;
    iteration;
    constructor(inner, iteration) {
        this.inner = inner;
        this.iteration = iteration;
    }
    get range() {
        return this.inner.range;
    }
    evaluate(context) {
        return this.iteration.unknown ? (0,collector.ok)(values_value/* Value */.W.unknown()) : this.inner.evaluate(scopeOf(context, this.iteration));
    }
    variables() {
        return this.inner.variables().filter(({ root }) => !this.iteration.iterators.has(root));
    }
    asTraversal() {
        return asTraversal(this.inner);
    }
    asList() {
        return asList(this.inner)?.map(item => within(this.iteration, item));
    }
    asMap() {
        return asMap(this.inner)?.map(({ key, value }) => ({
            key: within(this.iteration, key),
            value: within(this.iteration, value),
        }));
    }
    asCall() {
        const call = asCall(this.inner);
        return call && { ...call, args: call.args.map(arg => within(this.iteration, arg)) };
    }
}

;// CONCATENATED MODULE: ./build/language/dynamic-block.js








const SCHEMA = {
    attributes: [{ name: 'for_each', required: true }, { name: 'iterator' }, { name: 'labels' }],
    blocks: [{ type: 'content', labels: [] }],
};
/** `labelNames` are those of the generated type. With an unknown `for_each` there is one block, of which nothing is known. */
function generateBlocks(dynamic, labelNames, context, outer) {
    const found = new collector/* Collector */.g();
    const spec = found.take(dynamic.body.content(SCHEMA));
    const content = found.take(theContent(spec.blocks, dynamic));
    const forEach = spec.attributes.get('for_each')?.expression;
    const iterator = found.take(iteratorName(spec.attributes.get('iterator'), dynamic.labels[0]));
    const items = forEach && found.take(itemsFor(forEach, scopeOf(context, outer)));
    const labels = found.take(labelExpressions(spec, labelNames, dynamic));
    if (!content || !items || !labels || iterator === undefined)
        return found.done([]);
    const generated = items.flatMap(([key, value]) => {
        const iteration = nextIteration(outer, iterator, key, value);
        const texts = found.take(evaluateLabels(labels, scopeOf(context, iteration)));
        const labelRanges = labels.map(({ range }) => range);
        return texts
            ? [{ block: { ...dynamic, type: dynamic.labels[0], labels: texts, labelRanges, body: content.body }, iteration }]
            : [];
    });
    return found.done(generated);
}
function theContent([first, second], dynamic) {
    const found = new collector/* Collector */.g();
    if (!first) {
        const detail = 'A dynamic block needs a "content" block, which holds the body of each block it generates.';
        found.error('Missing dynamic content block', detail, dynamic.body.missingItemRange);
    }
    else if (second)
        found.error('Extraneous dynamic content block', 'A dynamic block has one "content" block.', second.definitionRange);
    return found.done(first);
}
function iteratorName(attribute, blockType) {
    const found = new collector/* Collector */.g();
    if (!attribute)
        return found.done(blockType);
    const name = asKeyword(attribute.expression);
    if (name === undefined)
        found.error('Invalid dynamic iterator name', 'The iterator is a single name without quotes.', attribute.expression.range);
    return found.done(name);
}
function itemsFor(expression, context) {
    const found = new collector/* Collector */.g();
    const value = found.take(expression.evaluate(context));
    if (found.diagnostics.length > 0)
        return found.done(undefined);
    const wrong = (detail) => found.error('Invalid dynamic for_each value', detail, expression.range);
    if (value.isNull)
        wrong('for_each cannot be null. For no blocks give it an empty list.');
    else if (value.type.kind !== 'dynamic' && !isIterable(value.type))
        wrong(`for_each needs a list, set or map, and a ${(0,type_text/* friendlyName */.Rs)(value.type)} is none.`);
    else
        return found.done(value.isKnown ? itemsOf(value) : [[values_value/* Value */.W.unknown(), values_value/* Value */.W.unknown()]]);
    return found.done(undefined);
}
function labelExpressions(spec, names, dynamic) {
    const found = new collector/* Collector */.g();
    const attribute = spec.attributes.get('labels');
    const labels = attribute ? asList(attribute.expression) : [];
    const range = attribute?.expression.range ?? dynamic.definitionRange;
    const type = dynamic.labels[0];
    if (!labels)
        found.error('Invalid dynamic block labels', 'The labels must be a list in brackets.', range);
    else if (labels.length > names.length) {
        const detail = `Blocks of type "${type}" have ${names.length === 0 ? 'no' : names.length} label(s).`;
        found.error('Extraneous dynamic block label', detail, labels[names.length].range);
    }
    else if (labels.length < names.length) {
        const detail = `Blocks of type "${type}" have ${names.length} label(s) (${names.join(', ')}): give them in "labels".`;
        found.error('Insufficient dynamic block labels', detail, range);
    }
    return found.done(labels?.length === names.length ? labels : undefined);
}
function evaluateLabels(labels, context) {
    const found = new collector/* Collector */.g();
    const texts = labels.map(label => found.take(evaluateLabel(label, context)));
    return found.done(texts.every(text => text !== undefined) ? texts : undefined);
}
function evaluateLabel(expression, context) {
    const found = new collector/* Collector */.g();
    const value = found.take(expression.evaluate(context));
    if (found.diagnostics.length > 0)
        return found.done(undefined);
    const wrong = (detail) => found.error('Invalid dynamic block label', detail, expression.range);
    try {
        const text = (0,convert/* convert */.C6)(value, values_type/* STRING */.An);
        if (text.state === 'known')
            return found.done(text.asString());
        wrong(text.isNull ? 'A label cannot be null.' : 'A label must be known when the template is read.');
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.zx))
            throw error;
        wrong(`A label must be a string: ${error.message}.`);
    }
    return found.done(undefined);
}

;// CONCATENATED MODULE: ./build/language/dynamic-blocks.js




/** `for_each` and `labels` are evaluated in `context` when blocks are asked for; nested bodies are expanded alike. */
const expandDynamicBlocks = (body, context) => new ExpandedBody(body, context, undefined, new Set());
const DYNAMIC = { type: 'dynamic', labels: ['type'] };
class ExpandedBody {
    body;
    context;
    iteration;
    taken;
    constructor(body, context, iteration, 
    /** Types that an earlier partialContent has dealt with. */
    taken) {
        this.body = body;
        this.context = context;
        this.iteration = iteration;
        this.taken = taken;
    }
    get missingItemRange() {
        return this.body.missingItemRange;
    }
    content(schema) {
        const found = new collector/* Collector */.g();
        const content = found.take(this.body.content(withDynamic(schema)));
        const types = schema.blocks.map(({ type }) => type);
        for (const block of content.blocks) {
            const type = block.labels[0];
            if (block.type !== DYNAMIC.type || types.includes(type) || this.taken.has(type))
                continue;
            const detail = `Blocks of type "${type}" are not expected here.${(0,did_you_mean/* didYouMean */.a)(type, types)}`;
            found.error('Unsupported block type', detail, block.labelRanges[0], block.definitionRange);
        }
        return found.done(found.take(this.expand(content, schema)));
    }
    partialContent(schema) {
        const found = new collector/* Collector */.g();
        const content = found.take(this.body.partialContent(withDynamic(schema)));
        // The dynamic blocks of other types stay in what remains.
        const { remain } = this.body.partialContent(schema).value;
        const taken = new Set([...this.taken, ...schema.blocks.map(({ type }) => type)]);
        const expanded = found.take(this.expand(content, schema));
        return found.done({ ...expanded, remain: new ExpandedBody(remain, this.context, this.iteration, taken) });
    }
    justAttributes() {
        const { value, diagnostics } = this.body.justAttributes();
        return { value: this.wrapAttributes(value), diagnostics };
    }
    expand(content, schema) {
        const found = new collector/* Collector */.g();
        const blocks = content.blocks.flatMap(block => {
            const spec = block.type === DYNAMIC.type ? schema.blocks.find(({ type }) => type === block.labels[0]) : undefined;
            if (block.type !== DYNAMIC.type)
                return [this.wrapBlock(block, this.iteration)];
            const generated = spec ? found.take(generateBlocks(block, spec.labels, this.context, this.iteration)) : [];
            return generated.map(each => this.wrapBlock(each.block, each.iteration));
        });
        return found.done({ ...content, attributes: this.wrapAttributes(content.attributes), blocks });
    }
    wrapAttributes(attributes) {
        const { iteration } = this;
        if (!iteration)
            return attributes;
        return new Map([...attributes].map(([name, each]) => [name, { ...each, expression: within(iteration, each.expression) }]));
    }
    wrapBlock(block, iteration) {
        return { ...block, body: new ExpandedBody(block.body, this.context, iteration, new Set()) };
    }
}
const withDynamic = (schema) => ({ ...schema, blocks: [...schema.blocks, DYNAMIC] });

;// CONCATENATED MODULE: ./build/language/json/tree.js
const describeKind = ({ kind }) => kind === 'null' ? 'null' : kind === 'bool' ? 'a boolean' : kind[0] === 'a' || kind[0] === 'o' ? `an ${kind}` : `a ${kind}`;

;// CONCATENATED MODULE: ./build/language/json/blocks.js


function blocks_blocksOf(member, labelNames, makeBody) {
    const found = new collector/* Collector */.g();
    const blocks = [];
    const leaf = (node, labels, labelRanges) => {
        const definitionRange = labelRanges[labelRanges.length - 1] ?? member.nameRange;
        blocks.push({ type: member.name, labels, body: makeBody(node), typeRange: member.nameRange, labelRanges, definitionRange });
    };
    const wrong = (node, what) => found.error('Incorrect JSON value type', `An object or an array of objects must stand here, ${what}, not ${describeKind(node)}.`, node.range);
    const descend = (node, labels, labelRanges) => {
        const label = labelNames[labels.length];
        const what = label === undefined ? `for one or more "${member.name}" blocks` : `whose names are the ${label} of the block`;
        if (node.kind === 'null' && label === undefined)
            return;
        const objects = node.kind === 'array' ? node.items : [node];
        const before = blocks.length;
        for (const each of objects) {
            if (each.kind !== 'object')
                wrong(each, what);
            else if (label === undefined)
                leaf(each, labels, labelRanges);
            else
                for (const { name, nameRange, value } of each.members)
                    descend(value, [...labels, name], [...labelRanges, nameRange]);
        }
        const isEmpty = objects.every(each => each.kind === 'object' && each.members.length === 0);
        if (label !== undefined && isEmpty && blocks.length === before) {
            const subject = node.kind === 'object' || node.kind === 'array' ? node.openRange : node.range;
            found.error('Missing block label', `A property is needed whose name is the ${label} of the "${member.name}" block.`, subject);
        }
    };
    descend(member.value, [], []);
    return found.done(blocks);
}

;// CONCATENATED MODULE: ./build/language/json/expression.js







class expression_JsonExpression {
    node;
    templates = new Map();
    constructor(node) {
        this.node = node;
    }
    get range() {
        return this.node.range;
    }
    /** In a context without variables and functions strings are what they are: that is how constants are read. */
    evaluate(context) {
        const isConstant = ![...scopesOf(context)].some(({ variables, functions }) => variables || functions);
        return this.valueOf(this.node, isConstant ? undefined : context);
    }
    valueOf(node, context) {
        const found = new collector/* Collector */.g();
        switch (node.kind) {
            case 'string':
                return context ? this.evaluateTemplate(node, node.text, node.range, context) : (0,collector.ok)(values_value/* Value */.W.string(node.text));
            case 'number':
                return (0,collector.ok)(values_value/* Value */.W.number(node.number));
            case 'bool':
                return (0,collector.ok)(values_value/* Value */.W.bool(node.value));
            case 'null':
                return (0,collector.ok)(values_value/* Value */.W.null());
            case 'array':
                return found.done(values_value/* Value */.W.tuple(node.items.map(item => found.take(this.valueOf(item, context)))));
            case 'object':
                return this.objectOf(node.members, context);
        }
    }
    objectOf(members, context) {
        const found = new collector/* Collector */.g();
        const entries = new Map();
        let known = true;
        for (const member of members) {
            const name = context ? found.take(this.keyOf(member, context)) : member.name;
            const value = found.take(this.valueOf(member.value, context));
            if (name === undefined)
                known = false;
            else if (entries.has(name))
                found.error('Duplicate object attribute', `The attribute "${name}" is already set in this object.`, member.nameRange);
            else
                entries.set(name, value);
        }
        return found.done(known ? values_value/* Value */.W.object(entries) : values_value/* Value */.W.unknown());
    }
    /** Undefined when it is unknown or wrong. */
    keyOf(member, context) {
        const found = new collector/* Collector */.g();
        const key = found.take(this.evaluateTemplate(member, member.name, member.nameRange, context));
        const wrong = (detail) => found.error('Invalid object key expression', detail, member.nameRange);
        try {
            const text = (0,convert/* convert */.C6)(key, values_type/* STRING */.An);
            if (text.isNull)
                wrong('A key cannot be null.');
            else if (text.isKnown)
                return found.done(text.asString());
        }
        catch (error) {
            if (!(error instanceof convert/* ConversionError */.zx))
                throw error;
            wrong(`A key must be a string: ${error.message}.`);
        }
        return found.done(undefined);
    }
    evaluateTemplate(owner, text, range, context) {
        const found = new collector/* Collector */.g();
        if (!/[$%]\{/.test(text))
            return (0,collector.ok)(values_value/* Value */.W.string(text));
        const template = found.take(this.template(owner, text, range));
        return found.diagnostics.length > 0 ? found.done(values_value/* Value */.W.unknown()) : template.evaluate(context);
    }
    template(owner, text, range) {
        const known = this.templates.get(owner);
        if (known)
            return known;
        const parsed = parseTemplate(text, range.file, inside(range));
        this.templates.set(owner, parsed);
        return parsed;
    }
    variables() {
        return this.variablesOf(this.node);
    }
    variablesOf(node) {
        switch (node.kind) {
            case 'string':
                return this.template(node, node.text, node.range).value.variables();
            case 'array':
                return node.items.flatMap(item => this.variablesOf(item));
            case 'object':
                return node.members.flatMap(member => [
                    ...this.template(member, member.name, member.nameRange).value.variables(),
                    ...this.variablesOf(member.value),
                ]);
            default:
                return [];
        }
    }
    asTraversal() {
        const written = this.written();
        return written && asTraversal(written);
    }
    asCall() {
        const written = this.written();
        return written && asCall(written);
    }
    asList() {
        return this.node.kind === 'array' ? this.node.items.map(item => new expression_JsonExpression(item)) : undefined;
    }
    asMap() {
        const { node } = this;
        if (node.kind !== 'object')
            return undefined;
        const key = ({ name, nameRange }) => new expression_JsonExpression({ kind: 'string', text: name, range: nameRange });
        return node.members.map(member => ({ key: key(member), value: new expression_JsonExpression(member.value) }));
    }
    /** The text of a string read as an expression, for types and references. */
    written() {
        if (this.node.kind !== 'string')
            return undefined;
        const { value, diagnostics } = hcl_parseExpression(this.node.text, this.range.file, inside(this.range));
        return diagnostics.length > 0 ? undefined : value;
    }
}
/** Behind the opening quote. Escapes in the string shift what follows them a little. */
const inside = ({ start }) => ({ line: start.line, column: start.column + 1, byte: start.byte + 1 });

;// CONCATENATED MODULE: ./build/language/json/body.js






/** Property names that begin so are comments, and are left out of every body. */
const body_COMMENT = '//';
class JsonBody {
    node;
    taken;
    constructor(node, 
    /** Names that an earlier partialContent has taken. */
    taken = new Set()) {
        this.node = node;
        this.taken = taken;
    }
    get missingItemRange() {
        const { node } = this;
        return node.kind === 'object' ? node.closeRange : node.kind === 'array' ? node.openRange : node.range;
    }
    content(schema) {
        const found = new collector/* Collector */.g();
        const content = found.take(this.partialContent(schema));
        const names = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)];
        for (const { name, nameRange } of membersOf(this.node).value) {
            if (names.includes(name) || this.taken.has(name))
                continue;
            const detail = `No argument or block type is named "${name}" here.${(0,did_you_mean/* didYouMean */.a)(name, names)}`;
            found.error('Extraneous JSON object property', detail, nameRange);
        }
        return found.done(content);
    }
    partialContent(schema) {
        const found = new collector/* Collector */.g();
        const members = found.take(membersOf(this.node)).filter(({ name }) => !this.taken.has(name));
        const attributes = found.take(attributesOf(members.filter(({ name }) => schema.attributes.some(each => each.name === name))));
        for (const { name, required } of schema.attributes)
            if (required && !attributes.has(name))
                found.error('Missing required argument', `The argument "${name}" is required, but it is not set here.`, this.missingItemRange);
        const blocks = members.flatMap(member => {
            const spec = schema.blocks.find(({ type }) => type === member.name);
            return spec ? found.take(blocks_blocksOf(member, spec.labels, node => new JsonBody(node))) : [];
        });
        const names = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)];
        const remain = new JsonBody(this.node, new Set([...this.taken, ...names]));
        return found.done({ attributes, blocks, missingItemRange: this.missingItemRange, remain });
    }
    justAttributes() {
        const found = new collector/* Collector */.g();
        const members = found.take(membersOf(this.node)).filter(({ name }) => !this.taken.has(name));
        return found.done(found.take(attributesOf(members)));
    }
}
/** Of an object, or of all the objects in an array. */
function membersOf(node) {
    const found = new collector/* Collector */.g();
    const objects = node.kind === 'array' ? node.items : [node];
    const members = objects.flatMap(each => {
        if (each.kind === 'object')
            return each.members.filter(({ name }) => name !== body_COMMENT);
        found.error('Incorrect JSON value type', `An object must stand here, with arguments and blocks, not ${describeKind(each)}.`, each.range);
        return [];
    });
    return found.done(members);
}
function attributesOf(members) {
    const found = new collector/* Collector */.g();
    const attributes = new Map();
    for (const { name, nameRange, value } of members) {
        const first = attributes.get(name);
        if (first) {
            const { line, column } = first.nameRange.start;
            found.error('Duplicate argument', `The argument "${name}" is already set at line ${line}, column ${column}.`, nameRange);
        }
        else
            attributes.set(name, { name, expression: new expression_JsonExpression(value), range: between(nameRange, value.range), nameRange });
    }
    return found.done(attributes);
}

;// CONCATENATED MODULE: ./build/language/json/index.js






/** A whole file: an object, or an array of objects. */
function parseJson(text, file) {
    const found = new collector/* Collector */.g();
    const node = found.take(parse_parseJsonTree(text, file));
    if (node?.kind === 'object' || node?.kind === 'array')
        return found.done(new JsonBody(node));
    if (node && found.diagnostics.length === 0) {
        const detail = `A file in JSON syntax holds an object, or an array of objects, not ${describeKind(node)}.`;
        found.error('Root value must be object', detail, node.range);
    }
    return found.done(new JsonBody(emptyObject(node?.range ?? { file, start: source_text_START, end: source_text_START })));
}
/** One JSON value as an expression. */
function parseJsonExpression(text, file) {
    const found = new Collector();
    const node = found.take(parseJsonTree(text, file));
    return found.done(new JsonExpression(node ?? { kind: 'null', range: { file, start: START, end: START } }));
}
const emptyObject = (range) => ({ kind: 'object', members: [], range, openRange: range, closeRange: range });

;// CONCATENATED MODULE: ./build/template/builds/sources.js







const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
/** By `type.name`. */
function readSources(blocks, context) {
    const findings = new collector/* Collector */.g();
    const sources = new Map();
    for (const { labels, labelRanges, body, definitionRange } of blocks) {
        const [type = '', name = ''] = labels;
        const before = sources.get(`${type}.${name}`);
        const expanded = expandDynamicBlocks(body, context);
        if (!NAME.test(name))
            findings.error('Invalid source name', 'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.', labelRanges[1] ?? definitionRange, definitionRange);
        if (before)
            findings.error('Duplicate source block', `Source "${type}" "${name}" is already declared at ${before.range.file}:${before.range.start.line}. Their types or names must differ.`, definitionRange);
        else
            sources.set(`${type}.${name}`, {
                type,
                name,
                body: expanded,
                range: definitionRange,
                typeRange: labelRanges[0] ?? definitionRange,
            });
    }
    return findings.done(sources);
}
/** Of `sources = […]` first, then of `source` blocks, each in the order of the file. */
function readSourceUses(list, blocks, sources, context) {
    const findings = new collector/* Collector */.g();
    const references = list ? findings.take(readList(list, context)) : [];
    const listed = references.flatMap(reference => {
        const source = findings.take(lookUp(reference, sources, list.expression.range));
        return source ? [named(source, source.name, source.body, source.range)] : [];
    });
    const extended = blocks.flatMap(block => findings.take(readUse(block, sources)) ?? []);
    return findings.done([...listed, ...extended]);
}
function named(source, name, body, range) {
    const reference = `${source.type}.${name}`;
    return { source, name, reference, title: reference, body, range };
}
function readList({ expression, range }, context) {
    const findings = new collector/* Collector */.g();
    const evaluated = findings.take(expression.evaluate(context));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics) || !evaluated.isWhollyKnown || evaluated.isNull)
        return findings.done([]);
    try {
        return findings.done((0,convert/* convert */.C6)(evaluated, (0,values_type/* listOf */.c3)(values_type/* STRING */.An))
            .elements()
            .map(each => each.asString()));
    }
    catch (error) {
        findings.error('Invalid sources', `sources is a list of texts like "source.type.name": ${error.message}.`, expression.range, range);
        return findings.done([]);
    }
}
/** `source.type.name` or `type.name`. */
function lookUp(reference, sources, range) {
    const findings = new collector/* Collector */.g();
    const parts = reference.split('.');
    const [type, name] = parts.length === 3 ? parts.slice(1) : parts;
    if (parts.length < 2 || parts.length > 3 || !NAME.test(type) || !NAME.test(name)) {
        findings.error('Invalid source reference', `"${reference}" is not of the form source.type.name or type.name.`, range);
        return findings.done(undefined);
    }
    const key = `${type}.${name}`;
    const source = sources.get(key);
    if (!source) {
        const known = [...sources.keys()];
        const listed = known.length > 0 ? ` Declared are: ${known.join(', ')}.` : '';
        findings.error('Unknown source', `There is no source "${type}" "${name}".${(0,did_you_mean/* didYouMean */.a)(key, known) || listed}`, range);
    }
    return findings.done(source);
}
/** `source "type.name" { name = "other", … }` adds to the source; its name must be a constant. */
function readUse(block, sources) {
    const findings = new collector/* Collector */.g();
    const source = findings.take(lookUp(block.labels[0] ?? '', sources, block.labelRanges[0] ?? block.definitionRange));
    const { attributes, remain } = findings.take(block.body.partialContent({ attributes: [{ name: 'name' }], blocks: [] }));
    const name = findings.take(constantText(attributes.get('name')));
    if (!source)
        return findings.done(undefined);
    return findings.done(named(source, name ?? source.name, mergedBody(source.body, remain, 'add'), block.definitionRange));
}
function constantText(attribute) {
    if (!attribute)
        return (0,collector.ok)(undefined);
    const findings = new collector/* Collector */.g();
    const value = findings.take(attribute.expression.evaluate({}));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    if (value.state === 'known' && value.type.kind === 'string' && value.asString() !== '')
        return findings.done(value.asString());
    findings.error('Invalid name', 'The name of a source in a build must be a constant text.', attribute.expression.range, attribute.range);
    return findings.done(undefined);
}

;// CONCATENATED MODULE: ./build/template/builds/build-block.js





const build_block_SCHEMA = {
    attributes: [{ name: 'name' }, { name: 'description' }, { name: 'sources' }],
    blocks: [
        { type: 'source', labels: ['reference'] },
        { type: 'provisioner', labels: ['type'] },
        { type: 'error-cleanup-provisioner', labels: ['type'] },
        { type: 'post-processor', labels: ['type'] },
        { type: 'post-processors', labels: [] },
        { type: 'hcp_packer_registry', labels: [] },
        { type: 'from', labels: ['type'] },
    ],
};
const CHAIN = { attributes: [], blocks: [{ type: 'post-processor', labels: ['type'] }] };
/** `body` is the block's own, with dynamic blocks expanded. */
function readBuild(block, body, sources, context) {
    const findings = new collector/* Collector */.g();
    const content = findings.take(body.content(build_block_SCHEMA));
    const of = (type) => content.blocks.filter(each => each.type === type);
    const meta = new MetaReader(content, context);
    const name = meta.text('name') ?? '';
    meta.text('description');
    findings.add(...meta.findings.diagnostics);
    const uses = findings.take(readSourceUses(content.attributes.get('sources'), of('source'), sources, context));
    if (uses.length === 0 && !(0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        findings.error('Missing source', 'A build needs at least one source: sources = ["source.type.name"].', block.definitionRange);
    const [errorCleanupProvisioner, another] = of('error-cleanup-provisioner');
    if (another)
        findings.error('Duplicate error-cleanup-provisioner', 'A build may have only one of it.', another.definitionRange);
    for (const { type, definitionRange } of [...of('hcp_packer_registry'), ...of('from')])
        findings.add(withoutEffect(type, definitionRange));
    const chains = content.blocks.flatMap(each => {
        if (each.type === 'post-processor')
            return [[each]];
        return each.type === 'post-processors' ? [findings.take(each.body.content(CHAIN)).blocks] : [];
    });
    const range = block.definitionRange;
    return findings.done({ name, uses, provisioners: of('provisioner'), errorCleanupProvisioner, chains, range });
}

;// CONCATENATED MODULE: ./build/template/data-blocks.js



/** No data source is built in yet, so each is named, and what reads it is unknown. */
function readDataBlocks(blocks, required) {
    const findings = new collector/* Collector */.g();
    const types = new Map();
    for (const { labels, labelRanges, definitionRange } of blocks) {
        const [type = '', name = ''] = labels;
        const named = types.get(type) ?? new Map();
        if (named.has(name))
            findings.error('Duplicate data source', `Data source "${type}" "${name}" is already declared.`, definitionRange);
        types.set(type, named.set(name, values_value/* Value */.W.unknown()));
        findings.take(findComponent('data source', type, {}, required, labelRanges[0] ?? definitionRange, definitionRange));
    }
    return findings.done(values_value/* Value */.W.object([...types].map(([type, named]) => [type, values_value/* Value */.W.object(named)])));
}

;// CONCATENATED MODULE: ./build/template/dependencies.js
/** An order in which everything comes after what it depends on. Linear, and without recursion: chains may be very long. */
/** Nodes of a cycle are not in the order. */
function inOrder(nodes, dependenciesOf) {
    const done = new Set();
    const open = new Set();
    const broken = new Set();
    const cycles = [];
    const path = [];
    const enter = (node) => {
        open.add(node);
        path.push({ node, dependencies: dependenciesOf(node), next: 0 });
    };
    for (const start of nodes) {
        if (!done.has(start))
            enter(start);
        for (let visit = path.at(-1); visit; visit = path.at(-1)) {
            const dependency = visit.dependencies[visit.next++];
            if (dependency === undefined) {
                path.pop();
                open.delete(visit.node);
                done.add(visit.node);
            }
            else if (open.has(dependency)) {
                const cycle = path.slice(path.findIndex(({ node }) => node === dependency)).map(({ node }) => node);
                for (const node of cycle)
                    broken.add(node);
                cycles.push([...cycle, dependency]);
            }
            else if (!done.has(dependency))
                enter(dependency);
        }
    }
    return { order: [...done].filter(node => !broken.has(node)), cycles };
}

;// CONCATENATED MODULE: ./build/template/locals.js







const NONE = [];
const locals_SCHEMA = { attributes: [{ name: 'expression', required: true }, { name: 'sensitive' }], blocks: [] };
function readLocals(blocks) {
    const findings = new collector/* Collector */.g();
    const locals = new Map();
    const declare = (local) => {
        const before = locals.get(local.name);
        if (!before)
            locals.set(local.name, local);
        else
            findings.error('Duplicate local definition', `Local "${local.name}" is already defined at ${before.range.file}:${before.range.start.line}.`, local.range);
    };
    for (const block of blocks) {
        if (block.type === 'locals')
            for (const { name, expression, nameRange } of findings.take(block.body.justAttributes()).values())
                declare({ name, expression, sensitive: false, range: nameRange });
        else {
            const local = findings.take(readLocal(block));
            if (local)
                declare(local);
        }
    }
    return findings.done(locals);
}
/** `local "password" { expression = …, sensitive = true }` */
function readLocal(block) {
    const findings = new collector/* Collector */.g();
    const { attributes } = findings.take(block.body.content(locals_SCHEMA));
    const expression = attributes.get('expression')?.expression;
    if (!expression)
        return findings.done(undefined);
    const given = attributes.get('sensitive')?.expression;
    const sensitive = given ? findings.take(given.evaluate({})) : values_value/* Value */.W.bool(false);
    const known = sensitive.state === 'known' && (sensitive.type.kind === 'bool' || sensitive.type.kind === 'string');
    if (given && !known && !(0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        findings.error('Unsuitable value', 'sensitive is true or false.', given.range);
    return findings.done({
        name: block.labels[0] ?? '',
        expression,
        sensitive: known && (0,convert/* convert */.C6)(sensitive, values_type/* BOOL */.HX).asBool(),
        range: block.definitionRange,
    });
}
/** `outer` holds all but `local`. A local that cannot be evaluated is unknown, so that what reads it is not blamed too. */
function evaluateLocals(locals, outer) {
    const findings = new collector/* Collector */.g();
    const references = new Map([...locals.values()].map(local => [local, local.expression.variables().filter(({ root }) => root === 'local')]));
    const needs = new Map([...references].map(([local, reads]) => [local, dependencies(local, reads, locals)]));
    const dependenciesOf = (local) => needs.get(local);
    const { order, cycles } = inOrder(locals.values(), dependenciesOf);
    for (const cycle of cycles)
        findings.error('Circular local definition', `${cycle.map(({ name }) => `local.${name}`).join(' needs ')}. None of them can be evaluated; break the circle.`, cycle[0].range);
    const values = new Map([...locals.keys()].map(name => [name, values_value/* Value */.W.unknown()]));
    for (const local of order) {
        const seen = dependenciesOf(local).map(({ name }) => [name, values.get(name)]);
        const own = new Map([['local', values_value/* Value */.W.object(seen)]]);
        const result = local.expression.evaluate({ parent: outer, variables: own });
        if ((0,diagnostic/* hasErrors */.C)(result.diagnostics))
            findings.add(...undeclared(references.get(local), locals, result));
        else {
            findings.take(result);
            values.set(local.name, result.value);
        }
    }
    return findings.done(values);
}
/** Only what it reads, so that a context is as small as the expression; `local` as a whole needs all others. */
function dependencies(local, references, locals) {
    if (references.length === 0)
        return NONE;
    const names = references.map(firstName);
    if (names.includes(undefined))
        return [...locals.values()].filter(each => each !== local);
    return [...new Set(names)].flatMap(name => locals.get(name) ?? []);
}
function firstName({ steps: [step] }) {
    if (step?.kind === 'attribute')
        return step.name;
    return step?.key.state === 'known' && step.key.type.kind === 'string' ? step.key.asString() : undefined;
}
/** The evaluator knows only the locals that the expression reads; here all of them are known, for a better message. */
function undeclared(references, locals, result) {
    const findings = new collector/* Collector */.g();
    for (const reference of references) {
        const name = firstName(reference);
        if (name !== undefined && !locals.has(name))
            findings.error('Undefined local', `There is no local "${name}".${(0,did_you_mean/* didYouMean */.a)(name, locals.keys())}`, reference.range);
    }
    return findings.diagnostics.length > 0 ? findings.diagnostics : result.diagnostics;
}

;// CONCATENATED MODULE: ./build/template/packer-block.js




const PACKER = { attributes: [{ name: 'required_version' }], blocks: [{ type: 'required_plugins', labels: [] }] };
function readPackerBlocks(blocks) {
    const findings = new collector/* Collector */.g();
    const plugins = new Map();
    for (const block of blocks) {
        const { attributes, blocks: required } = findings.take(block.body.content(PACKER));
        const version = attributes.get('required_version');
        if (version)
            findings.take(packer_block_checkVersion(version));
        for (const attribute of required.flatMap(each => [...findings.take(each.body.justAttributes()).values()])) {
            if (plugins.has(attribute.name))
                findings.error('Duplicate required_plugin', `Plugin "${attribute.name}" is already required elsewhere.`, attribute.nameRange);
            const plugin = findings.take(readRequirement(attribute));
            if (plugin)
                plugins.set(attribute.name, plugin);
        }
    }
    return findings.done([...plugins.values()]);
}
function packer_block_checkVersion({ expression }) {
    const findings = new collector/* Collector */.g();
    const text = packer_block_constantText(findings.take(expression.evaluate({})));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    try {
        if (text === undefined)
            throw new Error('it must be a text');
        if (!parseConstraints(text).check(parseVersion(scope/* PACKER_VERSION */.sV)))
            findings.error('Unsupported Packer version', `This template wants Packer ${text}; templates are read here as Packer ${scope/* PACKER_VERSION */.sV} reads them.`, expression.range);
    }
    catch (error) {
        findings.error('Invalid required_version', `It is not a list of version constraints: ${error.message}.`, expression.range);
    }
    return findings.done(undefined);
}
function readRequirement({ name, expression, nameRange }) {
    const findings = new collector/* Collector */.g();
    const value = findings.take(expression.evaluate({}));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const entries = value.state === 'known' && value.type.kind === 'object' ? value.entries() : undefined;
    const source = entries && packer_block_constantText(entries.get('source'));
    const version = entries && packer_block_constantText(entries.get('version'));
    const fail = (detail) => findings.error('Invalid required_plugins entry', detail, expression.range);
    if (!entries)
        fail(`"${name}" is an object: { source = "host/namespace/name", version = ">= 1.0.0" }.`);
    else if (source === undefined || version === undefined)
        fail(`"${name}" needs both source and version, as texts.`);
    else if (!/^([\w.-]+\/)?[\w.-]+\/[\w.-]+$/.test(source))
        fail(`The source of "${name}" has the form "github.com/hashicorp/amazon".`);
    for (const key of entries?.keys() ?? [])
        if (key !== 'source' && key !== 'version')
            fail(`"${name}" has "${key}", but only source and version may stand here.`);
    if (version !== undefined)
        findings.take(checkConstraint(version, expression.range));
    return findings.done(source === undefined ? undefined : { name, source, range: nameRange });
}
function checkConstraint(version, range) {
    const findings = new collector/* Collector */.g();
    try {
        parseConstraints(version);
    }
    catch (error) {
        findings.error('Invalid version constraint', `"${version}" cannot be read: ${error.message}.`, range);
    }
    return findings.done(undefined);
}
const packer_block_constantText = (value) => value?.state === 'known' && value.type.kind === 'string' ? value.asString() : undefined;

;// CONCATENATED MODULE: ./build/template/variables/assignments.js
/** Where the values of variables come from: the environment, variable files, the command line. Later ones win. */








const ENVIRONMENT_PREFIX = 'PKR_VAR_';
/** All assignments, weakest first: environment, files beside the template, files by name, command line. */
async function gatherAssignments(request, variables) {
    const findings = new collector/* Collector */.g();
    const named = findings.take(await readVariableFiles(request.variableFiles ?? [], request.workingDirectory));
    const files = [...request.files.variables, ...named];
    for (const { file, text } of files)
        request.sources.set(file, decodeSource(text, file).text);
    const fromFiles = files.flatMap(file => findings.take(fromFile(file)));
    const given = (request.variables ?? []).map(({ name, text }) => fromText(name, text, '-var'));
    const declared = findings.take(checkDeclared([...fromFiles, ...given], variables, request.warnUndeclared ?? false));
    return findings.done([...fromEnvironment(request.environment, variables), ...declared]);
}
/** Those of variables that are not declared are none of ours: the environment is shared. */
const fromEnvironment = (environment, variables) => Object.entries(environment)
    .filter(([key]) => key.startsWith(ENVIRONMENT_PREFIX) && variables.has(key.slice(ENVIRONMENT_PREFIX.length)))
    .map(([key, text]) => fromText(key.slice(ENVIRONMENT_PREFIX.length), text ?? '', key));
/** The text is its own source file, so that messages can show it. */
function fromText(name, text, origin) {
    const file = textFile(name, origin);
    const range = { file, start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } };
    return {
        name,
        origin,
        range,
        text,
        evaluate(variable) {
            if (variable.takesText)
                return { value: values_value/* Value */.W.string(text), diagnostics: [] };
            const findings = new collector/* Collector */.g();
            const expression = findings.take(hcl_parseExpression(text, file));
            const [reference] = expression.variables();
            if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
                return findings.done(values_value/* Value */.W.unknown());
            if (reference)
                return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Variables not allowed', `The value of "${name}" is read as an expression, because the variable is not a string; a text in it needs quotes.`, reference.range);
            return expression.evaluate({});
        },
    };
}
const textFile = (name, origin) => (origin === '-var' ? `<-var ${name}>` : `<${origin}>`);
/** A variable file: HCL, or JSON when its name ends so. */
function fromFile({ file, text }) {
    const findings = new collector/* Collector */.g();
    const body = findings.take(file.endsWith('.json') ? parseJson(text, file) : parseFile(text, file));
    const { blocks } = body.partialContent({ attributes: [], blocks: [{ type: 'variable', labels: ['name'] }] }).value;
    for (const block of blocks)
        findings.error('Variable declaration in a variable file', `A variable file gives values: ${block.labels[0] ?? 'name'} = "…". Declarations stand in files that end in .pkr.hcl.`, block.definitionRange);
    if (blocks.length > 0)
        return findings.done([]);
    return findings.done([...findings.take(body.justAttributes()).values()].map(attribute => fromAttribute(attribute, file)));
}
const fromAttribute = (attribute, file) => ({
    name: attribute.name,
    origin: file,
    range: attribute.expression.range,
    evaluate: () => attribute.expression.evaluate({}),
});
/** What is not declared: on the command line a mistake, in a file a warning where the caller wants one. */
function checkDeclared(assignments, variables, warn) {
    const findings = new collector/* Collector */.g();
    const declared = assignments.filter(({ name, origin, range }) => {
        if (variables.has(name))
            return true;
        const hint = (0,did_you_mean/* didYouMean */.a)(name, variables.keys());
        const advice = `Declare it with a block in the template: variable "${name}" {}.`;
        if (origin === '-var')
            findings.add({
                severity: 'error',
                summary: 'Undefined -var variable',
                detail: `The template has no variable "${name}".${hint || ` ${advice}`}`,
            });
        else if (warn)
            findings.add({
                severity: 'warning',
                summary: 'Undefined variable',
                detail: `"${name}" is set, but the template has no such variable.${hint || ` ${advice}`}`,
                subject: range,
            });
        return false;
    });
    return findings.done(declared);
}

;// CONCATENATED MODULE: ./build/template/variables/constraint.js




const constraintOf = (type) => ({ type, applyDefaults: value => value });
const UNCONSTRAINED = constraintOf(values_type/* DYNAMIC */.u5);
function parseConstraint(expression) {
    const findings = new collector/* Collector */.g();
    const { type, applyDefaults } = findings.take(parseTypeConstraint(expression));
    return findings.done({ type, applyDefaults });
}
/** Undefined when it does not fit; `summary` and `sentence` say of what the value is. */
function constraint_convertTo(value, { type, applyDefaults }, range, summary, sentence) {
    try {
        return (0,collector.ok)((0,convert/* convert */.C6)(applyDefaults(value), type));
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.zx))
            throw error;
        const findings = new collector/* Collector */.g();
        findings.error(summary, `${sentence}: ${error.message}.`, range);
        return findings.done(undefined);
    }
}

;// CONCATENATED MODULE: ./build/template/variables/validation.js





const validation_SCHEMA = {
    attributes: [
        { name: 'condition', required: true },
        { name: 'error_message', required: true },
    ],
    blocks: [],
};
/** Undefined when the rule itself is wrong. */
function readValidation(variable, block) {
    const findings = new collector/* Collector */.g();
    const { attributes } = findings.take(block.body.content(validation_SCHEMA));
    const condition = attributes.get('condition')?.expression;
    const text = attributes.get('error_message')?.expression;
    if (condition)
        findings.add(...wrongReferences(variable, condition));
    const message = text && findings.take(readMessage(text));
    if (!condition || message === undefined || (0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    return findings.done({ condition, message, range: condition.range });
}
function wrongReferences(variable, condition) {
    const findings = new collector/* Collector */.g();
    let asks = false;
    for (const { root, steps, range } of condition.variables()) {
        const [step] = steps;
        const name = step?.kind === 'attribute' ? step.name : step?.key.type.kind === 'string' ? step.key.asString() : undefined;
        if (root === 'var' && name === variable)
            asks = true;
        else
            findings.error('Invalid reference in variable validation', `The condition for variable "${variable}" can only refer to the variable itself, using var.${variable}.`, range, condition.range);
    }
    if (!asks)
        findings.error('Invalid variable validation condition', `The condition for variable "${variable}" must refer to var.${variable} in order to test incoming values.`, condition.range);
    return findings.diagnostics;
}
function readMessage(expression) {
    const findings = new collector/* Collector */.g();
    const value = findings.take(expression.evaluate({}));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const text = value.state === 'known' && value.type.kind === 'string' ? value.asString() : '';
    const summary = 'Invalid validation error message';
    if (text === '')
        findings.error(summary, 'The message must be a text that is not empty.', expression.range);
    else if (!isSentence(text))
        findings.error(summary, 'The message must be at least one full sentence: it starts with an uppercase letter and ends with a period, question mark or exclamation mark.', expression.range);
    return findings.done(text);
}
/** Scripts without letter case are welcome too. */
const isSentence = (text) => !/^\p{Ll}/u.test(text) && /[.?!]$/.test(text);
/** `assigned` is where the value comes from, for the reader to look at. */
function validate(variable, value, assigned, functions) {
    if (variable.validations.length === 0)
        return [];
    const findings = new collector/* Collector */.g();
    const own = values_value/* Value */.W.object([[variable.name, value]]);
    const context = { variables: new Map([['var', own]]), functions };
    for (const rule of variable.validations) {
        const result = findings.take(rule.condition.evaluate(context));
        const verdict = findings.take(toVerdict(result, rule));
        if (verdict === false)
            findings.error('Invalid value for variable', `${rule.message} This was checked by the validation rule of variable "${variable.name}" at ${rule.range.file}:${rule.range.start.line}.`, assigned ?? variable.range);
    }
    return findings.diagnostics;
}
function toVerdict(result, rule) {
    const findings = new collector/* Collector */.g();
    const fail = (reason) => findings.error('Invalid variable validation result', `The condition must be true or false: ${reason}.`, rule.range);
    if (!result.isKnown)
        return findings.done(undefined);
    try {
        if (result.isNull)
            fail('it is null');
        else
            return findings.done((0,convert/* convert */.C6)(result, values_type/* BOOL */.HX).asBool());
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.zx))
            throw error;
        fail(error.message);
    }
    return findings.done(undefined);
}

;// CONCATENATED MODULE: ./build/template/variables/declarations.js





const declarations_NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
const declarations_SCHEMA = {
    attributes: [{ name: 'type' }, { name: 'default' }, { name: 'description' }, { name: 'sensitive' }],
    blocks: [{ type: 'validation', labels: [] }],
};
/** A default may only call `env`. */
const defaultContext = (environment) => {
    const env = envFunction(environment);
    return { functions: new Map([[env.name, env]]) };
};
function readVariables(blocks, defaults) {
    const findings = new collector/* Collector */.g();
    const variables = new Map();
    const declare = (variable) => {
        const before = variables.get(variable.name);
        if (!before)
            variables.set(variable.name, variable);
        else
            findings.error('Duplicate variable', `Variable "${variable.name}" is already declared at ${before.range.file}:${before.range.start.line}.`, variable.range);
    };
    for (const block of blocks) {
        if (block.type === 'variable')
            declare(findings.take(readVariable(block, defaults)));
        else
            for (const attribute of findings.take(block.body.justAttributes()).values())
                declare(findings.take(shorthand(attribute, defaults)));
    }
    return findings.done(variables);
}
/** `variables { region = "us-east-1" }` */
function shorthand(attribute, defaults) {
    const findings = new collector/* Collector */.g();
    const value = findings.take(evaluateDefault(attribute.expression, UNCONSTRAINED, defaults));
    const constraint = value ? inferred(value) : UNCONSTRAINED;
    return findings.done({
        name: attribute.name,
        constraint,
        default: value,
        invalidDefault: value === undefined,
        sensitive: false,
        validations: [],
        takesText: takesText(constraint.type, value),
        range: attribute.range,
    });
}
function readVariable(block, defaults) {
    const findings = new collector/* Collector */.g();
    const name = block.labels[0] ?? '';
    if (!declarations_NAME.test(name))
        findings.error('Invalid variable name', 'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.', block.labelRanges[0] ?? block.definitionRange);
    const { attributes, blocks } = findings.take(block.body.content(declarations_SCHEMA));
    const typeGiven = attributes.get('type');
    const declared = typeGiven && findings.take(parseConstraint(typeGiven.expression));
    const defaultGiven = attributes.get('default');
    const value = defaultGiven && findings.take(evaluateDefault(defaultGiven.expression, declared ?? UNCONSTRAINED, defaults));
    const constraint = declared ?? (value ? inferred(value) : UNCONSTRAINED);
    return findings.done({
        name,
        constraint,
        default: value,
        invalidDefault: defaultGiven !== undefined && value === undefined,
        description: findings.take(literal(attributes.get('description'), 'string')),
        sensitive: findings.take(literal(attributes.get('sensitive'), 'bool')) === true,
        validations: blocks.flatMap(each => findings.take(readValidation(name, each)) ?? []),
        takesText: takesText(constraint.type, declared ? undefined : value),
        range: block.definitionRange,
    });
}
/** Without a type the default's own is the type, but an empty collection says nothing of its elements. */
function inferred(value) {
    const { type } = value;
    const empty = value.state === 'known' &&
        ((type.kind === 'tuple' && type.elements.length === 0) || (type.kind === 'object' && type.attributes.size === 0));
    return empty ? UNCONSTRAINED : constraintOf(type);
}
const takesText = (type, untypedDefault) => type.kind === 'string' ||
    type.kind === 'number' ||
    (type.kind === 'dynamic' && (untypedDefault === undefined || untypedDefault.type.kind === 'dynamic'));
function evaluateDefault(expression, constraint, context) {
    const findings = new collector/* Collector */.g();
    const [reference] = expression.variables();
    if (reference) {
        findings.error('Variables not allowed', 'A default must be a constant, though it may call env("NAME"). For a value made of others declare a local.', reference.range, expression.range);
        return findings.done(undefined);
    }
    const value = findings.take(expression.evaluate(context));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const converted = findings.take(constraint_convertTo(value, constraint, expression.range, 'Invalid default value for variable', 'This default value does not fit the type'));
    return findings.done(converted);
}
/** `description` and `sensitive` are constants. */
function literal(attribute, kind) {
    if (!attribute)
        return (0,collector.ok)(undefined);
    const findings = new collector/* Collector */.g();
    const value = findings.take(attribute.expression.evaluate({}));
    if (value.state === 'known') {
        const wanted = findings.take(constraint_convertTo(value, constraintOf(kind === 'bool' ? { kind: 'bool' } : { kind: 'string' }), attribute.expression.range, 'Unsuitable value', `"${attribute.name}" does not take this`));
        if (wanted)
            return findings.done(kind === 'bool' ? wanted.asBool() : wanted.asString());
    }
    return findings.done(undefined);
}

;// CONCATENATED MODULE: ./build/template/variables/resolve.js
/** From declarations and assignments to the one value of every variable. */





/** A variable without a usable value is unknown, so that what reads it is not blamed too. */
function resolveVariables(variables, assignments, settings) {
    const findings = new collector/* Collector */.g();
    const last = new Map(assignments.map(assignment => [assignment.name, assignment]));
    const values = new Map();
    for (const variable of variables.values())
        values.set(variable.name, findings.take(resolve(variable, last.get(variable.name), settings)) ?? values_value/* Value */.W.unknown(variable.constraint.type));
    return findings.done(values);
}
function resolve(variable, assignment, settings) {
    const findings = new collector/* Collector */.g();
    const value = assignment ? findings.take(assigned(variable, assignment)) : variable.default;
    if (value === undefined) {
        if (!assignment && !settings.tolerateUnset && !variable.invalidDefault)
            unset(variable, findings);
        return findings.done(undefined);
    }
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const range = assignment?.range;
    findings.add(...validate(variable, value, range, settings.functions));
    return findings.done(value);
}
function assigned(variable, assignment) {
    const findings = new collector/* Collector */.g();
    const given = findings.take(assignment.evaluate(variable));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const sentence = `The value for "${variable.name}" from ${assignment.origin} does not fit the variable's type`;
    return findings.done(findings.take(constraint_convertTo(given, variable.constraint, assignment.range, 'Invalid value for variable', sentence)));
}
function unset({ name, range }, findings) {
    const detail = `Variable "${name}" has no value. Give it one with -var ${name}=…, in a file named by -var-file, in the environment as PKR_VAR_${name}, or as a default.`;
    findings.error(`Unset variable "${name}"`, detail, range);
}

;// CONCATENATED MODULE: ./build/template/load-hcl.js



















const loadHcl = (request) => new HclLoader(request).load();
class HclLoader {
    request;
    syntax = new collector/* Collector */.g();
    meaning = new collector/* Collector */.g();
    secrets = new Secrets();
    functions;
    constructor(request) {
        this.request = request;
        this.functions = standardFunctions({ directory: request.folder });
    }
    async load() {
        const { files, syntaxOnly } = this.request;
        const blocks = this.meaning.take(templateBlocks(files.templates.map(file => this.parse(file))));
        const own = this.meaning.take(ownBlocks(files.own.map(file => this.parse(file))));
        const required = this.meaning.take(readPackerBlocks(blocks.packer));
        const defaults = defaultContext(this.request.environment);
        const declared = this.meaning.take(readVariables([...blocks.variable, ...blocks.variables], defaults));
        const locals = this.meaning.take(readLocals([...blocks.locals, ...blocks.local]));
        if (syntaxOnly)
            return { ...load_hcl_NOTHING, secrets: this.secrets, findings: this.findings() };
        const { values, texts } = await this.variables(declared);
        const outer = (0,scope/* within */.ux)((0,scope/* outermost */.J9)({ ...this.request, root: files.root, functions: this.functions }), {
            var: values_value/* Value */.W.object(values),
            data: this.meaning.take(readDataBlocks(blocks.data, required)),
        });
        const localValues = this.meaning.take(evaluateLocals(locals, outer));
        const context = (0,scope/* within */.ux)(outer, { local: values_value/* Value */.W.object(localValues) });
        for (const value of [...secretValues(declared, values), ...secretValues(locals, localValues)])
            this.secrets.addValue(value);
        for (const text of texts)
            this.secrets.add(text);
        const builds = this.builds(blocks, own.smoke_test, required, context);
        return { secrets: this.secrets, variables: values, locals: localValues, context, builds, findings: this.findings() };
    }
    findings() {
        return { syntax: this.syntax.diagnostics, meaning: this.meaning.diagnostics };
    }
    async variables(declared) {
        const gathered = await gatherAssignments(this.request, declared);
        const assignments = this.meaning.take(gathered);
        for (const { text, range } of assignments)
            if (text !== undefined)
                this.request.sources.set(range.file, text);
        const settings = { tolerateUnset: this.request.tolerateUnset, functions: this.functions };
        const values = this.meaning.take(resolveVariables(declared, assignments, settings));
        const texts = assignments.flatMap(({ name, text }) => (text !== undefined && declared.get(name)?.sensitive ? [text] : []));
        return { values, texts };
    }
    builds(blocks, tests, requiredPlugins, context) {
        const { request, meaning } = this;
        const sources = meaning.take(readSources(blocks.source, context));
        const builds = blocks.build.map(block => meaning.take(readBuild(block, expandDynamicBlocks(block.body, context), sources, context)));
        const facts = {
            folder: request.folder,
            workingDirectory: request.workingDirectory,
            packerVersion: scope/* PACKER_VERSION */.sV,
            startedAt: request.startedAt ?? new Date(),
        };
        const reading = { secrets: this.secrets };
        return meaning.take(planBuilds(builds, tests, { ...request, requiredPlugins, context, facts, reading }));
    }
    parse({ file, text }) {
        this.request.sources.set(file, decodeSource(text, file).text);
        return this.syntax.take(file.endsWith('.json') ? parseJson(text, file) : parseFile(text, file));
    }
}
const secretValues = (declared, values) => [...declared.values()].filter(({ sensitive }) => sensitive).flatMap(({ name }) => values.get(name) ?? []);
const load_hcl_NOTHING = { builds: undefined, variables: new Map(), locals: new Map(), context: {} };

;// CONCATENATED MODULE: ./build/template/load-plan.js
/** A template and what the caller says about it become a Plan. Files are read; nothing is created, asked or changed. */






/** Never rejects for what is wrong with the template: the diagnostics say it, all independent mistakes at once. */
async function loadPlan(input) {
    const workingDirectory = input.workingDirectory ?? process.cwd();
    const sources = new Map();
    try {
        const files = await readTemplate(input.path, workingDirectory);
        const load = files.language === 'hcl' ? loadHcl : loadLegacy;
        const loaded = await load({ ...input, workingDirectory, files, sources, folder: (0,external_node_path_.resolve)(workingDirectory, files.root) });
        const diagnostics = tidy(loaded.findings, sources, [...loaded.variables.keys()], loaded.secrets.redact);
        const { secrets, variables, locals, context, builds } = loaded;
        const usable = builds !== undefined && !(0,diagnostic/* hasErrors */.C)(diagnostics);
        const plan = usable ? Object.freeze({ formatVersion: 1, template: input.path, builds }) : undefined;
        return { plan, diagnostics, sources, sensitive: secrets.texts, variables, locals, context };
    }
    catch (error) {
        if (!(error instanceof FileProblem))
            throw error;
        return { ...nothing, diagnostics: [error.diagnostic], sources };
    }
}
const nothing = { plan: undefined, sensitive: [], variables: new Map(), locals: new Map(), context: {} };


/***/ }),

/***/ 4978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ outermost),
/* harmony export */   NO: () => (/* binding */ unknownBuildValues),
/* harmony export */   TK: () => (/* binding */ withBuild),
/* harmony export */   g5: () => (/* binding */ withSource),
/* harmony export */   sV: () => (/* binding */ PACKER_VERSION),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _language_options_decode__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6949);
/* harmony import */ var _language_options_plain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8555);


/** The version whose templates we understand: `packer.version` and `required_version` speak of it. */
const PACKER_VERSION = '1.16.0';
/** What every source gives to `build.*`; a source may add more. */
const COMMON_BUILD_VALUES = [
    'ID',
    'Host',
    'Port',
    'User',
    'Password',
    'ConnType',
    'PackerRunUUID',
    'PackerHTTPIP',
    'PackerHTTPPort',
    'PackerHTTPAddr',
    'SSHPublicKey',
    'SSHPrivateKey',
    'WinRMPassword',
    'SSHPrivateKeyFile',
    'SSHAgentAuth',
];
/** `path` and `packer` are known before anything of the template is. */
const outermost = ({ root, workingDirectory, functions }) => ({
    functions,
    variables: new Map([
        ['path', (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ root: root.replaceAll('\\', '/'), cwd: workingDirectory.replaceAll('\\', '/') })],
        ['packer', (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ version: PACKER_VERSION })],
    ]),
});
const within = (parent, variables) => ({
    parent,
    variables: new Map(Object.entries(variables)),
});
const withSource = (parent, { type, name }) => within(parent, { source: (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ type, name }) });
const withBuild = (parent, buildName, values) => within(parent, { build: (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ name: buildName, ...values }) });
/** Before a build runs nobody knows its values, so their place is held by a text, as in Packer. */
const unknownBuildValues = (added) => Object.fromEntries([...COMMON_BUILD_VALUES, ...added].map(name => [name, _language_options_decode__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN_TEXT */ .L]));


/***/ })

};
;