/** The `ssh` block of `*.ingot.hcl`: how host keys are known, and the way to the bastion host. */
import type { Block } from '../language/body'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import type { EvalContext } from '../language/eval-context'
import { decodeOptions } from '../language/options/decode'
import { type HostKeyChoice, type TrustOptions, trustOptions } from '../model/communicator-options'

/** `hostKeys` is the caller's -host-keys, which wins over the block. */
export function readSshBlock(blocks: readonly Block[], context: EvalContext, hostKeys?: HostKeyChoice) {
  const findings = new Collector()
  const [block, second] = blocks
  if (second) findings.error('Two ssh blocks', 'Only one ssh block may stand in the *.ingot.hcl files.', second.definitionRange)
  const given = block && findings.take(decodeOptions(trustOptions, block.body, { context })).value
  const trust = given || hostKeys ? { ...(given ?? DEFAULTS), ...(hostKeys && { host_key: hostKeys }) } : undefined
  return findings.done(trust && Object.freeze(trust)) satisfies Checked<TrustOptions | undefined>
}

const DEFAULTS: TrustOptions = { host_key: 'auto', known_hosts: 'accept-new', known_hosts_file: undefined, proxy_jump: undefined }
