"use strict";
exports.id = 9109;
exports.ids = [9109];
exports.modules = {

/***/ 66442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ FunctionError)
/* harmony export */ });
class FunctionError extends Error {
    constructor(message, argument) {
        super(message);
        this.argument = argument;
    }
}


/***/ }),

/***/ 16013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   a: () => (/* binding */ For),
/* harmony export */   xZ: () => (/* binding */ isIterable)
/* harmony export */ });
/* harmony import */ var _collector__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33201);
/* harmony import */ var _values_big_float__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95084);
/* harmony import */ var _values_convert__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35590);
/* harmony import */ var _values_type__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7181);
/* harmony import */ var _values_type_text__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35521);
/* harmony import */ var _values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84176);
/* harmony import */ var _messages__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40716);
/* harmony import */ var _node__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50500);








const IF = {
    summary: "Invalid 'for' condition",
    null: "The value of the 'if' clause must not be null.",
    invalid: "The 'if' clause value is invalid",
};
const KEY = {
    summary: 'Invalid object key',
    null: "The key expression of a 'for' expression must not produce a null value.",
    invalid: 'The key expression produced an invalid result',
};
class For extends _node__WEBPACK_IMPORTED_MODULE_3__/* .Node */ .b {
    constructor(clauses, range, openRange) {
        super(range);
        this.clauses = clauses;
        this.openRange = openRange;
    }
    evaluate(context) {
        const found = new _collector__WEBPACK_IMPORTED_MODULE_4__/* .Collector */ .g();
        const collection = found.take(this.clauses.collection.evaluate(context));
        const items = found.take(this.iterate(collection));
        if (found.diagnostics.length > 0 || collection.type.kind === 'dynamic')
            return found.done(_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown());
        found.addAll(this.includes(this.scope(context, _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown(), _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown()), true, 'Condition is null').diagnostics);
        if (found.diagnostics.length > 0 || !items)
            return found.done(_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown());
        return found.done(found.take(this.clauses.key ? this.toObject(items, context) : this.toTuple(items, context)));
    }
    iterate(collection) {
        const { range } = this.clauses.collection;
        const wrong = (summary, detail) => (0,_collector__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .P)(undefined, summary, detail, range, { context: this.openRange });
        const { type } = collection;
        if (collection.isNull)
            return wrong('Iteration over null value', "A null value cannot be used as the collection in a 'for' expression.");
        if (type.kind === 'dynamic')
            return (0,_collector__WEBPACK_IMPORTED_MODULE_4__.ok)(undefined);
        if (isIterable(type))
            return (0,_collector__WEBPACK_IMPORTED_MODULE_4__.ok)(collection.isKnown ? itemsOf(collection) : undefined);
        const detail = `A value of type ${(0,_values_type_text__WEBPACK_IMPORTED_MODULE_5__/* .friendlyName */ .Rs)(type)} cannot be used as the collection in a 'for' expression.`;
        return wrong('Iteration over non-iterable value', detail);
    }
    toTuple(items, context) {
        const found = new _collector__WEBPACK_IMPORTED_MODULE_4__/* .Collector */ .g();
        const elements = [];
        let known = true;
        for (const [key, value] of items) {
            const scope = this.scope(context, key, value);
            const included = found.take(this.includes(scope, known));
            if (included)
                elements.push(found.take(this.clauses.value.evaluate(scope)));
            known &&= included !== undefined;
        }
        return found.done(known ? _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.tuple(elements) : _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown());
    }
    toObject(items, context) {
        const found = new _collector__WEBPACK_IMPORTED_MODULE_4__/* .Collector */ .g();
        const groups = new Map();
        let known = true;
        for (const [key, value] of items) {
            const scope = this.scope(context, key, value);
            const included = found.take(this.includes(scope, known));
            const name = included ? found.take(this.keyOf(scope, known)) : undefined;
            known &&= included === false || name !== undefined;
            if (name === undefined)
                continue;
            const result = found.take(this.clauses.value.evaluate(scope));
            const group = groups.get(name);
            if (group && !this.clauses.group)
                found.error('Duplicate object key', explainDuplicate(name), this.clauses.key.range, { context: this.openRange });
            else if (group)
                group.push(result);
            else
                groups.set(name, [result]);
        }
        if (!known)
            return found.done(_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown());
        return found.done(_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.object([...groups].map(([name, group]) => [name, this.clauses.group ? _values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.tuple(group) : group[0]])));
    }
    scope(parent, key, value) {
        const variables = new Map([[this.clauses.valueName, value]]);
        if (this.clauses.keyName !== undefined)
            variables.set(this.clauses.keyName, key);
        if (this.clauses.keyName === this.clauses.valueName)
            variables.set(this.clauses.valueName, value);
        return { parent, variables };
    }
    includes(scope, report, whenNull) {
        const { condition } = this.clauses;
        if (!condition)
            return (0,_collector__WEBPACK_IMPORTED_MODULE_4__.ok)(true);
        const { value, diagnostics } = this.clause(condition, _values_type__WEBPACK_IMPORTED_MODULE_1__/* .BOOL */ .HX, scope, report, IF, whenNull);
        return { value: value?.asBool(), diagnostics };
    }
    keyOf(scope, report) {
        const { value, diagnostics } = this.clause(this.clauses.key, _values_type__WEBPACK_IMPORTED_MODULE_1__/* .STRING */ .An, scope, report, KEY);
        return { value: value?.asString(), diagnostics };
    }
    clause(node, type, scope, report, says, whenNull = says.summary) {
        const found = new _collector__WEBPACK_IMPORTED_MODULE_4__/* .Collector */ .g();
        const value = found.take(node.evaluate(scope));
        if (!report)
            return found.done(undefined);
        if (value.isNull)
            found.error(whenNull, says.null, node.range, { context: this.openRange });
        else {
            try {
                const converted = (0,_values_convert__WEBPACK_IMPORTED_MODULE_0__/* .convert */ .C)(value, type);
                if (converted.isKnown)
                    return found.done(converted);
            }
            catch (error) {
                found.error(says.summary, `${says.invalid}: ${(0,_messages__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .b)(error)}.`, node.range, { context: this.openRange });
            }
        }
        return found.done(undefined);
    }
    parts() {
        const { keyName, valueName, collection, key, value, condition } = this.clauses;
        const bound = keyName === undefined ? [valueName] : [keyName, valueName];
        const inner = [key, value, condition].filter(node => node !== undefined);
        return [collection, ...inner.map(node => ({ node, bound }))];
    }
}
const explainDuplicate = (name) => `Two items of this 'for' expression have the key "${name}". To collect the values of equal keys, write an ellipsis (...) behind the value.`;
const isIterable = (type) => ['list', 'set', 'map', 'tuple', 'object'].includes(type.kind);
function itemsOf(collection) {
    const { kind } = collection.type;
    if (kind === 'map' || kind === 'object')
        return [...collection.entries()].map(([key, value]) => [_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.string(key), value]);
    if (kind === 'set')
        return collection.elements().map(value => [value, value]);
    return collection.elements().map((value, i) => [_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.number(_values_big_float__WEBPACK_IMPORTED_MODULE_7__/* .BigFloat */ .p.fromInteger(i)), value]);
}


/***/ }),

/***/ 40716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
function messageOf(error) {
    const isOurs = error instanceof TypeError || (error instanceof RangeError && /call stack/i.test(error.message));
    if (isOurs || !(error instanceof Error))
        throw error;
    return error.message;
}


/***/ }),

/***/ 50500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ Node)
/* harmony export */ });
class Node {
    constructor(range) {
        this.range = range;
    }
    get node() {
        return this;
    }
    parts() {
        return [];
    }
    asTraversal() {
        return undefined;
    }
    asList() {
        return undefined;
    }
    asMap() {
        return undefined;
    }
    asCall() {
        return undefined;
    }
    get isReference() {
        return false;
    }
    variables() {
        const found = [];
        const open = [this];
        for (let entry = open.pop(); entry; entry = open.pop()) {
            const { node, bound } = entry;
            const traversal = node.isReference ? node.asTraversal() : undefined;
            if (traversal && !bound?.has(traversal.root))
                found.push(traversal);
            const parts = node.parts();
            for (let i = parts.length - 1; i >= 0; i--) {
                const part = parts[i];
                if (part.bound)
                    open.push({ node: part.node, bound: new Set([...(bound ?? []), ...part.bound]) });
                else
                    open.push(bound ? { node: part.node, bound } : part.node);
            }
        }
        return found;
    }
}


/***/ }),

/***/ 22268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jK: () => (/* binding */ Index),
  Hx: () => (/* binding */ RelativeTraversal),
  r: () => (/* binding */ ScopeTraversal),
  q3: () => (/* binding */ findVariable),
  ZK: () => (/* binding */ scopesOf)
});

// EXTERNAL MODULE: ./build/language/collector.js
var collector = __webpack_require__(33201);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
// EXTERNAL MODULE: ./build/language/values/convert.js + 1 modules
var convert = __webpack_require__(35590);
// EXTERNAL MODULE: ./build/language/values/type.js
var values_type = __webpack_require__(7181);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(35521);
// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(81206);
// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(84176);
;// CONCATENATED MODULE: ./build/language/index-value.js







const UNKNOWN = values_value/* Value */.W.unknown();
const NO_ELEMENT = 'No element of this value has the given key';
function indexValue(collection, key, range) {
    const wrong = (detail) => (0,collector/* failed */.P)(UNKNOWN, 'Invalid index', detail, range);
    if (collection.isNull)
        return (0,collector/* failed */.P)(UNKNOWN, 'Attempt to index null value', 'This value is null, so it does not have any indices.', range);
    if (key.isNull)
        return wrong("Can't use a null value as an indexing key.");
    const { type } = collection;
    if (type.kind === 'dynamic' || key.type.kind === 'dynamic')
        return (0,collector.ok)(UNKNOWN);
    if (type.kind === 'set')
        return wrong('The elements of a set have neither index nor key. Convert it to a list, or use a for expression.');
    const wanted = type.kind === 'list' || type.kind === 'tuple' ? values_type/* NUMBER */.uk : type.kind === 'map' || type.kind === 'object' ? values_type/* STRING */.An : undefined;
    if (!wanted)
        return wrong('This value does not have any indices.');
    try {
        const converted = (0,convert/* convert */.C)(key, wanted);
        return wanted === values_type/* NUMBER */.uk ? elementOf(collection, converted, wrong) : entryOf(collection, converted, wrong);
    }
    catch (error) {
        if (error instanceof convert/* ConversionError */.z)
            return wrong(`${NO_ELEMENT}: ${error.message}.`);
        throw error;
    }
}
function elementOf(sequence, key, wrong) {
    const type = sequence.type;
    if (type.kind === 'list' && !(key.isKnown && sequence.isKnown))
        return (0,collector.ok)(values_value/* Value */.W.unknown(type.element));
    if (!key.isKnown)
        return (0,collector.ok)(UNKNOWN);
    const number = key.asNumber();
    if (!number.isInteger)
        return wrong(`${NO_ELEMENT}: the index of a sequence is a whole number, this one has a fraction.`);
    if (number.sign < 0)
        return wrong(`${NO_ELEMENT}: a negative number is not an index of a sequence.`);
    const index = number.toDouble();
    if (type.kind === 'tuple' && index < type.elements.length)
        return (0,collector.ok)(sequence.isKnown ? sequence.elements()[index] : values_value/* Value */.W.unknown(type.elements[index]));
    const length = type.kind === 'tuple' ? type.elements.length : sequence.elements().length;
    if (index < length)
        return (0,collector.ok)(sequence.elements()[index]);
    if (length === 0)
        return wrong(`${NO_ELEMENT}: the collection has no elements.`);
    return wrong(`${NO_ELEMENT}: the index is greater than or equal to the length of the collection, ${length}.`);
}
function entryOf(collection, key, wrong) {
    const type = collection.type;
    if (!key.isKnown)
        return (0,collector.ok)(values_value/* Value */.W.unknown(type.kind === 'map' ? type.element : values_type/* DYNAMIC */.u5));
    const name = key.asString();
    if (type.kind === 'map' && !collection.isKnown)
        return (0,collector.ok)(values_value/* Value */.W.unknown(type.element));
    const found = collection.isKnown ? collection.entries().get(name) : unknownAttribute(type, name);
    if (found)
        return (0,collector.ok)(found);
    const names = type.kind === 'map' ? collection.entries().keys() : type.attributes.keys();
    return wrong(`${NO_ELEMENT}.${(0,did_you_mean/* didYouMean */.au)(name, names)}`);
}
function unknownAttribute(type, name) {
    const attribute = type.kind === 'object' ? type.attributes.get(name) : undefined;
    return attribute && values_value/* Value */.W.unknown(attribute);
}
const unsupported = (detail, range, missing) => (0,collector/* failed */.P)(UNKNOWN, 'Unsupported attribute', detail, range, { missing });
function attributeOf(value, name, range) {
    if (value.isNull)
        return (0,collector/* failed */.P)(UNKNOWN, 'Attempt to get attribute from null value', 'This value is null, so it does not have any attributes.', range);
    const { type } = value;
    const key = (0,utf8/* nfc */.aX)(name);
    switch (type.kind) {
        case 'dynamic':
            return (0,collector.ok)(UNKNOWN);
        case 'object': {
            const found = value.isKnown ? value.entries().get(key) : unknownAttribute(type, key);
            if (found)
                return (0,collector.ok)(found);
            return unsupported(`This object does not have an attribute named "${name}".${(0,did_you_mean/* didYouMean */.au)(name, type.attributes.keys())}`, range, [name]);
        }
        case 'map': {
            if (!value.isKnown)
                return (0,collector.ok)(values_value/* Value */.W.unknown(type.element));
            const found = value.entries().get(key);
            if (found)
                return (0,collector.ok)(found);
            const hint = (0,did_you_mean/* didYouMean */.au)(name, value.entries().keys());
            return (0,collector/* failed */.P)(UNKNOWN, 'Missing map element', `This map does not have an element with the key "${name}".${hint}`, range);
        }
        case 'list':
        case 'set':
            return unsupported(explainSequence(type, name), range);
        case 'string':
        case 'number':
        case 'bool':
            return unsupported(`A ${(0,type_text/* friendlyName */.Rs)(type)} does not have attributes.`, range);
        default:
            return unsupported('This value does not have any attributes.', range);
    }
}
function explainSequence(type, name) {
    const plain = `A ${(0,type_text/* friendlyName */.Rs)(type)} does not have attributes.`;
    if (type.element.kind !== 'object' || !type.element.attributes.has(name))
        return plain;
    const of = type.kind === 'list' ? `one element, [0].${name}, or of every element, [*].${name}` : `every element, [*].${name}`;
    return `${plain} Did you mean the attribute "${name}" of ${of}?`;
}

// EXTERNAL MODULE: ./build/language/span.js
var span = __webpack_require__(21044);
// EXTERNAL MODULE: ./build/language/hcl/expressions/node.js
var node = __webpack_require__(50500);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/traversal.js






class ScopeTraversal extends node/* Node */.b {
    constructor(root, rootRange, steps) {
        super(steps.length === 0 ? rootRange : (0,span/* between */.Tq)(rootRange, steps[steps.length - 1].range));
        this.root = root;
        this.rootRange = rootRange;
        this.steps = steps;
    }
    get isReference() {
        return true;
    }
    asTraversal() {
        return { root: this.root, steps: this.steps, range: this.range };
    }
    evaluate(context) {
        const value = findVariable(context, this.root);
        if (!value)
            return this.unknownVariable(context);
        return follow(value, this.steps);
    }
    unknownVariable(context) {
        const scopes = [...scopesOf(context)].filter(scope => scope.variables);
        if (scopes.length === 0) {
            const detail = 'Variables may not be used here: the value must be written out.';
            return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Variables not allowed', detail, this.rootRange, { context: this.range });
        }
        const names = scopes.flatMap(scope => [...scope.variables.keys()]).filter(name => /^[\p{ID_Start}_]/u.test(name));
        const meant = (0,did_you_mean/* suggestion */.h)(this.root, names);
        const detail = `There is no variable named "${this.root}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
        return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Unknown variable', detail, this.rootRange, { context: this.range, missing: [this.root] });
    }
}
class RelativeTraversal extends node/* Node */.b {
    constructor(source, steps) {
        super((0,span/* between */.Tq)(source.range, steps[steps.length - 1].range));
        this.source = source;
        this.steps = steps;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const value = found.take(this.source.evaluate(context));
        return found.done(found.take(follow(value, this.steps)));
    }
    parts() {
        return [this.source];
    }
}
class Index extends node/* Node */.b {
    constructor(collection, key, range, bracketRange) {
        super(range);
        this.collection = collection;
        this.key = key;
        this.bracketRange = bracketRange;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const collection = found.take(this.collection.evaluate(context));
        const key = found.take(this.key.evaluate(context));
        return found.done(found.take(indexValue(collection, key, this.bracketRange)));
    }
    parts() {
        return [this.collection, this.key];
    }
}
function follow(start, steps) {
    let value = start;
    for (const step of steps) {
        const next = step.kind === 'attribute' ? attributeOf(value, step.name, step.range) : indexValue(value, step.key, step.range);
        if (next.diagnostics.length > 0)
            return next;
        value = next.value;
    }
    return (0,collector.ok)(value);
}
function* scopesOf(context) {
    for (let scope = context; scope; scope = scope.parent)
        yield scope;
}
function findVariable(context, name) {
    for (let scope = context; scope; scope = scope.parent) {
        const value = scope.variables?.get(name);
        if (value)
            return value;
    }
    return undefined;
}


/***/ }),

/***/ 9109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YK: () => (/* binding */ hcl_parseExpression),
  CJ: () => (/* binding */ parseFile),
  QC: () => (/* binding */ parseTemplate)
});

// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(84176);
// EXTERNAL MODULE: ./build/language/collector.js
var collector = __webpack_require__(33201);
// EXTERNAL MODULE: ./build/language/span.js
var span = __webpack_require__(21044);
;// CONCATENATED MODULE: ./build/language/hcl/cursor.js


class Abandoned extends Error {
}
const MAX_DEPTH = 250;
class Cursor {
    constructor(tokens, byIndentation = false) {
        this.tokens = tokens;
        this.byIndentation = byIndentation;
        this.found = new collector/* Collector */.g();
        this.index = 0;
        this.saidUnclosed = false;
        this.saidTooDeep = false;
        this.newlines = true;
        this.outer = [];
        this.depth = 0;
    }
    kind() {
        for (;;) {
            const kind = this.tokens.kinds[this.index];
            if (kind !== 'comment' && (this.newlines || kind !== 'newline'))
                return kind;
            this.index++;
        }
    }
    peek() {
        this.kind();
        return this.tokens.at(this.index);
    }
    next() {
        const token = this.peek();
        if (token.kind === 'invalid')
            this.failOnInvalid(token);
        if (token.kind !== 'endOfFile')
            this.index++;
        return token;
    }
    take(kind) {
        return this.kind() === kind ? this.tokens.at(this.index++) : undefined;
    }
    skip(kind) {
        if (this.kind() !== kind)
            return false;
        this.index++;
        return true;
    }
    skipWord(word) {
        return this.kind() === 'identifier' && this.tokens.at(this.index).text === word && this.skip('identifier');
    }
    pushNewlines(significant) {
        this.outer.push(this.newlines);
        this.newlines = significant;
    }
    popNewlines() {
        this.newlines = this.outer.pop();
    }
    enter() {
        if (++this.depth <= MAX_DEPTH)
            return;
        if (this.saidTooDeep)
            throw new Abandoned();
        this.saidTooDeep = true;
        this.fail('Nesting too deep', `Expressions and blocks may nest ${MAX_DEPTH} levels deep. Move inner parts to local values.`);
    }
    leave(levels = 1) {
        this.depth -= levels;
    }
    save() {
        return [this.outer.length, this.depth];
    }
    restore([level, depth]) {
        this.newlines = this.outer[level] ?? this.newlines;
        this.outer.length = level;
        this.depth = depth;
    }
    fail(summary, detail, subject = this.peek().range, context) {
        const token = this.peek();
        if (token.kind === 'invalid')
            this.failOnInvalid(token);
        if (token.kind === 'unterminated')
            this.failOnUnterminated(token);
        this.found.error(summary, detail, subject, { context });
        throw new Abandoned(summary);
    }
    failOnInvalid(token) {
        const isOperator = '&|^~'.includes(token.text);
        this.found.error(isOperator ? 'Unsupported operator' : 'Invalid character', explainInvalid(token.text), token.range);
        throw new Abandoned(token.text);
    }
    failOnUnterminated(token) {
        const behind = this.tokens.at(this.index + 1);
        if (behind.kind === 'endOfFile') {
            this.saidUnclosed = true;
            this.found.error('Unterminated template string', 'The file ends before this string is closed.', token.range);
        }
        else
            this.found.error('Invalid multi-line string', 'A quoted string must end on the line it begins on. For a line break write \\n, or use a heredoc: <<EOT.', (0,span/* between */.Tq)(token.range, behind.range));
        throw new Abandoned(token.text);
    }
}
function explainInvalid(text) {
    const operators = { '&': 'boolean AND ("&&")', '|': 'boolean OR ("||")', '~': 'boolean NOT ("!")' };
    if (operators[text])
        return `Bitwise operators are not supported. Did you mean ${operators[text]}?`;
    if (text === '^')
        return 'Bitwise operators are not supported.';
    if (text === "'")
        return 'Strings are enclosed in double quotes ("), not in single quotes.';
    if (text === '`')
        return 'Backquotes have no meaning here. For a string of several lines use a heredoc: <<EOT.';
    if (text === ';')
        return 'Write each argument and block on its own line, and commas between the items of a collection.';
    if (/[“”‘’]/.test(text))
        return 'Typographic quotes have no meaning here, perhaps a word processor made them. Use straight double quotes (").';
    return `The character ${JSON.stringify(text)} has no meaning here.`;
}

// EXTERNAL MODULE: ./build/language/hcl/expressions/node.js
var node = __webpack_require__(50500);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/literal.js


class Literal extends node/* Node */.b {
    constructor(value, range, keyword) {
        super(range);
        this.keyword = keyword;
        this.result = (0,collector.ok)(value);
    }
    get value() {
        return this.result.value;
    }
    evaluate() {
        return this.result;
    }
    asTraversal() {
        return this.keyword === undefined ? undefined : { root: this.keyword, steps: [], range: this.range };
    }
}
class Wrapped extends node/* Node */.b {
    constructor(inner, range, kind) {
        super(range);
        this.inner = inner;
        this.kind = kind;
    }
    evaluate(context) {
        return this.inner.evaluate(context);
    }
    parts() {
        return [this.inner];
    }
}

// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
;// CONCATENATED MODULE: ./build/language/hcl/body.js



class HclBody {
    constructor(attributes, blocks, missingItemRange) {
        this.attributes = attributes;
        this.blocks = blocks;
        this.missingItemRange = missingItemRange;
    }
    content(schema) {
        const found = new collector/* Collector */.g();
        const content = this.select(schema, found);
        const isAll = content.attributes.size === this.attributes.size && this.blocks.every(({ type }) => specOf(schema, type));
        if (!isAll)
            this.without(schema).reportAll(schema, found);
        return found.done(content);
    }
    partialContent(schema) {
        const found = new collector/* Collector */.g();
        return found.done({ ...this.select(schema, found), remain: this.without(schema) });
    }
    select(schema, found) {
        const attributes = new Map();
        for (const { name, required } of schema.attributes) {
            const attribute = this.attributes.get(name);
            if (attribute)
                attributes.set(name, attribute);
            else if (required)
                found.error('Missing required argument', `The argument "${name}" is required, but it is not set here.`, this.missingItemRange, { missing: [name] });
        }
        const blocks = this.blocks.filter(block => {
            const spec = specOf(schema, block.type);
            return spec !== undefined && hasLabels(block, spec.labels, found);
        });
        return { attributes, blocks, missingItemRange: this.missingItemRange };
    }
    without(schema) {
        const attributes = new Map(this.attributes);
        for (const { name } of schema.attributes)
            attributes.delete(name);
        const blocks = this.blocks.filter(({ type }) => !specOf(schema, type));
        return new HclBody(attributes, blocks, this.missingItemRange);
    }
    justAttributes() {
        const found = new collector/* Collector */.g();
        const [block] = this.blocks;
        if (block) {
            const hint = block.labels.length === 0 ? ` To set the argument "${block.type}", write an equals sign behind its name.` : '';
            found.error(`Unexpected "${block.type}" block`, `Blocks are not allowed here.${hint}`, block.typeRange, {
                context: block.definitionRange,
            });
        }
        return found.done(this.attributes);
    }
    justBlocks() {
        return (0,collector.ok)(this.blocks);
    }
    reportAll(schema, found) {
        const names = schema.attributes.map(({ name }) => name);
        const types = schema.blocks.map(({ type }) => type);
        for (const { name, nameRange, range } of this.attributes.values()) {
            const { hint, slip } = types.includes(name)
                ? { hint: ` For a block of type "${name}" leave the equals sign out.`, slip: undefined }
                : (0,did_you_mean/* misspelt */.IM)(name, names);
            const detail = `An argument named "${name}" is not expected here.${hint}`;
            found.error('Unsupported argument', detail, nameRange, { context: range, lost: range, slip });
        }
        for (const block of this.blocks) {
            const { type, typeRange, definitionRange } = block;
            const isArgument = names.includes(type) && (0,did_you_mean/* suggestion */.h)(type, types) === undefined;
            const fits = schema.blocks.filter(spec => spec.labels.length === block.labels.length).map(spec => spec.type);
            const { hint, slip } = isArgument
                ? { hint: ` To set the argument "${type}", write an equals sign behind its name.`, slip: undefined }
                : (0,did_you_mean/* misspelt */.IM)(type, [...fits, ...types]);
            const detail = `Blocks of type "${type}" are not expected here.${hint}`;
            found.error('Unsupported block type', detail, typeRange, { context: definitionRange, lost: wholeOf(block), slip });
        }
    }
}
const specOf = (schema, type) => schema.blocks.find(spec => spec.type === type);
const wholeOf = ({ typeRange, body }) => (0,span/* between */.Tq)(typeRange, body.missingItemRange);
function hasLabels(block, names, found) {
    const { type, labels, labelRanges, definitionRange, isDamaged } = block;
    if (labels.length === names.length)
        return true;
    if (isDamaged)
        return labels.length > names.length;
    const around = { context: definitionRange, lost: wholeOf(block) };
    const expected = `All ${type} blocks must have ${names.length} labels (${names.join(', ')}).`;
    if (labels.length > names.length) {
        const detail = names.length === 0 ? `No labels are expected for ${type} blocks.` : expected;
        found.error(`Extraneous label for ${type}`, detail, labelRanges[names.length], around);
    }
    else
        found.error(`Missing ${names[labels.length]} for ${type}`, expected, (0,span/* endOf */.pJ)(definitionRange), around);
    return false;
}

// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(81206);
;// CONCATENATED MODULE: ./build/language/hcl/recovery.js
const CLOSERS = {
    '(': ')',
    '[': ']',
    '{': '}',
    openQuote: 'closeQuote',
    openHeredoc: 'closeHeredoc',
    interpolation: 'sequenceEnd',
    directive: 'sequenceEnd',
};
const CLOSING = new Set(Object.values(CLOSERS));
function skipStatement(cursor, start) {
    const { tokens } = cursor;
    const failedAt = cursor.index;
    const open = [];
    const closes = (kind) => open.findLastIndex(({ close }) => close === kind);
    let heredoc = Number.POSITIVE_INFINITY;
    for (cursor.index = start;; cursor.index++) {
        const kind = tokens.kinds[cursor.index];
        if (kind === 'endOfFile')
            break;
        const close = CLOSERS[kind];
        if (kind === 'openHeredoc')
            heredoc = Math.min(heredoc, open.length);
        if (close)
            open.push({ close, line: tokens.at(cursor.index).range.start.line });
        else if (kind === 'unterminated')
            dropLine(open, tokens.at(cursor.index).range.start.line);
        else if (CLOSING.has(kind) && closes(kind) >= 0)
            open.length = closes(kind);
        else if (kind === '}' && cursor.index > start)
            break;
        if (heredoc >= open.length)
            heredoc = Number.POSITIVE_INFINITY;
        if (kind !== 'newline' || nextIndex(tokens, cursor.index) < failedAt || heredoc < open.length)
            continue;
        if (cursor.index >= failedAt && open.length === 0)
            break;
        if (beginsStatement(tokens, nextIndex(tokens, cursor.index), tokens.at(start)))
            break;
    }
    if (cursor.index === start)
        cursor.index++;
    skipRestOfString(cursor);
}
function nextIndex(tokens, newline) {
    let next = newline;
    while (tokens.kinds[next] === 'newline' || tokens.kinds[next] === 'comment')
        next++;
    return next;
}
function dropLine(open, line) {
    const first = open.findIndex(each => each.line === line);
    if (first >= 0)
        open.length = first;
}
function skipRestOfString(cursor) {
    const { tokens } = cursor;
    if (tokens.kinds[cursor.index - 1] !== 'unterminated')
        return;
    for (let i = cursor.index; (tokens.kinds[i] ?? 'endOfFile') !== 'endOfFile'; i++) {
        const kind = tokens.kinds[i];
        if (kind === 'newline' && (tokens.kinds[i + 1] === '}' || ['=', '{'].includes(tokens.kinds[i + 2] ?? '')))
            return;
        if (kind !== 'unterminated')
            continue;
        cursor.index = i + 1;
        return;
    }
}
function beginsStatement(tokens, index, broken) {
    const second = tokens.kinds[index + 1];
    if (!second)
        return false;
    const first = tokens.at(index);
    if (first.range.start.column > broken.range.start.column)
        return false;
    if (first.kind === '}')
        return first.range.start.column < broken.range.start.column;
    return first.kind === 'identifier' && ['=', '{', 'openQuote', 'identifier'].includes(second);
}
function skipToBody(cursor, type) {
    const { tokens } = cursor;
    let end = cursor.index;
    while (!['newline', 'endOfFile'].includes(tokens.kinds[end]))
        end++;
    const lastAt = tokens.kinds[end - 1] === 'comment' ? end - 2 : end - 1;
    const last = tokens.kinds[lastAt];
    const isSwallowed = last === 'unterminated' && tokens.kinds[lastAt - 1] === 'literal' && /\{\s*$/.test(tokens.at(lastAt - 1).text);
    if (tokens.kinds[end] === 'endOfFile' || (last !== '{' && !isSwallowed && !isDeeper(tokens, end, type)))
        return false;
    cursor.index = end;
    return true;
}
function isDeeper(tokens, newline, { range }) {
    const next = nextIndex(tokens, newline);
    return tokens.kinds[next] === 'identifier' && tokens.at(next).range.start.column > range.start.column;
}

;// CONCATENATED MODULE: ./build/language/hcl/string-literal.js

const SIMPLE = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const DOUBLED = /\$\$\{|%%\{/g;
const ESCAPE = /\\u[0-9a-fA-F]{0,4}|\\U[0-9a-fA-F]{0,8}|\\[\s\S]?|\$\$\{|%%\{/gu;
function unescapeLiteral(token, backslashes, found) {
    const literal = token.text;
    if (!/[\\$%]/.test(literal))
        return literal;
    const wrong = (sequence, offset, detail) => {
        const start = (0,source_text/* advance */.np)(token.range.start, literal.slice(0, offset));
        found.error('Invalid escape sequence', detail, { file: token.file, start, end: (0,source_text/* advance */.np)(start, sequence) }, { context: token.range, lost: token.range });
        return sequence;
    };
    return literal.replace(backslashes ? ESCAPE : DOUBLED, (sequence, offset) => {
        if (sequence[0] !== '\\')
            return sequence.slice(1);
        const letter = sequence.slice(1);
        if (letter in SIMPLE)
            return SIMPLE[letter];
        if (letter[0] === 'u' && letter.length < 5)
            return wrong(sequence, offset, 'Four hexadecimal digits must follow \\u.');
        if (letter[0] === 'U' && letter.length < 9)
            return wrong(sequence, offset, 'Eight hexadecimal digits must follow \\U.');
        if (/^[uU]/.test(letter))
            return codePoint(letter) ?? wrong(sequence, offset, 'There is no character with this number.');
        return wrong(sequence, offset, `"${sequence}" has no meaning: the escapes are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN.`);
    });
}
function codePoint(digits) {
    const code = Number.parseInt(digits.slice(1), 16);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-block.js





function parseHeader(cursor, type) {
    const labels = [];
    const labelRanges = [];
    try {
        readLabels(cursor, type, labels, labelRanges);
        const definitionRange = (0,span/* between */.Tq)(type.range, labelRanges[labelRanges.length - 1] ?? type.range);
        return { labels, labelRanges, open: cursor.next(), definitionRange };
    }
    catch (error) {
        const from = cursor.index;
        if (!(error instanceof Abandoned) || !skipToBody(cursor, type))
            throw error;
        addSwallowed(cursor, from, labels, labelRanges);
        return { labels, labelRanges, open: type, definitionRange: type.range, isDamaged: true };
    }
}
function addSwallowed(cursor, end, labels, labelRanges) {
    const { tokens } = cursor;
    if (tokens.kinds[end] !== 'unterminated' || tokens.kinds[end - 1] !== 'literal')
        return;
    const label = /^[^\s{]*/.exec(tokens.at(end - 1).text)[0];
    if (label === '')
        return;
    labels.push((0,utf8/* nfc */.aX)(label));
    labelRanges.push(tokens.at(end - 1).range);
}
function readLabels(cursor, typeToken, labels, labelRanges) {
    for (;;) {
        const kind = cursor.kind();
        if (kind === '{')
            return;
        const range = cursor.peek();
        if (kind === 'identifier')
            labels.push(cursor.next().text);
        else if (kind === 'openQuote')
            labels.push(parseLabel(cursor));
        else
            failInHeader(cursor, (0,span/* between */.Tq)(typeToken.range, range));
        labelRanges.push(kind === 'identifier' ? range : (0,span/* between */.Tq)(range, cursor.tokens.at(cursor.index - 1)));
    }
}
function failInHeader(cursor, context) {
    const kind = cursor.kind();
    const detail = kind === '='
        ? 'A block has no equals sign. An argument has no labels.'
        : 'A label in quotes or an opening brace "{" must stand here, on the same line.';
    return cursor.fail('Invalid block definition', detail, undefined, context);
}
function parseLabel(cursor) {
    cursor.skip('openQuote');
    let label = '';
    for (let token = cursor.take('literal'); token; token = cursor.take('literal'))
        label += unescapeLiteral(token, true, cursor.found);
    const kind = cursor.kind();
    if (kind === 'interpolation' || kind === 'directive')
        cursor.fail('Invalid string literal', 'Template sequences are not allowed in this string. To write "${" itself, double the first character.');
    if (!cursor.skip('closeQuote'))
        cursor.fail('Unterminated string literal', 'The closing quotation mark is missing.');
    return (0,utf8/* nfc */.aX)(label);
}
function parseBlockBody(cursor, parser, { open, definitionRange }) {
    if (cursor.kind() === 'identifier')
        parseOneLine(cursor, parser);
    else if (cursor.kind() !== '}')
        parser.parse();
    const close = cursor.take('}');
    if (close)
        return parser.result((0,span/* startOf */.GH)(close.range));
    if ((cursor.kind() === 'endOfFile' && !cursor.saidUnclosed) || parser.isCutShort) {
        cursor.saidUnclosed = !parser.isCutShort;
        const detail = 'The file ends before this block is closed. The closing brace that is missing may also belong further up or down.';
        cursor.found.error('Unclosed configuration block', detail, open.range, { context: (0,span/* between */.Tq)(definitionRange, open.range) });
    }
    return parser.result(cursor.peek().range);
}
function parseOneLine(cursor, parser) {
    const summary = 'Invalid single-argument block definition';
    const name = cursor.next();
    const next = cursor.peek();
    if (next.kind !== '=') {
        const isBlock = ['{', 'openQuote', 'identifier'].includes(next.kind);
        const detail = 'A block on one line holds one argument and no block. Begin a new line behind the opening brace.';
        if (isBlock)
            cursor.fail('Argument definition required', detail, (0,span/* between */.Tq)(name.range, next.range));
        cursor.fail('Argument or block definition required', 'An argument, name = value, must stand here.', name.range);
    }
    parser.parseAttribute(name, { newline: false });
    const kind = cursor.kind();
    if (kind === '}' || kind === 'endOfFile')
        return;
    if (kind === ',')
        cursor.fail(summary, 'A block on one line holds one argument. For more, give each a line of its own.');
    if (kind === 'newline')
        cursor.fail(summary, 'A block that begins with an argument on its first line must be closed on that line too.');
    cursor.fail(summary, 'The closing brace must follow the one argument of a block on one line.');
}

// EXTERNAL MODULE: ./build/language/values/big-float.js
var big_float = __webpack_require__(95084);
// EXTERNAL MODULE: ./build/language/values/convert.js + 1 modules
var convert = __webpack_require__(35590);
// EXTERNAL MODULE: ./build/language/functions/function.js
var functions_function = __webpack_require__(66442);
;// CONCATENATED MODULE: ./build/language/functions/call.js



function callFunction(fn, args) {
    checkCount(fn, args.length);
    return callConverted(fn, args.map((arg, i) => convertArgument(fn, arg, i)));
}
function callConverted(fn, converted) {
    let stopped = false;
    for (let i = 0; i < converted.length; i++) {
        const arg = converted[i];
        const parameter = parameterAt(fn, i);
        if (arg.isNull && !parameter.allowNull)
            throw new functions_function/* FunctionError */.J('argument must not be null', i);
        if (!arg.isKnown && arg.type.kind === 'dynamic' && !parameter.allowDynamic)
            return values_value/* Value */.W.unknown();
        stopped ||= stops(parameter, arg);
    }
    return stopped ? values_value/* Value */.W.unknown(fn.resultType(converted), fn.neverNull) : fn.call(converted);
}
const parameterAt = (fn, index) => fn.parameters[index] ?? fn.variadic;
function checkCount(fn, count) {
    const expected = fn.parameters.length;
    const missing = fn.parameters[count];
    if (missing)
        throw new FunctionError(`Function "${fn.name}" expects ${fn.variadic ? 'at least ' : ''}${expected} argument(s). Missing value for "${missing.name}".`);
    if (count > expected && !fn.variadic)
        throw new FunctionError(`Function "${fn.name}" expects only ${expected} argument(s).`);
}
function convertArgument(fn, arg, index) {
    try {
        return (0,convert/* convert */.C)(arg, parameterAt(fn, index).type);
    }
    catch (error) {
        if (error instanceof convert/* ConversionError */.z)
            throw new functions_function/* FunctionError */.J(error.message, index);
        throw error;
    }
}
function stops(parameter, arg) {
    if (parameter.allowUnknown)
        return false;
    return parameter.allowUnknownInside ? !arg.isKnown : !arg.isWhollyKnown;
}

// EXTERNAL MODULE: ./build/language/hcl/expressions/traversal.js + 1 modules
var traversal = __webpack_require__(22268);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/call.js








class Call extends node/* Node */.b {
    constructor(name, args, expand, range, nameRange, closeRange) {
        super(range);
        this.name = name;
        this.args = args;
        this.expand = expand;
        this.nameRange = nameRange;
        this.closeRange = closeRange;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const fn = this.find(context, found);
        const args = fn && this.expanded(context, found);
        if (!args || !this.fits(fn, args.length, found))
            return found.done(values_value/* Value */.W.unknown());
        if (fn.special)
            return found.done(found.take(fn.special(args, context)));
        const values = args.map(arg => found.take(arg.evaluate(context)));
        if (found.diagnostics.length > 0)
            return found.done(values_value/* Value */.W.unknown());
        for (let i = 0; i < values.length; i++)
            try {
                values[i] = convertArgument(fn, values[i], i);
            }
            catch (error) {
                this.explain(error, fn, args, found);
            }
        if (found.diagnostics.length > 0)
            return found.done(values_value/* Value */.W.unknown());
        try {
            return found.done(callConverted(fn, values));
        }
        catch (error) {
            this.explain(error, fn, args, found);
            return found.done(values_value/* Value */.W.unknown());
        }
    }
    find(context, found) {
        for (let scope = context; scope; scope = scope.parent) {
            const fn = scope.functions?.get(this.name);
            if (fn)
                return fn;
        }
        const known = [...(0,traversal/* scopesOf */.ZK)(context)].flatMap(({ functions }) => functions ?? []);
        const names = known.flatMap(functions => [...functions.keys()]);
        const detail = `There is no function named "${this.name}".${(0,did_you_mean/* didYouMean */.au)(this.name, names)}`;
        if (known.length > 0)
            found.error('Call to unknown function', detail, this.nameRange, { context: this.range });
        else
            found.error('Function calls not allowed', 'Functions may not be called here.', this.nameRange, { context: this.range });
        return undefined;
    }
    expanded(context, found) {
        const last = this.args[this.args.length - 1];
        if (!this.expand || !last)
            return this.args;
        const value = found.take(last.evaluate(context));
        const wrong = (detail) => found.error('Invalid expanding argument value', detail, last.range, { context: this.range });
        if (value.isNull)
            wrong('The expanding argument (indicated by ...) must not be null.');
        else if (['list', 'set', 'tuple'].includes(value.type.kind)) {
            if (!value.isKnown)
                return undefined;
            return [...this.args.slice(0, -1), ...value.elements().map(element => new Literal(element, last.range))];
        }
        else if (value.type.kind !== 'dynamic')
            wrong('The expanding argument (indicated by ...) must be a list, a tuple or a set.');
        return undefined;
    }
    fits({ name, parameters, variadic, special }, count, found) {
        if (special && parameters.length === 0)
            return true;
        const missing = parameters[count];
        if (missing) {
            const detail = `Function "${name}" expects ${variadic ? 'at least ' : ''}${parameters.length} argument(s). Missing value for "${missing.name}".`;
            found.error('Not enough function arguments', detail, this.closeRange, { context: this.range });
        }
        else if (count > parameters.length && !variadic) {
            const subject = this.args[Math.min(parameters.length, this.args.length - 1)].range;
            const detail = `Function "${name}" expects only ${parameters.length} argument(s).`;
            found.error('Too many function arguments', detail, subject, { context: this.range });
        }
        return found.diagnostics.length === 0;
    }
    explain(error, fn, args, found) {
        if (!(error instanceof functions_function/* FunctionError */.J))
            throw error;
        const { message, argument } = error;
        const parameter = argument === undefined ? undefined : (fn.parameters[argument] ?? fn.variadic);
        if (argument === undefined || !parameter)
            found.error('Error in function call', `Call to function "${this.name}" failed: ${message}.`, this.range);
        else {
            const subject = args[argument]?.range ?? this.range;
            found.error('Invalid function argument', `Invalid value for "${parameter.name}" parameter: ${message}.`, subject, {
                context: this.range,
            });
        }
    }
    asCall() {
        return this.expand ? undefined : { name: this.name, nameRange: this.nameRange, args: this.args, range: this.range };
    }
    parts() {
        return this.args;
    }
}

// EXTERNAL MODULE: ./build/language/values/type.js
var values_type = __webpack_require__(7181);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(35521);
// EXTERNAL MODULE: ./build/language/values/unify.js
var unify = __webpack_require__(25338);
// EXTERNAL MODULE: ./build/language/hcl/expressions/messages.js
var messages = __webpack_require__(40716);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/conditional.js









class Conditional extends node/* Node */.b {
    constructor(condition, whenTrue, whenFalse, range = (0,span/* between */.Tq)(condition.range, whenFalse.range)) {
        super(range);
        this.condition = condition;
        this.whenTrue = whenTrue;
        this.whenFalse = whenFalse;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const [yes, no] = [this.whenTrue.evaluate(context), this.whenFalse.evaluate(context)];
        const type = commonType(yes.value, no.value);
        if (!type) {
            const detail = `Both results of a conditional must have one type. ${describeMismatch(yes.value.type, no.value.type)}.`;
            found.error('Inconsistent conditional result types', detail, (0,span/* between */.Tq)(this.whenTrue.range, this.whenFalse.range), {
                context: this.range,
            });
            return found.done(values_value/* Value */.W.unknown());
        }
        const condition = found.take(this.decide(context));
        if (condition === undefined && yes.value.isNull && no.value.isNull)
            return found.done(values_value/* Value */.W.null(type));
        if (condition === undefined)
            return found.done(values_value/* Value */.W.unknown(type, yes.value.notNull && no.value.notNull));
        const chosen = found.take(condition ? yes : no);
        try {
            return found.done((0,convert/* convert */.C)(chosen, type));
        }
        catch (error) {
            const detail = `The ${condition} result has not the type that both results need: ${(0,messages/* messageOf */.b)(error)}.`;
            found.error('Inconsistent conditional result types', detail, condition ? this.whenTrue.range : this.whenFalse.range, {
                context: this.range,
            });
            return found.done(values_value/* Value */.W.unknown(type));
        }
    }
    decide(context) {
        const found = new collector/* Collector */.g();
        const value = found.take(this.condition.evaluate(context));
        const { range } = this.condition;
        if (value.isNull) {
            found.error('Null condition', 'The condition value is null. Conditions must either be true or false.', range, {
                context: this.range,
            });
            return found.done(undefined);
        }
        if (!value.isKnown)
            return found.done(undefined);
        try {
            return found.done((0,convert/* convert */.C)(value, values_type/* BOOL */.HX).asBool());
        }
        catch (error) {
            const hint = / use lowercase .*/.exec((0,messages/* messageOf */.b)(error))?.[0];
            const detail = `The condition expression must be of type bool.${hint ? ` To convert from string,${hint}.` : ''}`;
            found.error('Incorrect condition type', detail, range, { context: this.range });
            return found.done(undefined);
        }
    }
    parts() {
        return [this.condition, this.whenTrue, this.whenFalse];
    }
}
function commonType(yes, no) {
    if (yes.isNull && yes.type.kind === 'dynamic')
        return no.type;
    if (no.isNull && no.type.kind === 'dynamic')
        return yes.type;
    if (yes.type.kind === 'dynamic' || no.type.kind === 'dynamic')
        return values_type/* DYNAMIC */.u5;
    return (0,unify/* unify */.QF)([yes.type, no.type]);
}
function describeMismatch(yes, no) {
    if (yes.kind === 'object' && no.kind === 'object') {
        for (const [name, type] of yes.attributes) {
            const other = no.attributes.get(name);
            if (!other)
                return `The 'true' value includes object attribute "${name}", which is absent in the 'false' value`;
            if (!(0,unify/* unify */.QF)([type, other]))
                return `Type mismatch for object attribute "${name}": ${describeMismatch(type, other)}`;
        }
        const extra = [...no.attributes.keys()].find(name => !yes.attributes.has(name));
        if (extra !== undefined)
            return `The 'false' value includes object attribute "${extra}", which is absent in the 'true' value`;
    }
    if (yes.kind === 'tuple' && no.kind === 'tuple') {
        if (yes.elements.length !== no.elements.length)
            return `The 'true' tuple has length ${yes.elements.length}, but the 'false' tuple has length ${no.elements.length}`;
        const index = yes.elements.findIndex((type, i) => !(0,unify/* unify */.QF)([type, no.elements[i]]));
        if (index >= 0)
            return `Type mismatch for tuple element ${index}: ${describeMismatch(yes.elements[index], no.elements[index])}`;
    }
    if ('element' in yes && 'element' in no && yes.kind === no.kind && !(0,type_text/* sameType */.n6)(yes.element, no.element))
        return `Mismatched ${yes.kind} element types: ${describeMismatch(yes.element, no.element)}`;
    return `The 'true' value is ${(0,type_text/* friendlyName */.Rs)(yes)}, but the 'false' value is ${(0,type_text/* friendlyName */.Rs)(no)}`;
}

// EXTERNAL MODULE: ./build/language/values/equality.js
var equality = __webpack_require__(60569);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/operators.js








const logic = (precedence, deciding) => ({
    precedence,
    operand: values_type/* BOOL */.HX,
    result: values_type/* BOOL */.HX,
    compute: (a, b) => (a.asBool() === deciding ? a : b),
    deciding,
});
const operators_equality = (compute) => ({ precedence: 3, result: values_type/* BOOL */.HX, compute });
const order = (holds) => ({
    precedence: 4,
    operand: values_type/* NUMBER */.uk,
    result: values_type/* BOOL */.HX,
    compute: (a, b) => values_value/* Value */.W.bool(holds(a.asNumber().compare(b.asNumber()))),
});
const arithmetic = (precedence, name) => ({
    precedence,
    operand: values_type/* NUMBER */.uk,
    result: values_type/* NUMBER */.uk,
    compute: (a, b) => values_value/* Value */.W.number(a.asNumber()[name](b.asNumber())),
});
const OPERATORS = new Map([
    ['||', logic(1, true)],
    ['&&', logic(2, false)],
    ['==', operators_equality(equality/* equal */.LC)],
    ['!=', operators_equality((a, b) => not((0,equality/* equal */.LC)(a, b)))],
    ['<', order(sign => sign < 0)],
    ['<=', order(sign => sign <= 0)],
    ['>', order(sign => sign > 0)],
    ['>=', order(sign => sign >= 0)],
    ['+', arithmetic(5, 'add')],
    ['-', arithmetic(5, 'subtract')],
    ['*', arithmetic(6, 'multiply')],
    ['/', arithmetic(6, 'divide')],
    ['%', arithmetic(6, 'modulo')],
]);
const not = (value) => (value.isKnown ? values_value/* Value */.W.bool(!value.asBool()) : value);
class Binary extends node/* Node */.b {
    constructor(left, operator, right) {
        super((0,span/* between */.Tq)(left.range, right.range));
        this.left = left;
        this.operator = operator;
        this.right = right;
    }
    evaluate(context) {
        const chain = [];
        let first = this;
        for (; first instanceof Binary; first = first.left)
            chain.push(first);
        const found = new collector/* Collector */.g();
        let value = found.take(first.evaluate(context));
        while (chain.length > 0)
            value = chain.pop().apply(value, context, found);
        return found.done(value);
    }
    apply(leftValue, context, found) {
        const { operand, result, compute } = this.operator;
        const left = toOperand(leftValue, operand, 'left operand', this.left, found);
        if (left && this.isDecidedBy(left))
            return left;
        const evaluated = this.right.evaluate(context);
        const wrong = new collector/* Collector */.g();
        const right = toOperand(evaluated.value, operand, 'right operand', this.right, wrong);
        if (left && right && this.isDecidedByRight(left, right, evaluated))
            return right;
        found.take(evaluated);
        found.addAll(wrong.diagnostics);
        if (!left || !right)
            return values_value/* Value */.W.unknown(result);
        if (!operand)
            return compute(left, right);
        if (left.isNull || right.isNull) {
            found.error('Operation failed', 'An operand is null: give it a value, for example with coalesce.', this.range);
            return values_value/* Value */.W.unknown(result);
        }
        if (!left.isKnown || !right.isKnown)
            return values_value/* Value */.W.unknown(result, true);
        try {
            return compute(left, right);
        }
        catch (error) {
            found.error('Operation failed', `This has no result: ${(0,messages/* messageOf */.b)(error)}.`, this.range);
            return values_value/* Value */.W.unknown(result);
        }
    }
    isDecidedBy(value) {
        const { deciding } = this.operator;
        return deciding !== undefined && value.state === 'known' && value.asBool() === deciding;
    }
    isDecidedByRight(left, right, evaluated) {
        return !left.isKnown && evaluated.diagnostics.length === 0 && this.isDecidedBy(right);
    }
    parts() {
        return [this.left, this.right];
    }
}
class Unary extends node/* Node */.b {
    constructor(symbol, operand, range) {
        super(range);
        this.symbol = symbol;
        this.operand = operand;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const type = this.symbol === '!' ? values_type/* BOOL */.HX : values_type/* NUMBER */.uk;
        const value = found.take(this.operand.evaluate(context));
        const operand = toOperand(value, type, 'unary operand', this.operand, found);
        if (!operand?.isKnown)
            return found.done(values_value/* Value */.W.unknown(type, operand?.notNull));
        if (operand.isNull) {
            found.error('Operation failed', 'The operand is null: give it a value, for example with coalesce.', this.range);
            return found.done(values_value/* Value */.W.unknown(type));
        }
        return found.done(this.symbol === '!' ? not(operand) : values_value/* Value */.W.number(operand.asNumber().negate()));
    }
    parts() {
        return [this.operand];
    }
}
function toOperand(value, type, role, node, found) {
    try {
        return type ? (0,convert/* convert */.C)(value, type) : value;
    }
    catch (error) {
        found.error('Invalid operand', `Unsuitable value for ${role}: ${(0,messages/* messageOf */.b)(error)}.`, node.range);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/collections.js






class Tuple extends node/* Node */.b {
    constructor(items, range) {
        super(range);
        this.items = items;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        return found.done(values_value/* Value */.W.tuple(this.items.map(item => found.take(item.evaluate(context)))));
    }
    asList() {
        return this.items;
    }
    parts() {
        return this.items;
    }
}
class ObjectNode extends node/* Node */.b {
    constructor(items, range) {
        super(range);
        this.items = items;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const entries = [];
        let known = true;
        for (const { key, value } of this.items) {
            const name = found.take(evaluateKey(key, context, this.range));
            const item = found.take(value.evaluate(context));
            if (name === undefined)
                known = false;
            else
                entries.push([name, item]);
        }
        return found.done(known ? values_value/* Value */.W.object(entries) : values_value/* Value */.W.unknown());
    }
    asMap() {
        return this.items;
    }
    parts() {
        return this.items.flatMap(({ key, value }) => (key instanceof NameKey ? [value] : [key, value]));
    }
}
class NameKey extends node/* Node */.b {
    constructor(name, range) {
        super(range);
        this.name = name;
    }
    evaluate() {
        return { value: values_value/* Value */.W.string(this.name), diagnostics: [] };
    }
    asTraversal() {
        return { root: this.name, steps: [], range: this.range };
    }
}
class AmbiguousKey extends node/* Node */.b {
    evaluate() {
        const found = new collector/* Collector */.g();
        found.error('Ambiguous attribute key', 'A key with dots must say what it is: in quotes, "a.b", a literal name; in parentheses, (a.b), a reference.', this.range);
        return found.done(values_value/* Value */.W.unknown());
    }
}
function evaluateKey(node, context, object) {
    const found = new collector/* Collector */.g();
    const key = found.take(node.evaluate(context));
    if (key.isNull) {
        found.error('Null value as key', 'A key must not be null.', node.range, { context: object });
        return found.done(undefined);
    }
    try {
        const text = (0,convert/* convert */.C)(key, values_type/* STRING */.An);
        return found.done(text.isKnown ? text.asString() : undefined);
    }
    catch (error) {
        found.error('Incorrect key type', `This value cannot be a key: ${(0,messages/* messageOf */.b)(error)}.`, node.range, { context: object });
        return found.done(undefined);
    }
}

// EXTERNAL MODULE: ./build/language/hcl/expressions/for.js
var expressions_for = __webpack_require__(16013);
;// CONCATENATED MODULE: ./build/language/hcl/parse-collection.js






function parseBrackets(cursor) {
    const open = cursor.next();
    const isTuple = open.kind === '[';
    cursor.pushNewlines(false);
    const isFor = cursor.skipWord('for');
    if (!isFor && !isTuple)
        cursor.popNewlines();
    if (!isFor && !isTuple)
        cursor.pushNewlines(true);
    const node = isFor ? parseFor(cursor, open) : isTuple ? parseTuple(cursor, open) : parseObject(cursor, open);
    cursor.popNewlines();
    return node;
}
const isAtEnd = (cursor) => cursor.kind() === 'endOfFile' || cursor.kind() === 'unterminated';
function parseTuple(cursor, open) {
    const items = [];
    while (cursor.kind() !== ']') {
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        items.push(parseExpression(cursor));
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        if (cursor.kind() !== ']' && !cursor.skip(','))
            cursor.fail('Missing item separator', 'A comma must separate the items of a list.', undefined, (0,span/* between */.Tq)(open.range, cursor.peek().range));
    }
    return new Tuple(items, (0,span/* between */.Tq)(open.range, cursor.next().range));
}
function failAtEnd(cursor, open) {
    const [what, close] = open.kind === '[' ? ['tuple', 'bracket'] : ['object', 'brace'];
    const detail = `The file ends before this ${close} is closed. The one that is missing may also belong further up.`;
    return cursor.fail(`Unterminated ${what} constructor expression`, detail, open.range);
}
function parseObject(cursor, open) {
    const items = [];
    for (;;) {
        while (cursor.skip('newline'))
            ;
        if (cursor.kind() === '}')
            break;
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        const key = asKey(parseExpression(cursor));
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        if (!cursor.skip('=') && !cursor.skip(':'))
            failWithoutValue(cursor, open, key);
        items.push({ key, value: parseExpression(cursor) });
        if (cursor.kind() === '}')
            break;
        const { range } = cursor.peek();
        if (isAtEnd(cursor))
            failAtEnd(cursor, open);
        if (!cursor.skip(',') && !cursor.skip('newline'))
            cursor.fail('Missing attribute separator', 'A comma or a line break must separate the items of an object.', undefined, (0,span/* between */.Tq)(open.range, range));
    }
    return new ObjectNode(items, (0,span/* between */.Tq)(open.range, cursor.next().range));
}
function failWithoutValue(cursor, open, key) {
    const { kind, range } = cursor.peek();
    const context = (0,span/* between */.Tq)(open.range, range);
    if (kind === 'newline' || kind === ',')
        cursor.fail('Missing attribute value', 'A value must follow the key, behind an equals sign ("=").', undefined, context);
    const hint = kind === '.' && key instanceof Literal ? ' A key with dots must stand in quotes.' : '';
    return cursor.fail('Missing key/value separator', `An equals sign ("=") must stand between key and value.${hint}`, undefined, context);
}
function asKey(node) {
    if (!(node instanceof traversal/* ScopeTraversal */.r) && !node.asTraversal())
        return node;
    const { root, steps } = node.asTraversal();
    return steps.length === 0 ? new NameKey(root, node.range) : new AmbiguousKey(node.range);
}
const SUMMARY = "Invalid 'for' expression";
function parseFor(cursor, open) {
    const wrong = (detail, subject) => cursor.fail(SUMMARY, detail, subject, (0,span/* between */.Tq)(open.range, cursor.peek().range));
    const name = (detail) => cursor.take('identifier')?.text.normalize('NFC') ?? wrong(detail);
    const first = name("The name of a variable must follow 'for'.");
    const second = cursor.skip(',') ? name('The name of a second variable must follow the comma.') : undefined;
    if (!cursor.skipWord('in'))
        wrong("The word 'in' must follow the names of the variables.");
    const collection = parseExpression(cursor);
    if (!cursor.skip(':'))
        wrong('A colon must follow the collection.');
    const head = parseExpression(cursor);
    const arrow = cursor.skip('=>');
    if (arrow && open.kind === '[')
        cursor.found.error(SUMMARY, 'A list has no keys. For an object write braces around it.', head.range);
    if (!arrow && open.kind === '{')
        cursor.found.error(SUMMARY, 'An object needs keys: write key => value. For a list write brackets around it.', head.range);
    const value = arrow ? parseExpression(cursor) : head;
    const ellipsis = cursor.take('...');
    if (ellipsis && !arrow)
        wrong('Only values of an object can be grouped with (...).', ellipsis.range);
    const condition = cursor.skipWord('if') ? parseExpression(cursor) : undefined;
    const close = cursor.take(open.kind === '[' ? ']' : '}');
    if (!close)
        return wrong(`The 'for' expression must be closed here with "${open.kind === '[' ? ']' : '}'}".`);
    const names = second === undefined ? { valueName: first } : { keyName: first, valueName: second };
    const clauses = { ...names, collection, key: arrow ? head : undefined, value, condition, group: ellipsis !== undefined };
    return new expressions_for/* For */.a(clauses, (0,span/* between */.Tq)(open.range, close.range), open.range);
}

;// CONCATENATED MODULE: ./build/language/hcl/expressions/splat.js








const ELEMENT = '*';
class SplatElement extends node/* Node */.b {
    evaluate(context) {
        return { value: (0,traversal/* findVariable */.q3)(context, ELEMENT) ?? values_value/* Value */.W.unknown(), diagnostics: [] };
    }
}
class Splat extends node/* Node */.b {
    constructor(source, each, range, starRange) {
        super(range);
        this.source = source;
        this.each = each;
        this.starRange = starRange;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const source = found.take(this.source.evaluate(context));
        const { kind } = source.type;
        const isSequence = kind === 'list' || kind === 'set' || kind === 'tuple';
        if (source.isNull && isSequence) {
            found.error('Splat of null value', 'A splat (the * symbol) cannot be applied to a null sequence.', this.source.range, {
                context: this.range,
            });
            return found.done(values_value/* Value */.W.unknown());
        }
        if (source.isNull)
            return found.done(values_value/* Value */.W.tuple([]));
        const each = (element) => found.take(this.each.evaluate({ parent: context, variables: new Map([[ELEMENT, element]]) }));
        if (kind !== 'dynamic' && !isSequence && !source.notNull)
            each(source);
        if (kind === 'dynamic' || (!isSequence && !source.notNull))
            return found.done(values_value/* Value */.W.unknown());
        if (!isSequence)
            return found.done(values_value/* Value */.W.tuple([each(source)]));
        if (kind === 'tuple')
            return found.done(values_value/* Value */.W.tuple(tupleElements(source).map(each)));
        return found.done(found.take(this.toList(source, each)));
    }
    toList(source, each) {
        const found = new collector/* Collector */.g();
        const { element } = source.type;
        if (!source.isKnown)
            return found.done(values_value/* Value */.W.unknown({ kind: 'list', element: each(values_value/* Value */.W.unknown(element)).type }));
        const results = source.elements().map(each);
        if (results.length === 0)
            return found.done(values_value/* Value */.W.list(each(values_value/* Value */.W.unknown(element)).type, []));
        const types = results.map(result => result.type);
        const isOne = types.every(each => (0,type_text/* sameType */.n6)(each, types[0]));
        const type = isOne ? types[0] : types.some(type_text/* hasDynamic */.kn) ? (0,unify/* unify */.QF)(types) : undefined;
        if (type)
            return found.done(listOfResults(type, results));
        found.error('Inconsistent splat results', 'The elements give results of different types, which no list can hold.', this.starRange, { context: this.range });
        return found.done(values_value/* Value */.W.unknown());
    }
    parts() {
        return [this.source, this.each];
    }
}
function listOfResults(type, results) {
    const converted = results.map(result => (0,convert/* convert */.C)(result, type));
    const isOne = converted.every(result => (0,type_text/* sameType */.n6)(result.type, type));
    return isOne ? values_value/* Value */.W.list(type, converted) : values_value/* Value */.W.unknown({ kind: 'list', element: values_type/* DYNAMIC */.u5 });
}
function tupleElements(tuple) {
    if (tuple.isKnown)
        return tuple.elements();
    return tuple.type.kind === 'tuple' ? tuple.type.elements.map(type => values_value/* Value */.W.unknown(type)) : [];
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-steps.js






function parseSteps(cursor, term) {
    const from = term.range;
    let node = term;
    let levels = 0;
    for (;;) {
        const next = parseStep(cursor, node, from);
        if (!next)
            break;
        if (!(next instanceof traversal/* ScopeTraversal */.r)) {
            cursor.enter();
            levels++;
        }
        node = next;
    }
    cursor.leave(levels);
    return node;
}
function parseStep(cursor, source, from) {
    const kind = cursor.kind();
    if (kind === '.')
        return parseDot(cursor, source, from);
    return kind === '[' ? parseIndex(cursor, source, from) : undefined;
}
function parseDot(cursor, source, from) {
    const dot = cursor.next();
    const star = cursor.take('*');
    return star
        ? parseAttributeSplat(cursor, source, from, (0,span/* between */.Tq)(dot.range, star.range))
        : withStep(source, parseDotStep(cursor, dot));
}
function parseDotStep(cursor, dot) {
    const token = cursor.peek();
    const range = (0,span/* between */.Tq)(dot.range, token.range);
    if (token.kind === 'identifier')
        return { kind: 'attribute', name: (0,utf8/* nfc */.aX)(cursor.next().text), range };
    if (token.kind !== 'number')
        return cursor.fail('Invalid attribute name', 'The name of an attribute must stand behind a dot.');
    if (token.text.includes('.'))
        cursor.fail('Invalid legacy index syntax', 'Two indexes in a row cannot be written with dots: use brackets, as in [0][1].', token.range);
    return { kind: 'index', key: parseNumber(cursor, cursor.next()), range };
}
function parseAttributeSplat(cursor, source, from, star) {
    let each = new SplatElement(star);
    while (cursor.kind() === '.') {
        const dot = cursor.next();
        if (cursor.kind() === '*') {
            const detail = 'A splat with a dot cannot hold another. Use brackets for both: [*].name[*].name.';
            cursor.fail('Nested splat expression not allowed', detail);
        }
        each = withStep(each, parseDotStep(cursor, dot));
    }
    return new Splat(source, each, (0,span/* between */.Tq)(from, each.range), star);
}
function parseIndex(cursor, source, from) {
    const open = cursor.next();
    if (cursor.kind() === '*')
        return parseFullSplat(cursor, source, from, open);
    cursor.pushNewlines(false);
    const key = parseExpression(cursor);
    const close = cursor.take(']');
    if (!close)
        return cursor.fail('Missing close bracket on index', 'The index must be closed with "]" here.');
    cursor.popNewlines();
    const range = (0,span/* between */.Tq)(open.range, close.range);
    if (key instanceof Literal && !key.asTraversal())
        return withStep(source, { kind: 'index', key: key.value, range });
    return new traversal/* Index */.jK(source, key, (0,span/* between */.Tq)(from, close.range), range);
}
function parseFullSplat(cursor, source, from, open) {
    cursor.next();
    const close = cursor.take(']');
    if (!close)
        return cursor.fail('Missing close bracket on splat index', 'The star of a splat must be closed with "]" at once.');
    const star = (0,span/* between */.Tq)(open.range, close.range);
    const each = parseSteps(cursor, new SplatElement(star));
    return new Splat(source, each, (0,span/* between */.Tq)(from, each.range), star);
}
function withStep(source, step) {
    if (source instanceof traversal/* ScopeTraversal */.r)
        return new traversal/* ScopeTraversal */.r(source.root, source.rootRange, source.steps.concat(step));
    if (source instanceof traversal/* RelativeTraversal */.Hx)
        return new traversal/* RelativeTraversal */.Hx(source.source, source.steps.concat(step));
    return new traversal/* RelativeTraversal */.Hx(source, [step]);
}

// EXTERNAL MODULE: ./build/language/hcl/scanner.js + 3 modules
var scanner = __webpack_require__(95902);
// EXTERNAL MODULE: ./build/language/hcl/space.js
var space = __webpack_require__(43172);
// EXTERNAL MODULE: ./build/language/graphemes.js
var graphemes = __webpack_require__(45576);
;// CONCATENATED MODULE: ./build/language/hcl/expressions/template.js






class Template extends node/* Node */.b {
    constructor(pieces, range) {
        super(range);
        this.pieces = pieces;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        let whole = '';
        for (const piece of this.pieces) {
            const text = typeof piece === 'string' ? piece : this.textOf(piece, context, found);
            whole = whole === undefined || text === undefined ? undefined : whole + text;
        }
        return found.done(whole === undefined ? values_value/* Value */.W.unknown(values_type/* STRING */.An, true) : values_value/* Value */.W.string(whole));
    }
    textOf(node, context, found) {
        const value = found.take(node.evaluate(context));
        if (value.isNull)
            return this.fail(node, 'The expression result is null, which has no place in a string.', found);
        try {
            const text = (0,convert/* convert */.C)(value, values_type/* STRING */.An);
            return text.isKnown ? text.asString() : undefined;
        }
        catch (error) {
            return this.fail(node, `This value has no place in a string: ${(0,messages/* messageOf */.b)(error)}.`, found);
        }
    }
    fail(node, detail, found) {
        found.error('Invalid template interpolation value', detail, node.range, { context: this.range });
    }
    parts() {
        return this.pieces.filter(piece => typeof piece !== 'string');
    }
}
class TemplateFor extends node/* Node */.b {
    constructor(rounds, range) {
        super(range);
        this.rounds = rounds;
    }
    evaluate(context) {
        const found = new collector/* Collector */.g();
        const rounds = found.take(this.rounds.evaluate(context));
        if (!rounds.isKnown || !rounds.isWhollyKnown)
            return found.done(values_value/* Value */.W.unknown(values_type/* STRING */.An, true));
        return found.done(values_value/* Value */.W.string(rounds
            .elements()
            .map(text => text.asString())
            .join('')));
    }
    parts() {
        return [this.rounds];
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/template-pieces.js








function applyStripMarkers(pieces) {
    pieces.forEach((piece, i) => {
        if (piece.kind === 'text')
            return;
        if (piece.trimBefore)
            strip(pieces[i - 1], space/* trimSpaceEnd */.id);
        if (piece.trimAfter)
            strip(pieces[i + 1], space/* trimSpaceStart */.R5);
    });
}
function strip(piece, trim) {
    if (piece?.kind === 'text')
        piece.text = trim(piece.text);
}
function removeIndentation(pieces) {
    const startsLine = pieces.map((_, i) => {
        const before = pieces[i - 1];
        return i === 0 || (before?.kind === 'text' && before.text.endsWith('\n'));
    });
    let least = Number.POSITIVE_INFINITY;
    pieces.forEach((piece, i) => {
        if (!startsLine[i])
            return;
        if (piece.kind !== 'text')
            least = 0;
        else if (!isBlankLine(piece.text))
            least = Math.min(least, (0,graphemes/* countGraphemes */.O)(indentationOf(piece.text)));
    });
    pieces.forEach((piece, i) => {
        if (startsLine[i] && piece.kind === 'text' && !isBlankLine(piece.text))
            piece.text = outdent(piece.text, least);
    });
}
const indentationOf = (text) => space/* LEADING_SPACE */.SC.exec(text)?.[0].replace(/\r?\n$/, '') ?? '';
const isBlankLine = (text) => text.endsWith('\n') && (0,space/* trimSpaceStart */.R5)(text) === '';
function outdent(text, width) {
    const indentation = indentationOf(text);
    return [...indentation].slice(width).join('') + text.slice(indentation.length);
}
function buildTemplate(cursor, pieces, range, end) {
    const [only] = pieces;
    if (pieces.length === 1 && only?.kind === 'text')
        return new Literal(values_value/* Value */.W.string(only.text), range);
    return templateOf(new Builder(cursor, pieces, end).all(), range);
}
class Builder {
    constructor(cursor, pieces, end) {
        this.cursor = cursor;
        this.pieces = pieces;
        this.end = end;
        this.index = 0;
    }
    all() {
        const built = this.until(undefined);
        const stray = this.pieces[this.index];
        if (stray)
            this.unexpected(stray, 'The control directives within this template are unbalanced.');
        return built;
    }
    until(opener) {
        const built = [];
        for (let piece = this.pieces[this.index]; piece; piece = this.pieces[this.index]) {
            if (piece.kind === 'else' || piece.kind === 'endif' || piece.kind === 'endfor')
                return built;
            this.index++;
            if (piece.kind === 'text') {
                if (typeof built[built.length - 1] === 'string')
                    built.push(`${built.pop()}${piece.text}`);
                else if (piece.text !== '')
                    built.push(piece.text);
            }
            else if (piece.kind === 'value')
                built.push(piece.node);
            else
                built.push(this.nested(piece));
        }
        if (!opener)
            return built;
        const { line, column } = opener.range.start;
        const detail = `The "${opener.kind}" at line ${line}, column ${column} needs an "end${opener.kind}".`;
        return this.cursor.fail('Unexpected end of template', detail, this.end, (0,span/* between */.Tq)(opener.range, this.end));
    }
    nested(piece) {
        this.cursor.enter();
        const node = piece.kind === 'if' ? this.conditional(piece) : this.loop(piece);
        this.cursor.leave();
        return node;
    }
    conditional(opener) {
        const whenTrue = this.until(opener);
        const hasElse = this.pieces[this.index]?.kind === 'else';
        if (hasElse)
            this.index++;
        const whenFalse = hasElse ? this.until(opener) : [];
        const end = this.pieces[this.index++];
        const { line, column } = opener.range.start;
        if (end.kind === 'else')
            this.unexpected(end, `The "if" at line ${line}, column ${column} already has an "else".`);
        if (end.kind !== 'endif')
            this.unexpected(end, `The "if" at line ${line}, column ${column} must be closed with "endif" first.`);
        const range = (0,span/* between */.Tq)(opener.range, end.range);
        return new Conditional(opener.condition, templateOf(whenTrue, range), templateOf(whenFalse, range), range);
    }
    loop(opener) {
        const body = this.until(opener);
        const end = this.pieces[this.index++];
        const { line, column } = opener.range.start;
        if (end.kind !== 'endfor')
            this.unexpected(end, `The "for" at line ${line}, column ${column} must be closed with "endfor" first.`);
        const range = (0,span/* between */.Tq)(opener.range, end.range);
        const { keyName, valueName, collection } = opener;
        return new TemplateFor(new expressions_for/* For */.a({ keyName, valueName, collection, value: templateOf(body, range), group: false }, range, opener.range), range);
    }
    unexpected(piece, detail) {
        return this.cursor.fail(`Unexpected ${piece.kind} directive`, detail, piece.range);
    }
}
function templateOf(pieces, range) {
    return pieces.every(piece => typeof piece === 'string')
        ? new Literal(values_value/* Value */.W.string(pieces.join('')), range)
        : new Template(pieces, range);
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-template.js










function parseQuoted(cursor) {
    const open = cursor.next();
    const pieces = readPieces(cursor, 'closeQuote', true);
    return assemble(cursor, pieces, open.range, cursor.next().range, true);
}
function parseHeredoc(cursor) {
    const open = cursor.next();
    if (!/^<<-?[^\s"']+\r?\n$/.test(open.text))
        cursor.found.error('Invalid heredoc', 'A heredoc begins with << or <<-, a word without quotes, and a line break.', parse_template_opener(open));
    const pieces = readPieces(cursor, 'closeHeredoc', false, open);
    applyStripMarkers(pieces);
    if (open.text.startsWith('<<-'))
        removeIndentation(pieces);
    const close = cursor.next();
    checkMarker(cursor, open, close);
    return assemble(cursor, pieces, open.range, close.range, false);
}
const UNTERMINATED = 'Unterminated template string';
const parse_template_opener = ({ file, range, text }) => ({ file, start: range.start, end: (0,source_text/* advance */.np)(range.start, text.trimEnd()) });
function failOnEnd(cursor, open) {
    cursor.saidUnclosed = true;
    cursor.found.error(UNTERMINATED, `The file ends before a line that holds only "${(0,scanner/* markerOf */.we)(open.text)}".`, parse_template_opener(open));
    throw new Abandoned();
}
function checkMarker(cursor, open, close) {
    const marker = (0,scanner/* markerOf */.we)(open.text);
    const found = (0,space/* trimSpace */.Pd)(close.text);
    const { line } = close.range.start;
    if (found === marker) {
        const behind = cursor.tokens.kinds[cursor.index];
        if (behind === 'newline')
            return;
        if (behind !== 'endOfFile')
            cursor.fail(UNTERMINATED, 'The end marker must stand alone on its line.', close.range);
        cursor.found.error(UNTERMINATED, 'A line break must follow the end marker, here too.', (0,span/* endOf */.pJ)(close.range));
        return;
    }
    const isMissing = `No line holds only "${marker}", which would end this heredoc.`;
    const advice = found === '' ? `Perhaps it should stand in front of line ${line}.` : `Line ${line}, "${found}", may be meant to.`;
    cursor.found.error(UNTERMINATED, `${isMissing} ${advice}`, parse_template_opener(open));
}
function parseBareTemplate(cursor) {
    const start = cursor.peek().range;
    const pieces = readPieces(cursor, 'endOfFile', false);
    return assemble(cursor, pieces, start, cursor.peek().range, true);
}
function assemble(cursor, pieces, start, end, unwrap) {
    const range = (0,span/* between */.Tq)(start, end);
    const [only] = pieces;
    if (unwrap && pieces.length === 1 && only?.kind === 'value')
        return new Wrapped(only.node, range, 'template');
    if (unwrap)
        applyStripMarkers(pieces);
    return buildTemplate(cursor, pieces, range, end);
}
function readPieces(cursor, end, escapes, heredoc) {
    const pieces = [];
    for (let kind = cursor.kind(); kind !== end; kind = cursor.kind()) {
        if (kind === 'literal')
            pieces.push(readLiteral(cursor, escapes));
        else if (kind === 'interpolation')
            pieces.push(readInterpolation(cursor));
        else if (kind === 'directive')
            pieces.push(readDirective(cursor));
        else if (heredoc && kind === 'unterminated')
            failOnEnd(cursor, heredoc);
        else
            cursor.fail('Unterminated template string', 'This string is not closed.');
    }
    return pieces;
}
function readLiteral(cursor, escapes) {
    const token = cursor.next();
    return { kind: 'text', text: unescapeLiteral(token, escapes, cursor.found), range: token.range };
}
function readInterpolation(cursor) {
    const open = cursor.next();
    cursor.enter();
    cursor.pushNewlines(false);
    const node = parseExpression(cursor);
    const close = closeSequence(cursor, open, 'interpolation');
    cursor.popNewlines();
    cursor.leave();
    return { kind: 'value', node, ...sequence(open, close) };
}
const sequence = (open, close) => ({
    range: (0,span/* between */.Tq)(open.range, close.range),
    trimBefore: open.length > 2,
    trimAfter: close.length > 1,
});
const DIRECTIVES = ['if', 'else', 'endif', 'for', 'endfor'];
function closeSequence(cursor, open, what) {
    const close = cursor.take('sequenceEnd');
    if (close)
        return close;
    const { kind, range } = cursor.peek();
    const isOpen = ['endOfFile', 'openQuote', 'unterminated'].includes(kind) || range.start.line > open.range.start.line;
    if (isOpen && what === 'interpolation')
        return cursor.fail('Unclosed template interpolation sequence', `No closing brace ends this sequence.`, open.range);
    if (isOpen)
        return cursor.fail('Unclosed template control sequence', 'No closing brace ends this sequence.', open.range);
    if (what === 'interpolation') {
        const detail = 'The closing brace must follow the expression. Quotes inside it need no backslash.';
        return cursor.fail('Extra characters after interpolation expression', detail);
    }
    const hint = what === 'else' ? ': there is no "else if"' : '';
    return cursor.fail(`Extra characters in ${what} marker`, `The closing brace must follow "${what}"${hint}.`);
}
function readDirective(cursor) {
    const open = cursor.next();
    cursor.enter();
    cursor.pushNewlines(false);
    const word = cursor.peek();
    const keyword = DIRECTIVES.find(directive => word.kind === 'identifier' && word.text === directive);
    if (!keyword)
        return failOnKeyword(cursor, word);
    cursor.next();
    const clause = keyword === 'if'
        ? { kind: keyword, condition: parseExpression(cursor) }
        : keyword === 'for'
            ? readForClause(cursor)
            : { kind: keyword };
    const close = closeSequence(cursor, open, keyword);
    cursor.popNewlines();
    cursor.leave();
    return { ...clause, ...sequence(open, close) };
}
function failOnKeyword(cursor, word) {
    if (word.kind !== 'identifier')
        return cursor.fail('Invalid template directive', 'One of the words if, else, endif, for and endfor must stand here.');
    return cursor.fail('Invalid template control keyword', `There is no directive "${word.text}".${(0,did_you_mean/* didYouMean */.au)(word.text, DIRECTIVES)}`);
}
function readForClause(cursor) {
    const name = () => cursor.take('identifier')?.text.normalize('NFC') ??
        cursor.fail("Invalid 'for' directive", 'The name of a variable must stand here.');
    const first = name();
    const second = cursor.skip(',') ? name() : undefined;
    if (!cursor.skipWord('in'))
        cursor.fail("Invalid 'for' directive", "The word 'in' must follow the names of the variables.");
    const names = second === undefined ? { valueName: first } : { keyName: first, valueName: second };
    return { kind: 'for', ...names, collection: parseExpression(cursor) };
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-expression.js












function parseExpression(cursor) {
    cursor.enter();
    const condition = parseBinary(cursor, 1);
    const result = cursor.skip('?') ? parseConditional(cursor, condition) : condition;
    cursor.leave();
    return result;
}
function parseConditional(cursor, condition) {
    const whenTrue = parseExpression(cursor);
    if (!cursor.skip(':'))
        cursor.fail('Missing false expression in conditional', 'A conditional, a ? b : c, needs a colon here and the result for false behind it.', undefined, (0,span/* between */.Tq)(condition.range, cursor.peek().range));
    return new Conditional(condition, whenTrue, parseExpression(cursor));
}
function parseBinary(cursor, least) {
    let left = parseUnary(cursor);
    for (;;) {
        const operator = OPERATORS.get(cursor.kind());
        if (!operator || operator.precedence < least)
            return left;
        cursor.index++;
        left = new Binary(left, operator, parseBinary(cursor, operator.precedence + 1));
    }
}
function parseUnary(cursor) {
    const kind = cursor.kind();
    if (kind !== '!' && kind !== '-')
        return parseSteps(cursor, parseTerm(cursor));
    const { range } = cursor.next();
    cursor.enter();
    const operand = parseUnary(cursor);
    cursor.leave();
    return new Unary(kind, operand, (0,span/* between */.Tq)(range, operand.range));
}
function parseTerm(cursor) {
    switch (cursor.kind()) {
        case 'number': {
            const token = cursor.next();
            return new Literal(parseNumber(cursor, token), token.range);
        }
        case 'identifier':
            return parseName(cursor, cursor.next());
        case 'openQuote':
            return parseQuoted(cursor);
        case 'openHeredoc':
            return parseHeredoc(cursor);
        case '(':
            return parseParentheses(cursor);
        case '[':
        case '{':
            return parseBrackets(cursor);
        case 'endOfFile':
            return cursor.fail('Missing expression', 'The file ends where an expression should begin.');
        default:
            return cursor.fail('Invalid expression', 'This is not the beginning of an expression, and one must stand here.');
    }
}
function parseNumber(cursor, token) {
    const number = big_float/* BigFloat */.p.parse(token.text);
    return number ? values_value/* Value */.W.number(number) : cursor.fail('Invalid number literal', `"${token.text}" is not a number.`, token.range);
}
function parseParentheses(cursor) {
    const open = cursor.next();
    cursor.pushNewlines(false);
    const inner = parseExpression(cursor);
    const close = cursor.take(')');
    if (!close)
        return cursor.fail('Unbalanced parentheses', 'The parenthesis must be closed here.', undefined, (0,span/* between */.Tq)(open.range, cursor.peek().range));
    cursor.popNewlines();
    return new Wrapped(inner, (0,span/* between */.Tq)(open.range, close.range), 'parentheses');
}
const KEYWORDS = new Map([
    ['true', values_value/* Value */.W.bool(true)],
    ['false', values_value/* Value */.W.bool(false)],
    ['null', values_value/* Value */.W.null()],
]);
function parseName(cursor, token) {
    const kind = cursor.kind();
    if (kind === '(' || kind === '::')
        return parseCall(cursor, token);
    const keyword = KEYWORDS.get(token.text);
    return keyword ? new Literal(keyword, token.range, token.text) : new traversal/* ScopeTraversal */.r((0,utf8/* nfc */.aX)(token.text), token.range, []);
}
function parseCall(cursor, first) {
    let name = first.text;
    let nameRange = first.range;
    while (cursor.skip('::')) {
        const token = cursor.take('identifier');
        if (!token)
            return cursor.fail('Missing function name', 'The name of a function must stand behind "::".');
        name += `::${token.text}`;
        nameRange = (0,span/* between */.Tq)(nameRange, token.range);
    }
    const open = cursor.take('(');
    if (!open)
        return cursor.fail('Missing open parenthesis', 'A name with "::" is a function: its arguments in parentheses must follow.');
    cursor.pushNewlines(false);
    const { args, expand } = parseArguments(cursor, (0,span/* between */.Tq)(nameRange, open.range));
    const close = cursor.next();
    cursor.popNewlines();
    return new Call(name, args, expand, (0,span/* between */.Tq)(first.range, close.range), nameRange, close.range);
}
function parseArguments(cursor, start) {
    const args = [];
    while (cursor.kind() !== ')') {
        args.push(parseExpression(cursor));
        const ellipsis = cursor.take('...');
        const { kind, range } = cursor.peek();
        if (ellipsis && kind !== ')')
            cursor.fail('Missing closing parenthesis', 'Only the last argument may be expanded with (...): close the parenthesis behind it.', ellipsis.range);
        if (ellipsis)
            return { args, expand: true };
        if (kind === 'endOfFile' || kind === 'unterminated')
            cursor.fail('Unterminated function call', 'The file ends before the parenthesis of this function call is closed.', start);
        if (kind !== ')' && !cursor.skip(','))
            cursor.fail('Missing argument separator', 'A comma must separate the arguments of a function.', undefined, (0,span/* between */.Tq)(start, range));
    }
    return { args, expand: false };
}

;// CONCATENATED MODULE: ./build/language/hcl/parse-body.js








class BodyParser {
    constructor(cursor, end, column = 0) {
        this.cursor = cursor;
        this.end = end;
        this.column = column;
        this.attributes = new Map();
        this.blocks = [];
        this.recovering = false;
        this.isCutShort = false;
    }
    parse() {
        const { cursor } = this;
        for (let kind = cursor.kind(); kind !== this.end && kind !== 'endOfFile'; kind = cursor.kind()) {
            if (cursor.skip('newline'))
                continue;
            if (this.column > 0 && kind === 'identifier' && cursor.peek().range.start.column <= this.column) {
                this.isCutShort = true;
                return;
            }
            const index = cursor.index;
            const state = cursor.save();
            try {
                this.parseStatement();
                this.recovering = false;
            }
            catch (error) {
                if (!(error instanceof Abandoned))
                    throw error;
                cursor.restore(state);
                skipStatement(cursor, index);
                cursor.found.lose((0,span/* between */.Tq)(cursor.tokens.at(index).range, cursor.tokens.at(cursor.index - 1).range));
                this.recovering = true;
            }
        }
    }
    result(missingItemRange) {
        return new HclBody(this.attributes, this.blocks, missingItemRange);
    }
    parseStatement() {
        const { cursor } = this;
        const name = cursor.take('identifier');
        if (!name) {
            if (this.recovering && cursor.kind() !== 'openQuote')
                throw new Abandoned();
            return cursor.kind() === 'openQuote'
                ? cursor.fail('Invalid argument name', 'The name of an argument, and the type of a block, stand without quotes.')
                : cursor.fail('Argument or block definition required', 'An argument, name = value, or a block must stand here.');
        }
        const kind = cursor.kind();
        if (kind === '=')
            return this.parseAttribute(name, { newline: true });
        if (kind === '{' || kind === 'openQuote' || kind === 'identifier')
            return this.parseBlock(name);
        const detail = 'An argument, name = value, or a block must stand here. The equals sign, or the opening brace, must be on this line.';
        return cursor.fail('Argument or block definition required', detail, name.range, (0,span/* between */.Tq)(name.range, cursor.peek().range));
    }
    parseAttribute(name, { newline }) {
        const { cursor } = this;
        cursor.skip('=');
        const previous = this.attributes.get(name.text);
        let expression = new Literal(values_value/* Value */.W.unknown(), name.range);
        try {
            expression = parseExpression(cursor);
        }
        finally {
            const { text, range: nameRange } = name;
            if (!previous)
                this.attributes.set(text, { name: text, expression, range: (0,span/* between */.Tq)(nameRange, expression.range), nameRange });
        }
        if (previous) {
            const { line, column } = previous.nameRange.start;
            const detail = `The argument "${name.text}" is already set at line ${line}, column ${column}. Each argument may be set only once.`;
            cursor.found.error('Attribute redefined', detail, name.range, { context: (0,span/* between */.Tq)(name.range, expression.range) });
        }
        if (newline)
            this.endStatement('argument', (0,span/* between */.Tq)(name.range, expression.range));
    }
    endStatement(what, context) {
        const { cursor } = this;
        const kind = cursor.kind();
        if (kind === 'endOfFile' || cursor.skip('newline'))
            return;
        if (kind === ',') {
            const detail = 'Each argument stands on a line of its own, without a comma behind it.';
            cursor.fail('Unexpected comma after argument', detail, undefined, context);
        }
        cursor.fail(`Missing newline after ${what}`, `The ${what} must end with a newline.`, undefined, context);
    }
    parseBlock(typeToken) {
        const { cursor } = this;
        const header = parseHeader(cursor, typeToken);
        cursor.enter();
        const parser = new BodyParser(cursor, '}', cursor.byIndentation ? typeToken.range.start.column : 0);
        const body = parseBlockBody(cursor, parser, header);
        cursor.leave();
        const { labels, labelRanges, definitionRange, isDamaged } = header;
        this.blocks.push({ type: typeToken.text, labels, body, typeRange: typeToken.range, labelRanges, definitionRange, isDamaged });
        if (!parser.isCutShort)
            this.endStatement('block definition', definitionRange);
    }
}
function parseBody(cursor) {
    const parser = new BodyParser(cursor, 'endOfFile');
    parser.parse();
    return parser.result(cursor.peek().range);
}

;// CONCATENATED MODULE: ./build/language/hcl/index.js








function parseFile(text, file) {
    return parse(text, file, undefined, 'main', parseBody);
}
function hcl_parseExpression(text, file, start) {
    return parse(text, file, start, 'main', cursor => orUnknown(cursor, parseWhole));
}
function parseTemplate(text, file, start) {
    return parse(text, file, start, 'bare', cursor => orUnknown(cursor, parseBareTemplate));
}
function parse(text, file, start, mode, read) {
    const source = (0,source_text/* decodeSource */.E4)(text, file, start);
    let tokens = (0,scanner/* tokenize */.qw)(source.text, file, source.start, mode);
    const strict = attempt(new Cursor(tokens));
    const parsed = strict.diagnostics.length > 0 && mode === 'main' ? asMeant() : strict;
    const { value, diagnostics } = parsed.isUnclosed ? byLayout(parsed) : parsed;
    return { value, diagnostics: [...source.diagnostics, ...diagnostics] };
    function asMeant() {
        if (!source.text.includes('<<'))
            return strict;
        const meant = (0,scanner/* tokenizeAsMeant */.lv)(source.text, file, source.start);
        const again = attempt(new Cursor(meant));
        if (again.diagnostics.length === 0)
            return strict;
        tokens = meant;
        return again;
    }
    function attempt(cursor) {
        const value = read(cursor);
        return { value, diagnostics: cursor.found.diagnostics, isUnclosed: cursor.saidUnclosed };
    }
    function byLayout(before) {
        const again = attempt(new Cursor(tokens, true));
        const gain = before.diagnostics.length - again.diagnostics.length;
        return gain > 0 || (gain === 0 && !again.isUnclosed) ? again : before;
    }
}
function orUnknown(cursor, read) {
    try {
        return read(cursor);
    }
    catch (error) {
        if (!(error instanceof Abandoned))
            throw error;
        return new Literal(values_value/* Value */.W.unknown(), cursor.tokens.at(0).range);
    }
}
function parseWhole(cursor) {
    cursor.pushNewlines(false);
    const node = parseExpression(cursor);
    if (cursor.kind() !== 'endOfFile')
        cursor.fail('Extra characters after expression', 'An expression was successfully parsed, but more follows it here.');
    return node;
}


/***/ }),

/***/ 95902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  we: () => (/* binding */ markerOf),
  SQ: () => (/* binding */ scan),
  qw: () => (/* binding */ tokenize),
  lv: () => (/* binding */ tokenizeAsMeant)
});

// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
;// CONCATENATED MODULE: ./build/language/line-table.js

class LineTable {
    constructor(text, file, first) {
        this.text = text;
        this.file = file;
        this.first = first;
        this.line = -1;
        this.offset = 0;
        this.position = first;
    }
    at(offset) {
        this.lines ??= this.findLines();
        if (this.line < 0 || offset < this.offset || offset >= (this.lines[this.line + 1]?.offset ?? Number.POSITIVE_INFINITY))
            this.goToLineOf(offset, this.lines);
        if (offset > this.offset)
            this.position = (0,source_text/* advance */.np)(this.position, this.text.slice(this.offset, offset));
        this.offset = offset;
        return this.position;
    }
    findLines() {
        const { text } = this;
        const lines = [{ offset: 0, position: this.first }];
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            const last = lines[lines.length - 1];
            lines.push({ offset: at + 1, position: (0,source_text/* advance */.np)(last.position, text.slice(last.offset, at + 1)) });
        }
        return lines;
    }
    goToLineOf(offset, lines) {
        let [low, high] = [0, lines.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (lines[middle].offset <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        this.line = low;
        this.offset = lines[low].offset;
        this.position = lines[low].position;
    }
}

// EXTERNAL MODULE: ./build/language/hcl/space.js
var space = __webpack_require__(43172);
;// CONCATENATED MODULE: ./build/language/hcl/heredoc-end.js

function heredocEnd(source, opener, marker) {
    const { lines, isClosed } = linesUpTo(source, source.indexOf('\n', opener) + 1, marker);
    const sameOpening = new RegExp(`<<[-~]?\\s*["']?${marker}["']?\\s*$`);
    const again = isClosed ? lines.findLastIndex(({ text }) => sameOpening.test(text)) : lines.length;
    const right = isClosed ? endAt(lines[lines.length - 1], marker.length) : undefined;
    const meant = again < 0 ? undefined : lookAlike(lines.slice(0, again), marker);
    return meant ?? right ?? byLayout(lines, source.slice(source.lastIndexOf('\n', opener) + 1, opener));
}
function linesUpTo(source, from, marker) {
    const lines = [];
    for (let offset = from; offset < source.length;) {
        const end = source.indexOf('\n', offset);
        const text = source.slice(offset, end < 0 ? undefined : end);
        lines.push({ offset, text });
        if (end < 0)
            break;
        if ((0,space/* trimSpace */.Pd)(text) === marker)
            return { lines, isClosed: true };
        offset = end + 1;
    }
    return { lines, isClosed: false };
}
const indentationOf = (text) => text.length - text.trimStart().length;
const endAt = ({ offset, text }, length) => ({ offset, length: indentationOf(text) + length });
const WORD = /^\s*([\p{ID_Start}_][\p{ID_Continue}-]*)(.*)$/u;
const BEHIND = /^\s*[,;)\]}]*\s*(?:(?:#|\/\/).*)?$/;
function lookAlike(lines, marker) {
    let best;
    let least = Number.POSITIVE_INFINITY;
    const ends = new Set();
    for (const line of lines) {
        for (const [, inner] of line.text.matchAll(/<<[-~]?\s*['"\\]?([\w-]+)/g))
            ends.add(inner);
        const [, word = '', behind = ''] = WORD.exec(line.text) ?? [];
        if (word === '' || !BEHIND.test(behind) || ends.has(word))
            continue;
        const distance = unlikeness(word, marker);
        if (distance < least)
            [best, least] = [endAt(line, word.length), distance];
    }
    return best;
}
function unlikeness(word, marker) {
    if (word === marker)
        return 0;
    if (word.toUpperCase() === marker.toUpperCase())
        return 1;
    const letters = (text) => [...text.toUpperCase()].sort().join('');
    if (letters(word) === letters(marker))
        return 2;
    if (marker.startsWith(word.slice(0, -1)) && Math.abs(word.length - marker.length) < 2)
        return 3;
    return /^[A-Z][A-Z0-9_]+$/.test(word) ? 4 : Number.POSITIVE_INFINITY;
}
const HEADER = /^\s*[\w-]+(?:\s+"[^"]*")*\s*\{\s*$/;
const CLOSERS = /^\s*(?:[)\]}]+,?\s*)?$/;
function byLayout(lines, opening) {
    const depth = indentationOf(opening);
    const header = lines.findIndex(({ text }) => HEADER.test(text) && indentationOf(text) < depth);
    let end = header < 0 ? lines.length : header;
    while (end > 0 && CLOSERS.test(lines[end - 1].text))
        end--;
    const line = lines[end];
    return line && { offset: line.offset, length: 0 };
}

// EXTERNAL MODULE: ./build/language/span.js
var span = __webpack_require__(21044);
;// CONCATENATED MODULE: ./build/language/hcl/token.js

const PUNCTUATION = [
    ...['...', '=>', '==', '!=', '<=', '>=', '&&', '||', '::'],
    ...['{', '}', '[', ']', '(', ')', '.', ',', ':', '?', '=', '!', '<', '>', '+', '-', '*', '/', '%'],
];
const KNOWN = new Set(PUNCTUATION);
function punctuationAt(text, offset) {
    const character = text[offset];
    if (character === '.' && text.startsWith('...', offset))
        return '...';
    const pair = character + text[offset + 1];
    return (KNOWN.has(pair) ? pair : KNOWN.has(character) ? character : undefined);
}
class Token extends span/* Span */.L9 {
    constructor(kind, source, from, to) {
        super(source, from, to);
        this.kind = kind;
    }
    get text() {
        return this.source.text.slice(this.from, this.to);
    }
    get range() {
        return this;
    }
}
class TokenTable {
    constructor(source) {
        this.source = source;
        this.kinds = [];
        this.places = new Uint32Array(source.text.length + 2);
    }
    add(kind, start, end) {
        const at = 2 * this.kinds.push(kind) - 2;
        if (at + 1 >= this.places.length)
            this.grow();
        this.places[at] = start;
        this.places[at + 1] = end;
    }
    grow() {
        const before = this.places;
        this.places = new Uint32Array(2 * before.length);
        this.places.set(before);
    }
    at(index) {
        return new Token(this.kinds[index], this.source, this.places[2 * index], this.places[2 * index + 1]);
    }
    *[Symbol.iterator]() {
        for (let i = 0; i < this.kinds.length; i++)
            yield this.at(i);
    }
}

;// CONCATENATED MODULE: ./build/language/hcl/scanner.js




const ASCII_IDENTIFIER = /[A-Za-z_][\w-]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:(?:\.|[eE][+-]?)\d+)*/y;
const COMMENT = /(?:#|\/\/)[^\n]*?(?=\r?\n|$)|\/\*[\s\S]*?\*\//y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const MEANT_HEREDOC = /<<[-~]?[ \t]*(["']?)([\p{ID_Start}_][\p{ID_Continue}-]*)\1[ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n/uy;
const NEWLINE = /\r?\n/y;
const SPACE_BEFORE_BREAK = /^[^\S\r\n]\r?\n/;
const CHARACTER = /[\s\S]/uy;
const PLAIN = /[^$%"\\\r\n]+/y;
const tokenize = (text, file, start, mode) => new Scanner(text, file, start, mode).scan();
const tokenizeAsMeant = (text, file, start) => new Scanner(text, file, start, 'main', true).scan();
const scan = (text, file, start) => [...tokenize(text, file, start, 'main')];
const markerOf = (opening) => /[\p{ID_Start}_][\p{ID_Continue}-]*/u.exec(opening)[0];
const isSpace = (code) => code === 0x20 || code === 0x09;
const isLetter = (code) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
class Scanner {
    constructor(text, file, start, mode, asMeant = false) {
        this.text = text;
        this.asMeant = asMeant;
        this.offset = 0;
        this.tokens = new TokenTable(new LineTable(text, file, start));
        this.modes = [mode === 'bare' ? { kind: 'bare' } : { kind: 'main', braces: 0, sequence: false, offset: -1 }];
    }
    scan() {
        while (this.offset < this.text.length) {
            const mode = this.modes[this.modes.length - 1];
            if (this.asMeant && this.endsAsMeant())
                continue;
            if (mode.kind === 'main')
                this.scanMain(mode);
            else if (mode.kind === 'heredoc' && mode.lineStart && this.closesHeredoc(mode.marker))
                this.modes.pop();
            else
                this.scanTemplate(mode);
        }
        if (this.modes[this.modes.length - 1].kind === 'quoted' || this.modes[this.modes.length - 1].kind === 'heredoc')
            this.emit('unterminated', 0);
        this.emit('endOfFile', 0);
        return this.tokens;
    }
    scanMain(mode) {
        while (isSpace(this.text.charCodeAt(this.offset)))
            this.offset++;
        if (isLetter(this.text.charCodeAt(this.offset))) {
            this.emit('identifier', this.identifierLength());
            return;
        }
        const character = this.text[this.offset];
        if (character === undefined)
            return;
        if (character === '\n' || character === '\r')
            this.scanNewline();
        else if (character === '"') {
            this.emit('openQuote', 1);
            this.modes.push({ kind: 'quoted', offset: this.offset });
        }
        else if (character >= '0' && character <= '9')
            this.emit('number', this.match(NUMBER));
        else if ((character === '#' || character === '/') && this.match(COMMENT) > 0)
            this.emit('comment', this.match(COMMENT));
        else if (character === '<' && this.match(this.heredoc) > 0)
            this.openHeredoc();
        else if (character === '}' && mode.sequence && mode.braces === 0)
            this.closeSequence(mode, 1);
        else if (character === '~' && this.text[this.offset + 1] === '}')
            this.closeSequence(mode, 2);
        else {
            const word = character > '\x7f' ? this.match(IDENTIFIER) : 0;
            if (word > 0)
                this.emit('identifier', word);
            else
                this.scanPunctuation(mode, character);
        }
    }
    identifierLength() {
        const length = this.match(ASCII_IDENTIFIER);
        return this.text.charCodeAt(this.offset + length) > 0x7f ? this.match(IDENTIFIER) : length;
    }
    closeSequence(mode, length) {
        this.emit('sequenceEnd', length);
        if (mode.sequence && mode.braces === 0)
            this.modes.pop();
    }
    scanPunctuation(mode, character) {
        if (character === '{')
            mode.braces++;
        if (character === '}' && mode.braces > 0)
            mode.braces--;
        const punctuation = punctuationAt(this.text, this.offset);
        if (punctuation !== undefined)
            this.emit(punctuation, punctuation.length);
        else
            this.emit('invalid', this.match(CHARACTER));
    }
    scanNewline() {
        const length = this.match(NEWLINE);
        this.emit(length > 0 ? 'newline' : 'invalid', length || 1);
    }
    openHeredoc() {
        const from = this.offset;
        this.emit('openHeredoc', this.match(this.heredoc));
        const marker = markerOf(this.text.slice(from, this.offset));
        const meantEnd = this.asMeant ? heredocEnd(this.text, from, marker) : undefined;
        this.modes.push({ kind: 'heredoc', marker, lineStart: true, meantEnd });
    }
    get heredoc() {
        return this.asMeant ? MEANT_HEREDOC : HEREDOC;
    }
    endsAsMeant() {
        const depth = this.modes.findLastIndex(({ kind }) => kind === 'heredoc');
        const mode = this.modes[depth];
        if (mode?.kind !== 'heredoc' || !mode.meantEnd || this.offset < mode.meantEnd.offset)
            return false;
        const { offset, length } = mode.meantEnd;
        this.emit('closeHeredoc', Math.max(0, offset + length - this.offset));
        if (length === 0)
            this.emit('newline', 0);
        this.modes.length = depth;
        return true;
    }
    closesHeredoc(marker) {
        const end = this.text.indexOf('\n', this.offset);
        if (end < 0 || (0,space/* trimSpace */.Pd)(this.text.slice(this.offset, end)) !== marker)
            return false;
        this.emit('closeHeredoc', end - this.offset - (this.text[end - 1] === '\r' ? 1 : 0));
        return true;
    }
    scanTemplate(mode) {
        const length = this.literalLength(mode);
        if (length > 0) {
            this.emit('literal', length);
            if (mode.kind === 'heredoc')
                mode.lineStart = this.text[this.offset - 1] === '\n';
            return;
        }
        const character = this.text[this.offset];
        if (character === '$' || character === '%') {
            this.emit(character === '$' ? 'interpolation' : 'directive', this.text[this.offset + 2] === '~' ? 3 : 2);
            if (mode.kind === 'heredoc')
                mode.lineStart = false;
            this.modes.push({ kind: 'main', braces: 0, sequence: true, offset: this.offset });
        }
        else if (character === '"') {
            this.emit('closeQuote', 1);
            this.modes.pop();
        }
        else if (character === '\r' && this.text[this.offset + 1] !== '\n')
            this.emit('invalid', 1);
        else
            this.breakOff();
    }
    breakOff() {
        this.emit('unterminated', 0);
        const broken = this.modes.pop();
        const lineStart = 'offset' in broken ? this.text.lastIndexOf('\n', broken.offset - 1) : this.offset;
        const isOnSameLine = (mode) => 'offset' in mode && mode.offset > lineStart;
        while (isOnSameLine(this.modes[this.modes.length - 1]))
            this.modes.pop();
    }
    literalLength(mode) {
        const { text, offset } = this;
        const quoted = mode.kind === 'quoted';
        let i = offset;
        while (i < text.length) {
            i += this.match(PLAIN, i);
            const character = text[i];
            if (character === '\n')
                return quoted ? i - offset - (i > offset && text[i - 1] === '\r' ? 1 : 0) : i + 1 - offset;
            if (quoted && character === '"')
                break;
            if (character === '\r' && text[i + 1] !== '\n' && mode.kind !== 'bare')
                break;
            if (quoted && character === '\\' && text[i + 1] !== '\n' && text[i + 1] !== '\r')
                i += 2;
            else if (character === '$' || character === '%') {
                const from = i;
                while (text[i] === character)
                    i++;
                if (SPACE_BEFORE_BREAK.test(text.slice(i, i + 3)))
                    return i + 1 - offset;
                if (text[i] !== '{')
                    continue;
                if (i - from === 1)
                    return from - offset;
                i++;
            }
            else
                i++;
        }
        return Math.min(i, text.length) - offset;
    }
    match(pattern, offset = this.offset) {
        pattern.lastIndex = offset;
        return pattern.test(this.text) ? pattern.lastIndex - offset : 0;
    }
    emit(kind, length) {
        const start = this.offset;
        this.offset += length;
        this.tokens.add(kind, start, this.offset);
    }
}


/***/ }),

/***/ 43172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pd: () => (/* binding */ trimSpace),
/* harmony export */   R5: () => (/* binding */ trimSpaceStart),
/* harmony export */   SC: () => (/* binding */ LEADING_SPACE),
/* harmony export */   id: () => (/* binding */ trimSpaceEnd)
/* harmony export */ });
const SPACE = /\p{White_Space}/u;
const LEADING_SPACE = /^\p{White_Space}+/u;
const trimSpaceStart = (text) => text.replace(LEADING_SPACE, '');
function trimSpaceEnd(text) {
    let end = text.length;
    while (end > 0 && SPACE.test(text[end - 1]))
        end--;
    return text.slice(0, end);
}
const trimSpace = (text) => trimSpaceStart(trimSpaceEnd(text));


/***/ }),

/***/ 66909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ decodeSource),
/* harmony export */   d3: () => (/* binding */ START),
/* harmony export */   np: () => (/* binding */ advance)
/* harmony export */ });
/* unused harmony export at */
/* harmony import */ var _graphemes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45576);
/* harmony import */ var _values_utf8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81206);


const START = { line: 1, column: 1, byte: 0 };
const at = (file, position) => ({ file, start: position, end: position });
function advance(from, text) {
    if (text.length < 40 && isPlain(text))
        return { line: from.line, column: from.column + text.length, byte: from.byte + text.length };
    const lastBreak = text.lastIndexOf('\n');
    const tail = lastBreak < 0 ? text : text.slice(lastBreak + 1);
    return {
        line: lastBreak < 0 ? from.line : from.line + text.split('\n').length - 1,
        column: (lastBreak < 0 ? from.column : 1) + (0,_graphemes__WEBPACK_IMPORTED_MODULE_0__/* .countGraphemes */ .O)(tail),
        byte: from.byte + ((0,_values_utf8__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(text) ? text.length : Buffer.byteLength(text)),
    };
}
function isPlain(text) {
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code < 0x20 || code > 0x7e)
            return false;
    }
    return true;
}
function decodeSource(source, file, start = START) {
    const raw = typeof source === 'string' ? source : new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);
    const hasMark = raw.startsWith('\ufeff');
    const text = hasMark ? raw.slice(1) : raw;
    const first = hasMark ? { ...start, byte: start.byte + 3 } : start;
    const broken = typeof source === 'string' || isUtf8(source) ? -1 : text.indexOf('\ufffd');
    if (broken < 0)
        return { text, start: first, diagnostics: [] };
    const subject = { file, start: advance(first, text.slice(0, broken)), end: advance(first, text.slice(0, broken + 1)) };
    const detail = 'This file is not UTF-8 from here on. Save it with UTF-8 encoding.';
    return { text, start: first, diagnostics: [{ severity: 'error', summary: 'Invalid character encoding', detail, subject }] };
}
function isUtf8(bytes) {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
;