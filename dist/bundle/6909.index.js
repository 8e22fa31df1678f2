"use strict";
exports.id = 6909;
exports.ids = [6909];
exports.modules = {

/***/ 52812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ apply),
  l: () => (/* binding */ runFlags)
});

// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
;// CONCATENATED MODULE: ./build/engine/options.js
const onErrorChoices = ['cleanup', 'abort', 'ask', 'run-cleanup-provisioner'];

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/journal.js
var journal = __webpack_require__(27485);
;// CONCATENATED MODULE: ./build/engine/prune.js



const KEPT = 100;
async function pruneRuns(stateFolder, kept = KEPT) {
    const names = await (0,promises_.readdir)(stateFolder).catch(() => []);
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
var render = __webpack_require__(64356);
// EXTERNAL MODULE: ./build/engine/run.js + 17 modules
var run = __webpack_require__(76254);
// EXTERNAL MODULE: ./build/lib/folders.js
var folders = __webpack_require__(44794);
// EXTERNAL MODULE: ./build/lib/posix-quote.js
var posix_quote = __webpack_require__(30789);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/outputs/sbom-files.js + 2 modules
var sbom_files = __webpack_require__(68308);
// EXTERNAL MODULE: ./build/sandbox/embedded.js
var embedded = __webpack_require__(54465);
// EXTERNAL MODULE: ./build/sandbox/state-folder.js
var state_folder = __webpack_require__(24935);
// EXTERNAL MODULE: ./build/template/scope.js
var scope = __webpack_require__(54978);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/cli/sandbox-flags.js
var sandbox_flags = __webpack_require__(76855);
// EXTERNAL MODULE: ./build/outputs/log-file.js
var log_file = __webpack_require__(33427);
// EXTERNAL MODULE: ./build/outputs/machine-readable.js
var machine_readable = __webpack_require__(55852);
// EXTERNAL MODULE: ./build/outputs/report-file.js
var report_file = __webpack_require__(91270);
// EXTERNAL MODULE: ./build/outputs/terminal.js + 2 modules
var outputs_terminal = __webpack_require__(27735);
// EXTERNAL MODULE: ./build/outputs/terraform-environment.js
var terraform_environment = __webpack_require__(59186);
// EXTERNAL MODULE: ./build/outputs/tfvars.js
var outputs_tfvars = __webpack_require__(74360);
;// CONCATENATED MODULE: ./build/cli/sinks.js









const junit = () => __webpack_require__(88194);
const tap = () => __webpack_require__(22419);
const TFVARS = 'images.auto.tfvars.json';
const sbomFolder = (wishes) => wishes['sbom-dir'] ?? (0,external_node_path_.dirname)(wishes['report-file'] ?? wishes['tfvars-file'] ?? TFVARS);
function sinksFor(wishes, io, run) {
    const { stdout, environment } = io;
    const folder = (0,external_node_path_.join)(run.stateFolder, run.run);
    const tfvars = wishes['tfvars-file'] ?? TFVARS;
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
        new outputs_tfvars/* Tfvars */.Xv(tfvars),
        ...(wishes['tf-env-file'] ? [new terraform_environment/* TerraformEnvironment */.k(wishes['tf-env-file'])] : []),
        ...(wishes['no-sbom'] ? [] : [new sbom_files/* SbomFiles */.p9(sbomFolder(wishes))]),
        ...(wishes['junit-file'] ? [new (junit().JunitFile)(wishes['junit-file'])] : []),
        ...(wishes['tap-file'] ? [new (tap().TapFile)(wishes['tap-file'])] : []),
        new report_file/* ReportFile */.J((0,external_node_path_.join)(folder, 'report.json'), { what: 'run-report' }),
        wishes['report-file']
            ? new report_file/* ReportFile */.J(wishes['report-file'])
            : new report_file/* ReportFile */.J((0,external_node_path_.join)((0,external_node_path_.dirname)(tfvars), 'ingot-report.json'), { onlyPassed: true }),
        wishes['machine-readable'] ? new machine_readable/* MachineReadable */.o(write) : terminal,
    ];
}
function nextCommand(report, sandboxFlags) {
    const image = report.builds.flatMap(build => build.images)[0];
    if (report.outcome !== 'done' || !image)
        return undefined;
    const look = `aws ec2 describe-images --image-ids ${image.id}`;
    return sandboxFlags !== undefined ? `${(0,command/* programName */.kX)()} sandbox ${sandboxFlags}-- ${look}` : `${look} --region ${image.region}`;
}

;// CONCATENATED MODULE: ./build/cli/apply.js
















const runFlags = {
    force: (0,flags/* toggle */.L$)('Replace what exists already (images of the same name, files).'),
    'on-error': (0,flags/* choice */.Yq)('What to do when a build fails.', onErrorChoices, 'cleanup'),
    'parallel-builds': (0,flags/* whole */.WQ)('N', 'Builds at a time; 0 is no limit.', 0),
    'machine-lifetime': (0,flags/* duration */.p0)('TIME', 'After which a forgotten machine on AWS ends itself; 0s for never. Default: 12h.'),
    'timestamp-ui': (0,flags/* toggle */.L$)('Begin each message with its time.'),
    color: (0,flags/* toggle */.L$)('Colours, on a terminal.', true),
    'machine-readable': (0,flags/* toggle */.L$)("Packer's lines for machines instead of text for people."),
    sandbox: (0,flags/* toggle */.L$)('Build on an embedded sandbox: real virtual machines here, no cloud account.'),
    'sandbox-state': (0,flags/* text */.Qq)('DIR', 'Where the embedded sandbox keeps images and disks.'),
    'sandbox-kind': (0,flags/* choice */.Yq)('Machines of the embedded sandbox: real ones, or light stand-ins for tests.', ['qemu', 'light'], 'qemu'),
    ...sandbox_flags/* buildSandboxFlags */.v1,
    'tfvars-file': (0,flags/* text */.Qq)('FILE', 'Where to write the images for Terraform. Default: images.auto.tfvars.json.'),
    'tf-env-file': (0,flags/* text */.Qq)('FILE', 'Where to write the images as a line TF_VAR_images=… for an environment.'),
    'report-file': (0,flags/* text */.Qq)('FILE', 'Where to write the report, whatever comes of it. Default: ingot-report.json beside the images for Terraform, when everything passed.'),
    'no-sbom': (0,flags/* toggle */.L$)('Do not list what is installed in the images.'),
    'sbom-dir': (0,flags/* text */.Qq)('DIR', 'Where to write what is installed in each image, as BUILD.cdx.json. Default: beside the report.'),
    'previous-sbom': (0,flags/* text */.Qq)('PATH', 'What was installed in the last image, to say what has changed: an SBOM, or a folder of them. Default: where the new one will be.'),
    'junit-file': (0,flags/* text */.Qq)('FILE', 'Where to write the smoke tests as JUnit XML, whatever comes of them.'),
    'tap-file': (0,flags/* text */.Qq)('FILE', 'Where to write the smoke tests in the Test Anything Protocol.'),
    'state-dir': (0,flags/* text */.Qq)('DIR', 'Where to keep journal, log and report. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.'),
};
async function apply(given, more = {}) {
    const { flags, io, interrupt } = given;
    if (!flags.sandbox)
        return apply_run(given, more);
    const stateFolder = flags['sandbox-state'] ?? (0,state_folder/* defaultStateFolder */.f)();
    const sandbox = { stateFolder, kind: flags['sandbox-kind'], ...(0,sandbox_flags/* sandboxArguments */.kH)(flags) };
    let sinks = [];
    const say = (line) => {
        const event = { at: Date.now(), type: 'message', level: 'info', text: `==> sandbox: ${line}` };
        if (sinks.length === 0)
            io.stdout.write(`${event.text}\n`);
        for (const sink of sinks)
            sink.handle(event);
    };
    const onSinks = (used) => {
        sinks = used;
    };
    const work = async ({ record }) => {
        const answered = given.unasked ? await given.answered() : given;
        return answered ? apply_run({ ...given, ...answered }, more, record, onSinks) : failure/* exitCodes */.h.invalid;
    };
    return (0,embedded/* withEmbeddedSandbox */.Im)(sandbox, (0,command/* ownScript */.k9)(), say, work, interrupt.signal);
}
async function apply_run({ plan, sensitive, flags, io, interrupt }, more, sandbox, onSinks = () => { }) {
    const stateFolder = flags['state-dir'] ?? (0,folders/* runsFolder */.X)(io.environment);
    const identity = (0,run/* newRunIdentity */.W)();
    await pruneRuns(stateFolder);
    const sinks = sinksFor(flags, io, { stateFolder, run: identity.id, sandboxFlags: sandbox && sandboxFlags(flags) });
    onSinks(sinks);
    const report = await (0,run/* runPlan */.F)(plan, catalog/* plugins */.N, {
        sbom: !flags['no-sbom'],
        previousPackages: await packagesBefore(flags, plan),
        sinks,
        stateFolder,
        identity,
        sandbox,
        interrupt,
        render: (0,render/* renderer */.U)(scope/* PACKER_VERSION */.sV),
        parallelBuilds: flags['parallel-builds'],
        onError: flags['on-error'],
        force: flags.force,
        machineLifetime: flags['machine-lifetime'],
        redact: sensitive,
        ...more,
    });
    io.document?.set('report', report);
    return report.exitCode;
}
async function packagesBefore(flags, { builds }) {
    const names = builds.map(({ name }) => name);
    const { 'no-sbom': unwanted, 'previous-sbom': given } = flags;
    if (unwanted)
        return undefined;
    return given === undefined ? (0,sbom_files/* previousPackages */.VM)(sbomFolder(flags), names).catch(() => undefined) : (0,sbom_files/* previousPackages */.VM)(given, names);
}
function sandboxFlags(flags) {
    const state = flags['sandbox-state'] === undefined ? '' : `-state ${flags['sandbox-state']} `;
    const kind = flags['sandbox-kind'] === 'qemu' ? '' : `-kind ${flags['sandbox-kind']} `;
    const image = (0,sandbox_flags/* sandboxArguments */.kH)(flags).imageFlags.map(word => `${(0,posix_quote/* quote */.h)(word)} `);
    return state + kind + image.join('');
}


/***/ }),

/***/ 16909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   merge: () => (/* binding */ merge)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73494);
/* harmony import */ var _engine_interrupt__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50985);
/* harmony import */ var _engine_merge__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16146);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);
/* harmony import */ var _apply__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52812);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77727);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90749);
/* harmony import */ var _sandbox_flags__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76855);
/* harmony import */ var _template_flags__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8372);









const merge = (0,_command__WEBPACK_IMPORTED_MODULE_5__/* .verb */ .w3)({
    usage: 'merge [flags] -reports PATH TEMPLATE',
    summary: 'Joins the reports of `build -only …` on several machines, and publishes what they left for later.',
    flags: {
        ..._template_flags__WEBPACK_IMPORTED_MODULE_8__/* .templateFlags */ .Qs,
        ..._template_flags__WEBPACK_IMPORTED_MODULE_8__/* .pluginFlags */ .PX,
        ..._apply__WEBPACK_IMPORTED_MODULE_4__/* .runFlags */ .l,
        ..._template_flags__WEBPACK_IMPORTED_MODULE_8__/* .publishFlags */ .n2,
        reports: (0,_flags__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)('PATH', 'A report, or a folder in which every *report.json is one; may be repeated.'),
    },
    run: async ({ rest, flags }, io) => {
        (0,_sandbox_flags__WEBPACK_IMPORTED_MODULE_7__/* .refuseWithoutSandbox */ .S5)(flags);
        if (flags.reports.length === 0)
            throw new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('invalid', 'No reports were named', {
                advice: 'Write -reports FOLDER, where the reports of the cells are.',
            });
        const more = { requireBuilds: true, askOutside: !flags.sandbox, ssmParameter: flags['ssm-parameter'] };
        const loaded = await (0,_template_flags__WEBPACK_IMPORTED_MODULE_8__/* .planFrom */ .MI)(rest, flags, _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, io, more);
        if (!loaded)
            return 2;
        const prior = (0,_engine_merge__WEBPACK_IMPORTED_MODULE_2__/* .mergeReports */ .C)(loaded.plan, await (0,_engine_merge__WEBPACK_IMPORTED_MODULE_2__/* .readReports */ .o)(flags.reports));
        const interrupt = (0,_engine_interrupt__WEBPACK_IMPORTED_MODULE_1__/* .watchSignals */ .RQ)();
        try {
            return await (0,_apply__WEBPACK_IMPORTED_MODULE_4__/* .apply */ .B)({ ...loaded, flags, io, interrupt }, { prior });
        }
        finally {
            interrupt.stop();
        }
    },
});


/***/ }),

/***/ 76855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ refuseWithoutSandbox),
/* harmony export */   kH: () => (/* binding */ sandboxArguments),
/* harmony export */   q3: () => (/* binding */ servingFlags),
/* harmony export */   t9: () => (/* binding */ givenImage),
/* harmony export */   v1: () => (/* binding */ buildSandboxFlags)
/* harmony export */ });
/* unused harmony export imageArguments */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90749);



const image = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('FILE', 'A cloud image (path or http address) as base image, instead of the Debian that is made here.');
const checksum = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('SUM', 'Its checksum, sha256:HEX or sha512:HEX; an image without one is not used.');
const name = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('NAME', "Its name in the sandbox. Default: the file's.");
const owner = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('ACCOUNT', "The account that owns it in the sandbox. Default: Debian's.");
const faults = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('FILE', 'Let go wrong what the rules in this file say.');
const latency = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)('How fast states change: as soon as they can, or no sooner than they typically do on AWS.', ['none', 'aws'], 'none');
const servingFlags = {
    faults,
    latency,
    image,
    'image-checksum': checksum,
    'image-name': name,
    'image-owner': owner,
};
const buildSandboxFlags = {
    'sandbox-faults': faults,
    'sandbox-latency': latency,
    'sandbox-image': image,
    'sandbox-image-checksum': checksum,
    'sandbox-image-name': name,
    'sandbox-image-owner': owner,
};
function givenImage(flags, prefix = '') {
    const { image: source, 'image-checksum': sum, 'image-name': imageName, 'image-owner': ownerId } = flags;
    if (source === undefined) {
        const lonely = ['image-checksum', 'image-name', 'image-owner'].find(flag => flags[flag] !== undefined);
        if (lonely === undefined)
            return undefined;
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-${prefix}${lonely} says something of an image, and none is given`, {
            advice: `Add -${prefix}image FILE.`,
        });
    }
    if (sum !== undefined)
        return { source, checksum: sum, name: imageName, ownerId };
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-${prefix}image ${source} needs a checksum`, {
        advice: `Add -${prefix}image-checksum sha256:… or sha512:… of the file.`,
    });
}
function imageArguments({ source, checksum: sum, name: imageName, ownerId }) {
    const file = /^https?:/.test(source) ? source : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(source);
    const optional = (flag, value) => (value === undefined ? [] : [flag, value]);
    return ['-image', file, '-image-checksum', sum, ...optional('-image-name', imageName), ...optional('-image-owner', ownerId)];
}
function sandboxArguments(flags) {
    const named = Object.entries(flags).flatMap(([flag, value]) => flag.startsWith(PREFIX) ? [[flag.slice(PREFIX.length), value]] : []);
    const image = givenImage(Object.fromEntries(named), PREFIX);
    const { 'sandbox-faults': faultsFile, 'sandbox-latency': pace } = flags;
    return {
        imageFlags: image ? imageArguments(image) : [],
        moreFlags: [...(faultsFile === undefined ? [] : ['-faults', faultsFile]), ...(pace === 'none' ? [] : ['-latency', pace])],
    };
}
function refuseWithoutSandbox(flags) {
    const idle = [...Object.keys(buildSandboxFlags), 'sandbox-state'].find(flag => flag !== 'sandbox-latency' && flags[flag] !== undefined);
    if (flags.sandbox || idle === undefined)
        return;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-${idle} is about an embedded sandbox, and this build has none`, { advice: 'Add -sandbox.' });
}
const PREFIX = 'sandbox-';


/***/ }),

/***/ 8372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ planFrom),
/* harmony export */   PX: () => (/* binding */ pluginFlags),
/* harmony export */   Qs: () => (/* binding */ templateFlags),
/* harmony export */   Rh: () => (/* binding */ inputFrom),
/* harmony export */   VO: () => (/* binding */ onlyTemplate),
/* harmony export */   c2: () => (/* binding */ printFindings),
/* harmony export */   n2: () => (/* binding */ publishFlags),
/* harmony export */   t$: () => (/* binding */ optionalTemplate)
/* harmony export */ });
/* harmony import */ var _engine_redact__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14145);
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74127);
/* harmony import */ var _lib_read_all__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24685);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _template_load_plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89418);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90749);
/* harmony import */ var _print_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73362);







const templateFlags = {
    var: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('NAME=VALUE', 'A value for a variable; may be repeated.'),
    'var-file': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('FILE', 'A file of values (.pkrvars.hcl, .json); may be repeated.'),
    only: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'Only builds whose name matches; globs. May be repeated.', true),
    except: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'No builds or post-processors whose name matches; globs. May be repeated.', true),
    'config-type': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)('The language of a template from standard input, by default json, and of the console without a template, by default both.', ['json', 'hcl2']),
    'use-sequential-evaluation': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: what depends on what decides the order here, with the same values.'),
};
const publishFlags = {
    'ssm-parameter': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)('NAME', 'Put the ID of each published image into this parameter of AWS Systems Manager, in its region; the name may hold ${source.name}.'),
};
const pluginFlags = {
    'ignore-prerelease-plugins': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: everything is built in.'),
};
async function planFrom(rest, flags, plugins, io, more = {}) {
    const input = inputFrom(onlyTemplate(rest), flags, io);
    let given;
    const stdin = () => (given ??= (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(io.stdin));
    return planOf({ ...input, stdin, plugins, ...more }, io);
}
async function planOf(input, io) {
    const loaded = await (0,_template_load_plan__WEBPACK_IMPORTED_MODULE_2__/* .loadPlan */ .Y)(input);
    printFindings(loaded, io);
    const { plan, sensitive, unasked, outside } = loaded;
    if (!plan || (0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .C)(loaded.diagnostics))
        return undefined;
    return { plan, sensitive, unasked, outside, answered: () => planOf({ ...input, askOutside: true }, io) };
}
function inputFrom(path, flags, { environment, stdin }) {
    const { only, except, 'var-file': variableFiles, 'config-type': configType } = flags;
    const variables = flags.var.map(assignment);
    return { path, variables, variableFiles, only, except, configType, environment, stdin: () => (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(stdin) };
}
function printFindings({ diagnostics, sources, sensitive }, io) {
    const redactor = new _engine_redact__WEBPACK_IMPORTED_MODULE_0__/* .Redactor */ .p(sensitive);
    (0,_print_error__WEBPACK_IMPORTED_MODULE_4__/* .printDiagnostics */ .a)(diagnostics, io, { sources, redact: text => redactor.text(text) });
}
function onlyTemplate(rest) {
    const path = optionalTemplate(rest);
    if (path !== undefined)
        return path;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', 'No template was named', { advice: HOW_TO_NAME });
}
function optionalTemplate([path, ...more]) {
    if (more.length === 0)
        return path;
    const named = [path, ...more];
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `One template is read at a time, and ${named.length} were named: ${named.join(', ')}`, {
        advice: HOW_TO_NAME,
    });
}
const HOW_TO_NAME = 'Name one folder with *.pkr.hcl files, or one template file; `.` is this folder, `-` is standard input.';
function assignment(text) {
    const at = text.indexOf('=');
    if (at < 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-var ${text} has no value`, { advice: `Write -var ${text}=VALUE.` });
    return { name: text.slice(0, at), text: text.slice(at + 1) };
}


/***/ }),

/***/ 16146:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ mergeReports),
/* harmony export */   o: () => (/* binding */ readReports)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(694);




async function readReports(paths) {
    const files = (await Promise.all(paths.map(reportFiles))).flat();
    return Promise.all([...new Set(files)].sort().map(async (path) => ({ path, report: await readReport(path) })));
}
async function reportFiles(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (!found)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `There is no ${path} with reports`, { advice: 'Download the reports of the cells first.' });
    if (!found.isDirectory())
        return [path];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path, { recursive: true, withFileTypes: true });
    const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('report.json'));
    return files.map(({ parentPath, path: before, name }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parentPath ?? before, name));
}
async function readReport(path) {
    try {
        const value = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
        if (value.formatVersion === 1 && value.run && Array.isArray(value.builds))
            return value;
    }
    catch { }
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `${path} is not a report of this version of ingot`, {
        advice: 'Hand over what the output report of each cell names, whole.',
    });
}
function mergeReports(plan, cells) {
    const chosen = new Map();
    for (const cell of cells)
        for (const build of cell.report.builds)
            choose(chosen, build, cell);
    const names = plan.builds.map(build => build.name);
    const missing = names.filter(name => !chosen.has(name));
    if (missing.length > 0)
        throw noReport(missing, cells);
    const strange = [...chosen].filter(([name]) => !names.includes(name));
    if (strange.length > 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `The template has no build ${strange.map(([name, { cell }]) => `${name} (reported in ${cell.path})`).join(', ')}`, { advice: 'Give merge the template, variables, only and except that plan had.' });
    const builds = names.map(name => chosen.get(name).build);
    const used = cells.filter(cell => [...chosen.values()].some(choice => choice.cell === cell));
    return joined(plan, builds, used.map(cell => cell.report));
}
function choose(chosen, build, cell) {
    const other = chosen.get(build.name);
    if (!other || other.cell.report.run.id === cell.report.run.id)
        chosen.set(build.name, { build, cell });
    else if (other.build.outcome === 'done' && build.outcome === 'done')
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `Two cells have done ${build.name}: ${other.cell.path} and ${cell.path}`, {
            advice: 'Each build belongs to one cell. Hand over the report of one of them, and remove the image of the other.',
        });
    else if (other.build.outcome !== 'done' && (build.outcome === 'done' || later(cell, other.cell)))
        chosen.set(build.name, { build, cell });
}
const later = (a, b) => a.report.run.startedAt > b.report.run.startedAt;
function joined(plan, builds, reports) {
    const first = reports.toSorted((a, b) => (a.run.startedAt < b.run.startedAt ? -1 : 1))[0];
    const problems = reports.flatMap(report => report.problems);
    const outcome = (0,_report__WEBPACK_IMPORTED_MODULE_3__/* .outcomeOf */ .s)(builds, problems);
    const end = (report) => Date.parse(report.run.startedAt) + report.milliseconds;
    return {
        formatVersion: 1,
        run: { ...first.run, template: plan.template },
        outcome,
        exitCode: outcome === 'done' ? 0 : _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h[outcome],
        milliseconds: Math.max(...reports.map(end)) - Date.parse(first.run.startedAt),
        smokeTested: reports.every(report => report.smokeTested),
        builds,
        leftovers: builds.flatMap(build => build.leftovers),
        problems,
        files: [],
    };
}
const noReport = (missing, cells) => new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', `No report of ${missing.join(', ')}: the cell did not run to its end, or its report was not handed over`, {
    advice: `${cells.length} ${cells.length === 1 ? 'report was' : 'reports were'} read${cells.length > 0 ? `: ${cells.map(cell => cell.path).join(', ')}` : ''}. Run the missing cell again, then merge.`,
});


/***/ }),

/***/ 24685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 22419:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TapFile: () => (/* binding */ TapFile),
/* harmony export */   tapText: () => (/* binding */ tapText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68321);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(yaml__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_atomic_file__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68145);
/* harmony import */ var _safe_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66013);



class TapFile {
    constructor(path) {
        this.path = path;
        this.name = 'TAP';
    }
    handle() { }
    async finish(report) {
        await (0,_lib_atomic_file__WEBPACK_IMPORTED_MODULE_1__/* .writeAtomically */ .v)(this.path, tapText(report));
        return [{ what: 'tap', path: this.path }];
    }
}
function tapText(report) {
    const results = report.builds.flatMap(build => build.smokeTests.map(result => ({ build, result })));
    const broken = report.builds.filter(({ error, smokeTests }) => error && !smokeTests.some(({ outcome }) => outcome === 'failed'));
    const lines = results.map(({ build, result }, index) => {
        const { outcome, name, detail } = result;
        const directive = outcome === 'skipped' ? ` # SKIP ${escaped(detail ?? '')}` : '';
        const line = `${outcome === 'failed' ? 'not ok' : 'ok'} ${index + 1} - ${escaped(`${build.name}: ${name}`)}${directive}`;
        return outcome === 'failed'
            ? `${line}\n${yamlBlock({ message: detail ?? '', stdout: result.stdout, stderr: result.stderr })}`
            : line;
    });
    const bails = broken.map(({ name, error }) => `Bail out! ${(0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(`${name}: ${error?.message ?? ''}`)}`);
    return `${['TAP version 13', `1..${results.length}`, ...lines, ...bails].join('\n')}\n`;
}
const escaped = (text) => (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(text).replace(/[\\#]/g, '\\$&');
function yamlBlock(fields) {
    const known = Object.entries(fields).flatMap(([key, value]) => (value ? [[key, (0,_safe_text__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(value)]] : []));
    const body = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.stringify)(Object.fromEntries(known), { lineWidth: 0 }).trimEnd();
    return ['---', ...body.split('\n'), '...'].map(line => `  ${line}`).join('\n');
}


/***/ })

};
;