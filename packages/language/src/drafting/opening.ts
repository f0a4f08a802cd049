import type { CatalogElement } from '../resolve/program.ts'
import { insertion } from './insertion.ts'
import type { Draft } from './question.ts'

/** Lets people from outside see the catalog where a policy lets them request and nothing says so yet. */
export const opening = (
  { visibleToExternal, block }: CatalogElement,
  statements: readonly string[],
): Pick<Draft, 'also'> =>
  visibleToExternal || !statements.some(each => each.startsWith('requestable by users from '))
    ? {}
    : { also: [insertion(block, 'visible to external users')] }
