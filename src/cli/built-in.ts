/** What a template needs, and whether it is built in: for `init`, which has nothing to download. */
import { didYouMean } from '../language/did-you-mean'
import type { Plugins } from '../model/plugin'
import { pluginOf } from '../template/known-plugins'
import type { Outline } from '../template/outline'

export interface Need {
  /** `plugin amazon (github.com/hashicorp/amazon)`, `provisioner shell` */
  readonly what: string
  readonly builtIn: boolean
  /** Of what brings it, or of what is missing. */
  readonly note: string
}

export function needsOf(outline: Outline, plugins: Plugins): readonly Need[] {
  const kinds = componentKinds(plugins)
  const components = usedComponents(outline).map(([kind, type]) => componentNeed(kind, type, kinds[kind]))
  return [...outline.requiredPlugins.map(plugin => pluginNeed(plugin, kinds)), ...components]
}

type Kind = 'data source' | 'source' | 'provisioner' | 'post-processor'
type Kinds = Readonly<Record<Kind, readonly string[]>>

const componentKinds = ({ dataSources, sources, provisioners, postProcessors }: Plugins): Kinds => ({
  'data source': Object.keys(dataSources),
  source: Object.keys(sources),
  provisioner: Object.keys(provisioners),
  'post-processor': Object.keys(postProcessors),
})

/** Each once, in the order in which a build meets them. */
function usedComponents({ dataSources, builds }: Outline): readonly (readonly [Kind, string])[] {
  const used = new Map<string, readonly [Kind, string]>()
  const add = (kind: Kind, parts: readonly { readonly type: string }[]) => {
    for (const { type } of parts) used.set(`${kind} ${type}`, [kind, type])
  }
  add('data source', dataSources)
  for (const { sources, provisioners, errorCleanupProvisioner, postProcessors } of builds) {
    add('source', sources)
    add('provisioner', [...provisioners, ...(errorCleanupProvisioner ? [errorCleanupProvisioner] : [])])
    add('post-processor', postProcessors.flat())
  }
  return [...used.values()]
}

/** Components are called by their plugin's name and their own; one that is the plugin's whole purpose by its name alone. */
function pluginNeed({ name, source }: Outline['requiredPlugins'][number], kinds: Kinds): Need {
  const parts = Object.entries(kinds).flatMap(([kind, types]) =>
    types.filter(type => type === name || type.startsWith(`${name}-`)).map(type => `${kind} ${type}`),
  )
  const note = parts.length > 0 ? parts.join(', ') : 'nothing of it is built in, and plugins of Packer cannot be loaded'
  return { what: `plugin ${name} (${source})`, builtIn: parts.length > 0, note }
}

function componentNeed(kind: Kind, type: string, builtIn: readonly string[]): Need {
  if (builtIn.includes(type)) return { what: `${kind} ${type}`, builtIn: true, note: '' }
  const names = [...builtIn].sort()
  const plugin = pluginOf(type)
  const origin = plugin ? ` It belongs to the plugin ${plugin.source}, and plugins of Packer cannot be loaded.` : ''
  const note = `${didYouMean(type, names).trim()}${origin} Built in are: ${names.join(', ') || 'none'}`
  return { what: `${kind} ${type}`, builtIn: false, note: note.trim() }
}
