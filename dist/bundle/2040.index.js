"use strict";
exports.id = 2040;
exports.ids = [2040];
exports.modules = {

/***/ 33201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ failed),
/* harmony export */   g: () => (/* binding */ Collector),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
/* harmony import */ var _span__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21044);

const NONE = [];
const ok = (value) => ({ value, diagnostics: NONE });
const problem = (summary, detail, subject, { context, lost, within, ...more } = {}) => ({
    severity: 'error',
    summary,
    detail,
    subject: (0,_span__WEBPACK_IMPORTED_MODULE_0__/* .settled */ .gu)(subject),
    ...(context && { context: (0,_span__WEBPACK_IMPORTED_MODULE_0__/* .settled */ .gu)(context) }),
    ...(lost && { lost: (0,_span__WEBPACK_IMPORTED_MODULE_0__/* .settled */ .gu)(lost) }),
    ...(within && { within: (0,_span__WEBPACK_IMPORTED_MODULE_0__/* .settled */ .gu)(within) }),
    ...more,
});
const failed = (value, summary, detail, subject, more) => ({
    value,
    diagnostics: [problem(summary, detail, subject, more)],
});
class Collector {
    get diagnostics() {
        return this.found ?? NONE;
    }
    take(checked) {
        this.addAll(checked.diagnostics);
        return checked.value;
    }
    add(diagnostic) {
        this.found ??= [];
        this.found.push(diagnostic);
    }
    addAll(diagnostics) {
        for (const diagnostic of diagnostics)
            this.add(diagnostic);
    }
    error(summary, detail, subject, more) {
        this.add(problem(summary, detail, subject, more));
    }
    lose(range) {
        const last = this.found?.pop();
        if (last)
            this.add({ ...last, lost: (0,_span__WEBPACK_IMPORTED_MODULE_0__/* .settled */ .gu)(last.lost ? (0,_span__WEBPACK_IMPORTED_MODULE_0__/* .between */ .Tq)(last.lost, range) : range) });
    }
    done(value) {
        return { value, diagnostics: this.diagnostics };
    }
}


/***/ }),

/***/ 74127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ hasErrors)
/* harmony export */ });
const hasErrors = (diagnostics) => diagnostics.some(d => d.severity === 'error');


/***/ }),

/***/ 21044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   L9: () => (/* binding */ Span),
/* harmony export */   Tq: () => (/* binding */ between),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
class Span {
    constructor(source, from, to) {
        this.source = source;
        this.from = from;
        this.to = to;
    }
    get length() {
        return this.to - this.from;
    }
    get file() {
        return this.source.file;
    }
    get start() {
        return this.source.at(this.from);
    }
    get end() {
        return this.source.at(this.to);
    }
    static between(from, to) {
        const isOneText = from instanceof Span && to instanceof Span && from.source === to.source;
        return isOneText ? new Span(from.source, from.from, to.to) : { file: from.file, start: from.start, end: to.end };
    }
    static startOf(range) {
        return range instanceof Span ? new Span(range.source, range.from, range.from) : { ...range, end: range.start };
    }
    static endOf(range) {
        return range instanceof Span ? new Span(range.source, range.to, range.to) : { ...range, start: range.end };
    }
    toJSON() {
        return { file: this.file, start: this.start, end: this.end };
    }
}
const { between, startOf, endOf } = Span;
const settled = (range) => (range instanceof Span ? range.toJSON() : range);


/***/ }),

/***/ 35590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ ConversionError),
  C: () => (/* binding */ convert)
});

// EXTERNAL MODULE: ./build/language/values/big-float.js
var big_float = __webpack_require__(95084);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(35521);
// EXTERNAL MODULE: ./build/language/values/unify.js
var unify = __webpack_require__(25338);
;// CONCATENATED MODULE: ./build/language/values/mismatch.js


function mismatch(given, wanted) {
    if (given.kind === 'object' && wanted.kind === 'object')
        return objectMismatch(given, wanted);
    if ('element' in wanted) {
        const fits = wanted.kind === 'map' ? given.kind === 'object' : given.kind === 'tuple';
        if (fits && wanted.element.kind === 'dynamic')
            return `all ${wanted.kind} elements must have the same type`;
        if (fits)
            return elementMismatch(given, wanted.element);
        if ('element' in given && (given.kind === 'map') === (wanted.kind === 'map'))
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
var set = __webpack_require__(46517);
// EXTERNAL MODULE: ./build/language/values/type.js
var values_type = __webpack_require__(7181);
// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(84176);
;// CONCATENATED MODULE: ./build/language/values/convert.js







class ConversionError extends Error {
}
function convert(value, type) {
    if (type.kind === 'dynamic' || value.type === type)
        return value;
    const target = (0,unify/* convertedType */.F_)(value.type, type);
    if (!target)
        throw new ConversionError(mismatch(value.type, type));
    return become(value, target);
}
function become(value, type) {
    if (type.kind === 'dynamic' || (0,type_text/* sameType */.n6)(value.type, type))
        return value;
    if (value.isNull)
        return values_value/* Value */.W.null((0,values_type/* withoutOptional */.Fh)(type));
    if (!value.isKnown)
        return values_value/* Value */.W.unknown((0,values_type/* withoutOptional */.Fh)(type), value.notNull);
    if (type.kind === 'list' && !value.hasKnownSize)
        return values_value/* Value */.W.unknown((0,values_type/* withoutOptional */.Fh)(type), true);
    switch (type.kind) {
        case 'string':
            return values_value/* Value */.W.string(value.type.kind === 'number' ? value.asNumber().toText() : String(value.asBool()));
        case 'number':
            return toNumber(value.asString());
        case 'bool':
            return toBool(value.asString());
        case 'list':
            return values_value/* Value */.W.list((0,values_type/* withoutOptional */.Fh)(type.element), alike(type, elementsAs(value, () => type.element)));
        case 'set':
            return (0,set/* setOfValues */.W)((0,values_type/* withoutOptional */.Fh)(type.element), alike(type, elementsAs(value, () => type.element)));
        case 'tuple':
            return values_value/* Value */.W.tuple(elementsAs(value, i => type.elements[i]));
        case 'map':
            return toMap(value, type);
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
function alike(type, elements) {
    if (elements.every(each => (0,type_text/* sameType */.n6)(each.type, elements[0].type)))
        return elements;
    const common = type.kind === 'set' ? undefined : (0,unify/* unify */.QF)(elements.map(each => each.type));
    if (!common || (0,type_text/* hasDynamic */.kn)(common))
        throw new ConversionError(`all ${type.kind} elements must have the same type`);
    return elements.map(each => convert(each, common));
}
function toMap(value, type) {
    const entries = [...value.entries()].map(([key, each]) => [key, at(`element "${key}"`, () => become(each, type.element))]);
    const elements = alike(type, entries.map(([, each]) => each));
    return values_value/* Value */.W.map((0,values_type/* withoutOptional */.Fh)(type.element), entries.map(([key], i) => [key, elements[i]]));
}
function toObject(value, type) {
    const given = value.entries();
    const fromMap = value.type.kind === 'map';
    return values_value/* Value */.W.object([...type.attributes].map(([name, wanted]) => {
        const own = given.get(name);
        if (own)
            return [name, at(`attribute "${name}"`, () => (fromMap ? convert(own, wanted) : become(own, wanted)))];
        if (fromMap && !type.optional?.has(name))
            throw new ConversionError(`map has no element for required attribute "${name}"`);
        return [name, values_value/* Value */.W.null((0,values_type/* withoutOptional */.Fh)(wanted))];
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

/***/ 60569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ equal),
/* harmony export */   zV: () => (/* binding */ valueKey)
/* harmony export */ });
/* unused harmony export rawEqual */
/* harmony import */ var _type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _type_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35521);
/* harmony import */ var _value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84176);



const MAYBE = _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.unknown(_type__WEBPACK_IMPORTED_MODULE_0__/* .BOOL */ .HX, true);
function equal(a, b) {
    if ((a.isNull && b.state === 'unknown' && b.notNull) || (b.isNull && a.state === 'unknown' && a.notNull))
        return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(false);
    if (!a.isKnown && !b.isKnown)
        return MAYBE;
    if (a.isNull || b.isNull)
        return a.isKnown && b.isKnown ? _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(a.isNull && b.isNull) : MAYBE;
    if (a.isKnown && b.isKnown && (0,_type_text__WEBPACK_IMPORTED_MODULE_2__/* .sameType */ .n6)(a.type, b.type))
        return equalKnown(a, b);
    const isDecided = (a.isWhollyKnown && b.isWhollyKnown) || !(0,_type_text__WEBPACK_IMPORTED_MODULE_2__/* .mayBecomeSame */ .FU)(a.type, b.type);
    return isDecided ? _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(false) : MAYBE;
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
            return a.isWhollyKnown && b.isWhollyKnown ? _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.bool(rawEqual(a, b)) : MAYBE;
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
function rawEqual(a, b) {
    return a === b || ((0,_type_text__WEBPACK_IMPORTED_MODULE_2__/* .sameType */ .n6)(a.type, b.type) && valueKey(a) === valueKey(b));
}
const capsuleKeys = new WeakMap();
let nextCapsuleKey = 0;
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

/***/ 46517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ setOfValues)
/* harmony export */ });
/* harmony import */ var _equality__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60569);
/* harmony import */ var _utf8__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81206);
/* harmony import */ var _value__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84176);



function setOfValues(element, values) {
    const distinct = new Map();
    for (const value of values) {
        const key = (0,_equality__WEBPACK_IMPORTED_MODULE_0__/* .valueKey */ .zV)(value);
        const slot = value.isWhollyKnown ? key : `${key} ${distinct.size}`;
        if (!distinct.has(slot))
            distinct.set(slot, value);
    }
    const sorted = [...distinct].sort(([ka, a], [kb, b]) => compareElements(a, b) ?? (0,_utf8__WEBPACK_IMPORTED_MODULE_2__/* .compareUtf8 */ .zq)(ka, kb));
    return _value__WEBPACK_IMPORTED_MODULE_1__/* .Value */ .W.set(element, sorted.map(([, value]) => value));
}
function compareElements(a, b) {
    if (a.state !== 'known' || b.state !== 'known')
        return rank(a) === rank(b) ? undefined : rank(a) - rank(b);
    switch (a.type.kind) {
        case 'string':
            return (0,_utf8__WEBPACK_IMPORTED_MODULE_2__/* .compareUtf8 */ .zq)(a.asString(), b.asString());
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

/***/ 35521:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ mayBecomeSame),
/* harmony export */   Rs: () => (/* binding */ friendlyName),
/* harmony export */   kn: () => (/* binding */ hasDynamic),
/* harmony export */   n6: () => (/* binding */ sameType),
/* harmony export */   wQ: () => (/* binding */ typeText)
/* harmony export */ });
/* harmony import */ var _utf8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81206);

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
function typeText(type) {
    switch (type.kind) {
        case 'list':
        case 'set':
        case 'map':
            return `${type.kind}(${typeText(type.element)})`;
        case 'tuple':
            return `tuple([${type.elements.map(typeText).join(',')}])`;
        case 'object': {
            const names = [...type.attributes.keys()].sort(_utf8__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq);
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
const sameType = (a, b) => matches(a, b, () => false);
const mayBecomeSame = (a, b) => matches(a, b, (one, other) => one.kind === 'dynamic' || other.kind === 'dynamic');
function matches(a, b, forgives) {
    if (a === b || forgives(a, b))
        return true;
    if (a.kind === 'tuple')
        return (b.kind === 'tuple' &&
            a.elements.length === b.elements.length &&
            a.elements.every((e, i) => matches(e, b.elements[i], forgives)));
    if (a.kind === 'object') {
        if (b.kind !== 'object' || a.attributes.size !== b.attributes.size)
            return false;
        return [...a.attributes].every(([name, type]) => {
            const other = b.attributes.get(name);
            return other !== undefined && matches(type, other, forgives);
        });
    }
    if (a.kind === 'capsule')
        return b.kind === 'capsule' && a.name === b.name;
    if (a.kind !== b.kind)
        return false;
    return !('element' in a && 'element' in b) || matches(a.element, b.element, forgives);
}
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

/***/ 25338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ convertedType),
/* harmony export */   QF: () => (/* binding */ unify),
/* harmony export */   yG: () => (/* binding */ canConvert)
/* harmony export */ });
/* harmony import */ var _type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _type_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35521);


const canConvert = (from, to, how = 'unsafe') => convertedType(from, to, how) !== undefined;
function convertedType(from, to, how = 'unsafe') {
    if (to.kind === 'dynamic')
        return from;
    if (from.kind === 'dynamic')
        return to;
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
        return make(wanted);
    const decided = parts.filter(part => part.kind !== 'dynamic');
    const element = unify(parts, how);
    if (element?.kind !== 'dynamic' || decided.length === 0)
        return element && make(element);
    const rest = kinds.includes('map') ? unify(decided, how) : undefined;
    return rest && make(rest);
}
function toObject(from, to, how) {
    if (from.kind === 'map')
        return how === 'unsafe' ? mapToObject(from.element, to) : undefined;
    if (from.kind !== 'object')
        return undefined;
    const attributes = new Map();
    for (const [name, wanted] of to.attributes) {
        const given = from.attributes.get(name);
        if (!given && !to.optional?.has(name))
            return undefined;
        const type = given ? convertedType(given, wanted, how) : wanted;
        if (!type)
            return undefined;
        attributes.set(name, type);
    }
    return (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(attributes, to.optional);
}
function mapToObject(element, to) {
    const attributes = new Map();
    for (const [name, wanted] of to.attributes) {
        const type = convertedType(element, wanted) ?? (to.optional?.has(name) ? wanted : undefined);
        if (!type)
            return undefined;
        attributes.set(name, type);
    }
    return (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(attributes, to.optional);
}
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
    const gathered = (make) => {
        const common = wrap(make, unify(decided.flatMap(partsOf), how));
        return common && decided.every(type => canConvert(type, common, how)) ? common : undefined;
    };
    if (only('object'))
        return undecided ? _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5 : unifyObjects(decided, how);
    if (only('tuple'))
        return undecided ? _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5 : unifyTuples(decided, how);
    if (kinds.has('object') && kinds.has('tuple'))
        return undefined;
    if (!undecided && only('map', 'object'))
        return gathered(_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7);
    if (!undecided && only('list', 'tuple'))
        return gathered(_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3);
    if (!undecided && only('set'))
        return gathered(_type__WEBPACK_IMPORTED_MODULE_0__/* .setOf */ .s4);
    const one = preferred(decided).find(wanted => distinct.every(type => canConvert(type, wanted, how)));
    return one ?? (undecided ? _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5 : undefined);
}
function preferred(types) {
    const rank = (to) => (to.kind === 'set' || to.kind === 'object' ? types.length + 1 : 0) - types.filter(from => canConvert(from, to, 'safe')).length;
    return [...types].sort((a, b) => rank(a) - rank(b));
}
function unifyObjects(types, how) {
    const shapes = types.flatMap(type => (type.kind === 'object' ? [type.attributes] : []));
    const names = [...shapes[0].keys()];
    if (shapes.some(shape => shape.size !== names.length || names.some(name => !shape.has(name))))
        return wrap(_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7, unify(types.flatMap(partsOf), how));
    const attributes = all(names.map(name => unify(shapes.map(shape => shape.get(name)), how)));
    return attributes && (0,_type__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(new Map(names.map((name, i) => [name, attributes[i]])));
}
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

/***/ 84176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Value)
/* harmony export */ });
/* harmony import */ var _type__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7181);
/* harmony import */ var _type_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35521);
/* harmony import */ var _utf8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81206);



class Value {
    constructor(type, state, payload, notNull = state === 'known') {
        this.type = type;
        this.state = state;
        this.payload = payload;
        this.notNull = notNull;
    }
    static { this.open = new Value(_type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5, 'unknown'); }
    static string(text) {
        return new Value(_type__WEBPACK_IMPORTED_MODULE_0__/* .STRING */ .An, 'known', (0,_utf8__WEBPACK_IMPORTED_MODULE_1__/* .nfc */ .aX)(text));
    }
    static number(number) {
        return new Value(_type__WEBPACK_IMPORTED_MODULE_0__/* .NUMBER */ .uk, 'known', number);
    }
    static bool(bool) {
        return new Value(_type__WEBPACK_IMPORTED_MODULE_0__/* .BOOL */ .HX, 'known', bool);
    }
    static list(element, elements) {
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(decided(element, elements[0])), 'known', elements);
    }
    static set(element, elements) {
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .setOf */ .s4)(decided(element, elements[0])), 'known', elements);
    }
    static tuple(elements) {
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .tupleOf */ .cF)(elements.map(e => e.type)), 'known', elements);
    }
    static map(element, entries) {
        const elements = sorted(entries);
        return new Value((0,_type__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(decided(element, elements.values().next().value)), 'known', elements);
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
        return type === _type__WEBPACK_IMPORTED_MODULE_0__/* .DYNAMIC */ .u5 && !notNull ? Value.open : new Value(type, 'unknown', undefined, notNull);
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
    get hasKnownSize() {
        return this.isKnown && (this.type.kind !== 'set' || this.isWhollyKnown || this.elements().length < 2);
    }
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
    elements() {
        return this.take('list', 'set', 'tuple');
    }
    entries() {
        return this.take('map', 'object');
    }
    take(kind, second = kind, third = kind) {
        const own = this.type.kind;
        if (this.state === 'known' && (own === kind || own === second || own === third))
            return this.payload;
        throw new TypeError(`a ${this.state} ${own} read as ${[...new Set([kind, second, third])].join(' or ')}`);
    }
}
const decided = (element, first) => (first && (0,_type_text__WEBPACK_IMPORTED_MODULE_2__/* .hasDynamic */ .kn)(element) ? first.type : element);
function sorted(entries) {
    const given = new Map();
    for (const [key, value] of entries)
        given.set((0,_utf8__WEBPACK_IMPORTED_MODULE_1__/* .nfc */ .aX)(key), value);
    if (given.size < 2)
        return given;
    const keys = [...given.keys()];
    keys.sort((0,_utf8__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(keys.join('')) ? undefined : _utf8__WEBPACK_IMPORTED_MODULE_1__/* .compareUtf8 */ .zq);
    return new Map(keys.map(key => [key, given.get(key)]));
}


/***/ })

};
;