/** `ingot init`: there is nothing to download, so it says what of a template's needs is built in and what is missing. */
import { plugins } from '../../catalog'
import { loadPlan } from '../../template/load-plan'
import { needsOf } from '../built-in'
import { verb } from '../command'
import { toggle } from '../flags'
import { inputFrom, onlyTemplate, printFindings, templateFlags } from '../template-flags'

const flags = {
  ...templateFlags,
  upgrade: toggle('Accepted for Packer: what is built in comes with ingot itself.'),
  force: toggle('Accepted for Packer: nothing is installed.'),
} as const

export const init = verb({
  usage: 'init [flags] TEMPLATE',
  summary: 'Says which plugins and components of a template are built in, and which are missing.',
  flags,
  run: async ({ rest, flags: given }, io) => {
    const input = inputFrom(onlyTemplate(rest), given, io)
    const loaded = await loadPlan({ ...input, plugins, tolerateUnset: true, outlineOnly: true })
    printFindings(loaded, io)
    if (!loaded.outline) return 2
    const needs = needsOf(loaded.outline, plugins)
    const missing = needs.filter(({ builtIn }) => !builtIn)
    const status = missing.length === 0 ? 0 : 1
    io.document?.set('needs', needs)
    if (io.document) return status
    for (const { what, note } of needs.filter(({ builtIn }) => builtIn))
      io.stdout.write(`Built in: ${what}${note && `: ${note}`}\n`)
    for (const { what, note } of missing) io.stdout.write(`Missing:  ${what}: ${note}.\n`)
    io.stdout.write(missing.length === 0 ? 'Nothing is missing, and there is nothing to download.\n' : '')
    return status
  },
})
