import type { CatalogName } from '@entitle/graph'
import { type QuickPickItem, window } from 'vscode'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'

/** Asks which catalogs are meant, all of them chosen at first; none at all in the answer means the whole tenant. @throws {Cancelled} {Refusal} */
export const pickCatalogs = async (catalogs: readonly CatalogName[], title: string): Promise<readonly string[]> => {
  if (catalogs.length === 0) return []
  const rows = catalogs
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name }): QuickPickItem & { readonly id: string } => ({ id, label: name, picked: true }))
  const chosen = await window.showQuickPick(rows, {
    title: `Entitle: Import from ${title}`,
    placeHolder: 'Catalogs to write into the sources; all of them bring organizations, settings and reviews, too',
    canPickMany: true,
    ignoreFocusOut: true,
  })
  if (chosen === undefined) throw new Cancelled()
  if (chosen.length === 0) throw new Refusal('No catalog was chosen, so nothing was imported.', {})
  return chosen.length === rows.length ? [] : chosen.map(({ id }) => id)
}
