/** The packages of an image as CycloneDX 1.6 JSON. The same image of the same run gives the same bytes: its serial number is a hash of the rest. */
import { createHash } from 'node:crypto'
import type { AskedMachine, InstalledPackage, Inventory } from '../model/inventory'
import type { BuildReport, Report } from '../model/report'
import { version } from '../model/version'
import { purlOf } from './purl'

export interface Bom {
  readonly run: Report['run']
  readonly build: BuildReport
  readonly inventory: Inventory
  readonly machine: AskedMachine
}

export function cyclonedxText(bom: Bom): string {
  const { run, inventory } = bom
  const image = imageOf(bom)
  const packages = inventory.packages.map(one => packageOf(one, inventory))
  const body = {
    metadata: {
      timestamp: run.startedAt,
      tools: { components: [{ type: 'application', name: 'ingot', version }] },
      component: image,
    },
    components: [systemOf(inventory), ...packages],
    dependencies: [{ ref: image['bom-ref'], dependsOn: [SYSTEM, ...packages.map(one => one['bom-ref'])] }],
  }
  const head = { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6' }
  return `${JSON.stringify({ ...head, serialNumber: serialOf(JSON.stringify(body)), version: 1, ...body }, null, 2)}\n`
}

/** In the form of a UUID of version 8, which leaves the bits to whoever makes it. */
function serialOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function imageOf({ run, build, machine }: Bom) {
  const images = build.images.toSorted((a, b) => (a.region < b.region ? -1 : 1))
  const [first] = images
  const properties = {
    'ingot:build': build.name,
    'ingot:run': run.id,
    'ingot:asked': machine,
    ...Object.fromEntries(images.map(({ region, id }) => [`ingot:image:${region}`, id])),
    ...(first?.sourceId && { 'ingot:base-image': first.sourceId }),
    ...(first?.fingerprint && { 'ingot:fingerprint': first.fingerprint }),
  }
  return {
    type: 'platform',
    'bom-ref': 'image',
    name: first?.name || build.name,
    ...(first && { version: first.id }),
    properties: Object.entries(properties).map(([name, value]) => ({ name, value })),
  }
}

const SYSTEM = 'operating-system'

const systemOf = ({ system: { id, version, description, cpe } }: Inventory) => ({
  type: 'operating-system',
  'bom-ref': SYSTEM,
  name: id,
  ...(version && { version }),
  ...(description && { description }),
  ...(cpe && /^cpe:([/]|2\.3:)/.test(cpe) && { cpe }),
})

function packageOf(one: InstalledPackage, inventory: Inventory) {
  const { name, version, license } = one
  const purl = purlOf(one, inventory)
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    ...(license && { licenses: [{ license: { name: license } }] }),
    purl,
  }
}
