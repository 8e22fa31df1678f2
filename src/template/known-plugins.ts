/** Which plugin of Packer brings a component, by its word in the template; from the public list of integrations. */

export interface PluginOrigin {
  /** The accessor in `required_plugins`. */
  readonly name: string
  readonly source: string
}

/** Built into Packer itself. */
const CORE = new Set([
  ...['file', 'null', 'http'],
  ...['breakpoint', 'powershell', 'shell', 'shell-local', 'sleep', 'windows-restart', 'windows-shell', 'hcp-sbom'],
  ...['artifice', 'checksum', 'compress', 'manifest', 'provenance'],
  ...['hcp-packer-artifact', 'hcp-packer-image', 'hcp-packer-iteration', 'hcp-packer-version'],
])

/** Owned by hashicorp, and components begin with the plugin's name. */
const PREFIXES = [
  ...[
    'alicloud',
    'amazon',
    'ansible',
    'azure',
    'chef',
    'cloudstack',
    'converge',
    'docker',
    'googlecompute',
    'hyperone',
    'hyperv',
  ],
  ...[
    'inspec',
    'jdcloud',
    'linode',
    'lxc',
    'lxd',
    'ncloud',
    'nutanix',
    'openstack',
    'oracle',
    'outscale',
    'parallels',
    'profitbricks',
  ],
  ...[
    'proxmox',
    'puppet',
    'qemu',
    'salt',
    'scaleway',
    'tencentcloud',
    'triton',
    'ucloud',
    'vagrant',
    'virtualbox',
    'vmware',
    'vsphere',
  ],
  'yandex',
]

const OTHERS: Readonly<Record<string, string>> = {
  arm: 'github.com/solo-io/arm-image',
  'arm-image': 'github.com/solo-io/arm-image',
  comment: 'github.com/sylviamoss/comment',
  cross: 'github.com/michalfita/cross',
  digitalocean: 'github.com/digitalocean/digitalocean',
  exoscale: 'github.com/exoscale/exoscale',
  git: 'github.com/ethanmdavidson/git',
  goss: 'github.com/YaleUniversity/goss',
  hcloud: 'github.com/hetznercloud/hcloud',
  incus: 'github.com/bketelsen/incus',
  ionoscloud: 'github.com/ionos-cloud/ionoscloud',
  ovh: 'github.com/ovh/ovhcloud',
  sshkey: 'github.com/ivoronin/sshkey',
  tart: 'github.com/cirruslabs/tart',
  upcloud: 'github.com/UpCloudLtd/upcloud',
  utm: 'github.com/naveenrajm7/utm',
  vultr: 'github.com/vultr/vultr',
  'windows-update': 'github.com/rgl/windows-update',
  xenserver: 'github.com/ddelnano/xenserver',
}

const HCP_PACKER =
  'It asks the HCP Packer registry, a service of HashiCorp; the data source "amazon-ami" finds images without it.'

/** What does the work of a component that will not be built in, in a sentence. */
const INSTEAD: Readonly<Record<string, string>> = {
  goss: 'A smoke_test block in a file *.ingot.hcl asks goss files, on a fresh machine from the image.',
  'hcp-packer-artifact': HCP_PACKER,
  'hcp-packer-image': HCP_PACKER,
  'hcp-packer-iteration': HCP_PACKER,
  'hcp-packer-version': HCP_PACKER,
  'hcp-sbom': 'Every build writes what is installed in its image as CycloneDX, without it.',
}

export const insteadOf = (component: string): string | undefined =>
  Object.hasOwn(INSTEAD, component) ? INSTEAD[component] : undefined

/** Undefined for what Packer has built in, and for what nobody has told us of; `isCore` tells them apart. */
export function pluginOf(component: string): PluginOrigin | undefined {
  if (CORE.has(component)) return undefined
  const begins = (name: string) => component === name || component.startsWith(`${name}-`)
  const other = Object.keys(OTHERS).find(begins)
  if (other) return { name: other, source: OTHERS[other]! }
  const name = PREFIXES.find(begins)
  return name === undefined ? undefined : { name, source: `github.com/hashicorp/${name}` }
}

export const isCore = (component: string): boolean => CORE.has(component)
