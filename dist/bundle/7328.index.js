"use strict";
exports.id = 7328;
exports.ids = [7328];
exports.modules = {

/***/ 57328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vaultValue: () => (/* binding */ vaultValue)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _server__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70105);
/* harmony import */ var _vault_server__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13630);



const vaultValue = async (lookup, context) => {
    const { path, key } = lookup;
    const answer = await (0,_server__WEBPACK_IMPORTED_MODULE_1__/* .get */ .aR)((0,_vault_server__WEBPACK_IMPORTED_MODULE_2__/* .vaultOf */ ._7)(context.environment), `/v1/${(0,_server__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(path)}`, context);
    const values = valuesOf(path, answer);
    const value = values[key];
    if (value !== undefined && value !== null)
        return typeof value === 'string' ? value : JSON.stringify(value);
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `The secret ${path} in Vault has no value "${key}"`, {
        advice: `It has: ${Object.keys(values).join(', ') || 'none'}.`,
    });
};
function valuesOf(path, answer) {
    const body = (0,_vault_server__WEBPACK_IMPORTED_MODULE_2__/* .bodyOf */ .EN)(answer.text);
    const data = (0,_vault_server__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(body.data) ? body.data : undefined;
    if (answer.status === 200 && data)
        return (0,_vault_server__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(data.data) && (0,_vault_server__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(data.metadata) ? data.data : data;
    throw refusal(path, answer.status, body, data);
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