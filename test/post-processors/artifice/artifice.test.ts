import { artifice } from '../../../src/post-processors/artifice'
import { artificeOptions } from '../../../src/post-processors/artifice/options'
import { withDefaults } from '../../helpers/defaults'
import { artifactOf, postProcessContext } from '../../helpers/post-process'

test.each([
  [['a', '*.ova'], 0],
  [[], 1],
  [['a', '['], 1],
])('the files %j', (files, problems) => {
  expect(artifice.check?.(withDefaults(artificeOptions, { files }))).toHaveLength(problems)
})

test('what matches nothing is told', async () => {
  const { context, said } = postProcessContext()
  const artifact = await artifice.process(withDefaults(artificeOptions, { files: ['/nowhere/*'] }), artifactOf('x'), context)
  expect(artifact).toMatchObject({ files: [], description: 'Created artifact from files: ' })
  expect(said[0]).toBe('warning: artifice: no file matches /nowhere/*')
})
