/** All resource types that goss has on Linux, but for `gossfile`, which is about files of tests. */
import type { ResourceKind } from '../resource'
import { group, user } from './accounts'
import { addr } from './addr'
import { command } from './command'
import { dns } from './dns'
import { file } from './file'
import { http } from './http'
import { matching } from './matching'
import { packageKind } from './package'
import { port } from './port'
import { service } from './service'
import { kernelParam, mount, networkInterface, processKind } from './system'

const kinds: readonly ResourceKind[] = [
  ...[addr, command, dns, file, group, http, networkInterface, kernelParam],
  ...[matching, mount, packageKind, port, processKind, service, user],
]

export const resourceKinds: ReadonlyMap<string, ResourceKind> = new Map(kinds.map(kind => [kind.type, kind]))
