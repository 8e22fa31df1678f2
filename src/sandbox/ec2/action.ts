/** An action is its name in the table, what it accepts, and what it does. */

import type { Cloud } from './cloud'
import { Ec2Error } from './protocol/error'
import type { ParameterTree } from './protocol/form'
import { type Decoded, decodeFields, type Fields, flag } from './protocol/shape'
import type { XmlRecord } from './protocol/xml'
import type { Region } from './state/region'

export interface Call {
  readonly cloud: Cloud
  readonly region: Region
  readonly action: string
  /** As they came, for the fingerprint of a ClientToken. */
  readonly parameters: ParameterTree
}

export interface Action {
  /** Throws Ec2Error. The record becomes the children of `<ActionResponse>`. */
  run(call: Call): Promise<XmlRecord>
}

type Result = XmlRecord | Promise<XmlRecord>

/** Every action takes DryRun: parameters are read, nothing is done, and EC2 says so by an error. */
export function action<F extends Fields>(fields: F, run: (call: Call, input: Decoded<F>) => Result): Action {
  const accepted = { ...fields, DryRun: flag }
  return {
    async run(call) {
      const input = decodeFields(accepted, call.parameters)
      if (input.DryRun) throw new Ec2Error('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412)
      return run(call, input as Decoded<F>)
    },
  }
}

const inFlight = new WeakMap<Region, Map<string, Promise<string>>>()

/**
 * Makes something once per ClientToken: the same request again gives the same ID, another request with the token is
 * refused. `create` gives the ID. A create that fails leaves the token free.
 */
export async function once({ region, action, parameters }: Call, token: string | undefined, create: () => Promise<string>) {
  if (!token) return create()
  const key = `${action}/${token}`
  const request = JSON.stringify(parameters)
  const pending = inFlight.get(region) ?? new Map<string, Promise<string>>()
  inFlight.set(region, pending)
  await pending.get(key)?.catch(() => undefined)
  const done = region.tokens[key]
  if (done && done.request !== request)
    throw new Ec2Error(
      'IdempotentParameterMismatch',
      `The client token you have provided is associated with a resource that is already deleted, or with other parameters: ${token}`,
    )
  if (done) return done.result
  const creating = create()
  pending.set(key, creating)
  try {
    const result = await creating
    region.tokens[key] = { request, result }
    return result
  } finally {
    pending.delete(key)
  }
}
