package ingot

import com.cloudbees.groovy.cps.NonCPS

/**
 * Named parameters of the library's steps: which there are, and the arguments of the command line that they become. Nothing here
 * calls a step, so all of it is left out of Jenkins' continuations.
 */
class Parameters implements Serializable {
  private static final long serialVersionUID = 1

  /** Of the step itself; the command line does not see them. */
  static final List<String> OF_STEPS = [
    'cli', 'node', 'directory', 'region', 'endpoint', 'role', 'credentials', 'environment', 'archive', 'stash', 'describe',
  ]
  private static final List<String> OF_TEMPLATES = ['template', 'vars', 'varFiles', 'only', 'except']
  private static final List<String> OF_RUNS = [
    'force', 'parallelBuilds', 'onError', 'machineLifetime', 'tfvarsFile', 'junitFile', 'tapFile', 'sbom', 'sbomDir', 'previousSbom',
    'sandbox', 'sandboxKind', 'sandboxState', 'sandboxImage', 'sandboxImageChecksum', 'sandboxImageName', 'sandboxImageOwner',
  ]
  private static final List<String> OF_TESTS = ['smokeTests', 'smokeTestsTimeout', 'debugOnFailure']
  private static final List<String> OF_BUILDS = OF_TEMPLATES + OF_RUNS + OF_TESTS + ['hostKeys', 'skipUnchanged']
  /** In a fan-out they are for the merge, which publishes. */
  static final List<String> OF_PUBLICATION = ['ssmParameter', 'tfEnvFile']

  static final Map<String, List<String>> OF_COMMANDS = [
    build: OF_BUILDS + OF_PUBLICATION + ['publish'],
    merge: OF_TEMPLATES + OF_RUNS + OF_PUBLICATION + ['reports'],
    test: OF_TEMPLATES + OF_RUNS + OF_TESTS + ['image'],
    validate: OF_TEMPLATES + ['syntaxOnly', 'evaluateDatasources'],
    plan: OF_TEMPLATES + ['matrixBy', 'evaluateDatasources'],
    clean: ['olderThan', 'regions', 'run', 'dryRun'],
    fanOut: OF_BUILDS + OF_PUBLICATION + ['matrixBy', 'label', 'prepare', 'attempts'],
  ]

  /** What is wrong with them, in a sentence, or null. */
  @NonCPS
  static String mistake(String command, Map given) {
    List<String> known = OF_COMMANDS[command] + OF_STEPS
    for (Object key : given.keySet()) {
      String name = key.toString()
      if (known.contains(name)) continue
      String meant = nearest(name, known)
      return "ingot.${command} has no parameter '${name}'. " +
        (meant ? "Did you mean '${meant}'?" : "There are: ${known.join(', ')}.")
    }
    if (OF_COMMANDS[command].contains('template') && !given.template)
      return "ingot.${command} needs a template, e.g. ingot.${command}(template: 'images/web')"
    if (command == 'test' && !given.image) return "ingot.test needs an image, e.g. ingot.test(image: 'ami-0a1b2c3d', template: 'images/web')"
    if (command == 'merge' && !given.reports) return "ingot.merge needs reports: the folder into which those of the cells were unstashed"
    return null
  }

  /** The arguments of the command line, the command first. */
  @NonCPS
  static List<String> arguments(String command, Map given) {
    List<String> args = [command]
    Map vars = given.vars ?: [:]
    for (Map.Entry entry : vars.entrySet()) args.addAll(['-var', "${entry.key}=${valueOf(entry.value)}".toString()])
    for (String file : listOf(given.varFiles)) args.addAll(['-var-file', file])
    for (String name : ['only', 'except']) for (String pattern : listOf(given[name])) args.addAll(["-${name}".toString(), pattern])
    for (String report : listOf(given.reports)) args.addAll(['-reports', report])
    for (String run : listOf(given.run)) args.addAll(['-run', run])
    for (String region : listOf(given.regions)) args.addAll(['-region', region])
    for (Map.Entry<String, String> flag : FLAGS.entrySet())
      if (given[flag.key] != null) args.add("-${flag.value}=${given[flag.key]}".toString())
    // false asks for none, true for those of the template; a text or a List is more of them.
    if (given.smokeTests == false) args.add('-no-smoke-tests')
    else if (given.smokeTests != true) for (String path : listOf(given.smokeTests)) args.addAll(['-smoke-tests', path])
    if (given.sbom == false) args.add('-no-sbom')
    if (given.image) args.add(given.image.toString())
    if (given.template) args.add(given.template.toString())
    return args
  }

  private static final Map<String, String> FLAGS = [
    force: 'force', parallelBuilds: 'parallel-builds', onError: 'on-error', machineLifetime: 'machine-lifetime', publish: 'publish',
    tfvarsFile: 'tfvars-file', tfEnvFile: 'tf-env-file', reportFile: 'report-file', junitFile: 'junit-file', tapFile: 'tap-file',
    sbomDir: 'sbom-dir', previousSbom: 'previous-sbom', ssmParameter: 'ssm-parameter', hostKeys: 'host-keys',
    skipUnchanged: 'skip-unchanged', smokeTestsTimeout: 'smoke-tests-timeout', debugOnFailure: 'debug-on-failure',
    sandbox: 'sandbox', sandboxKind: 'sandbox-kind', sandboxState: 'sandbox-state', sandboxImage: 'sandbox-image',
    sandboxImageChecksum: 'sandbox-image-checksum', sandboxImageName: 'sandbox-image-name', sandboxImageOwner: 'sandbox-image-owner',
    matrixBy: 'matrix', evaluateDatasources: 'evaluate-datasources', syntaxOnly: 'syntax-only',
    olderThan: 'older-than', dryRun: 'dry-run', yes: 'yes',
  ]

  @NonCPS
  static Map without(Map given, Collection names) {
    Map rest = [:]
    for (Map.Entry entry : given.entrySet()) if (!names.contains(entry.key.toString())) rest[entry.key] = entry.value
    return rest
  }

  @NonCPS
  static Map only(Map given, Collection names) {
    Map rest = [:]
    for (Map.Entry entry : given.entrySet()) if (names.contains(entry.key.toString())) rest[entry.key] = entry.value
    return rest
  }

  /** A list or map is written in the template's own language, of which JSON is a part. */
  @NonCPS
  private static String valueOf(Object value) {
    return value instanceof Map || value instanceof Collection ? groovy.json.JsonOutput.toJson(value) : String.valueOf(value)
  }

  @NonCPS
  private static List<String> listOf(Object value) {
    if (value == null) return []
    List<String> texts = []
    if (value instanceof Collection) for (Object each : value) texts.add(each.toString())
    else texts.add(value.toString())
    return texts
  }

  /** The first that fewer than three insertions, deletions and replacements lead to. */
  @NonCPS
  private static String nearest(String name, List<String> candidates) {
    for (String candidate : candidates) if (distance(name, candidate) < 3) return candidate
    return null
  }

  @NonCPS
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1]
    for (int j = 0; j <= b.length(); j++) row[j] = j
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0]
      row[0] = i
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j]
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + same)
        diagonal = above
      }
    }
    return row[b.length()]
  }
}
