"use strict";
exports.id = 172;
exports.ids = [172];
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

/***/ 36756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ execute)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72857);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);



const GRACE_MILLISECONDS = 5000;
function execute(program, args, { signal, environment, folder, output }) {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
            env: { ...process.env, ...environment },
            cwd: folder,
        });
        child.stdout.on('data', chunk => output.stdout.write(chunk));
        child.stderr.on('data', chunk => output.stderr.write(chunk));
        const stop = async () => {
            kill(child.pid, 'SIGTERM');
            await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_2__/* .withGrace */ .pj)(closed, AbortSignal.abort(), GRACE_MILLISECONDS).catch(() => undefined);
            kill(child.pid, 'SIGKILL');
            reject(signal.reason);
        };
        const closed = new Promise(done => child.once('close', () => done()));
        signal.addEventListener('abort', stop, { once: true });
        child.once('error', (error) => {
            signal.removeEventListener('abort', stop);
            reject(new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('failed', `${program} could not be started: ${error.code === 'ENOENT' ? 'there is no such program' : error.message}`));
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
    }
}


/***/ }),

/***/ 90172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  provision: () => (/* binding */ provision)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/ssh-key.js
var ssh_key = __webpack_require__(46415);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/platforms/scripts/execute.js
var execute = __webpack_require__(36756);
// EXTERNAL MODULE: ./build/platforms/scripts/exit.js
var scripts_exit = __webpack_require__(15799);
// EXTERNAL MODULE: ./build/platforms/scripts/output.js
var scripts_output = __webpack_require__(89694);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/lib/posix-quote.js
var posix_quote = __webpack_require__(30789);
;// CONCATENATED MODULE: ./build/provisioners/ansible/adapter.js





const PARTING_MILLISECONDS = 2000;
async function openAdapter(settings) {
    const key = parsed(settings.clientKey);
    const clients = new Set();
    const algorithms = { compress: ['none'] };
    const server = new lib.Server({ hostKeys: [settings.hostKey], ident: 'ingot', algorithms }, client => {
        clients.add(client);
        client.on('error', () => undefined).on('close', () => clients.delete(client));
        client.on('authentication', context => (isRight(context, key) ? context.accept() : context.reject(['publickey'])));
        client.on('ready', () => client.on('session', accept => serve(accept(), settings)));
    });
    await new Promise((resolve, reject) => {
        server.once('error', (error) => reject(new failure/* Failure */.H('failed', `local_port ${settings.port} of this machine cannot be used: ${error.message}`)));
        server.listen(settings.port, '127.0.0.1', resolve);
    });
    const close = () => {
        server.close();
        for (const client of clients)
            client.end();
    };
    return { port: server.address().port, close };
}
function parsed(text) {
    const key = lib.utils.parseKey(text);
    if (key instanceof Error)
        throw new failure/* Failure */.H('invalid', 'ssh_authorized_key_file holds no public key');
    return key;
}
function isRight(context, key) {
    if (context.method !== 'publickey' || !key.getPublicSSH().equals(context.key.data))
        return false;
    return (!context.signature || (context.blob !== undefined && key.verify(context.blob, context.signature, context.hashAlgo) === true));
}
function serve(session, settings) {
    let pty = false;
    session.on('pty', accept => {
        pty = true;
        accept?.();
    });
    session.on('env', accept => accept?.());
    session.on('exec', (accept, _reject, info) => void pass(accept(), info.command, pty, settings));
    const subsystems = session;
    subsystems.on('subsystem', (accept, reject, info) => {
        if (info.name === 'sftp')
            void pass(accept(), settings.sftpCommand ?? SFTP, false, settings);
        else
            reject?.();
    });
}
const SFTP_PLACES = ['/usr/lib/openssh', '/usr/libexec/openssh', '/usr/lib/ssh', '/usr/libexec', '/usr/lib', '/usr/local/libexec'];
const SFTP = `exec sh -c ${(0,posix_quote/* quote */.h)(`for place in ${SFTP_PLACES.join(' ')}; do [ -x "$place/sftp-server" ] && exec "$place/sftp-server"; done; exit 127`)}`;
async function pass(channel, command, pty, { communicator }) {
    const stop = new AbortController();
    const over = new AbortController();
    channel
        .on('error', () => undefined)
        .on('close', async () => {
        await (0,abort/* delay */.cb)(PARTING_MILLISECONDS, over.signal).catch(() => undefined);
        stop.abort(new Error('Ansible does not listen any more'));
    });
    const options = {
        pty,
        signal: stop.signal,
        stdin: channel.pipe(new external_node_stream_.PassThrough()),
        onStdout: (chunk) => write(channel, channel, chunk),
        onStderr: (chunk) => write(channel.stderr, channel, chunk),
    };
    try {
        tellEnd(channel, await communicator.run(command, options));
    }
    catch (error) {
        if (channel.writable)
            channel.stderr.write(`${error.message}\n`);
        tellEnd(channel, LOST);
    }
    finally {
        over.abort();
    }
}
function write(output, channel, chunk) {
    if (!channel.writable || output.write(chunk) || channel.destroyed)
        return undefined;
    return new Promise(resolve => {
        const goOn = () => {
            output.off('drain', goOn);
            channel.off('close', goOn);
            resolve();
        };
        output.on('drain', goOn);
        channel.on('close', goOn);
    });
}
const LOST = { status: 255 };
function tellEnd(channel, { status, signal }) {
    if (!channel.writable)
        return;
    if (status !== undefined)
        channel.exit(status);
    else if (signal !== undefined)
        channel.exit(signal);
    else
        channel.exit(LOST.status);
    channel.end();
}

// EXTERNAL MODULE: external "./apart/yaml.js"
var yaml_js_ = __webpack_require__(68321);
;// CONCATENATED MODULE: ./build/provisioners/ansible/galaxy.js

function galaxyRuns(options, text) {
    const { galaxy_file: file, roles_path, collections_path } = options;
    if (!file || text === undefined)
        return [];
    const force = options.galaxy_force_with_deps ? ['--force-with-deps'] : options.galaxy_force_install ? ['-f'] : [];
    const { roles, collections } = contentOf(text);
    const runs = [];
    if (roles)
        runs.push(['install', '-r', file, ...force, ...(roles_path ? ['-p', roles_path] : [])]);
    if (collections)
        runs.push(['collection', 'install', '-r', file, ...force, ...(collections_path ? ['-p', collections_path] : [])]);
    return runs;
}
function contentOf(text) {
    try {
        const content = (0,yaml_js_.parse)(text);
        if (typeof content !== 'object' || content === null || Array.isArray(content))
            return { roles: true, collections: false };
        return { roles: 'roles' in content, collections: 'collections' in content };
    }
    catch {
        return { roles: true, collections: false };
    }
}

;// CONCATENATED MODULE: ./build/provisioners/ansible/inventory.js
const LINE = '{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} ansible_port={{ .Port }}\n';
function inventoryText(options, { host, port, user }, render) {
    const data = { HostAlias: options.host_alias, Host: host, User: user, Port: port };
    const line = render(options.inventory_file_template ?? LINE, data).replace(/\n*$/, '\n');
    const groups = options.groups.map(group => `[${group}]\n${line}`);
    const empty = options.empty_groups.map(group => `[${group}]\n`);
    return [line, ...groups, ...empty].join('');
}

;// CONCATENATED MODULE: ./build/provisioners/ansible/provision.js












async function provision(options, context) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-ansible-'));
    try {
        if (!options.skip_version_check)
            await run(options.command, ['--version'], options, context, true);
        for (const words of galaxyRuns(options, await galaxyText(options)))
            await run(options.galaxy_command, words, options, context);
        const way = options.use_proxy ? await byAdapter(options, folder, context) : await straight(options, folder, context);
        try {
            await play(options, way, folder, context);
        }
        finally {
            way.close();
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
const galaxyText = ({ galaxy_file: file }) => (file ? (0,promises_.readFile)(file, 'utf8') : undefined);
async function byAdapter(options, folder, { communicator }) {
    const type = (options.ansible_proxy_key_type ?? options.adapter_key_type).toLowerCase();
    const [host, client] = await Promise.all([(0,ssh_key/* makeSshKeyPair */.W)(type, 'ingot'), (0,ssh_key/* makeSshKeyPair */.W)(type, 'ingot')]);
    const { ssh_host_key_file: hostFile, ssh_authorized_key_file: clientFile } = options;
    const keyFile = (0,external_node_path_.join)(folder, 'key');
    await (0,promises_.writeFile)(keyFile, client.privateKey, { mode: 0o600 });
    const adapter = await openAdapter({
        communicator,
        hostKey: hostFile ? await (0,promises_.readFile)(hostFile, 'utf8') : host.privateKey,
        clientKey: clientFile ? await (0,promises_.readFile)(clientFile, 'utf8') : client.publicKey,
        port: options.local_port ?? 0,
        sftpCommand: options.sftp_command,
    });
    return {
        host: options.ansible_proxy_host,
        port: adapter.port,
        user: options.user ?? (0,external_node_os_.userInfo)().username,
        keyFile: clientFile ? undefined : keyFile,
        close: adapter.close,
    };
}
async function straight(options, folder, { values }) {
    const known = (name) => (values[name] === undefined || values[name] === '<unknown>' ? undefined : String(values[name]));
    const [key, password] = [known('SSHPrivateKey'), known('Password')];
    if (key)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'key'), key, { mode: 0o600 });
    if (password)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'password.json'), JSON.stringify({ ansible_password: password }), { mode: 0o600 });
    return {
        host: known('Host') ?? '',
        port: Number(known('Port') ?? 22),
        user: options.user ?? known('User') ?? (0,external_node_os_.userInfo)().username,
        keyFile: key ? (0,external_node_path_.join)(folder, 'key') : known('SSHPrivateKeyFile'),
        variables: password ? [`@${(0,external_node_path_.join)(folder, 'password.json')}`] : [],
        close: () => undefined,
    };
}
async function play(options, way, folder, context) {
    const place = options.inventory_directory ?? (options.keep_inventory_file ? (0,external_node_os_.tmpdir)() : folder);
    const inventory = options.inventory_file ?? (0,external_node_path_.join)(place, `packer-provisioner-ansible${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    if (!options.inventory_file)
        await (0,promises_.writeFile)(inventory, inventoryText(options, way, context.render), { mode: 0o600 });
    const httpAddress = context.values.PackerHTTPAddr;
    const words = [
        ...['-e', `packer_build_name="${context.build.sourceName}"`, '-e', `packer_builder_type=${context.build.sourceType}`],
        ...(isTold(httpAddress) ? ['-e', `packer_http_addr=${httpAddress}`] : []),
        ...['--ssh-extra-args', (options.ansible_ssh_extra_args ?? ['-o IdentitiesOnly=yes']).join(' ')],
        ...options.extra_arguments,
        ...(way.keyFile ? ['-e', `ansible_ssh_private_key_file=${way.keyFile}`] : []),
        ...(way.variables ?? []).flatMap(variable => ['-e', variable]),
        ...['-i', inventory, (0,external_node_path_.resolve)(options.playbook_file)],
    ];
    context.say(`Running the playbook ${options.playbook_file}`);
    try {
        await run(options.command, words, options, context);
    }
    finally {
        if (options.keep_inventory_file)
            context.say(`The inventory stays in ${inventory}`);
        else if (!options.inventory_file)
            await (0,promises_.rm)(inventory, { force: true });
    }
}
const isTold = (value) => Boolean(value) && value !== '<unknown>' && !String(value).startsWith('ERR_');
async function run(program, words, options, context, silent = false) {
    const output = (0,scripts_output/* commandOutput */.p)(silent ? () => undefined : context.output);
    const execution = { signal: context.signal, environment: environmentOf(options, context), output };
    const exit = await (0,execute/* execute */.g)(program, words, execution).catch(error => {
        if (!(error instanceof failure/* Failure */.H))
            throw error;
        throw new failure/* Failure */.H('failed', error.message, { advice: 'Install Ansible on this machine, or name its program by command.' });
    });
    output.end();
    (0,scripts_exit/* checkExit */.dB)(program, exit, [0], output.last);
}
function environmentOf(options, { run: { uuid } }) {
    const given = options.ansible_env_vars.map(entry => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]);
    return {
        PACKER_RUN_UUID: uuid,
        ANSIBLE_HOST_KEY_CHECKING: 'False',
        ...(options.use_sftp === false && { ANSIBLE_SCP_IF_SSH: 'True' }),
        ...Object.fromEntries(given),
    };
}


/***/ })

};
;