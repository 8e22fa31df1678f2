"use strict";
exports.id = 3123;
exports.ids = [3123];
exports.modules = {

/***/ 33123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   provision: () => (/* binding */ provision)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68321);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(yaml__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30789);
/* harmony import */ var _model_failure__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30631);
/* harmony import */ var _platforms_scripts_exit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15799);
/* harmony import */ var _platforms_scripts_output__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89694);








const STAGING = '/tmp/packer-provisioner-ansible-local';
async function provision(options, context) {
    const staging = options.staging_directory ?? `${STAGING}/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    context.say(`Bringing the playbook to ${staging}`);
    const playbooks = await stage(options, staging, context);
    const inventory = await stageInventory(options, staging, context);
    for (const command of await galaxyCommands(options, staging))
        await run(`cd ${(0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(staging)} && ${command}`, context);
    const variables = [`packer_build_name=${context.build.sourceName}`, `packer_builder_type=${context.build.sourceType}`];
    const httpAddress = String(context.values.PackerHTTPAddr ?? '');
    if (httpAddress && httpAddress !== '<unknown>' && !httpAddress.startsWith('ERR_'))
        variables.push(`packer_http_addr=${httpAddress}`);
    for (const playbook of playbooks) {
        const words = [options.command, (0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(playbook), `--extra-vars "${variables.join(' ')}"`, ...options.extra_arguments];
        context.say(`Running the playbook ${playbook}`);
        await run(`cd ${(0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(staging)} && ${words.join(' ')} -c local -i ${(0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(inventory)}`, context);
    }
    if (options.clean_staging_directory)
        await run(`rm -rf ${(0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(staging)}`, context);
}
async function stage(options, staging, { communicator, signal }) {
    const file = async (local, remote) => {
        await communicator.uploadFile(local, remote, { signal });
        return remote;
    };
    const folder = (local, remote) => communicator.uploadFolder(local, remote, { signal });
    const { status } = await communicator.run(`mkdir -p ${(0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(staging)}`, { signal });
    if (status !== 0)
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('failed', `The staging folder ${staging} cannot be made on the machine`);
    if (options.playbook_dir)
        await folder(options.playbook_dir, staging);
    const playbooks = [];
    if (options.playbook_file)
        playbooks.push(await file(options.playbook_file, node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(options.playbook_file))));
    for (const path of options.playbook_files ?? []) {
        const remote = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, path);
        await communicator.run(`mkdir -p ${(0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(remote))}`, { signal });
        playbooks.push(await file(path, remote));
    }
    if (options.galaxy_file)
        await file(options.galaxy_file, node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(options.galaxy_file)));
    const named = [
        ['playbooks', options.playbook_paths],
        ['roles', options.role_paths],
        ['collections', options.collection_paths],
    ];
    for (const [place, paths] of named)
        for (const path of paths)
            await folder(path, node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, place, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)));
    if (options.group_vars)
        await folder(options.group_vars, node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, 'group_vars'));
    if (options.host_vars)
        await folder(options.host_vars, node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, 'host_vars'));
    return playbooks;
}
async function stageInventory(options, staging, context) {
    const { communicator, signal } = context;
    if (options.inventory_file) {
        const remote = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(options.inventory_file));
        await communicator.uploadFile(options.inventory_file, remote, { signal });
        return remote;
    }
    const remote = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, 'packer-provisioner-ansible-local');
    const text = options.inventory_groups.map(group => `[${group}]\n127.0.0.1\n`).join('') || '127.0.0.1\n';
    await communicator.upload(Buffer.from(text), remote, { signal });
    return remote;
}
async function galaxyCommands(options, staging) {
    if (!options.galaxy_file)
        return [];
    const file = (0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(options.galaxy_file)));
    const content = readRequirements(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(options.galaxy_file, 'utf8'));
    const roles = (0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(options.galaxy_roles_path ?? node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, 'roles'));
    const collections = (0,_lib_posix_quote__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(options.galaxy_collections_path ?? node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(staging, 'collections'));
    return [
        content.roles && `${options.galaxy_command} install -r ${file} -p ${roles}`,
        content.collections && `${options.galaxy_command} collection install -r ${file} -p ${collections}`,
    ].filter(command => command !== false);
}
function readRequirements(text) {
    try {
        const content = (0,yaml__WEBPACK_IMPORTED_MODULE_3__.parse)(text);
        if (typeof content !== 'object' || content === null || Array.isArray(content))
            return { roles: true, collections: false };
        return { roles: 'roles' in content, collections: 'collections' in content };
    }
    catch {
        return { roles: true, collections: false };
    }
}
async function run(command, { communicator, signal, output: tell }) {
    const output = (0,_platforms_scripts_output__WEBPACK_IMPORTED_MODULE_6__/* .commandOutput */ .p)(tell);
    const exit = await communicator
        .run(command, {
        signal,
        onStdout: chunk => output.stdout.write(chunk),
        onStderr: chunk => output.stderr.write(chunk),
    })
        .finally(() => output.end());
    if (exit.status === 127) {
        throw new _model_failure__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('failed', 'Ansible is not on the machine', {
            advice: 'Install it by a shell provisioner before this one, or use the provisioner ansible, which needs only Python there.',
            evidence: output.last.join('\n'),
        });
    }
    (0,_platforms_scripts_exit__WEBPACK_IMPORTED_MODULE_5__/* .checkExit */ .dB)('Ansible on the machine', exit, [0], output.last);
}


/***/ })

};
;