"use strict";
exports.id = 5120;
exports.ids = [5120];
exports.modules = {

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

/***/ 15120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  process: () => (/* binding */ process)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(68145);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/post-processors/manifest/file.js



async function readManifest(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw new failure/* Failure */.H('failed', `The manifest ${path} cannot be read: ${error.message}`, { cause: error });
    });
    if (text.trim() === '')
        return { builds: [], last_run_uuid: '' };
    try {
        const { builds, last_run_uuid } = JSON.parse(text);
        if (builds !== undefined && builds !== null && !Array.isArray(builds))
            throw new Error('"builds" is not a list');
        return { builds: builds ?? [], last_run_uuid: last_run_uuid ?? '' };
    }
    catch (cause) {
        throw new failure/* Failure */.H('failed', `${path} is not a manifest that could be added to: ${cause.message}`, {
            advice: 'Move it away, or let the manifest post-processor write to another output.',
            cause,
        });
    }
}
const writeManifest = (path, manifest) => (0,atomic_file/* writeAtomically */.v)(path, manifestText(manifest));
const manifestText = (manifest) => JSON.stringify(manifest, null, 2).replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/lib/process-identity.js
var process_identity = __webpack_require__(78569);
;// CONCATENATED MODULE: ./build/post-processors/manifest/lock.js





const PATIENCE_MILLISECONDS = 10_000;
const STEP_MILLISECONDS = 25;
async function locked(path, signal, work) {
    const lock = `${path}.lock`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const end = Date.now() + PATIENCE_MILLISECONDS;
    while (!(await take(lock))) {
        if (await isAbandoned(lock))
            await (0,promises_.rm)(lock, { force: true });
        else if (Date.now() > end) {
            throw new failure/* Failure */.H('failed', `The manifest ${path} is locked by another build`, {
                advice: `If no other build is running, remove ${lock}.`,
            });
        }
        else
            await (0,abort/* delay */.cb)(STEP_MILLISECONDS, signal);
    }
    try {
        return await work();
    }
    finally {
        await (0,promises_.rm)(lock, { force: true });
    }
}
async function take(lock) {
    try {
        const file = await (0,promises_.open)(lock, 'wx');
        await file.writeFile(JSON.stringify((0,process_identity/* currentProcess */.DK)())).finally(() => file.close());
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
async function isAbandoned(lock) {
    try {
        return (0,process_identity/* stateOf */.L4)(JSON.parse(await (0,promises_.readFile)(lock, 'utf8'))) === 'dead';
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/post-processors/manifest/process.js




async function process(options, artifact, context) {
    const entry = await entryFor(options, artifact, context);
    const path = (0,external_node_path_.resolve)(options.output);
    await locked(path, context.signal, async () => {
        const before = await readManifest(path);
        const kept = context.run.force && before.last_run_uuid !== context.run.uuid ? [] : before.builds;
        await writeManifest(path, { builds: [...kept, entry], last_run_uuid: context.run.uuid });
    });
    context.wrote('manifest', path);
    return artifact;
}
async function entryFor(options, artifact, { run, build }) {
    return {
        name: build.sourceName,
        builder_type: build.sourceType,
        ...(!options.strip_time && { build_time: Math.floor(Date.now() / 1000) }),
        files: artifact.files.length > 0 ? await Promise.all(artifact.files.map(path => fileEntry(path, options.strip_path))) : null,
        artifact_id: artifact.id,
        packer_run_uuid: run.uuid,
        custom_data: options.custom_data ? sorted(options.custom_data) : null,
    };
}
async function fileEntry(path, strip) {
    const size = await (0,promises_.stat)(path).then(stats => stats.size, () => 0);
    return { name: strip ? (0,external_node_path_.basename)(path) : path, size };
}
const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))));


/***/ })

};
;