/** What an agent asks before a session begins, and what is answered; and what its version can do. */
import { compareVersions } from '../../../lib/version-order'
import { type DataKey, SessionCipher } from './cipher'

/** Of the protocol that is spoken here, as AWS's own client counts: agents choose by it how they speak. */
export const CLIENT_VERSION = '1.2.463.0'
const MULTIPLEXING_AFTER = '3.0.196.0'
const NO_KEEP_ALIVE_AFTER = '3.1.1511.0'

export const speaksSmux = (agent: string): boolean => compareVersions(agent, MULTIPLEXING_AFTER) > 0
/** Older ones end a session of smux that is silent; to newer ones a word too many would look like use. */
export const needsKeepAlive = (agent: string): boolean => compareVersions(agent, NO_KEEP_ALIVE_AFTER) <= 0

/** Asks KMS for a key that only this session can use; newer agents add a text of chance to what the key is bound to. */
export type MakeDataKey = (keyId: string, challenge: string | undefined) => Promise<DataKey>

interface Action {
  readonly ActionType: string
  readonly ActionParameters?: { readonly SessionType?: string; readonly KMSKeyId?: string; readonly Challenge?: string }
}

interface Request {
  readonly AgentVersion?: string
  readonly RequestedClientActions?: readonly Action[] | null
}

export interface Answer {
  readonly agentVersion: string
  readonly response: Buffer
  /** Of a session that is encrypted. */
  readonly cipher?: SessionCipher
  /** Why the session cannot be. */
  readonly obstacle?: Error
}

/** What KMS did not make. */
export class NoDataKey extends Error {}

const SUCCESS = 1
const FAILED = 2
const UNSUPPORTED = 3

export async function answerTo(payload: Buffer, makeDataKey: MakeDataKey): Promise<Answer> {
  const request = requestIn(payload)
  if (!request) return { agentVersion: '', response: Buffer.alloc(0), obstacle: new Error('a request that is not JSON') }
  const { AgentVersion = '', RequestedClientActions } = request
  // Go writes null for a list that has nothing.
  const verdicts = await Promise.all((RequestedClientActions ?? []).map(action => verdictOn(action, makeDataKey)))
  const response = {
    ClientVersion: CLIENT_VERSION,
    ProcessedClientActions: verdicts.map(({ type, status, result = null, error }) => ({
      ActionType: type,
      ActionResult: result,
      ActionStatus: status,
      Error: error?.message ?? '',
    })),
    Errors: verdicts.flatMap(({ error }) => error?.message ?? []),
  }
  return {
    agentVersion: AgentVersion,
    response: Buffer.from(JSON.stringify(response)),
    cipher: verdicts.find(({ cipher }) => cipher)?.cipher,
    obstacle: verdicts.find(({ error }) => error)?.error,
  }
}

function requestIn(payload: Buffer): Request | undefined {
  try {
    return JSON.parse(payload.toString()) as Request
  } catch {
    return undefined
  }
}

interface Verdict {
  readonly type: string
  readonly status: number
  readonly result?: object
  readonly cipher?: SessionCipher
  readonly error?: Error
}

async function verdictOn({ ActionType: type, ActionParameters }: Action, makeDataKey: MakeDataKey): Promise<Verdict> {
  const { SessionType, KMSKeyId = '', Challenge } = ActionParameters ?? {}
  if (type === 'KMSEncryption') return encryption(KMSKeyId, Challenge || undefined, makeDataKey)
  if (type !== 'SessionType') return { type, status: UNSUPPORTED, error: new Error(`Action ${type} is not supported`) }
  if (SessionType === 'Port') return { type, status: SUCCESS }
  return { type, status: FAILED, error: new Error(`Session type ${SessionType} was not asked for`) }
}

async function encryption(keyId: string, challenge: string | undefined, makeDataKey: MakeDataKey): Promise<Verdict> {
  const type = 'KMSEncryption'
  try {
    const key = await makeDataKey(keyId, challenge)
    const result = {
      KMSCipherTextKey: Buffer.from(key.ciphertext).toString('base64'),
      ...(challenge && { ChallengeAcknowledgement: true }),
    }
    return { type, status: SUCCESS, result, cipher: new SessionCipher(key) }
  } catch (cause) {
    return { type, status: FAILED, error: new NoDataKey((cause as Error).message, { cause }) }
  }
}
