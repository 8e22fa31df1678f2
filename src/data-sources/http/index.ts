/** The data source `http`: what a web server answers. */
import { type OptionsOf, text, textMap } from '../../language/options/spec'
import { mapOf, STRING } from '../../language/values/type'
import type { DataSource, Problem } from '../../model/plugin'

export const httpOptions = {
  url: text('What to ask, http:// or https://. An answer other than 2xx is an error; redirects are followed.', {
    required: true,
  }),
  method: text('The method of the request.', {
    oneOf: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'],
    default: 'GET',
  }),
  request_headers: textMap('Headers of the request.', { default: {} }),
  request_body: text('Body of the request.'),
} as const

export const http: DataSource<typeof httpOptions> = {
  type: 'http',
  summary: 'Asks a web server once. HTTP_PROXY, HTTPS_PROXY and NO_PROXY hold.',
  options: httpOptions,
  outputs: {
    url: { type: STRING, doc: 'The URL as it was asked.' },
    body: { type: STRING, doc: 'The body of the answer, as UTF-8.' },
    request_headers: {
      type: mapOf(STRING),
      doc: 'The headers of the answer (Packer’s name for them), such as `Content-Type`; those that came twice are joined by `, `.',
    },
  },
  check,
  // Loaded with the first question: it costs start-up time.
  read: async (options, context) => (await import('./request')).read(options, context),
}

function check({ url }: OptionsOf<typeof httpOptions>): Problem[] {
  const protocol = URL.canParse(url) ? new URL(url).protocol : undefined
  if (protocol === 'http:' || protocol === 'https:') return []
  return [{ option: 'url', summary: 'Invalid URL', detail: 'url must be a whole URL that begins with http:// or https://.' }]
}
