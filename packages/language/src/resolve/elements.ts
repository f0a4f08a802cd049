import type * as ast from '../generated/ast.ts'
import type { FactTable } from '../references/fact-table.ts'
import { grantKey, homeKey, objectKey } from '../references/facts.ts'
import { nodesKey } from '../references/linker.ts'
import type { Reliances } from '../references/reliances.ts'
import { passagesKey, unitOf } from '../references/units.ts'
import { perPlace } from '../syntax/per-node.ts'
import { uriOf } from '../syntax/range.ts'
import { assignmentOf } from './assignment.ts'
import { catalogOf } from './catalog.ts'
import { Directory, directoryWord } from './directory.ts'
import type { Names } from './names.ts'
import { organizationOf } from './organization.ts'
import { packageOf } from './package.ts'
import { policyOf } from './policy.ts'
import type {
  AssignElement,
  CatalogElement,
  DirectoryElement,
  OrganizationElement,
  PackageElement,
  PolicyElement,
  ReviewElement,
  ScenarioElement,
  StandardElement,
  TemplateElement,
  WorkflowElement,
} from './program.ts'
import { scenarioOf } from './scenario.ts'
import { standaloneReviewOf } from './standalone-review.ts'
import { standardOf } from './standard.ts'
import { templateOf } from './template.ts'
import { tenantOf } from './tenant.ts'
import type { Link } from './terms.ts'
import { workflowOf } from './workflow.ts'

/** What elements are made from besides their own trees. */
export interface Sources {
  readonly facts: FactTable
  readonly reliances: Reliances
}

/** The elements of a workspace by their declarations: the same element for the same declaration, as long as its tree stands. */
export class Elements implements Names {
  readonly directory: Directory
  readonly memo: Names['memo']
  private readonly sources: Sources

  constructor(sources: Sources) {
    this.sources = sources
    this.memo = make => sources.reliances.memo(make)
    this.directory = new Directory(sources)
  }

  readonly tenantOf = perPlace(tenantOf)
  readonly organizationOf = perPlace((node: ast.Organization): OrganizationElement => organizationOf(node, this))
  readonly templateOf = perPlace((node: ast.PolicyTemplate): TemplateElement => templateOf(node, this))
  readonly catalogOf = perPlace((node: ast.Catalog): CatalogElement => catalogOf(node, this))
  readonly workflowOf = perPlace((node: ast.Workflow): WorkflowElement => {
    return workflowOf(node, this.catalogOf(node.$container))
  })
  readonly policyOf = perPlace((node: ast.Policy): PolicyElement => policyOf(node, this))
  private readonly packages = perPlace((node: ast.Package) => packageOf(node, this))

  /** These are their statements, and hardly anything of their own: made again whenever something that they name is different. */
  private readonly reviews = perPlace((node: ast.StandaloneReview) => this.memo(() => standaloneReviewOf(node, this)))
  private readonly assignments = perPlace((node: ast.Assign) => this.memo(() => assignmentOf(node, this)))
  private readonly standards = perPlace((node: ast.Standard) => this.memo(() => standardOf(node, this)))
  private readonly scenarios = perPlace((node: ast.Scenario) => this.memo(() => scenarioOf(node, this)))

  readonly reviewOf = (node: ast.StandaloneReview): ReviewElement => this.reviews(node)()
  readonly assignmentOf = (node: ast.Assign): AssignElement | undefined => this.assignments(node)()
  readonly standardOf = (node: ast.Standard): StandardElement => this.standards(node)()
  readonly scenarioOf = (node: ast.Scenario): ScenarioElement => this.scenarios(node)()

  readonly packageOf = (node: ast.Package): PackageElement | undefined =>
    this.homeOf(node) === undefined ? undefined : this.packages(node)

  readonly homeOf = (node: ast.Package): ast.Catalog | undefined =>
    node.$container.$type === 'Catalog' ? node.$container : node.catalog?.ref

  /** The packages of the workspace that grant this role of an object, or any. */
  readonly grantersOf = (object: DirectoryElement, role?: string): readonly PackageElement[] => {
    const written = grantKey(objectKey(directoryWord(object.kind), object.displayName))
    const keys = object.name === undefined ? [written] : [grantKey(object.name), written]
    const nodes = keys.flatMap(key => this.sources.facts.at(key).map(({ node }) => node as ast.Package))
    const granting = role === undefined ? nodes : nodes.filter(node => mentions(node, role))
    return [...new Set(granting)]
      .flatMap(node => this.packageOf(node) ?? [])
      .filter(({ grants }) =>
        grants.some(each => each.resource.object === object && (role === undefined || each.role === role)),
      )
  }

  readonly packagesIn = (node: ast.Catalog): readonly PackageElement[] => this.inCatalog(node)()

  readonly chain = (node: ast.Policy | ast.PolicyTemplate): readonly Link[] => {
    const links: Link[] = []
    const seen = new Set<ast.Policy | ast.PolicyTemplate>([node])
    for (let base = node.base?.ref; base !== undefined && !seen.has(base); base = base.base?.ref) {
      seen.add(base)
      links.push({ statements: base.statements, template: this.templateOf(base) })
    }
    return links
  }

  private readonly inCatalog = perPlace((node: ast.Catalog) =>
    this.memo(() => {
      this.sources.reliances.on(passagesKey(uriOf(node)))
      return [
        ...node.statements.flatMap(statement => (statement.$type === 'Package' ? this.packageIn(statement) : [])),
        ...(node.name === undefined ? [] : this.putInto(node)),
      ]
    }),
  )

  private packageIn(node: ast.Package): readonly PackageElement[] {
    this.sources.reliances.on(nodesKey(unitOf(node)))
    const element = this.packageOf(node)
    return element === undefined ? [] : [element]
  }

  private putInto(catalog: ast.Catalog): PackageElement[] {
    return this.sources.facts.at(homeKey(catalog.name)).flatMap(({ node }) => {
      this.sources.reliances.on(nodesKey(unitOf(node)))
      const element = this.packageOf(node as ast.Package)
      return element === undefined || this.homeOf(element.node) !== catalog ? [] : [element]
    })
  }
}

/** Read off the tree: of many packages that grant something of an object, few grant a certain role. */
const mentions = ({ statements }: ast.Package, role: string): boolean =>
  statements.some(statement => statement.$type === 'Grant' && statement.role === role)
