/**
 * What an image is made of, as one hash for each build: the plan without places, and the content of every file that it names. The base image
 * is not in it: only the source can find out which one it is.
 */
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compareUtf8 } from '../language/values/utf8'
import type { Plan, PlannedBuild, PlannedSmokeTest } from '../model/plan'

/** Raised when the same recipe no longer means the same image. */
const GENERATION = 1

/** Options whose texts name files of this machine, when there are such files. Places on the other machine do not count. */
const FILES = /(^|_)(scripts?|sources?|files?|paths?|dirs?|director(y|ies)|folders?|vars|inventory)$/
const ELSEWHERE = /^(remote_|staging_|destination|output|target)/

/** Of each build by its name. The plan has to be one for a fixed time, or every moment has its own recipe. */
export function recipesOf(
  plan: Plan,
  filesOf: (test: PlannedSmokeTest) => readonly string[] = () => [],
): ReadonlyMap<string, string> {
  return new Map(plan.builds.map(build => [build.name, recipeOf(build, filesOf)]))
}

function recipeOf(build: PlannedBuild, filesOf: (test: PlannedSmokeTest) => readonly string[]): string {
  const { source, provisioners, errorCleanupProvisioner, smokeTests } = build
  const parts = {
    generation: GENERATION,
    source: { type: source.type, options: source.options },
    provisioners,
    errorCleanupProvisioner,
    smokeTests: smokeTests.map(test => ({ ...test, read: filesOf(test).map(contentOf) })),
  }
  return hash(JSON.stringify(canonical(JSON.parse(JSON.stringify(parts)))))
}

const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')

/** Keys in order, no ranges, and content for paths. */
function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(each => canonical(each, key))
  if (typeof value === 'string') return FILES.test(key) && !ELSEWHERE.test(key) ? contentOf(value) : value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name, each]) => name !== 'range' && each !== null)
  return Object.fromEntries(entries.sort(([a], [b]) => compareUtf8(a, b)).map(([name, each]) => [name, canonical(each, name)]))
}

/** A trailing slash says whether a folder or its content is meant. What is no file stays the text that it is. */
function contentOf(path: string): unknown {
  const found = path === '' ? undefined : statSync(resolve(path), { throwIfNoEntry: false })
  if (found?.isFile()) return { content: hash(readFileSync(path)), runs: (found.mode & 0o111) !== 0 }
  if (found?.isDirectory()) return { folder: tree(resolve(path)), inside: path.endsWith('/') }
  return path
}

function tree(folder: string): readonly unknown[] {
  return readdirSync(folder)
    .sort(compareUtf8)
    .map(name => {
      const path = join(folder, name)
      const found = lstatSync(path)
      if (found.isSymbolicLink()) return [name, readlinkSync(path)]
      return [name, found.isDirectory() ? tree(path) : contentOf(path)]
    })
}
