/** What a light machine has that this host has not: commands that would otherwise reach out to the host itself. */
import { join } from 'node:path'
import { writeAtomically } from '../../../lib/atomic-file'

/** Everybody is root in a light machine; options of sudo's that take no argument are accepted. */
const sudo = `#!/bin/sh
while :; do case $1 in -[nEHSibkK]) shift ;; -u|-g) shift 2 ;; --) shift; break ;; *) break ;; esac; done
[ $# -gt 0 ] || exec /bin/sh
exec env "$@"
`
/** Process 1 of the machine ends it, or has it begin anew. */
const powerOff = '#!/bin/sh\nkill -USR1 1\n'
const reboot = '#!/bin/sh\nkill -USR2 1\n'
const shutdown = '#!/bin/sh\ncase " $* " in *" -r"*) kill -USR2 1 ;; *" -c "*) ;; *) kill -USR1 1 ;; esac\n'

const files: Readonly<Record<string, string>> = {
  'usr/bin/sudo': sudo,
  'usr/sbin/poweroff': powerOff,
  'usr/sbin/halt': powerOff,
  'usr/sbin/reboot': reboot,
  'usr/sbin/shutdown': shutdown,
  'etc/hostname': 'light\n',
}

/** Each file is the old or the new one: sandboxes that start together write the same disk. */
export async function writeBaseDisk(disk: string): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeAtomically(join(disk, name), text, 0o755)
}
