/** Methods of strings and arrays. */
import { list, number, text, type Value } from './values'

export const stringMethods: Readonly<Record<string, (of: Value, ...args: Value[]) => Value>> = {
  trim: of => text(of).trim(),
  trimend: (of, chars) =>
    text(of).replace(chars === undefined ? /\s+$/ : new RegExp(`[${text(chars).replace(/[\\\]^-]/g, '\\$&')}]+$`), ''),
  trimstart: of => text(of).trimStart(),
  tolower: of => text(of).toLowerCase(),
  toupper: of => text(of).toUpperCase(),
  replace: (of, what, by) => text(of).replaceAll(text(what!), text(by!)),
  split: (of, by = ' ') => text(of).split(text(by)),
  substring: (of, from, length) =>
    text(of).slice(number(from!), length === undefined ? undefined : number(from!) + number(length)),
  startswith: (of, what) => text(of).startsWith(text(what!)),
  endswith: (of, what) => text(of).endsWith(text(what!)),
  contains: (of, what) => (Array.isArray(of) ? list(of).includes(what!) : text(of).includes(text(what!))),
  indexof: (of, what) => text(of).indexOf(text(what!)),
  padleft: (of, width, by = ' ') => text(of).padStart(number(width!), text(by)),
  insert: (of, at, what) => text(of).slice(0, number(at!)) + text(what!) + text(of).slice(number(at!)),
  tochararray: of => [...text(of)],
  clone: of => (Array.isArray(of) ? [...of] : of),
}
