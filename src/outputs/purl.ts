/**
 * Package URLs (ECMA-427), by which scanners know what a package is: `pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12`.
 * `upstream` names what a package was built from, as vulnerability databases of distributions are about that.
 */
import type { InstalledPackage, Inventory, OperatingSystem } from '../model/inventory'

/** Vendors whose names are not the system's own. */
const VENDORS: Readonly<Record<string, string>> = {
  rhel: 'redhat',
  'opensuse-leap': 'opensuse',
  'opensuse-tumbleweed': 'opensuse',
  sles: 'suse',
}

export function purlOf({ name, version, arch, source }: InstalledPackage, { manager, system }: Inventory): string {
  const vendor = (VENDORS[system.id] ?? system.id).toLowerCase()
  // Only rpm keeps the epoch apart.
  const [, epoch, plain = version] = (manager === 'rpm' && /^(\d+):(.*)$/.exec(version)) || []
  const qualifiers = Object.entries({ arch, distro: distroOf(system), epoch, upstream: source })
  const given = qualifiers.flatMap(([key, value]) => (value ? [`${key}=${encoded(value)}`] : []))
  return `pkg:${manager}/${encoded(vendor)}/${encoded(manager === 'deb' ? name.toLowerCase() : name)}@${encoded(plain)}?${given.join('&')}`
}

const distroOf = ({ id, version }: OperatingSystem): string => (version === undefined ? id : `${id}-${version}`)

/** All but letters, digits, `.-_~` and the colon. */
const encoded = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll('%3A', ':')
    .replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

/** Undefined for what is no package of a distribution. */
export function packageOfPurl(purl: string): InstalledPackage | undefined {
  const match = /^pkg:(?:deb|rpm|apk)\/(?:[^/?#]+\/)*([^/@?#]+)@([^?#]+)(?:\?([^#]*))?/.exec(purl)
  if (!match) return undefined
  const [, name = '', version = '', query = ''] = match
  try {
    const qualifiers = new Map(
      query.split('&').map(pair => [pair.split('=')[0], decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]),
    )
    const [epoch, arch] = [qualifiers.get('epoch'), qualifiers.get('arch')]
    const plain = decodeURIComponent(version)
    return { name: decodeURIComponent(name), version: epoch ? `${epoch}:${plain}` : plain, ...(arch && { arch }) }
  } catch {
    return undefined
  }
}
