/** A private EC2: `serve` it, `reset` it. */
export { type Fault, type Faults, faultsOf, readFaults } from './ec2/behaviour/faults'
export { reset, type Sandbox, type SandboxOptions, serve } from './serve'
export { defaultStateFolder } from './state-folder'
