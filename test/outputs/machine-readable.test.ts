import { MachineReadable } from '../../src/outputs/machine-readable'
import { buildReport, event, failedBuild, report } from './reports'

/** Without the times. */
async function linesOf(work: (sink: MachineReadable) => unknown): Promise<string[]> {
  let text = ''
  await work(
    new MachineReadable(written => {
      text += written
    }),
  )
  return text
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/^\d{10},/, ''))
}

test('texts for people, escaped as Packer does', async () => {
  const lines = await linesOf(sink => {
    sink.handle(event({ type: 'message', build: 'null.a', level: 'info', text: 'Running, if present...' }))
    sink.handle(event({ type: 'output', build: 'null.a', stream: 'stdout', text: 'a\rb', from: 'shell' }))
    sink.handle(event({ type: 'output', build: 'null.a', stream: 'stderr', text: 'oops', from: 'shell' }))
  })
  expect(lines).toEqual([
    ',ui,say,==> null.a: Running%!(PACKER_COMMA) if present...',
    ',ui,message,    null.a: a\\rb',
    ',ui,error,==> null.a: oops',
  ])
})

test('the time is in seconds', () => {
  let text = ''
  const sink = new MachineReadable(written => {
    text += written
  })
  sink.handle(event({ type: 'message', level: 'info', text: 'x' }))
  expect(text).toBe(`${Date.UTC(2026, 0, 2, 3, 4, 5) / 1000},,ui,say,x\n`)
})

test('the end of a run, line for line as Packer 1.6.6 printed it for a failed and a finished build', async () => {
  const builds = [failedBuild, buildReport()]
  expect(await linesOf(sink => sink.finish(report({ outcome: 'failed', milliseconds: 95, builds })))).toEqual([
    ',ui,say,\\n==> Wait completed after 95 ms',
    ',error-count,1',
    ",ui,error,\\n==> Some builds didn't complete successfully and had errors:",
    'amazon-ebs.db,error,1 of 1 smoke tests failed: port%!(PACKER_COMMA) 5432',
    ',ui,error,--> amazon-ebs.db: 1 of 1 smoke tests failed: port%!(PACKER_COMMA) 5432',
    ',ui,say,\\n==> Builds finished. The artifacts of successful builds are:',
    'amazon-ebs.web,artifact-count,1',
    'amazon-ebs.web,artifact,0,builder-id,mitchellh.amazonebs',
    'amazon-ebs.web,artifact,0,id,eu-west-1:ami-2%!(PACKER_COMMA)us-east-1:ami-1',
    'amazon-ebs.web,artifact,0,string,AMIs were created:\\neu-west-1: ami-2\\nus-east-1: ami-1\\n',
    'amazon-ebs.web,artifact,0,files-count,1',
    'amazon-ebs.web,artifact,0,file,0,a.txt',
    'amazon-ebs.web,artifact,0,end',
    ',ui,say,--> amazon-ebs.web: AMIs were created:\\neu-west-1: ami-2\\nus-east-1: ami-1\\n',
  ])
})

test('nothing came of it', async () => {
  expect(await linesOf(sink => sink.finish(report({ builds: [] })))).toContain(
    ',ui,say,\\n==> Builds finished but no artifacts were created.',
  )
})
