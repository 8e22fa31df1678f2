/**
 * Takes host keys that were made for this one machine out of it, so that no machine made from its image has them: sshd gets new
 * ones, and what cloud-init keeps of the user data goes. cloud-init makes new host keys for each new machine anyway, unless the
 * image sets `ssh_deletekeys: false`.
 */
import type { Link } from './link'
import { capture } from './script'

/** Status 0: nothing of them is left. The keys come by standard input, and are the public ones: no process list shows more. */
const script = (keys: readonly string[]) => `
holding() { printf '%s\\n' ${keys.join(' ')} | grep -lFs -f - "$@"; }
for public in $(holding /etc/ssh/ssh_host_*_key.pub); do
  key=\${public%.pub} type=\${public#/etc/ssh/ssh_host_} type=\${type%_key.pub}
  rm -f "$key" "$public"
  command -v ssh-keygen > /dev/null && ssh-keygen -q -t "$type" -N '' -C '' -f "$key" < /dev/null > /dev/null
done
[ ! -d /var/lib/cloud/instances ] || for file in $(holding -r /var/lib/cloud/instances); do rm -f "$file" "\${file%.i}"; done
if [ -n "$(holding /etc/ssh/ssh_host_*_key.pub)" ]; then exit 1; fi
`

/** One sudo for all: where machines are emulated each takes a second. */
const AS_ROOT = 'if [ "$(id -u)" = 0 ]; then exec sh -s; else exec sudo -n sh -s; fi'

export async function clearHostKeys(link: Link, hostKeys: readonly string[]): Promise<void> {
  const keys = hostKeys.map(line => line.split(' ')[1] ?? '').filter(key => /^[\w+/=]+$/.test(key))
  const { status } = await capture(link, AS_ROOT, [], { stdin: Buffer.from(script(keys)) })
  if (status !== 0) throw new Error('they are still in /etc/ssh; the user may not remove them')
}
