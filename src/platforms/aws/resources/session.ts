/** The session with a machine, and the local port that leads through it. */
import type { ResourceKind, ResourceRecord } from '../../../model/resource'
import { type Access, placeOf } from '../access'
import { isAws } from '../errors'
import { activeSessions, terminateSession } from '../session-manager/service'
import { Tunnel, type TunnelRequest } from '../session-manager/tunnel'

export type SessionRequest = Omit<TunnelRequest, 'access'>

/** Of this process, by the ID of the session with which each began. */
const tunnels = new Map<string, Tunnel>()

/** The port of this machine that leads to the machine at the other end of a session that this process holds. */
export const localPortOf = (id: string): number | undefined => tunnels.get(id)?.localPort

export const session = (access: Access): ResourceKind<SessionRequest> => ({
  name: 'aws.ssm-session',
  place: placeOf(access),
  record: ({ target, reason }) => ({ target, reason }),
  async create(request, _token, signal) {
    const tunnel = await Tunnel.open({ ...request, access }, signal)
    const id = await tunnel.sessionId()
    tunnels.set(id, tunnel)
    return id
  },
  find: async (_token, signal, record) => remaining(access, record, signal),
  /** In another process also those that came after it; a session without its machine is over. */
  async release(id, signal, record) {
    const tunnel = tunnels.get(id)
    tunnels.delete(id)
    if (tunnel) return tunnel.close()
    for (const one of new Set([id, ...(await remaining(access, record, signal))]))
      await terminateSession(access, one, signal).catch(error => {
        if (!isAws(error, 'DoesNotExistException')) throw error
      })
  },
})

function remaining(access: Access, record: ResourceRecord | undefined, signal: AbortSignal): Promise<string[]> {
  const { target, reason } = (record ?? {}) as Partial<Record<string, string>>
  return target && reason ? activeSessions(access, target, reason, signal) : Promise.resolve([])
}
