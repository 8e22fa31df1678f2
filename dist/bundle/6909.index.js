"use strict";
exports.id = 6909;
exports.ids = [6909];
exports.modules = {

/***/ 16909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   merge: () => (/* binding */ merge)
/* harmony export */ });
/* harmony import */ var _catalog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95107);
/* harmony import */ var _engine_interrupt__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50985);
/* harmony import */ var _engine_merge__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16146);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);
/* harmony import */ var _apply__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41097);
/* harmony import */ var _command__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77727);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90749);
/* harmony import */ var _sandbox_flags__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76855);
/* harmony import */ var _template_flags__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8372);
/** `ingot merge`: one report of what cells on several machines came to, and the publication that they left for later. */









const merge = (0,_command__WEBPACK_IMPORTED_MODULE_5__/* .verb */ .w3)({
    usage: 'merge [flags] -reports PATH TEMPLATE',
    summary: 'Joins the reports of `build -only …` on several machines, and publishes what they left for later.',
    flags: {
        ..._template_flags__WEBPACK_IMPORTED_MODULE_8__/* .templateFlags */ .Qs,
        ..._template_flags__WEBPACK_IMPORTED_MODULE_8__/* .pluginFlags */ .PX,
        ..._apply__WEBPACK_IMPORTED_MODULE_4__/* .runFlags */ .l,
        ..._template_flags__WEBPACK_IMPORTED_MODULE_8__/* .publishFlags */ .n2,
        reports: (0,_flags__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)('PATH', 'A report, or a folder in which every *report.json is one; may be repeated.'),
    },
    run: async ({ rest, flags }, io) => {
        (0,_sandbox_flags__WEBPACK_IMPORTED_MODULE_7__/* .refuseWithoutSandbox */ .S5)(flags);
        if (flags.reports.length === 0)
            throw new _model_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('invalid', 'No reports were named', {
                advice: 'Write -reports FOLDER, where the reports of the cells are.',
            });
        const more = { requireBuilds: true, askOutside: !flags.sandbox, ssmParameter: flags['ssm-parameter'] };
        const loaded = await (0,_template_flags__WEBPACK_IMPORTED_MODULE_8__/* .planFrom */ .MI)(rest, flags, _catalog__WEBPACK_IMPORTED_MODULE_0__/* .plugins */ .N, io, more);
        if (!loaded)
            return 2;
        const prior = (0,_engine_merge__WEBPACK_IMPORTED_MODULE_2__/* .mergeReports */ .C)(loaded.plan, await (0,_engine_merge__WEBPACK_IMPORTED_MODULE_2__/* .readReports */ .o)(flags.reports));
        const interrupt = (0,_engine_interrupt__WEBPACK_IMPORTED_MODULE_1__/* .watchSignals */ .RQ)();
        try {
            return await (0,_apply__WEBPACK_IMPORTED_MODULE_4__/* .apply */ .B)({ ...loaded, flags, io, interrupt }, { prior });
        }
        finally {
            interrupt.stop();
        }
    },
});


/***/ }),

/***/ 16146:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ mergeReports),
/* harmony export */   o: () => (/* binding */ readReports)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(694);
/** Joins the reports of cells that ran on different machines into the one that a single run would have had. */




/** Reports in these files, and in all `*report.json` below these folders. Throws Failure `invalid`. */
async function readReports(paths) {
    const files = (await Promise.all(paths.map(reportFiles))).flat();
    return Promise.all([...new Set(files)].sort().map(async (path) => ({ path, report: await readReport(path) })));
}
async function reportFiles(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (!found)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `There is no ${path} with reports`, { advice: 'Download the reports of the cells first.' });
    if (!found.isDirectory())
        return [path];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path, { recursive: true, withFileTypes: true });
    const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('report.json'));
    return files.map(({ parentPath, path: before, name }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parentPath ?? before, name));
}
async function readReport(path) {
    try {
        const value = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
        if (value.formatVersion === 1 && value.run && Array.isArray(value.builds))
            return value;
    }
    catch { }
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `${path} is not a report of this version of ingot`, {
        advice: 'Hand over what the output report of each cell names, whole.',
    });
}
/**
 * `plan` says which builds there must be. A build that nobody reports, that two cells have done, or that is not in the plan is a
 * Failure that names it. Of a cell that was tried again the later report counts.
 */
function mergeReports(plan, cells) {
    const chosen = new Map();
    for (const cell of cells)
        for (const build of cell.report.builds)
            choose(chosen, build, cell);
    const names = plan.builds.map(build => build.name);
    const missing = names.filter(name => !chosen.has(name));
    if (missing.length > 0)
        throw noReport(missing, cells);
    const strange = [...chosen].filter(([name]) => !names.includes(name));
    if (strange.length > 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `The template has no build ${strange.map(([name, { cell }]) => `${name} (reported in ${cell.path})`).join(', ')}`, { advice: 'Give merge the template, variables, only and except that plan had.' });
    const builds = names.map(name => chosen.get(name).build);
    const used = cells.filter(cell => [...chosen.values()].some(choice => choice.cell === cell));
    return joined(plan, builds, used.map(cell => cell.report));
}
function choose(chosen, build, cell) {
    const other = chosen.get(build.name);
    if (!other || other.cell.report.run.id === cell.report.run.id)
        chosen.set(build.name, { build, cell });
    else if (other.build.outcome === 'done' && build.outcome === 'done')
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('invalid', `Two cells have done ${build.name}: ${other.cell.path} and ${cell.path}`, {
            advice: 'Each build belongs to one cell. Hand over the report of one of them, and remove the image of the other.',
        });
    else if (other.build.outcome !== 'done' && (build.outcome === 'done' || later(cell, other.cell)))
        chosen.set(build.name, { build, cell });
}
const later = (a, b) => a.report.run.startedAt > b.report.run.startedAt;
function joined(plan, builds, reports) {
    const first = reports.toSorted((a, b) => (a.run.startedAt < b.run.startedAt ? -1 : 1))[0];
    const problems = reports.flatMap(report => report.problems);
    const outcome = (0,_report__WEBPACK_IMPORTED_MODULE_3__/* .outcomeOf */ .s)(builds, problems);
    const end = (report) => Date.parse(report.run.startedAt) + report.milliseconds;
    return {
        formatVersion: 1,
        run: { ...first.run, template: plan.template },
        outcome,
        exitCode: outcome === 'done' ? 0 : _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h[outcome],
        milliseconds: Math.max(...reports.map(end)) - Date.parse(first.run.startedAt),
        smokeTested: reports.every(report => report.smokeTested),
        builds,
        leftovers: builds.flatMap(build => build.leftovers),
        problems,
        // Paths on the machines of the cells; nothing is there any more.
        files: [],
    };
}
const noReport = (missing, cells) => new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', `No report of ${missing.join(', ')}: the cell did not run to its end, or its report was not handed over`, {
    advice: `${cells.length} ${cells.length === 1 ? 'report was' : 'reports were'} read${cells.length > 0 ? `: ${cells.map(cell => cell.path).join(', ')}` : ''}. Run the missing cell again, then merge.`,
});


/***/ })

};
;