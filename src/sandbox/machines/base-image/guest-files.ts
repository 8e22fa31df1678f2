/**
 * What makes a plain Debian a cloud image: the files that are put into it. They follow Debian's own cloud images; where they
 * differ, it is to boot quickly without KVM, and the comment says how.
 */
import { cloudConfig } from './cloud-config'
import { grubConfig } from './grub'
import { singleProcess } from './single-process'

export interface GuestFile {
  readonly path: string
  readonly content: string
  /** Default 0o644. */
  readonly mode?: number
}

export const guestFiles: readonly GuestFile[] = [
  { path: '/boot/grub/grub.cfg', content: grubConfig },
  { path: '/etc/cloud/cloud.cfg.d/01_debian_cloud.cfg', content: cloudConfig },
  { path: '/etc/default/locale', content: 'LANG=C.UTF-8\n' },
  { path: '/etc/fstab', content: 'LABEL=root / ext4 rw,discard,errors=remount-ro 0 1\n' },
  { path: '/etc/hostname', content: 'debian\n' },
  {
    path: '/etc/hosts',
    content: '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\nff02::1 ip6-allnodes\nff02::2 ip6-allrouters\n',
  },
  // Empty, not absent: systemd makes a new one at every first boot.
  { path: '/etc/machine-id', content: '', mode: 0o444 },
  { path: '/etc/apt/sources.list', content: '' },
  { path: '/etc/apt/sources.list.d/debian.sources', content: aptSources() },
  // A link-local address nobody asked for costs a second before the network counts as up.
  { path: '/etc/systemd/network/20-wired.network', content: '[Match]\nType=ether\n\n[Network]\nDHCP=yes\nIPv6AcceptRA=yes\n' },
  ...singleProcess,
]

/** The public archive, whatever mirror the image was made from. */
function aptSources(): string {
  const section = (uri: string, suites: string) =>
    `Types: deb\nURIs: ${uri}\nSuites: ${suites}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`
  return [
    section('http://deb.debian.org/debian', 'bookworm bookworm-updates bookworm-backports'),
    section('http://deb.debian.org/debian-security', 'bookworm-security'),
  ].join('\n')
}

/** Started at boot though no server needs them there; a user may enable them again. */
export const disabledUnits = [
  ...['apt-daily.timer', 'apt-daily-upgrade.timer', 'dpkg-db-backup.timer', 'e2scrub_all.timer', 'fstrim.timer'],
  ...['e2scrub_reap.service', 'systemd-pstore.service', 'getty@tty1.service', 'cloud-init-hotplugd.socket', 'remote-fs.target'],
]

export const enabledUnits = ['systemd-networkd.service', 'systemd-resolved.service', 'ssh.service']

/** Pulled in by other units, so only a mask keeps them from being forked one by one under emulation. */
export const maskedUnits = [
  ...['sys-kernel-config.mount', 'sys-kernel-debug.mount', 'sys-kernel-tracing.mount', 'sys-fs-fuse-connections.mount'],
  ...[
    'proc-sys-fs-binfmt_misc.automount',
    'systemd-binfmt.service',
    'systemd-pcrphase.service',
    'systemd-pcrphase-sysinit.service',
  ],
  ...[
    'systemd-firstboot.service',
    'systemd-repart.service',
    'systemd-ask-password-console.path',
    'systemd-ask-password-wall.path',
  ],
]
