/**
 * The parameter of Systems Manager that holds an image's ID. AWS answers before it has checked the value, and forgets in silence what does
 * not pass: only a new version that can be read tells that it did.
 */
import { delay } from '../../lib/abort'
import { Failure } from '../../model/failure'
import type { Access } from './access'
import { readParameter, withParameters } from './secrets'

/** The version before the newest bears it, for whoever has to go back. */
export const PREVIOUS_LABEL = 'previous'

const PATIENCE_MILLISECONDS = 60_000
const PACE_MILLISECONDS = 1000

/** Resolves with the new version, or with the present one when it holds the image already. */
export async function putImageParameter(access: Access, name: string, imageId: string, signal: AbortSignal): Promise<number> {
  const before = await readParameter(access, name, false, signal).catch(error => {
    if (/ParameterNotFound/.test(String((error as Error).message) + String((error as { code?: string }).code))) return undefined
    throw error
  })
  if (before?.Value === imageId) return before.Version ?? 0
  const version = await withParameters(access, 'PutParameter', signal, async (client, { PutParameterCommand }) => {
    const command = new PutParameterCommand({
      Name: name,
      Value: imageId,
      Type: 'String',
      DataType: 'aws:ec2:image',
      Overwrite: true,
    })
    return (await client.send(command, { abortSignal: signal })).Version
  })
  await untilReadable(access, name, imageId, version ?? 0, signal)
  if (before?.Version !== undefined)
    await withParameters(access, 'LabelParameterVersion', signal, async (client, { LabelParameterVersionCommand }) => {
      const command = new LabelParameterVersionCommand({ Name: name, ParameterVersion: before.Version, Labels: [PREVIOUS_LABEL] })
      return client.send(command, { abortSignal: signal })
    })
  return version ?? 0
}

async function untilReadable(access: Access, name: string, imageId: string, version: number, signal: AbortSignal): Promise<void> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MILLISECONDS; ) {
    const now = await readParameter(access, name, false, signal).catch(() => undefined)
    signal.throwIfAborted()
    if (now?.Value === imageId && (now.Version ?? 0) >= version) return
    await delay(PACE_MILLISECONDS, signal)
  }
  throw new Failure('failed', `Parameter ${name} in ${access.region} did not become ${imageId}: AWS has not accepted the value`, {
    advice: 'The account that owns the parameter must be allowed to describe the image (ec2:DescribeImages).',
  })
}
