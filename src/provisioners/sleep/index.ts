/** The provisioner `sleep`: waits. */
import { duration } from '../../language/options/duration-option'
import { delay } from '../../lib/abort'
import { duration as inWords } from '../../lib/duration-text'
import type { Provisioner } from '../../model/plugin'

const options = {
  duration: duration('How long to wait.', { default: '0s' }),
} as const

export const sleep: Provisioner<typeof options> = {
  type: 'sleep',
  summary: 'Waits for a while.',
  options,
  async provision({ duration: milliseconds }, { signal, say }) {
    say(`Waiting ${inWords(milliseconds)}`)
    await delay(milliseconds, signal)
  },
}
