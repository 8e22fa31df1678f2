/** What goes wrong on purpose: a list of rules from a file, tried on every call before the cloud hears of it. */
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpReply } from '../endpoint'
import { Ec2Error } from '../protocol/error'
import type { QueryRequest } from '../protocol/form'
import type { Pace, Transition } from './pace'

/** Thrown to cut the connection without an answer. */
export class CutConnection extends Error {}

interface Frequency {
  /** So many matching calls pass before the first fault; 0. */
  readonly skip?: number
  /** So many faults, then none; without it, no end. */
  readonly times?: number
  /** Of a matching call to be hit, 0 to 1; 1. */
  readonly probability?: number
}

export interface CallFault extends Frequency {
  /** `RunInstances`, or a pattern such as `Describe*`. */
  readonly action: string
  readonly region?: string
  /** An error's code, `cut` for a connection reset, `wait` for a delay of `seconds`. */
  readonly fault: string
  /** `before`, the default: nothing is done. `after`: it is done, and the caller does not learn of it. */
  readonly when?: 'before' | 'after'
  readonly message?: string
  /** HTTP status of an error; by default what EC2 gives with that code. */
  readonly status?: number
  readonly seconds?: number
}

export interface TransitionFault extends Frequency {
  readonly transition: Transition
  /** The transition takes longer by so much. */
  readonly seconds?: number
  /** The transition fails, for this reason: an image goes to `failed`, an instance to `terminated`. */
  readonly reason?: string
}

/** No machine to be had, in RunInstances and CreateFleet alike: InsufficientInstanceCapacity. */
export interface CapacityFault extends Frequency {
  readonly capacity: { readonly instanceType?: string; readonly zone?: string; readonly region?: string }
}

/** A frame between client and agent of a session: lost, sent twice, after the next one, or the websocket cut at it. */
export interface FrameFault extends Frequency {
  readonly frame: 'drop' | 'duplicate' | 'swap' | 'cut'
  /** `in`: from the client. Both when absent. */
  readonly direction?: 'in' | 'out'
}

/** How the agent is with which a session begins. */
export interface AgentFault extends Frequency {
  readonly agent: {
    readonly version?: string
    /** It asks for encryption by KMS; newer ones with a challenge to which the key is bound. */
    readonly encryption?: 'plain' | 'challenge'
  }
}

export type Fault = CallFault | TransitionFault | CapacityFault | FrameFault | AgentFault

export interface Faults {
  around(request: QueryRequest, answer: () => Promise<HttpReply>): Promise<HttpReply>
  pace(pace: Pace): Pace
  /** Whether a machine of this type is not to be had there. */
  lacks(instanceType: string, zone: string): boolean
  /** What becomes of the next frame; undefined: it arrives. */
  frame(direction: 'in' | 'out'): FrameFault['frame'] | undefined
  agent(): AgentFault['agent']
}

const statuses: Readonly<Record<string, number>> = {
  RequestLimitExceeded: 503,
  ServiceUnavailable: 503,
  Unavailable: 503,
  InternalError: 500,
  InternalFailure: 500,
  InsufficientInstanceCapacity: 500,
  AuthFailure: 401,
  UnauthorizedOperation: 403,
}

/** `seed` makes probabilities come out the same in every run. */
export function faultsOf(rules: readonly Fault[], seed = 1): Faults {
  const chance = random(seed)
  const turns = rules.map(rule => turn(rule, chance))
  return {
    async around(request, answer) {
      const index = rules.findIndex((rule, i) => 'action' in rule && concerns(rule, request) && turns[i]!())
      const rule = rules[index] as CallFault | undefined
      if (!rule) return answer()
      const reply = rule.when === 'after' ? await answer() : undefined
      if (rule.fault === 'cut') throw new CutConnection(`The connection was cut ${rule.when ?? 'before'} ${request.action}`)
      if (rule.fault !== 'wait')
        throw new Ec2Error(rule.fault, rule.message ?? `${rule.fault} on purpose.`, rule.status ?? statuses[rule.fault] ?? 400)
      await sleep((rule.seconds ?? 1) * 1000, undefined, { ref: false })
      return reply ?? answer()
    },
    pace: pace => async (transition, signal, progress) => {
      const index = rules.findIndex((rule, i) => 'transition' in rule && rule.transition === transition && turns[i]!())
      const rule = rules[index] as TransitionFault | undefined
      await pace(transition, signal, progress)
      if (rule?.seconds) await sleep(rule.seconds * 1000, undefined, { signal, ref: false }).catch(() => undefined)
      if (rule?.reason !== undefined) throw new Error(rule.reason)
    },
    lacks: (instanceType, zone) =>
      rules.some((rule, i) => 'capacity' in rule && isThere(rule.capacity, instanceType, zone) && turns[i]!()),
    frame(direction) {
      const concerned = (rule: Fault): rule is FrameFault => 'frame' in rule && (rule.direction ?? direction) === direction
      return rules.filter(concerned).find(rule => turns[rules.indexOf(rule)]!())?.frame
    },
    agent: () => rules.filter(rule => 'agent' in rule).find(rule => turns[rules.indexOf(rule)]!())?.agent ?? {},
  }
}

const isThere = (capacity: CapacityFault['capacity'], instanceType: string, zone: string): boolean =>
  (capacity.instanceType === undefined || capacity.instanceType === instanceType) &&
  (capacity.zone === undefined || capacity.zone === zone) &&
  (capacity.region === undefined || zone.startsWith(capacity.region))

function concerns({ action, region }: CallFault, request: QueryRequest): boolean {
  const pattern = new RegExp(`^${action.replaceAll('*', '.*')}$`)
  return pattern.test(request.action) && (region === undefined || region === request.region)
}

/** Whether it is the rule's turn; counts. */
function turn({ skip = 0, times = Number.POSITIVE_INFINITY, probability = 1 }: Frequency, chance: () => number) {
  let passed = 0
  let hit = 0
  return () => {
    if (hit >= times || (probability < 1 && chance() >= probability)) return false
    if (passed++ < skip) return false
    hit++
    return true
  }
}

/** mulberry32: small, and good enough to choose one call in ten. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const callKeys = ['action', 'region', 'fault', 'when', 'message', 'status', 'seconds', 'skip', 'times', 'probability']
const transitionKeys = ['transition', 'seconds', 'reason', 'skip', 'times', 'probability']
const capacityKeys = ['capacity', 'skip', 'times', 'probability']
const frameKeys = ['frame', 'direction', 'skip', 'times', 'probability']
const agentKeys = ['agent', 'skip', 'times', 'probability']

/** Reads a JSON list of rules; throws naming the file, the rule and what is wrong with it. */
export async function readFaults(file: string): Promise<Faults> {
  const wrong = (why: string) => new Error(`The faults file ${file} cannot be used: ${why}.`)
  let rules: unknown
  try {
    rules = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw wrong((error as Error).message)
  }
  if (!Array.isArray(rules)) throw wrong('it is not a list of rules')
  for (const [index, rule] of rules.entries()) {
    const isCall = typeof rule?.action === 'string' && typeof rule?.fault === 'string'
    const keys = isCall ? callKeys : keysOf(rule)
    if (!keys) throw wrong(`rule ${index + 1} has neither "action" and "fault" nor "transition", "capacity", "frame" or "agent"`)
    const stranger = Object.keys(rule).find(key => !keys.includes(key))
    if (stranger) throw wrong(`rule ${index + 1} has an unknown key "${stranger}"`)
  }
  return faultsOf(rules as Fault[])
}

/** Of the other kinds of rules. */
function keysOf(rule: Record<string, unknown> | null | undefined): readonly string[] | undefined {
  if (typeof rule?.capacity === 'object' && rule.capacity !== null) return capacityKeys
  if (typeof rule?.agent === 'object' && rule.agent !== null) return agentKeys
  if (['drop', 'duplicate', 'swap', 'cut'].includes(String(rule?.frame))) return frameKeys
  return typeof rule?.transition === 'string' ? transitionKeys : undefined
}

export const noFaults: Faults = {
  around: (_request, answer) => answer(),
  pace: pace => pace,
  lacks: () => false,
  frame: () => undefined,
  agent: () => ({}),
}
