/** What is installed on a machine made from an image, as its own package manager tells it. */

export interface Inventory {
  readonly system: OperatingSystem
  readonly manager: 'deb' | 'rpm' | 'apk'
  /** Sorted by name, architecture and version; each once. */
  readonly packages: readonly InstalledPackage[]
}

/** From `/etc/os-release`. */
export interface OperatingSystem {
  /** `debian`, `amzn`. */
  readonly id: string
  readonly name: string
  /** `12`; absent where there are no releases (Debian's sid, Arch). */
  readonly version?: string
  /** For people: `Debian GNU/Linux 12 (bookworm)`. */
  readonly description?: string
  readonly cpe?: string
}

export interface InstalledPackage {
  readonly name: string
  /** Whole, with the epoch where there is one: `1:9.2p1-2+deb12u3`. */
  readonly version: string
  readonly arch?: string
  /** What it was built from, when that is called otherwise: `openssh`, `openssh@1:9.2p1-2`; of rpm the file of the source package. */
  readonly source?: string
  /** As the package says it; dpkg does not know it. */
  readonly license?: string
}

/** Which machine was asked: one booted from the image, or where no smoke test boots one, that which the image was made of. */
export type AskedMachine = 'fresh machine' | 'build machine'

/** What two images of one build differ in. */
export interface PackageChanges {
  readonly added: readonly PackageChange[]
  readonly removed: readonly PackageChange[]
  readonly upgraded: readonly PackageChange[]
  readonly downgraded: readonly PackageChange[]
}

export interface PackageChange {
  readonly name: string
  readonly arch?: string
  /** Absent of an added one. */
  readonly from?: string
  /** Absent of a removed one. */
  readonly to?: string
}
