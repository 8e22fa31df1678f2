/** Paths as the host and the other steps of the job want them: from the workspace on. */
import { realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'

export const workspaceFolder = (): string => process.env.GITHUB_WORKSPACE ?? process.cwd()

/**
 * Undefined for what lies outside of it. On runners of one's own the workspace may be reached through a symbolic link, which the
 * working directory of a process never shows.
 */
export function fromWorkspace(path: string, workspace = workspaceFolder()): string | undefined {
  const file = resolve(path)
  const folder = real(workspace)
  return inside(workspace, file) ?? inside(folder, file) ?? inside(folder, real(file))
}

function inside(folder: string, file: string): string | undefined {
  const path = relative(folder, file)
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
