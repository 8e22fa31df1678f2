/** Inputs of the Action, told once: which there are, what they are by default, and which commands take them. A test holds action.yml to this. */

export const commandNames = ['build', 'validate', 'plan', 'merge', 'test', 'clean'] as const
export type CommandName = (typeof commandNames)[number]

export interface Input {
  readonly description: string
  /** As action.yml has it. Default: empty, which is as good as not given. */
  readonly default?: string
  /** Default: all of them. */
  readonly commands?: readonly CommandName[]
}

const OF_TEMPLATES: readonly CommandName[] = ['build', 'validate', 'plan', 'merge', 'test']
const OF_PUBLISHERS: readonly CommandName[] = ['build', 'merge']
const OF_RUNS: readonly CommandName[] = ['build', 'merge', 'test']

export const inputs = {
  command: {
    description: 'What to do: build, validate, plan, merge, test or clean.',
    default: 'build',
  },
  template: {
    description: 'Packer template, a folder or a file, relative to the working directory. Every command but clean needs it.',
    commands: OF_TEMPLATES,
  },
  vars: {
    description:
      'Variables, one `name=value` a line; the value may hold `=` and quotes. For several lines write `name<<END`, the lines, and `END`.',
    commands: OF_TEMPLATES,
  },
  'var-files': {
    description: 'Variable files (.pkrvars.hcl, .json), one a line, later ones win.',
    commands: OF_TEMPLATES,
  },
  only: {
    description: 'Globs of builds to run, separated by commas or lines.',
    commands: OF_TEMPLATES,
  },
  except: {
    description: 'Globs of builds and post-processors to leave out, separated by commas or lines.',
    commands: OF_TEMPLATES,
  },
  'host-keys': {
    description: 'How host keys of launched machines are known: auto, pin, console or trust. What *.ingot.hcl says when empty.',
    commands: ['build'],
  },
  sandbox: {
    description: 'true bakes on the embedded sandbox, with no cloud account at all. The runner needs Debian or Ubuntu.',
    default: 'false',
    commands: OF_RUNS,
  },
  region: {
    description: 'AWS region where the template names none.',
  },
  endpoint: {
    description: 'Address of another service that speaks AWS, such as http://127.0.0.1:5000.',
  },
  'role-to-assume': {
    description: 'ARN of a role to assume with OIDC tokens of the job, renewed for as long as it runs. Needs `id-token: write`.',
  },
  audience: {
    description: 'Audience of those OIDC tokens.',
    default: 'sts.amazonaws.com',
  },
  image: {
    description: 'ID of an image that exists, to be asked the smoke tests of the template.',
    commands: ['test'],
  },
  'smoke-tests': {
    description: 'Goss files, scripts or folders of such, one a line, asked besides what the template declares.',
    commands: ['build', 'test'],
  },
  'no-smoke-tests': {
    description: 'true publishes without testing, which every output says.',
    default: 'false',
    commands: ['build'],
  },
  'skip-unchanged': {
    description:
      'true outputs the image that was published of the same template, files and base image, if there is one, and bakes none.',
    default: 'false',
    commands: ['build'],
  },
  force: {
    description: 'true replaces what exists already: images of the same name, files.',
    default: 'false',
    commands: OF_PUBLISHERS,
  },
  'parallel-builds': {
    description: 'Builds at a time; 0 is no limit.',
    default: '0',
    commands: OF_PUBLISHERS,
  },
  'on-failure': {
    description: 'What becomes of a failed build: cleanup removes all of it, abort leaves it in place to be looked at.',
    default: 'cleanup',
    commands: ['build'],
  },
  'tfvars-file': {
    description: 'Where to write the images as Terraform variables.',
    default: 'images.auto.tfvars.json',
    commands: OF_PUBLISHERS,
  },
  publish: {
    description: 'now, or later: the image is tested and waits, and command: merge copies, tags and hands it out.',
    default: 'now',
    commands: ['build'],
  },
  'matrix-by': {
    description: 'What the cells of the matrix are: one for each build, type (of source), or region.',
    default: 'build',
    commands: ['plan'],
  },
  reports: {
    description: 'Folders or files with the reports of the cells, one a line.',
    commands: ['merge'],
  },
  'older-than': {
    description:
      'What runs left behind that began so long ago is removed by its tags, e.g. 3h. Published images are never touched.',
    commands: ['clean'],
  },
  regions: {
    description: 'Where to look for it, separated by commas or lines; all is every region of the account.',
    default: 'all',
    commands: ['clean'],
  },
  'dry-run': {
    description: 'true says what would be removed, and removes nothing.',
    default: 'false',
    commands: ['clean'],
  },
  'working-directory': {
    description: 'Folder that the template and all other paths are relative to. Default: the workspace.',
  },
  summary: {
    description: 'false writes no step summary.',
    default: 'true',
  },
  annotations: {
    description: 'false marks no lines of the template in the pull request.',
    default: 'true',
  },
  comment: {
    description: 'true keeps one comment on the pull request up to date with the result. Needs `pull-requests: write`.',
    default: 'false',
    commands: OF_RUNS,
  },
  'github-token': {
    description: 'Token for that comment.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the host fills it in
    default: '${{ github.token }}',
  },
  'timeout-minutes': {
    description:
      'Ends the run with its clean-up after this time. Choose it some minutes shorter than that of the job; 0 is no limit.',
    default: '0',
    commands: OF_RUNS,
  },
} as const satisfies Readonly<Record<string, Input>>

export type InputName = keyof typeof inputs

export const declaration = (name: InputName): Input => inputs[name]
