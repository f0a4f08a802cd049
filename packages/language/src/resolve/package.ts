import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import { elementOf, identityOf, statementOf, statementsOf } from './element.ts'
import { policyOf } from './policy.ts'
import type { CatalogElement, PackageElement, PolicyElement } from './program.ts'
import type { Templates } from './template.ts'
import type { Names } from './terms.ts'

/** A package and, once every package is known, what it excludes. */
export interface PackageDraft {
  readonly element: PackageElement
  readonly exclude: (packageOf: (node: ast.Package) => PackageElement | undefined) => void
}

/** A package of `catalog`. Exclusions are bound afterwards, since packages may exclude each other. */
export const packageOf = (
  node: ast.Package,
  catalog: CatalogElement,
  names: Names,
  templates: Templates,
): PackageDraft => {
  const policies: PolicyElement[] = []
  const incompatible: PackageElement['incompatible'][number][] = []
  const element: PackageElement = {
    element: 'package',
    node,
    catalog,
    ...elementOf(node),
    ...identityOf(node),
    hidden: statementOf<ast.Hidden>(node, 'Hidden') !== undefined,
    tags: statementsOf<ast.Tags>(node, 'Tags').flatMap(tags => tags.names),
    grants: statementsOf<ast.Grant>(node, 'Grant').flatMap(grant => {
      const resource = names.directory.use(grant.resource)
      return resource === undefined || grant.role === undefined
        ? []
        : [{ role: grant.role, resource, range: rangeOf(grant) }]
    }),
    incompatible,
    policies,
  }
  for (const policy of statementsOf<ast.Policy>(node, 'Policy'))
    policies.push(policyOf(policy, element, names, templates))
  const exclude: PackageDraft['exclude'] = packageFor => {
    for (const exclusion of statementsOf<ast.Incompatible>(node, 'Incompatible').flatMap(
      statement => statement.exclusions,
    )) {
      const range = rangeOf(exclusion)
      const target = exclusion.target?.ref
      if (target?.$type === 'Package') {
        const excluded = packageFor(target)
        if (excluded !== undefined) incompatible.push({ kind: 'package', package: excluded, range })
      } else {
        const group = names.directory.use(exclusion)
        if (group !== undefined) incompatible.push({ kind: 'group', group, range })
      }
    }
  }
  return { element, exclude }
}
