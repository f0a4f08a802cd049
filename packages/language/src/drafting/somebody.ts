import { textLiteral } from '../printing/source/text-literal.ts'
import type { Program } from '../resolve/program.ts'
import type { Question } from './question.ts'
import { displayName } from './texts.ts'

const another = 'another group'

/** Asks for a group that decides: a single person may be away, or leave. Ends in how the language calls it. */
export function* somebody(id: string, title: string, { directory }: Program): Generator<Question, string, string> {
  const known = directory.flatMap(({ kind, name, displayName }) =>
    name !== undefined && kind === 'group' ? [{ value: name, label: displayName }] : [],
  )
  if (known.length > 0) {
    const choices = [...known, { value: another, label: 'Another group' }]
    const answer = yield { id, title, choices }
    if (answer !== another) return answer
  }
  const group = yield displayName(`${id}Group`, `${title} The group’s display name:`, 'Identity Governance desk')
  return `group ${textLiteral(group)}`
}
