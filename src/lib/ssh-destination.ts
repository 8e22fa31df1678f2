/** Where an SSH server is, as OpenSSH's ProxyJump has it: `user@host:port`, of which only the host has to be there; IPv6 addresses in brackets. */
export interface SshDestination {
  readonly username?: string
  readonly host: string
  /** 22 when the text has none. */
  readonly port: number
}

/** Undefined when the text is none. */
export function sshDestination(text: string): SshDestination | undefined {
  const [, username, address, name, digits = '22'] =
    /^(?:([^@\s]+)@)?(?:\[([^\]\s]+)\]|([^@:[\]\s]+))(?::(\d+))?$/.exec(text) ?? []
  const host = address ?? name
  const port = Number(digits)
  if (!host || port < 1 || port > 65_535) return undefined
  return { ...(username && { username }), host, port }
}
