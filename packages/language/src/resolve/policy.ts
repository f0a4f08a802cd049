import type * as ast from '../generated/ast.ts'
import { elementOf, identityOf } from './element.ts'
import type { Names } from './names.ts'
import type { PolicyElement } from './program.ts'
import { type Link, nearest, termsOf } from './terms.ts'

/** A policy, with what holds after its templates. */
export const policyOf = (node: ast.Policy, names: Names): PolicyElement => {
  const taken = names.memo(() => {
    const base = node.base?.ref
    const links: Link[] = [{ statements: node.statements }, ...names.chain(node)]
    return {
      template: base === undefined ? undefined : names.templateOf(base),
      description: nearest(links, ['Description'])?.statement.value ?? '',
      terms: termsOf(links, names),
    }
  })
  return {
    element: 'policy',
    node,
    ...elementOf(node),
    ...identityOf(node),
    get package() {
      return packageAround(node, names)
    },
    get description() {
      return taken().description
    },
    get template() {
      return taken().template
    },
    get terms() {
      return taken().terms
    },
  }
}

const packageAround = (node: ast.Policy, names: Names) => {
  const element = names.packageOf(node.$container)
  if (element === undefined) throw new Error(`policy ${node.name} was asked for its package, which has no catalog`)
  return element
}
