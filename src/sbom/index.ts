/** What is installed on a machine, asked in one round trip: the lists of dpkg, rpm or apk, and the name of the system. */
import { randomBytes } from 'node:crypto'
import { quote } from '../lib/posix-quote'
import type { Inventory } from '../model/inventory'
import type { ProvisionContext } from '../model/plugin'
import { packagesOf } from './lists'
import { readOsRelease } from './os-release'

/** By the distribution's own files first: tools of other families may be installed too. Of apk's database only what is said of packages. */
const SCRIPT = `
LC_ALL=C; export LC_ALL
has() { command -v "$1" >/dev/null 2>&1; }
if [ -e /etc/debian_version ] && has dpkg-query; then manager=deb; elif [ -e /lib/apk/db/installed ]; then manager=apk
elif has rpm; then manager=rpm; elif has dpkg-query; then manager=deb; else exit 0; fi
echo MARK system
cat /etc/os-release 2>/dev/null || cat /usr/lib/os-release 2>/dev/null
echo; echo MARK "$manager"
case "$manager" in
deb) dpkg-query -W -f '\${Package}\\t\${Version}\\t\${Architecture}\\t\${source:Package}\\t\${source:Version}\\t\${Status}\\n' ;;
rpm) rpm -qa --nosignature --nodigest --qf '%{NAME}\\t%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\t%{ARCH}\\t%{SOURCERPM}\\t%{LICENSE}\\n' ;;
apk) sed -n -e '/^[PVAoL]:/p' -e '/^$/p' /lib/apk/db/installed ;;
esac && { echo; echo MARK end; }
`

/** Undefined when the machine has none of the three. Throws Error when its answer broke off. */
export async function listPackages({
  communicator,
  signal,
}: Pick<ProvisionContext, 'communicator' | 'signal'>): Promise<Inventory | undefined> {
  const marker = `ingot-${randomBytes(12).toString('hex')}`
  const [output, errors]: [Uint8Array[], Uint8Array[]] = [[], []]
  await communicator.run(`exec sh -c ${quote(SCRIPT.replaceAll('MARK', marker))}`, {
    signal,
    onStdout: chunk => output.push(chunk),
    onStderr: chunk => errors.push(chunk),
  })
  // Login scripts may print too: what counts begins with a marker.
  const [, ...parts] = Buffer.concat(output).toString().split(`${marker} `)
  if (parts.length === 0) return undefined
  const texts = new Map(parts.map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]))
  const manager = (['deb', 'rpm', 'apk'] as const).find(name => texts.has(name))
  if (!manager || !texts.has('end'))
    throw new Error(
      `the list of packages broke off${errors.length > 0 ? `: ${Buffer.concat(errors).toString().trim().slice(-500)}` : ''}`,
    )
  return { system: readOsRelease(texts.get('system') ?? ''), manager, packages: packagesOf(manager, texts.get(manager)!) }
}
