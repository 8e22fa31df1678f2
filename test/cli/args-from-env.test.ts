import { argumentsFrom } from '../../src/cli/args-from-env'

test('arguments of any text come as they are, and the variable goes', () => {
  const args = ['build', '-var', 'a=it\'s "b" $c `d`\n\u0007e', '']
  const environment: NodeJS.ProcessEnv = { INGOT_ARGS_JSON: JSON.stringify(args), HOME: '/' }
  expect(argumentsFrom(['-args-from-env'], environment)).toEqual(args)
  expect(environment).toEqual({ HOME: '/' })
})

test('without the flag the variable means nothing', () => {
  expect(argumentsFrom(['plan', '.'], { INGOT_ARGS_JSON: '["build"]' })).toEqual(['plan', '.'])
})

test.each([undefined, '', 's3cret', '{"a":"s3cret"}', '["a",1]', '"s3cret"'])('%j is refused, and not shown', text => {
  const work = () => argumentsFrom(['--args-from-env'], { INGOT_ARGS_JSON: text })
  expect(work).toThrow(/stands alone, with a JSON array of texts/)
  expect(work).not.toThrow(/s3cret/)
})

test('other arguments beside it are refused', () => {
  expect(() => argumentsFrom(['-args-from-env', 'build'], { INGOT_ARGS_JSON: '["plan"]' })).toThrow(/stands alone/)
})
