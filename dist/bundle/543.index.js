"use strict";
exports.id = 543;
exports.ids = [543];
exports.modules = {

/***/ 61432:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(96421);
// EXTERNAL MODULE: ./build/engine/interrupt.js
var engine_interrupt = __webpack_require__(50985);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/action/access.js
/** How this step reaches AWS: region and endpoint, and a role whose OIDC token is kept fresh for as long as the step runs. */





/** The host's tokens live for five minutes at least; the SDK reads the file anew whenever it needs other keys. */
const RENEW_MILLISECONDS = 120_000;
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];
/**
 * Sets the environment of this process. With a role, `stop` ends the renewal and removes the token; everything is undone when
 * the process ends, because the environment is only its own. Throws Failure.
 */
async function openAccess(given, folder, renewMilliseconds = RENEW_MILLISECONDS) {
    const { region, endpoint, 'role-to-assume': role, audience } = given;
    if (region)
        Object.assign(process.env, { AWS_REGION: region, AWS_DEFAULT_REGION: region });
    if (endpoint)
        process.env.AWS_ENDPOINT_URL = endpoint;
    if (!role)
        return { stop: async () => { } };
    const file = (0,external_node_path_.join)(folder, `token-${(0,external_node_crypto_.randomUUID)()}`);
    await writeToken(file, audience);
    // Keys would win over the token.
    for (const name of KEYS)
        delete process.env[name];
    Object.assign(process.env, {
        AWS_ROLE_ARN: role,
        AWS_WEB_IDENTITY_TOKEN_FILE: file,
        AWS_ROLE_SESSION_NAME: sessionName(process.env),
    });
    let renewal = Promise.resolve();
    const renew = () => {
        renewal = writeToken(file, audience).catch(error => (0,core/* warning */.$e)(`The OIDC token was not renewed: ${error.message}`));
    };
    const timer = setInterval(renew, renewMilliseconds).unref();
    return {
        stop: async () => {
            clearInterval(timer);
            await renewal;
            await (0,promises_.rm)(file, { force: true });
        },
    };
}
/** Whole or not at all: the SDK may read it at any time. */
async function writeToken(file, audience) {
    const token = await ask(audience);
    await (0,promises_.mkdir)((0,external_node_path_.join)(file, '..'), { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(`${file}.new`, token, { mode: 0o600 });
    await (0,promises_.rename)(`${file}.new`, file);
}
async function ask(audience) {
    if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL || !process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
        throw new failure/* Failure */.H('invalid', 'role-to-assume needs an OIDC token, and this job may not ask for one', {
            advice: 'Write `permissions: { id-token: write, contents: read }` in the job. Pull requests from forks never get one.',
        });
    try {
        // Masks it, too.
        return await (0,core/* getIDToken */.V9)(audience);
    }
    catch (cause) {
        throw new failure/* Failure */.H('failed', `The host gave no OIDC token: ${cause.message}`, { cause });
    }
}
/** What CloudTrail shows; at most 64 of the characters that STS allows. */
const sessionName = ({ GITHUB_RUN_ID, GITHUB_REPOSITORY }) => ['ingot', GITHUB_REPOSITORY?.split('/')[1], GITHUB_RUN_ID]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64);

// EXTERNAL MODULE: ./build/engine/cells.js
var engine_cells = __webpack_require__(55003);
// EXTERNAL MODULE: ./build/engine/merge.js
var merge = __webpack_require__(16146);
;// CONCATENATED MODULE: ./build/outputs/markdown.js
/** Texts that other people chose, as cells and code of GitHub's Markdown, where they must not become markup. */
/** For a cell of a table: on one line, nothing in it is markup. */
const cell = (text) => escaped(text).replace(/\s*\r?\n\s*/g, ' ');
/** `code` in a cell: a bar would end the cell even there, and a longer fence than any run of backticks in it closes it. */
function code(text) {
    if (text === '')
        return '';
    const fence = '`'.repeat(longestRun(text) + 1);
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${text.replace(/\s*\r?\n\s*/g, ' ').replaceAll('|', '\\|')}${pad}${fence}`;
}
/** A block of code as it stands. */
function codeBlock(text, language = '') {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
const longestRun = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
/** `@` too: it would call somebody. */
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
// EXTERNAL MODULE: ./build/catalog.js + 54 modules
var catalog = __webpack_require__(95107);
// EXTERNAL MODULE: ./build/engine/sweep.js
var sweep = __webpack_require__(28334);
// EXTERNAL MODULE: ./build/platforms/aws/access.js
var aws_access = __webpack_require__(80414);
// EXTERNAL MODULE: ./build/platforms/aws/connect.js
var connect = __webpack_require__(23328);
// EXTERNAL MODULE: ./build/platforms/aws/sweep.js
var aws_sweep = __webpack_require__(54090);
;// CONCATENATED MODULE: ./build/action/log.js
/** The step's log: lines from machines and templates must not be taken for commands to the runner. */
/** The runner obeys `::command::` at the beginning of a line, also after blanks, and `##[command]` anywhere in it. */
const harmless = (text) => text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
const print = (line) => write(`${line}\n`);
const write = (text) => void process.stdout.write(harmless(text));
/** For commands to the runner that are ours. */
const command = (line) => void process.stdout.write(`${line}\n`);

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/outputs/phase-times.js
/** Steps of one phase that follow each other are one piece; a phase that is entered again later has another one. */
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
/** More than this nobody reads, and the browser takes long to draw it. */
const MOST_PIECES = 200;
/** Undefined when there is nothing to draw. Times count from the first piece, so that the axis begins with zero. */
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
/** Mermaid reads these as its own. */
const plain = (text) => text.replace(/[:;#%\n\r]/g, ' ');

// EXTERNAL MODULE: ./build/outputs/package-changes-text.js
var package_changes_text = __webpack_require__(99412);
;// CONCATENATED MODULE: ./build/outputs/step-summary.js
/** What a CI host shows of a run on one page, as Markdown: the result first, then images, smoke tests, failures, the timeline. */




/** Of the last output of a failed build; the rest stands in the log. */
const EVIDENCE_CHARACTERS = 4000;
/** Of a build; a new release of a distribution exchanges everything. */
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
        ? counted(waiting, 'candidate waits', 'candidates wait') + ' for merge'
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
/** One comment on the pull request, edited in place with every run of the same template. */


/** GitHub takes 65536 characters. */
const COMMENT_LIMIT = 60_000;
const PAGE = 100;
/** Never rejects: a comment that cannot be written is a warning that says what was missing. */
async function comment({ token, key, body }) {
    const place = pullRequest(process.env);
    if (!place)
        return (0,core/* info */.pq)('No comment: this run belongs to no pull request.');
    const marker = `<!-- ingot ${key.replace(/-->/g, '')} -->`;
    try {
        const { getOctokit } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 92413));
        const { issues } = getOctokit(token).rest;
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
        const event = JSON.parse((0,external_node_fs_.readFileSync)(GITHUB_EVENT_PATH, 'utf8'));
        const number = event.pull_request?.number;
        return number === undefined ? undefined : { owner, repo, number };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/pages.js
/** Where a run is told on a page: the step summary, and the comment on the pull request. */




/** The host refuses a summary of more than 1 MiB. */
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
/** Nothing outside of a runner. */
function writeSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file)
        (0,external_node_fs_.appendFileSync)(file, markdown);
}

;// CONCATENATED MODULE: ./build/action/clean.js
/** The scheduled janitor: removes by tag what runs left behind whose runner died with their journal. */









/** 1 when something could not be removed: it is named, and the step has failed. */
async function clean({ inputs, interrupt: { signal } }) {
    const { 'older-than': olderThan = 0, regions, 'dry-run': dryRun } = inputs;
    const access = (0,aws_access/* accessAt */.mD)({ region: await (0,connect/* defaultRegion */._h)() });
    const home = (0,connect/* connect */.Ng)({ ...access, endpoint: (0,aws_access/* endpointOfEnvironment */.Yg)() });
    const names = regions.length === 0 || regions.includes('all') ? await (0,aws_sweep/* enabledRegions */.T)(home, signal) : regions;
    const before = new Date(Date.now() - olderThan);
    const found = (await Promise.all(names.map(region => (0,aws_sweep/* findOurs */.Z)(home.inRegion(region), { before }, signal)))).flat();
    print(`${found.length} things in ${names.length} regions bear ingot's tags, began before ${before.toISOString()} and are not published`);
    for (const { kind, id, run, place } of found)
        print(`${kind} ${id} (${place.region}) of run ${run}`);
    const leftovers = dryRun ? [] : await (0,sweep/* sweep */.X)(found, { resourceKinds: catalog/* plugins */.N.resourceKinds, say: print, signal });
    for (const { kind, id, reason } of leftovers)
        (0,core/* error */.z3)(`Left behind: ${kind} ${id}: ${reason}`);
    if (inputs.summary)
        writeSummary(page(found, leftovers.length, dryRun));
    if (signal.aborted)
        return 130;
    return leftovers.length > 0 ? 1 : 0;
}
function page(found, left, dryRun) {
    const verdict = dryRun ? `${found.length} would be removed` : `${found.length - left} of ${found.length} removed`;
    const rows = found.map(({ kind, id, run, place }) => [kind, code(id), place.region ?? '', code(run)]);
    const table = rows.length > 0 ? `\n\n${markdownTable(['What', 'ID', 'Region', 'Run'], rows)}` : '';
    return `## ${left > 0 ? '❌' : '🧹'} ${verdict}${table}\n\n`;
}

;// CONCATENATED MODULE: ./build/action/cli-bundle.js

/** The command line's bundle beside the Action's own: an embedded sandbox is a process of it. */
const cliBundle = () => (0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ''), '..', 'cli', 'main.js');

// EXTERNAL MODULE: ./build/engine/recipe.js + 1 modules
var recipe = __webpack_require__(88663);
// EXTERNAL MODULE: ./build/engine/redact.js
var engine_redact = __webpack_require__(14145);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(74127);
// EXTERNAL MODULE: ./build/language/render-diagnostics.js
var render_diagnostics = __webpack_require__(65753);
// EXTERNAL MODULE: ./build/template/load-plan.js + 68 modules
var load_plan = __webpack_require__(28864);
// EXTERNAL MODULE: ./build/template/remembering.js
var remembering = __webpack_require__(14123);
;// CONCATENATED MODULE: ./build/action/annotations.js
/** Marks on files and lines, as the host shows them in a pull request. It keeps ten of a kind for each step, so the rest is counted. */


/** The tenth is for the sentence that ends the step. */
const MOST_ERRORS = 9;
const MOST_WARNINGS = 9;
/** The host cuts longer ones. */
const LONGEST = 4000;
class Annotations {
    /** `workspace`: files are named relative to it; what lies outside cannot be marked. `redact` as for the log. */
    constructor(enabled, workspace, redact = text => text) {
        this.enabled = enabled;
        this.workspace = workspace;
        this.redact = redact;
        this.counts = { error: 0, warning: 0 };
    }
    diagnostic({ severity, summary, detail, subject }) {
        this.add(severity, summary, detail ?? summary, subject);
    }
    /** Failed smoke tests at their blocks, failed builds at the source's. */
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
    /** The one sentence that says why the step failed; it counts what was not marked. */
    failed(text) {
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
        const file = (0,external_node_path_.relative)(this.workspace, (0,external_node_path_.resolve)(range.file));
        if (file.startsWith('..') || (0,external_node_path_.isAbsolute)(file))
            return {};
        const { start, end } = range;
        // The host takes columns only for a mark on a single line.
        const columns = start.line === end.line ? { startColumn: start.column, endColumn: Math.max(start.column, end.column) } : {};
        return { file, startLine: start.line, endLine: end.line, ...columns };
    }
}

;// CONCATENATED MODULE: ./build/action/masks.js
/** Tells the runner what it must never show, before anything that could hold it is printed. */

/** Shorter lines of a longer secret occur by themselves: a runner told to hide `}` would hide it in every log of the job. */
const SHORTEST_LINE = 4;
/** The runner masks a text line by line, so that a secret of several lines is handed over as its lines. */
const maskable = (secret) => {
    const lines = secret.split(/\r?\n|\r/).map(line => line.trim());
    return lines.length === 1 ? lines.filter(line => line !== '') : lines.filter(line => line.length >= SHORTEST_LINE);
};
function mask(secrets) {
    for (const line of new Set([...secrets].flatMap(maskable)))
        (0,core/* setSecret */.Pq)(line);
}

;// CONCATENATED MODULE: ./build/action/load.js
/** From the inputs to a Plan: secrets masked first, findings in the log and on the lines that they are about. */











/** Throws Failure `invalid` when the template has errors; they are shown by then. */
async function load(inputs, more = {}) {
    const { template: path, vars: variables, only, except, 'var-files': variableFiles, 'smoke-tests': smokeTests } = inputs;
    const { 'host-keys': hostKeys, 'ssm-parameter': ssmParameter } = inputs;
    const using = (0,remembering/* remembering */.M)(catalog/* plugins */.N);
    const chosen = { path, variables, variableFiles, only, except, smokeTests, hostKeys: hostKeys || undefined, ssmParameter };
    const given = { ...chosen, environment: process.env, plugins: using, ...more };
    const { plan, diagnostics, sources, sensitive, unasked } = await (0,load_plan/* loadPlan */.Y)(given);
    mask(sensitive);
    const redactor = new engine_redact/* Redactor */.p(sensitive);
    const redact = (text) => redactor.text(text);
    const annotations = new Annotations(inputs.annotations, process.env.GITHUB_WORKSPACE ?? process.cwd(), redact);
    for (const diagnostic of diagnostics) {
        print((0,render_diagnostics/* renderDiagnostic */.IW)(diagnostic, { sources, redact, color: true }));
        annotations.diagnostic(diagnostic);
    }
    if (plan && !(0,diagnostic/* hasErrors */.C)(diagnostics))
        return { plan, recipes: await recipesFrom(given), sensitive, annotations, unasked };
    const count = diagnostics.filter(({ severity }) => severity === 'error').length;
    throw new InvalidTemplate(`${redact(path)} is not valid: ${count} ${count === 1 ? 'error' : 'errors'}, shown above`, annotations);
}
/** Of the plan for a fixed time, so that names with a date in them do not matter. */
async function recipesFrom(given) {
    const { plan } = await (0,load_plan/* loadPlan */.Y)({ ...given, startedAt: new Date(Date.UTC(2000, 0, 1)) });
    return plan && (0,recipe/* recipesOf */.t)(plan, catalog/* plugins */.N);
}
/** Carries the annotations, which know how many there were. */
class InvalidTemplate extends failure/* Failure */.H {
    constructor(message, annotations) {
        super('invalid', message);
        this.annotations = annotations;
    }
}

;// CONCATENATED MODULE: ./build/action/outputs.js
/** Outputs of the Action, told once; a test holds action.yml to this. An image that did not pass is never among them. */


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
const outputPath = (name, path) => output(name, fromWorkspace(path));
/** Relative to the workspace, where other steps start, or absolute when it lies outside. */
function fromWorkspace(path) {
    const inside = (0,external_node_path_.relative)(process.env.GITHUB_WORKSPACE ?? process.cwd(), (0,external_node_path_.resolve)(path));
    return inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside) ? (0,external_node_path_.resolve)(path) : inside;
}
/** By what the report calls the file. */
const FILES = {
    manifest: 'manifest',
    tfvars: 'tfvars-file',
    report: 'report',
    junit: 'junit',
};
/** Told of a failed run too. */
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
        output('sbom', report.files.flatMap(({ what, path }) => (what === 'sbom' ? fromWorkspace(path) : [])).join('\n'));
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
// EXTERNAL MODULE: ./build/engine/run.js + 18 modules
var run = __webpack_require__(25246);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/outputs/junit.js
var junit = __webpack_require__(88194);
// EXTERNAL MODULE: ./build/outputs/log-file.js
var log_file = __webpack_require__(33427);
// EXTERNAL MODULE: ./build/outputs/report-file.js
var report_file = __webpack_require__(68889);
// EXTERNAL MODULE: ./build/outputs/sbom-files.js + 2 modules
var sbom_files = __webpack_require__(68308);
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
        write(this.collected);
        return written;
    }
    /** Ends of builds stand outside of every group, where nobody has to unfold anything to see them. */
    groupOf(event) {
        if (event.type === 'build-finished' || !('build' in event) || event.build === undefined)
            return undefined;
        return `${event.build}: ${this.phases.get(event.build) ?? 'prepare'}`;
    }
    say(group, text) {
        if (group === undefined) {
            this.flush();
            write(text);
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
            command(`::group::${grouped_log_escaped(group)}`);
            this.open = group;
        }
        write(text);
    }
    hold(group, text) {
        const last = this.held.findLast(piece => buildOf(piece.group) === buildOf(group));
        if (last?.group === group)
            last.text += text;
        else
            this.held.push({ group, text });
        this.timer ??= setTimeout(() => this.flush(), this.waitMilliseconds).unref();
    }
    /** Shows what waits, each piece in its group, and leaves no group open. */
    flush() {
        clearTimeout(this.timer);
        this.timer = undefined;
        for (const { group, text } of this.held.splice(0))
            this.show(group, text);
        this.close();
    }
    close() {
        if (this.open !== undefined)
            command('::endgroup::');
        this.open = undefined;
    }
    collect(text) {
        this.collected += text;
    }
}
const buildOf = (group) => group.slice(0, group.lastIndexOf(': '));
/** As the runner wants the text of a command. */
const grouped_log_escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/action/state.js
/** What main leaves for post. The runner keeps its state file even when main is killed. */




/**
 * The folder with the journals of this step: in the runner's temporary folder, which main and post share and other jobs do not,
 * and apart from those of other steps of the job. The second start of the bundle knows by it that it is post.
 */
const FOLDER = 'folder';
/** Set when a build failed and `on-failure: abort` asked for all of it to stay. */
const LEAVE = 'leave';
/** Saved before anything else happens. */
function newFolder(environment) {
    const folder = (0,external_node_path_.join)(environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'ingot', (0,external_node_crypto_.randomUUID)().slice(0, 8));
    (0,core/* saveState */.LZ)(FOLDER, folder);
    return folder;
}

;// CONCATENATED MODULE: ./build/action/trail.js
/** Where a run may have made things, kept in the runner's own state: when the journal is gone, post looks there by tag. */

const TRAIL = 'trail';
/** Saves each new place before the first create there; and that nothing is left, once the run has said so. */
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
        (0,core/* saveState */.LZ)(TRAIL, { run: this.run, places: [...this.places.values()], sandbox: this.sandbox });
    }
    async finish({ leftovers }) {
        if (this.places.size > 0 && leftovers.length === 0)
            (0,core/* saveState */.LZ)(TRAIL, '');
        return [];
    }
}
/** Undefined when the run made nothing, or has itself seen to it that nothing is left. */
function savedTrail() {
    const text = (0,core/* getState */.Gu)(TRAIL);
    return text === '' ? undefined : JSON.parse(text);
}

;// CONCATENATED MODULE: ./build/action/run.js
/** One run of the engine with the outputs of the Action; build and merge differ only in what they begin with. */



















/** Resolves with the exit status; what failed is said by then. */
async function run_run({ plan, recipes, sensitive, annotations }, { inputs, interrupt, folder }, more = {}) {
    const identity = (0,run/* newRunIdentity */.W)();
    const own = (0,external_node_path_.join)(folder, identity.id);
    const beside = (0,external_node_path_.dirname)(inputs['tfvars-file']);
    const names = plan.builds.map(({ name }) => name);
    // Those that tell what others wrote come last.
    const sinks = [
        new TrailKeeper(identity.id, more.sandbox),
        new log_file/* LogFile */.$((0,external_node_path_.join)(own, 'log.txt')),
        new tfvars/* Tfvars */.Xv(inputs['tfvars-file']),
        new sbom_files/* SbomFiles */.p9(beside),
        new junit/* JunitFile */.V((0,external_node_path_.join)(own, 'junit.xml')),
        new report_file/* ReportFile */.J((0,external_node_path_.join)(own, 'report.json')),
        new ActionOutputs(),
        new Pages(inputs),
        new GroupedLog(),
    ];
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
            smokeTests: !inputs['no-smoke-tests'],
            skipUnchanged: inputs['skip-unchanged'],
            recipes,
            // What lies where the new list goes may be anything; of what cannot be read nothing is known.
            previousPackages: await (0,sbom_files/* previousPackages */.VM)(beside, names).catch(() => undefined),
            publish: inputs.publish,
            redact: sensitive,
            ...more,
        });
        if (inputs['on-failure'] === 'abort' && report.outcome === 'failed')
            (0,core/* saveState */.LZ)(LEAVE, 'true');
        annotations.report(report, plan);
        if (report.outcome !== 'done')
            annotations.failed(sentence(report));
        return report.exitCode;
    }
    finally {
        limited.stop();
    }
}
function sentence({ outcome, builds, problems, leftovers }) {
    if (outcome === 'interrupted')
        return 'The run was interrupted; what it had made was removed';
    const failed = builds.filter(build => build.outcome === 'failed');
    if (failed.length > 0)
        return failed.map(({ name, error }) => `${name}: ${error?.message ?? 'failed'}`).join('; ');
    return leftovers.length > 0 ? 'Not everything could be removed; what is left is named above' : problems.join('; ');
}
/** The run ends with its clean-up when its time is over, so that the host need not kill it. */
function within(milliseconds, interrupt) {
    if (milliseconds === 0)
        return { interrupt, stop: () => { } };
    const reason = new failure/* Failure */.H('failed', `not done within ${(0,duration_text/* duration */.p)(milliseconds)}, as timeout-minutes has it`);
    const limit = (0,abort/* timeLimit */.zc)(milliseconds, reason);
    const signal = AbortSignal.any([interrupt.signal, limit.signal]);
    return { interrupt: { signal, onRepeat: listener => interrupt.onRepeat(listener) }, stop: limit.stop };
}

;// CONCATENATED MODULE: ./build/action/commands.js
/** What each command does; main has read the inputs and opened the way to AWS by then. */















/** Each resolves with the exit status and throws Failure when nothing could be begun. */
const commands = { build, validate, plan, merge: commands_merge, test, clean: clean };
async function build(step) {
    const { inputs } = step;
    return somewhere(step, await load(inputs, { requireBuilds: true, askOutside: !inputs.sandbox }));
}
/** On the sandbox, or where the environment leads. */
async function somewhere(step, session, more = {}) {
    const { inputs, interrupt } = step;
    if (!inputs.sandbox)
        return run_run(session, step, more);
    const options = { stateFolder: (0,state_folder/* defaultStateFolder */.f)(), kind: process.env.INGOT_SANDBOX_KIND ?? 'qemu' };
    const work = async ({ record }) => {
        // What a template asks of the cloud is asked of the sandbox.
        const answered = session.unasked ? await load(inputs, { requireBuilds: true, askOutside: true }) : session;
        return run_run(answered, step, { ...more, sandbox: record });
    };
    return (0,embedded/* withEmbeddedSandbox */.Im)(options, cliBundle(), line => print(`==> sandbox: ${line}`), work, interrupt.signal);
}
async function validate({ inputs }) {
    const { plan: valid } = await load(inputs);
    print('The configuration is valid.');
    if (inputs.summary)
        writeSummary(`## ✅ ${cell(valid.template)} is valid\n\n${valid.builds.map(({ name }) => `- ${code(name)}\n`).join('')}\n`);
    return 0;
}
async function plan({ inputs, folder }) {
    const { plan: planned } = await load(inputs, { requireBuilds: true });
    const cells = (0,engine_cells/* cellsOf */.n)(planned, inputs['matrix-by']).map(({ key, only }) => ({ key, only }));
    const file = (0,external_node_path_.join)(folder, 'plan.json');
    const text = `${JSON.stringify(planned, null, 2)}\n`;
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)(file, text);
    print(text);
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
/** One image that exists is asked what a candidate of the template would be asked. */
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

// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(46125);
// EXTERNAL MODULE: ./build/language/duration.js
var duration = __webpack_require__(45252);
;// CONCATENATED MODULE: ./build/action/vars-lines.js
/** The input `vars`: `name=value` lines, and blocks for values of several lines, as the runner's own files have them. */

/**
 * `name=value` takes all behind the first `=` as it stands. `name<<END` takes the lines down to one that is `END`, without the
 * last line break. Whichever of `=` and `<<` comes first decides. Throws Failure `invalid`, which never shows a value.
 */
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
/** The line itself may hold a secret, so the error does not show it. */
const notAnAssignment = (index) => new failure/* Failure */.H('invalid', `Line ${index + 1} of the input vars is not name=value`, {
    advice: 'Write one variable a line. A value of several lines goes between `name<<END` and `END`.',
});
const unterminated = (name, end) => new failure/* Failure */.H('invalid', `In the input vars the value of ${name} does not end`, {
    advice: `It began with ${name}<<${end}: write a line that is only ${end} behind it.`,
});

;// CONCATENATED MODULE: ./build/action/input-kinds.js
/** What an input may be: how the text that the runner hands over becomes a value. */



const commandNames = ['build', 'validate', 'plan', 'merge', 'test', 'clean'];
const kind = (read) => (description, more = {}) => ({ description, ...more, read });
const input_kinds_text = kind(given => given.trim());
const linesOf = (given) => given.split(/\r?\n/).map(line => line.trim());
const present = (part) => part !== '';
const lines = kind(given => linesOf(given).filter(present));
/** Separated by commas or lines. */
const patterns = kind(given => linesOf(given.replaceAll(',', '\n')).filter(present));
const variables = kind(assignments);
const whole = kind(number(/^\d+$/, 'a whole number'));
const minutesOf = number(/^\d+(\.\d+)?$/, 'a number of minutes');
/** In milliseconds. */
const minutes = kind(given => minutesOf(given) * 60_000);
/** In milliseconds; undefined where it was not given. */
const input_kinds_duration = kind(given => {
    if (given.trim() === '')
        return undefined;
    try {
        return (0,duration/* parseDuration */.E9)(given.trim());
    }
    catch (error) {
        throw new Error(`${error.message}. It takes a time such as 90m or 3h.`);
    }
});
/** Off by default. */
function toggle(description, more = {}) {
    const read = (given) => {
        const value = given.trim().toLowerCase();
        if (value === 'true' || value === 'false')
            return value === 'true';
        throw new Error('It takes true or false.');
    };
    return { description, default: 'false', ...more, read };
}
/** The first choice is the default; where that is empty the input may be left out. */
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
/** Inputs of the Action, told once: which there are, what they take, and which commands they are for. A test holds action.yml to this. */



const OF_TEMPLATES = ['build', 'validate', 'plan', 'merge', 'test'];
const OF_PUBLISHERS = ['build', 'merge'];
const OF_RUNS = ['build', 'merge', 'test'];
const inputs = {
    command: choice('What to do: build, validate, plan, merge, test or clean.', commandNames),
    template: input_kinds_text('Packer template, a folder or a file, relative to the working directory. Every command but clean needs it.', {
        commands: OF_TEMPLATES,
    }),
    vars: variables('Variables, one `name=value` a line; the value may hold `=` and quotes. For several lines write `name<<END`, the lines, and `END`.', { commands: OF_TEMPLATES }),
    'var-files': lines('Variable files (.pkrvars.hcl, .json), one a line, later ones win.', { commands: OF_TEMPLATES }),
    only: patterns('Globs of builds to run, separated by commas or lines.', { commands: OF_TEMPLATES }),
    except: patterns('Globs of builds and post-processors to leave out, separated by commas or lines.', { commands: OF_TEMPLATES }),
    'host-keys': choice('How host keys of launched machines are known: auto, pin, console or trust. What *.ingot.hcl says when empty.', ['', ...communicator_options/* hostKeyChoices */.Cx], { commands: ['build'] }),
    sandbox: toggle('true bakes on the embedded sandbox, with no cloud account at all. The runner needs Debian or Ubuntu.', {
        commands: OF_RUNS,
    }),
    region: input_kinds_text('AWS region where the template names none.'),
    endpoint: input_kinds_text('Address of another service that speaks AWS, such as http://127.0.0.1:5000.'),
    'role-to-assume': input_kinds_text('ARN of a role to assume with OIDC tokens of the job, renewed for as long as it runs. Needs `id-token: write`.'),
    audience: input_kinds_text('Audience of those OIDC tokens.', { default: 'sts.amazonaws.com' }),
    image: input_kinds_text('ID of an image that exists, to be asked the smoke tests of the template.', { commands: ['test'] }),
    'smoke-tests': lines('Goss files, scripts or folders of such, one a line, asked besides what the template declares.', {
        commands: ['build', 'test'],
    }),
    'no-smoke-tests': toggle('true publishes without testing, which every output says.', { commands: ['build'] }),
    'skip-unchanged': toggle('true outputs the image that was published of the same template, files and base image, if there is one, and bakes none.', { commands: ['build'] }),
    force: toggle('true replaces what exists already: images of the same name, files.', { commands: OF_PUBLISHERS }),
    'parallel-builds': whole('Builds at a time; 0 is no limit.', { default: '0', commands: OF_PUBLISHERS }),
    'on-failure': choice('What becomes of a failed build: cleanup removes all of it, abort leaves it in place to be looked at.', ['cleanup', 'abort'], { commands: ['build'] }),
    'tfvars-file': input_kinds_text('Where to write the images as Terraform variables.', {
        default: 'images.auto.tfvars.json',
        commands: OF_PUBLISHERS,
    }),
    'ssm-parameter': input_kinds_text(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the user writes it
    'Parameter of AWS Systems Manager that is to hold the ID of each published image, in its region. The name may hold `${source.name}`.', { commands: OF_PUBLISHERS }),
    publish: choice('now, or later: the image is tested and waits, and command: merge copies, tags and hands it out.', ['now', 'later'], { commands: ['build'] }),
    'matrix-by': choice('What the cells of the matrix are: one for each build, type (of source), or region.', engine_cells/* cellsBy */.z, {
        commands: ['plan'],
    }),
    reports: lines('Folders or files with the reports of the cells, one a line.', { commands: ['merge'] }),
    'older-than': input_kinds_duration('What runs left behind that began so long ago is removed by its tags, e.g. 3h. Published images are never touched.', { commands: ['clean'] }),
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
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the host fills it in
        default: '${{ github.token }}',
    }),
    'timeout-minutes': minutes('Ends the run with its clean-up after this time. Choose it some minutes shorter than that of the job; 0 is no limit.', { default: '0', commands: OF_RUNS }),
};
const declaration = (name) => inputs[name];

;// CONCATENATED MODULE: ./build/action/read-inputs.js
/** From what stands under `with:` to values. Whatever is unknown, out of place or contradictory ends here, before anything begins. */



/** What leads to AWS. */
const accessNames = ['region', 'endpoint', 'role-to-assume', 'audience'];
const names = Object.keys(inputs);
/** Throws Failure `invalid`. */
function readInputs(environment) {
    refuseUnknown(environment);
    const given = readSome(environment, names);
    for (const name of names)
        refuseMisplaced(name, given.command, environment);
    refuseContradictions(given, environment);
    return given;
}
/** Post cleans up whatever became of inputs that it does not need. */
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
/** As the runner names it: in capitals, spaces replaced, everything else as it is. */
const variableOf = (name) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
function textOf(name, environment) {
    const text = environment[variableOf(name)] ?? '';
    const { default: initial = '' } = declaration(name);
    // An expression is the host's to fill in; where it came to nothing there is nothing.
    return text.trim() === '' && !initial.startsWith('${{') ? initial : text;
}
/** The runner hands over what action.yml does not declare, too, and only warns of it. */
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
/** Of these, two that are both given contradict each other. */
const EXCLUSIVE = [
    ['smoke-tests', 'no-smoke-tests'],
    ['sandbox', 'endpoint'],
    ['sandbox', 'role-to-assume'],
];
/** What a command cannot do without, and how it is given. */
const NEEDED = [
    {
        name: 'template',
        by: ['build', 'validate', 'plan', 'merge', 'test'],
        advice: 'Write it under `with:` in the step, e.g. template: images/web',
    },
    { name: 'image', by: ['test'], advice: 'Name an image that exists: ami-…' },
    { name: 'reports', by: ['merge'], advice: 'Name the folder into which the reports of the cells were downloaded.' },
    { name: 'older-than', by: ['clean'], advice: 'Name a time that is longer than any run takes, e.g. older-than: 3h.' },
];
/** As text: an empty one or list, what is absent, and a switch that is off. */
const NOTHING = ['', 'false'];
function refuseContradictions(given, environment) {
    const isGiven = (name) => !NOTHING.includes(String(given[name] ?? ''));
    for (const { name, by, advice } of NEEDED)
        if (by.includes(given.command) && !isGiven(name))
            throw invalid(`The input ${name} is missing`, advice);
    for (const [one, other] of EXCLUSIVE)
        if (isGiven(one) && isGiven(other))
            throw invalid(`The inputs ${one} and ${other} exclude each other`, 'Leave out one of them.');
    if (given['ssm-parameter'] && given.publish === 'later')
        throw invalid('The inputs ssm-parameter and publish: later exclude each other', 'Give ssm-parameter to command: merge, which publishes.');
    if (given['role-to-assume'] && environment.AWS_ACCESS_KEY_ID)
        throw invalid('The input role-to-assume is set, and so is AWS_ACCESS_KEY_ID in the environment', 'Leave out role-to-assume, or the step before this one that puts keys into the environment.');
    if (given.comment && !given['github-token'])
        throw invalid('The input comment needs a token', 'Leave github-token at its default.');
}
const invalid = (message, advice) => new failure/* Failure */.H('invalid', message, { advice });

;// CONCATENATED MODULE: ./build/action/main.js
/** The Action's main: reads what stands under `with:`, and the engine does the rest. */









/** Resolves with the exit status; what failed is said by then. */
async function main() {
    const folder = newFolder(process.env);
    const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
    try {
        const inputs = readInputs(process.env);
        enter(inputs['working-directory']);
        const access = await openAccess(inputs, folder);
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
        (0,core/* setFailed */.C1)(harmless(`ingot did not foresee this; it is a mistake of ours. ${error instanceof Error ? error.stack : error}`));
        return 1;
    }
    const { advice, evidence } = error.details;
    (0,core/* setFailed */.C1)([error.message, evidence, advice].filter(Boolean).join('\n'));
    return failure/* exitCodes */.h[error.code];
}

// EXTERNAL MODULE: ./build/engine/clean.js
var engine_clean = __webpack_require__(19527);
// EXTERNAL MODULE: ./build/engine/journal-reader.js
var journal_reader = __webpack_require__(3225);
;// CONCATENATED MODULE: ./build/action/post.js
/**
 * After the job, whatever became of it: releases from the journal what main could not, then what a lost journal did not know
 * of by its tags, and fails loudly if something remains.
 */














/** The host gives post steps five minutes after a cancel and then kills the job. */
const LIMIT_MILLISECONDS = 240_000;
/** Resolves with the exit status. */
async function post() {
    if ((0,core/* getState */.Gu)(LEAVE)) {
        (0,core/* info */.pq)('A build failed, and on-failure: abort left all of it in place.');
        return 0;
    }
    const folder = (0,core/* getState */.Gu)(FOLDER);
    try {
        const runs = (await (0,journal_reader/* readRuns */.x)(folder)).map(({ run }) => run);
        const trail = savedTrail();
        if (runs.length === 0 && !trail)
            return 0;
        await openAccess(readSome(process.env, accessNames), folder);
        const options = cleanOptions(folder);
        // Main has ended, also where its process cannot be seen from here.
        const { leftovers, alive } = await (0,engine_clean/* clean */.u)({ ...options, runs });
        const left = alive.length === 0 && trail ? distinct([...leftovers, ...(await byTag(trail, options))]) : leftovers;
        for (const { kind, id, reason } of left)
            (0,core/* error */.z3)(`Left behind: ${kind} ${id}: ${reason}`);
        if (left.length + alive.length === 0)
            return 0;
        (0,core/* setFailed */.C1)('Not everything that this job made could be removed; what remains is named above.');
    }
    catch (thrown) {
        (0,core/* setFailed */.C1)(`Cleaning up failed: ${thrown.message}`);
    }
    return 1;
}
function cleanOptions(stateFolder) {
    const say = (text) => (0,core/* info */.pq)(harmless(text));
    return {
        stateFolder,
        resourceKinds: catalog/* plugins */.N.resourceKinds,
        say,
        warn: text => (0,core/* warning */.$e)(harmless(text)),
        signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
        withSandbox: (sandbox, work) => (0,embedded/* withEmbeddedSandbox */.Im)(sandbox, cliBundle(), say, ({ endpoint }) => work(endpoint)),
    };
}
/** The journal may be gone, or torn: what bears the run's tags and was not published is found without it. */
async function byTag({ run, places, sandbox }, options) {
    const regions = places.filter(({ region }) => region);
    if (regions.length === 0)
        return [];
    const work = async () => {
        const found = await Promise.all(regions.map(place => (0,aws_sweep/* findOurs */.Z)((0,connect/* connectAt */.YN)(place), { runs: [run] }, options.signal)));
        return (0,sweep/* sweep */.X)(found.flat(), options);
    };
    return sandbox ? options.withSandbox(sandbox, work) : work();
}
const distinct = (leftovers) => [
    ...new Map(leftovers.map(left => [`${left.kind} ${left.id}`, left])).values(),
];

;// CONCATENATED MODULE: ./build/action/index.js
/** The Action's one bundle: the runner starts it twice, and what main saved says which of the two this is. */




// Node ends when nothing is under way, with 0 unless told otherwise: what did not come to its end has not succeeded.
process.exitCode = 1;
// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void ((0,core/* getState */.Gu)(FOLDER) ? post() : main()).then(status => process.exit(status));


/***/ }),

/***/ 55003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cellsOf),
/* harmony export */   z: () => (/* binding */ cellsBy)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/** Cuts a plan into cells that machines of a CI host work on side by side; `merge` joins what they report. */

const cellsBy = ['build', 'type', 'region'];
/** GitHub starts no more jobs from one matrix. */
const MOST_CELLS = 256;
/** In the order of the plan. Throws Failure `invalid` when there are too many. */
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
/** `only` takes globs, and a comma ends one. */
const literal = (name) => name.replace(/[\\*?[\]{}]/g, '\\$&').replaceAll(',', '?');


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
/** Joins the reports of cells that ran on different machines into the one that a single run would have had. */




/** Reports in these files, and in all `*report.json` below these folders. Throws Failure `invalid`. */
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
/**
 * `plan` says which builds there must be. A build that nobody reports, that two cells have done, or that is not in the plan is a
 * Failure that names it. Of a cell that was tried again the later report counts.
 */
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
        // Paths on the machines of the cells; nothing is there any more.
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
/** What is in a file or a folder of this machine, wherever it lies. */




function contentOf(path) {
    const found = path === '' ? undefined : (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(path), { throwIfNoEntry: false });
    if (found?.isFile())
        return { content: hash((0,external_node_fs_.readFileSync)(path)), runs: (found.mode & 0o111) !== 0 };
    return found?.isDirectory() ? { folder: tree((0,external_node_path_.resolve)(path), []) } : path;
}
const hash = (data) => (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
/** Links are both: where they lead, when that is a place in the folder, and what is there. `above`: the folders around, by their real paths. */
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
/**
 * What an image is made of, as one hash for each build: the plan without places, and the content of every file that it reads. The base image
 * is not in it: only the source can find out which one it is.
 */





/** Raised when the same recipe no longer means the same image. */
const GENERATION = 2;
/** Of each build by its name. The plan has to be one for a fixed time, or every moment has its own recipe. */
const recipesOf = (plan, readers = {}) => new Map(plan.builds.map(build => [build.name, recipeOf(build, readers, folderOf(plan))]));
/** Texts may begin with it (`path.root`), and where it lies does not matter. */
function folderOf({ template }) {
    const path = (0,external_node_path_.resolve)(template);
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ? path : (0,external_node_path_.dirname)(path);
}
function recipeOf(build, readers, folder) {
    const { source, provisioners, errorCleanupProvisioner, smokeTests, postProcessors, publications } = build;
    const parts = {
        generation: GENERATION,
        source: { type: source.type, options: withContent(source.options) },
        communicator: Object.fromEntries(LASTING.map(name => [name, source.communicator[name]])),
        provisioners: provisioners.map(planned => provisionerParts(planned, readers)),
        errorCleanupProvisioner: errorCleanupProvisioner && provisionerParts(errorCleanupProvisioner, readers),
        smokeTests: smokeTests.map(test => smokeTestParts(test, readers)),
        // They make nothing of the image, but are not run for one that is unchanged: so it is not, when they are not the same.
        postProcessors: postProcessors.map(chain => chain.map(({ type, options, keepInputArtifact }) => ({ type, keepInputArtifact, options: withContent(options, SCRIPTS) }))),
        publications,
    };
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(canonical(plain(parts))).replaceAll(JSON.stringify(`${folder}/`).slice(1, -1), './'))
        .digest('hex');
}
/** Of how the machine is reached, what stays in the image: who provisioned, which keys were left. All else is on the way there. */
const LASTING = [
    ...['communicator', 'ssh_username', 'ssh_pty', 'ssh_keypair_name', 'ssh_clear_authorized_keys', 'winrm_username'],
];
/** How long and how often it may try is nothing that the image would have. */
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
/** Options whose texts name files of this machine, when there are such files. */
const FILES = /(^|_)(scripts?|sources?|files?|paths?|dirs?|director(y|ies)|folders?|inventory)$|^(group|host)_vars$/;
const SCRIPTS = /^scripts?$/;
/** Places on the other machine; results; credentials; what is installed anew each time. */
const NOT_READ = /^(remote_|staging_|destination|output|target|ssh_|shared_credentials|galaxy_.*_path$|(roles|collections)_path$)/;
/** What arrives under its own name. */
const NAMED = /^(playbook_(files|paths)|(role|collection)_paths)$/;
/** Only an option itself is a path; a key of a map (tags) is the user's word. */
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
/** A slash at the end says whether a folder or its content is meant, and whether a file keeps its name. */
function fileOf(name, path, { destination }) {
    const content = contentOf(path);
    if (typeof content === 'string')
        return content;
    const isSource = /^sources?$/.test(name);
    const keeps = isSource && ('folder' in content ? !path.endsWith('/') : String(destination).endsWith('/'));
    return keeps || NAMED.test(name) ? { ...content, name: (0,external_node_path_.basename)(path) } : content;
}
const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
/** Keys in order, nothing that is not set. */
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

/***/ 27455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/** Finds what an author may have meant by a misspelt name. */
/** The first candidate less than three edits away. */
function suggestion(name, candidates) {
    for (const candidate of candidates)
        if (distanceBelow(name, candidate, 3))
            return candidate;
    return undefined;
}
/** ` Did you mean "region"?`, to stand behind a sentence, or nothing. */
function didYouMean(name, candidates) {
    const meant = suggestion(name, candidates);
    return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
/** Whether fewer than `limit` insertions, deletions and substitutions make `b` of `a` (Levenshtein). */
function distanceBelow(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return false;
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
            next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
        if (Math.min(...next) >= limit)
            return false;
        row = next;
    }
    return row[b.length] < limit;
}


/***/ }),

/***/ 45252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Nj: () => (/* binding */ parseNanoseconds)
/* harmony export */ });
/* unused harmony export formatDuration */
/** Durations as Go writes them: `1h2m3.5s`, exact to the nanosecond. */
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
/** Milliseconds; throws Error with a sentence for anything else. */
const parseDuration = (text) => Number(parseNanoseconds(text)) / 1e6;
/** Throws Error, worded as Go words it. The longest is about 292 years. */
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
/** As Go prints it: `1h0m0s`, `1.5s`, `2ms`, `0s`. */
function formatDuration(nanoseconds) {
    if (nanoseconds === 0n)
        return '0s';
    const sign = nanoseconds < 0n ? '-' : '';
    const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
    for (const unit of ['ns', 'µs', 'ms']) {
        const next = units[unit] * 1000n;
        if (size < next)
            return `${sign}${decimal(size, units[unit])}${unit}`;
    }
    const [hours, minutes, rest] = [size / units.h, (size % units.h) / units.m, size % units.m];
    const seconds = `${decimal(rest, units.s)}s`;
    if (hours > 0n)
        return `${sign}${hours}h${minutes}m${seconds}`;
    return minutes > 0n ? `${sign}${minutes}m${seconds}` : sign + seconds;
}
function decimal(size, unit) {
    const fraction = (size % unit)
        .toString()
        .padStart(unit.toString().length - 1, '0')
        .replace(/0+$/, '');
    return `${size / unit}${unit > 1n && fraction !== '' ? `.${fraction}` : ''}`;
}


/***/ }),

/***/ 45576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ countGraphemes),
/* harmony export */   l: () => (/* binding */ graphemes)
/* harmony export */ });
/** Grapheme clusters: what a reader takes for one character, and what columns, `length` and `substr` count. */
/** Below U+0300 nothing combines but CR with LF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all characters but CR
const SIMPLE = /^[\x00-\x0c\x0e-\u02ff]*$/;
let segmenter;
function graphemes(text) {
    if (SIMPLE.test(text))
        return text.split('');
    // Its tables take a tenth of a whole start to load, and most templates need none.
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
/* unused harmony exports renderDiagnostics, placeOf */
/* harmony import */ var _graphemes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45576);

/** Lines of a longer subject that are shown. */
const MOST_LINES = 4;
const STYLES = { error: '\u001b[31m', warning: '\u001b[33m', bold: '\u001b[1m', dim: '\u001b[2m', reset: '\u001b[0m' };
const renderDiagnostics = (diagnostics, options = {}) => diagnostics.map(diagnostic => `${renderDiagnostic(diagnostic, options)}\n`).join('\n');
/**
 * Error: Unsupported argument
 *   on build.pkr.hcl:3:3
 *   3 |   imge = "x"
 *     |   ^^^^
 *   An argument named "imge" is not expected here. Did you mean "image"?
 */
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
/** As plain data for `JSON.stringify`. */
function diagnosticToJson({ severity, summary, detail, subject }, options = {}) {
    const { redact = text => text } = options;
    const lines = subject && linesOf(subject, options)?.map(({ text }) => text);
    return {
        severity,
        summary: redact(summary),
        ...(detail !== undefined && { detail: redact(detail) }),
        ...(subject && { range: { filename: subject.file, start: subject.start, end: subject.end } }),
        ...(lines && { snippet: redact(lines.join('\n')) }),
    };
}
function snippetOf(subject, options, dim, strong) {
    const { redact = text => text } = options;
    const lines = linesOf(subject, options);
    if (!lines)
        return [];
    const width = String(lines[lines.length - 1].number).length;
    return lines.flatMap(({ number, text }) => {
        const shown = redact(text);
        const source = `  ${dim(`${String(number).padStart(width)} |`)} ${shown}`.trimEnd();
        // Carets under a text that was shortened would point at the wrong place.
        if (shown !== text)
            return [source];
        const { indent, carets } = underline(text, number, subject);
        return [source, `  ${dim(`${' '.repeat(width)} |`)} ${indent}${strong(carets)}`];
    });
}
function linesOf({ file, start, end }, { sources }) {
    const source = sources?.get(file);
    if (source === undefined)
        return undefined;
    // A range that ends with a line break has nothing of the next line.
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    const all = source.replace(/^\ufeff/, '').split('\n');
    const lines = all.slice(start.line - 1, Math.min(last, start.line - 1 + MOST_LINES));
    return lines.length === 0 ? undefined : lines.map((text, i) => ({ number: start.line + i, text: text.replace(/\r$/, '') }));
}
const WIDE = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u;
/** Under the part of the line that is in the range; under its text only when the range began in a line before. */
function underline(text, line, { start, end }) {
    const characters = (0,_graphemes__WEBPACK_IMPORTED_MODULE_0__/* .graphemes */ .l)(text);
    const firstText = Math.max(0, characters.findIndex(character => character.trim() !== ''));
    const from = line === start.line ? start.column - 1 : firstText;
    const to = line === end.line ? end.column - 1 : characters.length;
    const width = (character) => (WIDE.test(character) ? 2 : 1);
    const indent = characters.slice(0, from).map(character => (character === '\t' ? '\t' : ' '.repeat(width(character))));
    const marked = characters.slice(from, to).reduce((sum, character) => sum + width(character), 0);
    return { indent: indent.join('') + ' '.repeat(Math.max(0, from - characters.length)), carets: '^'.repeat(Math.max(1, marked)) };
}


/***/ }),

/***/ 28691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/** Times for people. */
/** `40 ms`, `1.4 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
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
    constructor(code, 
    /** What happened, in a sentence that names the thing. Never holds a secret. */
    message, details = {}) {
        super(message, { cause: details.cause });
        this.code = code;
        this.details = details;
        this.name = 'Failure';
    }
}
const exitCodes = { failed: 1, invalid: 2, interrupted: 130 };


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
/** What people read of an event, in the words and shapes that Packer made familiar: `==> build: text`. */

/** Progress is not among them: each output shows it in its own way. */
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
/** The last words of a run, as Packer says them. */
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


/***/ }),

/***/ 14123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ remembering)
/* harmony export */ });
/** Data sources that answer the same question once: the second plan asks nobody. */
function remembering(given) {
    const dataSources = Object.entries(given.dataSources).map(([type, source]) => {
        const answers = new Map();
        const read = (options, context) => {
            const key = JSON.stringify(options);
            const answer = answers.get(key) ?? source.read(options, context);
            answers.set(key, answer);
            return answer;
        };
        return [type, { ...source, read }];
    });
    return { ...given, dataSources: Object.fromEntries(dataSources) };
}


/***/ })

};
;