/** Services of systemd, or of OpenRC where there is no systemd. */
import { quote } from '../../../lib/posix-quote'
import type { ResourceKind } from '../resource'

export const service: ResourceKind = {
  type: 'service',
  label: 'Service',
  target: 'name',
  attributes: ['enabled', 'running'],
  ask: ({ target }) => {
    const name = quote(target)
    return `if has systemctl; then
systemctl -q is-enabled ${name}; echo $? >"$o".enabled
systemctl -q is-active ${name}; echo $? >"$o".running
elif has rc-service; then
rc-update show | grep -q "^ *"${name}" *|"; echo $? >"$o".enabled
rc-service ${name} status; echo $? >"$o".running
fi`
  },
  find: (attribute, answer) => {
    const status = answer.text(attribute)
    if (status === undefined) throw new Error('the machine has neither systemd nor OpenRC')
    return status.trim() === '0'
  },
}
