"use strict";
exports.id = 42;
exports.ids = [42];
exports.modules = {

/***/ 732:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/catalog.js + 96 modules
var catalog = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/engine/interrupt.js
var engine_interrupt = __webpack_require__(985);
// EXTERNAL MODULE: ./build/engine/redact.js
var engine_redact = __webpack_require__(4145);
// EXTERNAL MODULE: ./build/engine/render.js
var engine_render = __webpack_require__(4356);
// EXTERNAL MODULE: ./build/engine/run.js + 13 modules
var run = __webpack_require__(8120);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(4127);
// EXTERNAL MODULE: ./build/language/render-diagnostics.js
var render_diagnostics = __webpack_require__(5753);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/outputs/log-file.js
var log_file = __webpack_require__(3427);
// EXTERNAL MODULE: ./build/outputs/terminal.js + 2 modules
var terminal = __webpack_require__(7735);
// EXTERNAL MODULE: ./build/outputs/tfvars.js
var tfvars = __webpack_require__(4360);
// EXTERNAL MODULE: ./build/sandbox/embedded.js
var embedded = __webpack_require__(4465);
// EXTERNAL MODULE: ./build/sandbox/state-folder.js
var state_folder = __webpack_require__(4935);
// EXTERNAL MODULE: ./build/template/load-plan.js + 94 modules
var load_plan = __webpack_require__(1839);
// EXTERNAL MODULE: ./build/template/scope.js
var scope = __webpack_require__(4978);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/action/cli-bundle.js

/** The command line's bundle beside the Action's own: an embedded sandbox is a process of it. */
const cliBundle = () => (0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ''), '..', 'cli', 'main.js');

;// CONCATENATED MODULE: ./build/action/inputs.js
/** Inputs of the Action, as action.yml declares them. */


function readInputs() {
    return {
        template: required('template'),
        variables: lines('vars').map(assignment),
        variableFiles: lines('var-files'),
        only: patterns('only'),
        except: patterns('except'),
        sandbox: toggle('sandbox'),
    };
}
function required(name) {
    const value = (0,core/* getInput */.V4)(name);
    if (value)
        return value;
    throw new failure/* Failure */.H('invalid', `The input ${name} is missing`, {
        advice: `Write it under \`with:\` in the step, e.g. ${name}: images/web`,
    });
}
const lines = (name) => (0,core/* getInput */.V4)(name, { trimWhitespace: false })
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(line => line.trimStart());
const patterns = (name) => lines(name)
    .flatMap(line => line.split(','))
    .map(pattern => pattern.trim())
    .filter(pattern => pattern !== '');
function assignment(line) {
    const at = line.indexOf('=');
    // The line itself may hold a secret, so the error does not show it.
    if (at < 1)
        throw new failure/* Failure */.H('invalid', 'A line of the input vars is not name=value', { advice: 'Write one variable a line.' });
    return { name: line.slice(0, at).trim(), text: line.slice(at + 1) };
}
function toggle(name) {
    const value = (0,core/* getInput */.V4)(name).toLowerCase();
    if (value === 'true' || value === 'false' || value === '')
        return value === 'true';
    throw new failure/* Failure */.H('invalid', `The input ${name} is "${value}"`, { advice: 'It takes true or false.' });
}

;// CONCATENATED MODULE: ./build/action/outputs.js
/** Outputs of the Action, set once everything has passed; an image that did not pass is never among them. */

class ActionOutputs {
    name = 'outputs of the Action';
    handle() { }
    async finish(report) {
        if (report.outcome !== 'done')
            return [];
        const images = report.builds.flatMap(build => build.images);
        (0,core/* setOutput */.uH)('image-id', images.length === 1 ? images[0]?.id : '');
        (0,core/* setOutput */.uH)('image-ids', JSON.stringify(imageIds(report)));
        for (const { what, path } of report.files) {
            if (what === 'manifest')
                (0,core/* setOutput */.uH)('manifest', path);
            if (what === 'tfvars')
                (0,core/* setOutput */.uH)('tfvars-file', path);
        }
        return [];
    }
}
const imageIds = (report) => Object.fromEntries(report.builds
    .filter(build => build.images.length > 0)
    .map(build => [build.name, Object.fromEntries(build.images.map(image => [image.region, image.id]))]));

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/action/state.js
/** What main leaves for post. The runner keeps its state file even when main is killed. */


/** Set before anything else; the second start of the bundle knows by it that it is post. */
const MAIN_BEGAN = 'mainBegan';
/** Journals live in the runner's temporary folder, which main and post share and other jobs do not. */
const stateFolder = (environment) => (0,external_node_path_.join)(environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'ingot');

;// CONCATENATED MODULE: ./build/action/main.js
/** The Action's main: inputs to a plan, a plan to images, and the engine does the rest. */




















const print = (line) => void process.stdout.write(`${line}\n`);
async function main() {
    (0,core/* saveState */.LZ)(MAIN_BEGAN, 'true');
    const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
    try {
        return await bake(readInputs(), interrupt);
    }
    catch (error) {
        const advice = error instanceof failure/* Failure */.H ? error.details.advice : undefined;
        (0,core/* setFailed */.C1)([error.message, advice].filter(Boolean).join('. '));
        return error instanceof failure/* Failure */.H ? failure/* exitCodes */.h[error.code] : 1;
    }
}
async function bake(inputs, interrupt) {
    const { template: path, variables, variableFiles, only, except } = inputs;
    const given = { path, variables, variableFiles, only, except, environment: process.env, plugins: catalog/* plugins */.N, requireBuilds: true };
    const { plan, diagnostics, sources, sensitive } = await (0,load_plan/* loadPlan */.Y)(given);
    for (const text of sensitive)
        for (const line of text.split('\n'))
            if (line)
                (0,core/* setSecret */.Pq)(line);
    const redactor = new engine_redact/* Redactor */.p(sensitive);
    const redact = (text) => redactor.text(text);
    for (const diagnostic of diagnostics)
        print((0,render_diagnostics/* renderDiagnostic */.IW)(diagnostic, { sources, redact }));
    if (!plan || (0,diagnostic/* hasErrors */.C)(diagnostics))
        throw new failure/* Failure */.H('invalid', `The template ${path} is not valid; see above`);
    if (!inputs.sandbox)
        return main_run(plan, sensitive, interrupt);
    const sandbox = { stateFolder: (0,state_folder/* defaultStateFolder */.f)(), kind: process.env.INGOT_SANDBOX_KIND ?? 'qemu' };
    const work = ({ record }) => main_run(plan, sensitive, interrupt, record);
    return (0,embedded/* withEmbeddedSandbox */.Im)(sandbox, cliBundle(), line => print(`==> sandbox: ${line}`), work, interrupt.signal);
}
async function main_run(plan, redact, interrupt, sandbox) {
    const identity = (0,run/* newRunIdentity */.W)();
    const folder = stateFolder(process.env);
    const write = (text) => void process.stdout.write(text);
    const sinks = [
        new log_file/* LogFile */.$(`${folder}/${identity.id}/log.txt`),
        new tfvars/* Tfvars */.X('images.auto.tfvars.json'),
        new ActionOutputs(),
        new terminal/* Terminal */.B({ write, color: true }),
    ];
    const render = (0,engine_render/* renderer */.U)(scope/* PACKER_VERSION */.sV);
    const report = await (0,run/* runPlan */.F)(plan, catalog/* plugins */.N, { sinks, stateFolder: folder, identity, sandbox, interrupt, render, redact });
    if (report.outcome !== 'done')
        (0,core/* setFailed */.C1)(`The build ${report.outcome === 'interrupted' ? 'was interrupted' : 'failed'}; see above`);
    return report.exitCode;
}

// EXTERNAL MODULE: ./build/engine/clean.js + 1 modules
var clean = __webpack_require__(9180);
;// CONCATENATED MODULE: ./build/action/post.js
/** After the job, whatever became of it: releases from the journal what main could not, and fails loudly if something remains. */






/** The host gives post steps five minutes after a cancel and then kills the job. */
const LIMIT_MILLISECONDS = 240_000;
async function post() {
    try {
        const report = await (0,clean/* clean */.u)({
            stateFolder: stateFolder(process.env),
            resourceKinds: catalog/* plugins */.N.resourceKinds,
            say: core/* info */.pq,
            warn: core/* warning */.$e,
            signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
            withSandbox: (sandbox, work) => (0,embedded/* withEmbeddedSandbox */.Im)(sandbox, cliBundle(), core/* info */.pq, ({ endpoint }) => work(endpoint)),
        });
        for (const { kind, id, reason } of report.leftovers)
            (0,core/* error */.z3)(`Left behind: ${kind} ${id}: ${reason}`);
        const unsure = report.leftovers.length + report.unknown.length + report.alive.length;
        if (unsure === 0)
            return 0;
        (0,core/* setFailed */.C1)('Not everything that this job made could be removed; what remains is named above.');
    }
    catch (thrown) {
        (0,core/* setFailed */.C1)(`Cleaning up failed: ${thrown.message}`);
    }
    return 1;
}

;// CONCATENATED MODULE: ./build/action/index.js
/** The Action's one bundle: the runner starts it twice, and what main saved says which of the two this is. */




// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void ((0,core/* getState */.Gu)(MAIN_BEGAN) ? post() : main()).then(status => process.exit(status));


/***/ }),

/***/ 9180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ clean)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/engine/error-text.js
var error_text = __webpack_require__(2354);
// EXTERNAL MODULE: ./build/engine/journal.js
var engine_journal = __webpack_require__(7485);
// EXTERNAL MODULE: ./build/lib/process-identity.js
var process_identity = __webpack_require__(8569);
;// CONCATENATED MODULE: ./build/engine/journal-reader.js
/** Reads journals of other processes, in whatever state their end left them. */



/** All runs that have a journal, oldest first; an absent folder has none. */
async function readRuns(stateFolder) {
    const names = await (0,promises_.readdir)(stateFolder).catch(absent([]));
    const records = await Promise.all(names.sort().map(name => readRun(stateFolder, name)));
    return records.filter(record => record !== undefined);
}
async function readRun(stateFolder, run) {
    const path = (0,engine_journal/* journalPath */.H)(stateFolder, run);
    const text = await (0,promises_.readFile)(path, 'utf8').catch(absent(undefined));
    if (text === undefined)
        return undefined;
    const [header, ...entries] = parse(text);
    if (header?.type !== 'run')
        return { path, run, owner: 'dead', outstanding: [] };
    return { path, run, header, owner: (0,process_identity/* stateOf */.L4)(header.process), outstanding: replay(entries) };
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
    return [...held.values()].map(({ token, kind, place, build, id }) => ({ token, kind, place, build, id }));
}
const absent = (value) => (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        return value;
    throw error;
};

// EXTERNAL MODULE: ./build/engine/scope.js + 1 modules
var scope = __webpack_require__(1558);
;// CONCATENATED MODULE: ./build/engine/clean.js
/** Releases what dead runs left behind, from their journals, through the same resource kinds that made it. */






async function clean(options) {
    const records = await readRuns(options.stateFolder);
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
            await (0,promises_.rm)(record.path, { force: true });
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
        return clean_replay(record, options, place => place);
    const moved = (endpoint) => (place) => Object.fromEntries(Object.entries(place).map(([key, value]) => [key, value === sandbox.endpoint ? endpoint : value]));
    try {
        return await options.withSandbox(sandbox, endpoint => clean_replay(record, options, moved(endpoint)));
    }
    catch (error) {
        return outstanding.map(thing => leftover(thing, `its sandbox could not be served again: ${(0,error_text/* reasonOf */.A3)(error)}`));
    }
}
/** One scope for each build, so that builds do not wait for each other. */
async function clean_replay(record, options, moved) {
    const known = new Map(record.outstanding.map(thing => [thing.token, thing]));
    const journal = await engine_journal/* Journal */.C.reopen(record.path, known.keys());
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
            scopes.set(build, new scope/* Scope */.H({ build, journal, newToken: noToken, emit }));
        if (kind)
            scopes.get(build)?.adopt(kind, token, id);
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
    throw new failure/* Failure */.H('invalid', `There is no journal of ${missing.join(', ')} in ${options.stateFolder}`, {
        advice: records.length === 0 ? 'No run has left anything there.' : `There are: ${records.map(record => record.run).join(', ')}.`,
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

/***/ 7455:
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

/***/ 5753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ renderDiagnostic)
/* harmony export */ });
/* unused harmony exports renderDiagnostics, placeOf, diagnosticToJson */
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
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u;
/** Under the part of the line that is in the range; under its text only when the range began in a line before. */
function underline(text, line, { start, end }) {
    const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
    const firstText = Math.max(0, characters.findIndex(character => character.trim() !== ''));
    const from = line === start.line ? start.column - 1 : firstText;
    const to = line === end.line ? end.column - 1 : characters.length;
    const width = (character) => (WIDE.test(character) ? 2 : 1);
    const indent = characters.slice(0, from).map(character => (character === '\t' ? '\t' : ' '.repeat(width(character))));
    const marked = characters.slice(from, to).reduce((sum, character) => sum + width(character), 0);
    return { indent: indent.join('') + ' '.repeat(Math.max(0, from - characters.length)), carets: '^'.repeat(Math.max(1, marked)) };
}


/***/ }),

/***/ 631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
class Failure extends Error {
    code;
    details;
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


/***/ })

};
;