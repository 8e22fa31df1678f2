/** `ingot inspect`: what a template declares, in Packer's layout; its contents are not judged. */
import { plugins } from '../../catalog'
import { Redactor } from '../../engine/redact'
import { machineLine } from '../../outputs/machine-readable'
import { loadPlan } from '../../template/load-plan'
import { verb } from '../command'
import { toggle } from '../flags'
import { inspectionOf } from '../inspection'
import { inputFrom, optionalTemplate, printFindings, templateFlags } from '../template-flags'

const flags = {
  ...templateFlags,
  'machine-readable': toggle("Packer's lines for machines instead of text for people."),
} as const

export const inspect = verb({
  usage: 'inspect [flags] [TEMPLATE]',
  summary: 'Prints the variables, locals and builds of a template, without a look at the options of its components.',
  flags,
  run: async ({ rest, flags: given }, io) => {
    const input = inputFrom(optionalTemplate(rest), given, io)
    const loaded = await loadPlan({ ...input, plugins, tolerateUnset: true, outlineOnly: true, askOutside: true })
    printFindings(loaded, io)
    if (!loaded.outline) return 2
    const redactor = new Redactor(loaded.sensitive)
    const { parts, data } = inspectionOf(loaded.outline, loaded)
    io.document?.set('inspection', redactor.deep(data))
    if (io.document) return 0
    for (const { row, text } of parts) {
      const shown = redactor.text(text)
      if (!given['machine-readable']) io.stdout.write(`${shown}\n`)
      else {
        if (row) io.stdout.write(machineLine(Date.now(), '', ...row.map(each => redactor.text(each))))
        io.stdout.write(machineLine(Date.now(), '', 'ui', 'say', shown))
      }
    }
    return 0
  },
})
