/** One script on the fresh machine. */
import { randomBytes } from 'node:crypto'
import { quote } from '../lib/posix-quote'
import type { ProvisionContext } from '../model/plugin'
import type { Heard } from './heard'
import { LARGEST_BYTES } from './reports'
import { since } from './result'
import type { ScriptRun } from './script-run'

/** `name`: what its file is called. `heard` receives the output as it comes, so that it is there whatever happens. */
export async function runOnMachine(
  content: Buffer,
  name: string,
  environment: Readonly<Record<string, string>>,
  heard: Heard,
  context: ProvisionContext,
): Promise<ScriptRun> {
  const { communicator, signal } = context
  const path = `/tmp/ingot-smoke-${randomBytes(4).toString('hex')}-${name}`
  const results = `${path}.results`
  const began = performance.now()
  await communicator.upload(content, path, { mode: 0o755, signal })
  const variables = Object.entries({ ...environment, INGOT_RESULTS_DIR: results }).map(([key, value]) => quote(`${key}=${value}`))
  const command = ['env', ...variables, ...interpreterOf(content), quote(path)].join(' ')
  const { onStdout, onStderr } = heard
  const exit = await communicator
    .run(`mkdir -p ${quote(results)} && exec ${command}`, { signal, onStdout, onStderr })
    .finally(() => heard.end())
  const milliseconds = since(began)
  const files = await fetchResults(path, results, context)
  return { exit, milliseconds, stdout: heard.text('stdout'), stderr: heard.text('stderr'), last: heard.last, files }
}

/** Fetches what it left and removes all of it, in one round trip: each file behind its name and size. */
async function fetchResults(
  path: string,
  results: string,
  { communicator, signal }: ProvisionContext,
): Promise<ReadonlyMap<string, string>> {
  const chunks: Uint8Array[] = []
  const script = `
for f in "$1"/*; do
  [ -f "$f" ] || continue
  case "$f" in *.xml | *.tap) ;; *) continue ;; esac
  size=$(($(wc -c <"$f")))
  [ "$size" -le ${LARGEST_BYTES} ] || continue
  printf '%s %s\\n' "$size" "\${f##*/}"
  cat "$f"
done
rm -rf "$1" "$2"`
  const onStdout = (chunk: Uint8Array) => void chunks.push(chunk)
  await communicator.run(`exec sh -c ${quote(script)} sh ${quote(results)} ${quote(path)}`, { signal, onStdout })
  const files = new Map<string, string>()
  const all = Buffer.concat(chunks)
  for (let at = 0; at < all.length; ) {
    const end = all.indexOf(10, at)
    const [, size, name = ''] = /^(\d+) (.*)$/.exec(all.toString('utf8', at, end)) ?? []
    if (end < 0 || size === undefined) break
    files.set(name, all.toString('utf8', end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size)
  }
  return files
}

/** What the kernel would make of the first line: done here it works too where /tmp allows no programs, as on hardened images. */
function interpreterOf(content: Buffer): string[] {
  const first = content.subarray(0, 256).toString('latin1').split('\n', 1)[0]!
  const [, program, argument] = /^#![ \t]*(\S+)[ \t]*(.*?)[ \t\r]*$/.exec(first) ?? []
  if (program === undefined) return []
  return argument ? [quote(program), quote(argument)] : [quote(program)]
}
