/** Why a machine cannot be reached, as one of a few kinds that a person can act on. */

export type ObstacleKind =
  | 'unknown host'
  | 'no route'
  | 'refused'
  | 'timed out'
  | 'closed'
  | 'not winrm'
  | 'certificate'
  | 'authentication'
  | 'fault'

export class Obstacle extends Error {
  constructor(
    readonly kind: ObstacleKind,
    /** Completes "cannot reach X by WinRM: …". */
    message: string,
    readonly advice?: string,
    /** Waiting does not help. */
    readonly final = false,
  ) {
    super(message)
  }
}

const FIREWALL =
  'Check the address, the security group and the firewall of Windows, and that WinRM is set up: it is not everywhere.'

/** What the socket or TLS reported, in our words. */
export function obstacleOf(error: Error & { readonly code?: unknown }): Obstacle {
  if (error instanceof Obstacle) return error
  const code = String(error.code ?? '')
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Obstacle('unknown host', 'the name of the host is not known', 'Check winrm_host and the name server.')
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return new Obstacle('no route', 'there is no route to it', 'Is the address a private one? See ssh_interface.')
    case 'ECONNREFUSED':
      return new Obstacle(
        'refused',
        'the connection is refused: nothing listens on the port',
        'Does the image start WinRM on this port? See winrm_port and winrm_use_ssl.',
      )
    case 'ETIMEDOUT':
      return new Obstacle('timed out', 'nothing answers', FIREWALL)
    case 'EPROTO':
      return new Obstacle('not winrm', 'what answers on the port does not speak TLS', 'See winrm_port and winrm_use_ssl.')
  }
  if (code.startsWith('HPE_')) return new Obstacle('not winrm', 'what answers on the port does not speak HTTP', PORTS)
  if (isOfCertificate(code)) return certificate(error.message)
  return new Obstacle('closed', `the connection is closed before WinRM has answered (${error.message})`, FIREWALL)
}

const PORTS = 'See winrm_port and winrm_use_ssl: 5985 is for HTTP, 5986 for HTTPS.'

/** As OpenSSL and Node name what is wrong with one. */
const isOfCertificate = (code: string) =>
  /CERT|^UNABLE_TO_|^SELF_SIGNED|^HOSTNAME_MISMATCH|^INVALID_(CA|PURPOSE)|^PATH_LENGTH/.test(code)

const certificate = (what: string) =>
  new Obstacle(
    'certificate',
    `its TLS certificate is not trusted: ${what}. Nothing was told to it`,
    'Name the authority that signed it in NODE_EXTRA_CA_CERTS, or accept any certificate by winrm_insecure = true.',
    true,
  )

/** By what the machine offers instead (WWW-Authenticate). */
export function refused(offered: string | undefined, by: 'Basic' | 'NTLM', isEncrypted: boolean): Obstacle {
  const schemes = (offered ?? '').split(',').flatMap(scheme => scheme.trim().split(' ')[0] || [])
  const wanted = by === 'Basic' ? /^Basic$/i : /^(Negotiate|NTLM)$/i
  if (schemes.some(scheme => wanted.test(scheme)))
    return new Obstacle(
      'authentication',
      `it does not let us in with this user and password by ${by} (401)`,
      'See winrm_username and winrm_password. Basic takes accounts of the machine only, not those of a domain.',
    )
  const takes = schemes.length > 0 ? ` (it takes: ${[...new Set(schemes)].join(', ')})` : ''
  const how = isEncrypted
    ? 'Basic is off, as it is in a new Windows'
    : 'Basic is off, or refused over HTTP without TLS (AllowUnencrypted)'
  return new Obstacle(
    'authentication',
    by === 'Basic' ? `${how}${takes}` : `NTLM is off${takes}`,
    by === 'Basic' ? 'winrm_use_ntlm = true needs neither Basic nor TLS.' : 'Leave winrm_use_ntlm away for Basic.',
  )
}

/** An answer that is none of WinRM's. */
export function unexpected(status: number): Obstacle {
  if (status === 503) return new Obstacle('closed', 'WinRM is not ready yet (503)', FIREWALL)
  return new Obstacle('not winrm', `what answers on the port is not WinRM (HTTP status ${status})`, PORTS)
}
