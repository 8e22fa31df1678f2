/** `ingot test`: asks an image that exists already what a candidate of the template would be asked. */
import { plugins } from '../../catalog'
import { watchSignals } from '../../engine/interrupt'
import { Failure } from '../../model/failure'
import { apply, runFlags } from '../apply'
import { verb } from '../command'
import { refuseWithoutSandbox } from '../sandbox-flags'
import { smokeTestFlags, smokeTestInput, smokeTestOptions } from '../smoke-test-flags'
import { planFrom, pluginFlags, templateFlags } from '../template-flags'

export const test = verb({
  usage: 'test [flags] IMAGE [TEMPLATE]',
  summary: 'Boots a machine from an image that exists and asks it the smoke tests of a template. Default template: this folder.',
  flags: { ...templateFlags, ...pluginFlags, ...runFlags, ...smokeTestFlags },
  run: async ({ rest, flags }, io) => {
    refuseWithoutSandbox(flags)
    const [image, template = '.', ...more] = rest
    if (image === undefined || more.length > 0)
      throw new Failure(
        'invalid',
        image === undefined ? 'No image was named' : `One image is tested at a time: ${rest.join(', ')}`,
        {
          advice: 'Write: ingot test ami-… FOLDER. The folder holds the template whose smoke tests are asked.',
        },
      )
    const loaded = await planFrom([template], flags, plugins, io, {
      requireBuilds: true,
      askOutside: !flags.sandbox,
      ...smokeTestInput(flags),
    })
    if (!loaded) return 2
    refuseUnlessOne(loaded.plan.builds)
    const interrupt = watchSignals()
    try {
      return await apply({ ...loaded, flags, io, interrupt }, { image, ...smokeTestOptions(flags) })
    } finally {
      interrupt.stop()
    }
  },
})

/** The source block says how the image is booted, so there has to be exactly one; and nothing asked is nothing tested. */
function refuseUnlessOne(builds: readonly { readonly name: string; readonly smokeTests: readonly unknown[] }[]): void {
  const [build, ...others] = builds
  if (others.length > 0)
    throw new Failure('invalid', `The template has ${builds.length} builds, and one image is one of them`, {
      advice: `Choose with -only: ${builds.map(({ name }) => name).join(', ')}.`,
    })
  if (build?.smokeTests.length === 0)
    throw new Failure('invalid', `${build.name} has no smoke tests, so the image would pass unasked`, {
      advice: 'Declare a smoke_test in an *.ingot.hcl file, put a goss.yaml into a folder smoke, or write -smoke-tests PATH.',
    })
}
