/** Text in other clothes: base64, gzip, URLs, character sets, JSON, CSV, YAML. */
import { fromJson, toJson } from '../../values/json'
import { STRING } from '../../values/type'
import { Value } from '../../values/value'
import { any, define, defineText, string } from '../define'
import { FunctionError, type LanguageFunction } from '../function'
import { csv, iconv, zlib } from '../heavy'
import { decodeYaml } from '../yaml-decode'
import { encodeYaml } from '../yaml-encode'

/** Strict, but for line ends; undefined when it is not base64. */
export function fromBase64(text: string): Buffer | undefined {
  const bare = text.replace(/[\r\n]/g, '')
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bare) ? Buffer.from(bare, 'base64') : undefined
}

/** Undefined when the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function base64Decode(text: string): string {
  const bytes = fromBase64(text)
  if (!bytes) throw new FunctionError(`failed to decode base64 data ${JSON.stringify(text)}`)
  const decoded = fromUtf8(bytes)
  if (decoded === undefined) throw new FunctionError('the result of decoding the provided string is not valid UTF-8')
  return decoded
}

/** As Go's QueryEscape: a space is a plus, and only letters, digits and -_.~ stay. */
const urlEncode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

/** What iconv-lite has beyond the character sets that IANA registers. */
const NOT_A_CHARACTER_SET =
  /^(?:hex|base64|binary|ucs-?2|utf8|utf-?7.*|utf-?32.*|cesu-?8|internal|ascii|windows-31j|cp\d{4,}|win\d+|x-.*)$/i

/** Names of IANA that iconv-lite does not know, by what it calls them; one more name of many is the one of the MIB, `csUTF8`. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['extended_unix_code_packed_format_for_japanese', 'euc-jp'],
  ['cseucpkdfmtjapanese', 'euc-jp'],
  ['iso-8859-6-e', 'iso-8859-6'],
  ['iso-8859-6-i', 'iso-8859-6'],
  ...['ibm00858', 'ccsid00858', 'cp00858', 'pc-multilingual-850+euro'].map(name => [name, 'cp858'] as const),
])

/** As iconv-lite calls it. */
function knownEncoding(name: string): string {
  const lower = name.toLowerCase()
  const other = OTHER_NAMES.get(lower)
  if (other) return other
  const known = [lower, lower.replace(/^cs/, '')].find(each => iconv().encodingExists(each))
  if (known === undefined || NOT_A_CHARACTER_SET.test(name))
    throw new FunctionError(`${JSON.stringify(name)} is not a supported IANA encoding name or alias`, 1)
  return known
}

const hasMark = (name: string): boolean => /^utf-?16$/.test(name)

function encodeText(text: string, encoding: string): string {
  const name = knownEncoding(encoding)
  const bytes = iconv().encode(text, hasMark(name) ? 'utf-16be' : name, { addBOM: hasMark(name) })
  if (iconv().decode(bytes, name) !== text)
    throw new FunctionError(`the given string contains characters that cannot be represented in ${encoding}`, 0)
  return bytes.toString('base64')
}

function decodeText(source: string, encoding: string): string {
  const name = knownEncoding(encoding)
  const bytes = fromBase64(source)
  if (!bytes) {
    const offset = /[^A-Za-z0-9+/]/.exec(source.replace(/=+$/, ''))?.index ?? source.length
    throw new FunctionError(`the given value has an invalid base64 symbol at offset ${offset}`, 0)
  }
  const endian = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be'
  const text = iconv().decode(bytes, hasMark(name) ? endian : name)
  const isWide = name.startsWith('utf-16') || name.startsWith('utf16')
  if (/\ufffd|\p{Surrogate}/u.test(text) || (isWide && bytes.length % 2 === 1))
    throw new FunctionError(`the given string contains symbols that are not defined for ${encoding}`, 0)
  return text
}

/** The first line names the attributes of all others. */
function decodeCsv(text: string): Value {
  const records = readCsv(text)
  const [names, ...rows] = records
  if (!names) throw new FunctionError('missing header line')
  const twice = names.fields.find((name, i) => names.fields.indexOf(name) !== i)
  if (twice !== undefined) throw new FunctionError(`duplicate column name ${JSON.stringify(twice)}`)
  const objects = rows.map(({ fields, line }) => {
    if (fields.length !== names.fields.length) throw new FunctionError(`record on line ${line}: wrong number of fields`)
    return Value.object(names.fields.map((name, i) => [name, Value.string(fields[i]!)]))
  })
  return Value.list(Value.object(names.fields.map(name => [name, Value.null(STRING)])).type, objects)
}

function readCsv(text: string): { fields: string[]; line: number }[] {
  const { parse, CsvError } = csv()
  try {
    const options = {
      bom: false,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    }
    const records = parse(text, options) as unknown as { info: { lines: number }; record: string[] }[]
    return records.map(({ info, record }) => ({ line: info.lines, fields: record.map(field => field.replaceAll('\r\n', '\n')) }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const problems: Readonly<Record<string, string>> = {
      CSV_QUOTE_NOT_CLOSED: 'extraneous or missing " in quoted-field',
      CSV_INVALID_CLOSING_QUOTE: 'extraneous or missing " in quoted-field',
      INVALID_OPENING_QUOTE: 'bare " in non-quoted-field',
    }
    throw new FunctionError(`parse error on line ${error.lines}: ${problems[error.code] ?? error.message}`)
  }
}

export const encodingFunctions: readonly LanguageFunction[] = [
  defineText('base64encode', ['str'], text => Buffer.from(text).toString('base64')),
  defineText('base64decode', ['str'], base64Decode),
  defineText('base64gzip', ['str'], text => zlib().gzipSync(text).toString('base64')),
  defineText('urlencode', ['str'], urlEncode),
  defineText('textencodebase64', ['string', 'encoding'], encodeText),
  defineText('textdecodebase64', ['source', 'encoding'], decodeText),
  define('jsonencode', [any('val', { allowNull: true, allowDynamic: true })], STRING, value => toJson(value)),
  define('jsondecode', [string('str')], 'call', text => fromJson(text.asString())),
  define('csvdecode', [string('str')], 'call', text => decodeCsv(text.asString())),
  define('yamlencode', [any('value', { allowNull: true, allowDynamic: true })], STRING, value => encodeYaml(value)),
  define('yamldecode', [string('src')], 'call', text => decodeYaml(text.asString())),
]
