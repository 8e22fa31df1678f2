"use strict";
exports.id = 3201;
exports.ids = [3201];
exports.modules = {

/***/ 3201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sandbox: () => (/* binding */ sandbox)
});

// EXTERNAL MODULE: ./build/engine/interrupt.js
var engine_interrupt = __webpack_require__(50985);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/sandbox/ec2/protocol/error.js
class Ec2Error extends Error {
    constructor(code, message, status = 400) {
        super(message);
        this.code = code;
        this.status = status;
        this.name = 'Ec2Error';
    }
}
const missingParameter = (name) => new Ec2Error('MissingParameter', `The request must contain the parameter ${name}`);
const invalidValue = (name, value, why = '') => new Ec2Error('InvalidParameterValue', `Value (${value}) for parameter ${name} is invalid.${why && ` ${why}`}`);
const unknownParameter = (name) => new Ec2Error('UnknownParameter', `The parameter ${name} is not recognized`);
const invalidCombination = (message) => new Ec2Error('InvalidParameterCombination', message);
const incorrectState = (message, code = 'IncorrectState') => new Ec2Error(code, message);
const dependencyViolation = (message) => new Ec2Error('DependencyViolation', message);
const unsupported = (message) => new Ec2Error('UnsupportedOperation', message);
const internalError = (message) => new Ec2Error('InternalError', message, 500);

;// CONCATENATED MODULE: ./build/sandbox/ec2/behaviour/faults.js



class CutConnection extends Error {
}
const statuses = {
    RequestLimitExceeded: 503,
    ServiceUnavailable: 503,
    Unavailable: 503,
    InternalError: 500,
    InternalFailure: 500,
    InsufficientInstanceCapacity: 500,
    AuthFailure: 401,
    UnauthorizedOperation: 403,
};
function faultsOf(rules, seed = 1) {
    const chance = random(seed);
    const turns = rules.map(rule => turn(rule, chance));
    return {
        async around(request, answer) {
            const index = rules.findIndex((rule, i) => 'action' in rule && concerns(rule, request) && turns[i]());
            const rule = rules[index];
            if (!rule)
                return answer();
            const reply = rule.when === 'after' ? await answer() : undefined;
            if (rule.fault === 'cut')
                throw new CutConnection(`The connection was cut ${rule.when ?? 'before'} ${request.action}`);
            if (rule.fault !== 'wait')
                throw new Ec2Error(rule.fault, rule.message ?? `${rule.fault} on purpose.`, rule.status ?? statuses[rule.fault] ?? 400);
            await (0,external_node_timers_promises_.setTimeout)((rule.seconds ?? 1) * 1000, undefined, { ref: false });
            return reply ?? answer();
        },
        pace: pace => async (transition, signal, progress) => {
            const index = rules.findIndex((rule, i) => 'transition' in rule && rule.transition === transition && turns[i]());
            const rule = rules[index];
            await pace(transition, signal, progress);
            if (rule?.seconds)
                await (0,external_node_timers_promises_.setTimeout)(rule.seconds * 1000, undefined, { signal, ref: false }).catch(() => undefined);
            if (rule?.reason !== undefined)
                throw new Error(rule.reason);
        },
        lacks: (instanceType, zone) => rules.some((rule, i) => 'capacity' in rule && isThere(rule.capacity, instanceType, zone) && turns[i]()),
        frame(direction) {
            const concerned = (rule) => 'frame' in rule && (rule.direction ?? direction) === direction;
            return rules.filter(concerned).find(rule => turns[rules.indexOf(rule)]())?.frame;
        },
        agent: () => rules.filter(rule => 'agent' in rule).find(rule => turns[rules.indexOf(rule)]())?.agent ?? {},
    };
}
const isThere = (capacity, instanceType, zone) => (capacity.instanceType === undefined || capacity.instanceType === instanceType) &&
    (capacity.zone === undefined || capacity.zone === zone) &&
    (capacity.region === undefined || zone.startsWith(capacity.region));
function concerns({ action, region }, request) {
    const pattern = new RegExp(`^${action.replaceAll('*', '.*')}$`);
    return pattern.test(request.action) && (region === undefined || region === request.region);
}
function turn({ skip = 0, times = Number.POSITIVE_INFINITY, probability = 1 }, chance) {
    let passed = 0;
    let hit = 0;
    return () => {
        if (hit >= times || (probability < 1 && chance() >= probability))
            return false;
        if (passed++ < skip)
            return false;
        hit++;
        return true;
    };
}
function random(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
const callKeys = ['action', 'region', 'fault', 'when', 'message', 'status', 'seconds', 'skip', 'times', 'probability'];
const transitionKeys = ['transition', 'seconds', 'reason', 'skip', 'times', 'probability'];
const capacityKeys = ['capacity', 'skip', 'times', 'probability'];
const frameKeys = ['frame', 'direction', 'skip', 'times', 'probability'];
const agentKeys = ['agent', 'skip', 'times', 'probability'];
async function readFaults(file) {
    const wrong = (why) => new Error(`The faults file ${file} cannot be used: ${why}.`);
    let rules;
    try {
        rules = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
    }
    catch (error) {
        throw wrong(error.message);
    }
    if (!Array.isArray(rules))
        throw wrong('it is not a list of rules');
    for (const [index, rule] of rules.entries()) {
        const isCall = typeof rule?.action === 'string' && typeof rule?.fault === 'string';
        const keys = isCall ? callKeys : keysOf(rule);
        if (!keys)
            throw wrong(`rule ${index + 1} has neither "action" and "fault" nor "transition", "capacity", "frame" or "agent"`);
        const stranger = Object.keys(rule).find(key => !keys.includes(key));
        if (stranger)
            throw wrong(`rule ${index + 1} has an unknown key "${stranger}"`);
    }
    return faultsOf(rules);
}
function keysOf(rule) {
    if (typeof rule?.capacity === 'object' && rule.capacity !== null)
        return capacityKeys;
    if (typeof rule?.agent === 'object' && rule.agent !== null)
        return agentKeys;
    if (['drop', 'duplicate', 'swap', 'cut'].includes(String(rule?.frame)))
        return frameKeys;
    return typeof rule?.transition === 'string' ? transitionKeys : undefined;
}
const noFaults = {
    around: (_request, answer) => answer(),
    pace: pace => pace,
    lacks: () => false,
    frame: () => undefined,
    agent: () => ({}),
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/sandbox/call-log.js

const secret = /^(UserData|PublicKeyMaterial|SecurityToken)$/;
function callLog(file) {
    if (file === undefined)
        return { write: () => undefined, close: async () => undefined };
    const stream = (0,external_node_fs_.createWriteStream)(file, { flags: 'a' });
    stream.on('error', () => undefined);
    return {
        write({ request, reply, code }, started) {
            const { region, service, action, parameters = {} } = request ?? {};
            const milliseconds = Date.now() - started.getTime();
            const line = {
                time: started,
                region,
                service,
                action,
                parameters: flat(parameters),
                status: reply.status,
                code,
                milliseconds,
                requestId: reply.requestId,
            };
            stream.write(`${JSON.stringify(line)}\n`);
        },
        close: () => new Promise(resolve => stream.end(resolve)),
    };
}
function flat(tree, prefix = '') {
    return Object.fromEntries(Object.entries(tree).flatMap(([name, value]) => Object.entries(entry(`${prefix}${name}`, name, value))));
}
const entry = (path, name, value) => secret.test(name) ? { [path]: '(hidden)' } : typeof value === 'string' ? { [path]: value } : flat(value, `${path}.`);

;// CONCATENATED MODULE: ./build/sandbox/ec2/behaviour/pace.js

const noDelay = async () => undefined;
const typical = {
    running: 6,
    stopped: 25,
    terminated: 35,
    image: 90,
    snapshot: 75,
    copy: 240,
    'fast-launch': 1800,
};
const likeAws = async (transition, signal, progress) => {
    const steps = 20;
    for (let step = 1; step <= steps && !signal?.aborted; step++) {
        await (0,external_node_timers_promises_.setTimeout)((typical[transition] * 1000) / steps, undefined, { signal, ref: false }).catch(() => undefined);
        progress?.(step / steps);
    }
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/sandbox/ec2/state/ids.js

const newId = (prefix) => `${prefix}-0${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
const stableId = (prefix, name) => `${prefix}-0${(0,external_node_crypto_.createHash)('sha256').update(`${prefix}/${name}`).digest('hex').slice(0, 16)}`;

;// CONCATENATED MODULE: ./build/sandbox/ec2/state/public-images.js

function publicImages(region, bases) {
    return bases.map(base => ({
        id: stableId('ami', `${region}/${base.name}`),
        name: base.name,
        description: base.description,
        ownerId: base.ownerId,
        creationDate: base.creationDate,
        state: 'available',
        architecture: base.architecture,
        platform: base.platform,
        rootDeviceName: base.rootDeviceName,
        mappings: [
            {
                deviceName: base.rootDeviceName,
                snapshotId: baseSnapshotId(region, base),
                sizeGiB: base.sizeGiB,
                type: 'gp2',
                encrypted: false,
                deleteOnTermination: true,
            },
        ],
        enaSupport: true,
        sriovNetSupport: 'simple',
        bootMode: 'legacy-bios',
        permissions: [{ group: 'all' }],
        productCodes: [],
        tags: {},
    }));
}
const baseSnapshotId = (region, base) => stableId('snap', `${region}/${base.name}`);

;// CONCATENATED MODULE: ./build/sandbox/ec2/contents.js


class Contents {
    constructor(cloud) {
        this.cloud = cloud;
        this.busy = new Map();
        this.making = new Map();
        this.sweeping = Promise.resolve();
    }
    async createVolume(region, volume) {
        const { kind, storage } = this.cloud.options;
        try {
            const source = volume.snapshotId === undefined ? undefined : this.contentOf(region, volume.snapshotId);
            await kind.disks.clone(source, storage.volume(volume.id), volume.sizeGiB);
        }
        catch (error) {
            await kind.disks.remove(storage.volume(volume.id)).catch(() => undefined);
            throw diskFailure(error, `Volume ${volume.id} could not be made`);
        }
    }
    contentOf(region, snapshotId) {
        const base = this.cloud.options.baseImages.find(image => baseSnapshotId(region.name, image) === snapshotId);
        return base ? base.disk : this.cloud.options.storage.snapshot(region.snapshots.get(snapshotId).id);
    }
    take(region, volumeId, snapshot) {
        const { storage } = this.cloud.options;
        return this.exclusively(volumeId, () => this.fill(region, snapshot, storage.volume(volumeId)));
    }
    copy(source, region, snapshot) {
        return this.fill(region, snapshot, source);
    }
    async complete(snapshot, transition) {
        const progress = (fraction) => {
            if (snapshot.state === 'pending')
                snapshot.progress = Math.max(snapshot.progress, Math.floor(fraction * 99));
        };
        try {
            await this.cloud.pace(transition, this.making.get(snapshot.id)?.signal, progress);
            if (snapshot.state === 'error' || snapshot.progress === 0)
                return;
            snapshot.state = 'completed';
            snapshot.progress = 100;
            snapshot.completionTime = new Date().toISOString();
        }
        catch (error) {
            fail(snapshot, error.message);
        }
        finally {
            this.making.delete(snapshot.id);
        }
    }
    async fill(region, snapshot, source) {
        const { kind, storage } = this.cloud.options;
        const stop = new AbortController();
        this.making.set(snapshot.id, stop);
        try {
            if (region.snapshots.find(snapshot.id) !== undefined)
                await kind.disks.capture(source, storage.snapshot(snapshot.id), AbortSignal.any([stop.signal, this.cloud.ended]));
            snapshot.progress = 10;
        }
        catch (error) {
            if (!this.cloud.ended.aborted)
                fail(snapshot, diskFailure(error, `Snapshot ${snapshot.id} could not be made`).message);
        }
        if (region.snapshots.find(snapshot.id) !== undefined)
            return;
        this.making.delete(snapshot.id);
        await this.sweep();
    }
    releaseSnapshot(id) {
        this.making.get(id)?.abort();
        return this.sweep();
    }
    async releaseVolume(id) {
        await this.idle(id);
        await this.sweep();
    }
    async idle(volumeId) {
        await this.busy.get(volumeId);
    }
    async exclusively(volumeId, work) {
        const turn = (this.busy.get(volumeId) ?? Promise.resolve()).then(work);
        const settled = turn.catch(() => undefined);
        this.busy.set(volumeId, settled);
        void settled.then(() => this.busy.get(volumeId) === settled && this.busy.delete(volumeId));
        return turn;
    }
    sweep(odd = false) {
        this.sweeping = this.sweeping
            .then(() => this.sweepNow(odd))
            .catch(error => this.cloud.options.report(`sweep: ${error.message}`));
        return this.sweeping;
    }
    async sweepNow(odd) {
        const { kind, storage } = this.cloud.options;
        const stored = [...(await storage.stored())].sort((a, b) => (a.name < b.name ? 1 : -1));
        for (const { name, path } of stored) {
            if (this.busy.has(name) || this.making.has(name) || this.named(name))
                continue;
            if (!odd && !/^(vol|snap)-[0-9a-f]{17}$/.test(name))
                continue;
            if (!(await kind.disks.inUse(path)))
                await kind.disks.remove(path);
        }
    }
    named(id) {
        return this.cloud.allRegions.some(region => region.volumes.find(id) ?? region.snapshots.find(id));
    }
}
function fail(snapshot, message) {
    snapshot.state = 'error';
    snapshot.stateMessage = message;
}
function diskFailure(error, what) {
    if (error instanceof Ec2Error)
        return error;
    const { code, message } = error;
    const why = code === 'ENOSPC' || /No space left/i.test(message) ? 'the disk that holds the sandbox is full' : message;
    return internalError(`${what}: ${why}.`);
}

// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(41314);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/sandbox/ec2/addresses.js



const leasePort = 8383;
class Addresses {
    constructor() {
        this.leases = new Map();
    }
    async lease(wanted) {
        if (wanted !== undefined && (await this.take(wanted)))
            return wanted;
        for (let attempt = 0; attempt < 1000; attempt++) {
            const address = `127.83.${(0,external_node_crypto_.randomInt)(0, 256)}.${(0,external_node_crypto_.randomInt)(1, 255)}`;
            if (await this.take(address))
                return address;
        }
        throw new Error('no free address in 127.83.0.0/16 could be bound; are loopback addresses other than 127.0.0.1 allowed here?');
    }
    release(address) {
        this.leases.get(address)?.close();
        this.leases.delete(address);
    }
    releaseAll() {
        for (const address of [...this.leases.keys()])
            this.release(address);
    }
    async take(address) {
        if (this.leases.has(address))
            return false;
        const socket = (0,external_node_dgram_.createSocket)('udp4').unref();
        this.leases.set(address, socket);
        try {
            socket.bind({ port: leasePort, address, exclusive: true });
            await (0,external_node_events_.once)(socket, 'listening');
            return true;
        }
        catch {
            this.release(address);
            return false;
        }
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/sandbox/ec2/catalog/instance-types.js
const burstableSizes = {
    nano: [2, 0.5],
    micro: [2, 1],
    small: [2, 2],
    medium: [2, 4],
    large: [2, 8],
    xlarge: [4, 16],
    '2xlarge': [8, 32],
};
const t2Vcpus = { nano: 1, micro: 1, small: 1 };
const vcpusOf = {
    medium: 1,
    large: 2,
    xlarge: 4,
    '2xlarge': 8,
    '3xlarge': 12,
    '4xlarge': 16,
    '8xlarge': 32,
    '9xlarge': 36,
    '12xlarge': 48,
    '16xlarge': 64,
    '18xlarge': 72,
    '24xlarge': 96,
    '32xlarge': 128,
    '48xlarge': 192,
    metal: 96,
};
const memoryPerVcpu = { c: 2, m: 4, r: 8, i: 8, d: 8, x: 16, z: 8, g: 4, p: 8, inf: 2, trn: 4 };
const families = 't1 t2 t3 t3a t4g m1 m2 m3 m4 m5 m5a m5ad m5d m5dn m5n m5zn m6a m6g m6gd m6i m6id m6idn m6in m7a m7g m7gd m7i m7i-flex m8g ' +
    'c1 c3 c4 c5 c5a c5ad c5d c5n c6a c6g c6gd c6gn c6i c6id c6in c7a c7g c7gd c7gn c7i c7i-flex c8g r3 r4 r5 r5a r5ad r5b r5d ' +
    'r5dn r5n r6a r6g r6gd r6i r6id r7a r7g r7gd r7i r7iz r8g i2 i3 i3en i4g i4i i7ie d2 d3 d3en x1 x1e x2gd x2idn x2iedn z1d ' +
    'g3 g3s g4ad g4dn g5 g5g g6 g6e p2 p3 p4d p5 inf1 inf2 trn1';
const known = new Set(families.split(' '));
const instanceTypes = [...known].flatMap(family => {
    const sizes = family.startsWith('t') && family !== 'trn1' ? burstableSizes : vcpusOf;
    return Object.keys(sizes).flatMap(size => instanceType(`${family}.${size}`) ?? []);
});
function instanceType(name) {
    const [family = '', size = ''] = name.split('.');
    const [, letters = '', generation = '', features = ''] = /^(inf|trn|[a-z])(\d+)([a-z-]*)$/.exec(family) ?? [];
    if (!known.has(family))
        return undefined;
    const burstable = letters === 't';
    const [vcpus, memoryGiB] = (burstable ? burstableSizes[size] : ordinary(letters, size)) ?? [];
    if (vcpus === undefined || memoryGiB === undefined || (family === 't1' && size !== 'micro'))
        return undefined;
    return {
        name,
        architecture: features.includes('g') && letters !== 't' ? 'arm64' : family === 't4g' ? 'arm64' : 'x86_64',
        vcpus: family === 't2' ? (t2Vcpus[size] ?? vcpus) : vcpus,
        memoryMiB: memoryGiB * 1024,
        burstable,
        bareMetal: size === 'metal',
        nitro: Number(generation) >= 5 || ['t3', 't3a', 't4g'].includes(family),
        currentGeneration: Number(generation) >= (burstable ? 2 : 4),
        freeTier: name === 't2.micro' || name === 't3.micro',
    };
}
function ordinary(letters, size) {
    const vcpus = vcpusOf[size];
    return vcpus === undefined ? undefined : [vcpus, vcpus * (memoryPerVcpu[letters] ?? 4)];
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/machine-spec.js


function machineSpec(cloud, region, instance) {
    const { storage } = cloud.options;
    return {
        id: instance.id,
        folder: storage.instance(instance.id),
        disks: rootFirst(instance).map(({ deviceName, volumeId }) => ({ deviceName, path: storage.volume(volumeId) })),
        address: instance.address,
        ...size(instance.type),
        metadata: {
            instanceId: instance.id,
            imageId: instance.imageId,
            instanceType: instance.type,
            region: region.name,
            availabilityZone: instance.zone,
            hostname: hostname(instance.address),
            publicKeys: instance.publicKeys,
            userData: instance.userData === undefined ? undefined : Buffer.from(instance.userData, 'base64'),
            tags: instance.metadata.instanceMetadataTags === 'enabled' ? instance.tags : undefined,
            httpTokens: instance.metadata.httpTokens,
            httpEndpoint: instance.metadata.httpEndpoint,
        },
    };
}
const hostname = (address) => `ip-${address.replaceAll('.', '-')}`;
function size(typeName) {
    const type = instanceType(typeName);
    const share = Math.floor((0,external_node_os_.totalmem)() / 2 ** 22);
    return {
        cpus: Math.max(1, Math.min(type?.vcpus ?? 1, (0,external_node_os_.cpus)().length)),
        memoryMiB: Math.max(512, Math.min(type?.memoryMiB ?? 1024, share)),
    };
}
const rootFirst = (instance) => [...instance.volumes].sort((a, b) => rank(instance, a.deviceName) - rank(instance, b.deviceName));
const rank = (instance, deviceName) => (deviceName === instance.rootDeviceName ? 0 : 1);
function portRules(region, instance) {
    const groupIds = region.networkInterfaces.find(instance.networkInterfaceId)?.groupIds ?? [];
    const rules = groupIds.flatMap(id => region.securityGroups.find(id)?.rules ?? []).filter(rule => !rule.isEgress);
    return rules.flatMap(rule => callers(region, rule).flatMap(cidr => portRule(rule, cidr)));
}
function callers(region, rule) {
    if (rule.cidrIpv4 !== undefined)
        return [rule.cidrIpv4];
    if (rule.referencedGroupId === undefined)
        return [];
    const members = region.networkInterfaces.all().filter(({ groupIds }) => groupIds.includes(rule.referencedGroupId));
    return members.flatMap(({ instanceId }) => region.instances.find(instanceId)?.address ?? []).map(address => `${address}/32`);
}
function portRule({ ipProtocol, fromPort, toPort }, cidr) {
    const protocol = ['tcp', 'udp', 'icmp', '-1'].find(known => known === ipProtocol);
    if (!protocol)
        return [];
    const whole = protocol === '-1' || fromPort === undefined || fromPort === -1;
    return [{ protocol, fromPort: whole ? 0 : fromPort, toPort: whole ? 65535 : (toPort ?? fromPort), cidr }];
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/machines.js


const stopGraceSeconds = 120;
const userShutdown = {
    code: 'Client.UserInitiatedShutdown',
    message: 'Client.UserInitiatedShutdown: User initiated shutdown',
};
const guestShutdown = {
    code: 'Client.InstanceInitiatedShutdown',
    message: 'Client.InstanceInitiatedShutdown: Instance initiated shutdown',
};
const sandboxEnded = { code: 'Server.ScheduledStop', message: 'Server.ScheduledStop: The sandbox was stopped' };
class Machines {
    constructor(cloud) {
        this.cloud = cloud;
        this.addresses = new Addresses();
        this.running = new Map();
        this.latest = new Map();
        this.closing = false;
        this.lastWords = new Map();
        this.turns = new Map();
        this.impatience = new Map();
    }
    start(region, instance, onFailure) {
        this.inTurn(instance, 'start', async () => {
            await new Promise(setImmediate);
            if (!is(instance, 'pending'))
                return;
            try {
                await Promise.all([this.powerOn(region, instance), this.cloud.pace('running')]);
                if (is(instance, 'pending'))
                    this.enter(instance, 'running');
            }
            catch (error) {
                const message = `Server.InternalError: Internal error on launch: ${error.message}`;
                this.cloud.options.report(`${instance.id} did not start: ${error.message}`);
                await this.powerOff(instance);
                this.enter(instance, onFailure, { code: 'Server.InternalError', message });
                if (onFailure === 'terminated')
                    await this.dispose(region, instance);
            }
        });
    }
    stop(instance, force) {
        if (force)
            this.impatience.get(instance.id)?.abort();
        if (!is(instance, 'running', 'pending'))
            return;
        this.enter(instance, 'stopping', userShutdown);
        this.inTurn(instance, 'stop', async () => {
            await Promise.all([this.shutdown(instance, force ? 0 : stopGraceSeconds), this.cloud.pace('stopped')]);
            if (is(instance, 'stopping'))
                this.enter(instance, 'stopped', userShutdown);
        });
    }
    terminate(region, instance, reason = userShutdown) {
        if (is(instance, 'shutting-down', 'terminated'))
            return;
        this.enter(instance, 'shutting-down', reason);
        this.impatience.get(instance.id)?.abort();
        this.inTurn(instance, 'terminate', async () => {
            await Promise.all([this.powerOff(instance), this.cloud.pace('terminated')]);
            this.enter(instance, 'terminated', reason);
            await this.dispose(region, instance);
        });
    }
    reboot(instance) {
        this.inTurn(instance, 'reboot', async () => {
            if (is(instance, 'running'))
                await this.running.get(instance.id)?.reboot();
        });
    }
    whileOff(region, instance, work) {
        this.inTurn(instance, 'create image', async () => {
            if (is(instance, 'running'))
                await this.shutdown(instance, stopGraceSeconds);
            await work();
            if (!is(instance, 'running'))
                return;
            await this.powerOn(region, instance).catch(async (error) => {
                await this.powerOff(instance);
                this.enter(instance, 'stopped', { code: 'Server.InternalError', message: `Server.InternalError: ${error.message}` });
            });
        });
    }
    async console(instance) {
        return (await this.latest.get(instance.id)?.console()) ?? this.lastWords.get(instance.id) ?? '';
    }
    boot(id) {
        return this.running.get(id)?.boot;
    }
    async connect(id, port) {
        const machine = this.running.get(id);
        if (!machine)
            throw new Error(`${id} is off`);
        return machine.connect(port);
    }
    async refreshPorts(region) {
        const changes = region.instances.all().map(instance => this.running.get(instance.id)?.openPorts(portRules(region, instance)));
        await Promise.all(changes);
    }
    async close(graceSeconds) {
        this.closing = true;
        for (const controller of this.impatience.values())
            controller.abort();
        await Promise.all(this.turns.values());
        const instances = this.cloud.allRegions.flatMap(region => region.instances.all());
        await Promise.all(instances.map(async (instance) => {
            if (is(instance, 'running', 'pending'))
                this.enter(instance, 'stopped', sandboxEnded);
            await this.shutdown(instance, graceSeconds).catch(() => this.powerOff(instance));
        }));
        this.addresses.releaseAll();
    }
    async powerOn(region, instance) {
        const machine = this.cloud.options.kind.machine(machineSpec(this.cloud, region, instance), this.cloud.options.report);
        this.running.set(instance.id, machine);
        this.latest.set(instance.id, machine);
        machine.onExit(() => this.exited(region, instance, machine));
        await machine.openPorts(portRules(region, instance));
        await Promise.all(instance.volumes.map(({ volumeId }) => this.cloud.contents.idle(volumeId)));
        if (this.closing)
            throw new Error('the sandbox is being stopped');
        await machine.start();
    }
    async shutdown(instance, graceSeconds) {
        const machine = this.running.get(instance.id);
        if (!machine)
            return;
        const controller = new AbortController();
        this.impatience.set(instance.id, controller);
        this.running.delete(instance.id);
        await machine.shutdown(graceSeconds, controller.signal).finally(() => this.impatience.delete(instance.id));
    }
    async powerOff(instance) {
        const machine = this.running.get(instance.id);
        this.running.delete(instance.id);
        await machine?.kill();
    }
    exited(region, instance, machine) {
        if (this.running.get(instance.id) !== machine || !is(instance, 'running', 'pending'))
            return;
        if (instance.shutdownBehavior === 'terminate') {
            this.terminate(region, instance, guestShutdown);
            return;
        }
        this.enter(instance, 'stopping', guestShutdown);
        this.inTurn(instance, 'stop', async () => {
            await this.powerOff(instance);
            if (is(instance, 'stopping'))
                this.enter(instance, 'stopped', guestShutdown);
        });
    }
    async dispose(region, instance) {
        this.addresses.release(instance.address);
        region.networkInterfaces.delete(instance.networkInterfaceId);
        for (const { volumeId, deleteOnTermination } of instance.volumes) {
            const volume = region.volumes.find(volumeId);
            if (!volume)
                continue;
            volume.attachment = undefined;
            volume.state = 'available';
            if (deleteOnTermination)
                region.volumes.delete(volumeId);
            if (deleteOnTermination)
                this.cloud.run(`volume ${volumeId}`, () => this.cloud.contents.releaseVolume(volumeId));
        }
        instance.volumes = [];
        this.lastWords.set(instance.id, await this.console(instance).catch(() => ''));
        this.latest.delete(instance.id);
        await this.cloud.options.storage.removeInstance(instance.id);
        await this.refreshPorts(region);
    }
    enter(instance, state, reason) {
        instance.state = state;
        instance.stateReason = reason;
        instance.stateSince = new Date().toISOString();
    }
    inTurn(instance, what, work) {
        this.cloud.run(`${what} ${instance.id}`, () => {
            const turn = (this.turns.get(instance.id) ?? Promise.resolve()).then(work);
            const settled = turn.catch(() => undefined);
            this.turns.set(instance.id, settled);
            void settled.then(() => this.turns.get(instance.id) === settled && this.turns.delete(instance.id));
            return turn;
        });
    }
}
const is = (instance, ...states) => states.includes(instance.state);

;// CONCATENATED MODULE: ./build/sandbox/ec2/state/collection.js

class Collection {
    constructor(kind) {
        this.kind = kind;
        this.records = new Map();
    }
    get(id) {
        const record = this.records.get(id);
        if (record)
            return record;
        const { code, prefix, missing } = this.kind;
        if (!new RegExp(`^${prefix}-[0-9a-f]+$`).test(id))
            throw new Ec2Error(`${code}.Malformed`, `Invalid id: "${id}" (expecting "${prefix}-...")`);
        throw new Ec2Error(`${code}.NotFound`, missing(id));
    }
    find(id) {
        return id === undefined ? undefined : this.records.get(id);
    }
    select(ids) {
        return ids.length === 0 ? this.all() : [...new Set(ids)].map(id => this.get(id));
    }
    all() {
        return [...this.records.values()];
    }
    add(record) {
        this.records.set(record.id, record);
        return record;
    }
    delete(id) {
        this.records.delete(id);
    }
    toJSON() {
        return this.all();
    }
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/state/region.js


const kind = (prefix, type, code, missing) => ({
    prefix,
    type,
    code,
    missing,
});
const kinds = {
    instances: kind('i', 'instance', 'InvalidInstanceID', id => `The instance ID '${id}' does not exist`),
    images: kind('ami', 'image', 'InvalidAMIID', id => `The image id '[${id}]' does not exist`),
    snapshots: kind('snap', 'snapshot', 'InvalidSnapshot', id => `The snapshot '${id}' does not exist.`),
    volumes: kind('vol', 'volume', 'InvalidVolume', id => `The volume '${id}' does not exist.`),
    keyPairs: kind('key', 'key-pair', 'InvalidKeyPair', id => `The key pair '${id}' does not exist`),
    securityGroups: kind('sg', 'security-group', 'InvalidGroup', id => `The security group '${id}' does not exist`),
    vpcs: kind('vpc', 'vpc', 'InvalidVpcID', id => `The vpc ID '${id}' does not exist`),
    subnets: kind('subnet', 'subnet', 'InvalidSubnetID', id => `The subnet ID '${id}' does not exist`),
    networkInterfaces: kind('eni', 'network-interface', 'InvalidNetworkInterfaceID', id => `The networkInterface ID '${id}' does not exist`),
    spotRequests: kind('sir', 'spot-instances-request', 'InvalidSpotInstanceRequestID', id => `The spot instance request ID '${id}' does not exist`),
    launchTemplates: kind('lt', 'launch-template', 'InvalidLaunchTemplateId', id => `The launch template ID '${id}' does not exist`),
};
class Region {
    constructor(name) {
        this.name = name;
        this.instances = new Collection(kinds.instances);
        this.images = new Collection(kinds.images);
        this.snapshots = new Collection(kinds.snapshots);
        this.volumes = new Collection(kinds.volumes);
        this.keyPairs = new Collection(kinds.keyPairs);
        this.securityGroups = new Collection(kinds.securityGroups);
        this.vpcs = new Collection(kinds.vpcs);
        this.subnets = new Collection(kinds.subnets);
        this.networkInterfaces = new Collection(kinds.networkInterfaces);
        this.spotRequests = new Collection(kinds.spotRequests);
        this.launchTemplates = new Collection(kinds.launchTemplates);
        this.tokens = {};
    }
    static fresh(name) {
        const region = new Region(name);
        const vpcId = stableId('vpc', name);
        region.vpcs.add({ id: vpcId, cidr: '172.31.0.0/16', isDefault: true, tags: {} });
        for (const [index, zone] of region.zones.entries())
            region.subnets.add({ id: stableId('subnet', zone), vpcId, zone, cidr: `172.31.${index * 16}.0/20`, tags: {} });
        region.addDefaultGroup(vpcId);
        return region;
    }
    static restore(saved) {
        const region = new Region(saved.name);
        for (const name of Object.keys(kinds)) {
            const collection = region[name];
            for (const record of saved[name] ?? [])
                collection.add(record);
        }
        region.tokens = saved.tokens;
        return region;
    }
    get zones() {
        return ['a', 'b', 'c'].map(letter => this.name + letter);
    }
    get collections() {
        return Object.keys(kinds).map(name => this[name]);
    }
    addDefaultGroup(vpcId) {
        const id = stableId('sg', vpcId);
        const rule = (isEgress, to) => ({
            id: stableId('sgr', `${id}${isEgress}`),
            isEgress,
            ipProtocol: '-1',
            tags: {},
            ...to,
        });
        const rules = [rule(false, { referencedGroupId: id }), rule(true, { cidrIpv4: '0.0.0.0/0' })];
        this.securityGroups.add({ id, name: 'default', description: 'default VPC security group', vpcId, rules, tags: {} });
    }
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/cloud.js




const accountId = '123456789012';
class Cloud {
    constructor(options) {
        this.options = options;
        this.regions = new Map();
        this.published = new Map();
        this.ending = new AbortController();
        this.ended = this.ending.signal;
        this.background = new Set();
        this.writing = Promise.resolve();
        this.pace = (transition, signal, progress) => {
            const signals = signal ? [signal, this.ended] : [this.ended];
            return this.options.pace(transition, AbortSignal.any(signals), progress);
        };
        this.contents = new Contents(this);
        this.machines = new Machines(this);
    }
    restore(saved) {
        for (const region of saved.regions)
            this.regions.set(region.name, Region.restore(region));
    }
    region(name) {
        const region = this.regions.get(name) ?? Region.fresh(name);
        this.regions.set(name, region);
        return region;
    }
    get allRegions() {
        return [...this.regions.values()];
    }
    publicImages(region) {
        const images = this.published.get(region.name) ?? publicImages(region.name, this.options.baseImages);
        this.published.set(region.name, images);
        return images;
    }
    usableImages(region) {
        return [...this.publicImages(region), ...region.images.all()];
    }
    image(region, id) {
        return this.publicImages(region).find(image => image.id === id) ?? region.images.get(id);
    }
    save() {
        if (!this.queued) {
            this.queued = this.writing
                .catch(() => undefined)
                .then(() => {
                this.queued = undefined;
                return this.options.storage.save({ version: 1, regions: this.allRegions });
            });
            this.writing = this.queued;
        }
        return this.queued;
    }
    async close(graceSeconds) {
        this.ending.abort();
        await this.machines.close(graceSeconds);
        await this.settled();
    }
    run(what, work) {
        const running = work()
            .then(() => this.save())
            .catch((error) => this.options.report(`${what}: ${error.message}`))
            .finally(() => this.background.delete(running));
        this.background.add(running);
    }
    async settled() {
        while (this.background.size > 0)
            await Promise.all(this.background);
        await this.save();
    }
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/protocol/shape.js

function scalar(read, expected, emptyCounts = false) {
    return {
        decode(given, name) {
            if (given === undefined || (given === '' && !emptyCounts))
                return undefined;
            if (typeof given !== 'string')
                throw unknownParameter(`${name}.${Object.keys(given)[0]}`);
            const value = read(given);
            if (value === undefined)
                throw invalidValue(name, given, `Expected ${expected}.`);
            return value;
        },
    };
}
const shape_text = scalar(given => given, 'text');
const anyText = scalar(given => given, 'text', true);
const integer = scalar(given => (/^[+-]?\d{1,15}$/.test(given) ? Number(given) : undefined), 'an integer');
const flag = scalar(given => (/^(true|1)$/i.test(given) ? true : /^(false|0)$/i.test(given) ? false : undefined), 'true or false');
const time = scalar(given => (Number.isNaN(Date.parse(given)) ? undefined : new Date(given)), 'a time as in ISO 8601');
const blob = scalar(given => (/^[A-Za-z0-9+/=\s]*$/.test(given) ? Buffer.from(given, 'base64') : undefined), 'base64');
function oneOf(...values) {
    return scalar(given => values.find(value => value === given), `one of ${values.join(', ')}`);
}
function required(shape) {
    return {
        decode(given, name) {
            const value = shape.decode(given, name);
            if (value === undefined || (Array.isArray(value) && value.length === 0))
                throw missingParameter(name);
            return value;
        },
    };
}
function list(item) {
    return {
        decode(given, name) {
            if (given === undefined || given === '')
                return [];
            if (typeof given === 'string')
                throw invalidValue(name, given, 'Expected a numbered list.');
            const numbers = Object.keys(given);
            const odd = numbers.find(number => !/^\d+$/.test(number));
            if (odd !== undefined)
                throw unknownParameter(`${name}.${odd}`);
            const ordered = numbers.sort((a, b) => Number(a) - Number(b));
            return ordered.map(number => item.decode(given[number], `${name}.${number}`));
        },
    };
}
function structure(fields) {
    return {
        decode(given, name) {
            if (given === undefined || given === '')
                return undefined;
            if (typeof given === 'string')
                throw unknownParameter(name);
            return decodeFields(fields, given, `${name}.`);
        },
    };
}
const unused = (shape) => ({
    decode(given, name) {
        shape.decode(given, name);
        return undefined;
    },
});
function ignoring(...names) {
    return Object.fromEntries(names.map(name => [name, unused(shape_text)]));
}
function decodeFields(fields, given, prefix = '') {
    const stranger = Object.keys(given).find(name => !Object.hasOwn(fields, name));
    if (stranger !== undefined)
        throw unknownParameter(prefix + stranger);
    return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.decode(given[name], prefix + name)]));
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/action.js


function action(fields, run) {
    const accepted = { ...fields, DryRun: flag };
    return {
        async run(call) {
            const input = decodeFields(accepted, call.parameters);
            if (input.DryRun)
                throw new Ec2Error('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
            return run(call, input);
        },
    };
}
const inFlight = new WeakMap();
async function once({ region, action, parameters }, token, create) {
    if (!token)
        return create();
    const key = `${action}/${token}`;
    const request = JSON.stringify(parameters);
    const pending = inFlight.get(region) ?? new Map();
    inFlight.set(region, pending);
    await pending.get(key)?.catch(() => undefined);
    const done = region.tokens[key];
    if (done && done.request !== request)
        throw new Ec2Error('IdempotentParameterMismatch', `The client token you have provided is associated with a resource that is already deleted, or with other parameters: ${token}`);
    if (done)
        return done.result;
    const creating = create();
    pending.set(key, creating);
    try {
        const result = await creating;
        region.tokens[key] = { request, result };
        return result;
    }
    finally {
        pending.delete(key);
    }
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/parameters/tagging.js


const tagList = list(structure({ Key: shape_text, Value: anyText }));
const tagSpecifications = list(structure({ ResourceType: shape_text, Tag: tagList }));
const most = 50;
function checkedTags(given, before = {}) {
    const tags = new Map(Object.entries(before));
    const seen = new Set();
    for (const { Key: key = '', Value: value = '' } of given) {
        if (key === '')
            throw new Ec2Error('InvalidParameterValue', 'Tag key cannot be empty');
        if (key.startsWith('aws:'))
            throw new Ec2Error('InvalidParameterValue', `Tag keys starting with 'aws:' are reserved for internal use`);
        if (key.length > 128)
            throw new Ec2Error('InvalidParameterValue', `Tag key exceeds the maximum length of 128 characters`);
        if (value.length > 256)
            throw new Ec2Error('InvalidParameterValue', `Tag value exceeds the maximum length of 256 characters`);
        if (seen.has(key))
            throw new Ec2Error('InvalidParameterValue', `Duplicate tag key '${key}' specified.`);
        seen.add(key);
        tags.set(key, value);
    }
    if (tags.size > most)
        throw new Ec2Error('TagLimitExceeded', `You have reached the limit of ${most} tags for this resource.`);
    return Object.fromEntries(tags);
}
function tagsAtCreation(given, ...types) {
    for (const { ResourceType: type } of given) {
        if (type === undefined)
            throw new Ec2Error('InvalidParameterValue', 'Tag specification resource type must have a value');
        if (!types.includes(type))
            throw new Ec2Error('InvalidParameterValue', `'${type}' is not a valid taggable resource type for this operation.`);
        if (given.filter(other => other.ResourceType === type).length > 1)
            throw invalidValue('TagSpecification', type, 'The same resource type is given more than once.');
    }
    return type => checkedTags(given.find(specification => specification.ResourceType === type)?.Tag ?? []);
}
const tagSet = (tags) => Object.entries(tags).map(([key, value]) => ({ key, value }));

;// CONCATENATED MODULE: ./build/sandbox/ec2/state/lookup.js

function defaultVpc(region) {
    const vpc = region.vpcs.all().find(({ isDefault }) => isDefault);
    if (!vpc)
        throw new Ec2Error('VPCIdNotSpecified', 'No default VPC for this user');
    return vpc.id;
}
function groupByName(region, name, vpcId = defaultVpc(region)) {
    const group = region.securityGroups.all().find(one => one.name === name && one.vpcId === vpcId);
    if (!group)
        throw new Ec2Error('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC '${vpcId}'`);
    return group;
}
function givenGroup(region, { GroupId, GroupName }) {
    if (GroupId)
        return region.securityGroups.get(GroupId);
    if (GroupName)
        return groupByName(region, GroupName);
    throw missingParameter('GroupName or GroupId');
}
function findRule(region, id) {
    for (const group of region.securityGroups.all()) {
        const rule = group.rules.find(one => one.id === id);
        if (rule)
            return { group, rule };
    }
    if (!/^sgr-[0-9a-f]+$/.test(id))
        throw invalidValue('SecurityGroupRuleId', id);
    throw new Ec2Error('InvalidSecurityGroupRuleId.NotFound', `The security group rule ID '${id}' does not exist`);
}
const findKeyPair = (region, name) => region.keyPairs.all().find(key => key.name === name);
function keyPairByName(region, name) {
    const key = findKeyPair(region, name);
    if (!key)
        throw new Ec2Error('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
    return key;
}
function snapshotSize(cloud, region, id) {
    const published = cloud.publicImages(region).flatMap(image => image.mappings);
    const base = published.find(mapping => mapping.snapshotId === id);
    if (base)
        return base.sizeGiB ?? 1;
    const snapshot = region.snapshots.get(id);
    if (snapshot.state !== 'completed')
        throw new Ec2Error('IncorrectState', `Snapshot is in invalid state - ${snapshot.state}`);
    return snapshot.sizeGiB;
}
const imageOfSnapshot = (region, id) => region.images.all().find(image => image.mappings.some(({ snapshotId }) => snapshotId === id));

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/new-image.js


const inherited = (image) => ({
    architecture: image.architecture,
    platform: image.platform,
    rootDeviceName: image.rootDeviceName,
    enaSupport: image.enaSupport,
    sriovNetSupport: image.sriovNetSupport,
    bootMode: image.bootMode,
    tpmSupport: image.tpmSupport,
    uefiData: image.uefiData,
    imdsSupport: image.imdsSupport,
});
const addImage = (region, kept, tags, origin) => region.images.add({
    ...kept,
    ...origin,
    ownerId: accountId,
    creationDate: `${new Date().toISOString().slice(0, 19)}.000Z`,
    state: 'pending',
    permissions: [],
    productCodes: [],
    tags,
});
function checkName(region, name) {
    if (name.length < 3 || name.length > 128 || !/^[A-Za-z0-9()[\]. /\-'@_]+$/.test(name))
        throw new Ec2Error('InvalidAMIName.Malformed', `AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'`);
    const same = region.images.all().find(image => image.name === name);
    if (same)
        throw new Ec2Error('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${same.id}`);
}
async function finish(cloud, image, snapshots, transition) {
    await Promise.all(snapshots.map(snapshot => cloud.contents.complete(snapshot, transition)));
    const broken = snapshots.find(({ state }) => state !== 'completed');
    if (broken?.state === 'pending')
        return;
    image.state = broken ? 'failed' : 'available';
    if (broken)
        image.stateReason = { code: 'Client.SnapshotFailure', message: broken.stateMessage ?? `${broken.id} is gone` };
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/protocol/filter.js


const filters = list(structure({ Name: shape_text, Value: list(anyText) }));
function applyFilters(records, given, table) {
    const tests = given.map(filter => testOf(filter, table));
    return records.filter(record => tests.every(test => test(record)));
}
function testOf({ Name: name = '', Value: values }, table) {
    const patterns = values.map(wildcard);
    const read = Object.hasOwn(table, name) ? table[name] : tagReader(name);
    if (!read)
        throw invalidValue('Filter.Name', name, `The filter '${name}' is invalid`);
    if (values.length === 0)
        throw new Ec2Error('InvalidParameterValue', `The filter '${name}' must have at least one value`);
    return (record) => [read(record)].flat().some(value => value !== undefined && patterns.some(pattern => pattern.test(String(value))));
}
function tagReader(name) {
    const tagsOf = (record) => record.tags ?? {};
    if (name === 'tag-key')
        return record => Object.keys(tagsOf(record));
    if (name === 'tag-value')
        return record => Object.values(tagsOf(record));
    if (!name.startsWith('tag:'))
        return undefined;
    const key = name.slice('tag:'.length);
    return record => (Object.hasOwn(tagsOf(record), key) ? tagsOf(record)[key] : undefined);
}
function wildcard(pattern) {
    const source = pattern.replace(/\\([\s\S])|([*?])|([^\w\s])/g, (_, literal, wild, other) => literal !== undefined ? literally(literal) : wild === '*' ? '.*' : wild === '?' ? '.' : literally(other));
    return new RegExp(`^${source}$`, 's');
}
const literally = (character) => (/\w/.test(character) ? character : `\\${character}`);

;// CONCATENATED MODULE: ./build/sandbox/ec2/protocol/page.js


const paging = { MaxResults: integer, NextToken: shape_text };
function page(records, keyOf, given, smallest = 5) {
    const { MaxResults: size, NextToken: token } = given;
    if (size !== undefined && (size < smallest || size > 1000))
        throw invalidValue('MaxResults', String(size), `Expecting an integer between ${smallest} and 1000.`);
    const ordered = records.map(record => ({ key: keyOf(record), record })).sort((a, b) => (a.key < b.key ? -1 : 1));
    const after = token === undefined ? undefined : decodeToken(token);
    const rest = after === undefined ? ordered : ordered.filter(({ key }) => key > after);
    const shown = size === undefined ? rest : rest.slice(0, size);
    const nextToken = shown.length < rest.length ? Buffer.from(`after:${shown.at(-1).key}`).toString('base64url') : undefined;
    return { records: shown.map(({ record }) => record), nextToken };
}
function decodeToken(token) {
    const text = Buffer.from(token, 'base64url').toString();
    if (!text.startsWith('after:'))
        throw new Ec2Error('InvalidNextToken', 'The token is invalid.');
    return text.slice('after:'.length);
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/snapshots.js








const createSnapshot = action({ VolumeId: required(shape_text), Description: shape_text, TagSpecification: tagSpecifications, ...ignoring('OutpostArn', 'Location') }, ({ cloud, region }, input) => {
    const volume = region.volumes.get(input.VolumeId);
    if (volume.state === 'creating')
        throw incorrectState(`Volume ${volume.id} is in state creating`);
    const tags = tagsAtCreation(input.TagSpecification, 'snapshot')('snapshot');
    const snapshot = addSnapshot(region, volume, input.Description ?? '', tags);
    cloud.run(`snapshot ${snapshot.id}`, async () => {
        await cloud.contents.take(region, volume.id, snapshot);
        await cloud.contents.complete(snapshot, 'snapshot');
    });
    return snapshotView(snapshot);
});
function addSnapshot(region, volume, description, tags) {
    const { id: volumeId, sizeGiB, encrypted, kmsKeyId } = volume;
    return region.snapshots.add({
        id: newId('snap'),
        volumeId,
        sizeGiB,
        encrypted,
        kmsKeyId,
        description,
        startTime: new Date().toISOString(),
        state: 'pending',
        progress: 0,
        permissions: [],
        tags,
    });
}
const copySnapshot = action({
    SourceRegion: required(shape_text),
    SourceSnapshotId: required(shape_text),
    Description: shape_text,
    Encrypted: flag,
    KmsKeyId: shape_text,
    TagSpecification: tagSpecifications,
    ...ignoring('DestinationRegion', 'DestinationOutpostArn', 'PresignedUrl', 'DestinationAvailabilityZone'),
    CompletionDurationMinutes: unused(integer),
}, ({ cloud, region }, input) => {
    const source = cloud.region(input.SourceRegion).snapshots.get(input.SourceSnapshotId);
    if (source.state !== 'completed')
        throw incorrectState(`Snapshot ${source.id} is in state ${source.state}`);
    const settings = { encrypted: source.encrypted || (input.Encrypted ?? false), kmsKeyId: input.KmsKeyId ?? source.kmsKeyId };
    const tags = tagsAtCreation(input.TagSpecification, 'snapshot')('snapshot');
    const copy = addSnapshot(region, { id: 'vol-ffffffff', sizeGiB: source.sizeGiB, ...settings }, input.Description ?? '', tags);
    const content = cloud.contents.contentOf(cloud.region(input.SourceRegion), source.id);
    cloud.run(`snapshot ${copy.id}`, async () => {
        await cloud.contents.copy(content, region, copy);
        await cloud.contents.complete(copy, 'copy');
    });
    return { snapshotId: copy.id, tagSet: tagSet(copy.tags) };
});
const describeSnapshots = action({ SnapshotId: list(shape_text), Owner: list(shape_text), RestorableBy: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const owned = input.Owner.length === 0 || input.Owner.some(owner => owner === 'self' || owner === accountId);
    const restorable = input.RestorableBy.length === 0 || input.RestorableBy.some(who => who === 'self' || who === accountId);
    const chosen = applyFilters(region.snapshots.select(input.SnapshotId), input.Filter, {
        'snapshot-id': snapshot => snapshot.id,
        description: snapshot => snapshot.description,
        encrypted: snapshot => snapshot.encrypted,
        'owner-id': () => accountId,
        'owner-alias': () => undefined,
        progress: snapshot => `${snapshot.progress}%`,
        'start-time': snapshot => snapshot.startTime,
        status: snapshot => snapshot.state,
        'storage-tier': () => 'standard',
        'volume-id': snapshot => snapshot.volumeId,
        'volume-size': snapshot => snapshot.sizeGiB,
    });
    const { records, nextToken } = page(owned && restorable ? chosen : [], snapshot => snapshot.id, input);
    return { nextToken, snapshotSet: records.map(snapshotView) };
});
const deleteSnapshot = action({ SnapshotId: required(shape_text) }, ({ cloud, region }, input) => {
    const snapshot = region.snapshots.get(input.SnapshotId);
    const image = region.images.all().find(one => one.mappings.some(({ snapshotId }) => snapshotId === snapshot.id));
    if (image)
        throw new Ec2Error('InvalidSnapshot.InUse', `The snapshot ${snapshot.id} is currently in use by ${image.id}`);
    removeSnapshot({ cloud, region }, snapshot.id);
    return { return: true };
});
function removeSnapshot({ cloud, region }, id) {
    region.snapshots.delete(id);
    cloud.run(`snapshot ${id}`, () => cloud.contents.releaseSnapshot(id));
}
const permissionItem = list(structure({ UserId: shape_text, Group: oneOf('all') }));
const modifySnapshotAttribute = action({
    SnapshotId: required(shape_text),
    Attribute: shape_text,
    CreateVolumePermission: structure({ Add: permissionItem, Remove: permissionItem }),
    OperationType: oneOf('add', 'remove'),
    UserGroup: list(shape_text),
    UserId: list(shape_text),
}, ({ region }, input) => {
    const snapshot = region.snapshots.get(input.SnapshotId);
    const flat = [
        ...input.UserId.map(UserId => ({ UserId, Group: undefined })),
        ...input.UserGroup.map(Group => ({ Group, UserId: undefined })),
    ];
    const add = [...(input.CreateVolumePermission?.Add ?? []), ...(input.OperationType === 'add' ? flat : [])];
    const remove = [...(input.CreateVolumePermission?.Remove ?? []), ...(input.OperationType === 'remove' ? flat : [])];
    const key = (one) => `${one.userId}/${one.group}`;
    const plain = (one) => ({ userId: one.UserId, group: one.Group });
    for (const { userId } of add.map(plain))
        if (userId !== undefined && !/^\d{12}$/.test(userId))
            throw new Ec2Error('InvalidUserID.Malformed', `Invalid user id: "${userId}"`);
    const gone = new Set([...add, ...remove].map(plain).map(key));
    snapshot.permissions = [...snapshot.permissions.filter(one => !gone.has(key(one))), ...add.map(plain)];
    return { return: true };
});
const describeSnapshotAttribute = action({ SnapshotId: required(shape_text), Attribute: required(shape_text) }, ({ region }, input) => {
    const snapshot = region.snapshots.get(input.SnapshotId);
    if (input.Attribute === 'createVolumePermission')
        return {
            snapshotId: snapshot.id,
            createVolumePermission: snapshot.permissions.map(({ userId, group }) => ({ userId, group })),
        };
    if (input.Attribute === 'productCodes')
        return { snapshotId: snapshot.id, productCodes: [] };
    throw invalidValue('Attribute', input.Attribute);
});
const snapshotView = (snapshot) => ({
    snapshotId: snapshot.id,
    volumeId: snapshot.volumeId,
    status: snapshot.state,
    statusMessage: snapshot.stateMessage,
    startTime: new Date(snapshot.startTime),
    completionTime: snapshot.completionTime && new Date(snapshot.completionTime),
    progress: `${snapshot.progress}%`,
    ownerId: accountId,
    volumeSize: snapshot.sizeGiB,
    description: snapshot.description,
    encrypted: snapshot.encrypted,
    kmsKeyId: snapshot.kmsKeyId,
    storageTier: 'standard',
    tagSet: tagSet(snapshot.tags),
});
const snapshots = {
    CreateSnapshot: createSnapshot,
    CopySnapshot: copySnapshot,
    DescribeSnapshots: describeSnapshots,
    DeleteSnapshot: deleteSnapshot,
    ModifySnapshotAttribute: modifySnapshotAttribute,
    DescribeSnapshotAttribute: describeSnapshotAttribute,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/copy-image.js








const copyImage = action({
    SourceImageId: required(shape_text),
    SourceRegion: required(shape_text),
    Name: required(shape_text),
    Description: shape_text,
    Encrypted: flag,
    KmsKeyId: shape_text,
    CopyImageTags: flag,
    ClientToken: shape_text,
    TagSpecification: tagSpecifications,
    ...ignoring('DestinationOutpostArn', 'DestinationAvailabilityZone', 'DestinationAvailabilityZoneId'),
    SnapshotCopyCompletionDurationMinutes: unused(integer),
}, async (call, input) => {
    const { cloud, region } = call;
    if (input.KmsKeyId && !input.Encrypted)
        throw new Ec2Error('InvalidParameterCombination', 'The parameter KmsKeyId requires the parameter Encrypted to be set.');
    const imageId = await once(call, input.ClientToken, async () => {
        const origin = cloud.region(input.SourceRegion);
        const source = cloud.image(origin, input.SourceImageId);
        if (source.state !== 'available')
            throw new Ec2Error('InvalidAMIID.Unavailable', `The image ID '${source.id}' is not available`);
        checkName(region, input.Name);
        const tags = tagsAtCreation(input.TagSpecification, 'image', 'snapshot');
        const id = newId('ami');
        const copies = source.mappings.map(mapping => copyMapping(call, origin, mapping, { ...input, imageId: id, tags: tags('snapshot') }));
        const image = addImage(region, {
            ...inherited(source),
            id,
            name: input.Name,
            description: input.Description ?? source.description,
            mappings: copies.map(copy => copy.mapping),
        }, { ...(input.CopyImageTags ? source.tags : {}), ...tags('image') }, { sourceImageId: source.id, sourceImageRegion: origin.name });
        cloud.run(`image ${id}`, async () => {
            await Promise.all(copies.map(copy => copy.content()));
            await finish(cloud, image, copies.flatMap(({ snapshot }) => snapshot ?? []), 'copy');
        });
        return id;
    });
    return { imageId };
});
function copyMapping({ cloud, region }, origin, mapping, settings) {
    if (mapping.snapshotId === undefined)
        return { mapping, content: async () => undefined };
    const encrypted = settings.Encrypted || (mapping.encrypted ?? false);
    const kmsKeyId = settings.KmsKeyId;
    const description = `Copied for DestinationAmi ${settings.imageId} from SourceAmi ${settings.SourceImageId} for SourceSnapshot ${mapping.snapshotId}.`;
    const sizeGiB = snapshotSize(cloud, origin, mapping.snapshotId);
    const snapshot = addSnapshot(region, { id: 'vol-ffffffff', sizeGiB, encrypted, kmsKeyId }, description, settings.tags);
    const source = cloud.contents.contentOf(origin, mapping.snapshotId);
    return {
        snapshot,
        mapping: { ...mapping, snapshotId: snapshot.id, encrypted, kmsKeyId },
        content: () => cloud.contents.copy(source, region, snapshot),
    };
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/parameters/block-devices.js


const ebs = structure({
    DeleteOnTermination: flag,
    Iops: integer,
    SnapshotId: shape_text,
    VolumeSize: integer,
    VolumeType: oneOf('standard', 'io1', 'io2', 'gp2', 'sc1', 'st1', 'gp3'),
    KmsKeyId: shape_text,
    Throughput: integer,
    Encrypted: flag,
    ...ignoring('OutpostArn', 'AvailabilityZone', 'AvailabilityZoneId'),
    VolumeInitializationRate: unused(integer),
    EbsCardIndex: unused(integer),
});
const blockDevice = { DeviceName: shape_text, VirtualName: shape_text, NoDevice: anyText, Ebs: ebs };
const blockDevices = list(structure(blockDevice));
function overlay(base, given) {
    const result = new Map(base.map(mapping => [mapping.deviceName, mapping]));
    for (const device of given) {
        if (!device.DeviceName)
            throw new Ec2Error('MissingParameter', 'The request must contain the parameter deviceName');
        if (device.NoDevice !== undefined)
            result.delete(device.DeviceName);
        else
            result.set(device.DeviceName, merged(result.get(device.DeviceName), device, device.DeviceName));
    }
    return [...result.values()];
}
function merged(before, { VirtualName, Ebs }, deviceName) {
    if (VirtualName !== undefined)
        return { deviceName, virtualName: VirtualName };
    if (!Ebs)
        throw new Ec2Error('InvalidBlockDeviceMapping', `Device ${deviceName} has neither ebs nor virtualName`);
    const sizeGiB = Ebs.VolumeSize ?? before?.sizeGiB;
    if (Ebs.Encrypted === false && Ebs.KmsKeyId)
        throw invalidValue('KmsKeyId', Ebs.KmsKeyId, 'The volume is not encrypted.');
    if (Ebs.VolumeSize !== undefined && before?.sizeGiB !== undefined && Ebs.VolumeSize < before.sizeGiB && before.snapshotId)
        throw new Ec2Error('InvalidBlockDeviceMapping', `Volume of size ${Ebs.VolumeSize}GB is smaller than snapshot '${before.snapshotId}', expect size >= ${before.sizeGiB}GB`);
    return {
        deviceName,
        snapshotId: Ebs.SnapshotId ?? before?.snapshotId,
        sizeGiB,
        type: Ebs.VolumeType ?? before?.type,
        iops: Ebs.Iops ?? (Ebs.VolumeType ? undefined : before?.iops),
        throughput: Ebs.Throughput ?? (Ebs.VolumeType ? undefined : before?.throughput),
        encrypted: Ebs.Encrypted ?? (Ebs.KmsKeyId ? true : before?.encrypted),
        kmsKeyId: Ebs.KmsKeyId ?? before?.kmsKeyId,
        deleteOnTermination: Ebs.DeleteOnTermination ?? before?.deleteOnTermination,
    };
}
function volumeSettings(mapping, snapshotGiB) {
    const sizeGiB = mapping.sizeGiB ?? snapshotGiB;
    if (sizeGiB === undefined || sizeGiB < 1)
        throw new Ec2Error('MissingParameter', `The request must contain the parameter size or snapshotId`);
    if (snapshotGiB !== undefined && sizeGiB < snapshotGiB)
        throw new Ec2Error('InvalidBlockDeviceMapping', `Volume of size ${sizeGiB}GB is smaller than snapshot '${mapping.snapshotId}', expect size >= ${snapshotGiB}GB`);
    const type = mapping.type ?? 'gp2';
    const provisioned = type === 'io1' || type === 'io2';
    if (provisioned && mapping.iops === undefined)
        throw new Ec2Error('MissingParameter', `The request must contain the parameter iops for a volume of type ${type}`);
    if (mapping.throughput !== undefined && type !== 'gp3')
        throw new Ec2Error('InvalidParameterCombination', `The parameter throughput is not supported for ${type} volumes.`);
    if (mapping.iops !== undefined && !provisioned && type !== 'gp3' && type !== 'gp2')
        throw new Ec2Error('InvalidParameterCombination', `The parameter iops is not supported for ${type} volumes.`);
    const usualIops = type === 'gp3' ? 3000 : type === 'gp2' ? Math.min(16000, Math.max(100, 3 * sizeGiB)) : undefined;
    return {
        sizeGiB,
        type,
        iops: type === 'gp2' ? usualIops : (mapping.iops ?? usualIops),
        throughput: type === 'gp3' ? (mapping.throughput ?? 125) : undefined,
        encrypted: mapping.encrypted ?? false,
        kmsKeyId: mapping.encrypted ? mapping.kmsKeyId : undefined,
    };
}
const mappingView = (mapping) => mapping.virtualName
    ? { deviceName: mapping.deviceName, virtualName: mapping.virtualName }
    : {
        deviceName: mapping.deviceName,
        ebs: {
            deleteOnTermination: mapping.deleteOnTermination ?? false,
            iops: mapping.type === 'gp2' ? undefined : mapping.iops,
            snapshotId: mapping.snapshotId,
            volumeSize: mapping.sizeGiB,
            volumeType: mapping.type,
            kmsKeyId: mapping.kmsKeyId,
            throughput: mapping.throughput,
            encrypted: mapping.encrypted ?? false,
        },
    };

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/create-image.js










const createImage = action({
    InstanceId: required(shape_text),
    Name: required(shape_text),
    Description: shape_text,
    NoReboot: flag,
    BlockDeviceMapping: blockDevices,
    TagSpecification: tagSpecifications,
    ...ignoring('SnapshotLocation'),
}, (call, input) => {
    const { cloud, region } = call;
    const instance = region.instances.get(input.InstanceId);
    checkName(region, input.Name);
    if (!is(instance, 'running', 'stopped', 'stopping'))
        throw new Ec2Error('InvalidParameterValue', `Instance is not in state 'running' or 'stopped'.`);
    const tags = tagsAtCreation(input.TagSpecification, 'image', 'snapshot');
    const origin = cloud.usableImages(region).find(image => image.id === instance.imageId);
    const id = newId('ami');
    const taken = overlay(mappingsOf(region, instance), input.BlockDeviceMapping);
    const captures = new Map();
    const mappings = taken.map(mapping => {
        const volume = region.volumes.find(instance.volumes.find(({ deviceName }) => deviceName === mapping.deviceName)?.volumeId);
        if (!volume)
            return mapping;
        const snapshot = addSnapshot(region, volume, `Created by CreateImage(${instance.id}) for ${id}`, tags('snapshot'));
        captures.set(volume.id, snapshot);
        return { ...mapping, snapshotId: snapshot.id };
    });
    const image = addImage(region, {
        ...(origin ? inherited(origin) : ownSettings(instance)),
        id,
        name: input.Name,
        description: input.Description ?? '',
        mappings,
    }, tags('image'), {
        sourceInstanceId: instance.id,
        sourceImageId: instance.imageId,
        sourceImageRegion: region.name,
    });
    const capture = () => captureAll(call, image, captures);
    if (input.NoReboot || is(instance, 'stopped'))
        cloud.run(`image ${id}`, capture);
    else
        cloud.machines.whileOff(region, instance, capture);
    return { imageId: id };
});
const ownSettings = (instance) => ({
    architecture: instanceType(instance.type)?.architecture ?? 'x86_64',
    rootDeviceName: instance.rootDeviceName,
    enaSupport: instance.enaSupport,
    sriovNetSupport: instance.sriovNetSupport,
});
const mappingsOf = (region, instance) => instance.volumes.map(({ deviceName, volumeId, deleteOnTermination }) => {
    const { sizeGiB, type, iops, throughput, encrypted, kmsKeyId } = region.volumes.get(volumeId);
    return { deviceName, sizeGiB, type, iops, throughput, encrypted, kmsKeyId, deleteOnTermination };
});
async function captureAll({ cloud, region }, image, captures) {
    await Promise.all([...captures].map(([volumeId, snapshot]) => cloud.contents.take(region, volumeId, snapshot)));
    cloud.run(`image ${image.id}`, () => finish(cloud, image, [...captures.values()], 'image'));
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/parameters/unused-fields.js

const unusedOperator = { Operator: unused(structure({ Principal: shape_text })) };
const accelerators = { ElasticInferenceAccelerator: unused(list(structure({ Type: required(shape_text), Count: integer }))) };
const secondaryInterface = structure({
    DeleteOnTermination: flag,
    DeviceIndex: integer,
    PrivateIpAddress: list(structure({ PrivateIpAddress: shape_text })),
    PrivateIpAddressCount: integer,
    SecondarySubnetId: shape_text,
    InterfaceType: shape_text,
    NetworkCardIndex: integer,
});
const unusedOfLaunch = {
    ...unusedOperator,
    KernelId: unused(shape_text),
    RamdiskId: unused(shape_text),
    ElasticGpuSpecification: unused(list(structure({ Type: required(shape_text) }))),
    CpuOptions: unused(structure({ CoreCount: integer, ThreadsPerCore: integer, AmdSevSnp: shape_text, NestedVirtualization: shape_text })),
    CapacityReservationSpecification: unused(structure({
        CapacityReservationPreference: shape_text,
        CapacityReservationTarget: structure({ CapacityReservationId: shape_text, CapacityReservationResourceGroupArn: shape_text }),
    })),
    HibernationOptions: unused(structure({ Configured: flag })),
    LicenseSpecification: unused(list(structure({ LicenseConfigurationArn: shape_text }))),
    EnclaveOptions: unused(structure({ Enabled: flag })),
    PrivateDnsNameOptions: unused(structure({ HostnameType: shape_text, EnableResourceNameDnsARecord: flag, EnableResourceNameDnsAAAARecord: flag })),
    MaintenanceOptions: unused(structure({ AutoRecovery: shape_text })),
    NetworkPerformanceOptions: unused(structure({ BandwidthWeighting: shape_text })),
};
const unusedOfRun = {
    ...accelerators,
    Ipv6AddressCount: unused(integer),
    Ipv6Address: unused(list(structure({ Ipv6Address: shape_text, IsPrimaryIpv6: flag }))),
    PrivateIpAddress: unused(shape_text),
    AdditionalInfo: unused(shape_text),
    EnablePrimaryIpv6: unused(flag),
    SecondaryInterface: unused(list(secondaryInterface)),
};
const unusedOfSpot = unused(structure({
    MaxPrice: shape_text,
    SpotInstanceType: shape_text,
    BlockDurationMinutes: integer,
    ValidUntil: time,
    InstanceInterruptionBehavior: shape_text,
}));
const unusedOfInterface = {
    Ipv6AddressCount: unused(integer),
    Ipv6Addresses: unused(list(structure({ Ipv6Address: shape_text, IsPrimaryIpv6: flag }))),
    PrivateIpAddress: unused(shape_text),
    PrivateIpAddresses: unused(list(structure({ Primary: flag, PrivateIpAddress: shape_text }))),
    SecondaryPrivateIpAddressCount: unused(integer),
    AssociateCarrierIpAddress: unused(flag),
    InterfaceType: unused(shape_text),
    NetworkCardIndex: unused(integer),
    Ipv4Prefix: unused(list(structure({ Ipv4Prefix: shape_text }))),
    Ipv4PrefixCount: unused(integer),
    Ipv6Prefix: unused(list(structure({ Ipv6Prefix: shape_text }))),
    Ipv6PrefixCount: unused(integer),
    PrimaryIpv6: unused(flag),
    EnaSrdSpecification: unused(structure({ EnaSrdEnabled: flag, EnaSrdUdpSpecification: structure({ EnaSrdUdpEnabled: flag }) })),
    ConnectionTrackingSpecification: unused(structure({ TcpEstablishedTimeout: integer, UdpStreamTimeout: integer, UdpTimeout: integer })),
    EnaQueueCount: unused(integer),
};
const instanceRequirements = (() => {
    const whole = structure({ Min: integer, Max: integer });
    const part = structure({ Min: shape_text, Max: shape_text });
    const demanded = required(structure({ Min: required(integer), Max: integer }));
    return unused(structure({
        VCpuCount: demanded,
        MemoryMiB: demanded,
        CpuManufacturer: list(shape_text),
        MemoryGiBPerVCpu: part,
        ExcludedInstanceType: list(shape_text),
        AllowedInstanceType: list(shape_text),
        InstanceGeneration: list(shape_text),
        SpotMaxPricePercentageOverLowestPrice: integer,
        OnDemandMaxPricePercentageOverLowestPrice: integer,
        MaxSpotPriceAsPercentageOfOptimalOnDemandPrice: integer,
        BareMetal: shape_text,
        BurstablePerformance: shape_text,
        RequireHibernateSupport: flag,
        RequireEncryptionInTransit: flag,
        NetworkInterfaceCount: whole,
        LocalStorage: shape_text,
        LocalStorageType: list(shape_text),
        TotalLocalStorageGB: part,
        BaselineEbsBandwidthMbps: whole,
        AcceleratorType: list(shape_text),
        AcceleratorCount: whole,
        AcceleratorManufacturer: list(shape_text),
        AcceleratorName: list(shape_text),
        AcceleratorTotalMemoryMiB: whole,
        NetworkBandwidthGbps: part,
        BaselinePerformanceFactors: structure({ Cpu: structure({ Reference: list(structure({ InstanceFamily: shape_text })) }) }),
    }));
})();
const unusedOfTemplate = {
    ...accelerators,
    RamDiskId: unused(shape_text),
    InstanceRequirements: instanceRequirements,
    SecondaryInterface: unused(list(secondaryInterface)),
};
const unusedOfFleet = (() => {
    const common = { AllocationStrategy: shape_text, SingleInstanceType: flag, SingleAvailabilityZone: flag, MaxTotalPrice: shape_text };
    const rebalance = structure({ ReplacementStrategy: shape_text, TerminationDelay: integer });
    return {
        SpotOptions: unused(structure({
            ...common,
            MaintenanceStrategies: structure({ CapacityRebalance: rebalance }),
            InstanceInterruptionBehavior: shape_text,
            InstancePoolsToUseCount: integer,
            MinTargetCapacity: integer,
        })),
        OnDemandOptions: unused(structure({
            ...common,
            CapacityReservationOptions: structure({ UsageStrategy: shape_text }),
            MinTargetCapacity: integer,
        })),
        ReservedCapacityOptions: unused(structure({ ReservationType: list(shape_text) })),
        ExcessCapacityTerminationPolicy: unused(shape_text),
        TerminateInstancesWithExpiration: unused(flag),
        ValidFrom: unused(time),
        ValidUntil: unused(time),
        ReplaceUnhealthyInstances: unused(flag),
        Context: unused(shape_text),
    };
})();

;// CONCATENATED MODULE: ./build/sandbox/ec2/parameters/launch-fields.js




const onOff = oneOf('enabled', 'disabled');
const metadataOptions = {
    HttpTokens: oneOf('optional', 'required'),
    HttpPutResponseHopLimit: integer,
    HttpEndpoint: onOff,
    HttpProtocolIpv6: onOff,
    InstanceMetadataTags: onOff,
};
const networkInterface = structure({
    AssociatePublicIpAddress: flag,
    DeleteOnTermination: flag,
    Description: shape_text,
    DeviceIndex: integer,
    SecurityGroupId: list(shape_text),
    NetworkInterfaceId: shape_text,
    SubnetId: shape_text,
    ...unusedOfInterface,
});
const placementFields = {
    AvailabilityZone: shape_text,
    Tenancy: oneOf('default', 'dedicated', 'host'),
    ...ignoring('AvailabilityZoneId', 'Affinity', 'GroupName', 'HostId', 'SpreadDomain', 'HostResourceGroupArn', 'GroupId'),
    PartitionNumber: unused(integer),
};
const launchFields = {
    BlockDeviceMapping: blockDevices,
    ImageId: shape_text,
    InstanceType: shape_text,
    KeyName: shape_text,
    Monitoring: structure({ Enabled: flag }),
    Placement: structure(placementFields),
    SecurityGroupId: list(shape_text),
    SecurityGroup: list(shape_text),
    UserData: shape_text,
    TagSpecification: tagSpecifications,
    InstanceMarketOptions: structure({ MarketType: shape_text, SpotOptions: unusedOfSpot }),
    CreditSpecification: structure({ CpuCredits: shape_text }),
    MetadataOptions: structure(metadataOptions),
    DisableApiStop: flag,
    DisableApiTermination: flag,
    InstanceInitiatedShutdownBehavior: oneOf('stop', 'terminate'),
    NetworkInterface: list(networkInterface),
    IamInstanceProfile: structure({ Arn: shape_text, Name: shape_text }),
    EbsOptimized: flag,
    ...unusedOfLaunch,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/launch-templates.js










const templateFields = {
    ...launchFields,
    ...unusedOfTemplate,
};
const createLaunchTemplate = action({
    LaunchTemplateName: required(shape_text),
    LaunchTemplateData: required(structure(templateFields)),
    VersionDescription: shape_text,
    ClientToken: shape_text,
    TagSpecification: tagSpecifications,
    ...unusedOperator,
}, async (call, input) => {
    const { region } = call;
    const id = await once(call, input.ClientToken, async () => {
        const name = input.LaunchTemplateName;
        if (!/^[\w().\-/]{3,128}$/.test(name))
            throw new Ec2Error('InvalidLaunchTemplateName.MalformedException', `The launch template name '${name}' is not valid.`);
        if (region.launchTemplates.all().some(other => other.name === name))
            throw new Ec2Error('InvalidLaunchTemplateName.AlreadyExistsException', `Launch template name already in use.`);
        const createTime = new Date().toISOString();
        return region.launchTemplates.add({
            id: newId('lt'),
            name,
            createTime,
            defaultVersion: 1,
            versions: [{ description: input.VersionDescription, data: input.LaunchTemplateData, createTime }],
            tags: tagsAtCreation(input.TagSpecification, 'launch-template')('launch-template'),
        }).id;
    });
    return { launchTemplate: view(region.launchTemplates.get(id)) };
});
const describeLaunchTemplates = action({
    LaunchTemplateId: list(shape_text),
    LaunchTemplateName: list(shape_text),
    Filter: filters,
    IncludeManagedResources: unused(flag),
    ...paging,
}, ({ region }, input) => {
    const named = input.LaunchTemplateName.map(name => findTemplate(region, { LaunchTemplateName: name }));
    const all = input.LaunchTemplateId.length > 0 || named.length === 0 ? region.launchTemplates.select(input.LaunchTemplateId) : [];
    const chosen = applyFilters([...new Set([...named, ...all])], input.Filter, {
        'launch-template-name': template => template.name,
        'create-time': template => template.createTime,
    });
    const { records, nextToken } = page(chosen, template => template.id, input, 1);
    return { nextToken, launchTemplates: records.map(view) };
});
const deleteLaunchTemplate = action({ LaunchTemplateId: shape_text, LaunchTemplateName: shape_text }, ({ region }, input) => {
    const template = findTemplate(region, input);
    region.launchTemplates.delete(template.id);
    return { launchTemplate: view(template) };
});
function findTemplate(region, { LaunchTemplateId: id, LaunchTemplateName: name }) {
    if (id)
        return region.launchTemplates.get(id);
    if (!name)
        throw new Ec2Error('MissingParameter', 'You must specify a launch template ID or a launch template name.');
    const template = region.launchTemplates.all().find(one => one.name === name);
    if (!template)
        throw new Ec2Error('InvalidLaunchTemplateName.NotFoundException', `The specified launch template, with template name ${name}, does not exist.`);
    return template;
}
function withLaunchTemplate(region, request, reference) {
    const template = findTemplate(region, reference);
    const { Version: asked = '$Default' } = reference;
    const number = asked === '$Default' ? template.defaultVersion : asked === '$Latest' ? template.versions.length : Number(asked);
    const version = template.versions[number - 1];
    if (!version)
        throw new Ec2Error('InvalidLaunchTemplateId.VersionNotFound', `Could not find the specified version ${asked} for the launch template with ID ${template.id}.`);
    const data = version.data;
    const kept = Object.entries(request).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
    return { ...request, ...data, ...Object.fromEntries(kept) };
}
const view = (template) => ({
    launchTemplateId: template.id,
    launchTemplateName: template.name,
    createTime: new Date(template.createTime),
    createdBy: `arn:aws:iam::${accountId}:user/sandbox`,
    defaultVersionNumber: template.defaultVersion,
    latestVersionNumber: template.versions.length,
    tagSet: tagSet(template.tags),
});
const launchTemplates = {
    CreateLaunchTemplate: createLaunchTemplate,
    DescribeLaunchTemplates: describeLaunchTemplates,
    DeleteLaunchTemplate: deleteLaunchTemplate,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/fast-launch.js







const RESOURCE = 'snapshot';
function own({ cloud, region }, id) {
    const image = cloud.image(region, id);
    if (image.ownerId !== accountId)
        throw new Ec2Error('AuthFailure', `Not authorized for image:${id}`, 403);
    return image;
}
const enableFastLaunch = action({
    ImageId: required(shape_text),
    ResourceType: shape_text,
    SnapshotConfiguration: structure({ TargetResourceCount: integer }),
    LaunchTemplate: structure({ LaunchTemplateId: shape_text, LaunchTemplateName: shape_text, Version: shape_text }),
    MaxParallelLaunches: integer,
}, (call, input) => {
    const image = own(call, input.ImageId);
    if (image.platform !== 'windows')
        throw new Ec2Error('InvalidParameterValue', `Fast launch is for images of Windows only, and ${image.id} is none`);
    if (image.state !== 'available')
        throw new Ec2Error('InvalidAMIID.Unavailable', `The image ${image.id} is ${image.state}`);
    const parallel = input.MaxParallelLaunches ?? 6;
    if (parallel < 6)
        throw invalidValue('MaxParallelLaunches', String(parallel), 'It is 6 at least.');
    const state = {
        state: 'enabling',
        reason: 'Client.UserInitiated',
        since: new Date().toISOString(),
        maxParallelLaunches: parallel,
        targetResourceCount: input.SnapshotConfiguration?.TargetResourceCount ?? 5,
        launchTemplate: templateOf(call, input.LaunchTemplate),
    };
    image.fastLaunch = state;
    call.cloud.run(`fast launch of ${image.id}`, async () => {
        const [after, reason] = await call.cloud.pace('fast-launch').then(() => ['enabled', 'Client.UserInitiated'], (error) => ['enabling-failed', error.message]);
        if (image.fastLaunch === state && state.state === 'enabling')
            Object.assign(state, { state: after, reason, since: new Date().toISOString() });
    });
    return fast_launch_view(image, state);
});
function templateOf({ region }, given) {
    if (!given)
        return undefined;
    const { LaunchTemplateId: id, LaunchTemplateName: name, Version: version } = given;
    if (!version)
        throw new Ec2Error('MissingParameter', 'The request must contain the parameter LaunchTemplate.Version');
    const template = findTemplate(region, given);
    if (!/^\d+$/.test(version) || Number(version) < 1 || Number(version) > template.versions.length)
        throw new Ec2Error('InvalidLaunchTemplateId.VersionNotFound', `Could not find the specified version ${version} for the launch template`);
    return { id, name, version };
}
const disableFastLaunch = action({ ImageId: required(shape_text), Force: flag }, (call, input) => {
    const image = own(call, input.ImageId);
    const state = image.fastLaunch;
    if (!state)
        throw new Ec2Error('InvalidRequest', `Fast launch is not enabled for ${image.id}`);
    image.fastLaunch = undefined;
    return fast_launch_view(image, { ...state, state: 'disabling' });
});
const describeFastLaunchImages = action({ ImageId: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const all = region.images.all().filter(image => image.fastLaunch);
    const chosen = applyFilters(all.filter(image => input.ImageId.length === 0 || input.ImageId.includes(image.id)), input.Filter, { 'resource-type': () => RESOURCE, 'owner-id': () => accountId, state: (image) => image.fastLaunch?.state });
    const { records, nextToken } = page(chosen, image => image.id, input);
    return { nextToken, fastLaunchImageSet: records.map(image => fast_launch_view(image, image.fastLaunch)) };
});
const fast_launch_view = ({ id }, { launchTemplate, ...state }) => ({
    imageId: id,
    resourceType: RESOURCE,
    snapshotConfiguration: { targetResourceCount: state.targetResourceCount },
    launchTemplate: launchTemplate && {
        launchTemplateId: launchTemplate.id,
        launchTemplateName: launchTemplate.name,
        version: launchTemplate.version,
    },
    maxParallelLaunches: state.maxParallelLaunches,
    ownerId: accountId,
    state: state.state,
    stateTransitionReason: state.reason,
    stateTransitionTime: state.since,
});
const fastLaunch = {
    EnableFastLaunch: enableFastLaunch,
    DisableFastLaunch: disableFastLaunch,
    DescribeFastLaunchImages: describeFastLaunchImages,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/image-attributes.js





function image_attributes_own({ cloud, region }, id) {
    const image = cloud.image(region, id);
    if (image.ownerId !== accountId)
        throw new Ec2Error('AuthFailure', `Not authorized for image:${id}`, 403);
    return image;
}
const readers = {
    description: image => ({ description: { value: image.description } }),
    kernel: () => ({ kernel: {} }),
    ramdisk: () => ({ ramdisk: {} }),
    launchPermission: image => ({ launchPermission: image.permissions.map(permission => ({ ...permission })) }),
    productCodes: image => ({ productCodes: image.productCodes.map(productCode => ({ productCode, type: 'marketplace' })) }),
    blockDeviceMapping: image => ({ blockDeviceMapping: image.mappings.map(mappingView) }),
    sriovNetSupport: image => ({ sriovNetSupport: { value: image.sriovNetSupport } }),
    bootMode: image => ({ bootMode: { value: image.bootMode } }),
    tpmSupport: image => ({ tpmSupport: { value: image.tpmSupport } }),
    uefiData: image => ({ uefiData: { value: image.uefiData } }),
    lastLaunchedTime: image => ({ lastLaunchedTime: { value: image.lastLaunchedTime } }),
    imdsSupport: image => ({ imdsSupport: { value: image.imdsSupport } }),
    deregistrationProtection: image => ({ deregistrationProtection: { value: image.deregistrationProtection ?? 'disabled' } }),
};
const describeImageAttribute = action({ ImageId: required(shape_text), Attribute: required(shape_text) }, (call, input) => {
    const image = image_attributes_own(call, input.ImageId);
    const read = Object.hasOwn(readers, input.Attribute) ? readers[input.Attribute] : undefined;
    if (!read)
        throw invalidValue('attribute', input.Attribute, 'Unknown attribute.');
    return { imageId: image.id, ...read(image) };
});
const permissionItems = list(structure({ UserId: shape_text, Group: oneOf('all'), OrganizationArn: shape_text, OrganizationalUnitArn: shape_text }));
const value = structure({ Value: anyText });
const modifyImageAttribute = action({
    ImageId: required(shape_text),
    Attribute: shape_text,
    Value: anyText,
    Description: value,
    ImdsSupport: value,
    LaunchPermission: structure({ Add: permissionItems, Remove: permissionItems }),
    OperationType: oneOf('add', 'remove'),
    UserId: list(shape_text),
    UserGroup: list(shape_text),
    OrganizationArn: list(shape_text),
    OrganizationalUnitArn: list(shape_text),
    ProductCode: list(shape_text),
}, (call, input) => {
    const image = image_attributes_own(call, input.ImageId);
    const description = input.Description?.Value ?? (input.Attribute === 'description' ? input.Value : undefined);
    const imds = input.ImdsSupport?.Value ?? (input.Attribute === 'imdsSupport' ? input.Value : undefined);
    if (imds !== undefined && imds !== 'v2.0')
        throw invalidValue('imdsSupport', imds);
    const flat = [
        ...input.UserId.map(userId => ({ userId })),
        ...input.UserGroup.map(group => ({ group })),
        ...input.OrganizationArn.map(organizationArn => ({ organizationArn })),
        ...input.OrganizationalUnitArn.map(organizationalUnitArn => ({ organizationalUnitArn })),
    ];
    const add = [...(input.LaunchPermission?.Add ?? []).map(plain), ...(input.OperationType === 'add' ? flat : [])];
    const remove = [...(input.LaunchPermission?.Remove ?? []).map(plain), ...(input.OperationType === 'remove' ? flat : [])];
    const touched = [add, remove, input.ProductCode].some(given => given.length > 0);
    if (description === undefined && imds === undefined && !touched)
        throw new Ec2Error('InvalidParameterCombination', 'No attributes specified.');
    for (const permission of [...add, ...remove])
        checkPermission(permission);
    checkShareable(image, add);
    if (description !== undefined)
        image.description = description;
    if (imds !== undefined)
        image.imdsSupport = imds;
    const changed = new Set([...add, ...remove].map(keyOf));
    image.permissions = [...image.permissions.filter(one => !changed.has(keyOf(one))), ...add];
    image.productCodes = [...new Set([...image.productCodes, ...input.ProductCode])];
    return { return: true };
});
const plain = (one) => ({
    userId: one.UserId,
    group: one.Group,
    organizationArn: one.OrganizationArn,
    organizationalUnitArn: one.OrganizationalUnitArn,
});
const keyOf = ({ userId, group, organizationArn, organizationalUnitArn }) => userId ?? group ?? organizationArn ?? organizationalUnitArn;
function checkPermission({ userId, group }) {
    if (userId !== undefined && !/^\d{12}$/.test(userId))
        throw new Ec2Error('InvalidAMIAttributeItemValue', `Invalid attribute item value "${userId}" for userId item type.`);
    if (group !== undefined && group !== 'all')
        throw new Ec2Error('InvalidAMIAttributeItemValue', `Invalid attribute item value "${group}" for group item type.`);
}
function checkShareable(image, add) {
    const encrypted = image.mappings.filter(mapping => mapping.encrypted);
    if (add.length > 0 && encrypted.some(({ kmsKeyId }) => kmsKeyId === undefined))
        throw new Ec2Error('InvalidParameter', "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.");
    if (encrypted.length > 0 && add.some(({ group }) => group === 'all'))
        throw new Ec2Error('InvalidParameter', 'Images with encrypted snapshots cannot be made public.');
}
const resetImageAttribute = action({ ImageId: required(shape_text), Attribute: required(shape_text) }, (call, input) => {
    if (input.Attribute !== 'launchPermission')
        throw invalidValue('attribute', input.Attribute);
    image_attributes_own(call, input.ImageId).permissions = [];
    return { return: true };
});
const tenYears = 10 * 366 * 24 * 60 * 60 * 1000;
const enableImageDeprecation = action({ ImageId: required(shape_text), DeprecateAt: required(time) }, (call, input) => {
    const at = Math.round(input.DeprecateAt.getTime() / 60_000) * 60_000;
    if (at < Date.now() - 60_000)
        throw new Ec2Error('InvalidParameterValue', 'DeprecateAt must be in the future');
    if (at > Date.now() + tenYears)
        throw new Ec2Error('InvalidParameterValue', 'DeprecateAt must be within ten years from now');
    image_attributes_own(call, input.ImageId).deprecationTime = new Date(at).toISOString();
    return { return: true };
});
const disableImageDeprecation = action({ ImageId: required(shape_text) }, (call, input) => {
    image_attributes_own(call, input.ImageId).deprecationTime = undefined;
    return { return: true };
});
const enableProtection = action({ ImageId: required(shape_text), WithCooldown: flag }, (call, input) => {
    const state = input.WithCooldown ? 'enabled-with-cooldown' : 'enabled';
    image_attributes_own(call, input.ImageId).deregistrationProtection = state;
    return { return: state };
});
const disableProtection = action({ ImageId: required(shape_text) }, (call, input) => {
    image_attributes_own(call, input.ImageId).deregistrationProtection = 'disabled';
    return { return: 'disabled' };
});
const switchImage = (state) => action({ ImageId: required(shape_text) }, (call, input) => {
    const image = image_attributes_own(call, input.ImageId);
    if (image.state !== 'available' && image.state !== 'disabled')
        throw new Ec2Error('IncorrectState', `The image ${image.id} is in state ${image.state}`);
    image.state = state;
    return { return: true };
});
const imageAttributes = {
    DescribeImageAttribute: describeImageAttribute,
    ModifyImageAttribute: modifyImageAttribute,
    ResetImageAttribute: resetImageAttribute,
    EnableImageDeprecation: enableImageDeprecation,
    DisableImageDeprecation: disableImageDeprecation,
    EnableImageDeregistrationProtection: enableProtection,
    DisableImageDeregistrationProtection: disableProtection,
    EnableImage: switchImage('available'),
    DisableImage: switchImage('disabled'),
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/images.js







const describeImages = action({
    ImageId: list(shape_text),
    Owner: list(shape_text),
    ExecutableBy: list(shape_text),
    IncludeDeprecated: flag,
    IncludeDisabled: flag,
    Filter: filters,
    ...paging,
}, ({ cloud, region }, input) => {
    const all = cloud.usableImages(region);
    const named = input.ImageId.map(id => cloud.image(region, id));
    const visible = input.ImageId.length > 0 ? [...new Set(named)] : all;
    const seen = visible
        .filter(image => input.Owner.length === 0 || input.Owner.some(owner => owns(owner, image)))
        .filter(image => input.ExecutableBy.length === 0 || input.ExecutableBy.some(who => mayRun(who, image)))
        .filter(image => input.IncludeDeprecated || image.ownerId === accountId || !isDeprecated(image))
        .filter(image => input.IncludeDisabled || image.state !== 'disabled');
    const chosen = applyFilters(seen, input.Filter, imageFilters);
    const { records, nextToken } = page(chosen, image => image.id, input);
    return { nextToken, imagesSet: records.map(imageView) };
});
const owns = (owner, image) => (owner === 'self' ? accountId : owner) === image.ownerId;
const mayRun = (who, image) => image.permissions.some(({ group, userId }) => (who === 'all' ? group === 'all' : userId === (who === 'self' ? accountId : who)));
const isDeprecated = (image) => image.deprecationTime !== undefined && Date.parse(image.deprecationTime) <= Date.now();
const isPublic = (image) => image.permissions.some(({ group }) => group === 'all');
const images_location = (image) => `${image.ownerId}/${image.name}`;
const imageFilters = {
    'image-id': (image) => image.id,
    name: (image) => image.name,
    description: (image) => image.description,
    architecture: (image) => image.architecture,
    'block-device-mapping.delete-on-termination': (image) => image.mappings.map(one => one.deleteOnTermination),
    'block-device-mapping.device-name': (image) => image.mappings.map(one => one.deviceName),
    'block-device-mapping.snapshot-id': (image) => image.mappings.map(one => one.snapshotId),
    'block-device-mapping.volume-size': (image) => image.mappings.map(one => one.sizeGiB),
    'block-device-mapping.volume-type': (image) => image.mappings.map(one => one.type),
    'block-device-mapping.encrypted': (image) => image.mappings.map(one => one.encrypted ?? false),
    'boot-mode': (image) => image.bootMode,
    'creation-date': (image) => image.creationDate,
    'ena-support': (image) => image.enaSupport,
    'free-tier-eligible': () => true,
    hypervisor: () => 'xen',
    'image-allowed': () => true,
    'image-type': () => 'machine',
    'is-public': isPublic,
    'kernel-id': () => undefined,
    'manifest-location': images_location,
    'owner-alias': () => undefined,
    'owner-id': (image) => image.ownerId,
    platform: (image) => image.platform,
    'product-code': (image) => image.productCodes,
    'product-code.type': (image) => image.productCodes.map(() => 'marketplace'),
    'ramdisk-id': () => undefined,
    'root-device-name': (image) => image.rootDeviceName,
    'root-device-type': () => 'ebs',
    'source-image-id': (image) => image.sourceImageId,
    'source-image-region': (image) => image.sourceImageRegion,
    'source-instance-id': (image) => image.sourceInstanceId,
    state: (image) => image.state,
    'state-reason-code': (image) => image.stateReason?.code,
    'state-reason-message': (image) => image.stateReason?.message,
    'sriov-net-support': (image) => image.sriovNetSupport,
    'virtualization-type': () => 'hvm',
};
const imageView = (image) => ({
    imageId: image.id,
    imageLocation: images_location(image),
    imageState: image.state,
    imageOwnerId: image.ownerId,
    creationDate: image.creationDate,
    isPublic: isPublic(image),
    productCodes: image.productCodes.map(productCode => ({ productCode, type: 'marketplace' })),
    architecture: image.architecture,
    imageType: 'machine',
    stateReason: image.stateReason,
    enaSupport: image.enaSupport,
    sriovNetSupport: image.sriovNetSupport,
    name: image.name,
    description: image.description,
    rootDeviceType: 'ebs',
    rootDeviceName: image.rootDeviceName,
    blockDeviceMapping: image.mappings.map(mappingView),
    virtualizationType: 'hvm',
    tagSet: tagSet(image.tags),
    hypervisor: 'xen',
    platform: image.platform,
    platformDetails: image.platform ? 'Windows' : 'Linux/UNIX',
    usageOperation: 'RunInstances',
    bootMode: image.bootMode,
    tpmSupport: image.tpmSupport,
    imdsSupport: image.imdsSupport,
    deprecationTime: image.deprecationTime,
    deregistrationProtection: image.deregistrationProtection,
    sourceInstanceId: image.sourceInstanceId,
    sourceImageId: image.sourceImageId,
    sourceImageRegion: image.sourceImageRegion,
    lastLaunchedTime: image.lastLaunchedTime,
});
const images_images = { DescribeImages: describeImages };

;// CONCATENATED MODULE: ./build/sandbox/ec2/catalog/regions.js
const enabledRegions = 'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'.split(' ');
const optInRegions = 'af-south-1 ap-east-1 ap-south-2 ap-southeast-3 ap-southeast-4 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1'.split(' ');
function zoneId(zone) {
    const [area = '', side = '', place = ''] = zone.split('-');
    const short = side.replace(/^(north|south)?(east|west|central)?$/, (_, a = '', b = '') => `${a.slice(0, 1)}${b.slice(0, 1)}`);
    return `${area}${short}${place.slice(0, -1)}-az${place.charCodeAt(place.length - 1) - 96}`;
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/instance-view.js



const codes = {
    pending: 0,
    running: 16,
    'shutting-down': 32,
    terminated: 48,
    stopping: 64,
    stopped: 80,
};
const stateView = (name) => ({ code: codes[name], name });
const stateCode = (name) => codes[name];
const groupsOf = (region, instance) => (region.networkInterfaces.find(instance.networkInterfaceId)?.groupIds ?? []).map(groupId => ({
    groupId,
    groupName: region.securityGroups.find(groupId)?.name,
}));
const ended = (instance) => instance.state === 'terminated';
const publicAddress = (instance) => instance.publicAddress && (instance.state === 'running' || instance.state === 'pending') ? instance.address : undefined;
const privateAddress = (instance) => (ended(instance) ? undefined : instance.address);
const constants = {
    virtualizationType: 'hvm',
    hypervisor: 'xen',
    cpuOptions: { coreCount: 1, threadsPerCore: 1 },
    capacityReservationSpecification: { capacityReservationPreference: 'open' },
    hibernationOptions: { configured: false },
    enclaveOptions: { enabled: false },
    platformDetails: 'Linux/UNIX',
    usageOperation: 'RunInstances',
    privateDnsNameOptions: {
        hostnameType: 'ip-name',
        enableResourceNameDnsARecord: false,
        enableResourceNameDnsAAAARecord: false,
    },
    maintenanceOptions: { autoRecovery: 'default' },
    currentInstanceBootMode: 'legacy-bios',
};
function instanceView(call, instance) {
    const { region } = call;
    const image = call.cloud.usableImages(region).find(({ id }) => id === instance.imageId);
    const privateIp = privateAddress(instance);
    const publicIp = publicAddress(instance);
    return {
        instanceId: instance.id,
        imageId: instance.imageId,
        instanceState: stateView(instance.state),
        privateDnsName: privateIp ?? '',
        dnsName: publicIp ?? '',
        reason: instance.stateReason?.code.startsWith('Client.') ? `User initiated (${instance.stateSince})` : '',
        keyName: instance.keyName,
        amiLaunchIndex: instance.launchIndex,
        productCodes: [],
        instanceType: instance.type,
        launchTime: new Date(instance.launchTime),
        placement: {
            availabilityZone: instance.zone,
            availabilityZoneId: zoneId(instance.zone),
            groupName: '',
            tenancy: instance.tenancy,
        },
        monitoring: { state: instance.monitoring ? 'enabled' : 'disabled' },
        subnetId: ended(instance) ? undefined : instance.subnetId,
        vpcId: ended(instance) ? undefined : instance.vpcId,
        privateIpAddress: privateIp,
        ipAddress: publicIp,
        sourceDestCheck: ended(instance) ? undefined : instance.sourceDestCheck,
        groupSet: groupsOf(region, instance),
        stateReason: instance.stateReason,
        architecture: image?.architecture ?? 'x86_64',
        rootDeviceType: 'ebs',
        rootDeviceName: instance.rootDeviceName,
        blockDeviceMapping: instance.volumes.map(volume => ({
            deviceName: volume.deviceName,
            ebs: {
                volumeId: volume.volumeId,
                status: instance.state === 'pending' ? 'attaching' : 'attached',
                attachTime: new Date(volume.attachTime),
                deleteOnTermination: volume.deleteOnTermination,
            },
        })),
        clientToken: instance.clientToken ?? '',
        instanceLifecycle: instance.spotRequestId ? 'spot' : undefined,
        spotInstanceRequestId: instance.spotRequestId,
        tagSet: tagSet(instance.tags),
        networkInterfaceSet: interfaces(region, instance, publicIp),
        iamInstanceProfile: instance.iamInstanceProfile,
        ebsOptimized: instance.ebsOptimized,
        enaSupport: instance.enaSupport,
        sriovNetSupport: instance.sriovNetSupport,
        ...constants,
        metadataOptions: { state: instance.state === 'pending' ? 'pending' : 'applied', ...instance.metadata },
        bootMode: image?.bootMode,
        usageOperationUpdateTime: new Date(instance.launchTime),
    };
}
function interfaces(region, instance, publicIp) {
    const record = region.networkInterfaces.find(instance.networkInterfaceId);
    if (!record)
        return [];
    const association = publicIp ? { publicIp, publicDnsName: publicIp, ipOwnerId: 'amazon' } : undefined;
    return [
        {
            networkInterfaceId: record.id,
            subnetId: record.subnetId,
            vpcId: record.vpcId,
            description: record.description,
            ownerId: accountId,
            status: 'in-use',
            macAddress: record.macAddress,
            privateIpAddress: instance.address,
            privateDnsName: instance.address,
            sourceDestCheck: instance.sourceDestCheck,
            groupSet: groupsOf(region, instance),
            attachment: {
                attachmentId: record.attachmentId,
                deviceIndex: 0,
                networkCardIndex: 0,
                status: instance.state === 'pending' ? 'attaching' : 'attached',
                attachTime: new Date(record.attachTime),
                deleteOnTermination: record.deleteOnTermination,
            },
            association,
            privateIpAddressesSet: [
                { privateIpAddress: instance.address, privateDnsName: instance.address, primary: true, association },
            ],
            ipv6AddressesSet: [],
            interfaceType: 'interface',
        },
    ];
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/instance-attributes.js









const instance_attributes_readers = {
    instanceType: instance => ({ instanceType: { value: instance.type } }),
    kernel: () => ({ kernel: {} }),
    ramdisk: () => ({ ramdisk: {} }),
    userData: instance => ({ userData: { value: instance.userData } }),
    disableApiTermination: instance => ({ disableApiTermination: { value: instance.disableApiTermination } }),
    disableApiStop: instance => ({ disableApiStop: { value: instance.disableApiStop } }),
    instanceInitiatedShutdownBehavior: instance => ({ instanceInitiatedShutdownBehavior: { value: instance.shutdownBehavior } }),
    rootDeviceName: instance => ({ rootDeviceName: { value: instance.rootDeviceName } }),
    blockDeviceMapping: (instance, call) => ({ blockDeviceMapping: instanceView(call, instance).blockDeviceMapping }),
    productCodes: () => ({ productCodes: [] }),
    sourceDestCheck: instance => ({ sourceDestCheck: { value: instance.sourceDestCheck } }),
    groupSet: (instance, { region }) => ({ groupSet: groupsOf(region, instance) }),
    ebsOptimized: instance => ({ ebsOptimized: { value: instance.ebsOptimized } }),
    sriovNetSupport: instance => ({ sriovNetSupport: { value: instance.sriovNetSupport } }),
    enaSupport: instance => ({ enaSupport: { value: instance.enaSupport } }),
    enclaveOptions: () => ({ enclaveOptions: { enabled: false } }),
};
const describeInstanceAttribute = action({ InstanceId: required(shape_text), Attribute: required(shape_text) }, (call, input) => {
    const instance = call.region.instances.get(input.InstanceId);
    const read = Object.hasOwn(instance_attributes_readers, input.Attribute) ? instance_attributes_readers[input.Attribute] : undefined;
    if (!read)
        throw invalidValue('attribute', input.Attribute, 'Unknown attribute.');
    return { instanceId: instance.id, ...read(instance, call) };
});
const truth = (value) => {
    if (!/^(true|false)$/i.test(value))
        throw invalidValue('value', value, 'Expected true or false.');
    return value.toLowerCase() === 'true';
};
const whileStopped = (change) => (instance, value) => {
    if (!is(instance, 'stopped'))
        throw new Ec2Error('IncorrectInstanceState', `The instance '${instance.id}' is not in the 'stopped' state.`);
    change(instance, value);
};
const writers = {
    instanceType: whileStopped((instance, value) => {
        if (!instanceType(value))
            throw new Ec2Error('InvalidParameterValue', `Invalid value '${value}' for InstanceType.`);
        instance.type = value;
    }),
    userData: whileStopped((instance, value) => {
        instance.userData = value || undefined;
    }),
    enaSupport: whileStopped((instance, value) => {
        instance.enaSupport = truth(value);
    }),
    sriovNetSupport: whileStopped((instance, value) => {
        if (value !== 'simple')
            throw invalidValue('sriovNetSupport', value);
        instance.sriovNetSupport = value;
    }),
    ebsOptimized: whileStopped((instance, value) => {
        instance.ebsOptimized = truth(value);
    }),
    disableApiTermination: (instance, value) => {
        instance.disableApiTermination = truth(value);
    },
    disableApiStop: (instance, value) => {
        instance.disableApiStop = truth(value);
    },
    sourceDestCheck: (instance, value) => {
        instance.sourceDestCheck = truth(value);
    },
    instanceInitiatedShutdownBehavior: (instance, value) => {
        if (value !== 'stop' && value !== 'terminate')
            throw invalidValue('instanceInitiatedShutdownBehavior', value);
        instance.shutdownBehavior = value;
    },
};
const instance_attributes_value = structure({ Value: anyText });
const modifyInstanceAttribute = action({
    InstanceId: required(shape_text),
    Attribute: shape_text,
    Value: anyText,
    InstanceType: instance_attributes_value,
    UserData: instance_attributes_value,
    EnaSupport: instance_attributes_value,
    SriovNetSupport: instance_attributes_value,
    EbsOptimized: instance_attributes_value,
    DisableApiTermination: instance_attributes_value,
    DisableApiStop: instance_attributes_value,
    SourceDestCheck: instance_attributes_value,
    InstanceInitiatedShutdownBehavior: instance_attributes_value,
    Kernel: unused(instance_attributes_value),
    Ramdisk: unused(instance_attributes_value),
    GroupId: list(shape_text),
    BlockDeviceMapping: list(structure({
        DeviceName: required(shape_text),
        Ebs: structure({ VolumeId: shape_text, DeleteOnTermination: flag }),
        ...ignoring('VirtualName', 'NoDevice'),
    })),
}, async ({ cloud, region }, input) => {
    const instance = region.instances.get(input.InstanceId);
    const { Attribute, Value, InstanceId: _id, GroupId: groupIds, BlockDeviceMapping: devices, ...structured } = input;
    const named = Object.entries(structured).flatMap(([name, given]) => given?.Value === undefined ? [] : [[name[0].toLowerCase() + name.slice(1), given.Value]]);
    const changes = Attribute === undefined || Value === undefined ? named : [...named, [Attribute, Value]];
    if (changes.length === 0 && groupIds.length === 0 && devices.length === 0)
        throw new Ec2Error('InvalidParameterCombination', 'No attributes specified.');
    if (changes.length > 1)
        throw new Ec2Error('InvalidParameterCombination', 'Fields for multiple attribute types specified');
    for (const [name, wanted] of changes) {
        const write = Object.hasOwn(writers, name) ? writers[name] : undefined;
        if (!write)
            throw invalidValue('attribute', name, 'It cannot be modified here.');
        write(instance, wanted);
    }
    for (const { DeviceName, Ebs } of devices) {
        const volume = instance.volumes.find(({ deviceName }) => deviceName === DeviceName);
        if (!volume)
            throw new Ec2Error('InvalidInstanceAttributeValue', `No device is currently mapped at ${DeviceName}`);
        if (Ebs?.DeleteOnTermination !== undefined)
            volume.deleteOnTermination = Ebs.DeleteOnTermination;
    }
    if (groupIds.length > 0) {
        region.networkInterfaces.get(instance.networkInterfaceId).groupIds = groupIds.map(id => region.securityGroups.get(id).id);
        await cloud.machines.refreshPorts(region);
    }
    return { return: true };
});
const modifyInstanceMetadataOptions = action({ InstanceId: required(shape_text), ...metadataOptions }, ({ region }, input) => {
    const instance = region.instances.get(input.InstanceId);
    const { metadata } = instance;
    metadata.httpTokens = input.HttpTokens ?? metadata.httpTokens;
    metadata.httpEndpoint = input.HttpEndpoint ?? metadata.httpEndpoint;
    metadata.httpPutResponseHopLimit = input.HttpPutResponseHopLimit ?? metadata.httpPutResponseHopLimit;
    metadata.httpProtocolIpv6 = input.HttpProtocolIpv6 ?? metadata.httpProtocolIpv6;
    metadata.instanceMetadataTags = input.InstanceMetadataTags ?? metadata.instanceMetadataTags;
    return { instanceId: instance.id, instanceMetadataOptions: { state: 'pending', ...metadata } };
});
const describeInstanceCreditSpecifications = action({ InstanceId: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const burstable = region.instances.select(input.InstanceId).filter(({ credits }) => credits !== undefined);
    const chosen = applyFilters(burstable, input.Filter, { 'instance-id': instance => instance.id });
    const { records, nextToken } = page(chosen, instance => instance.id, input);
    return {
        nextToken,
        instanceCreditSpecificationSet: records.map(({ id, credits }) => ({ instanceId: id, cpuCredits: credits })),
    };
});
const instanceAttributes = {
    DescribeInstanceAttribute: describeInstanceAttribute,
    ModifyInstanceAttribute: modifyInstanceAttribute,
    ModifyInstanceMetadataOptions: modifyInstanceMetadataOptions,
    DescribeInstanceCreditSpecifications: describeInstanceCreditSpecifications,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/instance-power.js





const instanceIds = required(list(shape_text));
function change({ region }, ids, check, act) {
    const instances = region.instances.select(ids);
    instances.forEach(check);
    return {
        instancesSet: instances.map(instance => {
            const before = instance.state;
            act(instance);
            return { instanceId: instance.id, currentState: stateView(instance.state), previousState: stateView(before) };
        }),
    };
}
const expect = (instance, verb, ...states) => {
    if (!is(instance, ...states))
        throw new Ec2Error('IncorrectInstanceState', `The instance '${instance.id}' is not in a state from which it can be ${verb}: it is ${instance.state}.`);
};
const startInstances = action({ InstanceId: instanceIds, ...ignoring('AdditionalInfo') }, (call, input) => change(call, input.InstanceId, instance => expect(instance, 'started', 'stopped', 'pending', 'running'), instance => {
    if (!is(instance, 'stopped'))
        return;
    const now = new Date().toISOString();
    Object.assign(instance, { state: 'pending', stateReason: undefined, stateSince: now, launchTime: now });
    call.cloud.machines.start(call.region, instance, 'stopped');
}));
const stopInstances = action({ InstanceId: instanceIds, Force: flag, Hibernate: flag, SkipOsShutdown: flag }, (call, input) => {
    if (input.Hibernate)
        throw new Ec2Error('UnsupportedHibernationConfiguration', 'The instance was not launched with hibernation enabled.');
    const check = (instance) => {
        expect(instance, 'stopped', 'running', 'stopping', 'stopped');
        if (instance.disableApiStop)
            throw new Ec2Error('OperationNotPermitted', `The instance '${instance.id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.`);
    };
    const force = Boolean(input.Force || input.SkipOsShutdown);
    return change(call, input.InstanceId, check, instance => call.cloud.machines.stop(instance, force));
});
const rebootInstances = action({ InstanceId: instanceIds }, ({ cloud, region }, input) => {
    const instances = region.instances.select(input.InstanceId);
    for (const instance of instances)
        expect(instance, 'rebooted', 'running', 'pending');
    for (const instance of instances)
        cloud.machines.reboot(instance);
    return { return: true };
});
const terminateInstances = action({ InstanceId: instanceIds, Force: flag, SkipOsShutdown: flag }, (call, input) => {
    const check = (instance) => {
        if (instance.disableApiTermination && !is(instance, 'terminated'))
            throw new Ec2Error('OperationNotPermitted', `The instance '${instance.id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`);
    };
    return change(call, input.InstanceId, check, instance => call.cloud.machines.terminate(call.region, instance));
});
const monitoring = (on) => action({ InstanceId: instanceIds }, ({ region }, input) => ({
    instancesSet: region.instances.select(input.InstanceId).map(instance => {
        instance.monitoring = on;
        return { instanceId: instance.id, monitoring: { state: on ? 'pending' : 'disabling' } };
    }),
}));
const instancePower = {
    StartInstances: startInstances,
    StopInstances: stopInstances,
    RebootInstances: rebootInstances,
    TerminateInstances: terminateInstances,
    MonitorInstances: monitoring(true),
    UnmonitorInstances: monitoring(false),
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/instance-types.js







const describeInstanceTypes = action({ InstanceType: list(shape_text), IncludeUnsupportedInRegion: flag, Filter: filters, ...paging }, (_call, input) => {
    const named = input.InstanceType.map(name => instanceType(name) ?? unknown(name));
    const chosen = applyFilters(named.length > 0 ? named : instanceTypes, input.Filter, {
        'instance-type': type => type.name,
        'bare-metal': type => type.bareMetal,
        'burstable-performance-supported': type => type.burstable,
        'current-generation': type => type.currentGeneration,
        'free-tier-eligible': type => type.freeTier,
        'memory-info.size-in-mib': type => type.memoryMiB,
        'processor-info.supported-architecture': type => type.architecture,
        'vcpu-info.default-vcpus': type => type.vcpus,
        'supported-root-device-type': () => 'ebs',
        'supported-usage-class': () => ['on-demand', 'spot'],
        'supported-virtualization-type': () => 'hvm',
        'instance-storage-supported': () => false,
        hypervisor: type => (type.nitro ? 'nitro' : 'xen'),
    });
    const { records, nextToken } = page(chosen, type => type.name, input);
    return { nextToken, instanceTypeSet: records.map(instance_types_view) };
});
const unknown = (name) => {
    throw new Ec2Error('InvalidInstanceType', `The following supplied instance types do not exist: [${name}]`);
};
const instance_types_view = (type) => ({
    instanceType: type.name,
    currentGeneration: type.currentGeneration,
    freeTierEligible: type.freeTier,
    supportedUsageClasses: ['on-demand', 'spot'],
    supportedRootDeviceTypes: ['ebs'],
    supportedVirtualizationTypes: ['hvm'],
    bareMetal: type.bareMetal,
    hypervisor: type.bareMetal ? undefined : type.nitro ? 'nitro' : 'xen',
    processorInfo: { supportedArchitectures: [type.architecture], sustainedClockSpeedInGhz: 2.5 },
    vCpuInfo: {
        defaultVCpus: type.vcpus,
        defaultCores: Math.max(1, type.vcpus / 2),
        defaultThreadsPerCore: type.vcpus > 1 ? 2 : 1,
    },
    memoryInfo: { sizeInMiB: type.memoryMiB },
    instanceStorageSupported: false,
    ebsInfo: {
        ebsOptimizedSupport: type.nitro ? 'default' : 'unsupported',
        encryptionSupport: 'supported',
        nvmeSupport: type.nitro ? 'required' : 'unsupported',
    },
    networkInfo: {
        networkPerformance: 'Up to 5 Gigabit',
        maximumNetworkInterfaces: 2,
        maximumNetworkCards: 1,
        defaultNetworkCardIndex: 0,
        ipv4AddressesPerInterface: 2,
        ipv6AddressesPerInterface: 2,
        ipv6Supported: true,
        enaSupport: type.nitro ? 'required' : 'supported',
        efaSupported: false,
    },
    placementGroupInfo: { supportedStrategies: ['partition', 'spread'] },
    hibernationSupported: false,
    burstablePerformanceSupported: type.burstable,
    dedicatedHostsSupported: false,
    autoRecoverySupported: true,
    supportedBootModes: ['legacy-bios'],
});
const describeInstanceTypeOfferings = action({ LocationType: oneOf('region', 'availability-zone', 'availability-zone-id', 'outpost'), Filter: filters, ...paging }, ({ region }, input) => {
    const locationType = input.LocationType ?? 'region';
    const zones = locationType === 'availability-zone' ? region.zones : region.zones.map(zoneId);
    const locations = locationType === 'region' ? [region.name] : locationType === 'outpost' ? [] : zones;
    const offered = locations.flatMap(location => instanceTypes.map(type => ({ location, type })));
    const chosen = applyFilters(offered, input.Filter, {
        location: one => one.location,
        'instance-type': one => one.type.name,
    });
    const { records, nextToken } = page(chosen, one => `${one.location}/${one.type.name}`, input);
    return {
        nextToken,
        instanceTypeOfferingSet: records.map(({ location, type }) => ({ instanceType: type.name, locationType, location })),
    };
});
const types = {
    DescribeInstanceTypes: describeInstanceTypes,
    DescribeInstanceTypeOfferings: describeInstanceTypeOfferings,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/instances.js







const describeInstances = action({ InstanceId: list(shape_text), Filter: filters, IncludeManagedResources: flag, ...paging }, (call, input) => {
    const { region } = call;
    forgetTerminated(region);
    const chosen = applyFilters(region.instances.select(input.InstanceId), input.Filter, instanceFilters(region));
    const { records, nextToken } = page(chosen, instance => instance.reservationId + instance.id, input);
    const reservations = [...new Set(records.map(({ reservationId }) => reservationId))];
    return {
        nextToken,
        reservationSet: reservations.map(reservationId => ({
            reservationId,
            ownerId: accountId,
            groupSet: [],
            instancesSet: records
                .filter(instance => instance.reservationId === reservationId)
                .sort((a, b) => a.launchIndex - b.launchIndex)
                .map(instance => instanceView(call, instance)),
        })),
    };
});
const remembered = 60 * 60 * 1000;
function forgetTerminated(region) {
    const gone = region.instances.all().filter(instance => instance.state === 'terminated');
    for (const { id, stateSince } of gone)
        if (Date.now() - Date.parse(stateSince) > remembered)
            region.instances.delete(id);
}
const instanceFilters = (region) => {
    const volumes = (instance) => instance.volumes;
    return {
        'instance-id': (instance) => instance.id,
        'image-id': (instance) => instance.imageId,
        'instance-type': (instance) => instance.type,
        'instance-state-name': (instance) => instance.state,
        'instance-state-code': (instance) => stateCode(instance.state),
        'instance-lifecycle': (instance) => (instance.spotRequestId ? 'spot' : undefined),
        'instance.group-id': (instance) => groupsOf(region, instance).map(group => group.groupId),
        'instance.group-name': (instance) => groupsOf(region, instance).map(group => group.groupName),
        'network-interface.group-id': (instance) => groupsOf(region, instance).map(group => group.groupId),
        'network-interface.network-interface-id': (instance) => instance.networkInterfaceId,
        'network-interface.subnet-id': (instance) => instance.subnetId,
        'network-interface.vpc-id': (instance) => instance.vpcId,
        'reservation-id': (instance) => instance.reservationId,
        'owner-id': () => accountId,
        'key-name': (instance) => instance.keyName,
        'client-token': (instance) => instance.clientToken,
        'availability-zone': (instance) => instance.zone,
        'subnet-id': (instance) => instance.subnetId,
        'vpc-id': (instance) => instance.vpcId,
        'private-ip-address': privateAddress,
        'ip-address': publicAddress,
        'private-dns-name': privateAddress,
        'dns-name': publicAddress,
        'launch-time': (instance) => instance.launchTime,
        'launch-index': (instance) => instance.launchIndex,
        'monitoring-state': (instance) => (instance.monitoring ? 'enabled' : 'disabled'),
        'root-device-name': (instance) => instance.rootDeviceName,
        'root-device-type': () => 'ebs',
        'block-device-mapping.device-name': (instance) => volumes(instance).map(({ deviceName }) => deviceName),
        'block-device-mapping.volume-id': (instance) => volumes(instance).map(({ volumeId }) => volumeId),
        'block-device-mapping.delete-on-termination': (instance) => volumes(instance).map(({ deleteOnTermination }) => deleteOnTermination),
        'block-device-mapping.status': (instance) => volumes(instance).map(() => 'attached'),
        architecture: () => 'x86_64',
        hypervisor: () => 'xen',
        'virtualization-type': () => 'hvm',
        tenancy: (instance) => instance.tenancy,
        'metadata-options.http-tokens': (instance) => instance.metadata.httpTokens,
        'metadata-options.http-endpoint': (instance) => instance.metadata.httpEndpoint,
        'spot-instance-request-id': (instance) => instance.spotRequestId,
        'state-reason-code': (instance) => instance.stateReason?.code,
        'iam-instance-profile.arn': (instance) => instance.iamInstanceProfile?.arn,
        platform: () => undefined,
    };
};
const describeInstanceStatus = action({ InstanceId: list(shape_text), IncludeAllInstances: flag, IncludeManagedResources: flag, Filter: filters, ...paging }, ({ region }, input) => {
    const all = region.instances.select(input.InstanceId);
    const shown = all.filter(({ state }) => input.IncludeAllInstances || state === 'running');
    const chosen = applyFilters(shown, input.Filter, {
        'availability-zone': instance => instance.zone,
        'instance-state-name': instance => instance.state,
        'instance-state-code': instance => stateCode(instance.state),
        'instance-status.status': instance => health(instance),
        'system-status.status': instance => health(instance),
    });
    const { records, nextToken } = page(chosen, instance => instance.id, input);
    const summary = (instance) => ({
        status: health(instance),
        details: instance.state === 'running' ? [{ name: 'reachability', status: 'passed' }] : [],
    });
    return {
        nextToken,
        instanceStatusSet: records.map(instance => ({
            instanceId: instance.id,
            availabilityZone: instance.zone,
            availabilityZoneId: zoneId(instance.zone),
            instanceState: stateView(instance.state),
            systemStatus: summary(instance),
            instanceStatus: summary(instance),
        })),
    };
});
const health = (instance) => (instance.state === 'running' ? 'ok' : 'not-applicable');
const getConsoleOutput = action({ InstanceId: required(shape_text), Latest: flag }, async ({ cloud, region }, input) => {
    const instance = region.instances.get(input.InstanceId);
    const output = Buffer.from(await cloud.machines.console(instance)).toString('base64');
    return { instanceId: instance.id, timestamp: new Date(), output };
});
const getPasswordData = action({ InstanceId: required(shape_text) }, ({ region }, input) => ({
    instanceId: region.instances.get(input.InstanceId).id,
    timestamp: new Date(),
    passwordData: '',
}));
const instances = {
    DescribeInstances: describeInstances,
    DescribeInstanceStatus: describeInstanceStatus,
    GetConsoleOutput: getConsoleOutput,
    GetPasswordData: getPasswordData,
};

// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
// EXTERNAL MODULE: ./build/lib/ssh-key.js
var ssh_key = __webpack_require__(46415);
;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/key-material.js




async function makeKey(type, name) {
    const { privateKey, publicKey: openssh } = await (0,ssh_key/* makeSshKeyPair */.W)(type, name, 2048);
    const material = privateKey.trimEnd();
    if (type === 'ed25519')
        return { openssh, material, fingerprint: readPublicKey(openssh).fingerprint };
    return { openssh, material, fingerprint: hex('sha1', (0,external_node_crypto_.createPrivateKey)(material).export({ type: 'pkcs8', format: 'der' })) };
}
function readPublicKey(material) {
    const invalid = new Ec2Error('InvalidKey.Format', 'Key is not in valid OpenSSH public key format');
    const parsed = lib.utils.parseKey(material.trim());
    if (parsed instanceof Error)
        throw invalid;
    const key = Array.isArray(parsed) ? parsed[0] : parsed;
    if (!key || key.isPrivateKey() || !['ssh-rsa', 'ssh-ed25519'].includes(key.type))
        throw invalid;
    const wire = key.getPublicSSH();
    const openssh = `${key.type} ${wire.toString('base64')}${key.comment ? ` ${key.comment}` : ''}`;
    if (key.type === 'ssh-ed25519')
        return { openssh, fingerprint: (0,external_node_crypto_.createHash)('sha256').update(wire).digest('base64') };
    return { openssh, fingerprint: hex('md5', (0,external_node_crypto_.createPublicKey)(key.getPublicPEM()).export({ type: 'spki', format: 'der' })) };
}
const hex = (algorithm, data) => (0,external_node_crypto_.createHash)(algorithm)
    .update(data)
    .digest('hex')
    .replace(/..(?=.)/g, '$&:');

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/key-pairs.js








const createKeyPair = action({
    KeyName: required(shape_text),
    KeyType: oneOf('rsa', 'ed25519'),
    KeyFormat: oneOf('pem', 'ppk'),
    TagSpecification: tagSpecifications,
}, async ({ region }, input) => {
    if (input.KeyFormat === 'ppk')
        throw invalidCombination('The key format ppk is not offered by the sandbox; use pem.');
    const { openssh, material, fingerprint } = await makeKey(input.KeyType ?? 'rsa', input.KeyName);
    const key = addKey(region, input.KeyName, openssh, fingerprint, tagsAtCreation(input.TagSpecification, 'key-pair')('key-pair'));
    return { ...keyView(key), keyMaterial: material };
});
const importKeyPair = action({ KeyName: required(shape_text), PublicKeyMaterial: required(blob), TagSpecification: tagSpecifications }, ({ region }, input) => {
    const { openssh, fingerprint } = readPublicKey(input.PublicKeyMaterial.toString());
    const tags = tagsAtCreation(input.TagSpecification, 'key-pair')('key-pair');
    return keyView(addKey(region, input.KeyName, openssh, fingerprint, tags));
});
const describeKeyPairs = action({ KeyName: list(shape_text), KeyPairId: list(shape_text), IncludePublicKey: flag, Filter: filters }, ({ region }, input) => {
    const named = input.KeyName.map(name => keyPairByName(region, name));
    const chosen = [
        ...named,
        ...(input.KeyPairId.length > 0 || named.length === 0 ? region.keyPairs.select(input.KeyPairId) : []),
    ];
    const found = applyFilters([...new Set(chosen)], input.Filter, {
        'key-name': key => key.name,
        'key-pair-id': key => key.id,
        'key-type': key => key.type,
        fingerprint: key => key.fingerprint,
    });
    return {
        keySet: found.map(key => ({
            ...keyView(key),
            keyType: key.type,
            createTime: new Date(key.createTime),
            publicKey: input.IncludePublicKey ? key.openssh : undefined,
        })),
    };
});
const deleteKeyPair = action({ KeyName: shape_text, KeyPairId: shape_text }, ({ region }, input) => {
    if (!input.KeyName && !input.KeyPairId)
        throw new Ec2Error('MissingParameter', 'The request must contain the parameter KeyName or KeyPairId');
    const key = input.KeyPairId ? region.keyPairs.get(input.KeyPairId) : findKeyPair(region, input.KeyName);
    if (key)
        region.keyPairs.delete(key.id);
    return { return: true, keyPairId: key?.id };
});
function addKey(region, name, openssh, fingerprint, tags) {
    if (name.length > 255)
        throw new Ec2Error('InvalidParameterValue', 'Key name must not exceed 255 characters');
    if (findKeyPair(region, name))
        throw new Ec2Error('InvalidKeyPair.Duplicate', `The keypair already exists`);
    const type = openssh.startsWith('ssh-rsa ') ? 'rsa' : 'ed25519';
    return region.keyPairs.add({ id: newId('key'), name, type, fingerprint, openssh, createTime: new Date().toISOString(), tags });
}
const keyView = (key) => ({
    keyPairId: key.id,
    keyName: key.name,
    keyFingerprint: key.fingerprint,
    tagSet: tagSet(key.tags),
});
const keyPairs = {
    CreateKeyPair: createKeyPair,
    ImportKeyPair: importKeyPair,
    DescribeKeyPairs: describeKeyPairs,
    DeleteKeyPair: deleteKeyPair,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/network.js








const describeVpcs = action({ VpcId: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const chosen = applyFilters(region.vpcs.select(input.VpcId), input.Filter, {
        'vpc-id': vpc => vpc.id,
        cidr: vpc => vpc.cidr,
        'cidr-block': vpc => vpc.cidr,
        'cidr-block-association.cidr-block': vpc => vpc.cidr,
        'cidr-block-association.state': () => 'associated',
        'dhcp-options-id': () => 'default',
        isDefault: vpc => vpc.isDefault,
        'is-default': vpc => vpc.isDefault,
        'owner-id': () => accountId,
        state: () => 'available',
    });
    const { records, nextToken } = page(chosen, vpc => vpc.id, input);
    return {
        nextToken,
        vpcSet: records.map(vpc => ({
            vpcId: vpc.id,
            ownerId: accountId,
            state: 'available',
            cidrBlock: vpc.cidr,
            cidrBlockAssociationSet: [
                {
                    cidrBlock: vpc.cidr,
                    associationId: vpc.id.replace('vpc-', 'vpc-cidr-assoc-'),
                    cidrBlockState: { state: 'associated' },
                },
            ],
            dhcpOptionsId: 'default',
            instanceTenancy: 'default',
            isDefault: vpc.isDefault,
            tagSet: tagSet(vpc.tags),
        })),
    };
});
const describeVpcAttribute = action({ VpcId: required(shape_text), Attribute: required(shape_text) }, ({ region }, input) => {
    const { id } = region.vpcs.get(input.VpcId);
    const attributes = { enableDnsSupport: true, enableDnsHostnames: true, enableNetworkAddressUsageMetrics: false };
    const value = Object.entries(attributes).find(([name]) => name === input.Attribute)?.[1];
    if (value === undefined)
        throw invalidValue('Attribute', input.Attribute);
    return { vpcId: id, [input.Attribute]: { value } };
});
const addressesOfSubnet = 4091;
const describeSubnets = action({ SubnetId: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const isDefault = (subnet) => region.vpcs.find(subnet.vpcId)?.isDefault ?? false;
    const chosen = applyFilters(region.subnets.select(input.SubnetId), input.Filter, {
        'subnet-id': subnet => subnet.id,
        'vpc-id': subnet => subnet.vpcId,
        'availability-zone': subnet => subnet.zone,
        availabilityZone: subnet => subnet.zone,
        'availability-zone-id': subnet => zoneId(subnet.zone),
        'available-ip-address-count': () => addressesOfSubnet,
        cidr: subnet => subnet.cidr,
        'cidr-block': subnet => subnet.cidr,
        cidrBlock: subnet => subnet.cidr,
        'default-for-az': isDefault,
        defaultForAz: isDefault,
        'map-public-ip-on-launch': isDefault,
        'owner-id': () => accountId,
        'subnet-arn': subnet => `arn:aws:ec2:${region.name}:${accountId}:subnet/${subnet.id}`,
        state: () => 'available',
    });
    const { records, nextToken } = page(chosen, subnet => subnet.id, input);
    return {
        nextToken,
        subnetSet: records.map(subnet => ({
            subnetId: subnet.id,
            subnetArn: `arn:aws:ec2:${region.name}:${accountId}:subnet/${subnet.id}`,
            state: 'available',
            ownerId: accountId,
            vpcId: subnet.vpcId,
            cidrBlock: subnet.cidr,
            ipv6CidrBlockAssociationSet: [],
            assignIpv6AddressOnCreation: false,
            availableIpAddressCount: addressesOfSubnet,
            availabilityZone: subnet.zone,
            availabilityZoneId: zoneId(subnet.zone),
            defaultForAz: isDefault(subnet),
            mapPublicIpOnLaunch: isDefault(subnet),
            mapCustomerOwnedIpOnLaunch: false,
            enableDns64: false,
            ipv6Native: false,
            privateDnsNameOptionsOnLaunch: {
                hostnameType: 'ip-name',
                enableResourceNameDnsARecord: false,
                enableResourceNameDnsAAAARecord: false,
            },
            tagSet: tagSet(subnet.tags),
        })),
    };
});
const interfaceFields = { NetworkInterfaceId: list(shape_text), Filter: filters, IncludeManagedResources: flag, ...paging };
const describeNetworkInterfaces = action(interfaceFields, ({ region }, input) => {
    const views = region.networkInterfaces.select(input.NetworkInterfaceId).map(record => ({ record, tags: record.tags }));
    const addressOf = (id) => region.instances.find(id)?.address;
    const chosen = applyFilters(views, input.Filter, {
        'network-interface-id': ({ record }) => record.id,
        'addresses.private-ip-address': ({ record }) => addressOf(record.instanceId),
        'private-ip-address': ({ record }) => addressOf(record.instanceId),
        'association.public-ip': ({ record }) => addressOf(record.instanceId),
        'attachment.instance-id': ({ record }) => record.instanceId,
        'attachment.attachment-id': ({ record }) => record.attachmentId,
        'attachment.device-index': () => 0,
        'attachment.status': () => 'attached',
        'attachment.delete-on-termination': ({ record }) => record.deleteOnTermination,
        'availability-zone': ({ record }) => record.zone,
        description: ({ record }) => record.description,
        'group-id': ({ record }) => record.groupIds,
        'group-name': ({ record }) => record.groupIds.map(id => region.securityGroups.find(id)?.name),
        'interface-type': () => 'interface',
        'mac-address': ({ record }) => record.macAddress,
        'owner-id': () => accountId,
        'requester-managed': () => false,
        'source-dest-check': ({ record }) => region.instances.find(record.instanceId)?.sourceDestCheck ?? true,
        status: () => 'in-use',
        'subnet-id': ({ record }) => record.subnetId,
        'vpc-id': ({ record }) => record.vpcId,
    });
    const { records, nextToken } = page(chosen, ({ record }) => record.id, input);
    return { nextToken, networkInterfaceSet: records.map(({ record }) => networkInterfaceView({ region }, record.id)) };
});
function networkInterfaceView({ region }, id) {
    const record = region.networkInterfaces.get(id);
    const instance = region.instances.find(record.instanceId);
    const address = instance?.address;
    const association = instance?.publicAddress ? { publicIp: address, publicDnsName: address, ipOwnerId: 'amazon' } : undefined;
    return {
        networkInterfaceId: record.id,
        subnetId: record.subnetId,
        vpcId: record.vpcId,
        availabilityZone: record.zone,
        availabilityZoneId: zoneId(record.zone),
        description: record.description,
        ownerId: accountId,
        requesterManaged: false,
        status: 'in-use',
        macAddress: record.macAddress,
        privateIpAddress: address,
        privateDnsName: address,
        sourceDestCheck: instance?.sourceDestCheck ?? true,
        interfaceType: 'interface',
        groupSet: record.groupIds.map(groupId => ({ groupId, groupName: region.securityGroups.find(groupId)?.name })),
        attachment: {
            attachmentId: record.attachmentId,
            instanceId: record.instanceId,
            instanceOwnerId: accountId,
            deviceIndex: 0,
            networkCardIndex: 0,
            status: 'attached',
            attachTime: new Date(record.attachTime),
            deleteOnTermination: record.deleteOnTermination,
        },
        association,
        privateIpAddressesSet: [{ privateIpAddress: address, privateDnsName: address, primary: true, association }],
        ipv6AddressesSet: [],
        tagSet: tagSet(record.tags),
    };
}
const network = {
    DescribeVpcs: describeVpcs,
    DescribeVpcAttribute: describeVpcAttribute,
    DescribeSubnets: describeSubnets,
    DescribeNetworkInterfaces: describeNetworkInterfaces,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/places.js






const optInStatus = (name) => (optInRegions.includes(name) ? 'not-opted-in' : 'opt-in-not-required');
const endpointOf = (name) => `ec2.${name}.amazonaws.com`;
const describeRegions = action({ RegionName: list(shape_text), AllRegions: flag, Filter: filters }, (call, input) => {
    const names = [...new Set([...enabledRegions, call.region.name, ...(input.AllRegions ? optInRegions : [])])];
    const unknown = input.RegionName.find(name => !names.includes(name) && !optInRegions.includes(name));
    if (unknown !== undefined)
        throw new Ec2Error('InvalidParameterValue', `Invalid region name: ${unknown}`);
    const asked = input.RegionName.length > 0 ? [...input.RegionName] : names;
    const regions = applyFilters(asked.sort().map(name => ({ name })), input.Filter, {
        'region-name': ({ name }) => name,
        endpoint: ({ name }) => endpointOf(name),
        'opt-in-status': ({ name }) => optInStatus(name),
    });
    return {
        regionInfo: regions.map(({ name }) => ({
            regionName: name,
            regionEndpoint: endpointOf(name),
            optInStatus: optInStatus(name),
        })),
    };
});
const describeAvailabilityZones = action({ ZoneName: list(shape_text), ZoneId: list(shape_text), AllAvailabilityZones: flag, Filter: filters }, ({ region }, input) => {
    const known = region.zones.map(zone => ({ zone }));
    const stranger = input.ZoneName.find(name => !region.zones.includes(name));
    if (stranger !== undefined)
        throw new Ec2Error('InvalidParameterValue', `Invalid availability zone: [${stranger}]`);
    const named = known.filter(({ zone }) => input.ZoneName.length === 0 || input.ZoneName.includes(zone));
    const chosen = named.filter(({ zone }) => input.ZoneId.length === 0 || input.ZoneId.includes(zoneId(zone)));
    const zones = applyFilters(chosen, input.Filter, {
        'region-name': () => region.name,
        'zone-name': ({ zone }) => zone,
        'zone-id': ({ zone }) => zoneId(zone),
        'zone-type': () => 'availability-zone',
        'opt-in-status': () => 'opt-in-not-required',
        'group-name': () => `${region.name}-zg-1`,
        'group-long-name': () => undefined,
        'network-border-group': () => region.name,
        'parent-zone-id': () => undefined,
        'parent-zone-name': () => undefined,
        message: () => undefined,
        state: () => 'available',
    });
    return {
        availabilityZoneInfo: zones.map(({ zone }) => ({
            zoneName: zone,
            zoneState: 'available',
            regionName: region.name,
            messageSet: [],
            optInStatus: 'opt-in-not-required',
            zoneId: zoneId(zone),
            groupName: `${region.name}-zg-1`,
            networkBorderGroup: region.name,
            zoneType: 'availability-zone',
        })),
    };
});
const describeAccountAttributes = action({ AttributeName: list(shape_text) }, ({ region }, input) => {
    const attributes = {
        'supported-platforms': ['VPC'],
        'default-vpc': [stableId('vpc', region.name)],
        'max-instances': ['20'],
        'vpc-max-security-groups-per-interface': ['5'],
        'max-elastic-ips': ['5'],
        'vpc-max-elastic-ips': ['5'],
    };
    const unknown = input.AttributeName.find(name => !Object.hasOwn(attributes, name));
    if (unknown !== undefined)
        throw new Ec2Error('InvalidParameterValue', `Invalid attribute name: ${unknown}`);
    const names = input.AttributeName.length > 0 ? input.AttributeName : Object.keys(attributes);
    return {
        accountAttributeSet: names.map(attributeName => ({
            attributeName,
            attributeValueSet: attributes[attributeName].map(attributeValue => ({ attributeValue })),
        })),
    };
});
const places = {
    DescribeRegions: describeRegions,
    DescribeAvailabilityZones: describeAvailabilityZones,
    DescribeAccountAttributes: describeAccountAttributes,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/register-image.js










const registerImage = action({
    Name: required(shape_text),
    Description: shape_text,
    Architecture: oneOf('i386', 'x86_64', 'arm64', 'x86_64_mac', 'arm64_mac'),
    RootDeviceName: shape_text,
    BlockDeviceMapping: blockDevices,
    VirtualizationType: shape_text,
    SriovNetSupport: shape_text,
    EnaSupport: flag,
    BootMode: oneOf('legacy-bios', 'uefi', 'uefi-preferred'),
    TpmSupport: oneOf('v2.0'),
    UefiData: shape_text,
    ImdsSupport: oneOf('v2.0'),
    TagSpecification: tagSpecifications,
    ImageLocation: shape_text,
    BillingProduct: list(shape_text),
    ...ignoring('KernelId', 'RamdiskId'),
}, ({ cloud, region }, input) => {
    checkName(region, input.Name);
    if ((input.VirtualizationType ?? 'hvm') !== 'hvm')
        throw unsupported('The sandbox runs images of virtualization type hvm only.');
    if (input.ImageLocation)
        throw unsupported('The sandbox has no S3: an image is registered from snapshots.');
    if (!input.RootDeviceName)
        throw new Ec2Error('MissingParameter', 'The request must contain the parameter RootDeviceName');
    const mappings = overlay([], input.BlockDeviceMapping).map(mapping => {
        const least = mapping.snapshotId === undefined ? undefined : snapshotSize(cloud, region, mapping.snapshotId);
        const snapshot = region.snapshots.find(mapping.snapshotId);
        return {
            ...mapping,
            sizeGiB: mapping.sizeGiB ?? least,
            type: mapping.type ?? 'gp2',
            encrypted: snapshot?.encrypted ?? mapping.encrypted,
            kmsKeyId: snapshot ? snapshot.kmsKeyId : mapping.kmsKeyId,
        };
    });
    if (!mappings.some(({ deviceName, snapshotId }) => deviceName === input.RootDeviceName && snapshotId))
        throw new Ec2Error('InvalidBlockDeviceMapping', `No snapshot is given for the root device ${input.RootDeviceName}.`);
    const kept = {
        id: newId('ami'),
        name: input.Name,
        description: input.Description,
        architecture: input.Architecture ?? 'i386',
        rootDeviceName: input.RootDeviceName,
        mappings,
        enaSupport: input.EnaSupport ?? false,
        sriovNetSupport: input.SriovNetSupport,
        bootMode: input.BootMode,
        tpmSupport: input.TpmSupport,
        uefiData: input.UefiData,
        imdsSupport: input.ImdsSupport,
    };
    const image = addImage(region, kept, tagsAtCreation(input.TagSpecification, 'image')('image'), {});
    image.state = 'available';
    return { imageId: image.id };
});
const deregisterImage = action({ ImageId: required(shape_text), DeleteAssociatedSnapshots: flag }, (call, input) => {
    const { cloud, region } = call;
    const image = cloud.image(region, input.ImageId);
    if (image.ownerId !== accountId)
        throw new Ec2Error('AuthFailure', `Not authorized for image:${image.id}`, 403);
    if (image.deregistrationProtection?.startsWith('enabled'))
        throw new Ec2Error('OperationNotPermitted', `The image ${image.id} is protected from deregistration. Disable its deregistration protection first.`);
    region.images.delete(image.id);
    const snapshotIds = image.mappings.flatMap(({ snapshotId }) => snapshotId ?? []).filter(id => region.snapshots.find(id));
    if (!input.DeleteAssociatedSnapshots)
        return { return: true };
    const used = (id) => region.images.all().some(one => one.mappings.some(({ snapshotId }) => snapshotId === id));
    const results = snapshotIds.map(snapshotId => ({ snapshotId, returnCode: used(snapshotId) ? 'skipped' : 'success' }));
    for (const { snapshotId, returnCode } of results)
        if (returnCode === 'success')
            removeSnapshot(call, snapshotId);
    return { return: true, deleteSnapshotResultSet: results };
});

;// CONCATENATED MODULE: ./build/sandbox/ec2/launch/plan.js






function planLaunch(cloud, region, input) {
    if (!input.ImageId)
        throw missingParameter('ImageId');
    const image = cloud.image(region, input.ImageId);
    if (image.state !== 'available')
        throw new Ec2Error('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available`);
    const type = checkedType(input.InstanceType ?? 'm1.small', image);
    if (input.UserData && Buffer.from(input.UserData, 'base64').length > 16384)
        throw new Ec2Error('InvalidParameterValue', 'User data is limited to 16384 bytes');
    const subnet = chooseSubnet(region, input);
    if (cloud.options.lacks(type.name, subnet.zone))
        throw noCapacity(type.name, subnet.zone);
    const nic = input.NetworkInterface[0];
    return {
        image,
        type,
        key: input.KeyName ? keyPairByName(region, input.KeyName) : undefined,
        subnet,
        groupIds: chooseGroups(region, input, subnet),
        publicAddress: nic?.AssociatePublicIpAddress ?? region.vpcs.get(subnet.vpcId).isDefault,
        metadata: {
            httpTokens: input.MetadataOptions?.HttpTokens ?? (image.imdsSupport === 'v2.0' ? 'required' : 'optional'),
            httpEndpoint: input.MetadataOptions?.HttpEndpoint ?? 'enabled',
            httpPutResponseHopLimit: input.MetadataOptions?.HttpPutResponseHopLimit ?? (image.imdsSupport === 'v2.0' ? 2 : 1),
            httpProtocolIpv6: input.MetadataOptions?.HttpProtocolIpv6 ?? 'disabled',
            instanceMetadataTags: input.MetadataOptions?.InstanceMetadataTags ?? 'disabled',
        },
        iamInstanceProfile: profile(input),
        volumes: planVolumes(cloud, region, image, input),
    };
}
const noCapacity = (type, zone) => new Ec2Error('InsufficientInstanceCapacity', `There is no capacity for ${type} in the Availability Zone ${zone} just now.`, 500);
function checkedType(name, image) {
    const type = instanceType(name);
    if (!type)
        throw new Ec2Error('InvalidParameterValue', `Invalid value '${name}' for InstanceType.`);
    if (type.architecture !== image.architecture)
        throw new Ec2Error('InvalidParameterValue', `The architecture '${type.architecture}' of the specified instance type does not match the architecture ` +
            `'${image.architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures.`);
    return type;
}
function chooseSubnet(region, input) {
    const zone = input.Placement?.AvailabilityZone;
    const id = input.SubnetId ?? input.NetworkInterface[0]?.SubnetId;
    if (input.NetworkInterface.length > 0 && (input.SubnetId || input.SecurityGroupId.length > 0 || input.SecurityGroup.length > 0))
        throw invalidCombination('Network interfaces and an instance-level subnet ID or security groups may not be specified together');
    if (input.NetworkInterface.length > 1 || input.NetworkInterface[0]?.NetworkInterfaceId)
        throw new Ec2Error('UnsupportedOperation', 'The sandbox gives an instance one network interface, which it makes itself.');
    if (zone !== undefined && !region.zones.includes(zone))
        throw new Ec2Error('InvalidParameterValue', `Invalid availability zone: [${zone}]`);
    if (id === undefined) {
        const subnet = region.subnets
            .all()
            .find(one => (zone === undefined || one.zone === zone) && region.vpcs.get(one.vpcId).isDefault);
        if (!subnet)
            throw new Ec2Error('MissingInput', `No subnets found for the default VPC. Please specify a subnet.`);
        return subnet;
    }
    const subnet = region.subnets.get(id);
    if (zone !== undefined && subnet.zone !== zone)
        throw new Ec2Error('InvalidParameterValue', `The subnet ${id} is not in the Availability Zone ${zone}`);
    return subnet;
}
function chooseGroups(region, input, subnet) {
    const ids = [...input.SecurityGroupId, ...(input.NetworkInterface[0]?.SecurityGroupId ?? [])];
    const groups = [
        ...ids.map(id => region.securityGroups.get(id)),
        ...input.SecurityGroup.map(name => groupByName(region, name, subnet.vpcId)),
    ];
    const foreign = groups.find(group => group.vpcId !== subnet.vpcId);
    if (foreign)
        throw new Ec2Error('InvalidGroup.NotFound', `The security group '${foreign.id}' does not exist in VPC '${subnet.vpcId}'`);
    return groups.length > 0 ? [...new Set(groups.map(({ id }) => id))] : [groupByName(region, 'default', subnet.vpcId).id];
}
function profile({ IamInstanceProfile: given }) {
    if (!given?.Arn && !given?.Name)
        return undefined;
    const arn = given.Arn ?? `arn:aws:iam::${accountId}:instance-profile/${given.Name}`;
    return { arn, id: stableId('AIPA', arn).replace('-', '').toUpperCase().slice(0, 21) };
}
function planVolumes(cloud, region, image, input) {
    const mappings = overlay(image.mappings, input.BlockDeviceMapping).filter(({ virtualName }) => virtualName === undefined);
    return mappings.map(mapping => {
        const snapshotGiB = mapping.snapshotId === undefined ? undefined : snapshotSize(cloud, region, mapping.snapshotId);
        return {
            deviceName: mapping.deviceName,
            snapshotId: mapping.snapshotId,
            deleteOnTermination: mapping.deleteOnTermination ?? true,
            settings: volumeSettings(mapping, snapshotGiB),
        };
    });
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/launch/launch.js




async function launch(call, input, count) {
    const { cloud, region } = call;
    const plan = planLaunch(cloud, region, input);
    const tags = tagsAtCreation(input.TagSpecification, 'instance', 'volume', 'network-interface', 'spot-instances-request');
    const reservationId = newId('r');
    const made = [];
    try {
        for (let index = 0; index < count; index++) {
            const address = await cloud.machines.addresses.lease();
            const instance = record(input, plan, { reservationId, launchIndex: index, address, tags: tags('instance') });
            made.push(region.instances.add(instance));
            if (instance.spotRequestId) {
                const { spotRequestId: id, launchTime: createTime } = instance;
                region.spotRequests.add({ id, instanceId: instance.id, createTime, tags: tags('spot-instances-request') });
            }
            addInterface(region, instance, plan, input.NetworkInterface[0], tags('network-interface'));
            await addVolumes(cloud, region, instance, plan, tags('volume'));
        }
    }
    catch (error) {
        await Promise.all(made.map(instance => discard(cloud, region, instance)));
        throw error;
    }
    await cloud.save();
    for (const instance of made)
        cloud.machines.start(region, instance, 'terminated');
    plan.image.lastLaunchedTime = new Date().toISOString();
    return reservationId;
}
function record(input, plan, own) {
    const now = new Date().toISOString();
    const spot = input.InstanceMarketOptions?.MarketType === 'spot';
    return {
        id: newId('i'),
        ...own,
        imageId: plan.image.id,
        type: plan.type.name,
        keyName: input.KeyName,
        publicKeys: plan.key ? [{ name: plan.key.name, openssh: plan.key.openssh }] : [],
        launchTime: now,
        state: 'pending',
        stateReason: { code: 'pending', message: 'pending' },
        stateSince: now,
        zone: plan.subnet.zone,
        subnetId: plan.subnet.id,
        vpcId: plan.subnet.vpcId,
        networkInterfaceId: newId('eni'),
        volumes: [],
        rootDeviceName: plan.image.rootDeviceName,
        userData: input.UserData || undefined,
        metadata: plan.metadata,
        shutdownBehavior: input.InstanceInitiatedShutdownBehavior ?? 'stop',
        disableApiTermination: input.DisableApiTermination ?? false,
        disableApiStop: input.DisableApiStop ?? false,
        ebsOptimized: input.EbsOptimized ?? false,
        sourceDestCheck: true,
        enaSupport: plan.image.enaSupport,
        sriovNetSupport: plan.image.sriovNetSupport,
        monitoring: input.Monitoring?.Enabled ?? false,
        publicAddress: plan.publicAddress,
        tenancy: input.Placement?.Tenancy ?? 'default',
        credits: input.CreditSpecification?.CpuCredits ?? (plan.type.burstable ? usualCredits(plan.type.name) : undefined),
        iamInstanceProfile: plan.iamInstanceProfile,
        spotRequestId: spot ? `sir-${newId('').slice(2, 10)}` : undefined,
        clientToken: input.ClientToken,
    };
}
const usualCredits = (type) => (type.startsWith('t2.') ? 'standard' : 'unlimited');
function addInterface(region, instance, { groupIds }, given, tags) {
    region.networkInterfaces.add({
        id: instance.networkInterfaceId,
        subnetId: instance.subnetId,
        vpcId: instance.vpcId,
        zone: instance.zone,
        description: given?.Description ?? '',
        groupIds: [...groupIds],
        instanceId: instance.id,
        attachmentId: newId('eni-attach'),
        attachTime: instance.launchTime,
        macAddress: `02:${(0,external_node_crypto_.randomBytes)(5).toString('hex').match(/../g).join(':')}`,
        deleteOnTermination: given?.DeleteOnTermination ?? true,
        tags,
    });
}
async function addVolumes(cloud, region, instance, plan, tags) {
    for (const { deviceName, snapshotId, deleteOnTermination, settings } of plan.volumes) {
        const { zone, launchTime: time } = instance;
        const attachment = { instanceId: instance.id, device: deviceName, attachTime: time };
        const volume = {
            id: newId('vol'),
            ...settings,
            zone,
            snapshotId,
            createTime: time,
            state: 'creating',
            attachment,
            tags: { ...tags },
        };
        instance.volumes.push({ deviceName, volumeId: volume.id, deleteOnTermination, attachTime: time });
        await cloud.contents.createVolume(region, region.volumes.add(volume));
        volume.state = 'in-use';
    }
}
async function discard(cloud, region, instance) {
    region.instances.delete(instance.id);
    region.networkInterfaces.delete(instance.networkInterfaceId);
    cloud.machines.addresses.release(instance.address);
    for (const { volumeId } of instance.volumes)
        region.volumes.delete(volumeId);
    await cloud.contents.sweep();
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/run-instances.js









const runInstances = action({
    ...launchFields,
    MinCount: required(integer),
    MaxCount: required(integer),
    SubnetId: shape_text,
    ClientToken: shape_text,
    LaunchTemplate: structure({ LaunchTemplateId: shape_text, LaunchTemplateName: shape_text, Version: shape_text }),
    ...unusedOfRun,
}, async (call, given) => {
    if (given.MinCount < 1 || given.MaxCount < given.MinCount)
        throw new Ec2Error('InvalidParameterValue', `Invalid value for instance count: min ${given.MinCount}, max ${given.MaxCount}`);
    const input = given.LaunchTemplate ? withLaunchTemplate(call.region, given, given.LaunchTemplate) : given;
    const reservationId = await once(call, input.ClientToken, () => launch(call, input, input.MaxCount));
    const instances = call.region.instances.all().filter(instance => instance.reservationId === reservationId);
    return {
        reservationId,
        ownerId: accountId,
        groupSet: [],
        instancesSet: instances.map(instance => instanceView(call, instance)),
    };
});

// EXTERNAL MODULE: external "./apart/ipaddr-js.js"
var ipaddr_js_js_ = __webpack_require__(27944);
var ipaddr_js_js_default = /*#__PURE__*/__webpack_require__.n(ipaddr_js_js_);
;// CONCATENATED MODULE: ./build/sandbox/ec2/parameters/ip-permissions.js






const permission = {
    IpProtocol: shape_text,
    FromPort: integer,
    ToPort: integer,
    IpRanges: list(structure({ CidrIp: shape_text, Description: shape_text })),
    Ipv6Ranges: list(structure({ CidrIpv6: shape_text, Description: shape_text })),
    PrefixListIds: list(structure({ PrefixListId: shape_text, Description: shape_text })),
    Groups: list(structure({
        GroupId: shape_text,
        GroupName: shape_text,
        UserId: shape_text,
        VpcId: shape_text,
        Description: shape_text,
        ...ignoring('VpcPeeringConnectionId', 'PeeringStatus'),
    })),
};
const ipPermissions = list(structure(permission));
const flatPermission = {
    IpProtocol: shape_text,
    FromPort: integer,
    ToPort: integer,
    CidrIp: shape_text,
    SourceSecurityGroupName: shape_text,
    SourceSecurityGroupOwnerId: shape_text,
};
function ruleContents(region, group, permissions, flat) {
    const isFlat = flat.IpProtocol !== undefined || flat.CidrIp !== undefined || flat.SourceSecurityGroupName !== undefined;
    const spread = isFlat ? [flatAsPermission(flat)] : [];
    const given = [...permissions, ...spread];
    if (given.length === 0)
        throw new Ec2Error('MissingParameter', 'Either ipPermissions or securityGroupRules should be provided');
    return given.flatMap(one => contentsOf(region, group, one));
}
function flatAsPermission(flat) {
    return {
        IpProtocol: flat.IpProtocol,
        FromPort: flat.FromPort,
        ToPort: flat.ToPort,
        IpRanges: flat.CidrIp === undefined ? [] : [{ CidrIp: flat.CidrIp, Description: undefined }],
        Ipv6Ranges: [],
        PrefixListIds: [],
        Groups: flat.SourceSecurityGroupName === undefined ? [] : [namedGroup(flat.SourceSecurityGroupName)],
    };
}
const namedGroup = (GroupName) => ({
    GroupName,
    GroupId: undefined,
    UserId: undefined,
    VpcId: undefined,
    Description: undefined,
    VpcPeeringConnectionId: undefined,
    PeeringStatus: undefined,
});
function contentsOf(region, group, given) {
    const ports = checkedPorts(given);
    const targets = [
        ...given.IpRanges.map(range => ({ cidrIpv4: checkedCidr(range.CidrIp, 'ipv4'), description: range.Description })),
        ...given.Ipv6Ranges.map(range => ({ cidrIpv6: checkedCidr(range.CidrIpv6, 'ipv6'), description: range.Description })),
        ...given.PrefixListIds.map(one => ({ prefixListId: one.PrefixListId, description: one.Description })),
        ...given.Groups.map(one => ({ referencedGroupId: referenced(region, group, one), description: one.Description })),
    ];
    return targets.map(target => ({ ...ports, ...target }));
}
const protocolNumbers = { '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6', all: '-1' };
function checkedPorts({ IpProtocol, FromPort, ToPort }) {
    if (IpProtocol === undefined)
        throw new Ec2Error('MissingParameter', 'The request must contain the parameter ipProtocol');
    const ipProtocol = protocolNumbers[IpProtocol.toLowerCase()] ?? IpProtocol.toLowerCase();
    if (!/^(tcp|udp|icmp|icmpv6|-1|\d{1,3})$/.test(ipProtocol) || Number(ipProtocol) > 255)
        throw new Ec2Error('InvalidPermission.Malformed', `Unsupported IP protocol "${IpProtocol}"  - supported: [tcp, udp, icmp, icmpv6]`);
    if (ipProtocol !== 'tcp' && ipProtocol !== 'udp') {
        return ipProtocol.startsWith('icmp') ? { ipProtocol, fromPort: FromPort ?? -1, toPort: ToPort ?? -1 } : { ipProtocol };
    }
    if (FromPort === undefined || ToPort === undefined)
        throw new Ec2Error('InvalidParameterValue', 'Invalid value for portRange. Must specify both from and to ports with TCP/UDP.');
    if (FromPort < 0 || ToPort > 65535 || FromPort > ToPort)
        throw new Ec2Error('InvalidParameterValue', `Invalid value for portRange. Invalid TCP/UDP port range (${FromPort}:${ToPort})`);
    return { ipProtocol, fromPort: FromPort, toPort: ToPort };
}
function checkedCidr(cidr, kind) {
    const library = kind === 'ipv4' ? (ipaddr_js_js_default()).IPv4 : (ipaddr_js_js_default()).IPv6;
    if (!cidr || !/\/\d+$/.test(cidr) || !library.isValidCIDR(cidr))
        throw new Ec2Error('InvalidParameterValue', `CIDR block ${cidr} is malformed`);
    return `${library.networkAddressFromCIDR(cidr).toString()}/${cidr.split('/')[1]}`;
}
function referenced(region, group, one) {
    if (one.GroupId)
        return region.securityGroups.get(one.GroupId).id;
    const found = region.securityGroups.all().find(other => other.name === one.GroupName && other.vpcId === group.vpcId);
    if (!found)
        throw new Ec2Error('InvalidGroup.NotFound', `The security group '${one.GroupName}' does not exist`);
    return found.id;
}
function addRules(group, isEgress, contents, tags) {
    const added = contents.map(content => ({ id: newId('sgr'), isEgress, tags: { ...tags }, ...content }));
    const keys = group.rules.filter(rule => rule.isEgress === isEgress).map(ruleKey);
    for (const rule of added) {
        if (keys.includes(ruleKey(rule)))
            throw duplicate(rule);
        keys.push(ruleKey(rule));
    }
    group.rules.push(...added);
    return added;
}
function duplicate(rule) {
    const peer = rule.cidrIpv4 ?? rule.cidrIpv6 ?? rule.prefixListId ?? rule.referencedGroupId;
    const ports = rule.fromPort === undefined ? 'ALL' : `from port: ${rule.fromPort}, to port: ${rule.toPort}`;
    const message = `the specified rule "peer: ${peer}, ${rule.ipProtocol.toUpperCase()}, ${ports}, ALLOW" already exists`;
    return new Ec2Error('InvalidPermission.Duplicate', message);
}
const ruleKey = (rule) => [rule.ipProtocol, rule.fromPort, rule.toPort, rule.cidrIpv4, rule.cidrIpv6, rule.prefixListId, rule.referencedGroupId].join('|');
const ruleView = (region, groupId, rule) => ({
    securityGroupRuleId: rule.id,
    securityGroupRuleArn: `arn:aws:ec2:${region.name}:${accountId}:security-group-rule/${rule.id}`,
    groupId,
    groupOwnerId: accountId,
    isEgress: rule.isEgress,
    ipProtocol: rule.ipProtocol,
    fromPort: rule.fromPort ?? -1,
    toPort: rule.toPort ?? -1,
    cidrIpv4: rule.cidrIpv4,
    cidrIpv6: rule.cidrIpv6,
    prefixListId: rule.prefixListId,
    referencedGroupInfo: rule.referencedGroupId === undefined ? undefined : { groupId: rule.referencedGroupId, userId: accountId },
    description: rule.description,
    tagSet: tagSet(rule.tags),
});
function permissionsView(rules) {
    const key = (rule) => [rule.ipProtocol, rule.fromPort, rule.toPort].join('|');
    const keys = [...new Set(rules.map(key))];
    return keys
        .map(one => rules.filter(rule => key(rule) === one))
        .map(together => ({
        ipProtocol: together[0].ipProtocol,
        fromPort: together[0].fromPort,
        toPort: together[0].toPort,
        ipRanges: together.flatMap(({ cidrIpv4: cidrIp, description }) => (cidrIp ? [{ cidrIp, description }] : [])),
        ipv6Ranges: together.flatMap(({ cidrIpv6, description }) => (cidrIpv6 ? [{ cidrIpv6, description }] : [])),
        prefixListIds: together.flatMap(({ prefixListId, description }) => (prefixListId ? [{ prefixListId, description }] : [])),
        groups: together.flatMap(({ referencedGroupId: groupId, description }) => groupId ? [{ groupId, userId: accountId, description }] : []),
    }));
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/security-group-rules.js








const ruleFields = { GroupId: shape_text, GroupName: shape_text, IpPermissions: ipPermissions, ...flatPermission };
const authorize = (isEgress) => action({ ...ruleFields, TagSpecification: tagSpecifications }, async ({ cloud, region }, input) => {
    const group = givenGroup(region, input);
    const tags = tagsAtCreation(input.TagSpecification, 'security-group-rule')('security-group-rule');
    const added = addRules(group, isEgress, ruleContents(region, group, input.IpPermissions, input), tags);
    await cloud.machines.refreshPorts(region);
    return { return: true, securityGroupRuleSet: added.map(rule => ruleView(region, group.id, rule)) };
});
const revoke = (isEgress) => action({ ...ruleFields, SecurityGroupRuleId: list(shape_text) }, async ({ cloud, region }, input) => {
    const group = givenGroup(region, input);
    const byId = input.SecurityGroupRuleId.map(id => findRule(region, id).rule);
    const contents = byId.length > 0 ? byId : ruleContents(region, group, input.IpPermissions, input);
    const keys = contents.map(ruleKey);
    const revoked = group.rules.filter(rule => rule.isEgress === isEgress && keys.includes(ruleKey(rule)));
    const absent = contents.some(content => !revoked.some(rule => ruleKey(rule) === ruleKey(content)));
    if (absent)
        throw new Ec2Error('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.');
    group.rules = group.rules.filter(rule => !revoked.includes(rule));
    await cloud.machines.refreshPorts(region);
    return {
        return: true,
        revokedSecurityGroupRuleSet: revoked.map(({ referencedGroupId, ...rule }) => ({
            ...ruleView(region, group.id, { ...rule, referencedGroupId }),
            referencedGroupInfo: undefined,
            groupOwnerId: undefined,
            securityGroupRuleArn: undefined,
            tagSet: undefined,
            referencedGroupId,
        })),
    };
});
const describeSecurityGroupRules = action({ SecurityGroupRuleId: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const named = input.SecurityGroupRuleId.map(id => findRule(region, id));
    const all = region.securityGroups.all().flatMap(group => group.rules.map(rule => ({ group, rule })));
    const entries = (input.SecurityGroupRuleId.length > 0 ? named : all).map(entry => ({ ...entry, tags: entry.rule.tags }));
    const chosen = applyFilters(entries, input.Filter, {
        'group-id': ({ group }) => group.id,
        'security-group-rule-id': ({ rule }) => rule.id,
    });
    const { records, nextToken } = page(chosen, ({ rule }) => rule.id, input);
    return { nextToken, securityGroupRuleSet: records.map(({ group, rule }) => ruleView(region, group.id, rule)) };
});
const ruleRequest = structure({
    IpProtocol: shape_text,
    FromPort: integer,
    ToPort: integer,
    CidrIpv4: shape_text,
    CidrIpv6: shape_text,
    PrefixListId: shape_text,
    ReferencedGroupId: shape_text,
    Description: shape_text,
});
const modifySecurityGroupRules = action({
    GroupId: required(shape_text),
    SecurityGroupRule: required(list(structure({ SecurityGroupRuleId: required(shape_text), SecurityGroupRule: ruleRequest }))),
}, async ({ cloud, region }, input) => {
    const group = region.securityGroups.get(input.GroupId);
    for (const { SecurityGroupRuleId: id, SecurityGroupRule: to } of input.SecurityGroupRule) {
        const { rule, group: owner } = findRule(region, id);
        if (owner !== group || !to)
            throw invalidCombination(`The rule ${id} does not belong to ${group.id}`);
        const changed = {
            id,
            isEgress: rule.isEgress,
            tags: rule.tags,
            ...checkedPorts(to),
            cidrIpv4: to.CidrIpv4 && checkedCidr(to.CidrIpv4, 'ipv4'),
            cidrIpv6: to.CidrIpv6 && checkedCidr(to.CidrIpv6, 'ipv6'),
            prefixListId: to.PrefixListId,
            referencedGroupId: to.ReferencedGroupId && region.securityGroups.get(to.ReferencedGroupId).id,
            description: to.Description,
        };
        group.rules = group.rules.map(one => (one.id === id ? changed : one));
    }
    await cloud.machines.refreshPorts(region);
    return { return: true };
});
const describeRuleTexts = (isEgress) => action({
    GroupId: shape_text,
    GroupName: shape_text,
    IpPermissions: ipPermissions,
    SecurityGroupRuleDescription: list(structure({ SecurityGroupRuleId: required(shape_text), Description: shape_text })),
}, ({ region }, input) => {
    const group = givenGroup(region, input);
    for (const { SecurityGroupRuleId: id, Description } of input.SecurityGroupRuleDescription)
        findRule(region, id).rule.description = Description;
    const contents = input.IpPermissions.length > 0 ? ruleContents(region, group, input.IpPermissions, noFlat) : [];
    for (const content of contents) {
        const rule = group.rules.find(one => one.isEgress === isEgress && ruleKey(one) === ruleKey(content));
        if (!rule)
            throw new Ec2Error('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.');
        rule.description = content.description;
    }
    return { return: true };
});
const noFlat = {
    IpProtocol: undefined,
    FromPort: undefined,
    ToPort: undefined,
    CidrIp: undefined,
    SourceSecurityGroupName: undefined,
    SourceSecurityGroupOwnerId: undefined,
};
const securityGroupRules = {
    AuthorizeSecurityGroupIngress: authorize(false),
    AuthorizeSecurityGroupEgress: authorize(true),
    RevokeSecurityGroupIngress: revoke(false),
    RevokeSecurityGroupEgress: revoke(true),
    DescribeSecurityGroupRules: describeSecurityGroupRules,
    ModifySecurityGroupRules: modifySecurityGroupRules,
    UpdateSecurityGroupRuleDescriptionsIngress: describeRuleTexts(false),
    UpdateSecurityGroupRuleDescriptionsEgress: describeRuleTexts(true),
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/security-groups.js










const createSecurityGroup = action({ GroupName: required(shape_text), GroupDescription: required(shape_text), VpcId: shape_text, TagSpecification: tagSpecifications }, ({ region }, input) => {
    const name = input.GroupName;
    if (name.startsWith('sg-') || name.length > 255 || !/^[\w ._\-:/()#,@[\]+=&;{}!$*]+$/.test(name))
        throw new Ec2Error('InvalidParameterValue', `Value (${name}) for parameter GroupName is invalid.`);
    if (name === 'default')
        throw new Ec2Error('InvalidParameterValue', `Cannot use reserved security group name: default`);
    const vpcId = input.VpcId ? region.vpcs.get(input.VpcId).id : defaultVpc(region);
    if (region.securityGroups.all().some(group => group.name === name && group.vpcId === vpcId))
        throw new Ec2Error('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`);
    const tags = tagsAtCreation(input.TagSpecification, 'security-group')('security-group');
    const group = { id: newId('sg'), name, description: input.GroupDescription, vpcId, rules: [], tags };
    addRules(group, true, [{ ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }], {});
    region.securityGroups.add(group);
    return { return: true, groupId: group.id, securityGroupArn: arn(region, group), tagSet: tagSet(tags) };
});
const arn = (region, group) => `arn:aws:ec2:${region.name}:${accountId}:security-group/${group.id}`;
const describeSecurityGroups = action({ GroupId: list(shape_text), GroupName: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const named = input.GroupName.map(name => groupByName(region, name));
    const all = input.GroupId.length > 0 || named.length === 0 ? region.securityGroups.select(input.GroupId) : [];
    const chosen = applyFilters([...new Set([...named, ...all])], input.Filter, groupFilters);
    const { records, nextToken } = page(chosen, group => group.id, input);
    return {
        nextToken,
        securityGroupInfo: records.map(group => ({
            ownerId: accountId,
            groupId: group.id,
            groupName: group.name,
            groupDescription: group.description,
            vpcId: group.vpcId,
            securityGroupArn: arn(region, group),
            ipPermissions: permissionsView(group.rules.filter(rule => !rule.isEgress)),
            ipPermissionsEgress: permissionsView(group.rules.filter(rule => rule.isEgress)),
            tagSet: tagSet(group.tags),
        })),
    };
});
const ruleFilters = (prefix, isEgress) => {
    const rules = (group) => group.rules.filter(rule => rule.isEgress === isEgress);
    return {
        [`${prefix}.cidr`]: (group) => rules(group).map(rule => rule.cidrIpv4),
        [`${prefix}.ipv6-cidr`]: (group) => rules(group).map(rule => rule.cidrIpv6),
        [`${prefix}.from-port`]: (group) => rules(group).map(rule => rule.fromPort),
        [`${prefix}.to-port`]: (group) => rules(group).map(rule => rule.toPort),
        [`${prefix}.protocol`]: (group) => rules(group).map(rule => rule.ipProtocol),
        [`${prefix}.group-id`]: (group) => rules(group).map(rule => rule.referencedGroupId),
        [`${prefix}.prefix-list-id`]: (group) => rules(group).map(rule => rule.prefixListId),
    };
};
const groupFilters = {
    'group-id': (group) => group.id,
    'group-name': (group) => group.name,
    description: (group) => group.description,
    'vpc-id': (group) => group.vpcId,
    'owner-id': () => accountId,
    ...ruleFilters('ip-permission', false),
    ...ruleFilters('egress.ip-permission', true),
};
const deleteSecurityGroup = action({ GroupId: shape_text, GroupName: shape_text }, ({ region }, input) => {
    const group = givenGroup(region, input);
    if (group.name === 'default')
        throw new Ec2Error('CannotDelete', `the specified group: "${group.id}" name: "default" cannot be deleted by a user`);
    const used = region.networkInterfaces.all().some(({ groupIds }) => groupIds.includes(group.id));
    const named = region.securityGroups
        .all()
        .some(other => other !== group && other.rules.some(rule => rule.referencedGroupId === group.id));
    if (used || named)
        throw dependencyViolation(`resource ${group.id} has a dependent object`);
    region.securityGroups.delete(group.id);
    return { return: true, groupId: group.id };
});
const securityGroups = {
    CreateSecurityGroup: createSecurityGroup,
    DescribeSecurityGroups: describeSecurityGroups,
    DeleteSecurityGroup: deleteSecurityGroup,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/spot.js












const override = {
    InstanceType: shape_text,
    SubnetId: shape_text,
    AvailabilityZone: shape_text,
    ImageId: shape_text,
    BlockDeviceMapping: blockDevices,
    ...ignoring('MaxPrice', 'WeightedCapacity', 'Priority', 'AvailabilityZoneId'),
    Placement: unused(structure(placementFields)),
    InstanceRequirements: instanceRequirements,
};
const templateSpecification = structure({ LaunchTemplateId: shape_text, LaunchTemplateName: shape_text, Version: shape_text });
const config = { LaunchTemplateSpecification: required(templateSpecification), Overrides: list(structure(override)) };
const createFleet = action({
    LaunchTemplateConfigs: required(list(structure(config))),
    TargetCapacitySpecification: required(structure({
        TotalTargetCapacity: required(integer),
        DefaultTargetCapacityType: shape_text,
        OnDemandTargetCapacity: unused(integer),
        SpotTargetCapacity: unused(integer),
        TargetCapacityUnitType: unused(shape_text),
    })),
    Type: shape_text,
    ClientToken: shape_text,
    TagSpecification: tagSpecifications,
    ...unusedOfFleet,
}, async (call, input) => {
    if (input.Type !== 'instant')
        throw unsupported('The sandbox makes fleets of the type instant only.');
    const { TotalTargetCapacity: capacity, DefaultTargetCapacityType: type } = input.TargetCapacitySpecification;
    const lifecycle = type === 'on-demand' ? 'on-demand' : 'spot';
    const tags = tagsAtCreation(input.TagSpecification, 'fleet', 'instance', 'volume', 'network-interface', 'spot-instances-request');
    tags('fleet');
    const failures = [];
    const reservationId = await once(call, input.ClientToken, async () => {
        for (const candidate of candidates(call.region, input.LaunchTemplateConfigs, lifecycle)) {
            try {
                return await launch(call, { ...candidate.request, TagSpecification: spot_merged(candidate.request, input) }, capacity);
            }
            catch (error) {
                if (!(error instanceof Ec2Error))
                    throw error;
                failures.push({ ...candidate.view, lifecycle, errorCode: error.code, errorMessage: error.message });
            }
        }
        return '';
    });
    const instances = call.region.instances.all().filter(instance => reservationId && instance.reservationId === reservationId);
    const [first] = instances;
    return {
        fleetId: newId('fleet'),
        errorSet: failures,
        fleetInstanceSet: first ? [{ lifecycle, instanceIds: instances.map(({ id }) => id), instanceType: first.type }] : [],
    };
});
function candidates(region, configs, lifecycle) {
    const nothing = decodeFields(launchFields, {});
    const market = lifecycle === 'spot' ? { MarketType: 'spot', SpotOptions: undefined } : undefined;
    return configs.flatMap(({ LaunchTemplateSpecification: template, Overrides }) => (Overrides.length > 0 ? Overrides : [decodeFields(override, {})]).map(over => {
        const own = {
            ...nothing,
            InstanceType: over.InstanceType,
            ImageId: over.ImageId,
            BlockDeviceMapping: over.BlockDeviceMapping,
            Placement: over.AvailabilityZone ? { ...inZone, AvailabilityZone: over.AvailabilityZone } : undefined,
            InstanceMarketOptions: market,
        };
        const launched = withLaunchTemplate(region, own, template);
        const request = { ...launched, ...spot_network(launched, over.SubnetId) };
        return {
            request,
            view: { launchTemplateAndOverrides: { overrides: { instanceType: over.InstanceType, subnetId: over.SubnetId } } },
        };
    }));
}
const inZone = decodeFields(placementFields, {});
const spot_network = (launched, subnetId) => subnetId === undefined
    ? {}
    : launched.NetworkInterface.length > 0
        ? { NetworkInterface: launched.NetworkInterface.map(one => ({ ...one, SubnetId: subnetId })) }
        : { SubnetId: subnetId };
const spot_merged = (request, input) => {
    const own = input.TagSpecification.filter(({ ResourceType: type }) => type !== 'fleet');
    const types = own.map(({ ResourceType: type }) => type);
    return [...own, ...request.TagSpecification.filter(({ ResourceType: type }) => !types.includes(type))];
};
const describeSpotInstanceRequests = action({ SpotInstanceRequestId: list(shape_text), Filter: filters, ...paging }, ({ region }, input) => {
    const state = (request) => spotState(region, request);
    const chosen = applyFilters(region.spotRequests.select(input.SpotInstanceRequestId), input.Filter, {
        'spot-instance-request-id': request => request.id,
        'instance-id': request => request.instanceId,
        state,
        'create-time': request => request.createTime,
    });
    const { records, nextToken } = page(chosen, request => request.id, input);
    return {
        nextToken,
        spotInstanceRequestSet: records.map(request => ({
            spotInstanceRequestId: request.id,
            instanceId: request.instanceId,
            state: state(request),
            status: { code: state(request) === 'active' ? 'fulfilled' : 'instance-terminated-by-user', message: '' },
            type: 'one-time',
            createTime: new Date(request.createTime),
            productDescription: 'Linux/UNIX',
            tagSet: tagSet(request.tags),
        })),
    };
});
const spotState = (region, { instanceId }) => {
    const instance = region.instances.find(instanceId);
    return !instance || instance.state === 'terminated' || instance.state === 'shutting-down' ? 'closed' : 'active';
};
const cancelSpotInstanceRequests = action({ SpotInstanceRequestId: required(list(shape_text)) }, ({ region }, input) => ({
    spotInstanceRequestSet: region.spotRequests
        .select(input.SpotInstanceRequestId)
        .map(({ id }) => ({ spotInstanceRequestId: id, state: 'cancelled' })),
}));
const spot = {
    CreateFleet: createFleet,
    DescribeSpotInstanceRequests: describeSpotInstanceRequests,
    CancelSpotInstanceRequests: cancelSpotInstanceRequests,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/tags.js







function resource({ cloud, region }, id) {
    if (id.startsWith('sgr-'))
        return findRule(region, id).rule;
    const published = cloud.publicImages(region).find(image => image.id === id);
    if (published)
        throw new Ec2Error('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403);
    const collection = region.collections.find(({ kind }) => id.startsWith(`${kind.prefix}-`));
    if (!collection)
        throw new Ec2Error('InvalidID', `The ID '${id}' is not valid`);
    return collection.get(id);
}
const createTags = action({ ResourceId: required(list(shape_text)), Tag: required(tagList) }, (call, input) => {
    const changes = input.ResourceId.map(id => resource(call, id)).map(one => ({ one, tags: checkedTags(input.Tag, one.tags) }));
    for (const { one, tags } of changes)
        one.tags = tags;
    return { return: true };
});
const deleteTags = action({ ResourceId: required(list(shape_text)), Tag: tagList }, (call, input) => {
    for (const one of input.ResourceId.map(id => resource(call, id))) {
        const goes = (key, value) => input.Tag.length === 0 || input.Tag.some(tag => tag.Key === key && (tag.Value === undefined || tag.Value === value));
        one.tags = Object.fromEntries(Object.entries(one.tags).filter(([key, value]) => !goes(key, value)));
    }
    return { return: true };
});
const describeTags = action({ Filter: filters, ...paging }, ({ region }, input) => {
    const chosen = applyFilters(allTags(region), input.Filter, {
        key: tag => tag.key,
        value: tag => tag.value,
        'resource-id': tag => tag.resourceId,
        'resource-type': tag => tag.resourceType,
    });
    const { records, nextToken } = page(chosen, tag => `${tag.resourceId}/${tag.key}`, input);
    return {
        nextToken,
        tagSet: records.map(({ key, value, resourceId, resourceType }) => ({ key, value, resourceId, resourceType })),
    };
});
function allTags(region) {
    const records = region.collections.flatMap(one => one.all().map(record => ({ type: one.kind.type, record })));
    const rules = region.securityGroups.all().flatMap(group => group.rules.map(record => ({ type: 'security-group-rule', record })));
    return [...records, ...rules].flatMap(({ type: resourceType, record }) => Object.entries(record.tags).map(([key, value]) => ({
        key,
        value,
        resourceId: record.id,
        resourceType,
        tags: { [key]: value },
    })));
}
const tags = { CreateTags: createTags, DeleteTags: deleteTags, DescribeTags: describeTags };

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/volumes.js












const createVolume = action({
    AvailabilityZone: shape_text,
    AvailabilityZoneId: shape_text,
    Encrypted: flag,
    Iops: integer,
    KmsKeyId: shape_text,
    Size: integer,
    SnapshotId: shape_text,
    VolumeType: shape_text,
    Throughput: integer,
    TagSpecification: tagSpecifications,
    ClientToken: shape_text,
    ...ignoring('OutpostArn'),
    ...unusedOperator,
    MultiAttachEnabled: unused(flag),
    VolumeInitializationRate: unused(integer),
}, async (call, input) => {
    const { cloud, region } = call;
    const id = await once(call, input.ClientToken, async () => {
        const zone = input.AvailabilityZone ?? region.zones.find(one => zoneId(one) === input.AvailabilityZoneId);
        if (!zone)
            throw new Ec2Error('MissingParameter', 'The request must contain the parameter zone');
        if (!region.zones.includes(zone))
            throw new Ec2Error('InvalidZone.NotFound', `The zone '${zone}' does not exist.`);
        const snapshotGiB = input.SnapshotId ? snapshotSize(cloud, region, input.SnapshotId) : undefined;
        const mapping = {
            deviceName: '',
            snapshotId: input.SnapshotId,
            sizeGiB: input.Size,
            type: input.VolumeType,
            iops: input.Iops,
            throughput: input.Throughput,
            encrypted: input.Encrypted,
            kmsKeyId: input.KmsKeyId,
        };
        const volume = {
            id: newId('vol'),
            ...volumeSettings(mapping, snapshotGiB),
            zone,
            snapshotId: input.SnapshotId,
            createTime: new Date().toISOString(),
            state: 'creating',
            tags: tagsAtCreation(input.TagSpecification, 'volume')('volume'),
        };
        region.volumes.add(volume);
        await cloud.contents.createVolume(region, volume).catch(error => {
            region.volumes.delete(volume.id);
            throw error;
        });
        volume.state = 'available';
        return volume.id;
    });
    return volumeView(region, region.volumes.get(id));
});
const describeVolumes = action({ VolumeId: list(shape_text), IncludeManagedResources: flag, Filter: filters, ...paging }, ({ region }, input) => {
    const attached = (volume) => mapping(region, volume);
    const chosen = applyFilters(region.volumes.select(input.VolumeId), input.Filter, {
        'volume-id': volume => volume.id,
        'volume-type': volume => volume.type,
        'availability-zone': volume => volume.zone,
        'availability-zone-id': volume => zoneId(volume.zone),
        'attachment.instance-id': volume => volume.attachment?.instanceId,
        'attachment.device': volume => volume.attachment?.device,
        'attachment.attach-time': volume => volume.attachment?.attachTime,
        'attachment.status': volume => (volume.attachment ? 'attached' : undefined),
        'attachment.delete-on-termination': volume => attached(volume)?.deleteOnTermination,
        'create-time': volume => volume.createTime,
        encrypted: volume => volume.encrypted,
        size: volume => volume.sizeGiB,
        'snapshot-id': volume => volume.snapshotId,
        status: volume => volume.state,
    });
    const { records, nextToken } = page(chosen, volume => volume.id, input);
    return { nextToken, volumeSet: records.map(volume => volumeView(region, volume)) };
});
const deleteVolume = action({ VolumeId: required(shape_text) }, async ({ cloud, region }, input) => {
    const volume = region.volumes.get(input.VolumeId);
    if (volume.attachment)
        throw new Ec2Error('VolumeInUse', `Volume ${volume.id} is currently attached to ${volume.attachment.instanceId}`);
    region.volumes.delete(volume.id);
    cloud.run(`volume ${volume.id}`, () => cloud.contents.releaseVolume(volume.id));
    return { return: true };
});
const attachVolume = action({ Device: required(shape_text), InstanceId: required(shape_text), VolumeId: required(shape_text), EbsCardIndex: unused(integer) }, ({ region }, input) => {
    const volume = region.volumes.get(input.VolumeId);
    const instance = region.instances.get(input.InstanceId);
    if (volume.state !== 'available')
        throw incorrectState(`Volume ${volume.id} is in state ${volume.state}`, 'IncorrectState');
    if (volume.zone !== instance.zone)
        throw new Ec2Error('InvalidVolume.ZoneMismatch', `The volume '${volume.id}' is not in the same availability zone as instance '${instance.id}'`);
    if (!is(instance, 'stopped'))
        throw notStopped(instance.id);
    if (instance.volumes.some(({ deviceName }) => deviceName === input.Device))
        throw new Ec2Error('InvalidParameterValue', `Invalid value '${input.Device}' for unixDevice. Attachment point ${input.Device} is already in use`);
    const attachTime = new Date().toISOString();
    volume.attachment = { instanceId: instance.id, device: input.Device, attachTime };
    volume.state = 'in-use';
    instance.volumes.push({ deviceName: input.Device, volumeId: volume.id, deleteOnTermination: false, attachTime });
    return { ...attachmentView(region, volume), status: 'attaching' };
});
const detachVolume = action({ Device: shape_text, Force: flag, InstanceId: shape_text, VolumeId: required(shape_text) }, ({ region }, input) => {
    const volume = region.volumes.get(input.VolumeId);
    const instance = region.instances.find(volume.attachment?.instanceId);
    if (!instance || (input.InstanceId && input.InstanceId !== instance.id))
        throw incorrectState(`Volume '${volume.id}' is in the 'available' state.`);
    if (!is(instance, 'stopped'))
        throw notStopped(instance.id);
    const view = { ...attachmentView(region, volume), status: 'detaching' };
    instance.volumes = instance.volumes.filter(({ volumeId }) => volumeId !== volume.id);
    volume.attachment = undefined;
    volume.state = 'available';
    return view;
});
const notStopped = (id) => new Ec2Error('UnsupportedOperation', `The sandbox attaches and detaches volumes while an instance is stopped; ${id} is not.`);
const mapping = (region, volume) => region.instances.find(volume.attachment?.instanceId)?.volumes.find(({ volumeId }) => volumeId === volume.id);
const attachmentView = (region, volume) => ({
    volumeId: volume.id,
    instanceId: volume.attachment.instanceId,
    device: volume.attachment.device,
    status: 'attached',
    attachTime: new Date(volume.attachment.attachTime),
    deleteOnTermination: mapping(region, volume)?.deleteOnTermination ?? false,
});
const volumeView = (region, volume) => ({
    volumeId: volume.id,
    size: volume.sizeGiB,
    snapshotId: volume.snapshotId ?? '',
    availabilityZone: volume.zone,
    availabilityZoneId: zoneId(volume.zone),
    status: volume.state,
    createTime: new Date(volume.createTime),
    attachmentSet: volume.attachment ? [attachmentView(region, volume)] : [],
    tagSet: tagSet(volume.tags),
    volumeType: volume.type,
    iops: volume.iops,
    throughput: volume.throughput,
    encrypted: volume.encrypted,
    kmsKeyId: volume.kmsKeyId,
    multiAttachEnabled: false,
});
const volumes = {
    CreateVolume: createVolume,
    DescribeVolumes: describeVolumes,
    DeleteVolume: deleteVolume,
    AttachVolume: attachVolume,
    DetachVolume: detachVolume,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/actions/index.js





















const actions = {
    ...places,
    ...network,
    ...types,
    ...keyPairs,
    ...securityGroups,
    ...securityGroupRules,
    RunInstances: runInstances,
    ...instances,
    ...instancePower,
    ...instanceAttributes,
    ...launchTemplates,
    ...spot,
    ...volumes,
    ...snapshots,
    ...images_images,
    CreateImage: createImage,
    CopyImage: copyImage,
    RegisterImage: registerImage,
    DeregisterImage: deregisterImage,
    ...imageAttributes,
    ...fastLaunch,
    ...tags,
};

;// CONCATENATED MODULE: ./build/sandbox/ec2/protocol/form.js

const framing = /^(Action|Version|AUTHPARAMS|AWSAccessKeyId|Signature|SignatureMethod|SignatureVersion|SecurityToken|Timestamp|Expires|X-Amz-.*)$/i;
const defaultRegion = 'us-east-1';
function readQuery(form, authorization = '') {
    const { accessKeyId, region, service } = identityIn(authorization, form.get('X-Amz-Credential') ?? '');
    const action = form.get('Action');
    if (!action)
        throw new Ec2Error('MissingAction', 'The request is missing an action or a required parameter.');
    const parameters = Object.create(null);
    for (const [name, value] of form)
        if (!framing.test(name))
            place(parameters, name, value);
    return {
        action,
        version: form.get('Version') ?? '',
        region,
        service: service || 'ec2',
        accessKeyId,
        parameters,
    };
}
function identityIn(authorization, presigned = '') {
    const credential = /Credential=([^,\s]+)/.exec(authorization)?.[1] ?? presigned;
    const [accessKeyId = '', , region, service = ''] = decodeURIComponent(credential).split('/');
    return { accessKeyId, region: region || defaultRegion, service };
}
function place(tree, name, value) {
    const steps = name.split('.');
    let at = tree;
    for (const step of steps.slice(0, -1)) {
        const next = at[step];
        if (typeof next === 'string')
            throw conflicting(name);
        const below = next ?? Object.create(null);
        at[step] = below;
        at = below;
    }
    const last = steps.at(-1);
    if (at[last] !== undefined)
        throw conflicting(name);
    at[last] = value;
}
const conflicting = (name) => new Ec2Error('InvalidQueryParameter', `The parameter ${name} is given more than once.`);

// EXTERNAL MODULE: external "./apart/fast-xml-parser.js"
var fast_xml_parser_js_ = __webpack_require__(76168);
;// CONCATENATED MODULE: ./build/sandbox/ec2/protocol/xml.js

const builder = new fast_xml_parser_js_.XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
function xml_document(name, namespace, content) {
    const root = toBuilt(content);
    return declaration + builder.build({ [name]: namespace ? { '@xmlns': namespace, ...root } : root });
}
function toBuilt(value) {
    if (value === undefined)
        return '';
    if (value instanceof Date)
        return value.toISOString();
    if (isList(value))
        return value.length === 0 ? '' : { item: value.map(toBuilt) };
    if (typeof value !== 'object')
        return legal(String(value));
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return Object.fromEntries(members.map(([name, member]) => [name, toBuilt(member)]));
}
const isList = (value) => Array.isArray(value);
const legal = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

;// CONCATENATED MODULE: ./build/sandbox/ec2/sts.js



const isSts = ({ service, version }) => service === 'sts' || version === '2011-06-15';
function sts({ action }, requestId) {
    if (action !== 'GetCallerIdentity')
        throw new Ec2Error('InvalidAction', `Could not find operation ${action} for version 2011-06-15`);
    return xml_document('GetCallerIdentityResponse', 'https://sts.amazonaws.com/doc/2011-06-15/', {
        GetCallerIdentityResult: {
            Arn: `arn:aws:iam::${accountId}:user/sandbox`,
            UserId: 'AIDAINGOTSANDBOXUSER0',
            Account: accountId,
        },
        ResponseMetadata: { RequestId: requestId },
    });
}

;// CONCATENATED MODULE: ./build/sandbox/ec2/endpoint.js








const apiVersion = '2016-11-15';
const namespace = `http://ec2.amazonaws.com/doc/${apiVersion}/`;
async function handle(cloud, { form, authorization }, faults) {
    const requestId = (0,external_node_crypto_.randomUUID)();
    let request;
    try {
        request = readQuery(form, authorization);
        const asked = request;
        return { request, reply: await faults.around(asked, () => answer(cloud, asked, requestId)) };
    }
    catch (error) {
        if (!(error instanceof Ec2Error) && !(error instanceof CutConnection))
            cloud.options.report(String(error.stack));
        const failure = diskFailure(error, 'The request could not be carried out');
        return { request, code: failure.code, reply: refusal(failure, request, requestId), cut: error instanceof CutConnection };
    }
}
async function answer(cloud, request, requestId) {
    if (isSts(request))
        return { status: 200, requestId, body: sts(request, requestId) };
    const { action: name, parameters } = request;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action)
        throw new Ec2Error('InvalidAction', `The action ${name} is not valid for this web service.`);
    const content = await action.run({ cloud, region: cloud.region(request.region), action: name, parameters });
    if (!/^(Describe|Get)/.test(name))
        await cloud.save();
    return { status: 200, requestId, body: xml_document(`${name}Response`, namespace, { requestId, ...content }) };
}
function refusal({ code, message, status }, request, requestId) {
    const body = request && isSts(request)
        ? xml_document('ErrorResponse', 'https://sts.amazonaws.com/doc/2011-06-15/', {
            Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
            RequestId: requestId,
        })
        : xml_document('Response', undefined, { Errors: { Error: { Code: code, Message: message } }, RequestID: requestId });
    return { status, requestId, body };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/ws/wrapper.mjs
var wrapper = __webpack_require__(52977);
;// CONCATENATED MODULE: ./build/sandbox/http.js



function httpServer(answers) {
    const server = (0,external_node_http_.createServer)((request, response) => {
        respond(answers, request, response).catch(() => response.destroy());
    });
    const sockets = new wrapper.WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
        const [, session] = /^\/v1\/data-channel\/([\w-]+)\?/.exec(request.url ?? '') ?? [];
        if (session)
            sockets.handleUpgrade(request, socket, head, channel => answers.channel(session, channel));
        else
            socket.destroy();
    });
    server.keepAliveTimeout = 65_000;
    return server;
}
async function respond(answers, request, response) {
    const { authorization, host = '', 'x-amz-target': target } = request.headers;
    const posted = request.method === 'POST' ? await (0,consumers_.text)(request) : '';
    const reply = target
        ? await answers.json({ target: String(target), body: posted, authorization, host })
        : await answers.query({ form: formOf(request, posted), authorization });
    if (!reply) {
        request.socket.resetAndDestroy();
        return;
    }
    const { status, requestId, body, type = 'text/xml;charset=UTF-8' } = reply;
    response.writeHead(status, {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'x-amzn-requestid': requestId,
    });
    response.end(body);
}
function formOf(request, posted) {
    const form = new URLSearchParams(posted);
    for (const [name, value] of new URL(request.url ?? '/', 'http://sandbox').searchParams)
        form.append(name, value);
    return form;
}
async function listen(server, port) {
    await new Promise((resolve, reject) => {
        server.once('error', (error) => {
            const taken = error.code === 'EADDRINUSE';
            reject(taken ? new Error(`Port ${port} on 127.0.0.1 is in use. Choose another one, or 0 for any that is free.`) : error);
        });
        server.listen(port, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('The sandbox does not listen on a port.');
    return `http://127.0.0.1:${address.port}`;
}
function stopListening(server) {
    return new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/sandbox/lock.js



async function lock(folder) {
    const file = (0,external_node_path_.join)(folder, 'lock');
    const mine = { pid: process.pid, started: startOf(process.pid) };
    const draft = `${file}.${process.pid}`;
    await (0,promises_.writeFile)(draft, JSON.stringify(mine));
    try {
        for (let attempt = 0; attempt < 10; attempt++) {
            const taken = await (0,promises_.link)(draft, file).then(() => true, isTaken);
            if (taken)
                return held(file, mine);
            await refuseOrClear(folder, file);
        }
    }
    finally {
        await (0,promises_.rm)(draft, { force: true });
    }
    throw new Error(`The lock ${file} could not be taken.`);
}
function isTaken(error) {
    if (error.code === 'EEXIST')
        return false;
    throw error;
}
async function refuseOrClear(folder, file) {
    const holder = await read(file);
    if (holder === undefined)
        return;
    if (alive(holder)) {
        const where = holder.endpoint ? `serves it at ${holder.endpoint}` : 'is just starting with it';
        throw new Error(`The state folder ${folder} is in use: process ${holder.pid} ${where}. Stop that sandbox or choose another state folder.`);
    }
    const stale = `${file}.stale.${process.pid}`;
    await (0,promises_.rename)(file, stale).catch(() => undefined);
    const moved = await read(stale);
    if (moved && alive(moved))
        await (0,promises_.link)(stale, file).catch(() => undefined);
    await (0,promises_.rm)(stale, { force: true });
}
function held(file, mine) {
    return {
        async announce(endpoint) {
            await (0,promises_.writeFile)(`${file}.${mine.pid}`, JSON.stringify({ ...mine, endpoint }));
            await (0,promises_.rename)(`${file}.${mine.pid}`, file);
        },
        release: () => (0,promises_.rm)(file, { force: true }),
    };
}
async function read(file) {
    try {
        return JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function alive({ pid, started }) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if (error.code !== 'EPERM')
            return false;
    }
    return started === undefined || startOf(pid) === started;
}
function startOf(pid) {
    try {
        const text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/sandbox/machines/reap.js



async function reapStale(stateFolder) {
    const stale = [];
    for (const name of await (0,promises_.readdir)('/proc').catch(() => [])) {
        const pid = Number(name);
        if (Number.isInteger(pid) && pid !== process.pid && (await isOurs(pid, (0,external_node_path_.resolve)(stateFolder))))
            stale.push(pid);
    }
    for (const pid of stale)
        end(pid);
    for (const pid of stale)
        for (let wait = 0; wait < 100 && (await isOurs(pid, (0,external_node_path_.resolve)(stateFolder))); wait++)
            await (0,external_node_timers_promises_.setTimeout)(20);
    return stale;
}
async function isOurs(pid, folder) {
    const line = await (0,promises_.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const args = line.split('\0');
    const named = args.some((arg, index) => arg.startsWith('ingot-sandbox-') && args[index - 1] === '-name');
    return (named && /qemu-system-[^/]*$/.test(args[0] ?? '') && args.some(arg => arg.replaceAll(',,', ',').includes(`=${folder}${external_node_path_.sep}`)));
}
function end(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./build/sandbox/reconcile.js

async function reconcile(cloud, folder) {
    for (const region of cloud.allRegions) {
        dropHalfMade(region);
        for (const instance of region.instances.all()) {
            if (instance.state === 'shutting-down')
                cloud.machines.terminate(region, Object.assign(instance, { state: 'stopped' }));
            else if (instance.state !== 'terminated')
                await rest(cloud, instance);
        }
    }
    await cloud.settled();
    await cloud.contents.sweep(true);
    const known = new Set(cloud.allRegions.flatMap(region => region.instances.all().map(({ id }) => id)));
    for (const id of await folder.instanceFolders())
        if (!known.has(id))
            await folder.removeInstance(id);
    await cloud.save();
}
async function rest(cloud, instance) {
    if (instance.state !== 'stopped')
        instance.stateReason = { code: 'Server.ScheduledStop', message: 'Server.ScheduledStop: The sandbox was not running' };
    instance.state = 'stopped';
    instance.address = await cloud.machines.addresses.lease(instance.address);
}
function dropHalfMade(region) {
    const volumes = new Set(region.volumes
        .all()
        .filter(({ state }) => state === 'creating' || state === 'deleting')
        .map(({ id }) => id));
    for (const instance of region.instances.all()) {
        if (!instance.volumes.some(({ volumeId }) => volumes.has(volumeId)))
            continue;
        for (const { volumeId } of instance.volumes)
            volumes.add(volumeId);
        region.networkInterfaces.delete(instance.networkInterfaceId);
        region.instances.delete(instance.id);
    }
    for (const id of volumes)
        region.volumes.delete(id);
    const images = region.images.all().filter(({ state, ownerId }) => state === 'pending' && ownerId === accountId);
    const parts = images.flatMap(({ mappings }) => mappings.flatMap(({ snapshotId }) => snapshotId ?? []));
    for (const { id } of images)
        region.images.delete(id);
    const others = new Set(region.images.all().flatMap(({ mappings }) => mappings.map(({ snapshotId }) => snapshotId)));
    for (const id of parts)
        if (!others.has(id))
            region.snapshots.delete(id);
    for (const { id, state } of region.snapshots.all())
        if (state === 'pending')
            region.snapshots.delete(id);
}

;// CONCATENATED MODULE: ./build/sandbox/ssm/endpoint.js





const DOCUMENT = 'AWS-StartPortForwardingSession';
const endpoint_actions = {
    StartSession(sessions, { Target, DocumentName, Parameters, Reason = '' }, { cloud, region, host }) {
        if (DocumentName !== DOCUMENT)
            throw new Ec2Error('InvalidDocument', `The sandbox has sessions of ${DOCUMENT} only.`);
        const [port] = Parameters?.portNumber ?? ['80'];
        if (!/^\d{1,5}$/.test(port ?? ''))
            throw invalid(`portNumber ${port} is not a port`);
        if (String(Reason).length > 256)
            throw invalid('Reason has 256 characters at most');
        return opening(sessions.start(cloud.region(region), String(Target), port ?? '', DOCUMENT, String(Reason)), host);
    },
    ResumeSession(sessions, { SessionId }, { host }) {
        const session = sessions.resume(String(SessionId));
        return session ? opening(session, host) : { SessionId, StreamUrl: '', TokenValue: '' };
    },
    TerminateSession(sessions, { SessionId }) {
        sessions.close(String(SessionId));
        return { SessionId };
    },
    DescribeSessions(sessions, { State, Filters = [] }, { region }) {
        if (State !== 'Active' && State !== 'History')
            throw invalid('State is Active or History');
        const filters = Filters;
        const odd = filters.find(({ key }) => key !== 'Target' && key !== 'SessionId');
        if (odd)
            throw invalid(`The sandbox knows no filter ${odd.key}`);
        const matches = (session) => filters.every(({ key, value }) => (key === 'Target' ? session.target : session.id) === value);
        return { Sessions: sessions.list(region, State).filter(matches).map(endpoint_view) };
    },
};
const keys = {
    GenerateDataKey(sessions, { KeyId, NumberOfBytes, EncryptionContext = {} }) {
        const { plaintext, blob } = sessions.keys.generate(String(KeyId), Number(NumberOfBytes), EncryptionContext);
        return { KeyId, Plaintext: plaintext.toString('base64'), CiphertextBlob: blob.toString('base64') };
    },
};
const services = {
    AmazonSSM: { name: 'ssm', version: '2014-11-06', actions: endpoint_actions },
    TrentService: { name: 'kms', version: '2014-11-01', actions: keys },
};
const invalid = (message) => new Ec2Error('ValidationException', message);
const opening = ({ id, token }, host) => ({
    SessionId: id,
    TokenValue: token,
    StreamUrl: `ws://${host}/v1/data-channel/${id}?role=publish_subscribe`,
});
const endpoint_view = ({ id, target, reason, documentName, startDate, endDate }) => ({
    SessionId: id,
    Target: target,
    Status: endDate ? 'Terminated' : 'Connected',
    StartDate: startDate.getTime() / 1000,
    ...(endDate && { EndDate: endDate.getTime() / 1000 }),
    DocumentName: documentName,
    Owner: `arn:aws:iam::${accountId}:user/sandbox`,
    Reason: reason,
});
async function handleSsm(cloud, sessions, given, faults) {
    const requestId = (0,external_node_crypto_.randomUUID)();
    const { accessKeyId, region } = identityIn(given.authorization ?? '');
    const [prefix = '', name = ''] = given.target.split('.');
    const service = Object.hasOwn(services, prefix) ? services[prefix] : undefined;
    const { name: serviceName = prefix, version = '' } = service ?? {};
    const request = { action: name, version, region, service: serviceName, accessKeyId, parameters: {} };
    const reply = (status, body) => ({
        status,
        requestId,
        body: JSON.stringify(body),
        type: 'application/x-amz-json-1.1',
    });
    try {
        const input = JSON.parse(given.body || '{}');
        Object.assign(request.parameters, tree(input));
        const action = service && Object.hasOwn(service.actions, name) ? service.actions[name] : undefined;
        if (!action)
            throw new Ec2Error('UnknownOperationException', `The sandbox has no ${given.target}`);
        const { host } = given;
        return {
            request,
            reply: await faults.around(request, async () => reply(200, action(sessions, input, { cloud, region, host }))),
        };
    }
    catch (error) {
        if (error instanceof CutConnection)
            return { request, reply: reply(500, {}), cut: true };
        if (!(error instanceof Ec2Error))
            throw error;
        return { request, code: error.code, reply: reply(error.status, { __type: error.code, message: error.message }) };
    }
}
const tree = (input) => Object.fromEntries(Object.entries(input).map(([name, value]) => [
    name,
    typeof value === 'object' && value !== null ? tree(value) : String(value),
]));

;// CONCATENATED MODULE: ./build/sandbox/ssm/frame.js

const frame_kinds = {
    data: 1,
    handshakeRequest: 5,
    handshakeResponse: 6,
    handshakeComplete: 7,
    encryptionRequest: 8,
    encryptionResponse: 9,
    flag: 10,
};
function readFrame(bytes) {
    if (bytes.length < 120)
        throw new Error(`a frame has 120 bytes at least, this one ${bytes.length}`);
    const headerLength = bytes.readUInt32BE(0);
    if (headerLength !== 116)
        throw new Error(`a client's header has 116 bytes, this one ${headerLength}`);
    const schema = bytes.readUInt32BE(36);
    if (schema !== 1)
        throw new Error(`schema version ${schema}`);
    if (bytes.readBigUInt64BE(40) === 0n)
        throw new Error('a frame without its time');
    const body = bytes.subarray(120);
    if (bytes.readUInt32BE(116) !== body.length)
        throw new Error('a frame that is longer or shorter than it says');
    const digest = (0,external_node_crypto_.createHash)('sha256').update(body).digest();
    if (body.length > 0 && digest.compare(bytes, 80, 112) !== 0)
        throw new Error('a payload that is not what was sent');
    const [low, high] = [bytes.toString('hex', 64, 72), bytes.toString('hex', 72, 80)];
    const uuid = [high.slice(0, 8), high.slice(8, 12), high.slice(12), low.slice(0, 4), low.slice(4)].join('-');
    return {
        name: bytes.toString('ascii', 4, 36).trimEnd(),
        number: Number(bytes.readBigInt64BE(48)),
        uuid,
        kind: bytes.readUInt32BE(112),
        body,
    };
}
function writeFrame(name, body, { number = 0, kind = 0, flags = 0, withKind = true } = {}) {
    const uuid = (0,external_node_crypto_.randomUUID)().replaceAll('-', '');
    const parts = [
        word(withKind ? 116 : 112),
        Buffer.from(name.padEnd(32, ' ')),
        word(1),
        frame_long(Date.now()),
        frame_long(number),
        frame_long(flags),
        Buffer.from(uuid.slice(16) + uuid.slice(0, 16), 'hex'),
        (0,external_node_crypto_.createHash)('sha256').update(body).digest(),
        ...(withKind ? [word(kind)] : []),
        word(body.length),
        body,
    ];
    return Buffer.concat(parts);
}
function word(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}
function frame_long(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(value));
    return bytes;
}

;// CONCATENATED MODULE: ./build/sandbox/ssm/mux-server.js
const commands = ['SYN', 'FIN', 'PSH', 'NOP'];
const SILENCE_MILLISECONDS = 30_000;
const NOP_MILLISECONDS = 10_000;
class MuxServer {
    constructor(port, keepsAlive) {
        this.port = port;
        this.keepsAlive = keepsAlive;
        this.buffered = Buffer.alloc(0);
        this.connections = new Map();
        if (keepsAlive)
            this.nops = setInterval(() => port.send(this.packet('NOP', 0)), NOP_MILLISECONDS).unref();
        this.heard();
    }
    read(bytes) {
        this.heard();
        this.buffered = Buffer.concat([this.buffered, bytes]);
        for (;;) {
            if (this.buffered.length < 8)
                return;
            const version = this.buffered[0];
            if (version !== 1)
                throw new Error(`smux version ${version}`);
            const length = this.buffered.readUInt16LE(2);
            if (this.buffered.length < 8 + length)
                return;
            const command = commands[this.buffered[1] ?? 0];
            const stream = this.buffered.readUInt32LE(4);
            const data = Buffer.from(this.buffered.subarray(8, 8 + length));
            this.buffered = this.buffered.subarray(8 + length);
            if (command)
                this.obey(command, stream, data);
        }
    }
    end() {
        clearInterval(this.nops);
        clearTimeout(this.silence);
        for (const connection of this.connections.values())
            void connection.then(each => each?.destroy());
        this.connections.clear();
    }
    heard() {
        if (!this.keepsAlive)
            return;
        clearTimeout(this.silence);
        this.silence = setTimeout(() => this.end(), SILENCE_MILLISECONDS).unref();
    }
    obey(command, stream, data) {
        if (command === 'SYN')
            this.connections.set(stream, this.dial(stream));
        if (command === 'PSH')
            void this.connections.get(stream)?.then(connection => connection?.write(data));
        if (command === 'FIN') {
            void this.connections.get(stream)?.then(connection => connection?.end());
            this.connections.delete(stream);
        }
    }
    async dial(stream) {
        const hangUp = () => {
            if (this.connections.delete(stream))
                this.port.send(this.packet('FIN', stream));
        };
        try {
            const connection = await this.port.connect();
            connection.on('data', data => this.port.send(this.packet('PSH', stream, data)));
            connection.on('error', () => undefined);
            connection.on('close', hangUp);
            return connection;
        }
        catch {
            this.port.refused();
            hangUp();
            return undefined;
        }
    }
    packet(command, stream, data = Buffer.alloc(0)) {
        const head = Buffer.of(1, commands.indexOf(command), data.length & 0xff, data.length >> 8, 0, 0, 0, 0);
        head.writeUInt32LE(stream, 4);
        return Buffer.concat([head, data]);
    }
}

;// CONCATENATED MODULE: ./build/sandbox/ssm/agent.js


const VERSION = '3.3.2299.0';
const FIRST_WITH_MUX = [3, 0, 196, 1];
const FIRST_WITHOUT_KEEP_ALIVE = [3, 1, 1511, 1];
const FIRST_CLIENT_WITH_MUX = [1, 1, 70];
const CHUNK = 1024;
const RESEND_MILLISECONDS = 100;
const UNACKNOWLEDGED_MILLISECONDS = 200;
class Agent {
    constructor(world, portNumber, version = VERSION, encryption) {
        this.world = world;
        this.portNumber = portNumber;
        this.encryption = encryption;
        this.next = 0;
        this.expected = 0;
        this.early = new Map();
        this.unacknowledged = [];
        this.paused = true;
        this.timer = setInterval(() => this.resend(), RESEND_MILLISECONDS).unref();
        this.clientVersion = '';
        this.version = version;
    }
    start() {
        this.paused = false;
        if (this.next === 0)
            this.greet();
    }
    pause() {
        this.paused = true;
    }
    end() {
        clearInterval(this.timer);
        this.port?.end();
        this.port = undefined;
        this.unacknowledged.length = 0;
    }
    hear(bytes) {
        const frame = readFrame(bytes);
        if (frame.name === 'acknowledge')
            this.forget(JSON.parse(frame.body.toString()).AcknowledgedMessageSequenceNumber);
        if (frame.name !== 'input_stream_data')
            return;
        if (frame.number < this.expected)
            return;
        this.early.set(frame.number, frame);
        const said = {
            AcknowledgedMessageType: frame.name,
            AcknowledgedMessageId: frame.uuid,
            AcknowledgedMessageSequenceNumber: frame.number,
            IsSequentialMessage: true,
        };
        this.world.say(writeFrame('acknowledge', Buffer.from(JSON.stringify(said)), { flags: 3 }));
        for (;;) {
            const due = this.early.get(this.expected);
            if (!due)
                return;
            this.early.delete(this.expected++);
            this.process(due);
        }
    }
    greet() {
        const actions = [];
        if (this.encryption)
            actions.push(this.encryption.request);
        const Properties = { portNumber: this.portNumber, type: 'LocalPortForwarding' };
        actions.push({ ActionType: 'SessionType', ActionParameters: { SessionType: 'Port', Properties } });
        this.send(frame_kinds.handshakeRequest, Buffer.from(JSON.stringify({ AgentVersion: this.version, RequestedClientActions: actions })));
    }
    process({ kind, body }) {
        if (kind === frame_kinds.handshakeResponse)
            this.agree(JSON.parse(body.toString()));
        else if (kind === frame_kinds.encryptionResponse)
            this.verify(JSON.parse(body.toString()));
        else if (kind === frame_kinds.data)
            this.port?.read(this.encryption?.decrypt(body) ?? body);
        else if (kind === frame_kinds.flag && body.readUInt32BE(0) === 2)
            this.world.over('');
        else if (kind === frame_kinds.flag)
            this.port?.flag?.(body.readUInt32BE(0));
    }
    agree({ ClientVersion, ProcessedClientActions }) {
        const failed = ProcessedClientActions.find(({ ActionStatus }) => ActionStatus !== 1);
        if (failed) {
            const { ActionType, ActionStatus, Error: error } = failed;
            this.world.over(`${ActionType} failed on client with status ${ActionStatus} error: ${error}`);
            return;
        }
        this.clientVersion = ClientVersion;
        if (this.encryption)
            this.tryKey(this.encryption, ProcessedClientActions);
        else
            this.begin();
    }
    tryKey(encryption, actions) {
        try {
            const { ActionResult } = actions.find(({ ActionType }) => ActionType === 'KMSEncryption') ?? {};
            this.send(frame_kinds.encryptionRequest, encryption.agree(ActionResult ?? null));
        }
        catch (error) {
            this.world.over(`Fetching data key failed: ${error.message}`);
        }
    }
    verify(answer) {
        if (this.encryption?.isSolvedBy(answer))
            this.begin();
        else
            this.world.over('Encryption challenge does not match');
    }
    begin() {
        const complete = { HandshakeTimeToComplete: 1_000_000, CustomerMessage: '' };
        this.send(frame_kinds.handshakeComplete, Buffer.from(JSON.stringify(complete)));
        const isMultiplexed = isAtLeast(this.version, FIRST_WITH_MUX) && isAtLeast(this.clientVersion, FIRST_CLIENT_WITH_MUX);
        if (isMultiplexed)
            this.port = this.multiplexed();
        else
            void this.single();
    }
    multiplexed() {
        const keepsAlive = !isAtLeast(this.version, FIRST_WITHOUT_KEEP_ALIVE);
        return new MuxServer({
            send: bytes => this.sendData(bytes),
            connect: () => this.world.connect(),
            refused: () => this.send(frame_kinds.flag, word(3)),
        }, keepsAlive);
    }
    async single() {
        let connection;
        const dial = async () => {
            const made = await this.world.connect();
            made.on('data', data => this.sendData(data));
            made.on('error', () => undefined);
            return made;
        };
        const hangUp = () => {
            void connection?.then(each => each.destroy()).catch(() => undefined);
            connection = undefined;
        };
        const failed = () => this.world.over(`Unable to connect to specified port: ${this.portNumber}`);
        this.port = {
            read: bytes => {
                connection ??= dial();
                connection.then(each => each.write(bytes), failed);
            },
            flag: flag => flag === 1 && hangUp(),
            end: hangUp,
        };
        connection = dial();
        await connection.catch(failed);
    }
    sendData(bytes) {
        for (let at = 0; at < bytes.length; at += CHUNK) {
            const part = bytes.subarray(at, at + CHUNK);
            this.send(frame_kinds.data, this.encryption?.encrypt(part) ?? part);
        }
    }
    send(kind, body) {
        const number = this.next++;
        const frame = writeFrame('output_stream_data', body, { number, kind, flags: number === 0 ? 1 : 0 });
        this.unacknowledged.push({ number, frame, sent: Date.now() });
        if (!this.paused)
            this.world.say(frame);
    }
    forget(number) {
        const index = this.unacknowledged.findIndex(each => each.number === number);
        if (index >= 0)
            this.unacknowledged.splice(index, 1);
    }
    resend() {
        const [oldest] = this.unacknowledged;
        if (this.paused || !oldest || Date.now() - oldest.sent < UNACKNOWLEDGED_MILLISECONDS)
            return;
        oldest.sent = Date.now();
        this.world.say(oldest.frame);
    }
}
function isAtLeast(version, least) {
    const parts = version.split('.').map(Number);
    for (const [index, wanted] of least.entries())
        if ((parts[index] ?? 0) !== wanted)
            return (parts[index] ?? 0) > wanted;
    return true;
}

;// CONCATENATED MODULE: ./build/sandbox/ssm/data-keys.js



const NAME = 'sandbox';
const KEY_ARN = `arn:aws:kms:us-east-1:${accountId}:key/${NAME}`;
class DataKeys {
    constructor() {
        this.secret = (0,external_node_crypto_.randomBytes)(32);
    }
    generate(keyId, bytes, context) {
        if (![KEY_ARN, NAME].includes(keyId))
            throw new Ec2Error('NotFoundException', `Key '${keyId}' does not exist`);
        if (!Number.isInteger(bytes) || bytes < 1 || bytes > 1024)
            throw new Ec2Error('ValidationException', 'NumberOfBytes is a number from 1 to 1024');
        const plaintext = (0,external_node_crypto_.randomBytes)(bytes);
        const iv = (0,external_node_crypto_.randomBytes)(12);
        const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', this.secret, iv).setAAD(bound(context));
        const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
        return { plaintext, blob: Buffer.concat([iv, cipher.getAuthTag(), body]) };
    }
    open(blob, context) {
        try {
            const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', this.secret, blob.subarray(0, 12)).setAAD(bound(context));
            decipher.setAuthTag(blob.subarray(12, 28));
            return Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()]);
        }
        catch {
            throw new Ec2Error('InvalidCiphertextException', 'The ciphertext is invalid');
        }
    }
}
const bound = (context) => Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));

;// CONCATENATED MODULE: ./build/sandbox/ssm/encryption.js


class Encryption {
    constructor(kms, bound, withChallenge) {
        this.kms = kms;
        this.bound = bound;
        this.riddle = (0,external_node_crypto_.randomBytes)(64);
        this.challenge = withChallenge ? (0,external_node_crypto_.randomUUID)() : undefined;
    }
    get request() {
        const ActionParameters = { KMSKeyId: KEY_ARN, ...(this.challenge && { Challenge: this.challenge }) };
        return { ActionType: 'KMSEncryption', ActionParameters };
    }
    agree(answer) {
        const context = {
            'aws:ssm:SessionId': this.bound.session,
            'aws:ssm:TargetId': this.bound.target,
        };
        if (this.challenge && answer?.ChallengeAcknowledgement)
            context['aws:ssm:RandomChallenge'] = this.challenge;
        const both = this.kms.open(Buffer.from(answer?.KMSCipherTextKey ?? '', 'base64'), context);
        this.keys = { own: both.subarray(0, 32), clients: both.subarray(32) };
        return Buffer.from(JSON.stringify({ Challenge: this.encrypt(this.riddle).toString('base64') }));
    }
    isSolvedBy({ Challenge = '' }) {
        return this.decrypt(Buffer.from(Challenge, 'base64')).equals(this.riddle);
    }
    encrypt(bytes) {
        if (!this.keys)
            throw new Error('the client has made no key yet');
        const nonce = (0,external_node_crypto_.randomBytes)(12);
        const aes = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', this.keys.own, nonce);
        return Buffer.concat([nonce, aes.update(bytes), aes.final(), aes.getAuthTag()]);
    }
    decrypt(bytes) {
        if (!this.keys || bytes.length < 28)
            throw new Error('data that is not encrypted');
        const aes = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', this.keys.clients, bytes.subarray(0, 12));
        aes.setAuthTag(bytes.subarray(-16));
        return Buffer.concat([aes.update(bytes.subarray(12, -16)), aes.final()]);
    }
}

;// CONCATENATED MODULE: ./build/sandbox/ssm/sessions.js







const HISTORY = 100;
class Sessions {
    constructor(cloud, faults) {
        this.cloud = cloud;
        this.faults = faults;
        this.keys = new DataKeys();
        this.live = new Map();
        this.ended = [];
    }
    start(region, target, portNumber, documentName, reason) {
        const instance = region.instances.find(target);
        const boot = instance && is(instance, 'running') && instance.iamInstanceProfile ? this.cloud.machines.boot(target) : undefined;
        if (boot === undefined)
            throw new Ec2Error('TargetNotConnected', `${target} is not connected.`);
        const id = `sandbox-${(0,external_node_crypto_.randomBytes)(9).toString('hex').slice(0, 17)}`;
        const session = { id, region: region.name, target, reason, documentName, startDate: new Date(), token: (0,external_node_crypto_.randomUUID)() };
        const { version, encryption } = this.faults.agent();
        const agent = new Agent({
            say: frame => this.relay(id, 'out', frame),
            connect: () => this.cloud.machines.connect(target, Number(portNumber)),
            over: output => this.close(id, output),
        }, portNumber, version, encryption && new Encryption(this.keys, { session: id, target }, encryption === 'challenge'));
        this.live.set(id, { session, agent, boot, held: {} });
        return session;
    }
    resume(id) {
        const live = this.live.get(id);
        if (!live)
            return undefined;
        live.session.token = (0,external_node_crypto_.randomUUID)();
        return live.session;
    }
    close(id, output = '') {
        const live = this.live.get(id);
        if (!live)
            return;
        this.live.delete(id);
        live.agent.end();
        const { session, socket } = live;
        session.endDate = new Date();
        this.ended.unshift(session);
        this.ended.length = Math.min(this.ended.length, HISTORY);
        const said = { MessageType: 'channel_closed', MessageId: (0,external_node_crypto_.randomUUID)(), SchemaVersion: 1, SessionId: id, Output: output };
        socket?.send(writeFrame('channel_closed', Buffer.from(JSON.stringify(said)), { withKind: false }));
        socket?.close();
    }
    list(region, state) {
        const all = state === 'Active' ? [...this.live.values()].map(({ session }) => session) : this.ended;
        return all.filter(session => session.region === region);
    }
    accept(id, socket) {
        socket.on('error', () => undefined);
        socket.once('message', data => {
            const live = this.live.get(id);
            if (!live || tokenIn(String(data)) !== live.session.token)
                return socket.close(1008, 'the token is not that of the session');
            live.socket?.terminate();
            live.socket = socket;
            socket.on('message', (frame, isBinary) => isBinary && live.socket === socket && this.relay(id, 'in', frame));
            socket.on('close', () => {
                if (live.socket !== socket)
                    return;
                live.socket = undefined;
                live.agent.pause();
            });
            live.agent.start();
        });
    }
    closeAll() {
        for (const id of this.live.keys())
            this.close(id);
    }
    relay(id, direction, frame) {
        const live = this.live.get(id);
        if (!live)
            return;
        if (this.cloud.machines.boot(live.session.target) !== live.boot) {
            live.agent.end();
            return;
        }
        const pass = (each) => {
            if (direction === 'in')
                this.hear(live, each);
            else if (live.socket?.readyState === 1)
                live.socket.send(each);
        };
        const fault = this.faults.frame(direction);
        if (fault === 'cut')
            live.socket?.terminate();
        if (fault === 'cut' || fault === 'drop')
            return;
        if (fault === 'swap' && !live.held[direction]) {
            live.held[direction] = frame;
            return;
        }
        pass(frame);
        if (fault === 'duplicate')
            pass(frame);
        const { [direction]: held } = live.held;
        live.held[direction] = undefined;
        if (held)
            pass(held);
    }
    hear({ agent, socket }, frame) {
        try {
            agent.hear(frame);
        }
        catch (error) {
            this.cloud.options.report(`Session Manager hung up on a client: ${error.message}`);
            socket?.close(1003, error.message);
        }
    }
}
function tokenIn(text) {
    try {
        const { MessageSchemaVersion, RequestId, TokenValue, ClientId } = JSON.parse(text);
        return MessageSchemaVersion === '1.0' && RequestId && ClientId ? TokenValue : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/sandbox/state-folder.js
var state_folder = __webpack_require__(24935);
;// CONCATENATED MODULE: ./build/sandbox/serve.js












async function serve(options) {
    const { kind, report, signal, faults = noFaults } = options;
    const folder = new state_folder/* StateFolder */.s(options.stateFolder);
    await folder.prepare();
    const held = await lock(folder.path);
    const calls = callLog(options.calls);
    try {
        const stale = await reapStale(folder.path);
        if (stale.length > 0)
            report(`Ended machines that a dead sandbox left running: ${stale.join(', ')}`);
        const baseImages = await kind.prepare(report, signal);
        const pace = faults.pace(options.latency === 'aws' ? likeAws : noDelay);
        const cloud = new Cloud({ kind, storage: folder, baseImages, pace, lacks: faults.lacks, report });
        const saved = await folder.load();
        if (saved)
            cloud.restore(saved);
        await reconcile(cloud, folder);
        const sessions = new Sessions(cloud, faults);
        const logged = async (answering) => {
            const started = new Date();
            const record = await answering;
            calls.write(record, started);
            return record.cut ? undefined : record.reply;
        };
        const server = httpServer({
            query: request => logged(handle(cloud, request, faults)),
            json: request => logged(handleSsm(cloud, sessions, request, faults)),
            channel: (session, socket) => sessions.accept(session, socket),
        });
        const endpoint = await listen(server, options.port ?? 0);
        await held.announce(endpoint);
        const close = async (graceSeconds = 10) => {
            sessions.closeAll();
            await stopListening(server);
            await cloud.close(graceSeconds);
            await calls.close();
            await held.release();
        };
        return { endpoint, environment: environment(endpoint), close: serve_once(close) };
    }
    catch (error) {
        await calls.close();
        await held.release();
        throw error;
    }
}
const environment = (endpoint) => ({
    AWS_ENDPOINT_URL_EC2: endpoint,
    AWS_ENDPOINT_URL_SSM: endpoint,
    AWS_ENDPOINT_URL_STS: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIAINGOTSANDBOX0000',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_EC2_METADATA_DISABLED: 'true',
});
function serve_once(close) {
    let closing;
    return graceSeconds => (closing ??= close(graceSeconds));
}
async function serve_reset(stateFolder) {
    const folder = new state_folder/* StateFolder */.s(stateFolder);
    await folder.prepare();
    const held = await lock(folder.path);
    try {
        await reapStale(folder.path);
        await folder.empty();
    }
    finally {
        await held.release();
    }
}

;// CONCATENATED MODULE: ./build/sandbox/index.js




// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/lib/folders.js
var folders = __webpack_require__(44794);
;// CONCATENATED MODULE: ./build/cli/machine-kind.js

async function machineKind(name, image) {
    const cache = (0,folders/* cacheFolder */.n)(process.env);
    if (name === 'light')
        return (await __webpack_require__.e(/* import() */ 6513).then(__webpack_require__.bind(__webpack_require__, 56513))).lightMachines(cache);
    return (await __webpack_require__.e(/* import() */ 9586).then(__webpack_require__.bind(__webpack_require__, 79586))).qemuKind({ cacheFolder: cache, image });
}

// EXTERNAL MODULE: ./build/cli/sandbox-flags.js
var sandbox_flags = __webpack_require__(76855);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/sandbox/machines/packages.js
var machines_packages = __webpack_require__(89681);
;// CONCATENATED MODULE: ./build/cli/sandbox-setup.js






async function setUp({ stdout, stderr }) {
    const missing = await (0,machines_packages/* missingPackages */.K$)();
    if (missing.length === 0)
        return openLowPorts({ stdout, stderr });
    const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
    try {
        stdout.write(`The sandbox needs packages that are missing here: ${missing.join(', ')}\n`);
        const installed = await (0,machines_packages/* installPackages */.R)(missing, line => stdout.write(`${line}\n`), interrupt.signal);
        if (installed.done) {
            stdout.write('Everything that the sandbox needs is installed.\n');
            return await openLowPorts({ stdout, stderr });
        }
        stderr.write(`They could not be installed: ${installed.reason}\n\nRun this, and then try again:\n\n  ${installed.command}\n`);
        return 2;
    }
    catch (error) {
        if (!interrupt.signal.aborted)
            throw error;
        stderr.write(`Interrupted. To go on: ${(0,command/* programName */.kX)()} sandbox setup\n`);
        return 130;
    }
    finally {
        interrupt.stop();
    }
}
const SETTING = 'net.ipv4.ip_unprivileged_port_start';
async function openLowPorts({ stdout, stderr }) {
    const lowest = Number(await (0,promises_.readFile)('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8').catch(() => '0'));
    if (process.getuid?.() === 0 || lowest <= 22)
        return 0;
    const command = ['sysctl', '-w', `${SETTING}=22`];
    stdout.write(`Only root may listen on ports below ${lowest} here, and the sandbox's machines are reached at port 22.\n`);
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('sudo', ['-n', ...command]);
        stdout.write(`Ran sudo ${command.join(' ')}; it holds until this machine is started again.\n`);
        return 0;
    }
    catch {
        stderr.write(`Run this, and then try again:\n\n  sudo ${command.join(' ')}\n`);
        return 2;
    }
}

// EXTERNAL MODULE: ./build/engine/error-text.js
var error_text = __webpack_require__(62354);
// EXTERNAL MODULE: ./build/sandbox/embedded.js
var embedded = __webpack_require__(54465);
;// CONCATENATED MODULE: ./build/cli/sandbox-use.js







async function untilOrphaned(start, io) {
    const orphaned = endOf(process.stdin);
    const announce = (announcement) => io.stdout.write(`${JSON.stringify(announcement)}\n`);
    try {
        const running = await start(orphaned);
        const { endpoint, environment } = running;
        announce({ endpoint, environment });
        await aborted(orphaned);
        await running.close();
        return 0;
    }
    catch (error) {
        announce({ error: (0,error_text/* errorText */.kc)(error) });
        return 1;
    }
}
async function untilInterrupted({ endpoint, environment }, interrupted, io) {
    const settings = Object.entries(environment).map(([name, value]) => `export ${name}=${value}`);
    io.stdout.write(`${settings.join('\n')}\n`);
    io.stderr.write(`Serving EC2 at ${endpoint}. Another terminal can use it with the lines above; Ctrl-C stops it.\n`);
    await aborted(interrupted);
    io.stderr.write('Stopping the machines.\n');
    return 0;
}
function runCommand([program = '', ...args], { environment }, interrupted) {
    const child = (0,external_node_child_process_.spawn)(program, args, { stdio: 'inherit', env: (0,embedded/* sandboxEnvironment */.Zc)(process.env, environment) });
    const handOn = () => {
        const name = interrupted.reason instanceof engine_interrupt/* Interrupted */.j$ ? interrupted.reason.by : 'SIGTERM';
        if (name !== 'SIGINT' || !process.stdin.isTTY)
            child.kill(name);
    };
    interrupted.addEventListener('abort', handOn, { once: true });
    return new Promise((done, fail) => {
        child.once('error', (error) => {
            const why = error.code === 'ENOENT' ? 'there is no such program' : error.message;
            fail(new failure/* Failure */.H('invalid', `"${program}" could not be started: ${why}`, {
                advice: `Write: ${(0,command/* programName */.kX)()} sandbox -- aws ec2 describe-images`,
            }));
        });
        child.once('close', (status, name) => done(status ?? 128 + (name ? external_node_os_.constants.signals[name] : 0)));
    });
}
function endOf(stream) {
    const controller = new AbortController();
    const end = () => controller.abort(new Error('the process that started this sandbox has ended'));
    stream.once('end', end).once('close', end).once('error', end).resume();
    return controller.signal;
}
const aborted = (signal) => new Promise(done => {
    if (signal.aborted)
        done();
    else
        signal.addEventListener('abort', () => done(), { once: true });
});

;// CONCATENATED MODULE: ./build/cli/commands/sandbox.js










const commands_sandbox_flags = {
    kind: (0,flags/* choice */.Yq)('Machines: real ones, or light stand-ins for tests.', ['qemu', 'light'], 'qemu'),
    state: (0,flags/* text */.Qq)('DIR', 'Where images, disks and machines are kept. Default: ingot/sandbox in the XDG cache folder.'),
    port: (0,flags/* whole */.WQ)('PORT', 'TCP port on 127.0.0.1; 0 is any free one.', 0),
    calls: (0,flags/* text */.Qq)('FILE', 'Append every call to this file, as lines of JSON.'),
    ...sandbox_flags/* servingFlags */.q3,
    embedded: (0,flags/* toggle */.L$)('For ingot itself: print the endpoint as JSON, stop when stdin ends.'),
};
const sandbox = (0,command/* verb */.w3)({
    usage: 'sandbox [flags] [setup | reset | -- COMMAND…]',
    summary: "Serves EC2's protocol over virtual machines on this machine.",
    flags: commands_sandbox_flags,
    run: async ({ rest, flags: given, command }, io) => {
        const stateFolder = given.state ?? (0,state_folder/* defaultStateFolder */.f)();
        const [word, ...more] = rest;
        if (more.length > 0 || (word !== undefined && word !== 'setup' && word !== 'reset'))
            throw new failure/* Failure */.H('invalid', `There is no "sandbox ${rest.join(' ')}"`, {
                advice: 'There are: sandbox setup, sandbox reset, sandbox -- COMMAND, and sandbox alone.',
            });
        if (word === 'setup')
            return setUp(io);
        if (word === 'reset')
            return emptied(stateFolder, io);
        return served(stateFolder, given, command, io);
    },
});
async function emptied(stateFolder, io) {
    await explained(serve_reset(stateFolder));
    io.stdout.write(`The sandbox in ${stateFolder} is empty.\n`);
    return 0;
}
async function served(stateFolder, given, command, io) {
    const interrupt = (0,engine_interrupt/* watchSignals */.RQ)();
    try {
        if (given.embedded)
            return await untilOrphaned(signal => start(stateFolder, given, io, signal), io);
        const running = await start(stateFolder, given, io, interrupt.signal);
        try {
            if (command && command.length > 0)
                return await runCommand(command, running, interrupt.signal);
            return await untilInterrupted(running, interrupt.signal, io);
        }
        finally {
            await running.close();
        }
    }
    finally {
        interrupt.stop();
    }
}
async function start(stateFolder, given, io, signal) {
    const { kind, port, calls } = given;
    const report = (line) => void io.stderr.write(`${line}\n`);
    const latency = given.latency === 'aws' ? 'aws' : undefined;
    const serving = async () => {
        const faults = given.faults === undefined ? undefined : await readFaults(given.faults);
        return serve({ stateFolder, port, kind: await machineKind(kind, (0,sandbox_flags/* givenImage */.t9)(given)), calls, latency, faults, report, signal });
    };
    return explained(serving(), signal);
}
async function explained(work, signal) {
    try {
        return await work;
    }
    catch (cause) {
        if (cause instanceof failure/* Failure */.H)
            throw cause;
        throw new failure/* Failure */.H(signal?.aborted ? 'interrupted' : 'failed', cause instanceof Error ? cause.message : String(cause), {
            cause,
        });
    }
}


/***/ }),

/***/ 76855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ refuseWithoutSandbox),
/* harmony export */   kH: () => (/* binding */ sandboxArguments),
/* harmony export */   q3: () => (/* binding */ servingFlags),
/* harmony export */   t9: () => (/* binding */ givenImage),
/* harmony export */   v1: () => (/* binding */ buildSandboxFlags)
/* harmony export */ });
/* unused harmony export imageArguments */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90749);



const image = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('FILE', 'A cloud image (path or http address) as base image, instead of the Debian that is made here.');
const checksum = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('SUM', 'Its checksum, sha256:HEX or sha512:HEX; an image without one is not used.');
const name = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('NAME', "Its name in the sandbox. Default: the file's.");
const owner = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('ACCOUNT', "The account that owns it in the sandbox. Default: Debian's.");
const faults = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('FILE', 'Let go wrong what the rules in this file say.');
const latency = (0,_flags__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)('How fast states change: as soon as they can, or no sooner than they typically do on AWS.', ['none', 'aws'], 'none');
const servingFlags = {
    faults,
    latency,
    image,
    'image-checksum': checksum,
    'image-name': name,
    'image-owner': owner,
};
const buildSandboxFlags = {
    'sandbox-faults': faults,
    'sandbox-latency': latency,
    'sandbox-image': image,
    'sandbox-image-checksum': checksum,
    'sandbox-image-name': name,
    'sandbox-image-owner': owner,
};
function givenImage(flags, prefix = '') {
    const { image: source, 'image-checksum': sum, 'image-name': imageName, 'image-owner': ownerId } = flags;
    if (source === undefined) {
        const lonely = ['image-checksum', 'image-name', 'image-owner'].find(flag => flags[flag] !== undefined);
        if (lonely === undefined)
            return undefined;
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-${prefix}${lonely} says something of an image, and none is given`, {
            advice: `Add -${prefix}image FILE.`,
        });
    }
    if (sum !== undefined)
        return { source, checksum: sum, name: imageName, ownerId };
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-${prefix}image ${source} needs a checksum`, {
        advice: `Add -${prefix}image-checksum sha256:… or sha512:… of the file.`,
    });
}
function imageArguments({ source, checksum: sum, name: imageName, ownerId }) {
    const file = /^https?:/.test(source) ? source : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(source);
    const optional = (flag, value) => (value === undefined ? [] : [flag, value]);
    return ['-image', file, '-image-checksum', sum, ...optional('-image-name', imageName), ...optional('-image-owner', ownerId)];
}
function sandboxArguments(flags) {
    const named = Object.entries(flags).flatMap(([flag, value]) => flag.startsWith(PREFIX) ? [[flag.slice(PREFIX.length), value]] : []);
    const image = givenImage(Object.fromEntries(named), PREFIX);
    const { 'sandbox-faults': faultsFile, 'sandbox-latency': pace } = flags;
    return {
        imageFlags: image ? imageArguments(image) : [],
        moreFlags: [...(faultsFile === undefined ? [] : ['-faults', faultsFile]), ...(pace === 'none' ? [] : ['-latency', pace])],
    };
}
function refuseWithoutSandbox(flags) {
    const idle = [...Object.keys(buildSandboxFlags), 'sandbox-state'].find(flag => flag !== 'sandbox-latency' && flags[flag] !== undefined);
    if (flags.sandbox || idle === undefined)
        return;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-${idle} is about an embedded sandbox, and this build has none`, { advice: 'Add -sandbox.' });
}
const PREFIX = 'sandbox-';


/***/ }),

/***/ 62354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   kc: () => (/* binding */ errorText)
/* harmony export */ });
/* unused harmony export diagnosticText */
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

const reasonOf = (error) => (error instanceof Error ? error.message : String(error));
function errorText(error) {
    if (error instanceof _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) {
        const { advice, evidence, diagnostics } = error.details;
        const first = diagnostics?.find(diagnostic => diagnostic.severity === 'error');
        const why = first ? `: ${diagnosticText(first)}` : '';
        return { message: error.message + why, advice, evidence };
    }
    return { message: reasonOf(error), evidence: error instanceof Error ? error.stack : undefined };
}
function diagnosticText({ summary, detail, subject }) {
    const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : '';
    return `${summary}${where}${detail ? `: ${detail}` : ''}`;
}


/***/ }),

/***/ 50985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RQ: () => (/* binding */ watchSignals),
/* harmony export */   j$: () => (/* binding */ Interrupted),
/* harmony export */   qq: () => (/* binding */ outcomeOfAbort)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


class Interrupted extends _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H {
    constructor(by) {
        super('interrupted', `interrupted by ${by}`);
        this.by = by;
    }
}
const outcomeOfAbort = ({ reason }) => reason instanceof Interrupted ? 'interrupted' : 'failed';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
function watchSignals(emitter = process) {
    const controller = new AbortController();
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, controller.signal);
    const listeners = [];
    const crashed = (error) => controller.abort(error);
    const stalled = () => controller.abort(new Error('a mistake of ingot: what the run waits for can no longer come'));
    const heard = (name) => {
        if (!controller.signal.aborted)
            controller.abort(new Interrupted(name));
        else
            for (const listener of listeners)
                listener();
    };
    for (const name of SIGNALS)
        emitter.on(name, heard);
    emitter.on('uncaughtException', crashed);
    emitter.on('beforeExit', stalled);
    return {
        signal: controller.signal,
        onRepeat: listener => listeners.push(listener),
        stop: () => {
            for (const name of SIGNALS)
                emitter.off(name, heard);
            emitter.off('uncaughtException', crashed);
            emitter.off('beforeExit', stalled);
        },
    };
}


/***/ }),

/***/ 72857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZC: () => (/* binding */ abortable),
/* harmony export */   cb: () => (/* binding */ delay),
/* harmony export */   pj: () => (/* binding */ withGrace),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   zc: () => (/* binding */ timeLimit)
/* harmony export */ });
function abortable(promise, signal) {
    return withGrace(promise, signal, 0);
}
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
function timeLimit(milliseconds, reason) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(reason), milliseconds);
    return { signal: controller.signal, stop: () => clearTimeout(timer) };
}
function within(milliseconds, ...signals) {
    const limit = new AbortController();
    const late = new DOMException(`not done within ${milliseconds} ms`, 'TimeoutError');
    setTimeout(() => limit.abort(late), milliseconds).unref();
    return AbortSignal.any([...signals, limit.signal]);
}


/***/ }),

/***/ 78569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ currentProcess),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   cu: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);



const currentProcess = () => identityOf(process.pid);
const identityOf = (pid) => ({ pid, started: startOf(pid) ?? '', host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(), ...place() });
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
function startOf(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
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

/***/ 29760:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   oe: () => (/* binding */ searchPath)
/* harmony export */ });
/* unused harmony export signalGroup */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);




const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
function searchPath(environment = process.env) {
    return [...new Set([...(environment.PATH ?? '/usr/bin:/bin').split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter).filter(Boolean), ...systemFolders])].join(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter);
}
async function findProgram(name, path = searchPath()) {
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter)) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
        if (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false))
            return candidate;
    }
    return undefined;
}
async function run(program, args, options = {}) {
    const { signal, input, environment, onLine } = options;
    signal?.throwIfAborted();
    const env = { ...process.env, LC_ALL: 'C', ...environment, PATH: searchPath() };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    const output = collect(child, onLine);
    const stop = () => signalGroup(child, 'SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    try {
        await new Promise((resolve, reject) => {
            child.on('error', error => reject(notStarted(program, error)));
            child.on('close', (code, killer) => (code === 0 ? resolve() : reject(failed(program, args, code, killer, output))));
        });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
    finally {
        signal?.removeEventListener('abort', stop);
    }
    return output.standard;
}
function collect(child, onLine) {
    const output = { standard: '', error: '' };
    for (const stream of ['stdout', 'stderr']) {
        let rest = '';
        child[stream]?.setEncoding('utf8').on('data', (text) => {
            if (stream === 'stdout')
                output.standard += text;
            else
                output.error = (output.error + text).slice(-8192);
            if (!onLine)
                return;
            const lines = (rest + text).split(/[\r\n]+/);
            rest = lines.pop() ?? '';
            for (const line of lines)
                if (line.trim())
                    onLine(line);
        });
    }
    return output;
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, signal);
    }
    catch {
        child.kill(signal);
    }
}
function notStarted(program, error) {
    if (error.code === 'ENOENT')
        return new Error(`${program} is not installed or not on PATH`);
    return new Error(`${program} could not be started: ${error.message}`);
}
function failed(program, args, code, killer, output) {
    const how = killer ? `was ended by ${killer}` : `ended with status ${code}`;
    const words = (output.error.trim() || output.standard.trim()).split('\n').slice(-8).join('\n');
    return new Error(`${[program, ...args.slice(0, 2)].join(' ')} ${how}${words ? `: ${words}` : ''}`);
}


/***/ }),

/***/ 54465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ withEmbeddedSandbox),
/* harmony export */   Zc: () => (/* binding */ sandboxEnvironment)
/* harmony export */ });
/* unused harmony export startEmbeddedSandbox */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_readline__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72857);
/* harmony import */ var _lib_process_identity__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78569);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);





const STOP_MILLISECONDS = 60_000;
const ELSEWHERE = [
    ...['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
    ...['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'],
];
const sandboxEnvironment = (own, given) => ({
    ...Object.fromEntries(Object.entries(own).filter(([name]) => !ELSEWHERE.includes(name))),
    ...given,
});
async function withEmbeddedSandbox(options, script, say, work, signal) {
    const sandbox = await startEmbeddedSandbox(options, script, say, signal);
    const before = { ...process.env };
    setEnvironment(sandboxEnvironment(before, sandbox.environment));
    try {
        return await work(sandbox);
    }
    finally {
        setEnvironment(before);
        await sandbox.stop();
    }
}
function setEnvironment(environment) {
    for (const name of Object.keys(process.env))
        if (!(name in environment))
            delete process.env[name];
    Object.assign(process.env, environment);
}
async function startEmbeddedSandbox({ stateFolder, kind, imageFlags = [], moreFlags = [], process: former }, script, say, signal) {
    if (former)
        await ended(former, signal);
    const flags = ['-state', stateFolder, '-kind', kind, ...imageFlags, ...moreFlags];
    const args = [...process.execArgv, script, 'sandbox', '-embedded', ...flags];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    child.stdin.on('error', () => { });
    let stopping = false;
    const stop = () => {
        stopping = true;
        return stopped(child);
    };
    child.once('close', status => {
        if (!stopping)
            say(`The sandbox has ended by itself (status ${status})`);
    });
    const cancel = () => void stop();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
        const { endpoint, environment } = await announced(child, say);
        const image = imageFlags.length > 0 ? { imageFlags } : {};
        const record = { stateFolder, kind, ...image, endpoint, process: (0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_2__/* .identityOf */ .cu)(child.pid ?? 0) };
        return { endpoint, environment, record, stop };
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('interrupted', 'Interrupted while the sandbox was starting; nothing was built', { cause: error });
    }
    finally {
        stopping ||= child.exitCode !== null;
        signal?.removeEventListener('abort', cancel);
    }
}
function announced(child, say) {
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stderr }).on('line', say);
    return new Promise((done, fail) => {
        (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stdout }).once('line', line => {
            const said = JSON.parse(line);
            if (!('error' in said))
                return done(said);
            const { message, advice, evidence } = said.error;
            fail(new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('failed', message, { advice, evidence }));
        });
        child.once('error', fail);
        child.once('close', status => fail(new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('failed', `The sandbox ended before it served anything (status ${status})`)));
    });
}
function stopped(child) {
    if (child.exitCode !== null || child.signalCode !== null)
        return Promise.resolve();
    child.stdin.end();
    return new Promise(done => child.once('close', () => done()));
}
async function ended(identity, signal) {
    const until = Date.now() + STOP_MILLISECONDS;
    while ((0,_lib_process_identity__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(identity) === 'alive' && Date.now() < until)
        await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_4__/* .delay */ .cb)(200, signal);
}


/***/ }),

/***/ 37714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ keyring),
/* harmony export */   G6: () => (/* binding */ aptProxies),
/* harmony export */   rs: () => (/* binding */ suite),
/* harmony export */   wq: () => (/* binding */ aptSources)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _platforms_qemu_command__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29760);



const suite = 'bookworm';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const suites = [suite, `${suite}-updates`, `${suite}-security`];
async function aptSources(environment, folder = '/etc/apt') {
    const wanted = environment.INGOT_DEBIAN_MIRROR?.trim();
    if (wanted)
        return line(wanted, suite);
    const own = (await sourceFiles(folder)).flatMap(({ name, text }) => (name.endsWith('.sources') ? deb822(text) : oneLine(text)));
    if (own.some(source => source.suite === suite))
        return [...new Set(own.flatMap(source => line(source.uri, source.suite)))];
    return [
        ...line('http://deb.debian.org/debian', suite),
        ...line('http://deb.debian.org/debian', `${suite}-updates`),
        ...line('http://deb.debian.org/debian-security', `${suite}-security`),
    ];
}
const line = (uri, of) => [`deb [signed-by=${keyring}] ${uri} ${of} main`];
async function sourceFiles(folder) {
    const parts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'sources.list.d')).catch(() => []);
    const paths = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'sources.list'), ...parts.sort().map(name => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'sources.list.d', name))];
    return Promise.all(paths.map(async (name) => ({ name, text: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(name, 'utf8').catch(() => '') })));
}
function oneLine(text) {
    return text.split('\n').flatMap(entry => {
        const match = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.*)$/.exec(entry);
        return match ? relevant([match[1]], [match[2]], match[3].split(/\s+/)) : [];
    });
}
function deb822(text) {
    return text.split(/\n\s*\n/).flatMap(stanza => {
        const fields = new Map();
        for (const [, key, value] of stanza.matchAll(/^([A-Za-z-]+):[ \t]*(.*(?:\n[ \t]+.*)*)/gm))
            fields.set(key.toLowerCase(), value.split(/\s+/).filter(Boolean));
        const of = (key) => fields.get(key) ?? [];
        if (!of('types').includes('deb') || of('enabled')[0]?.toLowerCase() === 'no')
            return [];
        return relevant(of('uris'), of('suites'), of('components'));
    });
}
const relevant = (uris, named, components) => components.includes('main')
    ? uris.flatMap(uri => named.filter(name => suites.includes(name)).map(name => ({ uri, suite: name })))
    : [];
async function aptProxies() {
    const dump = await (0,_platforms_qemu_command__WEBPACK_IMPORTED_MODULE_2__/* .run */ .eF)('apt-config', ['dump']).catch(() => '');
    return dump
        .split('\n')
        .filter(entry => /^Acquire::https?::(?:Proxy(?:::|\s)|Proxy-Auto-Detect)/i.test(entry) && !/""/.test(entry));
}


/***/ }),

/***/ 89681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ installCommand),
/* harmony export */   K$: () => (/* binding */ missingPackages),
/* harmony export */   R: () => (/* binding */ installPackages)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _platforms_qemu_command__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29760);
/* harmony import */ var _base_image_mirrors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37714);



const needs = [
    { package: 'qemu-system-x86', all: ['qemu-system-x86_64'] },
    { package: 'qemu-utils', all: ['qemu-img'] },
    { package: 'mmdebstrap', all: ['mmdebstrap'] },
    { package: 'grub-common', all: ['grub-mkimage'] },
    { package: 'grub-pc-bin', all: ['/usr/lib/grub/i386-pc/boot.img'] },
    { package: 'e2fsprogs', all: ['mke2fs'] },
    { package: 'debian-archive-keyring', all: [_base_image_mirrors__WEBPACK_IMPORTED_MODULE_2__/* .keyring */ .AC] },
];
const rootlessNeeds = [{ package: 'uidmap', all: ['newuidmap', 'newgidmap'] }];
async function missingPackages() {
    const wanted = isRoot() ? needs : [...needs, ...rootlessNeeds];
    const absent = await Promise.all(wanted.map(async (need) => ((await present(need)) ? [] : [need.package])));
    return absent.flat();
}
async function present(need) {
    const found = await Promise.all(need.all.map(name => name.startsWith('/')
        ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(name).then(() => true, () => false)
        : (0,_platforms_qemu_command__WEBPACK_IMPORTED_MODULE_1__/* .findProgram */ .Kp)(name).then(Boolean)));
    return found.every(Boolean);
}
const isRoot = () => process.getuid?.() === 0;
const installCommand = (packages) => `${isRoot() ? '' : 'sudo '}apt-get install --yes --no-install-recommends ${packages.join(' ')}`;
async function installPackages(packages, report, signal) {
    if (packages.length === 0)
        return { done: true };
    const command = installCommand(packages);
    const refuse = (reason) => ({ done: false, command, reason });
    if (!(await (0,_platforms_qemu_command__WEBPACK_IMPORTED_MODULE_1__/* .findProgram */ .Kp)('apt-get')))
        return refuse('apt-get is not to be found; the packages are named as on Debian and Ubuntu');
    const prefix = isRoot() ? [] : ['sudo', '-n'];
    if (!isRoot() && !(await mayBecomeRoot(signal)))
        return refuse('this user is not root and sudo asks for a password');
    report(`installing ${packages.join(', ')} by apt-get`);
    const apt = (...args) => (0,_platforms_qemu_command__WEBPACK_IMPORTED_MODULE_1__/* .run */ .eF)(prefix[0] ?? 'apt-get', [...prefix.slice(1), ...(prefix.length ? ['apt-get'] : []), '-q', ...args], {
        signal,
        environment: { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a' },
        onLine: line => /^(?:Get:\d+ \S+ \S+ \S+ \S+|Setting up|Unpacking|E:)/.test(line) && report(line.replace(/\s+\.\.\.$/, '')),
    });
    try {
        await apt('update');
        await apt('install', '--yes', '--no-install-recommends', ...packages);
        return { done: true };
    }
    catch (error) {
        signal.throwIfAborted();
        return refuse(error.message);
    }
}
async function mayBecomeRoot(signal) {
    return (0,_platforms_qemu_command__WEBPACK_IMPORTED_MODULE_1__/* .run */ .eF)('sudo', ['-n', 'true'], { signal }).then(() => true, () => false);
}


/***/ }),

/***/ 24935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ defaultStateFolder),
/* harmony export */   s: () => (/* binding */ StateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



const defaultStateFolder = () => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.cache'), 'ingot', 'sandbox');
const contents = ['volumes', 'snapshots', 'instances'];
class StateFolder {
    constructor(path) {
        this.volume = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'volumes', id);
        this.snapshot = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'snapshots', id);
        this.instance = (id) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'instances', id);
        this.path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    }
    async prepare() {
        try {
            for (const name of contents)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, name), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, '.writable'), '');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, '.writable'));
        }
        catch (error) {
            const { code, message } = error;
            const why = code === 'ENOSPC' ? 'the disk is full' : code === 'EACCES' || code === 'EROFS' ? 'it may not be written' : message;
            throw new Error(`The state folder ${this.path} cannot be used: ${why}. Choose another one or free it.`);
        }
    }
    async stored() {
        const folders = await Promise.all(['volumes', 'snapshots'].map(name => this.listed(name)));
        return folders.flat();
    }
    async instanceFolders() {
        return (await this.listed('instances')).map(({ name }) => name);
    }
    async listed(folder) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, folder));
        return names.map(name => ({ name, path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, folder, name) }));
    }
    async removeInstance(id) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.instance(id), { recursive: true, force: true });
    }
    async load() {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'state.json');
        let text;
        try {
            text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return undefined;
            throw error;
        }
        try {
            const state = JSON.parse(text);
            if (state.version === 1)
                return state;
        }
        catch { }
        throw new Error(`${file} is not the state of a sandbox of this version. "ingot sandbox reset" empties the folder.`);
    }
    async save(state) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'state.json');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.new`, JSON.stringify(state));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.new`, file);
    }
    async empty() {
        for (const name of [...contents, 'state.json', 'state.json.new'])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, name), { recursive: true, force: true });
    }
}


/***/ })

};
;