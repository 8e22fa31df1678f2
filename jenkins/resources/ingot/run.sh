# Starts the command line; arguments are in INGOT_ARGS_JSON, where no shell reads them.
set -u
cli=${INGOT_CLI:-$(command -v ingot)} || cli=
if [ -z "$cli" ]; then
  echo "ingot: no command line here: set INGOT_CLI, put ingot on PATH, or give the step cli: 'path/to/dist/cli/main.js'" >&2
  exit 2
fi
case $cli in
*.js)
  if ! command -v node >/dev/null; then
    echo "ingot: no node on PATH. Give the step node: 'name of a NodeJS tool', or install Node 20 or newer on the agent" >&2
    exit 2
  fi
  if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'; then
    echo "ingot: needs Node 20 or newer, and this agent has $(node --version). Give the step node: 'name of a NodeJS tool'" >&2
    exit 2
  fi
  exec node "$cli" -args-from-env
  ;;
*) exec "$cli" -args-from-env ;;
esac
