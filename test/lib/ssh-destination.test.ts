/** Where an SSH server is, as ProxyJump has it. */
import { sshDestination } from '../../src/lib/ssh-destination'

test.each([
  ['host', { host: 'host', port: 22 }],
  ['user@host:2200', { username: 'user', host: 'host', port: 2200 }],
  ['[::1]', { host: '::1', port: 22 }],
  ['user@[fe80::1]:2200', { username: 'user', host: 'fe80::1', port: 2200 }],
])('%s', (text, found) => expect(sshDestination(text)).toEqual(found))

test.each(['', 'user@', '@host', 'host:', 'host:0', 'host:65536', '::1', 'a b', 'user@host:22:x', '[::1'])('none: %p', text =>
  expect(sshDestination(text)).toBeUndefined(),
)
