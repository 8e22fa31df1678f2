/** All that is built in, one line each. Template and engine get it handed in and know no plugin by name. */
import { none } from './communicators/none'
import { ssh } from './communicators/ssh'
import type { Plugins } from './model/plugin'
import { awsResourceKinds } from './platforms/aws/kinds'
import { artifice } from './post-processors/artifice'
import { checksum } from './post-processors/checksum'
import { compress } from './post-processors/compress'
import { manifest } from './post-processors/manifest'
import { shellLocal as shellLocalPostProcessor } from './post-processors/shell-local'
import { file as fileProvisioner } from './provisioners/file'
import { shell } from './provisioners/shell'
import { shellLocal } from './provisioners/shell-local'
import { askSmokeTest } from './smoke-tests'
import { amazonEbs } from './sources/amazon-ebs'
import { file } from './sources/file'
import { nullSource } from './sources/null'

export const plugins: Plugins = {
  sources: byType(amazonEbs, file, nullSource),
  provisioners: byType(fileProvisioner, shell, shellLocal),
  postProcessors: byType(artifice, checksum, compress, manifest, shellLocalPostProcessor),
  dataSources: {},
  communicators: byType(none, ssh),
  askSmokeTest,
  resourceKinds: awsResourceKinds,
}

/** Each plugin is typed by its own options; whoever takes it from here decodes by `options` first. */
function byType<T>(...entries: readonly { readonly type: string }[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.map(entry => [entry.type, entry as T]))
}
