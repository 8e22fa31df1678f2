/** Files with one to six mistakes at random places, in all three syntaxes: each is told once, at its line, and nothing else. */
import { plugins } from '../../src/catalog'
import { seeded } from '../helpers/random-expression'
import { flawlessFiles, tellsAll } from '../helpers/random-mistakes'
import { load } from '../helpers/template'

test.each(flawlessFiles)('$file has no mistakes', async ({ file, template }) => {
  expect((await load({ [file]: template }, { path: file, plugins })).diagnostics).toEqual([])
})

test('60 files with mistakes; bench/mistakes.cjs does thousands', async () => {
  const random = seeded(20)
  for (let i = 0; i < 60; i++) {
    const { problems, injected, text } = await tellsAll(random)
    expect({ problems, injected, text }).toEqual({ problems: [], injected, text })
  }
})
