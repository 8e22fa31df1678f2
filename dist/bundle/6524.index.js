"use strict";
exports.id = 6524;
exports.ids = [6524];
exports.modules = {

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