/** Every resource type, attribute by attribute: the real goss and ingot say the same of this machine, ingot through a real SSH server. */
import { createSocket } from 'node:dgram'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GossRead, readGoss } from '../../src/smoke-tests/goss'
import { realGoss, renderedByGoss } from '../helpers/goss'
import { type Opened, open } from '../helpers/open-ssh'
import { type Sshd, startSshd } from '../helpers/sshd'
import { describeWith } from '../helpers/tools'
import { gossMatrix, templateCalls, templateVars } from './goss-matrix'
import { gossTables } from './goss-tables'
import { ownVerdicts } from './goss-verdicts'

let server: Sshd
let opened: Opened
let folder: string
let stop: (() => void)[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-goss-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeWith(['goss', 'sshd'], 'goss', () => {
  let places: Record<string, string>

  beforeAll(async () => {
    server = await startSshd()
    opened = await open(server)
    places = { FOLDER: folder, HTTP: String(await httpServer()), DNS: String(await nameServer()), SSH: String(server.port) }
    writeFileSync(join(folder, 'text'), 'one\ntwo foo\n!bang\n/slash/\nthree\tTabs\r\n')
    chmodSync(join(folder, 'text'), 0o640)
    writeFileSync(join(folder, 'json'), '{"a": {"b": [1, "x", true]}, "n": 1.5, "s": "7"}\n')
    writeFileSync(join(folder, 'number'), '42')
    writeFileSync(join(folder, 'empty'), '')
    symlinkSync('text', join(folder, 'link'))
    symlinkSync('/nowhere', join(folder, 'dangling'))
    mkdirSync(join(folder, "a 'quoted' $name"), { mode: 0o1777 })
  })
  afterAll(async () => {
    for (const end of stop) end()
    stop = []
    await opened.communicator.close()
    await server.stop()
  })

  test.each(Object.entries({ ...gossTables, ...gossMatrix }))(
    '%s',
    async (name, table) => {
      const file = join(folder, `${name.replace(/\W+/g, '-')}.yaml`)
      writeFileSync(
        file,
        table.replace(/\b(FOLDER|HTTP|DNS|SSH)\b/g, word => places[word]!),
      )
      const expected = await realGoss(file)
      const own = await ownVerdicts(opened.communicator, { files: [file] })
      expect(own.problems).toEqual([])
      expect(expected.verdicts).not.toEqual([])
      expect(own.verdicts).toEqual(expected.verdicts)
    },
    60_000,
  )

  test('variables, functions, loops and files that include others', async () => {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    mkdirSync(join(folder, 'parts'))
    write('vars.yaml', 'users: [root, daemon]\nname: bash\nn: 3\nempty: ""\nnested: {a: {b: x}}\n')
    write('parts/1.yaml', 'user: {root: {exists: true, uid: 1}, sync: {exists: true}}\n')
    write('parts/2.json', '{"group": {"root": {"exists": true, "gid": 0}}}')
    write('parts/not.yml', 'group: {nobody9: {exists: true}}')
    write('skipped.yaml', 'group: {nobody8: {exists: true}}')
    write(
      'whole.yaml',
      `gossfile:
  parts/*.yaml: {}
  json: {file: parts/2.json}
  skipped.yaml: {skip: true}
user:
{{- range $i, $name := .Vars.users }}
  {{ $name }}: {exists: true, uid: {{ $i }}}
{{- end }}
{{ if .Env.GIVEN | regexMatch "^g.ven$" }}
package:
  {{ .Vars.name }}: {installed: true}
{{ end }}
matching:
  a: {content: {{ .Vars.n | add 1 | mul 2 }}, matches: 8}
  b: {content: {{ getEnv "NOT_SET" "other" | toUpper | quote }}, matches: OTHER}
  c: {content: {{ .Vars.empty | default "d" | repeat 2 }}, matches: dd}
  d: {content: {{ join "," (list "x" "y") | quote }}, matches: "x,y"}
  e: {content: {{ .Vars.nested | toJson }}, matches: {have-key: a}}
  f: {content: {{ mkSlice 1 2 3 | len }}, matches: 4}
  g: {content: {{ ternary "yes" "no" (hasPrefix "ba" .Vars.name) | quote }}, matches: yes}
  h: {content: {{ (split "/" "a/b")._1 }}, matches: b}
  i: {content: {{ get (findStringSubmatch "(?P<first>[a-z]+)" "12ab") "first" }}, matches: ab}
  j: {content: {{ "a b" | replace " " "-" | trimSuffix "b" | quote }}, matches: "a-"}
  k: {content: {{ until 3 | toJson }}, matches: [2]}
`,
    )
    const files = [join(folder, 'whole.yaml')]
    const vars = [join(folder, 'vars.yaml')]
    const environment = { GIVEN: 'given' }
    const expected = await realGoss(files[0]!, ['--vars', vars[0]!], environment)
    const own = await ownVerdicts(opened.communicator, { files, vars, environment })
    expect(own.problems).toEqual([])
    expect(expected.verdicts.length).toBeGreaterThan(15)
    expect(own.verdicts).toEqual(expected.verdicts)
  })

  test('every function of templates', async () => {
    const file = join(folder, 'calls.yaml')
    const vars = join(folder, 'calls-vars.yaml')
    const given = { GIVEN: 'given' }
    writeFileSync(vars, templateVars)
    const calls = templateCalls.map(
      (call, i) => `  c${i}:\n    content: |-\n      {{ ${call} | print | replace "\\n" "~" }}\n    matches: 1`,
    )
    writeFileSync(file, `matching:\n${calls.join('\n')}\n`)
    const contents = await renderedByGoss(file, vars, given)
    expect(contents).toHaveLength(templateCalls.length)
    // What goss made of each call is what ingot has to make of it.
    const expected = contents.map((content, i) => `  c${i}: {content: ${JSON.stringify(content)}, matches: 1}`)
    writeFileSync(join(folder, 'rendered.yaml'), `matching:\n${expected.join('\n')}\n`)
    const own = readGoss({ files: [file], vars: [vars], environment: given })
    const wanted = readGoss({ files: [join(folder, 'rendered.yaml')], vars: [], environment: {} })
    expect(own.problems).toEqual([])
    const told = ({ checks }: GossRead) => checks.map(({ question }, i) => [templateCalls[i], question.settings.content])
    expect(told(own)).toEqual(told(wanted))
  })

  test('numbers of JSON files are no whole numbers to goss', async () => {
    const file = join(folder, 'numbers.json')
    const users = { a: { username: 'root', exists: true, uid: 0 }, b: { username: 'root', exists: true, uid: { equal: 0 } } }
    writeFileSync(file, JSON.stringify({ user: users, matching: { c: { content: 1, matches: { equal: 1 } } } }))
    const own = await ownVerdicts(opened.communicator, { files: [file] })
    expect(own.verdicts).toEqual((await realGoss(file)).verdicts)
    expect(own.verdicts).toContain('User b: root uid: failed')
  })

  function httpServer(): Promise<number> {
    const listener = createServer(answer)
    stop.push(
      () => listener.closeAllConnections(),
      () => listener.close(),
    )
    return new Promise(ready => listener.listen(0, '127.0.0.1', () => ready((listener.address() as AddressInfo).port)))
  }

  function nameServer(): Promise<number> {
    const socket = createSocket('udp4', (message, { port, address }) => void socket.send(reply(message), port, address))
    stop.push(() => socket.close())
    return new Promise(ready => socket.bind(0, '127.0.0.1', () => ready(socket.address().port)))
  }
})

function answer(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    if (request.url === '/redirect') return void response.writeHead(302, { location: '/there' }).end()
    if (request.url === '/slow') return void setTimeout(() => response.end('late'), 2000).unref()
    response.writeHead(request.url === '/missing' ? 404 : 200, { 'content-type': 'text/plain', 'x-many': ['b', 'a'] })
    const { host, 'content-type': type, authorization, 'x-given': given } = request.headers
    response.end(
      `${request.method} ${request.url}\n${Buffer.concat(chunks)}\n${JSON.stringify({ host, type, authorization, given })}\n`,
    )
  })
}

/** Records in RFC 1035's form by the type that was asked for; a name that begins with `no` has none. */
function reply(question: Buffer): Buffer {
  const name = (text: string) =>
    Buffer.concat([...text.split('.').map(l => Buffer.from([l.length, ...Buffer.from(l)])), Buffer.from([0])])
  const end = question.indexOf(0, 12) + 5
  const type = question.readUInt16BE(end - 4)
  const data: Record<number, Buffer[]> = {
    1: [Buffer.from([192, 0, 2, 7]), Buffer.from([192, 0, 2, 1])],
    28: [Buffer.from('20010db8000000000000000000000001', 'hex')],
    5: [name('other.example')],
    2: [name('ns1.example')],
    12: [name('host.example')],
    15: [Buffer.concat([Buffer.from([0, 10]), name('mail.example')])],
    16: [Buffer.from('\x03one')],
    33: [Buffer.concat([Buffer.from([0, 0, 0, 5, 1, 187]), name('a.example')])],
    257: [Buffer.from('\0\x05issueca.example')],
  }
  const none = question.toString('latin1', 13, 15) === 'no'
  const records = none ? [] : (data[type] ?? [])
  const header = Buffer.from([question[0]!, question[1]!, 0x81, none ? 0x83 : 0x80, 0, 1, 0, records.length, 0, 0, 0, 0])
  const answers = records.map(record =>
    Buffer.concat([
      Buffer.from([0xc0, 12, type >> 8, type & 255, 0, 1, 0, 0, 0, 60, record.length >> 8, record.length & 255]),
      record,
    ]),
  )
  return Buffer.concat([header, question.subarray(12, end), ...answers])
}
