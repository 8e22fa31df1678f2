/** `ingot build`: bake, test, publish. */
import { plugins } from '../../catalog'
import { watchSignals } from '../../engine/interrupt'
import { needsRecipes } from '../../engine/recipe'
import { hostKeyChoices } from '../../model/communicator-options'
import { Failure } from '../../model/failure'
import { apply, runFlags } from '../apply'
import { verb } from '../command'
import { choice, toggle } from '../flags'
import { Questions } from '../questions'
import { recipesFrom } from '../recipes'
import { refuseWithoutSandbox } from '../sandbox-flags'
import { smokeTestFlags, smokeTestInput, smokeTestOptions } from '../smoke-test-flags'
import { inputFrom, onlyTemplate, planFrom, pluginFlags, publishFlags, templateFlags } from '../template-flags'

const buildFlags = {
  ...templateFlags,
  ...pluginFlags,
  ...runFlags,
  'skip-enforcement': toggle('Accepted for Packer: there is no HCP Packer here.'),
  debug: toggle('One build at a time, and wait for Enter before each step.'),
  'warn-on-undeclared-var': toggle('Warn of values in variable files that the template does not declare.'),
  'skip-unchanged': toggle('Where an image of the same template, files and base image was published, that one is the result.'),
  ...smokeTestFlags,
  'no-smoke-tests': toggle('Publish without testing. Said in every output.'),
  publish: choice('Publish what passed, or leave it as a candidate for `ingot merge`.', ['now', 'later'], 'now'),
  ...publishFlags,
  'host-keys': choice('How host keys of launched machines are known, instead of what *.ingot.hcl says.', hostKeyChoices),
} as const

export const build = verb({
  usage: 'build [flags] TEMPLATE',
  summary: 'Bakes images, boots and tests them, and only then publishes.',
  flags: buildFlags,
  run: async ({ rest, flags }, io) => {
    refuseWithoutSandbox(flags)
    const { debug, publish, 'ssm-parameter': ssmParameter } = flags
    if (ssmParameter && publish === 'later')
      throw new Failure('invalid', '-ssm-parameter means nothing to -publish=later', {
        advice: 'Give it to the `ingot merge` that publishes.',
      })
    const { 'warn-on-undeclared-var': warnUndeclared, 'host-keys': hostKeys } = flags
    const own = { warnUndeclared, hostKeys, ssmParameter, ...smokeTestInput(flags) }
    const more = { requireBuilds: true, askOutside: !flags.sandbox, ...own }
    const loaded = await planFrom(rest, flags, plugins, io, more)
    if (!loaded) return 2
    const input = { ...inputFrom(onlyTemplate(rest), flags, io), ...more }
    const recipes = needsRecipes(loaded.plan, plugins) ? await recipesFrom(input, plugins, loaded.outside) : undefined
    const questions = new Questions(io)
    if (debug && !questions.possible)
      throw new Failure('invalid', '-debug waits for Enter before each step, and there is no terminal', {
        advice: 'Leave out -debug.',
      })
    const interrupt = watchSignals()
    try {
      return await apply(
        { ...loaded, flags, io, interrupt },
        {
          smokeTests: !flags['no-smoke-tests'],
          ...smokeTestOptions(flags),
          recipes,
          skipUnchanged: flags['skip-unchanged'],
          publish: publish as 'now' | 'later',
          ...(questions.possible && !flags['machine-readable'] && { ask: questions.afterFailure, waitForEnter: questions.enter }),
          ...(debug && { parallelBuilds: 1, pause: questions.beforeStep }),
        },
      )
    } finally {
      questions.close()
      interrupt.stop()
    }
  },
})
