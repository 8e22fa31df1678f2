/** `TF_VAR_images=…` in one line: for `$GITHUB_ENV`, `docker run --env-file`, or `export "$(cat FILE)"` in a shell. */
import { writeAtomically } from '../lib/atomic-file'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { tfvarsOf } from './tfvars'

export class TerraformEnvironment implements Sink {
  readonly name = 'Terraform environment'

  constructor(private readonly path: string) {}

  handle(): void {}

  /** As with the file of variables: only when everything passed. */
  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const text = environmentText(report)
    if (report.outcome !== 'done' || text === undefined) return []
    await writeAtomically(this.path, text)
    return [{ what: 'tfenv', path: this.path }]
  }
}

/** JSON holds no line breaks, and Terraform takes it for a value of any type. */
export function environmentText(report: Report): string | undefined {
  const variables = tfvarsOf(report)
  return variables && `TF_VAR_images=${JSON.stringify(variables.images)}\n`
}
