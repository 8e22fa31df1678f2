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
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7314);
/* harmony import */ var _machine__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47167);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51897);



async function boot(given, candidate, context, request) {
    if (!candidate)
        throw new Error('boot without a candidate');
    const { imageId, network, base, profile } = candidate;
    const options = request?.instanceType ? ofType(given, request.instanceType) : given;
    const ec2 = await (0,_access__WEBPACK_IMPORTED_MODULE_0__/* .reachCloud */ .T)(options);
    const tags = { ...(0,_tags__WEBPACK_IMPORTED_MODULE_2__/* .runTags */ .He)(options, context, base), Name: 'ingot smoke test' };
    const machine = await (0,_machine__WEBPACK_IMPORTED_MODULE_1__/* .startMachine */ .e)(ec2, options, context, {
        purpose: 'test',
        ports: request?.ports,
        userData: request?.userData && Buffer.from(request.userData).toString('base64'),
        imageId,
        isWindows: base.isWindows,
        network,
        profile: profile.name,
        isProfileNew: profile.isNew,
        tags,
        ...(0,_tags__WEBPACK_IMPORTED_MODULE_2__/* .spotTags */ .cb)(options, context, base),
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