/**
 * Takes host keys that were made for this one machine out of it, so that no machine made from its image has them: sshd gets new
 * ones, and what cloud-init keeps of the user data goes. cloud-init makes new host keys for each new machine anyway, unless the
 * image sets `ssh_deletekeys: false`.
 */
import { runCommand } from './command'
import type { Link } from './link'

/** Status 0: nothing of them is left. The keys come by standard input, and are the public ones: no process list shows more. */
const script = (keys: readonly string[]) => `
as=
[ "$(id -u)" = 0 ] || as='sudo -n'
holds() { printf '%s\\n' ${keys.join(' ')} | $as grep -qF -f - "$1" 2> /dev/null; }
for public in /etc/ssh/ssh_host_*_key.pub; do
  holds "$public" || continue
  key=\${public%.pub} type=\${public#/etc/ssh/ssh_host_} type=\${type%_key.pub}
  $as rm -f "$key" "$public"
  command -v ssh-keygen > /dev/null && $as ssh-keygen -q -t "$type" -N '' -C '' -f "$key" < /dev/null > /dev/null
done
for file in $($as find /var/lib/cloud/instances -type f 2> /dev/null); do
  if holds "$file"; then $as rm -f "$file" "\${file%.i}"; fi
done
for public in /etc/ssh/ssh_host_*_key.pub; do holds "$public" && exit 1; done
exit 0
`

export async function clearHostKeys(link: Link, hostKeys: readonly string[]): Promise<void> {
  const keys = hostKeys.map(line => line.split(' ')[1] ?? '').filter(key => /^[\w+/=]+$/.test(key))
  const { status } = await runCommand(link, 'exec sh -s', { stdin: Buffer.from(script(keys)) }, false)
  if (status !== 0) throw new Error('they are still in /etc/ssh; the user may not remove them')
}
