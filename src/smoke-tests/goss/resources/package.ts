/** Packages of dpkg, rpm or apk, whichever the machine has. */
import { quote } from '../../../lib/posix-quote'
import type { Answer, ResourceKind } from '../resource'

/** By the distribution's own files first: tools of other families may be installed too. */
const system = `if [ -e /etc/debian_version ]; then system=dpkg; elif [ -e /etc/alpine-release ]; then system=apk
elif has rpm; then system=rpm; elif has dpkg-query; then system=dpkg; elif has apk; then system=apk; else system=; fi
echo "$system" >"$o".system`

export const packageKind: ResourceKind = {
  type: 'package',
  label: 'Package',
  target: 'name',
  attributes: ['installed', 'versions'],
  deciding: 'installed',
  ask: ({ target }) => `${system}
case "$system" in
dpkg) dpkg-query -f '\${Status} \${Version}\\n' -W ${quote(target)} >"$o".list ;;
rpm) rpm -q --nosignature --nodigest --qf '%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\n' ${quote(target)} >"$o".list || rm -f "$o".list ;;
apk) apk info -e -v ${quote(target)} >"$o".list ;;
esac`,
  find: (attribute, answer, { target }) => {
    const versions = versionsOf(answer, target)
    return attribute === 'installed' ? versions.length > 0 : versions
  },
}

function versionsOf(answer: Answer, name: string): readonly string[] {
  const lines = (answer.text('list') ?? '').split('\n').filter(line => line !== '')
  switch (answer.text('system')?.trim()) {
    case 'dpkg':
      return lines.flatMap(line => /^install ok installed (.+)$/.exec(line)?.[1] ?? [])
    case 'rpm':
      return lines
    case 'apk':
      return lines.filter(line => line.startsWith(`${name}-`)).map(line => line.slice(name.length + 1))
    default:
      throw new Error('the machine has none of dpkg, rpm and apk')
  }
}
