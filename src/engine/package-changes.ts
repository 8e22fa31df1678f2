/** What was added, removed and exchanged between two lists of packages. */
import { compareVersions } from '../lib/version-order'
import type { InstalledPackage, PackageChange, PackageChanges } from '../model/inventory'

/** In the order of the names. Of a package that is there in several versions at once (kernels) each counts for itself. */
export function packageChanges(before: readonly InstalledPackage[], after: readonly InstalledPackage[]): PackageChanges {
  const [old, now] = [versionsByName(before), versionsByName(after)]
  const changes: Record<keyof PackageChanges, PackageChange[]> = { added: [], removed: [], upgraded: [], downgraded: [] }
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const { name, arch } = (now.get(key) ?? old.get(key))!
    const [was, is] = [old.get(key)?.versions ?? [], now.get(key)?.versions ?? []]
    const [gone, come] = [was.filter(version => !is.includes(version)), is.filter(version => !was.includes(version))]
    const [from, to] = [gone[0], come[0]]
    if (gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined)
      changes[compareVersions(from, to) < 0 ? 'upgraded' : 'downgraded'].push({ name, ...arch, from, to })
    else {
      for (const version of gone) changes.removed.push({ name, ...arch, from: version })
      for (const version of come) changes.added.push({ name, ...arch, to: version })
    }
  }
  return changes
}

interface Versions {
  readonly name: string
  readonly arch: { readonly arch?: string }
  readonly versions: string[]
}

function versionsByName(packages: readonly InstalledPackage[]): ReadonlyMap<string, Versions> {
  const found = new Map<string, Versions>()
  for (const { name, arch, version } of packages) {
    const key = `${name}\t${arch ?? ''}`
    const known = found.get(key) ?? { name, arch: arch ? { arch } : {}, versions: [] }
    known.versions.push(version)
    found.set(key, known)
  }
  return found
}
