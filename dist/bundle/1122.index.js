"use strict";
exports.id = 1122;
exports.ids = [1122];
exports.modules = {

/***/ 21122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./node_modules/node-ssh/lib/esm/index.mjs + 2 modules
var esm = __webpack_require__(19487);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/file-error.js
var file_error = __webpack_require__(15546);
;// CONCATENATED MODULE: ./build/communicators/ssh/certificate.js





const KEY_FIELDS = {
    'ssh-ed25519-cert-v01@openssh.com': 1,
    'ssh-rsa-cert-v01@openssh.com': 2,
    'ecdsa-sha2-nistp256-cert-v01@openssh.com': 2,
    'ecdsa-sha2-nistp384-cert-v01@openssh.com': 2,
    'ecdsa-sha2-nistp521-cert-v01@openssh.com': 2,
};
const USER = 1;
async function readCertificate(path, option, key) {
    const file = path.startsWith('~/') ? (0,external_node_path_.join)((0,external_node_os_.homedir)(), path.slice(2)) : path;
    const invalid = (why, advice) => new failure/* Failure */.H('invalid', `${option} (${file}): ${why}`, { advice });
    const text = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
        throw invalid((0,file_error/* fileErrorReason */.H)(error));
    });
    const blob = Buffer.from(text.trim().split(/\s+/)[1] ?? '', 'base64');
    const certificate = parsed(blob);
    if (!certificate)
        throw invalid('this is not an OpenSSH certificate', 'Name the file that ends in -cert.pub.');
    if (certificate.kind !== USER)
        throw invalid('this is a certificate of a host; one of a user is needed');
    if (!certificate.publicKey.equals(key.getPublicSSH()))
        throw invalid('it belongs to another key than ssh_private_key_file');
    const now = BigInt(Math.floor(Date.now() / 1000));
    const day = (seconds) => new Date(Number(seconds) * 1000).toISOString();
    if (now >= certificate.before)
        throw invalid(`the certificate "${certificate.id}" has expired: ${day(certificate.before)}`);
    if (now < certificate.after)
        throw invalid(`the certificate "${certificate.id}" is not valid before ${day(certificate.after)}`);
    return { blob, id: certificate.id, principals: certificate.principals };
}
function parsed(blob) {
    try {
        const fields = new Fields(blob);
        const type = fields.string().toString();
        const count = KEY_FIELDS[type];
        if (count === undefined)
            return undefined;
        fields.string();
        const start = fields.at;
        for (let field = 0; field < count; field++)
            fields.string();
        const name = Buffer.from(type.replace('-cert-v01@openssh.com', ''));
        const publicKey = Buffer.concat([uint32(name.length), name, blob.subarray(start, fields.at)]);
        fields.skip(8);
        const kind = fields.uint32();
        const id = fields.string().toString();
        const names = new Fields(fields.string());
        const principals = [];
        while (!names.isAtEnd)
            principals.push(names.string().toString());
        return { publicKey, kind, id, principals, after: fields.uint64(), before: fields.uint64() };
    }
    catch {
        return undefined;
    }
}
class Fields {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
    }
    get isAtEnd() {
        return this.at >= this.bytes.length;
    }
    string() {
        const length = this.uint32();
        if (this.at + length > this.bytes.length)
            throw new RangeError('too short');
        return this.bytes.subarray(this.at, this.skip(length));
    }
    uint32() {
        return this.bytes.readUInt32BE(this.skip(4) - 4);
    }
    uint64() {
        return this.bytes.readBigUInt64BE(this.skip(8) - 8);
    }
    skip(count) {
        this.at += count;
        return this.at;
    }
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/communicators/ssh/console-keys.js
const KEYS = /-----BEGIN SSH HOST KEY KEYS-----(.*?)-----END SSH HOST KEY KEYS-----/gs;
const FINGERPRINTS = /-----BEGIN SSH HOST KEY FINGERPRINTS-----(.*?)-----END SSH HOST KEY FINGERPRINTS-----/gs;
function keysOnConsole(text) {
    const keys = lastBlock(text, KEYS).flatMap(line => /\b(?:ssh|ecdsa)-[\w-]+ (AAAA[\w+/]+=*)/.exec(line)?.[1] ?? []);
    if (keys.length > 0)
        return keys;
    return lastBlock(text, FINGERPRINTS).flatMap(line => /\bSHA256:[\w+/]{43}/.exec(line)?.[0] ?? []);
}
const lastBlock = (text, block) => [...text.matchAll(block)].at(-1)?.[1]?.split(/\r?\n/) ?? [];

;// CONCATENATED MODULE: ./build/communicators/ssh/host-keys.js



const CONSOLE = { milliseconds: 30_000, pause: 2000 };
class MachineKeys {
    #trust;
    #pinned;
    #accepted;
    constructor(trust) {
        this.#trust = trust;
        this.#pinned = trust.pinned.flatMap(line => keyIn(line) ?? []);
    }
    get preferred() {
        const known = this.#accepted ? [this.#accepted] : this.#pinned;
        return known.flatMap(key => algorithmsOf(keyType(Buffer.from(key, 'base64'))));
    }
    isAccepted(key) {
        return this.#accepted === key.toString('base64');
    }
    async refuse(key) {
        const text = key.toString('base64');
        const refusal = this.#accepted ? this.#changed(text) : await this.#first(key, text);
        if (!refusal)
            this.#accepted = text;
        return refusal;
    }
    #changed(text) {
        return this.#accepted === text ? undefined : unexpected(text, [this.#accepted]);
    }
    async #first(key, text) {
        const { choice, say, console } = this.#trust;
        if (this.#pinned.includes(text))
            return undefined;
        if (this.#pinned.length > 0 && (choice === 'pin' || !console))
            return unexpected(text, this.#pinned, NOT_TAKEN_OVER);
        if (choice === 'pin')
            return { sentence: 'no host key could be handed over to it', advice: OTHERS, final: true };
        if (choice !== 'trust' && console) {
            const shown = await this.#onConsole();
            if (shown.some(each => each === text || each === fingerprint(key))) {
                say(`Host key ${keyType(key)} ${fingerprint(key)} is the one on the machine's console`);
                return undefined;
            }
            if (shown.length > 0)
                return unexpected(text, shown);
            if (this.#pinned.length > 0)
                return unexpected(text, this.#pinned, NOT_TAKEN_OVER);
        }
        if (choice === 'console')
            return { sentence: 'its console does not show its host keys yet', advice: OTHERS, final: !console };
        say(`Host key ${keyType(key)} ${fingerprint(key)} is trusted on first use: nobody told us which one to expect`);
        return undefined;
    }
    async #onConsole() {
        const { console, signal, patience = CONSOLE } = this.#trust;
        const end = Date.now() + patience.milliseconds;
        for (;;) {
            const keys = keysOnConsole((await console?.(signal).catch(() => undefined)) ?? '');
            if (keys.length > 0 || signal.aborted || Date.now() >= end)
                return keys;
            await (0,abort/* delay */.cb)(patience.pause, signal).catch(() => undefined);
        }
    }
}
const OTHERS = 'Other ways to know it: ssh { host_key = "auto" } in an *.ingot.hcl file, or -host-keys.';
const NOT_TAKEN_OVER = 'Somebody sits in between, or the image has no cloud-init that would take over the host key it was given: then set ' +
    'ssh { host_key = "console" } or "trust" in an *.ingot.hcl file, or -host-keys.';
function unexpected(shown, expected, advice) {
    const names = expected.map(key => (key.startsWith('SHA256:') ? key : fingerprint(Buffer.from(key, 'base64'))));
    const sentence = `it shows host key ${fingerprint(Buffer.from(shown, 'base64'))}, not ${names.join(' or ')}`;
    return { sentence, advice, final: true };
}
const keyIn = (line) => line.trim().split(/\s+/)[1];
const fingerprint = (key) => `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
const keyType = (key) => key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1');
const algorithmsOf = (type) => type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] : type === '' ? [] : [type];

// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
;// CONCATENATED MODULE: ./build/communicators/ssh/private-key.js







async function readPrivateKeyFile(path, option) {
    const expanded = path === '~' || path.startsWith('~/') ? (0,external_node_path_.join)((0,external_node_os_.homedir)(), path.slice(1)) : path;
    const text = await (0,promises_.readFile)(expanded, 'utf8').catch((error) => {
        throw new failure/* Failure */.H('invalid', `${option}: cannot read ${expanded}: ${(0,file_error/* fileErrorReason */.H)(error)}`);
    });
    return parsePrivateKey(text, `${option} (${expanded})`);
}
function parsePrivateKey(text, origin) {
    const encrypted = () => new failure/* Failure */.H('invalid', `${origin}: the private key is encrypted with a passphrase`, {
        advice: 'Load it into an agent and set ssh_agent_auth = true, or store it without a passphrase: ssh-keygen -p -N "" -f FILE',
    });
    if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text))
        throw encrypted();
    const parsed = lib.utils.parseKey(/BEGIN PRIVATE KEY/.test(text) ? fromPkcs8(text, origin) : text);
    const key = Array.isArray(parsed) ? parsed[0] : parsed;
    if (key instanceof Error) {
        if (/encrypted/i.test(key.message))
            throw encrypted();
        throw unreadable(origin);
    }
    if (!key?.isPrivateKey()) {
        throw new failure/* Failure */.H('invalid', `${origin}: this is a public key; the private one is needed`);
    }
    return key;
}
const unreadable = (origin) => new failure/* Failure */.H('invalid', `${origin}: this is not a private key that SSH knows`, {
    advice: 'OpenSSH keys and PEM files of RSA, ECDSA and Ed25519 keys are understood.',
});
function fromPkcs8(pem, origin) {
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch {
        throw unreadable(origin);
    }
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return key.export({ type: 'pkcs1', format: 'pem' });
        case 'ec':
            return key.export({ type: 'sec1', format: 'pem' });
        case 'ed25519':
            return opensshEd25519(key);
        default:
            throw unreadable(origin);
    }
}
function opensshEd25519(key) {
    const { d, x } = key.export({ format: 'jwk' });
    const secret = Buffer.from(d, 'base64url');
    const open = Buffer.from(x, 'base64url');
    const check = (0,external_node_crypto_.randomBytes)(4);
    const fields = [check, check, string('ssh-ed25519'), string(open), string(Buffer.concat([secret, open])), string('')];
    const bare = Buffer.concat(fields);
    const padding = Buffer.from(Array.from({ length: (8 - (bare.length % 8)) % 8 }, (_, index) => index + 1));
    const whole = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        string('none'),
        string('none'),
        string(''),
        Buffer.from([0, 0, 0, 1]),
        string(Buffer.concat([string('ssh-ed25519'), string(open)])),
        string(Buffer.concat([bare, padding])),
    ]);
    const lines = whole.toString('base64').replace(/.{70}/g, '$&\n');
    return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`;
}
function string(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/login.js




async function loginOf(reach, options) {
    const username = reach.username ?? options.ssh_username;
    if (!username) {
        throw new failure/* Failure */.H('invalid', 'ssh_username is not set: nobody knows as whom to log in', {
            advice: 'Set ssh_username in the source block.',
        });
    }
    return {
        username,
        agent: options.ssh_agent_auth ? agentSocket('ssh_agent_auth') : undefined,
        ...(await certifiedBy(await keyOf(reach, options), options.ssh_certificate_file, 'ssh_certificate_file')),
        password: options.ssh_password ?? reach.password,
    };
}
async function bastionLogin(options) {
    if (!options.ssh_bastion_host)
        return undefined;
    if (!options.ssh_bastion_username) {
        throw new failure/* Failure */.H('invalid', 'ssh_bastion_host is set, but ssh_bastion_username is not');
    }
    const [file, option] = options.ssh_bastion_private_key_file
        ? [options.ssh_bastion_private_key_file, 'ssh_bastion_private_key_file']
        : [options.ssh_private_key_file, 'ssh_private_key_file'];
    return {
        username: options.ssh_bastion_username,
        agent: options.ssh_bastion_agent_auth ? agentSocket('ssh_bastion_agent_auth') : undefined,
        ...(await certifiedBy(file ? await readPrivateKeyFile(file, option) : undefined, options.ssh_bastion_certificate_file, 'ssh_bastion_certificate_file')),
        password: options.ssh_bastion_password,
    };
}
async function keyOf(reach, options) {
    if (options.ssh_private_key_file)
        return readPrivateKeyFile(options.ssh_private_key_file, 'ssh_private_key_file');
    return reach.privateKey ? parsePrivateKey(reach.privateKey, 'the temporary key') : undefined;
}
async function certifiedBy(key, file, option) {
    if (!file)
        return { key };
    if (!key)
        throw new failure/* Failure */.H('invalid', `${option} is set, but the private key that it certifies is not`);
    return { key, certificate: await readCertificate(file, option, key) };
}
function agentSocket(option) {
    const socket = process.env.SSH_AUTH_SOCK;
    if (socket)
        return socket;
    throw new failure/* Failure */.H('invalid', `${option} is set, but SSH_AUTH_SOCK is not: there is no agent to ask`, {
        advice: 'Start one (eval "$(ssh-agent)"; ssh-add KEY), or name the key by ssh_private_key_file.',
    });
}
function authentication(login, tried, forms = {}) {
    const { username, agent, key, certificate, password } = login;
    const methods = [
        agent !== undefined && { type: 'agent', username, agent, name: 'the keys of the agent' },
        forms.certified && { type: 'publickey', username, key: forms.certified, name: `certificate "${certificate?.id}"` },
        key && { type: 'publickey', username, key, name: `key ${fingerprint(key.getPublicSSH())}` },
        key &&
            forms.bySha512 &&
            { type: 'publickey', username, key: forms.bySha512, name: `key ${fingerprint(key.getPublicSSH())}` },
        password !== undefined && { type: 'password', username, password, name: 'a password' },
        password !== undefined && { type: 'keyboard-interactive', username, prompt: answer(password), name: 'a password' },
    ].filter(method => method !== false && method !== undefined);
    const queue = [...(methods.length > 0 ? methods : [{ type: 'none', username, name: 'nothing' }])];
    return (left, _partial, next) => {
        if (left)
            tried.accepted = left;
        const index = queue.findIndex(method => !left || left.includes(method.type));
        if (index < 0)
            return next(false);
        const [method] = queue.splice(index, 1);
        const { name, ...rest } = method;
        if (!tried.methods.includes(name))
            tried.methods.push(name);
        next(rest);
    };
}
const answer = (password) => (_name, _text, _language, prompts, finish) => finish(prompts.map(() => password));

;// CONCATENATED MODULE: ./build/communicators/ssh/obstacle.js
class Obstacle extends Error {
    constructor(kind, message, advice, final = false) {
        super(message);
        this.kind = kind;
        this.advice = advice;
        this.final = final;
    }
}
const FIREWALL = 'Check the address, the security group or firewall, and that the machine boots far enough to start its SSH server.';
function obstacleOf(error, tried, hostKey) {
    if (error instanceof Obstacle)
        return error;
    if (hostKey)
        return hostKeyObstacle(hostKey);
    switch (error.code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return new Obstacle('unknown host', 'the name of the host is not known', 'Check ssh_host and the name server.');
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'EADDRNOTAVAIL':
            return new Obstacle('no route', 'there is no route to it', 'Is the address a private one? Choose another ssh_interface, or go through a bastion.');
        case 'ECONNREFUSED':
            return new Obstacle('refused', 'the connection is refused: nothing listens on the port', 'Does the image start an SSH server on this port? See ssh_port.');
        case 'ETIMEDOUT':
            return new Obstacle('timed out', 'nothing answers', FIREWALL);
        case 'ECONNRESET':
        case 'EPIPE':
            return new Obstacle('closed', 'the connection is closed before SSH is ready', FIREWALL);
    }
    return protocolObstacle(error, tried);
}
const PLAIN_KEYS = 'Host keys of the kinds ed25519, ecdsa and rsa are understood, certificates of hosts are not: see HostKeyAlgorithms in its sshd_config.';
function protocolObstacle(error, tried) {
    const { message, level } = error;
    if (level === 'client-authentication' || /authentication methods failed|too many authentication/i.test(message)) {
        return authenticationObstacle(tried ?? { methods: [] });
    }
    if (level === 'agent') {
        return new Obstacle('authentication', `the SSH agent cannot be asked: ${message}`, 'Is the process behind SSH_AUTH_SOCK alive?', true);
    }
    if (/no matching|unsupported algorithm/i.test(message)) {
        const what = message.replace(/^Handshake failed: /, '');
        const advice = /host key/i.test(what) ? PLAIN_KEYS : 'See ssh_ciphers and ssh_key_exchange_algorithms.';
        return new Obstacle('algorithms', `both sides have no algorithm in common: ${what}`, advice, true);
    }
    if (/Invalid identification|Protocol version|greeting/i.test(message)) {
        return new Obstacle('not ssh', 'what answers on the port is not an SSH server', 'See ssh_host and ssh_port.');
    }
    if (level === 'client-timeout' || /timed? ?out/i.test(message)) {
        return new Obstacle('timed out', 'the connection stands, but the SSH server does not go on with it', FIREWALL);
    }
    return new Obstacle('closed', `the connection is closed before SSH is ready (${message})`, FIREWALL);
}
const SOMEBODY = 'Somebody sits in between, or the address belongs to another machine now, or the machine made itself new host keys.';
const hostKeyObstacle = ({ sentence, advice = SOMEBODY, final }) => final
    ? new Obstacle('host key', `it is not the machine that was expected: ${sentence}. Nothing was told to it`, advice, true)
    : new Obstacle('host key', sentence, advice);
function authenticationObstacle({ methods, accepted }) {
    const offered = methods.join(', then ') || 'nothing';
    const takes = accepted && accepted.length > 0 ? ` (the server takes: ${accepted.join(', ')})` : '';
    const advice = methods.some(method => method.startsWith('key') || method.startsWith('certificate'))
        ? 'Wrong user or wrong key: see ssh_username (admin, ubuntu, ec2-user …, by image) and what the image does with its first public key.'
        : 'See ssh_username, ssh_password and ssh_private_key_file.';
    return new Obstacle('authentication', `it does not let us in with ${offered}${takes}`, advice);
}

// EXTERNAL MODULE: ./node_modules/ssh2/lib/protocol/utils.js
var utils = __webpack_require__(42184);
;// CONCATENATED MODULE: ./build/communicators/ssh/shown-key.js


const REQUEST = 50;
function certified(plain, certificate) {
    const type = `${plain.type}-cert-v01@openssh.com`;
    const key = Object.create(plain, { type: { value: type }, getPublicSSH: { value: () => certificate.blob } });
    const signature = plain.type === 'ssh-rsa' ? SHA512 : plain.type;
    return { key, plain, kind: `${signature}-cert-v01@openssh.com`, signature };
}
const bySha512 = (plain) => ({
    key: Object.create(plain),
    plain,
    kind: SHA512,
    signature: SHA512,
});
const SHA512 = 'rsa-sha2-512';
function present(client, shown) {
    const protocol = client._protocol;
    if (!protocol)
        return;
    const original = protocol.authPK.bind(protocol);
    protocol.authPK = (username, used, algorithm, sign) => {
        const form = shown.find(({ key }) => key === used);
        if (!form)
            return original(username, used, algorithm, sign);
        if (!sign)
            return original(username, used, form.kind);
        const request = requestFor(username, form.kind, used.getPublicSSH());
        const hash = form.signature === SHA512 ? 'sha512' : undefined;
        const signature = form.plain.sign(Buffer.concat([shown_key_string(protocol._kex.sessionID), request]), hash);
        if (signature instanceof Error)
            throw signature;
        const wrapped = shown_key_string(Buffer.concat([shown_key_string(form.signature), shown_key_string(asSshHasIt(signature, form.plain.type))]));
        send(protocol, Buffer.concat([request, wrapped]));
    };
}
const requestFor = (username, kind, blob) => Buffer.concat([
    Buffer.from([REQUEST]),
    ...[shown_key_string(username), shown_key_string('ssh-connection'), shown_key_string('publickey')],
    Buffer.from([1]),
    ...[shown_key_string(kind), shown_key_string(blob)],
]);
function send(protocol, payload) {
    const { write } = protocol._packetRW;
    const packet = write.alloc(payload.length);
    packet.set(payload, write.allocStart);
    protocol._authsQueue.push('publickey');
    (0,utils.sendPacket)(protocol, write.finalize(packet));
}
function asSshHasIt(signature, type) {
    if (!type.startsWith('ecdsa'))
        return signature;
    const start = signature[1] & 0x80 ? 2 + (signature[1] & 0x7f) : 2;
    const first = signature.subarray(start + 2, start + 2 + signature[start + 1]);
    const second = signature.subarray(start + 2 + first.length + 2);
    return Buffer.concat([shown_key_string(first), shown_key_string(second)]);
}
function shown_key_string(value) {
    const bytes = Buffer.from(value);
    return Buffer.concat([uint32(bytes.length), bytes]);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/attempt.js




const HANDSHAKE_MILLISECONDS = 60_000;
const UNANSWERED = 24;
function attempt(socket, settings) {
    const tried = { methods: [] };
    let refusal;
    const { key, certificate } = settings.login;
    const shown = {
        certified: key && certificate && certified(key, certificate),
        bySha512: key?.type === 'ssh-rsa' ? bySha512(key) : undefined,
    };
    const ssh = new esm/* NodeSSH */.H();
    const connecting = ssh.connect({
        sock: socket,
        username: settings.login.username,
        authHandler: authentication(settings.login, tried, { certified: shown.certified?.key, bySha512: shown.bySha512?.key }),
        algorithms: algorithms(settings),
        readyTimeout: HANDSHAKE_MILLISECONDS,
        keepaliveInterval: settings.keepAlive,
        keepaliveCountMax: UNANSWERED,
        hostVerifier: (key, verify) => {
            if (settings.hostKeys.isAccepted(key))
                return true;
            settings.hostKeys.refuse(key).then(found => {
                refusal = found;
                verify(found === undefined);
            }, () => verify(false));
            return undefined;
        },
    });
    const client = ssh.connection;
    if (client)
        present(client, Object.values(shown).filter(form => form !== undefined));
    const answered = new Promise(resolve => socket.once('data', () => resolve()));
    client?.on('error', () => undefined);
    const failed = (error) => {
        socket.destroy();
        return obstacleOf(error, tried, refusal);
    };
    const ready = connecting.then(() => client, (error) => Promise.reject(failed(error)));
    ready.catch(() => undefined);
    return { answered, ready, abandon: () => socket.destroy() };
}
function algorithms({ ciphers, keyExchanges, hostKeys }) {
    return {
        compress: ['none'],
        ...(ciphers && { cipher: ciphers }),
        ...(keyExchanges && { kex: keyExchanges }),
        ...(hostKeys.preferred.length > 0 && { serverHostKey: preferring(hostKeys.preferred) }),
    };
}
const preferring = (types) => [...new Set([...types, ...HOST_KEY_TYPES])].filter(type => HOST_KEY_TYPES.includes(type));
const HOST_KEY_TYPES = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
    'ssh-rsa',
];

// EXTERNAL MODULE: ./build/model/communicator.js
var communicator = __webpack_require__(32226);
;// CONCATENATED MODULE: ./build/communicators/ssh/sftp-session.js
class SftpSession {
    #pending = new Set();
    #over;
    constructor(raw) {
        this.raw = raw;
        raw.on('error', (error) => {
            this.#end(error);
            raw.end();
        });
        raw.once('close', () => this.#end(new Error('the machine ended the SFTP session')));
    }
    call(request) {
        return new Promise((resolve, reject) => {
            if (this.#over)
                return reject(this.#over);
            this.#pending.add(reject);
            request((error, result) => {
                this.#pending.delete(reject);
                if (error)
                    reject(error);
                else
                    resolve(result);
            });
        });
    }
    end() {
        this.raw.end();
    }
    abandon(error) {
        this.#end(error);
    }
    #end(error) {
        this.#over ??= error;
        for (const reject of this.#pending)
            reject(error);
        this.#pending.clear();
    }
}

;// CONCATENATED MODULE: ./build/communicators/ssh/link.js




class NoSftp extends Error {
}
class NotStarted extends communicator/* ConnectionLost */.p {
}
const SLOT_TRIES = 12;
class Link {
    #client;
    #lost;
    #sftp;
    #transfers = 0;
    #open = 0;
    #limit = Number.POSITIVE_INFINITY;
    #waiting = [];
    #asked = new Set();
    #accepts = new Map();
    constructor(client, another) {
        this.another = another;
        this.#client = client;
        client.on('error', error => {
            this.#lost ??= error;
        });
        const closed = () => {
            this.#lost ??= new Error('the far side closed the connection');
            for (const wake of this.#waiting.splice(0))
                wake();
        };
        client.on('end', closed).on('close', closed);
        client.on('close', () => setImmediate(() => this.#giveUp()));
    }
    get lost() {
        return this.#lost !== undefined;
    }
    get narrow() {
        return this.#limit <= 1;
    }
    loss() {
        return new communicator/* ConnectionLost */.p(`the SSH connection is lost: ${this.#lost?.message ?? 'no answer'}`);
    }
    async settled() {
        for (let turn = 0; turn < 3 && !this.lost; turn++)
            await (0,abort/* delay */.cb)(turn * 10);
    }
    async exec(command, pty, atOnce = false) {
        const terminal = pty ? { term: 'xterm', rows: 40, cols: 80, modes: { ECHO: 0 } } : undefined;
        const channel = await this.#slot(() => this.#answer((resolve, reject) => {
            this.#client.exec(command, { ...(terminal && { pty: terminal }) }, (error, opened) => {
                if (error)
                    return reject(pty ? withoutTerminal(error) : error);
                noteExit(opened);
                resolve(opened);
            });
        }), atOnce);
        channel.once('close', () => this.#closed());
        return channel;
    }
    forward(host, port) {
        return this.#answer((resolve, reject) => {
            this.#client.forwardOut('127.0.0.1', 0, host, port, (error, channel) => (error ? reject(error) : resolve(channel)));
        });
    }
    listen(bind, port, accept) {
        if (this.#accepts.size === 0) {
            this.#client.on('tcp connection', ({ destPort }, take, reject) => {
                const handle = this.#accepts.get(destPort);
                if (handle)
                    handle(take());
                else
                    reject();
            });
        }
        this.#accepts.set(port, accept);
        return this.#answer((resolve, reject) => this.#client.forwardIn(bind, port, error => (error ? reject(error) : resolve())));
    }
    async withSftp(work) {
        this.#transfers++;
        try {
            return await work(await this.#session());
        }
        catch (error) {
            await this.settled();
            throw this.lost ? this.loss() : error;
        }
        finally {
            this.#transfers--;
            if (this.#limit <= 1)
                await this.#endSftp();
        }
    }
    end() {
        this.#client.end();
    }
    destroy() {
        this.#client.destroy();
    }
    #session() {
        if (this.#sftp)
            return this.#sftp;
        const session = this.#openSftp(() => {
            if (this.#sftp === session)
                this.#sftp = undefined;
        });
        this.#sftp = session;
        return session;
    }
    async #openSftp(over) {
        const open = () => this.#answer((resolve, reject) => this.#client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
        try {
            const raw = await this.#slot(open);
            const session = new SftpSession(raw);
            const lost = () => session.abandon(this.loss());
            if (this.lost)
                lost();
            this.#asked.add(lost);
            raw.once('close', () => {
                this.#asked.delete(lost);
                over();
                this.#closed();
            });
            return session;
        }
        catch (error) {
            over();
            if (error instanceof failure/* Failure */.H)
                throw error;
            throw this.lost ? this.loss() : new NoSftp(error.message);
        }
    }
    async #endSftp() {
        if (this.#transfers > 0 || !this.#sftp)
            return;
        const session = this.#sftp;
        this.#sftp = undefined;
        await session.then(opened => opened.end(), () => undefined);
    }
    #answer(ask) {
        let lost;
        return new Promise((resolve, reject) => {
            lost = () => reject(this.loss());
            this.#asked.add(lost);
            ask(resolve, reject);
        }).finally(() => lost && this.#asked.delete(lost));
    }
    #giveUp() {
        for (const lost of this.#asked)
            lost();
        this.#asked.clear();
    }
    async #slot(request, atOnce = false) {
        for (let tries = 0;; tries++) {
            if (this.lost)
                throw this.#notStarted();
            if (atOnce && this.#open >= this.#limit)
                throw new Error('the server allows no more channels');
            while (this.#open >= this.#limit && !this.lost)
                await this.#room();
            this.#open++;
            try {
                return await request();
            }
            catch (error) {
                this.#open--;
                await this.settled();
                if (this.lost)
                    throw wasAsked(error) ? this.loss() : this.#notStarted();
                if (!isFull(error))
                    throw error;
                if (tries >= SLOT_TRIES)
                    throw this.#open === 0 ? noSessions(error) : error;
                this.#limit = Math.max(this.#open, 1);
                if (this.#open === 0)
                    await (0,abort/* delay */.cb)(20 * 2 ** Math.min(tries, 5));
            }
        }
    }
    #notStarted() {
        return new NotStarted(this.loss().message);
    }
    async #room() {
        const freed = new Promise(resolve => this.#waiting.push(resolve));
        await this.#endSftp();
        await freed;
    }
    #closed() {
        this.#open--;
        this.#waiting.shift()?.();
    }
}
const withoutTerminal = (error) => error.message.includes('pseudo-terminal')
    ? new failure/* Failure */.H('failed', 'the machine gives out no terminals (PermitTTY no, or restricted keys), and ssh_pty asks for one', {
        advice: 'Set ssh_pty = false.',
    })
    : error;
const isFull = (error) => error instanceof Error && 'reason' in error && error.reason !== '';
const noSessions = (error) => new failure/* Failure */.H('failed', 'the machine lets us in, but opens no session, not even a single one', {
    advice: 'See MaxSessions in its sshd_config, and restrictions of the key (permitopen, restrict) in authorized_keys.',
    cause: error,
});
const wasAsked = (error) => error instanceof Error && error.message === 'Unable to exec';
const exits = new WeakMap();
function noteExit(channel) {
    channel.once('exit', (status, name) => {
        exits.set(channel, { status: status ?? undefined, ...(name && { signal: name }) });
    });
}
const exitNotedOn = (channel) => exits.get(channel);

;// CONCATENATED MODULE: ./build/communicators/ssh/bastion.js



function throughBastion({ dial }, settings, name, host, port) {
    let link;
    const reach = async (signal) => {
        const standing = await link?.catch(() => undefined);
        if (standing && !standing.lost)
            return standing;
        link = dial(signal).then(async (socket) => new Link(await attempt(socket, settings).ready));
        return link.catch((error) => {
            const { message, advice, final } = obstacleOf(error);
            throw new Obstacle('detour', `the bastion host ${name} is not reached: ${message}`, advice, final);
        });
    };
    return {
        dial: async (signal) => {
            const bastion = await reach(signal);
            return bastion.forward(host, port).catch((error) => {
                throw forwardObstacle(error, name);
            });
        },
        close: () => link?.then(standing => standing.end()).catch(() => undefined),
    };
}
function forwardObstacle(error, name) {
    if (error.reason === 1) {
        return new Obstacle('detour', `the bastion host ${name} does not let us through`, 'Its sshd needs AllowTcpForwarding yes.', true);
    }
    const why = error.message.replace('(SSH) Channel open failure: ', '');
    return new Obstacle('refused', `the bastion host ${name} cannot connect to it: ${why}`);
}

// EXTERNAL MODULE: ./build/lib/posix-quote.js
var posix_quote = __webpack_require__(30789);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/communicators/ssh/stop-script.js
const STOP_SCRIPT = `
rows() {
  if [ -r /proc/self/stat ]; then
    for file in /proc/[0-9]*/stat; do
      { read -r line < "$file"; } 2>/dev/null || continue
      pid=\${file#/proc/}
      name=\${line#*(}
      set -- \${line##*) }
      [ "$1" = Z ] || echo "\${pid%/stat} $2 $4 \${name%)*}"
    done
  else
    ps -A -o pid= -o ppid= -o pgid= -o comm=
  fi
}
server=\${1:-$PPID}
[ "$server" -gt 1 ] 2>/dev/null || exit 1
table=$(rows)
mine=$(echo "$table" | while read -r pid parent session name; do [ "$pid" = $$ ] && echo "$session"; done)
found= sessions= queue=$server
while [ -n "$queue" ]; do
  next=
  while read -r pid parent session name; do
    [ "$pid" = $$ ] && continue
    case "\${name##*/}" in sshd* | sftp-server) continue ;; esac
    case " $queue " in
      *" $parent "*)
        next="$next $pid"
        [ "$session" = "$mine" ] || [ "$session" = 0 ] || sessions="$sessions $session"
        ;;
    esac
  done <<END
$table
END
  found="$found$next" queue=\${next# }
done
remaining() {
  rows | while read -r pid parent session name; do
    case " $found " in *" $pid "*) echo "$pid"; continue ;; esac
    case " $sessions " in *" $session "*) echo "$pid" ;; esac
  done
}
send() {
  for pid in $(remaining); do
    kill "-$1" "$pid" 2>/dev/null || sudo -n kill "-$1" "$pid" 2>/dev/null
  done
}
send TERM
began=$(date +%s)
while [ -n "$(remaining)" ]; do
  passed=$(($(date +%s) - began))
  [ $passed -ge 5 ] && send KILL
  [ $passed -ge 8 ] && exit 1
  sleep 0.1 2>/dev/null || sleep 1
done
exit 0
`;

;// CONCATENATED MODULE: ./build/communicators/ssh/stop.js




const STOP_MILLISECONDS = 10_000;
async function stop(link, channel, ended) {
    const over = ended.then(() => true, () => true);
    const isOver = (milliseconds) => (0,abort/* withGrace */.pj)(over, AbortSignal.abort(), milliseconds).catch(() => false);
    try {
        await (0,abort/* withGrace */.pj)(byScript(link), AbortSignal.abort(), STOP_MILLISECONDS);
    }
    catch {
        stop_send(channel, 'TERM');
        if (!(await isOver(STOP_MILLISECONDS / 2)))
            stop_send(channel, 'KILL');
    }
    await isOver(1000);
    channel.close();
}
function stop_send(channel, name) {
    const { outgoing, _client } = channel;
    if (outgoing.state !== 'closed')
        _client._protocol.signal(outgoing.id, name);
}
async function byScript(link) {
    const server = processes.get(link);
    const second = link.narrow && server ? await link.another?.() : undefined;
    try {
        const channel = await (second ?? link).exec(`exec sh -s ${second ? ((await server) ?? '') : ''}`, false, true);
        channel.resume();
        channel.stderr.resume();
        channel.end(STOP_SCRIPT);
        const { status } = await exitOf(channel, second ?? link);
        if (status !== 0)
            throw new Error('not everything could be stopped');
    }
    finally {
        second?.end();
    }
}
const processes = new WeakMap();
function serverProcess(link) {
    const known = processes.get(link);
    if (known)
        return known;
    const asked = ask(link);
    processes.set(link, asked);
    return asked;
}
async function ask(link) {
    const { stdout } = await capture(link, 'echo $PPID');
    return /^\d+$/.test(stdout.trim()) ? Number(stdout) : undefined;
}

;// CONCATENATED MODULE: ./build/communicators/ssh/command.js




const SAID_LIMIT = 4096;
async function runCommand(link, command, options, pty) {
    const { signal, stdin, onStdout, onStderr } = options;
    signal?.throwIfAborted();
    const unread = stdin instanceof external_node_stream_.Readable ? errorOf(stdin) : undefined;
    if (signal && link.narrow)
        await serverProcess(link);
    const channel = await link.exec(command, options.pty ?? pty);
    hand(channel, onStdout);
    hand(channel.stderr, onStderr);
    const ended = stoppedBy(signal, link, channel, exitOf(channel, link));
    unread?.catch(() => channel.close());
    feed(channel, stdin);
    return unread ? Promise.race([ended, unread]) : ended;
}
async function openCommand(link, command, signal) {
    signal?.throwIfAborted();
    const channel = await link.exec(command, false);
    let said = '';
    channel.stderr.on('data', (chunk) => {
        if (said.length < SAID_LIMIT)
            said += chunk.toString();
    });
    const exit = stoppedBy(signal, link, channel, exitOf(channel, link));
    exit.catch(() => undefined);
    return { channel, exit, said: () => said.trim() };
}
async function stoppedBy(signal, link, channel, ended) {
    if (!signal)
        return ended;
    let stopping;
    const stopped = new Promise((_, reject) => {
        const over = () => reject(signal.reason);
        stopping = () => void stop(link, channel, ended).then(over, over);
        if (signal.aborted)
            stopping();
        else
            signal.addEventListener('abort', stopping, { once: true });
    });
    try {
        const exit = await Promise.race([ended, stopped]);
        return signal.aborted ? await stopped : exit;
    }
    catch (error) {
        throw signal.aborted ? signal.reason : error;
    }
    finally {
        if (stopping)
            signal.removeEventListener('abort', stopping);
    }
}
function exitOf(channel, link) {
    const stderrRead = new Promise(done => channel.stderr.once('close', () => done()));
    return new Promise((resolve, reject) => {
        channel.on('close', async () => {
            await (0,abort/* withGrace */.pj)(stderrRead, AbortSignal.abort(), 1000).catch(() => undefined);
            const exit = exitNotedOn(channel);
            if (exit)
                return resolve(exit);
            await link.settled();
            if (link.lost)
                reject(link.loss());
            else
                resolve({ status: undefined });
        });
    });
}
function hand(output, hear) {
    output.on('data', (chunk) => {
        const taken = hear?.(chunk);
        if (!(taken instanceof Promise))
            return;
        output.pause();
        const goOn = () => void output.resume();
        taken.then(goOn, goOn);
    });
}
function feed(channel, stdin) {
    if (!(stdin instanceof external_node_stream_.Readable))
        return void (stdin ? channel.end(Buffer.from(stdin)) : channel.end());
    stdin.pipe(channel);
    channel.once('close', () => stdin.destroy());
}
const errorOf = (stream) => {
    const failed = new Promise((_, reject) => stream.once('error', reject));
    failed.catch(() => undefined);
    return failed;
};

;// CONCATENATED MODULE: ./build/communicators/ssh/script.js


const BEGIN = 'ingot-begins\n';
const PREFACE_LIMIT = 1 << 20;
const commandOf = (script, args) => ['exec sh -c', (0,posix_quote/* quote */.h)(`echo ${BEGIN.trim()}; ${script.trim().replace(/\s*\n\s*/g, ' ')}`), 'sh', ...args.map(posix_quote/* quote */.h)].join(' ');
async function capture(link, script, args = [], options = {}) {
    const stdout = [];
    const stderr = [];
    const hear = { onStdout: (chunk) => stdout.push(chunk), onStderr: (chunk) => stderr.push(chunk) };
    const { status } = await runCommand(link, commandOf(script, args), { ...options, ...hear }, false);
    const text = Buffer.concat(stdout).toString();
    const at = text.indexOf(BEGIN);
    const said = Buffer.concat(stderr).toString().trim() || (at < 0 ? text.trim() : '');
    return { status, stdout: at < 0 ? '' : text.slice(at + BEGIN.length), said };
}
async function openScript(link, script, args, signal) {
    const command = await openCommand(link, commandOf(script, args), signal);
    let instead = '';
    const output = afterBegin(command.channel, text => {
        instead = text.trim();
    });
    return { ...command, output, said: () => command.said() || instead };
}
async function* afterBegin(chunks, neverBegan) {
    let preface = Buffer.alloc(0);
    for await (const chunk of chunks) {
        if (!preface) {
            yield chunk;
            continue;
        }
        preface = Buffer.concat([preface, chunk]);
        const at = preface.indexOf(BEGIN);
        if (at < 0 && preface.length > PREFACE_LIMIT)
            break;
        if (at < 0)
            continue;
        const rest = preface.subarray(at + BEGIN.length);
        preface = undefined;
        if (rest.length > 0)
            yield rest;
    }
    if (preface)
        neverBegan(preface.toString());
}

;// CONCATENATED MODULE: ./build/communicators/ssh/clear-host-keys.js

const script = (keys) => `
holding() { printf '%s\\n' ${keys.join(' ')} | grep -lFs -f - "$@"; }
for public in $(holding /etc/ssh/ssh_host_*_key.pub); do
  key=\${public%.pub} type=\${public#/etc/ssh/ssh_host_} type=\${type%_key.pub}
  rm -f "$key" "$public"
  command -v ssh-keygen > /dev/null && ssh-keygen -q -t "$type" -N '' -C '' -f "$key" < /dev/null > /dev/null
done
[ ! -d /var/lib/cloud/instances ] || for file in $(holding -r /var/lib/cloud/instances); do rm -f "$file" "\${file%.i}"; done
if [ -n "$(holding /etc/ssh/ssh_host_*_key.pub)" ]; then exit 1; fi
`;
const AS_ROOT = 'if [ "$(id -u)" = 0 ]; then exec sh -s; else exec sudo -n sh -s; fi';
async function clearHostKeys(link, hostKeys) {
    const keys = hostKeys.map(line => line.split(' ')[1] ?? '').filter(key => /^[\w+/=]+$/.test(key));
    const { status } = await capture(link, AS_ROOT, [], { stdin: Buffer.from(script(keys)) });
    if (status !== 0)
        throw new Error('they are still in /etc/ssh; the user may not remove them');
}

;// CONCATENATED MODULE: ./build/communicators/ssh/clear-keys.js

const SCRIPT = `
  key=$1;
  clear() {
    $1 test -f "$2" || return 0;
    left=$($1 cat "$2" | grep -vF -- "$key");
    printf '%s\\n' "$left" | $1 tee "$2" > /dev/null;
  };
  clear '' ~/.ssh/authorized_keys;
  if [ "$(id -u)" != 0 ]; then sudo -n true 2> /dev/null && clear 'sudo -n' /root/.ssh/authorized_keys; fi;
  exit 0`;
async function clearAuthorizedKeys(link, key) {
    await capture(link, SCRIPT, [key.getPublicSSH().toString('base64')]);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/lib/limit.js
var limit = __webpack_require__(28028);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
;// CONCATENATED MODULE: ./build/communicators/ssh/dead-buffers.js


const EVERY_BYTES = 4 << 20;
let look;
let sent = 0;
function noteSent(length) {
    sent += length;
    if (sent < EVERY_BYTES)
        return;
    sent = 0;
    look ??= minorCollection();
    look();
}
function minorCollection() {
    (0,external_node_v8_.setFlagsFromString)('--expose-gc');
    const collect = (0,external_node_vm_.runInNewContext)('typeof gc === "function" ? gc : undefined');
    (0,external_node_v8_.setFlagsFromString)('--no-expose-gc');
    return () => collect?.({ type: 'minor' });
}

;// CONCATENATED MODULE: ./build/communicators/ssh/pieces.js

const PIECE = 253_952;
const DEPTH = 10;
const PROGRESS_MILLISECONDS = 250;
async function inPieces(size, work, advance, { signal, onProgress }) {
    let next = advance.from;
    let done = advance.from;
    let told = 0;
    const underWay = new Set();
    const arrived = (position, length) => {
        noteSent(length);
        underWay.delete(position);
        advance.from = Math.min(next, ...underWay);
        done += length;
        if (onProgress && (Date.now() - told > PROGRESS_MILLISECONDS || done === size)) {
            told = Date.now();
            onProgress(done, size);
        }
    };
    let failed = false;
    const worker = async () => {
        const buffer = Buffer.allocUnsafe(Math.min(PIECE, size - next));
        while (next < size && !failed) {
            signal?.throwIfAborted();
            const position = next;
            const length = Math.min(buffer.length, size - position);
            next += length;
            underWay.add(position);
            await work(buffer.subarray(0, length), position);
            arrived(position, length);
        }
    };
    const workers = [];
    for (let count = 0; count < DEPTH && next < size; count++) {
        workers.push(worker().catch(error => {
            failed = true;
            throw error;
        }));
    }
    const outcomes = await Promise.allSettled(workers);
    for (const outcome of outcomes)
        if (outcome.status === 'rejected')
            throw outcome.reason;
}

;// CONCATENATED MODULE: ./build/communicators/ssh/sftp.js


const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
async function openForWriting(sftp, path, flags, mode) {
    const handle = await sftp.call(done => sftp.raw.open(path, flags, { mode }, done));
    if (!path.startsWith('/dev/'))
        sftp.raw.fchmod(handle, mode, () => undefined);
    return handle;
}
async function sendBytes(sftp, content, path, mode) {
    const handle = await openForWriting(sftp, path, 'w', mode);
    const writing = [];
    for (let at = 0; at < content.length; at += PIECE) {
        const piece = content.subarray(at, at + PIECE);
        writing.push(sftp.call(done => sftp.raw.write(handle, piece, 0, piece.length, at, done)));
    }
    const closing = sftp.call(done => sftp.raw.close(handle, done));
    await Promise.all([...writing, closing]);
}
async function sendFile(sftp, local, path, advance, options) {
    const file = await (0,promises_.open)(local, 'r');
    try {
        const { size, mode } = await file.stat();
        const handle = await openForWriting(sftp, path, advance.from > 0 ? 'r+' : 'w', mode & 0o7777);
        const holes = new Holes(sftp, handle);
        const send = async (buffer, position) => {
            const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
            if (bytesRead < buffer.length)
                throw new Error(`${local} became shorter while it was read`);
            if (!(await holes.takes(buffer)))
                await sftp.call(done => sftp.raw.write(handle, buffer, 0, buffer.length, position, done));
        };
        await inPieces(size, send, advance, options).catch(error => {
            sftp.raw.close(handle, () => undefined);
            throw error;
        });
        await holes.closeAt(size);
        const arrived = await sftp.call(done => sftp.raw.fstat(handle, done));
        await sftp.call(done => sftp.raw.close(handle, done));
        if (arrived.isFile() && arrived.size !== size)
            throw new Error(`${path} has ${arrived.size} bytes there, not ${size}`);
    }
    finally {
        await file.close();
    }
}
const removeFile = (sftp, path) => sftp
    .call(done => sftp.raw.unlink(path, done))
    .catch((error) => {
    if (error.code !== NO_SUCH_FILE)
        throw error;
});
const ZEROS = Buffer.alloc(PIECE);
class Holes {
    #isPlain;
    #any = false;
    constructor(sftp, handle) {
        this.sftp = sftp;
        this.handle = handle;
    }
    async takes(piece) {
        if (piece.compare(ZEROS, 0, piece.length) !== 0)
            return false;
        this.#isPlain ??= this.sftp.call(done => this.sftp.raw.fstat(this.handle, done)).then(stats => stats.isFile());
        if (!(await this.#isPlain))
            return false;
        this.#any = true;
        return true;
    }
    async closeAt(size) {
        if (this.#any)
            await this.sftp.call(done => this.sftp.raw.fsetstat(this.handle, { size }, done));
    }
}
async function fetchFile(sftp, path, local, advance, options) {
    const handle = await sftp.call(done => sftp.raw.open(path, 'r', done));
    try {
        const stats = await sftp.call(done => sftp.raw.fstat(handle, done));
        if (!stats.isFile() || stats.size === 0)
            return false;
        const file = await (0,promises_.open)(local, advance.from > 0 ? 'r+' : 'w', stats.mode & 0o777);
        try {
            const receive = async (buffer, position) => {
                for (let at = 0; at < buffer.length;) {
                    const count = await readAt(sftp, handle, buffer, at, position);
                    if (count === 0)
                        throw new Error(`${path} became shorter while it was read`);
                    at += count;
                }
                await file.write(buffer, 0, buffer.length, position);
            };
            await inPieces(stats.size, receive, advance, options);
            return true;
        }
        finally {
            await file.close();
        }
    }
    finally {
        sftp.raw.close(handle, () => undefined);
    }
}
const readAt = (sftp, handle, into, at, position) => sftp.call(done => sftp.raw.read(handle, into, at, into.length - at, position + at, done));

;// CONCATENATED MODULE: ./build/communicators/ssh/tar-read.js



const BLOCK = 512;
async function unpack(stream, folder, onBytes) {
    const source = new Blocks(stream);
    let extra = {};
    for (;;) {
        const block = await source.take(BLOCK);
        if (block === undefined || block.every(byte => byte === 0))
            break;
        const entry = withExtra(parse(block), extra);
        if (entry.type === 'x' || entry.type === 'g' || entry.type === 'L' || entry.type === 'K') {
            const body = (await source.content(entry.size)).toString();
            if (entry.type === 'x')
                extra = { ...extra, ...records(body) };
            if (entry.type === 'L')
                extra = { ...extra, path: body.replace(/\0.*$/s, '') };
            if (entry.type === 'K')
                extra = { ...extra, linkpath: body.replace(/\0.*$/s, '') };
            continue;
        }
        extra = {};
        await place(entry, folder, source, onBytes);
    }
    await source.drain();
}
async function place(entry, folder, source, onBytes) {
    const parts = entry.name.split('/').filter(part => part !== '' && part !== '.');
    if (parts.includes('..'))
        throw new Error(`the archive names a place outside its folder: ${entry.name}`);
    const path = (0,external_node_path_.join)(folder, ...parts);
    if (parts.length > 0)
        prepare(folder, parts);
    switch (entry.type) {
        case '5':
            (0,external_node_fs_.mkdirSync)(path, { recursive: true });
            if (parts.length > 0)
                (0,external_node_fs_.chmodSync)(path, entry.mode | 0o700);
            return;
        case '2':
            (0,external_node_fs_.rmSync)(path, { force: true });
            (0,external_node_fs_.symlinkSync)(entry.link, path);
            return;
        case '1': {
            const origin = (0,external_node_path_.join)(folder, ...entry.link.split('/').filter(part => part !== '.' && part !== '..' && part !== ''));
            return (0,external_node_fs_.writeFileSync)(path, (0,external_node_fs_.readFileSync)(origin), { mode: entry.mode });
        }
        case '0':
        case '\0':
        case '7':
            return writeEntry(entry, path, source, onBytes);
        default:
            await source.skip(entry.size);
    }
}
function prepare(folder, parts) {
    let path = folder;
    for (const part of parts.slice(0, -1)) {
        path = (0,external_node_path_.join)(path, part);
        if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink())
            throw new Error(`the archive writes through a link: ${path}`);
    }
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, ...parts)), { recursive: true });
}
async function writeEntry(entry, path, source, onBytes) {
    (0,external_node_fs_.rmSync)(path, { force: true });
    const file = await (0,promises_.open)(path, 'wx', entry.mode);
    try {
        for await (const piece of source.pieces(entry.size)) {
            await file.write(piece);
            onBytes(piece.length);
        }
        await file.chmod(entry.mode);
        await file.utimes(entry.seconds, entry.seconds);
    }
    finally {
        await file.close();
    }
}
function parse(block) {
    const text = (from, width) => block.toString('utf8', from, from + width).replace(/\0.*$/s, '');
    const octal = (from, width) => block[from] & 0x80 ? binary(block.subarray(from, from + width)) : Number.parseInt(text(from, width).trim() || '0', 8);
    const prefix = text(257, 5) === 'ustar' && block[262] === 0 ? text(345, 155) : '';
    return {
        name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100),
        link: text(157, 100),
        size: octal(124, 12),
        mode: octal(100, 8) & 0o7777,
        seconds: octal(136, 12),
        type: String.fromCharCode(block[156]),
    };
}
const binary = (bytes) => bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
const withExtra = (entry, extra) => ({
    ...entry,
    ...(extra.path !== undefined && { name: extra.path }),
    ...(extra.linkpath !== undefined && { link: extra.linkpath }),
    ...(extra.size !== undefined && { size: Number(extra.size) }),
    ...(extra.mtime !== undefined && { seconds: Number(extra.mtime) }),
});
function records(body) {
    const found = {};
    let bytes = Buffer.from(body);
    while (bytes.length > 0) {
        const length = Number.parseInt(bytes.toString('latin1', 0, 20), 10);
        if (!(length > 0))
            break;
        const [, key, value] = /^\d+ ([^=]+)=(.*)\n$/s.exec(bytes.toString('utf8', 0, length)) ?? [];
        if (key !== undefined)
            found[key] = value;
        bytes = bytes.subarray(length);
    }
    return found;
}
class Blocks {
    #chunks;
    #rest = Buffer.alloc(0);
    constructor(stream) {
        this.#chunks = stream[Symbol.asyncIterator]();
    }
    async take(count) {
        const parts = [];
        let missing = count;
        while (missing > 0) {
            const piece = await this.#some(missing);
            if (!piece && missing === count)
                return undefined;
            if (!piece)
                throw new Error('the archive ends too early');
            parts.push(piece);
            missing -= piece.length;
        }
        return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    }
    async content(size) {
        const parts = [];
        for await (const piece of this.pieces(size))
            parts.push(piece);
        return Buffer.concat(parts);
    }
    async *pieces(size) {
        for (let left = size; left > 0;) {
            const piece = await this.#some(left);
            if (!piece)
                throw new Error('the archive ends too early');
            left -= piece.length;
            yield piece;
        }
        await this.take((BLOCK - (size % BLOCK)) % BLOCK);
    }
    async skip(size) {
        for await (const _ of this.pieces(size))
            ;
    }
    async drain() {
        while (await this.#some(Number.POSITIVE_INFINITY))
            ;
    }
    async #some(atMost) {
        if (this.#rest.length === 0) {
            const { value, done } = await this.#chunks.next();
            if (done)
                return undefined;
            this.#rest = value;
        }
        const piece = this.#rest.subarray(0, atMost);
        this.#rest = this.#rest.subarray(piece.length);
        return piece;
    }
}

// EXTERNAL MODULE: ./build/lib/tar-header.js
var tar_header = __webpack_require__(77464);
;// CONCATENATED MODULE: ./build/communicators/ssh/tar-write.js



const SMALL = 256 * 1024;
function listFolder(folder) {
    const root = (0,external_node_fs_.realpathSync)(folder);
    const entries = [];
    const walk = (path, prefix, above) => {
        for (const child of (0,external_node_fs_.readdirSync)(path).sort()) {
            const entry = entryOf(root, (0,external_node_path_.join)(path, child), prefix + child);
            if (!entry)
                continue;
            entries.push(entry);
            if (!entry.stats.isDirectory())
                continue;
            const real = (0,external_node_fs_.realpathSync)(entry.path);
            if (above.includes(real))
                throw new Error(`${entry.path} is a link that leads back into a folder that holds it`);
            walk(entry.path, `${entry.name}/`, [...above, real]);
        }
    };
    walk(root, '', [root]);
    return entries;
}
function entryOf(root, path, name) {
    const stats = (0,external_node_fs_.lstatSync)(path);
    if (!stats.isSymbolicLink())
        return stats.isFile() || stats.isDirectory() ? { name, path, stats } : undefined;
    const target = (0,external_node_fs_.readlinkSync)(path);
    const real = realpathOf(path);
    const inside = real === undefined || real === root || real.startsWith(root + external_node_path_.sep);
    if (inside && !target.startsWith('/'))
        return { name, path, stats, target };
    if (real === undefined)
        return { name, path, stats, target };
    const followed = (0,external_node_fs_.statSync)(path);
    return followed.isFile() || followed.isDirectory() ? { name, path, stats: followed } : undefined;
}
function realpathOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}
const isFile = ({ stats, target }) => stats.isFile() && target === undefined;
const sizeOf = (entries) => entries.reduce((sum, entry) => sum + (isFile(entry) ? entry.stats.size : 0), 0);
const tarSize = (entry) => header(entry).reduce((sum, { length }) => sum + length, 0) +
    (isFile(entry) ? Math.ceil(entry.stats.size / tar_header/* TAR_BLOCK */.mv) * tar_header/* TAR_BLOCK */.mv : 0);
async function* tarStream(entries, onBytes) {
    let batch = [];
    let size = 0;
    const put = (...parts) => {
        for (const part of parts)
            size += part.length;
        batch.push(...parts);
    };
    for (const entry of entries) {
        put(...header(entry));
        if (isFile(entry)) {
            if (entry.stats.size > SMALL) {
                yield Buffer.concat(batch.splice(0));
                size = 0;
                yield* content(entry, onBytes);
            }
            else {
                const bytes = exactly((0,external_node_fs_.readFileSync)(entry.path), entry);
                put(bytes);
                onBytes(bytes.length);
            }
            put((0,tar_header/* tarPadding */.vr)(entry.stats.size));
        }
        if (size > SMALL) {
            yield Buffer.concat(batch);
            batch = [];
            size = 0;
        }
    }
    put(Buffer.alloc(2 * tar_header/* TAR_BLOCK */.mv));
    yield Buffer.concat(batch);
}
async function* content(entry, onBytes) {
    let left = entry.stats.size;
    for await (const chunk of (0,external_node_fs_.createReadStream)(entry.path, { highWaterMark: SMALL, end: left - 1 })) {
        left -= chunk.length;
        onBytes(chunk.length);
        yield chunk;
    }
    if (left > 0)
        throw shrunk(entry);
}
function exactly(bytes, entry) {
    if (bytes.length < entry.stats.size)
        throw shrunk(entry);
    return bytes.subarray(0, entry.stats.size);
}
const shrunk = (entry) => new Error(`${entry.path} became shorter while it was read`);
function header(entry) {
    const { stats, target } = entry;
    const folder = stats.isDirectory();
    const name = Buffer.from(folder ? `${entry.name}/` : entry.name);
    const link = Buffer.from(target ?? '');
    const size = isFile(entry) ? stats.size : 0;
    const records = [
        name.length > 100 && record('path', name),
        link.length > 100 && record('linkpath', link),
        size > 0o77777777777 && record('size', Buffer.from(String(size))),
    ].filter(part => part !== false);
    const type = target !== undefined ? '2' : folder ? '5' : '0';
    const block = headerBlock(name, stats.mode & 0o7777, size, stats.mtimeMs / 1000, type, link);
    if (records.length === 0)
        return [block];
    const extra = Buffer.concat(records);
    return [headerBlock(Buffer.from('pax'), 0o644, extra.length, 0, 'x', Buffer.alloc(0)), extra, (0,tar_header/* tarPadding */.vr)(extra.length), block];
}
const headerBlock = (name, mode, size, seconds, type, link) => (0,tar_header/* tarHeader */.pI)({ name, mode, size, seconds, type, link, format: 'ustar' });
function record(key, value) {
    const rest = key.length + value.length + 3;
    let length = rest + String(rest).length;
    length = rest + String(length).length;
    return Buffer.concat([Buffer.from(`${length} ${key}=`), value, Buffer.from('\n')]);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/folder.js







const NO_TAR = 96;
const folder_PROGRESS_MILLISECONDS = 250;
const FILES_AT_ONCE = 16;
async function fetchTar(link, remote, folder, options) {
    const script = `cd "$1" || exit 1; command -v tar > /dev/null || exit ${NO_TAR}; exec tar -c -f - .`;
    const { channel, output, said, exit } = await openScript(link, script, [remote], options.signal);
    channel.end();
    const tell = progressOf(0, options);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const failure = await unpack(output, folder, tell).catch((error) => {
        channel.close();
        return error;
    });
    channel.resume();
    const { status } = await exit;
    if (failure && (status === 0 || status === undefined))
        throw failure;
    return { status, said: said() };
}
function progressOf(total, { onProgress }, done = 0) {
    let told = 0;
    return count => {
        done += count;
        if (!onProgress || (Date.now() - told < folder_PROGRESS_MILLISECONDS && done !== total))
            return;
        told = Date.now();
        onProgress(done, Math.max(total, done));
    };
}
async function sendEach(sftp, entries, folder, options) {
    const tell = progressOf(sizeOf(entries), options);
    await makeFolder(sftp, folder);
    for (const { name, stats } of entries.filter(entry => entry.stats.isDirectory())) {
        const path = external_node_path_.posix.join(folder, name);
        await sftp.call(done => sftp.raw.mkdir(path, { mode: stats.mode & 0o7777 }, done)).catch(() => undefined);
    }
    const others = entries.filter(entry => !entry.stats.isDirectory());
    await (0,limit/* mapLimited */.b)(others, FILES_AT_ONCE, async ({ name, path, target, stats }) => {
        const remote = external_node_path_.posix.join(folder, name);
        if (target === undefined) {
            await sendFile(sftp, path, remote, { from: 0 }, { signal: options.signal });
            tell(stats.size);
        }
        else {
            await sftp.call(done => sftp.raw.unlink(remote, done)).catch(() => undefined);
            await sftp.call(done => sftp.raw.symlink(target, remote, done));
        }
    });
}
async function makeFolder(sftp, folder) {
    const exists = await sftp
        .call(done => sftp.raw.stat(folder, done))
        .then(() => true, () => false);
    if (exists)
        return;
    const above = external_node_path_.posix.dirname(folder);
    if (above !== folder)
        await makeFolder(sftp, above);
    await sftp.call(done => sftp.raw.mkdir(folder, done));
}
async function fetchEach(sftp, remote, folder, options) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const list = await sftp.call(done => sftp.raw.readdir(remote, done));
    for (const { filename, attrs } of list) {
        if (filename === '.' || filename === '..')
            continue;
        if (filename.includes('/'))
            throw new Error(`the machine names a file that leads elsewhere: ${filename}`);
        const from = external_node_path_.posix.join(remote, filename);
        const to = (0,external_node_path_.join)(folder, filename);
        options.signal?.throwIfAborted();
        if (attrs.isSymbolicLink())
            await (0,promises_.symlink)(await sftp.call(done => sftp.raw.readlink(from, done)), to);
        else if (attrs.isDirectory())
            await fetchEach(sftp, from, to, options);
        else if (attrs.isFile()) {
            await fetchFile(sftp, from, to, { from: 0 }, { signal: options.signal });
            await (0,promises_.chmod)(to, attrs.mode & 0o7777).catch(() => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./build/communicators/ssh/same-content.js





async function isSameContent(link, local, remote, signal) {
    const [here, there] = await Promise.all([hashOf(local), capture(link, 'exec sha256sum -- "$1"', [remote], { signal })]);
    const [found] = /^\\?[0-9a-f]{64}\b/.exec(there.stdout) ?? [];
    if (there.status !== 0 || found === undefined)
        return undefined;
    return found.replace('\\', '') === here;
}
async function differing(link, files, folder, signal) {
    const plain = files.filter(({ remote }) => !/[\\\r\n]/.test(remote));
    const lines = await (0,limit/* mapLimited */.b)(plain, same_content_FILES_AT_ONCE, async ({ local, remote }) => `${await hashOf(local)}  ./${remote}\n`);
    const script = 'cd "$1" && command -v sha256sum > /dev/null || exit 0; LC_ALL=C exec sha256sum -c - 2>&1';
    const { status, stdout } = await capture(link, script, [folder], { signal, stdin: Buffer.from(lines.join('')) });
    return status === 0 ? [] : [...stdout.matchAll(/^(?:\.\/)?(.*): FAILED/gm)].map(found => found[1]);
}
const same_content_FILES_AT_ONCE = 4;
async function hashOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./build/communicators/ssh/folder-upload.js








const LARGE = 4 << 20;
const WINDOW = 2 << 20;
const UNPACK = `
  mkdir -p -- "$1" && cd "$1" || exit 1;
  command -v tar > /dev/null || exit ${NO_TAR};
  keep=;
  case "$(tar --help 2>&1)" in *--no-overwrite-dir*) keep=--no-overwrite-dir ;; esac;
  echo $$;
  exec tar -x $keep -o -p -f -`;
const OUTLAST = `
  left=50;
  while
    { read -r line < /proc/$1/stat; } 2> /dev/null || line=") $(ps -o stat= -p $1 2> /dev/null)";
    line=\${line##*) };
    [ "\${line%%Z*}" ];
  do
    left=$((left - 1));
    if [ $left -le 0 ]; then
      case "$(tr '\\0' ' ' < /proc/$1/cmdline || ps -o args= -p $1)" in *'tar -x'*) kill $1 ;; esac;
      exit 1;
    fi;
    sleep 0.1 2> /dev/null || sleep 1;
  done`;
class FolderUpload {
    #next;
    #file;
    #broke;
    #orphan;
    constructor(entries) {
        this.entries = entries;
        this.advance = { from: 0 };
        this.#next = 0;
        this.#file = { from: 0 };
        this.#broke = false;
    }
    async settle(link, signal) {
        if (!this.#orphan)
            return;
        const { pid, sent, taken } = this.#orphan;
        const { status } = await capture(link, OUTLAST, [String(pid)], { signal });
        this.#orphan = undefined;
        if (status === 0)
            this.#next = Math.max(this.#next, this.#reached(sent, taken));
    }
    async byTar(link, folder, options) {
        const rest = this.entries.filter((entry, index) => index >= this.#next || !isFile(entry));
        const { channel, output, said, exit } = await openScript(link, UNPACK, [folder], options.signal);
        const pid = await Promise.race([processOf(output), exit.then(() => undefined)]);
        if (pid === undefined)
            return { ...(await exit), said: said() };
        const tell = progressOf(sizeOf(this.entries), options, sizeOf(this.entries.slice(0, this.#next)));
        const { stream, taken } = counted(channel);
        const writing = (0,external_node_stream_promises_.pipeline)(tarStream(rest, tell), stream, { signal: options.signal }).catch((error) => error);
        try {
            const { status } = await exit;
            const failure = await Promise.race([writing, Promise.resolve()]);
            if (failure && status === 0)
                throw failure;
            return { status, said: said() };
        }
        catch (error) {
            this.#note({ pid, sent: rest, taken: taken() });
            throw error;
        }
    }
    get isAtLarge() {
        const entry = this.entries[this.#next];
        return this.advance.from > 0 && entry !== undefined && isFile(entry) && entry.stats.size > LARGE;
    }
    async sendLarge(sftp, folder, options) {
        const { name, path, stats } = this.entries[this.#next];
        const remote = external_node_path_.posix.join(folder, name);
        const before = this.#file.from;
        try {
            await sendFile(sftp, path, remote, this.#file, { signal: options.signal });
        }
        finally {
            this.advance.from += this.#file.from - before;
        }
        await sftp.call(done => sftp.raw.utimes(remote, stats.atime, stats.mtime, done));
        this.#next++;
        this.#file.from = 0;
    }
    async check(link, folder, signal) {
        if (!this.#broke)
            return;
        const files = this.entries.filter(isFile).map(({ name, path }) => ({ local: path, remote: name }));
        const [wrong] = await differing(link, files, folder, signal);
        if (wrong !== undefined)
            throw new Error(`the connection broke off, and ${wrong} there is not what was sent: was it changed meanwhile?`);
    }
    #note(orphan) {
        this.#broke = true;
        this.#orphan = orphan;
        const { sent, taken } = orphan;
        const arrived = archived(this.entries.slice(0, this.#reached(sent, taken)));
        this.advance.from = Math.max(this.advance.from, taken > 0 ? 1 : 0, arrived);
    }
    #reached(sent, taken) {
        let left = taken;
        const cut = sent.find(entry => {
            left -= tarSize(entry);
            return left < 0;
        });
        return cut ? this.entries.indexOf(cut) : this.entries.length;
    }
}
const processOf = (output) => new Promise(resolve => {
    let text = '';
    const read = async () => {
        for await (const chunk of output) {
            if (text.length < 4096)
                text += chunk.toString('latin1');
            if (text.includes('\n'))
                resolve(Number.parseInt(text, 10));
        }
    };
    read().catch(() => undefined);
});
const archived = (entries) => entries.reduce((sum, entry) => sum + tarSize(entry), 0);
function counted(channel) {
    const { outgoing } = channel;
    let written = 0;
    let most = WINDOW;
    const stream = new external_node_stream_.Writable({
        highWaterMark: 1 << 20,
        write: (chunk, _encoding, done) => {
            channel.write(chunk, error => {
                if (!error)
                    written += chunk.length;
                most = Math.max(most, outgoing.window + chunk.length);
                done(error);
            });
        },
        final: done => void channel.end(done),
    });
    channel.once('close', () => stream.destroy());
    return { stream, taken: () => Math.max(0, written + outgoing.window - most) };
}

;// CONCATENATED MODULE: ./build/communicators/ssh/remote-path.js


async function expanded(link, path) {
    if (path === '~')
        return '.';
    if (path.startsWith('~/'))
        return path.replace(/^~\/+/, '') || '.';
    const folder = external_node_path_.posix.dirname(path);
    if (!/^~|\$/.test(folder))
        return path;
    const { status, stdout } = await capture(link, `printf %s ${folder.replaceAll(' ', '\\ ')}`);
    return status === 0 && stdout !== '' ? external_node_path_.posix.join(stdout, external_node_path_.posix.basename(path)) + (path.endsWith('/') ? '/' : '') : path;
}

;// CONCATENATED MODULE: ./build/communicators/ssh/transfer-failure.js



const ELSEWHERE = 'Upload to a place that the user may write to, such as /tmp, and move it with sudo in a shell provisioner.';
function transferFailure(error, direction, path) {
    if (!(error instanceof Error) || error instanceof failure/* Failure */.H || error.name === 'AbortError')
        return error;
    const what = direction === 'upload' ? `upload to ${path}` : `download of ${path}`;
    if (error instanceof communicator/* ConnectionLost */.p)
        return new communicator/* ConnectionLost */.p(`${what} broke off: ${error.message}`);
    const { code } = error;
    if (code === 'ENOENT' && 'path' in error) {
        return new failure/* Failure */.H('failed', `${what} failed: there is no ${String(error.path)} on this machine`, { cause: error });
    }
    if (code === PERMISSION_DENIED || /permission denied/i.test(error.message)) {
        return new failure/* Failure */.H('failed', `${what} failed: the user may not do that`, { advice: ELSEWHERE, evidence: error.message });
    }
    if (code === NO_SUCH_FILE) {
        const why = direction === 'upload' ? 'the folder it should go into is not there' : 'there is no such file';
        return new failure/* Failure */.H('failed', `${what} failed: ${why}`, { cause: error });
    }
    return new failure/* Failure */.H('failed', `${what} failed: ${error.message}`, { cause: error });
}

;// CONCATENATED MODULE: ./build/communicators/ssh/communicator.js














const FRUITLESS = 3;
class SshCommunicator {
    #connect;
    #parting;
    #pty;
    #link;
    #closed;
    #hasSftp;
    #hasTar;
    constructor(link, connect, parting, pty) {
        this.#closed = false;
        this.#hasSftp = true;
        this.#hasTar = true;
        this.link = () => this.#current();
        this.#link = Promise.resolve(link);
        this.#connect = connect;
        this.#parting = parting;
        this.#pty = pty;
    }
    async run(command, options = {}) {
        for (let tries = 1;; tries++) {
            try {
                return await runCommand(await this.#current(options.signal), command, options, this.#pty);
            }
            catch (error) {
                if (!(error instanceof NotStarted) || this.#closed || tries >= FRUITLESS)
                    throw error;
            }
        }
    }
    async upload(content, remotePath, options = {}) {
        const { mode = 0o644, signal } = options;
        const link = await this.#current(signal);
        const path = await expanded(link, remotePath);
        const send = (sftp) => sendBytes(sftp, Buffer.from(content), path, mode);
        try {
            if (!(content instanceof Uint8Array) || !(await this.#bySftp(link, send)))
                await writeByCat(link, content, path, mode, signal);
        }
        catch (error) {
            throw transferFailure(error, 'upload', path);
        }
    }
    async uploadFile(localPath, remotePath, options = {}) {
        await this.#resuming(options, 'upload', remotePath, async (link, advance, isAgain) => {
            const path = await expanded(link, remotePath);
            if (await this.#bySftp(link, sftp => sendFile(sftp, localPath, path, advance, options)))
                return isAgain ? compare(link, localPath, path, options) : undefined;
            const { mode } = await (0,promises_.stat)(localPath);
            await writeByCat(link, (0,external_node_fs_.createReadStream)(localPath), path, mode & 0o7777, options.signal);
        });
    }
    async uploadFolder(localPath, remotePath, options = {}) {
        const upload = new FolderUpload(listFolder(localPath));
        const send = async (link) => {
            const path = await expanded(link, remotePath);
            if (this.#hasTar) {
                await upload.settle(link, options.signal);
                const sendLarge = (sftp) => upload.sendLarge(sftp, path, options);
                while (upload.isAtLarge && (await this.#bySftp(link, sendLarge)))
                    ;
                const { status, said } = await upload.byTar(link, path, options);
                if (status === 0)
                    return upload.check(link, path, options.signal);
                if (status !== NO_TAR && status !== 127)
                    throw new Error(said || `tar ended with status ${status}`);
                this.#hasTar = false;
            }
            if (await this.#bySftp(link, sftp => sendEach(sftp, upload.entries, path, options)))
                return;
            throw new Error('the machine has neither tar nor SFTP');
        };
        await this.#resuming(options, 'upload', remotePath, send, upload.advance);
    }
    async downloadFile(remotePath, localPath, options = {}) {
        await this.#resuming(options, 'download', remotePath, async (link, advance) => {
            const path = await expanded(link, remotePath);
            let whole = false;
            const resumed = advance.from > 0;
            await this.#bySftp(link, async (sftp) => {
                whole = await fetchFile(sftp, path, localPath, advance, options);
            });
            if (!whole)
                await readByCat(link, path, localPath, options.signal);
            else if (resumed)
                await compare(link, localPath, path, options);
        });
    }
    async downloadFolder(remotePath, localPath, options = {}) {
        await this.#resuming(options, 'download', remotePath, async (link) => {
            const path = await expanded(link, remotePath);
            if (this.#hasTar) {
                const { status, said } = await fetchTar(link, path, localPath, options);
                if (status === 0)
                    return;
                if (status !== NO_TAR && status !== 127)
                    throw new Error(said || `tar ended with status ${status}`);
                this.#hasTar = false;
            }
            if (await this.#bySftp(link, sftp => fetchEach(sftp, path, localPath, options)))
                return;
            throw new Error('the machine has neither tar nor SFTP');
        });
    }
    async remove(remotePath, { signal } = {}) {
        const link = await this.#current(signal);
        const path = await expanded(link, remotePath);
        if (await this.#bySftp(link, sftp => removeFile(sftp, path)))
            return;
        const { status, said } = await capture(link, 'exec rm -f -- "$1"', [path], { signal });
        if (status !== 0)
            throw new Error(said || `rm ended with status ${status}`);
    }
    async close() {
        if (this.#closed)
            return;
        this.#closed = true;
        const link = await this.#link.catch(() => undefined);
        try {
            if (link && !link.lost)
                await this.#parting.farewell?.(link);
        }
        finally {
            link?.end();
            this.#parting.release?.();
        }
    }
    async #current(signal = new AbortController().signal) {
        const standing = this.#link;
        const link = await standing.catch(() => undefined);
        if (link && !link.lost)
            return link;
        if (this.#link !== standing)
            return this.#current(signal);
        if (this.#closed)
            throw new communicator/* ConnectionLost */.p('the SSH connection was closed');
        this.#link = this.#connect(signal);
        return this.#link;
    }
    async #bySftp(link, work) {
        if (!this.#hasSftp)
            return false;
        try {
            await link.withSftp(work);
            return true;
        }
        catch (error) {
            if (!(error instanceof NoSftp))
                throw error;
            this.#hasSftp = false;
            return false;
        }
    }
    async #resuming({ signal }, direction, path, work, advance = { from: 0 }) {
        for (let fruitless = 0, isAgain = false;; isAgain = true) {
            const before = advance.from;
            try {
                return await work(await this.#current(signal), advance, isAgain);
            }
            catch (error) {
                signal?.throwIfAborted();
                if (!(error instanceof communicator/* ConnectionLost */.p))
                    throw transferFailure(error, direction, path);
                fruitless = advance.from > before ? 0 : fruitless + 1;
                if (this.#closed || fruitless >= FRUITLESS)
                    throw transferFailure(error, direction, path);
            }
        }
    }
}
async function compare(link, local, remote, { signal }) {
    if ((await isSameContent(link, local, remote, signal)) !== false)
        return;
    throw new Error('the connection broke off, and what arrived in parts is not what was sent: was the file changed meanwhile?');
}
async function writeByCat(link, content, path, mode, signal) {
    const script = 'cat > "$1" && { [ ! -f "$1" ] || chmod "$2" "$1"; }';
    const { status, said } = await capture(link, script, [path, mode.toString(8)], { stdin: content, signal });
    if (status !== 0)
        throw new Error(said || `cat ended with status ${status}`);
}
async function readByCat(link, path, local, signal) {
    const { channel, output, said, exit } = await openScript(link, 'exec cat -- "$1"', [path], signal);
    channel.end();
    await (0,external_node_stream_promises_.pipeline)(output, (0,external_node_fs_.createWriteStream)(local));
    const { status } = await exit;
    if (status !== 0)
        throw new Error(said() || `cat ended with status ${status}`);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/dial.js


const DIAL_MILLISECONDS = 10_000;
const straight = (host, port, idle) => ({
    dial: signal => dialTcp(host, port, idle, signal),
});
const dialTcp = (host, port, idle, signal) => new Promise((resolve, reject) => {
    const socket = (0,external_node_net_.connect)({ host, port });
    const giveUp = () => socket.destroy(signal.reason);
    const timer = setTimeout(() => socket.destroy(timedOut()), DIAL_MILLISECONDS);
    const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
    };
    signal.addEventListener('abort', giveUp);
    if (signal.aborted)
        giveUp();
    socket.once('error', reject).once('close', settle);
    socket.once('connect', () => {
        settle();
        socket.setNoDelay(true);
        gather(socket);
        if (idle)
            socket.setTimeout(idle, () => socket.destroy(timedOut()));
        resolve(socket);
    });
});
function gather(socket) {
    const write = socket.write.bind(socket);
    const release = () => socket.uncork();
    socket.write = (...args) => {
        if (socket.writableCorked === 0) {
            socket.cork();
            process.nextTick(release);
        }
        return write(...args);
    };
}
const timedOut = () => Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
const throughProxy = (proxy, host, port, idle) => ({
    dial: async (signal) => {
        const socket = await dialTcp(proxy.host, proxy.port, idle, signal).catch((error) => {
            throw detour(`the proxy ${proxy.host}:${proxy.port} cannot be reached (${error.message})`);
        });
        try {
            await greet(socket, proxy);
            await dial_ask(socket, host, port);
            return socket;
        }
        catch (error) {
            socket.destroy();
            throw error;
        }
    },
});
async function greet(socket, { username, password }) {
    const methods = username === undefined ? [0] : [0, 2];
    socket.write(Buffer.from([5, methods.length, ...methods]));
    const [version, method] = await take(socket, 2);
    if (version !== 5)
        throw detour('what answers there is not a SOCKS5 proxy');
    if (method === 2 && username !== undefined) {
        const name = Buffer.from(username);
        const secret = Buffer.from(password ?? '');
        socket.write(Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([secret.length]), secret]));
        const [, status] = await take(socket, 2);
        if (status !== 0)
            throw detour('the proxy refuses ssh_proxy_username and ssh_proxy_password');
    }
    else if (method !== 0) {
        throw detour('the proxy wants to know who we are: see ssh_proxy_username');
    }
}
async function dial_ask(socket, host, port) {
    const name = Buffer.from(host);
    socket.write(Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), name, Buffer.from([port >> 8, port & 255])]));
    const [, status, , kind] = await take(socket, 4);
    if (status !== 0)
        throw refusal(status);
    const length = kind === 1 ? 4 : kind === 4 ? 16 : (await take(socket, 1))[0];
    await take(socket, length + 2);
}
function refusal(status) {
    const codes = { 3: 'ENETUNREACH', 4: 'EHOSTUNREACH', 5: 'ECONNREFUSED', 6: 'ETIMEDOUT' };
    const code = codes[status];
    return code
        ? Object.assign(new Error('refused by the proxy'), { code })
        : detour(`the proxy refuses to connect (reply ${status})`);
}
const detour = (sentence) => new Obstacle('detour', sentence, 'See ssh_proxy_host and its companions.');
function take(socket, count) {
    return new Promise((resolve, reject) => {
        const tell = () => {
            const bytes = socket.read(count);
            if (!bytes)
                return;
            forget();
            if (bytes.length === count)
                resolve(bytes);
            else
                end();
        };
        const end = () => {
            forget();
            reject(detour('the proxy closed the connection'));
        };
        const forget = () => socket.off('readable', tell).off('end', end).off('error', end);
        socket.on('readable', tell).once('end', end).once('error', end);
        tell();
    });
}

;// CONCATENATED MODULE: ./build/communicators/ssh/known-hosts.js






const GLOBAL = '/etc/ssh/ssh_known_hosts';
async function knownHosts(host, port, trust, say) {
    const choice = trust?.known_hosts ?? 'accept-new';
    const own = ownFile(trust?.known_hosts_file);
    const name = (port === 22 ? host : `[${host}]:${port}`).toLowerCase();
    const entries = choice === 'off' ? [] : (await Promise.all([own, GLOBAL].map(file => entriesFor(name, file)))).flat();
    return new KnownHosts(name, entries, { choice, own, say, noted: !isLoopback(host) });
}
const ownFile = (given) => {
    const home = process.env.HOME || (0,external_node_os_.homedir)();
    if (!given)
        return (0,external_node_path_.join)(home, '.ssh', 'known_hosts');
    return given.startsWith('~/') ? (0,external_node_path_.join)(home, given.slice(2)) : given;
};
const isLoopback = (host) => host === 'localhost' || host === '::1' || ((0,external_node_net_.isIPv4)(host) && host.startsWith('127.'));
class KnownHosts {
    #name;
    #known;
    #revoked;
    #passedOver;
    #settings;
    #accepted;
    constructor(name, entries, settings) {
        this.#name = name;
        this.#settings = settings;
        this.#known = entries.filter(({ marker }) => marker === undefined);
        const [authority] = entries.filter(({ marker }) => marker === '@cert-authority');
        this.#passedOver = authority ? `; ${authority.where} is passed over: certificates of hosts are not understood` : '';
        this.#revoked = entries.filter(({ marker }) => marker === '@revoked');
    }
    get preferred() {
        if (this.#accepted)
            return algorithmsOf(keyType(Buffer.from(this.#accepted, 'base64')));
        return this.#known.flatMap(({ type }) => algorithmsOf(type));
    }
    isAccepted(key) {
        return this.#accepted === key.toString('base64');
    }
    async refuse(key) {
        const text = key.toString('base64');
        const revoked = this.#revoked.find(entry => entry.key === text);
        if (revoked)
            return { sentence: `its host key ${fingerprint(key)} is revoked by ${revoked.where}`, final: true };
        if (this.#accepted)
            return this.#accepted === text ? undefined : unexpected(text, [this.#accepted]);
        const refusal = this.#judge(key, text);
        if (refusal)
            return refusal;
        if (!this.#known.some(entry => entry.key === text))
            await this.#takeUp(key, text);
        this.#accepted = text;
        return undefined;
    }
    #judge(key, text) {
        const { choice, own } = this.#settings;
        if (choice === 'off' || this.#known.some(entry => entry.key === text))
            return undefined;
        if (this.#known.length > 0) {
            const where = [...new Set(this.#known.map(entry => entry.where))].join(', ');
            const advice = `Known from ${where}. If the machine has new host keys: ssh-keygen -R '${this.#name}'`;
            return unexpected(text, [...new Set(this.#known.map(entry => entry.key))], `Somebody sits in between, or it was made anew. ${advice}`);
        }
        if (choice === 'accept-new')
            return undefined;
        const advice = `Note its key in ${own} (ssh-keyscan), or set ssh { known_hosts = "accept-new" } in an *.ingot.hcl file.`;
        return { sentence: `its host key ${fingerprint(key)} is not known${this.#passedOver}`, advice, final: true };
    }
    async #takeUp(key, text) {
        const { choice, own, noted, say } = this.#settings;
        const what = `Host key ${keyType(key)} ${fingerprint(key)} of ${this.#name}`;
        if (choice === 'off')
            return say(`${what} is taken without a look: known_hosts = "off"`);
        if (!noted)
            return say(`${what} is trusted on first use: known_hosts does not have it${this.#passedOver}`);
        const failure = await note(own, `${this.#name} ${keyType(key)} ${text}\n`).catch((error) => error);
        const where = failure ? `it could not be noted: ${failure.message}` : `it is noted in ${own}`;
        say(`${what} is new and trusted on first use; ${where}${this.#passedOver}`);
    }
}
async function note(file, line) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
    const before = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    await (0,promises_.appendFile)(file, before === '' || before.endsWith('\n') ? line : `\n${line}`, { mode: 0o600 });
}
async function entriesFor(name, file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    return text.split(/\r?\n/).flatMap((line, index) => {
        const words = line.trim().split(/\s+/);
        const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
        const [hosts, type, key] = words;
        if (!hosts || hosts.startsWith('#') || !type || !key || !matches(hosts, name))
            return [];
        return [{ ...(marker && { marker }), type, key, where: `${file}:${index + 1}` }];
    });
}
function matches(hosts, name) {
    if (hosts.startsWith('|1|')) {
        const [, , salt = '', hash] = hosts.split('|');
        return (0,external_node_crypto_.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
    }
    const patterns = hosts.toLowerCase().split(',');
    const takes = (pattern) => wildcard(pattern).test(name);
    if (patterns.some(pattern => pattern.startsWith('!') && takes(pattern.slice(1))))
        return false;
    return patterns.some(pattern => !pattern.startsWith('!') && takes(pattern));
}
const wildcard = (pattern) => new RegExp(`^${pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')}$`);

;// CONCATENATED MODULE: ./build/communicators/ssh/reachable.js



const OVERLAPPING = 4;
const OVERLAP_MILLISECONDS = 2_500;
async function untilReachable(dial, settings, patience, signal, tell) {
    let refused = 0;
    for (let pause = patience.first;; pause = Math.min(pause * 1.5, patience.longest)) {
        const outcome = await firstToAnswer(dial, settings, OVERLAP_MILLISECONDS, signal).catch(obstacleOf);
        if (!(outcome instanceof Error))
            return outcome;
        signal.throwIfAborted();
        tell(outcome);
        if (outcome.kind === 'authentication')
            refused++;
        if (outcome.final || (patience.logins > 0 && refused >= patience.logins))
            throw outcome;
        await (0,abort/* delay */.cb)(outcome.kind === 'authentication' ? loginPause(refused) : pause, signal);
    }
}
const loginPause = (refused) => Math.min(refused * 1000, 7000);
async function firstToAnswer(dial, settings, overlap, signal) {
    const others = new AbortController();
    const knock = async () => {
        const one = attempt(await dial(AbortSignal.any([signal, others.signal])), settings);
        others.signal.addEventListener('abort', () => one !== chosen && one.abandon());
        if (others.signal.aborted)
            one.abandon();
        await Promise.race([one.answered, one.ready]);
        return one;
    };
    let chosen;
    try {
        chosen = await (0,abort/* abortable */.ZC)(overlapping(knock, overlap), signal);
    }
    finally {
        others.abort();
    }
    const giveUp = () => chosen.abandon();
    signal.addEventListener('abort', giveUp);
    try {
        return await (0,abort/* abortable */.ZC)(chosen.ready, signal);
    }
    finally {
        signal.removeEventListener('abort', giveUp);
    }
}
function overlapping(knock, overlap) {
    return new Promise((resolve, reject) => {
        let count = 0;
        const start = () => {
            if (++count >= OVERLAPPING)
                clearInterval(timer);
            knock()
                .finally(() => clearInterval(timer))
                .then(resolve, reject);
        };
        const timer = setInterval(start, overlap);
        start();
    });
}

;// CONCATENATED MODULE: ./build/communicators/ssh/tunnels.js



function tunnelsOf(texts, option) {
    return (texts ?? []).map(text => {
        const part = String.raw `(\[[^\]]+\]|[^:[\]]*)`;
        const found = new RegExp(`^(?:${part}:)?(\\d+):${part}:(\\d+)$`).exec(text);
        const [, bind, port, host, hostPort] = found ?? [];
        if (!host || !isPort(port) || !isPort(hostPort))
            throw new failure/* Failure */.H('invalid', `${option}: "${text}" is not of the form port:host:port`, {
                advice: 'For instance 3306:localhost:3306.',
            });
        return { bind: bare(bind) || '127.0.0.1', port: Number(port), host: bare(host), hostPort: Number(hostPort) };
    });
}
const isPort = (text) => Number(text) > 0 && Number(text) < 65_536;
const bare = (host) => host?.replace(/^\[|\]$/g, '');
async function openLocal(tunnels, link) {
    const servers = [];
    const sockets = new Set();
    const close = () => {
        for (const server of servers)
            server.close();
        for (const socket of sockets)
            socket.destroy();
    };
    try {
        for (const tunnel of tunnels)
            servers.push(await listen(tunnel, sockets, link));
    }
    catch (error) {
        close();
        throw error;
    }
    return close;
}
function listen({ bind, port, host, hostPort }, sockets, link) {
    const serve = async (socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
        try {
            join(socket, await (await link()).forward(host, hostPort));
        }
        catch {
            socket.destroy();
        }
    };
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)(socket => void serve(socket));
        server.once('error', (error) => {
            const why = error.code === 'EADDRINUSE' ? 'another program, or another build, listens there' : error.message;
            reject(new failure/* Failure */.H('failed', `ssh_local_tunnels: port ${port} of this machine cannot be used: ${why}`));
        });
        server.listen(port, bind, () => resolve(server));
    });
}
const HELD_MILLISECONDS = 10_000;
const HELD_PAUSE = 100;
async function openRemote(tunnels, link, again = false) {
    const end = Date.now() + (again ? HELD_MILLISECONDS : 0);
    for (const tunnel of tunnels) {
        for (;;) {
            const failure = await openOne(tunnel, link);
            if (!failure)
                break;
            if (link.lost)
                throw link.loss();
            if (Date.now() >= end)
                throw failure;
            await (0,abort/* delay */.cb)(HELD_PAUSE);
        }
    }
}
async function openOne({ bind, port, host, hostPort }, link) {
    const accept = (channel) => join(channel, (0,external_node_net_.connect)(hostPort, host));
    return link.listen(bind, port, accept).then(() => undefined, (error) => new failure/* Failure */.H('failed', `ssh_remote_tunnels: the machine does not open port ${port}: ${error.message}`, {
        advice: 'Its sshd needs AllowTcpForwarding yes, and the port must be free there.',
    }));
}
function join(one, other) {
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
    other.on('error', () => one.destroy()).on('close', () => one.destroy());
    one.pipe(other).pipe(one);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/connect.js
















const DEFAULT_TIMEOUT = 5 * 60_000;
const DEFAULT_LOGINS = 10;
const SECOND_MILLISECONDS = 5000;
const EVIDENCE_LINES = 30;
async function connect(reach, options, context) {
    const host = options.ssh_host ?? reach.host;
    const port = reach.port ?? options.ssh_port;
    const login = await loginOf(reach, options);
    const settings = { login, hostKeys: await hostKeysOf(reach, host, port, options, context), ...common(options) };
    const way = await wayTo(host, port, options, context);
    const target = `${login.username}@${host}:${port}`;
    const reachIt = async (signal) => {
        const client = await withinTime(target, way.dial, settings, patienceFor(host, options), options, reach, {
            ...context,
            signal,
        });
        return new Link(client, () => reachIt(context.signal.aborted ? AbortSignal.timeout(SECOND_MILLISECONDS) : context.signal));
    };
    const tunnels = {
        local: tunnelsOf(options.ssh_local_tunnels, 'ssh_local_tunnels'),
        remote: tunnelsOf(options.ssh_remote_tunnels, 'ssh_remote_tunnels'),
    };
    context.say(`Connecting to ${target} by SSH`);
    let link;
    let closeTunnels;
    try {
        link = await firstLink(reachIt, options.pause_before_connecting, context);
        await openRemote(tunnels.remote, link);
        const again = async (signal) => {
            context.say(`Connecting to ${target} again: the connection was lost`);
            const next = await reachIt(AbortSignal.any([signal, context.signal]));
            await openRemote(tunnels.remote, next, true).catch(error => {
                next.end();
                throw error;
            });
            return next;
        };
        const parting = { farewell: farewellOf(reach, options, login, context), release: () => [closeTunnels?.(), way.close?.()] };
        const communicator = new SshCommunicator(link, again, parting, options.ssh_pty);
        closeTunnels = await openLocal(tunnels.local, communicator.link);
        return communicator;
    }
    catch (error) {
        link?.end();
        way.close?.();
        throw error;
    }
}
const trusted = new WeakMap();
async function hostKeysOf(reach, host, port, options, context) {
    const { say, signal } = context;
    const { console, hostKeys: pinned } = reach;
    const choice = options.trust?.host_key ?? 'auto';
    const known = trusted.get(reach) ??
        (pinned ? new MachineKeys({ pinned, choice, console, signal, say }) : await knownHosts(host, port, options.trust, say));
    trusted.set(reach, known);
    return known;
}
function farewellOf(reach, options, { key }, { warn }) {
    const clearsKey = options.ssh_clear_authorized_keys && key && reach.privateKey && !options.ssh_private_key_file;
    if (!clearsKey && !reach.temporaryHostKeys)
        return undefined;
    const failed = (what) => (error) => warn(`${what} could not be removed from the machine: ${error.message}`);
    return async (link) => {
        if (clearsKey)
            await clearAuthorizedKeys(link, key).catch(failed('The temporary key'));
        if (reach.temporaryHostKeys)
            await clearHostKeys(link, reach.hostKeys ?? []).catch(failed('Its temporary host keys'));
    };
}
async function firstLink(reach, pause, context) {
    const link = await reach(context.signal);
    context.say('Connected');
    if (!pause)
        return link;
    link.end();
    context.say(`Pausing for ${(0,duration_text/* duration */.p)(pause)} before the connection that is used`);
    await (0,abort/* delay */.cb)(pause, context.signal);
    return reach(context.signal);
}
const common = (options) => ({
    ciphers: options.ssh_ciphers,
    keyExchanges: options.ssh_key_exchange_algorithms,
    keepAlive: Math.max(0, options.ssh_keep_alive_interval),
});
async function wayTo(host, port, options, context) {
    const idle = options.ssh_read_write_timeout;
    const login = await bastionLogin(options);
    if (login && options.ssh_proxy_host) {
        throw new failure/* Failure */.H('invalid', 'ssh_bastion_host and ssh_proxy_host cannot both be set');
    }
    if (options.ssh_proxy_host) {
        const { ssh_proxy_host, ssh_proxy_port, ssh_proxy_username, ssh_proxy_password } = options;
        const proxy = { host: ssh_proxy_host, port: ssh_proxy_port, username: ssh_proxy_username, password: ssh_proxy_password };
        return throughProxy(proxy, host, port, idle);
    }
    if (!login)
        return straight(host, port, idle);
    const bastion = options.ssh_bastion_host;
    const hostKeys = await knownHosts(bastion, options.ssh_bastion_port, options.trust, context.say);
    const settings = { login, hostKeys, ...common(options) };
    return throughBastion(straight(bastion, options.ssh_bastion_port, idle), settings, bastion, host, port);
}
function patienceFor(host, options) {
    const near = host === 'localhost' || host === '::1' || ((0,external_node_net_.isIPv4)(host) && host.startsWith('127.'));
    const logins = options.ssh_handshake_attempts ?? (timeoutOf(options) === undefined ? DEFAULT_LOGINS : 0);
    return near ? { logins, first: 50, longest: 500 } : { logins, first: 250, longest: 2500 };
}
const timeoutOf = (options) => options.ssh_timeout ?? options.ssh_wait_timeout;
async function withinTime(target, dial, settings, patience, options, reach, context) {
    const milliseconds = timeoutOf(options) ?? (options.ssh_handshake_attempts === undefined ? DEFAULT_TIMEOUT : undefined);
    const limit = milliseconds === undefined ? undefined : (0,abort/* timeLimit */.zc)(milliseconds, new Error('time is over'));
    const signal = limit ? AbortSignal.any([context.signal, limit.signal]) : context.signal;
    let last;
    try {
        return await untilReachable(dial, settings, patience, signal, obstacle => {
            if (obstacle.message !== last?.message)
                context.progress(`waiting for SSH: ${obstacle.message}`);
            last = obstacle;
        });
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (!(error instanceof Obstacle) && !limit?.signal.aborted)
            throw error;
        const obstacle = error instanceof Obstacle ? error : last;
        const within = error instanceof Obstacle || milliseconds === undefined ? '' : ` within ${(0,duration_text/* duration */.p)(milliseconds)}`;
        const why = obstacle?.message ?? 'nothing answers';
        throw new failure/* Failure */.H('failed', `cannot reach ${target} by SSH${within}: ${why}`, {
            advice: obstacle?.advice,
            evidence: await lastLines(reach, context.signal),
            cause: obstacle,
        });
    }
    finally {
        limit?.stop();
    }
}
async function lastLines(reach, signal) {
    const text = await reach.console?.(signal).catch(() => undefined);
    const lines = text?.trimEnd().split(/\r?\n/).slice(-EVIDENCE_LINES) ?? [];
    return lines.some(line => line.trim() !== '') ? `the last lines on its console:\n${lines.join('\n')}` : undefined;
}


/***/ }),

/***/ 28028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ mapLimited)
/* harmony export */ });
async function mapLimited(items, limit, work) {
    const results = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            results[index] = await work(items[index]);
        }
    };
    const workers = limit < 1 ? items.length : Math.min(limit, items.length);
    await Promise.all(Array.from({ length: workers }, worker));
    return results;
}


/***/ }),

/***/ 77464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mv: () => (/* binding */ TAR_BLOCK),
/* harmony export */   pI: () => (/* binding */ tarHeader),
/* harmony export */   vr: () => (/* binding */ tarPadding)
/* harmony export */ });
const TAR_BLOCK = 512;
function tarHeader({ name, mode, size, seconds, type, link, owner, format }) {
    const block = Buffer.alloc(TAR_BLOCK);
    name.copy(block, 0, 0, 100);
    octal(block, mode, 100, 7);
    octal(block, owner?.uid ?? 0, 108, 7);
    octal(block, owner?.gid ?? 0, 116, 7);
    if (format === 'gnu' && size > 0o77777777777)
        binary(block, size, 124, 12);
    else
        octal(block, size, 124, 11);
    octal(block, seconds, 136, 11);
    block.write(type, 156, 'latin1');
    link?.copy(block, 157, 0, 100);
    block.write(format === 'gnu' ? 'ustar  \0' : 'ustar\u000000', 257, 'latin1');
    if (owner) {
        block.write(owner.user, 265, 31, 'utf8');
        block.write(owner.group, 297, 31, 'utf8');
    }
    if (format === 'gnu' && type !== 'L')
        for (const at of [329, 337])
            octal(block, 0, at, 7);
    block.fill(' ', 148, 156);
    octal(block, sum(block), 148, 6);
    block[154] = 0;
    return block;
}
const sum = (block) => block.reduce((total, byte) => total + byte, 0);
function octal(block, value, at, width) {
    const digits = Math.max(0, Math.floor(value)).toString(8).padStart(width, '0');
    block.write(digits.length > width ? '7'.repeat(width) : digits, at, 'latin1');
}
function binary(block, value, at, width) {
    block.writeBigUInt64BE(BigInt(value), at + width - 8);
    block[at] = 0x80;
}
const tarPadding = (size) => Buffer.alloc((TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);


/***/ }),

/***/ 32226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ConnectionLost)
/* harmony export */ });
class ConnectionLost extends Error {
}


/***/ })

};
;