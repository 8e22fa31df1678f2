/**
 * SFTP (version 3) has no number for a full disk, a read-only file system, or a folder in the place of the file: OpenSSH says
 * "Failure" to all of them. The shell there is made to fail alike, and says why. Half a file is taken away: nobody should use it.
 */
import { delay } from '../../lib/abort'
import type { Link } from './link'
import { capture } from './script'
import { NO_SUCH_FILE, type NotWritten, PERMISSION_DENIED } from './sftp'

/** As much as a full disk does not take, whatever room its last block had. */
const SCRIPT = `
  if [ -z "$2" ]; then : >> "$1";
  elif [ -f "$1" ]; then
    ! command -v head > /dev/null || head -c 1048576 /dev/zero >> "$1";
    rm -f -- "$1";
  fi`

/** The error to throw instead; the server's own answer where that is clear, or where nothing more is found out. */
export async function explained({ path, begun, cause }: NotWritten, link: Link): Promise<Error> {
  if (!begun && (cause.code === NO_SUCH_FILE || cause.code === PERMISSION_DENIED)) return cause
  const said = await Promise.race([askAbout(link, path, begun), delay(ANSWER_MILLISECONDS)])
  const reason = said?.split('\n')[0]?.split(': ').at(-1)
  return reason ? new Error(reason, { cause }) : cause
}

const ANSWER_MILLISECONDS = 10_000

const askAbout = (link: Link, path: string, begun: boolean): Promise<string | undefined> =>
  capture(link, SCRIPT, [path, begun ? 'begun' : '']).then(
    ({ said }) => said,
    () => undefined,
  )
