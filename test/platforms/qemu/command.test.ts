import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, run, searchPath } from '../../../src/platforms/qemu/command'

describe('a program that is run to its end', () => {
  test('gives its standard output', async () =>
    expect(await run('sh', ['-c', 'cat; echo " there"'], { input: 'hello' })).toBe('hello there\n'))

  test.each([
    [
      'its status and last words',
      ['-c', 'echo first >&2; echo because >&2; exit 3'],
      /sh -c .* ended with status 3: first\nbecause/,
    ],
    ['what it printed when it says nothing else', ['-c', 'echo printed; exit 1'], /status 1: printed/],
    ['the signal that ended it', ['-c', 'kill -KILL $$'], /was ended by SIGKILL/],
  ])('fails with %s', async (_what, args, expected) => expect(run('sh', args)).rejects.toThrow(expected))

  test('that does not exist is named', async () =>
    expect(run('ingot-no-such-program', [])).rejects.toThrow('ingot-no-such-program is not installed or not on PATH'))

  test('tells its lines while it runs, also those that overwrite each other', async () => {
    const lines: string[] = []
    await run('sh', ['-c', 'printf "one\\r  two\\rthree\\n"; echo four >&2'], { onLine: line => lines.push(line.trim()) })
    expect([...lines].sort()).toEqual(['four', 'one', 'three', 'two'])
  })

  test('ends at the signal with all that it started, and the signal says why', async () => {
    const stop = new AbortController()
    const began = Date.now()
    const running = run('sh', ['-c', 'sleep 60 & sleep 60; wait'], { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('enough')), 50)
    await expect(running).rejects.toThrow('enough')
    expect(Date.now() - began).toBeLessThan(5000)
  })

  test('is not begun when the signal has come before', async () =>
    expect(run('true', [], { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late'))
})

describe('finding a program', () => {
  test('looks where root looks', () =>
    expect(searchPath({ PATH: '/usr/bin' }).split(':')).toEqual(expect.arrayContaining(['/usr/bin', '/usr/sbin', '/sbin'])))

  test('only what may be executed counts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingot-path-'))
    try {
      writeFileSync(join(folder, 'tool'), '', { mode: 0o644 })
      expect(await findProgram('tool', folder)).toBeUndefined()
      writeFileSync(join(folder, 'other'), '', { mode: 0o755 })
      expect(await findProgram('other', `/nowhere:${folder}`)).toBe(join(folder, 'other'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
