import { sleep } from '../../../src/provisioners/sleep'
import { fakeCommunicator } from '../../engine/fakes'
import { provisionContext } from '../../helpers/provision'

test('waits as long as it is told', async () => {
  const { context, said } = provisionContext(fakeCommunicator())
  const began = performance.now()
  await sleep.provision({ duration: 60 }, context)
  expect(performance.now() - began).toBeGreaterThanOrEqual(59)
  expect(said).toHaveLength(1)
})

test('an interruption ends the wait', async () => {
  const stop = new AbortController()
  const { context } = provisionContext(fakeCommunicator(), { signal: stop.signal })
  const waiting = sleep.provision({ duration: 60_000 }, context)
  stop.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
})
