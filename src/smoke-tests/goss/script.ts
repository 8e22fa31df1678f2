/** One shell script that collects every fact there is to know, so that all questions take one round trip; POSIX, nothing installed. */
import type { Check } from './check'
import { type Shared, shared } from './resource'

/** Questions asked at a time, as goss does it, only fewer: machines under test are small. */
const PARALLEL = 16

/**
 * `own_locale` gives back what the machine had, `limit SECONDS command…` runs it no longer than that, `place PATH` knows `~`, `reach` connects, `ask_udp` sends one packet and prints the
 * one that comes back. Each uses what machines have: bash, else python3, perl or nc. Status 3: none of them.
 */
const PRELUDE = `
locale=\${LC_ALL-}; LC_ALL=C; export LC_ALL
own_locale() { if [ "$locale" ]; then LC_ALL=$locale; else unset LC_ALL; fi; }
has() { command -v "$1" >/dev/null 2>&1; }
fractions=; has timeout && timeout 0.9 true 2>/dev/null && fractions=1
limit() {
  t=$1; shift
  if ! has timeout; then "$@"; return; fi
  [ "$fractions" ] || t=$(( \${t%%.*} + 1 ))
  timeout -s KILL "$t" "$@"
}
place() {
  case "$1" in
  "~" | "~/"*) printf '%s' "$HOME\${1#"~"}" ;;
  "~"*) n=\${1#"~"}; n=\${n%%/*}; printf '%s' "$(getent passwd "$n" | cut -d: -f6)\${1#"~$n"}" ;;
  *) printf '%s' "$1" ;;
  esac
}
reach() {
  if [ -z "$5" ] && has bash; then limit "$4" bash -c 'exec 3<>"/dev/$0/$1/$2"' "$1" "$2" "$3"
  elif has python3; then limit "$4" python3 -c '
import socket, sys
protocol, host, port, local = sys.argv[1:]
kind = socket.SOCK_DGRAM if protocol == "udp" else socket.SOCK_STREAM
family, kind, number, _, place = socket.getaddrinfo(host, port, 0, kind)[0]
link = socket.socket(family, kind, number)
if local: link.bind((local, 0))
link.connect(place)' "$1" "$2" "$3" "$5"
  elif has perl; then limit "$4" perl -MIO::Socket::IP -e '
exit !IO::Socket::IP->new(Proto => $ARGV[0], PeerHost => $ARGV[1], PeerPort => $ARGV[2], $ARGV[3] ? (LocalHost => $ARGV[3]) : ())' "$1" "$2" "$3" "$5"
  elif has nc; then
    [ "$1" = udp ] && { getent ahosts "$2" >/dev/null; return; }
    limit "$4" nc \${5:+-s "$5"} "$2" "$3" </dev/null
  else return 3; fi
}
ask_udp() {
  if has bash; then limit "$3" bash -c 'exec 3<>"/dev/udp/$0/$1"; printf "$2" >&3; exec dd bs=65535 count=1 <&3' "$1" "$2" "$4"
  elif has python3; then printf "$4" | limit "$3" python3 -c '
import socket, sys
family, kind, number, _, place = socket.getaddrinfo(sys.argv[1], sys.argv[2], 0, socket.SOCK_DGRAM)[0]
link = socket.socket(family, kind, number)
link.connect(place)
link.send(sys.stdin.buffer.read())
sys.stdout.buffer.write(link.recv(65535))' "$1" "$2"
  elif has perl; then printf "$4" | limit "$3" perl -MIO::Socket::IP -e '
my $link = IO::Socket::IP->new(Proto => "udp", PeerHost => $ARGV[0], PeerPort => $ARGV[1]) or exit 1;
undef $/; $link->send(scalar <STDIN>); $link->recv(my $answer, 65535); print $answer' "$1" "$2"
  elif has nc; then printf "$4" | limit "$3" nc -u "$1" "$2"
  else return 3; fi
}
d=$(mktemp -d 2>/dev/null) || d=$(mktemp -d -p /dev/shm) || exit 3
trap 'rm -rf "$d"' EXIT
chmod 700 "$d"
`

/** Facts go into files first: in the end each is sent behind its name and size, whatever bytes it holds. */
const ending = (marker: string): string => `
printf '%s\\n' '${marker}'
for f in "$d"/*; do
  [ -f "$f" ] || continue
  printf '%s %s\\n' "\${f##*/}" "$(($(wc -c <"$f")))"
  cat "$f"
done
exit 0
`

/** The marker begins what counts: login scripts may print too. */
export function factsScript(checks: readonly Check[], marker: string): string {
  const common = new Set(checks.flatMap(({ kind }) => kind.shared ?? []))
  const jobs = [
    ...[...common].map(name => `${shared[name]} >"$d"/${name}`),
    ...checks.flatMap(({ kind, question, skip }, index) => {
      const ask = skip ? '' : (kind.ask?.(question) ?? '')
      return ask === '' ? [] : [`o="$d"/${index}; ${ask}`]
    }),
  ]
  const started = jobs.map((job, index) => {
    const wait = (index + 1) % PARALLEL === 0 ? '\nwait' : ''
    return `(\n${job}\n) </dev/null >/dev/null 2>&1 &${wait}`
  })
  return `${PRELUDE}${started.join('\n')}\nwait\n${ending(marker)}`
}

export interface Facts {
  /** Of one question, by its number. */
  of(index: number, fact: string): Buffer | undefined
  shared(fact: Shared): Buffer
}

/** Throws Error when the script did not come to its end. */
export function parseFacts(output: Buffer, marker: string): Facts {
  const start = output.indexOf(`${marker}\n`)
  if (start < 0) throw new Error('the script that collects facts did not run to its end')
  const facts = new Map<string, Buffer>()
  for (let at = start + marker.length + 1; at < output.length; ) {
    const lineEnd = output.indexOf(10, at)
    const [name = '', size] = output.toString('latin1', at, lineEnd < 0 ? output.length : lineEnd).split(' ')
    const length = Number(size)
    if (lineEnd < 0 || !Number.isInteger(length) || lineEnd + 1 + length > output.length)
      throw new Error('the connection ended before all facts were told')
    facts.set(name, output.subarray(lineEnd + 1, lineEnd + 1 + length))
    at = lineEnd + 1 + length
  }
  return { of: (index, fact) => facts.get(`${index}.${fact}`), shared: fact => facts.get(fact) ?? Buffer.alloc(0) }
}
