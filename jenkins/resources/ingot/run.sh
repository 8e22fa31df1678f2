# Starts the command line; arguments are in INGOT_ARGS_JSON, where no shell reads them. Ends with 97 where there is none, and the library's
# own copy, of which INGOT_COPY is the hash, has to be brought to INGOT_ARCHIVE first.
set -u
need_node() {
  if ! command -v node >/dev/null; then
    echo "ingot: no node on PATH. Give the step node: 'name of a NodeJS tool', or install Node 20 or newer on the agent" >&2
    exit 2
  fi
  if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'; then
    echo "ingot: needs Node 20 or newer, and this agent has $(node --version). Give the step node: 'name of a NodeJS tool'" >&2
    exit 2
  fi
}
cli=${INGOT_CLI:-$(command -v ingot)} || cli=
if [ -z "$cli" ]; then
  need_node
  copies=${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}/ingot/jenkins
  mkdir -p "$copies" 2>/dev/null && [ -w "$copies" ] || copies=${INGOT_ARCHIVE%/*}
  copy=$copies/$INGOT_COPY
  if [ ! -f "$copy/dist/cli/main.js" ]; then
    [ -f "$INGOT_ARCHIVE" ] || exit 97
    node "${INGOT_RUN%/*}/unpack.js" "$INGOT_ARCHIVE" "$INGOT_COPY" "$copy" || exit 2
  fi
  cli=$copy/dist/cli/main.js
  # What is used is not old: unpack.js removes the copies of other versions that nobody has used for a month.
  touch "$copy" 2>/dev/null || :
fi
case $cli in
*.js)
  need_node
  exec node "$cli" -args-from-env
  ;;
*) exec "$cli" -args-from-env ;;
esac
