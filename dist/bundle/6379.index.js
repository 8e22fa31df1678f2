"use strict";
exports.id = 6379;
exports.ids = [6379];
exports.modules = {

/***/ 77727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k0: () => (/* binding */ wantsJson),
/* harmony export */   k9: () => (/* binding */ ownScript),
/* harmony export */   kX: () => (/* binding */ programName),
/* harmony export */   w3: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90749);

const commonFlags = {
    format: (0,_flags__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('How to say what was found: as text, or all as one JSON document on stdout.', ['text', 'json'], 'text'),
};
const verb = (spec) => {
    const flags = { ...spec.flags, ...commonFlags };
    return {
        ...spec,
        flags,
        run: (argv, io) => {
            const given = (0,_flags__WEBPACK_IMPORTED_MODULE_0__/* .parseArguments */ .We)(flags, argv);
            const { 'machine-readable': machineReadable, color } = given.flags;
            return spec.run(given, { ...io, machineReadable, color });
        },
    };
};
function wantsJson(argv) {
    const own = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
    const last = own.findLastIndex(word => /^--?format(=|$)/.test(word));
    return last >= 0 && (own[last].includes('=') ? own[last].endsWith('=json') : own[last + 1] === 'json');
}
const ownScript = () => process.argv[1] ?? '';
function programName() {
    const script = ownScript();
    return script.endsWith('.js') || script.endsWith('.ts') ? `node ${shortest(script)}` : 'ingot';
}
function shortest(path) {
    const here = `${process.cwd()}/`;
    return path.startsWith(here) ? path.slice(here.length) : path;
}


/***/ }),

/***/ 90749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ toggle),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _language_did_you_mean__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27455);
/* harmony import */ var _language_duration__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45252);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);



const toggle = (doc, initial = false) => ({ doc, initial, read: readBoolean });
const text = (placeholder, doc) => ({
    doc,
    placeholder,
    initial: undefined,
    read: value => value,
});
const list = (placeholder, doc, split = false) => ({
    doc,
    placeholder,
    initial: [],
    read: (value, before) => [...before, ...(split ? partsOf(value) : [value])],
});
function partsOf(value) {
    const parts = value.split(',').filter(part => part !== '');
    return parts.length > 0 ? parts : [''];
}
const whole = (placeholder, doc, initial) => ({
    doc,
    placeholder,
    initial,
    read: value => {
        if (!/^[+-]?\d+$/.test(value))
            throw new Error(`"${value}" is not a whole number`);
        return Number(value);
    },
});
const duration = (placeholder, doc) => ({
    doc,
    placeholder,
    initial: undefined,
    read: _language_duration__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E,
});
const choice = (doc, choices, initial) => ({
    doc: `${doc} One of ${choices.join(', ')}.`,
    placeholder: 'CHOICE',
    initial: initial,
    read: value => {
        if (choices.includes(value))
            return value;
        throw new Error(`"${value}" is none of ${choices.join(', ')}`);
    },
});
function parseArguments(specs, argv) {
    const values = Object.fromEntries(Object.entries(specs).map(([name, flag]) => [name, flag.initial]));
    const rest = [];
    for (let i = 0; i < argv.length; i++) {
        const word = argv[i];
        if (word === '--')
            return { flags: values, rest, command: argv.slice(i + 1) };
        const match = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(word);
        if (!match) {
            rest.push(word);
            continue;
        }
        const [, name = '', given] = match;
        const flag = Object.hasOwn(specs, name) ? specs[name] : unknownFlag(name, specs);
        const value = given ?? (flag.placeholder === undefined ? 'true' : argv[++i]);
        if (value === undefined)
            throw invalid(`Flag -${name} needs a value`, `Write -${name} ${flag.placeholder}.`);
        values[name] = read(flag, name, value, values[name]);
    }
    return { flags: values, rest };
}
function read(flag, name, value, before) {
    try {
        return flag.read(value, before);
    }
    catch (error) {
        throw invalid(`Invalid value for flag -${name}: ${error.message}`, flag.doc);
    }
}
function unknownFlag(name, specs) {
    const meant = (0,_language_did_you_mean__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(name, Object.keys(specs));
    throw invalid(`Unknown flag -${name}`, meant ? `Did you mean -${meant}?` : 'The flag -help lists all that there are.');
}
function readBoolean(value) {
    if (/^(1|t|true)$/i.test(value))
        return true;
    if (/^(0|f|false)$/i.test(value))
        return false;
    throw new Error(`"${value}" is neither true nor false`);
}
const invalid = (message, advice) => new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', message, { advice });


/***/ }),

/***/ 36379:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/at-end.js
var at_end = __webpack_require__(30770);
// EXTERNAL MODULE: ./build/lib/compile-cache.js
var compile_cache = __webpack_require__(14073);
// EXTERNAL MODULE: ./build/lib/folders.js
var folders = __webpack_require__(44794);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/cli/args-from-env.js

const FLAG = /^--?args-from-env$/;
const VARIABLE = 'INGOT_ARGS_JSON';
function argumentsFrom(argv, environment) {
    if (!FLAG.test(argv[0] ?? ''))
        return argv;
    const text = environment[VARIABLE];
    delete environment[VARIABLE];
    const args = text === undefined ? undefined : parsed(text);
    if (!Array.isArray(args) || args.some(arg => typeof arg !== 'string') || argv.length > 1)
        throw new failure/* Failure */.H('invalid', `-args-from-env stands alone, with a JSON array of texts in ${VARIABLE}`, {
            advice: `For example: ${VARIABLE}='["build","images/web"]' ingot -args-from-env`,
        });
    return args;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
;// CONCATENATED MODULE: ./build/cli/json-document.js
class JsonDocument {
    constructor() {
        this.diagnostics = [];
        this.results = {};
    }
    add(diagnostic) {
        this.diagnostics.push(diagnostic);
    }
    set(name, result) {
        this.results[name] = result;
    }
    text(command, exitCode) {
        const count = (severity) => this.diagnostics.filter(each => each.severity === severity).length;
        const errorCount = count('error');
        const document = {
            formatVersion: 1,
            command,
            exitCode,
            valid: errorCount === 0,
            errorCount,
            warningCount: count('warning'),
            diagnostics: this.diagnostics,
            ...this.results,
        };
        return `${JSON.stringify(document, null, 2)}\n`;
    }
}

// EXTERNAL MODULE: ./build/cli/print-error.js
var print_error = __webpack_require__(73362);
// EXTERNAL MODULE: ./build/cli/verbs.js
var verbs = __webpack_require__(38960);
;// CONCATENATED MODULE: ./build/cli/dispatch.js







const HELP = new Set(['-h', '-help', '--help']);
const VERSION = new Set(['-v', '-version', '--version']);
async function main(given, io) {
    let argv;
    try {
        argv = argumentsFrom(given, io.environment);
    }
    catch (error) {
        (0,print_error/* printError */.y)(error, io);
        return failure/* exitCodes */.h.invalid;
    }
    if (!(0,command/* wantsJson */.k0)(argv))
        return outcome(argv, io);
    const document = new JsonDocument();
    const status = await outcome(argv, { ...io, stdout: io.stderr, document });
    io.stdout.write(document.text(argv[0] ?? '', status));
    return status;
}
async function outcome(argv, io) {
    try {
        return await dispatch(argv, io);
    }
    catch (error) {
        (0,print_error/* printError */.y)(error, io);
        return error instanceof failure/* Failure */.H ? failure/* exitCodes */.h[error.code] : 1;
    }
}
async function dispatch([word, ...rest], io) {
    if (word === undefined) {
        io.stderr.write(await overview());
        return 2;
    }
    if (word === '-machine-readable' && rest[0] !== undefined)
        return dispatch([rest[0], word, ...rest.slice(1)], io);
    if (VERSION.has(word))
        return (await load('version')).run(rest, io);
    if (word === 'help' || HELP.has(word)) {
        io.stdout.write(rest[0] ? await help(rest[0]) : await overview());
        return 0;
    }
    const own = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined);
    if (own.some(argument => HELP.has(argument))) {
        io.stdout.write(await help(word));
        return 0;
    }
    return (await load(word)).run(rest, io);
}
const overview = async () => (await __webpack_require__.e(/* import() */ 1759).then(__webpack_require__.bind(__webpack_require__, 91759))).overview();
async function help(word) {
    const verb = await load(word);
    return (await __webpack_require__.e(/* import() */ 1759).then(__webpack_require__.bind(__webpack_require__, 91759))).helpOf(verb);
}
function load(word) {
    const found = Object.hasOwn(verbs/* verbs */.P, word) ? verbs/* verbs */.P[word] : undefined;
    if (found)
        return found();
    const advice = `There are: ${Object.keys(verbs/* verbs */.P).join(', ')}, help.${(0,did_you_mean/* didYouMean */.au)(word, Object.keys(verbs/* verbs */.P))}`;
    throw new failure/* Failure */.H('invalid', `There is no command "${word}"`, { advice });
}

;// CONCATENATED MODULE: ./build/cli/main.js





(0,compile_cache/* keepCompiled */.P)((0,external_node_path_.join)((0,folders/* cacheFolder */.n)(process.env), 'compiled'));
const ignoreLostReader = () => { };
process.stdout.on('error', ignoreLostReader);
process.stderr.on('error', ignoreLostReader);
process.exitCode = 1;
const { stdout, stderr, stdin, env: environment } = process;
void main(process.argv.slice(2), { stdout, stderr, stdin, environment }).then(status => (0,at_end/* end */._)().then(() => process.exit(status)));


/***/ }),

/***/ 73362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ printDiagnostics),
/* harmony export */   y: () => (/* binding */ printError)
/* harmony export */ });
/* harmony import */ var _language_render_diagnostics__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65753);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _outputs_machine_readable__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55852);



function printError(error, io) {
    const { message, advice, evidence, diagnostics } = explained(error);
    const rest = [evidence && `\n${evidence}`, advice].filter(Boolean);
    if (io.document)
        io.document.add({ severity: 'error', summary: message, ...(rest.length > 0 && { detail: rest.join('\n').trim() }) });
    else
        io.stderr.write(`Error: ${[message, ...rest].join('\n')}\n`);
    printDiagnostics(diagnostics, io);
}
function explained(error) {
    if (error instanceof _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H)
        return { message: error.message, diagnostics: [], ...error.details };
    const advice = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { message: 'ingot did not foresee this; it is a mistake of ours.', advice, evidence: undefined, diagnostics: [] };
}
function printDiagnostics(diagnostics, io, options = {}) {
    const { stdout, stderr, document, environment } = io;
    if (document) {
        for (const diagnostic of diagnostics)
            document.add((0,_language_render_diagnostics__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticToJson */ .L1)(diagnostic, options));
        return;
    }
    if (io.machineReadable) {
        for (const diagnostic of diagnostics)
            stdout.write(machineReadable(diagnostic, options));
        return;
    }
    const color = io.color !== false && stderr.isTTY === true && !environment.NO_COLOR && !environment.PACKER_NO_COLOR;
    for (const diagnostic of diagnostics)
        stderr.write(`${(0,_language_render_diagnostics__WEBPACK_IMPORTED_MODULE_0__/* .renderDiagnostic */ .IW)(diagnostic, { color, ...options })}\n`);
}
const machineReadable = (diagnostic, options) => (0,_outputs_machine_readable__WEBPACK_IMPORTED_MODULE_2__/* .machineLine */ .a)(Date.now(), '', 'ui', diagnostic.severity === 'error' ? 'error' : 'say', `${(0,_language_render_diagnostics__WEBPACK_IMPORTED_MODULE_0__/* .renderDiagnostic */ .IW)(diagnostic, options)}\n`);


/***/ }),

/***/ 38960:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ verbs)
/* harmony export */ });
const verbs = {
    build: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(3526), __webpack_require__.e(8469)]).then(__webpack_require__.bind(__webpack_require__, 68469))).build,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(7402)]).then(__webpack_require__.bind(__webpack_require__, 77402))).plan,
    validate: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(3539)]).then(__webpack_require__.bind(__webpack_require__, 83539))).validate,
    inspect: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(1281)]).then(__webpack_require__.bind(__webpack_require__, 11281))).inspect,
    console: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(3129)]).then(__webpack_require__.bind(__webpack_require__, 43129))).console,
    fmt: async () => (await Promise.all(/* import() */[__webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(213)]).then(__webpack_require__.bind(__webpack_require__, 82416))).fmt,
    init: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(3002)]).then(__webpack_require__.bind(__webpack_require__, 3002))).init,
    hcl2_upgrade: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(6805)]).then(__webpack_require__.bind(__webpack_require__, 76805))).hcl2Upgrade,
    test: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(3526), __webpack_require__.e(7845)]).then(__webpack_require__.bind(__webpack_require__, 87845))).test,
    merge: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(3526), __webpack_require__.e(6909)]).then(__webpack_require__.bind(__webpack_require__, 16909))).merge,
    clean: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(9031), __webpack_require__.e(401)]).then(__webpack_require__.bind(__webpack_require__, 401))).clean,
    'iam-policy': async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(5063)]).then(__webpack_require__.bind(__webpack_require__, 75063))).iamPolicy,
    sandbox: async () => (await Promise.all(/* import() */[__webpack_require__.e(5472), __webpack_require__.e(2977), __webpack_require__.e(3201)]).then(__webpack_require__.bind(__webpack_require__, 3201))).sandbox,
    reference: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(2759), __webpack_require__.e(3765)]).then(__webpack_require__.bind(__webpack_require__, 93765))).reference,
    version: async () => (await __webpack_require__.e(/* import() */ 8713).then(__webpack_require__.bind(__webpack_require__, 58713))).version,
};


/***/ }),

/***/ 27455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ misspelt),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
function suggestion(name, candidates) {
    for (const candidate of candidates)
        if (isWithin(2, name, candidate))
            return candidate;
    return undefined;
}
const didYouMean = (name, candidates) => misspelt(name, candidates).hint;
function misspelt(written, candidates) {
    const meant = suggestion(written, candidates);
    return meant === undefined ? { hint: '' } : { hint: ` Did you mean "${meant}"?`, slip: { written, meant } };
}
function isWithin(edits, a, b, i = 0, j = 0) {
    while (i < a.length && a[i] === b[j]) {
        i++;
        j++;
    }
    const [restOfA, restOfB] = [a.length - i, b.length - j];
    if (restOfA === 0 || restOfB === 0)
        return restOfA + restOfB <= edits;
    if (edits === 0 || Math.abs(restOfA - restOfB) > edits)
        return false;
    return isWithin(edits - 1, a, b, i + 1, j + 1) || isWithin(edits - 1, a, b, i + 1, j) || isWithin(edits - 1, a, b, i, j + 1);
}


/***/ }),

/***/ 45252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   N: () => (/* binding */ parseNanoseconds)
/* harmony export */ });
const units = {
    ns: 1n,
    us: 1000n,
    µs: 1000n,
    μs: 1000n,
    ms: 1000000n,
    s: 1000000000n,
    m: 60000000000n,
    h: 3600000000000n,
};
const LONGEST = 2n ** 63n;
const parseDuration = (text) => Number(parseNanoseconds(text)) / 1e6;
function parseNanoseconds(text) {
    const [, sign, body] = /^([-+]?)(.*)$/s.exec(text);
    if (body === '0')
        return 0n;
    const fail = (what) => new Error(`time: ${what} duration ${JSON.stringify(text)}`);
    if (body === '')
        throw fail('invalid');
    let total = 0n;
    for (let rest = body; rest !== '';) {
        const [whole, integer, fraction = '', unit] = /^(\d*)(?:\.(\d*))?([^\d.]*)/s.exec(rest);
        if (integer === '' && fraction === '')
            throw fail('invalid');
        if (unit === '')
            throw fail('missing unit in');
        const size = units[unit];
        if (size === undefined)
            throw fail(`unknown unit ${JSON.stringify(unit)} in`);
        total += BigInt(integer) * size + (BigInt(`0${fraction}`) * size) / 10n ** BigInt(fraction.length);
        rest = rest.slice(whole.length);
        if (total > LONGEST || (total === LONGEST && sign !== '-'))
            throw fail('invalid');
    }
    return sign === '-' ? -total : total;
}


/***/ }),

/***/ 45576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ countGraphemes),
/* harmony export */   l: () => (/* binding */ graphemes)
/* harmony export */ });
const SIMPLE = /^[\x00-\x0c\x0e-\u02ff]*$/;
let segmenter;
function graphemes(text) {
    if (SIMPLE.test(text))
        return text.split('');
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    return Array.from(segmenter.segment(text), each => each.segment);
}
const countGraphemes = (text) => (SIMPLE.test(text) ? text.length : graphemes(text).length);


/***/ }),

/***/ 65753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ renderDiagnostic),
/* harmony export */   L1: () => (/* binding */ diagnosticToJson)
/* harmony export */ });
/* unused harmony export placeOf */
/* harmony import */ var _graphemes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45576);
/* harmony import */ var _source_lines__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55271);


const MOST_LINES = 4;
const MOST_COLUMNS = 240;
const COLUMNS_BEFORE = 80;
const STYLES = { error: '\u001b[31m', warning: '\u001b[33m', bold: '\u001b[1m', dim: '\u001b[2m', reset: '\u001b[0m' };
function renderDiagnostic(diagnostic, options = {}) {
    const { redact = text => text } = options;
    const paint = (style, text) => (options.color ? `${STYLES[style]}${text}${STYLES.reset}` : text);
    const { severity, summary, detail, subject } = diagnostic;
    const title = severity === 'error' ? 'Error' : 'Warning';
    const lines = [`${paint(severity, `${title}:`)} ${paint('bold', redact(summary))}`];
    if (subject)
        lines.push(`  on ${placeOf(subject)}`, ...snippetOf(subject, options, text => paint('dim', text), text => paint(severity, text)));
    if (detail)
        lines.push(...redact(detail)
            .split('\n')
            .map(line => `  ${line}`.trimEnd()));
    return lines.join('\n');
}
const placeOf = ({ file, start }) => `${file}:${start.line}:${start.column}`;
function diagnosticToJson({ severity, summary, detail, subject }, options = {}) {
    const { redact = text => text } = options;
    const lines = subject && shownLines(subject, options)?.map(({ text }) => text);
    return {
        severity,
        summary: redact(summary),
        ...(detail !== undefined && { detail: redact(detail) }),
        ...(subject && { range: { filename: subject.file, start: subject.start, end: subject.end } }),
        ...(lines && { snippet: redact(lines.join('\n')) }),
    };
}
function snippetOf(subject, options, dim, strong) {
    const lines = shownLines(subject, options);
    if (!lines)
        return [];
    const width = String(lines[lines.length - 1].number).length;
    return lines.flatMap(({ number, text, carets }) => {
        const source = `  ${dim(`${String(number).padStart(width)} |`)} ${text}`.trimEnd();
        return carets ? [source, `  ${dim(`${' '.repeat(width)} |`)} ${carets.indent}${strong(carets.marks)}`] : [source];
    });
}
function shownLines(subject, { sources, redact = text => text }) {
    const { file, start, end } = subject;
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    const lines = sources && (0,_source_lines__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .D)(sources, file)?.slice(start.line - 1, Math.min(last, start.line - 1 + MOST_LINES));
    if (!lines || lines.length === 0)
        return undefined;
    return lines.map((line, i) => {
        const number = start.line + i;
        const text = line.shownBy(redact);
        return { number, ...(text === line.text ? shownPart(line, number, subject) : { text: cut((0,_graphemes__WEBPACK_IMPORTED_MODULE_1__/* .graphemes */ .l)(text), 0) }) };
    });
}
function shownPart({ characters }, number, { start, end }) {
    const firstText = Math.max(0, characters.findIndex(character => character.trim() !== ''));
    const from = number === start.line ? start.column - 1 : firstText;
    const to = number === end.line ? end.column - 1 : characters.length;
    const skipped = characters.length <= MOST_COLUMNS ? 0 : Math.max(0, Math.min(from, characters.length) - COLUMNS_BEFORE);
    const indent = characters.slice(skipped, from).map(each => (each === '\t' ? '\t' : ' '.repeat(widthOf(each))));
    const shownTo = skipped + MOST_COLUMNS;
    const marked = characters.slice(from, Math.min(to, shownTo)).reduce((sum, each) => sum + widthOf(each), 0);
    const before = (skipped > 0 ? ' ' : '') + indent.join('') + ' '.repeat(Math.max(0, from - characters.length));
    return { text: cut(characters, skipped), carets: { indent: before, marks: '^'.repeat(Math.max(1, marked)) } };
}
function cut(characters, from) {
    const to = from + MOST_COLUMNS;
    return (from > 0 ? '…' : '') + characters.slice(from, to).join('') + (characters.length > to ? '…' : '');
}
const WIDE = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u;
const widthOf = (character) => (WIDE.test(character) ? 2 : 1);


/***/ }),

/***/ 55271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
/* unused harmony export SourceLine */
/* harmony import */ var _graphemes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45576);

class SourceLine {
    constructor(text) {
        this.text = text;
    }
    get characters() {
        this.split ??= (0,_graphemes__WEBPACK_IMPORTED_MODULE_0__/* .graphemes */ .l)(this.text);
        return this.split;
    }
    shownBy(redact) {
        if (this.redacted?.by !== redact)
            this.redacted = { by: redact, text: redact(this.text) };
        return this.redacted.text;
    }
}
const known = new WeakMap();
function linesOf(texts, file) {
    const text = texts.get(file);
    if (text === undefined)
        return undefined;
    const files = known.get(texts) ?? new Map();
    known.set(texts, files);
    const cut = files.get(file);
    if (cut?.text === text)
        return cut.lines;
    const lines = text.replace(/^\ufeff/, '').split('\n');
    const made = { text, lines: lines.map(line => new SourceLine(line.replace(/\r$/, ''))) };
    files.set(file, made);
    return made.lines;
}


/***/ }),

/***/ 30770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ end),
/* harmony export */   t: () => (/* binding */ atEnd)
/* harmony export */ });
const works = new Set();
const atEnd = (work) => void works.add(work);
async function end() {
    const all = [...works];
    works.clear();
    await Promise.allSettled(all.map(work => work()));
}


/***/ }),

/***/ 14073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ keepCompiled)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_module__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30714);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_vm__WEBPACK_IMPORTED_MODULE_3__);




function keepCompiled(folder) {
    const { enableCompileCache } = node_module__WEBPACK_IMPORTED_MODULE_1__;
    if (enableCompileCache)
        enableCompileCache(folder);
    else
        hookCompile(folder);
}
function hookCompile(folder) {
    const made = [];
    const { wrap, createRequire, prototype } = node_module__WEBPACK_IMPORTED_MODULE_1__.Module;
    prototype._compile = function (content, path) {
        const stamp = stampOf(path);
        const cachedData = kept(folder, path, stamp);
        const importModuleDynamically = node_vm__WEBPACK_IMPORTED_MODULE_3__.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
        const script = new node_vm__WEBPACK_IMPORTED_MODULE_3__.Script(wrap(content.replace(/^#!.*/, '')), { filename: path, cachedData, importModuleDynamically });
        if (!cachedData || script.cachedDataRejected)
            made.push({ path, stamp, script });
        return script.runInThisContext().call(this.exports, this.exports, createRequire(path), this, path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    };
    process.once('exit', () => {
        for (const one of made)
            keep(folder, one);
    });
}
const fileOf = (folder, path) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${process.version}-${process.arch}`, encodeURIComponent(path));
const STAMP = 16;
function stampOf(path) {
    const { ctimeMs, size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    const bytes = Buffer.alloc(STAMP);
    bytes.writeDoubleLE(ctimeMs);
    bytes.writeDoubleLE(size, STAMP / 2);
    return bytes;
}
function kept(folder, path, stamp) {
    try {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fileOf(folder, path));
        return bytes.subarray(0, STAMP).equals(stamp) ? bytes.subarray(STAMP) : undefined;
    }
    catch {
        return undefined;
    }
}
function keep(folder, { path, stamp, script }) {
    try {
        const file = fileOf(folder, path);
        make((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), DEPTH);
        const unfinished = `${file}.${process.pid}`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(unfinished, Buffer.concat([stamp, script.createCachedData()]));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(unfinished, file);
    }
    catch {
    }
}
const DEPTH = 5;
function make(folder, depth) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST')
            return;
        if (code !== 'ENOENT' || depth === 0)
            throw error;
        make((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), depth - 1);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    }
}


/***/ }),

/***/ 28691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
function duration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 9950)
        return `${Number((milliseconds / 1000).toFixed(1))} s`;
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const [big, small] = minutes < 60 ? [`${minutes} min`, `${seconds % 60} s`] : [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
    return small.startsWith('0 ') ? big : `${big} ${small}`;
}


/***/ }),

/***/ 44794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runsFolder),
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


const runsFolder = (environment) => environment.INGOT_STATE_DIR
    ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(environment.INGOT_STATE_DIR)
    : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_STATE_HOME', '.local/state'), 'ingot', 'runs');
const cacheFolder = (environment) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_CACHE_HOME', '.cache'), 'ingot');
function base(environment, variable, fallback) {
    const given = environment[variable];
    return given && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(given) ? given : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), fallback);
}


/***/ }),

/***/ 30631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
class Failure extends Error {
    constructor(code, message, details = {}) {
        super(message, { cause: details.cause });
        this.code = code;
        this.details = details;
        this.name = 'Failure';
    }
}
const exitCodes = { failed: 1, invalid: 2, interrupted: 130 };


/***/ }),

/***/ 55852:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ machineLine),
/* harmony export */   o: () => (/* binding */ MachineReadable)
/* harmony export */ });
/* harmony import */ var _ui_lines__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44940);

class MachineReadable {
    constructor(write) {
        this.write = write;
        this.name = 'machine-readable';
    }
    handle(event) {
        for (const line of (0,_ui_lines__WEBPACK_IMPORTED_MODULE_0__/* .uiLines */ .WR)(event))
            this.ui(line, event.at);
    }
    async finish(report) {
        const failed = report.builds.filter(build => build.error);
        this.ui((0,_ui_lines__WEBPACK_IMPORTED_MODULE_0__/* .closingLines */ .Po)(report)[0]);
        if (failed.length > 0) {
            this.row('', 'error-count', String(failed.length));
            this.ui({ kind: 'error', text: _ui_lines__WEBPACK_IMPORTED_MODULE_0__/* .SOME_FAILED */ .Xq });
        }
        for (const { name, error } of failed) {
            this.row(name, 'error', error?.message ?? '');
            this.ui({ kind: 'error', text: `--> ${name}: ${error?.message}` });
        }
        const fruitful = report.builds.filter(build => build.artifacts.length > 0);
        this.ui({ kind: 'say', text: fruitful.length > 0 ? _ui_lines__WEBPACK_IMPORTED_MODULE_0__/* .FINISHED */ .BL : _ui_lines__WEBPACK_IMPORTED_MODULE_0__/* .NO_ARTIFACTS */ .IW });
        for (const build of fruitful)
            this.artifacts(build);
        return [];
    }
    artifacts({ name, artifacts }) {
        this.row(name, 'artifact-count', String(artifacts.length));
        for (const [index, artifact] of artifacts.entries()) {
            const row = (...data) => this.row(name, 'artifact', String(index), ...data);
            row('builder-id', artifact.builderId);
            row('id', artifact.id);
            row('string', artifact.description);
            row('files-count', String(artifact.files.length));
            for (const [position, file] of artifact.files.entries())
                row('file', String(position), file);
            row('end');
            this.ui((0,_ui_lines__WEBPACK_IMPORTED_MODULE_0__/* .artifactLine */ .VY)(name, artifact));
        }
    }
    ui({ kind, text }, at = Date.now()) {
        this.line(at, '', 'ui', kind === 'warning' ? 'error' : kind, text);
    }
    row(target, type, ...data) {
        this.line(Date.now(), target, type, ...data);
    }
    line(at, ...fields) {
        this.write(machineLine(at, ...fields));
    }
}
const machineLine = (at, ...fields) => `${[String(Math.floor(at / 1000)), ...fields.map(escaped)].join(',')}\n`;
const escaped = (text) => text.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\r', '\\r').replaceAll('\n', '\\n');


/***/ }),

/***/ 44940:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ FINISHED),
/* harmony export */   IW: () => (/* binding */ NO_ARTIFACTS),
/* harmony export */   Po: () => (/* binding */ closingLines),
/* harmony export */   VY: () => (/* binding */ artifactLine),
/* harmony export */   WR: () => (/* binding */ uiLines),
/* harmony export */   Xq: () => (/* binding */ SOME_FAILED)
/* harmony export */ });
/* harmony import */ var _lib_duration_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28691);

function uiLines(event) {
    switch (event.type) {
        case 'message': {
            const kind = event.level === 'info' ? 'say' : event.level;
            return [
                { kind, build: event.build, text: prefixed(event.build, kind === 'warning' ? `Warning: ${event.text}` : event.text) },
            ];
        }
        case 'step-started':
            return [say(event.build, sentence(event.step))];
        case 'output':
            return event.stream === 'stdout'
                ? [{ kind: 'message', build: event.build, text: prefixed(event.build, event.text, '    ') }]
                : [{ kind: 'error', build: event.build, text: prefixed(event.build, event.text) }];
        case 'smoke-test':
            return [verdict(event.build, event.result)];
        case 'leftover':
            return [
                {
                    kind: 'error',
                    build: event.build,
                    text: prefixed(event.build, `Left behind: ${event.kind} ${event.id}: ${event.reason}`),
                },
            ];
        case 'build-finished':
            return [finished(event)];
        case 'diagnostic': {
            const { severity, summary, detail, subject } = event.diagnostic;
            const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : '';
            return [
                {
                    kind: severity,
                    text: `${severity === 'error' ? 'Error' : 'Warning'}${where}: ${summary}${detail ? `: ${detail}` : ''}`,
                },
            ];
        }
        default:
            return [];
    }
}
function closingLines(report) {
    const failed = report.builds.filter(build => build.error);
    const artifacts = report.builds.flatMap(build => build.artifacts.map(artifact => artifactLine(build.name, artifact)));
    const lines = [{ kind: 'say', text: `\n==> Wait completed after ${(0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(report.milliseconds)}` }];
    if (report.outcome === 'interrupted')
        lines.push({ kind: 'error', text: '\nCleanly cancelled builds after being interrupted.' });
    if (failed.length > 0)
        lines.push({ kind: 'error', text: SOME_FAILED });
    for (const build of failed)
        lines.push({ kind: 'error', text: `--> ${build.name}: ${build.error?.message}` });
    lines.push({ kind: 'say', text: artifacts.length > 0 ? FINISHED : NO_ARTIFACTS }, ...artifacts);
    return lines;
}
const SOME_FAILED = "\n==> Some builds didn't complete successfully and had errors:";
const FINISHED = '\n==> Builds finished. The artifacts of successful builds are:';
const NO_ARTIFACTS = '\n==> Builds finished but no artifacts were created.';
const artifactLine = (build, artifact) => ({
    kind: 'say',
    text: `--> ${build}: ${artifact.description}`,
});
const say = (build, text) => ({ kind: 'say', build, text: prefixed(build, text) });
function prefixed(build, text, lead = '==> ') {
    const prefix = build === undefined ? '' : `${lead}${build}: `;
    return text
        .split('\n')
        .map(line => prefix + line)
        .join('\n');
}
function verdict(build, { name, outcome, milliseconds, detail }) {
    if (outcome === 'passed')
        return say(build, `Smoke test passed: ${name} (${(0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(milliseconds)})`);
    if (outcome === 'skipped')
        return { kind: 'warning', build, text: prefixed(build, `Smoke test skipped: ${name}: ${detail ?? ''}`) };
    return { kind: 'error', build, text: prefixed(build, `Smoke test FAILED: ${name}${detail ? `\n${detail}` : ''}`) };
}
function finished(event) {
    const { build, outcome, error, milliseconds } = event;
    const time = (0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(milliseconds);
    if (outcome === 'done')
        return { kind: 'say', build, text: `Build '${build}' finished after ${time}.` };
    const word = outcome === 'failed' ? 'errored' : 'was interrupted';
    const more = [error?.evidence, error?.advice].filter(part => part !== undefined).map(part => `\n${part}`);
    return { kind: 'error', build, text: `Build '${build}' ${word} after ${time}: ${error?.message ?? ''}${more.join('')}` };
}
const sentence = (step) => step.charAt(0).toUpperCase() + step.slice(1);


/***/ })

};
;