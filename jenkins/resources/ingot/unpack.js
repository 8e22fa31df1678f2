// Unpacks the library's own copy of the command line, whole or not at all: several builds of this agent may do so at once.
const { execFileSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } = require('node:fs')

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
