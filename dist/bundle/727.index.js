"use strict";
exports.id = 727;
exports.ids = [727];
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

/***/ 4727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  version: () => (/* binding */ version_version)
});

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(7727);
;// CONCATENATED MODULE: ./build/cli/version.js
/** The version of this program; a test holds it to package.json. */
const version = '0.1.0';

;// CONCATENATED MODULE: ./build/cli/commands/version.js
/** `ingot version` */


const version_version = (0,command/* verb */.w3)({
    usage: 'version',
    summary: 'Prints the version of ingot.',
    flags: {},
    run: async (_given, { stdout }) => {
        stdout.write(`ingot ${version}\n`);
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


/***/ })

};
;