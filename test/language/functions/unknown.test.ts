/** What holds for every function alike, tried with the arguments of every successful row of the differential table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { standardFunctions } from '../../../src/language/functions'
import { callFunction, parameterAt } from '../../../src/language/functions/call'
import { FunctionError, type LanguageFunction } from '../../../src/language/functions/function'
import { parseExpression } from '../../../src/language/hcl'
import { rawEqual } from '../../../src/language/values/equality'
import { DYNAMIC, type Type } from '../../../src/language/values/type'
import { typeText } from '../../../src/language/values/type-text'
import { convertedType } from '../../../src/language/values/unify'
import { Value } from '../../../src/language/values/value'

const functions = standardFunctions({ directory: __dirname, now: () => new Date(0) })

/** Every call made while the table's expressions are evaluated. */
function recordCalls(): Map<string, (readonly Value[])[]> {
  const calls = new Map<string, (readonly Value[])[]>()
  const recording = new Map(
    [...functions].map(([name, fn]): [string, LanguageFunction] => [
      name,
      {
        ...fn,
        call: args => {
          const result = fn.call(args)
          calls.set(name, [...(calls.get(name) ?? []), args])
          return result
        },
      },
    ]),
  )
  const rows: { expression: string }[] = JSON.parse(
    readFileSync(join(__dirname, '../../conformance/language/functions.json'), 'utf8'),
  )
  const more = [
    'file("unknown.test.ts")',
    'filebase64("/dev/null")',
    'fileexists("x")',
    'fileset(".", "*.test.ts")',
    'templatefile("unknown.test.ts", 1)',
    'bcrypt("a", 4)',
    'uuidv4()',
    'timestamp()',
    'legacy_isotime("2006")',
    'legacy_strftime("%Y")',
    'rfc3339_parse("2023-07-25T23:43:16Z")',
    'unix_timestamp_parse(0)',
    'base64gzip("a")',
    'strrev("ab")',
  ]
  for (const expression of [...rows.map(row => row.expression), ...more])
    parseExpression(expression, 'x').value.evaluate({ functions: recording })
  return calls
}

const calls = recordCalls()
/** Whether a result announced for unknown arguments can be what the call then yields. */
const fits = (actual: Type, announced: Type): boolean => {
  const through = convertedType(actual, announced, 'safe')
  return announced.kind === 'dynamic' || (through !== undefined && typeText(through) === typeText(actual))
}

const ELSEWHERE = [
  'vault',
  'consul_key',
  'aws_secretsmanager',
  'aws_secretsmanager_raw',
  'rsadecrypt',
  'try',
  'can',
  'convert',
  'templatefile',
]

test('every function is tried', () =>
  expect([...functions.keys()].filter(name => !calls.has(name) && !ELSEWHERE.includes(name))).toEqual([]))

describe.each([...calls])('%s', (name, samples) => {
  const fn = functions.get(name)!
  test('an unknown argument makes the result unknown, of a type that fits, or leaves it as it was', () => {
    for (const args of samples) {
      const result = fn.call(args)
      for (const [i, arg] of args.entries())
        for (const unknown of [Value.unknown(arg.type), Value.unknown()]) {
          let partial: Value
          try {
            partial = callFunction(fn, args.with(i, unknown))
          } catch (error) {
            // Where more than the type matters, an unknown type may be refused, but in words of ours.
            expect(error).toBeInstanceOf(FunctionError)
            expect(parameterAt(fn, i)!.type).toBe(DYNAMIC)
            continue
          }
          const same =
            partial.isKnown && (partial.isWhollyKnown ? rawEqual(partial, result) || arg.type.kind !== 'dynamic' : true)
          // go-cty takes an argument of which nothing is known for one like the others here, and so do we.
          const guesses = /^(?:set(?:union|intersection)|coalesce)$/.test(name)
          expect(same || fits(result.type, partial.type) || guesses).toBe(true)
        }
    }
  })
  test('null is refused with a sentence, or is what the function allows', () => {
    for (const args of samples)
      for (const i of args.keys()) {
        const call = () => callFunction(fn, args.with(i, Value.null()))
        if (parameterAt(fn, i)!.allowNull) {
          try {
            call()
          } catch (error) {
            expect(error).toBeInstanceOf(FunctionError)
          }
        } else expect(call).toThrow('argument must not be null')
      }
  })
  test('no argument of another type gets past its own checks', () => {
    const odd = [Value.bool(true), Value.string('x'), Value.tuple([]), Value.object([]), Value.capsule('thing', {})]
    for (const args of samples)
      for (const i of args.keys())
        for (const value of odd) {
          try {
            callFunction(fn, args.with(i, value))
          } catch (error) {
            expect(error).toBeInstanceOf(FunctionError)
          }
        }
  })
})
