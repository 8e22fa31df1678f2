/** All that is built in, one line each. Template and engine get it handed in and know no plugin by name. */
import { none } from './communicators/none'
import { ssh } from './communicators/ssh'
import { winrm } from './communicators/winrm'
import { amazonAmi } from './data-sources/amazon-ami'
import { amazonParameterstore } from './data-sources/amazon-parameterstore'
import { amazonSecretsmanager } from './data-sources/amazon-secretsmanager'
import { http } from './data-sources/http'
import { nullData } from './data-sources/null'
import type { Plugins } from './model/plugin'
import { lendKeysBy } from './platforms/aws/lent-keys'
import { awsLookups } from './platforms/aws/lookups'
import { awsLease, lend } from './platforms/hashicorp/aws-leases'
import { hashicorpLookups } from './platforms/hashicorp/lookups'
import { artifice } from './post-processors/artifice'
import { checksum } from './post-processors/checksum'
import { compress } from './post-processors/compress'
import { manifest } from './post-processors/manifest'
import { shellLocal as shellLocalPostProcessor } from './post-processors/shell-local'
import { ansible } from './provisioners/ansible'
import { ansibleLocal } from './provisioners/ansible-local'
import { breakpoint } from './provisioners/breakpoint'
import { file as fileProvisioner } from './provisioners/file'
import { powershell } from './provisioners/powershell'
import { shell } from './provisioners/shell'
import { shellLocal } from './provisioners/shell-local'
import { sleep } from './provisioners/sleep'
import { windowsRestart } from './provisioners/windows-restart'
import { windowsShell } from './provisioners/windows-shell'
import { amazonEbs } from './sources/amazon-ebs'
import { file } from './sources/file'
import { nullSource } from './sources/null'

/** Loaded when a template has such tests: reading goss files takes libraries that cost a tenth of a start. */
const smokeTests = (): typeof import('./smoke-tests') => require('./smoke-tests')

/** Loaded when something is to be removed without the build that made it. */
const awsKinds = (): typeof import('./platforms/aws/kinds') => require('./platforms/aws/kinds')

// Platforms do not see each other.
lendKeysBy(lend)

export const plugins: Plugins = {
  sources: byType(amazonEbs, file, nullSource),
  provisioners: byType(
    ansible,
    ansibleLocal,
    breakpoint,
    fileProvisioner,
    powershell,
    shell,
    shellLocal,
    sleep,
    windowsRestart,
    windowsShell,
  ),
  postProcessors: byType(artifice, checksum, compress, manifest, shellLocalPostProcessor),
  dataSources: byType(amazonAmi, amazonParameterstore, amazonSecretsmanager, http, nullData),
  lookups: { ...awsLookups, ...hashicorpLookups },
  communicators: byType(none, ssh, winrm),
  askSmokeTest: (...given) => smokeTests().askSmokeTest(...given),
  checkSmokeTest: (...given) => smokeTests().checkSmokeTest(...given),
  filesOfSmokeTest: test => smokeTests().filesOfSmokeTest(test),
  listPackages: async (...given) => (await import('./sbom')).listPackages(...given),
  get resourceKinds() {
    return { ...awsKinds().awsResourceKinds, 'vault.aws-lease': () => awsLease() }
  },
}

/** Each plugin is typed by its own options; whoever takes it from here decodes by `options` first. */
function byType<T>(...entries: readonly { readonly type: string }[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.map(entry => [entry.type, entry as T]))
}
