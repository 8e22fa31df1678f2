"use strict";
exports.id = 2759;
exports.ids = [2759];
exports.modules = {

/***/ 31291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf)
/* harmony export */ });
/* harmony import */ var _collector__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33201);

function contentOf(body, schema) {
    const content = body.content(schema);
    if (content.diagnostics.length === 0)
        return content;
    const slips = new Map(content.diagnostics.flatMap(({ slip }) => (slip ? [[slip.written, slip.meant]] : [])));
    return slips.size === 0 ? content : withMeant(body, schema, content, slips);
}
function withMeant(body, schema, { value, diagnostics }, slips) {
    const found = new _collector__WEBPACK_IMPORTED_MODULE_0__/* .Collector */ .g();
    const meant = new Set(slips.values());
    found.addAll(diagnostics.filter(({ missing = [] }) => !missing.some(name => meant.has(name))));
    const { value: misspelt } = body.partialContent(asWritten(schema, slips));
    const attributes = new Map(value.attributes);
    for (const [name, attribute] of misspelt.attributes) {
        const right = slips.get(name);
        if (!attributes.has(right))
            attributes.set(right, attribute);
    }
    const blocks = [...value.blocks, ...misspelt.blocks.map(block => ({ ...block, type: slips.get(block.type) }))];
    return found.done({ ...value, attributes, blocks });
}
const asWritten = ({ attributes, blocks }, slips) => ({
    attributes: [...slips].filter(([, meant]) => attributes.some(({ name }) => name === meant)).map(([name]) => ({ name })),
    blocks: [...slips].flatMap(([type, meant]) => {
        const spec = blocks.find(each => each.type === meant);
        return spec ? [{ ...spec, type }] : [];
    }),
});


/***/ }),

/***/ 86949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ UNKNOWN_TEXT),
/* harmony export */   f: () => (/* binding */ decodeOptions)
/* harmony export */ });
/* harmony import */ var _collector__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33201);
/* harmony import */ var _content__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31291);
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74127);
/* harmony import */ var _values_convert__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35590);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7181);
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84176);
/* harmony import */ var _plain__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88555);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72472);
/* harmony import */ var _weak__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19535);









const UNKNOWN_TEXT = '<unknown>';
function decodeOptions(spec, body, settings) {
    const decoder = new Decoder(settings);
    const value = decoder.body(spec, body, '');
    const redact = settings.redact ?? (text => text);
    return decoder.findings.done({
        value,
        rangeOf: option => nearest(decoder.ranges, option),
        toJSON: () => (0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(spec, value, redact),
    });
}
function nearest(ranges, option) {
    for (let path = option; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
        const range = ranges.get(path);
        if (range)
            return range;
    }
    return undefined;
}
class Decoder {
    constructor(settings) {
        this.settings = settings;
        this.findings = new _collector__WEBPACK_IMPORTED_MODULE_6__/* .Collector */ .g();
        this.ranges = new Map();
    }
    body(spec, body, prefix) {
        const options = Object.entries(spec);
        const content = this.findings.take((0,_content__WEBPACK_IMPORTED_MODULE_7__/* .contentOf */ .$)(body, {
            attributes: options
                .filter(([, option]) => option.form === 'attribute')
                .map(([name, option]) => ({ name, required: option.settings.required === true })),
            blocks: options.filter(([, option]) => option.form !== 'attribute').map(([type]) => ({ type, labels: [] })),
        }));
        const decoded = options.map(([name, option]) => {
            const path = prefix + name;
            if (option.form === 'attribute')
                return [name, this.attribute(option, content.attributes.get(name), path)];
            return [
                name,
                this.nested(option, content.blocks.filter(block => block.type === name), path, content.missingItemRange),
            ];
        });
        return Object.freeze(Object.fromEntries(decoded));
    }
    attribute(option, attribute, path) {
        if (!attribute)
            return this.defaultOf(option);
        this.ranges.set(path, attribute.expression.range);
        const evaluated = attribute.expression.evaluate(this.settings.context);
        this.findings.take(evaluated);
        if ((0,_diagnostic__WEBPACK_IMPORTED_MODULE_8__/* .hasErrors */ .C)(evaluated.diagnostics))
            return undefined;
        try {
            const value = this.converted(option, evaluated.value, path);
            if (isUnset(value)) {
                if (option.settings.required)
                    this.error('Missing required argument', `"${attribute.name}" must not be empty.`, attribute);
                return this.defaultOf(option);
            }
            return this.usable(option, attribute.name, attribute.expression.range) ? this.read(option, value) : undefined;
        }
        catch (error) {
            if (!(error instanceof Error))
                throw error;
            const reason = option.settings.sensitive ? 'its value, which is sensitive, does not fit' : error.message;
            this.error('Invalid value', `Inappropriate value for "${attribute.name}": ${endSentence(reason)}`, attribute);
            return undefined;
        }
    }
    converted(option, given, path) {
        const { render, renderLate, weak } = this.settings;
        const change = option.settings.late ? renderLate : render && ((text) => render(text, path));
        const rendered = (value) => (change ? (0,_plain__WEBPACK_IMPORTED_MODULE_3__/* .mapStrings */ .to)(value, text => (text.includes('{{') ? change(text) : text)) : value);
        return weak ? (0,_weak__WEBPACK_IMPORTED_MODULE_5__/* .convertWeakly */ .j)(rendered(given), option.type) : rendered((0,_values_convert__WEBPACK_IMPORTED_MODULE_0__/* .convert */ .C)(given, option.type));
    }
    read(option, value) {
        if (!value.isWhollyKnown) {
            this.settings.onUnknown?.();
            return value.type.kind === 'string' ? UNKNOWN_TEXT : undefined;
        }
        if (option.settings.sensitive)
            this.settings.onSensitive?.(value);
        try {
            this.verify(option, value);
            return deepFreeze(option.read(value));
        }
        catch (error) {
            if (mentionsUnknown(value))
                return undefined;
            throw error;
        }
    }
    verify(option, value) {
        const written = option.type === _values_type__WEBPACK_IMPORTED_MODULE_1__/* .DYNAMIC */ .u5 ? value : (0,_plain__WEBPACK_IMPORTED_MODULE_3__/* .toPlain */ .Ul)(value);
        const { oneOf, check } = option.settings;
        if (oneOf && !oneOf.includes(written))
            throw new Error(`${JSON.stringify(written)} is not one of ${oneOf.map(each => JSON.stringify(each)).join(', ')}`);
        const objection = check?.(written);
        if (objection)
            throw new Error(objection);
    }
    nested(option, blocks, path, missing) {
        const spec = option.options ?? {};
        const [first, second] = blocks;
        const name = path.slice(path.lastIndexOf('.') + 1);
        if (!first) {
            if (option.settings.required)
                this.findings.error('Missing block', `A "${name}" block is required here.`, missing, { missing: [name] });
            return option.form === 'blocks' ? Object.freeze([]) : undefined;
        }
        if (!this.usable(option, name, first.definitionRange))
            return option.form === 'blocks' ? Object.freeze([]) : undefined;
        this.ranges.set(path, first.definitionRange);
        if (option.form === 'blocks')
            return Object.freeze(blocks.map((block, i) => this.block(spec, block, `${path}.${i}`)));
        if (second)
            this.findings.error('Duplicate block', `Only one "${name}" block may stand here.`, second.definitionRange);
        return this.block(spec, first, path);
    }
    block(spec, block, path) {
        this.ranges.set(path, block.definitionRange);
        return this.body(spec, block.body, `${path}.`);
    }
    usable(option, name, range) {
        const { deprecated, unsupported } = option.settings;
        if (deprecated)
            this.findings.add({
                severity: 'warning',
                summary: 'Deprecated option',
                detail: `"${name}": ${endSentence(deprecated)}`,
                subject: range,
            });
        if (unsupported)
            this.findings.error('Unsupported option', `"${name}": ${endSentence(unsupported)}`, range);
        return !unsupported;
    }
    defaultOf(option) {
        const given = option.settings.default;
        return given === undefined ? undefined : deepFreeze(option.read((0,_values_convert__WEBPACK_IMPORTED_MODULE_0__/* .convert */ .C)((0,_plain__WEBPACK_IMPORTED_MODULE_3__/* .fromPlain */ .bM)(given), option.type)));
    }
    error(summary, detail, { expression, range }) {
        this.findings.error(summary, detail, expression.range, { context: range });
    }
}
const isUnset = (value) => value.isNull || (value.isKnown && value.type.kind === 'string' && value.asString() === '');
const endSentence = (text) => (/[.?!]$/.test(text) ? text : `${text}.`);
const mentionsUnknown = (value) => JSON.stringify((0,_plain__WEBPACK_IMPORTED_MODULE_3__/* .toPlain */ .Ul)(value) ?? '').includes(UNKNOWN_TEXT);
function deepFreeze(value) {
    if (typeof value !== 'object' || value === null || value instanceof _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W || Object.isFrozen(value))
        return value;
    for (const each of Object.values(value))
        deepFreeze(each);
    return Object.freeze(value);
}


/***/ }),

/***/ 88555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ toPlain),
/* harmony export */   bM: () => (/* binding */ fromPlain),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95084);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84176);



function toPlain(value) {
    if (value.state !== 'known')
        return undefined;
    switch (value.type.kind) {
        case 'string':
            return value.asString();
        case 'number':
            return value.asNumber().toDouble();
        case 'bool':
            return value.asBool();
        case 'list':
        case 'set':
        case 'tuple':
            return value.elements().map(toPlain);
        case 'map':
        case 'object':
            return Object.fromEntries([...value.entries()].map(([key, each]) => [key, toPlain(each)]));
        default:
            return undefined;
    }
}
function fromPlain(plain) {
    if (plain instanceof _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W)
        return plain;
    if (plain === undefined || plain === null)
        return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.null(_values_type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5);
    if (typeof plain === 'string')
        return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.string(plain);
    if (typeof plain === 'boolean')
        return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(plain);
    if (typeof plain === 'number')
        return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.number(Number.isSafeInteger(plain) ? _values_big_float__WEBPACK_IMPORTED_MODULE_2__/* .BigFloat */ .p.fromInteger(plain) : _values_big_float__WEBPACK_IMPORTED_MODULE_2__/* .BigFloat */ .p.fromText(String(plain)));
    if (Array.isArray(plain))
        return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.tuple(plain.map(fromPlain));
    return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.object(Object.entries(plain).map(([key, each]) => [key, fromPlain(each)]));
}
function mapStrings(value, change) {
    if (value.state !== 'known')
        return value;
    switch (value.type.kind) {
        case 'string': {
            const text = value.asString();
            const changed = change(text);
            return changed === text ? value : _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.string(changed);
        }
        case 'list':
            return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.list(value.type.element, value.elements().map(each => mapStrings(each, change)));
        case 'set':
            return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.set(value.type.element, value.elements().map(each => mapStrings(each, change)));
        case 'tuple':
            return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.tuple(value.elements().map(each => mapStrings(each, change)));
        case 'map':
            return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.map(value.type.element, mapEntries(value, change));
        case 'object':
            return _values_value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.object(mapEntries(value, change));
        default:
            return value;
    }
}
const mapEntries = (value, change) => [...value.entries()].map(([key, each]) => [key, mapStrings(each, change)]);


/***/ }),

/***/ 72472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   pc: () => (/* binding */ redacted),
/* harmony export */   x9: () => (/* binding */ SENSITIVE_TEXT)
/* harmony export */ });
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84176);
/* harmony import */ var _plain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88555);


const SENSITIVE_TEXT = '<sensitive>';
function printable(spec, options, redact) {
    const given = options;
    const entries = Object.entries(spec).flatMap(([name, option]) => {
        const value = given[name];
        if (value === undefined)
            return [];
        if (option.settings.sensitive)
            return [[name, SENSITIVE_TEXT]];
        if (!option.options)
            return [[name, redacted(value, redact)]];
        const inner = option.options;
        return [[name, Array.isArray(value) ? value.map(each => printable(inner, each, redact)) : printable(inner, value, redact)]];
    });
    return Object.fromEntries(entries);
}
function redacted(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (value instanceof _values_value__WEBPACK_IMPORTED_MODULE_0__/* .Value */ .W)
        return redacted((0,_plain__WEBPACK_IMPORTED_MODULE_1__/* .toPlain */ .Ul)(value), redact);
    if (Array.isArray(value))
        return value.map(each => redacted(each, redact));
    if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [redact(key), redacted(each, redact)]));
    return value;
}


/***/ }),

/***/ 19535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ convertWeakly)
/* harmony export */ });
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95084);
/* harmony import */ var _values_convert__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35590);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7181);
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84176);




const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False', '']);
const convertWeakly = (value, type) => (0,_values_convert__WEBPACK_IMPORTED_MODULE_0__/* .convert */ .C)(prepare(value, type), type);
function prepare(value, type) {
    if (value.state !== 'known')
        return value;
    switch (type.kind) {
        case 'bool':
            return toBool(value);
        case 'number':
            return toNumber(value);
        case 'string':
            return value.type.kind === 'bool' ? _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.string(value.asBool() ? '1' : '0') : value;
        case 'list':
        case 'set':
            return _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.tuple(toElements(value).map(each => prepare(each, type.element)));
        case 'map':
            return _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.object(toEntries(value).map(([key, each]) => [key, prepare(each, type.element)]));
        default:
            return value;
    }
}
function toBool(value) {
    if (value.type.kind === 'number')
        return _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.bool(value.asNumber().sign !== 0);
    if (value.type.kind !== 'string')
        return value;
    const text = value.asString();
    return TRUE.has(text) ? _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.bool(true) : FALSE.has(text) ? _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.bool(false) : value;
}
function toNumber(value) {
    if (value.type.kind === 'string' && value.asString() === '')
        return _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.null(_values_type__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER */ .uk);
    if (value.type.kind === 'bool')
        return _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.number(_values_big_float__WEBPACK_IMPORTED_MODULE_3__/* .BigFloat */ .p.fromInteger(value.asBool() ? 1 : 0));
    if (value.type.kind === 'string' && /^[+-]?0[xXbBoO][\da-fA-F]+$/.test(value.asString()))
        return _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.number(_values_big_float__WEBPACK_IMPORTED_MODULE_3__/* .BigFloat */ .p.fromInteger(prefixed(value.asString())));
    return value;
}
const prefixed = (text) => text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text.startsWith('+') ? text.slice(1) : text);
function toElements(value) {
    if (['list', 'set', 'tuple'].includes(value.type.kind))
        return value.elements();
    if (value.type.kind !== 'string')
        return isEmptyMap(value) ? [] : [value];
    const text = value.asString();
    return text === '' ? [] : text.split(',').map(_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.string);
}
const isEmptyMap = (value) => (value.type.kind === 'map' || value.type.kind === 'object') && value.entries().size === 0;
function toEntries(value) {
    if (value.type.kind === 'map' || value.type.kind === 'object')
        return [...value.entries()];
    if (value.type.kind !== 'tuple')
        throw new TypeError('a map is required');
    return value.elements().flatMap(toEntries);
}


/***/ }),

/***/ 72501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readPublication),
/* harmony export */   g: () => (/* binding */ publishOptions)
/* harmony export */ });
/* harmony import */ var _language_collector__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33201);
/* harmony import */ var _language_options_decode__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86949);
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28896);



const publishOptions = {
    ssm_parameter: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of a parameter of AWS Systems Manager that holds the ID of the newest image, in every region that has one; launch templates follow it with `resolve:ssm:NAME`.', {
        required: true,
        check: name => /^\/?[\w.-]+(\/[\w.-]+){0,14}$/.test(name) && !/^\/?(aws|ssm)/i.test(name)
            ? undefined
            : 'names consist of letters, digits and ._- between slashes, and do not begin with aws or ssm',
    }),
    only: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('The sources whose images are published there, as `type.name`. Default: all.'),
    except: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('The sources whose images are not published there, as `type.name`.'),
};
function readPublication(block, context) {
    const findings = new _language_collector__WEBPACK_IMPORTED_MODULE_2__/* .Collector */ .g();
    const { ssm_parameter, only, except } = findings.take((0,_language_options_decode__WEBPACK_IMPORTED_MODULE_0__/* .decodeOptions */ .f)(publishOptions, block.body, { context })).value;
    if (only && except)
        findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", block.definitionRange);
    return findings.done({ ssmParameter: ssm_parameter, only, except });
}


/***/ }),

/***/ 38797:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ sbomOptions),
/* harmony export */   j: () => (/* binding */ readSbomBlock)
/* harmony export */ });
/* harmony import */ var _language_collector__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33201);
/* harmony import */ var _language_options_decode__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86949);
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28896);



const sbomOptions = {
    enabled: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Ask a machine what is installed in the image, and write it as CycloneDX.', { default: true }),
};
function readSbomBlock([block, second], context) {
    const findings = new _language_collector__WEBPACK_IMPORTED_MODULE_2__/* .Collector */ .g();
    if (second)
        findings.error('Two sbom blocks', 'Only one sbom block may stand in the *.ingot.hcl files.', second.definitionRange);
    const given = block && findings.take((0,_language_options_decode__WEBPACK_IMPORTED_MODULE_0__/* .decodeOptions */ .f)(sbomOptions, block.body, { context })).value;
    return findings.done(given?.enabled ?? true);
}


/***/ }),

/***/ 54303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ smokeTestOptions)
/* harmony export */ });
/* harmony import */ var _language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73957);
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28896);


const port = (value) => Number.isInteger(value) && value > 0 && value < 65536 ? undefined : 'a port is a number from 1 to 65535';
const patience = {
    timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long one try may take.', { default: '5s' }),
    retry_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long to try again before a failure is final.', { default: '30s' }),
    sleep: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Time between two tries.', { default: '1s' }),
};
const goss = {
    files: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Goss files of this machine, relative to the template folder. Default: `smoke/goss.yaml`.'),
    vars: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Files of variables for their templates (`.Vars`); later ones win.', { default: [] }),
    sudo: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Ask through `sudo -n`, for what only root may see.', { default: false }),
    retry_timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long to ask again before a failure is final. `0s`: once.', { default: '0s' }),
    sleep: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('Time between two tries.', { default: '1s' }),
};
const tcp = {
    name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of the result.'),
    port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('The port that has to accept a connection from this machine.', { required: true, check: port }),
    ...patience,
};
const http = {
    name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of the result.'),
    port: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)('The port to ask. Default: 80, with `tls` 443.', { check: port }),
    path: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Path and query.', { default: '/' }),
    tls: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Ask over HTTPS.', { default: false }),
    insecure: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Do not check the certificate: a fresh machine rarely has the name that it is made for.', { default: false }),
    host: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name for the Host header, and the name that the certificate has to have. Default: the address of the machine.'),
    method: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Method of the request.', { default: 'GET' }),
    request_headers: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)('Headers of the request.', { default: {} }),
    request_body: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Body of the request.'),
    status: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .numbers */ .nL)('Status codes that pass.', { default: [200] }),
    headers: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)('Headers that the answer must have: name to regular expression.', { default: {} }),
    body: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('What lines of the body must hold, as goss writes it: `text`, `!text`, `/regex/`, `!/regex/`.', { default: [] }),
    follow_redirects: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Ask where the answer sends us, ten times at most.', { default: true }),
    ...patience,
};
const machine = {
    name: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of the machine, shown behind the name of each result.', { required: true }),
    instance_type: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Another type than that of the source block.'),
    user_data: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('User data of this machine. Default: none, the image has to stand alone.'),
    user_data_file: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('File of this machine with the user data, relative to the template folder.'),
};
const smokeTestOptions = {
    scripts: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Script files of this machine, relative to the template folder; each is run on the fresh machine and passes with exit status 0. TAP on standard output, and TAP or JUnit files in `$INGOT_RESULTS_DIR`, become results of their own.', { default: [] }),
    inline: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Commands that are run as one script, which stops at the first that fails.', { default: [] }),
    environment: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)('Environment variables of scripts and commands; `.Env` of goss files.', { default: {} }),
    run: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Where scripts and commands run: on the fresh `machine`, or on this one (`local`).', {
        oneOf: ['machine', 'local'],
        default: 'machine',
    }),
    goss: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)(goss, 'What goss files say of the machine, asked over SSH; nothing is installed on it.'),
    tcp: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv)(tcp, 'A port that has to be open, as seen from this machine.'),
    http: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv)(http, 'A request from this machine, and what its answer has to be.'),
    ports: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .numbers */ .nL)('TCP ports of the machine to open for this machine while it is tested, besides those of `tcp` and `http`.', {
        default: [],
    }),
    reboot: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Ask everything again after a reboot.', { default: false }),
    allow_failed_units: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('Systemd units that may have failed, as globs; others fail the test.', { default: [] }),
    machine: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv)(machine, 'A machine to ask. All of them are asked in parallel. None: one as the source block says.'),
    on_failure: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('What becomes of a candidate that fails: it is discarded, or kept, private and tagged as failed.', {
        oneOf: ['discard', 'keep'],
        default: 'discard',
    }),
    timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)('How long the whole test may take, once the machine is reached.', { default: '5m' }),
    only: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('The sources whose images are tested, as `type.name`. Default: all.'),
    except: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)('The sources whose images are not tested, as `type.name`.'),
};


/***/ })

};
;