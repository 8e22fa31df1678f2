/** Why a file did not get across, as a sentence. */
import { ConnectionLost } from '../../model/communicator'
import { Failure } from '../../model/failure'
import { NO_SUCH_FILE, PERMISSION_DENIED } from './sftp'

const ADVICE = {
  upload: 'Upload to a place that the user may write to, such as /tmp, and move it with sudo in a shell provisioner.',
  download: 'Copy it with sudo in a shell provisioner to a place where the user may read it, and download it from there.',
}
const LARGER = 'Give the machine a larger disk, or choose another folder: /tmp is often in memory, and small.'

/** tar has a line for every file. */
const EVIDENCE_LINES = 5

/** A lost connection stays one, so that whoever asked may try again; an interruption stays as it is. */
export function transferFailure(error: unknown, direction: 'upload' | 'download', path: string): unknown {
  if (!(error instanceof Error) || error instanceof Failure || error.name === 'AbortError') return error
  const what = direction === 'upload' ? `upload to ${path}` : `download of ${path}`
  if (error instanceof ConnectionLost) return new ConnectionLost(`${what} broke off: ${error.message}`)
  const { code } = error as { code?: unknown }
  if (code === 'ENOENT' && 'path' in error) {
    return new Failure('failed', `${what} failed: there is no ${String(error.path)} on this machine`, { cause: error })
  }
  if ('syscall' in error) {
    return new Failure('failed', `${what} failed on this machine: ${error.message}`, { cause: error })
  }
  if (code === PERMISSION_DENIED || /permission denied/i.test(error.message)) {
    return new Failure('failed', `${what} failed: the user may not do that`, {
      advice: ADVICE[direction],
      evidence: error.message,
    })
  }
  if (/no space left on device/i.test(error.message)) {
    const evidence = error.message.split('\n').slice(0, EVIDENCE_LINES).join('\n')
    return new Failure('failed', `${what} failed: the disk there is full`, { advice: LARGER, evidence })
  }
  if (code === NO_SUCH_FILE) {
    const why = direction === 'upload' ? 'the folder it should go into is not there' : 'there is no such file'
    return new Failure('failed', `${what} failed: ${why}`, { cause: error })
  }
  return new Failure('failed', `${what} failed: ${error.message}`, { cause: error })
}
