/** A private EC2: `serve` it, `reset` it. */
export { reset, type Sandbox, type SandboxOptions, serve } from './serve'
export { defaultStateFolder } from './state-folder'
