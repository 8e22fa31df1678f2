/** Judges how a script ended. */
import { constants } from 'node:os'
import type { RemoteExit } from '../../model/communicator'
import { Failure } from '../../model/failure'

/** Packer's number for a session that ended without telling an exit status, which templates put into valid_exit_codes. */
export const DISCONNECTED = 2_300_218

/** As a shell would tell it: 128 and the number of the signal that ended the process. */
export function exitCode({ status, signal }: RemoteExit): number {
  if (status !== undefined) return status
  if (signal === undefined) return DISCONNECTED
  const number = (constants.signals as Readonly<Record<string, number>>)[signal.startsWith('SIG') ? signal : `SIG${signal}`]
  return 128 + (number ?? 0)
}

/** Throws when the code is not among the valid ones. `lines`: the last output, as evidence. */
export function checkExit(
  name: string,
  exit: RemoteExit,
  valid: readonly number[],
  lines: readonly string[],
  advice?: string,
): void {
  const code = exitCode(exit)
  if (valid.includes(code)) return
  const how =
    exit.status === undefined && exit.signal ? `was ended by ${exit.signal} (status ${code})` : `ended with status ${code}`
  throw new Failure('failed', `${name} ${how}; valid is ${valid.join(', ')}`, {
    advice,
    evidence: lines.length > 0 ? `its last output:\n${lines.join('\n')}` : undefined,
  })
}
