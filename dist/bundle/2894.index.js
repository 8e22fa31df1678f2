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


/***/ })

};
;