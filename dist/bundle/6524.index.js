"use strict";
exports.id = 6524;
exports.ids = [6524];
exports.modules = {

/***/ 7314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kq: () => (/* binding */ holdKeys),
/* harmony export */   TD: () => (/* binding */ reachCloud),
/* harmony export */   x3: () => (/* binding */ paceOf)
/* harmony export */ });
/* harmony import */ var _platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54385);
/* harmony import */ var _platforms_aws_connect__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23328);
/* harmony import */ var _platforms_aws_pace__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21023);
/* harmony import */ var _platforms_hashicorp_aws_leases__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68889);




const reachCloud = async (options) => (0,_platforms_aws_connect__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(await (0,_platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__/* .accessFrom */ .lp)(options));
async function holdKeys(options, context) {
    const loan = (0,_platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__/* .loanOf */ ._z)(options);
    if (loan)
        await context.step('borrow keys from Vault', () => context.acquire((0,_platforms_hashicorp_aws_leases__WEBPACK_IMPORTED_MODULE_3__/* .awsLease */ .O)(loan, context), loan));
}
const paceOf = (ec2, options) => (0,_platforms_aws_pace__WEBPACK_IMPORTED_MODULE_2__/* .paceFrom */ .Mo)(ec2.loopback, options.aws_polling);


/***/ }),

/***/ 56524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   discard: () => (/* binding */ discard)
/* harmony export */ });
/* harmony import */ var _platforms_aws_resources_image__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70669);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7314);


async function discard(options, artifact, context) {
    const ec2 = await (0,_access__WEBPACK_IMPORTED_MODULE_1__/* .reachCloud */ .TD)(options);
    await Promise.all(artifact.images.map(({ region, id }) => (0,_platforms_aws_resources_image__WEBPACK_IMPORTED_MODULE_0__/* .image */ .Sl)(ec2.inRegion(region)).release(id, context.signal)));
}


/***/ })

};
;