"use strict";
exports.id = 6513;
exports.ids = [6513];
exports.modules = {

/***/ 68145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ syncFolder),
/* harmony export */   v: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



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

/***/ 56513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lightMachines: () => (/* binding */ lightMachines)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(68145);
;// CONCATENATED MODULE: ./build/sandbox/machines/light/base-disk.js


const sudo = `#!/bin/sh
while :; do case $1 in -[nEHSibkK]) shift ;; -u|-g) shift 2 ;; --) shift; break ;; *) break ;; esac; done
[ $# -gt 0 ] || exec /bin/sh
exec env "$@"
`;
const powerOff = '#!/bin/sh\nkill -USR1 1\n';
const reboot = '#!/bin/sh\nkill -USR2 1\n';
const shutdown = '#!/bin/sh\ncase " $* " in *" -r"*) kill -USR2 1 ;; *" -c "*) ;; *) kill -USR1 1 ;; esac\n';
const files = {
    'usr/bin/sudo': sudo,
    'usr/sbin/poweroff': powerOff,
    'usr/sbin/halt': powerOff,
    'usr/sbin/reboot': reboot,
    'usr/sbin/shutdown': shutdown,
    'etc/hostname': 'light\n',
};
async function writeBaseDisk(disk) {
    for (const [name, text] of Object.entries(files))
        await (0,atomic_file/* writeAtomically */.v)((0,external_node_path_.join)(disk, name), text, 0o755);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/sandbox/machines/light/disks.js



const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const folderDisks = {
    async clone(source, target) {
        if (source === undefined)
            await (0,promises_.mkdir)(target, { recursive: true });
        else
            await copy(source, target);
    },
    async capture(disk, target, signal) {
        await copy(disk, target, signal);
    },
    inUse: async () => false,
    remove: path => (0,promises_.rm)(path, { recursive: true, force: true }),
};
async function copy(source, target, signal) {
    const half = `${target}.half`;
    try {
        await (0,promises_.rm)(half, { recursive: true, force: true });
        await run('cp', ['-a', '--reflink=auto', source, half], { signal });
        await (0,promises_.rename)(half, target);
    }
    catch (error) {
        await (0,promises_.rm)(half, { recursive: true, force: true });
        throw error;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
// EXTERNAL MODULE: ./build/sandbox/machines/ports.js
var ports = __webpack_require__(44374);
;// CONCATENATED MODULE: ./build/sandbox/machines/light/cell.js



const POWERED_OFF = 10;
const REBOOT = 11;
const first = `
set -e
mount -t overlay overlay -o "lowerdir=/,upperdir=$1,workdir=$2$4" "$3"
mount --rbind /dev "$3/dev"
mount -t proc proc "$3/proc"
mount -t tmpfs tmpfs "$3/run"
mkdir -p "$1/tmp"
chmod 1777 "$1/tmp"
mount --bind "$1/tmp" "$3/tmp"
trap 'exit ${POWERED_OFF}' USR1
trap 'exit ${REBOOT}' USR2
echo ready
while :; do sleep 3600 & wait $!; done
`;
const isRoot = process.getuid?.() === 0;
const unshareFlags = [...(isRoot ? [] : ['--user', '--map-root-user']), '--mount', '--pid', '--fork', '--kill-child=KILL'];
class Cell {
    constructor(holder, root, pid) {
        this.holder = holder;
        this.root = root;
        this.pid = pid;
    }
    static async open(disk, folder) {
        const [work, root] = [(0,external_node_path_.join)(folder, 'work'), (0,external_node_path_.join)(folder, 'root')];
        await Promise.all([work, root].map(path => (0,promises_.mkdir)(path, { recursive: true })));
        const script = ['sh', '-c', first, 'light-machine', disk, work, root, isRoot ? '' : ',userxattr'];
        const holder = (0,external_node_child_process_.spawn)('setpriv', ['--pdeathsig', 'KILL', 'unshare', ...unshareFlags, ...script], {
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        await ready(holder);
        return new Cell(holder, root, await childOf(holder.pid));
    }
    run(argv, environment, home) {
        const enter = ['--target', String(this.pid), ...(isRoot ? [] : ['--user', '--preserve-credentials']), '--mount', '--pid'];
        const inside = 'mkdir -p "$1" && cd "$1"; shift; exec "$@"';
        return (0,external_node_child_process_.spawn)('nsenter', [...enter, 'chroot', this.root, '/bin/sh', '-c', inside, 'sh', home, ...argv], {
            env: { ...environment },
            stdio: ['pipe', 'pipe', 'pipe'],
            detached: true,
        });
    }
    onEnd(listener) {
        this.holder.once('exit', listener);
    }
    async close() {
        if (this.holder.exitCode !== null || this.holder.signalCode !== null)
            return;
        const ended = new Promise(done => this.holder.once('exit', () => done()));
        this.holder.kill('SIGKILL');
        await ended;
    }
}
function ready(holder) {
    let complaint = '';
    holder.stderr?.on('data', chunk => {
        complaint += chunk;
    });
    return new Promise((done, fail) => {
        holder.stdout?.once('data', () => done());
        holder.once('error', fail);
        holder.once('exit', () => fail(new Error(`a light machine needs an overlay in a namespace of its own, and this host refuses it: ${complaint.trim()}`)));
    });
}
async function childOf(pid) {
    const children = await (0,promises_.readFile)(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return Number(children.trim().split(' ')[0]);
}

// EXTERNAL MODULE: external "./apart/yaml.js"
var yaml_js_ = __webpack_require__(68321);
// EXTERNAL MODULE: ./build/lib/ssh-key.js
var ssh_key = __webpack_require__(46415);
// EXTERNAL MODULE: ./build/sandbox/machines/user-data.js
var user_data = __webpack_require__(67628);
;// CONCATENATED MODULE: ./build/sandbox/machines/light/first-boot.js






async function boot(disk, metadata) {
    const cloud = (0,external_node_path_.join)(disk, 'var/lib/cloud');
    const ssh = (0,external_node_path_.join)(disk, 'etc/ssh');
    await Promise.all([cloud, ssh].map(folder => (0,promises_.mkdir)(folder, { recursive: true })));
    const seen = await (0,promises_.readFile)((0,external_node_path_.join)(cloud, 'instance-id'), 'utf8').catch(() => '');
    const isFirst = seen !== metadata.instanceId;
    const documents = (0,user_data/* documentsOf */.u)(metadata.userData);
    const config = Object.assign({}, ...documents.filter(isConfig).map(cloudConfig));
    const keyFile = (0,external_node_path_.join)(ssh, 'ssh_host_ed25519_key');
    if (isFirst) {
        const made = await (0,ssh_key/* makeSshKeyPair */.W)('ed25519', 'light');
        const { ed25519_private = made.privateKey, ed25519_public = publicOf(ed25519_private) } = config.ssh_keys ?? {};
        await (0,promises_.writeFile)(keyFile, ed25519_private, { mode: 0o600 });
        await (0,promises_.writeFile)(`${keyFile}.pub`, `${ed25519_public}\n`);
        await (0,promises_.writeFile)((0,external_node_path_.join)(cloud, 'instance-id'), metadata.instanceId);
    }
    return {
        hostKey: await (0,promises_.readFile)(keyFile, 'utf8'),
        authorizedKeys: [...metadata.publicKeys.map(key => key.openssh), ...(config.ssh_authorized_keys ?? [])],
        script: isFirst ? documents.find(document => document.startsWith('#!')) : undefined,
    };
}
const isConfig = (document) => document.startsWith('#cloud-config');
function publicOf(privateKey) {
    const key = lib.utils.parseKey(privateKey);
    return key instanceof Error ? '' : `${key.type} ${key.getPublicSSH().toString('base64')} light`;
}
function cloudConfig(text) {
    try {
        return ((0,yaml_js_.parse)(text) ?? {});
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/sandbox/machines/light/ssh-server.js

const SFTP_SERVER = '/usr/lib/openssh/sftp-server';
function sshServer(booted, cell) {
    const keys = booted.authorizedKeys.map(key => lib.utils.parseKey(key)).filter((key) => !(key instanceof Error));
    const algorithms = { compress: ['none'] };
    return new lib.Server({ hostKeys: [booted.hostKey], ident: 'light', algorithms }, client => {
        let user = 'root';
        client.on('error', () => { });
        client.on('authentication', context => {
            user = context.username;
            if (isAuthorized(context, keys))
                context.accept();
            else
                context.reject(['publickey']);
        });
        client.on('ready', () => client.on('session', accept => serve(accept(), client, user, cell)));
    });
}
function isAuthorized(context, keys) {
    if (context.method !== 'publickey')
        return false;
    const key = keys.find(each => each.getPublicSSH().equals(context.key.data));
    if (!key)
        return false;
    if (!context.signature && context.hashAlgo)
        context.key.algo = context.hashAlgo === 'sha512' ? 'rsa-sha2-512' : 'rsa-sha2-256';
    return (!context.signature || (context.blob !== undefined && key.verify(context.blob, context.signature, context.hashAlgo) === true));
}
function serve(session, client, user, cell) {
    const environment = {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        USER: user,
        LOGNAME: user,
    };
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const start = (channel, argv) => {
        const inside = cell();
        if (!inside)
            return client.end();
        const process = inside.run(argv, { ...environment, HOME: home }, home);
        join(channel, process);
        session.on('signal', (_accept, _reject, info) => kill(process, `SIG${info.name}`));
        channel.on('close', () => kill(process, 'SIGHUP'));
    };
    session.on('env', (accept, _reject, info) => {
        environment[info.key] = info.val;
        accept?.();
    });
    session.on('eof', () => {
        ;
        session._ending = false;
    });
    session.on('pty', accept => accept?.());
    session.on('exec', (accept, _reject, info) => start(accept(), ['/bin/sh', '-c', info.command]));
    session.on('shell', accept => start(accept(), ['/bin/sh']));
    const subsystems = session;
    subsystems.on('subsystem', (accept, reject, info) => {
        if (info.name === 'sftp')
            start(accept(), [SFTP_SERVER]);
        else
            reject?.();
    });
}
function join(channel, process) {
    process.stdin?.on('error', () => { });
    channel.pipe(process.stdin);
    process.stdout?.pipe(channel, { end: false });
    process.stderr?.pipe(channel.stderr, { end: false });
    process.once('close', (status, signal) => {
        if (signal)
            channel.exit(signal.slice(3));
        else
            channel.exit(status ?? 255);
        channel.end();
    });
}
function kill(process, signal) {
    if (process.pid === undefined || process.exitCode !== null || process.signalCode !== null)
        return;
    try {
        globalThis.process.kill(-process.pid, signal);
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./build/sandbox/machines/light/machine.js








const hostKeyBlock = (key) => `-----BEGIN SSH HOST KEY KEYS-----\nssh-ed25519 ${key} light\n-----END SSH HOST KEY KEYS-----\n`;
function duplexPair() {
    const ends = [0, 1].map(index => new external_node_stream_.Duplex({
        read() { },
        write(chunk, _encoding, done) {
            ends[1 - index]?.push(chunk);
            done();
        },
        final(done) {
            ends[1 - index]?.push(null);
            done();
        },
        destroy(error, done) {
            if (!ends[1 - index]?.destroyed)
                ends[1 - index]?.destroy();
            done(error);
        },
    }));
    return ends;
}
const connectTcp = (port) => new Promise((resolve, reject) => {
    const socket = (0,external_node_net_.connect)(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
});
const SSH = { protocol: 'tcp', number: 22 };
class LightMachine {
    constructor(spec, report) {
        this.spec = spec;
        this.report = report;
        this.listening = false;
        this.isOpen = false;
        this.log = '';
        this.boots = 0;
        this.exits = [];
        this.clients = new Set();
    }
    async start() {
        const disk = this.spec.disks[0]?.path;
        if (!disk)
            throw new Error(`machine ${this.spec.id} has no disk to boot from`);
        await (0,promises_.mkdir)(this.spec.folder, { recursive: true });
        const booted = await boot(disk, this.spec.metadata);
        const cell = await Cell.open(disk, this.spec.folder);
        this.cell = cell;
        this.boots++;
        cell.onEnd(status => void this.ended(cell, status));
        if (booted.script)
            cell.run(['/bin/sh', '-c', booted.script], { PATH: process.env.PATH ?? '' }, '/root');
        this.server = sshServer(booted, () => this.cell);
        this.server.on('connection', client => {
            this.clients.add(client);
            client.on('close', () => this.clients.delete(client));
        });
        this.write(`light machine ${this.spec.id} boots`);
        const key = lib.utils.parseKey(booted.hostKey);
        if (!(key instanceof Error))
            this.write(`${hostKeyBlock(key.getPublicSSH().toString('base64'))}${this.spec.metadata.hostname} login:`);
        await this.apply();
    }
    async shutdown() {
        await this.kill();
    }
    async reboot() {
        await this.kill();
        await this.start();
    }
    async kill() {
        const { cell, server } = this;
        this.cell = undefined;
        this.server = undefined;
        for (const client of this.clients)
            client.end();
        this.clients.clear();
        if (this.listening)
            server?.close();
        this.listening = false;
        await cell?.close();
    }
    async openPorts(rules) {
        this.isOpen = (0,ports/* openedPorts */.E3)(rules).some(port => port.protocol === SSH.protocol && port.number === SSH.number);
        await this.apply();
    }
    get boot() {
        return this.server && this.boots;
    }
    async connect(port) {
        if (port !== SSH.number)
            return connectTcp(port);
        if (!this.server)
            throw new Error('the machine is off');
        const [inside, outside] = duplexPair();
        this.server.injectSocket(inside);
        return outside;
    }
    async console() {
        return this.log;
    }
    onExit(listener) {
        this.exits.push(listener);
    }
    async apply() {
        const { server } = this;
        if (!server || this.isOpen === this.listening)
            return;
        this.listening = this.isOpen;
        if (!this.isOpen) {
            server.close();
            return;
        }
        await new Promise(done => {
            server.once('error', (error) => {
                this.listening = false;
                const advice = error.code === 'EACCES' ? (0,ports/* privilegeAdvice */.uo)([SSH], this.spec.address) : error.message;
                this.report(`${this.spec.id}: ${advice}`);
                done();
            });
            server.listen(SSH.number, this.spec.address, () => done());
        });
    }
    async ended(cell, status) {
        if (this.cell !== cell)
            return;
        await this.kill();
        if (status === REBOOT)
            await this.start();
        else
            for (const listener of this.exits)
                listener();
    }
    write(line) {
        this.log += `${line}\n`;
    }
}

;// CONCATENATED MODULE: ./build/sandbox/machines/light/index.js





const lightMachines = (cacheFolder) => ({
    name: 'light',
    disks: folderDisks,
    async prepare() {
        const disk = (0,external_node_path_.join)(cacheFolder, 'light-base');
        await (0,promises_.mkdir)(cacheFolder, { recursive: true });
        await writeBaseDisk(disk);
        return [
            {
                name: 'debian-12-amd64-20260101-0000',
                ownerId: '136693071363',
                description: 'Light stand-in for Debian 12: this host, seen through a private folder',
                architecture: 'x86_64',
                rootDeviceName: '/dev/xvda',
                disk,
                sizeGiB: 8,
                creationDate: '2026-01-01T00:00:00.000Z',
            },
        ];
    },
    machine: (spec, report) => new LightMachine(spec, report),
});


/***/ }),

/***/ 44374:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ openedPorts),
/* harmony export */   EW: () => (/* binding */ isWide),
/* harmony export */   ls: () => (/* binding */ portKey),
/* harmony export */   uo: () => (/* binding */ privilegeAdvice)
/* harmony export */ });
/* unused harmony exports widestRange, usualPorts */
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27944);
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ipaddr_js__WEBPACK_IMPORTED_MODULE_0__);

const widestRange = 128;
const usualPorts = [
    ...[
        21, 22, 25, 53, 80, 110, 123, 143, 389, 443, 445, 465, 514, 587, 636, 993, 995, 1433, 1521, 1883, 2181, 2375, 2376, 2379,
        2380,
    ],
    ...[
        3306, 3389, 4222, 4646, 5432, 5601, 5671, 5672, 5900, 5985, 5986, 6379, 6443, 7946, 8200, 8300, 8301, 8302, 8500, 8600, 9042,
    ],
    ...[9200, 9300, 10250, 11211, 15672, 27017],
    ...[3000, 4000, 5000, 7000, 8000, 8080, 8443, 8888, 9000, 9090, 9100, 9443].flatMap(first => first % 1000 === 0 ? decade(first) : [first]),
];
function decade(first) {
    return Array.from({ length: 11 }, (_, index) => first + index);
}
const caller = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse('127.0.0.1');
function openedPorts(rules) {
    const ports = new Map();
    for (const rule of rules.filter(admitsCaller)) {
        for (const protocol of rule.protocol === '-1' ? ['tcp', 'udp'] : [rule.protocol]) {
            if (protocol === 'icmp')
                continue;
            for (const number of numbers(rule))
                ports.set(portKey({ protocol, number }), { protocol, number });
        }
    }
    return [...ports.values()].sort((a, b) => a.protocol.localeCompare(b.protocol) || a.number - b.number);
}
const portKey = (port) => `${port.protocol}:${port.number}`;
const isWide = (rule) => lastPort(rule) - firstPort(rule) >= widestRange;
function numbers(rule) {
    const [from, to] = [firstPort(rule), lastPort(rule)];
    if (isWide(rule))
        return usualPorts.filter(number => number >= from && number <= to);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
const firstPort = (rule) => (rule.protocol === '-1' ? 1 : Math.max(1, rule.fromPort));
const lastPort = (rule) => (rule.protocol === '-1' || rule.toPort < 0 ? 65535 : Math.min(65535, rule.toPort));
function admitsCaller(rule) {
    try {
        return caller.match((0,ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.parseCIDR)(rule.cidr));
    }
    catch {
        return false;
    }
}
function privilegeAdvice(refused, address) {
    if (refused.length === 0)
        return undefined;
    const lowest = Math.min(...refused.map(port => port.number));
    const list = refused.map(port => port.number).join(', ');
    return `port ${list} of ${address} could not be opened: only root may listen below net.ipv4.ip_unprivileged_port_start. To allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start=${lowest}`;
}


/***/ }),

/***/ 67628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ documentsOf)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

function documentsOf(userData) {
    if (!userData || userData.length === 0)
        return [];
    const bytes = Buffer.from(userData);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
        return unpacked(bytes);
    const text = bytes.toString('latin1');
    return /^(?:[\w-]+: |content-type:)/i.test(text) && /^content-type:\s*multipart\//im.test(headOf(text))
        ? partsOf(text)
        : [bytes.toString('utf8')];
}
function unpacked(bytes) {
    try {
        return documentsOf((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes));
    }
    catch {
        return [];
    }
}
const headOf = (text) => /^[\s\S]*?(?:\r?\n\r?\n|$)/.exec(text)?.[0] ?? '';
function partsOf(message) {
    const head = headOf(message);
    const boundary = /boundary="?([^"\s;]+)"?/i.exec(head)?.[1];
    if (boundary === undefined)
        return [];
    const pieces = `\n${message.slice(head.length)}`.split(`\n--${boundary}`);
    const last = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'));
    return pieces
        .slice(1, last < 0 ? undefined : last)
        .flatMap(piece => partOf(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')));
}
function partOf(part) {
    const head = part.startsWith('\n') || part.startsWith('\r\n') ? '' : headOf(part);
    const content = part.slice(head.length);
    if (/^content-type:\s*multipart\//im.test(head))
        return partsOf(part);
    const isBase64 = /^content-transfer-encoding:\s*base64/im.test(head);
    return documentsOf(Buffer.from(content, isBase64 ? 'base64' : 'latin1'));
}


/***/ })

};
;