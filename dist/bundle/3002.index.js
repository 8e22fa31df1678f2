"use strict";
exports.id = 3002;
exports.ids = [3002];
exports.modules = {

/***/ 3002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
// EXTERNAL MODULE: ./build/template/load-plan.js + 70 modules
var load_plan = __webpack_require__(89418);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
// EXTERNAL MODULE: ./build/template/known-plugins.js
var known_plugins = __webpack_require__(27272);
;// CONCATENATED MODULE: ./build/cli/built-in.js


function needsOf(outline, plugins) {
    const kinds = componentKinds(plugins);
    const components = usedComponents(outline).map(([kind, type]) => componentNeed(kind, type, kinds[kind]));
    return [...outline.requiredPlugins.map(plugin => pluginNeed(plugin, kinds)), ...components];
}
const componentKinds = ({ dataSources, sources, provisioners, postProcessors }) => ({
    'data source': Object.keys(dataSources),
    source: Object.keys(sources),
    provisioner: Object.keys(provisioners),
    'post-processor': Object.keys(postProcessors),
});
function usedComponents({ dataSources, builds }) {
    const used = new Map();
    const add = (kind, parts) => {
        for (const { type } of parts)
            used.set(`${kind} ${type}`, [kind, type]);
    };
    add('data source', dataSources);
    for (const { sources, provisioners, errorCleanupProvisioner, postProcessors } of builds) {
        add('source', sources);
        add('provisioner', [...provisioners, ...(errorCleanupProvisioner ? [errorCleanupProvisioner] : [])]);
        add('post-processor', postProcessors.flat());
    }
    return [...used.values()];
}
function pluginNeed({ name, source }, kinds) {
    const parts = Object.entries(kinds).flatMap(([kind, types]) => types.filter(type => type === name || type.startsWith(`${name}-`)).map(type => `${kind} ${type}`));
    const note = parts.length > 0 ? parts.join(', ') : 'nothing of it is built in, and plugins of Packer cannot be loaded';
    return { what: `plugin ${name} (${source})`, builtIn: parts.length > 0, note };
}
function componentNeed(kind, type, builtIn) {
    if (builtIn.includes(type))
        return { what: `${kind} ${type}`, builtIn: true, note: '' };
    const names = [...builtIn].sort();
    const plugin = (0,known_plugins/* pluginOf */.$)(type);
    const origin = plugin ? ` It belongs to the plugin ${plugin.source}, and plugins of Packer cannot be loaded.` : '';
    const note = `${(0,did_you_mean/* didYouMean */.au)(type, names).trim()}${origin} Built in are: ${names.join(', ') || 'none'}`;
    return { what: `${kind} ${type}`, builtIn: false, note: note.trim() };
}

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/cli/template-flags.js
var template_flags = __webpack_require__(8372);
;// CONCATENATED MODULE: ./build/cli/commands/init.js






const init_flags = {
    ...template_flags/* templateFlags */.Qs,
    upgrade: (0,flags/* toggle */.L$)('Accepted for Packer: what is built in comes with ingot itself.'),
    force: (0,flags/* toggle */.L$)('Accepted for Packer: nothing is installed.'),
};
const init = (0,command/* verb */.w3)({
    usage: 'init [flags] TEMPLATE',
    summary: 'Says which plugins and components of a template are built in, and which are missing.',
    flags: init_flags,
    run: async ({ rest, flags: given }, io) => {
        const input = (0,template_flags/* inputFrom */.Rh)((0,template_flags/* onlyTemplate */.VO)(rest), given, io);
        const loaded = await (0,load_plan/* loadPlan */.Y)({ ...input, plugins: catalog/* plugins */.N, tolerateUnset: true, outlineOnly: true });
        (0,template_flags/* printFindings */.c2)(loaded, io);
        if (!loaded.outline)
            return 2;
        const needs = needsOf(loaded.outline, catalog/* plugins */.N);
        const missing = needs.filter(({ builtIn }) => !builtIn);
        const status = missing.length === 0 ? 0 : 1;
        io.document?.set('needs', needs);
        if (io.document)
            return status;
        for (const { what, note } of needs.filter(({ builtIn }) => builtIn))
            io.stdout.write(`Built in: ${what}${note && `: ${note}`}\n`);
        for (const { what, note } of missing)
            io.stdout.write(`Missing:  ${what}: ${note}.\n`);
        io.stdout.write(missing.length === 0 ? 'Nothing is missing, and there is nothing to download.\n' : '');
        return status;
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