/** Where the packages come from: the host's own mirrors when it knows this release, else Debian's public ones. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../../platforms/qemu/command'

export const suite = 'bookworm'
export const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

const suites = [suite, `${suite}-updates`, `${suite}-security`]

/** One-line apt sources. `INGOT_DEBIAN_MIRROR` (an address like http://mirror/debian) goes before all. */
export async function aptSources(
  environment: Readonly<Record<string, string | undefined>>,
  folder = '/etc/apt',
): Promise<string[]> {
  const wanted = environment.INGOT_DEBIAN_MIRROR?.trim()
  if (wanted) return line(wanted, suite)
  const own = (await sourceFiles(folder)).flatMap(({ name, text }) => (name.endsWith('.sources') ? deb822(text) : oneLine(text)))
  if (own.some(source => source.suite === suite)) return [...new Set(own.flatMap(source => line(source.uri, source.suite)))]
  return [
    ...line('http://deb.debian.org/debian', suite),
    ...line('http://deb.debian.org/debian', `${suite}-updates`),
    ...line('http://deb.debian.org/debian-security', `${suite}-security`),
  ]
}

interface Source {
  readonly uri: string
  readonly suite: string
}

const line = (uri: string, of: string) => [`deb [signed-by=${keyring}] ${uri} ${of} main`]

async function sourceFiles(folder: string): Promise<{ name: string; text: string }[]> {
  const parts = await readdir(join(folder, 'sources.list.d')).catch(() => [])
  const paths = [join(folder, 'sources.list'), ...parts.sort().map(name => join(folder, 'sources.list.d', name))]
  return Promise.all(paths.map(async name => ({ name, text: await readFile(name, 'utf8').catch(() => '') })))
}

function oneLine(text: string): Source[] {
  return text.split('\n').flatMap(entry => {
    const match = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.*)$/.exec(entry)
    return match ? relevant([match[1]!], [match[2]!], match[3]!.split(/\s+/)) : []
  })
}

function deb822(text: string): Source[] {
  return text.split(/\n\s*\n/).flatMap(stanza => {
    const fields = new Map<string, string[]>()
    for (const [, key, value] of stanza.matchAll(/^([A-Za-z-]+):[ \t]*(.*(?:\n[ \t]+.*)*)/gm))
      fields.set(key!.toLowerCase(), value!.split(/\s+/).filter(Boolean))
    const of = (key: string) => fields.get(key) ?? []
    if (!of('types').includes('deb') || of('enabled')[0]?.toLowerCase() === 'no') return []
    return relevant(of('uris'), of('suites'), of('components'))
  })
}

const relevant = (uris: readonly string[], named: readonly string[], components: readonly string[]) =>
  components.includes('main')
    ? uris.flatMap(uri => named.filter(name => suites.includes(name)).map(name => ({ uri, suite: name })))
    : []

/** The host's own proxies for apt, as options for another apt. */
export async function aptProxies(): Promise<string[]> {
  const dump = await run('apt-config', ['dump']).catch(() => '')
  return dump
    .split('\n')
    .filter(entry => /^Acquire::https?::(?:Proxy(?:::|\s)|Proxy-Auto-Detect)/i.test(entry) && !/""/.test(entry))
}
