/** `ingot clean` beside a run that is still under way. */
import { Journal } from '../../src/engine/journal'
import { inFolder, ingot } from '../helpers/cli'

test('a run that lives is left alone, and nothing that is said contradicts it', async () => {
  const place = inFolder({})
  try {
    const journal = await Journal.create('runs', { run: 'alive', startedAt: '2026-01-01T00:00:00Z', template: '.' })
    const { status, stdout } = await ingot(['clean', '-state-dir', 'runs'])
    await journal.close()
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Run alive is still under way \(process \d+\): left alone\nNothing else was left behind\.\n$/)
  } finally {
    place.done()
  }
})
