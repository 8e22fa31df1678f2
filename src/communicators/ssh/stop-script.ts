/**
 * Ends everything that an SSH connection has started. Run on the machine by `sh -s` over another channel of the connection:
 * its parent (or the process given as argument) is the server's process for this connection, whose other descendants are what is to end, with all of their
 * sessions, so that what they start meanwhile ends too. TERM first, KILL after 5 s; through sudo where a process belongs to
 * another user. SFTP servers are spared: they are ours. Wants POSIX sh, and /proc or ps. Status 0: all are gone; 1 also where the
 * server is outside of what is seen (a container entered from there): its number is 0 then, and so is that of init's parent.
 */
export const STOP_SCRIPT = `
rows() {
  if [ -r /proc/self/stat ]; then
    for file in /proc/[0-9]*/stat; do
      { read -r line < "$file"; } 2>/dev/null || continue
      pid=\${file#/proc/}
      name=\${line#*(}
      set -- \${line##*) }
      [ "$1" = Z ] || echo "\${pid%/stat} $2 $4 \${name%)*}"
    done
  else
    ps -A -o pid= -o ppid= -o pgid= -o comm=
  fi
}
server=\${1:-$PPID}
[ "$server" -gt 1 ] 2>/dev/null || exit 1
table=$(rows)
mine=$(echo "$table" | while read -r pid parent session name; do [ "$pid" = $$ ] && echo "$session"; done)
found= sessions= queue=$server
while [ -n "$queue" ]; do
  next=
  while read -r pid parent session name; do
    [ "$pid" = $$ ] && continue
    case "\${name##*/}" in sshd* | sftp-server) continue ;; esac
    case " $queue " in
      *" $parent "*)
        next="$next $pid"
        [ "$session" = "$mine" ] || [ "$session" = 0 ] || sessions="$sessions $session"
        ;;
    esac
  done <<END
$table
END
  found="$found$next" queue=\${next# }
done
remaining() {
  rows | while read -r pid parent session name; do
    case " $found " in *" $pid "*) echo "$pid"; continue ;; esac
    case " $sessions " in *" $session "*) echo "$pid" ;; esac
  done
}
send() {
  for pid in $(remaining); do
    kill "-$1" "$pid" 2>/dev/null || sudo -n kill "-$1" "$pid" 2>/dev/null
  done
}
send TERM
began=$(date +%s)
while [ -n "$(remaining)" ]; do
  passed=$(($(date +%s) - began))
  [ $passed -ge 5 ] && send KILL
  [ $passed -ge 8 ] && exit 1
  sleep 0.1 2>/dev/null || sleep 1
done
exit 0
`
