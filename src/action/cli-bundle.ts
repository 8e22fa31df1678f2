import { dirname, join } from 'node:path'

/** The command line's bundle beside the Action's own: an embedded sandbox is a process of it. */
export const cliBundle = (): string => join(dirname(process.argv[1] ?? ''), '..', 'cli', 'main.js')
