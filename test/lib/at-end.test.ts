import { atEnd, end } from '../../src/lib/at-end'

test('each work once, whatever becomes of the others, and again only when it is asked for again', async () => {
  const done: string[] = []
  const work = async () => void done.push('work')
  const failing = async () => {
    throw new Error('lost')
  }
  for (const each of [failing, work, work]) atEnd(each)
  await end()
  expect(done).toEqual(['work'])
  await end()
  atEnd(work)
  await end()
  expect(done).toEqual(['work', 'work'])
})
