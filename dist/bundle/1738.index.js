"use strict";
exports.id = 1738;
exports.ids = [1738];
exports.modules = {

/***/ 41738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96421);
/* harmony import */ var _lib_compile_cache__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14073);
/* harmony import */ var _lib_folders__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44794);
/* harmony import */ var _state__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4947);
/** The Action's one bundle: the runner starts it twice, and what main saved says which of the two this is. */





// To keep what was compiled costs a first run 0.1 s and saves each later one 0.2 s: on the host's own runners every run is the first.
// Main and post are loaded behind this line, each without the other.
if (process.env.RUNNER_ENVIRONMENT === 'self-hosted')
    (0,_lib_compile_cache__WEBPACK_IMPORTED_MODULE_2__/* .keepCompiled */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_lib_folders__WEBPACK_IMPORTED_MODULE_3__/* .cacheFolder */ .n)(process.env), 'compiled'));
const step = async () => ((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(_state__WEBPACK_IMPORTED_MODULE_4__/* .FOLDER */ .L7) ? (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6621), __webpack_require__.e(699), __webpack_require__.e(5580), __webpack_require__.e(430), __webpack_require__.e(7311), __webpack_require__.e(1070)]).then(__webpack_require__.bind(__webpack_require__, 91070))).post() : (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6621), __webpack_require__.e(699), __webpack_require__.e(925), __webpack_require__.e(5580), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(5595), __webpack_require__.e(194), __webpack_require__.e(430), __webpack_require__.e(5762)]).then(__webpack_require__.bind(__webpack_require__, 78355))).main());
// Node ends when nothing is under way, with 0 unless told otherwise: what did not come to its end has not succeeded.
process.exitCode = 1;
// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void step().then(status => process.exit(status));


/***/ }),

/***/ 4947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ LEAVE),
/* harmony export */   L7: () => (/* binding */ FOLDER),
/* harmony export */   lC: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96421);
/** What main leaves for post. The runner keeps its state file even when main is killed. */




/**
 * The folder with the journals of this step: in the runner's temporary folder, which main and post share and other jobs do not,
 * and apart from those of other steps of the job. The second start of the bundle knows by it that it is post.
 */
const FOLDER = 'folder';
/** Set when a build failed and `on-failure` asked for all of it to stay. */
const LEAVE = 'leave';
/** Saved before anything else happens. */
function newFolder(environment) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'ingot', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8));
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ)(FOLDER, folder);
    return folder;
}


/***/ }),

/***/ 14073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ keepCompiled)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_module__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30714);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_vm__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_4__);
/**
 * Keeps what V8 made of our JavaScript: without it a short command spends half of its time on compiling. Node does so by itself
 * from 22.1 on (`module.enableCompileCache`); for Node 20 the same is done here with `vm.Script`, whose data V8 checks itself
 * against its version, its flags and the source. Whatever goes wrong with the cache, the command runs without it.
 */





/** For all that is loaded from now on. The folder is made when there is something to keep. */
function keepCompiled(folder) {
    const { enableCompileCache } = node_module__WEBPACK_IMPORTED_MODULE_1__;
    if (enableCompileCache)
        enableCompileCache(folder);
    else
        hookCompile(folder);
}
function hookCompile(folder) {
    const made = [];
    const { wrap, createRequire, prototype } = node_module__WEBPACK_IMPORTED_MODULE_1__.Module;
    prototype._compile = function (content, path) {
        const cachedData = kept(folder, path, content);
        // Without it a native import() in the file would have nobody to load for it.
        const importModuleDynamically = node_vm__WEBPACK_IMPORTED_MODULE_3__.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
        const script = new node_vm__WEBPACK_IMPORTED_MODULE_3__.Script(wrap(content.replace(/^#!.*/, '')), { filename: path, cachedData, importModuleDynamically });
        if (!cachedData || script.cachedDataRejected)
            made.push({ path, content, script });
        return script.runInThisContext().call(this.exports, this.exports, createRequire(path), this, path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    };
    // At the end V8 has compiled what a command like this one needs.
    process.once('exit', () => {
        for (const one of made)
            keep(folder, one);
    });
}
/** Of each version of Node its own, of each path one: a new bundle takes the place of the one before. */
const fileOf = (folder, path) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${process.version}-${process.arch}`, encodeURIComponent(path));
const STAMP = 16;
/** V8 looks at no more of a source than its length. */
function stamp(content) {
    const bytes = Buffer.alloc(STAMP);
    bytes.writeUInt32LE((0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.crc32)(content));
    return bytes;
}
function kept(folder, path, content) {
    try {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fileOf(folder, path));
        return bytes.subarray(0, STAMP).equals(stamp(content)) ? bytes.subarray(STAMP) : undefined;
    }
    catch {
        return undefined;
    }
}
function keep(folder, { path, content, script }) {
    try {
        const file = fileOf(folder, path);
        make((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), DEPTH);
        const unfinished = `${file}.${process.pid}`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(unfinished, Buffer.concat([stamp(content), script.createCachedData()]));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(unfinished, file);
    }
    catch {
        // A folder that cannot be written, a full disk: the next command compiles again.
    }
}
/** How many folders may be missing: the cache folder's own, and ours in it. */
const DEPTH = 5;
/** Not `recursive`: below /proc, where nothing can be made, Node 20 then tries without end. */
function make(folder, depth) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST')
            return;
        if (code !== 'ENOENT' || depth === 0)
            throw error;
        make((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), depth - 1);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    }
}


/***/ }),

/***/ 44794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ runsFolder),
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/** Where things of one user are kept, by the XDG base directory rules: a variable counts only when it is an absolute path. */


/** Journals and logs of runs: `$INGOT_STATE_DIR`, else `$XDG_STATE_HOME/ingot/runs`, else `~/.local/state/ingot/runs`. */
const runsFolder = (environment) => environment.INGOT_STATE_DIR
    ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(environment.INGOT_STATE_DIR)
    : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_STATE_HOME', '.local/state'), 'ingot', 'runs');
/** What can be made again: `$XDG_CACHE_HOME/ingot`, else `~/.cache/ingot`. */
const cacheFolder = (environment) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_CACHE_HOME', '.cache'), 'ingot');
function base(environment, variable, fallback) {
    const given = environment[variable];
    return given && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(given) ? given : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), fallback);
}


/***/ })

};
;