/** Rules for machines that are reached by WinRM. */
import type { CommunicatorOptions } from '../../model/communicator-options'
import type { Problem } from '../../model/plugin'
import { asksForPassword } from './windows-password'

export function checkWindows(communicator?: CommunicatorOptions): Problem[] {
  if (!communicator || !asksForPassword(communicator)) return []
  const { ssh_keypair_name, ssh_private_key_file, temporary_key_pair_type: type } = communicator
  const problems: Problem[] = []
  if (ssh_keypair_name && !ssh_private_key_file)
    problems.push({
      option: 'ssh_keypair_name',
      summary: 'Nobody could read the password',
      detail:
        'AWS encrypts the password of Windows for this key pair: set ssh_private_key_file to its private half, or winrm_password.',
    })
  if (!ssh_keypair_name && type && type !== 'rsa')
    problems.push({
      option: 'temporary_key_pair_type',
      summary: 'Nobody could read the password',
      detail: 'AWS encrypts the password of Windows for RSA keys only: leave the type away, or set winrm_password.',
    })
  return problems
}
