/** `-format json`: all that a command has to tell, as one document on stdout when it ends. Text for people goes to stderr then. */
import type { DiagnosticJson } from '../language/render-diagnostics'

export class JsonDocument {
  private readonly diagnostics: DiagnosticJson[] = []
  private readonly results: Record<string, unknown> = {}

  add(diagnostic: DiagnosticJson): void {
    this.diagnostics.push(diagnostic)
  }

  /** What the command was called for: `plan`, `report`, … */
  set(name: string, result: unknown): void {
    this.results[name] = result
  }

  text(command: string, exitCode: number): string {
    const count = (severity: DiagnosticJson['severity']) => this.diagnostics.filter(each => each.severity === severity).length
    const errorCount = count('error')
    const document = {
      formatVersion: 1,
      command,
      exitCode,
      valid: errorCount === 0,
      errorCount,
      warningCount: count('warning'),
      diagnostics: this.diagnostics,
      ...this.results,
    }
    return `${JSON.stringify(document, null, 2)}\n`
  }
}
