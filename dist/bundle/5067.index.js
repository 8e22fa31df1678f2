"use strict";
exports.id = 5067;
exports.ids = [5067];
exports.modules = {

/***/ 48018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mp: () => (/* binding */ written),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* unused harmony export printf */
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
function httpServer(values) {
    const names = { PACKER_HTTP_ADDR: 'PackerHTTPAddr', PACKER_HTTP_IP: 'PackerHTTPIP', PACKER_HTTP_PORT: 'PackerHTTPPort' };
    const given = Object.entries(names).map(([name, value]) => [name, values[value]]);
    return Object.fromEntries(given
        .filter(([, value]) => value && value !== '<unknown>' && !String(value).startsWith('ERR_'))
        .map(([name, value]) => [name, String(value)]));
}
const written = (environment, format) => Object.entries(environment)
    .map(([name, value]) => printf(format, [name, value.replaceAll("'", `'"'"'`)]))
    .join('');
function printf(format, values) {
    let next = 0;
    return format.replace(/%[s%]/g, verb => (verb === '%%' ? '%' : (values[next++] ?? '')));
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

/***/ 65067:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runLocally: () => (/* binding */ runLocally)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _content__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53158);
/* harmony import */ var _environment__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48018);
/* harmony import */ var _execute__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36756);
/* harmony import */ var _exit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15799);
/* harmony import */ var _output__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89694);








async function runLocally(options, context) {
    const system = process.platform === 'win32' ? 'windows' : process.platform === 'sunos' ? 'solaris' : process.platform;
    if (options.only_on && options.only_on.length > 0 && !options.only_on.includes(system)) {
        context.say(`Skipped: only for ${options.only_on.join(', ')}, and this is ${system}`);
        return;
    }
    const inline = options.inline && options.inline.length > 0 ? options.inline : options.command ? [options.command] : undefined;
    if (!inline) {
        for (const path of options.script ? [options.script] : (options.scripts ?? []))
            await runOne((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path), path, options, context);
        return;
    }
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'ingot-shell-local-'));
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `script${extension(options)}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, process.platform === 'win32' ? `${inline.join('\r\n')}\r\n` : (0,_content__WEBPACK_IMPORTED_MODULE_3__/* .inlineText */ .l)(inline, options.inline_shebang), { mode: 0o700 });
        await runOne(path, 'inline script', options, context);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
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
    const vars = (0,_environment__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)((0,_environment__WEBPACK_IMPORTED_MODULE_7__/* .environmentOf */ .p7)(options, context.build, context.values), format);
    const words = options.execute_command ??
        (windows ? ['cmd', '/V', '/C', '{{.Vars}}', 'call', '{{.Script}}'] : ['/bin/sh', '-c', '{{.Vars}} {{.Script}}']);
    const [program, ...args] = words.map(word => context.render(word, { Vars: vars, Script: path, Command: path }));
    const output = (0,_output__WEBPACK_IMPORTED_MODULE_6__/* .commandOutput */ .p)(context.output);
    const exit = await (0,_execute__WEBPACK_IMPORTED_MODULE_4__/* .execute */ .g)(program, args, {
        signal: context.signal,
        environment: { PACKER_RUN_UUID: context.run.uuid },
        output,
    });
    output.end();
    (0,_exit__WEBPACK_IMPORTED_MODULE_5__/* .checkExit */ .dB)(name, exit, options.valid_exit_codes, output.last);
}


/***/ })

};
;