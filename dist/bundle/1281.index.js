"use strict";
exports.id = 1281;
exports.ids = [1281];
exports.modules = {

/***/ 11281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspect: () => (/* binding */ inspect)
});

// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
// EXTERNAL MODULE: ./build/engine/redact.js
var redact = __webpack_require__(14145);
// EXTERNAL MODULE: ./build/outputs/machine-readable.js
var machine_readable = __webpack_require__(55852);
// EXTERNAL MODULE: ./build/template/load-plan.js + 70 modules
var load_plan = __webpack_require__(89418);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/language/options/printable.js
var printable = __webpack_require__(72472);
// EXTERNAL MODULE: ./build/outputs/packer-value.js
var packer_value = __webpack_require__(17742);
// EXTERNAL MODULE: ./build/cli/console-session.js
var console_session = __webpack_require__(49874);
;// CONCATENATED MODULE: ./build/cli/inspection.js



function inspectionOf(outline, loaded) {
    return {
        parts: outline.language === 'hcl' ? hclParts(outline, loaded) : legacyParts(outline),
        data: dataOf(outline, loaded),
    };
}
function dataOf(outline, { variables, locals }) {
    const { language, description, dataSources, builds } = outline;
    const value = (name) => (variables.has(name) ? (0,packer_value/* packerText */.o)(variables.get(name)) : undefined);
    return {
        language,
        description,
        requiredPlugins: outline.requiredPlugins.map(({ name, source, version }) => ({ name, source, version })),
        variables: outline.variables.map(({ name, required, sensitive }) => ({
            name,
            required,
            sensitive,
            value: sensitive ? printable/* SENSITIVE_TEXT */.x9 : value(name),
        })),
        locals: Object.fromEntries([...locals].map(([name, each]) => [name, (0,packer_value/* packerText */.o)(each)])),
        dataSources,
        builds,
    };
}
function hclParts({ builds }, { variables, locals }) {
    return [
        { text: 'Packer Inspect: HCL2 mode\n' },
        { text: (0,console_session/* variablesListing */.G5)(variables, locals) },
        { text: `> builds:\n${builds.map(buildText).join('')}` },
    ];
}
function buildText(build, index) {
    const { name, description, sources, provisioners, postProcessors } = build;
    const chains = postProcessors.map((chain, i) => `      ${i}:\n${chain.map(part => `        ${called(part)}\n`).join('')}`);
    return [
        `\n  > ${name || `<unnamed build ${index}>`}:\n`,
        ...(description ? [`\n  > Description: ${description}\n`] : []),
        section('sources', sources.map(part => `      ${called(part)}\n`), 'source'),
        section('provisioners', provisioners.map(part => `      ${called(part)}\n`), 'provisioner'),
        section('post-processors', chains, 'post-processor'),
    ].join('');
}
const called = ({ type, name }) => (name ? `${type}.${name}` : type);
const section = (title, items, none) => `\n    ${title}:\n\n${items.length > 0 ? items.join('\n') : `      <no ${none}>\n`}`;
function legacyParts({ description, variables, builds }) {
    const { sources = [], provisioners = [] } = builds[0] ?? {};
    return [
        { text: 'Packer Inspect: JSON mode' },
        ...(description ? [{ text: 'Description:\n' }, { text: `${description}\n` }] : []),
        ...variableParts(variables),
        { text: 'Builders:\n' },
        ...aligned(sources.map(titled)),
        { text: '' },
        { text: 'Provisioners:\n' },
        ...(provisioners.length === 0 ? [{ text: '  <No provisioners>' }] : []),
        ...provisioners.map(({ type }) => ({ row: ['template-provisioner', type], text: `  ${type}` })),
    ];
}
function variableParts(variables) {
    if (variables.length === 0)
        return [{ text: 'Variables:\n' }, { text: '  <No variables>' }, { text: '' }];
    const sorted = [...variables].sort((a, b) => (a.name < b.name ? -1 : 1));
    const [required, optional] = [sorted.filter(each => each.required), sorted.filter(each => !each.required)];
    const width = Math.max(...optional.map(({ name }) => name.length), 0);
    const shown = ({ sensitive, default: text = '' }) => (sensitive ? printable/* SENSITIVE_TEXT */.x9 : text);
    return [
        ...(required.length > 0 ? [{ text: 'Required variables:\n' }] : []),
        ...required.map(({ name }) => ({ row: ['template-variable', name, '', '1'], text: `  ${name}` })),
        ...(required.length > 0 ? [{ text: '' }] : []),
        ...(optional.length > 0 ? [{ text: 'Optional variables and their defaults:\n' }] : []),
        ...optional.map(each => ({
            row: ['template-variable', each.name, shown(each), '0'],
            text: `  ${each.name.padEnd(width)} = ${shown(each)}`,
        })),
        ...(optional.length > 0 ? [{ text: '' }] : []),
    ];
}
const titled = ({ type, name }) => ({ type, name: name || type });
function aligned(builders) {
    const sorted = [...builders].sort((a, b) => (a.name < b.name ? -1 : 1));
    const width = Math.max(...sorted.map(({ name }) => name.length), 0);
    return sorted.map(({ type, name }) => ({
        row: ['template-builder', name, type],
        text: `  ${name === type ? name : `${name.padEnd(width)} (${type})`}`,
    }));
}

// EXTERNAL MODULE: ./build/cli/template-flags.js
var template_flags = __webpack_require__(8372);
;// CONCATENATED MODULE: ./build/cli/commands/inspect.js








const inspect_flags = {
    ...template_flags/* templateFlags */.Qs,
    'machine-readable': (0,flags/* toggle */.L$)("Packer's lines for machines instead of text for people."),
};
const inspect = (0,command/* verb */.w3)({
    usage: 'inspect [flags] [TEMPLATE]',
    summary: 'Prints the variables, locals and builds of a template, without a look at the options of its components.',
    flags: inspect_flags,
    run: async ({ rest, flags: given }, io) => {
        const input = (0,template_flags/* inputFrom */.Rh)((0,template_flags/* optionalTemplate */.t$)(rest), given, io);
        const loaded = await (0,load_plan/* loadPlan */.Y)({ ...input, plugins: catalog/* plugins */.N, tolerateUnset: true, outlineOnly: true, askOutside: true });
        (0,template_flags/* printFindings */.c2)(loaded, io);
        if (!loaded.outline)
            return 2;
        const redactor = new redact/* Redactor */.p(loaded.sensitive);
        const { parts, data } = inspectionOf(loaded.outline, loaded);
        io.document?.set('inspection', redactor.deep(data));
        if (io.document)
            return 0;
        for (const { row, text } of parts) {
            const shown = redactor.text(text);
            if (!given['machine-readable'])
                io.stdout.write(`${shown}\n`);
            else {
                if (row)
                    io.stdout.write((0,machine_readable/* machineLine */.a)(Date.now(), '', ...row.map(each => redactor.text(each))));
                io.stdout.write((0,machine_readable/* machineLine */.a)(Date.now(), '', 'ui', 'say', shown));
            }
        }
        return 0;
    },
});


/***/ }),

/***/ 49874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ legacySession),
/* harmony export */   G5: () => (/* binding */ variablesListing),
/* harmony export */   Qb: () => (/* binding */ eitherSession),
/* harmony export */   j1: () => (/* binding */ CONSOLE_INPUT),
/* harmony export */   sB: () => (/* binding */ hclSession),
/* harmony export */   ui: () => (/* binding */ isUnfinished)
/* harmony export */ });
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74127);
/* harmony import */ var _language_hcl_index__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9109);
/* harmony import */ var _language_options_interpolation__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25617);
/* harmony import */ var _language_values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84176);
/* harmony import */ var _outputs_packer_value__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17742);
/* harmony import */ var _template_scope__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54978);






const CONSOLE_INPUT = '<console-input>';
function hclSession({ context, variables, locals, outside }) {
    const scope = (0,_template_scope__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(context, { source: _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown(), build: _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown() });
    return {
        language: 'hcl',
        async evaluate(line, signal) {
            const { value: expression, diagnostics } = (0,_language_hcl_index__WEBPACK_IMPORTED_MODULE_0__/* .parseExpression */ .YK)(line, CONSOLE_INPUT);
            if ((0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_5__/* .hasErrors */ .C)(diagnostics))
                return { diagnostics };
            for (;;) {
                const { value, diagnostics: found } = expression.evaluate(scope);
                if ((0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_5__/* .hasErrors */ .C)(found))
                    return { diagnostics: found };
                if (!(await outside.fetchWanted(signal)))
                    return { text: (0,_outputs_packer_value__WEBPACK_IMPORTED_MODULE_3__/* .packerText */ .o)(value) };
            }
        },
        listing: () => variablesListing(variables, locals),
    };
}
function variablesListing(variables, locals) {
    const lines = (prefix, values) => [...values.keys()].sort().map(name => `${prefix}.${name}: ${(0,_outputs_packer_value__WEBPACK_IMPORTED_MODULE_3__/* .quotedPackerText */ .k)(values.get(name))}\n`);
    return `> input-variables:\n\n${lines('var', variables).join('')}\n> local-variables:\n\n${lines('local', locals).join('')}`;
}
function legacySession({ variables }, folder) {
    const text = (name) => {
        const value = variables.get(name);
        return value?.state === 'known' ? value.asString() : undefined;
    };
    const facts = consoleFacts(name => text(name) ?? '', folder);
    return {
        language: 'legacy',
        async evaluate(line) {
            try {
                return { text: (0,_language_options_interpolation__WEBPACK_IMPORTED_MODULE_1__/* .interpolate */ .G)(line, facts) };
            }
            catch (error) {
                return { diagnostics: [{ severity: 'error', summary: 'Interpolation error', detail: `${error.message}.` }] };
            }
        },
        listing: () => [...variables.keys()]
            .sort()
            .map(name => `${name}: ${text(name)},\n`)
            .join(''),
    };
}
const eitherSession = (hcl, legacy) => ({
    language: 'either',
    evaluate: (line, signal) => (line.includes('{{') ? legacy : hcl).evaluate(line, signal),
    listing: () => legacy.listing(),
});
function consoleFacts(user, folder) {
    const missing = (what) => {
        throw new Error(`${what} is known only in a build`);
    };
    return {
        get buildName() {
            return missing('build_name');
        },
        get buildType() {
            return missing('build_type');
        },
        get folder() {
            return folder ?? missing('template_dir');
        },
        workingDirectory: process.cwd(),
        packerVersion: _template_scope__WEBPACK_IMPORTED_MODULE_4__/* .PACKER_VERSION */ .sV,
        startedAt: new Date(),
        user,
    };
}
const CLOSERS = { '}': '{', ']': '[', ')': '(' };
function isUnfinished(text) {
    const lines = text.split('\n');
    let depth = 0;
    for (let i = 0; i < lines.length; i++) {
        const line = withoutStrings(lines[i]);
        const heredoc = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\s*$/u.exec(line);
        if (heredoc) {
            const end = lines.findIndex((each, at) => at > i && each.trim() === heredoc[1]);
            if (end < 0)
                return true;
            i = end;
        }
        for (const character of line) {
            if ('{[('.includes(character))
                depth++;
            else if (CLOSERS[character])
                depth--;
        }
    }
    return depth > 0;
}
const withoutStrings = (line) => line.replace(/"(?:\\.|[^"\\])*"/g, '""').replace(/(?:#|\/\/).*$/, '');


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


/***/ }),

/***/ 17742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ quotedPackerText),
/* harmony export */   o: () => (/* binding */ packerText)
/* harmony export */ });
/* harmony import */ var _language_gotemplate_literals__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89811);
/* harmony import */ var _language_printf__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55027);
/* harmony import */ var _language_values_big_float__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95084);



function packerText(value) {
    if (!value.isWhollyKnown)
        return '<unknown>';
    return value.state === 'known' && value.type.kind === 'string' ? value.asString() : nested(value, '');
}
const quotedPackerText = (value) => (0,_language_gotemplate_literals__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(packerText(value));
function nested(value, indent) {
    if (value.isNull)
        return 'null';
    const within = `${indent}  `;
    switch (value.type.kind) {
        case 'string':
            return (0,_language_gotemplate_literals__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(value.asString());
        case 'number':
            return numberText(value.asNumber());
        case 'bool':
            return String(value.asBool());
        case 'list':
        case 'set':
        case 'tuple':
            return enclosed('[', value.elements().map(each => `${within}${nested(each, within)},`), `${indent}]`);
        case 'map':
        case 'object': {
            const entries = [...value.entries()].filter(([, each]) => !each.isNull);
            return enclosed('{', entries.map(([key, each]) => `${within}${(0,_language_gotemplate_literals__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(key)} = ${nested(each, within)}`), `${indent}}`);
        }
        default:
            return `(${value.type.kind})`;
    }
}
const enclosed = (open, lines, close) => lines.length === 0 ? open + close.trimStart() : [open, ...lines, close].join('\n');
const SHORTEST = { letter: 'g', flags: '', text: '%g', offset: 0 };
function numberText(number) {
    if (number.isInteger) {
        const integer = number.toInteger();
        if (BigInt.asIntN(64, integer) === integer)
            return String(integer);
    }
    return (0,_language_printf__WEBPACK_IMPORTED_MODULE_1__/* .formatFloat */ .kr)(_language_values_big_float__WEBPACK_IMPORTED_MODULE_2__/* .BigFloat */ .p.fromDouble(number.toDouble()), SHORTEST);
}


/***/ })

};
;