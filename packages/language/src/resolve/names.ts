import type * as ast from '../generated/ast.ts'
import type { Directory } from './directory.ts'
import type {
  CatalogElement,
  OrganizationElement,
  PackageElement,
  PolicyElement,
  TemplateElement,
  WorkflowElement,
} from './program.ts'
import type { Link } from './terms.ts'

/**
 * What names mean. An element is read off its own declaration; what it takes from other declarations it asks for when it is asked
 * itself, so it may be kept as long as its declaration stands, whatever happens to the others.
 */
export interface Names {
  readonly directory: Directory
  readonly organizationOf: (node: ast.Organization) => OrganizationElement | undefined
  readonly workflowOf: (node: ast.Workflow) => WorkflowElement | undefined
  readonly catalogOf: (node: ast.Catalog) => CatalogElement
  /** Undefined where the package belongs to no catalog, or to one that nobody declares. */
  readonly packageOf: (node: ast.Package) => PackageElement | undefined
  readonly policyOf: (node: ast.Policy) => PolicyElement
  readonly templateOf: (node: ast.PolicyTemplate) => TemplateElement
  /** The packages of a catalog, those in its block first. */
  readonly packagesIn: (node: ast.Catalog) => readonly PackageElement[]
  /** The catalog whose block the package stands in, or that it names. */
  readonly homeOf: (node: ast.Package) => ast.Catalog | undefined
  /** The templates that a policy or template builds on, nearest first; a circle (a finding) ends where it closes. */
  readonly chain: (node: ast.Policy | ast.PolicyTemplate) => readonly Link[]
  /** Keeps a value until something that it was made from is different. */
  readonly memo: <T>(make: () => T) => () => T
}
