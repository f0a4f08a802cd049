import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Objects that say twice what they are called in one tenant. */
export const tenantOverrides: FileCheck = ({ documents }) =>
  documents.flatMap(document => nodesOf(document, 'DirectoryObject')).flatMap(saidTwice)

const saidTwice = ({ statements }: ast.DirectoryObject): Finding[] => {
  const first = new Map<string, ast.InTenant>()
  return statements.flatMap(statement => {
    if (statement.$type !== 'InTenant' || statement.tenant === undefined) return []
    const tenant = statement.tenant.$refText
    const before = first.get(tenant)
    if (before === undefined) {
      first.set(tenant, statement)
      return []
    }
    return [
      findingAt(
        'repeated-statement',
        'error',
        rangeOf(statement),
        `What this is called in tenant ${tenant} is already said above, and can hold only once. Leave one of them out.`,
        { related: [{ place: { kind: 'source', range: rangeOf(before) }, message: 'It is said here first.' }] },
      ),
    ]
  })
}
