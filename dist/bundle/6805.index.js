"use strict";
exports.id = 6805;
exports.ids = [6805];
exports.modules = {

/***/ 76805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hcl2Upgrade: () => (/* binding */ hcl2Upgrade)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(74127);
// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
// EXTERNAL MODULE: ./build/lib/file-error.js
var file_error = __webpack_require__(15546);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/language/collector.js
var collector = __webpack_require__(33201);
// EXTERNAL MODULE: ./build/language/hcl/format.js + 1 modules
var format = __webpack_require__(81379);
// EXTERNAL MODULE: ./build/template/known-plugins.js
var known_plugins = __webpack_require__(27272);
// EXTERNAL MODULE: ./build/template/legacy/read-template.js
var read_template = __webpack_require__(98905);
// EXTERNAL MODULE: ./build/template/legacy/tree.js
var legacy_tree = __webpack_require__(47562);
;// CONCATENATED MODULE: ./build/template/upgrade/annotations.js
const annotations = {
    file: `Written by hcl2_upgrade from a legacy JSON template. Read it once before you rely on it.
Its blocks may be moved to other files of this folder that end in .pkr.hcl; "ingot validate ." reads them together.
HCL evaluates \${ } first; what stands in {{ }} is rendered after that, by the component that gets the text.`,
    packer: 'Which version of Packer the template is for, and the plugins that bring its components.',
    variables: `All are strings, as in JSON; give them a better type where one fits. Values come from -var, from -var-file and
from the environment as PKR_VAR_name.`,
    locals: 'Values that are made of others. Where there is a variable of the same name, its value wins when it is given.',
    data: 'Asked before the build begins; a build then uses the answer.',
    sources: 'Each was a builder: a kind of machine image, with how to make it. Builds refer to it as source.type.name.',
    build: 'Sources that are built, and what is done on and with each of them, in order.',
};

// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(81206);
// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(46125);
;// CONCATENATED MODULE: ./build/template/upgrade/hcl-text.js
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
const WORDS = new Set(['true', 'false', 'null', 'for', 'if', 'in']);
const ESCAPES = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const isIdentifier = (text) => IDENTIFIER.test(text);
const quoted = (text) => stringOf([{ text }]);
function stringOf(pieces) {
    const [only] = pieces;
    if (pieces.length === 1 && only && 'code' in only)
        return only.code;
    const written = pieces.map((piece, i) => {
        if ('code' in piece)
            return `\${${piece.code}}`;
        return pieces[i + 1] && piece.text.endsWith('$') ? `${escaped(piece.text.slice(0, -1))}\${"$"}` : escaped(piece.text);
    });
    return `"${written.join('')}"`;
}
const escaped = (text) => text
    .replace(/["\\\n\r\t\0-\x1f\x7f]/g, char => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/([$%])(?=\{)/g, '$1$1');
const keyOf = (name) => (isIdentifier(name) && !WORDS.has(name) ? name : quoted(name));
const listOf = (items) => {
    const line = `[${items.join(', ')}]`;
    return items.length > 1 && line.length > 80 ? `[\n${items.map(item => `${item},\n`).join('')}]` : line;
};
const objectOf = (entries) => entries.length === 0 ? '{}' : `{\n${entries.map(([name, code]) => `${keyOf(name)} = ${code}\n`).join('')}}`;
const blockOf = (type, labels, content) => `${[type, ...labels.map(quoted)].join(' ')} {\n${content}}\n`;
const comment = (text) => text
    .split('\n')
    .map(line => `# ${line}`.trimEnd())
    .concat('')
    .join('\n');
function identifierFor(name, taken) {
    const clean = name.replace(/[^\p{ID_Continue}-]/gu, '_').replace(/^(?![\p{ID_Start}_])/u, '_');
    let unique = clean;
    for (let number = 2; taken.has(unique); number++)
        unique = `${clean}_${number}`;
    return unique;
}

;// CONCATENATED MODULE: ./build/template/upgrade/options.js

const BLOCKS = new Set([
    ...[
        'assume_role',
        'aws_polling',
        'metadata_options',
        'security_group_filter',
        'source_ami_filter',
        'subnet_filter',
        'vpc_filter',
    ],
    ...[
        'vault_aws_engine',
        'spot_tag',
        'tag',
        'run_tag',
        'placement',
        'ecr_login',
        'assume_role_with_web_identity',
        'ami_root_device',
    ],
    ...['azure_tag', 'plan_info', 'shared_image_gallery', 'shared_image_gallery_destination', 'spot', 'scaleset'],
    ...[
        'network_adapters',
        'disks',
        'storage',
        'content_library_destination',
        'export',
        'cdrom',
        'cloud_init_disk',
        'rng0',
        'tpm_config',
    ],
]);
const VALUES = new Set(['json', 'user_variables', 'facter', 'custom_data', 'override', 'build_args']);
function writeOptions(members, spec, writer) {
    return members.map(member => writeOption(member, spec, writer)).join('');
}
function writeOption({ name: given, value }, spec, writer) {
    const name = Object.keys(spec ?? {}).find(each => each.toLowerCase() === given.toLowerCase()) ?? given;
    const option = spec?.[name];
    if (value.kind === 'null')
        return '';
    if (option ? option.form !== 'attribute' : isBlock(name, value))
        return objectsIn(value)
            .map(each => blockOf(name, [], writeOptions(each.members, option?.options, writer)))
            .join('');
    const code = codeOf(value, option?.type, writer);
    return code === undefined ? '' : `${keyOf(name)} = ${code}\n`;
}
function isBlock(name, value) {
    if (value.kind === 'array')
        return value.items.length > 0 && !VALUES.has(name) && value.items.every(each => each.kind === 'object');
    if (value.kind !== 'object' || VALUES.has(name))
        return false;
    return BLOCKS.has(name) || value.members.some(each => each.value.kind === 'object' || each.value.kind === 'array');
}
const objectsIn = (value) => value.kind === 'array' ? value.items.flatMap(objectsIn) : value.kind === 'object' ? [value] : [];
function codeOf(node, type, writer) {
    if (type && (type.kind === 'list' || type.kind === 'set'))
        return listOfNode(node, type.element, writer);
    if (type?.kind === 'map')
        return mapOfNode(node, type.element, writer);
    switch (node.kind) {
        case 'string':
            return textOfNode(node.text, type, writer);
        case 'number':
            return type?.kind === 'bool' ? String(Number(node.text) !== 0) : node.text;
        case 'bool':
            return type?.kind === 'string'
                ? `"${node.value ? 1 : 0}"`
                : type?.kind === 'number'
                    ? node.value
                        ? '1'
                        : '0'
                    : String(node.value);
        case 'null':
            return 'null';
        case 'array':
            return listOf(node.items.map(item => codeOf(item, undefined, writer) ?? 'null'));
        case 'object':
            return objectOf(node.members.map(({ name, value }) => [name, codeOf(value, undefined, writer) ?? 'null']));
    }
}
const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);
function textOfNode(text, type, writer) {
    const plain = !text.includes('{{');
    if (plain && type?.kind === 'bool') {
        if (text === '')
            return undefined;
        if (TRUE.has(text))
            return 'true';
        if (FALSE.has(text))
            return 'false';
    }
    if (plain && type?.kind === 'number') {
        if (text === '')
            return undefined;
        if (/^-?\d+(\.\d+)?$/.test(text))
            return text;
        if (/^0[xXbBoO][\da-fA-F]+$/.test(text))
            return String(BigInt(text));
    }
    return stringOf(writer.text(text).pieces);
}
function listOfNode(node, element, writer) {
    const items = (nodes) => listOf(nodes.flatMap(item => codeOf(item, element, writer) ?? []));
    if (node.kind === 'array')
        return items(node.items);
    if (node.kind !== 'string')
        return items([node]);
    const { pieces } = writer.text(node.text);
    if (pieces.some(piece => 'code' in piece))
        return `compact(split(",", ${stringOf(pieces)}))`;
    return listOf(node.text === '' ? [] : node.text.split(',').map(quoted));
}
function mapOfNode(node, element, writer) {
    if (node.kind === 'string')
        return node.text === '' ? undefined : stringOf(writer.text(node.text).pieces);
    const entries = new Map();
    for (const { members } of objectsIn(node))
        for (const { name, value } of members)
            entries.set(name, codeOf(value, element, writer) ?? 'null');
    return objectOf([...entries]);
}

// EXTERNAL MODULE: ./build/language/gotemplate/parser.js + 3 modules
var parser = __webpack_require__(73924);
;// CONCATENATED MODULE: ./build/template/upgrade/texts.js


const ACTION = /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}|\{\{(?:`[^`]*`|"(?:\\.|[^"\\])*"|(?!\}\}).)*\}\}/gs;
const NAME = /(?<![.$\w])[A-Za-z_]\w*/g;
const LITERAL = /`[^`]*`|"(?:\\.|[^"\\])*"/g;
const CONSTANTS = /(?<![.$\w])user\s+(`[^`]*`|"(?:\\.|[^"\\])*")|`[^`]*`|"(?:\\.|[^"\\])*"|(?<![.$\w])(?:template_dir|build_name)(?!\w)/g;
const KEYWORDS = [
    'if',
    'else',
    'end',
    'range',
    'with',
    'template',
    'define',
    'block',
    'break',
    'continue',
    'nil',
    'true',
    'false',
];
const BUILTIN = ['and', 'call', 'eq', 'ge', 'gt', 'html', 'index', 'js', 'le', 'len', 'lt', 'ne', 'not', 'or', 'print', 'printf'];
const KEPT = [
    ...[
        'println',
        'slice',
        'urlquery',
        'build_name',
        'build_type',
        'template_dir',
        'pwd',
        'packer_version',
        'timestamp',
        'isotime',
    ],
    ...[
        'strftime',
        'uuid',
        'user',
        'build',
        'split',
        'replace',
        'replace_all',
        'upper',
        'lower',
        'clean_resource_name',
        'clean_ami_name',
    ],
];
const KNOWN = new Set([...KEYWORDS, ...BUILTIN, ...KEPT]);
function translate(text, place, names) {
    const calls = new Set();
    const unknown = new Set();
    const pieces = [];
    const add = (piece) => {
        const last = pieces.at(-1);
        if (last && 'text' in last && 'text' in piece)
            pieces[pieces.length - 1] = { text: last.text + piece.text };
        else if (!('text' in piece) || piece.text !== '')
            pieces.push(piece);
    };
    let at = 0;
    for (const { 0: action, index } of text.matchAll(ACTION)) {
        add({ text: text.slice(at, index) });
        at = index + action.length;
        const code = new Action(place, names, calls).expression(action);
        if (code !== undefined)
            add({ code });
        else
            for (const piece of kept(action, place, names, calls, unknown))
                add(piece);
    }
    add({ text: text.slice(at) });
    return { pieces: pieces.length === 0 ? [{ text: '' }] : pieces, calls, unknown };
}
function kept(action, place, names, calls, unknown) {
    if (/^\{\{-?\s*\/\*/.test(action))
        return [{ text: action }];
    for (const [name] of action.replace(LITERAL, '').matchAll(NAME))
        if (!KNOWN.has(name))
            unknown.add(name);
    const pieces = [];
    let at = 0;
    for (const { 0: call, 1: literal, index } of action.matchAll(CONSTANTS)) {
        if (/^[`"]/.test(call))
            continue;
        const code = constantFor(call, literal?.slice(1, -1), place, names);
        if (code === undefined)
            continue;
        calls.add(call.split(/\s/)[0]);
        if (literal !== undefined && names.isLate(literal.slice(1, -1)))
            unknown.add(call);
        pieces.push({ text: `${action.slice(at, index)}\`` }, { code }, { text: '`' });
        at = index + call.length;
    }
    return [...pieces, { text: action.slice(at) }];
}
const constantFor = (call, variable, place, names) => variable !== undefined ? names.variable(variable) : call === 'template_dir' ? 'abspath(path.root)' : builderName(place);
const builderName = ({ kind, builderName: name }) => name ?? (kind === 'step' ? 'source.name' : undefined);
const EVERY_NAME = { has: () => true };
class Action {
    constructor(place, names, calls) {
        this.place = place;
        this.names = names;
        this.calls = calls;
    }
    expression(action) {
        if (/^\{\{-\s|\s-\}\}$/.test(action))
            return undefined;
        try {
            const [node, another] = (0,parser/* parseGoTemplate */.a)(action, 'action', EVERY_NAME).get('action') ?? [];
            const calls = new Set();
            const term = node?.kind === 'action' && !another ? this.pipeline(node.pipeline, calls) : undefined;
            if (!term || calls.size === 0)
                return undefined;
            for (const name of calls)
                this.calls.add(name);
            return term.code;
        }
        catch {
            return undefined;
        }
    }
    pipeline({ variables, commands }, calls) {
        if (variables.length > 0)
            return undefined;
        let result;
        for (const { words } of commands) {
            const [first, ...rest] = words;
            if (!first)
                return undefined;
            const terms = rest.map(word => this.term(word, calls));
            const given = result ? [...terms, result] : terms;
            if (first.kind === 'function')
                result = this.call(first.name, given, calls);
            else
                result = result === undefined && rest.length === 0 ? this.term(first, calls) : undefined;
            if (!result)
                return undefined;
        }
        return result;
    }
    term(word, calls) {
        if (word.kind === 'function')
            return this.call(word.name, [], calls);
        if (word.kind === 'pipeline')
            return this.pipeline(word.pipeline, calls);
        if (word.kind !== 'literal')
            return undefined;
        if (typeof word.value === 'string')
            return { code: quoted(word.value), text: word.value };
        return typeof word.value === 'number' ? { code: String(word.value) } : undefined;
    }
    call(name, given, calls) {
        if (!given.every(term => term !== undefined && !term.late))
            return undefined;
        const terms = given;
        const code = Object.hasOwn(CALLS, name) ? CALLS[name](terms, this.place, this.names) : undefined;
        if (code === undefined)
            return undefined;
        calls.add(name);
        return { code, late: name === 'timestamp' || (name === 'user' && this.names.isLate(terms[0].text)) };
    }
}
const RFC3339 = '2006-01-02T15:04:05Z07:00';
const inVariable = (name, count) => (terms, { kind }) => (kind === 'default' || kind === 'local') && terms.length === count
    ? `${name}(${terms.map(({ code }) => code).join(', ')})`
    : undefined;
const CALLS = {
    user: ([name], _, names) => (name?.text === undefined ? undefined : names.variable(name.text)),
    env: ([name], { kind }, names) => {
        if (name?.text === undefined)
            return undefined;
        return kind === 'default' ? `env(${name.code})` : kind === 'local' ? names.environment(name.text) : undefined;
    },
    timestamp: (_, __, names) => names.moment('"{{timestamp}}"'),
    isotime: ([layout], _, names) => names.moment(`legacy_isotime(${layout?.code ?? quoted(RFC3339)})`),
    strftime: ([format], _, names) => (format ? names.moment(`legacy_strftime(${format.code})`) : undefined),
    uuid: () => 'uuidv4()',
    build_name: (_, place) => builderName(place),
    build_type: (_, { kind }) => (kind === 'step' ? 'source.type' : undefined),
    template_dir: () => 'abspath(path.root)',
    pwd: () => 'path.cwd',
    packer_version: () => 'packer.version',
    build: ([name], { kind }) => kind === 'step' && name?.text !== undefined && /^\w+$/.test(name.text) ? `build.${name.text}` : undefined,
    upper: ([text]) => text && `upper(${text.code})`,
    lower: ([text]) => text && `lower(${text.code})`,
    split: ([text, separator, index]) => text && separator && index ? `split(${separator.code}, ${text.code})[${index.code}]` : undefined,
    replace: ([old, by, count, text]) => old && by && text && count?.code === '-1' && isPlain(old) ? `replace(${text.code}, ${old.code}, ${by.code})` : undefined,
    replace_all: ([old, by, text]) => old && by && text && isPlain(old) ? `replace(${text.code}, ${old.code}, ${by.code})` : undefined,
    consul_key: inVariable('consul_key', 1),
    vault: inVariable('vault', 2),
    aws_secretsmanager: (terms, place, names) => terms.length === 1
        ? inVariable('aws_secretsmanager', 2)([...terms, { code: 'null' }], place, names)
        : inVariable('aws_secretsmanager', 2)(terms, place, names),
    aws_secretsmanager_raw: inVariable('aws_secretsmanager_raw', 1),
};
const isPlain = ({ text }) => text !== undefined && !/^\/.*\/$/s.test(text);

;// CONCATENATED MODULE: ./build/template/upgrade/components.js






const titleOf = ({ name, label }) => (name.includes('{{') ? label : name);
const ACCESS = [
    ...['access_key', 'secret_key', 'token', 'profile', 'region', 'assume_role', 'custom_endpoint_ec2', 'mfa_code'],
    ...['shared_credentials_file', 'insecure_skip_tls_verify', 'skip_region_validation', 'skip_credential_validation'],
    ...['skip_metadata_api_check', 'decode_authorization_messages', 'max_retries', 'aws_polling', 'vault_aws_engine'],
];
const CONDITIONS = new Set(['only', 'except']);
class UpgradedComponents {
    constructor(template, plugins, names) {
        this.template = template;
        this.plugins = plugins;
        this.names = names;
        this.sources = [];
        this.data = [];
        this.listed = [];
        this.uses = [];
        this.leftovers = [];
        const taken = new Set();
        const named = template.builders.map(part => ({
            part,
            name: (0,legacy_tree/* scalarTextOf */.Vb)((0,legacy_tree/* memberOf */.C5)(part.object, 'name') ?? NULL) ?? part.type,
        }));
        this.builders = [...named]
            .sort((a, b) => (0,utf8/* compareUtf8 */.zq)(a.name, b.name))
            .map(({ part, name }) => {
            const label = identifierFor(name.includes('{{') ? part.type : name, taken);
            taken.add(label);
            return { part, name, label };
        });
        const [first, ...others] = this.builders;
        const lost = first && others.length === 0 && first.name.includes('{{');
        this.step = { kind: 'step', builderName: lost ? this.nameOf(first.name) : undefined };
        for (const builder of this.builders)
            this.source(builder);
    }
    nameOf(name) {
        return stringOf(translate(name, { kind: 'source' }, this.names).pieces);
    }
    steps() {
        const { provisioners, errorCleanupProvisioner, chains } = this.template;
        const blocks = [
            ...provisioners.map(part => this.provisioner('provisioner', part)),
            ...(errorCleanupProvisioner ? [this.provisioner('error-cleanup-provisioner', errorCleanupProvisioner)] : []),
            ...chains.map(chain => {
                const links = chain.map(part => this.postProcessor(part));
                return links.length === 1 ? links[0] : blockOf('post-processors', [], links.join('\n'));
            }),
        ];
        return blocks.join('\n');
    }
    source({ part, name, label }) {
        const members = without(part, ['type', 'name']);
        const filter = part.type.startsWith('amazon-') ? members.find(member => member.name === 'source_ami_filter') : undefined;
        const data = filter && this.imageQuery(label, filter, members);
        const rest = data ? members.filter(member => member !== filter && member.name !== 'source_ami') : members;
        const reference = data ? `source_ami = data.amazon-ami.${label}.id\n` : '';
        if (data)
            this.data.push(data);
        const spec = this.specOf(part.type);
        const note = name.includes('{{') ? comment(`In JSON its name was ${name}; in HCL2 a name is a constant.`) : '';
        const block = this.noted(writer => blockOf('source', [part.type, label], writeOptions(rest, spec, writer) + reference), {
            kind: 'source',
            builderName: name === label ? undefined : this.nameOf(name),
        });
        this.sources.push(note + block);
        const address = `source.${part.type}.${label}`;
        if (name === label || note)
            this.listed.push(quoted(address));
        else
            this.uses.push(blockOf('source', [address], `name = ${quoted(name)}\n`));
    }
    imageQuery(label, filter, members) {
        if (filter.value.kind !== 'object')
            return undefined;
        if (/\bbuild(_name|_type)?\b|\{\{-?\s*\./.test(textsIn(filter.value).join('\n')))
            return undefined;
        const access = members.filter(({ name }) => ACCESS.includes(name));
        const all = [...filter.value.members, ...access];
        const source = this.specOf('amazon-ebs');
        const spec = source && { ...source, ...source.source_ami_filter?.options };
        return this.noted(writer => blockOf('data', ['amazon-ami', label], writeOptions(all, spec, writer)), { kind: 'data' });
    }
    specOf(source) {
        const plugin = Object.hasOwn(this.plugins.sources, source) ? this.plugins.sources[source] : undefined;
        return plugin && { ...(plugin.reachable ? communicator_options/* communicatorOptions */.O0 : {}), ...plugin.options };
    }
    provisioner(kind, part) {
        const meta = ['type', 'only', 'except', 'override'];
        const spec = this.plugins.provisioners[part.type]?.options;
        return this.noted(writer => blockOf(kind, [part.type], this.conditions(part) + writeOptions(without(part, meta), spec, writer) + this.override(part, writer)), this.step);
    }
    postProcessor(part) {
        const spec = this.plugins.postProcessors[part.type]?.options;
        const members = without(part, ['type', 'only', 'except']);
        return this.noted(writer => blockOf('post-processor', [part.type], this.conditions(part) + writeOptions(members, spec, writer)), this.step);
    }
    conditions(part) {
        return part.object.members
            .filter(({ name }) => CONDITIONS.has(name))
            .map(({ name, value }) => {
            const items = value.kind === 'array' ? value.items : [value];
            return `${name} = ${listOf(items.map(item => this.reference((0,legacy_tree/* scalarTextOf */.Vb)(item) ?? '')))}\n`;
        })
            .join('');
    }
    reference(name) {
        const builder = this.named(name);
        return quoted(builder ? `${builder.part.type}.${titleOf(builder)}` : name);
    }
    named(name) {
        return this.builders.find(each => each.name === name);
    }
    override(part, writer) {
        const value = (0,legacy_tree/* memberOf */.C5)(part.object, 'override');
        if (value?.kind !== 'object')
            return '';
        const spec = this.plugins.provisioners[part.type]?.options;
        const entries = value.members.map(({ name, value: own }) => [
            titleOf(this.named(name) ?? { name, label: name }),
            own.kind === 'object'
                ? objectOf(own.members.flatMap(each => optionOf(each, spec?.[each.name]?.type, writer)))
                : (codeOf(own, undefined, writer) ?? 'null'),
        ]);
        return `override = ${objectOf(entries)}\n`;
    }
    noted(write, place) {
        const unknown = new Set();
        const writer = {
            text: text => {
                const translated = translate(text, place, this.names);
                for (const name of translated.unknown)
                    unknown.add(name);
                return translated;
            },
        };
        const block = write(writer);
        this.leftovers.push(...unknown);
        const note = [...unknown].map(name => comment(`TODO: "${name}" has no counterpart in HCL2 that is known here; its {{ }} stayed as it was.`));
        return note.join('') + block;
    }
}
const NULL = {
    kind: 'null',
    range: { file: '', start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } },
};
const without = ({ object }, names) => object.members.filter(({ name }) => !names.includes(name.toLowerCase()));
function optionOf({ name, value }, type, writer) {
    const code = value.kind === 'null' ? undefined : codeOf(value, type, writer);
    return code === undefined ? [] : [[name, code]];
}
function textsIn(node) {
    if (node.kind === 'string')
        return [node.text];
    if (node.kind === 'array')
        return node.items.flatMap(textsIn);
    return node.kind === 'object' ? node.members.flatMap(({ name, value }) => [name, ...textsIn(value)]) : [];
}

;// CONCATENATED MODULE: ./build/template/upgrade/variables.js


const COMPUTED = new Set(['env']);
class UpgradedVariables {
    constructor(declared, sensitive) {
        this.sensitive = sensitive;
        this.known = new Map();
        this.moments = new Map();
        this.fromEnvironment = new Map();
        this.taken = new Set();
        this.locals = new Set();
        this.undeclared = [];
        for (const variable of declared)
            this.add(variable.name, variable);
        for (const variable of declared)
            this.classify(variable);
        this.spreadLateness();
    }
    variable(name) {
        if (!this.known.has(name)) {
            this.undeclared.push(name);
            this.add(name);
        }
        return this.known.get(name).reference;
    }
    isLate(name) {
        return this.known.get(name)?.isLate ?? false;
    }
    environment(name) {
        const before = this.fromEnvironment.get(name);
        const variable = before ?? this.unique(`env_${name}`);
        this.fromEnvironment.set(name, variable);
        return `var.${variable}`;
    }
    moment(code) {
        const word = code === '"{{timestamp}}"' ? 'timestamp' : code.startsWith('legacy_isotime') ? 'isotime' : 'strftime';
        const local = this.moments.get(code) ?? identifierFor(word, this.locals);
        this.locals.add(local);
        this.moments.set(code, local);
        return `local.${local}`;
    }
    blocks() {
        const [variables, locals] = [[], []];
        for (const [jsonName, { name, reference, declared }] of this.known) {
            const text = declared?.default;
            const { pieces } = translate(text ?? '', { kind: reference.startsWith('local.') ? 'local' : 'default' }, this);
            const isLocal = reference.startsWith('local.');
            const value = declared && text === undefined ? undefined : isLocal ? 'null' : stringOf(pieces);
            variables.push(this.variableBlock(name, declared, value, this.sensitive.has(jsonName)));
            if (isLocal)
                locals.push(this.localBlock(name, declared, stringOf(pieces)));
        }
        const environment = [...this.fromEnvironment].map(([key, name]) => blockOf('variable', [name], `type = string\ndefault = env(${quoted(key)})\n`));
        const moments = [...this.moments].map(([code, name]) => `${name} = ${code}\n`).join('');
        const fixed = moments && `${comment('One moment for all of the run.')}locals {\n${moments}}\n`;
        return { variables: [...variables, ...environment].join('\n'), locals: [fixed, ...locals].filter(Boolean).join('\n') };
    }
    variableBlock(name, declared, value, sensitive) {
        const hidden = sensitive ? 'sensitive = true\n' : '';
        const note = declared
            ? name === declared.name
                ? ''
                : comment(`In JSON its name was ${JSON.stringify(declared.name)}.`)
            : comment('The JSON template used this variable without declaring it.');
        const given = value === undefined ? '' : `default = ${value}\n`;
        return note + blockOf('variable', [name], `type = string\n${given}${hidden}`);
    }
    localBlock(name, declared, text) {
        const expression = `var.${name} != null ? var.${name} : ${text}`;
        if (!this.sensitive.has(declared.name))
            return `locals {\n${name} = ${expression}\n}\n`;
        return blockOf('local', [name], `expression = ${expression}\nsensitive = true\n`);
    }
    add(name, declared) {
        const own = this.unique(name);
        const isLate = declared?.default?.includes('{{') ?? false;
        this.known.set(name, { name: own, reference: `var.${own}`, isLate, declared });
    }
    unique(name) {
        const unique = identifierFor(name, this.taken);
        this.taken.add(unique);
        return unique;
    }
    classify({ name, default: text = '' }) {
        const known = this.known.get(name);
        const { pieces, calls } = translate(text, { kind: 'default' }, this);
        const isLocal = [...calls].some(call => !COMPUTED.has(call));
        if (isLocal)
            this.locals.add(known.name);
        const isLate = calls.has('timestamp') || pieces.some(piece => 'text' in piece && piece.text.includes('{{'));
        this.known.set(name, { ...known, isLate, reference: `${isLocal ? 'local' : 'var'}.${known.name}` });
    }
    spreadLateness() {
        for (let changed = true; changed;) {
            changed = false;
            for (const [name, known] of this.known) {
                if (known.isLate || !known.declared)
                    continue;
                const used = [...(known.declared.default ?? '').matchAll(/user\s+(?:`([^`]*)`|"([^"]*)")/g)];
                if (!used.some(([, raw, cooked]) => this.isLate(raw ?? cooked ?? '')))
                    continue;
                this.known.set(name, { ...known, isLate: true });
                changed = true;
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/template/upgrade/upgrade.js










function upgradeTemplate({ text, file, plugins, annotate = false }) {
    const findings = new collector/* Collector */.g();
    const tree = findings.take((0,legacy_tree/* parseTree */.cZ)(text, file));
    const read = tree && (0,read_template/* readLegacyTemplate */.U)(tree);
    const template = read?.value;
    for (const diagnostic of read?.diagnostics ?? [])
        if (!template || template.variables.length === 0 || diagnostic.summary !== read_template/* NO_BUILDERS */.V)
            findings.add(diagnostic);
    if (!tree || !template || (0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const variables = new UpgradedVariables(template.variables, new Set(template.sensitive));
    const components = new UpgradedComponents(template, plugins, variables);
    const build = buildBlock(tree, components);
    const { variables: variableBlocks, locals } = variables.blocks();
    const sections = [
        ['packer', packerBlock(template)],
        ['variables', variableBlocks],
        ['locals', locals],
        ['data', components.data.join('\n')],
        ['sources', components.sources.join('\n')],
        ['build', template.builders.length > 0 ? build : ''],
    ];
    const written = sections.flatMap(([name, code]) => (code ? [(annotate ? comment(annotations[name]) : '') + code] : []));
    const head = [annotate ? comment(annotations.file) : '', commentsOf(tree)].filter(Boolean);
    for (const name of new Set(components.leftovers))
        findings.add({
            severity: 'warning',
            summary: 'Not upgraded',
            detail: `"${name}" has no counterpart in HCL2 that is known here; it stayed as it was, with a comment above it.`,
        });
    findings.addAll(missing(template, plugins));
    return findings.done((0,format/* formatSource */.j)([...head, ...written].join('\n')));
}
function buildBlock(tree, components) {
    const description = tree.kind === 'object' ? (0,legacy_tree/* textOf */.b6)((0,legacy_tree/* memberOf */.C5)(tree, 'description')) : undefined;
    const steps = components.steps();
    const { listed, uses } = components;
    const parts = [
        description ? `description = ${quoted(description)}\n` : '',
        listed.length > 0 ? `sources = ${listOf(listed)}\n` : '',
        uses.join('\n'),
        steps,
    ];
    return blockOf('build', [], parts.filter(Boolean).join('\n'));
}
function packerBlock({ minimumVersion, builders, provisioners, errorCleanupProvisioner, chains }) {
    const types = [...builders, ...provisioners, ...(errorCleanupProvisioner ? [errorCleanupProvisioner] : []), ...chains.flat()];
    const needed = new Map(types.flatMap(({ type }) => {
        const plugin = (0,known_plugins/* pluginOf */.$)(type);
        return plugin ? [[plugin.name, plugin.source]] : [];
    }));
    const entries = [...needed].map(([name, source]) => `${keyOf(name)} = {\nsource = ${quoted(source)}\nversion = "~> 1"\n}\n`);
    const required = entries.length > 0 ? blockOf('required_plugins', [], entries.join('')) : '';
    const version = minimumVersion ? `required_version = ${quoted(`>= ${minimumVersion.text}`)}\n` : '';
    return version || required ? blockOf('packer', [], version + required) : '';
}
const commentsOf = (tree) => tree.kind === 'object'
    ? tree.members.flatMap(({ name, value }) => (name.startsWith('_') ? [comment((0,legacy_tree/* textOf */.b6)(value) ?? name)] : [])).join('')
    : '';
function missing(template, plugins) {
    const findings = new collector/* Collector */.g();
    const look = (kind, parts, builtIn) => {
        for (const { type, typeRange } of parts) {
            if (Object.hasOwn(builtIn, type))
                continue;
            const plugin = (0,known_plugins/* pluginOf */.$)(type);
            findings.add({
                severity: plugin || (0,known_plugins/* isCore */.O)(type) ? 'warning' : 'error',
                summary: `Unknown ${kind} type`,
                detail: `"${type}" is not built in${plugin ? `: Packer has it from the plugin ${plugin.source}` : ''}. Its options were upgraded by their looks; check which of them are blocks.`,
                subject: typeRange,
            });
        }
    };
    look('source', template.builders, plugins.sources);
    look('provisioner', template.provisioners, plugins.provisioners);
    if (template.errorCleanupProvisioner)
        look('provisioner', [template.errorCleanupProvisioner], plugins.provisioners);
    look('post-processor', template.chains.flat(), plugins.postProcessors);
    return findings.diagnostics;
}

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/cli/print-error.js
var print_error = __webpack_require__(73362);
// EXTERNAL MODULE: ./build/cli/template-flags.js
var template_flags = __webpack_require__(8372);
;// CONCATENATED MODULE: ./build/cli/commands/hcl2-upgrade.js











const hcl2_upgrade_flags = {
    'output-file': (0,flags/* text */.Qq)('FILE', 'Where to write; `-` is the standard output. Default: the template with .pkr.hcl behind its name.'),
    'with-annotations': (0,flags/* toggle */.L$)('Explain the blocks in comments.'),
};
const hcl2Upgrade = (0,command/* verb */.w3)({
    usage: 'hcl2_upgrade [flags] TEMPLATE.json',
    summary: 'Writes a legacy JSON template as HCL2.',
    flags: hcl2_upgrade_flags,
    run: async ({ rest, flags: given }, io) => {
        const file = (0,template_flags/* onlyTemplate */.VO)(rest);
        const source = await (0,promises_.readFile)(file).catch((cause) => {
            throw new failure/* Failure */.H('invalid', `The template ${file} cannot be read: ${(0,file_error/* fileErrorReason */.H)(cause)}`, { cause });
        });
        if (/\.pkr\.(hcl|json)$/.test(file))
            throw new failure/* Failure */.H('invalid', `${file} is not a legacy JSON template: its name says HCL2`);
        const { value, diagnostics } = upgradeTemplate({ text: source, file, plugins: catalog/* plugins */.N, annotate: given['with-annotations'] });
        (0,print_error/* printDiagnostics */.a)(diagnostics, io, { sources: new Map([[file, (0,source_text/* decodeSource */.E4)(source, file).text]]) });
        if (value === undefined)
            return 2;
        const target = given['output-file'] ?? `${file}.pkr.hcl`;
        if (target === '-')
            io.stdout.write(value);
        else {
            await (0,promises_.writeFile)(target, value);
            io.stdout.write(`Successfully created ${target}.\n`);
        }
        return (0,diagnostic/* hasErrors */.C)(diagnostics) ? 1 : 0;
    },
});


/***/ }),

/***/ 8372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ planFrom),
/* harmony export */   PX: () => (/* binding */ pluginFlags),
/* harmony export */   Qs: () => (/* binding */ templateFlags),
/* harmony export */   Rh: () => (/* binding */ inputFrom),
/* harmony export */   VO: () => (/* binding */ onlyTemplate),
/* harmony export */   c2: () => (/* binding */ printFindings),
/* harmony export */   n2: () => (/* binding */ publishFlags),
/* harmony export */   t$: () => (/* binding */ optionalTemplate)
/* harmony export */ });
/* harmony import */ var _engine_redact__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14145);
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74127);
/* harmony import */ var _lib_read_all__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24685);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30631);
/* harmony import */ var _template_load_plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89418);
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90749);
/* harmony import */ var _print_error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73362);







const templateFlags = {
    var: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('NAME=VALUE', 'A value for a variable; may be repeated.'),
    'var-file': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('FILE', 'A file of values (.pkrvars.hcl, .json); may be repeated.'),
    only: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'Only builds whose name matches; globs. May be repeated.', true),
    except: (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)('PATTERN,…', 'No builds or post-processors whose name matches; globs. May be repeated.', true),
    'config-type': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)('The language of a template from standard input, by default json, and of the console without a template, by default both.', ['json', 'hcl2']),
    'use-sequential-evaluation': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: what depends on what decides the order here, with the same values.'),
};
const publishFlags = {
    'ssm-parameter': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)('NAME', 'Put the ID of each published image into this parameter of AWS Systems Manager, in its region; the name may hold ${source.name}.'),
};
const pluginFlags = {
    'ignore-prerelease-plugins': (0,_flags__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Accepted for Packer: everything is built in.'),
};
async function planFrom(rest, flags, plugins, io, more = {}) {
    const input = inputFrom(onlyTemplate(rest), flags, io);
    let given;
    const stdin = () => (given ??= (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(io.stdin));
    return planOf({ ...input, stdin, plugins, ...more }, io);
}
async function planOf(input, io) {
    const loaded = await (0,_template_load_plan__WEBPACK_IMPORTED_MODULE_2__/* .loadPlan */ .Y)(input);
    printFindings(loaded, io);
    const { plan, sensitive, unasked, outside } = loaded;
    if (!plan || (0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .C)(loaded.diagnostics))
        return undefined;
    return { plan, sensitive, unasked, outside, answered: () => planOf({ ...input, askOutside: true }, io) };
}
function inputFrom(path, flags, { environment, stdin }) {
    const { only, except, 'var-file': variableFiles, 'config-type': configType } = flags;
    const variables = flags.var.map(assignment);
    return { path, variables, variableFiles, only, except, configType, environment, stdin: () => (0,_lib_read_all__WEBPACK_IMPORTED_MODULE_5__/* .readAll */ .y)(stdin) };
}
function printFindings({ diagnostics, sources, sensitive }, io) {
    const redactor = new _engine_redact__WEBPACK_IMPORTED_MODULE_0__/* .Redactor */ .p(sensitive);
    (0,_print_error__WEBPACK_IMPORTED_MODULE_4__/* .printDiagnostics */ .a)(diagnostics, io, { sources, redact: text => redactor.text(text) });
}
function onlyTemplate(rest) {
    const path = optionalTemplate(rest);
    if (path !== undefined)
        return path;
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', 'No template was named', { advice: HOW_TO_NAME });
}
function optionalTemplate([path, ...more]) {
    if (more.length === 0)
        return path;
    const named = [path, ...more];
    throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `One template is read at a time, and ${named.length} were named: ${named.join(', ')}`, {
        advice: HOW_TO_NAME,
    });
}
const HOW_TO_NAME = 'Name one folder with *.pkr.hcl files, or one template file; `.` is this folder, `-` is standard input.';
function assignment(text) {
    const at = text.indexOf('=');
    if (at < 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('invalid', `-var ${text} has no value`, { advice: `Write -var ${text}=VALUE.` });
    return { name: text.slice(0, at), text: text.slice(at + 1) };
}


/***/ }),

/***/ 81379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ formatSource)
});

// EXTERNAL MODULE: ./build/language/graphemes.js
var graphemes = __webpack_require__(45576);
// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
// EXTERNAL MODULE: ./build/language/hcl/scanner.js + 3 modules
var scanner = __webpack_require__(95902);
;// CONCATENATED MODULE: ./build/language/hcl/spacing.js
const NEVER_BEFORE = new Set([
    ...[',', '.', '...', '::', 'newline'],
    ...['literal', 'closeQuote', 'closeHeredoc', 'interpolation', 'directive'],
]);
const NEVER_BEHIND = new Set([
    ...['(', '[', '.', '::', '!'],
    ...['sequenceEnd', 'literal', 'openQuote', 'openHeredoc'],
]);
const BEFORE_SIGN = new Set([
    ...['(', '[', '{', ',', '=', ':', '?', '!'],
    ...['+', '-', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=', '&&', '||'],
]);
const INDEXED = new Set(['identifier', 'number', ')', ']', '}']);
function wantsSpace(beforeBefore, before, after) {
    if (after.kind === 'sequenceEnd')
        return before.kind === '}';
    if (beforeBefore?.kind === 'number' && before.kind === '.' && after.kind === 'number')
        return true;
    if (NEVER_BEFORE.has(after.kind) || NEVER_BEHIND.has(before.kind))
        return false;
    if (before.kind === 'interpolation' || before.kind === 'directive')
        return after.kind === '{';
    if (before.kind === ',')
        return true;
    if (after.kind === ')' || after.kind === ']')
        return false;
    if (before.kind === '{' && after.kind === '}')
        return false;
    if (before.kind === '-' && (!beforeBefore || BEFORE_SIGN.has(beforeBefore.kind)))
        return false;
    if (after.kind === '(')
        return before.kind !== 'identifier';
    return after.kind !== '[' || !INDEXED.has(before.kind) || (before.text === 'in' && beforeBefore?.kind === 'identifier');
}

;// CONCATENATED MODULE: ./build/language/hcl/format.js




function formatSource(text) {
    const tokens = (0,scanner/* scan */.SQ)(text, '', source_text/* START */.d3);
    const lines = toLines(tokens);
    for (const line of lines)
        setSpaces(line);
    indent(lines);
    align(lines, assignmentIn);
    align(lines, commentIn);
    const [last, end] = tokens.length > 1 ? tokens.slice(-2) : [undefined, tokens[0]];
    const laidOut = lines.map(line => line.map(({ token, spaces }) => ' '.repeat(spaces) + token.text).join(''));
    return laidOut.join('') + ' '.repeat(end.from - (last?.to ?? 0));
}
function toLines(tokens) {
    const lines = [[]];
    for (const token of tokens) {
        if (token.kind === 'endOfFile')
            continue;
        lines[lines.length - 1].push({ token, spaces: 0 });
        if (token.kind === 'newline')
            lines.push([]);
    }
    return lines;
}
function setSpaces(line) {
    for (let i = 1; i < line.length; i++) {
        const [beforeBefore, before, word] = [line[i - 2]?.token, line[i - 1].token, line[i]];
        word.spaces = wantsSpace(beforeBefore, before, word.token) ? 1 : 0;
    }
}
const OPENERS = ['{', '[', '(', 'interpolation', 'directive'];
const CLOSERS = ['}', ']', ')', 'sequenceEnd'];
function netBrackets(words) {
    let net = 0;
    for (const { token } of words) {
        if (OPENERS.includes(token.kind))
            net++;
        else if (CLOSERS.includes(token.kind))
            net--;
    }
    return net;
}
function netIndentation(line) {
    const heredoc = line.findIndex(({ token }) => token.kind === 'openHeredoc');
    return netBrackets(heredoc < 0 ? line : line.slice(0, heredoc));
}
function indent(lines) {
    const open = [];
    for (const line of lines) {
        const net = netIndentation(line);
        for (let closed = -net; closed > 0 && open.length > 0;) {
            const innermost = open.pop();
            if (closed < innermost)
                open.push(innermost - closed);
            closed -= innermost;
        }
        const [first] = line;
        if (first && first.token.kind !== 'newline')
            first.spaces = 2 * open.length;
        if (net > 0)
            open.push(net);
    }
}
function assignmentIn(line) {
    const i = line.findIndex(({ token }) => token.kind === '=');
    return i > 0 && netBrackets(line.slice(i)) === 0 ? i : undefined;
}
function commentIn(line) {
    const breaks = line[line.length - 1]?.token.kind === 'newline';
    const last = line.length - (breaks ? 2 : 1);
    const token = line[last]?.token;
    return last > 0 && token?.kind === 'comment' && !(breaks && token.text.startsWith('/*')) ? last : undefined;
}
function align(lines, find) {
    let run = [];
    const close = () => {
        const widest = Math.max(0, ...run.map(each => each.width));
        for (const each of run)
            each.word.spaces = widest - each.width + 1;
        run = [];
    };
    for (const line of lines) {
        const i = find(line);
        if (i === undefined)
            close();
        else
            run.push({ word: line[i], width: widthOf(line.slice(0, i)) });
    }
    close();
}
const widthOf = (words) => words.reduce((sum, { token, spaces }) => sum + spaces + (0,graphemes/* countGraphemes */.O)(token.text), 0);


/***/ }),

/***/ 24685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}


/***/ })

};
;