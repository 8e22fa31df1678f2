/** Asks a machine what goss files say of it, in one round trip, with nothing installed there. */
import { randomBytes } from 'node:crypto'
import { delay } from '../../lib/abort'
import type { ProvisionContext } from '../../model/plugin'
import type { Check } from './check'
import { factsScript, parseFacts } from './script'
import { type Verdict, verdictsOf } from './verdict'

export { type GossRead, type GossRequest, readGoss } from './read'
export type { Verdict } from './verdict'

export interface Patience {
  /** Milliseconds after which a failure is final. 0: at once. */
  readonly retryTimeout: number
  /** Milliseconds between two tries. */
  readonly sleep: number
}

/** All of it is asked anew until nothing fails, or the patience is at its end. `shell`: `sh`, or what runs it as another user. */
export async function askGoss(
  checks: readonly Check[],
  { retryTimeout, sleep }: Patience,
  context: Pick<ProvisionContext, 'communicator' | 'signal'> & { readonly shell?: string },
): Promise<readonly Verdict[]> {
  const deadline = performance.now() + retryTimeout
  for (;;) {
    const verdicts = await askOnce(checks, context)
    const failed = verdicts.some(({ outcome }) => outcome === 'failed')
    if (!failed || performance.now() + sleep > deadline) return verdicts
    await delay(sleep, context.signal)
  }
}

async function askOnce(
  checks: readonly Check[],
  { communicator, signal, shell = 'sh' }: Pick<ProvisionContext, 'communicator' | 'signal'> & { readonly shell?: string },
): Promise<readonly Verdict[]> {
  const marker = `ingot-${randomBytes(12).toString('hex')}`
  const output: Uint8Array[] = []
  const errors: Uint8Array[] = []
  await communicator.run(shell, {
    signal,
    stdin: Buffer.from(factsScript(checks, marker)),
    onStdout: chunk => output.push(chunk),
    onStderr: chunk => errors.push(chunk),
  })
  const all = Buffer.concat(output)
  try {
    return verdictsOf(checks, parseFacts(all, marker))
  } catch (error) {
    const said = Buffer.concat(errors).toString().trim()
    throw new Error(`${(error as Error).message}${said ? `: ${said.slice(-500)}` : ''}`)
  }
}

/** As goss names it, or with the title that the file gives. */
export const verdictName = ({ check, attribute }: Verdict): string =>
  `${check.title ?? `${check.kind.label} ${check.id}`} ${attribute}`
