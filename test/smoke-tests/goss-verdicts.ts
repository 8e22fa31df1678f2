/** What ingot makes of a goss file, in the same words as the oracle. */
import type { Communicator } from '../../src/model/communicator'
import { askGoss, type GossRequest, readGoss } from '../../src/smoke-tests/goss'

export interface OwnResults {
  readonly verdicts: readonly string[]
  readonly details: ReadonlyMap<string, string | undefined>
  readonly problems: readonly string[]
}

export async function ownVerdicts(
  communicator: Communicator,
  request: Partial<GossRequest> & Pick<GossRequest, 'files'>,
): Promise<OwnResults> {
  const { checks, problems } = readGoss({ vars: [], environment: {}, ...request })
  if (problems.length > 0) return { verdicts: [], details: new Map(), problems }
  const signal = AbortSignal.timeout(60_000)
  const verdicts = await askGoss(checks, { retryTimeout: 0, sleep: 0 }, { communicator, signal })
  const details = new Map<string, string | undefined>()
  for (const { check, attribute, outcome, detail } of verdicts) {
    const { target } = check.question
    // goss shows the target behind the key where they differ.
    const id =
      target === check.id || check.kind.target === undefined || check.kind.type === 'command'
        ? check.id
        : `${check.id}: ${target}`
    details.set(`${check.kind.label} ${id} ${attribute}: ${outcome}`, detail)
  }
  return { verdicts: [...details.keys()].sort(), details, problems }
}
