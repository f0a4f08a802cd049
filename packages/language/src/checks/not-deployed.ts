import { nodesOf } from '../syntax/nodes.ts'
import { headRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** What is written down and understood, and not carried out yet: never silently ignored. */
const sentences = {
  Scenario: 'Running scenarios is not supported yet.',
} as const

export const notDeployed: FileCheck = ({ documents }) =>
  documents.flatMap(document =>
    (Object.keys(sentences) as (keyof typeof sentences)[]).flatMap(type =>
      nodesOf(document, type).map(node => findingAt('not-deployed-yet', 'info', headRange(node), sentences[type])),
    ),
  )
