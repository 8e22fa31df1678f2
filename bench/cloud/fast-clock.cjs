// A clock that runs INGOT_CLOCK times as fast, for programs that wait: `node --require bench/cloud/fast-clock.cjs`.
const speed = Number(process.env.INGOT_CLOCK ?? 100)
const timers = require('node:timers')
const promises = require('node:timers/promises')
const began = Date.now()
const { now } = Date
Date.now = () => began + (now() - began) * speed
for (const one of ['setTimeout', 'setInterval']) {
  const real = timers[one]
  const quick = (work, milliseconds = 1, ...rest) => real(work, milliseconds / speed, ...rest)
  Object.assign(quick, real)
  timers[one] = quick
  globalThis[one] = quick
}
const { setTimeout: sleep } = promises
promises.setTimeout = (milliseconds, ...rest) => sleep(milliseconds / speed, ...rest)
