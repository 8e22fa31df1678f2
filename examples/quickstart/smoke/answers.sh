#!/bin/sh
# Runs on a fresh machine from the candidate image: the service must have come up by itself and say what it was told to.
set -eu
systemctl is-active --quiet hello.service
test -f /etc/hello-baked
for _ in 1 2 3 4 5 6 7 8 9 10; do
  answer=$(python3 -c "import urllib.request; print(urllib.request.urlopen('http://127.0.0.1:$PORT/', timeout=5).read().decode(), end='')") && break
  sleep 1
done
echo "the web server says: $answer"
test "$answer" = "$GREETING"
