/** Files, folders and what else has a path. Symbolic links are looked at themselves; contents and sums are those of their targets. */
import { quote } from '../../../lib/posix-quote'
import type { Answer, Question, ResourceKind } from '../resource'
import { Lines } from '../values'

/** More is not fetched from the machine. */
const LARGEST_BYTES = 64 * 1024 * 1024
const SUMS = ['md5', 'sha256', 'sha512']

export const file: ResourceKind = {
  type: 'file',
  label: 'File',
  target: 'path',
  attributes: ['exists', 'mode', 'owner', 'uid', 'group', 'gid', 'linked-to', 'filetype', 'contents', 'size', ...SUMS],
  formerly: { contains: 'contents' },
  deciding: 'exists',
  ignoresEmpty: ['contents'],
  ask: ({ target, wanted }) => {
    const lines = [
      `p=$(place ${quote(target.replace(/(?<=.)\/+$/, ''))})`,
      'if [ -e "$p" ] || [ -h "$p" ]; then',
      `stat -c '%f|%s|%u|%g|%U|%G' "$p" >"$o".stat`,
    ]
    if (wanted.has('linked-to')) lines.push('[ -h "$p" ] && readlink "$p" >"$o".target')
    if (wanted.has('contents')) lines.push(`head -c ${LARGEST_BYTES + 1} "$p" >"$o".contents 2>"$o".why || rm -f "$o".contents`)
    for (const sum of SUMS) if (wanted.has(sum)) lines.push(`${sum}sum <"$p" >"$o".${sum} 2>"$o".why || rm -f "$o".${sum}`)
    return [...lines, 'fi'].join('\n')
  },
  find: (attribute, answer, { target }) => {
    const stat = answer.text('stat')
    if (stat === undefined) return attribute === 'exists' ? false : missing(target)
    const [mode = '', size, uid, gid, owner, group] = stat.trim().split('|')
    const bits = Number.parseInt(mode, 16)
    switch (attribute) {
      case 'exists':
        return true
      case 'mode':
        return (bits & 0o7777).toString(8).padStart(4, '0')
      case 'size':
        return Number(size)
      case 'uid':
        return Number(uid)
      case 'gid':
        return Number(gid)
      case 'owner':
        return owner
      case 'group':
        return group
      case 'filetype':
        return FILE_TYPES[bits >> 12] ?? 'file'
      case 'linked-to':
        return (answer.text('target') ?? fail(`${target} is not a symbolic link`)).replace(/\n$/, '')
      case 'contents':
        return contents(answer, target)
      default:
        return (answer.text(attribute) ?? unreadable(answer, target)).split(' ', 1)[0]
    }
  },
}

/** The upper bits of st_mode. */
const FILE_TYPES: Readonly<Record<number, string>> = {
  1: 'pipe',
  2: 'character-device',
  4: 'directory',
  6: 'block-device',
  10: 'symlink',
  12: 'socket',
}

function contents(answer: Answer, target: string): Lines {
  const bytes = answer.bytes('contents') ?? unreadable(answer, target)
  if (bytes.length > LARGEST_BYTES) fail(`${target} is larger than ${LARGEST_BYTES} bytes, and so much is not fetched`)
  return new Lines(bytes.toString())
}

const unreadable = (answer: Answer, target: string): never => fail(answer.text('why')?.trim() || `${target} could not be read`)
const missing = (target: string): never => fail(`there is no ${target}`)

export function fail(sentence: string): never {
  throw new Error(sentence)
}

export type { Question }
