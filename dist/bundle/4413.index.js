"use strict";
exports.id = 4413;
exports.ids = [4413];
exports.modules = {

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

/***/ 16876:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ loginIn)
/* harmony export */ });
function loginIn(options) {
    switch (options.communicator) {
        case 'none':
            return {};
        case 'winrm':
            return {
                host: options.winrm_host || undefined,
                port: options.winrm_port ?? (options.winrm_use_ssl ? 5986 : 5985),
                username: options.winrm_username,
                password: options.winrm_password,
                timeout: options.winrm_timeout,
            };
        default:
            return {
                host: options.ssh_host || undefined,
                port: options.ssh_port ?? 22,
                username: options.ssh_username,
                password: options.ssh_password,
                timeout: options.ssh_timeout ?? options.ssh_wait_timeout,
            };
    }
}


/***/ }),

/***/ 98916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ launchSomewhere),
/* harmony export */   p: () => (/* binding */ typesOf)
/* harmony export */ });
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72857);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _platforms_aws_resources_fleet__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63724);
/* harmony import */ var _platforms_aws_resources_instance__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86294);
/* harmony import */ var _launch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98755);
/* harmony import */ var _network__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50936);
/* harmony import */ var _spot__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79320);








const pauses = [15, 45];
const typesOf = (options) => options.spot_instance_types?.length ? options.spot_instance_types : [options.instance_type ?? ''];
async function launchSomewhere(ec2, options, context, order) {
    const attempt = (0,_spot__WEBPACK_IMPORTED_MODULE_6__/* .isSpot */ .v)(options) ? spotAttempt : onDemandAttempt;
    for (let round = 0;; round++) {
        try {
            return await attempt(ec2, options, context, order);
        }
        catch (error) {
            const seconds = mayComeBack(error) ? pauses[round] : undefined;
            if (seconds === undefined)
                throw error;
            context.say(`AWS has no such machine free now; trying again in ${seconds} seconds.`);
            await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_7__/* .delay */ .cb)(ec2.loopback ? 50 : seconds * 1000, context.signal);
        }
    }
}
async function spotAttempt(ec2, options, context, order) {
    const { network } = order.launch;
    const request = (0,_spot__WEBPACK_IMPORTED_MODULE_6__/* .spotRequest */ .W)(options, order, typesOf(options), network.subnetIds);
    return context.acquire((0,_platforms_aws_resources_fleet__WEBPACK_IMPORTED_MODULE_2__/* .fleetInstance */ .m)(ec2), request).catch(error => {
        if (error instanceof _platforms_aws_resources_fleet__WEBPACK_IMPORTED_MODULE_2__/* .NoneToBeHad */ .K)
            for (const attempt of error.attempts)
                context.say(`No spot machine: ${attempt}`);
        throw error;
    });
}
async function onDemandAttempt(ec2, options, context, order) {
    const { network } = order.launch;
    const refusals = [];
    const tryAll = async (subnets) => {
        for (const subnetId of subnets)
            for (const instanceType of typesOf(options)) {
                const launch = (0,_launch__WEBPACK_IMPORTED_MODULE_4__/* .launchRequest */ .X)(options, { ...order.launch, subnetId, instanceType: instanceType });
                try {
                    return await context.acquire((0,_platforms_aws_resources_instance__WEBPACK_IMPORTED_MODULE_3__/* .instance */ .KJ)(ec2), { ...order, launch });
                }
                catch (error) {
                    if (!(0,_platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__/* .isNoCapacity */ .Oh)(error))
                        throw error;
                    context.say(`No ${instanceType} ${subnetId ? `in ${subnetId}` : `where AWS chose in ${ec2.region}`}: ${error.awsCode}`);
                    refusals.push(error);
                }
            }
        return undefined;
    };
    const named = network.subnetIds.length > 0 ? network.subnetIds : [undefined];
    const id = (await tryAll(named)) ?? (await tryAll(await elsewhere(ec2, options, order, context.signal)));
    if (id)
        return id;
    throw refusals.length === 1 ? refusals[0] : noneOf(refusals, ec2.region);
}
async function elsewhere(ec2, options, { launch }, signal) {
    if (launch.network.subnetIds.length > 0 || options.availability_zone)
        return [];
    const subnets = await (0,_network__WEBPACK_IMPORTED_MODULE_5__/* .defaultSubnets */ .s)(ec2, options, launch.network.vpcId, typesOf(options), signal).catch(() => []);
    return subnets.flatMap(subnet => subnet.SubnetId ?? []);
}
class NoneAnywhere extends _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H {
    constructor(refusals, region) {
        super('failed', `No machine is to be had in region ${region}: ${refusals.length} attempts were refused`, {
            advice: 'Name other types in spot_instance_types, another region, or try again later.',
            evidence: refusals.map(({ message }) => message).join('\n'),
        });
        this.refusals = refusals;
    }
}
const noneOf = (refusals, region) => new NoneAnywhere(refusals, region);
function mayComeBack(error) {
    if (error instanceof _platforms_aws_resources_fleet__WEBPACK_IMPORTED_MODULE_2__/* .NoneToBeHad */ .K)
        return error.attempts.some(attempt => /Insufficient|Unfulfillable/.test(attempt));
    const refusals = error instanceof NoneAnywhere ? error.refusals : (0,_platforms_aws_errors__WEBPACK_IMPORTED_MODULE_1__/* .isNoCapacity */ .Oh)(error) ? [error] : [];
    return refusals.some(({ awsCode }) => awsCode.startsWith('Insufficient'));
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

/***/ 28781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ startMachine)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/model/login.js
var login = __webpack_require__(16876);
// EXTERNAL MODULE: ./build/platforms/aws/resources/instance.js + 1 modules
var instance = __webpack_require__(86294);
// EXTERNAL MODULE: ./build/platforms/aws/resources/security-group.js
var security_group = __webpack_require__(63998);
// EXTERNAL MODULE: ./build/platforms/aws/wait.js + 2 modules
var wait = __webpack_require__(83146);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/access.js
var access = __webpack_require__(7314);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/answering.js


const ATTEMPT_MILLISECONDS = 1000;
const PAUSE_MILLISECONDS = 300;
async function untilItAnswers(port, untilRunning, signal) {
    const over = new AbortController();
    const both = AbortSignal.any([signal, over.signal]);
    let tried;
    try {
        return await new Promise((resolve, reject) => {
            const onLook = (machine) => {
                const host = machine.PublicIpAddress;
                if (!host || host === tried)
                    return;
                tried = host;
                untilAnswers(host, port, both).then(() => resolve(machine), () => undefined);
            };
            untilRunning({ signal: both, onLook }).then(resolve, reject);
        });
    }
    finally {
        over.abort();
    }
}
async function untilAnswers(host, port, signal) {
    while (!(await answers(host, port)))
        await (0,abort/* delay */.cb)(PAUSE_MILLISECONDS, signal);
}
function answers(host, port) {
    return new Promise(resolve => {
        const socket = (0,external_node_net_.connect)({ host, port });
        const end = (answered) => {
            socket.destroy();
            resolve(answered);
        };
        socket.setTimeout(ATTEMPT_MILLISECONDS, () => end(false));
        socket.once('connect', () => end(true));
        socket.once('error', () => end(false));
    });
}

// EXTERNAL MODULE: ./build/lib/proxy.js
var lib_proxy = __webpack_require__(15859);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/callers.js



const howToChange = 'temporary_security_group_source_cidrs in the source block changes that';
async function callers(ec2, options, network, context) {
    const named = options.temporary_security_group_source_cidrs;
    if (named?.length)
        return named;
    if (options.temporary_security_group_source_public_ip)
        return [`${await demandAddress(context.signal)}/32`];
    if (ec2.loopback)
        return ['127.0.0.1/32'];
    const everybody = options.ssh_interface === 'ipv6' ? '::/0' : '0.0.0.0/0';
    const obstacle = obstacleToKnowing(ec2, options, network, context);
    const address = obstacle ? undefined : await publicAddress(context.signal);
    if (address) {
        context.say(`The machine's port is open to ${address}/32 only, this machine's address; ${howToChange}.`);
        return [`${address}/32`];
    }
    const why = obstacle ?? "this machine's public address could not be found out";
    context.warn(`The machine's port is open to ${everybody} during the build, because ${why}; ${howToChange}.`);
    return [everybody];
}
function obstacleToKnowing(ec2, options, network, context) {
    const { ssh_bastion_host, ssh_proxy_host } = context.communicator;
    if (ssh_bastion_host || ssh_proxy_host)
        return 'it is reached by way of another host';
    if (options.ssh_interface?.startsWith('private'))
        return 'it is reached by its private address';
    if (options.ssh_interface === 'ipv6')
        return 'it is reached by IPv6';
    if (!(options.associate_public_ip_address ?? network.publicByDefault ?? true))
        return 'it has a private address only';
    if ((0,lib_proxy/* proxyFor */.i)(whoAsks, process.env))
        return 'what this machine asks the Internet goes through a proxy, which has an address of its own';
    return ec2.place.endpoint ? 'the endpoint is not AWS itself' : undefined;
}
async function demandAddress(signal) {
    const address = await publicAddress(signal);
    if (address)
        return address;
    throw new failure/* Failure */.H('failed', "This machine's public address could not be found out", {
        advice: 'checkip.amazonaws.com did not answer: name the address in temporary_security_group_source_cidrs.',
    });
}
const whoAsks = new URL('https://checkip.amazonaws.com');
async function publicAddress(signal) {
    const { Agent, ProxyAgent, request } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    const proxy = (0,lib_proxy/* proxyFor */.i)(whoAsks, process.env);
    const dispatcher = proxy ? new ProxyAgent(proxy) : new Agent();
    try {
        const limited = (0,abort/* within */.ux)(5000, signal);
        const { statusCode, body } = await request(whoAsks, { dispatcher, signal: limited });
        const text = (await body.text()).trim();
        return statusCode === 200 && /^\d{1,3}(\.\d{1,3}){3}$/.test(text) ? text : undefined;
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
    finally {
        await dispatcher.destroy();
    }
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/capacity.js
var capacity = __webpack_require__(98916);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/dead-man.js
function deadMan(options, context, isWindows) {
    const { machineLifetime } = context.run;
    const isSsh = context.communicator.communicator === 'ssh';
    if (!machineLifetime || !isSsh || isWindows || options.shutdown_behavior || options.disable_stop_instance)
        return undefined;
    return { command: timer(Math.ceil(machineLifetime / 1000)) };
}
const timer = (seconds) => `sudo=; [ "$(id -u)" = 0 ] || sudo="sudo -n"; $sudo systemd-run --quiet --unit=ingot-dead-man --on-active=${seconds} systemctl poweroff >/dev/null 2>&1`;

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "./apart/yaml.js"
var yaml_js_ = __webpack_require__(68321);
// EXTERNAL MODULE: ./build/lib/ssh-key.js
var ssh_key = __webpack_require__(46415);
;// CONCATENATED MODULE: ./build/platforms/cloud-init/multipart.js

const isMultipart = (text) => /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart\//i.test(text);
function multipart(document, config) {
    const boundary = newBoundary();
    const text = document.toString('latin1');
    const isPlain = /^[\t\n\x20-\x7e]*$/.test(text) && !/[^\n]{990}/.test(text);
    const encoding = isPlain ? '7bit' : 'base64';
    const content = isPlain ? text : document.toString('base64').replace(/.{76}/g, '$&\n');
    return [
        `Content-Type: multipart/mixed; boundary="${boundary}"`,
        'MIME-Version: 1.0',
        '',
        ...configPart(boundary, config),
        `--${boundary}`,
        'Content-Type: text/plain; charset="utf-8"',
        'MIME-Version: 1.0',
        `Content-Transfer-Encoding: ${encoding}`,
        'Content-Disposition: attachment; filename="user-data"',
        '',
        content,
        `--${boundary}--`,
        '',
    ].join('\n');
}
function asFirstPart(message, config) {
    const head = /^[\s\S]*?\r?\n\r?\n/.exec(message)?.[0] ?? '';
    const [, quoted, bare] = /^content-type:\s*multipart\/[^;\n]+(?:;[^;]*?)*?;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/im.exec(head) ?? [];
    const boundary = quoted ?? bare;
    const at = boundary === undefined ? -1 : `\n${message}`.indexOf(`\n--${boundary}`, head.length - 1);
    if (boundary === undefined || at < 0)
        return undefined;
    const lineEnd = head.endsWith('\r\n') ? '\r\n' : '\n';
    return message.slice(0, at) + configPart(boundary, config).join('\n').replaceAll('\n', lineEnd) + lineEnd + message.slice(at);
}
const configPart = (boundary, config) => [
    `--${boundary}`,
    'Content-Type: text/cloud-config; charset="us-ascii"',
    'MIME-Version: 1.0',
    'Content-Disposition: attachment; filename="host-keys.cfg"',
    '',
    config,
];
const newBoundary = () => `==ingot-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}==`;

;// CONCATENATED MODULE: ./build/platforms/cloud-init/host-keys.js




async function handOverHostKeys(userData, limit) {
    const isPacked = userData?.[0] === 0x1f && userData[1] === 0x8b;
    const plain = isPacked ? unpacked(userData) : userData;
    const without = (obstacle) => ({ userData, hostKeys: [], temporary: false, obstacle });
    if (isPacked && !plain)
        return without('the user data cannot be unpacked');
    const text = plain?.toString('utf8') ?? '';
    if (!isForCloudInit(text))
        return without('the user data is not for cloud-init');
    if (/\bssh_keys\b/.test(text)) {
        const chosen = await chosenKeys(text);
        return chosen.length > 0 ? { userData, hostKeys: chosen, temporary: false } : without('the user data sets ssh_keys itself');
    }
    const keys = await Promise.all([(0,ssh_key/* makeSshKeyPair */.W)('ed25519', 'ingot'), (0,ssh_key/* makeSshKeyPair */.W)('ecdsa', 'ingot', 256)]);
    const merged = merge(text, plain, cloudConfig(keys));
    if (!merged)
        return without('the user data is a MIME message of an unusual form');
    const packed = isPacked || merged.length > limit ? (0,external_node_zlib_.gzipSync)(merged) : merged;
    if (packed.length > limit)
        return without(`the user data leaves no room for it (${limit} bytes)`);
    return { userData: packed, hostKeys: keys.map(key => key.publicKey), temporary: true };
}
const isForCloudInit = (text) => text.trim() === '' ||
    isMultipart(text) ||
    /^(#!|#cloud-config|#include|#cloud-boothook|#part-handler|#upstart-job|## template: *jinja)/.test(text);
function merge(text, plain, config) {
    if (!plain || text.trim() === '')
        return Buffer.from(config);
    if (isMultipart(text)) {
        const first = asFirstPart(plain.toString('latin1'), config);
        return first === undefined ? undefined : Buffer.from(first, 'latin1');
    }
    return Buffer.from(appended(text, config) ?? multipart(plain, config));
}
function appended(text, config) {
    if (!/^#cloud-config\s*\n/.test(text))
        return undefined;
    try {
        const body = config.slice(config.indexOf('\n') + 1);
        const both = `${text.replace(/\n*$/, '\n')}${body}`;
        const [theirs, ours, merged] = [(0,yaml_js_.parse)(text) ?? {}, (0,yaml_js_.parse)(config), (0,yaml_js_.parse)(both)];
        return JSON.stringify(merged) === JSON.stringify({ ...theirs, ...ours }) ? both : undefined;
    }
    catch {
        return undefined;
    }
}
const cloudConfig = (keys) => {
    const names = ['ed25519', 'ecdsa'];
    const entries = keys.map(({ privateKey, publicKey }, index) => {
        const indented = privateKey.trimEnd().replace(/^/gm, '    ');
        return `  ${names[index]}_private: |\n${indented}\n  ${names[index]}_public: ${publicKey}\n`;
    });
    return `#cloud-config\nssh_deletekeys: true\nssh_keys:\n${entries.join('')}`;
};
async function chosenKeys(text) {
    if (!text.startsWith('#cloud-config'))
        return [];
    try {
        const { ssh_keys: keys = {} } = ((0,yaml_js_.parse)(text) ?? {});
        const { utils } = await __webpack_require__.e(/* import() */ 5472).then(__webpack_require__.t.bind(__webpack_require__, 85472, 23));
        return Object.entries(keys).flatMap(([name, pem]) => {
            const parsed = name.endsWith('_private') ? utils.parseKey(pem) : undefined;
            const key = Array.isArray(parsed) ? parsed[0] : parsed;
            return key && !(key instanceof Error) ? `${key.type} ${key.getPublicSSH().toString('base64')}` : [];
        });
    }
    catch {
        return [];
    }
}
function unpacked(bytes) {
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/host-keys.js


const LIMIT = 16_384;
async function withHostKeys(context, { userData, purpose }) {
    const { communicator, trust } = context.communicator;
    const choice = trust?.host_key ?? 'auto';
    if (communicator !== 'ssh' || choice === 'console' || choice === 'trust')
        return { userData, reach: { hostKeys: [] } };
    const given = userData === undefined ? undefined : Buffer.from(userData, 'base64');
    const { obstacle, hostKeys, temporary, ...merged } = await handOverHostKeys(given, LIMIT);
    if (obstacle && choice === 'pin')
        throw new failure/* Failure */.H('failed', `No host key is handed over to the machine: ${obstacle}`, {
            advice: 'Change the user data, or how host keys are known: ssh { host_key = "auto" } in an *.ingot.hcl file, or -host-keys.',
        });
    if (obstacle)
        context.say(`No host key is handed over to the machine: ${obstacle}`);
    const data = obstacle ? userData : merged.userData?.toString('base64');
    return { userData: data, reach: { hostKeys, temporaryHostKeys: temporary && purpose === 'build' } };
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/opening-key.js
var opening_key = __webpack_require__(98136);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/session-manager.js
var session_manager = __webpack_require__(1788);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/windows-password.js
var windows_password = __webpack_require__(20385);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/windows-login.js

const known = new WeakMap();
async function windowsLogin(ec2, id, privateKey, options, context, purpose) {
    if (!(0,windows_password/* asksForPassword */.pl)(context.communicator))
        return {};
    const kept = purpose === 'test' ? known.get(context.communicator) : undefined;
    if (kept !== undefined)
        return { password: kept, otherPassword: signal => (0,windows_password/* passwordNow */.ot)(ec2, id, privateKey, context, signal) };
    const password = await (0,windows_password/* untilPassword */.YO)(ec2, id, privateKey, options, context);
    known.set(context.communicator, password);
    return { password };
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/machine.js















async function startMachine(ec2, options, context, request) {
    const key = await (0,opening_key/* openingKey */.u)(ec2, context, request);
    const groupId = await temporaryGroup(ec2, options, context, request);
    const groupIds = [...request.network.groupIds, ...(groupId ? [groupId] : [])];
    const known = await withHostKeys(context, request);
    const lastResort = deadMan(options, context, request.isWindows);
    const endsItself = lastResort !== undefined;
    const launch = { ...request, groupIds, keyName: key?.name, userData: known.userData, endsItself };
    const id = await context.step('launch', () => (0,capacity/* launchSomewhere */.Z)(ec2, options, context, { ...request, launch }));
    const host = await context.step('wait for the machine', signal => address(ec2, id, options, context, signal, request.purpose));
    const fixed = request.purpose === 'build' ? (0,login/* loginIn */.X)(context.communicator).host : undefined;
    const password = await windowsLogin(ec2, id, key?.privateKey, options, context, request.purpose);
    const place = (0,session_manager/* isThroughSession */.W)(options) ? await (0,session_manager/* throughSession */.k)(id, options, context, request.purpose) : { host: fixed || host };
    return {
        id,
        opening: { keyPairId: key?.id, groupId },
        reach: {
            ...place,
            ...password,
            privateKey: key?.privateKey,
            console: signal => (0,instance/* consoleOf */.Fl)(ec2, id, signal),
            atConnect: lastResort?.command,
            ...known.reach,
        },
    };
}
async function temporaryGroup(ec2, options, context, request) {
    const { network, tags, ports = [] } = request;
    const named = network.groupIds.length > 0;
    const speaks = context.communicator.communicator !== 'none';
    const isShut = (0,session_manager/* isThroughSession */.W)(options);
    const open = new Set([...(named || !speaks || isShut ? [] : [(0,login/* loginIn */.X)(context.communicator).port ?? 22]), ...ports]);
    if (open.size === 0 && (named || !isShut))
        return undefined;
    const name = open.size === 0 ? 'make group' : open.size === 1 ? 'open port' : 'open ports';
    return context.step(name, async (signal) => {
        const cidrs = open.size > 0 ? await callers(ec2, options, network, context) : [];
        const id = await context.acquire((0,security_group/* securityGroup */.k)(ec2), {
            name: `packer_${(0,external_node_crypto_.randomUUID)()}`,
            description: 'Temporary group for Packer',
            vpcId: network.vpcId,
            tags,
        });
        for (const port of open)
            await (0,security_group/* openPort */.i)(ec2, id, port, cidrs, signal);
        return id;
    });
}
async function address(ec2, id, options, context, signal, purpose) {
    const pace = (0,access/* paceOf */.x3)(ec2, options);
    const port = portToTry(ec2, options, context, purpose);
    const needed = context.communicator.communicator !== 'none' && !(0,session_manager/* isThroughSession */.W)(options);
    for (let look = 1;; look++) {
        const machine = await (port && look === 1
            ? untilItAnswers(port, patience => (0,wait/* untilInstance */.IB)(ec2, id, 'running', { ...patience, pace }), signal)
            : (0,wait/* untilInstance */.IB)(ec2, id, 'running', { signal, pace }));
        const found = addressIn(machine, options.ssh_interface);
        if (found || !needed)
            return found ?? '';
        if (look === 3)
            throw new failure/* Failure */.H('failed', `Instance ${id} has no address of kind ${options.ssh_interface || 'public_ip or private_ip'}`, {
                advice: 'Change ssh_interface, associate_public_ip_address or the subnet.',
            });
    }
}
function portToTry(ec2, options, { communicator: how }, purpose) {
    if (ec2.loopback || how.communicator !== 'ssh' || how.ssh_bastion_host || how.ssh_proxy_host)
        return undefined;
    if (how.ssh_host && purpose === 'build')
        return undefined;
    return ['', 'public_ip'].includes(options.ssh_interface ?? '') ? (how.ssh_port ?? 22) : undefined;
}
function addressIn(machine, wished) {
    switch (wished) {
        case 'public_ip':
            return machine.PublicIpAddress;
        case 'private_ip':
            return machine.PrivateIpAddress;
        case 'public_dns':
            return machine.PublicDnsName || undefined;
        case 'private_dns':
            return machine.PrivateDnsName || undefined;
        case 'ipv6':
            return machine.Ipv6Address ?? machine.NetworkInterfaces?.[0]?.Ipv6Addresses?.[0]?.Ipv6Address;
        default:
            return machine.PublicIpAddress ?? machine.PrivateIpAddress;
    }
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