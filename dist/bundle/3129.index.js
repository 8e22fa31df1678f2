"use strict";
exports.id = 3129;
exports.ids = [3129];
exports.modules = {

/***/ 43129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  console: () => (/* binding */ console)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
// EXTERNAL MODULE: ./build/engine/redact.js
var redact = __webpack_require__(14145);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(74127);
// EXTERNAL MODULE: ./build/template/load-plan.js + 70 modules
var load_plan = __webpack_require__(89418);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/console-session.js
var console_session = __webpack_require__(49874);
;// CONCATENATED MODULE: ./build/cli/console-dialogue.js


const PROMPT = '> ';
const CONTINUED = '. ';
function converse({ input, output }, answer) {
    const lines = (0,external_node_readline_.createInterface)({ input, output, prompt: PROMPT, historySize: 1000, removeHistoryDuplicates: true });
    let open = '';
    let round = 0;
    let turn = Promise.resolve();
    let enough = false;
    let asking;
    const ask = () => {
        lines.setPrompt(open === '' ? PROMPT : CONTINUED);
        lines.prompt();
    };
    const take = async (text, typedIn) => {
        if (enough || typedIn !== round)
            return;
        asking = new AbortController();
        enough = !(await orGivenUp(answer(text, asking.signal), asking.signal));
        asking = undefined;
        if (enough)
            lines.close();
        else
            ask();
    };
    lines.on('line', line => {
        const text = open === '' ? line : `${open}\n${line}`;
        open = (0,console_session/* isUnfinished */.ui)(text) ? text : '';
        if (open !== '')
            return ask();
        const typedIn = round;
        turn = turn.then(() => take(text, typedIn));
        turn.catch(() => lines.close());
    });
    lines.on('SIGINT', () => {
        if (asking) {
            round++;
            output.write('\n');
            return asking.abort();
        }
        if (open === '' && lines.line === '')
            return lines.close();
        open = '';
        lines.write(null, { ctrl: true, name: 'e' });
        lines.write(null, { ctrl: true, name: 'u' });
        ask();
    });
    ask();
    return new Promise(done => lines.once('close', () => done(turn)));
}
function orGivenUp(answer, signal) {
    return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => resolve(true), { once: true });
        answer.then(resolve, reject);
    });
}

// EXTERNAL MODULE: ./build/cli/print-error.js
var print_error = __webpack_require__(73362);
// EXTERNAL MODULE: ./build/cli/template-flags.js
var template_flags = __webpack_require__(8372);
;// CONCATENATED MODULE: ./build/cli/commands/console.js











const console = (0,command/* verb */.w3)({
    usage: 'console [flags] [TEMPLATE]',
    summary: 'Evaluates expressions, with the variables and locals of a template when one is named.',
    flags: template_flags/* templateFlags */.Qs,
    run: async ({ rest, flags }, io) => {
        const path = (0,template_flags/* optionalTemplate */.t$)(rest);
        const input = { ...(0,template_flags/* inputFrom */.Rh)(path, flags, io), plugins: catalog/* plugins */.N, tolerateUnset: true, outlineOnly: true, askOutside: true };
        const loaded = await (0,load_plan/* loadPlan */.Y)(input);
        (0,template_flags/* printFindings */.c2)(loaded, io);
        if (!loaded.outline && (0,diagnostic/* hasErrors */.C)(loaded.diagnostics))
            return 2;
        const one = sessionFor(loaded, path, flags['config-type']);
        const either = path === undefined && flags['config-type'] === undefined;
        const hcl = { ...input, variables: [], configType: 'hcl2', outside: loaded.outside };
        const session = either ? (0,console_session/* eitherSession */.Qb)((0,console_session/* hclSession */.sB)(await (0,load_plan/* loadPlan */.Y)(hcl)), one) : one;
        const talk = new Talk(session, new redact/* Redactor */.p(loaded.sensitive), loaded.outside, io);
        if (path === '-')
            return 0;
        return io.stdin.isTTY ? talk.withPerson() : talk.piped();
    },
});
function sessionFor(loaded, path, configType) {
    const language = loaded.outline?.language ?? (configType === 'hcl2' ? 'hcl' : 'legacy');
    return language === 'hcl' ? (0,console_session/* hclSession */.sB)(loaded) : (0,console_session/* legacySession */.EC)(loaded, path && (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path)));
}
class Talk {
    constructor(session, redactor, outside, io) {
        this.session = session;
        this.redactor = redactor;
        this.outside = outside;
        this.io = io;
        this.failed = false;
        this.results = [];
    }
    async piped() {
        for await (const line of (0,external_node_readline_.createInterface)({ input: this.io.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
            if (!(await this.answer(line)))
                break;
        this.io.document?.set('results', this.results);
        return this.failed ? 1 : 0;
    }
    async withPerson() {
        await converse({ input: this.io.stdin, output: process.stdout }, (text, signal) => this.answer(text, signal));
        return 0;
    }
    async answer(text, signal) {
        const word = text.trim();
        if (word === 'exit')
            return false;
        if (word === 'help')
            this.print(HELP[this.session.language]);
        else if (word === 'variables')
            this.print(this.session.listing());
        else if (word !== '')
            await this.evaluate(text, signal);
        return true;
    }
    async evaluate(text, signal) {
        const answer = await this.session.evaluate(text, signal);
        this.redactor.add(...this.outside.secrets);
        if ('text' in answer)
            this.print(answer.text);
        else {
            this.failed = true;
            const sources = new Map([[console_session/* CONSOLE_INPUT */.j1, text]]);
            (0,print_error/* printDiagnostics */.a)(answer.diagnostics, this.io, { sources, redact: shown => this.redactor.text(shown) });
        }
    }
    print(text) {
        const shown = this.redactor.text(text);
        this.results.push(shown);
        if (!this.io.document)
            this.io.stdout.write(`${shown}\n`);
    }
}
const WORDS = `variables   all variables and their values
help        this
exit        ends the console; so do Ctrl-D and Ctrl-C`;
const HELP = {
    hcl: `Type an expression of HCL2 to see its value: upper(var.name), [for x in local.list : x.id].
An open bracket is continued on the next line. Other words:

${WORDS}

Packer's {{ }} is not evaluated here: that happens in the options of components.`,
    legacy: `Type a text with {{ }} to see what it becomes: {{user \`name\`}}, {{timestamp}}. Other words:

${WORDS}

For expressions of HCL2 name an HCL2 template, or start with -config-type=hcl2.`,
    either: `Type an expression of HCL2 to see its value: upper("a"), or a text with {{ }} to see what it becomes: {{timestamp}}.
Other words:

${WORDS}`,
};


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