/** Folders to and from a machine that has no tar, file by file. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Opened, open } from '../../helpers/open-ssh'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

describeWith(['sshd'], 'without tar', () => {
  let place: string
  let server: Sshd
  let opened: Opened
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'ingot-without-tar-'))
    // As a shell ends that does not find it.
    writeFileSync(join(place, 'tar'), '#!/bin/sh\nexit 127\n', { mode: 0o755 })
    server = await startSshd({ config: [`SetEnv SHLVL=9 PATH=${place}:${process.env.PATH}`] })
    opened = await open(server)
  })
  afterAll(async () => {
    await opened.communicator.close()
    await server.stop()
    rmSync(place, { recursive: true, force: true })
  })

  test('there and back: content, modes, links, empty files', async () => {
    const [local, there, again] = [join(place, 'local'), join(place, 'there'), join(place, 'again')]
    mkdirSync(join(local, 'folder'), { recursive: true })
    writeFileSync(join(local, 'folder', 'script'), '#!/bin/sh\n')
    chmodSync(join(local, 'folder', 'script'), 0o750)
    writeFileSync(join(local, 'nothing in it'), '')
    symlinkSync('folder/script', join(local, 'link'))
    await opened.communicator.uploadFolder(local, there)
    for (const _ of ['once', 'over what is there']) await opened.communicator.downloadFolder(there, again)
    expect(readFileSync(join(again, 'folder', 'script'), 'utf8')).toBe('#!/bin/sh\n')
    expect(statSync(join(again, 'folder', 'script')).mode & 0o777).toBe(0o750)
    expect(statSync(join(again, 'nothing in it')).size).toBe(0)
    expect(readlinkSync(join(again, 'link'))).toBe('folder/script')
  })

  test('nothing is written through a link', async () => {
    const [remote, local, outside] = [join(place, 'from'), join(place, 'to'), join(place, 'outside')]
    for (const folder of [remote, local, outside]) mkdirSync(folder, { recursive: true })
    writeFileSync(join(remote, 'file'), 'new')
    symlinkSync(join(outside, 'file'), join(local, 'file'))
    writeFileSync(join(outside, 'file'), 'old')
    await opened.communicator.downloadFolder(remote, local)
    expect(readFileSync(join(local, 'file'), 'utf8')).toBe('new')
    mkdirSync(join(remote, 'folder'))
    writeFileSync(join(remote, 'folder', 'file'), 'new')
    symlinkSync(outside, join(local, 'folder'))
    await expect(opened.communicator.downloadFolder(remote, local)).rejects.toThrow(/names a folder where a link is/)
    expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('old')
  })
})
