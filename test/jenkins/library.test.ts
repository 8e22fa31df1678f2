/** The Jenkins library on Groovy 2.4, which is what Jenkins runs: its steps are a harness's, but `sh` and ingot are real. */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { dist } from '../helpers/runner'
import { describeWith } from '../helpers/tools'

const root = resolve(__dirname, '..', '..')

/** Debian's groovy looks only where the default Java is, which a machine with another one has not. */
function javaHome(): string | undefined {
  if (process.env.JAVA_HOME && existsSync(process.env.JAVA_HOME)) return process.env.JAVA_HOME
  const homes = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').sort() : []
  const found = ['default-java', ...homes].find(name => existsSync(join('/usr/lib/jvm', name, 'bin', 'java')))
  return found && join('/usr/lib/jvm', found)
}

function run(folder: string): Promise<string> {
  const library = join(folder, 'library')
  cpSync(join(root, 'jenkins'), library, { recursive: true })
  execFileSync(process.execPath, [join(root, '.ci', 'check', 'jenkins.mjs'), dist, join(library, 'resources', 'ingot')])
  const world = {
    ...{ folder, library, fixtures: join(root, 'test', 'fixtures') },
    ...{ cli: join(dist, 'cli', 'main.js'), path: `${dirname(process.execPath)}:${process.env.PATH}` },
  }
  const classpath = [__dirname, join(__dirname, 'stubs'), join(root, 'jenkins', 'src')].join(':')
  const child = spawn('groovy', ['-cp', classpath, join(__dirname, 'Tests.groovy')], {
    env: {
      ...process.env,
      JAVA_HOME: javaHome(),
      JAVA_OPTS: '-Dfile.encoding=UTF-8',
      LC_ALL: 'C.UTF-8',
      WORLD: JSON.stringify(world),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      text += chunk
    })
  return new Promise(done => child.on('close', () => done(text)))
}

describeWith(['groovy', 'nsenter', 'setpriv'], 'the Jenkins library', () => {
  test('holds', async () => {
    const text = await run(mkdtempSync(join(tmpdir(), 'ingot-jenkins-')))
    const lines = text.split('\n').filter(line => line.startsWith('{"name"'))
    const results = lines.map(line => JSON.parse(line) as { name: string; ok: boolean; detail?: string })
    expect(results.filter(result => !result.ok)).toEqual([])
    expect({ tests: results.length, text: results.length > 15 ? '' : text }).toEqual({ tests: expect.any(Number), text: '' })
  }, 600_000)
})
