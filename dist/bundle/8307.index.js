"use strict";
exports.id = 8307;
exports.ids = [8307,1970,3669];
exports.modules = {

/***/ 88307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
// EXTERNAL MODULE: ./build/lib/duration-text.js
var duration_text = __webpack_require__(28691);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/model/login.js
var model_login = __webpack_require__(16876);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/model/communicator.js
var communicator = __webpack_require__(32226);
// EXTERNAL MODULE: external "./apart/fast-xml-parser.js"
var fast_xml_parser_js_ = __webpack_require__(76168);
;// CONCATENATED MODULE: ./build/communicators/winrm/answer.js

class Fault extends Error {
    constructor(code, kind, message) {
        super(message);
        this.code = code;
        this.kind = kind;
    }
}
const isTimeOver = ({ code, kind }) => kind === 'TimedOut' || code === '2150858793';
const parser = new fast_xml_parser_js_.XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#',
    alwaysCreateTextNode: true,
    parseTagValue: false,
    isArray: name => name === 'Stream' || name === 'Selector',
});
const child = (node, ...names) => names.reduce((found, name) => found?.[name], node);
const textOf = (node) => String(node?.['#'] ?? '');
function bodyOf(bytes) {
    const body = child(parser.parse(bytes), 'Envelope', 'Body') ?? {};
    const fault = child(body, 'Fault');
    if (fault)
        throw faultOf(fault);
    return body;
}
function faultOf(fault) {
    const told = child(fault, 'Detail', 'WSManFault');
    const code = String(told?.['@Code'] ?? '');
    const kind = textOf(child(fault, 'Code', 'Subcode', 'Value')).replace(/^.*:/, '');
    const reason = textOf(child(fault, 'Reason', 'Text'));
    const message = reason || textOf(child(told, 'Message')) || kind || 'it does not say why';
    return new Fault(code, kind, message.replace(/\s+/g, ' ').trim());
}
function shellIdIn(body) {
    const selectors = (child(body, 'ResourceCreated', 'ReferenceParameters', 'SelectorSet')?.Selector ?? []);
    const named = selectors.find(selector => selector['@Name'] === 'ShellId');
    return textOf(named ?? child(body, 'Shell', 'ShellId'));
}
const commandIdIn = (body) => textOf(child(body, 'CommandResponse', 'CommandId'));
function outputIn(body) {
    const received = child(body, 'ReceiveResponse');
    const streams = (received?.Stream ?? []);
    const state = child(received, 'CommandState');
    const code = textOf(child(state, 'ExitCode'));
    return {
        chunks: streams.flatMap(stream => {
            const bytes = Buffer.from(textOf(stream), 'base64');
            return bytes.length > 0 ? [{ stream: stream['@Name'] === 'stderr' ? 'stderr' : 'stdout', bytes }] : [];
        }),
        isDone: String(state?.['@State'] ?? '').endsWith('/Done'),
        exitCode: /^-?\d+$/.test(code) ? Number(code) : undefined,
    };
}

;// CONCATENATED MODULE: ./build/communicators/winrm/obstacle.js
class Obstacle extends Error {
    constructor(kind, message, advice, final = false) {
        super(message);
        this.kind = kind;
        this.advice = advice;
        this.final = final;
    }
}
const FIREWALL = 'Check the address, the security group and the firewall of Windows, and that WinRM is set up: it is not everywhere.';
function obstacleOf(error) {
    if (error instanceof Obstacle)
        return error;
    const code = String(error.code ?? '');
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return new Obstacle('unknown host', 'the name of the host is not known', 'Check winrm_host and the name server.');
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'EADDRNOTAVAIL':
            return new Obstacle('no route', 'there is no route to it', 'Is the address a private one? See ssh_interface.');
        case 'ECONNREFUSED':
            return new Obstacle('refused', 'the connection is refused: nothing listens on the port', 'Does the image start WinRM on this port? See winrm_port and winrm_use_ssl.');
        case 'ETIMEDOUT':
            return new Obstacle('timed out', 'nothing answers', FIREWALL);
        case 'EPROTO':
            return new Obstacle('not winrm', 'what answers on the port does not speak TLS', 'See winrm_port and winrm_use_ssl.');
    }
    if (code.startsWith('HPE_'))
        return new Obstacle('not winrm', 'what answers on the port does not speak HTTP', PORTS);
    if (isOfCertificate(code))
        return certificate(error.message);
    return new Obstacle('closed', `the connection is closed before WinRM has answered (${error.message})`, FIREWALL);
}
const PORTS = 'See winrm_port and winrm_use_ssl: 5985 is for HTTP, 5986 for HTTPS.';
const isOfCertificate = (code) => /CERT|^UNABLE_TO_|^SELF_SIGNED|^HOSTNAME_MISMATCH|^INVALID_(CA|PURPOSE)|^PATH_LENGTH/.test(code);
const certificate = (what) => new Obstacle('certificate', `its TLS certificate is not trusted: ${what}. Nothing was told to it`, 'Name the authority that signed it in NODE_EXTRA_CA_CERTS, or accept any certificate by winrm_insecure = true.', true);
function refused(offered, by, isEncrypted) {
    const schemes = (offered ?? '').split(',').flatMap(scheme => scheme.trim().split(' ')[0] || []);
    const wanted = by === 'Basic' ? /^Basic$/i : /^(Negotiate|NTLM)$/i;
    if (schemes.some(scheme => wanted.test(scheme)))
        return new Obstacle('authentication', `it does not let us in with this user and password by ${by} (401)`, 'See winrm_username and winrm_password. Basic takes accounts of the machine only, not those of a domain.');
    const takes = schemes.length > 0 ? ` (it takes: ${[...new Set(schemes)].join(', ')})` : '';
    const how = isEncrypted
        ? 'Basic is off, as it is in a new Windows'
        : 'Basic is off, or refused over HTTP without TLS (AllowUnencrypted)';
    return new Obstacle('authentication', by === 'Basic' ? `${how}${takes}` : `NTLM is off${takes}`, by === 'Basic' ? 'winrm_use_ntlm = true needs neither Basic nor TLS.' : 'Leave winrm_use_ntlm away for Basic.');
}
function unexpected(status) {
    if (status === 503)
        return new Obstacle('closed', 'WinRM is not ready yet (503)', FIREWALL);
    return new Obstacle('not winrm', `what answers on the port is not WinRM (HTTP status ${status})`, PORTS);
}

;// CONCATENATED MODULE: ./build/communicators/winrm/pieces.js
const PIECE_BYTES = 300_000;
async function* pieces(content) {
    let held = [];
    let size = 0;
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        let rest = Buffer.from(chunk);
        while (size + rest.length > PIECE_BYTES) {
            const room = PIECE_BYTES - size;
            yield { bytes: Buffer.concat([...held, rest.subarray(0, room)]), isLast: false };
            rest = rest.subarray(room);
            held = [];
            size = 0;
        }
        held.push(rest);
        size += rest.length;
    }
    yield { bytes: Buffer.concat(held), isLast: true };
}

;// CONCATENATED MODULE: ./build/communicators/winrm/command.js






const BREAK_MILLISECONDS = 15_000;
const BREAK_PAUSE_MILLISECONDS = 500;
const GRACE_MILLISECONDS = 3000;
const PARTING_MILLISECONDS = 10_000;
async function runCommand(shell, command, options) {
    const { signal, stdin } = options;
    const over = new AbortController();
    const running = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
    let id;
    try {
        id = await shell.start(command, stdin !== undefined, signal).catch(lost);
        const exit = exitOf(shell, id, options, running);
        if (stdin === undefined)
            return await exit;
        return await Promise.race([exit, failureOf(feed(shell, id, stdin, running), exit)]);
    }
    catch (error) {
        if (id !== undefined)
            await stop(shell, id);
        throw signal?.aborted ? signal.reason : error;
    }
    finally {
        over.abort(new Error('the command is over'));
        if (stdin instanceof external_node_stream_.Readable)
            stdin.destroy();
        await shell.delete((0,abort/* within */.ux)(PARTING_MILLISECONDS)).catch(() => undefined);
    }
}
async function exitOf(shell, id, options, signal) {
    const { onStdout, onStderr } = options;
    for (;;) {
        const output = await received(shell, id, signal);
        for (const { stream, bytes } of output?.chunks ?? [])
            await (stream === 'stderr' ? onStderr : onStdout)?.(bytes);
        if (output?.isDone)
            return { status: output.exitCode };
    }
}
async function received(shell, id, signal) {
    for (const began = Date.now();;) {
        try {
            return await shell.receive(id, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof Fault && isTimeOver(error))
                return undefined;
            if (!isBreak(error) || Date.now() - began > BREAK_MILLISECONDS)
                return lost(error);
            await (0,abort/* delay */.cb)(BREAK_PAUSE_MILLISECONDS, signal);
        }
    }
}
async function feed(shell, id, stdin, signal) {
    for await (const { bytes, isLast } of pieces(stdin))
        await shell.send(id, bytes, isLast, signal).catch(lost);
}
async function failureOf(fed, exit) {
    const failure = await fed.then(() => undefined, (error) => error);
    if (failure === undefined)
        return exit;
    const late = (0,abort/* delay */.cb)(GRACE_MILLISECONDS).then(() => Promise.reject(failure));
    return Promise.race([exit, late]);
}
async function stop(shell, id) {
    const limit = (0,abort/* within */.ux)(PARTING_MILLISECONDS);
    try {
        await shell.signal(id, 'ctrl_c', limit);
        await exitOf(shell, id, {}, (0,abort/* within */.ux)(GRACE_MILLISECONDS, limit)).catch(() => undefined);
        await shell.signal(id, 'terminate', limit);
    }
    catch {
    }
}
const isBreak = (error) => !(error instanceof Fault) && !(error instanceof Obstacle) && isOfSocket(error);
const isOfSocket = (error) => error instanceof Error && (typeof error.code === 'string' || /socket hang up/.test(error.message));
const UNKNOWN = ['2150858843', '2150858844'];
function lost(error) {
    if (error instanceof Fault && UNKNOWN.includes(error.code))
        throw new communicator/* ConnectionLost */.p(`the machine knows nothing of the command any more: ${error.message}`);
    if (isBreak(error))
        throw new communicator/* ConnectionLost */.p(`the connection broke: ${error.message}`);
    throw error;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/communicators/winrm/lines.js




const LINE_BYTES = 3 * 16_384;
const line = (word, value) => Buffer.from(`${word} ${value}\r\n`);
const named = (word, text) => line(word, Buffer.from(text).toString('base64'));
const removeLine = (path) => named('remove', path);
const askLine = (what, path) => named(what, path);
async function* fileLines(content, path, onBytes = () => undefined) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    yield named('file', path);
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        const bytes = Buffer.from(chunk);
        hash.update(bytes);
        for (let at = 0; at < bytes.length; at += LINE_BYTES)
            yield line('data', bytes.subarray(at, at + LINE_BYTES).toString('base64'));
        onBytes(bytes.length);
    }
    yield line('end', hash.digest('hex').toUpperCase());
}
const fileContent = (path) => (0,external_node_fs_.createReadStream)(path, { highWaterMark: LINE_BYTES });
async function listFolder(folder) {
    const entries = [];
    const walk = async (place, prefix, above) => {
        const real = await (0,promises_.realpath)(place);
        if (above.includes(real))
            throw new Error(`${place} is a link that leads back into a folder that holds it`);
        for (const child of (await (0,promises_.readdir)(place)).sort()) {
            const path = (0,external_node_path_.join)(place, child);
            const found = await (0,promises_.stat)(path);
            const name = prefix + child;
            if (found.isFile())
                entries.push({ name, path, size: found.size });
            if (!found.isDirectory())
                continue;
            entries.push({ name, path });
            await walk(path, `${name}\\`, [...above, real]);
        }
    };
    await walk(folder, '', []);
    return entries;
}
async function* folderLines(entries, remote, onBytes) {
    yield named('folder', remote);
    for (const { name, path, size } of entries)
        if (size === undefined)
            yield named('folder', external_node_path_.win32.join(remote, name));
        else
            yield* fileLines(fileContent(path), external_node_path_.win32.join(remote, name), onBytes);
}
class LineReader {
    #target;
    #onBytes;
    #open;
    #file;
    #path;
    #hash;
    constructor(target, onBytes = () => undefined) {
        this.#open = '';
        this.#path = '';
        this.#hash = (0,external_node_crypto_.createHash)('sha256');
        this.isDone = false;
        this.#target = target;
        this.#onBytes = onBytes;
    }
    async write(chunk) {
        const lines = (this.#open + Buffer.from(chunk).toString('latin1')).split(/\r?\n/);
        this.#open = lines.pop() ?? '';
        for (const text of lines)
            await this.#take(text);
    }
    async close() {
        await this.#file?.close();
        this.#file = undefined;
    }
    async #take(text) {
        const [word, value = ''] = text.split(' ');
        const told = () => Buffer.from(value, 'base64').toString();
        switch (word) {
            case 'folder':
                await (0,promises_.mkdir)(this.#placeOf(told()), { recursive: true });
                return;
            case 'file':
                this.#path = this.#placeOf(told());
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(this.#path), { recursive: true });
                this.#file = await (0,promises_.open)(this.#path, 'w');
                this.#hash = (0,external_node_crypto_.createHash)('sha256');
                return;
            case 'data':
                return this.#append(Buffer.from(value, 'base64'));
            case 'end':
                await this.close();
                if (this.#hash.digest('hex').toUpperCase() !== value)
                    throw new Error(`what arrived at ${this.#path} is not what was sent`);
                return;
            case 'failed':
                this.failure = told();
                return;
            case 'done':
                this.isDone = true;
        }
    }
    async #append(bytes) {
        this.#hash.update(bytes);
        await this.#file?.write(bytes);
        this.#onBytes(bytes.length);
    }
    #placeOf(name) {
        const parts = name.split(/[\\/]/).filter(part => part !== '' && part !== '.');
        if (parts.includes('..'))
            throw new Error(`the machine names a place outside of the folder: ${name}`);
        return (0,external_node_path_.join)(this.#target, ...parts);
    }
}

;// CONCATENATED MODULE: ./build/communicators/winrm/powershell.js
const COMMON = String.raw `
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$utf8 = [Text.Encoding]::UTF8
function Say($word, $text) { [Console]::Out.WriteLine($word + ' ' + [Convert]::ToBase64String($utf8.GetBytes($text))) }
function Full($base64) {
  $path = $utf8.GetString([Convert]::FromBase64String($base64))
  $variable = [Text.RegularExpressions.MatchEvaluator]{ param($found) [Environment]::GetEnvironmentVariable($found.Groups[1].Value) }
  [IO.Path]::GetFullPath([regex]::Replace($path, '\$\{?env:(\w+)\}?', $variable))
}
function Sum { [BitConverter]::ToString($hash.Hash).Replace('-', '') }
`;
const script = (common, process, more = '') => `begin {${common}${more}}
process {
try {
$word, $value = ([string]$_).Split(' ')
${process.trim()}
} catch { Say 'failed' $_.Exception.GetBaseException().Message; [Environment]::Exit(1) }
}
end { Say 'done' '' }`;
const TAKE = script(COMMON, `
switch ($word) {
  'folder' { [void][IO.Directory]::CreateDirectory((Full $value)) }
  'file' {
    $path = Full $value
    [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($path))
    $file = [IO.File]::Create($path)
    $hash = New-Object Security.Cryptography.SHA256CryptoServiceProvider
  }
  'data' {
    $bytes = [Convert]::FromBase64String($value)
    $file.Write($bytes, 0, $bytes.Length)
    [void]$hash.TransformBlock($bytes, 0, $bytes.Length, $bytes, 0)
  }
  'end' {
    $file.Close()
    [void]$hash.TransformFinalBlock((New-Object byte[] 0), 0, 0)
    if ((Sum) -ne $value) { throw "what arrived at $path is not what was sent" }
  }
  'remove' {
    $path = Full $value
    if ([IO.File]::Exists($path)) { [IO.File]::SetAttributes($path, 'Normal'); [IO.File]::Delete($path) }
  }
}`);
const GIVE = script(COMMON, String.raw `
$root = Full $value
if ($word -eq 'file') { Give $root '' }
else {
  $skip = (Get-Item -LiteralPath $root -Force).FullName.TrimEnd('\').Length + 1
  Get-ChildItem -LiteralPath $root -Recurse -Force | ForEach-Object {
    $name = $_.FullName.Substring($skip)
    if ($_.PSIsContainer) { Say 'folder' $name } else { Give $_.FullName $name }
  }
}`, `
function Give($path, $name) {
  $file = New-Object IO.FileStream($path, 'Open', 'Read', 'ReadWrite')
  $hash = New-Object Security.Cryptography.SHA256CryptoServiceProvider
  $bytes = New-Object byte[] 49152
  Say 'file' $name
  while (($count = $file.Read($bytes, 0, $bytes.Length)) -gt 0) {
    [void]$hash.TransformBlock($bytes, 0, $count, $bytes, 0)
    [Console]::Out.WriteLine('data ' + [Convert]::ToBase64String($bytes, 0, $count))
  }
  $file.Close()
  [void]$hash.TransformFinalBlock($bytes, 0, 0)
  [Console]::Out.WriteLine('end ' + (Sum))
}
`);
const commandFor = (text) => `powershell -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${Buffer.from(text, 'utf16le').toString('base64')}`;
const TAKE_COMMAND = commandFor(TAKE);
const GIVE_COMMAND = commandFor(GIVE);

;// CONCATENATED MODULE: ./build/communicators/winrm/progress.js
const PROGRESS_MILLISECONDS = 250;
function counter(size, onProgress) {
    let done = 0;
    let told = 0;
    return count => {
        done += count;
        if (!onProgress || (Date.now() - told < PROGRESS_MILLISECONDS && done !== size))
            return;
        told = Date.now();
        onProgress(done, size ?? done);
    };
}

;// CONCATENATED MODULE: ./build/communicators/winrm/envelope.js

const SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell';
const TRANSFER = 'http://schemas.xmlsoap.org/ws/2004/09/transfer';
const NAMESPACES = [
    'xmlns:s="http://www.w3.org/2003/05/soap-envelope"',
    'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"',
    'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"',
    'xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"',
    `xmlns:rsp="${SHELL}"`,
].join(' ');
const ANONYMOUS = 'http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous';
const LARGEST_ENVELOPE = 512_000;
function envelope(url, { action, body, shellId, options = {} }, seconds) {
    const set = Object.entries(options).map(([name, value]) => `<w:Option Name="${name}">${escaped(value)}</w:Option>`);
    const header = [
        `<a:To>${escaped(url.href)}</a:To>`,
        `<a:ReplyTo><a:Address s:mustUnderstand="true">${ANONYMOUS}</a:Address></a:ReplyTo>`,
        `<a:Action s:mustUnderstand="true">${action}</a:Action>`,
        `<a:MessageID>uuid:${(0,external_node_crypto_.randomUUID)().toUpperCase()}</a:MessageID>`,
        `<w:ResourceURI s:mustUnderstand="true">${SHELL}/cmd</w:ResourceURI>`,
        `<w:MaxEnvelopeSize s:mustUnderstand="true">${LARGEST_ENVELOPE}</w:MaxEnvelopeSize>`,
        `<w:OperationTimeout>PT${seconds}S</w:OperationTimeout>`,
        '<w:Locale xml:lang="en-US" s:mustUnderstand="false"/><p:DataLocale xml:lang="en-US" s:mustUnderstand="false"/>',
        shellId ? `<w:SelectorSet><w:Selector Name="ShellId">${escaped(shellId)}</w:Selector></w:SelectorSet>` : '',
        set.length > 0 ? `<w:OptionSet>${set.join('')}</w:OptionSet>` : '',
    ];
    return `<s:Envelope ${NAMESPACES}><s:Header>${header.join('')}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}
const createShell = () => ({
    action: `${TRANSFER}/Create`,
    body: '<rsp:Shell><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>',
    options: { WINRS_NOPROFILE: 'FALSE', WINRS_CODEPAGE: '65001' },
});
const deleteShell = (shellId) => ({ action: `${TRANSFER}/Delete`, body: '', shellId });
const startCommand = (shellId, command, hasInput) => ({
    action: `${SHELL}/Command`,
    body: `<rsp:CommandLine><rsp:Command>${escaped(command)}</rsp:Command></rsp:CommandLine>`,
    shellId,
    options: { WINRS_CONSOLEMODE_STDIN: hasInput ? 'FALSE' : 'TRUE', WINRS_SKIP_CMD_SHELL: 'FALSE' },
});
const receiveOutput = (shellId, commandId) => ({
    action: `${SHELL}/Receive`,
    body: `<rsp:Receive><rsp:DesiredStream CommandId="${escaped(commandId)}">stdout stderr</rsp:DesiredStream></rsp:Receive>`,
    shellId,
    options: { WSMAN_CMDSHELL_OPTION_KEEPALIVE: 'TRUE' },
});
const sendInput = (shellId, commandId, bytes, isLast) => ({
    action: `${SHELL}/Send`,
    body: `<rsp:Send><rsp:Stream Name="stdin" CommandId="${escaped(commandId)}"${isLast ? ' End="true"' : ''}>${bytes.toString('base64')}</rsp:Stream></rsp:Send>`,
    shellId,
});
const signalCommand = (shellId, commandId, code) => ({
    action: `${SHELL}/Signal`,
    body: `<rsp:Signal CommandId="${escaped(commandId)}"><rsp:Code>${SHELL}/signal/${code}</rsp:Code></rsp:Signal>`,
    shellId,
});
const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
function escaped(text) {
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(text)?.[0];
    if (control !== undefined)
        throw new Error(`WinRM cannot carry the character U+${control.charCodeAt(0).toString(16).padStart(4, '0')} in a command`);
    return text.replace(/[&<>"\r]/g, found => REFERENCES[found] ?? found);
}

;// CONCATENATED MODULE: ./build/communicators/winrm/remote-shell.js


const ANSWER_SECONDS = 60;
const OUTPUT_SECONDS = 30;
const LATE_MILLISECONDS = 30_000;
class RemoteShell {
    constructor(line, url, id) {
        this.line = line;
        this.url = url;
        this.id = id;
    }
    static async open(line, url, signal) {
        const id = shellIdIn(await exchange(line, url, createShell(), ANSWER_SECONDS, signal));
        return new RemoteShell(line, url, id);
    }
    async start(command, hasInput, signal) {
        return commandIdIn(await this.ask(startCommand(this.id, command, hasInput), signal));
    }
    async receive(command, signal) {
        return outputIn(await this.ask(receiveOutput(this.id, command), signal, OUTPUT_SECONDS));
    }
    async send(command, bytes, isLast, signal) {
        await this.ask(sendInput(this.id, command, bytes, isLast), signal);
    }
    async signal(command, code, signal) {
        await this.ask(signalCommand(this.id, command, code), signal);
    }
    async delete(signal) {
        await this.ask(deleteShell(this.id), signal);
    }
    ask(what, signal, seconds = ANSWER_SECONDS) {
        return exchange(this.line, this.url, what, seconds, signal);
    }
}
async function exchange(line, url, what, seconds, signal) {
    const milliseconds = seconds * 1000 + LATE_MILLISECONDS;
    return bodyOf(await line.ask(envelope(url, what, seconds), { signal, milliseconds }));
}

;// CONCATENATED MODULE: ./build/communicators/winrm/communicator.js











const TRIES = 3;
class WinrmCommunicator {
    #closed;
    constructor(url, line, again) {
        this.url = url;
        this.line = line;
        this.again = again;
        this.shell = 'cmd';
        this.#closed = false;
    }
    async run(command, options = {}) {
        options.signal?.throwIfAborted();
        return runCommand(await this.#open(options.signal), command, options);
    }
    async upload(content, remotePath, { signal } = {}) {
        const work = () => this.#take(() => fileLines(content, remotePath), signal);
        await (content instanceof Uint8Array
            ? this.#repeating(work, 'upload to', remotePath, signal)
            : told(work, 'upload to', remotePath));
    }
    async uploadFile(localPath, remotePath, options = {}) {
        const { size } = await (0,promises_.stat)(localPath);
        const work = () => this.#take(() => fileLines(fileContent(localPath), remotePath, counter(size, options.onProgress)), options.signal);
        await this.#repeating(work, 'upload to', remotePath, options.signal);
    }
    async uploadFolder(localPath, remotePath, options = {}) {
        const entries = await listFolder(localPath);
        const size = entries.reduce((sum, entry) => sum + (entry.size ?? 0), 0);
        const work = () => this.#take(() => folderLines(entries, remotePath, counter(size, options.onProgress)), options.signal);
        await this.#repeating(work, 'upload to', remotePath, options.signal);
    }
    async downloadFile(remotePath, localPath, options = {}) {
        await this.#repeating(() => this.#give('file', remotePath, localPath, options), 'download of', remotePath, options.signal);
    }
    async downloadFolder(remotePath, localPath, options = {}) {
        await this.#repeating(() => this.#give('folder', remotePath, localPath, options), 'download of', remotePath, options.signal);
    }
    async remove(remotePath, { signal } = {}) {
        await told(() => this.#take(() => one(removeLine(remotePath)), signal), 'removal of', remotePath);
    }
    async close() {
        this.#closed = true;
        this.line().close();
    }
    async #open(signal) {
        if (this.#closed)
            throw new communicator/* ConnectionLost */.p('the WinRM connection was closed');
        try {
            return await RemoteShell.open(this.line(), this.url, signal);
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof Fault)
                throw new failure/* Failure */.H('failed', `The machine gives no shell: ${error.message}`, { cause: error });
            if (!isBreak(error) && !(error instanceof Obstacle))
                throw error;
            await this.again(signal ?? new AbortController().signal);
            return RemoteShell.open(this.line(), this.url, signal);
        }
    }
    #take(lines, signal) {
        return this.#exchange(TAKE_COMMAND, lines, new LineReader(''), signal);
    }
    #give(what, remotePath, localPath, { signal, onProgress }) {
        const reader = new LineReader(localPath, counter(undefined, onProgress));
        return this.#exchange(GIVE_COMMAND, () => one(askLine(what, remotePath)), reader, signal);
    }
    async #exchange(command, lines, reader, signal) {
        let said = '';
        const onStderr = (chunk) => {
            if (said.length < 4096)
                said += Buffer.from(chunk).toString();
        };
        try {
            const stdin = external_node_stream_.Readable.from(lines());
            const { status } = await this.run(command, { signal, stdin, onStdout: chunk => reader.write(chunk), onStderr });
            if (reader.failure !== undefined)
                throw new Error(reader.failure);
            if (status !== 0 || !reader.isDone)
                throw new Error(`PowerShell ended with status ${status ?? 'unknown'} before it was done${said && `: ${said.trim()}`}`);
        }
        finally {
            await reader.close();
        }
    }
    async #repeating(work, what, path, signal) {
        for (let tries = 1;; tries++) {
            try {
                return await told(work, what, path);
            }
            catch (error) {
                if (!(error instanceof communicator/* ConnectionLost */.p) || this.#closed || tries >= TRIES || signal?.aborted)
                    throw error;
            }
        }
    }
}
async function* one(line) {
    yield line;
}
async function told(work, what, path) {
    try {
        await work();
    }
    catch (error) {
        if (!(error instanceof Error) || error instanceof failure/* Failure */.H || error.name === 'AbortError')
            throw error;
        if (error instanceof communicator/* ConnectionLost */.p)
            throw new communicator/* ConnectionLost */.p(`${what} ${path} broke off: ${error.message}`);
        throw new failure/* Failure */.H('failed', `${what} ${path} failed: ${error.message}`, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./node_modules/http-proxy-agent/dist/index.js
var dist = __webpack_require__(81970);
// EXTERNAL MODULE: ./node_modules/https-proxy-agent/dist/index.js
var https_proxy_agent_dist = __webpack_require__(3669);
// EXTERNAL MODULE: ./build/lib/proxy.js
var proxy = __webpack_require__(15859);
;// CONCATENATED MODULE: ./build/communicators/winrm/wire.js





class Silence extends Error {
    constructor() {
        super(...arguments);
        this.code = 'ETIMEDOUT';
    }
}
function placeOf(url, isInsecure, goesStraight) {
    return { url, isInsecure, proxy: goesStraight ? undefined : (0,proxy/* proxyFor */.i)(url, process.env) };
}
function agentTo({ url, isInsecure, proxy }, sockets) {
    const settings = { keepAlive: true, maxSockets: sockets, rejectUnauthorized: !isInsecure };
    if (url.protocol === 'https:')
        return proxy ? new https_proxy_agent_dist.HttpsProxyAgent(proxy, settings) : new external_node_https_.Agent(settings);
    return proxy ? new dist.HttpProxyAgent(proxy, settings) : new external_node_http_.Agent(settings);
}
function post({ url, isInsecure }, agent, headers, body, { signal, milliseconds }) {
    return new Promise((resolve, reject) => {
        const failed = (error) => reject(signal?.aborted ? signal.reason : error);
        const open = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        const request = open(url, {
            method: 'POST',
            agent,
            rejectUnauthorized: !isInsecure,
            headers: { 'User-Agent': 'ingot', ...headers, 'Content-Length': String(body.length) },
            signal,
        });
        request.setTimeout(milliseconds, () => request.destroy(new Silence('the machine has fallen silent')));
        request.once('error', failed);
        request.once('response', response => {
            const { socket } = response;
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.once('error', failed);
            response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks), socket }));
        });
        request.end(body);
    });
}

;// CONCATENATED MODULE: ./build/communicators/winrm/line.js


const SOAP_TYPE = 'application/soap+xml;charset=UTF-8';
const SOCKETS = 8;
class BasicLine {
    #agent;
    #authorization;
    constructor(place, username, password) {
        this.place = place;
        this.#agent = agentTo(place, SOCKETS);
        this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    }
    async ask(envelope, patience) {
        const headers = { 'Content-Type': SOAP_TYPE, Authorization: this.#authorization };
        const answer = await post(this.place, this.#agent, headers, Buffer.from(envelope), patience);
        if (answer.status === 401)
            throw refused(answer.headers['www-authenticate'], 'Basic', this.place.url.protocol === 'https:');
        return envelopeIn(answer, answer.body);
    }
    close() {
        this.#agent.destroy();
    }
}
function envelopeIn({ status }, body) {
    if ((status === 200 || status === 400 || status === 500) && /<[\w-]*:?Envelope[\s>]/.test(body.toString('latin1', 0, 2048)))
        return body;
    throw unexpected(status);
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ntlm/md4.js
const rounds = [
    {
        mix: (x, y, z) => (x & y) | (~x & z),
        constant: 0,
        order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        shifts: [3, 7, 11, 19],
    },
    {
        mix: (x, y, z) => (x & y) | (x & z) | (y & z),
        constant: 0x5a827999,
        order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
        shifts: [3, 5, 9, 13],
    },
    {
        mix: (x, y, z) => x ^ y ^ z,
        constant: 0x6ed9eba1,
        order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
        shifts: [3, 9, 11, 15],
    },
];
function md4(message) {
    const padded = Buffer.alloc(Math.ceil((message.length + 9) / 64) * 64);
    padded.set(message);
    padded[message.length] = 0x80;
    padded.writeBigUInt64LE(BigInt(message.length) * 8n, padded.length - 8);
    const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
    for (let at = 0; at < padded.length; at += 64)
        compress(state, at, padded);
    const digest = Buffer.alloc(16);
    for (const [index, word] of state.entries())
        digest.writeUInt32LE(word, index * 4);
    return digest;
}
function compress(state, at, bytes) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (const { mix, constant, order, shifts } of rounds)
        for (const [step, word] of order.entries()) {
            const sum = (a + mix(b, c, d) + bytes.readUInt32LE(at + word * 4) + constant) | 0;
            const shift = shifts[step % 4] ?? 0;
            const turned = (sum << shift) | (sum >>> (32 - shift));
            a = d;
            d = c;
            c = b;
            b = turned;
        }
    for (const [index, word] of [a, b, c, d].entries())
        state[index] = (state[index] ?? 0) + word;
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ntlm/keys.js


function accountOf(name, password) {
    const slash = name.indexOf('\\');
    if (slash >= 0)
        return { domain: name.slice(0, slash), user: name.slice(slash + 1), password };
    return { domain: '', user: name, password };
}
const utf16 = (text) => Buffer.from(text, 'utf16le');
const hmacMd5 = (key, ...parts) => (0,external_node_crypto_.createHmac)('md5', key).update(Buffer.concat(parts)).digest();
const responseKey = ({ user, domain, password }) => hmacMd5(md4(utf16(password)), utf16(user.toUpperCase() + domain));
function prove(account, serverChallenge, clientChallenge, time, target) {
    const key = responseKey(account);
    const blob = Buffer.concat([
        Buffer.from('0101000000000000', 'hex'),
        time,
        clientChallenge,
        Buffer.alloc(4),
        target,
        Buffer.alloc(4),
    ]);
    const proof = hmacMd5(key, serverChallenge, blob);
    return { response: Buffer.concat([proof, blob]), sessionBaseKey: hmacMd5(key, proof) };
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ntlm/channel.js

function channelBindings(socket) {
    const certificate = socket.getPeerCertificate?.().raw;
    if (!certificate)
        return undefined;
    const digest = (0,external_node_crypto_.createHash)(hashOf(certificate)).update(certificate).digest();
    const data = Buffer.concat([Buffer.from('tls-server-end-point:'), digest]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return (0,external_node_crypto_.createHash)('md5')
        .update(Buffer.concat([Buffer.alloc(16), length, data]))
        .digest();
}
const stronger = {
    sha384: ['2a864886f70d01010c', '2a8648ce3d040303'],
    sha512: ['2a864886f70d01010d', '2a8648ce3d040304'],
};
function hashOf(certificate) {
    const isNamed = (identifiers) => identifiers.some(each => certificate.includes(Buffer.from(each, 'hex')));
    return Object.entries(stronger).find(([, identifiers]) => isNamed(identifiers))?.[0] ?? 'sha256';
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ntlm/rc4.js
function rc4(key) {
    const box = Uint8Array.from({ length: 256 }, (_, index) => index);
    const swap = (i, j) => {
        const kept = box[i] ?? 0;
        box[i] = box[j] ?? 0;
        box[j] = kept;
    };
    for (let i = 0, j = 0; i < 256; i++) {
        j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
        swap(i, j);
    }
    let i = 0;
    let j = 0;
    return bytes => Buffer.from(bytes).map(byte => {
        i = (i + 1) & 255;
        j = (j + (box[i] ?? 0)) & 255;
        swap(i, j);
        return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
    });
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ntlm/messages.js



const SIGNATURE = Buffer.from('NTLMSSP\0');
const FLAGS = 0xe2888235;
const KEY_EXCHANGE = 0x40000000;
const SEAL = 0x20;
const EXTENDED_SECURITY = 0x00080000;
const STRONG = 0x20000000;
const END = 0;
const AV_FLAGS = 6;
const TIMESTAMP = 7;
const CHANNEL_BINDINGS = 10;
const HAS_MIC = Buffer.from([2, 0, 0, 0]);
const VERSION = Buffer.from('0a0000000000000f', 'hex');
function negotiateMessage() {
    const message = Buffer.alloc(40);
    SIGNATURE.copy(message);
    message.writeUInt32LE(1, 8);
    message.writeUInt32LE(FLAGS, 12);
    message.writeUInt32LE(40, 20);
    message.writeUInt32LE(40, 28);
    VERSION.copy(message, 32);
    return message;
}
function readChallenge(message) {
    if (message.length < 48 || !message.subarray(0, 8).equals(SIGNATURE) || message.readUInt32LE(8) !== 2)
        throw new Error('the answer is not a challenge of NTLM');
    const flags = message.readUInt32LE(20);
    const wanted = SEAL | EXTENDED_SECURITY | STRONG | KEY_EXCHANGE;
    if ((flags & wanted) >>> 0 !== wanted >>> 0)
        throw new Error('the server knows only forms of NTLM that protect nothing');
    const length = message.readUInt16LE(40);
    const offset = message.readUInt32LE(44);
    return { flags, serverChallenge: message.subarray(24, 32), target: readPairs(message.subarray(offset, offset + length)) };
}
function readPairs(bytes) {
    const pairs = new Map();
    for (let at = 0; at + 4 <= bytes.length;) {
        const id = bytes.readUInt16LE(at);
        const length = bytes.readUInt16LE(at + 2);
        if (id === END)
            break;
        pairs.set(id, bytes.subarray(at + 4, at + 4 + length));
        at += 4 + length;
    }
    return pairs;
}
function writePairs(pairs) {
    const pair = (id, value) => {
        const head = Buffer.alloc(4);
        head.writeUInt16LE(id, 0);
        head.writeUInt16LE(value.length, 2);
        return [head, value];
    };
    return Buffer.concat([...[...pairs].flatMap(([id, value]) => pair(id, value)), Buffer.alloc(4)]);
}
function authenticateMessage(account, negotiate, challengeMessage, bindings, random = external_node_crypto_.randomBytes) {
    const { flags, serverChallenge, target } = readChallenge(challengeMessage);
    const told = target.get(TIMESTAMP);
    const described = new Map([
        ...target,
        ...(told ? [[AV_FLAGS, HAS_MIC]] : []),
        ...(bindings ? [[CHANNEL_BINDINGS, bindings]] : []),
    ]);
    const { response, sessionBaseKey } = prove(account, serverChallenge, random(8), told ?? now(), writePairs(described));
    const sessionKey = random(16);
    const fields = [
        Buffer.alloc(24),
        response,
        utf16(account.domain),
        utf16(account.user),
        utf16(''),
        rc4(sessionBaseKey)(sessionKey),
    ];
    const message = layOut(fields, flags);
    if (told)
        hmacMd5(sessionKey, negotiate, challengeMessage, message).copy(message, MIC_AT);
    return { message, sessionKey };
}
const MIC_AT = 72;
const HEADER = 88;
function layOut(fields, flags) {
    const header = Buffer.alloc(HEADER);
    SIGNATURE.copy(header);
    header.writeUInt32LE(3, 8);
    let at = HEADER;
    for (const [index, { length }] of fields.entries()) {
        header.writeUInt16LE(length, 12 + index * 8);
        header.writeUInt16LE(length, 14 + index * 8);
        header.writeUInt32LE(at, 16 + index * 8);
        at += length;
    }
    header.writeUInt32LE(flags >>> 0, 60);
    VERSION.copy(header, 64);
    return Buffer.concat([header, ...fields]);
}
function now() {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE((BigInt(Date.now()) + 11644473600000n) * 10000n);
    return bytes;
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ntlm/session.js



class Session {
    #ours;
    #theirs;
    constructor(sessionKey) {
        this.#ours = new Direction(sessionKey, 'client-to-server');
        this.#theirs = new Direction(sessionKey, 'server-to-client');
    }
    seal(message) {
        return this.#ours.seal(message);
    }
    unseal({ signature, bytes }) {
        return this.#theirs.unseal(bytes, signature);
    }
}
class Direction {
    #signingKey;
    #cipher;
    #number = 0;
    constructor(sessionKey, direction) {
        const key = (use) => (0,external_node_crypto_.createHash)('md5').update(sessionKey).update(`session key to ${direction} ${use} key magic constant\0`).digest();
        this.#signingKey = key('signing');
        this.#cipher = rc4(key('sealing'));
    }
    seal(message) {
        const bytes = this.#cipher(message);
        return { bytes, signature: this.#sign(message) };
    }
    unseal(bytes, signature) {
        const message = this.#cipher(bytes);
        const wanted = this.#sign(message);
        if (signature.length !== wanted.length || !(0,external_node_crypto_.timingSafeEqual)(signature, wanted))
            throw new Error('a message was changed on its way, or is not from the machine');
        return message;
    }
    #sign(message) {
        const number = Buffer.alloc(4);
        number.writeUInt32LE(this.#number++);
        const checksum = this.#cipher(hmacMd5(this.#signingKey, number, message).subarray(0, 8));
        return Buffer.concat([Buffer.from([1, 0, 0, 0]), checksum, number]);
    }
}

;// CONCATENATED MODULE: ./build/communicators/winrm/sealed-body.js
const BOUNDARY = 'Encrypted Boundary';
const PROTOCOL = 'application/HTTP-SPNEGO-session-encrypted';
const DATA = Buffer.from('\tContent-Type: application/octet-stream\r\n');
const SEALED_TYPE = `multipart/encrypted;protocol="${PROTOCOL}";boundary="${BOUNDARY}"`;
function writeSealed({ signature, bytes }, length) {
    const head = [
        `--${BOUNDARY}`,
        `\tContent-Type: ${PROTOCOL}`,
        `\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=${length}`,
        `--${BOUNDARY}`,
        '',
    ].join('\r\n');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(signature.length);
    return Buffer.concat([Buffer.from(head), DATA, size, signature, bytes, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
function readSealed(body) {
    const length = /Length=(\d+)/.exec(body.subarray(0, 1024).toString('latin1'))?.[1];
    const at = body.indexOf(DATA);
    if (length === undefined || at < 0)
        return undefined;
    const begin = at + DATA.length + 4;
    const size = body.readUInt32LE(begin - 4);
    const signature = body.subarray(begin, begin + size);
    return { signature, bytes: body.subarray(begin + size, begin + size + Number(length)) };
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ntlm-line.js







class NtlmLine {
    #idle = [];
    #all = new Set();
    constructor(place, account) {
        this.place = place;
        this.account = account;
    }
    async ask(envelope, patience) {
        const connection = this.#idle.pop() ?? new Connection(this.place, this.account);
        this.#all.add(connection);
        try {
            const answer = await connection.ask(envelope, patience);
            this.#idle.push(connection);
            return answer;
        }
        catch (error) {
            connection.close();
            this.#all.delete(connection);
            throw error;
        }
    }
    close() {
        for (const connection of this.#all)
            connection.close();
        this.#idle.length = 0;
    }
}
class Connection {
    #agent;
    #isSealed;
    #standing;
    constructor(place, account) {
        this.place = place;
        this.account = account;
        this.#agent = agentTo(place, 1);
        this.#isSealed = place.url.protocol === 'http:';
    }
    async ask(envelope, patience) {
        if (!this.#standing || this.#standing.socket.destroyed)
            this.#standing = await this.#logIn(patience);
        const { session } = this.#standing;
        const message = Buffer.from(envelope);
        const body = this.#isSealed ? writeSealed(session.seal(message), message.length) : message;
        const headers = { 'Content-Type': this.#isSealed ? SEALED_TYPE : SOAP_TYPE };
        const answer = await post(this.place, this.#agent, headers, body, patience);
        if (answer.status === 401)
            throw this.#refusal(answer);
        return envelopeIn(answer, this.#isSealed ? unsealed(answer, session) : answer.body);
    }
    close() {
        this.#agent.destroy();
    }
    async #logIn(patience) {
        const negotiate = negotiateMessage();
        const challenge = tokenIn(await this.#step(negotiate, patience));
        if (!challenge.token)
            throw this.#refusal(challenge.answer);
        const bindings = channelBindings(challenge.answer.socket);
        const { message, sessionKey } = proving(() => authenticateMessage(this.account, negotiate, challenge.token, bindings));
        const answer = await this.#step(message, patience);
        if (answer.status === 401)
            throw this.#refusal(answer);
        return { socket: answer.socket, session: new Session(sessionKey) };
    }
    #step(token, patience) {
        const headers = { 'Content-Type': SOAP_TYPE, Authorization: `Negotiate ${token.toString('base64')}` };
        return post(this.place, this.#agent, headers, Buffer.alloc(0), patience);
    }
    #refusal = ({ headers }) => refused(headers['www-authenticate'], 'NTLM', !this.#isSealed);
}
function tokenIn(answer) {
    const found = /(?:Negotiate|NTLM) ([\w+/=]+)/i.exec(answer.headers['www-authenticate'] ?? '')?.[1];
    return { answer, token: found === undefined ? undefined : Buffer.from(found, 'base64') };
}
function proving(work) {
    try {
        return work();
    }
    catch (error) {
        throw new Obstacle('authentication', `it cannot be spoken to by NTLM: ${error.message}`, undefined, true);
    }
}
function unsealed({ body }, session) {
    const sealed = readSealed(body);
    return sealed ? session.unseal(sealed) : Buffer.alloc(0);
}

;// CONCATENATED MODULE: ./build/communicators/winrm/ready.js





const ATTEMPT_MILLISECONDS = 30_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 2500;
const LOGIN_PAUSES = [2000, 5000, 15_000, 30_000, 60_000, 90_000];
const REFUSED_MILLISECONDS = 10 * 60_000;
async function untilReady(line, url, givesUp, signal, tell) {
    let refused = 0;
    let since = 0;
    for (let pause = FIRST_PAUSE;; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
        const obstacle = await probe(line(), url, signal);
        if (!obstacle)
            return;
        signal.throwIfAborted();
        if (await tell(obstacle))
            continue;
        const isRefused = obstacle.kind === 'authentication';
        if (isRefused && refused++ === 0)
            since = Date.now();
        if (!isRefused)
            refused = 0;
        if (obstacle.final || (givesUp && isRefused && Date.now() - since > REFUSED_MILLISECONDS))
            throw obstacle;
        await (0,abort/* delay */.cb)(isRefused ? (LOGIN_PAUSES[refused - 1] ?? LOGIN_PAUSES.at(-1)) : pause, signal);
    }
}
async function probe(line, url, signal) {
    const limited = (0,abort/* within */.ux)(ATTEMPT_MILLISECONDS, signal);
    try {
        const { status } = await runCommand(await RemoteShell.open(line, url, limited), 'exit 0', { signal: limited });
        return status === 0 ? undefined : new Obstacle('fault', `a command that does nothing ends with status ${status}`);
    }
    catch (error) {
        if (limited.aborted)
            return new Obstacle('timed out', 'nothing answers', obstacleOf(Object.assign(new Error(), { code: 'ETIMEDOUT' })).advice);
        if (error instanceof Fault)
            return faulty(error);
        return obstacleOf(error);
    }
}
const faulty = ({ kind, code, message }) => kind === 'AccessDenied' || code === '5'
    ? new Obstacle('fault', 'the user is let in, but may not use WinRM', 'It has to be one of the Administrators, or of the Remote Management Users.')
    : new Obstacle('fault', `it answers, but gives no shell: ${message}`);

;// CONCATENATED MODULE: ./build/communicators/winrm/connect.js











const DEFAULT_TIMEOUT = 30 * 60_000;
const EVIDENCE_LINES = 30;
async function connect(reach, options, context) {
    const login = (0,model_login/* loginIn */.X)(options);
    const host = login.host ?? reach.host;
    const port = reach.port ?? login.port ?? 0;
    const username = reach.username ?? login.username ?? '';
    const url = new URL(`${options.winrm_use_ssl ? 'https' : 'http'}://${(0,external_node_net_.isIPv6)(host) ? `[${host}]` : host}:${port}/wsman`);
    const target = `${username}@${host}:${port}`;
    const place = placeOf(url, options.winrm_insecure, options.winrm_no_proxy);
    if (!options.winrm_use_ssl && !options.winrm_use_ntlm && !isHere(host))
        context.warn(IN_CLEAR);
    const door = new Door(reach.password ?? login.password ?? '', password => lineTo(place, options.winrm_use_ntlm, username, password));
    const ready = (signal) => withinTime(target, url, door, options, reach, { ...context, signal });
    context.say(`Connecting to ${target} by WinRM`);
    try {
        await ready(context.signal);
        context.say('Connected');
        if (options.pause_before_connecting) {
            context.say(`Pausing for ${(0,duration_text/* duration */.p)(options.pause_before_connecting)} before the connection that is used`);
            await (0,abort/* delay */.cb)(options.pause_before_connecting, context.signal);
            await ready(context.signal);
        }
    }
    catch (error) {
        door.line.close();
        throw error;
    }
    return new WinrmCommunicator(url, () => door.line, signal => ready(AbortSignal.any([signal, context.signal])));
}
class Door {
    constructor(password, open) {
        this.password = password;
        this.open = open;
        this.line = open(password);
    }
    async tryAnother(ask, signal) {
        const other = await ask?.(signal);
        if (other === undefined || other === this.password)
            return false;
        this.line.close();
        this.password = other;
        this.line = this.open(other);
        return true;
    }
}
const IN_CLEAR = 'WinRM by Basic over HTTP: the password, and all else, can be read on the way. winrm_use_ntlm = true encrypts it, winrm_use_ssl = true too.';
const isHere = (host) => host === 'localhost' || host === '::1' || ((0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.'));
const lineTo = (place, byNtlm, username, password) => byNtlm ? new NtlmLine(place, accountOf(username, password)) : new BasicLine(place, username, password);
async function withinTime(target, url, door, options, reach, context) {
    const given = options.winrm_timeout;
    const milliseconds = given ?? DEFAULT_TIMEOUT;
    const limit = (0,abort/* timeLimit */.zc)(milliseconds, new Error('time is over'));
    const began = Date.now();
    let last;
    try {
        const signal = AbortSignal.any([context.signal, limit.signal]);
        await untilReady(() => door.line, url, given === undefined, signal, async (obstacle) => {
            if (obstacle.message !== last?.message)
                context.progress(`waiting for WinRM: ${obstacle.message}`);
            last = obstacle;
            return obstacle.kind === 'authentication' && door.tryAnother(reach.otherPassword, signal);
        });
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (error !== last && !limit.signal.aborted)
            throw error;
        const within = last?.final ? '' : ` within ${(0,duration_text/* duration */.p)(limit.signal.aborted ? milliseconds : Date.now() - began)}`;
        throw new failure/* Failure */.H('failed', `cannot reach ${target} by WinRM${within}: ${last?.message ?? 'nothing answers'}`, {
            advice: last?.advice,
            evidence: await lastLines(reach, context.signal),
            cause: last,
        });
    }
    finally {
        limit.stop();
    }
}
async function lastLines(reach, signal) {
    const text = await reach.console?.(signal).catch(() => undefined);
    const lines = text?.trimEnd().split(/\r?\n/).slice(-EVIDENCE_LINES) ?? [];
    return lines.some(line => line.trim() !== '') ? `the last lines on its console:\n${lines.join('\n')}` : undefined;
}


/***/ }),

/***/ 32226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ConnectionLost)
/* harmony export */ });
class ConnectionLost extends Error {
}


/***/ }),

/***/ 16876:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ loginIn)
/* harmony export */ });
function loginIn(options) {
    switch (options.communicator) {
        case 'none':
            return {};
        case 'winrm':
            return {
                host: options.winrm_host || undefined,
                port: options.winrm_port ?? (options.winrm_use_ssl ? 5986 : 5985),
                username: options.winrm_username,
                password: options.winrm_password,
                timeout: options.winrm_timeout,
            };
        default:
            return {
                host: options.ssh_host || undefined,
                port: options.ssh_port ?? 22,
                username: options.ssh_username,
                password: options.ssh_password,
                timeout: options.ssh_timeout ?? options.ssh_wait_timeout,
            };
    }
}


/***/ }),

/***/ 81970:
/***/ (function(__unused_webpack_module, exports, __webpack_require__) {


var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || function (mod) {
    if (mod && mod.__esModule) return mod;
    var result = {};
    if (mod != null) for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
    __setModuleDefault(result, mod);
    return result;
};
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HttpProxyAgent = void 0;
const net = __importStar(__webpack_require__(69278));
const tls = __importStar(__webpack_require__(64756));
const debug_1 = __importDefault(__webpack_require__(2830));
const events_1 = __webpack_require__(24434);
const agent_base_1 = __webpack_require__(98894);
const url_1 = __webpack_require__(87016);
const debug = (0, debug_1.default)('http-proxy-agent');
/**
 * The `HttpProxyAgent` implements an HTTP Agent subclass that connects
 * to the specified "HTTP proxy server" in order to proxy HTTP requests.
 */
class HttpProxyAgent extends agent_base_1.Agent {
    constructor(proxy, opts) {
        super(opts);
        this.proxy = typeof proxy === 'string' ? new url_1.URL(proxy) : proxy;
        this.proxyHeaders = opts?.headers ?? {};
        debug('Creating new HttpProxyAgent instance: %o', this.proxy.href);
        // Trim off the brackets from IPv6 addresses
        const host = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, '');
        const port = this.proxy.port
            ? parseInt(this.proxy.port, 10)
            : this.proxy.protocol === 'https:'
                ? 443
                : 80;
        this.connectOpts = {
            ...(opts ? omit(opts, 'headers') : null),
            host,
            port,
        };
    }
    addRequest(req, opts) {
        req._header = null;
        this.setRequestProps(req, opts);
        // @ts-expect-error `addRequest()` isn't defined in `@types/node`
        super.addRequest(req, opts);
    }
    setRequestProps(req, opts) {
        const { proxy } = this;
        const protocol = opts.secureEndpoint ? 'https:' : 'http:';
        const hostname = req.getHeader('host') || 'localhost';
        const base = `${protocol}//${hostname}`;
        const url = new url_1.URL(req.path, base);
        if (opts.port !== 80) {
            url.port = String(opts.port);
        }
        // Change the `http.ClientRequest` instance's "path" field
        // to the absolute path of the URL that will be requested.
        req.path = String(url);
        // Inject the `Proxy-Authorization` header if necessary.
        const headers = typeof this.proxyHeaders === 'function'
            ? this.proxyHeaders()
            : { ...this.proxyHeaders };
        if (proxy.username || proxy.password) {
            const auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
            headers['Proxy-Authorization'] = `Basic ${Buffer.from(auth).toString('base64')}`;
        }
        if (!headers['Proxy-Connection']) {
            headers['Proxy-Connection'] = this.keepAlive
                ? 'Keep-Alive'
                : 'close';
        }
        for (const name of Object.keys(headers)) {
            const value = headers[name];
            if (value) {
                req.setHeader(name, value);
            }
        }
    }
    async connect(req, opts) {
        req._header = null;
        if (!req.path.includes('://')) {
            this.setRequestProps(req, opts);
        }
        // At this point, the http ClientRequest's internal `_header` field
        // might have already been set. If this is the case then we'll need
        // to re-generate the string since we just changed the `req.path`.
        let first;
        let endOfHeaders;
        debug('Regenerating stored HTTP header string for request');
        req._implicitHeader();
        if (req.outputData && req.outputData.length > 0) {
            debug('Patching connection write() output buffer with updated header');
            first = req.outputData[0].data;
            endOfHeaders = first.indexOf('\r\n\r\n') + 4;
            req.outputData[0].data =
                req._header + first.substring(endOfHeaders);
            debug('Output buffer: %o', req.outputData[0].data);
        }
        // Create a socket connection to the proxy server.
        let socket;
        if (this.proxy.protocol === 'https:') {
            debug('Creating `tls.Socket`: %o', this.connectOpts);
            socket = tls.connect(this.connectOpts);
        }
        else {
            debug('Creating `net.Socket`: %o', this.connectOpts);
            socket = net.connect(this.connectOpts);
        }
        // Wait for the socket's `connect` event, so that this `callback()`
        // function throws instead of the `http` request machinery. This is
        // important for i.e. `PacProxyAgent` which determines a failed proxy
        // connection via the `callback()` function throwing.
        await (0, events_1.once)(socket, 'connect');
        return socket;
    }
}
HttpProxyAgent.protocols = ['http', 'https'];
exports.HttpProxyAgent = HttpProxyAgent;
function omit(obj, ...keys) {
    const ret = {};
    let key;
    for (key in obj) {
        if (!keys.includes(key)) {
            ret[key] = obj[key];
        }
    }
    return ret;
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 3669:
/***/ (function(__unused_webpack_module, exports, __webpack_require__) {


var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || function (mod) {
    if (mod && mod.__esModule) return mod;
    var result = {};
    if (mod != null) for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
    __setModuleDefault(result, mod);
    return result;
};
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.HttpsProxyAgent = void 0;
const net = __importStar(__webpack_require__(69278));
const tls = __importStar(__webpack_require__(64756));
const assert_1 = __importDefault(__webpack_require__(42613));
const debug_1 = __importDefault(__webpack_require__(2830));
const agent_base_1 = __webpack_require__(98894);
const url_1 = __webpack_require__(87016);
const parse_proxy_response_1 = __webpack_require__(37943);
const debug = (0, debug_1.default)('https-proxy-agent');
const setServernameFromNonIpHost = (options) => {
    if (options.servername === undefined &&
        options.host &&
        !net.isIP(options.host)) {
        return {
            ...options,
            servername: options.host,
        };
    }
    return options;
};
/**
 * The `HttpsProxyAgent` implements an HTTP Agent subclass that connects to
 * the specified "HTTP(s) proxy server" in order to proxy HTTPS requests.
 *
 * Outgoing HTTP requests are first tunneled through the proxy server using the
 * `CONNECT` HTTP request method to establish a connection to the proxy server,
 * and then the proxy server connects to the destination target and issues the
 * HTTP request from the proxy server.
 *
 * `https:` requests have their socket connection upgraded to TLS once
 * the connection to the proxy server has been established.
 */
class HttpsProxyAgent extends agent_base_1.Agent {
    constructor(proxy, opts) {
        super(opts);
        this.options = { path: undefined };
        this.proxy = typeof proxy === 'string' ? new url_1.URL(proxy) : proxy;
        this.proxyHeaders = opts?.headers ?? {};
        debug('Creating new HttpsProxyAgent instance: %o', this.proxy.href);
        // Trim off the brackets from IPv6 addresses
        const host = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, '');
        const port = this.proxy.port
            ? parseInt(this.proxy.port, 10)
            : this.proxy.protocol === 'https:'
                ? 443
                : 80;
        this.connectOpts = {
            // Attempt to negotiate http/1.1 for proxy servers that support http/2
            ALPNProtocols: ['http/1.1'],
            ...(opts ? omit(opts, 'headers') : null),
            host,
            port,
        };
    }
    /**
     * Called when the node-core HTTP client library is creating a
     * new HTTP request.
     */
    async connect(req, opts) {
        const { proxy } = this;
        if (!opts.host) {
            throw new TypeError('No "host" provided');
        }
        // Create a socket connection to the proxy server.
        let socket;
        if (proxy.protocol === 'https:') {
            debug('Creating `tls.Socket`: %o', this.connectOpts);
            socket = tls.connect(setServernameFromNonIpHost(this.connectOpts));
        }
        else {
            debug('Creating `net.Socket`: %o', this.connectOpts);
            socket = net.connect(this.connectOpts);
        }
        const headers = typeof this.proxyHeaders === 'function'
            ? this.proxyHeaders()
            : { ...this.proxyHeaders };
        const host = net.isIPv6(opts.host) ? `[${opts.host}]` : opts.host;
        let payload = `CONNECT ${host}:${opts.port} HTTP/1.1\r\n`;
        // Inject the `Proxy-Authorization` header if necessary.
        if (proxy.username || proxy.password) {
            const auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
            headers['Proxy-Authorization'] = `Basic ${Buffer.from(auth).toString('base64')}`;
        }
        headers.Host = `${host}:${opts.port}`;
        if (!headers['Proxy-Connection']) {
            headers['Proxy-Connection'] = this.keepAlive
                ? 'Keep-Alive'
                : 'close';
        }
        for (const name of Object.keys(headers)) {
            payload += `${name}: ${headers[name]}\r\n`;
        }
        const proxyResponsePromise = (0, parse_proxy_response_1.parseProxyResponse)(socket);
        socket.write(`${payload}\r\n`);
        const { connect, buffered } = await proxyResponsePromise;
        req.emit('proxyConnect', connect);
        this.emit('proxyConnect', connect, req);
        if (connect.statusCode === 200) {
            req.once('socket', resume);
            if (opts.secureEndpoint) {
                // The proxy is connecting to a TLS server, so upgrade
                // this socket connection to a TLS connection.
                debug('Upgrading socket connection to TLS');
                return tls.connect({
                    ...omit(setServernameFromNonIpHost(opts), 'host', 'path', 'port'),
                    socket,
                });
            }
            return socket;
        }
        // Some other status code that's not 200... need to re-play the HTTP
        // header "data" events onto the socket once the HTTP machinery is
        // attached so that the node core `http` can parse and handle the
        // error status code.
        // Close the original socket, and a new "fake" socket is returned
        // instead, so that the proxy doesn't get the HTTP request
        // written to it (which may contain `Authorization` headers or other
        // sensitive data).
        //
        // See: https://hackerone.com/reports/541502
        socket.destroy();
        const fakeSocket = new net.Socket({ writable: false });
        fakeSocket.readable = true;
        // Need to wait for the "socket" event to re-play the "data" events.
        req.once('socket', (s) => {
            debug('Replaying proxy buffer for failed request');
            (0, assert_1.default)(s.listenerCount('data') > 0);
            // Replay the "buffered" Buffer onto the fake `socket`, since at
            // this point the HTTP module machinery has been hooked up for
            // the user.
            s.push(buffered);
            s.push(null);
        });
        return fakeSocket;
    }
}
HttpsProxyAgent.protocols = ['http', 'https'];
exports.HttpsProxyAgent = HttpsProxyAgent;
function resume(socket) {
    socket.resume();
}
function omit(obj, ...keys) {
    const ret = {};
    let key;
    for (key in obj) {
        if (!keys.includes(key)) {
            ret[key] = obj[key];
        }
    }
    return ret;
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 37943:
/***/ (function(__unused_webpack_module, exports, __webpack_require__) {


var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.parseProxyResponse = void 0;
const debug_1 = __importDefault(__webpack_require__(2830));
const debug = (0, debug_1.default)('https-proxy-agent:parse-proxy-response');
function parseProxyResponse(socket) {
    return new Promise((resolve, reject) => {
        // we need to buffer any HTTP traffic that happens with the proxy before we get
        // the CONNECT response, so that if the response is anything other than an "200"
        // response code, then we can re-play the "data" events on the socket once the
        // HTTP parser is hooked up...
        let buffersLength = 0;
        const buffers = [];
        function read() {
            const b = socket.read();
            if (b)
                ondata(b);
            else
                socket.once('readable', read);
        }
        function cleanup() {
            socket.removeListener('end', onend);
            socket.removeListener('error', onerror);
            socket.removeListener('readable', read);
        }
        function onend() {
            cleanup();
            debug('onend');
            reject(new Error('Proxy connection ended before receiving CONNECT response'));
        }
        function onerror(err) {
            cleanup();
            debug('onerror %o', err);
            reject(err);
        }
        function ondata(b) {
            buffers.push(b);
            buffersLength += b.length;
            const buffered = Buffer.concat(buffers, buffersLength);
            const endOfHeaders = buffered.indexOf('\r\n\r\n');
            if (endOfHeaders === -1) {
                // keep buffering
                debug('have not received end of HTTP headers yet...');
                read();
                return;
            }
            const headerParts = buffered
                .slice(0, endOfHeaders)
                .toString('ascii')
                .split('\r\n');
            const firstLine = headerParts.shift();
            if (!firstLine) {
                socket.destroy();
                return reject(new Error('No header received from proxy CONNECT response'));
            }
            const firstLineParts = firstLine.split(' ');
            const statusCode = +firstLineParts[1];
            const statusText = firstLineParts.slice(2).join(' ');
            const headers = {};
            for (const header of headerParts) {
                if (!header)
                    continue;
                const firstColon = header.indexOf(':');
                if (firstColon === -1) {
                    socket.destroy();
                    return reject(new Error(`Invalid header from proxy CONNECT response: "${header}"`));
                }
                const key = header.slice(0, firstColon).toLowerCase();
                const value = header.slice(firstColon + 1).trimStart();
                const current = headers[key];
                if (typeof current === 'string') {
                    headers[key] = [current, value];
                }
                else if (Array.isArray(current)) {
                    current.push(value);
                }
                else {
                    headers[key] = value;
                }
            }
            debug('got proxy server response: %o %o', firstLine, headers);
            cleanup();
            resolve({
                connect: {
                    statusCode,
                    statusText,
                    headers,
                },
                buffered,
            });
        }
        socket.on('error', onerror);
        socket.on('end', onend);
        read();
    });
}
exports.parseProxyResponse = parseProxyResponse;
//# sourceMappingURL=parse-proxy-response.js.map

/***/ })

};
;