import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import type { Directory } from './directory.ts'
import type { Subject } from './program.ts'

/** Who approves or reviews; names that nothing has are left out (they are findings). */
export const subjectsOf = (nodes: readonly ast.Subject[], directory: Directory): Subject[] =>
  nodes.flatMap((node): Subject[] => {
    const range = rangeOf(node)
    switch (node.$type) {
      case 'Manager':
        return [{ subject: 'manager', level: node.level ?? 1, range }]
      case 'SponsorsOf':
        return [{ subject: node.side === 'internal' ? 'internal sponsors' : 'external sponsors', range }]
      case 'UserSponsors':
        return [{ subject: 'user sponsors', range }]
      case 'Self':
        return [{ subject: 'self', range }]
      case 'GroupOwners':
        return [{ subject: 'group owners', range }]
      default: {
        const use = directory.use(node)
        return use === undefined ? [] : [{ subject: 'object', object: use.object, range }]
      }
    }
  })
