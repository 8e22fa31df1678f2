/** An order in which everything comes after what it depends on. Linear, and without recursion: chains may be very long. */

export interface Ordered<T> {
  readonly order: readonly T[]
  /** Each from one node around to the same node again. */
  readonly cycles: readonly (readonly T[])[]
}

interface Visit<T> {
  readonly node: T
  readonly dependencies: readonly T[]
  next: number
}

/** Nodes of a cycle are not in the order. */
export function inOrder<T>(nodes: Iterable<T>, dependenciesOf: (node: T) => readonly T[]): Ordered<T> {
  const done = new Set<T>()
  const open = new Set<T>()
  const broken = new Set<T>()
  const cycles: T[][] = []
  const path: Visit<T>[] = []
  const enter = (node: T) => {
    open.add(node)
    path.push({ node, dependencies: dependenciesOf(node), next: 0 })
  }
  for (const start of nodes) {
    if (!done.has(start)) enter(start)
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const dependency = visit.dependencies[visit.next++]
      if (dependency === undefined) {
        path.pop()
        open.delete(visit.node)
        done.add(visit.node)
      } else if (open.has(dependency)) {
        const cycle = path.slice(path.findIndex(({ node }) => node === dependency)).map(({ node }) => node)
        for (const node of cycle) broken.add(node)
        cycles.push([...cycle, dependency])
      } else if (!done.has(dependency)) enter(dependency)
    }
  }
  return { order: [...done].filter(node => !broken.has(node)), cycles }
}
