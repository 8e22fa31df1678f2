"use strict";
exports.id = 3526;
exports.ids = [3526];
exports.modules = {

/***/ 62354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   kc: () => (/* binding */ errorText)
/* harmony export */ });
/* unused harmony export diagnosticText */
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

const reasonOf = (error) => (error instanceof Error ? error.message : String(error));
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

/***/ 50985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RQ: () => (/* binding */ watchSignals),
/* harmony export */   j$: () => (/* binding */ Interrupted),
/* harmony export */   qq: () => (/* binding */ outcomeOfAbort)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


class Interrupted extends _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H {
    constructor(by) {
        super('interrupted', `interrupted by ${by}`);
        this.by = by;
    }
}
const outcomeOfAbort = ({ reason }) => reason instanceof Interrupted ? 'interrupted' : 'failed';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
function watchSignals(emitter = process) {
    const controller = new AbortController();
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, controller.signal);
    const listeners = [];
    const crashed = (error) => controller.abort(error);
    const stalled = () => controller.abort(new Error('a mistake of ingot: what the run waits for can no longer come'));
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
    emitter.on('beforeExit', stalled);
    return {
        signal: controller.signal,
        onRepeat: listener => listeners.push(listener),
        stop: () => {
            for (const name of SIGNALS)
                emitter.off(name, heard);
            emitter.off('uncaughtException', crashed);
            emitter.off('beforeExit', stalled);
        },
    };
}


/***/ }),

/***/ 27485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Journal),
/* harmony export */   H: () => (/* binding */ journalPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68145);
/* harmony import */ var _lib_process_identity__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78569);




const journalPath = (stateFolder, run) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, run, 'journal.jsonl');
class Journal {
    constructor(path, file, outstanding) {
        this.path = path;
        this.file = file;
        this.outstanding = outstanding;
        this.batch = [];
        this.flushed = Promise.resolve();
        this.torn = false;
    }
    static async create(stateFolder, header) {
        const path = journalPath(stateFolder, header.run);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true, mode: 0o700 });
        const journal = new Journal(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'ax', 0o600), new Set());
        await journal.write({ type: 'run', formatVersion: 1, ...header, process: (0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_3__/* .currentProcess */ .DK)() });
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_2__/* .syncFolder */ .Y)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_2__/* .syncFolder */ .Y)(stateFolder);
        return journal;
    }
    static async reopen(path, outstanding) {
        const journal = new Journal(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'a', 0o600), new Set(outstanding));
        journal.torn = true;
        return journal;
    }
    append(entry) {
        if (entry.type === 'intended')
            this.outstanding.add(entry.token);
        if (entry.type === 'released' || entry.type === 'published')
            this.outstanding.delete(entry.token);
        return this.write(entry);
    }
    async close() {
        await this.flushed.catch(() => { });
        await this.file.close();
        if (this.outstanding.size === 0)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.path, { force: true });
    }
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

/***/ 64356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ renderer)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _language_options_interpolation__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25617);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);




const renderer = (packerVersion) => (text, data, { run, build, values }) => {
    const facts = {
        buildName: build.sourceName,
        buildType: build.sourceType,
        folder: folderOf(run.template),
        workingDirectory: process.cwd(),
        packerVersion,
        startedAt: new Date(run.startedAt),
        values,
    };
    try {
        return (0,_language_options_interpolation__WEBPACK_IMPORTED_MODULE_2__/* .interpolate */ .G)(text, facts, data);
    }
    catch (cause) {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('invalid', `A template in the options of ${build.name} cannot be rendered: ${cause.message}`, {
            cause,
        });
    }
};
function folderOf(template) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(template);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === false ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) : path;
}


/***/ }),

/***/ 694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportOf),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

function reportOf({ run, builds, emitter, smokeTested, began }) {
    const outcome = outcomeOf(builds, emitter.problems);
    return {
        formatVersion: 1,
        run: { id: run.id, uuid: run.uuid, startedAt: run.startedAt, template: run.template },
        outcome,
        exitCode: outcome === 'done' ? 0 : _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h[outcome],
        milliseconds: Math.round(performance.now() - began),
        smokeTested,
        builds,
        leftovers: builds.flatMap(build => build.leftovers),
        problems: [...emitter.problems],
        files: [...emitter.files],
    };
}
function outcomeOf(builds, problems) {
    if (builds.some(build => build.outcome === 'interrupted'))
        return 'interrupted';
    const flawed = builds.some(build => build.outcome === 'failed' || build.leftovers.length > 0);
    return flawed || problems.length > 0 ? 'failed' : 'done';
}


/***/ }),

/***/ 76254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ newRunIdentity),
  F: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/lib/limit.js
var limit = __webpack_require__(28028);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
// EXTERNAL MODULE: ./build/model/communicator.js
var communicator = __webpack_require__(32226);
;// CONCATENATED MODULE: ./build/engine/connection.js


class Connection {
    constructor(build, reach, signal) {
        this.build = build;
        this.reach = reach;
        this.signal = signal;
        this.run = (...args) => this.use(link => link.run(...args));
        this.upload = (...args) => this.use(link => link.upload(...args));
        this.uploadFile = (...args) => this.use(link => link.uploadFile(...args));
        this.uploadFolder = (...args) => this.use(link => link.uploadFolder(...args));
        this.downloadFile = (...args) => this.use(link => link.downloadFile(...args));
        this.downloadFolder = (...args) => this.use(link => link.downloadFolder(...args));
        this.remove = (...args) => this.use(link => link.remove(...args));
    }
    get shell() {
        return this.build.plugins.communicators[this.build.communicator]?.shell;
    }
    async open() {
        await this.connected();
    }
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
        const link = await build.bounded(connecting, this.signal);
        const { atConnect } = this.reach;
        if (atConnect)
            await link.run(atConnect, { signal: this.signal }).catch(() => this.signal.throwIfAborted());
        return link;
    }
}

// EXTERNAL MODULE: ./build/engine/error-text.js
var error_text = __webpack_require__(62354);
// EXTERNAL MODULE: ./build/lib/version-order.js
var version_order = __webpack_require__(66730);
;// CONCATENATED MODULE: ./build/engine/package-changes.js

function packageChanges(before, after) {
    const [old, now] = [versionsByName(before), versionsByName(after)];
    const changes = { added: [], removed: [], upgraded: [], downgraded: [] };
    for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
        const { name, arch } = (now.get(key) ?? old.get(key));
        const [was, is] = [old.get(key)?.versions ?? [], now.get(key)?.versions ?? []];
        const [gone, come] = [was.filter(version => !is.includes(version)), is.filter(version => !was.includes(version))];
        const [from, to] = [gone[0], come[0]];
        if (gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined)
            changes[(0,version_order/* compareVersions */.Z)(from, to) < 0 ? 'upgraded' : 'downgraded'].push({ name, ...arch, from, to });
        else {
            for (const version of gone)
                changes.removed.push({ name, ...arch, from: version });
            for (const version of come)
                changes.added.push({ name, ...arch, to: version });
        }
    }
    return changes;
}
function versionsByName(packages) {
    const found = new Map();
    for (const { name, arch, version } of packages) {
        const key = `${name}\t${arch ?? ''}`;
        const known = found.get(key) ?? { name, arch: arch ? { arch } : {}, versions: [] };
        known.versions.push(version);
        found.set(key, known);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/engine/inventory.js



const PATIENCE_MILLISECONDS = 30_000;
async function takeInventory(build, connection, machine, signal) {
    const { plugins, plan, options } = build;
    if (!plugins.listPackages || plan.sbom === false || options.sbom === false || options.image !== undefined)
        return;
    try {
        const patience = (0,abort/* within */.ux)(PATIENCE_MILLISECONDS, signal);
        const inventory = await build.bounded(plugins.listPackages({ communicator: connection, signal: patience }), patience);
        if (inventory)
            build.found({ inventory, machine });
        else
            build.warn('There will be no SBOM: the machine has none of dpkg, rpm and apk');
    }
    catch (error) {
        signal.throwIfAborted();
        build.warn(`There will be no SBOM: ${(0,error_text/* reasonOf */.A3)(error)}`);
    }
}
function asksBuildMachine({ plan, options, plugins, communicator }) {
    const source = plugins.sources[plan.source.type];
    const isTested = plan.smokeTests.length > 0 && options.smokeTests !== false;
    return source?.boot !== undefined && !isTested && communicator !== 'none';
}
function packagesOf({ plan, options, inventoried }) {
    if (!inventoried)
        return undefined;
    const { machine, inventory } = inventoried;
    const before = options.previousPackages?.get(plan.name);
    const changes = before && packageChanges(before, inventory.packages);
    return { installed: inventory.packages.length, machine, ...(changes && { changes }) };
}

// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(74127);
;// CONCATENATED MODULE: ./build/engine/late-options.js


function resolved(build, options, whose) {
    const { value, diagnostics } = options.resolve(build.values);
    if ((0,diagnostic/* hasErrors */.C)(diagnostics))
        throw new failure/* Failure */.H('invalid', `The options of ${whose} are not valid with this build's values`, { diagnostics });
    for (const diagnostic of diagnostics)
        build.emit({ type: 'diagnostic', diagnostic });
    return value.value;
}

// EXTERNAL MODULE: ./build/model/login.js
var model_login = __webpack_require__(16876);
;// CONCATENATED MODULE: ./build/engine/values.js

const COMMON = [
    ...['ID', 'Host', 'Port', 'User', 'Password', 'ConnType', 'PackerRunUUID', 'PackerHTTPIP', 'PackerHTTPPort', 'PackerHTTPAddr'],
    ...['SSHPublicKey', 'SSHPrivateKey', 'SSHPrivateKeyFile', 'SSHAgentAuth', 'WinRMPassword'],
];
const SECRET = ['Password', 'SSHPrivateKey', 'WinRMPassword'];
function reachValues(build, reach, given) {
    const options = build.plan.source.communicator;
    const login = (0,model_login/* loginIn */.X)({ ...options, communicator: build.communicator });
    const reachable = build.communicator !== 'none';
    const password = reachable ? (reach.password ?? login.password) : undefined;
    const known = {
        ...Object.fromEntries(COMMON.map(name => [name, '<unknown>'])),
        Host: reach.host || undefined,
        Port: reachable ? (reach.port ?? login.port) : undefined,
        User: reachable ? (reach.username ?? login.username) : undefined,
        Password: password,
        WinRMPassword: build.communicator === 'winrm' ? password : undefined,
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
function otherMachineValues(build, reach, first) {
    return reachValues(build, reach, Object.fromEntries(Object.entries(first).filter(([name]) => !COMMON.includes(name))));
}
function secretText(values, name) {
    const value = values[name];
    return typeof value === 'string' && value !== '<unknown>' ? value : undefined;
}

;// CONCATENATED MODULE: ./build/engine/provision.js








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
        if (asksBuildMachine(build))
            await takeInventory(build, connection, 'build machine', build.signal);
    }
    finally {
        await connection.close().catch(() => { });
        timeline.enter('image');
    }
}
async function runAll(build, connection) {
    try {
        for (const planned of build.plan.provisioners)
            await build.step(`provisioner ${label(planned)}`, signal => runTolerantly(build, planned, connection, signal));
    }
    catch (error) {
        await runErrorCleanup(build, connection);
        throw error;
    }
}
async function runTolerantly(build, planned, connection, signal) {
    try {
        await runWithRetries(build, planned, connection, signal);
    }
    catch (error) {
        if (!planned.continueOnError || signal.aborted)
            throw error;
        build.warn(`Provisioner ${label(planned)} failed: ${(0,error_text/* reasonOf */.A3)(error)}; continue_on_error is set, so the build goes on`);
    }
}
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
        throw limit?.signal.aborted && !signal.aborted ? over : error;
    }
    finally {
        limit?.stop();
    }
}
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
    const { waitForEnter } = build.options;
    return {
        run,
        build: identity,
        communicator,
        signal,
        values,
        render: (text, data = {}) => build.options.render(text, data, { run, build: identity, values }),
        ...(waitForEnter && { waitForEnter: (text) => waitForEnter(identity.name, text, signal) }),
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
        rangeOf: option => build.plan.source.options.rangeOf(option),
        secret: text => build.redactor.add(text),
        say: build.say,
        warn: build.warn,
        progress: build.progress,
    };
}

// EXTERNAL MODULE: ./build/engine/interrupt.js
var interrupt = __webpack_require__(50985);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/engine/post-process.js




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
async function record(build, artifact) {
    const all = build.plan.postProcessors.flat();
    const records = ({ type }) => build.plugins.postProcessors[type]?.records === true;
    for (const planned of all.filter(records))
        await build.step(`post-processor ${planned.name ?? planned.type}`, () => runOne(build, planned, artifact));
    return all.filter(planned => !records(planned)).map(({ name, type }) => name ?? type);
}
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(68145);
// EXTERNAL MODULE: ./build/lib/posix-quote.js
var posix_quote = __webpack_require__(30789);
;// CONCATENATED MODULE: ./build/engine/smoke-evidence.js






const smoke_evidence_PATIENCE_MILLISECONDS = 20_000;
const JOURNAL = 'sudo -n journalctl -b --no-pager -n 20000 2>/dev/null || journalctl -b --no-pager -n 20000 2>/dev/null || dmesg';
const LARGEST_BYTES = 16 * 1024 * 1024;
async function saveEvidence(build, reach, connection, machine) {
    const patience = () => (0,abort/* within */.ux)(smoke_evidence_PATIENCE_MILLISECONDS, build.signal);
    const console = reach.console?.(patience());
    const journal = connection && journalOf(connection, patience());
    for (const [what, text] of [
        ['console', console],
        ['journal', journal],
    ]) {
        try {
            const found = await text;
            if (found)
                await save(build, what, found, machine);
        }
        catch (error) {
            build.warn(`The ${what} of the machine could not be saved: ${error.message}`);
        }
    }
}
async function save(build, what, text, machine) {
    const names = [build.plan.name, machine, what].filter(part => part !== undefined).map(part => part.replace(/[^\w.-]/g, '_'));
    const path = (0,external_node_path_.join)(folderOf(build), `${names.join('-')}.txt`);
    await (0,atomic_file/* writeAtomically */.v)(path, build.redactor.text(text), 0o600);
    build.emit({ type: 'file', build: build.plan.name, what, path });
}
const folderOf = ({ options, run }) => (0,external_node_path_.join)(options.stateFolder, run.id);
async function journalOf(connection, signal) {
    const chunks = [];
    let size = 0;
    const onStdout = (chunk) => {
        size += chunk.length;
        if (size <= LARGEST_BYTES)
            chunks.push(chunk);
    };
    await connection.run(JOURNAL, { signal, onStdout });
    return Buffer.concat(chunks).toString();
}
async function holdForDebugging(build, reach, signal) {
    const { debugOnFailure } = build.options;
    if (!debugOnFailure)
        return;
    const { ssh_port, ssh_username, ssh_private_key_file } = build.plan.source.communicator;
    const key = (0,external_node_path_.join)(folderOf(build), `${build.plan.name.replace(/[^\w.-]/g, '_')}-key`);
    if (reach.privateKey)
        await (0,promises_.writeFile)(key, reach.privateKey, { mode: 0o600 });
    const keyFile = reach.privateKey ? key : ssh_private_key_file;
    const words = [
        ...['ssh', '-p', String(reach.port ?? ssh_port)],
        ...(keyFile ? ['-i', keyFile] : []),
        ...['-o', 'UserKnownHostsFile=/dev/null', '-o', 'StrictHostKeyChecking=no'],
        `${reach.username ?? ssh_username}@${reach.host}`,
    ];
    build.say(`The machine stays for ${(0,duration_text/* duration */.p)(debugOnFailure)} (Ctrl-C ends it): ${words.map(posix_quote/* quote */.h).join(' ')}`);
    try {
        await (0,abort/* delay */.cb)(debugOnFailure, signal);
    }
    finally {
        await (0,promises_.rm)(key, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/engine/smoke-machine.js









function groupsOf(tests) {
    const groups = new Map();
    for (const test of tests.toSorted((a, b) => Number(a.reboot ?? false) - Number(b.reboot ?? false)))
        for (const machine of test.machines?.length ? test.machines : [undefined]) {
            const key = machine ? JSON.stringify([machine.name, machine.instanceType, machine.userData]) : '';
            const group = groups.get(key) ?? { machine, tests: [] };
            group.tests.push(test);
            groups.set(key, group);
        }
    return [...groups.values()].map((group, index) => ({ ...group, isFirst: index === 0 }));
}
async function askGroup(subject, group) {
    const { build, source, candidate, machines, signal } = subject;
    const name = group.machine?.name;
    const on = name === undefined ? '' : ` "${name}"`;
    const context = buildContext(build, machines);
    const reach = await source.boot(build.plan.source.options.value, candidate, context, requestOf(group));
    build.redactor.add(reach.privateKey, reach.password);
    const values = { ...otherMachineValues(build, reach, build.values), ImageID: subject.imageId ?? '<unknown>' };
    const connection = new Connection(build, reach, signal);
    try {
        await build.step(`connect to the fresh machine${on}`, () => connection.open());
        if (group.isFirst)
            await takeInventory(build, connection, 'fresh machine', signal);
        const results = await build.step(`smoke tests${on}`, () => askAll(subject, group, connection, values));
        if (results.some(({ outcome }) => outcome === 'failed'))
            await afterFailure(subject, group, reach, connection);
        return results;
    }
    catch (error) {
        if (!build.signal.aborted)
            await saveEvidence(build, reach, undefined, name);
        throw error;
    }
    finally {
        await connection.close().catch(() => { });
    }
}
function requestOf({ machine, tests }) {
    const ports = tests.flatMap(test => [...(test.ports ?? []), ...(test.probes ?? []).map(({ port }) => port)]);
    return { instanceType: machine?.instanceType, userData: machine?.userData, ports: [...new Set(ports)] };
}
async function afterFailure({ build, signal }, { machine }, reach, connection) {
    await saveEvidence(build, reach, connection, machine?.name);
    await holdForDebugging(build, reach, signal);
}
async function askAll({ build, signal }, { machine, tests }, connection, values) {
    const results = [];
    for (const test of tests) {
        const contextFor = (limited) => provisionContext(build, connection, test.name, limited, values);
        for (const found of await ask(build, test, contextFor, signal)) {
            const result = machine ? { ...found, name: `${found.name} [${machine.name}]`, machine: machine.name } : found;
            build.emit({ type: 'smoke-test', build: build.plan.name, result });
            results.push(result);
        }
    }
    return results;
}
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

;// CONCATENATED MODULE: ./build/engine/smoke-test.js





const ALL_MILLISECONDS = 60 * 60_000;
async function smokeTest(build, source, candidate, scope) {
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
    const machines = scope.nest();
    const subject = { build, source, candidate, machines, imageId: build.options.image ?? scope.candidateId };
    const results = await askBounded(subject);
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    if (failed.length > 0)
        throw await verdict(subject, scope, results, failed);
    if (build.options.image === undefined)
        await mark(subject, 'tested');
    await machines.hasten(build.signal);
    return results;
}
async function askBounded(subject) {
    const { build, imageId = 'the candidate' } = subject;
    const groups = groupsOf(build.plan.smokeTests);
    const machines = groups.length === 1 ? 'a fresh machine' : `${groups.length} fresh machines`;
    build.say(`Smoke tests: ${machines} from ${imageId} ${groups.length === 1 ? 'is' : 'are'} booted`);
    const milliseconds = build.options.smokeTestMilliseconds ?? ALL_MILLISECONDS;
    const limit = (0,abort/* timeLimit */.zc)(milliseconds, new failure/* Failure */.H('failed', `The smoke tests were not done within ${(0,duration_text/* duration */.p)(milliseconds)}`));
    const signal = AbortSignal.any([build.signal, limit.signal]);
    try {
        const asked = groups.map(group => build.bounded(askGroup({ ...subject, signal }, group), signal));
        const settled = await Promise.allSettled(asked);
        const broken = settled.find(one => one.status === 'rejected');
        if (broken)
            throw broken.reason;
        return settled.flatMap(one => (one.status === 'fulfilled' ? one.value : []));
    }
    finally {
        limit.stop();
    }
}
async function mark({ build, source, candidate, machines }, state) {
    await source.mark?.(build.plan.source.options.value, candidate, state, buildContext(build, machines));
}
async function verdict(subject, scope, results, failed) {
    const { build, imageId } = subject;
    if (build.options.image !== undefined)
        return new SmokeTestsFailed(results, failed, 'The image is as it was.');
    const keeps = (name) => build.plan.smokeTests.find(test => test.name === name)?.onFailure === 'keep';
    if (!failed.some(({ test }) => keeps(test)))
        return new SmokeTestsFailed(results, failed, 'The candidate image is discarded; nothing was published.');
    await mark(subject, 'failed');
    await scope.publish();
    return new SmokeTestsFailed(results, failed, `The candidate ${imageId} is kept, private and tagged as failed; nothing was published.`);
}
class SmokeTestsFailed extends failure/* Failure */.H {
    constructor(results, failed, advice) {
        super('failed', `${failed.length} of ${results.length} smoke tests failed: ${failed.map(result => result.name).join(', ')}`, {
            advice,
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









const build_CLEANUP_MILLISECONDS = 600_000;
const HASTEN_MILLISECONDS = 5000;
async function runBuild(build, scope, waiting) {
    const { name, source } = build.plan;
    build.emit({ type: 'build-started', build: name });
    const stopHastening = hastenOnInterrupt(build, scope);
    const result = { artifacts: [], images: [], smokeTests: [], leftovers: [] };
    try {
        await produce(build, scope, result, waiting);
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
    const { artifacts, images, smokeTests, leftovers, candidate, unchanged } = result;
    const packages = outcome === 'done' && images.length > 0 ? packagesOf(build) : undefined;
    return {
        name,
        sourceType: source.type,
        sourceName: source.name,
        outcome,
        ...times,
        artifacts,
        images,
        smokeTests,
        ...(unchanged && { unchanged }),
        ...(packages && { packages }),
        error,
        leftovers,
        ...(candidate && { candidate }),
    };
}
async function produce(build, scope, result, waiting) {
    const { source: planned } = build.plan;
    const source = build.plugins.sources[planned.type];
    if (!source)
        throw new Error(`the plan names a source "${planned.type}" that the catalog does not have`);
    const options = planned.options.value;
    const context = buildContext(build, scope);
    if (build.options.image !== undefined)
        return testOnly(build, source, scope, result);
    if (build.options.skipUnchanged && (await unchanged(build, source, context, result)))
        return;
    let candidate = waiting?.value;
    if (waiting)
        takeOver(build, scope, waiting);
    else {
        build.timeline.enter('launch');
        candidate = await build.bounded(source.build(options, context));
        result.smokeTests = await smokeTest(build, source, candidate, scope);
        if (build.options.publish === 'later' && source.portable && candidate !== undefined) {
            result.candidate = {
                value: candidate,
                values: build.values,
                held: await scope.handOver(),
                ...(build.inventoried && { inventory: build.inventoried }),
            };
            build.timeline.enter('clean up');
            result.leftovers = await release(build, scope);
            return;
        }
    }
    build.timeline.enter('publish');
    const artifact = await build.bounded(source.publish(options, candidate, context));
    if (artifact)
        await scope.publish();
    build.timeline.enter('clean up');
    result.leftovers = await release(build, scope);
    if (artifact)
        await finish(build, source, artifact, context, result);
}
async function unchanged(build, source, context, result) {
    build.timeline.enter('launch');
    if (!build.identity.recipe || !source.unchanged) {
        build.warn(`Whether anything has changed cannot be told of ${build.plan.source.type}, so it is built`);
        return false;
    }
    const artifact = await source.unchanged(build.plan.source.options.value, context);
    if (!artifact)
        return false;
    build.say(`Unchanged, so nothing is built: ${artifact.id}`);
    result.artifacts = [artifact];
    result.images = artifact.images;
    result.unchanged = true;
    build.timeline.enter('post-process');
    const left = await record(build, artifact);
    if (left.length > 0)
        build.say(`Not run again: ${left.join(', ')}`);
    await announce(build, source, artifact, context);
    build.emit({ type: 'artifact', build: build.plan.name, artifact });
    return true;
}
async function testOnly(build, source, scope, result) {
    if (!source.adopt || build.options.image === undefined)
        throw new failure/* Failure */.H('invalid', `Images of ${source.type} cannot be booted for smoke tests`);
    build.timeline.enter('launch');
    const context = buildContext(build, scope);
    const candidate = await source.adopt(build.plan.source.options.value, build.options.image, context);
    result.smokeTests = await smokeTest(build, source, candidate, scope);
    build.timeline.enter('clean up');
    result.leftovers = await release(build, scope);
}
function takeOver(build, scope, { values, held, inventory }) {
    build.values = { ...values, ...build.values };
    if (inventory)
        build.found(inventory);
    for (const { kind, id, place } of held) {
        const at = Object.hasOwn(build.plugins.resourceKinds, kind) ? build.plugins.resourceKinds[kind] : undefined;
        const { endpoint } = build.options.sandbox ?? {};
        if (at)
            scope.borrow(at(endpoint && place.endpoint ? { ...place, endpoint } : place), id);
    }
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
    if (error === undefined)
        await announce(build, source, artifact, context);
    for (const one of artifacts)
        build.emit({ type: 'artifact', build: build.plan.name, artifact: one });
    if (error !== undefined)
        throw error;
}
async function announce({ plan }, source, artifact, context) {
    for (const publication of plan.publications ?? [])
        await source.announce?.(plan.source.options.value, artifact, publication, context);
}
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
    constructor() {
        this.spent = new Map();
        this.began = performance.now();
        this.since = this.began;
    }
    get phase() {
        return this.current ?? 'prepare';
    }
    enter(phase) {
        this.close();
        this.current = phase;
        if (!this.spent.has(phase))
            this.spent.set(phase, 0);
    }
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


const GRACE_MILLISECONDS = 5000;
class BuildRun {
    constructor(parts, plan) {
        this.plan = plan;
        this.timeline = new Timeline();
        this.asked = new WeakSet();
        this.say = (text) => this.message('info', text);
        this.warn = (text) => this.message('warning', text);
        this.progress = (text, fraction) => this.emit({ type: 'progress', build: this.plan.name, text, fraction });
        this.render = (text, data = {}) => this.options.render(text, data, { run: this.run, build: this.identity, values: this.values });
        this.step = async (name, work) => {
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
        this.run = parts.run;
        this.plugins = parts.plugins;
        this.options = parts.options;
        this.redactor = parts.redactor;
        this.emit = parts.emit;
        this.signal = parts.signal;
        this.onError = parts.options.onError ?? 'cleanup';
        const recipe = recipeFor(plan, parts.options);
        this.identity = { name: plan.name, sourceName: plan.source.name, sourceType: plan.source.type, recipe };
        this.values = { PackerRunUUID: parts.run.uuid };
    }
    get communicator() {
        const { type, communicator } = this.plan.source;
        return this.plugins.sources[type]?.reachable === false ? 'none' : communicator.communicator;
    }
    get abandons() {
        return this.onError === 'abort' || this.onError === 'run-cleanup-provisioner';
    }
    bounded(work, signal = this.signal) {
        return (0,abort/* withGrace */.pj)(work, signal, this.options.graceMilliseconds ?? GRACE_MILLISECONDS);
    }
    found(inventoried) {
        this.inventoried = inventoried;
        this.emit({ type: 'inventory', build: this.plan.name, ...inventoried });
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
function recipeFor({ name, smokeTests }, { recipes, smokeTests: asked, prior }) {
    const recipe = recipes?.get(name);
    const isTested = prior?.smokeTested ?? asked ?? true;
    return recipe && !isTested && smokeTests.length > 0 ? `${recipe} untested` : recipe;
}

// EXTERNAL MODULE: ./build/lib/lines.js
var lines = __webpack_require__(89588);
;// CONCATENATED MODULE: ./build/engine/stitch.js

class Stitcher {
    constructor(redactor) {
        this.redactor = redactor;
        this.held = new Map();
    }
    *take(event) {
        if (event.type === 'build-finished')
            yield* this.flush(event.build);
        if (event.type !== 'output')
            return yield event;
        const stream = JSON.stringify([event.build, event.from, event.stream]);
        const text = (this.held.get(stream)?.text ?? '') + event.text;
        this.held.delete(stream);
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

const IDENTITY = new Set([
    ...['type', 'phase', 'outcome', 'state', 'level', 'severity', 'stream'],
    ...['run', 'build', 'builds', 'kind', 'token', 'region', 'id', 'sourceId'],
    ...['inventory', 'packages'],
]);
class Emitter {
    constructor(sinks, redactor) {
        this.sinks = sinks;
        this.redactor = redactor;
        this.broken = new Set();
        this.problems = [];
        this.files = [];
        this.emit = (body) => {
            for (const event of this.stitcher.take({ at: Date.now(), ...body }))
                this.tell(this.redactor.deep(event, IDENTITY));
        };
        this.stitcher = new Stitcher(redactor);
    }
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

;// CONCATENATED MODULE: ./build/engine/go-on.js
async function goOn(build, prior, publish) {
    const before = prior.builds.find(each => each.name === build.name);
    if (!before)
        throw new Error(`the report that is gone on from has no build ${build.name}`);
    if (!before.candidate || prior.outcome !== 'done')
        return before;
    const after = await publish(build, before.candidate);
    const { candidate, ...rest } = before;
    return {
        ...rest,
        ...after,
        milliseconds: before.milliseconds + after.milliseconds,
        phases: added(before.phases, after.phases),
        smokeTests: before.smokeTests,
        ...(after.outcome !== 'done' && { candidate }),
    };
}
function added(before, after) {
    const spent = new Map(before.map(({ phase, milliseconds }) => [phase, milliseconds]));
    for (const { phase, milliseconds } of after)
        spent.set(phase, (spent.get(phase) ?? 0) + milliseconds);
    return [...spent].map(([phase, milliseconds]) => ({ phase, milliseconds }));
}

// EXTERNAL MODULE: ./build/engine/journal.js
var journal = __webpack_require__(27485);
// EXTERNAL MODULE: ./build/engine/redact.js
var redact = __webpack_require__(14145);
// EXTERNAL MODULE: ./build/engine/report.js
var engine_report = __webpack_require__(694);
// EXTERNAL MODULE: ./build/engine/scope.js + 1 modules
var engine_scope = __webpack_require__(41558);
;// CONCATENATED MODULE: ./build/engine/run.js













const LIFETIME_MILLISECONDS = 12 * 3_600_000;
function newRunIdentity(now = new Date()) {
    const time = now
        .toISOString()
        .replace(/[-:]|\.\d+/g, '')
        .toLowerCase();
    return { id: `ingot-${time}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`, uuid: (0,external_node_crypto_.randomUUID)(), startedAt: now.toISOString() };
}
async function runPlan(plan, plugins, options) {
    const began = performance.now();
    const identity = options.identity ?? newRunIdentity();
    const redactor = new redact/* Redactor */.p(options.redact);
    const emitter = new Emitter(options.sinks, redactor);
    const journal = await openJournal(plan, identity, options);
    const signal = options.interrupt?.signal ?? new AbortController().signal;
    (0,external_node_events_.setMaxListeners)(0, signal);
    const run = {
        ...identity,
        template: plan.template,
        force: options.force ?? false,
        machineLifetime: options.machineLifetime ?? LIFETIME_MILLISECONDS,
    };
    const parts = { run, plugins, options, redactor, emit: emitter.emit, signal };
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
    const begin = (build, waiting) => {
        if (signal.aborted)
            return notStarted(build, signal);
        return runBuild(new BuildRun(parts, build), scopes.open(build.name), waiting);
    };
    const { prior } = options;
    const work = (build) => (prior ? goOn(build, prior, begin) : begin(build));
    emitter.problems.push(...(prior?.problems ?? []));
    const builds = await (0,limit/* mapLimited */.b)(plan.builds, options.parallelBuilds ?? 0, async (build) => work(build));
    await journal.close().catch(error => emitter.problems.push(`The journal could not be closed: ${error.message}`));
    const report = () => (0,engine_report/* reportOf */.E)({ run, builds, emitter, smokeTested: prior?.smokeTested ?? options.smokeTests ?? true, began });
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

/***/ 41558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ Scope)
});

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/engine/hold.js


const LATE_MILLISECONDS = 15_000;
class Hold {
    constructor(kind, ledger, keep, token = ledger.newToken(), id = undefined, record = undefined) {
        this.kind = kind;
        this.ledger = ledger;
        this.keep = keep;
        this.token = token;
        this.id = id;
        this.record = record;
        this.creating = false;
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
            const { token, record, ledger } = this;
            await ledger.journal.append({ type: 'intended', token, kind, place, build: ledger.build, record });
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
        const ids = await this.ids(signal);
        await Promise.allSettled(ids.map(id => this.kind.hasten?.(id, signal)));
    }
    async publish() {
        await this.end('published');
    }
    handedOver() {
        return { kind: this.kind.name, id: this.id ?? this.token, place: this.kind.place };
    }
    leftover(reason) {
        return { build: this.ledger.build, kind: this.kind.name, id: this.id ?? this.token, place: this.kind.place, reason };
    }
    async remove(signal) {
        await this.outlastCreation(signal);
        if (!this.held)
            return;
        for (const id of await this.ids(signal))
            await this.kind.release(id, signal, this.record);
        if (this.creating)
            throw new Error('its creation has not been answered yet, so it may still appear');
        await this.end('released');
    }
    async ids(signal) {
        return this.id === undefined ? this.kind.find(this.token, signal, this.record) : [this.id];
    }
    async outlastCreation(signal) {
        if (!this.creation || !this.creating)
            return;
        const late = (0,abort/* timeLimit */.zc)(LATE_MILLISECONDS, new Error('the create has not been answered'));
        await (0,abort/* abortable */.ZC)(this.creation, AbortSignal.any([signal, late.signal])).catch(() => { });
        late.stop();
        signal.throwIfAborted();
    }
    async end(state) {
        const written = this.ledger.journal.append({ type: state, token: this.token });
        await (state === 'released' ? written.catch(() => { }) : written);
        this.state = state;
        this.announce(state);
    }
    announce(state) {
        const { name: kind, place } = this.kind;
        const where = state === 'intended' ? { place } : {};
        this.ledger.emit({ type: 'resource', build: this.ledger.build, state, kind, token: this.token, id: this.id, ...where });
    }
}

;// CONCATENATED MODULE: ./build/engine/scope.js



const PASSES = 3;
const MILLISECONDS_BETWEEN_PASSES = 2000;
const RELEASE_MILLISECONDS = 180_000;
class Scope {
    constructor(ledger, millisecondsBetweenPasses = MILLISECONDS_BETWEEN_PASSES) {
        this.ledger = ledger;
        this.millisecondsBetweenPasses = millisecondsBetweenPasses;
        this.holds = [];
        this.nested = [];
        this.borrowed = new Map();
        this.closed = false;
    }
    nest() {
        const scope = new Scope(this.ledger, this.millisecondsBetweenPasses);
        this.nested.push(scope);
        return scope;
    }
    adopt(kind, token, id, record) {
        this.holds.push(new Hold(kind, this.ledger, false, token, id, record));
    }
    borrow(kind, id) {
        this.borrowed.set(id, kind);
    }
    async acquire(kind, request, signal, keep = false) {
        signal.throwIfAborted();
        this.refuseWhenClosed(kind.name);
        const record = kind.record?.(request);
        const hold = new Hold(kind, this.ledger, keep, undefined, undefined, record);
        this.holds.push(hold);
        await hold.intend();
        if (signal.aborted || this.closed) {
            await hold.forget();
            signal.throwIfAborted();
            this.refuseWhenClosed(kind.name);
        }
        return (0,abort/* abortable */.ZC)(hold.create(token => kind.create(request, token, signal)), signal);
    }
    async release(id, signal) {
        const borrowed = this.borrowed.get(id);
        if (borrowed) {
            await borrowed.release(id, signal);
            this.borrowed.delete(id);
            return;
        }
        const hold = this.holds.findLast(candidate => candidate.id === id && candidate.held);
        if (!hold)
            throw new Error(`release of ${id}, which this scope does not hold`);
        await hold.release(signal);
    }
    async publish() {
        await Promise.all(this.holds.filter(hold => hold.keep && hold.held).map(hold => hold.publish()));
    }
    async handOver() {
        const kept = this.holds.filter(hold => hold.keep && hold.held).map(hold => hold.handedOver());
        await this.publish();
        return kept;
    }
    get candidateId() {
        return this.holds.findLast(hold => hold.keep && hold.held)?.id;
    }
    async hasten(signal) {
        await Promise.allSettled([...this.nested.map(scope => scope.hasten(signal)), ...this.holds.map(hold => hold.hasten(signal))]);
    }
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
    abandon(reason) {
        this.closed = true;
        return [
            ...this.nested.flatMap(scope => scope.abandon(reason)),
            ...this.holds.filter(hold => hold.held).map(hold => hold.leftover(reason)),
        ];
    }
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

/***/ 68145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ syncFolder),
/* harmony export */   v: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



async function writeAtomically(path, text, mode = 0o644) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`);
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(beside, 'wx', mode);
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true });
        throw error;
    }
    await syncFolder(folder);
}
async function syncFolder(path) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await folder.sync();
    }
    catch {
    }
    finally {
        await folder.close();
    }
}


/***/ }),

/***/ 28028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ mapLimited)
/* harmony export */ });
async function mapLimited(items, limit, work) {
    const results = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            results[index] = await work(items[index]);
        }
    };
    const workers = limit < 1 ? items.length : Math.min(limit, items.length);
    await Promise.all(Array.from({ length: workers }, worker));
    return results;
}


/***/ }),

/***/ 78569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ currentProcess),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   cu: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);



const currentProcess = () => identityOf(process.pid);
const identityOf = (pid) => ({ pid, started: startOf(pid) ?? '', host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(), ...place() });
function stateOf(identity) {
    const here = place();
    if (identity.host === (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() && identity.boot !== here.boot)
        return 'dead';
    if (identity.boot !== here.boot || identity.namespace !== here.namespace || identity.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)())
        return 'unknown';
    const started = startOf(identity.pid);
    return started !== undefined && started === identity.started ? 'alive' : 'dead';
}
function place() {
    try {
        return { boot: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim(), namespace: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid') };
    }
    catch {
        return {};
    }
}
function startOf(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    }
    catch {
        return process.platform === 'linux' ? undefined : startByPs(pid);
    }
}
function startByPs(pid) {
    try {
        const started = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
        });
        return started.trim() || undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 32226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ConnectionLost)
/* harmony export */ });
class ConnectionLost extends Error {
}


/***/ }),

/***/ 16876:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ loginIn)
/* harmony export */ });
function loginIn(options) {
    switch (options.communicator) {
        case 'none':
            return {};
        case 'winrm':
            return {
                host: options.winrm_host || undefined,
                port: options.winrm_port ?? (options.winrm_use_ssl ? 5986 : 5985),
                username: options.winrm_username,
                password: options.winrm_password,
                timeout: options.winrm_timeout,
            };
        default:
            return {
                host: options.ssh_host || undefined,
                port: options.ssh_port ?? 22,
                username: options.ssh_username,
                password: options.ssh_password,
                timeout: options.ssh_timeout ?? options.ssh_wait_timeout,
            };
    }
}


/***/ }),

/***/ 99889:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
const version = '0.1.0';


/***/ }),

/***/ 88194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JunitFile: () => (/* binding */ JunitFile),
/* harmony export */   junitText: () => (/* binding */ junitText)
/* harmony export */ });
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76168);
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68145);
/* harmony import */ var _safe_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66013);



class JunitFile {
    constructor(path) {
        this.path = path;
        this.name = 'JUnit';
    }
    handle() { }
    async finish(report) {
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_1__/* .writeAtomically */ .v)(this.path, junitText(report));
        return [{ what: 'junit', path: this.path }];
    }
}
const builder = new fast_xml_parser__WEBPACK_IMPORTED_MODULE_0__.XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressBooleanAttributes: false,
});
function junitText(report) {
    const suites = report.builds.map(build => suiteOf(build, report));
    const sum = (name) => String(suites.reduce((total, suite) => total + Number(suite[name]), 0));
    const testsuites = {
        '@name': 'ingot',
        '@time': seconds(report.milliseconds),
        '@tests': sum('@tests'),
        '@failures': sum('@failures'),
        '@errors': sum('@errors'),
        testsuite: suites,
    };
    return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ testsuites })}`;
}
function suiteOf(build, report) {
    const cases = build.smokeTests.map(result => caseOf(result, build));
    const untold = build.error !== undefined && !build.smokeTests.some(({ outcome }) => outcome === 'failed');
    const count = (outcome) => build.smokeTests.filter(result => result.outcome === outcome).length;
    const time = build.smokeTests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    return {
        '@name': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(build.name),
        '@tests': String(cases.length + Number(untold)),
        '@failures': String(count('failed')),
        '@errors': String(Number(untold)),
        '@skipped': String(count('skipped')),
        '@time': seconds(time),
        '@timestamp': report.run.startedAt.replace(/(\.\d+)?Z$/, ''),
        '@id': String(report.builds.indexOf(build)),
        testcase: [...cases, ...(untold ? [buildCase(build)] : [])],
        ...(report.smokeTested ? {} : { 'system-out': 'NOT TESTED: smoke tests were switched off for this run' }),
    };
}
function caseOf({ name, test, outcome, milliseconds, detail = '', stdout, stderr }, build) {
    const printed = outcome === 'failed' ? [stdout, stderr] : [];
    const [out, error] = printed.map(text => (text ? (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(text) : undefined));
    return {
        '@name': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(name),
        '@classname': `${(0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(build.name)}.${(0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(test).replaceAll('.', '_')}`,
        '@time': seconds(milliseconds),
        ...(outcome === 'skipped' && { skipped: { '@message': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(detail) } }),
        ...(outcome === 'failed' && {
            failure: { '@message': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(detail), '@type': 'failed', '#text': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(detail)) },
        }),
        ...(out !== undefined && { 'system-out': out }),
        ...(error !== undefined && { 'system-err': error }),
    };
}
const buildCase = ({ name, milliseconds, error }) => ({
    '@name': 'build',
    '@classname': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(name),
    '@time': seconds(milliseconds),
    error: {
        '@message': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(error?.message ?? ''),
        '@type': 'build',
        '#text': (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(error?.evidence ?? error?.message ?? '')),
    },
});
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(3);


/***/ }),

/***/ 33427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ LogFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_duration_text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28691);
/* harmony import */ var _ui_lines__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44940);




class LogFile {
    constructor(path) {
        this.path = path;
        this.name = 'log file';
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
        case 'inventory':
            return `${event.inventory.packages.length} packages of ${event.inventory.system.id}, told by the ${event.machine}`;
        case 'resource':
            return `${event.kind} ${event.id ?? `with token ${event.token}`}: ${event.state}`;
        default:
            return rest(event);
    }
}
function rest(event) {
    const { at: _at, type, ...fields } = event;
    return `${type}: ${JSON.stringify(fields)}`;
}


/***/ }),

/***/ 99412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QP: () => (/* binding */ changeRows),
/* harmony export */   uZ: () => (/* binding */ packagesLine),
/* harmony export */   vK: () => (/* binding */ changeLine)
/* harmony export */ });
const WORDS = ['upgraded', 'downgraded', 'added', 'removed'];
function packagesLine({ installed, changes }) {
    if (!changes)
        return `${installed} installed`;
    const counts = WORDS.filter(word => changes[word].length > 0).map(word => `${changes[word].length} ${word}`);
    return `${installed} installed; since the last image ${counts.length > 0 ? counts.join(', ') : 'nothing has changed'}`;
}
function changeLine(changes, most = 5) {
    if (changes.length === 0)
        return undefined;
    const told = changes.slice(0, most).map(({ name, from, to }) => [name, [from, to].filter(Boolean).join(' → ')].join(' '));
    return `${told.join(', ')}${changes.length > most ? ` and ${changes.length - most} more` : ''}`;
}
const changeRows = (changes) => WORDS.flatMap(word => {
    const counts = new Map();
    for (const { name } of changes[word])
        counts.set(name, (counts.get(name) ?? 0) + 1);
    const isTwice = (name) => counts.get(name) !== 1;
    return changes[word].map(({ name, arch, from = '', to = '' }) => [word, isTwice(name) && arch ? `${name}:${arch}` : name, from, to]);
});


/***/ }),

/***/ 91270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ ReportFile)
/* harmony export */ });
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68145);

class ReportFile {
    constructor(path, wishes = {}) {
        this.path = path;
        this.wishes = wishes;
        this.name = 'report';
    }
    handle() { }
    async finish(report) {
        const isFruitful = report.outcome === 'done' && report.builds.some(build => build.images.length > 0);
        if (this.wishes.onlyPassed && !isFruitful)
            return [];
        const written = { what: this.wishes.what ?? 'report', path: this.path };
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__/* .writeAtomically */ .v)(this.path, `${JSON.stringify({ ...report, files: [...report.files, written] }, null, 2)}\n`);
        return [written];
    }
}


/***/ }),

/***/ 68308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p9: () => (/* binding */ SbomFiles),
  VM: () => (/* binding */ previousPackages)
});

// UNUSED EXPORTS: sbomName

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(68145);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/model/version.js
var version = __webpack_require__(99889);
;// CONCATENATED MODULE: ./build/outputs/purl.js
const VENDORS = {
    rhel: 'redhat',
    'opensuse-leap': 'opensuse',
    'opensuse-tumbleweed': 'opensuse',
    sles: 'suse',
};
function purlOf({ name, version, arch, source }, { manager, system }) {
    const vendor = (VENDORS[system.id] ?? system.id).toLowerCase();
    const [, epoch, plain = version] = (manager === 'rpm' && /^(\d+):(.*)$/.exec(version)) || [];
    const qualifiers = Object.entries({ arch, distro: distroOf(system), epoch, upstream: source });
    const given = qualifiers.flatMap(([key, value]) => (value ? [`${key}=${encoded(value)}`] : []));
    return `pkg:${manager}/${encoded(vendor)}/${encoded(manager === 'deb' ? name.toLowerCase() : name)}@${encoded(plain)}?${given.join('&')}`;
}
const distroOf = ({ id, version }) => (version === undefined ? id : `${id}-${version}`);
const encoded = (text) => encodeURIComponent(text)
    .replaceAll('%3A', ':')
    .replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
function packageOfPurl(purl) {
    const match = /^pkg:(?:deb|rpm|apk)\/(?:[^/?#]+\/)*([^/@?#]+)@([^?#]+)(?:\?([^#]*))?/.exec(purl);
    if (!match)
        return undefined;
    const [, name = '', version = '', query = ''] = match;
    try {
        const qualifiers = new Map(query.split('&').map(pair => [pair.split('=')[0], decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]));
        const [epoch, arch] = [qualifiers.get('epoch'), qualifiers.get('arch')];
        const plain = decodeURIComponent(version);
        return { name: decodeURIComponent(name), version: epoch ? `${epoch}:${plain}` : plain, ...(arch && { arch }) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/outputs/cyclonedx.js



function cyclonedxText(bom) {
    const { run, inventory } = bom;
    const image = imageOf(bom);
    const packages = inventory.packages.map(one => packageOf(one, inventory));
    const body = {
        metadata: {
            timestamp: run.startedAt,
            tools: { components: [{ type: 'application', name: 'ingot', version: version/* version */.r }] },
            component: image,
        },
        components: [systemOf(inventory), ...packages],
        dependencies: [{ ref: image['bom-ref'], dependsOn: [SYSTEM, ...packages.map(one => one['bom-ref'])] }],
    };
    const head = { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6' };
    return `${JSON.stringify({ ...head, serialNumber: serialOf(JSON.stringify(body)), version: 1, ...body }, null, 2)}\n`;
}
function serialOf(text) {
    const hex = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
    const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
    return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
function imageOf({ run, build, machine }) {
    const images = build.images.toSorted((a, b) => (a.region < b.region ? -1 : 1));
    const [first] = images;
    const properties = {
        'ingot:build': build.name,
        'ingot:run': run.id,
        'ingot:asked': machine,
        ...Object.fromEntries(images.map(({ region, id }) => [`ingot:image:${region}`, id])),
        ...(first?.sourceId && { 'ingot:base-image': first.sourceId }),
        ...(first?.fingerprint && { 'ingot:fingerprint': first.fingerprint }),
    };
    return {
        type: 'platform',
        'bom-ref': 'image',
        name: first?.name || build.name,
        ...(first && { version: first.id }),
        properties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    };
}
const SYSTEM = 'operating-system';
const systemOf = ({ system: { id, version, description, cpe } }) => ({
    type: 'operating-system',
    'bom-ref': SYSTEM,
    name: id,
    ...(version && { version }),
    ...(description && { description }),
    ...(cpe && /^cpe:([/]|2\.3:)/.test(cpe) && { cpe }),
});
function packageOf(one, inventory) {
    const { name, version, license } = one;
    const purl = purlOf(one, inventory);
    return {
        type: 'library',
        'bom-ref': purl,
        name,
        version,
        ...(license && { licenses: [{ license: { name: license } }] }),
        purl,
    };
}

;// CONCATENATED MODULE: ./build/outputs/sbom-files.js







class SbomFiles {
    constructor(folder) {
        this.folder = folder;
        this.name = 'SBOM';
        this.inventories = new Map();
    }
    handle(event) {
        if (event.type === 'inventory')
            this.inventories.set(event.build, event);
    }
    async finish(report) {
        if (report.outcome !== 'done')
            return [];
        const files = [];
        for (const build of report.builds) {
            const known = this.inventories.get(build.name);
            if (!known || build.images.length === 0)
                continue;
            const path = (0,external_node_path_.join)(this.folder, sbomName(build.name));
            const { inventory, machine } = known;
            await (0,atomic_file/* writeAtomically */.v)(path, cyclonedxText({ run: report.run, build, inventory, machine }));
            files.push({ what: 'sbom', path });
        }
        return files;
    }
}
function sbomName(build) {
    const plain = build
        .replace(/[^\w.-]/g, '_')
        .replace(/^\./, '_')
        .slice(0, 100);
    const mark = plain === build ? '' : `-${(0,external_node_crypto_.createHash)('sha256').update(build).digest('hex').slice(0, 8)}`;
    return `${plain}${mark}.cdx.json`;
}
async function previousPackages(given, builds) {
    const found = await (0,promises_.stat)(given).catch(() => undefined);
    const known = new Map();
    if (found?.isFile() && builds.length > 1)
        throw new failure/* Failure */.H('invalid', `${given} is one file, and there are ${builds.length} builds`, {
            advice: 'Name the folder in which a former run wrote the files of all of them.',
        });
    for (const build of found ? builds : []) {
        const path = found?.isFile() ? given : (0,external_node_path_.join)(given, sbomName(build));
        const text = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
        if (text !== undefined)
            known.set(build, packagesIn(text, path));
    }
    return known;
}
function packagesIn(text, path) {
    try {
        const { bomFormat, components } = JSON.parse(text);
        if (bomFormat === 'CycloneDX' && Array.isArray(components))
            return components.flatMap(({ purl }) => (typeof purl === 'string' ? (packageOfPurl(purl) ?? []) : []));
    }
    catch { }
    throw new failure/* Failure */.H('invalid', `${path} is no SBOM: it should be CycloneDX as JSON`, {
        advice: 'It tells what has changed since the last image. Remove it, or name another one with -previous-sbom.',
    });
}


/***/ }),

/***/ 27735:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ Terminal)
});

// EXTERNAL MODULE: ./build/outputs/package-changes-text.js
var package_changes_text = __webpack_require__(99412);
;// CONCATENATED MODULE: ./build/outputs/table.js
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
    const verdicts = report.builds.map(build => tested(report, build)).filter(row => row !== undefined);
    const rows = [...verdicts, ...report.builds.flatMap(build => summary_packages(report, build)), ...files];
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
const NOTABLE_MILLISECONDS = 50;
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
function summary_packages({ builds }, { name, packages: found }) {
    if (!found)
        return [];
    const of = builds.length > 1 ? `${name}: ` : '';
    const words = ['upgraded', 'downgraded', 'added', 'removed'];
    const changed = words.flatMap(word => {
        const line = (0,package_changes_text/* changeLine */.vK)(found.changes?.[word] ?? []);
        return line === undefined ? [] : [[label(word), `${of}${line}`]];
    });
    return [['Packages', `${of}${(0,package_changes_text/* packagesLine */.uZ)(found)}`], ...changed];
}
const LABELS = {
    tfvars: 'Terraform variables',
    tfenv: 'Terraform environment',
    sbom: 'SBOM',
    junit: 'JUnit',
    'run-report': 'Run report',
};
const label = (what) => LABELS[what] ?? what.charAt(0).toUpperCase() + what.slice(1);
const seconds = (milliseconds) => milliseconds === undefined ? '-' : `${(milliseconds / 1000).toFixed(1)} s`;

// EXTERNAL MODULE: ./build/outputs/ui-lines.js
var ui_lines = __webpack_require__(44940);
;// CONCATENATED MODULE: ./build/outputs/terminal.js


const CLEAR = '\r\u001b[K';
const BUILD_COLORS = [32, 36, 35, 33, 34];
const YELLOW = 33;
const RED = 31;
const QUIET_MILLISECONDS = 10_000;
class Terminal {
    constructor(options) {
        this.options = options;
        this.name = 'terminal';
        this.builds = [];
        this.shown = '';
        this.spoke = new Map();
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

/***/ 59186:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ TerraformEnvironment)
/* harmony export */ });
/* unused harmony export environmentText */
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68145);
/* harmony import */ var _tfvars__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74360);


class TerraformEnvironment {
    constructor(path) {
        this.path = path;
        this.name = 'Terraform environment';
    }
    handle() { }
    async finish(report) {
        const text = environmentText(report);
        if (report.outcome !== 'done' || text === undefined)
            return [];
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__/* .writeAtomically */ .v)(this.path, text);
        return [{ what: 'tfenv', path: this.path }];
    }
}
function environmentText(report) {
    const variables = (0,_tfvars__WEBPACK_IMPORTED_MODULE_1__/* .tfvarsOf */ .Ge)(report);
    return variables && `TF_VAR_images=${JSON.stringify(variables.images)}\n`;
}


/***/ }),

/***/ 74360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ tfvarsOf),
/* harmony export */   Xv: () => (/* binding */ Tfvars)
/* harmony export */ });
/* unused harmony export tfvarsText */
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68145);

class Tfvars {
    constructor(path) {
        this.path = path;
        this.name = 'Terraform variables';
    }
    handle() { }
    async finish(report) {
        const text = tfvarsText(report);
        if (report.outcome !== 'done' || text === undefined)
            return [];
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_0__/* .writeAtomically */ .v)(this.path, text);
        return [{ what: 'tfvars', path: this.path }];
    }
}
function tfvarsText(report) {
    const variables = tfvarsOf(report);
    return variables && `${JSON.stringify(variables, null, 2)}\n`;
}
function tfvarsOf(report) {
    const builds = report.builds.filter(build => build.images.length > 0).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (builds.length === 0)
        return undefined;
    const images = Object.fromEntries(builds.map(build => {
        const regions = build.images.toSorted((a, b) => (a.region < b.region ? -1 : 1));
        return [
            build.name,
            Object.fromEntries(regions.map(({ id, name, region, sourceId, fingerprint }) => [
                region,
                { id, name, region, source_id: sourceId ?? null, ...(fingerprint && { fingerprint }) },
            ])),
        ];
    }));
    return { images };
}


/***/ }),

/***/ 54465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ withEmbeddedSandbox),
/* harmony export */   Zc: () => (/* binding */ sandboxEnvironment)
/* harmony export */ });
/* unused harmony export startEmbeddedSandbox */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_readline__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72857);
/* harmony import */ var _lib_process_identity__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78569);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);





const STOP_MILLISECONDS = 60_000;
const ELSEWHERE = [
    ...['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
    ...['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'],
];
const sandboxEnvironment = (own, given) => ({
    ...Object.fromEntries(Object.entries(own).filter(([name]) => !ELSEWHERE.includes(name))),
    ...given,
});
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
async function startEmbeddedSandbox({ stateFolder, kind, imageFlags = [], moreFlags = [], process: former }, script, say, signal) {
    if (former)
        await ended(former, signal);
    const flags = ['-state', stateFolder, '-kind', kind, ...imageFlags, ...moreFlags];
    const args = [...process.execArgv, script, 'sandbox', '-embedded', ...flags];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
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
        const image = imageFlags.length > 0 ? { imageFlags } : {};
        const record = { stateFolder, kind, ...image, endpoint, process: (0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_2__/* .identityOf */ .cu)(child.pid ?? 0) };
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

/***/ 24935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ defaultStateFolder),
/* harmony export */   s: () => (/* binding */ StateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



const defaultStateFolder = () => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.cache'), 'ingot', 'sandbox');
const contents = ['volumes', 'snapshots', 'instances'];
class StateFolder {
    constructor(path) {
        this.volume = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'volumes', id);
        this.snapshot = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'snapshots', id);
        this.instance = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'instances', id);
        this.path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    }
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
    async save(state) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'state.json');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.new`, JSON.stringify(state));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.new`, file);
    }
    async empty() {
        for (const name of [...contents, 'state.json', 'state.json.new'])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, name), { recursive: true, force: true });
    }
}


/***/ })

};
;