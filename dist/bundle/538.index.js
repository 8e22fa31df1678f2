"use strict";
exports.id = 538;
exports.ids = [538];
exports.modules = {

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

/***/ 4356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ renderer)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _language_options_interpolation__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9635);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(631);
/** Packer's `{{ }}` in options that plugins render themselves, once the values exist. */



/** `packerVersion` is what `{{packer_version}}` answers. */
const renderer = (packerVersion) => (text, data, { run, build, values }) => {
    const facts = {
        buildName: build.sourceName,
        buildType: build.sourceType,
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(run.template),
        workingDirectory: process.cwd(),
        packerVersion,
        startedAt: new Date(run.startedAt),
        values,
    };
    try {
        return (0,_language_options_interpolation__WEBPACK_IMPORTED_MODULE_1__/* .interpolate */ .G)(text, facts, data);
    }
    catch (cause) {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `A template in the options of ${build.name} cannot be rendered: ${cause.message}`, {
            cause,
        });
    }
};


/***/ }),

/***/ 8120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ newRunIdentity),
  F: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/lib/limit.js
var limit = __webpack_require__(8028);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(8691);
// EXTERNAL MODULE: ./build/model/communicator.js
var communicator = __webpack_require__(2226);
;// CONCATENATED MODULE: ./build/engine/connection.js
/** The communicator that provisioners see: it connects anew after the link was lost, so that a retry meets a living one. */


class Connection {
    build;
    reach;
    signal;
    current;
    constructor(build, reach, signal) {
        this.build = build;
        this.reach = reach;
        this.signal = signal;
    }
    /** Resolves when the machine answers. */
    async open() {
        await this.connected();
    }
    run = (...args) => this.use(link => link.run(...args));
    upload = (...args) => this.use(link => link.upload(...args));
    uploadFile = (...args) => this.use(link => link.uploadFile(...args));
    uploadFolder = (...args) => this.use(link => link.uploadFolder(...args));
    downloadFile = (...args) => this.use(link => link.downloadFile(...args));
    downloadFolder = (...args) => this.use(link => link.downloadFolder(...args));
    async close() {
        const link = await this.current?.catch(() => undefined);
        this.current = undefined;
        await link?.close();
    }
    async use(work) {
        const connecting = this.connected();
        const link = await connecting;
        try {
            return await work(link);
        }
        catch (error) {
            if (error instanceof communicator/* ConnectionLost */.p && this.current === connecting) {
                this.current = undefined;
                await link.close().catch(() => { });
            }
            throw error;
        }
    }
    connected() {
        this.current ??= this.connect().catch(error => {
            this.current = undefined;
            throw error;
        });
        return this.current;
    }
    async connect() {
        const { build } = this;
        const options = build.plan.source.communicator;
        const plugin = build.plugins.communicators[build.communicator];
        if (!plugin)
            throw new failure/* Failure */.H('invalid', `communicator = "${build.communicator}" is not supported`, {
                advice: `Supported are: ${Object.keys(build.plugins.communicators).sort().join(', ')}.`,
            });
        const { say, warn, progress } = build;
        const connecting = plugin.connect(this.reach, options, { signal: this.signal, say, warn, progress });
        return build.bounded(connecting, this.signal);
    }
}

// EXTERNAL MODULE: ./build/engine/error-text.js
var error_text = __webpack_require__(2354);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(4127);
;// CONCATENATED MODULE: ./build/engine/late-options.js
/** Options that were only previewed in the plan, decoded with what the build knows now. */


function resolved(build, options, whose) {
    const { value, diagnostics } = options.resolve(build.values);
    if ((0,diagnostic/* hasErrors */.C)(diagnostics))
        throw new failure/* Failure */.H('invalid', `The options of ${whose} are not valid with this build's values`, { diagnostics });
    for (const diagnostic of diagnostics)
        build.emit({ type: 'diagnostic', diagnostic });
    return value.value;
}

;// CONCATENATED MODULE: ./build/engine/values.js
/** Names that every build has. Packer leaves `<unknown>` in those that a build cannot know, and templates print it. */
const COMMON = [
    ...['ID', 'Host', 'Port', 'User', 'Password', 'ConnType', 'PackerRunUUID', 'PackerHTTPIP', 'PackerHTTPPort', 'PackerHTTPAddr'],
    ...['SSHPublicKey', 'SSHPrivateKey', 'SSHPrivateKeyFile', 'SSHAgentAuth', 'WinRMPassword'],
];
const SECRET = ['Password', 'SSHPrivateKey', 'WinRMPassword'];
function reachValues(build, reach, given) {
    const options = build.plan.source.communicator;
    const reachable = build.communicator !== 'none';
    const known = {
        ...Object.fromEntries(COMMON.map(name => [name, '<unknown>'])),
        Host: reach.host || undefined,
        Port: reachable ? (reach.port ?? options.ssh_port) : undefined,
        User: reachable ? (reach.username ?? options.ssh_username) : undefined,
        Password: reachable ? (reach.password ?? options.ssh_password) : undefined,
        ConnType: build.communicator,
        PackerRunUUID: build.run.uuid,
        SSHPrivateKey: reach.privateKey,
        SSHPrivateKeyFile: options.ssh_private_key_file,
        ...given,
    };
    for (const name of SECRET)
        build.redactor.add(secretText(known, name));
    return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, value ?? '<unknown>']));
}
/** For another machine of the same build: what belongs to the first one is left out. */
function otherMachineValues(build, reach, first) {
    return reachValues(build, reach, Object.fromEntries(Object.entries(first).filter(([name]) => !COMMON.includes(name))));
}
function secretText(values, name) {
    const value = values[name];
    return typeof value === 'string' && value !== '<unknown>' ? value : undefined;
}

;// CONCATENATED MODULE: ./build/engine/provision.js
/** Runs a template's provisioners on a machine: connect, each in turn with its wrapper options, disconnect. */







/** For the error-cleanup-provisioner of an interrupted build, whose machine is about to go. */
const CLEANUP_MILLISECONDS = 60_000;
async function provision(build, reach, values) {
    const { timeline } = build;
    build.redactor.add(reach.privateKey, reach.password);
    build.values = reachValues(build, reach, values);
    timeline.enter('provision');
    const connection = new Connection(build, reach, build.signal);
    try {
        if (build.communicator !== 'none')
            await build.step('connect', () => connection.open());
        await runAll(build, connection);
    }
    finally {
        await connection.close().catch(() => { });
        timeline.enter('image');
    }
}
async function runAll(build, connection) {
    try {
        for (const planned of build.plan.provisioners)
            await build.step(`provisioner ${label(planned)}`, signal => runWithRetries(build, planned, connection, signal));
    }
    catch (error) {
        await runErrorCleanup(build, connection);
        throw error;
    }
}
/** Every attempt pauses anew, as in Packer; unlike there, `timeout` holds also with `pause_before`. */
async function runWithRetries(build, planned, connection, signal) {
    for (let left = planned.maxRetries ?? 0;; left--) {
        try {
            return await runOnce(build, planned, connection, signal);
        }
        catch (error) {
            if (left <= 0 || signal.aborted)
                throw error;
            build.warn(`Provisioner ${label(planned)} failed: ${(0,error_text/* reasonOf */.A3)(error)}; ${left} more ${left === 1 ? 'try' : 'tries'}`);
        }
    }
}
async function runOnce(build, planned, connection, signal) {
    const plugin = build.plugins.provisioners[planned.type];
    if (!plugin)
        throw new failure/* Failure */.H('invalid', `There is no provisioner "${planned.type}"`);
    if (planned.pauseBefore) {
        build.say(`Pausing ${(0,duration_text/* duration */.p)(planned.pauseBefore)} before the next provisioner`);
        await (0,abort/* delay */.cb)(planned.pauseBefore, signal);
    }
    const options = resolved(build, planned.options, `provisioner "${planned.type}"`);
    const over = new failure/* Failure */.H('failed', `Provisioner ${label(planned)} did not end within ${(0,duration_text/* duration */.p)(planned.timeout ?? 0)}`, {
        advice: 'Raise its timeout, or look in its last output for what it was waiting for.',
    });
    const limit = planned.timeout ? (0,abort/* timeLimit */.zc)(planned.timeout, over) : undefined;
    const bounded = limit ? AbortSignal.any([signal, limit.signal]) : signal;
    try {
        await build.bounded(plugin.provision(options, provisionContext(build, connection, planned.name ?? planned.type, bounded)), bounded);
    }
    catch (error) {
        // A provisioner that was stopped reports how it was stopped; what matters is why.
        throw limit?.signal.aborted && !signal.aborted ? over : error;
    }
    finally {
        limit?.stop();
    }
}
/** Its own failure is told and changes nothing: the build has failed already. */
async function runErrorCleanup(build, connection) {
    const planned = build.plan.errorCleanupProvisioner;
    if (!planned || build.onError === 'abort')
        return;
    build.say('Provisioning failed: running the error-cleanup-provisioner');
    const limit = build.signal.aborted ? (0,abort/* timeLimit */.zc)(CLEANUP_MILLISECONDS, new Error('its time is over')) : undefined;
    try {
        await runWithRetries(build, planned, connection, limit?.signal ?? build.signal);
    }
    catch (error) {
        build.warn(`The error-cleanup-provisioner failed: ${(0,error_text/* reasonOf */.A3)(error)}`);
    }
    finally {
        limit?.stop();
    }
}
function provisionContext(build, communicator, from, signal, values = build.values) {
    const { run, identity, say, warn, progress } = build;
    return {
        run,
        build: identity,
        communicator,
        signal,
        values,
        render: (text, data = {}) => build.options.render(text, data, { run, build: identity, values }),
        output: (stream, text) => build.emit({ type: 'output', build: identity.name, stream, text, from }),
        say,
        warn,
        progress,
    };
}
const label = (planned) => (planned.name ? `${planned.type} "${planned.name}"` : planned.type);

;// CONCATENATED MODULE: ./build/engine/build-context.js

function buildContext(build, scope) {
    return {
        run: build.run,
        build: build.identity,
        communicator: build.plan.source.communicator,
        signal: build.signal,
        step: build.step,
        acquire: (kind, request) => scope.acquire(kind, request, build.signal),
        keep: (kind, request) => scope.acquire(kind, request, build.signal, true),
        release: id => scope.release(id, build.signal),
        provision: (reach, values) => provision(build, reach, values),
        render: build.render,
        say: build.say,
        warn: build.warn,
        progress: build.progress,
    };
}

// EXTERNAL MODULE: ./build/engine/interrupt.js
var interrupt = __webpack_require__(985);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/engine/post-process.js
/** Post-processor chains with Packer's rules about which artifacts stay. */




/** `discard` deletes the source's artifact; called once, at the end, when no chain kept it. */
async function postProcess(build, artifact, discard) {
    const chains = build.plan.postProcessors;
    let keepsSource = chains.length === 0;
    const kept = [];
    const errors = [];
    for (const chain of chains) {
        const result = await runChain(build, chain, artifact);
        keepsSource ||= result.keepsSource;
        kept.push(...result.kept);
        if (result.error !== undefined)
            errors.push(result.error);
        build.signal.throwIfAborted();
    }
    if (!keepsSource)
        await discard(artifact).catch(error => errors.push(error));
    return { artifacts: keepsSource ? [artifact, ...kept] : kept, error: joined(errors) };
}
/** What went into a post-processor that failed stays: nothing came out that could stand for it. */
async function runChain(build, chain, source) {
    const result = { keepsSource: false, kept: [] };
    let current = source;
    for (const [index, planned] of chain.entries()) {
        const input = current;
        let output;
        try {
            output = await build.step(`post-processor ${planned.name ?? planned.type}`, () => runOne(build, planned, input));
        }
        catch (error) {
            result.error = error;
            if (index === 0)
                result.keepsSource = true;
            else
                result.kept.push(input);
            return result;
        }
        const stays = keepsInput(build, planned);
        if (index === 0)
            result.keepsSource = stays;
        else if (stays)
            result.kept.push(input);
        else if (input !== source)
            await removeFiles(input, [...source.files, ...(output?.files ?? [])]);
        if (!output)
            return result;
        current = output;
    }
    if (chain.length > 0 && current)
        result.kept.push(current);
    return result;
}
function keepsInput(build, planned) {
    const plugin = build.plugins.postProcessors[planned.type];
    return plugin?.forcesKeep ? plugin.keepsInput : (planned.keepInputArtifact ?? plugin?.keepsInput ?? true);
}
async function runOne(build, planned, artifact) {
    const plugin = build.plugins.postProcessors[planned.type];
    if (!plugin)
        throw new failure/* Failure */.H('invalid', `There is no post-processor "${planned.type}"`);
    const options = resolved(build, planned.options, `post-processor "${planned.type}"`);
    return build.bounded(plugin.process(options, artifact, postProcessContext(build, planned)));
}
function postProcessContext(build, planned) {
    const { run, identity, signal, values, render, say, warn } = build;
    const { name } = identity;
    return {
        run,
        build: identity,
        signal,
        values,
        render,
        say,
        warn,
        output: (stream, text) => build.emit({ type: 'output', build: name, stream, text, from: planned.name ?? planned.type }),
        wrote: (what, path) => build.emit({ type: 'file', build: name, what, path }),
    };
}
/** An artifact between two post-processors is files on this machine; those of the source or handed on are still needed. */
async function removeFiles(artifact, needed) {
    for (const file of artifact.files)
        if (!needed.includes(file))
            await (0,promises_.rm)(file, { force: true, recursive: true });
}
function joined(errors) {
    if (errors.length < 2)
        return errors[0];
    return new failure/* Failure */.H('failed', `${errors.length} post-processors failed: ${errors.map(error_text/* reasonOf */.A3).join('; ')}`);
}

;// CONCATENATED MODULE: ./build/engine/smoke-test.js
/** Boots a fresh machine from the candidate and asks it the declared questions. Nobody else can use the image before this passed. */








/** Throws when one fails; its machines are then released with the rest of the build, or left where they are when the caller wants that. */
async function smokeTest(build, source, candidate, scope, release) {
    const tests = build.plan.smokeTests;
    if (tests.length === 0)
        return [];
    if (build.options.smokeTests === false) {
        build.warn(`NOT TESTED: ${tests.length} smoke ${tests.length === 1 ? 'test is' : 'tests are'} switched off for this run`);
        return tests.map(test => skipped(test, 'switched off for this run'));
    }
    if (!source.boot || candidate === undefined) {
        build.warn(`No smoke test is run: ${build.plan.source.type} made no image that could be booted`);
        return tests.map(test => skipped(test, 'there is no image to boot'));
    }
    build.timeline.enter('smoke test');
    build.say(`Smoke tests: a fresh machine from ${scope.candidateId ?? 'the candidate'} is booted`);
    const machines = scope.nest();
    const results = await onFreshMachine(build, source, candidate, machines, scope.candidateId);
    await release(machines);
    return results;
}
async function onFreshMachine(build, source, candidate, machines, imageId) {
    const reach = await source.boot(build.plan.source.options.value, candidate, buildContext(build, machines));
    build.redactor.add(reach.privateKey, reach.password);
    const values = { ...otherMachineValues(build, reach, build.values), ImageID: imageId ?? '<unknown>' };
    const connection = new Connection(build, reach, build.signal);
    try {
        await build.step('connect to the fresh machine', () => connection.open());
        return await build.step('smoke tests', signal => askAll(build, connection, values, signal));
    }
    finally {
        await connection.close().catch(() => { });
    }
}
async function askAll(build, connection, values, signal) {
    const results = [];
    for (const test of build.plan.smokeTests) {
        const contextFor = (limited) => provisionContext(build, connection, test.name, limited, values);
        for (const result of await ask(build, test, contextFor, signal)) {
            build.emit({ type: 'smoke-test', build: build.plan.name, result });
            results.push(result);
        }
    }
    const failed = results.filter(result => result.outcome === 'failed');
    if (failed.length === 0)
        return results;
    throw new SmokeTestsFailed(results, failed);
}
/** A test that breaks off has failed; what breaks the whole run is thrown. */
async function ask(build, test, contextFor, signal) {
    const began = performance.now();
    const limit = (0,abort/* timeLimit */.zc)(test.timeout, new Error(`no verdict within ${(0,duration_text/* duration */.p)(test.timeout)}`));
    const bounded = AbortSignal.any([signal, limit.signal]);
    try {
        return await build.bounded(build.plugins.askSmokeTest(test, contextFor(bounded)), bounded);
    }
    catch (error) {
        signal.throwIfAborted();
        const detail = (0,error_text/* reasonOf */.A3)(limit.signal.aborted ? limit.signal.reason : error);
        return [{ test: test.name, name: test.name, outcome: 'failed', milliseconds: Math.round(performance.now() - began), detail }];
    }
    finally {
        limit.stop();
    }
}
/** Carries the results to the report. */
class SmokeTestsFailed extends failure/* Failure */.H {
    results;
    constructor(results, failed) {
        super('failed', `${failed.length} of ${results.length} smoke tests failed: ${failed.map(result => result.name).join(', ')}`, {
            advice: 'The candidate image is discarded; nothing was published.',
            evidence: failed.map(result => `${result.name}: ${result.detail ?? 'no detail'}`).join('\n'),
        });
        this.results = results;
    }
}
const skipped = (test, detail) => ({
    test: test.name,
    name: test.name,
    outcome: 'skipped',
    milliseconds: 0,
    detail,
});

;// CONCATENATED MODULE: ./build/engine/build.js
/** One build, told once: candidate, fresh machine, verdict, publication, post-processors; and whatever happens, the release. */







const build_CLEANUP_MILLISECONDS = 600_000;
/** CI hosts send SIGKILL 10 seconds after the first signal. */
const HASTEN_MILLISECONDS = 5000;
/** Never rejects: what went wrong is in the report. */
async function runBuild(build, scope) {
    const { name, source } = build.plan;
    build.emit({ type: 'build-started', build: name });
    const stopHastening = hastenOnInterrupt(build, scope);
    const result = { artifacts: [], images: [], smokeTests: [], leftovers: [] };
    try {
        await produce(build, scope, result);
    }
    catch (error) {
        result.error = error;
        build.timeline.enter('clean up');
        if (error instanceof SmokeTestsFailed)
            result.smokeTests = error.results;
        result.leftovers = build.abandons ? scope.abandon('left in place, as -on-error asks') : await release(build, scope);
    }
    stopHastening();
    for (const leftover of result.leftovers)
        build.emit({ type: 'leftover', ...leftover });
    const outcome = result.error === undefined ? 'done' : (0,interrupt/* outcomeOfAbort */.qq)(build.signal);
    const error = result.error === undefined ? undefined : (0,error_text/* errorText */.kc)(result.error);
    const times = build.timeline.report();
    build.emit({ type: 'build-finished', build: name, outcome, error, milliseconds: times.milliseconds });
    const { artifacts, images, smokeTests, leftovers } = result;
    return {
        name,
        sourceType: source.type,
        sourceName: source.name,
        outcome,
        ...times,
        artifacts,
        images,
        smokeTests,
        error,
        leftovers,
    };
}
/** What the build used is released before the post-processors begin: they work on artifacts and may take long. */
async function produce(build, scope, result) {
    const { source: planned } = build.plan;
    const source = build.plugins.sources[planned.type];
    if (!source)
        throw new Error(`the plan names a source "${planned.type}" that the catalog does not have`);
    const options = planned.options.value;
    const context = buildContext(build, scope);
    build.timeline.enter('launch');
    const candidate = await build.bounded(source.build(options, context));
    result.smokeTests = await smokeTest(build, source, candidate, scope, machines => release(build, machines));
    build.timeline.enter('publish');
    const artifact = await build.bounded(source.publish(options, candidate, context));
    if (artifact)
        await scope.publish();
    build.timeline.enter('clean up');
    result.leftovers = await release(build, scope);
    if (artifact)
        await finish(build, source, artifact, context, result);
}
async function finish(build, source, artifact, context, result) {
    build.timeline.enter('post-process');
    result.artifacts = [artifact];
    result.images = artifact.images;
    const discard = async (unkept) => {
        await source.discard?.(build.plan.source.options.value, unkept, context);
    };
    const { artifacts, error } = await postProcess(build, artifact, discard);
    result.artifacts = artifacts;
    result.images = distinct(artifacts.flatMap(one => one.images));
    for (const one of artifacts)
        build.emit({ type: 'artifact', build: build.plan.name, artifact: one });
    if (error !== undefined)
        throw error;
}
/** Clean-up has its own time: the run's signal may be spent already. */
async function release(build, scope) {
    const milliseconds = build.options.cleanupMilliseconds ?? build_CLEANUP_MILLISECONDS;
    const cleanup = (0,abort/* timeLimit */.zc)(milliseconds, new Error(`clean-up was not done within ${(0,duration_text/* duration */.p)(milliseconds)}`));
    try {
        return await scope.close(cleanup.signal);
    }
    finally {
        cleanup.stop();
    }
}
function hastenOnInterrupt(build, scope) {
    const hasten = () => {
        if (build.abandons)
            return;
        const limit = (0,abort/* timeLimit */.zc)(HASTEN_MILLISECONDS, new Error('out of time'));
        void scope.hasten(limit.signal).finally(limit.stop);
    };
    build.signal.addEventListener('abort', hasten, { once: true });
    return () => build.signal.removeEventListener('abort', hasten);
}
const distinct = (images) => [
    ...new Map(images.map(image => [`${image.region}:${image.id}`, image])).values(),
];

;// CONCATENATED MODULE: ./build/engine/timeline.js
class Timeline {
    spent = new Map();
    current;
    began = performance.now();
    since = this.began;
    get phase() {
        return this.current ?? 'prepare';
    }
    enter(phase) {
        this.close();
        this.current = phase;
        if (!this.spent.has(phase))
            this.spent.set(phase, 0);
    }
    /** Ends the last phase. */
    report() {
        this.close();
        this.current = undefined;
        const phases = [...this.spent].map(([phase, milliseconds]) => ({ phase, milliseconds: Math.round(milliseconds) }));
        return { phases, milliseconds: Math.round(performance.now() - this.began) };
    }
    close() {
        const now = performance.now();
        if (this.current)
            this.spent.set(this.current, (this.spent.get(this.current) ?? 0) + now - this.since);
        this.since = now;
    }
}

;// CONCATENATED MODULE: ./build/engine/build-run.js
/** What all parts of one build share: its plan, its signal, its voice, and the step. */


/** CI hosts send SIGKILL 10 seconds after the first signal. */
const GRACE_MILLISECONDS = 5000;
class BuildRun {
    plan;
    run;
    plugins;
    options;
    redactor;
    emit;
    signal;
    identity;
    timeline = new Timeline();
    onError;
    /** What `build.*` holds; complete once the machine has been reached. */
    values;
    asked = new WeakSet();
    constructor(parts, plan) {
        this.plan = plan;
        this.run = parts.run;
        this.plugins = parts.plugins;
        this.options = parts.options;
        this.redactor = parts.redactor;
        this.emit = parts.emit;
        this.signal = parts.signal;
        this.onError = parts.options.onError ?? 'cleanup';
        this.identity = { name: plan.name, sourceName: plan.source.name, sourceType: plan.source.type };
        this.values = { PackerRunUUID: parts.run.uuid };
    }
    /** The communicator's name; a source that has no machine (file) has none, whatever the template's defaults are. */
    get communicator() {
        const { type, communicator } = this.plan.source;
        return this.plugins.sources[type]?.reachable === false ? 'none' : communicator.communicator;
    }
    /** Whether everything stays where it is when this build ends badly. */
    get abandons() {
        return this.onError === 'abort' || this.onError === 'run-cleanup-provisioner';
    }
    say = (text) => this.message('info', text);
    warn = (text) => this.message('warning', text);
    progress = (text, fraction) => this.emit({ type: 'progress', build: this.plan.name, text, fraction });
    render = (text, data = {}) => this.options.render(text, data, { run: this.run, build: this.identity, values: this.values });
    /** One step: announced, timed, paused before (-debug), asked about when it fails (-on-error=ask). */
    step = async (name, work) => {
        for (;;) {
            await this.options.pause?.(this.plan.name, name, this.signal);
            this.signal.throwIfAborted();
            const { phase } = this.timeline;
            try {
                return await this.timed(name, phase, () => work(this.signal));
            }
            catch (error) {
                if ((await this.answerTo(name, error)) !== 'retry')
                    throw error;
                this.say(`Retrying "${name}"`);
            }
        }
    };
    /** A plugin that does not listen to its signal cannot hold up the run for longer than the grace. */
    bounded(work, signal = this.signal) {
        return (0,abort/* withGrace */.pj)(work, signal, this.options.graceMilliseconds ?? GRACE_MILLISECONDS);
    }
    message(level, text) {
        this.emit({ type: 'message', build: this.plan.name, level, text });
    }
    async timed(step, phase, work) {
        const began = performance.now();
        const finished = (outcome) => {
            const milliseconds = Math.round(performance.now() - began);
            this.emit({ type: 'step-finished', build: this.plan.name, phase, step, outcome, milliseconds });
        };
        this.emit({ type: 'step-started', build: this.plan.name, phase, step });
        try {
            const result = await work();
            finished('done');
            return result;
        }
        catch (error) {
            finished(this.signal.aborted ? 'interrupted' : 'failed');
            throw error;
        }
    }
    /** A step within a step fails with the same error; people are asked once. */
    async answerTo(step, error) {
        const { ask } = this.options;
        const known = typeof error === 'object' && error !== null;
        if (this.onError !== 'ask' || !ask || this.signal.aborted || (known && this.asked.has(error)))
            return 'fail';
        if (known)
            this.asked.add(error);
        const answer = await (0,abort/* abortable */.ZC)(ask(this.plan.name, step, error), this.signal).catch(() => 'cleanup');
        if (answer === 'abort')
            this.onError = 'abort';
        return answer === 'retry' ? 'retry' : 'fail';
    }
}

// EXTERNAL MODULE: ./build/lib/lines.js
var lines = __webpack_require__(9588);
;// CONCATENATED MODULE: ./build/engine/stitch.js
/** Output lines that are too long for one event come in parts; a secret that a cut runs through is put together again. */

class Stitcher {
    redactor;
    /** The end of the last part, by stream, where a secret may have begun. */
    held = new Map();
    constructor(redactor) {
        this.redactor = redactor;
    }
    /** What can be told now. */
    *take(event) {
        if (event.type === 'build-finished')
            yield* this.flush(event.build);
        if (event.type !== 'output')
            return yield event;
        const stream = JSON.stringify([event.build, event.from, event.stream]);
        const text = (this.held.get(stream)?.text ?? '') + event.text;
        this.held.delete(stream);
        // One less when the cut would part a character.
        const cut = event.text.length === lines/* LONGEST */.z || event.text.length === lines/* LONGEST */.z - 1;
        const end = cut ? this.redactor.wholeUntil(text) : text.length;
        if (end < text.length)
            this.held.set(stream, { ...event, text: text.slice(end) });
        yield { ...event, text: text.slice(0, end) };
    }
    *flush(build) {
        for (const [stream, event] of this.held)
            if (event.build === build) {
                this.held.delete(stream);
                yield event;
            }
    }
}

;// CONCATENATED MODULE: ./build/engine/emitter.js

/** What tells events and images apart is never text from a template: nobody's secret, and needed whole. */
const IDENTITY = new Set([
    ...['type', 'phase', 'outcome', 'state', 'level', 'severity', 'stream'],
    ...['run', 'build', 'builds', 'kind', 'token', 'region', 'id', 'sourceId'],
]);
class Emitter {
    sinks;
    redactor;
    broken = new Set();
    stitcher;
    problems = [];
    files = [];
    constructor(sinks, redactor) {
        this.sinks = sinks;
        this.redactor = redactor;
        this.stitcher = new Stitcher(redactor);
    }
    emit = (body) => {
        for (const event of this.stitcher.take({ at: Date.now(), ...body }))
            this.tell(this.redactor.deep(event, IDENTITY));
    };
    tell(event) {
        if (event.type === 'file' && !this.files.some(file => file.path === event.path))
            this.files.push({ what: event.what, path: event.path });
        for (const sink of this.sinks) {
            if (this.broken.has(sink))
                continue;
            try {
                sink.handle(event);
            }
            catch (error) {
                this.failed(sink, error);
            }
        }
    }
    /** Lets each sink end in turn; `report` is asked for anew each time, because a sink that fails changes it. */
    async finish(report) {
        for (const sink of this.sinks) {
            if (this.broken.has(sink) || !sink.finish)
                continue;
            try {
                this.files.push(...(await sink.finish(this.redacted(report()))));
            }
            catch (error) {
                this.failed(sink, error);
            }
        }
    }
    /** Names of builds and images are results, not texts about them. */
    redacted(report) {
        const builds = report.builds.map(build => {
            const { name, sourceName, images } = build;
            return { ...this.redactor.deep(build, IDENTITY), name, sourceName, images };
        });
        return { ...this.redactor.deep({ ...report, builds: [] }, IDENTITY), run: { ...report.run }, builds };
    }
    failed(sink, error) {
        this.broken.add(sink);
        const text = `The output "${sink.name}" failed: ${error instanceof Error ? error.message : error}`;
        this.problems.push(text);
        this.emit({ type: 'message', level: 'error', text });
    }
}

// EXTERNAL MODULE: ./build/engine/journal.js
var journal = __webpack_require__(7485);
// EXTERNAL MODULE: ./build/engine/redact.js
var redact = __webpack_require__(4145);
;// CONCATENATED MODULE: ./build/engine/report.js
/** What a run came to so far; asked for anew while its outputs end, because one that fails changes it. */

function reportOf({ run, builds, emitter, smokeTested, began }) {
    const outcome = outcomeOf(builds, emitter.problems);
    return {
        formatVersion: 1,
        run: { id: run.id, uuid: run.uuid, startedAt: run.startedAt, template: run.template },
        outcome,
        exitCode: outcome === 'done' ? 0 : failure/* exitCodes */.h[outcome],
        milliseconds: Math.round(performance.now() - began),
        smokeTested,
        builds,
        leftovers: builds.flatMap(build => build.leftovers),
        problems: [...emitter.problems],
        files: [...emitter.files],
    };
}
/** What is left behind is a failure even when every build went well. */
function outcomeOf(builds, problems) {
    if (builds.some(build => build.outcome === 'interrupted'))
        return 'interrupted';
    const flawed = builds.some(build => build.outcome === 'failed' || build.leftovers.length > 0);
    return flawed || problems.length > 0 ? 'failed' : 'done';
}

// EXTERNAL MODULE: ./build/engine/scope.js + 1 modules
var engine_scope = __webpack_require__(1558);
;// CONCATENATED MODULE: ./build/engine/run.js
/** Applies a Plan: all builds in parallel, each answering for what it acquires, and one report of what came of it. */











/** Sortable by time, unique, and at most 29 characters of those that tags, file names and ClientTokens allow. */
function newRunIdentity(now = new Date()) {
    const time = now
        .toISOString()
        .replace(/[-:]|\.\d+/g, '')
        .toLowerCase();
    return { id: `ingot-${time}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`, uuid: (0,external_node_crypto_.randomUUID)(), startedAt: now.toISOString() };
}
/** Rejects only when nothing could be begun (Failure); what goes wrong later is in the report. */
async function runPlan(plan, plugins, options) {
    const began = performance.now();
    const identity = options.identity ?? newRunIdentity();
    const redactor = new redact/* Redactor */.p(options.redact);
    const emitter = new Emitter(options.sinks, redactor);
    const journal = await openJournal(plan, identity, options);
    const signal = options.interrupt?.signal ?? new AbortController().signal;
    const run = { ...identity, template: plan.template, force: options.force ?? false };
    const parts = { run, plugins, options, redactor, emit: emitter.emit, signal };
    // Scripts on this machine find it in their environment, as with Packer.
    process.env.PACKER_RUN_UUID = run.uuid;
    emitter.emit({
        type: 'run-started',
        run: run.id,
        template: plan.template,
        builds: plan.builds.map(b => b.name),
        journal: journal.path,
    });
    const scopes = scopesOf(journal, run.id, emitter);
    answerRepeatedSignals(options, emitter, scopes);
    const work = (build) => signal.aborted ? notStarted(build, signal) : runBuild(new BuildRun(parts, build), scopes.open(build.name));
    const builds = await (0,limit/* mapLimited */.b)(plan.builds, options.parallelBuilds ?? 0, async (build) => work(build));
    await journal.close().catch(error => emitter.problems.push(`The journal could not be closed: ${error.message}`));
    const report = () => reportOf({ run, builds, emitter, smokeTested: options.smokeTests ?? true, began });
    const { outcome, exitCode, milliseconds } = report();
    emitter.emit({ type: 'run-finished', outcome, exitCode, milliseconds });
    await emitter.finish(report);
    return emitter.redacted(report());
}
async function openJournal(plan, { id, startedAt }, options) {
    const { stateFolder, sandbox } = options;
    try {
        return await journal/* Journal */.C.create(stateFolder, { run: id, startedAt, template: plan.template, sandbox });
    }
    catch (cause) {
        throw new failure/* Failure */.H('failed', `No journal could be opened in ${stateFolder}: ${cause.message}`, {
            advice: 'Without it nothing is created. Name a folder that can be written with INGOT_STATE_DIR.',
            cause,
        });
    }
}
/** One for each build; tokens count through the run. */
function scopesOf(journal, run, emitter) {
    const scopes = [];
    let tokens = 0;
    const newToken = () => `${run}-${++tokens}`;
    return {
        open: build => {
            const scope = new engine_scope/* Scope */.H({ build, journal, newToken, emit: emitter.emit });
            scopes.push(scope);
            return scope;
        },
        all: () => scopes,
    };
}
function answerRepeatedSignals(options, emitter, scopes) {
    options.interrupt?.onRepeat(() => {
        const counts = scopes.all().map(scope => scope.counts());
        const held = counts.reduce((sum, count) => sum + count.held, 0);
        const total = counts.reduce((sum, count) => sum + count.total, 0);
        const text = `Still cleaning up: ${total - held} of ${total} removed. Please wait; ingot ends by itself.`;
        emitter.emit({ type: 'message', level: 'warning', text });
    });
}
const notStarted = (build, signal) => ({
    name: build.name,
    sourceType: build.source.type,
    sourceName: build.source.name,
    outcome: (0,interrupt/* outcomeOfAbort */.qq)(signal),
    milliseconds: 0,
    phases: [],
    artifacts: [],
    images: [],
    smokeTests: [],
    error: { message: 'not started: the run had ended already' },
    leftovers: [],
});


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

/***/ 3427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ LogFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_duration_text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8691);
/* harmony import */ var _ui_lines__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4940);
/** Everything that happened, with its time, in the run's folder: what a person is asked for when something went wrong. */




class LogFile {
    path;
    name = 'log file';
    file;
    constructor(path) {
        this.path = path;
    }
    handle(event) {
        const time = new Date(event.at).toISOString();
        const build = 'build' in event && event.build !== undefined ? `[${event.build}] ` : '';
        for (const line of logText(event).split('\n'))
            this.write(`${time} ${build}${line}\n`);
    }
    async finish(report) {
        for (const { text } of (0,_ui_lines__WEBPACK_IMPORTED_MODULE_2__/* .closingLines */ .Po)(report))
            this.write(`${text}\n`);
        if (this.file !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
        return [{ what: 'log', path: this.path }];
    }
    write(text) {
        if (this.file === undefined) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(this.path), { recursive: true, mode: 0o700 });
            this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(this.path, 'a', 0o600);
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, text);
    }
}
function logText(event) {
    switch (event.type) {
        case 'run-started':
            return `run ${event.run} of ${event.template}: ${event.builds.join(', ')}`;
        case 'diagnostic': {
            const { severity, summary, detail, subject } = event.diagnostic;
            const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : '';
            return `${severity}${where}: ${summary}${detail ? `: ${detail}` : ''}`;
        }
        case 'step-started':
            return `${event.phase}: ${event.step} begins`;
        case 'step-finished':
            return `${event.phase}: ${event.step} ${event.outcome} after ${(0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)(event.milliseconds)}`;
        case 'message':
            return `${event.level}: ${event.text}`;
        case 'progress':
            return `progress: ${event.text}${event.fraction === undefined ? '' : ` (${Math.floor(event.fraction * 100)} %)`}`;
        case 'output':
            return `${event.from} ${event.stream}: ${event.text}`;
        case 'resource':
            return `${event.kind} ${event.id ?? `with token ${event.token}`}: ${event.state}`;
        default:
            return rest(event);
    }
}
/** Events that are rare and long say their fields. */
function rest(event) {
    const { at: _at, type, ...fields } = event;
    return `${type}: ${JSON.stringify(fields)}`;
}


/***/ }),

/***/ 7735:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ Terminal)
});

;// CONCATENATED MODULE: ./build/outputs/table.js
/** Columns of text, aligned. */
/** Cells that end in seconds are aligned to the right. */
function table(rows) {
    const widths = [];
    for (const row of rows)
        for (const [index, cell] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, cell.length);
    const right = widths.map((_, index) => index > 0 && rows.slice(1).some(row => /^\d.* s$/.test(row[index] ?? '')));
    return rows
        .map(row => row.map((cell, i) => (right[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '))
        .map(line => line.trimEnd())
        .join('\n');
}

;// CONCATENATED MODULE: ./build/outputs/summary.js

function summary(report, next) {
    const files = report.files.map(({ what, path }) => [label(what), path]);
    const rows = [...report.builds.map(build => tested(report, build)).filter(row => row !== undefined), ...files];
    for (const problem of report.problems)
        rows.push(['Problem', problem]);
    for (const { kind, id } of report.leftovers)
        rows.push(['Left behind', `${kind} ${id}`]);
    if (report.leftovers.length > 0)
        rows.push(['Remove with', 'ingot clean']);
    if (next)
        rows.push(['Next', next]);
    return [table(buildRows(report)), table(rows)].filter(part => part !== '').join('\n\n');
}
/** A phase that no build spent time in has no column. */
const NOTABLE_MILLISECONDS = 50;
/** One row for each image; a build without any has one too. */
function buildRows({ builds }) {
    const notable = builds.flatMap(build => build.phases.filter(({ milliseconds }) => milliseconds >= NOTABLE_MILLISECONDS));
    const phases = [...new Set(notable.map(({ phase }) => phase))];
    const header = ['Build', 'Image', 'Region', ...phases, 'total'];
    const rows = builds.flatMap(build => {
        const times = phases.map(phase => seconds(build.phases.find(spent => spent.phase === phase)?.milliseconds));
        const images = build.images.length > 0 ? build.images : [{ id: build.outcome === 'done' ? '-' : build.outcome, region: '-' }];
        return images.map(({ id, region }, index) => index === 0 ? [build.name, id, region, ...times, seconds(build.milliseconds)] : ['', id, region]);
    });
    return [header, ...rows];
}
function tested({ smokeTested, builds }, { name, smokeTests }) {
    if (smokeTests.length === 0)
        return undefined;
    const count = (outcome) => smokeTests.filter(result => result.outcome === outcome).length;
    const counts = ['passed', 'failed', 'skipped']
        .filter(outcome => count(outcome) > 0)
        .map(outcome => `${count(outcome)} ${outcome}`);
    const failed = smokeTests.filter(result => result.outcome === 'failed').map(result => result.name);
    const which = failed.length > 0 ? `: ${failed.join(', ')}` : '';
    const of = builds.length > 1 ? `${name}: ` : '';
    return ['Smoke tests', `${of}${counts.join(', ')}${which}${smokeTested ? '' : ' (NOT TESTED: switched off for this run)'}`];
}
const LABELS = { tfvars: 'Terraform variables' };
const label = (what) => LABELS[what] ?? what.charAt(0).toUpperCase() + what.slice(1);
const seconds = (milliseconds) => milliseconds === undefined ? '-' : `${(milliseconds / 1000).toFixed(1)} s`;

// EXTERNAL MODULE: ./build/outputs/ui-lines.js
var ui_lines = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/outputs/terminal.js


/** Back to the first column, and nothing behind it. */
const CLEAR = '\r\u001b[K';
const BUILD_COLORS = [32, 36, 35, 33, 34];
const YELLOW = 33;
const RED = 31;
/** In a log a wait says that it goes on this often. */
const QUIET_MILLISECONDS = 10_000;
class Terminal {
    options;
    name = 'terminal';
    builds = [];
    shown = '';
    spoke = new Map();
    constructor(options) {
        this.options = options;
    }
    handle(event) {
        if (event.type === 'run-started')
            this.builds = event.builds;
        if (event.type === 'progress')
            this.progress(event);
        for (const line of (0,ui_lines/* uiLines */.WR)(event))
            this.line(line, event.at);
    }
    async finish(report) {
        if (this.shown)
            this.options.write(CLEAR);
        this.shown = '';
        for (const line of (0,ui_lines/* closingLines */.Po)(report))
            this.line(line, Date.now());
        this.print(`\n${summary(report, this.options.next?.(report))}\n`);
        return [];
    }
    line(line, at) {
        const stamp = this.options.timestamps ? `${new Date(at).toISOString().replace(/\.\d+/, '')}: ` : '';
        // Packer puts the time before the message, not before each of its lines.
        const lead = /^\n*/.exec(line.text)?.[0] ?? '';
        this.print(`${lead}${stamp}${this.colored(line, line.text.slice(lead.length))}\n`);
    }
    print(text) {
        const { write } = this.options;
        write(this.shown ? `${CLEAR}${text}${this.shown}` : text);
    }
    progress({ build = '', text, fraction, at }) {
        const { columns, write } = this.options;
        const share = fraction === undefined ? '' : ` (${Math.floor(fraction * 100)} %)`;
        const line = `    ${build && `${build}: `}${text}${share}`;
        if (columns !== undefined) {
            this.shown = line.slice(0, columns - 1);
            write(CLEAR + this.shown);
            return;
        }
        const last = this.spoke.get(build);
        if (last !== undefined && at - last < QUIET_MILLISECONDS)
            return;
        this.spoke.set(build, at);
        this.line({ kind: 'message', build, text: line }, at);
    }
    colored({ kind, build }, text) {
        if (!this.options.color)
            return text;
        const index = build === undefined ? -1 : this.builds.indexOf(build);
        const own = index < 0 ? undefined : BUILD_COLORS[index % BUILD_COLORS.length];
        const color = kind === 'error' ? RED : kind === 'warning' ? YELLOW : own;
        if (color === undefined)
            return `\u001b[1m${text}\u001b[0m`;
        return kind === 'message' ? `\u001b[${color}m${text}\u001b[0m` : `\u001b[1;${color}m${text}\u001b[0m`;
    }
}


/***/ }),

/***/ 4360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Tfvars)
/* harmony export */ });
/* unused harmony export tfvarsText */
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8145);
/** `images.auto.tfvars.json`: the images that passed, typed, for Terraform. One variable block fits it, see docs. */

class Tfvars {
    path;
    name = 'Terraform variables';
    constructor(path) {
        this.path = path;
    }
    handle() { }
    /** Only when everything passed; else the file of the last good run stays as it is. */
    async finish(report) {
        const text = tfvarsText(report);
        if (report.outcome !== 'done' || text === undefined)
            return [];
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__/* .writeAtomically */ .v)(this.path, text);
        return [{ what: 'tfvars', path: this.path }];
    }
}
/** Build → region → image, sorted, so that the same images give the same bytes. Undefined when there are no images. */
function tfvarsText(report) {
    const builds = report.builds.filter(build => build.images.length > 0).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (builds.length === 0)
        return undefined;
    const images = Object.fromEntries(builds.map(build => {
        const regions = build.images.toSorted((a, b) => (a.region < b.region ? -1 : 1));
        return [
            build.name,
            Object.fromEntries(regions.map(({ id, name, region, sourceId }) => [region, { id, name, region, source_id: sourceId ?? null }])),
        ];
    }));
    return `${JSON.stringify({ images }, null, 2)}\n`;
}


/***/ }),

/***/ 4940:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ FINISHED),
/* harmony export */   IW: () => (/* binding */ NO_ARTIFACTS),
/* harmony export */   Po: () => (/* binding */ closingLines),
/* harmony export */   VY: () => (/* binding */ artifactLine),
/* harmony export */   WR: () => (/* binding */ uiLines),
/* harmony export */   Xq: () => (/* binding */ SOME_FAILED)
/* harmony export */ });
/* harmony import */ var _lib_duration_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8691);
/** What people read of an event, in the words and shapes that Packer made familiar: `==> build: text`. */

/** Progress is not among them: each output shows it in its own way. */
function uiLines(event) {
    switch (event.type) {
        case 'message': {
            const kind = event.level === 'info' ? 'say' : event.level;
            return [
                { kind, build: event.build, text: prefixed(event.build, kind === 'warning' ? `Warning: ${event.text}` : event.text) },
            ];
        }
        case 'step-started':
            return [say(event.build, sentence(event.step))];
        case 'output':
            return event.stream === 'stdout'
                ? [{ kind: 'message', build: event.build, text: prefixed(event.build, event.text, '    ') }]
                : [{ kind: 'error', build: event.build, text: prefixed(event.build, event.text) }];
        case 'smoke-test':
            return [verdict(event.build, event.result)];
        case 'leftover':
            return [
                {
                    kind: 'error',
                    build: event.build,
                    text: prefixed(event.build, `Left behind: ${event.kind} ${event.id}: ${event.reason}`),
                },
            ];
        case 'build-finished':
            return [finished(event)];
        case 'diagnostic': {
            const { severity, summary, detail, subject } = event.diagnostic;
            const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : '';
            return [
                {
                    kind: severity,
                    text: `${severity === 'error' ? 'Error' : 'Warning'}${where}: ${summary}${detail ? `: ${detail}` : ''}`,
                },
            ];
        }
        default:
            return [];
    }
}
/** The last words of a run, as Packer says them. */
function closingLines(report) {
    const failed = report.builds.filter(build => build.error);
    const artifacts = report.builds.flatMap(build => build.artifacts.map(artifact => artifactLine(build.name, artifact)));
    const lines = [{ kind: 'say', text: `\n==> Wait completed after ${(0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(report.milliseconds)}` }];
    if (report.outcome === 'interrupted')
        lines.push({ kind: 'error', text: '\nCleanly cancelled builds after being interrupted.' });
    if (failed.length > 0)
        lines.push({ kind: 'error', text: SOME_FAILED });
    for (const build of failed)
        lines.push({ kind: 'error', text: `--> ${build.name}: ${build.error?.message}` });
    lines.push({ kind: 'say', text: artifacts.length > 0 ? FINISHED : NO_ARTIFACTS }, ...artifacts);
    return lines;
}
const SOME_FAILED = "\n==> Some builds didn't complete successfully and had errors:";
const FINISHED = '\n==> Builds finished. The artifacts of successful builds are:';
const NO_ARTIFACTS = '\n==> Builds finished but no artifacts were created.';
const artifactLine = (build, artifact) => ({
    kind: 'say',
    text: `--> ${build}: ${artifact.description}`,
});
const say = (build, text) => ({ kind: 'say', build, text: prefixed(build, text) });
function prefixed(build, text, lead = '==> ') {
    const prefix = build === undefined ? '' : `${lead}${build}: `;
    return text
        .split('\n')
        .map(line => prefix + line)
        .join('\n');
}
function verdict(build, { name, outcome, milliseconds, detail }) {
    if (outcome === 'passed')
        return say(build, `Smoke test passed: ${name} (${(0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(milliseconds)})`);
    if (outcome === 'skipped')
        return { kind: 'warning', build, text: prefixed(build, `Smoke test skipped: ${name}: ${detail ?? ''}`) };
    return { kind: 'error', build, text: prefixed(build, `Smoke test FAILED: ${name}${detail ? `\n${detail}` : ''}`) };
}
function finished(event) {
    const { build, outcome, error, milliseconds } = event;
    const time = (0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(milliseconds);
    if (outcome === 'done')
        return { kind: 'say', build, text: `Build '${build}' finished after ${time}.` };
    const word = outcome === 'failed' ? 'errored' : 'was interrupted';
    const more = [error?.evidence, error?.advice].filter(part => part !== undefined).map(part => `\n${part}`);
    return { kind: 'error', build, text: `Build '${build}' ${word} after ${time}: ${error?.message ?? ''}${more.join('')}` };
}
const sentence = (step) => step.charAt(0).toUpperCase() + step.slice(1);


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


/***/ }),

/***/ 4935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ defaultStateFolder),
/* harmony export */   s: () => (/* binding */ StateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/** Where a sandbox keeps what it knows: `state.json` beside the contents of volumes and snapshots and the machines' folders. */



/** `$XDG_CACHE_HOME/ingot/sandbox`, by default below `~/.cache`. */
const defaultStateFolder = () => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.cache'), 'ingot', 'sandbox');
const contents = ['volumes', 'snapshots', 'instances'];
class StateFolder {
    path;
    constructor(path) {
        this.path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    }
    volume = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'volumes', id);
    snapshot = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'snapshots', id);
    instance = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'instances', id);
    /** Throws with a sentence when the folder cannot be made or written. */
    async prepare() {
        try {
            for (const name of contents)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, name), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, '.writable'), '');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, '.writable'));
        }
        catch (error) {
            const { code, message } = error;
            const why = code === 'ENOSPC' ? 'the disk is full' : code === 'EACCES' || code === 'EROFS' ? 'it may not be written' : message;
            throw new Error(`The state folder ${this.path} cannot be used: ${why}. Choose another one or free it.`);
        }
    }
    async stored() {
        const folders = await Promise.all(['volumes', 'snapshots'].map(name => this.listed(name)));
        return folders.flat();
    }
    /** IDs of instances that have a folder. */
    async instanceFolders() {
        return (await this.listed('instances')).map(({ name }) => name);
    }
    async listed(folder) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, folder));
        return names.map(name => ({ name, path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, folder, name) }));
    }
    async removeInstance(id) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.instance(id), { recursive: true, force: true });
    }
    async load() {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'state.json');
        let text;
        try {
            text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return undefined;
            throw error;
        }
        try {
            const state = JSON.parse(text);
            if (state.version === 1)
                return state;
        }
        catch { }
        throw new Error(`${file} is not the state of a sandbox of this version. "ingot sandbox reset" empties the folder.`);
    }
    /** Whole or not at all: a new file takes the old one's place. */
    async save(state) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'state.json');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.new`, JSON.stringify(state));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.new`, file);
    }
    /** Removes everything but the lock. */
    async empty() {
        for (const name of [...contents, 'state.json', 'state.json.new'])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, name), { recursive: true, force: true });
    }
}


/***/ })

};
;