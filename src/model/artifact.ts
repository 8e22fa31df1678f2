/** What a build yields. */

export interface Artifact {
  /** Packer's id of the maker, e.g. `mitchellh.amazonebs`. */
  readonly builderId: string
  /** Packer's one-line id: `us-east-1:ami-1,us-west-2:ami-2`. */
  readonly id: string
  /** What Packer prints for it. */
  readonly description: string
  readonly files: readonly string[]
  /** One per region, sorted by region; empty for what is not an image. */
  readonly images: readonly Image[]
}

export interface Image {
  readonly region: string
  readonly id: string
  readonly name: string
  readonly sourceId?: string
  /** Hash over all that it was made of; the same recipe on the same base image has the same. */
  readonly fingerprint?: string
}
