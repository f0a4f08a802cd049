import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import type { RuleBook } from './rule-book.ts'

/** The rules of a book, and those that the standards of the workspace make themselves and give a name. */
export const withOwnRules = (book: RuleBook, { shared }: Pick<EntitleLspServices, 'shared'>): RuleBook => {
  const own = (): readonly ast.OwnRule[] =>
    shared.workspace.LangiumDocuments.all
      .toArray()
      .flatMap(document => nodesOf(document, 'OwnRule'))
      .filter(({ name }) => name !== undefined)
  return {
    ...book,
    get names() {
      return [...book.names, ...own().flatMap(({ name }) => name ?? [])]
    },
    describe(rule) {
      const known = book.describe(rule)
      const found = known === undefined ? own().find(({ name }) => name === rule) : undefined
      return found === undefined ? known : description(found)
    },
  }
}

const description = ({ demand, claim, conditions, because, $container }: ast.OwnRule): string => {
  const where = conditions.map(({ $cstNode }) => $cstNode?.text ?? '').join(' and ')
  const words = `${claim?.$cstNode?.text ?? ''}${where === '' ? '' : ` where ${where}`}`
  return `Standard ${$container.name} ${demand === 'deny' ? 'denies' : 'requires'} \`${words.replace(/\s+/g, ' ')}\`.${because === undefined ? '' : ` ${because}`}`
}
