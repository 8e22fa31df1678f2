"use strict";
exports.id = 9492;
exports.ids = [9492];
exports.modules = {

/***/ 89492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adopt: () => (/* binding */ adopt)
/* harmony export */ });
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7314);
/* harmony import */ var _base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84201);
/* harmony import */ var _network__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50936);
/* harmony import */ var _profile__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49571);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51897);





async function adopt(given, imageId, context) {
    const options = { ...given, source_ami: imageId, source_ami_filter: undefined };
    await (0,_access__WEBPACK_IMPORTED_MODULE_0__/* .holdKeys */ .Kq)(options, context);
    const ec2 = await (0,_access__WEBPACK_IMPORTED_MODULE_0__/* .reachCloud */ .TD)(options);
    const base = await context.step('find image', signal => (0,_base__WEBPACK_IMPORTED_MODULE_1__/* .findBase */ .l)(ec2, options, signal));
    context.say(`Image in ${ec2.region}: ${base.id} (${base.name})`);
    const network = await context.step('choose network', signal => (0,_network__WEBPACK_IMPORTED_MODULE_2__/* .chooseNetwork */ .m)(ec2, options, signal));
    const profile = await (0,_profile__WEBPACK_IMPORTED_MODULE_3__/* .profileFor */ .P)(options, context, (0,_tags__WEBPACK_IMPORTED_MODULE_4__/* .runTags */ .He)(options, context, base));
    return { imageId, name: base.name, base, network, profile, isIntermediate: false, isNamed: true };
}


/***/ }),

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

/***/ 50936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ chooseNetwork),
/* harmony export */   s: () => (/* binding */ defaultSubnets)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_filter_images__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53241);
/* harmony import */ var _platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3722);



async function chooseNetwork(ec2, options, signal) {
    const vpcId = options.vpc_id || (await findVpc(ec2, options, signal));
    const subnets = await chooseSubnets(ec2, options, vpcId, signal);
    const [subnet] = subnets;
    if (vpcId && !subnet)
        await demandDefault(ec2, vpcId, signal);
    return {
        vpcId: vpcId ?? subnet?.VpcId,
        subnetIds: subnets.filter(each => each.VpcId === subnet?.VpcId).flatMap(each => each.SubnetId ?? []),
        publicByDefault: subnet?.MapPublicIpOnLaunch,
        groupIds: await namedGroups(ec2, options, vpcId ?? subnet?.VpcId, signal),
    };
}
async function findVpc(ec2, options, signal) {
    if (!options.vpc_filter)
        return undefined;
    const { Vpcs = [] } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeVpcs', { Filters: (0,_platforms_aws_filter_images__WEBPACK_IMPORTED_MODULE_1__/* .toFilters */ .pn)(options.vpc_filter.filters) }, signal);
    if (Vpcs.length === 1)
        return Vpcs[0]?.VpcId;
    throw notOne('VPC', 'vpc_filter', ec2, Vpcs.map(vpc => vpc.VpcId));
}
async function demandDefault(ec2, vpcId, signal) {
    const { Vpcs = [] } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeVpcs', { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] }, signal);
    if (Vpcs[0]?.IsDefault)
        return;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', Vpcs[0] ? `${vpcId} is not the default VPC, so a subnet must be named` : `VPC ${vpcId} was not found`, {
        advice: Vpcs[0] ? 'Set subnet_id, or find one with subnet_filter.' : `Does it exist in region ${ec2.region}?`,
    });
}
async function chooseSubnets(ec2, options, vpcId, signal) {
    if (options.subnet_id) {
        const { Subnets = [] } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeSubnets', { SubnetIds: [options.subnet_id] }, signal);
        return Subnets;
    }
    if (options.subnet_filter)
        return filteredSubnets(ec2, options, options.subnet_filter, vpcId, signal);
    if (options.associate_public_ip_address === undefined)
        return [];
    const types = options.spot_instance_types?.length ? options.spot_instance_types : [options.instance_type ?? ''];
    const subnets = await defaultSubnets(ec2, options, vpcId, types, signal);
    if (subnets.length > 0)
        return subnets;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Region ${ec2.region} has no default subnet for a machine of type ${types.join(' or ')}`, {
        advice: 'associate_public_ip_address needs a subnet: set subnet_id.',
    });
}
async function filteredSubnets(ec2, options, filter, vpcId, signal) {
    const { Subnets = [] } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeSubnets', { Filters: [...(0,_platforms_aws_filter_images__WEBPACK_IMPORTED_MODULE_1__/* .toFilters */ .pn)(filter.filters), ...within(options, vpcId)] }, signal);
    if (Subnets.length === 0 || (Subnets.length > 1 && !filter.most_free && !filter.random))
        throw notOne('subnet', 'subnet_filter', ec2, Subnets.map(subnet => subnet.SubnetId));
    return filter.random && !filter.most_free ? rotated(Subnets, Math.floor(Math.random() * Subnets.length)) : mostFree(Subnets);
}
const rotated = (all, by) => [...all.slice(by), ...all.slice(0, by)];
async function defaultSubnets(ec2, options, vpcId, types, signal) {
    const Filters = [{ Name: 'default-for-az', Values: ['true'] }, ...within(options, vpcId)];
    const { Subnets = [] } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeSubnets', { Filters }, signal);
    const zones = await zonesWith(ec2, types, signal);
    return mostFree(Subnets.filter(subnet => zones.size === 0 || zones.has(subnet.AvailabilityZone ?? '')));
}
async function zonesWith(ec2, types, signal) {
    const Filters = [{ Name: 'instance-type', Values: [...types] }];
    const answer = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeInstanceTypeOfferings', { LocationType: 'availability-zone', Filters }, signal);
    return new Set((answer.InstanceTypeOfferings ?? []).flatMap(offering => offering.Location ?? []));
}
const within = (options, vpcId) => [
    ...(vpcId ? [{ Name: 'vpc-id', Values: [vpcId] }] : []),
    ...(options.availability_zone ? [{ Name: 'availability-zone', Values: [options.availability_zone] }] : []),
];
const mostFree = (subnets) => [...subnets].sort((a, b) => (b.AvailableIpAddressCount ?? 0) - (a.AvailableIpAddressCount ?? 0));
async function namedGroups(ec2, options, vpcId, signal) {
    if (options.security_group_id)
        return [options.security_group_id];
    if (options.security_group_ids?.length)
        return options.security_group_ids;
    if (!options.security_group_filter)
        return [];
    const Filters = [...(0,_platforms_aws_filter_images__WEBPACK_IMPORTED_MODULE_1__/* .toFilters */ .pn)(options.security_group_filter.filters), ...(vpcId ? [{ Name: 'vpc-id', Values: [vpcId] }] : [])];
    const { SecurityGroups = [] } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeSecurityGroups', { Filters }, signal);
    if (SecurityGroups.length > 0)
        return SecurityGroups.flatMap(group => group.GroupId ?? []);
    throw notOne('security group', 'security_group_filter', ec2, []);
}
function notOne(what, option, ec2, found) {
    return found.length === 0
        ? new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `No ${what} matches ${option} in region ${ec2.region}`, {
            advice: `Loosen the filters in ${option}.`,
        })
        : new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `${found.length} of kind ${what} match ${option}: ${found.join(', ')}`, {
            advice: `Narrow the filters in ${option} so that one remains.`,
        });
}


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
        const iam = (0,_platforms_aws_iam__WEBPACK_IMPORTED_MODULE_1__/* .openIam */ .G9)(await (0,_platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__/* .accessFrom */ .lp)(options));
        const roleName = await context.acquire((0,_platforms_aws_resources_instance_profile__WEBPACK_IMPORTED_MODULE_2__/* .role */ .JC)(iam), { tags });
        const name = await context.acquire((0,_platforms_aws_resources_instance_profile__WEBPACK_IMPORTED_MODULE_2__/* .instanceProfile */ .zo)(iam), { tags });
        await (0,_platforms_aws_resources_instance_profile__WEBPACK_IMPORTED_MODULE_2__/* .empower */ .kD)(iam, name, roleName, policyOf(document), signal);
        return { name, isNew: true };
    });
}
const policyOf = ({ Version, Statement }) => JSON.stringify({ Version: Version || '2012-10-17', Statement });


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