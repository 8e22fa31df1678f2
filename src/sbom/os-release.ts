/** `/etc/os-release`: assignments of a shell, of which only quotes and backslashes are used (os-release(5)). */
import type { OperatingSystem } from '../model/inventory'

export function readOsRelease(text: string): OperatingSystem {
  const values = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*?)\s*$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) values.set(name, unquoted(value))
  }
  const known = (name: string) => values.get(name) || undefined
  const id = known('ID') ?? 'linux'
  return {
    id,
    name: known('NAME') ?? id,
    ...withText('version', known('VERSION_ID')),
    ...withText('description', known('PRETTY_NAME')),
    ...withText('cpe', known('CPE_NAME')),
  }
}

const withText = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

function unquoted(value: string): string {
  const [, single] = /^'(.*)'$/.exec(value) ?? []
  if (single !== undefined) return single
  const [, double = value] = /^"(.*)"$/.exec(value) ?? []
  return double.replace(/\\(.)/g, '$1')
}
