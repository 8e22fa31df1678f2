/** Which files `ingot fmt` looks after: Packer's two kinds of HCL and ours, in folders all that are not hidden. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compareUtf8 } from '../language/values/utf8'
import { Failure } from '../model/failure'

const KINDS = /\.(?:pkr|pkrvars|ingot)\.hcl$/
/** Names of editors' copies, and hidden ones. */
const PASSED_OVER = /^\.|~$|^#.*#$/

/** In the order of their names; a folder in a folder stands where its name does. Throws Failure for what cannot be formatted. */
export async function filesToFormat(path: string, recursive: boolean): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Failure('invalid', `There is no file or folder "${path}"`)
  if (found.isDirectory()) return inFolder(path, recursive)
  if (KINDS.test(path)) return [path]
  throw new Failure('invalid', `"${path}" is no HCL2 file of a template`, {
    advice: 'Formatted is what ends in .pkr.hcl, .pkrvars.hcl or .ingot.hcl; JSON stays as it is.',
  })
}

async function inFolder(folder: string, recursive: boolean): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter(name => !PASSED_OVER.test(name)).sort(compareUtf8)
  const found = await Promise.all(
    names.map(async name => {
      const path = join(folder, name)
      const isFile = KINDS.test(name)
      if (!isFile && !recursive) return []
      const entry = await stat(path).catch(() => undefined)
      if (entry?.isDirectory()) return recursive ? inFolder(path, recursive) : []
      return isFile && entry?.isFile() ? [path] : []
    }),
  )
  return found.flat()
}
