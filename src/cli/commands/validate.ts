/** `ingot validate`: is the template right, as far as can be told without creating anything? */
import { plugins } from '../../catalog'
import { hasErrors } from '../../language/diagnostic'
import { machineLine } from '../../outputs/machine-readable'
import { loadPlan } from '../../template/load-plan'
import { verb } from '../command'
import { toggle } from '../flags'
import { inputFrom, onlyTemplate, pluginFlags, printFindings, templateFlags } from '../template-flags'

const flags = {
  ...templateFlags,
  ...pluginFlags,
  'syntax-only': toggle('Look at the syntax and the variables only, not at the options of components.'),
  'no-warn-undeclared-var': toggle('Do not warn of values for variables that the template does not declare.'),
  'warn-on-undeclared-var': toggle('Warn of them, which is the default here.', true),
  'evaluate-datasources': toggle('Ask data sources while validating; otherwise their results are unknown.'),
  'machine-readable': toggle("Packer's lines for machines instead of text for people."),
} as const

const VALID = 'The configuration is valid.'

export const validate = verb({
  usage: 'validate [flags] TEMPLATE',
  summary: 'Checks a template; creates nothing.',
  flags,
  run: async ({ rest, flags: given }, io) => {
    const warnUndeclared = given['warn-on-undeclared-var'] && !given['no-warn-undeclared-var']
    const input = inputFrom(onlyTemplate(rest), given, io)
    const { 'syntax-only': syntaxOnly, 'evaluate-datasources': askOutside } = given
    const loaded = await loadPlan({ ...input, plugins, warnUndeclared, syntaxOnly, askOutside })
    printFindings(loaded, io)
    if (hasErrors(loaded.diagnostics)) return 2
    if (!io.document) io.stdout.write(given['machine-readable'] ? machineLine(Date.now(), '', 'ui', 'say', VALID) : `${VALID}\n`)
    return 0
  },
})
