/**
 * Asks `terraform console` for types and values of many expressions at once. In them `U` is a value of which nothing is known: an
 * attribute of a resource that comes with Terraform itself and has not been created.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const UNKNOWN = 'terraform_data.x.output'
/** The console reads one line of up to 64 KiB. */
const LONGEST = 50_000
const environment = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' }

export class TerraformConsole {
  private readonly folder = mkdtempSync(join(tmpdir(), 'terraform-console-'))

  constructor() {
    writeFileSync(join(this.folder, 'main.tf'), 'resource "terraform_data" "x" {\n  input = 1\n}\n')
    this.run(['init', '-no-color'])
  }

  close(): void {
    rmSync(this.folder, { recursive: true })
  }

  /** Whether each can be evaluated. */
  can(expressions: readonly string[]): readonly boolean[] {
    return this.each(expressions, texts => `[${texts.map(text => `can(${text})`).join(', ')}]`, 2).map(
      answer => answer !== undefined && answer !== 'false',
    )
  }

  /** Their types without white space, as `type()` has them. Only for expressions that can be evaluated. */
  types(expressions: readonly string[]): readonly (string | undefined)[] {
    return this.each(expressions, texts => `type([${texts.join(', ')}])`, 4).map(text =>
      text?.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, ''),
    )
  }

  /** Undefined where there is no answer; many are asked together, and halved where one is in the way of the others. */
  private each(
    expressions: readonly string[],
    write: (texts: readonly string[]) => string,
    indent: number,
  ): readonly (string | undefined)[] {
    const line = write(expressions).replace(/\bU\b/g, UNKNOWN)
    const answers = line.length > LONGEST ? [] : elements(this.run(['console', '-no-color'], `${line}\n`), indent)
    if (answers.length === expressions.length) return answers
    if (expressions.length <= 1) return expressions.map(() => undefined)
    const half = expressions.length >> 1
    return [...this.each(expressions.slice(0, half), write, indent), ...this.each(expressions.slice(half), write, indent)]
  }

  private run(args: readonly string[], input = ''): string {
    const options = { cwd: this.folder, env: environment, input, encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 26 } as const
    return spawnSync('terraform', args, options).stdout
  }
}

/** Of a tuple as the console prints it: each ends with a line so far indented that ends with a comma. */
function elements(printed: string, indent: number): readonly string[] {
  const all: string[] = []
  let text = ''
  for (const line of printed.trimEnd().split('\n').slice(1, -1)) {
    text += `${line}\n`
    if (!line.endsWith(',') || /^ */.exec(line)![0].length !== indent) continue
    all.push(text.trim().slice(0, -1))
    text = ''
  }
  return all
}
