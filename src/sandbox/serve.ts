/** A sandbox from start to end: lock, machines' preparations, former state, endpoint; and all of it undone again. */
import { callLog } from './call-log'
import { type Faults, noFaults } from './ec2/behaviour/faults'
import { likeAws, noDelay } from './ec2/behaviour/pace'
import { Cloud } from './ec2/cloud'
import { type CallRecord, handle } from './ec2/endpoint'
import { httpServer, listen, stopListening } from './http'
import { lock } from './lock'
import type { MachineKind, Report } from './machines/machine-kind'
import { reapStale } from './machines/reap'
import { reconcile } from './reconcile'
import { handleSsm } from './ssm/endpoint'
import { Sessions } from './ssm/sessions'
import { StateFolder } from './state-folder'

export interface SandboxOptions {
  /** See `defaultStateFolder`. Made when it is not there. */
  readonly stateFolder: string
  /** 0, the default, is any free one. */
  readonly port?: number
  readonly kind: MachineKind
  readonly report: Report
  /** Stops the preparations; a sandbox that serves is stopped by `close`. */
  readonly signal: AbortSignal
  /** A file to which every call is appended as a line of JSON. */
  readonly calls?: string
  /** `aws`: states change no sooner than they typically do there. By default as soon as the machines can. */
  readonly latency?: 'aws'
  /** What goes wrong on purpose. */
  readonly faults?: Faults
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string
  /** Variables with which an unmodified AWS client talks to the sandbox. */
  readonly environment: Readonly<Record<string, string>>
  /** Shuts guests down, for `graceSeconds` (10) at most, and leaves nothing running. */
  close(graceSeconds?: number): Promise<void>
}

/** Throws with a sentence when the folder is in use or cannot be written, the port is taken, or the machines are not to be had. */
export async function serve(options: SandboxOptions): Promise<Sandbox> {
  const { kind, report, signal, faults = noFaults } = options
  const folder = new StateFolder(options.stateFolder)
  await folder.prepare()
  const held = await lock(folder.path)
  const calls = callLog(options.calls)
  try {
    const stale = await reapStale(folder.path)
    if (stale.length > 0) report(`Ended machines that a dead sandbox left running: ${stale.join(', ')}`)
    const baseImages = await kind.prepare(report, signal)
    const pace = faults.pace(options.latency === 'aws' ? likeAws : noDelay)
    const cloud = new Cloud({ kind, storage: folder, baseImages, pace, lacks: faults.lacks, report })
    const saved = await folder.load()
    if (saved) cloud.restore(saved)
    await reconcile(cloud, folder)
    const sessions = new Sessions(cloud, faults)
    const logged = async (answering: Promise<CallRecord>) => {
      const started = new Date()
      const record = await answering
      calls.write(record, started)
      return record.cut ? undefined : record.reply
    }
    const server = httpServer({
      query: request => logged(handle(cloud, request, faults)),
      json: request => logged(handleSsm(cloud, sessions, request, faults)),
      channel: (session, socket) => sessions.accept(session, socket),
    })
    const endpoint = await listen(server, options.port ?? 0)
    await held.announce(endpoint)
    const close = async (graceSeconds = 10) => {
      sessions.closeAll()
      await stopListening(server)
      await cloud.close(graceSeconds)
      await calls.close()
      await held.release()
    }
    return { endpoint, environment: environment(endpoint), close: once(close) }
  } catch (error) {
    await calls.close()
    await held.release()
    throw error
  }
}

/** Dummy credentials: any are accepted, but clients will not speak without some. */
const environment = (endpoint: string) => ({
  AWS_ENDPOINT_URL_EC2: endpoint,
  AWS_ENDPOINT_URL_SSM: endpoint,
  AWS_ENDPOINT_URL_STS: endpoint,
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIAINGOTSANDBOX0000',
  AWS_SECRET_ACCESS_KEY: 'sandbox',
  AWS_EC2_METADATA_DISABLED: 'true',
})

function once(close: (graceSeconds?: number) => Promise<void>): (graceSeconds?: number) => Promise<void> {
  let closing: Promise<void> | undefined
  return graceSeconds => (closing ??= close(graceSeconds))
}

/** Empties the state, not the base images. Throws when a sandbox serves the folder. */
export async function reset(stateFolder: string): Promise<void> {
  const folder = new StateFolder(stateFolder)
  await folder.prepare()
  const held = await lock(folder.path)
  try {
    await reapStale(folder.path)
    await folder.empty()
  } finally {
    await held.release()
  }
}
