/** Users and groups of the machine's own files; what LDAP knows is not asked. */
import type { ResourceKind } from '../resource'

const rows = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(':'))

export const user: ResourceKind = {
  type: 'user',
  label: 'User',
  target: 'username',
  attributes: ['exists', 'uid', 'gid', 'home', 'groups', 'shell'],
  deciding: 'exists',
  whole: ['uid', 'gid'],
  shared: ['passwd', 'group'],
  find: (attribute, answer, { target }) => {
    const entry = rows(answer.shared('passwd')).find(([name]) => name === target)
    if (attribute === 'exists') return entry !== undefined
    const [, , uid, gid, , home, shell] = entry ?? []
    switch (attribute) {
      case 'uid':
        return Number(uid)
      case 'gid':
        return Number(gid)
      case 'home':
        return home
      case 'shell':
        return shell
      default:
        return groupsOf(target, gid ?? '', answer.shared('group'))
    }
  },
}

/** Sorted by name, each once. */
function groupsOf(name: string, gid: string, groups: string): readonly string[] {
  const names = rows(groups)
    .filter(([, , id, members = '']) => id === gid || members.split(',').includes(name))
    .map(([group = '']) => group)
  return [...new Set(names)].sort()
}

export const group: ResourceKind = {
  type: 'group',
  label: 'Group',
  target: 'groupname',
  attributes: ['exists', 'gid'],
  deciding: 'exists',
  whole: ['gid'],
  shared: ['group'],
  find: (attribute, answer, { target }) => {
    const entry = rows(answer.shared('group')).find(([name]) => name === target)
    return attribute === 'exists' ? entry !== undefined : Number(entry?.[2])
  },
}
