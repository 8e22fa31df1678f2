/** Keeps the listeners on a machine's address equal to what its rules say, one change after the other. */
import { addForward, removeForward } from '../../platforms/qemu/forwards'
import type { Qmp } from '../../platforms/qemu/qmp'
import type { PortRule, Report } from './machine-kind'
import { isWide, openedPorts, type Port, portKey, privilegeAdvice } from './ports'
import { network } from './qemu-arguments'

export class PortKeeper {
  private wanted = new Map<string, Port>()
  private readonly open = new Map<string, Port>()
  private turn: Promise<void> = Promise.resolve()
  private qmp: Qmp | undefined
  private readonly said = new Set<string>()

  constructor(
    private readonly address: string,
    private readonly report: Report,
  ) {}

  /** Takes effect at once on a running machine, else when it starts. */
  set(rules: readonly PortRule[]): Promise<void> {
    this.wanted = new Map(openedPorts(rules).map(port => [portKey(port), port]))
    if (rules.some(isWide))
      this.once(`${this.address}: a rule for very many ports opens the usual ones of servers; name others in a rule of their own`)
    return this.update()
  }

  /** The machine runs: its listeners can be made. `undefined` when it has ended, and they with it. */
  attach(qmp: Qmp | undefined): Promise<void> {
    this.qmp = qmp
    this.open.clear()
    return this.update()
  }

  private update(): Promise<void> {
    this.turn = this.turn.then(() => this.adapt())
    return this.turn
  }

  private async adapt(): Promise<void> {
    const { qmp } = this
    if (!qmp) return
    for (const [key, port] of this.open) {
      if (this.wanted.has(key)) continue
      await removeForward(qmp, network, this.forward(port)).catch(() => undefined)
      this.open.delete(key)
    }
    const refused: Port[] = []
    for (const [key, port] of this.wanted) {
      if (this.open.has(key)) continue
      const error = await addForward(qmp, network, this.forward(port)).catch(() => undefined)
      if (error === undefined) this.open.set(key, port)
      else refused.push(port)
    }
    if (this.qmp === qmp) this.explain(refused)
  }

  private explain(refused: readonly Port[]): void {
    const privileged = refused.filter(port => port.number < 1024)
    const advice = privilegeAdvice(privileged, this.address)
    if (advice) this.once(advice)
    for (const port of refused.filter(each => each.number >= 1024))
      this.once(`port ${port.number} of ${this.address} could not be opened: another program listens there`)
  }

  private once(line: string): void {
    if (this.said.has(line)) return
    this.said.add(line)
    this.report(line)
  }

  private forward(port: Port) {
    return { protocol: port.protocol, address: this.address, port: port.number }
  }
}
