"use strict";
exports.id = 3539;
exports.ids = [3539];
exports.modules = {

/***/ 83539:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73494);
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74127);
/* harmony import */ var _outputs_machine_readable__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55852);
/* harmony import */ var _template_load_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89418);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77727);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90749);
/* harmony import */ var _template_flags__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8372);







const flags = {
    ..._template_flags__WEBPACK_IMPORTED_MODULE_4__/* .templateFlags */ .Qs,
    ..._template_flags__WEBPACK_IMPORTED_MODULE_4__/* .pluginFlags */ .PX,
    'syntax-only': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Look at the syntax and the variables only, not at the options of components.'),
    'no-warn-undeclared-var': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Do not warn of values for variables that the template does not declare.'),
    'warn-on-undeclared-var': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Warn of them, which is the default here.', true),
    'evaluate-datasources': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Ask data sources while validating; otherwise their results are unknown.'),
    'machine-readable': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)("Packer's lines for machines instead of text for people."),
};
const VALID = 'The configuration is valid.';
const validate = (0,_command__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3)({
    usage: 'validate [flags] TEMPLATE',
    summary: 'Checks a template; creates nothing.',
    flags,
    run: async ({ rest, flags: given }, io) => {
        const warnUndeclared = given['warn-on-undeclared-var'] && !given['no-warn-undeclared-var'];
        const input = (0,_template_flags__WEBPACK_IMPORTED_MODULE_4__/* .inputFrom */ .Rh)((0,_template_flags__WEBPACK_IMPORTED_MODULE_4__/* .onlyTemplate */ .VO)(rest), given, io);
        const { 'syntax-only': syntaxOnly, 'evaluate-datasources': askOutside } = given;
        const loaded = await (0,_template_load_plan__WEBPACK_IMPORTED_MODULE_1__/* .loadPlan */ .Y)({ ...input, plugins: _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, warnUndeclared, syntaxOnly, askOutside });
        (0,_template_flags__WEBPACK_IMPORTED_MODULE_4__/* .printFindings */ .c2)(loaded, io);
        if ((0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_5__/* .hasErrors */ .C)(loaded.diagnostics))
            return 2;
        if (!io.document)
            io.stdout.write(given['machine-readable'] ? (0,_outputs_machine_readable__WEBPACK_IMPORTED_MODULE_6__/* .machineLine */ .a)(Date.now(), '', 'ui', 'say', VALID) : `${VALID}\n`);
        return 0;
    },
});


/***/ }),

/***/ 8372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ planFrom),
/* harmony export */   PX: () => (/* binding */ pluginFlags),
/* harmony export */   Qs: () => (/* binding */ templateFlags),
/* harmony export */   Rh: () => (/* binding */ inputFrom),
/* harmony export */   VO: () => (/* binding */ onlyTemplate),
/* harmony export */   c2: () => (/* binding */ printFindings),
/* harmony export */   n2: () => (/* binding */ publishFlags),
/* harmony export */   t$: () => (/* binding */ optionalTemplate)
/* harmony export */ });
/* harmony import */ var _engine_redact__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14145);
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74127);
/* harmony import */ var _lib_read_all__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24685);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _template_load_plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89418);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90749);
/* harmony import */ var _print_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73362);







const templateFlags = {
    var: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('NAME=VALUE', 'A value for a variable; may be repeated.'),
    'var-file': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('FILE', 'A file of values (.pkrvars.hcl, .json); may be repeated.'),
    only: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'Only builds whose name matches; globs. May be repeated.', true),
    except: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'No builds or post-processors whose name matches; globs. May be repeated.', true),
    'config-type': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)('The language of a template from standard input, by default json, and of the console without a template, by default both.', ['json', 'hcl2']),
    'use-sequential-evaluation': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: what depends on what decides the order here, with the same values.'),
};
const publishFlags = {
    'ssm-parameter': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)('NAME', 'Put the ID of each published image into this parameter of AWS Systems Manager, in its region; the name may hold ${source.name}.'),
};
const pluginFlags = {
    'ignore-prerelease-plugins': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: everything is built in.'),
};
async function planFrom(rest, flags, plugins, io, more = {}) {
    const input = inputFrom(onlyTemplate(rest), flags, io);
    let given;
    const stdin = () => (given ??= (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(io.stdin));
    return planOf({ ...input, stdin, plugins, ...more }, io);
}
async function planOf(input, io) {
    const loaded = await (0,_template_load_plan__WEBPACK_IMPORTED_MODULE_2__/* .loadPlan */ .Y)(input);
    printFindings(loaded, io);
    const { plan, sensitive, unasked, outside } = loaded;
    if (!plan || (0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .C)(loaded.diagnostics))
        return undefined;
    return { plan, sensitive, unasked, outside, answered: () => planOf({ ...input, askOutside: true }, io) };
}
function inputFrom(path, flags, { environment, stdin }) {
    const { only, except, 'var-file': variableFiles, 'config-type': configType } = flags;
    const variables = flags.var.map(assignment);
    return { path, variables, variableFiles, only, except, configType, environment, stdin: () => (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(stdin) };
}
function printFindings({ diagnostics, sources, sensitive }, io) {
    const redactor = new _engine_redact__WEBPACK_IMPORTED_MODULE_0__/* .Redactor */ .p(sensitive);
    (0,_print_error__WEBPACK_IMPORTED_MODULE_4__/* .printDiagnostics */ .a)(diagnostics, io, { sources, redact: text => redactor.text(text) });
}
function onlyTemplate(rest) {
    const path = optionalTemplate(rest);
    if (path !== undefined)
        return path;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', 'No template was named', { advice: HOW_TO_NAME });
}
function optionalTemplate([path, ...more]) {
    if (more.length === 0)
        return path;
    const named = [path, ...more];
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `One template is read at a time, and ${named.length} were named: ${named.join(', ')}`, {
        advice: HOW_TO_NAME,
    });
}
const HOW_TO_NAME = 'Name one folder with *.pkr.hcl files, or one template file; `.` is this folder, `-` is standard input.';
function assignment(text) {
    const at = text.indexOf('=');
    if (at < 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-var ${text} has no value`, { advice: `Write -var ${text}=VALUE.` });
    return { name: text.slice(0, at), text: text.slice(at + 1) };
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