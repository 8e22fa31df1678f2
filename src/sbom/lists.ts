/** What dpkg, rpm and apk print of all that is installed. */
import { compareUtf8 } from '../language/values/utf8'
import type { InstalledPackage, Inventory } from '../model/inventory'

/** Each once, in an order that depends on nothing but the packages. */
export function packagesOf(manager: Inventory['manager'], text: string): readonly InstalledPackage[] {
  const found = { deb: dpkgPackages, rpm: rpmPackages, apk: apkPackages }[manager](text)
  const key = ({ name, arch = '', version }: InstalledPackage) => [name, arch, version].join('\t')
  const distinct = new Map(found.map(one => [key(one), one]))
  return [...distinct].sort(([a], [b]) => compareUtf8(a, b)).map(([, one]) => one)
}

/** Lines of fields, of which those that the package does not have are empty or `(none)`. */
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter(line => line.includes('\t'))
    .map(line => line.split('\t').map(field => (field === '(none)' ? '' : field.trim())))

/** `rc`, removed but for its configuration, is not installed; one that is only half configured is there all the same. */
const dpkgPackages = (text: string): InstalledPackage[] =>
  rows(text).flatMap(([name = '', version = '', arch, source, sourceVersion, status = '']) => {
    if (version === '' || /(not-installed|config-files)$/.test(status)) return []
    const origin = !source || sourceVersion === version || !sourceVersion ? source : `${source}@${sourceVersion}`
    return [tidy({ name, version, arch, source: origin === name ? undefined : origin })]
  })

/** Keys of repositories stand in the list too; they are no software. */
const rpmPackages = (text: string): InstalledPackage[] =>
  rows(text).flatMap(([name = '', version = '', arch, source, license]) =>
    name === 'gpg-pubkey' ? [] : [tidy({ name, version, arch, source, license })],
  )

/** Paragraphs of `P:name`, `V:version`, `A:arch`, `o:origin`, `L:license`. */
const apkPackages = (text: string): InstalledPackage[] =>
  text.split(/\n\n+/).flatMap(paragraph => {
    const field = (letter: string) => new RegExp(`^${letter}:(.*)$`, 'm').exec(paragraph)?.[1]?.trim()
    const [name, version, source] = [field('P'), field('V'), field('o')]
    if (!name || !version) return []
    return [tidy({ name, version, arch: field('A'), source: source === name ? undefined : source, license: field('L') })]
  })

const tidy = ({ name, version, ...rest }: InstalledPackage): InstalledPackage => ({
  name,
  version,
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value)),
})
