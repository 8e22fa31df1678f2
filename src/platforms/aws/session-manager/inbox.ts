/** Output in its order, whatever the order and number in which it comes. */
import type { Message } from './message'

/** Messages that wait for an earlier one; more are left to the agent to send again. */
const CAPACITY = 10_000

export class Inbox {
  private expected = 0
  private readonly early = new Map<number, Message>()

  constructor(private readonly deliver: (message: Message) => void) {}

  /** Whether it is to be acknowledged; one that is here already is again, as its acknowledgement may have been lost. */
  take(message: Message): boolean {
    if (message.sequence < this.expected) return true
    if (message.sequence > this.expected && this.early.size >= CAPACITY) return false
    this.early.set(message.sequence, message)
    for (let next = this.early.get(this.expected); next; next = this.early.get(this.expected)) {
      this.early.delete(this.expected++)
      this.deliver(next)
    }
    return true
  }
}
