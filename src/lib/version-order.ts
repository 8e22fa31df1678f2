/**
 * Which of two package versions is the newer one, by Debian's rules (deb-version(7)): the epoch, the version, the revision, each in runs of
 * letters and runs of digits in turn, `~` before everything, even the end. For rpm and apk they differ in rare cases, none of them the usual
 * upgrade.
 */

/** Below zero when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [partsOf(a), partsOf(b)]
  return x.epoch - y.epoch || compareParts(x.upstream, y.upstream) || compareParts(x.revision, y.revision)
}

/** `epoch:upstream-revision`, of which the last hyphen parts the revision. */
function partsOf(version: string) {
  const [, epoch = '0', upstream = '', revision = ''] = /^(?:(\d+):)?(.*?)(?:-([^-]*))?$/s.exec(version) ?? []
  return { epoch: Number(epoch), upstream, revision }
}

function compareParts(a: string, b: string): number {
  const [wordsA, wordsB] = [a, b].map(text => [...text.matchAll(/(\D*)(\d*)/g)]) as [RegExpExecArray[], RegExpExecArray[]]
  for (let i = 0; i < Math.max(wordsA.length, wordsB.length); i++) {
    const [, lettersA = '', digitsA = ''] = wordsA[i] ?? []
    const [, lettersB = '', digitsB = ''] = wordsB[i] ?? []
    const order = compareLetters(lettersA, lettersB) || compareDigits(digitsA, digitsB)
    if (order !== 0) return order
  }
  return 0
}

function compareLetters(a: string, b: string): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = weight(a[i]) - weight(b[i])
    if (order !== 0) return order
  }
  return 0
}

/** `~`, the end, letters, everything else. */
function weight(character: string | undefined): number {
  if (character === '~') return -1
  if (character === undefined) return 0
  return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256
}

/** As long as they like: numbers in versions may be dates and hashes. */
function compareDigits(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return x.length - y.length || (x < y ? -1 : x > y ? 1 : 0)
}
