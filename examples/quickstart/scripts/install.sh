#!/bin/sh
# Installs the service from what the file provisioner uploaded; nothing is downloaded inside the guest.
set -eu
sudo install -D -m 0644 /tmp/hello.py /opt/hello/hello.py
sudo install -m 0644 /tmp/hello.service /etc/systemd/system/hello.service
printf 'PORT=%s\nGREETING="%s"\n' "$PORT" "$GREETING" | sudo tee /etc/hello.env >/dev/null
sudo systemctl enable hello.service
