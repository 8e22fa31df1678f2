"use strict";
exports.id = 765;
exports.ids = [765];
exports.modules = {

/***/ 7727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k9: () => (/* binding */ ownScript),
/* harmony export */   kX: () => (/* binding */ programName),
/* harmony export */   w3: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _flags__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(749);
/** The shape of a verb. */

const verb = (spec) => ({ ...spec, run: (argv, io) => spec.run((0,_flags__WEBPACK_IMPORTED_MODULE_0__/* .parseArguments */ .We)(spec.flags, argv), io) });
/** To start this program again as another process. */
const ownScript = () => process.argv[1] ?? '';
/** How the user called this program, for commands to copy. */
function programName() {
    const script = ownScript();
    return script.endsWith('.js') || script.endsWith('.ts') ? `node ${shortest(script)}` : 'ingot';
}
function shortest(path) {
    const here = `${process.cwd()}/`;
    return path.startsWith(here) ? path.slice(here.length) : path;
}


/***/ }),

/***/ 3765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reference: () => (/* binding */ reference)
});

// EXTERNAL MODULE: ./build/catalog.js + 96 modules
var catalog = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(7455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(631);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(7727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(749);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(5521);
// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(4176);
// EXTERNAL MODULE: ./build/language/options/plain.js
var plain = __webpack_require__(8555);
;// CONCATENATED MODULE: ./build/language/options/reference.js
/** The reference page of a plugin's options, from the same declaration that decodes them. */



/** Markdown: one table, and one more below its own heading for each kind of block. `level` is that of those headings. */
function referenceTables(spec, level = 3) {
    return tables(spec, '', level).join('\n');
}
function tables(spec, path, level) {
    const options = Object.entries(spec);
    const rows = options.map(([name, option]) => row(name, option));
    const inner = options.flatMap(([name, option]) => {
        if (!option.options)
            return [];
        const whole = path === '' ? name : `${path}.${name}`;
        return [`${'#'.repeat(level)} ${whole}\n`, ...tables(option.options, whole, level)];
    });
    return ['| Option | Type | Default | Meaning |', '| --- | --- | --- | --- |', ...rows, '', ...inner];
}
const row = (name, option) => `| ${[`\`${name}\``, typeOf(option), defaultOf(option), meaningOf(option)].map(cell).join(' | ')} |`;
const cell = (text) => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
function typeOf({ form, type, settings }) {
    if (form === 'block')
        return 'block';
    if (form === 'blocks')
        return 'blocks';
    const { oneOf } = settings;
    return oneOf ? oneOf.map(code).join(', ') : (0,type_text/* typeText */.wQ)(type);
}
function defaultOf({ settings }) {
    if (settings.required)
        return '**required**';
    const value = settings.default instanceof values_value/* Value */.W ? (0,plain/* toPlain */.Ul)(settings.default) : settings.default;
    return value === undefined ? '' : code(value);
}
const code = (value) => `\`${JSON.stringify(value)}\``;
function meaningOf({ doc, settings }) {
    const notes = [
        settings.sensitive && 'Never printed.',
        settings.late && 'Its `{{ }}` are rendered when the build runs.',
        settings.deprecated && sentence(`Deprecated: ${settings.deprecated}`),
        settings.unsupported && sentence(`Not supported: ${settings.unsupported}`),
    ];
    return [doc, ...notes.filter(Boolean)].join(' ');
}
const sentence = (text) => text.replace(/\.?$/, '.');

// EXTERNAL MODULE: ./build/model/communicator-options.js
var communicator_options = __webpack_require__(6125);
// EXTERNAL MODULE: ./build/template/smoke-tests.js
var smoke_tests = __webpack_require__(6179);
;// CONCATENATED MODULE: ./build/cli/reference-pages.js
/** The reference of everything built in, from the same declarations that decode the templates: what is said here is what is done. */



function referenceRooms({ sources, provisioners, postProcessors, communicators }) {
    return [
        { title: 'Sources', pages: Object.values(sources).map(source => pluginPage('sources', source, reachedBy(source.reachable))) },
        { title: 'Provisioners', pages: Object.values(provisioners).map(plugin => pluginPage('provisioners', plugin)) },
        { title: 'Post-processors', pages: Object.values(postProcessors).map(plugin => pluginPage('post-processors', plugin)) },
        { title: 'Other blocks and options', pages: [communicatorsPage(communicators), smokeTestPage] },
    ];
}
/** The index, for docs/reference/README.md. */
function referenceIndex(rooms) {
    const link = ({ path, name, summary }) => `- [${name}](${path}): ${summary}`;
    const parts = rooms.map(({ title, pages }) => `## ${title}\n\n${pages.map(link).join('\n')}\n`);
    return `# Reference\n\nMade by \`npm run docs\` from the declarations in \`src\`; what is written here by hand is overwritten.\n\n${parts.join('\n')}`;
}
function pluginPage(folder, { type, summary, options }, note) {
    return { path: `${folder}/${type}.md`, name: type, summary, text: textOf(type, [summary, note], options) };
}
const reachedBy = (reachable) => reachable
    ? 'How the machine is reached is said in the same block, by the [communicator options](../communicators.md).'
    : undefined;
function communicatorsPage(communicators) {
    const summary = 'How machines are reached. These options stand in the source block, beside its own.';
    const list = Object.values(communicators).map(({ type, summary: what }) => `- \`${type}\`: ${what}`);
    const text = textOf('Communicators', [summary, list.join('\n')], communicator_options/* communicatorOptions */.O);
    return { path: 'communicators.md', name: 'communicators', summary, text };
}
const smokeTestSummary = 'A block of `*.ingot.hcl`: what a fresh machine from the candidate image is asked before it is published.';
const smokeTestPage = {
    path: 'smoke_test.md',
    name: 'smoke_test',
    summary: smokeTestSummary,
    text: textOf('smoke_test', [smokeTestSummary, 'More in [Smoke tests](../smoke-tests.md).'], smoke_tests/* smokeTestOptions */.i),
};
function textOf(title, paragraphs, options) {
    const intro = paragraphs.filter(paragraph => paragraph !== undefined);
    return `${[`# ${title}`, ...intro, referenceTables(options).trimEnd()].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./build/cli/commands/reference.js
/** `ingot reference`: what is built in, and which options it takes. */






const reference_flags = {
    json: (0,flags/* toggle */.L$)('All pages as JSON, [{path, text}], as docs/reference is made of them.'),
};
const reference = (0,command/* verb */.w3)({
    usage: 'reference [flags] [NAME…]',
    summary: 'Lists what is built in, or prints the options of one.',
    flags: reference_flags,
    run: async ({ rest, flags: given }, { stdout }) => {
        const rooms = referenceRooms(catalog/* plugins */.N);
        const pages = rooms.flatMap(room => room.pages);
        if (given.json) {
            const all = [{ path: 'README.md', text: referenceIndex(rooms) }, ...pages.map(({ path, text }) => ({ path, text }))];
            stdout.write(`${JSON.stringify(all)}\n`);
        }
        else if (rest.length === 0)
            stdout.write(overview(rooms));
        else
            stdout.write(rest.flatMap(word => pagesOf(word, pages)).join('\n'));
        return 0;
    },
});
function overview(rooms) {
    const width = Math.max(...rooms.flatMap(room => room.pages.map(page => page.name.length)));
    const line = ({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`;
    return rooms.map(({ title, pages }) => `${title}\n${pages.map(line).join('')}`).join('\n');
}
/** By the template's word, which sources and provisioners may share; `provisioners/file` is one of them. */
function pagesOf(word, pages) {
    const found = pages.filter(({ name, path }) => name === word || path === `${word}.md`);
    if (found.length > 0)
        return found.map(page => page.text);
    const names = [...new Set(pages.map(page => page.name))];
    throw new failure/* Failure */.H('invalid', `Nothing that is built in is called "${word}"`, {
        advice: `There are: ${names.join(', ')}.${(0,did_you_mean/* didYouMean */.a)(word, names)}`,
    });
}


/***/ }),

/***/ 749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ toggle),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _language_did_you_mean__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7455);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(631);
/**
 * Flags as Packer's users write them: `-x`, `--x`, `-x=v`, `-x v`; switches only `-x` or `-x=false`. Unlike there, flags may
 * also follow the arguments.
 */


const toggle = (doc, initial = false) => ({ doc, initial, read: readBoolean });
const text = (placeholder, doc) => ({
    doc,
    placeholder,
    initial: undefined,
    read: value => value,
});
/** May be repeated; `split` also takes several in one, with commas. */
const list = (placeholder, doc, split = false) => ({
    doc,
    placeholder,
    initial: [],
    read: (value, before) => [...before, ...(split ? value.split(',').filter(part => part !== '') : [value])],
});
const whole = (placeholder, doc, initial) => ({
    doc,
    placeholder,
    initial,
    read: value => {
        if (!/^[+-]?\d+$/.test(value))
            throw new Error(`"${value}" is not a whole number`);
        return Number(value);
    },
});
const choice = (doc, choices, initial) => ({
    doc: `${doc} One of ${choices.join(', ')}.`,
    placeholder: 'CHOICE',
    initial,
    read: value => {
        if (choices.includes(value))
            return value;
        throw new Error(`"${value}" is none of ${choices.join(', ')}`);
    },
});
/** Throws Failure `invalid`. */
function parseArguments(specs, argv) {
    const values = Object.fromEntries(Object.entries(specs).map(([name, flag]) => [name, flag.initial]));
    const rest = [];
    for (let i = 0; i < argv.length; i++) {
        const word = argv[i];
        if (word === '--')
            return { flags: values, rest, command: argv.slice(i + 1) };
        const match = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(word);
        if (!match) {
            rest.push(word);
            continue;
        }
        const [, name = '', given] = match;
        const flag = Object.hasOwn(specs, name) ? specs[name] : unknownFlag(name, specs);
        const value = given ?? (flag.placeholder === undefined ? 'true' : argv[++i]);
        if (value === undefined)
            throw invalid(`Flag -${name} needs a value`, `Write -${name} ${flag.placeholder}.`);
        values[name] = read(flag, name, value, values[name]);
    }
    return { flags: values, rest };
}
function read(flag, name, value, before) {
    try {
        return flag.read(value, before);
    }
    catch (error) {
        throw invalid(`Invalid value for flag -${name}: ${error.message}`, flag.doc);
    }
}
function unknownFlag(name, specs) {
    const meant = (0,_language_did_you_mean__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, Object.keys(specs));
    throw invalid(`Unknown flag -${name}`, meant ? `Did you mean -${meant}?` : 'The flag -help lists all that there are.');
}
function readBoolean(value) {
    if (/^(1|t|true)$/i.test(value))
        return true;
    if (/^(0|f|false)$/i.test(value))
        return false;
    throw new Error(`"${value}" is neither true nor false`);
}
const invalid = (message, advice) => new _model_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('invalid', message, { advice });


/***/ })

};
;