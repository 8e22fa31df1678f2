/** cloud-init's configuration in the image: Debian's default user, and no module that nobody gives data to. */

export const cloudConfig = `# As in Debian's cloud images: the first user is admin, hosts and hostname follow the metadata.
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
`
