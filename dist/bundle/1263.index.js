"use strict";
exports.id = 1263;
exports.ids = [1263];
exports.modules = {

/***/ 61263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  announce: () => (/* binding */ announce)
});

// EXTERNAL MODULE: ./build/platforms/aws/access-options.js
var access_options = __webpack_require__(54385);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/platforms/aws/secrets.js
var secrets = __webpack_require__(86443);
;// CONCATENATED MODULE: ./build/platforms/aws/image-parameter.js



const PREVIOUS_LABEL = 'previous';
const PATIENCE_MILLISECONDS = 60_000;
const PACE_MILLISECONDS = 1000;
async function putImageParameter(access, name, imageId, signal) {
    const before = await (0,secrets/* readParameter */.sv)(access, name, false, signal).catch(error => {
        if (/ParameterNotFound/.test(String(error.message) + String(error.code)))
            return undefined;
        throw error;
    });
    if (before?.Value === imageId)
        return before.Version ?? 0;
    const version = await (0,secrets/* withParameters */.zv)(access, 'PutParameter', signal, async (client, { PutParameterCommand }) => {
        const command = new PutParameterCommand({
            Name: name,
            Value: imageId,
            Type: 'String',
            DataType: 'aws:ec2:image',
            Overwrite: true,
        });
        return (await client.send(command, { abortSignal: signal })).Version;
    });
    await untilReadable(access, name, imageId, version ?? 0, signal);
    if (before?.Version !== undefined)
        await (0,secrets/* withParameters */.zv)(access, 'LabelParameterVersion', signal, async (client, { LabelParameterVersionCommand }) => {
            const command = new LabelParameterVersionCommand({ Name: name, ParameterVersion: before.Version, Labels: [PREVIOUS_LABEL] });
            return client.send(command, { abortSignal: signal });
        });
    return version ?? 0;
}
async function untilReadable(access, name, imageId, version, signal) {
    for (const began = performance.now(); performance.now() - began < PATIENCE_MILLISECONDS;) {
        const now = await (0,secrets/* readParameter */.sv)(access, name, false, signal).catch(() => undefined);
        signal.throwIfAborted();
        if (now?.Value === imageId && (now.Version ?? 0) >= version)
            return;
        await (0,abort/* delay */.cb)(PACE_MILLISECONDS, signal);
    }
    throw new failure/* Failure */.H('failed', `Parameter ${name} in ${access.region} did not become ${imageId}: AWS has not accepted the value`, {
        advice: 'The account that owns the parameter must be allowed to describe the image (ec2:DescribeImages).',
    });
}

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/announce.js


async function announce(options, { images }, { ssmParameter }, context) {
    const access = await (0,access_options/* accessFrom */.lp)(options);
    await context.step(`publish in ${ssmParameter}`, async (signal) => {
        for (const { region, id } of images) {
            const version = await putImageParameter({ ...access, region }, ssmParameter, id, signal);
            context.say(`Parameter ${ssmParameter} in ${region} is ${id} (version ${version})`);
        }
    });
}


/***/ })

};
;