/** What the sandbox needs of the host beyond Node, as programs and as the Debian packages that have them. */
import { access } from 'node:fs/promises'
import { findProgram, run } from '../../platforms/qemu/command'
import { keyring } from './base-image/mirrors'
import type { Report } from './machine-kind'

interface Need {
  readonly package: string
  /** Names looked up on PATH and in the system's folders, or absolute paths. */
  readonly all: readonly string[]
}

const needs: readonly Need[] = [
  { package: 'qemu-system-x86', all: ['qemu-system-x86_64'] },
  { package: 'qemu-utils', all: ['qemu-img'] },
  { package: 'mmdebstrap', all: ['mmdebstrap'] },
  { package: 'grub-common', all: ['grub-mkimage'] },
  { package: 'grub-pc-bin', all: ['/usr/lib/grub/i386-pc/boot.img'] },
  { package: 'e2fsprogs', all: ['mke2fs'] },
  { package: 'debian-archive-keyring', all: [keyring] },
]

/** mmdebstrap without root maps user IDs with these. */
const rootlessNeeds: readonly Need[] = [{ package: 'uidmap', all: ['newuidmap', 'newgidmap'] }]

/** Debian package names of absent programs, in the order of the list; empty when nothing is missing. */
export async function missingPackages(): Promise<string[]> {
  const wanted = isRoot() ? needs : [...needs, ...rootlessNeeds]
  const absent = await Promise.all(wanted.map(async need => ((await present(need)) ? [] : [need.package])))
  return absent.flat()
}

async function present(need: Need): Promise<boolean> {
  const found = await Promise.all(
    need.all.map(name =>
      name.startsWith('/')
        ? access(name).then(
            () => true,
            () => false,
          )
        : findProgram(name).then(Boolean),
    ),
  )
  return found.every(Boolean)
}

const isRoot = () => process.getuid?.() === 0

/** The one command for a person to run. */
export const installCommand = (packages: readonly string[]) =>
  `${isRoot() ? '' : 'sudo '}apt-get install --yes --no-install-recommends ${packages.join(' ')}`

export type Installation = { readonly done: true } | { readonly done: false; readonly command: string; readonly reason: string }

/**
 * Installs by apt-get, as root or by a sudo that asks for no password, and says what it does. Where neither is to be had, or apt-get
 * fails, the answer is the command to run and why.
 */
export async function installPackages(packages: readonly string[], report: Report, signal: AbortSignal): Promise<Installation> {
  if (packages.length === 0) return { done: true }
  const command = installCommand(packages)
  const refuse = (reason: string): Installation => ({ done: false, command, reason })
  if (!(await findProgram('apt-get'))) return refuse('apt-get is not to be found; the packages are named as on Debian and Ubuntu')
  const prefix = isRoot() ? [] : ['sudo', '-n']
  if (!isRoot() && !(await mayBecomeRoot(signal))) return refuse('this user is not root and sudo asks for a password')
  report(`installing ${packages.join(', ')} by apt-get`)
  const apt = (...args: string[]) =>
    run(prefix[0] ?? 'apt-get', [...prefix.slice(1), ...(prefix.length ? ['apt-get'] : []), '-q', ...args], {
      signal,
      environment: { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a' },
      onLine: line => /^(?:Get:\d+ \S+ \S+ \S+ \S+|Setting up|Unpacking|E:)/.test(line) && report(line.replace(/\s+\.\.\.$/, '')),
    })
  try {
    await apt('update')
    await apt('install', '--yes', '--no-install-recommends', ...packages)
    return { done: true }
  } catch (error) {
    signal.throwIfAborted()
    return refuse((error as Error).message)
  }
}

async function mayBecomeRoot(signal: AbortSignal): Promise<boolean> {
  return run('sudo', ['-n', 'true'], { signal }).then(
    () => true,
    () => false,
  )
}
