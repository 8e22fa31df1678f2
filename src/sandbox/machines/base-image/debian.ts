/** The base image that every sandbox has: Debian 12 under its publisher's own ID and name pattern, made here once. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { BaseImage, Report } from '../machine-kind'
import { buildDisk, packages, sizeGiB } from './build'
import { guestFiles } from './guest-files'
import { fileSystemConfig, hookScript } from './hook'
import type { ImageStore } from './store'

/** Debian's account on AWS, from which its cloud team publishes (wiki.debian.org/Cloud/AmazonEC2Image). */
export const debianOwner = '136693071363'

/** Changes with everything that the image is made of, so that another version of ingot makes its own. */
export const recipe = createHash('sha256')
  .update(JSON.stringify([packages, guestFiles, fileSystemConfig, hookScript(sizeGiB * 2 ** 30)]))
  .digest('hex')
  .slice(0, 12)

/** From the cache, or built: one to two minutes. */
export async function debianImage(store: ImageStore, report: Report, signal: AbortSignal): Promise<BaseImage> {
  const known = (await store.list()).find(image => image.recipe === recipe)
  if (known) return known
  report('base image: Debian 12 is made now, once; this takes a minute or two')
  const image = await store.add(async folder => {
    await buildDisk(join(folder, 'disk.qcow2'), report, signal)
    return { ...identity(new Date()), recipe }
  })
  report(`base image: ${image.name} is kept in ${image.disk}`)
  return image
}

/** As Debian names them: release, architecture, day, and a number that tells images of a day apart. */
export function identity(made: Date): Omit<BaseImage, 'disk'> {
  const [day, time] = made.toISOString().split('T')
  const name = `debian-12-amd64-${day!.replaceAll('-', '')}-${time!.slice(0, 5).replace(':', '')}`
  return {
    name,
    ownerId: debianOwner,
    description: `Debian 12 (${day!.replaceAll('-', '')})`,
    architecture: 'x86_64',
    rootDeviceName: '/dev/xvda',
    sizeGiB,
    creationDate: made.toISOString(),
  }
}
