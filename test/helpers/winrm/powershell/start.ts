/** powershell.exe: what its arguments mean, how its errors are told, what status it ends with. */
import { argumentsOf } from '../cmd-parse'
import { absolute } from '../files'
import { decoded, type Io, print, readAll } from '../io'
import type { Programs } from '../programs'
import { Exit } from './dotnet'
import { Interpreter, textOfScript } from './run'
import { PowershellError } from './values'

interface Invocation {
  readonly source: string
  readonly file?: string
  readonly encoded: boolean
}

export async function runPowershell(rest: string, io: Io, programs: Programs): Promise<number> {
  const invocation = await read(argumentsOf(rest), io, programs)
  if (typeof invocation === 'number') return invocation
  const { machine } = programs
  if (invocation.encoded) machine.scripts.push(invocation.source)
  const answered = invocation.file ? undefined : await programs.answered(invocation.source, io)
  if (answered !== undefined) return answered
  const complain = (error: PowershellError) => tell(error, io, invocation.encoded)
  const interpreter = new Interpreter({ io, files: machine.files }, programs, complain)
  try {
    await interpreter.start(invocation.source, value => interpreter.print(value))
  } catch (error) {
    if (error instanceof Exit) return error.status
    if (io.signal.aborted) throw error
    if (error instanceof SyntaxError) machine.unknown.push(error.message)
    complain(error instanceof PowershellError ? error : new PowershellError((error as Error).message, 'ParserError'))
    return 1
  }
  if (invocation.file) return 0
  return interpreter.global.values.get('?') === false ? 1 : 0
}

/** A status when it cannot be run. */
async function read(words: readonly string[], io: Io, { machine }: Programs): Promise<Invocation | number> {
  for (let at = 0; at < words.length; at++) {
    const option = words[at]!.toLowerCase().replace(/^[/-]+/, '')
    const is = (name: string) => /^[/-]/.test(words[at]!) && option !== '' && name.startsWith(option)
    if (words[at] === '-') return { source: decoded(io, await readAll(io)), encoded: false }
    if (is('noprofile') || is('noninteractive') || is('nologo') || is('noexit') || is('sta') || is('mta')) continue
    if (option === 'ec' || is('encodedcommand'))
      return { source: Buffer.from(words[at + 1] ?? '', 'base64').toString('utf16le'), encoded: true }
    if (is('executionpolicy') || option === 'ep' || is('inputformat') || is('outputformat') || is('windowstyle') || is('version'))
      at++
    else if (is('file')) {
      const path = absolute(words[at + 1] ?? '', io.place.folder)
      const content = machine.files.read(path)
      if (content) return { source: textOfScript(content), file: path, encoded: false }
      print(
        io,
        'stderr',
        `The argument '${words[at + 1]}' to the -File parameter does not exist. Provide the path to an existing '.ps1' file as an argument to the -File parameter.\r\n`,
      )
      return -196608
    } else if (is('command')) return command(words.slice(at + 1), io)
    else return command(words.slice(at), io)
  }
  return command(['-'], io)
}

const command = async (words: readonly string[], io: Io): Promise<Invocation> => ({
  source: words[0] === '-' ? decoded(io, await readAll(io)) : words.join(' '),
  encoded: false,
})

/** With an encoded command PowerShell writes its errors as XML, as nobody has asked for text. */
function tell(error: PowershellError, io: Io, encoded: boolean): void {
  const lines = [
    error.message,
    `    + CategoryInfo          : NotSpecified: (:) [], ${error.category}`,
    `    + FullyQualifiedErrorId : ${error.category}`,
    ' ',
  ]
  const escaped = (line: string) =>
    line.replace(/[<>&"]/g, char => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[char]!)
  const objects = lines.map(line => `<S S="Error">${escaped(line)}_x000D__x000A_</S>`).join('')
  const xml = `#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects}</Objs>`
  print(io, 'stderr', encoded ? xml : `${lines.join('\r\n')}\r\n`)
}
