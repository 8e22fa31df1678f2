/** Starts the machine anew and waits until it is another boot that answers. */
import { delay, within } from '../lib/abort'
import type { ProvisionContext } from '../model/plugin'

/** For the machine to go away, before it is asked whether it is back. */
const PAUSE_MILLISECONDS = 1000
/** A machine that is on its way down may keep the connection without ever answering. */
const PATIENCE_MILLISECONDS = 15_000

const REBOOT = `
for way in "systemctl reboot" "shutdown -r now" reboot; do
  command -v "\${way%% *}" >/dev/null 2>&1 || continue
  if [ "$(id -u)" = 0 ]; then $way && exit 0; else sudo -n $way && exit 0; fi
done
exit 9`

/** Throws Error when the user may not reboot the machine, or it does not come back while the test's time lasts. */
export async function reboot({
  communicator,
  signal,
  say,
}: Pick<ProvisionContext, 'communicator' | 'signal' | 'say'>): Promise<void> {
  const before = await bootId(communicator, signal)
  say('Rebooting the machine, to ask everything again')
  const errors: Uint8Array[] = []
  const onStderr = (chunk: Uint8Array) => void errors.push(chunk)
  const { status } = await communicator.run(REBOOT, { signal, onStderr }).catch(() => ({ status: undefined }))
  if (status === 9)
    throw new Error(`the machine could not be rebooted: ${Buffer.concat(errors).toString().trim() || 'no way to'}`)
  for (;;) {
    await delay(PAUSE_MILLISECONDS, signal)
    const patience = within(PATIENCE_MILLISECONDS, signal)
    const now = await bootId(communicator, patience).catch(() => undefined)
    signal.throwIfAborted()
    if (now !== undefined && now !== before) return
    await communicator.close().catch(() => {})
  }
}

async function bootId(communicator: ProvisionContext['communicator'], signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = []
  await communicator.run('cat /proc/sys/kernel/random/boot_id', { signal, onStdout: chunk => void chunks.push(chunk) })
  const id = Buffer.concat(chunks).toString().trim()
  if (id === '') throw new Error('the machine does not say which boot it is')
  return id
}
