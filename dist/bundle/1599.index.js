"use strict";
exports.id = 1599;
exports.ids = [1599];
exports.modules = {

/***/ 84201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findBase)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _platforms_aws_filter_images__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53241);
/* harmony import */ var _platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3722);




async function findBase(ec2, options, signal) {
    const found = options.source_ami ? await named(ec2, options.source_ami, signal) : await filtered(ec2, options, signal);
    const wanted = options.ami_virtualization_type;
    if (wanted && found.VirtualizationType !== wanted)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Source image ${found.ImageId} has virtualization ${found.VirtualizationType}, not ${wanted}`, {
            advice: 'Change ami_virtualization_type, or choose another source image.',
        });
    return describe(ec2.region, found);
}
function describe(region, found) {
    const tags = Object.fromEntries((found.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
    const id = found.ImageId ?? '';
    const name = found.Name ?? '';
    return {
        id,
        name,
        isWindows: /windows/i.test(found.Platform ?? ''),
        snapshotId: found.BlockDeviceMappings?.find(({ Ebs }) => Ebs?.SnapshotId)?.Ebs?.SnapshotId,
        data: {
            BuildRegion: region,
            SourceAMI: id,
            SourceAMIName: name,
            SourceAMICreationDate: found.CreationDate ?? '',
            SourceAMIOwner: found.OwnerId ?? '',
            SourceAMIOwnerName: found.ImageOwnerAlias ?? '',
            SourceAMITags: tags,
        },
    };
}
async function named(ec2, id, signal) {
    const answer = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__/* .askOnce */ .RV)(ec2, 'DescribeImages', { ImageIds: [id], IncludeDeprecated: true }, signal).catch(error => {
        if ((0,_platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, 'InvalidAMIID.*'))
            return { Images: [] };
        throw error;
    });
    const [found] = answer.Images ?? [];
    if (found)
        return found;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Source image ${id} was not found in region ${ec2.region}`, {
        advice: 'Image IDs differ from region to region: check source_ami and region, or find the image with source_ami_filter.',
    });
}
async function filtered(ec2, { source_ami_filter: filter }, signal) {
    if (!filter)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', 'Neither source_ami nor source_ami_filter says which image to begin with');
    return (0,_platforms_aws_filter_images__WEBPACK_IMPORTED_MODULE_2__/* .filterImages */ .vR)(ec2, filter, { noun: 'source image', place: 'source_ami_filter' }, signal);
}


/***/ }),

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

/***/ 2631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ isForced),
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   WQ: () => (/* binding */ interimName),
/* harmony export */   Xj: () => (/* binding */ targetRegions),
/* harmony export */   xp: () => (/* binding */ isFree)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _platforms_aws_resources_image__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70669);
/* harmony import */ var _platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3722);




function targetRegions(options, buildRegion) {
    const others = (options.ami_regions ?? []).filter(region => region !== buildRegion);
    return [...new Set(options.skip_save_build_region ? others : [buildRegion, ...others])];
}
const isForced = (options, context) => options.force_deregister || context.run.force;
async function checkName(ec2, options, context, signal) {
    if (options.skip_create_ami)
        return;
    const judge = isForced(options, context) ? demandReplaceable : refuse;
    await Promise.all(targetRegions(options, ec2.region).map(async (region) => {
        const there = ec2.inRegion(region);
        for (const taken of await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__/* .imagesNamed */ .Su)(there, options.ami_name, signal))
            await judge(there, taken, signal);
    }));
}
async function refuse(ec2, { Name, ImageId }) {
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `An image named "${Name}" exists already in region ${ec2.region}: ${ImageId}`, {
        advice: 'Choose another ami_name, or replace that image with force_deregister = true (or -force).',
    });
}
async function demandReplaceable(ec2, { ImageId, Name, DeregistrationProtection, RootDeviceName, BlockDeviceMappings = [] }, signal) {
    if (DeregistrationProtection?.startsWith('enabled'))
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Image ${ImageId} in region ${ec2.region} cannot be replaced: it is protected from deregistration`, {
            advice: `It has the name "${Name}". Take the protection away, or choose another ami_name.`,
        });
    await ec2.call('DeregisterImage', { ImageId, DryRun: true }, signal).catch(error => {
        if (!(0,_platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, 'DryRunOperation'))
            throw error;
    });
    const SnapshotId = (0,_platforms_aws_resources_image__WEBPACK_IMPORTED_MODULE_2__/* .snapshotsOf */ .XO)({ BlockDeviceMappings })[0];
    const again = { Name, RootDeviceName, BlockDeviceMappings: [{ DeviceName: RootDeviceName, Ebs: { SnapshotId } }] };
    const refusal = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__/* .dryRun */ .PA)(ec2, 'RegisterImage', again, signal);
    if (refusal)
        throw refusal;
}
async function isFree(ec2, options, context, signal) {
    return !isForced(options, context) || (await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__/* .imagesNamed */ .Su)(ec2, options.ami_name, signal)).length === 0;
}
const interimName = (context, distinction) => `${context.run.id}-${distinction}`.slice(0, 128);


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


/***/ }),

/***/ 71599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unchanged: () => (/* binding */ unchanged)
/* harmony export */ });
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7314);
/* harmony import */ var _artifact__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61022);
/* harmony import */ var _base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84201);
/* harmony import */ var _fingerprint__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47078);
/* harmony import */ var _name__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2631);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51897);






async function unchanged(options, context) {
    await (0,_access__WEBPACK_IMPORTED_MODULE_0__/* .holdKeys */ .Kq)(options, context);
    const ec2 = await (0,_access__WEBPACK_IMPORTED_MODULE_0__/* .reachCloud */ .TD)(options);
    const base = await context.step('find source image', signal => (0,_base__WEBPACK_IMPORTED_MODULE_1__/* .findBase */ .l)(ec2, options, signal));
    const fingerprint = (0,_fingerprint__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .a)(context, base.id);
    if (!fingerprint)
        return undefined;
    return context.step('look for the same image', async (signal) => {
        const regions = (0,_name__WEBPACK_IMPORTED_MODULE_3__/* .targetRegions */ .Xj)(options, ec2.region);
        const found = await Promise.all(regions.map(region => newest(ec2.inRegion(region), fingerprint, base.id, signal)));
        const images = found.filter(image => image !== undefined);
        return images.length === regions.length && images.length > 0 ? (0,_artifact__WEBPACK_IMPORTED_MODULE_5__/* .artifactOf */ .q)(images) : undefined;
    });
}
async function newest(ec2, fingerprint, sourceId, signal) {
    const Filters = [
        { Name: `tag:${_fingerprint__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintTag */ .b}`, Values: [fingerprint] },
        { Name: `tag:${_tags__WEBPACK_IMPORTED_MODULE_4__/* .stateTag */ .aJ}`, Values: ['published'] },
        { Name: 'state', Values: ['available'] },
    ];
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'], Filters }, signal);
    const [image] = Images.toSorted((a, b) => ((a.CreationDate ?? '') < (b.CreationDate ?? '') ? 1 : -1));
    return image?.ImageId ? { region: ec2.region, id: image.ImageId, name: image.Name ?? '', sourceId, fingerprint } : undefined;
}


/***/ })

};
;