/** Inputs of the Action, told once: which there are, what they take, and which commands they are for. A test holds action.yml to this. */
import { cellsBy } from '../engine/cells'
import { hostKeyChoices } from '../model/communicator-options'
import {
  type CommandName,
  choice,
  commandNames,
  duration,
  type Input,
  lines,
  minutes,
  patterns,
  text,
  toggle,
  variables,
  whole,
} from './input-kinds'

const OF_TEMPLATES: readonly CommandName[] = ['build', 'validate', 'plan', 'merge', 'test']
const OF_PUBLISHERS: readonly CommandName[] = ['build', 'merge']
const OF_RUNS: readonly CommandName[] = ['build', 'merge', 'test']
const OF_TESTERS: readonly CommandName[] = ['build', 'test']

export const inputs = {
  command: choice('What to do: build, validate, plan, merge, test or clean.', commandNames),
  template: text('Packer template, a folder or a file, relative to the working directory. Every command but clean needs it.', {
    commands: OF_TEMPLATES,
  }),
  vars: variables(
    'Variables, one `name=value` a line; the value may hold `=` and quotes. For several lines write `name<<END`, the lines, and `END`.',
    { commands: OF_TEMPLATES },
  ),
  'var-files': lines('Variable files (.pkrvars.hcl, .json), one a line, later ones win.', { commands: OF_TEMPLATES }),
  only: patterns('Globs of builds to run, separated by commas or lines.', { commands: OF_TEMPLATES }),
  except: patterns('Globs of builds and post-processors to leave out, separated by commas or lines.', { commands: OF_TEMPLATES }),
  'evaluate-datasources': toggle('true asks data sources; otherwise what depends on them is unknown.', {
    commands: ['validate', 'plan'],
  }),
  'syntax-only': toggle('true looks at the syntax and the variables only, not at the options of components.', {
    commands: ['validate'],
  }),
  'host-keys': choice(
    'How host keys of launched machines are known: auto, pin, console or trust. What *.ingot.hcl says when empty.',
    ['', ...hostKeyChoices],
    { commands: ['build'] },
  ),
  sandbox: toggle('true bakes on the embedded sandbox, with no cloud account at all. The runner needs Debian or Ubuntu.', {
    commands: OF_RUNS,
  }),
  'sandbox-image': text(
    'A cloud image (path or http address) as base image of the sandbox, instead of the Debian that is made on the runner.',
    { commands: OF_RUNS },
  ),
  'sandbox-image-checksum': text('Its checksum, sha256:HEX or sha512:HEX; an image without one is not used.', {
    commands: OF_RUNS,
  }),
  'sandbox-image-name': text("Its name in the sandbox. Default: the file's.", { commands: OF_RUNS }),
  'sandbox-image-owner': text("The account that owns it in the sandbox. Default: Debian's.", { commands: OF_RUNS }),
  region: text('AWS region where the template names none.'),
  endpoint: text('Address of another service that speaks AWS, such as http://127.0.0.1:5000.'),
  'role-to-assume': text(
    'ARN of a role to assume with OIDC tokens of the job, renewed for as long as it runs. Needs `id-token: write`.',
  ),
  audience: text('Audience of those OIDC tokens.', { default: 'sts.amazonaws.com' }),
  image: text('ID of an image that exists, to be asked the smoke tests of the template.', { commands: ['test'] }),
  'smoke-tests': lines('Goss files, scripts or folders of such, one a line, asked besides what the template declares.', {
    commands: OF_TESTERS,
  }),
  'smoke-tests-timeout': duration('For all smoke tests of a build together, e.g. 20m. Default: 1h.', { commands: OF_TESTERS }),
  'no-smoke-tests': toggle('true publishes without testing, which every output says.', { commands: ['build'] }),
  'skip-unchanged': toggle(
    'true outputs the image that was published of the same template, files and base image, if there is one, and bakes none.',
    { commands: ['build'] },
  ),
  force: toggle('true replaces what exists already: images of the same name, files.', { commands: OF_PUBLISHERS }),
  'parallel-builds': whole('Builds at a time; 0 is no limit.', { default: '0', commands: OF_PUBLISHERS }),
  'on-failure': choice(
    'What becomes of a failed build: cleanup removes all of it, abort leaves it in place to be looked at, run-cleanup-provisioner too, after that provisioner.',
    ['cleanup', 'abort', 'run-cleanup-provisioner'],
    { commands: ['build'] },
  ),
  'tfvars-file': text('Where to write the images as Terraform variables.', {
    default: 'images.auto.tfvars.json',
    commands: OF_PUBLISHERS,
  }),
  'tf-env-file': text('Where to write the images as a line TF_VAR_images=…, for an environment.', { commands: OF_PUBLISHERS }),
  sbom: toggle('false does not list what is installed in the images.', { default: 'true', commands: OF_RUNS }),
  'sbom-dir': text('Folder for those lists, each BUILD.cdx.json. Default: that of tfvars-file.', { commands: OF_RUNS }),
  'previous-sbom': text(
    'What was installed in the last image, to say what has changed: an SBOM, or a folder of them. Default: what lies in sbom-dir.',
    { commands: OF_RUNS },
  ),
  'machine-lifetime': duration('After which a forgotten machine on AWS ends itself, e.g. 6h; 0s for never. Default: 12h.', {
    commands: OF_RUNS,
  }),
  'ssm-parameter': text(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the user writes it
    'Parameter of AWS Systems Manager that is to hold the ID of each published image, in its region. The name may hold `${source.name}`.',
    { commands: OF_PUBLISHERS },
  ),
  publish: choice(
    'now, or later: the image is tested and waits, and command: merge copies, tags and hands it out.',
    ['now', 'later'],
    { commands: ['build'] },
  ),
  'matrix-by': choice('What the cells of the matrix are: one for each build, type (of source), or region.', cellsBy, {
    commands: ['plan'],
  }),
  reports: lines('Folders or files with the reports of the cells, one a line.', { commands: ['merge'] }),
  'older-than': duration(
    'What runs left behind that began so long ago is removed by its tags, e.g. 3h. Published images are never touched.',
    { commands: ['clean'] },
  ),
  runs: patterns('Only what these runs left, by ID, separated by commas or lines; then older-than may be left out.', {
    commands: ['clean'],
  }),
  regions: patterns('Where to look for it, separated by commas or lines; all is every region of the account.', {
    default: 'all',
    commands: ['clean'],
  }),
  'dry-run': toggle('true says what would be removed, and removes nothing.', { commands: ['clean'] }),
  'working-directory': text('Folder that the template and all other paths are relative to. Default: the workspace.'),
  summary: toggle('false writes no step summary.', { default: 'true' }),
  annotations: toggle('false marks no lines of the template in the pull request.', { default: 'true' }),
  comment: toggle('true keeps one comment on the pull request up to date with the result. Needs `pull-requests: write`.', {
    commands: OF_RUNS,
  }),
  'github-token': text('Token for that comment.', {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the host fills it in
    default: '${{ github.token }}',
  }),
  'timeout-minutes': minutes(
    'Ends the run with its clean-up after this time. Choose it some minutes shorter than that of the job; 0 is no limit.',
    { default: '0', commands: OF_RUNS },
  ),
} as const satisfies Readonly<Record<string, Input>>

export type InputName = keyof typeof inputs
export type Inputs = { readonly [N in InputName]: ReturnType<(typeof inputs)[N]['read']> }

export const declaration = (name: InputName): Input => inputs[name]
