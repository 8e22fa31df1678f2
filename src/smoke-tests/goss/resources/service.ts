/** Services of systemd, or of OpenRC where there is no systemd. */
import { quote } from '../../../lib/posix-quote'
import type { ResourceKind } from '../resource'

export const service: ResourceKind = {
  type: 'service',
  label: 'Service',
  target: 'name',
  attributes: ['enabled', 'running', 'runlevels'],
  ask: ({ target }) => {
    const name = quote(target)
    return `if has systemctl; then
systemctl -q is-enabled ${name}; echo $? >"$o".enabled
systemctl -q is-active ${name}; echo $? >"$o".running
elif has rc-service; then
rc-update show | grep -q "^ *"${name}" *|"; echo $? >"$o".enabled
rc-service ${name} status; echo $? >"$o".running
rc-update show | sed -n "s/^ *"${name}" *|//p" >"$o".runlevels
fi`
  },
  find: (attribute, answer) => {
    // systemd has none, and goss finds none there.
    if (attribute === 'runlevels') return (answer.text('runlevels') ?? '').split(/\s+/).filter(level => level !== '')
    const status = answer.text(attribute)
    if (status === undefined) throw new Error('the machine has neither systemd nor OpenRC')
    return status.trim() === '0'
  },
}
