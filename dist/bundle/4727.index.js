"use strict";
exports.id = 4727;
exports.ids = [4727];
exports.modules = {

/***/ 54727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  version: () => (/* binding */ version_version)
});

// EXTERNAL MODULE: ./build/outputs/machine-readable.js
var machine_readable = __webpack_require__(55852);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
;// CONCATENATED MODULE: ./build/cli/version.js
/** The version of this program; a test holds it to package.json. */
const version = '0.1.0';

;// CONCATENATED MODULE: ./build/cli/commands/version.js
/** `ingot version` */




const version_version = (0,command/* verb */.w3)({
    usage: 'version',
    summary: 'Prints the version of ingot.',
    flags: { 'machine-readable': (0,flags/* toggle */.L$)("Packer's lines for machines instead of text for people.") },
    run: async ({ flags }, { stdout, document }) => {
        const text = `ingot ${version}`;
        const rows = [
            ['version', version],
            ['version-prelease', ''],
            ['version-commit', ''],
            ['ui', 'say', text],
        ];
        document?.set('version', version);
        if (document)
            return 0;
        if (flags['machine-readable'])
            for (const row of rows)
                stdout.write((0,machine_readable/* machineLine */.a)(Date.now(), '', ...row));
        else
            stdout.write(`${text}\n`);
        return 0;
    },
});


/***/ })

};
;