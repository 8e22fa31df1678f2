/** Lists of packages: of this machine beside what dpkg says of itself, and of others as their package managers print them. */
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Communicator, RunOptions } from '../../src/model/communicator'
import { listPackages } from '../../src/sbom'
import { packagesOf } from '../../src/sbom/lists'
import { readOsRelease } from '../../src/sbom/os-release'
import { describeWith } from '../helpers/tools'

/** A machine whose login prints something first, and what it was asked. */
function machine(shell: readonly string[] = ['sh'], asked: string[] = []): Communicator {
  const run = async (command: string, { stdin, onStdout, onStderr }: RunOptions = {}) => {
    asked.push(command)
    const child = spawn(shell[0]!, [...shell.slice(1), '-c', `echo welcome; ${command}`], { stdio: 'pipe' })
    child.stdout.on('data', chunk => onStdout?.(chunk))
    child.stderr.on('data', chunk => onStderr?.(chunk))
    child.stdin.on('error', () => {})
    child.stdin.end(stdin)
    return new Promise<{ status: number | undefined }>(done => child.on('close', code => done({ status: code ?? undefined })))
  }
  return { run } as unknown as Communicator
}

const signal = new AbortController().signal

describeWith(['dpkg-query'], 'this machine', () => {
  test('every package that dpkg calls installed, with the system it is, in one round trip', async () => {
    const asked: string[] = []
    const found = await listPackages({ communicator: machine(['sh'], asked), signal })
    const installed = execFileSync('dpkg-query', ['-W', '-f', '${db:Status-Abbrev} ${Package} ${Version} ${Architecture}\n'], {
      encoding: 'utf8',
    })
      .split('\n')
      .filter(line => line.startsWith('ii '))
      .map(line => line.replace(/^ii +/, ''))
    expect(found?.manager).toBe('deb')
    expect(found?.packages.map(({ name, version, arch }) => `${name} ${version} ${arch}`).sort()).toEqual(installed.sort())
    expect(installed.length).toBeGreaterThan(100)
    const release = readFileSync('/etc/os-release', 'utf8')
    expect(release).toContain(`ID=${found?.system.id}\n`)
    expect(asked).toHaveLength(1)
  })

  test('a list that breaks off is none', async () => {
    const broken = machine()
    const cut: Communicator = {
      ...broken,
      run: (command, options) => broken.run(command.replace('dpkg-query -W', 'false'), options),
    }
    await expect(listPackages({ communicator: cut, signal })).rejects.toThrow('the list of packages broke off')
  })
})

test('a machine without a package manager has no list', async () => {
  const bare: Communicator = { ...machine(), run: async () => ({ status: 0 }) }
  expect(await listPackages({ communicator: bare, signal })).toBeUndefined()
})

test.each([
  [
    'deb',
    [
      'zlib1g\t1:1.2.13.dfsg-1\tamd64\tzlib\t1:1.2.13.dfsg-1\tinstall ok installed',
      'attr\t1:2.5.1-4+b1\tamd64\tattr\t1:2.5.1-4\tinstall ok half-configured',
      'gcc-12-base\t12.2.0-14\tamd64\tgcc-12\t12.2.0-14\thold ok installed',
      'gone\t1\tall\tgone\t1\tdeinstall ok config-files',
      'never\t\t\tnever\t\tunknown ok not-installed',
      'openssl\t3.0.11-1~deb12u2\tamd64\topenssl\t3.0.11-1~deb12u2\tinstall ok installed',
      'openssl\t3.0.11-1~deb12u2\ti386\topenssl\t3.0.11-1~deb12u2\tinstall ok installed',
    ],
    [
      { name: 'attr', version: '1:2.5.1-4+b1', arch: 'amd64', source: 'attr@1:2.5.1-4' },
      { name: 'gcc-12-base', version: '12.2.0-14', arch: 'amd64', source: 'gcc-12' },
      { name: 'openssl', version: '3.0.11-1~deb12u2', arch: 'amd64' },
      { name: 'openssl', version: '3.0.11-1~deb12u2', arch: 'i386' },
      { name: 'zlib1g', version: '1:1.2.13.dfsg-1', arch: 'amd64', source: 'zlib' },
    ],
  ],
  [
    'rpm',
    [
      'kernel\t6.1.10-1.amzn2023\tx86_64\tkernel-6.1.10-1.amzn2023.src.rpm\tGPLv2 and MIT',
      'kernel\t6.1.9-1.amzn2023\tx86_64\tkernel-6.1.9-1.amzn2023.src.rpm\tGPLv2 and MIT',
      'openssl\t1:3.0.8-1.amzn2023\tx86_64\topenssl-3.0.8-1.amzn2023.src.rpm\tApache-2.0',
      'gpg-pubkey\td832c631-6515c85e\t(none)\t(none)\tpubkey',
      'local\t1-1\t(none)\t(none)\t(none)',
    ],
    [
      {
        name: 'kernel',
        version: '6.1.10-1.amzn2023',
        arch: 'x86_64',
        source: 'kernel-6.1.10-1.amzn2023.src.rpm',
        license: 'GPLv2 and MIT',
      },
      {
        name: 'kernel',
        version: '6.1.9-1.amzn2023',
        arch: 'x86_64',
        source: 'kernel-6.1.9-1.amzn2023.src.rpm',
        license: 'GPLv2 and MIT',
      },
      { name: 'local', version: '1-1' },
      {
        name: 'openssl',
        version: '1:3.0.8-1.amzn2023',
        arch: 'x86_64',
        source: 'openssl-3.0.8-1.amzn2023.src.rpm',
        license: 'Apache-2.0',
      },
    ],
  ],
  [
    'apk',
    [
      'P:musl\nV:1.2.4-r2\nA:x86_64\nL:MIT\no:musl',
      '',
      'P:libcrypto3\nV:3.1.4-r5\nA:x86_64\nL:Apache-2.0\no:openssl',
      '',
      'A:x86_64',
      '',
    ],
    [
      { name: 'libcrypto3', version: '3.1.4-r5', arch: 'x86_64', source: 'openssl', license: 'Apache-2.0' },
      { name: 'musl', version: '1.2.4-r2', arch: 'x86_64', license: 'MIT' },
    ],
  ],
] as const)('%s: what is installed, and what it was built from', (manager, lines, expected) => {
  expect(packagesOf(manager, lines.join('\n'))).toEqual(expected)
  if (manager !== 'apk') expect(packagesOf(manager, [...lines, ...lines].reverse().join('\n'))).toEqual(expected)
})

test.each([
  [
    'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n',
    'debian',
    '12',
    undefined,
  ],
  [
    '# comment\nNAME=\'Amazon Linux\'\nID="amzn"\nVERSION_ID=\'2023\'\nCPE_NAME="cpe:2.3:o:amazon:amazon_linux:2023"\n',
    'amzn',
    '2023',
    'cpe:2.3:o:amazon:amazon_linux:2023',
  ],
  ['NAME="Odd \\"Linux\\" \\$5"\nID=odd\r\nVERSION_ID=\n', 'odd', undefined, undefined],
  ['', 'linux', undefined, undefined],
])('os-release %#', (text, id, version, cpe) => {
  expect(readOsRelease(text)).toMatchObject({ id, ...(version && { version }), ...(cpe && { cpe }) })
  expect(readOsRelease(text).version).toBe(version)
  if (id === 'odd') expect(readOsRelease(text).name).toBe('Odd "Linux" $5')
})
