import { Refusal } from '../dialogue/refusal.ts'

/** What kept a tenant from being read, for people; whatever isn't known is handed back as it is. */
export const readingProblem = (error: unknown, title: string): unknown => {
  if (!(error instanceof Error) || error instanceof Refusal) return error
  if (error.name === 'TransportError')
    return new Refusal(`${title} can't be reached: ${error.message} Nothing was changed.`, {
      'Plan Again': 'entitle.plan',
    })
  if (error.name === 'NotSentError') return new Refusal(`${error.message} Nothing was changed.`)
  return error
}
