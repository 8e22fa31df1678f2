/** Releases what was found by its marks and not in a journal: of runs whose journal is gone with the machine that kept it. */
import type { EventBody } from '../model/event'
import type { Leftover } from '../model/report'
import type { Place } from '../model/resource'
import type { CleanOptions } from './clean'
import { Scope } from './scope'

export interface Found {
  readonly run: string
  /** By ResourceKind.name. */
  readonly kind: string
  readonly id: string
  readonly token: string
  readonly place: Place
}

/** `found` in the order in which it was created; what stands last goes first. Places are cleaned side by side. */
export async function sweep(
  found: readonly Found[],
  { resourceKinds, say, signal }: Pick<CleanOptions, 'resourceKinds' | 'say' | 'signal'>,
): Promise<readonly Leftover[]> {
  const places = [...new Set(found.map(({ place }) => JSON.stringify(place)))]
  const remaining = await Promise.all(
    places.map(async text => {
      const here = found.filter(({ place }) => JSON.stringify(place) === text)
      const emit = (event: EventBody) => {
        if (event.type === 'resource' && event.state === 'released')
          say(`Released ${event.kind} ${event.id} (${whereabouts(text)})`)
      }
      const scope = new Scope({ build: '', journal: noJournal, newToken, emit })
      for (const { kind, place, token, id } of here) {
        const at = Object.hasOwn(resourceKinds, kind) ? resourceKinds[kind] : undefined
        if (at) scope.adopt(at(place), token, id)
      }
      await scope.hasten(signal)
      return scope.close(signal)
    }),
  )
  return remaining.flat()
}

const whereabouts = (place: string): string => Object.values(JSON.parse(place) as Place).join(', ')

/** Nothing is created, so nothing needs to be found again. */
const noJournal = { append: async () => {} }
const newToken = (): never => {
  throw new Error('clean creates nothing')
}
