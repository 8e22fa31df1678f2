/** `ingot reference`: what is built in, and which options it takes. */
import { plugins } from '../../catalog'
import { didYouMean } from '../../language/did-you-mean'
import { Failure } from '../../model/failure'
import { verb } from '../command'
import { toggle } from '../flags'
import { type Page, type Room, referenceIndex, referenceRooms } from '../reference-pages'

const flags = {
  json: toggle('All pages as JSON, [{path, text}], as docs/reference is made of them.'),
} as const

export const reference = verb({
  usage: 'reference [flags] [NAME…]',
  summary: 'Lists what is built in, or prints the options of one.',
  flags,
  run: async ({ rest, flags: given }, { stdout, document }) => {
    const rooms = referenceRooms(plugins)
    const pages = rooms.flatMap(room => room.pages)
    const chosen = rest.length === 0 ? pages : rest.flatMap(word => pagesOf(word, pages))
    const data = chosen.map(({ path, text }) => ({ path, text }))
    if (document) document.set('pages', data)
    else if (given.json) stdout.write(`${JSON.stringify([{ path: 'README.md', text: referenceIndex(rooms) }, ...data])}\n`)
    else stdout.write(rest.length === 0 ? overview(rooms) : chosen.map(({ text }) => text).join('\n'))
    return 0
  },
})

function overview(rooms: readonly Room[]): string {
  const width = Math.max(...rooms.flatMap(room => room.pages.map(page => page.name.length)))
  const line = ({ name, summary }: Page) => `  ${name.padEnd(width)}  ${summary}\n`
  return rooms.map(({ title, pages }) => `${title}\n${pages.map(line).join('')}`).join('\n')
}

/** By the template's word, which sources and provisioners may share; `provisioners/file` is one of them. */
function pagesOf(word: string, pages: readonly Page[]): readonly Page[] {
  const found = pages.filter(({ name, path }) => name === word || path === `${word}.md`)
  if (found.length > 0) return found
  const names = [...new Set(pages.map(page => page.name))]
  throw new Failure('invalid', `Nothing that is built in is called "${word}"`, {
    advice: `There are: ${names.join(', ')}.${didYouMean(word, names)}`,
  })
}
