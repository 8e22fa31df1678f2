"use strict";exports.id=9586;exports.ids=[9586];exports.modules={68145:(e,t,n)=>{n.d(t,{Y:()=>syncFolder,v:()=>writeAtomically});var o=n(77598);var r=n.n(o);var s=n(51455);var i=n.n(s);var a=n(76760);var c=n.n(a);async function writeAtomically(e,t,n=420){const r=(0,a.dirname)(e);await (0,s.mkdir)(r,{recursive:true});const i=(0,a.join)(r,`.${(0,a.basename)(e)}.${(0,o.randomBytes)(4).toString("hex")}`);try{const o=await (0,s.open)(i,"wx",n);try{await o.writeFile(t);await o.sync()}finally{await o.close()}await (0,s.rename)(i,e)}catch(e){await (0,s.rm)(i,{force:true});throw e}await syncFolder(r)}async function syncFolder(e){const t=await (0,s.open)(e,"r");try{await t.sync()}catch{}finally{await t.close()}}},44374:(e,t,n)=>{n.d(t,{E3:()=>openedPorts,EW:()=>isWide,ls:()=>portKey,uo:()=>privilegeAdvice});var o=n(27944);var r=n.n(o);const s=128;const i=[...[21,22,25,53,80,110,123,143,389,443,445,465,514,587,636,993,995,1433,1521,1883,2181,2375,2376,2379,2380],...[3306,3389,4222,4646,5432,5601,5671,5672,5900,5985,5986,6379,6443,7946,8200,8300,8301,8302,8500,8600,9042],...[9200,9300,10250,11211,15672,27017],...[3e3,4e3,5e3,7e3,8e3,8080,8443,8888,9e3,9090,9100,9443].flatMap(e=>e%1e3===0?decade(e):[e])];function decade(e){return Array.from({length:11},(t,n)=>e+n)}const a=o.IPv4.parse("127.0.0.1");function openedPorts(e){const t=new Map;for(const n of e.filter(admitsCaller)){for(const e of n.protocol==="-1"?["tcp","udp"]:[n.protocol]){if(e==="icmp")continue;for(const o of numbers(n))t.set(portKey({protocol:e,number:o}),{protocol:e,number:o})}}return[...t.values()].sort((e,t)=>e.protocol.localeCompare(t.protocol)||e.number-t.number)}const portKey=e=>`${e.protocol}:${e.number}`;const isWide=e=>lastPort(e)-firstPort(e)>=s;function numbers(e){const[t,n]=[firstPort(e),lastPort(e)];if(isWide(e))return i.filter(e=>e>=t&&e<=n);return Array.from({length:Math.max(0,n-t+1)},(e,n)=>t+n)}const firstPort=e=>e.protocol==="-1"?1:Math.max(1,e.fromPort);const lastPort=e=>e.protocol==="-1"||e.toPort<0?65535:Math.min(65535,e.toPort);function admitsCaller(e){try{return a.match((0,o.parseCIDR)(e.cidr))}catch{return false}}function privilegeAdvice(e,t){if(e.length===0)return undefined;const n=Math.min(...e.map(e=>e.number));const o=e.map(e=>e.number).join(", ");return`port ${o} of ${t} could not be opened: only root may listen below net.ipv4.ip_unprivileged_port_start. To allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start=${n}`}},79586:(e,t,n)=>{n.r(t);n.d(t,{qemuKind:()=>qemuKind});var o=n(51455);var r=n(76760);var s=n(31421);var i=n(73024);var a=n(48161);var c=n(68145);var d=n(29760);const u=244;const l=[...[186,248,3],...[176,75],238,...[186,u,0],238,244,...[235,253]];function probeSector(){const e=new Uint8Array(512);e.set(l);e.set([85,170],510);return e};async function probeAccelerator(e={}){const{cacheFolder:t,device:n="/dev/kvm",limitMilliseconds:s=5e3}=e;const i=t&&(0,r.join)(t,"accelerator.json");const a=await deviceAccess(n);const d=JSON.stringify([await (0,o.readFile)("/proc/sys/kernel/random/boot_id","utf8").catch(()=>""),n,a]);const u=i&&await remembered(i,d);if(u)return u;const l=a!=="usable"?{name:"tcg",reason:a}:await tryGuest("kvm",s);if(i)await (0,c.v)(i,JSON.stringify({place:d,accelerator:l})).catch(()=>undefined);return l}async function deviceAccess(e){return(0,o.access)(e,i.constants.R_OK|i.constants.W_OK).then(()=>"usable",t=>t.code==="ENOENT"?`there is no ${e}`:`${e} may not be opened by this user (${t.code}); is the user in the group kvm?`)}async function remembered(e,t){try{const n=JSON.parse(await (0,o.readFile)(e,"utf8"));return n.place===t?n.accelerator:undefined}catch{return undefined}}async function tryGuest(e,t){const n=await (0,o.mkdtemp)((0,r.join)((0,a.tmpdir)(),"ingot-probe-"));try{const s=(0,r.join)(n,"disk");await (0,o.writeFile)(s,probeSector());await (0,o.truncate)(s,1024*1024);const i=await firstOutput(probeArguments(e,s),t);if(i.output.includes("K"))return{name:e};return{name:"tcg",reason:i.reason}}catch(e){return{name:"tcg",reason:e.message}}finally{await (0,o.rm)(n,{recursive:true,force:true})}}const probeArguments=(e,t)=>[...["-nodefaults","-no-user-config","-display","none",...processor(e),"-m","64"],...["-drive",`file=${t},format=raw,if=ide,readonly=off,snapshot=on`],...["-device",`isa-debug-exit,iobase=${u},iosize=1`,"-serial","stdio","-monitor","none","-no-reboot"]];function processor(e){const t=["-machine","q35"];if(e==="kvm")return[...t,"-accel","kvm","-cpu","host"];return[...t,"-accel","tcg,thread=multi,tb-size=512","-cpu","qemu64,+ssse3,+sse4.1,+sse4.2,+popcnt"]}function firstOutput(e,t){const n=(0,s.spawn)("qemu-system-x86_64",e,{env:{...process.env,PATH:(0,d.oe)()},stdio:["ignore","pipe","pipe"]});const o={output:"",error:""};return new Promise((e,r)=>{let s=false;const i=setTimeout(()=>{s=true;n.kill("SIGKILL")},t);const end=()=>{clearTimeout(i);n.kill("SIGKILL")};n.stdout.on("data",e=>{o.output+=String(e);if(o.output.includes("K"))end()});n.stderr.on("data",e=>o.error+=String(e));n.on("error",e=>{clearTimeout(i);r(e)});n.on("close",()=>{clearTimeout(i);const n=o.error.trim().split("\n").at(-1)||"qemu ended without a word";e({output:o.output,reason:s?`a guest said nothing within ${t/1e3} s`:n})})})}var f=n(77598);const m="/usr/lib/grub/i386-pc";const h=0x1d09eb1a;const p=`PARTUUID=${h.toString(16)}-01`;const w=2048;const g=512;const y=`serial --unit=0 --speed=115200
terminal_input serial console
terminal_output serial console
set timeout=0
search --no-floppy --label root --set=root
smbios --type 1 --get-string 4 --set vendor
linux /vmlinuz root=${p} rootfstype=ext4 ro console=tty0 console=ttyS0,115200 consoleblank=0 nvme_core.io_timeout=4294967295
if [ "$vendor" != "Amazon EC2" ]; then
  initrd /initrd.img
fi
boot
`;const b="search.fs_label root root\nset prefix=($root)/boot/grub\n";const v="biosdisk part_msdos ext2 search search_label configfile normal linux test serial terminal smbios echo reboot";async function bootSectors(e,t,n){const s=await n("early.cfg",b);const i=(0,r.join)(e,"core.img");await (0,d.eF)("grub-mkimage",["-O","i386-pc","-o",i,"-c",s,"-p","/boot/grub",...v.split(" ")]);const a=await (0,o.readFile)(i);const c=Buffer.alloc(g*(1+Math.ceil(a.length/g)));if(c.length>w*g)throw new Error("the GRUB core image does not fit before the first partition");c.set((await (0,o.readFile)((0,r.join)(m,"boot.img"))).subarray(0,440));c.writeUInt32LE(h,440);c.set(partitionEntry(t),446);c.writeUInt16BE(21930,510);c.set(a,g);return c}function partitionEntry(e){const t=Buffer.from([128,254,255,255,131,254,255,255,0,0,0,0,0,0,0,0]);t.writeUInt32LE(w,8);t.writeUInt32LE(e/g-w,12);return t};const k=`# As in Debian's cloud images: the first user is admin, hosts and hostname follow the metadata.
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
`;const $="/usr/local/lib/cloud-init-stages/main.py";const x="/usr/local/lib/cloud-init-stages/stage";const E=`#!/usr/bin/python3
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
`;const _=`#!/bin/sh
stage=$1
shift
folder=/run/cloud-init-stages
if [ -p $folder/$stage.ask ] && read -r pid < $folder/pid && kill -0 "$pid" 2>/dev/null; then
  echo go > $folder/$stage.ask
  read -r status < $folder/$stage.answer
  exit "$status"
fi
exec /usr/bin/cloud-init "$@"
`;const dropIn=(e,t)=>({path:`/etc/systemd/system/${e}.service.d/10-single-process.conf`,content:`[Service]
ExecStart=
${t}`});const stage=(e,t,n)=>dropIn(e,`ExecStart=${x} ${t} ${n}
`);const S=[{path:$,content:E,mode:493},{path:x,content:_,mode:493},dropIn("cloud-init-local",`Type=notify
ExecStart=/usr/bin/python3 ${$}
KillMode=process
TasksMax=infinity
`),stage("cloud-init","network","init"),stage("cloud-config","config","modules --mode=config"),stage("cloud-final","final","modules --mode=final")];const I=[{path:"/boot/grub/grub.cfg",content:y},{path:"/etc/cloud/cloud.cfg.d/01_debian_cloud.cfg",content:k},{path:"/etc/default/locale",content:"LANG=C.UTF-8\n"},{path:"/etc/fstab",content:"LABEL=root / ext4 rw,discard,errors=remount-ro 0 1\n"},{path:"/etc/hostname",content:"debian\n"},{path:"/etc/hosts",content:"127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\nff02::1 ip6-allnodes\nff02::2 ip6-allrouters\n"},{path:"/etc/machine-id",content:"",mode:292},{path:"/etc/apt/sources.list",content:""},{path:"/etc/apt/sources.list.d/debian.sources",content:aptSources()},{path:"/etc/systemd/network/20-wired.network",content:"[Match]\nType=ether\n\n[Network]\nDHCP=yes\nIPv6AcceptRA=yes\n"},...S];function aptSources(){const section=(e,t)=>`Types: deb
URIs: ${e}
Suites: ${t}
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;return[section("http://deb.debian.org/debian","bookworm bookworm-updates bookworm-backports"),section("http://deb.debian.org/debian-security","bookworm-security")].join("\n")}const A=[...["apt-daily.timer","apt-daily-upgrade.timer","dpkg-db-backup.timer","e2scrub_all.timer","fstrim.timer"],...["e2scrub_reap.service","systemd-pstore.service","getty@tty1.service","cloud-init-hotplugd.socket","remote-fs.target"]];const O=["systemd-networkd.service","systemd-resolved.service","ssh.service"];const D=[...["sys-kernel-config.mount","sys-kernel-debug.mount","sys-kernel-tracing.mount","sys-fs-fuse-connections.mount"],...["proc-sys-fs-binfmt_misc.automount","systemd-binfmt.service","systemd-pcrphase.service","systemd-pcrphase-sysinit.service"],...["systemd-firstboot.service","systemd-repart.service","systemd-ask-password-console.path","systemd-ask-password-wall.path"]];const F=`[defaults]
	base_features = sparse_super,large_file,filetype,resize_inode,dir_index,ext_attr
	default_mntopts = acl,user_xattr
	blocksize = 4096
	inode_size = 256
	inode_ratio = 16384
[fs_types]
	ext4 = {
		features = has_journal,extent,huge_file,flex_bg,metadata_csum,64bit,dir_nlink,extra_isize
	}
`;const j={files:"files",root:"root",bootSectors:"boot.bin",mke2fs:"mke2fs.conf",disk:"disk.qcow2"};const hookScript=e=>`set -eu
root=$1
x=$INGOT_EXCHANGE
cp -r --preserve=mode --no-preserve=ownership "$x/${j.files}/." "$root/"
chroot "$root" systemctl --quiet enable ${O.join(" ")}
chroot "$root" systemctl --quiet disable ${A.join(" ")}
chroot "$root" systemctl --quiet mask ${D.join(" ")}
ln -sf ../run/systemd/resolve/stub-resolv.conf "$root/etc/resolv.conf"
rm -f "$root"/etc/ssh/ssh_host_* "$root"/var/lib/dbus/machine-id "$root"/var/lib/systemd/random-seed
rm -f "$root"/etc/apt/apt.conf.d/99mmdebstrap "$root"/etc/dpkg/dpkg.cfg.d/99mmdebstrap
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/var/cache/ldconfig/aux-cache "$root"/tmp/* "$root"/run/*
find "$root/var/log" -type f -delete
echo "disk: writing the file system"
export MKE2FS_CONFIG="$x/${j.mke2fs}"
truncate -s ${e} "$x/disk.raw"
tree=$root
bare=
if [ "$MMDEBSTRAP_MODE" = root ] || [ "$MMDEBSTRAP_MODE" = unshare ]; then
  tree=$x/${j.root}
  bare='mount --bind "$1" "$2" &&'
  set -- unshare --mount
else
  set --
fi
options=offset=${w*512},root_owner=0:0,lazy_itable_init=0
"$@" sh -euc "$bare"' exec mke2fs -q -F -t ext4 -L root -d "$2" -E "$3" "$4" "$5"' sh \
  "$root" "$tree" "$options" "$x/disk.raw" ${(e-w*512)/1024}k
dd if="$x/${j.bootSectors}" of="$x/disk.raw" conv=notrunc status=none
echo "disk: packing"
qemu-img convert -W -T none -t unsafe -f raw -O qcow2 "$x/disk.raw" "$x/${j.disk}"
chmod 0644 "$x/${j.disk}"
rm "$x/disk.raw"
`;var q=n(37714);const B=8;const M=[...["linux-image-cloud-amd64","systemd-sysv","systemd-resolved","dbus","udev","netbase","iproute2","iputils-ping"],...["openssh-server","cloud-init","cloud-guest-utils","sudo","ca-certificates","curl","gnupg","locales"],...["fdisk","less","procps","rsync","vim-tiny","xz-utils"]];async function buildDisk(e,t,n){const s=await (0,o.mkdtemp)((0,r.join)((0,a.tmpdir)(),"ingot-base-image-"));try{await (0,o.chmod)(s,1023);await prepare(s);await install(s,t,n);n.throwIfAborted();await (0,o.copyFile)((0,r.join)(s,j.disk),e)}finally{await (0,o.rm)(s,{recursive:true,force:true})}}async function prepare(e){const write=async(t,n,s=420)=>{const i=(0,r.join)(e,t);await (0,o.mkdir)((0,r.dirname)(i),{recursive:true,mode:493});await (0,o.writeFile)(i,n);await (0,o.chmod)(i,s);return i};await (0,o.mkdir)((0,r.join)(e,j.root));await write(j.mke2fs,F);for(const{path:e,content:t,mode:n}of I)await write((0,r.join)(j.files,e),t,n);await write(j.bootSectors,await bootSectors(e,B*2**30,write))}async function install(e,t,n){const o=['Acquire::Languages "none"','APT::Install-Recommends "false"',...await (0,q.G6)()];const r=[...["--mode=auto","--variant=apt","--format=null",`--include=${M.join(",")}`,`--keyring=${q.AC}`],...o.map(e=>`--aptopt=${e}`),...["--dpkgopt=force-unsafe-io","--skip=cleanup/apt,cleanup/reproducible"],`--customize-hook=${hookScript(B*2**30)}`,...[q.rs,"-",...await (0,q.wq)(process.env)]];const s={INGOT_EXCHANGE:e,TMPDIR:(0,a.tmpdir)()};await (0,d.eF)("setpriv",["--pdeathsig","TERM","mmdebstrap",...r],{signal:n,environment:s,onLine:e=>say(e,t)})}function say(e,t){const n=/^(?:I|disk): (running apt-get update|downloading packages|extracting archives|installing [a-z ]+|writing [a-z ]+|packing)/.exec(e);if(n)t(`base image: ${n[1]}`)};const L="136693071363";const T=(0,f.createHash)("sha256").update(JSON.stringify([M,I,F,hookScript(B*2**30)])).digest("hex").slice(0,12);async function debianImage(e,t,n){const o=(await e.list()).find(e=>e.recipe===T);if(o)return o;t("base image: Debian 12 is made now, once; this takes a minute or two");const s=await e.add(async e=>{await buildDisk((0,r.join)(e,"disk.qcow2"),t,n);return{...identity(new Date),recipe:T}});t(`base image: ${s.name} is kept in ${s.disk}`);return s}function identity(e){const[t,n]=e.toISOString().split("T");const o=`debian-12-amd64-${t.replaceAll("-","")}-${n.slice(0,5).replace(":","")}`;return{name:o,ownerId:L,description:`Debian 12 (${t.replaceAll("-","")})`,architecture:"x86_64",rootDeviceName:"/dev/xvda",sizeGiB:B,creationDate:e.toISOString()}}var N=n(57075);var P=n(46466);async function createDisk(e,t,n){const o=n?["-b",n.path,"-F",n.format]:[];await (0,d.eF)("qemu-img",["create","-q","-f","qcow2","-o","cluster_size=64k,lazy_refcounts=on",...o,e,String(t)])}async function diskInfo(e){const t=JSON.parse(await (0,d.eF)("qemu-img",["info","--force-share","--output=json",e]));const n=t["full-backing-filename"]??t["backing-filename"];return{format:String(t.format),virtualSize:Number(t["virtual-size"]),...typeof n==="string"&&{backingFile:n}}}async function convertDisk(e,t,n){const r=`${t}.partial`;const s=["-W","-T","none","-t","unsafe",...n.compress?["-c"]:[],...n.onProgress?["-p"]:[]];const i=n.from?["-f",n.from]:[];try{await (0,d.eF)("qemu-img",["convert","--force-share",...s,...i,"-O",n.to,e,r],{signal:n.signal,onLine:e=>{const t=/\(([\d.]+)\/100%\)/.exec(e)?.[1];if(t!==undefined)n.onProgress?.(Number(t))}});n.signal?.throwIfAborted();await (0,o.rename)(r,t)}catch(e){await (0,o.rm)(r,{force:true});throw e}};async function givenImage(e,t,n,s){const{algorithm:i,digest:a}=parseChecksum(e.checksum);const c=a.slice(0,12);const d=e.name??nameOf(e.source);const u=e.ownerId??L;const l=(await t.list()).filter(e=>e.recipe===c);const f=l.find(e=>e.name===d);if(f)return{...f,ownerId:u};const[m]=l;if(m)return t.add(e=>renamed(m,t.disk(e),{name:d,ownerId:u,recipe:c}));return t.add(async l=>{const f=(0,r.join)(l,"given");const m=await fetchInto(e.source,f,i,n,s);if(m!==a){throw new Error(`${e.source} has ${i} ${m}, not ${a} as its checksum says: another version, or spoiled on its way`)}n("base image: unpacking");await convertDisk(f,t.disk(l),{to:"qcow2",signal:s});const{virtualSize:h}=await diskInfo(t.disk(l));await (0,o.rm)(f);return{name:d,ownerId:u,description:`From ${e.source}`,architecture:"x86_64",rootDeviceName:"/dev/xvda",sizeGiB:Math.ceil(h/2**30),creationDate:new Date().toISOString(),recipe:c}})}const nameOf=e=>(0,r.basename)(new URL(e,"file:///").pathname).replace(/\.(?:qcow2|raw|img|vmdk|vhd)$/,"");async function renamed({disk:e,...t},n,r){await (0,o.link)(e,n);return{...t,...r}}function parseChecksum(e){const t=/^(sha256|sha512)[:=]([0-9a-f]+)$/i.exec(e.trim());const n=t?.[1]?.toLowerCase();const o=t?.[2]?.toLowerCase()??"";if(n==="sha256"&&o.length===64)return{algorithm:n,digest:o};if(n==="sha512"&&o.length===128)return{algorithm:n,digest:o};throw new Error(`"${e}" is not a checksum. Write sha256: or sha512: and its digits, as the image's publisher lists them.`)}async function fetchInto(e,t,n,o,r){const{stream:s,size:a}=/^https?:\/\//.test(e)?await download(e,r):await local(e);const c=(0,f.createHash)(n);let d=0;let u=Date.now();const l=new N.Transform({transform(e,t,n){c.update(e);d+=e.length;if(Date.now()-u>3e3){u=Date.now();o(`base image: ${mebibytes(d)}${a?` of ${mebibytes(a)}`:""} fetched`)}n(undefined,e)}});await (0,P.pipeline)(s,l,(0,i.createWriteStream)(t),{signal:r});return c.digest("hex")}async function download(e,t){const n=await fetch(e,{signal:t}).catch(n=>{t.throwIfAborted();throw new Error(`${e} cannot be fetched: ${n.cause?.message??n.message}`)});if(!n.ok||!n.body)throw new Error(`${e} cannot be fetched: the server answers ${n.status} ${n.statusText}`);return{stream:N.Readable.fromWeb(n.body),size:Number(n.headers.get("content-length"))||undefined}}async function local(e){const{size:t}=await (0,o.stat)(e).catch(t=>{throw new Error(`${e} cannot be read: ${t.message}`)});return{stream:(0,i.createReadStream)(e),size:t}}const mebibytes=e=>`${Math.round(e/2**20)} MiB`;var C=n(78569);const R="image.json";const U="making-";let ImageStore=class ImageStore{constructor(e){this.folder=e;this.disk=e=>(0,r.join)(e,"disk.qcow2")}async list(){const e=await (0,o.readdir)(this.folder).catch(()=>[]);const t=await Promise.all(e.filter(e=>!e.startsWith(U)).map(e=>this.read((0,r.join)(this.folder,e))));return t.flat().sort((e,t)=>t.creationDate.localeCompare(e.creationDate))}async read(e){try{const t=JSON.parse(await (0,o.readFile)((0,r.join)(e,R),"utf8"));await (0,o.stat)(this.disk(e));return[{...t,disk:this.disk(e)}]}catch{return[]}}async add(e){await (0,o.mkdir)(this.folder,{recursive:true});await this.sweep();const t=(0,r.join)(this.folder,`${U}${(0,f.randomBytes)(4).toString("hex")}`);await (0,o.mkdir)(t);try{await (0,o.writeFile)((0,r.join)(t,"maker.json"),JSON.stringify((0,C.DK)()));const n=await e(t);await (0,o.writeFile)((0,r.join)(t,R),`${JSON.stringify(n,undefined,2)}
`);await (0,o.rm)((0,r.join)(t,"maker.json"));const s=(0,r.join)(this.folder,`${n.name}-${n.recipe}`);await (0,o.rename)(t,s);return{...n,disk:this.disk(s)}}finally{await (0,o.rm)(t,{recursive:true,force:true})}}async sweep(){for(const e of(await (0,o.readdir)(this.folder).catch(()=>[]))){const t=(0,r.join)(this.folder,e);if(e.startsWith(U)&&!await inTheMaking(t))await (0,o.rm)(t,{recursive:true,force:true})}}};async function inTheMaking(e){try{return(0,C.L4)(JSON.parse(await (0,o.readFile)((0,r.join)(e,"maker.json"),"utf8")))!=="dead"}catch{const{mtimeMs:t}=await (0,o.stat)(e).catch(()=>({mtimeMs:0}));return Date.now()-t<6e4}}var K=n(89681);async function backupRunning(e,t,n,r,s){const i=`${r}.partial`;const a=`backup-${t}`;s.throwIfAborted();const c=jobEnd(e,a);const cancel=()=>void e.execute("block-job-cancel",{device:a,force:true}).catch(()=>undefined);try{await createDisk(i,n);await e.execute("blockdev-add",{driver:"qcow2","node-name":a,file:{driver:"file",filename:i}});try{await e.execute("blockdev-backup",{"job-id":a,device:t,target:a,sync:"full"});s.addEventListener("abort",cancel,{once:true});if(s.aborted)cancel();await c.promise}finally{await e.execute("blockdev-del",{"node-name":a}).catch(()=>undefined)}s.throwIfAborted();await (0,o.rename)(i,r)}catch(e){await (0,o.rm)(i,{force:true});s.throwIfAborted();throw e}finally{s.removeEventListener("abort",cancel);c.forget()}}function jobEnd(e,t){let forget=()=>{};const n=new Promise((n,o)=>{forget=e.onEvent(({event:e,data:r})=>{if(r?.device!==t)return;if(e==="BLOCK_JOB_COMPLETED")r.error===undefined?n():o(new Error(`the disk could not be copied: ${r.error}`));if(e==="BLOCK_JOB_CANCELLED")o(new Error("the copy was given up"))},()=>o(new Error("the machine ended while its disk was copied")))});n.catch(()=>undefined);return{promise:n,forget}};async function backingFile(e){const t=await (0,o.open)(e,"r").catch(()=>undefined);if(!t)return undefined;try{const e=Buffer.alloc(20);const{bytesRead:n}=await t.read(e,0,e.length,0);if(n<e.length||e.readUInt32BE(0)!==0x514649fb)return undefined;const o=Number(e.readBigUInt64BE(8));const r=e.readUInt32BE(16);if(o===0||r===0||r>1023)return undefined;const s=Buffer.alloc(r);await t.read(s,0,r,o);return s.toString()}finally{await t.close()}};const z=2**30;let QemuDisks=class QemuDisks{constructor(){this.attached=new Map}async clone(e,t,n){const o=n*z;if(e===undefined)return createDisk(t,o);const{format:s,virtualSize:i}=await diskInfo(e);await createDisk(t,Math.max(o,i),{path:(0,r.resolve)(e),format:s})}async capture(e,t,n){const o=this.attached.get((0,r.resolve)(e));if(!o)return convertDisk(e,t,{to:"qcow2",signal:n});const{virtualSize:s}=await diskInfo(e);await backupRunning(o.qmp,o.drive,s,t,n)}async inUse(e){const t=(0,r.resolve)(e);for(const e of(await neighbours((0,r.dirname)(t)))){for(const n of(await (0,o.readdir)(e,{withFileTypes:true}).catch(()=>[]))){const o=(0,r.join)(e,n.name);if(n.isFile()&&o!==t&&await backingFile(o)===t)return true}}return false}async remove(e){await (0,o.rm)(e,{force:true});await (0,o.rm)(`${e}.partial`,{force:true})}};async function neighbours(e){const t=(0,r.dirname)(e);const n=await (0,o.readdir)(t,{withFileTypes:true}).catch(()=>[]);return n.filter(e=>e.isDirectory()).map(e=>(0,r.join)(t,e.name))}var G=n(77030);var W=n(58500);var J=n(72857);async function addForward(e,t,n){const{protocol:o,address:r,port:s,guestPort:i=s}=n;const a=await e.human(`hostfwd_add ${t} ${o}:${r}:${s}-:${i}`);return a===""?undefined:a}async function removeForward(e,t,{protocol:n,address:o,port:r}){await e.human(`hostfwd_remove ${t} ${n}:${o}:${r}`)}var H=n(78474);let Qmp=class Qmp{constructor(e){this.socket=e;this.events=new H.EventEmitter;this.waiting=new Map;this.next=1;this.text="";e.setEncoding("utf8");e.on("data",e=>this.receive(e));e.on("error",()=>undefined);e.on("close",()=>this.end())}static async connect(e){const t=(0,G.createConnection)(e);await new Promise((e,n)=>t.once("connect",e).once("error",n));const n=new Qmp(t);await n.execute("qmp_capabilities");return n}execute(e,t){const n=this.next++;return new Promise((o,r)=>{if(this.socket.destroyed)return r(new Error(`${e}: qemu has ended`));this.waiting.set(n,{command:e,resolve:o,reject:r});this.socket.write(`${JSON.stringify({execute:e,...t&&{arguments:t},id:n})}
`)})}async human(e){return String(await this.execute("human-monitor-command",{"command-line":e})).trim()}onEvent(e,t=()=>undefined){this.events.on("event",e).on("end",t);return()=>void this.events.off("event",e).off("end",t)}close(){this.socket.destroy()}receive(e){const t=(this.text+e).split("\n");this.text=t.pop()??"";for(const e of t)if(e.trim())this.take(JSON.parse(e))}take(e){if(e.event!==undefined)this.events.emit("event",e);const t=e.id===undefined?undefined:this.waiting.get(e.id);if(!t||e.id===undefined)return;this.waiting.delete(e.id);if(e.error)t.reject(new Error(`${t.command}: ${e.error.desc}`));else t.resolve(e.return)}end(){for(const{command:e,reject:t}of this.waiting.values())t(new Error(`${e}: qemu has ended`));this.waiting.clear();this.events.emit("end")}};async function startQemu(e){const{folder:t,args:n,program:s="qemu-system-x86_64",limitMilliseconds:i=2e4}=e;await (0,o.mkdir)(t,{recursive:true});const a=(0,r.join)(t,"qmp");await (0,o.rm)(a,{force:true});const c=["-chardev",`socket,id=qmp,path=${escaped(a)},server=on,wait=off`,"-mon","chardev=qmp,mode=control"];const d=await spawnBound(s,[...n,...c]);const u=ending(d);const kill=async()=>{d.kill("SIGKILL");await u};try{const e=await connect(a,u,i);void u.then(()=>e.close());return{pid:d.pid,qmp:e,exited:u,kill}}catch(e){await kill();throw e}finally{await (0,o.rm)(a,{force:true})}}const escaped=e=>e.replaceAll(",",",,");async function spawnBound(e,t){const n=await (0,d.Kp)("setpriv");const o=n?[n,"--pdeathsig","KILL",e]:[e];const r=(0,s.spawn)(o[0],[...o.slice(1),...t],{env:{...process.env,PATH:(0,d.oe)()},detached:true,stdio:["ignore","ignore","pipe"]});return r}function ending(e){let t="";e.stderr?.setEncoding("utf8").on("data",e=>{t=(t+e).slice(-4096)});return new Promise(n=>{e.on("error",e=>n({code:null,signal:null,error:e.message}));e.on("close",(e,o)=>n({code:e,signal:o,error:t.trim()}))})}async function connect(e,t,n){let o;void t.then(e=>o=e);const r=Date.now()+n;for(let t=5;;t=Math.min(t*2,200)){const s=await Qmp.connect(e).catch(()=>undefined);if(s)return s;if(o)throw new Error(`qemu did not start: ${o.error||`it ended with ${o.signal??`status ${o.code}`}`}`);if(Date.now()>r)throw new Error(`qemu did not answer on its control socket within ${n/1e3} s`);await (0,W.setTimeout)(t)}}var Q=n(44374);const X="net0";function qemuArguments(e,{accelerator:t,console:n,seed:o}){return[...["-name",`ingot-sandbox-${e.id}`,"-nodefaults","-no-user-config","-display","none","-vga","none"],...[...processor(t),"-smp",String(e.cpus),"-m",String(e.memoryMiB)],...["-smbios",smbios(e)],...e.disks.flatMap((t,n)=>drive(`disk${n}`,t.path,"qcow2",`vol${n}-${e.id}`,n===0)),...seedDrive(o),...["-netdev",Y,"-device",`virtio-net-pci,netdev=${X},mac=${macAddress(e.id)},romfile=`],...["-device","virtio-rng-pci","-chardev",`file,id=console,path=${escaped(n)},append=on`,"-serial","chardev:console"]]}function smbios(e){const t=escaped(e.metadata.instanceType);return`type=1,manufacturer=Amazon EC2,product=${t},serial=${uuid(e.id)},uuid=${uuid(e.id)}`}function uuid(e){const t=(0,f.createHash)("sha256").update(e).digest("hex");return[`ec2${t.slice(0,5)}`,t.slice(5,9),`4${t.slice(9,12)}`,`a${t.slice(12,15)}`,t.slice(15,27)].join("-")}function drive(e,t,n,o,r){const s=`nvme,drive=${e},serial=${escaped(o)}${r?",bootindex=0":""}`;return["-drive",`id=${e},if=none,format=${n},file=${escaped(t)},cache=unsafe,discard=unmap`,"-device",s]}const seedDrive=e=>[...["-drive",`id=seed,if=none,format=raw,readonly=on,file=${escaped(e)}`,"-device","nvme,drive=seed,serial=seed"]];const Y=`user,id=${X},net=172.31.0.0/16,dhcpstart=172.31.0.15`;function macAddress(e){const t=(0,f.createHash)("sha256").update(e).digest();return["02",...[...t.subarray(0,5)].map(e=>e.toString(16).padStart(2,"0"))].join(":")}const consoleFile=e=>(0,r.join)(e.folder,"console.log");const seedFile=e=>(0,r.join)(e.folder,"seed.iso");let PortKeeper=class PortKeeper{constructor(e,t){this.address=e;this.report=t;this.wanted=new Map;this.open=new Map;this.turn=Promise.resolve();this.said=new Set}set(e){this.wanted=new Map((0,Q.E3)(e).map(e=>[(0,Q.ls)(e),e]));if(e.some(Q.EW))this.once(`${this.address}: a rule for very many ports opens the usual ones of servers; name others in a rule of their own`);return this.update()}attach(e){this.qmp=e;this.open.clear();return this.update()}update(){this.turn=this.turn.then(()=>this.adapt());return this.turn}async adapt(){const{qmp:e}=this;if(!e)return;for(const[t,n]of this.open){if(this.wanted.has(t))continue;await removeForward(e,X,this.forward(n)).catch(()=>undefined);this.open.delete(t)}const t=[];for(const[n,o]of this.wanted){if(this.open.has(n))continue;const r=await addForward(e,X,this.forward(o)).catch(()=>undefined);if(r===undefined)this.open.set(n,o);else t.push(o)}if(this.qmp===e)this.explain(t)}explain(e){const t=e.filter(e=>e.number<1024);const n=(0,Q.uo)(t,this.address);if(n)this.once(n);for(const t of e.filter(e=>e.number>=1024))this.once(`port ${t.number} of ${this.address} could not be opened: another program listens there`)}once(e){if(this.said.has(e))return;this.said.add(e);this.report(e)}forward(e){return{protocol:e.protocol,address:this.address,port:e.number}}};const V=2048;const[Z,ee,et,en,eo]=[16,17,18,19,20];const er=150;function isoImage(e,t){if(e.length>32)throw new RangeError(`the disc label "${e}" is longer than 32 characters`);const n=t.map(e=>checkedName(e.name));const o=layOut(n.map((e,t)=>record(isoName(t),0,0,rockRidge(e,false)))).length;let r=eo+o;const s=t.map((e,t)=>{const o=r;r+=Math.ceil(e.content.length/V);return record(isoName(t),o,e.content.length,rockRidge(n[t],false))});const i=Buffer.alloc((r+er)*V);i.set(volumeDescriptor(e,r+er,o*V),Z*V);i.set(Buffer.from("\xffCD001\x01","latin1"),ee*V);i.set(pathTable(false),et*V);i.set(pathTable(true),en*V);layOut(s,o*V).forEach((e,t)=>{i.set(e,(eo+t)*V)});let a=eo+o;for(const{content:e}of t){i.set(e,a*V);a+=Math.ceil(e.length/V)}return i}function checkedName(e){const t=Buffer.from(e);if(t.length<1||t.length>100||e.includes("/"))throw new RangeError(`"${e}" cannot be a file name on a disc`);return t}const isoName=e=>`F${String(e).padStart(7,"0")}.;1`;function layOut(e,t=0){const n=record("\0",eo,t,Buffer.concat([es,rockRidge(undefined,true)]));const o=record("\x01",eo,t,rockRidge(undefined,true));const r=[Buffer.alloc(V)];let s=0;for(const t of[n,o,...e]){if(s+t.length>V){r.push(Buffer.alloc(V));s=0}t.copy(r.at(-1),s);s+=t.length}return r}function record(e,t,n,o){const r=33+e.length+(e.length%2===0?1:0);const s=r+o.length+o.length%2;const i=Buffer.alloc(s);i[0]=s;both32(i,2,t);both32(i,10,n);i.set(ei,18);i[25]=e.length===1?2:0;both16(i,28,1);i[32]=e.length;i.write(e,33,"latin1");i.set(o,r);return i}const es=Buffer.from([83,80,7,1,190,239,0]);function rockRidge(e,t){const n=Buffer.alloc(36);n.set([80,88,36,1]);both32(n,4,t?16877:33188);both32(n,12,t?2:1);if(!e)return n;return Buffer.concat([n,Buffer.from([78,77,5+e.length,1,0]),e])}function volumeDescriptor(e,t,n){const o=Buffer.alloc(V);o.write("\x01CD001\x01",0,"latin1");o.fill(" ",8,72);o.write(e,40,"latin1");both32(o,80,t);both16(o,120,1);both16(o,124,1);both16(o,128,V);both32(o,132,10);o.writeUInt32LE(et,140);o.writeUInt32BE(en,148);o.set(record("\0",eo,n,Buffer.alloc(0)),156);o.fill(" ",190,813);for(const e of[813,830,847,864])o.write("0000000000000000",e,"latin1");o[881]=1;return o}function pathTable(e){const t=Buffer.alloc(10);t[0]=1;if(e)t.writeUInt32BE(eo,2);else t.writeUInt32LE(eo,2);if(e)t.writeUInt16BE(1,6);else t.writeUInt16LE(1,6);return t}const ei=[124,1,1,0,0,0,0];function both16(e,t,n){e.writeUInt16LE(n,t);e.writeUInt16BE(n,t+2)}function both32(e,t,n){e.writeUInt32LE(n,t);e.writeUInt32BE(n,t+4)}var ea=n(67628);function seedDisc(e,t){const text=(e,t)=>({name:e,content:Buffer.from(t)});return isoImage("cidata",[text("meta-data",`${JSON.stringify(noCloudMetadata(e),undefined,1)}
`),{name:"user-data",content:e.userData??new Uint8Array},...t.diskAsLargeAsImage?[text("vendor-data",'#cloud-config\ngrowpart: {mode: "off"}\nresize_rootfs: false\n')]:[]])}function noCloudMetadata(e){return{"instance-id":e.instanceId,"local-hostname":e.hostname,"public-keys":e.publicKeys.map(e=>e.openssh),...needsNoNetwork(e.userData)&&{dsmode:"local"}}}function needsNoNetwork(e){if(e===undefined||e.length===0)return true;const t=(0,ea.u)(e);const harmless=e=>e.startsWith("#!")||e.startsWith("#cloud-config")&&!/^\s*(?:["']?(?:bootcmd|ca_certs|ca-certs|disk_setup|mounts|seed_random)["']?\s*:)/m.test(e);return t.length>0&&t.every(harmless)};const ec=64*1024;let QemuMachine=class QemuMachine{constructor(e,t,n,o){this.spec=e;this.accelerator=t;this.disks=n;this.listeners=[];this.boots=0;this.ordered=false;this.ports=new PortKeeper(e.address,o)}async start(){if(this.process)throw new Error(`machine ${this.spec.id} is running already`);const{spec:e}=this;await (0,o.mkdir)(e.folder,{recursive:true});await (0,o.writeFile)(seedFile(e),seedDisc(e.metadata,{diskAsLargeAsImage:await isUngrown(e.disks[0]?.path)}));await (0,o.rm)(consoleFile(e),{force:true});const t={accelerator:this.accelerator,console:consoleFile(e),seed:seedFile(e)};const n=await startQemu({folder:e.folder,args:qemuArguments(e,t)});this.process=n;this.boots++;this.ordered=false;e.disks.forEach((e,t)=>{this.disks.attached.set((0,r.resolve)(e.path),{qmp:n.qmp,drive:`disk${t}`})});void n.exited.then(()=>this.ended(n));await this.ports.attach(n.qmp)}async shutdown(e,t){const{process:n}=this;if(!n)return;this.ordered=true;const o=new AbortController;const r=(0,J.ux)(e*1e3,o.signal,...t?[t]:[]);void n.exited.then(()=>o.abort());while(!r.aborted){await n.qmp.execute("system_powerdown").catch(()=>undefined);await (0,W.setTimeout)(2e3,undefined,{signal:r}).catch(()=>undefined)}await n.kill()}async reboot(){await this.process?.qmp.execute("system_reset");this.boots++}async kill(){this.ordered=true;await this.process?.kill()}async openPorts(e){await this.ports.set(e)}get boot(){return this.process&&this.boots}async connect(e){const{process:t}=this;if(!t)throw new Error("the machine is off");const n=await freePort();const o={protocol:"tcp",address:"127.0.0.1",port:n,guestPort:e};const r=await addForward(t.qmp,X,o);if(r)throw new Error(r);try{return await connectTcp(n)}finally{await removeForward(t.qmp,X,o).catch(()=>undefined)}}console(){return tail(consoleFile(this.spec),ec)}onExit(e){this.listeners.push(e)}ended(e){if(this.process!==e)return;this.process=undefined;for(const e of this.spec.disks)this.disks.attached.delete((0,r.resolve)(e.path));void this.ports.attach(undefined);if(!this.ordered)for(const e of this.listeners)e()}};function freePort(){return new Promise((e,t)=>{const n=(0,G.createServer)().once("error",t);n.listen(0,"127.0.0.1",()=>{const t=n.address();n.close(()=>e(typeof t==="object"&&t?t.port:0))})})}function connectTcp(e){return new Promise((t,n)=>{const o=(0,G.connect)(e,"127.0.0.1").once("error",n);o.once("connect",()=>t(o))})}async function isUngrown(e){if(e===undefined)return false;const t=await diskInfo(e);return t.backingFile!==undefined&&(await diskInfo(t.backingFile)).virtualSize===t.virtualSize}async function tail(e,t){const n=await (0,o.open)(e,"r").catch(()=>undefined);if(!n)return"";try{const{size:e}=await n.stat();const{buffer:o,bytesRead:r}=await n.read(Buffer.alloc(Math.min(e,t)),0,Math.min(e,t),Math.max(0,e-t));const s=o.subarray(0,r);const i=e>t?s.findIndex(e=>(e&192)!==128):0;return s.subarray(Math.max(0,i)).toString("utf8")}finally{await n.close()}};function qemuKind(e){const t=new QemuDisks;let n=e.accelerator;return{name:"qemu",disks:t,async prepare(t,r){const s=await (0,K.K$)();if(s.length>0)throw new Error(`virtual machines need programs that are missing here. Run: ${(0,K.Je)(s)}`);await (0,o.mkdir)(e.cacheFolder,{recursive:true});n??=await findAccelerator(e.cacheFolder,t);return baseImages(e,t,r)},machine(e,o){return new QemuMachine(e,n??"tcg",t,o)}}}async function findAccelerator(e,t){const{name:n,reason:o}=await probeAccelerator({cacheFolder:e});t(n==="kvm"?"machines run with KVM":`machines are emulated, which is slower than KVM: ${o}`);return n}async function baseImages(e,t,n){const o=new ImageStore((0,r.join)(e.cacheFolder,"base-images"));await o.sweep();const s=e.image?await givenImage(e.image,o,t,n):await debianImage(o,t,n);return[s,...(await o.list()).filter(e=>e.disk!==s.disk)]}},67628:(e,t,n)=>{n.d(t,{u:()=>documentsOf});var o=n(38522);var r=n.n(o);function documentsOf(e){if(!e||e.length===0)return[];const t=Buffer.from(e);if(t[0]===31&&t[1]===139)return unpacked(t);const n=t.toString("latin1");return/^(?:[\w-]+: |content-type:)/i.test(n)&&/^content-type:\s*multipart\//im.test(headOf(n))?partsOf(n):[t.toString("utf8")]}function unpacked(e){try{return documentsOf((0,o.gunzipSync)(e))}catch{return[]}}const headOf=e=>/^[\s\S]*?(?:\r?\n\r?\n|$)/.exec(e)?.[0]??"";function partsOf(e){const t=headOf(e);const n=/boundary="?([^"\s;]+)"?/i.exec(t)?.[1];if(n===undefined)return[];const o=`
${e.slice(t.length)}`.split(`
--${n}`);const r=o.findIndex((e,t)=>t>0&&e.startsWith("--"));return o.slice(1,r<0?undefined:r).flatMap(e=>partOf(e.replace(/^[ \t]*\r?\n/,"").replace(/\r$/,"")))}function partOf(e){const t=e.startsWith("\n")||e.startsWith("\r\n")?"":headOf(e);const n=e.slice(t.length);if(/^content-type:\s*multipart\//im.test(t))return partsOf(e);const o=/^content-transfer-encoding:\s*base64/im.test(t);return documentsOf(Buffer.from(n,o?"base64":"latin1"))}}};