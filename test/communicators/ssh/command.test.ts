/** Commands over SSH: their bytes, their end, and that a cancelled one is really gone. */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Communicator } from '../../../src/model/communicator'
import { linkProxy } from '../../helpers/link-proxy'
import { type Opened, open, outputOf } from '../../helpers/open-ssh'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

/** Makes the sleeps of this run known by their length. */
const TAG = String(process.pid)

/** One server and one connection for the tests of a group. */
function group(name: string, tests: (opened: () => Opened, server: () => Sshd) => void): void {
  describeWith(['sshd'], `commands over SSH: ${name}`, () => {
    let server: Sshd
    let opened: Opened
    beforeAll(async () => {
      server = await startSshd()
      opened = await open(server)
    })
    afterAll(async () => {
      await opened.communicator.close()
      await server.stop()
    })
    tests(
      () => opened,
      () => server,
    )
  })
}

group('their end', opened => {
  test.each([
    ['true', { status: 0 }],
    ['exit 37', { status: 37 }],
    ['kill -KILL $$', { status: undefined, signal: 'SIGKILL' }],
    ['kill -TERM $$', { status: undefined, signal: 'SIGTERM' }],
    ['no-such-program-at-all', { status: 127 }],
  ])('%s ends as it ends', async (command, exit) => {
    expect(await opened().communicator.run(command)).toEqual(exit)
  })

  test('many at a time over one connection', async () => {
    const numbers = await Promise.all(Array.from({ length: 8 }, (_, index) => outputOf(opened().communicator, `echo ${index}`)))
    expect(numbers.map(Number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })
})

group('their bytes', opened => {
  test('stdout and stderr come apart and byte for byte', async () => {
    const parts = { out: [] as Uint8Array[], err: [] as Uint8Array[] }
    await opened().communicator.run(`printf '\\000\\001\\377ü\\r\\n'; printf 'oops' >&2`, {
      onStdout: chunk => parts.out.push(chunk),
      onStderr: chunk => parts.err.push(chunk),
    })
    expect(Buffer.concat(parts.out)).toEqual(Buffer.concat([Buffer.from([0, 1, 255]), Buffer.from('ü\r\n')]))
    expect(Buffer.concat(parts.err).toString()).toBe('oops')
  })

  test('more output than any window is complete when the command has ended', async () => {
    let count = 0
    const add = (chunk: Uint8Array) => {
      count += chunk.length
    }
    await opened().communicator.run('head -c 20000000 /dev/zero; head -c 3000000 /dev/zero >&2', { onStdout: add, onStderr: add })
    expect(count).toBe(23_000_000)
  })

  test('a slow reader holds the output back, and misses nothing of it', async () => {
    let [count, underWay, most] = [0, 0, 0]
    const slow = async (chunk: Uint8Array) => {
      most = Math.max(most, ++underWay)
      count += chunk.length
      await new Promise(resolve => setTimeout(resolve, 1))
      underWay--
    }
    await opened().communicator.run('head -c 5000000 /dev/zero; head -c 1000000 /dev/zero >&2', {
      onStdout: slow,
      onStderr: slow,
    })
    expect(count).toBe(6_000_000)
    expect(most).toBeLessThanOrEqual(2)
  })

  test('without stdin the command meets its end at once', async () => {
    expect(await outputOf(opened().communicator, 'cat; echo over')).toBe('over\n')
  })

  test('stdin as bytes and as a stream', async () => {
    const chunks: Uint8Array[] = []
    const onStdout = (chunk: Uint8Array) => chunks.push(chunk)
    await opened().communicator.run('cat', { stdin: Buffer.from('one '), onStdout })
    await opened().communicator.run('cat', { stdin: Readable.from(['two ', 'three']), onStdout })
    expect(Buffer.concat(chunks).toString()).toBe('one two three')
  })

  test('a stream that cannot be read fails the command, before it begins and amid it', async () => {
    const none = () => createReadStream('/nonexistent/file')
    await expect(opened().communicator.run('cat', { stdin: none() })).rejects.toThrow(/ENOENT/)
    const { mode } = statSync('/dev/null')
    await expect(opened().communicator.upload(none(), '/dev/null')).rejects.toThrow(/\/nonexistent\/file/)
    await opened().communicator.upload(Buffer.from('x'), '/dev/null')
    // A device keeps its mode, root or not.
    expect(statSync('/dev/null').mode).toBe(mode)
    const halfway = Readable.from(
      (async function* () {
        yield 'half'
        throw new Error('no more')
      })(),
    )
    await expect(opened().communicator.run('cat', { stdin: halfway })).rejects.toThrow('no more')
    expect(await outputOf(opened().communicator, 'echo on')).toBe('on\n')
  })

  test('a command that does not read its input ends all the same', async () => {
    expect(await opened().communicator.run('exit 4', { stdin: Buffer.alloc(5_000_000) })).toEqual({ status: 4 })
  })

  test('a terminal when asked for', async () => {
    const chunks: Uint8Array[] = []
    const exit = await opened().communicator.run('test -t 0 && stty size', { pty: true, onStdout: chunk => chunks.push(chunk) })
    expect(exit.status).toBe(0)
    expect(Buffer.concat(chunks).toString().trim()).toBe('40 80')
  })
})

group('cancelling', opened => {
  /** Once as many of its sleeps run as it starts. */
  const cancelled = async (communicator: Communicator, command: string, sleeps = 1): Promise<void> => {
    const controller = new AbortController()
    const running = communicator.run(command, { signal: controller.signal })
    running.catch(() => undefined)
    while (sleeping(TAG).length < sleeps) await new Promise(resolve => setTimeout(resolve, 50))
    controller.abort(new Error('cancelled'))
    await expect(running).rejects.toThrow('cancelled')
  }

  test.each([
    ['a sleeping child', 1, `sleep ${TAG}01; echo never`],
    ['a pipeline', 1, `sleep ${TAG}02 | cat | cat`],
    ['children in the background', 2, `sleep ${TAG}03 & sleep ${TAG}04 & wait`],
    ['a session of its own', 2, `setsid sh -c "sleep ${TAG}05; true" & sleep ${TAG}06`],
    ['one that ignores TERM', 1, `trap "" TERM; sleep ${TAG}07; sleep ${TAG}08`],
    ['one with hundreds of children', 200, `i=0; while [ $i -lt 200 ]; do sleep ${TAG}09 & i=$((i+1)); done; wait`],
  ])(
    '%s is gone',
    async (_name, sleeps, command) => {
      await cancelled(opened().communicator, command, sleeps)
      expect(sleeping(TAG)).toEqual([])
      expect(await outputOf(opened().communicator, 'echo still here')).toBe('still here\n')
    },
    30000,
  )

  test('before it began', async () => {
    await expect(opened().communicator.run('true', { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no')
  })

  test('on a server that allows one channel only', async () => {
    const narrow = await startSshd({ config: ['MaxSessions 1'] })
    const { communicator } = await open(narrow)
    // As a provisioner does: the script goes over first, by which the server's limit is learnt.
    await communicator.upload(Buffer.from('x'), `${narrow.folder}/x`)
    await communicator.run('true')
    await cancelled(communicator, `sleep ${TAG}10; sleep ${TAG}10`)
    expect(sleeping(TAG)).toEqual([])
    await communicator.close()
    await narrow.stop()
  }, 30000)
})

group('broken links', (_opened, server) => {
  test('while a command runs: its end is not guessed, and the next one runs on a new link', async () => {
    const proxy = await linkProxy(server().port)
    const { communicator } = await open(server(), { port: proxy.port })
    await expect(communicator.run('echo running; sleep 5', { onStdout: proxy.cut })).rejects.toThrow(/connection is lost/)
    expect(await outputOf(communicator, 'echo again')).toBe('again\n')
    expect(proxy.connections()).toBe(2)
    await communicator.close()
    await proxy.stop()
  })

  test('between two commands: it costs nothing', async () => {
    const proxy = await linkProxy(server().port)
    const { communicator } = await open(server(), { port: proxy.port })
    expect(await outputOf(communicator, 'echo one')).toBe('one\n')
    proxy.cut()
    expect(await outputOf(communicator, 'echo two')).toBe('two\n')
    await communicator.close()
    await proxy.stop()
  })

  test('between two commands, for many at a time: one new connection', async () => {
    const proxy = await linkProxy(server().port)
    const { communicator } = await open(server(), { port: proxy.port })
    proxy.cut()
    const numbers = await Promise.all([1, 2, 3, 4].map(index => outputOf(communicator, `echo ${index}`)))
    expect(numbers.map(Number)).toEqual([1, 2, 3, 4])
    expect(proxy.connections()).toBe(2)
    await communicator.close()
    await proxy.stop()
  })

  test('while a cancelled command is being stopped: the cancellation is what is told', async () => {
    const proxy = await linkProxy(server().port)
    const { communicator } = await open(server(), { port: proxy.port })
    const controller = new AbortController()
    const onStdout = () => {
      controller.abort(new Error('cancelled'))
      proxy.cut()
    }
    await expect(communicator.run('echo; sleep 5', { signal: controller.signal, onStdout })).rejects.toThrow('cancelled')
    await communicator.close()
    await proxy.stop()
  })
})

/** Command lines of this machine's processes that match. */
function sleeping(tag: string): string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
    .filter(line => line.startsWith(`sleep\0${tag}`))
}
