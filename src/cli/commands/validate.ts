/** `ingot validate`: is the template right, as far as can be told without creating anything? */
import { plugins } from '../../catalog'
import { hasErrors } from '../../language/diagnostic'
import { loadPlan } from '../../template/load-plan'
import { verb } from '../command'
import { toggle } from '../flags'
import { onlyTemplate, planFrom, printFindings, templateFlags } from '../template-flags'

const flags = {
  ...templateFlags,
  'syntax-only': toggle('Look at the syntax only, not at the options.'),
  'no-warn-undeclared-var': toggle('Do not warn of values for variables that the template does not declare.'),
  'evaluate-datasources': toggle('Ask data sources while validating; otherwise their results are unknown.'),
} as const

export const validate = verb({
  usage: 'validate [flags] TEMPLATE',
  summary: 'Checks a template; creates nothing.',
  flags,
  run: async ({ rest, flags: given }, io) => {
    const more = { warnUndeclared: !given['no-warn-undeclared-var'] }
    const valid = given['syntax-only'] ? await syntaxIsValid() : (await planFrom(rest, given, plugins, io, more)) !== undefined
    if (!valid) return 2
    io.stdout.write('The configuration is valid.\n')
    return 0

    async function syntaxIsValid(): Promise<boolean> {
      const loaded = await loadPlan({ path: onlyTemplate(rest), environment: io.environment, plugins, syntaxOnly: true })
      printFindings(loaded, io)
      return !hasErrors(loaded.diagnostics)
    }
  },
})
