"use strict";
exports.id = 2765;
exports.ids = [2765];
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

/***/ 92765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build),
  descriptionOf: () => (/* binding */ descriptionOf)
});

// EXTERNAL MODULE: ./build/platforms/aws/resources/image.js
var resources_image = __webpack_require__(70669);
// EXTERNAL MODULE: ./build/platforms/aws/resources/instance.js + 1 modules
var instance = __webpack_require__(86294);
// EXTERNAL MODULE: ./build/platforms/aws/together.js + 1 modules
var together = __webpack_require__(3722);
// EXTERNAL MODULE: ./build/platforms/aws/wait.js + 2 modules
var wait = __webpack_require__(83146);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/access.js
var access = __webpack_require__(7314);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/base.js
var amazon_ebs_base = __webpack_require__(84201);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/disks.js
const mappings = (disks) => disks.length > 0 ? disks.map(mapping) : undefined;
function launchMappings(options) {
    const hostDisks = options.no_ephemeral ? [...'abcdefghijklmnopqrstuvwxyz'].map(withoutHostDisk) : [];
    const all = [...options.launch_block_device_mappings.map(mapping), ...hostDisks];
    return all.length > 0 ? all : undefined;
}
const withoutHostDisk = (letter) => ({ DeviceName: `xvdc${letter}`, NoDevice: '' });
function mapping(disk) {
    const DeviceName = disk.device_name;
    if (disk.no_device)
        return { DeviceName, NoDevice: '' };
    if (disk.virtual_name?.startsWith('ephemeral'))
        return { DeviceName, VirtualName: disk.virtual_name };
    return {
        DeviceName,
        VirtualName: disk.virtual_name || undefined,
        Ebs: {
            DeleteOnTermination: disk.delete_on_termination,
            Encrypted: disk.encrypted,
            Iops: disk.iops || undefined,
            KmsKeyId: disk.kms_key_id || undefined,
            SnapshotId: disk.snapshot_id || undefined,
            Throughput: disk.throughput || undefined,
            VolumeSize: disk.volume_size || undefined,
            VolumeType: (disk.volume_type || undefined),
        },
    };
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/machine.js + 7 modules
var amazon_ebs_machine = __webpack_require__(97309);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/name.js
var amazon_ebs_name = __webpack_require__(2631);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/network.js
var amazon_ebs_network = __webpack_require__(50936);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/tags.js
var amazon_ebs_tags = __webpack_require__(51897);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/preflight.js



/** Throws when no image could be made of the machine; warns when copies may be refused, which the source image only suggests. */
async function checkPermissions(ec2, machineId, options, context, base, signal) {
    if (options.skip_create_ami)
        return;
    const tags = (0,amazon_ebs_tags/* candidateTags */.dz)(options, context, base);
    const capture = { InstanceId: machineId, Name: options.ami_name };
    const others = (0,amazon_ebs_name/* targetRegions */.Xj)(options, ec2.region).filter(region => region !== ec2.region);
    const copy = { Name: options.ami_name, SourceImageId: base.id, SourceRegion: ec2.region };
    const [refusal, ...doubts] = await Promise.all([
        (0,resources_image/* refusalOf */.Of)(ec2, { tags, capture }, signal),
        ...others.map(region => (0,resources_image/* refusalOf */.Of)(ec2.inRegion(region), { tags, copy }, signal)),
    ]);
    if (refusal)
        throw refusal;
    for (const [index, doubt] of doubts.entries())
        if (doubt)
            context.warn(`AWS may refuse to copy the image to ${others[index]}: ${doubt.message} ${doubt.details.advice ?? ''}`.trim());
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/profile.js
var amazon_ebs_profile = __webpack_require__(49571);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/spot.js
var spot = __webpack_require__(79320);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/user-data.js
/** User data as EC2 takes it. */


/** In base64. Text that is base64 already goes as it is, as with Packer. */
async function userData(options) {
    const data = options.user_data_file ? await read(options.user_data_file) : Buffer.from(options.user_data ?? '');
    if (data.length === 0)
        return undefined;
    const text = data.toString('utf8');
    return isBase64(text) ? text : data.toString('base64');
}
async function read(path) {
    return (0,promises_.readFile)(path).catch(cause => {
        throw new failure/* Failure */.H('failed', `user_data_file ${path} cannot be read: ${cause.message}`, {
            advice: 'The path counts from the folder in which ingot runs.',
            cause,
        });
    });
}
const isBase64 = (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/\r\n]+={0,2}$/.test(text) && Buffer.from(text, 'base64').toString('base64') === text;

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/build.js















/** Undefined: no image was asked for (skip_create_ami). */
async function build(options, context) {
    const ec2 = await (0,access/* reachCloud */.T)(options);
    const data = await userData(options);
    const base = await context.step('find source image', signal => (0,amazon_ebs_base/* findBase */.l)(ec2, options, signal));
    context.say(`Source image in ${ec2.region}: ${base.id} (${base.name})`);
    // What cannot be rendered is found out now, not when the image is made.
    void [(0,amazon_ebs_tags/* imageTags */.rK)(options, context, base), (0,amazon_ebs_tags/* snapshotTags */.yi)(options, context, base), descriptionOf(options, context, base)];
    await context.step('check image name', signal => (0,amazon_ebs_name/* checkName */.I3)(ec2, options, context, signal));
    const network = await context.step('choose network', signal => (0,amazon_ebs_network/* chooseNetwork */.m)(ec2, options, signal));
    if (!options.metadata_options?.http_tokens)
        context.say('The machine demands IMDSv2; metadata_options { http_tokens = "optional" } in the source block changes that.');
    const tags = (0,amazon_ebs_tags/* runTags */.He)(options, context, base);
    const profile = await (0,amazon_ebs_profile/* profileFor */.P)(options, context, tags);
    const machine = await (0,amazon_ebs_machine/* startMachine */.e)(ec2, options, context, {
        purpose: 'build',
        imageId: base.id,
        isWindows: base.isWindows,
        disks: launchMappings(options),
        userData: data,
        network,
        profile: profile.name,
        isProfileNew: profile.isNew,
        tags,
        volumeTags: (0,amazon_ebs_tags/* volumeTags */.Cx)(options, context, base),
        ...(0,amazon_ebs_tags/* spotTags */.cb)(options, context, base),
    });
    await context.step('check permissions', signal => checkPermissions(ec2, machine.id, options, context, base, signal));
    const { SourceAMITags, ...values } = base.data;
    await context.provision(machine.reach, { ...values, ID: machine.id, Host: machine.reach.host });
    await context.step('stop the machine', signal => stop(ec2, machine, options, signal));
    if (options.skip_create_ami)
        return undefined;
    const isIntermediate = options.encrypt_boot === true || options.skip_save_build_region;
    const isNamed = !isIntermediate && (await (0,amazon_ebs_name/* isFree */.xp)(ec2, options, context, context.signal));
    const captured = await capture(ec2, machine, base, options, context, isNamed);
    return { ...captured, name: options.ami_name, base, network, profile, isIntermediate, isNamed };
}
/** Of a machine that answered before AWS called it running. */
const notYetRunning = ['InvalidInstanceID.NotFound', 'IncorrectInstanceState'];
async function stop(ec2, { id }, options, signal) {
    // It cannot be stopped, only ended; CreateImage takes it down for the moment that the snapshots need.
    if ((0,spot/* isSpot */.v)(options))
        return;
    const between = ec2.loopback ? undefined : 3000;
    if (!options.disable_stop_instance)
        await (0,wait/* whileRefused */.OV)(ec2, notYetRunning, 60_000, signal, () => (0,together/* stopInstance */.Ac)(ec2, id, signal), between);
    await (0,wait/* untilInstance */.IB)(ec2, id, 'stopped', { signal, pace: (0,access/* paceOf */.x)(ec2, options) });
    // One attribute in a call: EC2 takes no more.
    if (options.ena_support !== undefined)
        await ec2.call('ModifyInstanceAttribute', { InstanceId: id, EnaSupport: { Value: options.ena_support } }, signal);
    if (options.sriov_support)
        await ec2.call('ModifyInstanceAttribute', { InstanceId: id, SriovNetSupport: { Value: 'simple' } }, signal);
}
async function capture(ec2, machine, base, options, context, isNamed) {
    const imageId = await context.step('create image', () => context.keep((0,resources_image/* image */.Sl)(ec2), {
        tags: (0,amazon_ebs_tags/* candidateTags */.dz)(options, context, base),
        capture: {
            InstanceId: machine.id,
            Name: isNamed ? options.ami_name : (0,amazon_ebs_name/* interimName */.WQ)(context, machine.id),
            Description: descriptionOf(options, context, base),
            BlockDeviceMappings: mappings(options.ami_block_device_mappings),
        },
    }));
    const made = await context.step('wait for the image', async (signal) => {
        const onProgress = (percent) => context.progress(`${imageId}: snapshots at ${percent} %`, percent / 100);
        const available = await (0,wait/* untilImageAvailable */.XE)(ec2, imageId, { signal, pace: (0,access/* paceOf */.x)(ec2, options), onProgress });
        // Its cost ends here. That it is really gone is seen to at the end, and so is a failure of this call.
        await (0,instance/* instance */.KJ)(ec2)
            .hasten?.(machine.id, signal)
            .catch(() => undefined);
        return available;
    });
    return { imageId, snapshots: (0,resources_image/* snapshotsOf */.XO)(made) };
}
function descriptionOf(options, context, base) {
    const text = options.ami_description ?? '';
    return (text.includes('{{') ? context.render(text, { ...base.data }) : text) || undefined;
}


/***/ }),

/***/ 2631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   WQ: () => (/* binding */ interimName),
/* harmony export */   Xj: () => (/* binding */ targetRegions),
/* harmony export */   xp: () => (/* binding */ isFree)
/* harmony export */ });
/* unused harmony export isForced */
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3722);



/** Where the image will be in the end. */
function targetRegions(options, buildRegion) {
    const others = (options.ami_regions ?? []).filter(region => region !== buildRegion);
    return [...new Set(options.skip_save_build_region ? others : [buildRegion, ...others])];
}
const isForced = (options, context) => options.force_deregister || context.run.force;
/** When the name is to be replaced: that it can be, as far as EC2 tells beforehand. */
async function checkName(ec2, options, context, signal) {
    if (options.skip_create_ami)
        return;
    const judge = isForced(options, context) ? demandReplaceable : refuse;
    await Promise.all(targetRegions(options, ec2.region).map(async (region) => {
        const there = ec2.inRegion(region);
        for (const taken of await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .imagesNamed */ .Su)(there, options.ami_name, signal))
            await judge(there, taken, signal);
    }));
}
async function refuse(ec2, { Name, ImageId }) {
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `An image named "${Name}" exists already in region ${ec2.region}: ${ImageId}`, {
        advice: 'Choose another ami_name, or replace that image with force_deregister = true (or -force).',
    });
}
async function demandReplaceable(ec2, { ImageId, Name, DeregistrationProtection }, signal) {
    if (DeregistrationProtection?.startsWith('enabled'))
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Image ${ImageId} in region ${ec2.region} cannot be replaced: it is protected from deregistration`, {
            advice: `It has the name "${Name}". Take the protection away, or choose another ami_name.`,
        });
    await ec2.call('DeregisterImage', { ImageId, DryRun: true }, signal).catch(error => {
        if (!(0,_platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, 'DryRunOperation'))
            throw error;
    });
}
/** Whether an image made now can have its final name at once. */
async function isFree(ec2, options, context, signal) {
    return !isForced(options, context) || (await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .imagesNamed */ .Su)(ec2, options.ami_name, signal)).length === 0;
}
/** Of an image that gives its content to the one with the final name; unique in the account. */
const interimName = (context, distinction) => `${context.run.id}-${distinction}`.slice(0, 128);


/***/ }),

/***/ 49571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ profileFor)
/* harmony export */ });
/* unused harmony export policyOf */
/* harmony import */ var _platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54385);
/* harmony import */ var _platforms_aws_iam__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60571);
/* harmony import */ var _platforms_aws_resources_instance_profile__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99689);



async function profileFor(options, context, tags) {
    const document = options.temporary_iam_instance_profile_policy_document;
    if (options.iam_instance_profile || !document)
        return { name: options.iam_instance_profile || undefined, isNew: false };
    return context.step('make instance profile', async (signal) => {
        const iam = (0,_platforms_aws_iam__WEBPACK_IMPORTED_MODULE_1__/* .openIam */ .G)(await (0,_platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__/* .accessFrom */ .l)(options));
        const roleName = await context.acquire((0,_platforms_aws_resources_instance_profile__WEBPACK_IMPORTED_MODULE_2__/* .role */ .JC)(iam), { tags });
        const name = await context.acquire((0,_platforms_aws_resources_instance_profile__WEBPACK_IMPORTED_MODULE_2__/* .instanceProfile */ .zo)(iam), { tags });
        await (0,_platforms_aws_resources_instance_profile__WEBPACK_IMPORTED_MODULE_2__/* .empower */ .kD)(iam, name, roleName, policyOf(document), signal);
        return { name, isNew: true };
    });
}
const policyOf = ({ Version, Statement }) => JSON.stringify({ Version: Version || '2012-10-17', Statement });


/***/ })

};
;