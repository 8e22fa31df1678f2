/** What an agent asks before a session begins, and what is answered; and what its version can do. */
import { compareVersions } from '../../../lib/version-order'

/** Of the protocol that is spoken here, as AWS's own client counts: agents choose by it how they speak. */
export const CLIENT_VERSION = '1.2.463.0'
const MULTIPLEXING_AFTER = '3.0.196.0'
const NO_KEEP_ALIVE_AFTER = '3.1.1511.0'

export const speaksSmux = (agent: string): boolean => compareVersions(agent, MULTIPLEXING_AFTER) > 0
/** Older ones end a session of smux that is silent; to newer ones a word too many would look like use. */
export const needsKeepAlive = (agent: string): boolean => compareVersions(agent, NO_KEEP_ALIVE_AFTER) <= 0

interface Request {
  readonly AgentVersion?: string
  readonly RequestedClientActions?: readonly { readonly ActionType: string; readonly ActionParameters?: unknown }[] | null
}

export interface Answer {
  readonly agentVersion: string
  readonly response: Buffer
  /** Why the session cannot be. */
  readonly obstacle?: 'encryption' | string
}

const SUCCESS = 1
const FAILED = 2
const UNSUPPORTED = 3

export function answerTo(payload: Buffer): Answer {
  const request = requestIn(payload)
  if (!request) return { agentVersion: '', response: Buffer.alloc(0), obstacle: 'a request that is not JSON' }
  const { AgentVersion = '', RequestedClientActions } = request
  // Go writes null for a list that has nothing.
  const actions = RequestedClientActions ?? []
  const processed = actions.map(({ ActionType, ActionParameters }) => ({
    ActionType,
    ActionResult: null,
    ...verdict(ActionType, ActionParameters as { SessionType?: string } | undefined),
  }))
  const errors = processed.map(({ Error: error }) => error).filter(Boolean)
  const response = { ClientVersion: CLIENT_VERSION, ProcessedClientActions: processed, Errors: errors }
  const encrypts = actions.some(({ ActionType }) => ActionType === 'KMSEncryption')
  return {
    agentVersion: AgentVersion,
    response: Buffer.from(JSON.stringify(response)),
    ...(errors.length > 0 && { obstacle: encrypts ? 'encryption' : errors.join('; ') }),
  }
}

function requestIn(payload: Buffer): Request | undefined {
  try {
    return JSON.parse(payload.toString()) as Request
  } catch {
    return undefined
  }
}

function verdict(type: string, parameters: { SessionType?: string } | undefined) {
  if (type === 'SessionType' && parameters?.SessionType === 'Port') return { ActionStatus: SUCCESS, Error: '' }
  if (type === 'SessionType') return { ActionStatus: FAILED, Error: `Session type ${parameters?.SessionType} was not asked for` }
  if (type === 'KMSEncryption') return { ActionStatus: FAILED, Error: 'Encryption by KMS is not supported' }
  return { ActionStatus: UNSUPPORTED, Error: `Action ${type} is not supported` }
}
