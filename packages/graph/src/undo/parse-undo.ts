import { ordered } from '../kinds/canonical-json.ts'
import type { Json } from '../model/json.ts'
import type { Undo } from './undo.ts'
import { undoForm } from './undo-form.ts'

/** Whether a text says of itself that it is an undo file, of whatever version. */
export const isUndo = (text: string): boolean => formatOf(parsed(text))?.startsWith('entitle-undo/') === true

/** What undoes a deployment from the text of a file, or what is wrong with it in one sentence. Never throws. */
export function parseUndo(text: string): { readonly undo: Undo } | { readonly error: string } {
  const value = parsed(text)
  const format = formatOf(value)
  if (format === undefined || !format.startsWith('entitle-undo/'))
    return { error: 'This is not an undo file. entitle deploy --undo-out FILE writes one.' }
  if (format !== 'entitle-undo/1')
    return { error: `This undo file has the format ${format}; this version of Entitle reads entitle-undo/1.` }
  const wrong = undoForm(value, '') ?? inconsistency(value as Undo)
  return wrong === undefined ? { undo: value as Undo } : { error: `This undo file is damaged: ${wrong}.` }
}

/** What undoes a deployment as text. Equal ones give equal bytes. */
export const serializeUndo = (undo: Undo): string =>
  `${JSON.stringify(ordered(undo as unknown as Json), undefined, 2)}\n`

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

const formatOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'string'
    ? value.format
    : undefined

/** What an undo file of the right form may still get wrong. */
function inconsistency({ former }: Undo): string | undefined {
  const addresses = new Set<string>()
  for (const [place, { address }] of former.entries()) {
    if (addresses.has(address)) return `former[${place}].address is '${address}', as another object's`
    addresses.add(address)
  }
  const [place, orphan] =
    [...former.entries()].find(([, { parent }]) => parent !== undefined && !addresses.has(parent)) ?? []
  return orphan === undefined ? undefined : `former[${place}] lies in '${orphan.parent}', which it doesn't say`
}
