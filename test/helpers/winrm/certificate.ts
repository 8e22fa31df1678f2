/** A certificate that nobody vouches for, as Windows machines make one for WinRM over HTTPS. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificate {
  /** PEM. */
  readonly key: string
  readonly cert: string
}

export function selfSigned(name: string): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-winrm-'))
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')]
  try {
    const names = /^[\d.]+$/.test(name) ? `IP:${name}` : `DNS:${name}`
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${names}`]
    const making = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject]
    execFileSync('openssl', making, { stdio: 'ignore' })
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
