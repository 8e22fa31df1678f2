/** Addresses and subnets in CIDR notation, IPv4 and IPv6 alike: a network is a number, how many bits it has, and how many are fixed. */
import { isIPv6 } from 'node:net'
import { listOf, STRING } from '../../values/type'
import { Value } from '../../values/value'
import { define, defineText, many, number, string } from '../define'
import { FunctionError, type LanguageFunction } from '../function'
import { ipaddr } from '../heavy'

interface Network {
  readonly start: bigint
  readonly bits: 32 | 128
  readonly prefix: number
}

/** The upper bits of an IPv4 address that is written as one of IPv6, ::ffff:10.0.0.1; Go takes it for what it stands for. */
const MAPPED = 0xffffn

/** Zeros in front are taken as decimal, as Go before 1.17 did, and as Packer's library still does. */
function parse(text: string): Network {
  const invalid = new FunctionError(`invalid CIDR expression: invalid CIDR address: ${text}`)
  const [, address, length] = /^(.*)\/0*(\d+)$/.exec(text) ?? []
  if (address === undefined) throw invalid
  const bytes = addressBytes(address)
  const prefix = Number(length)
  if (!bytes || prefix > bytes.length * 8) throw invalid
  const bits = bytes.length === 4 ? 32 : 128
  const value = bytes.reduce((sofar, byte) => (sofar << 8n) | BigInt(byte), 0n)
  const host = BigInt(bits - prefix)
  const start = (value >> host) << host
  if (bits === 128 && prefix >= 96 && start >> 32n === MAPPED)
    return { start: start & 0xffffffffn, bits: 32, prefix: prefix - 96 }
  return { start, bits, prefix }
}

function addressBytes(address: string): readonly number[] | undefined {
  const parts = address.split('.')
  if (parts.length === 4 && parts.every(part => /^\d+$/.test(part) && Number(part) <= 255)) return parts.map(Number)
  return isIPv6(address) && !address.includes('%') ? ipaddr().IPv6.parse(withoutDots(address)).toByteArray() : undefined
}

/** ipaddr.js takes ::1.2.3.4 for ::ffff:1.2.3.4, which is another address. */
const withoutDots = (address: string): string =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a, b, c, d] = bytes.map(Number)
    return `${(a! * 256 + b!).toString(16)}:${(c! * 256 + d!).toString(16)}`
  })

function print(address: bigint, bits: 32 | 128): string {
  if (bits === 128 && address >> 32n === MAPPED) return print(address & 0xffffffffn, 32)
  const bytes = Array.from({ length: bits / 8 }, (_, i) => Number((address >> BigInt(bits - 8 * (i + 1))) & 0xffn))
  return bits === 32 ? bytes.join('.') : ipaddr().fromByteArray(bytes).toString()
}

const printNetwork = ({ start, bits, prefix }: Network): string => `${print(start, bits)}/${prefix}`

function whole(value: Value): bigint {
  if (!value.asNumber().isInteger) throw new FunctionError('value must be a whole number')
  return value.asNumber().toInteger()
}

/** Numbers below zero count from the end. */
function host(text: Value, hostNumber: Value): string {
  const { start, bits, prefix } = parse(text.asString())
  const wanted = whole(hostNumber)
  const size = 1n << BigInt(bits - prefix)
  const at = wanted < 0n ? size + wanted : wanted
  if (at < 0n || at >= size) throw new FunctionError(`prefix of ${prefix} does not accommodate a host numbered ${wanted}`)
  return print(start + at, bits)
}

function netmask(text: string): string {
  const { bits, prefix } = parse(text)
  if (bits === 128) throw new FunctionError(`IPv6 addresses cannot have a netmask: ${text}`)
  return print(((1n << 32n) - 1n) ^ ((1n << BigInt(32 - prefix)) - 1n), 32)
}

function subnet(text: Value, newBits: Value, subnetNumber: Value): string {
  const { start, bits, prefix } = parse(text.asString())
  const [extension, wanted] = [Number(whole(newBits)), whole(subnetNumber)]
  if (extension < 0) throw new FunctionError(`a prefix cannot be extended by ${extension}`)
  if (prefix + extension > bits)
    throw new FunctionError(`insufficient address space to extend prefix of ${prefix} by ${extension}`)
  if (wanted < 0n || wanted >= 1n << BigInt(extension))
    throw new FunctionError(`prefix extension of ${extension} does not accommodate a subnet numbered ${wanted}`)
  return printNetwork({ start: start + (wanted << BigInt(bits - prefix - extension)), bits, prefix: prefix + extension })
}

/** One behind the other, each where its own size lets it begin. */
function subnets(text: Value, ...newBits: Value[]): Value {
  const whole = parse(text.asString())
  const end = whole.start + (1n << BigInt(whole.bits - whole.prefix))
  let next = whole.start
  let last: Network | undefined
  const found = newBits.map((value, i) => {
    const prefix = whole.prefix + extensionOf(value, whole, i + 1)
    const size = 1n << BigInt(whole.bits - prefix)
    const start = ((next + size - 1n) / size) * size
    if (start + size > end) {
      const after = last ? ` after ${printNetwork(last)}` : ''
      throw new FunctionError(`not enough remaining address space for a subnet with a prefix of ${prefix} bits${after}`, i + 1)
    }
    next = start + size
    last = { start, bits: whole.bits, prefix }
    return Value.string(printNetwork(last))
  })
  return Value.list(STRING, found)
}

function extensionOf(value: Value, { bits, prefix }: Network, argument: number): number {
  const extension = Number(whole(value))
  if (extension < 1) throw new FunctionError('must extend prefix by at least one bit', argument)
  if (extension > 32) throw new FunctionError('may not extend prefix by more than 32 bits', argument)
  if (prefix + extension > bits)
    throw new FunctionError(
      `would extend prefix to ${prefix + extension} bits, which is too long for an ${bits === 32 ? 'IPv4' : 'IPv6'} address`,
      argument,
    )
  return extension
}

export const networkFunctions: readonly LanguageFunction[] = [
  define('cidrhost', [string('prefix'), number('hostnum')], STRING, host),
  defineText('cidrnetmask', ['prefix'], netmask),
  define('cidrsubnet', [string('prefix'), number('newbits'), number('netnum')], STRING, subnet),
  define('cidrsubnets', [string('prefix'), many(number('newbits'))], listOf(STRING), subnets),
]
