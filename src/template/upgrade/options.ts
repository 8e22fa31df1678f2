/** The options of a component: JSON's weak types become what HCL demands, and objects become blocks where blocks are meant. */
import type { OptionsSpec } from '../../language/options/spec'
import type { Type } from '../../language/values/type'
import type { JsonMember, JsonNode, JsonObject } from '../legacy/tree'
import { blockOf, keyOf, listOf, objectOf, quoted, stringOf } from './hcl-text'
import type { Translated } from './texts'

export interface OptionWriter {
  /** Translates a text where the component stands. */
  text(text: string): Translated
}

/** Objects that are blocks in the plugins' documentation although they hold nothing but texts. */
const BLOCKS = new Set([
  ...[
    'assume_role',
    'aws_polling',
    'metadata_options',
    'security_group_filter',
    'source_ami_filter',
    'subnet_filter',
    'vpc_filter',
  ],
  ...[
    'vault_aws_engine',
    'spot_tag',
    'tag',
    'run_tag',
    'placement',
    'ecr_login',
    'assume_role_with_web_identity',
    'ami_root_device',
  ],
  ...['azure_tag', 'plan_info', 'shared_image_gallery', 'shared_image_gallery_destination', 'spot', 'scaleset'],
  ...[
    'network_adapters',
    'disks',
    'storage',
    'content_library_destination',
    'export',
    'cdrom',
    'cloud_init_disk',
    'rng0',
    'tpm_config',
  ],
])
/** Objects that are values although there are objects inside. */
const VALUES = new Set(['json', 'user_variables', 'facter', 'custom_data', 'override', 'build_args'])

/** By the spec of what is built in; for the rest, name and shape tell blocks from values. */
export function writeOptions(members: readonly JsonMember[], spec: OptionsSpec | undefined, writer: OptionWriter): string {
  return members.map(member => writeOption(member, spec, writer)).join('')
}

function writeOption({ name: given, value }: JsonMember, spec: OptionsSpec | undefined, writer: OptionWriter): string {
  const name = Object.keys(spec ?? {}).find(each => each.toLowerCase() === given.toLowerCase()) ?? given
  const option = spec?.[name]
  if (value.kind === 'null') return ''
  if (option ? option.form !== 'attribute' : isBlock(name, value))
    return objectsIn(value)
      .map(each => blockOf(name, [], writeOptions(each.members, option?.options, writer)))
      .join('')
  const code = codeOf(value, option?.type, writer)
  return code === undefined ? '' : `${keyOf(name)} = ${code}\n`
}

function isBlock(name: string, value: JsonNode): boolean {
  if (value.kind === 'array')
    return value.items.length > 0 && !VALUES.has(name) && value.items.every(each => each.kind === 'object')
  if (value.kind !== 'object' || VALUES.has(name)) return false
  return BLOCKS.has(name) || value.members.some(each => each.value.kind === 'object' || each.value.kind === 'array')
}

const objectsIn = (value: JsonNode): readonly JsonObject[] =>
  value.kind === 'array' ? value.items.flatMap(objectsIn) : value.kind === 'object' ? [value] : []

/** Undefined where JSON's weak types make nothing of it: an empty text for a number. */
export function codeOf(node: JsonNode, type: Type | undefined, writer: OptionWriter): string | undefined {
  if (type && (type.kind === 'list' || type.kind === 'set')) return listOfNode(node, type.element, writer)
  if (type?.kind === 'map') return mapOfNode(node, type.element, writer)
  switch (node.kind) {
    case 'string':
      return textOfNode(node.text, type, writer)
    case 'number':
      return type?.kind === 'bool' ? String(Number(node.text) !== 0) : node.text
    case 'bool':
      return type?.kind === 'string'
        ? `"${node.value ? 1 : 0}"`
        : type?.kind === 'number'
          ? node.value
            ? '1'
            : '0'
          : String(node.value)
    case 'null':
      return 'null'
    case 'array':
      return listOf(node.items.map(item => codeOf(item, undefined, writer) ?? 'null'))
    case 'object':
      return objectOf(node.members.map(({ name, value }) => [name, codeOf(value, undefined, writer) ?? 'null']))
  }
}

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False'])

function textOfNode(text: string, type: Type | undefined, writer: OptionWriter): string | undefined {
  const plain = !text.includes('{{')
  if (plain && type?.kind === 'bool') {
    if (text === '') return undefined
    if (TRUE.has(text)) return 'true'
    if (FALSE.has(text)) return 'false'
  }
  if (plain && type?.kind === 'number') {
    if (text === '') return undefined
    if (/^-?\d+(\.\d+)?$/.test(text)) return text
    if (/^0[xXbBoO][\da-fA-F]+$/.test(text)) return String(BigInt(text))
  }
  return stringOf(writer.text(text).pieces)
}

/** A text is a list divided by commas, and anything else a list of one. */
function listOfNode(node: JsonNode, element: Type, writer: OptionWriter): string | undefined {
  const items = (nodes: readonly JsonNode[]) => listOf(nodes.flatMap(item => codeOf(item, element, writer) ?? []))
  if (node.kind === 'array') return items(node.items)
  if (node.kind !== 'string') return items([node])
  const { pieces } = writer.text(node.text)
  if (pieces.some(piece => 'code' in piece)) return `compact(split(",", ${stringOf(pieces)}))`
  return listOf(node.text === '' ? [] : node.text.split(',').map(quoted))
}

/** A list of objects is one with all of their entries. */
function mapOfNode(node: JsonNode, element: Type, writer: OptionWriter): string | undefined {
  if (node.kind === 'string') return node.text === '' ? undefined : stringOf(writer.text(node.text).pieces)
  const entries = new Map<string, string>()
  for (const { members } of objectsIn(node))
    for (const { name, value } of members) entries.set(name, codeOf(value, element, writer) ?? 'null')
  return objectOf([...entries])
}
