"use strict";
exports.id = 4706;
exports.ids = [4706];
exports.modules = {

/***/ 18482:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ openAccess)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96421);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30631);





const RENEW_MILLISECONDS = 120_000;
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];
async function openAccess(given, folder, renewMilliseconds = RENEW_MILLISECONDS) {
    const { region, endpoint, 'role-to-assume': role, audience } = given;
    if (region)
        Object.assign(process.env, { AWS_REGION: region, AWS_DEFAULT_REGION: region });
    if (endpoint)
        process.env.AWS_ENDPOINT_URL = endpoint;
    if (!role)
        return { stop: async () => { } };
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `token-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    await writeToken(file, audience);
    for (const name of KEYS)
        delete process.env[name];
    Object.assign(process.env, {
        AWS_ROLE_ARN: role,
        AWS_WEB_IDENTITY_TOKEN_FILE: file,
        AWS_ROLE_SESSION_NAME: sessionName(process.env),
    });
    let renewal = Promise.resolve();
    const renew = () => {
        renewal = writeToken(file, audience).catch(error => (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e)(`The OIDC token was not renewed: ${error.message}`));
    };
    const timer = setInterval(renew, renewMilliseconds).unref();
    return {
        stop: async () => {
            clearInterval(timer);
            await renewal;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(file, { force: true });
        },
    };
}
async function writeToken(file, audience) {
    const token = await ask(audience);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(file, '..'), { recursive: true, mode: 0o700 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(`${file}.new`, token, { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(`${file}.new`, file);
}
async function ask(audience) {
    if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL || !process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('invalid', 'role-to-assume needs an OIDC token, and this job may not ask for one', {
            advice: 'Write `permissions: { id-token: write, contents: read }` in the job. Pull requests from forks never get one.',
        });
    try {
        return await (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getIDToken */ .V9)(audience);
    }
    catch (cause) {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('failed', `The host gave no OIDC token: ${cause.message}`, { cause });
    }
}
const sessionName = ({ GITHUB_RUN_ID, GITHUB_REPOSITORY }) => ['ingot', GITHUB_REPOSITORY?.split('/')[1], GITHUB_RUN_ID]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64);


/***/ }),

/***/ 52073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ cliBundle)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const cliBundle = () => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(process.argv[1] ?? ''), '..', 'cli', 'main.js');


/***/ }),

/***/ 8224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   M9: () => (/* binding */ write),
/* harmony export */   yy: () => (/* binding */ print)
/* harmony export */ });
const harmless = (text) => text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
const print = (line) => write(`${line}\n`);
const write = (text) => void process.stdout.write(harmless(text));
const command = (line) => void process.stdout.write(`${line}\n`);


/***/ }),

/***/ 4575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fP: () => (/* binding */ accessNames),
  Ko: () => (/* binding */ readInputs),
  jV: () => (/* binding */ readSome)
});

// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/engine/cells.js
var cells = __webpack_require__(55003);
// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(46125);
// EXTERNAL MODULE: ./build/language/duration.js
var duration = __webpack_require__(45252);
;// CONCATENATED MODULE: ./build/action/vars-lines.js

function assignments(text) {
    const lines = text.split(/\r?\n/);
    const found = [];
    for (let i = 0; i < lines.length; i++) {
        const line = (lines[i] ?? '').trimStart();
        if (line.trim() === '')
            continue;
        const [, name, sign, rest = ''] = /^([^=\s<]+)\s*(=|<<(?=.*\S))(.*)$/s.exec(line) ?? [];
        if (name === undefined)
            throw notAnAssignment(i);
        if (sign === '=') {
            found.push({ name, text: rest });
            continue;
        }
        const end = lines.findIndex((candidate, at) => at > i && candidate.trim() === rest.trim());
        if (end < 0)
            throw unterminated(name, rest.trim());
        found.push({ name, text: lines.slice(i + 1, end).join('\n') });
        i = end;
    }
    return found;
}
const notAnAssignment = (index) => new failure/* Failure */.H('invalid', `Line ${index + 1} of the input vars is not name=value`, {
    advice: 'Write one variable a line. A value of several lines goes between `name<<END` and `END`.',
});
const unterminated = (name, end) => new failure/* Failure */.H('invalid', `In the input vars the value of ${name} does not end`, {
    advice: `It began with ${name}<<${end}: write a line that is only ${end} behind it.`,
});

;// CONCATENATED MODULE: ./build/action/input-kinds.js



const commandNames = ['build', 'validate', 'plan', 'merge', 'test', 'clean'];
const kind = (read) => (description, more = {}) => ({ description, ...more, read });
const input_kinds_text = kind(given => given.trim());
const linesOf = (given) => given.split(/\r?\n/).map(line => line.trim());
const present = (part) => part !== '';
const lines = kind(given => linesOf(given).filter(present));
const patterns = kind(given => linesOf(given.replaceAll(',', '\n')).filter(present));
const variables = kind(assignments);
const whole = kind(number(/^\d+$/, 'a whole number'));
const minutesOf = number(/^\d+(\.\d+)?$/, 'a number of minutes');
const minutes = kind(given => minutesOf(given) * 60_000);
const input_kinds_duration = kind(given => {
    if (given.trim() === '')
        return undefined;
    try {
        return (0,duration/* parseDuration */.E)(given.trim());
    }
    catch (error) {
        throw new Error(`${error.message}. It takes a time such as 90m or 3h.`);
    }
});
function toggle(description, more = {}) {
    const read = (given) => {
        const value = given.trim().toLowerCase();
        if (value === 'true' || value === 'false')
            return value === 'true';
        throw new Error('It takes true or false.');
    };
    return { description, default: 'false', ...more, read };
}
function choice(description, choices, more = {}) {
    const read = (given) => {
        const value = given.trim();
        if (choices.includes(value))
            return value;
        const meant = (0,did_you_mean/* suggestion */.h)(value, choices);
        throw new Error(`It takes one of ${choices.filter(present).join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`);
    };
    return { description, ...(choices[0] && { default: choices[0] }), ...more, read };
}
function number(form, what) {
    return given => {
        if (form.test(given.trim()))
            return Number(given);
        throw new Error(`It takes ${what}.`);
    };
}

;// CONCATENATED MODULE: ./build/action/inputs.js



const OF_TEMPLATES = ['build', 'validate', 'plan', 'merge', 'test'];
const OF_PUBLISHERS = ['build', 'merge'];
const OF_RUNS = ['build', 'merge', 'test'];
const OF_TESTERS = ['build', 'test'];
const inputs = {
    command: choice('What to do: build, validate, plan, merge, test or clean.', commandNames),
    template: input_kinds_text('Packer template, a folder or a file, relative to the working directory. Every command but clean needs it.', {
        commands: OF_TEMPLATES,
    }),
    vars: variables('Variables, one `name=value` a line; the value may hold `=` and quotes. For several lines write `name<<END`, the lines, and `END`.', { commands: OF_TEMPLATES }),
    'var-files': lines('Variable files (.pkrvars.hcl, .json), one a line, later ones win.', { commands: OF_TEMPLATES }),
    only: patterns('Globs of builds to run, separated by commas or lines.', { commands: OF_TEMPLATES }),
    except: patterns('Globs of builds and post-processors to leave out, separated by commas or lines.', { commands: OF_TEMPLATES }),
    'evaluate-datasources': toggle('true asks data sources; otherwise what depends on them is unknown.', {
        commands: ['validate', 'plan'],
    }),
    'syntax-only': toggle('true looks at the syntax and the variables only, not at the options of components.', {
        commands: ['validate'],
    }),
    'host-keys': choice('How host keys of launched machines are known: auto, pin, console or trust. What *.ingot.hcl says when empty.', ['', ...communicator_options/* hostKeyChoices */.Cx], { commands: ['build'] }),
    sandbox: toggle('true bakes on the embedded sandbox, with no cloud account at all. The runner needs Debian or Ubuntu.', {
        commands: OF_RUNS,
    }),
    'sandbox-image': input_kinds_text('A cloud image (path or http address) as base image of the sandbox, instead of the Debian that is made on the runner.', { commands: OF_RUNS }),
    'sandbox-image-checksum': input_kinds_text('Its checksum, sha256:HEX or sha512:HEX; an image without one is not used.', {
        commands: OF_RUNS,
    }),
    'sandbox-image-name': input_kinds_text("Its name in the sandbox. Default: the file's.", { commands: OF_RUNS }),
    'sandbox-image-owner': input_kinds_text("The account that owns it in the sandbox. Default: Debian's.", { commands: OF_RUNS }),
    region: input_kinds_text('AWS region where the template names none.'),
    endpoint: input_kinds_text('Address of another service that speaks AWS, such as http://127.0.0.1:5000.'),
    'role-to-assume': input_kinds_text('ARN of a role to assume with OIDC tokens of the job, renewed for as long as it runs. Needs `id-token: write`.'),
    audience: input_kinds_text('Audience of those OIDC tokens.', { default: 'sts.amazonaws.com' }),
    image: input_kinds_text('ID of an image that exists, to be asked the smoke tests of the template.', { commands: ['test'] }),
    'smoke-tests': lines('Goss files, scripts or folders of such, one a line, asked besides what the template declares.', {
        commands: OF_TESTERS,
    }),
    'smoke-tests-timeout': input_kinds_duration('For all smoke tests of a build together, e.g. 20m. Default: 1h.', { commands: OF_TESTERS }),
    'no-smoke-tests': toggle('true publishes without testing, which every output says.', { commands: ['build'] }),
    'skip-unchanged': toggle('true outputs the image that was published of the same template, files and base image, if there is one, and bakes none.', { commands: ['build'] }),
    force: toggle('true replaces what exists already: images of the same name, files.', { commands: OF_PUBLISHERS }),
    'parallel-builds': whole('Builds at a time; 0 is no limit.', { default: '0', commands: OF_PUBLISHERS }),
    'on-failure': choice('What becomes of a failed build: cleanup removes all of it, abort leaves it in place to be looked at, run-cleanup-provisioner too, after that provisioner.', ['cleanup', 'abort', 'run-cleanup-provisioner'], { commands: ['build'] }),
    'tfvars-file': input_kinds_text('Where to write the images as Terraform variables.', {
        default: 'images.auto.tfvars.json',
        commands: OF_PUBLISHERS,
    }),
    'tf-env-file': input_kinds_text('Where to write the images as a line TF_VAR_images=…, for an environment.', { commands: OF_PUBLISHERS }),
    sbom: toggle('false does not list what is installed in the images.', { default: 'true', commands: OF_RUNS }),
    'sbom-dir': input_kinds_text('Folder for those lists, each BUILD.cdx.json. Default: that of tfvars-file.', { commands: OF_RUNS }),
    'previous-sbom': input_kinds_text('What was installed in the last image, to say what has changed: an SBOM, or a folder of them. Default: what lies in sbom-dir.', { commands: OF_RUNS }),
    'machine-lifetime': input_kinds_duration('After which a forgotten machine on AWS ends itself, e.g. 6h; 0s for never. Default: 12h.', {
        commands: OF_RUNS,
    }),
    'ssm-parameter': input_kinds_text('Parameter of AWS Systems Manager that is to hold the ID of each published image, in its region. The name may hold `${source.name}`.', { commands: OF_PUBLISHERS }),
    publish: choice('now, or later: the image is tested and waits, and command: merge copies, tags and hands it out.', ['now', 'later'], { commands: ['build'] }),
    'matrix-by': choice('What the cells of the matrix are: one for each build, type (of source), or region.', cells/* cellsBy */.z, {
        commands: ['plan'],
    }),
    reports: lines('Folders or files with the reports of the cells, one a line.', { commands: ['merge'] }),
    'older-than': input_kinds_duration('What runs left behind that began so long ago is removed by its tags, e.g. 3h. Published images are never touched.', { commands: ['clean'] }),
    runs: patterns('Only what these runs left, by ID, separated by commas or lines; then older-than may be left out.', {
        commands: ['clean'],
    }),
    regions: patterns('Where to look for it, separated by commas or lines; all is every region of the account.', {
        default: 'all',
        commands: ['clean'],
    }),
    'dry-run': toggle('true says what would be removed, and removes nothing.', { commands: ['clean'] }),
    'working-directory': input_kinds_text('Folder that the template and all other paths are relative to. Default: the workspace.'),
    summary: toggle('false writes no step summary.', { default: 'true' }),
    annotations: toggle('false marks no lines of the template in the pull request.', { default: 'true' }),
    comment: toggle('true keeps one comment on the pull request up to date with the result. Needs `pull-requests: write`.', {
        commands: OF_RUNS,
    }),
    'github-token': input_kinds_text('Token for that comment.', {
        default: '${{ github.token }}',
    }),
    'timeout-minutes': minutes('Ends the run with its clean-up after this time. Choose it some minutes shorter than that of the job; 0 is no limit.', { default: '0', commands: OF_RUNS }),
};
const declaration = (name) => inputs[name];

;// CONCATENATED MODULE: ./build/action/read-inputs.js



const accessNames = ['region', 'endpoint', 'role-to-assume', 'audience'];
const names = Object.keys(inputs);
function readInputs(environment) {
    refuseUnknown(environment);
    const given = readSome(environment, names);
    for (const name of names)
        refuseMisplaced(name, given.command, environment);
    refuseIncomplete(given);
    refuseContradictions(given, environment);
    return given;
}
const readSome = (environment, some) => Object.fromEntries(some.map(name => [name, read(name, environment)]));
function read(name, environment) {
    const text = textOf(name, environment);
    try {
        return declaration(name).read(text);
    }
    catch (error) {
        throw error instanceof failure/* Failure */.H ? error : invalid(`The input ${name} is "${text.trim()}"`, error.message);
    }
}
const variableOf = (name) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
function textOf(name, environment) {
    const text = environment[variableOf(name)] ?? '';
    const { default: initial = '' } = declaration(name);
    return text.trim() === '' && !initial.startsWith('${{') ? initial : text;
}
function refuseUnknown(environment) {
    const known = new Set(names.map(variableOf));
    const unknown = Object.keys(environment).filter(name => name.startsWith('INPUT_') && !known.has(name));
    if (unknown.length === 0)
        return;
    const written = unknown.map(name => name.slice('INPUT_'.length).toLowerCase());
    const meant = (0,did_you_mean/* suggestion */.h)(written[0] ?? '', names);
    throw invalid(`There is no input ${written.join(', ')}`, meant ? `Did you mean ${meant}?` : `There are: ${names.join(', ')}.`);
}
function refuseMisplaced(name, command, environment) {
    const { commands, default: initial = '' } = declaration(name);
    if (!commands || commands.includes(command) || textOf(name, environment).trim() === initial)
        return;
    const words = commands.map(word => `command: ${word}`).join(', ');
    throw invalid(`The input ${name} means nothing to command: ${command}`, `It is for ${words}. Leave it out.`);
}
const EXCLUSIVE = [
    ['smoke-tests', 'no-smoke-tests'],
    ['sandbox', 'endpoint'],
    ['sandbox', 'role-to-assume'],
    ['no-smoke-tests', 'smoke-tests-timeout'],
    ['syntax-only', 'evaluate-datasources'],
];
const ABOUT = [
    ['sandbox-image', 'sandbox'],
    ['sandbox-image', 'sandbox-image-checksum'],
    ['sandbox-image-checksum', 'sandbox-image'],
    ['sandbox-image-name', 'sandbox-image'],
    ['sandbox-image-owner', 'sandbox-image'],
    ['sbom-dir', 'sbom'],
    ['previous-sbom', 'sbom'],
    ['audience', 'role-to-assume'],
];
const OF_PUBLISHED = ['ssm-parameter', 'tf-env-file'];
const NEEDED = [
    {
        name: 'template',
        by: ['build', 'validate', 'plan', 'merge', 'test'],
        advice: 'Write it under `with:` in the step, e.g. template: images/web',
    },
    { name: 'image', by: ['test'], advice: 'Name an image that exists: ami-…' },
    { name: 'reports', by: ['merge'], advice: 'Name the folder into which the reports of the cells were downloaded.' },
    {
        name: 'older-than',
        by: ['clean'],
        unless: 'runs',
        advice: 'Name a time that is longer than any run takes, e.g. older-than: 3h. Or name some with the input runs.',
    },
];
const NOTHING = ['', 'false'];
const isGiven = (given, name) => !NOTHING.includes(String(given[name] ?? ''));
function refuseIncomplete(given) {
    for (const { name, by, unless, advice } of NEEDED)
        if (by.includes(given.command) && !isGiven(given, name) && !(unless && isGiven(given, unless)))
            throw invalid(`The input ${name} is missing`, advice);
    for (const [one, other] of ABOUT)
        if (isGiven(given, one) && given[one] !== declaration(one).default && !isGiven(given, other))
            throw invalid(`The input ${one} needs the input ${other}, which is ${given[other] === false ? 'false' : 'missing'}`, `Give both, or leave ${one} out.`);
}
function refuseContradictions(given, environment) {
    for (const [one, other] of EXCLUSIVE)
        if (isGiven(given, one) && isGiven(given, other))
            throw invalid(`The inputs ${one} and ${other} exclude each other`, 'Leave out one of them.');
    for (const name of OF_PUBLISHED)
        if (given[name] && given.publish === 'later')
            throw invalid(`The inputs ${name} and publish: later exclude each other`, `Give ${name} to command: merge, which publishes.`);
    if (given['role-to-assume'] && environment.AWS_ACCESS_KEY_ID)
        throw invalid('The input role-to-assume is set, and so is AWS_ACCESS_KEY_ID in the environment', 'Leave out role-to-assume, or the step before this one that puts keys into the environment.');
    if (given.comment && !given['github-token'])
        throw invalid('The input comment needs a token', 'Leave github-token at its default.');
}
const invalid = (message, advice) => new failure/* Failure */.H('invalid', message, { advice });


/***/ }),

/***/ 33826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ savedTrail),
/* harmony export */   Z: () => (/* binding */ TrailKeeper)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96421);

const TRAIL = 'trail';
class TrailKeeper {
    constructor(run, sandbox) {
        this.run = run;
        this.sandbox = sandbox;
        this.name = 'state for post';
        this.places = new Map();
    }
    handle(event) {
        if (event.type !== 'resource' || !event.place)
            return;
        const key = JSON.stringify(event.place);
        if (this.places.has(key))
            return;
        this.places.set(key, event.place);
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(TRAIL, { run: this.run, places: [...this.places.values()], sandbox: this.sandbox });
    }
    async finish({ leftovers }) {
        if (this.places.size > 0 && leftovers.length === 0)
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(TRAIL, '');
        return [];
    }
}
function savedTrail() {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(TRAIL);
    return text === '' ? undefined : JSON.parse(text);
}


/***/ }),

/***/ 55003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cellsOf),
/* harmony export */   z: () => (/* binding */ cellsBy)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

const cellsBy = ['build', 'type', 'region'];
const MOST_CELLS = 256;
function cellsOf(plan, by) {
    const groups = new Map();
    for (const build of plan.builds)
        groups.set(groupOf(build, by), [...(groups.get(groupOf(build, by)) ?? []), build.name]);
    if (groups.size > MOST_CELLS)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', `The plan makes ${groups.size} cells, and a matrix has at most ${MOST_CELLS}`, {
            advice: 'Group the builds by type or region, or leave some out with only or except.',
        });
    const keys = new Set();
    return [...groups].map(([group, builds]) => ({ key: uniqueKey(group, keys), only: builds.map(literal).join(','), builds }));
}
function groupOf({ name, source }, by) {
    if (by === 'type')
        return source.type;
    if (by === 'build')
        return name;
    const { region } = source.options.value;
    return typeof region === 'string' && region !== '' ? region : 'no-region';
}
function uniqueKey(group, taken) {
    const base = group.replace(/[^\w.-]+/g, '-').replaceAll('.', '-');
    let key = base;
    for (let n = 2; taken.has(key); n++)
        key = `${base}-${n}`;
    taken.add(key);
    return key;
}
const literal = (name) => name.replace(/[\\*?[\]{}]/g, '\\$&').replaceAll(',', '?');


/***/ }),

/***/ 27455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ misspelt),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
function suggestion(name, candidates) {
    for (const candidate of candidates)
        if (isWithin(2, name, candidate))
            return candidate;
    return undefined;
}
const didYouMean = (name, candidates) => misspelt(name, candidates).hint;
function misspelt(written, candidates) {
    const meant = suggestion(written, candidates);
    return meant === undefined ? { hint: '' } : { hint: ` Did you mean "${meant}"?`, slip: { written, meant } };
}
function isWithin(edits, a, b, i = 0, j = 0) {
    while (i < a.length && a[i] === b[j]) {
        i++;
        j++;
    }
    const [restOfA, restOfB] = [a.length - i, b.length - j];
    if (restOfA === 0 || restOfB === 0)
        return restOfA + restOfB <= edits;
    if (edits === 0 || Math.abs(restOfA - restOfB) > edits)
        return false;
    return isWithin(edits - 1, a, b, i + 1, j + 1) || isWithin(edits - 1, a, b, i + 1, j) || isWithin(edits - 1, a, b, i, j + 1);
}


/***/ }),

/***/ 45252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   N: () => (/* binding */ parseNanoseconds)
/* harmony export */ });
const units = {
    ns: 1n,
    us: 1000n,
    µs: 1000n,
    μs: 1000n,
    ms: 1000000n,
    s: 1000000000n,
    m: 60000000000n,
    h: 3600000000000n,
};
const LONGEST = 2n ** 63n;
const parseDuration = (text) => Number(parseNanoseconds(text)) / 1e6;
function parseNanoseconds(text) {
    const [, sign, body] = /^([-+]?)(.*)$/s.exec(text);
    if (body === '0')
        return 0n;
    const fail = (what) => new Error(`time: ${what} duration ${JSON.stringify(text)}`);
    if (body === '')
        throw fail('invalid');
    let total = 0n;
    for (let rest = body; rest !== '';) {
        const [whole, integer, fraction = '', unit] = /^(\d*)(?:\.(\d*))?([^\d.]*)/s.exec(rest);
        if (integer === '' && fraction === '')
            throw fail('invalid');
        if (unit === '')
            throw fail('missing unit in');
        const size = units[unit];
        if (size === undefined)
            throw fail(`unknown unit ${JSON.stringify(unit)} in`);
        total += BigInt(integer) * size + (BigInt(`0${fraction}`) * size) / 10n ** BigInt(fraction.length);
        rest = rest.slice(whole.length);
        if (total > LONGEST || (total === LONGEST && sign !== '-'))
            throw fail('invalid');
    }
    return sign === '-' ? -total : total;
}


/***/ }),

/***/ 28691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
function duration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 9950)
        return `${Number((milliseconds / 1000).toFixed(1))} s`;
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const [big, small] = minutes < 60 ? [`${minutes} min`, `${seconds % 60} s`] : [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
    return small.startsWith('0 ') ? big : `${big} ${small}`;
}


/***/ }),

/***/ 30631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
class Failure extends Error {
    constructor(code, message, details = {}) {
        super(message, { cause: details.cause });
        this.code = code;
        this.details = details;
        this.name = 'Failure';
    }
}
const exitCodes = { failed: 1, invalid: 2, interrupted: 130 };


/***/ })

};
;