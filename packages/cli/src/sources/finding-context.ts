import path from 'node:path'
import { rules } from '@entitle/language'
import type { Ports } from '../ports.ts'
import type { FindingContext } from '../views/finding.ts'
import { pathOf } from '../views/json.ts'
import { paintFor } from '../views/paint.ts'
import type { Sources } from './open-sources.ts'

/** What views need to show findings: names relative to the current folder, texts, colours. */
export const findingContext = (
  sources: Pick<Sources, 'text'> | undefined,
  { terminal, folder }: Pick<Ports, 'terminal' | 'folder'>,
): FindingContext => ({
  paint: paintFor(terminal),
  columns: terminal.columns,
  nameOf: uri => {
    const file = pathOf(uri)
    return path.isAbsolute(file) ? path.relative(folder, file).replaceAll(path.sep, '/') : file
  },
  textOf: uri => sources?.text(uri),
  hasPage: rule => rules.some(({ name }) => name === rule),
})
