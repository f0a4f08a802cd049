import type * as ast from '../generated/ast.ts'
import { elementOf } from './element.ts'
import type { Names } from './names.ts'
import type { TemplateElement } from './program.ts'
import { termsOf } from './terms.ts'

/** A template with what holds after its own templates. */
export const templateOf = (node: ast.PolicyTemplate, names: Names): TemplateElement => {
  const taken = names.memo(() => {
    const base = node.base?.ref
    return {
      base: base === undefined ? undefined : names.templateOf(base),
      terms: termsOf([{ statements: node.statements }, ...names.chain(node)], names),
    }
  })
  return {
    element: 'template',
    node,
    ...elementOf(node),
    get base() {
      return taken().base
    },
    get terms() {
      return taken().terms
    },
  }
}
