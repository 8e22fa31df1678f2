/** What a template leaves behind, by Debian's Packer and by us: artifacts, files, and the manifest without what differs from run to run. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { plugins } from '../../src/catalog'
import { renderer } from '../../src/engine/render'
import { runPlan } from '../../src/engine/run'
import type { Report } from '../../src/model/report'
import { loadPlan } from '../../src/template/load-plan'
import { shown } from './template'

export interface Left {
  readonly done: boolean
  /** By build, without the type that Packer 1.6.6 leaves out of legacy builds' names; in order. */
  readonly artifacts: Readonly<Record<string, readonly Named[]>>
  /** Content by path; of archives what is in them. */
  readonly files: Readonly<Record<string, string>>
}

interface Named {
  readonly builderId: string
  readonly id: string
  readonly description: string
  readonly files: readonly string[]
}

export interface Both {
  readonly packer: Left
  readonly ours: Left
  /** Of ours, for the reader of a failed test. */
  readonly messages: readonly string[]
}

export type Given = Readonly<Record<string, string>>

export interface Choice {
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

export async function leftByBoth(name: string, template: string, files: Given = {}, choice: Choice = {}): Promise<Both> {
  const packer = inFolder(name, template, files, folder => byPacker(name, folder, choice))
  let messages: readonly string[] = []
  const ours = await inFolder(name, template, files, async folder => {
    const result = await byUs(name, folder, choice)
    messages = result.messages
    return result.left
  })
  return { packer: await packer, ours, messages }
}

async function inFolder<T>(name: string, template: string, files: Given, work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-artifacts-'))
  try {
    for (const [path, text] of Object.entries({ ...files, [name]: template })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
      chmodSync(join(folder, path), 0o644)
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function byPacker(name: string, folder: string, { only, except }: Choice): Left {
  const flags = [...(only ? [`-only=${only}`] : []), ...(except ? [`-except=${except}`] : [])]
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    CHECKPOINT_DISABLE: '1',
    PACKER_CONFIG_DIR: join(folder, '.config'),
  }
  const { stdout, status } = spawnSync('packer', ['build', '-machine-readable', ...flags, name], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    timeout: 120_000,
  })
  rmSync(join(folder, '.packer.d'), { recursive: true, force: true })
  rmSync(join(folder, '.config'), { recursive: true, force: true })
  rmSync(join(folder, '.cache'), { recursive: true, force: true })
  return { done: status === 0, artifacts: artifactsIn(stdout), files: contentsOf(folder) }
}

/** `time,build,artifact,number,key,value…` */
function artifactsIn(stdout: string): Left['artifacts'] {
  const builds = new Map<string, Map<string, { readonly facts: Map<string, string>; readonly files: string[] }>>()
  for (const line of stdout.split('\n')) {
    const [, build = '', kind, number = '', key = '', first = '', second = ''] = line.split(',')
    if (kind !== 'artifact') continue
    const artifacts = builds.get(build) ?? new Map()
    builds.set(build, artifacts)
    const artifact = artifacts.get(number) ?? { facts: new Map(), files: [] }
    artifacts.set(number, artifact)
    if (key === 'file') artifact.files.push(second)
    else artifact.facts.set(key, first.replaceAll('%!(PACKER_COMMA)', ','))
  }
  const named = ({ facts, files }: { readonly facts: Map<string, string>; readonly files: readonly string[] }): Named => ({
    builderId: facts.get('builder-id') ?? '',
    id: facts.get('id') ?? '',
    description: facts.get('string') ?? '',
    files,
  })
  return Object.fromEntries([...builds].map(([build, artifacts]) => [build, [...artifacts.values()].map(named)]))
}

async function byUs(name: string, folder: string, choice: Choice): Promise<{ left: Left; messages: readonly string[] }> {
  const before = process.cwd()
  const state = mkdtempSync(join(tmpdir(), 'ingot-artifacts-state-'))
  process.chdir(folder)
  try {
    const { plan, diagnostics } = await loadPlan({ path: name, environment: {}, plugins, requireBuilds: true, ...choice })
    const messages = diagnostics.map(shown)
    if (!plan) return { left: { done: false, artifacts: {}, files: contentsOf(folder) }, messages }
    const report = await runPlan(plan, plugins, { sinks: [], stateFolder: state, render: renderer('1.16.0') })
    return {
      left: leftBy(report, folder),
      messages: [...messages, ...report.builds.flatMap(({ error }) => error?.message ?? [])],
    }
  } finally {
    process.chdir(before)
    rmSync(state, { recursive: true, force: true })
  }
}

const leftBy = (report: Report, folder: string): Left => ({
  done: report.outcome === 'done',
  artifacts: Object.fromEntries(
    report.builds
      .filter(({ artifacts, outcome }) => outcome === 'done' && artifacts.length > 0)
      .map(({ sourceName, artifacts }) => [
        sourceName,
        artifacts.map(({ builderId, id, description, files }) => ({ builderId, id, description, files })),
      ]),
  ),
  files: contentsOf(folder),
})

function contentsOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true }).map(String)
  const files = paths.filter(path => statSync(join(folder, path)).isFile()).sort()
  return Object.fromEntries(files.map(path => [path, contentOf(join(folder, path))]))
}

function contentOf(path: string): string {
  const bytes = readFileSync(path)
  if (basename(path) === 'packer-manifest.json') return manifestOf(bytes, dirname(path))
  if (isGzip(bytes)) return `gzip of\n${textOf(gunzipSync(bytes))}`
  return textOf(bytes)
}

const textOf = (bytes: Buffer): string => (isZip(bytes) ? zipOf(bytes) : shortened(bytes.toString('latin1')))

const bytesOf = (path: string): Buffer => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0))

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
const isCompressed = (bytes: Buffer): boolean => isGzip(bytes) || isZip(bytes)

/** So that a failed test can be read. */
const shortened = (text: string): string =>
  text.length < 5000 ? text : `${text.length} ${createHash('sha256').update(text).digest('hex')}`

/** Names and contents, as another program reads them. */
function zipOf(bytes: Buffer): string {
  const script =
    'import io,sys,zipfile,json; z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); assert z.testzip() is None; print(json.dumps([[i.filename,i.date_time[0],i.compress_type,z.read(i)[:200].decode("latin1"),len(z.read(i))] for i in z.infolist()]))'
  return spawnSync('python3', ['-c', script], { input: bytes, encoding: 'utf8' }).stdout
}

/** How small compression gets is the compressor's own; all else of a manifest is the same. */
const manifestOf = (bytes: Buffer, folder: string): string =>
  bytes
    .toString()
    .replace(/"name": "(.*)",\n(\s*)"size": \d+/g, (whole, name: string, space: string) =>
      isCompressed(bytesOf(join(folder, name))) ? `"name": "${name}",\n${space}"size": "any"` : whole,
    )
    .replace(/"build_time": \d+/g, '"build_time": 0')
    .replace(/"(packer_run_uuid|last_run_uuid)": "[^"]+"/g, '"$1": "uuid"')
