"use strict";
exports.id = 196;
exports.ids = [196];
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

/***/ 196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clean: () => (/* binding */ clean)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5989);
/* harmony import */ var _engine_clean__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9180);
/* harmony import */ var _engine_interrupt__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(985);
/* harmony import */ var _lib_folders__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4794);
/* harmony import */ var _sandbox_embedded__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4465);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7727);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(749);
/** `ingot clean`: releases what dead runs left behind. */







const flags = {
    run: (0,_flags__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)('ID', 'Only this run, also when its process cannot be seen from here; may be repeated.'),
    'dry-run': (0,_flags__WEBPACK_IMPORTED_MODULE_6__/* .toggle */ .L$)('Say what would be released, and release nothing.'),
    'state-dir': (0,_flags__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)('DIR', 'Where runs keep their journals. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.'),
};
const clean = (0,_command__WEBPACK_IMPORTED_MODULE_5__/* .verb */ .w3)({
    usage: 'clean [flags]',
    summary: 'Releases what runs left behind that were killed.',
    flags,
    run: async ({ flags: given }, io) => {
        const say = (line) => io.stdout.write(`${line}\n`);
        const warn = (line) => io.stderr.write(`Warning: ${line}\n`);
        const interrupt = (0,_engine_interrupt__WEBPACK_IMPORTED_MODULE_2__/* .watchSignals */ .RQ)();
        try {
            const report = await (0,_engine_clean__WEBPACK_IMPORTED_MODULE_1__/* .clean */ .u)({
                stateFolder: given['state-dir'] ?? (0,_lib_folders__WEBPACK_IMPORTED_MODULE_3__/* .runsFolder */ .X)(io.environment),
                resourceKinds: _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N.resourceKinds,
                say,
                warn,
                signal: interrupt.signal,
                runs: given.run.length > 0 ? given.run : undefined,
                dryRun: given['dry-run'],
                withSandbox: (sandbox, work) => (0,_sandbox_embedded__WEBPACK_IMPORTED_MODULE_4__/* .withEmbeddedSandbox */ .Im)(sandbox, (0,_command__WEBPACK_IMPORTED_MODULE_5__/* .ownScript */ .k9)(), say, ({ endpoint }) => work(endpoint), interrupt.signal),
            });
            for (const { kind, id, reason } of report.leftovers)
                io.stderr.write(`Left behind: ${kind} ${id}: ${reason}\n`);
            if (report.runs === 0 && report.unknown.length === 0)
                say('Nothing was left behind.');
            else if (!given['dry-run'])
                say(`Released ${report.released} of ${report.released + report.leftovers.length}.`);
            if (interrupt.signal.aborted)
                return 130;
            return report.leftovers.length > 0 || report.unknown.length > 0 ? 1 : 0;
        }
        finally {
            interrupt.stop();
        }
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

/***/ 9180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ clean)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/engine/error-text.js
var error_text = __webpack_require__(2354);
// EXTERNAL MODULE: ./build/engine/journal.js
var engine_journal = __webpack_require__(7485);
// EXTERNAL MODULE: ./build/lib/process-identity.js
var process_identity = __webpack_require__(8569);
;// CONCATENATED MODULE: ./build/engine/journal-reader.js
/** Reads journals of other processes, in whatever state their end left them. */



/** All runs that have a journal, oldest first; an absent folder has none. */
async function readRuns(stateFolder) {
    const names = await (0,promises_.readdir)(stateFolder).catch(absent([]));
    const records = await Promise.all(names.sort().map(name => readRun(stateFolder, name)));
    return records.filter(record => record !== undefined);
}
async function readRun(stateFolder, run) {
    const path = (0,engine_journal/* journalPath */.H)(stateFolder, run);
    const text = await (0,promises_.readFile)(path, 'utf8').catch(absent(undefined));
    if (text === undefined)
        return undefined;
    const [header, ...entries] = parse(text);
    if (header?.type !== 'run')
        return { path, run, owner: 'dead', outstanding: [] };
    return { path, run, header, owner: (0,process_identity/* stateOf */.L4)(header.process), outstanding: replay(entries) };
}
/** A torn line was never flushed, so what it would have announced was never done: it is left out. */
function parse(text) {
    return text.split('\n').flatMap(line => {
        try {
            return line ? [JSON.parse(line)] : [];
        }
        catch {
            return [];
        }
    });
}
function replay(entries) {
    const held = new Map();
    for (const entry of entries) {
        const known = held.get(entry.token);
        if (entry.type === 'intended')
            held.set(entry.token, entry);
        else if (entry.type === 'created')
            known && held.set(entry.token, { ...known, id: entry.id });
        else
            held.delete(entry.token);
    }
    return [...held.values()].map(({ token, kind, place, build, id }) => ({ token, kind, place, build, id }));
}
const absent = (value) => (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        return value;
    throw error;
};

// EXTERNAL MODULE: ./build/engine/scope.js + 1 modules
var scope = __webpack_require__(1558);
;// CONCATENATED MODULE: ./build/engine/clean.js
/** Releases what dead runs left behind, from their journals, through the same resource kinds that made it. */






async function clean(options) {
    const records = await readRuns(options.stateFolder);
    refuseUnknownRuns(options, records);
    const chosen = records.filter(record => !options.runs || options.runs.includes(record.run));
    const report = { runs: 0, released: 0, leftovers: [], alive: [], unknown: [] };
    for (const record of chosen) {
        if (record.owner === 'alive') {
            options.say(`Run ${record.run} is still under way (process ${record.header?.process.pid}): left alone`);
            report.alive.push(record.run);
        }
        else if (record.owner === 'unknown' && !options.runs) {
            const where = record.header?.process.host;
            options.warn(`Run ${record.run} belongs to a process on ${where} that cannot be seen from here. If it has ended: ingot clean --run ${record.run}`);
            report.unknown.push(record.run);
        }
        else {
            const leftovers = await cleanRun(record, options);
            if (record.outstanding.length > 0)
                report.runs++;
            report.released += options.dryRun ? 0 : record.outstanding.length - leftovers.length;
            report.leftovers.push(...leftovers);
        }
    }
    return report;
}
async function cleanRun(record, options) {
    const { outstanding } = record;
    if (outstanding.length === 0) {
        if (!options.dryRun)
            await (0,promises_.rm)(record.path, { force: true });
        return [];
    }
    const noun = outstanding.length === 1 ? 'thing' : 'things';
    options.say(`Run ${record.run} of ${record.header?.template} left ${outstanding.length} ${noun} behind`);
    if (options.dryRun) {
        for (const thing of outstanding.toReversed())
            options.say(`Would release ${describe(thing)}`);
        return [];
    }
    const sandbox = record.header?.sandbox;
    if (!sandbox || !options.withSandbox)
        return clean_replay(record, options, place => place);
    const moved = (endpoint) => (place) => Object.fromEntries(Object.entries(place).map(([key, value]) => [key, value === sandbox.endpoint ? endpoint : value]));
    try {
        return await options.withSandbox(sandbox, endpoint => clean_replay(record, options, moved(endpoint)));
    }
    catch (error) {
        return outstanding.map(thing => leftover(thing, `its sandbox could not be served again: ${(0,error_text/* reasonOf */.A3)(error)}`));
    }
}
/** One scope for each build, so that builds do not wait for each other. */
async function clean_replay(record, options, moved) {
    const known = new Map(record.outstanding.map(thing => [thing.token, thing]));
    const journal = await engine_journal/* Journal */.C.reopen(record.path, known.keys());
    const emit = (event) => {
        const thing = event.type === 'resource' && event.state === 'released' ? known.get(event.token) : undefined;
        if (thing)
            options.say(`Released ${describe(thing)}`);
    };
    const scopes = new Map();
    const strange = [];
    for (const thing of record.outstanding) {
        const { build, token, id } = thing;
        const kind = kindOf(thing, options.resourceKinds, moved);
        if (!scopes.has(build))
            scopes.set(build, new scope/* Scope */.H({ build, journal, newToken: noToken, emit }));
        if (kind)
            scopes.get(build)?.adopt(kind, token, id);
        else
            strange.push(leftover(thing, 'this version of ingot does not know the kind'));
    }
    const remaining = await Promise.all([...scopes.values()].map(scope => scope.close(options.signal)));
    await journal.close();
    return [...strange, ...remaining.flat()];
}
const noToken = () => {
    throw new Error('clean creates nothing');
};
function kindOf(thing, kinds, moved) {
    const at = Object.hasOwn(kinds, thing.kind) ? kinds[thing.kind] : undefined;
    return at?.(moved(thing.place));
}
function refuseUnknownRuns(options, records) {
    const missing = options.runs?.filter(run => !records.some(record => record.run === run)) ?? [];
    if (missing.length === 0)
        return;
    throw new failure/* Failure */.H('invalid', `There is no journal of ${missing.join(', ')} in ${options.stateFolder}`, {
        advice: records.length === 0 ? 'No run has left anything there.' : `There are: ${records.map(record => record.run).join(', ')}.`,
    });
}
const describe = ({ kind, id, token, place }) => `${kind} ${id ?? `with token ${token}`}${Object.keys(place).length > 0 ? ` (${Object.values(place).join(', ')})` : ''}`;
const leftover = ({ build, kind, id, token, place }, reason) => ({
    build,
    kind,
    id: id ?? token,
    place,
    reason,
});


/***/ }),

/***/ 2354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   kc: () => (/* binding */ errorText)
/* harmony export */ });
/* unused harmony export diagnosticText */
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(631);

const reasonOf = (error) => (error instanceof Error ? error.message : String(error));
/** What is not a Failure was not foreseen, so its stack is evidence. */
function errorText(error) {
    if (error instanceof _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) {
        const { advice, evidence, diagnostics } = error.details;
        const first = diagnostics?.find(diagnostic => diagnostic.severity === 'error');
        const why = first ? `: ${diagnosticText(first)}` : '';
        return { message: error.message + why, advice, evidence };
    }
    return { message: reasonOf(error), evidence: error instanceof Error ? error.stack : undefined };
}
function diagnosticText({ summary, detail, subject }) {
    const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : '';
    return `${summary}${where}${detail ? `: ${detail}` : ''}`;
}


/***/ }),

/***/ 985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RQ: () => (/* binding */ watchSignals),
/* harmony export */   j$: () => (/* binding */ Interrupted),
/* harmony export */   qq: () => (/* binding */ outcomeOfAbort)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(631);
/**
 * What ends a run before its time: signals, and mistakes of ours that nobody caught. CI hosts send two or three signals seconds
 * apart, so only the first one changes anything: it aborts the run, and clean-up begins. Later ones are answered with how far
 * the clean-up is.
 */

class Interrupted extends _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H {
    by;
    constructor(by) {
        super('interrupted', `interrupted by ${by}`);
        this.by = by;
    }
}
/** A signal interrupts a run; anything else that aborts it is a failure. */
const outcomeOfAbort = ({ reason }) => reason instanceof Interrupted ? 'interrupted' : 'failed';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Takes them over until `stop`; the process no longer dies from them. The reason of the abort is an Interrupted or the error. */
function watchSignals(emitter = process) {
    const controller = new AbortController();
    const listeners = [];
    // Dying of it would leave everything running that the run answers for.
    const crashed = (error) => controller.abort(error);
    const heard = (name) => {
        if (!controller.signal.aborted)
            controller.abort(new Interrupted(name));
        else
            for (const listener of listeners)
                listener();
    };
    for (const name of SIGNALS)
        emitter.on(name, heard);
    emitter.on('uncaughtException', crashed);
    return {
        signal: controller.signal,
        onRepeat: listener => listeners.push(listener),
        stop: () => {
            for (const name of SIGNALS)
                emitter.off(name, heard);
            emitter.off('uncaughtException', crashed);
        },
    };
}


/***/ }),

/***/ 7485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Journal),
/* harmony export */   H: () => (/* binding */ journalPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8145);
/* harmony import */ var _lib_process_identity__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8569);
/**
 * What a run answers for, on disk: written and flushed before each create, so that another process can release what this
 * one leaves when it is killed. One file per run, one JSON object per line.
 */




const journalPath = (stateFolder, run) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, run, 'journal.jsonl');
class Journal {
    path;
    file;
    outstanding;
    batch = [];
    flushed = Promise.resolve();
    torn = false;
    constructor(path, file, outstanding) {
        this.path = path;
        this.file = file;
        this.outstanding = outstanding;
    }
    /** Throws what the file system throws: a run that cannot keep a journal must not create anything. */
    static async create(stateFolder, header) {
        const path = journalPath(stateFolder, header.run);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true, mode: 0o700 });
        const journal = new Journal(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'ax', 0o600), new Set());
        await journal.write({ type: 'run', formatVersion: 1, ...header, process: (0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_3__/* .currentProcess */ .DK)() });
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_2__/* .syncFolder */ .Y)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_2__/* .syncFolder */ .Y)(stateFolder);
        return journal;
    }
    /** To go on with another process's journal; a torn last line is closed first. */
    static async reopen(path, outstanding) {
        const journal = new Journal(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'a', 0o600), new Set(outstanding));
        journal.torn = true;
        return journal;
    }
    /** Resolves when the entry is on the disk. */
    append(entry) {
        if (entry.type === 'intended')
            this.outstanding.add(entry.token);
        if (entry.type === 'released' || entry.type === 'published')
            this.outstanding.delete(entry.token);
        return this.write(entry);
    }
    /** Closes; the file goes when it has nothing left to say. */
    async close() {
        await this.flushed.catch(() => { });
        await this.file.close();
        if (this.outstanding.size === 0)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.path, { force: true });
    }
    /** Entries that arrive during a flush share the next one. A failed flush fails its own entries only. */
    write(line) {
        if (this.batch.push(`${JSON.stringify(line)}\n`) === 1)
            this.flushed = this.flushed.catch(() => { }).then(() => this.flush());
        return this.flushed;
    }
    async flush() {
        const text = (this.torn ? '\n' : '') + this.batch.join('');
        this.batch = [];
        this.torn = true;
        await this.file.appendFile(text);
        this.torn = false;
        await this.file.datasync();
    }
}


/***/ }),

/***/ 1558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ Scope)
});

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
;// CONCATENATED MODULE: ./build/engine/hold.js
/** One thing that a run answers for, from the intent to its end; every change of state reaches the journal first. */


/** How long a create that was given up on may still take to say what it made. */
const LATE_MILLISECONDS = 15_000;
class Hold {
    kind;
    ledger;
    keep;
    token;
    id;
    state;
    creation;
    creating = false;
    releasing;
    /** `token` and `id` are given for what another process left; without an id it is looked for. */
    constructor(kind, ledger, keep, token = ledger.newToken(), id = undefined) {
        this.kind = kind;
        this.ledger = ledger;
        this.keep = keep;
        this.token = token;
        this.id = id;
        this.state = id === undefined ? 'intended' : 'created';
    }
    get held() {
        return this.state === 'intended' || this.state === 'created';
    }
    get answeredFor() {
        return this.state !== 'published';
    }
    async intend() {
        const { name: kind, place } = this.kind;
        try {
            await this.ledger.journal.append({ type: 'intended', token: this.token, kind, place, build: this.ledger.build });
        }
        catch (cause) {
            this.state = 'released';
            throw new failure/* Failure */.H('failed', `The journal could not be written (${cause.message}), so no ${kind} was created`, {
                advice: 'Free space, or name another folder with INGOT_STATE_DIR.',
                cause,
            });
        }
        this.announce('intended');
    }
    /** The intent came to nothing before anything was asked for. */
    forget() {
        return this.end('released');
    }
    create(work) {
        this.creating = true;
        const creation = work(this.token).then(async (id) => {
            this.id = id;
            this.state = 'created';
            await this.ledger.journal.append({ type: 'created', token: this.token, id });
            this.announce('created');
            return id;
        }, async (error) => {
            if (this.kind.refused?.(error))
                await this.end('released');
            throw error;
        });
        this.creation = creation.then(() => { }, () => { });
        this.creation.finally(() => {
            this.creating = false;
        });
        return creation;
    }
    /** Joins a release that is under way; when it failed, a later call tries again. */
    release(signal) {
        if (!this.held)
            return Promise.resolve();
        this.releasing ??= this.remove(signal).finally(() => {
            this.releasing = undefined;
        });
        return (0,abort/* abortable */.ZC)(this.releasing, signal);
    }
    async hasten(signal) {
        if (!this.held || !this.kind.hasten)
            return;
        const ids = this.id === undefined ? await this.kind.find(this.token, signal) : [this.id];
        await Promise.allSettled(ids.map(id => this.kind.hasten?.(id, signal)));
    }
    async publish() {
        await this.end('published');
    }
    leftover(reason) {
        return { build: this.ledger.build, kind: this.kind.name, id: this.id ?? this.token, place: this.kind.place, reason };
    }
    /** Without an id the reply was lost or there was none: whatever bears the token is ours. */
    async remove(signal) {
        await this.outlastCreation(signal);
        if (!this.held)
            return;
        const ids = this.id === undefined ? await this.kind.find(this.token, signal) : [this.id];
        for (const id of ids)
            await this.kind.release(id, signal);
        if (this.creating)
            throw new Error('its creation has not been answered yet, so it may still appear');
        await this.end('released');
    }
    async outlastCreation(signal) {
        if (!this.creation || !this.creating)
            return;
        const late = (0,abort/* timeLimit */.zc)(LATE_MILLISECONDS, new Error('the create has not been answered'));
        await (0,abort/* abortable */.ZC)(this.creation, AbortSignal.any([signal, late.signal])).catch(() => { });
        late.stop();
        signal.throwIfAborted();
    }
    /** A release that the journal misses is only done once more; a publication that it misses would be undone. */
    async end(state) {
        const written = this.ledger.journal.append({ type: state, token: this.token });
        await (state === 'released' ? written.catch(() => { }) : written);
        this.state = state;
        this.announce(state);
    }
    announce(state) {
        this.ledger.emit({ type: 'resource', build: this.ledger.build, state, kind: this.kind.name, token: this.token, id: this.id });
    }
}

;// CONCATENATED MODULE: ./build/engine/scope.js
/**
 * The one primitive for holding things. Whatever could be left behind is acquired here: the intent is on disk and the release
 * is queued before the create begins, releases go newest first, and one that fails does not keep the others from theirs.
 */



/** Passes over what could not be released at first: often something else had to go before. */
const PASSES = 3;
const MILLISECONDS_BETWEEN_PASSES = 2000;
/** For one release in one pass, so that one that hangs leaves time for the others. */
const RELEASE_MILLISECONDS = 180_000;
class Scope {
    ledger;
    millisecondsBetweenPasses;
    holds = [];
    nested = [];
    closed = false;
    constructor(ledger, millisecondsBetweenPasses = MILLISECONDS_BETWEEN_PASSES) {
        this.ledger = ledger;
        this.millisecondsBetweenPasses = millisecondsBetweenPasses;
    }
    /** A scope that ends before this one does, and at the latest with it. */
    nest() {
        const scope = new Scope(this.ledger, this.millisecondsBetweenPasses);
        this.nested.push(scope);
        return scope;
    }
    /** Takes over what another process left behind. Call it oldest first. */
    adopt(kind, token, id) {
        this.holds.push(new Hold(kind, this.ledger, false, token, id));
    }
    /** `keep`: released only when the scope ends in failure. Rejects at once when `signal` aborts; what succeeds late is released. */
    async acquire(kind, request, signal, keep = false) {
        signal.throwIfAborted();
        this.refuseWhenClosed(kind.name);
        const hold = new Hold(kind, this.ledger, keep);
        this.holds.push(hold);
        await hold.intend();
        if (signal.aborted || this.closed) {
            await hold.forget();
            signal.throwIfAborted();
            this.refuseWhenClosed(kind.name);
        }
        return (0,abort/* abortable */.ZC)(hold.create(token => kind.create(request, token, signal)), signal);
    }
    /** Releases one early. When that fails it stays queued for the end, and the failure is thrown. */
    async release(id, signal) {
        const hold = this.holds.findLast(candidate => candidate.id === id && candidate.held);
        if (!hold)
            throw new Error(`release of ${id}, which this scope does not hold`);
        await hold.release(signal);
    }
    /** What was kept is the user's from now on. */
    async publish() {
        for (const hold of this.holds)
            if (hold.keep && hold.held)
                await hold.publish();
    }
    /** The id of the candidate: what was kept last. */
    get candidateId() {
        return this.holds.findLast(hold => hold.keep && hold.held)?.id;
    }
    /** Sends what stops cost, for everything at once, and waits for no effect. Failures do not matter: `close` comes after. */
    async hasten(signal) {
        await Promise.allSettled([...this.nested.map(scope => scope.hasten(signal)), ...this.holds.map(hold => hold.hasten(signal))]);
    }
    /** Releases all that is held, newest first, and says what remains. Never throws. */
    async close(signal) {
        this.closed = true;
        const remaining = [];
        for (const scope of this.nested.toReversed())
            remaining.push(...(await scope.close(signal)));
        let waiting = this.holds.filter(hold => hold.held).reverse();
        for (let pass = 1;; pass++) {
            const failed = [];
            for (const hold of waiting)
                await inTime(hold, signal).catch(error => failed.push({ hold, error }));
            if (failed.length === 0 || pass === PASSES || signal.aborted)
                return [...remaining, ...failed.map(({ hold, error }) => hold.leftover(reasonOf(error)))];
            waiting = failed.map(({ hold }) => hold);
            await (0,abort/* delay */.cb)(this.millisecondsBetweenPasses, signal).catch(() => { });
        }
    }
    /** Leaves everything where it is (-on-error=abort) and says what that is. */
    abandon(reason) {
        this.closed = true;
        return [
            ...this.nested.flatMap(scope => scope.abandon(reason)),
            ...this.holds.filter(hold => hold.held).map(hold => hold.leftover(reason)),
        ];
    }
    /** Of all that was ever created here and is not the user's: how many there were, and how many are still held. */
    counts() {
        const own = { held: this.holds.filter(hold => hold.held).length, total: this.holds.filter(hold => hold.answeredFor).length };
        return this.nested.map(scope => scope.counts()).reduce((a, b) => ({ held: a.held + b.held, total: a.total + b.total }), own);
    }
    refuseWhenClosed(kind) {
        if (this.closed)
            throw new failure/* Failure */.H('interrupted', `No ${kind} is created any more: clean-up has begun`);
    }
}
async function inTime(hold, signal) {
    const limit = (0,abort/* timeLimit */.zc)(RELEASE_MILLISECONDS, new Error(`not gone after ${RELEASE_MILLISECONDS / 1000} seconds`));
    try {
        await hold.release(AbortSignal.any([signal, limit.signal]));
    }
    finally {
        limit.stop();
    }
}
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));


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


/***/ }),

/***/ 4465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ withEmbeddedSandbox),
/* harmony export */   Zc: () => (/* binding */ sandboxEnvironment)
/* harmony export */ });
/* unused harmony export startEmbeddedSandbox */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_readline__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _lib_process_identity__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8569);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(631);
/**
 * A sandbox of this process's own, as a child: `ingot sandbox -embedded`. It lives in a session of its own, so that Ctrl-C
 * reaches only the parent, and ends when its stdin does, which also happens when the parent is killed.
 */





/** For guests to shut down, and some more. */
const STOP_MILLISECONDS = 60_000;
/** Variables that would lead an AWS client past the sandbox, to a real account. */
const ELSEWHERE = [
    ...['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
    ...['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'],
];
/** The environment in which a client talks to the sandbox, and to nothing else. */
const sandboxEnvironment = (own, given) => ({
    ...Object.fromEntries(Object.entries(own).filter(([name]) => !ELSEWHERE.includes(name))),
    ...given,
});
/**
 * This process talks to the sandbox while `work` runs. `script` is the command line's entry; `signal` ends the wait for the
 * sandbox, not the work.
 */
async function withEmbeddedSandbox(options, script, say, work, signal) {
    const sandbox = await startEmbeddedSandbox(options, script, say, signal);
    const before = { ...process.env };
    setEnvironment(sandboxEnvironment(before, sandbox.environment));
    try {
        return await work(sandbox);
    }
    finally {
        setEnvironment(before);
        await sandbox.stop();
    }
}
function setEnvironment(environment) {
    for (const name of Object.keys(process.env))
        if (!(name in environment))
            delete process.env[name];
    Object.assign(process.env, environment);
}
async function startEmbeddedSandbox({ stateFolder, kind, process: former }, script, say, signal) {
    if (former)
        await ended(former, signal);
    const args = [...process.execArgv, script, 'sandbox', '-embedded', '-state', stateFolder, '-kind', kind];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    // Writing to one that has died is found out by its exit.
    child.stdin.on('error', () => { });
    let stopping = false;
    const stop = () => {
        stopping = true;
        return stopped(child);
    };
    child.once('close', status => {
        if (!stopping)
            say(`The sandbox has ended by itself (status ${status})`);
    });
    const cancel = () => void stop();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
        const { endpoint, environment } = await announced(child, say);
        const record = { stateFolder, kind, endpoint, process: (0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_2__/* .identityOf */ .cu)(child.pid ?? 0) };
        return { endpoint, environment, record, stop };
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('interrupted', 'Interrupted while the sandbox was starting; nothing was built', { cause: error });
    }
    finally {
        stopping ||= child.exitCode !== null;
        signal?.removeEventListener('abort', cancel);
    }
}
/** Stderr tells how it gets on. */
function announced(child, say) {
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stderr }).on('line', say);
    return new Promise((done, fail) => {
        (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stdout }).once('line', line => {
            const said = JSON.parse(line);
            if (!('error' in said))
                return done(said);
            const { message, advice, evidence } = said.error;
            fail(new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('failed', message, { advice, evidence }));
        });
        child.once('error', fail);
        child.once('close', status => fail(new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('failed', `The sandbox ended before it served anything (status ${status})`)));
    });
}
function stopped(child) {
    if (child.exitCode !== null || child.signalCode !== null)
        return Promise.resolve();
    child.stdin.end();
    return new Promise(done => child.once('close', () => done()));
}
async function ended(identity, signal) {
    const until = Date.now() + STOP_MILLISECONDS;
    while ((0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(identity) === 'alive' && Date.now() < until)
        await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_4__/* .delay */ .cb)(200, signal);
}


/***/ })

};
;