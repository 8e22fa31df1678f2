/** MaxResults and NextToken. The token names the last record given, so a page stays right while records come and go. */

import { Ec2Error, invalidValue } from './error'
import { integer, text } from './shape'

export const paging = { MaxResults: integer, NextToken: text }

interface Paging {
  readonly MaxResults?: number
  readonly NextToken?: string
}

/** Without MaxResults everything is given. `smallest` is what EC2 asks of MaxResults for this action (5 for most). */
export function page<T>(records: readonly T[], keyOf: (record: T) => string, given: Paging, smallest = 5) {
  const { MaxResults: size, NextToken: token } = given
  if (size !== undefined && (size < smallest || size > 1000))
    throw invalidValue('MaxResults', String(size), `Expecting an integer between ${smallest} and 1000.`)
  const ordered = records.map(record => ({ key: keyOf(record), record })).sort((a, b) => (a.key < b.key ? -1 : 1))
  const after = token === undefined ? undefined : decodeToken(token)
  const rest = after === undefined ? ordered : ordered.filter(({ key }) => key > after)
  const shown = size === undefined ? rest : rest.slice(0, size)
  const nextToken = shown.length < rest.length ? Buffer.from(`after:${shown.at(-1)!.key}`).toString('base64url') : undefined
  return { records: shown.map(({ record }) => record), nextToken }
}

function decodeToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString()
  if (!text.startsWith('after:')) throw new Ec2Error('InvalidNextToken', 'The token is invalid.')
  return text.slice('after:'.length)
}
