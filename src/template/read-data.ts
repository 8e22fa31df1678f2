/** From a `data` block to its value: arguments evaluated and checked, and asked where that is allowed and all is known. */
import { ok } from '../language/collector'
import { hasErrors } from '../language/diagnostic'
import { expandDynamicBlocks } from '../language/dynamic-blocks'
import type { InterpolationFacts } from '../language/options/interpolation'
import { checkComponent, decodeComponent } from './builds/component'
import { unread } from './data-blocks'
import type { ReadData } from './evaluation'
import type { Outside } from './outside'
import type { Secrets } from './sensitive'

export const dataReader =
  (outside: Outside, sound: boolean, facts: Omit<InterpolationFacts, 'buildName' | 'buildType'>, secrets: Secrets): ReadData =>
  async (block, context) => {
    const { plugin, range } = block
    const nothing = unread(block)
    if (!plugin) return ok(nothing)
    let known = true
    const onUnknown = () => {
      known = false
    }
    const body = expandDynamicBlocks(block.body, context)
    // A data source belongs to no build.
    const about = { ...facts, buildName: '', buildType: '' }
    const decoded = decodeComponent(plugin.options, body, context, about, { secrets, onUnknown })
    const diagnostics = [...decoded.diagnostics, ...(known ? checkComponent(plugin, decoded, range, body) : [])]
    if (!known || !sound || hasErrors(diagnostics)) return { value: nothing, diagnostics }
    const answer = await outside.readData(block, decoded.value)
    return { value: answer.value, diagnostics: [...diagnostics, ...answer.diagnostics] }
  }
