/** Time limits of questions, as goss's files give them: whole milliseconds. */

/** For `limit` of the script. Zero and nothing are the default. */
export function seconds(milliseconds: unknown, otherwise: number): string {
  return String((typeof milliseconds === 'number' && milliseconds > 0 ? milliseconds : otherwise) / 1000)
}
