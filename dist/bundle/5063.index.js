"use strict";
exports.id = 5063;
exports.ids = [5063];
exports.modules = {

/***/ 75063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iamPolicy: () => (/* binding */ iamPolicy)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73494);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _sources_amazon_ebs_permissions__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13094);
/* harmony import */ var _template_load_plan__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89418);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77727);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90749);
/* harmony import */ var _template_flags__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8372);







const iamPolicy = (0,_command__WEBPACK_IMPORTED_MODULE_4__/* .verb */ .w3)({
    usage: 'iam-policy [flags] TEMPLATE',
    summary: 'Prints the IAM policy that a template needs on AWS, and no more.',
    flags: {
        ..._template_flags__WEBPACK_IMPORTED_MODULE_6__/* .templateFlags */ .Qs,
        force: (0,_flags__WEBPACK_IMPORTED_MODULE_5__/* .toggle */ .L$)('For builds with -force, which replace images of the same name.'),
        clean: (0,_flags__WEBPACK_IMPORTED_MODULE_5__/* .toggle */ .L$)('With what `ingot clean -older-than` needs besides.'),
    },
    run: async ({ rest, flags }, io) => {
        const loaded = await (0,_template_flags__WEBPACK_IMPORTED_MODULE_6__/* .planFrom */ .MI)(rest, flags, _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, io);
        if (!loaded)
            return 2;
        const { outline } = rest[0] === '-' ? {} : await (0,_template_load_plan__WEBPACK_IMPORTED_MODULE_3__/* .loadPlan */ .Y)({ ...(0,_template_flags__WEBPACK_IMPORTED_MODULE_6__/* .inputFrom */ .Rh)(rest[0], flags, io), plugins: _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, tolerateUnset: true, outlineOnly: true });
        const outside = [...(outline?.dataSources ?? []).map(({ type }) => type), ...loaded.outside.lookedUp];
        const sources = loaded.plan.builds.map(build => build.source).filter(source => source.type === 'amazon-ebs');
        if (sources.length === 0)
            throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', 'The template has no build on AWS', { advice: 'Sources of type amazon-ebs need a policy.' });
        const needed = sources.map(({ options, communicator }) => {
            const value = options.value;
            return (0,_sources_amazon_ebs_permissions__WEBPACK_IMPORTED_MODULE_2__/* .permissions */ .P)(value, communicator, value.force_deregister || flags.force);
        });
        const announces = loaded.plan.builds.some(build => build.publications?.length);
        const more = [...(flags.clean ? [cleaning] : []), ...(announces ? [announcing] : [])];
        io.stdout.write(`${JSON.stringify(policy([...needed, ...more, reading(outside)]), null, 2)}\n`);
        return 0;
    },
});
const announcing = {
    read: ['ssm:GetParameter'],
    create: ['ssm:PutParameter'],
    change: ['ssm:LabelParameterVersion'],
    own: [],
};
const asked = {
    'amazon-ami': 'ec2:DescribeImages',
    'amazon-parameterstore': 'ssm:GetParameter',
    'amazon-secretsmanager': 'secretsmanager:GetSecretValue',
    'aws-secret': 'secretsmanager:GetSecretValue',
    'aws-secret-raw': 'secretsmanager:GetSecretValue',
};
const reading = (types) => ({
    read: types.flatMap(type => asked[type] ?? []),
    create: [],
    change: [],
    own: [],
});
const cleaning = {
    read: [
        ...['ec2:DescribeRegions', 'ec2:DescribeKeyPairs', 'ec2:DescribeSecurityGroups', 'ec2:DescribeLaunchTemplates'],
        ...['ec2:DescribeSnapshots', 'ec2:DescribeImages', 'ec2:DescribeVolumes', 'ec2:DescribeInstances'],
        ...['iam:ListRoles', 'iam:GetRole', 'iam:ListInstanceProfiles', 'iam:GetInstanceProfile'],
    ],
    create: [],
    change: [],
    own: [
        ...['ec2:TerminateInstances', 'ec2:DeleteVolume', 'ec2:DeregisterImage', 'ec2:DeleteSnapshot', 'ec2:DeleteKeyPair'],
        ...['ec2:DeleteSecurityGroup', 'ec2:DeleteLaunchTemplate'],
        ...['iam:DeleteRolePolicy', 'iam:DeleteRole', 'iam:RemoveRoleFromInstanceProfile', 'iam:DeleteInstanceProfile'],
    ],
};
function policy(all) {
    const of = (part) => [...new Set(all.flatMap(each => each[part]))].sort();
    const anywhere = new Set([...of('read'), ...of('create'), ...of('change')]);
    const own = of('own').filter(action => !anywhere.has(action));
    const statement = (Sid, Action, more = {}) => Action.length > 0 ? [{ Sid, Effect: 'Allow', Action, Resource: '*', ...more }] : [];
    return {
        Version: '2012-10-17',
        Statement: [
            ...statement('Read', of('read')),
            ...statement('Create', of('create')),
            ...statement('Change', of('change')),
            ...statement('RemoveWhatIngotMade', own, { Condition: { Null: { 'aws:ResourceTag/ingot:run': 'false' } } }),
        ],
    };
}


/***/ }),

/***/ 8372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ planFrom),
/* harmony export */   PX: () => (/* binding */ pluginFlags),
/* harmony export */   Qs: () => (/* binding */ templateFlags),
/* harmony export */   Rh: () => (/* binding */ inputFrom),
/* harmony export */   VO: () => (/* binding */ onlyTemplate),
/* harmony export */   c2: () => (/* binding */ printFindings),
/* harmony export */   n2: () => (/* binding */ publishFlags),
/* harmony export */   t$: () => (/* binding */ optionalTemplate)
/* harmony export */ });
/* harmony import */ var _engine_redact__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14145);
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74127);
/* harmony import */ var _lib_read_all__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24685);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _template_load_plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89418);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90749);
/* harmony import */ var _print_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73362);







const templateFlags = {
    var: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('NAME=VALUE', 'A value for a variable; may be repeated.'),
    'var-file': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('FILE', 'A file of values (.pkrvars.hcl, .json); may be repeated.'),
    only: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'Only builds whose name matches; globs. May be repeated.', true),
    except: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'No builds or post-processors whose name matches; globs. May be repeated.', true),
    'config-type': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)('The language of a template from standard input, by default json, and of the console without a template, by default both.', ['json', 'hcl2']),
    'use-sequential-evaluation': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: what depends on what decides the order here, with the same values.'),
};
const publishFlags = {
    'ssm-parameter': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)('NAME', 'Put the ID of each published image into this parameter of AWS Systems Manager, in its region; the name may hold ${source.name}.'),
};
const pluginFlags = {
    'ignore-prerelease-plugins': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: everything is built in.'),
};
async function planFrom(rest, flags, plugins, io, more = {}) {
    const input = inputFrom(onlyTemplate(rest), flags, io);
    let given;
    const stdin = () => (given ??= (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(io.stdin));
    return planOf({ ...input, stdin, plugins, ...more }, io);
}
async function planOf(input, io) {
    const loaded = await (0,_template_load_plan__WEBPACK_IMPORTED_MODULE_2__/* .loadPlan */ .Y)(input);
    printFindings(loaded, io);
    const { plan, sensitive, unasked, outside } = loaded;
    if (!plan || (0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .C)(loaded.diagnostics))
        return undefined;
    return { plan, sensitive, unasked, outside, answered: () => planOf({ ...input, askOutside: true }, io) };
}
function inputFrom(path, flags, { environment, stdin }) {
    const { only, except, 'var-file': variableFiles, 'config-type': configType } = flags;
    const variables = flags.var.map(assignment);
    return { path, variables, variableFiles, only, except, configType, environment, stdin: () => (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(stdin) };
}
function printFindings({ diagnostics, sources, sensitive }, io) {
    const redactor = new _engine_redact__WEBPACK_IMPORTED_MODULE_0__/* .Redactor */ .p(sensitive);
    (0,_print_error__WEBPACK_IMPORTED_MODULE_4__/* .printDiagnostics */ .a)(diagnostics, io, { sources, redact: text => redactor.text(text) });
}
function onlyTemplate(rest) {
    const path = optionalTemplate(rest);
    if (path !== undefined)
        return path;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', 'No template was named', { advice: HOW_TO_NAME });
}
function optionalTemplate([path, ...more]) {
    if (more.length === 0)
        return path;
    const named = [path, ...more];
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `One template is read at a time, and ${named.length} were named: ${named.join(', ')}`, {
        advice: HOW_TO_NAME,
    });
}
const HOW_TO_NAME = 'Name one folder with *.pkr.hcl files, or one template file; `.` is this folder, `-` is standard input.';
function assignment(text) {
    const at = text.indexOf('=');
    if (at < 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-var ${text} has no value`, { advice: `Write -var ${text}=VALUE.` });
    return { name: text.slice(0, at), text: text.slice(at + 1) };
}


/***/ }),

/***/ 24685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 46415:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ makeSshKeyPair)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);


const generate = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair);
async function makeSshKeyPair(type, comment, bits) {
    const pair = await makePair(type, bits);
    return { privateKey: pair.pem(comment), publicKey: `${pair.type} ${pair.blob.toString('base64')} ${comment}` };
}
async function makePair(type, bits) {
    if (type === 'ed25519')
        return ed25519Pair((await generate('ed25519')).privateKey);
    if (type === 'rsa')
        return rsaPair((await generate('rsa', { modulusLength: bits ?? 4096 })).privateKey);
    const namedCurve = `P-${bits ?? 521}`;
    return ecdsaPair((await generate('ec', { namedCurve })).privateKey, `nistp${bits ?? 521}`);
}
function ed25519Pair(key) {
    const { d, x } = key.export({ format: 'jwk' });
    const seed = Buffer.from(d ?? '', 'base64url');
    const point = Buffer.from(x ?? '', 'base64url');
    const type = 'ssh-ed25519';
    const blob = Buffer.concat([string(type), string(point)]);
    return { type, blob, pem: comment => opensshPem(blob, [blob, string(Buffer.concat([seed, point])), string(comment)]) };
}
function rsaPair(key) {
    const { n, e } = key.export({ format: 'jwk' });
    const type = 'ssh-rsa';
    const blob = Buffer.concat([string(type), integer(e), integer(n)]);
    return { type, blob, pem: () => key.export({ type: 'pkcs1', format: 'pem' }) };
}
function ecdsaPair(key, curve) {
    const { x, y } = key.export({ format: 'jwk' });
    const type = `ecdsa-sha2-${curve}`;
    const point = Buffer.concat([Buffer.from([4]), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')]);
    const blob = Buffer.concat([string(type), string(curve), string(point)]);
    return { type, blob, pem: () => key.export({ type: 'sec1', format: 'pem' }) };
}
function opensshPem(publicBlob, privateParts) {
    const check = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4);
    const secret = Buffer.concat([check, check, ...privateParts]);
    const padding = Buffer.from(Array.from({ length: -secret.length & 7 }, (_, index) => index + 1));
    const body = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        ...[string('none'), string('none'), string('')],
        Buffer.from([0, 0, 0, 1]),
        ...[string(publicBlob), string(Buffer.concat([secret, padding]))],
    ]);
    const lines = body.toString('base64').match(/.{1,70}/g) ?? [];
    return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}
function string(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
function integer(base64url) {
    const bytes = Buffer.from(base64url ?? '', 'base64url');
    return string((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}


/***/ }),

/***/ 98136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ needsTemporaryKey),
/* harmony export */   u: () => (/* binding */ openingKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_ssh_key__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46415);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_resources_key_pair__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56184);
/* harmony import */ var _windows_password__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20385);





function needsTemporaryKey(given) {
    if (given.ssh_keypair_name)
        return false;
    if (given.communicator !== 'ssh')
        return (0,_windows_password__WEBPACK_IMPORTED_MODULE_4__/* .asksForPassword */ .pl)(given);
    return !given.ssh_private_key_file && !given.ssh_password && !given.ssh_agent_auth;
}
async function openingKey(ec2, context, { purpose, tags, isWindows }) {
    const given = context.communicator;
    if (given.ssh_keypair_name)
        return { name: given.ssh_keypair_name };
    if (!needsTemporaryKey(given))
        return undefined;
    const wished = given.temporary_key_pair_name;
    const name = wished ? (purpose === 'test' ? `${wished}-test` : wished) : `packer_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    return context.step('import key pair', async () => {
        const { publicKey, privateKey } = await (0,_lib_ssh_key__WEBPACK_IMPORTED_MODULE_1__/* .makeSshKeyPair */ .W)(keyType(given, isWindows), name, given.temporary_key_pair_bits || undefined);
        const id = await context.acquire((0,_platforms_aws_resources_key_pair__WEBPACK_IMPORTED_MODULE_3__/* .keyPair */ .Y)(ec2), { name, publicKey, tags });
        return { name, id, privateKey };
    });
}
function keyType({ temporary_key_pair_type: type, communicator }, isWindows) {
    if (type === 'ed25519' || type === 'rsa')
        return type;
    if (!type)
        return isWindows || communicator === 'winrm' ? 'rsa' : 'ed25519';
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `EC2 takes no key pair of type ${type}`, {
        advice: 'Set temporary_key_pair_type to ed25519 or rsa.',
    });
}


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

/***/ 1788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isThroughSession),
/* harmony export */   k: () => (/* binding */ throughSession)
/* harmony export */ });
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72857);
/* harmony import */ var _platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54385);
/* harmony import */ var _platforms_aws_resources_session__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49326);



const PATIENCE_MILLISECONDS = 5 * 60_000;
const isThroughSession = ({ ssh_interface }) => ssh_interface === 'session_manager';
async function throughSession(target, options, context, purpose) {
    const { ssh_port, ssh_timeout, ssh_wait_timeout } = context.communicator;
    return context.step('open session', async (signal) => {
        if (options.pause_before_ssm)
            await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_2__/* .delay */ .cb)(options.pause_before_ssm, signal);
        const id = await context.acquire((0,_platforms_aws_resources_session__WEBPACK_IMPORTED_MODULE_1__/* .session */ .d)(await (0,_platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__/* .accessFrom */ .lp)(options)), {
            target,
            port: ssh_port ?? 22,
            localPort: purpose === 'build' ? options.session_manager_port : undefined,
            reason: `${context.run.id} ${purpose}`,
            patience: ssh_timeout ?? ssh_wait_timeout ?? PATIENCE_MILLISECONDS,
            progress: context.progress,
            warn: context.warn,
        });
        const port = (0,_platforms_aws_resources_session__WEBPACK_IMPORTED_MODULE_1__/* .localPortOf */ ._)(id);
        if (port === undefined)
            throw new Error(`session ${id} ended at once`);
        return { host: '127.0.0.1', port };
    });
}


/***/ })

};
;