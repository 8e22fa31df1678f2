/**
 * Keeps what V8 made of our JavaScript: without it a short command spends half of its time on compiling. Node does so by itself
 * from 22.1 on (`module.enableCompileCache`); for Node 20 the same is done here with `vm.Script`, whose data V8 checks itself
 * against its version, its flags and the source. Whatever goes wrong with the cache, the command runs without it.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { constants, Script } from 'node:vm'

/** For all that is loaded from now on. The folder is made when there is something to keep. */
export function keepCompiled(folder: string): void {
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: (folder: string) => unknown }
  if (enableCompileCache) enableCompileCache(folder)
  else hookCompile(folder)
}

interface Loaded {
  readonly exports: unknown
}
interface Made {
  readonly path: string
  readonly stamp: Buffer
  readonly script: Script
}
type Compile = (this: Loaded, content: string, path: string) => unknown
type Load = (module: Loaded & { readonly _compile: Compile }, path: string) => void

function hookCompile(folder: string): void {
  const made: Made[] = []
  const { wrap, createRequire, prototype, _extensions } = nodeModule.Module as unknown as typeof nodeModule & {
    wrap(content: string): string
    readonly prototype: { _compile: Compile }
    readonly _extensions: Record<string, Load>
  }
  // Whole: Node 20 itself reads a text in pieces of 8 KiB, a bundle with hundreds of calls. What it finds out besides, whether a
  // file is an ES module, is known here: none is.
  _extensions['.js'] = (module, path) => module._compile(readFileSync(path).toString(), path)
  prototype._compile = function (content, path) {
    const stamp = stampOf(path)
    const cachedData = kept(folder, path, stamp)
    // Without it a native import() in the file would have nobody to load for it.
    const importModuleDynamically = constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER
    const script = new Script(wrap(content.replace(/^#!.*/, '')), { filename: path, cachedData, importModuleDynamically })
    if (!cachedData || script.cachedDataRejected) made.push({ path, stamp, script })
    return script.runInThisContext().call(this.exports, this.exports, createRequire(path), this, path, dirname(path))
  }
  // At the end V8 has compiled what a command like this one needs.
  process.once('exit', () => {
    for (const one of made) keep(folder, one)
  })
}

/** Of each version of Node its own, of each path one: a new bundle takes the place of the one before. */
const fileOf = (folder: string, path: string): string =>
  join(folder, `${process.version}-${process.arch}`, encodeURIComponent(path))

const STAMP = 16

/** V8 looks at no more of a source than its length. Nobody can set the time of a file's last change, and it is told without reading. */
function stampOf(path: string): Buffer {
  const { ctimeMs, size } = statSync(path)
  const bytes = Buffer.alloc(STAMP)
  bytes.writeDoubleLE(ctimeMs)
  bytes.writeDoubleLE(size, STAMP / 2)
  return bytes
}

function kept(folder: string, path: string, stamp: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(fileOf(folder, path))
    return bytes.subarray(0, STAMP).equals(stamp) ? bytes.subarray(STAMP) : undefined
  } catch {
    return undefined
  }
}

function keep(folder: string, { path, stamp, script }: Made): void {
  try {
    const file = fileOf(folder, path)
    make(dirname(file), DEPTH)
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, Buffer.concat([stamp, script.createCachedData()]))
    renameSync(unfinished, file)
  } catch {
    // A folder that cannot be written, a full disk: the next command compiles again.
  }
}

/** How many folders may be missing: the cache folder's own, and ours in it. */
const DEPTH = 5

/** Not `recursive`: below /proc, where nothing can be made, Node 20 then tries without end. */
function make(folder: string, depth: number): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || depth === 0) throw error
    make(dirname(folder), depth - 1)
    mkdirSync(folder)
  }
}
