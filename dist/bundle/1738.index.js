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
/* harmony import */ var _lib_at_end__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30770);
/* harmony import */ var _lib_compile_cache__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14073);
/* harmony import */ var _lib_folders__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44794);
/* harmony import */ var _state__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4947);






if (process.env.RUNNER_ENVIRONMENT === 'self-hosted')
    (0,_lib_compile_cache__WEBPACK_IMPORTED_MODULE_3__/* .keepCompiled */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_lib_folders__WEBPACK_IMPORTED_MODULE_4__/* .cacheFolder */ .n)(process.env), 'compiled'));
const step = async () => ((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(_state__WEBPACK_IMPORTED_MODULE_5__/* .FOLDER */ .L7) ? (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(9031), __webpack_require__.e(4706), __webpack_require__.e(1070)]).then(__webpack_require__.bind(__webpack_require__, 91070))).post() : (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3494), __webpack_require__.e(2040), __webpack_require__.e(9109), __webpack_require__.e(2759), __webpack_require__.e(9610), __webpack_require__.e(3526), __webpack_require__.e(4706), __webpack_require__.e(5762)]).then(__webpack_require__.bind(__webpack_require__, 78355))).main());
process.exitCode = 1;
void step().then(status => (0,_lib_at_end__WEBPACK_IMPORTED_MODULE_2__/* .end */ ._)().then(() => process.exit(status)));


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




const FOLDER = 'folder';
const LEAVE = 'leave';
function newFolder(environment) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'ingot', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8));
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ)(FOLDER, folder);
    return folder;
}


/***/ }),

/***/ 30770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ end),
/* harmony export */   t: () => (/* binding */ atEnd)
/* harmony export */ });
const works = new Set();
const atEnd = (work) => void works.add(work);
async function end() {
    const all = [...works];
    works.clear();
    await Promise.allSettled(all.map(work => work()));
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
        const stamp = stampOf(path);
        const cachedData = kept(folder, path, stamp);
        const importModuleDynamically = node_vm__WEBPACK_IMPORTED_MODULE_3__.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
        const script = new node_vm__WEBPACK_IMPORTED_MODULE_3__.Script(wrap(content.replace(/^#!.*/, '')), { filename: path, cachedData, importModuleDynamically });
        if (!cachedData || script.cachedDataRejected)
            made.push({ path, stamp, script });
        return script.runInThisContext().call(this.exports, this.exports, createRequire(path), this, path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    };
    process.once('exit', () => {
        for (const one of made)
            keep(folder, one);
    });
}
const fileOf = (folder, path) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${process.version}-${process.arch}`, encodeURIComponent(path));
const STAMP = 16;
function stampOf(path) {
    const { ctimeMs, size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    const bytes = Buffer.alloc(STAMP);
    bytes.writeDoubleLE(ctimeMs);
    bytes.writeDoubleLE(size, STAMP / 2);
    return bytes;
}
function kept(folder, path, stamp) {
    try {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(fileOf(folder, path));
        return bytes.subarray(0, STAMP).equals(stamp) ? bytes.subarray(STAMP) : undefined;
    }
    catch {
        return undefined;
    }
}
function keep(folder, { path, stamp, script }) {
    try {
        const file = fileOf(folder, path);
        make((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), DEPTH);
        const unfinished = `${file}.${process.pid}`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(unfinished, Buffer.concat([stamp, script.createCachedData()]));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(unfinished, file);
    }
    catch {
    }
}
const DEPTH = 5;
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


const runsFolder = (environment) => environment.INGOT_STATE_DIR
    ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(environment.INGOT_STATE_DIR)
    : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_STATE_HOME', '.local/state'), 'ingot', 'runs');
const cacheFolder = (environment) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base(environment, 'XDG_CACHE_HOME', '.cache'), 'ingot');
function base(environment, variable, fallback) {
    const given = environment[variable];
    return given && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(given) ? given : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), fallback);
}


/***/ })

};
;