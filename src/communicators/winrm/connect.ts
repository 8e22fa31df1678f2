/** From what a template and its source say to a machine that answers, within the time that they give. */
import { isIP, isIPv6 } from 'node:net'
import { delay, timeLimit } from '../../lib/abort'
import { duration } from '../../lib/duration-text'
import type { Communicator, Reach } from '../../model/communicator'
import type { CommunicatorOptions } from '../../model/communicator-options'
import { Failure } from '../../model/failure'
import { loginIn } from '../../model/login'
import type { ConnectContext } from '../../model/plugin'
import { WinrmCommunicator } from './communicator'
import { BasicLine, type Line } from './line'
import { accountOf } from './ntlm/keys'
import { NtlmLine } from './ntlm-line'
import type { Obstacle } from './obstacle'
import { untilReady } from './ready'
import { placeOf } from './wire'

const DEFAULT_TIMEOUT = 30 * 60_000
/** Of the console, for the error. */
const EVIDENCE_LINES = 30

export async function connect(reach: Reach, options: CommunicatorOptions, context: ConnectContext): Promise<Communicator> {
  const login = loginIn(options)
  const host = login.host ?? reach.host
  const port = reach.port ?? login.port ?? 0
  const username = reach.username ?? login.username ?? ''
  const url = new URL(`${options.winrm_use_ssl ? 'https' : 'http'}://${isIPv6(host) ? `[${host}]` : host}:${port}/wsman`)
  const target = `${username}@${host}:${port}`
  const place = placeOf(url, options.winrm_insecure, options.winrm_no_proxy)
  if (!options.winrm_use_ssl && !options.winrm_use_ntlm && !isHere(host)) context.warn(IN_CLEAR)
  const door = new Door(reach.password ?? login.password ?? '', password =>
    lineTo(place, options.winrm_use_ntlm, username, password),
  )
  const ready = (signal: AbortSignal) => withinTime(target, url, door, options, reach, { ...context, signal })
  context.say(`Connecting to ${target} by WinRM`)
  try {
    await ready(context.signal)
    context.say('Connected')
    if (options.pause_before_connecting) {
      context.say(`Pausing for ${duration(options.pause_before_connecting)} before the connection that is used`)
      await delay(options.pause_before_connecting, context.signal)
      await ready(context.signal)
    }
  } catch (error) {
    door.line.close()
    throw error
  }
  return new WinrmCommunicator(
    url,
    () => door.line,
    signal => ready(AbortSignal.any([signal, context.signal])),
  )
}

/** Where one password after another may be tried. */
class Door {
  line: Line

  constructor(
    private password: string,
    private readonly open: (password: string) => Line,
  ) {
    this.line = open(password)
  }

  /** False: there is no other one. */
  async tryAnother(ask: Reach['otherPassword'], signal: AbortSignal): Promise<boolean> {
    const other = await ask?.(signal)
    if (other === undefined || other === this.password) return false
    this.line.close()
    this.password = other
    this.line = this.open(other)
    return true
  }
}

const IN_CLEAR =
  'WinRM by Basic over HTTP: the password, and all else, can be read on the way. winrm_use_ntlm = true encrypts it, winrm_use_ssl = true too.'

const isHere = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const lineTo = (place: ReturnType<typeof placeOf>, byNtlm: boolean, username: string, password: string): Line =>
  byNtlm ? new NtlmLine(place, accountOf(username, password)) : new BasicLine(place, username, password)

async function withinTime(
  target: string,
  url: URL,
  door: Door,
  options: CommunicatorOptions,
  reach: Reach,
  context: ConnectContext,
): Promise<void> {
  const given = options.winrm_timeout
  const milliseconds = given ?? DEFAULT_TIMEOUT
  const limit = timeLimit(milliseconds, new Error('time is over'))
  const began = Date.now()
  let last: Obstacle | undefined
  try {
    const signal = AbortSignal.any([context.signal, limit.signal])
    await untilReady(
      () => door.line,
      url,
      given === undefined,
      signal,
      async obstacle => {
        if (obstacle.message !== last?.message) context.progress(`waiting for WinRM: ${obstacle.message}`)
        last = obstacle
        return obstacle.kind === 'authentication' && door.tryAnother(reach.otherPassword, signal)
      },
    )
  } catch (error) {
    context.signal.throwIfAborted()
    if (error !== last && !limit.signal.aborted) throw error
    const within = last?.final ? '' : ` within ${duration(limit.signal.aborted ? milliseconds : Date.now() - began)}`
    throw new Failure('failed', `cannot reach ${target} by WinRM${within}: ${last?.message ?? 'nothing answers'}`, {
      advice: last?.advice,
      evidence: await lastLines(reach, context.signal),
      cause: last,
    })
  } finally {
    limit.stop()
  }
}

/** What the machine printed last; nothing when it cannot be asked, as the error matters more. */
async function lastLines(reach: Reach, signal: AbortSignal): Promise<string | undefined> {
  const text = await reach.console?.(signal).catch(() => undefined)
  const lines = text?.trimEnd().split(/\r?\n/).slice(-EVIDENCE_LINES) ?? []
  return lines.some(line => line.trim() !== '') ? `the last lines on its console:\n${lines.join('\n')}` : undefined
}
