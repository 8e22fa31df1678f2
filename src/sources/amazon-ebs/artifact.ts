/** Images in the forms that Packer's manifest, its outputs and the tools around them know. */
import type { Artifact, Image } from '../../model/artifact'

export const builderId = 'mitchellh.amazonebs'

export function artifactOf(unsorted: readonly Image[]): Artifact {
  const images = [...unsorted].sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : 0))
  const lines = images.map(({ region, id }) => `${region}: ${id}`)
  return {
    builderId,
    id: images.map(({ region, id }) => `${region}:${id}`).join(','),
    description: `AMIs were created:\n${lines.join('\n')}\n`,
    files: [],
    images,
  }
}
