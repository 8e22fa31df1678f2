"use strict";
exports.id = 8469;
exports.ids = [8469];
exports.modules = {

/***/ 68469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build)
});

// EXTERNAL MODULE: ./build/catalog.js + 46 modules
var catalog = __webpack_require__(95580);
// EXTERNAL MODULE: ./build/engine/interrupt.js
var engine_interrupt = __webpack_require__(50985);
// EXTERNAL MODULE: ./build/engine/recipe.js + 1 modules
var recipe = __webpack_require__(88663);
// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(46125);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/cli/apply.js + 3 modules
var apply = __webpack_require__(52812);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/cli/questions.js
var cli_questions = __webpack_require__(60515);
// EXTERNAL MODULE: ./build/template/load-plan.js + 67 modules
var load_plan = __webpack_require__(87067);
;// CONCATENATED MODULE: ./build/cli/recipes.js
/** What the images of a template are made of: its plan for a fixed time, so that names with a date in them do not matter. */


const ALWAYS = new Date(Date.UTC(2000, 0, 1));
/** Undefined when the template cannot be planned twice: it came from standard input. What `outside` has answered is not asked again. */
async function recipesFrom(input, plugins, outside) {
    if (input.path === '-')
        return undefined;
    const { plan } = await (0,load_plan/* loadPlan */.Y)({ ...input, plugins, outside, startedAt: ALWAYS });
    return plan && (0,recipe/* recipesOf */.t)(plan, plugins);
}

// EXTERNAL MODULE: ./build/cli/sandbox-flags.js
var sandbox_flags = __webpack_require__(76855);
// EXTERNAL MODULE: ./build/cli/smoke-test-flags.js
var smoke_test_flags = __webpack_require__(70722);
// EXTERNAL MODULE: ./build/cli/template-flags.js
var template_flags = __webpack_require__(8372);
;// CONCATENATED MODULE: ./build/cli/commands/build.js
/** `ingot build`: bake, test, publish. */













const buildFlags = {
    ...template_flags/* templateFlags */.Qs,
    ...template_flags/* pluginFlags */.PX,
    ...apply/* runFlags */.l,
    'skip-enforcement': (0,flags/* toggle */.L$)('Accepted for Packer: there is no HCP Packer here.'),
    debug: (0,flags/* toggle */.L$)('One build at a time, and wait for Enter before each step.'),
    'warn-on-undeclared-var': (0,flags/* toggle */.L$)('Warn of values in variable files that the template does not declare.'),
    'skip-unchanged': (0,flags/* toggle */.L$)('Where an image of the same template, files and base image was published, that one is the result.'),
    ...smoke_test_flags/* smokeTestFlags */.Lb,
    'no-smoke-tests': (0,flags/* toggle */.L$)('Publish without testing. Said in every output.'),
    publish: (0,flags/* choice */.Yq)('Publish what passed, or leave it as a candidate for `ingot merge`.', ['now', 'later'], 'now'),
    ...template_flags/* publishFlags */.n2,
    'host-keys': (0,flags/* choice */.Yq)('How host keys of launched machines are known, instead of what *.ingot.hcl says.', communicator_options/* hostKeyChoices */.Cx),
};
const build = (0,command/* verb */.w3)({
    usage: 'build [flags] TEMPLATE',
    summary: 'Bakes images, boots and tests them, and only then publishes.',
    flags: buildFlags,
    run: async ({ rest, flags }, io) => {
        (0,sandbox_flags/* refuseWithoutSandbox */.S5)(flags);
        const { debug, publish, 'ssm-parameter': ssmParameter } = flags;
        if (ssmParameter && publish === 'later')
            throw new failure/* Failure */.H('invalid', '-ssm-parameter means nothing to -publish=later', {
                advice: 'Give it to the `ingot merge` that publishes.',
            });
        const { 'warn-on-undeclared-var': warnUndeclared, 'host-keys': hostKeys } = flags;
        const own = { warnUndeclared, hostKeys, ssmParameter, ...(0,smoke_test_flags/* smokeTestInput */.ou)(flags) };
        const more = { requireBuilds: true, askOutside: !flags.sandbox, ...own };
        const loaded = await (0,template_flags/* planFrom */.MI)(rest, flags, catalog/* plugins */.N, io, more);
        if (!loaded)
            return 2;
        const input = { ...(0,template_flags/* inputFrom */.Rh)((0,template_flags/* onlyTemplate */.VO)(rest), flags, io), ...more };
        const recipes = (0,recipe/* needsRecipes */.Z)(loaded.plan, catalog/* plugins */.N) ? await recipesFrom(input, catalog/* plugins */.N, loaded.outside) : undefined;
        const questions = new cli_questions/* Questions */.Q(io);
        if (debug && !questions.possible)
            throw new failure/* Failure */.H('invalid', '-debug waits for Enter before each step, and there is no terminal', {
                advice: 'Leave out -debug.',
            });
        const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
        try {
            return await (0,apply/* apply */.B)({ ...loaded, flags, io, interrupt }, {
                smokeTests: !flags['no-smoke-tests'],
                ...(0,smoke_test_flags/* smokeTestOptions */.i8)(flags),
                recipes,
                skipUnchanged: flags['skip-unchanged'],
                publish: publish,
                ...(questions.possible && !flags['machine-readable'] && { ask: questions.afterFailure, waitForEnter: questions.enter }),
                ...(debug && { parallelBuilds: 1, pause: questions.beforeStep }),
            });
        }
        finally {
            questions.close();
            interrupt.stop();
        }
    },
});


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
/** What is in a file or a folder of this machine, wherever it lies. */




function contentOf(path) {
    const found = path === '' ? undefined : (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(path), { throwIfNoEntry: false });
    if (found?.isFile())
        return { content: hashOf(path), runs: (found.mode & 0o111) !== 0 };
    return found?.isDirectory() ? { folder: tree((0,external_node_path_.resolve)(path), []) } : path;
}
const PIECE = 1 << 20;
/** In pieces: images of disks are larger than memory, and than what Node reads at once (2 GiB). */
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
/** Whether any build makes an image that is found again by its recipe. Without one nothing needs to be read, be it gigabytes. */
const needsRecipes = ({ builds }, { sources }) => builds.some(({ source }) => sources[source.type]?.unchanged !== undefined);
/** Of each build by its name. The plan has to be one for a fixed time, or every moment has its own recipe. */
const recipesOf = (plan, readers = {}) => new Map(plan.builds.map(build => [build.name, recipeOf(build, readers, folderOf(plan))]));
/** Texts may begin with it (`path.root`), and where it lies does not matter. */
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
        // They make nothing of the image, but are not run for one that is unchanged: so it is not, when they are not the same. What is done
        // all the same does not count.
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
const without = (options, names = []) => Object.fromEntries(Object.entries(plain(options)).filter(([name]) => !names.includes(name)));
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


/***/ })

};
;