// ingot in a pipeline: thin Groovy over the command line. See ingot.txt for the parameters.
import ingot.Parameters
import ingot.Results

/** Bakes, tests and publishes. The result is a Map: images.web['us-east-1'], outcome, report, tfvars, manifest. */
Map build(Map given = [:]) {
  return applied('build', given)
}

/** Joins what cells on other agents came to, and publishes what they left for later. The result is as of build. */
Map merge(Map given = [:]) {
  return applied('merge', given)
}

/** Asks an image that exists the smoke tests of a template, say each night what is in production. The result is as of build. */
Map test(Map given = [:]) {
  return applied('test', given)
}

/** Fails when the template is not valid. */
void validate(Map given = [:]) {
  inPlace('validate', given) { Map place -> demand(command(place, 'validate', given), 'validate', given) }
}

/** The cells for several agents: a List of Maps with key, only and builds. */
List plan(Map given = [:]) {
  List cells = []
  inPlace('plan', given) { Map place ->
    String file = "${place.folder}/cells.json"
    demand(command(place, 'plan', [matrixBy: 'build'] + given, file), 'plan', given)
    cells.addAll(Results.parse(readFile(file)))
  }
  return cells
}

/** Without parameters what this workspace's runs left behind; with olderThan: '3h' what anybody's did, by tag. */
void clean(Map given = [:]) {
  inPlace('clean', given) { Map place ->
    int status = given.olderThan || given.run ? command(place, 'clean', [yes: true] + given) : cleanUp(place, "${place.folder}/runs-*")
    demand(status, 'clean', given)
  }
}

/** One agent for each cell of the plan, then one merge here. prepare: brings the template there; by default checkout scm. */
Map fanOut(Map given = [:]) {
  refuseMistakes('fanOut', given)
  List own = ['label', 'prepare', 'attempts', 'matrixBy']
  Map shared = Parameters.without(given, own)
  Closure prepare = given.prepare ?: { -> checkout scm }
  Map branches = [failFast: false]
  List cells = plan(Parameters.only(given, Parameters.OF_COMMANDS.plan + Parameters.OF_STEPS))
  for (Map each : cells) {
    Map cell = each
    branches[cell.key] = { -> onAgent(cell, given, shared, prepare) }
  }
  parallel(branches)
  dir("${given.directory ?: '.'}/ingot-cells") {
    // Of the last build in this workspace.
    deleteDir()
    for (Map cell : cells) dir(cell.key) { unstash("ingot-${cell.key}") }
  }
  return merge(Parameters.only(shared, Parameters.OF_COMMANDS.merge + Parameters.OF_STEPS) + [reports: 'ingot-cells'])
}

/** A lost agent is replaced; a build that failed is not tried again. */
private void onAgent(Map cell, Map given, Map shared, Closure prepare) {
  retry(count: given.attempts ?: 2, conditions: [agent(), nonresumable()]) {
    node(given.label ?: '') {
      prepare()
      Map own = Parameters.without(shared, Parameters.OF_PUBLICATION)
      build(own + [only: cell.only, publish: 'later', stash: "ingot-${cell.key}".toString(), describe: false])
    }
  }
}

/** A run of the engine, and whatever becomes of it, its clean-up and its results. */
private Map applied(String name, Map given) {
  Map result = [:]
  inPlace(name, given) { Map place ->
    String file = 'ingot-report.json'
    String tests = given.junitFile ?: 'ingot-junit.xml'
    int status = -1
    sh(script: "rm -f ${file} ingot-junit.xml", label: 'ingot: forget the reports of the last run')
    try {
      status = command(place, name, given + [reportFile: file, junitFile: tests])
    } finally {
      // On an abort the step above throws; the process may still be cleaning up by itself.
      if (status != 0) cleanUp(place, place.state)
      if (fileExists(file)) result.putAll(published(file, tests, given))
    }
    demand(status, name, given)
  }
  return result
}

private Map published(String file, String tests, Map given) {
  Map result = Results.of(Results.parse(readFile(file)))
  List<String> files = [file]
  for (Map written : result.report.files) if (written.what in ['tfvars', 'manifest', 'sbom']) files.add(written.path)
  if (fileExists(tests)) {
    files.add(tests)
    junit(testResults: tests, allowEmptyResults: true)
  }
  if (given.archive != false) archiveArtifacts(artifacts: files.join(','), allowEmptyArchive: true, fingerprint: true)
  if (given.stash) stash(name: given.stash, includes: files.join(','), allowEmpty: true)
  if (given.describe != false) describe(Results.description(result.report))
  return result
}

/** On the page of the build, and beside it in the history where the plugin badge is installed. */
private void describe(String text) {
  currentBuild.description = text
  try {
    addBadge(icon: 'symbol-cube-outline plugin-ionicons-api', text: text)
  } catch (NoSuchMethodError withoutPlugin) {
    return
  }
}

/** The exit status. Folders may be a pattern of the shell. */
private int cleanUp(Map place, String folders) {
  int status = -1
  withEnv(["INGOT_ARGS_JSON=${Results.forEnvironment(['clean', '-yes'])}", "INGOT_STATE_FOLDERS=${folders}"]) {
    status = started(place, 'sh "$INGOT_CLEAN"', 'ingot clean')
  }
  if (status != 0) echo('ingot: not everything that was made could be removed; what remains is named above')
  return status
}

/** The exit status; with a file, what it prints goes there. */
private int command(Map place, String name, Map given, String file = '') {
  List<String> args = Parameters.arguments(name, given)
  String into = file ? ' > "$INGOT_INTO"' : ''
  int status = -1
  withEnv(["INGOT_ARGS_JSON=${Results.forEnvironment(args)}", "INGOT_INTO=${file}"]) {
    status = started(place, 'sh "$INGOT_RUN"' + into, "ingot ${name} ${given.template ?: ''}")
  }
  return status
}

/** The exit status. An agent that has no command line gets the library's own copy, once for each version; 97 is how run.sh asks for it. */
private int started(Map place, String script, String label) {
  int status = sh(script: script, label: label, returnStatus: true)
  if (status != 97) return status
  echo('ingot: this agent has no command line yet; it gets that of the library')
  writeFile(file: place.archive, text: libraryResource(resource: 'ingot/cli.tgz', encoding: 'Base64'), encoding: 'Base64')
  return sh(script: script, label: label, returnStatus: true)
}

private void demand(int status, String name, Map given) {
  if (status != 0) error("ingot ${name} ${given.template ?: ''} ended with status ${status}; see above")
}

/** Where a command runs: its folder, its tools, its credentials; files of its own beside the workspace. */
private void inPlace(String name, Map given, Closure work) {
  refuseMistakes(name, given)
  if (!isUnix()) error("ingot.${name} runs on Linux agents, and this one runs Windows. Give the node or the stage the label of another agent")
  dir(given.directory ?: '.') {
    String folder = "${pwd(tmp: true)}/ingot"
    // Runs of one build are apart from each other, and from those of other builds that this workspace had.
    Map place = [folder: folder, archive: "${folder}/cli.tgz".toString()]
    place.state = "${folder}/runs-${env.BUILD_NUMBER}-${UUID.randomUUID().toString().substring(0, 8)}".toString()
    for (String script : ['run.sh', 'clean.sh', 'unpack.js']) writeFile(file: "${folder}/${script}", text: libraryResource("ingot/${script}"))
    List<String> environment = ["INGOT_RUN=${folder}/run.sh", "INGOT_CLEAN=${folder}/clean.sh", "INGOT_STATE_DIR=${place.state}"]
    environment.addAll(["INGOT_ARCHIVE=${place.archive}", "INGOT_COPY=${libraryResource('ingot/cli.sha256').trim()}"])
    if (given.cli) environment.add("INGOT_CLI=${given.cli}")
    if (given.region) environment.addAll(["AWS_REGION=${given.region}", "AWS_DEFAULT_REGION=${given.region}"])
    if (given.endpoint) environment.add("AWS_ENDPOINT_URL=${given.endpoint}")
    for (Map.Entry entry : (given.environment ?: [:]).entrySet()) environment.add("${entry.key}=${entry.value}")
    withEnv(environment) { withTools(given) { withKeys(given) { work(place) } } }
  }
}

private void withTools(Map given, Closure work) {
  if (given.node) nodejs(given.node) { work() }
  else work()
}

/** credentials: what withCredentials takes, or the id of AWS keys. role: an ARN, by the step withAWS of the plugin pipeline-aws. */
private void withKeys(Map given, Closure work) {
  Closure inRole = { -> given.role ? withAWS([role: given.role] + (given.region ? [region: given.region] : [:])) { work() } : work() }
  if (!given.credentials) inRole()
  else withCredentials(bindings(given.credentials)) { inRole() }
}

private List bindings(Object given) {
  return given instanceof List ? given : [[$class: 'AmazonWebServicesCredentialsBinding', credentialsId: given.toString()]]
}

private void refuseMistakes(String name, Map given) {
  String mistake = Parameters.mistake(name, given)
  if (mistake) error(mistake)
}
