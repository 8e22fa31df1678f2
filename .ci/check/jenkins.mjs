// The Jenkins library's own copy of dist: one archive and its hash, among the library's resources. What counts is what it unpacks to,
// because other versions of Node compress the same bytes differently.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

const FOLDER = 'jenkins/resources/ingot'
const BLOCK = 512
const filesIn = folder => ({ archive: join(folder, 'cli.tgz'), hash: join(folder, 'cli.sha256') })

/** Every file a gzip member of its own, so that git stores only what has changed of one archive after another. */
const pack = dist => [...entriesOf(dist), Buffer.alloc(2 * BLOCK)]

function entriesOf(dist) {
  const names = readdirSync(dist, { recursive: true }).map(String).sort()
  const files = names.filter(name => statSync(join(dist, name)).isFile())
  return files.map(name => {
    const content = readFileSync(join(dist, name))
    return Buffer.concat([header(`dist/${name}`, content.length), content, Buffer.alloc(-content.length & (BLOCK - 1))])
  })
}

/** POSIX ustar: nobody's file, of no time. */
function header(name, size) {
  const block = Buffer.alloc(BLOCK)
  const octal = (value, width) => value.toString(8).padStart(width - 1, '0')
  block.write(name, 0)
  block.write(octal(name.endsWith('main.js') ? 0o755 : 0o644, 8), 100)
  for (const at of [108, 116]) block.write(octal(0, 8), at)
  block.write(octal(size, 12), 124)
  block.write(octal(0, 12), 136)
  block.write('        0', 148)
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${octal(sum, 7)}\0 `, 148, 'latin1')
  return block
}

const sha256 = data => createHash('sha256').update(data).digest('hex')

/** Left as it is when it unpacks to this dist already. */
export function writeCopy(dist, folder = FOLDER) {
  if (problemsOfCopy(dist, folder).length === 0) return
  const { archive, hash } = filesIn(folder)
  const packed = Buffer.concat(pack(dist).map(member => gzipSync(member, { level: 9 })))
  mkdirSync(folder, { recursive: true })
  writeFileSync(archive, packed)
  writeFileSync(hash, `${sha256(packed)}\n`)
}

export function problemsOfCopy(dist, folder = FOLDER) {
  const { archive, hash } = filesIn(folder)
  if (!existsSync(archive)) return [`${archive} is missing: npm run build`]
  const packed = readFileSync(archive)
  const problems = []
  if (!existsSync(hash) || readFileSync(hash, 'utf8') !== `${sha256(packed)}\n`)
    problems.push(`${hash} is not that of ${archive}`)
  if (!gunzipSync(packed).equals(Buffer.concat(pack(dist)))) problems.push(`${archive} does not unpack to dist: npm run build`)
  return problems
}

if (process.argv[1]?.endsWith('jenkins.mjs')) writeCopy(process.argv[2], process.argv[3])
