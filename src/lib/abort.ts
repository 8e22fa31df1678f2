/** Waiting that can be given up: every wait in ingot takes a signal. */

/** Rejects with the signal's reason as soon as it aborts; the promise itself goes on and its late failure is swallowed. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return withGrace(promise, signal, 0)
}

/** Like `abortable`, but after the abort `promise` has `graceMilliseconds` more to end in its own way. */
export function withGrace<T>(promise: Promise<T>, signal: AbortSignal, graceMilliseconds: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const giveUp = () => {
      if (graceMilliseconds === 0) reject(signal.reason)
      else timer = setTimeout(() => reject(signal.reason), graceMilliseconds)
    }
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    })
  })
}

/** Resolves after the time; rejects with the signal's reason when that aborts first. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** A signal that aborts after the time. Unlike `AbortSignal.timeout` it keeps the process alive until `stop` is called. */
export function timeLimit(milliseconds: number, reason: Error): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(reason), milliseconds)
  return { signal: controller.signal, stop: () => clearTimeout(timer) }
}

/**
 * Aborts with any of the signals, or with a TimeoutError after the time, and keeps no process alive. `AbortSignal.any` over an
 * `AbortSignal.timeout` that nobody else holds loses it to the garbage collector on Node 20, and then never aborts.
 */
export function within(milliseconds: number, ...signals: readonly AbortSignal[]): AbortSignal {
  const limit = new AbortController()
  const late = new DOMException(`not done within ${milliseconds} ms`, 'TimeoutError')
  setTimeout(() => limit.abort(late), milliseconds).unref()
  return AbortSignal.any([...signals, limit.signal])
}
