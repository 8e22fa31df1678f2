"use strict";
exports.id = 3765;
exports.ids = [3765];
exports.modules = {

/***/ 93765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reference: () => (/* binding */ reference)
});

// EXTERNAL MODULE: ./build/catalog.js + 44 modules
var catalog = __webpack_require__(73494);
// EXTERNAL MODULE: ./build/language/did-you-mean.js
var did_you_mean = __webpack_require__(27455);
// EXTERNAL MODULE: ./build/model/failure.js
var failure = __webpack_require__(30631);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(77727);
// EXTERNAL MODULE: ./build/cli/flags.js
var flags = __webpack_require__(90749);
// EXTERNAL MODULE: ./build/language/values/type-text.js
var type_text = __webpack_require__(35521);
// EXTERNAL MODULE: ./build/language/values/value.js
var values_value = __webpack_require__(84176);
// EXTERNAL MODULE: ./build/language/options/plain.js
var plain = __webpack_require__(88555);
;// CONCATENATED MODULE: ./build/language/options/reference.js



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
function typeOf({ form, type, written, settings }) {
    if (form === 'block')
        return 'block';
    if (form === 'blocks')
        return 'blocks';
    const { oneOf } = settings;
    return oneOf ? oneOf.map(code).join(', ') : (written ?? (0,type_text/* typeText */.wQ)(type));
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
var communicator_options = __webpack_require__(46125);
// EXTERNAL MODULE: ./build/template/publish-block.js
var publish_block = __webpack_require__(72501);
// EXTERNAL MODULE: ./build/template/sbom-block.js
var sbom_block = __webpack_require__(38797);
// EXTERNAL MODULE: ./build/template/smoke-test-options.js
var smoke_test_options = __webpack_require__(54303);
;// CONCATENATED MODULE: ./build/cli/reference-pages.js






function referenceRooms({ sources, dataSources, provisioners, postProcessors, communicators }) {
    return [
        { title: 'Sources', pages: Object.values(sources).map(source => pluginPage('sources', source, reachedBy(source.reachable))) },
        { title: 'Data sources', pages: Object.values(dataSources).map(dataSourcePage) },
        { title: 'Provisioners', pages: Object.values(provisioners).map(plugin => pluginPage('provisioners', plugin)) },
        { title: 'Post-processors', pages: Object.values(postProcessors).map(plugin => pluginPage('post-processors', plugin)) },
        { title: 'Other blocks and options', pages: [communicatorsPage(communicators), ...ownPages] },
    ];
}
function referenceIndex(rooms) {
    const link = ({ path, name, summary }) => `- [${name}](${path}): ${summary}`;
    const parts = rooms.map(({ title, pages }) => `## ${title}\n\n${pages.map(link).join('\n')}\n`);
    return `# Reference\n\nMade by \`npm run docs\` from the declarations in \`src\`; what is written here by hand is overwritten.\n\n${parts.join('\n')}`;
}
function pluginPage(folder, { type, summary, options }, note) {
    return { path: `${folder}/${type}.md`, name: type, summary, text: textOf(type, [summary, note], options) };
}
function dataSourcePage(source) {
    const page = pluginPage('data-sources', source);
    const rows = Object.entries(source.outputs).map(([name, { type, doc }]) => `| \`${name}\` | ${(0,type_text/* typeText */.wQ)(type)} | ${doc} |`);
    const outputs = [
        '## Outputs',
        `Read as \`data.${source.type}.NAME.OUTPUT\`.`,
        ['| Output | Type | Meaning |', '| --- | --- | --- |', ...rows].join('\n'),
    ];
    return { ...page, text: `${page.text}\n${outputs.join('\n\n')}\n` };
}
const reachedBy = (reachable) => reachable
    ? 'How the machine is reached is said in the same block, by the [communicator options](../communicators.md).'
    : undefined;
function communicatorsPage(communicators) {
    const summary = 'How machines are reached. These options stand in the source block, beside its own.';
    const list = Object.values(communicators).map(({ type, summary: what }) => `- \`${type}\`: ${what}`);
    const text = textOf('Communicators', [summary, list.join('\n')], communicator_options/* communicatorOptions */.O0);
    return { path: 'communicators.md', name: 'communicators', summary, text };
}
function ownPage(name, what, more, options) {
    const summary = `A block of \`*.ingot.hcl\`: ${what}`;
    return { path: `${name}.md`, name, summary, text: textOf(name, [summary, more], options) };
}
const ownPages = [
    ownPage('smoke_test', 'what a fresh machine from the candidate image is asked before it is published.', 'More in [Smoke tests](../smoke-tests.md).', smoke_test_options/* smokeTestOptions */.i),
    ownPage('ssh', 'how machines are trusted.', 'More in [SSH](../ssh.md).', communicator_options/* trustOptions */.z5),
    ownPage('sbom', 'whether what is installed in an image is listed.', 'More in [SBOM](../sbom.md).', sbom_block/* sbomOptions */.W),
    ownPage('publish', 'where the IDs of published images go.', 'More in [Terraform](../terraform.md).', publish_block/* publishOptions */.g),
];
function textOf(title, paragraphs, options) {
    const intro = paragraphs.filter(paragraph => paragraph !== undefined);
    return `${[`# ${title}`, ...intro, referenceTables(options).trimEnd()].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./build/cli/commands/reference.js






const reference_flags = {
    json: (0,flags/* toggle */.L$)('All pages as JSON, [{path, text}], as docs/reference is made of them.'),
};
const reference = (0,command/* verb */.w3)({
    usage: 'reference [flags] [NAME…]',
    summary: 'Lists what is built in, or prints the options of one.',
    flags: reference_flags,
    run: async ({ rest, flags: given }, { stdout, document }) => {
        const rooms = referenceRooms(catalog/* plugins */.N);
        const pages = rooms.flatMap(room => room.pages);
        const chosen = rest.length === 0 ? pages : rest.flatMap(word => pagesOf(word, pages));
        const data = chosen.map(({ path, text }) => ({ path, text }));
        if (document)
            document.set('pages', data);
        else if (given.json)
            stdout.write(`${JSON.stringify([{ path: 'README.md', text: referenceIndex(rooms) }, ...data])}\n`);
        else
            stdout.write(rest.length === 0 ? overview(rooms) : chosen.map(({ text }) => text).join('\n'));
        return 0;
    },
});
function overview(rooms) {
    const width = Math.max(...rooms.flatMap(room => room.pages.map(page => page.name.length)));
    const line = ({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`;
    return rooms.map(({ title, pages }) => `${title}\n${pages.map(line).join('')}`).join('\n');
}
function pagesOf(word, pages) {
    const found = pages.filter(({ name, path }) => name === word || path === `${word}.md`);
    if (found.length > 0)
        return found;
    const names = [...new Set(pages.map(page => page.name))];
    throw new failure/* Failure */.H('invalid', `Nothing that is built in is called "${word}"`, {
        advice: `There are: ${names.join(', ')}.${(0,did_you_mean/* didYouMean */.au)(word, names)}`,
    });
}


/***/ })

};
;