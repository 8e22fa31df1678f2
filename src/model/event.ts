/** All that a run tells the world, as typed facts. Outputs are sinks for them; no other channel leads to a person or a file. */
import type { Diagnostic } from '../language/diagnostic'
import type { Artifact } from './artifact'
import type { AskedMachine, Inventory } from './inventory'
import type { Place } from './resource'

/** `build` is the build's full name; events without it belong to the run as a whole. `at` is milliseconds since the epoch. */
export type Event = { readonly at: number } & EventBody

export type EventBody =
  | {
      readonly type: 'run-started'
      readonly run: string
      readonly template: string
      readonly builds: readonly string[]
      readonly journal?: string
    }
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly type: 'build-started'; readonly build: string }
  /** A step of a build: launch, provision, create image. `phase` groups steps in the table and the timeline. */
  | { readonly type: 'step-started'; readonly build: string; readonly phase: Phase; readonly step: string }
  | {
      readonly type: 'step-finished'
      readonly build: string
      readonly phase: Phase
      readonly step: string
      readonly outcome: 'done' | 'failed' | 'interrupted'
      readonly milliseconds: number
    }
  /** A line from ingot itself. */
  | { readonly type: 'message'; readonly build?: string; readonly level: 'info' | 'warning' | 'error'; readonly text: string }
  /** How far a wait has come; each replaces the one before of the same step. */
  | { readonly type: 'progress'; readonly build?: string; readonly text: string; readonly fraction?: number }
  /** A line that a provisioner's or a test's command printed. */
  | {
      readonly type: 'output'
      readonly build: string
      readonly stream: 'stdout' | 'stderr'
      readonly text: string
      readonly from: string
    }
  | {
      readonly type: 'resource'
      readonly build: string
      readonly state: 'intended' | 'created' | 'released' | 'published'
      readonly kind: string
      readonly token: string
      readonly id?: string
      /** Of what is intended: whoever has lost the journal looks there. */
      readonly place?: Place
    }
  | { readonly type: 'smoke-test'; readonly build: string; readonly result: SmokeTestResult }
  /** What is installed in the image, once for each build that makes one. */
  | { readonly type: 'inventory'; readonly build: string; readonly inventory: Inventory; readonly machine: AskedMachine }
  | { readonly type: 'artifact'; readonly build: string; readonly artifact: Artifact }
  /** A file that people will look for was written on this machine: `what` in a word, e.g. `manifest`. */
  | { readonly type: 'file'; readonly build?: string; readonly what: string; readonly path: string }
  | {
      readonly type: 'build-finished'
      readonly build: string
      readonly outcome: 'done' | 'failed' | 'interrupted'
      readonly error?: ErrorText
      readonly milliseconds: number
    }
  /** Something could not be removed: named here, in the report and in the exit status. */
  | {
      readonly type: 'leftover'
      readonly build?: string
      readonly kind: string
      readonly id: string
      readonly place: Readonly<Record<string, string>>
      readonly reason: string
    }
  | {
      readonly type: 'run-finished'
      readonly outcome: 'done' | 'failed' | 'interrupted'
      readonly exitCode: number
      readonly milliseconds: number
    }

export type Phase = 'prepare' | 'launch' | 'provision' | 'image' | 'smoke test' | 'publish' | 'post-process' | 'clean up'

export interface ErrorText {
  readonly message: string
  readonly advice?: string
  readonly evidence?: string
}

export interface SmokeTestResult {
  readonly test: string
  readonly name: string
  /** Which of several machines was asked. */
  readonly machine?: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly milliseconds: number
  /** Of a failed one: what was expected and found, or the last output. */
  readonly detail?: string
  /** Of a failed script, its end. */
  readonly stdout?: string
  readonly stderr?: string
}
