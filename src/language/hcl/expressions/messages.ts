/** Words that several expressions need for their mistakes. */

/** Of ConversionError, FunctionError and impossible arithmetic; a fault of our own goes up instead. */
export function messageOf(error: unknown): string {
  const isOurs = error instanceof TypeError || (error instanceof RangeError && /call stack/i.test(error.message))
  if (isOurs || !(error instanceof Error)) throw error
  return error.message
}
