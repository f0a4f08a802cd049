import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { libraryScheme } from '../references/library.ts'
import { propertyRange } from '../syntax/range.ts'
import { assignmentOf } from './assignment.ts'
import { catalogOf } from './catalog.ts'
import { declarationsOf, inOrder, type SourceDocument } from './declarations.ts'
import { Directory } from './directory.ts'
import { organizationOf } from './organization.ts'
import { packageOf } from './package.ts'
import type { CatalogElement, OrganizationElement, PackageElement, Program, WorkflowElement } from './program.ts'
import { scenarioOf } from './scenario.ts'
import { standaloneReviewOf } from './standalone-review.ts'
import { standardOf } from './standard.ts'
import { Templates } from './template.ts'
import { tenantOf } from './tenant.ts'

/**
 * The program that linked documents say. Broken files give the best value: what can't be understood is left out,
 * and where that is not yet a finding of the parser or of linking, it is one here.
 */
export const resolve = (
  documents: readonly SourceDocument[],
): { readonly program: Program; readonly findings: readonly Finding[] } => {
  const sources = inOrder(documents.filter(document => document.uri.scheme !== libraryScheme))
  const directory = new Directory(declarationsOf(sources, 'DirectoryObject'))
  const organizations = new Map<ast.Organization, OrganizationElement>()
  for (const node of declarationsOf(sources, 'Organization')) organizations.set(node, organizationOf(node, directory))
  const packagesOf = new Map<ast.Catalog, PackageElement[]>()
  const catalogs = new Map<ast.Catalog, CatalogElement>()
  for (const node of declarationsOf(sources, 'Catalog')) {
    const packages: PackageElement[] = []
    packagesOf.set(node, packages)
    catalogs.set(node, catalogOf(node, directory, packages))
  }
  const workflows = new Map<ast.Workflow, WorkflowElement>()
  for (const catalog of catalogs.values())
    for (const workflow of catalog.workflows) workflows.set(workflow.node, workflow)
  const names = {
    directory,
    organizationOf: (node: ast.Organization) => organizations.get(node),
    workflowOf: (node: ast.Workflow) => workflows.get(node),
  }
  const templates = new Templates(declarationsOf(sources, 'PolicyTemplate'), names)

  const findings: Finding[] = []
  const drafts = packageNodes(sources).flatMap(({ node, home }) => {
    const catalog = home === undefined ? undefined : catalogs.get(home)
    if (home === undefined || catalog === undefined) {
      if (node.catalog === undefined) findings.push(homeless(node))
      return []
    }
    const draft = packageOf(node, catalog, names, templates)
    packagesOf.get(home)?.push(draft.element)
    return [draft]
  })
  const packages = new Map(drafts.map(({ element }) => [element.node, element]))
  const packageFor = (node: ast.Package) => packages.get(node)
  for (const { exclude } of drafts) exclude(packageFor)

  const program: Omit<Program, 'directory'> = {
    tenants: declarationsOf(sources, 'Tenant').map(tenantOf),
    organizations: [...organizations.values()],
    catalogs: [...catalogs.values()],
    templates: templates.elements,
    standards: declarationsOf(sources, 'Standard').map(standardOf),
    reviews: declarationsOf(sources, 'StandaloneReview').map(node => standaloneReviewOf(node, directory)),
    assignments: declarationsOf(sources, 'Assign').flatMap(node => assignmentOf(node, directory, packageFor) ?? []),
    scenarios: declarationsOf(sources, 'Scenario').map(node => scenarioOf(node, { ...names, packageOf: packageFor })),
  }
  return { program: { ...program, directory: directory.elements }, findings }
}

/** Every package with the catalog that it belongs to: those in the catalogs' blocks first. */
const packageNodes = (
  sources: readonly SourceDocument[],
): { readonly node: ast.Package; readonly home: ast.Catalog | undefined }[] => [
  ...declarationsOf(sources, 'Catalog').flatMap(home =>
    home.statements.flatMap(node => (node.$type === 'Package' ? [{ node, home }] : [])),
  ),
  ...declarationsOf(sources, 'Package').map(node => ({ node, home: node.catalog?.ref })),
]

const homeless = (node: ast.Package): Finding => ({
  rule: 'package-without-catalog',
  severity: 'error',
  message: `Package ${node.name ?? ''} belongs to no catalog. Write it inside a catalog's block, or say \`in\` and the catalog's name behind its display name.`,
  place: { kind: 'source', range: propertyRange(node, 'name') },
})
