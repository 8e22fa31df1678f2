/** Every expression of expressions.txt against what `terraform console` answered (see record-expressions.mjs). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluateText } from '../helpers/evaluate'

interface Answer {
  readonly value?: string
  readonly error?: string
}
const answers: Record<string, Answer> = JSON.parse(readFileSync(join(__dirname, 'expressions.json'), 'utf8'))

/** Where HCL 2.24, which Packer runs, or better manners, give another answer than the recorded one. */
const DIFFERENT: Record<string, string> = {
  'true || 1': 'HCL 2.24 leaves the right side alone when the left decides',
  '1 / 0': 'infinity is a value; only JSON has no way to write it',
  '-1 / 0': 'infinity is a value; only JSON has no way to write it',
}

const cases = Object.entries(answers).filter(([expression]) => !(expression in DIFFERENT))

test.each(cases)('%s', (expression, { value, error }) => {
  const ours = evaluateText(expression)
  if (error === undefined) expect(ours).toEqual({ value })
  else expect(ours.value).toBeUndefined()
})

/** Terraform knows resources, so it words references in its own way; and the recording stands inside braces. */
const OTHER_WORDS = /reference|provider function|Missing (attribute|argument|key\/value) separator/i
const named = cases.filter(([text, { error }]) => error !== undefined && !OTHER_WORDS.test(error) && text !== '1 +')

test.each(named)('the summary for %s', (expression, { error }) => {
  expect(evaluateText(expression).summaries?.[0]).toEqual(error)
})
