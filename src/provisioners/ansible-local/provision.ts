/** Stage what the playbook needs, install what it requires, run it, tidy up. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, posix } from 'node:path'
import { parse } from 'yaml'
import { quote } from '../../lib/posix-quote'
import { Failure } from '../../model/failure'
import type { ProvisionContext } from '../../model/plugin'
import { checkExit } from '../../platforms/scripts/exit'
import { commandOutput } from '../../platforms/scripts/output'
import type { AnsibleLocalOptions } from './options'

const STAGING = '/tmp/packer-provisioner-ansible-local'

export async function provision(options: AnsibleLocalOptions, context: ProvisionContext): Promise<void> {
  const staging = options.staging_directory ?? `${STAGING}/${randomUUID()}`
  context.say(`Bringing the playbook to ${staging}`)
  const playbooks = await stage(options, staging, context)
  const inventory = await stageInventory(options, staging, context)
  for (const command of await galaxyCommands(options, staging)) await run(`cd ${quote(staging)} && ${command}`, context)
  const variables = [`packer_build_name=${context.build.sourceName}`, `packer_builder_type=${context.build.sourceType}`]
  const httpAddress = String(context.values.PackerHTTPAddr ?? '')
  if (httpAddress && httpAddress !== '<unknown>' && !httpAddress.startsWith('ERR_'))
    variables.push(`packer_http_addr=${httpAddress}`)
  for (const playbook of playbooks) {
    const words = [options.command, quote(playbook), `--extra-vars "${variables.join(' ')}"`, ...options.extra_arguments]
    context.say(`Running the playbook ${playbook}`)
    await run(`cd ${quote(staging)} && ${words.join(' ')} -c local -i ${quote(inventory)}`, context)
  }
  if (options.clean_staging_directory) await run(`rm -rf ${quote(staging)}`, context)
}

/** Resolves with where the playbooks lie. */
async function stage(
  options: AnsibleLocalOptions,
  staging: string,
  { communicator, signal }: ProvisionContext,
): Promise<string[]> {
  const file = async (local: string, remote: string) => {
    await communicator.uploadFile(local, remote, { signal })
    return remote
  }
  const folder = (local: string, remote: string) => communicator.uploadFolder(local, remote, { signal })
  const { status } = await communicator.run(`mkdir -p ${quote(staging)}`, { signal })
  if (status !== 0) throw new Failure('failed', `The staging folder ${staging} cannot be made on the machine`)
  if (options.playbook_dir) await folder(options.playbook_dir, staging)
  const playbooks: string[] = []
  if (options.playbook_file)
    playbooks.push(await file(options.playbook_file, posix.join(staging, basename(options.playbook_file))))
  for (const path of options.playbook_files ?? []) {
    const remote = posix.join(staging, path)
    await communicator.run(`mkdir -p ${quote(posix.dirname(remote))}`, { signal })
    playbooks.push(await file(path, remote))
  }
  if (options.galaxy_file) await file(options.galaxy_file, posix.join(staging, basename(options.galaxy_file)))
  const named: [string, readonly string[]][] = [
    ['playbooks', options.playbook_paths],
    ['roles', options.role_paths],
    ['collections', options.collection_paths],
  ]
  for (const [place, paths] of named) for (const path of paths) await folder(path, posix.join(staging, place, basename(path)))
  if (options.group_vars) await folder(options.group_vars, posix.join(staging, 'group_vars'))
  if (options.host_vars) await folder(options.host_vars, posix.join(staging, 'host_vars'))
  return playbooks
}

async function stageInventory(options: AnsibleLocalOptions, staging: string, context: ProvisionContext): Promise<string> {
  const { communicator, signal } = context
  if (options.inventory_file) {
    const remote = posix.join(staging, basename(options.inventory_file))
    await communicator.uploadFile(options.inventory_file, remote, { signal })
    return remote
  }
  const remote = posix.join(staging, 'packer-provisioner-ansible-local')
  const text = options.inventory_groups.map(group => `[${group}]\n127.0.0.1\n`).join('') || '127.0.0.1\n'
  await communicator.upload(Buffer.from(text), remote, { signal })
  return remote
}

async function galaxyCommands(options: AnsibleLocalOptions, staging: string): Promise<string[]> {
  if (!options.galaxy_file) return []
  const file = quote(posix.join(staging, basename(options.galaxy_file)))
  const content = readRequirements(await readFile(options.galaxy_file, 'utf8'))
  const roles = quote(options.galaxy_roles_path ?? posix.join(staging, 'roles'))
  const collections = quote(options.galaxy_collections_path ?? posix.join(staging, 'collections'))
  return [
    content.roles && `${options.galaxy_command} install -r ${file} -p ${roles}`,
    content.collections && `${options.galaxy_command} collection install -r ${file} -p ${collections}`,
  ].filter(command => command !== false)
}

/** A list is one of roles; what cannot be read ansible-galaxy complains of better. */
function readRequirements(text: string): { readonly roles: boolean; readonly collections: boolean } {
  try {
    const content = parse(text) as unknown
    if (typeof content !== 'object' || content === null || Array.isArray(content)) return { roles: true, collections: false }
    return { roles: 'roles' in content, collections: 'collections' in content }
  } catch {
    return { roles: true, collections: false }
  }
}

async function run(command: string, { communicator, signal, output: tell }: ProvisionContext): Promise<void> {
  const output = commandOutput(tell)
  const exit = await communicator
    .run(command, {
      signal,
      onStdout: chunk => output.stdout.write(chunk),
      onStderr: chunk => output.stderr.write(chunk),
    })
    .finally(() => output.end())
  if (exit.status === 127) {
    throw new Failure('failed', 'Ansible is not on the machine', {
      advice: 'Install it by a shell provisioner before this one, or use the provisioner ansible, which needs only Python there.',
      evidence: output.last.join('\n'),
    })
  }
  checkExit('Ansible on the machine', exit, [0], output.last)
}
