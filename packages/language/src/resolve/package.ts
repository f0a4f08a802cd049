import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import { elementOf, identityOf, statementOf, statementsOf } from './element.ts'
import type { Names } from './names.ts'
import type { PackageElement } from './program.ts'

/** A package; whoever asks for it has looked that it has a catalog. */
export const packageOf = (node: ast.Package, names: Names): PackageElement => {
  const policies = statementsOf<ast.Policy>(node, 'Policy').map(names.policyOf)
  const grants = names.memo(() => grantsOf(node, names))
  const incompatible = names.memo(() => incompatibleWith(node, names))
  return {
    element: 'package',
    node,
    ...elementOf(node),
    ...identityOf(node),
    hidden: statementOf<ast.Hidden>(node, 'Hidden') !== undefined,
    tags: statementsOf<ast.Tags>(node, 'Tags').flatMap(tags => tags.names),
    policies,
    get catalog() {
      const home = names.homeOf(node)
      if (home === undefined) throw new Error(`package ${node.name} was asked for its catalog and has none`)
      return names.catalogOf(home)
    },
    get grants() {
      return grants()
    },
    get incompatible() {
      return incompatible()
    },
  }
}

const grantsOf = (node: ast.Package, { directory }: Names): PackageElement['grants'] =>
  statementsOf<ast.Grant>(node, 'Grant').flatMap(grant => {
    const resource = directory.use(grant.resource)
    return resource === undefined || grant.role === undefined
      ? []
      : [{ role: grant.role, resource, range: rangeOf(grant) }]
  })

const incompatibleWith = (node: ast.Package, { directory, packageOf }: Names): PackageElement['incompatible'] =>
  statementsOf<ast.Incompatible>(node, 'Incompatible')
    .flatMap(statement => statement.exclusions)
    .flatMap((exclusion): PackageElement['incompatible'] => {
      const range = rangeOf(exclusion)
      const target = exclusion.target?.ref
      if (target?.$type === 'Package') {
        const excluded = packageOf(target)
        return excluded === undefined ? [] : [{ kind: 'package', package: excluded, range }]
      }
      const group = directory.use(exclusion)
      return group === undefined ? [] : [{ kind: 'group', group, range }]
    })
