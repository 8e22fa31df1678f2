"use strict";
exports.id = 3729;
exports.ids = [3729];
exports.modules = {

/***/ 47078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fingerprintOf),
/* harmony export */   b: () => (/* binding */ fingerprintTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const fingerprintTag = 'ingot:fingerprint';
function fingerprintOf({ build }, baseId) {
    return build.recipe && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${build.recipe} ${baseId}`).digest('hex');
}


/***/ }),

/***/ 3729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mark: () => (/* binding */ mark)
/* harmony export */ });
/* harmony import */ var _platforms_aws_resources_image__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70669);
/* harmony import */ var _platforms_aws_together__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3722);
/* harmony import */ var _platforms_aws_wait__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83146);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7314);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51897);





async function mark(options, candidate, state, context) {
    if (!candidate)
        return;
    const ec2 = await (0,_access__WEBPACK_IMPORTED_MODULE_3__/* .reachCloud */ .TD)(options);
    const { signal } = context;
    const { imageId, snapshots: known } = candidate;
    const snapshots = known?.length ? known : (0,_platforms_aws_resources_image__WEBPACK_IMPORTED_MODULE_0__/* .snapshotsOf */ .XO)(await (0,_platforms_aws_wait__WEBPACK_IMPORTED_MODULE_2__/* .untilImageAvailable */ .XE)(ec2, imageId, { signal }));
    await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_1__/* .writeTags */ .p)(ec2, [imageId, ...snapshots], { [_tags__WEBPACK_IMPORTED_MODULE_4__/* .stateTag */ .aJ]: state }, signal);
}


/***/ }),

/***/ 51897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cx: () => (/* binding */ volumeTags),
/* harmony export */   He: () => (/* binding */ runTags),
/* harmony export */   Wb: () => (/* binding */ ownTags),
/* harmony export */   aJ: () => (/* binding */ stateTag),
/* harmony export */   cb: () => (/* binding */ spotTags),
/* harmony export */   dz: () => (/* binding */ candidateTags),
/* harmony export */   rK: () => (/* binding */ imageTags),
/* harmony export */   yi: () => (/* binding */ snapshotTags)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _fingerprint__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47078);


function ownTags(context) {
    const { startedAt, machineLifetime } = context.run;
    return {
        'ingot:run': context.run.id,
        'ingot:template': context.run.template.slice(-256),
        'ingot:build': context.build.name.slice(0, 256),
        'ingot:started-at': startedAt,
        ...(machineLifetime && { 'ingot:expires-at': new Date(Date.parse(startedAt) + machineLifetime).toISOString() }),
    };
}
const stateTag = 'ingot:state';
const runTags = (options, context, base) => ({
    Name: 'Packer Builder',
    ...rendered(options.run_tags, options.run_tag, context, base),
    ...ownTags(context),
});
const volumeTags = (options, context, base) => rendered(options.run_volume_tags, options.run_volume_tag, context, base);
const spotTags = (options, context, base) => ({
    requestTags: { ...runTags(options, context, base), ...rendered(options.spot_tags, options.spot_tag, context, base) },
    fleetTags: rendered(options.fleet_tags, options.fleet_tag, context, base),
});
function candidateTags(options, context, base) {
    const fingerprint = (0,_fingerprint__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .a)(context, base.id);
    return {
        ...(options.skip_ami_run_tags ? {} : rendered(options.run_tags, options.run_tag, context, base)),
        ...ownTags(context),
        ...(fingerprint && { [_fingerprint__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintTag */ .b]: fingerprint }),
        [stateTag]: 'candidate',
    };
}
const imageTags = (options, context, base) => rendered(options.tags, options.tag, context, base);
const snapshotTags = (options, context, base) => ({
    ...imageTags(options, context, base),
    ...rendered(options.snapshot_tags, options.snapshot_tag, context, base),
});
function rendered(map, blocks, context, base) {
    const pairs = [...Object.entries(map ?? {}), ...blocks.map(({ key, name, value }) => [key || name || '', value])];
    const render = (text) => (text.includes('{{') ? context.render(text, { ...base.data }) : text);
    return Object.fromEntries(pairs.map(([key, value]) => acceptable(render(key), render(value))));
}
function acceptable(key, value) {
    const reason = key === '' || key.length > 128
        ? 'a key has 1 to 128 characters'
        : key.toLowerCase().startsWith('aws:')
            ? 'keys that begin with aws: are reserved'
            : value.length > 256
                ? `a value has at most 256 characters, this one ${value.length}`
                : undefined;
    if (reason)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `EC2 does not accept the tag "${key}": ${reason}`, { advice: 'Change it in the source block.' });
    return [key, value];
}


/***/ })

};
;