// Unpacks the library's own copy of the command line, whole or not at all: several builds of this agent may do so at once. Copies of other
// versions go once nobody has used them for a month; run.sh marks the use.
const { execFileSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs')
const { dirname, join } = require('node:path')

const UNUSED_MILLISECONDS = 30 * 24 * 3600 * 1000
// A hash, and what a build that was killed in the middle of unpacking left.
const OURS = /^[0-9a-f]{64}(\.\w{6})?$/

const [archive, hash, folder] = process.argv.slice(2)
const arrived = createHash('sha256').update(readFileSync(archive)).digest('hex')
if (arrived !== hash) {
  rmSync(archive)
  console.error(
    `ingot: the command line did not arrive as the library has it (${arrived} instead of ${hash}). Run the build again`,
  )
  process.exit(1)
}
const own = mkdtempSync(`${folder}.`)
try {
  execFileSync('tar', ['xzf', archive, '-C', own], { stdio: ['ignore', 'ignore', 'inherit'] })
  renameSync(own, folder)
} catch (error) {
  rmSync(own, { recursive: true, force: true })
  // Another build was faster.
  if (!existsSync(`${folder}/dist/cli/main.js`)) {
    console.error(`ingot: the command line could not be unpacked to ${folder}: ${error.message}`)
    process.exit(1)
  }
}
rmSync(archive, { force: true })
for (const name of readdirSync(dirname(folder)).filter(name => OURS.test(name))) {
  const other = join(dirname(folder), name)
  try {
    if (other !== folder && Date.now() - statSync(other).mtimeMs > UNUSED_MILLISECONDS)
      rmSync(other, { recursive: true, force: true })
  } catch {
    // Another build was faster, or it belongs to somebody else: nothing that this one needs.
  }
}
