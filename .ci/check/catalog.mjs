// The catalog is the only list of built-ins; a folder that it does not name, or a name without a folder, is a mistake.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const catalog = readFileSync('src/catalog.ts', 'utf8')
const problems = []
for (const room of ['sources', 'data-sources', 'provisioners', 'post-processors', 'communicators']) {
  if (!existsSync(join('src', room))) continue
  const folders = readdirSync(join('src', room), { withFileTypes: true })
    .filter(e => e.isDirectory())
    .map(e => e.name)
  const named = [...catalog.matchAll(new RegExp(`['"]\\./${room}/([^/'"]+)`, 'g'))].map(match => match[1])
  for (const folder of folders) {
    if (!named.includes(folder)) problems.push(`src/${room}/${folder} is not in src/catalog.ts`)
    const index = readFileSync(join('src', room, folder, 'index.ts'), 'utf8')
    if (!index.includes(`type: '${folder}'`))
      problems.push(`src/${room}/${folder}/index.ts: its type is not '${folder}', the folder's name`)
  }
  for (const name of named)
    if (!folders.includes(name)) problems.push(`src/catalog.ts names ./${room}/${name}, which is no folder`)
}
console.log(problems.join('\n') || 'catalog equals folders')
process.exit(problems.length ? 1 : 0)
