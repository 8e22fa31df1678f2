/** Instances in motion: one turn after the other per instance, records following what the machines really do. */

import type { Duplex } from 'node:stream'
import type { Machine } from '../machines/machine-kind'
import { Addresses } from './addresses'
import type { Cloud } from './cloud'
import { machineSpec, portRules } from './machine-spec'
import type { Instance, InstanceState, StateReason } from './state/records'
import type { Region } from './state/region'

/** How long a guest may take to shut down when it is asked to stop. */
const stopGraceSeconds = 120

export const userShutdown: StateReason = {
  code: 'Client.UserInitiatedShutdown',
  message: 'Client.UserInitiatedShutdown: User initiated shutdown',
}
const guestShutdown: StateReason = {
  code: 'Client.InstanceInitiatedShutdown',
  message: 'Client.InstanceInitiatedShutdown: Instance initiated shutdown',
}

const sandboxEnded: StateReason = { code: 'Server.ScheduledStop', message: 'Server.ScheduledStop: The sandbox was stopped' }

export class Machines {
  readonly addresses = new Addresses()
  private readonly running = new Map<string, Machine>()
  /** The machine that an instance had last, running or not. */
  private readonly latest = new Map<string, Machine>()
  private closing = false
  private readonly lastWords = new Map<string, string>()
  private readonly turns = new Map<string, Promise<void>>()
  /** Ends the grace of a shutdown that is under way. */
  private readonly impatience = new Map<string, AbortController>()

  constructor(private readonly cloud: Cloud) {}

  /** The instance must be `pending` and its volumes in place. */
  start(region: Region, instance: Instance, onFailure: 'stopped' | 'terminated'): void {
    this.inTurn(instance, 'start', async () => {
      // The reply to the call that asked for it still says `pending`.
      await new Promise(setImmediate)
      if (!is(instance, 'pending')) return
      try {
        await Promise.all([this.powerOn(region, instance), this.cloud.pace('running')])
        if (is(instance, 'pending')) this.enter(instance, 'running')
      } catch (error) {
        const message = `Server.InternalError: Internal error on launch: ${(error as Error).message}`
        this.cloud.options.report(`${instance.id} did not start: ${(error as Error).message}`)
        await this.powerOff(instance)
        this.enter(instance, onFailure, { code: 'Server.InternalError', message })
        if (onFailure === 'terminated') await this.dispose(region, instance)
      }
    })
  }

  stop(instance: Instance, force: boolean): void {
    if (force) this.impatience.get(instance.id)?.abort()
    if (!is(instance, 'running', 'pending')) return
    this.enter(instance, 'stopping', userShutdown)
    this.inTurn(instance, 'stop', async () => {
      await Promise.all([this.shutdown(instance, force ? 0 : stopGraceSeconds), this.cloud.pace('stopped')])
      if (is(instance, 'stopping')) this.enter(instance, 'stopped', userShutdown)
    })
  }

  terminate(region: Region, instance: Instance, reason = userShutdown): void {
    if (is(instance, 'shutting-down', 'terminated')) return
    this.enter(instance, 'shutting-down', reason)
    this.impatience.get(instance.id)?.abort()
    this.inTurn(instance, 'terminate', async () => {
      await Promise.all([this.powerOff(instance), this.cloud.pace('terminated')])
      this.enter(instance, 'terminated', reason)
      await this.dispose(region, instance)
    })
  }

  reboot(instance: Instance): void {
    this.inTurn(instance, 'reboot', async () => {
      if (is(instance, 'running')) await this.running.get(instance.id)?.reboot()
    })
  }

  /** Runs `work` while the guest is shut down, then boots it again: what CreateImage does to a running instance. */
  whileOff(region: Region, instance: Instance, work: () => Promise<void>): void {
    this.inTurn(instance, 'create image', async () => {
      if (is(instance, 'running')) await this.shutdown(instance, stopGraceSeconds)
      await work()
      if (!is(instance, 'running')) return
      await this.powerOn(region, instance).catch(async (error: Error) => {
        await this.powerOff(instance)
        this.enter(instance, 'stopped', { code: 'Server.InternalError', message: `Server.InternalError: ${error.message}` })
      })
    })
  }

  /** Also of a machine that is off; what a terminated one said last is forgotten with the process. */
  async console(instance: Instance): Promise<string> {
    return (await this.latest.get(instance.id)?.console()) ?? this.lastWords.get(instance.id) ?? ''
  }

  /** As Windows told it; undefined: it has made none. */
  async password(instance: Instance): Promise<string | undefined> {
    return this.latest.get(instance.id)?.password?.()
  }

  /** Of the machine that an instance has: another one after each boot. Undefined while it is off. */
  boot(id: string): number | undefined {
    return this.running.get(id)?.boot
  }

  /** As from a process of its own. */
  async connect(id: string, port: number): Promise<Duplex> {
    const machine = this.running.get(id)
    if (!machine) throw new Error(`${id} is off`)
    return machine.connect(port)
  }

  /** Groups or their rules have changed. */
  async refreshPorts(region: Region): Promise<void> {
    const changes = region.instances.all().map(instance => this.running.get(instance.id)?.openPorts(portRules(region, instance)))
    await Promise.all(changes)
  }

  /** Shuts every guest down; those that take longer than `graceSeconds` lose their plug. No machine starts any more. */
  async close(graceSeconds: number): Promise<void> {
    this.closing = true
    for (const controller of this.impatience.values()) controller.abort()
    await Promise.all(this.turns.values())
    const instances = this.cloud.allRegions.flatMap(region => region.instances.all())
    await Promise.all(
      instances.map(async instance => {
        if (is(instance, 'running', 'pending')) this.enter(instance, 'stopped', sandboxEnded)
        await this.shutdown(instance, graceSeconds).catch(() => this.powerOff(instance))
      }),
    )
    this.addresses.releaseAll()
  }

  private async powerOn(region: Region, instance: Instance): Promise<void> {
    const machine = this.cloud.options.kind.machine(machineSpec(this.cloud, region, instance), this.cloud.options.report)
    this.running.set(instance.id, machine)
    this.latest.set(instance.id, machine)
    machine.onExit(() => this.exited(region, instance, machine))
    await machine.openPorts(portRules(region, instance))
    // What reads a disk must be done before the guest writes to it.
    await Promise.all(instance.volumes.map(({ volumeId }) => this.cloud.contents.idle(volumeId)))
    if (this.closing) throw new Error('the sandbox is being stopped')
    await machine.start()
  }

  private async shutdown(instance: Instance, graceSeconds: number): Promise<void> {
    const machine = this.running.get(instance.id)
    if (!machine) return
    const controller = new AbortController()
    this.impatience.set(instance.id, controller)
    this.running.delete(instance.id)
    await machine.shutdown(graceSeconds, controller.signal).finally(() => this.impatience.delete(instance.id))
  }

  private async powerOff(instance: Instance): Promise<void> {
    const machine = this.running.get(instance.id)
    this.running.delete(instance.id)
    await machine?.kill()
  }

  /** The guest has gone off by itself, or died. */
  private exited(region: Region, instance: Instance, machine: Machine): void {
    if (this.running.get(instance.id) !== machine || !is(instance, 'running', 'pending')) return
    if (instance.shutdownBehavior === 'terminate') {
      this.terminate(region, instance, guestShutdown)
      return
    }
    this.enter(instance, 'stopping', guestShutdown)
    this.inTurn(instance, 'stop', async () => {
      await this.powerOff(instance)
      if (is(instance, 'stopping')) this.enter(instance, 'stopped', guestShutdown)
    })
  }

  /** Frees what only a living instance has. */
  private async dispose(region: Region, instance: Instance): Promise<void> {
    this.addresses.release(instance.address)
    region.networkInterfaces.delete(instance.networkInterfaceId)
    for (const { volumeId, deleteOnTermination } of instance.volumes) {
      const volume = region.volumes.find(volumeId)
      if (!volume) continue
      volume.attachment = undefined
      volume.state = 'available'
      if (deleteOnTermination) region.volumes.delete(volumeId)
      if (deleteOnTermination) this.cloud.run(`volume ${volumeId}`, () => this.cloud.contents.releaseVolume(volumeId))
    }
    instance.volumes = []
    this.lastWords.set(instance.id, await this.console(instance).catch(() => ''))
    this.latest.delete(instance.id)
    await this.cloud.options.storage.removeInstance(instance.id)
    await this.refreshPorts(region)
  }

  private enter(instance: Instance, state: InstanceState, reason?: StateReason): void {
    instance.state = state
    instance.stateReason = reason
    instance.stateSince = new Date().toISOString()
  }

  private inTurn(instance: Instance, what: string, work: () => Promise<void>): void {
    this.cloud.run(`${what} ${instance.id}`, () => {
      const turn = (this.turns.get(instance.id) ?? Promise.resolve()).then(work)
      const settled = turn.catch(() => undefined)
      this.turns.set(instance.id, settled)
      void settled.then(() => this.turns.get(instance.id) === settled && this.turns.delete(instance.id))
      return turn
    })
  }
}

/** Asked anew after every wait: another call may have changed the state meanwhile. */
export const is = (instance: Instance, ...states: readonly InstanceState[]) => states.includes(instance.state)
