import type { ApplyEvent, Outcome, StepOutcome } from '@entitle/graph'
import { counted } from '../plan/summary.ts'

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`

const took = new Set(['created', 'updated', 'deleted', 'already'])

/** The steps that hold now. */
export const tookEffect = ({ steps }: Pick<Outcome, 'steps'>): readonly StepOutcome[] =>
  steps.filter(step => took.has(step.result))

/** How far a deployment came: `3 of 6 steps took effect; the others did not.` */
export const reached = (outcome: Pick<Outcome, 'steps'>): string => {
  const [done, all] = [tookEffect(outcome).length, outcome.steps.length]
  const unknown = outcome.steps.filter(step => step.result === 'unknown').length
  const unsure = unknown === 0 ? '' : ` For ${counted(unknown, 'step')} it is not known.`
  return done === 0 && unknown === 0
    ? 'Nothing was changed.'
    : `${done} of ${counted(all, 'step')} took effect; the others did not.${unsure}`
}

/** `2 added, 1 changed in 41 s (38 s waiting for Graph)`. */
export const achieved = ({ steps, milliseconds, waitedMilliseconds }: Outcome): string => {
  const count = (result: string) => steps.filter(step => step.result === result).length
  const parts = [
    [count('created'), 'added'],
    [count('updated'), 'changed'],
    [count('deleted'), 'deleted'],
    [count('already'), 'so already'],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
  const waited = waitedMilliseconds < 1000 ? '' : ` (${seconds(waitedMilliseconds)} waiting for Graph)`
  return `${told.length === 0 ? 'nothing to change' : told.join(', ')} in ${seconds(milliseconds)}${waited}`
}

const waits: { readonly [why in Extract<ApplyEvent, { type: 'waiting' }>['why']]: string } = {
  throttled: 'Graph asked for it',
  visible: 'until Graph shows what was written',
  delivery: 'until Graph has delivered it',
  busy: 'Graph is busy with this catalog',
  retry: 'before trying again',
}

/** What is being waited for: `waiting 38 s: Graph asked for it`. */
export const waiting = ({ why, milliseconds }: Extract<ApplyEvent, { type: 'waiting' }>): string =>
  `waiting ${seconds(milliseconds)}: ${waits[why]}`

/** Why nothing was begun, else the first step's failure: one or two sentences, with what to do about it. */
export const failure = (outcome: Pick<Outcome, 'steps' | 'failure'>): string => {
  const found = outcome.failure ?? outcome.steps.find(step => step.failure !== undefined)?.failure
  if (found === undefined) return ''
  const { message, because, remedy } = found
  return [message, because, remedy]
    .filter(text => text !== undefined && text !== '')
    .map(ended)
    .join(' ')
}

const ended = (text = ''): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
