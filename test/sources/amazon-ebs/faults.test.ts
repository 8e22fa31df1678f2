/** A bake with a smoke test and a copy, once for each of its calls (of looks one of a kind) and each way in which that call can go wrong. */

import type { Fault } from '../../../src/sandbox/ec2/behaviour/faults'
import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'
import { bakeOn } from './bake-on'

const signal = new AbortController().signal

/** Sandboxes side by side: what takes time is waiting. */
const width = 4
let clouds: TestCloud[]
/** In order; and the indexes of those that are tried: what changes something, and each question once. */
let actions: string[]
let tried: number[]

beforeAll(async () => {
  clouds = await Promise.all(Array.from({ length: width }, testCloud))
  await order(clouds[0]!)
  actions = clouds[0]!.calls.map(call => call.action)
  tried = actions.flatMap((action, index) => (action.startsWith('Describe') && actions.indexOf(action) < index ? [] : index))
  await empty(clouds[0]!)
}, 60_000)
afterAll(() => Promise.all(clouds.map(cloud => cloud.sandbox.end())))

const order = (cloud: TestCloud) => bakeOn(cloud, { ami_regions: ['eu-west-1'], tags: { Role: 'web' } }, { smokeTest: 'passed' })

async function empty(cloud: TestCloud): Promise<void> {
  for (const region of ['us-east-1', 'eu-west-1']) {
    const ec2 = cloud.ec2.inRegion(region)
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'] }, signal)
    for (const { ImageId } of Images) await ec2.call('DeregisterImage', { ImageId }, signal)
    const { Snapshots = [] } = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'] }, signal)
    for (const { SnapshotId } of Snapshots) await ec2.call('DeleteSnapshot', { SnapshotId }, signal)
  }
}

interface Outcome {
  readonly call: string
  readonly outcome: string
  readonly left: string
}

/** For every call: what came of the bake, and what of it is left when the images of a bake that ended well are taken away. */
async function table(fault: (index: number) => Fault): Promise<Outcome[]> {
  const rows: Outcome[] = []
  let next = 0
  const worker = async (cloud: TestCloud) => {
    while (next < tried.length) {
      const index = tried[next++]!
      cloud.faults(fault(index))
      const { report } = await order(cloud)
      const names = (await cloud.left('eu-west-1')).images.map(image => image.Name).join()
      const published = report.outcome === 'done'
      if (names !== (published ? 'web,web' : '')) rows.push({ call: label(index), outcome: report.outcome, left: names })
      if (published) await empty(cloud)
      const left = await cloud.left('eu-west-1')
      const clean = JSON.stringify(left) === JSON.stringify(nothing)
      rows.push({ call: label(index), outcome: report.outcome, left: clean ? '' : JSON.stringify(left) })
      if (!clean) throw new Error(`left behind after ${label(index)}: ${JSON.stringify(left)}`)
    }
  }
  await Promise.all(clouds.map(worker))
  return rows
}

const label = (index: number) => `${index + 1} ${actions[index]}`

test('any one reply that is lost changes nothing: two images, nothing twice', async () => {
  const rows = await table(index => ({ action: '*', fault: 'cut', when: 'after', skip: index, times: 1 }))
  expect(rows.filter(row => row.outcome !== 'done' || row.left !== '')).toEqual([])
  expect(rows).toHaveLength(tried.length)
}, 180_000)

test('any one call that is refused: done in spite of it, or failed with nothing left', async () => {
  const rows = await table(index => ({ action: '*', fault: 'UnauthorizedOperation', skip: index, times: 1 }))
  expect(rows.filter(row => row.left !== '')).toEqual([])
  expect(rows).toHaveLength(tried.length)
  // The calls of the build itself fail it; what only shows progress or cleans up is tried again or done without.
  const failed = new Set(rows.filter(row => row.outcome === 'failed').map(row => row.call.split(' ')[1]))
  for (const action of [
    'ImportKeyPair',
    'CreateSecurityGroup',
    'RunInstances',
    'StopInstances',
    'CreateImage',
    'CopyImage',
    'CreateTags',
  ])
    expect(failed).toContain(action)
  expect(failed).not.toContain('DeleteKeyPair')
  expect(failed).not.toContain('DescribeSnapshots')
}, 180_000)
