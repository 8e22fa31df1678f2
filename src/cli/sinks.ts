/** Which outputs a build from the command line has. */
import { dirname, join } from 'node:path'
import type { Report } from '../model/report'
import type { Sink } from '../model/sink'
import { LogFile } from '../outputs/log-file'
import { MachineReadable } from '../outputs/machine-readable'
import { ReportFile } from '../outputs/report-file'
import { SbomFiles } from '../outputs/sbom-files'
import { Terminal } from '../outputs/terminal'
import { TerraformEnvironment } from '../outputs/terraform-environment'
import { Tfvars } from '../outputs/tfvars'
import { type Io, programName } from './command'

/** Loaded when asked for: the libraries that they write with cost a tenth of a short build's start. */
const junit = (): typeof import('../outputs/junit') => require('../outputs/junit')
const tap = (): typeof import('../outputs/tap') => require('../outputs/tap')

interface Wishes {
  readonly color: boolean
  readonly 'machine-readable': boolean
  readonly 'timestamp-ui': boolean
  readonly 'tfvars-file': string | undefined
  readonly 'report-file': string | undefined
  readonly 'junit-file'?: string | undefined
  readonly 'tap-file'?: string | undefined
  readonly 'tf-env-file'?: string | undefined
  readonly 'sbom-dir'?: string | undefined
  readonly 'no-sbom'?: boolean
}

const TFVARS = 'images.auto.tfvars.json'

/** Beside the report, or else beside the variables for Terraform. */
export const sbomFolder = (wishes: Pick<Wishes, 'sbom-dir' | 'report-file' | 'tfvars-file'>): string =>
  wishes['sbom-dir'] ?? dirname(wishes['report-file'] ?? wishes['tfvars-file'] ?? TFVARS)

/** Report and terminal come last: they tell what the others wrote. */
export function sinksFor(
  wishes: Wishes,
  io: Io,
  run: { stateFolder: string; run: string; sandboxFlags: string | undefined },
): readonly Sink[] {
  const { stdout, environment } = io
  const folder = join(run.stateFolder, run.run)
  const tfvars = wishes['tfvars-file'] ?? TFVARS
  const write = (text: string) => void stdout.write(text)
  const watched = stdout.isTTY === true && environment.TERM !== 'dumb'
  const terminal = new Terminal({
    write,
    columns: watched ? (stdout.columns ?? 80) : undefined,
    color: wishes.color && watched && !environment.NO_COLOR && !environment.PACKER_NO_COLOR,
    timestamps: wishes['timestamp-ui'],
    next: report => nextCommand(report, run.sandboxFlags),
  })
  return [
    new LogFile(join(folder, 'log.txt')),
    new Tfvars(tfvars),
    ...(wishes['tf-env-file'] ? [new TerraformEnvironment(wishes['tf-env-file'])] : []),
    ...(wishes['no-sbom'] ? [] : [new SbomFiles(sbomFolder(wishes))]),
    ...(wishes['junit-file'] ? [new (junit().JunitFile)(wishes['junit-file'])] : []),
    ...(wishes['tap-file'] ? [new (tap().TapFile)(wishes['tap-file'])] : []),
    new ReportFile(join(folder, 'report.json'), { what: 'run-report' }),
    wishes['report-file']
      ? new ReportFile(wishes['report-file'])
      : new ReportFile(join(dirname(tfvars), 'ingot-report.json'), { onlyPassed: true }),
    wishes['machine-readable'] ? new MachineReadable(write) : terminal,
  ]
}

/** `sandboxFlags` bring the command to the same sandbox; undefined for the cloud. */
function nextCommand(report: Report, sandboxFlags: string | undefined): string | undefined {
  const image = report.builds.flatMap(build => build.images)[0]
  if (report.outcome !== 'done' || !image) return undefined
  const look = `aws ec2 describe-images --image-ids ${image.id}`
  return sandboxFlags !== undefined ? `${programName()} sandbox ${sandboxFlags}-- ${look}` : `${look} --region ${image.region}`
}
