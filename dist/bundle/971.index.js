"use strict";
exports.id = 971;
exports.ids = [971];
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

/***/ 9971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build),
  buildFlags: () => (/* binding */ buildFlags)
});

// EXTERNAL MODULE: ./build/catalog.js + 96 modules
var catalog = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/engine/interrupt.js
var engine_interrupt = __webpack_require__(985);
;// CONCATENATED MODULE: ./build/engine/options.js
/** What a caller of the engine decides; everything else stands in the plan. */
/** As Packer's -on-error. `abort` leaves everything where it is, `run-cleanup-provisioner` too but for that provisioner. */
const onErrorChoices = ['cleanup', 'abort', 'ask', 'run-cleanup-provisioner'];

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/engine/journal.js
var journal = __webpack_require__(7485);
;// CONCATENATED MODULE: ./build/engine/prune.js
/** Logs of runs are kept for a while; what a run answers for is kept until it is released. */



const KEPT = 100;
/** Removes the folders of the oldest runs, newest 100 excepted, and never one that has a journal. */
async function pruneRuns(stateFolder, kept = KEPT) {
    const names = await (0,promises_.readdir)(stateFolder).catch(() => []);
    // Run ids sort by time.
    const old = names
        .filter(name => /^ingot-\d{8}t\d{6}z-/.test(name))
        .sort()
        .slice(0, -kept);
    for (const run of old) {
        const hasJournal = await (0,promises_.access)((0,journal/* journalPath */.H)(stateFolder, run)).then(() => true, error => error.code !== 'ENOENT');
        if (!hasJournal)
            await (0,promises_.rm)((0,external_node_path_.join)(stateFolder, run), { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./build/engine/render.js
var render = __webpack_require__(4356);
// EXTERNAL MODULE: ./build/engine/run.js + 13 modules
var run = __webpack_require__(8120);
// EXTERNAL MODULE: ./build/lib/folders.js
var folders = __webpack_require__(4794);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/sandbox/embedded.js
var embedded = __webpack_require__(4465);
// EXTERNAL MODULE: ./build/sandbox/state-folder.js
var state_folder = __webpack_require__(4935);
// EXTERNAL MODULE: ./build/template/scope.js
var scope = __webpack_require__(4978);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(7727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(749);
// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: ./build/engine/error-text.js
var error_text = __webpack_require__(2354);
;// CONCATENATED MODULE: ./build/cli/questions.js
/** Asks the person at the terminal: what to do about a failed step, and whether to go on. One question at a time. */


const ANSWERS = { c: 'cleanup', a: 'abort', r: 'retry' };
class Questions {
    io;
    last = Promise.resolve();
    terminal;
    constructor(io) {
        this.io = io;
    }
    /** Without a person -on-error=ask is -on-error=cleanup. */
    get possible() {
        return this.io.stdin.isTTY === true && this.io.stdout.isTTY === true;
    }
    afterFailure = async (build, step, error) => {
        for (;;) {
            const question = `==> ${build}: "${step}" failed: ${(0,error_text/* reasonOf */.A3)(error)}\n[c] Clean up and exit, [a] abort without clean-up, [r] retry the step: `;
            const answer = ANSWERS[(await this.ask(question)).trim().toLowerCase()];
            if (answer)
                return answer;
        }
    };
    beforeStep = async (build, step, signal) => {
        await this.ask(`==> ${build}: next is "${step}". Press Enter to go on. `, signal);
    };
    close() {
        this.terminal?.close();
    }
    open() {
        const terminal = (0,external_node_readline_promises_.createInterface)({ input: this.io.stdin, output: process.stdout });
        // While a question is open, Ctrl-C is a key like others.
        terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
        return terminal;
    }
    ask(question, signal) {
        const answer = this.last.then(() => {
            this.terminal ??= this.open();
            return signal ? this.terminal.question(question, { signal }) : this.terminal.question(question);
        });
        this.last = answer.catch(() => { });
        return answer;
    }
}

// EXTERNAL MODULE: ./build/outputs/log-file.js
var log_file = __webpack_require__(3427);
// EXTERNAL MODULE: ./build/outputs/ui-lines.js
var ui_lines = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/outputs/machine-readable.js

class MachineReadable {
    write;
    name = 'machine-readable';
    constructor(write) {
        this.write = write;
    }
    handle(event) {
        for (const line of (0,ui_lines/* uiLines */.WR)(event))
            this.ui(line, event.at);
    }
    /** Packer's order: the waiting, the errors, the artifacts, each beside the line for people. */
    async finish(report) {
        const failed = report.builds.filter(build => build.error);
        this.ui((0,ui_lines/* closingLines */.Po)(report)[0]);
        if (failed.length > 0) {
            this.row('', 'error-count', String(failed.length));
            this.ui({ kind: 'error', text: ui_lines/* SOME_FAILED */.Xq });
        }
        for (const { name, error } of failed) {
            this.row(name, 'error', error?.message ?? '');
            this.ui({ kind: 'error', text: `--> ${name}: ${error?.message}` });
        }
        const fruitful = report.builds.filter(build => build.artifacts.length > 0);
        this.ui({ kind: 'say', text: fruitful.length > 0 ? ui_lines/* FINISHED */.BL : ui_lines/* NO_ARTIFACTS */.IW });
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
            this.ui((0,ui_lines/* artifactLine */.VY)(name, artifact));
        }
    }
    ui({ kind, text }, at = Date.now()) {
        this.line(at, '', 'ui', kind === 'warning' ? 'error' : kind, text);
    }
    row(target, type, ...data) {
        this.line(Date.now(), target, type, ...data);
    }
    line(at, ...fields) {
        this.write(`${[String(Math.floor(at / 1000)), ...fields.map(escaped)].join(',')}\n`);
    }
}
const escaped = (text) => text.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\r', '\\r').replaceAll('\n', '\\n');

// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(8145);
;// CONCATENATED MODULE: ./build/outputs/report-file.js
/** `report.json`: the report as it stands, for machines. */

class ReportFile {
    path;
    name = 'report';
    constructor(path) {
        this.path = path;
    }
    handle() { }
    async finish(report) {
        const written = { what: 'report', path: this.path };
        await (0,atomic_file/* writeAtomically */.v)(this.path, `${JSON.stringify({ ...report, files: [...report.files, written] }, null, 2)}\n`);
        return [written];
    }
}

// EXTERNAL MODULE: ./build/outputs/terminal.js + 2 modules
var outputs_terminal = __webpack_require__(7735);
// EXTERNAL MODULE: ./build/outputs/tfvars.js
var tfvars = __webpack_require__(4360);
;// CONCATENATED MODULE: ./build/cli/sinks.js
/** Which outputs a build from the command line has. */







/** Report and terminal come last: they tell what the others wrote. */
function sinksFor(wishes, io, run) {
    const { stdout, environment } = io;
    const folder = (0,external_node_path_.join)(run.stateFolder, run.run);
    const write = (text) => void stdout.write(text);
    const watched = stdout.isTTY === true && environment.TERM !== 'dumb';
    const terminal = new outputs_terminal/* Terminal */.B({
        write,
        columns: watched ? (stdout.columns ?? 80) : undefined,
        color: wishes.color && watched && !environment.NO_COLOR && !environment.PACKER_NO_COLOR,
        timestamps: wishes['timestamp-ui'],
        next: report => nextCommand(report, run.sandboxFlags),
    });
    return [
        new log_file/* LogFile */.$((0,external_node_path_.join)(folder, 'log.txt')),
        new tfvars/* Tfvars */.X(wishes['tfvars-file'] ?? 'images.auto.tfvars.json'),
        new ReportFile((0,external_node_path_.join)(folder, 'report.json')),
        wishes['machine-readable'] ? new MachineReadable(write) : terminal,
    ];
}
/** `sandboxFlags` bring the command to the same sandbox; undefined for the cloud. */
function nextCommand(report, sandboxFlags) {
    const image = report.builds.flatMap(build => build.images)[0];
    if (report.outcome !== 'done' || !image)
        return undefined;
    const look = `aws ec2 describe-images --image-ids ${image.id}`;
    return sandboxFlags !== undefined ? `${(0,command/* programName */.kX)()} sandbox ${sandboxFlags}-- ${look}` : `${look} --region ${image.region}`;
}

// EXTERNAL MODULE: ./build/cli/template-flags.js
var template_flags = __webpack_require__(8372);
;// CONCATENATED MODULE: ./build/cli/commands/build.js
/** `ingot build`: bake, test, publish. */
















const buildFlags = {
    ...template_flags/* templateFlags */.Qs,
    force: (0,flags/* toggle */.L$)('Replace what exists already (images of the same name, files).'),
    'on-error': (0,flags/* choice */.Yq)('What to do when a build fails.', onErrorChoices, 'cleanup'),
    'parallel-builds': (0,flags/* whole */.WQ)('N', 'Builds at a time; 0 is no limit.', 0),
    'timestamp-ui': (0,flags/* toggle */.L$)('Begin each message with its time.'),
    color: (0,flags/* toggle */.L$)('Colours, on a terminal.', true),
    'machine-readable': (0,flags/* toggle */.L$)("Packer's lines for machines instead of text for people."),
    debug: (0,flags/* toggle */.L$)('One build at a time, and wait for Enter before each step.'),
    'warn-on-undeclared-var': (0,flags/* toggle */.L$)('Warn of values in variable files that the template does not declare.'),
    sandbox: (0,flags/* toggle */.L$)('Build on an embedded sandbox: real virtual machines here, no cloud account.'),
    'sandbox-state': (0,flags/* text */.Qq)('DIR', 'Where the embedded sandbox keeps images and disks.'),
    'sandbox-kind': (0,flags/* choice */.Yq)('Machines of the embedded sandbox: real ones, or light stand-ins for tests.', ['qemu', 'light'], 'qemu'),
    'no-smoke-tests': (0,flags/* toggle */.L$)('Publish without testing. Said in every output.'),
    'tfvars-file': (0,flags/* text */.Qq)('FILE', 'Where to write the images for Terraform. Default: images.auto.tfvars.json.'),
    'state-dir': (0,flags/* text */.Qq)('DIR', 'Where to keep journal, log and report. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.'),
};
const build = (0,command/* verb */.w3)({
    usage: 'build [flags] TEMPLATE',
    summary: 'Bakes images, boots and tests them, and only then publishes.',
    flags: buildFlags,
    run: async ({ rest, flags }, io) => {
        const more = { requireBuilds: true, warnUndeclared: flags['warn-on-undeclared-var'] };
        const loaded = await (0,template_flags/* planFrom */.MI)(rest, flags, catalog/* plugins */.N, io, more);
        if (!loaded)
            return 2;
        const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
        try {
            const given = { ...loaded, flags, io, interrupt };
            return await (flags.sandbox ? onSandbox(given) : build_run(given));
        }
        finally {
            interrupt.stop();
        }
    },
});
async function onSandbox(given) {
    const { flags, io, interrupt } = given;
    const sandbox = { stateFolder: flags['sandbox-state'] ?? (0,state_folder/* defaultStateFolder */.f)(), kind: flags['sandbox-kind'] };
    let sinks = [];
    const say = (line) => {
        const event = { at: Date.now(), type: 'message', level: 'info', text: `==> sandbox: ${line}` };
        if (sinks.length === 0)
            io.stdout.write(`${event.text}\n`);
        for (const sink of sinks)
            sink.handle(event);
    };
    const work = ({ record }) => build_run(given, record, used => {
        sinks = used;
    });
    return (0,embedded/* withEmbeddedSandbox */.Im)(sandbox, (0,command/* ownScript */.k9)(), say, work, interrupt.signal);
}
async function build_run({ plan, sensitive, flags, io, interrupt }, sandbox, onSinks = () => { }) {
    const stateFolder = flags['state-dir'] ?? (0,folders/* runsFolder */.X)(io.environment);
    const identity = (0,run/* newRunIdentity */.W)();
    await pruneRuns(stateFolder);
    const sinks = sinksFor(flags, io, { stateFolder, run: identity.id, sandboxFlags: sandbox && sandboxFlags(flags) });
    onSinks(sinks);
    const questions = new Questions(io);
    if (flags.debug && !questions.possible)
        throw new failure/* Failure */.H('invalid', '-debug waits for Enter before each step, and there is no terminal', {
            advice: 'Leave out -debug.',
        });
    try {
        const report = await (0,run/* runPlan */.F)(plan, catalog/* plugins */.N, {
            sinks,
            stateFolder,
            identity,
            sandbox,
            interrupt,
            render: (0,render/* renderer */.U)(scope/* PACKER_VERSION */.sV),
            parallelBuilds: flags.debug ? 1 : flags['parallel-builds'],
            onError: flags['on-error'],
            force: flags.force,
            smokeTests: !flags['no-smoke-tests'],
            redact: sensitive,
            ask: questions.possible && !flags['machine-readable'] ? questions.afterFailure : undefined,
            pause: flags.debug ? questions.beforeStep : undefined,
        });
        return report.exitCode;
    }
    finally {
        questions.close();
    }
}
function sandboxFlags(flags) {
    const state = flags['sandbox-state'] === undefined ? '' : `-state ${flags['sandbox-state']} `;
    return state + (flags['sandbox-kind'] === 'qemu' ? '' : `-kind ${flags['sandbox-kind']} `);
}


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


/***/ }),

/***/ 4794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runsFolder),
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/** Where things of one user are kept, by the XDG base directory rules: a variable counts only when it is an absolute path. */


/** Journals and logs of runs: `$INGOT_STATE_DIR`, else `$XDG_STATE_HOME/ingot/runs`, else `~/.local/state/ingot/runs`. */
const runsFolder = (environment) => environment.INGOT_STATE_DIR
    ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(environment.INGOT_STATE_DIR)
    : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_STATE_HOME', '.local/state'), 'ingot', 'runs');
/** What can be made again: `$XDG_CACHE_HOME/ingot`, else `~/.cache/ingot`. */
const cacheFolder = (environment) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_CACHE_HOME', '.cache'), 'ingot');
function base(environment, variable, fallback) {
    const given = environment[variable];
    return given && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(given) ? given : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), fallback);
}


/***/ })

};
;