/** The provisioner `breakpoint`: stops the build until somebody has looked at the machine. */
import { flag, type OptionsOf, text } from '../../language/options/spec'
import { Failure } from '../../model/failure'
import type { ProvisionContext, Provisioner } from '../../model/plugin'

const options = {
  note: text('What to say when the build stops here, for instance which breakpoint this is.'),
  disable: flag('Do not stop here.', { default: false }),
} as const

export const breakpoint: Provisioner<typeof options> = {
  type: 'breakpoint',
  summary: 'Stops the build until Enter is pressed. Where there is no terminal the build fails, as in Packer.',
  options,
  provision,
}

async function provision({ note, disable }: OptionsOf<typeof options>, context: ProvisionContext): Promise<void> {
  const name = note ? `Breakpoint "${note}"` : 'Breakpoint'
  if (disable) {
    context.say(`${name} is disabled: going on`)
    return
  }
  if (!context.waitForEnter)
    throw new Failure('failed', `${name} waits for Enter, and there is no terminal`, {
      advice: 'Set disable = true where nobody is there to press it.',
    })
  context.say(`${name}: the build stops here${where(context)}`)
  await context.waitForEnter('Press Enter to go on.')
}

function where({ values: { Host, User } }: ProvisionContext): string {
  if (!Host || Host === '<unknown>') return ''
  return `; the machine is ${User && User !== '<unknown>' ? `${User}@` : ''}${Host}`
}
