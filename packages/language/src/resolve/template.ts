import type * as ast from '../generated/ast.ts'
import { elementOf } from './element.ts'
import type { TemplateElement } from './program.ts'
import { type Link, type Names, termsOf } from './terms.ts'

type Draft = TemplateElement & { base?: TemplateElement; terms: TemplateElement['terms'] }

/** The templates of the workspace, each with what holds after its own templates. */
export class Templates {
  private readonly found = new Map<ast.PolicyTemplate, TemplateElement>()

  constructor(nodes: readonly ast.PolicyTemplate[], names: Names) {
    // Terms name the template they come from, so every element exists before any terms are computed.
    const drafts = nodes.map(node => {
      const element: Draft = { element: 'template', node, ...elementOf(node), terms: {} }
      this.found.set(node, element)
      return element
    })
    for (const draft of drafts) {
      const base = this.elementOf(draft.node.base?.ref)
      if (base !== undefined) draft.base = base
      draft.terms = termsOf([{ statements: draft.node.statements }, ...this.chain(draft.node)], names)
    }
  }

  get elements(): readonly TemplateElement[] {
    return [...this.found.values()]
  }

  elementOf(node: ast.PolicyTemplate | undefined): TemplateElement | undefined {
    return node === undefined ? undefined : this.found.get(node)
  }

  /** The templates that a policy or template builds on, nearest first; a circle (a finding) ends where it closes. */
  chain(node: ast.Policy | ast.PolicyTemplate): Link[] {
    const links: Link[] = []
    const seen = new Set<ast.Policy | ast.PolicyTemplate>([node])
    for (let base = node.base?.ref; base !== undefined && !seen.has(base); base = base.base?.ref) {
      seen.add(base)
      const template = this.found.get(base)
      links.push({ statements: base.statements, ...(template === undefined ? {} : { template }) })
    }
    return links
  }
}
