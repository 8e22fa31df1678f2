/** The words of a `smoke_test` block. The reference page is made of them. */
import { duration } from '../language/options/duration-option'
import { block, blocks, flag, number, numbers, text, textMap, texts } from '../language/options/spec'

const port = (value: number) =>
  Number.isInteger(value) && value > 0 && value < 65536 ? undefined : 'a port is a number from 1 to 65535'

const patience = {
  timeout: duration('How long one try may take.', { default: '5s' }),
  retry_timeout: duration('How long to try again before a failure is final.', { default: '30s' }),
  sleep: duration('Time between two tries.', { default: '1s' }),
} as const

const goss = {
  files: texts('Goss files of this machine, relative to the template folder. Default: `smoke/goss.yaml`.'),
  vars: texts('Files of variables for their templates (`.Vars`); later ones win.', { default: [] }),
  sudo: flag('Ask through `sudo -n`, for what only root may see.', { default: false }),
  retry_timeout: duration('How long to ask again before a failure is final. `0s`: once.', { default: '0s' }),
  sleep: duration('Time between two tries.', { default: '1s' }),
} as const

const tcp = {
  name: text('Name of the result.'),
  port: number('The port that has to accept a connection from this machine.', { required: true, check: port }),
  ...patience,
} as const

const http = {
  name: text('Name of the result.'),
  port: number('The port to ask. Default: 80, with `tls` 443.', { check: port }),
  path: text('Path and query.', { default: '/' }),
  tls: flag('Ask over HTTPS.', { default: false }),
  insecure: flag('Do not check the certificate: a fresh machine rarely has the name that it is made for.', { default: false }),
  host: text('Name for the Host header, and the name that the certificate has to have. Default: the address of the machine.'),
  method: text('Method of the request.', { default: 'GET' }),
  request_headers: textMap('Headers of the request.', { default: {} }),
  request_body: text('Body of the request.'),
  status: numbers('Status codes that pass.', { default: [200] }),
  headers: textMap('Headers that the answer must have: name to regular expression.', { default: {} }),
  body: texts('What lines of the body must hold, as goss writes it: `text`, `!text`, `/regex/`, `!/regex/`.', { default: [] }),
  follow_redirects: flag('Ask where the answer sends us, ten times at most.', { default: true }),
  ...patience,
} as const

const machine = {
  name: text('Name of the machine, shown behind the name of each result.', { required: true }),
  instance_type: text('Another type than that of the source block.'),
  user_data: text('User data of this machine. Default: none, the image has to stand alone.'),
  user_data_file: text('File of this machine with the user data, relative to the template folder.'),
} as const

export const smokeTestOptions = {
  scripts: texts(
    'Script files of this machine, relative to the template folder; each is run on the fresh machine and passes with exit status 0. TAP on standard output, and TAP or JUnit files in `$INGOT_RESULTS_DIR`, become results of their own.',
    { default: [] },
  ),
  inline: texts('Commands that are run as one script, which stops at the first that fails.', { default: [] }),
  environment: textMap('Environment variables of scripts and commands; `.Env` of goss files.', { default: {} }),
  run: text('Where scripts and commands run: on the fresh `machine`, or on this one (`local`).', {
    oneOf: ['machine', 'local'],
    default: 'machine',
  }),
  goss: block(goss, 'What goss files say of the machine, asked over SSH; nothing is installed on it.'),
  tcp: blocks(tcp, 'A port that has to be open, as seen from this machine.'),
  http: blocks(http, 'A request from this machine, and what its answer has to be.'),
  ports: numbers('TCP ports of the machine to open for this machine while it is tested, besides those of `tcp` and `http`.', {
    default: [],
  }),
  reboot: flag('Ask everything again after a reboot.', { default: false }),
  allow_failed_units: texts('Systemd units that may have failed, as globs; others fail the test.', { default: [] }),
  machine: blocks(machine, 'A machine to ask. All of them are asked in parallel. None: one as the source block says.'),
  on_failure: text('What becomes of a candidate that fails: it is discarded, or kept, private and tagged as failed.', {
    oneOf: ['discard', 'keep'],
    default: 'discard',
  }),
  timeout: duration('How long the whole test may take, once the machine is reached.', { default: '5m' }),
  only: texts('The sources whose images are tested, as `type.name`. Default: all.'),
  except: texts('The sources whose images are not tested, as `type.name`.'),
} as const
