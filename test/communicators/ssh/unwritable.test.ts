/** Places on a machine where nothing can be put or run: the reason is told, and no half file stays. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { shell } from '../../../src/provisioners/shell'
import { shellOptions } from '../../../src/provisioners/shell/options'
import { withDefaults } from '../../helpers/defaults'
import { type Opened, open, outputOf } from '../../helpers/open-ssh'
import { provisionContext } from '../../helpers/provision'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

const root = userInfo().uid === 0 ? [] : ['root']

describe.each([
  ['by SFTP', true],
  ['by cat', false],
])('%s', (_, sftp) => {
  describeWith(['sshd', 'unshare', ...root], 'what cannot be written', () => {
    let place: string
    let server: Sshd
    let opened: Opened
    beforeAll(async () => {
      place = mkdtempSync(join(tmpdir(), 'ingot-unwritable-'))
      writeFileSync(join(place, 'large'), Buffer.alloc(2 << 20, 'large'))
      const mounts = ['size=64k', 'ro', 'noexec'].map(how => {
        const folder = join(place, how.replace(/=.*/, ''))
        return `mkdir ${folder}; mount -t tmpfs -o ${how} none ${folder}`
      })
      server = await startSshd({
        sftp,
        mounts: [...mounts, `mkdir ${place}/folder`].join('; '),
      })
      opened = await open(server)
    })
    afterAll(async () => {
      await opened.communicator.close()
      await server.stop()
      rmSync(place, { recursive: true, force: true })
    })

    const failed = (work: Promise<unknown>): Promise<Error & { details: { advice?: string } }> =>
      work.then(
        () => Promise.reject(new Error('it did work')),
        error => error,
      )

    test('a full disk, which has room again afterwards', async () => {
      const { communicator } = opened
      const error = await failed(communicator.uploadFile(join(place, 'large'), `${place}/size/file`))
      expect(error.message).toBe(`upload to ${place}/size/file failed: the disk there is full`)
      const script = await failed(communicator.upload(Buffer.alloc(100_000, 'x'), `${place}/size/script.sh`))
      expect(script.message).toMatch(/the disk there is full$/)
      expect(script.details.advice).toMatch(/larger disk/)
      expect(await outputOf(communicator, `ls ${place}/size`)).toBe('')
    })

    test('a read-only file system, a folder in its place', async () => {
      const { communicator } = opened
      const error = await failed(communicator.uploadFile(join(place, 'large'), `${place}/ro/file`))
      expect(error.message).toMatch(/file failed: .*Read-only file system$/)
      const folder = await failed(communicator.upload(Buffer.from('x'), `${place}/folder`))
      expect(folder.message).toMatch(/folder failed: .*Is a directory$/)
    })

    test('a script where nothing may be run', async () => {
      const { context } = provisionContext(opened.communicator)
      const inline = ['echo ran']
      const options = { inline, remote_folder: `${place}/noexec` }
      const error = await failed(shell.provision(withDefaults(shellOptions, options), context))
      expect(error.message).toMatch(/ended with status 126/)
      expect(error.details.advice).toMatch(/mounted noexec/)
      await shell.provision(withDefaults(shellOptions, { ...options, execute_command: '{{.Vars}} sh {{.Path}}' }), context)
    })
  })
})
