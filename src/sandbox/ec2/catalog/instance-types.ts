/** Instance types by EC2's naming: the family gives memory per vCPU and architecture, the size the number of vCPUs. */

export interface InstanceType {
  readonly name: string
  readonly architecture: 'x86_64' | 'arm64'
  readonly vcpus: number
  readonly memoryMiB: number
  readonly burstable: boolean
  readonly bareMetal: boolean
  readonly nitro: boolean
  readonly currentGeneration: boolean
  readonly freeTier: boolean
}

type Size = readonly [vcpus: number, memoryGiB: number]

const burstableSizes: Readonly<Record<string, Size>> = {
  nano: [2, 0.5],
  micro: [2, 1],
  small: [2, 2],
  medium: [2, 4],
  large: [2, 8],
  xlarge: [4, 16],
  '2xlarge': [8, 32],
}
/** The first generation of burstable types has fewer vCPUs. */
const t2Vcpus: Readonly<Record<string, number>> = { nano: 1, micro: 1, small: 1 }
const vcpusOf: Readonly<Record<string, number>> = {
  medium: 1,
  large: 2,
  xlarge: 4,
  '2xlarge': 8,
  '3xlarge': 12,
  '4xlarge': 16,
  '8xlarge': 32,
  '9xlarge': 36,
  '12xlarge': 48,
  '16xlarge': 64,
  '18xlarge': 72,
  '24xlarge': 96,
  '32xlarge': 128,
  '48xlarge': 192,
  metal: 96,
}
/** GiB per vCPU by the family's first letters. */
const memoryPerVcpu: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8, i: 8, d: 8, x: 16, z: 8, g: 4, p: 8, inf: 2, trn: 4 }

const families =
  't1 t2 t3 t3a t4g m1 m2 m3 m4 m5 m5a m5ad m5d m5dn m5n m5zn m6a m6g m6gd m6i m6id m6idn m6in m7a m7g m7gd m7i m7i-flex m8g ' +
  'c1 c3 c4 c5 c5a c5ad c5d c5n c6a c6g c6gd c6gn c6i c6id c6in c7a c7g c7gd c7gn c7i c7i-flex c8g r3 r4 r5 r5a r5ad r5b r5d ' +
  'r5dn r5n r6a r6g r6gd r6i r6id r7a r7g r7gd r7i r7iz r8g i2 i3 i3en i4g i4i i7ie d2 d3 d3en x1 x1e x2gd x2idn x2iedn z1d ' +
  'g3 g3s g4ad g4dn g5 g5g g6 g6e p2 p3 p4d p5 inf1 inf2 trn1'
const known = new Set(families.split(' '))

export const instanceTypes: readonly InstanceType[] = [...known].flatMap(family => {
  const sizes = family.startsWith('t') && family !== 'trn1' ? burstableSizes : vcpusOf
  return Object.keys(sizes).flatMap(size => instanceType(`${family}.${size}`) ?? [])
})

/** Undefined when EC2 has no such type. */
export function instanceType(name: string): InstanceType | undefined {
  const [family = '', size = ''] = name.split('.')
  const [, letters = '', generation = '', features = ''] = /^(inf|trn|[a-z])(\d+)([a-z-]*)$/.exec(family) ?? []
  if (!known.has(family)) return undefined
  const burstable = letters === 't'
  const [vcpus, memoryGiB] = (burstable ? burstableSizes[size] : ordinary(letters, size)) ?? []
  if (vcpus === undefined || memoryGiB === undefined || (family === 't1' && size !== 'micro')) return undefined
  return {
    name,
    architecture: features.includes('g') && letters !== 't' ? 'arm64' : family === 't4g' ? 'arm64' : 'x86_64',
    vcpus: family === 't2' ? (t2Vcpus[size] ?? vcpus) : vcpus,
    memoryMiB: memoryGiB * 1024,
    burstable,
    bareMetal: size === 'metal',
    nitro: Number(generation) >= 5 || ['t3', 't3a', 't4g'].includes(family),
    currentGeneration: Number(generation) >= (burstable ? 2 : 4),
    freeTier: name === 't2.micro' || name === 't3.micro',
  }
}

function ordinary(letters: string, size: string): Size | undefined {
  const vcpus = vcpusOf[size]
  return vcpus === undefined ? undefined : [vcpus, vcpus * (memoryPerVcpu[letters] ?? 4)]
}
