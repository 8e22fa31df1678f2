/** White space as Go knows it: unlike JavaScript's it has U+0085 and not U+FEFF. */
const SPACE = /\p{White_Space}/u

export const LEADING_SPACE = /^\p{White_Space}+/u

export const trimSpaceStart = (text: string): string => text.replace(LEADING_SPACE, '')

/** A loop, because a pattern for the end takes quadratic time on long runs inside. */
export function trimSpaceEnd(text: string): string {
  let end = text.length
  while (end > 0 && SPACE.test(text[end - 1]!)) end--
  return text.slice(0, end)
}

export const trimSpace = (text: string): string => trimSpaceStart(trimSpaceEnd(text))
