/** How many can be taken in at a glance. */
const MOST = 20

/** Names for a sentence: all of a few, the first of many. */
export const listed = (names: readonly string[]): string =>
  names.length <= MOST ? names.join(', ') : `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`
