"use strict";
exports.id = 7845;
exports.ids = [7845];
exports.modules = {

/***/ 87845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   test: () => (/* binding */ test)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95580);
/* harmony import */ var _engine_interrupt__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50985);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);
/* harmony import */ var _apply__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52812);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77727);
/* harmony import */ var _sandbox_flags__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76855);
/* harmony import */ var _smoke_test_flags__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70722);
/* harmony import */ var _template_flags__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8372);
/** `ingot test`: asks an image that exists already what a candidate of the template would be asked. */








const test = (0,_command__WEBPACK_IMPORTED_MODULE_4__/* .verb */ .w3)({
    usage: 'test [flags] IMAGE [TEMPLATE]',
    summary: 'Boots a machine from an image that exists and asks it the smoke tests of a template. Default template: this folder.',
    flags: { ..._template_flags__WEBPACK_IMPORTED_MODULE_7__/* .templateFlags */ .Qs, ..._template_flags__WEBPACK_IMPORTED_MODULE_7__/* .pluginFlags */ .PX, ..._apply__WEBPACK_IMPORTED_MODULE_3__/* .runFlags */ .l, ..._smoke_test_flags__WEBPACK_IMPORTED_MODULE_6__/* .smokeTestFlags */ .Lb },
    run: async ({ rest, flags }, io) => {
        (0,_sandbox_flags__WEBPACK_IMPORTED_MODULE_5__/* .refuseWithoutSandbox */ .S5)(flags);
        const [image, template = '.', ...more] = rest;
        if (image === undefined || more.length > 0)
            throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', image === undefined ? 'No image was named' : `One image is tested at a time: ${rest.join(', ')}`, {
                advice: 'Write: ingot test ami-… FOLDER. The folder holds the template whose smoke tests are asked.',
            });
        const loaded = await (0,_template_flags__WEBPACK_IMPORTED_MODULE_7__/* .planFrom */ .MI)([template], flags, _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, io, {
            requireBuilds: true,
            askOutside: !flags.sandbox,
            ...(0,_smoke_test_flags__WEBPACK_IMPORTED_MODULE_6__/* .smokeTestInput */ .ou)(flags),
        });
        if (!loaded)
            return 2;
        refuseUnlessOne(loaded.plan.builds);
        const interrupt = (0,_engine_interrupt__WEBPACK_IMPORTED_MODULE_1__/* .watchSignals */ .RQ)();
        try {
            return await (0,_apply__WEBPACK_IMPORTED_MODULE_3__/* .apply */ .B)({ ...loaded, flags, io, interrupt }, { image, ...(0,_smoke_test_flags__WEBPACK_IMPORTED_MODULE_6__/* .smokeTestOptions */ .i8)(flags) });
        }
        finally {
            interrupt.stop();
        }
    },
});
/** The source block says how the image is booted, so there has to be exactly one; and nothing asked is nothing tested. */
function refuseUnlessOne(builds) {
    const [build, ...others] = builds;
    if (others.length > 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `The template has ${builds.length} builds, and one image is one of them`, {
            advice: `Choose with -only: ${builds.map(({ name }) => name).join(', ')}.`,
        });
    if (build?.smokeTests.length === 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `${build.name} has no smoke tests, so the image would pass unasked`, {
            advice: 'Declare a smoke_test in an *.ingot.hcl file, put a goss.yaml into a folder smoke, or write -smoke-tests PATH.',
        });
}


/***/ })

};
;