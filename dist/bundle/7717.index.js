"use strict";
exports.id = 7717;
exports.ids = [7717];
exports.modules = {

/***/ 37717:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  provision: () => (/* binding */ provision)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/lib/posix-quote.js
var posix_quote = __webpack_require__(30789);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/provisioners/file/options.js
var file_options = __webpack_require__(50698);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
;// CONCATENATED MODULE: ./build/provisioners/file/progress.js

function transferProgress(name, { signal, progress }) {
    const began = Date.now();
    const onProgress = (done, total) => {
        const seconds = Math.max(0.001, (Date.now() - began) / 1000);
        const rate = done / seconds;
        const left = total > done && rate > 0 ? `, ${(0,duration_text/* duration */.p)(((total - done) / rate) * 1000)} left` : '';
        progress(`${name}: ${bytes(done)} of ${bytes(total)}, ${bytes(rate)}/s${left}`, total > 0 ? done / total : undefined);
    };
    return { signal, onProgress };
}
function bytes(count) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = count;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

;// CONCATENATED MODULE: ./build/provisioners/file/provision.js






async function provision(options, context) {
    const { destination, content } = options;
    if (content !== undefined) {
        context.say(`Writing ${destination}`);
        await context.communicator.upload(Buffer.from(content), destination, { signal: context.signal });
        return;
    }
    for (const source of (0,file_options/* sourcesOf */.u)(options)) {
        if (options.direction === 'upload')
            await upload(source, destination, context);
        else
            await download(source, destination, context);
    }
}
async function upload(source, destination, context) {
    const { communicator } = context;
    const stats = await (0,promises_.stat)(source).catch((error) => {
        const why = error.code === 'ENOENT' ? 'there is no such file or folder' : error.message;
        throw new failure/* Failure */.H('failed', `The source ${source} cannot be uploaded: ${why}`);
    });
    const progress = transferProgress((0,external_node_path_.basename)(source), context);
    if (!stats.isDirectory()) {
        const target = destination.endsWith('/') ? external_node_path_.posix.join(destination, (0,external_node_path_.basename)(source)) : destination;
        context.say(`Uploading ${source} to ${target}`);
        return communicator.uploadFile(source, target, progress);
    }
    const target = await folderTarget(source, destination, context);
    context.say(`Uploading ${source} to ${target}`);
    await communicator.uploadFolder(source, target, progress);
}
async function folderTarget(source, destination, { communicator, signal }) {
    if (source.endsWith('/'))
        return destination;
    const { status } = await communicator.run(`test -d ${wordOf(destination)}`, { signal });
    return status === 0 ? external_node_path_.posix.join(destination, (0,external_node_path_.basename)(source)) : destination;
}
async function download(source, destination, context) {
    if (/[*?[]/.test(source)) {
        for (const path of await matching(source, context))
            await downloadOne(path, (0,external_node_path_.join)(destination, external_node_path_.posix.basename(path)), context);
        return;
    }
    const whole = source.endsWith('/');
    const target = whole || destination.endsWith('/') ? (0,external_node_path_.join)(destination, external_node_path_.posix.basename(source)) : destination;
    await downloadOne(source, target, context);
}
async function downloadOne(source, target, context) {
    context.say(`Downloading ${source} to ${target}`);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    const progress = transferProgress(external_node_path_.posix.basename(source), context);
    if (source.endsWith('/'))
        await context.communicator.downloadFolder(source, target, progress);
    else
        await context.communicator.downloadFile(source, target, progress);
}
async function matching(pattern, { communicator, signal }) {
    const chunks = [];
    const script = `printf 'found\\0'; for f in ${pattern.replace(/[^\w@%+=:,./*?[\]~-]/g, '\\$&')}; do if [ -d "$f" ]; then printf '%s/\\0' "$f"; elif [ -e "$f" ]; then printf '%s\\0' "$f"; fi; done`;
    await communicator.run(`exec sh -c ${(0,posix_quote/* quote */.h)(script)}`, { signal, onStdout: chunk => chunks.push(chunk) });
    const found = Buffer.concat(chunks).toString().split('\0').slice(1).filter(Boolean);
    if (found.length === 0)
        throw new failure/* Failure */.H('failed', `Nothing on the machine matches ${pattern}`);
    return found;
}
const wordOf = (path) => (path.startsWith('~/') ? `~/${(0,posix_quote/* quote */.h)(path.slice(2))}` : (0,posix_quote/* quote */.h)(path));


/***/ })

};
;