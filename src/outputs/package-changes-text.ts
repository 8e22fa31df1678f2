/** What has changed in the packages of an image, in words: one line for the terminal, a table for a page. */
import type { PackageChange, PackageChanges } from '../model/inventory'
import type { BuildPackages } from '../model/report'

const WORDS = ['upgraded', 'downgraded', 'added', 'removed'] as const satisfies readonly (keyof PackageChanges)[]

export type ChangeRow = readonly [word: (typeof WORDS)[number], name: string, from: string, to: string]

/** `312 installed; since the last image 2 upgraded, 1 added`. */
export function packagesLine({ installed, changes }: BuildPackages): string {
  if (!changes) return `${installed} installed`
  const counts = WORDS.filter(word => changes[word].length > 0).map(word => `${changes[word].length} ${word}`)
  return `${installed} installed; since the last image ${counts.length > 0 ? counts.join(', ') : 'nothing has changed'}`
}

/** `openssl 3.0.11 → 3.0.14, curl 8.5.0 and 3 more`; undefined where there are none. */
export function changeLine(changes: readonly PackageChange[], most = 5): string | undefined {
  if (changes.length === 0) return undefined
  const told = changes.slice(0, most).map(({ name, from, to }) => [name, [from, to].filter(Boolean).join(' → ')].join(' '))
  return `${told.join(', ')}${changes.length > most ? ` and ${changes.length - most} more` : ''}`
}

/** The architecture is told where a name alone would stand there twice. */
export const changeRows = (changes: PackageChanges): readonly ChangeRow[] =>
  WORDS.flatMap(word => {
    const counts = new Map<string, number>()
    for (const { name } of changes[word]) counts.set(name, (counts.get(name) ?? 0) + 1)
    const isTwice = (name: string) => counts.get(name) !== 1
    return changes[word].map(
      ({ name, arch, from = '', to = '' }) => [word, isTwice(name) && arch ? `${name}:${arch}` : name, from, to] as const,
    )
  })
