/** What goes over a connection's socket, and how. */
import { createServer, type Socket } from 'node:net'
import { straight } from '../../../src/communicators/ssh/dial'

test('what is written in one turn goes out by one call, and what comes later is not held back', async () => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const accepted = new Promise<Socket>(resolve => server.once('connection', resolve))
  const { port } = server.address() as { port: number }
  const socket = (await straight('127.0.0.1', port).dial(AbortSignal.timeout(5000))) as Socket
  const far = await accepted
  let heard = ''
  far.on('data', chunk => {
    heard += chunk
  })
  const single = jest.spyOn(socket, '_write')
  const gathered = jest.spyOn(socket, '_writev' as never)
  const arrival = async (text: string) => {
    while (heard !== text) await new Promise(resolve => setTimeout(resolve, 5))
  }
  for (const part of ['head', 'body', 'tag']) socket.write(part)
  await arrival('headbodytag')
  expect([single.mock.calls.length, gathered.mock.calls.length]).toEqual([0, 1])
  socket.write(' and more')
  await arrival('headbodytag and more')
  socket.destroy()
  server.close()
})
