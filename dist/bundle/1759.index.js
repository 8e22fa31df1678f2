"use strict";
exports.id = 1759;
exports.ids = [1759];
exports.modules = {

/***/ 91759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpOf: () => (/* binding */ helpOf),
/* harmony export */   overview: () => (/* binding */ overview)
/* harmony export */ });
/* harmony import */ var _verbs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38960);

async function overview() {
    const lines = [];
    const width = Math.max(...Object.keys(_verbs__WEBPACK_IMPORTED_MODULE_0__/* .verbs */ .P).map(name => name.length));
    for (const [name, load] of Object.entries(_verbs__WEBPACK_IMPORTED_MODULE_0__/* .verbs */ .P))
        lines.push(`  ${name.padEnd(width)}  ${(await load()).summary}`);
    return `Bakes machine images from Packer templates, boots and tests them, and only then publishes.

Usage: ingot COMMAND [flags] [arguments]

${lines.join('\n')}
${'  help'.padEnd(width + 2)}  What a command takes: ingot help COMMAND

Exit status: 0 done, 1 a build or its smoke tests failed, 2 invalid template or flags, 130 interrupted.
`;
}
function helpOf({ usage, summary, flags }) {
    const rows = Object.entries(flags).map(([name, { doc, placeholder, initial }]) => {
        const value = placeholder ? ` ${placeholder}` : '';
        const otherwise = initial === undefined || initial === false || Array.isArray(initial) ? '' : ` Default: ${initial}.`;
        return [`  -${name}${value}`, `${doc}${otherwise}`];
    });
    const width = Math.max(...rows.map(([flag]) => flag.length), 0);
    const list = rows.map(([flag, doc]) => `${flag.padEnd(width)}  ${doc}`).join('\n');
    return `Usage: ingot ${usage}\n\n${summary}\n${list ? `\nFlags (with one dash or two):\n${list}\n` : ''}`;
}


/***/ })

};
;