/**
 * A bootable Debian disk, made by ordinary user-space programs: no loop device, no root if user namespaces are allowed. mmdebstrap
 * installs; its last hook writes the disk, so the system is never packed and unpacked in between.
 */
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../../../platforms/qemu/command'
import type { Report } from '../machine-kind'
import { bootSectors } from './grub'
import { guestFiles } from './guest-files'
import { exchange, fileSystemConfig, hookScript } from './hook'
import { aptProxies, aptSources, keyring, suite } from './mirrors'

/** As Debian's own image for EC2: an instance that asks for no other size needs not grow its file system. */
export const sizeGiB = 8

/** Beside what these depend on. Recommended packages are left out, so what a server wants is named. */
export const packages = [
  ...['linux-image-cloud-amd64', 'systemd-sysv', 'systemd-resolved', 'dbus', 'udev', 'netbase', 'iproute2', 'iputils-ping'],
  ...['openssh-server', 'cloud-init', 'cloud-guest-utils', 'sudo', 'ca-certificates', 'curl', 'gnupg', 'locales'],
  ...['fdisk', 'less', 'procps', 'rsync', 'vim-tiny', 'xz-utils'],
]

/** Writes the disk to `target`; half of one is never there. Takes one to two minutes, most of it installing packages. */
export async function buildDisk(target: string, report: Report, signal: AbortSignal): Promise<void> {
  // Below the system's folder for temporary files: without root, another user ID must be able to enter it.
  const folder = await mkdtemp(join(tmpdir(), 'ingot-base-image-'))
  try {
    await chmod(folder, 0o1777)
    await prepare(folder)
    await install(folder, report, signal)
    signal.throwIfAborted()
    await copyFile(join(folder, exchange.disk), target)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(folder: string): Promise<void> {
  const write = async (name: string, content: string | Uint8Array, mode = 0o644) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true, mode: 0o755 })
    await writeFile(path, content)
    await chmod(path, mode)
    return path
  }
  await mkdir(join(folder, exchange.root))
  await write(exchange.mke2fs, fileSystemConfig)
  for (const { path, content, mode } of guestFiles) await write(join(exchange.files, path), content, mode)
  await write(exchange.bootSectors, await bootSectors(folder, sizeGiB * 2 ** 30, write))
}

async function install(folder: string, report: Report, signal: AbortSignal): Promise<void> {
  const options = ['Acquire::Languages "none"', 'APT::Install-Recommends "false"', ...(await aptProxies())]
  const args = [
    ...['--mode=auto', '--variant=apt', '--format=null', `--include=${packages.join(',')}`, `--keyring=${keyring}`],
    ...options.map(option => `--aptopt=${option}`),
    ...['--dpkgopt=force-unsafe-io', '--skip=cleanup/apt,cleanup/reproducible'],
    `--customize-hook=${hookScript(sizeGiB * 2 ** 30)}`,
    ...[suite, '-', ...(await aptSources(process.env))],
  ]
  const environment = { INGOT_EXCHANGE: folder, TMPDIR: tmpdir() }
  await run('setpriv', ['--pdeathsig', 'TERM', 'mmdebstrap', ...args], { signal, environment, onLine: line => say(line, report) })
}

/** mmdebstrap's own words for its phases, without its paths. */
function say(line: string, report: Report): void {
  const phase =
    /^(?:I|disk): (running apt-get update|downloading packages|extracting archives|installing [a-z ]+|writing [a-z ]+|packing)/.exec(
      line,
    )
  if (phase) report(`base image: ${phase[1]}`)
}
