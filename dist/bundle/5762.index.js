"use strict";
exports.id = 5762;
exports.ids = [5762];
exports.modules = {

/***/ 78355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(96421);
// EXTERNAL MODULE: ./build/engine/interrupt.js
var engine_interrupt = __webpack_require__(50985);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/action/access.js
var action_access = __webpack_require__(18482);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/cells.js
var engine_cells = __webpack_require__(55003);
// EXTERNAL MODULE: ./build/engine/merge.js
var merge = __webpack_require__(16146);
// EXTERNAL MODULE: ./build/outputs/safe-text.js
var safe_text = __webpack_require__(66013);
;// CONCATENATED MODULE: ./build/outputs/markdown.js

const cell = (text) => escaped((0,safe_text/* firstLine */.TM)(text));
function code(given) {
    const text = (0,safe_text/* firstLine */.TM)(given);
    if (text === '')
        return '';
    const fence = '`'.repeat(longestRun(text) + 1);
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${text.replaceAll('|', '\\|')}${pad}${fence}`;
}
function codeBlock(text, language = '') {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${(0,safe_text/* plainText */.wh)(text).trimEnd()}\n${fence}`;
}
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
const longestRun = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
const escaped = (text) => text
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');

// EXTERNAL MODULE: ./build/sandbox/embedded.js
var embedded = __webpack_require__(54465);
// EXTERNAL MODULE: ./build/sandbox/state-folder.js
var state_folder = __webpack_require__(24935);
// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
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
// EXTERNAL MODULE: ./build/action/log.js
var log = __webpack_require__(8224);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/outputs/phase-times.js
class PhaseTimes {
    constructor() {
        this.pieces = [];
    }
    handle(event) {
        if (event.type !== 'step-started' && event.type !== 'step-finished')
            return;
        const { build, phase, at } = event;
        const last = this.pieces.findLast(piece => piece.build === build);
        if (last?.phase === phase)
            last.to = Math.max(last.to, at);
        else
            this.pieces.push({ build, phase, from: at, to: at });
    }
    all() {
        return this.pieces.map(piece => ({ ...piece }));
    }
}

// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
;// CONCATENATED MODULE: ./build/outputs/mermaid.js
const MOST_PIECES = 200;
function ganttOf(times) {
    const shown = times.slice(0, MOST_PIECES);
    if (shown.length === 0)
        return undefined;
    const began = Math.min(...shown.map(({ from }) => from));
    const builds = [...new Set(shown.map(({ build }) => build))];
    const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S'];
    for (const build of builds) {
        lines.push(`  section ${plain(build)}`);
        for (const { phase, from, to } of shown.filter(piece => piece.build === build))
            lines.push(`  ${phase} ${((to - from) / 1000).toFixed(1)} s : ${from - began}, ${Math.max(to - began, from - began + 1)}`);
    }
    return lines.join('\n');
}
const plain = (text) => text.replace(/[:;#%\n\r]/g, ' ');

// EXTERNAL MODULE: ./build/outputs/package-changes-text.js
var package_changes_text = __webpack_require__(99412);
;// CONCATENATED MODULE: ./build/outputs/step-summary.js




const EVIDENCE_CHARACTERS = 4000;
const MOST_CHANGES = 500;
function stepSummary(report, { times = [], limit }) {
    const sections = [
        ['result', headline(report)],
        ['images', step_summary_images(report)],
        ['failures', failures(report)],
        ['smoke tests', smokeTests(report)],
        ['packages', step_summary_packages(report)],
        ['leftovers', leftovers(report)],
        ['timeline', timeline(times)],
    ];
    const left = [];
    let page = '';
    for (const [name, text] of sections) {
        if (text === undefined)
            continue;
        if (Buffer.byteLength(page) + Buffer.byteLength(text) + 200 <= limit)
            page += `${text}\n\n`;
        else
            left.push(name);
    }
    return left.length === 0 ? page : `${page}_Left out, because the page would be too long: ${left.join(', ')}. See the log._\n`;
}
function headline(report) {
    const { outcome, builds, run, milliseconds, smokeTested, problems } = report;
    const waiting = builds.filter(build => build.candidate).length;
    const baked = waiting > 0
        ? `${counted(waiting, 'candidate waits', 'candidates wait')} for merge`
        : counted(countImages(report), 'image', 'images');
    const failed = builds.filter(build => build.outcome === 'failed').length;
    const verdict = {
        done: `✅ ${cell(run.template)}: ${baked}`,
        failed: `❌ ${cell(run.template)}: ${failed > 0 ? `${failed} of ${counted(builds.length, 'build', 'builds')} failed` : 'failed'}`,
        interrupted: `🛑 ${cell(run.template)}: interrupted`,
    }[outcome];
    const lines = [`## ${verdict}`, `Run ${code(run.id)}, ${(0,duration_text/* duration */.p)(milliseconds)}.`];
    if (!smokeTested)
        lines.push('> ⚠️ **NOT TESTED**: smoke tests were switched off for this run.');
    for (const problem of problems)
        lines.push(`> ⚠️ ${cell(problem)}`);
    return lines.join('\n\n');
}
const countImages = ({ builds }) => builds.flatMap(build => build.images).length;
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
function step_summary_images({ builds }) {
    const rows = builds.flatMap(build => [
        ...build.images.map(({ id, name, region, sourceId }) => [
            code(build.name),
            code(id),
            region,
            cell(name),
            code(sourceId ?? ''),
        ]),
        ...(build.candidate?.held ?? []).map(({ id, place }) => [
            code(build.name),
            code(id),
            place.region ?? '',
            '_waits for merge_',
            '',
        ]),
    ]);
    return rows.length === 0 ? undefined : markdownTable(['Build', 'Image', 'Region', 'Name', 'Base image'], rows);
}
function smokeTests({ builds }) {
    const rows = builds.flatMap(build => build.smokeTests.map(({ name, outcome, milliseconds, detail }) => [
        { passed: '✅', failed: '❌', skipped: '⏭️' }[outcome],
        code(build.name),
        cell(name),
        outcome === 'skipped' ? '' : (0,duration_text/* duration */.p)(milliseconds),
        outcome === 'passed' ? '' : cell((detail ?? '').slice(0, 300)),
    ]));
    return rows.length === 0 ? undefined : `### Smoke tests\n\n${markdownTable(['', 'Build', 'Test', 'Time', 'Detail'], rows)}`;
}
function step_summary_packages({ builds }) {
    const known = builds.flatMap(build => (build.packages ? [{ name: build.name, ...build.packages }] : []));
    if (known.length === 0)
        return undefined;
    const parts = known.map(({ name, ...found }) => {
        const rows = found.changes ? (0,package_changes_text/* changeRows */.QP)(found.changes) : [];
        const line = `${code(name)}: ${cell((0,package_changes_text/* packagesLine */.uZ)(found))}`;
        if (rows.length === 0)
            return line;
        const told = rows.slice(0, MOST_CHANGES).map(([word, ...cells]) => [word, ...cells.map(code)]);
        const more = rows.length > MOST_CHANGES ? `\n\n_and ${rows.length - MOST_CHANGES} more, see the report_` : '';
        const whole = markdownTable(['', 'Package', 'Before', 'Now'], told) + more;
        return `${line}\n\n${rows.length > 20 ? `<details><summary>Which</summary>\n\n${whole}\n\n</details>` : whole}`;
    });
    return `### Packages\n\n${parts.join('\n\n')}`;
}
function failures({ builds }) {
    const failed = builds.filter(build => build.error);
    return failed.length === 0 ? undefined : `### What failed\n\n${failed.map(step_summary_failure).join('\n\n')}`;
}
function step_summary_failure({ name, error, outcome }) {
    const { message = '', advice, evidence } = error ?? {};
    const lines = [`**${cell(name)}** ${outcome === 'interrupted' ? 'was interrupted' : 'failed'}: ${cell(message)}`];
    if (advice)
        lines.push(cell(advice));
    if (evidence)
        lines.push(`<details><summary>Last output</summary>\n\n${codeBlock(evidence.slice(-EVIDENCE_CHARACTERS))}\n\n</details>`);
    return lines.join('\n\n');
}
function leftovers({ leftovers: remaining }) {
    if (remaining.length === 0)
        return undefined;
    const rows = remaining.map(({ kind, id, build = '', reason }) => [cell(kind), code(id), code(build), cell(reason)]);
    return `### ⚠️ Left behind\n\n${markdownTable(['What', 'ID', 'Build', 'Why'], rows)}`;
}
function timeline(times) {
    const chart = ganttOf(times);
    return chart && `### Timeline\n\n${codeBlock(chart, 'mermaid')}`;
}

;// CONCATENATED MODULE: ./build/action/pull-request.js


const COMMENT_LIMIT = 60_000;
const PAGE = 100;
const LIMIT_MILLISECONDS = 30_000;
async function comment({ token, key, body }) {
    const place = pullRequest(process.env);
    if (!place)
        return (0,core/* info */.pq)('No comment: this run belongs to no pull request.');
    const marker = `<!-- ingot ${key.replace(/-->/g, '')} -->`;
    try {
        const { getOctokit } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 92413));
        const { issues } = getOctokit(token, { request: { signal: AbortSignal.timeout(LIMIT_MILLISECONDS) } }).rest;
        const { owner, repo, number: issue_number } = place;
        const text = `${marker}\n${body}`;
        for (let page = 1;; page++) {
            const { data } = await issues.listComments({ owner, repo, issue_number, per_page: PAGE, page });
            const own = data.find(candidate => candidate.body?.startsWith(marker));
            if (own)
                return void (await issues.updateComment({ owner, repo, comment_id: own.id, body: text }));
            if (data.length < PAGE)
                break;
        }
        await issues.createComment({ owner, repo, issue_number, body: text });
    }
    catch (error) {
        (0,core/* warning */.$e)(reason(error), { title: 'The pull request has no comment of ingot' });
    }
}
function reason(error) {
    const { status, message } = error;
    if (status === 401)
        return 'GitHub does not accept the token. Leave the input github-token at its default.';
    if (status === 403 || status === 404)
        return `The token may not write comments (${status}). Add \`permissions: { pull-requests: write, contents: read }\` to the job; pull requests from forks never get it. Or set comment: false.`;
    return `GitHub did not take it: ${message}`;
}
function pullRequest({ GITHUB_EVENT_PATH, GITHUB_REPOSITORY = '' }) {
    const [owner, repo] = GITHUB_REPOSITORY.split('/');
    if (!GITHUB_EVENT_PATH || !owner || !repo)
        return undefined;
    try {
        const { pull_request, issue } = JSON.parse((0,external_node_fs_.readFileSync)(GITHUB_EVENT_PATH, 'utf8'));
        const number = pull_request?.number ?? (issue?.pull_request && issue.number);
        return number === undefined ? undefined : { owner, repo, number };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/pages.js




const SUMMARY_LIMIT = 1_000_000;
class Pages {
    constructor(inputs) {
        this.inputs = inputs;
        this.name = 'summary';
        this.times = new PhaseTimes();
    }
    handle(event) {
        this.times.handle(event);
    }
    async finish(report) {
        const times = this.times.all();
        if (this.inputs.summary)
            writeSummary(stepSummary(report, { times, limit: SUMMARY_LIMIT }));
        const { 'github-token': token, template: key } = this.inputs;
        if (this.inputs.comment)
            await comment({ token, key, body: stepSummary(report, { limit: COMMENT_LIMIT }) });
        return [];
    }
}
function writeSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file)
        (0,external_node_fs_.appendFileSync)(file, markdown);
}

;// CONCATENATED MODULE: ./build/action/clean.js










async function clean({ inputs, interrupt: { signal } }) {
    const { 'older-than': olderThan = 0, runs, regions, 'dry-run': dryRun } = inputs;
    const access = (0,aws_access/* accessAt */.mD)({ region: await (0,connect/* defaultRegion */._h)() });
    const home = (0,connect/* connect */.Ng)({ ...access, endpoint: (0,aws_access/* endpointOfEnvironment */.Yg)() });
    const names = regions.length === 0 || regions.includes('all') ? await (0,aws_sweep/* enabledRegions */.TM)(home, signal) : regions;
    const before = new Date(Date.now() - olderThan);
    const wanted = runs.length > 0 ? { runs, before } : { before };
    const { found, unseen } = await (0,sweep_account/* findAllOurs */.w)(names.map(region => home.inRegion(region)), wanted, log/* print */.yy, signal);
    (0,log/* print */.yy)(`${found.length} things in ${names.length} regions bear ingot's tags, began before ${before.toISOString()} and are not published`);
    for (const { kind, id, run, place } of found)
        (0,log/* print */.yy)(`${kind} ${id} (${place.region}) of run ${run}`);
    const leftovers = dryRun ? [] : await (0,sweep/* sweep */.X)(found, { resourceKinds: catalog/* plugins */.N.resourceKinds, say: log/* print */.yy, signal });
    for (const { kind, id, reason } of [...leftovers, ...unseen])
        (0,core/* error */.z3)(`Left behind: ${kind} ${id}: ${reason}`);
    if (inputs.summary)
        writeSummary(page(found, leftovers.length, dryRun));
    if (signal.aborted)
        return 130;
    return leftovers.length + unseen.length > 0 ? 1 : 0;
}
function page(found, left, dryRun) {
    const verdict = dryRun ? `${found.length} would be removed` : `${found.length - left} of ${found.length} removed`;
    const rows = found.map(({ kind, id, run, place }) => [kind, code(id), place.region ?? '', code(run)]);
    const table = rows.length > 0 ? `\n\n${markdownTable(['What', 'ID', 'Region', 'Run'], rows)}` : '';
    return `## ${left > 0 ? '❌' : '🧹'} ${verdict}${table}\n\n`;
}

// EXTERNAL MODULE: ./build/action/cli-bundle.js
var cli_bundle = __webpack_require__(52073);
// EXTERNAL MODULE: ./build/engine/recipe.js + 1 modules
var recipe = __webpack_require__(88663);
// EXTERNAL MODULE: ./build/engine/redact.js
var engine_redact = __webpack_require__(14145);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(74127);
// EXTERNAL MODULE: ./build/language/render-diagnostics.js
var render_diagnostics = __webpack_require__(65753);
// EXTERNAL MODULE: ./build/template/load-plan.js + 70 modules
var load_plan = __webpack_require__(89418);
;// CONCATENATED MODULE: ./build/action/workspace.js


const workspaceFolder = () => process.env.GITHUB_WORKSPACE ?? process.cwd();
function fromWorkspace(path, workspace = workspaceFolder()) {
    const file = (0,external_node_path_.resolve)(path);
    const folder = real(workspace);
    return inside(workspace, file) ?? inside(folder, file) ?? inside(folder, real(file));
}
function inside(folder, file) {
    const path = (0,external_node_path_.relative)(folder, file);
    return path === '..' || path.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(path) ? undefined : path;
}
function real(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./build/action/annotations.js


const MOST_ERRORS = 9;
const MOST_WARNINGS = 8;
const LONGEST = 4000;
class Annotations {
    constructor(enabled, workspace, redact = text => text) {
        this.enabled = enabled;
        this.workspace = workspace;
        this.redact = redact;
        this.counts = { error: 0, warning: 0 };
    }
    diagnostic({ severity, summary, detail, subject }) {
        this.add(severity, summary, detail ?? summary, subject);
    }
    report(report, plan) {
        for (const build of report.builds) {
            const planned = plan.builds.find(candidate => candidate.name === build.name);
            if (build.outcome === 'failed')
                this.build(build, planned);
            if (!report.smokeTested)
                this.add('warning', `${build.name} was not tested`, 'Smoke tests were switched off.', planned?.source.range);
        }
        for (const { kind, id, build, reason } of report.leftovers)
            this.add('error', `Left behind: ${kind} ${id}`, `${build ? `By ${build}: ` : ''}${reason}`);
    }
    end() {
        const more = this.counts.warning - MOST_WARNINGS;
        if (this.enabled && more > 0)
            (0,core/* warning */.$e)(`${more} more ${more === 1 ? 'warning' : 'warnings'}: see the log`);
    }
    failed(text) {
        this.end();
        const more = this.counts.error - MOST_ERRORS;
        (0,core/* setFailed */.C1)(this.redact(this.enabled && more > 0 ? `${text} (${more} more ${more === 1 ? 'error' : 'errors'}: see the log)` : text));
    }
    build({ name, smokeTests, error: why }, planned) {
        const failed = smokeTests.filter(result => result.outcome === 'failed');
        for (const { test, name: title, detail } of failed) {
            const block = planned?.smokeTests.find(candidate => candidate.name === test);
            this.add('error', `Smoke test failed: ${title}`, `${name}: ${detail ?? 'no detail'}`, block?.range ?? planned?.source.range);
        }
        if (failed.length > 0)
            return;
        const text = [why?.message, why?.advice].filter(Boolean).join('\n');
        this.add('error', `${name} failed`, text || 'See the log.', planned?.source.range);
    }
    add(severity, title, message, range) {
        if (!this.enabled)
            return;
        const most = severity === 'error' ? MOST_ERRORS : MOST_WARNINGS;
        if (++this.counts[severity] > most)
            return;
        const text = this.redact(message).slice(0, LONGEST);
        const properties = { title: this.redact(title).replace(/\s+/g, ' '), ...this.place(range) };
        if (severity === 'error')
            (0,core/* error */.z3)(text, properties);
        else
            (0,core/* warning */.$e)(text, properties);
    }
    place(range) {
        if (!range)
            return {};
        const file = fromWorkspace(range.file, this.workspace);
        if (file === undefined)
            return {};
        const { start, end } = range;
        const columns = start.line === end.line ? { startColumn: start.column, endColumn: Math.max(start.column, end.column) } : {};
        return { file, startLine: start.line, endLine: end.line, ...columns };
    }
}

;// CONCATENATED MODULE: ./build/action/masks.js


const SHORTEST_LINE = 4;
const maskable = (secret) => {
    const lines = secret.split(/\r?\n|\r/).map(line => line.trim());
    if (lines.length === 1)
        return [...lines.filter(line => line !== ''), ...(0,engine_redact/* base64Lines */.H)(secret)];
    const whole = [...new Set([secret, secret.trim()])].map(text => Buffer.from(text).toString('base64'));
    return [...lines, ...whole, ...(0,engine_redact/* base64Lines */.H)(secret)].filter(line => line.length >= SHORTEST_LINE);
};
function mask(secrets) {
    for (const line of new Set([...secrets].flatMap(maskable)))
        (0,core/* setSecret */.Pq)(line);
}

;// CONCATENATED MODULE: ./build/action/load.js











async function load(inputs, more = {}, before) {
    const { template: path, vars: variables, only, except, 'var-files': variableFiles, 'smoke-tests': smokeTests } = inputs;
    const { 'host-keys': hostKeys, 'ssm-parameter': ssmParameter } = inputs;
    const chosen = { path, variables, variableFiles, only, except, smokeTests, hostKeys: hostKeys || undefined, ssmParameter };
    const given = { ...chosen, environment: process.env, plugins: catalog/* plugins */.N, ...more };
    const { plan, diagnostics, sources, sensitive, unasked, outside } = await (0,load_plan/* loadPlan */.Y)(given);
    mask(sensitive);
    const redactor = before?.redactor ?? new engine_redact/* Redactor */.p();
    redactor.add(...sensitive);
    const redact = (text) => redactor.text(text);
    const annotations = before?.annotations ?? new Annotations(inputs.annotations, workspaceFolder(), redact);
    const told = new Set(before?.told);
    for (const diagnostic of diagnostics) {
        const finding = (0,render_diagnostics/* renderDiagnostic */.IW)(diagnostic, { sources, redact, color: true });
        if (told.has(finding))
            continue;
        told.add(finding);
        (0,log/* print */.yy)(finding);
        annotations.diagnostic(diagnostic);
    }
    if (plan && !(0,diagnostic/* hasErrors */.C)(diagnostics)) {
        const recipes = (0,recipe/* needsRecipes */.Z)(plan, catalog/* plugins */.N) ? await recipesFrom({ ...given, outside }) : undefined;
        return { plan, recipes, sensitive, annotations, redactor, told, unasked };
    }
    const count = diagnostics.filter(({ severity }) => severity === 'error').length;
    throw new InvalidTemplate(`${redact(path)} is not valid: ${count} ${count === 1 ? 'error' : 'errors'}, shown above`, annotations);
}
async function recipesFrom(given) {
    const { plan } = await (0,load_plan/* loadPlan */.Y)({ ...given, startedAt: new Date(Date.UTC(2000, 0, 1)) });
    return plan && (0,recipe/* recipesOf */.t)(plan, catalog/* plugins */.N);
}
class InvalidTemplate extends failure/* Failure */.H {
    constructor(message, annotations) {
        super('invalid', message);
        this.annotations = annotations;
    }
}

;// CONCATENATED MODULE: ./build/action/outputs.js



const outputs = {
    'image-id': 'ID of the image, when exactly one was made; else empty.',
    'image-ids': 'IDs of all images as JSON: {"build": {"region": "id"}}.',
    'image-names': 'Names of all images as JSON: {"build": {"region": "name"}}.',
    fingerprint: 'Of what the image was made of, when exactly one was made; else empty.',
    manifest: "Path of Packer's manifest, when the template has that post-processor.",
    'tfvars-file': 'Path of the images as Terraform variables.',
    changed: 'true when a new image was published, false when none was.',
    skipped: 'true when skip-unchanged found every image, so that nothing was baked.',
    sbom: 'Paths of what is installed in each image (CycloneDX), one a line.',
    junit: 'Path of the smoke tests as JUnit XML, also of a failed run.',
    report: 'Path of the report (JSON), also of a failed run; command: merge takes it.',
    plan: 'Path of the plan (JSON), of command: plan.',
    matrix: 'Of command: plan, for `strategy: { matrix: }`: {"include": [{"key": …, "only": …}]}.',
};
const output = (name, value) => (0,core/* setOutput */.uH)(name, value);
const outputPath = (name, path) => output(name, forOthers(path));
const forOthers = (path) => fromWorkspace(path) ?? (0,external_node_path_.resolve)(path);
const FILES = {
    manifest: 'manifest',
    tfvars: 'tfvars-file',
    report: 'report',
    junit: 'junit',
};
const ALWAYS = ['report', 'junit'];
class ActionOutputs {
    constructor() {
        this.name = 'outputs of the Action';
    }
    handle() { }
    async finish(report) {
        const passed = report.outcome === 'done';
        for (const { what, path } of report.files) {
            const name = Object.hasOwn(FILES, what) ? FILES[what] : undefined;
            if (name && (passed || ALWAYS.includes(name)))
                outputPath(name, path);
        }
        if (!passed)
            return [];
        const fruitful = report.builds.filter(build => build.images.length > 0);
        output('changed', String(fruitful.some(build => !build.unchanged)));
        output('skipped', String(fruitful.length > 0 && fruitful.every(build => build.unchanged)));
        output('sbom', report.files.flatMap(({ what, path }) => (what === 'sbom' ? forOthers(path) : [])).join('\n'));
        const images = report.builds.flatMap(build => build.images);
        output('image-id', images.length === 1 ? (images[0]?.id ?? '') : '');
        output('fingerprint', images.length === 1 ? (images[0]?.fingerprint ?? '') : '');
        output('image-ids', JSON.stringify(byRegion(report, 'id')));
        output('image-names', JSON.stringify(byRegion(report, 'name')));
        return [];
    }
}
const byRegion = (report, what) => Object.fromEntries(report.builds
    .filter(build => build.images.length > 0)
    .map(build => [build.name, Object.fromEntries(build.images.map(image => [image.region, image[what]]))]));

// EXTERNAL MODULE: ./build/engine/render.js
var render = __webpack_require__(64356);
// EXTERNAL MODULE: ./build/engine/run.js + 17 modules
var run = __webpack_require__(76254);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/outputs/junit.js
var junit = __webpack_require__(88194);
// EXTERNAL MODULE: ./build/outputs/log-file.js
var log_file = __webpack_require__(33427);
// EXTERNAL MODULE: ./build/outputs/report-file.js
var report_file = __webpack_require__(91270);
// EXTERNAL MODULE: ./build/outputs/sbom-files.js + 2 modules
var sbom_files = __webpack_require__(68308);
// EXTERNAL MODULE: ./build/outputs/terraform-environment.js
var terraform_environment = __webpack_require__(59186);
// EXTERNAL MODULE: ./build/outputs/tfvars.js
var tfvars = __webpack_require__(74360);
// EXTERNAL MODULE: ./build/template/scope.js
var scope = __webpack_require__(54978);
// EXTERNAL MODULE: ./build/outputs/terminal.js + 2 modules
var terminal = __webpack_require__(27735);
;// CONCATENATED MODULE: ./build/action/grouped-log.js


const WAIT_MILLISECONDS = 5000;
class GroupedLog {
    constructor(waitMilliseconds = WAIT_MILLISECONDS) {
        this.waitMilliseconds = waitMilliseconds;
        this.name = 'log';
        this.terminal = new terminal/* Terminal */.B({ write: text => this.collect(text), color: true });
        this.phases = new Map();
        this.held = [];
        this.collected = '';
    }
    handle(event) {
        if (event.type === 'step-started')
            this.phases.set(event.build, event.phase);
        this.collected = '';
        this.terminal.handle(event);
        if (this.collected !== '')
            this.say(this.groupOf(event), this.collected);
    }
    async finish(report) {
        this.flush();
        this.collected = '';
        const written = await this.terminal.finish(report);
        (0,log/* write */.M9)(this.collected);
        return written;
    }
    groupOf(event) {
        if (event.type === 'build-finished' || !('build' in event) || event.build === undefined)
            return undefined;
        return `${event.build}: ${this.phases.get(event.build) ?? 'prepare'}`;
    }
    say(group, text) {
        if (group === undefined) {
            this.flush();
            (0,log/* write */.M9)(text);
        }
        else if (this.open === undefined || this.open === group || buildOf(this.open) === buildOf(group)) {
            if (this.open !== group)
                this.flush();
            this.show(group, text);
        }
        else
            this.hold(group, text);
    }
    show(group, text) {
        if (this.open !== group) {
            this.close();
            (0,log/* command */.G5)(`::group::${grouped_log_escaped(group)}`);
            this.open = group;
        }
        (0,log/* write */.M9)(text);
    }
    hold(group, text) {
        const last = this.held.findLast(piece => buildOf(piece.group) === buildOf(group));
        if (last?.group === group)
            last.text += text;
        else
            this.held.push({ group, text });
        this.timer ??= setTimeout(() => this.flush(), this.waitMilliseconds).unref();
    }
    flush() {
        clearTimeout(this.timer);
        this.timer = undefined;
        for (const { group, text } of this.held.splice(0))
            this.show(group, text);
        this.close();
    }
    close() {
        if (this.open !== undefined)
            (0,log/* command */.G5)('::endgroup::');
        this.open = undefined;
    }
    collect(text) {
        this.collected += text;
    }
}
const buildOf = (group) => group.slice(0, group.lastIndexOf(': '));
const grouped_log_escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

// EXTERNAL MODULE: ./build/action/state.js
var state = __webpack_require__(4947);
// EXTERNAL MODULE: ./build/action/trail.js
var trail = __webpack_require__(33826);
;// CONCATENATED MODULE: ./build/action/run.js




















async function run_run({ plan, recipes, sensitive, annotations }, { inputs, interrupt, folder }, more = {}) {
    const identity = (0,run/* newRunIdentity */.W)();
    const sinks = [new trail/* TrailKeeper */.Z(identity.id, more.sandbox), ...sinksFor(inputs, (0,external_node_path_.join)(folder, identity.id))];
    const limited = within(inputs['timeout-minutes'], interrupt);
    try {
        const report = await (0,run/* runPlan */.F)(plan, catalog/* plugins */.N, {
            sinks,
            stateFolder: folder,
            identity,
            interrupt: limited.interrupt,
            render: (0,render/* renderer */.U)(scope/* PACKER_VERSION */.sV),
            parallelBuilds: inputs['parallel-builds'],
            onError: inputs['on-failure'],
            force: inputs.force,
            machineLifetime: inputs['machine-lifetime'],
            smokeTests: !inputs['no-smoke-tests'],
            smokeTestMilliseconds: inputs['smoke-tests-timeout'],
            skipUnchanged: inputs['skip-unchanged'],
            recipes,
            sbom: inputs.sbom,
            previousPackages: await packagesBefore(inputs, plan),
            publish: inputs.publish,
            redact: sensitive,
            ...more,
        });
        if (inputs['on-failure'] !== 'cleanup' && report.outcome === 'failed')
            (0,core/* saveState */.LZ)(state/* LEAVE */.El, 'true');
        annotations.report(report, plan);
        if (report.outcome !== 'done')
            annotations.failed(sentence(report));
        else
            annotations.end();
        return report.exitCode;
    }
    finally {
        limited.stop();
    }
}
const sinksFor = (inputs, own) => [
    new log_file/* LogFile */.$((0,external_node_path_.join)(own, 'log.txt')),
    new tfvars/* Tfvars */.Xv(inputs['tfvars-file']),
    ...(inputs['tf-env-file'] ? [new terraform_environment/* TerraformEnvironment */.k(inputs['tf-env-file'])] : []),
    ...(inputs.sbom ? [new sbom_files/* SbomFiles */.p9(sbomFolder(inputs))] : []),
    new junit.JunitFile((0,external_node_path_.join)(own, 'junit.xml')),
    new report_file/* ReportFile */.J((0,external_node_path_.join)(own, 'report.json')),
    new ActionOutputs(),
    new Pages(inputs),
    new GroupedLog(),
];
const sbomFolder = (inputs) => inputs['sbom-dir'] || (0,external_node_path_.dirname)(inputs['tfvars-file']);
async function packagesBefore(inputs, { builds }) {
    const names = builds.map(({ name }) => name);
    const given = inputs['previous-sbom'];
    if (!inputs.sbom)
        return undefined;
    return given ? (0,sbom_files/* previousPackages */.VM)(given, names) : (0,sbom_files/* previousPackages */.VM)(sbomFolder(inputs), names).catch(() => undefined);
}
function sentence({ outcome, builds, problems, leftovers }) {
    if (outcome === 'interrupted') {
        const ids = builds.flatMap(({ images }) => images.map(({ id }) => id)).join(', ');
        return `The run was interrupted; ${ids ? `${ids} had been published by then, the rest` : 'what it had made'} was removed`;
    }
    const failed = builds.filter(build => build.outcome === 'failed');
    if (failed.length > 0)
        return failed.map(({ name, error }) => `${name}: ${error?.message ?? 'failed'}`).join('; ');
    return leftovers.length > 0 ? 'Not everything could be removed; what is left is named above' : problems.join('; ');
}
function within(milliseconds, interrupt) {
    if (milliseconds === 0)
        return { interrupt, stop: () => { } };
    const reason = new failure/* Failure */.H('failed', `not done within ${(0,duration_text/* duration */.p)(milliseconds)}, as timeout-minutes has it`);
    const limit = (0,abort/* timeLimit */.zc)(milliseconds, reason);
    const signal = AbortSignal.any([interrupt.signal, limit.signal]);
    return { interrupt: { signal, onRepeat: listener => interrupt.onRepeat(listener) }, stop: limit.stop };
}

;// CONCATENATED MODULE: ./build/action/commands.js















const commands = { build, validate, plan, merge: commands_merge, test, clean: clean };
async function build(step) {
    const { inputs } = step;
    return somewhere(step, await load(inputs, { requireBuilds: true, askOutside: !inputs.sandbox }));
}
async function somewhere(step, session, more = {}) {
    const { inputs, interrupt } = step;
    if (!inputs.sandbox)
        return run_run(session, step, more);
    const kind = process.env.INGOT_SANDBOX_KIND ?? 'qemu';
    const options = { stateFolder: (0,state_folder/* defaultStateFolder */.f)(), kind, imageFlags: imageFlags(inputs) };
    const work = async ({ record }) => {
        const answered = session.unasked ? await load(inputs, { requireBuilds: true, askOutside: true }, session) : session;
        return run_run(answered, step, { ...more, sandbox: record });
    };
    return (0,embedded/* withEmbeddedSandbox */.Im)(options, (0,cli_bundle/* cliBundle */.z)(), line => (0,log/* print */.yy)(`==> sandbox: ${line}`), work, interrupt.signal);
}
function imageFlags(inputs) {
    const given = inputs['sandbox-image'];
    if (!given)
        return [];
    const names = ['sandbox-image-checksum', 'sandbox-image-name', 'sandbox-image-owner'];
    const more = names.flatMap(name => (inputs[name] ? [name.replace('sandbox', ''), inputs[name]] : []));
    return ['-image', /^https?:/.test(given) ? given : (0,external_node_path_.resolve)(given), ...more];
}
async function validate({ inputs }) {
    const { 'syntax-only': syntaxOnly, 'evaluate-datasources': askOutside } = inputs;
    const { plan: valid, annotations } = await load(inputs, { warnUndeclared: true, syntaxOnly, askOutside });
    annotations.end();
    (0,log/* print */.yy)('The configuration is valid.');
    if (inputs.summary)
        writeSummary(`## ✅ ${cell(valid.template)} is valid\n\n${valid.builds.map(({ name }) => `- ${code(name)}\n`).join('')}\n`);
    return 0;
}
async function plan({ inputs, folder }) {
    const more = { requireBuilds: true, askOutside: inputs['evaluate-datasources'] };
    const { plan: planned, annotations } = await load(inputs, more);
    annotations.end();
    const cells = (0,engine_cells/* cellsOf */.n)(planned, inputs['matrix-by']).map(({ key, only }) => ({ key, only }));
    const file = (0,external_node_path_.join)(folder, 'plan.json');
    const text = `${JSON.stringify(planned, null, 2)}\n`;
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(file, text);
    (0,log/* print */.yy)(text);
    outputPath('plan', file);
    output('matrix', JSON.stringify({ include: cells }));
    const rows = cells.map(({ key, only }) => [code(key), code(only)]);
    if (inputs.summary)
        writeSummary(`## 📋 ${cell(planned.template)}\n\n${markdownTable(['Cell', 'Builds'], rows)}\n\n`);
    return 0;
}
async function commands_merge(step) {
    const { inputs } = step;
    const session = await load(inputs, { requireBuilds: true, askOutside: !inputs.sandbox });
    const prior = (0,merge/* mergeReports */.C)(session.plan, await (0,merge/* readReports */.o)(inputs.reports));
    return somewhere(step, session, { prior });
}
async function test(step) {
    const { image } = step.inputs;
    const session = await load(step.inputs, { requireBuilds: true, askOutside: !step.inputs.sandbox });
    const [build, ...others] = session.plan.builds;
    if (others.length > 0)
        throw new failure/* Failure */.H('invalid', `The template has ${others.length + 1} builds, and one image is one of them`, {
            advice: 'Choose one of them with the input only.',
        });
    if (build?.smokeTests.length === 0)
        throw new failure/* Failure */.H('invalid', `${build.name} has no smoke tests, so the image would pass unasked`, {
            advice: 'Declare a smoke_test in an *.ingot.hcl file, or name some with the input smoke-tests.',
        });
    return somewhere(step, session, { image });
}

// EXTERNAL MODULE: ./build/action/read-inputs.js + 3 modules
var read_inputs = __webpack_require__(4575);
;// CONCATENATED MODULE: ./build/action/main.js









async function main() {
    const folder = (0,state/* newFolder */.lC)(process.env);
    const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
    try {
        const inputs = (0,read_inputs/* readInputs */.Ko)(process.env);
        enter(inputs['working-directory']);
        const access = await (0,action_access/* openAccess */.b)(inputs, folder);
        try {
            return await commands[inputs.command]({ inputs, interrupt, folder });
        }
        finally {
            await access.stop();
        }
    }
    catch (error) {
        return explain(error);
    }
}
function enter(folder) {
    if (!folder)
        return;
    try {
        process.chdir(folder);
    }
    catch {
        throw new failure/* Failure */.H('invalid', `There is no folder ${folder} to work in`, {
            advice: 'The input working-directory is relative to the workspace; has actions/checkout run?',
        });
    }
}
function explain(error) {
    if (error instanceof InvalidTemplate) {
        error.annotations.failed(error.message);
        return failure/* exitCodes */.h.invalid;
    }
    if (!(error instanceof failure/* Failure */.H)) {
        (0,core/* setFailed */.C1)((0,log/* harmless */.Is)(`ingot did not foresee this; it is a mistake of ours. ${error instanceof Error ? error.stack : error}`));
        return 1;
    }
    const { advice, evidence } = error.details;
    (0,core/* setFailed */.C1)([error.message, evidence, advice].filter(Boolean).join('\n'));
    return failure/* exitCodes */.h[error.code];
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

/***/ 88663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ needsRecipes),
  t: () => (/* binding */ recipesOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(81206);
;// CONCATENATED MODULE: ./build/engine/file-content.js




function contentOf(path) {
    const found = path === '' ? undefined : (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(path), { throwIfNoEntry: false });
    if (found?.isFile())
        return { content: hashOf(path), runs: (found.mode & 0o111) !== 0 };
    return found?.isDirectory() ? { folder: tree((0,external_node_path_.resolve)(path), []) } : path;
}
const PIECE = 1 << 20;
function hashOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(PIECE);
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        for (;;) {
            const count = (0,external_node_fs_.readSync)(file, buffer);
            if (count === 0)
                return hash.digest('hex');
            hash.update(buffer.subarray(0, count));
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function tree(folder, above) {
    const here = (0,external_node_fs_.realpathSync)(folder);
    if (above.includes(here))
        return [];
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })
        .sort((a, b) => (0,utf8/* compareUtf8 */.zq)(a.name, b.name))
        .map(entry => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        const link = entry.isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(path) : undefined;
        const content = found?.isDirectory() ? tree(path, [...above, here]) : found?.isFile() ? contentOf(path) : undefined;
        return [entry.name, content, link !== undefined && (content === undefined || !(0,external_node_path_.isAbsolute)(link)) ? link : undefined];
    });
}

;// CONCATENATED MODULE: ./build/engine/recipe.js





const GENERATION = 2;
const needsRecipes = ({ builds }, { sources }) => builds.some(({ source }) => sources[source.type]?.unchanged !== undefined);
const recipesOf = (plan, readers = {}) => new Map(plan.builds.map(build => [build.name, recipeOf(build, readers, folderOf(plan))]));
function folderOf({ template }) {
    const path = (0,external_node_path_.resolve)(template);
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ? path : (0,external_node_path_.dirname)(path);
}
function recipeOf(build, readers, folder) {
    const { source, provisioners, errorCleanupProvisioner, smokeTests, postProcessors } = build;
    const parts = {
        generation: GENERATION,
        source: { type: source.type, options: withContent(without(source.options, readers.sources?.[source.type]?.accessOptions)) },
        communicator: Object.fromEntries(LASTING.map(name => [name, source.communicator[name]])),
        provisioners: provisioners.map(planned => provisionerParts(planned, readers)),
        errorCleanupProvisioner: errorCleanupProvisioner && provisionerParts(errorCleanupProvisioner, readers),
        smokeTests: smokeTests.map(test => smokeTestParts(test, readers)),
        postProcessors: postProcessors
            .map(chain => chain.filter(({ type }) => !readers.postProcessors?.[type]?.records))
            .filter(chain => chain.length > 0)
            .map(chain => chain.map(({ type, options, keepInputArtifact }) => ({
            type,
            keepInputArtifact,
            options: withContent(options, SCRIPTS),
        }))),
    };
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(canonical(plain(parts))).replaceAll(JSON.stringify(`${folder}/`).slice(1, -1), './'))
        .digest('hex');
}
const LASTING = [
    ...['communicator', 'ssh_username', 'ssh_pty', 'ssh_keypair_name', 'ssh_clear_authorized_keys', 'winrm_username'],
];
function provisionerParts({ type, options, pauseBefore, continueOnError }, { provisioners }) {
    const read = provisioners?.[type]?.filesRead?.(options.preview.value) ?? [];
    return {
        type,
        pauseBefore,
        continueOnError,
        options: withContent(options),
        read: read.toSorted((a, b) => (0,utf8/* compareUtf8 */.zq)(a.name, b.name)).map(({ name, path }) => [name, contentOf(path)]),
    };
}
function smokeTestParts(test, { filesOfSmokeTest }) {
    const { range: _range, ...printed } = plain(test);
    const { scripts, goss } = test;
    return {
        ...printed,
        scripts: scripts.map(contentOf),
        goss: printed.goss && { ...printed.goss, files: goss?.files.map(contentOf), vars: goss?.vars.map(contentOf) },
        read: (filesOfSmokeTest?.(test) ?? []).map(contentOf),
    };
}
const FILES = /(^|_)(scripts?|sources?|files?|paths?|dirs?|director(y|ies)|folders?|inventory)$|^(group|host)_vars$/;
const SCRIPTS = /^scripts?$/;
const NOT_READ = /^(remote_|staging_|destination|output|target|ssh_|shared_credentials|galaxy_.*_path$|(roles|collections)_path$)/;
const NAMED = /^(playbook_(files|paths)|(role|collection)_paths)$/;
function withContent(options, files = FILES) {
    const printed = plain(options);
    const comes = printed.direction === 'download';
    const read = (name, value) => {
        if (!files.test(name) || NOT_READ.test(name) || (comes && /^sources?$/.test(name)))
            return value;
        const texts = Array.isArray(value) ? value : [value];
        return texts.map(text => (typeof text === 'string' ? fileOf(name, text, printed) : text));
    };
    return Object.fromEntries(Object.entries(printed).map(([name, value]) => [name, read(name, value)]));
}
function fileOf(name, path, { destination }) {
    const content = contentOf(path);
    if (typeof content === 'string')
        return content;
    const isSource = /^sources?$/.test(name);
    const keeps = isSource && ('folder' in content ? !path.endsWith('/') : String(destination).endsWith('/'));
    return keeps || NAMED.test(name) ? { ...content, name: (0,external_node_path_.basename)(path) } : content;
}
const without = (options, names = []) => Object.fromEntries(Object.entries(plain(options)).filter(([name]) => !names.includes(name)));
const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
function canonical(value) {
    if (Array.isArray(value))
        return value.map(canonical);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, each]) => each !== null);
    return Object.fromEntries(entries.sort(([a], [b]) => (0,utf8/* compareUtf8 */.zq)(a, b)).map(([name, each]) => [name, canonical(each)]));
}


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

/***/ 45576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ countGraphemes),
/* harmony export */   l: () => (/* binding */ graphemes)
/* harmony export */ });
const SIMPLE = /^[\x00-\x0c\x0e-\u02ff]*$/;
let segmenter;
function graphemes(text) {
    if (SIMPLE.test(text))
        return text.split('');
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    return Array.from(segmenter.segment(text), each => each.segment);
}
const countGraphemes = (text) => (SIMPLE.test(text) ? text.length : graphemes(text).length);


/***/ }),

/***/ 65753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ renderDiagnostic),
/* harmony export */   L1: () => (/* binding */ diagnosticToJson)
/* harmony export */ });
/* unused harmony export placeOf */
/* harmony import */ var _graphemes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45576);
/* harmony import */ var _source_lines__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55271);


const MOST_LINES = 4;
const MOST_COLUMNS = 240;
const COLUMNS_BEFORE = 80;
const STYLES = { error: '\u001b[31m', warning: '\u001b[33m', bold: '\u001b[1m', dim: '\u001b[2m', reset: '\u001b[0m' };
function renderDiagnostic(diagnostic, options = {}) {
    const { redact = text => text } = options;
    const paint = (style, text) => (options.color ? `${STYLES[style]}${text}${STYLES.reset}` : text);
    const { severity, summary, detail, subject } = diagnostic;
    const title = severity === 'error' ? 'Error' : 'Warning';
    const lines = [`${paint(severity, `${title}:`)} ${paint('bold', redact(summary))}`];
    if (subject)
        lines.push(`  on ${placeOf(subject)}`, ...snippetOf(subject, options, text => paint('dim', text), text => paint(severity, text)));
    if (detail)
        lines.push(...redact(detail)
            .split('\n')
            .map(line => `  ${line}`.trimEnd()));
    return lines.join('\n');
}
const placeOf = ({ file, start }) => `${file}:${start.line}:${start.column}`;
function diagnosticToJson({ severity, summary, detail, subject }, options = {}) {
    const { redact = text => text } = options;
    const lines = subject && shownLines(subject, options)?.map(({ text }) => text);
    return {
        severity,
        summary: redact(summary),
        ...(detail !== undefined && { detail: redact(detail) }),
        ...(subject && { range: { filename: subject.file, start: subject.start, end: subject.end } }),
        ...(lines && { snippet: redact(lines.join('\n')) }),
    };
}
function snippetOf(subject, options, dim, strong) {
    const lines = shownLines(subject, options);
    if (!lines)
        return [];
    const width = String(lines[lines.length - 1].number).length;
    return lines.flatMap(({ number, text, carets }) => {
        const source = `  ${dim(`${String(number).padStart(width)} |`)} ${text}`.trimEnd();
        return carets ? [source, `  ${dim(`${' '.repeat(width)} |`)} ${carets.indent}${strong(carets.marks)}`] : [source];
    });
}
function shownLines(subject, { sources, redact = text => text }) {
    const { file, start, end } = subject;
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    const lines = sources && (0,_source_lines__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .D)(sources, file)?.slice(start.line - 1, Math.min(last, start.line - 1 + MOST_LINES));
    if (!lines || lines.length === 0)
        return undefined;
    return lines.map((line, i) => {
        const number = start.line + i;
        const text = line.shownBy(redact);
        return { number, ...(text === line.text ? shownPart(line, number, subject) : { text: cut((0,_graphemes__WEBPACK_IMPORTED_MODULE_1__/* .graphemes */ .l)(text), 0) }) };
    });
}
function shownPart({ characters }, number, { start, end }) {
    const firstText = Math.max(0, characters.findIndex(character => character.trim() !== ''));
    const from = number === start.line ? start.column - 1 : firstText;
    const to = number === end.line ? end.column - 1 : characters.length;
    const skipped = characters.length <= MOST_COLUMNS ? 0 : Math.max(0, Math.min(from, characters.length) - COLUMNS_BEFORE);
    const indent = characters.slice(skipped, from).map(each => (each === '\t' ? '\t' : ' '.repeat(widthOf(each))));
    const shownTo = skipped + MOST_COLUMNS;
    const marked = characters.slice(from, Math.min(to, shownTo)).reduce((sum, each) => sum + widthOf(each), 0);
    const before = (skipped > 0 ? ' ' : '') + indent.join('') + ' '.repeat(Math.max(0, from - characters.length));
    return { text: cut(characters, skipped), carets: { indent: before, marks: '^'.repeat(Math.max(1, marked)) } };
}
function cut(characters, from) {
    const to = from + MOST_COLUMNS;
    return (from > 0 ? '…' : '') + characters.slice(from, to).join('') + (characters.length > to ? '…' : '');
}
const WIDE = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u;
const widthOf = (character) => (WIDE.test(character) ? 2 : 1);


/***/ }),

/***/ 55271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
/* unused harmony export SourceLine */
/* harmony import */ var _graphemes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45576);

class SourceLine {
    constructor(text) {
        this.text = text;
    }
    get characters() {
        this.split ??= (0,_graphemes__WEBPACK_IMPORTED_MODULE_0__/* .graphemes */ .l)(this.text);
        return this.split;
    }
    shownBy(redact) {
        if (this.redacted?.by !== redact)
            this.redacted = { by: redact, text: redact(this.text) };
        return this.redacted.text;
    }
}
const known = new WeakMap();
function linesOf(texts, file) {
    const text = texts.get(file);
    if (text === undefined)
        return undefined;
    const files = known.get(texts) ?? new Map();
    known.set(texts, files);
    const cut = files.get(file);
    if (cut?.text === text)
        return cut.lines;
    const lines = text.replace(/^\ufeff/, '').split('\n');
    const made = { text, lines: lines.map(line => new SourceLine(line.replace(/\r$/, ''))) };
    files.set(file, made);
    return made.lines;
}


/***/ }),

/***/ 44940:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ FINISHED),
/* harmony export */   IW: () => (/* binding */ NO_ARTIFACTS),
/* harmony export */   Po: () => (/* binding */ closingLines),
/* harmony export */   VY: () => (/* binding */ artifactLine),
/* harmony export */   WR: () => (/* binding */ uiLines),
/* harmony export */   Xq: () => (/* binding */ SOME_FAILED)
/* harmony export */ });
/* harmony import */ var _lib_duration_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28691);

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


/***/ })

};
;