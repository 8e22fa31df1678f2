/** `smoke_test` blocks of `*.ingot.hcl`: what is asked of a fresh machine from the candidate image. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Block } from '../language/body'
import { Collector } from '../language/collector'
import { type Checked, hasErrors } from '../language/diagnostic'
import type { EvalContext } from '../language/eval-context'
import { decodeOptions } from '../language/options/decode'
import type { OptionsOf } from '../language/options/spec'
import type { Range } from '../language/source'
import type { PlannedGoss, PlannedMachine, PlannedProbe, PlannedSmokeTest } from '../model/plan'
import { smokeTestOptions } from './smoke-test-options'

type Options = OptionsOf<typeof smokeTestOptions>

export interface SmokeTest extends PlannedSmokeTest {
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

/** `folder` is where relative paths begin. */
export const readSmokeTest = (block: Block, context: EvalContext, folder: string): Checked<SmokeTest> =>
  new Reader(block, context, folder).read()

class Reader {
  private readonly findings = new Collector()
  private readonly options: Options
  private readonly rangeOf: (option: string) => Range

  constructor(
    private readonly block: Block,
    context: EvalContext,
    private readonly folder: string,
  ) {
    const decoded = this.findings.take(decodeOptions(smokeTestOptions, block.body, { context }))
    this.options = decoded.value
    this.rangeOf = option => decoded.rangeOf(option) ?? block.definitionRange
  }

  read(): Checked<SmokeTest> {
    const { options, findings, block } = this
    const { inline, environment, timeout, run, ports, reboot, only, except } = options
    const test = {
      name: block.labels[0] ?? '',
      scripts: this.files('scripts', options.scripts ?? [], 'Script'),
      inline: inline ?? [],
      environment: environment ?? {},
      timeout,
      run,
      goss: options.goss && this.goss(options.goss),
      probes: [...(options.tcp ?? []).map(tcpProbe), ...(options.http ?? []).map(httpProbe)],
      ports: ports ?? [],
      reboot,
      allowFailedUnits: options.allow_failed_units ?? [],
      machines: (options.machine ?? []).map(machine => this.machine(machine)),
      onFailure: options.on_failure,
      only,
      except,
      range: block.definitionRange,
    }
    if (!hasErrors(findings.diagnostics)) this.check(test)
    return findings.done(test)
  }

  private check({ scripts, inline, goss, probes, only, except, machines }: SmokeTest): void {
    const { findings, block } = this
    if (scripts.length === 0 && inline.length === 0 && !goss && probes?.length === 0)
      findings.error('Empty smoke test', 'A smoke test needs scripts, inline commands, goss, tcp or http.', block.definitionRange)
    if (only && except)
      findings.error("Both 'only' and 'except'", "Only one of 'only' and 'except' may be set.", this.rangeOf('except'))
    const names = (machines ?? []).map(({ name }) => name)
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice !== undefined)
      findings.error('Two machines of one name', `Two machines of this test are called "${twice}".`, this.rangeOf('machine'))
  }

  private goss({ files, vars, sudo, retry_timeout, sleep }: NonNullable<Options['goss']>): PlannedGoss {
    return {
      files: this.files('goss', files ?? ['smoke/goss.yaml'], 'Goss file'),
      vars: this.files('goss', vars ?? [], 'File of variables'),
      sudo,
      retryTimeout: retry_timeout,
      sleep,
    }
  }

  private machine({ name, instance_type, user_data, user_data_file }: Options['machine'][number]): PlannedMachine {
    const [path] = user_data_file === undefined ? [] : this.files('machine', [user_data_file], 'File of user data')
    if (user_data !== undefined && user_data_file !== undefined)
      this.findings.error('Two user data', 'Only one of user_data and user_data_file may be set.', this.rangeOf('machine'))
    return {
      name,
      instanceType: instance_type,
      userData: user_data ?? (path && isFile(path) ? readFileSync(path, 'utf8') : undefined),
    }
  }

  private files(option: string, given: readonly string[], what: string): readonly string[] {
    return given.map(file => {
      const path = resolve(this.folder, file)
      if (!isFile(path))
        this.findings.error(`${what} not found`, `There is no file "${file}" in the template's folder.`, this.rangeOf(option))
      return path
    })
  }
}

type Tcp = Options['tcp'][number]
type Http = Options['http'][number]

const patience = ({ timeout, retry_timeout, sleep }: Tcp | Http) => ({ timeout, retryTimeout: retry_timeout, sleep })

const tcpProbe = (given: Tcp): PlannedProbe => ({
  name: given.name ?? `TCP port ${given.port}`,
  port: given.port,
  ...patience(given),
})

function httpProbe(given: Http): PlannedProbe {
  const { tls, insecure, method, path, host, follow_redirects, request_body } = given
  const port = given.port ?? (tls ? 443 : 80)
  return {
    name: given.name ?? `${method} ${tls ? 'https' : 'http'} ${port} ${path}`,
    port,
    ...patience(given),
    http: {
      tls,
      insecure,
      method,
      path,
      host,
      requestHeaders: given.request_headers ?? {},
      requestBody: request_body,
      status: given.status ?? [200],
      headers: given.headers ?? {},
      body: given.body ?? [],
      followRedirects: follow_redirects,
    },
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
