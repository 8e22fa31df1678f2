import type { PortRule } from '../../../src/sandbox/machines/machine-kind'
import { isWide, openedPorts, portKey, privilegeAdvice, usualPorts } from '../../../src/sandbox/machines/ports'

const rule = (protocol: PortRule['protocol'], fromPort: number, toPort: number, cidr = '0.0.0.0/0'): PortRule => ({
  protocol,
  fromPort,
  toPort,
  cidr,
})
const opened = (...rules: PortRule[]) => openedPorts(rules).map(portKey)

describe('the ports that rules open to this host', () => {
  test.each<[string, PortRule[], string[]]>([
    ['no rule', [], []],
    ['one port', [rule('tcp', 22, 22)], ['tcp:22']],
    ['a range', [rule('udp', 5000, 5002)], ['udp:5000', 'udp:5001', 'udp:5002']],
    [
      'both protocols, in order',
      [rule('udp', 53, 53), rule('tcp', 80, 81), rule('tcp', 53, 53)],
      ['tcp:53', 'tcp:80', 'tcp:81', 'udp:53'],
    ],
    ['the same port twice', [rule('tcp', 22, 22), rule('tcp', 22, 22, '127.0.0.0/8')], ['tcp:22']],
    ['the host itself', [rule('tcp', 22, 22, '127.0.0.1/32')], ['tcp:22']],
    ['a network with bits beyond its length', [rule('tcp', 22, 22, '127.9.9.9/8')], ['tcp:22']],
    ['callers from elsewhere', [rule('tcp', 22, 22, '10.0.0.0/8'), rule('tcp', 23, 23, '127.0.0.2/32')], []],
    ['an address of IPv6', [rule('tcp', 22, 22, '::/0')], []],
    ['what is no network', [rule('tcp', 22, 22, 'anywhere')], []],
    ['echo requests', [rule('icmp', -1, -1), rule('icmp', 8, 0)], []],
    ['a range the wrong way round', [rule('tcp', 90, 80)], []],
    ['port 0 and beyond the last', [rule('tcp', 0, 1), rule('tcp', 65534, 70000)], ['tcp:1', 'tcp:65534', 'tcp:65535']],
    ['128 ports', [rule('tcp', 7000, 7127)], Array.from({ length: 128 }, (_, index) => `tcp:${7000 + index}`)],
    [
      '129 ports, of which some are usual',
      [rule('tcp', 7990, 8118)],
      usualPorts.filter(port => port >= 7990 && port <= 8118).map(port => `tcp:${port}`),
    ],
  ])('%s', (_what, rules, expected) => expect(opened(...rules)).toEqual(expected))

  test.each([
    ['-1 without a range', rule('-1', -1, -1)],
    ['-1 with a range that does not count', rule('-1', 22, 22)],
  ])('all protocols: %s', (_what, all) => {
    const ports = opened(all)
    expect(ports).toEqual(expect.arrayContaining(['tcp:22', 'tcp:80', 'tcp:443', 'tcp:5985', 'tcp:8080', 'udp:53']))
    expect(ports).toHaveLength(2 * usualPorts.length)
    expect(isWide(all)).toBe(true)
  })

  test('the usual ones are few, single and real', () => {
    expect(new Set(usualPorts).size).toBe(usualPorts.length)
    expect(usualPorts.length).toBeLessThan(200)
    expect(usualPorts.every(port => port > 0 && port < 65536)).toBe(true)
  })
})

describe('ports that need a privilege', () => {
  test('none: nothing to say', () => expect(privilegeAdvice([], '127.83.0.1')).toBeUndefined())
  test('the advice is a command that opens all of them', () => {
    const ports = [80, 22].map(number => ({ protocol: 'tcp', number }) as const)
    expect(privilegeAdvice(ports, '127.83.0.1')).toMatch(
      /port 80, 22 of 127\.83\.0\.1 .*sudo sysctl net\.ipv4\.ip_unprivileged_port_start=22$/,
    )
  })
})
