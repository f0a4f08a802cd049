import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { lookUp } from '../explain/look-up.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { explainJson, explainText } from '../views/explain.ts'
import { indexJson, indexText } from '../views/explain-index.ts'
import { paintFor } from '../views/paint.ts'
import { printableText } from '../views/printable.ts'

export interface ExplainArguments {
  /** What was typed, word by word; none: the index. */
  readonly words: readonly string[]
  readonly format: 'human' | 'json'
}

/** Says what a word of the language, a rule or the code of a finding means. Reads no sources. */
export const explain = async ({ words, format }: ExplainArguments, { terminal }: Ports): Promise<ExitCode> => {
  const paint = paintFor(terminal)
  const columns = Math.min(terminal.columns, widest)
  if (words.length === 0) {
    terminal.write(format === 'json' ? indexJson() : indexText(columns, paint))
    return exitCodes.fine
  }
  const explanation = lookUp(words)
  if ('near' in explanation) throw unusable(unknown(explanation.query, explanation.near))
  terminal.write(format === 'json' ? explainJson(explanation) : explainText(explanation, columns, paint))
  return exitCodes.fine
}

/** Longer lines are hard to read. */
const widest = 100

const unknown = (query: string, near: readonly string[]): string => {
  const [last, ...before] = near.toReversed()
  const guess =
    last === undefined
      ? 'entitle explain, without a word, lists all there are.'
      : `Did you mean ${before.length === 0 ? last : `${before.toReversed().join(', ')} or ${last}`}?`
  return `Entitle has no word, rule or finding called ${printableText(query) || '""'}. ${guess}`
}
