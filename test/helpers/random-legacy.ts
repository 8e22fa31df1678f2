/** Legacy JSON templates at random, of what is built in everywhere: valid, with all that such templates are written with. */
import type { Random } from './random-expression'

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!
const some = <T>(random: Random, most: number, make: (i: number) => T): T[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, (_, i) => make(i))

const PIECES = [
  ...['x', ' ', '-', '.', '"', "'", '\\', '\n', '$', '%', '${x}', '%{y}', 'é', '#', '//', '='],
  ...['{{user `a`}}', '{{ user `b` }}', '{{user `c`}}', '{{user `undeclared`}}', '{{user `a` | upper}}', '{{lower (user `b`)}}'],
  ...[
    '{{timestamp}}',
    '{{isotime}}',
    '{{isotime `2006-01-02`}}',
    '{{build_type}}',
    '{{packer_version}}',
    '{{pwd}}',
    '{{template_dir | len | lt 1}}',
  ],
  ...['{{split `p.q` `.` 1}}', '{{replace_all `a` `o` `banana`}}', '{{replace `a` `o` 1 `banana`}}', '{{printf `%03d` 7}}'],
  ...['{{if eq (user `a`) `A`}}yes{{else}}no{{end}}', '{{if eq build_type `file`}}{{user `b`}}{{end}}', '{{`{{build_name}}`}}'],
  ...['{{upper `x` | lower}}', 'y {{- user `b` -}} z', '{{/* nothing */}}', '{{len (user `a`)}}'],
] as const

const IN_STEPS = ['{{build `ID`}}', '{{ build `Host` }}', '{{build_name}}'] as const

export function randomText(random: Random, more: readonly string[] = []): string {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, [...PIECES, ...more])).join('')
}

export function randomLegacyTemplate(random: Random): object {
  const names = ['one', 'two', 'three-3', 'fo_ur'].slice(0, 1 + Math.floor(random() * 4))
  const builders = names.map(name =>
    random() < 0.7
      ? { type: 'file', name, target: `out/${name}`, content: randomText(random, ['{{build_name}}']) }
      : { type: 'null', name, communicator: 'none' },
  )
  const condition = () =>
    pick<() => object>(random, [() => ({}), () => ({ only: [pick(random, names)] }), () => ({ except: [pick(random, names)] })])()
  const times = () => (random() < 0.3 ? { pause_before: '1s', max_retries: pick<unknown>(random, [2, '3']), timeout: '1m' } : {})
  const override = () =>
    random() < 0.3 ? { override: { [pick(random, names)]: { inline: [randomText(random, IN_STEPS)] } } } : {}
  const provisioner = () => ({
    type: 'shell-local',
    inline: [randomText(random, IN_STEPS), 'true'],
    environment_vars: some(random, 2, i => `V${i}=${randomText(random, IN_STEPS)}`),
    valid_exit_codes: pick<unknown>(random, [[0], [0, '1'], '0,2']),
    ...condition(),
    ...times(),
    ...override(),
  })
  const postProcessor = () => ({
    type: 'manifest',
    output: pick(random, ['m.json', 'm-{{user `a`}}.json']),
    strip_path: pick<unknown>(random, [true, 'false', 1]),
    custom_data: { k: randomText(random, IN_STEPS) },
    ...condition(),
  })
  const chain = () => pick<() => unknown>(random, [() => 'manifest', postProcessor, () => some(random, 3, postProcessor)])()
  return {
    ...(random() < 0.2 ? { description: 'Made at random' } : {}),
    variables: {
      a: 'A',
      b: pick(random, ['b', 'b-{{user `a`}}', '{{env `HOME_LIKE`}}']),
      c: pick(random, ['', 'c {{user `b`}}', '{{timestamp}}']),
    },
    builders,
    provisioners: some(random, 3, provisioner),
    'post-processors': some(random, 2, chain),
  }
}
