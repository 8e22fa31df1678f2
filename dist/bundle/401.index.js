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

// EXTERNAL MODULE: ./build/catalog.js + 46 modules
var catalog = __webpack_require__(95580);
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
/** `ingot clean` without a journal: looks through regions of AWS for what bears ingot's tags. */







/** What would be released, in the order of its creation. */
async function search({ regions, runs, olderThan, stateFolder, say, signal }) {
    const access = (0,aws_access/* accessAt */.mD)({ region: await (0,connect/* defaultRegion */._h)() });
    const home = (0,connect/* connect */.Ng)({ ...access, endpoint: (0,aws_access/* endpointOfEnvironment */.Yg)() });
    const wanted = { runs, before: olderThan === undefined ? undefined : new Date(Date.now() - olderThan) };
    const names = regions.length === 0 || regions.includes('all') ? await (0,aws_sweep/* enabledRegions */.TM)(home, signal) : regions;
    say(`Looking for what bears ingot's tags in ${names.length === 1 ? names[0] : `${names.length} regions`}`);
    const found = await (0,sweep_account/* findAllOurs */.w)(names.map(region => home.inRegion(region)), wanted, say, signal);
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

/***/ 69220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ findAllOurs)
});

// EXTERNAL MODULE: ./build/platforms/aws/sweep.js
var sweep = __webpack_require__(54090);
// EXTERNAL MODULE: ./build/platforms/aws/errors.js
var errors = __webpack_require__(53347);
// EXTERNAL MODULE: ./build/platforms/aws/iam.js
var aws_iam = __webpack_require__(60571);
;// CONCATENATED MODULE: ./build/platforms/aws/sweep-iam.js



/** IAM's lists hold no tags: what has a name as our tokens are is asked for them. */
const NAME = /^ingot-/;
/** Empty where EC2 is another's, whose roles are not AWS's. Who may not look is told so, by `say`. */
async function findOursInIam(place, wanted, say, signal) {
    const iam = (0,aws_iam/* iamOf */.f4)(place);
    if (!iam)
        return [];
    try {
        return (await Promise.all([roles(iam, wanted, signal), profiles(iam, wanted, signal)])).flat();
    }
    catch (error) {
        // An endpoint for all services may have no IAM: the sandbox, for one.
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
/** The run that made it may be cleaning up itself. */
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


/** In the order in which a run creates it. `say` hears what could not be looked for. */
async function findAllOurs(regions, wanted, say, signal) {
    const [any] = regions;
    if (!any)
        return [];
    const looks = [findOursInIam(any.place, wanted, say, signal), ...regions.map(ec2 => (0,sweep/* findOurs */.ZA)(ec2, wanted, signal))];
    return (await Promise.all(looks)).flat();
}


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
    const ours = (kind, id, tags) => oneOfOurs(ec2.place, wanted, kind, id, tags);
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
/** It, if it is ours, unpublished and wanted; or nothing. */
function oneOfOurs(place, wanted, kind, id, tags) {
    const [run, token, startedAt] = [(0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, runTag), (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, _tags__WEBPACK_IMPORTED_MODULE_0__/* .tokenTag */ .E4), (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, startedTag)];
    if (!id || !run || !token || (0,_tags__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(tags, stateTag) === 'published')
        return [];
    if (wanted.runs && !wanted.runs.includes(run))
        return [];
    // What does not say when it was made is not known to be old.
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
/** Those that the account has enabled. */
async function enabledRegions(ec2, signal) {
    const { Regions = [] } = await ec2.call('DescribeRegions', {}, signal);
    return Regions.flatMap(region => region.RegionName ?? []);
}


/***/ })

};
;