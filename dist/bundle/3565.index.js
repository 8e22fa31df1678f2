"use strict";
exports.id = 3565;
exports.ids = [3565];
exports.modules = {

/***/ 43565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   read: () => (/* binding */ read)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _lib_proxy__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15859);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);



const REDIRECTS = 10;
const LIMIT_MILLISECONDS = 120_000;
const LONGEST_EVIDENCE = 2000;
async function read(options, { environment, signal }) {
    const { url, method, request_headers: headers, request_body: body } = options;
    const limit = AbortSignal.timeout(LIMIT_MILLISECONDS);
    const either = AbortSignal.any([signal, limit]);
    let step = { url: new URL(url), method, headers, body };
    try {
        for (let left = REDIRECTS;; left--) {
            const answer = await ask(step, environment, either);
            const next = redirected(step, answer);
            if (next && left > 0)
                step = next;
            else if (answer.status >= 200 && answer.status <= 299)
                return { url, body: answer.text, request_headers: headersOf(answer.headers) };
            else
                throw refused(step, answer);
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H)
            throw error;
        throw unanswered(step, limit.aborted ? 'it took more than two minutes' : reasonOf(error));
    }
}
async function ask({ url, method, headers, body }, environment, signal) {
    const proxy = (0,_lib_proxy__WEBPACK_IMPORTED_MODULE_1__/* .proxyFor */ .i)(url, environment);
    const dispatcher = proxy ? new undici__WEBPACK_IMPORTED_MODULE_0__.ProxyAgent({ uri: proxy, proxyTunnel: false }) : new undici__WEBPACK_IMPORTED_MODULE_0__.Agent();
    try {
        const answer = await (0,undici__WEBPACK_IMPORTED_MODULE_0__.request)(url, { method, headers: { ...login(url), ...headers }, body, dispatcher, signal });
        return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
    }
    finally {
        await dispatcher.destroy();
    }
}
function login({ username, password }) {
    if (!username)
        return {};
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}
function redirected({ url, method, headers, body }, answer) {
    const location = [answer.headers.location].flat()[0];
    if (![301, 302, 303, 307, 308].includes(answer.status) || !location || !URL.canParse(location, url.href))
        return undefined;
    const next = new URL(location, url);
    const secret = (name) => next.host !== url.host && /^(authorization|cookie|www-authenticate)$/i.test(name);
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !secret(name)));
    if (answer.status >= 307)
        return { url: next, method, headers: kept, body };
    return { url: next, method: method === 'HEAD' ? 'HEAD' : 'GET', headers: kept };
}
function headersOf(headers) {
    const named = Object.entries(headers).map(([name, value]) => [
        name.replace(/(^|-)[a-z]/g, letter => letter.toUpperCase()),
        [value ?? ''].flat().join(', '),
    ]);
    return Object.fromEntries(named);
}
function refused(step, { status, headers, text }) {
    const again = headers.location ? `, after ${REDIRECTS} redirects` : '';
    return new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', `${asked(step)} was answered with status ${status}${again}`, {
        evidence: text.trim().slice(0, LONGEST_EVIDENCE) || undefined,
    });
}
const unanswered = (step, reason) => new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', `${asked(step)} got no answer: ${reason}`, {
    advice: 'Check the URL and the network; HTTPS_PROXY, HTTP_PROXY and NO_PROXY say how the server is reached.',
});
const asked = ({ method, url }) => `${method} ${url.protocol}//${url.host}${url.pathname}${url.search}`;
function reasonOf(error) {
    const { message, code, cause } = error;
    return message || cause?.message || code || String(error);
}


/***/ })

};
;