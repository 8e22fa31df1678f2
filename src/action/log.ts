/** The step's log: lines from machines and templates must not be taken for commands to the runner. */

/** The runner obeys `::command::` at the beginning of a line, also after blanks, and `##[command]` anywhere in it. */
export const harmless = (text: string): string => text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [')

export const print = (line: string): void => write(`${line}\n`)

export const write = (text: string): void => void process.stdout.write(harmless(text))

/** For commands to the runner that are ours. */
export const command = (line: string): void => void process.stdout.write(`${line}\n`)
