import { format, openWorkspace } from '@entitle/language'
import { internals, spoken } from '../corpus/messages.ts'

/** So long, in milliseconds, may the worst source of a few hundred lines take. */
const longest = 10_000

/** What goes wrong with a source, however broken it is; undefined where nothing does. `now` gives milliseconds. */
export const torture = async (text: string, now: () => number): Promise<string | undefined> => {
  const start = now()
  try {
    const workspace = await openWorkspace({ files: { '/main.entitle': text }, today: '2026-11-22' })
    for (const { message, place, fixes = [] } of workspace.check()) {
      if (internals.test(spoken(message))) return `speaks of its insides: ${message}`
      if (place.kind !== 'source' || place.range.start.line < 0) return `has no place: ${message}`
      if (fixes.some(({ edits }) => edits.length === 0)) return `has a fix without an edit: ${message}`
    }
    workspace.desired()
    const once = format(text)
    const formatted = 'text' in once ? once.text : text
    const again = format(formatted)
    if ('text' in again && again.text !== formatted) return 'is laid out anew when it is laid out'
  } catch (error) {
    return `throws ${error instanceof Error ? error.stack : String(error)}`
  }
  const took = now() - start
  return took > longest ? `takes ${Math.round(took)} ms` : undefined
}
