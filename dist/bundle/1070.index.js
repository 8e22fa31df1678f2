"use strict";
exports.id = 1070;
exports.ids = [1070];
exports.modules = {

/***/ 91070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96421);
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73494);
/* harmony import */ var _engine_clean__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19527);
/* harmony import */ var _engine_journal_reader__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3225);
/* harmony import */ var _engine_sweep__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28334);
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(72857);
/* harmony import */ var _platforms_aws_connect__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23328);
/* harmony import */ var _platforms_aws_sweep_account__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69220);
/* harmony import */ var _sandbox_embedded__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54465);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18482);
/* harmony import */ var _cli_bundle__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(52073);
/* harmony import */ var _log__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8224);
/* harmony import */ var _read_inputs__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4575);
/* harmony import */ var _state__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4947);
/* harmony import */ var _trail__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(33826);















const LIMIT_MILLISECONDS = 240_000;
const LOOKS = 3;
const PAUSE_MILLISECONDS = 10_000;
async function post() {
    if ((0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(_state__WEBPACK_IMPORTED_MODULE_11__/* .LEAVE */ .El)) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)('A build failed, and on-failure left all of it in place.');
        return 0;
    }
    const folder = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(_state__WEBPACK_IMPORTED_MODULE_11__/* .FOLDER */ .L7);
    try {
        const runs = (await (0,_engine_journal_reader__WEBPACK_IMPORTED_MODULE_3__/* .readRuns */ .x)(folder)).map(({ run }) => run);
        const trail = (0,_trail__WEBPACK_IMPORTED_MODULE_12__/* .savedTrail */ .U)();
        if (runs.length === 0 && !trail)
            return 0;
        await (0,_access__WEBPACK_IMPORTED_MODULE_8__/* .openAccess */ .b)((0,_read_inputs__WEBPACK_IMPORTED_MODULE_10__/* .readSome */ .jV)(process.env, _read_inputs__WEBPACK_IMPORTED_MODULE_10__/* .accessNames */ .fP), folder);
        const options = cleanOptions(folder);
        const { leftovers, alive } = await (0,_engine_clean__WEBPACK_IMPORTED_MODULE_2__/* .clean */ .u)({ ...options, runs });
        const left = alive.length === 0 && trail ? distinct([...leftovers, ...(await byTag(trail, options))]) : leftovers;
        for (const { kind, id, reason } of left)
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(`Left behind: ${kind} ${id}: ${reason}`);
        if (left.length + alive.length === 0)
            return 0;
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1)('Not everything that this job made could be removed; what remains is named above.');
    }
    catch (thrown) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1)(`Cleaning up failed: ${thrown.message}`);
    }
    return 1;
}
function cleanOptions(stateFolder) {
    const say = (text) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_log__WEBPACK_IMPORTED_MODULE_13__/* .harmless */ .Is)(text));
    return {
        stateFolder,
        resourceKinds: _catalog__WEBPACK_IMPORTED_MODULE_1__/* .plugins */ .N.resourceKinds,
        say,
        warn: text => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)((0,_log__WEBPACK_IMPORTED_MODULE_13__/* .harmless */ .Is)(text)),
        signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
        withSandbox: (sandbox, work) => (0,_sandbox_embedded__WEBPACK_IMPORTED_MODULE_7__/* .withEmbeddedSandbox */ .Im)(sandbox, (0,_cli_bundle__WEBPACK_IMPORTED_MODULE_9__/* .cliBundle */ .z)(), say, ({ endpoint }) => work(endpoint)),
    };
}
async function byTag({ run, places, sandbox }, options) {
    const regions = places.filter(({ region }) => region);
    if (regions.length === 0)
        return [];
    const work = async () => {
        const clouds = regions.map(_platforms_aws_connect__WEBPACK_IMPORTED_MODULE_5__/* .connectAt */ .YN);
        for (let look = 1;; look++) {
            const { found, unseen } = await (0,_platforms_aws_sweep_account__WEBPACK_IMPORTED_MODULE_6__/* .findAllOurs */ .w)(clouds, { runs: [run] }, options.say, options.signal);
            const left = [...(await (0,_engine_sweep__WEBPACK_IMPORTED_MODULE_4__/* .sweep */ .X)(found, options)), ...unseen];
            if (look === LOOKS || (look > 1 && found.length === 0))
                return left;
            await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_14__/* .delay */ .cb)(clouds.every(({ loopback }) => loopback) ? 50 : PAUSE_MILLISECONDS, options.signal);
        }
    };
    return sandbox ? options.withSandbox(sandbox, work) : work();
}
const distinct = (leftovers) => [
    ...new Map(leftovers.map(left => [`${left.kind} ${left.id}`, left])).values(),
];


/***/ })

};
;