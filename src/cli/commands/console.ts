/** `ingot console`: asks a template, or nothing but the language, what an expression comes to. */
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { plugins } from '../../catalog'
import { Redactor } from '../../engine/redact'
import { hasErrors } from '../../language/diagnostic'
import { type Loaded, loadPlan } from '../../template/load-plan'
import type { Outside } from '../../template/outside'
import { type Io, verb } from '../command'
import { converse } from '../console-dialogue'
import { CONSOLE_INPUT, eitherSession, hclSession, legacySession, type Session } from '../console-session'
import { printDiagnostics } from '../print-error'
import { inputFrom, optionalTemplate, printFindings, templateFlags } from '../template-flags'

export const console = verb({
  usage: 'console [flags] [TEMPLATE]',
  summary: 'Evaluates expressions, with the variables and locals of a template when one is named.',
  flags: templateFlags,
  run: async ({ rest, flags }, io) => {
    const path = optionalTemplate(rest)
    const input = { ...inputFrom(path, flags, io), plugins, tolerateUnset: true, outlineOnly: true, askOutside: true }
    const loaded = await loadPlan(input)
    printFindings(loaded, io)
    if (!loaded.outline && hasErrors(loaded.diagnostics)) return 2
    const one = sessionFor(loaded, path, flags['config-type'])
    // Nothing says which language is meant: each line does.
    const either = path === undefined && flags['config-type'] === undefined
    const hcl = { ...input, variables: [], configType: 'hcl2', outside: loaded.outside } as const
    const session = either ? eitherSession(hclSession(await loadPlan(hcl)), one) : one
    const talk = new Talk(session, new Redactor(loaded.sensitive), loaded.outside, io)
    // Standard input has been read to its end as the template.
    if (path === '-') return 0
    return io.stdin.isTTY ? talk.withPerson() : talk.piped()
  },
})

function sessionFor(loaded: Loaded, path: string | undefined, configType: 'json' | 'hcl2' | undefined): Session {
  const language = loaded.outline?.language ?? (configType === 'hcl2' ? 'hcl' : 'legacy')
  return language === 'hcl' ? hclSession(loaded) : legacySession(loaded, path && resolve(dirname(path)))
}

class Talk {
  private failed = false
  private readonly results: string[] = []

  constructor(
    private readonly session: Session,
    private readonly redactor: Redactor,
    private readonly outside: Outside,
    private readonly io: Io,
  ) {}

  /** One expression a line. Every result is printed; Packer prints that of the last line only. */
  async piped(): Promise<number> {
    for await (const line of createInterface({ input: this.io.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
      if (!(await this.answer(line))) break
    this.io.document?.set('results', this.results)
    return this.failed ? 1 : 0
  }

  async withPerson(): Promise<number> {
    await converse({ input: this.io.stdin, output: process.stdout }, (text, signal) => this.answer(text, signal))
    return 0
  }

  /** False: that was the word to end with. */
  private async answer(text: string, signal?: AbortSignal): Promise<boolean> {
    const word = text.trim()
    if (word === 'exit') return false
    if (word === 'help') this.print(HELP[this.session.language])
    else if (word === 'variables') this.print(this.session.listing())
    else if (word !== '') await this.evaluate(text, signal)
    return true
  }

  private async evaluate(text: string, signal?: AbortSignal): Promise<void> {
    const answer = await this.session.evaluate(text, signal)
    this.redactor.add(...this.outside.secrets)
    if ('text' in answer) this.print(answer.text)
    else {
      this.failed = true
      const sources = new Map([[CONSOLE_INPUT, text]])
      printDiagnostics(answer.diagnostics, this.io, { sources, redact: shown => this.redactor.text(shown) })
    }
  }

  private print(text: string): void {
    const shown = this.redactor.text(text)
    this.results.push(shown)
    if (!this.io.document) this.io.stdout.write(`${shown}\n`)
  }
}

const WORDS = `variables   all variables and their values
help        this
exit        ends the console; so do Ctrl-D and Ctrl-C`

const HELP = {
  hcl: `Type an expression of HCL2 to see its value: upper(var.name), [for x in local.list : x.id].
An open bracket is continued on the next line. Other words:

${WORDS}

Packer's {{ }} is not evaluated here: that happens in the options of components.`,
  legacy: `Type a text with {{ }} to see what it becomes: {{user \`name\`}}, {{timestamp}}. Other words:

${WORDS}

For expressions of HCL2 name an HCL2 template, or start with -config-type=hcl2.`,
  either: `Type an expression of HCL2 to see its value: upper("a"), or a text with {{ }} to see what it becomes: {{timestamp}}.
Other words:

${WORDS}`,
}
