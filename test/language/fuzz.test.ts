/** A share of the fuzzing in a time box; SECONDS=600 for more, SEED for other inputs. `bench/fuzz-language.cjs` has it without jest. */
import { fuzzOnce } from '../helpers/fuzz-language'
import { seeded } from '../helpers/random-expression'

const seconds = Number(process.env.SECONDS ?? 3)

test(
  `nearly right text for ${seconds} seconds`,
  () => {
    const random = seeded(Number(process.env.SEED ?? 1))
    const until = Date.now() + seconds * 1000
    let [count, slowest] = [0, 0]
    for (let now = Date.now(); now < until; count++) {
      fuzzOnce(random)
      const after = Date.now()
      slowest = Math.max(slowest, after - now)
      now = after
    }
    expect(count).toBeGreaterThan(100)
    expect(slowest).toBeLessThan(2000)
  },
  (seconds + 20) * 1000,
)
