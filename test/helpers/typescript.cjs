/** `node -r test/helpers/typescript.cjs src/x.ts` runs from source in a real process; what was compiled once is kept in a cache. */
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { tmpdir, userInfo } = require('node:os')
const { join } = require('node:path')

const cache = join(tmpdir(), `ingot-typescript-${userInfo().uid}`)
mkdirSync(cache, { recursive: true })

require.extensions['.ts'] = (module, path) => {
  const source = readFileSync(path, 'utf8')
  const kept = join(cache, `${createHash('sha256').update(path).update(source).digest('hex')}.js`)
  module._compile(compiled(source, path, kept), path)
}

function compiled(source, path, kept) {
  try {
    return readFileSync(kept, 'utf8')
  } catch {
    const { code } = require('@swc/core').transformSync(source, {
      filename: path,
      sourceMaps: 'inline',
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    })
    writeFileSync(`${kept}.${process.pid}`, code)
    renameSync(`${kept}.${process.pid}`, kept)
    return code
  }
}
