/** What a run came to, as one value: outputs render it, the exit status is taken from it. `report.json` is its JSON. */
import type { Artifact, Image } from './artifact'
import type { ErrorText, Phase, SmokeTestResult } from './event'
import type { AskedMachine, Inventory, PackageChanges } from './inventory'
import type { BuildValues } from './plan'
import type { Place } from './resource'

export type Outcome = 'done' | 'failed' | 'interrupted'

export interface Report {
  readonly formatVersion: 1
  readonly run: {
    readonly id: string
    readonly uuid: string
    /** ISO 8601. */
    readonly startedAt: string
    readonly template: string
  }
  readonly outcome: Outcome
  /** 0, 1 or 130: see `exitCodes`. */
  readonly exitCode: number
  readonly milliseconds: number
  /** False when the caller switched them off: said in every output. */
  readonly smokeTested: boolean
  /** In the order of the plan. */
  readonly builds: readonly BuildReport[]
  /** Of all builds; when there are any the run has failed. */
  readonly leftovers: readonly Leftover[]
  /** What else went wrong around the builds, such as an output that could not be written. */
  readonly problems: readonly string[]
  /** Where to read on: log, manifest, tfvars. */
  readonly files: readonly WrittenFile[]
}

export interface BuildReport {
  readonly name: string
  readonly sourceType: string
  readonly sourceName: string
  readonly outcome: Outcome
  readonly milliseconds: number
  /** Wall time by phase, in the order in which each began. */
  readonly phases: readonly { readonly phase: Phase; readonly milliseconds: number }[]
  /** What the build and its post-processors yielded and kept, in Packer's order. */
  readonly artifacts: readonly Artifact[]
  /** The images among the artifacts, each once. */
  readonly images: readonly Image[]
  readonly smokeTests: readonly SmokeTestResult[]
  /** The images were there already, made of the same (skip unchanged); nothing was built. */
  readonly unchanged?: true
  /** Of the image; the list itself is the SBOM. */
  readonly packages?: BuildPackages
  readonly error?: ErrorText
  readonly leftovers: readonly Leftover[]
  /** Tested, and left for `merge` to publish (publish later). */
  readonly candidate?: WaitingCandidate
}

export interface BuildPackages {
  /** How many. */
  readonly installed: number
  readonly machine: AskedMachine
  /** Since the last image of this build, where that is known. */
  readonly changes?: PackageChanges
}

/** All that another process needs to publish it. */
export interface WaitingCandidate {
  /** The source's own, as JSON. */
  readonly value: unknown
  /** What `build.*` held. */
  readonly values: BuildValues
  /** What makes it up; whoever publishes it may have to release some of that. */
  readonly held: readonly HandedOver[]
  readonly inventory?: { readonly inventory: Inventory; readonly machine: AskedMachine }
}

export interface HandedOver {
  readonly kind: string
  readonly id: string
  readonly place: Place
}

/** Something that is still there and should not be. `ingot clean` knows it from the journal. */
export interface Leftover {
  readonly build?: string
  readonly kind: string
  /** Its id, or its token where the id was never learnt. */
  readonly id: string
  readonly place: Readonly<Record<string, string>>
  readonly reason: string
}

export interface WrittenFile {
  /** In a word: `manifest`, `tfvars`, `tfenv`, `sbom`, `log`, `junit`, `report`. */
  readonly what: string
  readonly path: string
}
