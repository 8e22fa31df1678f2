"use strict";
exports.id = 7311;
exports.ids = [7311];
exports.modules = {

/***/ 19527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ clean)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _error_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62354);
/* harmony import */ var _journal__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27485);
/* harmony import */ var _journal_reader__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3225);
/* harmony import */ var _scope__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41558);
/** Releases what dead runs left behind, from their journals, through the same resource kinds that made it. */






async function clean(options) {
    const records = await (0,_journal_reader__WEBPACK_IMPORTED_MODULE_4__/* .readRuns */ .x)(options.stateFolder);
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
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(record.path, { force: true });
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
        return replay(record, options, place => place);
    const moved = (endpoint) => (place) => Object.fromEntries(Object.entries(place).map(([key, value]) => [key, value === sandbox.endpoint ? endpoint : value]));
    try {
        return await options.withSandbox(sandbox, endpoint => replay(record, options, moved(endpoint)));
    }
    catch (error) {
        return outstanding.map(thing => leftover(thing, `its sandbox could not be served again: ${(0,_error_text__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(error)}`));
    }
}
/** One scope for each build, so that builds do not wait for each other. */
async function replay(record, options, moved) {
    const known = new Map(record.outstanding.map(thing => [thing.token, thing]));
    const journal = await _journal__WEBPACK_IMPORTED_MODULE_3__/* .Journal */ .C.reopen(record.path, known.keys());
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
            scopes.set(build, new _scope__WEBPACK_IMPORTED_MODULE_5__/* .Scope */ .H({ build, journal, newToken: noToken, emit }));
        if (kind)
            scopes.get(build)?.adopt(kind, token, id, thing.record);
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
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `There is no journal of ${missing.join(', ')} in ${options.stateFolder}`, {
        advice: `${records.length === 0 ? 'No run has left anything there.' : `There are: ${records.map(record => record.run).join(', ')}.`} Where the journal is lost, its tags are not: ingot clean -run ${missing[0]} -region all`,
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

/***/ 3225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readRuns)
/* harmony export */ });
/* unused harmony export readRun */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_process_identity__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78569);
/* harmony import */ var _journal__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27485);
/** Reads journals of other processes, in whatever state their end left them. */



/** All runs that have a journal, oldest first; an absent folder has none. */
async function readRuns(stateFolder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(stateFolder).catch(absent([]));
    const records = await Promise.all(names.sort().map(name => readRun(stateFolder, name)));
    return records.filter(record => record !== undefined);
}
async function readRun(stateFolder, run) {
    const path = (0,_journal__WEBPACK_IMPORTED_MODULE_2__/* .journalPath */ .H)(stateFolder, run);
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(absent(undefined));
    if (text === undefined)
        return undefined;
    const [header, ...entries] = parse(text);
    if (header?.type !== 'run')
        return { path, run, owner: 'dead', outstanding: [] };
    return { path, run, header, owner: (0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(header.process), outstanding: replay(entries) };
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
    return [...held.values()].map(({ token, kind, place, build, record, id }) => ({ token, kind, place, build, record, id }));
}
const absent = (value) => (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        return value;
    throw error;
};


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