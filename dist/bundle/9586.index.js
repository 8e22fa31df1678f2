"use strict";
exports.id = 9586;
exports.ids = [9586];
exports.modules = {

/***/ 68145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ syncFolder),
/* harmony export */   v: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



async function writeAtomically(path, text, mode = 0o644) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`);
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(beside, 'wx', mode);
        try {
            await file.writeFile(text);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true });
        throw error;
    }
    await syncFolder(folder);
}
async function syncFolder(path) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await folder.sync();
    }
    catch {
    }
    finally {
        await folder.close();
    }
}


/***/ }),

/***/ 44374:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ openedPorts),
/* harmony export */   EW: () => (/* binding */ isWide),
/* harmony export */   ls: () => (/* binding */ portKey),
/* harmony export */   uo: () => (/* binding */ privilegeAdvice)
/* harmony export */ });
/* unused harmony exports widestRange, usualPorts */
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27944);
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ipaddr_js__WEBPACK_IMPORTED_MODULE_0__);

const widestRange = 128;
const usualPorts = [
    ...[
        21, 22, 25, 53, 80, 110, 123, 143, 389, 443, 445, 465, 514, 587, 636, 993, 995, 1433, 1521, 1883, 2181, 2375, 2376, 2379,
        2380,
    ],
    ...[
        3306, 3389, 4222, 4646, 5432, 5601, 5671, 5672, 5900, 5985, 5986, 6379, 6443, 7946, 8200, 8300, 8301, 8302, 8500, 8600, 9042,
    ],
    ...[9200, 9300, 10250, 11211, 15672, 27017],
    ...[3000, 4000, 5000, 7000, 8000, 8080, 8443, 8888, 9000, 9090, 9100, 9443].flatMap(first => first % 1000 === 0 ? decade(first) : [first]),
];
function decade(first) {
    return Array.from({ length: 11 }, (_, index) => first + index);
}
const caller = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse('127.0.0.1');
function openedPorts(rules) {
    const ports = new Map();
    for (const rule of rules.filter(admitsCaller)) {
        for (const protocol of rule.protocol === '-1' ? ['tcp', 'udp'] : [rule.protocol]) {
            if (protocol === 'icmp')
                continue;
            for (const number of numbers(rule))
                ports.set(portKey({ protocol, number }), { protocol, number });
        }
    }
    return [...ports.values()].sort((a, b) => a.protocol.localeCompare(b.protocol) || a.number - b.number);
}
const portKey = (port) => `${port.protocol}:${port.number}`;
const isWide = (rule) => lastPort(rule) - firstPort(rule) >= widestRange;
function numbers(rule) {
    const [from, to] = [firstPort(rule), lastPort(rule)];
    if (isWide(rule))
        return usualPorts.filter(number => number >= from && number <= to);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
const firstPort = (rule) => (rule.protocol === '-1' ? 1 : Math.max(1, rule.fromPort));
const lastPort = (rule) => (rule.protocol === '-1' || rule.toPort < 0 ? 65535 : Math.min(65535, rule.toPort));
function admitsCaller(rule) {
    try {
        return caller.match((0,ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.parseCIDR)(rule.cidr));
    }
    catch {
        return false;
    }
}
function privilegeAdvice(refused, address) {
    if (refused.length === 0)
        return undefined;
    const lowest = Math.min(...refused.map(port => port.number));
    const list = refused.map(port => port.number).join(', ');
    return `port ${list} of ${address} could not be opened: only root may listen below net.ipv4.ip_unprivileged_port_start. To allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start=${lowest}`;
}


/***/ }),

/***/ 79586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qemuKind: () => (/* binding */ qemuKind)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/lib/atomic-file.js
var atomic_file = __webpack_require__(68145);
// EXTERNAL MODULE: ./build/platforms/qemu/command.js
var command = __webpack_require__(29760);
;// CONCATENATED MODULE: ./build/platforms/qemu/probe-sector.js
const exitPort = 0xf4;
const instructions = [
    ...[0xba, 0xf8, 0x03],
    ...[0xb0, 0x4b],
    0xee,
    ...[0xba, exitPort, 0x00],
    0xee,
    0xf4,
    ...[0xeb, 0xfd],
];
function probeSector() {
    const sector = new Uint8Array(512);
    sector.set(instructions);
    sector.set([0x55, 0xaa], 510);
    return sector;
}

;// CONCATENATED MODULE: ./build/platforms/qemu/accelerator.js








async function probeAccelerator(options = {}) {
    const { cacheFolder, device = '/dev/kvm', limitMilliseconds = 5000 } = options;
    const file = cacheFolder && (0,external_node_path_.join)(cacheFolder, 'accelerator.json');
    const access = await deviceAccess(device);
    const place = JSON.stringify([await (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''), device, access]);
    const known = file && (await remembered(file, place));
    if (known)
        return known;
    const found = access !== 'usable' ? { name: 'tcg', reason: access } : await tryGuest('kvm', limitMilliseconds);
    if (file)
        await (0,atomic_file/* writeAtomically */.v)(file, JSON.stringify({ place, accelerator: found })).catch(() => undefined);
    return found;
}
async function deviceAccess(device) {
    return (0,promises_.access)(device, external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK).then(() => 'usable', (error) => error.code === 'ENOENT'
        ? `there is no ${device}`
        : `${device} may not be opened by this user (${error.code}); is the user in the group kvm?`);
}
async function remembered(file, place) {
    try {
        const entry = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
        return entry.place === place ? entry.accelerator : undefined;
    }
    catch {
        return undefined;
    }
}
async function tryGuest(accelerator, limitMilliseconds) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-probe-'));
    try {
        const disk = (0,external_node_path_.join)(folder, 'disk');
        await (0,promises_.writeFile)(disk, probeSector());
        await (0,promises_.truncate)(disk, 1024 * 1024);
        const said = await firstOutput(probeArguments(accelerator, disk), limitMilliseconds);
        if (said.output.includes('K'))
            return { name: accelerator };
        return { name: 'tcg', reason: said.reason };
    }
    catch (error) {
        return { name: 'tcg', reason: error.message };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
const probeArguments = (accelerator, disk) => [
    ...['-nodefaults', '-no-user-config', '-display', 'none', ...processor(accelerator), '-m', '64'],
    ...['-drive', `file=${disk},format=raw,if=ide,readonly=off,snapshot=on`],
    ...['-device', `isa-debug-exit,iobase=${exitPort},iosize=1`, '-serial', 'stdio', '-monitor', 'none', '-no-reboot'],
];
function processor(accelerator) {
    const machine = ['-machine', 'q35'];
    if (accelerator === 'kvm')
        return [...machine, '-accel', 'kvm', '-cpu', 'host'];
    return [...machine, '-accel', 'tcg,thread=multi,tb-size=512', '-cpu', 'qemu64,+ssse3,+sse4.1,+sse4.2,+popcnt'];
}
function firstOutput(args, limitMilliseconds) {
    const child = (0,external_node_child_process_.spawn)('qemu-system-x86_64', args, {
        env: { ...process.env, PATH: (0,command/* searchPath */.oe)() },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { output: '', error: '' };
    return new Promise((resolve, reject) => {
        let late = false;
        const timer = setTimeout(() => {
            late = true;
            child.kill('SIGKILL');
        }, limitMilliseconds);
        const end = () => {
            clearTimeout(timer);
            child.kill('SIGKILL');
        };
        child.stdout.on('data', chunk => {
            said.output += String(chunk);
            if (said.output.includes('K'))
                end();
        });
        child.stderr.on('data', chunk => (said.error += String(chunk)));
        child.on('error', error => {
            clearTimeout(timer);
            reject(error);
        });
        child.on('close', () => {
            clearTimeout(timer);
            const words = said.error.trim().split('\n').at(-1) || 'qemu ended without a word';
            resolve({ output: said.output, reason: late ? `a guest said nothing within ${limitMilliseconds / 1000} s` : words });
        });
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/grub.js



const modulesFolder = '/usr/lib/grub/i386-pc';
const diskId = 0x1d09eb1a;
const rootPartition = `PARTUUID=${diskId.toString(16)}-01`;
const firstSector = 2048;
const sectorBytes = 512;
const grubConfig = `serial --unit=0 --speed=115200
terminal_input serial console
terminal_output serial console
set timeout=0
search --no-floppy --label root --set=root
smbios --type 1 --get-string 4 --set vendor
linux /vmlinuz root=${rootPartition} rootfstype=ext4 ro console=tty0 console=ttyS0,115200 consoleblank=0 nvme_core.io_timeout=4294967295
if [ "$vendor" != "Amazon EC2" ]; then
  initrd /initrd.img
fi
boot
`;
const earlyConfig = 'search.fs_label root root\nset prefix=($root)/boot/grub\n';
const modules = 'biosdisk part_msdos ext2 search search_label configfile normal linux test serial terminal smbios echo reboot';
async function bootSectors(folder, diskBytes, write) {
    const early = await write('early.cfg', earlyConfig);
    const core = (0,external_node_path_.join)(folder, 'core.img');
    await (0,command/* run */.eF)('grub-mkimage', ['-O', 'i386-pc', '-o', core, '-c', early, '-p', '/boot/grub', ...modules.split(' ')]);
    const coreImage = await (0,promises_.readFile)(core);
    const sectors = Buffer.alloc(sectorBytes * (1 + Math.ceil(coreImage.length / sectorBytes)));
    if (sectors.length > firstSector * sectorBytes)
        throw new Error('the GRUB core image does not fit before the first partition');
    sectors.set((await (0,promises_.readFile)((0,external_node_path_.join)(modulesFolder, 'boot.img'))).subarray(0, 440));
    sectors.writeUInt32LE(diskId, 440);
    sectors.set(partitionEntry(diskBytes), 446);
    sectors.writeUInt16BE(0x55aa, 510);
    sectors.set(coreImage, sectorBytes);
    return sectors;
}
function partitionEntry(diskBytes) {
    const entry = Buffer.from([0x80, 0xfe, 0xff, 0xff, 0x83, 0xfe, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]);
    entry.writeUInt32LE(firstSector, 8);
    entry.writeUInt32LE(diskBytes / sectorBytes - firstSector, 12);
    return entry;
}

;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/cloud-config.js
const cloudConfig = `# As in Debian's cloud images: the first user is admin, hosts and hostname follow the metadata.
system_info:
  default_user:
    name: admin
    lock_passwd: true
    gecos: Debian
    groups: [adm, audio, cdrom, dialout, dip, floppy, netdev, plugdev, sudo, video]
    sudo: ["ALL=(ALL) NOPASSWD:ALL"]
    shell: /bin/bash
manage_etc_hosts: true
locale: C.UTF-8

# A seed disk is asked first; a data source that is not there is not waited for.
datasource_list: [NoCloud, ConfigDrive, Ec2, None]

# What OpenSSH clients of the last ten years speak; an RSA key takes seconds to make.
ssh_genkeytypes: [ed25519, ecdsa]

cloud_init_modules:
  - seed_random
  - bootcmd
  - write-files
  - growpart
  - resizefs
  - disk_setup
  - mounts
  - set_hostname
  - update_hostname
  - update_etc_hosts
  - ca-certs
  - users-groups
  - ssh

cloud_config_modules:
  - ssh-import-id
  - keyboard
  - locale
  - set-passwords
  - apt-configure
  - ntp
  - timezone
  - disable-ec2-metadata
  - runcmd

cloud_final_modules:
  - package-update-upgrade-install
  - write-files-deferred
  - puppet
  - chef
  - salt-minion
  - scripts-vendor
  - scripts-per-once
  - scripts-per-boot
  - scripts-per-instance
  - scripts-user
  - ssh-authkey-fingerprints
  - keys-to-console
  - phone-home
  - final-message
  - power-state-change
`;

;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/single-process.js
const program = '/usr/local/lib/cloud-init-stages/main.py';
const client = '/usr/local/lib/cloud-init-stages/stage';
const mainProgram = `#!/usr/bin/python3
"""Runs cloud-init's boot stages in one process: "init --local" at once, the others when their unit asks."""
import os
import socket
import sys

FOLDER = "/run/cloud-init-stages"
STAGES = [
    ("local", ["init", "--local"]),
    ("network", ["init"]),
    ("config", ["modules", "--mode=config"]),
    ("final", ["modules", "--mode=final"]),
]


def notify(text):
    path = os.environ.get("NOTIFY_SOCKET", "")
    if path:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.connect("\\0" + path[1:] if path[0] == "@" else path)
            out.sendall(text.encode())


def run(arguments):
    """A stage redirects standard output and error and closes standard input: each gets its own."""
    saved = [os.dup(fd) for fd in (0, 1, 2)]
    try:
        from cloudinit.cmd.main import main
        return 1 if main(["/usr/bin/cloud-init"] + arguments) else 0
    except SystemExit as error:
        return int(bool(error.code))
    except BaseException as error:
        print("cloud-init %s: %r" % (arguments, error), file=sys.stderr)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for fd, copy in enumerate(saved):
            os.dup2(copy, fd)
            os.close(copy)


def main():
    os.makedirs(FOLDER, 0o700, exist_ok=True)
    with open(os.path.join(FOLDER, "pid"), "w") as out:
        out.write("%d\\n" % os.getpid())
    for name, _ in STAGES[1:]:
        for side in ("ask", "answer"):
            path = os.path.join(FOLDER, name + "." + side)
            if not os.path.exists(path):
                os.mkfifo(path, 0o600)
    status = run(STAGES[0][1])
    if status:
        return status
    notify("READY=1")
    for name, arguments in STAGES[1:]:
        with open(os.path.join(FOLDER, name + ".ask")) as ask:
            ask.read()
        status = run(arguments)
        with open(os.path.join(FOLDER, name + ".answer"), "w") as answer:
            answer.write("%d\\n" % status)
    return 0


sys.exit(main())
`;
const clientProgram = `#!/bin/sh
stage=$1
shift
folder=/run/cloud-init-stages
if [ -p $folder/$stage.ask ] && read -r pid < $folder/pid && kill -0 "$pid" 2>/dev/null; then
  echo go > $folder/$stage.ask
  read -r status < $folder/$stage.answer
  exit "$status"
fi
exec /usr/bin/cloud-init "$@"
`;
const dropIn = (unit, lines) => ({
    path: `/etc/systemd/system/${unit}.service.d/10-single-process.conf`,
    content: `[Service]\nExecStart=\n${lines}`,
});
const stage = (unit, name, args) => dropIn(unit, `ExecStart=${client} ${name} ${args}\n`);
const singleProcess = [
    { path: program, content: mainProgram, mode: 0o755 },
    { path: client, content: clientProgram, mode: 0o755 },
    dropIn('cloud-init-local', `Type=notify\nExecStart=/usr/bin/python3 ${program}\nKillMode=process\nTasksMax=infinity\n`),
    stage('cloud-init', 'network', 'init'),
    stage('cloud-config', 'config', 'modules --mode=config'),
    stage('cloud-final', 'final', 'modules --mode=final'),
];

;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/guest-files.js



const guestFiles = [
    { path: '/boot/grub/grub.cfg', content: grubConfig },
    { path: '/etc/cloud/cloud.cfg.d/01_debian_cloud.cfg', content: cloudConfig },
    { path: '/etc/default/locale', content: 'LANG=C.UTF-8\n' },
    { path: '/etc/fstab', content: 'LABEL=root / ext4 rw,discard,errors=remount-ro 0 1\n' },
    { path: '/etc/hostname', content: 'debian\n' },
    {
        path: '/etc/hosts',
        content: '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\nff02::1 ip6-allnodes\nff02::2 ip6-allrouters\n',
    },
    { path: '/etc/machine-id', content: '', mode: 0o444 },
    { path: '/etc/apt/sources.list', content: '' },
    { path: '/etc/apt/sources.list.d/debian.sources', content: aptSources() },
    { path: '/etc/systemd/network/20-wired.network', content: '[Match]\nType=ether\n\n[Network]\nDHCP=yes\nIPv6AcceptRA=yes\n' },
    ...singleProcess,
];
function aptSources() {
    const section = (uri, suites) => `Types: deb\nURIs: ${uri}\nSuites: ${suites}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`;
    return [
        section('http://deb.debian.org/debian', 'bookworm bookworm-updates bookworm-backports'),
        section('http://deb.debian.org/debian-security', 'bookworm-security'),
    ].join('\n');
}
const disabledUnits = [
    ...['apt-daily.timer', 'apt-daily-upgrade.timer', 'dpkg-db-backup.timer', 'e2scrub_all.timer', 'fstrim.timer'],
    ...['e2scrub_reap.service', 'systemd-pstore.service', 'getty@tty1.service', 'cloud-init-hotplugd.socket', 'remote-fs.target'],
];
const enabledUnits = ['systemd-networkd.service', 'systemd-resolved.service', 'ssh.service'];
const maskedUnits = [
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
];

;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/hook.js


const fileSystemConfig = `[defaults]
	base_features = sparse_super,large_file,filetype,resize_inode,dir_index,ext_attr
	default_mntopts = acl,user_xattr
	blocksize = 4096
	inode_size = 256
	inode_ratio = 16384
[fs_types]
	ext4 = {
		features = has_journal,extent,huge_file,flex_bg,metadata_csum,64bit,dir_nlink,extra_isize
	}
`;
const exchange = { files: 'files', root: 'root', bootSectors: 'boot.bin', mke2fs: 'mke2fs.conf', disk: 'disk.qcow2' };
const hookScript = (diskBytes) => `set -eu
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
`;

// EXTERNAL MODULE: ./build/sandbox/machines/base-image/mirrors.js
var mirrors = __webpack_require__(37714);
;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/build.js








const sizeGiB = 8;
const build_packages = [
    ...['linux-image-cloud-amd64', 'systemd-sysv', 'systemd-resolved', 'dbus', 'udev', 'netbase', 'iproute2', 'iputils-ping'],
    ...['openssh-server', 'cloud-init', 'cloud-guest-utils', 'sudo', 'ca-certificates', 'curl', 'gnupg', 'locales'],
    ...['fdisk', 'less', 'procps', 'rsync', 'vim-tiny', 'xz-utils'],
];
async function buildDisk(target, report, signal) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-base-image-'));
    try {
        await (0,promises_.chmod)(folder, 0o1777);
        await prepare(folder);
        await install(folder, report, signal);
        signal.throwIfAborted();
        await (0,promises_.copyFile)((0,external_node_path_.join)(folder, exchange.disk), target);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function prepare(folder) {
    const write = async (name, content, mode = 0o644) => {
        const path = (0,external_node_path_.join)(folder, name);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o755 });
        await (0,promises_.writeFile)(path, content);
        await (0,promises_.chmod)(path, mode);
        return path;
    };
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, exchange.root));
    await write(exchange.mke2fs, fileSystemConfig);
    for (const { path, content, mode } of guestFiles)
        await write((0,external_node_path_.join)(exchange.files, path), content, mode);
    await write(exchange.bootSectors, await bootSectors(folder, sizeGiB * 2 ** 30, write));
}
async function install(folder, report, signal) {
    const options = ['Acquire::Languages "none"', 'APT::Install-Recommends "false"', ...(await (0,mirrors/* aptProxies */.G6)())];
    const args = [
        ...['--mode=auto', '--variant=apt', '--format=null', `--include=${build_packages.join(',')}`, `--keyring=${mirrors/* keyring */.AC}`],
        ...options.map(option => `--aptopt=${option}`),
        ...['--dpkgopt=force-unsafe-io', '--skip=cleanup/apt,cleanup/reproducible'],
        `--customize-hook=${hookScript(sizeGiB * 2 ** 30)}`,
        ...[mirrors/* suite */.rs, '-', ...(await (0,mirrors/* aptSources */.wq)(process.env))],
    ];
    const environment = { INGOT_EXCHANGE: folder, TMPDIR: (0,external_node_os_.tmpdir)() };
    await (0,command/* run */.eF)('setpriv', ['--pdeathsig', 'TERM', 'mmdebstrap', ...args], { signal, environment, onLine: line => say(line, report) });
}
function say(line, report) {
    const phase = /^(?:I|disk): (running apt-get update|downloading packages|extracting archives|installing [a-z ]+|writing [a-z ]+|packing)/.exec(line);
    if (phase)
        report(`base image: ${phase[1]}`);
}

;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/debian.js





const debianOwner = '136693071363';
const recipe = (0,external_node_crypto_.createHash)('sha256')
    .update(JSON.stringify([build_packages, guestFiles, fileSystemConfig, hookScript(sizeGiB * 2 ** 30)]))
    .digest('hex')
    .slice(0, 12);
async function debianImage(store, report, signal) {
    const known = (await store.list()).find(image => image.recipe === recipe);
    if (known)
        return known;
    report('base image: Debian 12 is made now, once; this takes a minute or two');
    const image = await store.add(async (folder) => {
        await buildDisk((0,external_node_path_.join)(folder, 'disk.qcow2'), report, signal);
        return { ...identity(new Date()), recipe };
    });
    report(`base image: ${image.name} is kept in ${image.disk}`);
    return image;
}
function identity(made) {
    const [day, time] = made.toISOString().split('T');
    const name = `debian-12-amd64-${day.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}`;
    return {
        name,
        ownerId: debianOwner,
        description: `Debian 12 (${day.replaceAll('-', '')})`,
        architecture: 'x86_64',
        rootDeviceName: '/dev/xvda',
        sizeGiB: sizeGiB,
        creationDate: made.toISOString(),
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/platforms/qemu/qemu-img.js


async function createDisk(path, size, backing) {
    const below = backing ? ['-b', backing.path, '-F', backing.format] : [];
    await (0,command/* run */.eF)('qemu-img', ['create', '-q', '-f', 'qcow2', '-o', 'cluster_size=64k,lazy_refcounts=on', ...below, path, String(size)]);
}
async function diskInfo(path) {
    const info = JSON.parse(await (0,command/* run */.eF)('qemu-img', ['info', '--force-share', '--output=json', path]));
    const backing = info['full-backing-filename'] ?? info['backing-filename'];
    return {
        format: String(info.format),
        virtualSize: Number(info['virtual-size']),
        ...(typeof backing === 'string' && { backingFile: backing }),
    };
}
async function convertDisk(source, target, options) {
    const partial = `${target}.partial`;
    const how = ['-W', '-T', 'none', '-t', 'unsafe', ...(options.compress ? ['-c'] : []), ...(options.onProgress ? ['-p'] : [])];
    const from = options.from ? ['-f', options.from] : [];
    try {
        await (0,command/* run */.eF)('qemu-img', ['convert', '--force-share', ...how, ...from, '-O', options.to, source, partial], {
            signal: options.signal,
            onLine: line => {
                const percent = /\(([\d.]+)\/100%\)/.exec(line)?.[1];
                if (percent !== undefined)
                    options.onProgress?.(Number(percent));
            },
        });
        options.signal?.throwIfAborted();
        await (0,promises_.rename)(partial, target);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/given.js








async function givenImage(given, store, report, signal) {
    const { algorithm, digest } = parseChecksum(given.checksum);
    const recipe = digest.slice(0, 12);
    const name = given.name ?? nameOf(given.source);
    const ownerId = given.ownerId ?? debianOwner;
    const known = (await store.list()).filter(image => image.recipe === recipe);
    const same = known.find(image => image.name === name);
    if (same)
        return { ...same, ownerId };
    const [twin] = known;
    if (twin)
        return store.add(folder => renamed(twin, store.disk(folder), { name, ownerId, recipe }));
    return store.add(async (folder) => {
        const file = (0,external_node_path_.join)(folder, 'given');
        const found = await fetchInto(given.source, file, algorithm, report, signal);
        if (found !== digest) {
            throw new Error(`${given.source} has ${algorithm} ${found}, not ${digest} as its checksum says: another version, or spoiled on its way`);
        }
        report('base image: unpacking');
        await convertDisk(file, store.disk(folder), { to: 'qcow2', signal });
        const { virtualSize } = await diskInfo(store.disk(folder));
        await (0,promises_.rm)(file);
        return {
            name,
            ownerId,
            description: `From ${given.source}`,
            architecture: 'x86_64',
            rootDeviceName: '/dev/xvda',
            sizeGiB: Math.ceil(virtualSize / 2 ** 30),
            creationDate: new Date().toISOString(),
            recipe,
        };
    });
}
const nameOf = (source) => (0,external_node_path_.basename)(new URL(source, 'file:///').pathname).replace(/\.(?:qcow2|raw|img|vmdk|vhd)$/, '');
async function renamed({ disk, ...image }, target, identity) {
    await (0,promises_.link)(disk, target);
    return { ...image, ...identity };
}
function parseChecksum(text) {
    const match = /^(sha256|sha512)[:=]([0-9a-f]+)$/i.exec(text.trim());
    const algorithm = match?.[1]?.toLowerCase();
    const digest = match?.[2]?.toLowerCase() ?? '';
    if (algorithm === 'sha256' && digest.length === 64)
        return { algorithm, digest };
    if (algorithm === 'sha512' && digest.length === 128)
        return { algorithm, digest };
    throw new Error(`"${text}" is not a checksum. Write sha256: or sha512: and its digits, as the image's publisher lists them.`);
}
async function fetchInto(source, target, algorithm, report, signal) {
    const { stream, size } = /^https?:\/\//.test(source) ? await download(source, signal) : await local(source);
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    let done = 0;
    let said = Date.now();
    const watch = new external_node_stream_.Transform({
        transform(chunk, _encoding, next) {
            hash.update(chunk);
            done += chunk.length;
            if (Date.now() - said > 3000) {
                said = Date.now();
                report(`base image: ${mebibytes(done)}${size ? ` of ${mebibytes(size)}` : ''} fetched`);
            }
            next(undefined, chunk);
        },
    });
    await (0,external_node_stream_promises_.pipeline)(stream, watch, (0,external_node_fs_.createWriteStream)(target), { signal });
    return hash.digest('hex');
}
async function download(source, signal) {
    const reply = await fetch(source, { signal }).catch(error => {
        signal.throwIfAborted();
        throw new Error(`${source} cannot be fetched: ${error.cause?.message ?? error.message}`);
    });
    if (!reply.ok || !reply.body)
        throw new Error(`${source} cannot be fetched: the server answers ${reply.status} ${reply.statusText}`);
    return {
        stream: external_node_stream_.Readable.fromWeb(reply.body),
        size: Number(reply.headers.get('content-length')) || undefined,
    };
}
async function local(source) {
    const { size } = await (0,promises_.stat)(source).catch(error => {
        throw new Error(`${source} cannot be read: ${error.message}`);
    });
    return { stream: (0,external_node_fs_.createReadStream)(source), size };
}
const mebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;

// EXTERNAL MODULE: ./build/lib/process-identity.js
var process_identity = __webpack_require__(78569);
;// CONCATENATED MODULE: ./build/sandbox/machines/base-image/store.js




const description = 'image.json';
const making = 'making-';
class ImageStore {
    constructor(folder) {
        this.folder = folder;
        this.disk = (folder) => (0,external_node_path_.join)(folder, 'disk.qcow2');
    }
    async list() {
        const names = await (0,promises_.readdir)(this.folder).catch(() => []);
        const images = await Promise.all(names.filter(name => !name.startsWith(making)).map(name => this.read((0,external_node_path_.join)(this.folder, name))));
        return images.flat().sort((a, b) => b.creationDate.localeCompare(a.creationDate));
    }
    async read(folder) {
        try {
            const record = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, description), 'utf8'));
            await (0,promises_.stat)(this.disk(folder));
            return [{ ...record, disk: this.disk(folder) }];
        }
        catch {
            return [];
        }
    }
    async add(make) {
        await (0,promises_.mkdir)(this.folder, { recursive: true });
        await this.sweep();
        const workshop = (0,external_node_path_.join)(this.folder, `${making}${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
        await (0,promises_.mkdir)(workshop);
        try {
            await (0,promises_.writeFile)((0,external_node_path_.join)(workshop, 'maker.json'), JSON.stringify((0,process_identity/* currentProcess */.DK)()));
            const record = await make(workshop);
            await (0,promises_.writeFile)((0,external_node_path_.join)(workshop, description), `${JSON.stringify(record, undefined, 2)}\n`);
            await (0,promises_.rm)((0,external_node_path_.join)(workshop, 'maker.json'));
            const place = (0,external_node_path_.join)(this.folder, `${record.name}-${record.recipe}`);
            await (0,promises_.rename)(workshop, place);
            return { ...record, disk: this.disk(place) };
        }
        finally {
            await (0,promises_.rm)(workshop, { recursive: true, force: true });
        }
    }
    async sweep() {
        for (const name of await (0,promises_.readdir)(this.folder).catch(() => [])) {
            const path = (0,external_node_path_.join)(this.folder, name);
            if (name.startsWith(making) && !(await inTheMaking(path)))
                await (0,promises_.rm)(path, { recursive: true, force: true });
        }
    }
}
async function inTheMaking(folder) {
    try {
        return (0,process_identity/* stateOf */.L4)(JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'maker.json'), 'utf8'))) !== 'dead';
    }
    catch {
        const { mtimeMs } = await (0,promises_.stat)(folder).catch(() => ({ mtimeMs: 0 }));
        return Date.now() - mtimeMs < 60_000;
    }
}

// EXTERNAL MODULE: ./build/sandbox/machines/packages.js
var machines_packages = __webpack_require__(89681);
;// CONCATENATED MODULE: ./build/platforms/qemu/live-backup.js


async function backupRunning(qmp, device, size, target, signal) {
    const partial = `${target}.partial`;
    const job = `backup-${device}`;
    signal.throwIfAborted();
    const finished = jobEnd(qmp, job);
    const cancel = () => void qmp.execute('block-job-cancel', { device: job, force: true }).catch(() => undefined);
    try {
        await createDisk(partial, size);
        await qmp.execute('blockdev-add', { driver: 'qcow2', 'node-name': job, file: { driver: 'file', filename: partial } });
        try {
            await qmp.execute('blockdev-backup', { 'job-id': job, device, target: job, sync: 'full' });
            signal.addEventListener('abort', cancel, { once: true });
            if (signal.aborted)
                cancel();
            await finished.promise;
        }
        finally {
            await qmp.execute('blockdev-del', { 'node-name': job }).catch(() => undefined);
        }
        signal.throwIfAborted();
        await (0,promises_.rename)(partial, target);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        signal.throwIfAborted();
        throw error;
    }
    finally {
        signal.removeEventListener('abort', cancel);
        finished.forget();
    }
}
function jobEnd(qmp, job) {
    let forget = () => { };
    const promise = new Promise((resolve, reject) => {
        forget = qmp.onEvent(({ event, data }) => {
            if (data?.device !== job)
                return;
            if (event === 'BLOCK_JOB_COMPLETED')
                data.error === undefined ? resolve() : reject(new Error(`the disk could not be copied: ${data.error}`));
            if (event === 'BLOCK_JOB_CANCELLED')
                reject(new Error('the copy was given up'));
        }, () => reject(new Error('the machine ended while its disk was copied')));
    });
    promise.catch(() => undefined);
    return { promise, forget };
}

;// CONCATENATED MODULE: ./build/platforms/qemu/qcow2.js

async function backingFile(path) {
    const file = await (0,promises_.open)(path, 'r').catch(() => undefined);
    if (!file)
        return undefined;
    try {
        const header = Buffer.alloc(20);
        const { bytesRead } = await file.read(header, 0, header.length, 0);
        if (bytesRead < header.length || header.readUInt32BE(0) !== 0x514649fb)
            return undefined;
        const offset = Number(header.readBigUInt64BE(8));
        const length = header.readUInt32BE(16);
        if (offset === 0 || length === 0 || length > 1023)
            return undefined;
        const name = Buffer.alloc(length);
        await file.read(name, 0, length, offset);
        return name.toString();
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/sandbox/machines/qemu-disks.js





const gibibyte = 2 ** 30;
class QemuDisks {
    constructor() {
        this.attached = new Map();
    }
    async clone(source, target, sizeGiB) {
        const size = sizeGiB * gibibyte;
        if (source === undefined)
            return createDisk(target, size);
        const { format, virtualSize } = await diskInfo(source);
        await createDisk(target, Math.max(size, virtualSize), { path: (0,external_node_path_.resolve)(source), format });
    }
    async capture(disk, target, signal) {
        const running = this.attached.get((0,external_node_path_.resolve)(disk));
        if (!running)
            return convertDisk(disk, target, { to: 'qcow2', signal });
        const { virtualSize } = await diskInfo(disk);
        await backupRunning(running.qmp, running.drive, virtualSize, target, signal);
    }
    async inUse(path) {
        const wanted = (0,external_node_path_.resolve)(path);
        for (const folder of await neighbours((0,external_node_path_.dirname)(wanted))) {
            for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => [])) {
                const file = (0,external_node_path_.join)(folder, entry.name);
                if (entry.isFile() && file !== wanted && (await backingFile(file)) === wanted)
                    return true;
            }
        }
        return false;
    }
    async remove(path) {
        await (0,promises_.rm)(path, { force: true });
        await (0,promises_.rm)(`${path}.partial`, { force: true });
    }
}
async function neighbours(folder) {
    const above = (0,external_node_path_.dirname)(folder);
    const beside = await (0,promises_.readdir)(above, { withFileTypes: true }).catch(() => []);
    return beside.filter(entry => entry.isDirectory()).map(entry => (0,external_node_path_.join)(above, entry.name));
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(72857);
;// CONCATENATED MODULE: ./build/platforms/qemu/forwards.js
async function addForward(qmp, network, forward) {
    const { protocol, address, port, guestPort = port } = forward;
    const said = await qmp.human(`hostfwd_add ${network} ${protocol}:${address}:${port}-:${guestPort}`);
    return said === '' ? undefined : said;
}
async function removeForward(qmp, network, { protocol, address, port }) {
    await qmp.human(`hostfwd_remove ${network} ${protocol}:${address}:${port}`);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/platforms/qemu/qmp.js


class Qmp {
    constructor(socket) {
        this.socket = socket;
        this.events = new external_node_events_.EventEmitter();
        this.waiting = new Map();
        this.next = 1;
        this.text = '';
        socket.setEncoding('utf8');
        socket.on('data', (chunk) => this.receive(chunk));
        socket.on('error', () => undefined);
        socket.on('close', () => this.end());
    }
    static async connect(path) {
        const socket = (0,external_node_net_.createConnection)(path);
        await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
        const qmp = new Qmp(socket);
        await qmp.execute('qmp_capabilities');
        return qmp;
    }
    execute(command, args) {
        const id = this.next++;
        return new Promise((resolve, reject) => {
            if (this.socket.destroyed)
                return reject(new Error(`${command}: qemu has ended`));
            this.waiting.set(id, { command, resolve, reject });
            this.socket.write(`${JSON.stringify({ execute: command, ...(args && { arguments: args }), id })}\n`);
        });
    }
    async human(line) {
        return String(await this.execute('human-monitor-command', { 'command-line': line })).trim();
    }
    onEvent(listener, ended = () => undefined) {
        this.events.on('event', listener).on('end', ended);
        return () => void this.events.off('event', listener).off('end', ended);
    }
    close() {
        this.socket.destroy();
    }
    receive(chunk) {
        const lines = (this.text + chunk).split('\n');
        this.text = lines.pop() ?? '';
        for (const line of lines)
            if (line.trim())
                this.take(JSON.parse(line));
    }
    take(reply) {
        if (reply.event !== undefined)
            this.events.emit('event', reply);
        const waiting = reply.id === undefined ? undefined : this.waiting.get(reply.id);
        if (!waiting || reply.id === undefined)
            return;
        this.waiting.delete(reply.id);
        if (reply.error)
            waiting.reject(new Error(`${waiting.command}: ${reply.error.desc}`));
        else
            waiting.resolve(reply.return);
    }
    end() {
        for (const { command, reject } of this.waiting.values())
            reject(new Error(`${command}: qemu has ended`));
        this.waiting.clear();
        this.events.emit('end');
    }
}

;// CONCATENATED MODULE: ./build/platforms/qemu/process.js






async function startQemu(start) {
    const { folder, args, program = 'qemu-system-x86_64', limitMilliseconds = 20_000 } = start;
    await (0,promises_.mkdir)(folder, { recursive: true });
    const socket = (0,external_node_path_.join)(folder, 'qmp');
    await (0,promises_.rm)(socket, { force: true });
    const control = ['-chardev', `socket,id=qmp,path=${escaped(socket)},server=on,wait=off`, '-mon', 'chardev=qmp,mode=control'];
    const child = await spawnBound(program, [...args, ...control]);
    const exited = ending(child);
    const kill = async () => {
        child.kill('SIGKILL');
        await exited;
    };
    try {
        const qmp = await connect(socket, exited, limitMilliseconds);
        void exited.then(() => qmp.close());
        return { pid: child.pid, qmp, exited, kill };
    }
    catch (error) {
        await kill();
        throw error;
    }
    finally {
        await (0,promises_.rm)(socket, { force: true });
    }
}
const escaped = (value) => value.replaceAll(',', ',,');
async function spawnBound(program, args) {
    const setpriv = await (0,command/* findProgram */.Kp)('setpriv');
    const bound = setpriv ? [setpriv, '--pdeathsig', 'KILL', program] : [program];
    const child = (0,external_node_child_process_.spawn)(bound[0], [...bound.slice(1), ...args], {
        env: { ...process.env, PATH: (0,command/* searchPath */.oe)() },
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
    });
    return child;
}
function ending(child) {
    let error = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
        error = (error + text).slice(-4096);
    });
    return new Promise(resolve => {
        child.on('error', reason => resolve({ code: null, signal: null, error: reason.message }));
        child.on('close', (code, signal) => resolve({ code, signal, error: error.trim() }));
    });
}
async function connect(socket, exited, limitMilliseconds) {
    let ended;
    void exited.then(exit => (ended = exit));
    const limit = Date.now() + limitMilliseconds;
    for (let pause = 5;; pause = Math.min(pause * 2, 200)) {
        const qmp = await Qmp.connect(socket).catch(() => undefined);
        if (qmp)
            return qmp;
        if (ended)
            throw new Error(`qemu did not start: ${ended.error || `it ended with ${ended.signal ?? `status ${ended.code}`}`}`);
        if (Date.now() > limit)
            throw new Error(`qemu did not answer on its control socket within ${limitMilliseconds / 1000} s`);
        await (0,external_node_timers_promises_.setTimeout)(pause);
    }
}

// EXTERNAL MODULE: ./build/sandbox/machines/ports.js
var ports = __webpack_require__(44374);
;// CONCATENATED MODULE: ./build/sandbox/machines/qemu-arguments.js




const network = 'net0';
function qemuArguments(spec, { accelerator, console, seed }) {
    return [
        ...['-name', `ingot-sandbox-${spec.id}`, '-nodefaults', '-no-user-config', '-display', 'none', '-vga', 'none'],
        ...[...processor(accelerator), '-smp', String(spec.cpus), '-m', String(spec.memoryMiB)],
        ...['-smbios', smbios(spec)],
        ...spec.disks.flatMap((disk, index) => drive(`disk${index}`, disk.path, 'qcow2', `vol${index}-${spec.id}`, index === 0)),
        ...seedDrive(seed),
        ...['-netdev', userNetwork, '-device', `virtio-net-pci,netdev=${network},mac=${macAddress(spec.id)},romfile=`],
        ...[
            '-device',
            'virtio-rng-pci',
            '-chardev',
            `file,id=console,path=${escaped(console)},append=on`,
            '-serial',
            'chardev:console',
        ],
    ];
}
function smbios(spec) {
    const type = escaped(spec.metadata.instanceType);
    return `type=1,manufacturer=Amazon EC2,product=${type},serial=${uuid(spec.id)},uuid=${uuid(spec.id)}`;
}
function uuid(id) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(id).digest('hex');
    return [`ec2${hash.slice(0, 5)}`, hash.slice(5, 9), `4${hash.slice(9, 12)}`, `a${hash.slice(12, 15)}`, hash.slice(15, 27)].join('-');
}
function drive(id, path, format, serial, boot) {
    const device = `nvme,drive=${id},serial=${escaped(serial)}${boot ? ',bootindex=0' : ''}`;
    return ['-drive', `id=${id},if=none,format=${format},file=${escaped(path)},cache=unsafe,discard=unmap`, '-device', device];
}
const seedDrive = (path) => [
    ...['-drive', `id=seed,if=none,format=raw,readonly=on,file=${escaped(path)}`, '-device', 'nvme,drive=seed,serial=seed'],
];
const userNetwork = `user,id=${network},net=172.31.0.0/16,dhcpstart=172.31.0.15`;
function macAddress(id) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(id).digest();
    return ['02', ...[...hash.subarray(0, 5)].map(byte => byte.toString(16).padStart(2, '0'))].join(':');
}
const consoleFile = (spec) => (0,external_node_path_.join)(spec.folder, 'console.log');
const seedFile = (spec) => (0,external_node_path_.join)(spec.folder, 'seed.iso');

;// CONCATENATED MODULE: ./build/sandbox/machines/port-keeper.js



class PortKeeper {
    constructor(address, report) {
        this.address = address;
        this.report = report;
        this.wanted = new Map();
        this.open = new Map();
        this.turn = Promise.resolve();
        this.said = new Set();
    }
    set(rules) {
        this.wanted = new Map((0,ports/* openedPorts */.E3)(rules).map(port => [(0,ports/* portKey */.ls)(port), port]));
        if (rules.some(ports/* isWide */.EW))
            this.once(`${this.address}: a rule for very many ports opens the usual ones of servers; name others in a rule of their own`);
        return this.update();
    }
    attach(qmp) {
        this.qmp = qmp;
        this.open.clear();
        return this.update();
    }
    update() {
        this.turn = this.turn.then(() => this.adapt());
        return this.turn;
    }
    async adapt() {
        const { qmp } = this;
        if (!qmp)
            return;
        for (const [key, port] of this.open) {
            if (this.wanted.has(key))
                continue;
            await removeForward(qmp, network, this.forward(port)).catch(() => undefined);
            this.open.delete(key);
        }
        const refused = [];
        for (const [key, port] of this.wanted) {
            if (this.open.has(key))
                continue;
            const error = await addForward(qmp, network, this.forward(port)).catch(() => undefined);
            if (error === undefined)
                this.open.set(key, port);
            else
                refused.push(port);
        }
        if (this.qmp === qmp)
            this.explain(refused);
    }
    explain(refused) {
        const privileged = refused.filter(port => port.number < 1024);
        const advice = (0,ports/* privilegeAdvice */.uo)(privileged, this.address);
        if (advice)
            this.once(advice);
        for (const port of refused.filter(each => each.number >= 1024))
            this.once(`port ${port.number} of ${this.address} could not be opened: another program listens there`);
    }
    once(line) {
        if (this.said.has(line))
            return;
        this.said.add(line);
        this.report(line);
    }
    forward(port) {
        return { protocol: port.protocol, address: this.address, port: port.number };
    }
}

;// CONCATENATED MODULE: ./build/platforms/qemu/iso9660.js
const SECTOR = 2048;
const [VOLUME, END_OF_VOLUMES, PATHS_LITTLE, PATHS_BIG, ROOT] = [16, 17, 18, 19, 20];
const PADDING = 150;
function isoImage(label, files) {
    if (label.length > 32)
        throw new RangeError(`the disc label "${label}" is longer than 32 characters`);
    const names = files.map(file => checkedName(file.name));
    const rootSectors = layOut(names.map((name, index) => record(isoName(index), 0, 0, rockRidge(name, false)))).length;
    let next = ROOT + rootSectors;
    const records = files.map((file, index) => {
        const at = next;
        next += Math.ceil(file.content.length / SECTOR);
        return record(isoName(index), at, file.content.length, rockRidge(names[index], false));
    });
    const image = Buffer.alloc((next + PADDING) * SECTOR);
    image.set(volumeDescriptor(label, next + PADDING, rootSectors * SECTOR), VOLUME * SECTOR);
    image.set(Buffer.from('\xffCD001\x01', 'latin1'), END_OF_VOLUMES * SECTOR);
    image.set(pathTable(false), PATHS_LITTLE * SECTOR);
    image.set(pathTable(true), PATHS_BIG * SECTOR);
    layOut(records, rootSectors * SECTOR).forEach((sector, index) => {
        image.set(sector, (ROOT + index) * SECTOR);
    });
    let at = ROOT + rootSectors;
    for (const { content } of files) {
        image.set(content, at * SECTOR);
        at += Math.ceil(content.length / SECTOR);
    }
    return image;
}
function checkedName(name) {
    const bytes = Buffer.from(name);
    if (bytes.length < 1 || bytes.length > 100 || name.includes('/'))
        throw new RangeError(`"${name}" cannot be a file name on a disc`);
    return bytes;
}
const isoName = (index) => `F${String(index).padStart(7, '0')}.;1`;
function layOut(records, rootBytes = 0) {
    const self = record('\0', ROOT, rootBytes, Buffer.concat([sharingProtocol, rockRidge(undefined, true)]));
    const parent = record('\x01', ROOT, rootBytes, rockRidge(undefined, true));
    const sectors = [Buffer.alloc(SECTOR)];
    let used = 0;
    for (const entry of [self, parent, ...records]) {
        if (used + entry.length > SECTOR) {
            sectors.push(Buffer.alloc(SECTOR));
            used = 0;
        }
        entry.copy(sectors.at(-1), used);
        used += entry.length;
    }
    return sectors;
}
function record(name, sector, bytes, systemUse) {
    const nameEnd = 33 + name.length + (name.length % 2 === 0 ? 1 : 0);
    const length = nameEnd + systemUse.length + (systemUse.length % 2);
    const out = Buffer.alloc(length);
    out[0] = length;
    both32(out, 2, sector);
    both32(out, 10, bytes);
    out.set(recordingDate, 18);
    out[25] = name.length === 1 ? 2 : 0;
    both16(out, 28, 1);
    out[32] = name.length;
    out.write(name, 33, 'latin1');
    out.set(systemUse, nameEnd);
    return out;
}
const sharingProtocol = Buffer.from([0x53, 0x50, 7, 1, 0xbe, 0xef, 0]);
function rockRidge(name, folder) {
    const attributes = Buffer.alloc(36);
    attributes.set([0x50, 0x58, 36, 1]);
    both32(attributes, 4, folder ? 0o040755 : 0o100644);
    both32(attributes, 12, folder ? 2 : 1);
    if (!name)
        return attributes;
    return Buffer.concat([attributes, Buffer.from([0x4e, 0x4d, 5 + name.length, 1, 0]), name]);
}
function volumeDescriptor(label, sectors, rootBytes) {
    const out = Buffer.alloc(SECTOR);
    out.write('\x01CD001\x01', 0, 'latin1');
    out.fill(' ', 8, 72);
    out.write(label, 40, 'latin1');
    both32(out, 80, sectors);
    both16(out, 120, 1);
    both16(out, 124, 1);
    both16(out, 128, SECTOR);
    both32(out, 132, 10);
    out.writeUInt32LE(PATHS_LITTLE, 140);
    out.writeUInt32BE(PATHS_BIG, 148);
    out.set(record('\0', ROOT, rootBytes, Buffer.alloc(0)), 156);
    out.fill(' ', 190, 813);
    for (const at of [813, 830, 847, 864])
        out.write('0000000000000000', at, 'latin1');
    out[881] = 1;
    return out;
}
function pathTable(bigEndian) {
    const out = Buffer.alloc(10);
    out[0] = 1;
    if (bigEndian)
        out.writeUInt32BE(ROOT, 2);
    else
        out.writeUInt32LE(ROOT, 2);
    if (bigEndian)
        out.writeUInt16BE(1, 6);
    else
        out.writeUInt16LE(1, 6);
    return out;
}
const recordingDate = [124, 1, 1, 0, 0, 0, 0];
function both16(out, at, value) {
    out.writeUInt16LE(value, at);
    out.writeUInt16BE(value, at + 2);
}
function both32(out, at, value) {
    out.writeUInt32LE(value, at);
    out.writeUInt32BE(value, at + 4);
}

// EXTERNAL MODULE: ./build/sandbox/machines/user-data.js
var user_data = __webpack_require__(67628);
;// CONCATENATED MODULE: ./build/sandbox/machines/seed.js


function seedDisc(metadata, hints) {
    const text = (name, content) => ({ name, content: Buffer.from(content) });
    return isoImage('cidata', [
        text('meta-data', `${JSON.stringify(noCloudMetadata(metadata), undefined, 1)}\n`),
        { name: 'user-data', content: metadata.userData ?? new Uint8Array() },
        ...(hints.diskAsLargeAsImage ? [text('vendor-data', '#cloud-config\ngrowpart: {mode: "off"}\nresize_rootfs: false\n')] : []),
    ]);
}
function noCloudMetadata(metadata) {
    return {
        'instance-id': metadata.instanceId,
        'local-hostname': metadata.hostname,
        'public-keys': metadata.publicKeys.map(key => key.openssh),
        ...(needsNoNetwork(metadata.userData) && { dsmode: 'local' }),
    };
}
function needsNoNetwork(userData) {
    if (userData === undefined || userData.length === 0)
        return true;
    const documents = (0,user_data/* documentsOf */.u)(userData);
    const harmless = (text) => text.startsWith('#!') ||
        (text.startsWith('#cloud-config') &&
            !/^\s*(?:["']?(?:bootcmd|ca_certs|ca-certs|disk_setup|mounts|seed_random)["']?\s*:)/m.test(text));
    return documents.length > 0 && documents.every(harmless);
}

;// CONCATENATED MODULE: ./build/sandbox/machines/qemu-machine.js











const consoleBytes = 64 * 1024;
class QemuMachine {
    constructor(spec, accelerator, disks, report) {
        this.spec = spec;
        this.accelerator = accelerator;
        this.disks = disks;
        this.listeners = [];
        this.boots = 0;
        this.ordered = false;
        this.ports = new PortKeeper(spec.address, report);
    }
    async start() {
        if (this.process)
            throw new Error(`machine ${this.spec.id} is running already`);
        const { spec } = this;
        await (0,promises_.mkdir)(spec.folder, { recursive: true });
        await (0,promises_.writeFile)(seedFile(spec), seedDisc(spec.metadata, { diskAsLargeAsImage: await isUngrown(spec.disks[0]?.path) }));
        await (0,promises_.rm)(consoleFile(spec), { force: true });
        const places = { accelerator: this.accelerator, console: consoleFile(spec), seed: seedFile(spec) };
        const process = await startQemu({ folder: spec.folder, args: qemuArguments(spec, places) });
        this.process = process;
        this.boots++;
        this.ordered = false;
        spec.disks.forEach((disk, index) => {
            this.disks.attached.set((0,external_node_path_.resolve)(disk.path), { qmp: process.qmp, drive: `disk${index}` });
        });
        void process.exited.then(() => this.ended(process));
        await this.ports.attach(process.qmp);
    }
    async shutdown(graceSeconds, signal) {
        const { process } = this;
        if (!process)
            return;
        this.ordered = true;
        const impatience = new AbortController();
        const limit = (0,abort/* within */.ux)(graceSeconds * 1000, impatience.signal, ...(signal ? [signal] : []));
        void process.exited.then(() => impatience.abort());
        while (!limit.aborted) {
            await process.qmp.execute('system_powerdown').catch(() => undefined);
            await (0,external_node_timers_promises_.setTimeout)(2000, undefined, { signal: limit }).catch(() => undefined);
        }
        await process.kill();
    }
    async reboot() {
        await this.process?.qmp.execute('system_reset');
        this.boots++;
    }
    async kill() {
        this.ordered = true;
        await this.process?.kill();
    }
    async openPorts(rules) {
        await this.ports.set(rules);
    }
    get boot() {
        return this.process && this.boots;
    }
    async connect(port) {
        const { process } = this;
        if (!process)
            throw new Error('the machine is off');
        const local = await freePort();
        const forward = { protocol: 'tcp', address: '127.0.0.1', port: local, guestPort: port };
        const refused = await addForward(process.qmp, network, forward);
        if (refused)
            throw new Error(refused);
        try {
            return await connectTcp(local);
        }
        finally {
            await removeForward(process.qmp, network, forward).catch(() => undefined);
        }
    }
    console() {
        return tail(consoleFile(this.spec), consoleBytes);
    }
    onExit(listener) {
        this.listeners.push(listener);
    }
    ended(process) {
        if (this.process !== process)
            return;
        this.process = undefined;
        for (const disk of this.spec.disks)
            this.disks.attached.delete((0,external_node_path_.resolve)(disk.path));
        void this.ports.attach(undefined);
        if (!this.ordered)
            for (const listener of this.listeners)
                listener();
    }
}
function freePort() {
    return new Promise((done, fail) => {
        const server = (0,external_node_net_.createServer)().once('error', fail);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => done(typeof address === 'object' && address ? address.port : 0));
        });
    });
}
function connectTcp(port) {
    return new Promise((done, fail) => {
        const socket = (0,external_node_net_.connect)(port, '127.0.0.1').once('error', fail);
        socket.once('connect', () => done(socket));
    });
}
async function isUngrown(disk) {
    if (disk === undefined)
        return false;
    const own = await diskInfo(disk);
    return own.backingFile !== undefined && (await diskInfo(own.backingFile)).virtualSize === own.virtualSize;
}
async function tail(path, bytes) {
    const file = await (0,promises_.open)(path, 'r').catch(() => undefined);
    if (!file)
        return '';
    try {
        const { size } = await file.stat();
        const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, bytes)), 0, Math.min(size, bytes), Math.max(0, size - bytes));
        const text = buffer.subarray(0, bytesRead);
        const start = size > bytes ? text.findIndex(byte => (byte & 0xc0) !== 0x80) : 0;
        return text.subarray(Math.max(0, start)).toString('utf8');
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/sandbox/machines/qemu-kind.js









function qemuKind(options) {
    const disks = new QemuDisks();
    let accelerator = options.accelerator;
    return {
        name: 'qemu',
        disks,
        async prepare(report, signal) {
            const missing = await (0,machines_packages/* missingPackages */.K$)();
            if (missing.length > 0)
                throw new Error(`virtual machines need programs that are missing here. Run: ${(0,machines_packages/* installCommand */.Je)(missing)}`);
            await (0,promises_.mkdir)(options.cacheFolder, { recursive: true });
            accelerator ??= await findAccelerator(options.cacheFolder, report);
            return baseImages(options, report, signal);
        },
        machine(spec, report) {
            return new QemuMachine(spec, accelerator ?? 'tcg', disks, report);
        },
    };
}
async function findAccelerator(cacheFolder, report) {
    const { name, reason } = await probeAccelerator({ cacheFolder });
    report(name === 'kvm' ? 'machines run with KVM' : `machines are emulated, which is slower than KVM: ${reason}`);
    return name;
}
async function baseImages(options, report, signal) {
    const store = new ImageStore((0,external_node_path_.join)(options.cacheFolder, 'base-images'));
    await store.sweep();
    const wanted = options.image ? await givenImage(options.image, store, report, signal) : await debianImage(store, report, signal);
    return [wanted, ...(await store.list()).filter(image => image.disk !== wanted.disk)];
}


/***/ }),

/***/ 67628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ documentsOf)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

function documentsOf(userData) {
    if (!userData || userData.length === 0)
        return [];
    const bytes = Buffer.from(userData);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
        return unpacked(bytes);
    const text = bytes.toString('latin1');
    return /^(?:[\w-]+: |content-type:)/i.test(text) && /^content-type:\s*multipart\//im.test(headOf(text))
        ? partsOf(text)
        : [bytes.toString('utf8')];
}
function unpacked(bytes) {
    try {
        return documentsOf((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes));
    }
    catch {
        return [];
    }
}
const headOf = (text) => /^[\s\S]*?(?:\r?\n\r?\n|$)/.exec(text)?.[0] ?? '';
function partsOf(message) {
    const head = headOf(message);
    const boundary = /boundary="?([^"\s;]+)"?/i.exec(head)?.[1];
    if (boundary === undefined)
        return [];
    const pieces = `\n${message.slice(head.length)}`.split(`\n--${boundary}`);
    const last = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'));
    return pieces
        .slice(1, last < 0 ? undefined : last)
        .flatMap(piece => partOf(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')));
}
function partOf(part) {
    const head = part.startsWith('\n') || part.startsWith('\r\n') ? '' : headOf(part);
    const content = part.slice(head.length);
    if (/^content-type:\s*multipart\//im.test(head))
        return partsOf(part);
    const isBase64 = /^content-transfer-encoding:\s*base64/im.test(head);
    return documentsOf(Buffer.from(content, isBase64 ? 'base64' : 'latin1'));
}


/***/ })

};
;