import type * as ast from '../generated/ast.ts'
import { elementOf, identityOf } from './element.ts'
import type { PackageElement, PolicyElement } from './program.ts'
import type { Templates } from './template.ts'
import { type Link, type Names, nearest, termsOf } from './terms.ts'

export const policyOf = (node: ast.Policy, of: PackageElement, names: Names, templates: Templates): PolicyElement => {
  const links: Link[] = [{ statements: node.statements }, ...templates.chain(node)]
  const template = templates.elementOf(node.base?.ref)
  return {
    element: 'policy',
    node,
    package: of,
    ...elementOf(node),
    ...identityOf(node),
    description: nearest(links, ['Description'])?.statement.value ?? '',
    ...(template === undefined ? {} : { template }),
    terms: termsOf(links, names),
  }
}
