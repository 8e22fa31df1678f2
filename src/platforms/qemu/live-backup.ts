/** A copy of a running machine's disk as it is at one moment, made by qemu itself while the guest goes on. */
import { rename, rm } from 'node:fs/promises'
import { createDisk } from './qemu-img'
import type { Qmp } from './qmp'

/** `device` is the id of a -drive. Nothing is left at `target` unless it is whole. */
export async function backupRunning(qmp: Qmp, device: string, size: number, target: string, signal: AbortSignal): Promise<void> {
  const partial = `${target}.partial`
  const job = `backup-${device}`
  signal.throwIfAborted()
  const finished = jobEnd(qmp, job)
  const cancel = () => void qmp.execute('block-job-cancel', { device: job, force: true }).catch(() => undefined)
  try {
    await createDisk(partial, size)
    await qmp.execute('blockdev-add', { driver: 'qcow2', 'node-name': job, file: { driver: 'file', filename: partial } })
    try {
      await qmp.execute('blockdev-backup', { 'job-id': job, device, target: job, sync: 'full' })
      signal.addEventListener('abort', cancel, { once: true })
      if (signal.aborted) cancel()
      await finished.promise
    } finally {
      await qmp.execute('blockdev-del', { 'node-name': job }).catch(() => undefined)
    }
    signal.throwIfAborted()
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { force: true })
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', cancel)
    finished.forget()
  }
}

function jobEnd(qmp: Qmp, job: string): { promise: Promise<void>; forget(): void } {
  let forget = () => {}
  const promise = new Promise<void>((resolve, reject) => {
    forget = qmp.onEvent(
      ({ event, data }) => {
        if (data?.device !== job) return
        if (event === 'BLOCK_JOB_COMPLETED')
          data.error === undefined ? resolve() : reject(new Error(`the disk could not be copied: ${data.error}`))
        if (event === 'BLOCK_JOB_CANCELLED') reject(new Error('the copy was given up'))
      },
      () => reject(new Error('the machine ended while its disk was copied')),
    )
  })
  promise.catch(() => undefined)
  return { promise, forget }
}
