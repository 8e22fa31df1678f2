// Stands between a program and the endpoints of a cloud, sees every call go by, and may do something about one.
const { createServer, request } = require('node:http')
const { text } = require('node:stream/consumers')

/** What a call is, from its form and its signature's scope. */
function callOf(form, headers) {
  const [, , region, service] = /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1]?.split('/') ?? []
  const action = headers['x-amz-target']?.split('.')[1] ?? new URLSearchParams(form).get('Action') ?? '?'
  return { action, region, service, form }
}

/** `others`: endpoints of services that `target` does not serve. `around(call, forward)` decides: it gets the reply by `await forward()`; undefined cuts the connection. */
async function proxy(target, around, others = {}) {
  const server = createServer(async (incoming, outgoing) => {
    const form = await text(incoming)
    const call = callOf(form, incoming.headers)
    const { hostname, port } = new URL(others[call.service] ?? target)
    const forward = () =>
      new Promise((done, fail) => {
        const options = { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers, agent: false }
        const onward = request(options, async reply =>
          done({ status: reply.statusCode, headers: reply.headers, body: await text(reply) }),
        )
        onward.on('error', fail)
        onward.end(form)
      })
    const reply = await around(call, forward).catch(() => undefined)
    if (!reply) return incoming.socket.resetAndDestroy()
    outgoing.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) })
    outgoing.end(reply.body, () => reply.onSent?.())
  })
  server.keepAliveTimeout = 65_000
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { endpoint: `http://127.0.0.1:${server.address().port}`, stop }
}

module.exports = { proxy }
