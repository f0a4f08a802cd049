import {
  type AstNode,
  type AstReflection,
  type CstNode,
  DefaultLinker,
  type LangiumCoreServices,
  type LangiumDocument,
  type LinkingError,
  type Reference,
  type ReferenceInfo,
} from 'langium'
import { referencesIn } from '../syntax/nodes.ts'
import type { Made, Reliances } from './reliances.ts'
import { shelvesFor } from './scope-provider.ts'
import type { EntitleSymbol } from './symbol.ts'
import type { SymbolServices, SymbolTable } from './symbol-table.ts'

/** By what something relies on the very nodes of a unit, and not only on what it says. */
export const nodesKey = (unit: string): string => `nodes of ${unit}`

export const isNodesKey = (key: string): boolean => key.startsWith('nodes of ')

type Found = Made<EntitleSymbol | undefined>

/**
 * References that keep no node: whoever follows one is told what the name means now, and relies on that. So an edit never has to
 * link other files anew.
 */
export class EntitleLinker extends DefaultLinker {
  private readonly ast: AstReflection
  private readonly symbols: SymbolTable
  private readonly reliances: Reliances
  private readonly found = new Map<string, Found>()
  private time = 0

  constructor(
    services: Omit<LangiumCoreServices, 'shared'> & { readonly shared: LangiumCoreServices['shared'] & SymbolServices },
  ) {
    super(services)
    this.ast = services.shared.AstReflection
    this.symbols = services.shared.workspace.SymbolTable
    this.reliances = services.shared.workspace.Reliances
  }

  override async link(document: LangiumDocument): Promise<void> {
    Object.defineProperty(document, 'references', {
      configurable: true,
      get: () => referencesIn(document),
      set: () => {},
    })
  }

  /** There is nothing to undo: references keep no nodes, and are listed when somebody asks. */
  override unlink(): void {}

  override buildReference(node: AstNode, property: string, refNode: CstNode | undefined, refText: string): Reference {
    return new NamedReference(this, node, property, refNode, refText) as Reference
  }

  /** What a reference means now. */
  follow(reference: NamedReference): EntitleSymbol | undefined {
    const { time } = this.reliances
    if (reference.time !== time || reference.found === undefined) {
      reference.found = this.search(reference, time)
      reference.time = time
    }
    this.reliances.onAll(reference.found.reliedOn)
    return reference.found.value
  }

  private search(reference: NamedReference, time: number): Found {
    if (this.time !== time) {
      this.found.clear()
      this.time = time
    }
    reference.type ??= this.ast.getReferenceType(reference.info)
    const { type, container, $refText: name } = reference
    // Which policies can be meant depends on what a second reference means, so they are not told by prefixes alone.
    const made =
      type === 'Policy'
        ? this.reliances.record(() => shelvesFor(type, container))
        : { value: shelvesFor(type, container), reliedOn: [] }
    const key =
      type === 'Policy' ? undefined : `${made.value.map(({ family, prefix }) => family + prefix).join(' ')} ${name}`
    const known = key === undefined ? undefined : this.found.get(key)
    if (known !== undefined) return known
    const { value, reliedOn } = this.reliances.record(() => {
      for (const { family, prefix } of made.value) {
        const symbol = this.symbols.find(family, prefix + name)
        if (symbol !== undefined) return symbol
      }
      return undefined
    })
    const nodes = value === undefined ? [] : [nodesKey(value.unit ?? value.documentUri.toString())]
    const found = { value, reliedOn: [...made.reliedOn, ...reliedOn, ...nodes] }
    if (key !== undefined) this.found.set(key, found)
    return found
  }
}

/** A name that stands for a declaration somewhere in the workspace. */
export class NamedReference {
  readonly $refNode: CstNode | undefined
  readonly $refText: string
  readonly container: AstNode
  readonly property: string
  private readonly linker: EntitleLinker
  type: string | undefined = undefined
  found: Found | undefined = undefined
  time = -1

  constructor(
    linker: EntitleLinker,
    container: AstNode,
    property: string,
    refNode: CstNode | undefined,
    refText: string,
  ) {
    this.linker = linker
    this.container = container
    this.property = property
    this.$refNode = refNode
    this.$refText = refText
  }

  get ref(): AstNode | undefined {
    return this.linker.follow(this)?.node
  }

  get $nodeDescription(): EntitleSymbol | undefined {
    return this.linker.follow(this)
  }

  get error(): LinkingError | undefined {
    if (this.linker.follow(this) !== undefined) return undefined
    return { info: this.info, message: `Nothing is called ${this.$refText}.` }
  }

  get info(): ReferenceInfo {
    return { reference: this as Reference, container: this.container, property: this.property }
  }
}
