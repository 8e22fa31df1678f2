"use strict";
exports.id = 9576;
exports.ids = [9576];
exports.modules = {

/***/ 39576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listPackages: () => (/* binding */ listPackages)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/lib/posix-quote.js
var posix_quote = __webpack_require__(30789);
// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(81206);
;// CONCATENATED MODULE: ./build/sbom/lists.js

function packagesOf(manager, text) {
    const found = { deb: dpkgPackages, rpm: rpmPackages, apk: apkPackages }[manager](text);
    const key = ({ name, arch = '', version }) => [name, arch, version].join('\t');
    const distinct = new Map(found.map(one => [key(one), one]));
    return [...distinct].sort(([a], [b]) => (0,utf8/* compareUtf8 */.zq)(a, b)).map(([, one]) => one);
}
const rows = (text) => text
    .split('\n')
    .filter(line => line.includes('\t'))
    .map(line => line.split('\t').map(field => (field === '(none)' ? '' : field.trim())));
const dpkgPackages = (text) => rows(text).flatMap(([name = '', version = '', arch, source, sourceVersion, status = '']) => {
    if (version === '' || /(not-installed|config-files)$/.test(status))
        return [];
    const origin = !source || sourceVersion === version || !sourceVersion ? source : `${source}@${sourceVersion}`;
    return [tidy({ name, version, arch, source: origin === name ? undefined : origin })];
});
const rpmPackages = (text) => rows(text).flatMap(([name = '', version = '', arch, source, license]) => name === 'gpg-pubkey' ? [] : [tidy({ name, version, arch, source, license })]);
const apkPackages = (text) => text.split(/\n\n+/).flatMap(paragraph => {
    const field = (letter) => new RegExp(`^${letter}:(.*)$`, 'm').exec(paragraph)?.[1]?.trim();
    const [name, version, source] = [field('P'), field('V'), field('o')];
    if (!name || !version)
        return [];
    return [tidy({ name, version, arch: field('A'), source: source === name ? undefined : source, license: field('L') })];
});
const tidy = ({ name, version, ...rest }) => ({
    name,
    version,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value)),
});

;// CONCATENATED MODULE: ./build/sbom/os-release.js
function readOsRelease(text) {
    const values = new Map();
    for (const line of text.split('\n')) {
        const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*?)\s*$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined)
            values.set(name, unquoted(value));
    }
    const known = (name) => values.get(name) || undefined;
    const id = known('ID') ?? 'linux';
    return {
        id,
        name: known('NAME') ?? id,
        ...withText('version', known('VERSION_ID')),
        ...withText('description', known('PRETTY_NAME')),
        ...withText('cpe', known('CPE_NAME')),
    };
}
const withText = (name, value) => (value === undefined ? {} : { [name]: value });
function unquoted(value) {
    const [, single] = /^'(.*)'$/.exec(value) ?? [];
    if (single !== undefined)
        return single;
    const [, double = value] = /^"(.*)"$/.exec(value) ?? [];
    return double.replace(/\\(.)/g, '$1');
}

;// CONCATENATED MODULE: ./build/sbom/index.js




const SCRIPT = `
LC_ALL=C; export LC_ALL
has() { command -v "$1" >/dev/null 2>&1; }
if [ -e /etc/debian_version ] && has dpkg-query; then manager=deb; elif [ -e /lib/apk/db/installed ]; then manager=apk
elif has rpm; then manager=rpm; elif has dpkg-query; then manager=deb; else exit 0; fi
echo MARK system
cat /etc/os-release 2>/dev/null || cat /usr/lib/os-release 2>/dev/null
echo; echo MARK "$manager"
case "$manager" in
deb) dpkg-query -W -f '\${Package}\\t\${Version}\\t\${Architecture}\\t\${source:Package}\\t\${source:Version}\\t\${Status}\\n' ;;
rpm) rpm -qa --nosignature --nodigest --qf '%{NAME}\\t%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\t%{ARCH}\\t%{SOURCERPM}\\t%{LICENSE}\\n' ;;
apk) sed -n -e '/^[PVAoL]:/p' -e '/^$/p' /lib/apk/db/installed ;;
esac && { echo; echo MARK end; }
`;
async function listPackages({ communicator, signal, }) {
    const marker = `ingot-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
    const [output, errors] = [[], []];
    await communicator.run(`exec sh -c ${(0,posix_quote/* quote */.h)(SCRIPT.replaceAll('MARK', marker))}`, {
        signal,
        onStdout: chunk => output.push(chunk),
        onStderr: chunk => errors.push(chunk),
    });
    const [, ...parts] = Buffer.concat(output).toString().split(`${marker} `);
    if (parts.length === 0)
        return undefined;
    const texts = new Map(parts.map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
    const manager = ['deb', 'rpm', 'apk'].find(name => texts.has(name));
    if (!manager || !texts.has('end'))
        throw new Error(`the list of packages broke off${errors.length > 0 ? `: ${Buffer.concat(errors).toString().trim().slice(-500)}` : ''}`);
    return { system: readOsRelease(texts.get('system') ?? ''), manager, packages: packagesOf(manager, texts.get(manager)) };
}


/***/ })

};
;