/** Mistakes in the choice of scripts and in their environment that a template's author should hear of before anything runs. */
import { statSync } from 'node:fs'
import { fileErrorReason } from '../../lib/file-error'
import type { Problem } from '../../model/plugin'
import type { ScriptChoice } from './options'

export function checkScripts(options: ScriptChoice): Problem[] {
  return [...checkChoice(options), ...checkFiles(options), ...checkEnvironment(options)]
}

function checkChoice({ inline, script, scripts }: ScriptChoice): Problem[] {
  const given = [
    inline && inline.length > 0 && 'inline',
    script !== undefined && script !== '' && 'script',
    scripts && scripts.length > 0 && 'scripts',
  ].filter(name => name !== false && name !== undefined)
  if (given.length === 1) return []
  const summary =
    given.length === 0 ? 'One of inline, script and scripts has to be set' : `Only one of ${given.join(' and ')} can be set`
  return [{ option: given[1], summary }]
}

function checkFiles({ script, scripts = [] }: ScriptChoice): Problem[] {
  const paths: (readonly [string, string])[] = [
    ...(script ? [['script', script] as const] : []),
    ...scripts.map(path => ['scripts', path] as const),
  ]
  return paths.flatMap(([option, path]) => {
    const problem = unreadable(path)
    return problem ? [{ option, summary: `The script ${path || '""'} cannot be used: ${problem}` }] : []
  })
}

/** Why a path is not one of a file, or undefined. */
export function unreadable(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? 'it is a folder' : undefined
  } catch (error) {
    return fileErrorReason(error as Error)
  }
}

function checkEnvironment({ environment_vars = [] }: ScriptChoice): Problem[] {
  return environment_vars
    .filter(entry => entry.indexOf('=') < 1)
    .map(entry => ({ option: 'environment_vars', summary: `Not of the form NAME=value: ${entry.replace(/=.*/s, '=…')}` }))
}
