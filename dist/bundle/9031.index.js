"use strict";
exports.id = 9031;
exports.ids = [9031];
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
        else if (record.damagedLine) {
            report.runs++;
            report.leftovers.push(unreadable(record, record.damagedLine));
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
const unreadable = ({ run, path }, line) => ({
    build: '',
    kind: 'journal',
    id: path,
    place: {},
    reason: `line ${line} is damaged, so nothing is released by it. What the run left has its tags: ingot clean -run ${run} -region all. Then delete the file.`,
});
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
    const { lines, damagedLine } = parse(text);
    const [header, ...entries] = lines;
    if (header?.type !== 'run')
        return { path, run, owner: 'dead', outstanding: [], damagedLine: damagedLine ?? (header ? 1 : undefined) };
    const outstanding = damagedLine ? [] : replay(entries);
    return { path, run, header, owner: (0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(header.process), outstanding, damagedLine };
}
function parse(text) {
    const all = text.split('\n');
    let damagedLine;
    const lines = all.flatMap((line, index) => {
        try {
            return line ? [JSON.parse(line)] : [];
        }
        catch {
            if (index < all.length - 1 && !isTorn(line))
                damagedLine ??= index + 1;
            return [];
        }
    });
    return { lines, damagedLine };
}
const isTorn = (line) => beginning.startsWith(line.slice(0, beginning.length)) && !/[\0\ufffd]|\}$/.test(line);
const beginning = '{"type":"';
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

/***/ 28334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var _scope__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41558);

async function sweep(found, { resourceKinds, say, signal }) {
    const places = [...new Set(found.map(({ place }) => JSON.stringify(place)))];
    const remaining = await Promise.all(places.map(async (text) => {
        const here = found.filter(({ place }) => JSON.stringify(place) === text);
        const emit = (event) => {
            if (event.type === 'resource' && event.state === 'released')
                say(`Released ${event.kind} ${event.id} (${whereabouts(text)})`);
        };
        const scope = new _scope__WEBPACK_IMPORTED_MODULE_0__/* .Scope */ .H({ build: '', journal: noJournal, newToken, emit });
        for (const { kind, place, token, id } of here) {
            const at = Object.hasOwn(resourceKinds, kind) ? resourceKinds[kind] : undefined;
            if (at)
                scope.adopt(at(place), token, id);
        }
        await scope.hasten(signal);
        return scope.close(signal);
    }));
    return remaining.flat();
}
const whereabouts = (place) => Object.values(JSON.parse(place)).join(', ');
const noJournal = { append: async () => { } };
const newToken = () => {
    throw new Error('clean creates nothing');
};


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

/***/ 69220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ findAllOurs)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/platforms/aws/sweep.js
var sweep = __webpack_require__(54090);
// EXTERNAL MODULE: ./build/platforms/aws/errors.js
var errors = __webpack_require__(53347);
// EXTERNAL MODULE: ./build/platforms/aws/iam.js
var aws_iam = __webpack_require__(60571);
;// CONCATENATED MODULE: ./build/platforms/aws/sweep-iam.js



const NAME = /^ingot-/;
async function findOursInIam(place, wanted, say, signal) {
    const iam = (0,aws_iam/* iamOf */.f4)(place);
    if (!iam)
        return [];
    try {
        return (await Promise.all([roles(iam, wanted, signal), profiles(iam, wanted, signal)])).flat();
    }
    catch (error) {
        if (!(0,errors/* isAws */.aZ)(error, 'AccessDenied*', 'InvalidAction', 'UnknownOperation*'))
            throw error;
        say(`Roles and instance profiles are not looked for: ${error.message}`);
        return [];
    }
}
async function roles(iam, wanted, signal) {
    const names = await pages(async (Marker) => {
        const { Roles = [], ...rest } = await iam.call('ListRoles', { Marker }, signal);
        return { ...rest, names: Roles.map(({ RoleName = '' }) => RoleName) };
    });
    const found = names.map(async (name) => {
        const answer = await unlessGone(iam.call('GetRole', { RoleName: name }, signal));
        return (0,sweep/* oneOfOurs */.t_)(iam.place, wanted, 'aws.iam-role', name, answer?.Role?.Tags);
    });
    return (await Promise.all(found)).flat();
}
async function profiles(iam, wanted, signal) {
    const names = await pages(async (Marker) => {
        const { InstanceProfiles = [], ...rest } = await iam.call('ListInstanceProfiles', { Marker }, signal);
        return { ...rest, names: InstanceProfiles.map(({ InstanceProfileName = '' }) => InstanceProfileName) };
    });
    const found = names.map(async (name) => {
        const answer = await unlessGone(iam.call('GetInstanceProfile', { InstanceProfileName: name }, signal));
        return (0,sweep/* oneOfOurs */.t_)(iam.place, wanted, 'aws.iam-instance-profile', name, answer?.InstanceProfile?.Tags);
    });
    return (await Promise.all(found)).flat();
}
async function pages(ask) {
    const all = [];
    for (let marker;;) {
        const { names, IsTruncated, Marker } = await ask(marker);
        all.push(...names.filter(name => NAME.test(name)));
        if (!IsTruncated || !Marker)
            return all;
        marker = Marker;
    }
}
async function unlessGone(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,errors/* isAws */.aZ)(error, 'NoSuchEntity*'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/sweep-account.js



async function findAllOurs(regions, wanted, say, signal) {
    const [any] = regions;
    if (!any)
        return { found: [], unseen: [] };
    (0,external_node_events_.setMaxListeners)(0, signal);
    const [inIam, ...inRegions] = await Promise.all([
        attempt('service', 'IAM', {}, findOursInIam(any.place, wanted, say, signal)),
        ...regions.map(ec2 => attempt('region', ec2.region, ec2.place, (0,sweep/* findOurs */.ZA)(ec2, wanted, signal))),
    ]);
    signal.throwIfAborted();
    if (inRegions.every(look => 'error' in look))
        throw inRegions[0]?.error;
    const looks = [inIam, ...inRegions];
    return {
        found: looks.flatMap(look => ('found' in look ? look.found : [])),
        unseen: looks.flatMap(look => ('unseen' in look ? [look.unseen] : [])),
    };
}
const attempt = (kind, id, place, look) => look.then(found => ({ found }), (error) => {
    const reason = `it could not be looked through: ${error.message}`;
    return { error, unseen: { build: '', kind, id, place, reason } };
});


/***/ }),

/***/ 54090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ enabledRegions),
/* harmony export */   ZA: () => (/* binding */ findOurs),
/* harmony export */   t_: () => (/* binding */ oneOfOurs)
/* harmony export */ });
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81997);

const runTag = 'ingot:run';
const startedTag = 'ingot:started-at';
const stateTag = 'ingot:state';
async function findOurs(ec2, wanted, signal) {
    const Filters = [{ Name: 'tag-key', Values: [runTag] }];
    const [pairs, groups, templates, snapshots, images, volumes, instances] = await Promise.all([
        pages(token => ec2.call('DescribeKeyPairs', { Filters, ...token }, signal), 'KeyPairs'),
        pages(token => ec2.call('DescribeSecurityGroups', { Filters, ...token }, signal), 'SecurityGroups'),
        pages(token => ec2.call('DescribeLaunchTemplates', { Filters, ...token }, signal), 'LaunchTemplates'),
        pages(token => ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters, ...token }, signal), 'Snapshots'),
        pages(token => ec2.call('DescribeImages', { Owners: ['self'], ...token, IncludeDeprecated: true }, signal), 'Images'),
        pages(token => ec2.call('DescribeVolumes', { Filters, ...token }, signal), 'Volumes'),
        pages(token => ec2.call('DescribeInstances', { Filters, ...token }, signal), 'Reservations'),
    ]);
    const ours = (kind, id, tags) => oneOfOurs(ec2.place, wanted, kind, id, tags);
    const inUse = new Set(images.flatMap(each => (each.BlockDeviceMappings ?? []).map(({ Ebs }) => Ebs?.SnapshotId)));
    const machines = instances.flatMap(each => each.Instances ?? []).filter(each => each.State?.Name !== 'terminated');
    return [
        ...pairs.flatMap(each => ours('aws.key-pair', each.KeyPairId, each.Tags)),
        ...groups.flatMap(each => ours('aws.security-group', each.GroupId, each.Tags)),
        ...templates.flatMap(each => ours('aws.fleet-instance', each.LaunchTemplateId, each.Tags)),
        ...snapshots.filter(each => !inUse.has(each.SnapshotId)).flatMap(each => ours('aws.image', each.SnapshotId, each.Tags)),
        ...images.flatMap(each => ours('aws.image', each.ImageId, each.Tags)),
        ...volumes.flatMap(each => ours('aws.instance', each.VolumeId, each.Tags)),
        ...machines.flatMap(each => ours('aws.instance', each.InstanceId, each.Tags)),
    ];
}
function oneOfOurs(place, wanted, kind, id, tags) {
    const [run, token, startedAt] = [(0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, runTag), (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, _tags__WEBPACK_IMPORTED_MODULE_0__/* .tokenTag */ .E4), (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, startedTag)];
    if (!id || !run || !token || (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, stateTag) === 'published')
        return [];
    if (wanted.runs && !wanted.runs.includes(run))
        return [];
    if (wanted.before && !(startedAt && new Date(startedAt) < wanted.before))
        return [];
    return [{ run, kind, id, token, place, startedAt: startedAt ?? '' }];
}
async function pages(ask, list) {
    const all = [];
    for (let NextToken;;) {
        const answer = await ask(NextToken ? { NextToken } : {});
        all.push(...(answer[list] ?? []));
        NextToken = answer.NextToken;
        if (!NextToken)
            return all;
    }
}
async function enabledRegions(ec2, signal) {
    const { Regions = [] } = await ec2.call('DescribeRegions', {}, signal);
    return Regions.flatMap(region => region.RegionName ?? []);
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


/***/ })

};
;