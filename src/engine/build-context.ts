/** What the engine lends a source, over the scope that answers for what it acquires. */
import type { BuildContext } from '../model/plugin'
import type { BuildRun } from './build-run'
import { provision } from './provision'
import type { Scope } from './scope'

export function buildContext(build: BuildRun, scope: Scope): BuildContext {
  return {
    run: build.run,
    build: build.identity,
    communicator: build.plan.source.communicator,
    signal: build.signal,
    step: build.step,
    acquire: (kind, request) => scope.acquire(kind, request, build.signal),
    keep: (kind, request) => scope.acquire(kind, request, build.signal, true),
    release: id => scope.release(id, build.signal),
    provision: (reach, values) => provision(build, reach, values),
    render: build.render,
    rangeOf: option => build.plan.source.options.rangeOf(option),
    secret: text => build.redactor.add(text),
    say: build.say,
    warn: build.warn,
    progress: build.progress,
  }
}
