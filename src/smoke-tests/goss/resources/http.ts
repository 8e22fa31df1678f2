/** Answers over HTTP as the machine itself gets them, asked by its own curl: with its names, routes and trusted certificates. */
import { quote } from '../../../lib/posix-quote'
import type { Answer, Question, ResourceKind } from '../resource'
import { seconds } from '../time-limit'
import { Lines } from '../values'

const DEFAULT_MILLISECONDS = 5000
const MOST_REDIRECTS = 10

export const http: ResourceKind = {
  type: 'http',
  label: 'HTTP',
  target: 'url',
  attributes: ['status', 'headers', 'body'],
  deciding: 'status',
  ignoresEmpty: ['headers', 'body'],
  settings: {
    method: 'text',
    'allow-insecure': 'flag',
    'no-follow-redirects': 'flag',
    timeout: 'number',
    'request-headers': 'texts',
    'request-body': 'text',
    username: 'text',
    password: 'text',
    'ca-file': 'text',
    'cert-file': 'text',
    'key-file': 'text',
    proxy: 'text',
  },
  ask: question => `if has curl; then
curl ${argumentsOf(question).map(quote).join(' ')} -o "$o".body -D "$o".headers -w '%{http_code}' >"$o".status 2>"$o".why || rm -f "$o".status${isHead(question) ? '\n: >"$o".body' : ''}
else echo 'the machine has no curl to ask with' >"$o".why; fi`,
  find: (attribute, answer) => {
    const status = answer.text('status')
    if (status === undefined) throw new Error(answer.text('why')?.trim() || 'there was no answer')
    if (attribute === 'status') return Number(status)
    return new Lines(attribute === 'body' ? (answer.text('body') ?? '') : headersOf(answer))
  },
}

/** As Go's client asks: redirects are followed ten times, a body has no type unless one is given. */
function argumentsOf({ target, settings }: Question): readonly string[] {
  const method = methodOf(settings)
  const body = settings['request-body']
  const headers = (settings['request-headers'] ?? []) as readonly string[]
  const typed = headers.some(header => /^content-type:/i.test(header))
  return [
    ...['-sS', '--max-time', seconds(settings.timeout, DEFAULT_MILLISECONDS), '-A', 'goss/ingot', '--url', target],
    ...(method === 'HEAD' ? ['-I'] : method === 'POST' && body ? [] : method === 'GET' && !body ? [] : ['-X', method]),
    ...(settings['no-follow-redirects'] ? [] : ['-L', '--max-redirs', String(MOST_REDIRECTS)]),
    ...(settings['allow-insecure'] ? ['-k'] : []),
    ...headers.flatMap(header => ['-H', header]),
    ...(body ? ['--data-binary', String(body), ...(typed ? [] : ['-H', 'Content-Type:'])] : []),
    ...(settings.username || settings.password ? ['-u', `${settings.username ?? ''}:${settings.password ?? ''}`] : []),
    ...(settings['ca-file'] ? ['--cacert', String(settings['ca-file'])] : []),
    ...(settings['cert-file'] ? ['--cert', String(settings['cert-file'])] : []),
    ...(settings['key-file'] ? ['--key', String(settings['key-file'])] : []),
    ...(settings.proxy ? ['-x', String(settings.proxy)] : []),
  ]
}

const methodOf = (settings: Question['settings']): string => String(settings.method || 'GET').toUpperCase()
/** curl writes the headers where the body would be. */
const isHead = ({ settings }: Question): boolean => methodOf(settings) === 'HEAD'

/** Of the last answer, each on a line of its own, names as Go writes them. */
function headersOf(answer: Answer): string {
  const last =
    (answer.text('headers') ?? '')
      .trim()
      .split(/\r?\n\r?\n/)
      .at(-1) ?? ''
  const lines = last.split(/\r?\n/).slice(1)
  return lines
    .map(line => line.replace(/^[^:]+/, name => name.toLowerCase().replace(/(^|-)[a-z]/g, part => part.toUpperCase())))
    .sort()
    .join('\n')
}
