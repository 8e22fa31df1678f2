package ingot

import com.cloudbees.groovy.cps.NonCPS
import groovy.json.JsonOutput
import groovy.json.JsonSlurperClassic

/** From what the command line wrote to Maps and Lists that a pipeline can keep through a restart. */
class Results implements Serializable {
  private static final long serialVersionUID = 1

  /** JSON for an environment variable: Jenkins replaces `$NAME` in the values of withEnv, so no dollar is left in it. */
  @NonCPS
  static String forEnvironment(List<String> args) {
    return JsonOutput.toJson(args).replace('$', '\\u0024')
  }

  @NonCPS
  static Object parse(String json) {
    return new JsonSlurperClassic().parseText(json)
  }

  /**
   * `images` and `names`: build to region to id or name. A build is found by its whole name, and by the last part of it where
   * that is unique: images['amazon-ebs.web'] and images.web are the same.
   */
  @NonCPS
  static Map of(Map report) {
    Map result = [outcome: report.outcome, exitCode: report.exitCode, run: report.run.id, images: [:], names: [:], report: report]
    for (Map build : report.builds) {
      Map ids = [:]
      Map names = [:]
      for (Map image : build.images) {
        ids[image.region] = image.id
        names[image.region] = image.name
      }
      if (ids.isEmpty()) continue
      for (String key : keysOf(build, report.builds)) {
        result.images[key] = ids
        result.names[key] = names
      }
    }
    // There is a list of packages for each build, and one of everything else.
    result.sbom = []
    for (Map file : report.files) {
      if (file.what == 'sbom') result.sbom.add(file.path)
      else if (file.what != 'report') result[file.what] = file.path
    }
    return result
  }

  /** One line for the page of the build. */
  @NonCPS
  static String description(Map report) {
    List<String> texts = []
    for (Map build : report.builds) for (Map image : build.images) texts.add("${build.name} ${image.id} (${image.region})".toString())
    return texts.isEmpty() ? "ingot: ${report.outcome}".toString() : texts.join(', ')
  }

  @NonCPS
  private static List<String> keysOf(Map build, List builds) {
    int same = 0
    for (Map other : builds) if (lastOf(other) == lastOf(build)) same++
    return same == 1 && lastOf(build) != build.name ? [build.name, lastOf(build)] : [build.name]
  }

  @NonCPS
  private static String lastOf(Map build) {
    return build.name.substring(build.name.lastIndexOf('.') + 1)
  }
}
