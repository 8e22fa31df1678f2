/** Every expression of functions.txt, over all functions, against what `terraform console` answered (see record-functions.mjs). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { standardFunctions } from '../../src/language/functions'
import { parseExpression } from '../../src/language/hcl'
import { toJson } from '../../src/language/values/json'
import { conversions } from '../helpers/evaluate'

const answers: Record<string, string | null> = JSON.parse(readFileSync(join(__dirname, 'functions.json'), 'utf8'))

/** Where Packer is another than Terraform. */
const DIFFERENT: Record<string, string | null> = {
  // Terraform refuses names that it cannot resolve before it evaluates anything.
  'try(nope,1)': '1',
  'can(nope)': 'false',
  // Terraform takes a pattern between slashes; Packer has regex_replace for that.
  'replace("hello","/l+/","L")': '"hello"',
  // Packer's lookup needs its default.
  'lookup({a=1},"a")': null,
  // Packer 1.6.6 prints it so.
  'format("%v", null)': '"null"',
  'format("%#v", null)': '"null"',
}

const functions = new Map(
  [...standardFunctions({ directory: __dirname }).values(), ...conversions].map(each => [each.name, each] as const),
)

function jsonOf(text: string): string | null {
  const parsed = parseExpression(text, 'test.hcl')
  const { value, diagnostics } = parsed.diagnostics.length > 0 ? parsed.value.evaluate({}) : parsed.value.evaluate({ functions })
  if (parsed.diagnostics.length + diagnostics.length > 0) return null
  try {
    return toJson(value)
  } catch {
    return null
  }
}

test.each(Object.entries(answers))('%s', (text, answer) => {
  expect(jsonOf(text)).toBe(text in DIFFERENT ? DIFFERENT[text] : answer)
})
