// The one import rule: a file imports only from a lower band, siblings never see each other. Checked both ways:
// forbidden imports, and exceptions that nobody needs any more.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

const bands = [
  ['lib'],
  ['language'],
  ['model'],
  ['template', 'engine', 'platforms', 'outputs'],
  ['sources', 'data-sources', 'provisioners', 'post-processors', 'communicators', 'smoke-tests', 'sbom', 'sandbox'],
  ['catalog'],
  ['action', 'cli'],
  ['entry'],
]
/** Rooms whose sub-folders are plugins: siblings that never see each other. */
const siblings = new Set(['sources', 'data-sources', 'provisioners', 'post-processors', 'communicators', 'platforms'])
/** `from -> to` prefixes that the bands would allow and that must not be: a fake sharing the client's code agrees with its mistakes. */
const forbidden = [['sandbox', 'platforms/aws']]
/** Packages only some rooms may use; a room listed here that uses it nowhere is a permission to take back. */
const packages = {
  '@actions/core': ['action'],
  '@actions/github': ['action'],
  '@aws-sdk/': ['platforms/aws', 'sources/amazon-ebs'],
  'node-ssh': ['communicators/ssh'],
}

const files = readdirSync('src', { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.ts'))
const bandOf = path => bands.findIndex(rooms => rooms.includes(path.split(sep)[0].replace(/\.ts$/, '')))
const roomOf = path => {
  const [first, second] = path.split(sep)
  return siblings.has(first) && second && !second.endsWith('.ts') ? `${first}/${second}` : first.replace(/\.ts$/, '')
}
const problems = []
const used = new Set()

for (const file of files) {
  const text = readFileSync(join('src', file), 'utf8')
  const band = bandOf(file)
  if (band < 0) problems.push(`src/${file}: in no band`)
  for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]|require\(['"]([^'"]+)['"]\)/g)) {
    if (target === undefined) continue
    if (target.startsWith('.')) checkOwn(file, band, relative('src', resolve('src', dirname(file), target)))
    else checkPackage(file, target)
  }
  if (/\b(Create|Run|Import|Register|Copy)[A-Z]\w*Command\b/.test(text) && !/^platforms\/[^/]+\/resources\//.test(file))
    problems.push(`src/${file}: only platforms/*/resources/ calls a create API`)
}

function checkOwn(file, band, target) {
  const from = roomOf(file)
  const to = roomOf(target)
  if (from === to) return
  if (bandOf(target) < 0) problems.push(`src/${file}: imports ${target}, which is in no band`)
  else if (bandOf(target) >= band) problems.push(`src/${file}: ${from} may not import ${to}`)
  for (const [a, b] of forbidden)
    if (from.startsWith(a) && target.startsWith(b)) problems.push(`src/${file}: ${a} never imports ${b}`)
}

function checkPackage(file, target) {
  for (const [name, rooms] of Object.entries(packages)) {
    if (!target.startsWith(name)) continue
    const room = rooms.find(r => file.startsWith(r))
    if (room) used.add(`${name} ${room}`)
    else problems.push(`src/${file}: ${target} is only for ${rooms.join(', ')}`)
  }
}

for (const [name, rooms] of Object.entries(packages))
  for (const room of rooms)
    if (!used.has(`${name} ${room}`)) problems.push(`${room} may use ${name} and does not: take the permission back`)

console.log(problems.join('\n') || `imports: ${files.length} files keep the rule`)
process.exit(problems.length ? 1 : 0)
