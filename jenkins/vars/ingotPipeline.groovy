// A whole pipeline in one call: checkout, validate, bake, and what comes after. See ingotPipeline.txt.

def call(Map given = [:]) {
  List own = ['label', 'agents', 'minutes', 'deploy', 'prepare']
  Map shared = [:]
  for (Map.Entry entry : given.entrySet()) if (!own.contains(entry.key.toString())) shared[entry.key] = entry.value
  Closure prepare = given.prepare ?: { -> checkout scm }
  Map result = [:]
  timeout(time: given.minutes ?: 120, unit: 'MINUTES') {
    node(given.label ?: '') {
      stage('Checkout') { prepare() }
      stage('Validate') { ingot.validate(ofTemplate(shared)) }
      stage('Bake') {
        if (given.agents) result.putAll(ingot.fanOut(shared + [label: given.agents, prepare: prepare]))
        else result.putAll(ingot.build(shared))
      }
      if (given.deploy) stage('Deploy') { given.deploy(result) }
    }
  }
  return result
}

private Map ofTemplate(Map given) {
  List kept = ['template', 'vars', 'varFiles', 'only', 'except', 'cli', 'node', 'directory', 'region', 'endpoint', 'role', 'credentials', 'environment']
  Map some = [:]
  for (Map.Entry entry : given.entrySet()) if (kept.contains(entry.key.toString())) some[entry.key] = entry.value
  return some
}
