/** Asks one machine of a build what is installed on it. Nobody's build fails for that: what cannot be told is a warning. */
import { within } from '../lib/abort'
import type { AskedMachine } from '../model/inventory'
import type { Source } from '../model/plugin'
import type { BuildPackages } from '../model/report'
import type { BuildRun } from './build-run'
import type { Connection } from './connection'
import { reasonOf } from './error-text'
import { packageChanges } from './package-changes'

/** The list takes a second; a machine that is busy starting up may need some more. */
const PATIENCE_MILLISECONDS = 30_000

/** A fresh machine has what is in the image and nothing else, so it is asked where there is one, before its tests may install anything. */
export async function takeInventory(
  build: BuildRun,
  connection: Connection,
  machine: AskedMachine,
  signal: AbortSignal,
): Promise<void> {
  const { plugins, plan, options } = build
  if (!plugins.listPackages || plan.sbom === false || options.sbom === false || options.image !== undefined) return
  if (connection.shell === 'cmd') return build.say('There will be no SBOM: what is installed on Windows is not listed')
  try {
    const patience = within(PATIENCE_MILLISECONDS, signal)
    const inventory = await build.bounded(plugins.listPackages({ communicator: connection, signal: patience }), patience)
    if (inventory) build.found({ inventory, machine })
    else build.warn('There will be no SBOM: the machine has none of dpkg, rpm and apk')
  } catch (error) {
    signal.throwIfAborted()
    build.warn(`There will be no SBOM: ${reasonOf(error)}`)
  }
}

/** The machine that the image is made of holds the same packages once its last provisioner has ended; it is asked where no other will be. */
export function asksBuildMachine({ plan, options, plugins, communicator }: BuildRun): boolean {
  const source: Source | undefined = plugins.sources[plan.source.type]
  const isTested = plan.smokeTests.length > 0 && options.smokeTests !== false
  return source?.boot !== undefined && !isTested && communicator !== 'none'
}

/** For the report: how many there are, and what has changed since the last image, where that is known. */
export function packagesOf({ plan, options, inventoried }: BuildRun): BuildPackages | undefined {
  if (!inventoried) return undefined
  const { machine, inventory } = inventoried
  const before = options.previousPackages?.get(plan.name)
  const changes = before && packageChanges(before, inventory.packages)
  return { installed: inventory.packages.length, machine, ...(changes && { changes }) }
}
