/** The shape of a resource type: what the machine is asked in shell, and what its answer says about each attribute. */

export interface ResourceKind {
  /** goss's word, e.g. `kernel-param`. */
  readonly type: string
  /** For people, e.g. `KernelParam`. */
  readonly label: string
  /** The setting that may stand for the key, e.g. `path`. */
  readonly target?: string
  /** What can be expected, in the order in which it is judged. */
  readonly attributes: readonly string[]
  /** Older names of attributes. */
  readonly formerly?: Readonly<Record<string, string>>
  /** Must be expected; and where it was found to be false, or could not be found out, the others make no sense and are skipped. */
  readonly deciding?: string
  /** Must be expected; the others are judged whatever comes of it. */
  readonly required?: string
  /** Attributes that expect nothing when their list is empty. */
  readonly ignoresEmpty?: readonly string[]
  /** Attributes of which a text is expected to be a whole number. */
  readonly whole?: readonly string[]
  readonly settings?: Readonly<Record<string, SettingKind>>
  /** Facts about the whole machine that the answers are taken from. */
  readonly shared?: readonly Shared[]
  /** Shell that writes facts into files `"$o".name`. */
  ask?(question: Question): string
  /** Throws Error when the machine's answer says no more than what went wrong. */
  find(attribute: string, answer: Answer, question: Question): unknown
}

export type SettingKind = 'text' | 'number' | 'flag' | 'texts' | 'any'

export interface Question {
  /** The key, or the setting that stands for it. */
  readonly target: string
  readonly settings: Readonly<Record<string, unknown>>
  /** The attributes that something is expected of. */
  readonly wanted: ReadonlySet<string>
}

export interface Answer {
  /** Undefined: the fact was not written. */
  text(fact: string): string | undefined
  bytes(fact: string): Buffer | undefined
  shared(fact: Shared): string
}

/** Of the whole machine, asked at most once. */
export const shared = {
  passwd: 'cat /etc/passwd',
  group: 'cat /etc/group',
  hosts: 'cat /etc/hosts',
  mounts: 'cat /proc/self/mountinfo',
  processes: 'cat /proc/[0-9]*/comm',
  tcp: 'cat /proc/net/tcp',
  tcp6: 'cat /proc/net/tcp6',
  udp: 'cat /proc/net/udp',
  udp6: 'cat /proc/net/udp6',
} as const

export type Shared = keyof typeof shared
