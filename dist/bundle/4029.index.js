"use strict";
exports.id = 4029;
exports.ids = [4029,2765];
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


/***/ }),

/***/ 94029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/platforms/aws/resources/image.js
var resources_image = __webpack_require__(70669);
// EXTERNAL MODULE: ./build/platforms/aws/wait.js + 2 modules
var wait = __webpack_require__(83146);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/access.js
var access = __webpack_require__(7314);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/artifact.js
var artifact = __webpack_require__(61022);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/build.js + 3 modules
var build = __webpack_require__(92765);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/fingerprint.js
var amazon_ebs_fingerprint = __webpack_require__(47078);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/platforms/aws/together.js + 1 modules
var together = __webpack_require__(3722);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/tags.js
var amazon_ebs_tags = __webpack_require__(51897);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/finish.js
/** What makes an image a published one, in its own region; the tags, of which one says so, come last. */





async function finish(ec2, { id, snapshots: known }, options, context, base, signal) {
    const snapshots = known?.length ? known : (0,resources_image/* snapshotsOf */.XO)(await (0,wait/* untilImageAvailable */.XE)(ec2, id, { signal }));
    await share(ec2, id, options, signal);
    for (const snapshot of snapshots)
        await shareSnapshot(ec2, snapshot, options, signal);
    if (options.imds_support)
        await ec2.call('ModifyImageAttribute', { ImageId: id, ImdsSupport: { Value: options.imds_support } }, signal);
    if (options.deprecate_at)
        await ec2.call('EnableImageDeprecation', { ImageId: id, DeprecateAt: new Date(options.deprecate_at) }, signal);
    const { enabled, with_cooldown } = options.deregistration_protection ?? {};
    if (enabled || with_cooldown)
        await ec2.call('EnableImageDeregistrationProtection', { ImageId: id, WithCooldown: with_cooldown }, signal);
    const published = { [amazon_ebs_tags/* stateTag */.aJ]: 'published' };
    const [ofImage, ofSnapshots] = [(0,amazon_ebs_tags/* imageTags */.rK)(options, context, base), (0,amazon_ebs_tags/* snapshotTags */.yi)(options, context, base)];
    if ((0,external_node_util_.isDeepStrictEqual)(ofImage, ofSnapshots))
        return tag(ec2, [id, ...snapshots], { ...ofImage, ...published }, signal);
    await tag(ec2, snapshots, { ...ofSnapshots, ...published }, signal);
    await tag(ec2, [id], { ...ofImage, ...published }, signal);
}
/** Milliseconds until a new image is known everywhere. */
const known = 60_000;
async function tag(ec2, ids, tags, signal) {
    if (ids.length === 0)
        return;
    await (0,wait/* whileRefused */.OV)(ec2, ['InvalidAMIID.NotFound', 'InvalidSnapshot.NotFound'], known, signal, () => (0,together/* writeTags */.p)(ec2, ids, tags, signal));
}
async function share(ec2, id, options, signal) {
    const Add = [
        ...(options.ami_users ?? []).map(UserId => ({ UserId })),
        ...(options.ami_groups ?? []).map(Group => ({ Group: Group })),
        ...(options.ami_org_arns ?? []).map(OrganizationArn => ({ OrganizationArn })),
        ...(options.ami_ou_arns ?? []).map(OrganizationalUnitArn => ({ OrganizationalUnitArn })),
    ];
    if (Add.length > 0)
        await ec2.call('ModifyImageAttribute', { ImageId: id, LaunchPermission: { Add } }, signal);
    if (options.ami_product_codes?.length)
        await ec2.call('ModifyImageAttribute', { ImageId: id, Attribute: 'productCodes', ProductCodes: [...options.ami_product_codes] }, signal);
}
async function shareSnapshot(ec2, id, options, signal) {
    const Add = [
        ...(options.snapshot_users ?? []).map(UserId => ({ UserId })),
        ...(options.snapshot_groups ?? []).map(Group => ({ Group: Group })),
    ];
    if (Add.length > 0)
        await ec2.call('ModifySnapshotAttribute', { SnapshotId: id, Attribute: 'createVolumePermission', CreateVolumePermission: { Add } }, signal);
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/name.js
var amazon_ebs_name = __webpack_require__(2631);
;// CONCATENATED MODULE: ./build/platforms/aws/registration.js
/** False: its price hangs on the image itself (Windows, RHEL, the marketplace), and registering anew would lose that; only a copy keeps it. */
const canBeRegistered = (image) => (image.UsageOperation ?? 'RunInstances') === 'RunInstances' && !image.ProductCodes?.length && !image.Platform;
async function registrationOf(ec2, image, name, signal) {
    return {
        Name: name,
        Description: image.Description || undefined,
        Architecture: image.Architecture,
        BlockDeviceMappings: image.BlockDeviceMappings?.map(registrable),
        BootMode: image.BootMode,
        EnaSupport: image.EnaSupport,
        ImdsSupport: image.ImdsSupport,
        RootDeviceName: image.RootDeviceName,
        SriovNetSupport: image.SriovNetSupport || undefined,
        TpmSupport: image.TpmSupport,
        UefiData: image.BootMode?.startsWith('uefi') ? await uefiData(ec2, image, signal) : undefined,
        VirtualizationType: image.VirtualizationType,
    };
}
/** Whether a volume is encrypted is a property of its snapshot: EC2 refuses to be told. */
function registrable({ Ebs, ...mapping }) {
    if (!Ebs?.SnapshotId)
        return { ...mapping, Ebs };
    const { Encrypted: _encrypted, KmsKeyId: _kmsKeyId, ...kept } = Ebs;
    return { ...mapping, Ebs: kept };
}
async function uefiData(ec2, { ImageId }, signal) {
    const answer = await ec2.call('DescribeImageAttribute', { ImageId, Attribute: 'uefiData' }, signal);
    return answer.UefiData?.Value || undefined;
}
async function remember(ec2, image, signal) {
    const { ImageId, Name = '', BlockDeviceMappings = [] } = image;
    const registration = await registrationOf(ec2, image, Name, signal);
    const { LaunchPermissions = [] } = await ec2.call('DescribeImageAttribute', { ImageId, Attribute: 'launchPermission' }, signal);
    return {
        imageId: ImageId ?? '',
        name: Name,
        registration,
        snapshots: BlockDeviceMappings.flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []),
        permissions: LaunchPermissions,
        tags: tagsOf(image),
        deprecatedAt: image.DeprecationTime,
    };
}
const tagsOf = ({ Tags = [] }) => Object.fromEntries(Tags.filter(tag => !tag.Key?.startsWith('aws:')).map(({ Key, Value }) => [Key ?? '', Value ?? '']));

// EXTERNAL MODULE: ./build/platforms/aws/resources/replaced-image.js
var replaced_image = __webpack_require__(23798);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/replace.js





/** Returns the ID of the image that has the name now. */
async function takeName(ec2, stagedId, options, context, tags, signal) {
    const staged = await (0,wait/* untilImageAvailable */.XE)(ec2, stagedId, { signal });
    const request = await successor(ec2, staged, options.ami_name, tags, signal);
    const old = await (0,together/* imagesNamed */.Su)(ec2, options.ami_name, signal);
    for (const former of await Promise.all(old.map(each => remember(ec2, each, signal))))
        await free(ec2, former, options, context);
    const id = await context.keep((0,resources_image/* image */.Sl)(ec2), request);
    await (0,wait/* untilImageAvailable */.XE)(ec2, id, { signal });
    return id;
}
async function successor(ec2, staged, Name, tags, signal) {
    if (canBeRegistered(staged))
        return { tags, register: await registrationOf(ec2, staged, Name, signal) };
    const copy = { Name, SourceImageId: staged.ImageId, SourceRegion: ec2.region, Description: staged.Description };
    return { tags, copy };
}
/** The snapshots first: they go after everything else, if they go. */
async function free(ec2, former, options, context) {
    context.say(`Replacing image ${former.imageId} in ${ec2.region}, which has the name "${former.name}"`);
    if (options.force_delete_snapshot)
        await context.acquire((0,replaced_image/* formerSnapshots */.r)(ec2), former);
    const back = ({ imageId }, id) => context.warn(`Image ${imageId} in ${ec2.region} is back as ${id}: it could not be replaced`);
    await context.keep((0,replaced_image/* replacedImage */.C)(ec2, back), former);
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/publish.js










async function publish(planned, candidate, context) {
    if (!candidate)
        return undefined;
    const { imageId, base, name } = candidate;
    const options = { ...planned, ami_name: name };
    const ec2 = await (0,access/* reachCloud */.T)(options);
    const staged = await context.step('publish', signal => everywhere((0,amazon_ebs_name/* targetRegions */.Xj)(options, ec2.region), async (region) => {
        const image = await stage(ec2.inRegion(region), ec2, candidate, options, context, signal);
        if (image.isNamed)
            await finish(image.there, image, options, context, base, signal);
        return image;
    }));
    const published = staged.every(image => image.isNamed) ? staged : await replaceAll(staged, options, context, base);
    if (candidate.isIntermediate)
        await context.release(imageId);
    const fingerprint = (0,amazon_ebs_fingerprint/* fingerprintOf */.a)(context, base.id);
    const common = { name: options.ami_name, sourceId: base.id, ...(fingerprint && { fingerprint }) };
    return (0,artifact/* artifactOf */.q)(published.map(({ there, id }) => ({ region: there.region, id, ...common })));
}
/** Quick, and the last thing of all: in no region does an image go before its successor is complete in every region. */
function replaceAll(staged, options, context, base) {
    const tags = (0,amazon_ebs_tags/* candidateTags */.dz)(options, context, base);
    return context.step('replace', async (signal) => {
        const published = await everywhere(staged, async (image) => {
            if (image.isNamed)
                return image;
            const id = await takeName(image.there, image.id, options, context, tags, signal);
            await finish(image.there, { id }, options, context, base, signal);
            return { ...image, id };
        });
        for (const image of staged)
            if (!image.isNamed)
                await context.release(image.id);
        return published;
    });
}
/** The regions side by side. When one fails the others are waited for all the same, so that what they make is known. */
async function everywhere(regions, work) {
    const ended = await Promise.allSettled(regions.map(work));
    return ended.map(each => {
        if (each.status === 'rejected')
            throw each.reason;
        return each.value;
    });
}
async function stage(there, here, { imageId, snapshots, isIntermediate, isNamed, base }, options, context, signal) {
    const home = there.region === here.region;
    if (home && !isIntermediate)
        return { there, id: imageId, snapshots, isNamed };
    const free = await (0,amazon_ebs_name/* isFree */.xp)(there, options, context, signal);
    const id = await context.keep((0,resources_image/* image */.Sl)(there), {
        tags: (0,amazon_ebs_tags/* candidateTags */.dz)(options, context, base),
        copy: {
            Name: free ? options.ami_name : (0,amazon_ebs_name/* interimName */.WQ)(context, imageId),
            Description: (0,build.descriptionOf)(options, context, base),
            SourceImageId: imageId,
            SourceRegion: here.region,
            Encrypted: options.encrypt_boot,
            KmsKeyId: (home ? options.kms_key_id : options.region_kms_key_ids?.[there.region]) || undefined,
            SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes,
        },
    });
    const onProgress = (percent) => context.progress(`${there.region}: ${id} at ${percent} %`, percent / 100);
    const copy = await (0,wait/* untilImageAvailable */.XE)(there, id, { signal, pace: (0,access/* paceOf */.x)(there, options), onProgress });
    return { there, id, snapshots: (0,resources_image/* snapshotsOf */.XO)(copy), isNamed: free };
}


/***/ })

};
;