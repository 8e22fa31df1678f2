/** Cuts a plan into cells that machines of a CI host work on side by side; `merge` joins what they report. */
import { Failure } from '../model/failure'
import type { Plan, PlannedBuild } from '../model/plan'

export const cellsBy = ['build', 'type', 'region'] as const
export type CellsBy = (typeof cellsBy)[number]

export interface Cell {
  /** Unique in the plan, and safe in names of files and artifacts. */
  readonly key: string
  /** For `only`: the names of its builds, separated by commas. */
  readonly only: string
  readonly builds: readonly string[]
}

/** GitHub starts no more jobs from one matrix. */
const MOST_CELLS = 256

/** In the order of the plan. Throws Failure `invalid` when there are too many. */
export function cellsOf(plan: Plan, by: CellsBy): readonly Cell[] {
  const groups = new Map<string, string[]>()
  for (const build of plan.builds) groups.set(groupOf(build, by), [...(groups.get(groupOf(build, by)) ?? []), build.name])
  if (groups.size > MOST_CELLS)
    throw new Failure('invalid', `The plan makes ${groups.size} cells, and a matrix has at most ${MOST_CELLS}`, {
      advice: 'Group the builds by type or region, or leave some out with only or except.',
    })
  const keys = new Set<string>()
  return [...groups].map(([group, builds]) => ({ key: uniqueKey(group, keys), only: builds.map(literal).join(','), builds }))
}

function groupOf({ name, source }: PlannedBuild, by: CellsBy): string {
  if (by === 'type') return source.type
  if (by === 'build') return name
  const { region } = source.options.value
  return typeof region === 'string' && region !== '' ? region : 'no-region'
}

function uniqueKey(group: string, taken: Set<string>): string {
  const base = group.replace(/[^\w.-]+/g, '-').replaceAll('.', '-')
  let key = base
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`
  taken.add(key)
  return key
}

/** `only` takes globs, and a comma ends one. */
const literal = (name: string): string => name.replace(/[\\*?[\]{}]/g, '\\$&').replaceAll(',', '?')
