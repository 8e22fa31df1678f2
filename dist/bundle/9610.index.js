"use strict";
exports.id = 9610;
exports.ids = [9610];
exports.modules = {

/***/ 14145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ base64Lines),
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
const MASK = '<sensitive>';
const SHORTEST_LINE = 4;
const SHORTEST_BASE64 = 8;
const SHORTEST_HEX = 8;
class Redactor {
    constructor(secrets = []) {
        this.forms = new Set();
        this.add(...secrets);
    }
    add(...secrets) {
        for (const secret of secrets)
            if (secret?.trim())
                for (const form of formsOf(secret))
                    this.forms.add(form);
        this.pattern = undefined;
    }
    text(text) {
        return this.forms.size === 0 ? text : text.replace(this.search(), MASK);
    }
    wholeUntil(text) {
        if (this.forms.size === 0)
            return text.length;
        const longest = Math.max(...[...this.forms].map(form => form.length));
        let end = Math.max(0, text.length - longest + 1);
        for (const match of text.matchAll(this.search())) {
            const after = match.index + match[0].length;
            if (match.index < end && after > end)
                end = after;
        }
        return end;
    }
    search() {
        this.pattern ??= new RegExp([...this.forms]
            .sort((a, b) => b.length - a.length)
            .map(literally)
            .join('|'), 'g');
        return this.pattern;
    }
    deep(value, spare = NOTHING) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map(element => this.deep(element, spare));
        if (value === null || typeof value !== 'object')
            return value;
        if ('toJSON' in value && typeof value.toJSON === 'function')
            return this.deep(value.toJSON(), spare);
        const entries = Object.entries(value).map(([key, inner]) => [key, spare.has(key) ? inner : this.deep(inner, spare)]);
        return Object.fromEntries(entries);
    }
}
const NOTHING = new Set();
function* formsOf(secret) {
    yield* base64Lines(secret);
    const lines = secret.split(/\r?\n/).map(line => line.trim());
    for (const text of new Set([secret, secret.trim(), ...lines.filter(line => line.length >= SHORTEST_LINE)])) {
        yield text;
        yield JSON.stringify(text).slice(1, -1);
        yield JSON.stringify(text)
            .slice(1, -1)
            .replace(/[<>&]/g, c => `\\u00${c.charCodeAt(0).toString(16)}`);
        yield asciiJson(text);
        yield text.replaceAll("'", `'"'"'`);
        yield text.replaceAll("'", `'\\''`);
        yield text.replace(/["\\$`]/g, '\\$&');
        yield text.replaceAll("'", "''");
        yield text.replace(/["$`]/g, '`$&');
        yield text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        yield* urlForms(text);
        yield* base64Forms(Buffer.from(text));
        yield* base64Forms(Buffer.from(text, 'utf16le'));
        yield* hexForms(text);
    }
}
function* hexForms(text) {
    const digits = Buffer.from(text).toString('hex');
    if (digits.length < SHORTEST_HEX)
        return;
    yield digits;
    yield digits.toUpperCase();
}
const asciiJson = (text) => JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
function* urlForms(text) {
    const wellFormed = Buffer.from(text).toString();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const path = strict.replaceAll('%2F', '/');
    for (const encoded of new Set([component, strict, path, encodeURI(wellFormed)]))
        for (const spaced of new Set([encoded, encoded.replaceAll('%20', '+')])) {
            yield spaced;
            yield spaced.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase());
        }
}
function* base64Forms(bytes) {
    for (const offset of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const begin = offset === 0 ? 0 : offset + 1;
        const end = Math.floor(((bytes.length + offset) * 8) / 6);
        const certain = encoded.slice(begin, end);
        if (certain.length < SHORTEST_BASE64)
            continue;
        yield certain;
        yield certain.replaceAll('+', '-').replaceAll('/', '_');
    }
}
const BASE64_WIDTHS = [76, 64];
function base64Lines(text) {
    const encoded = [text, text.trim(), `${text.trim()}\n`].map(each => Buffer.from(each).toString('base64'));
    const lines = BASE64_WIDTHS.flatMap(width => encoded.filter(each => each.length > width).flatMap(each => each.match(new RegExp(`.{1,${width}}`, 'g')) ?? []));
    return [...new Set(lines)].filter(line => line.length >= SHORTEST_BASE64);
}
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');


/***/ }),

/***/ 79131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ title),
/* harmony export */   ib: () => (/* binding */ lower),
/* harmony export */   js: () => (/* binding */ upper)
/* harmony export */ });
/* harmony import */ var _values_utf8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81206);

const upper = (text) => ((0,_values_utf8__WEBPACK_IMPORTED_MODULE_0__/* .isAscii */ .ER)(text) ? text.toUpperCase() : Array.from(text, upperCharacter).join(''));
const lower = (text) => Array.from(text, character => (character === 'İ' ? 'i' : single(character.toLowerCase(), character))).join('');
function title(text) {
    let inWord = false;
    return Array.from(text, character => {
        const first = !inWord;
        inWord = /^[\p{ASCII}]$/u.test(character) ? /\w/.test(character) : !/\p{White_Space}/u.test(character);
        return first ? titleCharacter(character) : character;
    }).join('');
}
function upperCharacter(character) {
    const code = character.codePointAt(0);
    if (code >= 0x1f80 && code <= 0x1faf && (code & 8) === 0)
        return String.fromCodePoint(code + 8);
    if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3)
        return String.fromCodePoint(code + 9);
    return single(character.toUpperCase(), character);
}
function titleCharacter(character) {
    const digraph = ['ǄǅǆDŽ', 'ǇǈǉLJ', 'ǊǋǌNJ', 'ǱǲǳDZ'].find(forms => forms.slice(0, 3).includes(character));
    if (digraph)
        return digraph[1];
    return /[\u10d0-\u10ff]/.test(character) ? character : upperCharacter(character);
}
const single = (mapped, original) => ([...mapped].length === 1 ? mapped : original);


/***/ }),

/***/ 86503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ parseJsonTree)
});

// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
// EXTERNAL MODULE: ./build/language/span.js
var span = __webpack_require__(21044);
;// CONCATENATED MODULE: ./build/language/json/brackets.js
function mismatches(scanner, token, awaited) {
    const open = [...awaited];
    let count = 0;
    for (let { kind } = token; kind !== 'end'; { kind } = scanner.next()) {
        if (kind === '{' || kind === '[')
            open.push(kind === '{' ? '}' : ']');
        else if (isCloser(kind)) {
            if (open[open.length - 1] !== kind)
                count++;
            if (open.includes(kind))
                open.length = open.lastIndexOf(kind);
        }
    }
    return count + open.length;
}
const isCloser = (kind) => kind === '}' || kind === ']';
const closerOf = (kind) => (kind === '{' ? '}' : ']');

;// CONCATENATED MODULE: ./build/language/json/scanner.js

const SPACE = /[ \t\r\n]+/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"?/y;
const QUOTED = /'(?:[^'\\\n]|\\[^\n])*'|`[^`\n]*`|[“”][^“”\n]*[“”]|[‘’][^‘’\n]*[‘’]/y;
const COMMENT = /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const NUMBER = /[-+.0-9][-+.0-9a-zA-Z]*/y;
const KEYWORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy;
const PUNCTUATION = '{}[]:,=';
class JsonScanner {
    constructor(text, file, position, offset = 0) {
        this.text = text;
        this.file = file;
        this.position = position;
        this.offset = offset;
    }
    copy() {
        return new JsonScanner(this.text, this.file, this.position, this.offset);
    }
    next() {
        const from = this.offset;
        this.skip(this.match(SPACE));
        const beginsLine = this.offset === 0 || this.text.slice(from, this.offset).includes('\n');
        const character = this.text[this.offset];
        const token = (kind, length) => this.emit(kind, length, beginsLine);
        if (character === undefined)
            return token('end', 0);
        if (PUNCTUATION.includes(character))
            return token(character, 1);
        if (character === '"')
            return token('string', this.match(STRING));
        const number = this.match(NUMBER);
        if (number > 0)
            return token('number', number);
        const keyword = this.match(KEYWORD);
        if (keyword > 0)
            return token('keyword', keyword);
        const quoted = this.match(QUOTED);
        if (quoted > 0)
            return token('quoted', quoted);
        const comment = this.match(COMMENT);
        return comment > 0 ? token('comment', comment) : token('invalid', this.text.codePointAt(this.offset) > 0xffff ? 2 : 1);
    }
    match(pattern, offset = this.offset) {
        pattern.lastIndex = offset;
        return pattern.test(this.text) ? pattern.lastIndex - offset : 0;
    }
    goBehind(token, length) {
        this.offset = token.offset;
        this.position = token.range.start;
        this.skip(length);
    }
    skip(length) {
        this.position = (0,source_text/* advance */.np)(this.position, this.text.slice(this.offset, this.offset + length));
        this.offset += length;
    }
    emit(kind, length, beginsLine) {
        const { offset, position: start } = this;
        this.skip(length);
        const text = this.text.slice(offset, this.offset);
        return { kind, text, offset, beginsLine, range: { file: this.file, start, end: this.position } };
    }
}

// EXTERNAL MODULE: ./build/language/collector.js
var collector = __webpack_require__(33201);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
// EXTERNAL MODULE: ./build/language/values/big-float.js
var big_float = __webpack_require__(95084);
;// CONCATENATED MODULE: ./build/language/json/broken-strings.js
const CLOSE = 'The closing quotation mark is missing.';
const LINE_BREAK = 'A string ends on the line it begins on. Write \\n for a line break.';
const INNER_QUOTE = 'A quotation mark inside a string needs a backslash: \\".';
const LEAST_TAIL = /[\s,[{]+$/;
const KEY_LINE = /[ \t]*"(?:[^"\\\n]|\\[^\n])*"[ \t]*:/y;
const LINE = /[^\n]*/y;
const TO_LAST_QUOTE = /[^\n]*?"(?=\s*(?:[,\]}]|$))/y;
const WORD = /[\p{ID_Continue}$\\'`.<]|\/(?![/*])|\{\{/uy;
function mendString(token, scanner, isName) {
    const { text, offset } = token;
    const isClosed = text.length > 1 && /^"(?:[^"\\]|\\.)*"$/.test(text);
    if (!isClosed)
        return (isName ? undefined : overLines(token, scanner)) ?? withoutClose(text.slice(1).replace(/\r$/, ''), isName);
    if (scanner.match(WORD, offset + text.length) === 0)
        return undefined;
    const inner = text.slice(1, -1);
    if (isName ? /:[\s[{]*$/.test(inner) : /[,}\]][\s,[{]*$/.test(inner))
        return withoutClose(inner, isName);
    const more = isName ? 0 : scanner.match(TO_LAST_QUOTE, offset + text.length);
    if (more === 0)
        return undefined;
    const rest = scanner.text.slice(offset + text.length, offset + text.length + more - 1);
    return { text: inner + rest, wrongAt: text.length - 1, resumeAt: text.length + more, advice: INNER_QUOTE };
}
function withoutClose(inner, isName) {
    const text = isName ? inner.replace(/\s*:(?:[\s[{][\s\S]*)?$/, '') : withoutTail(inner);
    return { text, wrongAt: text.length + 1, resumeAt: text.length + 1, advice: CLOSE };
}
function withoutTail(inner) {
    let text = inner.replace(LEAST_TAIL, '');
    for (let close = text.at(-1); close === '}' || close === ']'; close = text.at(-1)) {
        const opener = close === '}' ? '{' : '[';
        if (text.split(close).length <= text.split(opener).length)
            break;
        text = text.slice(0, -1).replace(LEAST_TAIL, '');
    }
    return text;
}
function overLines({ text, offset }, scanner) {
    let at = offset + text.length + 1;
    for (; at < scanner.text.length; at += scanner.match(LINE, at) + 1) {
        if (scanner.match(KEY_LINE, at) > 0)
            return undefined;
        const line = scanner.text.slice(at, at + scanner.match(LINE, at));
        const quotes = [...line.matchAll(/\\.|"/g)].filter(([found]) => found === '"');
        if (quotes.length % 2 === 1) {
            const end = quotes[0].index;
            const meant = scanner.text.slice(offset + 1, at + end).replace(/\r?\n/g, '\\n');
            const isEnd = /^[\s,\]}]*$/.test(line.slice(end + 1, quotes[1]?.index));
            return isEnd ? { text: meant, wrongAt: text.length, resumeAt: at + end + 1 - offset, advice: LINE_BREAK } : undefined;
        }
        if (quotes.length > 0 || /^\s*(?:[{}[\]],?\s*)*$/.test(line))
            return undefined;
    }
    return undefined;
}
const lengthWithoutOpening = (scanner, token, isName) => scanner.match(isName ? NAME_WITHOUT_OPENING : VALUE_WITHOUT_OPENING, token.offset);
const NAME_WITHOUT_OPENING = /[^\n"{}[\],:]+"(?=\s*:)/y;
const VALUE_WITHOUT_OPENING = /[^\n"{}[\],:]+"(?=\s*(?:[,\]}]|$))/y;

;// CONCATENATED MODULE: ./build/language/json/words.js





const MOST_MISTAKES = 100;
const words_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const COLON = /\s*:/y;
const IN_QUOTES = 'Strings stand in double quotes (").';
class Abandoned extends Error {
}
class GivenUp extends Error {
}
class JsonWords {
    constructor(scanner) {
        this.scanner = scanner;
        this.found = new collector/* Collector */.g();
        this.indentation = 1;
        this.mayLackComma = false;
        this.token = this.read();
    }
    read() {
        let token = this.scanner.next();
        for (let before = token; token.kind === 'comment'; before = token, token = this.scanner.next())
            if (before === token || !token.beginsLine)
                this.error('Invalid JSON comment', 'JSON has no comments. A property that begins with "//" or "_" can be one.', token.range);
        if (token.beginsLine)
            this.indentation = token.range.start.column;
        return token;
    }
    take() {
        const { token } = this;
        this.before = token;
        this.mayLackComma = false;
        this.token = this.read();
        return token;
    }
    skip(kind) {
        if (this.token.kind !== kind)
            return false;
        this.take();
        return true;
    }
    error(summary, detail, subject = this.token.range, context) {
        this.found.error(summary, detail, subject, { context });
        if (this.found.diagnostics.length >= MOST_MISTAKES)
            throw new GivenUp();
    }
    fail(summary, detail, subject) {
        this.error(summary, detail, subject);
        throw new Abandoned(summary);
    }
    isAtName() {
        const { kind, offset, text } = this.token;
        return kind === 'string' && this.scanner.match(COLON, offset + text.length) > 0;
    }
    number() {
        const { text, range } = this.take();
        const number = words_NUMBER.test(text) ? big_float/* BigFloat */.p.parse(text) : undefined;
        if (!number)
            this.error('Invalid JSON number', `"${text}" is not a number in JSON.`, range);
        return { kind: 'number', number: number ?? big_float/* BigFloat */.p.fromInteger(0), text, range };
    }
    keyword() {
        const { text, range } = this.take();
        if (text === 'null')
            return { kind: 'null', range };
        if (text === 'true' || text === 'false')
            return { kind: 'bool', value: text === 'true', range };
        const meant = (0,did_you_mean/* didYouMean */.au)(text.toLowerCase(), ['true', 'false', 'null']);
        this.error('Invalid JSON keyword', `"${text}" has no meaning in JSON.${meant || ` ${IN_QUOTES}`}`, range);
        if (/^(true|false)$/i.test(text))
            return { kind: 'bool', value: /^true$/i.test(text), range };
        return meant || /^none$/i.test(text) ? { kind: 'null', range } : { kind: 'string', text, range };
    }
    quoted(summary) {
        const { text, range } = this.token;
        this.error(summary, IN_QUOTES);
        this.take();
        return { kind: 'string', text: text.slice(1, -1), range };
    }
    withoutOpening(isName = false) {
        const { token } = this;
        const length = lengthWithoutOpening(this.scanner, token, isName);
        if (length === 0)
            return undefined;
        this.error('Invalid JSON string', 'The opening quotation mark is missing.');
        this.readBehind(token, length);
        const text = this.scanner.text.slice(token.offset, token.offset + length - 1);
        return { kind: 'string', text, range: token.range };
    }
    string() {
        const { range } = this.token;
        return { kind: 'string', text: this.text(false), range };
    }
    text(isName) {
        const { token } = this;
        const mended = mendString(token, this.scanner, isName);
        if (mended === undefined)
            return this.unescaped(this.take());
        const at = this.scanner.text.slice(token.offset, token.offset + mended.wrongAt);
        const start = (0,source_text/* advance */.np)(token.range.start, at);
        this.error('Invalid JSON string', mended.advice, { ...token.range, start, end: start }, token.range);
        this.readBehind(token, mended.resumeAt);
        return mended.text;
    }
    unescaped({ text, range }) {
        const wrong = firstMistake(text);
        if (wrong === undefined)
            return JSON.parse(text).replace(/\p{Surrogate}/gu, '\ufffd');
        const start = (0,source_text/* advance */.np)(range.start, text.slice(0, wrong));
        const detail = `${JSON.stringify(text[wrong])} cannot stand here in a JSON string.`;
        this.error('Invalid JSON string', detail, { ...range, start, end: (0,source_text/* advance */.np)(start, text[wrong]) }, range);
        this.found.lose(range);
        return text.slice(1, -1);
    }
    readBehind(token, length) {
        this.scanner.goBehind(token, length);
        this.before = token;
        this.mayLackComma = false;
        this.token = this.read();
    }
}
function firstMistake(text) {
    for (let i = 1; i < text.length - 1;) {
        if (text[i] < ' ')
            return i;
        ESCAPE.lastIndex = i;
        if (text[i] === '\\' && !ESCAPE.test(text))
            return i;
        i = text[i] === '\\' ? ESCAPE.lastIndex : i + 1;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/language/json/parse.js





const DEEPEST = 250;
const START_OF_VALUE = 'A JSON value begins with a brace, a bracket, a quotation mark or a digit, or is true, false or null.';
function parseJsonTree(source, file, start) {
    const decoded = (0,source_text/* decodeSource */.E4)(source, file, start);
    const attempt = (byIndentation) => {
        const parser = new JsonParser(new JsonScanner(decoded.text, file, decoded.start), byIndentation);
        const value = parser.wholeOrNothing();
        return { value, diagnostics: parser.found.diagnostics, isUnbalanced: parser.isUnbalanced };
    };
    const first = attempt(false);
    const again = first.isUnbalanced ? attempt(true) : first;
    const { value, diagnostics } = again.diagnostics.length <= first.diagnostics.length ? again : first;
    return { value, diagnostics: [...decoded.diagnostics, ...diagnostics] };
}
class JsonParser extends JsonWords {
    constructor(scanner, byIndentation) {
        super(scanner);
        this.byIndentation = byIndentation;
        this.isUnbalanced = false;
        this.saidUnclosed = false;
        this.open = [];
    }
    wholeOrNothing() {
        try {
            return this.whole();
        }
        catch (error) {
            if (error instanceof Abandoned || error instanceof GivenUp)
                return undefined;
            throw error;
        }
    }
    whole() {
        let node = this.value(1);
        while (this.token.kind !== 'end') {
            this.isUnbalanced = true;
            this.error('Extraneous data after value', 'Nothing may follow the JSON value. Perhaps a bracket before it is one too many.');
            const goesOn = this.skip(',') && ['string', 'quoted', 'keyword'].includes(this.token.kind);
            if (node.kind !== 'object' || !(goesOn || this.isAtName()))
                break;
            const members = [...node.members];
            const closeRange = this.items(this.token, '}', () => members.push(this.member(1)));
            node = { ...node, members, closeRange };
        }
        return node;
    }
    value(depth) {
        if (depth > DEEPEST)
            this.tooDeep();
        switch (this.token.kind) {
            case '{':
                return this.object(depth);
            case '[':
                return this.array(depth);
            case 'string':
                return this.string();
            case 'quoted':
                return this.quoted('Invalid start of value');
            case 'number':
                return this.withoutOpening() ?? this.number();
            case 'keyword':
                return this.withoutOpening() ?? this.keyword();
            case 'end':
                return this.fail('Missing value', 'The JSON ends where a value should begin.');
            case 'invalid':
                return this.withoutOpening() ?? this.fail('Invalid start of value', START_OF_VALUE);
            default:
                return this.failWithoutValue();
        }
    }
    failWithoutValue() {
        const { token, before } = this;
        this.fail('Missing JSON value', START_OF_VALUE, token.beginsLine && before ? (0,span/* endOf */.pJ)(before.range) : undefined);
    }
    tooDeep() {
        this.error('Nesting too deep', `JSON may nest ${DEEPEST} levels deep here.`);
        throw new GivenUp();
    }
    object(depth) {
        const open = this.token;
        const members = [];
        const closeRange = this.items(open, '}', () => members.push(this.member(depth)));
        return { kind: 'object', members, range: (0,span/* between */.Tq)(open.range, closeRange), openRange: open.range, closeRange };
    }
    array(depth) {
        const open = this.token;
        const items = [];
        const closeRange = this.items(open, ']', () => items.push(this.value(depth + 1)));
        return { kind: 'array', items, range: (0,span/* between */.Tq)(open.range, closeRange), openRange: open.range };
    }
    items(open, close, readItem) {
        this.open.push({ close, token: open, indentation: this.indentation });
        if (open.kind === '{' || open.kind === '[')
            this.take();
        while (this.token.kind !== close || this.isOutdented() || this.isTooDeep()) {
            if (this.isOver(close)) {
                this.open.pop();
                this.mayLackComma = true;
                return { ...this.token.range, end: this.token.range.start };
            }
            if (isCloser(this.token.kind))
                this.take();
            else
                this.item(close, readItem);
        }
        this.open.pop();
        return this.take().range;
    }
    item(close, readItem) {
        const depth = this.open.length;
        const { range } = this.token;
        try {
            readItem();
        }
        catch (error) {
            if (!(error instanceof Abandoned))
                throw error;
            this.open.length = depth;
            this.skipItem();
            this.found.lose((0,span/* between */.Tq)(range, this.before?.range ?? range));
        }
        this.separator(close);
    }
    skipItem() {
        const inner = [];
        for (; this.token.kind !== 'end'; this.take()) {
            const { kind, beginsLine } = this.token;
            if (inner.length === 0 && (kind === ',' || isCloser(kind) || (beginsLine && this.isAtName())))
                return;
            if (kind === '{' || kind === '[')
                inner.push(closerOf(kind));
            else if (isCloser(kind))
                inner.pop();
        }
    }
    isOutdented() {
        const { token, open } = this;
        if (!this.byIndentation || !token.beginsLine)
            return false;
        const { indentation, token: opener } = open[open.length - 1];
        if (open.length === 1 || token.range.start.line === opener.range.start.line)
            return false;
        const { column } = token.range.start;
        return column < indentation || (column === indentation && !isCloser(token.kind) && !opener.beginsLine);
    }
    isTooDeep() {
        const { token, open } = this;
        const { indentation, token: opener } = open[open.length - 1];
        const isOnLine = token.range.start.line === opener.range.start.line;
        return this.byIndentation && token.beginsLine && !isOnLine && token.range.start.column > indentation;
    }
    isOver(close) {
        const { token, open } = this;
        const what = close === '}' ? 'object' : 'array';
        const opener = open[open.length - 1].token.range;
        if (token.kind === 'end') {
            if (!this.saidUnclosed)
                this.error(`Unclosed ${what}`, `The file ends before this ${what} is closed.`, opener);
            this.saidUnclosed = true;
        }
        else if (this.isOutdented()) {
            const detail = `Line ${token.range.start.line}, which stands no deeper, comes before the "${close}" of this ${what}.`;
            this.error(`Unclosed ${what}`, detail, opener);
        }
        else if (isCloser(token.kind))
            return this.isMismatchMissing(close, what, opener);
        else if (!this.beginsOuterItem(close) || !this.isBetterClosed())
            return false;
        else
            this.error(`Unclosed ${what}`, `The "${close}" of this ${what} is missing before what begins here.`, undefined, opener);
        this.isUnbalanced = true;
        return true;
    }
    isMismatchMissing(close, what, opener) {
        const { token } = this;
        this.isUnbalanced = true;
        const isMissing = this.isBetterClosed();
        const detail = isMissing
            ? `This ${what} must be closed with "${close}".`
            : `Nothing is open here that "${token.kind}" closes.`;
        this.error('Mismatched braces', detail, token.range, (0,span/* between */.Tq)(opener, token.range));
        return isMissing;
    }
    beginsOuterItem(close) {
        const outer = this.open[this.open.length - 2]?.close;
        return close === ']' ? outer === '}' && this.isAtName() : outer === ']' && this.token.kind === '{';
    }
    isBetterClosed() {
        const { token } = this;
        if (token.beginsLine && token.kind === 'string')
            return true;
        const awaited = this.open.map(({ close }) => close);
        const outer = awaited.slice(0, -1);
        if (isCloser(token.kind) && (!outer.includes(token.kind) || (this.isTooDeep() && token.kind === awaited.at(-1))))
            return false;
        const asClosed = mismatches(this.scanner.copy(), token, outer);
        const rest = this.scanner.copy();
        return asClosed <= mismatches(rest, isCloser(token.kind) ? rest.next() : token, awaited);
    }
    separator(close) {
        const what = close === '}' ? 'object' : 'array';
        const { kind, range, text } = this.token;
        if (isCloser(kind) || kind === 'end' || this.isOutdented())
            return;
        if (kind === ',') {
            this.take();
            if (this.token.kind === close)
                this.error(`Trailing comma in ${what}`, `JSON has no comma behind the last item of an ${what}.`, range);
            else if (this.token.kind === ',')
                this.error('Missing item', 'An item must stand between two commas.');
            while (this.skip(','))
                ;
            return;
        }
        if (this.mayLackComma || (this.beginsOuterItem(close) && this.isBetterClosed()))
            return;
        this.error('Missing item separator', `A comma must separate the items of an ${what}.`);
        if (text === ';')
            this.take();
        else if (['invalid', ':', '='].includes(kind))
            this.skipItem();
    }
    member(depth) {
        const { name, nameRange } = this.memberName();
        const { kind } = this.token;
        if (kind === '=') {
            const detail = 'JSON puts a colon between name and value, not an equals sign.';
            this.error('Missing property value colon', detail, this.take().range);
            if (this.token.text === '>')
                this.take();
        }
        else if (kind === ':')
            this.take();
        else if (kind === '}' || kind === ',' || (this.token.beginsLine && this.isAtName()))
            this.fail('Missing object value', 'A colon and a value must follow the name of a property.');
        else
            this.error('Missing property value colon', 'A colon must stand between the name of a property and its value.');
        if (this.token.beginsLine && this.isAtName())
            this.failWithoutValue();
        return { name, nameRange, value: this.value(depth + 1) };
    }
    memberName() {
        const summary = 'Invalid object property name';
        const detail = 'The name of a property is a string in double quotes.';
        const { kind, offset, text, range: nameRange } = this.token;
        if (kind === 'string')
            return { nameRange, name: this.text(true) };
        if (kind === 'quoted')
            return { nameRange, name: this.quoted(summary).text };
        const inQuotes = this.withoutOpening(true);
        if (inQuotes)
            return { nameRange, name: inQuotes.text };
        const isName = kind === 'keyword' && /^\s*[:=]/.test(this.scanner.text.slice(offset + text.length, offset + text.length + 80));
        if (!isName)
            this.fail(summary, detail);
        this.error(summary, detail);
        return { nameRange, name: this.take().text };
    }
}


/***/ }),

/***/ 25617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ interpolate),
/* harmony export */   h: () => (/* binding */ checkInterpolation)
/* harmony export */ });
/* harmony import */ var _functions_heavy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97455);
/* harmony import */ var _functions_letter_case__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79131);
/* harmony import */ var _gotemplate_data__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17775);
/* harmony import */ var _gotemplate_index__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33800);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71069);





function interpolate(text, facts, data) {
    return text.includes('{{') ? (0,_gotemplate_index__WEBPACK_IMPORTED_MODULE_2__/* .renderGoTemplate */ .dy)(text, data, interpolationFunctions(facts)) : text;
}
function checkInterpolation(text, facts) {
    if (text.includes('{{'))
        (0,_gotemplate_index__WEBPACK_IMPORTED_MODULE_2__/* .checkGoTemplate */ .Xe)(text, Object.keys(interpolationFunctions(facts)));
}
const none = (fn) => (0,_gotemplate_data__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)([], fn);
const text = (fn) => (0,_gotemplate_data__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)(['string'], fn);
const texts = (fn) => (0,_gotemplate_data__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)(['string', 'string'], fn);
const interpolationFunctions = (facts) => ({
    build_name: none(() => facts.buildName),
    build_type: none(() => facts.buildType),
    template_dir: none(() => facts.folder),
    pwd: none(() => facts.workingDirectory),
    packer_version: none(() => facts.packerVersion),
    timestamp: none(() => String(Math.floor(facts.startedAt.getTime() / 1000))),
    isotime: (...layouts) => (0,_time__WEBPACK_IMPORTED_MODULE_3__/* .formatLayout */ .Cu)((0,_time__WEBPACK_IMPORTED_MODULE_3__/* .momentOf */ .Et)(facts.startedAt), atMostOne('isotime', layouts) ?? RFC3339),
    strftime: text(format => (0,_time__WEBPACK_IMPORTED_MODULE_3__/* .strftime */ .dP)((0,_time__WEBPACK_IMPORTED_MODULE_3__/* .momentOf */ .Et)(facts.startedAt), format)),
    uuid: none(() => timeOrderedUuid(facts.startedAt)),
    user: text(name => facts.user?.(name) ?? ''),
    build: text(name => buildValue(name, facts.values ?? {})),
    split: (0,_gotemplate_data__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)(['string', 'string', 'int'], part),
    replace: (0,_gotemplate_data__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)(['string', 'string', 'int', 'string'], replaceFirst),
    replace_all: (0,_gotemplate_data__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)(['string', 'string', 'string'], replaceAll),
    upper: text(_functions_letter_case__WEBPACK_IMPORTED_MODULE_4__/* .upper */ .js),
    lower: text(_functions_letter_case__WEBPACK_IMPORTED_MODULE_4__/* .lower */ .ib),
    clean_resource_name: text(cleanResourceName),
    clean_ami_name: text(cleanResourceName),
    sed: () => refuse('sed is no longer available; use replace or replace_all'),
    env: text(name => facts.environment ? (facts.environment[name] ?? '') : refuse('env can be used only in the values of variables')),
    consul_key: text(key => lookedUp(facts, 'consul_key', { kind: 'consul', key })),
    vault: texts((path, key) => lookedUp(facts, 'vault', { kind: 'vault', path, key })),
    aws_secretsmanager: (name, ...keys) => lookedUp(facts, 'aws_secretsmanager', { kind: 'aws-secret', name, key: atMostOne('aws_secretsmanager', keys) ?? '' }),
    aws_secretsmanager_raw: text(name => lookedUp(facts, 'aws_secretsmanager_raw', { kind: 'aws-secret-raw', name })),
});
const RFC3339 = '2006-01-02T15:04:05Z07:00';
function refuse(reason) {
    throw new Error(reason);
}
function atMostOne(name, [first, ...more]) {
    if (more.length > 0)
        refuse(`wrong number of args for ${name}: want at most one of these, got ${more.length + 1}`);
    return first;
}
function lookedUp({ lookUp }, name, lookup) {
    return lookUp ? (lookUp(lookup) ?? '<unknown>') : refuse(`${name} can be used only in the values of variables`);
}
function buildValue(name, values) {
    if (!Object.hasOwn(values, name))
        refuse(`the build has no value "${name}"`);
    return String(values[name]);
}
function part(text, separator, index) {
    const parts = text.split(separator);
    return parts[index] ?? refuse(`"${text}" has no part ${index} when it is split by "${separator}"`);
}
const replaceAll = (old, replacement, text) => text.replaceAll(old, () => replacement);
function replaceFirst(old, replacement, count, text) {
    if (count < 0)
        return replaceAll(old, replacement, text);
    const parts = text.split(old);
    return (parts.slice(0, count + 1).join(replacement) +
        parts
            .slice(count + 1)
            .map(rest => old + rest)
            .join(''));
}
const cleanResourceName = (text) => text.replace(/[^A-Za-z0-9()[\] ./\-'@_]/gu, '-');
function timeOrderedUuid(moment) {
    const bytes = (0,_functions_heavy__WEBPACK_IMPORTED_MODULE_0__/* .crypto */ .Et)().randomBytes(16);
    bytes.writeUInt32BE(Math.floor(moment.getTime() / 1000) >>> 0);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}


/***/ }),

/***/ 71069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ addNanoseconds),
/* harmony export */   BJ: () => (/* binding */ calendar),
/* harmony export */   Cu: () => (/* binding */ formatLayout),
/* harmony export */   Et: () => (/* binding */ momentOf),
/* harmony export */   TM: () => (/* binding */ parseRfc3339),
/* harmony export */   ZA: () => (/* binding */ formatRfc3339),
/* harmony export */   dP: () => (/* binding */ strftime),
/* harmony export */   kk: () => (/* binding */ TimeError),
/* harmony export */   rg: () => (/* binding */ zone),
/* harmony export */   vm: () => (/* binding */ digits)
/* harmony export */ });
const momentOf = (date) => {
    const unix = Math.floor(date.getTime() / 1000);
    return { unix, nanoseconds: (date.getTime() - unix * 1000) * 1e6, offset: 0 };
};
function addNanoseconds(moment, nanoseconds) {
    const total = BigInt(moment.nanoseconds) + nanoseconds;
    const rest = ((total % 1000000000n) + 1000000000n) % 1000000000n;
    return { ...moment, unix: moment.unix + Number((total - rest) / 1000000000n), nanoseconds: Number(rest) };
}
const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_SECONDS = 86_400;
function calendar(moment) {
    const date = new Date((moment.unix + moment.offset) * 1000);
    const [year, month, weekday] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDay()];
    const dayNumber = Math.floor((moment.unix + moment.offset) / DAY_SECONDS);
    const firstDay = (ofYear) => startOfYear(ofYear) / DAY_SECONDS;
    const thursday = dayNumber - ((weekday + 6) % 7) + 3;
    const isoYear = new Date(thursday * DAY_SECONDS * 1000).getUTCFullYear();
    return {
        year,
        month: month + 1,
        monthName: MONTHS[month],
        day: date.getUTCDate(),
        yearDay: dayNumber - firstDay(year) + 1,
        weekday,
        weekdayName: DAYS[weekday],
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        isoYear,
        isoWeek: Math.floor((thursday - firstDay(isoYear)) / 7) + 1,
    };
}
function startOfYear(year) {
    const date = new Date(0);
    date.setUTCFullYear(year, 0, 1);
    return date.getTime() / 1000;
}
const digits = (n, width) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(width, '0');
function zone(offset, separator, utc) {
    if (offset === 0 && utc !== undefined)
        return utc;
    const minutes = Math.trunc(Math.abs(offset) / 60);
    return `${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60), 2)}${separator}${digits(minutes % 60, 2)}`;
}
const formatRfc3339 = (moment) => formatLayout(moment, '2006-01-02T15:04:05Z07:00');
class TimeError extends Error {
}
function parseRfc3339(text, lenient = false) {
    let rest = text;
    const number = (name, width, lowest, highest, range) => {
        if (rest === '')
            throw new TimeError(`end of string before ${name}`);
        const [found] = new RegExp(`^\\d{${width}}`).exec(rest) ?? [];
        if (!found && name === 'hour' && /^\d/.test(rest))
            throw new TimeError('hour must have exactly two digits');
        if (!found)
            throw new TimeError(`cannot use ${JSON.stringify(rest)} as ${name}`);
        rest = rest.slice(width);
        const n = Number(found);
        if (n < lowest || n > highest)
            throw new TimeError(range ?? `cannot use ${JSON.stringify(rest)} as ${name}`);
        return n;
    };
    const mark = (wanted, message) => {
        const found = rest === '' ? 'end of string' : `found ${JSON.stringify(rest)}`;
        if (rest === '' || !wanted.includes(rest[0]))
            throw new TimeError(message ?? `${found} where "${wanted}" is expected`);
        rest = rest.slice(1);
    };
    const year = number('year', 4, 0, 9999);
    mark('-');
    const month = number('month', 2, 1, 12);
    mark('-');
    const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    const day = number('day of month', 2, 1, lastDay, 'day out of range');
    mark(lenient ? 'Tt ' : 'T', "missing required time introducer 'T'");
    const hour = number('hour', 2, 0, 23, 'hour must be between 0 and 23 inclusive');
    mark(':');
    const minute = number('minute', 2, 0, 59, 'minute must be between 0 and 59 inclusive');
    mark(':');
    const second = number('second', 2, 0, 59);
    const [fraction] = (lenient ? /^[.,]\d+/ : /^\.\d+/).exec(rest) ?? [''];
    const offset = parseOffset(rest.slice(fraction.length));
    const unix = startOfYear(year) + (Date.UTC(2000 + (year % 400), month - 1, day) - Date.UTC(2000 + (year % 400), 0, 1)) / 1000;
    return {
        unix: unix + hour * 3600 + minute * 60 + second - offset,
        nanoseconds: Number(fraction.slice(1, 10).padEnd(9, '0')),
        offset,
    };
}
function parseOffset(text) {
    if (text === 'Z')
        return 0;
    const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
    if (text === '' || (hours !== undefined && (Number(hours) > 23 || Number(minutes) > 59)))
        throw new TimeError('end of string before UTC offset');
    if (hours === undefined)
        throw new TimeError(`cannot use ${JSON.stringify(text)} as UTC offset`);
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
const layoutParts = /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|15|1|2006|2|_2(?!006)|__2|3|4|5|PM|pm|[-Z]07(?:0000|:00:00|00|:00)?|[.,](?:0+|9+)(?!\d)/g;
function formatLayout(moment, layout) {
    const at = calendar(moment);
    const hour12 = at.hour % 12 || 12;
    const parts = {
        January: at.monthName,
        Jan: at.monthName.slice(0, 3),
        Monday: at.weekdayName,
        Mon: at.weekdayName.slice(0, 3),
        MST: zone(moment.offset, '', 'UTC'),
        '002': digits(at.yearDay, 3),
        __2: String(at.yearDay).padStart(3),
        '01': digits(at.month, 2),
        '1': String(at.month),
        '02': digits(at.day, 2),
        _2: String(at.day).padStart(2),
        '2': String(at.day),
        '15': digits(at.hour, 2),
        '03': digits(hour12, 2),
        '3': String(hour12),
        '04': digits(at.minute, 2),
        '4': String(at.minute),
        '05': digits(at.second, 2),
        '5': String(at.second),
        '2006': digits(at.year, 4),
        '06': digits(((at.year % 100) + 100) % 100, 2),
        PM: at.hour < 12 ? 'AM' : 'PM',
        pm: at.hour < 12 ? 'am' : 'pm',
    };
    return layout.replace(layoutParts, part => parts[part] ?? zoneOrFraction(part, moment));
}
function zoneOrFraction(part, moment) {
    if (/^[.,]/.test(part)) {
        const cut = digits(moment.nanoseconds, 9).slice(0, part.length - 1);
        const shown = part[1] === '9' ? cut.replace(/0+$/, '') : cut;
        return shown === '' ? '' : part[0] + shown;
    }
    if (part[0] === 'Z' && moment.offset === 0)
        return 'Z';
    const short = zone(moment.offset, part.includes(':') ? ':' : '');
    if (part.length === 3)
        return short.slice(0, 3);
    const seconds = digits(Math.abs(moment.offset) % 60, 2);
    return /0000$|:00:00$/.test(part) ? short + (part.includes(':') ? ':' : '') + seconds : short;
}
const strftimeLayouts = {
    a: 'Mon', A: 'Monday', b: 'Jan', B: 'January', c: 'Mon Jan _2 15:04:05 2006', d: '02', D: '01/02/06', e: '_2', F: '2006-01-02',
    h: 'Jan', H: '15', I: '03', j: '002', m: '01', M: '04', p: 'PM', r: '03:04:05 PM', R: '15:04', S: '05', T: '15:04:05',
    x: '01/02/06', X: '15:04:05', y: '06', Y: '2006', z: '-0700', Z: 'MST',
};
function strftime(moment, format) {
    return format.replace(/%(.)/gs, (whole, verb) => {
        if (verb === '%')
            return '%';
        if (verb === 'f')
            return digits(Math.floor(moment.nanoseconds / 1000), 6);
        if (verb === 'L')
            return digits(Math.floor(moment.nanoseconds / 1e6), 3);
        if (verb === 'w')
            return String(calendar(moment).weekday);
        if (verb === 's')
            return String(moment.unix);
        const layout = strftimeLayouts[verb];
        return layout === undefined ? whole : formatLayout(moment, layout);
    });
}


/***/ }),

/***/ 27272:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ pluginOf),
/* harmony export */   O: () => (/* binding */ isCore)
/* harmony export */ });
const CORE = new Set([
    ...['file', 'null', 'http'],
    ...['breakpoint', 'powershell', 'shell', 'shell-local', 'sleep', 'windows-restart', 'windows-shell', 'hcp-sbom'],
    ...['artifice', 'checksum', 'compress', 'manifest', 'provenance'],
    ...['hcp-packer-artifact', 'hcp-packer-image', 'hcp-packer-iteration', 'hcp-packer-version'],
]);
const PREFIXES = [
    ...[
        'alicloud',
        'amazon',
        'ansible',
        'azure',
        'chef',
        'cloudstack',
        'converge',
        'docker',
        'googlecompute',
        'hyperone',
        'hyperv',
    ],
    ...[
        'inspec',
        'jdcloud',
        'linode',
        'lxc',
        'lxd',
        'ncloud',
        'nutanix',
        'openstack',
        'oracle',
        'outscale',
        'parallels',
        'profitbricks',
    ],
    ...[
        'proxmox',
        'puppet',
        'qemu',
        'salt',
        'scaleway',
        'tencentcloud',
        'triton',
        'ucloud',
        'vagrant',
        'virtualbox',
        'vmware',
        'vsphere',
    ],
    'yandex',
];
const OTHERS = {
    arm: 'github.com/solo-io/arm-image',
    'arm-image': 'github.com/solo-io/arm-image',
    comment: 'github.com/sylviamoss/comment',
    cross: 'github.com/michalfita/cross',
    digitalocean: 'github.com/digitalocean/digitalocean',
    exoscale: 'github.com/exoscale/exoscale',
    git: 'github.com/ethanmdavidson/git',
    goss: 'github.com/YaleUniversity/goss',
    hcloud: 'github.com/hetznercloud/hcloud',
    incus: 'github.com/bketelsen/incus',
    ionoscloud: 'github.com/ionos-cloud/ionoscloud',
    ovh: 'github.com/ovh/ovhcloud',
    sshkey: 'github.com/ivoronin/sshkey',
    tart: 'github.com/cirruslabs/tart',
    upcloud: 'github.com/UpCloudLtd/upcloud',
    utm: 'github.com/naveenrajm7/utm',
    vultr: 'github.com/vultr/vultr',
    'windows-update': 'github.com/rgl/windows-update',
    xenserver: 'github.com/ddelnano/xenserver',
};
function pluginOf(component) {
    if (CORE.has(component))
        return undefined;
    const begins = (name) => component === name || component.startsWith(`${name}-`);
    const other = Object.keys(OTHERS).find(begins);
    if (other)
        return { name: other, source: OTHERS[other] };
    const name = PREFIXES.find(begins);
    return name === undefined ? undefined : { name, source: `github.com/hashicorp/${name}` };
}
const isCore = (component) => CORE.has(component);


/***/ }),

/***/ 98905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readLegacyTemplate),
/* harmony export */   V: () => (/* binding */ NO_BUILDERS)
/* harmony export */ });
/* harmony import */ var _language_collector__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33201);
/* harmony import */ var _language_did_you_mean__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27455);
/* harmony import */ var _tree__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47562);



const ROOT_KEYS = [
    'min_packer_version',
    'description',
    'variables',
    'sensitive-variables',
    'builders',
    'provisioners',
    'error-cleanup-provisioner',
    'post-processors',
    'push',
];
const NO_BUILDERS = 'No builders';
function readLegacyTemplate(root) {
    const reader = new Reader();
    return reader.findings.done(reader.template(root));
}
class Reader {
    constructor() {
        this.findings = new _language_collector__WEBPACK_IMPORTED_MODULE_1__/* .Collector */ .g();
    }
    template(root) {
        if (root.kind !== 'object') {
            this.findings.error('Not a template', 'A template is a JSON object: { "builders": [ … ] }.', root.range);
            return undefined;
        }
        for (const { name, nameRange } of root.members)
            if (!ROOT_KEYS.includes(name.toLowerCase()) && !name.startsWith('_'))
                this.findings.error('Unknown root level key', `"${name}" is none of a template's keys.${(0,_language_did_you_mean__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, ROOT_KEYS)} A comment's key begins with an underscore.`, nameRange);
        const minimum = (0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'min_packer_version');
        const description = (0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'description');
        const cleanup = (0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'error-cleanup-provisioner');
        return {
            description: description && this.text(description, 'The description'),
            minimumVersion: minimum && { text: this.text(minimum, 'min_packer_version') ?? '', range: minimum.range },
            variables: this.variables((0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'variables')),
            sensitive: this.list((0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'sensitive-variables'), 'sensitive-variables').flatMap(node => this.text(node, 'A name in sensitive-variables') ?? []),
            builders: this.builders((0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'builders'), root),
            provisioners: this.list((0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'provisioners'), 'provisioners').flatMap(node => this.part(node, 'provisioner') ?? []),
            errorCleanupProvisioner: cleanup && this.part(cleanup, 'error-cleanup-provisioner'),
            chains: this.list((0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(root, 'post-processors'), 'post-processors').map(node => this.chain(node)),
            range: root.range,
        };
    }
    variables(node) {
        if (!node)
            return [];
        if (node.kind !== 'object') {
            this.findings.error('Invalid variables', 'variables is an object of names and default texts.', node.range);
            return [];
        }
        return node.members.map(({ name, nameRange, value }) => {
            const required = value.kind === 'null';
            return { name, default: required ? undefined : (this.text(value, `The default of "${name}"`) ?? ''), range: nameRange };
        });
    }
    builders(node, root) {
        const builders = this.list(node, 'builders');
        if (builders.length === 0 && (!node || node.kind === 'array'))
            this.findings.error(NO_BUILDERS, 'A template needs at least one builder: "builders": [{ "type": "…" }].', node?.range ?? root.range);
        return builders.flatMap(each => this.part(each, 'builder') ?? []);
    }
    chain(node) {
        const links = node.kind === 'array' ? node.items : [node];
        return links.flatMap(link => {
            const name = (0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(link);
            if (name !== undefined)
                return [
                    {
                        type: name,
                        typeRange: link.range,
                        range: link.range,
                        object: empty(link.range),
                    },
                ];
            return this.part(link, 'post-processor') ?? [];
        });
    }
    part(node, kind) {
        if (node.kind !== 'object') {
            this.findings.error(`Invalid ${kind}`, `A ${kind} is an object with a "type".`, node.range);
            return undefined;
        }
        const type = (0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .memberOf */ .C5)(node, 'type');
        const text = type && this.text(type, `The type of a ${kind}`);
        if (!type)
            this.findings.error(`Missing type`, `This ${kind} has no "type".`, node.range);
        return text === undefined || !type ? undefined : { type: text, typeRange: type.range, range: type.range, object: node };
    }
    list(node, name) {
        if (!node || node.kind === 'array')
            return node?.items ?? [];
        this.findings.error(`Invalid ${name}`, `${name} is a list.`, node.range);
        return [];
    }
    text(node, what) {
        const text = (0,_tree__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(node);
        if (text === undefined)
            this.findings.error('Text expected', `${what} must be a text in quotes.`, node.range);
        return text;
    }
}
const empty = (range) => ({ kind: 'object', members: [], range, openRange: range, closeRange: range });


/***/ }),

/***/ 47562:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ toValue),
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   Vb: () => (/* binding */ scalarTextOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   cZ: () => (/* binding */ parseTree)
/* harmony export */ });
/* harmony import */ var _language_collector__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33201);
/* harmony import */ var _language_json_parse__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86503);
/* harmony import */ var _language_options_plain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88555);
/* harmony import */ var _language_values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84176);




function parseTree(text, file) {
    const findings = new _language_collector__WEBPACK_IMPORTED_MODULE_3__/* .Collector */ .g();
    const tree = findings.take((0,_language_json_parse__WEBPACK_IMPORTED_MODULE_0__/* .parseJsonTree */ .U)(text, file));
    if (tree)
        refuseDuplicates(tree, findings);
    return findings.done(tree);
}
function refuseDuplicates(node, findings) {
    if (node.kind === 'array')
        for (const item of node.items)
            refuseDuplicates(item, findings);
    if (node.kind !== 'object')
        return;
    const seen = new Map();
    for (const member of node.members) {
        const { name, nameRange, value } = member;
        const first = seen.get(name)?.nameRange.start;
        if (first)
            findings.error('Duplicate key', `"${name}" is already set at line ${first.line}, column ${first.column} of this object.`, nameRange);
        seen.set(name, member);
        refuseDuplicates(value, findings);
    }
}
const memberOf = (object, name) => (object.members.find(member => member.name === name) ?? object.members.find(member => member.name.toLowerCase() === name))
    ?.value;
const scalarTextOf = (node) => node.kind === 'number' ? node.text : node.kind === 'bool' ? String(node.value) : textOf(node);
const textOf = (node) => (node?.kind === 'string' ? node.text : undefined);
function toValue(node) {
    switch (node.kind) {
        case 'object':
            return _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.object(node.members.map(({ name, value }) => [name, toValue(value)]));
        case 'array':
            return _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.tuple(node.items.map(toValue));
        case 'string':
            return _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.string(node.text);
        case 'number':
            return (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)(Number(node.text));
        case 'bool':
            return _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.bool(node.value);
        case 'null':
            return _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.null();
    }
}


/***/ }),

/***/ 89418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ loadPlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(74127);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
;// CONCATENATED MODULE: ./build/language/overlapping.js
function overlapping(ranges) {
    const files = new Map();
    for (const range of ranges) {
        const before = files.get(range.file);
        if (before)
            before.push(range);
        else
            files.set(range.file, [range]);
    }
    const ordered = new Map([...files].map(([file, each]) => [file, inOrder(each)]));
    return ({ file, start, end }) => {
        const { starts, ends } = ordered.get(file) ?? NOTHING;
        return (ends[countBelow(starts, end.byte) - 1] ?? 0) > start.byte;
    };
}
const NOTHING = { starts: [], ends: [] };
function inOrder(ranges) {
    ranges.sort((a, b) => a.start.byte - b.start.byte);
    let last = 0;
    const ends = ranges.map(({ end }) => {
        last = Math.max(last, end.byte);
        return last;
    });
    return { starts: ranges.map(({ start }) => start.byte), ends };
}
function countBelow(numbers, limit) {
    let [from, to] = [0, numbers.length];
    while (from < to) {
        const middle = (from + to) >> 1;
        if (numbers[middle] < limit)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

// EXTERNAL MODULE: ./build/language/source-lines.js
var source_lines = __webpack_require__(55271);
;// CONCATENATED MODULE: ./build/template/diagnostics.js



function tidy({ syntax, meaning }, sources, declared, redact) {
    const broken = syntax.flatMap(({ lost, subject }) => lost ?? subject ?? []);
    const lost = [...broken, ...meaning.flatMap(({ lost }) => lost ?? [])].flatMap(range => linesIn(range, sources));
    const words = new Set(lost.flatMap(line => line.split(BETWEEN_WORDS)));
    const isLost = (name) => (BETWEEN_WORDS.test(name) || words.has(name)) && lost.some(declares(name));
    const nameless = new Set(lost.flatMap(typeWithoutName));
    const follows = ({ missing = [] }) => missing.length > 0 && (isLost(missing.at(-1)) || (missing.length > 1 && nameless.has(missing[0])));
    const isBroken = overlapping(broken);
    const misread = ({ subject, within }) => [subject, within].some(each => each !== undefined && isBroken(each));
    const slips = new Set(meaning.flatMap(each => (isSlip(each) && each.subject ? [startOf(each.subject)] : [])));
    const repeats = (each) => each.subject !== undefined && !isSlip(each) && slips.has(startOf(each.subject));
    const seen = new Set();
    const kept = meaning
        .filter(diagnostic => !follows(diagnostic) && !repeats(diagnostic) && !misread(diagnostic))
        .map(each => asDeclared(each, sources, declared));
    return [...syntax, ...inOrderOfPlace(kept)].flatMap(diagnostic => {
        const { severity, summary, detail, subject } = diagnostic;
        const key = JSON.stringify([severity, summary, detail, subject && [subject.file, subject.start.byte, subject.end.byte]]);
        if (seen.has(key))
            return [];
        seen.add(key);
        return [{ ...diagnostic, summary: redact(summary), ...(detail === undefined ? {} : { detail: redact(detail) }) }];
    });
}
const BETWEEN_WORDS = /[\s{}[\]()"=:,;]+/;
const isSlip = ({ slip }) => slip !== undefined;
const startOf = ({ file, start }) => `${file}:${start.byte}`;
function inOrderOfPlace(found) {
    const files = new Map();
    for (const each of found) {
        const file = each.subject?.file ?? '';
        const before = files.get(file);
        if (before)
            before.push(each);
        else
            files.set(file, [each]);
    }
    return [...files.values()].flatMap(each => each.sort((a, b) => placeOf(a) - placeOf(b)));
}
const placeOf = ({ subject }) => subject?.start.byte ?? 0;
function asDeclared(diagnostic, sources, declared) {
    const { summary, missing, subject } = diagnostic;
    const name = summary === 'Unsupported attribute' && missing?.[0];
    const before = subject && linesIn(subject, sources)[0]?.slice(0, subject.start.column - 1);
    const root = name && before && /(?:^|[^\w.-])(var|local)$/.exec(before)?.[1];
    if (!name || !root)
        return diagnostic;
    if (root === 'local') {
        const hint = (0,did_you_mean/* didYouMean */.au)(name, declared.locals) || ` Declare it: locals { ${name} = … }.`;
        return { ...diagnostic, summary: 'Undefined local', detail: `There is no local "${name}".${hint}` };
    }
    const hint = (0,did_you_mean/* didYouMean */.au)(name, declared.variables) || ` Declare it with a block: variable "${name}" {}.`;
    return { ...diagnostic, summary: 'Undefined variable', detail: `There is no variable "${name}".${hint}` };
}
const typeWithoutName = (line) => /^\s*(?:source|data)\s+"([^"]*)"\s*\{/.exec(line)?.slice(1) ?? [];
function declares(name) {
    const literally = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const sets = new RegExp(`(?:^|[\\s{,"])${literally}"?\\s*(?:[=:{[]|$)`);
    const labels = new RegExp(`^\\s*[\\w-]+\\s[^=]*["\\s]${literally}(?:["\\s{]|$)`);
    const begins = new RegExp(`^\\s*"?${literally}(?:["\\s]|$)`);
    return line => sets.test(line) || labels.test(line) || begins.test(line);
}
const linesIn = ({ file, start, end }, sources) => (0,source_lines/* linesOf */.D)(sources, file)
    ?.slice(start.line - 1, end.line)
    .map(({ text }) => text) ?? [];

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/language/collector.js
var collector = __webpack_require__(33201);
// EXTERNAL MODULE: ./build/language/values/utf8.js
var utf8 = __webpack_require__(81206);
// EXTERNAL MODULE: ./build/lib/file-error.js
var file_error = __webpack_require__(15546);
;// CONCATENATED MODULE: ./build/template/files.js





class FileProblem extends Error {
    constructor(diagnostic) {
        super(diagnostic.detail ?? diagnostic.summary);
        this.diagnostic = diagnostic;
    }
}
const TEMPLATE = /\.pkr\.(hcl|json)$/;
const OWN = /\.ingot\.hcl$/;
const STDIN = '-';
const NO_FILES = { root: '', isFolder: false, templates: [], own: [], variables: [] };
async function readTemplate({ path, configType, stdin }, workingDirectory) {
    const unnamed = { ...NO_FILES, language: configType === 'hcl2' ? 'hcl' : 'legacy' };
    if (path === undefined)
        return unnamed;
    if (path === STDIN && stdin)
        return { ...unnamed, root: '.', templates: [{ file: '<stdin>', text: await stdin() }] };
    const absolute = (0,external_node_path_.resolve)(workingDirectory, path);
    const found = await (0,promises_.stat)(absolute).catch(() => undefined);
    if (!found)
        throw problem('Template not found', `There is no file or folder "${path}".`);
    if (found.isDirectory())
        return readFolder(path, absolute);
    const root = (0,external_node_path_.dirname)(path);
    const names = await filesIn((0,external_node_path_.dirname)(absolute));
    return {
        language: TEMPLATE.test(path) ? 'hcl' : 'legacy',
        root,
        isFolder: false,
        templates: [{ file: path, text: await read(path, absolute) }],
        own: await readAll(root, (0,external_node_path_.dirname)(absolute), ownBeside((0,external_node_path_.basename)(path), names)),
        variables: [],
    };
}
async function readFolder(path, absolute) {
    const names = await filesIn(absolute);
    const templates = matching(names, TEMPLATE);
    if (templates.length === 0) {
        const legacy = matching(names, /\.json$/);
        const advice = legacy.length > 0 ? ` A legacy JSON template is named as a file: "${(0,external_node_path_.join)(path, legacy[0])}".` : '';
        throw problem('No template in this folder', `"${path}" holds no file that ends in .pkr.hcl or .pkr.json.${advice}`);
    }
    const automatic = [...matching(names, /\.auto\.pkrvars\.hcl$/), ...matching(names, /\.auto\.pkrvars\.json$/)];
    return {
        language: 'hcl',
        root: path,
        isFolder: true,
        templates: await readAll(path, absolute, templates),
        own: await readAll(path, absolute, matching(names, OWN)),
        variables: await readAll(path, absolute, automatic),
    };
}
function ownBeside(template, names) {
    const stem = (name) => name.replace(/(\.pkr)?\.(hcl|json)$/, '').replace(/\.ingot$/, '');
    const others = new Set(names.filter(name => name !== template && !OWN.test(name) && /\.(hcl|json)$/.test(name)).map(stem));
    others.delete(stem(template));
    return matching(names, OWN).filter(name => !others.has(stem(name)));
}
const matching = (names, pattern) => names.filter(name => pattern.test(name)).sort(utf8/* compareUtf8 */.zq);
async function filesIn(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(error => {
        throw problem('Folder not read', `"${folder}" could not be read: ${(0,file_error/* fileErrorReason */.H)(error)}.`);
    });
    return entries.filter(entry => !entry.isDirectory()).map(({ name }) => name);
}
const readAll = (shown, folder, names) => Promise.all(names.map(async (name) => {
    const file = (0,external_node_path_.join)(shown, name);
    return { file, text: await read(file, (0,external_node_path_.join)(folder, name)) };
}));
const read = (shown, path) => (0,promises_.readFile)(path).catch(error => {
    throw problem('File not read', `"${shown}" could not be read: ${(0,file_error/* fileErrorReason */.H)(error)}.`);
});
const problem = (summary, detail) => new FileProblem(report(summary, detail));
async function readVariableFiles(paths, workingDirectory, language = 'by name') {
    const findings = new collector/* Collector */.g();
    const readOne = async (file) => {
        if (language === 'by name' && !/\.(hcl|json)$/.test(file)) {
            findings.add(report('Unknown kind of variable file', `"${file}" must end in .hcl or .json, so that its language is known.`));
            return [];
        }
        const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(workingDirectory, file)).catch(error => {
            findings.add(report('Variable file not read', `"${file}" could not be read: ${(0,file_error/* fileErrorReason */.H)(error)}.`));
            return undefined;
        });
        return text ? [{ file, text }] : [];
    };
    const files = await Promise.all(paths.map(readOne));
    return findings.done(files.flat());
}
const report = (summary, detail) => ({ severity: 'error', summary, detail });

// EXTERNAL MODULE: ./build/language/hcl/index.js + 19 modules
var hcl = __webpack_require__(9109);
// EXTERNAL MODULE: ./build/language/values/type.js
var values_type = __webpack_require__(7181);
// EXTERNAL MODULE: ./build/language/values/big-float.js
var big_float = __webpack_require__(95084);
// EXTERNAL MODULE: ./build/language/values/convert.js + 1 modules
var convert = __webpack_require__(35590);
// EXTERNAL MODULE: ./build/language/values/unify.js
var unify = __webpack_require__(25338);
// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(84176);
;// CONCATENATED MODULE: ./build/language/values/json.js




class JsonError extends Error {
}
function toJson(value) {
    if (!value.isKnown)
        throw new JsonError('an unknown value has no JSON');
    if (value.isNull)
        return 'null';
    switch (value.type.kind) {
        case 'string':
            return quoteJson(value.asString());
        case 'number':
            if (value.asNumber().isInfinite)
                throw new JsonError('cannot serialize infinity as JSON');
            return value.asNumber().toText();
        case 'bool':
            return String(value.asBool());
        case 'list':
        case 'set':
        case 'tuple':
            return `[${value.elements().map(toJson).join(',')}]`;
        case 'map':
        case 'object':
            return `{${[...value.entries()].map(([key, each]) => `${quoteJson(key)}:${toJson(each)}`).join(',')}}`;
        default:
            throw new JsonError(`a ${value.type.kind} has no JSON`);
    }
}
const escapes = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
const quoteJson = (text) => `"${text.replace(/["\\\u0000-\u001f<>&\u2028\u2029]/g, c => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
function fromJson(text) {
    const reader = new JsonReader(text);
    const value = reader.value(0);
    reader.end();
    return value;
}
const DEEPEST = 1_000;
const unquote = (literal) => JSON.parse(literal).replace(/\p{Surrogate}/gu, '\ufffd');
const token = /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))?/y;
class JsonReader {
    constructor(text) {
        this.text = text;
        this.offset = 0;
        this.start = 0;
    }
    value(depth) {
        if (depth > DEEPEST)
            throw new JsonError('exceeded max depth');
        const [, mark, string, number, word] = this.next();
        if (string !== undefined)
            return values_value/* Value */.W.string(unquote(string));
        if (number !== undefined)
            return this.number(number);
        if (word !== undefined)
            return word === 'null' ? values_value/* Value */.W.null() : values_value/* Value */.W.bool(word === 'true');
        if (mark === '[')
            return values_value/* Value */.W.tuple(this.list(']', () => this.value(depth + 1)));
        if (mark === '{')
            return values_value/* Value */.W.object(lastOfEach(this.list('}', () => this.property(depth + 1))));
        throw this.unexpected('looking for beginning of value');
    }
    end() {
        this.next();
        if (this.offset < this.text.length || /\S/.test(this.text.slice(this.start)))
            throw new JsonError('extraneous data after JSON object');
    }
    next() {
        token.lastIndex = this.offset;
        const found = token.exec(this.text);
        this.start = this.offset;
        this.offset = token.lastIndex;
        return found;
    }
    number(text) {
        const number = big_float/* BigFloat */.p.parse(text);
        if (!number)
            throw new JsonError(`cannot represent the number ${text}`);
        return values_value/* Value */.W.number(number);
    }
    property(depth) {
        const [, , key] = this.next();
        if (key === undefined)
            throw this.unexpected('looking for beginning of object key string');
        if (this.next()[1] !== ':')
            throw this.unexpected('after object key');
        return [(0,utf8/* nfc */.aX)(unquote(key)), this.value(depth)];
    }
    list(close, item) {
        const items = [];
        const before = this.offset;
        if (this.next()[1] === close)
            return items;
        this.offset = before;
        for (;;) {
            items.push(item());
            const mark = this.next()[1];
            if (mark === close)
                return items;
            if (mark !== ',')
                throw this.unexpected(close === ']' ? 'after array element' : 'after object key:value pair');
        }
    }
    unexpected(where) {
        const at = this.start + /^[ \t\n\r]*/.exec(this.text.slice(this.start))[0].length;
        if (at >= this.text.length)
            return new JsonError('unexpected end of JSON input');
        const line = this.text.slice(0, at).split('\n');
        return new JsonError(`invalid character '${String.fromCodePoint(this.text.codePointAt(at))}' ${where} (line ${line.length}, column ${line.at(-1).length + 1})`);
    }
}
function lastOfEach(properties) {
    const last = new Map(properties);
    if (last.size < properties.length)
        for (const [key, value] of properties)
            if (!(0,unify/* canConvert */.yG)(value.type, last.get(key).type))
                throw new JsonError(`duplicate ${quoteJson(key)} property of another type in JSON object`);
    return last;
}
function fromJs(data) {
    if (data === null || data === undefined)
        return Value.null();
    if (data instanceof Value)
        return data;
    if (typeof data === 'string')
        return Value.string(data);
    if (typeof data === 'boolean')
        return Value.bool(data);
    if (typeof data === 'bigint')
        return Value.number(BigFloat.fromInteger(data));
    if (typeof data === 'number')
        return Value.number(Number.isSafeInteger(data) ? BigFloat.fromInteger(data) : BigFloat.fromDouble(data));
    if (Array.isArray(data))
        return Value.tuple(data.map(fromJs));
    const entries = data instanceof Map ? data : Object.entries(data);
    return Value.object([...entries].map(([key, each]) => [key, fromJs(each)]));
}
function toJs(value) {
    if (!value.isKnown)
        throw new JsonError('an unknown value has no data');
    if (value.isNull)
        return null;
    switch (value.type.kind) {
        case 'string':
            return value.asString();
        case 'number': {
            const number = value.asNumber();
            const double = number.toDouble();
            return number.isInteger && !Number.isSafeInteger(double) ? number.toInteger() : double;
        }
        case 'bool':
            return value.asBool();
        case 'list':
        case 'set':
        case 'tuple':
            return value.elements().map(toJs);
        case 'map':
        case 'object': {
            const plain = Object.create(null);
            for (const [key, each] of value.entries())
                plain[key] = toJs(each);
            return plain;
        }
        default:
            throw new JsonError(`a ${value.type.kind} has no data`);
    }
}

// EXTERNAL MODULE: ./build/language/functions/function.js
var functions_function = __webpack_require__(66442);
;// CONCATENATED MODULE: ./build/language/functions/define.js






const parameter = (name, type, options = {}) => ({ name, type, ...options });
const string = (name, options) => parameter(name, values_type/* STRING */.An, options);
const number = (name, options) => parameter(name, values_type/* NUMBER */.uk, options);
const strings = (name) => parameter(name, (0,values_type/* listOf */.c3)(values_type/* STRING */.An), INSIDE);
const any = (name, options) => parameter(name, values_type/* DYNAMIC */.u5, options);
const many = (declared) => ({ ...declared, many: true });
const INSIDE = { allowUnknownInside: true };
function define_define(name, parameters, result, body) {
    const call = (args) => {
        try {
            return lift(body(...args));
        }
        catch (error) {
            throw asFunctionError(error);
        }
    };
    return {
        name,
        parameters: parameters.filter(each => !each.many),
        variadic: parameters.find(each => each.many),
        resultType: args => {
            if (result === 'call')
                return args.every(arg => arg.isWhollyKnown) ? call(args).type : values_type/* DYNAMIC */.u5;
            return typeof result === 'function' ? result(...args) : result;
        },
        neverNull: typeof result === 'object',
        call,
    };
}
const defineText = (name, parameters, body) => define_define(name, parameters.map(each => string(each)), /^(starts|ends)with$|contains$/.test(name) ? values_type/* BOOL */.HX : values_type/* STRING */.An, (...args) => body(...args.map(arg => arg.asString())));
function lift(result) {
    if (result instanceof values_value/* Value */.W)
        return result;
    if (result instanceof big_float/* BigFloat */.p)
        return values_value/* Value */.W.number(result);
    return typeof result === 'string' ? values_value/* Value */.W.string(result) : values_value/* Value */.W.bool(result);
}
function asFunctionError(error) {
    const mistake = error instanceof RangeError || error instanceof convert/* ConversionError */.z || error instanceof JsonError;
    return mistake ? new functions_function/* FunctionError */.J(error.message) : error;
}
const LARGEST = 2 ** 63;
function whole(value, prefix = '') {
    const n = value.asNumber();
    if (!n.isInteger || Math.abs(n.toDouble()) >= LARGEST)
        throw new functions_function/* FunctionError */.J(`${prefix}value must be a whole number, between -9223372036854775808 and 9223372036854775807`);
    return n.toDouble();
}
const integer = (n) => values_value/* Value */.W.number(big_float/* BigFloat */.p.fromInteger(n));

// EXTERNAL MODULE: ./build/language/duration.js
var language_duration = __webpack_require__(45252);
// EXTERNAL MODULE: ./build/language/time.js
var language_time = __webpack_require__(71069);
;// CONCATENATED MODULE: ./build/language/functions/library/dates.js






function parse(text, argument, lenient = false) {
    try {
        return (0,language_time/* parseRfc3339 */.TM)(text, lenient);
    }
    catch (error) {
        throw error instanceof language_time/* TimeError */.kk ? new functions_function/* FunctionError */.J(`not a valid RFC3339 timestamp: ${error.message}`, argument) : error;
    }
}
const verbs = {
    Y: { rule: 'year must either be "YY" or "YYYY"', lengths: { 2: at => (0,language_time/* digits */.vm)(at.year % 100, 2), 4: at => (0,language_time/* digits */.vm)(at.year, 4) } },
    M: {
        rule: 'month must be "M", "MM", "MMM", or "MMMM"',
        lengths: {
            1: at => String(at.month),
            2: at => (0,language_time/* digits */.vm)(at.month, 2),
            3: at => at.monthName.slice(0, 3),
            4: at => at.monthName,
        },
    },
    D: { rule: 'day of month must either be "D" or "DD"', lengths: { 1: at => String(at.day), 2: at => (0,language_time/* digits */.vm)(at.day, 2) } },
    E: {
        rule: 'day of week must either be "EEE" or "EEEE"',
        lengths: { 3: at => at.weekdayName.slice(0, 3), 4: at => at.weekdayName },
    },
    h: { rule: '24-hour must either be "h" or "hh"', lengths: { 1: at => String(at.hour), 2: at => (0,language_time/* digits */.vm)(at.hour, 2) } },
    H: {
        rule: '12-hour must either be "H" or "HH"',
        lengths: { 1: at => String(at.hour % 12 || 12), 2: at => (0,language_time/* digits */.vm)(at.hour % 12 || 12, 2) },
    },
    A: { rule: 'must be "AA"', lengths: { 2: at => (at.hour < 12 ? 'AM' : 'PM') } },
    a: { rule: 'must be "aa"', lengths: { 2: at => (at.hour < 12 ? 'am' : 'pm') } },
    m: { rule: 'minute must either be "m" or "mm"', lengths: { 1: at => String(at.minute), 2: at => (0,language_time/* digits */.vm)(at.minute, 2) } },
    s: { rule: 'second must either be "s" or "ss"', lengths: { 1: at => String(at.second), 2: at => (0,language_time/* digits */.vm)(at.second, 2) } },
    Z: {
        rule: 'timezone must be Z, ZZZZ, or ZZZZZ',
        lengths: {
            1: (_, { offset }) => (0,language_time/* zone */.rg)(offset, ':', 'Z'),
            3: (_, { offset }) => (0,language_time/* zone */.rg)(offset, '', 'UTC'),
            4: (_, { offset }) => (0,language_time/* zone */.rg)(offset, ''),
            5: (_, { offset }) => (0,language_time/* zone */.rg)(offset, ':'),
        },
    },
};
function formatDate(format, timestamp) {
    const moment = parse(timestamp, 1);
    const at = (0,language_time/* calendar */.BJ)(moment);
    return format.replace(/''|'((?:[^']|'')*)('?)|([a-zA-Z])\3*/g, (verb, quoted, closed, letter) => {
        if (verb === "''")
            return "'";
        if (quoted !== undefined && closed === '' && !quoted.endsWith("''"))
            throw new functions_function/* FunctionError */.J("unterminated literal '", 0);
        if (quoted !== undefined)
            return quoted.replaceAll("''", "'");
        const known = verbs[letter];
        if (!known)
            throw new functions_function/* FunctionError */.J(`invalid date format verb "${verb}"`, 0);
        const write = known.lengths[verb.length];
        if (!write)
            throw new functions_function/* FunctionError */.J(`invalid date format verb "${verb}": ${known.rule}`, 0);
        return write(at, moment);
    });
}
function timeAdd(timestamp, duration) {
    const moment = parse(timestamp);
    try {
        return (0,language_time/* formatRfc3339 */.ZA)((0,language_time/* addNanoseconds */.$O)(moment, (0,language_duration/* parseNanoseconds */.N)(duration)));
    }
    catch (error) {
        throw new functions_function/* FunctionError */.J(error.message);
    }
}
const numbers = ['year', 'year_day', 'day', 'month', 'weekday', 'hour', 'minute', 'second', 'unix', 'iso_year', 'iso_week'];
const PARSED = (0,values_type/* objectOf */.Xy)(new Map([...numbers.map(name => [name, values_type/* NUMBER */.uk]), ['month_name', values_type/* STRING */.An], ['weekday_name', values_type/* STRING */.An]]));
function takeApart(moment) {
    const at = (0,language_time/* calendar */.BJ)(moment);
    const counts = [
        at.year,
        at.yearDay,
        at.day,
        at.month,
        at.weekday,
        at.hour,
        at.minute,
        at.second,
        moment.unix,
        at.isoYear,
        at.isoWeek,
    ];
    return values_value/* Value */.W.object([
        ...numbers.map((name, i) => [name, integer(counts[i])]),
        ['month_name', values_value/* Value */.W.string(at.monthName)],
        ['weekday_name', values_value/* Value */.W.string(at.weekdayName)],
    ]);
}
function dateFunctions({ now, startedAt }) {
    const start = (0,language_time/* momentOf */.Et)(startedAt);
    return [
        defineText('formatdate', ['format', 'time'], formatDate),
        defineText('timeadd', ['timestamp', 'duration'], timeAdd),
        define_define('timestamp', [], values_type/* STRING */.An, () => (0,language_time/* formatRfc3339 */.ZA)((0,language_time/* momentOf */.Et)(now()))),
        define_define('legacy_isotime', [many(string('format'))], values_type/* STRING */.An, (format, ...more) => {
            if (more.length > 0)
                throw new functions_function/* FunctionError */.J(`too many values, 1 needed: ${more.length + 1} given`);
            return format ? (0,language_time/* formatLayout */.Cu)(start, format.asString()) : (0,language_time/* formatRfc3339 */.ZA)(start);
        }),
        defineText('legacy_strftime', ['format'], format => (0,language_time/* strftime */.dP)(start, format)),
        define_define('rfc3339_parse', [string('timestamp')], PARSED, text => takeApart(parse(text.asString(), 0, true))),
        define_define('unix_timestamp_parse', [number('unix_timestamp')], PARSED, unix => takeApart({ unix: whole(unix), nanoseconds: 0, offset: 0 })),
    ];
}

// EXTERNAL MODULE: ./build/language/functions/heavy.js
var heavy = __webpack_require__(97455);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(35521);
;// CONCATENATED MODULE: ./build/language/functions/yaml-decode.js








const CORE = 'tag:yaml.org,2002:';
const yaml_decode_DEEPEST = 300;
const MOST_NODES = 2_000_000;
function decodeYaml(text) {
    if (nesting(text) > yaml_decode_DEEPEST)
        throw new functions_function/* FunctionError */.J(`it is nested more than ${yaml_decode_DEEPEST} levels deep`);
    const { LineCounter, parseDocument } = (0,heavy/* yaml */.oQ)();
    const lines = new LineCounter();
    const document = parseDocument(text, {
        schema: 'failsafe',
        version: '1.1',
        uniqueKeys: false,
        merge: false,
        strict: true,
        lineCounter: lines,
        logLevel: 'error',
    });
    const [error] = document.errors;
    if (error?.code === 'MULTIPLE_DOCS') {
        const { line, col } = lines.linePos(error.pos[0]);
        throw new functions_function/* FunctionError */.J(`on line ${line}, column ${col}: unexpected extra content after value`);
    }
    const unresolved = error && /[Uu]nresolved alias.*: ([^\s]+)/.exec(error.message);
    if (unresolved)
        throw new functions_function/* FunctionError */.J(`reference to undefined anchor ${JSON.stringify(unresolved[1])}`);
    if (error) {
        const { line, col } = lines.linePos(error.pos[0]);
        throw new functions_function/* FunctionError */.J(`on line ${line}, column ${col}: ${error.message.split(/ at line |\n/)[0]}`);
    }
    if (document.contents === null && !/^---/m.test(text))
        throw new functions_function/* FunctionError */.J('on line 1, column 1: missing start of document');
    return new Decoder(text, offset => lines.linePos(offset)).value(document.contents);
}
function nesting(text) {
    const indents = [];
    let [deepest, brackets] = [0, 0];
    for (const line of text.split('\n')) {
        const [head, spaces] = /^( *)(?:[-?:] +)*/.exec(line);
        while (indents.length > 0 && indents.at(-1) >= spaces.length)
            indents.pop();
        indents.push(spaces.length);
        deepest = Math.max(deepest, indents.length + brackets + (head.match(/[-?:]/g)?.length ?? 0));
        for (const character of line.match(/[[\]{}]/g) ?? []) {
            brackets = Math.max(0, brackets + (character === '[' || character === '{' ? 1 : -1));
            deepest = Math.max(deepest, indents.length + brackets);
        }
    }
    return deepest;
}
class Decoder {
    constructor(text, position) {
        this.text = text;
        this.position = position;
        this.anchors = new Map();
        this.nodes = 0;
    }
    value(node) {
        const { isAlias, isMap, isScalar, isSeq } = (0,heavy/* yaml */.oQ)();
        if (!node || (isScalar(node) && node.source === undefined && node.value === null))
            return values_value/* Value */.W.null();
        const before = this.nodes;
        this.count(1);
        if (isAlias(node))
            return this.alias(node);
        const anchor = node.anchor;
        if (anchor)
            this.anchors.set(anchor, 'open');
        const value = isScalar(node)
            ? scalar(node, this.writtenText(node))
            : isMap(node)
                ? this.map(node)
                : isSeq(node)
                    ? this.sequence(node)
                    : values_value/* Value */.W.null();
        if (anchor)
            this.anchors.set(anchor, { value, size: this.nodes - before });
        return value;
    }
    count(nodes) {
        this.nodes += nodes;
        if (this.nodes > MOST_NODES)
            throw new functions_function/* FunctionError */.J('its aliases stand for too much');
    }
    alias(node) {
        const known = this.anchors.get(node.source);
        if (known === undefined)
            throw new functions_function/* FunctionError */.J(`reference to undefined anchor ${JSON.stringify(node.source)}`);
        if (known === 'open')
            throw this.at(node, `cannot refer to anchor ${JSON.stringify(node.source)} from inside its own definition`);
        this.count(known.size);
        return known.value;
    }
    sequence(node) {
        checkTag(node, 'seq', 'sequence');
        return values_value/* Value */.W.tuple(node.items.map(item => this.value(item)));
    }
    map(node) {
        checkTag(node, 'map', 'mapping');
        const entries = new Map();
        for (const pair of node.items) {
            const value = this.value(pair.value);
            if (isMergeKey(pair))
                this.merge(value, pair, entries);
            else
                entries.set(this.key(pair), value);
        }
        return values_value/* Value */.W.object(entries);
    }
    merge(value, pair, into) {
        if (value.type.kind !== 'object' && value.type.kind !== 'map')
            throw this.at(pair.key, `cannot merge ${(0,type_text/* friendlyName */.Rs)(value.type)} into mapping`);
        for (const [key, each] of value.entries())
            into.set(key, each);
    }
    key(pair) {
        const key = this.value(pair.key);
        if (key.isNull)
            throw this.at(pair.key, 'mapping key cannot be null');
        try {
            return (0,convert/* convert */.C)(key, values_type/* STRING */.An).asString();
        }
        catch (error) {
            throw error instanceof convert/* ConversionError */.z ? new functions_function/* FunctionError */.J('only strings are allowed as mapping keys') : error;
        }
    }
    writtenText(node) {
        const text = String(node.source ?? '');
        const isOpen = isBlock(node) && node.range?.[1] === this.text.length && !this.text.endsWith('\n');
        return isOpen ? text.replace(/\n$/, '') : text;
    }
    at(node, message) {
        const { line, col } = this.position(node?.range?.[0] ?? 0);
        return new functions_function/* FunctionError */.J(`on line ${line}, column ${col}: ${message}`);
    }
}
function isMergeKey({ key }) {
    return (0,heavy/* yaml */.oQ)().isScalar(key) && key.source === '<<' && key.type === 'PLAIN' && !key.tag;
}
function checkTag(node, own, kind) {
    if (!node.tag || node.tag === CORE + own)
        return;
    throw new functions_function/* FunctionError */.J(`can't interpret ${kind} as ${node.tag}`);
}
const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:|~|null|Null|NULL)$/;
const isBlock = ({ type }) => type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
function scalar(node, text) {
    const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
    const tag = node.tag?.startsWith(CORE) ? node.tag.slice(CORE.length) : node.tag;
    if (tag !== undefined && !['str', 'int', 'float', 'bool', 'null', 'timestamp', 'binary'].includes(tag))
        throw new functions_function/* FunctionError */.J(`unsupported tag ${JSON.stringify(node.tag)}`);
    if (tag === 'str' || (quoted && tag !== 'timestamp' && tag !== 'binary'))
        return values_value/* Value */.W.string(text);
    const value = tag === 'null' ? values_value/* Value */.W.null() : tag === 'binary' ? binary(text) : plainScalar(text, tag);
    if (!value)
        throw new functions_function/* FunctionError */.J(`cannot parse ${JSON.stringify(text)} as ${node.tag}`);
    return isBlock(node) && tag === undefined ? (0,convert/* convert */.C)(value, values_type/* STRING */.An) : value;
}
function binary(text) {
    if (!/^[A-Za-z0-9+/=\s]*$/.test(text) || text.replace(/\s/g, '').length % 4 !== 0)
        throw new functions_function/* FunctionError */.J(`cannot parse ${JSON.stringify(text)} as ${CORE}binary: not valid base64`);
    return values_value/* Value */.W.string(text);
}
function plainScalar(text, tag) {
    const allowed = (...tags) => tag === undefined || tags.includes(tag);
    if (allowed('bool') && TRUE.test(text))
        return values_value/* Value */.W.bool(true);
    if (allowed('bool') && FALSE.test(text))
        return values_value/* Value */.W.bool(false);
    if (allowed() && NULL.test(text))
        return values_value/* Value */.W.null();
    if (allowed('timestamp')) {
        const timestamp = yamlTime(text);
        if (timestamp !== undefined)
            return values_value/* Value */.W.string(timestamp);
    }
    if (allowed('int', 'float')) {
        if (/^\.(?:nan|NaN|NAN)$/.test(text))
            throw new functions_function/* FunctionError */.J('floating point NaN is not supported');
        const number = yamlNumber(text);
        if (number)
            return values_value/* Value */.W.number(number);
    }
    return tag === undefined ? values_value/* Value */.W.string(text) : undefined;
}
function yamlNumber(text) {
    const infinite = /^([+-]?)\.(?:inf|Inf|INF)$/.exec(text);
    if (infinite)
        return big_float/* BigFloat */.p.fromText(`${infinite[1]}Inf`);
    if (text.startsWith('.'))
        return big_float/* BigFloat */.p.parse(text);
    if (!/^[-+\d]/.test(text))
        return undefined;
    const bare = text.replaceAll('_', '');
    const binaryDigits = /^(-?)0b([01]+)$/.exec(bare);
    if (binaryDigits)
        return big_float/* BigFloat */.p.fromInteger(BigInt(`0b${binaryDigits[2]}`) * (binaryDigits[1] ? -1n : 1n));
    return big_float/* BigFloat */.p.parse(bare);
}
function yamlTime(text) {
    const [, date, time = '0:0:0', offset = 'Z'] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[Tt](\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)(Z|[+-]\d\d:\d\d)|[ ](\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?))?$/
        .exec(text)
        ?.map((group, i, all) => (i === 2 ? (all[2] ?? all[4]) : group)) ?? [];
    if (date === undefined)
        return undefined;
    const two = (part) => part.replace(/\b\d\b(?!\d)/g, digit => digit.padStart(2, '0'));
    try {
        return (0,language_time/* formatRfc3339 */.ZA)((0,language_time/* parseRfc3339 */.TM)(`${two(date)}T${two(time.split('.')[0])}${offset}`));
    }
    catch (error) {
        if (error instanceof language_time/* TimeError */.kk)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/language/functions/yaml-encode.js



const WIDTH = 80;
const LONGEST_KEY = 128;
function encodeYaml(value) {
    const text = node(value, 0, 0);
    const open = value.isNull || value.type.kind === 'number' || value.type.kind === 'bool';
    return open ? `${text}\n...\n` : text.endsWith('\n') ? text : `${text}\n`;
}
function node(value, indent, column) {
    if (value.isNull)
        return 'null';
    switch (value.type.kind) {
        case 'string':
            return yaml_encode_isBlock(value.asString())
                ? block(value.asString(), Math.max(indent, 2))
                : quoted(value.asString(), Math.max(indent, 2), column);
        case 'number':
            return value.asNumber().toText();
        case 'bool':
            return toJson(value);
        case 'list':
        case 'set':
        case 'tuple':
            return value.elements().length === 0
                ? '[]'
                : lines(value.elements().map(each => `- ${item(each, indent + 2)}`), indent);
        case 'map':
        case 'object':
            return value.entries().size === 0
                ? '{}'
                : lines([...value.entries()].map(([key, each]) => entry(key, each, indent)), indent);
        default:
            throw new functions_function/* FunctionError */.J(`a ${value.type.kind} cannot be written as YAML`);
    }
}
const lines = (parts, indent) => parts.map((part, i) => (i === 0 ? '' : ' '.repeat(indent)) + part + (part.endsWith('\n') ? '' : '\n')).join('');
const item = (value, indent) => node(value, indent, indent);
function entry(key, value, indent) {
    const simple = !key.includes('\n') && key.length <= LONGEST_KEY;
    const name = simple
        ? quoted(key, indent, Number.NEGATIVE_INFINITY)
        : `? ${node(values_value/* Value */.W.string(key), indent + 2, indent + 2).replace(/\n?$/, '\n')}${' '.repeat(indent)}`;
    const start = indent + (simple ? name.length : 0) + 2;
    const kind = value.state === 'known' ? value.type.kind : 'string';
    if (['list', 'set', 'tuple'].includes(kind) && value.elements().length > 0)
        return `${name}:\n${' '.repeat(indent)}${node(value, indent, indent)}`;
    if (['map', 'object'].includes(kind) && value.entries().size > 0)
        return `${name}:\n${' '.repeat(indent + 2)}${node(value, indent + 2, indent + 2)}`;
    return `${name}: ${node(value, indent + 2, start)}`;
}
const yaml_encode_isBlock = (text) => text.includes('\n') && !/ \n| $/.test(text) && !unprintable.test(text);
const unprintable = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
function block(text, indent) {
    const hint = /^[ \n]/.test(text) ? '2' : '';
    const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
    const body = text.replace(/\n$/, '').split('\n');
    return `|${hint}${chomp}\n${body.map(line => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}\n`;
}
const yaml_encode_escapes = {
    '\0': '0', '\x07': 'a', '\b': 'b', '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r', '\x1b': 'e',
    '"': '"', '\\': '\\', '\x85': 'N', '\u2028': 'L', '\u2029': 'P',
};
function quoted(text, indent, column) {
    const characters = [...text];
    let written = '"';
    let at = column + 1;
    let afterSpace = false;
    for (const [i, character] of characters.entries()) {
        if (character === ' ' && !afterSpace && at > WIDTH && i > 0 && i < characters.length - 1) {
            const more = characters[i + 1] === ' ' ? '\\' : '';
            written += `\n${' '.repeat(indent)}${more}`;
            at = indent + more.length;
        }
        else {
            const piece = character === '"' || character === '\\' || character === '\n' || unprintable.test(character)
                ? escaped(character)
                : character;
            written += piece;
            at += piece.length;
        }
        afterSpace = character === ' ';
    }
    return `${written}"`;
}
function escaped(character) {
    const short = yaml_encode_escapes[character];
    if (short)
        return `\\${short}`;
    const code = character.codePointAt(0);
    const hex = (width) => code.toString(16).toUpperCase().padStart(width, '0');
    return code <= 0xff ? `\\x${hex(2)}` : code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

;// CONCATENATED MODULE: ./build/language/functions/library/encoding.js








function fromBase64(text) {
    const bare = text.replace(/[\r\n]/g, '');
    return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bare) ? Buffer.from(bare, 'base64') : undefined;
}
function fromUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function base64Decode(text) {
    const bytes = fromBase64(text);
    if (!bytes)
        throw new functions_function/* FunctionError */.J(`failed to decode base64 data ${JSON.stringify(text)}`);
    const decoded = fromUtf8(bytes);
    if (decoded === undefined)
        throw new functions_function/* FunctionError */.J('the result of decoding the provided string is not valid UTF-8');
    return decoded;
}
const urlEncode = (text) => encodeURIComponent(text)
    .replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
const NOT_A_CHARACTER_SET = /^(?:hex|base64|binary|ucs-?2|utf8|utf-?7.*|utf-?32.*|cesu-?8|internal|ascii|windows-31j|cp\d{4,}|win\d+|x-.*)$/i;
const OTHER_NAMES = new Map([
    ['extended_unix_code_packed_format_for_japanese', 'euc-jp'],
    ['cseucpkdfmtjapanese', 'euc-jp'],
    ['iso-8859-6-e', 'iso-8859-6'],
    ['iso-8859-6-i', 'iso-8859-6'],
    ...['ibm00858', 'ccsid00858', 'cp00858', 'pc-multilingual-850+euro'].map(name => [name, 'cp858']),
]);
function knownEncoding(name) {
    const lower = name.toLowerCase();
    const other = OTHER_NAMES.get(lower);
    if (other)
        return other;
    const known = [lower, lower.replace(/^cs/, '')].find(each => (0,heavy/* iconv */.Wb)().encodingExists(each));
    if (known === undefined || NOT_A_CHARACTER_SET.test(name))
        throw new functions_function/* FunctionError */.J(`${JSON.stringify(name)} is not a supported IANA encoding name or alias`, 1);
    return known;
}
const hasMark = (name) => /^utf-?16$/.test(name);
function encodeText(text, encoding) {
    const name = knownEncoding(encoding);
    const bytes = (0,heavy/* iconv */.Wb)().encode(text, hasMark(name) ? 'utf-16be' : name, { addBOM: hasMark(name) });
    if ((0,heavy/* iconv */.Wb)().decode(bytes, name) !== text)
        throw new functions_function/* FunctionError */.J(`the given string contains characters that cannot be represented in ${encoding}`, 0);
    return bytes.toString('base64');
}
function decodeText(source, encoding) {
    const name = knownEncoding(encoding);
    const bytes = fromBase64(source);
    if (!bytes) {
        const offset = /[^A-Za-z0-9+/]/.exec(source.replace(/=+$/, ''))?.index ?? source.length;
        throw new functions_function/* FunctionError */.J(`the given value has an invalid base64 symbol at offset ${offset}`, 0);
    }
    const endian = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
    const text = (0,heavy/* iconv */.Wb)().decode(bytes, hasMark(name) ? endian : name);
    const isWide = name.startsWith('utf-16') || name.startsWith('utf16');
    if (/\ufffd|\p{Surrogate}/u.test(text) || (isWide && bytes.length % 2 === 1))
        throw new functions_function/* FunctionError */.J(`the given string contains symbols that are not defined for ${encoding}`, 0);
    return text;
}
function decodeCsv(text) {
    const records = readCsv(text);
    const [names, ...rows] = records;
    if (!names)
        throw new functions_function/* FunctionError */.J('missing header line');
    const twice = names.fields.find((name, i) => names.fields.indexOf(name) !== i);
    if (twice !== undefined)
        throw new functions_function/* FunctionError */.J(`duplicate column name ${JSON.stringify(twice)}`);
    const objects = rows.map(({ fields, line }) => {
        if (fields.length !== names.fields.length)
            throw new functions_function/* FunctionError */.J(`record on line ${line}: wrong number of fields`);
        return values_value/* Value */.W.object(names.fields.map((name, i) => [name, values_value/* Value */.W.string(fields[i])]));
    });
    return values_value/* Value */.W.list(values_value/* Value */.W.object(names.fields.map(name => [name, values_value/* Value */.W.null(values_type/* STRING */.An)])).type, objects);
}
function readCsv(text) {
    const { parse, CsvError } = (0,heavy/* csv */.fu)();
    try {
        const options = {
            bom: false,
            info: true,
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: ['\r\n', '\n'],
        };
        const records = parse(text, options);
        return records.map(({ info, record }) => ({ line: info.lines, fields: record.map(field => field.replaceAll('\r\n', '\n')) }));
    }
    catch (error) {
        if (!(error instanceof CsvError))
            throw error;
        const problems = {
            CSV_QUOTE_NOT_CLOSED: 'extraneous or missing " in quoted-field',
            CSV_INVALID_CLOSING_QUOTE: 'extraneous or missing " in quoted-field',
            INVALID_OPENING_QUOTE: 'bare " in non-quoted-field',
        };
        throw new functions_function/* FunctionError */.J(`parse error on line ${error.lines}: ${problems[error.code] ?? error.message}`);
    }
}
const encodingFunctions = [
    defineText('base64encode', ['str'], text => Buffer.from(text).toString('base64')),
    defineText('base64decode', ['str'], base64Decode),
    defineText('base64gzip', ['str'], text => (0,heavy/* zlib */.w5)().gzipSync(text).toString('base64')),
    defineText('urlencode', ['str'], urlEncode),
    defineText('textencodebase64', ['string', 'encoding'], encodeText),
    defineText('textdecodebase64', ['source', 'encoding'], decodeText),
    define_define('jsonencode', [any('val', { allowNull: true, allowDynamic: true })], values_type/* STRING */.An, value => toJson(value)),
    define_define('jsondecode', [string('str')], 'call', text => fromJson(text.asString())),
    define_define('csvdecode', [string('str')], 'call', text => decodeCsv(text.asString())),
    define_define('yamlencode', [any('value', { allowNull: true, allowDynamic: true })], values_type/* STRING */.An, value => encodeYaml(value)),
    define_define('yamldecode', [string('src')], 'call', text => decodeYaml(text.asString())),
];

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/language/values/set.js
var set = __webpack_require__(46517);
;// CONCATENATED MODULE: ./build/language/functions/library/files.js










const expandHome = (path) => {
    if (!path.startsWith('~'))
        return path;
    if (path !== '~' && !/^~[/\\]/.test(path))
        throw new functions_function/* FunctionError */.J('cannot expand user-specific home dir');
    return (0,external_node_path_.join)((0,external_node_os_.homedir)(), path.slice(1));
};
const located = (directory, path) => (0,external_node_path_.resolve)(directory, expandHome(path));
function files_read(directory, path) {
    try {
        return (0,external_node_fs_.readFileSync)(located(directory, path));
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw new functions_function/* FunctionError */.J(`no file exists at ${path}`, 0);
        if (code === 'EISDIR')
            throw new functions_function/* FunctionError */.J(`failed to read ${path}: it is a directory`, 0);
        throw new functions_function/* FunctionError */.J(`failed to read ${path}: ${error.message}`, 0);
    }
}
function readText(directory, path) {
    const text = fromUtf8(files_read(directory, path));
    if (text === undefined)
        throw new functions_function/* FunctionError */.J(`contents of ${path} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents`, 0);
    return text;
}
function exists(directory, path) {
    const found = (0,external_node_fs_.statSync)(located(directory, path), { throwIfNoEntry: false });
    if (found && !found.isFile())
        throw new functions_function/* FunctionError */.J(`${path} is not a regular file`, 0);
    return found !== undefined;
}
function fileSet(directory, path, pattern) {
    checkGlob(path, pattern);
    const root = located(directory, path);
    const [up] = /^(?:\.\.\/)*/.exec((0,external_node_path_.normalize)(pattern).replaceAll('\\', '/'));
    const matches = (0,heavy/* picomatch */.Pf)()((0,external_node_path_.normalize)(pattern).replaceAll('\\', '/').slice(up.length), {
        dot: true,
        noextglob: true,
        nonegate: true,
    });
    const found = walk((0,external_node_path_.join)(root, up)).filter(name => matches(name));
    return (0,set/* setOfValues */.W)(values_type/* STRING */.An, found.map(name => values_value/* Value */.W.string(up + name)));
}
function checkGlob(path, pattern) {
    const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]+\]/g, '');
    if (bare.includes('[') || (bare.match(/\{/g)?.length ?? 0) !== (bare.match(/\}/g)?.length ?? 0))
        throw new functions_function/* FunctionError */.J(`failed to glob pattern ${(0,external_node_path_.join)(path, pattern)}: syntax error in pattern`);
}
function walk(root, below = '') {
    const folder = (0,external_node_path_.join)(root, below);
    if (!(0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return [];
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).flatMap(entry => {
        const name = below + entry.name;
        if (entry.isDirectory())
            return walk(root, `${name}/`);
        const isFile = entry.isFile() || (entry.isSymbolicLink() && (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, name), { throwIfNoEntry: false })?.isFile());
        return isFile ? [name] : [];
    });
}
const baseName = (path) => /([^/]+)\/*$/.exec(path)?.[1] ?? (path === '' ? '.' : '/');
const dirName = (path) => {
    const folder = (0,external_node_path_.normalize)(path.slice(0, path.lastIndexOf('/') + 1));
    return folder.length > 1 ? folder.replace(/\/$/, '') : folder;
};
function renderFile(path, text, vars, parse, functions) {
    if (vars.type.kind !== 'map' && vars.type.kind !== 'object')
        throw new functions_function/* FunctionError */.J('invalid vars value: must be a map', 1);
    const variables = vars.entries();
    for (const name of variables.keys())
        if (!/^[a-zA-Z]\w*$/.test(name))
            throw new functions_function/* FunctionError */.J(`invalid template variable name ${JSON.stringify(name)}: must start with a letter, followed by zero or more letters, digits, and underscores`, 1);
    const template = parse(text, path);
    stopAt(template.diagnostics);
    for (const { root, range } of template.value.variables())
        if (!variables.has(root)) {
            const place = `${range.file}:${range.start.line},${range.start.column}-${range.end.column}`;
            throw new functions_function/* FunctionError */.J(`vars map does not contain key ${JSON.stringify(root)}, referenced at ${place}`, 1);
        }
    const context = { variables, functions: new Map([...functions, ['templatefile', notAgain]]) };
    const result = template.value.evaluate(context);
    stopAt(result.diagnostics);
    return result.value;
}
function stopAt(diagnostics) {
    const error = diagnostics.find(each => each.severity === 'error');
    if (!error)
        return;
    const place = error.subject ? `${error.subject.file}:${error.subject.start.line},${error.subject.start.column}: ` : '';
    throw new functions_function/* FunctionError */.J(`${place}${error.summary}${error.detail ? `; ${error.detail.replace(/\.$/, '')}` : ''}`);
}
const notAgain = define_define('templatefile', [string('path'), any('vars')], values_type/* DYNAMIC */.u5, () => {
    throw new functions_function/* FunctionError */.J('cannot recursively call templatefile from inside a template');
});
const pathFunctions = [
    defineText('basename', ['path'], baseName),
    defineText('dirname', ['path'], dirName),
    defineText('pathexpand', ['path'], expandHome),
];
function fileFunctions(directory, parse, functions) {
    return [
        defineText('file', ['path'], path => readText(directory, path)),
        defineText('filebase64', ['path'], path => files_read(process.cwd(), path).toString('base64')),
        define_define('fileexists', [string('path')], values_type/* BOOL */.HX, path => exists(directory, path.asString())),
        define_define('fileset', [string('path'), string('pattern')], (0,values_type/* setOf */.s4)(values_type/* STRING */.An), (path, pattern) => fileSet(directory, path.asString(), pattern.asString())),
        defineText('abspath', ['path'], path => ((0,external_node_path_.isAbsolute)(path) ? (0,external_node_path_.normalize)(path) : (0,external_node_path_.resolve)(path))),
        define_define('templatefile', [string('path'), any('vars')], 'call', (path, vars) => renderFile(path.asString(), readText(directory, path.asString()), vars, parse, functions)),
    ];
}

// EXTERNAL MODULE: ./build/language/graphemes.js
var graphemes = __webpack_require__(45576);
// EXTERNAL MODULE: ./build/language/printf.js
var printf = __webpack_require__(55027);
;// CONCATENATED MODULE: ./build/language/functions/library/format.js








const ANYTHING = { allowNull: true, allowUnknown: true };
function format(template, args) {
    let next = 0;
    let used = 0;
    const text = scan(template).map(piece => {
        if (typeof piece === 'string')
            return piece;
        const index = piece.index ?? next + 1;
        const offset = Buffer.byteLength(template.slice(0, piece.offset));
        if (index > args.length)
            throw new functions_function/* FunctionError */.J(`not enough arguments for ${format_quoted(piece)} at ${offset}: need index ${index} but have ${args.length} total`);
        next = index;
        used = Math.max(used, index);
        try {
            return formatVerb(args[index - 1], piece, offset);
        }
        catch (error) {
            throw error instanceof convert/* ConversionError */.z
                ? new functions_function/* FunctionError */.J(`unsupported value for ${format_quoted(piece)} at ${offset}: ${error.message}`)
                : error;
        }
    });
    if (args.length > used)
        throw new functions_function/* FunctionError */.J(`too many arguments; ${used === 0 ? 'no verbs in' : `only ${used} used by`} format string`, used + 1);
    return text.join('');
}
const format_quoted = (verb) => JSON.stringify(verb.text);
function scan(template) {
    try {
        return (0,printf/* scanFormat */.vc)(template);
    }
    catch (error) {
        throw error instanceof printf/* FormatSyntaxError */.$j ? new functions_function/* FunctionError */.J(error.message) : error;
    }
}
function formatVerb(value, verb, offset) {
    if (verb.letter === 'v')
        return formatAny(value, verb);
    const as = (type) => {
        if (value.isNull)
            throw new convert/* ConversionError */.z('null value cannot be formatted');
        return (0,convert/* convert */.C)(value, type);
    };
    switch (verb.letter) {
        case 's':
        case 'q': {
            const text = as(values_type/* STRING */.An).asString();
            const cut = verb.precision ? (0,graphemes/* graphemes */.l)(text).slice(0, verb.precision).join('') : text;
            return padded(verb.letter === 'q' ? quoteJson(cut) : cut, verb);
        }
        case 't':
            return String(as(values_type/* BOOL */.HX).asBool());
        case 'b':
        case 'd':
        case 'o':
        case 'x':
        case 'X': {
            const n = as(values_type/* NUMBER */.uk).asNumber();
            if (!n.isInteger)
                throw new convert/* ConversionError */.z('an integer is required');
            return (0,printf/* formatInteger */.Sm)(n.toInteger(), verb);
        }
        case 'e':
        case 'E':
        case 'f':
        case 'g':
        case 'G':
            return (0,printf/* formatFloat */.kr)(as(values_type/* NUMBER */.uk).asNumber(), verb);
        default:
            throw new functions_function/* FunctionError */.J(`unsupported format verb '${verb.letter}' in ${format_quoted(verb)} at offset ${offset}`);
    }
}
function formatAny(value, verb) {
    if (!verb.flags.includes('#') && !value.isNull) {
        if (value.type.kind === 'string')
            return padded(value.asString(), verb);
        if (value.type.kind === 'number')
            return padded((0,printf/* formatFloat */.kr)(value.asNumber(), PLAIN), verb);
    }
    return padded(toJson(value), verb);
}
const PLAIN = { letter: 'g', flags: '', text: '%g', offset: 0 };
function padded(text, verb) {
    const filled = verb.flags.includes('-') && verb.flags.includes('0');
    const missing = (verb.width ?? 0) - (0,graphemes/* countGraphemes */.O)(text);
    return filled ? text + '0'.repeat(Math.max(0, missing)) : (0,printf/* pad */.eV)(text, verb, (0,graphemes/* countGraphemes */.O)(text));
}
const isList = (arg) => ['list', 'set', 'tuple'].includes(arg.type.kind);
function rowsOf(arg) {
    if (arg.isNull || !isList(arg))
        return undefined;
    if (arg.type.kind === 'tuple')
        return arg.type.elements.length;
    return arg.hasKnownSize ? arg.elements().length : undefined;
}
function formatList(template, ...args) {
    const counts = args.map(rowsOf);
    const first = counts.findIndex(each => each !== undefined);
    const count = counts[first] ?? 1;
    for (const [i, own] of counts.entries())
        if (own !== undefined && own !== count)
            throw new functions_function/* FunctionError */.J(`argument ${i + 1} has length ${own}, which is inconsistent with argument ${first + 1} of length ${count}`, i + 1);
    if (!template.isKnown || args.some(arg => isList(arg) && !arg.hasKnownSize))
        return values_value/* Value */.W.unknown((0,values_type/* listOf */.c3)(values_type/* STRING */.An), true);
    const columns = args.map((arg, i) => (counts[i] === undefined ? undefined : arg.elements()));
    const rows = Array.from({ length: count }, (_, i) => args.map((arg, j) => columns[j]?.[i] ?? arg));
    return values_value/* Value */.W.list(values_type/* STRING */.An, rows.map((row, i) => formatRow(template.asString(), row, i)));
}
function formatRow(template, row, index) {
    if (row.some(each => !each.isWhollyKnown))
        return values_value/* Value */.W.unknown(values_type/* STRING */.An, true);
    try {
        return values_value/* Value */.W.string(format(template, row));
    }
    catch (error) {
        throw error instanceof functions_function/* FunctionError */.J ? new functions_function/* FunctionError */.J(`error on format iteration ${index}: ${error.message}`) : error;
    }
}
const formatFunctions = [
    define_define('format', [string('format'), many(any('args', ANYTHING))], values_type/* STRING */.An, (template, ...args) => args.every(arg => arg.isWhollyKnown) ? format(template.asString(), args) : values_value/* Value */.W.unknown(values_type/* STRING */.An, true)),
    define_define('formatlist', [string('format', { allowUnknown: true }), many(any('args', ANYTHING))], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), formatList),
];

;// CONCATENATED MODULE: ./build/language/functions/library/hashes.js





const digest = (name) => defineText(name, ['str'], text => (0,heavy/* crypto */.Et)().createHash(name).update(text).digest('hex'));
const DEFAULT_COST = 10;
const LONGEST_PASSWORD = 72;
function hashPassword(password, cost) {
    if (cost > 31)
        throw new functions_function/* FunctionError */.J(`error occured generating password crypto/bcrypt: cost ${cost} is outside allowed range (4,31)`);
    if (Buffer.byteLength(password) > LONGEST_PASSWORD)
        throw new functions_function/* FunctionError */.J('error occured generating password bcrypt: password length exceeds 72 bytes');
    return (0,heavy/* bcrypt */.zM)()
        .hashSync(password, cost < 4 ? DEFAULT_COST : cost)
        .replace(/^\$2b\$/, '$2a$');
}
const namespaces = { dns: '0', url: '1', oid: '2', x500: '4' };
function uuidV5(namespace, name) {
    const known = namespaces[namespace];
    const space = known ? `6ba7b81${known}-9dad-11d1-80b4-00c04fd430c8` : namespace;
    const hex = /^(?:urn:uuid:)?\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?$/i
        .exec(space)?.[1]
        ?.replaceAll('-', '');
    if (!hex)
        throw new functions_function/* FunctionError */.J(`uuidv5() doesn't support namespace ${namespace} (${[32, 36, 38, 45].includes(space.length) ? 'invalid UUID format' : `invalid UUID length: ${space.length}`})`);
    const bytes = (0,heavy/* crypto */.Et)().createHash('sha1').update(Buffer.from(hex, 'hex')).update(name).digest().subarray(0, 16);
    bytes[6] = (bytes[6] & 0x0f) | 0x50;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
function rsaDecrypt(ciphertext, pem) {
    const bytes = fromBase64(ciphertext);
    if (!bytes)
        throw new functions_function/* FunctionError */.J(`failed to decode input ${JSON.stringify(ciphertext)}: cipher text must be base64-encoded`);
    const key = privateKey(pem);
    const { constants, privateDecrypt } = (0,heavy/* crypto */.Et)();
    let padded;
    try {
        padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes);
    }
    catch {
        throw new functions_function/* FunctionError */.J('failed to decrypt: error decrypting');
    }
    const end = padded.indexOf(0, 2);
    if (padded[0] !== 0 || padded[1] !== 2 || end < 10)
        throw new functions_function/* FunctionError */.J('failed to decrypt: error decrypting');
    return padded.subarray(end + 1).toString('utf8');
}
function privateKey(pem) {
    if (!pem.includes('-----BEGIN '))
        throw new functions_function/* FunctionError */.J('failed to parse key: no key found');
    if (pem.includes('ENCRYPTED'))
        throw new functions_function/* FunctionError */.J('failed to parse key: password protected keys are not supported. Please decrypt the key prior to use');
    try {
        return (0,heavy/* crypto */.Et)().createPrivateKey(pem);
    }
    catch {
        throw new functions_function/* FunctionError */.J('failed to parse key: it is not a private key in PEM form');
    }
}
const hashFunctions = [
    digest('md5'),
    digest('sha1'),
    digest('sha256'),
    digest('sha512'),
    define_define('bcrypt', [string('str'), many(number('cost'))], values_type/* STRING */.An, (text, cost, ...more) => {
        if (more.length > 0)
            throw new functions_function/* FunctionError */.J('bcrypt() takes no more than two arguments');
        return hashPassword(text.asString(), cost ? whole(cost) : DEFAULT_COST);
    }),
    define_define('uuidv4', [], values_type/* STRING */.An, () => (0,heavy/* crypto */.Et)().randomUUID()),
    defineText('uuidv5', ['namespace', 'name'], uuidV5),
    defineText('rsadecrypt', ['ciphertext', 'privatekey'], rsaDecrypt),
];

// EXTERNAL MODULE: ./build/language/values/equality.js
var equality = __webpack_require__(60569);
;// CONCATENATED MODULE: ./build/language/functions/library/lists.js









const ANY_LIST = (0,values_type/* listOf */.c3)(values_type/* DYNAMIC */.u5);
const isListOrTuple = (type) => type.kind === 'list' || type.kind === 'tuple';
const isSequence = (type) => isListOrTuple(type) || type.kind === 'set';
const elementOf = (type) => ('element' in type ? type.element : values_type/* DYNAMIC */.u5);
const sequence = (type, elements) => type.kind === 'list' ? values_value/* Value */.W.list(type.element, elements) : values_value/* Value */.W.tuple(elements);
function concatType(seqs) {
    if (seqs.length === 0)
        throw new functions_function/* FunctionError */.J('at least one argument is required');
    const types = seqs.map(seq => seq.type);
    const element = types.every(type => type.kind === 'list') ? (0,unify/* unify */.QF)(types.map(elementOf)) : undefined;
    if (element)
        return (0,values_type/* listOf */.c3)(element);
    const elements = [];
    for (const [i, seq] of seqs.entries()) {
        if (!isListOrTuple(seq.type))
            throw new functions_function/* FunctionError */.J(`all arguments must be lists or tuples; got ${(0,type_text/* friendlyName */.Rs)(seq.type)}`, i);
        if (seq.type.kind === 'list' && !seq.isKnown)
            return values_type/* DYNAMIC */.u5;
        elements.push(...(seq.type.kind === 'tuple' ? seq.type.elements : seq.elements().map(each => each.type)));
    }
    return (0,values_type/* tupleOf */.cF)(elements);
}
function concat(...seqs) {
    const type = concatType(seqs);
    const elements = seqs.flatMap(seq => seq.elements());
    return sequence(type, type.kind === 'list' ? elements.map(each => (0,convert/* convert */.C)(each, type.element)) : elements);
}
function chunk(list, size) {
    const length = whole(size, 'invalid size: ');
    if (length < 0)
        throw new functions_function/* FunctionError */.J('the size argument must be positive');
    const all = list.elements();
    const chunks = [];
    const step = length === 0 ? all.length : length;
    for (let i = 0; i < all.length; i += step)
        chunks.push(values_value/* Value */.W.list(elementOf(list.type), all.slice(i, i + step)));
    return values_value/* Value */.W.list(list.type, chunks);
}
function flat(value) {
    const all = [];
    if (!value.hasKnownSize)
        return undefined;
    for (const element of value.elements()) {
        if (element.state === 'known' && isSequence(element.type)) {
            const inner = flat(element);
            if (!inner)
                return undefined;
            for (const each of inner)
                all.push(each);
        }
        else if (!element.isKnown && (isSequence(element.type) || element.type.kind === 'dynamic'))
            return undefined;
        else
            all.push(element);
    }
    return all;
}
function flatten(list) {
    if (!isSequence(list.type))
        throw new functions_function/* FunctionError */.J('can only flatten lists, sets and tuples');
    const all = flat(list);
    return all ? values_value/* Value */.W.tuple(all) : values_value/* Value */.W.unknown();
}
const reversedType = (list) => {
    if (list.type.kind === 'tuple')
        return (0,values_type/* tupleOf */.cF)([...list.type.elements].reverse());
    if (list.type.kind === 'list' || list.type.kind === 'set')
        return (0,values_type/* listOf */.c3)(list.type.element);
    throw new functions_function/* FunctionError */.J(`can only reverse list or tuple values, not ${(0,type_text/* friendlyName */.Rs)(list.type)}`, 0);
};
function bounds(list, start, end) {
    if (list.type.kind === 'set')
        throw new functions_function/* FunctionError */.J('cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important', 0);
    if (!isListOrTuple(list.type))
        throw new functions_function/* FunctionError */.J('must be a list or tuple value', 0);
    const length = list.type.kind === 'tuple' ? list.type.elements.length : list.isKnown ? list.elements().length : Number.POSITIVE_INFINITY;
    const from = start.isKnown ? wholeAt(start, 'start', 1) : undefined;
    const to = end.isKnown ? wholeAt(end, 'end', 2) : undefined;
    if (from !== undefined && from < 0)
        throw new functions_function/* FunctionError */.J('start index must not be less than zero', 1);
    if (to !== undefined && to > length)
        throw new functions_function/* FunctionError */.J('end index must not be greater than the length of the list', 2);
    if ((from ?? 0) > (to ?? length))
        throw new functions_function/* FunctionError */.J('start index must not be greater than end index', 1);
    return [from, to];
}
function wholeAt(value, which, argument) {
    try {
        return whole(value, `invalid ${which} index: `);
    }
    catch (error) {
        throw error instanceof functions_function/* FunctionError */.J ? new functions_function/* FunctionError */.J(error.message, argument) : error;
    }
}
function sliceType(list, start, end) {
    const [from, to] = bounds(list, start, end);
    if (list.type.kind !== 'tuple')
        return list.type;
    return from === undefined || to === undefined ? values_type/* DYNAMIC */.u5 : (0,values_type/* tupleOf */.cF)(list.type.elements.slice(from, to));
}
function distinct(list) {
    if (!list.isWhollyKnown)
        return values_value/* Value */.W.unknown(list.type, true);
    const kept = new Map();
    for (const each of list.elements())
        if (!kept.has((0,equality/* valueKey */.zV)(each)))
            kept.set((0,equality/* valueKey */.zV)(each), each);
    return values_value/* Value */.W.list(elementOf(list.type), [...kept.values()]);
}
const MOST_ROWS = 1_000_000;
function productElements(sets) {
    if (sets.length < 2)
        throw new functions_function/* FunctionError */.J('at least two arguments are required');
    return sets.map((set, i) => {
        if (!isSequence(set.type))
            throw new functions_function/* FunctionError */.J('a set or a list is required', i);
        const element = set.type.kind === 'tuple' ? (0,unify/* unify */.QF)(set.type.elements) : elementOf(set.type);
        if (!element)
            throw new functions_function/* FunctionError */.J('all elements must be of the same type', i);
        return element;
    });
}
function productType(...sets) {
    const element = (0,values_type/* tupleOf */.cF)(productElements(sets));
    return sets.some(set => set.type.kind === 'set') ? (0,values_type/* setOf */.s4)(element) : (0,values_type/* listOf */.c3)(element);
}
function product(...sets) {
    const elements = productElements(sets);
    if (!sets.every(set => set.hasKnownSize))
        return values_value/* Value */.W.unknown(productType(...sets), true);
    const count = sets.reduce((sofar, set) => sofar * set.elements().length, 1);
    if (count > MOST_ROWS)
        throw new functions_function/* FunctionError */.J(`the result would have ${count} elements; ${MOST_ROWS} are the most`);
    const rows = sets.reduce((sofar, set, i) => {
        const column = set.elements().map(each => (0,convert/* convert */.C)(each, elements[i]));
        return sofar.flatMap(row => column.map(each => [...row, each]));
    }, [[]]);
    const tuples = rows.map(row => values_value/* Value */.W.tuple(row));
    return sets.some(set => set.type.kind === 'set')
        ? (0,set/* setOfValues */.W)((0,values_type/* tupleOf */.cF)(elements), tuples)
        : values_value/* Value */.W.list((0,values_type/* tupleOf */.cF)(elements), tuples);
}
function coalesceList(...lists) {
    if (lists.length === 0)
        throw new functions_function/* FunctionError */.J('at least one argument is required');
    const known = lists.slice(0, lists.findIndex(list => !list.isKnown) >>> 0);
    if (!known.every(list => isListOrTuple(list.type)))
        throw new functions_function/* FunctionError */.J('coalescelist arguments must be lists or tuples');
    const first = known.find(list => !list.isNull && list.elements().length > 0);
    if (first)
        return first;
    if (known.length < lists.length)
        return values_value/* Value */.W.unknown();
    throw new functions_function/* FunctionError */.J('no non-null arguments');
}
function indexOf(list, wanted) {
    if (!isListOrTuple(list.type))
        throw new functions_function/* FunctionError */.J('argument must be a list or tuple');
    const all = list.elements();
    if (all.length === 0)
        throw new functions_function/* FunctionError */.J('cannot search an empty list');
    for (const [i, each] of all.entries()) {
        const same = (0,equality/* equal */.LC)(each, wanted);
        if (!same.isKnown)
            return values_value/* Value */.W.unknown(values_type/* NUMBER */.uk, true);
        if (same.asBool())
            return integer(i);
    }
    throw new functions_function/* FunctionError */.J('item not found');
}
function contains(list, wanted) {
    if (!isSequence(list.type))
        throw new functions_function/* FunctionError */.J('argument must be list, tuple, or set');
    const answers = list.elements().map(each => (0,equality/* equal */.LC)(each, wanted));
    if (answers.some(answer => answer.isKnown && answer.asBool()))
        return values_value/* Value */.W.bool(true);
    return answers.every(answer => answer.isKnown) ? values_value/* Value */.W.bool(false) : values_value/* Value */.W.unknown(values_type/* BOOL */.HX, true);
}
const quantifier = (name, deciding) => define_define(name, [parameter('list', (0,values_type/* listOf */.c3)(values_type/* BOOL */.HX), INSIDE)], values_type/* BOOL */.HX, list => {
    const all = list.elements();
    if (all.some(each => each.isKnown && (!each.isNull && each.asBool()) === deciding))
        return deciding;
    return all.every(each => each.isKnown) ? !deciding : values_value/* Value */.W.unknown(values_type/* BOOL */.HX, true);
});
const listFunctions = [
    define_define('concat', [many(any('seqs', { allowUnknownInside: true }))], (...seqs) => concatType(seqs), concat),
    define_define('chunklist', [parameter('list', ANY_LIST, INSIDE), number('size')], list => (0,values_type/* listOf */.c3)(list.type), chunk),
    define_define('flatten', [any('list', INSIDE)], values_type/* DYNAMIC */.u5, flatten),
    define_define('reverse', [any('list', INSIDE)], reversedType, list => sequence(reversedType(list), [...list.elements()].reverse())),
    define_define('slice', [any('list', INSIDE), number('start_index'), number('end_index')], sliceType, (list, start, end) => {
        const [from, to] = bounds(list, start, end);
        return sequence(list.type, list.elements().slice(from, to));
    }),
    define_define('distinct', [parameter('list', ANY_LIST, INSIDE)], list => list.type, distinct),
    define_define('compact', [strings('list')], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), list => {
        if (!list.isWhollyKnown)
            return values_value/* Value */.W.unknown((0,values_type/* listOf */.c3)(values_type/* STRING */.An), true);
        return values_value/* Value */.W.list(values_type/* STRING */.An, list.elements().filter(each => !each.isNull && each.asString() !== ''));
    }),
    define_define('setproduct', [many(any('sets', INSIDE))], productType, product),
    define_define('coalescelist', [many(any('vals', { allowNull: true, allowUnknown: true, allowDynamic: true }))], values_type/* DYNAMIC */.u5, coalesceList),
    define_define('index', [any('list', INSIDE), any('value', INSIDE)], values_type/* NUMBER */.uk, indexOf),
    define_define('contains', [any('list', INSIDE), any('value', INSIDE)], values_type/* BOOL */.HX, contains),
    quantifier('alltrue', false),
    quantifier('anytrue', true),
];

;// CONCATENATED MODULE: ./build/language/functions/library/lookups.js




const NULLABLE = { allowNull: true };
function lookupFunctions(lookups) {
    const ask = (lookup) => {
        if (!lookups)
            throw new functions_function/* FunctionError */.J(`no access to ${lookup.kind} is set up here`);
        try {
            const found = lookups(lookup);
            return found === undefined ? values_value/* Value */.W.unknown(values_type/* STRING */.An, true) : values_value/* Value */.W.string(found);
        }
        catch (error) {
            throw new functions_function/* FunctionError */.J(error.message);
        }
    };
    return [
        define_define('vault', [string('path'), string('key')], values_type/* STRING */.An, (path, key) => ask({ kind: 'vault', path: path.asString(), key: key.asString() })),
        define_define('consul_key', [string('key')], values_type/* STRING */.An, key => ask({ kind: 'consul', key: key.asString() })),
        define_define('aws_secretsmanager', [string('name'), string('key', NULLABLE)], values_type/* STRING */.An, (name, key) => ask({ kind: 'aws-secret', name: name.asString(), key: key.isNull ? undefined : key.asString() })),
        define_define('aws_secretsmanager_raw', [string('name')], values_type/* STRING */.An, name => ask({ kind: 'aws-secret-raw', name: name.asString() })),
    ];
}

;// CONCATENATED MODULE: ./build/language/functions/library/maps.js










const maps_ANYTHING = { allowNull: true, allowUnknown: true, allowDynamic: true };
function maps_length(value) {
    if (value.isNull)
        throw new functions_function/* FunctionError */.J('argument must not be null', 0);
    if (value.type.kind === 'tuple')
        return integer(value.type.elements.length);
    if (value.type.kind === 'object')
        return integer(value.type.attributes.size);
    if (!['string', 'list', 'set', 'map', 'dynamic'].includes(value.type.kind))
        throw new functions_function/* FunctionError */.J('argument must be a string, a collection type, or a structural type');
    if (!value.hasKnownSize)
        return values_value/* Value */.W.unknown(values_type/* NUMBER */.uk, true);
    if (value.type.kind === 'string')
        return integer((0,graphemes/* countGraphemes */.O)(value.asString()));
    return integer(value.type.kind === 'map' ? value.entries().size : value.elements().length);
}
function elementType(list, index) {
    if (list.type.kind === 'list')
        return list.type.element;
    if (list.type.kind !== 'tuple')
        throw new functions_function/* FunctionError */.J(`cannot read elements from ${(0,type_text/* friendlyName */.Rs)(list.type)}`);
    return index.isKnown ? list.type.elements[place(index, list.type.elements.length)] : values_type/* DYNAMIC */.u5;
}
function place(index, count) {
    const at = whole(index, 'invalid index: ');
    if (count === 0)
        throw new functions_function/* FunctionError */.J('cannot use element function with an empty list');
    if (at < 0)
        throw new functions_function/* FunctionError */.J('cannot use element function with a negative index');
    return at % count;
}
function maps_element(list, index) {
    elementType(list, index);
    return list.elements()[place(index, list.elements().length)];
}
function keys(map) {
    if (map.isNull)
        throw new functions_function/* FunctionError */.J('argument must not be null', 0);
    if (map.type.kind === 'object')
        return values_value/* Value */.W.tuple([...map.type.attributes.keys()].map(values_value/* Value */.W.string));
    if (map.type.kind !== 'map')
        throw new functions_function/* FunctionError */.J('must have map or object type', 0);
    return map.isKnown ? values_value/* Value */.W.list(values_type/* STRING */.An, [...map.entries().keys()].map(values_value/* Value */.W.string)) : values_value/* Value */.W.unknown((0,values_type/* listOf */.c3)(values_type/* STRING */.An), true);
}
function valuesType(map) {
    if (map.type.kind === 'map')
        return (0,values_type/* listOf */.c3)(map.type.element);
    if (map.type.kind === 'object')
        return (0,values_type/* tupleOf */.cF)([...map.type.attributes.values()]);
    throw new functions_function/* FunctionError */.J('values() requires a map as the first argument');
}
function values(map) {
    const all = valuesType(map) && [...map.entries().values()];
    return map.type.kind === 'map' ? values_value/* Value */.W.list(map.type.element, all) : values_value/* Value */.W.tuple(all);
}
function lookupType(map, key, otherwise) {
    if (map.type.kind === 'map')
        return map.type.element;
    if (map.type.kind !== 'object')
        throw new functions_function/* FunctionError */.J('lookup() requires a map as the first argument', 0);
    return key.isKnown ? (map.type.attributes.get(key.asString()) ?? otherwise.type) : values_type/* DYNAMIC */.u5;
}
function lookup(map, key, otherwise) {
    lookupType(map, key, otherwise);
    const fallback = map.type.kind === 'map' ? converted(otherwise, map.type.element) : otherwise;
    if (!fallback)
        throw new functions_function/* FunctionError */.J('the default value must have the same type as the map elements', 2);
    return map.entries().get(key.asString()) ?? fallback;
}
function converted(value, type) {
    try {
        return (0,convert/* convert */.C)(value, type);
    }
    catch (error) {
        if (error instanceof convert/* ConversionError */.z)
            return undefined;
        throw error;
    }
}
function merge(...maps) {
    for (const map of maps) {
        if (!map.isKnown && map.type.kind === 'dynamic')
            return map;
        if (!['map', 'object', 'dynamic'].includes(map.type.kind))
            throw new functions_function/* FunctionError */.J(`arguments must be maps or objects, got "${(0,type_text/* friendlyName */.Rs)(map.type)}"`);
    }
    const typed = maps.filter(map => map.type.kind !== 'dynamic');
    const first = typed[0]?.type ?? (0,values_type/* objectOf */.Xy)(new Map());
    const matching = typed.length === maps.length && typed.every(map => (0,type_text/* sameType */.n6)(map.type, first));
    if (maps.some(map => !map.isKnown))
        return values_value/* Value */.W.unknown(matching ? first : values_type/* DYNAMIC */.u5);
    const entries = maps.filter(map => !map.isNull).flatMap(map => [...map.entries()]);
    return matching && first.kind === 'map' ? values_value/* Value */.W.map(first.element, entries) : values_value/* Value */.W.object(new Map(entries));
}
function zipmapType(names, items) {
    if (items.type.kind === 'list')
        return (0,values_type/* mapOf */.A7)(items.type.element);
    if (items.type.kind !== 'tuple')
        throw new functions_function/* FunctionError */.J('values argument must be a list or tuple value');
    if (!names.isWhollyKnown)
        return values_type/* DYNAMIC */.u5;
    return zipmap(names, values_value/* Value */.W.tuple(items.type.elements.map(type => values_value/* Value */.W.unknown(type)))).type;
}
function zipmap(names, items) {
    if (items.type.kind !== 'list' && items.type.kind !== 'tuple')
        throw new functions_function/* FunctionError */.J('values argument must be a list or tuple value');
    if (!names.isWhollyKnown)
        return values_value/* Value */.W.unknown(items.type.kind === 'list' ? (0,values_type/* mapOf */.A7)(items.type.element) : values_type/* DYNAMIC */.u5);
    const [left, right] = [names.elements(), items.elements()];
    if (left.length !== right.length)
        throw new functions_function/* FunctionError */.J(`number of keys (${left.length}) does not match number of values (${right.length})`);
    const entries = left.map((name, i) => {
        if (name.isNull)
            throw new functions_function/* FunctionError */.J(`keys list has null value at index ${i}`);
        return [name.asString(), right[i]];
    });
    return items.type.kind === 'list' ? values_value/* Value */.W.map(items.type.element, entries) : values_value/* Value */.W.object(new Map(entries));
}
function coalesceType(vals) {
    const type = vals.length > 0 ? (0,unify/* unify */.QF)(vals.map(each => each.type)) : undefined;
    if (!type)
        throw new functions_function/* FunctionError */.J('all arguments must have the same type');
    return type;
}
function coalesce(...vals) {
    const type = coalesceType(vals);
    for (const each of vals) {
        if (!each.isKnown)
            return values_value/* Value */.W.unknown(type);
        const value = each.isNull ? undefined : converted(each, type);
        if (value && !(type.kind === 'string' && value.asString() === ''))
            return value;
    }
    throw new functions_function/* FunctionError */.J('no non-null, non-empty-string arguments');
}
const INCOMPATIBLE = 'given sets must all have compatible element types';
function setType(sets) {
    const isEmpty = (set) => set.isKnown && set.elements().length === 0;
    const decided = sets.filter(set => !(isEmpty(set) && maps_elementOf(set).kind === 'dynamic'));
    const element = (0,unify/* unify */.QF)(decided.map(maps_elementOf));
    if (!element)
        throw new functions_function/* FunctionError */.J(INCOMPATIBLE);
    return (0,values_type/* setOf */.s4)(element);
}
const maps_elementOf = (set) => ('element' in set.type ? set.type.element : values_type/* DYNAMIC */.u5);
const setFunction = (name, combine, takesUnknown = false) => define_define(name, [parameter('first_set', (0,values_type/* setOf */.s4)(values_type/* DYNAMIC */.u5), INSIDE), many(parameter('other_sets', (0,values_type/* setOf */.s4)(values_type/* DYNAMIC */.u5), INSIDE))], (...sets) => setType(sets), (...sets) => {
    const type = setType(sets);
    if (!takesUnknown && sets.some(set => !set.isWhollyKnown))
        return values_value/* Value */.W.unknown(type, true);
    const element = 'element' in type ? type.element : values_type/* DYNAMIC */.u5;
    const keyed = sets.map(set => new Map((0,convert/* convert */.C)(set, type)
        .elements()
        .map(each => [(0,equality/* valueKey */.zV)(each), each])));
    const types = keyed.flatMap(set => [...set.values()].map(each => each.type));
    if (types.some(each => !(0,type_text/* sameType */.n6)(each, types[0])))
        throw new functions_function/* FunctionError */.J(INCOMPATIBLE);
    return (0,set/* setOfValues */.W)(element, combine(keyed));
});
const mapFunctions = [
    define_define('length', [any('value', { allowUnknown: true, allowDynamic: true })], values_type/* NUMBER */.uk, maps_length),
    define_define('element', [any('list', INSIDE), number('index')], elementType, maps_element),
    define_define('keys', [any('inputMap', { allowUnknown: true })], values_type/* DYNAMIC */.u5, keys),
    define_define('values', [any('values', INSIDE)], valuesType, values),
    define_define('lookup', [any('inputMap'), string('key'), any('default', maps_ANYTHING)], lookupType, lookup),
    define_define('merge', [many(any('maps', maps_ANYTHING))], values_type/* DYNAMIC */.u5, merge),
    define_define('zipmap', [strings('keys'), any('values', INSIDE)], zipmapType, zipmap),
    define_define('coalesce', [many(any('vals', maps_ANYTHING))], (...vals) => coalesceType(vals), coalesce),
    setFunction('setunion', sets => sets.flatMap(set => [...set.values()]), true),
    setFunction('setintersection', ([first, ...others]) => [...first].filter(([key]) => others.every(set => set.has(key))).map(([, value]) => value)),
];

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/language/functions/library/networks.js






const MAPPED = 0xffffn;
function networks_parse(text) {
    const invalid = new functions_function/* FunctionError */.J(`invalid CIDR expression: invalid CIDR address: ${text}`);
    const [, address, length] = /^(.*)\/0*(\d+)$/.exec(text) ?? [];
    if (address === undefined)
        throw invalid;
    const bytes = addressBytes(address);
    const prefix = Number(length);
    if (!bytes || prefix > bytes.length * 8)
        throw invalid;
    const bits = bytes.length === 4 ? 32 : 128;
    const value = bytes.reduce((sofar, byte) => (sofar << 8n) | BigInt(byte), 0n);
    const host = BigInt(bits - prefix);
    const start = (value >> host) << host;
    if (bits === 128 && prefix >= 96 && start >> 32n === MAPPED)
        return { start: start & 0xffffffffn, bits: 32, prefix: prefix - 96 };
    return { start, bits, prefix };
}
function addressBytes(address) {
    const parts = address.split('.');
    if (parts.length === 4 && parts.every(part => /^\d+$/.test(part) && Number(part) <= 255))
        return parts.map(Number);
    return (0,external_node_net_.isIPv6)(address) && !address.includes('%') ? (0,heavy/* ipaddr */.VD)().IPv6.parse(withoutDots(address)).toByteArray() : undefined;
}
const withoutDots = (address) => address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes) => {
    const [a, b, c, d] = bytes.map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
});
function print(address, bits) {
    if (bits === 128 && address >> 32n === MAPPED)
        return print(address & 0xffffffffn, 32);
    const bytes = Array.from({ length: bits / 8 }, (_, i) => Number((address >> BigInt(bits - 8 * (i + 1))) & 0xffn));
    return bits === 32 ? bytes.join('.') : (0,heavy/* ipaddr */.VD)().fromByteArray(bytes).toString();
}
const printNetwork = ({ start, bits, prefix }) => `${print(start, bits)}/${prefix}`;
function networks_whole(value) {
    if (!value.asNumber().isInteger)
        throw new functions_function/* FunctionError */.J('value must be a whole number');
    return value.asNumber().toInteger();
}
function host(text, hostNumber) {
    const { start, bits, prefix } = networks_parse(text.asString());
    const wanted = networks_whole(hostNumber);
    const size = 1n << BigInt(bits - prefix);
    const at = wanted < 0n ? size + wanted : wanted;
    if (at < 0n || at >= size)
        throw new functions_function/* FunctionError */.J(`prefix of ${prefix} does not accommodate a host numbered ${wanted}`);
    return print(start + at, bits);
}
function netmask(text) {
    const { bits, prefix } = networks_parse(text);
    if (bits === 128)
        throw new functions_function/* FunctionError */.J(`IPv6 addresses cannot have a netmask: ${text}`);
    return print(((1n << 32n) - 1n) ^ ((1n << BigInt(32 - prefix)) - 1n), 32);
}
function subnet(text, newBits, subnetNumber) {
    const { start, bits, prefix } = networks_parse(text.asString());
    const [extension, wanted] = [Number(networks_whole(newBits)), networks_whole(subnetNumber)];
    if (extension < 0)
        throw new functions_function/* FunctionError */.J(`a prefix cannot be extended by ${extension}`);
    if (prefix + extension > bits)
        throw new functions_function/* FunctionError */.J(`insufficient address space to extend prefix of ${prefix} by ${extension}`);
    if (wanted < 0n || wanted >= 1n << BigInt(extension))
        throw new functions_function/* FunctionError */.J(`prefix extension of ${extension} does not accommodate a subnet numbered ${wanted}`);
    return printNetwork({ start: start + (wanted << BigInt(bits - prefix - extension)), bits, prefix: prefix + extension });
}
function subnets(text, ...newBits) {
    const whole = networks_parse(text.asString());
    const end = whole.start + (1n << BigInt(whole.bits - whole.prefix));
    let next = whole.start;
    let last;
    const found = newBits.map((value, i) => {
        const prefix = whole.prefix + extensionOf(value, whole, i + 1);
        const size = 1n << BigInt(whole.bits - prefix);
        const start = ((next + size - 1n) / size) * size;
        if (start + size > end) {
            const after = last ? ` after ${printNetwork(last)}` : '';
            throw new functions_function/* FunctionError */.J(`not enough remaining address space for a subnet with a prefix of ${prefix} bits${after}`, i + 1);
        }
        next = start + size;
        last = { start, bits: whole.bits, prefix };
        return values_value/* Value */.W.string(printNetwork(last));
    });
    return values_value/* Value */.W.list(values_type/* STRING */.An, found);
}
function extensionOf(value, { bits, prefix }, argument) {
    const extension = Number(networks_whole(value));
    if (extension < 1)
        throw new functions_function/* FunctionError */.J('must extend prefix by at least one bit', argument);
    if (extension > 32)
        throw new functions_function/* FunctionError */.J('may not extend prefix by more than 32 bits', argument);
    if (prefix + extension > bits)
        throw new functions_function/* FunctionError */.J(`would extend prefix to ${prefix + extension} bits, which is too long for an ${bits === 32 ? 'IPv4' : 'IPv6'} address`, argument);
    return extension;
}
const networkFunctions = [
    define_define('cidrhost', [string('prefix'), number('hostnum')], values_type/* STRING */.An, host),
    defineText('cidrnetmask', ['prefix'], netmask),
    define_define('cidrsubnet', [string('prefix'), number('newbits'), number('netnum')], values_type/* STRING */.An, subnet),
    define_define('cidrsubnets', [string('prefix'), many(number('newbits'))], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), subnets),
];

;// CONCATENATED MODULE: ./build/language/functions/power.js
function power(x, y) {
    if (x === 1 || (x === -1 && !Number.isFinite(y)))
        return 1;
    if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0 || Math.abs(y) >= 2 ** 53)
        return x ** y;
    if (y === 0.5)
        return Math.sqrt(x);
    if (y === -0.5)
        return 1 / Math.sqrt(x);
    let whole = Math.trunc(Math.abs(y));
    let part = Math.abs(y) - whole;
    if (part !== 0 && x < 0)
        return Number.NaN;
    if (part > 0.5) {
        part -= 1;
        whole += 1;
    }
    let result = part === 0 ? 1 : Math.exp(part * Math.log(x));
    let exponent = 0;
    let [fraction, scale] = split(x);
    for (let rest = whole; rest > 0; rest = Math.floor(rest / 2)) {
        if (Math.abs(scale) > 4096) {
            exponent += scale;
            break;
        }
        if (rest % 2 === 1) {
            result *= fraction;
            exponent += scale;
        }
        fraction *= fraction;
        scale *= 2;
        if (fraction < 0.5) {
            fraction *= 2;
            scale -= 1;
        }
    }
    return y < 0 ? scaled(1 / result, -exponent) : scaled(result, exponent);
}
function split(x) {
    let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
    let fraction = scaled(x, -exponent);
    while (Math.abs(fraction) < 0.5) {
        fraction *= 2;
        exponent -= 1;
    }
    while (Math.abs(fraction) >= 1) {
        fraction /= 2;
        exponent += 1;
    }
    return [fraction, exponent];
}
function scaled(x, exponent) {
    const half = Math.trunc(exponent / 2);
    return x * 2 ** half * 2 ** (exponent - half);
}

;// CONCATENATED MODULE: ./build/language/functions/library/numbers.js








const MOST_IN_RANGE = 1024;
const truncated = (n, away) => {
    if (n.isInteger || n.isInfinite)
        return n.sign === 0 ? n.absolute() : n;
    const whole = n.toInteger();
    return big_float/* BigFloat */.p.fromInteger(n.sign === away ? whole + BigInt(away) : whole).withPrecision(n.prec);
};
function numbers_double(value) {
    const n = value.asNumber();
    if (n.isInfinite || Number.isFinite(n.toDouble()))
        return n.toDouble();
    throw new functions_function/* FunctionError */.J(`value must be between ${-Number.MAX_VALUE} and ${Number.MAX_VALUE} inclusive`);
}
function best(name, wins) {
    return define_define(name, [many(number('numbers'))], values_type/* NUMBER */.uk, (first, ...rest) => {
        if (!first)
            throw new functions_function/* FunctionError */.J('must pass at least one number');
        return rest.reduce((kept, each) => (wins(each.asNumber().compare(kept.asNumber())) ? each : kept), first);
    });
}
function parseInteger(text, base) {
    const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const [, sign, body] = /^([+-]?)([0-9A-Za-z]+)$/.exec(base <= 36 ? text.toLowerCase() : text) ?? [];
    if (body === undefined)
        return undefined;
    let total = 0n;
    for (const digit of body) {
        const worth = digits.indexOf(digit);
        if (worth >= base)
            return undefined;
        total = total * BigInt(base) + BigInt(worth);
    }
    return sign === '-' ? -total : total;
}
function range(params) {
    if (params.length < 1 || params.length > 3)
        throw new functions_function/* FunctionError */.J('must have one, two, or three arguments');
    const numbers = params.map(each => each.asNumber());
    const start = numbers.length === 1 ? big_float/* BigFloat */.p.fromInteger(0) : numbers[0];
    const end = numbers.length === 1 ? numbers[0] : numbers[1];
    const down = end.compare(start) < 0;
    const step = numbers[2] ?? big_float/* BigFloat */.p.fromInteger(down ? -1 : 1);
    if (down && step.sign > 0)
        throw new functions_function/* FunctionError */.J('end must be greater than start when step is positive', 1);
    if (end.compare(start) > 0 && step.sign < 0)
        throw new functions_function/* FunctionError */.J('end must be less than start when step is negative', 1);
    const values = [];
    for (let n = start; down ? n.compare(end) > 0 : n.compare(end) < 0; n = n.add(step)) {
        if (values.length >= MOST_IN_RANGE)
            throw new functions_function/* FunctionError */.J(`more than ${MOST_IN_RANGE} values were generated; either decrease the difference between start and end or use a smaller step`);
        values.push(values_value/* Value */.W.number(n));
    }
    return values_value/* Value */.W.list(values_type/* NUMBER */.uk, values);
}
function sum(list) {
    if (!['list', 'set', 'tuple', 'map', 'object'].includes(list.type.kind))
        throw new functions_function/* FunctionError */.J('cannot sum noniterable', 0);
    if (list.type.kind === 'map' || list.type.kind === 'object')
        throw new functions_function/* FunctionError */.J(`argument must be list, set, or tuple. Received ${(0,type_text/* friendlyName */.Rs)(list.type)}`, 0);
    const [first, ...rest] = list.elements().map(each => summand(each));
    if (!first)
        throw new functions_function/* FunctionError */.J('cannot sum an empty list', 0);
    return rest.reduce((total, each) => total.add(each), first);
}
function summand(value) {
    try {
        if (!value.isNull)
            return (0,convert/* convert */.C)(value, values_type/* NUMBER */.uk).asNumber();
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.z))
            throw error;
    }
    throw new functions_function/* FunctionError */.J('argument must be list, set, or tuple of number values', 0);
}
const numberFunctions = [
    define_define('abs', [number('num')], values_type/* NUMBER */.uk, n => n.asNumber().absolute()),
    define_define('ceil', [number('num')], values_type/* NUMBER */.uk, n => truncated(n.asNumber(), 1)),
    define_define('floor', [number('num')], values_type/* NUMBER */.uk, n => truncated(n.asNumber(), -1)),
    define_define('log', [number('num'), number('base')], values_type/* NUMBER */.uk, (n, base) => big_float/* BigFloat */.p.fromDouble(Math.log(numbers_double(n)) / Math.log(numbers_double(base)))),
    define_define('pow', [number('num'), number('power')], values_type/* NUMBER */.uk, (n, exponent) => big_float/* BigFloat */.p.fromDouble(power(numbers_double(n), numbers_double(exponent)))),
    define_define('signum', [number('num')], values_type/* NUMBER */.uk, n => integer(Math.sign(whole(n)))),
    best('max', comparison => comparison > 0),
    best('min', comparison => comparison < 0),
    define_define('parseint', [any('number'), number('base')], values_type/* NUMBER */.uk, (text, base) => {
        if (text.type.kind !== 'string')
            throw new functions_function/* FunctionError */.J(`first argument must be a string, not ${(0,type_text/* friendlyName */.Rs)(text.type)}`, 0);
        const radix = base.asNumber().isInteger ? base.asNumber().toDouble() : 0;
        if (radix < 2 || radix > 62)
            throw new functions_function/* FunctionError */.J('base must be a whole number between 2 and 62 inclusive', 1);
        const parsed = parseInteger(text.asString(), radix);
        if (parsed === undefined)
            throw new functions_function/* FunctionError */.J(`cannot parse ${JSON.stringify(text.asString())} as a base ${radix} integer`, 0);
        return integer(parsed);
    }),
    define_define('range', [many(number('params'))], (0,values_type/* listOf */.c3)(values_type/* NUMBER */.uk), (...params) => range(params)),
    define_define('sum', [any('list')], values_type/* NUMBER */.uk, sum),
];

// EXTERNAL MODULE: ./build/language/regexp.js
var regexp = __webpack_require__(69441);
;// CONCATENATED MODULE: ./build/language/functions/library/regexes.js





function compile(pattern) {
    try {
        return (0,regexp/* compilePattern */.Eb)(pattern.asString());
    }
    catch (error) {
        throw error instanceof regexp/* PatternError */.JM ? new functions_function/* FunctionError */.J(`invalid regexp pattern: ${error.message}`, 0) : error;
    }
}
function matchType(pattern) {
    if (!pattern.isKnown)
        return values_type/* DYNAMIC */.u5;
    const { groupCount, names } = compile(pattern);
    if (groupCount === 0)
        return values_type/* STRING */.An;
    if (names.size === 0)
        return (0,values_type/* tupleOf */.cF)(Array(groupCount).fill(values_type/* STRING */.An));
    if (names.size < groupCount)
        throw new functions_function/* FunctionError */.J('invalid regexp pattern: cannot mix both named and unnamed capture groups', 0);
    return (0,values_type/* objectOf */.Xy)(new Map([...names.keys()].map(name => [name, values_type/* STRING */.An])));
}
function matchValue({ groups }, { names, groupCount }) {
    const group = (i) => {
        const text = groups[i];
        return text === null || text === undefined ? values_value/* Value */.W.null(values_type/* STRING */.An) : values_value/* Value */.W.string(text);
    };
    if (groupCount === 0)
        return group(0);
    if (names.size === 0)
        return values_value/* Value */.W.tuple(groups.slice(1).map((_, i) => group(i + 1)));
    return values_value/* Value */.W.object([...names].map(([name, i]) => [name, group(i)]));
}
const regexFunctions = [
    define_define('regex', [string('pattern'), string('string')], matchType, (source, text) => {
        matchType(source);
        const pattern = compile(source);
        for (const match of pattern.matches(text.asString()))
            return matchValue(match, pattern);
        throw new functions_function/* FunctionError */.J('pattern did not match any part of the given string');
    }),
    define_define('regexall', [string('pattern'), string('string')], source => (0,values_type/* listOf */.c3)(matchType(source)), (source, text) => {
        const pattern = compile(source);
        return values_value/* Value */.W.list(matchType(source), Array.from(pattern.matches(text.asString()), match => matchValue(match, pattern)));
    }),
    defineText('regex_replace', ['str', 'pattern', 'replace'], (text, pattern, replacement) => {
        try {
            return (0,regexp/* replacePattern */.lb)(pattern, text, replacement);
        }
        catch (error) {
            throw error instanceof regexp/* PatternError */.JM ? new functions_function/* FunctionError */.J(`invalid regexp pattern: ${error.message}`, 1) : error;
        }
    }),
];

;// CONCATENATED MODULE: ./build/language/static.js
const shapeOf = (expression) => expression;
const asTraversal = (expression) => shapeOf(expression).asTraversal?.();
function asKeyword(expression) {
    const traversal = asTraversal(expression);
    return traversal?.steps.length === 0 ? traversal.root : undefined;
}
const asList = (expression) => shapeOf(expression).asList?.();
const asMap = (expression) => shapeOf(expression).asMap?.();
const asCall = (expression) => shapeOf(expression).asCall?.();

;// CONCATENATED MODULE: ./build/language/type-defaults.js

const type_defaults_isSequence = (value) => ['list', 'set', 'tuple'].includes(value.type.kind);
const isMapping = (value) => value.type.kind === 'map' || value.type.kind === 'object';
const fillElements = (fill) => value => {
    if (value.state !== 'known')
        return value;
    if (type_defaults_isSequence(value))
        return values_value/* Value */.W.tuple(value.elements().map(fill));
    return isMapping(value) ? values_value/* Value */.W.object([...value.entries()].map(([key, each]) => [key, fill(each)])) : value;
};
const fillTuple = (fills) => value => value.state === 'known' && type_defaults_isSequence(value)
    ? values_value/* Value */.W.tuple(value.elements().map((each, i) => fills[i]?.(each) ?? each))
    : value;
const fillObject = (attributes) => value => {
    if (value.state !== 'known' || !isMapping(value))
        return value;
    const entries = new Map(value.entries());
    for (const [name, { fill, fallback }] of attributes) {
        const own = entries.get(name);
        const filled = (!own || own.isNull) && fallback ? fallback : own;
        if (filled)
            entries.set(name, fill ? fill(filled) : filled);
    }
    return values_value/* Value */.W.object(entries);
};

;// CONCATENATED MODULE: ./build/language/type-expression.js






function parseTypeConstraint(expression) {
    const { value, diagnostics } = type_expression_parse(expression);
    return { value: { type: value.type, applyDefaults: value.fill ?? (given => given) }, diagnostics };
}
const PRIMITIVES = { string: values_type/* STRING */.An, number: values_type/* NUMBER */.uk, bool: values_type/* BOOL */.HX };
const COLLECTIONS = { list: values_type/* listOf */.c3, set: values_type/* setOf */.s4, map: values_type/* mapOf */.A7 };
const WORDS = [...Object.keys(PRIMITIVES), ...Object.keys(COLLECTIONS), 'object', 'tuple', 'any'];
const type_expression_ANYTHING = { type: values_type/* DYNAMIC */.u5 };
const HOW = 'A type is string, number, bool or any, or is made with list(type), set(type), map(type), object({ … }) or tuple([ … ]).';
const isCollection = (name) => Object.hasOwn(COLLECTIONS, name);
const wrong = (detail, { range }) => (0,collector/* failed */.P)(type_expression_ANYTHING, 'Invalid type specification', detail, range);
function type_expression_parse(expression) {
    const keyword = asKeyword(expression);
    if (keyword !== undefined)
        return parseWord(keyword, expression);
    const call = asCall(expression);
    return call ? parseConstructor(call) : wrong(HOW, expression);
}
function parseWord(word, expression) {
    if (Object.hasOwn(PRIMITIVES, word))
        return (0,collector.ok)({ type: PRIMITIVES[word] });
    if (word === 'any')
        return (0,collector.ok)(type_expression_ANYTHING);
    if (isCollection(word))
        return wrong(`"${word}" needs the type of its elements: ${word}(string).`, expression);
    if (word === 'object')
        return wrong('"object" needs its attributes: object({ name = string }).', expression);
    if (word === 'tuple')
        return wrong('"tuple" needs the types of its elements: tuple([string, number]).', expression);
    if (word === 'optional')
        return wrong('Only the attributes of an object can be optional.', expression);
    return wrong(`There is no type "${word}".${(0,did_you_mean/* didYouMean */.au)(word, WORDS)} ${HOW}`, expression);
}
function parseConstructor(call) {
    const { name, args } = call;
    if (Object.hasOwn(PRIMITIVES, name) || name === 'any')
        return wrong(`"${name}" takes no arguments.`, call);
    if (name === 'optional')
        return wrong('Only the attributes of an object can be optional.', call);
    if (!isCollection(name) && name !== 'object' && name !== 'tuple')
        return wrong(`There is no type "${name}".${(0,did_you_mean/* didYouMean */.au)(name, WORDS)} ${HOW}`, call);
    const [argument] = args;
    if (!argument || args.length > 1)
        return wrong(`"${name}" takes exactly one argument. ${HOW}`, call);
    if (name === 'object')
        return parseObject(argument);
    if (name === 'tuple')
        return parseTuple(argument);
    const { value, diagnostics } = type_expression_parse(argument);
    return { value: { type: COLLECTIONS[name](value.type), fill: value.fill && fillElements(value.fill) }, diagnostics };
}
function parseTuple(argument) {
    const items = asList(argument);
    if (!items)
        return wrong('The types of the elements must stand in brackets: tuple([string, number]).', argument);
    const found = new collector/* Collector */.g();
    const parsed = items.map(item => found.take(type_expression_parse(item)));
    const type = (0,values_type/* tupleOf */.cF)(parsed.map(each => each.type));
    return found.done({ type, fill: parsed.some(each => each.fill) ? fillTuple(parsed.map(each => each.fill)) : undefined });
}
function parseObject(argument) {
    const items = asMap(argument);
    if (!items)
        return wrong('The attributes must stand in braces: object({ name = string }).', argument);
    const found = new collector/* Collector */.g();
    const attributes = new Map();
    for (const { key, value } of items) {
        const name = found.take(attributeName(key));
        if (name !== undefined)
            attributes.set(name, found.take(parseAttribute(value)));
    }
    const optional = [...attributes].filter(([, attribute]) => attribute.optional).map(([name]) => name);
    const types = new Map([...attributes].map(([name, { type }]) => [name, type]));
    const needsFill = [...attributes.values()].some(({ fill, fallback }) => fill || fallback);
    const type = (0,values_type/* objectOf */.Xy)(types, optional.length > 0 ? new Set(optional) : undefined);
    return found.done({ type, fill: needsFill ? fillObject(attributes) : undefined });
}
function attributeName(key) {
    const keyword = asKeyword(key);
    if (keyword !== undefined)
        return (0,collector.ok)(keyword);
    const { value } = key.evaluate({});
    if (value.state === 'known' && value.type.kind === 'string')
        return (0,collector.ok)(value.asString());
    return (0,collector/* failed */.P)(undefined, 'Invalid type specification', 'The name of an attribute must stand here.', key.range);
}
function parseAttribute(expression) {
    const call = asCall(expression);
    if (call?.name !== 'optional')
        return type_expression_parse(expression);
    const [typeArgument, defaultArgument] = call.args;
    if (!typeArgument || call.args.length > 2)
        return wrong('"optional" takes a type, and a default value if there is one: optional(number, 8).', call);
    const found = new collector/* Collector */.g();
    const parsed = found.take(type_expression_parse(typeArgument));
    const fallback = defaultArgument && found.take(defaultOf(defaultArgument, parsed));
    return found.done({ ...parsed, optional: true, fallback });
}
function defaultOf(expression, { type, fill }) {
    const found = new collector/* Collector */.g();
    const value = found.take(expression.evaluate({}));
    if (found.diagnostics.length > 0)
        return found.done(undefined);
    try {
        (0,convert/* convert */.C)(fill ? fill(value) : value, type);
        return found.done(value);
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.z))
            throw error;
        const detail = `The default does not fit the type of the attribute: ${error.message}.`;
        found.error('Invalid default value for optional attribute', detail, expression.range);
        return found.done(undefined);
    }
}

;// CONCATENATED MODULE: ./build/language/functions/library/special.js








function declare(name, parameters, special) {
    return {
        name,
        parameters: parameters.filter(each => !each.many),
        variadic: parameters.find(each => each.many),
        resultType: () => values_type/* DYNAMIC */.u5,
        call: () => {
            throw new functions_function/* FunctionError */.J(`${name} takes expressions`);
        },
        special,
    };
}
const tryEach = (args, context) => {
    const problems = [];
    for (const arg of args) {
        const { value, diagnostics } = arg.evaluate(context);
        if (!(0,diagnostic/* hasErrors */.C)(diagnostics))
            return { value: value.isWhollyKnown ? value : values_value/* Value */.W.unknown(), diagnostics };
        problems.push(...diagnostics.filter(each => each.severity === 'error').map(describe));
    }
    const why = args.length === 0
        ? 'at least one argument is required'
        : `no expression succeeded:\n${problems.join('\n')}\nAt least one expression must produce a successful result`;
    const range = args[0]?.range ?? { file: '', start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } };
    return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Error in function call', `Call to function "try" failed: ${why}.`, range);
};
function describe({ summary, detail, subject }) {
    const place = subject ? ` (at ${subject.file}:${subject.start.line},${subject.start.column}-${subject.end.column})` : '';
    return `- ${summary}${place}${detail ? `\n  ${detail}` : ''}`;
}
const can = ([arg], context) => {
    const { value, diagnostics } = arg.evaluate(context);
    if ((0,diagnostic/* hasErrors */.C)(diagnostics))
        return (0,collector.ok)(values_value/* Value */.W.bool(false));
    return (0,collector.ok)(value.isWhollyKnown ? values_value/* Value */.W.bool(true) : values_value/* Value */.W.unknown(values_type/* BOOL */.HX));
};
function convertTo([given, wanted], evaluated) {
    const found = new collector/* Collector */.g();
    const value = found.take(evaluated);
    const { type, applyDefaults } = found.take(parseTypeConstraint(wanted));
    if ((0,diagnostic/* hasErrors */.C)(found.diagnostics))
        return found.done(values_value/* Value */.W.unknown());
    try {
        return found.done((0,convert/* convert */.C)(applyDefaults(value), type));
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.z))
            throw error;
        found.error('Invalid function argument', `Invalid value for "value" parameter: ${error.message}.`, given.range);
        return found.done(values_value/* Value */.W.unknown(type));
    }
}
const specialFunctions = [
    declare('try', [many(any('expressions'))], tryEach),
    declare('can', [any('expression')], can),
    declare('convert', [any('value'), any('type')], (args, context) => convertTo([args[0], args[1]], args[0].evaluate(context))),
];

// EXTERNAL MODULE: ./build/language/functions/letter-case.js
var letter_case = __webpack_require__(79131);
;// CONCATENATED MODULE: ./build/language/functions/library/text.js







function replaceAll(text, search, replacement) {
    if (search !== '')
        return text.split(search).join(replacement);
    return replacement + [...text].map(character => character + replacement).join('');
}
function trimWhere(text, cut, from = 'both') {
    const characters = [...text];
    let [start, end] = [0, characters.length];
    while (from === 'both' && start < end && cut(characters[start]))
        start++;
    while (end > start && cut(characters[end - 1]))
        end--;
    return characters.slice(start, end).join('');
}
function substring(text, offset, length) {
    const all = (0,graphemes/* graphemes */.l)(text);
    if (offset < 0)
        return all
            .slice(offset)
            .slice(0, length <= 0 ? undefined : length)
            .join('');
    return all.slice(offset, length < 0 ? undefined : offset + length).join('');
}
function join(separator, ...lists) {
    if (lists.length === 0)
        throw new functions_function/* FunctionError */.J('at least one list is required');
    if (lists.some(list => !list.isWhollyKnown))
        return values_value/* Value */.W.unknown(values_type/* STRING */.An, true);
    const items = lists.flatMap((list, i) => list.elements().map((item, j) => {
        if (item.isNull)
            throw new functions_function/* FunctionError */.J(`element ${j} is null; cannot concatenate null values`, i + 1);
        return item.asString();
    }));
    return values_value/* Value */.W.string(items.join(separator.asString()));
}
function sort(list) {
    if (!list.isWhollyKnown)
        return values_value/* Value */.W.list(values_type/* STRING */.An, list.elements().map(() => values_value/* Value */.W.unknown(values_type/* STRING */.An, true)));
    const items = list.elements().map((item, i) => {
        if (item.isNull)
            throw new functions_function/* FunctionError */.J(`given list element ${i} is null; a null string cannot be sorted`);
        return item.asString();
    });
    return values_value/* Value */.W.list(values_type/* STRING */.An, items.sort(utf8/* compareUtf8 */.zq).map(values_value/* Value */.W.string));
}
function indent(spaces, text) {
    if (spaces < 0)
        throw new functions_function/* FunctionError */.J('the number of spaces must not be negative', 0);
    return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
const textFunctions = [
    defineText('upper', ['str'], letter_case/* upper */.js),
    defineText('lower', ['str'], letter_case/* lower */.ib),
    defineText('title', ['str'], letter_case/* title */.DD),
    defineText('strrev', ['str'], text => (0,graphemes/* graphemes */.l)(text).reverse().join('')),
    defineText('chomp', ['str'], text => trimWhere(text, character => character === '\n' || character === '\r', 'end')),
    defineText('trim', ['str', 'cutset'], (text, cutset) => trimWhere(text, character => cutset.includes(character))),
    defineText('trimspace', ['str'], text => trimWhere(text, character => /\p{White_Space}/u.test(character))),
    defineText('trimprefix', ['str', 'prefix'], (text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
    defineText('trimsuffix', ['str', 'suffix'], (text, suffix) => text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text),
    defineText('replace', ['str', 'substr', 'replace'], replaceAll),
    defineText('startswith', ['str', 'prefix'], (text, prefix) => text.startsWith(prefix)),
    defineText('endswith', ['str', 'suffix'], (text, suffix) => text.endsWith(suffix)),
    defineText('strcontains', ['str', 'substr'], (text, part) => text.includes(part)),
    define_define('substr', [string('str'), number('offset'), number('length')], values_type/* STRING */.An, (text, offset, length) => substring(text.asString(), whole(offset), whole(length))),
    define_define('indent', [number('spaces'), string('str')], values_type/* STRING */.An, (spaces, text) => indent(whole(spaces), text.asString())),
    define_define('split', [string('separator'), string('str')], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), (separator, text) => {
        const parts = separator.asString() === '' ? [...text.asString()] : text.asString().split(separator.asString());
        return values_value/* Value */.W.list(values_type/* STRING */.An, parts.map(values_value/* Value */.W.string));
    }),
    define_define('join', [string('separator'), many(strings('lists'))], values_type/* STRING */.An, join),
    define_define('sort', [strings('list')], (0,values_type/* listOf */.c3)(values_type/* STRING */.An), sort),
];

;// CONCATENATED MODULE: ./build/language/functions/index.js
















function standardFunctions(options) {
    const { directory, now = () => new Date(), startedAt = now(), lookups } = options;
    const functions = new Map();
    const all = [
        ...textFunctions,
        ...numberFunctions,
        ...listFunctions,
        ...mapFunctions,
        ...formatFunctions,
        ...regexFunctions,
        ...encodingFunctions,
        ...hashFunctions,
        ...networkFunctions,
        ...pathFunctions,
        ...specialFunctions,
        ...dateFunctions({ now, startedAt }),
        ...lookupFunctions(lookups),
        ...fileFunctions(directory, hcl/* parseTemplate */.QC, functions),
    ];
    for (const fn of all)
        functions.set(fn.name, fn);
    return functions;
}
const envFunction = (environment) => define_define('env', [string('key')], values_type/* STRING */.An, key => environment[key.asString()] ?? '');

// EXTERNAL MODULE: ./build/language/options/interpolation.js
var interpolation = __webpack_require__(25617);
// EXTERNAL MODULE: ./build/language/source-text.js
var source_text = __webpack_require__(66909);
;// CONCATENATED MODULE: ./build/language/version.js
const identifiers = '[0-9A-Za-z~-]+(?:\\.[0-9A-Za-z~-]+)*';
const versionPattern = new RegExp(`^v?(\\d+(?:\\.\\d+)*)(?:-(\\d${identifiers.replace('+', '*')})|-?([A-Za-z~-]${identifiers.replace('+', '*')}))?(?:\\+(${identifiers}))?$`);
function parseVersion(text) {
    const found = versionPattern.exec(text);
    const numbers = found ? found[1].split('.').map(Number) : [];
    if (!found || numbers.some(each => !Number.isSafeInteger(each)))
        throw new Error(`malformed version: ${text}`);
    const segments = [...numbers, ...Array(Math.max(0, 3 - numbers.length)).fill(0)];
    return { segments, written: numbers.length, prerelease: found[2] ?? found[3] ?? '', metadata: found[4] ?? '' };
}
function compareVersions(a, b) {
    return compareSegments(a, b) || comparePrereleases(a.prerelease, b.prerelease);
}
function compareSegments(a, b) {
    for (let i = 0; i < Math.max(a.segments.length, b.segments.length); i++) {
        const difference = (a.segments[i] ?? 0) - (b.segments[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function comparePrereleases(a, b) {
    if (a === b)
        return 0;
    if (a === '' || b === '')
        return a === '' ? 1 : -1;
    const [left, right] = [a.split('.'), b.split('.')];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const difference = compareParts(left[i], right[i]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
const isNumeric = (part) => /^\d+$/.test(part);
function compareParts(a, b) {
    if (a === b)
        return 0;
    if (a === undefined || b === undefined)
        return isNumeric((a ?? b)) === (b === undefined) ? 1 : -1;
    if (isNumeric(a) && isNumeric(b))
        return Number(a) - Number(b);
    if (isNumeric(a) !== isNumeric(b))
        return isNumeric(a) ? -1 : 1;
    return a < b ? -1 : 1;
}
const comparable = (version, limit) => version.prerelease === '' || (limit.prerelease !== '' && compareSegments(version, limit) === 0);
const pessimistic = (version, limit) => {
    if (!comparable(version, limit) || (limit.prerelease !== '' && version.prerelease === ''))
        return false;
    if (compareVersions(version, limit) < 0 || limit.segments.length > version.segments.length)
        return false;
    return limit.segments.slice(0, limit.written - 1).every((segment, i) => segment === version.segments[i]);
};
const operators = {
    '': (version, limit) => compareVersions(version, limit) === 0,
    '=': (version, limit) => compareVersions(version, limit) === 0,
    '!=': (version, limit) => compareVersions(version, limit) !== 0,
    '>': (version, limit) => comparable(version, limit) && compareVersions(version, limit) > 0,
    '<': (version, limit) => comparable(version, limit) && compareVersions(version, limit) < 0,
    '>=': (version, limit) => comparable(version, limit) && compareVersions(version, limit) >= 0,
    '<=': (version, limit) => comparable(version, limit) && compareVersions(version, limit) <= 0,
    '~>': pessimistic,
};
function parseConstraints(text) {
    const checks = text.split(',').map(part => {
        const [, operator, limit] = /^\s*(=|!=|>=|<=|>|<|~>|)\s*(\S+)\s*$/.exec(part) ?? [];
        if (operator === undefined || limit === undefined || !versionPattern.test(limit))
            throw new Error(`malformed constraint: ${part.trim()}`);
        const version = parseVersion(limit);
        return (candidate) => operators[operator](candidate, version);
    });
    return { check: version => checks.every(check => check(version)) };
}

// EXTERNAL MODULE: ./build/language/content.js
var language_content = __webpack_require__(31291);
;// CONCATENATED MODULE: ./build/template/blocks.js


const TEMPLATE_BLOCKS = {
    packer: [],
    source: ['type', 'name'],
    variables: [],
    variable: ['name'],
    locals: [],
    local: ['name'],
    data: ['type', 'name'],
    build: [],
    hcp_packer_registry: [],
    communicator: ['type', 'name'],
};
const OWN_BLOCKS = { smoke_test: ['name'], ssh: [], publish: [], sbom: [] };
function templateBlocks(bodies) {
    const findings = new collector/* Collector */.g();
    const blocks = findings.take(gather(bodies, TEMPLATE_BLOCKS));
    for (const { type, definitionRange } of [...blocks.communicator, ...blocks.hcp_packer_registry])
        findings.add(withoutEffect(type, definitionRange));
    return findings.done(blocks);
}
const withoutEffect = (type, subject) => ({
    severity: 'warning',
    summary: 'Block without effect',
    detail: type === 'hcp_packer_registry'
        ? 'Nothing is published to an HCP Packer registry: that is a service of HashiCorp.'
        : `Packer accepts "${type}" blocks here and ignores them, and so does ingot.`,
    subject,
});
const ownBlocks = (bodies) => gather(bodies, OWN_BLOCKS);
function gather(bodies, types) {
    const findings = new collector/* Collector */.g();
    const names = Object.keys(types);
    const schema = { attributes: [], blocks: names.map(type => ({ type, labels: types[type] })) };
    const blocks = bodies.flatMap(body => findings.take((0,language_content/* contentOf */.$)(body, schema)).blocks);
    return findings.done(Object.fromEntries(names.map(type => [type, blocks.filter(block => block.type === type)])));
}

// EXTERNAL MODULE: ./build/language/options/printable.js
var printable = __webpack_require__(72472);
;// CONCATENATED MODULE: ./build/lib/listed.js
const MOST = 20;
const listed = (names) => names.length <= MOST ? names.join(', ') : `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`;

;// CONCATENATED MODULE: ./build/template/found-smoke-tests.js




const TIMEOUT_MILLISECONDS = 300_000;
const GOSS = /^goss\.(ya?ml|json)$/;
const VARIABLES = /^(goss[-_.])?vars\.(ya?ml|json)$/;
function smokeTestsInFolder(folder, declared) {
    const path = (0,external_node_path_.join)(folder, 'smoke');
    if (!(0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory())
        return [];
    const used = new Set(declared.flatMap(test => [...test.scripts, ...(test.goss?.files ?? []), ...(test.goss?.vars ?? [])]));
    return testOf(path, used) ?? [];
}
function namedSmokeTests(paths, workingDirectory) {
    const findings = new collector/* Collector */.g();
    const tests = paths.flatMap(given => {
        const path = (0,external_node_path_.resolve)(workingDirectory, given);
        const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        const problem = (detail) => findings.add({ severity: 'error', summary: 'Smoke tests not found', detail });
        if (!found)
            problem(`There is no file or folder "${given}".`);
        if (!found)
            return [];
        if (!found.isDirectory())
            return [planned((0,external_node_path_.basename)(path), /\.(ya?ml|json)$/.test(path) ? { goss: path } : { scripts: [path] })];
        const tests = testOf(path, new Set());
        if (!tests)
            problem(`The folder "${given}" holds neither a goss.yaml nor a script that may be run.`);
        return tests ?? [];
    });
    return findings.done(tests);
}
function testOf(folder, used) {
    const names = (0,external_node_fs_.readdirSync)(folder).sort(utf8/* compareUtf8 */.zq);
    const paths = (fits) => names
        .filter(fits)
        .map(name => (0,external_node_path_.join)(folder, name))
        .filter(path => !used.has(path));
    const [goss] = paths(name => GOSS.test(name));
    const vars = paths(name => VARIABLES.test(name));
    const scripts = paths(name => isProgram((0,external_node_path_.join)(folder, name)));
    if (!goss && scripts.length === 0)
        return undefined;
    return [planned((0,external_node_path_.basename)(folder), { goss, vars, scripts })];
}
const planned = (name, { goss, vars = [], scripts = [] }) => ({
    name,
    scripts,
    inline: [],
    environment: {},
    timeout: TIMEOUT_MILLISECONDS,
    goss: goss === undefined ? undefined : { files: [goss], vars, sudo: false, retryTimeout: 0, sleep: 1000 },
});
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/template/sbom-block.js
var sbom_block = __webpack_require__(38797);
// EXTERNAL MODULE: ./build/template/scope.js
var scope = __webpack_require__(54978);
;// CONCATENATED MODULE: ./build/template/selection.js

function compileGlob(text) {
    const source = new GlobReader(text).alternatives();
    const expression = new RegExp(`^(?:${source})$`, 'su');
    return { text, matches: name => expression.test(name) };
}
class GlobReader {
    constructor(text) {
        this.text = text;
        this.at = 0;
    }
    alternatives(depth = 0) {
        let source = '';
        while (this.at < this.text.length) {
            const char = this.text[this.at++];
            if (depth > 0 && char === '}')
                return source;
            if (depth > 0 && char === ',')
                source += '|';
            else
                source += this.piece(char, depth);
        }
        if (depth > 0)
            throw new Error(`"${this.text}" opens a brace that it does not close`);
        return source;
    }
    piece(char, depth) {
        switch (char) {
            case '*':
                return '.*';
            case '?':
                return '.';
            case '[':
                return this.characters();
            case '{':
                return `(?:${this.alternatives(depth + 1)})`;
            case '\\':
                return selection_escaped(this.text[this.at++] ?? '\\');
            default:
                return selection_escaped(char);
        }
    }
    characters() {
        const end = this.text.indexOf(']', this.at + 1);
        if (end < 0)
            throw new Error(`"${this.text}" opens a bracket that it does not close`);
        const inside = this.text.slice(this.at, end);
        this.at = end + 1;
        const negated = inside.startsWith('!');
        const body = (negated ? inside.slice(1) : inside).replace(/[\\\]^[&~]/g, '\\$&');
        return `[${negated ? '^' : ''}${body}]`;
    }
}
const selection_escaped = (char) => (/[.*+?^${}()|[\]\\/]/.test(char) ? `\\${char}` : char);
class Selection {
    constructor(only, except, exact = false) {
        this.exact = exact;
        this.used = new Set();
        this.findings = [];
        this.only = this.compile(only, '-only');
        this.except = this.compile(except, '-except');
    }
    takesBuild(name) {
        if (this.only.length > 0 && !this.any(this.only, name))
            return false;
        return !this.any(this.except, name);
    }
    takesPostProcessor(name) {
        return !this.any(this.except, name);
    }
    diagnostics(builds) {
        const unused = (patterns, flag) => patterns.filter(pattern => !this.used.has(pattern)).map(pattern => inVain(pattern.text, flag, builds));
        return [...this.findings, ...unused(this.only, '-only'), ...unused(this.except, '-except')];
    }
    any(patterns, name) {
        const matching = patterns.filter(pattern => pattern.matches(name));
        for (const pattern of matching)
            this.used.add(pattern);
        return matching.length > 0;
    }
    compile(texts, flag) {
        return texts.flatMap(text => {
            try {
                return [this.exact ? { text, matches: (name) => name === text } : compileGlob(text)];
            }
            catch (error) {
                this.findings.push({ severity: 'error', summary: `Invalid ${flag} pattern`, detail: `${error.message}.` });
                return [];
            }
        });
    }
}
const inVain = (pattern, flag, builds) => ({
    severity: 'warning',
    summary: `${flag} matches nothing`,
    detail: `No build${flag === '-except' ? ' and no post-processor' : ''} matches "${pattern}". The builds are: ${listed(builds) || 'none'}.`,
});

// EXTERNAL MODULE: ./build/language/options/decode.js
var decode = __webpack_require__(86949);
// EXTERNAL MODULE: ./build/template/smoke-test-options.js
var smoke_test_options = __webpack_require__(54303);
;// CONCATENATED MODULE: ./build/template/smoke-tests.js






const readSmokeTest = (block, context, folder) => new Reader(block, context, folder).read();
class Reader {
    constructor(block, context, folder) {
        this.block = block;
        this.folder = folder;
        this.findings = new collector/* Collector */.g();
        const decoded = this.findings.take((0,decode/* decodeOptions */.f)(smoke_test_options/* smokeTestOptions */.i, block.body, { context }));
        this.options = decoded.value;
        this.rangeOf = option => decoded.rangeOf(option) ?? block.definitionRange;
    }
    read() {
        const { options, findings, block } = this;
        const { inline, environment, timeout, run, ports, reboot, only, except } = options;
        const test = {
            name: block.labels[0] ?? '',
            scripts: this.files('scripts', options.scripts ?? [], 'Script'),
            inline: inline ?? [],
            environment: environment ?? {},
            timeout,
            run,
            goss: options.goss && this.goss(options.goss),
            probes: [...(options.tcp ?? []).map(tcpProbe), ...(options.http ?? []).map(httpProbe)],
            ports: ports ?? [],
            reboot,
            allowFailedUnits: options.allow_failed_units ?? [],
            machines: (options.machine ?? []).map(machine => this.machine(machine)),
            onFailure: options.on_failure,
            only,
            except,
            range: block.definitionRange,
        };
        if (!(0,diagnostic/* hasErrors */.C)(findings.diagnostics))
            this.check(test);
        return findings.done(test);
    }
    check({ scripts, inline, goss, probes, only, except, machines }) {
        const { findings, block } = this;
        if (scripts.length === 0 && inline.length === 0 && !goss && probes?.length === 0)
            findings.error('Empty smoke test', 'A smoke test needs scripts, inline commands, goss, tcp or http.', block.definitionRange);
        if (only && except)
            findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", this.rangeOf('except'));
        const names = (machines ?? []).map(({ name }) => name);
        const twice = names.find((name, index) => names.indexOf(name) !== index);
        if (twice !== undefined)
            findings.error('Two machines of one name', `Two machines of this test are called "${twice}".`, this.rangeOf('machine'));
    }
    goss({ files, vars, sudo, retry_timeout, sleep }) {
        return {
            files: this.files('goss', files ?? ['smoke/goss.yaml'], 'Goss file'),
            vars: this.files('goss', vars ?? [], 'File of variables'),
            sudo,
            retryTimeout: retry_timeout,
            sleep,
        };
    }
    machine({ name, instance_type, user_data, user_data_file }) {
        const [path] = user_data_file === undefined ? [] : this.files('machine', [user_data_file], 'File of user data');
        if (user_data !== undefined && user_data_file !== undefined)
            this.findings.error('Two user data', 'Only one of user_data and user_data_file may be set.', this.rangeOf('machine'));
        return {
            name,
            instanceType: instance_type,
            userData: user_data ?? (path && isFile(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined),
        };
    }
    files(option, given, what) {
        return given.map(file => {
            const path = (0,external_node_path_.resolve)(this.folder, file);
            if (!isFile(path))
                this.findings.error(`${what} not found`, `There is no file "${file}" in the template's folder.`, this.rangeOf(option));
            return path;
        });
    }
}
const patience = ({ timeout, retry_timeout, sleep }) => ({ timeout, retryTimeout: retry_timeout, sleep });
const tcpProbe = (given) => ({
    name: given.name ?? `TCP port ${given.port}`,
    port: given.port,
    ...patience(given),
});
function httpProbe(given) {
    const { tls, insecure, method, path, host, follow_redirects, request_body } = given;
    const port = given.port ?? (tls ? 443 : 80);
    return {
        name: given.name ?? `${method} ${tls ? 'https' : 'http'} ${port} ${path}`,
        port,
        ...patience(given),
        http: {
            tls,
            insecure,
            method,
            path,
            host,
            requestHeaders: given.request_headers ?? {},
            requestBody: request_body,
            status: given.status ?? [200],
            headers: given.headers ?? {},
            body: given.body ?? [],
            followRedirects: follow_redirects,
        },
    };
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(46125);
;// CONCATENATED MODULE: ./build/template/ssh-block.js



function readSshBlock(blocks, context, hostKeys) {
    const findings = new collector/* Collector */.g();
    const [block, second] = blocks;
    if (second)
        findings.error('Two ssh blocks', 'Only one ssh block may stand in the *.ingot.hcl files.', second.definitionRange);
    const given = block && findings.take((0,decode/* decodeOptions */.f)(communicator_options/* trustOptions */.z5, block.body, { context })).value;
    const trust = given || hostKeys ? { ...(given ?? DEFAULTS), ...(hostKeys && { host_key: hostKeys }) } : undefined;
    return findings.done(trust && Object.freeze(trust));
}
const DEFAULTS = { host_key: 'auto', known_hosts: 'accept-new', known_hosts_file: undefined };

// EXTERNAL MODULE: ./build/language/options/plain.js
var plain = __webpack_require__(88555);
// EXTERNAL MODULE: ./build/language/options/weak.js
var weak = __webpack_require__(19535);
;// CONCATENATED MODULE: ./build/template/places.js

const elementRange = (list, index) => asList(list)?.[index]?.range ?? list.range;
function itemsByName(object) {
    const items = (object && asMap(object)) ?? [];
    return new Map(items.flatMap(item => constantKey(item.key).map(name => [name, item])));
}
function constantKey(key) {
    const word = asKeyword(key);
    if (word !== undefined)
        return [word];
    const { value } = key.evaluate({});
    return value.state === 'known' && value.type.kind === 'string' ? [value.asString()] : [];
}

;// CONCATENATED MODULE: ./build/template/builds/meta.js









class MetaReader {
    constructor(content, context, render) {
        this.content = content;
        this.context = context;
        this.render = render;
        this.findings = new collector/* Collector */.g();
    }
    text(name) {
        return this.value(name, values_type/* STRING */.An)?.asString();
    }
    texts(name) {
        return this.value(name, (0,values_type/* listOf */.c3)(values_type/* STRING */.An))
            ?.elements()
            .map(each => each.asString());
    }
    flag(name) {
        return this.value(name, values_type/* BOOL */.HX)?.asBool();
    }
    duration(name) {
        return this.parse(name, values_type/* STRING */.An, value => (0,language_duration/* parseDuration */.E)(value.asString()));
    }
    count(name) {
        return this.parse(name, values_type/* NUMBER */.uk, value => {
            const count = value.asNumber().toDouble();
            if (!Number.isInteger(count))
                throw new Error('it must be a whole number');
            return Math.max(count, 0);
        });
    }
    rangeOf(name, element) {
        const expression = this.content.attributes.get(name)?.expression;
        return expression && element !== undefined ? elementRange(expression, element) : expression?.range;
    }
    parse(name, type, read) {
        const value = this.value(name, type);
        if (value === undefined)
            return undefined;
        try {
            return read(value);
        }
        catch (error) {
            this.findings.add(meta_wrong(this.content.attributes.get(name), error.message));
            return undefined;
        }
    }
    converted(value, type) {
        return this.render ? (0,weak/* convertWeakly */.j)((0,plain/* mapStrings */.to)(value, this.render), type) : (0,convert/* convert */.C)(value, type);
    }
    value(name, type) {
        const attribute = this.content.attributes.get(name);
        if (!attribute)
            return undefined;
        const evaluated = attribute.expression.evaluate(this.context);
        this.findings.take(evaluated);
        if ((0,diagnostic/* hasErrors */.C)(evaluated.diagnostics) || evaluated.value.state !== 'known')
            return undefined;
        try {
            const value = type ? this.converted(evaluated.value, type) : evaluated.value;
            return value.isWhollyKnown ? value : undefined;
        }
        catch (error) {
            if (!(error instanceof Error))
                throw error;
            this.findings.add(meta_wrong(attribute, error.message));
            return undefined;
        }
    }
}
const meta_wrong = ({ name, expression, range }, reason) => ({
    severity: 'error',
    summary: 'Invalid value',
    detail: `Inappropriate value for "${name}": ${reason}.`,
    subject: expression.range,
    context: range,
});
function readCondition(meta, sources, severity, range) {
    const findings = new collector/* Collector */.g();
    const [only, except] = [meta.texts('only'), meta.texts('except')];
    if (only && except && only.length > 0 && except.length > 0)
        findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", meta.rangeOf('except') ?? range, {
            context: range,
        });
    const look = (option, names = []) => {
        for (const [i, name] of names.entries())
            if (!sources.includes(name))
                findings.add({
                    severity,
                    summary: 'No such source',
                    detail: `"${name}" is no source of this build, so the condition never applies to it. The sources are: ${listed(sources)}.`,
                    subject: meta.rangeOf(option, i) ?? range,
                    context: range,
                });
    };
    look('only', only);
    look('except', except);
    return findings.done({ only, except });
}
function appliesTo({ only, except }, source) {
    if (only && only.length > 0)
        return only.includes(source);
    return !except?.includes(source);
}

;// CONCATENATED MODULE: ./build/template/merged-body.js

const mergedBody = (first, second, how) => ({
    missingItemRange: second.missingItemRange,
    content: schema => merged_body_merge(schema, first.content(optional(schema)), second.content(optional(schema)), how),
    partialContent(schema) {
        const [a, b] = [first.partialContent(optional(schema)), second.partialContent(optional(schema))];
        const merged = merged_body_merge(schema, a, b, how);
        return { ...merged, value: { ...merged.value, remain: mergedBody(a.value.remain, b.value.remain, how) } };
    },
    justAttributes() {
        const findings = new collector/* Collector */.g();
        const [a, b] = [findings.take(first.justAttributes()), findings.take(second.justAttributes())];
        return findings.done(mergeAttributes(a, b, how, findings));
    },
    justBlocks() {
        const findings = new collector/* Collector */.g();
        const [a, b] = [findings.take(first.justBlocks()), findings.take(second.justBlocks())];
        return findings.done(mergeBlocks(a, b, how));
    },
});
const optional = (schema) => ({
    attributes: schema.attributes.map(({ name }) => ({ name })),
    blocks: schema.blocks,
});
function merged_body_merge(schema, a, b, how) {
    const findings = new collector/* Collector */.g();
    const [first, second] = [findings.take(a), findings.take(b)];
    const attributes = mergeAttributes(first.attributes, second.attributes, how, findings);
    for (const { name, required } of schema.attributes)
        if (required && !attributes.has(name))
            findings.error('Missing required argument', `The argument "${name}" is required, but no definition was found.`, first.missingItemRange, { missing: [name] });
    const blocks = mergeBlocks(first.blocks, second.blocks, how);
    return findings.done({ attributes, blocks, missingItemRange: first.missingItemRange });
}
function mergeBlocks(first, second, how) {
    const replaced = new Set(how === 'replace' ? second.map(({ type }) => type) : []);
    return [...first.filter(({ type }) => !replaced.has(type)), ...second];
}
function mergeAttributes(first, second, how, findings) {
    const merged = new Map(first);
    for (const [name, attribute] of second) {
        const before = first.get(name);
        if (before && how === 'add')
            findings.error('Duplicate argument', `"${name}" is already set in the source block, at ${before.nameRange.file}:${before.nameRange.start.line}. A build can add arguments to its source, not replace them.`, attribute.nameRange, { context: attribute.range });
        merged.set(name, attribute);
    }
    return merged;
}

;// CONCATENATED MODULE: ./build/template/value-body.js



const valueBody = (entries, range, written) => bodyOf(entries, { range, items: itemsByName(written) });
const bodyOf = (entries, place) => ({
    missingItemRange: place.range,
    content: schema => exact(entries, place, schema),
    partialContent(schema) {
        const found = take(entries, place, schema);
        return (0,collector.ok)({ ...found.content, remain: bodyOf(found.rest, place) });
    },
    justAttributes: () => (0,collector.ok)(new Map([...entries].map(([name, value]) => [name, attributeOf(name, value, place)]))),
    justBlocks: () => (0,collector.ok)([]),
});
const constant = (value, range) => ({ range, evaluate: () => (0,collector.ok)(value), variables: () => [] });
function attributeOf(name, value, { range, items }) {
    const item = items.get(name);
    const [nameRange, valueRange] = [item?.key.range ?? range, item?.value.range ?? range];
    return { name, expression: constant(value, valueRange), range: { ...nameRange, end: valueRange.end }, nameRange };
}
function take(entries, place, schema) {
    const rest = new Map(entries);
    const attributes = new Map();
    for (const { name } of schema.attributes) {
        const value = entries.get(name);
        if (value === undefined)
            continue;
        rest.delete(name);
        attributes.set(name, attributeOf(name, value, place));
    }
    const blocks = schema.blocks.flatMap(({ type }) => {
        const value = entries.get(type);
        rest.delete(type);
        return value === undefined ? [] : blocksOf(type, value, place.items.get(type)?.value.range ?? place.range);
    });
    const content = { attributes, blocks, missingItemRange: place.range };
    return { content, rest };
}
function blocksOf(type, value, range) {
    if (value.state !== 'known')
        return [];
    if (value.type.kind !== 'object' && value.type.kind !== 'map')
        return 'element' in value.type || value.type.kind === 'tuple'
            ? value.elements().flatMap(each => blocksOf(type, each, range))
            : [];
    const body = valueBody(value.entries(), range);
    return [{ type, labels: [], body, typeRange: range, labelRanges: [], definitionRange: range }];
}
function exact(entries, place, schema) {
    const { content, rest } = take(entries, place, schema);
    const { range, items } = place;
    const findings = new collector/* Collector */.g();
    const known = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)];
    for (const name of rest.keys()) {
        const { hint, slip } = (0,did_you_mean/* misspelt */.IM)(name, known);
        const detail = `An argument named "${name}" is not expected here.${hint}`;
        findings.error('Unsupported argument', detail, items.get(name)?.key.range ?? range, { slip });
    }
    for (const { name, required } of schema.attributes)
        if (required && !content.attributes.has(name))
            findings.error('Missing required argument', `The argument "${name}" is required, but no definition was found.`, range, {
                missing: [name],
            });
    return findings.done(content);
}

// EXTERNAL MODULE: ./build/language/span.js
var span = __webpack_require__(21044);
;// CONCATENATED MODULE: ./build/template/builds/communicator-problems.js


const SSH = [
    {
        isBroken: ({ ssh_username }) => !ssh_username,
        summary: 'Missing ssh_username',
        detail: 'ssh_username must be specified: nobody else knows as whom to log in. Where nothing runs on the machine, set communicator = "none".',
        at: 'ssh_username',
    },
    {
        isBroken: ({ ssh_bastion_host, ssh_proxy_host }) => Boolean(ssh_bastion_host && ssh_proxy_host),
        summary: 'Two ways to the machine',
        detail: 'ssh_bastion_host and ssh_proxy_host cannot both be set.',
        at: 'ssh_proxy_host',
    },
    {
        isBroken: ({ ssh_bastion_host, ssh_bastion_agent_auth }, lacks) => Boolean(ssh_bastion_host) &&
            !ssh_bastion_agent_auth &&
            lacks('ssh_bastion_password', 'ssh_bastion_private_key_file', 'ssh_private_key_file'),
        summary: 'No way to log in at the bastion host',
        detail: 'One of ssh_bastion_password, ssh_bastion_private_key_file and ssh_bastion_agent_auth must be set.',
        at: 'ssh_bastion_host',
    },
    {
        isBroken: ({ ssh_keypair_name, ssh_agent_auth }, lacks) => Boolean(ssh_keypair_name) && !ssh_agent_auth && lacks('ssh_private_key_file'),
        summary: 'No private key for the key pair',
        detail: 'ssh_keypair_name names what the cloud has of the pair: its private half comes from ssh_private_key_file or, with ssh_agent_auth, from the agent.',
        at: 'ssh_keypair_name',
    },
];
const WINRM = [
    {
        isBroken: ({ winrm_username }) => !winrm_username,
        summary: 'Missing winrm_username',
        detail: 'winrm_username must be specified: nobody else knows as whom to log in. Where nothing runs on the machine, set communicator = "none".',
        at: 'winrm_username',
    },
];
const RULES = { ssh: SSH, winrm: WINRM, none: [] };
function communicatorProblems({ value, rangeOf }, range, body) {
    const isUnknown = (name) => value[name] === undefined && rangeOf(name) !== undefined;
    const lacks = (...names) => names.every(name => !value[name] && !isUnknown(name));
    const found = new collector/* Collector */.g();
    for (const { isBroken, summary, detail, at } of RULES[value.communicator])
        if (isBroken(value, lacks))
            found.error(summary, detail, rangeOf(at) ?? range, { within: (0,span/* between */.Tq)(range, body.missingItemRange) });
    return found.diagnostics;
}

// EXTERNAL MODULE: ./build/template/known-plugins.js
var known_plugins = __webpack_require__(27272);
;// CONCATENATED MODULE: ./build/template/builds/component.js







function findComponent(kind, type, builtIn, required, range, context) {
    const findings = new collector/* Collector */.g();
    if (Object.hasOwn(builtIn, type))
        return findings.done(builtIn[type]);
    const names = Object.keys(builtIn).sort();
    const hint = (0,did_you_mean/* didYouMean */.au)(type, names);
    const plugin = required.find(({ name }) => type === name || type.startsWith(`${name}-`)) ?? (0,known_plugins/* pluginOf */.$)(type);
    const origin = plugin
        ? ` It belongs to the plugin "${plugin.source}", and plugins of Packer cannot be loaded.`
        : (0,known_plugins/* isCore */.O)(type)
            ? ' Packer has it built in, ingot not yet.'
            : '';
    findings.error(`Unknown ${kind} type`, `No ${kind} "${type}" is built in.${hint || origin} Built in are: ${names.join(', ') || 'none'}.`, range, { context });
    return findings.done(undefined);
}
function decodeComponent(spec, body, context, facts, reading) {
    return (0,decode/* decodeOptions */.f)(spec, body, {
        context,
        render: text => (0,interpolation/* interpolate */.G)(text, facts),
        weak: reading.weak,
        renderLate: text => {
            (0,interpolation/* checkInterpolation */.h)(text, facts);
            return reading.renderLate?.(text) ?? text;
        },
        redact: reading.secrets.redact,
        onSensitive: value => reading.secrets.addValue(value),
        onUnknown: reading.onUnknown,
    });
}
function checkComponent(component, decoded, range, body, unknown = false, communicator) {
    if ((0,diagnostic/* hasErrors */.C)(decoded.diagnostics) || !component.check || (unknown && lacksValues(component, decoded.value)))
        return [];
    const problems = component.check(decoded.value.value, communicator);
    const known = problems.filter(({ summary, detail = '' }) => !`${summary} ${detail}`.includes(decode/* UNKNOWN_TEXT */.L));
    return known.map(({ option, severity, summary, detail }) => ({
        severity: severity ?? 'error',
        summary,
        detail,
        subject: (option === undefined ? undefined : decoded.value.rangeOf(option)) ?? range,
        context: range,
        within: (0,span/* settled */.gu)((0,span/* between */.Tq)(range, body.missingItemRange)),
    }));
}
const lacksValues = ({ options }, { value, rangeOf }) => Object.keys(options).some(name => value[name] === undefined && rangeOf(name) !== undefined);
function lateOptions(decode) {
    const preview = decode(undefined);
    const told = new Set(preview.diagnostics.map(keyOf));
    const late = {
        preview: preview.value,
        resolve: values => {
            const { value, diagnostics } = decode(values);
            return { value, diagnostics: diagnostics.filter(each => each.severity === 'error' || !told.has(keyOf(each))) };
        },
        toJSON: () => preview.value.toJSON(),
    };
    return { value: Object.freeze(late), diagnostics: preview.diagnostics };
}
const keyOf = ({ summary, detail, subject }) => JSON.stringify([summary, detail, subject]);

;// CONCATENATED MODULE: ./build/template/builds/plan-build.js













const nameOf = (build, use) => build.name === '' ? use.title : `${build.name}.${use.title}`;
function planBuild(build, use, around) {
    return new BuildPlanner(build, use, around).plan();
}
class BuildPlanner {
    constructor(build, use, around) {
        this.build = build;
        this.use = use;
        this.around = around;
        this.findings = new collector/* Collector */.g();
        this.context = (0,scope/* withSource */.g5)(around.context, { type: use.source.type, name: use.name });
        this.facts = { ...around.facts, buildName: use.source.name, buildType: use.source.type };
        this.sources = build.uses.map(({ reference }) => reference);
    }
    plan() {
        const { build } = this;
        const source = this.source();
        const provisioners = build.provisioners.flatMap(block => this.provisioner(block) ?? []);
        const cleanup = build.errorCleanupProvisioner && this.provisioner(build.errorCleanupProvisioner);
        const chains = build.chains.map(chain => this.chain(chain)).filter(chain => chain.length > 0);
        if (!source)
            return this.findings.done(undefined);
        const name = nameOf(build, this.use);
        return this.findings.done({
            name,
            buildName: build.name,
            source,
            provisioners,
            errorCleanupProvisioner: cleanup,
            postProcessors: chains,
            smokeTests: [],
        });
    }
    source() {
        const { source, body, range } = this.use;
        if (this.use.isStandIn)
            return undefined;
        const { plugins, reading, requiredPlugins } = this.around;
        const plugin = this.findings.take(findComponent('source', source.type, plugins.sources, requiredPlugins, source.typeRange, source.range));
        this.buildValues = plugin && (0,scope/* unknownBuildValues */.NO)(plugin.buildValues ?? []);
        if (!plugin)
            return this.withoutPlugin(body, this.context);
        const spec = { ...(plugin.reachable ? communicator_options/* communicatorOptions */.O0 : {}), ...plugin.options };
        const waiting = this.waiting();
        const decoded = decodeComponent(spec, body, this.context, this.facts, waiting.reading);
        this.findings.take(decoded);
        const options = partOf(decoded.value, plugin.options, reading.secrets);
        const communicator = plugin.reachable ? partOf(decoded.value, communicator_options/* communicatorOptions */.O0, reading.secrets) : undefined;
        const own = { ...decoded, value: options };
        this.findings.addAll(checkComponent(plugin, own, range, body, waiting.unknown, communicator?.value));
        if (communicator && !(0,diagnostic/* hasErrors */.C)(decoded.diagnostics))
            this.findings.addAll(communicatorProblems(communicator, range, body));
        return Object.freeze({
            type: source.type,
            name: source.name,
            options,
            communicator: communicator ? communicatorOf(communicator, this.around.trust) : NO_COMMUNICATOR,
            range: source.range,
        });
    }
    withoutPlugin(body, context) {
        for (const { expression } of body.justAttributes().value.values())
            this.findings.take(expression.evaluate(context));
        for (const block of this.findings.take(body.justBlocks()))
            this.withoutPlugin(block.body, context);
        return undefined;
    }
    waiting() {
        const onUnknown = () => {
            waiting.unknown = true;
        };
        const waiting = { reading: { ...this.around.reading, onUnknown }, unknown: false };
        return waiting;
    }
    provisioner(block) {
        const names = this.around.reading.weak ? LEGACY_PROVISIONER_META : PROVISIONER_META;
        const content = this.findings.take(block.body.partialContent(names));
        const meta = this.metaOf(content);
        const condition = this.conditionOf(meta, block);
        const planned = {
            name: meta.text('name'),
            pauseBefore: meta.duration('pause_before'),
            timeout: meta.duration('timeout'),
            maxRetries: meta.count('max_retries'),
            continueOnError: meta.flag('continue_on_error'),
        };
        const body = (context) => this.overridden(content, context);
        this.findings.addAll(meta.findings.diagnostics);
        const options = this.component('provisioner', block, body, this.around.plugins.provisioners);
        if (!options || !appliesTo(condition, this.use.reference))
            return undefined;
        return Object.freeze({ type: block.labels[0], ...planned, options, range: block.definitionRange });
    }
    conditionOf(meta, { definitionRange }) {
        const { value, diagnostics } = readCondition(meta, this.sources, this.severity, definitionRange);
        if (!this.use.isStandIn)
            this.findings.addAll(diagnostics);
        return value;
    }
    metaOf(content) {
        return new MetaReader(content, this.context, this.around.reading.weak ? text => (0,interpolation/* interpolate */.G)(text, this.facts) : undefined);
    }
    get severity() {
        return this.around.reading.weak ? 'error' : 'warning';
    }
    chain(blocks) {
        const chain = [];
        let open = true;
        for (const block of blocks) {
            const { planned, applies, name } = this.postProcessor(block);
            const taken = this.around.selection.takesPostProcessor(name);
            if (applies && !taken)
                open = false;
            if (open && applies && planned)
                chain.push(planned);
        }
        return Object.freeze(chain);
    }
    postProcessor(block) {
        const type = block.labels[0];
        const content = this.findings.take(block.body.partialContent(POST_PROCESSOR_META));
        const meta = this.metaOf(content);
        const condition = this.conditionOf(meta, block);
        const [name, keepInputArtifact] = [meta.text('name'), meta.flag('keep_input_artifact')];
        this.findings.addAll(meta.findings.diagnostics);
        const options = this.component('post-processor', block, () => content.remain, this.around.plugins.postProcessors);
        const planned = options && Object.freeze({ type, name, options, keepInputArtifact, range: block.definitionRange });
        return { planned, applies: appliesTo(condition, this.use.reference), name: name ?? type };
    }
    component(kind, block, bodyIn, builtIn) {
        const range = block.definitionRange;
        const plugin = this.findings.take(findComponent(kind, block.labels[0], builtIn, this.around.requiredPlugins, block.labelRanges[0] ?? range, range));
        const contextOf = (values) => (0,scope/* withBuild */.TK)(this.context, this.build.name, values);
        if (!plugin) {
            const context = contextOf(undefined);
            return this.withoutPlugin(bodyIn(context), context);
        }
        const decode = (values = this.buildValues) => {
            const context = contextOf(values);
            const waiting = this.waiting();
            const body = bodyIn(context);
            const decoded = decodeComponent(plugin.options, body, context, { ...this.facts, values }, waiting.reading);
            const problems = checkComponent(plugin, decoded, range, body, waiting.unknown);
            return { value: decoded.value, diagnostics: [...decoded.diagnostics, ...problems] };
        };
        return this.findings.take(lateOptions(decode));
    }
    overridden({ attributes, remain: body }, context) {
        const attribute = attributes.get('override');
        if (!attribute)
            return body;
        const { range } = attribute.expression;
        const all = this.findings.take(attribute.expression.evaluate(context));
        if (all.state !== 'known')
            return body;
        if (all.type.kind !== 'object' && all.type.kind !== 'map') {
            this.findings.error('Invalid override', 'override is an object: { source_name = { option = value } }.', range);
            return body;
        }
        const names = this.build.uses.map(({ name }) => name);
        const items = itemsByName(attribute.expression);
        const render = (name) => (this.around.reading.weak ? (0,interpolation/* interpolate */.G)(name, this.facts) : name);
        const written = [...all.entries().keys()];
        for (const name of written)
            if (!this.use.isStandIn && !names.includes(render(name)))
                this.findings.add({
                    severity: this.severity,
                    summary: 'No such source',
                    detail: `override speaks of "${name}", but no source of this build has that name. The names are: ${listed(names)}.`,
                    subject: items.get(name)?.key.range ?? range,
                });
        const key = written.find(name => render(name) === this.use.name) ?? this.use.name;
        const own = all.entries().get(key);
        const item = items.get(key)?.value;
        const place = item?.range ?? range;
        if (own?.state !== 'known')
            return body;
        if (own.type.kind === 'object' || own.type.kind === 'map')
            return mergedBody(body, valueBody(own.entries(), place, item), 'replace');
        this.findings.error('Invalid override', `The override for "${this.use.name}" is not an object of options.`, place);
        return body;
    }
}
const names = (...list) => ({ attributes: list.map(name => ({ name })), blocks: [] });
const POST_PROCESSOR_META = names('name', 'only', 'except', 'keep_input_artifact');
const LEGACY_PROVISIONER_META = names('only', 'except', 'override', 'pause_before', 'timeout', 'max_retries');
const PROVISIONER_META = names('name', 'continue_on_error', ...LEGACY_PROVISIONER_META.attributes.map(({ name }) => name));
function partOf(whole, spec, { redact }) {
    const value = Object.freeze(Object.fromEntries(Object.keys(spec).map(name => [name, whole.value[name]])));
    return { value, rangeOf: whole.rangeOf, toJSON: () => (0,printable/* printable */.g$)(spec, value, redact) };
}
function communicatorOf({ value, toJSON }, trust) {
    const print = () => (trust ? { ...toJSON(), trust } : toJSON());
    return Object.freeze(Object.defineProperty({ ...value, ...(trust && { trust }) }, 'toJSON', { value: print, enumerable: false }));
}
const NO_COMMUNICATOR = Object.freeze({ communicator: 'none' });

// EXTERNAL MODULE: ./build/template/publish-block.js
var publish_block = __webpack_require__(72501);
;// CONCATENATED MODULE: ./build/template/builds/publications.js






function publications(own, parameter) {
    const findings = new collector/* Collector */.g();
    const caller = parameter ? callerBlocks(parameter, findings) : [];
    return findings.done({ blocks: own.publish, caller });
}
function callerBlocks(parameter, findings) {
    const text = `publish {\n  ssm_parameter = ${JSON.stringify(parameter)}\n}\n`;
    const { value: body, diagnostics } = (0,hcl/* parseFile */.CJ)(text, '-ssm-parameter');
    for (const { summary, detail } of diagnostics)
        findings.add(ofCaller(summary, detail));
    return ownBlocks([body]).value.publish;
}
function publicationsFor({ blocks, caller }, build, use, { context: outside, plugins }) {
    const findings = new collector/* Collector */.g();
    const context = (0,scope/* withBuild */.TK)((0,scope/* withSource */.g5)(outside, { type: use.source.type, name: use.name }), build.name, {});
    const possible = plugins.sources[use.source.type]?.announce !== undefined;
    const planned = blocks.flatMap(block => {
        const { only, except, ...publication } = findings.take((0,publish_block/* readPublication */.P)(block, context));
        if (!appliesTo({ only, except }, use.reference))
            return [];
        if (!possible)
            findings.error('Nothing to publish', `Images of ${use.source.type} cannot be told of in a parameter.`, block.definitionRange);
        return [publication];
    });
    for (const block of possible ? caller : []) {
        const { value, diagnostics } = (0,publish_block/* readPublication */.P)(block, context);
        for (const { summary, detail } of diagnostics)
            findings.add(ofCaller(summary, detail));
        if (!planned.some(({ ssmParameter }) => ssmParameter === value.ssmParameter))
            planned.push({ ssmParameter: value.ssmParameter });
    }
    return findings.done(Object.freeze(planned.map(each => Object.freeze(each))));
}
function publicationProblems({ caller }, builds) {
    const names = builds.flatMap(({ publications = [] }) => publications.map(({ ssmParameter }) => ssmParameter));
    if (caller.length === 0 || builds.length === 0)
        return [];
    if (names.length === 0)
        return [ofCaller('Nothing to publish', 'No build here makes images that a parameter can hold.')];
    const shared = names.find((name, at) => names.indexOf(name) !== at);
    if (shared === undefined)
        return [];
    const detail = `Several builds publish in ${shared}: where they share a region, the last one wins. With \${source.name} in it each has its own.`;
    return [{ severity: 'warning', summary: 'One parameter for several images', detail }];
}
const ofCaller = (summary, detail = '') => ({
    severity: 'error',
    summary: `The given SSM parameter: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
    detail,
});

;// CONCATENATED MODULE: ./build/template/builds/plan-builds.js












function planBuilds(builds, own, request) {
    const findings = new collector/* Collector */.g();
    const selection = new Selection(request.only ?? [], request.except ?? [], request.exact);
    const candidates = builds.flatMap(build => build.uses.map(use => ({ name: nameOf(build, use), build, use })));
    const real = candidates.filter(({ use }) => !use.isStandIn);
    const chosen = real.filter(({ name, use }) => selection.takesBuild(request.exact ? use.name : name));
    const selected = [...chosen, ...candidates.filter(({ use }) => use.isStandIn)];
    const trust = findings.take(readSshBlock(own.ssh, request.context, request.hostKeys));
    const named = findings.take(namedSmokeTests(request.smokeTests ?? [], request.facts.workingDirectory));
    const unlisted = findings.take((0,sbom_block/* readSbomBlock */.j)(own.sbom, request.context)) ? {} : { sbom: false };
    const publishing = findings.take(publications(own, request.ssmParameter));
    const planned = selected.flatMap(({ build, use }) => {
        const plan = findings.take(planBuild(build, use, { ...request, selection, trust }));
        const declared = own.smoke_test.flatMap(block => findings.take(smokeTestFor(block, build, use, request)) ?? []);
        const found = [...smokeTestsInFolder(request.facts.folder, declared), ...named].map(test => Object.freeze(test));
        const smokeTests = [...declared, ...found];
        for (const test of smokeTests)
            findings.addAll(problemsOf(test, request.plugins));
        const told = findings.take(publicationsFor(publishing, build, use, request));
        const more = { smokeTests: Object.freeze(smokeTests), ...(told.length > 0 && { publications: told }), ...unlisted };
        return plan ? [{ ...plan, ...more }] : [];
    });
    findings.addAll(publicationProblems(publishing, planned));
    findings.addAll(selection.diagnostics(real.map(({ name, use }) => (request.exact ? use.name : name))));
    if (selected.length === 0 && request.requireBuilds)
        findings.add(noBuilds(real));
    const distinct = request.exact ? planned : findings.take(withDistinctNames(planned, selected));
    return findings.done(Object.freeze(distinct.map(build => Object.freeze(build))));
}
function smokeTestFor(block, build, use, request) {
    const findings = new collector/* Collector */.g();
    const source = { type: use.source.type, name: use.name };
    const context = (0,scope/* withBuild */.TK)((0,scope/* withSource */.g5)(request.context, source), build.name, {});
    const { only, except, ...test } = findings.take(readSmokeTest(block, context, request.facts.folder));
    if (!appliesTo({ only, except }, use.reference))
        return findings.done(undefined);
    const print = () => (0,printable/* redacted */.pc)(test, request.reading.secrets.redact);
    return findings.done(Object.freeze(Object.defineProperty({ ...test }, 'toJSON', { value: print, enumerable: false })));
}
const problemsOf = (test, { checkSmokeTest }) => (checkSmokeTest?.(test) ?? []).map(({ severity = 'error', summary, detail }) => ({
    severity,
    summary,
    detail,
    subject: test.range,
}));
function withDistinctNames(builds, candidates) {
    const findings = new collector/* Collector */.g();
    const taken = new Set();
    const named = builds.map(build => {
        let name = build.name;
        for (let number = 2; taken.has(name); number++)
            name = `${build.name}-${number}`;
        taken.add(name);
        if (name === build.name)
            return build;
        findings.add({
            severity: 'warning',
            summary: 'Two builds of one name',
            detail: `Another build is called "${build.name}" too, so this one is called "${name}". Give the build block a name of its own.`,
            subject: candidates.filter(each => each.name === build.name).at(-1)?.build.range,
        });
        return { ...build, name };
    });
    return findings.done(named);
}
const noBuilds = (candidates) => ({
    severity: 'error',
    summary: 'No builds to run',
    detail: candidates.length === 0
        ? 'The template has no build block with a source.'
        : `-only and -except leave nothing of: ${listed(candidates.map(({ name }) => name))}.`,
});

;// CONCATENATED MODULE: ./build/template/outline.js
const outlinedBuild = (build) => ({
    name: build.name,
    description: build.description,
    sources: build.uses.filter(({ isStandIn }) => !isStandIn).map(({ source: { type, name } }) => ({ type, name })),
    provisioners: build.provisioners.map(ofBlock),
    errorCleanupProvisioner: build.errorCleanupProvisioner && ofBlock(build.errorCleanupProvisioner),
    postProcessors: build.chains.map(chain => chain.map(ofBlock)),
});
function outlinedLegacy(template) {
    const { description, variables, sensitive, builders, provisioners, errorCleanupProvisioner, chains } = template;
    const build = {
        name: '',
        sources: builders.map(ofPart),
        provisioners: provisioners.map(ofPart),
        errorCleanupProvisioner: errorCleanupProvisioner && ofPart(errorCleanupProvisioner),
        postProcessors: chains.map(chain => chain.map(ofPart)),
    };
    return {
        language: 'legacy',
        description,
        variables: variables.map(({ name, default: text }) => ({
            name,
            required: text === undefined,
            sensitive: sensitive.includes(name),
            default: text,
        })),
        requiredPlugins: [],
        dataSources: [],
        builds: [build],
    };
}
function ofBlock({ labels: [type = ''], body }) {
    const name = body.partialContent({ attributes: [{ name: 'name' }], blocks: [] }).value.attributes.get('name');
    const value = name?.expression.evaluate({}).value;
    return { type, name: value?.state === 'known' && value.type.kind === 'string' ? value.asString() : '' };
}
function ofPart({ type, object }) {
    const name = object.members.find(member => member.name === 'name')?.value;
    return { type, name: name?.kind === 'string' ? name.text : '' };
}

// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
;// CONCATENATED MODULE: ./build/template/data-blocks.js




function readDataBlocks(blocks, builtIn, required) {
    const findings = new collector/* Collector */.g();
    const known = new Map();
    for (const { labels, labelRanges, definitionRange: range, body } of blocks) {
        const [type = '', name = ''] = labels;
        const label = labelRanges[0] ?? range;
        const plugin = findings.take(findComponent('data source', type, builtIn, required, label, range));
        const key = JSON.stringify([type, name]);
        if (known.has(key))
            findings.error('Duplicate data source', `Data source "${type}" "${name}" is already declared.`, range);
        else
            known.set(key, { type, name, body, range, plugin, references: plugin ? referencesIn(body, plugin.options) : [] });
    }
    return findings.done([...known.values()]);
}
const unread = ({ plugin }) => (plugin ? values_value/* Value */.W.unknown(outputType(plugin)) : values_value/* Value */.W.unknown());
const outputType = ({ outputs }) => (0,values_type/* objectOf */.Xy)(new Map(Object.entries(outputs).map(([name, { type }]) => [name, type])));
const DYNAMIC = { type: 'dynamic', labels: ['type'] };
const GENERATOR = { attributes: [{ name: 'for_each' }], blocks: [{ type: 'content', labels: [] }] };
function referencesIn(body, spec) {
    const options = Object.entries(spec);
    const nested = options.filter(([, { form }]) => form !== 'attribute').map(([type]) => ({ type, labels: [] }));
    const attributes = options.filter(([, { form }]) => form === 'attribute').map(([name]) => ({ name }));
    const { value: content } = body.partialContent({ attributes, blocks: [...nested, DYNAMIC] });
    return [
        ...[...content.attributes.values()].flatMap(({ expression }) => expression.variables()),
        ...content.blocks.flatMap(block => {
            if (block.type !== DYNAMIC.type)
                return referencesIn(block.body, spec[block.type]?.options ?? {});
            const { attributes: given, blocks } = block.body.partialContent(GENERATOR).value;
            const inner = spec[block.labels[0] ?? '']?.options ?? {};
            return [...(given.get('for_each')?.expression.variables() ?? []), ...blocks.flatMap(each => referencesIn(each.body, inner))];
        }),
    ];
}

;// CONCATENATED MODULE: ./build/template/outside.js






async function untilAnswered(outside, load) {
    for (;;) {
        const loaded = await load();
        const { syntax, meaning } = loaded.findings;
        if ((0,diagnostic/* hasErrors */.C)([...syntax, ...meaning]) || !(await outside.fetchWanted()))
            return loaded;
    }
}
class Outside {
    constructor(request) {
        this.request = request;
        this.answers = new Map();
        this.wanted = new Map();
        this.read = new Map();
        this.known = new Set();
        this.kinds = new Set();
        this.hasPassedOver = false;
        this.lookUp = lookup => {
            const source = this.request.plugins.lookups?.[lookup.kind];
            if (!source)
                throw new Error(`no access to ${lookup.kind} is set up here`);
            this.kinds.add(lookup.kind);
            const key = JSON.stringify(lookup);
            const answer = this.answers.get(key);
            if (answer instanceof Error)
                throw answer;
            if (answer === undefined && !key.includes(decode/* UNKNOWN_TEXT */.L))
                this.wanted.set(key, lookup);
            return answer;
        };
        const { environment, signal = new AbortController().signal } = request;
        this.context = { environment, signal, secret: text => this.known.add(text) };
    }
    get asks() {
        return this.request.askOutside === true;
    }
    get unasked() {
        return !this.asks && (this.hasPassedOver || this.wanted.size > 0);
    }
    get lookedUp() {
        return this.kinds;
    }
    get secrets() {
        return this.known;
    }
    async fetchWanted(signal) {
        if (!this.asks || this.wanted.size === 0)
            return false;
        const wanted = [...this.wanted];
        this.wanted.clear();
        const context = signal ? { ...this.context, signal: AbortSignal.any([this.context.signal, signal]) } : this.context;
        await Promise.all(wanted.map(async ([key, lookup]) => this.answers.set(key, await this.answerTo(lookup, context))));
        return true;
    }
    async answerTo(lookup, context) {
        try {
            const text = await this.request.plugins.lookups[lookup.kind](lookup, context);
            this.known.add(text);
            return text;
        }
        catch (error) {
            context.signal.throwIfAborted();
            return new Error(sentenceOf(error).replace(/\.$/, ''));
        }
    }
    async readData(block, options) {
        if (!this.asks) {
            this.hasPassedOver = true;
            return { value: unread(block), diagnostics: [] };
        }
        const key = JSON.stringify([block.type, block.name]);
        const reading = this.read.get(key) ?? this.ask(block, options);
        this.read.set(key, reading);
        return reading;
    }
    async ask(block, options) {
        const { plugin, type, name, range } = block;
        try {
            const outputs = await plugin.read(options.value, this.context);
            return { value: (0,convert/* convert */.C)((0,plain/* fromPlain */.bM)(outputs), outputType(plugin)), diagnostics: [] };
        }
        catch (error) {
            this.context.signal.throwIfAborted();
            const detail = `"${type}" "${name}": ${sentenceOf(error)}`;
            const diagnostic = { severity: 'error', summary: 'Data source not read', detail, subject: range };
            return { value: unread(block), diagnostics: [diagnostic] };
        }
    }
}
function sentenceOf(error) {
    if (!(error instanceof failure/* Failure */.H))
        throw error;
    const { advice, evidence } = error.details;
    return [`${error.message.replace(/\.$/, '')}.`, advice, evidence && `\n${evidence}`].filter(Boolean).join(' ');
}

;// CONCATENATED MODULE: ./build/template/sensitive.js



const SHORTEST_PART = 4;
class Secrets {
    constructor() {
        this.known = new Set();
        this.redact = (text) => {
            if (this.known.size === 0)
                return text;
            this.pattern ??= new RegExp(this.forms()
                .map(each => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
                .join('|'), 'g');
            return text.replace(this.pattern, printable/* SENSITIVE_TEXT */.x9);
        };
    }
    addValue(value) {
        if (value.state === 'known' && value.type.kind === 'number')
            this.addPart(value.asNumber().toText());
        else
            (0,plain/* mapStrings */.to)(value, text => {
                this.add(text);
                return text;
            });
    }
    add(text) {
        if (text.trim() === '' || text === decode/* UNKNOWN_TEXT */.L)
            return;
        this.known.add(text);
        const lines = text.split(/\r?\n/);
        if (lines.length > 1)
            for (const line of lines)
                this.addPart(line.trim());
        this.pattern = undefined;
    }
    addPart(text) {
        if (text.length >= SHORTEST_PART)
            this.known.add(text);
        this.pattern = undefined;
    }
    get texts() {
        return [...this.known].sort((a, b) => b.length - a.length);
    }
    forms() {
        const forms = this.texts.flatMap(text => [text, JSON.stringify(text).slice(1, -1)]);
        return forms.sort((a, b) => b.length - a.length);
    }
}

;// CONCATENATED MODULE: ./build/template/variables/secrets.js
const SHORTEST = 4;
function addSecrets(secrets, variables, assignments) {
    for (const { secretDefault } of variables.values())
        if (secretDefault)
            secrets.addValue(secretDefault);
    for (const assignment of assignments) {
        const variable = variables.get(assignment.name);
        if (!variable?.sensitive)
            continue;
        if (assignment.text !== undefined)
            secrets.add(assignment.text);
        secrets.addValue(assignment.evaluate(variable).value);
    }
}
function addUnreadSecrets(secrets, names, diagnostics, sources) {
    if (names.length === 0)
        return;
    const broken = new Set(diagnostics.flatMap(({ severity, subject }) => (severity === 'error' && subject ? [subject.file] : [])));
    for (const file of broken)
        for (const pattern of assignmentsOf(names.join('|')))
            for (const [, text = ''] of (sources.get(file) ?? '').matchAll(pattern)) {
                for (const part of [text, ...(text.match(/\w+/g) ?? [])])
                    if (part.length >= SHORTEST)
                        secrets.add(part);
            }
}
const assignmentsOf = (name) => [
    new RegExp(`^[ \\t]*(?:${name})[ \\t]*=[ \\t]*"?(.*?)["\\s]*$`, 'gm'),
    new RegExp(`"(?:${name})"\\s*:\\s*"((?:\\\\.|[^"\\\\\\n])*)`, 'g'),
    new RegExp(`"(?:${name})"\\s*:\\s*([^"\\s][^,}\\n]*)`, 'g'),
];

// EXTERNAL MODULE: ./build/template/legacy/read-template.js
var read_template = __webpack_require__(98905);
// EXTERNAL MODULE: ./build/template/legacy/tree.js
var legacy_tree = __webpack_require__(47562);
;// CONCATENATED MODULE: ./build/template/legacy/tree-body.js



const treeBody = (object, without = []) => tree_body_bodyOf(object.members.filter(({ name }) => !without.includes(name)), object.range);
const tree_body_bodyOf = (members, range) => ({
    missingItemRange: range,
    content: schema => tree_body_exact(asSchemaHas(members, schema), range, schema),
    partialContent(schema) {
        const known = asSchemaHas(members, schema);
        const names = new Set(namesOf(schema));
        const rest = known.filter(({ name }) => !names.has(name));
        return (0,collector.ok)({ ...tree_body_take(known, range, schema), remain: tree_body_bodyOf(rest, range) });
    },
    justAttributes: () => (0,collector.ok)(new Map(members.map(member => [member.name, tree_body_attributeOf(member)]))),
    justBlocks: () => (0,collector.ok)([]),
});
const namesOf = (schema) => [
    ...schema.attributes.map(({ name }) => name),
    ...schema.blocks.map(({ type }) => type),
];
function asSchemaHas(members, schema) {
    const names = new Map(namesOf(schema).map(name => [name.toLowerCase(), name]));
    const given = new Set(members.map(({ name }) => name));
    return members.map(member => {
        const name = names.get(member.name.toLowerCase()) ?? member.name;
        return name === member.name || given.has(name) ? member : { ...member, name };
    });
}
function tree_body_exact(members, range, schema) {
    const findings = new collector/* Collector */.g();
    const names = namesOf(schema);
    for (const { name, nameRange } of members)
        if (!names.includes(name)) {
            const { hint, slip } = (0,did_you_mean/* misspelt */.IM)(name, names);
            findings.error('Unknown configuration key', `"${name}" is not expected here.${hint}`, nameRange, { slip });
        }
    for (const { name, required } of schema.attributes)
        if (required && !members.some(member => member.name === name))
            findings.error('Missing required argument', `"${name}" is required, but it is not set here.`, range, { missing: [name] });
    return findings.done(tree_body_take(members, range, schema));
}
function tree_body_take(members, range, schema) {
    const attributes = new Set(schema.attributes.map(({ name }) => name));
    const types = new Set(schema.blocks.map(({ type }) => type));
    return {
        attributes: new Map(members.filter(({ name }) => attributes.has(name)).map(member => [member.name, tree_body_attributeOf(member)])),
        blocks: members.filter(({ name }) => types.has(name)).flatMap(member => tree_body_blocksOf(member, member.value)),
        missingItemRange: range,
    };
}
const tree_body_attributeOf = ({ name, nameRange, value }) => ({
    name,
    nameRange,
    range: { ...nameRange, end: value.range.end },
    expression: tree_body_constant(value),
});
const tree_body_constant = (node) => ({
    range: node.range,
    evaluate: () => (0,collector.ok)((0,legacy_tree/* toValue */.BA)(node)),
    variables: () => [],
    asList: () => (node.kind === 'array' ? node.items.map(tree_body_constant) : undefined),
    asMap: () => (node.kind === 'object' ? node.members.map(tree_body_item) : undefined),
});
const tree_body_item = ({ name, nameRange, value }) => ({
    key: tree_body_constant({ kind: 'string', text: name, range: nameRange }),
    value: tree_body_constant(value),
});
function tree_body_blocksOf(member, value) {
    if (value.kind === 'array')
        return value.items.flatMap(each => tree_body_blocksOf(member, each));
    if (value.kind !== 'object')
        return [];
    const { name: type, nameRange } = member;
    return [{ type, labels: [], body: treeBody(value), typeRange: nameRange, labelRanges: [], definitionRange: nameRange }];
}

;// CONCATENATED MODULE: ./build/template/legacy/user-variables.js



function resolveUserVariables(declared, given, facts, tolerateUnset = false) {
    const findings = new collector/* Collector */.g();
    const texts = new Map(given);
    for (const { name, default: text, range } of declared) {
        if (texts.has(name))
            continue;
        if (text !== undefined)
            texts.set(name, text);
        else if (!tolerateUnset) {
            const detail = `Variable "${name}" is required, because its default is null. Set it with -var ${name}=… or in a -var-file.`;
            findings.error(`Unset variable "${name}"`, detail, range);
        }
    }
    const { rendered, failures } = renderAll(texts, given, facts);
    const ranges = new Map(declared.map(({ name, range }) => [name, range]));
    for (const [name, reason] of failures)
        findings.add({
            severity: 'error',
            summary: 'Variable not rendered',
            detail: `"${name}": ${reason}.`,
            subject: ranges.get(name),
        });
    return findings.done(new Map([...texts].map(([name, text]) => [name, rendered.get(name) ?? text])));
}
function renderAll(texts, given, facts) {
    const rendered = new Map();
    const user = (name) => {
        const value = rendered.get(name);
        if (value === undefined)
            throw new Error(texts.has(name) ? `variable "${name}" itself needs others` : `there is no variable "${name}"`);
        return value;
    };
    const round = (waiting) => {
        const failures = new Map();
        for (const name of waiting)
            try {
                rendered.set(name, renderVariable(texts.get(name), { ...facts, user }));
            }
            catch (error) {
                failures.set(name, error.message);
            }
        return failures;
    };
    let waiting = [...texts.keys()].sort(utf8/* compareUtf8 */.zq);
    for (;;) {
        const failures = round(waiting);
        const left = [...failures.keys()];
        const literal = left.length === waiting.length ? left.find(name => given.has(name)) : undefined;
        if (literal !== undefined)
            rendered.set(literal, texts.get(literal));
        else if (left.length === waiting.length)
            return { rendered, failures };
        waiting = left.filter(name => name !== literal);
    }
}
const FIELD = /\{\{-?\s*\.[\w.]*\s*-?\}\}/g;
function renderVariable(text, facts) {
    const fields = text.match(FIELD) ?? [];
    const pieces = text.split(FIELD).map(piece => (0,interpolation/* interpolate */.G)(piece, facts));
    return pieces.map((piece, i) => piece + (fields[i] ?? '')).join('');
}

;// CONCATENATED MODULE: ./build/template/legacy/load-legacy.js





















function loadLegacy(request) {
    return untilAnswered(request.outside, () => new LegacyLoader(request).load());
}
class LegacyLoader {
    constructor(request) {
        this.request = request;
        this.syntax = new collector/* Collector */.g();
        this.meaning = new collector/* Collector */.g();
        this.secrets = new Secrets();
        this.functions = standardFunctions({ directory: request.folder, startedAt: request.startedAt });
    }
    async load() {
        const { files, syntaxOnly, outlineOnly } = this.request;
        const [file] = files.templates;
        const tree = file && this.parse(file);
        const template = tree && this.meaning.take((0,read_template/* readLegacyTemplate */.U)(tree));
        const own = this.meaning.take(ownBlocks(files.own.map(file => this.parseOwn(file))));
        const isSound = template && !(0,diagnostic/* hasErrors */.C)([...this.syntax.diagnostics, ...this.meaning.diagnostics]);
        const user = !syntaxOnly ? await this.userVariables(template?.variables ?? []) : new Map();
        const variables = new Map([...user].map(([name, text]) => [name, values_value/* Value */.W.string(text)]));
        const context = (0,scope/* within */.ux)((0,scope/* outermost */.J9)({ ...this.request, root: files.root, functions: this.functions }), {
            var: values_value/* Value */.W.object(variables),
        });
        const { sensitive = [] } = template ?? {};
        for (const text of [...sensitive.map(name => user.get(name) ?? ''), ...this.request.outside.secrets])
            this.secrets.add(text);
        const unread = [...this.syntax.diagnostics, ...this.meaning.diagnostics];
        addUnreadSecrets(this.secrets, sensitive, unread, this.request.sources);
        const outline = isSound ? outlinedLegacy(template) : undefined;
        const builds = template && !syntaxOnly && !outlineOnly ? this.builds(template, own, user, context) : undefined;
        const findings = { syntax: this.syntax.diagnostics, meaning: this.meaning.diagnostics };
        const { secrets } = this;
        return { findings, builds, secrets, variables, locals: new Map(), context, outline, unasked: this.request.outside.unasked };
    }
    async userVariables(declared) {
        const { tolerateUnset } = this.request;
        return this.meaning.take(resolveUserVariables(declared, await this.given(), this.facts(), tolerateUnset));
    }
    builds(template, own, user, context) {
        const { request, meaning } = this;
        if (template.minimumVersion)
            checkVersion(template.minimumVersion, meaning);
        const { environment: _, lookUp: __, ...rest } = this.facts();
        const facts = { ...rest, user: name => user.get(name) ?? '' };
        const build = {
            name: '',
            uses: meaning.take(readBuilders(template.builders, facts)),
            provisioners: template.provisioners.map(part => blockOf('provisioner', part)),
            errorCleanupProvisioner: template.errorCleanupProvisioner && blockOf('error-cleanup-provisioner', template.errorCleanupProvisioner),
            chains: template.chains.map(chain => chain.map(part => blockOf('post-processor', part))),
            range: template.range,
        };
        const renderLate = (text) => text.replace(USER_ACTION, (_, name) => user.get(name.slice(1, -1)) ?? '');
        const reading = { weak: true, secrets: this.secrets, renderLate };
        return meaning.take(planBuilds([build], own, { ...request, requiredPlugins: [], context, facts, reading, exact: true }));
    }
    facts() {
        const { folder, workingDirectory, startedAt = new Date(), environment } = this.request;
        const about = { buildName: '', buildType: '', folder, workingDirectory, packerVersion: scope/* PACKER_VERSION */.sV, startedAt };
        return { ...about, environment, lookUp: this.request.outside.lookUp };
    }
    async given() {
        const { variableFiles = [], workingDirectory, variables = [] } = this.request;
        const given = new Map();
        for (const file of this.meaning.take(await readVariableFiles(variableFiles, workingDirectory, 'json'))) {
            const tree = this.parse(file);
            if (tree && tree.kind !== 'object')
                this.meaning.error('Invalid variable file', 'It is a JSON object of names and texts.', tree.range);
            for (const { name, value } of tree?.kind === 'object' ? tree.members : []) {
                const text = (0,legacy_tree/* textOf */.b6)(value);
                if (text === undefined)
                    this.meaning.error('Text expected', `The value of "${name}" must be a text in quotes.`, value.range);
                else
                    given.set(name, text);
            }
        }
        for (const { name, text } of variables)
            given.set(name, text);
        return given;
    }
    parse({ file, text }) {
        const source = (0,source_text/* decodeSource */.E4)(text, file).text;
        this.request.sources.set(file, source);
        return this.syntax.take((0,legacy_tree/* parseTree */.cZ)(text, file));
    }
    parseOwn({ file, text }) {
        this.request.sources.set(file, (0,source_text/* decodeSource */.E4)(text, file).text);
        return this.syntax.take((0,hcl/* parseFile */.CJ)(text, file));
    }
}
const USER_ACTION = /\{\{-?\s*user\s+(`[^`]*`|"[^"]*")\s*-?\}\}/g;
function readBuilders(builders, facts) {
    const findings = new collector/* Collector */.g();
    const uses = [];
    for (const { type, typeRange, object, range } of builders) {
        const member = object.members.find(({ name }) => name === 'name');
        const text = member ? (0,legacy_tree/* scalarTextOf */.Vb)(member.value) : type;
        if (member && text === undefined)
            findings.error('Text expected', 'The name of a builder must be a text in quotes.', member.value.range);
        const name = findings.take(rendered(text ?? type, facts, member?.value.range ?? range));
        if (uses.some(use => use.name === name))
            findings.error('Duplicate builder', `Another builder has the name "${name}" too. Give this one a "name" of its own.`, member?.value.range ?? range);
        const body = treeBody(object, ['type', 'name']);
        const title = name === type ? type : `${type}.${name}`;
        uses.push({ source: { type, name, body, range, typeRange }, name, reference: name, title, body, range });
    }
    return findings.done(uses.sort((a, b) => (0,utf8/* compareUtf8 */.zq)(a.name, b.name)));
}
function rendered(text, facts, range) {
    const findings = new collector/* Collector */.g();
    try {
        return findings.done((0,interpolation/* interpolate */.G)(text, facts));
    }
    catch (error) {
        findings.error('Name not rendered', `${error.message}.`, range);
        return findings.done(text);
    }
}
function blockOf(kind, { type, typeRange, object, range }) {
    return {
        type: kind,
        labels: [type],
        body: treeBody(object, ['type']),
        typeRange,
        labelRanges: [typeRange],
        definitionRange: range,
    };
}
function checkVersion({ text, range }, findings) {
    try {
        if (compareVersions(parseVersion(text), parseVersion(scope/* PACKER_VERSION */.sV)) > 0)
            findings.error('Unsupported Packer version', `This template wants Packer ${text} or newer; templates are read here as Packer ${scope/* PACKER_VERSION */.sV} reads them.`, range);
    }
    catch (error) {
        findings.error('Invalid min_packer_version', `${error.message}.`, range);
    }
}

// EXTERNAL MODULE: ./build/language/hcl/expressions/for.js
var expressions_for = __webpack_require__(16013);
;// CONCATENATED MODULE: ./build/language/iteration.js



function nextIteration(outer, name, key, value) {
    const iterator = values_value/* Value */.W.object([
        ['key', key],
        ['value', value],
    ]);
    const unknown = (outer?.unknown ?? false) || key.state === 'unknown';
    return { iterators: new Map([...(outer?.iterators ?? []), [name, iterator]]), unknown };
}
const scopeOf = (context, iteration) => iteration ? { parent: context, variables: iteration.iterators } : context;
const within = (iteration, expression) => new IteratedExpression(expression, iteration);
class IteratedExpression {
    constructor(inner, iteration) {
        this.inner = inner;
        this.iteration = iteration;
    }
    get range() {
        return this.inner.range;
    }
    evaluate(context) {
        return this.iteration.unknown ? (0,collector.ok)(values_value/* Value */.W.unknown()) : this.inner.evaluate(scopeOf(context, this.iteration));
    }
    variables() {
        return this.inner.variables().filter(({ root }) => !this.iteration.iterators.has(root));
    }
    asTraversal() {
        return asTraversal(this.inner);
    }
    asList() {
        return asList(this.inner)?.map(item => within(this.iteration, item));
    }
    asMap() {
        return asMap(this.inner)?.map(({ key, value }) => ({
            key: within(this.iteration, key),
            value: within(this.iteration, value),
        }));
    }
    asCall() {
        const call = asCall(this.inner);
        return call && { ...call, args: call.args.map(arg => within(this.iteration, arg)) };
    }
}

;// CONCATENATED MODULE: ./build/language/dynamic-block.js









const SCHEMA = {
    attributes: [{ name: 'for_each', required: true }, { name: 'iterator' }, { name: 'labels' }],
    blocks: [{ type: 'content', labels: [] }],
};
function generateBlocks(dynamic, labelNames, context, outer) {
    const found = new collector/* Collector */.g();
    const spec = found.take((0,language_content/* contentOf */.$)(dynamic.body, SCHEMA));
    const content = found.take(theContent(spec.blocks, dynamic));
    const forEach = spec.attributes.get('for_each')?.expression;
    const iterator = found.take(iteratorName(spec.attributes.get('iterator'), dynamic.labels[0]));
    const items = forEach && found.take(itemsFor(forEach, scopeOf(context, outer)));
    const labels = found.take(labelExpressions(spec, labelNames, dynamic));
    if (!content || !items || !labels || iterator === undefined)
        return found.done([]);
    const generated = items.flatMap(([key, value]) => {
        const iteration = nextIteration(outer, iterator, key, value);
        const evaluated = found.take(evaluateLabels(labels, scopeOf(context, iteration)));
        const texts = labelNames ? evaluated : (evaluated ?? []);
        const labelRanges = labels.map(({ range }) => range);
        return texts
            ? [{ block: { ...dynamic, type: dynamic.labels[0], labels: texts, labelRanges, body: content.body }, iteration }]
            : [];
    });
    return found.done(generated);
}
function theContent([first, second], dynamic) {
    const found = new collector/* Collector */.g();
    if (!first) {
        const detail = 'A dynamic block needs a "content" block, which holds the body of each block it generates.';
        found.error('Missing dynamic content block', detail, dynamic.body.missingItemRange);
    }
    else if (second)
        found.error('Extraneous dynamic content block', 'A dynamic block has one "content" block.', second.definitionRange);
    return found.done(first);
}
function iteratorName(attribute, blockType) {
    const found = new collector/* Collector */.g();
    if (!attribute)
        return found.done(blockType);
    const name = asKeyword(attribute.expression);
    if (name === undefined)
        found.error('Invalid dynamic iterator name', 'The iterator is a single name without quotes.', attribute.expression.range);
    return found.done(name);
}
function itemsFor(expression, context) {
    const found = new collector/* Collector */.g();
    const value = found.take(expression.evaluate(context));
    if (found.diagnostics.length > 0)
        return found.done(undefined);
    const wrong = (detail) => found.error('Invalid dynamic for_each value', detail, expression.range);
    if (value.isNull)
        wrong('for_each cannot be null. For no blocks give it an empty list.');
    else if (value.type.kind !== 'dynamic' && !(0,expressions_for/* isIterable */.xZ)(value.type))
        wrong(`for_each needs a list, set or map, and a ${(0,type_text/* friendlyName */.Rs)(value.type)} is none.`);
    else
        return found.done(value.isKnown ? (0,expressions_for/* itemsOf */.S3)(value) : [[values_value/* Value */.W.unknown(), values_value/* Value */.W.unknown()]]);
    return found.done(undefined);
}
function labelExpressions(spec, expected, dynamic) {
    const found = new collector/* Collector */.g();
    const attribute = spec.attributes.get('labels');
    const labels = attribute ? asList(attribute.expression) : [];
    const range = attribute?.expression.range ?? dynamic.definitionRange;
    const type = dynamic.labels[0];
    const names = expected ?? labels?.map(() => '') ?? [];
    if (!labels)
        found.error('Invalid dynamic block labels', 'The labels must be a list in brackets.', range);
    else if (labels.length > names.length) {
        const detail = `Blocks of type "${type}" have ${names.length === 0 ? 'no' : names.length} label(s).`;
        found.error('Extraneous dynamic block label', detail, labels[names.length].range);
    }
    else if (labels.length < names.length) {
        const detail = `Blocks of type "${type}" have ${names.length} label(s) (${names.join(', ')}): give them in "labels".`;
        found.error('Insufficient dynamic block labels', detail, range);
    }
    return found.done(labels?.length === names.length ? labels : undefined);
}
function evaluateLabels(labels, context) {
    const found = new collector/* Collector */.g();
    const texts = labels.map(label => found.take(evaluateLabel(label, context)));
    return found.done(texts.every(text => text !== undefined) ? texts : undefined);
}
function evaluateLabel(expression, context) {
    const found = new collector/* Collector */.g();
    const value = found.take(expression.evaluate(context));
    if (found.diagnostics.length > 0)
        return found.done(undefined);
    const wrong = (detail) => found.error('Invalid dynamic block label', detail, expression.range);
    try {
        const text = (0,convert/* convert */.C)(value, values_type/* STRING */.An);
        if (text.state === 'known')
            return found.done(text.asString());
        wrong(text.isNull ? 'A label cannot be null.' : 'A label must be known when the template is read.');
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.z))
            throw error;
        wrong(`A label must be a string: ${error.message}.`);
    }
    return found.done(undefined);
}

;// CONCATENATED MODULE: ./build/language/dynamic-blocks.js




const expandDynamicBlocks = (body, context) => new ExpandedBody(body, context, undefined, new Set());
const dynamic_blocks_DYNAMIC = { type: 'dynamic', labels: ['type'] };
class ExpandedBody {
    constructor(body, context, iteration, taken) {
        this.body = body;
        this.context = context;
        this.iteration = iteration;
        this.taken = taken;
    }
    get missingItemRange() {
        return this.body.missingItemRange;
    }
    content(schema) {
        const found = new collector/* Collector */.g();
        const content = found.take(this.body.content(withDynamic(schema)));
        const types = schema.blocks.map(({ type }) => type);
        for (const block of content.blocks) {
            const type = block.labels[0];
            if (block.type !== dynamic_blocks_DYNAMIC.type || types.includes(type) || this.taken.has(type))
                continue;
            const { hint, slip } = (0,did_you_mean/* misspelt */.IM)(type, types);
            const detail = `Blocks of type "${type}" are not expected here.${hint}`;
            found.error('Unsupported block type', detail, block.labelRanges[0], { context: block.definitionRange, slip });
        }
        return found.done(found.take(this.expand(content, schema)));
    }
    partialContent(schema) {
        const found = new collector/* Collector */.g();
        const content = found.take(this.body.partialContent(withDynamic(schema)));
        const { remain } = this.body.partialContent(schema).value;
        const taken = new Set([...this.taken, ...schema.blocks.map(({ type }) => type)]);
        const expanded = found.take(this.expand(content, schema));
        return found.done({ ...expanded, remain: new ExpandedBody(remain, this.context, this.iteration, taken) });
    }
    justAttributes() {
        const { value, diagnostics } = this.body.justAttributes();
        const others = [...value].filter(([name]) => name !== dynamic_blocks_DYNAMIC.type);
        return { value: this.wrapAttributes(new Map(others)), diagnostics };
    }
    justBlocks() {
        const found = new collector/* Collector */.g();
        const blocks = found.take(this.body.justBlocks()).flatMap(block => {
            if (block.type !== dynamic_blocks_DYNAMIC.type)
                return [this.wrapBlock(block, this.iteration)];
            const generated = found.take(generateBlocks(block, undefined, this.context, this.iteration));
            return generated.map(each => this.wrapBlock(each.block, each.iteration));
        });
        return found.done(blocks);
    }
    expand(content, schema) {
        const found = new collector/* Collector */.g();
        const blocks = content.blocks.flatMap(block => {
            const spec = block.type === dynamic_blocks_DYNAMIC.type ? schema.blocks.find(({ type }) => type === block.labels[0]) : undefined;
            if (block.type !== dynamic_blocks_DYNAMIC.type)
                return [this.wrapBlock(block, this.iteration)];
            const generated = spec ? found.take(generateBlocks(block, spec.labels, this.context, this.iteration)) : [];
            return generated.map(each => this.wrapBlock(each.block, each.iteration));
        });
        return found.done({ ...content, attributes: this.wrapAttributes(content.attributes), blocks });
    }
    wrapAttributes(attributes) {
        const { iteration } = this;
        if (!iteration)
            return attributes;
        return new Map([...attributes].map(([name, each]) => [name, { ...each, expression: within(iteration, each.expression) }]));
    }
    wrapBlock(block, iteration) {
        return { ...block, body: new ExpandedBody(block.body, this.context, iteration, new Set()) };
    }
}
const withDynamic = (schema) => ({ ...schema, blocks: [...schema.blocks, dynamic_blocks_DYNAMIC] });

;// CONCATENATED MODULE: ./build/language/json/tree.js
const describeKind = ({ kind }) => kind === 'null' ? 'null' : kind === 'bool' ? 'a boolean' : kind[0] === 'a' || kind[0] === 'o' ? `an ${kind}` : `a ${kind}`;

;// CONCATENATED MODULE: ./build/language/json/blocks.js


function blocks_blocksOf(member, labelNames, makeBody) {
    const found = new collector/* Collector */.g();
    const blocks = [];
    const leaf = (node, labels, labelRanges) => {
        const definitionRange = labelRanges[labelRanges.length - 1] ?? member.nameRange;
        blocks.push({ type: member.name, labels, body: makeBody(node), typeRange: member.nameRange, labelRanges, definitionRange });
    };
    const wrong = (node, what) => found.error('Incorrect JSON value type', `An object or an array of objects must stand here, ${what}, not ${describeKind(node)}.`, node.range);
    const descend = (node, labels, labelRanges) => {
        const label = labelNames[labels.length];
        const what = label === undefined ? `for one or more "${member.name}" blocks` : `whose names are the ${label} of the block`;
        if (node.kind === 'null' && label === undefined)
            return;
        const objects = node.kind === 'array' ? node.items : [node];
        const before = blocks.length;
        for (const each of objects) {
            if (each.kind !== 'object')
                wrong(each, what);
            else if (label === undefined)
                leaf(each, labels, labelRanges);
            else
                for (const { name, nameRange, value } of each.members)
                    descend(value, [...labels, name], [...labelRanges, nameRange]);
        }
        const isEmpty = objects.every(each => each.kind === 'object' && each.members.length === 0);
        if (label !== undefined && isEmpty && blocks.length === before) {
            const subject = node.kind === 'object' || node.kind === 'array' ? node.openRange : node.range;
            found.error('Missing block label', `A property is needed whose name is the ${label} of the "${member.name}" block.`, subject);
        }
    };
    descend(member.value, [], []);
    return found.done(blocks);
}

// EXTERNAL MODULE: ./build/language/hcl/expressions/traversal.js + 1 modules
var traversal = __webpack_require__(22268);
;// CONCATENATED MODULE: ./build/language/json/expression.js







class expression_JsonExpression {
    constructor(node) {
        this.node = node;
        this.templates = new Map();
    }
    get range() {
        return this.node.range;
    }
    evaluate(context) {
        const isConstant = ![...(0,traversal/* scopesOf */.ZK)(context)].some(({ variables, functions }) => variables || functions);
        return this.valueOf(this.node, isConstant ? undefined : context);
    }
    valueOf(node, context) {
        const found = new collector/* Collector */.g();
        switch (node.kind) {
            case 'string':
                return context ? this.evaluateTemplate(node, node.text, node.range, context) : (0,collector.ok)(values_value/* Value */.W.string(node.text));
            case 'number':
                return (0,collector.ok)(values_value/* Value */.W.number(node.number));
            case 'bool':
                return (0,collector.ok)(values_value/* Value */.W.bool(node.value));
            case 'null':
                return (0,collector.ok)(values_value/* Value */.W.null());
            case 'array':
                return found.done(values_value/* Value */.W.tuple(node.items.map(item => found.take(this.valueOf(item, context)))));
            case 'object':
                return this.objectOf(node.members, context);
        }
    }
    objectOf(members, context) {
        const found = new collector/* Collector */.g();
        const entries = new Map();
        let known = true;
        for (const member of members) {
            const name = context ? found.take(this.keyOf(member, context)) : member.name;
            const value = found.take(this.valueOf(member.value, context));
            if (name === undefined)
                known = false;
            else if (entries.has(name))
                found.error('Duplicate object attribute', `The attribute "${name}" is already set in this object.`, member.nameRange);
            else
                entries.set(name, value);
        }
        return found.done(known ? values_value/* Value */.W.object(entries) : values_value/* Value */.W.unknown());
    }
    keyOf(member, context) {
        const found = new collector/* Collector */.g();
        const key = found.take(this.evaluateTemplate(member, member.name, member.nameRange, context));
        const wrong = (detail) => found.error('Invalid object key expression', detail, member.nameRange);
        try {
            const text = (0,convert/* convert */.C)(key, values_type/* STRING */.An);
            if (text.isNull)
                wrong('A key cannot be null.');
            else if (text.isKnown)
                return found.done(text.asString());
        }
        catch (error) {
            if (!(error instanceof convert/* ConversionError */.z))
                throw error;
            wrong(`A key must be a string: ${error.message}.`);
        }
        return found.done(undefined);
    }
    evaluateTemplate(owner, text, range, context) {
        const found = new collector/* Collector */.g();
        if (!/[$%]\{/.test(text))
            return (0,collector.ok)(values_value/* Value */.W.string(text));
        const template = found.take(this.template(owner, text, range));
        return found.diagnostics.length > 0 ? found.done(values_value/* Value */.W.unknown()) : template.evaluate(context);
    }
    template(owner, text, range) {
        const known = this.templates.get(owner);
        if (known)
            return known;
        const parsed = (0,hcl/* parseTemplate */.QC)(text, range.file, inside(range));
        this.templates.set(owner, parsed);
        return parsed;
    }
    variables() {
        return this.variablesOf(this.node);
    }
    variablesOf(node) {
        switch (node.kind) {
            case 'string':
                return this.template(node, node.text, node.range).value.variables();
            case 'array':
                return node.items.flatMap(item => this.variablesOf(item));
            case 'object':
                return node.members.flatMap(member => [
                    ...this.template(member, member.name, member.nameRange).value.variables(),
                    ...this.variablesOf(member.value),
                ]);
            default:
                return [];
        }
    }
    asTraversal() {
        const written = this.written();
        return written && asTraversal(written);
    }
    asCall() {
        const written = this.written();
        return written && asCall(written);
    }
    asList() {
        return this.node.kind === 'array' ? this.node.items.map(item => new expression_JsonExpression(item)) : undefined;
    }
    asMap() {
        const { node } = this;
        if (node.kind !== 'object')
            return undefined;
        const key = ({ name, nameRange }) => new expression_JsonExpression({ kind: 'string', text: name, range: nameRange });
        return node.members.map(member => ({ key: key(member), value: new expression_JsonExpression(member.value) }));
    }
    written() {
        if (this.node.kind !== 'string')
            return undefined;
        const { value, diagnostics } = (0,hcl/* parseExpression */.YK)(this.node.text, this.range.file, inside(this.range));
        return diagnostics.length > 0 ? undefined : value;
    }
}
const inside = ({ start }) => ({ line: start.line, column: start.column + 1, byte: start.byte + 1 });

;// CONCATENATED MODULE: ./build/language/json/body.js






const COMMENT = '//';
class JsonBody {
    constructor(node, taken = new Set()) {
        this.node = node;
        this.taken = taken;
    }
    get missingItemRange() {
        const { node } = this;
        return node.kind === 'object' ? node.closeRange : node.kind === 'array' ? node.openRange : node.range;
    }
    content(schema) {
        const found = new collector/* Collector */.g();
        const content = found.take(this.partialContent(schema));
        const names = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)];
        for (const { name, nameRange, value } of membersOf(this.node).value) {
            if (names.includes(name) || this.taken.has(name))
                continue;
            const { hint, slip } = (0,did_you_mean/* misspelt */.IM)(name, names);
            const detail = `No argument or block type is named "${name}" here.${hint}`;
            found.error('Extraneous JSON object property', detail, nameRange, { lost: (0,span/* between */.Tq)(nameRange, value.range), slip });
        }
        return found.done(content);
    }
    partialContent(schema) {
        const found = new collector/* Collector */.g();
        const members = found.take(membersOf(this.node)).filter(({ name }) => !this.taken.has(name));
        const attributes = found.take(attributesOf(members.filter(({ name }) => schema.attributes.some(each => each.name === name))));
        for (const { name, required } of schema.attributes)
            if (required && !attributes.has(name))
                found.error('Missing required argument', `The argument "${name}" is required, but it is not set here.`, this.missingItemRange, { missing: [name] });
        const blocks = members.flatMap(member => {
            const spec = schema.blocks.find(({ type }) => type === member.name);
            return spec ? found.take(blocks_blocksOf(member, spec.labels, node => new JsonBody(node))) : [];
        });
        const names = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)];
        const remain = new JsonBody(this.node, new Set([...this.taken, ...names]));
        return found.done({ attributes, blocks, missingItemRange: this.missingItemRange, remain });
    }
    justAttributes() {
        const found = new collector/* Collector */.g();
        const members = found.take(membersOf(this.node)).filter(({ name }) => !this.taken.has(name));
        return found.done(found.take(attributesOf(members)));
    }
    justBlocks() {
        return (0,collector.ok)([]);
    }
}
function membersOf(node) {
    const found = new collector/* Collector */.g();
    const objects = node.kind === 'array' ? node.items : [node];
    const members = objects.flatMap(each => {
        if (each.kind === 'object')
            return each.members.filter(({ name }) => name !== COMMENT);
        found.error('Incorrect JSON value type', `An object must stand here, with arguments and blocks, not ${describeKind(each)}.`, each.range);
        return [];
    });
    return found.done(members);
}
function attributesOf(members) {
    const found = new collector/* Collector */.g();
    const attributes = new Map();
    for (const { name, nameRange, value } of members) {
        const first = attributes.get(name);
        if (first) {
            const { line, column } = first.nameRange.start;
            found.error('Duplicate argument', `The argument "${name}" is already set at line ${line}, column ${column}.`, nameRange);
        }
        else
            attributes.set(name, { name, expression: new expression_JsonExpression(value), range: (0,span/* between */.Tq)(nameRange, value.range), nameRange });
    }
    return found.done(attributes);
}

// EXTERNAL MODULE: ./build/language/json/parse.js + 4 modules
var json_parse = __webpack_require__(86503);
;// CONCATENATED MODULE: ./build/language/json/index.js






function parseJson(text, file) {
    const found = new collector/* Collector */.g();
    const node = found.take((0,json_parse/* parseJsonTree */.U)(text, file));
    if (node?.kind === 'object' || node?.kind === 'array')
        return found.done(new JsonBody(node));
    if (node && found.diagnostics.length === 0) {
        const detail = `A file in JSON syntax holds an object, or an array of objects, not ${describeKind(node)}.`;
        found.error('Root value must be object', detail, node.range);
    }
    return found.done(new JsonBody(emptyObject(node?.range ?? { file, start: source_text/* START */.d3, end: source_text/* START */.d3 })));
}
function parseJsonExpression(text, file) {
    const found = new Collector();
    const node = found.take(parseJsonTree(text, file));
    return found.done(new JsonExpression(node ?? { kind: 'null', range: { file, start: START, end: START } }));
}
const emptyObject = (range) => ({ kind: 'object', members: [], range, openRange: range, closeRange: range });

;// CONCATENATED MODULE: ./build/template/builds/sources.js









const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
function readSources(blocks, context) {
    const findings = new collector/* Collector */.g();
    const sources = new Map();
    for (const { labels, labelRanges, body, definitionRange } of blocks) {
        const [type = '', name = ''] = labels;
        const before = sources.get(`${type}.${name}`);
        const expanded = expandDynamicBlocks(body, context);
        if (!NAME.test(name))
            findings.error('Invalid source name', 'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.', labelRanges[1] ?? definitionRange, { context: definitionRange });
        if (before)
            findings.error('Duplicate source block', `Source "${type}" "${name}" is already declared at ${before.range.file}:${before.range.start.line}. Their types or names must differ.`, definitionRange);
        else
            sources.set(`${type}.${name}`, {
                type,
                name,
                body: expanded,
                range: definitionRange,
                typeRange: labelRanges[0] ?? definitionRange,
            });
    }
    return findings.done(sources);
}
function readSourceUses(list, blocks, sources, context) {
    const findings = new collector/* Collector */.g();
    const references = list ? findings.take(readList(list, context)) : [];
    const listed = references.flatMap((reference, i) => {
        const source = findings.take(lookUp(reference, sources, elementRange(list.expression, i)));
        return source ? [named(source, source.name, source.body, source.range)] : [];
    });
    const extended = blocks.flatMap(block => findings.take(readUse(block, sources)) ?? []);
    const uses = [...listed, ...extended];
    return findings.done(uses.length > 0 ? uses : meantBy([...references, ...blocks.map(block => block.labels[0] ?? '')], sources));
}
function meantBy(references, sources) {
    const names = references.map(reference => (0,did_you_mean/* suggestion */.h)(reference.replace(/^source\./, ''), sources.keys()));
    const source = names.map(name => name && sources.get(name)).find(found => found);
    return source ? [named(source, source.name, source.body, source.range)] : [];
}
function standIn(body, range) {
    const source = { type: '', name: '', body, range, typeRange: range };
    return { ...named(source, '', body, range), isStandIn: true };
}
function named(source, name, body, range) {
    const reference = `${source.type}.${name}`;
    return { source, name, reference, title: reference, body, range };
}
function readList({ expression, range }, context) {
    const findings = new collector/* Collector */.g();
    const evaluated = findings.take(expression.evaluate(context));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics) || !evaluated.isWhollyKnown || evaluated.isNull)
        return findings.done([]);
    try {
        return findings.done((0,convert/* convert */.C)(evaluated, (0,values_type/* listOf */.c3)(values_type/* STRING */.An))
            .elements()
            .map(each => each.asString()));
    }
    catch (error) {
        findings.error('Invalid sources', `sources is a list of texts like "source.type.name": ${error.message}.`, expression.range, { context: range });
        return findings.done([]);
    }
}
function lookUp(reference, sources, range) {
    const findings = new collector/* Collector */.g();
    const parts = reference.split('.');
    const [type, name] = parts.length === 3 ? parts.slice(1) : parts;
    if (parts.length < 2 || parts.length > 3 || !NAME.test(type) || !NAME.test(name)) {
        findings.error('Invalid source reference', `"${reference}" is not of the form source.type.name or type.name.`, range);
        return findings.done(undefined);
    }
    const key = `${type}.${name}`;
    const source = sources.get(key);
    if (!source) {
        const known = [...sources.keys()];
        const declared = known.length > 0 ? ` Declared are: ${listed(known)}.` : '';
        const detail = `There is no source "${type}" "${name}".${(0,did_you_mean/* didYouMean */.au)(key, known) || declared}`;
        findings.error('Unknown source', detail, range, { missing: [type, name] });
    }
    return findings.done(source);
}
function readUse(block, sources) {
    const findings = new collector/* Collector */.g();
    const source = findings.take(lookUp(block.labels[0] ?? '', sources, block.labelRanges[0] ?? block.definitionRange));
    const { attributes, remain } = findings.take(block.body.partialContent({ attributes: [{ name: 'name' }], blocks: [] }));
    const name = findings.take(constantText(attributes.get('name')));
    if (!source)
        return findings.done(undefined);
    return findings.done(named(source, name ?? source.name, mergedBody(source.body, remain, 'add'), block.definitionRange));
}
function constantText(attribute) {
    if (!attribute)
        return (0,collector.ok)(undefined);
    const findings = new collector/* Collector */.g();
    const value = findings.take(attribute.expression.evaluate({}));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    if (value.state === 'known' && value.type.kind === 'string' && value.asString() !== '')
        return findings.done(value.asString());
    findings.error('Invalid name', 'The name of a source in a build must be a constant text.', attribute.expression.range, {
        context: attribute.range,
    });
    return findings.done(undefined);
}

;// CONCATENATED MODULE: ./build/template/builds/build-block.js






const build_block_SCHEMA = {
    attributes: [{ name: 'name' }, { name: 'description' }, { name: 'sources' }],
    blocks: [
        { type: 'source', labels: ['reference'] },
        { type: 'provisioner', labels: ['type'] },
        { type: 'error-cleanup-provisioner', labels: ['type'] },
        { type: 'post-processor', labels: ['type'] },
        { type: 'post-processors', labels: [] },
        { type: 'hcp_packer_registry', labels: [] },
        { type: 'from', labels: ['type'] },
    ],
};
const CHAIN = { attributes: [], blocks: [{ type: 'post-processor', labels: ['type'] }] };
function readBuild(block, body, sources, context) {
    const findings = new collector/* Collector */.g();
    const content = findings.take((0,language_content/* contentOf */.$)(body, build_block_SCHEMA));
    const of = (type) => content.blocks.filter(each => each.type === type);
    const meta = new MetaReader(content, context);
    const name = meta.text('name') ?? '';
    const description = meta.text('description');
    findings.addAll(meta.findings.diagnostics);
    const found = findings.take(readSourceUses(content.attributes.get('sources'), of('source'), sources, context));
    if (found.length === 0 && !(0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        findings.error('Missing source', 'A build needs at least one source: sources = ["source.type.name"].', block.definitionRange, { missing: ['sources'] });
    const uses = found.length > 0 ? found : [standIn(block.body, block.definitionRange)];
    const [errorCleanupProvisioner, another] = of('error-cleanup-provisioner');
    if (another)
        findings.error('Duplicate error-cleanup-provisioner', 'A build may have only one of it.', another.definitionRange);
    for (const { type, definitionRange } of [...of('hcp_packer_registry'), ...of('from')])
        findings.add(withoutEffect(type, definitionRange));
    const chains = content.blocks.flatMap(each => {
        if (each.type === 'post-processor')
            return [[each]];
        return each.type === 'post-processors' ? [findings.take((0,language_content/* contentOf */.$)(each.body, CHAIN)).blocks] : [];
    });
    const range = block.definitionRange;
    return findings.done({ name, description, uses, provisioners: of('provisioner'), errorCleanupProvisioner, chains, range });
}

;// CONCATENATED MODULE: ./build/template/dependencies.js
function dependencies_inOrder(nodes, dependenciesOf) {
    const done = new Set();
    const open = new Set();
    const broken = new Set();
    const cycles = [];
    const path = [];
    const enter = (node) => {
        open.add(node);
        path.push({ node, dependencies: dependenciesOf(node), next: 0 });
    };
    for (const start of nodes) {
        if (!done.has(start))
            enter(start);
        for (let visit = path.at(-1); visit; visit = path.at(-1)) {
            const dependency = visit.dependencies[visit.next++];
            if (dependency === undefined) {
                path.pop();
                open.delete(visit.node);
                done.add(visit.node);
            }
            else if (open.has(dependency)) {
                const cycle = path.slice(path.findIndex(({ node }) => node === dependency)).map(({ node }) => node);
                for (const node of cycle)
                    broken.add(node);
                cycles.push([...cycle, dependency]);
            }
            else if (!done.has(dependency))
                enter(dependency);
        }
    }
    return { order: [...done].filter(node => !broken.has(node)), cycles };
}

;// CONCATENATED MODULE: ./build/template/evaluation.js






const evaluate = (locals, data, outer, read) => new Evaluation(locals, data, outer, read).run();
const NONE = [];
const isLocal = (node) => 'expression' in node;
const labelOf = (node) => (isLocal(node) ? `local.${node.name}` : `data.${node.type}.${node.name}`);
class Evaluation {
    constructor(declared, blocks, outer, read) {
        this.declared = declared;
        this.blocks = blocks;
        this.outer = outer;
        this.read = read;
        this.findings = new collector/* Collector */.g();
        this.said = new Map();
        this.references = new Map();
        this.needs = new Map();
        this.underWay = new Map();
        this.locals = new Map([...declared.keys()].map(name => [name, values_value/* Value */.W.unknown()]));
        this.data = new Map(blocks.map(block => [block, unread(block)]));
        this.bare = { parent: outer, variables: new Map([['local', values_value/* Value */.W.object([])]]) };
        for (const node of [...blocks, ...declared.values()]) {
            const all = isLocal(node) ? node.expression.variables() : node.references;
            const references = all.filter(({ root }) => root === 'local' || root === 'data');
            this.references.set(node, references);
            this.needs.set(node, this.needed(node, references));
        }
    }
    async run() {
        const needsOf = (node) => this.needs.get(node);
        const { order, cycles } = dependencies_inOrder([...this.blocks, ...this.declared.values()], needsOf);
        for (const cycle of cycles)
            this.findings.add(circle(cycle));
        for (const node of order) {
            for (const needed of needsOf(node))
                if (!isLocal(needed))
                    await this.underWay.get(needed);
            if (isLocal(node))
                this.evaluateLocal(node);
            else
                this.startReading(node);
        }
        await Promise.all(this.underWay.values());
        for (const block of this.blocks)
            this.findings.addAll(this.said.get(block) ?? []);
        return this.findings.done({ locals: this.locals, data: this.allData() });
    }
    evaluateLocal(local) {
        const result = local.expression.evaluate(this.contextOf(local));
        if ((0,diagnostic/* hasErrors */.C)(result.diagnostics))
            this.findings.addAll(this.undeclared(local, result));
        else {
            this.findings.take(result);
            this.locals.set(local.name, result.value);
        }
    }
    startReading(block) {
        const reading = this.read(block, this.contextOf(block)).then(({ value, diagnostics }) => {
            this.said.set(block, diagnostics);
            this.data.set(block, value);
            this.dataObject = undefined;
        });
        reading.catch(() => { });
        this.underWay.set(block, reading);
    }
    contextOf(node) {
        if (this.references.get(node).length === 0)
            return this.bare;
        const seen = this.needs.get(node).filter(isLocal);
        const variables = new Map([['local', values_value/* Value */.W.object(seen.map(({ name }) => [name, this.locals.get(name)]))]]);
        if (this.references.get(node).some(({ root }) => root === 'data'))
            variables.set('data', this.allData());
        return { parent: this.outer, variables };
    }
    allData() {
        if (this.dataObject)
            return this.dataObject;
        const types = new Map();
        for (const [{ type, name }, value] of this.data)
            types.set(type, [...(types.get(type) ?? []), [name, value]]);
        this.dataObject = values_value/* Value */.W.object([...types].map(([type, named]) => [type, values_value/* Value */.W.object(named)]));
        return this.dataObject;
    }
    needed(node, references) {
        if (references.length === 0)
            return NONE;
        const others = references.flatMap((reference) => {
            const [first, second] = evaluation_namesOf(reference);
            if (reference.root === 'data')
                return this.blocks.filter(({ type, name }) => type === (first ?? type) && name === (second ?? name));
            if (first === undefined)
                return [...this.declared.values()];
            const local = this.declared.get(first);
            return local ? [local] : NONE;
        });
        const whole = references.some(reference => evaluation_namesOf(reference)[reference.root === 'data' ? 1 : 0] === undefined);
        return [...new Set(whole ? others.filter(other => other !== node) : others)];
    }
    undeclared(local, { diagnostics }) {
        const findings = new collector/* Collector */.g();
        for (const reference of this.references.get(local)) {
            const [first, second] = evaluation_namesOf(reference);
            if (first === undefined)
                continue;
            if (reference.root === 'local' && !this.declared.has(first))
                findings.error('Undefined local', `There is no local "${first}".${(0,did_you_mean/* didYouMean */.au)(first, this.declared.keys())}`, reference.steps[0].range, { missing: [first] });
            if (reference.root !== 'data' || second === undefined)
                continue;
            const names = this.blocks.filter(({ type }) => type === first).map(({ name }) => name);
            if (!names.includes(second))
                findings.error('Undefined data source', `There is no data source "${first}" "${second}".${(0,did_you_mean/* didYouMean */.au)(second, names)}`, reference.steps[1].range, { missing: [first, second] });
        }
        return findings.diagnostics.length > 0 ? findings.diagnostics : diagnostics;
    }
}
function circle(cycle) {
    const way = cycle.map(labelOf).join(' needs ');
    return {
        severity: 'error',
        summary: cycle.every(isLocal) ? 'Circular local definition' : 'Circular definition',
        detail: `${way}. None of them can be evaluated; break the circle.`,
        subject: cycle[0].range,
    };
}
function evaluation_namesOf({ steps }) {
    return steps.slice(0, 2).map(step => {
        if (step.kind === 'attribute')
            return step.name;
        return step.key.state === 'known' && step.key.type.kind === 'string' ? step.key.asString() : undefined;
    });
}

;// CONCATENATED MODULE: ./build/template/locals.js






const locals_SCHEMA = { attributes: [{ name: 'expression', required: true }, { name: 'sensitive' }], blocks: [] };
function readLocals(blocks) {
    const findings = new collector/* Collector */.g();
    const locals = new Map();
    const declare = (local) => {
        const before = locals.get(local.name);
        if (!before)
            locals.set(local.name, local);
        else
            findings.error('Duplicate local definition', `Local "${local.name}" is already defined at ${before.range.file}:${before.range.start.line}.`, local.range);
    };
    for (const block of blocks) {
        if (block.type === 'locals')
            for (const { name, expression, nameRange } of findings.take(block.body.justAttributes()).values())
                declare({ name, expression, sensitive: false, range: nameRange });
        else
            declare(findings.take(readLocal(block)));
    }
    return findings.done(locals);
}
function readLocal(block) {
    const findings = new collector/* Collector */.g();
    const { attributes } = findings.take((0,language_content/* contentOf */.$)(block.body, locals_SCHEMA));
    const expression = attributes.get('expression')?.expression ?? unknownAt(block.definitionRange);
    const given = attributes.get('sensitive')?.expression;
    const sensitive = given ? findings.take(given.evaluate({})) : values_value/* Value */.W.bool(false);
    const known = sensitive.state === 'known' && (sensitive.type.kind === 'bool' || sensitive.type.kind === 'string');
    if (given && !known && !(0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        findings.error('Unsuitable value', 'sensitive is true or false.', given.range);
    return findings.done({
        name: block.labels[0] ?? '',
        expression,
        sensitive: known && (0,convert/* convert */.C)(sensitive, values_type/* BOOL */.HX).asBool(),
        range: block.definitionRange,
    });
}
const unknownAt = (range) => ({ range, evaluate: () => (0,collector.ok)(values_value/* Value */.W.unknown()), variables: () => [] });

;// CONCATENATED MODULE: ./build/template/packer-block.js





const PACKER = { attributes: [{ name: 'required_version' }], blocks: [{ type: 'required_plugins', labels: [] }] };
function readPackerBlocks(blocks) {
    const findings = new collector/* Collector */.g();
    const plugins = new Map();
    for (const block of blocks) {
        const { attributes, blocks: required } = findings.take((0,language_content/* contentOf */.$)(block.body, PACKER));
        const version = attributes.get('required_version');
        if (version)
            findings.take(packer_block_checkVersion(version));
        for (const attribute of required.flatMap(each => [...findings.take(each.body.justAttributes()).values()])) {
            if (plugins.has(attribute.name))
                findings.error('Duplicate required_plugin', `Plugin "${attribute.name}" is already required elsewhere.`, attribute.nameRange);
            const plugin = findings.take(readRequirement(attribute));
            if (plugin)
                plugins.set(attribute.name, plugin);
        }
    }
    return findings.done([...plugins.values()]);
}
function packer_block_checkVersion({ expression }) {
    const findings = new collector/* Collector */.g();
    const text = packer_block_constantText(findings.take(expression.evaluate({})));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    try {
        if (text === undefined)
            throw new Error('it must be a text');
        if (!parseConstraints(text).check(parseVersion(scope/* PACKER_VERSION */.sV)))
            findings.error('Unsupported Packer version', `This template wants Packer ${text}; templates are read here as Packer ${scope/* PACKER_VERSION */.sV} reads them.`, expression.range);
    }
    catch (error) {
        findings.error('Invalid required_version', `It is not a list of version constraints: ${error.message}.`, expression.range);
    }
    return findings.done(undefined);
}
function readRequirement({ name, expression, nameRange }) {
    const findings = new collector/* Collector */.g();
    const value = findings.take(expression.evaluate({}));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const entries = value.state === 'known' && value.type.kind === 'object' ? value.entries() : undefined;
    const source = entries && packer_block_constantText(entries.get('source'));
    const version = entries && packer_block_constantText(entries.get('version'));
    const fail = (detail) => findings.error('Invalid required_plugins entry', detail, expression.range);
    if (!entries)
        fail(`"${name}" is an object: { source = "host/namespace/name", version = ">= 1.0.0" }.`);
    else if (source === undefined || version === undefined)
        fail(`"${name}" needs both source and version, as texts.`);
    else if (!/^([\w.-]+\/)?[\w.-]+\/[\w.-]+$/.test(source))
        fail(`The source of "${name}" has the form "github.com/hashicorp/amazon".`);
    for (const key of entries?.keys() ?? [])
        if (key !== 'source' && key !== 'version')
            fail(`"${name}" has "${key}", but only source and version may stand here.`);
    if (version !== undefined)
        findings.take(checkConstraint(version, expression.range));
    return findings.done(source === undefined ? undefined : { name, source, version, range: nameRange });
}
function checkConstraint(version, range) {
    const findings = new collector/* Collector */.g();
    try {
        parseConstraints(version);
    }
    catch (error) {
        findings.error('Invalid version constraint', `"${version}" cannot be read: ${error.message}.`, range);
    }
    return findings.done(undefined);
}
const packer_block_constantText = (value) => value?.state === 'known' && value.type.kind === 'string' ? value.asString() : undefined;

;// CONCATENATED MODULE: ./build/template/read-data.js





const dataReader = (outside, sound, facts, secrets) => async (block, context) => {
    const { plugin, range } = block;
    const nothing = unread(block);
    if (!plugin)
        return (0,collector.ok)(nothing);
    let known = true;
    const onUnknown = () => {
        known = false;
    };
    const body = expandDynamicBlocks(block.body, context);
    const about = { ...facts, buildName: '', buildType: '' };
    const decoded = decodeComponent(plugin.options, body, context, about, { secrets, onUnknown });
    const diagnostics = [...decoded.diagnostics, ...(known ? checkComponent(plugin, decoded, range, body) : [])];
    if (!known || !sound || (0,diagnostic/* hasErrors */.C)(diagnostics))
        return { value: nothing, diagnostics };
    const answer = await outside.readData(block, decoded.value);
    return { value: answer.value, diagnostics: [...diagnostics, ...answer.diagnostics] };
};

;// CONCATENATED MODULE: ./build/template/variables/assignments.js








const ENVIRONMENT_PREFIX = 'PKR_VAR_';
async function gatherAssignments(request, variables) {
    const findings = new collector/* Collector */.g();
    const named = findings.take(await readVariableFiles(request.variableFiles ?? [], request.workingDirectory));
    const files = [...request.files.variables, ...named];
    for (const { file, text } of files)
        request.sources.set(file, (0,source_text/* decodeSource */.E4)(text, file).text);
    const fromFiles = files.flatMap(file => findings.take(fromFile(file)));
    const given = (request.variables ?? []).map(({ name, text }) => fromText(name, text, '-var'));
    const declared = findings.take(checkDeclared([...fromFiles, ...given], variables, request.warnUndeclared ?? false));
    return findings.done([...fromEnvironment(request.environment, variables), ...declared]);
}
const fromEnvironment = (environment, variables) => Object.entries(environment)
    .filter(([key]) => key.startsWith(ENVIRONMENT_PREFIX) && variables.has(key.slice(ENVIRONMENT_PREFIX.length)))
    .map(([key, text]) => fromText(key.slice(ENVIRONMENT_PREFIX.length), text ?? '', key));
function fromText(name, text, origin) {
    const file = textFile(name, origin);
    const range = { file, start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } };
    return {
        name,
        origin,
        range,
        text,
        evaluate(variable) {
            if (variable.takesText)
                return { value: values_value/* Value */.W.string(text), diagnostics: [] };
            const findings = new collector/* Collector */.g();
            const expression = findings.take((0,hcl/* parseExpression */.YK)(text, file));
            const [reference] = expression.variables();
            if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
                return findings.done(values_value/* Value */.W.unknown());
            if (reference)
                return (0,collector/* failed */.P)(values_value/* Value */.W.unknown(), 'Variables not allowed', `The value of "${name}" is read as an expression, because the variable is not a string; a text in it needs quotes.`, reference.range);
            return expression.evaluate({});
        },
    };
}
const textFile = (name, origin) => (origin === '-var' ? `<-var ${name}>` : `<${origin}>`);
function fromFile({ file, text }) {
    const findings = new collector/* Collector */.g();
    const body = findings.take(file.endsWith('.json') ? parseJson(text, file) : (0,hcl/* parseFile */.CJ)(text, file));
    const { blocks } = body.partialContent({ attributes: [], blocks: [{ type: 'variable', labels: ['name'] }] }).value;
    for (const block of blocks)
        findings.error('Variable declaration in a variable file', `A variable file gives values: ${block.labels[0] ?? 'name'} = "…". Declarations stand in files that end in .pkr.hcl.`, block.definitionRange);
    if (blocks.length > 0)
        return findings.done([]);
    return findings.done([...findings.take(body.justAttributes()).values()].map(attribute => fromAttribute(attribute, file)));
}
const fromAttribute = (attribute, file) => ({
    name: attribute.name,
    origin: file,
    range: attribute.expression.range,
    evaluate: () => attribute.expression.evaluate({}),
});
function checkDeclared(assignments, variables, warn) {
    const findings = new collector/* Collector */.g();
    const declared = assignments.filter(({ name, origin, range }) => {
        if (variables.has(name))
            return true;
        const hint = (0,did_you_mean/* didYouMean */.au)(name, variables.keys());
        const advice = `Declare it with a block in the template: variable "${name}" {}.`;
        if (origin === '-var')
            findings.add({
                severity: 'error',
                summary: 'Undefined -var variable',
                detail: `The template has no variable "${name}".${hint || ` ${advice}`}`,
            });
        else if (warn)
            findings.add({
                severity: 'warning',
                summary: 'Undefined variable',
                detail: `"${name}" is set, but the template has no such variable.${hint || ` ${advice}`}`,
                subject: range,
            });
        return false;
    });
    return findings.done(declared);
}

;// CONCATENATED MODULE: ./build/template/variables/constraint.js



const constraintOf = (type) => ({ type, applyDefaults: value => value });
const UNCONSTRAINED = constraintOf(values_type/* DYNAMIC */.u5);
function constraint_convertTo(value, { type, applyDefaults }, range, summary, sentence) {
    try {
        return (0,collector.ok)((0,convert/* convert */.C)(applyDefaults(value), type));
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.z))
            throw error;
        return (0,collector/* failed */.P)(undefined, summary, `${sentence}: ${error.message}.`, range);
    }
}

;// CONCATENATED MODULE: ./build/template/variables/validation.js






const validation_SCHEMA = {
    attributes: [
        { name: 'condition', required: true },
        { name: 'error_message', required: true },
    ],
    blocks: [],
};
function readValidation(variable, block) {
    const findings = new collector/* Collector */.g();
    const { attributes } = findings.take((0,language_content/* contentOf */.$)(block.body, validation_SCHEMA));
    const condition = attributes.get('condition')?.expression;
    const text = attributes.get('error_message')?.expression;
    if (condition)
        findings.addAll(wrongReferences(variable, condition));
    const message = text && findings.take(readMessage(text));
    if (!condition || message === undefined || (0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    return findings.done({ condition, message, range: condition.range });
}
function wrongReferences(variable, condition) {
    const findings = new collector/* Collector */.g();
    let asks = false;
    for (const { root, steps, range } of condition.variables()) {
        const [step] = steps;
        const name = step?.kind === 'attribute' ? step.name : step?.key.type.kind === 'string' ? step.key.asString() : undefined;
        if (root === 'var' && name === variable)
            asks = true;
        else
            findings.error('Invalid reference in variable validation', `The condition for variable "${variable}" can only refer to the variable itself, using var.${variable}.`, range, { context: condition.range });
    }
    if (!asks && findings.diagnostics.length === 0)
        findings.error('Invalid variable validation condition', `The condition for variable "${variable}" must refer to var.${variable} in order to test incoming values.`, condition.range);
    return findings.diagnostics;
}
function readMessage(expression) {
    const findings = new collector/* Collector */.g();
    const value = findings.take(expression.evaluate({}));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const text = value.state === 'known' && value.type.kind === 'string' ? value.asString() : '';
    const summary = 'Invalid validation error message';
    if (text === '')
        findings.error(summary, 'The message must be a text that is not empty.', expression.range);
    else if (!isSentence(text))
        findings.error(summary, 'The message must be at least one full sentence: it starts with an uppercase letter and ends with a period, question mark or exclamation mark.', expression.range);
    return findings.done(text);
}
const isSentence = (text) => !/^\p{Ll}/u.test(text) && /[.?!]$/.test(text);
function validate(variable, value, assigned, functions) {
    if (variable.validations.length === 0)
        return [];
    const findings = new collector/* Collector */.g();
    const own = values_value/* Value */.W.object([[variable.name, value]]);
    const context = { variables: new Map([['var', own]]), functions };
    for (const rule of variable.validations) {
        const result = findings.take(rule.condition.evaluate(context));
        const verdict = findings.take(toVerdict(result, rule));
        if (verdict === false)
            findings.error('Invalid value for variable', `${rule.message} This was checked by the validation rule of variable "${variable.name}" at ${rule.range.file}:${rule.range.start.line}.`, assigned ?? variable.range);
    }
    return findings.diagnostics;
}
function toVerdict(result, rule) {
    const findings = new collector/* Collector */.g();
    const fail = (reason) => findings.error('Invalid variable validation result', `The condition must be true or false: ${reason}.`, rule.range);
    if (!result.isKnown)
        return findings.done(undefined);
    try {
        if (result.isNull)
            fail('it is null');
        else
            return findings.done((0,convert/* convert */.C)(result, values_type/* BOOL */.HX).asBool());
    }
    catch (error) {
        if (!(error instanceof convert/* ConversionError */.z))
            throw error;
        fail(error.message);
    }
    return findings.done(undefined);
}

;// CONCATENATED MODULE: ./build/template/variables/declarations.js








const declarations_NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
const declarations_SCHEMA = {
    attributes: [{ name: 'type' }, { name: 'default' }, { name: 'description' }, { name: 'sensitive' }],
    blocks: [{ type: 'validation', labels: [] }],
};
const defaultContext = (environment) => {
    const env = envFunction(environment);
    return { functions: new Map([[env.name, env]]) };
};
function readVariables(blocks, defaults) {
    const findings = new collector/* Collector */.g();
    const variables = new Map();
    const declare = (variable) => {
        const before = variables.get(variable.name);
        if (!before)
            variables.set(variable.name, variable);
        else
            findings.error('Duplicate variable', `Variable "${variable.name}" is already declared at ${before.range.file}:${before.range.start.line}.`, variable.range);
    };
    for (const block of blocks) {
        if (block.type === 'variable')
            declare(findings.take(readVariable(block, defaults)));
        else
            for (const attribute of findings.take(block.body.justAttributes()).values())
                declare(findings.take(shorthand(attribute, defaults)));
    }
    return findings.done(variables);
}
function shorthand(attribute, defaults) {
    const findings = new collector/* Collector */.g();
    const value = findings.take(evaluateDefault(attribute.expression, UNCONSTRAINED, defaults));
    const constraint = value ? inferred(value) : UNCONSTRAINED;
    return findings.done({
        name: attribute.name,
        constraint,
        default: value,
        invalidDefault: value === undefined,
        sensitive: false,
        validations: [],
        takesText: takesText(constraint.type, value),
        range: attribute.range,
        whole: attribute.range,
    });
}
function readVariable(block, defaults) {
    const findings = new collector/* Collector */.g();
    const name = block.labels[0] ?? '';
    if (!declarations_NAME.test(name))
        findings.error('Invalid variable name', 'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.', block.labelRanges[0] ?? block.definitionRange);
    const { attributes, blocks } = findings.take((0,language_content/* contentOf */.$)(block.body, declarations_SCHEMA));
    const typeGiven = attributes.get('type');
    const declared = typeGiven && findings.take(parseTypeConstraint(typeGiven.expression));
    const defaultGiven = attributes.get('default');
    const value = defaultGiven && findings.take(evaluateDefault(defaultGiven.expression, declared ?? UNCONSTRAINED, defaults));
    const constraint = declared ?? (value ? inferred(value) : UNCONSTRAINED);
    const sensitive = findings.take(literal(attributes.get('sensitive'), 'bool')) === true;
    return findings.done({
        name,
        constraint,
        default: value,
        invalidDefault: defaultGiven !== undefined && value === undefined,
        description: findings.take(literal(attributes.get('description'), 'string')),
        sensitive,
        secretDefault: sensitive ? defaultGiven?.expression.evaluate(defaults).value : undefined,
        validations: blocks.flatMap(each => findings.take(readValidation(name, each)) ?? []),
        takesText: takesText(constraint.type, declared ? undefined : value),
        range: block.definitionRange,
        whole: (0,span/* between */.Tq)(block.definitionRange, block.body.missingItemRange),
    });
}
function inferred(value) {
    const { type } = value;
    const empty = value.state === 'known' &&
        ((type.kind === 'tuple' && type.elements.length === 0) || (type.kind === 'object' && type.attributes.size === 0));
    return empty ? UNCONSTRAINED : constraintOf(type);
}
const takesText = (type, untypedDefault) => type.kind === 'string' ||
    type.kind === 'number' ||
    (type.kind === 'dynamic' && (untypedDefault === undefined || untypedDefault.type.kind === 'dynamic'));
function evaluateDefault(expression, constraint, context) {
    const findings = new collector/* Collector */.g();
    const reference = expression.variables()[0];
    if (reference) {
        findings.error('Variables not allowed', 'A default must be a constant, though it may call env("NAME"). For a value made of others declare a local.', reference.range, { context: expression.range });
        return findings.done(undefined);
    }
    const value = findings.take(expression.evaluate(context));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const converted = findings.take(constraint_convertTo(value, constraint, expression.range, 'Invalid default value for variable', 'This default value does not fit the type'));
    return findings.done(converted);
}
function literal(attribute, kind) {
    if (!attribute)
        return (0,collector.ok)(undefined);
    const findings = new collector/* Collector */.g();
    const value = findings.take(attribute.expression.evaluate({}));
    if (value.state === 'known') {
        const wanted = findings.take(constraint_convertTo(value, constraintOf(kind === 'bool' ? { kind: 'bool' } : { kind: 'string' }), attribute.expression.range, 'Unsuitable value', `"${attribute.name}" does not take this`));
        if (wanted)
            return findings.done(kind === 'bool' ? wanted.asBool() : wanted.asString());
    }
    return findings.done(undefined);
}

;// CONCATENATED MODULE: ./build/template/variables/resolve.js





function resolveVariables(variables, assignments, settings) {
    const findings = new collector/* Collector */.g();
    const last = new Map(assignments.map(assignment => [assignment.name, assignment]));
    const values = new Map();
    for (const variable of variables.values())
        values.set(variable.name, findings.take(resolve(variable, last.get(variable.name), settings)) ?? values_value/* Value */.W.unknown(variable.constraint.type));
    return findings.done(values);
}
function resolve(variable, assignment, settings) {
    const findings = new collector/* Collector */.g();
    const value = assignment ? findings.take(assigned(variable, assignment)) : variable.default;
    if (value === undefined) {
        if (!assignment && !settings.tolerateUnset && !variable.invalidDefault)
            unset(variable, findings);
        return findings.done(undefined);
    }
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const range = assignment?.range;
    findings.addAll(validate(variable, value, range, settings.functions));
    return findings.done(value);
}
function assigned(variable, assignment) {
    const findings = new collector/* Collector */.g();
    const given = findings.take(assignment.evaluate(variable));
    if ((0,diagnostic/* hasErrors */.C)(findings.diagnostics))
        return findings.done(undefined);
    const sentence = `The value for "${variable.name}" from ${assignment.origin} does not fit the variable's type`;
    return findings.done(findings.take(constraint_convertTo(given, variable.constraint, assignment.range, 'Invalid value for variable', sentence)));
}
function unset({ name, range, whole }, findings) {
    const detail = `Variable "${name}" has no value. Give it one with -var ${name}=…, in a file named by -var-file, in the environment as PKR_VAR_${name}, or as a default.`;
    findings.error(`Unset variable "${name}"`, detail, range, { within: whole });
}

;// CONCATENATED MODULE: ./build/template/load-hcl.js

























function loadHcl(request) {
    return untilAnswered(request.outside, () => new HclLoader(request).load());
}
class HclLoader {
    constructor(request) {
        this.request = request;
        this.syntax = new collector/* Collector */.g();
        this.meaning = new collector/* Collector */.g();
        this.secrets = new Secrets();
        this.startedAt = request.startedAt ?? new Date();
        const { startedAt } = this;
        const now = request.startedAt && (() => startedAt);
        this.functions = standardFunctions({ directory: request.folder, now, startedAt, lookups: request.outside.lookUp });
    }
    async load() {
        const { files, syntaxOnly, outlineOnly } = this.request;
        const blocks = this.meaning.take(templateBlocks(files.templates.map(file => this.parse(file))));
        const own = this.meaning.take(ownBlocks(files.own.map(file => this.parse(file))));
        const required = this.meaning.take(readPackerBlocks(blocks.packer));
        const defaults = defaultContext(this.request.environment);
        const declared = this.meaning.take(readVariables([...blocks.variable, ...blocks.variables], defaults));
        const locals = this.meaning.take(readLocals([...blocks.locals, ...blocks.local]));
        const assignments = await this.assignments(declared);
        if (syntaxOnly)
            return { ...load_hcl_NOTHING, secrets: this.secrets, findings: this.findings() };
        const isSound = !(0,diagnostic/* hasErrors */.C)([...this.syntax.diagnostics, ...this.meaning.diagnostics]);
        const values = this.values(declared, assignments);
        const outer = (0,scope/* within */.ux)((0,scope/* outermost */.J9)({ ...this.request, root: files.root, functions: this.functions }), {
            var: values_value/* Value */.W.object(values),
        });
        const data = this.meaning.take(readDataBlocks(blocks.data, this.request.plugins.dataSources, required));
        const stillSound = !(0,diagnostic/* hasErrors */.C)([...this.syntax.diagnostics, ...this.meaning.diagnostics]);
        const reader = dataReader(this.request.outside, stillSound, this.facts, this.secrets);
        const { locals: localValues, data: dataValue } = this.meaning.take(await evaluate(locals, data, outer, reader));
        const context = (0,scope/* within */.ux)(outer, { local: values_value/* Value */.W.object(localValues), data: dataValue });
        for (const value of secretValues(locals, localValues))
            this.secrets.addValue(value);
        for (const text of this.request.outside.secrets)
            this.secrets.add(text);
        const read = this.buildBlocks(blocks, context);
        const outline = isSound ? outlineOf(declared, required, blocks, read) : undefined;
        const builds = outlineOnly ? undefined : this.builds(read, own, required, context);
        const { secrets } = this;
        const findings = this.findings();
        return {
            secrets,
            variables: values,
            locals: localValues,
            context,
            builds,
            outline,
            findings,
            unasked: this.request.outside.unasked,
        };
    }
    get facts() {
        const { folder, workingDirectory } = this.request;
        return { folder, workingDirectory, packerVersion: scope/* PACKER_VERSION */.sV, startedAt: this.startedAt };
    }
    findings() {
        return { syntax: this.syntax.diagnostics, meaning: this.meaning.diagnostics };
    }
    async assignments(declared) {
        const { request, meaning } = this;
        const assignments = meaning.take(await gatherAssignments(request, declared));
        for (const { text, range } of assignments)
            if (text !== undefined)
                request.sources.set(range.file, text);
        addSecrets(this.secrets, declared, assignments);
        const names = [...declared.values()].filter(({ sensitive }) => sensitive).map(({ name }) => name);
        addUnreadSecrets(this.secrets, names, [...this.syntax.diagnostics, ...meaning.diagnostics], request.sources);
        return assignments;
    }
    values(declared, assignments) {
        const settings = { tolerateUnset: this.request.tolerateUnset, functions: this.functions };
        const values = this.meaning.take(resolveVariables(declared, assignments, settings));
        for (const value of secretValues(declared, values))
            this.secrets.addValue(value);
        return values;
    }
    buildBlocks(blocks, context) {
        const sources = this.meaning.take(readSources(blocks.source, context));
        return blocks.build.map(block => this.meaning.take(readBuild(block, expandDynamicBlocks(block.body, context), sources, context)));
    }
    builds(builds, own, requiredPlugins, context) {
        const { request, meaning, facts } = this;
        const reading = { secrets: this.secrets };
        return meaning.take(planBuilds(builds, own, { ...request, requiredPlugins, context, facts, reading }));
    }
    parse({ file, text }) {
        this.request.sources.set(file, (0,source_text/* decodeSource */.E4)(text, file).text);
        return this.syntax.take(file.endsWith('.json') ? parseJson(text, file) : (0,hcl/* parseFile */.CJ)(text, file));
    }
}
const secretValues = (declared, values) => [...declared.values()].filter(({ sensitive }) => sensitive).flatMap(({ name }) => values.get(name) ?? []);
const outlineOf = (declared, requiredPlugins, { data }, builds) => ({
    language: 'hcl',
    variables: [...declared.values()].map(({ name, default: value, sensitive }) => ({
        name,
        required: value === undefined,
        sensitive,
    })),
    requiredPlugins,
    dataSources: data.map(({ labels: [type = '', name = ''] }) => ({ type, name })),
    builds: builds.map(outlinedBuild),
});
const load_hcl_NOTHING = { builds: undefined, outline: undefined, variables: new Map(), locals: new Map(), context: {}, unasked: false };

;// CONCATENATED MODULE: ./build/template/load-plan.js







async function loadPlan(input) {
    const workingDirectory = input.workingDirectory ?? process.cwd();
    const sources = new Map();
    const outside = input.outside ?? new Outside(input);
    try {
        const files = await readTemplate(input, workingDirectory);
        const load = files.language === 'hcl' ? loadHcl : loadLegacy;
        const loaded = await load({
            ...input,
            workingDirectory,
            files,
            sources,
            folder: (0,external_node_path_.resolve)(workingDirectory, files.root),
            outside,
        });
        const declared = { variables: [...loaded.variables.keys()], locals: [...loaded.locals.keys()] };
        const diagnostics = tidy(loaded.findings, sources, declared, loaded.secrets.redact);
        const { secrets, variables, locals, context, builds, outline, unasked } = loaded;
        const usable = builds !== undefined && !(0,diagnostic/* hasErrors */.C)(diagnostics);
        const plan = usable ? Object.freeze({ formatVersion: 1, template: input.path ?? '', builds }) : undefined;
        return { plan, diagnostics, sources, sensitive: secrets.texts, variables, locals, context, outline, unasked, outside };
    }
    catch (error) {
        if (!(error instanceof FileProblem))
            throw error;
        return { ...nothing, diagnostics: [error.diagnostic], sources, outside };
    }
}
const nothing = {
    ...{ plan: undefined, outline: undefined, sensitive: [], unasked: false },
    ...{ variables: new Map(), locals: new Map(), context: {} },
};


/***/ }),

/***/ 54978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ outermost),
/* harmony export */   NO: () => (/* binding */ unknownBuildValues),
/* harmony export */   TK: () => (/* binding */ withBuild),
/* harmony export */   g5: () => (/* binding */ withSource),
/* harmony export */   sV: () => (/* binding */ PACKER_VERSION),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _language_options_decode__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86949);
/* harmony import */ var _language_options_plain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88555);
/* harmony import */ var _language_values_value__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84176);



const PACKER_VERSION = '1.16.0';
const COMMON_BUILD_VALUES = [
    'ID',
    'Host',
    'Port',
    'User',
    'Password',
    'ConnType',
    'PackerRunUUID',
    'PackerHTTPIP',
    'PackerHTTPPort',
    'PackerHTTPAddr',
    'SSHPublicKey',
    'SSHPrivateKey',
    'WinRMPassword',
    'SSHPrivateKeyFile',
    'SSHAgentAuth',
];
const WITHOUT_REGISTRY = { iterationID: '', versionFingerprint: '' };
const outermost = ({ root, workingDirectory, functions }) => ({
    functions,
    variables: new Map([
        ['path', (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ root: root.replaceAll('\\', '/'), cwd: workingDirectory.replaceAll('\\', '/') })],
        ['packer', (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ version: PACKER_VERSION, ...WITHOUT_REGISTRY })],
    ]),
});
const within = (parent, variables) => ({
    parent,
    variables: new Map(Object.entries(variables)),
});
const withSource = (parent, { type, name }) => within(parent, { source: (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ type, name }) });
const withBuild = (parent, buildName, values) => within(parent, { build: values ? (0,_language_options_plain__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({ name: buildName, ...values }) : _language_values_value__WEBPACK_IMPORTED_MODULE_2__/* .Value */ .W.unknown() });
const unknownBuildValues = (added) => Object.fromEntries([...COMMON_BUILD_VALUES, ...added].map(name => [name, _language_options_decode__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN_TEXT */ .L]));


/***/ })

};
;