import type { Survey } from '@entitle/graph'

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
