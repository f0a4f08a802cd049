import type { Turn } from '../drafting/index.ts'

/** What an agent is told of an interview: the next question with its answers, or what was written. */
export const interviewText = (answer: Exclude<Turn, { draft: unknown }>): string => {
  if ('refused' in answer) return answer.refused
  const { id, title, choices, example, problem } = answer.ask
  const wrong = problem === undefined ? [] : [`The answer to ${id} will not do: ${problem}`]
  const offered =
    choices === undefined
      ? [`Answer with a text${example === undefined ? '' : `, such as: ${example}`}`]
      : [
          'Answer with one of:',
          ...choices.map(
            ({ value, label, detail }) => `- ${value}: ${label}${detail === undefined ? '' : ` (${detail})`}`,
          ),
        ]
  return [
    ...wrong,
    `Nothing was written yet. Ask the user: ${title}`,
    ...offered,
    `Call again with the answers so far and one for "${id}".`,
  ].join('\n')
}
