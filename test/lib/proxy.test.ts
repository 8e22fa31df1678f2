import { proxyFor } from '../../src/lib/proxy'

const both = { HTTP_PROXY: 'http://p:1', https_proxy: 'secure:2' }

test.each<[string, Record<string, string>, string | undefined]>([
  ['http://a.example/', both, 'http://p:1'],
  ['https://a.example/', both, 'http://secure:2'],
  ['https://a.example/', { HTTP_PROXY: 'http://p:1' }, undefined],
  ['http://a.example/', { ...both, http_proxy: 'http://lower' }, 'http://p:1'],
  ['http://localhost:8080/', both, undefined],
  ['http://127.0.0.9/', both, undefined],
  ['http://[::1]/', both, undefined],
  ['http://a.example/', { ...both, NO_PROXY: '*' }, undefined],
  ['http://a.example/', { ...both, NO_PROXY: 'example' }, undefined],
  ['http://a.example/', { ...both, NO_PROXY: 'other, a.example' }, undefined],
  ['http://ba.example/', { ...both, NO_PROXY: 'a.example' }, 'http://p:1'],
  ['http://a.example/', { ...both, NO_PROXY: '.example' }, undefined],
  ['http://example/', { ...both, NO_PROXY: '.example' }, 'http://p:1'],
  ['http://b.a.example/', { ...both, no_proxy: '*.example' }, undefined],
  ['http://a.example:81/', { ...both, NO_PROXY: 'a.example:80' }, 'http://p:1'],
  ['http://a.example/', { ...both, NO_PROXY: 'a.example:80' }, undefined],
  ['http://10.1.2.3/', { ...both, NO_PROXY: '10.0.0.0/8' }, undefined],
  ['http://11.1.2.3/', { ...both, NO_PROXY: '10.0.0.0/8,fe80::/10' }, 'http://p:1'],
  ['http://10.1.2.3/', { ...both, NO_PROXY: '10.1.2.3' }, undefined],
  ['http://[2001:db8::1]/', { ...both, NO_PROXY: '2001:db8::/32' }, undefined],
  ['http://[2001:db8::1]/', { ...both, NO_PROXY: '2001:db8:0::1' }, undefined],
])('%s with %j', (url, environment, proxy) => {
  expect(proxyFor(new URL(url), environment)).toBe(proxy)
})
