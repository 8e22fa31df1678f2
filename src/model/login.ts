/** What the options of ssh and of winrm say of the same thing: where the machine is, and who knocks. */
import type { CommunicatorOptions } from './communicator-options'

export interface Login {
  readonly host?: string
  /** Undefined: the machine is not spoken to. */
  readonly port?: number
  readonly username?: string
  readonly password?: string
  /** Milliseconds to wait for an answer, where the template says. */
  readonly timeout?: number
}

export function loginIn(options: Partial<CommunicatorOptions>): Login {
  switch (options.communicator) {
    case 'none':
      return {}
    case 'winrm':
      return {
        host: options.winrm_host || undefined,
        port: options.winrm_port ?? (options.winrm_use_ssl ? 5986 : 5985),
        username: options.winrm_username,
        password: options.winrm_password,
        timeout: options.winrm_timeout,
      }
    default:
      return {
        host: options.ssh_host || undefined,
        port: options.ssh_port ?? 22,
        username: options.ssh_username,
        password: options.ssh_password,
        timeout: options.ssh_timeout ?? options.ssh_wait_timeout,
      }
  }
}
