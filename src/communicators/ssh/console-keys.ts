/** Host keys that a machine printed on its console: cloud-init writes them between marks, others write fingerprints. */

const KEYS = /-----BEGIN SSH HOST KEY KEYS-----(.*?)-----END SSH HOST KEY KEYS-----/gs
const FINGERPRINTS = /-----BEGIN SSH HOST KEY FINGERPRINTS-----(.*?)-----END SSH HOST KEY FINGERPRINTS-----/gs

/** Of the last boot that the console tells of: keys as base64, or SHA256 fingerprints where only these were printed. Empty: none yet. */
export function keysOnConsole(text: string): readonly string[] {
  const keys = lastBlock(text, KEYS).flatMap(line => /\b(?:ssh|ecdsa)-[\w-]+ (AAAA[\w+/]+=*)/.exec(line)?.[1] ?? [])
  if (keys.length > 0) return keys
  return lastBlock(text, FINGERPRINTS).flatMap(line => /\bSHA256:[\w+/]{43}/.exec(line)?.[0] ?? [])
}

const lastBlock = (text: string, block: RegExp): readonly string[] => [...text.matchAll(block)].at(-1)?.[1]?.split(/\r?\n/) ?? []
