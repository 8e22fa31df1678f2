/** What scripts and goss files are told of the image, the build and the machine. */
import type { PlannedSmokeTest } from '../model/plan'
import type { ProvisionContext } from '../model/plugin'

/** The names alone, for checking a goss file before there is a machine. */
export const PLAIN_ENVIRONMENT: Readonly<Record<string, string>> = Object.fromEntries(
  ['RUN_ID', 'BUILD_NAME', 'IMAGE_ID', 'HOST'].map(name => [`INGOT_${name}`, '<unknown>']),
)

/** What the test sets wins. */
export function environmentFor(test: PlannedSmokeTest, { run, build, values }: ProvisionContext): Record<string, string> {
  const known = {
    INGOT_RUN_ID: run.id,
    INGOT_BUILD_NAME: build.name,
    INGOT_IMAGE_ID: values.ImageID,
    INGOT_HOST: values.Host,
    INGOT_SSH_PORT: test.run === 'local' ? values.Port : undefined,
    INGOT_SSH_USER: test.run === 'local' ? values.User : undefined,
    PACKER_BUILD_NAME: build.sourceName,
    PACKER_BUILDER_TYPE: build.sourceType,
  }
  const given = Object.entries(known).filter(([, value]) => value !== undefined && value !== '<unknown>')
  return { ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])), ...test.environment }
}
