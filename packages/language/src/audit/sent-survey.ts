import type { Gone, Survey } from '@entitle/graph'

/** A survey as JSON can hold it: what was read beside the sources is audited where the sources are. */
export interface SentSurvey extends Omit<Survey, 'unclear' | 'directory'> {
  readonly unclear: readonly string[]
  readonly names: readonly (readonly [key: string, id: string])[]
}

export const sentSurvey = ({ unclear, directory, ...rest }: Survey): SentSurvey => ({
  ...rest,
  unclear: [...unclear],
  names: [...directory.ids],
})

export const receivedSurvey = ({ unclear, names, ...rest }: SentSurvey): Survey => ({
  ...rest,
  unclear: new Set(unclear),
  directory: { ids: new Map(names) },
})

/** The same of what the directory doesn't have any more. */
export type SentGone = { readonly ids: readonly string[] } | Extract<Gone, { readonly finding: unknown }>

export const sentGone = (gone: Gone): SentGone => ('ids' in gone ? { ids: [...gone.ids] } : gone)
export const receivedGone = (gone: SentGone): Gone => ('ids' in gone ? { ids: new Set(gone.ids) } : gone)
