/** Plugins that only have options: enough for everything that happens before a build. */
import { duration } from '../../src/language/options/duration-option'
import { any, block, blocks, flag, number, type OptionsSpec, text, textMap, texts } from '../../src/language/options/spec'
import type { Plugins, PostProcessor, Problem, Provisioner, Source } from '../../src/model/plugin'

const never = async (): Promise<never> => {
  throw new Error('nothing is ever run in these tests')
}

type Check = (options: Readonly<Record<string, unknown>>) => readonly Problem[]

export const source = (
  type: string,
  options: OptionsSpec,
  reachable: boolean,
  buildValues: readonly string[] = [],
  check?: Check,
): Source =>
  ({ type, summary: type, options, reachable, buildValues, builderId: type, build: never, publish: never, check }) as Source

export const provisioner = (type: string, options: OptionsSpec, check?: Check): Provisioner => ({
  type,
  summary: type,
  options,
  provision: never,
  check: check as Provisioner['check'],
})

export const postProcessor = (type: string, options: OptionsSpec): PostProcessor => ({
  type,
  summary: type,
  options,
  keepsInput: true,
  process: never,
})

const scripts = {
  inline: texts('Commands.'),
  script: text('A script.'),
  scripts: texts('Scripts.'),
  environment_vars: texts('Environment.', { default: [] }),
  env: textMap('Environment.'),
  execute_command: text('The command.', { late: true, default: 'chmod +x {{.Path}}; {{.Vars}} {{.Path}}' }),
  valid_exit_codes: any('Exit codes.'),
  start_retry_timeout: duration('Patience.', { default: '5m' }),
} as const

const oneOf: Check = ({ inline, script, scripts }) =>
  [inline, script, scripts].some(each => each !== undefined)
    ? []
    : [{ summary: 'Nothing to run', detail: 'One of inline, script and scripts must be set.' }]

const filter = {
  filters: textMap('Filters.'),
  owners: texts('Owners.', { required: true }),
  most_recent: flag('The newest.', { default: false }),
} as const

const amazonEbs = {
  region: text('Region.', { required: true }),
  access_key: text('Access key.'),
  secret_key: text('Secret key.', { sensitive: true }),
  ami_name: text('Name.', { required: true }),
  instance_type: text('Type.'),
  source_ami: text('Image.'),
  source_ami_filter: block(filter, 'Filter.'),
  tags: textMap('Tags.', { late: true }),
  ami_regions: texts('Regions.'),
  ebs_optimized: flag('Optimized.'),
  spot_price: text('Price.', { unsupported: 'use spot_instances' }),
  launch_block_device_mappings: blocks(
    { device_name: text('Device.', { required: true }), volume_size: number('GiB.') },
    'Disks.',
  ),
  ami_virtualization_type: text('Kind.', { oneOf: ['hvm', 'paravirtual'], default: 'hvm' }),
  ssh_interface: text('Interface.', { deprecated: 'use ssh_address' }),
} as const

const needsImage: Check = ({ source_ami, source_ami_filter }) =>
  source_ami === undefined && source_ami_filter === undefined
    ? [{ summary: 'No source image', detail: 'Set source_ami or source_ami_filter.' }]
    : source_ami !== undefined && source_ami_filter !== undefined
      ? [{ option: 'source_ami_filter.owners', severity: 'warning', summary: 'Two source images' }]
      : []

const byType = <T extends { readonly type: string }>(plugins: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(plugins.map(plugin => [plugin.type, plugin]))

export const plugins: Plugins = {
  sources: byType([
    source('null', {}, true),
    source('file', { content: text('Content.'), source: text('Path.'), target: text('Path.', { required: true }) }, false),
    source('amazon-ebs', amazonEbs, true, ['SourceAMI', 'SourceAMIName'], needsImage),
  ]),
  provisioners: byType([
    provisioner('shell', scripts, oneOf),
    provisioner('shell-local', scripts, oneOf),
    provisioner('file', { source: text('From.'), destination: text('To.', { required: true }), content: text('Content.') }),
  ]),
  postProcessors: byType([
    postProcessor('manifest', {
      output: text('File.', { default: 'packer-manifest.json' }),
      strip_path: flag('Names only.'),
      custom_data: textMap('Data.', { late: true }),
    }),
    postProcessor('shell-local', scripts),
    postProcessor('compress', { output: text('File.') }),
  ]),
  dataSources: {},
  communicators: {},
  askSmokeTest: never,
  resourceKinds: {},
}
