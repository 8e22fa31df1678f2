"use strict";
exports.id = 4029;
exports.ids = [4029,5542];
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

/***/ 35542:
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

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/let-go.js

async function letGo(ec2, { opening }, stopped, network, context, signal) {
    const { keyPairId, groupId } = opening;
    const free = async (group, { InstanceId, VpcId }) => {
        const named = network.groupIds.length > 0 ? network.groupIds : await defaultGroup(ec2, VpcId, signal);
        await ec2.call('ModifyInstanceAttribute', { InstanceId, Groups: [...named] }, signal);
        await context.release(group);
    };
    await Promise.allSettled([keyPairId && context.release(keyPairId), groupId && stopped && free(groupId, stopped)]);
}
async function defaultGroup(ec2, vpcId, signal) {
    const Filters = [
        { Name: 'vpc-id', Values: [vpcId ?? ''] },
        { Name: 'group-name', Values: ['default'] },
    ];
    const { SecurityGroups = [] } = await (0,together/* askOnce */.RV)(ec2, 'DescribeSecurityGroups', { Filters }, signal);
    return SecurityGroups.flatMap(({ GroupId }) => GroupId ?? []);
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/machine.js + 7 modules
var amazon_ebs_machine = __webpack_require__(28781);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/name.js
var amazon_ebs_name = __webpack_require__(2631);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/network.js
var amazon_ebs_network = __webpack_require__(50936);
// EXTERNAL MODULE: ./build/platforms/aws/access-options.js
var access_options = __webpack_require__(54385);
// EXTERNAL MODULE: ./build/platforms/aws/tags.js
var aws_tags = __webpack_require__(81997);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/capacity.js
var capacity = __webpack_require__(98916);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/launch.js
var launch = __webpack_require__(98755);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/permissions.js
var permissions = __webpack_require__(13094);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/tags.js
var amazon_ebs_tags = __webpack_require__(51897);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/dry-runs.js








const needsIn = ({ options, context }) => (0,permissions/* needsOf */.hN)(options, context.communicator, (0,amazon_ebs_name/* isForced */.AP)(options, context)).filter(({ action }) => action.replace('ec2:', '') in trials);
async function refusals(given, needs, signal) {
    const asked = needs.flatMap(need => {
        const action = need.action.replace('ec2:', '');
        const input = trials[action]?.(given);
        return input ? regionsOf(action, given).map(region => ({ need, region, action, input })) : [];
    });
    const answers = await Promise.all(asked.map(async ({ need, region, action, input }) => {
        const error = await (0,together/* dryRun */.PA)(given.ec2.inRegion(region), action, input, signal);
        return error ? [{ need, region, error }] : [];
    }));
    return answers.flat();
}
function regionsOf(action, { ec2, options }) {
    if (action !== 'CopyImage')
        return [ec2.region];
    const isIntermediate = options.encrypt_boot || options.skip_save_build_region;
    return (0,amazon_ebs_name/* targetRegions */.Xj)(options, ec2.region).filter(region => isIntermediate || region !== ec2.region);
}
function tagsOf({ options, context, base }, type) {
    const { 'ingot:build': _build, 'ingot:fingerprint': _recipe, ...tags } = type === 'run' ? (0,amazon_ebs_tags/* runTags */.He)(options, context, base) : (0,amazon_ebs_tags/* candidateTags */.dz)(options, context, base);
    return (0,aws_tags/* tagList */.Tw)({ ...tags, 'ingot:token': 'dry-run' });
}
const specified = (given, ...types) => types.map(type => ({ ResourceType: type, Tags: tagsOf(given, type) }));
const forRun = (given, type) => [
    { ResourceType: type, Tags: tagsOf(given, 'run') },
];
const NAME = 'ingot-dry-run';
const publicKey = () => {
    const field = (content) => Buffer.concat([Buffer.from([0, 0, 0, content.length]), content]);
    return Buffer.from(`ssh-ed25519 ${Buffer.concat([field(Buffer.from('ssh-ed25519')), field(Buffer.alloc(32))]).toString('base64')} ${NAME}`);
};
const trials = {
    ...Object.fromEntries([
        ...['DescribeImages', 'DescribeInstances', 'DescribeInstanceTypeOfferings', 'DescribeKeyPairs', 'DescribeLaunchTemplates'],
        ...['DescribeRegions', 'DescribeSecurityGroups', 'DescribeSnapshots', 'DescribeSubnets', 'DescribeVolumes', 'DescribeVpcs'],
    ].map(action => [action, () => ({})])),
    RunInstances: given => ({
        ...(0,launch/* launchRequest */.X)(given.options, {
            imageId: given.base.id,
            instanceType: (0,capacity/* typesOf */.p)(given.options)[0],
            network: given.network ?? { subnetIds: [], groupIds: [] },
            subnetId: given.network?.subnetIds[0],
            groupIds: given.network?.groupIds ?? [],
            profile: given.options.iam_instance_profile || undefined,
            disks: launchMappings(given.options),
        }),
        MinCount: 1,
        MaxCount: 1,
        TagSpecifications: forRun(given, 'instance'),
    }),
    ImportKeyPair: given => ({
        KeyName: given.context.communicator.temporary_key_pair_name || `packer_${NAME}`,
        PublicKeyMaterial: publicKey(),
        TagSpecifications: forRun(given, 'key-pair'),
    }),
    CreateSecurityGroup: given => ({
        GroupName: NAME,
        Description: NAME,
        VpcId: given.network?.vpcId,
        TagSpecifications: forRun(given, 'security-group'),
    }),
    AuthorizeSecurityGroupIngress: ({ network }) => network?.vpcId
        ? undefined
        : {
            GroupName: 'default',
            IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '127.0.0.1/32' }] }],
        },
    CreateLaunchTemplate: given => ({
        LaunchTemplateName: NAME,
        LaunchTemplateData: { ImageId: given.base.id },
        TagSpecifications: forRun(given, 'launch-template'),
    }),
    CreateTags: ({ base, context }) => ({
        Resources: [base.id],
        Tags: (0,aws_tags/* tagList */.Tw)({ 'ingot:run': (0,amazon_ebs_tags/* ownTags */.Wb)(context)['ingot:run'] ?? '' }),
    }),
    CreateImage: given => ({
        InstanceId: given.machineId ?? 'i-00000000000000000',
        Name: given.machineId ? given.options.ami_name : NAME,
        TagSpecifications: specified(given, 'image', 'snapshot'),
    }),
    CopyImage: given => ({
        Name: NAME,
        SourceImageId: given.base.id,
        SourceRegion: given.ec2.region,
        TagSpecifications: specified(given, 'image', 'snapshot'),
    }),
    RegisterImage: given => ({
        Name: NAME,
        RootDeviceName: '/dev/xvda',
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: given.base.snapshotId } }],
        TagSpecifications: specified(given, 'image'),
    }),
    DescribeImageAttribute: ({ base }) => ({ ImageId: base.id, Attribute: 'launchPermission' }),
    DeregisterImage: ({ base }) => ({ ImageId: base.id }),
    DeleteSnapshot: ({ base }) => (base.snapshotId ? { SnapshotId: base.snapshotId } : undefined),
    ModifyImageAttribute: ({ base }) => ({ ImageId: base.id, ImdsSupport: { Value: 'v2.0' } }),
    ModifySnapshotAttribute: ({ base }) => base.snapshotId
        ? { SnapshotId: base.snapshotId, Attribute: 'createVolumePermission', GroupNames: ['all'], OperationType: 'remove' }
        : undefined,
    EnableImageDeprecation: ({ base, options }) => ({ ImageId: base.id, DeprecateAt: new Date(options.deprecate_at ?? '') }),
    EnableImageDeregistrationProtection: ({ base }) => ({ ImageId: base.id }),
    ModifyInstanceAttribute: ({ machineId, options }) => machineId && (0,permissions/* changesNetworking */.y0)(options)
        ? {
            InstanceId: machineId,
            ...(options.sriov_support ? { SriovNetSupport: { Value: 'simple' } } : { EnaSupport: { Value: true } }),
        }
        : undefined,
};

// EXTERNAL MODULE: ./build/sources/amazon-ebs/fast-launch.js
var fast_launch = __webpack_require__(92440);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/platforms/aws/secrets.js
var secrets = __webpack_require__(86443);
;// CONCATENATED MODULE: ./build/platforms/aws/account.js


const isReachable = ({ endpoint }, service) => !endpoint || Boolean(process.env[`AWS_ENDPOINT_URL_${service}`] || process.env.AWS_ENDPOINT_URL);
const PATIENCE_MILLISECONDS = 5000;
const soon = (signal) => (0,abort/* within */.ux)(PATIENCE_MILLISECONDS, signal);
const hurried = (access) => ({ ...access, maxAttempts: Math.min(access.maxAttempts ?? 2, 2) });
async function keyOf(access, KeyId, signal) {
    if (!isReachable(access, 'KMS'))
        return undefined;
    const limited = soon(signal);
    const { KeyMetadata } = await (0,secrets/* answered */.oQ)(hurried(access), 'DescribeKey', 'kms', limited, async (config) => {
        const { DescribeKeyCommand, KMSClient } = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(2632)]).then(__webpack_require__.t.bind(__webpack_require__, 92632, 19));
        return new KMSClient(config).send(new DescribeKeyCommand({ KeyId }), { abortSignal: limited });
    });
    return KeyMetadata;
}
async function quotaOf(access, QuotaCode, signal) {
    if (!isReachable(access, 'SERVICE_QUOTAS'))
        return undefined;
    const limited = soon(signal);
    const { Quota } = await (0,secrets/* answered */.oQ)(hurried(access), 'GetServiceQuota', 'servicequotas', limited, async (config) => {
        const { GetServiceQuotaCommand, ServiceQuotasClient } = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(2924)]).then(__webpack_require__.t.bind(__webpack_require__, 72924, 19));
        const command = new GetServiceQuotaCommand({ ServiceCode: 'ec2', QuotaCode });
        return new ServiceQuotasClient(config).send(command, { abortSignal: limited });
    });
    return Quota?.Value === undefined ? undefined : { name: Quota.QuotaName ?? QuotaCode, value: Quota.Value };
}

// EXTERNAL MODULE: ./build/platforms/aws/errors.js
var errors = __webpack_require__(53347);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/regions.js
var regions = __webpack_require__(85207);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/keys.js



async function checkKeys(access, options, context, signal) {
    await Promise.all(keysIn(options, access.region).map(named => checkKey(access, named, context, signal)));
}
function keysIn(options, home) {
    const disks = ['launch_block_device_mappings', 'ami_block_device_mappings'].flatMap(option => options[option].map(({ kms_key_id }) => ({ option, key: kms_key_id ?? '', region: home })));
    const all = [
        { option: 'kms_key_id', key: options.kms_key_id ?? '', region: home },
        ...Object.entries(options.region_kms_key_ids ?? {}).map(([region, key]) => ({ option: 'region_kms_key_ids', key, region })),
        ...disks,
    ];
    return [...new Map(all.filter(({ key }) => key).map(named => [`${named.region} ${named.key}`, named])).values()];
}
async function checkKey(access, { option, key, region }, context, signal) {
    const wrong = (detail) => (0,regions/* problemOf */.Z)(option, 'KMS key cannot be used', detail, context);
    const found = await keyOf({ ...access, region }, key, signal).catch(error => {
        signal.throwIfAborted();
        if ((0,errors/* isAws */.aZ)(error, 'NotFoundException', 'InvalidArnException'))
            throw wrong(`KMS knows no key ${key} in region ${region}, or hides it: ${String(error.message)}`);
        const why = (0,errors/* isAws */.aZ)(error, 'AccessDenied*') ? 'kms:DescribeKey is not allowed' : 'KMS did not answer';
        context.say(`KMS key ${key} in region ${region} is not checked: ${why}.`);
        return undefined;
    });
    if (!found)
        return;
    if (found.KeyState && found.KeyState !== 'Enabled')
        throw wrong(`KMS key ${key} in region ${region} is in state ${found.KeyState}: enable it, or name another one.`);
    if ((found.KeySpec ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT' ||
        (found.KeyUsage ?? 'ENCRYPT_DECRYPT') !== 'ENCRYPT_DECRYPT')
        throw wrong(`KMS key ${key} in region ${region} is of kind ${found.KeySpec}, ${found.KeyUsage}: EBS takes symmetric keys for encryption only.`);
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/spot.js
var spot = __webpack_require__(79320);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/quotas.js




const families = [
    [/^(a|c|d|h|i|im|is|m|r|t|z)\d/, 'L-1216C47A', 'L-34B43A08'],
    [/^(g|gr|vt)\d/, 'L-DB2E81BA', 'L-3819A6DF'],
    [/^p\d/, 'L-417A185B', 'L-7212CCBC'],
    [/^x\d/, 'L-7295265B', 'L-E3A00192'],
    [/^f\d/, 'L-74FC7D96', 'L-88CF9481'],
    [/^inf\d/, 'L-1945791B', 'L-B5D1601B'],
    [/^trn\d/, 'L-2C3B7624', 'L-6B0D517C'],
    [/^dl\d/, 'L-6E869C2A', 'L-85EED4F7'],
];
const known = new Map();
async function checkQuotas(access, options, context, signal) {
    if (options.placement?.tenancy === 'host' || options.placement?.host_id || options.placement?.host_resource_group_arn)
        return;
    const types = (0,capacity/* typesOf */.p)(options);
    const quotas = await Promise.all(types.map(type => quotaFor(access, type, (0,spot/* isSpot */.v)(options), signal)));
    const told = types.map((type, index) => shortage(type, quotas[index], access.region));
    if (quotas.every(quota => quota?.value === 0))
        throw (0,regions/* problemOf */.Z)(options.spot_instance_types?.length ? 'spot_instance_types' : 'instance_type', 'The quota is 0', `${told.join(' ')} Ask for more under Service Quotas, or choose another type.`, context);
    for (const text of told)
        if (text)
            context.warn(`${text} AWS will probably refuse it.`);
}
function quotaFor(access, type, spot, signal) {
    const family = families.find(([types]) => types.test(type));
    if (!family)
        return Promise.resolve(undefined);
    const code = family[spot ? 2 : 1];
    const key = JSON.stringify([access, code]);
    const asked = known.get(key) ??
        quotaOf(access, code, signal).catch(() => {
            signal.throwIfAborted();
            return undefined;
        });
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
}
function shortage(type, quota, region) {
    const needed = vcpusOf(type);
    if (!quota || quota.value >= (needed ?? 1))
        return undefined;
    const machine = needed ? `a ${type} has ${needed}` : `a ${type} has more`;
    return `The quota "${quota.name}" in ${region} is ${quota.value} vCPUs, and ${machine}.`;
}
function vcpusOf(type) {
    const [, family = '', size = ''] = /^([^.]+)\.(.+)$/.exec(type) ?? [];
    const [, times = '1'] = /^(\d*)xlarge$/.exec(size) ?? [];
    if (size.endsWith('xlarge') && /^\d*xlarge$/.test(size))
        return 4 * Number(times || 1);
    if (size === 'large')
        return 2;
    if (['nano', 'micro', 'small', 'medium'].includes(size))
        return /^t[34]/.test(family) || type === 't2.medium' ? 2 : 1;
    return undefined;
}

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/refusals.js







async function refusedAtOnce(ec2, options, context, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(0,errors/* isAws */.aZ)(error, 'UnauthorizedOperation'))
            throw error;
        throw told(error, await others(ec2, options, context, error).catch(() => []), ec2, options, context);
    }
}
async function others(ec2, options, context, error) {
    const { signal } = context;
    const unknown = { id: 'ami-00000000000000000', name: '', isWindows: false };
    const base = await (0,amazon_ebs_base/* findBase */.l)(ec2, options, signal).catch(() => unknown);
    const network = await (0,amazon_ebs_network/* chooseNetwork */.m)(ec2, options, signal).catch(() => undefined);
    const given = { ec2, options, context, base, network };
    const found = await refusals(given, needsIn(given), signal);
    return found.filter(({ need, region }) => need.action !== error.action || region !== ec2.region);
}
function told(error, more, ec2, options, context) {
    const need = (0,permissions/* needsOf */.hN)(options, context.communicator, (0,amazon_ebs_name/* isForced */.AP)(options, context)).find(({ action }) => action === error.action);
    const all = [`${error.action} ${need?.purpose ?? ''}`.trim(), ...more.map(refusal => described(refusal, ec2))];
    return new failure/* Failure */.H('failed', `AWS refuses what this template needs: ${all.join(', ')}`, {
        advice: adviceFor([error.action ?? '', ...more.map(refusal => refusal.need.action)], context),
        evidence: [error, ...more.map(refusal => refusal.error)].map(evidenceOf).join('\n'),
        cause: error,
    });
}
const described = ({ need, region }, ec2) => `${need.action} ${region === ec2.region ? '' : `in ${region} `}${need.purpose}`;
const adviceFor = (actions, { run }) => `Allow ${[...new Set(actions)].join(', ')}; \`ingot iam-policy ${run.template}\` prints all that the template needs.`;
const evidenceOf = ({ message, details }) => [message, details.evidence].filter(Boolean).join(' ');

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/preflight.js









const early = ['ImportKeyPair', 'CreateSecurityGroup', 'CreateLaunchTemplate', 'RunInstances'].map(action => `ec2:${action}`);
const late = [
    ...['CopyImage', 'ModifyImageAttribute', 'ModifySnapshotAttribute'],
    ...['EnableImageDeprecation', 'EnableImageDeregistrationProtection'],
].map(action => `ec2:${action}`);
async function preflight(ec2, options, context, base, network, signal) {
    await (0,regions/* checkRegions */._)(ec2, options, context, signal);
    const access = await (0,access_options/* accessFrom */.lp)(options);
    const given = { ec2, options, context, base, network };
    await Promise.all([
        (0,amazon_ebs_name/* checkName */.I3)(ec2, options, context, signal),
        checkKeys(access, options, context, signal),
        checkQuotas(access, options, context, signal),
        (0,fast_launch/* checkFastLaunch */.G9)(ec2, options, context, base, signal),
        demandEarly(given, signal),
        warnOfRefusals(given, signal),
    ]);
}
async function demandEarly(given, signal) {
    const found = await refusals(given, earlyNeeds(given), signal);
    const certain = found.find(({ error }) => !isOfStandIn(error.message));
    if (certain)
        throw certain.error;
}
function earlyNeeds(given) {
    const { options } = given;
    const needs = needsIn(given)
        .filter(({ action }) => early.includes(action))
        .sort((a, b) => early.indexOf(a.action) - early.indexOf(b.action));
    const asked = (0,spot/* isSpot */.v)(options) ? needs.filter(({ action }) => action !== 'ec2:RunInstances') : needs;
    const makesProfile = options.temporary_iam_instance_profile_policy_document && !options.iam_instance_profile;
    return makesProfile ? asked : asked.slice(1);
}
const isOfStandIn = (message) => /on resource: \S+:(security-group|key-pair)\//.test(message);
async function warnOfRefusals(given, signal) {
    const { ec2, options, context } = given;
    if (options.skip_create_ami)
        return;
    const needs = needsIn(given).filter(({ action }) => late.includes(action));
    const refused = await refusals(given, needs, signal);
    if (refused.length === 0)
        return;
    const advice = adviceFor(refused.map(({ need }) => need.action), context);
    context.warn(`AWS may refuse what follows the build: ${refused.map(each => described(each, ec2)).join(', ')}. ${advice}`);
}
async function checkCapture(given, signal) {
    const onMachine = ['ec2:CreateImage', 'ec2:ModifyInstanceAttribute'];
    const needs = needsIn(given).filter(({ action }) => onMachine.includes(action));
    const [refusal] = await refusals(given, needs, signal);
    if (refusal)
        throw refusal.error;
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/profile.js
var amazon_ebs_profile = __webpack_require__(49571);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/user-data.js


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

















async function build(options, context) {
    await (0,access/* holdKeys */.Kq)(options, context);
    const ec2 = await (0,access/* reachCloud */.TD)(options);
    const { base, network, profile, machine } = await refusedAtOnce(ec2, options, context, () => begin(ec2, options, context));
    const { SourceAMITags, ...values } = base.data;
    await context.provision(machine.reach, { ...values, ID: machine.id, Host: machine.reach.host });
    const stopped = await context.step('stop the machine', signal => stop(ec2, machine, options, signal));
    if (options.skip_create_ami)
        return undefined;
    const isIntermediate = options.encrypt_boot === true || options.skip_save_build_region;
    const isNamed = !isIntermediate && (await (0,amazon_ebs_name/* isFree */.xp)(ec2, options, context, context.signal));
    const captured = await capture(ec2, { machine, stopped, network, base, isNamed }, options, context);
    return { ...captured, name: options.ami_name, base, network, profile, isIntermediate, isNamed };
}
async function begin(ec2, options, context) {
    const data = await userData(options);
    const base = await context.step('find source image', signal => (0,amazon_ebs_base/* findBase */.l)(ec2, options, signal));
    context.say(`Source image in ${ec2.region}: ${base.id} (${base.name})`);
    void [(0,amazon_ebs_tags/* imageTags */.rK)(options, context, base), (0,amazon_ebs_tags/* snapshotTags */.yi)(options, context, base), descriptionOf(options, context, base)];
    const network = await context.step('choose network', signal => (0,amazon_ebs_network/* chooseNetwork */.m)(ec2, options, signal));
    await context.step('check beforehand', signal => preflight(ec2, options, context, base, network, signal));
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
    const given = { ec2, options, context, base, network, machineId: machine.id };
    await context.step('check permissions', signal => checkCapture(given, signal));
    return { base, network, profile, machine };
}
const NOT_YET_RUNNING = ['InvalidInstanceID.NotFound', 'IncorrectInstanceState'];
async function stop(ec2, { id }, options, signal) {
    if ((0,spot/* isSpot */.v)(options))
        return undefined;
    const between = ec2.loopback ? undefined : 1000;
    if (!options.disable_stop_instance)
        await (0,wait/* whileRefused */.OV)(ec2, NOT_YET_RUNNING, 60_000, signal, () => (0,together/* stopInstance */.Ac)(ec2, id, signal), between);
    const stopped = await (0,wait/* untilInstance */.IB)(ec2, id, 'stopped', { signal, pace: (0,access/* paceOf */.x3)(ec2, options) });
    if (options.ena_support !== undefined)
        await ec2.call('ModifyInstanceAttribute', { InstanceId: id, EnaSupport: { Value: options.ena_support } }, signal);
    if (options.sriov_support)
        await ec2.call('ModifyInstanceAttribute', { InstanceId: id, SriovNetSupport: { Value: 'simple' } }, signal);
    return stopped;
}
async function capture(ec2, { machine, stopped, network, base, isNamed }, options, context) {
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
        const [available] = await Promise.all([
            (0,wait/* untilImageAvailable */.XE)(ec2, imageId, { signal, pace: (0,access/* paceOf */.x3)(ec2, options), onProgress }),
            letGo(ec2, machine, stopped, network, context, signal),
        ]);
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

/***/ 92440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ enableFastLaunch),
/* harmony export */   G9: () => (/* binding */ checkFastLaunch)
/* harmony export */ });
/* unused harmony export fastLaunchIn */
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72857);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _platforms_aws_resources_fast_launch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32450);
/* harmony import */ var _platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3722);
/* harmony import */ var _name__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2631);
/* harmony import */ var _regions__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85207);







const LIMIT_MILLISECONDS = 125 * 60_000;
const PACE_MILLISECONDS = 15_000;
function fastLaunchIn(options, region, home) {
    const { fast_launch: all } = options;
    if (!all || all.enable_fast_launch === false)
        return undefined;
    const own = all.region_launch_templates.find(each => each.region === region);
    if (own?.enable_fast_launch === false || (!isWanted(all) && !own?.enable_fast_launch))
        return undefined;
    if (own?.template_id || own?.template_name)
        return own;
    return region === home ? all : {};
}
const isWanted = (all) => Object.values(all).some(value => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
async function checkFastLaunch(ec2, options, context, base, signal) {
    const regions = (0,_name__WEBPACK_IMPORTED_MODULE_4__/* .targetRegions */ .Xj)(options, ec2.region).filter(region => fastLaunchIn(options, region, ec2.region));
    if (regions.length === 0 || options.skip_create_ami)
        return;
    if (!base.isWindows)
        throw (0,_regions__WEBPACK_IMPORTED_MODULE_5__/* .problemOf */ .Z)('fast_launch', 'No fast launch here', `AWS has it for images of Windows only, and ${base.id} is none.`, context);
    await Promise.all(regions.map(async (region) => {
        const template = fastLaunchIn(options, region, ec2.region) ?? {};
        await templateFor(ec2.inRegion(region), template, signal).catch(error => {
            if (!(0,_platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, 'InvalidLaunchTemplate*'))
                throw error;
            throw (0,_regions__WEBPACK_IMPORTED_MODULE_5__/* .problemOf */ .Z)('fast_launch', 'No such launch template', error.message, context);
        });
    }));
}
async function templateFor(there, template, signal) {
    const { template_id: LaunchTemplateId, template_name: LaunchTemplateName, template_version } = template;
    if (!LaunchTemplateId && !LaunchTemplateName)
        return undefined;
    const asked = LaunchTemplateId ? { LaunchTemplateIds: [LaunchTemplateId] } : { LaunchTemplateNames: [LaunchTemplateName ?? ''] };
    const { LaunchTemplates = [] } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_3__/* .askOnce */ .RV)(there, 'DescribeLaunchTemplates', asked, signal);
    const version = template_version ?? LaunchTemplates[0]?.DefaultVersionNumber ?? 1;
    return { ...(LaunchTemplateId ? { LaunchTemplateId } : { LaunchTemplateName }), Version: String(version) };
}
async function enableFastLaunch(there, imageId, options, context, base, signal) {
    const template = fastLaunchIn(options, there.region, base.data.BuildRegion);
    if (!template)
        return;
    const { max_parallel_launches, target_resource_count } = options.fast_launch ?? {};
    await context.keep((0,_platforms_aws_resources_fast_launch__WEBPACK_IMPORTED_MODULE_2__/* .fastLaunch */ .G)(there), {
        ImageId: imageId,
        LaunchTemplate: await templateFor(there, template, signal),
        MaxParallelLaunches: max_parallel_launches,
        SnapshotConfiguration: target_resource_count ? { TargetResourceCount: target_resource_count } : undefined,
    });
    await untilEnabled(there, imageId, context, signal);
}
async function untilEnabled(there, imageId, context, signal) {
    const until = Date.now() + LIMIT_MILLISECONDS;
    for (;;) {
        const { FastLaunchImages = [] } = await there.call('DescribeFastLaunchImages', { ImageIds: [imageId] }, signal);
        const { State = 'unknown', StateTransitionReason: reason } = FastLaunchImages.find(each => each.ImageId === imageId) ?? {};
        if (State === 'enabled')
            return;
        if (State.endsWith('-failed') || Date.now() > until)
            throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Fast launch of ${imageId} in ${there.region} is ${State}${reason ? `: ${reason}` : ''}`, {
                advice: 'EC2 launches machines from the image and runs sysprep on them: the image must be prepared for that by EC2Launch.',
            });
        context.progress(`${there.region}: fast launch of ${imageId} is ${State}`);
        await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_6__/* .delay */ .cb)(there.loopback ? 50 : PACE_MILLISECONDS, signal);
    }
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

/***/ 13094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ permissions),
/* harmony export */   hN: () => (/* binding */ needsOf),
/* harmony export */   y0: () => (/* binding */ changesNetworking)
/* harmony export */ });
/* unused harmony export copiesAbroad */
/* harmony import */ var _opening_key__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98136);
/* harmony import */ var _session_manager__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1788);
/* harmony import */ var _spot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79320);
/* harmony import */ var _windows_password__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20385);




function permissions(options, reach, force = options.force_deregister) {
    const needs = needsOf(options, reach, force);
    const of = (part) => needs.filter(need => need.part === part).map(({ action }) => action);
    return { read: of('read'), create: of('create'), change: of('change'), own: of('own') };
}
function needsOf(options, reach, force = options.force_deregister) {
    const machine = machineRules(options, reach);
    const removal = ['ec2:DeregisterImage', 'ec2:DeleteSnapshot'];
    return [
        ...needs('read', [...reading(options, force), ...machine.read]),
        ...needs('create', [...creating(options, force), ...machine.create]),
        ...needs('change', [...changing(options), ...machine.change, [force, 'to replace the image of that name', ...removal]]),
        ...needs('own', [...machine.own, [!force && !options.skip_create_ami, 'to remove a failed image', ...removal]]),
    ];
}
function needs(part, rules) {
    const all = new Map();
    for (const [needed, purpose, ...actions] of rules)
        if (needed)
            for (const action of actions)
                if (!all.has(action))
                    all.set(action, { action, part, purpose });
    return [...all.values()].sort((a, b) => (a.action < b.action ? -1 : 1));
}
function machineRules(options, reach) {
    const given = options.security_group_id || options.security_group_ids?.length || options.security_group_filter;
    const group = reach.communicator !== 'none' && !given;
    const key = (0,_opening_key__WEBPACK_IMPORTED_MODULE_0__/* .needsTemporaryKey */ .c)(reach);
    const spot = (0,_spot__WEBPACK_IMPORTED_MODULE_2__/* .isSpot */ .v)(options);
    const session = (0,_session_manager__WEBPACK_IMPORTED_MODULE_1__/* .isThroughSession */ .W)(options);
    const opens = group && !session;
    return {
        read: [
            [key, 'for the temporary key pair', 'ec2:DescribeKeyPairs'],
            [group, 'for the temporary security group', 'ec2:DescribeSecurityGroups'],
            [options.security_group_filter, 'for security_group_filter', 'ec2:DescribeSecurityGroups'],
            [spot, 'for a spot machine', 'ec2:DescribeLaunchTemplates'],
            [session, 'to find sessions again', 'ssm:DescribeSessions'],
        ],
        create: [
            [key, 'for the temporary key pair', 'ec2:ImportKeyPair'],
            [group, 'for the temporary security group', 'ec2:CreateSecurityGroup'],
            [opens, 'for the temporary security group', 'ec2:AuthorizeSecurityGroupIngress'],
            [spot, 'for a spot machine', 'ec2:CreateFleet', 'ec2:CreateLaunchTemplate'],
            [session, 'for ssh_interface', 'ssm:StartSession', 'ssm:ResumeSession', 'ssm:TerminateSession'],
        ],
        change: [
            [group && !spot && !options.skip_create_ami, 'to end without waiting for the machine', 'ec2:ModifyInstanceAttribute'],
        ],
        own: [
            [true, 'to remove the machine', 'ec2:TerminateInstances', 'ec2:DeleteVolume'],
            [(0,_windows_password__WEBPACK_IMPORTED_MODULE_3__/* .asksForPassword */ .pl)(reach), 'for the password of Windows', 'ec2:GetPasswordData'],
            [!options.disable_stop_instance && !spot, 'to stop the machine', 'ec2:StopInstances'],
            [key, 'for the temporary key pair', 'ec2:DeleteKeyPair'],
            [group, 'for the temporary security group', 'ec2:DeleteSecurityGroup'],
            [spot, 'for a spot machine', 'ec2:DeleteLaunchTemplate'],
        ],
    };
}
const copiesAbroad = ({ ami_regions }) => (ami_regions?.length ?? 0) > 0;
function reading(options, force) {
    const subnet = options.subnet_id || options.subnet_filter;
    const zones = options.associate_public_ip_address !== undefined && !subnet;
    const watched = ['ec2:DescribeInstances', 'ec2:DescribeVolumes', 'ec2:GetConsoleOutput'];
    return [
        [true, 'to find the source image', 'ec2:DescribeImages'],
        [true, 'to watch the machine', ...watched],
        [true, 'to compare the quota with the machine', 'servicequotas:GetServiceQuota'],
        [!options.skip_create_ami, 'to watch the image', 'ec2:DescribeSnapshots'],
        [copiesAbroad(options) && !options.skip_region_validation, 'for ami_regions', 'ec2:DescribeRegions'],
        [subnet || zones, 'to choose the subnet', 'ec2:DescribeSubnets'],
        [zones, 'to choose the subnet', 'ec2:DescribeInstanceTypeOfferings'],
        [options.vpc_filter || (options.vpc_id && !subnet), 'to choose the VPC', 'ec2:DescribeVpcs'],
        [force, 'to replace the image of that name', 'ec2:DescribeImageAttribute'],
        [options.fast_launch, 'for fast_launch', 'ec2:DescribeFastLaunchImages', 'ec2:DescribeLaunchTemplates'],
    ];
}
function creating(options, force) {
    const makesProfile = options.temporary_iam_instance_profile_policy_document && !options.iam_instance_profile;
    const disks = [...options.launch_block_device_mappings, ...options.ami_block_device_mappings];
    const encrypts = options.encrypt_boot || disks.some(disk => disk.encrypted || disk.kms_key_id);
    const copies = [options.ami_regions?.length && 'ami_regions', options.encrypt_boot && 'encrypt_boot'].filter(Boolean);
    return [
        [true, 'to launch the machine', 'ec2:RunInstances'],
        [options.fast_launch, 'for fast_launch', 'ec2:CreateLaunchTemplate'],
        [true, 'to tag what is made', 'ec2:CreateTags'],
        [!options.skip_create_ami, 'to make the image', 'ec2:CreateImage'],
        [copies.length > 0 || options.skip_save_build_region, `for ${copies.join(' and ')}`, 'ec2:CopyImage'],
        [force, 'to replace the image of that name', 'ec2:RegisterImage'],
        [makesProfile || options.iam_instance_profile, 'for the instance profile', 'iam:PassRole'],
        [makesProfile, 'for the temporary instance profile', ...iam],
        [encrypts, 'for encrypted disks', ...kms],
    ];
}
const kms = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncrypt*'];
const iam = [
    ...['iam:CreateRole', 'iam:GetRole', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy', 'iam:DeleteRole', 'iam:TagRole'],
    ...['iam:CreateInstanceProfile', 'iam:GetInstanceProfile', 'iam:AddRoleToInstanceProfile', 'iam:TagInstanceProfile'],
    ...['iam:RemoveRoleFromInstanceProfile', 'iam:DeleteInstanceProfile'],
];
const changesNetworking = ({ ena_support, sriov_support }) => ena_support !== undefined || sriov_support === true;
function changing(options) {
    const { ami_users, ami_groups, ami_org_arns, ami_ou_arns, ami_product_codes, imds_support } = options;
    const shared = [ami_users, ami_groups, ami_org_arns, ami_ou_arns, ami_product_codes].some(each => each?.length);
    const { enabled, with_cooldown } = options.deregistration_protection ?? {};
    return [
        [changesNetworking(options), 'for ena_support or sriov_support', 'ec2:ModifyInstanceAttribute'],
        [shared, 'to share the image', 'ec2:ModifyImageAttribute'],
        [imds_support, 'for imds_support', 'ec2:ModifyImageAttribute'],
        [options.snapshot_users?.length || options.snapshot_groups?.length, 'to share the snapshots', 'ec2:ModifySnapshotAttribute'],
        [options.deprecate_at, 'for deprecate_at', 'ec2:EnableImageDeprecation'],
        [options.fast_launch, 'for fast_launch', 'ec2:EnableFastLaunch', 'ec2:DisableFastLaunch', 'ec2:CreateSnapshot'],
        [options.fast_launch, 'for the first fast launch of an account', 'iam:CreateServiceLinkedRole'],
        [enabled || with_cooldown, 'for deregistration_protection', 'ec2:EnableImageDeregistrationProtection'],
    ];
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
// EXTERNAL MODULE: ./build/sources/amazon-ebs/build.js + 9 modules
var build = __webpack_require__(35542);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/fingerprint.js
var amazon_ebs_fingerprint = __webpack_require__(47078);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/platforms/aws/together.js + 1 modules
var together = __webpack_require__(3722);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/fast-launch.js
var fast_launch = __webpack_require__(92440);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/tags.js
var amazon_ebs_tags = __webpack_require__(51897);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/finish.js






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
    await (0,fast_launch/* enableFastLaunch */.Fv)(ec2, id, options, context, base, signal);
    const published = { [amazon_ebs_tags/* stateTag */.aJ]: 'published' };
    const [ofImage, ofSnapshots] = [(0,amazon_ebs_tags/* imageTags */.rK)(options, context, base), (0,amazon_ebs_tags/* snapshotTags */.yi)(options, context, base)];
    if ((0,external_node_util_.isDeepStrictEqual)(ofImage, ofSnapshots))
        return tag(ec2, [id, ...snapshots], { ...ofImage, ...published }, signal);
    await tag(ec2, snapshots, { ...ofSnapshots, ...published }, signal);
    await tag(ec2, [id], { ...ofImage, ...published }, signal);
}
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
    const source = { SourceImageId: staged.ImageId, SourceRegion: ec2.region, Description: staged.Description };
    return { tags, copy: { Name, ...source, ...(await encryptionOf(ec2, staged, signal)) } };
}
async function encryptionOf(ec2, { BlockDeviceMappings = [] }, signal) {
    const SnapshotIds = BlockDeviceMappings.flatMap(({ Ebs }) => (Ebs?.Encrypted && Ebs.SnapshotId ? [Ebs.SnapshotId] : []));
    if (SnapshotIds.length === 0)
        return {};
    const { Snapshots = [] } = await ec2.call('DescribeSnapshots', { SnapshotIds }, signal);
    return { Encrypted: true, KmsKeyId: Snapshots.find(snapshot => snapshot.KmsKeyId)?.KmsKeyId };
}
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
    await (0,access/* holdKeys */.Kq)(options, context);
    const ec2 = await (0,access/* reachCloud */.TD)(options);
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
    const copy = await (0,wait/* untilImageAvailable */.XE)(there, id, { signal, pace: (0,access/* paceOf */.x3)(there, options), onProgress });
    return { there, id, snapshots: (0,resources_image/* snapshotsOf */.XO)(copy), isNamed: free };
}


/***/ }),

/***/ 85207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ problemOf),
/* harmony export */   _: () => (/* binding */ checkRegions)
/* harmony export */ });
/* harmony import */ var _language_did_you_mean__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27455);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3722);




async function checkRegions(ec2, options, context, signal) {
    const wanted = (options.ami_regions ?? []).filter(region => region !== ec2.region);
    if (wanted.length === 0 || options.skip_region_validation)
        return;
    const { Regions } = await (0,_platforms_aws_together__WEBPACK_IMPORTED_MODULE_2__/* .askOnce */ .RV)(ec2, 'DescribeRegions', { AllRegions: true }, signal).catch(error => {
        if (!(0,_platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, 'UnauthorizedOperation'))
            throw error;
        context.say('The regions of ami_regions are not checked: ec2:DescribeRegions is not allowed.');
        return { Regions: undefined };
    });
    if (!Regions?.length)
        return;
    const statuses = new Map(Regions.map(({ RegionName = '', OptInStatus }) => [RegionName, OptInStatus]));
    const problems = [
        ...wanted
            .filter(region => !statuses.has(region))
            .map(region => `AWS knows no region "${region}".${(0,_language_did_you_mean__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(region, statuses.keys())}`),
        ...wanted
            .filter(region => statuses.get(region) === 'not-opted-in')
            .map(region => `The account has not enabled region "${region}": enable it in the console (Account), or leave it out.`),
    ];
    if (problems.length > 0)
        throw problemOf('ami_regions', 'No such region for this account', problems.join(' '), context);
}
const problemOf = (option, summary, detail, context) => new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `The template's ${option} cannot be used`, {
    diagnostics: [{ severity: 'error', summary, detail, subject: context.rangeOf(option) }],
});


/***/ })

};
;