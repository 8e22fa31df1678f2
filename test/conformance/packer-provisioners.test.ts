/** When and how often provisioners run beside Packer: each writes down that it ran, and how the build ended is compared too. */
import { type Choice, leftByBoth } from '../helpers/artifacts'
import { describeWith } from '../helpers/tools'

type Part = Readonly<Record<string, unknown>>
const says = (text: string, more: Part = {}): Part => ({ type: 'shell-local', inline: [`echo ${text} >> log`], ...more })
const fails = (text: string, more: Part = {}): Part => ({
  type: 'shell-local',
  inline: [`echo ${text} >> log`, 'exit 7'],
  ...more,
})
/** Fails until it was run so often. */
const fallsIn = (times: number, more: Part = {}): Part => ({
  type: 'shell-local',
  inline: ['echo try >> log', `test "$(grep -c try log)" -ge ${times}`],
  ...more,
})

const builders = ['a', 'b'].map(name => ({ type: 'null', name, communicator: 'none' }))
const one = [builders[0]]

async function expectSame(template: object, choice: Choice = {}): Promise<void> {
  const { packer, ours, messages } = await leftByBoth('t.json', JSON.stringify(template), {}, choice)
  const sorted = (log: string | undefined) => log?.split('\n').sort()
  const seen = ({ done, files }: typeof packer) => ({ done, log: sorted(files.log) })
  expect({ ...seen(ours), messages: ours.done === packer.done ? [] : messages }).toEqual({ ...seen(packer), messages: [] })
}

describeWith(['packer'], 'provisioners beside Packer', () => {
  test.each<[string, readonly Part[]]>([
    ['in order', [says('1'), says('2')]],
    ['only', [says('$PACKER_BUILD_NAME', { only: ['a'] })]],
    ['except', [says('$PACKER_BUILD_NAME', { except: ['a'] })]],
    ['override', [says('$PACKER_BUILD_NAME', { override: { b: { inline: ['echo other >> log'] } } })]],
    ['override adds', [says('$PACKER_BUILD_NAME:$X', { override: { b: { environment_vars: ['X=y'] } } })]],
    ['override of a count', [fails('x', { override: { a: { valid_exit_codes: [7] }, b: { valid_exit_codes: [7] } } })]],
  ])('%s', (_, provisioners) => expectSame({ builders, provisioners }))

  test.each<[string, readonly Part[]]>([
    ['the first failure ends it', [says('1'), fails('2'), says('3')]],
    ['max_retries, in vain', [fails('x', { max_retries: '2' }), says('after')]],
    ['max_retries, enough', [fallsIn(3, { max_retries: '2' }), says('after')]],
    ['max_retries, one too few', [fallsIn(4, { max_retries: '2' }), says('after')]],
    ['max_retries as a number', [fails('x', { max_retries: 1 })]],
    ['pause_before', [says('$(date +%s%N | cut -c1-3)', { pause_before: '50ms' })]],
    ['timeout that is kept', [says('quick', { timeout: '10s' })]],
    ['timeout that is not', [says('start >> log; sleep 3; true', { timeout: '300ms' }), says('after')]],
    ['timeout and retries', [{ ...says('x; sleep 3'), timeout: '200ms', max_retries: '1' }]],
    ['sleep in between', [says('1'), says('2', { pause_before: '1ms' })]],
  ])('%s', (_, provisioners) => expectSame({ builders: one, provisioners }))

  test.each<[string, Part, readonly Part[]]>([
    ['after a failure', says('tidied'), [fails('x'), says('y')]],
    ['not without one', says('tidied'), [says('x')]],
    ['once, after all retries', says('tidied'), [fails('x', { max_retries: '1' })]],
    ['its own failure changes nothing', fails('tidied'), [fails('x')]],
    ['its own retries', fails('tidied', { max_retries: '1' }), [fails('x')]],
    ['with a pause', says('tidied', { pause_before: '20ms' }), [fails('x')]],
    ['with an override', says('tidied', { override: { a: { inline: ['echo other >> log'] } } }), [fails('x')]],
  ])('error-cleanup-provisioner: %s', (_, cleanup, provisioners) =>
    expectSame({ builders: one, provisioners, 'error-cleanup-provisioner': cleanup }),
  )
})

describeWith(['packer'], 'which post-processors run beside Packer', () => {
  const chains: readonly (Part | readonly Part[])[] = [
    says('$PACKER_BUILD_NAME-1', { name: 'first' }),
    [
      says('$PACKER_BUILD_NAME-2a', { only: ['a'] }),
      says('$PACKER_BUILD_NAME-2b', { name: 'second' }),
      says('$PACKER_BUILD_NAME-2c'),
    ],
    says('$PACKER_BUILD_NAME-3', { except: ['b'] }),
  ]
  test.each<Choice>([
    {},
    { only: ['a'] },
    { except: ['b'] },
    { except: ['first'] },
    { except: ['second'] },
    { except: ['shell-local'] },
    { except: ['first', 'b'] },
    { only: ['first', 'b'] },
    { except: ['nothing'] },
  ])('%j', choice => expectSame({ builders, 'post-processors': chains }, choice))
})

describeWith(['packer'], 'where provisioners differ from Packer on purpose', () => {
  test('what its timeout ends is really ended', async () => {
    const provisioners = [{ type: 'shell-local', inline: ['sleep 2', 'echo end >> log'], timeout: '300ms' }]
    const { packer, ours, messages } = await leftByBoth('t.json', JSON.stringify({ builders: one, provisioners }))
    expect([packer.done, packer.files.log]).toEqual([false, 'end\n'])
    expect([ours.done, ours.files.log]).toEqual([false, undefined])
    expect(messages).toEqual(['Provisioner shell-local did not end within 300 ms'])
  })
})
