import type { StepResult } from '@entitle/graph'

/** What came of a step, in words. */
export const resultWords: { readonly [result in StepResult]: string } = {
  created: 'added',
  updated: 'changed',
  deleted: 'deleted',
  already: 'was so already',
  failed: 'failed',
  stale: 'refused: the tenant has changed',
  unknown: 'unknown whether it took effect',
  'not-run': 'not done',
}
