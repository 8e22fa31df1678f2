/** Puts mistakes into templates that have none, each where it cannot touch another, and knows where each is to be told. */

export interface Injected {
  readonly kind: string
  /** The mistake is told on one of these lines. */
  readonly from: number
  readonly to: number
}

interface Line {
  text: string
  /** A mistake stands here or next to it. */
  isTaken: boolean
}

export interface Kind {
  readonly name: string
  /** What a line, with the one behind it, becomes; undefined where this mistake cannot be made. */
  readonly edit: (line: string, next: string, before: string) => string | undefined
  /** Where it is told, in lines from the edited one on. */
  readonly told?: readonly [from: number, to: number]
  /** It is told where what it ends began: on the line before it that matches. */
  readonly began?: (line: string) => RegExp
  /** Nothing more can be told from there to the line that matches. */
  readonly spoils?: RegExp
  /** One bracket more or less; two that cancel each other are no mistakes of their own. */
  readonly balance?: 1 | -1
}

const replace =
  (pattern: RegExp, by: string) =>
  (line: string): string | undefined =>
    pattern.test(line) ? line.replace(pattern, by) : undefined

const indentation = (line: string) => /^\s*/.exec(line)![0]
/** The line that is no deeper and opens something. */
const opensAs = (line: string) => new RegExp(`^${indentation(line)}\\S.*[[{]$`)

export const HCL_KINDS: readonly Kind[] = [
  { name: 'misspelt argument', edit: replace(/^( {4})(inline|output|strip_path|execute_command) /, '$1zork_$2 ') },
  { name: 'unknown variable', edit: replace(/\bvar\.\w+/, 'var.zork') },
  { name: 'unknown local', edit: replace(/\blocal\.\w+/, 'local.zork') },
  { name: 'unknown function', edit: replace(/\b(upper|join|format)\(/, 'zork(') },
  { name: 'no closing quote', edit: replace(/^(\s+\w+\s+= "[^"$]+)"$/, '$1') },
  { name: 'no comma in a list', edit: replace(/^(\s+"[^"]*"),$/, '$1'), told: [1, 1] },
  { name: 'brace too many', balance: 1, edit: (line, next) => (line === '}' && next === '' ? '}\n}' : undefined), told: [1, 1] },
  { name: 'stray character', edit: replace(/= "[^"]*"$/, '= @') },
  { name: 'single quotes', edit: replace(/= "(\w+)"$/, "= '$1'") },
  { name: 'misspelt block', spoils: /^ {2}\}$/, edit: replace(/^( {2})(provisioner|post-processor) /, '$1zork$2 ') },
  { name: 'unknown component', edit: replace(/^( {2}provisioner) "[\w-]+"/, '$1 "zork"') },
  { name: 'misspelt end marker', edit: replace(/^(\s*)EOT$/, '$1EOF'), began: () => /<<-?EOT$/ },
  { name: 'comma behind the end marker', spoils: /<<-?EOT$/, edit: replace(/^(\s*)EOT$/, '$1EOT;') },
  { name: 'marker in quotes', spoils: /EOT$/, edit: replace(/<<(-?)EOT$/, "<<$1'EOT'") },
  { name: 'open sequence in a heredoc', edit: replace(/^(echo .*)\$\{var\.\w+\}/, '$1${var.name') },
  { name: 'no closing bracket', balance: -1, edit: replace(/^(\s+\w+\s+= \[[^\]]+)\]$/, '$1'), told: [0, 2] },
  { name: 'open sequence in quotes', edit: replace(/\$\{(\w+)\.(\w+)\}"/, '${$1.$2"') },
  { name: 'not a number', edit: replace(/^(\s+max_retries\s+= )\d+$/, '$1"zork"') },
  { name: 'no equals sign', edit: replace(/^(\s+\w+)\s+= "/, '$1 "') },
  { name: 'comma behind an argument', edit: replace(/^(\s+[a-z]\w+\s+= ".*")$/, '$1,') },
  { name: 'unknown escape', edit: replace(/^(\s+\w+\s+= "[^"]*)"$/, '$1\\q"') },
  {
    name: 'argument twice',
    edit: line => (/^ {4}[a-z]\w+\s+= ["[].*["\]]$/.test(line) ? `${line}\n${line}` : undefined),
    told: [1, 1],
  },
  { name: 'nothing behind an operator', edit: replace(/^(\s+\w+\s+= ".*")$/, '$1 +'), told: [0, 1] },
  {
    name: 'no closing brace',
    balance: -1,
    edit: (line, next) => (/^ {2}\}$/.test(line) && /^ {2}\w/.test(next) ? '' : undefined),
    began: opensAs,
  },
  { name: 'no opening brace', edit: replace(/^(\s*[\w-]+(?: "[^"]+")+) \{$/, '$1') },
  { name: 'unknown type', edit: replace(/^( {2}type\s+= )\w+$/, '$1zork') },
]

export const JSON_KINDS: readonly Kind[] = [
  { name: 'no comma', edit: replace(/^(\s+.*["\]}0-9el]),$/, '$1'), told: [0, 1] },
  {
    name: 'trailing comma',
    edit: (line, next) => (/^\s+.*["\d\]}]$/.test(line) && /^\s*[\]}]/.test(next) ? `${line},` : undefined),
  },
  { name: 'two commas', edit: replace(/^(\s+.*),$/, '$1,,') },
  { name: 'value in single quotes', edit: replace(/^(\s+"\w+": )"(\w+)"(,?)$/, "$1'$2'$3") },
  { name: 'key in single quotes', edit: replace(/^(\s+)"([\w-]+)":/, "$1'$2':") },
  { name: 'key without quotes', edit: replace(/^(\s+)"(\w+)":/, '$1$2:') },
  { name: 'comment', edit: line => (/^\s+"/.test(line) ? `// a comment\n${line}` : undefined) },
  { name: 'hash comment', edit: replace(/^(\s+".*,)$/, '$1 # "a" comment') },
  { name: 'line break in a string', edit: replace(/^(\s+.*"\w+ \w+) (.*",?)$/, '$1\n$2') },
  { name: 'no closing quote', edit: replace(/^(\s+.*"[^"]+)"(,?)$/, '$1$2') },
  { name: 'no opening quote', edit: replace(/^(\s+"[\w-]+": )"(\w[^"]*",?)$/, '$1$2') },
  { name: 'no closing quote of a key', edit: replace(/^(\s+"[\w-]+)":/, '$1:') },
  { name: 'no opening quote of a key', edit: replace(/^(\s+)"([\w-]+":)/, '$1$2') },
  {
    name: 'no bracket',
    balance: -1,
    edit: (line, next) => (/^\s{2,}[\]}],?$/.test(line) && next !== '}' ? '' : undefined),
    began: opensAs,
    told: [0, 1],
  },
  {
    name: 'bracket too many',
    balance: 1,
    edit: (line, next) => (/^\s{4,}[\]}]$/.test(line) && /^\s*[\]}]/.test(next) ? `${line}\n${line}` : undefined),
    told: [0, 2],
  },
  { name: 'bracket missing on a line', balance: -1, edit: replace(/^(\s+"\w+": \[[^\]]+)\](,?)$/, '$1$2'), told: [0, 1] },
  { name: 'unknown escape', edit: replace(/^(\s+(?!\s|"name").*\w)"(,?)$/, '$1\\q"$2') },
  { name: 'True', edit: replace(/^(\s+"\w+": )(?:true|false)(,?)$/, '$1True$2') },
  { name: 'equals sign', edit: replace(/^(\s+"[\w-]+"):/, '$1 =') },
  { name: 'no colon', edit: replace(/^(\s+"[\w-]+"): ("|\[)/, '$1 $2') },
  { name: 'no value', edit: replace(/^(\s+"(?:inline|output|strip_path)": )[^[{]*?(,?)$/, '$1$2') },
  { name: 'quote within a string', edit: replace(/^(\s+.*"\w+) (\w+)( .*",?)$/, '$1 "$2"$3') },
  { name: 'semicolon', edit: replace(/^(\s+.*),$/, '$1;') },
  { name: 'misspelt argument', edit: replace(/^(\s+)"(inline|output|strip_path|execute_command)":/, '$1"zork_$2":') },
]

/** `count` of them, or as many as there is room for. */
export function inject(template: string, kinds: readonly Kind[], count: number, random: () => number) {
  const lines: Line[] = template.split('\n').map(text => ({ text, isTaken: false }))
  const placed: { readonly line: Line; readonly kind: Kind; readonly began?: Line }[] = []
  for (let tries = 0; placed.length < count && tries < 400; tries++) {
    const kind = kinds[Math.floor(random() * kinds.length)]!
    const row = Math.floor(random() * lines.length)
    const line = lines[row]!
    const nearby = lines.slice(Math.max(0, row - 2), row + 3)
    const edited = nearby.some(({ isTaken }) => isTaken)
      ? undefined
      : kind.edit(line.text, lines[row + 1]?.text ?? '', lines[row - 1]?.text ?? '')
    if (edited === undefined) continue
    const began = kind.began && lines.slice(0, row).findLast(({ text }) => kind.began!(line.text).test(text))
    if (kind.began && (!began || lines.slice(lines.indexOf(began), row).some(({ isTaken }) => isTaken))) continue
    if (began) for (const each of lines.slice(lines.indexOf(began), row)) each.isTaken = true
    if (kind.balance && placed.some(each => each.kind.balance === -kind.balance!)) continue
    const spoilt = kind.spoils ? spoiltBy(lines, row, kind.spoils) : []
    if (spoilt.some(({ isTaken }) => isTaken)) continue
    for (const each of spoilt) each.isTaken = true
    line.text = edited
    line.isTaken = true
    placed.push({ line, kind, began })
  }
  return { text: lines.map(({ text }) => text).join('\n'), mistakes: placed.map(each => whereTold(lines, each)) }
}

/** Downwards to the line, or, when it is a heredoc's beginning, up to it. */
function spoiltBy(lines: readonly Line[], row: number, end: RegExp): readonly Line[] {
  const above = end.source.startsWith('<<')
  const at = above
    ? lines.slice(0, row).findLastIndex(({ text }) => end.test(text))
    : row + 1 + lines.slice(row + 1).findIndex(({ text }) => end.test(text))
  return above ? lines.slice(at, row) : lines.slice(row + 1, at + 1)
}

function whereTold(lines: readonly Line[], { line, kind, began }: { line: Line; kind: Kind; began?: Line }): Injected {
  const numberOf = (wanted: Line) =>
    lines.slice(0, lines.indexOf(wanted)).reduce((sum, { text }) => sum + text.split('\n').length, 1)
  const [from, to] = kind.told ?? [0, 0]
  const at = numberOf(line)
  if (!began) return { kind: kind.name, from: at + from, to: at + to }
  return { kind: kind.name, from: numberOf(began), to: kind.told ? at + to : numberOf(began) }
}
