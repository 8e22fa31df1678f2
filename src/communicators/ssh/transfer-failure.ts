/** Why a file did not get across, as a sentence. */
import { ConnectionLost } from '../../model/communicator'
import { Failure } from '../../model/failure'
import { NO_SUCH_FILE, PERMISSION_DENIED } from './sftp'

const ELSEWHERE = 'Upload to a place that the user may write to, such as /tmp, and move it with sudo in a shell provisioner.'

/** A lost connection stays one, so that whoever asked may try again; an interruption stays as it is. */
export function transferFailure(error: unknown, direction: 'upload' | 'download', path: string): unknown {
  if (!(error instanceof Error) || error instanceof Failure || error.name === 'AbortError') return error
  const what = direction === 'upload' ? `upload to ${path}` : `download of ${path}`
  if (error instanceof ConnectionLost) return new ConnectionLost(`${what} broke off: ${error.message}`)
  const { code } = error as { code?: unknown }
  if (code === 'ENOENT' && 'path' in error) {
    return new Failure('failed', `${what} failed: there is no ${String(error.path)} on this machine`, { cause: error })
  }
  if (code === PERMISSION_DENIED || /permission denied/i.test(error.message)) {
    return new Failure('failed', `${what} failed: the user may not do that`, { advice: ELSEWHERE, evidence: error.message })
  }
  if (code === NO_SUCH_FILE) {
    const why = direction === 'upload' ? 'the folder it should go into is not there' : 'there is no such file'
    return new Failure('failed', `${what} failed: ${why}`, { cause: error })
  }
  return new Failure('failed', `${what} failed: ${error.message}`, { cause: error })
}
