/** SBOMs held to CycloneDX's own schema and to another reader of package URLs; written only for images that passed; read again by the next run. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { PackageURL } from 'packageurl-js'
import type { Inventory } from '../../src/model/inventory'
import type { Report } from '../../src/model/report'
import { cyclonedxText } from '../../src/outputs/cyclonedx'
import { packageOfPurl, purlOf } from '../../src/outputs/purl'
import { previousPackages, SbomFiles, sbomName } from '../../src/outputs/sbom-files'
import { buildReport, event, failedBuild, report } from './reports'

const debian: Inventory = {
  system: { id: 'debian', name: 'Debian GNU/Linux', version: '12', description: 'Debian GNU/Linux 12 (bookworm)' },
  manager: 'deb',
  packages: [
    { name: 'libstdc++6', version: '12.2.0-14+b1', arch: 'amd64', source: 'gcc-12@12.2.0-14' },
    { name: 'openssl', version: '3.0.11-1~deb12u2', arch: 'amd64' },
    { name: 'zlib1g', version: '1:1.2.13.dfsg-1', arch: 'amd64', source: 'zlib' },
  ],
}
const amazon: Inventory = {
  system: { id: 'amzn', name: 'Amazon Linux', version: '2023', cpe: 'cpe:2.3:o:amazon:amazon_linux:2023' },
  manager: 'rpm',
  packages: [
    { name: 'Odd_Name', version: '1^git~2-1', arch: 'noarch', source: 'odd a&b=c.src.rpm', license: 'GPLv2+ and MIT' },
    { name: 'openssl', version: '1:3.0.8-1.amzn2023', arch: 'x86_64', license: 'Apache-2.0' },
  ],
}
const alpine: Inventory = {
  system: { id: 'alpine', name: 'Alpine Linux', version: '3.19.1' },
  manager: 'apk',
  packages: [{ name: 'busybox', version: '1.36.1-r15', arch: 'x86_64', license: 'GPL-2.0-only' }],
}

const { run } = report()
const bom = (inventory: Inventory, build = buildReport()) => cyclonedxText({ run, build, inventory, machine: 'fresh machine' })

test.each([
  [debian, 1, 'pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12'],
  [debian, 0, 'pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bb1?arch=amd64&distro=debian-12&upstream=gcc-12%4012.2.0-14'],
  [debian, 2, 'pkg:deb/debian/zlib1g@1:1.2.13.dfsg-1?arch=amd64&distro=debian-12&upstream=zlib'],
  [amazon, 0, 'pkg:rpm/amzn/Odd_Name@1%5Egit~2-1?arch=noarch&distro=amzn-2023&upstream=odd%20a%26b%3Dc.src.rpm'],
  [amazon, 1, 'pkg:rpm/amzn/openssl@3.0.8-1.amzn2023?arch=x86_64&distro=amzn-2023&epoch=1'],
  [alpine, 0, 'pkg:apk/alpine/busybox@1.36.1-r15?arch=x86_64&distro=alpine-3.19.1'],
  [{ ...debian, system: { id: 'rhel', name: 'RHEL' } }, 1, 'pkg:deb/redhat/openssl@3.0.11-1~deb12u2?arch=amd64&distro=rhel'],
] as const)('package URL %#: %s', (inventory, index, expected) => {
  const one = inventory.packages[index]!
  const purl = purlOf(one, inventory)
  expect(purl).toBe(expected)
  const read = PackageURL.fromString(purl)
  const epoch = read.qualifiers?.epoch
  expect({ name: read.name, version: epoch ? `${epoch}:${read.version}` : read.version, arch: read.qualifiers?.arch }).toEqual({
    name: one.name,
    version: one.version,
    arch: one.arch,
  })
  expect(packageOfPurl(purl)).toEqual({ name: one.name, version: one.version, arch: one.arch })
})

test.each(['pkg:npm/left-pad@1.0.0', 'pkg:deb/debian/x', 'nothing', 'pkg:deb/debian/%zz@1', ''])(
  'no package of a distribution: %s',
  purl => {
    expect(packageOfPurl(purl)).toBeUndefined()
  },
)

describe('CycloneDX', () => {
  const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema')
  const schema = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  // Formats of draft 2019, in fields that are not written here.
  for (const name of ['idn-email', 'iri-reference']) ajv.addFormat(name, true)
  for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  const validate = ajv.compile(schema('bom-1.6'))

  test.each([
    ['Debian', debian],
    ['Amazon Linux', amazon],
    ['Alpine', alpine],
    ['an empty machine', { ...debian, packages: [] }],
    ['a system with an odd cpe', { ...debian, system: { ...debian.system, cpe: 'nonsense' } }],
  ] as const)('%s: valid by the schema of 1.6', (_name, inventory) => {
    validate(JSON.parse(bom(inventory)))
    expect(validate.errors).toBeNull()
  })

  test('what image, what system, which packages; the time is that of the run', () => {
    const { metadata, components, specVersion, version } = JSON.parse(bom(debian))
    expect({ specVersion, version, timestamp: metadata.timestamp }).toEqual({
      specVersion: '1.6',
      version: 1,
      timestamp: run.startedAt,
    })
    expect(components.map(({ type, name, version }: Record<string, string>) => `${type} ${name} ${version}`)).toEqual([
      'operating-system debian 12',
      'library libstdc++6 12.2.0-14+b1',
      'library openssl 3.0.11-1~deb12u2',
      'library zlib1g 1:1.2.13.dfsg-1',
    ])
    expect(metadata.component.properties).toEqual([
      { name: 'ingot:build', value: 'amazon-ebs.web' },
      { name: 'ingot:run', value: 'ingot-1' },
      { name: 'ingot:asked', value: 'fresh machine' },
      { name: 'ingot:image:eu-west-1', value: 'ami-2' },
      { name: 'ingot:image:us-east-1', value: 'ami-1' },
    ])
  })

  test('the same bytes for the same image, whatever the order of its regions; another serial for another one', () => {
    const serial = (text: string) => JSON.parse(text).serialNumber
    expect(bom(debian)).toBe(bom(debian, buildReport({ images: buildReport().images.toReversed() })))
    expect(serial(bom(debian))).not.toBe(serial(bom({ ...debian, packages: debian.packages.slice(1) })))
  })
})

describe('files', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'ingot-sbom-'))
  const inventory = { type: 'inventory', build: 'amazon-ebs.web', inventory: debian, machine: 'fresh machine' } as const

  async function written(path: string, ended: Report) {
    const sink = new SbomFiles(path)
    sink.handle(event(inventory))
    return sink.finish(ended)
  }

  test('one for each build that made images; the next run reads what was in them', async () => {
    const path = join(folder(), 'new')
    const file = join(path, 'amazon-ebs.web.cdx.json')
    expect(await written(path, report({ builds: [buildReport(), buildReport({ name: 'amazon-ebs.skipped' })] }))).toEqual([
      { what: 'sbom', path: file },
    ])
    const packages = debian.packages.map(({ name, version, arch }) => ({ name, version, arch }))
    expect(await previousPackages(path, ['amazon-ebs.web', 'amazon-ebs.other'])).toEqual(new Map([['amazon-ebs.web', packages]]))
    expect(await previousPackages(file, ['renamed'])).toEqual(new Map([['renamed', packages]]))
  })

  test.each([
    ['failed', report({ outcome: 'failed', builds: [buildReport(), failedBuild] })],
    ['was interrupted', report({ outcome: 'interrupted' })],
    ['made no images', report({ builds: [buildReport({ images: [] })] })],
  ])('a run that %s leaves the former file as it is', async (_case, ended) => {
    const path = folder()
    writeFileSync(join(path, 'amazon-ebs.web.cdx.json'), 'former')
    expect(await written(path, ended)).toEqual([])
    expect(readdirSync(path).map(name => readFileSync(join(path, name), 'utf8'))).toEqual(['former'])
  })

  test('names of builds are no paths, and never the same one twice', () => {
    const names = ['a/b', 'a_b', '../../etc/passwd', 'a b', '.', '..', 'x'.repeat(300), `${'x'.repeat(299)}y`, 'ä'].map(sbomName)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[\w-][\w.-]{0,109}\.cdx\.json$/)
    expect(sbomName('web.amazon-ebs.debian')).toBe('web.amazon-ebs.debian.cdx.json')
  })

  test('what is not there is not known; what is no SBOM is refused by name', async () => {
    const path = folder()
    expect(await previousPackages(join(path, 'none'), ['a'])).toEqual(new Map())
    expect(existsSync(join(path, 'none'))).toBe(false)
    const file = join(path, 'a.cdx.json')
    for (const text of ['', '[]', 'null', '{"bomFormat":"SPDX"}', '{"bomFormat":"CycloneDX"}']) {
      writeFileSync(file, text)
      await expect(previousPackages(path, ['a'])).rejects.toThrow(`${file} is no SBOM`)
    }
    await expect(previousPackages(file, ['a', 'b'])).rejects.toThrow('is one file, and there are 2 builds')
  })
})
