"use strict";
exports.id = 617;
exports.ids = [617];
exports.modules = {

/***/ 4617:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(7455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
;// CONCATENATED MODULE: ./build/cli/verbs.js
const verbs = {
    build: async () => (await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(665), __webpack_require__.e(815), __webpack_require__.e(280), __webpack_require__.e(163), __webpack_require__.e(989), __webpack_require__.e(179), __webpack_require__.e(743), __webpack_require__.e(538), __webpack_require__.e(971)]).then(__webpack_require__.bind(__webpack_require__, 9971))).build,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(665), __webpack_require__.e(815), __webpack_require__.e(280), __webpack_require__.e(163), __webpack_require__.e(989), __webpack_require__.e(179), __webpack_require__.e(743), __webpack_require__.e(402)]).then(__webpack_require__.bind(__webpack_require__, 7402))).plan,
    validate: async () => (await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(665), __webpack_require__.e(815), __webpack_require__.e(280), __webpack_require__.e(163), __webpack_require__.e(989), __webpack_require__.e(179), __webpack_require__.e(743), __webpack_require__.e(539)]).then(__webpack_require__.bind(__webpack_require__, 3539))).validate,
    clean: async () => (await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(665), __webpack_require__.e(989), __webpack_require__.e(196)]).then(__webpack_require__.bind(__webpack_require__, 196))).clean,
    sandbox: async () => (await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(280), __webpack_require__.e(669), __webpack_require__.e(92)]).then(__webpack_require__.bind(__webpack_require__, 6092))).sandbox,
    reference: async () => (await Promise.all(/* import() */[__webpack_require__.e(472), __webpack_require__.e(665), __webpack_require__.e(989), __webpack_require__.e(179), __webpack_require__.e(765)]).then(__webpack_require__.bind(__webpack_require__, 3765))).reference,
    version: async () => (await __webpack_require__.e(/* import() */ 727).then(__webpack_require__.bind(__webpack_require__, 4727))).version,
};

;// CONCATENATED MODULE: ./build/cli/help.js

async function overview() {
    const lines = [];
    for (const [name, load] of Object.entries(verbs))
        lines.push(`  ${name.padEnd(10)} ${(await load()).summary}`);
    return `Bakes machine images from Packer templates, boots and tests them, and only then publishes.

Usage: ingot COMMAND [flags] [arguments]

${lines.join('\n')}
  help       What a command takes: ingot help COMMAND

Exit status: 0 done, 1 a build or its smoke tests failed, 2 invalid template or flags, 130 interrupted.
`;
}
function helpOf({ usage, summary, flags }) {
    const rows = Object.entries(flags).map(([name, { doc, placeholder, initial }]) => {
        const value = placeholder ? ` ${placeholder}` : '';
        const otherwise = initial === undefined || initial === false || Array.isArray(initial) ? '' : ` Default: ${initial}.`;
        return [`  -${name}${value}`, `${doc}${otherwise}`];
    });
    const width = Math.max(...rows.map(([flag]) => flag.length), 0);
    const list = rows.map(([flag, doc]) => `${flag.padEnd(width)}  ${doc}`).join('\n');
    return `Usage: ingot ${usage}\n\n${summary}\n${list ? `\nFlags (with one dash or two):\n${list}\n` : ''}`;
}

// EXTERNAL MODULE: ./build/cli/print-error.js
var print_error = __webpack_require__(3362);
;// CONCATENATED MODULE: ./build/cli/dispatch.js
/** The command line: finds the verb, prints what it throws, turns the outcome into an exit status. */





const HELP = new Set(['-h', '-help', '--help']);
const VERSION = new Set(['-v', '-version', '--version']);
async function main(argv, io) {
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
    if (VERSION.has(word))
        return (await load('version')).run(rest, io);
    if (word === 'help' || HELP.has(word)) {
        io.stdout.write(rest[0] ? helpOf(await load(rest[0])) : await overview());
        return 0;
    }
    const verb = await load(word);
    const own = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined);
    if (own.some(argument => HELP.has(argument))) {
        io.stdout.write(helpOf(verb));
        return 0;
    }
    return verb.run(rest, io);
}
function load(word) {
    const found = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
    if (found)
        return found();
    const advice = `There are: ${Object.keys(verbs).join(', ')}, help.${(0,did_you_mean/* didYouMean */.a)(word, Object.keys(verbs))}`;
    throw new failure/* Failure */.H('invalid', `There is no command "${word}"`, { advice });
}

;// CONCATENATED MODULE: ./build/cli/main.js
/** The entry of the program `ingot`. */

/** A reader that has gone away (`| head`) must not end a build that has things to clean up. */
const ignoreLostReader = () => { };
process.stdout.on('error', ignoreLostReader);
process.stderr.on('error', ignoreLostReader);
const { stdout, stderr, stdin, env: environment } = process;
// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void main(process.argv.slice(2), { stdout, stderr, stdin, environment }).then(status => process.exit(status));


/***/ }),

/***/ 3362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ printDiagnostics),
/* harmony export */   y: () => (/* binding */ printError)
/* harmony export */ });
/* harmony import */ var _language_render_diagnostics__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5753);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(631);


function printError(error, io) {
    const { stderr } = io;
    if (!(error instanceof _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H)) {
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        stderr.write(`Error: ingot did not foresee this; it is a mistake of ours.\n${detail}\n`);
        return;
    }
    const { advice, evidence, diagnostics = [] } = error.details;
    stderr.write(`Error: ${error.message}\n${evidence ? `\n${evidence}\n` : ''}${advice ? `${advice}\n` : ''}`);
    printDiagnostics(diagnostics, io);
}
function printDiagnostics(diagnostics, { stderr }, options = {}) {
    const color = stderr.isTTY === true && !process.env.NO_COLOR;
    for (const diagnostic of diagnostics)
        stderr.write(`${(0,_language_render_diagnostics__WEBPACK_IMPORTED_MODULE_0__/* .renderDiagnostic */ .IW)(diagnostic, { color, ...options })}\n`);
}


/***/ }),

/***/ 7455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/** Finds what an author may have meant by a misspelt name. */
/** The first candidate less than three edits away. */
function suggestion(name, candidates) {
    for (const candidate of candidates)
        if (distanceBelow(name, candidate, 3))
            return candidate;
    return undefined;
}
/** ` Did you mean "region"?`, to stand behind a sentence, or nothing. */
function didYouMean(name, candidates) {
    const meant = suggestion(name, candidates);
    return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
/** Whether fewer than `limit` insertions, deletions and substitutions make `b` of `a` (Levenshtein). */
function distanceBelow(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return false;
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
            next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
        if (Math.min(...next) >= limit)
            return false;
        row = next;
    }
    return row[b.length] < limit;
}


/***/ }),

/***/ 5753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ renderDiagnostic)
/* harmony export */ });
/* unused harmony exports renderDiagnostics, placeOf, diagnosticToJson */
/** Lines of a longer subject that are shown. */
const MOST_LINES = 4;
const STYLES = { error: '\u001b[31m', warning: '\u001b[33m', bold: '\u001b[1m', dim: '\u001b[2m', reset: '\u001b[0m' };
const renderDiagnostics = (diagnostics, options = {}) => diagnostics.map(diagnostic => `${renderDiagnostic(diagnostic, options)}\n`).join('\n');
/**
 * Error: Unsupported argument
 *   on build.pkr.hcl:3:3
 *   3 |   imge = "x"
 *     |   ^^^^
 *   An argument named "imge" is not expected here. Did you mean "image"?
 */
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
/** As plain data for `JSON.stringify`. */
function diagnosticToJson({ severity, summary, detail, subject }, options = {}) {
    const { redact = text => text } = options;
    const lines = subject && linesOf(subject, options)?.map(({ text }) => text);
    return {
        severity,
        summary: redact(summary),
        ...(detail !== undefined && { detail: redact(detail) }),
        ...(subject && { range: { filename: subject.file, start: subject.start, end: subject.end } }),
        ...(lines && { snippet: redact(lines.join('\n')) }),
    };
}
function snippetOf(subject, options, dim, strong) {
    const { redact = text => text } = options;
    const lines = linesOf(subject, options);
    if (!lines)
        return [];
    const width = String(lines[lines.length - 1].number).length;
    return lines.flatMap(({ number, text }) => {
        const shown = redact(text);
        const source = `  ${dim(`${String(number).padStart(width)} |`)} ${shown}`.trimEnd();
        // Carets under a text that was shortened would point at the wrong place.
        if (shown !== text)
            return [source];
        const { indent, carets } = underline(text, number, subject);
        return [source, `  ${dim(`${' '.repeat(width)} |`)} ${indent}${strong(carets)}`];
    });
}
function linesOf({ file, start, end }, { sources }) {
    const source = sources?.get(file);
    if (source === undefined)
        return undefined;
    // A range that ends with a line break has nothing of the next line.
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    const all = source.replace(/^\ufeff/, '').split('\n');
    const lines = all.slice(start.line - 1, Math.min(last, start.line - 1 + MOST_LINES));
    return lines.length === 0 ? undefined : lines.map((text, i) => ({ number: start.line + i, text: text.replace(/\r$/, '') }));
}
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u;
/** Under the part of the line that is in the range; under its text only when the range began in a line before. */
function underline(text, line, { start, end }) {
    const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
    const firstText = Math.max(0, characters.findIndex(character => character.trim() !== ''));
    const from = line === start.line ? start.column - 1 : firstText;
    const to = line === end.line ? end.column - 1 : characters.length;
    const width = (character) => (WIDE.test(character) ? 2 : 1);
    const indent = characters.slice(0, from).map(character => (character === '\t' ? '\t' : ' '.repeat(width(character))));
    const marked = characters.slice(from, to).reduce((sum, character) => sum + width(character), 0);
    return { indent: indent.join('') + ' '.repeat(Math.max(0, from - characters.length)), carets: '^'.repeat(Math.max(1, marked)) };
}


/***/ }),

/***/ 631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
class Failure extends Error {
    code;
    details;
    constructor(code, 
    /** What happened, in a sentence that names the thing. Never holds a secret. */
    message, details = {}) {
        super(message, { cause: details.cause });
        this.code = code;
        this.details = details;
        this.name = 'Failure';
    }
}
const exitCodes = { failed: 1, invalid: 2, interrupted: 130 };


/***/ })

};
;