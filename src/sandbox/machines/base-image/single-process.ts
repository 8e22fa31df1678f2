/**
 * cloud-init's four stages in one Python process, as cloud-init itself does since 24.3. Debian 12's 22.4 starts Python anew for each
 * stage, which under emulation is most of the boot. The stages, their order and their units stay as they are.
 */
import type { GuestFile } from './guest-files'

const program = '/usr/local/lib/cloud-init-stages/main.py'
const client = '/usr/local/lib/cloud-init-stages/stage'

/** Runs the first stage, then each further one when its unit asks for it through a FIFO. */
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
`

/** Asks the process for a stage; without the process the stage runs as cloud-init's own unit would run it. */
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
`

const dropIn = (unit: string, lines: string): GuestFile => ({
  path: `/etc/systemd/system/${unit}.service.d/10-single-process.conf`,
  content: `[Service]\nExecStart=\n${lines}`,
})

const stage = (unit: string, name: string, args: string) => dropIn(unit, `ExecStart=${client} ${name} ${args}\n`)

export const singleProcess: readonly GuestFile[] = [
  { path: program, content: mainProgram, mode: 0o755 },
  { path: client, content: clientProgram, mode: 0o755 },
  // Programs that user data leaves running stay, as under cloud-final.service.
  dropIn('cloud-init-local', `Type=notify\nExecStart=/usr/bin/python3 ${program}\nKillMode=process\nTasksMax=infinity\n`),
  stage('cloud-init', 'network', 'init'),
  stage('cloud-config', 'config', 'modules --mode=config'),
  stage('cloud-final', 'final', 'modules --mode=final'),
]
