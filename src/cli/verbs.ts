/** All verbs; each is loaded when it is called, so that a small one starts fast. */
import type { Verb } from './command'

export const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  build: async () => (await import('./commands/build')).build,
  plan: async () => (await import('./commands/plan')).plan,
  validate: async () => (await import('./commands/validate')).validate,
  clean: async () => (await import('./commands/clean')).clean,
  sandbox: async () => (await import('./commands/sandbox')).sandbox,
  reference: async () => (await import('./commands/reference')).reference,
  version: async () => (await import('./commands/version')).version,
}
