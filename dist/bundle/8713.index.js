"use strict";
exports.id = 8713;
exports.ids = [8713];
exports.modules = {

/***/ 58713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   version: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var _model_version__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99889);
/* harmony import */ var _outputs_machine_readable__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55852);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77727);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90749);




const version = (0,_command__WEBPACK_IMPORTED_MODULE_0__/* .verb */ .w3)({
    usage: 'version',
    summary: 'Prints the version of ingot.',
    flags: { 'machine-readable': (0,_flags__WEBPACK_IMPORTED_MODULE_1__/* .toggle */ .L$)("Packer's lines for machines instead of text for people.") },
    run: async ({ flags }, { stdout, document }) => {
        const text = `ingot ${_model_version__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r}`;
        const rows = [
            ['version', _model_version__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r],
            ['version-prelease', ''],
            ['version-commit', ''],
            ['ui', 'say', text],
        ];
        document?.set('version', _model_version__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r);
        if (document)
            return 0;
        if (flags['machine-readable'])
            for (const row of rows)
                stdout.write((0,_outputs_machine_readable__WEBPACK_IMPORTED_MODULE_3__/* .machineLine */ .a)(Date.now(), '', ...row));
        else
            stdout.write(`${text}\n`);
        return 0;
    },
});


/***/ }),

/***/ 99889:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
const version = '0.1.0';


/***/ })

};
;