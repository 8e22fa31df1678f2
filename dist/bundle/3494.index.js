"use strict";
exports.id = 3494;
exports.ids = [3494];
exports.modules = {

/***/ 73494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ plugins)
});

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/communicators/none/index.js

const refuse = async () => {
    throw new failure/* Failure */.H('failed', 'this build has communicator = "none": there is no way to speak to the machine', {
        advice: 'Use provisioners that work on this machine (shell-local), or set communicator = "ssh".',
    });
};
const silent = {
    run: refuse,
    upload: refuse,
    uploadFile: refuse,
    uploadFolder: refuse,
    downloadFile: refuse,
    downloadFolder: refuse,
    remove: refuse,
    close: async () => undefined,
};
const none = {
    type: 'none',
    summary: 'The machine is not spoken to; only provisioners that work on this machine can run.',
    connect: async () => silent,
};

;// CONCATENATED MODULE: ./build/communicators/ssh/index.js
const ssh = {
    type: 'ssh',
    summary: 'Commands and files over SSH, with the host key checked before anything is told.',
    connect: async (...how) => (await Promise.all(/* import() */[__webpack_require__.e(5472), __webpack_require__.e(9487), __webpack_require__.e(1122)]).then(__webpack_require__.bind(__webpack_require__, 21122))).connect(...how),
};

;// CONCATENATED MODULE: ./build/communicators/winrm/index.js
const winrm = {
    type: 'winrm',
    summary: 'Commands and files over WinRM, the remote management that Windows has built in, by Basic or NTLM, with HTTP or HTTPS.',
    shell: 'cmd',
    connect: async (...how) => (await Promise.all(/* import() */[__webpack_require__.e(7171), __webpack_require__.e(8307)]).then(__webpack_require__.bind(__webpack_require__, 88307))).connect(...how),
};

// EXTERNAL MODULE: ./build/language/values/type.js
var type = __webpack_require__(7181);
// EXTERNAL MODULE: ./build/platforms/aws/access-options.js
var access_options = __webpack_require__(54385);
// EXTERNAL MODULE: ./build/platforms/aws/connect.js
var connect = __webpack_require__(23328);
// EXTERNAL MODULE: ./build/platforms/aws/filter-images.js
var filter_images = __webpack_require__(53241);
;// CONCATENATED MODULE: ./build/data-sources/amazon-ami/index.js




const options = { ...access_options/* accessOptions */.P2, ...filter_images/* imageFilterOptions */.iP };
const amazonAmi = {
    type: 'amazon-ami',
    summary: 'Finds an image on AWS by filters.',
    options,
    outputs: {
        id: { type: type/* STRING */.An, doc: 'The ID of the image.' },
        name: { type: type/* STRING */.An, doc: 'Its name.' },
        creation_date: { type: type/* STRING */.An, doc: 'When it was made, ISO 8601.' },
        owner: { type: type/* STRING */.An, doc: 'The account ID of its owner.' },
        owner_name: { type: type/* STRING */.An, doc: 'The alias of its owner, such as `amazon`.' },
        tags: { type: (0,type/* mapOf */.A7)(type/* STRING */.An), doc: 'Its tags.' },
    },
    check(given) {
        if (given.owners?.length !== 0)
            return (0,access_options/* checkAccess */.x8)(given);
        return [
            ...(0,access_options/* checkAccess */.x8)(given),
            { option: 'owners', summary: 'No owners', detail: 'Name at least one owner: anybody may publish an image of any name.' },
        ];
    },
    async read(given, { signal }) {
        const ec2 = (0,connect/* connect */.Ng)(await (0,access_options/* accessFrom */.lp)(given));
        const image = await (0,filter_images/* filterImages */.vR)(ec2, given, { noun: 'image', place: 'the data source' }, signal);
        return {
            id: image.ImageId,
            name: image.Name,
            creation_date: image.CreationDate,
            owner: image.OwnerId,
            owner_name: image.ImageOwnerAlias ?? '',
            tags: Object.fromEntries((image.Tags ?? []).map(({ Key, Value }) => [Key, Value])),
        };
    },
};

// EXTERNAL MODULE: ./build/language/options/spec.js
var spec = __webpack_require__(28896);
// EXTERNAL MODULE: ./build/platforms/aws/secrets.js
var secrets = __webpack_require__(86443);
;// CONCATENATED MODULE: ./build/data-sources/amazon-parameterstore/index.js




const amazon_parameterstore_options = {
    ...access_options/* accessOptions */.P2,
    name: (0,spec/* text */.Qq)('Name or ARN of the parameter.', { required: true }),
    with_decryption: (0,spec/* flag */.Jt)('Decrypt it, if it is a SecureString.', { default: false }),
};
const amazonParameterstore = {
    type: 'amazon-parameterstore',
    summary: 'Reads a parameter of AWS Systems Manager. The value of a SecureString is never printed.',
    options: amazon_parameterstore_options,
    outputs: {
        value: { type: type/* STRING */.An, doc: 'Its value.' },
        version: { type: type/* STRING */.An, doc: 'Its version.' },
        arn: { type: type/* STRING */.An, doc: 'Its ARN.' },
    },
    check: access_options/* checkAccess */.x8,
    async read(given, { signal, secret }) {
        const { name, with_decryption: decrypt } = given;
        const { Value = '', Version, ARN = '', Type } = await (0,secrets/* readParameter */.sv)(await (0,access_options/* accessFrom */.lp)(given), name, decrypt, signal);
        if (Type !== 'String' && Type !== 'StringList')
            secret(Value);
        return { value: Value, version: String(Version ?? ''), arn: ARN };
    },
};

;// CONCATENATED MODULE: ./build/data-sources/amazon-secretsmanager/index.js




const amazon_secretsmanager_options = {
    ...access_options/* accessOptions */.P2,
    name: (0,spec/* text */.Qq)('Name or ARN of the secret.', { required: true }),
    key: (0,spec/* text */.Qq)('Which value of a secret that is a JSON object. Default: the first.'),
    version_id: (0,spec/* text */.Qq)('ID of the version to read; wins over version_stage.'),
    version_stage: (0,spec/* text */.Qq)('Label of the version to read.', { default: 'AWSCURRENT' }),
};
const SHORTEST_SECRET = 4;
const amazonSecretsmanager = {
    type: 'amazon-secretsmanager',
    summary: 'Reads a secret from AWS Secrets Manager. None of its values is ever printed.',
    options: amazon_secretsmanager_options,
    outputs: {
        value: { type: type/* STRING */.An, doc: 'The value of `key`; without it the first one; of a plain text, the text.' },
        secret_string: { type: type/* STRING */.An, doc: 'The whole secret as text.' },
        secret_binary: { type: type/* STRING */.An, doc: 'The whole secret as base64, where it was stored as bytes.' },
        version_id: { type: type/* STRING */.An, doc: 'The ID of the version that was read.' },
    },
    check: access_options/* checkAccess */.x8,
    async read(given, { signal, secret }) {
        const { name, key, version_id: versionId, version_stage } = given;
        const versionStage = versionId ? undefined : version_stage;
        const answer = await (0,secrets/* readSecret */.n5)(await (0,access_options/* accessFrom */.lp)(given), { name, versionId, versionStage }, signal);
        const whole = (0,secrets/* wholeSecret */.ii)(answer);
        const binary = answer.SecretBinary ? Buffer.from(answer.SecretBinary).toString('base64') : '';
        for (const text of [whole, binary, ...((0,secrets/* secretValues */.VX)(whole)?.values() ?? [])])
            if (text.length >= SHORTEST_SECRET)
                secret(text);
        const value = (0,secrets/* secretText */.yD)(name, answer, key);
        secret(value);
        return { value, secret_string: answer.SecretString ?? '', secret_binary: binary, version_id: answer.VersionId ?? '' };
    },
};

;// CONCATENATED MODULE: ./build/data-sources/http/index.js


const httpOptions = {
    url: (0,spec/* text */.Qq)('What to ask, http:// or https://. An answer other than 2xx is an error; redirects are followed.', {
        required: true,
    }),
    method: (0,spec/* text */.Qq)('The method of the request.', {
        oneOf: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'],
        default: 'GET',
    }),
    request_headers: (0,spec/* textMap */.sP)('Headers of the request.', { default: {} }),
    request_body: (0,spec/* text */.Qq)('Body of the request.'),
};
const http = {
    type: 'http',
    summary: 'Asks a web server once. HTTP_PROXY, HTTPS_PROXY and NO_PROXY hold.',
    options: httpOptions,
    outputs: {
        url: { type: type/* STRING */.An, doc: 'The URL as it was asked.' },
        body: { type: type/* STRING */.An, doc: 'The body of the answer, as UTF-8.' },
        request_headers: {
            type: (0,type/* mapOf */.A7)(type/* STRING */.An),
            doc: 'The headers of the answer (Packer’s name for them), such as `Content-Type`; those that came twice are joined by `, `.',
        },
    },
    check,
    read: async (options, context) => (await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(3565)]).then(__webpack_require__.bind(__webpack_require__, 43565))).read(options, context),
};
function check({ url }) {
    const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
    if (protocol === 'http:' || protocol === 'https:')
        return [];
    return [{ option: 'url', summary: 'Invalid URL', detail: 'url must be a whole URL that begins with http:// or https://.' }];
}

;// CONCATENATED MODULE: ./build/data-sources/null/index.js


const null_options = { input: (0,spec/* text */.Qq)('Any text.', { required: true }) };
const nullData = {
    type: 'null',
    summary: 'Hands its input on as its output.',
    options: null_options,
    outputs: { output: { type: type/* STRING */.An, doc: 'The input.' } },
    read: async ({ input }) => ({ output: input }),
};

// EXTERNAL MODULE: ./build/platforms/aws/lent-keys.js
var lent_keys = __webpack_require__(3298);
;// CONCATENATED MODULE: ./build/platforms/aws/lookups.js


const secret = async (lookup, { signal }) => {
    const { name, key } = lookup;
    const answer = await (0,secrets/* readSecret */.n5)({ region: await (0,connect/* defaultRegion */._h)() }, { name, versionStage: 'AWSCURRENT' }, signal);
    return lookup.kind === 'aws-secret-raw' ? (0,secrets/* wholeSecret */.ii)(answer) : (0,secrets/* secretText */.yD)(name, answer, key);
};
const awsLookups = { 'aws-secret': secret, 'aws-secret-raw': secret };

// EXTERNAL MODULE: ./build/platforms/hashicorp/aws-leases.js
var aws_leases = __webpack_require__(68889);
;// CONCATENATED MODULE: ./build/platforms/hashicorp/lookups.js
const vault = async (lookup, context) => (await __webpack_require__.e(/* import() */ 7328).then(__webpack_require__.bind(__webpack_require__, 57328))).vaultValue(lookup, context);
const consul = async (lookup, context) => (await __webpack_require__.e(/* import() */ 2894).then(__webpack_require__.bind(__webpack_require__, 12894))).consulValue(lookup, context);
const hashicorpLookups = { vault, consul };

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/lib/go-glob.js


function expandGlob(pattern) {
    checkGlob(pattern);
    if (!/[*?[\\]/.test(pattern))
        return exists(pattern) ? [pattern] : [];
    const cut = pattern.lastIndexOf('/');
    const above = pattern.slice(0, Math.max(cut, 0)) || (cut === 0 ? '/' : '.');
    const matches = matcher(pattern.slice(cut + 1));
    return expandGlob(above).flatMap(folder => namesIn(folder)
        .filter(name => matches.test(name))
        .map(name => (0,external_node_path_.normalize)((0,external_node_path_.join)(folder, name))));
}
const checkGlob = (pattern) => {
    for (const part of pattern.split('/'))
        matcher(part);
};
function matcher(pattern) {
    const bad = (what) => new Error(`"${pattern}" is not a pattern: ${what}`);
    let source = '';
    for (let at = 0; at < pattern.length;) {
        const char = pattern[at++];
        if (char === '*')
            source += '.*';
        else if (char === '?')
            source += '.';
        else if (char === '\\') {
            if (at === pattern.length)
                throw bad('it ends in a backslash');
            source += literal(pattern[at++]);
        }
        else if (char === '[') {
            const range = /^\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]/su.exec(pattern.slice(at))?.[0];
            if (!range || range === '^]')
                throw bad('a bracket is not closed');
            source += `[${range.startsWith('^') ? '^' : ''}${members(range.slice(range.startsWith('^') ? 1 : 0, -1))}]`;
            at += range.length;
        }
        else
            source += literal(char);
    }
    return new RegExp(`^${source}$`, 's');
}
const members = (text) => text.replace(/\\(.)|[\^\][]/gsu, (whole, escaped) => `\\${escaped ?? whole}`);
const literal = (char) => char.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
function namesIn(folder) {
    try {
        if (!(0,external_node_fs_.statSync)(folder).isDirectory())
            return [];
        return (0,external_node_fs_.readdirSync)(folder).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }
    catch {
        return [];
    }
}
function exists(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}

;// CONCATENATED MODULE: ./build/post-processors/artifice/options.js

const artificeOptions = {
    files: (0,spec/* texts */.Te)('Paths or patterns (`*`, `?`, `[a-z]`; relative to the working directory) of the files that become the artifact.', {
        required: true,
    }),
};

;// CONCATENATED MODULE: ./build/post-processors/artifice/index.js


const artifice = {
    type: 'artifice',
    summary: 'Makes other files of this machine the artifact.',
    options: artificeOptions,
    keepsInput: true,
    check: artifice_check,
    process,
};
function artifice_check({ files }) {
    if (files.length === 0)
        return [{ option: 'files', summary: 'No files', detail: 'files must name at least one file or pattern.' }];
    return files.flatMap(pattern => {
        try {
            checkGlob(pattern);
            return [];
        }
        catch (error) {
            return [{ option: 'files', summary: 'Invalid pattern', detail: `${error.message}.` }];
        }
    });
}
async function process(options, artifact, context) {
    const files = options.files.flatMap(pattern => {
        const found = expandGlob(pattern);
        if (found.length === 0)
            context.warn(`artifice: no file matches ${pattern}`);
        return found;
    });
    if (artifact.files.length > 0)
        context.say(`These files are no longer the artifact: ${artifact.files.join(', ')}`);
    context.say(`These files are the artifact now: ${files.join(', ')}`);
    return {
        builderId: 'packer.post-processor.artifice',
        id: '',
        description: `Created artifact from files: ${files.join(', ')}`,
        files,
        images: [],
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/post-processors/checksum/options.js

const KINDS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
const checksumOptions = {
    checksum_types: (0,spec/* texts */.Te)(`Kinds of checksums to compute: ${KINDS.join(', ')}.`, { default: ['md5'] }),
    output: (0,spec/* text */.Qq)('Path of the file that gets the lines, each a checksum, a tab and the name of a file. `{{.BuildName}}`, `{{.BuilderType}}` and ' +
        '`{{.ChecksumType}}` are filled in. A file that exists is added to.', { default: 'packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum', late: true }),
};

;// CONCATENATED MODULE: ./build/post-processors/checksum/index.js






const checksum = {
    type: 'checksum',
    summary: "Writes down checksums of an artifact's files.",
    options: checksumOptions,
    keepsInput: true,
    forcesKeep: true,
    check: checksum_check,
    process: checksum_process,
};
function checksum_check({ checksum_types: kinds }) {
    const known = KINDS;
    return kinds
        .filter(kind => !known.includes(kind))
        .map(kind => ({ option: 'checksum_types', summary: 'Unknown checksum', detail: `"${kind}" is none of ${KINDS.join(', ')}.` }));
}
async function checksum_process(options, artifact, context) {
    const { sourceName: BuildName, sourceType: BuilderType } = context.build;
    const files = [...artifact.files];
    for (const kind of options.checksum_types) {
        const output = context.render(options.output, { BuildName, BuilderType, ChecksumType: kind });
        const lines = await linesOf(kind, artifact.files, context.signal);
        if (lines.length === 0)
            continue;
        if (!(0,external_node_fs_.existsSync)(output))
            files.push(output);
        await add(lines.join(''), output);
    }
    return {
        builderId: 'packer.post-processor.checksum',
        id: '',
        description: `Created artifact from files: ${files.join(', ')}`,
        files,
        images: [],
    };
}
async function linesOf(kind, files, signal) {
    const lines = [];
    for (const file of files)
        lines.push(`${await sumOf(kind, file, signal)}\t${(0,external_node_path_.basename)(file)}\n`);
    return lines;
}
async function sumOf(kind, file, signal) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 23));
    const hash = createHash(kind);
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { highWaterMark: 1024 * 1024 }), hash, { signal });
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new failure/* Failure */.H('failed', `No ${kind} checksum of ${file}: ${cause.message}`, { cause });
    }
    return hash.digest('hex');
}
async function add(lines, output) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(output)), { recursive: true });
        await (0,promises_.appendFile)(output, lines);
    }
    catch (cause) {
        throw new failure/* Failure */.H('failed', `Checksums could not be written to ${output}: ${cause.message}`, { cause });
    }
}

// EXTERNAL MODULE: ./build/post-processors/compress/format.js
var compress_format = __webpack_require__(72270);
;// CONCATENATED MODULE: ./build/post-processors/compress/options.js

const compressOptions = {
    output: (0,spec/* text */.Qq)('Path of the archive: `{{.BuildName}}` and `{{.BuilderType}}` stand for the build. Its extension chooses the format, ' +
        'where `format` does not: .tar, .tar.gz, .tar.bgzf, .zip, .gz, .bgzf; with any other it is a .tar.gz.', { default: 'packer_{{.BuildName}}_{{.BuilderType}}', late: true }),
    format: (0,spec/* text */.Qq)('Format of the archive, whatever its name says: `tar`, `tar.gz`, `tar.bgzf`, `zip`, `gz` or `bgzf`.'),
    compression_level: (0,spec/* number */.ai)('1 (fast) to 9 (small). 0 is the default, 6.', {
        check: (level) => (Number.isInteger(level) && level >= -1 ? undefined : 'a whole number from 0 to 9 is required'),
    }),
};

;// CONCATENATED MODULE: ./build/post-processors/compress/index.js



const compress = {
    type: 'compress',
    summary: 'Puts the files of an artifact into one archive, or compresses its single file.',
    options: compressOptions,
    keepsInput: false,
    check: compress_check,
    process: async (...how) => (await __webpack_require__.e(/* import() */ 5253).then(__webpack_require__.bind(__webpack_require__, 5253))).process(...how),
};
function compress_check({ format, output }) {
    try {
        (0,compress_format/* formatOf */.b)(format ?? (0,external_node_path_.basename)(output));
        return [];
    }
    catch (error) {
        return [{ option: format ? 'format' : 'output', summary: 'Unsupported format', detail: `${error.message}.` }];
    }
}

;// CONCATENATED MODULE: ./build/post-processors/manifest/options.js

const manifestOptions = {
    output: (0,spec/* text */.Qq)('Path of the manifest. One that exists is added to.', { default: 'packer-manifest.json' }),
    strip_path: (0,spec/* flag */.Jt)('Write the names of files without their folders.', { default: false }),
    strip_time: (0,spec/* flag */.Jt)('Leave the time of the build out, so that equal builds give equal manifests.', { default: false }),
    custom_data: (0,spec/* textMap */.sP)('Anything else to write down with the build.'),
};

;// CONCATENATED MODULE: ./build/post-processors/manifest/index.js

const manifest = {
    type: 'manifest',
    summary: 'Writes a JSON file that lists the builds with their artifacts.',
    options: manifestOptions,
    keepsInput: true,
    forcesKeep: true,
    records: true,
    process: async (...how) => (await __webpack_require__.e(/* import() */ 5120).then(__webpack_require__.bind(__webpack_require__, 15120))).process(...how),
};

// EXTERNAL MODULE: ./build/lib/file-error.js
var file_error = __webpack_require__(15546);
;// CONCATENATED MODULE: ./build/platforms/scripts/check.js


function checkScripts(options) {
    return [...checkChoice(options), ...checkFiles(options), ...checkEnvironment(options)];
}
function checkChoice({ inline, script, scripts }) {
    const given = [
        inline && inline.length > 0 && 'inline',
        script !== undefined && script !== '' && 'script',
        scripts && scripts.length > 0 && 'scripts',
    ].filter(name => name !== false && name !== undefined);
    if (given.length === 1)
        return [];
    const summary = given.length === 0 ? 'One of inline, script and scripts has to be set' : `Only one of ${given.join(' and ')} can be set`;
    return [{ option: given[1], summary }];
}
function checkFiles({ script, scripts = [] }) {
    const paths = [
        ...(script ? [['script', script]] : []),
        ...scripts.map(path => ['scripts', path]),
    ];
    return paths.flatMap(([option, path]) => {
        const problem = unreadable(path);
        return problem ? [{ option, summary: `The script ${path || '""'} cannot be used: ${problem}` }] : [];
    });
}
function unreadable(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? 'it is a folder' : undefined;
    }
    catch (error) {
        return (0,file_error/* fileErrorReason */.H)(error);
    }
}
function checkEnvironment({ environment_vars = [] }) {
    return environment_vars
        .filter(entry => entry.indexOf('=') < 1)
        .map(entry => ({ option: 'environment_vars', summary: `Not of the form NAME=value: ${entry.replace(/=.*/s, '=…')}` }));
}

;// CONCATENATED MODULE: ./build/platforms/scripts/local-check.js

const SYSTEMS = ['darwin', 'freebsd', 'linux', 'openbsd', 'solaris', 'windows'];
function checkLocal(options) {
    const { command, inline, only_on = [], execute_command } = options;
    const problems = command && !inline ? checkScripts({ ...options, inline: [command] }) : checkScripts(options);
    if (command && inline)
        problems.push({ option: 'command', summary: 'Only one of command and inline can be set' });
    if (execute_command?.length === 0)
        problems.push({ option: 'execute_command', summary: 'execute_command names no program' });
    const unknown = only_on.filter(system => !SYSTEMS.includes(system));
    if (unknown.length > 0) {
        problems.push({ option: 'only_on', summary: `Not a system: ${unknown.join(', ')}; known are ${SYSTEMS.join(', ')}` });
    }
    return problems;
}

;// CONCATENATED MODULE: ./build/platforms/scripts/options.js

const scriptOptions = {
    inline: (0,spec/* texts */.Te)('Lines of one script. Exactly one of inline, script and scripts has to be set.'),
    script: (0,spec/* text */.Qq)('Path of a script on this machine.'),
    scripts: (0,spec/* texts */.Te)('Paths of scripts on this machine, run in this order.'),
    inline_shebang: (0,spec/* text */.Qq)('First line of the script that is made of `inline`. `/bin/sh -e`, unless the lines bring their own.'),
    environment_vars: (0,spec/* texts */.Te)('Variables for the scripts, each as `NAME=value`.'),
    env: (0,spec/* textMap */.sP)('Variables for the scripts; wins over environment_vars.'),
    env_var_format: (0,spec/* text */.Qq)("How a variable is written before the script: a format with two `%s`. `%s='%s' ` when unset."),
    valid_exit_codes: (0,spec/* numbers */.nL)('Exit statuses that count as success.', { default: [0] }),
    binary: (0,spec/* flag */.Jt)('Leave line ends as they are: the script is no text.', { default: false }),
};

;// CONCATENATED MODULE: ./build/platforms/scripts/local-options.js


const localOptions = {
    ...scriptOptions,
    command: (0,spec/* text */.Qq)('One command line.', { deprecated: 'Write inline = ["…"] instead.' }),
    execute_command: (0,spec/* texts */.Te)('Program and arguments that run a script: `{{.Script}}` is its path (and `{{.Command}}` too), `{{.Vars}}` the variables. ' +
        '`["/bin/sh", "-c", "{{.Vars}} {{.Script}}"]` when unset.', { late: true }),
    only_on: (0,spec/* texts */.Te)('Systems to run on, by the names that Go gives them; elsewhere nothing happens: darwin, freebsd, linux, openbsd, solaris, windows.'),
    tempfile_extension: (0,spec/* text */.Qq)('Extension of the file that inline lines are put into, for interpreters that care.'),
    use_linux_pathing: (0,spec/* flag */.Jt)('On Windows: hand paths over as the Windows Subsystem for Linux sees them.', {
        unsupported: 'Windows Subsystem for Linux is not supported; run ingot itself in it.',
    }),
};

;// CONCATENATED MODULE: ./build/post-processors/shell-local/index.js


const shellLocal = {
    type: 'shell-local',
    summary: 'Runs scripts or a command on this machine when the image is made.',
    options: localOptions,
    keepsInput: true,
    forcesKeep: true,
    check: (options) => checkLocal(options),
    async process(options, artifact, context) {
        const { runLocally } = await __webpack_require__.e(/* import() */ 5067).then(__webpack_require__.bind(__webpack_require__, 65067));
        await runLocally(options, context);
        return artifact;
    },
};

;// CONCATENATED MODULE: ./build/provisioners/ansible/files-read.js


const LAYOUT = /^(roles|collections|group_vars|host_vars|tasks|handlers|vars|defaults|meta|files|templates|library|module_utils|\w+_plugins)$/;
const NAMING = /\.ya?ml$|\/(group|host)_vars\/[^/.]+$/;
const LONGEST = 1_000_000;
const MADE = /^(\.git|__pycache__)$|\.(retry|pyc)$/;
function filesRead(options) {
    const { playbook_file, roles_path, collections_path, galaxy_file, extra_arguments, ansible_env_vars } = options;
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(playbook_file));
    const installed = galaxy_file ? [roles_path, collections_path].flatMap(path => (path ? [(0,external_node_path_.resolve)(path)] : [])) : [];
    const reader = new Reader(folder, new Set(installed));
    for (const entry of entriesOf(folder))
        if (LAYOUT.test(entry))
            reader.take((0,external_node_path_.join)(folder, entry));
    reader.takeNamed((0,external_node_path_.resolve)(playbook_file));
    reader.takeNamed((0,external_node_path_.resolve)('ansible.cfg'));
    const more = galaxy_file ? [] : [roles_path, collections_path];
    for (const path of [...more, ...namedIn(extra_arguments, ansible_env_vars)])
        if (path)
            reader.take((0,external_node_path_.resolve)(path));
    reader.takeWords(extra_arguments.join('\n'), folder);
    return reader.files;
}
const namedIn = (words, environment) => [
    ...words.flatMap(word => /(?:^|[\s=])@(.+)$/.exec(word)?.[1] ?? []),
    ...environment.flatMap(entry => PATHS.exec(entry)?.[1]?.split(':') ?? []),
];
const PATHS = /^ANSIBLE_(?:CONFIG|INVENTORY|LIBRARY|MODULE_UTILS|ROLES_PATH|COLLECTIONS_PATHS?|\w+_PLUGINS)=(.+)$/;
class Reader {
    constructor(folder, without) {
        this.folder = folder;
        this.without = without;
        this.found = new Map();
        this.around = [];
        this.beside = new Set(entriesOf(folder));
    }
    get files() {
        return [...this.found.values()];
    }
    take(path) {
        if (this.without.has(path) || MADE.test((0,external_node_path_.basename)(path)) || this.found.has(path))
            return;
        const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        if (found?.isFile()) {
            this.found.set(path, { name: (0,external_node_path_.relative)(this.folder, path), path });
            if (NAMING.test(path) && found.size < LONGEST)
                this.takeWords((0,external_node_fs_.readFileSync)(path, 'utf8'), (0,external_node_path_.dirname)(path));
        }
        if (!found?.isDirectory() || this.around.includes((0,external_node_fs_.realpathSync)(path)))
            return;
        this.around.push((0,external_node_fs_.realpathSync)(path));
        for (const entry of entriesOf(path))
            this.take((0,external_node_path_.join)(path, entry));
        this.around.pop();
    }
    takeNamed(path) {
        if (this.found.has(path) || !isThere(path))
            return;
        this.take(path);
        if (!NAMING.test(path))
            this.takeWords((0,external_node_fs_.readFileSync)(path, 'utf8'), (0,external_node_path_.dirname)(path));
    }
    takeWords(text, from) {
        const words = text.split(/[\s=,:;'"()@[\]]+/).map(word => word.replace(/\{\{.*$/s, '').replace(/^.*\}\}\/?/s, ''));
        for (const word of new Set(words)) {
            if (/^[./~]*$/.test(word) || /^[/~]/.test(word))
                continue;
            if (/[./]/.test(word))
                for (const path of new Set([(0,external_node_path_.resolve)(from, word), (0,external_node_path_.resolve)(this.folder, word)]))
                    this.take(path);
            else if (this.beside.has(word))
                this.take((0,external_node_path_.join)(this.folder, word));
        }
    }
}
const isThere = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) !== undefined;
const entriesOf = (folder) => (isThere(folder) ? (0,external_node_fs_.readdirSync)(folder) : []);

;// CONCATENATED MODULE: ./build/provisioners/ansible/options.js

const keyType = (value) => /^(rsa|ecdsa|ed25519)$/i.test(value) ? undefined : 'the kind of a key is RSA, ECDSA or ED25519';
const running = {
    playbook_file: (0,spec/* text */.Qq)('The playbook, a file of this machine.', { required: true }),
    command: (0,spec/* text */.Qq)('The program that runs playbooks.', { default: 'ansible-playbook' }),
    extra_arguments: (0,spec/* texts */.Te)('More arguments for the program.', { default: [] }),
    ansible_env_vars: (0,spec/* texts */.Te)('Variables for the program, each as `NAME=value`. `ANSIBLE_HOST_KEY_CHECKING=False` unless set: it speaks to an adapter on this machine.', { default: [] }),
    ansible_ssh_extra_args: (0,spec/* texts */.Te)('Arguments for the ssh that Ansible runs. `-o IdentitiesOnly=yes` when unset.'),
    user: (0,spec/* text */.Qq)('`ansible_user` of the host. With the adapter any name will do: whoever runs ingot. Without, the user of the communicator.'),
    skip_version_check: (0,spec/* flag */.Jt)('Do not look whether the program is there before it is needed.', { default: false }),
};
const inventory = {
    host_alias: (0,spec/* text */.Qq)('Name of the machine in the inventory.', { default: 'default' }),
    groups: (0,spec/* texts */.Te)('Groups of the inventory that the machine is in.', { default: [] }),
    empty_groups: (0,spec/* texts */.Te)('Groups of the inventory that are empty.', { default: [] }),
    inventory_file: (0,spec/* text */.Qq)('An inventory of your own, instead of the one that is made.'),
    inventory_file_template: (0,spec/* text */.Qq)('The line for the machine: `{{ .HostAlias }}`, `{{ .Host }}`, `{{ .User }}` and `{{ .Port }}` are known. ' +
        '`{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} ansible_port={{ .Port }}` when unset.', { late: true }),
    inventory_directory: (0,spec/* text */.Qq)('Folder that the inventory is put into, such as one with group_vars.'),
    keep_inventory_file: (0,spec/* flag */.Jt)('Leave the inventory where it is.', { default: false }),
};
const galaxy = {
    galaxy_file: (0,spec/* text */.Qq)('Requirements file of roles and collections that are installed before.'),
    galaxy_command: (0,spec/* text */.Qq)('The program that installs them.', { default: 'ansible-galaxy' }),
    galaxy_force_install: (0,spec/* flag */.Jt)('Install them although they are there.', { default: false }),
    galaxy_force_with_deps: (0,spec/* flag */.Jt)('The same, with what they depend on.', { default: false }),
    roles_path: (0,spec/* text */.Qq)('Folder of this machine that roles are installed into.'),
    collections_path: (0,spec/* text */.Qq)('Folder of this machine that collections are installed into.'),
};
const adapter = {
    use_proxy: (0,spec/* flag */.Jt)("Let Ansible speak through ingot's own connection, by an SSH server on this machine. Off: straight to the machine.", {
        default: true,
    }),
    ansible_proxy_host: (0,spec/* text */.Qq)('Where Ansible finds that server; it listens on loopback only.', { default: '127.0.0.1' }),
    local_port: (0,spec/* number */.ai)('Port of that server; a free one when unset.'),
    sftp_command: (0,spec/* text */.Qq)('The command on the machine that speaks SFTP. Looked for when unset.'),
    ssh_host_key_file: (0,spec/* text */.Qq)('Private host key of that server; one is made when unset.'),
    ssh_authorized_key_file: (0,spec/* text */.Qq)('Public key that opens that server, when Ansible is to use a key of your own.'),
    adapter_key_type: (0,spec/* text */.Qq)('Kind of the keys that are made for that server.', { default: 'ECDSA', check: keyType }),
    ansible_proxy_key_type: (0,spec/* text */.Qq)('Older name of adapter_key_type.', {
        check: keyType,
        deprecated: 'Write adapter_key_type instead.',
    }),
    use_sftp: (0,spec/* flag */.Jt)('Whether Ansible copies files by SFTP; off makes it use scp.', {
        deprecated: 'Leave it out: Ansible finds out by itself.',
    }),
    ansible_winrm_use_http: (0,spec/* flag */.Jt)('Use HTTP with WinRM.', { unsupported: 'Machines are reached by SSH; WinRM is not built in.' }),
};
const ansibleOptions = { ...running, ...inventory, ...galaxy, ...adapter };

;// CONCATENATED MODULE: ./build/provisioners/ansible/index.js



const ansible = {
    type: 'ansible',
    summary: 'Runs an Ansible playbook on the machine, with the Ansible of this machine.',
    options: ansibleOptions,
    check: ansible_check,
    filesRead: filesRead,
    provision: async (...how) => (await Promise.all(/* import() */[__webpack_require__.e(5472), __webpack_require__.e(172)]).then(__webpack_require__.bind(__webpack_require__, 90172))).provision(...how),
};
function ansible_check(options) {
    const files = ['playbook_file', 'galaxy_file', 'inventory_file', 'ssh_host_key_file', 'ssh_authorized_key_file'];
    const folders = ['inventory_directory'];
    return [
        ...files.filter(name => options[name] && !ansible_isThere(options[name], false)).map(name => missing(name, options[name], 'file')),
        ...folders
            .filter(name => options[name] && !ansible_isThere(options[name], true))
            .map(name => missing(name, options[name], 'folder')),
        ...options.ansible_env_vars
            .filter(entry => entry.indexOf('=') < 1)
            .map(entry => ({ option: 'ansible_env_vars', summary: `Not of the form NAME=value: ${entry}` })),
    ];
}
function ansible_isThere(path, folder) {
    const stats = path ? (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) : undefined;
    return stats !== undefined && stats.isDirectory() === folder;
}
const missing = (option, path, what) => ({
    option,
    summary: `${option}: there is no ${what} ${path}`,
});

;// CONCATENATED MODULE: ./build/provisioners/ansible-local/options.js

const ansibleLocalOptions = {
    playbook_file: (0,spec/* text */.Qq)('The playbook, a file of this machine. It or playbook_files has to be set.'),
    playbook_files: (0,spec/* texts */.Te)('Several playbooks, run in this order; below the staging folder they keep their paths.'),
    playbook_dir: (0,spec/* text */.Qq)('Folder whose content goes to the staging folder, for all that playbooks refer to.'),
    playbook_paths: (0,spec/* texts */.Te)('Folders that go to the folder playbooks in the staging folder, each under its own name.', {
        default: [],
    }),
    command: (0,spec/* text */.Qq)('The command on the machine that runs playbooks.', {
        default: 'ANSIBLE_FORCE_COLOR=1 PYTHONUNBUFFERED=1 ansible-playbook',
    }),
    extra_arguments: (0,spec/* texts */.Te)('More arguments for it, as words of a shell.', { default: [] }),
    inventory_file: (0,spec/* text */.Qq)('An inventory of your own.'),
    inventory_groups: (0,spec/* texts */.Te)('Groups of the made inventory that the machine is in.', { default: [] }),
    group_vars: (0,spec/* text */.Qq)('Folder that becomes group_vars in the staging folder.'),
    host_vars: (0,spec/* text */.Qq)('Folder that becomes host_vars in the staging folder.'),
    role_paths: (0,spec/* texts */.Te)('Folders of roles; each goes to the folder roles in the staging folder, under its own name.', {
        default: [],
    }),
    collection_paths: (0,spec/* texts */.Te)('Folders of collections; each goes to the folder collections in the staging folder, under its own name.', {
        default: [],
    }),
    galaxy_file: (0,spec/* text */.Qq)('Requirements file of roles and collections that are installed on the machine before.'),
    galaxy_command: (0,spec/* text */.Qq)('The command on the machine that installs them.', { default: 'ansible-galaxy' }),
    galaxy_roles_path: (0,spec/* text */.Qq)('Where roles are installed to. The folder roles in the staging folder when unset.'),
    galaxy_collections_path: (0,spec/* text */.Qq)('Where collections are installed to. The folder collections in the staging folder when unset.'),
    staging_directory: (0,spec/* text */.Qq)('Folder on the machine. One with a unique name in /tmp/packer-provisioner-ansible-local when unset.'),
    clean_staging_directory: (0,spec/* flag */.Jt)('Remove that folder at the end.', { default: false }),
};

;// CONCATENATED MODULE: ./build/provisioners/ansible-local/index.js


const ansibleLocal = {
    type: 'ansible-local',
    summary: 'Brings an Ansible playbook to the machine and runs it there, with the Ansible of the machine.',
    options: ansibleLocalOptions,
    check: ansible_local_check,
    provision: async (...how) => (await __webpack_require__.e(/* import() */ 3123).then(__webpack_require__.bind(__webpack_require__, 33123))).provision(...how),
};
function ansible_local_check(options) {
    const { playbook_file: one, playbook_files: several = [] } = options;
    const problems = [];
    if (one && several.length > 0)
        problems.push({ option: 'playbook_files', summary: 'Only one of playbook_file and playbook_files can be set' });
    if (!one && several.length === 0)
        problems.push({ summary: 'One of playbook_file and playbook_files has to be set' });
    if (options.inventory_file && options.inventory_groups.length > 0)
        problems.push({ option: 'inventory_groups', summary: 'With inventory_file the groups are in that file' });
    const files = {
        playbook_file: [one],
        playbook_files: several,
        galaxy_file: [options.galaxy_file],
        inventory_file: [options.inventory_file],
    };
    const folders = {
        playbook_dir: [options.playbook_dir],
        playbook_paths: options.playbook_paths,
        role_paths: options.role_paths,
        collection_paths: options.collection_paths,
        group_vars: [options.group_vars],
        host_vars: [options.host_vars],
    };
    return [...problems, ...ansible_local_missing(files, false), ...ansible_local_missing(folders, true)];
}
function ansible_local_missing(given, folder) {
    return Object.entries(given).flatMap(([option, paths]) => paths.flatMap(path => {
        const stats = path ? (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) : undefined;
        if (!path || stats?.isDirectory() === folder)
            return [];
        return [{ option, summary: `${option}: there is no ${folder ? 'folder' : 'file'} ${path}` }];
    }));
}

;// CONCATENATED MODULE: ./build/provisioners/breakpoint/index.js


const breakpoint_options = {
    note: (0,spec/* text */.Qq)('What to say when the build stops here, for instance which breakpoint this is.'),
    disable: (0,spec/* flag */.Jt)('Do not stop here.', { default: false }),
};
const breakpoint = {
    type: 'breakpoint',
    summary: 'Stops the build until Enter is pressed. Where there is no terminal the build fails, as in Packer.',
    options: breakpoint_options,
    provision,
};
async function provision({ note, disable }, context) {
    const name = note ? `Breakpoint "${note}"` : 'Breakpoint';
    if (disable) {
        context.say(`${name} is disabled: going on`);
        return;
    }
    if (!context.waitForEnter)
        throw new failure/* Failure */.H('failed', `${name} waits for Enter, and there is no terminal`, {
            advice: 'Set disable = true where nobody is there to press it.',
        });
    context.say(`${name}: the build stops here${where(context)}`);
    await context.waitForEnter('Press Enter to go on.');
}
function where({ values: { Host, User } }) {
    if (!Host || Host === '<unknown>')
        return '';
    return `; the machine is ${User && User !== '<unknown>' ? `${User}@` : ''}${Host}`;
}

// EXTERNAL MODULE: ./build/provisioners/file/options.js
var file_options = __webpack_require__(50698);
;// CONCATENATED MODULE: ./build/provisioners/file/index.js


const file = {
    type: 'file',
    summary: 'Uploads files and folders to the machine, or downloads them from it.',
    options: file_options/* fileOptions */.N,
    check: file_check,
    provision: async (...how) => (await __webpack_require__.e(/* import() */ 7717).then(__webpack_require__.bind(__webpack_require__, 37717))).provision(...how),
};
function file_check(options) {
    const sources = (0,file_options/* sourcesOf */.u)(options);
    if (options.content !== undefined) {
        if (sources.length > 0)
            return [{ option: 'content', summary: 'Only one of content and source can be set' }];
        if (options.direction === 'download')
            return [{ option: 'content', summary: 'content can only be uploaded' }];
        if (options.destination.endsWith('/'))
            return [{ option: 'destination', summary: 'With content the destination has to name a file' }];
        return [];
    }
    if (sources.length === 0)
        return [{ summary: 'One of source, sources and content has to be set' }];
    if (options.direction === 'download' || options.generated)
        return [];
    return sources.flatMap(path => {
        const problem = file_missing(path);
        return problem ? [{ option: path === options.source ? 'source' : 'sources', summary: problem }] : [];
    });
}
function file_missing(path) {
    try {
        (0,external_node_fs_.statSync)(path);
        return undefined;
    }
    catch (error) {
        const why = error.code === 'ENOENT' ? 'there is no such file or folder' : error.message;
        return `The source ${path} cannot be used: ${why}. If the build makes it, set generated = true`;
    }
}

// EXTERNAL MODULE: ./build/language/options/duration-option.js
var duration_option = __webpack_require__(73957);
;// CONCATENATED MODULE: ./build/provisioners/shell/options.js



const shellOptions = {
    ...scriptOptions,
    use_env_var_file: (0,spec/* flag */.Jt)('Hand the variables over in a file that the command reads, so that no process list shows them.', {
        default: false,
    }),
    execute_command: (0,spec/* text */.Qq)('The command that runs a script: `{{.Path}}` is where it lies, `{{.Vars}}` its variables, `{{.EnvVarFile}}` the file of them. ' +
        '`chmod +x {{.Path}}; {{.Vars}} {{.Path}}` when unset, with use_env_var_file `chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}`.', { late: true }),
    remote_folder: (0,spec/* text */.Qq)('Folder on the machine that the scripts are put into.', { default: '/tmp' }),
    remote_file: (0,spec/* text */.Qq)('Name of the script there. `script_NUMBER.sh` when unset.'),
    remote_path: (0,spec/* text */.Qq)('Path of the script there, instead of remote_folder and remote_file.'),
    skip_clean: (0,spec/* flag */.Jt)('Leave the scripts on the machine.', { default: false }),
    expect_disconnect: (0,spec/* flag */.Jt)('A connection that breaks while a script runs is no failure: it restarts the machine.', {
        default: false,
    }),
    start_retry_timeout: (0,duration_option/* duration */.p)('How long to keep trying to hand a script over when the connection breaks, as while the machine restarts.', {
        default: '5m',
    }),
    pause_after: (0,duration_option/* duration */.p)('Time to wait after the last script.'),
};

;// CONCATENATED MODULE: ./build/provisioners/shell/index.js


const shell = {
    type: 'shell',
    summary: 'Runs scripts on the machine.',
    options: shellOptions,
    check: (options) => checkScripts(options),
    provision: async (...how) => (await __webpack_require__.e(/* import() */ 5910).then(__webpack_require__.bind(__webpack_require__, 65910))).provision(...how),
};

;// CONCATENATED MODULE: ./build/provisioners/shell-local/index.js


const shell_local_shellLocal = {
    type: 'shell-local',
    summary: 'Runs scripts or a command on this machine.',
    options: localOptions,
    check: (options) => checkLocal(options),
    provision: async (...how) => (await __webpack_require__.e(/* import() */ 5067).then(__webpack_require__.bind(__webpack_require__, 65067))).runLocally(...how),
};

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
;// CONCATENATED MODULE: ./build/provisioners/sleep/index.js



const sleep_options = {
    duration: (0,duration_option/* duration */.p)('How long to wait.', { default: '0s' }),
};
const sleep = {
    type: 'sleep',
    summary: 'Waits for a while.',
    options: sleep_options,
    async provision({ duration: milliseconds }, { signal, say }) {
        say(`Waiting ${(0,duration_text/* duration */.p)(milliseconds)}`);
        await (0,abort/* delay */.cb)(milliseconds, signal);
    },
};

// EXTERNAL MODULE: ./build/sources/amazon-ebs/artifact.js
var artifact = __webpack_require__(61022);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/check.js + 1 modules
var amazon_ebs_check = __webpack_require__(28676);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/disks.js

const device = {
    device_name: (0,spec/* text */.Qq)('As the machine sees it, e.g. `/dev/sda1`.', { required: true }),
    delete_on_termination: (0,spec/* flag */.Jt)('Whether the volume goes with a machine that is made from the image.', { default: false }),
    encrypted: (0,spec/* flag */.Jt)('Encrypt the volume. Unset: as its snapshot or the account says.'),
    iops: (0,spec/* number */.ai)('I/O operations per second of io1, io2 and gp3.'),
    throughput: (0,spec/* number */.ai)('MiB per second of gp3.'),
    kms_key_id: (0,spec/* text */.Qq)('KMS key to encrypt with; the account’s default key when unset.'),
    no_device: (0,spec/* flag */.Jt)('Leave out a device that the source image has.', { default: false }),
    snapshot_id: (0,spec/* text */.Qq)('Snapshot to begin with.'),
    virtual_name: (0,spec/* text */.Qq)('`ephemeral0` … for a disk of the host.'),
    volume_size: (0,spec/* number */.ai)('Size in GiB.'),
    volume_type: (0,spec/* text */.Qq)('Kind of volume: gp2, gp3, io1, io2, st1, sc1 or standard.'),
};
const diskOptions = {
    launch_block_device_mappings: (0,spec/* blocks */.Bv)(device, 'A disk of the build machine.'),
    ami_block_device_mappings: (0,spec/* blocks */.Bv)(device, 'A disk of every machine that is made from the image.'),
    no_ephemeral: (0,spec/* flag */.Jt)('Leave out all disks of the host from the image.', { default: false }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/image.js

const atLeast = (least) => (value) => Number.isInteger(value) && value >= least ? undefined : `a whole number of ${least} or more is required`;
const launchTemplate = {
    template_id: (0,spec/* text */.Qq)('ID of a launch template, by which EC2 launches the machines that make the snapshots. Default: one of EC2’s own.'),
    template_name: (0,spec/* text */.Qq)('Its name, instead of its ID.'),
    template_version: (0,spec/* number */.ai)('Version of the launch template. Default: the default version.', { check: atLeast(1) }),
};
const fastLaunchOptions = {
    enable_fast_launch: (0,spec/* flag */.Jt)('Keep snapshots ready, in all regions. Any other setting here means it too; `false` switches all off.'),
    ...launchTemplate,
    max_parallel_launches: (0,spec/* number */.ai)('Machines that EC2 launches at once to make the snapshots. AWS: 6.', { check: atLeast(6) }),
    target_resource_count: (0,spec/* number */.ai)('Snapshots to keep ready. AWS: 5.', { check: atLeast(1) }),
    region_launch_templates: (0,spec/* blocks */.Bv)({
        region: (0,spec/* text */.Qq)('One of ami_regions, or that of the build.', { required: true }),
        enable_fast_launch: (0,spec/* flag */.Jt)('Whether snapshots are kept ready in this region. Unset: as above.'),
        ...launchTemplate,
    }, 'What differs in one region. The launch template above is of the region of the build only.'),
};
const protection = {
    enabled: (0,spec/* flag */.Jt)('Refuse to deregister the image.', { default: false }),
    with_cooldown: (0,spec/* flag */.Jt)('Refuse it for 24 hours more after the protection is taken away.', { default: false }),
};
const imageName = (value) => {
    if (value.length < 3 || value.length > 128)
        return `an image name has 3 to 128 characters, this one ${value.length}`;
    if (!/^[A-Za-z0-9()[\] ./'@_-]+$/.test(value))
        return "an image name has letters, digits, spaces and ( ) [ ] . / - ' @ _ only; the function clean_resource_name replaces others";
    return undefined;
};
const date = (value) => value === '' || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)))
    ? undefined
    : 'a time in RFC 3339 is required, e.g. 2030-01-31T00:00:00Z';
const copyDuration = (value) => value >= 15 && value <= 2880 && value % 15 === 0 ? undefined : 'AWS accepts multiples of 15 from 15 to 2880';
const imageOptions = {
    ami_name: (0,spec/* text */.Qq)('Name of the image, unique in the account and region.', { required: true, check: imageName }),
    ami_description: (0,spec/* text */.Qq)('Description of the image.', { late: true }),
    ami_virtualization_type: (0,spec/* text */.Qq)('The source image must have this virtualization type.', { oneOf: ['hvm', 'paravirtual', ''] }),
    ami_users: (0,spec/* texts */.Te)('Accounts that may launch the image.'),
    ami_groups: (0,spec/* texts */.Te)('Groups that may launch the image; `all` makes it public.', {
        check: (groups) => (groups.every(group => group === 'all') ? undefined : 'AWS knows only the group `all`'),
    }),
    ami_org_arns: (0,spec/* texts */.Te)('Organizations that may launch the image.'),
    ami_ou_arns: (0,spec/* texts */.Te)('Organizational units that may launch the image.'),
    ami_product_codes: (0,spec/* texts */.Te)('Product codes of the image.'),
    ami_regions: (0,spec/* texts */.Te)('Regions to copy the image to.'),
    snapshot_users: (0,spec/* texts */.Te)('Accounts that may use the snapshots.'),
    snapshot_groups: (0,spec/* texts */.Te)('Groups that may use the snapshots; `all` makes them public.'),
    snapshot_copy_duration_minutes: (0,spec/* number */.ai)('Time in which copies to regions must be complete, at a price.', {
        check: copyDuration,
    }),
    encrypt_boot: (0,spec/* flag */.Jt)('Encrypt all disks of the image by copying it. Encrypting in launch_block_device_mappings is faster.'),
    kms_key_id: (0,spec/* text */.Qq)('KMS key of the build region; the account’s default key when unset.'),
    region_kms_key_ids: (0,spec/* textMap */.sP)('KMS key by region of ami_regions; empty for the account’s default key.'),
    skip_save_build_region: (0,spec/* flag */.Jt)('Keep the image in ami_regions only.', { default: false }),
    force_deregister: (0,spec/* flag */.Jt)('Replace an image of the same name.', { default: false }),
    force_delete_snapshot: (0,spec/* flag */.Jt)('Delete the snapshots of the replaced image too.', { default: false }),
    ena_support: (0,spec/* flag */.Jt)('Mark the image for enhanced networking.'),
    sriov_support: (0,spec/* flag */.Jt)('Mark the image for enhanced networking with an Intel 82599.', { default: false }),
    imds_support: (0,spec/* text */.Qq)('`v2.0`: machines made from the image demand IMDSv2 by default.', { oneOf: ['v2.0', ''] }),
    deprecate_at: (0,spec/* text */.Qq)('When the image becomes deprecated, in RFC 3339.', { check: date }),
    deregistration_protection: (0,spec/* block */.om)(protection, 'Protects the image from being deregistered.'),
    skip_create_ami: (0,spec/* flag */.Jt)('Run the build without making an image.', { default: false }),
    skip_ami_run_tags: (0,spec/* flag */.Jt)('Do not put run_tags on the image.', { default: false }),
    fast_launch: (0,spec/* block */.om)(fastLaunchOptions, 'Snapshots that EC2 keeps ready, so that machines of a Windows image start faster.'),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/network.js


const filters = (0,spec/* textMap */.sP)('Names and values of AWS’s own filters; several values are separated by commas.', { default: {} });
const port = (value) => Number.isInteger(value) && value > 0 && value < 65536 ? undefined : 'a port is a number from 1 to 65535';
const networkOptions = {
    vpc_id: (0,spec/* text */.Qq)('VPC of the temporary security group and, without subnet_id, of the machine.'),
    vpc_filter: (0,spec/* block */.om)({ filters }, 'Finds the VPC; exactly one must match.'),
    subnet_id: (0,spec/* text */.Qq)('Subnet of the machine. Default: AWS’s choice in the default VPC.'),
    subnet_filter: (0,spec/* block */.om)({
        filters,
        most_free: (0,spec/* flag */.Jt)('Of several, take the one with the most free addresses.', { default: false }),
        random: (0,spec/* flag */.Jt)('Of several, take any.', { default: false }),
    }, 'Finds the subnet; exactly one must match unless most_free or random.'),
    availability_zone: (0,spec/* text */.Qq)('Zone of the machine.'),
    associate_public_ip_address: (0,spec/* flag */.Jt)('Give the machine a public address. Unset: as the subnet says.'),
    security_group_id: (0,spec/* text */.Qq)('Security group of the machine instead of a temporary one.'),
    security_group_ids: (0,spec/* texts */.Te)('Security groups of the machine instead of a temporary one.'),
    security_group_filter: (0,spec/* block */.om)({ filters }, 'Finds the security groups of the machine.'),
    temporary_security_group_source_cidrs: (0,spec/* texts */.Te)('Who may reach the machine’s port during the build. Default: this machine’s own address, if it can be found out.'),
    temporary_security_group_source_public_ip: (0,spec/* flag */.Jt)('Only this machine’s public address may reach the port; it is an error when it cannot be found out.', { default: false }),
    ssh_interface: (0,spec/* text */.Qq)('Which of the machine’s addresses to connect to, by WinRM too. Unset: the public one, or the private one without it. `session_manager`: none of them, but through Session Manager.', { oneOf: ['public_ip', 'private_ip', 'public_dns', 'private_dns', 'ipv6', 'session_manager', ''] }),
    session_manager_port: (0,spec/* number */.ai)('Port of this machine that leads to the machine’s SSH port while it is reached through Session Manager. Default: any free one.', { check: port }),
    pause_before_ssm: (0,duration_option/* duration */.p)('Time between the machine’s start and the session with it. Default: none; its agent is waited for.'),
    windows_password_timeout: (0,duration_option/* duration */.p)('How long to wait for the password that Windows makes when it starts for the first time, where winrm_password does not say it.', { default: '20m' }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/run.js


const metadataOptions = {
    http_endpoint: (0,spec/* text */.Qq)('Whether the machine can ask for its metadata.', { oneOf: ['enabled', 'disabled'] }),
    http_tokens: (0,spec/* text */.Qq)('Whether only with a session token (IMDSv2). Default: required.', { oneOf: ['required', 'optional'] }),
    http_put_response_hop_limit: (0,spec/* number */.ai)('How many hops an answer with a token travels; containers need 2.', {
        check: (value) => (Number.isInteger(value) && value >= 1 && value <= 64 ? undefined : 'AWS accepts 1 to 64'),
    }),
    instance_metadata_tags: (0,spec/* text */.Qq)('Whether the tags are part of the metadata.', { oneOf: ['enabled', 'disabled'] }),
};
const placement = {
    tenancy: (0,spec/* text */.Qq)('Whether the machine shares its host.', { oneOf: ['default', 'dedicated', 'host', ''] }),
    host_id: (0,spec/* text */.Qq)('A dedicated host.'),
    host_resource_group_arn: (0,spec/* text */.Qq)('A group of dedicated hosts.'),
};
const license = {
    license_configuration_request: (0,spec/* block */.om)({ license_configuration_arn: (0,spec/* text */.Qq)('ARN of the configuration in AWS License Manager.') }, 'The license configuration.'),
};
const statement = {
    Effect: (0,spec/* text */.Qq)('Whether it allows or denies.', { oneOf: ['Allow', 'Deny'], required: true }),
    Action: (0,spec/* texts */.Te)('Actions, e.g. `s3:GetObject`.'),
    Resource: (0,spec/* texts */.Te)('ARNs of resources, or `*`.'),
};
const runOptions = {
    instance_type: (0,spec/* text */.Qq)('Type of the machine, e.g. `t3.small`. This or spot_instance_types.'),
    source_ami: (0,spec/* text */.Qq)('ID of the image to begin with.'),
    source_ami_filter: (0,spec/* block */.om)(filter_images/* imageFilterOptions */.iP, 'Finds the image to begin with.'),
    user_data: (0,spec/* text */.Qq)('User data for the machine, as text.'),
    user_data_file: (0,spec/* text */.Qq)('Path of a file with user data.'),
    iam_instance_profile: (0,spec/* text */.Qq)('Name or ARN of the instance profile of the machine.'),
    skip_profile_validation: (0,spec/* flag */.Jt)('Accepted for Packer’s sake: ingot leaves it to the launch to check the profile.', {
        default: false,
    }),
    temporary_iam_instance_profile_policy_document: (0,spec/* block */.om)({ Version: (0,spec/* text */.Qq)('Version of the policy language.'), Statement: (0,spec/* blocks */.Bv)(statement, 'A statement.') }, 'An instance profile with this policy for the time of the build. iam_instance_profile wins over it.'),
    metadata_options: (0,spec/* block */.om)(metadataOptions, 'The machine’s metadata service.'),
    ebs_optimized: (0,spec/* flag */.Jt)('Ask for bandwidth to EBS of its own.', { default: false }),
    enable_nitro_enclave: (0,spec/* flag */.Jt)('Enable Nitro Enclaves.', { default: false }),
    enable_unlimited_credits: (0,spec/* flag */.Jt)('Let a burstable machine use more than its credits, at a price.', { default: false }),
    enable_t2_unlimited: (0,spec/* flag */.Jt)('The old name of enable_unlimited_credits.', { deprecated: 'Write enable_unlimited_credits.' }),
    shutdown_behavior: (0,spec/* text */.Qq)('What a shutdown inside the machine leads to. Unset: `terminate` when ingot gives the machine a time limit (-machine-lifetime), else `stop`.', { oneOf: ['stop', 'terminate', ''] }),
    disable_stop_instance: (0,spec/* flag */.Jt)('The machine shuts itself down (sysprep); ingot only waits for it.', { default: false }),
    capacity_reservation_preference: (0,spec/* text */.Qq)('Whether open capacity reservations may be used.', { oneOf: ['none', 'open', ''] }),
    capacity_reservation_id: (0,spec/* text */.Qq)('A capacity reservation to use.'),
    capacity_reservation_group_arn: (0,spec/* text */.Qq)('A group of capacity reservations to use.'),
    placement: (0,spec/* block */.om)(placement, 'Dedicated hosts.'),
    tenancy: (0,spec/* text */.Qq)('The same as placement.tenancy.', {
        oneOf: ['default', 'dedicated', 'host', ''],
        deprecated: 'Write placement { tenancy = … }.',
    }),
    license_specifications: (0,spec/* blocks */.Bv)(license, 'A license from AWS License Manager.'),
    spot_price: (0,spec/* text */.Qq)('Launch a spot machine and pay so many dollars for an hour at most; `auto`: up to the on-demand price.', {
        check: (value) => /^(auto|\d*\.?\d+|)$/.test(value) ? undefined : 'a price in dollars is required, e.g. 0.05, or auto',
    }),
    spot_instance_types: (0,spec/* texts */.Te)('Types of which AWS may choose one. Without spot_price: on-demand machines, the next type where the one before is not to be had.'),
    spot_allocation_strategy: (0,spec/* text */.Qq)('How AWS chooses among them. Unset: as AWS does by itself.', {
        oneOf: [
            'lowest-price',
            'diversified',
            'capacity-optimized',
            'capacity-optimized-prioritized',
            'price-capacity-optimized',
            '',
        ],
    }),
    spot_price_auto_product: (0,spec/* text */.Qq)('Nothing any more.', { deprecated: 'AWS does not need it any more: remove it.' }),
    block_duration_minutes: (0,spec/* number */.ai)('Nothing any more.', { deprecated: 'AWS offers no spot blocks any more: remove it.' }),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options/tags.js

const tagBlock = {
    key: (0,spec/* text */.Qq)('Key of the tag.', { required: true, late: true }),
    value: (0,spec/* text */.Qq)('Value of the tag.', { required: true, late: true }),
};
const volumeTagBlock = {
    name: (0,spec/* text */.Qq)('Key of the tag.', { late: true }),
    key: (0,spec/* text */.Qq)('The same as name.', { late: true }),
    value: (0,spec/* text */.Qq)('Value of the tag.', { required: true, late: true }),
};
const map = (doc) => (0,spec/* textMap */.sP)(`${doc} Template data: SourceAMI, SourceAMIName, SourceAMITags, BuildRegion ….`, { late: true });
const tagOptions = {
    tags: map('Tags of the image and its snapshots.'),
    tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of the image and its snapshots.'),
    snapshot_tags: map('Tags of the snapshots; they win over tags.'),
    snapshot_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of the snapshots.'),
    run_tags: map('Tags of what exists during the build, and of the image unless skip_ami_run_tags.'),
    run_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of what exists during the build.'),
    run_volume_tags: map('Tags of the build machine’s volumes.'),
    run_volume_tag: (0,spec/* blocks */.Bv)(volumeTagBlock, 'One tag of the build machine’s volumes.'),
    spot_tags: map('Tags of the spot request.'),
    spot_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of the spot request.'),
    fleet_tags: map('Tags of the fleet by which the spot machine is launched.'),
    fleet_tag: (0,spec/* blocks */.Bv)(tagBlock, 'One tag of that fleet.'),
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/options.js






const options_options = {
    ...access_options/* accessOptions */.P2,
    ...imageOptions,
    ...tagOptions,
    ...runOptions,
    ...diskOptions,
    ...networkOptions,
};

;// CONCATENATED MODULE: ./build/sources/amazon-ebs/index.js




const amazonEbs = {
    type: 'amazon-ebs',
    summary: 'Bakes an Amazon machine image: launches a machine from another image, provisions it and captures it.',
    builderId: artifact/* builderId */.j,
    reachable: true,
    portable: true,
    buildValues: ['BuildRegion', 'SourceAMI', 'SourceAMIName', 'SourceAMICreationDate', 'SourceAMIOwner', 'SourceAMIOwnerName'],
    options: options_options,
    accessOptions: Object.keys(access_options/* accessOptions */.P2).filter(name => name !== 'region'),
    check: amazon_ebs_check/* check */.z,
    build: async (...given) => (await Promise.all(/* import() */[__webpack_require__.e(4413), __webpack_require__.e(5542)]).then(__webpack_require__.bind(__webpack_require__, 35542))).build(...given),
    boot: async (...given) => (await Promise.all(/* import() */[__webpack_require__.e(4413), __webpack_require__.e(652)]).then(__webpack_require__.bind(__webpack_require__, 60652))).boot(...given),
    adopt: async (...given) => (await __webpack_require__.e(/* import() */ 9492).then(__webpack_require__.bind(__webpack_require__, 89492))).adopt(...given),
    unchanged: async (...given) => (await __webpack_require__.e(/* import() */ 1599).then(__webpack_require__.bind(__webpack_require__, 71599))).unchanged(...given),
    mark: async (...given) => (await __webpack_require__.e(/* import() */ 3729).then(__webpack_require__.bind(__webpack_require__, 3729))).mark(...given),
    publish: async (...given) => (await Promise.all(/* import() */[__webpack_require__.e(4413), __webpack_require__.e(4029)]).then(__webpack_require__.bind(__webpack_require__, 94029))).publish(...given),
    announce: async (...given) => (await __webpack_require__.e(/* import() */ 1263).then(__webpack_require__.bind(__webpack_require__, 61263))).announce(...given),
    discard: async (...given) => (await __webpack_require__.e(/* import() */ 6524).then(__webpack_require__.bind(__webpack_require__, 56524))).discard(...given),
};

;// CONCATENATED MODULE: ./build/sources/file/index.js




const sources_file_options = {
    target: (0,spec/* text */.Qq)('Path of the file to make; folders on the way to it are made too.', { required: true }),
    content: (0,spec/* text */.Qq)('Text to write.'),
    source: (0,spec/* text */.Qq)('Path of a file to copy instead.'),
};
const builderId = 'packer.file';
const file_file = {
    type: 'file',
    summary: 'Writes or copies a file, which is the artifact.',
    builderId,
    reachable: false,
    buildValues: [],
    options: sources_file_options,
    check: sources_file_check,
    async build(given, context) {
        await context.step('write the file', () => make(given));
        await context.provision({ host: '' }, {});
        return undefined;
    },
    publish: async ({ target }) => artifactOf(target),
    async discard(_options, artifact) {
        for (const path of artifact.files)
            await (0,promises_.rm)(path, { force: true });
    },
};
function sources_file_check({ target, content, source }) {
    if (target === '')
        return [{ option: 'target', summary: 'No target', detail: 'target must name the file to make.' }];
    if (content && source)
        return [{ option: 'source', summary: 'Options exclude each other', detail: 'Only one of content and source can be set.' }];
    if (!content && !source)
        return [
            { severity: 'warning', option: 'target', summary: 'The file will be empty', detail: 'Neither content nor source is set.' },
        ];
    return [];
}
async function make({ target, content, source }) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        if (!source)
            return await (0,promises_.writeFile)(target, content ?? '', { mode: 0o600 });
        await (0,promises_.copyFile)(source, target);
        await (0,promises_.chmod)(target, 0o644);
    }
    catch (cause) {
        throw new failure/* Failure */.H('failed', `The file ${target} could not be made: ${cause.message}`, { cause });
    }
}
const artifactOf = (target) => ({
    builderId,
    id: 'File',
    description: `Stored file: ${target}`,
    files: [target],
    images: [],
});

// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(46125);
;// CONCATENATED MODULE: ./build/sources/null/index.js

const { communicator, ssh_host, ssh_password, ssh_private_key_file, ssh_agent_auth, winrm_host, winrm_password } = communicator_options/* communicatorOptions */.O0;
const sources_null_options = {
    communicator,
    ssh_host,
    ssh_password,
    ssh_private_key_file,
    ssh_agent_auth,
    winrm_host,
    winrm_password,
};
const null_artifact = {
    builderId: 'fnoeding.null',
    id: 'Null',
    description: 'Did not export anything. This is the null builder',
    files: [],
    images: [],
};
const nullSource = {
    type: 'null',
    summary: 'Provisions a machine that exists already, given by ssh_host or winrm_host; makes no image.',
    builderId: null_artifact.builderId,
    reachable: true,
    buildValues: [],
    options: sources_null_options,
    check: null_check,
    async build({ ssh_host = '', winrm_host = '' }, context) {
        const host = context.communicator.communicator === 'winrm' ? winrm_host : ssh_host;
        await context.provision({ host }, { ID: null_artifact.id, ...(host && { Host: host }) });
        return undefined;
    },
    publish: async () => null_artifact,
};
function null_check(given) {
    if (given.communicator === 'none')
        return [];
    if (given.communicator === 'winrm')
        return checkWinrm(given);
    const problems = [];
    if (!given.ssh_host)
        problems.push({
            summary: 'No machine to provision',
            detail: 'Set ssh_host, or communicator = "none" when nothing runs on a machine.',
        });
    const ways = ['ssh_agent_auth', 'ssh_password', 'ssh_private_key_file'].filter(way => given[way]);
    if (ways.length !== 1)
        problems.push({
            option: ways[1],
            summary: ways.length === 0 ? 'No way to log in' : 'Options exclude each other',
            detail: 'Exactly one of ssh_agent_auth, ssh_password and ssh_private_key_file must be set.',
        });
    return problems;
}
const checkWinrm = ({ winrm_host, winrm_password }) => [
    ...(winrm_host ? [] : [{ summary: 'No machine to provision', detail: 'Set winrm_host.' }]),
    ...(winrm_password ? [] : [{ summary: 'No way to log in', detail: 'Set winrm_password.' }]),
];

;// CONCATENATED MODULE: ./build/catalog.js



























const smokeTests = () => __webpack_require__(34346);
const awsKinds = () => __webpack_require__(62213);
(0,lent_keys/* lendKeysBy */.H$)(aws_leases/* lend */.o);
const plugins = {
    sources: byType(amazonEbs, file_file, nullSource),
    provisioners: byType(ansible, ansibleLocal, breakpoint, file, shell, shell_local_shellLocal, sleep),
    postProcessors: byType(artifice, checksum, compress, manifest, shellLocal),
    dataSources: byType(amazonAmi, amazonParameterstore, amazonSecretsmanager, http, nullData),
    lookups: { ...awsLookups, ...hashicorpLookups },
    communicators: byType(none, ssh, winrm),
    askSmokeTest: (...given) => smokeTests().askSmokeTest(...given),
    checkSmokeTest: test => smokeTests().checkSmokeTest(test),
    filesOfSmokeTest: test => smokeTests().filesOfSmokeTest(test),
    listPackages: async (...given) => (await __webpack_require__.e(/* import() */ 9576).then(__webpack_require__.bind(__webpack_require__, 39576))).listPackages(...given),
    get resourceKinds() {
        return { ...awsKinds().awsResourceKinds, 'vault.aws-lease': () => (0,aws_leases/* awsLease */.O)() };
    },
};
function byType(...entries) {
    return Object.fromEntries(entries.map(entry => [entry.type, entry]));
}


/***/ }),

/***/ 97455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ crypto),
/* harmony export */   Pf: () => (/* binding */ picomatch),
/* harmony export */   VD: () => (/* binding */ ipaddr),
/* harmony export */   Wb: () => (/* binding */ iconv),
/* harmony export */   fu: () => (/* binding */ csv),
/* harmony export */   oQ: () => (/* binding */ yaml),
/* harmony export */   w5: () => (/* binding */ zlib),
/* harmony export */   wI: () => (/* binding */ re2),
/* harmony export */   zM: () => (/* binding */ bcrypt)
/* harmony export */ });
const re2 = () => __webpack_require__(12648);
const yaml = () => __webpack_require__(68321);
const csv = () => __webpack_require__(50886);
const bcrypt = () => __webpack_require__(20387);
const iconv = () => __webpack_require__(85644);
const picomatch = () => __webpack_require__(85984);
const ipaddr = () => __webpack_require__(27944);
const zlib = () => __webpack_require__(38522);
const crypto = () => __webpack_require__(77598);


/***/ }),

/***/ 17775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ isTrue),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   go: () => (/* binding */ typeName),
/* harmony export */   nE: () => (/* binding */ typed),
/* harmony export */   wl: () => (/* binding */ floatOf)
/* harmony export */ });
/* harmony import */ var _values_utf8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81206);
/* harmony import */ var _literals__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89811);


const typed = (kinds, fn, variadic = false) => Object.assign(fn, { kinds, variadic });
function kindOf(value) {
    if (value === null || value === undefined)
        return 'nil';
    if (value instanceof _literals__WEBPACK_IMPORTED_MODULE_0__/* .GoFloat */ .LK)
        return 'float64';
    if (value instanceof _literals__WEBPACK_IMPORTED_MODULE_0__/* .GoComplex */ .zd)
        return 'complex128';
    switch (typeof value) {
        case 'boolean':
            return 'bool';
        case 'number':
            return Number.isInteger(value) ? 'int' : 'float64';
        case 'bigint':
            return 'int';
        case 'string':
            return 'string';
        case 'function':
            return 'func';
        default:
            return Array.isArray(value) ? 'slice' : 'map';
    }
}
const names = {
    nil: '<nil>',
    slice: '[]interface {}',
    map: 'map[string]interface {}',
    func: 'func()',
};
const typeName = (value) => names[kindOf(value)] ?? kindOf(value);
const floatOf = (value) => (value instanceof _literals__WEBPACK_IMPORTED_MODULE_0__/* .GoFloat */ .LK ? value.value : Number(value));
function entriesOf(map) {
    const entries = map instanceof Map ? [...map] : Object.entries(map);
    return entries.sort(([a], [b]) => (typeof a === 'string' && typeof b === 'string' ? (0,_values_utf8__WEBPACK_IMPORTED_MODULE_1__/* .compareUtf8 */ .zq)(a, b) : Number(a) - Number(b)));
}
function lookUp(map, key) {
    if (map instanceof Map)
        return { found: map.has(key), value: map.get(key) };
    const found = Object.hasOwn(map, String(key));
    return { found, value: found ? map[String(key)] : undefined };
}
function isTrue(value) {
    switch (kindOf(value)) {
        case 'nil':
            return false;
        case 'int':
        case 'float64':
            return floatOf(value) !== 0;
        case 'complex128':
            return value.real !== 0 || value.imaginary !== 0;
        case 'slice':
            return value.length > 0;
        case 'map':
            return entriesOf(value).length > 0;
        case 'func':
            return true;
        default:
            return Boolean(value);
    }
}


/***/ }),

/***/ 71185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   B: () => (/* binding */ GoTemplateError)
/* harmony export */ });
class GoTemplateError extends Error {
    constructor(message, line, column) {
        super(message);
        this.line = line;
        this.column = column;
    }
}
function placeOf(text, offset) {
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: Buffer.byteLength(before.slice(lineStart)) + 1 };
}


/***/ }),

/***/ 33800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LK: () => (/* reexport */ literals/* GoFloat */.LK),
  Bk: () => (/* reexport */ gotemplate_error/* GoTemplateError */.B),
  Xe: () => (/* binding */ checkGoTemplate),
  dy: () => (/* binding */ renderGoTemplate)
});

// UNUSED EXPORTS: typed

// EXTERNAL MODULE: ./build/language/gotemplate/data.js
var data = __webpack_require__(17775);
// EXTERNAL MODULE: ./build/language/gotemplate/print.js
var print = __webpack_require__(4740);
;// CONCATENATED MODULE: ./build/language/gotemplate/builtins.js


const textOf = (args) => (0,print/* sprint */.vV)(args.map(arg => arg ?? '<no value>'));
const htmlEscapes = {
    '"': '&#34;',
    "'": '&#39;',
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '\0': '\ufffd',
};
const jsEscapes = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '<': '\\u003C',
    '>': '\\u003E',
    '&': '\\u0026',
    '=': '\\u003D',
};
const html = (...args) => textOf(args).replace(/["'&<>\u0000]/g, c => htmlEscapes[c]);
const jsSpecial = /[\\'"<>&=\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const js = (...args) => textOf(args).replace(jsSpecial, c => jsEscapes[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
const urlquery = (...args) => encodeURIComponent(textOf(args))
    .replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
function len(item) {
    const kind = (0,data/* kindOf */.I)(item);
    if (kind === 'string')
        return Buffer.byteLength(String(item));
    if (kind === 'slice')
        return item.length;
    if (kind === 'map')
        return (0,data/* entriesOf */.Mc)(item).length;
    throw new Error(kind === 'nil' ? 'len of nil pointer' : `len of type ${(0,data/* typeName */.go)(item)}`);
}
function place(index, length) {
    if ((0,data/* kindOf */.I)(index) === 'nil')
        throw new Error('cannot index slice/array with nil');
    if ((0,data/* kindOf */.I)(index) !== 'int')
        throw new Error(`cannot index slice/array with type ${(0,data/* typeName */.go)(index)}`);
    if (Number(index) < 0 || Number(index) >= length)
        throw new Error(`index out of range: ${index}`);
    return Number(index);
}
function index(item, ...indexes) {
    if ((0,data/* kindOf */.I)(item) === 'nil')
        throw new Error('index of untyped nil');
    return indexes.reduce((current, each) => {
        switch ((0,data/* kindOf */.I)(current)) {
            case 'slice':
                return current[place(each, current.length)];
            case 'string': {
                const bytes = Buffer.from(String(current));
                return bytes[place(each, bytes.length)];
            }
            case 'map':
                if ((0,data/* kindOf */.I)(each) === 'nil')
                    throw new Error('value is nil; should be of type string');
                if ((0,data/* kindOf */.I)(each) !== 'string' && !(current instanceof Map))
                    throw new Error(`value has type ${(0,data/* typeName */.go)(each)}; should be string`);
                return (0,data/* lookUp */.TE)(current, each).value;
            case 'nil':
                throw new Error('index of nil pointer');
            default:
                throw new Error(`can't index item of type ${(0,data/* typeName */.go)(current)}`);
        }
    }, item);
}
function slice(item, ...indexes) {
    const kind = (0,data/* kindOf */.I)(item);
    if (kind !== 'string' && kind !== 'slice')
        throw new Error(kind === 'nil' ? 'slice of untyped nil' : `can't slice item of type ${(0,data/* typeName */.go)(item)}`);
    if (indexes.length > 3)
        throw new Error(`too many slice indexes: ${indexes.length}`);
    if (kind === 'string' && indexes.length === 3)
        throw new Error('cannot 3-index slice a string');
    const all = kind === 'string' ? Buffer.from(String(item)) : item;
    const [from = 0, to = all.length, most = to] = indexes.map(each => place(each, all.length + 1));
    if (from > to)
        throw new Error(`invalid slice index: ${from} > ${to}`);
    if (to > most)
        throw new Error(`invalid slice index: ${to} > ${most}`);
    return kind === 'string' ? all.subarray(from, to).toString() : all.slice(from, to);
}
const isBasic = (kind) => kind !== 'slice' && kind !== 'map' && kind !== 'func' && kind !== 'nil';
function equals(a, b) {
    const [left, right] = [(0,data/* kindOf */.I)(a), (0,data/* kindOf */.I)(b)];
    if (left === 'nil' || right === 'nil')
        return left === right;
    if (isBasic(left) !== isBasic(right) || (isBasic(left) && left !== right))
        throw new Error('incompatible types for comparison');
    if (!isBasic(left))
        throw new Error(notComparable(a, b));
    if (left === 'complex128')
        return a.real === b.real && a.imaginary === b.imaginary;
    return left === 'float64' ? (0,data/* floatOf */.wl)(a) === (0,data/* floatOf */.wl)(b) : left === 'int' ? BigInt(a) === BigInt(b) : a === b;
}
function notComparable(a, b) {
    const [left, right] = [(0,print/* sprint */.vV)([a]), (0,print/* sprint */.vV)([b])];
    return (0,data/* typeName */.go)(a) === (0,data/* typeName */.go)(b)
        ? `non-comparable type ${left}: ${(0,data/* typeName */.go)(a)}`
        : `non-comparable types ${left}: ${(0,data/* typeName */.go)(a)}, ${(0,data/* typeName */.go)(b)}: ${right}`;
}
function eq(first, ...others) {
    if (others.length === 0)
        throw new Error('missing argument for comparison');
    return others.some(other => equals(first, other));
}
function isLess(a, b) {
    const [left, right] = [(0,data/* kindOf */.I)(a), (0,data/* kindOf */.I)(b)];
    if (!isBasic(left) || !isBasic(right))
        throw new Error('invalid type for comparison');
    if (left !== right)
        throw new Error('incompatible types for comparison');
    if (left === 'bool' || left === 'complex128')
        throw new Error('invalid type for comparison');
    return left === 'string'
        ? Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))) < 0
        : left === 'int'
            ? BigInt(a) < BigInt(b)
            : (0,data/* floatOf */.wl)(a) < (0,data/* floatOf */.wl)(b);
}
function call(fn, ...args) {
    if (typeof fn !== 'function')
        throw new Error((0,data/* kindOf */.I)(fn) === 'nil' ? 'call of nil' : `non-function of type ${(0,data/* typeName */.go)(fn)}`);
    return fn(...args);
}
const builtins = {
    and: (0,data/* typed */.nE)(['any'], (...args) => args.find(arg => !(0,data/* isTrue */.Hn)(arg)) ?? args.at(-1), true),
    or: (0,data/* typed */.nE)(['any'], (...args) => args.find(data/* isTrue */.Hn) ?? args.at(-1), true),
    not: (0,data/* typed */.nE)(['any'], (arg) => !(0,data/* isTrue */.Hn)(arg)),
    len: (0,data/* typed */.nE)(['any'], len),
    index,
    slice,
    call,
    eq,
    ne: (0,data/* typed */.nE)(['any', 'any'], (a, b) => !equals(a, b)),
    lt: (0,data/* typed */.nE)(['any', 'any'], isLess),
    le: (0,data/* typed */.nE)(['any', 'any'], (a, b) => isLess(a, b) || equals(a, b)),
    gt: (0,data/* typed */.nE)(['any', 'any'], (a, b) => !(isLess(a, b) || equals(a, b))),
    ge: (0,data/* typed */.nE)(['any', 'any'], (a, b) => !isLess(a, b)),
    print: (...args) => (0,print/* sprint */.vV)(args),
    printf: (0,data/* typed */.nE)(['string'], (format, ...args) => (0,print/* sprintf */.nv)(format, args), true),
    println: (...args) => (0,print/* sprintln */.lJ)(args),
    html,
    js,
    urlquery,
};

// EXTERNAL MODULE: ./build/language/gotemplate/error.js
var gotemplate_error = __webpack_require__(71185);
// EXTERNAL MODULE: ./build/language/gotemplate/literals.js
var literals = __webpack_require__(89811);
;// CONCATENATED MODULE: ./build/language/gotemplate/execute.js




const DEEPEST = 1000;
const MOST_ROUNDS = 1_000_000;
const MISSING = Symbol('no value piped');
class Jump {
    constructor(kind) {
        this.kind = kind;
    }
}
const NOTHING = { words: [], piped: MISSING };
const isEmpty = ({ words, piped }) => words.length === 0 && piped === MISSING;
class Execution {
    constructor(templates, settings) {
        this.templates = templates;
        this.settings = settings;
        this.output = '';
        this.variables = [];
        this.depth = 0;
        this.place = { offset: 0, source: '' };
        this.current = settings.name;
    }
    run(data) {
        this.variables = [{ name: '$', value: data }];
        this.block(this.templates.get(this.settings.name), data);
        return this.output;
    }
    block(nodes, dot) {
        const outer = this.variables.length;
        for (const node of nodes)
            this.node(node, dot);
        this.variables.length = outer;
    }
    node(node, dot) {
        switch (node.kind) {
            case 'text':
                this.output += node.text;
                break;
            case 'action': {
                const value = this.pipeline(node.pipeline, dot);
                if (node.pipeline.variables.length === 0)
                    this.output += this.printed(value, node.pipeline.source);
                break;
            }
            case 'template':
                this.template(node, dot);
                break;
            case 'break':
            case 'continue':
                throw new Jump(node.kind);
            default:
                this.control(node, dot);
        }
    }
    control(node, dot) {
        const outer = this.variables.length;
        const value = this.pipeline(node.pipeline, dot);
        if (node.kind === 'range')
            this.range(node, value, dot);
        else if ((0,data/* isTrue */.Hn)(value))
            this.block(node.body, node.kind === 'with' ? value : dot);
        else
            this.block(node.otherwise ?? [], dot);
        this.variables.length = outer;
    }
    range(node, value, dot) {
        const items = this.items(value);
        if (items.length === 0)
            this.block(node.otherwise ?? [], dot);
        const { variables } = node.pipeline;
        const outer = this.variables.length;
        for (const [key, each] of items) {
            const given = variables.length === 2 ? [key, each] : [each];
            for (const [i, name] of variables.entries())
                this.assign(name, given[i]);
            try {
                this.block(node.body, each);
            }
            catch (jump) {
                if (!(jump instanceof Jump))
                    throw jump;
                if (jump.kind === 'break')
                    break;
            }
            finally {
                this.variables.length = outer;
            }
        }
    }
    items(value) {
        switch ((0,data/* kindOf */.I)(value)) {
            case 'slice':
                return value.map((each, i) => [i, each]);
            case 'map':
                return (0,data/* entriesOf */.Mc)(value);
            case 'int':
                if (Number(value) > MOST_ROUNDS)
                    throw this.fail(`range over ${value} is more than ${MOST_ROUNDS} rounds`);
                return Array.from({ length: Math.max(0, Number(value)) }, (_, i) => [i, i]);
            case 'nil':
                return [];
            default:
                throw this.fail(`range can't iterate over ${(0,print/* show */.WU)(value, { letter: 'v', flags: '', text: '', offset: 0 })}`);
        }
    }
    template(node, outerDot) {
        this.place = node;
        const nodes = this.templates.get(node.name);
        if (!nodes)
            throw this.fail(`template ${(0,literals/* quote */.hD)(node.name)} not defined`);
        if (++this.depth > DEEPEST)
            throw this.fail(`exceeded maximum template depth (${DEEPEST})`);
        const dot = node.pipeline && this.pipeline(node.pipeline, outerDot);
        const [outer, current] = [this.variables, this.current];
        this.variables = [{ name: '$', value: dot }];
        this.current = node.name;
        this.block(nodes, dot);
        this.variables = outer;
        this.current = current;
        this.depth--;
    }
    assign(name, value) {
        this.variable(name).value = value;
    }
    variable(name) {
        const known = this.variables.findLast(each => each.name === name);
        if (!known)
            throw this.fail(`undefined variable: ${name}`);
        return known;
    }
    pipeline(pipeline, dot) {
        this.place = pipeline;
        let value = MISSING;
        for (const command of pipeline.commands)
            value = this.command(command, dot, value);
        for (const name of pipeline.variables)
            if (pipeline.assigns)
                this.assign(name, value);
            else
                this.variables.push({ name, value });
        return value;
    }
    command({ words, ...place }, dot, piped) {
        const [first, ...rest] = words;
        const given = { words: rest, piped };
        if (first.kind === 'function')
            return this.call(first, given, dot, place);
        if ('path' in first && first.path.length > 0)
            return this.value(first, dot, given);
        if (first.kind !== 'pipeline')
            this.place = first;
        if (!isEmpty(given))
            throw this.fail(`can't give argument to non-function ${first.kind === 'pipeline' ? first.pipeline.source : first.source}`);
        if (first.kind === 'nil')
            throw this.fail('nil is not a command');
        return this.value(first, dot);
    }
    call(fn, given, dot, command) {
        this.place = fn;
        const { name } = fn;
        return this.apply(this.settings.functions.get(name), name, given, dot, command);
    }
    apply(fn, name, given, dot, command) {
        const count = given.words.length + (given.piped === MISSING ? 0 : 1);
        const { kinds = [], variadic = !fn.kinds } = fn;
        const wanted = fn.kinds?.length ?? fn.length;
        if (count < wanted || (!variadic && count > wanted))
            throw this.fail(`wrong number of args for ${name}: want ${variadic ? 'at least ' : ''}${wanted} got ${count}`);
        if (name === 'and' || name === 'or')
            return this.shortCircuit(name, given, dot);
        const args = given.words.map((word, i) => this.argument(word, kinds[i], dot));
        if (given.piped !== MISSING)
            args.push(this.checked(given.piped, kinds[args.length]));
        try {
            return fn(...args);
        }
        catch (error) {
            if (error instanceof gotemplate_error/* GoTemplateError */.B)
                throw error;
            this.place = command;
            throw this.fail(`error calling ${name}: ${error.message}`);
        }
    }
    shortCircuit(name, { words, piped }, dot) {
        let value;
        for (const word of words) {
            value = this.value(word, dot);
            if ((0,data/* isTrue */.Hn)(value) === (name === 'or'))
                return value;
        }
        return piped === MISSING ? value : piped;
    }
    argument(word, wanted = 'any', dot) {
        const value = this.value(word, dot);
        if (wanted === 'any' || (0,data/* kindOf */.I)(value) === wanted)
            return value;
        if (word.kind === 'nil')
            throw this.fail(`cannot assign nil to ${wanted}`);
        if (word.kind === 'literal')
            throw this.fail(`expected ${wanted === 'int' ? 'integer' : wanted}; found ${word.source}`);
        return this.checked(value, wanted);
    }
    checked(value, wanted = 'any') {
        const kind = (0,data/* kindOf */.I)(value);
        if (wanted === 'any' || kind === wanted)
            return value;
        if (kind === 'nil')
            throw this.fail(`invalid value; expected ${wanted}`);
        throw this.fail(`wrong type for value; expected ${wanted}; got ${(0,data/* typeName */.go)(value)}`);
    }
    value(word, dot, given = NOTHING) {
        this.place = word;
        switch (word.kind) {
            case 'literal':
                return word.value;
            case 'nil':
                return null;
            case 'dot':
                return dot;
            case 'field':
                return this.fields(dot, word, given, dot);
            case 'variable':
                return this.fields(this.variable(word.name).value, word, given, dot);
            case 'chain':
                return this.fields(this.value(word.base, dot), word, given, dot);
            case 'function':
                return this.call(word, NOTHING, dot, word);
            case 'pipeline':
                return this.pipeline(word.pipeline, dot);
        }
    }
    fields(base, word, given, dot) {
        const last = word.path.length - 1;
        return word.path.reduce((value, name, i) => {
            const field = this.field(value, name);
            if (i < last)
                return field;
            if (typeof field === 'function' && given !== NOTHING)
                return this.apply(field, name, given, dot, word);
            if (!isEmpty(given) && (0,data/* kindOf */.I)(value) === 'map')
                throw this.fail(`${name} is not a method but has arguments`);
            return field;
        }, base);
    }
    field(value, name) {
        const kind = (0,data/* kindOf */.I)(value);
        const strict = this.settings.missingKey === 'error';
        if (kind === 'map') {
            const { found, value: field } = (0,data/* lookUp */.TE)(value, name);
            if (!found && strict)
                throw this.fail(`map has no entry for key ${(0,literals/* quote */.hD)(name)}`);
            return field;
        }
        if (kind !== 'nil')
            throw this.fail(`can't evaluate field ${name} in type ${(0,data/* typeName */.go)(value)}`);
        if (strict)
            throw this.fail(`nil data; no entry for key ${(0,literals/* quote */.hD)(name)}`);
        return undefined;
    }
    printed(value, source) {
        if (value === null || value === undefined)
            return '<no value>';
        if ((0,data/* kindOf */.I)(value) === 'func')
            throw this.fail(`can't print ${source} of type ${(0,data/* typeName */.go)(value)}`);
        return (0,print/* show */.WU)(value, { letter: 'v', flags: '', text: '', offset: 0 });
    }
    fail(message) {
        const { line, column } = (0,gotemplate_error/* placeOf */.$)(this.settings.source, this.place.offset);
        const where = `template: ${this.settings.name}:${line}:${column - 1}: executing ${(0,literals/* quote */.hD)(this.current)} at <${this.place.source}>`;
        return new gotemplate_error/* GoTemplateError */.B(`${where}: ${message}`, line, column);
    }
}

// EXTERNAL MODULE: ./build/language/gotemplate/parser.js + 3 modules
var parser = __webpack_require__(73924);
;// CONCATENATED MODULE: ./build/language/gotemplate/index.js






function renderGoTemplate(text, data, functions = {}, { name = 'root', missingKey = 'default' } = {}) {
    const all = new Map([...Object.entries(builtins), ...Object.entries(functions)]);
    const templates = (0,parser/* parseGoTemplate */.a)(text, name, new Set(all.keys()));
    return new Execution(templates, { name, source: text, functions: all, missingKey }).run(data);
}
function checkGoTemplate(text, functions, name = 'root') {
    (0,parser/* parseGoTemplate */.a)(text, name, new Set([...Object.keys(builtins), ...functions]));
}


/***/ }),

/***/ 89811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   LK: () => (/* binding */ GoFloat),
/* harmony export */   _n: () => (/* binding */ unquote),
/* harmony export */   dY: () => (/* binding */ constant),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   zd: () => (/* binding */ GoComplex)
/* harmony export */ });
class GoFloat {
    constructor(value) {
        this.value = value;
    }
}
class GoComplex {
    constructor(real, imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }
}
function constant(text) {
    if (text.startsWith("'")) {
        const character = unquote(`"${text.slice(1, -1).replace(/^\\'$/, "'").replace(/^"$/, '\\"')}"`);
        return character !== undefined && [...character].length === 1 ? character.codePointAt(0) : undefined;
    }
    if (/(?<![\da-fA-FxXoObB])_|_(?![\da-fA-F])/.test(text))
        return undefined;
    const digits = text.replaceAll('_', '');
    if (digits.endsWith('i'))
        return complex(digits.slice(0, -1));
    const [, sign, body] = /^([+-]?)(.*)$/.exec(digits);
    const negative = sign === '-';
    if (/^0(?:[xX][\da-fA-F]|[bB]\d|[oO]\d)[\da-fA-F]*$/.test(body))
        return integer(BigInt(body.toLowerCase()), negative);
    if (/^0\d+$/.test(body))
        return /^[0-7]+$/.test(body) ? integer(BigInt(`0o${body}`), negative) : undefined;
    if (/^\d+$/.test(body))
        return integer(BigInt(body), negative);
    const float = floating(digits);
    return float === undefined ? undefined : new GoFloat(float);
}
function complex(digits) {
    const [, real, imaginary] = /^(.*[^eEpP])([+-].*)$/.exec(digits) ?? ['', '0', digits];
    const [a, b] = [floating(real), floating(imaginary)];
    return a === undefined || b === undefined ? undefined : new GoComplex(a, b);
}
function floating(digits) {
    const hex = /^([+-]?)0[xX](?=\.?[\da-fA-F])([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)$/.exec(digits);
    const n = hex
        ? Number(`${hex[1]}1`) * Number.parseInt(hex[2] + hex[3], 16) * 2 ** (Number(hex[4]) - 4 * hex[3].length)
        : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits)
            ? Number(digits)
            : Number.NaN;
    return Number.isFinite(n) ? n : undefined;
}
function integer(size, negative) {
    const n = negative ? -size : size;
    if (BigInt.asIntN(64, n) !== n)
        return undefined;
    return n >= BigInt(Number.MIN_SAFE_INTEGER) && n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(n) : n;
}
const simple = {
    a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"',
};
function unquote(literal) {
    const body = literal.slice(1, -1);
    const bytes = [];
    const piece = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([abfnrtv\\"]))|([^\\]+)/gy;
    let at = 0;
    for (let found = piece.exec(body); found; found = piece.exec(body)) {
        const [, hex, short, long, octal, special, plain] = found;
        const code = Number.parseInt(short ?? long ?? '0', 16);
        if (code > 0x10ffff)
            return undefined;
        if (hex ?? octal)
            bytes.push(Buffer.from([Number.parseInt((hex ?? octal), hex ? 16 : 8)]));
        else
            bytes.push(Buffer.from(plain ?? (special ? simple[special] : String.fromCodePoint(code))));
        at = piece.lastIndex;
    }
    return at === body.length ? Buffer.concat(bytes).toString() : undefined;
}
const isPrintable = (character) => /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character);
function quote(text, ascii = false) {
    const short = Object.fromEntries(Object.entries(simple).map(([name, character]) => [character, name]));
    return `"${Array.from(text, character => {
        if (character === "'")
            return character;
        if (short[character])
            return `\\${short[character]}`;
        if (ascii ? /[ -~]/.test(character) : isPrintable(character))
            return character;
        const code = character.codePointAt(0);
        const hex = code.toString(16);
        return code < 0x80
            ? `\\x${hex.padStart(2, '0')}`
            : code <= 0xffff
                ? `\\u${hex.padStart(4, '0')}`
                : `\\U${hex.padStart(8, '0')}`;
    }).join('')}"`;
}


/***/ }),

/***/ 73924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ parseGoTemplate)
});

// EXTERNAL MODULE: ./build/language/gotemplate/literals.js
var literals = __webpack_require__(89811);
// EXTERNAL MODULE: ./build/language/gotemplate/error.js
var error = __webpack_require__(71185);
;// CONCATENATED MODULE: ./build/language/gotemplate/lexer.js


const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const NUMBER = String.raw `[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[bB][01_]*|0[oO][0-7_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?`;
const inside = [
    ['space', /[ \t\r\n]+(?=[ \t\r\n]-\}\})|[ \t\r\n]+/y],
    ['string', /"(?:[^"\\\n]|\\[^\n])*"/y],
    ['raw', /`[^`]*`/y],
    ['character', /'(?:[^'\\\n]|\\[^\n])*'/y],
    ['number', new RegExp(`(?=[+-]|\\.?\\d)${NUMBER}(?:[+-]${NUMBER})?`, 'y')],
    ['variable', /\$[\p{L}\p{Nd}_]*/uy],
    ['field', /\.[\p{L}\p{Nd}_]+/uy],
    ['dot', /\./y],
    ['identifier', /[\p{L}\p{Nd}_]+/uy],
    ['mark', /:=|[!#%&(-9;-_a-~]/y],
];
const BEHIND_NAME = /[ \t\r\n.,|:)(]|\}\}|$/y;
class Lexer {
    constructor(source, name) {
        this.source = source;
        this.name = name;
        this.tokens = [];
        this.offset = 0;
    }
    all() {
        try {
            while (this.offset < this.source.length)
                this.piece();
        }
        catch (failure) {
            if (!(failure instanceof error/* GoTemplateError */.B))
                throw failure;
            this.tokens.push({ kind: 'mistake', text: '', offset: this.offset, failure });
        }
        this.push('end', '', this.offset);
        return this.tokens;
    }
    fail(message, offset) {
        const { line, column } = (0,error/* placeOf */.$)(this.source, offset);
        return new error/* GoTemplateError */.B(`template: ${this.name}:${line}: ${message}`, line, column);
    }
    piece() {
        const open = this.source.indexOf('{{', this.offset);
        const end = open === -1 ? this.source.length : open;
        const trims = /^\{\{-[ \t\r\n]/.test(this.source.slice(end, end + 4));
        const text = this.source.slice(this.offset, end);
        const kept = trims ? trimEnd(text) : text;
        if (kept !== '')
            this.push('text', kept, this.offset);
        this.offset = end + (open === -1 ? 0 : trims ? 4 : 2);
        if (open === -1)
            return;
        if (this.source.startsWith('/*', this.offset))
            this.comment();
        else
            this.action(open);
    }
    comment() {
        const end = this.source.indexOf('*/', this.offset + 2);
        if (end === -1)
            throw this.fail('unclosed comment', this.offset);
        const close = /[ \t\r\n]-\}\}|\}\}/y;
        close.lastIndex = end + 2;
        const found = close.exec(this.source);
        if (!found)
            throw this.fail('comment ends before closing delimiter', this.offset);
        this.close(close.lastIndex, found[0].length > 2);
    }
    action(open) {
        this.push('open', '{{', open);
        let parens = 0;
        for (;;) {
            const close = /[ \t\r\n]-\}\}|\}\}/y;
            close.lastIndex = this.offset;
            const found = close.exec(this.source);
            if (found) {
                if (parens > 0)
                    throw this.mistake('unclosed left paren', open);
                this.push('close', '}}', this.offset);
                this.close(close.lastIndex, found[0].length > 2);
                return;
            }
            const token = this.token(open);
            if (token.text === '(')
                parens++;
            if (token.text === ')' && --parens < 0)
                throw this.mistake("unexpected right paren U+0029 ')'", open);
        }
    }
    close(offset, trims) {
        const space = /[ \t\r\n]*/y;
        space.lastIndex = offset;
        this.offset = trims ? offset + space.exec(this.source)[0].length : offset;
    }
    token(open) {
        if (this.offset >= this.source.length)
            throw this.mistake('unclosed action', open);
        for (const [kind, pattern] of inside) {
            pattern.lastIndex = this.offset;
            const text = pattern.exec(this.source)?.[0];
            if (text === undefined)
                continue;
            const next = this.characterAt(pattern.lastIndex);
            if (kind === 'number')
                this.endsNumber(text, next, open);
            if (['variable', 'field', 'dot', 'identifier'].includes(kind))
                this.ends(pattern.lastIndex, open);
            const token = this.push(kind === 'identifier' ? word(text) : kind, text, this.offset);
            this.offset = pattern.lastIndex;
            return token;
        }
        throw this.mistake(this.unrecognized(), open);
    }
    ends(offset, open) {
        BEHIND_NAME.lastIndex = offset;
        if (!BEHIND_NAME.test(this.source))
            throw this.mistake(`bad character ${named(this.characterAt(offset))}`, open);
    }
    endsNumber(text, next, open) {
        const goesOn = /[\p{L}\p{Nd}_]/u.test(next);
        if (goesOn || (/(?<![eEpP]|^)[+-]/.test(text) && !text.endsWith('i')))
            throw this.mistake(`bad number syntax: ${(0,literals/* quote */.hD)(goesOn ? text + next : text)}`, open);
    }
    characterAt(offset) {
        return offset < this.source.length ? String.fromCodePoint(this.source.codePointAt(offset)) : '';
    }
    unrecognized() {
        const character = this.characterAt(this.offset);
        if (character === '"')
            return 'unterminated quoted string';
        if (character === '`')
            return 'unterminated raw quoted string';
        if (character === "'")
            return 'unterminated character constant';
        return character === ':' ? 'expected :=' : `unrecognized character in action: ${named(character)}`;
    }
    mistake(message, open) {
        const started = (0,error/* placeOf */.$)(this.source, open).line;
        if (started === (0,error/* placeOf */.$)(this.source, this.offset).line)
            return this.fail(message, this.offset);
        const where = `${message.endsWith(' action') ? '' : ' in action'} started at ${this.name}:${started}`;
        return this.fail(message + where, this.offset);
    }
    push(kind, text, offset) {
        const token = { kind, text, offset };
        this.tokens.push(token);
        return token;
    }
}
function trimEnd(text) {
    let end = text.length;
    while (end > 0 && ' \t\r\n'.includes(text[end - 1]))
        end--;
    return text.slice(0, end);
}
function word(text) {
    if (text === 'true' || text === 'false')
        return 'bool';
    if (text === 'nil')
        return 'nil';
    return KEYWORDS.has(text) ? 'keyword' : 'identifier';
}
function named(character) {
    const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `U+${code}${(0,literals/* isPrintable */.C2)(character) ? ` '${character}'` : ''}`;
}

;// CONCATENATED MODULE: ./build/language/gotemplate/cursor.js

class Cursor {
    constructor(source, name) {
        this.source = source;
        this.at = 0;
        this.lexer = new Lexer(source, name);
        this.tokens = this.lexer.all();
    }
    closing(context) {
        this.skipSpace();
        const token = this.tokens[this.at++];
        if (token.kind !== 'close')
            throw this.unexpected(token, context);
    }
    peek() {
        const token = this.tokens[this.at];
        return token.kind === 'space' ? this.tokens[this.at + 1] : token;
    }
    skipSpace() {
        if (this.tokens[this.at].kind === 'space')
            this.at++;
    }
    unexpected(token, context) {
        if (token.failure)
            return token.failure;
        const quoted = token.kind === 'keyword' || token.kind === 'dot' || token.kind === 'nil'
            ? `<${token.text}>`
            : token.kind === 'end'
                ? 'EOF'
                : JSON.stringify(token.text.slice(0, 10)) + (token.text.length > 10 ? '...' : '');
        return this.fail(`unexpected ${quoted} in ${context}`, token);
    }
    fail(message, token) {
        return this.failAt(message, token.offset);
    }
    failAt(message, offset) {
        return this.lexer.fail(message, offset);
    }
}

;// CONCATENATED MODULE: ./build/language/gotemplate/pipeline-parser.js


const DEEPEST = 300;
class PipelineParser extends Cursor {
    constructor(source, name, functions) {
        super(source, name);
        this.name = name;
        this.functions = functions;
        this.variables = ['$'];
        this.depth = 0;
    }
    deeper(token) {
        if (++this.depth > DEEPEST)
            throw this.fail(`nested more than ${DEEPEST} levels deep`, token);
    }
    pipeline(context, end) {
        this.skipSpace();
        const first = this.tokens[this.at];
        const { variables, assigns } = this.declaration(context);
        const commands = [];
        for (;;) {
            this.skipSpace();
            const token = this.tokens[this.at];
            if (token.kind === 'close' || token.text === ')') {
                if ((end === ')') !== (token.text === ')'))
                    throw this.unexpected(token, context);
                this.at++;
                if (commands.length === 0)
                    throw this.fail(`missing value for ${context}`, token);
                const value = commands.map(each => each.source).join(' | ');
                const source = variables.length === 0 ? value : `${variables.join(', ')} ${assigns ? '=' : ':='} ${value}`;
                return { variables, assigns, commands: this.checked(commands), offset: first.offset, source };
            }
            commands.push(this.command(context));
        }
    }
    declaration(context) {
        const variables = [];
        while (this.tokens[this.at].kind === 'variable') {
            const { text: name } = this.tokens[this.at];
            const next = this.at + (this.tokens[this.at + 1].kind === 'space' ? 2 : 1);
            const { text } = this.tokens[next];
            if (text !== ':=' && text !== '=' && text !== ',')
                break;
            this.at = next + 1;
            variables.push(name);
            this.variables.push(name);
            if (text !== ',')
                return { variables, assigns: text === '=' };
            if (context !== 'range' || variables.length > 1)
                throw this.fail(`too many declarations in ${context}`, this.tokens[next]);
            this.skipSpace();
            const { kind, text: second } = this.tokens[this.at];
            if (kind !== 'variable' && kind !== 'close' && second !== ')')
                throw this.fail('range can only initialize variables', this.tokens[this.at]);
        }
        return { variables, assigns: false };
    }
    checked(commands) {
        for (const [i, { words }] of commands.entries()) {
            const [first] = words;
            if (i > 0 && ['literal', 'nil', 'dot'].includes(first.kind))
                throw this.failAt(`non executable command in pipeline stage ${i + 1}`, first.offset);
        }
        return commands;
    }
    command(context) {
        const words = [];
        for (;;) {
            this.skipSpace();
            const token = this.tokens[this.at];
            if (token.kind === 'close' || token.text === ')')
                break;
            if (token.text === '|' && token.kind === 'mark') {
                this.at++;
                this.skipSpace();
                if (words.length === 0)
                    throw this.unexpected(token, context);
                break;
            }
            words.push(this.operand(words.length > 0 ? 'operand' : context));
            const next = this.tokens[this.at];
            if (next.kind !== 'space' && next.kind !== 'close' && next.text !== ')' && next.text !== '|')
                throw this.unexpected(next, 'operand');
        }
        return { words, offset: words[0].offset, source: words.map(each => each.source).join(' ') };
    }
    operand(context) {
        const base = this.term(context);
        const path = [];
        const { offset } = this.tokens[this.at];
        while (this.tokens[this.at].kind === 'field')
            path.push(this.tokens[this.at++].text.slice(1));
        if (path.length === 0)
            return base;
        const source = `${base.source}${path.map(each => `.${each}`).join('')}`;
        if (base.kind === 'field' || base.kind === 'variable')
            return { ...base, path: [...base.path, ...path], offset, source };
        if (base.kind === 'literal' || base.kind === 'nil' || base.kind === 'dot')
            throw this.failAt(`unexpected . after term ${JSON.stringify(base.source)}`, base.offset);
        return { kind: 'chain', base, path, offset, source };
    }
    term(context) {
        const token = this.tokens[this.at++];
        const at = { offset: token.offset, source: token.text };
        switch (token.kind) {
            case 'identifier':
                if (!this.functions.has(token.text))
                    throw this.fail(`function ${JSON.stringify(token.text)} not defined`, token);
                return { kind: 'function', name: token.text, ...at };
            case 'dot':
                return { kind: 'dot', ...at };
            case 'nil':
                return { kind: 'nil', ...at };
            case 'variable':
                if (!this.variables.includes(token.text))
                    throw this.fail(`undefined variable ${JSON.stringify(token.text)}`, token);
                return { kind: 'variable', name: token.text, path: [], ...at };
            case 'field':
                return { kind: 'field', path: [token.text.slice(1)], ...at };
            case 'bool':
                return { kind: 'literal', value: token.text === 'true', ...at };
            case 'string':
            case 'raw':
                return { kind: 'literal', value: this.literal(token), ...at };
            case 'number':
            case 'character': {
                const value = (0,literals/* constant */.dY)(token.text);
                if (value === undefined)
                    throw this.fail(notANumber(token), token);
                return { kind: 'literal', value, ...at };
            }
            default:
                if (token.text !== '(')
                    throw this.unexpected(token, context);
                return this.parenthesized(token);
        }
    }
    parenthesized(open) {
        this.deeper(open);
        const pipeline = this.pipeline('parenthesized pipeline', ')');
        this.depth--;
        return { kind: 'pipeline', pipeline, offset: open.offset, source: `(${pipeline.source})` };
    }
    literal(token) {
        const text = token.kind === 'raw' ? token.text.slice(1, -1).replaceAll('\r', '') : (0,literals/* unquote */._n)(token.text);
        if (text === undefined)
            throw this.fail('invalid syntax', token);
        return text;
    }
}
function notANumber({ kind, text }) {
    if (kind === 'character')
        return `malformed character constant: ${text}`;
    return `${/^[+-]?\d+$/.test(text) ? 'integer overflow' : 'illegal number syntax'}: ${(0,literals/* quote */.hD)(text)}`;
}

;// CONCATENATED MODULE: ./build/language/gotemplate/parser.js


function parseGoTemplate(source, name, functions) {
    return new Parser(source, name, functions).file();
}
class Parser extends PipelineParser {
    constructor() {
        super(...arguments);
        this.defined = new Map();
        this.ranges = 0;
    }
    file() {
        const { nodes, end } = this.block();
        if (end.text === 'end')
            this.closing('end');
        if (end.kind !== 'end')
            throw this.fail(`unexpected {{${end.text}}}`, end);
        this.add(this.name, nodes, end);
        return this.defined;
    }
    block() {
        const nodes = [];
        this.deeper(this.tokens[this.at]);
        for (;;) {
            const token = this.tokens[this.at++];
            if (token.kind === 'end')
                return this.closed(nodes, token);
            if (token.kind === 'mistake')
                throw this.unexpected(token, 'input');
            if (token.kind === 'text')
                nodes.push({ kind: 'text', text: token.text });
            else {
                const word = this.peek();
                if (word.kind === 'keyword')
                    this.at += this.tokens[this.at] === word ? 1 : 2;
                if (word.kind === 'keyword' && (word.text === 'end' || word.text === 'else'))
                    return this.closed(nodes, word);
                const node = word.kind === 'keyword' ? this.statement(word) : this.action();
                if (node)
                    nodes.push(node);
            }
        }
    }
    closed(nodes, end) {
        this.depth--;
        return { nodes, end };
    }
    action() {
        const pipeline = this.pipeline('command', 'close');
        return { kind: 'action', pipeline };
    }
    statement(word) {
        switch (word.text) {
            case 'if':
            case 'with':
            case 'range':
                return this.control(word.text);
            case 'template':
                return this.call();
            case 'define':
                if (this.depth > 1)
                    throw this.unexpected(word, 'command');
                this.define(false);
                return undefined;
            case 'block':
                return this.define(true);
            default:
                this.closing(`{{${word.text}}}`);
                if (this.ranges === 0)
                    throw this.fail(`{{${word.text}}} outside {{range}}`, word);
                return { kind: word.text };
        }
    }
    control(kind) {
        const outer = this.variables.length;
        const pipeline = this.pipeline(kind, 'close');
        if (kind === 'range')
            this.ranges++;
        const { nodes: body, end } = this.block();
        if (kind === 'range')
            this.ranges--;
        const otherwise = end.text === 'else' && end.kind === 'keyword' ? this.otherwise(kind) : this.ended(end);
        this.variables.length = outer;
        return { kind, pipeline, body, otherwise };
    }
    otherwise(kind) {
        const word = this.peek();
        if (kind !== 'range' && word.kind === 'keyword' && word.text === kind) {
            this.skipSpace();
            this.at++;
            return [this.control(kind)];
        }
        this.closing('else');
        const { nodes, end } = this.block();
        if (end.text === 'else' && end.kind === 'keyword')
            throw this.fail('expected end; found {{else}}', end);
        this.ended(end);
        return nodes;
    }
    ended(end) {
        if (end.kind === 'end')
            throw this.fail('unexpected EOF', end);
        this.closing('end');
        return undefined;
    }
    call() {
        const { text: name, offset } = this.templateName('template clause');
        const pipeline = this.peek().kind === 'close' ? undefined : this.pipeline('template clause', 'close');
        if (!pipeline)
            this.closing('template clause');
        return {
            kind: 'template',
            name,
            pipeline,
            offset,
            source: `{{template ${(0,literals/* quote */.hD)(name)}${pipeline ? ` ${pipeline.source}` : ''}}}`,
        };
    }
    define(isBlock) {
        const context = isBlock ? 'block clause' : 'define clause';
        const { text: name, offset } = this.templateName(context);
        const pipeline = isBlock ? this.pipeline(context, 'close') : undefined;
        if (!isBlock)
            this.closing(context);
        const [outer, ranges] = [this.variables, this.ranges];
        this.variables = ['$'];
        this.ranges = 0;
        const { nodes, end } = this.block();
        if (end.kind !== 'end' && end.text === 'else')
            throw this.fail(`unexpected {{else}} in ${context}`, end);
        this.ended(end);
        this.variables = outer;
        this.ranges = ranges;
        this.add(name, nodes, end);
        return isBlock ? { kind: 'template', name, pipeline, offset, source: `{{template ${(0,literals/* quote */.hD)(name)}}}` } : undefined;
    }
    add(name, nodes, end) {
        const isEmpty = (block) => block.every(node => node.kind === 'text' && node.text.trim() === '');
        const known = this.defined.get(name);
        if (!known || isEmpty(known))
            this.defined.set(name, nodes);
        else if (!isEmpty(nodes))
            throw this.fail(`template: multiple definition of template ${(0,literals/* quote */.hD)(name)}`, end);
    }
    templateName(context) {
        this.skipSpace();
        const token = this.tokens[this.at++];
        if (token.kind !== 'string' && token.kind !== 'raw')
            throw this.unexpected(token, context);
        return { text: this.literal(token), offset: token.offset };
    }
}


/***/ }),

/***/ 4740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   lJ: () => (/* binding */ sprintln),
/* harmony export */   nv: () => (/* binding */ sprintf),
/* harmony export */   vV: () => (/* binding */ sprint)
/* harmony export */ });
/* harmony import */ var _printf__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55027);
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95084);
/* harmony import */ var _data__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17775);
/* harmony import */ var _literals__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89811);




const PLAIN = { letter: 'v', flags: '', text: '%v', offset: 0 };
function sprint(args) {
    return args
        .map((arg, i) => (i > 0 && (0,_data__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(arg) !== 'string' && (0,_data__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(args[i - 1]) !== 'string' ? ' ' : '') + show(arg, PLAIN))
        .join('');
}
const sprintln = (args) => `${args.map(arg => show(arg, PLAIN)).join(' ')}\n`;
const verbs = /%([+\-# 0]*)(?:\[(\d+)\])?(\*|\d+)?(?:(\.)(?:\[(\d+)\])?(\*|\d+)?)?(?:\[(\d+)\])?([\s\S]|$)/gu;
function sprintf(format, args) {
    let next = 0;
    let reordered = false;
    const choose = (index) => {
        if (index === undefined)
            return;
        reordered = true;
        next = Number(index) - 1;
    };
    const size = (text) => text === '*' ? Number(args[next++]) : text === undefined ? undefined : Number(text);
    const text = format.replace(verbs, (whole, flags, widthIndex, width, point, precisionIndex, precision, index, letter) => {
        if (letter === '')
            return '%!(NOVERB)';
        choose(widthIndex);
        const given = size(width);
        choose(precisionIndex);
        const digits = point ? (size(precision) ?? 0) : undefined;
        choose(index);
        if (letter === '%')
            return '%';
        if (next < 0 || (next >= args.length && reordered))
            return `%!${letter}(BADINDEX)`;
        if (next >= args.length)
            return `%!${letter}(MISSING)`;
        const left = given !== undefined && given < 0;
        const verb = {
            letter,
            flags: left ? `${flags}-` : flags,
            width: given === undefined ? undefined : Math.abs(given),
            precision: digits,
            text: whole,
            offset: 0,
        };
        return show(args[next++], verb);
    });
    if (reordered || next >= args.length)
        return text;
    const extra = args.slice(next).map(arg => ((0,_data__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(arg) === 'nil' ? '<nil>' : `${(0,_data__WEBPACK_IMPORTED_MODULE_1__/* .typeName */ .go)(arg)}=${show(arg, PLAIN)}`));
    return `${text}%!(EXTRA ${extra.join(', ')})`;
}
function show(value, verb, nested = false) {
    const kind = (0,_data__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(value);
    if (verb.letter === 'T')
        return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)((0,_data__WEBPACK_IMPORTED_MODULE_1__/* .typeName */ .go)(value), verb);
    if (kind === 'nil')
        return verb.letter === 'v'
            ? (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(nested && !verb.flags.includes('#') ? '<nil>' : nilText(verb), verb)
            : `%!${verb.letter}(<nil>)`;
    if (kind === 'slice')
        return showSlice(value, verb);
    if (kind === 'map')
        return showMap(value, verb);
    if (verb.letter === 'v')
        return showScalar(value, verb);
    return byVerb(value, verb) ?? `%!${verb.letter}(${(0,_data__WEBPACK_IMPORTED_MODULE_1__/* .typeName */ .go)(value)}=${show(value, PLAIN)})`;
}
const nilText = (verb) => (verb.flags.includes('#') ? 'interface {}(nil)' : '<nil>');
function showSlice(items, verb) {
    const shown = items.map(item => show(item, verb, true));
    return verb.letter === 'v' && verb.flags.includes('#') ? `[]interface {}{${shown.join(', ')}}` : `[${shown.join(' ')}]`;
}
function showMap(map, verb) {
    const shown = (0,_data__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(map).map(([key, value]) => `${show(key, verb)}:${show(value, verb, true)}`);
    return verb.letter === 'v' && verb.flags.includes('#') ? `${(0,_data__WEBPACK_IMPORTED_MODULE_1__/* .typeName */ .go)(map)}{${shown.join(', ')}}` : `map[${shown.join(' ')}]`;
}
function showScalar(value, verb) {
    const letters = { string: verb.flags.includes('#') ? 'q' : 's', int: 'd', float64: 'g', complex128: 'g', bool: 't' };
    const kind = (0,_data__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(value);
    if (kind === 'func')
        return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)('0x0', verb);
    return byVerb(value, { ...verb, letter: letters[kind], flags: verb.flags.replaceAll('#', '') });
}
function byVerb(value, verb) {
    switch ((0,_data__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(value)) {
        case 'string':
            return showText(String(value), verb);
        case 'bool':
            return verb.letter === 't' ? (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(String(value), verb) : undefined;
        case 'int':
            return showInteger(BigInt(value), verb);
        case 'float64':
            return /^[eEfFgG]$/.test(verb.letter) ? showFloat((0,_data__WEBPACK_IMPORTED_MODULE_1__/* .floatOf */ .wl)(value), verb) : undefined;
        case 'complex128': {
            const { real, imaginary } = value;
            if (!/^[eEfFgG]$/.test(verb.letter))
                return undefined;
            return `(${showFloat(real, verb)}${showFloat(imaginary, { ...verb, flags: `+${verb.flags}` })}i)`;
        }
        default:
            return undefined;
    }
}
function showFloat(value, verb) {
    return Number.isNaN(value) ? (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)('NaN', verb) : (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .formatFloat */ .kr)(_values_big_float__WEBPACK_IMPORTED_MODULE_3__/* .BigFloat */ .p.fromDouble(value), verb);
}
function showText(text, verb) {
    const cut = verb.precision === undefined ? text : [...text].slice(0, verb.precision).join('');
    const unpadded = { ...verb, flags: verb.flags.replaceAll('#', '') };
    if (verb.letter === 's')
        return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(cut, unpadded);
    if (verb.letter === 'q')
        return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(verb.flags.includes('#') && !cut.includes('`') ? `\`${cut}\`` : (0,_literals__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(cut, verb.flags.includes('+')), unpadded);
    if (verb.letter !== 'x' && verb.letter !== 'X')
        return undefined;
    const hex = Buffer.from(cut).toString('hex');
    const spaced = verb.flags.includes(' ') ? hex.replace(/..(?=.)/g, '$& ') : hex;
    return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(verb.letter === 'X' ? spaced.toUpperCase() : spaced, verb);
}
function showInteger(n, verb) {
    if (/^[bdoOxX]$/.test(verb.letter))
        return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .formatInteger */ .Sm)(n, verb);
    const character = () => String.fromCodePoint(n >= 0n && n <= 0x10ffffn ? Number(n) : 0xfffd);
    if (verb.letter === 'c')
        return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(character(), verb);
    if (verb.letter === 'q')
        return (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(`'${character()}'`, verb);
    return verb.letter === 'U' ? (0,_printf__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(`U+${n.toString(16).toUpperCase().padStart(4, '0')}`, verb) : undefined;
}


/***/ }),

/***/ 73957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _duration__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45252);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7181);


const duration = (doc, settings) => ({
    form: 'attribute',
    type: _values_type__WEBPACK_IMPORTED_MODULE_1__/* .STRING */ .An,
    written: 'duration string, like `"5m"`',
    doc,
    settings: (settings ?? {}),
    read: value => (0,_duration__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value.asString()),
});


/***/ }),

/***/ 28896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   nL: () => (/* binding */ numbers),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   sP: () => (/* binding */ textMap)
/* harmony export */ });
/* unused harmony export any */
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);

const attribute = (type, doc, settings, read) => ({
    form: 'attribute',
    type,
    doc,
    settings: (settings ?? {}),
    read: read,
});
const text = (doc, settings) => attribute(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An, doc, settings, v => v.asString());
const number = (doc, settings) => attribute(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .NUMBER */ .uk, doc, settings, v => v.asNumber().toDouble());
const flag = (doc, settings) => attribute(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .BOOL */ .HX, doc, settings, v => v.asBool());
const texts = (doc, settings) => attribute((0,_values_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An), doc, settings, v => v.elements().map(e => e.asString()));
const numbers = (doc, settings) => attribute((0,_values_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .NUMBER */ .uk), doc, settings, v => v.elements().map(e => e.asNumber().toDouble()));
const textMap = (doc, settings) => attribute((0,_values_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An), doc, settings, v => Object.fromEntries([...v.entries()].map(([key, e]) => [key, e.asString()])));
const any = (doc, settings) => attribute(DYNAMIC, doc, settings, v => v);
const block = (options, doc, settings = {}) => ({ form: 'block', type: _values_type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5, options, doc, settings, read: unread });
const blocks = (options, doc, settings = {}) => ({ form: 'blocks', type: _values_type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5, options, doc, settings, read: unread });
const unread = () => {
    throw new Error('blocks are decoded by their own options');
};


/***/ }),

/***/ 55027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ FormatSyntaxError),
/* harmony export */   Sm: () => (/* binding */ formatInteger),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   kr: () => (/* binding */ formatFloat),
/* harmony export */   vc: () => (/* binding */ scanFormat)
/* harmony export */ });
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95084);

class FormatSyntaxError extends Error {
}
function scanFormat(format) {
    const pieces = [];
    let at = 0;
    while (at < format.length) {
        const percent = format.indexOf('%', at);
        if (percent !== at)
            pieces.push(format.slice(at, percent === -1 ? undefined : percent));
        if (percent === -1)
            break;
        const [head] = /^%(?:%|[+\-# 0]*[1-9]?(?:(?<=[1-9])\d*)?(?:\.\d*)?(?:\[(?:[1-9]\d*\]?)?)?)/.exec(format.slice(percent));
        at = percent + head.length;
        if (head === '%%') {
            pieces.push('%');
            continue;
        }
        const letter = /^[a-zA-Z]/.exec(format.slice(at))?.[0];
        const parts = /^%([+\-# 0]*)([1-9]\d*)?(?:\.(\d*))?(?:\[(\d+)\])?$/.exec(head);
        if (!letter || !parts)
            throw unrecognized(format, at);
        at += 1;
        pieces.push({
            letter,
            flags: parts[1],
            width: int(parts[2]),
            precision: int(parts[3]),
            index: int(parts[4]),
            text: head + letter,
            offset: percent,
        });
    }
    return pieces;
}
const int = (digits) => (digits === undefined ? undefined : Number(digits));
function unrecognized(format, at) {
    const offset = Buffer.byteLength(format.slice(0, at));
    if (at >= format.length)
        return new FormatSyntaxError(`invalid format string starting at offset ${offset}`);
    return new FormatSyntaxError(`unrecognized format character '${String.fromCodePoint(format.codePointAt(at))}' at offset ${offset}`);
}
const bases = { b: 2, d: 10, o: 8, O: 8, x: 16, X: 16 };
const prefixes = { b: '0b', o: '0', x: '0x', X: '0X' };
function formatInteger(n, verb) {
    if (n === 0n && verb.precision === 0)
        return pad('', { ...verb, flags: '' });
    const size = (n < 0n ? -n : n).toString(bases[verb.letter] ?? 10).padStart(verb.precision ?? 1, '0');
    const digits = verb.letter === 'X' ? size.toUpperCase() : size;
    const prefix = verb.letter === 'O' ? '0o' : verb.flags.includes('#') ? (prefixes[verb.letter] ?? '') : '';
    return padNumber(signOf(n < 0n, verb) + prefix, digits, verb, verb.precision === undefined);
}
function formatFloat(n, verb) {
    if (n.isInfinite)
        return pad(`${signOf(n.neg, verb) || '+'}Inf`, { ...verb, flags: verb.flags.replaceAll('0', '') });
    const kind = verb.letter.toLowerCase();
    const text = kind === 'e'
        ? exponential(n.exactDecimal(), verb.precision ?? 6)
        : kind === 'f'
            ? fixed(n.exactDecimal(), verb.precision ?? 6)
            : general(n, verb.precision);
    return padNumber(signOf(n.neg, verb), verb.letter === 'E' || verb.letter === 'G' ? text.toUpperCase() : text, verb, true);
}
function general(n, precision) {
    const wanted = Math.max(precision ?? 6, 1);
    const decimal = precision === undefined ? n.shortestDecimal() : (0,_values_big_float__WEBPACK_IMPORTED_MODULE_0__/* .roundDecimal */ .Q)(n.exactDecimal(), wanted);
    const count = decimal.digits.length;
    const limit = precision !== undefined && wanted > count && count >= decimal.point ? count : wanted;
    const exponent = count === 0 ? 0 : decimal.point - 1;
    if (exponent < -4 || exponent >= Math.max(limit, 1))
        return exponential(decimal, Math.max(count - 1, 0));
    return fixed(decimal, Math.max(count - decimal.point, 0));
}
function exponential(exact, precision) {
    const { digits, point } = (0,_values_big_float__WEBPACK_IMPORTED_MODULE_0__/* .roundDecimal */ .Q)(exact, precision + 1);
    const exponent = digits === '' ? 0 : point - 1;
    const padded = digits.padEnd(precision + 1, '0');
    const fraction = precision > 0 ? `.${padded.slice(1)}` : '';
    return `${padded[0]}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
function fixed(exact, precision) {
    const { digits, point } = (0,_values_big_float__WEBPACK_IMPORTED_MODULE_0__/* .roundDecimal */ .Q)(exact, exact.point + precision);
    const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
    const fraction = ('0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))).padEnd(precision, '0').slice(0, precision);
    return precision > 0 ? `${whole}.${fraction}` : whole;
}
const signOf = (negative, verb) => {
    if (negative)
        return '-';
    if (verb.flags.includes('+'))
        return '+';
    return verb.flags.includes(' ') ? ' ' : '';
};
function padNumber(sign, digits, verb, mayZero) {
    const zeros = mayZero && verb.flags.includes('0') && !verb.flags.includes('-') ? (verb.width ?? 0) - sign.length : 0;
    return pad(sign + digits.padStart(zeros, '0'), { ...verb, flags: verb.flags.replaceAll('0', '') });
}
function pad(text, verb, length = [...text].length) {
    const missing = Math.max(0, (verb.width ?? 0) - length);
    if (verb.flags.includes('-'))
        return text + ' '.repeat(missing);
    return (verb.flags.includes('0') ? '0' : ' ').repeat(missing) + text;
}


/***/ }),

/***/ 69441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ compilePattern),
/* harmony export */   JM: () => (/* binding */ PatternError),
/* harmony export */   lb: () => (/* binding */ replacePattern)
/* harmony export */ });
/* harmony import */ var _functions_heavy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97455);

class PatternError extends Error {
}
const compiled = new Map();
const MOST_KEPT = 200;
function compilePattern(source) {
    const known = compiled.get(source);
    if (known)
        return known;
    if (compiled.size >= MOST_KEPT)
        compiled.clear();
    const pattern = compile(source);
    compiled.set(source, pattern);
    return pattern;
}
function compile(source) {
    const { RE2JS, RE2JSSyntaxException } = (0,_functions_heavy__WEBPACK_IMPORTED_MODULE_0__/* .re2 */ .wI)();
    try {
        const expression = RE2JS.compile(source);
        return {
            groupCount: expression.groupCount(),
            names: new Map(Object.entries(expression.namedGroups())),
            matches: text => matches(expression.matcher(text)),
        };
    }
    catch (error) {
        if (!(error instanceof RE2JSSyntaxException))
            throw error;
        throw new PatternError(`${error.getDescription()} in ${error.getPattern()}`);
    }
}
function* matches(matcher) {
    let last = -1;
    while (matcher.find()) {
        const [start, end] = [matcher.start(), matcher.end()];
        if (start === end && start === last)
            continue;
        last = end;
        yield { groups: Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? null), start, end };
    }
}
function replacePattern(source, text, replacement) {
    const pattern = compilePattern(source);
    let result = '';
    let at = 0;
    for (const match of pattern.matches(text)) {
        result += text.slice(at, match.start) + expand(replacement, pattern, match);
        at = match.end;
    }
    return result + text.slice(at);
}
const expand = (replacement, { names }, { groups }) => replacement.replace(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu, (whole, bare, braced) => {
    const name = bare ?? braced;
    if (name === undefined)
        return whole === '$$' ? '$' : whole;
    return groups[/^\d+$/.test(name) ? Number(name) : (names.get(name) ?? groups.length)] ?? '';
});


/***/ }),

/***/ 95084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ roundDecimal),
/* harmony export */   p: () => (/* binding */ BigFloat)
/* harmony export */ });
const TEXT_PRECISION = 512;
const INTEGER_PRECISION = 64;
const DOUBLE_PRECISION = 53;
const LONGEST_EXPONENT = 50_000;
const LARGEST_POWER = 200_000;
class BigFloat {
    constructor(neg, mant, exp, prec) {
        this.neg = neg;
        this.mant = mant;
        this.exp = exp;
        this.prec = prec;
    }
    static parse(text) {
        if (/^\d{1,15}$/.test(text))
            return BigFloat.rounded(false, BigInt(text), 0, TEXT_PRECISION);
        const infinite = /^([+-]?)[iI]nf$/.exec(text);
        if (infinite)
            return new BigFloat(infinite[1] === '-', 1n, Number.POSITIVE_INFINITY, TEXT_PRECISION);
        const parts = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:([eEpP])([+-]?\d+))?$/.exec(text);
        if (!parts)
            return undefined;
        const [, sign, whole = '', fraction = parts[4] ?? '', , marker, exponent = '0'] = parts;
        const binary = marker === 'p' || marker === 'P';
        const decimals = (binary ? 0 : Number(exponent)) - fraction.length;
        if (Math.abs(Number(exponent)) > LONGEST_EXPONENT)
            return undefined;
        const digits = BigInt(whole + fraction);
        const power = 5n ** BigInt(Math.abs(decimals));
        const exp = decimals + (binary ? Number(exponent) : 0);
        const neg = sign === '-';
        if (decimals >= 0)
            return BigFloat.rounded(neg, digits * power, exp, TEXT_PRECISION);
        return BigFloat.quotient(neg, digits, power, exp, TEXT_PRECISION);
    }
    static fromText(text) {
        const number = BigFloat.parse(text);
        if (!number)
            throw new RangeError(`"${text}" is not a number`);
        return number;
    }
    static fromInteger(n) {
        const mant = BigInt(n);
        const size = mant < 0n ? -mant : mant;
        return BigFloat.rounded(mant < 0n, size, 0, Math.max(INTEGER_PRECISION, bitLength(size)));
    }
    static fromDouble(n) {
        if (Number.isNaN(n))
            throw new RangeError('the result is not a number');
        const neg = n < 0 || Object.is(n, -0);
        if (!Number.isFinite(n))
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, DOUBLE_PRECISION);
        const bits = new DataView(new ArrayBuffer(8));
        bits.setFloat64(0, n);
        const raw = bits.getBigUint64(0);
        const biased = Number((raw >> 52n) & 0x7ffn);
        const fraction = raw & 0xfffffffffffffn;
        const mant = biased === 0 ? fraction : fraction | (1n << 52n);
        return BigFloat.rounded(neg, mant, Math.max(biased, 1) - 1075, DOUBLE_PRECISION);
    }
    get isInfinite() {
        return this.exp === Number.POSITIVE_INFINITY;
    }
    get isInteger() {
        return this.exp >= 0 && !this.isInfinite;
    }
    get sign() {
        return this.mant === 0n ? 0 : this.neg ? -1 : 1;
    }
    add(other) {
        const prec = Math.max(this.prec, other.prec);
        if (this.isInfinite || other.isInfinite) {
            if (this.isInfinite && other.isInfinite && this.neg !== other.neg)
                throw new RangeError("can't subtract infinity from itself");
            return (this.isInfinite ? this : other).withPrecision(prec);
        }
        if (this.mant === 0n && other.mant === 0n)
            return new BigFloat(this.neg && other.neg, 0n, 0, prec);
        const exp = Math.min(this.exp, other.exp);
        const sum = this.scaled(exp) + other.scaled(exp);
        return BigFloat.rounded(sum < 0n, sum < 0n ? -sum : sum, exp, prec);
    }
    subtract(other) {
        return this.add(other.negate());
    }
    multiply(other) {
        const neg = this.neg !== other.neg;
        const prec = Math.max(this.prec, other.prec);
        if (this.isInfinite || other.isInfinite) {
            if (this.mant === 0n || other.mant === 0n)
                throw new RangeError("can't multiply zero by infinity");
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec);
        }
        const product = BigFloat.rounded(neg, this.mant * other.mant, this.exp + other.exp, TEXT_PRECISION);
        return new BigFloat(neg, product.mant, product.exp, Math.max(prec, bitLength(product.mant)));
    }
    divide(other) {
        const neg = this.neg !== other.neg;
        const prec = Math.max(this.prec, other.prec);
        const undefinedResult = other.isInfinite ? this.isInfinite : this.mant === 0n && other.mant === 0n;
        if (undefinedResult)
            throw new RangeError("can't divide zero by zero or infinity by infinity");
        if (this.isInfinite || other.mant === 0n)
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec);
        if (other.isInfinite)
            return new BigFloat(neg, 0n, 0, prec);
        return BigFloat.quotient(neg, this.mant, other.mant, this.exp - other.exp, prec);
    }
    modulo(other) {
        if (other.isInfinite)
            throw new RangeError("can't use modulo with infinity");
        if (this.isInfinite || other.mant === 0n)
            return this;
        const times = BigFloat.fromInteger(this.divide(other).toInteger()).withPrecision(this.prec);
        const taken = BigFloat.rounded(times.neg !== other.neg, times.mant * other.mant, times.exp + other.exp, this.prec);
        return this.subtract(taken).withPrecision(this.prec);
    }
    negate() {
        return new BigFloat(!this.neg, this.mant, this.exp, this.prec);
    }
    absolute() {
        return this.neg ? this.negate() : this;
    }
    withPrecision(prec) {
        return this.isInfinite ? new BigFloat(this.neg, 1n, this.exp, prec) : BigFloat.rounded(this.neg, this.mant, this.exp, prec);
    }
    compare(other) {
        if (this.sign !== other.sign)
            return this.sign - other.sign;
        if (this.isInfinite || other.isInfinite)
            return this.isInfinite === other.isInfinite ? 0 : this.isInfinite ? this.sign : -this.sign;
        const exp = Math.min(this.exp, other.exp);
        const difference = this.scaled(exp) - other.scaled(exp);
        return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }
    equals(other) {
        if (this.sign !== other.sign)
            return false;
        return this.sign === 0 || (this.mant === other.mant && this.exp === other.exp) || this.toText() === other.toText();
    }
    toInteger() {
        if (this.isInfinite)
            throw new RangeError('infinity is no integer');
        const size = this.exp >= 0 ? this.mant << BigInt(this.exp) : this.mant >> BigInt(-this.exp);
        return this.neg ? -size : size;
    }
    toDouble() {
        if (this.isInfinite)
            return this.neg ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
        const size = Number(this.toText().replace('-', ''));
        return this.neg ? -size : size;
    }
    toText() {
        const sign = this.neg ? '-' : '';
        if (this.isInfinite)
            return this.neg ? '-Inf' : '+Inf';
        if (this.isInteger && bitLength(this.mant) + this.exp <= this.prec)
            return sign + (this.mant << BigInt(this.exp)).toString();
        const { digits, point } = shortest(this.mant, this.exp, this.prec);
        if (point >= digits.length)
            return sign + digits.padEnd(point, '0');
        if (point > 0)
            return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
        return `${sign}0.${'0'.repeat(-point)}${digits}`;
    }
    exactDecimal() {
        const size = this.exp >= 0 ? this.mant << BigInt(this.exp) : this.mant * 5n ** BigInt(-this.exp);
        const all = this.mant === 0n ? '' : size.toString();
        return { digits: all.replace(/0+$/, ''), point: all.length + (this.mant === 0n ? 0 : Math.min(this.exp, 0)) };
    }
    shortestDecimal() {
        return this.mant === 0n ? { digits: '', point: 0 } : shortest(this.mant, this.exp, this.prec);
    }
    scaled(exp) {
        const size = this.mant << BigInt(this.exp - exp);
        return this.neg ? -size : size;
    }
    static rounded(neg, mant, exp, prec) {
        if (mant === 0n)
            return new BigFloat(neg, 0n, 0, prec);
        const surplus = bitLength(mant) - prec;
        if (surplus <= 0)
            return BigFloat.odd(neg, mant, exp, prec);
        const shift = BigInt(surplus);
        const kept = mant >> shift;
        const rest = mant - (kept << shift);
        const half = 1n << (shift - 1n);
        const up = rest > half || (rest === half && (kept & 1n) === 1n);
        return BigFloat.odd(neg, up ? kept + 1n : kept, exp + surplus, prec);
    }
    static odd(neg, mant, exp, prec) {
        const zeros = bitLength(mant & -mant) - 1;
        if (exp + zeros > LARGEST_POWER)
            return new BigFloat(neg, 1n, Number.POSITIVE_INFINITY, prec);
        if (exp + zeros < -LARGEST_POWER)
            return new BigFloat(neg, 0n, 0, prec);
        return new BigFloat(neg, mant >> BigInt(zeros), exp + zeros, prec);
    }
    static quotient(neg, dividend, divisor, exp, prec) {
        const shift = Math.max(0, prec + 2 + bitLength(divisor) - bitLength(dividend));
        const scaled = dividend << BigInt(shift);
        const whole = scaled / divisor;
        const sticky = whole * divisor === scaled ? 0n : 1n;
        return BigFloat.rounded(neg, (whole << 1n) | sticky, exp - shift - 1, prec);
    }
}
function bitLength(n) {
    if (n <= 0xffffffffn)
        return 32 - Math.clz32(Number(n));
    const hex = n.toString(16);
    return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0], 16)) - 28);
}
function shortest(mant, exp, prec) {
    const shift = prec + 1 - bitLength(mant);
    const doubled = mant << BigInt(shift);
    const scale = exp - shift;
    const decimal = (n) => (scale >= 0 ? n << BigInt(scale) : n * 5n ** BigInt(-scale)).toString();
    const high = decimal(doubled + 1n);
    const exact = decimal(doubled).padStart(high.length, '0');
    const low = decimal(doubled - 1n).padStart(high.length, '0');
    const inclusive = (doubled & 2n) === 0n;
    const lowEnd = low.replace(/0+$/, '').length;
    const highEnd = high.replace(/0+$/, '').length;
    const trimmed = (digits, point) => {
        const zeros = /^0*/.exec(digits)[0].length;
        return { digits: digits.slice(zeros).replace(/0+$/, ''), point: point - zeros + Math.min(scale, 0) };
    };
    for (let i = 0; i < exact.length; i++) {
        const digit = exact.charCodeAt(i);
        const down = low.charCodeAt(i) !== digit || (inclusive && i + 1 === lowEnd);
        const up = high.charCodeAt(i) !== digit && (inclusive || digit + 1 < high.charCodeAt(i) || i + 1 < highEnd);
        if (!down && !up)
            continue;
        const kept = exact.slice(0, i + 1);
        const digits = up && !(down && !roundsToUpper(exact, i + 1)) ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept;
        return trimmed(digits, exact.length + digits.length - kept.length);
    }
    return trimmed(exact, exact.length);
}
function roundDecimal({ digits, point }, count) {
    if (count >= digits.length)
        return { digits, point };
    if (count < 0)
        return { digits: '', point: 0 };
    const kept = `0${digits.slice(0, count)}`;
    const rounded = roundsToUpper(`0${digits}`, count + 1) ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept;
    const carried = rounded[0] === '1';
    const all = (carried ? rounded : rounded.slice(1)).replace(/0+$/, '');
    return { digits: all, point: all === '' ? 0 : point + (carried ? 1 : 0) };
}
function roundsToUpper(digits, at) {
    const rest = digits.slice(at);
    if (/^50*$/.test(rest))
        return (digits.charCodeAt(at - 1) & 1) === 1;
    return rest !== '' && rest[0] >= '5';
}


/***/ }),

/***/ 7181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   An: () => (/* binding */ STRING),
/* harmony export */   Fh: () => (/* binding */ withoutOptional),
/* harmony export */   HX: () => (/* binding */ BOOL),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cF: () => (/* binding */ tupleOf),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   u5: () => (/* binding */ DYNAMIC),
/* harmony export */   uk: () => (/* binding */ NUMBER)
/* harmony export */ });
const STRING = { kind: 'string' };
const NUMBER = { kind: 'number' };
const BOOL = { kind: 'bool' };
const DYNAMIC = { kind: 'dynamic' };
const listOf = (element) => ({ kind: 'list', element });
const setOf = (element) => ({ kind: 'set', element });
const mapOf = (element) => ({ kind: 'map', element });
const tupleOf = (elements) => ({ kind: 'tuple', elements });
const objectOf = (attributes, optional) => ({
    kind: 'object',
    attributes,
    optional,
});
function withoutOptional(type) {
    if ('element' in type)
        return { kind: type.kind, element: withoutOptional(type.element) };
    if (type.kind === 'tuple')
        return tupleOf(type.elements.map(withoutOptional));
    if (type.kind === 'object')
        return objectOf(new Map([...type.attributes].map(([name, each]) => [name, withoutOptional(each)])));
    return type;
}


/***/ }),

/***/ 81206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ isAscii),
/* harmony export */   aX: () => (/* binding */ nfc),
/* harmony export */   zq: () => (/* binding */ compareUtf8)
/* harmony export */ });
const ASCII = /^[\0-\x7f]*$/;
const isAscii = (text) => ASCII.test(text);
const nfc = (text) => (isAscii(text) ? text : text.normalize('NFC'));
function compareUtf8(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const xSurrogate = x >= 0xd800 && x <= 0xdfff;
        const ySurrogate = y >= 0xd800 && y <= 0xdfff;
        return xSurrogate === ySurrogate ? x - y : xSurrogate ? 1 : -1;
    }
    return a.length - b.length;
}


/***/ }),

/***/ 72857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZC: () => (/* binding */ abortable),
/* harmony export */   cb: () => (/* binding */ delay),
/* harmony export */   pj: () => (/* binding */ withGrace),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   zc: () => (/* binding */ timeLimit)
/* harmony export */ });
function abortable(promise, signal) {
    return withGrace(promise, signal, 0);
}
function withGrace(promise, signal, graceMilliseconds) {
    return new Promise((resolve, reject) => {
        let timer;
        const giveUp = () => {
            if (graceMilliseconds === 0)
                reject(signal.reason);
            else
                timer = setTimeout(() => reject(signal.reason), graceMilliseconds);
        };
        if (signal.aborted)
            giveUp();
        else
            signal.addEventListener('abort', giveUp, { once: true });
        promise.then(resolve, reject).finally(() => {
            clearTimeout(timer);
            signal.removeEventListener('abort', giveUp);
        });
    });
}
function delay(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const stop = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', stop, { once: true });
    });
}
function timeLimit(milliseconds, reason) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(reason), milliseconds);
    return { signal: controller.signal, stop: () => clearTimeout(timer) };
}
function within(milliseconds, ...signals) {
    const limit = new AbortController();
    const late = new DOMException(`not done within ${milliseconds} ms`, 'TimeoutError');
    setTimeout(() => limit.abort(late), milliseconds).unref();
    return AbortSignal.any([...signals, limit.signal]);
}


/***/ }),

/***/ 15546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ fileErrorReason)
/* harmony export */ });
function fileErrorReason({ code, message }) {
    switch (code) {
        case 'ENOENT':
            return 'there is no such file';
        case 'ENOTDIR':
            return 'what its path goes through is not a folder';
        case 'EISDIR':
            return 'it is a folder';
        case 'EACCES':
            return 'this user may not read it';
        case 'ELOOP':
            return 'it is a link that leads back to itself';
        default:
            return message;
    }
}


/***/ }),

/***/ 89588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines),
/* harmony export */   z: () => (/* binding */ LONGEST)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_0__);

const LONGEST = 16_384;
function splitLines(tell) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let open = '';
    let returned = false;
    const add = (text) => {
        if (returned && text !== '')
            open = '';
        if (text !== '')
            returned = false;
        open += text;
        while (open.length > LONGEST) {
            const end = LONGEST - (isHighSurrogate(open, LONGEST - 1) ? 1 : 0);
            tell(clean(open.slice(0, end)));
            open = open.slice(end);
        }
    };
    const line = () => {
        tell(clean(open).trimEnd());
        open = '';
        returned = false;
    };
    const take = (text) => {
        let from = 0;
        for (let at = 0; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code !== 10 && code !== 13)
                continue;
            add(text.slice(from, at));
            from = at + 1;
            if (code === 10)
                line();
            else
                returned = true;
        }
        add(text.slice(from));
    };
    return {
        write: chunk => take(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))),
        end: () => {
            take(decoder.end());
            if (open !== '')
                line();
        },
    };
}
const isHighSurrogate = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const CONTROLS = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/g;
const clean = (text) => text.replace(CONTROLS, '\ufffd');


/***/ }),

/***/ 30789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
const quote = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);


/***/ }),

/***/ 15859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
const ipaddr = () => __webpack_require__(27944);
function proxyFor(address, environment) {
    const of = (name) => environment[name] || environment[name.toLowerCase()] || undefined;
    const given = of(address.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
    if (!given || isExempt(address, of('NO_PROXY') ?? ''))
        return undefined;
    return given.includes('://') ? given : `http://${given}`;
}
function isExempt(address, list) {
    const host = address.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const port = address.port || (address.protocol === 'https:' ? '443' : '80');
    const ip = ipaddr().isValid(host) ? ipaddr().process(host) : undefined;
    if (host === 'localhost' || ip?.range() === 'loopback')
        return true;
    const entries = list.split(',').map(entry => entry.trim().toLowerCase());
    return entries.filter(entry => entry !== '').some(entry => covers(entry, host, port, ip));
}
function covers(entry, host, port, ip) {
    if (entry === '*')
        return true;
    if (ipaddr().isValidCIDR(entry))
        return ip !== undefined && isWithin(ip, entry);
    const [, name = entry, only] = /^(.*?)(?::(\d+))?$/.exec(ipaddr().isValid(entry) ? `${entry}` : entry) ?? [];
    if (ipaddr().isValid(entry))
        return ip?.toNormalizedString() === ipaddr().process(entry).toNormalizedString();
    if (only !== undefined && only !== port)
        return false;
    const bare = name.replace(/^\[|\]$/g, '').replace(/^\*/, '');
    return bare.startsWith('.') ? host.endsWith(bare) : host === bare || host.endsWith(`.${bare}`);
}
function isWithin(ip, network) {
    const [base, bits] = ipaddr().parseCIDR(network);
    return base.kind() === ip.kind() && ip.match(base, bits);
}


/***/ }),

/***/ 66730:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
function compareVersions(a, b) {
    const [x, y] = [partsOf(a), partsOf(b)];
    return x.epoch - y.epoch || compareParts(x.upstream, y.upstream) || compareParts(x.revision, y.revision);
}
function partsOf(version) {
    const [, epoch = '0', upstream = '', revision = ''] = /^(?:(\d+):)?(.*?)(?:-([^-]*))?$/s.exec(version) ?? [];
    return { epoch: Number(epoch), upstream, revision };
}
function compareParts(a, b) {
    const [wordsA, wordsB] = [a, b].map(text => [...text.matchAll(/(\D*)(\d*)/g)]);
    for (let i = 0; i < Math.max(wordsA.length, wordsB.length); i++) {
        const [, lettersA = '', digitsA = ''] = wordsA[i] ?? [];
        const [, lettersB = '', digitsB = ''] = wordsB[i] ?? [];
        const order = compareLetters(lettersA, lettersB) || compareDigits(digitsA, digitsB);
        if (order !== 0)
            return order;
    }
    return 0;
}
function compareLetters(a, b) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
        const order = weight(a[i]) - weight(b[i]);
        if (order !== 0)
            return order;
    }
    return 0;
}
function weight(character) {
    if (character === '~')
        return -1;
    if (character === undefined)
        return 0;
    return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}
function compareDigits(a, b) {
    const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
    return x.length - y.length || (x < y ? -1 : x > y ? 1 : 0);
}


/***/ }),

/***/ 46125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cx: () => (/* binding */ hostKeyChoices),
/* harmony export */   O0: () => (/* binding */ communicatorOptions),
/* harmony export */   z5: () => (/* binding */ trustOptions)
/* harmony export */ });
/* harmony import */ var _language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73957);
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28896);


const port = (value) => Number.isInteger(value) && value > 0 && value < 65536 ? undefined : 'a port is a number from 1 to 65535';
const positive = (value) => Number.isInteger(value) && value >= 0 ? undefined : 'the number of attempts cannot be negative';
const connection = {
    ssh_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The address to connect to, where the source does not know it or knows another one.'),
    ssh_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port of the SSH server.', { default: 22, check: port }),
    ssh_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The user to log in as.'),
    ssh_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long to wait for SSH to answer. 5 minutes when ssh_handshake_attempts is not set either.'),
    ssh_wait_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Older name of ssh_timeout.', { deprecated: 'Write ssh_timeout instead.' }),
    ssh_handshake_attempts: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('Refused log-ins before giving up. 10 when ssh_timeout is not set either; 0 is without end.', {
        check: positive,
    }),
    ssh_pty: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Ask for a terminal for every command, as some sudo configurations want it.', { default: false }),
    ssh_ciphers: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Ciphers to offer, in order of preference, by their OpenSSH names; others are not offered.'),
    ssh_key_exchange_algorithms: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Key exchanges to offer, in order of preference, by their OpenSSH names.'),
    ssh_keep_alive_interval: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Time between questions whether the server is still there; negative for none.', {
        default: '5s',
    }),
    ssh_read_write_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Give a connection up when nothing at all arrived for so long. Unset: never.'),
    ssh_file_transfer_method: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Accepted for compatibility: files go over SFTP where the server has it, else through a command.', {
        oneOf: ['scp', 'sftp'],
        default: 'scp',
    }),
};
const credentials = {
    ssh_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password, for servers without keys; also the answer to a keyboard-interactive question.', {
        sensitive: true,
    }),
    ssh_private_key_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of a private key that opens the machine; no temporary key is made then. `~` is the home folder.'),
    ssh_certificate_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of the OpenSSH certificate that belongs to the key of ssh_private_key_file.'),
    ssh_keypair_name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of a key pair that the cloud already has; its private half is named by ssh_private_key_file.'),
    temporary_key_pair_name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of the temporary key pair in the cloud; one with a unique part when unset.'),
    temporary_key_pair_type: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Kind of the temporary key. Unset: ed25519 where the source allows it.', {
        oneOf: ['rsa', 'ecdsa', 'ed25519', 'dsa'],
    }),
    temporary_key_pair_bits: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('Size of an rsa (4096) or ecdsa (521) temporary key; ed25519 has but one.'),
    ssh_clear_authorized_keys: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Remove the temporary public key from the machine when provisioning has ended.', {
        default: false,
    }),
    ssh_agent_auth: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Use the keys of the SSH agent that SSH_AUTH_SOCK names.', { default: false }),
    ssh_disable_agent_forwarding: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Accepted for compatibility: the agent is never forwarded to the machine.', {
        default: false,
    }),
};
const detours = {
    ssh_bastion_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A host to connect through.'),
    ssh_bastion_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port of the SSH server of the bastion host.', { default: 22, check: port }),
    ssh_bastion_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The user to log in as on the bastion host.'),
    ssh_bastion_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password for the bastion host.', { sensitive: true }),
    ssh_bastion_interactive: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Answer keyboard-interactive questions of the bastion host with its password.', {
        default: false,
    }),
    ssh_bastion_private_key_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of a private key for the bastion host; ssh_private_key_file when unset.'),
    ssh_bastion_certificate_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path of the OpenSSH certificate that belongs to the key for the bastion host.'),
    ssh_bastion_agent_auth: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Use the keys of the SSH agent for the bastion host.', { default: false }),
    ssh_proxy_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A SOCKS5 proxy to connect through; not together with a bastion host.'),
    ssh_proxy_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port of the SOCKS5 proxy.', { default: 1080, check: port }),
    ssh_proxy_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('User name for the SOCKS5 proxy.'),
    ssh_proxy_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password for the SOCKS5 proxy.', { sensitive: true }),
    ssh_local_tunnels: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Ports of this machine that lead to places that the machine can reach, as with `ssh -L`: `3306:localhost:3306`.'),
    ssh_remote_tunnels: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Ports of the machine that lead to places that this machine can reach, as with `ssh -R`: `8443:git.example.com:443`.'),
};
const winrm = {
    winrm_username: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The user to log in as: of the machine itself, or `DOMAIN\\user`.'),
    winrm_password: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Password of the user. Where a cloud can tell the one that Windows has made, it need not be set.', {
        sensitive: true,
    }),
    winrm_host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The address to connect to, where the source does not know it or knows another one.'),
    winrm_no_proxy: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Do not go through the proxy of the environment (HTTP_PROXY, HTTPS_PROXY).', { default: false }),
    winrm_port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('TCP port of WinRM. Default: 5985, with winrm_use_ssl 5986.', { check: port }),
    winrm_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long to wait for WinRM to answer. 30 minutes when unset; after 10 in which it only refused the log-in it is given up then.'),
    winrm_use_ssl: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Speak HTTPS. The certificate has to be trusted, see winrm_insecure.', { default: false }),
    winrm_insecure: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Take any certificate without a look.', { default: false }),
    winrm_use_ntlm: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Log in by NTLM (version 2) instead of Basic: the password does not go over the network, and without winrm_use_ssl all that follows is encrypted by it.', { default: false }),
};
const communicatorOptions = {
    communicator: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('How the machine is reached.', { oneOf: ['ssh', 'none', 'winrm'], default: 'ssh' }),
    pause_before_connecting: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Time between the first successful connection and the one that is used.'),
    ...connection,
    ...credentials,
    ...detours,
    ...winrm,
};
const hostKeyChoices = ['auto', 'pin', 'console', 'trust'];
const trustOptions = {
    host_key: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('How the host key of a machine that the build launches is known before anything is told to it. `pin`: it is made here and handed ' +
        "over in the user data, for cloud-init. `console`: it is read from the machine's console output. `trust`: the first one is trusted " +
        'for the life of the build. `auto`: pinned; where the user data leaves no room read from the console; where that tells nothing trusted, ' +
        'which is said aloud.', { oneOf: hostKeyChoices, default: 'auto' }),
    known_hosts: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Of machines that the build does not launch, and of bastion hosts. `accept-new`: a known key must not have changed, a new one is taken ' +
        'and noted. `strict`: only known keys. `off`: every key, without a look.', { oneOf: ['accept-new', 'strict', 'off'], default: 'accept-new' }),
    known_hosts_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)("OpenSSH's list of known keys, for reading and writing. `~/.ssh/known_hosts` when unset; `/etc/ssh/ssh_known_hosts` is always read too."),
};


/***/ }),

/***/ 66013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
const LONGEST_LINE = 1000;
const LONGEST_TEXT = 64 * 1024;
const plainText = (text) => text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd');
function firstLine(text) {
    const line = plainText(text.slice(0, LONGEST_LINE * 4))
        .replace(/\s+/g, ' ')
        .trim();
    return line.length > LONGEST_LINE ? plainText(`${line.slice(0, LONGEST_LINE)}…`) : line;
}
const endOf = (text) => plainText(text.length > LONGEST_TEXT ? `… (${text.length - LONGEST_TEXT} characters before)\n${text.slice(-LONGEST_TEXT)}` : text);


/***/ }),

/***/ 54385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P2: () => (/* binding */ accessOptions),
/* harmony export */   _z: () => (/* binding */ loanOf),
/* harmony export */   lp: () => (/* binding */ accessFrom),
/* harmony export */   x8: () => (/* binding */ checkAccess)
/* harmony export */ });
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28896);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80414);
/* harmony import */ var _connect__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23328);
/* harmony import */ var _region_names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83125);




const positive = (value) => (Number.isInteger(value) && value > 0 ? undefined : 'a whole number above 0 is required');
const assumeRole = {
    role_arn: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('ARN of the role to assume.', { required: true }),
    duration_seconds: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('How long one set of credentials of the role is valid; it is renewed in time. AWS: 3600.', {
        check: (value) => (value >= 900 && value <= 43200 ? undefined : 'AWS accepts 900 to 43200 seconds'),
    }),
    external_id: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('External ID that the role demands.'),
    policy: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A policy in JSON that narrows what the role may do in this session.'),
    policy_arns: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)('Managed policies that narrow what the role may do in this session.'),
    session_name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Name of the session in CloudTrail. Default: `ingot-` and the time.'),
    tags: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)('Session tags.'),
    transitive_tag_keys: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)('Session tags that are handed on to roles assumed from this one.'),
};
const goDuration = (value) => /^(\d+|(\d+(\.\d+)?(h|m|s))+)?$/.test(value) ? undefined : 'a time is required, e.g. 1h or 45m';
const vaultAwsEngine = {
    name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Name of the role in Vault that keys are asked for.', { required: true }),
    engine_name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Path at which the AWS secrets engine is mounted in Vault.', { default: 'aws' }),
    role_arn: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('ARN of the role to assume, where the role in Vault allows several.'),
    ttl: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('How long the keys hold, where the role in Vault assumes a role: `1h`. Default: as the role in Vault says.', {
        check: goDuration,
    }),
};
const awsPolling = {
    delay_seconds: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('Seconds between two looks, exactly. Default: 3 to 3.5, and less against an endpoint on this machine.', {
        check: positive,
    }),
    max_attempts: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('Looks before giving up. Without delay_seconds each counts for 15 seconds, as in Packer.', {
        check: positive,
    }),
};
const accessOptions = {
    region: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The AWS region. Default: AWS_REGION, AWS_DEFAULT_REGION or that of the profile.'),
    access_key: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Access key ID. Without it the usual places are asked: environment, profile, SSO, web identity, role.'),
    secret_key: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Secret access key that belongs to access_key.', { sensitive: true }),
    token: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Session token, for temporary keys.', { sensitive: true }),
    profile: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Profile of the shared AWS configuration files. Default: AWS_PROFILE.'),
    shared_credentials_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Path of a credentials file. Default: AWS_SHARED_CREDENTIALS_FILE, or ~/.aws/credentials.'),
    assume_role: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .block */ .om)(assumeRole, 'A role to assume with the credentials found.'),
    vault_aws_engine: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .block */ .om)(vaultAwsEngine, 'Keys that the AWS secrets engine of HashiCorp Vault lends. VAULT_ADDR, VAULT_TOKEN and their kin say where Vault is and who asks.'),
    mfa_code: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('One-time code for a profile with role_arn and mfa_serial. AWS takes it once, so it serves one run.', {
        sensitive: true,
        check: (value) => (/^(\d{6})?$/.test(value) ? undefined : 'a code of six digits is required'),
    }),
    custom_endpoint_ec2: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Endpoint instead of AWS, in every region; such as ingot’s own sandbox. Default: AWS_ENDPOINT_URL_EC2.', {
        check: (value) => value === '' || /^https?:\/\/./.test(value) ? undefined : 'a URL that begins with http:// or https:// is required',
    }),
    insecure_skip_tls_verify: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Accept any certificate from the endpoint.', { default: false }),
    max_retries: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)('How often one call is tried; 0 leaves it at 10.', {
        default: 10,
        check: (value) => (Number.isInteger(value) && value >= 0 ? undefined : 'a whole number is required'),
    }),
    decode_authorization_messages: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Decode the message of a refused call.', {
        deprecated: 'ingot names the missing action and prints the message; `aws sts decode-authorization-message` decodes it.',
    }),
    skip_credential_validation: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Accepted for Packer’s sake: ingot never asks STS whether credentials are valid.', {
        default: false,
    }),
    skip_region_validation: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Do not ask AWS whether it knows the regions of ami_regions.', {
        default: false,
    }),
    skip_metadata_api_check: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Do not ask the metadata service of the machine that ingot runs on for credentials.', {
        default: false,
    }),
    aws_polling: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .block */ .om)(awsPolling, 'How often and how long to wait. AWS_POLL_DELAY_SECONDS and AWS_MAX_ATTEMPTS are its defaults.'),
};
async function accessFrom(options) {
    const profile = options.profile || undefined;
    if (options.skip_metadata_api_check)
        process.env.AWS_EC2_METADATA_DISABLED = 'true';
    const region = options.region || (await (0,_connect__WEBPACK_IMPORTED_MODULE_2__/* .defaultRegion */ ._h)(profile));
    const endpoint = options.custom_endpoint_ec2 || (0,_access__WEBPACK_IMPORTED_MODULE_1__/* .endpointOfEnvironment */ .Yg)();
    if (!endpoint)
        (0,_region_names__WEBPACK_IMPORTED_MODULE_3__/* .demandRegion */ .CB)(region);
    return {
        region,
        endpoint,
        profile,
        credentialsFile: options.shared_credentials_file || undefined,
        mfaCode: options.mfa_code || undefined,
        keys: keysOf(options),
        loan: loanOf(options),
        role: roleOf(options),
        maxAttempts: options.max_retries || undefined,
        insecureTls: options.insecure_skip_tls_verify,
    };
}
function keysOf({ access_key, secret_key, token }) {
    if (!access_key || !secret_key)
        return undefined;
    return { accessKeyId: access_key, secretAccessKey: secret_key, sessionToken: token || undefined };
}
function loanOf({ vault_aws_engine: engine }) {
    if (!engine)
        return undefined;
    const { name: role, engine_name, role_arn, ttl } = engine;
    return { engine: engine_name || 'aws', role, ...(role_arn && { roleArn: role_arn }), ...(ttl && { ttl }) };
}
const isSet = (value) => value !== undefined && value !== '';
function checkAccess(options) {
    const keys = ['access_key', 'secret_key', 'token'].filter(name => isSet(options[name]));
    if (options.vault_aws_engine && keys[0])
        return [
            {
                option: 'vault_aws_engine',
                summary: 'Options exclude each other',
                detail: `Only one of vault_aws_engine and ${keys[0]} can be set.`,
            },
        ];
    if (isSet(options.access_key) === isSet(options.secret_key))
        return [];
    const [given, missing] = isSet(options.access_key) ? ['access_key', 'secret_key'] : ['secret_key', 'access_key'];
    return [{ option: given, summary: 'Half of a key', detail: `${given} is set and ${missing} is not; set both or neither.` }];
}
function roleOf({ assume_role: role }) {
    if (!role?.role_arn)
        return undefined;
    return {
        arn: role.role_arn,
        sessionName: role.session_name || undefined,
        externalId: role.external_id || undefined,
        durationSeconds: role.duration_seconds,
        policy: role.policy || undefined,
        policyArns: role.policy_arns,
        tags: role.tags,
        transitiveTagKeys: role.transitive_tag_keys,
    };
}


/***/ }),

/***/ 80414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Yg: () => (/* binding */ endpointOfEnvironment),
/* harmony export */   mD: () => (/* binding */ accessAt)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);

function placeOf(access) {
    const { region, endpoint, profile, credentialsFile, loan, role } = access;
    return {
        region,
        ...(endpoint && { endpoint }),
        ...(profile && { profile }),
        ...(credentialsFile && { credentialsFile }),
        ...(loan && { vaultEngine: loan.engine, vaultRole: loan.role }),
        ...(loan?.roleArn && { vaultRoleArn: loan.roleArn }),
        ...(loan?.ttl && { vaultTtl: loan.ttl }),
        ...(role && { roleArn: role.arn }),
        ...(role?.externalId && { externalId: role.externalId }),
    };
}
function accessAt(place) {
    const { region, endpoint, profile, credentialsFile, roleArn, externalId } = place;
    if (!region)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', 'A journal names an AWS resource without its region', { advice: 'Remove it by hand.' });
    const role = roleArn ? { arn: roleArn, externalId } : undefined;
    return { region, endpoint: endpointNow(endpoint), profile, credentialsFile, loan: loanAt(place), role };
}
function loanAt({ vaultEngine: engine, vaultRole: role, vaultRoleArn: roleArn, vaultTtl: ttl }) {
    return engine && role ? { engine, role, ...(roleArn && { roleArn }), ...(ttl && { ttl }) } : undefined;
}
function endpointOfEnvironment(env = process.env) {
    if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true')
        return undefined;
    return env.AWS_ENDPOINT_URL_EC2 || env.AWS_ENDPOINT_URL || undefined;
}
function endpointNow(recorded) {
    const present = endpointOfEnvironment();
    return isLoopback(recorded) && isLoopback(present) ? present : recorded;
}
function isLoopback(endpoint) {
    if (!endpoint || !URL.canParse(endpoint))
        return false;
    const { hostname } = new URL(endpoint);
    return (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname));
}


/***/ }),

/***/ 88670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ agents)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_proxy__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15859);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);



async function agents(insecureTls, environment = process.env) {
    const tls = { keepAlive: true, ...(insecureTls && { rejectUnauthorized: false }), ...authority(environment) };
    if (namesProxy(environment))
        return proxied(tls, environment);
    if (Object.keys(tls).length === 1)
        return {};
    const https = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 23));
    return { httpsAgent: new https.Agent(tls) };
}
const namesProxy = (environment) => ['HTTP_PROXY', 'HTTPS_PROXY'].some(name => environment[name] || environment[name.toLowerCase()]);
function authority({ AWS_CA_BUNDLE: path }) {
    if (!path)
        return {};
    try {
        return { ca: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path) };
    }
    catch (cause) {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', `The certificates that AWS_CA_BUNDLE names cannot be read: ${path}`, {
            advice: 'Set it to a file in PEM form, or unset it.',
            cause,
        });
    }
}
async function proxied(tls, environment) {
    const [{ Agent }, { HttpProxyAgent }, { HttpsProxyAgent }, http, https] = await Promise.all([
        __webpack_require__.e(/* import() */ 8894).then(__webpack_require__.t.bind(__webpack_require__, 98894, 23)),
        Promise.all(/* import() */[__webpack_require__.e(7171), __webpack_require__.e(1970)]).then(__webpack_require__.t.bind(__webpack_require__, 81970, 23)),
        Promise.all(/* import() */[__webpack_require__.e(7171), __webpack_require__.e(3669)]).then(__webpack_require__.t.bind(__webpack_require__, 3669, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 23)),
    ]);
    const direct = { http: new http.Agent({ keepAlive: true }), https: new https.Agent(tls) };
    const known = new Map();
    class ByAddress extends Agent {
        connect(_request, { host, port, secureEndpoint }) {
            const scheme = secureEndpoint ? 'https' : 'http';
            const proxy = (0,_lib_proxy__WEBPACK_IMPORTED_MODULE_1__/* .proxyFor */ .i)(new URL(`${scheme}://${host?.includes(':') ? `[${host}]` : host}:${port}`), environment);
            if (!proxy)
                return direct[scheme];
            const key = `${scheme} by ${proxy}`;
            const by = known.get(key) ?? new (secureEndpoint ? HttpsProxyAgent : HttpProxyAgent)(proxyUrl(proxy), { keepAlive: true });
            known.set(key, by);
            return by;
        }
    }
    return { httpAgent: new ByAddress({ keepAlive: true }), httpsAgent: new ByAddress(tls) };
}
function proxyUrl(text) {
    if (URL.canParse(text) && /^https?:\/\//.test(text))
        return text;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', 'HTTPS_PROXY or HTTP_PROXY names no proxy that ingot can use', {
        advice: 'Write it as http://host:port or https://host:port.',
    });
}


/***/ }),

/***/ 9230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _agents__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88670);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _lent_keys__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3298);



async function clientConfig(access) {
    const way = await (0,_agents__WEBPACK_IMPORTED_MODULE_0__/* .agents */ .X)(access.insecureTls);
    return {
        region: access.region,
        endpoint: access.endpoint,
        profile: access.profile,
        credentials: access.role ? await assume(access, access.role, way) : ownKeys(access),
        ...forCredentials(access, way),
        retryMode: access.urgent ? 'standard' : 'adaptive',
        maxAttempts: access.maxAttempts ?? 10,
        customUserAgent: 'ingot',
        requestHandler: {
            ...(access.urgent
                ? { connectionTimeout: 1000, requestTimeout: 1500 }
                : { connectionTimeout: 10_000, requestTimeout: 120_000 }),
            throwOnRequestTimeout: true,
            socketTimeout: 120_000,
            ...way,
        },
    };
}
const ownKeys = ({ keys, loan }) => (loan ? (0,_lent_keys__WEBPACK_IMPORTED_MODULE_2__/* .providerOf */ .lc)(loan) : keys);
const forCredentials = ({ credentialsFile, mfaCode }, way) => ({
    ...(Object.keys(way).length > 0 && { clientConfig: { requestHandler: way } }),
    ...(credentialsFile && { filepath: credentialsFile }),
    ...(mfaCode && { mfaCodeProvider: async () => mfaCode }),
});
async function assume(access, role, way) {
    const { AssumeRoleCommand, STSClient } = await __webpack_require__.e(/* import() */ 1136).then(__webpack_require__.t.bind(__webpack_require__, 1136, 19));
    const { region, profile } = access;
    const sts = new STSClient({
        region,
        profile,
        credentials: ownKeys(access),
        requestHandler: way,
        ...forCredentials(access, way),
    });
    return async () => {
        const request = sts.send(new AssumeRoleCommand({
            RoleArn: role.arn,
            RoleSessionName: role.sessionName ?? `ingot-${Date.now()}`,
            ExternalId: role.externalId,
            DurationSeconds: role.durationSeconds,
            Policy: role.policy,
            PolicyArns: role.policyArns?.map(arn => ({ arn })),
            Tags: role.tags && Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
            TransitiveTagKeys: role.transitiveTagKeys && [...role.transitiveTagKeys],
        }));
        const { Credentials: given } = await request.catch(error => {
            throw (0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(error, 'AssumeRole', { region: access.region }, 'sts');
        });
        return {
            accessKeyId: given?.AccessKeyId ?? '',
            secretAccessKey: given?.SecretAccessKey ?? '',
            sessionToken: given?.SessionToken,
            expiration: given?.Expiration,
        };
    };
}


/***/ }),

/***/ 23328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   YN: () => (/* binding */ connectAt),
/* harmony export */   _h: () => (/* binding */ defaultRegion)
/* harmony export */ });
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72857);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80414);
/* harmony import */ var _client_config__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9230);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53347);
/* harmony import */ var _lent_keys__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3298);






const known = new Map();
function connect(access) {
    const key = JSON.stringify(access);
    const ec2 = known.get(key) ?? open(access);
    known.set(key, ec2);
    return ec2;
}
const connectAt = (place) => connect((0,_access__WEBPACK_IMPORTED_MODULE_1__/* .accessAt */ .mD)(place));
function open(access) {
    const place = (0,_access__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(access);
    let opened;
    const client = () => (opened ??= openClient(access));
    async function once(action, input, signal) {
        signal.throwIfAborted();
        try {
            const { sdk, client: ec2 } = await client();
            const Command = sdk.commands[action];
            return await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_5__/* .abortable */ .ZC)(ec2.send(new Command(input), { abortSignal: signal }), signal);
        }
        catch (error) {
            if (signal.aborted)
                throw signal.reason;
            throw (0,_errors__WEBPACK_IMPORTED_MODULE_3__/* .explain */ .WE)(error, action, place);
        }
    }
    return {
        region: access.region,
        place,
        loopback: (0,_access__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(access.endpoint),
        inRegion: region => connect({ ...access, region }),
        urgent: () => connect({ ...access, urgent: true }),
        call: (action, input, signal) => (0,_lent_keys__WEBPACK_IMPORTED_MODULE_4__/* .whileUnknown */ .KC)(access, signal, () => once(action, input, signal)),
    };
}
async function openClient(access) {
    const sdk = await loadSdk();
    const client = new sdk.EC2Client(await (0,_client_config__WEBPACK_IMPORTED_MODULE_2__/* .clientConfig */ .y)(access));
    client.middlewareStack.add(notInVain((0,_access__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(access.endpoint)), { step: 'finalizeRequest', priority: 'low' });
    return { sdk, client };
}
async function loadSdk() {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    return Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(5193), __webpack_require__.e(327)]).then(__webpack_require__.bind(__webpack_require__, 30327));
}
const notInVain = (loopback) => (next) => async (args) => {
    try {
        return await next(args);
    }
    catch (error) {
        if (loopback && error.code === 'ECONNREFUSED')
            throw new _errors__WEBPACK_IMPORTED_MODULE_3__/* .NotListening */ .Pe();
        throw (0,_errors__WEBPACK_IMPORTED_MODULE_3__/* .settled */ .gu)(error);
    }
};
async function defaultRegion(profile) {
    const named = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION;
    if (named)
        return named;
    const { EC2Client } = await loadSdk();
    try {
        return await new EC2Client({ profile }).config.region();
    }
    catch (cause) {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', 'No AWS region is set', {
            advice: 'Write `region = "…"` in the source block, or set AWS_REGION.',
            cause,
        });
    }
}


/***/ }),

/***/ 53347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Oh: () => (/* binding */ isNoCapacity),
/* harmony export */   Pe: () => (/* binding */ NotListening),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   aZ: () => (/* binding */ isAws),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _region_names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83125);


class AwsError extends _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H {
    constructor(awsCode, message, details, refused = false, status, action) {
        super('failed', message, details);
        this.awsCode = awsCode;
        this.refused = refused;
        this.status = status;
        this.action = action;
        this.name = 'AwsError';
    }
}
const isAws = (error, ...codes) => error instanceof AwsError &&
    codes.some(code => (code.endsWith('*') ? error.awsCode.startsWith(code.slice(0, -1)) : error.awsCode === code));
const isRefusal = (error) => error instanceof AwsError && error.refused;
class NotListening extends Error {
    constructor() {
        super(...arguments);
        this.refusedWith = 'ECONNREFUSED';
    }
}
const noCapacity = /^(Insufficient\w*Capacity\w*|InsufficientFreeAddressesInSubnet|SpotMaxPriceTooLow|MaxSpotInstanceCountExceeded|UnfulfillableCapacity)$/;
const isNoCapacity = (error) => error instanceof AwsError &&
    (noCapacity.test(error.awsCode) || ['Unsupported', 'VcpuLimitExceeded', 'InstanceLimitExceeded'].includes(error.awsCode));
function settled(error) {
    const thrown = error;
    if (!noCapacity.test(thrown.name))
        return error;
    return Object.assign(thrown, { $fault: 'client', $metadata: { ...thrown.$metadata, httpStatusCode: 400 } });
}
function explain(error, action, place, service = 'ec2') {
    if (error instanceof AwsError)
        return error;
    const thrown = error;
    const network = thrown.refusedWith ?? thrown.code ?? thrown.cause?.code;
    if (!thrown.$metadata?.requestId && network && network in unreachable) {
        const endpoint = place.endpoint ?? `AWS in region ${place.region}`;
        return new AwsError(network, `${action} did not reach ${endpoint}: ${unreachable[network]}`, {
            advice: place.endpoint
                ? 'Is the endpoint running? It comes from custom_endpoint_ec2, AWS_ENDPOINT_URL_EC2 or AWS_ENDPOINT_URL.'
                : `Check the network and the spelling of region "${place.region}".${(0,_region_names__WEBPACK_IMPORTED_MODULE_1__/* .regionHint */ .MF)(place.region ?? '')}`,
            cause: error,
        });
    }
    const request = thrown.$metadata?.requestId ? ` (request ${thrown.$metadata.requestId})` : '';
    const where = place.endpoint ? `${place.region} at ${place.endpoint}` : place.region;
    const { httpStatusCode: status, attempts } = thrown.$metadata ?? {};
    const [said, evidence] = separate(answerOf(thrown, status));
    return new AwsError(thrown.name, `${action} failed in ${where}: ${said}${request}`, { advice: advice(thrown.name, `${service}:${action}`, place), evidence, cause: error }, attempts === 1 && status !== undefined && status >= 400 && status < 500, status, `${service}:${action}`);
}
function answerOf({ name, message }, status) {
    if (!/Deserialization error/.test(message))
        return `${name}: ${message}`;
    return `the endpoint answered HTTP ${status ?? 'status unknown'} with something that is not EC2's XML`;
}
const unreachable = {
    ECONNREFUSED: 'the connection was refused',
    ENOTFOUND: 'its name is not known',
    EAI_AGAIN: 'its name could not be looked up',
    ETIMEDOUT: 'it did not answer in time',
    ECONNRESET: 'the connection was cut',
    EHOSTUNREACH: 'there is no route to it',
    ENETUNREACH: 'there is no route to its network',
};
function separate(message) {
    const at = message.indexOf('Encoded authorization failure message');
    return at < 0 ? [message, undefined] : [message.slice(0, at).trim(), message.slice(at)];
}
function advice(code, action, place) {
    if (code.endsWith('LimitExceeded'))
        return 'Remove what is no longer needed, or ask AWS for a higher quota.';
    if (code.endsWith('.NotFound') && place.region)
        return `Does it exist in region ${place.region}, in this account?`;
    return advices[code]?.replace('$action', action);
}
const expired = 'Renew the credentials (`aws sso login`, or let the CI job ask for new ones) and run it again.';
const wrongKeys = 'AWS does not know these credentials: check the access key, the secret key and, for temporary ones, the token.';
const noCredentials = [
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, log in with `aws sso login`,',
    'let the CI job assume a role, or bake without a cloud account: `ingot build --sandbox`.',
].join(' ');
const capacity = 'AWS has none of these free now: another availability zone, subnet or instance type may work.';
const notAllowed = 'The credentials may not do $action: look at the IAM policies, and for a role at its trust policy.';
const advices = {
    CredentialsProviderError: noCredentials,
    TokenProviderError: expired,
    ExpiredToken: expired,
    ExpiredTokenException: expired,
    RequestExpired: `${expired} A wrong clock on this machine has the same effect.`,
    AuthFailure: wrongKeys,
    InvalidClientTokenId: wrongKeys,
    UnrecognizedClientException: wrongKeys,
    SignatureDoesNotMatch: wrongKeys,
    UnauthorizedOperation: 'The credentials may not do this: allow the IAM action $action.',
    AccessDenied: notAllowed,
    AccessDeniedException: notAllowed,
    OptInRequired: 'The account must first subscribe to this image or region in the AWS console.',
    InsufficientInstanceCapacity: capacity,
    InsufficientHostCapacity: capacity,
    Unsupported: 'This instance type or option does not exist here: try another availability zone or instance type.',
    VPCIdNotSpecified: 'The account has no default VPC in this region: name a subnet_id.',
    RequestLimitExceeded: 'AWS throttles this account. Fewer builds at once, or a higher max_retries, will help.',
};


/***/ }),

/***/ 53241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iP: () => (/* binding */ imageFilterOptions),
/* harmony export */   pn: () => (/* binding */ toFilters),
/* harmony export */   vR: () => (/* binding */ filterImages)
/* harmony export */ });
/* harmony import */ var _language_functions_heavy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97455);
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28896);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30631);
/* harmony import */ var _together__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3722);




const imageFilterOptions = {
    filters: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)('Names and values of AWS’s own filters; several values are separated by commas.', { default: {} }),
    owners: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Account IDs, `self`, `amazon` or `aws-marketplace`. Required, because anybody may publish an image of any name.', {
        required: true,
    }),
    most_recent: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Take the newest of several.', { default: false }),
    include_deprecated: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Consider deprecated images too.', { default: false }),
};
async function filterImages(ec2, filter, wanted, signal) {
    const { noun, place } = wanted;
    const { filters = {}, owners = [], most_recent, include_deprecated } = filter;
    const request = { Filters: toFilters(filters), Owners: [...owners], IncludeDeprecated: include_deprecated };
    const images = (await (0,_together__WEBPACK_IMPORTED_MODULE_3__/* .askOnce */ .RV)(ec2, 'DescribeImages', request, signal)).Images ?? [];
    const [newest, second] = images.toSorted((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? ''));
    const said = `${JSON.stringify(filters)} of ${owners.join(', ')}`;
    if (!newest)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', `No ${noun} matches ${said} in region ${ec2.region}`, {
            advice: `Loosen the filters in ${place}, and check owners and region.`,
        });
    if (second && !most_recent)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('failed', `${images.length} ${noun}s match ${said} in region ${ec2.region}`, {
            advice: `Write most_recent = true to take the newest, or narrow the filters in ${place}.`,
            evidence: images
                .slice(0, 10)
                .map(each => `${each.ImageId} ${each.Name}`)
                .join('\n'),
        });
    return newest;
}
function toFilters(filters) {
    return Object.entries(filters).map(([Name, value]) => ({ Name, Values: values(value) }));
}
function values(text) {
    const [row] = (0,_language_functions_heavy__WEBPACK_IMPORTED_MODULE_0__/* .csv */ .fu)().parse(text, { relax_quotes: true });
    return row ?? [text];
}


/***/ }),

/***/ 60571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ openIam),
/* harmony export */   dr: () => (/* binding */ iamAt),
/* harmony export */   f4: () => (/* binding */ iamOf)
/* harmony export */ });
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80414);
/* harmony import */ var _client_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9230);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53347);
/* harmony import */ var _lent_keys__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3298);




function openIam(access) {
    const place = (0,_access__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(access);
    let opened;
    async function once(action, input, signal) {
        signal.throwIfAborted();
        try {
            opened ??= openClient(access);
            const { sdk, client } = await opened;
            const Command = sdk.iamCommands[action];
            return await client.send(new Command(input), { abortSignal: signal });
        }
        catch (error) {
            if (signal.aborted)
                throw signal.reason;
            const endpoint = endpointOfIam();
            throw (0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .WE)(error, action, { region: access.region, ...(endpoint && { endpoint }) }, 'iam');
        }
    }
    return {
        place,
        loopback: (0,_access__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(endpointOfIam()),
        call: (action, input, signal) => (0,_lent_keys__WEBPACK_IMPORTED_MODULE_3__/* .whileUnknown */ .KC)(access, signal, () => once(action, input, signal)),
    };
}
const iamAt = (place) => openIam((0,_access__WEBPACK_IMPORTED_MODULE_0__/* .accessAt */ .mD)(place));
const iamOf = (place) => (place.endpoint && !endpointOfIam() ? undefined : iamAt(place));
const endpointOfIam = () => process.env.AWS_ENDPOINT_URL_IAM || process.env.AWS_ENDPOINT_URL || undefined;
async function openClient(access) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(6764), __webpack_require__.e(1530)]).then(__webpack_require__.bind(__webpack_require__, 81530));
    const { region, credentials, profile, ...rest } = await (0,_client_config__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(access);
    const config = { ...rest, region, credentials, profile, endpoint: endpointOfIam() };
    return { sdk, client: new sdk.IAMClient(config) };
}


/***/ }),

/***/ 62213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   awsResourceKinds: () => (/* binding */ awsResourceKinds)
/* harmony export */ });
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80414);
/* harmony import */ var _connect__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23328);
/* harmony import */ var _iam__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60571);
/* harmony import */ var _resources_fast_launch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32450);
/* harmony import */ var _resources_fleet__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63724);
/* harmony import */ var _resources_image__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70669);
/* harmony import */ var _resources_instance__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86294);
/* harmony import */ var _resources_instance_profile__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99689);
/* harmony import */ var _resources_key_pair__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56184);
/* harmony import */ var _resources_replaced_image__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(23798);
/* harmony import */ var _resources_security_group__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(63998);
/* harmony import */ var _resources_session__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(49326);












const ofEc2 = [_resources_key_pair__WEBPACK_IMPORTED_MODULE_8__/* .keyPair */ .Y, _resources_security_group__WEBPACK_IMPORTED_MODULE_10__/* .securityGroup */ .k, _resources_instance__WEBPACK_IMPORTED_MODULE_6__/* .instance */ .KJ, _resources_fleet__WEBPACK_IMPORTED_MODULE_4__/* .fleetInstance */ .m, _resources_image__WEBPACK_IMPORTED_MODULE_5__/* .image */ .Sl, _resources_replaced_image__WEBPACK_IMPORTED_MODULE_9__/* .replacedImage */ .C, _resources_replaced_image__WEBPACK_IMPORTED_MODULE_9__/* .formerSnapshots */ .r, _resources_fast_launch__WEBPACK_IMPORTED_MODULE_3__/* .fastLaunch */ .G];
const ofIam = [_resources_instance_profile__WEBPACK_IMPORTED_MODULE_7__/* .role */ .JC, _resources_instance_profile__WEBPACK_IMPORTED_MODULE_7__/* .instanceProfile */ .zo];
const ofSsm = [_resources_session__WEBPACK_IMPORTED_MODULE_11__/* .session */ .d];
const awsResourceKinds = Object.fromEntries([
    ...ofEc2.map(kind => [nameOf(kind), (place) => kind((0,_connect__WEBPACK_IMPORTED_MODULE_1__/* .connectAt */ .YN)(place))]),
    ...ofIam.map(kind => [nameOf(kind), (place) => kind((0,_iam__WEBPACK_IMPORTED_MODULE_2__/* .iamAt */ .dr)(place))]),
    ...ofSsm.map(kind => [nameOf(kind), (place) => kind((0,_access__WEBPACK_IMPORTED_MODULE_0__/* .accessAt */ .mD)(place))]),
]);
function nameOf(kind) {
    return kind({ place: {} }).name;
}


/***/ }),

/***/ 3298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H$: () => (/* binding */ lendKeysBy),
/* harmony export */   KC: () => (/* binding */ whileUnknown),
/* harmony export */   lc: () => (/* binding */ providerOf)
/* harmony export */ });
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72857);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80414);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);



let lender;
const lendKeysBy = (lend) => {
    lender = lend;
};
const ASK_AGAIN_MILLISECONDS = 5 * 60_000;
const providerOf = (loan) => async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await lent(loan);
    return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(Date.now() + ASK_AGAIN_MILLISECONDS) };
};
async function lent(loan) {
    if (!lender)
        throw new Error('nobody lends keys');
    return lender(loan);
}
const UNKNOWN_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 2000;
const unknownKeys = ['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId'];
async function whileUnknown(access, signal, work) {
    for (;;) {
        try {
            return await work();
        }
        catch (error) {
            if (!access.loan || !(0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, ...unknownKeys))
                throw error;
            const { lentAt } = await lent(access.loan);
            if (Date.now() - lentAt.getTime() > UNKNOWN_MILLISECONDS)
                throw error;
            await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_2__/* .delay */ .cb)((0,_access__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(access.endpoint) ? 50 : PAUSE_MILLISECONDS, signal);
        }
    }
}


/***/ }),

/***/ 54417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sx: () => (/* binding */ describeImages),
/* harmony export */   cf: () => (/* binding */ describeInstances),
/* harmony export */   dg: () => (/* binding */ describeSnapshots),
/* harmony export */   xP: () => (/* binding */ takesItsVolumesAlong)
/* harmony export */ });
async function inChunks(ids, ask) {
    const chunks = [];
    for (let at = 0; at < ids.length; at += 200)
        chunks.push(ids.slice(at, at + 200));
    return new Map((await Promise.all(chunks.map(ask))).flat());
}
const describeInstances = (ec2, ids, signal) => inChunks(ids, async (chunk) => {
    const answer = await ec2.call('DescribeInstances', { Filters: [{ Name: 'instance-id', Values: chunk }] }, signal);
    const instances = (answer.Reservations ?? []).flatMap(reservation => reservation.Instances ?? []);
    for (const instance of instances)
        noteVolumes(ec2, instance);
    return instances.map(instance => [instance.InstanceId ?? '', instance]);
});
const alone = new WeakMap();
function noteVolumes(ec2, { InstanceId = '', State, BlockDeviceMappings = [] }) {
    if (State?.Name !== 'stopped')
        return;
    const known = alone.get(ec2) ?? new Set();
    alone.set(ec2, known);
    if (BlockDeviceMappings.length > 0 && BlockDeviceMappings.every(({ Ebs }) => Ebs?.DeleteOnTermination))
        known.add(InstanceId);
    else
        known.delete(InstanceId);
}
const takesItsVolumesAlong = (ec2, instanceId) => alone.get(ec2)?.has(instanceId) ?? false;
const describeImages = (ec2, ids, signal) => inChunks(ids, async (chunk) => {
    const input = { Owners: ['self'], Filters: [{ Name: 'image-id', Values: chunk }], IncludeDeprecated: true };
    const answer = await ec2.call('DescribeImages', input, signal);
    return (answer.Images ?? []).map(image => [image.ImageId ?? '', image]);
});
const describeSnapshots = (ec2, ids, signal) => inChunks(ids, async (chunk) => {
    const Values = chunk.map(id => `*${id}*`);
    const answer = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters: [{ Name: 'description', Values }] }, signal);
    const of = (id) => (answer.Snapshots ?? []).filter(snapshot => snapshot.Description?.includes(id));
    return chunk.map(id => [id, of(id)]);
});


/***/ }),

/***/ 21023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mo: () => (/* binding */ paceFrom),
/* harmony export */   qR: () => (/* binding */ growing),
/* harmony export */   rQ: () => (/* binding */ gap),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
const usual = { delay: 3250, jitter: 0.075 };
const nearby = { delay: 250, jitter: 0.25 };
const packersDelay = 15;
function paceFrom(loopback, polling = {}, env = process.env) {
    const seconds = polling.delay_seconds ?? whole(env.AWS_POLL_DELAY_SECONDS);
    const attempts = polling.max_attempts ?? whole(env.AWS_MAX_ATTEMPTS);
    const timeout = whole(env.AWS_TIMEOUT_SECONDS);
    const pace = seconds ? { delay: seconds * 1000, jitter: 0 } : loopback ? nearby : usual;
    if (attempts)
        return { ...pace, limit: attempts * (seconds || packersDelay) * 1000 };
    return timeout ? { ...pace, limit: timeout * 1000 } : pace;
}
const whole = (text) => text && /^\d+$/.test(text) ? Number(text) || undefined : undefined;
const share = 0.1;
const longest = 15_000;
const growing = (pace) => (waited) => pace.jitter === 0 ? 0 : Math.min(Math.max(waited * share, pause(pace)), longest);
const gap = (pace) => (pace.jitter === 0 ? pace.delay : Math.min(pace.delay, 1000));
const pause = ({ delay, jitter }) => delay * (1 + jitter * (2 * Math.random() - 1));


/***/ }),

/***/ 83125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ demandRegion),
/* harmony export */   IK: () => (/* binding */ misspeltRegion),
/* harmony export */   MF: () => (/* binding */ regionHint)
/* harmony export */ });
/* unused harmony export knownRegions */
/* harmony import */ var _language_did_you_mean__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27455);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);


const knownRegions = [
    'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1',
    'ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1',
    'cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3',
    'eu-isoe-west-1 eusc-de-east-1 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1',
    'us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1 us-iso-east-1 us-iso-west-1 us-isob-east-1',
    'us-isob-west-1 us-isof-east-1 us-isof-south-1',
].flatMap(line => line.split(' '));
const direction = /-(?=[a-z])(north|south)?(east|west|central)?-\d+$/;
const isImpossible = (name) => !direction.test(name);
function regionHint(name) {
    if (knownRegions.includes(name))
        return '';
    const written = name.toLowerCase();
    const alike = (region) => 2 * beginning(written, region) + beginning(reversed(written), reversed(region));
    const nearest = [...knownRegions].sort((a, b) => alike(b) - alike(a));
    return (0,_language_did_you_mean__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(written, nearest);
}
const reversed = (text) => [...text].reverse().join('');
function beginning(one, other) {
    const differing = [...one].findIndex((character, index) => character !== other[index]);
    return differing < 0 ? one.length : differing;
}
function misspeltRegion(name) {
    if (!name || knownRegions.includes(name) || !isImpossible(name))
        return undefined;
    const hint = regionHint(name);
    return hint ? `AWS knows no region "${name}".${hint}` : undefined;
}
function demandRegion(name) {
    const sentence = misspeltRegion(name);
    if (sentence)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', sentence, { advice: 'It comes from `region`, AWS_REGION, AWS_DEFAULT_REGION or the profile.' });
}


/***/ }),

/***/ 32450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fastLaunch)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53347);

const fastLaunch = (ec2) => ({
    name: 'aws.fast-launch',
    place: ec2.place,
    refused: _errors__WEBPACK_IMPORTED_MODULE_0__/* .isRefusal */ .vu,
    record: ({ ImageId }) => ({ imageId: ImageId }),
    async create(request, _token, signal) {
        await ec2.call('EnableFastLaunch', { ...request, ResourceType: 'snapshot' }, signal);
        return idOf(request.ImageId);
    },
    find: async (_token, signal, record) => {
        const imageId = imageOf(record);
        const { FastLaunchImages = [] } = await ec2.call('DescribeFastLaunchImages', { ImageIds: [imageId] }, signal);
        return FastLaunchImages.some(each => each.ImageId === imageId && !each.State?.startsWith('disabling')) ? [idOf(imageId)] : [];
    },
    async release(id, signal) {
        await ec2.call('DisableFastLaunch', { ImageId: id.replace(/^.*\//, ''), Force: true }, signal).catch(error => {
            if (!(0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .isAws */ .aZ)(error, 'InvalidAMIID.*', 'InvalidRequest', 'InvalidParameterValue'))
                throw error;
        });
    },
});
const idOf = (imageId) => `fast-launch/${imageId}`;
function imageOf(record) {
    if (typeof record?.imageId !== 'string')
        throw new Error('the journal does not say of which image');
    return record.imageId;
}


/***/ }),

/***/ 31141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ findSurely),
/* harmony export */   Wi: () => (/* binding */ unlessGone),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   lu: () => (/* binding */ orMineAlready)
/* harmony export */ });
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72857);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53347);


const looks = 5;
const pauseBetween = (cloud, signal) => (0,_lib_abort__WEBPACK_IMPORTED_MODULE_1__/* .delay */ .cb)(cloud.loopback ? 50 : 3000, signal);
async function findSurely(cloud, signal, look) {
    for (let left = looks - 1;; left--) {
        const found = await look();
        if (found.length > 0 || left === 0)
            return found;
        await pauseBetween(cloud, signal);
    }
}
async function unlessGone(cloud, codes, signal, work) {
    for (let left = looks - 1;; left--) {
        try {
            return await work();
        }
        catch (error) {
            if (!(0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .isAws */ .aZ)(error, ...codes))
                throw error;
            if (left === 0)
                return undefined;
            await pauseBetween(cloud, signal);
        }
    }
}
async function orMineAlready(codes, create, find) {
    try {
        return await create();
    }
    catch (error) {
        const [mine] = (0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .isAws */ .aZ)(error, ...codes) && !error.refused ? await find() : [];
        if (mine === undefined)
            throw error;
        return mine;
    }
}
function given(value, what) {
    if (value === undefined)
        throw new Error(`the endpoint's reply has no ${what}`);
    return value;
}


/***/ }),

/***/ 63724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ NoneToBeHad),
/* harmony export */   m: () => (/* binding */ fleetInstance)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81997);
/* harmony import */ var _together__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3722);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83146);
/* harmony import */ var _find__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31141);
/* harmony import */ var _instance__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86294);






class NoneToBeHad extends _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H {
    constructor(attempts) {
        super('failed', `AWS has no spot machine of this kind now: ${attempts.join('; ')}`, {
            advice: 'Name more types in spot_instance_types, or more subnets with subnet_filter { random = true }.',
        });
        this.attempts = attempts;
    }
}
function fleetInstance(ec2) {
    const machine = (0,_instance__WEBPACK_IMPORTED_MODULE_4__/* .instance */ .KJ)(ec2);
    return {
        name: 'aws.fleet-instance',
        place: ec2.place,
        refused: error => error instanceof NoneToBeHad,
        create: (request, token, signal) => throughTemplate(ec2, request, token, signal),
        find: (token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .findSurely */ .K_)(ec2, signal, async () => [
            ...(await templatesWith(ec2, token, signal)),
            ...(await (0,_instance__WEBPACK_IMPORTED_MODULE_4__/* .instancesWith */ .lP)(ec2, token, signal)),
            ...(await (0,_together__WEBPACK_IMPORTED_MODULE_1__/* .volumesWith */ .WM)(ec2, token, signal)),
        ]),
        hasten: async (id, signal) => (id.startsWith('lt-') ? undefined : machine.hasten?.(id, signal)),
        release: (id, signal) => (id.startsWith('lt-') ? deleteTemplate(ec2, id, signal) : machine.release(id, signal)),
    };
}
async function throughTemplate(ec2, request, token, signal) {
    const { launch, tags, volumeTags, requestTags } = request;
    const onTop = (0,_tags__WEBPACK_IMPORTED_MODULE_5__/* .specification */ .yT)('spot-instances-request', requestTags, token);
    const data = {
        ...launch,
        TagSpecifications: [...(0,_instance__WEBPACK_IMPORTED_MODULE_4__/* .tagsAtLaunch */ .mH)({ tags, volumeTags }, token), onTop],
    };
    const template = await (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .orMineAlready */ .lu)(['InvalidLaunchTemplateName.AlreadyExistsException'], async () => {
        const input = {
            LaunchTemplateName: `ingot-${token}`,
            LaunchTemplateData: data,
            ClientToken: token,
            TagSpecifications: [(0,_tags__WEBPACK_IMPORTED_MODULE_5__/* .specification */ .yT)('launch-template', tags, token)],
        };
        return (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .given */ .gI)((await ec2.call('CreateLaunchTemplate', input, signal)).LaunchTemplate?.LaunchTemplateId, 'LaunchTemplateId');
    }, () => templatesWith(ec2, token, signal));
    try {
        return await (0,_wait__WEBPACK_IMPORTED_MODULE_2__/* .whileRefused */ .OV)(ec2, (0,_instance__WEBPACK_IMPORTED_MODULE_4__/* .isNotYetKnown */ .lx)(request), _instance__WEBPACK_IMPORTED_MODULE_4__/* .known */ .eO, signal, () => launchOne(ec2, template, request, token, signal));
    }
    finally {
        await deleteTemplate(ec2, template, AbortSignal.timeout(10_000));
    }
}
async function launchOne(ec2, template, request, token, signal) {
    const answer = await ec2.call('CreateFleet', {
        Type: 'instant',
        ClientToken: token,
        LaunchTemplateConfigs: [
            { LaunchTemplateSpecification: { LaunchTemplateId: template, Version: '1' }, Overrides: request.overrides },
        ],
        TargetCapacitySpecification: { TotalTargetCapacity: 1, DefaultTargetCapacityType: 'spot' },
        SpotOptions: request.strategy ? { AllocationStrategy: request.strategy } : undefined,
        TagSpecifications: [(0,_tags__WEBPACK_IMPORTED_MODULE_5__/* .specification */ .yT)('fleet', { ...request.tags, ...request.fleetTags }, token)],
    }, signal);
    const id = answer.Instances?.[0]?.InstanceIds?.[0];
    if (id)
        return id;
    throw new NoneToBeHad((answer.Errors ?? []).map(sentence));
}
function sentence({ LaunchTemplateAndOverrides: tried, ErrorCode, ErrorMessage }) {
    const { InstanceType, SubnetId, AvailabilityZone } = tried?.Overrides ?? {};
    const where = SubnetId ?? AvailabilityZone;
    return `${InstanceType ?? 'machine'}${where ? ` in ${where}` : ''}: ${ErrorCode}: ${ErrorMessage}`;
}
async function templatesWith(ec2, token, signal) {
    const answer = await ec2.call('DescribeLaunchTemplates', { Filters: (0,_tags__WEBPACK_IMPORTED_MODULE_5__/* .withToken */ .ub)(token) }, signal);
    return (answer.LaunchTemplates ?? []).flatMap(template => template.LaunchTemplateId ?? []);
}
async function deleteTemplate(ec2, id, signal) {
    await (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .unlessGone */ .Wi)(ec2, ['InvalidLaunchTemplateId.NotFound'], signal, () => ec2.call('DeleteLaunchTemplate', { LaunchTemplateId: id }, signal));
}


/***/ }),

/***/ 70669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ deleteSnapshot),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   XO: () => (/* binding */ snapshotsOf),
/* harmony export */   e9: () => (/* binding */ restoreImage)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53347);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81997);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83146);
/* harmony import */ var _find__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31141);




const minute = 60_000;
function image(ec2) {
    const find = (token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .findSurely */ .K_)(ec2, signal, () => imagesWith(ec2, token, signal));
    return {
        name: 'aws.image',
        place: ec2.place,
        find,
        refused: _errors__WEBPACK_IMPORTED_MODULE_0__/* .isRefusal */ .vu,
        create: (request, token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .orMineAlready */ .lu)(['InvalidAMIName.Duplicate'], () => createImage(ec2, request, token, signal), () => find(token, signal)),
        async release(id, signal) {
            if (id.startsWith('snap-'))
                return deleteSnapshot(ec2, id, signal);
            const snapshots = new Set([...(await snapshotsIn(ec2, id, signal)), ...(await snapshotsMadeFor(ec2, id, signal))]);
            const shared = await usedByOthers(ec2, id, [...snapshots], signal);
            await (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .unlessGone */ .Wi)(ec2, gone, signal, () => ec2.call('DeregisterImage', { ImageId: id }, signal));
            for (const snapshot of snapshots)
                if (!shared.has(snapshot))
                    await deleteSnapshot(ec2, snapshot, signal);
        },
    };
}
const gone = ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'];
async function createImage(ec2, request, token, signal) {
    const forImage = (0,_tags__WEBPACK_IMPORTED_MODULE_3__/* .specification */ .yT)('image', request.tags, token);
    const TagSpecifications = [forImage, (0,_tags__WEBPACK_IMPORTED_MODULE_3__/* .specification */ .yT)('snapshot', request.tags, token)];
    if ('register' in request) {
        const registered = await ec2.call('RegisterImage', { ...request.register, TagSpecifications: [forImage] }, signal);
        return (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .given */ .gI)(registered.ImageId, 'ImageId');
    }
    if ('copy' in request) {
        const copied = await ec2.call('CopyImage', { ...request.copy, ClientToken: token, TagSpecifications }, signal);
        return (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .given */ .gI)(copied.ImageId, 'ImageId');
    }
    const create = (tags) => (0,_wait__WEBPACK_IMPORTED_MODULE_1__/* .whileRefused */ .OV)(ec2, ['IncorrectInstanceState'], 15 * minute, signal, () => ec2.call('CreateImage', { ...request.capture, TagSpecifications: tags }, signal));
    const made = await create(TagSpecifications).catch(error => {
        if (ec2.place.endpoint && error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy && (error.status ?? 0) >= 500)
            return create([forImage]);
        throw error;
    });
    return (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .given */ .gI)(made.ImageId, 'ImageId');
}
async function imagesWith(ec2, token, signal) {
    const images = await ec2.call('DescribeImages', { Owners: ['self'], Filters: (0,_tags__WEBPACK_IMPORTED_MODULE_3__/* .withToken */ .ub)(token) }, signal);
    const ids = (images.Images ?? []).flatMap(each => each.ImageId ?? []);
    const snapshots = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters: (0,_tags__WEBPACK_IMPORTED_MODULE_3__/* .withToken */ .ub)(token) }, signal);
    return [...ids, ...(snapshots.Snapshots ?? []).flatMap(each => each.SnapshotId ?? [])];
}
async function snapshotsIn(ec2, id, signal) {
    const Filters = [{ Name: 'image-id', Values: [id] }];
    const answer = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal);
    return (answer.Images ?? []).flatMap(snapshotsOf);
}
async function usedByOthers(ec2, id, snapshots, signal) {
    if (snapshots.length === 0)
        return new Set();
    const Filters = ec2.place.endpoint ? undefined : [{ Name: 'block-device-mapping.snapshot-id', Values: [...snapshots] }];
    const answer = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal);
    return new Set((answer.Images ?? []).filter(each => each.ImageId !== id).flatMap(snapshotsOf));
}
async function snapshotsMadeFor(ec2, id, signal) {
    const Filters = [
        { Name: 'tag-key', Values: [_tags__WEBPACK_IMPORTED_MODULE_3__/* .tokenTag */ .E4] },
        { Name: 'description', Values: [`*${id}*`] },
    ];
    const answer = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters }, signal);
    return (answer.Snapshots ?? []).filter(each => made(each.Description, id)).flatMap(each => each.SnapshotId ?? []);
}
const made = (description, id) => new RegExp(`(?:\\bfor|DestinationAmi) ${id}\\b`).test(description ?? '');
const snapshotsOf = (each) => (each.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []);
async function deleteSnapshot(ec2, id, signal, patience = minute) {
    await (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .unlessGone */ .Wi)(ec2, ['InvalidSnapshot.NotFound'], signal, () => (0,_wait__WEBPACK_IMPORTED_MODULE_1__/* .whileRefused */ .OV)(ec2, ['InvalidSnapshot.InUse'], patience, signal, () => ec2.call('DeleteSnapshot', { SnapshotId: id }, signal)));
}
async function restoreImage(ec2, former, signal) {
    const { registration, permissions, tags, deprecatedAt } = former;
    const TagSpecifications = [{ ResourceType: 'image', Tags: (0,_tags__WEBPACK_IMPORTED_MODULE_3__/* .tagList */ .Tw)(tags) }];
    const ImageId = (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .given */ .gI)((await ec2.call('RegisterImage', { ...registration, TagSpecifications }, signal)).ImageId, 'ImageId');
    if (permissions.length > 0)
        await ec2.call('ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [...permissions] } }, signal);
    const DeprecateAt = deprecatedAt ? new Date(deprecatedAt) : undefined;
    if (DeprecateAt && DeprecateAt.getTime() > Date.now())
        await ec2.call('EnableImageDeprecation', { ImageId, DeprecateAt }, signal);
    return ImageId;
}


/***/ }),

/***/ 99689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JC: () => (/* binding */ role),
/* harmony export */   kD: () => (/* binding */ empower),
/* harmony export */   zo: () => (/* binding */ instanceProfile)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53347);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81997);
/* harmony import */ var _find__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31141);



const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const policyName = 'ingot';
const gone = ['NoSuchEntity*'];
const taken = ['EntityAlreadyExists*'];
function role(iam) {
    const find = (token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .findSurely */ .K_)(iam, signal, () => existing(iam.call('GetRole', { RoleName: token }, signal), token));
    return {
        name: 'aws.iam-role',
        place: iam.place,
        find,
        refused: _errors__WEBPACK_IMPORTED_MODULE_0__/* .isRefusal */ .vu,
        create: ({ tags }, token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .orMineAlready */ .lu)(taken, async () => {
            const Tags = (0,_tags__WEBPACK_IMPORTED_MODULE_2__/* .tagList */ .Tw)({ ...tags, [_tags__WEBPACK_IMPORTED_MODULE_2__/* .tokenTag */ .E4]: token });
            await iam.call('CreateRole', { RoleName: token, AssumeRolePolicyDocument: JSON.stringify(trust), Tags }, signal);
            return token;
        }, () => find(token, signal)),
        async release(name, signal) {
            const policy = { RoleName: name, PolicyName: policyName };
            await (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .unlessGone */ .Wi)(iam, gone, signal, () => iam.call('DeleteRolePolicy', policy, signal));
            await (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .unlessGone */ .Wi)(iam, gone, signal, () => iam.call('DeleteRole', { RoleName: name }, signal));
        },
    };
}
function instanceProfile(iam) {
    const look = (name, signal) => iam.call('GetInstanceProfile', { InstanceProfileName: name }, signal);
    const find = (token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .findSurely */ .K_)(iam, signal, () => existing(look(token, signal), token));
    return {
        name: 'aws.iam-instance-profile',
        place: iam.place,
        find,
        refused: _errors__WEBPACK_IMPORTED_MODULE_0__/* .isRefusal */ .vu,
        create: ({ tags }, token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .orMineAlready */ .lu)(taken, async () => {
            const Tags = (0,_tags__WEBPACK_IMPORTED_MODULE_2__/* .tagList */ .Tw)({ ...tags, [_tags__WEBPACK_IMPORTED_MODULE_2__/* .tokenTag */ .E4]: token });
            await iam.call('CreateInstanceProfile', { InstanceProfileName: token, Tags }, signal);
            return token;
        }, () => find(token, signal)),
        async release(name, signal) {
            const profile = await (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .unlessGone */ .Wi)(iam, gone, signal, () => look(name, signal));
            for (const { RoleName } of profile?.InstanceProfile?.Roles ?? [])
                await (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .unlessGone */ .Wi)(iam, gone, signal, () => iam.call('RemoveRoleFromInstanceProfile', { InstanceProfileName: name, RoleName }, signal));
            await (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .unlessGone */ .Wi)(iam, gone, signal, () => iam.call('DeleteInstanceProfile', { InstanceProfileName: name }, signal));
        },
    };
}
async function empower(iam, profile, roleName, policy, signal) {
    const RoleName = roleName;
    await iam.call('PutRolePolicy', { RoleName, PolicyName: policyName, PolicyDocument: policy }, signal);
    await iam.call('AddRoleToInstanceProfile', { InstanceProfileName: profile, RoleName }, signal).catch(error => {
        if (!(0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .isAws */ .aZ)(error, 'LimitExceeded*') || error.refused)
            throw error;
    });
}
async function existing(answer, name) {
    try {
        await answer;
        return [name];
    }
    catch (error) {
        if ((0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .isAws */ .aZ)(error, ...gone))
            return [];
        throw error;
    }
}


/***/ }),

/***/ 86294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fl: () => (/* binding */ consoleOf),
  KJ: () => (/* binding */ instance),
  lP: () => (/* binding */ instancesWith),
  lx: () => (/* binding */ isNotYetKnown),
  eO: () => (/* binding */ known),
  mH: () => (/* binding */ tagsAtLaunch)
});

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/platforms/aws/errors.js
var errors = __webpack_require__(53347);
// EXTERNAL MODULE: ./build/platforms/aws/looks.js
var looks = __webpack_require__(54417);
// EXTERNAL MODULE: ./build/platforms/aws/tags.js
var aws_tags = __webpack_require__(81997);
// EXTERNAL MODULE: ./build/platforms/aws/together.js + 1 modules
var together = __webpack_require__(3722);
// EXTERNAL MODULE: ./build/platforms/aws/wait.js + 2 modules
var wait = __webpack_require__(83146);
// EXTERNAL MODULE: ./build/platforms/aws/resources/find.js
var find = __webpack_require__(31141);
;// CONCATENATED MODULE: ./build/platforms/aws/resources/volume.js


const detaching = 5 * 60_000;
async function deleteVolume(ec2, id, signal) {
    await (0,find/* unlessGone */.Wi)(ec2, ['InvalidVolume.NotFound'], signal, () => (0,wait/* whileRefused */.OV)(ec2, ['VolumeInUse', 'IncorrectState'], detaching, signal, () => ec2.call('DeleteVolume', { VolumeId: id }, signal)));
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/instance.js








const known = 2 * 60_000;
const notYetKnown = ['InvalidKeyPair.NotFound', 'InvalidGroup.NotFound', 'InvalidSecurityGroupID.NotFound'];
const isNotYetKnown = ({ isProfileNew }) => (error) => (0,errors/* isAws */.aZ)(error, ...notYetKnown) ||
    (isProfileNew === true && (0,errors/* isAws */.aZ)(error, 'InvalidParameterValue') && /instance ?profile/i.test(error.message));
const onTheirWay = new Map();
function instance(ec2) {
    return {
        name: 'aws.instance',
        place: ec2.place,
        refused: errors/* isRefusal */.vu,
        create: (request, token, signal) => (0,wait/* whileRefused */.OV)(ec2, isNotYetKnown(request), known, signal, async () => {
            const answer = await ec2.call('RunInstances', launchInput(request, token), signal);
            return (0,find/* given */.gI)(answer.Instances?.[0]?.InstanceId, 'InstanceId');
        }),
        find: (token, signal) => (0,find/* findSurely */.K_)(ec2, signal, async () => [
            ...(await instancesWith(ec2, token, signal)),
            ...(await (0,together/* volumesWith */.WM)(ec2, token, signal)),
        ]),
        async hasten(id, signal) {
            if (!id.startsWith('vol-') && (await terminateSoon(ec2, id, signal)))
                onTheirWay.set(id, Date.now());
        },
        async release(id, signal) {
            if (id.startsWith('vol-'))
                return deleteVolume(ec2, id, signal);
            if (!onTheirWay.has(id) && !(await terminate(ec2, id, signal)))
                return;
            if ((0,looks/* takesItsVolumesAlong */.xP)(ec2, id))
                return;
            const token = (0,aws_tags/* tagOf */.cO)((await (0,wait/* untilInstance */.IB)(ec2, id, 'terminated', { signal, since: onTheirWay.get(id) })).Tags, aws_tags/* tokenTag */.E4);
            if (!token)
                return;
            for (const volume of await (0,together/* volumesWith */.WM)(ec2, token, signal))
                await deleteVolume(ec2, volume, signal);
        },
    };
}
async function terminate(ec2, id, signal) {
    try {
        const gone = ['InvalidInstanceID.NotFound'];
        return (await (0,find/* unlessGone */.Wi)(ec2, gone, signal, () => (0,together/* terminateInstance */.Jh)(ec2, id, signal).then(() => true))) ?? false;
    }
    catch (error) {
        const Filters = [{ Name: 'instance-id', Values: [id] }];
        const answer = await ec2.call('DescribeInstances', { Filters }, signal);
        const state = answer.Reservations?.[0]?.Instances?.[0]?.State?.Name;
        if (state === 'shutting-down' || state === 'terminated')
            return true;
        throw error;
    }
}
const USUAL_MILLISECONDS = 1500;
async function terminateSoon(ec2, id, signal) {
    const over = new AbortController();
    const usual = terminate(ec2, id, signal);
    const besides = (0,abort/* delay */.cb)(USUAL_MILLISECONDS, AbortSignal.any([signal, over.signal])).then(() => terminate(ec2.urgent(), id, signal));
    try {
        return await Promise.any([usual, besides]);
    }
    catch (error) {
        throw error.errors[0];
    }
    finally {
        over.abort();
    }
}
const launchInput = (request, token) => ({
    ...request.launch,
    MinCount: 1,
    MaxCount: 1,
    ClientToken: token,
    TagSpecifications: tagsAtLaunch(request, token),
});
const tagsAtLaunch = ({ tags, volumeTags }, token) => [
    (0,aws_tags/* specification */.yT)('instance', tags, token),
    (0,aws_tags/* specification */.yT)('volume', { ...tags, ...volumeTags }, token),
    (0,aws_tags/* specification */.yT)('network-interface', tags, token),
];
async function instancesWith(ec2, token, signal) {
    const answer = await ec2.call('DescribeInstances', { Filters: (0,aws_tags/* withToken */.ub)(token) }, signal);
    const all = (answer.Reservations ?? []).flatMap(reservation => reservation.Instances ?? []);
    return all.filter(each => each.State?.Name !== 'terminated').flatMap(each => each.InstanceId ?? []);
}
async function consoleOf(ec2, id, signal) {
    const ask = (latest) => ec2.call('GetConsoleOutput', { InstanceId: id, Latest: latest || undefined }, signal);
    const answer = await ask(true).catch(() => ask(false).catch(() => undefined));
    return answer?.Output ? Buffer.from(answer.Output, 'base64').toString('utf8') : undefined;
}


/***/ }),

/***/ 56184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ keyPair)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53347);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81997);
/* harmony import */ var _find__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31141);



function keyPair(ec2) {
    const find = (token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .findSurely */ .K_)(ec2, signal, () => keyPairsWith(ec2, token, signal));
    return {
        name: 'aws.key-pair',
        place: ec2.place,
        find,
        refused: _errors__WEBPACK_IMPORTED_MODULE_0__/* .isRefusal */ .vu,
        create: (request, token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .orMineAlready */ .lu)(['InvalidKeyPair.Duplicate'], async () => {
            const answer = await ec2.call('ImportKeyPair', {
                KeyName: request.name,
                PublicKeyMaterial: Buffer.from(request.publicKey),
                TagSpecifications: [(0,_tags__WEBPACK_IMPORTED_MODULE_2__/* .specification */ .yT)('key-pair', request.tags, token)],
            }, signal);
            return (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(answer.KeyPairId, 'KeyPairId');
        }, () => find(token, signal)),
        async release(id, signal) {
            await (0,_find__WEBPACK_IMPORTED_MODULE_1__/* .unlessGone */ .Wi)(ec2, ['InvalidKeyPair.NotFound'], signal, () => ec2.call('DeleteKeyPair', { KeyPairId: id }, signal));
        },
    };
}
async function keyPairsWith(ec2, token, signal) {
    const answer = await ec2.call('DescribeKeyPairs', { Filters: (0,_tags__WEBPACK_IMPORTED_MODULE_2__/* .withToken */ .ub)(token) }, signal);
    return (answer.KeyPairs ?? []).flatMap(pair => pair.KeyPairId ?? []);
}


/***/ }),

/***/ 23798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ replacedImage),
/* harmony export */   r: () => (/* binding */ formerSnapshots)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53347);
/* harmony import */ var _together__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3722);
/* harmony import */ var _find__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31141);
/* harmony import */ var _image__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70669);




const gone = ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'];
const replacedImage = (ec2, onReturn = () => undefined) => ({
    name: 'aws.replaced-image',
    place: ec2.place,
    refused: _errors__WEBPACK_IMPORTED_MODULE_0__/* .isRefusal */ .vu,
    record: former => ({ former }),
    async create({ imageId }, _token, signal) {
        await (0,_find__WEBPACK_IMPORTED_MODULE_2__/* .unlessGone */ .Wi)(ec2, gone, signal, () => ec2.call('DeregisterImage', { ImageId: imageId }, signal));
        return imageId;
    },
    find: async (_token, _signal, record) => [formerOf(record).imageId],
    async release(_id, signal, record) {
        const former = formerOf(record);
        const present = await (0,_together__WEBPACK_IMPORTED_MODULE_1__/* .imagesNamed */ .Su)(ec2, former.name, signal);
        if (present.length === 0)
            return onReturn(former, await returned(ec2, former, signal));
        if (present.some(image => image.ImageId === former.imageId || isReturned(image.Tags, former)))
            return;
        throw new Error(`image ${present[0]?.ImageId} has the name "${former.name}", so ${former.imageId} cannot come back`);
    },
});
const returnedTag = 'ingot:replaces';
const isReturned = (tags, { imageId }) => tags?.some(({ Key, Value }) => Key === returnedTag && Value === imageId) ?? false;
async function returned(ec2, former, signal) {
    const marked = { ...former, tags: { ...former.tags, [returnedTag]: former.imageId } };
    return (0,_image__WEBPACK_IMPORTED_MODULE_3__/* .restoreImage */ .e9)(ec2, marked, signal).catch(async (error) => {
        const found = (0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .isAws */ .aZ)(error, 'InvalidAMIName.Duplicate') ? await (0,_together__WEBPACK_IMPORTED_MODULE_1__/* .imagesNamed */ .Su)(ec2, former.name, signal) : [];
        const back = found.find(image => isReturned(image.Tags, former));
        if (!back?.ImageId)
            throw error;
        return back.ImageId;
    });
}
const formerSnapshots = (ec2) => ({
    name: 'aws.former-snapshots',
    place: ec2.place,
    record: former => ({ former }),
    create: async ({ imageId }) => imageId,
    find: async (_token, _signal, record) => [formerOf(record).imageId],
    async release(_id, signal, record) {
        const former = formerOf(record);
        if ((await (0,_together__WEBPACK_IMPORTED_MODULE_1__/* .imagesNamed */ .Su)(ec2, former.name, signal)).length === 0)
            throw new Error(`no image has the name "${former.name}", so the snapshots of ${former.imageId} are kept`);
        for (const snapshot of former.snapshots)
            await (0,_image__WEBPACK_IMPORTED_MODULE_3__/* .deleteSnapshot */ .Cj)(ec2, snapshot, signal, 0).catch(error => {
                if (!(0,_errors__WEBPACK_IMPORTED_MODULE_0__/* .isAws */ .aZ)(error, 'InvalidSnapshot.InUse'))
                    throw error;
            });
    },
});
function formerOf(record) {
    const former = record?.former;
    if (!former)
        throw new Error('the journal does not say which image was replaced');
    return former;
}


/***/ }),

/***/ 63998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ openPort),
/* harmony export */   k: () => (/* binding */ securityGroup)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53347);
/* harmony import */ var _tags__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81997);
/* harmony import */ var _wait__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83146);
/* harmony import */ var _find__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31141);





const detaching = 5 * 60_000;
function securityGroup(ec2) {
    const find = (token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .findSurely */ .K_)(ec2, signal, () => groupsWith(ec2, token, signal));
    return {
        name: 'aws.security-group',
        place: ec2.place,
        find,
        refused: _errors__WEBPACK_IMPORTED_MODULE_1__/* .isRefusal */ .vu,
        create: (request, token, signal) => (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .orMineAlready */ .lu)(['InvalidGroup.Duplicate'], async () => {
            const answer = await ec2.call('CreateSecurityGroup', {
                GroupName: request.name,
                Description: request.description,
                VpcId: request.vpcId,
                TagSpecifications: [(0,_tags__WEBPACK_IMPORTED_MODULE_4__/* .specification */ .yT)('security-group', request.tags, token)],
            }, signal);
            return (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .given */ .gI)(answer.GroupId, 'GroupId');
        }, () => find(token, signal)),
        async release(id, signal) {
            await (0,_find__WEBPACK_IMPORTED_MODULE_3__/* .unlessGone */ .Wi)(ec2, ['InvalidGroup.NotFound'], signal, () => (0,_wait__WEBPACK_IMPORTED_MODULE_2__/* .whileRefused */ .OV)(ec2, ['DependencyViolation', 'InvalidGroup.InUse'], detaching, signal, () => deleteUnused(ec2, id, signal)));
        },
    };
}
async function deleteUnused(ec2, id, signal) {
    try {
        await ec2.call('DeleteSecurityGroup', { GroupId: id }, signal);
    }
    catch (error) {
        const members = (0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, 'DependencyViolation') ? await membersOf(ec2, id, signal) : [];
        const user = members.find(({ State }) => State?.Name !== 'shutting-down');
        if (user)
            throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `Security group ${id} is still used by instance ${user.InstanceId}`, { cause: error });
        await Promise.all(members.map(({ InstanceId = '' }) => (0,_wait__WEBPACK_IMPORTED_MODULE_2__/* .untilInstance */ .IB)(ec2, InstanceId, 'terminated', { signal })));
        if (members.length === 0)
            throw error;
        await ec2.call('DeleteSecurityGroup', { GroupId: id }, signal);
    }
}
async function membersOf(ec2, id, signal) {
    const Filters = [
        { Name: 'instance.group-id', Values: [id] },
        { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped', 'shutting-down'] },
    ];
    const answer = await ec2.call('DescribeInstances', { Filters }, signal);
    return (answer.Reservations ?? []).flatMap(({ Instances = [] }) => Instances);
}
const known = 60_000;
async function openPort(ec2, groupId, port, cidrs, signal) {
    const v4 = cidrs.filter(cidr => !cidr.includes(':')).map(CidrIp => ({ CidrIp }));
    const v6 = cidrs.filter(cidr => cidr.includes(':')).map(CidrIpv6 => ({ CidrIpv6 }));
    const permission = {
        IpProtocol: 'tcp',
        FromPort: port,
        ToPort: port,
        ...(v4.length > 0 && { IpRanges: v4 }),
        ...(v6.length > 0 && { Ipv6Ranges: v6 }),
    };
    await (0,_wait__WEBPACK_IMPORTED_MODULE_2__/* .whileRefused */ .OV)(ec2, ['InvalidGroup.NotFound'], known, signal, () => ec2.call('AuthorizeSecurityGroupIngress', { GroupId: groupId, IpPermissions: [permission] }, signal)).catch(error => {
        if (!(0,_errors__WEBPACK_IMPORTED_MODULE_1__/* .isAws */ .aZ)(error, 'InvalidPermission.Duplicate'))
            throw error;
    });
}
async function groupsWith(ec2, token, signal) {
    const answer = await ec2.call('DescribeSecurityGroups', { Filters: (0,_tags__WEBPACK_IMPORTED_MODULE_4__/* .withToken */ .ub)(token) }, signal);
    return (answer.SecurityGroups ?? []).flatMap(group => group.GroupId ?? []);
}


/***/ }),

/***/ 49326:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ localPortOf),
  d: () => (/* binding */ session)
});

// EXTERNAL MODULE: ./build/platforms/aws/access.js
var aws_access = __webpack_require__(80414);
// EXTERNAL MODULE: ./build/platforms/aws/errors.js
var errors = __webpack_require__(53347);
// EXTERNAL MODULE: ./build/platforms/aws/agents.js
var agents = __webpack_require__(88670);
// EXTERNAL MODULE: ./build/platforms/aws/secrets.js
var secrets = __webpack_require__(86443);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/cipher.js

const DATA_KEY_BYTES = 64;
const NONCE = 12;
const TAG = 16;
class SessionCipher {
    constructor({ plaintext }) {
        if (plaintext.length !== DATA_KEY_BYTES)
            throw new Error(`KMS made a key of ${plaintext.length} bytes`);
        this.agentKey = plaintext.subarray(0, DATA_KEY_BYTES / 2);
        this.clientKey = plaintext.subarray(DATA_KEY_BYTES / 2);
    }
    seal(message) {
        const nonce = (0,external_node_crypto_.randomBytes)(NONCE);
        const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', this.clientKey, nonce);
        return Buffer.concat([nonce, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
    }
    open(sealed) {
        const tag = sealed.subarray(Math.max(NONCE, sealed.length - TAG));
        if (tag.length !== TAG)
            throw new Error('an encrypted message that is too short');
        const cipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', this.agentKey, sealed.subarray(0, NONCE));
        cipher.setAuthTag(tag);
        return Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()]);
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/service.js



const ask = (access, action, signal, question) => (0,secrets/* answered */.oQ)(access, action, 'ssm', signal, async (config) => {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
    return question(new sdk.SSMClient(config), sdk);
});
async function startSession(access, input, signal) {
    const { SessionId, StreamUrl, TokenValue } = await ask(access, 'StartSession', signal, (client, { StartSessionCommand }) => client.send(new StartSessionCommand(input), { abortSignal: signal }));
    if (!SessionId || !StreamUrl || !TokenValue)
        throw new Error("the endpoint's reply has no SessionId, StreamUrl or TokenValue");
    return { id: SessionId, streamUrl: StreamUrl, token: TokenValue };
}
async function resumeSession(access, id, signal) {
    const { StreamUrl, TokenValue } = await ask(access, 'ResumeSession', signal, (client, { ResumeSessionCommand }) => client.send(new ResumeSessionCommand({ SessionId: id }), { abortSignal: signal }));
    return StreamUrl && TokenValue ? { streamUrl: StreamUrl, token: TokenValue } : undefined;
}
async function terminateSession(access, id, signal) {
    await ask(access, 'TerminateSession', signal, (client, { TerminateSessionCommand }) => client.send(new TerminateSessionCommand({ SessionId: id }), { abortSignal: signal }));
}
async function activeSessions(access, target, reason, signal) {
    const { Sessions = [] } = await ask(access, 'DescribeSessions', signal, (client, { DescribeSessionsCommand }) => client.send(new DescribeSessionsCommand({ State: 'Active', Filters: [{ key: 'Target', value: target }] }), {
        abortSignal: signal,
    }));
    return Sessions.filter(session => session.Reason === reason).flatMap(({ SessionId }) => SessionId ?? []);
}
async function dataKey(access, KeyId, { session, target, challenge }, signal) {
    const context = { 'aws:ssm:SessionId': session, 'aws:ssm:TargetId': target };
    const EncryptionContext = challenge ? { ...context, 'aws:ssm:RandomChallenge': challenge } : context;
    const { Plaintext, CiphertextBlob } = await (0,secrets/* answered */.oQ)(access, 'GenerateDataKey', 'kms', signal, async (config) => {
        const { GenerateDataKeyCommand, KMSClient } = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(2632)]).then(__webpack_require__.t.bind(__webpack_require__, 92632, 19));
        const command = new GenerateDataKeyCommand({ KeyId, NumberOfBytes: DATA_KEY_BYTES, EncryptionContext });
        return new KMSClient(config).send(command, { abortSignal: signal });
    });
    if (!Plaintext || !CiphertextBlob)
        throw new Error("KMS's reply has no Plaintext or CiphertextBlob");
    return { plaintext: Plaintext, ciphertext: CiphertextBlob };
}
async function webSockets(access) {
    const [{ WebSocket }, way] = await Promise.all([__webpack_require__.e(/* import() */ 2977).then(__webpack_require__.bind(__webpack_require__, 52977)), (0,agents/* agents */.X)(access.insecureTls)]);
    const { httpAgent, httpsAgent } = way;
    return (url) => new WebSocket(url, {
        agent: url.startsWith('wss:') ? httpsAgent : httpAgent,
        handshakeTimeout: 10_000,
        perMessageDeflate: false,
    });
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/lib/version-order.js
var version_order = __webpack_require__(66730);
;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/handshake.js


const CLIENT_VERSION = '1.2.463.0';
const MULTIPLEXING_AFTER = '3.0.196.0';
const NO_KEEP_ALIVE_AFTER = '3.1.1511.0';
const speaksSmux = (agent) => (0,version_order/* compareVersions */.Z)(agent, MULTIPLEXING_AFTER) > 0;
const needsKeepAlive = (agent) => (0,version_order/* compareVersions */.Z)(agent, NO_KEEP_ALIVE_AFTER) <= 0;
class NoDataKey extends Error {
}
const SUCCESS = 1;
const FAILED = 2;
const UNSUPPORTED = 3;
async function answerTo(payload, makeDataKey) {
    const request = requestIn(payload);
    if (!request)
        return { agentVersion: '', response: Buffer.alloc(0), obstacle: new Error('a request that is not JSON') };
    const { AgentVersion = '', RequestedClientActions } = request;
    const verdicts = await Promise.all((RequestedClientActions ?? []).map(action => verdictOn(action, makeDataKey)));
    const response = {
        ClientVersion: CLIENT_VERSION,
        ProcessedClientActions: verdicts.map(({ type, status, result = null, error }) => ({
            ActionType: type,
            ActionResult: result,
            ActionStatus: status,
            Error: error?.message ?? '',
        })),
        Errors: verdicts.flatMap(({ error }) => error?.message ?? []),
    };
    return {
        agentVersion: AgentVersion,
        response: Buffer.from(JSON.stringify(response)),
        cipher: verdicts.find(({ cipher }) => cipher)?.cipher,
        obstacle: verdicts.find(({ error }) => error)?.error,
    };
}
function requestIn(payload) {
    try {
        return JSON.parse(payload.toString());
    }
    catch {
        return undefined;
    }
}
async function verdictOn({ ActionType: type, ActionParameters }, makeDataKey) {
    const { SessionType, KMSKeyId = '', Challenge } = ActionParameters ?? {};
    if (type === 'KMSEncryption')
        return encryption(KMSKeyId, Challenge || undefined, makeDataKey);
    if (type !== 'SessionType')
        return { type, status: UNSUPPORTED, error: new Error(`Action ${type} is not supported`) };
    if (SessionType === 'Port')
        return { type, status: SUCCESS };
    return { type, status: FAILED, error: new Error(`Session type ${SessionType} was not asked for`) };
}
async function encryption(keyId, challenge, makeDataKey) {
    const type = 'KMSEncryption';
    try {
        const key = await makeDataKey(keyId, challenge);
        const result = {
            KMSCipherTextKey: Buffer.from(key.ciphertext).toString('base64'),
            ...(challenge && { ChallengeAcknowledgement: true }),
        };
        return { type, status: SUCCESS, result, cipher: new SessionCipher(key) };
    }
    catch (cause) {
        return { type, status: FAILED, error: new NoDataKey(cause.message, { cause }) };
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/inbox.js
const CAPACITY = 10_000;
class Inbox {
    constructor(deliver) {
        this.deliver = deliver;
        this.expected = 0;
        this.early = new Map();
    }
    take(message) {
        if (message.sequence < this.expected)
            return true;
        if (message.sequence > this.expected && this.early.size >= CAPACITY)
            return false;
        this.early.set(message.sequence, message);
        for (let next = this.early.get(this.expected); next; next = this.early.get(this.expected)) {
            this.early.delete(this.expected++);
            this.deliver(next);
        }
        return true;
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/json-payload.js
function sequenceIn(payload) {
    const { AcknowledgedMessageSequenceNumber: sequence } = parsed(payload);
    return typeof sequence === 'number' ? sequence : -1;
}
function closingWords(payload) {
    const { Output: said } = parsed(payload);
    return typeof said === 'string' && said !== '' ? `: ${said}` : '';
}
const challengeIn = (payload) => Buffer.from(String(parsed(payload).Challenge ?? ''), 'base64');
function parsed(payload) {
    try {
        const value = JSON.parse(payload.toString());
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/message.js

const PayloadType = {
    output: 1,
    handshakeRequest: 5,
    handshakeResponse: 6,
    handshakeComplete: 7,
    encryptionChallenge: 8,
    encryptionAnswer: 9,
    flag: 10,
};
const Flag = { disconnectToPort: 1, terminateSession: 2, connectToPortError: 3 };
const HEADER = 116;
const at = { type: 4, version: 36, created: 40, sequence: 48, flags: 56, id: 64, digest: 80, payloadType: 112 };
const TYPE_LENGTH = 32;
const DIGEST_LENGTH = 32;
function encode({ type, sequence, flags, id, payloadType, payload }, created = Date.now()) {
    const frame = Buffer.alloc(HEADER + 4 + payload.length);
    frame.writeUInt32BE(HEADER, 0);
    frame.fill(' ', at.type, at.type + TYPE_LENGTH).write(type, at.type);
    frame.writeUInt32BE(1, at.version);
    frame.writeBigUInt64BE(BigInt(created), at.created);
    frame.writeBigInt64BE(BigInt(sequence), at.sequence);
    frame.writeBigUInt64BE(BigInt(flags), at.flags);
    swapped(Buffer.from(id.replaceAll('-', ''), 'hex')).copy(frame, at.id);
    digest(payload).copy(frame, at.digest);
    frame.writeUInt32BE(payloadType, at.payloadType);
    frame.writeUInt32BE(payload.length, HEADER);
    payload.copy(frame, HEADER + 4);
    return frame;
}
function decode(frame) {
    if (frame.length < at.payloadType + 4)
        return undefined;
    const header = frame.readUInt32BE(0);
    if (header < at.payloadType || frame.length < header + 4)
        return undefined;
    const length = frame.readUInt32BE(header);
    const payload = frame.subarray(header + 4, header + 4 + length);
    if (payload.length !== length || (length > 0 && !digest(payload).equals(frame.subarray(at.digest, at.digest + DIGEST_LENGTH))))
        return undefined;
    const hex = swapped(frame.subarray(at.id, at.id + 16)).toString('hex');
    return {
        type: frame.toString('latin1', at.type, at.type + TYPE_LENGTH).replace(/[\0 ]+$/, ''),
        sequence: Number(frame.readBigInt64BE(at.sequence)),
        flags: Number(frame.readBigUInt64BE(at.flags)),
        id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
        payloadType: header >= HEADER ? frame.readUInt32BE(at.payloadType) : 0,
        payload,
    };
}
const digest = (payload) => (0,external_node_crypto_.createHash)('sha256').update(payload).digest();
const swapped = (id) => Buffer.concat([id.subarray(8), id.subarray(0, 8)]);

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/line.js




const REOPENINGS = [100, 500, 1000, 2000, 5000];
class Line {
    constructor(opening, service, events) {
        this.service = service;
        this.events = events;
        this.isClosed = false;
        this.clientId = (0,external_node_crypto_.randomUUID)();
        this.enter(opening);
    }
    send(frame) {
        if (this.socket?.readyState === 1)
            this.socket.send(frame);
    }
    close() {
        this.isClosed = true;
        this.socket?.close();
    }
    enter({ streamUrl, token }) {
        const socket = this.service.connect(streamUrl);
        this.socket = socket;
        socket.on('open', () => {
            const greeting = { MessageSchemaVersion: '1.0', RequestId: (0,external_node_crypto_.randomUUID)(), TokenValue: token, ClientId: this.clientId };
            socket.send(JSON.stringify({ ...greeting, ClientVersion: CLIENT_VERSION }));
            this.events.opened();
        });
        socket.on('message', (data, isBinary) => {
            const message = isBinary ? decode(data) : undefined;
            if (message && this.socket === socket)
                this.events.heard(message);
        });
        socket.on('error', () => undefined);
        socket.on('close', () => {
            if (this.socket === socket && !this.isClosed)
                void this.reopen();
        });
    }
    async reopen() {
        this.socket = undefined;
        for (const pause of REOPENINGS) {
            await (0,abort/* delay */.cb)(pause);
            if (this.isClosed)
                return;
            try {
                const opening = await this.service.resume();
                if (!opening)
                    return this.events.lost('the session has ended', 'closed');
                if (!this.isClosed)
                    this.enter(opening);
                return;
            }
            catch {
            }
        }
        this.events.lost('Session Manager cannot be reached any more', 'refused');
    }
}

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/outbox.js
const WINDOW = 256;
const SHORTEST_TIMEOUT = 200;
const LONGEST_TIMEOUT = 1000;
const GRANULARITY = 10;
const OVERTAKEN = 5;
class Outbox {
    constructor(transmit, now = Date.now) {
        this.transmit = transmit;
        this.now = now;
        this.waiting = new Map();
        this.writers = [];
        this.order = 0;
        this.roundTrip = 100;
        this.variation = 0;
        this.timeout = SHORTEST_TIMEOUT;
        this.progress = 0;
    }
    async put(sequence, frame, arrived) {
        const now = this.now();
        if (this.waiting.size === 0)
            this.progress = now;
        const sent = {
            frame,
            firstSent: now,
            lastSent: now,
            order: ++this.order,
            resends: 0,
            overtakes: 0,
            overtaken: false,
            arrived,
        };
        this.waiting.set(sequence, sent);
        this.transmit(frame);
        if (this.waiting.size >= WINDOW)
            await new Promise(resume => this.writers.push(resume));
    }
    acknowledged(sequence) {
        const sent = this.waiting.get(sequence);
        if (!sent)
            return;
        this.forget(sequence);
        if (sent.resends === 0)
            this.measure(this.now() - sent.firstSent);
        for (const [earlier, other] of this.waiting) {
            if (earlier > sequence)
                break;
            if (other.resends === 0 || other.overtaken || other.order > sent.order)
                continue;
            other.overtaken = true;
            if (++other.overtakes >= OVERTAKEN)
                this.forget(earlier);
        }
    }
    resend(all = false) {
        const now = this.now();
        for (const sent of this.waiting.values()) {
            if (!all && now - sent.lastSent < this.timeout)
                continue;
            Object.assign(sent, { lastSent: now, order: ++this.order, resends: sent.resends + 1, overtaken: false });
            this.transmit(sent.frame);
        }
    }
    get stalled() {
        return this.waiting.size === 0 ? 0 : this.now() - this.progress;
    }
    close() {
        for (const sequence of [...this.waiting.keys()])
            this.forget(sequence);
        for (const resume of this.writers.splice(0))
            resume();
    }
    forget(sequence) {
        this.waiting.get(sequence)?.arrived?.();
        this.waiting.delete(sequence);
        this.progress = this.now();
        if (this.waiting.size < WINDOW)
            for (const resume of this.writers.splice(0))
                resume();
    }
    measure(roundTrip) {
        this.variation = 0.75 * this.variation + 0.25 * Math.abs(this.roundTrip - roundTrip);
        this.roundTrip = 0.875 * this.roundTrip + 0.125 * roundTrip;
        const timeout = this.roundTrip + Math.max(GRANULARITY, 4 * this.variation);
        this.timeout = Math.min(LONGEST_TIMEOUT, Math.max(SHORTEST_TIMEOUT, timeout));
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/streams.js

const SYN = 0;
const FIN = 1;
const PUSH = 2;
const NOP = 3;
const streams_HEADER = 8;
const LARGEST = 32_768;
const KEEP_ALIVE_MILLISECONDS = 10_000;
function streams_frame(command, stream, data = Buffer.alloc(0)) {
    const header = Buffer.alloc(streams_HEADER);
    header.writeUInt8(1, 0);
    header.writeUInt8(command, 1);
    header.writeUInt16LE(data.length, 2);
    header.writeUInt32LE(stream, 4);
    return Buffer.concat([header, data]);
}
class Mux {
    constructor(send, keepsAlive) {
        this.send = send;
        this.streams = new Map();
        this.rest = Buffer.alloc(0);
        this.last = 1;
        if (keepsAlive)
            this.timer = setInterval(() => void this.send(streams_frame(NOP, 0)), KEEP_ALIVE_MILLISECONDS);
    }
    open() {
        this.last += 2;
        const id = this.last;
        const stream = connection({
            send: bytes => this.send(streams_frame(PUSH, id, bytes)),
            end: () => {
                if (this.streams.delete(id))
                    void this.send(streams_frame(FIN, id));
            },
        });
        this.streams.set(id, stream);
        void this.send(streams_frame(SYN, id));
        return stream;
    }
    receive(bytes) {
        this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, bytes]) : bytes;
        while (this.rest.length >= streams_HEADER) {
            const end = streams_HEADER + this.rest.readUInt16LE(2);
            if (this.rest.length < end)
                return;
            this.handle(this.rest.readUInt8(1), this.rest.readUInt32LE(4), this.rest.subarray(streams_HEADER, end));
            this.rest = this.rest.subarray(end);
        }
    }
    close(reason) {
        clearInterval(this.timer);
        const all = [...this.streams.values()];
        this.streams.clear();
        for (const stream of all)
            stream.destroy(reason);
    }
    handle(command, id, data) {
        const stream = this.streams.get(id);
        if (command === PUSH)
            stream?.push(data);
        if (command !== FIN || !stream)
            return;
        this.streams.delete(id);
        stream.push(null);
    }
}
class Single {
    constructor(send, disconnect) {
        this.send = send;
        this.disconnect = disconnect;
        this.early = [];
    }
    open() {
        this.stream?.destroy(new Error('the agent of the machine is too old for two connections at once'));
        const stream = connection({
            send: async (bytes) => {
                await this.parting;
                return this.send(bytes);
            },
            end: () => {
                if (this.stream === stream)
                    this.leave();
            },
        });
        for (const bytes of this.early ?? [])
            stream.push(bytes);
        this.early = undefined;
        this.stream = stream;
        return stream;
    }
    receive(bytes) {
        if (this.early)
            this.early.push(bytes);
        else if (!this.parting)
            this.stream?.push(bytes);
    }
    close(reason) {
        const { stream } = this;
        this.stream = undefined;
        stream?.destroy(reason);
    }
    leave() {
        this.stream = undefined;
        const parting = this.disconnect().finally(() => {
            if (this.parting === parting)
                this.parting = undefined;
        });
        this.parting = parting;
    }
}
function connection({ send, end }) {
    return new external_node_stream_.Duplex({
        allowHalfOpen: false,
        read() { },
        write(chunk, _encoding, done) {
            const parts = Array.from({ length: Math.ceil(chunk.length / LARGEST) }, (_, i) => chunk.subarray(i * LARGEST, (i + 1) * LARGEST));
            Promise.all(parts.map(send)).then(() => done(), error => done(error));
        },
        final(done) {
            end();
            done();
        },
        destroy(error, done) {
            end();
            done(error);
        },
    });
}

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/data-channel.js








const PAYLOAD = 1024;
const TICK_MILLISECONDS = 50;
const HANDSHAKE_MILLISECONDS = 30_000;
const STALL_MILLISECONDS = 30_000;
class HandshakeFailed extends Error {
    constructor(message, reason, cause) {
        super(message, { cause });
        this.reason = reason;
    }
}
class DataChannel {
    constructor(opening, service, say) {
        this.service = service;
        this.say = say;
        this.paused = false;
        this.sequence = 0;
        this.agentVersion = '';
        this.outbox = new Outbox(frame => this.transmit(frame));
        this.inbox = new Inbox(message => this.deliver(message));
        this.ticking = setInterval(() => this.tick(), TICK_MILLISECONDS);
        this.listeners = [];
        const { promise, ...settle } = deferred();
        this.ready = promise;
        this.settled = settle;
        const limit = setTimeout(() => this.fail(new HandshakeFailed('the agent of the machine did not answer', 'silence')), HANDSHAKE_MILLISECONDS);
        promise.catch(() => undefined).finally(() => clearTimeout(limit));
        this.line = new Line(opening, service, {
            opened: () => this.outbox.resend(true),
            heard: message => this.handle(message),
            lost: (why, reason) => this.fail(new HandshakeFailed(why, reason)),
        });
    }
    open() {
        if (!this.streams || this.ended)
            throw this.ended ?? new Error('the session has not begun');
        return this.streams.open();
    }
    onEnd(listener) {
        if (this.ended)
            listener(this.ended);
        else
            this.listeners.push(listener);
    }
    close() {
        if (this.ended)
            return;
        void this.sendFlag(Flag.terminateSession);
        this.listeners.length = 0;
        this.fail(new Error('the session was closed'));
    }
    fail(reason) {
        if (this.ended)
            return;
        this.ended = reason;
        clearInterval(this.ticking);
        this.outbox.close();
        this.streams?.close(reason);
        this.settled.reject(reason);
        this.line.close();
        for (const listener of this.listeners.splice(0))
            listener(reason);
    }
    handle(message) {
        switch (message.type) {
            case 'output_stream_data':
                this.paused = false;
                if (this.inbox.take(message))
                    this.acknowledge(message);
                break;
            case 'acknowledge':
                this.paused = false;
                this.outbox.acknowledged(sequenceIn(message.payload));
                break;
            case 'channel_closed':
                this.fail(new HandshakeFailed(`the session was closed${closingWords(message.payload)}`, 'closed'));
                break;
            case 'pause_publication':
                this.paused = true;
                break;
            case 'start_publication':
                this.paused = false;
                this.outbox.resend();
        }
    }
    deliver({ payloadType, payload }) {
        switch (payloadType) {
            case PayloadType.output:
                this.opened(payload, bytes => this.streams?.receive(bytes));
                break;
            case PayloadType.handshakeRequest:
                void this.answer(payload);
                break;
            case PayloadType.encryptionChallenge:
                this.opened(challengeIn(payload), challenge => this.prove(challenge));
                break;
            case PayloadType.handshakeComplete:
                this.streams = speaksSmux(this.agentVersion)
                    ? new Mux(bytes => this.write(bytes), needsKeepAlive(this.agentVersion))
                    : new Single(bytes => this.write(bytes), () => this.sendFlag(Flag.disconnectToPort));
                this.settled.resolve();
                break;
            case PayloadType.flag:
                if (payload.length >= 4 && payload.readUInt32BE(0) === Flag.connectToPortError)
                    this.say('nothing listens on the port of the machine yet');
        }
    }
    async answer(payload) {
        const { agentVersion, response, cipher, obstacle } = await answerTo(payload, this.service.makeDataKey);
        this.agentVersion = agentVersion;
        this.cipher = cipher;
        if (response.length > 0)
            void this.send(PayloadType.handshakeResponse, response);
        if (obstacle instanceof NoDataKey)
            this.fail(new HandshakeFailed(obstacle.message, 'encryption', obstacle));
        else if (obstacle)
            this.fail(new HandshakeFailed(`the agent of the machine asks for what is not built in: ${obstacle.message}`, 'refused'));
    }
    prove(challenge) {
        const answer = { Challenge: this.sealed(challenge).toString('base64') };
        void this.send(PayloadType.encryptionAnswer, Buffer.from(JSON.stringify(answer)));
    }
    opened(payload, use) {
        try {
            use(this.cipher ? this.cipher.open(payload) : payload);
        }
        catch (cause) {
            this.fail(new HandshakeFailed('what the agent encrypted cannot be read', 'refused', cause));
        }
    }
    sealed(bytes) {
        return this.cipher?.seal(bytes) ?? bytes;
    }
    async write(bytes) {
        if (this.ended)
            throw this.ended;
        let room;
        for (let from = 0; from < bytes.length; from += PAYLOAD)
            room = this.send(PayloadType.output, this.sealed(bytes.subarray(from, from + PAYLOAD)));
        await room;
    }
    sendFlag(flag) {
        const payload = Buffer.alloc(4);
        payload.writeUInt32BE(flag);
        return new Promise(resolve => void this.send(PayloadType.flag, payload, resolve));
    }
    async send(payloadType, payload, arrived) {
        if (this.ended)
            return arrived?.();
        const sequence = this.sequence++;
        const message = { type: 'input_stream_data', sequence, flags: 0, id: (0,external_node_crypto_.randomUUID)(), payloadType, payload };
        return this.outbox.put(sequence, encode(message), arrived);
    }
    acknowledge({ type, id, sequence }) {
        const said = {
            AcknowledgedMessageType: type,
            AcknowledgedMessageId: id,
            AcknowledgedMessageSequenceNumber: sequence,
            IsSequentialMessage: true,
        };
        const payload = Buffer.from(JSON.stringify(said));
        this.transmit(encode({ type: 'acknowledge', sequence: 0, flags: 3, id: (0,external_node_crypto_.randomUUID)(), payloadType: 0, payload }), true);
    }
    transmit(frame, always = false) {
        if (!this.paused || always)
            this.line.send(frame);
    }
    tick() {
        const { stalled } = this.outbox;
        if (stalled > STALL_MILLISECONDS)
            this.fail(new Error(`the agent of the machine was silent for ${STALL_MILLISECONDS / 1000} s`));
        else if (!this.paused)
            this.outbox.resend();
    }
}
function deferred() {
    let resolve = () => undefined;
    let reject = () => undefined;
    const promise = new Promise((done, fail) => {
        resolve = done;
        reject = fail;
    });
    return { promise, resolve, reject };
}

;// CONCATENATED MODULE: ./build/platforms/aws/session-manager/tunnel.js







const AGAIN_MILLISECONDS = 10 * 60_000;
const PAUSE_MILLISECONDS = 2000;
const START_MILLISECONDS = 60_000;
const CLOSE_MILLISECONDS = 10_000;
const passing = (error) => (0,errors/* isAws */.aZ)(error, 'TargetNotConnected') ||
    (error instanceof HandshakeFailed && (error.reason === 'silence' || error.reason === 'closed'));
class Tunnel {
    constructor(request, server) {
        this.request = request;
        this.server = server;
        this.ending = new AbortController();
        this.sockets = new Set();
        this.warned = false;
    }
    static async open(request, signal) {
        const server = (0,external_node_net_.createServer)();
        const tunnel = new Tunnel(request, server);
        const giveUp = () => tunnel.ending.abort(signal.reason);
        signal.addEventListener('abort', giveUp);
        try {
            await listen(server, request.localPort ?? 0);
            server.on('connection', socket => void tunnel.serve(socket));
            await tunnel.current(request.patience);
            return tunnel;
        }
        catch (error) {
            await tunnel.close();
            throw explained(error, request);
        }
        finally {
            signal.removeEventListener('abort', giveUp);
        }
    }
    get localPort() {
        const address = this.server.address();
        return typeof address === 'object' && address !== null ? address.port : 0;
    }
    async sessionId() {
        return (await this.current(AGAIN_MILLISECONDS)).id;
    }
    async close() {
        this.ending.abort(new Error('the tunnel is closed'));
        for (const socket of this.sockets)
            socket.destroy();
        if (this.server.listening)
            this.server.close();
        const session = await this.session?.catch(() => undefined);
        await session?.end();
    }
    async serve(socket) {
        this.sockets.add(socket);
        socket.setNoDelay(true);
        socket.on('error', () => undefined);
        socket.on('close', () => this.sockets.delete(socket));
        try {
            const { channel } = await this.current(AGAIN_MILLISECONDS);
            if (socket.destroyed)
                return;
            const stream = channel.open();
            stream.on('error', () => socket.destroy());
            stream.on('close', () => socket.destroySoon());
            socket.on('close', () => stream.destroy());
            socket.pipe(stream).pipe(socket);
        }
        catch (error) {
            socket.destroy();
            if (this.ending.signal.aborted || this.warned)
                return;
            this.warned = true;
            this.request.warn(`The machine cannot be reached through Session Manager: ${explained(error, this.request).message}`);
        }
    }
    current(patience) {
        this.session ??= this.begin(patience).catch(error => {
            this.session = undefined;
            throw error;
        });
        return this.session;
    }
    async begin(patience) {
        const { signal } = this.ending;
        for (const until = Date.now() + patience;;) {
            signal.throwIfAborted();
            try {
                const session = await Session.start(this.request, signal);
                session.channel.onEnd(() => {
                    this.session = undefined;
                    void session.end();
                });
                return session;
            }
            catch (error) {
                if (!passing(error) || Date.now() > until)
                    throw error;
                this.request.progress(`waiting for Session Manager: ${waitingFor(error)}`);
            }
            await (0,abort/* delay */.cb)((0,aws_access/* isLoopback */.U9)(process.env.AWS_ENDPOINT_URL_SSM) ? 100 : PAUSE_MILLISECONDS, signal);
        }
    }
}
class Session {
    constructor(access, id, channel) {
        this.access = access;
        this.id = id;
        this.channel = channel;
    }
    static async start({ access, target, port, reason, progress }, signal) {
        const connect = await webSockets(access);
        const input = { Target: target, DocumentName: 'AWS-StartPortForwardingSession', Parameters: { portNumber: [String(port)] } };
        const started = await startSession(access, { ...input, Reason: reason }, AbortSignal.timeout(START_MILLISECONDS));
        const service = {
            connect,
            resume: () => resumeSession(access, started.id, AbortSignal.timeout(CLOSE_MILLISECONDS)),
            makeDataKey: (keyId, challenge) => dataKey(access, keyId, { session: started.id, target, challenge }, signal),
        };
        const session = new Session(access, started.id, new DataChannel(started, service, progress));
        try {
            await (0,abort/* abortable */.ZC)(session.channel.ready, signal);
            return session;
        }
        catch (error) {
            await session.end();
            throw error;
        }
    }
    end() {
        this.over ??= this.terminate();
        return this.over;
    }
    async terminate() {
        this.channel.close();
        await terminateSession(this.access, this.id, AbortSignal.timeout(CLOSE_MILLISECONDS)).catch(() => undefined);
    }
}
function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
            server.off('error', reject);
            resolve();
        });
    });
}
const waitingFor = (error) => (0,errors/* isAws */.aZ)(error, 'TargetNotConnected') ? 'the agent of the machine has not connected yet' : error.message;
function explained(error, { target, localPort }) {
    const { code } = error;
    if (code === 'EADDRINUSE')
        return new failure/* Failure */.H('failed', `Port ${localPort} of this machine is in use`, {
            advice: 'Set session_manager_port to another one, or leave it out: any free one is taken then.',
            cause: error,
        });
    if ((0,errors/* isAws */.aZ)(error, 'TargetNotConnected'))
        return new failure/* Failure */.H('failed', `Session Manager does not reach ${target}: its agent has not connected to AWS`, {
            advice: 'It needs the SSM agent in the image, an instance profile that allows what AmazonSSMManagedInstanceCore does, and a way to AWS: ' +
                'a NAT gateway, a public address, or VPC endpoints for ssm and ssmmessages. A longer ssm wait is a longer ssh_timeout.',
            cause: error,
        });
    if (error instanceof HandshakeFailed && error.reason === 'encryption')
        return new failure/* Failure */.H('failed', `The session with ${target} is to be encrypted by KMS, which makes no key: ${error.message}`, {
            advice: 'Whoever builds needs kms:GenerateDataKey for that key, and the profile of the machine kms:Decrypt. Or turn the encryption off in the preferences of Session Manager: SSH encrypts what goes through the session in any case.',
            cause: error,
        });
    if (error instanceof HandshakeFailed)
        return new failure/* Failure */.H('failed', `Session Manager does not reach ${target}: ${error.message}`, { cause: error });
    return error;
}

;// CONCATENATED MODULE: ./build/platforms/aws/resources/session.js




const tunnels = new Map();
const localPortOf = (id) => tunnels.get(id)?.localPort;
const session = (access) => ({
    name: 'aws.ssm-session',
    place: (0,aws_access/* placeOf */.$t)(access),
    record: ({ target, reason }) => ({ target, reason }),
    async create(request, _token, signal) {
        const tunnel = await Tunnel.open({ ...request, access }, signal);
        const id = await tunnel.sessionId();
        tunnels.set(id, tunnel);
        return id;
    },
    find: async (_token, signal, record) => remaining(access, record, signal),
    async release(id, signal, record) {
        const tunnel = tunnels.get(id);
        tunnels.delete(id);
        if (tunnel)
            return tunnel.close();
        for (const one of new Set([id, ...(await remaining(access, record, signal))]))
            await terminateSession(access, one, signal).catch(error => {
                if (!(0,errors/* isAws */.aZ)(error, 'DoesNotExistException'))
                    throw error;
            });
    },
});
function remaining(access, record, signal) {
    const { target, reason } = (record ?? {});
    return target && reason ? activeSessions(access, target, reason, signal) : Promise.resolve([]);
}


/***/ }),

/***/ 86443:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ secretValues),
/* harmony export */   ii: () => (/* binding */ wholeSecret),
/* harmony export */   n5: () => (/* binding */ readSecret),
/* harmony export */   oQ: () => (/* binding */ answered),
/* harmony export */   sv: () => (/* binding */ readParameter),
/* harmony export */   yD: () => (/* binding */ secretText),
/* harmony export */   zv: () => (/* binding */ withParameters)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _client_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9230);
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53347);
/* harmony import */ var _lent_keys__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3298);




function readSecret(access, request, signal) {
    const { name: SecretId, versionId: VersionId, versionStage: VersionStage } = request;
    return answered(access, 'GetSecretValue', 'secretsmanager', signal, async (config) => {
        const { GetSecretValueCommand, SecretsManagerClient } = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const command = new GetSecretValueCommand({ SecretId, VersionId, VersionStage });
        return new SecretsManagerClient(config).send(command, { abortSignal: signal });
    });
}
async function readParameter(access, name, decrypt, signal) {
    const { Parameter: found } = await answered(access, 'GetParameter', 'ssm', signal, async (config) => {
        const { GetParameterCommand, SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
        return new SSMClient(config).send(new GetParameterCommand({ Name: name, WithDecryption: decrypt }), { abortSignal: signal });
    });
    if (!found)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `AWS answered without the parameter ${name}`);
    return found;
}
const withParameters = (access, action, signal, ask) => answered(access, action, 'ssm', signal, async (config) => {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(1136), __webpack_require__.e(5861), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
    return ask(new sdk.SSMClient(config), sdk);
});
async function answered(access, action, service, signal, ask) {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    return (0,_lent_keys__WEBPACK_IMPORTED_MODULE_3__/* .whileUnknown */ .KC)(access, signal, async () => {
        signal.throwIfAborted();
        try {
            const { endpoint: _, ...config } = await (0,_client_config__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(access);
            return await ask(config);
        }
        catch (error) {
            if (signal.aborted)
                throw signal.reason;
            throw (0,_errors__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .WE)(error, action, { region: access.region }, service);
        }
    });
}
function secretText(name, answer, key) {
    const whole = wholeSecret(answer);
    const values = secretValues(whole);
    if (!key)
        return values?.values().next().value ?? whole;
    const value = values?.get(key);
    if (value !== undefined)
        return value;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('failed', `The secret ${name} has no value "${key}"`, {
        advice: values ? `It has: ${[...values.keys()].join(', ')}.` : 'It is a plain text, not a JSON object: leave the key out.',
    });
}
const wholeSecret = ({ SecretString, SecretBinary }) => SecretString ?? Buffer.from(SecretBinary ?? []).toString();
function secretValues(text) {
    try {
        const data = JSON.parse(text);
        if (typeof data !== 'object' || data === null || Array.isArray(data))
            return undefined;
        return new Map(Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 81997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ tokenTag),
/* harmony export */   Tw: () => (/* binding */ tagList),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   ub: () => (/* binding */ withToken),
/* harmony export */   yT: () => (/* binding */ specification)
/* harmony export */ });
const tokenTag = 'ingot:token';
const tagList = (tags) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const tagOf = (tags, key) => tags?.find(tag => tag.Key === key)?.Value;
const specification = (type, tags, token) => ({
    ResourceType: type,
    Tags: tagList({ ...tags, [tokenTag]: token }),
});
const withToken = (token) => [{ Name: `tag:${tokenTag}`, Values: [token] }];


/***/ }),

/***/ 3722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RV: () => (/* binding */ askOnce),
  PA: () => (/* binding */ dryRun),
  Su: () => (/* binding */ imagesNamed),
  Ac: () => (/* binding */ stopInstance),
  Jh: () => (/* binding */ terminateInstance),
  WM: () => (/* binding */ volumesWith),
  p: () => (/* binding */ writeTags)
});

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/platforms/aws/errors.js
var errors = __webpack_require__(53347);
;// CONCATENATED MODULE: ./build/platforms/aws/batch.js


class Batch {
    constructor(send, rhythm) {
        this.send = send;
        this.rhythm = rhythm;
        this.waiting = [];
        this.busy = false;
        this.last = 0;
    }
    ask(item, signal) {
        signal.throwIfAborted();
        const answer = new Promise((resolve, reject) => this.waiting.push({ item, signal, resolve, reject }));
        if (!this.busy)
            void this.rounds();
        return (0,abort/* abortable */.ZC)(answer, signal);
    }
    async rounds() {
        this.busy = true;
        while (this.waiting.length > 0) {
            await (0,abort/* delay */.cb)(Math.max(this.rhythm.instant, this.last + this.rhythm.spacing - Date.now()));
            this.last = Date.now();
            const now = this.waiting.splice(0, this.rhythm.size).filter(({ signal }) => !signal.aborted);
            if (now.length > 0)
                void this.together(now);
        }
        this.busy = false;
    }
    async together(questions) {
        const items = [...new Set(questions.map(({ item }) => item))];
        try {
            const answer = await this.send(items, untilAllAbort(questions.map(({ signal }) => signal)));
            for (const { item, resolve } of questions)
                resolve(answer(item));
        }
        catch (error) {
            if (items.length > 1 && isOnesFault(error))
                for (const question of questions)
                    void this.together([question]);
            else
                for (const { reject } of questions)
                    reject(error);
        }
    }
}
const isOnesFault = (error) => error instanceof errors/* AwsError */.Gy &&
    (error.status ?? 500) < 500 &&
    !(0,errors/* isAws */.aZ)(error, 'RequestLimitExceeded', 'Throttling*', 'Expired*', 'RequestExpired', 'AuthFailure');
function untilAllAbort(signals) {
    const distinct = new Set(signals);
    const [only] = distinct;
    if (only && distinct.size === 1)
        return only;
    const controller = new AbortController();
    let left = distinct.size;
    const one = () => {
        left -= 1;
        if (left === 0)
            controller.abort(only?.reason);
    };
    for (const signal of distinct)
        signal.addEventListener('abort', one, { once: true });
    return controller.signal;
}

// EXTERNAL MODULE: ./build/platforms/aws/tags.js
var aws_tags = __webpack_require__(81997);
;// CONCATENATED MODULE: ./build/platforms/aws/together.js



const known = new WeakMap();
function batchesOf(ec2) {
    const found = known.get(ec2) ?? batches(ec2);
    known.set(ec2, found);
    return found;
}
const nothing = () => undefined;
const rhythm = ({ loopback }, spacing, size = 200) => ({
    instant: 10,
    spacing: loopback ? 0 : spacing,
    size,
});
const batches = (ec2) => ({
    stop: new Batch(async (ids, signal) => {
        await ec2.call('StopInstances', { InstanceIds: [...ids] }, signal);
        return nothing;
    }, rhythm(ec2, 1000)),
    terminate: new Batch(async (ids, signal) => {
        await ec2.call('TerminateInstances', { InstanceIds: [...ids] }, signal);
        return nothing;
    }, rhythm(ec2, 1000)),
    named: new Batch(async (names, signal) => {
        const Filters = [{ Name: 'name', Values: [...names] }];
        const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal);
        return name => Images.filter(image => image.Name === name);
    }, rhythm(ec2, 500)),
    volumes: new Batch(async (tokens, signal) => {
        const Filters = [{ Name: `tag:${aws_tags/* tokenTag */.E4}`, Values: [...tokens] }];
        const { Volumes = [] } = await ec2.call('DescribeVolumes', { Filters }, signal);
        const left = Volumes.filter(({ State }) => State !== 'deleting' && State !== 'deleted');
        return token => left.filter(({ Tags }) => (0,aws_tags/* tagOf */.cO)(Tags, aws_tags/* tokenTag */.E4) === token).flatMap(({ VolumeId }) => VolumeId ?? []);
    }, rhythm(ec2, 1000)),
    tags: new Map(),
    questions: new Map(),
});
const stopInstance = (ec2, id, signal) => batchesOf(ec2).stop.ask(id, signal);
const terminateInstance = (ec2, id, signal) => batchesOf(ec2).terminate.ask(id, signal);
const imagesNamed = (ec2, name, signal) => batchesOf(ec2).named.ask(name, signal);
const volumesWith = (ec2, token, signal) => batchesOf(ec2).volumes.ask(token, signal);
async function writeTags(ec2, ids, tags, signal) {
    const Tags = (0,aws_tags/* tagList */.Tw)(tags);
    const all = batchesOf(ec2).tags;
    const batch = keptIn(all, JSON.stringify(Tags), () => {
        const send = async (lists, stop) => {
            await ec2.call('CreateTags', { Resources: lists.flatMap(list => list.split(' ')), Tags }, stop);
            return nothing;
        };
        return new Batch(send, rhythm(ec2, 1000, 30));
    });
    await batch.ask(ids.join(' '), signal);
}
const askOnce = (ec2, action, input, signal) => shared(ec2, action, input, signal);
async function dryRun(ec2, action, input, signal) {
    return shared(ec2, action, { ...input, DryRun: true }, signal).then(() => undefined, error => {
        signal.throwIfAborted();
        return (0,errors/* isAws */.aZ)(error, 'UnauthorizedOperation') ? error : undefined;
    });
}
async function shared(ec2, action, input, signal) {
    const batch = keptIn(batchesOf(ec2).questions, JSON.stringify([action, input]), () => {
        return new Batch(async (_same, stop) => {
            const answer = await ec2.call(action, input, stop);
            return () => answer;
        }, rhythm(ec2, 100));
    });
    return (await batch.ask('', signal));
}
function keptIn(all, key, make) {
    const found = all.get(key) ?? make();
    all.set(key, found);
    return found;
}


/***/ }),

/***/ 83146:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XE: () => (/* binding */ untilImageAvailable),
  IB: () => (/* binding */ untilInstance),
  OV: () => (/* binding */ whileRefused)
});

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/platforms/aws/errors.js
var errors = __webpack_require__(53347);
// EXTERNAL MODULE: ./build/platforms/aws/looks.js
var aws_looks = __webpack_require__(54417);
;// CONCATENATED MODULE: ./build/platforms/aws/growing-image.js

const every = 8;
function growingImages(ec2) {
    const looks = new Map();
    return async (ids, signal) => {
        const snapshots = await (0,aws_looks/* describeSnapshots */.dg)(ec2, ids, signal).catch(() => new Map());
        signal.throwIfAborted();
        const asked = ids.filter(id => {
            const look = (looks.get(id) ?? 0) + 1;
            looks.set(id, look);
            return look % every === 0 || !isGrowing(snapshots.get(id) ?? []);
        });
        const images = asked.length > 0 ? await (0,aws_looks/* describeImages */.Sx)(ec2, asked, signal) : new Map();
        for (const [id, image] of images)
            if (image.State !== 'pending')
                looks.delete(id);
        return new Map(ids.map(id => [id, { snapshots: snapshots.get(id) ?? [], isAsked: asked.includes(id), image: images.get(id) }]));
    };
}
const isGrowing = (snapshots) => snapshots.some(each => each.State === 'pending');
class Progress {
    constructor(tell) {
        this.tell = tell;
        this.percent = -1;
        this.since = Date.now();
    }
    hear(snapshots) {
        const percent = snapshots.length > 0 ? Math.floor(share(snapshots)) : -1;
        if (percent <= this.percent)
            return;
        this.tell(percent);
        this.percent = percent;
        this.since = Date.now();
    }
    next(waited, { jitter }) {
        if (jitter === 0 || this.percent <= 0 || this.percent >= 100)
            return undefined;
        const left = (waited * (100 - this.percent)) / this.percent;
        return Math.min(Math.max((left * 2) / 3, (Date.now() - this.since) / 4, soonest), longest);
    }
}
const [soonest, longest] = [1000, 20_000];
function share(snapshots) {
    const size = (snapshot) => snapshot.VolumeSize ?? 1;
    const all = snapshots.reduce((sum, each) => sum + size(each), 0);
    const done = snapshots.reduce((sum, each) => sum + size(each) * (Number.parseFloat(each.Progress ?? '0') || 0), 0);
    return done / all;
}

// EXTERNAL MODULE: ./build/platforms/aws/pace.js
var aws_pace = __webpack_require__(21023);
;// CONCATENATED MODULE: ./build/platforms/aws/poller.js



class Poller {
    constructor(look, pace) {
        this.look = look;
        this.pace = pace;
        this.waiters = new Set();
        this.alarm = new AbortController();
    }
    async wait(wait) {
        wait.signal.throwIfAborted();
        let leave;
        try {
            return await new Promise((resolve, reject) => {
                const began = Date.now();
                const times = { began, until: began + wait.limit, due: began + (wait.first ?? 0) };
                const waiter = { wait, ...times, resolve: result => resolve(result), reject };
                const interrupted = () => reject(wait.signal.reason);
                leave = () => {
                    wait.signal.removeEventListener('abort', interrupted);
                    this.waiters.delete(waiter);
                    if (this.waiters.size === 0)
                        this.round?.abort();
                };
                wait.signal.addEventListener('abort', interrupted, { once: true });
                this.waiters.add(waiter);
                if (!this.round)
                    void this.rounds();
                else
                    this.alarm.abort();
            });
        }
        finally {
            leave?.();
        }
    }
    async rounds() {
        const round = new AbortController();
        this.round = round;
        try {
            for (let soonest = 0; this.waiters.size > 0; soonest = Date.now() + (0,aws_pace/* gap */.rQ)(this.pace)) {
                await this.untilDue(soonest, round.signal);
                if (this.waiters.size > 0)
                    await this.lookOnce(round.signal);
            }
        }
        catch (error) {
            if (!round.signal.aborted)
                for (const waiter of this.waiters)
                    waiter.reject(error);
        }
        finally {
            this.round = undefined;
            if (round.signal.aborted && this.waiters.size > 0)
                void this.rounds();
        }
    }
    async untilDue(soonest, signal) {
        for (;;) {
            const wanted = Math.min(...[...this.waiters].map(({ due }) => due));
            const milliseconds = Math.max(wanted, soonest) - Date.now();
            if (milliseconds <= 0 || this.waiters.size === 0)
                return;
            this.alarm = new AbortController();
            await (0,abort/* delay */.cb)(milliseconds, AbortSignal.any([signal, this.alarm.signal])).catch(() => signal.throwIfAborted());
        }
    }
    async lookOnce(signal) {
        const asked = [...this.waiters];
        const found = await this.look([...new Set(asked.map(({ wait }) => wait.id))], signal);
        const now = Date.now();
        for (const waiter of asked) {
            settle(waiter, found.get(waiter.wait.id));
            waiter.due = now + (waiter.wait.next?.(now - waiter.began) ?? 0);
        }
    }
}
function settle({ wait, until, resolve, reject }, thing) {
    try {
        const result = wait.ready(thing);
        if (result !== undefined)
            resolve(result);
        else if (Date.now() >= until)
            reject(tooLong(wait));
    }
    catch (error) {
        reject(error);
    }
}
function tooLong({ what, limit }) {
    const seconds = limit / 1000;
    const time = seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;
    return new failure/* Failure */.H('failed', `Waited ${time} for ${what}, in vain`, {
        advice: 'If AWS is only slow, give it more time with aws_polling { max_attempts = … } in the source block.',
    });
}

;// CONCATENATED MODULE: ./build/platforms/aws/wait.js







const minutes = 60_000;
const limits = {
    running: 10 * minutes,
    stopped: 30 * minutes,
    terminated: 30 * minutes,
    image: 6 * 60 * minutes,
};
const firsts = { pending: 2000, running: 4000, stopped: 10_000, terminated: 25_000, image: 10_000 };
const pollers = new WeakMap();
function pollersOf(ec2, { delay, jitter }) {
    const paces = pollers.get(ec2) ?? new Map();
    pollers.set(ec2, paces);
    const found = paces.get(`${delay} ${jitter}`) ?? {
        instances: new Poller((ids, signal) => (0,aws_looks/* describeInstances */.cf)(ec2, ids, signal), { delay, jitter }),
        images: new Poller((ids, signal) => (0,aws_looks/* describeImages */.Sx)(ec2, ids, signal), { delay, jitter }),
        growing: new Poller(growingImages(ec2), { delay, jitter }),
    };
    paces.set(`${delay} ${jitter}`, found);
    return found;
}
function untilInstance(ec2, id, state, patience) {
    const started = Date.now();
    const pace = patience.pace ?? (0,aws_pace/* paceFrom */.Mo)(ec2.loopback);
    return pollersOf(ec2, pace).instances.wait({
        id,
        ready: instance => {
            if (instance)
                patience.onLook?.(instance);
            return instanceIn(state, id, instance, Date.now() - started > consistent(ec2));
        },
        what: `instance ${id} to be ${state}`,
        limit: pace.limit ?? limits[state],
        signal: patience.signal,
        ...rhythm(ec2, pace, patience.onLook ? 'pending' : state, started - (patience.since ?? started)),
    });
}
const rhythm = (ec2, pace, what, gone = 0) => ({
    first: ec2.loopback || pace.jitter === 0 ? 0 : Math.max(firsts[what] - gone, 0),
    next: (0,aws_pace/* growing */.qR)(pace),
});
const consistent = (ec2) => (ec2.loopback ? 2000 : 2 * minutes);
function instanceIn(wanted, id, instance, settled) {
    const state = instance?.State?.Name;
    if (state === wanted)
        return instance;
    if (!instance) {
        if (!settled)
            return undefined;
        if (wanted === 'terminated')
            return { InstanceId: id };
        throw new failure/* Failure */.H('failed', `Instance ${id} does not exist any more`);
    }
    const gone = state === 'terminated' || state === 'shutting-down';
    const halted = wanted === 'running' && (state === 'stopped' || state === 'stopping');
    if (wanted !== 'terminated' && (gone || halted))
        throw lost(instance, wanted);
    return undefined;
}
function lost(instance, wanted) {
    const reason = instance.StateReason?.Message ?? instance.StateTransitionReason;
    const said = reason ? `: ${reason}` : '';
    return new failure/* Failure */.H('failed', `Instance ${instance.InstanceId} is ${instance.State?.Name} and will not be ${wanted}${said}`, {
        advice: adviceFor(instance.StateReason?.Code, reason),
    });
}
function adviceFor(code = '', reason = '') {
    if (code === 'Client.VolumeLimitExceeded')
        return 'The account has used up its quota of EBS storage in this region.';
    if (code === 'Client.InternalError' || /KMS|\bkey\b/i.test(reason))
        return 'AWS says so when it may not use the KMS key of an encrypted volume: check kms_key_id, and the key policy.';
    if (code === 'Client.InstanceInitiatedShutdown')
        return 'Something inside the machine shut it down; a provisioner, for instance.';
    return undefined;
}
async function untilImageAvailable(ec2, id, patience) {
    const pace = patience.pace ?? (0,aws_pace/* paceFrom */.Mo)(ec2.loopback);
    const started = Date.now();
    const settled = () => Date.now() - started > consistent(ec2);
    const wait = { id, what: `image ${id} to be available`, limit: pace.limit ?? limits.image, signal: patience.signal };
    const { images, growing: making } = pollersOf(ec2, pace);
    if (!patience.onProgress)
        return images.wait({ ...wait, next: (0,aws_pace/* growing */.qR)(pace), ready: image => availableImage(id, image, settled()) });
    const progress = new Progress(patience.onProgress);
    const { first, next } = rhythm(ec2, pace, 'image');
    return making.wait({
        ...wait,
        first,
        next: waited => progress.next(waited, pace) ?? next(waited),
        ready: found => {
            progress.hear(found?.snapshots ?? []);
            return found?.isAsked ? availableImage(id, found.image, settled()) : undefined;
        },
    });
}
function availableImage(id, image, settled) {
    if (image?.State === 'available')
        return image;
    if (image?.State === 'pending' || (!image && !settled))
        return undefined;
    const reason = image?.StateReason?.Message;
    const state = image ? `is ${image.State}` : 'does not exist any more';
    throw new failure/* Failure */.H('failed', `Image ${id} ${state}${reason ? `: ${reason}` : ''}`, {
        advice: adviceFor(image?.StateReason?.Code, reason),
    });
}
async function whileRefused(ec2, refused, limit, signal, work, between) {
    const until = Date.now() + limit;
    const isRefused = typeof refused === 'function' ? refused : (error) => (0,errors/* isAws */.aZ)(error, ...refused);
    for (;;) {
        try {
            return await work();
        }
        catch (error) {
            if (!isRefused(error) || Date.now() >= until)
                throw error;
            await (0,abort/* delay */.cb)(between ?? (0,aws_pace/* pause */.v7)((0,aws_pace/* paceFrom */.Mo)(ec2.loopback, {}, {})), signal);
        }
    }
}


/***/ }),

/***/ 68889:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ awsLease),
/* harmony export */   o: () => (/* binding */ lend)
/* harmony export */ });
/* harmony import */ var _lib_at_end__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30770);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _server__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70105);
/* harmony import */ var _vault_server__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13630);




const accounts = new Map();
const RESERVE_MILLISECONDS = 60_000;
const END_MILLISECONDS = 20_000;
function accountOf(loan) {
    const key = JSON.stringify([loan.engine, loan.role, loan.roleArn, loan.ttl]);
    const account = accounts.get(key) ?? { leases: [], users: 0, heard: new Set() };
    accounts.set(key, account);
    return account;
}
function lend(loan) {
    const account = accountOf(loan);
    account.asking ??= current(loan, account).finally(() => {
        account.asking = undefined;
    });
    return account.asking;
}
async function current(loan, account) {
    const lease = account.leases.at(-1);
    if (lease && !endsSoon(lease))
        return lease;
    const context = contextOf();
    if (lease?.renewable && (await prolonged(lease, context)))
        return lease;
    const next = await borrowed(loan, context);
    account.leases.push(next);
    for (const hear of account.heard)
        tell(next, hear);
    (0,_lib_at_end__WEBPACK_IMPORTED_MODULE_0__/* .atEnd */ .t)(giveAllBack);
    return next;
}
const contextOf = (signal = new AbortController().signal) => ({ environment: process.env, signal });
const endsSoon = ({ expiration }) => expiration !== undefined && expiration.getTime() - Date.now() < RESERVE_MILLISECONDS;
const endOf = (seconds) => typeof seconds === 'number' && seconds > 0 ? new Date(Date.now() + seconds * 1000) : undefined;
function tell({ accessKeyId, secretAccessKey, sessionToken }, hear) {
    for (const secret of [accessKeyId, secretAccessKey, sessionToken])
        if (secret)
            hear(secret);
}
async function borrowed({ engine, role, roleArn, ttl }, context) {
    const query = new URLSearchParams({ ...(roleArn && { role_arn: roleArn }), ...(ttl && { ttl }) });
    const path = `/v1/${(0,_server__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(engine)}/creds/${(0,_server__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(role)}${query.size > 0 ? `?${query}` : ''}`;
    const answer = await (0,_server__WEBPACK_IMPORTED_MODULE_2__/* .get */ .aR)((0,_vault_server__WEBPACK_IMPORTED_MODULE_3__/* .vaultOf */ ._7)(context.environment), path, context);
    const { data, ...body } = (0,_vault_server__WEBPACK_IMPORTED_MODULE_3__/* .bodyOf */ .EN)(answer.text);
    if (answer.status !== 200 || !(0,_vault_server__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(data))
        throw refusal(`role ${role} of the secrets engine ${engine}`, answer);
    const text = (name) => (typeof data[name] === 'string' && data[name] !== '' ? String(data[name]) : undefined);
    const [accessKeyId, secretAccessKey] = [text('access_key'), text('secret_key')];
    if (!accessKeyId || !secretAccessKey)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('failed', `Vault lends no keys of AWS for role ${role}: is ${engine} the path of an AWS secrets engine?`);
    return {
        id: String(body.lease_id ?? ''),
        accessKeyId,
        secretAccessKey,
        sessionToken: text('session_token') ?? text('security_token'),
        lentAt: new Date(),
        renewable: body.renewable === true,
        expiration: endOf(body.lease_duration),
    };
}
async function prolonged(lease, context) {
    const answer = await (0,_server__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)((0,_vault_server__WEBPACK_IMPORTED_MODULE_3__/* .vaultOf */ ._7)(context.environment), '/v1/sys/leases/renew', { lease_id: lease.id }, context);
    if (answer.status !== 200)
        return false;
    lease.expiration = endOf((0,_vault_server__WEBPACK_IMPORTED_MODULE_3__/* .bodyOf */ .EN)(answer.text).lease_duration);
    return !endsSoon(lease);
}
async function returned(id, context) {
    if (id === '')
        return true;
    const answer = await (0,_server__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)((0,_vault_server__WEBPACK_IMPORTED_MODULE_3__/* .vaultOf */ ._7)(context.environment), '/v1/sys/leases/revoke', { lease_id: id }, context);
    if (answer.status === 403)
        return false;
    if (answer.status >= 300)
        throw refusal(`lease ${id}`, answer);
    return true;
}
async function giveAllBack() {
    const all = [...accounts.values()].flatMap(({ leases }) => leases.splice(0));
    await Promise.allSettled(all.map(({ id }) => returned(id, contextOf(AbortSignal.timeout(END_MILLISECONDS)))));
}
const awsLease = (loan, hearing) => ({
    name: 'vault.aws-lease',
    place: {},
    async create(request) {
        const account = accountOf(request);
        account.users++;
        if (hearing)
            account.heard.add(hearing.secret);
        const lease = await lend(request);
        if (hearing)
            tell(lease, hearing.secret);
        return lease.id;
    },
    find: async () => [],
    async release(id, signal) {
        const account = loan && accountOf(loan);
        if (account && --account.users > 0)
            return;
        const ids = new Set([id, ...(account?.leases.splice(0).map(lease => lease.id) ?? [])]);
        const context = contextOf(signal);
        for (const one of ids)
            if (!(await returned(one, context)))
                hearing?.say(`Vault does not let its token revoke the lease ${one} (sys/leases/revoke); it ends at its time.`);
    },
});
function refusal(what, { status, text }) {
    const { errors = [] } = (0,_vault_server__WEBPACK_IMPORTED_MODULE_3__/* .bodyOf */ .EN)(text);
    const evidence = [errors].flat().join('\n') || undefined;
    const advice = status === 403
        ? 'Check VAULT_TOKEN, its policies, and VAULT_NAMESPACE.'
        : status === 404
            ? 'Check name and engine_name in vault_aws_engine.'
            : undefined;
    return new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('failed', `Vault answered with status ${status} for ${what}`, { advice, evidence });
}


/***/ }),

/***/ 70105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   aR: () => (/* binding */ get),
/* harmony export */   yJ: () => (/* binding */ put)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_proxy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15859);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30631);




const LIMIT_MILLISECONDS = 60_000;
const get = (server, path, context) => answerOf(server, { path }, context);
const put = (server, path, body, context) => answerOf(server, { path, body: JSON.stringify(body) }, context);
async function answerOf(server, { path, body }, context) {
    const limit = AbortSignal.timeout(LIMIT_MILLISECONDS);
    const signal = AbortSignal.any([context.signal, limit]);
    const [, socketPath] = /^unix:\/\/(.+)/.exec(server.address) ?? [];
    try {
        const first = new URL((socketPath ? 'http://localhost' : server.address).replace(/\/+$/, '') + path);
        const answer = await ask(first, body, server, socketPath, { ...context, signal });
        const next = redirected(first, answer);
        return next ? await ask(next, body, server, undefined, { ...context, signal }) : answer;
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
async function ask(url, body, server, socketPath, context) {
    const { Agent, ProxyAgent, request } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    const { environment, signal } = context;
    const connect = { ...tlsOf(server, environment), socketPath };
    const proxy = socketPath ? undefined : (0,_lib_proxy__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .i)(url, environment);
    const dispatcher = proxy
        ? new ProxyAgent({ uri: proxy, proxyTunnel: false, requestTls: connect })
        : new Agent({ connect });
    try {
        const headers = Object.fromEntries(Object.entries(server.headers).filter(([, value]) => value !== undefined));
        const answer = await request(url, { method: body === undefined ? 'GET' : 'PUT', body, headers, dispatcher, signal });
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


/***/ }),

/***/ 13630:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ bodyOf),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   _7: () => (/* binding */ vaultOf)
/* harmony export */ });
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30631);
/* harmony import */ var _server__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70105);


function vaultOf(environment) {
    const { VAULT_ADDR, VAULT_AGENT_ADDR, VAULT_TOKEN, VAULT_NAMESPACE, VAULT_SKIP_VERIFY } = environment;
    if (!VAULT_TOKEN && !VAULT_AGENT_ADDR)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', 'Vault cannot be asked without a token', {
            advice: 'Set VAULT_TOKEN, and VAULT_ADDR to where Vault is.',
        });
    return {
        name: 'Vault',
        address: VAULT_AGENT_ADDR || VAULT_ADDR || 'https://127.0.0.1:8200',
        addressFrom: VAULT_AGENT_ADDR ? 'VAULT_AGENT_ADDR' : 'VAULT_ADDR',
        headers: {
            'x-vault-request': 'true',
            'x-vault-token': VAULT_TOKEN || undefined,
            'x-vault-namespace': VAULT_NAMESPACE || undefined,
        },
        verify: (0,_server__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(VAULT_SKIP_VERIFY) !== true,
    };
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function bodyOf(text) {
    try {
        const body = JSON.parse(text);
        return isObject(body) ? body : {};
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 53158:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ scriptsOf),
/* harmony export */   l: () => (/* binding */ inlineText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);

function scriptsOf(options, binary) {
    if (options.inline && options.inline.length > 0) {
        const text = inlineText(options.inline, options.inline_shebang);
        return [{ name: 'inline script', content: async () => Buffer.from(binary ? text : unixLines(text)) }];
    }
    const paths = options.script ? [options.script] : (options.scripts ?? []);
    return paths.map(path => ({ name: path, path, content: () => fileContent(path, binary) }));
}
function inlineText(lines, shebang) {
    const text = `${lines.join('\n')}\n`;
    return shebang === undefined && text.startsWith('#!') ? text : `#!${shebang ?? '/bin/sh -e'}\n${text}`;
}
async function fileContent(path, binary) {
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    return binary ? bytes : Buffer.from(unixLines(bytes.toString('latin1')), 'latin1');
}
function unixLines(text) {
    const lines = text.replace(/\r\n/g, '\n');
    return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
}


/***/ }),

/***/ 15799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   _N: () => (/* binding */ DISCONNECTED),
/* harmony export */   dB: () => (/* binding */ checkExit)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);


const DISCONNECTED = 2_300_218;
function exitCode({ status, signal }) {
    if (status !== undefined)
        return status;
    if (signal === undefined)
        return DISCONNECTED;
    const number = node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[signal.startsWith('SIG') ? signal : `SIG${signal}`];
    return 128 + (number ?? 0);
}
function checkExit(name, exit, valid, lines) {
    const code = exitCode(exit);
    if (valid.includes(code))
        return;
    const how = exit.status === undefined && exit.signal ? `was ended by ${exit.signal} (status ${code})` : `ended with status ${code}`;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('failed', `${name} ${how}; valid is ${valid.join(', ')}`, {
        evidence: lines.length > 0 ? `its last output:\n${lines.join('\n')}` : undefined,
    });
}


/***/ }),

/***/ 89694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ commandOutput)
/* harmony export */ });
/* harmony import */ var _lib_lines__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89588);

const KEPT = 20;
function commandOutput(tell) {
    const last = [];
    const of = (stream) => (0,_lib_lines__WEBPACK_IMPORTED_MODULE_0__/* .splitLines */ .u)(line => {
        if (line.trim() !== '')
            last.push(line);
        if (last.length > KEPT)
            last.shift();
        tell(stream, line);
    });
    const stdout = of('stdout');
    const stderr = of('stderr');
    const end = () => {
        stdout.end();
        stderr.end();
    };
    return { stdout, stderr, last, end };
}


/***/ }),

/***/ 72270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ formatOf)
/* harmony export */ });
const FOREIGN = ['lz4', 'xz', 'bz2', 'bzip2'];
const COMPRESSIONS = { gz: 'gzip', bgzf: 'bgzf' };
function formatOf(name) {
    const [last = '', second] = name.split('.').reverse();
    if (FOREIGN.includes(last))
        throw new Error(`${last} is not built in; there are tar, tar.gz, tar.bgzf, zip, gz and bgzf, and shell-local can call ${last}`);
    if (last === 'zip')
        return { archive: 'zip' };
    if (last === 'tar')
        return { archive: 'tar' };
    const compression = Object.hasOwn(COMPRESSIONS, last) ? COMPRESSIONS[last] : undefined;
    if (!compression)
        return { archive: 'tar', compression: 'gzip' };
    return { compression, ...(second === 'tar' && { archive: 'tar' }) };
}


/***/ }),

/***/ 50698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ fileOptions),
/* harmony export */   u: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28896);

const fileOptions = {
    source: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('File or folder to transfer. Of a folder with a slash at its end the content is meant, otherwise the folder itself, as with rsync.'),
    sources: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)('More of the kind of source.'),
    content: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Text to write into the destination, instead of a source.'),
    destination: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Where it goes: a file, or with a slash at its end a folder. `~` is the home folder.', { required: true }),
    direction: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`upload` to the machine or `download` from it.', { oneOf: ['upload', 'download'], default: 'upload' }),
    generated: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('The source is made while the build runs, so it need not be there before.', { default: false }),
};
const sourcesOf = ({ source, sources = [] }) => (source ? [...sources, source] : sources);


/***/ }),

/***/ 34346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askSmokeTest: () => (/* binding */ askSmokeTest),
  checkSmokeTest: () => (/* binding */ checkSmokeTest),
  filesOfSmokeTest: () => (/* binding */ filesOfSmokeTest)
});

;// CONCATENATED MODULE: ./build/smoke-tests/environment.js
const PLAIN_ENVIRONMENT = Object.fromEntries(['RUN_ID', 'BUILD_NAME', 'IMAGE_ID', 'HOST'].map(name => [`INGOT_${name}`, '<unknown>']));
function environmentFor(test, { run, build, values }) {
    const known = {
        INGOT_RUN_ID: run.id,
        INGOT_BUILD_NAME: build.name,
        INGOT_IMAGE_ID: values.ImageID,
        INGOT_HOST: values.Host,
        INGOT_SSH_PORT: test.run === 'local' ? values.Port : undefined,
        INGOT_SSH_USER: test.run === 'local' ? values.User : undefined,
        PACKER_BUILD_NAME: build.sourceName,
        PACKER_BUILDER_TYPE: build.sourceType,
    };
    const given = Object.entries(known).filter(([, value]) => value !== undefined && value !== '<unknown>');
    return { ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])), ...test.environment };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/resource.js
const shared = {
    passwd: 'cat /etc/passwd',
    group: 'cat /etc/group',
    hosts: 'cat /etc/hosts',
    mounts: 'cat /proc/self/mountinfo',
    processes: 'cat /proc/[0-9]*/comm',
    tcp: 'cat /proc/net/tcp',
    tcp6: 'cat /proc/net/tcp6',
    udp: 'cat /proc/net/udp',
    udp6: 'cat /proc/net/udp6',
};

;// CONCATENATED MODULE: ./build/smoke-tests/goss/script.js

const PARALLEL = 16;
const PRELUDE = `
locale=\${LC_ALL-}; LC_ALL=C; export LC_ALL
own_locale() { if [ "$locale" ]; then LC_ALL=$locale; else unset LC_ALL; fi; }
has() { command -v "$1" >/dev/null 2>&1; }
fractions=; has timeout && timeout 0.9 true 2>/dev/null && fractions=1
limit() {
  t=$1; shift
  if ! has timeout; then "$@"; return; fi
  [ "$fractions" ] || t=$(( \${t%%.*} + 1 ))
  timeout -s KILL "$t" "$@"
}
place() {
  case "$1" in
  "~" | "~/"*) printf '%s' "$HOME\${1#"~"}" ;;
  "~"*) n=\${1#"~"}; n=\${n%%/*}; printf '%s' "$(getent passwd "$n" | cut -d: -f6)\${1#"~$n"}" ;;
  *) printf '%s' "$1" ;;
  esac
}
reach() {
  if [ -z "$5" ] && has bash; then limit "$4" bash -c 'exec 3<>"/dev/$0/$1/$2"' "$1" "$2" "$3"
  elif has python3; then limit "$4" python3 -c '
import socket, sys
protocol, host, port, local = sys.argv[1:]
kind = socket.SOCK_DGRAM if protocol == "udp" else socket.SOCK_STREAM
family, kind, number, _, place = socket.getaddrinfo(host, port, 0, kind)[0]
link = socket.socket(family, kind, number)
if local: link.bind((local, 0))
link.connect(place)' "$1" "$2" "$3" "$5"
  elif has perl; then limit "$4" perl -MIO::Socket::IP -e '
exit !IO::Socket::IP->new(Proto => $ARGV[0], PeerHost => $ARGV[1], PeerPort => $ARGV[2], $ARGV[3] ? (LocalHost => $ARGV[3]) : ())' "$1" "$2" "$3" "$5"
  elif has nc; then
    [ "$1" = udp ] && { getent ahosts "$2" >/dev/null; return; }
    limit "$4" nc \${5:+-s "$5"} "$2" "$3" </dev/null
  else return 3; fi
}
ask_udp() {
  if has bash; then limit "$3" bash -c 'exec 3<>"/dev/udp/$0/$1"; printf "$2" >&3; exec dd bs=65535 count=1 <&3' "$1" "$2" "$4"
  elif has python3; then printf "$4" | limit "$3" python3 -c '
import socket, sys
family, kind, number, _, place = socket.getaddrinfo(sys.argv[1], sys.argv[2], 0, socket.SOCK_DGRAM)[0]
link = socket.socket(family, kind, number)
link.connect(place)
link.send(sys.stdin.buffer.read())
sys.stdout.buffer.write(link.recv(65535))' "$1" "$2"
  elif has perl; then printf "$4" | limit "$3" perl -MIO::Socket::IP -e '
my $link = IO::Socket::IP->new(Proto => "udp", PeerHost => $ARGV[0], PeerPort => $ARGV[1]) or exit 1;
undef $/; $link->send(scalar <STDIN>); $link->recv(my $answer, 65535); print $answer' "$1" "$2"
  elif has nc; then printf "$4" | limit "$3" nc -u "$1" "$2"
  else return 3; fi
}
d=$(mktemp -d 2>/dev/null) || d=$(mktemp -d -p /dev/shm) || exit 3
trap 'rm -rf "$d"' EXIT
chmod 700 "$d"
`;
const ending = (marker) => `
printf '%s\\n' '${marker}'
for f in "$d"/*; do
  [ -f "$f" ] || continue
  printf '%s %s\\n' "\${f##*/}" "$(($(wc -c <"$f")))"
  cat "$f"
done
exit 0
`;
function factsScript(checks, marker) {
    const common = new Set(checks.flatMap(({ kind }) => kind.shared ?? []));
    const jobs = [
        ...[...common].map(name => `${shared[name]} >"$d"/${name}`),
        ...checks.flatMap(({ kind, question, skip }, index) => {
            const ask = skip ? '' : (kind.ask?.(question) ?? '');
            return ask === '' ? [] : [`o="$d"/${index}; ${ask}`];
        }),
    ];
    const started = jobs.map((job, index) => {
        const wait = (index + 1) % PARALLEL === 0 ? '\nwait' : '';
        return `(\n${job}\n) </dev/null >/dev/null 2>&1 &${wait}`;
    });
    return `${PRELUDE}${started.join('\n')}\nwait\n${ending(marker)}`;
}
function parseFacts(output, marker) {
    const start = output.indexOf(`${marker}\n`);
    if (start < 0)
        throw new Error('the script that collects facts did not run to its end');
    const facts = new Map();
    for (let at = start + marker.length + 1; at < output.length;) {
        const lineEnd = output.indexOf(10, at);
        const [name = '', size] = output.toString('latin1', at, lineEnd < 0 ? output.length : lineEnd).split(' ');
        const length = Number(size);
        if (lineEnd < 0 || !Number.isInteger(length) || lineEnd + 1 + length > output.length)
            throw new Error('the connection ended before all facts were told');
        facts.set(name, output.subarray(lineEnd + 1, lineEnd + 1 + length));
        at = lineEnd + 1 + length;
    }
    return { of: (index, fact) => facts.get(`${index}.${fact}`), shared: fact => facts.get(fact) ?? Buffer.alloc(0) };
}

// EXTERNAL MODULE: ./build/language/gotemplate/data.js
var data = __webpack_require__(17775);
// EXTERNAL MODULE: ./build/language/gotemplate/print.js
var print = __webpack_require__(4740);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/values.js


class Lines {
    constructor(text) {
        this.text = text;
    }
}
class Mismatch extends Error {
}
const lists = new WeakSet();
function ofMachine(list) {
    const own = [...list];
    lists.add(own);
    return own;
}
const isOfMachine = (value) => typeof value === 'object' && value !== null && lists.has(value);
const isList = (value) => Array.isArray(value);
const isMap = (value) => (0,data/* kindOf */.I)(value) === 'map' && !(value instanceof Lines);
const isNumber = (value) => /^(int|float64)$/.test((0,data/* kindOf */.I)(value));
function toText(value) {
    if (value instanceof Lines)
        return value.text;
    return isList(value) ? value.map(each => (0,print/* sprint */.vV)([each])).join('\n') : (0,print/* sprint */.vV)([value]);
}
function toNumber(value) {
    if (isNumber(value))
        return (0,data/* floatOf */.wl)(value);
    const text = value instanceof Lines ? value.text : value;
    if (typeof text !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text))
        throw new Mismatch(`${shown(value)} is not a number`);
    return Number(text);
}
function toList(value) {
    if (isList(value))
        return value;
    if (value instanceof Lines)
        return value.text.split('\n');
    if (typeof value === 'string')
        return value.split('\n');
    if (isMap(value))
        return Object.values(value);
    throw new Mismatch(`${shown(value)} is not a list`);
}
const LONGEST = 2000;
function shown(value) {
    const text = JSON.stringify(value instanceof Lines ? value.text : value, plainNumber) ?? 'nothing';
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}
const plainNumber = (_, value) => (isNumber(value) ? (0,data/* floatOf */.wl)(value) : value);
function equals(a, b) {
    if (isOfMachine(a) || isOfMachine(b))
        return false;
    const [left, right] = [a, b].map(each => (each instanceof Lines ? each.text : each));
    if (isList(left) && isList(right))
        return left.length === right.length && left.every((each, i) => equals(each, right[i]));
    if (isNumber(left) && isNumber(right))
        return (0,data/* kindOf */.I)(left) === (0,data/* kindOf */.I)(right) && (0,print/* sprint */.vV)([left]) === (0,print/* sprint */.vV)([right]);
    if (!isMap(left) || !isMap(right))
        return left === right;
    const keys = Object.keys(left);
    return (keys.length === Object.keys(right).length && keys.every(key => Object.hasOwn(right, key) && equals(left[key], right[key])));
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/verdict.js

const verdictsOf = (checks, facts) => checks.flatMap((check, index) => judge(check, answerOf(facts, index)));
function judge(check, answer) {
    const { kind, expectations, skip } = check;
    let pointless = skip ? 'the file says skip' : undefined;
    return expectations.map(expectation => {
        const { attribute } = expectation;
        if (pointless !== undefined)
            return { check, attribute, outcome: 'skipped', detail: pointless };
        const { found, error } = foundFor(check, attribute, answer);
        const detail = error ?? reason(expectation, found);
        if (attribute === kind.deciding && (detail !== undefined || found === false))
            pointless = detail === undefined ? `${attribute} is false` : `${attribute} failed`;
        return detail === undefined ? { check, attribute, outcome: 'passed' } : { check, attribute, outcome: 'failed', detail };
    });
}
function foundFor({ kind, question }, attribute, answer) {
    try {
        const found = kind.find(attribute, answer, question);
        return { found: isList(found) && kind.type !== 'matching' ? ofMachine(found) : found };
    }
    catch (error) {
        return { error: error.message };
    }
}
function reason({ matcher }, found) {
    try {
        const expected = matcher(found);
        return expected && `expected ${expected}; found ${shown(found)}`;
    }
    catch (error) {
        if (error instanceof Mismatch)
            return error.message;
        throw error;
    }
}
const answerOf = (facts, index) => ({
    bytes: fact => facts.of(index, fact),
    text: fact => facts.of(index, fact)?.toString(),
    shared: fact => facts.shared(fact).toString(),
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "./apart/picomatch.js"
var picomatch_js_ = __webpack_require__(85984);
var picomatch_js_default = /*#__PURE__*/__webpack_require__.n(picomatch_js_);
// EXTERNAL MODULE: ./build/language/gotemplate/index.js + 2 modules
var gotemplate = __webpack_require__(33800);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/json-path.js

const ABSENT = Symbol('nothing is there');
function jsonPath(text) {
    const stages = text === '' ? [] : pieces(text, '|').map(parse);
    return document => stages.reduce((found, steps) => (found === ABSENT ? found : walk(found, steps)), document);
}
function parse(text) {
    return pieces(text, '.').map((piece, index) => {
        const query = /^#\((.*)\)(#?)$/s.exec(piece);
        if (query)
            return parseQuery(query[1], query[2] === '#');
        if (piece === '#')
            return { kind: 'all' };
        const modify = piece.startsWith('@') && Object.hasOwn(MODIFIERS, piece.slice(1)) ? MODIFIERS[piece.slice(1)] : undefined;
        if (modify)
            return { kind: 'modifier', modify };
        if (/^[@!{[]/.test(piece))
            throw new Error(`the path ${JSON.stringify(text)} uses ${JSON.stringify(piece)} (part ${index + 1}); supported are keys, indexes, #, #(key=="value") and @${Object.keys(MODIFIERS).join(', @')}`);
        const fits = /(?<!\\)(?:\\\\)*[*?]/.test(piece) ? likeness(piece) : undefined;
        return { kind: 'key', key: piece.replace(/\\(.)/g, '$1'), fits };
    });
}
function likeness(pattern) {
    const expression = pattern.replace(/\\(.)|([*?])|([^\w])/gs, (_, escaped, wild, other) => wild === '*' ? '.*' : wild === '?' ? '.' : `\\${escaped ?? other}`);
    const compiled = new RegExp(`^${expression}$`, 's');
    return text => compiled.test(text);
}
const MODIFIERS = {
    this: document => document,
    valid: document => document,
    ugly: document => document,
    pretty: document => document,
    keys: document => (isMap(document) ? Object.keys(document) : isList(document) ? document.map(() => null) : []),
    values: document => (isMap(document) ? Object.values(document) : isList(document) ? document : [document]),
    reverse: document => isList(document)
        ? document.toReversed()
        : isMap(document)
            ? Object.fromEntries(Object.entries(document).reverse())
            : document,
    flatten: document => (isList(document) ? document.flat() : document),
    tostr: document => JSON.stringify(document),
};
function pieces(text, separator) {
    const found = [''];
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
        const char = text[i];
        if (char === '(')
            depth++;
        if (char === ')')
            depth--;
        if (char === separator && depth === 0)
            found.push('');
        else
            found[found.length - 1] += char === '\\' ? char + (text[++i] ?? '') : char;
    }
    return found;
}
const QUERY = /^(.*?)\s*(==|!=|<=|>=|!%|<|>|=|%)\s*(.+)$/s;
function parseQuery(text, every) {
    const [, path, operator, value] = QUERY.exec(text) ?? [];
    if (operator === undefined || value === undefined)
        return { kind: 'query', path: parse(text), value: undefined, every };
    if (value.startsWith('~'))
        throw new Error(`the query #(${text}) is not supported; write #(key=="value")`);
    return { kind: 'query', path: path ? parse(path) : [], operator, value: literal(value.trim()), every };
}
function literal(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
function walk(document, [step, ...rest]) {
    if (step === undefined)
        return document;
    if (step.kind === 'modifier')
        return walk(step.modify(document), rest);
    if (step.kind === 'key') {
        if (step.fits && isMap(document)) {
            const key = Object.keys(document).find(step.fits);
            return key === undefined ? ABSENT : walk(document[key], rest);
        }
        if (isList(document))
            return /^\d+$/.test(step.key) && Number(step.key) < document.length ? walk(document[Number(step.key)], rest) : ABSENT;
        return isMap(document) && Object.hasOwn(document, step.key) ? walk(document[step.key], rest) : ABSENT;
    }
    if (!isList(document))
        return ABSENT;
    if (step.kind === 'all')
        return rest.length === 0 ? document.length : each(document, rest);
    const fitting = document.filter(element => satisfies(walk(element, step.path), step.operator, step.value));
    if (step.every)
        return each(fitting, rest);
    return fitting.length === 0 ? ABSENT : walk(fitting[0], rest);
}
const each = (list, rest) => list.map(element => walk(element, rest)).filter(value => value !== ABSENT);
function satisfies(found, operator, value) {
    if (operator === undefined)
        return found !== ABSENT;
    if (operator.endsWith('%'))
        return typeof found === 'string' && likeness(String(value))(found) !== operator.startsWith('!');
    if (operator === '=' || operator === '==')
        return found === value;
    if (operator === '!=')
        return found !== value && found !== ABSENT;
    if (typeof found !== typeof value || (typeof found !== 'number' && typeof found !== 'string'))
        return false;
    const [a, b] = [found, value];
    return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
}

// EXTERNAL MODULE: ./build/language/regexp.js
var regexp = __webpack_require__(69441);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/line-patterns.js

function linePattern(source) {
    const inverse = source.startsWith('!');
    if (/^!?\/$/.test(source))
        throw new Error(`${JSON.stringify(source)} is neither a text nor a regular expression`);
    const expression = /^!?\/(.*)\/$/s.exec(source)?.[1];
    const text = source.replace(/^[\\/!]+/, '');
    if (expression === undefined)
        return { source, inverse, matches: line => line.includes(text) };
    const compiled = regularExpression(expression);
    return { source, inverse, matches: compiled };
}
function regularExpression(expression) {
    try {
        const compiled = (0,regexp/* compilePattern */.Eb)(expression);
        return text => {
            for (const _ of compiled.matches(text))
                return true;
            return false;
        };
    }
    catch (error) {
        if (!(error instanceof regexp/* PatternError */.JM))
            throw error;
        throw new Error(`${JSON.stringify(expression)} is not a regular expression: ${error.message}`);
    }
}
function unsatisfied(patterns, text) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    const trimmed = lines.map(line => (line.endsWith('\r') ? line.slice(0, -1) : line));
    const has = (pattern) => pattern.source === '' || trimmed.some(line => pattern.matches(line));
    return patterns.filter(pattern => has(pattern) === pattern.inverse).map(({ source }) => source);
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/semver.js

const parseVersion = (text) => (/^\d\S*$/.test(text) ? ((0,semver.parse)(text) ?? undefined) : undefined);
const COMPARISON = /^(>=|<=|!=|==|=|!|>|<)?\s*(\d+(?:\.(?:\d+|[xX*]))?(?:\.(?:\d+|[xX*]))?(?:[-+][\w.+-]+)?)$/;
function versionRange(range) {
    const alternatives = range.split('||').map(part => {
        const words = part
            .replace(/(>=|<=|!=|==|=|!|>|<)\s+/g, '$1')
            .trim()
            .split(/\s+/);
        const tests = words.map(word => comparison(word, range));
        return (version) => tests.every(test => test(version));
    });
    return version => alternatives.some(test => test(version));
}
function comparison(word, range) {
    const [, operator = '=', text] = COMPARISON.exec(word) ?? [];
    if (text === undefined)
        throw new Error(`${JSON.stringify(range)} is not a range of semantic versions`);
    if (/[xX*]/.test(text) && operator.startsWith('!'))
        throw new Error(`${JSON.stringify(range)}: ${word} is not supported: to goss it holds for no version`);
    if (/[xX*]/.test(text))
        return wildcard(operator, text);
    const bound = parseVersion(text);
    if (!bound)
        throw new Error(`${JSON.stringify(range)} is not a range of semantic versions: ${text} lacks a part`);
    return holds(operator, bound);
}
function wildcard(operator, text) {
    const parts = text.split('.');
    const fixed = parts
        .slice(0, parts.findIndex(part => /[xX*]/.test(part)))
        .map(Number);
    const [major = 0, minor = 0] = fixed;
    const low = new semver.SemVer(`${major}.${minor}.0`);
    const high = new semver.SemVer(fixed.length === 1 ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`);
    switch (operator) {
        case '>':
            return holds('>=', high);
        case '<=':
            return holds('<', high);
        case '>=':
        case '<':
            return holds(operator, low);
        default:
            return version => holds('>=', low)(version) && holds('<', high)(version);
    }
}
const holds = (operator, bound) => version => (0,semver.cmp)(version, (operator === '!' ? '!=' : operator), bound);

// EXTERNAL MODULE: external "./apart/yaml.js"
var yaml_js_ = __webpack_require__(68321);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/yaml.js


const WHOLE = /^[-+]?(0[bB][01_]+|0[oO]?_*[0-7][0-7_]*|0[xX][0-9a-fA-F_]+|[1-9][0-9_]*|0)$/;
const DECIMAL = /^[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$/;
const yaml_int = {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: WHOLE,
    resolve: text => {
        const digits = text.replaceAll('_', '').replace(/^[-+]/, '');
        const size = BigInt(digits.replace(/^0(?=[0-7]+$)/, '0o').toLowerCase());
        const value = text.startsWith('-') ? -size : size;
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    },
};
const yaml_float = {
    tag: 'tag:yaml.org,2002:float',
    default: true,
    test: DECIMAL,
    resolve: text => floatOf(Number(text.replaceAll('_', ''))),
};
const floatOf = (value) => (Number.isInteger(value) ? new gotemplate/* GoFloat */.LK(value) : value);
const customTags = (tags) => [yaml_int, yaml_float, ...tags];
const written = (key) => ((0,yaml_js_.isScalar)(key) ? (key.source ?? key.value) : key);
const sameKey = (a, b) => written(a) === written(b);
function parseGossText(text, path) {
    const json = path.endsWith('.json');
    const document = (0,yaml_js_.parseDocument)(text, { uniqueKeys: sameKey, merge: true, ...(json ? {} : { customTags }) });
    const [error] = document.errors;
    if (error)
        throw error;
    (0,yaml_js_.visit)(document, {
        Pair: (_, { key }) => {
            if ((0,yaml_js_.isScalar)(key) && key.source !== undefined && typeof key.value !== 'string' && key.value !== null)
                key.value = key.source;
        },
    });
    const value = document.toJS();
    return json ? withFloats(value) : value;
}
function withFloats(value) {
    if (typeof value === 'number')
        return floatOf(value);
    if (Array.isArray(value))
        return value.map(withFloats);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFloats(each)]));
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/matchers.js





const when = (holds, expected) => (holds ? undefined : expected);
function matcherOf(expected, outermost = false) {
    if (typeof expected === 'string')
        return found => when(toText(found) === expected, `to equal ${shown(expected)}`);
    if (isNumber(expected))
        return found => when(toNumber(found) === toNumber(expected), `to equal ${shown(expected)}`);
    if (typeof expected === 'boolean')
        return found => when(found === expected, `to equal ${expected}`);
    if (isList(expected))
        return listMatcher(expected, outermost);
    if (!isMap(expected))
        throw new Error('an expectation is missing');
    const names = Object.keys(expected);
    if (names.length !== 1)
        throw new Error(names.length === 0
            ? 'an expectation is empty'
            : `one matcher at a time, and there are ${names.join(', ')}; write and: [...]`);
    const name = names[0];
    const make = Object.hasOwn(MATCHERS, name) ? MATCHERS[name] : undefined;
    if (!make)
        throw new Error(`there is no matcher "${name}"; there are ${Object.keys(MATCHERS).sort().join(', ')}`);
    return make(expected[name], name);
}
function listMatcher(expected, outermost) {
    const patterns = expected.every(item => typeof item === 'string') ? patternsMatcher(expected) : undefined;
    const elements = expected.map(item => matcherOf(item));
    return found => {
        if (!(found instanceof Lines && outermost))
            return containsAll(expected, elements, elementsOf(found), false);
        if (!patterns)
            throw new Mismatch('the patterns for text are texts themselves');
        return patterns(found);
    };
}
function patternsMatcher(expected) {
    const patterns = arrayOf(expected, 'have-patterns').map(item => linePattern(textOf(item, 'have-patterns')));
    return found => {
        const missing = unsatisfied(patterns, isList(found) ? found.map(toText).join('\n') : toText(found));
        return when(missing.length === 0, `to have the patterns ${shown(missing)}`);
    };
}
function elementsOf(found) {
    if (isList(found))
        return found;
    if (isMap(found))
        return Object.values(found);
    throw new Mismatch(`${shown(found)} is not a list`);
}
function containsAll(expected, matchers, found, exact) {
    const fits = matchers.map(matcher => found.map(element => passes(matcher, element)));
    const servant = new Map();
    const serve = (wish, tried) => found.some((_, element) => {
        if (!fits[wish][element] || tried.has(element))
            return false;
        tried.add(element);
        const rival = servant.get(element);
        if (rival !== undefined && !serve(rival, tried))
            return false;
        servant.set(element, wish);
        return true;
    });
    const missing = expected.filter((_, wish) => !serve(wish, new Set()));
    if (missing.length > 0)
        return `to contain ${shown(missing)}`;
    const extra = exact ? found.filter((_, element) => !servant.has(element)) : [];
    return when(extra.length === 0, `to contain nothing else than was expected, such as ${shown(extra)}`);
}
function passes(matcher, element) {
    try {
        return matcher(element) === undefined;
    }
    catch (error) {
        if (error instanceof Mismatch)
            return false;
        throw error;
    }
}
const MATCHERS = {
    equal: expected => found => {
        if (found === null && expected === null)
            throw new Mismatch('nothing is not compared with nothing');
        const hint = isOfMachine(found) ? ' (to goss no list of a machine equals one in a file: write consist-of)' : '';
        return when(equals(found, expected), `to equal ${shown(expected)}${hint}`);
    },
    'have-prefix': ofText((found, wish) => found.startsWith(wish)),
    'have-suffix': ofText((found, wish) => found.endsWith(wish)),
    'contain-substring': ofText((found, wish) => found.includes(wish)),
    'match-regexp': (expected, name) => {
        const matches = regularExpression(textOf(expected, name));
        return found => when(matches(toText(found)), `to match ${shown(expected)}`);
    },
    'have-patterns': patternsMatcher,
    'have-len': (expected, name) => {
        const length = numberOf(expected, name);
        return found => when(lengthOf(found) === length, `to have length ${length}`);
    },
    'have-key': (expected, name) => {
        if (typeof expected !== 'string' && !isMap(expected))
            throw new Error(`${name} takes a text or a matcher, not ${shown(expected)}`);
        const matcher = matcherOf(expected);
        return found => {
            if (!isMap(found))
                throw new Mismatch(`${shown(found)} has no keys`);
            return when(Object.keys(found).some(key => passes(matcher, key)), `to have the key ${shown(expected)}`);
        };
    },
    'contain-element': expected => {
        const matcher = matcherOf(expected);
        return found => when(toList(found).some(element => passes(matcher, element)), `to contain an element that matches ${shown(expected)}`);
    },
    'contain-elements': (expected, name) => {
        const [wishes, matchers] = wishesOf(expected, name);
        return found => containsAll(wishes, matchers, toList(found), false);
    },
    'consist-of': (expected, name) => {
        const [wishes, matchers] = wishesOf(expected, name);
        return found => containsAll(wishes, matchers, elementsOf(found), true);
    },
    not: expected => {
        const matcher = matcherOf(expected);
        return found => when(matcher(found) !== undefined, `not to match ${shown(expected)}`);
    },
    and: (expected, name) => {
        const [, matchers] = wishesOf(expected, name);
        return found => {
            for (const matcher of matchers) {
                const reason = matcher(found);
                if (reason !== undefined)
                    return reason;
            }
            return undefined;
        };
    },
    or: (expected, name) => {
        const [, matchers] = wishesOf(expected, name);
        return found => when(matchers.some(matcher => matcher(found) === undefined), `to match one of ${shown(expected)}`);
    },
    gt: ofNumber((found, bound) => found > bound, '>'),
    ge: ofNumber((found, bound) => found >= bound, '>='),
    lt: ofNumber((found, bound) => found < bound, '<'),
    le: ofNumber((found, bound) => found <= bound, '<='),
    'semver-constraint': (expected, name) => {
        const holds = versionRange(textOf(expected, name));
        return found => {
            const versions = (isList(found) ? found : [found]).map(each => parseVersion(toText(each)));
            if (versions.length === 0)
                throw new Mismatch('there is no version');
            if (versions.some(version => version === undefined))
                throw new Mismatch(`${shown(found)} is not all semantic versions`);
            return when(versions.every(version => version && holds(version)), `to lie in the range ${shown(expected)}`);
        };
    },
    gjson: (expected, name) => {
        if (!isMap(expected))
            throw new Error(`${name} is a map from paths to expectations`);
        const wishes = Object.entries(expected).map(([path, wish]) => ({ path, at: jsonPath(path), matcher: matcherOf(wish) }));
        return found => {
            const document = parseJson(found);
            for (const { path, at, matcher } of wishes) {
                const value = withFloats(at(document));
                if (value === ABSENT)
                    throw new Mismatch(`there is nothing at the path ${path}`);
                const reason = matcher(value);
                if (reason !== undefined)
                    return `at ${path}: ${shown(value)} ${reason}`;
            }
            return undefined;
        };
    },
};
function ofText(holds) {
    return (expected, name) => {
        const wish = textOf(expected, name);
        return found => when(holds(toText(found), wish), `to ${name.replaceAll('-', ' ')} ${shown(wish)}`);
    };
}
function ofNumber(holds, sign) {
    return (expected, name) => {
        const bound = numberOf(expected, name);
        return found => when(holds(toNumber(found), bound), `to be ${sign} ${bound}`);
    };
}
function wishesOf(expected, name) {
    const wishes = arrayOf(expected, name);
    return [wishes, wishes.map(wish => matcherOf(wish))];
}
function lengthOf(found) {
    if (found instanceof Lines || typeof found === 'string')
        return Buffer.byteLength(toText(found));
    if (isList(found))
        return found.length;
    if (isMap(found))
        return Object.keys(found).length;
    throw new Mismatch(`${shown(found)} has no length`);
}
function parseJson(found) {
    if (!(found instanceof Lines) && typeof found !== 'string')
        throw new Mismatch(`${shown(found)} is not JSON text`);
    try {
        return JSON.parse(toText(found));
    }
    catch {
        throw new Mismatch(`${shown(found)} is not JSON text`);
    }
}
function textOf(expected, name) {
    if (typeof expected === 'string')
        return expected;
    throw new Error(`${name} takes a text, not ${shown(expected)}`);
}
function numberOf(expected, name) {
    if (isNumber(expected))
        return toNumber(expected);
    throw new Error(`${name} takes a number, not ${shown(expected)}`);
}
function arrayOf(expected, name) {
    if (isList(expected))
        return expected;
    throw new Error(`${name} takes a list, not ${shown(expected)}`);
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/accounts.js
const rows = (text) => text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(':'));
const user = {
    type: 'user',
    label: 'User',
    target: 'username',
    attributes: ['exists', 'uid', 'gid', 'home', 'groups', 'shell'],
    deciding: 'exists',
    whole: ['uid', 'gid'],
    shared: ['passwd', 'group'],
    find: (attribute, answer, { target }) => {
        const entry = rows(answer.shared('passwd')).find(([name]) => name === target);
        if (attribute === 'exists')
            return entry !== undefined;
        const [, , uid, gid, , home, shell] = entry ?? [];
        switch (attribute) {
            case 'uid':
                return Number(uid);
            case 'gid':
                return Number(gid);
            case 'home':
                return home;
            case 'shell':
                return shell;
            default:
                return groupsOf(target, gid ?? '', answer.shared('group'));
        }
    },
};
function groupsOf(name, gid, groups) {
    const names = rows(groups)
        .filter(([, , id, members = '']) => id === gid || members.split(',').includes(name))
        .map(([group = '']) => group);
    return [...new Set(names)].sort();
}
const group = {
    type: 'group',
    label: 'Group',
    target: 'groupname',
    attributes: ['exists', 'gid'],
    deciding: 'exists',
    whole: ['gid'],
    shared: ['group'],
    find: (attribute, answer, { target }) => {
        const entry = rows(answer.shared('group')).find(([name]) => name === target);
        return attribute === 'exists' ? entry !== undefined : Number(entry?.[2]);
    },
};

// EXTERNAL MODULE: ./build/lib/posix-quote.js
var posix_quote = __webpack_require__(30789);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/time-limit.js
function seconds(milliseconds, otherwise) {
    return String((typeof milliseconds === 'number' && milliseconds > 0 ? milliseconds : otherwise) / 1000);
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/addr.js


const DEFAULT_MILLISECONDS = 500;
const addr = {
    type: 'addr',
    label: 'Addr',
    target: 'address',
    attributes: ['reachable'],
    required: 'reachable',
    settings: { timeout: 'number', 'local-address': 'text' },
    ask: ({ target, settings }) => {
        const [, protocol = 'tcp', host = '', port = ''] = /^(?:(tcp|udp)[46]?:\/\/)?\[?(.*?)\]?:(\w+)$/.exec(target) ?? [];
        const words = [protocol, host, port, seconds(settings.timeout, DEFAULT_MILLISECONDS), settings['local-address'] ?? ''];
        return `reach ${words.map(word => (0,posix_quote/* quote */.h)(String(word))).join(' ')}; echo $? >"$o".status`;
    },
    find: (_, answer) => {
        const status = answer.text('status')?.trim();
        if (status === '3')
            throw new Error('the machine has none of bash, python3, perl and nc to connect with');
        return status === '0';
    },
};

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/command.js



const command_DEFAULT_MILLISECONDS = 10_000;
const RUN = `{ { sh -c "$1" 3>&-; echo $? >"$2".code; } 2>&3 | cat >"$2".stdout; } 3>&1 | cat >"$2".stderr; mv "$2".code "$2".status`;
const command = {
    type: 'command',
    label: 'Command',
    target: 'exec',
    attributes: ['exit-status', 'stdout', 'stderr'],
    required: 'exit-status',
    whole: ['exit-status'],
    ignoresEmpty: ['stdout', 'stderr'],
    settings: { timeout: 'number' },
    ask: ({ target, settings }) => `own_locale
limit ${seconds(settings.timeout, command_DEFAULT_MILLISECONDS)} sh -c '${RUN}' sh ${(0,posix_quote/* quote */.h)(target)} "$o"`,
    find: (attribute, answer, { settings }) => {
        const status = answer.text('status');
        if (status === undefined)
            throw new Error(`it did not end within ${settings.timeout || command_DEFAULT_MILLISECONDS} ms`);
        return attribute === 'exit-status' ? Number(status) : new Lines(answer.text(attribute) ?? '');
    },
};

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/dns-message.js
const TYPES = { A: 1, NS: 2, CNAME: 5, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33, CAA: 257 };
const isRecordType = (word) => Object.hasOwn(TYPES, word);
const ID = 0x1d07;
function encodeQuestion(name, type) {
    const labels = name.split('.').filter(label => label !== '');
    const body = labels.flatMap(label => [Buffer.from([Buffer.byteLength(label)]), Buffer.from(label)]);
    const header = Buffer.from([ID >> 8, ID & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    return Buffer.concat([header, ...body, Buffer.from([0, TYPES[type] >> 8, TYPES[type] & 255, 0, 1])]);
}
function decodeAnswer(message, type) {
    if (message.length < 12)
        throw new Error('the name server did not answer');
    const code = message.readUInt8(3) & 15;
    if (code !== 0 && code !== 3)
        throw new Error(`the name server answered with code ${code}`);
    let at = 12;
    for (let i = message.readUInt16BE(4); i > 0; i--)
        at = nameAt(message, at).end + 4;
    const found = [];
    for (let i = message.readUInt16BE(6); i > 0; i--) {
        const start = nameAt(message, at).end;
        const data = start + 10;
        const length = message.readUInt16BE(start + 8);
        if (message.readUInt16BE(start) === TYPES[type])
            found.push(recordText(message, data, length, type));
        at = data + length;
    }
    return found;
}
function nameAt(message, start) {
    let [name, at, end] = ['', start, 0];
    for (let steps = 0; steps < 128; steps++) {
        const length = message.readUInt8(at);
        if (length >= 0xc0) {
            end ||= at + 2;
            at = message.readUInt16BE(at) & 0x3fff;
        }
        else if (length === 0) {
            return { name: name || '.', end: end || at + 1 };
        }
        else {
            name += `${message.toString('latin1', at + 1, at + 1 + length)}.`;
            at += 1 + length;
        }
    }
    throw new Error('the name server sent a name without end');
}
function recordText(message, at, length, type) {
    const word = (offset) => message.readUInt16BE(at + offset);
    switch (type) {
        case 'A':
            return [...message.subarray(at, at + 4)].join('.');
        case 'AAAA':
            return compact(Array.from({ length: 8 }, (_, i) => word(i * 2).toString(16)));
        case 'MX':
            return `${word(0)} ${nameAt(message, at + 2).name}`;
        case 'SRV':
            return `${word(0)} ${word(2)} ${word(4)} ${nameAt(message, at + 6).name}`;
        case 'TXT':
            return strings(message.subarray(at, at + length)).join('');
        case 'CAA': {
            const tag = message.readUInt8(at + 1);
            return `${message.readUInt8(at)} ${message.toString('latin1', at + 2, at + 2 + tag)} ${message.toString('latin1', at + 2 + tag, at + length)}`;
        }
        default:
            return nameAt(message, at).name;
    }
}
function strings(data) {
    const found = [];
    for (let at = 0; at < data.length; at += 1 + data.readUInt8(at))
        found.push(data.toString('utf8', at + 1, at + 1 + data.readUInt8(at)));
    return found;
}
function compact(groups) {
    const runs = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].sort((a, b) => b[0].length - a[0].length);
    const text = groups.join(':');
    if (!runs[0])
        return text;
    const { index, 0: run } = runs[0];
    return `${text.slice(0, index)}::${text.slice(index + run.length)}`.replace(/:{3,}/, '::');
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/dns.js




const dns_DEFAULT_MILLISECONDS = 500;
const dns = {
    type: 'dns',
    label: 'DNS',
    target: 'resolve',
    attributes: ['resolvable', 'addrs'],
    formerly: { resolveable: 'resolvable' },
    deciding: 'resolvable',
    settings: { server: 'text', timeout: 'number' },
    shared: ['hosts'],
    ask: question => {
        const { settings } = question;
        if (!settings.server)
            return `getent ahosts ${(0,posix_quote/* quote */.h)(nameOf(question).name)} >"$o".addresses || rm -f "$o".addresses`;
        const { host, port } = serverOf(String(settings.server));
        const words = [host, port, seconds(settings.timeout, dns_DEFAULT_MILLISECONDS)].map(posix_quote/* quote */.h).join(' ');
        return typesOf(question)
            .map(type => `ask_udp ${words} ${(0,posix_quote/* quote */.h)(escaped(encodeQuestion(questionName(question, type), type)))} >"$o".${type}`)
            .join('\n');
    },
    find: (attribute, answer, question) => {
        const addresses = question.settings.server ? answered(answer, question) : resolved(answer, nameOf(question).name);
        return attribute === 'resolvable' ? addresses.length > 0 : addresses;
    },
};
function nameOf({ target }) {
    const [, type = '', name = ''] = /^([A-Z]+):(.+)$/.exec(target) ?? [];
    return isRecordType(type) ? { name, type } : { name: target };
}
function typesOf(question) {
    const { type } = nameOf(question);
    return type ? [type] : ['A', 'AAAA'];
}
function questionName(question, type) {
    const { name } = nameOf(question);
    return type === 'PTR' && (0,external_node_net_.isIP)(name) === 4 ? `${name.split('.').reverse().join('.')}.in-addr.arpa` : name;
}
function serverOf(server) {
    if ((0,external_node_net_.isIP)(server))
        return { host: server, port: '53' };
    const [, host = server, port = '53'] = /^\[?(.*?)\]?:(\d+)$/.exec(server) ?? [];
    return { host, port };
}
const escaped = (bytes) => [...bytes].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');
function answered(answer, question) {
    const found = typesOf(question).map(type => decodeAnswer(answer.bytes(type) ?? Buffer.alloc(0), type));
    return found.flat().sort();
}
function resolved(answer, name) {
    const listed = answer
        .shared('hosts')
        .split('\n')
        .map(line => line.replace(/#.*/, '').trim().split(/\s+/))
        .filter(([, ...names]) => names.includes(name))
        .map(([address = '']) => address);
    const asked = (answer.text('addresses') ?? '').split('\n').flatMap(line => line.trim().split(/\s+/)[0] || []);
    return [...new Set(listed.length > 0 ? listed : asked)].sort();
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/file.js


const LARGEST_BYTES = 64 * 1024 * 1024;
const SUMS = ['md5', 'sha256', 'sha512'];
const file = {
    type: 'file',
    label: 'File',
    target: 'path',
    attributes: ['exists', 'mode', 'owner', 'uid', 'group', 'gid', 'linked-to', 'filetype', 'contents', 'size', ...SUMS],
    formerly: { contains: 'contents' },
    deciding: 'exists',
    ignoresEmpty: ['contents'],
    ask: ({ target, wanted }) => {
        const lines = [
            `p=$(place ${(0,posix_quote/* quote */.h)(target.replace(/(?<=.)\/+$/, ''))})`,
            'if [ -e "$p" ] || [ -h "$p" ]; then',
            `stat -c '%f|%s|%u|%g|%U|%G' "$p" >"$o".stat`,
        ];
        if (wanted.has('linked-to'))
            lines.push('[ -h "$p" ] && readlink "$p" >"$o".target');
        if (wanted.has('contents'))
            lines.push(`head -c ${LARGEST_BYTES + 1} "$p" >"$o".contents 2>"$o".why || rm -f "$o".contents`);
        for (const sum of SUMS)
            if (wanted.has(sum))
                lines.push(`${sum}sum <"$p" >"$o".${sum} 2>"$o".why || rm -f "$o".${sum}`);
        return [...lines, 'fi'].join('\n');
    },
    find: (attribute, answer, { target }) => {
        const stat = answer.text('stat');
        if (stat === undefined)
            return attribute === 'exists' ? false : missing(target);
        const [mode = '', size, uid, gid, owner, group] = stat.trim().split('|');
        const bits = Number.parseInt(mode, 16);
        switch (attribute) {
            case 'exists':
                return true;
            case 'mode':
                return (bits & 0o7777).toString(8).padStart(4, '0');
            case 'size':
                return Number(size);
            case 'uid':
                return Number(uid);
            case 'gid':
                return Number(gid);
            case 'owner':
                return owner;
            case 'group':
                return group;
            case 'filetype':
                return FILE_TYPES[bits >> 12] ?? 'file';
            case 'linked-to':
                return (answer.text('target') ?? fail(`${target} is not a symbolic link`)).replace(/\n$/, '');
            case 'contents':
                return contents(answer, target);
            default:
                return (answer.text(attribute) ?? unreadable(answer, target)).split(' ', 1)[0];
        }
    },
};
const FILE_TYPES = {
    1: 'pipe',
    2: 'character-device',
    4: 'directory',
    6: 'block-device',
    10: 'symlink',
    12: 'socket',
};
function contents(answer, target) {
    const bytes = answer.bytes('contents') ?? unreadable(answer, target);
    if (bytes.length > LARGEST_BYTES)
        fail(`${target} is larger than ${LARGEST_BYTES} bytes, and so much is not fetched`);
    return new Lines(bytes.toString());
}
const unreadable = (answer, target) => fail(answer.text('why')?.trim() || `${target} could not be read`);
const missing = (target) => fail(`there is no ${target}`);
function fail(sentence) {
    throw new Error(sentence);
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/http.js



const http_DEFAULT_MILLISECONDS = 5000;
const MOST_REDIRECTS = 10;
const http = {
    type: 'http',
    label: 'HTTP',
    target: 'url',
    attributes: ['status', 'headers', 'body'],
    deciding: 'status',
    ignoresEmpty: ['headers', 'body'],
    settings: {
        method: 'text',
        'allow-insecure': 'flag',
        'no-follow-redirects': 'flag',
        timeout: 'number',
        'request-headers': 'texts',
        'request-body': 'text',
        username: 'text',
        password: 'text',
        'ca-file': 'text',
        'cert-file': 'text',
        'key-file': 'text',
        proxy: 'text',
    },
    ask: question => `if has curl; then
curl ${argumentsOf(question).map(posix_quote/* quote */.h).join(' ')} -o "$o".body -D "$o".headers -w '%{http_code}' >"$o".status 2>"$o".why || rm -f "$o".status${isHead(question) ? '\n: >"$o".body' : ''}
else echo 'the machine has no curl to ask with' >"$o".why; fi`,
    find: (attribute, answer) => {
        const status = answer.text('status');
        if (status === undefined)
            throw new Error(answer.text('why')?.trim() || 'there was no answer');
        if (attribute === 'status')
            return Number(status);
        return new Lines(attribute === 'body' ? (answer.text('body') ?? '') : headersOf(answer));
    },
};
function argumentsOf({ target, settings }) {
    const method = methodOf(settings);
    const body = settings['request-body'];
    const headers = (settings['request-headers'] ?? []);
    const typed = headers.some(header => /^content-type:/i.test(header));
    return [
        ...['-sS', '--max-time', seconds(settings.timeout, http_DEFAULT_MILLISECONDS), '-A', 'goss/ingot', '--url', target],
        ...(method === 'HEAD' ? ['-I'] : method === 'POST' && body ? [] : method === 'GET' && !body ? [] : ['-X', method]),
        ...(settings['no-follow-redirects'] ? [] : ['-L', '--max-redirs', String(MOST_REDIRECTS)]),
        ...(settings['allow-insecure'] ? ['-k'] : []),
        ...headers.flatMap(header => ['-H', header]),
        ...(body ? ['--data-binary', String(body), ...(typed ? [] : ['-H', 'Content-Type:'])] : []),
        ...(settings.username || settings.password ? ['-u', `${settings.username ?? ''}:${settings.password ?? ''}`] : []),
        ...(settings['ca-file'] ? ['--cacert', String(settings['ca-file'])] : []),
        ...(settings['cert-file'] ? ['--cert', String(settings['cert-file'])] : []),
        ...(settings['key-file'] ? ['--key', String(settings['key-file'])] : []),
        ...(settings.proxy ? ['-x', String(settings.proxy)] : []),
    ];
}
const methodOf = (settings) => String(settings.method || 'GET').toUpperCase();
const isHead = ({ settings }) => methodOf(settings) === 'HEAD';
function headersOf(answer) {
    const last = (answer.text('headers') ?? '')
        .trim()
        .split(/\r?\n\r?\n/)
        .at(-1) ?? '';
    const lines = last.split(/\r?\n/).slice(1);
    return lines
        .map(line => line.replace(/^[^:]+/, name => name.toLowerCase().replace(/(^|-)[a-z]/g, part => part.toUpperCase())))
        .sort()
        .join('\n');
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/matching.js
const matching = {
    type: 'matching',
    label: 'Matching',
    attributes: ['matches'],
    required: 'matches',
    settings: { content: 'any' },
    find: (_, __, { settings }) => settings.content,
};

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/package.js

const system = `if [ -e /etc/debian_version ]; then system=dpkg; elif [ -e /etc/alpine-release ]; then system=apk
elif has rpm; then system=rpm; elif has dpkg-query; then system=dpkg; elif has apk; then system=apk; else system=; fi
echo "$system" >"$o".system`;
const packageKind = {
    type: 'package',
    label: 'Package',
    target: 'name',
    attributes: ['installed', 'versions'],
    deciding: 'installed',
    ask: ({ target }) => `${system}
case "$system" in
dpkg) dpkg-query -f '\${Status} \${Version}\\n' -W ${(0,posix_quote/* quote */.h)(target)} >"$o".list ;;
rpm) rpm -q --nosignature --nodigest --qf '%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\n' ${(0,posix_quote/* quote */.h)(target)} >"$o".list || rm -f "$o".list ;;
apk) apk info -e -v ${(0,posix_quote/* quote */.h)(target)} >"$o".list ;;
esac`,
    find: (attribute, answer, { target }) => {
        const versions = versionsOf(answer, target);
        return attribute === 'installed' ? versions.length > 0 : versions;
    },
};
function versionsOf(answer, name) {
    const lines = (answer.text('list') ?? '').split('\n').filter(line => line !== '');
    switch (answer.text('system')?.trim()) {
        case 'dpkg':
            return lines.flatMap(line => /^install ok installed (.+)$/.exec(line)?.[1] ?? []);
        case 'rpm':
            return lines;
        case 'apk':
            return lines.filter(line => line.startsWith(`${name}-`)).map(line => line.slice(name.length + 1));
        default:
            throw new Error('the machine has none of dpkg, rpm and apk');
    }
}

// EXTERNAL MODULE: external "./apart/ipaddr-js.js"
var ipaddr_js_js_ = __webpack_require__(27944);
var ipaddr_js_js_default = /*#__PURE__*/__webpack_require__.n(ipaddr_js_js_);
;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/port.js


const LISTENING = '0A';
const UNCONNECTED = '07';
const port = {
    type: 'port',
    label: 'Port',
    target: 'port',
    attributes: ['listening', 'ip'],
    deciding: 'listening',
    shared: ['tcp', 'tcp6', 'udp', 'udp6'],
    find: (attribute, answer, { target }) => {
        const addresses = listeners(target, answer);
        return attribute === 'listening' ? addresses.length > 0 : addresses;
    },
};
function listeners(target, answer) {
    const [, table = 'tcp', number = ''] = /^(?:(tcp6?|udp6?):)?(\d+)$/.exec(target) ?? [];
    if (number === '')
        return [];
    const state = table.startsWith('tcp') ? LISTENING : UNCONNECTED;
    return answer
        .shared(table)
        .split('\n')
        .flatMap(line => {
        const [, local = '', , found] = line.trim().split(/\s+/);
        const [address = '', hexadecimal = ''] = local.split(':');
        return found === state && Number.parseInt(hexadecimal, 16) === Number(number) ? [addressOf(address)] : [];
    });
}
function addressOf(hexadecimal) {
    const bytes = Buffer.from(hexadecimal, 'hex').swap32();
    const text = ipaddr_js_js_default().fromByteArray([...bytes]).toString();
    return (0,external_node_net_.isIPv4)(text) ? text : ipaddr_js_js_default().IPv6.parse(text).toRFC5952String();
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/service.js

const service = {
    type: 'service',
    label: 'Service',
    target: 'name',
    attributes: ['enabled', 'running', 'runlevels'],
    ask: ({ target }) => {
        const name = (0,posix_quote/* quote */.h)(target);
        return `if has systemctl; then
systemctl -q is-enabled ${name}; echo $? >"$o".enabled
systemctl -q is-active ${name}; echo $? >"$o".running
elif has rc-service; then
rc-update show | grep -q "^ *"${name}" *|"; echo $? >"$o".enabled
rc-service ${name} status; echo $? >"$o".running
rc-update show | sed -n "s/^ *"${name}" *|//p" >"$o".runlevels
fi`;
    },
    find: (attribute, answer) => {
        if (attribute === 'runlevels')
            return (answer.text('runlevels') ?? '').split(/\s+/).filter(level => level !== '');
        const status = answer.text(attribute);
        if (status === undefined)
            throw new Error('the machine has neither systemd nor OpenRC');
        return status.trim() === '0';
    },
};

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/system.js

const processKind = {
    type: 'process',
    label: 'Process',
    target: 'comm',
    attributes: ['running'],
    required: 'running',
    shared: ['processes'],
    find: (_, answer, { target }) => answer.shared('processes').split('\n').includes(target),
};
const kernelParam = {
    type: 'kernel-param',
    label: 'KernelParam',
    target: 'name',
    attributes: ['value'],
    required: 'value',
    ask: ({ target }) => `cat ${(0,posix_quote/* quote */.h)(`/proc/sys/${parameterPath(target)}`)} >"$o".value || rm -f "$o".value`,
    find: (_, answer, { target }) => {
        const value = answer.text('value');
        if (value === undefined)
            throw new Error(`there is no kernel parameter ${target}`);
        return value.trim();
    },
};
function parameterPath(name) {
    if (/^[^.]*\//.test(name))
        return name;
    return name.replace(/[./]/g, char => (char === '.' ? '/' : '.'));
}
const mount = {
    type: 'mount',
    label: 'Mount',
    target: 'mountpoint',
    attributes: ['exists', 'opts', 'vfs-opts', 'source', 'filesystem', 'usage'],
    deciding: 'exists',
    settings: { timeout: 'number' },
    shared: ['mounts'],
    ask: ({ target, wanted, settings }) => wanted.has('usage') ? `limit ${Number(settings.timeout || 1000) / 1000} stat -f -c '%b %f' ${(0,posix_quote/* quote */.h)(target)} >"$o".usage` : '',
    find: (attribute, answer, { target }) => {
        const entry = mountAt(target, answer.shared('mounts'));
        switch (attribute) {
            case 'exists':
                return true;
            case 'opts':
                return entry.options;
            case 'vfs-opts':
                return entry.superOptions;
            case 'source':
                return entry.source;
            case 'filesystem':
                return entry.type;
            default:
                return usage(answer);
        }
    },
};
function mountAt(point, table) {
    const entry = table
        .split('\n')
        .map(line => line.split(' '))
        .findLast(fields => unescaped(fields[4] ?? '') === point);
    if (!entry)
        throw new Error(`nothing is mounted at ${point}`);
    const [type = '', source = '', superOptions = ''] = entry.slice(entry.indexOf('-', 6) + 1);
    return { options: (entry[5] ?? '').split(','), type, source: unescaped(source), superOptions: superOptions.split(',') };
}
const unescaped = (text) => text.replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)));
function usage(answer) {
    const [blocks = 0, free = 0] = (answer.text('usage') ?? '').trim().split(' ').map(Number);
    if (answer.text('usage') === undefined)
        throw new Error('its usage could not be read');
    return blocks === 0 ? -(2 ** 63) : Math.ceil(((blocks - free) / blocks) * 100);
}
const networkInterface = {
    type: 'interface',
    label: 'Interface',
    target: 'name',
    attributes: ['exists', 'addrs', 'mtu'],
    deciding: 'exists',
    ask: ({ target, wanted }) => {
        const mtu = `[ -e ${(0,posix_quote/* quote */.h)(`/sys/class/net/${target}`)} ] && cat ${(0,posix_quote/* quote */.h)(`/sys/class/net/${target}/mtu`)} >"$o".mtu`;
        return wanted.has('addrs') ? `${mtu}\nip -o addr show dev ${(0,posix_quote/* quote */.h)(target)} >"$o".addrs || rm -f "$o".addrs` : mtu;
    },
    find: (attribute, answer) => {
        const mtu = answer.text('mtu');
        if (attribute === 'exists')
            return mtu !== undefined;
        if (attribute === 'mtu')
            return Number(mtu);
        const list = answer.text('addrs');
        if (list === undefined)
            throw new Error('the machine has no ip command to list addresses with');
        return [...list.matchAll(/ inet6? (\S+)/g)].map(match => match[1]);
    },
};

;// CONCATENATED MODULE: ./build/smoke-tests/goss/resources/index.js











const kinds = [
    ...[addr, command, dns, file, group, http, networkInterface, kernelParam],
    ...[matching, mount, packageKind, port, processKind, service, user],
];
const resourceKinds = new Map(kinds.map(kind => [kind.type, kind]));

;// CONCATENATED MODULE: ./build/smoke-tests/goss/check.js



const COMMON = ['title', 'meta', 'skip'];
function readCheck(type, id, given) {
    const kind = resourceKinds.get(type);
    if (!kind)
        throw new Error(`resource type "${type}" is not supported; there are ${[...resourceKinds.keys(), 'gossfile'].join(', ')}`);
    if (!isMap(given))
        throw new Error(`it holds ${shown(given)} where its attributes should be`);
    const values = renamed(given, kind.formerly ?? {});
    const settings = readSettings(kind, values);
    const expectations = kind.attributes.flatMap(attribute => {
        const expected = values[attribute];
        const nothing = expected === undefined || expected === null || (isEmpty(expected) && kind.ignoresEmpty?.includes(attribute));
        if (nothing)
            return [];
        if (kind.whole?.includes(attribute) && typeof expected === 'string' && !/^[-+]?\d+$/.test(expected))
            throw new Error(`${attribute} is ${shown(expected)}, but has to be a whole number`);
        return [{ attribute, expected, matcher: matcherFor(attribute, expected) }];
    });
    const must = kind.deciding ?? kind.required;
    if (must && !expectations.some(({ attribute }) => attribute === must))
        throw new Error(`it does not say "${must}", which it has to`);
    return {
        kind,
        id,
        title: typeof values.title === 'string' && values.title !== '' ? values.title : undefined,
        skip: readSetting('skip', values.skip, 'flag') === true,
        question: {
            target: String((kind.target && readSetting(kind.target, values[kind.target], 'text')) || id),
            settings,
            wanted: new Set(expectations.map(({ attribute }) => attribute)),
        },
        expectations,
    };
}
const isEmpty = (expected) => isList(expected) && expected.length === 0;
function matcherFor(attribute, expected) {
    try {
        return matcherOf(expected, true);
    }
    catch (error) {
        throw new Error(`${attribute}: ${error.message}`);
    }
}
function renamed(given, formerly) {
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [formerly[name] ?? name, value]));
}
function readSettings(kind, values) {
    const { settings = {}, target } = kind;
    const known = [...COMMON, ...(target ? [target] : []), ...kind.attributes, ...Object.keys(settings)];
    for (const name of Object.keys(values))
        if (!known.includes(name))
            throw new Error(`attribute "${name}" is not supported; there are ${known.join(', ')}`);
    return Object.fromEntries(Object.entries(settings).map(([name, wanted]) => [name, readSetting(name, values[name], wanted)]));
}
function readSetting(name, value, wanted) {
    if (value === undefined || value === null || wanted === 'any')
        return value ?? undefined;
    const fits = {
        text: typeof value === 'string' || typeof value === 'boolean' || isNumber(value),
        number: isNumber(value) && Number.isInteger(toNumber(value)),
        flag: typeof value === 'boolean' || (typeof value === 'string' && FLAG.test(value)),
        texts: isList(value) && value.every(item => typeof item === 'string'),
    }[wanted];
    if (!fits)
        throw new Error(`${name} is ${shown(value)}, but has to be ${NOUNS[wanted]}`);
    if (wanted === 'flag')
        return value === true || /^(y|yes|on)$/i.test(String(value));
    return wanted === 'text' ? toText(value) : wanted === 'number' ? toNumber(value) : value;
}
const FLAG = /^(y|yes|on|n|no|off)$/i;
const NOUNS = { text: 'a text', number: 'a whole number', flag: 'true or false', texts: 'a list of texts' };

;// CONCATENATED MODULE: ./build/smoke-tests/goss/functions/values.js



const values_isEmpty = (value) => value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (isNumber(value) && (0,data/* floatOf */.wl)(value) === 0) ||
    (isList(value) && value.length === 0) ||
    (isMap(value) && Object.keys(value).length === 0);
const values_text = (value) => typeof value === 'string' ? value : value === undefined || value === null ? '' : (0,print/* sprint */.vV)([value]);
const number = (value) => (0,data/* floatOf */.wl)(value) || 0;
const whole = (value) => Math.trunc(number(value));
function list(value) {
    if (isList(value))
        return value;
    throw new Error(`${shown(value)} is not a list`);
}
function map(value) {
    if (isMap(value))
        return value;
    throw new Error(`${shown(value)} is not a map`);
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/functions/collections.js



const toJson = (value, indent) => JSON.stringify(sorted(value) ?? null, plainNumber, indent);
const merged = (maps) => Object.assign({}, ...maps.map(map));
const isAmong = (value, values) => values.some(each => equals(each, value));
const make = (...values) => values;
const collections = {
    mkSlice: make,
    list: make,
    tuple: make,
    first: (values) => list(values)[0],
    last: (values) => list(values).at(-1),
    rest: (values) => list(values).slice(1),
    initial: (values) => list(values).slice(0, -1),
    append: (values, value) => [...list(values), value],
    prepend: (values, value) => [value, ...list(values)],
    concat: (...values) => values.flatMap(list),
    reverse: (values) => list(values).toReversed(),
    uniq: (values) => list(values).filter((value, i, all) => !isAmong(value, all.slice(0, i))),
    compact: (values) => list(values).filter(value => !values_isEmpty(value)),
    has: (value, values) => isAmong(value, list(values ?? [])),
    without: (values, ...out) => list(values).filter(value => !isAmong(value, out)),
    chunk: (size, values) => Array.from({ length: Math.ceil(list(values).length / size) }, (_, i) => list(values).slice(i * size, (i + 1) * size)),
    sortAlpha: (values) => list(values).map(values_text).sort(),
    dict: (...values) => Object.fromEntries(pairs(values)),
    get: (values, key) => map(values)[key] ?? '',
    set: (values, key, value) => ({ ...map(values), [key]: value }),
    unset: (values, name) => Object.fromEntries(Object.entries(map(values)).filter(([key]) => key !== name)),
    hasKey: (values, key) => Object.hasOwn(map(values), key),
    keys: (...maps) => maps.flatMap(each => Object.keys(map(each))),
    values: (values) => Object.values(map(values)),
    pluck: (key, ...maps) => maps.filter(each => Object.hasOwn(map(each), key)).map(each => map(each)[key]),
    dig: (...path) => {
        const [otherwise, from] = path.slice(-2);
        const step = (value, key) => isMap(value) && Object.hasOwn(value, values_text(key)) ? value[values_text(key)] : undefined;
        return path.slice(0, -2).reduce(step, from) ?? otherwise;
    },
    merge: (...maps) => merged(maps.toReversed()),
    mergeOverwrite: (...maps) => merged(maps),
    deepCopy: (value) => structuredClone(value),
    pick: (values, ...names) => Object.fromEntries(Object.entries(map(values)).filter(([key]) => names.includes(key))),
    omit: (values, ...names) => Object.fromEntries(Object.entries(map(values)).filter(([key]) => !names.includes(key))),
    toJson: (value) => collections_escaped(toJson(value)),
    mustToJson: (value) => collections_escaped(toJson(value)),
    toRawJson: (value) => toJson(value),
    toPrettyJson: (value) => collections_escaped(toJson(value, 2)),
    fromJson: (value) => JSON.parse(values_text(value)),
    kindOf: (value) => ((0,data/* kindOf */.I)(value) === 'nil' ? 'invalid' : (0,data/* kindOf */.I)(value)),
    kindIs: (kind, value) => (0,data/* kindOf */.I)(value) === kind,
    deepEqual: (a, b) => equals(a, b),
};
const collections_escaped = (json) => json.replace(/[<>&\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isMap(value))
        return value;
    return Object.fromEntries(Object.keys(value)
        .toSorted()
        .map(key => [key, sorted(value[key])]));
}
function pairs(values) {
    const found = [];
    for (let i = 0; i < values.length; i += 2)
        found.push([values_text(values[i]), values[i + 1] ?? '']);
    return found;
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/functions/numbers.js


const fold = (step) => (first, ...rest) => floatOf(rest.reduce((so, value) => step(so, number(value)), number(first)));
const numbers = {
    int: whole,
    int64: whole,
    atoi: whole,
    float64: (value) => floatOf(number(value)),
    toDecimal: (value) => Number.parseInt(String(value), 8) || 0,
    add: (...values) => values.reduce((sum, value) => sum + whole(value), 0),
    add1: (value) => whole(value) + 1,
    sub: (a, b) => whole(a) - whole(b),
    mul: (...values) => values.reduce((product, value) => product * whole(value), 1),
    div: (a, b) => Math.trunc(divided(whole(a), whole(b))),
    mod: (a, b) => whole(a) % divisor(whole(b)),
    max: (...values) => Math.max(...values.map(whole)),
    biggest: (...values) => Math.max(...values.map(whole)),
    min: (...values) => Math.min(...values.map(whole)),
    addf: fold((a, b) => a + b),
    subf: fold((a, b) => a - b),
    mulf: fold((a, b) => a * b),
    divf: fold((a, b) => a / b),
    maxf: fold(Math.max),
    minf: fold(Math.min),
    floor: (value) => floatOf(Math.floor(number(value))),
    ceil: (value) => floatOf(Math.ceil(number(value))),
    round: (value, digits) => floatOf(Math.round(number(value) * 10 ** digits) / 10 ** digits),
    until: (count) => steps(0, whole(count), whole(count) < 0 ? -1 : 1),
    untilStep: steps,
    seq: (...ends) => {
        const [from, by, to] = ends.length === 1 ? [1, ends[0] < 1 ? -1 : 1, ends[0]] : [ends[0], ends[1], ends.at(-1)];
        const step = ends.length === 2 ? (to < from ? -1 : 1) : by;
        return steps(from, to + Math.sign(step), step).join(' ');
    },
};
function steps(from, to, step) {
    if (step === 0)
        return [];
    return Array.from({ length: Math.max(Math.ceil((to - from) / step), 0) }, (_, i) => from + i * step);
}
const divided = (a, b) => a / divisor(b);
function divisor(value) {
    if (value === 0)
        throw new Error('integer divide by zero');
    return value;
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/functions/texts.js





const isPresent = (value) => value !== undefined && value !== null;
const upperFirst = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);
const lowerFirst = (word) => word.slice(0, 1).toLowerCase() + word.slice(1);
const sum = (algorithm) => (value) => (0,external_node_crypto_.createHash)(algorithm).update(values_text(value)).digest('hex');
const quoted = (show) => (...values) => values
    .filter(isPresent)
    .map(value => show(values_text(value)))
    .join(' ');
const texts = {
    toLower: (value) => values_text(value).toLowerCase(),
    toUpper: (value) => values_text(value).toUpperCase(),
    lower: (value) => values_text(value).toLowerCase(),
    upper: (value) => values_text(value).toUpperCase(),
    title: (value) => values_text(value).replace(/(?<![\p{L}\p{N}_'])\p{L}/gu, start => start.toUpperCase()),
    untitle: (value) => values_text(value).replace(/\S+/g, lowerFirst),
    initials: (value) => (values_text(value).match(/\S+/g) ?? []).map(word => word[0]).join(''),
    snakecase: (value) => words(value).join('_'),
    kebabcase: (value) => words(value).join('-'),
    camelcase: (value) => values_text(value)
        .split(/[\s_-]+/)
        .map(upperFirst)
        .join(''),
    swapcase: (value) => [...values_text(value)].map(char => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase())).join(''),
    trim: (value) => values_text(value).trim(),
    trimAll: (cut, value) => trimmed(cut, value),
    trimall: (cut, value) => trimmed(cut, value),
    trimPrefix: (prefix, value) => (value.startsWith(prefix) ? value.slice(prefix.length) : value),
    trimSuffix: (suffix, value) => (suffix && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value),
    replace: (from, to, value) => values_text(value).replaceAll(from, () => to),
    repeat: (times, value) => values_text(value).repeat(whole(times)),
    substr: (from, to, value) => values_text(value).slice(Math.max(from, 0), to < 0 ? undefined : to),
    trunc: (length, value) => (length < 0 ? values_text(value).slice(length) : values_text(value).slice(0, length)),
    abbrev: (width, value) => (value.length <= width || width < 4 ? value : `${value.slice(0, width - 3)}...`),
    wrap: (width, value) => wrapped(width, '\n', false, value),
    wrapWith: (width, separator, value) => wrapped(width, separator, true, value),
    plural: (one, many, count) => (whole(count) === 1 ? one : many),
    nospace: (value) => values_text(value).replace(/\s/g, ''),
    contains: (part, value) => values_text(value).includes(part),
    hasPrefix: (prefix, value) => values_text(value).startsWith(prefix),
    hasSuffix: (suffix, value) => values_text(value).endsWith(suffix),
    quote: quoted(value => JSON.stringify(value)),
    squote: quoted(value => `'${value}'`),
    cat: quoted(value => value),
    indent: (width, value) => indented(width, values_text(value)),
    nindent: (width, value) => `\n${indented(width, values_text(value))}`,
    toString: (value) => (isPresent(value) ? values_text(value) : '<nil>'),
    toStrings: (values) => values.filter(isPresent).map(values_text),
    join: (separator, values) => isList(values) ? values.filter(isPresent).map(values_text).join(separator) : values_text(values),
    splitList: (separator, value) => values_text(value).split(separator),
    split: (separator, value) => numbered(values_text(value).split(separator)),
    splitn: (separator, count, value) => numbered(splitAtMost(separator, count, values_text(value))),
    lines: (value) => values_text(value).split('\n'),
    b64enc: (value) => Buffer.from(values_text(value)).toString('base64'),
    b64dec: (value) => Buffer.from(values_text(value), 'base64').toString(),
    sha1sum: sum('sha1'),
    sha256sum: sum('sha256'),
    base: (path) => external_node_path_.posix.basename(path) || (path ? '/' : '.'),
    dir: (path) => external_node_path_.posix.dirname(external_node_path_.posix.normalize(path)),
    ext: (path) => /\.[^./]*$/.exec(path)?.[0] ?? '',
    clean: (path) => external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/, ''),
    isAbs: (path) => path.startsWith('/'),
    regexMatch: (pattern, value) => matches(pattern, value).length > 0,
    mustRegexMatch: (pattern, value) => matches(pattern, value).length > 0,
    regexFind: (pattern, value) => matches(pattern, value)[0]?.groups[0] ?? '',
    regexFindAll: (pattern, value, count) => matches(pattern, value)
        .slice(0, count < 0 ? undefined : count)
        .map(({ groups }) => groups[0] ?? ''),
    regexReplaceAll: (pattern, value, to) => (0,regexp/* replacePattern */.lb)(pattern, values_text(value), to),
    regexReplaceAllLiteral: (pattern, value, to) => (0,regexp/* replacePattern */.lb)(pattern, values_text(value), to.replaceAll('$', '$$$$')),
    regexSplit: (pattern, value, count) => splitByPattern(pattern, value, count),
    regexQuoteMeta: (value) => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'),
    findStringSubmatch: submatches,
};
const matches = (pattern, value) => [...(0,regexp/* compilePattern */.Eb)(pattern).matches(values_text(value))];
function splitByPattern(pattern, value, count) {
    const cuts = count === 0 ? [] : matches(pattern, value).slice(0, count < 0 ? undefined : count - 1);
    const starts = [0, ...cuts.map(({ end }) => end)];
    return count === 0 ? [] : starts.map((start, i) => value.slice(start, cuts[i]?.start));
}
function submatches(pattern, value) {
    const { names } = (0,regexp/* compilePattern */.Eb)(pattern);
    const groups = matches(pattern, value)[0]?.groups ?? [];
    if (names.size > 0)
        return Object.fromEntries([...names].map(([name, number]) => [name, groups[number] ?? '']));
    return Object.fromEntries(groups.map((group, number) => [String(number), group ?? '']));
}
function trimmed(cut, value) {
    let [from, to] = [0, value.length];
    while (from < to && cut.includes(value[from]))
        from++;
    while (to > from && cut.includes(value[to - 1]))
        to--;
    return value.slice(from, to);
}
const indented = (width, value) => value.replace(/^/gm, ' '.repeat(width));
const words = (value) => (values_text(value).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map(word => word.toLowerCase());
const numbered = (parts) => Object.fromEntries(parts.map((part, i) => [`_${i}`, part]));
function splitAtMost(separator, count, value) {
    const parts = value.split(separator);
    if (count < 0 || parts.length <= count)
        return parts;
    return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)];
}
function wrapped(width, separator, breaks, value) {
    const lines = [];
    for (const word of values_text(value).split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(...(breaks && word.length > width ? (word.match(new RegExp(`.{1,${width}}`, 'gs')) ?? []) : [word]));
    }
    return lines.join(separator);
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/functions/index.js






const choices = {
    default: (otherwise, value) => (values_isEmpty(value) ? otherwise : value),
    empty: values_isEmpty,
    coalesce: (...values) => values.find(value => !values_isEmpty(value)),
    ternary: (yes, no, test) => (test === true ? yes : no),
    all: (...values) => !values.some(values_isEmpty),
    any: (...values) => values.some(value => !values_isEmpty(value)),
    required: (sentence, value) => {
        if (values_isEmpty(value))
            throw new Error(sentence);
        return value;
    },
    fail: (sentence) => {
        throw new Error(sentence);
    },
};
function templateFunctions(folder, environment) {
    const getEnv = (name, otherwise = '') => environment[name] ?? otherwise;
    const expandenv = (value) => value.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => environment[braced ?? bare] ?? '');
    const readFile = (path) => (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(folder, path), 'utf8').trim();
    return { ...texts, ...numbers, ...collections, ...choices, getEnv, env: getEnv, expandenv, readFile };
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/read.js









function readGoss(request) {
    const reader = new Reader(request.environment);
    for (const path of request.vars)
        reader.addVariables(path);
    for (const path of request.files)
        reader.addFile(path);
    const { problems, files } = reader;
    const checks = [...reader.checks.values()];
    if (checks.length === 0 && problems.length === 0)
        problems.push(`${request.files.join(', ')}: nothing is asked in it`);
    return { checks, problems, files: [...files] };
}
class Reader {
    constructor(environment) {
        this.environment = environment;
        this.checks = new Map();
        this.problems = [];
        this.files = new Set();
        this.variables = {};
        this.open = new Set();
    }
    addVariables(path) {
        const values = this.parse(path, this.text(path));
        if (values === undefined || values === null)
            return;
        if (isMap(values))
            this.variables = { ...this.variables, ...values };
        else
            this.problem(path, 'the variables are not a map');
    }
    addFile(path) {
        if (this.open.has(path))
            return void this.problem(path, 'it includes itself');
        const source = this.text(path);
        const rendered = source === undefined ? undefined : this.rendered(path, source);
        const content = this.parse(path, rendered);
        if (content === undefined || content === null)
            return;
        if (!isMap(content))
            return void this.problem(path, 'it is not a map of resources');
        this.open.add(path);
        const { gossfile, ...resources } = content;
        for (const [type, entries] of Object.entries(resources))
            this.resources(path, type, entries);
        if (gossfile !== undefined)
            this.include(path, gossfile);
        this.open.delete(path);
    }
    resources(path, type, resources) {
        if (!resourceKinds.has(type)) {
            const known = [...resourceKinds.keys(), 'gossfile'].join(', ');
            return void this.problem(path, `resource type "${type}" is not supported; there are ${known}`);
        }
        if (resources === null)
            return;
        if (!isMap(resources))
            return void this.problem(path, `${type} is ${shown(resources)}, but has to be a map of resources`);
        for (const [id, given] of Object.entries(resources)) {
            try {
                this.checks.set(`${type} ${id}`, readCheck(type, id, given));
            }
            catch (error) {
                this.problem(path, `${type} "${id}": ${error.message}`);
            }
        }
    }
    include(path, entries) {
        if (!isMap(entries))
            return void this.problem(path, 'gossfile is not a map');
        for (const [key, entry] of Object.entries(entries)) {
            const { file = key, skip = false } = isMap(entry) ? entry : {};
            if (skip === true)
                continue;
            const found = globbed((0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), String(file)));
            if (found.length === 0)
                this.problem(path, `gossfile "${key}": there is no such file`);
            for (const included of found)
                this.addFile(included);
        }
    }
    text(path) {
        try {
            const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
            this.files.add(path);
            return text;
        }
        catch (error) {
            this.problem(path, `it cannot be read: ${error.message}`);
            return undefined;
        }
    }
    rendered(path, text) {
        try {
            const functions = templateFunctions((0,external_node_path_.dirname)(path), this.environment);
            return (0,gotemplate/* renderGoTemplate */.dy)(text, { Env: this.environment, Vars: this.variables }, functions, {
                name: (0,external_node_path_.basename)(path),
                missingKey: 'error',
            });
        }
        catch (error) {
            if (!(error instanceof gotemplate/* GoTemplateError */.Bk))
                throw error;
            this.problem(path, error.message);
            return undefined;
        }
    }
    parse(path, text) {
        if (text === undefined)
            return undefined;
        try {
            return parseGossText(text, path);
        }
        catch (error) {
            return void this.problem(path, error.message);
        }
    }
    problem(path, sentence) {
        const shorter = (0,external_node_path_.relative)(process.cwd(), path);
        this.problems.push(`${shorter.startsWith('..') ? path : shorter}: ${sentence}`);
    }
}
function globbed(pattern) {
    if ((0,external_node_fs_.existsSync)(pattern))
        return [pattern];
    const { base, isGlob } = picomatch_js_default().scan(pattern);
    if (!isGlob)
        return [];
    const matches = picomatch_js_default()(pattern, { dot: false });
    return read_walk((0,external_node_path_.isAbsolute)(base) ? base : `/${base}`)
        .filter(path => matches(path))
        .sort();
}
function read_walk(folder) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true, recursive: true })
        .filter(entry => !entry.isDirectory())
        .map(entry => (0,external_node_path_.join)(entry.parentPath ?? entry.path, entry.name));
}

;// CONCATENATED MODULE: ./build/smoke-tests/goss/index.js





async function askGoss(checks, { retryTimeout, sleep }, context) {
    const deadline = performance.now() + retryTimeout;
    for (;;) {
        const verdicts = await askOnce(checks, context);
        const failed = verdicts.some(({ outcome }) => outcome === 'failed');
        if (!failed || performance.now() + sleep > deadline)
            return verdicts;
        await (0,abort/* delay */.cb)(sleep, context.signal);
    }
}
async function askOnce(checks, { communicator, signal, shell = 'sh' }) {
    const marker = `ingot-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
    const output = [];
    const errors = [];
    await communicator.run(shell, {
        signal,
        stdin: Buffer.from(factsScript(checks, marker)),
        onStdout: chunk => output.push(chunk),
        onStderr: chunk => errors.push(chunk),
    });
    const all = Buffer.concat(output);
    try {
        return verdictsOf(checks, parseFacts(all, marker));
    }
    catch (error) {
        const said = Buffer.concat(errors).toString().trim();
        throw new Error(`${error.message}${said ? `: ${said.slice(-500)}` : ''}`);
    }
}
const verdictName = ({ check, attribute }) => `${check.title ?? `${check.kind.label} ${check.id}`} ${attribute}`;

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/smoke-tests/http-probe.js



const http_probe_MOST_REDIRECTS = 10;
const http_probe_LARGEST_BYTES = 16 * 1024 * 1024;
const REDIRECTS = [301, 302, 303, 307, 308];
async function askHttp(probe, port, address, signal) {
    const { message, body } = await follow(probe, firstUrl(probe, port, address), address, signal);
    const { statusCode = 0, headers } = message;
    const shown = body.length > 0 ? `; the body begins with ${JSON.stringify(body.slice(0, 300))}` : '';
    if (!probe.status.includes(statusCode))
        return `expected status ${probe.status.join(' or ')}, and it was ${statusCode}${shown}`;
    for (const [name, expression] of Object.entries(probe.headers)) {
        const value = [headers[name.toLowerCase()] ?? []].flat().join(', ');
        if (!regularExpression(expression)(value))
            return `expected header ${name} to match ${JSON.stringify(expression)}, and it was ${JSON.stringify(value)}`;
    }
    const missing = unsatisfied(probe.body.map(linePattern), body);
    return missing.length > 0 ? `expected the body to have the patterns ${JSON.stringify(missing)}${shown}` : undefined;
}
function checkHttp({ headers, body }) {
    for (const expression of Object.values(headers))
        regularExpression(expression);
    for (const pattern of body)
        linePattern(pattern);
}
function firstUrl({ tls, path, host }, port, address) {
    const name = host ?? (address.includes(':') ? `[${address}]` : address);
    return new URL(path.startsWith('/') ? path : `/${path}`, `${tls ? 'https' : 'http'}://${name}:${port}`);
}
async function follow(probe, first, address, signal) {
    let [url, method, body] = [first, probe.method, probe.requestBody];
    for (let redirects = 0;; redirects++) {
        const answer = await ask(probe, url, method, body, url.host === first.host ? address : undefined, signal);
        const { statusCode = 0, headers } = answer.message;
        if (!probe.followRedirects || !REDIRECTS.includes(statusCode) || !headers.location)
            return answer;
        if (redirects === http_probe_MOST_REDIRECTS)
            throw new Error(`it was sent on more than ${http_probe_MOST_REDIRECTS} times, at last to ${headers.location}`);
        url = new URL(headers.location, url);
        if (!/^https?:$/.test(url.protocol))
            throw new Error(`it was sent on to ${url.href}, which is not HTTP`);
        if (statusCode === 303 || (statusCode < 303 && method === 'POST'))
            [method, body] = [method === 'HEAD' ? 'HEAD' : 'GET', undefined];
    }
}
function ask({ insecure, requestHeaders }, url, method, body, address, signal) {
    const options = {
        method,
        signal,
        agent: false,
        host: address ?? url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || (url.protocol === 'https:' ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        headers: {
            host: url.host,
            'user-agent': 'ingot',
            ...requestHeaders,
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
        ...(url.protocol === 'https:' && {
            rejectUnauthorized: !insecure,
            servername: /[a-z]/i.test(url.hostname) && !url.hostname.includes(':') ? url.hostname : '',
        }),
    };
    return new Promise((resolve, reject) => {
        const sent = (url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request)(options, message => {
            const chunks = [];
            let size = 0;
            message.on('data', (chunk) => {
                size += chunk.length;
                if (size <= http_probe_LARGEST_BYTES)
                    chunks.push(chunk);
                else
                    message.destroy(new Error(`the body is larger than ${http_probe_LARGEST_BYTES} bytes`));
            });
            message.once('end', () => resolve({ message, body: Buffer.concat(chunks).toString() }));
            message.once('error', reject);
        });
        sent.once('error', reject);
        sent.end(body);
    });
}

// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
// EXTERNAL MODULE: ./build/outputs/safe-text.js
var safe_text = __webpack_require__(66013);
;// CONCATENATED MODULE: ./build/smoke-tests/result.js

const resultOf = ({ name: test }, { name, milliseconds, ...rest }) => ({
    test,
    name: (0,safe_text/* firstLine */.TM)(name === undefined ? test : `${test}: ${name}`),
    milliseconds: Math.round(milliseconds),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
});
const since = (began) => Math.max(performance.now() - began, 0);

;// CONCATENATED MODULE: ./build/smoke-tests/probes.js





async function askProbe(probe, host, signal) {
    const began = performance.now();
    for (let tries = 1;; tries++) {
        const failure = await attempt(probe, host, signal);
        if (failure === undefined)
            return { name: probe.name, outcome: 'passed', milliseconds: since(began) };
        signal.throwIfAborted();
        if (since(began) + probe.sleep > probe.retryTimeout) {
            const often = tries > 1 ? ` (tried ${tries} times in ${(0,duration_text/* duration */.p)(since(began))})` : '';
            return { name: probe.name, outcome: 'failed', milliseconds: since(began), detail: `${failure}${often}` };
        }
        await (0,abort/* delay */.cb)(probe.sleep, signal);
    }
}
async function attempt(probe, host, signal) {
    const limit = AbortSignal.timeout(probe.timeout);
    const bounded = AbortSignal.any([signal, limit]);
    try {
        if (probe.http)
            return await askHttp(probe.http, probe.port, host, bounded);
        await connection(host, probe.port, bounded);
        return undefined;
    }
    catch (error) {
        return limit.aborted ? `no answer within ${(0,duration_text/* duration */.p)(probe.timeout)}` : reasonOf(error);
    }
}
const reasonOf = (error) => error instanceof AggregateError ? error.errors.map(each => each.message).join('; ') : error.message;
function connection(host, port, signal) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({ host, port, signal });
        socket.once('error', reject);
        socket.once('connect', () => {
            socket.destroy();
            resolve();
        });
    });
}

;// CONCATENATED MODULE: ./build/smoke-tests/reboot.js

const PAUSE_MILLISECONDS = 1000;
const PATIENCE_MILLISECONDS = 15_000;
const REBOOT = `
for way in "systemctl reboot" "shutdown -r now" reboot; do
  command -v "\${way%% *}" >/dev/null 2>&1 || continue
  if [ "$(id -u)" = 0 ]; then $way && exit 0; else sudo -n $way && exit 0; fi
done
exit 9`;
async function reboot({ communicator, signal, say, }) {
    const before = await bootId(communicator, signal);
    say('Rebooting the machine, to ask everything again');
    const errors = [];
    const onStderr = (chunk) => void errors.push(chunk);
    const { status } = await communicator.run(REBOOT, { signal, onStderr }).catch(() => ({ status: undefined }));
    if (status === 9)
        throw new Error(`the machine could not be rebooted: ${Buffer.concat(errors).toString().trim() || 'no way to'}`);
    for (;;) {
        await (0,abort/* delay */.cb)(PAUSE_MILLISECONDS, signal);
        const patience = (0,abort/* within */.ux)(PATIENCE_MILLISECONDS, signal);
        const now = await bootId(communicator, patience).catch(() => undefined);
        signal.throwIfAborted();
        if (now !== undefined && now !== before)
            return;
        await communicator.close().catch(() => { });
    }
}
async function bootId(communicator, signal) {
    const chunks = [];
    await communicator.run('cat /proc/sys/kernel/random/boot_id', { signal, onStdout: chunk => void chunks.push(chunk) });
    const id = Buffer.concat(chunks).toString().trim();
    if (id === '')
        throw new Error('the machine does not say which boot it is');
    return id;
}

// EXTERNAL MODULE: ./build/platforms/scripts/content.js
var content = __webpack_require__(53158);
// EXTERNAL MODULE: ./build/platforms/scripts/output.js
var output = __webpack_require__(89694);
;// CONCATENATED MODULE: ./build/smoke-tests/heard.js

const KEPT_BYTES = 1024 * 1024;
class Heard {
    constructor(tell) {
        this.kept = { stdout: [], stderr: [] };
        this.onStdout = (chunk) => this.hear('stdout', chunk);
        this.onStderr = (chunk) => this.hear('stderr', chunk);
        this.output = (0,output/* commandOutput */.p)(tell);
    }
    end() {
        this.output.end();
    }
    get last() {
        return this.output.last;
    }
    text(stream) {
        return Buffer.concat(this.kept[stream]).subarray(-KEPT_BYTES).toString();
    }
    hear(stream, chunk) {
        this.output[stream].write(chunk);
        const chunks = this.kept[stream];
        chunks.push(chunk);
        if (chunks.length % 64 === 0)
            this.kept[stream] = [Buffer.concat(chunks).subarray(-KEPT_BYTES)];
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "./apart/fast-xml-parser.js"
var fast_xml_parser_js_ = __webpack_require__(76168);
;// CONCATENATED MODULE: ./build/smoke-tests/reports/junit.js

const parser = new fast_xml_parser_js_.XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    parseTagValue: false,
    processEntities: { enabled: true, maxTotalExpansions: 100_000 },
    isArray: name => ['testsuite', 'testcase', 'failure', 'error', 'skipped'].includes(name),
});
function readJunit(text) {
    if (fast_xml_parser_js_.XMLValidator.validate(text) !== true)
        return undefined;
    const document = parser.parse(text);
    const roots = [...nodes(document.testsuite), ...nodes(document.testsuites?.testsuite)];
    if (!('testsuites' in document) && roots.length === 0)
        return undefined;
    return roots.flatMap(casesOf);
}
const nodes = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(each => (typeof each === 'object' && each !== null ? each : { '#text': each }));
const casesOf = (suite) => [
    ...nodes(suite.testcase).map(findingOf),
    ...nodes(suite.testsuite).flatMap(casesOf),
];
function findingOf(node) {
    const [failure] = [...nodes(node.failure), ...nodes(node.error)];
    const [skipped] = nodes(node.skipped);
    const seconds = Number(String(node['@time'] ?? '0').replaceAll(',', ''));
    const common = { name: String(node['@name'] ?? 'test'), milliseconds: Number.isFinite(seconds) ? seconds * 1000 : 0 };
    if (failure)
        return {
            ...common,
            outcome: 'failed',
            detail: junit_textOf(failure) || 'failed',
            stdout: outputOf(node, 'system-out'),
            stderr: outputOf(node, 'system-err'),
        };
    if (skipped)
        return { ...common, outcome: 'skipped', detail: junit_textOf(skipped) || 'skipped' };
    return { ...common, outcome: 'passed' };
}
function junit_textOf(node) {
    const parts = [node['@message'], node['#text']].map(part => String(part ?? '').trim()).filter(part => part !== '');
    return parts[1]?.startsWith(parts[0] ?? '') ? parts[1] : parts.join('\n');
}
const outputOf = (node, name) => typeof node[name] === 'string' ? node[name] : undefined;

;// CONCATENATED MODULE: ./build/smoke-tests/reports/tap.js
const TEST = /^(not )?ok\b\s*(\d+)?\s*(?:-\s+)?(.*)$/;
const PLAN = /^1\.\.(\d+)/;
function readTap(text) {
    const lines = text.split(/\r?\n/);
    const plan = lines.map(line => PLAN.exec(line)?.[1]).find(count => count !== undefined);
    if (plan === undefined && !/^TAP version \d+/m.test(text))
        return undefined;
    const findings = [];
    const problems = [];
    for (const line of lines) {
        const test = TEST.exec(line);
        const bail = /^Bail out!\s*(.*)$/.exec(line);
        if (test)
            findings.push({ finding: tap_findingOf(test, findings.length + 1), notes: [] });
        else if (bail)
            problems.push(failed('Bail out!', bail[1] || 'the tests gave up'));
        else if (/^(\s{2,}|#)/.test(line))
            findings.at(-1)?.notes.push(line.replace(/^#\s?/, ''));
    }
    const ran = findings.length;
    if (plan !== undefined && Number(plan) !== ran && problems.length === 0)
        problems.push(failed('plan', `${plan} tests were announced, and ${ran} came`));
    const results = findings.map(({ finding, notes }) => finding.outcome === 'failed' && notes.length > 0 ? { ...finding, detail: notes.join('\n') } : finding);
    return [...results, ...problems];
}
const failed = (name, detail) => ({ name, outcome: 'failed', milliseconds: 0, detail });
function tap_findingOf([, not, number, rest = ''], position) {
    const [, description = '', directive = '', reason = ''] = /^(.*?)(?:\s*(?<!\\)#\s*(skip|todo)\S*\s*(.*))?$/i.exec(rest) ?? [];
    const name = description.replace(/\\([#\\])/g, '$1').trim() || `test ${number ?? position}`;
    const excused = directive !== '' && (directive.toLowerCase() === 'skip' || not !== undefined);
    if (excused)
        return { name, outcome: 'skipped', milliseconds: 0, detail: `${directive.toLowerCase()}${reason ? `: ${reason}` : ''}` };
    return { name, outcome: not ? 'failed' : 'passed', milliseconds: 0, ...(not && { detail: 'not ok' }) };
}

;// CONCATENATED MODULE: ./build/smoke-tests/reports/index.js


const reports_LARGEST_BYTES = 16 * 1024 * 1024;

function readReport(name, text) {
    const read = /\.xml$/i.test(name) ? readJunit(text) : readTap(text);
    return read ?? [{ name, outcome: 'failed', milliseconds: 0, detail: `${name} is neither TAP nor JUnit XML` }];
}

;// CONCATENATED MODULE: ./build/smoke-tests/run-here.js






const GRACE_MILLISECONDS = 3000;
async function runHere(content, name, environment, heard, { signal, values }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-smoke-'));
    const began = performance.now();
    try {
        const [script, results, key] = [(0,external_node_path_.join)(folder, name), (0,external_node_path_.join)(folder, 'results'), (0,external_node_path_.join)(folder, 'key')];
        await (0,promises_.mkdir)(results);
        await (0,promises_.writeFile)(script, content, { mode: 0o700 });
        const privateKey = run_here_textOf(values.SSHPrivateKey);
        if (privateKey)
            await (0,promises_.writeFile)(key, privateKey, { mode: 0o600 });
        const keyFile = privateKey ? key : run_here_textOf(values.SSHPrivateKeyFile);
        const own = { INGOT_RESULTS_DIR: results, ...(keyFile && { INGOT_SSH_KEY_FILE: keyFile }) };
        const words = content.subarray(0, 2).toString() === '#!' ? [script] : ['/bin/sh', script];
        const exit = await execute(words, { ...process.env, ...environment, ...own }, heard, signal);
        const files = await readResults(results);
        return {
            exit,
            milliseconds: since(began),
            stdout: heard.text('stdout'),
            stderr: heard.text('stderr'),
            last: heard.last,
            files,
        };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
const run_here_textOf = (value) => typeof value === 'string' && value !== '<unknown>' && value !== '' ? value : undefined;
function execute([program = '', ...args], env, heard, signal) {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
        child.stdout.on('data', heard.onStdout);
        child.stderr.on('data', heard.onStderr);
        const stop = () => {
            end(child.pid, 'SIGTERM');
            const forced = setTimeout(() => end(child.pid, 'SIGKILL'), GRACE_MILLISECONDS);
            child.once('close', () => clearTimeout(forced));
        };
        signal.addEventListener('abort', stop, { once: true });
        child.once('error', error => {
            signal.removeEventListener('abort', stop);
            reject(new Error(`${(0,external_node_path_.basename)(program)} could not be started: ${error.message}`));
        });
        child.once('close', (status, name) => {
            heard.end();
            signal.removeEventListener('abort', stop);
            if (signal.aborted)
                reject(signal.reason);
            else
                resolve({ status: status ?? undefined, ...(name && { signal: name }) });
        });
    });
}
function end(pid, name) {
    try {
        if (pid !== undefined)
            process.kill(-pid, name);
    }
    catch {
    }
}
async function readResults(folder) {
    const files = new Map();
    for (const name of (await (0,promises_.readdir)(folder)).sort()) {
        const path = (0,external_node_path_.join)(folder, name);
        if (/\.(xml|tap)$/.test(name) && (await (0,promises_.stat)(path)).size <= reports_LARGEST_BYTES)
            files.set(name, await (0,promises_.readFile)(path, 'utf8'));
    }
    return files;
}

;// CONCATENATED MODULE: ./build/smoke-tests/run-on-machine.js




async function runOnMachine(content, name, environment, heard, context) {
    const { communicator, signal } = context;
    const path = `/tmp/ingot-smoke-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}-${name}`;
    const results = `${path}.results`;
    const began = performance.now();
    await communicator.upload(content, path, { mode: 0o755, signal });
    const variables = Object.entries({ ...environment, INGOT_RESULTS_DIR: results }).map(([key, value]) => (0,posix_quote/* quote */.h)(`${key}=${value}`));
    const command = ['env', ...variables, ...interpreterOf(content), (0,posix_quote/* quote */.h)(path)].join(' ');
    const { onStdout, onStderr } = heard;
    const exit = await communicator
        .run(`mkdir -p ${(0,posix_quote/* quote */.h)(results)} && exec ${command}`, { signal, onStdout, onStderr })
        .finally(() => heard.end());
    const milliseconds = since(began);
    const files = await fetchResults(path, results, context);
    return { exit, milliseconds, stdout: heard.text('stdout'), stderr: heard.text('stderr'), last: heard.last, files };
}
async function fetchResults(path, results, { communicator, signal }) {
    const chunks = [];
    const script = `
for f in "$1"/*; do
  [ -f "$f" ] || continue
  case "$f" in *.xml | *.tap) ;; *) continue ;; esac
  size=$(($(wc -c <"$f")))
  [ "$size" -le ${reports_LARGEST_BYTES} ] || continue
  printf '%s %s\\n' "$size" "\${f##*/}"
  cat "$f"
done
rm -rf "$1" "$2"`;
    const onStdout = (chunk) => void chunks.push(chunk);
    await communicator.run(`exec sh -c ${(0,posix_quote/* quote */.h)(script)} sh ${(0,posix_quote/* quote */.h)(results)} ${(0,posix_quote/* quote */.h)(path)}`, { signal, onStdout });
    const files = new Map();
    const all = Buffer.concat(chunks);
    for (let at = 0; at < all.length;) {
        const end = all.indexOf(10, at);
        const [, size, name = ''] = /^(\d+) (.*)$/.exec(all.toString('utf8', at, end)) ?? [];
        if (end < 0 || size === undefined)
            break;
        files.set(name, all.toString('utf8', end + 1, end + 1 + Number(size)));
        at = end + 1 + Number(size);
    }
    return files;
}
function interpreterOf(content) {
    const first = content.subarray(0, 256).toString('latin1').split('\n', 1)[0];
    const [, program, argument] = /^#![ \t]*(\S+)[ \t]*(.*?)[ \t\r]*$/.exec(first) ?? [];
    if (program === undefined)
        return [];
    return argument ? [(0,posix_quote/* quote */.h)(program), (0,posix_quote/* quote */.h)(argument)] : [(0,posix_quote/* quote */.h)(program)];
}

// EXTERNAL MODULE: ./build/platforms/scripts/exit.js
var scripts_exit = __webpack_require__(15799);
;// CONCATENATED MODULE: ./build/smoke-tests/script-run.js


function findingsOf(name, run) {
    const own = [...(readTap(run.stdout) ?? []), ...[...run.files].flatMap(([file, text]) => readReport(file, text))];
    const verdict = verdictOf(run);
    if (own.length === 0)
        return [{ ...verdict, name }];
    const findings = own.map(finding => ({ ...finding, name: name === undefined ? finding.name : `${name}: ${finding.name}` }));
    const told = findings.some(({ outcome }) => outcome === 'failed');
    return verdict.outcome === 'failed' && !told ? [...findings, { ...verdict, name }] : findings;
}
function verdictOf({ exit, milliseconds, stdout, stderr, last }) {
    const code = (0,scripts_exit/* exitCode */.I$)(exit);
    if (code === 0)
        return { outcome: 'passed', milliseconds };
    const how = exit.status === undefined && exit.signal ? `it was ended by ${exit.signal}` : `it ended with status ${code}`;
    return { outcome: 'failed', milliseconds, detail: withOutput(how, last), stdout, stderr };
}
const withOutput = (sentence, lines) => lines.length > 0 ? `${sentence}; its last output:\n${lines.join('\n')}` : sentence;

;// CONCATENATED MODULE: ./build/smoke-tests/scripts.js








async function askScripts(test, environment, overdue, context) {
    const scripts = [
        ...(0,content/* scriptsOf */.S)({ scripts: test.scripts }, true),
        ...(test.inline.length > 0 ? (0,content/* scriptsOf */.S)({ inline: test.inline }, false) : []),
    ];
    const alone = scripts.length === 1 && !test.goss && !test.probes?.length;
    const findings = [];
    for (const script of scripts) {
        const name = alone ? undefined : script.path ? (0,external_node_path_.basename)(script.path) : 'inline';
        if (context.signal.aborted)
            findings.push({ name, outcome: 'skipped', milliseconds: 0, detail: 'the time of the test was over' });
        else
            findings.push(...(await askScript(script, name, test, environment, overdue, context)));
    }
    return findings;
}
async function askScript(script, name, { run, timeout }, environment, overdue, context) {
    const began = performance.now();
    const heard = new Heard(context.output);
    const failed = (sentence) => [
        { name, outcome: 'failed', milliseconds: since(began), detail: withOutput(sentence, heard.last) },
    ];
    try {
        const file = script.path ? (0,external_node_path_.basename)(script.path).replace(/[^\w.-]/g, '_') : 'inline';
        const execute = run === 'local' ? runHere : runOnMachine;
        return findingsOf(name, await execute(await script.content(), file, environment, heard, context));
    }
    catch (error) {
        if (!context.signal.aborted)
            return failed(error.message);
        if (overdue())
            return failed(`no verdict within ${(0,duration_text/* duration */.p)(timeout)}`);
        throw context.signal.reason;
    }
}

;// CONCATENATED MODULE: ./build/smoke-tests/settle.js


const LONGEST_MILLISECONDS = 120_000;
const SCRIPT = `
busy() {
  if [ -e /run/cloud-init/enabled ] && ! [ -e /run/cloud-init/result.json ]; then echo cloud-init; return 0; fi
  if [ -d /run/systemd/system ]; then
    case "$(systemctl is-system-running 2>/dev/null)" in initializing | starting) echo systemd; return 0 ;; esac
  fi
  return 1
}
left=$1
while what=$(busy); do
  [ "$left" -gt 0 ] || { echo "busy $what"; break; }
  left=$((left - 1))
  sleep 1
done
if [ -d /run/systemd/system ]; then systemctl list-units --failed --plain --no-legend --full 2>/dev/null | sed 's/^[^a-zA-Z0-9_-]*/failed /'; fi
exit 0
`;
async function settle(milliseconds, { communicator, signal, warn }) {
    const seconds = Math.floor(Math.min(milliseconds, LONGEST_MILLISECONDS) / 1000);
    const chunks = [];
    await communicator.run(`exec sh -c ${(0,posix_quote/* quote */.h)(SCRIPT)} sh ${seconds}`, { signal, onStdout: chunk => void chunks.push(chunk) });
    const lines = Buffer.concat(chunks).toString().split('\n');
    const values = (word) => lines.flatMap(line => (line.startsWith(`${word} `) ? (line.slice(word.length + 1).split(/\s+/)[0] ?? []) : []));
    const [busy] = values('busy');
    if (busy)
        warn(`${busy} has not finished after ${seconds} s; the test is asked all the same`);
    return { failedUnits: values('failed') };
}
function unexcused({ failedUnits }, allowed) {
    const excused = picomatch_js_default()([...allowed], { bash: true });
    return allowed.length === 0 ? failedUnits : failedUnits.filter(unit => !excused(unit));
}

;// CONCATENATED MODULE: ./build/smoke-tests/index.js








const LENIENCE_MILLISECONDS = 1000;
function checkSmokeTest(test) {
    const goss = test.goss ? readGoss({ ...test.goss, environment: { ...PLAIN_ENVIRONMENT, ...test.environment } }).problems : [];
    const probes = (test.probes ?? []).flatMap(({ name, http }) => {
        try {
            if (http)
                checkHttp(http);
            return [];
        }
        catch (error) {
            return [`${name}: ${error.message}`];
        }
    });
    return [...goss, ...probes].map(detail => ({ summary: `Smoke test "${test.name}" cannot be asked`, detail }));
}
const filesOfSmokeTest = ({ goss, environment }) => goss ? readGoss({ ...goss, environment: { ...PLAIN_ENVIRONMENT, ...environment } }).files : [];
async function askSmokeTest(test, context) {
    const began = performance.now();
    const overdue = () => since(began) > test.timeout - LENIENCE_MILLISECONDS;
    const findings = [...(await smoke_tests_askOnce(test, overdue, context))];
    if (test.reboot && !context.signal.aborted)
        findings.push(...(await askAfterReboot(test, overdue, context)));
    if (findings.length === 0)
        findings.push({ outcome: 'skipped', milliseconds: 0, detail: 'it asks nothing' });
    return findings.map(finding => resultOf(test, finding));
}
async function askAfterReboot(test, overdue, context) {
    const began = performance.now();
    const again = 'after a reboot';
    try {
        await reboot(context);
    }
    catch (error) {
        if (context.signal.aborted && !overdue())
            throw error;
        const detail = context.signal.aborted ? 'the machine did not come back in time' : error.message;
        return [{ name: again, outcome: 'failed', milliseconds: since(began), detail }];
    }
    const findings = await smoke_tests_askOnce(test, overdue, context);
    return findings.map(finding => ({ ...finding, name: finding.name === undefined ? again : `${finding.name} (${again})` }));
}
async function smoke_tests_askOnce(test, overdue, context) {
    const began = performance.now();
    const environment = environmentFor(test, context);
    const settled = await settle(test.timeout / 2, context);
    const failed = unexcused(settled, test.allowFailedUnits ?? []);
    const detail = `failed while the machine started: ${failed.join(', ')}; allow_failed_units excuses what may fail`;
    const units = failed.length > 0 ? [{ name: 'systemd units', outcome: 'failed', milliseconds: since(began), detail }] : [];
    return [
        ...units,
        ...(test.goss ? await timed('goss', overdue, context, () => gossFindings(test.goss, environment, context)) : []),
        ...(await askScripts(test, environment, overdue, context)),
        ...(await probeFindings(test, overdue, context)),
    ];
}
async function gossFindings(goss, environment, context) {
    const { checks, problems } = readGoss({ ...goss, environment });
    if (problems.length > 0)
        throw new Error(problems.join('\n'));
    const began = performance.now();
    const shell = goss.sudo ? 'sudo -n sh' : 'sh';
    const verdicts = await askGoss(checks, goss, { communicator: context.communicator, signal: context.signal, shell });
    const milliseconds = since(began) / Math.max(verdicts.length, 1);
    return verdicts.map(verdict => ({ name: verdictName(verdict), outcome: verdict.outcome, milliseconds, detail: verdict.detail }));
}
async function probeFindings({ probes = [] }, overdue, context) {
    const host = String(context.values.Host);
    const asked = probes.map(probe => timed(probe.name, overdue, context, async () => [await askProbe(probe, host, context.signal)]));
    return (await Promise.all(asked)).flat();
}
async function timed(name, overdue, { signal }, work) {
    const began = performance.now();
    try {
        return await work();
    }
    catch (error) {
        if (signal.aborted && !overdue())
            throw signal.reason;
        const detail = signal.aborted ? 'the time of the test was over' : error.message;
        return [{ name, outcome: 'failed', milliseconds: since(began), detail }];
    }
}


/***/ }),

/***/ 7314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kq: () => (/* binding */ holdKeys),
/* harmony export */   TD: () => (/* binding */ reachCloud),
/* harmony export */   x3: () => (/* binding */ paceOf)
/* harmony export */ });
/* harmony import */ var _platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54385);
/* harmony import */ var _platforms_aws_connect__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23328);
/* harmony import */ var _platforms_aws_pace__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21023);
/* harmony import */ var _platforms_hashicorp_aws_leases__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68889);




const reachCloud = async (options) => (0,_platforms_aws_connect__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(await (0,_platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__/* .accessFrom */ .lp)(options));
async function holdKeys(options, context) {
    const loan = (0,_platforms_aws_access_options__WEBPACK_IMPORTED_MODULE_0__/* .loanOf */ ._z)(options);
    if (loan)
        await context.step('borrow keys from Vault', () => context.acquire((0,_platforms_hashicorp_aws_leases__WEBPACK_IMPORTED_MODULE_3__/* .awsLease */ .O)(loan, context), loan));
}
const paceOf = (ec2, options) => (0,_platforms_aws_pace__WEBPACK_IMPORTED_MODULE_2__/* .paceFrom */ .Mo)(ec2.loopback, options.aws_polling);


/***/ }),

/***/ 61022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ builderId),
/* harmony export */   q: () => (/* binding */ artifactOf)
/* harmony export */ });
const builderId = 'mitchellh.amazonebs';
function artifactOf(unsorted) {
    const images = [...unsorted].sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : 0));
    const lines = images.map(({ region, id }) => `${region}: ${id}`);
    return {
        builderId,
        id: images.map(({ region, id }) => `${region}:${id}`).join(','),
        description: `AMIs were created:\n${lines.join('\n')}\n`,
        files: [],
        images,
    };
}


/***/ }),

/***/ 28676:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check),
  d: () => (/* binding */ isBurstable)
});

// EXTERNAL MODULE: ./build/platforms/aws/access-options.js
var access_options = __webpack_require__(54385);
// EXTERNAL MODULE: ./build/platforms/aws/region-names.js
var region_names = __webpack_require__(83125);
// EXTERNAL MODULE: ./build/sources/amazon-ebs/windows-password.js
var windows_password = __webpack_require__(20385);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/check-windows.js

function checkWindows(_, communicator) {
    if (!communicator || !(0,windows_password/* asksForPassword */.pl)(communicator))
        return [];
    const { ssh_keypair_name, ssh_private_key_file, temporary_key_pair_type: type } = communicator;
    const problems = [];
    if (ssh_keypair_name && !ssh_private_key_file)
        problems.push({
            option: 'ssh_keypair_name',
            summary: 'Nobody could read the password',
            detail: 'AWS encrypts the password of Windows for this key pair: set ssh_private_key_file to its private half, or winrm_password.',
        });
    if (!ssh_keypair_name && type && type !== 'rsa')
        problems.push({
            option: 'temporary_key_pair_type',
            summary: 'Nobody could read the password',
            detail: 'AWS encrypts the password of Windows for RSA keys only: leave the type away, or set winrm_password.',
        });
    return problems;
}

// EXTERNAL MODULE: ./build/sources/amazon-ebs/spot.js
var spot = __webpack_require__(79320);
;// CONCATENATED MODULE: ./build/sources/amazon-ebs/check.js




function check(options, communicator) {
    return [
        ...(0,access_options/* checkAccess */.x8)(options),
        ...checkRegions(options),
        ...checkSource(options),
        ...checkNetwork(options),
        ...checkSessionManager(options, communicator),
        ...checkWindows(options, communicator),
        ...checkEncryption(options),
        ...checkMachine(options),
        ...checkSpot(options),
        ...checkFastLaunch(options),
        ...[...options.launch_block_device_mappings, ...options.ami_block_device_mappings].flatMap(checkDisk),
        ...options.run_volume_tag
            .filter(tag => !tag.name && !tag.key)
            .map(() => problem('run_volume_tag', 'Missing name', 'A run_volume_tag needs a name.')),
    ];
}
const problem = (option, summary, detail) => ({ option, summary, detail });
const exclusive = (options, first, second) => isSet(options[first]) && isSet(options[second])
    ? [problem(second, 'Options exclude each other', `Only one of ${first} and ${second} can be set.`)]
    : [];
const isSet = (value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
function checkRegions(options) {
    if (options.custom_endpoint_ec2)
        return [];
    const found = (option, names) => names.flatMap(name => (0,region_names/* misspeltRegion */.IK)(name) ?? []).map(detail => problem(option, 'No such region', detail));
    return [
        ...found('region', [options.region]),
        ...(options.skip_region_validation ? [] : found('ami_regions', options.ami_regions ?? [])),
    ];
}
function checkSource(options) {
    const problems = [
        ...exclusive(options, 'source_ami', 'source_ami_filter'),
        ...exclusive(options, 'user_data', 'user_data_file'),
    ];
    if (!options.source_ami && !options.source_ami_filter)
        problems.push({
            summary: 'No source image',
            detail: 'Set source_ami to the ID of an image, or write a source_ami_filter block that finds one.',
        });
    if (options.source_ami_filter?.owners?.length === 0)
        problems.push(problem('source_ami_filter', 'No owners', 'Name at least one owner: anybody may publish an image of any name.'));
    problems.push(...exclusive(options, 'instance_type', 'spot_instance_types'));
    if (!options.instance_type && !options.spot_instance_types?.length)
        problems.push({
            summary: 'No instance type',
            detail: 'Set instance_type to the type of machine to build on, e.g. "t3.small".',
        });
    return problems;
}
function checkNetwork(options) {
    const problems = [
        ...exclusive(options, 'security_group_id', 'security_group_ids'),
        ...exclusive(options, 'subnet_id', 'subnet_filter'),
        ...exclusive(options, 'vpc_id', 'vpc_filter'),
    ];
    for (const cidr of options.temporary_security_group_source_cidrs ?? [])
        if (!/^[\da-fA-F.:]+\/\d{1,3}$/.test(cidr))
            problems.push(problem('temporary_security_group_source_cidrs', 'Not a network', `"${cidr}" is not in CIDR form, e.g. 203.0.113.7/32.`));
    return problems;
}
function checkSessionManager(options, communicator) {
    const names = ['session_manager_port', 'pause_before_ssm'];
    if (options.ssh_interface !== 'session_manager')
        return names
            .filter(name => options[name])
            .map(name => problem(name, 'Not through Session Manager', `${name} needs ssh_interface = "session_manager".`));
    const wrong = (summary, detail) => problem('ssh_interface', summary, detail);
    const problems = [];
    if (communicator && communicator.communicator !== 'ssh')
        problems.push(wrong('Not by SSH', 'ssh_interface = "session_manager" needs the communicator ssh.'));
    for (const name of ['ssh_host', 'ssh_bastion_host', 'ssh_proxy_host'])
        if (communicator?.[name])
            problems.push(wrong('Two ways to the machine', `Only one of ssh_interface = "session_manager" and ${name} can be set.`));
    const document = options.temporary_iam_instance_profile_policy_document;
    if (!options.iam_instance_profile && !document)
        problems.push(wrong('No instance profile', 'Without one the machine may not speak to Session Manager: set iam_instance_profile to one that allows what AmazonSSMManagedInstanceCore does, or write a temporary_iam_instance_profile_policy_document.'));
    else if (!options.iam_instance_profile && document && !document.Statement.some(allowsAgent))
        problems.push({
            ...problem('temporary_iam_instance_profile_policy_document', 'Session Manager is not allowed', 'The agent of the machine needs ssm:UpdateInstanceInformation and ssmmessages:* to be allowed.'),
            severity: 'warning',
        });
    return problems;
}
const allowsAgent = ({ Effect, Action = [] }) => Effect === 'Allow' && Action.some(action => /^(\*|ssm\*|ssmmessages:)/i.test(action));
function checkEncryption(options) {
    const problems = [];
    const keys = options.region_kms_key_ids;
    const regions = options.ami_regions ?? [];
    if (options.kms_key_id && !options.encrypt_boot)
        problems.push(problem('kms_key_id', 'Key without encryption', 'kms_key_id needs encrypt_boot = true.'));
    if (keys && Object.values(keys).some(key => key !== '') && !options.encrypt_boot)
        problems.push(problem('region_kms_key_ids', 'Keys without encryption', 'region_kms_key_ids needs encrypt_boot = true.'));
    const odd = keys
        ? [...regions.filter(region => !(region in keys)), ...Object.keys(keys).filter(key => !regions.includes(key))]
        : [];
    if (odd.length > 0)
        problems.push(problem('region_kms_key_ids', 'Regions differ', `ami_regions and region_kms_key_ids must name the same regions: ${odd.join(', ')}.`));
    const shared = [options.ami_users, options.ami_org_arns, options.ami_ou_arns, options.ami_groups].some(isSet);
    if (shared && options.encrypt_boot && !options.kms_key_id)
        problems.push(problem('encrypt_boot', 'Cannot be shared', 'An image under the default KMS key cannot be shared: set kms_key_id.'));
    if (options.skip_save_build_region && regions.length === 0)
        problems.push(problem('skip_save_build_region', 'No image would remain', 'skip_save_build_region needs ami_regions.'));
    return problems;
}
function checkMachine(options) {
    const problems = [...exclusive(options, 'capacity_reservation_id', 'capacity_reservation_group_arn')];
    const targeted = options.capacity_reservation_id || options.capacity_reservation_group_arn;
    if (targeted && isSet(options.capacity_reservation_preference))
        problems.push(problem('capacity_reservation_preference', 'Options exclude each other', 'A named reservation leaves nothing to prefer: remove one.'));
    if (options.placement?.tenancy && options.tenancy)
        problems.push(problem('tenancy', 'Options exclude each other', 'Only one of placement.tenancy and tenancy can be set.'));
    const { host_id, host_resource_group_arn, tenancy } = options.placement ?? {};
    if (host_id && host_resource_group_arn)
        problems.push(problem('placement', 'Options exclude each other', 'Only one of host_id and host_resource_group_arn can be set.'));
    if ((host_id || host_resource_group_arn) && tenancy && tenancy !== 'host')
        problems.push(problem('placement', 'Not on a dedicated host', 'host_id and host_resource_group_arn need tenancy = "host".'));
    const steady = [options.instance_type ?? '', ...(options.spot_instance_types ?? [])].find(type => type && !isBurstable(type));
    const unlimited = options.enable_unlimited_credits ? 'enable_unlimited_credits' : 'enable_t2_unlimited';
    if (options[unlimited] && steady)
        problems.push(problem(unlimited, 'Not a burstable type', `${steady} has no CPU credits; t2, t3, t3a and t4g have.`));
    if (options.enable_nitro_enclave && [options.instance_type ?? '', ...(options.spot_instance_types ?? [])].some(isBurstable))
        problems.push(problem('enable_nitro_enclave', 'No enclave here', 'Burstable types have no Nitro Enclaves.'));
    return problems;
}
const notOnSpot = [
    ...['ena_support', 'sriov_support', 'enable_nitro_enclave'],
    ...['capacity_reservation_id', 'capacity_reservation_group_arn'],
];
const onlyOnSpot = ['spot_tags', 'spot_tag', 'fleet_tags', 'fleet_tag', 'spot_allocation_strategy'];
function checkSpot(options) {
    if (!(0,spot/* isSpot */.v)(options))
        return onlyOnSpot
            .filter(name => isSet(options[name]))
            .map(name => problem(name, 'Not a spot machine', `${name} needs spot_price, e.g. "auto".`));
    const problems = notOnSpot
        .filter(name => isSet(options[name]) && options[name] !== false)
        .map(name => problem(name, 'Not with a spot machine', `EC2 has no ${name} for spot machines: remove it or spot_price.`));
    if (options.placement?.tenancy === 'host' || options.placement?.host_id || options.placement?.host_resource_group_arn)
        problems.push(problem('placement', 'Not with a spot machine', 'There are no spot machines on dedicated hosts.'));
    return problems;
}
function checkFastLaunch({ fast_launch: given, ami_regions = [], region: home }) {
    if (!given)
        return [];
    const wrong = (summary, detail) => problem('fast_launch', summary, detail);
    const regions = given.region_launch_templates.map(({ region }) => region);
    const known = home ? [home, ...ami_regions] : undefined;
    return [
        ...[given, ...given.region_launch_templates].flatMap(({ template_id, template_name, template_version }) => [
            ...(template_id && template_name
                ? [wrong('Options exclude each other', 'Only one of template_id and template_name can be set.')]
                : []),
            ...(template_version !== undefined && !template_id && !template_name
                ? [wrong('Version of what', 'template_version needs template_id or template_name.')]
                : []),
        ]),
        ...regions
            .filter((region, index) => regions.indexOf(region) !== index)
            .map(region => wrong('Region twice', `There are two region_launch_templates for ${region}.`)),
        ...regions
            .filter(region => known && !known.includes(region))
            .map(region => wrong('No image there', `${region} is neither the region of the build nor one of ami_regions.`)),
    ];
}
const isBurstable = (instanceType) => /^(t2|t3|t3a|t4g)\./.test(instanceType);
function checkDisk(disk) {
    const where = 'launch_block_device_mappings';
    const problems = [];
    const type = disk.volume_type ?? '';
    if (disk.kms_key_id && disk.encrypted === false)
        problems.push(problem(where, 'Key without encryption', `${disk.device_name}: kms_key_id needs encrypted = true.`));
    if (disk.throughput && type !== 'gp3')
        problems.push(problem(where, 'No throughput here', `${disk.device_name}: throughput is of volumes of type gp3 only.`));
    if (disk.iops && !['io1', 'io2', 'gp3'].includes(type))
        problems.push(problem(where, 'No iops here', `${disk.device_name}: iops is of volumes of type io1, io2 and gp3 only.`));
    const ratio = type === 'io1' ? 50 : type === 'io2' ? 500 : Number.POSITIVE_INFINITY;
    if (disk.iops && disk.volume_size && disk.iops > ratio * disk.volume_size)
        problems.push(problem(where, 'Too many iops', `${disk.device_name}: ${type} has at most ${ratio} iops for each GiB.`));
    return problems;
}


/***/ }),

/***/ 98755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ launchRequest)
/* harmony export */ });
/* harmony import */ var _check__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28676);

function launchRequest(options, launch) {
    return {
        ImageId: launch.imageId,
        InstanceType: launch.instanceType,
        KeyName: launch.keyName,
        UserData: launch.userData,
        BlockDeviceMappings: launch.disks,
        EbsOptimized: options.ebs_optimized || undefined,
        InstanceInitiatedShutdownBehavior: (options.shutdown_behavior ||
            (launch.endsItself ? 'terminate' : 'stop')),
        IamInstanceProfile: profile(launch.profile),
        MetadataOptions: metadata(options),
        EnclaveOptions: options.enable_nitro_enclave ? { Enabled: true } : undefined,
        CreditSpecification: credits(options, launch.instanceType),
        CapacityReservationSpecification: reservation(options),
        LicenseSpecifications: licenses(options),
        Placement: placement(options),
        ...interfaceOf(options, launch),
    };
}
function interfaceOf(options, { subnetId, groupIds }) {
    const Groups = groupIds.length > 0 ? [...groupIds] : undefined;
    if (options.associate_public_ip_address === undefined)
        return { SubnetId: subnetId, SecurityGroupIds: Groups };
    return {
        NetworkInterfaces: [
            {
                DeviceIndex: 0,
                AssociatePublicIpAddress: options.associate_public_ip_address,
                SubnetId: subnetId,
                Groups,
                DeleteOnTermination: true,
            },
        ],
    };
}
const profile = (name) => (name ? (name.startsWith('arn:') ? { Arn: name } : { Name: name }) : undefined);
function metadata({ metadata_options: given }) {
    if (given?.http_endpoint === 'disabled')
        return { HttpEndpoint: 'disabled' };
    return {
        HttpEndpoint: given?.http_endpoint,
        HttpTokens: given?.http_tokens ?? 'required',
        HttpPutResponseHopLimit: given?.http_put_response_hop_limit,
        InstanceMetadataTags: given?.instance_metadata_tags,
    };
}
function credits(options, type) {
    if (!(type ? [type] : (options.spot_instance_types ?? [options.instance_type ?? ''])).every(_check__WEBPACK_IMPORTED_MODULE_0__/* .isBurstable */ .d))
        return undefined;
    return { CpuCredits: options.enable_unlimited_credits || options.enable_t2_unlimited ? 'unlimited' : 'standard' };
}
function reservation(options) {
    const CapacityReservationId = options.capacity_reservation_id || undefined;
    const CapacityReservationResourceGroupArn = options.capacity_reservation_group_arn || undefined;
    if (CapacityReservationId || CapacityReservationResourceGroupArn)
        return { CapacityReservationTarget: { CapacityReservationId, CapacityReservationResourceGroupArn } };
    return options.capacity_reservation_preference
        ? { CapacityReservationPreference: options.capacity_reservation_preference }
        : undefined;
}
function licenses(options) {
    const arns = options.license_specifications.map(license => license.license_configuration_request?.license_configuration_arn);
    return arns.length > 0 ? arns.map(LicenseConfigurationArn => ({ LicenseConfigurationArn })) : undefined;
}
function placement(options) {
    const { tenancy, host_id, host_resource_group_arn } = options.placement ?? {};
    const Tenancy = (tenancy || options.tenancy || undefined);
    if (!Tenancy && !host_id && !host_resource_group_arn && !options.availability_zone)
        return undefined;
    return {
        AvailabilityZone: options.availability_zone || undefined,
        HostId: host_id || undefined,
        HostResourceGroupArn: host_resource_group_arn || undefined,
        Tenancy,
    };
}


/***/ }),

/***/ 79320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ spotRequest),
/* harmony export */   v: () => (/* binding */ isSpot)
/* harmony export */ });
/* harmony import */ var _launch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98755);

const isSpot = ({ spot_price: price }) => price !== undefined && price !== '' && price !== '0';
function spotRequest(options, order, types, subnetIds) {
    const { SubnetId: _chosen, InstanceInitiatedShutdownBehavior: atShutdown, ...launch } = (0,_launch__WEBPACK_IMPORTED_MODULE_0__/* .launchRequest */ .X)(options, order.launch);
    const behaviour = atShutdown === 'terminate' ? { InstanceInitiatedShutdownBehavior: atShutdown } : {};
    const MaxPrice = options.spot_price === 'auto' ? undefined : options.spot_price;
    const places = subnetIds.length > 0 ? subnetIds : [undefined];
    const isOrdered = options.spot_allocation_strategy === 'capacity-optimized-prioritized';
    return {
        launch: { ...launch, ...behaviour },
        tags: order.tags,
        volumeTags: order.volumeTags,
        requestTags: order.requestTags,
        fleetTags: order.fleetTags,
        isProfileNew: order.isProfileNew,
        strategy: (options.spot_allocation_strategy || undefined),
        overrides: types.flatMap((type, index) => places.map(SubnetId => ({
            InstanceType: type,
            SubnetId,
            MaxPrice,
            Priority: isOrdered ? index : undefined,
        }))),
    };
}


/***/ }),

/***/ 20385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YO: () => (/* binding */ untilPassword),
/* harmony export */   ot: () => (/* binding */ passwordNow),
/* harmony export */   pl: () => (/* binding */ asksForPassword)
/* harmony export */ });
/* unused harmony export decrypt */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _lib_abort__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72857);
/* harmony import */ var _lib_duration_text__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28691);
/* harmony import */ var _lib_file_error__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(15546);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30631);
/* harmony import */ var _platforms_aws_pace__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21023);
/* harmony import */ var _access__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7314);










const asksForPassword = ({ communicator, winrm_password }) => communicator === 'winrm' && !winrm_password;
async function untilPassword(ec2, id, privateKey, options, context) {
    const key = await keyFrom(privateKey, context);
    const limit = options.windows_password_timeout;
    return context.step('wait for the password of Windows', async (signal) => {
        const next = (0,_platforms_aws_pace__WEBPACK_IMPORTED_MODULE_5__/* .growing */ .qR)((0,_access__WEBPACK_IMPORTED_MODULE_6__/* .paceOf */ .x3)(ec2, options));
        for (const began = Date.now();;) {
            const password = await askPassword(ec2, id, key, context, signal);
            if (password !== undefined)
                return password;
            const waited = Date.now() - began;
            if (waited >= limit)
                throw noPassword(id, limit);
            context.progress(`${id}: Windows has made no password yet`);
            await (0,_lib_abort__WEBPACK_IMPORTED_MODULE_7__/* .delay */ .cb)(Math.min(Math.max(next(waited), (0,_access__WEBPACK_IMPORTED_MODULE_6__/* .paceOf */ .x3)(ec2, options).delay), limit - waited), signal);
        }
    });
}
async function passwordNow(ec2, id, privateKey, context, signal) {
    return askPassword(ec2, id, await keyFrom(privateKey, context), context, signal);
}
async function askPassword(ec2, id, key, context, signal) {
    const { PasswordData } = await ec2.call('GetPasswordData', { InstanceId: id }, signal);
    const data = PasswordData?.trim();
    if (!data)
        return undefined;
    const password = decrypt(key, Buffer.from(data, 'base64'));
    if (password === undefined)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('failed', `The password of ${id} cannot be decrypted: it was made for another key pair`, {
            advice: 'ssh_private_key_file has to be the private half of ssh_keypair_name.',
        });
    context.secret(password);
    return password;
}
const noPassword = (id, limit) => new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('failed', `Windows on ${id} has made no password within ${(0,_lib_duration_text__WEBPACK_IMPORTED_MODULE_8__/* .duration */ .p)(limit)}`, {
    advice: 'It does so when it starts for the first time after Sysprep, if EC2Launch is told to. Does the image keep a password, or does user_data set one? ' +
        'Then say it in winrm_password. Does it only take longer? Then raise windows_password_timeout.',
});
function decrypt(key, data) {
    try {
        const padded = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.privateDecrypt)({ key, padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_NO_PADDING }, data);
        const end = padded.indexOf(0, 2);
        return padded[0] === 0 && padded[1] === 2 && end >= 10 ? padded.subarray(end + 1).toString() : undefined;
    }
    catch {
        return undefined;
    }
}
async function keyFrom(privateKey, { communicator }) {
    const path = communicator.ssh_private_key_file;
    if (privateKey === undefined && !path)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('invalid', 'Nobody has the key that opens the password of Windows');
    const key = parse(privateKey ?? (await read(path)));
    if (key?.asymmetricKeyType === 'rsa')
        return key;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('invalid', `ssh_private_key_file (${path}): this is not an RSA key in PEM that can be read without a passphrase`, {
        advice: 'AWS encrypts the password of Windows for RSA keys only. `ssh-keygen -p -m PEM -N "" -f FILE` writes an OpenSSH key as PEM.',
    });
}
function parse(text) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(text);
    }
    catch {
        return undefined;
    }
}
async function read(path) {
    const expanded = path === '~' || path.startsWith('~/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), path.slice(1)) : path;
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(expanded, 'utf8').catch((error) => {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('invalid', `ssh_private_key_file: cannot read ${expanded}: ${(0,_lib_file_error__WEBPACK_IMPORTED_MODULE_9__/* .fileErrorReason */ .H)(error)}`);
    });
}


/***/ })

};
;