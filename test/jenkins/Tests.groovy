/** Tests of the library, on the Groovy that Jenkins runs. Each prints a line of JSON; library.test.ts judges. */
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

Map world = new JsonSlurper().parseText(System.getenv('WORLD'))
File library = new File(world.library)
int count = 0
Closure harness = {
  Harness made = new Harness(library, new File(world.folder, "Bob's job ${++count}"))
  made.environment.putAll([INGOT_CLI: world.cli, HOME: System.getenv('HOME'), PATH: world.path, XDG_CACHE_HOME: "${world.folder}/cache".toString()])
  made
}
Closure test = { String name, Closure body ->
  Map line = [name: name, ok: true]
  try { body() } catch (Throwable thrown) {
    StringWriter trace = new StringWriter()
    thrown.printStackTrace(new PrintWriter(trace))
    line = [name: name, ok: false, detail: trace.toString().take(3000)]
  }
  println JsonOutput.toJson(line)
}
Closure failureOf = { Closure body ->
  try { body() } catch (IllegalStateException expected) { return expected.message }
  throw new RuntimeException('did not fail')
}
Closure template = { Object of, String name = 'web.pkr.hcl', String more = '' ->
  new File(of.workspace, name).text = '''
variable "value" {
  default = ""
}
source "null" "one" {
  communicator = "none"
}
source "null" "two" {
  communicator = "none"
}
build {
  sources = ["null.one", "null.two"]
  provisioner "shell-local" {
    environment_vars = ["VALUE=${var.value}"]
    inline           = ["printf %s \\"$VALUE\\" > value.txt"''' + more + ''']
  }
}
'''
}
Closure light = { Object of, String folder = '.' ->
  File into = new File(of.workspace, folder)
  into.mkdirs()
  for (String file : ['web.pkr.hcl', 'web.ingot.hcl']) new File(into, file).text = new File(world.fixtures, "fan-out/${file}").text
}
Map sandbox = [sandbox: true, sandboxKind: 'light']

['templat', 'onlyy', 'vasr'].each { String typo ->
  test("a typo (${typo}) is refused by name, before anything runs") {
    Harness jenkins = harness()
    String said = failureOf { jenkins.variable('ingot').build((typo): 'x', template: 'web.pkr.hcl') }
    assert said.startsWith("ingot.build has no parameter '${typo}'. Did you mean ")
    assert jenkins.of('sh').isEmpty()
  }
}

// CodeNarc's rules for Jenkins, which npm-groovy-lint has and never applies: they want more of the compiler than it runs.
['Parameters', 'Results'].each { String name ->
  test("${name} can be kept through a restart, and nothing in it becomes a continuation") {
    Class type = Harness.classLoader.parseClass(new File(library, "src/ingot/${name}.groovy"))
    assert Serializable.isAssignableFrom(type)
    List own = type.declaredMethods.findAll { !it.synthetic && !it.name.contains('$') && it.declaringClass == type && !(it.name ==~ /(get|set)(MetaClass|Property|OF_[A-Z]+)|invokeMethod/) }
    assert own.size() > 3
    assert own.findAll { !it.isAnnotationPresent(com.cloudbees.groovy.cps.NonCPS) }*.name == []
  }
}

/** What a pipeline of continuations cannot pass or keep over a step; by what it is called in Jenkins' own documentation of the mistakes. */
Map<String, String> unfit = [
  'a method that takes a closure (each, collect, sort, with, ...)': /\.\w+\s*(\([^()]*\)\s*)?\{(?!-)/,
  'sorting, which wants a comparison that is no continuation': /\.(sort|toSorted|max|min|unique)\s*\(/,
  'a matcher, which cannot be kept': /=~|==~|\bMatcher\b/,
  'lazy maps of JsonSlurper, which cannot be kept': /\bJsonSlurper\b/,
  'a lazy text': /\$\{\s*->/,
  'an iterator, a stream or a reader': /\b(Iterator|iterator|stream|newReader|withReader)\b/,
  'state that the class or the script keeps': /@(groovy\.transform\.)?Field|\bstatic\s+(?!final\b)[\w<>, ]+\s*=/,
  'a thread': /\bThread\b|\bsynchronized\b|\.execute\(/,
  'files and variables of the controller': /\bnew File\b|\bSystem\.getenv\b/,
  'a loop that holds an entry of a map over a step': /for \((?!String |Map )[^:]*\bin\b|entrySet\(\)\)(?! (if \(.*\) )?(\w+\.add\(|\w+\[[^\]]*\] = ))/,
  'the spread operator': /\*\.\w/,
]
Closure mistakesIn = { String text ->
  List<String> lines = text.readLines().findAll { !it.trim().startsWith('//') && !it.trim().startsWith('*') && !it.trim().startsWith('/**') }
  unfit.findAll { String what, String form -> lines.any { it =~ form } }*.key
}
['ingot', 'ingotPipeline'].each { String name ->
  test("${name} calls no method that continuations cannot pass, and keeps nothing that cannot be kept") {
    assert mistakesIn(new File(library, "vars/${name}.groovy").text) == []
  }
}
[
  'cells.each { sh it }', 'cells.each { Map cell -> sh cell.key }', 'cells.eachWithIndex { a, i -> sh a }', 'map.collectEntries { [it, 1] }',
  'cells.with { sh key }', '3.times { sh "x" }', 'map.any() { sh it }', 'cells.sort { a, b -> a.n <=> b.n }', 'names.sort()', 'names.max()',
  'def found = text =~ /a/', 'if (text ==~ /a/) sh "x"', 'java.util.regex.Matcher m = p.matcher(t)', 'def json = new JsonSlurper().parseText(t)',
  'echo "${-> x}"', 'Iterator all = list.iterator()', 'list.stream().count()', '@groovy.transform.Field Map kept = [:]', 'static int count = 0',
  'static Map<String, String> seen = [:]', 'Thread.sleep(5)', 'synchronized (x) {}', '"ls".execute()', 'new File("x").text', 'System.getenv("A")',
  'for (entry in map) sh entry.key', 'for (entry in map.entrySet()) { sh entry.key }', 'for (Map.Entry e : map.entrySet()) { sh e.key }',
  'for (Map.Entry e : map.entrySet()) sh(e.key)', 'names*.trim()',
].each { String sample ->
  test("and it would be seen: ${sample}") { assert mistakesIn("def call() {\n  ${sample}\n}") != [] }
}
['Parameters', 'Results'].each { String name ->
  test("${name} keeps no state, gives no lazy maps, and calls no step") {
    String text = new File(library, "src/ingot/${name}.groovy").text
    assert (text =~ /\bJsonSlurper\b|\bstatic\s+(?!final\b)[\w<>, ]+\s*=|@Field/).collect { it } == []
    assert (text =~ /(?<![.\w'])(sh|echo|error|writeFile|readFile|withEnv|dir|node|stash|unstash|libraryResource|retry|parallel)\s*(\(|\{| ['"])/).collect { it } == []
  }
}

test('a parameter of another command is refused, too') {
  assert failureOf { harness().variable('ingot').validate(template: 'x', onError: 'abort') } ==~ /ingot.validate has no parameter 'onError'.*/
  assert failureOf { harness().variable('ingot').build() } ==~ /ingot.build needs a template.*/
  assert failureOf { harness().variable('ingot').merge(template: 'x') } ==~ /ingot.merge needs reports.*/
}

['''it's "quoted" $HOME ${HOME} $$ `id` \\ \\n %s''', "two\nlines\tand = more\n", 'äöü 日本 \u0007', '$(touch pwned)', ''].each { String value ->
  test("a value arrives byte for byte: ${JsonOutput.toJson(value)}") {
    Harness jenkins = harness()
    template(jenkins)
    jenkins.variable('ingot').build(template: 'web.pkr.hcl', only: 'null.one', vars: [value: value])
    assert new File(jenkins.workspace, 'value.txt').getText('UTF-8') == value
    assert !new File(jenkins.workspace, 'pwned').exists()
    for (List call : jenkins.of('sh')) assert value.isEmpty() || !call[1][0].script.contains(value)
  }
}

test('lists and maps become values of the template') {
  List args = Harness.classLoader.parseClass(new File(library, 'src/ingot/Parameters.groovy')).arguments('build', [template: 't', vars: [a: [1, 'x'], b: [k: 'v'], c: true]])
  assert args == ['build', '-var', 'a=[1,"x"]', '-var', 'b={"k":"v"}', '-var', 'c=true', 't']
}

test('switches, lists and everything else become flags') {
  List args = Harness.classLoader.parseClass(new File(library, 'src/ingot/Parameters.groovy')).arguments('build',
    [template: 't', only: ['a', 'b'], except: 'c', varFiles: ['x', 'y'], force: true, parallelBuilds: 2, onError: 'abort', smokeTests: false, publish: 'later'])
  assert args == ['build', '-var-file', 'x', '-var-file', 'y', '-only', 'a', '-only', 'b', '-except', 'c', '-force=true',
    '-parallel-builds=2', '-on-error=abort', '-publish=later', '-no-smoke-tests', 't']
}

test('everything that a build takes on the command line has a parameter, which arrives') {
  List args = Harness.classLoader.parseClass(new File(library, 'src/ingot/Parameters.groovy')).arguments('build',
    [template: 't', smokeTests: ['a b', 'c'], sbom: false, ssmParameter: '/images/${source.name}', skipUnchanged: true, hostKeys: 'pin', machineLifetime: '6h'])
  assert args == ['build', '-machine-lifetime=6h', '-ssm-parameter=/images/${source.name}', '-host-keys=pin', '-skip-unchanged=true',
    '-smoke-tests', 'a b', '-smoke-tests', 'c', '-no-sbom', 't']
  // Those of a terminal, of Packer's past and of tests of ours, and those that the step itself gives.
  List elsewhere = ['config-type', 'use-sequential-evaluation', 'ignore-prerelease-plugins', 'timestamp-ui', 'color', 'machine-readable', 'debug',
    'skip-enforcement', 'warn-on-undeclared-var', 'format', 'sandbox-faults', 'sandbox-latency', 'report-file', 'state-dir']
  String help = ['node', world.cli, 'build', '-h'].execute(["PATH=${world.path}"], null).text
  List flags = (help =~ /(?m)^  -([a-z][a-z-]*) /).collect { it[1] }
  assert flags.size() > 40
  String source = new File(library, 'src/ingot/Parameters.groovy').text
  assert (flags - elsewhere).findAll { !source.contains("'${it}'") && !source.contains("'-${it}'") } == []
}

test('a template that is not valid fails the step, and nothing is archived') {
  Harness jenkins = harness()
  new File(jenkins.workspace, 'bad.pkr.hcl').text = 'build {\n  sources = ["source.null.nowhere"]\n}\n'
  assert failureOf { jenkins.variable('ingot').build(template: 'bad.pkr.hcl') } ==~ /ingot build bad.pkr.hcl ended with status 2.*/
  assert jenkins.of('archiveArtifacts').isEmpty()
  assert failureOf { jenkins.variable('ingot').validate(template: 'bad.pkr.hcl') } ==~ /ingot validate .* status 2.*/
}

test('validate and plan') {
  Harness jenkins = harness()
  template(jenkins)
  jenkins.variable('ingot').validate(template: 'web.pkr.hcl')
  List cells = jenkins.variable('ingot').plan(template: 'web.pkr.hcl')
  assert cells*.key == ['null-one', 'null-two']
  assert cells*.only == ['null.one', 'null.two']
}

test('a Node that is too old, and none at all, are said') {
  Harness jenkins = harness()
  template(jenkins)
  File bin = new File(world.folder, 'old-node')
  bin.mkdirs()
  new File(bin, 'node').text = '#!/bin/sh\n[ "$1" = --version ] && echo v18.0.0 && exit\nexit 1\n'
  new File(bin, 'node').setExecutable(true)
  jenkins.environment.PATH = "${bin.path}:/usr/bin:/bin".toString()
  failureOf { jenkins.variable('ingot').validate(template: 'web.pkr.hcl') }
  assert jenkins.of('output').any { it[1][0].contains('needs Node 20 or newer, and this agent has v18.0.0') }
}

Closure without = { Harness jenkins, File home ->
  jenkins.environment.remove('INGOT_CLI')
  jenkins.environment.putAll([HOME: home.path, XDG_CACHE_HOME: "${home.path}/cache".toString()])
  template(jenkins)
  jenkins
}
String hash = new File(world.library, 'resources/ingot/cli.sha256').text.trim()
Closure brought = { Harness jenkins -> jenkins.of('writeFile').count { it[1][0].encoding == 'Base64' } }

test('an agent without a command line gets that of the library, once, also when two builds want it at a time') {
  File home = new File(world.folder, 'home')
  List<Harness> builds = [1, 2].collect { without(harness(), home) }
  builds.collect { Harness jenkins -> Thread.start { jenkins.variable('ingot').build(template: 'web.pkr.hcl', only: 'null.one', vars: [value: 'it']) } }*.join()
  builds.each { assert new File(it.workspace, 'value.txt').text == 'it' }
  Harness third = without(harness(), home)
  third.variable('ingot').validate(template: 'web.pkr.hcl')
  assert brought(third) == 0
  assert new File(home, 'cache/ingot/jenkins').list() as List == [hash]
  builds.each { assert !new File("${it.workspace.path}@tmp/ingot/cli.tgz").exists() }
}

test('a new version takes the place of those that nobody has used for a month, and of nothing else') {
  File home = new File(world.folder, 'old-home')
  File copies = new File(home, 'cache/ingot/jenkins')
  long day = 24L * 3600 * 1000
  Map ages = [('a' * 64): 40, ('b' * 64): 20, ('c' * 64 + '.Ab12_z'): 40, notes: 400]
  ages.each { String name, int days ->
    File folder = new File(copies, name)
    new File(folder, 'dist').mkdirs()
    folder.lastModified = System.currentTimeMillis() - days * day
  }
  without(harness(), home).variable('ingot').validate(template: 'web.pkr.hcl')
  assert copies.list().sort() as List == [hash, 'b' * 64, 'notes'].sort()
  // Its use is its age.
  new File(copies, hash).lastModified = System.currentTimeMillis() - 40 * day
  without(harness(), home).variable('ingot').validate(template: 'web.pkr.hcl')
  assert System.currentTimeMillis() - new File(copies, hash).lastModified() < day
}

test('an agent that runs Windows is told so') {
  Harness jenkins = harness()
  template(jenkins)
  jenkins.overrides.isUnix = { -> false }
  assert failureOf { jenkins.variable('ingot').build(template: 'web.pkr.hcl') } ==~ /ingot.build runs on Linux agents, and this one runs Windows\..*/
  assert jenkins.of('sh').isEmpty()
}

test('what did not arrive whole is said, and not run') {
  Harness jenkins = without(harness(), new File(world.folder, 'other-home'))
  jenkins.overrides.libraryResource = { Object asked -> asked instanceof Map ? 'AAAA' : jenkins.libraryResourceStep(asked) }
  failureOf { jenkins.variable('ingot').validate(template: 'web.pkr.hcl') }
  assert jenkins.of('output').any { it[1][0].contains('did not arrive as the library has it') }
}

test('where nothing may be written at home, the copy stays beside the workspace') {
  Harness jenkins = without(harness(), new File('/proc/nowhere'))
  jenkins.variable('ingot').validate(template: 'web.pkr.hcl')
  assert brought(jenkins) == 1
}

test('a bake on the sandbox: images by build and region, results archived and stashed') {
  Harness jenkins = harness()
  light(jenkins)
  Map result = jenkins.variable('ingot').build([template: '.', only: '*.copied', stash: 'web'] + sandbox)
  assert result.outcome == 'done'
  assert result.images.copied['us-east-1'] ==~ /ami-[0-9a-f]{17}/
  assert result.images.copied['eu-west-1'] ==~ /ami-[0-9a-f]{17}/
  assert result.images['amazon-ebs.copied'] == result.images.copied
  assert result.names.copied['us-east-1'] ==~ /copied-\d{14}/
  assert new File(jenkins.workspace, result.tfvars).exists()
  assert result.sbom.size() == 1 && new File(jenkins.workspace, result.sbom[0]).exists()
  assert jenkins.of('archiveArtifacts')[0][1][0].artifacts.contains('ingot-report.json')
  assert jenkins.of('archiveArtifacts')[0][1][0].artifacts.contains('.cdx.json')
  assert jenkins.currentBuild.description.contains(result.images.copied['us-east-1'])
  assert jenkins.of('addBadge')[0][1][0].text == jenkins.currentBuild.description
  assert jenkins.stashes.web.containsKey('ingot-report.json')
  new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(result)
  assert jenkins.of('junit')*.getAt(1)*.getAt(0)*.testResults == ['ingot-junit.xml']
  assert new File(jenkins.workspace, 'ingot-junit.xml').text.contains('is baked')

  Map tested = jenkins.variable('ingot').test([image: result.images.copied['us-east-1'], template: '.', only: '*.copied'] + sandbox)
  assert tested.outcome == 'done'
  assert jenkins.of('junit').size() == 2
  assert failureOf { jenkins.variable('ingot').test(template: '.') } ==~ /ingot.test needs an image.*/
}

test('an abort: the step throws, and what was made is removed before it goes on') {
  Harness jenkins = harness()
  light(jenkins)
  Script ingot = jenkins.variable('ingot')
  // As Jenkins does: SIGTERM to the processes, then an exception from sh.
  jenkins.overrides.sh = { Map given ->
    if (!given.label?.startsWith('ingot build')) return jenkins.shStep(given)
    jenkins.shStep([script: "${given.script} > build.log 2>&1 & pid=\$!; until grep -q 'Run provisioners\\|provision' build.log; do sleep 0.1; done; kill -TERM \$pid", returnStatus: true])
    throw new InterruptedException('aborted')
  }
  try { ingot.build([template: '.', only: '*.plain'] + sandbox); assert false } catch (InterruptedException expected) {}
  List journals = new File("${jenkins.workspace.path}@tmp/ingot").listFiles().collectMany { File runs -> (runs.listFiles() ?: []).collectMany { (it.list() ?: []) as List } }
  assert !journals.contains('journal.jsonl')
  assert jenkins.of('output').size() > 0
}

test('cells on agents of their own, one of them lost once, merged once, in a folder where the last build left others') {
  Harness jenkins = harness()
  light(jenkins, 'images')
  File stale = new File(jenkins.workspace, 'images/ingot-cells/gone/ingot-report.json')
  stale.parentFile.mkdirs()
  stale.text = '{}'
  boolean lost = false
  Closure bring = { -> jenkins.step('checkout', ['scm']) }
  jenkins.overrides.checkout = { Object scm ->
    synchronized (jenkins) { if (!lost) { lost = true; throw Harness.lostAgent() } }
    light([workspace: new File(jenkins.pwdStep())], 'images')
  }
  // One sandbox at a time: the cells share its folder.
  Object turn = new Object()
  jenkins.overrides.sh = { Map given ->
    if (given.label?.startsWith('ingot build')) synchronized (turn) { return jenkins.shStep(given) }
    jenkins.shStep(given)
  }
  Map result = jenkins.variable('ingot').fanOut([template: '.', directory: 'images', label: 'linux', prepare: bring, tfEnvFile: 'images.env'] + sandbox)
  assert lost
  assert result.images.keySet().containsAll(['plain', 'encrypted', 'copied'])
  assert result.report.builds*.name == ['amazon-ebs.plain', 'amazon-ebs.encrypted', 'amazon-ebs.copied']
  assert jenkins.of('node').size() == 4
  assert new File(jenkins.workspace, 'images/images.env').text.startsWith('TF_VAR_images={')
}

test('with keys, role, region and a tool, all of them are around the command') {
  Harness jenkins = harness()
  template(jenkins)
  jenkins.variable('ingot').build(template: 'web.pkr.hcl', only: 'null.one', credentials: 'aws', role: 'arn:r', region: 'eu-west-1', node: 'node 24', environment: [A: 'b'])
  assert jenkins.of('withCredentials')[0][1] == [[[$class: 'AmazonWebServicesCredentialsBinding', credentialsId: 'aws']]]
  assert jenkins.of('withAWS')[0][1] == [[role: 'arn:r', region: 'eu-west-1']]
  assert jenkins.of('nodejs')[0][1] == ['node 24']
  assert jenkins.of('withEnv')[0][1][0]*.toString().containsAll(['AWS_REGION=eu-west-1', 'A=b'])
}

test('the whole of it in one call: validated, baked, handed on') {
  Harness jenkins = harness()
  template(jenkins)
  Map handed = [:]
  Closure prepare = { -> template([workspace: new File(jenkins.pwdStep())]) }
  jenkins.variable('ingotPipeline').call(template: 'web.pkr.hcl', only: 'null.one', prepare: prepare, deploy: { Map result -> handed.putAll(result) })
  assert jenkins.of('stage')*.getAt(1)*.first() == ['Checkout', 'Validate', 'Bake', 'Deploy']
  assert handed.outcome == 'done'
}

test('clean has nothing to do in a workspace where all ended well, and none') {
  Harness jenkins = harness()
  template(jenkins)
  jenkins.variable('ingot').clean()
  jenkins.variable('ingot').build(template: 'web.pkr.hcl', only: 'null.one')
  jenkins.variable('ingot').clean()
}
