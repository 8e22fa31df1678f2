/** At most so many at once. */

/** Runs `work` for all items, at most `limit` at a time (below 1: all at once), started in order; results in the order of the items. */
export async function mapLimited<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index]!)
    }
  }
  const workers = limit < 1 ? items.length : Math.min(limit, items.length)
  await Promise.all(Array.from({ length: workers }, worker))
  return results
}
