import groovy.json.JsonOutput

/**
 * Steps of a pipeline outside of Jenkins: `sh` really runs, files are really written, every call is recorded. Nothing of it is
 * transformed into continuations, and no sandbox of scripts is round it.
 */
class Harness {
  final File workspace
  final Map<String, String> environment = [:]
  final List<List> calls = [].asSynchronized()
  final Map<String, Map<String, String>> stashes = [:].asSynchronized()
  final Map currentBuild = [description: null]
  final Map<String, Closure> overrides = [:]
  private final File library
  private final GroovyClassLoader loader = new GroovyClassLoader(Harness.classLoader)
  private final ThreadLocal<File> folder = new InheritableThreadLocal<File>()
  private final ThreadLocal<Map> scope = new InheritableThreadLocal<Map>()

  Harness(File library, File workspace) {
    this.library = library
    this.workspace = workspace
    workspace.mkdirs()
    folder.set(workspace)
    scope.set([:])
    loader.addClasspath(new File(library, 'src').path)
  }

  /** The global variable of that name, as a pipeline sees it. */
  Script variable(String name) {
    Script script = (Script) loader.parseClass(new File(library, "vars/${name}.groovy")).newInstance()
    script.metaClass.methodMissing = { String step, Object args -> this.step(step, (args as List)) }
    script.metaClass.propertyMissing = { String property -> this.property(property) }
    script
  }

  private Object property(String name) {
    if (name == 'env') return [BUILD_NUMBER: '7'] + environment + scope.get()
    if (name == 'currentBuild') return currentBuild
    if (name == 'scm') return 'scm'
    if (name == 'ingot') return variable('ingot')
    throw new MissingPropertyException(name, Harness)
  }

  Object step(String name, List args) {
    synchronized (calls) { calls << [name, args.findAll { !(it instanceof Closure) }] }
    if (overrides[name]) return overrides[name].call(*args)
    String method = "${name}Step"
    // As Jenkins says it of a step whose plugin is not installed.
    if (!metaClass.respondsTo(this, method)) throw new NoSuchMethodError("No such DSL method '${name}' found among steps".toString())
    invokeMethod(method, args as Object[])
  }

  List<List> of(String name) { calls.findAll { it[0] == name } }

  // Steps, as their documentation has them.

  def shStep(Map given) {
    ProcessBuilder builder = new ProcessBuilder('sh', '-xe', '-c', given.script).directory(folder.get())
    builder.environment().putAll(environment + scope.get())
    builder.redirectErrorStream(!given.returnStdout)
    Process process = builder.start()
    String text = process.inputStream.text
    int status = process.waitFor()
    synchronized (calls) { calls << ['output', [text]] }
    if (given.returnStatus) return status
    if (status != 0) throw new IllegalStateException("script returned exit code ${status}")
    given.returnStdout ? text : null
  }

  /** Values are expanded, as Jenkins does: $NAME and ${NAME} where the name is known, $$ is a dollar. */
  def withEnvStep(List pairs, Closure body) {
    Map known = System.getenv() + environment + scope.get()
    Map more = [:]
    for (Object pair : pairs) {
      String text = pair.toString()
      String value = text.substring(text.indexOf('=') + 1).replaceAll(/\$(\$|\{(\w+)\}|(\w+))/) { String all, String what, String braced, String bare ->
        if (what == '$') return '$'
        String name = braced ?: bare
        (known + more).containsKey(name) ? (known + more)[name] : all
      }
      more[text.substring(0, text.indexOf('='))] = value
    }
    within(scope, scope.get() + more, body)
  }

  def dirStep(String path, Closure body) {
    File target = path.startsWith('/') ? new File(path) : new File(folder.get(), path)
    target.mkdirs()
    within(folder, target.canonicalFile, body)
  }

  private static within(ThreadLocal local, Object value, Closure body) {
    Object before = local.get()
    local.set(value)
    try { return body.call() } finally { local.set(before) }
  }

  def pwdStep(Map given = [:]) { given.tmp ? "${folder.get().path}@tmp".toString() : folder.get().path }
  def errorStep(String text) { throw new IllegalStateException(text) }
  def echoStep(String text) { null }

  def writeFileStep(Map given) {
    File file = resolve(given.file)
    file.parentFile.mkdirs()
    if (given.encoding == 'Base64') file.bytes = given.text.decodeBase64()
    else file.setText(given.text, 'UTF-8')
  }

  def readFileStep(String path) { resolve(path).getText('UTF-8') }
  def fileExistsStep(String path) { resolve(path).exists() }
  def libraryResourceStep(String path) { new File(library, "resources/${path}").getText('UTF-8') }

  /** Text only; what is none is asked for in Base64. */
  def libraryResourceStep(Map given) {
    assert given.encoding == 'Base64'
    new File(library, "resources/${given.resource}").bytes.encodeBase64().toString()
  }

  def isUnixStep() { true }
  def deleteDirStep() { folder.get().deleteDir() }
  def archiveArtifactsStep(Map given) { null }
  def junitStep(Map given) { null }
  def checkoutStep(Object scm) { null }
  def nodejsStep(String tool, Closure body) { body.call() }
  def withAWSStep(Map given, Closure body) { body.call() }
  def withCredentialsStep(List bindings, Closure body) { body.call() }
  def agentStep() { 'agent' }
  def nonresumableStep() { 'nonresumable' }
  def stageStep(String name, Closure body) { body.call() }
  def timeoutStep(Map given, Closure body) { body.call() }

  def stashStep(Map given) {
    stashes[given.name] = given.includes.split(',').findAll { resolve(it).exists() }.collectEntries { [it, resolve(it).text] }
  }

  def unstashStep(String name) {
    if (!stashes.containsKey(name)) throw new IllegalStateException("No such saved stash '${name}'")
    stashes[name].each { String path, String text -> writeFileStep(file: path, text: text) }
  }

  /** Another agent: a workspace of its own. */
  def nodeStep(String label, Closure body) {
    File other = File.createTempDir('ingot-agent-', '')
    within(folder, other.canonicalFile, body)
  }

  def retryStep(Map given, Closure body) {
    for (int n = 1; ; n++) try { return body.call() } catch (AgentLost lost) { if (n >= given.count) throw lost }
  }

  static class AgentLost extends RuntimeException {}

  static RuntimeException lostAgent() { new AgentLost() }

  def parallelStep(Map branches) {
    List failures = [].asSynchronized()
    List threads = branches.findAll { it.value instanceof Closure }.collect { name, Closure body ->
      Thread.start { try { body.call() } catch (Throwable thrown) { failures << thrown } }
    }
    threads*.join()
    if (failures) throw failures[0]
  }

  private File resolve(String path) { path.startsWith('/') ? new File(path) : new File(folder.get(), path) }
}
