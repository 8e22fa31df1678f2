/** IDs as EC2 makes them: a prefix and 17 hexadecimal digits of which the first is 0. */
import { createHash, randomBytes } from 'node:crypto'

export const newId = (prefix: string) => `${prefix}-0${randomBytes(8).toString('hex')}`

/** The same ID for the same name in every sandbox and every run: for what is not created but simply there. */
export const stableId = (prefix: string, name: string) =>
  `${prefix}-0${createHash('sha256').update(`${prefix}/${name}`).digest('hex').slice(0, 16)}`
