/** Text of strangers (names of tests, output of scripts) in documents that others parse. */

const LONGEST_LINE = 1000
const LONGEST_TEXT = 64 * 1024

/** What XML 1.0 and terminals can bear: no control characters but tab and line feed, no halves of surrogate pairs. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that may not stand in XML
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that may not stand in XML
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')

/** One line of at most 1000 characters. */
export function firstLine(text: string): string {
  const line = plainText(text.slice(0, LONGEST_LINE * 4))
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > LONGEST_LINE ? plainText(`${line.slice(0, LONGEST_LINE)}…`) : line
}

/** The last 64 KiB: the reason for a failure stands at the end. */
export const endOf = (text: string): string =>
  plainText(
    text.length > LONGEST_TEXT ? `… (${text.length - LONGEST_TEXT} characters before)\n${text.slice(-LONGEST_TEXT)}` : text,
  )
