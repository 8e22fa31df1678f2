/** How far a transfer has come, for people who watch: bytes, rate and the time that is left. */
import { duration } from '../../lib/duration-text'
import type { TransferOptions } from '../../model/communicator'
import type { ProvisionContext } from '../../model/plugin'

export function transferProgress(name: string, { signal, progress }: ProvisionContext): TransferOptions {
  const began = Date.now()
  const onProgress = (done: number, total: number) => {
    const seconds = Math.max(0.001, (Date.now() - began) / 1000)
    const rate = done / seconds
    const left = total > done && rate > 0 ? `, ${duration(((total - done) / rate) * 1000)} left` : ''
    progress(`${name}: ${bytes(done)} of ${bytes(total)}, ${bytes(rate)}/s${left}`, total > 0 ? done / total : undefined)
  }
  return { signal, onProgress }
}

/** `812 B`, `4.2 MB`: powers of 1000, as disks and networks are sold. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = count
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}
