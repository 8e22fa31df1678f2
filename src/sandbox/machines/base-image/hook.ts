/** What runs inside mmdebstrap, as root of its namespace, when all packages are installed: files, units, and the disk itself. */

import { firstSector } from './grub'
import { disabledUnits, enabledUnits, maskedUnits } from './guest-files'

/** File system features that every GRUB 2 reads, whatever the host's mke2fs would choose today. */
export const fileSystemConfig = `[defaults]
	base_features = sparse_super,large_file,filetype,resize_inode,dir_index,ext_attr
	default_mntopts = acl,user_xattr
	blocksize = 4096
	inode_size = 256
	inode_ratio = 16384
[fs_types]
	ext4 = {
		features = has_journal,extent,huge_file,flex_bg,metadata_csum,64bit,dir_nlink,extra_isize
	}
`

/** In the exchange folder: what the hook reads, and what it leaves. */
export const exchange = { files: 'files', root: 'root', bootSectors: 'boot.bin', mke2fs: 'mke2fs.conf', disk: 'disk.qcow2' }

/**
 * `$1` is the new system's root, `$INGOT_EXCHANGE` a folder that both sides may write (without root the hook runs under another
 * user ID). The root is bound to a second place, where the /proc, /sys and /dev that are mounted on it are not seen.
 */
export const hookScript = (diskBytes: number) => `set -eu
root=$1
x=$INGOT_EXCHANGE
cp -r --preserve=mode --no-preserve=ownership "$x/${exchange.files}/." "$root/"
chroot "$root" systemctl --quiet enable ${enabledUnits.join(' ')}
chroot "$root" systemctl --quiet disable ${disabledUnits.join(' ')}
chroot "$root" systemctl --quiet mask ${maskedUnits.join(' ')}
ln -sf ../run/systemd/resolve/stub-resolv.conf "$root/etc/resolv.conf"
rm -f "$root"/etc/ssh/ssh_host_* "$root"/var/lib/dbus/machine-id "$root"/var/lib/systemd/random-seed
rm -f "$root"/etc/apt/apt.conf.d/99mmdebstrap "$root"/etc/dpkg/dpkg.cfg.d/99mmdebstrap
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/var/cache/ldconfig/aux-cache "$root"/tmp/* "$root"/run/*
find "$root/var/log" -type f -delete
echo "disk: writing the file system"
export MKE2FS_CONFIG="$x/${exchange.mke2fs}"
truncate -s ${diskBytes} "$x/disk.raw"
tree=$root
bare=
if [ "$MMDEBSTRAP_MODE" = root ] || [ "$MMDEBSTRAP_MODE" = unshare ]; then
  tree=$x/${exchange.root}
  bare='mount --bind "$1" "$2" &&'
  set -- unshare --mount
else
  set --
fi
options=offset=${firstSector * 512},root_owner=0:0,lazy_itable_init=0
"$@" sh -euc "$bare"' exec mke2fs -q -F -t ext4 -L root -d "$2" -E "$3" "$4" "$5"' sh \
  "$root" "$tree" "$options" "$x/disk.raw" ${(diskBytes - firstSector * 512) / 1024}k
dd if="$x/${exchange.bootSectors}" of="$x/disk.raw" conv=notrunc status=none
echo "disk: packing"
qemu-img convert -W -T none -t unsafe -f raw -O qcow2 "$x/disk.raw" "$x/${exchange.disk}"
chmod 0644 "$x/${exchange.disk}"
rm "$x/disk.raw"
`
