"use strict";
exports.id = 5910;
exports.ids = [5910];
exports.modules = {

/***/ 32226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ConnectionLost)
/* harmony export */ });
class ConnectionLost extends Error {
}


/***/ }),

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

/***/ 65910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  provision: () => (/* binding */ provision)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/platforms/scripts/content.js
var content = __webpack_require__(53158);
// EXTERNAL MODULE: ./build/platforms/scripts/environment.js
var scripts_environment = __webpack_require__(48018);
// EXTERNAL MODULE: ./build/platforms/scripts/exit.js
var scripts_exit = __webpack_require__(15799);
// EXTERNAL MODULE: ./build/platforms/scripts/output.js
var scripts_output = __webpack_require__(89694);
// EXTERNAL MODULE: ./build/model/communicator.js
var model_communicator = __webpack_require__(32226);
;// CONCATENATED MODULE: ./build/provisioners/shell/remote.js


const PAUSE_MILLISECONDS = 2000;
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
async function remove(path, milliseconds, context) {
    const { communicator, signal, warn } = context;
    await connected(milliseconds, context, () => communicator.remove(path, { signal })).catch((error) => {
        signal.throwIfAborted();
        if (error instanceof model_communicator/* ConnectionLost */.p)
            throw error;
        warn(`${path} could not be removed from the machine: ${error.message}`);
    });
}

;// CONCATENATED MODULE: ./build/provisioners/shell/provision.js










async function provision(options, context) {
    const places = placesOf(options);
    for (const script of (0,content/* scriptsOf */.S)(options, options.binary))
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
    const environment = (0,scripts_environment/* written */.Mp)((0,scripts_environment/* environmentOf */.p7)(options, context.build, context.values), formatOf(options));
    const command = context.render(commandOf(options), {
        Vars: environment,
        Path: places.script,
        EnvVarFile: places.environment ?? '',
    });
    const output = (0,scripts_output/* commandOutput */.p)(context.output);
    const exit = await connected(options.start_retry_timeout, context, async () => {
        if (places.environment)
            await communicator.upload(Buffer.from(environment), places.environment, { mode: 0o600, signal });
        await communicator.upload(content, places.script, { mode: 0o755, signal });
        return runToItsEnd(communicator, command, {
            signal,
            onStdout: chunk => output.stdout.write(chunk),
            onStderr: chunk => output.stderr.write(chunk),
        });
    }).finally(() => output.end());
    if ((0,scripts_exit/* exitCode */.I$)(exit) === scripts_exit/* DISCONNECTED */._N)
        checkEnd(script, exit, options, output.last);
    if (!options.skip_clean)
        await remove(places.script, options.start_retry_timeout, context);
    checkEnd(script, exit, options, output.last);
}
const formatOf = (options) => options.env_var_format ?? (options.use_env_var_file ? "export %s='%s'\n" : "%s='%s' ");
const commandOf = (options) => options.execute_command ??
    (options.use_env_var_file ? 'chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}' : 'chmod +x {{.Path}}; {{.Vars}} {{.Path}}');
function checkEnd(script, exit, options, last) {
    const disconnected = (0,scripts_exit/* exitCode */.I$)(exit) === scripts_exit/* DISCONNECTED */._N;
    if (disconnected && options.expect_disconnect)
        return;
    if (disconnected && !options.valid_exit_codes.includes(scripts_exit/* DISCONNECTED */._N)) {
        throw new failure/* Failure */.H('failed', `The connection broke while ${script.name} ran: nobody knows how it ended`, {
            advice: 'If it restarts the machine, set expect_disconnect = true.',
            evidence: last.length > 0 ? `its last output:\n${last.join('\n')}` : undefined,
        });
    }
    (0,scripts_exit/* checkExit */.dB)(script.name, exit, options.valid_exit_codes, last);
}


/***/ })

};
;