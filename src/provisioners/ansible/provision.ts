/** The story of one run: requirements, a way to the machine, an inventory that names it, the playbook. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { makeSshKeyPair, type SshKeyType } from '../../lib/ssh-key'
import { Failure } from '../../model/failure'
import type { ProvisionContext } from '../../model/plugin'
import { execute } from '../../platforms/scripts/execute'
import { checkExit } from '../../platforms/scripts/exit'
import { commandOutput } from '../../platforms/scripts/output'
import { openAdapter } from './adapter'
import { galaxyRuns } from './galaxy'
import { inventoryText } from './inventory'
import type { AnsibleOptions } from './options'

/** How Ansible reaches the machine. */
interface Way {
  readonly host: string
  readonly port: number
  readonly user: string
  /** Path of the private key; undefined where Ansible has to find one by itself. */
  readonly keyFile?: string
  readonly variables?: readonly string[]
  close(): void
}

export async function provision(options: AnsibleOptions, context: ProvisionContext): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ingot-ansible-'))
  try {
    if (!options.skip_version_check) await run(options.command, ['--version'], options, context, true)
    for (const words of galaxyRuns(options, await galaxyText(options))) await run(options.galaxy_command, words, options, context)
    const way = options.use_proxy ? await byAdapter(options, folder, context) : await straight(options, folder, context)
    try {
      await play(options, way, folder, context)
    } finally {
      way.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const galaxyText = ({ galaxy_file: file }: AnsibleOptions) => (file ? readFile(file, 'utf8') : undefined)

async function byAdapter(options: AnsibleOptions, folder: string, { communicator }: ProvisionContext): Promise<Way> {
  const type = (options.ansible_proxy_key_type ?? options.adapter_key_type).toLowerCase() as SshKeyType
  const [host, client] = await Promise.all([makeSshKeyPair(type, 'ingot'), makeSshKeyPair(type, 'ingot')])
  const { ssh_host_key_file: hostFile, ssh_authorized_key_file: clientFile } = options
  const keyFile = join(folder, 'key')
  await writeFile(keyFile, client.privateKey, { mode: 0o600 })
  const adapter = await openAdapter({
    communicator,
    hostKey: hostFile ? await readFile(hostFile, 'utf8') : host.privateKey,
    clientKey: clientFile ? await readFile(clientFile, 'utf8') : client.publicKey,
    port: options.local_port ?? 0,
    sftpCommand: options.sftp_command,
  })
  return {
    host: options.ansible_proxy_host,
    port: adapter.port,
    user: options.user ?? userInfo().username,
    keyFile: clientFile ? undefined : keyFile,
    close: adapter.close,
  }
}

/** use_proxy = false: Ansible connects by itself, with what opened the machine for us. */
async function straight(options: AnsibleOptions, folder: string, { values }: ProvisionContext): Promise<Way> {
  const known = (name: string) => (values[name] === undefined || values[name] === '<unknown>' ? undefined : String(values[name]))
  const [key, password] = [known('SSHPrivateKey'), known('Password')]
  if (key) await writeFile(join(folder, 'key'), key, { mode: 0o600 })
  // In a file, as a list of processes would show it.
  if (password) await writeFile(join(folder, 'password.json'), JSON.stringify({ ansible_password: password }), { mode: 0o600 })
  return {
    host: known('Host') ?? '',
    port: Number(known('Port') ?? 22),
    user: options.user ?? known('User') ?? userInfo().username,
    keyFile: key ? join(folder, 'key') : known('SSHPrivateKeyFile'),
    variables: password ? [`@${join(folder, 'password.json')}`] : [],
    close: () => undefined,
  }
}

async function play(options: AnsibleOptions, way: Way, folder: string, context: ProvisionContext): Promise<void> {
  const place = options.inventory_directory ?? (options.keep_inventory_file ? tmpdir() : folder)
  const inventory = options.inventory_file ?? join(place, `packer-provisioner-ansible${randomBytes(6).toString('hex')}`)
  if (!options.inventory_file) await writeFile(inventory, inventoryText(options, way, context.render), { mode: 0o600 })
  const httpAddress = context.values.PackerHTTPAddr
  const words = [
    ...['-e', `packer_build_name="${context.build.sourceName}"`, '-e', `packer_builder_type=${context.build.sourceType}`],
    ...(isTold(httpAddress) ? ['-e', `packer_http_addr=${httpAddress}`] : []),
    ...['--ssh-extra-args', (options.ansible_ssh_extra_args ?? ['-o IdentitiesOnly=yes']).join(' ')],
    ...options.extra_arguments,
    ...(way.keyFile ? ['-e', `ansible_ssh_private_key_file=${way.keyFile}`] : []),
    ...(way.variables ?? []).flatMap(variable => ['-e', variable]),
    ...['-i', inventory, resolve(options.playbook_file)],
  ]
  context.say(`Running the playbook ${options.playbook_file}`)
  try {
    await run(options.command, words, options, context)
  } finally {
    if (options.keep_inventory_file) context.say(`The inventory stays in ${inventory}`)
    else if (!options.inventory_file) await rm(inventory, { force: true })
  }
}

const isTold = (value: unknown): boolean => Boolean(value) && value !== '<unknown>' && !String(value).startsWith('ERR_')

async function run(
  program: string,
  words: readonly string[],
  options: AnsibleOptions,
  context: ProvisionContext,
  silent = false,
): Promise<void> {
  const output = commandOutput(silent ? () => undefined : context.output)
  const execution = { signal: context.signal, environment: environmentOf(options, context), output }
  const exit = await execute(program, words, execution).catch(error => {
    if (!(error instanceof Failure)) throw error
    throw new Failure('failed', error.message, { advice: 'Install Ansible on this machine, or name its program by command.' })
  })
  output.end()
  checkExit(program, exit, [0], output.last)
}

function environmentOf(options: AnsibleOptions, { run: { uuid } }: ProvisionContext): Record<string, string> {
  const given = options.ansible_env_vars.map(entry => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)])
  return {
    PACKER_RUN_UUID: uuid,
    ANSIBLE_HOST_KEY_CHECKING: 'False',
    ...(options.use_sftp === false && { ANSIBLE_SCP_IF_SSH: 'True' }),
    ...Object.fromEntries(given),
  }
}
