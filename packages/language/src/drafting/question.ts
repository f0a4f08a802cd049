import type { SourceRange } from '@entitle/graph'

/** One of the answers that a question offers. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

/** A question of an interview: one of its choices answers it, or, where it has none, a text. */
export interface Question {
  /** Unique within the interview; its answer is kept under it. */
  readonly id: string
  readonly title: string
  /** The safest comes first. */
  readonly choices?: readonly Choice[]
  /** What a text looks like that answers it. */
  readonly example?: string
  /** What is wrong with an answer, in a sentence that says how it would be right; undefined where it will do. */
  problem?(answer: string): string | undefined
}

/** Where a text is to be written. */
export type Place =
  /** A new file of the folder; its path is one step. */
  | { readonly path: string }
  /** In a file that exists, in the place of what is there. */
  | { readonly uri: string; readonly range: Pick<SourceRange, 'start' | 'end'> }

/** What an interview ends in: source text, and where it belongs. */
export interface Draft {
  readonly place: Place
  readonly text: string
  /** What the text needs elsewhere. */
  readonly also?: readonly Draft[]
}

/** Why an interview can't begin, and what to do first. */
export interface Refused {
  readonly refused: string
  readonly first?: 'workspace' | 'catalog' | 'package'
}

/** Asks one question after the other, and ends in a draft. */
export type Interview = Generator<Question, Draft | Refused, string>

/** What an interview comes to with the answers that are given: the next question, or its end. `problem`: of the answer that was given to it. */
export type Turn =
  | { readonly ask: Omit<Question, 'problem'> & { readonly problem?: string } }
  | { readonly draft: Draft }
  | Refused

/** Goes through an interview as far as the answers lead. */
export const turn = (interview: Interview, answers: { readonly [id: string]: string }): Turn => {
  let step = interview.next()
  while (step.done !== true) {
    const { problem, ...question } = step.value
    const answer = answers[question.id]?.trim()
    if (answer === undefined) return { ask: question }
    const wrong = unoffered(question, answer) ?? problem?.(answer)
    if (wrong !== undefined) return { ask: { ...question, problem: wrong } }
    step = interview.next(answer)
  }
  return 'refused' in step.value ? step.value : { draft: step.value }
}

const unoffered = ({ choices }: Pick<Question, 'choices'>, answer: string): string | undefined =>
  choices === undefined || choices.some(({ value }) => value === answer)
    ? undefined
    : `Choose one of: ${choices.map(({ label }) => label).join(', ')}.`
