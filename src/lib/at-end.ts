/** What a process has to give back before it ends, whatever became of its work. */
const works = new Set<() => Promise<void>>()

/** The same work, given twice, is done once. It says by itself what goes wrong; what it throws is lost. */
export const atEnd = (work: () => Promise<void>): void => void works.add(work)

/** Never rejects. The entry of a program waits for it before it exits. */
export async function end(): Promise<void> {
  const all = [...works]
  works.clear()
  await Promise.allSettled(all.map(work => work()))
}
