/** Types of expressions with unknown values, nulls and calls, against `terraform console`. SEED, COUNT and DEPTH choose other ones. */
import { type Evaluated, evaluateTyped } from '../helpers/evaluate-typed'
import { seeded } from '../helpers/random-expression'
import { randomTyped } from '../helpers/random-typed'
import { TerraformConsole } from '../helpers/terraform-console'
import { describeWith } from '../helpers/tools'

const count = Number(process.env.COUNT ?? 600)

/** Where Terraform, which runs a newer go-cty than Packer, or its own variants of functions, are expected to say something else. */
const DIFFERENT: readonly RegExp[] = [
  // Terraform's formats give up on a null without a type; ours print it or say what is wrong.
  /format(list)?\(.*null/s,
  // Newer: negative indices; Packer's go-cty refuses them.
  /element\(/,
  // It does not know of all that they are never null.
  /\)(\[\*\]|\.\*)/,
  // They stop knowing the type where the result itself is unknown.
  /to(list|set|map)\(|coalesce(list)?\(/,
]

describeWith(['terraform'], 'types', () => {
  test(`${count} random expressions`, () => {
    const random = seeded(Number(process.env.SEED ?? 1))
    const expressions = Array.from({ length: count }, () => randomTyped(random, Number(process.env.DEPTH ?? 1)))
    const terraform = new TerraformConsole()
    try {
      const ours = expressions.map(evaluateTyped)
      const can = terraform.can(expressions)
      const verdicts = expressions.flatMap((text, i) =>
        differing(text, ours[i]!, can[i] ? 'a value' : 'an error', ours[i]!.verdict),
      )
      const good = expressions.flatMap((text, i) => (can[i] && ours[i]!.type ? [{ text, ours: ours[i]! }] : []))
      const types = terraform.types(good.map(({ text }) => text))
      const mistyped = good.flatMap(({ text, ours: own }, i) => differing(text, own, types[i], own.type))
      expect([...verdicts, ...mistyped]).toEqual([])
      expect(good.length).toBeGreaterThan(count / 3)
    } finally {
      terraform.close()
    }
  }, 60_000)
})

const differing = (text: string, { problem }: Evaluated, theirs: string | undefined, ours: string | undefined) =>
  theirs === ours || DIFFERENT.some(pattern => pattern.test(text)) ? [] : [{ text, theirs, ours, problem }]
