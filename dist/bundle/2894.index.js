"use strict";
exports.id = 2894;
exports.ids = [2894];
exports.modules = {

/***/ 12894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   consulValue: () => (/* binding */ consulValue)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _server__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70105);



const consulValue = async (lookup, context) => {
    const { key } = lookup;
    const { CONSUL_NAMESPACE, CONSUL_PARTITION } = context.environment;
    const query = new URLSearchParams({ raw: 'true' });
    if (CONSUL_NAMESPACE)
        query.set('ns', CONSUL_NAMESPACE);
    if (CONSUL_PARTITION)
        query.set('partition', CONSUL_PARTITION);
    const answer = await (0,_server__WEBPACK_IMPORTED_MODULE_2__/* .get */ .aR)(serverOf(context.environment), `/v1/kv/${(0,_server__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(key)}?${query}`, context);
    if (answer.status === 200)
        return answer.text;
    throw refusal(key, answer);
};
function serverOf(environment) {
    const { CONSUL_HTTP_ADDR, CONSUL_HTTP_AUTH, CONSUL_HTTP_SSL, CONSUL_HTTP_SSL_VERIFY } = environment;
    const address = CONSUL_HTTP_ADDR || '127.0.0.1:8500';
    const scheme = (0,_server__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(CONSUL_HTTP_SSL) ? 'https' : 'http';
    return {
        name: 'Consul',
        address: address.includes('://') ? address : `${scheme}://${address}`,
        addressFrom: 'CONSUL_HTTP_ADDR',
        headers: {
            'x-consul-token': tokenOf(environment),
            authorization: CONSUL_HTTP_AUTH ? `Basic ${Buffer.from(CONSUL_HTTP_AUTH).toString('base64')}` : undefined,
        },
        verify: (0,_server__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)(CONSUL_HTTP_SSL_VERIFY) !== false,
    };
}
function tokenOf({ CONSUL_HTTP_TOKEN, CONSUL_HTTP_TOKEN_FILE }) {
    if (!CONSUL_HTTP_TOKEN_FILE)
        return CONSUL_HTTP_TOKEN || undefined;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(CONSUL_HTTP_TOKEN_FILE, 'utf8').trim() || undefined;
    }
    catch (cause) {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `The file of CONSUL_HTTP_TOKEN_FILE cannot be read: ${cause.message}`, { cause });
    }
}
function refusal(key, { status, text }) {
    if (status === 404)
        return new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('failed', `There is no key ${key} in Consul`);
    const evidence = text.trim().slice(0, 500) || undefined;
    if (status === 403)
        return new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('failed', `Consul denies access to the key ${key}`, {
            advice: 'Check CONSUL_HTTP_TOKEN and its policies.',
            evidence,
        });
    return new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('failed', `Consul answered with status ${status} for the key ${key}`, { evidence });
}


/***/ }),

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


/***/ })

};
;