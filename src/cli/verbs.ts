/** All verbs; each is loaded when it is called, so that a small one starts fast. */
import type { Verb } from './command'

export const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  build: async () => (await import('./commands/build')).build,
  plan: async () => (await import('./commands/plan')).plan,
  validate: async () => (await import('./commands/validate')).validate,
  inspect: async () => (await import('./commands/inspect')).inspect,
  console: async () => (await import('./commands/console')).console,
  fmt: async () => (await import('./commands/fmt')).fmt,
  init: async () => (await import('./commands/init')).init,
  hcl2_upgrade: async () => (await import('./commands/hcl2-upgrade')).hcl2Upgrade,
  test: async () => (await import('./commands/test')).test,
  merge: async () => (await import('./commands/merge')).merge,
  clean: async () => (await import('./commands/clean')).clean,
  'iam-policy': async () => (await import('./commands/iam-policy')).iamPolicy,
  sandbox: async () => (await import('./commands/sandbox')).sandbox,
  reference: async () => (await import('./commands/reference')).reference,
  version: async () => (await import('./commands/version')).version,
}
