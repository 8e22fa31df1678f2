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

// EXTERNAL MODULE: ./build/catalog.js + 54 modules
var catalog = __webpack_require__(95107);
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
;// CONCATENATED MODULE: ./build/cli/clean-by-tag.js
/** `ingot clean` without a journal: looks through regions of AWS for what bears ingot's tags. */






/** What would be released, in the order of its creation. */
async function search({ regions, runs, olderThan, stateFolder, say, signal }) {
    const access = (0,aws_access/* accessAt */.mD)({ region: await (0,connect/* defaultRegion */._h)() });
    const home = (0,connect/* connect */.Ng)({ ...access, endpoint: (0,aws_access/* endpointOfEnvironment */.Yg)() });
    const wanted = { runs, before: olderThan === undefined ? undefined : new Date(Date.now() - olderThan) };
    const names = regions.length === 0 || regions.includes('all') ? await (0,aws_sweep/* enabledRegions */.T)(home, signal) : regions;
    say(`Looking for what bears ingot's tags in ${names.length === 1 ? names[0] : `${names.length} regions`}`);
    const found = (await Promise.all(names.map(region => (0,aws_sweep/* findOurs */.Z)(home.inRegion(region), wanted, signal)))).flat();
    const alive = (await (0,journal_reader/* readRuns */.x)(stateFolder)).filter(run => run.owner === 'alive').map(({ run }) => run);
    for (const run of alive.filter(run => found.some(thing => thing.run === run)))
        say(`Run ${run} is still under way: left alone`);
    return found.filter(thing => !alive.includes(thing.run));
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
/** `ingot clean`: releases what dead runs left behind. */










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
    const found = await search({
        regions: given.region,
        runs: given.run.length > 0 ? given.run : undefined,
        olderThan: given['older-than'],
        stateFolder: given['state-dir'] ?? (0,folders/* runsFolder */.X)(io.environment),
        say,
        signal,
    });
    if (!dryRun)
        return releaseFound(found, { say, signal });
    list(found, say);
    return { runs: new Set(found.map(({ run }) => run)).size, released: 0, leftovers: [], alive: [], unknown: [] };
}
function outcome(report, dryRun, io, { signal }) {
    const say = sayTo(io);
    for (const { kind, id, place, reason } of report.leftovers)
        io.stderr.write(`Left behind: ${kind} ${id}${place.region ? ` (${place.region})` : ''}: ${reason}\n`);
    io.document?.set('report', report);
    if (report.runs === 0 && report.unknown.length === 0)
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
/** Asks the person at the terminal: what to do about a failed step, and whether to go on. One question at a time. */


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
    /** Without a person -on-error=ask is -on-error=cleanup. */
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


/***/ }),

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

/***/ 28334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var _scope__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41558);

/** `found` in the order in which it was created; what stands last goes first. Places are cleaned side by side. */
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
/** Nothing is created, so nothing needs to be found again. */
const noJournal = { append: async () => { } };
const newToken = () => {
    throw new Error('clean creates nothing');
};


/***/ }),

/***/ 54090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ enabledRegions),
/* harmony export */   Z: () => (/* binding */ findOurs)
/* harmony export */ });
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81997);

const runTag = 'ingot:run';
const startedTag = 'ingot:started-at';
const stateTag = 'ingot:state';
/** In the order in which a run creates it, so that what is released last first goes in the right order. */
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
    const ours = (kind, id, tags) => one(ec2, wanted, kind, id, tags);
    // A snapshot goes with its image; one that an image holds which is not swept is not ours to delete.
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
function one(ec2, wanted, kind, id, tags) {
    const [run, token, startedAt] = [(0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, runTag), (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, _tags__WEBPACK_IMPORTED_MODULE_0__/* .tokenTag */ .E4), (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, startedTag)];
    if (!id || !run || !token || (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, stateTag) === 'published')
        return [];
    if (wanted.runs && !wanted.runs.includes(run))
        return [];
    // What does not say when it was made is not known to be old.
    if (wanted.before && !(startedAt && new Date(startedAt) < wanted.before))
        return [];
    return [{ run, kind, id, token, place: ec2.place, startedAt: startedAt ?? '' }];
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
/** Those that the account has enabled. */
async function enabledRegions(ec2, signal) {
    const { Regions = [] } = await ec2.call('DescribeRegions', {}, signal);
    return Regions.flatMap(region => region.RegionName ?? []);
}


/***/ })

};
;