"use strict";
exports.id = 989;
exports.ids = [989];
exports.modules = {

/***/ 5989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ plugins)
});

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
;// CONCATENATED MODULE: ./build/communicators/none/index.js

const refuse = async () => {
    throw new failure/* Failure */.H('failed', 'this build has communicator = "none": there is no way to speak to the machine', {
        advice: 'Use provisioners that work on this machine (shell-local), or set communicator = "ssh".',
    });
};
const silent = {
    run: refuse,
    upload: refuse,
    uploadFile: refuse,
    uploadFolder: refuse,
    downloadFile: refuse,
    downloadFolder: refuse,
    close: async () => undefined,
};
const none = {
    type: 'none',
    summary: 'The machine is not spoken to; only provisioners that work on this machine can run.',
    connect: async () => silent,
};

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(8691);
// EXTERNAL MODULE: ./node_modules/node-ssh/lib/esm/index.mjs + 2 modules
var esm = __webpack_require__(9487);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/communicators/ssh/host-keys.js
/** Who answers is checked before anything is told: host keys are pinned, or the first one seen is kept for the life of the build. */

class HostKeys {
    #accepted;
    #order;
    #say;
    #seen;
    /** `pinned` in OpenSSH's public form (`ssh-ed25519 AAAA… comment`). `say` hears of a key that is trusted on first use. */
    constructor(pinned, say) {
        this.#accepted = pinned.map(line => line.trim().split(/\s+/)[1] ?? '').filter(key => key !== '');
        this.#order = pinned.flatMap(line => algorithmsOf(line.trim().split(/\s+/)[0] ?? ''));
        this.#say = say;
    }
    /** Kinds of keys to ask the server for first, so that it shows the one we know. */
    get preferred() {
        return this.#seen ? algorithmsOf(keyType(Buffer.from(this.#seen, 'base64'))) : this.#order;
    }
    get pinned() {
        return this.#accepted.length > 0;
    }
    /** Undefined when the key is the right one; else a sentence. */
    refuse(key) {
        const text = key.toString('base64');
        const known = this.pinned ? this.#accepted : this.#seen ? [this.#seen] : [];
        if (known.includes(text))
            return undefined;
        if (known.length > 0) {
            const expected = known.map(other => fingerprint(Buffer.from(other, 'base64'))).join(' or ');
            return `it shows host key ${fingerprint(key)}, not ${expected}`;
        }
        this.#seen = text;
        this.#say(`Host key ${keyType(key)} ${fingerprint(key)} is trusted on first use: nobody told us which one to expect`);
        return undefined;
    }
}
const fingerprint = (key) => `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
const keyType = (key) => key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1');
const algorithmsOf = (type) => type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] : type === '' ? [] : [type];

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(5472);
;// CONCATENATED MODULE: ./build/communicators/ssh/private-key.js
/** Private keys as people have them: OpenSSH's own format, PEM of RSA and EC keys, PKCS#8. ssh2 does not know the last one. */






async function readPrivateKeyFile(path, option) {
    const expanded = path === '~' || path.startsWith('~/') ? (0,external_node_path_.join)((0,external_node_os_.homedir)(), path.slice(1)) : path;
    const text = await (0,promises_.readFile)(expanded, 'utf8').catch((error) => {
        const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
        throw new failure/* Failure */.H('invalid', `${option}: cannot read ${expanded}: ${why}`);
    });
    return parsePrivateKey(text, `${option} (${expanded})`);
}
/** `origin` names the key in the sentence of an error; the key itself is never told. */
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
/** There is no older PEM form of Ed25519, so it is written in OpenSSH's (PROTOCOL.key in its source). */
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
/** SSH's string: four bytes of length, then the bytes. */
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
        key: await keyOf(reach, options),
        password: options.ssh_password ?? reach.password,
    };
}
/** Undefined when the template names no bastion host. Without a key of its own it is opened by the machine's. */
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
        key: file ? await readPrivateKeyFile(file, option) : undefined,
        password: options.ssh_bastion_password,
    };
}
async function keyOf(reach, options) {
    if (options.ssh_private_key_file)
        return readPrivateKeyFile(options.ssh_private_key_file, 'ssh_private_key_file');
    return reach.privateKey ? parsePrivateKey(reach.privateKey, 'the temporary key') : undefined;
}
function agentSocket(option) {
    const socket = process.env.SSH_AUTH_SOCK;
    if (socket)
        return socket;
    throw new failure/* Failure */.H('invalid', `${option} is set, but SSH_AUTH_SOCK is not: there is no agent to ask`, {
        advice: 'Start one (eval "$(ssh-agent)"; ssh-add KEY), or name the key by ssh_private_key_file.',
    });
}
/** ssh2 asks it for the next method until it answers false. `none` is asked only when there is nothing else: it wastes an attempt. */
function authentication(login, tried) {
    const { username, agent, key, password } = login;
    const methods = [
        agent !== undefined && { type: 'agent', username, agent, name: 'the keys of the agent' },
        key && { type: 'publickey', username, key, name: `key ${fingerprint(key.getPublicSSH())}` },
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
/** Every question is answered with the password, as Packer does: servers ask but one. */
const answer = (password) => (_name, _text, _language, prompts, finish) => finish(prompts.map(() => password));

;// CONCATENATED MODULE: ./build/communicators/ssh/obstacle.js
class Obstacle extends Error {
    kind;
    advice;
    final;
    constructor(kind, 
    /** Completes "cannot reach X by SSH: …". */
    message, advice, 
    /** Waiting does not help. */
    final = false) {
        super(message);
        this.kind = kind;
        this.advice = advice;
        this.final = final;
    }
}
const FIREWALL = 'Check the address, the security group or firewall, and that the machine boots far enough to start its SSH server.';
/** What the socket or ssh2 reported, in our words. `tried` is of the authentication of this attempt, `hostKey` of its host key check. */
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
        return new Obstacle('algorithms', `both sides have no algorithm in common: ${what}`, 'See ssh_ciphers and ssh_key_exchange_algorithms.', true);
    }
    if (/Invalid identification|Protocol version|greeting/i.test(message)) {
        return new Obstacle('not ssh', 'what answers on the port is not an SSH server', 'See ssh_host and ssh_port.');
    }
    if (level === 'client-timeout' || /timed? ?out/i.test(message)) {
        return new Obstacle('timed out', 'the connection stands, but the SSH server does not go on with it', FIREWALL);
    }
    return new Obstacle('closed', `the connection is closed before SSH is ready (${message})`, FIREWALL);
}
const hostKeyObstacle = (sentence) => new Obstacle('host key', `it is not the machine that was expected: ${sentence}. Nothing was told to it`, 'Somebody sits in between, or the address belongs to another machine now, or the machine made itself new host keys.', true);
function authenticationObstacle({ methods, accepted }) {
    const offered = methods.join(', then ') || 'nothing';
    const takes = accepted && accepted.length > 0 ? ` (the server takes: ${accepted.join(', ')})` : '';
    const advice = methods.some(method => method.startsWith('key'))
        ? 'Wrong user or wrong key: see ssh_username (admin, ubuntu, ec2-user …, by image) and what the image does with its first public key.'
        : 'See ssh_username, ssh_password and ssh_private_key_file.';
    return new Obstacle('authentication', `it does not let us in with ${offered}${takes}`, advice);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/attempt.js



/** One minute for key exchange and authentication, as Packer has it; emulated machines need seconds. */
const HANDSHAKE_MILLISECONDS = 60_000;
/** Unanswered questions before a link counts as dead: two minutes at the default of one in 5 s. */
const UNANSWERED = 24;
function attempt(socket, settings) {
    const tried = { methods: [] };
    let refusal;
    const ssh = new esm/* NodeSSH */.H();
    // NodeSSH stops listening for errors once it is connected; without a listener a reset would end the process.
    const connecting = ssh.connect({
        sock: socket,
        username: settings.login.username,
        authHandler: authentication(settings.login, tried),
        algorithms: algorithms(settings),
        readyTimeout: HANDSHAKE_MILLISECONDS,
        keepaliveInterval: settings.keepAlive,
        keepaliveCountMax: UNANSWERED,
        hostVerifier: (key) => {
            refusal = settings.hostKeys.refuse(key);
            return refusal === undefined;
        },
    });
    const client = ssh.connection;
    // Not before ssh2 has paused the stream: a listener of ours would set it flowing past ssh2.
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
        ...(ciphers && { cipher: ciphers }),
        ...(keyExchanges && { kex: keyExchanges }),
        // Known kinds first, others after them: a server that shows another kind is then refused for its key and not for its kind.
        ...(hostKeys.preferred.length > 0 && { serverHostKey: preferring(hostKeys.preferred) }),
    };
}
const preferring = (types) => [...new Set([...types, ...HOST_KEY_TYPES])].filter(type => HOST_KEY_TYPES.includes(type));
/** What ssh2 can verify. */
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
var model_communicator = __webpack_require__(2226);
;// CONCATENATED MODULE: ./build/communicators/ssh/sftp-session.js
class SftpSession {
    raw;
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
    #end(error) {
        this.#over ??= error;
        for (const reject of this.#pending)
            reject(error);
        this.#pending.clear();
    }
}

;// CONCATENATED MODULE: ./build/communicators/ssh/link.js



/** The server has no SFTP subsystem, or what answers is not SFTP. */
class NoSftp extends Error {
}
/** The link was found broken before the command was asked for: asking again on another one runs it once. */
class NotStarted extends model_communicator/* ConnectionLost */.p {
}
/** A slot is free only after the server has reaped the process of the channel before: a few milliseconds, under load more. */
const SLOT_TRIES = 12;
class Link {
    another;
    #client;
    #lost;
    #sftp;
    #transfers = 0;
    #open = 0;
    /** How many channels the server allows, learnt when it refuses one. */
    #limit = Number.POSITIVE_INFINITY;
    #waiting = [];
    /** `another` opens a second connection to the same machine. */
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
    }
    get lost() {
        return this.#lost !== undefined;
    }
    /** The server is known to allow one channel only. */
    get narrow() {
        return this.#limit <= 1;
    }
    /** For what fails because the link does. */
    loss() {
        return new model_communicator/* ConnectionLost */.p(`the SSH connection is lost: ${this.#lost?.message ?? 'no answer'}`);
    }
    /** Whether the link broke is known a moment after its channels have ended. */
    async settled() {
        for (let turn = 0; turn < 3 && !this.lost; turn++)
            await (0,abort/* delay */.cb)(turn * 10);
    }
    /** `atOnce`: fails where it would have to wait for another channel to end. */
    async exec(command, pty, atOnce = false) {
        const terminal = pty ? { term: 'xterm', rows: 40, cols: 80, modes: { ECHO: 0 } } : undefined;
        const channel = await this.#slot(() => new Promise((resolve, reject) => {
            this.#client.exec(command, { ...(terminal && { pty: terminal }) }, (error, opened) => {
                if (error)
                    return reject(error);
                noteExit(opened);
                resolve(opened);
            });
        }), atOnce);
        channel.once('close', () => this.#closed());
        return channel;
    }
    /** A stream from the machine onwards, as a bastion host gives it. */
    forward(host, port) {
        return new Promise((resolve, reject) => {
            this.#client.forwardOut('127.0.0.1', 0, host, port, (error, channel) => (error ? reject(error) : resolve(channel)));
        });
    }
    /** One SFTP session is kept for all transfers, unless the server has no room for it beside commands. NoSftp when it has none at all. */
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
        const open = () => new Promise((resolve, reject) => this.#client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
        try {
            const raw = await this.#slot(open);
            raw.once('close', () => {
                over();
                this.#closed();
            });
            return new SftpSession(raw);
        }
        catch (error) {
            over();
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
                if (!isFull(error) || tries >= SLOT_TRIES)
                    throw error;
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
/** A refused channel carries a reason (RFC 4254, 5.1); a refused command or subsystem does not. */
const isFull = (error) => error instanceof Error && 'reason' in error && error.reason !== '';
/** ssh2 says so when the link ends between the request for the command and the answer to it. */
const wasAsked = (error) => error instanceof Error && error.message === 'Unable to exec';
/** A short command's end can stand in the same packet as its beginning: whoever awaits the channel would listen too late. */
const exits = new WeakMap();
function noteExit(channel) {
    channel.once('exit', (status, name) => {
        exits.set(channel, { status: status ?? undefined, ...(name && { signal: name }) });
    });
}
/** How its command ended; undefined when the server has not said, or never did. */
const exitNotedOn = (channel) => exits.get(channel);

;// CONCATENATED MODULE: ./build/communicators/ssh/bastion.js
/** Through a bastion host: its connection is opened when first needed, kept, and opened again when it was lost. */



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
/** The server's own words come with a reason (RFC 4254, 5.1): 1 prohibited, 2 connect failed. */
function forwardObstacle(error, name) {
    if (error.reason === 1) {
        return new Obstacle('detour', `the bastion host ${name} does not let us through`, 'Its sshd needs AllowTcpForwarding yes.', true);
    }
    const why = error.message.replace('(SSH) Channel open failure: ', '');
    return new Obstacle('refused', `the bastion host ${name} cannot connect to it: ${why}`);
}

;// CONCATENATED MODULE: ./build/lib/posix-quote.js
/** Text as one word of a POSIX shell. */
const quote = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/communicators/ssh/stop-script.js
/**
 * Ends everything that an SSH connection has started. Run on the machine by `sh -s` over another channel of the connection:
 * its parent (or the process given as argument) is the server's process for this connection, whose other descendants are what is to end, with all of their
 * sessions, so that what they start meanwhile ends too. TERM first, KILL after 5 s; through sudo where a process belongs to
 * another user. SFTP servers are spared: they are ours. Wants POSIX sh, and /proc or ps. Status 0: all are gone.
 */
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
table=$(rows)
mine=$(echo "$table" | while read -r pid parent session name; do [ "$pid" = $$ ] && echo "$session"; done)
found= sessions= queue=\${1:-$PPID}
while [ -n "$queue" ]; do
  next=
  while read -r pid parent session name; do
    [ "$pid" = $$ ] && continue
    case "\${name##*/}" in sshd* | sftp-server) continue ;; esac
    case " $queue " in
      *" $parent "*)
        next="$next $pid"
        [ "$session" = "$mine" ] || sessions="$sessions $session"
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



/** The script gives processes 5 s after TERM and 3 s after KILL. */
const STOP_MILLISECONDS = 10_000;
/** Resolves when the command is over, or when nothing more can be done. */
async function stop(link, channel, ended) {
    const over = ended.then(() => true, () => true);
    const isOver = (milliseconds) => (0,abort/* withGrace */.pj)(over, AbortSignal.abort(), milliseconds).catch(() => false);
    try {
        await (0,abort/* withGrace */.pj)(byScript(link), AbortSignal.abort(), STOP_MILLISECONDS);
    }
    catch {
        channel.signal('TERM');
        if (!(await isOver(STOP_MILLISECONDS / 2)))
            channel.signal('KILL');
    }
    await isOver(1000);
    channel.close();
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
/** The server's process for this connection; undefined where the shell there does not tell. */
function serverProcess(link) {
    const known = processes.get(link);
    if (known)
        return known;
    const asked = ask(link);
    processes.set(link, asked);
    return asked;
}
async function ask(link) {
    const { channel, exit } = await openCommand(link, 'echo $PPID');
    let text = '';
    channel.on('data', (chunk) => {
        text += chunk.toString();
    });
    channel.end();
    await exit;
    return /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./build/communicators/ssh/command.js
/** Runs one command on one channel, and really stops it when asked to. */




const SAID_LIMIT = 4096;
async function runCommand(link, command, options, pty) {
    const { signal, onStdout, onStderr } = options;
    signal?.throwIfAborted();
    // Where there will be no second channel for it, what is needed to stop the command has to be known before.
    if (signal && link.narrow)
        await serverProcess(link);
    const channel = await link.exec(command, options.pty ?? pty);
    channel.on('data', (chunk) => onStdout?.(chunk));
    channel.stderr.on('data', (chunk) => onStderr?.(chunk));
    const ended = exitOf(channel, link);
    feed(channel, options.stdin);
    return stoppedBy(signal, link, channel, ended);
}
/** A command whose input and output are streams of data. */
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
        stopping = () => stop(link, channel, ended).finally(() => reject(signal.reason));
        if (signal.aborted)
            stopping();
        else
            signal.addEventListener('abort', stopping, { once: true });
    });
    try {
        const exit = await Promise.race([ended, stopped]);
        // One that ended because it was stopped has not come to its own end.
        return signal.aborted ? await stopped : exit;
    }
    finally {
        if (stopping)
            signal.removeEventListener('abort', stopping);
    }
}
/** Rejects with ConnectionLost when the link breaks first. */
function exitOf(channel, link) {
    const stderrRead = new Promise(done => channel.stderr.once('close', () => done()));
    return new Promise((resolve, reject) => {
        channel.on('close', async () => {
            await (0,abort/* withGrace */.pj)(stderrRead, AbortSignal.abort(), 1000).catch(() => undefined);
            const exit = exitNotedOn(channel);
            if (exit)
                return resolve(exit);
            // No exit status: either the link broke, or the server closed the channel, as one does that goes down.
            await link.settled();
            if (link.lost)
                reject(link.loss());
            else
                resolve({ status: undefined });
        });
    });
}
function feed(channel, stdin) {
    if (!(stdin instanceof external_node_stream_.Readable))
        return void (stdin ? channel.end(Buffer.from(stdin)) : channel.end());
    stdin.pipe(channel);
    channel.once('close', () => stdin.destroy());
}

;// CONCATENATED MODULE: ./build/communicators/ssh/clear-keys.js


/** Root's file too, where cloud-init has put the key there with a refusal in front. Mode and owner of the files stay. */
const script = (key) => `
clear() {
  $1 test -f "$2" || return 0
  left=$($1 cat "$2" | grep -vF ${quote(key)})
  printf '%s\\n' "$left" | $1 tee "$2" > /dev/null
}
clear '' ~/.ssh/authorized_keys
if [ "$(id -u)" != 0 ]; then sudo -n true 2> /dev/null && clear 'sudo -n' /root/.ssh/authorized_keys; fi
exit 0
`;
async function clearAuthorizedKeys(link, key) {
    await runCommand(link, `exec sh -c ${quote(script(key.getPublicSSH().toString('base64')))}`, {}, false);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/lib/limit.js
var limit = __webpack_require__(8028);
;// CONCATENATED MODULE: ./build/communicators/ssh/pieces.js
/** As much as OpenSSH takes in one request (limits@openssh.com: 261120), less the head that ssh2 reckons with. */
const PIECE = 253_952;
/** 4 MB under way, which fills a gigabit link at 30 ms of round trip. */
const DEPTH = 16;
const PROGRESS_MILLISECONDS = 250;
/** `work` moves `length` bytes at `position` by way of the buffer, which is its own until it is done. */
async function inPieces(size, work, advance, { signal, onProgress }) {
    let next = advance.from;
    let done = advance.from;
    let told = 0;
    const underWay = new Set();
    const arrived = (position, length) => {
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
/** Files over SFTP, with many requests under way at once. */


/** Of an error that the server answered: SSH_FX_NO_SUCH_FILE and so on (draft-ietf-secsh-filexfer-02, 7). */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
/** Mode is set exactly, whatever the umask over there; where it is not ours to set (a device, another's file) it stays. */
async function openForWriting(sftp, path, flags, mode) {
    const handle = await sftp.call(done => sftp.raw.open(path, flags, { mode }, done));
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
    // The server answers in order, so nothing is lost by asking to close before the writes are confirmed.
    const closing = sftp.call(done => sftp.raw.close(handle, done));
    await Promise.all([...writing, closing]);
}
/** `advance.from` above 0 goes on with what an earlier call began. */
async function sendFile(sftp, local, path, advance, options) {
    const file = await (0,promises_.open)(local, 'r');
    try {
        const { size, mode } = await file.stat();
        const handle = await openForWriting(sftp, path, advance.from > 0 ? 'r+' : 'w', mode & 0o7777);
        const send = async (buffer, position) => {
            const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
            if (bytesRead < buffer.length)
                throw new Error(`${local} became shorter while it was read`);
            await sftp.call(done => sftp.raw.write(handle, buffer, 0, buffer.length, position, done));
        };
        await inPieces(size, send, advance, options).catch(error => {
            sftp.raw.close(handle, () => undefined);
            throw error;
        });
        const arrived = await sftp.call(done => sftp.raw.fstat(handle, done));
        await sftp.call(done => sftp.raw.close(handle, done));
        if (arrived.isFile() && arrived.size !== size)
            throw new Error(`${path} has ${arrived.size} bytes there, not ${size}`);
    }
    finally {
        await file.close();
    }
}
/** False: not a plain file with a size (a device, /proc), which has to be read to its end in another way. */
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
/** 0 at the end of the file. */
const readAt = (sftp, handle, into, at, position) => sftp.call(done => sftp.raw.read(handle, into, at, into.length - at, position + at, done));

;// CONCATENATED MODULE: ./build/communicators/ssh/tar-read.js
/** Unpacks a tar stream that a machine sent into a folder here. The machine is not trusted: nothing lands outside the folder. */



const BLOCK = 512;
/** Understands ustar, pax and GNU's long names, which covers every tar's default. */
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
/** Folders on the way are made; a link among them could lead out and is refused. */
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
/** GNU's way to write numbers that have no room as octal digits. */
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
/** A stream of chunks of any size, read by exact counts. */
class Blocks {
    #chunks;
    #rest = Buffer.alloc(0);
    constructor(stream) {
        this.#chunks = stream[Symbol.asyncIterator]();
    }
    /** Undefined at the end of the stream; throws when it ends within. */
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
    /** The content of an entry, without the padding after it. */
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

;// CONCATENATED MODULE: ./build/communicators/ssh/tar-write.js
/**
 * Writes a folder as a tar stream (POSIX ustar, pax headers where ustar has no room), so that it needs one channel and no round
 * trip for each file. Our own and not `tar`: owners are left out, the folder itself is not an entry (its mode over there stays),
 * and links that lead out of the folder are followed, as they would lead nowhere on the machine.
 */


/** Smaller files are read in one go: opening a stream costs more than they do. */
const SMALL = 256 * 1024;
const tar_write_BLOCK = 512;
/** All below the folder, each folder before what is in it, sorted by name. Sockets, pipes and devices are left out. */
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
const sizeOf = (entries) => entries.reduce((sum, { stats, target }) => sum + (stats.isFile() && target === undefined ? stats.size : 0), 0);
/** `onBytes` hears of the content of files as it is read. */
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
        if (entry.stats.isFile() && entry.target === undefined) {
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
            put(padding(entry.stats.size));
        }
        if (size > SMALL) {
            yield Buffer.concat(batch);
            batch = [];
            size = 0;
        }
    }
    put(Buffer.alloc(2 * tar_write_BLOCK));
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
const padding = (size) => Buffer.alloc((tar_write_BLOCK - (size % tar_write_BLOCK)) % tar_write_BLOCK);
function header(entry) {
    const { stats, target } = entry;
    const folder = stats.isDirectory();
    const name = Buffer.from(folder ? `${entry.name}/` : entry.name);
    const link = Buffer.from(target ?? '');
    const size = stats.isFile() && target === undefined ? stats.size : 0;
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
    return [headerBlock(Buffer.from('pax'), 0o644, extra.length, 0, 'x', Buffer.alloc(0)), extra, padding(extra.length), block];
}
function headerBlock(name, mode, size, seconds, type, link) {
    const block = Buffer.alloc(tar_write_BLOCK);
    const octal = (value, at, width) => {
        const digits = Math.max(0, Math.floor(value)).toString(8).padStart(width, '0');
        block.write(digits.length > width ? '7'.repeat(width) : digits, at, 'latin1');
    };
    name.copy(block, 0, 0, 100);
    octal(mode, 100, 7);
    octal(0, 108, 7);
    octal(0, 116, 7);
    octal(size, 124, 11);
    octal(seconds, 136, 11);
    block.fill(' ', 148, 156);
    block.write(type, 156, 'latin1');
    link.copy(block, 157, 0, 100);
    block.write('ustar\u000000', 257, 'latin1');
    octal(block.reduce((sum, byte) => sum + byte, 0), 148, 6);
    block[154] = 0;
    return block;
}
/** `LENGTH key=value\n`, where the length counts itself. */
function record(key, value) {
    const rest = key.length + value.length + 3;
    let length = rest + String(rest).length;
    length = rest + String(length).length;
    return Buffer.concat([Buffer.from(`${length} ${key}=`), value, Buffer.from('\n')]);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/folder.js
/** Folders: one tar stream over one channel; file by file where the machine has no tar. */










/** Exit status of our scripts for a machine without tar; tar's own are 0, 1 and 2. */
const NO_TAR = 96;
const folder_PROGRESS_MILLISECONDS = 250;
const FILES_AT_ONCE = 16;
/** Owners become the one who logs in; folders that exist keep their mode (GNU tar would change even that of /tmp). */
const unpackScript = (folder) => `mkdir -p ${quote(folder)} && cd ${quote(folder)} || exit 1
command -v tar > /dev/null || exit ${NO_TAR}
keep=
case "$(tar --help 2>&1)" in *--no-overwrite-dir*) keep=--no-overwrite-dir ;; esac
exec tar -x $keep -o -p -f -`;
/** Resolves with the exit status and what the machine said about it. */
async function sendTar(link, entries, folder, options) {
    const { channel, said, exit } = await openCommand(link, `exec sh -c ${quote(unpackScript(folder))}`, options.signal);
    channel.resume();
    const tell = progressOf(sizeOf(entries), options);
    // A machine without tar, or with a full disk, ends while we still write: its exit tells more than our broken pipe.
    const writing = (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(tarStream(entries, tell), { objectMode: false, highWaterMark: 1 << 20 }), channel, {
        signal: options.signal,
    }).catch((error) => error);
    const { status } = await exit;
    const failure = await Promise.race([writing, Promise.resolve()]);
    if (failure && status === 0)
        throw failure;
    return { status, said: said() };
}
async function fetchTar(link, remote, folder, options) {
    const script = `cd ${quote(remote)} || exit 1; command -v tar > /dev/null || exit ${NO_TAR}; exec tar -c -f - .`;
    const { channel, said, exit } = await openCommand(link, `exec sh -c ${quote(script)}`, options.signal);
    channel.end();
    const tell = progressOf(0, options);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const failure = await unpack(channel, folder, tell).catch((error) => {
        channel.close();
        return error;
    });
    channel.resume();
    const { status } = await exit;
    if (failure && (status === 0 || status === undefined))
        throw failure;
    return { status, said: said() };
}
/** `total` 0: it is not known. */
function progressOf(total, { onProgress }) {
    let done = 0;
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
        // It may be there already; if it is not and cannot be, the files in it will say so.
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

;// CONCATENATED MODULE: ./build/communicators/ssh/remote-path.js
/** Paths as people write them for scp, whose far side is a shell: `~/x` and `$HOME/x` mean something there. SFTP has no shell. */


/** A path that SFTP takes literally. As with scp the shell sees the folder only, not the file's own name. */
async function expanded(link, path) {
    if (path === '~')
        return '.';
    // SFTP and commands start in the home folder.
    if (path.startsWith('~/'))
        return path.replace(/^~\/+/, '') || '.';
    const folder = external_node_path_.posix.dirname(path);
    if (!/^~|\$/.test(folder))
        return path;
    let text = '';
    const onStdout = (chunk) => {
        text += Buffer.from(chunk).toString();
    };
    const { status } = await runCommand(link, `printf %s ${folder.replaceAll(' ', '\\ ')}`, { onStdout }, false);
    return status === 0 && text !== '' ? external_node_path_.posix.join(text, external_node_path_.posix.basename(path)) + (path.endsWith('/') ? '/' : '') : path;
}

;// CONCATENATED MODULE: ./build/communicators/ssh/transfer-failure.js
/** Why a file did not get across, as a sentence. */



const ELSEWHERE = 'Upload to a place that the user may write to, such as /tmp, and move it with sudo in a shell provisioner.';
/** A lost connection stays one, so that whoever asked may try again; an interruption stays as it is. */
function transferFailure(error, direction, path) {
    if (!(error instanceof Error) || error instanceof failure/* Failure */.H || error.name === 'AbortError')
        return error;
    const what = direction === 'upload' ? `upload to ${path}` : `download of ${path}`;
    if (error instanceof model_communicator/* ConnectionLost */.p)
        return new model_communicator/* ConnectionLost */.p(`${what} broke off: ${error.message}`);
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
/** The machine as provisioners see it: commands and files over one connection, which is made anew when it was lost. */












/** A transfer goes on over new connections as long as each brings it further; so many may bring nothing. */
const FRUITLESS = 3;
class SshCommunicator {
    #connect;
    #parting;
    #pty;
    #link;
    #closed = false;
    /** Learnt from the machine when it first refuses. */
    #hasSftp = true;
    #hasTar = true;
    constructor(link, connect, parting, pty) {
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
        await this.#resuming(options, 'upload', remotePath, async (link, advance) => {
            const path = await expanded(link, remotePath);
            if (await this.#bySftp(link, sftp => sendFile(sftp, localPath, path, advance, options)))
                return;
            const { mode } = await (0,promises_.stat)(localPath);
            await writeByCat(link, (0,external_node_fs_.createReadStream)(localPath), path, mode & 0o7777, options.signal);
        });
    }
    async uploadFolder(localPath, remotePath, options = {}) {
        const entries = listFolder(localPath);
        await this.#resuming(options, 'upload', remotePath, async (link) => {
            const path = await expanded(link, remotePath);
            if (this.#hasTar) {
                const { status, said } = await sendTar(link, entries, path, options);
                if (status === 0)
                    return;
                if (status !== NO_TAR && status !== 127)
                    throw new Error(said || `tar ended with status ${status}`);
                this.#hasTar = false;
            }
            if (await this.#bySftp(link, sftp => sendEach(sftp, entries, path, options)))
                return;
            throw new Error('the machine has neither tar nor SFTP');
        });
    }
    async downloadFile(remotePath, localPath, options = {}) {
        await this.#resuming(options, 'download', remotePath, async (link, advance) => {
            const path = await expanded(link, remotePath);
            let whole = false;
            await this.#bySftp(link, async (sftp) => {
                whole = await fetchFile(sftp, path, localPath, advance, options);
            });
            if (!whole)
                await readByCat(link, path, localPath, options.signal);
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
    /** The connection, or a new one when it was lost. */
    async #current(signal = new AbortController().signal) {
        const link = await this.#link.catch(() => undefined);
        if (link && !link.lost)
            return link;
        if (this.#closed)
            throw new model_communicator/* ConnectionLost */.p('the SSH connection was closed');
        this.#link = this.#connect(signal);
        return this.#link;
    }
    /** False: the machine has no SFTP, and another way has to be taken. */
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
    async #resuming({ signal }, direction, path, work) {
        const advance = { from: 0 };
        for (let fruitless = 0;;) {
            const before = advance.from;
            try {
                return await work(await this.#current(signal), advance);
            }
            catch (error) {
                signal?.throwIfAborted();
                if (!(error instanceof model_communicator/* ConnectionLost */.p))
                    throw transferFailure(error, direction, path);
                fruitless = advance.from > before ? 0 : fruitless + 1;
                if (this.#closed || fruitless >= FRUITLESS)
                    throw transferFailure(error, direction, path);
            }
        }
    }
}
/** For machines without SFTP, and for content whose length nobody knows yet. */
async function writeByCat(link, content, path, mode, signal) {
    const file = quote(path);
    let said = '';
    const script = `cat > ${file} && chmod ${mode.toString(8)} ${file}`;
    const hear = (chunk) => {
        if (said.length < 4096)
            said += Buffer.from(chunk).toString();
    };
    const options = { stdin: content, signal, onStdout: hear, onStderr: hear };
    const { status } = await runCommand(link, `exec sh -c ${quote(script)}`, options, false);
    if (status !== 0)
        throw new Error(said.trim() || `cat ended with status ${status}`);
}
async function readByCat(link, path, local, signal) {
    const { channel, said, exit } = await openCommand(link, `cat ${quote(path)}`, signal);
    channel.end();
    await (0,external_node_stream_promises_.pipeline)(channel, (0,external_node_fs_.createWriteStream)(local));
    const { status } = await exit;
    if (status !== 0)
        throw new Error(said() || `cat ended with status ${status}`);
}

;// CONCATENATED MODULE: ./build/communicators/ssh/dial.js
/** Ways to a port: straight, or through a SOCKS5 proxy (RFC 1928 and 1929). A bastion host is one more, in bastion.ts. */


/** SYN packets to a firewall are lost in silence; the kernel repeats them after 1, 3 and 7 s, so that longer gains little. */
const DIAL_MILLISECONDS = 10_000;
/** `idle`: milliseconds without a byte after which the link counts as broken; undefined for never. */
const straight = (host, port, idle) => ({
    dial: signal => dialTcp(host, port, idle, signal),
});
/** The signal ends the dialling only: given to the socket it would end the connection with whatever came after. */
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
        // Requests are small and answers are waited for: holding packets back would cost 40 ms each.
        socket.setNoDelay(true);
        if (idle)
            socket.setTimeout(idle, () => socket.destroy(timedOut()));
        resolve(socket);
    });
});
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
/** The proxy tells like a kernel would; its reasons are the same obstacles. */
function refusal(status) {
    const codes = { 3: 'ENETUNREACH', 4: 'EHOSTUNREACH', 5: 'ECONNREFUSED', 6: 'ETIMEDOUT' };
    const code = codes[status];
    return code
        ? Object.assign(new Error('refused by the proxy'), { code })
        : detour(`the proxy refuses to connect (reply ${status})`);
}
const detour = (sentence) => new Obstacle('detour', sentence, 'See ssh_proxy_host and its companions.');
/** Exactly so many bytes; what comes after them stays in the stream. */
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

;// CONCATENATED MODULE: ./build/communicators/ssh/reachable.js



/** Port forwarders accept connections that nobody serves yet, so a silent attempt is overlapped by the next, up to so many. */
const OVERLAPPING = 4;
const OVERLAP_MILLISECONDS = 2_500;
/** Rejects with the last Obstacle when it is final or log-ins are used up, and with the signal's reason. */
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
/** Ten log-ins at this pace last as long as cloud-init needs to install the key, and stay below sshd's penalties for guessing. */
const loginPause = (refused) => Math.min(refused * 1000, 7000);
/** Only the first that is answered goes on; what the others say is not listened to. */
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
/** The first of several knocks that is answered; each next one starts when those before it stay silent. Fails with the first failure. */
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

;// CONCATENATED MODULE: ./build/communicators/ssh/connect.js
/** From what a template and its source say to a connection, within the time that they give. */













const DEFAULT_TIMEOUT = 5 * 60_000;
const DEFAULT_LOGINS = 10;
/** For a second connection that has to clean up after an interruption. */
const SECOND_MILLISECONDS = 5000;
/** Of the console, for the error. */
const EVIDENCE_LINES = 30;
async function connect(reach, options, context) {
    const host = options.ssh_host ?? reach.host;
    const port = reach.port ?? options.ssh_port;
    const login = await loginOf(reach, options);
    const settings = { login, hostKeys: hostKeysOf(reach, context), ...common(options) };
    const way = await wayTo(host, port, options, context);
    const target = `${login.username}@${host}:${port}`;
    const reachIt = async (signal) => {
        const client = await withinTime(target, way.dial, settings, patienceFor(host, options), options, reach, {
            ...context,
            signal,
        });
        return new Link(client, () => reachIt(context.signal.aborted ? AbortSignal.timeout(SECOND_MILLISECONDS) : context.signal));
    };
    context.say(`Connecting to ${target} by SSH`);
    try {
        const link = await firstLink(reachIt, options.pause_before_connecting, context);
        const again = (signal) => {
            context.say(`Connecting to ${target} again: the connection was lost`);
            return reachIt(AbortSignal.any([signal, context.signal]));
        };
        const farewell = farewellOf(reach, options, login, context);
        return new SshCommunicator(link, again, { farewell, release: way.close }, options.ssh_pty);
    }
    catch (error) {
        way.close?.();
        throw error;
    }
}
/** A machine keeps the key that it was trusted with for as long as its Reach is in use, over any number of connections. */
const trusted = new WeakMap();
function hostKeysOf(reach, { say }) {
    const known = trusted.get(reach) ?? new HostKeys(reach.hostKeys ?? [], say);
    trusted.set(reach, known);
    return known;
}
/** Only a key that we made is ours to remove. */
function farewellOf(reach, options, { key }, { warn }) {
    if (!options.ssh_clear_authorized_keys || !key || !reach.privateKey || options.ssh_private_key_file)
        return undefined;
    return link => clearAuthorizedKeys(link, key).catch((error) => warn(`The temporary key could not be removed: ${error.message}`));
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
    const settings = { login, hostKeys: new HostKeys([], context.say), ...common(options) };
    return throughBastion(straight(bastion, options.ssh_bastion_port, idle), settings, bastion, host, port);
}
/** From the moment an address is known: sub-second steps on this machine, up to a few seconds elsewhere. */
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
/** What the machine printed last; nothing when it cannot be asked, as the error matters more. */
async function lastLines(reach, signal) {
    const text = await reach.console?.(signal).catch(() => undefined);
    const lines = text?.trimEnd().split(/\r?\n/).slice(-EVIDENCE_LINES) ?? [];
    return lines.some(line => line.trim() !== '') ? `the last lines on its console:\n${lines.join('\n')}` : undefined;
}

;// CONCATENATED MODULE: ./build/communicators/ssh/index.js

const ssh = {
    type: 'ssh',
    summary: 'Commands and files over SSH, with the host key checked before anything is told.',
    connect: connect,
};

;// CONCATENATED MODULE: ./build/platforms/aws/access.js
/** Where and as whom the cloud is spoken to, and how another process finds the same place again from a journal's line. */

/** Everything but secrets: explicit keys are not written down, the other process finds its own. */
function placeOf(access) {
    const { region, endpoint, profile, role } = access;
    return {
        region,
        ...(endpoint && { endpoint }),
        ...(profile && { profile }),
        ...(role && { roleArn: role.arn }),
        ...(role?.externalId && { externalId: role.externalId }),
    };
}
function accessAt(place) {
    const { region, endpoint, profile, roleArn, externalId } = place;
    if (!region)
        throw new failure/* Failure */.H('failed', 'A journal names an AWS resource without its region', { advice: 'Remove it by hand.' });
    return { region, endpoint: endpointNow(endpoint), profile, role: roleArn ? { arn: roleArn, externalId } : undefined };
}
/** The endpoint that the environment names, as every AWS SDK reads it. */
function endpointOfEnvironment(env = process.env) {
    if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true')
        return undefined;
    return env.AWS_ENDPOINT_URL_EC2 || env.AWS_ENDPOINT_URL || undefined;
}
/** A sandbox that comes back may listen on another port than the one that the journal saw. */
function endpointNow(recorded) {
    const present = endpointOfEnvironment();
    return isLoopback(recorded) && isLoopback(present) ? present : recorded;
}
function isLoopback(endpoint) {
    if (!endpoint || !URL.canParse(endpoint))
        return false;
    const { hostname } = new URL(endpoint);
    return (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname));
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./build/platforms/aws/errors.js
/** What AWS answers when it refuses, as a sentence that names the call and says what to do about it. */

class AwsError extends failure/* Failure */.H {
    awsCode;
    refused;
    status;
    constructor(
    /** AWS's own code, e.g. `InvalidGroup.NotFound`; the error's name where the call never reached AWS. */
    awsCode, message, details, 
    /** AWS said no to the first and only attempt, so for certain nothing was made. */
    refused = false, 
    /** HTTP status, where there was an answer. */
    status) {
        super('failed', message, details);
        this.awsCode = awsCode;
        this.refused = refused;
        this.status = status;
        this.name = 'AwsError';
    }
}
/** `codes` may end in `*`. */
const isAws = (error, ...codes) => error instanceof AwsError &&
    codes.some(code => (code.endsWith('*') ? error.awsCode.startsWith(code.slice(0, -1)) : error.awsCode === code));
const isRefusal = (error) => error instanceof AwsError && error.refused;
/** The connection was refused, in a form that the SDK's retries do not recognise. */
class NotListening extends Error {
    refusedWith = 'ECONNREFUSED';
}
function explain(error, action, place) {
    if (error instanceof AwsError)
        return error;
    const thrown = error;
    const network = thrown.refusedWith ?? thrown.code ?? thrown.cause?.code;
    if (!thrown.$metadata?.requestId && network && network in unreachable) {
        const endpoint = place.endpoint ?? `AWS in region ${place.region}`;
        return new AwsError(network, `${action} did not reach ${endpoint}: ${unreachable[network]}`, {
            advice: place.endpoint
                ? 'Is the endpoint running? It comes from custom_endpoint_ec2, AWS_ENDPOINT_URL_EC2 or AWS_ENDPOINT_URL.'
                : `Check the network and the spelling of region "${place.region}".`,
            cause: error,
        });
    }
    const request = thrown.$metadata?.requestId ? ` (request ${thrown.$metadata.requestId})` : '';
    const where = place.endpoint ? `${place.region} at ${place.endpoint}` : place.region;
    const { httpStatusCode: status, attempts } = thrown.$metadata ?? {};
    const [said, evidence] = separate(answerOf(thrown, status));
    return new AwsError(thrown.name, `${action} failed in ${where}: ${said}${request}`, { advice: advice(thrown.name, action, place), evidence, cause: error }, attempts === 1 && status !== undefined && status >= 400 && status < 500, status);
}
/** What is not EC2's own XML makes the SDK talk of parsing; what matters is that something else answered. */
function answerOf({ name, message }, status) {
    if (!/Deserialization error/.test(message))
        return `${name}: ${message}`;
    return `the endpoint answered HTTP ${status ?? 'status unknown'} with something that is not EC2's XML`;
}
const unreachable = {
    ECONNREFUSED: 'the connection was refused',
    ENOTFOUND: 'its name is not known',
    EAI_AGAIN: 'its name could not be looked up',
    ETIMEDOUT: 'it did not answer in time',
    ECONNRESET: 'the connection was cut',
    EHOSTUNREACH: 'there is no route to it',
    ENETUNREACH: 'there is no route to its network',
};
/** The encoded message is long and says nothing to a reader until it is decoded. */
function separate(message) {
    const at = message.indexOf('Encoded authorization failure message');
    return at < 0 ? [message, undefined] : [message.slice(0, at).trim(), message.slice(at)];
}
function advice(code, action, place) {
    if (code.endsWith('LimitExceeded'))
        return 'Remove what is no longer needed, or ask AWS for a higher quota.';
    if (code.endsWith('.NotFound') && place.region)
        return `Does it exist in region ${place.region}, in this account?`;
    return advices[code]?.replace('$action', action);
}
const expired = 'Renew the credentials (`aws sso login`, or let the CI job ask for new ones) and run it again.';
const wrongKeys = 'AWS does not know these credentials: check the access key, the secret key and, for temporary ones, the token.';
const noCredentials = [
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, log in with `aws sso login`,',
    'let the CI job assume a role, or bake without a cloud account: `ingot build --sandbox`.',
].join(' ');
const capacity = 'AWS has none of these free now: another availability zone, subnet or instance type may work.';
const advices = {
    CredentialsProviderError: noCredentials,
    TokenProviderError: expired,
    ExpiredToken: expired,
    ExpiredTokenException: expired,
    RequestExpired: `${expired} A wrong clock on this machine has the same effect.`,
    AuthFailure: wrongKeys,
    InvalidClientTokenId: wrongKeys,
    UnrecognizedClientException: wrongKeys,
    SignatureDoesNotMatch: wrongKeys,
    UnauthorizedOperation: 'The credentials may not do this: allow the IAM action ec2:$action.',
    AccessDenied: 'The credentials may not do this: look at the IAM policies, and for a role at its trust policy.',
    OptInRequired: 'The account must first subscribe to this image or region in the AWS console.',
    InsufficientInstanceCapacity: capacity,
    InsufficientHostCapacity: capacity,
    Unsupported: 'This instance type or option does not exist here: try another availability zone or instance type.',
    VPCIdNotSpecified: 'The account has no default VPC in this region: name a subnet_id.',
    RequestLimitExceeded: 'AWS throttles this account. Fewer builds at once, or a higher max_retries, will help.',
};

;// CONCATENATED MODULE: ./build/platforms/aws/client-config.js
/** What the SDK's client is made from: who asks, how often, how patiently. */


async function clientConfig(access) {
    return {
        region: access.region,
        endpoint: access.endpoint,
        profile: access.profile,
        credentials: access.role ? await assume(access, access.role) : access.keys,
        // Adaptive: once a region throttles, this client slows down for all builds that share it.
        retryMode: 'adaptive',
        maxAttempts: access.maxAttempts ?? 10,
        customUserAgent: 'ingot',
        // A connection that hangs is given up, so that the retry can go another way.
        requestHandler: {
            connectionTimeout: 10_000,
            requestTimeout: 120_000,
            throwOnRequestTimeout: true,
            ...(access.insecureTls && { httpsAgent: new external_node_https_.Agent({ keepAlive: true, rejectUnauthorized: false }) }),
        },
    };
}
/** The SDK asks again by itself when what this returns is about to expire. */
async function assume(access, role) {
    const { AssumeRoleCommand, STSClient } = await __webpack_require__.e(/* import() */ 136).then(__webpack_require__.t.bind(__webpack_require__, 1136, 19));
    const sts = new STSClient({ region: access.region, profile: access.profile, credentials: access.keys });
    return async () => {
        const request = sts.send(new AssumeRoleCommand({
            RoleArn: role.arn,
            RoleSessionName: role.sessionName ?? `ingot-${Date.now()}`,
            ExternalId: role.externalId,
            DurationSeconds: role.durationSeconds,
            Policy: role.policy,
            PolicyArns: role.policyArns?.map(arn => ({ arn })),
            Tags: role.tags && Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
            TransitiveTagKeys: role.transitiveTagKeys && [...role.transitiveTagKeys],
        }));
        const { Credentials: given } = await request.catch(error => {
            throw explain(error, 'AssumeRole', { region: access.region });
        });
        return {
            accessKeyId: given?.AccessKeyId ?? '',
            secretAccessKey: given?.SecretAccessKey ?? '',
            sessionToken: given?.SessionToken,
            expiration: given?.Expiration,
        };
    };
}

;// CONCATENATED MODULE: ./build/platforms/aws/connect.js
/**
 * One client per place, shared by every build of the process, so that throttled calls back off together and not each alone.
 * The SDK is loaded with the first call: plan and validate never pay for it.
 */




const known = new Map();
function connect_connect(access) {
    const key = JSON.stringify(access);
    const ec2 = known.get(key) ?? connect_open(access);
    known.set(key, ec2);
    return ec2;
}
const connectAt = (place) => connect_connect(accessAt(place));
function connect_open(access) {
    const place = placeOf(access);
    let opened;
    const client = () => (opened ??= openClient(access));
    return {
        region: access.region,
        place,
        loopback: isLoopback(access.endpoint),
        inRegion: region => connect_connect({ ...access, region }),
        async call(action, input, signal) {
            signal.throwIfAborted();
            try {
                const { sdk, client: ec2 } = await client();
                const Command = sdk.commands[action];
                return await ec2.send(new Command(input), { abortSignal: signal });
            }
            catch (error) {
                if (signal.aborted)
                    throw signal.reason;
                throw explain(error, action, place);
            }
        },
    };
}
async function openClient(access) {
    const sdk = await loadSdk();
    const client = new sdk.EC2Client(await clientConfig(access));
    if (isLoopback(access.endpoint))
        client.middlewareStack.add(refusedAtOnce, { step: 'finalizeRequest', priority: 'low' });
    return { sdk, client };
}
/** The SDK's warning about Node versions to come is nothing that a user of ingot could act upon. */
async function loadSdk() {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    return Promise.all(/* import() */[__webpack_require__.e(136), __webpack_require__.e(193), __webpack_require__.e(327)]).then(__webpack_require__.bind(__webpack_require__, 327));
}
/** Nobody listens on a port of this machine: no retry will change that, so the SDK's half a minute of them is skipped. */
const refusedAtOnce = (next) => async (args) => {
    try {
        return await next(args);
    }
    catch (error) {
        if (error.code === 'ECONNREFUSED')
            throw new NotListening();
        throw error;
    }
};
/** From the environment and the shared configuration, in the order of AWS's own tools. */
async function defaultRegion(profile) {
    const named = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION;
    if (named)
        return named;
    const { EC2Client } = await loadSdk();
    try {
        return await new EC2Client({ profile }).config.region();
    }
    catch (cause) {
        throw new failure/* Failure */.H('invalid', 'No AWS region is set', {
            advice: 'Write `region = "…"` in the source block, or set AWS_REGION.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/tags.js
/** On each thing, unique to the create that made it. */
const tokenTag = 'ingot:token';
const tagList = (tags) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const tagOf = (tags, key) => tags?.find(tag => tag.Key === key)?.Value;
const specification = (type, tags, token) => ({
    ResourceType: type,
    Tags: tagList({ ...tags, [tokenTag]: token }),
});
const withToken = (token) => [{ Name: `tag:${tokenTag}`, Values: [token] }];

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
    const registration = await registrationOf(ec2, image, image.Name ?? '', signal);
    const { LaunchPermissions = [] } = await ec2.call('DescribeImageAttribute', { ImageId: image.ImageId, Attribute: 'launchPermission' }, signal);
    return { image, registration, permissions: LaunchPermissions };
}
const tagsOf = ({ Tags = [] }) => Object.fromEntries(Tags.filter(tag => !tag.Key?.startsWith('aws:')).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
const tagSpecificationOf = (image) => {
    const tags = tagsOf(image);
    return Object.keys(tags).length > 0 ? [{ ResourceType: 'image', Tags: tagList(tags) }] : undefined;
};

;// CONCATENATED MODULE: ./build/platforms/aws/looks.js
/** Filters, not IDs: one unknown ID would fail the whole call. AWS takes 200 values in a filter. */
async function inChunks(ids, ask) {
    const chunks = [];
    for (let at = 0; at < ids.length; at += 200)
        chunks.push(ids.slice(at, at + 200));
    return new Map((await Promise.all(chunks.map(ask))).flat());
}
const describeInstances = (ec2, ids, signal) => inChunks(ids, async (chunk) => {
    const answer = await ec2.call('DescribeInstances', { Filters: [{ Name: 'instance-id', Values: chunk }] }, signal);
    const instances = (answer.Reservations ?? []).flatMap(reservation => reservation.Instances ?? []);
    return instances.map(instance => [instance.InstanceId ?? '', instance]);
});
const describeImages = (ec2, ids, signal) => inChunks(ids, async (chunk) => {
    const input = { Owners: ['self'], Filters: [{ Name: 'image-id', Values: chunk }], IncludeDeprecated: true };
    const answer = await ec2.call('DescribeImages', input, signal);
    return (answer.Images ?? []).map(image => [image.ImageId ?? '', image]);
});
/** By image ID, which AWS writes into the description of each snapshot that it makes for an image. */
const describeSnapshots = (ec2, ids, signal) => inChunks(ids, async (chunk) => {
    const Values = chunk.map(id => `*${id}*`);
    const answer = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters: [{ Name: 'description', Values }] }, signal);
    const of = (id) => (answer.Snapshots ?? []).filter(snapshot => snapshot.Description?.includes(id));
    return chunk.map(id => [id, of(id)]);
});

;// CONCATENATED MODULE: ./build/platforms/aws/pace.js
/** How often and how long is waited, from aws_polling and the environment variables that Packer's users know. */
/** 3 to 5 s: AWS's own waiters grow to 120 s and notice a minute late; Describe calls at this rate are far below any limit. */
const usual = { delay: 4000, jitter: 0.25 };
/** A sandbox on this machine answers within milliseconds, has no rate limit, and its light machines are ready at once. */
const nearby = { delay: 250, jitter: 0.25 };
/** What `max_attempts` alone counts in: the seconds between two of Packer's looks. */
const packersDelay = 15;
function paceFrom(loopback, polling = {}, env = process.env) {
    const seconds = polling.delay_seconds ?? whole(env.AWS_POLL_DELAY_SECONDS);
    const attempts = polling.max_attempts ?? whole(env.AWS_MAX_ATTEMPTS);
    const timeout = whole(env.AWS_TIMEOUT_SECONDS);
    const pace = seconds ? { delay: seconds * 1000, jitter: 0 } : loopback ? nearby : usual;
    if (attempts)
        return { ...pace, limit: attempts * (seconds || packersDelay) * 1000 };
    return timeout ? { ...pace, limit: timeout * 1000 } : pace;
}
const whole = (text) => text && /^\d+$/.test(text) ? Number(text) || undefined : undefined;
/** Milliseconds until the next look. */
const pause = ({ delay, jitter }) => delay * (1 + jitter * (2 * Math.random() - 1));

;// CONCATENATED MODULE: ./build/platforms/aws/poller.js
/**
 * Waits of many builds as one: whoever waits for an instance shares one DescribeInstances with everybody who waits for another
 * one in the same region. A thing that is not (yet) known is simply absent from an answer, so it cannot spoil the others'.
 */



class Poller {
    look;
    pace;
    waiters = new Set();
    round;
    constructor(look, pace) {
        this.look = look;
        this.pace = pace;
    }
    async wait(wait) {
        wait.signal.throwIfAborted();
        let leave;
        try {
            return await new Promise((resolve, reject) => {
                const until = Date.now() + wait.limit;
                const waiter = { wait, until, resolve: result => resolve(result), reject };
                const interrupted = () => reject(wait.signal.reason);
                leave = () => {
                    wait.signal.removeEventListener('abort', interrupted);
                    this.waiters.delete(waiter);
                    if (this.waiters.size === 0)
                        this.round?.abort();
                };
                wait.signal.addEventListener('abort', interrupted, { once: true });
                this.waiters.add(waiter);
                if (!this.round)
                    void this.rounds();
            });
        }
        finally {
            leave?.();
        }
    }
    /** Runs as long as anybody waits. */
    async rounds() {
        const round = new AbortController();
        this.round = round;
        try {
            while (this.waiters.size > 0) {
                await this.lookOnce(round.signal);
                if (this.waiters.size === 0)
                    break;
                await (0,abort/* delay */.cb)(pause(this.pace), round.signal);
            }
        }
        catch (error) {
            if (!round.signal.aborted)
                for (const waiter of this.waiters)
                    waiter.reject(error);
        }
        finally {
            this.round = undefined;
            if (round.signal.aborted && this.waiters.size > 0)
                void this.rounds();
        }
    }
    async lookOnce(signal) {
        const asked = [...this.waiters];
        const found = await this.look([...new Set(asked.map(({ wait }) => wait.id))], signal);
        for (const waiter of asked)
            settle(waiter, found.get(waiter.wait.id));
    }
}
function settle({ wait, until, resolve, reject }, thing) {
    try {
        const result = wait.ready(thing);
        if (result !== undefined)
            resolve(result);
        else if (Date.now() >= until)
            reject(tooLong(wait));
    }
    catch (error) {
        reject(error);
    }
}
function tooLong({ what, limit }) {
    const seconds = limit / 1000;
    const time = seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;
    return new failure/* Failure */.H('failed', `Waited ${time} for ${what}, in vain`, {
        advice: 'If AWS is only slow, give it more time with aws_polling { max_attempts = … } in the source block.',
    });
}

;// CONCATENATED MODULE: ./build/platforms/aws/wait.js






const minutes = 60_000;
/** A wait's own limits, where neither template nor environment sets one. */
const limits = {
    running: 10 * minutes,
    // Bare metal takes up to 20 minutes to stop.
    stopped: 30 * minutes,
    terminated: 30 * minutes,
    // A snapshot takes as long as there is changed data: public builds are known that need 4 hours.
    image: 6 * 60 * minutes,
};
const pollers = new WeakMap();
/** Of all builds that look at this region at this pace. */
function pollersOf(ec2, { delay, jitter }) {
    const paces = pollers.get(ec2) ?? new Map();
    pollers.set(ec2, paces);
    const found = paces.get(`${delay} ${jitter}`) ?? {
        instances: new Poller((ids, signal) => describeInstances(ec2, ids, signal), { delay, jitter }),
        images: new Poller((ids, signal) => describeImages(ec2, ids, signal), { delay, jitter }),
        // Progress is worth a third of the calls that the thing itself is.
        snapshots: new Poller((ids, signal) => describeSnapshots(ec2, ids, signal), { delay: 3 * delay, jitter }),
    };
    paces.set(`${delay} ${jitter}`, found);
    return found;
}
function untilInstance(ec2, id, state, patience) {
    const started = Date.now();
    const pace = patience.pace ?? paceFrom(ec2.loopback);
    return pollersOf(ec2, pace).instances.wait({
        id,
        ready: instance => instanceIn(state, id, instance, Date.now() - started > consistent(ec2)),
        what: `instance ${id} to be ${state}`,
        limit: pace.limit ?? limits[state],
        signal: patience.signal,
    });
}
/** Milliseconds in which a new thing may still be unknown to a part of AWS. */
const consistent = (ec2) => (ec2.loopback ? 2000 : 2 * minutes);
function instanceIn(wanted, id, instance, settled) {
    const state = instance?.State?.Name;
    if (state === wanted)
        return instance;
    if (!instance) {
        if (!settled)
            return undefined;
        if (wanted === 'terminated')
            return { InstanceId: id };
        throw new failure/* Failure */.H('failed', `Instance ${id} does not exist any more`);
    }
    const gone = state === 'terminated' || state === 'shutting-down';
    const halted = wanted === 'running' && (state === 'stopped' || state === 'stopping');
    if (wanted !== 'terminated' && (gone || halted))
        throw lost(instance, wanted);
    return undefined;
}
function lost(instance, wanted) {
    const reason = instance.StateReason?.Message ?? instance.StateTransitionReason;
    const said = reason ? `: ${reason}` : '';
    return new failure/* Failure */.H('failed', `Instance ${instance.InstanceId} is ${instance.State?.Name} and will not be ${wanted}${said}`, {
        advice: adviceFor(instance.StateReason?.Code, reason),
    });
}
function adviceFor(code = '', reason = '') {
    if (code === 'Client.VolumeLimitExceeded')
        return 'The account has used up its quota of EBS storage in this region.';
    if (code === 'Client.InternalError' || /KMS|\bkey\b/i.test(reason))
        return 'AWS says so when it may not use the KMS key of an encrypted volume: check kms_key_id, and the key policy.';
    if (code === 'Client.InstanceInitiatedShutdown')
        return 'Something inside the machine shut it down; a provisioner, for instance.';
    return undefined;
}
async function untilImageAvailable(ec2, id, patience) {
    const pace = patience.pace ?? paceFrom(ec2.loopback);
    const done = new AbortController();
    const signal = AbortSignal.any([patience.signal, done.signal]);
    const started = Date.now();
    void followSnapshots(ec2, id, { signal, pace, onProgress: patience.onProgress });
    try {
        return await pollersOf(ec2, pace).images.wait({
            id,
            ready: image => availableImage(id, image, Date.now() - started > consistent(ec2)),
            what: `image ${id} to be available`,
            limit: pace.limit ?? limits.image,
            signal: patience.signal,
        });
    }
    finally {
        done.abort();
    }
}
function availableImage(id, image, settled) {
    if (image?.State === 'available')
        return image;
    if (image?.State === 'pending' || (!image && !settled))
        return undefined;
    const reason = image?.StateReason?.Message;
    const state = image ? `is ${image.State}` : 'does not exist any more';
    throw new failure/* Failure */.H('failed', `Image ${id} ${state}${reason ? `: ${reason}` : ''}`, {
        advice: adviceFor(image?.StateReason?.Code, reason),
    });
}
/** Percent of all the image's snapshots together. Only for show: when it cannot be told, nothing is shown and nothing fails. */
async function followSnapshots(ec2, id, { signal, pace, onProgress }) {
    if (!onProgress)
        return;
    let last = -1;
    const ready = (snapshots) => {
        const percent = snapshots?.length ? Math.floor(progress(snapshots)) : -1;
        if (percent > last)
            onProgress(percent);
        last = Math.max(last, percent);
        return percent >= 100 ? true : undefined;
    };
    const what = `snapshots of ${id}`;
    await pollersOf(ec2, pace)
        .snapshots.wait({ id, ready, what, limit: limits.image, signal })
        .catch(() => undefined);
}
function progress(snapshots) {
    const size = (snapshot) => snapshot.VolumeSize ?? 1;
    const all = snapshots.reduce((sum, each) => sum + size(each), 0);
    const done = snapshots.reduce((sum, each) => sum + size(each) * (Number.parseFloat(each.Progress ?? '0') || 0), 0);
    return done / all;
}
/** Tries again as long as AWS answers with one of these codes: what was just made is not known everywhere at once, what is in use is freed with a delay. */
async function whileRefused(ec2, codes, limit, signal, work) {
    const until = Date.now() + limit;
    for (;;) {
        try {
            return await work();
        }
        catch (error) {
            if (!isAws(error, ...codes) || Date.now() >= until)
                throw error;
            await (0,abort/* delay */.cb)(pause(paceFrom(ec2.loopback, {}, {})), signal);
        }
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/find.js
/** What every kind does alike: being sure of what is there, in spite of lost replies and an API that is eventually consistent. */


/** A new thing may be unknown to a part of AWS for some seconds; this often it is asked for before it counts as absent. */
const looks = 5;
const pauseBetween = (ec2, signal) => (0,abort/* delay */.cb)(ec2.loopback ? 50 : 3000, signal);
async function findSurely(ec2, signal, look) {
    for (let left = looks - 1;; left--) {
        const found = await look();
        if (found.length > 0 || left === 0)
            return found;
        await pauseBetween(ec2, signal);
    }
}
/** Deletes what may be gone already, which is success: undefined then. */
async function unlessGone(ec2, codes, signal, work) {
    for (let left = looks - 1;; left--) {
        try {
            return await work();
        }
        catch (error) {
            if (!isAws(error, ...codes))
                throw error;
            if (left === 0)
                return undefined;
            await pauseBetween(ec2, signal);
        }
    }
}
/**
 * A create whose reply was lost is sent again by the SDK, and then collides with what it made itself: when something bears the
 * token, that is ours; else the name was taken before.
 */
async function orMineAlready(codes, create, find) {
    try {
        return await create();
    }
    catch (error) {
        const [mine] = isAws(error, ...codes) && !error.refused ? await find() : [];
        if (mine === undefined)
            throw error;
        return mine;
    }
}
/** An answer without the one thing that was asked for; no AWS does this. */
function given(value, what) {
    if (value === undefined)
        throw new Error(`the endpoint's reply has no ${what}`);
    return value;
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/image.js





const minute = 60_000;
/** IDs are of images and, from `find`, of snapshots whose image is gone already. */
function image_image(ec2) {
    const find = (token, signal) => findSurely(ec2, signal, () => imagesWith(ec2, token, signal));
    return {
        name: 'aws.image',
        place: ec2.place,
        find,
        refused: isRefusal,
        create: (request, token, signal) => orMineAlready(['InvalidAMIName.Duplicate'], () => createImage(ec2, request, token, signal), () => find(token, signal)),
        async release(id, signal) {
            if (id.startsWith('snap-'))
                return deleteSnapshot(ec2, id, signal);
            const snapshots = new Set([...(await snapshotsIn(ec2, id, signal)), ...(await snapshotsMadeFor(ec2, id, signal))]);
            const shared = await usedByOthers(ec2, id, [...snapshots], signal);
            await unlessGone(ec2, gone, signal, () => ec2.call('DeregisterImage', { ImageId: id }, signal));
            for (const snapshot of snapshots)
                if (!shared.has(snapshot))
                    await deleteSnapshot(ec2, snapshot, signal);
        },
    };
}
const gone = ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'];
async function createImage(ec2, request, token, signal) {
    const forImage = specification('image', request.tags, token);
    const TagSpecifications = [forImage, specification('snapshot', request.tags, token)];
    if ('register' in request) {
        const registered = await ec2.call('RegisterImage', { ...request.register, TagSpecifications: [forImage] }, signal);
        return given(registered.ImageId, 'ImageId');
    }
    if ('copy' in request) {
        const copied = await ec2.call('CopyImage', { ...request.copy, ClientToken: token, TagSpecifications }, signal);
        return given(copied.ImageId, 'ImageId');
    }
    const create = (tags) => 
    // A machine that was just stopped may for some seconds still count as stopping.
    whileRefused(ec2, ['IncorrectInstanceState'], 15 * minute, signal, () => ec2.call('CreateImage', { ...request.capture, TagSpecifications: tags }, signal));
    const made = await create(TagSpecifications).catch(error => {
        // Stand-ins for EC2 (moto) break on tags for snapshots; those are found by their image then.
        if (ec2.place.endpoint && error instanceof AwsError && (error.status ?? 0) >= 500)
            return create([forImage]);
        throw error;
    });
    return given(made.ImageId, 'ImageId');
}
async function imagesWith(ec2, token, signal) {
    const images = await ec2.call('DescribeImages', { Owners: ['self'], Filters: withToken(token) }, signal);
    const ids = (images.Images ?? []).flatMap(each => each.ImageId ?? []);
    const snapshots = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters: withToken(token) }, signal);
    return [...ids, ...(snapshots.Snapshots ?? []).flatMap(each => each.SnapshotId ?? [])];
}
async function snapshotsIn(ec2, id, signal) {
    const Filters = [{ Name: 'image-id', Values: [id] }];
    const answer = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal);
    return (answer.Images ?? []).flatMap(snapshotsOf);
}
/** An image that was registered anew under another name shares its snapshots with the one that it came from. */
async function usedByOthers(ec2, id, snapshots, signal) {
    if (snapshots.length === 0)
        return new Set();
    const Filters = [{ Name: 'block-device-mapping.snapshot-id', Values: [...snapshots] }];
    const answer = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal);
    return new Set((answer.Images ?? []).filter(each => each.ImageId !== id).flatMap(snapshotsOf));
}
/** Bears our tag, and AWS's description names the image: found even when the image went first, or never listed them. */
async function snapshotsMadeFor(ec2, id, signal) {
    const Filters = [
        { Name: 'tag-key', Values: [tokenTag] },
        { Name: 'description', Values: [`*${id}*`] },
    ];
    const answer = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters }, signal);
    // A copy's description names the image that it was copied from as well, and that is not this image's.
    return (answer.Snapshots ?? []).filter(each => made(each.Description, id)).flatMap(each => each.SnapshotId ?? []);
}
/** `Created by CreateImage(i-…) for ami-…` and `Copied for DestinationAmi ami-… from SourceAmi ami-… …`. */
const made = (description, id) => new RegExp(`(?:\\bfor|DestinationAmi) ${id}\\b`).test(description ?? '');
const snapshotsOf = (each) => (each.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []);
async function deleteSnapshot(ec2, id, signal) {
    await unlessGone(ec2, ['InvalidSnapshot.NotFound'], signal, () => whileRefused(ec2, ['InvalidSnapshot.InUse'], minute, signal, () => ec2.call('DeleteSnapshot', { SnapshotId: id }, signal)));
}
/** Brings back an image that was deregistered while its snapshots were kept. It gets a new ID: EC2 knows no other way. */
async function restoreImage(ec2, { image: former, registration, permissions }, signal) {
    const input = { ...registration, TagSpecifications: tagSpecificationOf(former) };
    const ImageId = given((await ec2.call('RegisterImage', input, signal)).ImageId, 'ImageId');
    if (permissions.length > 0)
        await ec2.call('ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [...permissions] } }, signal);
    return ImageId;
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/volume.js



const detaching = 5 * 60_000;
async function volumesLeft(ec2, token, signal) {
    const answer = await ec2.call('DescribeVolumes', { Filters: withToken(token) }, signal);
    const left = (answer.Volumes ?? []).filter(volume => volume.State !== 'deleting' && volume.State !== 'deleted');
    return left.flatMap(volume => volume.VolumeId ?? []);
}
async function deleteVolume(ec2, id, signal) {
    await unlessGone(ec2, ['InvalidVolume.NotFound'], signal, () => whileRefused(ec2, ['VolumeInUse', 'IncorrectState'], detaching, signal, () => ec2.call('DeleteVolume', { VolumeId: id }, signal)));
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/instance.js





/** Milliseconds until a new key pair, group or instance profile is known everywhere. */
const instance_known = 2 * 60_000;
/** What is answered when something that this build just made is not known yet. */
const notYetKnown = ['InvalidKeyPair.NotFound', 'InvalidGroup.NotFound', 'InvalidSecurityGroupID.NotFound'];
/** IDs are of instances and, from `find`, of volumes that a terminated one has left behind. */
function instance(ec2) {
    return {
        name: 'aws.instance',
        place: ec2.place,
        refused: isRefusal,
        create: (request, token, signal) => whileRefused(ec2, notYetKnown, instance_known, signal, async () => {
            const answer = await ec2.call('RunInstances', launchInput(request, token), signal);
            return given(answer.Instances?.[0]?.InstanceId, 'InstanceId');
        }),
        find: (token, signal) => findSurely(ec2, signal, async () => [
            ...(await instancesWith(ec2, token, signal)),
            ...(await volumesLeft(ec2, token, signal)),
        ]),
        async hasten(id, signal) {
            if (!id.startsWith('vol-'))
                await terminate(ec2, id, signal);
        },
        async release(id, signal) {
            if (id.startsWith('vol-'))
                return deleteVolume(ec2, id, signal);
            if (!(await terminate(ec2, id, signal)))
                return;
            const token = tagOf((await untilInstance(ec2, id, 'terminated', { signal })).Tags, tokenTag);
            if (!token)
                return;
            for (const volume of await volumesLeft(ec2, token, signal))
                await deleteVolume(ec2, volume, signal);
        },
    };
}
/** False: it is gone. To terminate twice is right with EC2, but not with all that stand in for it. */
async function terminate(ec2, id, signal) {
    try {
        const gone = ['InvalidInstanceID.NotFound'];
        return Boolean(await unlessGone(ec2, gone, signal, () => ec2.call('TerminateInstances', { InstanceIds: [id] }, signal)));
    }
    catch (error) {
        const Filters = [{ Name: 'instance-id', Values: [id] }];
        const answer = await ec2.call('DescribeInstances', { Filters }, signal);
        const state = answer.Reservations?.[0]?.Instances?.[0]?.State?.Name;
        if (state === 'shutting-down' || state === 'terminated')
            return true;
        throw error;
    }
}
function launchInput({ launch, tags, volumeTags }, token) {
    return {
        ...launch,
        MinCount: 1,
        MaxCount: 1,
        ClientToken: token,
        TagSpecifications: [
            specification('instance', tags, token),
            specification('volume', { ...tags, ...volumeTags }, token),
            specification('network-interface', tags, token),
        ],
    };
}
async function instancesWith(ec2, token, signal) {
    const answer = await ec2.call('DescribeInstances', { Filters: withToken(token) }, signal);
    const all = (answer.Reservations ?? []).flatMap(reservation => reservation.Instances ?? []);
    return all.filter(each => each.State?.Name !== 'terminated').flatMap(each => each.InstanceId ?? []);
}
/** The last lines of its serial console, as far as AWS has them. Never fails: it is read to explain another failure. */
async function consoleOf(ec2, id, signal) {
    const answer = await ec2.call('GetConsoleOutput', { InstanceId: id }, signal).catch(() => undefined);
    return answer?.Output ? Buffer.from(answer.Output, 'base64').toString('utf8') : undefined;
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/key-pair.js



function keyPair(ec2) {
    const find = (token, signal) => findSurely(ec2, signal, () => keyPairsWith(ec2, token, signal));
    return {
        name: 'aws.key-pair',
        place: ec2.place,
        find,
        refused: isRefusal,
        create: (request, token, signal) => orMineAlready(['InvalidKeyPair.Duplicate'], async () => {
            const answer = await ec2.call('ImportKeyPair', {
                KeyName: request.name,
                PublicKeyMaterial: Buffer.from(request.publicKey),
                TagSpecifications: [specification('key-pair', request.tags, token)],
            }, signal);
            return given(answer.KeyPairId, 'KeyPairId');
        }, () => find(token, signal)),
        async release(id, signal) {
            await unlessGone(ec2, ['InvalidKeyPair.NotFound'], signal, () => ec2.call('DeleteKeyPair', { KeyPairId: id }, signal));
        },
    };
}
async function keyPairsWith(ec2, token, signal) {
    const answer = await ec2.call('DescribeKeyPairs', { Filters: withToken(token) }, signal);
    return (answer.KeyPairs ?? []).flatMap(pair => pair.KeyPairId ?? []);
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/security-group.js
/** The temporary group that lets this machine, and nobody else, reach the port of the communicator. */





/** For as long as the network interface of a terminated machine takes to go. */
const security_group_detaching = 5 * 60_000;
function securityGroup(ec2) {
    const find = (token, signal) => findSurely(ec2, signal, () => groupsWith(ec2, token, signal));
    return {
        name: 'aws.security-group',
        place: ec2.place,
        find,
        refused: isRefusal,
        create: (request, token, signal) => orMineAlready(['InvalidGroup.Duplicate'], async () => {
            const answer = await ec2.call('CreateSecurityGroup', {
                GroupName: request.name,
                Description: request.description,
                VpcId: request.vpcId,
                TagSpecifications: [specification('security-group', request.tags, token)],
            }, signal);
            return given(answer.GroupId, 'GroupId');
        }, () => find(token, signal)),
        async release(id, signal) {
            await unlessGone(ec2, ['InvalidGroup.NotFound'], signal, () => whileRefused(ec2, ['DependencyViolation', 'InvalidGroup.InUse'], security_group_detaching, signal, () => deleteUnused(ec2, id, signal)));
        },
    };
}
async function deleteUnused(ec2, id, signal) {
    try {
        await ec2.call('DeleteSecurityGroup', { GroupId: id }, signal);
    }
    catch (error) {
        const user = isAws(error, 'DependencyViolation') ? await liveMember(ec2, id, signal) : undefined;
        // It is not about to go, so waiting would only hold up the release of what hinders.
        if (user)
            throw new failure/* Failure */.H('failed', `Security group ${id} is still used by instance ${user}`, { cause: error });
        throw error;
    }
}
async function liveMember(ec2, id, signal) {
    const Filters = [
        { Name: 'instance.group-id', Values: [id] },
        { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] },
    ];
    const answer = await ec2.call('DescribeInstances', { Filters }, signal);
    return answer.Reservations?.[0]?.Instances?.[0]?.InstanceId;
}
/** Milliseconds until a new group is known everywhere. */
const security_group_known = 60_000;
/** Lets these addresses reach the TCP port. Part of the group, so it goes with it. */
async function openPort(ec2, groupId, port, cidrs, signal) {
    const v4 = cidrs.filter(cidr => !cidr.includes(':')).map(CidrIp => ({ CidrIp }));
    const v6 = cidrs.filter(cidr => cidr.includes(':')).map(CidrIpv6 => ({ CidrIpv6 }));
    const permission = {
        IpProtocol: 'tcp',
        FromPort: port,
        ToPort: port,
        ...(v4.length > 0 && { IpRanges: v4 }),
        ...(v6.length > 0 && { Ipv6Ranges: v6 }),
    };
    await whileRefused(ec2, ['InvalidGroup.NotFound'], security_group_known, signal, () => ec2.call('AuthorizeSecurityGroupIngress', { GroupId: groupId, IpPermissions: [permission] }, signal)).catch(error => {
        // Sent again after a lost reply: the rule is there.
        if (!isAws(error, 'InvalidPermission.Duplicate'))
            throw error;
    });
}
async function groupsWith(ec2, token, signal) {
    const answer = await ec2.call('DescribeSecurityGroups', { Filters: withToken(token) }, signal);
    return (answer.SecurityGroups ?? []).flatMap(group => group.GroupId ?? []);
}

;// CONCATENATED MODULE: ./build/platforms/aws/kinds.js





const kinds = [keyPair, securityGroup, instance, image_image];
const awsResourceKinds = Object.fromEntries(kinds.map(kind => [nameOf(kind), (place) => kind(connectAt(place))]));
function nameOf(kind) {
    return kind({ place: {} }).name;
}

// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(8145);
;// CONCATENATED MODULE: ./build/post-processors/manifest/file.js
/** The manifest file, byte for byte as Go's encoder writes it. */



async function readManifest(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw new failure/* Failure */.H('failed', `The manifest ${path} cannot be read: ${error.message}`, { cause: error });
    });
    if (text.trim() === '')
        return { builds: [], last_run_uuid: '' };
    try {
        const { builds, last_run_uuid } = JSON.parse(text);
        if (builds !== undefined && builds !== null && !Array.isArray(builds))
            throw new Error('"builds" is not a list');
        return { builds: builds ?? [], last_run_uuid: last_run_uuid ?? '' };
    }
    catch (cause) {
        throw new failure/* Failure */.H('failed', `${path} is not a manifest that could be added to: ${cause.message}`, {
            advice: 'Move it away, or let the manifest post-processor write to another output.',
            cause,
        });
    }
}
const writeManifest = (path, manifest) => (0,atomic_file/* writeAtomically */.v)(path, manifestText(manifest));
/** Two spaces, no line end at the end, and the characters escaped that could do harm inside HTML. */
const manifestText = (manifest) => JSON.stringify(manifest, null, 2).replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

// EXTERNAL MODULE: ./build/lib/process-identity.js
var process_identity = __webpack_require__(8569);
;// CONCATENATED MODULE: ./build/post-processors/manifest/lock.js
/** Builds run side by side, also in other processes, and add to the same manifest: one at a time. */





const PATIENCE_MILLISECONDS = 10_000;
const STEP_MILLISECONDS = 25;
/** The lock is Packer's, `PATH.lock`. One whose owner is known to be dead is taken over. */
async function locked(path, signal, work) {
    const lock = `${path}.lock`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const end = Date.now() + PATIENCE_MILLISECONDS;
    while (!(await lock_take(lock))) {
        if (await isAbandoned(lock))
            await (0,promises_.rm)(lock, { force: true });
        else if (Date.now() > end) {
            throw new failure/* Failure */.H('failed', `The manifest ${path} is locked by another build`, {
                advice: `If no other build is running, remove ${lock}.`,
            });
        }
        else
            await (0,abort/* delay */.cb)(STEP_MILLISECONDS, signal);
    }
    try {
        return await work();
    }
    finally {
        await (0,promises_.rm)(lock, { force: true });
    }
}
async function lock_take(lock) {
    try {
        const file = await (0,promises_.open)(lock, 'wx');
        await file.writeFile(JSON.stringify((0,process_identity/* currentProcess */.DK)())).finally(() => file.close());
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
async function isAbandoned(lock) {
    try {
        return (0,process_identity/* stateOf */.L4)(JSON.parse(await (0,promises_.readFile)(lock, 'utf8'))) === 'dead';
    }
    catch {
        // Just made, just removed, or Packer's own, which is empty.
        return false;
    }
}

// EXTERNAL MODULE: ./build/language/options/spec.js
var spec = __webpack_require__(8896);
;// CONCATENATED MODULE: ./build/post-processors/manifest/options.js
/** Options of the manifest post-processor, from Packer's documentation of it. */

const manifestOptions = {
    output: (0,spec/* text */.Qq)('Path of the manifest. One that exists is added to.', { default: 'packer-manifest.json' }),
    strip_path: (0,spec/* flag */.Jt)('Write the names of files without their folders.', { default: false }),
    strip_time: (0,spec/* flag */.Jt)('Leave the time of the build out, so that equal builds give equal manifests.', { default: false }),
    custom_data: (0,spec/* textMap */.sP)('Anything else to write down with the build.'),
};

;// CONCATENATED MODULE: ./build/post-processors/manifest/index.js
/** The post-processor `manifest`: writes down what a build yielded, in the file that Packer's users read with jq. */





const manifest = {
    type: 'manifest',
    summary: 'Writes a JSON file that lists the builds with their artifacts.',
    options: manifestOptions,
    keepsInput: true,
    forcesKeep: true,
    process: manifest_process,
};
async function manifest_process(options, artifact, context) {
    const entry = await entryFor(options, artifact, context);
    const path = (0,external_node_path_.resolve)(options.output);
    await locked(path, context.signal, async () => {
        const before = await readManifest(path);
        // With -force an older run's entries go; those of this run's other builds stay.
        const kept = context.run.force && before.last_run_uuid !== context.run.uuid ? [] : before.builds;
        await writeManifest(path, { builds: [...kept, entry], last_run_uuid: context.run.uuid });
    });
    context.wrote('manifest', path);
    return artifact;
}
async function entryFor(options, artifact, { run, build }) {
    return {
        name: build.sourceName,
        builder_type: build.sourceType,
        ...(!options.strip_time && { build_time: Math.floor(Date.now() / 1000) }),
        files: artifact.files.length > 0 ? await Promise.all(artifact.files.map(path => fileEntry(path, options.strip_path))) : null,
        artifact_id: artifact.id,
        packer_run_uuid: run.uuid,
        custom_data: options.custom_data ? sorted(options.custom_data) : null,
    };
}
/** A file that is gone is listed with size 0, as Packer does. */
async function fileEntry(path, strip) {
    const size = await (0,promises_.stat)(path).then(stats => stats.size, () => 0);
    return { name: strip ? (0,external_node_path_.basename)(path) : path, size };
}
const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))));

;// CONCATENATED MODULE: ./build/provisioners/file/options.js
/** Options of the file provisioner, from Packer's documentation of it; defaults as of 1.16. */

const fileOptions = {
    source: (0,spec/* text */.Qq)('File or folder to transfer. Of a folder with a slash at its end the content is meant, otherwise the folder itself, as with rsync.'),
    sources: (0,spec/* texts */.Te)('More of the kind of source.'),
    content: (0,spec/* text */.Qq)('Text to write into the destination, instead of a source.'),
    destination: (0,spec/* text */.Qq)('Where it goes: a file, or with a slash at its end a folder. `~` is the home folder.', { required: true }),
    direction: (0,spec/* text */.Qq)('`upload` to the machine or `download` from it.', { oneOf: ['upload', 'download'], default: 'upload' }),
    generated: (0,spec/* flag */.Jt)('The source is made while the build runs, so it need not be there before.', { default: false }),
};
const sourcesOf = ({ source, sources = [] }) => (source ? [...sources, source] : sources);

;// CONCATENATED MODULE: ./build/provisioners/file/progress.js
/** How far a transfer has come, for people who watch: bytes, rate and the time that is left. */

function transferProgress(name, { signal, progress }) {
    const began = Date.now();
    const onProgress = (done, total) => {
        const seconds = Math.max(0.001, (Date.now() - began) / 1000);
        const rate = done / seconds;
        const left = total > done && rate > 0 ? `, ${(0,duration_text/* duration */.p)(((total - done) / rate) * 1000)} left` : '';
        progress(`${name}: ${bytes(done)} of ${bytes(total)}, ${bytes(rate)}/s${left}`, total > 0 ? done / total : undefined);
    };
    return { signal, onProgress };
}
/** `812 B`, `4.2 MB`: powers of 1000, as disks and networks are sold. */
function bytes(count) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = count;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

;// CONCATENATED MODULE: ./build/provisioners/file/provision.js
/** Brings each source to its destination, by the rules that scp's far side gave Packer's users. */






async function provision(options, context) {
    const { destination, content } = options;
    if (content !== undefined) {
        context.say(`Writing ${destination}`);
        await context.communicator.upload(Buffer.from(content), destination, { signal: context.signal });
        return;
    }
    for (const source of sourcesOf(options)) {
        if (options.direction === 'upload')
            await upload(source, destination, context);
        else
            await download(source, destination, context);
    }
}
async function upload(source, destination, context) {
    const { communicator } = context;
    const stats = await (0,promises_.stat)(source).catch((error) => {
        const why = error.code === 'ENOENT' ? 'there is no such file or folder' : error.message;
        throw new failure/* Failure */.H('failed', `The source ${source} cannot be uploaded: ${why}`);
    });
    const progress = transferProgress((0,external_node_path_.basename)(source), context);
    if (!stats.isDirectory()) {
        const target = destination.endsWith('/') ? external_node_path_.posix.join(destination, (0,external_node_path_.basename)(source)) : destination;
        context.say(`Uploading ${source} to ${target}`);
        return communicator.uploadFile(source, target, progress);
    }
    const target = await folderTarget(source, destination, context);
    context.say(`Uploading ${source} to ${target}`);
    await communicator.uploadFolder(source, target, progress);
}
/** A folder without a slash at its end goes into the destination when that exists, and becomes it when not. */
async function folderTarget(source, destination, { communicator, signal }) {
    if (source.endsWith('/'))
        return destination;
    const { status } = await communicator.run(`test -d ${wordOf(destination)}`, { signal });
    return status === 0 ? external_node_path_.posix.join(destination, (0,external_node_path_.basename)(source)) : destination;
}
async function download(source, destination, context) {
    if (/[*?[]/.test(source)) {
        for (const path of await matching(source, context))
            await downloadOne(path, (0,external_node_path_.join)(destination, external_node_path_.posix.basename(path)), context);
        return;
    }
    const whole = source.endsWith('/');
    const target = whole || destination.endsWith('/') ? (0,external_node_path_.join)(destination, external_node_path_.posix.basename(source)) : destination;
    await downloadOne(source, target, context);
}
async function downloadOne(source, target, context) {
    context.say(`Downloading ${source} to ${target}`);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    const progress = transferProgress(external_node_path_.posix.basename(source), context);
    if (source.endsWith('/'))
        await context.communicator.downloadFolder(source, target, progress);
    else
        await context.communicator.downloadFile(source, target, progress);
}
/** What the machine's shell finds, folders with a slash at their end. */
async function matching(pattern, { communicator, signal }) {
    const chunks = [];
    const script = `for f in ${pattern.replace(/[^\w@%+=:,./*?[\]~-]/g, '\\$&')}; do if [ -d "$f" ]; then printf '%s/\\0' "$f"; elif [ -e "$f" ]; then printf '%s\\0' "$f"; fi; done`;
    await communicator.run(`exec sh -c ${quote(script)}`, { signal, onStdout: chunk => chunks.push(chunk) });
    const found = Buffer.concat(chunks).toString().split('\0').filter(Boolean);
    if (found.length === 0)
        throw new failure/* Failure */.H('failed', `Nothing on the machine matches ${pattern}`);
    return found;
}
/** One word of the machine's shell, in which `~/` is the home folder. */
const wordOf = (path) => (path.startsWith('~/') ? `~/${quote(path.slice(2))}` : quote(path));

;// CONCATENATED MODULE: ./build/provisioners/file/index.js
/** The provisioner `file`: brings files to the machine, or from it. */



const file = {
    type: 'file',
    summary: 'Uploads files and folders to the machine, or downloads them from it.',
    options: fileOptions,
    check,
    provision: provision,
};
function check(options) {
    const sources = sourcesOf(options);
    if (options.content !== undefined) {
        if (sources.length > 0)
            return [{ option: 'content', summary: 'Only one of content and source can be set' }];
        if (options.direction === 'download')
            return [{ option: 'content', summary: 'content can only be uploaded' }];
        if (options.destination.endsWith('/'))
            return [{ option: 'destination', summary: 'With content the destination has to name a file' }];
        return [];
    }
    if (sources.length === 0)
        return [{ summary: 'One of source, sources and content has to be set' }];
    if (options.direction === 'download' || options.generated)
        return [];
    return sources.flatMap(path => {
        const problem = missing(path);
        return problem ? [{ option: path === options.source ? 'source' : 'sources', summary: problem }] : [];
    });
}
function missing(path) {
    try {
        (0,external_node_fs_.statSync)(path);
        return undefined;
    }
    catch (error) {
        const why = error.code === 'ENOENT' ? 'there is no such file or folder' : error.message;
        return `The source ${path} cannot be used: ${why}. If the build makes it, set generated = true`;
    }
}

;// CONCATENATED MODULE: ./build/platforms/scripts/check.js
/** Mistakes in the choice of scripts and in their environment that a template's author should hear of before anything runs. */

function checkScripts(options) {
    return [...checkChoice(options), ...checkFiles(options), ...checkEnvironment(options)];
}
function checkChoice({ inline, script, scripts }) {
    const given = [
        inline && inline.length > 0 && 'inline',
        script !== undefined && script !== '' && 'script',
        scripts && scripts.length > 0 && 'scripts',
    ].filter(name => name !== false && name !== undefined);
    if (given.length === 1)
        return [];
    const summary = given.length === 0 ? 'One of inline, script and scripts has to be set' : `Only one of ${given.join(' and ')} can be set`;
    return [{ option: given[1], summary }];
}
function checkFiles({ script, scripts = [] }) {
    const paths = [
        ...(script ? [['script', script]] : []),
        ...scripts.map(path => ['scripts', path]),
    ];
    return paths.flatMap(([option, path]) => {
        const problem = check_unreadable(path);
        return problem ? [{ option, summary: `The script ${path || '""'} cannot be used: ${problem}` }] : [];
    });
}
/** Why a path is not one of a file, or undefined. */
function check_unreadable(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? 'it is a folder' : undefined;
    }
    catch (error) {
        return error.code === 'ENOENT' ? 'there is no such file' : error.message;
    }
}
function checkEnvironment({ environment_vars = [] }) {
    return environment_vars
        .filter(entry => entry.indexOf('=') < 1)
        .map(entry => ({ option: 'environment_vars', summary: `Not of the form NAME=value: ${entry.replace(/=.*/s, '=…')}` }));
}

// EXTERNAL MODULE: ./build/language/options/duration-option.js
var duration_option = __webpack_require__(3957);
;// CONCATENATED MODULE: ./build/platforms/scripts/options.js
/** What every provisioner and post-processor that runs scripts lets a template say: which scripts, with which environment. */

const scriptOptions = {
    inline: (0,spec/* texts */.Te)('Lines of one script. Exactly one of inline, script and scripts has to be set.'),
    script: (0,spec/* text */.Qq)('Path of a script on this machine.'),
    scripts: (0,spec/* texts */.Te)('Paths of scripts on this machine, run in this order.'),
    inline_shebang: (0,spec/* text */.Qq)('First line of the script that is made of `inline`. `/bin/sh -e`, unless the lines bring their own.'),
    environment_vars: (0,spec/* texts */.Te)('Variables for the scripts, each as `NAME=value`.'),
    env: (0,spec/* textMap */.sP)('Variables for the scripts; wins over environment_vars.'),
    env_var_format: (0,spec/* text */.Qq)("How a variable is written before the script: a format with two `%s`. `%s='%s' ` when unset."),
    valid_exit_codes: (0,spec/* numbers */.nL)('Exit statuses that count as success.', { default: [0] }),
    binary: (0,spec/* flag */.Jt)('Leave line ends as they are: the script is no text.', { default: false }),
};

;// CONCATENATED MODULE: ./build/provisioners/shell/options.js
/** Options of the shell provisioner, from Packer's documentation of it; defaults as of 1.16. */



const shellOptions = {
    ...scriptOptions,
    use_env_var_file: (0,spec/* flag */.Jt)('Hand the variables over in a file that the command reads, so that no process list shows them.', {
        default: false,
    }),
    execute_command: (0,spec/* text */.Qq)('The command that runs a script: `{{.Path}}` is where it lies, `{{.Vars}}` its variables, `{{.EnvVarFile}}` the file of them. ' +
        '`chmod +x {{.Path}}; {{.Vars}} {{.Path}}` when unset, with use_env_var_file `chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}`.', { late: true }),
    remote_folder: (0,spec/* text */.Qq)('Folder on the machine that the scripts are put into.', { default: '/tmp' }),
    remote_file: (0,spec/* text */.Qq)('Name of the script there. `script_NUMBER.sh` when unset.'),
    remote_path: (0,spec/* text */.Qq)('Path of the script there, instead of remote_folder and remote_file.'),
    skip_clean: (0,spec/* flag */.Jt)('Leave the scripts on the machine.', { default: false }),
    expect_disconnect: (0,spec/* flag */.Jt)('A connection that breaks while a script runs is no failure: it restarts the machine.', {
        default: false,
    }),
    start_retry_timeout: (0,duration_option/* duration */.p)('How long to keep trying to hand a script over when the connection breaks, as while the machine restarts.', {
        default: '5m',
    }),
    pause_after: (0,duration_option/* duration */.p)('Time to wait after the last script.'),
};

;// CONCATENATED MODULE: ./build/platforms/scripts/content.js
/** What is really run: the file's or the inline lines' text, as an interpreter on the other side wants it. */

/** `binary` leaves line ends alone. */
function scriptsOf(options, binary) {
    if (options.inline && options.inline.length > 0) {
        const text = inlineText(options.inline, options.inline_shebang);
        return [{ name: 'inline script', content: async () => Buffer.from(binary ? text : unixLines(text)) }];
    }
    const paths = options.script ? [options.script] : (options.scripts ?? []);
    return paths.map(path => ({ name: path, path, content: () => fileContent(path, binary) }));
}
/** A shebang is added when the author asks for one, or brings none. */
function inlineText(lines, shebang) {
    const text = `${lines.join('\n')}\n`;
    return shebang === undefined && text.startsWith('#!') ? text : `#!${shebang ?? '/bin/sh -e'}\n${text}`;
}
async function fileContent(path, binary) {
    const bytes = await (0,promises_.readFile)(path);
    // Text in another encoding than UTF-8 has to pass unharmed too.
    return binary ? bytes : Buffer.from(unixLines(bytes.toString('latin1')), 'latin1');
}
/** A carriage return before the line end breaks a shebang; a missing last line end loses the last line in some shells. */
function unixLines(text) {
    const lines = text.replace(/\r\n/g, '\n');
    return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
}

;// CONCATENATED MODULE: ./build/platforms/scripts/environment.js
/** The environment of scripts, as Packer gives it: what the template sets and who is asking, written in front of the command. */
/** Sorted by name. `env` wins over environment_vars, and both over what we tell. */
function environmentOf(options, build, values) {
    const all = {
        PACKER_BUILD_NAME: build.sourceName,
        PACKER_BUILDER_TYPE: build.sourceType,
        ...httpServer(values),
    };
    for (const entry of options.environment_vars ?? []) {
        const at = entry.indexOf('=');
        all[entry.slice(0, at)] = entry.slice(at + 1);
    }
    Object.assign(all, options.env);
    return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** Of sources that serve files to the machine while it installs itself. */
function httpServer(values) {
    const names = { PACKER_HTTP_ADDR: 'PackerHTTPAddr', PACKER_HTTP_IP: 'PackerHTTPIP', PACKER_HTTP_PORT: 'PackerHTTPPort' };
    const given = Object.entries(names).map(([name, value]) => [name, values[value]]);
    return Object.fromEntries(given
        .filter(([, value]) => value && value !== '<unknown>' && !String(value).startsWith('ERR_'))
        .map(([name, value]) => [name, String(value)]));
}
/** `format` has two `%s`, name and value, inside single quotes as the default formats have it. */
const written = (environment, format) => Object.entries(environment)
    .map(([name, value]) => printf(format, [name, value.replaceAll("'", `'"'"'`)]))
    .join('');
/** Go's `%s` and `%%`; what is missing is left empty. */
function printf(format, values) {
    let next = 0;
    return format.replace(/%[s%]/g, verb => (verb === '%%' ? '%' : (values[next++] ?? '')));
}

;// CONCATENATED MODULE: ./build/platforms/scripts/exit.js
/** Judges how a script ended. */


/** Packer's number for a session that ended without telling an exit status, which templates put into valid_exit_codes. */
const DISCONNECTED = 2_300_218;
/** As a shell would tell it: 128 and the number of the signal that ended the process. */
function exitCode({ status, signal }) {
    if (status !== undefined)
        return status;
    if (signal === undefined)
        return DISCONNECTED;
    const number = external_node_os_.constants.signals[signal.startsWith('SIG') ? signal : `SIG${signal}`];
    return 128 + (number ?? 0);
}
/** Throws when the code is not among the valid ones. `lines`: the last output, as evidence. */
function checkExit(name, exit, valid, lines) {
    const code = exitCode(exit);
    if (valid.includes(code))
        return;
    const how = exit.status === undefined && exit.signal ? `was ended by ${exit.signal} (status ${code})` : `ended with status ${code}`;
    throw new failure/* Failure */.H('failed', `${name} ${how}; valid is ${valid.join(', ')}`, {
        evidence: lines.length > 0 ? `its last output:\n${lines.join('\n')}` : undefined,
    });
}

// EXTERNAL MODULE: ./build/lib/lines.js
var lines = __webpack_require__(9588);
;// CONCATENATED MODULE: ./build/platforms/scripts/output.js
/** A command's two streams as lines for the reader, with the last of them kept for the error that may follow. */

const KEPT = 20;
function commandOutput(tell) {
    const last = [];
    const of = (stream) => (0,lines/* splitLines */.u)(line => {
        if (line.trim() !== '')
            last.push(line);
        if (last.length > KEPT)
            last.shift();
        tell(stream, line);
    });
    const stdout = of('stdout');
    const stderr = of('stderr');
    const end = () => {
        stdout.end();
        stderr.end();
    };
    return { stdout, stderr, last, end };
}

;// CONCATENATED MODULE: ./build/provisioners/shell/remote.js
/** Speaking to a machine that may restart in between. */



const PAUSE_MILLISECONDS = 2000;
/** Does it again while the connection breaks, for so many milliseconds; how a script ended is never a reason. */
async function connected(milliseconds, { signal, warn }, work) {
    const end = Date.now() + milliseconds;
    for (;;) {
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof model_communicator/* ConnectionLost */.p) || Date.now() > end)
                throw error;
            warn(`${error.message}; trying again`);
            await (0,abort/* delay */.cb)(PAUSE_MILLISECONDS, signal);
        }
    }
}
/** A connection that breaks while the command runs is an end without a status: nobody knows how far it came, so it is not run again. */
async function runToItsEnd(communicator, command, options) {
    try {
        return await communicator.run(command, options);
    }
    catch (error) {
        if (error instanceof model_communicator/* ConnectionLost */.p)
            return { status: undefined };
        throw error;
    }
}
/** Also after a restart. That a file could not be removed is told, but does not make a good build a failed one. */
async function remove(path, milliseconds, context) {
    const { communicator, signal, warn } = context;
    const { status } = await connected(milliseconds, context, () => communicator.run(`rm -f ${quote(path)}`, { signal }));
    if (status !== 0)
        warn(`${path} could not be removed from the machine`);
}

;// CONCATENATED MODULE: ./build/provisioners/shell/provision.js
/** Each script in turn: hand it over, run it, judge its end, take it away. Files go over one session that stays open, so a script costs one channel. */











async function provision_provision(options, context) {
    const places = placesOf(options);
    for (const script of scriptsOf(options, options.binary))
        await runScript(script, options, places, context);
    if (places.environment && !options.skip_clean)
        await remove(places.environment, options.start_retry_timeout, context);
    if (options.pause_after) {
        context.say(`Pausing ${(0,duration_text/* duration */.p)(options.pause_after)} after the shell provisioner`);
        await (0,abort/* delay */.cb)(options.pause_after, context.signal);
    }
}
function placesOf(options) {
    const file = options.remote_file ?? `script_${(0,external_node_crypto_.randomInt)(9999)}.sh`;
    return {
        script: options.remote_path ?? external_node_path_.posix.join(options.remote_folder, file),
        environment: options.use_env_var_file ? external_node_path_.posix.join(options.remote_folder, `varfile_${(0,external_node_crypto_.randomInt)(9999)}.sh`) : undefined,
    };
}
async function runScript(script, options, places, context) {
    const { communicator, signal } = context;
    context.say(`Running ${script.name}`);
    const content = await script.content();
    const environment = written(environmentOf(options, context.build, context.values), formatOf(options));
    const command = context.render(commandOf(options), {
        Vars: environment,
        Path: places.script,
        EnvVarFile: places.environment ?? '',
    });
    const tidy = tidies(options);
    const output = commandOutput(context.output);
    const exit = await connected(options.start_retry_timeout, context, async () => {
        if (places.environment)
            await communicator.upload(Buffer.from(environment), places.environment, { mode: 0o600, signal });
        await communicator.upload(content, places.script, { mode: 0o755, signal });
        return runToItsEnd(communicator, tidy ? tidied(command, places.script) : command, {
            signal,
            onStdout: chunk => output.stdout.write(chunk),
            onStderr: chunk => output.stderr.write(chunk),
        });
    }).finally(() => output.end());
    checkEnd(script, exit, options, output.last);
    const gone = tidy && exitCode(exit) !== DISCONNECTED;
    if (!options.skip_clean && !gone)
        await remove(places.script, options.start_retry_timeout, context);
}
const formatOf = (options) => options.env_var_format ?? (options.use_env_var_file ? "export %s='%s'\n" : "%s='%s' ");
const commandOf = (options) => options.execute_command ??
    (options.use_env_var_file ? 'chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}' : 'chmod +x {{.Path}}; {{.Vars}} {{.Path}}');
/** Our own command takes the script away in the same breath, which spares a channel; an author's is left exactly as it is. */
const tidies = (options) => options.execute_command === undefined && !options.skip_clean && !options.expect_disconnect;
/** In a subshell the script's environment is the same as without: bash counts its levels in SHLVL. */
const tidied = (command, path) => `(${command}); ingot_status=$?; rm -f ${quote(path)}; exit $ingot_status`;
function checkEnd(script, exit, options, last) {
    const disconnected = exitCode(exit) === DISCONNECTED;
    if (disconnected && options.expect_disconnect)
        return;
    if (disconnected && !options.valid_exit_codes.includes(DISCONNECTED)) {
        throw new failure/* Failure */.H('failed', `The connection broke while ${script.name} ran: nobody knows how it ended`, {
            advice: 'If it restarts the machine, set expect_disconnect = true.',
            evidence: last.length > 0 ? `its last output:\n${last.join('\n')}` : undefined,
        });
    }
    checkExit(script.name, exit, options.valid_exit_codes, last);
}

;// CONCATENATED MODULE: ./build/provisioners/shell/index.js
/** The provisioner `shell`: runs scripts on the machine. */



const shell = {
    type: 'shell',
    summary: 'Runs scripts on the machine.',
    options: shellOptions,
    check: (options) => checkScripts(options),
    provision: provision_provision,
};

;// CONCATENATED MODULE: ./build/platforms/scripts/local-check.js

const SYSTEMS = ['darwin', 'freebsd', 'linux', 'openbsd', 'solaris', 'windows'];
function checkLocal(options) {
    const { command, inline, only_on = [], execute_command } = options;
    const problems = command && !inline ? checkScripts({ ...options, inline: [command] }) : checkScripts(options);
    if (command && inline)
        problems.push({ option: 'command', summary: 'Only one of command and inline can be set' });
    if (execute_command?.length === 0)
        problems.push({ option: 'execute_command', summary: 'execute_command names no program' });
    const unknown = only_on.filter(system => !SYSTEMS.includes(system));
    if (unknown.length > 0) {
        problems.push({ option: 'only_on', summary: `Not a system: ${unknown.join(', ')}; known are ${SYSTEMS.join(', ')}` });
    }
    return problems;
}

;// CONCATENATED MODULE: ./build/platforms/scripts/local-options.js
/** Options of shell-local, as provisioner and as post-processor, from Packer's documentation; defaults as of 1.16. */


const localOptions = {
    ...scriptOptions,
    command: (0,spec/* text */.Qq)('One command line.', { deprecated: 'Write inline = ["…"] instead.' }),
    execute_command: (0,spec/* texts */.Te)('Program and arguments that run a script: `{{.Script}}` is its path (and `{{.Command}}` too), `{{.Vars}}` the variables. ' +
        '`["/bin/sh", "-c", "{{.Vars}} {{.Script}}"]` when unset.', { late: true }),
    only_on: (0,spec/* texts */.Te)('Systems to run on, by the names that Go gives them; elsewhere nothing happens: darwin, freebsd, linux, openbsd, solaris, windows.'),
    tempfile_extension: (0,spec/* text */.Qq)('Extension of the file that inline lines are put into, for interpreters that care.'),
    use_linux_pathing: (0,spec/* flag */.Jt)('On Windows: hand paths over as the Windows Subsystem for Linux sees them.', {
        unsupported: 'Windows Subsystem for Linux is not supported; run ingot itself in it.',
    }),
};

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/platforms/scripts/run-locally.js
/** Runs scripts on this machine, for shell-local before and after the image is made. */










/** Between the request to end and the end by force. */
const GRACE_MILLISECONDS = 5000;
async function runLocally(options, context) {
    const system = process.platform === 'win32' ? 'windows' : process.platform === 'sunos' ? 'solaris' : process.platform;
    if (options.only_on && options.only_on.length > 0 && !options.only_on.includes(system)) {
        context.say(`Skipped: only for ${options.only_on.join(', ')}, and this is ${system}`);
        return;
    }
    const inline = options.inline && options.inline.length > 0 ? options.inline : options.command ? [options.command] : undefined;
    if (!inline) {
        for (const path of options.script ? [options.script] : (options.scripts ?? []))
            await runOne((0,external_node_path_.resolve)(path), path, options, context);
        return;
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-shell-local-'));
    try {
        const path = (0,external_node_path_.join)(folder, `script${extension(options)}`);
        await (0,promises_.writeFile)(path, process.platform === 'win32' ? `${inline.join('\r\n')}\r\n` : inlineText(inline, options.inline_shebang), { mode: 0o700 });
        await runOne(path, 'inline script', options, context);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function extension({ tempfile_extension }) {
    const given = tempfile_extension ?? (process.platform === 'win32' ? '.cmd' : '');
    return given === '' || given.startsWith('.') ? given : `.${given}`;
}
async function runOne(path, name, options, context) {
    context.say(`Running ${name} on this machine`);
    const windows = process.platform === 'win32';
    const format = options.env_var_format ?? (windows ? 'set %s=%s && ' : "%s='%s' ");
    const vars = written(environmentOf(options, context.build, context.values), format);
    const words = options.execute_command ??
        (windows ? ['cmd', '/V', '/C', '{{.Vars}}', 'call', '{{.Script}}'] : ['/bin/sh', '-c', '{{.Vars}} {{.Script}}']);
    const [program, ...args] = words.map(word => context.render(word, { Vars: vars, Script: path, Command: path }));
    const output = commandOutput(context.output);
    const exit = await execute(program, args, context, output);
    output.end();
    checkExit(name, exit, options.valid_exit_codes, output.last);
}
/** In a process group of its own, so that an interruption ends all that the script has started. */
function execute(program, args, { run, signal }, output) {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(program, args, {
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
            env: { ...process.env, PACKER_RUN_UUID: run.uuid },
        });
        child.stdout.on('data', chunk => output.stdout.write(chunk));
        child.stderr.on('data', chunk => output.stderr.write(chunk));
        const stop = async () => {
            kill(child.pid, 'SIGTERM');
            await (0,abort/* withGrace */.pj)(closed, AbortSignal.abort(), GRACE_MILLISECONDS).catch(() => undefined);
            kill(child.pid, 'SIGKILL');
            reject(signal.reason);
        };
        const closed = new Promise(done => child.once('close', () => done()));
        signal.addEventListener('abort', stop, { once: true });
        child.once('error', (error) => {
            signal.removeEventListener('abort', stop);
            reject(new failure/* Failure */.H('failed', `${program} could not be started: ${error.code === 'ENOENT' ? 'there is no such program' : error.message}`));
        });
        child.once('close', (status, name) => {
            if (signal.aborted)
                return;
            signal.removeEventListener('abort', stop);
            resolve({ status: status ?? undefined, ...(name && { signal: name }) });
        });
    });
}
function kill(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(process.platform === 'win32' ? pid : -pid, signal);
    }
    catch {
        // It has ended already.
    }
}

;// CONCATENATED MODULE: ./build/provisioners/shell-local/index.js



const shellLocal = {
    type: 'shell-local',
    summary: 'Runs scripts or a command on this machine.',
    options: localOptions,
    check: (options) => checkLocal(options),
    provision: runLocally,
};

;// CONCATENATED MODULE: ./build/smoke-tests/run-on-machine.js
/** One script on the fresh machine. */



/** Undefined when it passed, else a sentence. `lines` receives the last output as it comes, so that it is there whatever happens. */
async function runOnMachine(content, path, environment, lines, context) {
    const { communicator, signal } = context;
    await communicator.upload(content, path, { mode: 0o755, signal });
    const output = commandOutput((stream, line) => {
        context.output(stream, line);
        lines.splice(0, lines.length, ...output.last);
    });
    const variables = Object.entries(environment).map(([name, value]) => quote(`${name}=${value}`));
    const command = ['env', ...variables, ...interpreterOf(content), quote(path)].join(' ');
    const exit = await communicator
        .run(command, {
        signal,
        onStdout: chunk => output.stdout.write(chunk),
        onStderr: chunk => output.stderr.write(chunk),
    })
        .finally(() => output.end());
    await communicator.run(`rm -f ${quote(path)}`, { signal });
    try {
        checkExit('it', exit, [0], []);
        return undefined;
    }
    catch (error) {
        return error.message;
    }
}
/** What the kernel would make of the first line: done here it works too where /tmp allows no programs, as on hardened images. */
function interpreterOf(content) {
    const first = content.subarray(0, 256).toString('latin1').split('\n', 1)[0];
    const [, program, argument] = /^#![ \t]*(\S+)[ \t]*(.*?)[ \t\r]*$/.exec(first) ?? [];
    if (program === undefined)
        return [];
    return argument ? [quote(program), quote(argument)] : [quote(program)];
}

;// CONCATENATED MODULE: ./build/smoke-tests/settle.js
/** A fresh machine answers to SSH before it has finished starting; what is asked before that gets the wrong answer. */

const LONGEST_MILLISECONDS = 120_000;
/** cloud-init leaves a file when it has ended; systemd says when the jobs of its start are done. Machines without them are ready. */
const SCRIPT = `
busy() {
  if [ -e /run/cloud-init/enabled ] && ! [ -e /run/cloud-init/result.json ]; then echo cloud-init; return 0; fi
  if [ -d /run/systemd/system ]; then
    case "$(systemctl is-system-running 2>/dev/null)" in initializing | starting) echo systemd; return 0 ;; esac
  fi
  return 1
}
left=$1
while what=$(busy); do
  [ "$left" -gt 0 ] || { echo "$what"; exit 3; }
  left=$((left - 1))
  sleep 1
done
exit 0
`;
/** Waits at most so many milliseconds, 2 minutes at the longest; a machine that is not settled then is asked all the same. */
async function settle_settle(milliseconds, { communicator, signal, warn }) {
    const seconds = Math.floor(Math.min(milliseconds, LONGEST_MILLISECONDS) / 1000);
    let what = '';
    const onStdout = (chunk) => {
        what += Buffer.from(chunk).toString();
    };
    const { status } = await communicator.run(`exec sh -c ${quote(SCRIPT)} sh ${seconds}`, { signal, onStdout });
    if (status === 3)
        warn(`${what.trim()} has not finished after ${seconds} s; the test is asked all the same`);
}

;// CONCATENATED MODULE: ./build/smoke-tests/index.js
/** Asks a fresh machine the questions of a declared test: scripts and inline lines whose exit status is the answer. */






/** The caller's clock started before ours. */
const LENIENCE_MILLISECONDS = 1000;
/** One result for each script, and one for the inline lines together. After one that ran out of time the others are skipped. */
async function askSmokeTest(test, context) {
    const began = performance.now();
    const scripts = [
        ...scriptsOf({ scripts: test.scripts }, true),
        ...(test.inline.length > 0 ? scriptsOf({ inline: test.inline }, false) : []),
    ];
    if (scripts.length === 0)
        return [result(test, undefined, 'skipped', 0, 'it has neither scripts nor inline lines')];
    const overdue = () => performance.now() - began > test.timeout - LENIENCE_MILLISECONDS;
    const environment = environmentFor(test, context);
    await settle_settle(test.timeout / 2, context);
    const results = [];
    for (const script of scripts) {
        const name = scripts.length > 1 ? script : undefined;
        if (context.signal.aborted) {
            results.push(result(test, name, 'skipped', 0, 'the time of the test was over'));
            continue;
        }
        const started = performance.now();
        const verdict = await verdictOf(script, test, environment, overdue, context);
        results.push(result(test, name, verdict === undefined ? 'passed' : 'failed', performance.now() - started, verdict));
    }
    return results;
}
/** Undefined: passed. Throws only when the whole run is interrupted. */
async function verdictOf(script, test, environment, overdue, context) {
    const path = `/tmp/ingot-smoke-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}-${script.path ? safe((0,external_node_path_.basename)(script.path)) : 'inline'}`;
    const lines = [];
    try {
        const failure = await runOnMachine(await script.content(), path, environment, lines, context);
        return failure && withOutput(failure, lines);
    }
    catch (error) {
        if (context.signal.aborted) {
            if (overdue())
                return withOutput(`no verdict within ${(0,duration_text/* duration */.p)(test.timeout)}`, lines);
            throw context.signal.reason;
        }
        return withOutput(error.message, lines);
    }
}
const withOutput = (sentence, lines) => lines.length > 0 ? `${sentence}; its last output:\n${lines.join('\n')}` : sentence;
const safe = (name) => name.replace(/[^\w.-]/g, '_');
function environmentFor(test, { run, build, values }) {
    const known = {
        INGOT_RUN_ID: run.id,
        INGOT_BUILD_NAME: build.name,
        INGOT_IMAGE_ID: values.ImageID,
        INGOT_HOST: values.Host,
        PACKER_BUILD_NAME: build.sourceName,
        PACKER_BUILDER_TYPE: build.sourceType,
    };
    const given = Object.entries(known).filter(([, value]) => value !== undefined && value !== '<unknown>');
    return { ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])), ...test.environment };
}
function result(test, script, outcome, milliseconds, detail) {
    const name = script ? `${test.name}: ${script.path ? (0,external_node_path_.basename)(script.path) : 'inline'}` : test.name;
    return { test: test.name, name, outcome, milliseconds: Math.round(milliseconds), ...(detail !== undefined && { detail }) };
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/artifact.js
const builderId = 'mitchellh.amazonebs';
function artifactOf(unsorted) {
    const images = [...unsorted].sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : 0));
    const lines = images.map(({ region, id }) => `${region}: ${id}`);
    return {
        builderId,
        id: images.map(({ region, id }) => `${region}:${id}`).join(','),
        description: `AMIs were created:\n${lines.join('\n')}\n`,
        files: [],
        images,
    };
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/access.js



async function reachCloud(options) {
    const profile = options.profile || undefined;
    return connect_connect({
        region: options.region || (await defaultRegion(profile)),
        endpoint: options.custom_endpoint_ec2 || endpointOfEnvironment(),
        profile,
        keys: keysOf(options),
        role: roleOf(options),
        maxAttempts: options.max_retries || undefined,
        insecureTls: options.insecure_skip_tls_verify,
    });
}
const paceOf = (ec2, options) => paceFrom(ec2.loopback, options.aws_polling);
function keysOf({ access_key, secret_key, token }) {
    if (!access_key || !secret_key)
        return undefined;
    return { accessKeyId: access_key, secretAccessKey: secret_key, sessionToken: token || undefined };
}
function roleOf({ assume_role: role }) {
    if (!role?.role_arn)
        return undefined;
    return {
        arn: role.role_arn,
        sessionName: role.session_name || undefined,
        externalId: role.external_id || undefined,
        durationSeconds: role.duration_seconds,
        policy: role.policy || undefined,
        policyArns: role.policy_arns,
        tags: role.tags,
        transitiveTagKeys: role.transitive_tag_keys,
    };
}

// EXTERNAL MODULE: ./build/lib/ssh-key.js
var ssh_key = __webpack_require__(6415);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/callers.js
/** Who may reach the build machine's port: this machine alone, where its address can be known. */

const howToChange = 'temporary_security_group_source_cidrs in the source block changes that';
/** Networks in CIDR form. */
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
/** Why the address that the public Internet sees is not the one that the machine will see. */
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
/** As AWS itself sees it; the same question that Packer asks. */
async function publicAddress(signal) {
    try {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
        const answer = await fetch('https://checkip.amazonaws.com', { signal: limited });
        const text = (await answer.text()).trim();
        return answer.ok && /^\d{1,3}(\.\d{1,3}){3}$/.test(text) ? text : undefined;
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/check.js
function check_check(options) {
    return [
        ...checkAccess(options),
        ...checkSource(options),
        ...checkNetwork(options),
        ...checkEncryption(options),
        ...checkMachine(options),
        ...[...options.launch_block_device_mappings, ...options.ami_block_device_mappings].flatMap(checkDisk),
        ...options.run_volume_tag
            .filter(tag => !tag.name && !tag.key)
            .map(() => problem('run_volume_tag', 'Missing name', 'A run_volume_tag needs a name.')),
    ];
}
const problem = (option, summary, detail) => ({ option, summary, detail });
const exclusive = (options, first, second) => isSet(options[first]) && isSet(options[second])
    ? [problem(second, 'Options exclude each other', `Only one of ${first} and ${second} can be set.`)]
    : [];
const isSet = (value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
function checkAccess(options) {
    if (isSet(options.access_key) === isSet(options.secret_key))
        return [];
    const [given, missing] = isSet(options.access_key) ? ['access_key', 'secret_key'] : ['secret_key', 'access_key'];
    return [problem(given, 'Half of a key', `${given} is set and ${missing} is not; set both or neither.`)];
}
function checkSource(options) {
    const problems = [
        ...exclusive(options, 'source_ami', 'source_ami_filter'),
        ...exclusive(options, 'user_data', 'user_data_file'),
    ];
    if (!options.source_ami && !options.source_ami_filter)
        problems.push({
            summary: 'No source image',
            detail: 'Set source_ami to the ID of an image, or write a source_ami_filter block that finds one.',
        });
    if (options.source_ami_filter?.owners?.length === 0)
        problems.push(problem('source_ami_filter', 'No owners', 'Name at least one owner: anybody may publish an image of any name.'));
    if (!options.instance_type)
        problems.push({
            summary: 'No instance type',
            detail: 'Set instance_type to the type of machine to build on, e.g. "t3.small".',
        });
    return problems;
}
function checkNetwork(options) {
    const problems = [
        ...exclusive(options, 'security_group_id', 'security_group_ids'),
        ...exclusive(options, 'subnet_id', 'subnet_filter'),
        ...exclusive(options, 'vpc_id', 'vpc_filter'),
    ];
    for (const cidr of options.temporary_security_group_source_cidrs ?? [])
        if (!/^[\da-fA-F.:]+\/\d{1,3}$/.test(cidr))
            problems.push(problem('temporary_security_group_source_cidrs', 'Not a network', `"${cidr}" is not in CIDR form, e.g. 203.0.113.7/32.`));
    if (options.ssh_interface === 'session_manager')
        problems.push(problem('ssh_interface', 'Not supported yet', 'ingot does not connect through Session Manager yet.'));
    return problems;
}
function checkEncryption(options) {
    const problems = [];
    const keys = options.region_kms_key_ids;
    const regions = options.ami_regions ?? [];
    if (options.kms_key_id && !options.encrypt_boot)
        problems.push(problem('kms_key_id', 'Key without encryption', 'kms_key_id needs encrypt_boot = true.'));
    if (keys && Object.values(keys).some(key => key !== '') && !options.encrypt_boot)
        problems.push(problem('region_kms_key_ids', 'Keys without encryption', 'region_kms_key_ids needs encrypt_boot = true.'));
    const odd = keys
        ? [...regions.filter(region => !(region in keys)), ...Object.keys(keys).filter(key => !regions.includes(key))]
        : [];
    if (odd.length > 0)
        problems.push(problem('region_kms_key_ids', 'Regions differ', `ami_regions and region_kms_key_ids must name the same regions: ${odd.join(', ')}.`));
    const shared = [options.ami_users, options.ami_org_arns, options.ami_ou_arns, options.ami_groups].some(isSet);
    if (shared && options.encrypt_boot && !options.kms_key_id)
        problems.push(problem('encrypt_boot', 'Cannot be shared', 'An image under the default KMS key cannot be shared: set kms_key_id.'));
    if (options.skip_save_build_region && regions.length === 0)
        problems.push(problem('skip_save_build_region', 'No image would remain', 'skip_save_build_region needs ami_regions.'));
    return problems;
}
function checkMachine(options) {
    const problems = [...exclusive(options, 'capacity_reservation_id', 'capacity_reservation_group_arn')];
    const targeted = options.capacity_reservation_id || options.capacity_reservation_group_arn;
    if (targeted && isSet(options.capacity_reservation_preference))
        problems.push(problem('capacity_reservation_preference', 'Options exclude each other', 'A named reservation leaves nothing to prefer: remove one.'));
    if (options.placement?.tenancy && options.tenancy)
        problems.push(problem('tenancy', 'Options exclude each other', 'Only one of placement.tenancy and tenancy can be set.'));
    const unlimited = options.enable_unlimited_credits || options.enable_t2_unlimited;
    if (unlimited && options.instance_type && !isBurstable(options.instance_type))
        problems.push(problem('enable_unlimited_credits', 'Not a burstable type', `${options.instance_type} has no CPU credits; t2, t3, t3a and t4g have.`));
    return problems;
}
const isBurstable = (instanceType) => /^(t2|t3|t3a|t4g)\./.test(instanceType);
function checkDisk(disk) {
    const where = 'launch_block_device_mappings';
    const problems = [];
    const type = disk.volume_type ?? '';
    if (disk.kms_key_id && disk.encrypted === false)
        problems.push(problem(where, 'Key without encryption', `${disk.device_name}: kms_key_id needs encrypted = true.`));
    if (disk.throughput && type !== 'gp3')
        problems.push(problem(where, 'No throughput here', `${disk.device_name}: throughput is of volumes of type gp3 only.`));
    if (disk.iops && !['io1', 'io2', 'gp3'].includes(type))
        problems.push(problem(where, 'No iops here', `${disk.device_name}: iops is of volumes of type io1, io2 and gp3 only.`));
    const ratio = type === 'io1' ? 50 : type === 'io2' ? 500 : Number.POSITIVE_INFINITY;
    if (disk.iops && disk.volume_size && disk.iops > ratio * disk.volume_size)
        problems.push(problem(where, 'Too many iops', `${disk.device_name}: ${type} has at most ${ratio} iops for each GiB.`));
    return problems;
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/launch.js

function launchRequest(options, launch) {
    return {
        ImageId: launch.imageId,
        InstanceType: options.instance_type,
        KeyName: launch.keyName,
        UserData: launch.userData,
        BlockDeviceMappings: launch.disks,
        EbsOptimized: options.ebs_optimized || undefined,
        InstanceInitiatedShutdownBehavior: options.shutdown_behavior,
        IamInstanceProfile: profile(options.iam_instance_profile),
        MetadataOptions: metadata(options),
        EnclaveOptions: options.enable_nitro_enclave ? { Enabled: true } : undefined,
        CreditSpecification: credits(options),
        CapacityReservationSpecification: reservation(options),
        LicenseSpecifications: licenses(options),
        Placement: placement(options),
        ...interfaceOf(options, launch),
    };
}
/** A public address can only be asked for on an interface, and then subnet and groups belong there too. */
function interfaceOf(options, { network, groupIds }) {
    const Groups = groupIds.length > 0 ? [...groupIds] : undefined;
    if (options.associate_public_ip_address === undefined)
        return { SubnetId: network.subnetId, SecurityGroupIds: Groups };
    return {
        NetworkInterfaces: [
            {
                DeviceIndex: 0,
                AssociatePublicIpAddress: options.associate_public_ip_address,
                SubnetId: network.subnetId,
                Groups,
                DeleteOnTermination: true,
            },
        ],
    };
}
const profile = (name) => (name ? (name.startsWith('arn:') ? { Arn: name } : { Name: name }) : undefined);
/** IMDSv2 unless the template says otherwise; what it does not mention is left to AWS and the account's defaults. */
function metadata({ metadata_options: given }) {
    if (given?.http_endpoint === 'disabled')
        return { HttpEndpoint: 'disabled' };
    return {
        HttpEndpoint: given?.http_endpoint,
        HttpTokens: given?.http_tokens ?? 'required',
        HttpPutResponseHopLimit: given?.http_put_response_hop_limit,
        InstanceMetadataTags: given?.instance_metadata_tags,
    };
}
/** As Packer: a burstable machine costs extra only when the template says so. */
function credits(options) {
    if (!isBurstable(options.instance_type ?? ''))
        return undefined;
    return { CpuCredits: options.enable_unlimited_credits || options.enable_t2_unlimited ? 'unlimited' : 'standard' };
}
function reservation(options) {
    const CapacityReservationId = options.capacity_reservation_id || undefined;
    const CapacityReservationResourceGroupArn = options.capacity_reservation_group_arn || undefined;
    if (CapacityReservationId || CapacityReservationResourceGroupArn)
        return { CapacityReservationTarget: { CapacityReservationId, CapacityReservationResourceGroupArn } };
    return options.capacity_reservation_preference
        ? { CapacityReservationPreference: options.capacity_reservation_preference }
        : undefined;
}
function licenses(options) {
    const arns = options.license_specifications.map(license => license.license_configuration_request?.license_configuration_arn);
    return arns.length > 0 ? arns.map(LicenseConfigurationArn => ({ LicenseConfigurationArn })) : undefined;
}
function placement(options) {
    const { tenancy, host_id, host_resource_group_arn } = options.placement ?? {};
    const Tenancy = (tenancy || options.tenancy || undefined);
    if (!Tenancy && !host_id && !host_resource_group_arn && !options.availability_zone)
        return undefined;
    return {
        AvailabilityZone: options.availability_zone || undefined,
        HostId: host_id || undefined,
        HostResourceGroupArn: host_resource_group_arn || undefined,
        Tenancy,
    };
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/machine.js
/** A machine that can be reached: key, group, launch, address. Build and smoke tests begin alike. */










async function startMachine(ec2, options, context, request) {
    const key = await openingKey(ec2, context, request);
    const groupIds = await groups(ec2, options, context, request);
    const id = await context.step('launch', () => {
        const launch = launchRequest(options, { ...request, groupIds, keyName: key?.name });
        return context.acquire(instance(ec2), { launch, tags: request.tags, volumeTags: request.volumeTags });
    });
    const host = await context.step('wait for the machine', signal => address(ec2, id, options, context, signal));
    const fixed = request.purpose === 'build' ? context.communicator.ssh_host : undefined;
    return {
        id,
        reach: { host: fixed || host, privateKey: key?.privateKey, console: signal => consoleOf(ec2, id, signal) },
    };
}
/** Undefined: the machine is opened by other means, or not at all. */
async function openingKey(ec2, context, { purpose, tags }) {
    const { communicator, ...given } = context.communicator;
    if (given.ssh_keypair_name)
        return { name: given.ssh_keypair_name };
    if (communicator === 'none' || given.ssh_private_key_file || given.ssh_password || given.ssh_agent_auth)
        return undefined;
    const wished = given.temporary_key_pair_name;
    const name = wished ? (purpose === 'test' ? `${wished}-test` : wished) : `packer_${(0,external_node_crypto_.randomUUID)()}`;
    return context.step('import key pair', async () => {
        const { publicKey, privateKey } = await (0,ssh_key/* makeSshKeyPair */.W)(machine_keyType(given), name, given.temporary_key_pair_bits || undefined);
        await context.acquire(keyPair(ec2), { name, publicKey, tags });
        return { name, privateKey };
    });
}
function machine_keyType({ temporary_key_pair_type: type }) {
    if (!type || type === 'ed25519' || type === 'rsa')
        return type || 'ed25519';
    throw new failure/* Failure */.H('invalid', `EC2 takes no key pair of type ${type}`, {
        advice: 'Set temporary_key_pair_type to ed25519 or rsa.',
    });
}
async function groups(ec2, options, context, request) {
    const { network, tags } = request;
    if (network.groupIds.length > 0 || context.communicator.communicator === 'none')
        return network.groupIds;
    return context.step('open port', async (signal) => {
        const cidrs = await callers(ec2, options, network, context);
        const id = await context.acquire(securityGroup(ec2), {
            name: `packer_${(0,external_node_crypto_.randomUUID)()}`,
            description: 'Temporary group for Packer',
            vpcId: network.vpcId,
            tags,
        });
        await openPort(ec2, id, context.communicator.ssh_port ?? 22, cidrs, signal);
        return [id];
    });
}
/** A public address may appear a moment after the machine runs. */
async function address(ec2, id, options, context, signal) {
    const pace = paceOf(ec2, options);
    const needed = context.communicator.communicator !== 'none';
    for (let look = 1;; look++) {
        const machine = await untilInstance(ec2, id, 'running', { signal, pace });
        const found = addressIn(machine, options.ssh_interface);
        if (found || !needed)
            return found ?? '';
        if (look === 3)
            throw new failure/* Failure */.H('failed', `Instance ${id} has no address of kind ${options.ssh_interface || 'public_ip or private_ip'}`, {
                advice: 'Change ssh_interface, associate_public_ip_address or the subnet.',
            });
    }
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

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/tags.js
/** What is written on what: the template's tags, rendered, and ingot's own, by which everything is found again. */

/** Whose it is. AWS allows 256 characters in a value. */
function ownTags(context) {
    return {
        'ingot:run': context.run.id,
        'ingot:template': context.run.template.slice(-256),
        'ingot:build': context.build.name.slice(0, 256),
        'ingot:started-at': context.run.startedAt,
    };
}
/** A candidate becomes `published`; what bears that is never cleaned up. */
const stateTag = 'ingot:state';
/** Of key pair, group and machine; named as Packer names them, because people look for it. */
const runTags = (options, context, base) => ({
    Name: 'Packer Builder',
    ...rendered(options.run_tags, options.run_tag, context, base),
    ...ownTags(context),
});
const volumeTags = (options, context, base) => rendered(options.run_volume_tags, options.run_volume_tag, context, base);
/** Before the smoke tests: nothing by which anybody would look for a finished image. */
const candidateTags = (options, context, base) => ({
    ...(options.skip_ami_run_tags ? {} : rendered(options.run_tags, options.run_tag, context, base)),
    ...ownTags(context),
    [stateTag]: 'candidate',
});
const imageTags = (options, context, base) => rendered(options.tags, options.tag, context, base);
const snapshotTags = (options, context, base) => ({
    ...imageTags(options, context, base),
    ...rendered(options.snapshot_tags, options.snapshot_tag, context, base),
});
/** Blocks win over the map, as the later ones do over the earlier. */
function rendered(map, blocks, context, base) {
    const pairs = [...Object.entries(map ?? {}), ...blocks.map(({ key, name, value }) => [key || name || '', value])];
    const render = (text) => (text.includes('{{') ? context.render(text, { ...base.data }) : text);
    return Object.fromEntries(pairs.map(([key, value]) => acceptable(render(key), render(value))));
}
/** What EC2 would refuse when the image is made already. */
function acceptable(key, value) {
    const reason = key === '' || key.length > 128
        ? 'a key has 1 to 128 characters'
        : key.toLowerCase().startsWith('aws:')
            ? 'keys that begin with aws: are reserved'
            : value.length > 256
                ? `a value has at most 256 characters, this one ${value.length}`
                : undefined;
    if (reason)
        throw new failure/* Failure */.H('failed', `EC2 does not accept the tag "${key}": ${reason}`, { advice: 'Change it in the source block.' });
    return [key, value];
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/boot.js



async function boot(options, candidate, context) {
    if (!candidate)
        throw new Error('boot without a candidate');
    const { imageId, network, base } = candidate;
    const ec2 = await reachCloud(options);
    const tags = { ...runTags(options, context, base), Name: 'ingot smoke test' };
    const machine = await startMachine(ec2, options, context, { purpose: 'test', imageId, network, tags, disks: undefined });
    return machine.reach;
}

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(5175);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/base.js



async function findBase(ec2, options, signal) {
    const found = options.source_ami ? await named(ec2, options.source_ami, signal) : await filtered(ec2, options, signal);
    const wanted = options.ami_virtualization_type;
    if (wanted && found.VirtualizationType !== wanted)
        throw new failure/* Failure */.H('failed', `Source image ${found.ImageId} has virtualization ${found.VirtualizationType}, not ${wanted}`, {
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
    const answer = await ec2.call('DescribeImages', { ImageIds: [id], IncludeDeprecated: true }, signal).catch(error => {
        if (isAws(error, 'InvalidAMIID.*'))
            return { Images: [] };
        throw error;
    });
    const [found] = answer.Images ?? [];
    if (found)
        return found;
    throw new failure/* Failure */.H('failed', `Source image ${id} was not found in region ${ec2.region}`, {
        advice: 'Image IDs differ from region to region: check source_ami and region, or find the image with source_ami_filter.',
    });
}
async function filtered(ec2, options, signal) {
    const { filters = {}, owners, most_recent, include_deprecated } = options.source_ami_filter ?? {};
    const Filters = toFilters(filters);
    const request = { Filters, Owners: [...(owners ?? [])], IncludeDeprecated: include_deprecated };
    const images = (await ec2.call('DescribeImages', request, signal)).Images ?? [];
    const [newest, second] = images.sort((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? ''));
    const said = `${JSON.stringify(filters)} of ${(owners ?? []).join(', ')}`;
    if (!newest)
        throw new failure/* Failure */.H('failed', `No source image matches ${said} in region ${ec2.region}`, {
            advice: 'Loosen the filters in source_ami_filter, and check owners and region.',
        });
    if (second && !most_recent)
        throw new failure/* Failure */.H('failed', `${images.length} source images match ${said} in region ${ec2.region}`, {
            advice: 'Write most_recent = true to take the newest, or narrow the filters in source_ami_filter.',
            evidence: images
                .slice(0, 10)
                .map(each => `${each.ImageId} ${each.Name}`)
                .join('\n'),
        });
    return newest;
}
/** Each value may be a list in the manner of CSV, as in Packer. */
function toFilters(filters) {
    return Object.entries(filters).map(([Name, value]) => ({ Name, Values: values(value) }));
}
function values(text) {
    const [row] = (0,sync/* parse */.qg)(text, { relax_quotes: true });
    return row ?? [text];
}

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

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/name.js


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
    const judge = isForced(options, context) ? demandReplaceable : name_refuse;
    await Promise.all(targetRegions(options, ec2.region).map(async (region) => {
        const there = ec2.inRegion(region);
        for (const taken of await imagesNamed(there, options.ami_name, signal))
            await judge(there, taken, signal);
    }));
}
async function name_refuse(ec2, { Name, ImageId }) {
    throw new failure/* Failure */.H('failed', `An image named "${Name}" exists already in region ${ec2.region}: ${ImageId}`, {
        advice: 'Choose another ami_name, or replace that image with force_deregister = true (or -force).',
    });
}
async function demandReplaceable(ec2, { ImageId, Name, DeregistrationProtection }, signal) {
    if (DeregistrationProtection?.startsWith('enabled'))
        throw new failure/* Failure */.H('failed', `Image ${ImageId} in region ${ec2.region} cannot be replaced: it is protected from deregistration`, {
            advice: `It has the name "${Name}". Take the protection away, or choose another ami_name.`,
        });
    await ec2.call('DeregisterImage', { ImageId, DryRun: true }, signal).catch(error => {
        if (!isAws(error, 'DryRunOperation'))
            throw error;
    });
}
async function imagesNamed(ec2, name, signal) {
    const Filters = [{ Name: 'name', Values: [name] }];
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal);
    return Images;
}
/** Whether an image made now can have its final name at once. */
async function isFree(ec2, options, context, signal) {
    return !isForced(options, context) || (await imagesNamed(ec2, options.ami_name, signal)).length === 0;
}
/** Of an image that gives its content to the one with the final name; unique in the account. */
const interimName = (context, distinction) => `${context.run.id}-${distinction}`.slice(0, 128);

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/network.js


async function chooseNetwork(ec2, options, signal) {
    const vpcId = options.vpc_id || (await findVpc(ec2, options, signal));
    const subnet = await chooseSubnet(ec2, options, vpcId, signal);
    if (vpcId && !subnet)
        await demandDefault(ec2, vpcId, signal);
    return {
        vpcId: vpcId ?? subnet?.VpcId,
        subnetId: subnet?.SubnetId,
        publicByDefault: subnet?.MapPublicIpOnLaunch,
        groupIds: await namedGroups(ec2, options, vpcId ?? subnet?.VpcId, signal),
    };
}
async function findVpc(ec2, options, signal) {
    if (!options.vpc_filter)
        return undefined;
    const { Vpcs = [] } = await ec2.call('DescribeVpcs', { Filters: toFilters(options.vpc_filter.filters) }, signal);
    if (Vpcs.length === 1)
        return Vpcs[0]?.VpcId;
    throw notOne('VPC', 'vpc_filter', ec2, Vpcs.map(vpc => vpc.VpcId));
}
async function demandDefault(ec2, vpcId, signal) {
    const { Vpcs = [] } = await ec2.call('DescribeVpcs', { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] }, signal);
    if (Vpcs[0]?.IsDefault)
        return;
    throw new failure/* Failure */.H('failed', Vpcs[0] ? `${vpcId} is not the default VPC, so a subnet must be named` : `VPC ${vpcId} was not found`, {
        advice: Vpcs[0] ? 'Set subnet_id, or find one with subnet_filter.' : `Does it exist in region ${ec2.region}?`,
    });
}
async function chooseSubnet(ec2, options, vpcId, signal) {
    if (options.subnet_id) {
        const { Subnets = [] } = await ec2.call('DescribeSubnets', { SubnetIds: [options.subnet_id] }, signal);
        return Subnets[0];
    }
    if (options.subnet_filter)
        return filteredSubnet(ec2, options, options.subnet_filter, vpcId, signal);
    // A public address can only be asked for together with a subnet.
    return options.associate_public_ip_address === undefined ? undefined : defaultSubnet(ec2, options, vpcId, signal);
}
async function filteredSubnet(ec2, options, filter, vpcId, signal) {
    const { Subnets = [] } = await ec2.call('DescribeSubnets', { Filters: [...toFilters(filter.filters), ...within(options, vpcId)] }, signal);
    if (Subnets.length === 0 || (Subnets.length > 1 && !filter.most_free && !filter.random))
        throw notOne('subnet', 'subnet_filter', ec2, Subnets.map(subnet => subnet.SubnetId));
    return filter.random && !filter.most_free ? Subnets[Math.floor(Math.random() * Subnets.length)] : mostFree(Subnets);
}
async function defaultSubnet(ec2, options, vpcId, signal) {
    const Filters = [{ Name: 'default-for-az', Values: ['true'] }, ...within(options, vpcId)];
    const { Subnets = [] } = await ec2.call('DescribeSubnets', { Filters }, signal);
    const zones = await zonesWith(ec2, options.instance_type ?? '', signal);
    const fitting = Subnets.filter(subnet => zones.size === 0 || zones.has(subnet.AvailabilityZone ?? ''));
    const chosen = mostFree(fitting);
    if (chosen)
        return chosen;
    throw new failure/* Failure */.H('failed', `Region ${ec2.region} has no default subnet for a machine of type ${options.instance_type}`, {
        advice: 'associate_public_ip_address needs a subnet: set subnet_id.',
    });
}
async function zonesWith(ec2, instanceType, signal) {
    const Filters = [{ Name: 'instance-type', Values: [instanceType] }];
    const answer = await ec2.call('DescribeInstanceTypeOfferings', { LocationType: 'availability-zone', Filters }, signal);
    return new Set((answer.InstanceTypeOfferings ?? []).flatMap(offering => offering.Location ?? []));
}
const within = (options, vpcId) => [
    ...(vpcId ? [{ Name: 'vpc-id', Values: [vpcId] }] : []),
    ...(options.availability_zone ? [{ Name: 'availability-zone', Values: [options.availability_zone] }] : []),
];
const mostFree = (subnets) => [...subnets].sort((a, b) => (b.AvailableIpAddressCount ?? 0) - (a.AvailableIpAddressCount ?? 0))[0];
async function namedGroups(ec2, options, vpcId, signal) {
    if (options.security_group_id)
        return [options.security_group_id];
    if (options.security_group_ids?.length)
        return options.security_group_ids;
    if (!options.security_group_filter)
        return [];
    const Filters = [...toFilters(options.security_group_filter.filters), ...(vpcId ? [{ Name: 'vpc-id', Values: [vpcId] }] : [])];
    const { SecurityGroups = [] } = await ec2.call('DescribeSecurityGroups', { Filters }, signal);
    if (SecurityGroups.length > 0)
        return SecurityGroups.flatMap(group => group.GroupId ?? []);
    throw notOne('security group', 'security_group_filter', ec2, []);
}
function notOne(what, option, ec2, found) {
    return found.length === 0
        ? new failure/* Failure */.H('failed', `No ${what} matches ${option} in region ${ec2.region}`, {
            advice: `Loosen the filters in ${option}.`,
        })
        : new failure/* Failure */.H('failed', `${found.length} of kind ${what} match ${option}: ${found.join(', ')}`, {
            advice: `Narrow the filters in ${option} so that one remains.`,
        });
}

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
    const ec2 = await reachCloud(options);
    const data = await userData(options);
    const base = await context.step('find source image', signal => findBase(ec2, options, signal));
    context.say(`Source image in ${ec2.region}: ${base.id} (${base.name})`);
    // What cannot be rendered is found out now, not when the image is made.
    void [imageTags(options, context, base), snapshotTags(options, context, base), descriptionOf(options, context, base)];
    await context.step('check image name', signal => checkName(ec2, options, context, signal));
    const network = await context.step('choose network', signal => chooseNetwork(ec2, options, signal));
    if (!options.metadata_options?.http_tokens)
        context.say('The machine demands IMDSv2; metadata_options { http_tokens = "optional" } in the source block changes that.');
    const machine = await startMachine(ec2, options, context, {
        purpose: 'build',
        imageId: base.id,
        disks: launchMappings(options),
        userData: data,
        network,
        tags: runTags(options, context, base),
        volumeTags: volumeTags(options, context, base),
    });
    const { SourceAMITags, ...values } = base.data;
    await context.provision(machine.reach, { ...values, ID: machine.id, Host: machine.reach.host });
    await context.step('stop the machine', signal => build_stop(ec2, machine, options, signal));
    if (options.skip_create_ami)
        return undefined;
    const isIntermediate = options.encrypt_boot === true || options.skip_save_build_region;
    const isNamed = !isIntermediate && (await isFree(ec2, options, context, context.signal));
    const imageId = await capture(ec2, machine, base, options, context, isNamed);
    return { imageId, base, network, isIntermediate, isNamed };
}
async function build_stop(ec2, { id }, options, signal) {
    if (!options.disable_stop_instance)
        await whileRefused(ec2, ['InvalidInstanceID.NotFound'], 60_000, signal, () => ec2.call('StopInstances', { InstanceIds: [id] }, signal));
    await untilInstance(ec2, id, 'stopped', { signal, pace: paceOf(ec2, options) });
    // One attribute in a call: EC2 takes no more.
    if (options.ena_support !== undefined)
        await ec2.call('ModifyInstanceAttribute', { InstanceId: id, EnaSupport: { Value: options.ena_support } }, signal);
    if (options.sriov_support)
        await ec2.call('ModifyInstanceAttribute', { InstanceId: id, SriovNetSupport: { Value: 'simple' } }, signal);
}
async function capture(ec2, machine, base, options, context, isNamed) {
    const imageId = await context.step('create image', () => context.keep(image_image(ec2), {
        tags: candidateTags(options, context, base),
        capture: {
            InstanceId: machine.id,
            Name: isNamed ? options.ami_name : interimName(context, machine.id),
            Description: descriptionOf(options, context, base),
            BlockDeviceMappings: mappings(options.ami_block_device_mappings),
        },
    }));
    await context.step('wait for the image', async (signal) => {
        const onProgress = (percent) => context.progress(`${imageId}: snapshots at ${percent} %`, percent / 100);
        await untilImageAvailable(ec2, imageId, { signal, pace: paceOf(ec2, options), onProgress });
        // Its cost ends here. That it is really gone is seen to at the end, and so is a failure of this call.
        await instance(ec2)
            .hasten?.(machine.id, signal)
            .catch(() => undefined);
    });
    return imageId;
}
function descriptionOf(options, context, base) {
    const text = options.ami_description ?? '';
    return (text.includes('{{') ? context.render(text, { ...base.data }) : text) || undefined;
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/discard.js


async function discard(options, artifact, context) {
    const ec2 = await reachCloud(options);
    await Promise.all(artifact.images.map(({ region, id }) => image_image(ec2.inRegion(region)).release(id, context.signal)));
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/access.js
/** Where the image is built and as whom. */

const positive = (value) => (Number.isInteger(value) && value > 0 ? undefined : 'a whole number above 0 is required');
const assumeRole = {
    role_arn: (0,spec/* text */.Qq)('ARN of the role to assume.', { required: true }),
    duration_seconds: (0,spec/* number */.ai)('How long one set of credentials of the role is valid; it is renewed in time. AWS: 3600.', {
        check: (value) => (value >= 900 && value <= 43200 ? undefined : 'AWS accepts 900 to 43200 seconds'),
    }),
    external_id: (0,spec/* text */.Qq)('External ID that the role demands.'),
    policy: (0,spec/* text */.Qq)('A policy in JSON that narrows what the role may do in this session.'),
    policy_arns: (0,spec/* texts */.Te)('Managed policies that narrow what the role may do in this session.'),
    session_name: (0,spec/* text */.Qq)('Name of the session in CloudTrail. Default: `ingot-` and the time.'),
    tags: (0,spec/* textMap */.sP)('Session tags.'),
    transitive_tag_keys: (0,spec/* texts */.Te)('Session tags that are handed on to roles assumed from this one.'),
};
const vaultAwsEngine = {
    name: (0,spec/* text */.Qq)('Name of the role in Vault.'),
    engine_name: (0,spec/* text */.Qq)('Path of the secrets engine.'),
    role_arn: (0,spec/* text */.Qq)('ARN of the role to assume.'),
    ttl: (0,spec/* text */.Qq)('Time to live of the credentials.'),
};
const awsPolling = {
    delay_seconds: (0,spec/* number */.ai)('Seconds between two looks, exactly. Default: 3 to 5, and less against an endpoint on this machine.', {
        check: positive,
    }),
    max_attempts: (0,spec/* number */.ai)('Looks before giving up. Without delay_seconds each counts for 15 seconds, as in Packer.', {
        check: positive,
    }),
};
const accessOptions = {
    region: (0,spec/* text */.Qq)('The AWS region to build in. Default: AWS_REGION, AWS_DEFAULT_REGION or that of the profile.'),
    access_key: (0,spec/* text */.Qq)('Access key ID. Without it the usual places are asked: environment, profile, SSO, web identity, role.'),
    secret_key: (0,spec/* text */.Qq)('Secret access key that belongs to access_key.', { sensitive: true }),
    token: (0,spec/* text */.Qq)('Session token, for temporary keys.', { sensitive: true }),
    profile: (0,spec/* text */.Qq)('Profile of the shared AWS configuration files. Default: AWS_PROFILE.'),
    shared_credentials_file: (0,spec/* text */.Qq)('Path of a credentials file.', {
        unsupported: 'ingot does not read it yet; set the environment variable AWS_SHARED_CREDENTIALS_FILE instead',
    }),
    assume_role: (0,spec/* block */.om)(assumeRole, 'A role to assume with the credentials found.'),
    vault_aws_engine: (0,spec/* block */.om)(vaultAwsEngine, 'Credentials from HashiCorp Vault.', {
        unsupported: 'ingot does not ask Vault yet; let Vault put the credentials into the environment',
    }),
    mfa_code: (0,spec/* text */.Qq)('One-time code of a multi-factor device.', {
        unsupported: 'ingot does not ask for session tokens with MFA yet; `aws sts get-session-token` gives keys for the environment',
    }),
    custom_endpoint_ec2: (0,spec/* text */.Qq)('Endpoint instead of AWS, in every region; such as ingot’s own sandbox. Default: AWS_ENDPOINT_URL_EC2.', {
        check: (value) => value === '' || /^https?:\/\/./.test(value) ? undefined : 'a URL that begins with http:// or https:// is required',
    }),
    insecure_skip_tls_verify: (0,spec/* flag */.Jt)('Accept any certificate from the endpoint.', { default: false }),
    max_retries: (0,spec/* number */.ai)('How often one call is tried. Default: 10.', {
        check: (value) => (Number.isInteger(value) && value >= 0 ? undefined : 'a whole number is required'),
    }),
    decode_authorization_messages: (0,spec/* flag */.Jt)('Decode the message of a refused call.', {
        unsupported: 'ingot does not decode them yet; `aws sts decode-authorization-message` does',
    }),
    skip_credential_validation: (0,spec/* flag */.Jt)('Accepted for Packer’s sake: ingot never asks STS whether credentials are valid.', {
        default: false,
    }),
    skip_region_validation: (0,spec/* flag */.Jt)('Accepted for Packer’s sake: ingot takes any region name and reports what AWS says.', {
        default: false,
    }),
    skip_metadata_api_check: (0,spec/* flag */.Jt)('Do not ask the metadata service for credentials.', {
        unsupported: 'ingot takes it from the environment: set AWS_EC2_METADATA_DISABLED=true',
    }),
    aws_polling: (0,spec/* block */.om)(awsPolling, 'How often and how long to wait. AWS_POLL_DELAY_SECONDS and AWS_MAX_ATTEMPTS are its defaults.'),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/disks.js
/** Disks of the build machine and of the image. */

const device = {
    device_name: (0,spec/* text */.Qq)('As the machine sees it, e.g. `/dev/sda1`.', { required: true }),
    delete_on_termination: (0,spec/* flag */.Jt)('Whether the volume goes with a machine that is made from the image.', { default: false }),
    encrypted: (0,spec/* flag */.Jt)('Encrypt the volume. Unset: as its snapshot or the account says.'),
    iops: (0,spec/* number */.ai)('I/O operations per second of io1, io2 and gp3.'),
    throughput: (0,spec/* number */.ai)('MiB per second of gp3.'),
    kms_key_id: (0,spec/* text */.Qq)('KMS key to encrypt with; the account’s default key when unset.'),
    no_device: (0,spec/* flag */.Jt)('Leave out a device that the source image has.', { default: false }),
    snapshot_id: (0,spec/* text */.Qq)('Snapshot to begin with.'),
    virtual_name: (0,spec/* text */.Qq)('`ephemeral0` … for a disk of the host.'),
    volume_size: (0,spec/* number */.ai)('Size in GiB.'),
    volume_type: (0,spec/* text */.Qq)('Kind of volume: gp2, gp3, io1, io2, st1, sc1 or standard.'),
};
const diskOptions = {
    launch_block_device_mappings: (0,spec/* blocks */.Bv)(device, 'A disk of the build machine.'),
    ami_block_device_mappings: (0,spec/* blocks */.Bv)(device, 'A disk of every machine that is made from the image.'),
    no_ephemeral: (0,spec/* flag */.Jt)('Leave out all disks of the host from the image.', { default: false }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/image.js
/** The image that is made, and who may use it where. */

const fastLaunch = 'ingot does not set up fast launch yet';
const fastLaunchOptions = {
    enable_fast_launch: (0,spec/* flag */.Jt)('Prepare snapshots of Windows machines ahead.'),
    template_id: (0,spec/* text */.Qq)('ID of a launch template.'),
    template_name: (0,spec/* text */.Qq)('Name of a launch template.'),
    template_version: (0,spec/* number */.ai)('Version of the launch template.'),
    max_parallel_launches: (0,spec/* number */.ai)('At most so many at once.'),
    target_resource_count: (0,spec/* number */.ai)('Snapshots to keep ready.'),
    region_launch_templates: (0,spec/* blocks */.Bv)({
        region: (0,spec/* text */.Qq)('Region.', { required: true }),
        enable_fast_launch: (0,spec/* flag */.Jt)('Prepare snapshots here.'),
        template_id: (0,spec/* text */.Qq)('ID of a launch template.'),
        template_name: (0,spec/* text */.Qq)('Name of a launch template.'),
        template_version: (0,spec/* number */.ai)('Version of the launch template.'),
    }, 'Settings of one region.'),
};
const protection = {
    enabled: (0,spec/* flag */.Jt)('Refuse to deregister the image.', { default: false }),
    with_cooldown: (0,spec/* flag */.Jt)('Refuse it for 24 hours more after the protection is taken away.', { default: false }),
};
const imageName = (value) => {
    if (value.length < 3 || value.length > 128)
        return `an image name has 3 to 128 characters, this one ${value.length}`;
    if (!/^[A-Za-z0-9()[\] ./'@_-]+$/.test(value))
        return "an image name has letters, digits, spaces and ( ) [ ] . / - ' @ _ only; the function clean_resource_name replaces others";
    return undefined;
};
const date = (value) => value === '' || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)))
    ? undefined
    : 'a time in RFC 3339 is required, e.g. 2030-01-31T00:00:00Z';
const copyDuration = (value) => value >= 15 && value <= 2880 && value % 15 === 0 ? undefined : 'AWS accepts multiples of 15 from 15 to 2880';
const imageOptions = {
    ami_name: (0,spec/* text */.Qq)('Name of the image, unique in the account and region.', { required: true, check: imageName }),
    ami_description: (0,spec/* text */.Qq)('Description of the image.', { late: true }),
    ami_virtualization_type: (0,spec/* text */.Qq)('The source image must have this virtualization type.', { oneOf: ['hvm', 'paravirtual', ''] }),
    ami_users: (0,spec/* texts */.Te)('Accounts that may launch the image.'),
    ami_groups: (0,spec/* texts */.Te)('Groups that may launch the image; `all` makes it public.', {
        check: (groups) => (groups.every(group => group === 'all') ? undefined : 'AWS knows only the group `all`'),
    }),
    ami_org_arns: (0,spec/* texts */.Te)('Organizations that may launch the image.'),
    ami_ou_arns: (0,spec/* texts */.Te)('Organizational units that may launch the image.'),
    ami_product_codes: (0,spec/* texts */.Te)('Product codes of the image.'),
    ami_regions: (0,spec/* texts */.Te)('Regions to copy the image to.'),
    snapshot_users: (0,spec/* texts */.Te)('Accounts that may use the snapshots.'),
    snapshot_groups: (0,spec/* texts */.Te)('Groups that may use the snapshots; `all` makes them public.'),
    snapshot_copy_duration_minutes: (0,spec/* number */.ai)('Time in which copies to regions must be complete, at a price.', {
        check: copyDuration,
    }),
    encrypt_boot: (0,spec/* flag */.Jt)('Encrypt all disks of the image by copying it. Encrypting in launch_block_device_mappings is faster.'),
    kms_key_id: (0,spec/* text */.Qq)('KMS key of the build region; the account’s default key when unset.'),
    region_kms_key_ids: (0,spec/* textMap */.sP)('KMS key by region of ami_regions; empty for the account’s default key.'),
    skip_save_build_region: (0,spec/* flag */.Jt)('Keep the image in ami_regions only.', { default: false }),
    force_deregister: (0,spec/* flag */.Jt)('Replace an image of the same name.', { default: false }),
    force_delete_snapshot: (0,spec/* flag */.Jt)('Delete the snapshots of the replaced image too.', { default: false }),
    ena_support: (0,spec/* flag */.Jt)('Mark the image for enhanced networking.'),
    sriov_support: (0,spec/* flag */.Jt)('Mark the image for enhanced networking with an Intel 82599.', { default: false }),
    imds_support: (0,spec/* text */.Qq)('`v2.0`: machines made from the image demand IMDSv2 by default.', { oneOf: ['v2.0', ''] }),
    deprecate_at: (0,spec/* text */.Qq)('When the image becomes deprecated, in RFC 3339.', { check: date }),
    deregistration_protection: (0,spec/* block */.om)(protection, 'Protects the image from being deregistered.'),
    skip_create_ami: (0,spec/* flag */.Jt)('Run the build without making an image.', { default: false }),
    skip_ami_run_tags: (0,spec/* flag */.Jt)('Do not put run_tags on the image.', { default: false }),
    fast_launch: (0,spec/* block */.om)(fastLaunchOptions, 'Fast launch of Windows machines.', { unsupported: fastLaunch }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/network.js
/** Where the build machine stands in the network and how it is reached. */


const filters = (0,spec/* textMap */.sP)('Names and values of AWS’s own filters; several values are separated by commas.', { default: {} });
const sessionManager = 'ingot does not connect through Session Manager yet';
const networkOptions = {
    vpc_id: (0,spec/* text */.Qq)('VPC of the temporary security group and, without subnet_id, of the machine.'),
    vpc_filter: (0,spec/* block */.om)({ filters }, 'Finds the VPC; exactly one must match.'),
    subnet_id: (0,spec/* text */.Qq)('Subnet of the machine. Default: AWS’s choice in the default VPC.'),
    subnet_filter: (0,spec/* block */.om)({
        filters,
        most_free: (0,spec/* flag */.Jt)('Of several, take the one with the most free addresses.', { default: false }),
        random: (0,spec/* flag */.Jt)('Of several, take any.', { default: false }),
    }, 'Finds the subnet; exactly one must match unless most_free or random.'),
    availability_zone: (0,spec/* text */.Qq)('Zone of the machine.'),
    associate_public_ip_address: (0,spec/* flag */.Jt)('Give the machine a public address. Unset: as the subnet says.'),
    security_group_id: (0,spec/* text */.Qq)('Security group of the machine instead of a temporary one.'),
    security_group_ids: (0,spec/* texts */.Te)('Security groups of the machine instead of a temporary one.'),
    security_group_filter: (0,spec/* block */.om)({ filters }, 'Finds the security groups of the machine.'),
    temporary_security_group_source_cidrs: (0,spec/* texts */.Te)('Who may reach the machine’s port during the build. Default: this machine’s own address, if it can be found out.'),
    temporary_security_group_source_public_ip: (0,spec/* flag */.Jt)('Only this machine’s public address may reach the port; it is an error when it cannot be found out.', { default: false }),
    ssh_interface: (0,spec/* text */.Qq)('Which of the machine’s addresses to connect to. Unset: the public one, or the private one without it.', {
        oneOf: ['public_ip', 'private_ip', 'public_dns', 'private_dns', 'ipv6', 'session_manager', ''],
    }),
    session_manager_port: (0,spec/* number */.ai)('Local port of the tunnel.', { unsupported: sessionManager }),
    pause_before_ssm: (0,duration_option/* duration */.p)('Time before the tunnel is opened.', { unsupported: sessionManager }),
    windows_password_timeout: (0,duration_option/* duration */.p)('How long to wait for the password that Windows makes.', {
        unsupported: 'ingot does not speak WinRM yet',
    }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/run.js
/** The machine that is built on. */

const spot = 'ingot does not launch spot instances yet';
const sourceAmiFilter = {
    filters: (0,spec/* textMap */.sP)('Names and values of AWS’s own filters; several values are separated by commas.', { default: {} }),
    owners: (0,spec/* texts */.Te)('Account IDs, `self`, `amazon` or `aws-marketplace`. Required, because anybody may publish an image of any name.', {
        required: true,
    }),
    most_recent: (0,spec/* flag */.Jt)('Take the newest of several.', { default: false }),
    include_deprecated: (0,spec/* flag */.Jt)('Consider deprecated images too.', { default: false }),
};
const metadataOptions = {
    http_endpoint: (0,spec/* text */.Qq)('Whether the machine can ask for its metadata.', { oneOf: ['enabled', 'disabled'] }),
    http_tokens: (0,spec/* text */.Qq)('Whether only with a session token (IMDSv2). Default: required.', { oneOf: ['required', 'optional'] }),
    http_put_response_hop_limit: (0,spec/* number */.ai)('How many hops an answer with a token travels; containers need 2.', {
        check: (value) => (Number.isInteger(value) && value >= 1 && value <= 64 ? undefined : 'AWS accepts 1 to 64'),
    }),
    instance_metadata_tags: (0,spec/* text */.Qq)('Whether the tags are part of the metadata.', { oneOf: ['enabled', 'disabled'] }),
};
const run_placement = {
    tenancy: (0,spec/* text */.Qq)('Whether the machine shares its host.', { oneOf: ['default', 'dedicated', 'host', ''] }),
    host_id: (0,spec/* text */.Qq)('A dedicated host.'),
    host_resource_group_arn: (0,spec/* text */.Qq)('A group of dedicated hosts.'),
};
const license = {
    license_configuration_request: (0,spec/* block */.om)({ license_configuration_arn: (0,spec/* text */.Qq)('ARN of the configuration in AWS License Manager.') }, 'The license configuration.'),
};
const statement = {
    Effect: (0,spec/* text */.Qq)('Allow or Deny.'),
    Action: (0,spec/* texts */.Te)('Actions.'),
    Resource: (0,spec/* texts */.Te)('Resources.'),
};
const runOptions = {
    instance_type: (0,spec/* text */.Qq)('Type of the machine, e.g. `t3.small`.'),
    source_ami: (0,spec/* text */.Qq)('ID of the image to begin with.'),
    source_ami_filter: (0,spec/* block */.om)(sourceAmiFilter, 'Finds the image to begin with.'),
    user_data: (0,spec/* text */.Qq)('User data for the machine, as text.'),
    user_data_file: (0,spec/* text */.Qq)('Path of a file with user data.'),
    iam_instance_profile: (0,spec/* text */.Qq)('Name or ARN of the instance profile of the machine.'),
    skip_profile_validation: (0,spec/* flag */.Jt)('Accepted for Packer’s sake: ingot leaves it to the launch to check the profile.', {
        default: false,
    }),
    temporary_iam_instance_profile_policy_document: (0,spec/* block */.om)({ Version: (0,spec/* text */.Qq)('Version of the policy language.'), Statement: (0,spec/* blocks */.Bv)(statement, 'A statement.') }, 'An instance profile for the time of the build.', { unsupported: 'ingot does not make temporary instance profiles yet; name one with iam_instance_profile' }),
    metadata_options: (0,spec/* block */.om)(metadataOptions, 'The machine’s metadata service.'),
    ebs_optimized: (0,spec/* flag */.Jt)('Ask for bandwidth to EBS of its own.', { default: false }),
    enable_nitro_enclave: (0,spec/* flag */.Jt)('Enable Nitro Enclaves.', { default: false }),
    enable_unlimited_credits: (0,spec/* flag */.Jt)('Let a burstable machine use more than its credits, at a price.', { default: false }),
    enable_t2_unlimited: (0,spec/* flag */.Jt)('The old name of enable_unlimited_credits.', { deprecated: 'Write enable_unlimited_credits.' }),
    shutdown_behavior: (0,spec/* text */.Qq)('What a shutdown inside the machine leads to.', { oneOf: ['stop', 'terminate'], default: 'stop' }),
    disable_stop_instance: (0,spec/* flag */.Jt)('The machine shuts itself down (sysprep); ingot only waits for it.', { default: false }),
    capacity_reservation_preference: (0,spec/* text */.Qq)('Whether open capacity reservations may be used.', { oneOf: ['none', 'open', ''] }),
    capacity_reservation_id: (0,spec/* text */.Qq)('A capacity reservation to use.'),
    capacity_reservation_group_arn: (0,spec/* text */.Qq)('A group of capacity reservations to use.'),
    placement: (0,spec/* block */.om)(run_placement, 'Dedicated hosts.'),
    tenancy: (0,spec/* text */.Qq)('The same as placement.tenancy.', {
        oneOf: ['default', 'dedicated', 'host', ''],
        deprecated: 'Write placement { tenancy = … }.',
    }),
    license_specifications: (0,spec/* blocks */.Bv)(license, 'A license from AWS License Manager.'),
    spot_price: (0,spec/* text */.Qq)('Highest price of a spot instance.', { unsupported: spot }),
    spot_instance_types: (0,spec/* texts */.Te)('Types of a spot instance.', { unsupported: spot }),
    spot_allocation_strategy: (0,spec/* text */.Qq)('How AWS chooses among them.', { unsupported: spot }),
    spot_price_auto_product: (0,spec/* text */.Qq)('Nothing any more.', { deprecated: 'AWS does not need it any more: remove it.' }),
    block_duration_minutes: (0,spec/* number */.ai)('Length of a spot block.', { unsupported: 'AWS offers no spot blocks any more: remove it' }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/tags.js
/** Tags come as a map or as blocks (which allow keys that are computed); both are rendered when the source image is known. */

const tagBlock = {
    key: (0,spec/* text */.Qq)('Key of the tag.', { required: true, late: true }),
    value: (0,spec/* text */.Qq)('Value of the tag.', { required: true, late: true }),
};
/** Packer's blocks for volumes say `name` where all others say `key`. */
const volumeTagBlock = {
    name: (0,spec/* text */.Qq)('Key of the tag.', { late: true }),
    key: (0,spec/* text */.Qq)('The same as name.', { late: true }),
    value: (0,spec/* text */.Qq)('Value of the tag.', { required: true, late: true }),
};
const map = (doc) => (0,spec/* textMap */.sP)(`${doc} Template data: SourceAMI, SourceAMIName, SourceAMITags, BuildRegion ….`, { late: true });
const tags_spot = 'ingot does not launch spot instances yet';
const tagOptions = {
    tags: map('Tags of the image and its snapshots.'),
    tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of the image and its snapshots.'),
    snapshot_tags: map('Tags of the snapshots; they win over tags.'),
    snapshot_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of the snapshots.'),
    run_tags: map('Tags of what exists during the build, and of the image unless skip_ami_run_tags.'),
    run_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of what exists during the build.'),
    run_volume_tags: map('Tags of the build machine’s volumes.'),
    run_volume_tag: (0,spec/* blocks */.Bv)(volumeTagBlock, 'One tag of the build machine’s volumes.'),
    spot_tags: (0,spec/* textMap */.sP)('Tags of the spot request.', { unsupported: tags_spot }),
    spot_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of the spot request.', { unsupported: tags_spot }),
    fleet_tags: (0,spec/* textMap */.sP)('Tags of the fleet.', { unsupported: tags_spot }),
    fleet_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of the fleet.', { unsupported: tags_spot }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options.js






const options = {
    ...accessOptions,
    ...imageOptions,
    ...tagOptions,
    ...runOptions,
    ...diskOptions,
    ...networkOptions,
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/finish.js
/** What makes an image a published one, in its own region; the tags, of which one says so, come last. */





async function finish(ec2, id, options, context, base, signal) {
    const snapshots = snapshotsOf(await untilImageAvailable(ec2, id, { signal }));
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
    const published = { [stateTag]: 'published' };
    const [ofImage, ofSnapshots] = [imageTags(options, context, base), snapshotTags(options, context, base)];
    if ((0,external_node_util_.isDeepStrictEqual)(ofImage, ofSnapshots))
        return tag(ec2, [id, ...snapshots], { ...ofImage, ...published }, signal);
    await tag(ec2, snapshots, { ...ofSnapshots, ...published }, signal);
    await tag(ec2, [id], { ...ofImage, ...published }, signal);
}
/** Milliseconds until a new image is known everywhere. */
const finish_known = 60_000;
async function tag(ec2, ids, tags, signal) {
    if (ids.length === 0)
        return;
    await whileRefused(ec2, ['InvalidAMIID.NotFound', 'InvalidSnapshot.NotFound'], finish_known, signal, () => ec2.call('CreateTags', { Resources: [...ids], Tags: tagList(tags) }, signal));
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

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/replace.js





/** For bringing the old image back, also when the run was interrupted. */
const undoMilliseconds = 60_000;
/** The name-taking of one run in all its regions: done together, or undone together. */
class Replacement {
    options;
    context;
    tags;
    undo = [];
    former = [];
    constructor(options, context, tags) {
        this.options = options;
        this.context = context;
        this.tags = tags;
    }
    /** Returns the ID of the image that has the name now. */
    async take(ec2, stagedId, signal) {
        const staged = await untilImageAvailable(ec2, stagedId, { signal });
        const request = await this.successor(ec2, staged, signal);
        const old = await imagesNamed(ec2, this.options.ami_name, signal);
        for (const former of await Promise.all(old.map(each => remember(ec2, each, signal))))
            await this.free(ec2, former, signal);
        const id = await this.context.keep(image_image(ec2), request);
        this.undo.push(limit => image_image(ec2).release(id, limit));
        await untilImageAvailable(ec2, id, { signal });
        return id;
    }
    async successor(ec2, staged, signal) {
        const Name = this.options.ami_name;
        if (canBeRegistered(staged))
            return { tags: this.tags, register: await registrationOf(ec2, staged, Name, signal) };
        const copy = { Name, SourceImageId: staged.ImageId, SourceRegion: ec2.region, Description: staged.Description };
        return { tags: this.tags, copy };
    }
    async free(ec2, former, signal) {
        const { ImageId } = former.image;
        this.context.say(`Replacing image ${ImageId} in ${ec2.region}, which has the name "${this.options.ami_name}"`);
        await unlessGone(ec2, ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'], signal, () => ec2.call('DeregisterImage', { ImageId }, signal));
        this.former.push({ ec2, image: former.image });
        this.undo.push(async (limit) => {
            const id = await restoreImage(ec2, former, limit);
            this.context.warn(`Image ${ImageId} in ${ec2.region} is back as ${id}: it could not be replaced`);
        });
    }
    /** Newest first; one that fails does not keep the others from it. */
    async takeBack() {
        for (const step of this.undo.reverse())
            await step(AbortSignal.timeout(undoMilliseconds)).catch((error) => this.context.warn(`The replaced image could not be brought back, but its snapshots remain: ${error.message}`));
    }
    /** force_delete_snapshot; what another image still uses stays. */
    async deleteFormerSnapshots(signal) {
        if (!this.options.force_delete_snapshot)
            return;
        for (const { ec2, image: old } of this.former)
            for (const snapshot of snapshotsOf(old))
                await deleteSnapshot(ec2, snapshot, signal).catch((error) => this.context.warn(`Snapshot ${snapshot} of the replaced image remains: ${error.message}`));
    }
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/publish.js









async function publish(options, candidate, context) {
    if (!candidate)
        return undefined;
    const { imageId, base } = candidate;
    const ec2 = await reachCloud(options);
    const staged = await context.step('publish', signal => everywhere(targetRegions(options, ec2.region), async (region) => {
        const image = await stage(ec2.inRegion(region), ec2, candidate, options, context, signal);
        if (image.isNamed)
            await finish(image.there, image.id, options, context, base, signal);
        return image;
    }));
    const published = staged.every(image => image.isNamed) ? staged : await replaceAll(staged, options, context, base);
    if (candidate.isIntermediate)
        await context.release(imageId);
    return artifactOf(published.map(({ there, id }) => ({ region: there.region, id, name: options.ami_name, sourceId: base.id })));
}
/** Quick, and the last thing of all: in no region does an image go before its successor is complete in every region. */
function replaceAll(staged, options, context, base) {
    return context.step('replace', async (signal) => {
        const replacement = new Replacement(options, context, candidateTags(options, context, base));
        try {
            const published = await everywhere(staged, async (image) => {
                if (image.isNamed)
                    return image;
                const id = await replacement.take(image.there, image.id, signal);
                await finish(image.there, id, options, context, base, signal);
                return { ...image, id };
            });
            for (const image of staged)
                if (!image.isNamed)
                    await context.release(image.id);
            await replacement.deleteFormerSnapshots(signal);
            return published;
        }
        catch (error) {
            await replacement.takeBack();
            throw error;
        }
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
async function stage(there, here, { imageId, isIntermediate, isNamed, base }, options, context, signal) {
    const home = there.region === here.region;
    if (home && !isIntermediate)
        return { there, id: imageId, isNamed };
    const free = await isFree(there, options, context, signal);
    const id = await context.keep(image_image(there), {
        tags: candidateTags(options, context, base),
        copy: {
            Name: free ? options.ami_name : interimName(context, imageId),
            Description: descriptionOf(options, context, base),
            SourceImageId: imageId,
            SourceRegion: here.region,
            Encrypted: options.encrypt_boot,
            KmsKeyId: (home ? options.kms_key_id : options.region_kms_key_ids?.[there.region]) || undefined,
            SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes,
        },
    });
    const onProgress = (percent) => context.progress(`${there.region}: ${id} at ${percent} %`, percent / 100);
    await untilImageAvailable(there, id, { signal, pace: paceOf(there, options), onProgress });
    return { there, id, isNamed: free };
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/index.js







const amazonEbs = {
    type: 'amazon-ebs',
    summary: 'Bakes an Amazon machine image: launches a machine from another image, provisions it and captures it.',
    builderId: builderId,
    reachable: true,
    buildValues: ['BuildRegion', 'SourceAMI', 'SourceAMIName', 'SourceAMICreationDate', 'SourceAMIOwner', 'SourceAMIOwnerName'],
    options: options,
    check: check_check,
    build: build,
    boot: boot,
    publish: publish,
    discard: discard,
};

;// CONCATENATED MODULE: ./build/sources/file/index.js
/** A file as an artifact: for trying out post-processors, and for what a template wants to hand to them. */




const file_options = {
    target: (0,spec/* text */.Qq)('Path of the file to make; folders on the way to it are made too.', { required: true }),
    content: (0,spec/* text */.Qq)('Text to write.'),
    source: (0,spec/* text */.Qq)('Path of a file to copy instead.'),
};
const file_builderId = 'packer.file';
const file_file = {
    type: 'file',
    summary: 'Writes or copies a file, which is the artifact.',
    builderId: file_builderId,
    reachable: false,
    buildValues: [],
    options: file_options,
    check: file_check,
    async build(given, context) {
        await context.step('write the file', () => make(given));
        await context.provision({ host: '' }, {});
        return undefined;
    },
    publish: async ({ target }) => file_artifactOf(target),
    async discard(_options, artifact) {
        for (const path of artifact.files)
            await (0,promises_.rm)(path, { force: true });
    },
};
function file_check({ target, content, source }) {
    if (target === '')
        return [{ option: 'target', summary: 'No target', detail: 'target must name the file to make.' }];
    if (content && source)
        return [{ option: 'source', summary: 'Options exclude each other', detail: 'Only one of content and source can be set.' }];
    if (!content && !source)
        return [
            { severity: 'warning', option: 'target', summary: 'The file will be empty', detail: 'Neither content nor source is set.' },
        ];
    return [];
}
/** As Packer: what is written may hold a secret, so that only its owner reads it; a copy is an ordinary file. */
async function make({ target, content, source }) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        if (!source)
            return await (0,promises_.writeFile)(target, content ?? '', { mode: 0o600 });
        await (0,promises_.copyFile)(source, target);
        await (0,promises_.chmod)(target, 0o644);
    }
    catch (cause) {
        throw new failure/* Failure */.H('failed', `The file ${target} could not be made: ${cause.message}`, { cause });
    }
}
/** As Packer's file builder prints it. */
const file_artifactOf = (target) => ({
    builderId: file_builderId,
    id: 'File',
    description: `Stored file: ${target}`,
    files: [target],
    images: [],
});

// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(6125);
;// CONCATENATED MODULE: ./build/sources/null/index.js

const { communicator, ssh_host, ssh_password, ssh_private_key_file, ssh_agent_auth } = communicator_options/* communicatorOptions */.O;
/** The communicator's own: here nobody but the template knows the machine, so that some of them are required. */
const null_options = { communicator, ssh_host, ssh_password, ssh_private_key_file, ssh_agent_auth };
/** As Packer's null builder prints it. */
const artifact = {
    builderId: 'fnoeding.null',
    id: 'Null',
    description: 'Did not export anything. This is the null builder',
    files: [],
    images: [],
};
const nullSource = {
    type: 'null',
    summary: 'Provisions a machine that exists already, given by ssh_host; makes no image.',
    builderId: artifact.builderId,
    reachable: true,
    buildValues: [],
    options: null_options,
    check: null_check,
    async build({ ssh_host: host = '' }, context) {
        await context.provision({ host }, host ? { Host: host } : {});
        return undefined;
    },
    publish: async () => artifact,
};
function null_check(given) {
    if (given.communicator !== 'ssh')
        return [];
    const problems = [];
    if (!given.ssh_host)
        problems.push({
            summary: 'No machine to provision',
            detail: 'Set ssh_host, or communicator = "none" when nothing runs on a machine.',
        });
    const ways = ['ssh_agent_auth', 'ssh_password', 'ssh_private_key_file'].filter(way => given[way]);
    if (ways.length !== 1)
        problems.push({
            option: ways[1],
            summary: ways.length === 0 ? 'No way to log in' : 'Options exclude each other',
            detail: 'Exactly one of ssh_agent_auth, ssh_password and ssh_private_key_file must be set.',
        });
    return problems;
}

;// CONCATENATED MODULE: ./build/catalog.js
/** All that is built in, one line each. Template and engine get it handed in and know no plugin by name. */











const plugins = {
    sources: byType(amazonEbs, file_file, nullSource),
    provisioners: byType(file, shell, shellLocal),
    postProcessors: byType(manifest),
    communicators: byType(none, ssh),
    askSmokeTest: askSmokeTest,
    resourceKinds: awsResourceKinds,
};
/** Each plugin is typed by its own options; whoever takes it from here decodes by `options` first. */
function byType(...entries) {
    return Object.fromEntries(entries.map(entry => [entry.type, entry]));
}


/***/ }),

/***/ 5252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Nj: () => (/* binding */ parseNanoseconds)
/* harmony export */ });
/* unused harmony export formatDuration */
/** Durations as Go writes them: `1h2m3.5s`, exact to the nanosecond. */
const units = {
    ns: 1n,
    us: 1000n,
    µs: 1000n,
    μs: 1000n,
    ms: 1000000n,
    s: 1000000000n,
    m: 60000000000n,
    h: 3600000000000n,
};
const LONGEST = 2n ** 63n;
/** Milliseconds; throws Error with a sentence for anything else. */
const parseDuration = (text) => Number(parseNanoseconds(text)) / 1e6;
/** Throws Error, worded as Go words it. The longest is about 292 years. */
function parseNanoseconds(text) {
    const [, sign, body] = /^([-+]?)(.*)$/s.exec(text);
    if (body === '0')
        return 0n;
    const fail = (what) => new Error(`time: ${what} duration ${JSON.stringify(text)}`);
    if (body === '')
        throw fail('invalid');
    let total = 0n;
    for (let rest = body; rest !== '';) {
        const [whole, integer, fraction = '', unit] = /^(\d*)(?:\.(\d*))?([^\d.]*)/s.exec(rest);
        if (integer === '' && fraction === '')
            throw fail('invalid');
        if (unit === '')
            throw fail('missing unit in');
        const size = units[unit];
        if (size === undefined)
            throw fail(`unknown unit ${JSON.stringify(unit)} in`);
        total += BigInt(integer) * size + (BigInt(`0${fraction}`) * size) / 10n ** BigInt(fraction.length);
        rest = rest.slice(whole.length);
        if (total > LONGEST || (total === LONGEST && sign !== '-'))
            throw fail('invalid');
    }
    return sign === '-' ? -total : total;
}
/** As Go prints it: `1h0m0s`, `1.5s`, `2ms`, `0s`. */
function formatDuration(nanoseconds) {
    if (nanoseconds === 0n)
        return '0s';
    const sign = nanoseconds < 0n ? '-' : '';
    const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
    for (const unit of ['ns', 'µs', 'ms']) {
        const next = units[unit] * 1000n;
        if (size < next)
            return `${sign}${decimal(size, units[unit])}${unit}`;
    }
    const [hours, minutes, rest] = [size / units.h, (size % units.h) / units.m, size % units.m];
    const seconds = `${decimal(rest, units.s)}s`;
    if (hours > 0n)
        return `${sign}${hours}h${minutes}m${seconds}`;
    return minutes > 0n ? `${sign}${minutes}m${seconds}` : sign + seconds;
}
function decimal(size, unit) {
    const fraction = (size % unit)
        .toString()
        .padStart(unit.toString().length - 1, '0')
        .replace(/0+$/, '');
    return `${size / unit}${unit > 1n && fraction !== '' ? `.${fraction}` : ''}`;
}


/***/ }),

/***/ 3957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _duration__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5252);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7181);
/** Durations as Go writes them (`5m`, `1h30m`); plugins see milliseconds. */


/** The default is written as a duration too: `duration('…', { default: '5m' })`. */
const duration = (doc, settings) => ({
    form: 'attribute',
    type: _values_type__WEBPACK_IMPORTED_MODULE_1__/* .STRING */ .An,
    doc,
    settings: (settings ?? {}),
    read: value => (0,_duration__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(value.asString()),
});


/***/ }),

/***/ 8896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   nL: () => (/* binding */ numbers),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   sP: () => (/* binding */ textMap)
/* harmony export */ });
/* unused harmony export any */
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/**
 * Options of a plugin, declared once: decoding, the TypeScript type, defaults, refusal of unknown keys, the sensitive flag
 * and the reference page all come from the declaration. In the manner of HCL's `hcldec`.
 */

const attribute = (type, doc, settings, read) => ({
    form: 'attribute',
    type,
    doc,
    settings: (settings ?? {}),
    read: read,
});
const text = (doc, settings) => attribute(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An, doc, settings, v => v.asString());
const number = (doc, settings) => attribute(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .NUMBER */ .uk, doc, settings, v => v.asNumber().toDouble());
/** Unset stays undefined unless a default is given: Packer's "trilean". */
const flag = (doc, settings) => attribute(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .BOOL */ .HX, doc, settings, v => v.asBool());
const texts = (doc, settings) => attribute((0,_values_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An), doc, settings, v => v.elements().map(e => e.asString()));
const numbers = (doc, settings) => attribute((0,_values_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .NUMBER */ .uk), doc, settings, v => v.elements().map(e => e.asNumber().toDouble()));
const textMap = (doc, settings) => attribute((0,_values_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An), doc, settings, v => Object.fromEntries([...v.entries()].map(([key, e]) => [key, e.asString()])));
/** Any value of the language, for the few options whose shape is the author's. */
const any = (doc, settings) => attribute(DYNAMIC, doc, settings, v => v);
/** A block that may stand once. */
const block = (options, doc, settings = {}) => ({ form: 'block', type: _values_type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5, options, doc, settings, read: unread });
/** A block that may stand any number of times; none is an empty list. */
const blocks = (options, doc, settings = {}) => ({ form: 'blocks', type: _values_type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5, options, doc, settings, read: unread });
const unread = () => {
    throw new Error('blocks are decoded by their own options');
};


/***/ }),

/***/ 7181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   An: () => (/* binding */ STRING),
/* harmony export */   HX: () => (/* binding */ BOOL),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cF: () => (/* binding */ tupleOf),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   u5: () => (/* binding */ DYNAMIC),
/* harmony export */   uk: () => (/* binding */ NUMBER)
/* harmony export */ });
const STRING = { kind: 'string' };
const NUMBER = { kind: 'number' };
const BOOL = { kind: 'bool' };
const DYNAMIC = { kind: 'dynamic' };
const listOf = (element) => ({ kind: 'list', element });
const setOf = (element) => ({ kind: 'set', element });
const mapOf = (element) => ({ kind: 'map', element });
const tupleOf = (elements) => ({ kind: 'tuple', elements });
const objectOf = (attributes, optional) => ({
    kind: 'object',
    attributes,
    optional,
});


/***/ }),

/***/ 2857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZC: () => (/* binding */ abortable),
/* harmony export */   cb: () => (/* binding */ delay),
/* harmony export */   pj: () => (/* binding */ withGrace),
/* harmony export */   zc: () => (/* binding */ timeLimit)
/* harmony export */ });
/** Waiting that can be given up: every wait in ingot takes a signal. */
/** Rejects with the signal's reason as soon as it aborts; the promise itself goes on and its late failure is swallowed. */
function abortable(promise, signal) {
    return withGrace(promise, signal, 0);
}
/** Like `abortable`, but after the abort `promise` has `graceMilliseconds` more to end in its own way. */
function withGrace(promise, signal, graceMilliseconds) {
    return new Promise((resolve, reject) => {
        let timer;
        const giveUp = () => {
            if (graceMilliseconds === 0)
                reject(signal.reason);
            else
                timer = setTimeout(() => reject(signal.reason), graceMilliseconds);
        };
        if (signal.aborted)
            giveUp();
        else
            signal.addEventListener('abort', giveUp, { once: true });
        promise.then(resolve, reject).finally(() => {
            clearTimeout(timer);
            signal.removeEventListener('abort', giveUp);
        });
    });
}
/** Resolves after the time; rejects with the signal's reason when that aborts first. */
function delay(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const stop = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', stop, { once: true });
    });
}
/** A signal that aborts after the time. Unlike `AbortSignal.timeout` it keeps the process alive until `stop` is called. */
function timeLimit(milliseconds, reason) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(reason), milliseconds);
    return { signal: controller.signal, stop: () => clearTimeout(timer) };
}


/***/ }),

/***/ 8145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ syncFolder),
/* harmony export */   v: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/** Files that are either the old or the new one, whatever happens in between. */



/** Writes beside the target, flushes, renames. The folder is made when absent. */
async function writeAtomically(path, text, mode = 0o644) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`);
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(beside, 'wx', mode);
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true });
        throw error;
    }
    await syncFolder(folder);
}
/** Makes a new name in the folder survive a crash. Some file systems cannot; then there is nothing more to do. */
async function syncFolder(path) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await folder.sync();
    }
    catch {
    }
    finally {
        await folder.close();
    }
}


/***/ }),

/***/ 8691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/** Times for people. */
/** `40 ms`, `1.4 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
function duration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 9950)
        return `${Number((milliseconds / 1000).toFixed(1))} s`;
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const [big, small] = minutes < 60 ? [`${minutes} min`, `${seconds % 60} s`] : [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
    return small.startsWith('0 ') ? big : `${big} ${small}`;
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ mapLimited)
/* harmony export */ });
/** At most so many at once. */
/** Runs `work` for all items, at most `limit` at a time (below 1: all at once), started in order; results in the order of the items. */
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

/***/ 9588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines),
/* harmony export */   z: () => (/* binding */ LONGEST)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);
/** Turns a command's bytes into lines while it runs: whole lines at once, whatever the chunks, with bounded memory. */

/** Characters; a longer line is told in parts of this length. */
const LONGEST = 16_384;
/**
 * A carriage return goes back to the beginning of the line, as on a terminal, so of a progress bar its last state is told.
 * White space at the end of a line is left out; bytes that are not UTF-8, and control characters that would move a reader's
 * cursor or ring his bell, become U+FFFD. Colours stay.
 */
function splitLines(tell) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let open = '';
    /** A return that ended the last chunk: followed by a newline it is a line end, otherwise it wipes the line. */
    let returned = false;
    const add = (text) => {
        if (returned && text !== '')
            open = '';
        if (text !== '')
            returned = false;
        open += text;
        while (open.length > LONGEST) {
            const end = LONGEST - (isHighSurrogate(open, LONGEST - 1) ? 1 : 0);
            tell(clean(open.slice(0, end)));
            open = open.slice(end);
        }
    };
    const line = () => {
        tell(clean(open).trimEnd());
        open = '';
        returned = false;
    };
    const take = (text) => {
        let from = 0;
        for (let at = 0; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code !== 10 && code !== 13)
                continue;
            add(text.slice(from, at));
            from = at + 1;
            if (code === 10)
                line();
            else
                returned = true;
        }
        add(text.slice(from));
    };
    return {
        write: chunk => take(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))),
        end: () => {
            take(decoder.end());
            if (open !== '')
                line();
        },
    };
}
const isHighSurrogate = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/g;
const clean = (text) => text.replace(CONTROLS, '\ufffd');


/***/ }),

/***/ 8569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ currentProcess),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   cu: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/** Who a process is beyond its pid, which the system reuses: whether the one that wrote a file still lives. */



const currentProcess = () => identityOf(process.pid);
/** Of a process on this machine that lives now. */
const identityOf = (pid) => ({ pid, started: startOf(pid) ?? '', host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(), ...place() });
/** `unknown`: it ran where this process cannot look (another host, another container). */
function stateOf(identity) {
    const here = place();
    if (identity.host === (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() && identity.boot !== here.boot)
        return 'dead';
    if (identity.boot !== here.boot || identity.namespace !== here.namespace || identity.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)())
        return 'unknown';
    const started = startOf(identity.pid);
    return started !== undefined && started === identity.started ? 'alive' : 'dead';
}
function place() {
    try {
        return { boot: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim(), namespace: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid') };
    }
    catch {
        return {};
    }
}
/** Undefined when there is no such process; a zombie has ended too. */
function startOf(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The command name in parentheses may hold anything, so fields are counted from its end: state is the 1st, start the 20th.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    }
    catch {
        return process.platform === 'linux' ? undefined : startByPs(pid);
    }
}
function startByPs(pid) {
    try {
        const started = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
        });
        return started.trim() || undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6415:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ makeSshKeyPair)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/**
 * Key pairs for machines that live for minutes: made here, held in memory, gone with the build. Written in OpenSSH's own format
 * (PROTOCOL.key of openssh-portable), because ssh2's generator spoils every 256th ed25519 key and its parser knows no PKCS #8.
 */


const generate = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair);
/** `bits` is of rsa, default 4096; ed25519 has none to choose. */
async function makeSshKeyPair(type, comment, bits) {
    const pair = type === 'rsa'
        ? rsaPair((await generate('rsa', { modulusLength: bits ?? 4096 })).privateKey)
        : ed25519Pair((await generate('ed25519')).privateKey);
    return { privateKey: pair.pem(comment), publicKey: `${pair.type} ${pair.blob.toString('base64')} ${comment}` };
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
/** RFC 4251: length, then bytes. */
function string(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
/** RFC 4251 mpint: a leading zero keeps it positive. */
function integer(base64url) {
    const bytes = Buffer.from(base64url ?? '', 'base64url');
    return string((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}


/***/ }),

/***/ 6125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ communicatorOptions)
/* harmony export */ });
/* harmony import */ var _language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3957);
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8896);
/**
 * Options of every communicator, which a template writes into the source block. They stand here and not with a communicator,
 * because sources read them too (user name, port, interface) and siblings do not see each other.
 * From Packer's documentation of communicators; defaults as of 1.16.
 */


const WINRM = 'Machines are reached by SSH; WinRM is not built in yet.';
const TUNNELS = 'Tunnels are not built in yet; provisioners that need one can open it with their own ssh command.';
const port = (value) => Number.isInteger(value) && value > 0 && value < 65536 ? undefined : 'a port is a number from 1 to 65535';
const CERTIFICATES = 'Certificates are not built in yet; a key without a certificate, an agent or a password is.';
const positive = (value) => Number.isInteger(value) && value >= 0 ? undefined : 'the number of attempts cannot be negative';
const connection = {
    ssh_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The address to connect to, where the source does not know it or knows another one.'),
    ssh_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port of the SSH server.', { default: 22, check: port }),
    ssh_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The user to log in as.'),
    ssh_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long to wait for SSH to answer. 5 minutes when ssh_handshake_attempts is not set either.'),
    ssh_wait_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Older name of ssh_timeout.', { deprecated: 'Write ssh_timeout instead.' }),
    ssh_handshake_attempts: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('Refused log-ins before giving up. 10 when ssh_timeout is not set either; 0 is without end.', {
        check: positive,
    }),
    ssh_pty: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Ask for a terminal for every command, as some sudo configurations want it.', { default: false }),
    ssh_ciphers: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Ciphers to offer, in order of preference, by their OpenSSH names; others are not offered.'),
    ssh_key_exchange_algorithms: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Key exchanges to offer, in order of preference, by their OpenSSH names.'),
    ssh_keep_alive_interval: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Time between questions whether the server is still there; negative for none.', {
        default: '5s',
    }),
    ssh_read_write_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Give a connection up when nothing at all arrived for so long. Unset: never.'),
    ssh_file_transfer_method: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Accepted for compatibility: files go over SFTP where the server has it, else through a command.', {
        oneOf: ['scp', 'sftp'],
        default: 'scp',
    }),
};
const credentials = {
    ssh_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password, for servers without keys; also the answer to a keyboard-interactive question.', {
        sensitive: true,
    }),
    ssh_private_key_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of a private key that opens the machine; no temporary key is made then. `~` is the home folder.'),
    ssh_certificate_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of the OpenSSH certificate that belongs to the key of ssh_private_key_file.', {
        unsupported: CERTIFICATES,
    }),
    ssh_keypair_name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of a key pair that the cloud already has; its private half is named by ssh_private_key_file.'),
    temporary_key_pair_name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of the temporary key pair in the cloud; one with a unique part when unset.'),
    temporary_key_pair_type: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Kind of the temporary key. Unset: ed25519 where the source allows it.', {
        oneOf: ['rsa', 'ecdsa', 'ed25519', 'dsa'],
    }),
    temporary_key_pair_bits: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('Size of an rsa (4096) or ecdsa (521) temporary key; ed25519 has but one.'),
    ssh_clear_authorized_keys: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Remove the temporary public key from the machine when provisioning has ended.', {
        default: false,
    }),
    ssh_agent_auth: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Use the keys of the SSH agent that SSH_AUTH_SOCK names.', { default: false }),
    ssh_disable_agent_forwarding: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Accepted for compatibility: the agent is never forwarded to the machine.', {
        default: false,
    }),
};
const detours = {
    ssh_bastion_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A host to connect through.'),
    ssh_bastion_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port of the SSH server of the bastion host.', { default: 22, check: port }),
    ssh_bastion_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The user to log in as on the bastion host.'),
    ssh_bastion_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password for the bastion host.', { sensitive: true }),
    ssh_bastion_interactive: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Answer keyboard-interactive questions of the bastion host with its password.', {
        default: false,
    }),
    ssh_bastion_private_key_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of a private key for the bastion host; ssh_private_key_file when unset.'),
    ssh_bastion_certificate_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of the OpenSSH certificate that belongs to the key for the bastion host.', {
        unsupported: CERTIFICATES,
    }),
    ssh_bastion_agent_auth: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Use the keys of the SSH agent for the bastion host.', { default: false }),
    ssh_proxy_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A SOCKS5 proxy to connect through; not together with a bastion host.'),
    ssh_proxy_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port of the SOCKS5 proxy.', { default: 1080, check: port }),
    ssh_proxy_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('User name for the SOCKS5 proxy.'),
    ssh_proxy_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password for the SOCKS5 proxy.', { sensitive: true }),
    ssh_local_tunnels: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Ports of this machine that lead to places that the machine can reach.', { unsupported: TUNNELS }),
    ssh_remote_tunnels: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Ports of the machine that lead to places that this machine can reach.', { unsupported: TUNNELS }),
};
const winrm = {
    winrm_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The user to log in as.', { unsupported: WINRM }),
    winrm_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password of the user.', { sensitive: true, unsupported: WINRM }),
    winrm_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The address to connect to.', { unsupported: WINRM }),
    winrm_no_proxy: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Do not go through the proxy of the environment.', { unsupported: WINRM }),
    winrm_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port.', { unsupported: WINRM }),
    winrm_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long to wait for WinRM to answer.', { unsupported: WINRM }),
    winrm_use_ssl: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Speak HTTPS.', { unsupported: WINRM }),
    winrm_insecure: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Do not check the certificate.', { unsupported: WINRM }),
    winrm_use_ntlm: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Authenticate by NTLM.', { unsupported: WINRM }),
};
const communicatorOptions = {
    communicator: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('How the machine is reached.', { oneOf: ['ssh', 'none', 'winrm'], default: 'ssh' }),
    pause_before_connecting: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Time between the first successful connection and the one that is used.'),
    ...connection,
    ...credentials,
    ...detours,
    ...winrm,
};


/***/ }),

/***/ 2226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/** The link broke while something was under way; a retry on a new connection may succeed. */
class ConnectionLost extends Error {
}


/***/ })

};
;