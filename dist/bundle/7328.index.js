"use strict";
exports.id = 7328;
exports.ids = [7328];
exports.modules = {

/***/ 70105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   aR: () => (/* binding */ get)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_proxy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15859);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);




const LIMIT_MILLISECONDS = 60_000;
async function get(server, path, context) {
    const limit = AbortSignal.timeout(LIMIT_MILLISECONDS);
    const signal = AbortSignal.any([context.signal, limit]);
    const [, socketPath] = /^unix:\/\/(.+)/.exec(server.address) ?? [];
    try {
        const first = new URL((socketPath ? 'http://localhost' : server.address).replace(/\/+$/, '') + path);
        const answer = await ask(first, server, socketPath, { ...context, signal });
        const next = redirected(first, answer);
        return next ? await ask(next, server, undefined, { ...context, signal }) : answer;
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (error instanceof _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H)
            throw error;
        const reason = limit.aborted ? 'it took more than a minute' : reasonOf(error);
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('failed', `${server.name} at ${server.address.replace(/\/\/[^/]*@/, '//')} gave no answer: ${reason}`, {
            advice: `${server.addressFrom} says where it is.`,
        });
    }
}
async function ask(url, server, socketPath, context) {
    const { Agent, ProxyAgent, request } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    const { environment, signal } = context;
    const connect = { ...tlsOf(server, environment), socketPath };
    const proxy = socketPath ? undefined : (0,_lib_proxy__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .i)(url, environment);
    const dispatcher = proxy
        ? new ProxyAgent({ uri: proxy, proxyTunnel: false, requestTls: connect })
        : new Agent({ connect });
    try {
        const headers = Object.fromEntries(Object.entries(server.headers).filter(([, value]) => value !== undefined));
        const answer = await request(url, { headers, dispatcher, signal });
        return { status: answer.statusCode, text: await answer.body.text(), location: [answer.headers.location].flat()[0] };
    }
    finally {
        await dispatcher.destroy();
    }
}
function redirected(url, { status, location }) {
    if (![301, 302, 307].includes(status) || !location || !URL.canParse(location, url.href))
        return undefined;
    const next = new URL(location, url);
    return url.protocol === 'https:' && next.protocol !== 'https:' ? undefined : next;
}
function tlsOf({ name, verify }, environment) {
    const of = (variable) => environment[`${name.toUpperCase()}_${variable}`] || undefined;
    const [file, folder, cert, key] = [of('CACERT'), of('CAPATH'), of('CLIENT_CERT'), of('CLIENT_KEY')];
    const files = file ? [file] : folder ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).map(each => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, each)) : [];
    return {
        ca: files.length > 0 ? files.map(each => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(each, 'utf8')) : undefined,
        cert: cert && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(cert, 'utf8'),
        key: key && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(key, 'utf8'),
        servername: of('TLS_SERVER_NAME'),
        rejectUnauthorized: verify,
    };
}
function flag(text) {
    if (/^(1|t|T|TRUE|true|True)$/.test(text ?? ''))
        return true;
    return /^(0|f|F|FALSE|false|False)$/.test(text ?? '') ? false : undefined;
}
const pathOf = (path) => path.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/');
function reasonOf(error) {
    const { message, code, cause } = error;
    return message || cause?.message || code || String(error);
}


/***/ }),

/***/ 57328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vaultValue: () => (/* binding */ vaultValue)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _server__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70105);


const vaultValue = async (lookup, context) => {
    const { path, key } = lookup;
    const answer = await (0,_server__WEBPACK_IMPORTED_MODULE_1__/* .get */ .aR)(serverOf(context.environment), `/v1/${(0,_server__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(path)}`, context);
    const values = valuesOf(path, answer);
    const value = values[key];
    if (value !== undefined && value !== null)
        return typeof value === 'string' ? value : JSON.stringify(value);
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `The secret ${path} in Vault has no value "${key}"`, {
        advice: `It has: ${Object.keys(values).join(', ') || 'none'}.`,
    });
};
function serverOf(environment) {
    const { VAULT_ADDR, VAULT_AGENT_ADDR, VAULT_TOKEN, VAULT_NAMESPACE, VAULT_SKIP_VERIFY } = environment;
    if (!VAULT_TOKEN && !VAULT_AGENT_ADDR)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', 'Vault cannot be asked without a token', {
            advice: 'Set VAULT_TOKEN, and VAULT_ADDR to where Vault is.',
        });
    return {
        name: 'Vault',
        address: VAULT_AGENT_ADDR || VAULT_ADDR || 'https://127.0.0.1:8200',
        addressFrom: VAULT_AGENT_ADDR ? 'VAULT_AGENT_ADDR' : 'VAULT_ADDR',
        headers: {
            'x-vault-request': 'true',
            'x-vault-token': VAULT_TOKEN || undefined,
            'x-vault-namespace': VAULT_NAMESPACE || undefined,
        },
        verify: (0,_server__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(VAULT_SKIP_VERIFY) !== true,
    };
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function valuesOf(path, answer) {
    const body = bodyOf(answer.text);
    const data = isObject(body.data) ? body.data : undefined;
    if (answer.status === 200 && data)
        return isObject(data.data) && isObject(data.metadata) ? data.data : data;
    throw refusal(path, answer.status, body, data);
}
function bodyOf(text) {
    try {
        const body = JSON.parse(text);
        return isObject(body) ? body : {};
    }
    catch {
        return {};
    }
}
function refusal(path, status, body, data) {
    const said = [body.errors, body.warnings].flat().filter(each => typeof each === 'string');
    const evidence = said.join('\n') || undefined;
    if (status === 404 && data?.metadata)
        return new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `The secret ${path} was deleted from Vault`, { advice: 'Vault keeps older versions of it.' });
    if (status === 404)
        return new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `There is no secret ${path} in Vault`, {
            advice: 'A path in a KV engine of version 2 has /data/ behind the name of the engine, as in secret/data/hello.',
            evidence,
        });
    if (status === 403)
        return new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Vault denies access to ${path}`, {
            advice: 'Check VAULT_TOKEN, its policies, and VAULT_NAMESPACE.',
            evidence,
        });
    return new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Vault answered with status ${status} for ${path}`, {
        advice: status === 503 ? 'It is sealed or not ready.' : undefined,
        evidence,
    });
}


/***/ })

};
;