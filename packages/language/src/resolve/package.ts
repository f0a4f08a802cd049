import type * as ast from '../generated/ast.ts'
import { rangeOf } from '../syntax/range.ts'
import { DeclaredElement, statementOf, statementsOf } from './element.ts'
import type { Names } from './names.ts'
import type { CatalogElement, PackageElement, PolicyElement } from './program.ts'

/** A package; whoever asks for it has looked that it has a catalog. */
export const packageOf = (node: ast.Package, names: Names): PackageElement => new Package(node, names)

class Package extends DeclaredElement<ast.Package> implements PackageElement {
  readonly policies: readonly PolicyElement[]
  private readonly names: Names
  private readonly granted: () => PackageElement['grants']
  private readonly excluded: () => PackageElement['incompatible']

  constructor(node: ast.Package, names: Names) {
    super(node)
    this.names = names
    this.policies = statementsOf<ast.Policy>(node, 'Policy').map(names.policyOf)
    this.granted = names.memo(() => grantsOf(node, names))
    this.excluded = names.memo(() => incompatibleWith(node, names))
  }

  get element() {
    return 'package' as const
  }

  get description(): string {
    return statementOf<ast.Description>(this.node, 'Description')?.value ?? ''
  }

  get hidden(): boolean {
    return statementOf<ast.Hidden>(this.node, 'Hidden') !== undefined
  }

  get tags(): readonly string[] {
    return statementsOf<ast.Tags>(this.node, 'Tags').flatMap(tags => tags.names)
  }

  get catalog(): CatalogElement {
    const home = this.names.homeOf(this.node)
    if (home === undefined) throw new Error(`package ${this.name} was asked for its catalog and has none`)
    return this.names.catalogOf(home)
  }

  get grants(): PackageElement['grants'] {
    return this.granted()
  }

  get incompatible(): PackageElement['incompatible'] {
    return this.excluded()
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
