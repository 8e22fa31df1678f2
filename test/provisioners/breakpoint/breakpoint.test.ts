import { breakpoint } from '../../../src/provisioners/breakpoint'
import { fakeCommunicator } from '../../engine/fakes'
import { provisionContext } from '../../helpers/provision'

const run = async (options: { note?: string; disable?: boolean }, values = {}, person = true) => {
  const asked: string[] = []
  const waitForEnter = person ? async (text: string) => void asked.push(text) : undefined
  const { context, said } = provisionContext(fakeCommunicator(), { waitForEnter, values })
  await breakpoint.provision({ note: undefined, disable: false, ...options }, context)
  return { asked, said }
}

test.each([
  [{ note: 'two' }, { Host: '10.0.0.1', User: 'admin' }, 'Breakpoint "two": the build stops here; the machine is admin@10.0.0.1'],
  [{}, { Host: '10.0.0.1', User: '<unknown>' }, 'Breakpoint: the build stops here; the machine is 10.0.0.1'],
  [{}, { Host: '<unknown>', User: '<unknown>' }, 'Breakpoint: the build stops here'],
])('%j with %j waits for Enter', async (options, values, text) => {
  expect(await run(options, values)).toEqual({ asked: ['Press Enter to go on.'], said: [text] })
})

test('a disabled one does not', async () => {
  expect(await run({ note: 'n', disable: true }, {}, false)).toEqual({
    asked: [],
    said: ['Breakpoint "n" is disabled: going on'],
  })
})

test('without a terminal the build fails', async () => {
  await expect(run({ note: 'n' }, {}, false)).rejects.toMatchObject({
    message: 'Breakpoint "n" waits for Enter, and there is no terminal',
    details: { advice: expect.stringContaining('disable = true') },
  })
})
