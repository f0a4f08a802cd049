import type { Value } from '@entitle/graph'
import { calledInWords, inTime, stageOf, stageWords } from './call-words.ts'
import { type Changed, type ChangeInWords, type Told, untold } from './changed.ts'
import { items } from './fields.ts'
import { questionsInOrder, questionTermsInWords, questionText } from './question-words.ts'

/** Questions that come, go, or are asked otherwise, each on a line, and their order where only that changes. */
export const questionChanges = (changes: readonly Changed[]): Told =>
  inLines(changes, 'questions', (before, after) => {
    const texts = [...new Set([...before, ...after].map(questionText))]
    const said = (all: readonly Value[], text: string) =>
      all
        .filter(each => questionText(each) === text)
        .map(questionTermsInWords)
        .join('; ') || 'none'
    const lines = texts
      .map(text => ({ label: `question “${text}”`, before: said(before, text), after: said(after, text) }))
      .filter(line => line.before !== line.after)
    const inBoth = (all: readonly Value[], others: readonly Value[]) =>
      questionsInOrder(all.filter(each => others.some(other => questionText(other) === questionText(each))))
    const order = { label: 'order of questions', before: inBoth(before, after), after: inBoth(after, before) }
    return order.before === order.after ? lines : [...lines, order]
  })

/** What is called at each stage, each on a line. */
export const callChanges = (changes: readonly Changed[]): Told =>
  inLines(changes, 'customExtensionStageSettings', (before, after) => {
    const stages = [...new Set([...before, ...after].map(stageOf))].sort(inTime)
    const called = (all: readonly Value[], stage: string) => calledInWords(all.filter(each => stageOf(each) === stage))
    return stages
      .map(stage => ({
        label: `on ${stageWords(stage)}`,
        before: called(before, stage),
        after: called(after, stage),
      }))
      .filter(line => line.before !== line.after)
  })

const inLines = (
  changes: readonly Changed[],
  path: string,
  lines: (before: readonly Value[], after: readonly Value[]) => readonly ChangeInWords[],
): Told => {
  const change = changes.find(each => each.path === path)
  return change === undefined ? untold : { of: [change], lines: lines(items(change.before), items(change.after)) }
}
