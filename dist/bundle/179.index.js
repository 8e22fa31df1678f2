"use strict";
exports.id = 179;
exports.ids = [179];
exports.modules = {

/***/ 3201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ failed),
/* harmony export */   g: () => (/* binding */ Collector),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
const NONE = [];
const ok = (value) => ({ value, diagnostics: NONE });
const failed = (value, summary, detail, subject, context) => ({
    value,
    diagnostics: [{ severity: 'error', summary, detail, subject, context }],
});
class Collector {
    found = NONE;
    get diagnostics() {
        return this.found;
    }
    take(checked) {
        if (checked.diagnostics.length > 0)
            this.add(...checked.diagnostics);
        return checked.value;
    }
    add(...diagnostics) {
        this.found = this.found.length === 0 ? diagnostics : [...this.found, ...diagnostics];
    }
    error(summary, detail, subject, context) {
        this.add({ severity: 'error', summary, detail, subject, context });
    }
    done(value) {
        return { value, diagnostics: this.found };
    }
}


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ hasErrors)
/* harmony export */ });
const hasErrors = (diagnostics) => diagnostics.some(d => d.severity === 'error');


/***/ }),

/***/ 6949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ UNKNOWN_TEXT),
/* harmony export */   f: () => (/* binding */ decodeOptions)
/* harmony export */ });
/* harmony import */ var _collector__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3201);
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4127);
/* harmony import */ var _values_convert__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5590);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7181);
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4176);
/* harmony import */ var _plain__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8555);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2472);
/* harmony import */ var _weak__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9535);








/** Stands for what only the running build knows, as in Packer. */
const UNKNOWN_TEXT = '<unknown>';
/** Never throws; options that could not be decoded are undefined in the result, and a diagnostic says why. */
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
    settings;
    findings = new _collector__WEBPACK_IMPORTED_MODULE_6__/* .Collector */ .g();
    ranges = new Map();
    constructor(settings) {
        this.settings = settings;
    }
    body(spec, body, prefix) {
        const options = Object.entries(spec);
        const content = this.findings.take(body.content({
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
        if ((0,_diagnostic__WEBPACK_IMPORTED_MODULE_7__/* .hasErrors */ .C)(evaluated.diagnostics))
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
    /** Throws Error with the reason when the value is of another type, or cannot be rendered. */
    converted(option, given, path) {
        const { render, renderLate, weak } = this.settings;
        const change = option.settings.late ? renderLate : render && ((text) => render(text, path));
        const rendered = (value) => (change ? (0,_plain__WEBPACK_IMPORTED_MODULE_3__/* .mapStrings */ .to)(value, text => (text.includes('{{') ? change(text) : text)) : value);
        return weak ? (0,_weak__WEBPACK_IMPORTED_MODULE_5__/* .convertWeakly */ .j)(rendered(given), option.type) : rendered((0,_values_convert__WEBPACK_IMPORTED_MODULE_0__/* .convert */ .C6)(given, option.type));
    }
    /** Throws Error with the reason when the value does not do. */
    read(option, value) {
        if (!value.isWhollyKnown)
            return value.type.kind === 'string' ? UNKNOWN_TEXT : undefined;
        if (option.settings.sensitive)
            this.settings.onSensitive?.(value);
        try {
            this.verify(option, value);
            return deepFreeze(option.read(value));
        }
        catch (error) {
            // Only the running build knows the true value; it is decoded again then.
            if (mentionsUnknown(value))
                return undefined;
            throw error;
        }
    }
    /** `oneOf` and `check` speak of the value as the author writes it. */
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
                this.findings.error('Missing block', `A "${name}" block is required here.`, missing);
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
        return given === undefined ? undefined : deepFreeze(option.read((0,_values_convert__WEBPACK_IMPORTED_MODULE_0__/* .convert */ .C6)((0,_plain__WEBPACK_IMPORTED_MODULE_3__/* .fromPlain */ .bM)(given), option.type)));
    }
    error(summary, detail, { expression, range }) {
        this.findings.error(summary, detail, expression.range, range);
    }
}
/** Packer's components cannot tell an empty text from none, and templates pass empty variables on, relying on it. */
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

/***/ 8555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ toPlain),
/* harmony export */   bM: () => (/* binding */ fromPlain),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5084);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4176);
/** Values as plain data and back, where the language meets plugins: defaults come in, plans are printed. */



/** Null and unknown become undefined; numbers become doubles, as every plugin takes them. */
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
/** A value stays what it is; an array becomes a tuple and a record an object, ready to be converted. */
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
/** Every string of the value through `change`; what is not a string, not known or null stays. */
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

/***/ 2472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   pc: () => (/* binding */ redacted),
/* harmony export */   x9: () => (/* binding */ SENSITIVE_TEXT)
/* harmony export */ });
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4176);
/* harmony import */ var _plain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8555);
/** Decoded options as data that may be shown: sensitive ones are covered, unset ones left out. */


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
/** The same data with every text, keys too, passed through `redact`. */
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

/***/ 9535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ convertWeakly)
/* harmony export */ });
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5084);
/* harmony import */ var _values_convert__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5590);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7181);
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4176);
/**
 * Weakly typed conversion, as legacy JSON templates have it: a string may stand for a number, a flag or a list, a single
 * value for a list of one. Packer's own decoder behaves so (seen with the null and file builders of 1.6.6).
 */




const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False', '']);
/** Throws ConversionError where even the weak rules find no way. */
const convertWeakly = (value, type) => (0,_values_convert__WEBPACK_IMPORTED_MODULE_0__/* .convert */ .C6)(prepare(value, type), type);
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

/***/ 5084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ roundDecimal),
/* harmony export */   p: () => (/* binding */ BigFloat)
/* harmony export */ });
/**
 * Numbers as go-cty has them: binary, up to 512 bits, each value with its own precision, rounded to nearest even.
 * The value is mantissa × 2^exponent; the mantissa is odd, or zero. Infinity is exponent Infinity with mantissa 1.
 */
/** What a number written as text, or computed from such, is kept to. */
const TEXT_PRECISION = 512;
const INTEGER_PRECISION = 64;
const DOUBLE_PRECISION = 53;
/** Beyond this many decimal places a number could not be printed in reasonable time, so it is refused as it is read. */
const LONGEST_EXPONENT = 50_000;
/** And a product beyond this power of two is infinite, or zero. */
const LARGEST_POWER = 200_000;
class BigFloat {
    neg;
    mant;
    exp;
    prec;
    constructor(neg, mant, exp, prec) {
        this.neg = neg;
        this.mant = mant;
        this.exp = exp;
        this.prec = prec;
    }
    /** Decimal text as Go's ParseFloat reads it in base 10: `1.5`, `1e3`, `1p3` (a power of two), `Inf`. Undefined for anything else. */
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
    /** Like `parse`, for text already known to be a number; throws RangeError otherwise. */
    static fromText(text) {
        const number = BigFloat.parse(text);
        if (!number)
            throw new RangeError(`"${text}" is not a number`);
        return number;
    }
    /** As Go makes one from an integer: 64 bits, more when the integer needs them. */
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
    /** -1, 0 or 1. */
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
    /** Exact where 512 bits hold the product: the precision grows beyond the operands' when the product needs it. */
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
    /** Division by zero is infinite; zero by zero, and infinity by infinity, throw RangeError. */
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
    /** What is left after taking `other` away a whole number of times; the sign follows `this`. By zero it is `this`. */
    modulo(other) {
        if (this.isInfinite || other.isInfinite)
            throw new RangeError("can't use modulo with infinity");
        if (other.mant === 0n)
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
    /** Negative, zero or positive as `this` is below, at or above `other`. */
    compare(other) {
        if (this.sign !== other.sign)
            return this.sign - other.sign;
        if (this.isInfinite || other.isInfinite)
            return this.isInfinite === other.isInfinite ? 0 : this.isInfinite ? this.sign : -this.sign;
        const exp = Math.min(this.exp, other.exp);
        const difference = this.scaled(exp) - other.scaled(exp);
        return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    }
    /** go-cty's definition: two numbers are equal when they print alike, so `0.1 + 0.2` equals `0.3`. */
    equals(other) {
        if (this.sign !== other.sign)
            return false;
        return this.sign === 0 || (this.mant === other.mant && this.exp === other.exp) || this.toText() === other.toText();
    }
    /** Truncated toward zero. Throws RangeError for infinity. */
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
    /** The shortest decimal that reads back as this value at this precision; never an exponent. */
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
    /** All its decimal digits, the point before the digit at `point`; "" for zero. */
    exactDecimal() {
        const size = this.exp >= 0 ? this.mant << BigInt(this.exp) : this.mant * 5n ** BigInt(-this.exp);
        const all = this.mant === 0n ? '' : size.toString();
        return { digits: all.replace(/0+$/, ''), point: all.length + (this.mant === 0n ? 0 : Math.min(this.exp, 0)) };
    }
    /** The digits of `toText`. */
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
    /** Two bits more than kept, and a last one that says whether anything was left over, make the rounding exact. */
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
/**
 * Digits until they no longer could be those of the value's neighbours half a unit away, the last digit rounded
 * to whichever side is still inside; `point` is where the decimal point goes.
 */
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
/** The decimal cut to so many digits, the last one rounded half to even; the count may be zero or less. */
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
/** Half to even on the decimal digits from `at` on. */
function roundsToUpper(digits, at) {
    const rest = digits.slice(at);
    if (/^50*$/.test(rest))
        return (digits.charCodeAt(at - 1) & 1) === 1;
    return rest !== '' && rest[0] >= '5';
}


/***/ }),

/***/ 5590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zx: () => (/* binding */ ConversionError),
  C6: () => (/* binding */ convert)
});

// UNUSED EXPORTS: conversionSafe

// EXTERNAL MODULE: ./build/language/values/big-float.js
var big_float = __webpack_require__(5084);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(5521);
// EXTERNAL MODULE: ./build/language/values/unify.js
var unify = __webpack_require__(5338);
;// CONCATENATED MODULE: ./build/language/values/mismatch.js
/** Why no value of one type can become another: named down to the attribute or element that is in the way. */


/** Only for types without a conversion between them. */
function mismatch(given, wanted) {
    if (given.kind === 'object' && wanted.kind === 'object')
        return objectMismatch(given, wanted);
    if ('element' in wanted) {
        const fits = wanted.kind === 'map' ? given.kind === 'object' : given.kind === 'tuple';
        if (fits && wanted.element.kind === 'dynamic')
            return `all ${wanted.kind} elements must have the same type`;
        if (fits)
            return elementMismatch(given, wanted.element);
        if (given.kind === wanted.kind)
            return `incorrect ${wanted.kind} element type: ${mismatch(given.element, wanted.element)}`;
    }
    return `${(0,type_text/* friendlyName */.Rs)(wanted, true)} required`;
}
function objectMismatch(given, wanted) {
    const missing = [...wanted.attributes.keys()].filter(name => !given.attributes.has(name) && !wanted.optional?.has(name)).sort();
    if (missing.length > 0)
        return `${missing.length === 1 ? 'attribute' : 'attributes'} ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} required`;
    for (const [name, type] of wanted.attributes) {
        const own = given.attributes.get(name);
        if (own && !(0,unify/* canConvert */.yG)(own, type))
            return `attribute "${name}": ${mismatch(own, type)}`;
    }
    return 'incorrect object attributes';
}
function listed(names) {
    const quoted = names.map(name => `"${name}"`);
    if (quoted.length < 3)
        return quoted.join(' and ');
    return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
}
function elementMismatch(given, wanted) {
    const parts = given.kind === 'tuple'
        ? given.elements.map((type, i) => [String(i), type])
        : given.kind === 'object'
            ? [...given.attributes].map(([name, type]) => [`"${name}"`, type])
            : [];
    const wrong = parts.find(([, type]) => !(0,type_text/* sameType */.n6)(type, wanted) && !(0,unify/* canConvert */.yG)(type, wanted));
    return wrong ? `element ${wrong[0]}: ${mismatch(wrong[1], wanted)}` : `all elements must be ${(0,type_text/* friendlyName */.Rs)(wanted, true)}`;
}

// EXTERNAL MODULE: ./build/language/values/set.js
var set = __webpack_require__(6517);
// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(4176);
;// CONCATENATED MODULE: ./build/language/values/convert.js
/** Conversion of values: what HCL does when an attribute, a variable or a function wants another type than it is given. */






/** The message names the place inside the value: `element 0: a number is required`. */
class ConversionError extends Error {
}
/** Whether every value of the one type can become the other; `canConvert` asks whether some can. */
const conversionSafe = (from, to) => canConvert(from, to, 'safe');
/** The value as one of `type`; throws ConversionError. Null and unknown convert to null and unknown of that type. */
function convert(value, type) {
    if (type.kind === 'dynamic' || value.type === type)
        return value;
    const target = (0,unify/* convertedType */.F_)(value.type, type);
    if (!target)
        throw new ConversionError(mismatch(value.type, type));
    return become(value, target);
}
/** `type` has no undecided parts left that the value's own type could have filled. */
function become(value, type) {
    if (type.kind === 'dynamic' || (0,type_text/* sameType */.n6)(value.type, type))
        return value;
    if (value.isNull)
        return values_value/* Value */.W.null(type);
    if (!value.isKnown)
        return values_value/* Value */.W.unknown(type, value.notNull);
    switch (type.kind) {
        case 'string':
            return values_value/* Value */.W.string(value.type.kind === 'number' ? value.asNumber().toText() : String(value.asBool()));
        case 'number':
            return toNumber(value.asString());
        case 'bool':
            return toBool(value.asString());
        case 'list':
            return values_value/* Value */.W.list(type.element, elementsAs(value, () => type.element));
        case 'set':
            return (0,set/* setOfValues */.W)(type.element, elementsAs(value, () => type.element));
        case 'tuple':
            return values_value/* Value */.W.tuple(elementsAs(value, i => type.elements[i]));
        case 'map':
            return values_value/* Value */.W.map(type.element, [...value.entries()].map(([key, each]) => [key, at(`element "${key}"`, () => become(each, type.element))]));
        case 'object':
            return toObject(value, type);
        case 'capsule':
            throw new ConversionError(mismatch(value.type, type));
    }
}
function toNumber(text) {
    const number = big_float/* BigFloat */.p.parse(text);
    if (!number)
        throw new ConversionError('a number is required');
    return values_value/* Value */.W.number(number);
}
function toBool(text) {
    if (text === 'true' || text === '1')
        return values_value/* Value */.W.bool(true);
    if (text === 'false' || text === '0')
        return values_value/* Value */.W.bool(false);
    const lower = text.toLowerCase();
    const hint = lower === 'true' || lower === 'false' ? `; to convert from string, use lowercase "${lower}"` : '';
    throw new ConversionError(`a bool is required${hint}`);
}
const elementsAs = (value, typeAt) => value.elements().map((element, i) => at(`element ${i}`, () => become(element, typeAt(i))));
function toObject(value, type) {
    const given = value.entries();
    return values_value/* Value */.W.object([...type.attributes].map(([name, wanted]) => {
        const own = given.get(name);
        // A map says only now what keys it has; an object without the attribute was checked to have it optional.
        if (!own && value.type.kind === 'map')
            throw new ConversionError(`attribute "${name}" is required`);
        return [name, own ? at(`attribute "${name}"`, () => become(own, wanted)) : values_value/* Value */.W.null(wanted)];
    }));
}
function at(place, work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof ConversionError)
            throw new ConversionError(`${place}: ${error.message}`);
        throw error;
    }
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ equal),
/* harmony export */   zV: () => (/* binding */ valueKey)
/* harmony export */ });
/* unused harmony export rawEqual */
/* harmony import */ var _type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _type_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5521);
/* harmony import */ var _value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4176);
/** When two values are the same: for `==`, and for sets, which need it to be fast. */



/** `==`: unknown when it depends on something unknown; nulls of all types are equal; no conversion takes place. */
function equal(a, b) {
    if ((a.isNull && b.state === 'unknown' && b.notNull) || (b.isNull && a.state === 'unknown' && a.notNull))
        return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(false);
    if (!a.isKnown || !b.isKnown)
        return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.unknown(_type__WEBPACK_IMPORTED_MODULE_0__/* .BOOL */ .HX, true);
    if (a.isNull || b.isNull)
        return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(a.isNull && b.isNull);
    if (!(0,_type_text__WEBPACK_IMPORTED_MODULE_2__/* .sameType */ .n6)(a.type, b.type))
        return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(false);
    return equalKnown(a, b);
}
function equalKnown(a, b) {
    switch (a.type.kind) {
        case 'number':
            return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(a.asNumber().equals(b.asNumber()));
        case 'list':
        case 'tuple':
            return equalAll(a.elements(), b.elements());
        case 'map':
        case 'object': {
            const [left, right] = [a.entries(), b.entries()];
            if (left.size !== right.size || [...left.keys()].some(key => !right.has(key)))
                return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(false);
            return equalAll([...left.values()], [...right.values()]);
        }
        case 'set':
            return a.isWhollyKnown && b.isWhollyKnown ? _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(rawEqual(a, b)) : _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.unknown(_type__WEBPACK_IMPORTED_MODULE_0__/* .BOOL */ .HX, true);
        default:
            return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(rawEqual(a, b));
    }
}
function equalAll(left, right) {
    if (left.length !== right.length)
        return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(false);
    for (let i = 0; i < left.length; i++) {
        const same = equal(left[i], right[i]);
        if (!same.isKnown || !same.asBool())
            return same;
    }
    return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(true);
}
/** The same value in every respect: unknown equals unknown, and types count even of nulls. */
function rawEqual(a, b) {
    return a === b || ((0,_type_text__WEBPACK_IMPORTED_MODULE_2__/* .sameType */ .n6)(a.type, b.type) && valueKey(a) === valueKey(b));
}
const capsuleKeys = new WeakMap();
let nextCapsuleKey = 0;
/** Text that two values of one type share exactly when they are the same; its byte order is the order of sets of collections. */
function valueKey(value) {
    if (value.state === 'null')
        return '~';
    if (value.state === 'unknown')
        return '?';
    switch (value.type.kind) {
        case 'string':
            return JSON.stringify(value.asString());
        case 'number':
            return value.asNumber().sign === 0 ? '0' : value.asNumber().toText();
        case 'bool':
            return value.asBool() ? 'T' : 'F';
        case 'list':
        case 'set':
            return `[${value
                .elements()
                .map(e => `${valueKey(e)};`)
                .join('')}]`;
        case 'tuple':
            return `<${value
                .elements()
                .map(e => `${valueKey(e)};`)
                .join('')}>`;
        case 'map':
            return `{${[...value.entries()].map(([key, e]) => `${JSON.stringify(key)}:${valueKey(e)};`).join('')}}`;
        case 'object':
            return `<${[...value.entries().values()].map(e => `${valueKey(e)};`).join('')}>`;
        default: {
            const payload = value.asCapsule();
            if (!capsuleKeys.has(payload))
                capsuleKeys.set(payload, nextCapsuleKey++);
            return `(${capsuleKeys.get(payload)})`;
        }
    }
}


/***/ }),

/***/ 6517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ setOfValues)
/* harmony export */ });
/* harmony import */ var _equality__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(569);
/* harmony import */ var _utf8__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1206);
/* harmony import */ var _value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4176);
/** Sets: no element twice, and always in the same order. */



/** The elements must be of the element type already. */
function setOfValues(element, values) {
    const distinct = new Map();
    for (const value of values) {
        const key = (0,_equality__WEBPACK_IMPORTED_MODULE_0__/* .valueKey */ .zV)(value);
        // Two unknowns may turn out to differ, so each stays.
        const slot = value.isWhollyKnown ? key : `${key} ${distinct.size}`;
        if (!distinct.has(slot))
            distinct.set(slot, value);
    }
    const sorted = [...distinct].sort(([ka, a], [kb, b]) => compareElements(a, b) ?? (0,_utf8__WEBPACK_IMPORTED_MODULE_2__/* .compareUtf8 */ .z)(ka, kb));
    return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.set(element, sorted.map(([, value]) => value));
}
/** Strings by bytes, numbers by value, false before true, null last; undefined where only the key decides. */
function compareElements(a, b) {
    if (a.state !== 'known' || b.state !== 'known')
        return rank(a) === rank(b) ? undefined : rank(a) - rank(b);
    switch (a.type.kind) {
        case 'string':
            return (0,_utf8__WEBPACK_IMPORTED_MODULE_2__/* .compareUtf8 */ .z)(a.asString(), b.asString());
        case 'number':
            return a.asNumber().compare(b.asNumber());
        case 'bool':
            return Number(a.asBool()) - Number(b.asBool());
        default:
            return undefined;
    }
}
const rank = (value) => ({ known: 0, unknown: 1, null: 2 })[value.state];


/***/ }),

/***/ 5521:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rs: () => (/* binding */ friendlyName),
/* harmony export */   kn: () => (/* binding */ hasDynamic),
/* harmony export */   n6: () => (/* binding */ sameType),
/* harmony export */   wQ: () => (/* binding */ typeText)
/* harmony export */ });
/* harmony import */ var _utf8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1206);

/** "list of string", "object", "tuple", "dynamic": what kind of value it is. `constraint` reads unknown parts as "any type". */
function friendlyName(type, constraint = false) {
    switch (type.kind) {
        case 'list':
        case 'set':
        case 'map':
            if (constraint && type.element.kind === 'dynamic')
                return `${type.kind} of any single type`;
            return `${type.kind} of ${friendlyName(type.element, constraint)}`;
        case 'dynamic':
            return constraint ? 'any type' : 'dynamic';
        case 'capsule':
            return type.name;
        default:
            return type.kind;
    }
}
/** In the syntax of type constraints: `list(string)`, `object({a=number})`. */
function typeText(type) {
    switch (type.kind) {
        case 'list':
        case 'set':
        case 'map':
            return `${type.kind}(${typeText(type.element)})`;
        case 'tuple':
            return `tuple([${type.elements.map(typeText).join(',')}])`;
        case 'object': {
            const names = [...type.attributes.keys()].sort(_utf8__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .z);
            const attribute = (name) => {
                const text = typeText(type.attributes.get(name));
                return `${name}=${type.optional?.has(name) ? `optional(${text})` : text}`;
            };
            return `object({${names.map(attribute).join(',')}})`;
        }
        case 'dynamic':
            return 'any';
        case 'capsule':
            return type.name;
        default:
            return type.kind;
    }
}
/** Optional marks do not make a type another: they belong to the constraint only. */
function sameType(a, b) {
    if (a === b)
        return true;
    if (a.kind === 'tuple')
        return (b.kind === 'tuple' && a.elements.length === b.elements.length && a.elements.every((e, i) => sameType(e, b.elements[i])));
    if (a.kind === 'object') {
        if (b.kind !== 'object' || a.attributes.size !== b.attributes.size)
            return false;
        return [...a.attributes].every(([name, type]) => {
            const other = b.attributes.get(name);
            return other !== undefined && sameType(type, other);
        });
    }
    if (a.kind === 'capsule')
        return b.kind === 'capsule' && a.name === b.name;
    if (a.kind !== b.kind)
        return false;
    return !('element' in a && 'element' in b) || sameType(a.element, b.element);
}
/** Whether some part of it is not yet decided. */
function hasDynamic(type) {
    if (type.kind === 'dynamic')
        return true;
    if (type.kind === 'tuple')
        return type.elements.some(hasDynamic);
    if (type.kind === 'object')
        return [...type.attributes.values()].some(hasDynamic);
    return 'element' in type && hasDynamic(type.element);
}


/***/ }),

/***/ 5338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ convertedType),
/* harmony export */   QF: () => (/* binding */ unify),
/* harmony export */   yG: () => (/* binding */ canConvert)
/* harmony export */ });
/* unused harmony export withoutOptional */
/* harmony import */ var _type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _type_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5521);
/** Conversion among types, before any value is seen: what a type becomes on its way to another, and what several can all become. */


const canConvert = (from, to, how = 'unsafe') => convertedType(from, to, how) !== undefined;
/** The type that values of `from` have once converted to `to`, its undecided parts filled from `from`; undefined when there is no way. */
function convertedType(from, to, how = 'unsafe') {
    if (to.kind === 'dynamic')
        return from;
    if (from.kind === 'dynamic')
        return withoutOptional(to);
    switch (to.kind) {
        case 'string':
            return from.kind === 'number' || from.kind === 'bool' || from.kind === 'string' ? to : undefined;
        case 'number':
        case 'bool':
            return from.kind === to.kind || (from.kind === 'string' && how === 'unsafe') ? to : undefined;
        case 'list':
            return toCollection(from, ['list', 'set', 'tuple'], _type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3, to.element, how);
        case 'set':
            return toCollection(from, how === 'unsafe' ? ['list', 'set', 'tuple'] : ['set', 'tuple'], _type__WEBPACK_IMPORTED_MODULE_0__/* .setOf */ .s4, to.element, how);
        case 'map':
            return toCollection(from, ['map', 'object'], _type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7, to.element, how);
        case 'tuple': {
            if (from.kind !== 'tuple' || from.elements.length !== to.elements.length)
                return undefined;
            const elements = all(from.elements.map((element, i) => convertedType(element, to.elements[i], how)));
            return elements && (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .tupleOf */ .cF)(elements);
        }
        case 'object':
            return toObject(from, to, how);
        case 'capsule':
            return (0,_type_text__WEBPACK_IMPORTED_MODULE_1__/* .sameType */ .n6)(from, to) ? to : undefined;
    }
}
function toCollection(from, kinds, make, wanted, how) {
    if (!kinds.includes(from.kind))
        return undefined;
    if ('element' in from) {
        const element = convertedType(from.element, wanted, how);
        return element && make(element);
    }
    const parts = all(partsOf(from).map(part => convertedType(part, wanted, how)));
    if (!parts)
        return undefined;
    if (!(0,_type_text__WEBPACK_IMPORTED_MODULE_1__/* .hasDynamic */ .kn)(wanted) || parts.length === 0)
        return make(withoutOptional(wanted));
    const decided = parts.filter(part => part.kind !== 'dynamic');
    const element = unify(parts, how);
    if (element?.kind !== 'dynamic' || decided.length === 0)
        return element && make(element);
    // A null beside structures leaves a list undecided, which is an error; a map takes the type of the others.
    const rest = kinds.includes('map') ? unify(decided, how) : undefined;
    return rest && make(rest);
}
function toObject(from, to, how) {
    const attributes = new Map();
    for (const [name, wanted] of to.attributes) {
        const given = from.kind === 'object' ? from.attributes.get(name) : from.kind === 'map' && how === 'unsafe' ? from.element : undefined;
        if (!given && !(from.kind === 'object' && to.optional?.has(name)))
            return undefined;
        const type = given ? convertedType(given, wanted, how) : withoutOptional(wanted);
        if (!type)
            return undefined;
        attributes.set(name, type);
    }
    return from.kind === 'object' || from.kind === 'map' ? (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(attributes) : undefined;
}
/** The type without the marks of optional attributes, which belong to constraints: values have none. */
function withoutOptional(type) {
    if ('element' in type)
        return { kind: type.kind, element: withoutOptional(type.element) };
    if (type.kind === 'tuple')
        return (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .tupleOf */ .cF)(type.elements.map(withoutOptional));
    if (type.kind === 'object')
        return (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(new Map([...type.attributes].map(([name, each]) => [name, withoutOptional(each)])));
    return type;
}
/**
 * The one type all of these can become, for conditionals and lists of mixed elements; undefined when there is none,
 * dynamic when that hangs on a type not yet decided.
 */
function unify(types, how = 'unsafe') {
    const distinct = [...new Set(types)];
    const first = distinct[0];
    if (!first)
        return _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5;
    if (distinct.every(type => (0,_type_text__WEBPACK_IMPORTED_MODULE_1__/* .sameType */ .n6)(type, first)))
        return first;
    const decided = distinct.filter(type => type.kind !== 'dynamic');
    const undecided = decided.length < distinct.length;
    const kinds = new Set(decided.map(type => type.kind));
    const only = (...allowed) => kinds.has(allowed[0]) && [...kinds].every(kind => allowed.includes(kind));
    const gathered = (make) => (undecided ? _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5 : wrap(make, unify(decided.flatMap(partsOf), how)));
    if (only('map', 'object'))
        return gathered(_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7);
    if (only('list', 'tuple'))
        return gathered(_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3);
    if (only('set', 'tuple'))
        return gathered(_type__WEBPACK_IMPORTED_MODULE_0__/* .setOf */ .s4);
    if (only('object'))
        return undecided ? _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5 : unifyObjects(decided, how);
    if (only('tuple'))
        return undecided ? _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5 : unifyTuples(decided, how);
    return preferred(decided).find(wanted => distinct.every(type => canConvert(type, wanted, how)));
}
/** Everything scalar reads as a string, so strings go first; a list keeps more than a set. */
function preferred(types) {
    const rank = (type) => (type.kind === 'string' || type.kind === 'list' ? 0 : 1);
    return [...types].sort((a, b) => rank(a) - rank(b));
}
/** Objects with the same attributes stay objects, others become a map where their attributes allow it. */
function unifyObjects(types, how) {
    const shapes = types.flatMap(type => (type.kind === 'object' ? [type.attributes] : []));
    const names = [...shapes[0].keys()];
    if (shapes.some(shape => shape.size !== names.length || names.some(name => !shape.has(name))))
        return wrap(_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7, unify(types.flatMap(partsOf), how));
    const attributes = all(names.map(name => unify(shapes.map(shape => shape.get(name)), how)));
    return attributes && (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(new Map(names.map((name, i) => [name, attributes[i]])));
}
/** Tuples of one length stay tuples, others become a list where their elements allow it. */
function unifyTuples(types, how) {
    const shapes = types.map(partsOf);
    if (shapes.some(shape => shape.length !== shapes[0].length))
        return wrap(_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3, unify(shapes.flat(), how));
    const elements = all(shapes[0].map((_, i) => unify(shapes.map(shape => shape[i]), how)));
    return elements && (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .tupleOf */ .cF)(elements);
}
function partsOf(type) {
    if ('element' in type)
        return [type.element];
    if (type.kind === 'tuple')
        return type.elements;
    return type.kind === 'object' ? [...type.attributes.values()] : [];
}
const wrap = (make, element) => element && make(element);
const all = (types) => types.every((type) => type !== undefined) ? types : undefined;


/***/ }),

/***/ 1206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ compareUtf8)
/* harmony export */ });
/** HCL orders strings by their UTF-8 bytes; JavaScript's `<` orders by UTF-16 units, which differs above U+FFFF. */
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

/***/ 4176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Value)
/* harmony export */ });
/* harmony import */ var _type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _utf8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1206);


class Value {
    type;
    state;
    payload;
    notNull;
    constructor(type, state, payload, 
    /** Of an unknown: certain not to be null. */
    notNull = state === 'known') {
        this.type = type;
        this.state = state;
        this.payload = payload;
        this.notNull = notNull;
    }
    /** Text enters the language here, and is NFC from then on. */
    static string(text) {
        return new Value(_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An, 'known', text.normalize('NFC'));
    }
    static number(number) {
        return new Value(_type__WEBPACK_IMPORTED_MODULE_0__/* .NUMBER */ .uk, 'known', number);
    }
    static bool(bool) {
        return new Value(_type__WEBPACK_IMPORTED_MODULE_0__/* .BOOL */ .HX, 'known', bool);
    }
    /** Elements must already be of the element type: convert first. */
    static list(element, elements) {
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(element), 'known', elements);
    }
    /** Elements must be of the element type, distinct and in set order: `setOfValues` beside makes them so. */
    static set(element, elements) {
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .setOf */ .s4)(element), 'known', elements);
    }
    static tuple(elements) {
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .tupleOf */ .cF)(elements.map(e => e.type)), 'known', elements);
    }
    static map(element, entries) {
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(element), 'known', sorted(entries));
    }
    static object(entries) {
        const attributes = sorted(entries);
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(new Map([...attributes].map(([name, value]) => [name, value.type]))), 'known', attributes);
    }
    static capsule(name, payload) {
        return new Value({ kind: 'capsule', name }, 'known', payload);
    }
    static null(type = _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5) {
        return new Value(type, 'null');
    }
    static unknown(type = _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5, notNull = false) {
        return new Value(type, 'unknown', undefined, notNull);
    }
    get isNull() {
        return this.state === 'null';
    }
    get isKnown() {
        return this.state !== 'unknown';
    }
    get isWhollyKnown() {
        if (this.state !== 'known')
            return this.isKnown;
        if (Array.isArray(this.payload))
            return this.payload.every((e) => e.isWhollyKnown);
        if (this.payload instanceof Map)
            return [...this.payload.values()].every((e) => e.isWhollyKnown);
        return true;
    }
    /** The accessors throw on a value of another type, on null and on unknown: ask first. */
    asString() {
        return this.take('string');
    }
    asNumber() {
        return this.take('number');
    }
    asBool() {
        return this.take('bool');
    }
    asCapsule() {
        return this.take('capsule');
    }
    /** Of a list, set or tuple. */
    elements() {
        return this.take('list', 'set', 'tuple');
    }
    /** Of a map or object, keys in UTF-8 byte order. */
    entries() {
        return this.take('map', 'object');
    }
    take(...kinds) {
        if (this.state !== 'known' || !kinds.includes(this.type.kind))
            throw new TypeError(`a ${this.state} ${this.type.kind} read as ${kinds.join(' or ')}`);
        return this.payload;
    }
}
const sorted = (entries) => new Map([...entries].map(([key, value]) => [key.normalize('NFC'), value]).sort(([a], [b]) => (0,_utf8__WEBPACK_IMPORTED_MODULE_1__/* .compareUtf8 */ .z)(a, b)));


/***/ }),

/***/ 6179:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readSmokeTest),
/* harmony export */   i: () => (/* binding */ smokeTestOptions)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _language_collector__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3201);
/* harmony import */ var _language_diagnostic__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4127);
/* harmony import */ var _language_options_decode__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6949);
/* harmony import */ var _language_options_duration_option__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3957);
/* harmony import */ var _language_options_spec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8896);
/** `smoke_test` blocks of `*.ingot.hcl`: what is asked of a fresh machine from the candidate image. */







const smokeTestOptions = {
    scripts: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)('Script files of this machine, relative to the template folder; each is run on the fresh machine and passes with exit status 0.', {
        default: [],
    }),
    inline: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)('Commands that are run as one script, which stops at the first that fails.', { default: [] }),
    environment: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_4__/* .textMap */ .sP)('Environment variables of scripts and commands.', { default: {} }),
    timeout: (0,_language_options_duration_option__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p)('How long the whole test may take, once the machine is reached.', { default: '5m' }),
    only: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)('The sources whose images are tested, as `type.name`. Default: all.'),
    except: (0,_language_options_spec__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)('The sources whose images are not tested, as `type.name`.'),
};
/** `folder` is where relative paths begin. */
function readSmokeTest(block, context, folder) {
    const findings = new _language_collector__WEBPACK_IMPORTED_MODULE_5__/* .Collector */ .g();
    const decoded = findings.take((0,_language_options_decode__WEBPACK_IMPORTED_MODULE_2__/* .decodeOptions */ .f)(smokeTestOptions, block.body, { context }));
    const { scripts, inline, environment, timeout, only, except } = decoded.value;
    const given = scripts ?? [];
    const files = given.map(file => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, file));
    for (const [i, file] of files.entries())
        if (!isFile(file))
            findings.error('Script not found', `There is no file "${given[i]}" in the template's folder.`, decoded.rangeOf('scripts') ?? block.definitionRange);
    const range = block.definitionRange;
    if (files.length === 0 && (inline ?? []).length === 0 && !(0,_language_diagnostic__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .C)(findings.diagnostics))
        findings.error('Empty smoke test', 'A smoke test needs scripts or inline commands to run.', range);
    if (only && except)
        findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", decoded.rangeOf('except') ?? range);
    const test = {
        name: block.labels[0] ?? '',
        scripts: files,
        inline: inline ?? [],
        environment: environment ?? {},
        timeout,
        only,
        except,
        range,
    };
    return findings.done(test);
}
function isFile(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}


/***/ })

};
;