"use strict";
exports.id = 401;
exports.ids = [401];
exports.modules = {

/***/ 401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  clean: () => (/* binding */ clean_clean)
});

// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
// EXTERNAL MODULE: ./build/engine/clean.js
var clean = __webpack_require__(19527);
// EXTERNAL MODULE: ./build/engine/interrupt.js
var engine_interrupt = __webpack_require__(50985);
// EXTERNAL MODULE: ./build/lib/folders.js
var folders = __webpack_require__(44794);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/sandbox/embedded.js
var embedded = __webpack_require__(54465);
// EXTERNAL MODULE: ./build/engine/journal-reader.js
var journal_reader = __webpack_require__(3225);
// EXTERNAL MODULE: ./build/engine/sweep.js
var sweep = __webpack_require__(28334);
// EXTERNAL MODULE: ./build/platforms/aws/access.js
var aws_access = __webpack_require__(80414);
// EXTERNAL MODULE: ./build/platforms/aws/connect.js
var connect = __webpack_require__(23328);
// EXTERNAL MODULE: ./build/platforms/aws/sweep.js
var aws_sweep = __webpack_require__(54090);
// EXTERNAL MODULE: ./build/platforms/aws/sweep-account.js + 1 modules
var sweep_account = __webpack_require__(69220);
;// CONCATENATED MODULE: ./build/cli/clean-by-tag.js







async function search({ regions, runs, olderThan, stateFolder, say, signal }) {
    const access = (0,aws_access/* accessAt */.mD)({ region: await (0,connect/* defaultRegion */._h)() });
    const home = (0,connect/* connect */.Ng)({ ...access, endpoint: (0,aws_access/* endpointOfEnvironment */.Yg)() });
    const wanted = { runs, before: olderThan === undefined ? undefined : new Date(Date.now() - olderThan) };
    const names = regions.length === 0 || regions.includes('all') ? await (0,aws_sweep/* enabledRegions */.TM)(home, signal) : regions;
    say(`Looking for what bears ingot's tags in ${names.length === 1 ? names[0] : `${names.length} regions`}`);
    const { found, unseen } = await (0,sweep_account/* findAllOurs */.w)(names.map(region => home.inRegion(region)), wanted, say, signal);
    const alive = (await (0,journal_reader/* readRuns */.x)(stateFolder)).filter(run => run.owner === 'alive').map(({ run }) => run);
    for (const run of alive.filter(run => found.some(thing => thing.run === run)))
        say(`Run ${run} is still under way: left alone`);
    return { found: found.filter(thing => !alive.includes(thing.run)), unseen };
}
function list(found, say) {
    for (const { kind, id, run, startedAt, place } of found.toReversed())
        say(`Would release ${kind} ${id} (${place.region}) of run ${run}, begun ${startedAt}`);
}
async function releaseFound(found, { say, signal }) {
    const leftovers = await (0,sweep/* sweep */.X)(found, { resourceKinds: catalog/* plugins */.N.resourceKinds, say, signal });
    const runs = new Set(found.map(({ run }) => run)).size;
    return { runs, released: found.length - leftovers.length, leftovers, alive: [], unknown: [] };
}

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/cli/questions.js
var cli_questions = __webpack_require__(60515);
;// CONCATENATED MODULE: ./build/cli/commands/clean.js










const clean_flags = {
    run: (0,flags/* list */.p_)('ID', 'Only this run, also when its process cannot be seen from here; may be repeated.'),
    'older-than': (0,flags/* duration */.p0)('TIME', "On AWS, by ingot's tags and without a journal: what runs left that began so long ago, like 3h."),
    region: (0,flags/* list */.p_)('REGION', 'With -older-than, or with -run for a run without a journal: regions to look in, or all, the default.', true),
    'dry-run': (0,flags/* toggle */.L$)('Say what would be released, and release nothing.'),
    yes: (0,flags/* toggle */.L$)('On a terminal: do not ask first.'),
    'state-dir': (0,flags/* text */.Qq)('DIR', 'Where runs keep their journals. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.'),
};
const clean_clean = (0,command/* verb */.w3)({
    usage: 'clean [flags]',
    summary: 'Releases what runs left behind that were killed.',
    flags: clean_flags,
    run: async ({ flags: given }, io) => {
        const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
        const questions = new cli_questions/* Questions */.Q(io);
        try {
            const byTag = given['older-than'] !== undefined || given.region.length > 0;
            const work = byTag ? byTags : byJournal;
            const asks = questions.possible && !given.yes && !given['dry-run'];
            const first = await work(given, io, interrupt, asks || given['dry-run']);
            if (!asks || first.runs === 0)
                return outcome(first, given['dry-run'], io, interrupt);
            if (!(await questions.agreement('Release all this?')))
                return 0;
            return outcome(await work(given, io, interrupt, false), false, io, interrupt);
        }
        finally {
            questions.close();
            interrupt.stop();
        }
    },
});
const sayTo = (io) => (line) => void io.stdout.write(`${line}\n`);
function byJournal(given, io, { signal }, dryRun) {
    const say = sayTo(io);
    return (0,clean/* clean */.u)({
        stateFolder: given['state-dir'] ?? (0,folders/* runsFolder */.X)(io.environment),
        resourceKinds: catalog/* plugins */.N.resourceKinds,
        say,
        warn: line => io.stderr.write(`Warning: ${line}\n`),
        signal,
        runs: given.run.length > 0 ? given.run : undefined,
        dryRun,
        withSandbox: (sandbox, work) => (0,embedded/* withEmbeddedSandbox */.Im)(sandbox, (0,command/* ownScript */.k9)(), say, ({ endpoint }) => work(endpoint), signal),
    });
}
async function byTags(given, io, { signal }, dryRun) {
    if (given['older-than'] === undefined && given.run.length === 0)
        throw new failure/* Failure */.H('invalid', '-region alone would end the runs of others that are still under way', {
            advice: 'Add -older-than 3h, or name runs with -run.',
        });
    const say = sayTo(io);
    const { found, unseen } = await search({
        regions: given.region,
        runs: given.run.length > 0 ? given.run : undefined,
        olderThan: given['older-than'],
        stateFolder: given['state-dir'] ?? (0,folders/* runsFolder */.X)(io.environment),
        say,
        signal,
    });
    if (!dryRun) {
        const report = await releaseFound(found, { say, signal });
        return { ...report, leftovers: [...report.leftovers, ...unseen] };
    }
    list(found, say);
    return { runs: new Set(found.map(({ run }) => run)).size, released: 0, leftovers: unseen, alive: [], unknown: [] };
}
function outcome(report, dryRun, io, { signal }) {
    const say = sayTo(io);
    for (const { kind, id, place, reason } of report.leftovers)
        io.stderr.write(`Left behind: ${kind} ${id}${place.region ? ` (${place.region})` : ''}: ${reason}\n`);
    io.document?.set('report', report);
    if (report.runs + report.unknown.length + report.leftovers.length === 0)
        say(report.alive.length > 0 ? 'Nothing else was left behind.' : 'Nothing was left behind.');
    else if (!dryRun)
        say(`Released ${report.released} of ${report.released + report.leftovers.length}.`);
    if (signal.aborted)
        return 130;
    return report.leftovers.length > 0 || report.unknown.length > 0 ? 1 : 0;
}


/***/ }),

/***/ 60515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ Questions)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26848);
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_readline_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_error_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62354);


const ANSWERS = { c: 'cleanup', a: 'abort', r: 'retry' };
class Questions {
    constructor(io) {
        this.io = io;
        this.last = Promise.resolve();
        this.afterFailure = async (build, step, error) => {
            for (;;) {
                const question = `==> ${build}: "${step}" failed: ${(0,_engine_error_text__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(error)}\n[c] Clean up and exit, [a] abort without clean-up, [r] retry the step: `;
                const answer = ANSWERS[(await this.ask(question)).trim().toLowerCase()];
                if (answer)
                    return answer;
            }
        };
        this.beforeStep = async (build, step, signal) => {
            await this.enter(build, `next is "${step}". Press Enter to go on.`, signal);
        };
        this.enter = async (build, text, signal) => {
            await this.ask(`==> ${build}: ${text} `, signal);
        };
    }
    get possible() {
        return this.io.stdin.isTTY === true && this.io.stdout.isTTY === true;
    }
    async agreement(question) {
        return /^y(es)?$/i.test((await this.ask(`${question} [y/N] `)).trim());
    }
    close() {
        this.terminal?.close();
    }
    open() {
        const terminal = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: this.io.stdin, output: process.stdout });
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


/***/ })

};
;