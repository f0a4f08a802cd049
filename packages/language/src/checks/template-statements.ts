import type { Finding } from '@entitle/graph'
import { nodesOf } from '../syntax/nodes.ts'
import { headRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Statements of a template that only a policy can mean: it is the policy that the tenant has, once for each use. */
export const templateStatements: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'PolicyTemplate'))
    .flatMap(template =>
      template.statements.flatMap((statement): Finding[] => {
        if (statement.$type !== 'Pin' && statement.$type !== 'Formerly') return []
        const word = statement.$type === 'Pin' ? 'id' : 'formerly'
        return [
          findingAt(
            'identity-in-template',
            'error',
            headRange(statement),
            `The tenant has no templates, so \`${word}\` can't say which object this is. Write it in the policy that is meant.`,
          ),
        ]
      }),
    )
