/** Asks `terraform console` or `packer console` for many expressions in one process. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Oracle = 'terraform' | 'packer'

const consoles: Readonly<Record<Oracle, readonly string[]>> = {
  terraform: ['terraform', 'console', '-no-color'],
  packer: ['packer', 'console', '-config-type=hcl2', 'empty.pkr.hcl'],
}
/** terraform answers its last line only; a line of packer's may be 64 KiB long. */
const GROUP: Readonly<Record<Oracle, number>> = { terraform: 10_000, packer: 40 }
const environment = {
  ...process.env,
  TF_CLI_CONFIG_FILE: '/dev/null',
  CHECKPOINT_DISABLE: '1',
  PACKER_NO_COLOR: '1',
  AWS_REGION: '',
}

export const isInstalled = (oracle: Oracle): boolean => spawnSync(oracle, ['version'], { env: environment }).status === 0

/** The result of each as JSON text; null for an error. */
export function askOracle(oracle: Oracle, expressions: readonly string[]): (string | null)[] {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'))
  try {
    writeFileSync(join(folder, 'empty.pkr.hcl'), '')
    const size = GROUP[oracle]
    const groups = Array.from({ length: Math.ceil(expressions.length / size) }, (_, i) =>
      expressions.slice(i * size, i * size + size),
    )
    const lines = groups.map(
      group => `base64encode(jsonencode([${group.map(each => `try(jsonencode(${each}),null)`).join(',')}]))`,
    )
    const [command, ...args] = consoles[oracle]
    const { stdout, stderr } = spawnSync(command!, args, {
      cwd: folder,
      env: environment,
      input: `${lines.join('\n')}\n`,
      encoding: 'utf8',
      timeout: 60_000,
    })
    const answers = stdout.split('\n').filter(line => /^"?[A-Za-z0-9+/=]{8,}"?$/.test(line))
    if (answers.length !== groups.length)
      throw new Error(
        `${oracle} answered ${answers.length} of ${groups.length} lines: ${stdout.slice(-2000)}${stderr.slice(-2000)}`,
      )
    return answers.flatMap(line => JSON.parse(Buffer.from(line.replaceAll('"', ''), 'base64').toString()) as (string | null)[])
  } finally {
    rmSync(folder, { recursive: true })
  }
}
