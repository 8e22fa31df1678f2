import { type Pace, type Polling, paceFrom, pause } from '../../../src/platforms/aws/pace'

const usual = { delay: 3250, jitter: 0.075 }
const nearby = { delay: 250, jitter: 0.25 }

test.each<[string, boolean, Polling | undefined, NodeJS.ProcessEnv, Pace]>([
  ['3 to 3.5 seconds', false, undefined, {}, usual],
  ['a quarter of a second on this machine', true, undefined, {}, nearby],
  ['delay_seconds exactly', false, { delay_seconds: 7 }, {}, { delay: 7000, jitter: 0 }],
  ['delay_seconds on this machine too', true, { delay_seconds: 7 }, {}, { delay: 7000, jitter: 0 }],
  ['both', false, { delay_seconds: 30, max_attempts: 50 }, {}, { delay: 30_000, jitter: 0, limit: 1_500_000 }],
  ['attempts alone count as 15 seconds', false, { max_attempts: 240 }, {}, { ...usual, limit: 3_600_000 }],
  [
    'the environment',
    false,
    undefined,
    { AWS_POLL_DELAY_SECONDS: '5', AWS_MAX_ATTEMPTS: '10' },
    { delay: 5000, jitter: 0, limit: 50_000 },
  ],
  [
    'the template before the environment',
    false,
    { delay_seconds: 2 },
    { AWS_POLL_DELAY_SECONDS: '5' },
    { delay: 2000, jitter: 0 },
  ],
  ['the deprecated timeout', false, undefined, { AWS_TIMEOUT_SECONDS: '90' }, { ...usual, limit: 90_000 }],
  [
    'attempts before the deprecated timeout',
    false,
    { max_attempts: 2 },
    { AWS_TIMEOUT_SECONDS: '90' },
    { ...usual, limit: 30_000 },
  ],
  ['no number is no setting', false, undefined, { AWS_POLL_DELAY_SECONDS: 'soon', AWS_MAX_ATTEMPTS: '-1' }, usual],
  ['zero is no setting', false, undefined, { AWS_POLL_DELAY_SECONDS: '0', AWS_MAX_ATTEMPTS: '0' }, usual],
])('%s', (_name, loopback, polling, env, pace) => {
  expect(paceFrom(loopback, polling, env)).toEqual(pace)
})

test('jitter stays within its share, on both sides', () => {
  const pauses = Array.from({ length: 1000 }, () => pause(usual))
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(3000)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(3500)
  expect(pauses.some(each => each < 3125)).toBe(true)
  expect(pauses.some(each => each > 3375)).toBe(true)
})
