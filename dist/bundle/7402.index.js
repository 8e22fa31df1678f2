"use strict";
exports.id = 7402;
exports.ids = [7402];
exports.modules = {

/***/ 77402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73494);
/* harmony import */ var _engine_cells__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55003);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77727);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90749);
/* harmony import */ var _template_flags__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8372);





const UNASKED = 'Data sources were not asked: what depends on them is printed as <unknown>. -evaluate-datasources asks them.\n';
const plan = (0,_command__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3)({
    usage: 'plan [flags] TEMPLATE',
    summary: 'Prints what a template comes to, as JSON; creates nothing.',
    flags: {
        ..._template_flags__WEBPACK_IMPORTED_MODULE_4__/* .templateFlags */ .Qs,
        'evaluate-datasources': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Ask data sources; otherwise what depends on them is printed as <unknown>.'),
        matrix: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)('Print only the cells, one for each of these: [{key, only, builds}].', _engine_cells__WEBPACK_IMPORTED_MODULE_1__/* .cellsBy */ .z),
    },
    run: async ({ rest, flags }, io) => {
        const loaded = await (0,_template_flags__WEBPACK_IMPORTED_MODULE_4__/* .planFrom */ .MI)(rest, flags, _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, io, { askOutside: flags['evaluate-datasources'] });
        if (!loaded)
            return 2;
        if (loaded.unasked)
            io.stderr.write(UNASKED);
        const { matrix } = flags;
        const [name, value] = matrix ? ['matrix', (0,_engine_cells__WEBPACK_IMPORTED_MODULE_1__/* .cellsOf */ .n)(loaded.plan, matrix)] : ['plan', loaded.plan];
        if (io.document)
            io.document.set(name, value);
        else
            io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
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

/***/ 55003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cellsOf),
/* harmony export */   z: () => (/* binding */ cellsBy)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

const cellsBy = ['build', 'type', 'region'];
const MOST_CELLS = 256;
function cellsOf(plan, by) {
    const groups = new Map();
    for (const build of plan.builds)
        groups.set(groupOf(build, by), [...(groups.get(groupOf(build, by)) ?? []), build.name]);
    if (groups.size > MOST_CELLS)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', `The plan makes ${groups.size} cells, and a matrix has at most ${MOST_CELLS}`, {
            advice: 'Group the builds by type or region, or leave some out with only or except.',
        });
    const keys = new Set();
    return [...groups].map(([group, builds]) => ({ key: uniqueKey(group, keys), only: builds.map(literal).join(','), builds }));
}
function groupOf({ name, source }, by) {
    if (by === 'type')
        return source.type;
    if (by === 'build')
        return name;
    const { region } = source.options.value;
    return typeof region === 'string' && region !== '' ? region : 'no-region';
}
function uniqueKey(group, taken) {
    const base = group.replace(/[^\w.-]+/g, '-').replaceAll('.', '-');
    let key = base;
    for (let n = 2; taken.has(key); n++)
        key = `${base}-${n}`;
    taken.add(key);
    return key;
}
const literal = (name) => name.replace(/[\\*?[\]{}]/g, '\\$&').replaceAll(',', '?');


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