import type * as ast from '../generated/ast.ts'
import { DeclaredElement } from './element.ts'
import type { Names } from './names.ts'
import type { PackageElement, PolicyElement, TemplateElement, Terms } from './program.ts'
import { type Link, nearest, termsOf } from './terms.ts'

/** A policy, with what holds after its templates. */
export const policyOf = (node: ast.Policy, names: Names): PolicyElement => new Policy(node, names)

class Policy extends DeclaredElement<ast.Policy> implements PolicyElement {
  private readonly names: Names
  private readonly taken: () => Taken

  constructor(node: ast.Policy, names: Names) {
    super(node)
    this.names = names
    this.taken = names.memo(() => takenFrom(node, names))
  }

  get element() {
    return 'policy' as const
  }

  get package(): PackageElement {
    const element = this.names.packageOf(this.node.$container)
    if (element === undefined) throw new Error(`policy ${this.name} was asked for its package, which has no catalog`)
    return element
  }

  get description(): string {
    return this.taken().description
  }

  get template(): TemplateElement | undefined {
    return this.taken().template
  }

  get terms(): Terms {
    return this.taken().terms
  }
}

/** What a policy says or takes from its templates. */
interface Taken {
  readonly template: TemplateElement | undefined
  readonly description: string
  readonly terms: Terms
}

const takenFrom = (node: ast.Policy, names: Names): Taken => {
  const base = node.base?.ref
  const links: Link[] = [{ statements: node.statements }, ...names.chain(node)]
  return {
    template: base === undefined ? undefined : names.templateOf(base),
    description: nearest(links, ['Description'])?.statement.value ?? '',
    terms: termsOf(links, names),
  }
}
