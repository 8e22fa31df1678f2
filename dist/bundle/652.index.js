"use strict";
exports.id = 652;
exports.ids = [652];
exports.modules = {

/***/ 60652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   boot: () => (/* binding */ boot)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7314);
/* harmony import */ var _machine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28781);
/* harmony import */ var _session_manager__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1788);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51897);





async function boot(given, candidate, context, request) {
    if (!candidate)
        throw new Error('boot without a candidate');
    const { imageId, network, base, profile } = candidate;
    const options = request?.instanceType ? ofType(given, request.instanceType) : given;
    if ((0,_session_manager__WEBPACK_IMPORTED_MODULE_3__/* .isThroughSession */ .W)(options) && request?.ports.length)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', 'A machine that is reached through Session Manager has no ports that probes could ask', {
            advice: 'Ask from inside, by a script: `curl -fsS http://localhost:8080/`.',
        });
    const ec2 = await (0,_access__WEBPACK_IMPORTED_MODULE_1__/* .reachCloud */ .TD)(options);
    const tags = { ...(0,_tags__WEBPACK_IMPORTED_MODULE_4__/* .runTags */ .He)(options, context, base), Name: 'ingot smoke test' };
    const machine = await (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .startMachine */ .e)(ec2, options, context, {
        purpose: 'test',
        ports: request?.ports,
        userData: request?.userData && Buffer.from(request.userData).toString('base64'),
        imageId,
        isWindows: base.isWindows,
        network,
        profile: profile.name,
        isProfileNew: profile.isNew,
        tags,
        ...(0,_tags__WEBPACK_IMPORTED_MODULE_4__/* .spotTags */ .cb)(options, context, base),
        disks: undefined,
    });
    return machine.reach;
}
const ofType = (options, instanceType) => ({
    ...options,
    instance_type: instanceType,
    spot_price: undefined,
    spot_instance_types: undefined,
});


/***/ })

};
;