"use strict";
exports.id = 402;
exports.ids = [402];
exports.modules = {

/***/ 7727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k9: () => (/* binding */ ownScript),
/* harmony export */   kX: () => (/* binding */ programName),
/* harmony export */   w3: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(749);
/** The shape of a verb. */

const verb = (spec) => ({ ...spec, run: (argv, io) => spec.run((0,_flags__WEBPACK_IMPORTED_MODULE_0__/* .parseArguments */ .We)(spec.flags, argv), io) });
/** To start this program again as another process. */
const ownScript = () => process.argv[1] ?? '';
/** How the user called this program, for commands to copy. */
function programName() {
    const script = ownScript();
    return script.endsWith('.js') || script.endsWith('.ts') ? `node ${shortest(script)}` : 'ingot';
}
function shortest(path) {
    const here = `${process.cwd()}/`;
    return path.startsWith(here) ? path.slice(here.length) : path;
}


/***/ }),

/***/ 7402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5989);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7727);
/* harmony import */ var _template_flags__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8372);
/** `ingot plan`: what would be built, as JSON. */



const plan = (0,_command__WEBPACK_IMPORTED_MODULE_1__/* .verb */ .w3)({
    usage: 'plan [flags] TEMPLATE',
    summary: 'Prints what a template comes to, as JSON; creates nothing.',
    flags: _template_flags__WEBPACK_IMPORTED_MODULE_2__/* .templateFlags */ .Qs,
    run: async ({ rest, flags }, io) => {
        const loaded = await (0,_template_flags__WEBPACK_IMPORTED_MODULE_2__/* .planFrom */ .MI)(rest, flags, _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, io);
        if (!loaded)
            return 2;
        io.stdout.write(`${JSON.stringify(loaded.plan, null, 2)}\n`);
        return 0;
    },
});


/***/ }),

/***/ 749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ toggle),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _language_did_you_mean__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7455);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(631);
/**
 * Flags as Packer's users write them: `-x`, `--x`, `-x=v`, `-x v`; switches only `-x` or `-x=false`. Unlike there, flags may
 * also follow the arguments.
 */


const toggle = (doc, initial = false) => ({ doc, initial, read: readBoolean });
const text = (placeholder, doc) => ({
    doc,
    placeholder,
    initial: undefined,
    read: value => value,
});
/** May be repeated; `split` also takes several in one, with commas. */
const list = (placeholder, doc, split = false) => ({
    doc,
    placeholder,
    initial: [],
    read: (value, before) => [...before, ...(split ? value.split(',').filter(part => part !== '') : [value])],
});
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
const choice = (doc, choices, initial) => ({
    doc: `${doc} One of ${choices.join(', ')}.`,
    placeholder: 'CHOICE',
    initial,
    read: value => {
        if (choices.includes(value))
            return value;
        throw new Error(`"${value}" is none of ${choices.join(', ')}`);
    },
});
/** Throws Failure `invalid`. */
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
    const meant = (0,_language_did_you_mean__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, Object.keys(specs));
    throw invalid(`Unknown flag -${name}`, meant ? `Did you mean -${meant}?` : 'The flag -help lists all that there are.');
}
function readBoolean(value) {
    if (/^(1|t|true)$/i.test(value))
        return true;
    if (/^(0|f|false)$/i.test(value))
        return false;
    throw new Error(`"${value}" is neither true nor false`);
}
const invalid = (message, advice) => new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', message, { advice });


/***/ }),

/***/ 8372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ planFrom),
/* harmony export */   Qs: () => (/* binding */ templateFlags),
/* harmony export */   VO: () => (/* binding */ onlyTemplate),
/* harmony export */   c2: () => (/* binding */ printFindings)
/* harmony export */ });
/* harmony import */ var _engine_redact__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4145);
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4127);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(631);
/* harmony import */ var _template_load_plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1839);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(749);
/* harmony import */ var _print_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3362);
/** The flags that say which template, with which values; and the way from them to a Plan. */






const templateFlags = {
    var: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('NAME=VALUE', 'A value for a variable; may be repeated.'),
    'var-file': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('FILE', 'A file of values (.pkrvars.hcl, .json); may be repeated.'),
    only: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'Only builds whose name matches; globs. May be repeated.', true),
    except: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'No builds or post-processors whose name matches; globs. May be repeated.', true),
};
/** Prints what was found; undefined when it has errors. */
async function planFrom(rest, flags, plugins, io, more = {}) {
    const path = onlyTemplate(rest);
    const variables = flags.var.map(assignment);
    const { only, except, 'var-file': variableFiles } = flags;
    const { environment } = io;
    const loaded = await (0,_template_load_plan__WEBPACK_IMPORTED_MODULE_2__/* .loadPlan */ .Y)({ path, variables, variableFiles, only, except, environment, plugins, ...more });
    printFindings(loaded, io);
    const { plan, sensitive } = loaded;
    return plan && !(0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_5__/* .hasErrors */ .C)(loaded.diagnostics) ? { plan, sensitive } : undefined;
}
function printFindings({ diagnostics, sources, sensitive }, io) {
    const redactor = new _engine_redact__WEBPACK_IMPORTED_MODULE_0__/* .Redactor */ .p(sensitive);
    (0,_print_error__WEBPACK_IMPORTED_MODULE_4__/* .printDiagnostics */ .a)(diagnostics, io, { sources, redact: text => redactor.text(text) });
}
function onlyTemplate(rest) {
    const [path, ...more] = rest;
    if (path !== undefined && more.length === 0)
        return path;
    const message = path === undefined
        ? 'No template was named'
        : `One template is built at a time, and ${rest.length} were named: ${rest.join(', ')}`;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', message, {
        advice: 'Name one folder with *.pkr.hcl files, or one template file; `.` is this folder.',
    });
}
function assignment(text) {
    const at = text.indexOf('=');
    if (at < 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-var ${text} has no value`, { advice: `Write -var ${text}=VALUE.` });
    return { name: text.slice(0, at), text: text.slice(at + 1) };
}


/***/ })

};
;