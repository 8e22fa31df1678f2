"use strict";
exports.id = 9649;
exports.ids = [9649];
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
/**
 * What ends a run before its time: signals, and mistakes of ours that nobody caught. CI hosts send two or three signals seconds
 * apart, so only the first one changes anything: it aborts the run, and clean-up begins. Later ones are answered with how far
 * the clean-up is.
 */


class Interrupted extends _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H {
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
    // Every wait of every build listens; that is no leak, of which Node would warn.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, controller.signal);
    const listeners = [];
    // Dying of it would leave everything running that the run answers for.
    const crashed = (error) => controller.abort(error);
    // Nothing is under way any more, and nobody has called `stop`: whoever is waited for will never answer.
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
/**
 * What a run answers for, on disk: written and flushed before each create, so that another process can release what this
 * one leaves when it is killed. One file per run, one JSON object per line.
 */




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
/** One thing that a run answers for, from the intent to its end; every change of state reaches the journal first. */


/** How long a create that was given up on may still take to say what it made. */
const LATE_MILLISECONDS = 15_000;
class Hold {
    /** `token`, `id` and `record` are given for what another process left; without an id it is looked for. */
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
    /** Without an id the reply was lost or there was none: whatever bears the token is ours. */
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
    /** A release that the journal misses is only done once more; a publication that it misses would be undone. */
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
    constructor(ledger, millisecondsBetweenPasses = MILLISECONDS_BETWEEN_PASSES) {
        this.ledger = ledger;
        this.millisecondsBetweenPasses = millisecondsBetweenPasses;
        this.holds = [];
        this.nested = [];
        this.borrowed = new Map();
        this.closed = false;
    }
    /** A scope that ends before this one does, and at the latest with it. */
    nest() {
        const scope = new Scope(this.ledger, this.millisecondsBetweenPasses);
        this.nested.push(scope);
        return scope;
    }
    /** Takes over what another process left behind. Call it oldest first. */
    adopt(kind, token, id, record) {
        this.holds.push(new Hold(kind, this.ledger, false, token, id, record));
    }
    /** What another run handed over: it can be released early, and else stays where it is when the scope ends. */
    borrow(kind, id) {
        this.borrowed.set(id, kind);
    }
    /** `keep`: released only when the scope ends in failure. Rejects at once when `signal` aborts; what succeeds late is released. */
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
    /** Releases one early. When that fails it stays queued for the end, and the failure is thrown. */
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
    /** What was kept is the user's from now on: all of it in one write, so that no process ever finds a part of it published. */
    async publish() {
        await Promise.all(this.holds.filter(hold => hold.keep && hold.held).map(hold => hold.publish()));
    }
    /** What was kept is for another run to publish: this one does not remove it any more. */
    async handOver() {
        const kept = this.holds.filter(hold => hold.keep && hold.held).map(hold => hold.handedOver());
        await this.publish();
        return kept;
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
async function startEmbeddedSandbox({ stateFolder, kind, imageFlags = [], moreFlags = [], process: former }, script, say, signal) {
    if (former)
        await ended(former, signal);
    const flags = ['-state', stateFolder, '-kind', kind, ...imageFlags, ...moreFlags];
    const args = [...process.execArgv, script, 'sandbox', '-embedded', ...flags];
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