import type { Cloud, DirectoryKind, SourceRange } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'

/**
 * What the sources say once names are bound, templates expanded, defaults explicit and durations canonical.
 * Every value knows where it was written. No Langium type stands in here but `node`, the way back to the tree.
 */
export interface Program {
  readonly tenants: readonly TenantElement[]
  readonly organizations: readonly OrganizationElement[]
  /** Declared directory objects, and one element for each distinct inline object. */
  readonly directory: readonly DirectoryElement[]
  readonly catalogs: readonly CatalogElement[]
  readonly templates: readonly TemplateElement[]
  readonly standards: readonly StandardElement[]
  readonly reviews: readonly ReviewElement[]
  readonly assignments: readonly AssignElement[]
}

/** A value and the stretch of source that says it; `template` where a policy took it over from one. */
export interface Sourced<T> {
  readonly value: T
  readonly range: SourceRange
  readonly template?: TemplateElement
}

/** What every element has: its name in the language, its range, and where in its block a statement may be added. */
export interface Element {
  readonly name: string
  readonly range: SourceRange
  readonly nameRange: SourceRange
  readonly block: Block
  readonly waivers: readonly WaiverElement[]
  /** Where the statements that say single values stand, by the statement's type: `Description`, `Hidden`, `Unpublished`. */
  readonly statementRanges: { readonly [type: string]: SourceRange }
}

/** The block of a declaration, for fixes that add statements. */
export interface Block {
  readonly uri: string
  /** Just behind the last statement (or the opening brace); where there is no block at all, just behind the declaration. */
  readonly insertAt: { readonly line: number; readonly character: number }
  /** False where the declaration has no `{ … }` yet: a fix must write the braces. */
  readonly exists: boolean
  /** True where `{` and `}` stand on one line. */
  readonly inline: boolean
  /** Of an inline block: what stands between the braces, and the statements in it one by one, comments with them. */
  readonly inside?: { readonly range: SourceRange; readonly statements: readonly string[] }
  /** Spaces before a statement of this block. */
  readonly indent: number
}

export interface WaiverElement {
  readonly rule: string
  readonly until?: string
  readonly because?: string
  readonly range: SourceRange
  readonly ruleRange: SourceRange
  /** What to take out to remove it: its whole line, where it stands alone there. */
  readonly removal: SourceRange
}

export interface TenantElement extends Element {
  readonly element: 'tenant'
  readonly node: ast.Tenant
  readonly displayName: string
  readonly id?: string
  readonly domain?: string
  readonly cloud: Cloud
  readonly protected: boolean
  readonly offboarding?: Sourced<Offboarding>
}
/** `deleteAfter` in days. */
export type Offboarding = { readonly action: 'none' } | { readonly action: 'block'; readonly deleteAfterDays?: number }

export interface OrganizationElement extends Element {
  readonly element: 'organization'
  readonly node: ast.Organization
  readonly displayName: string
  readonly id?: string
  readonly formerly: readonly string[]
  readonly description: string
  readonly sources: readonly Sourced<{ readonly kind: 'domain' | 'tenant'; readonly value: string }>[]
  readonly state: 'configured' | 'proposed'
  readonly internalSponsors: readonly ObjectReference[]
  readonly externalSponsors: readonly ObjectReference[]
}

export interface DirectoryElement {
  readonly element: 'directory'
  readonly kind: DirectoryKind
  /** Undefined for an object that is only written in place. */
  readonly name?: string
  /** User principal name, display name or site URL. */
  readonly displayName: string
  readonly id?: string
  /** By the name of a tenant: what the object is called there. */
  readonly inTenant: { readonly [tenant: string]: { readonly displayName: string; readonly id?: string } }
  readonly range: SourceRange
  readonly node?: ast.DirectoryObject
}

/** A use of a directory object, by name or in place. */
export interface ObjectReference {
  readonly object: DirectoryElement
  readonly range: SourceRange
}

export interface CatalogElement extends Element {
  readonly element: 'catalog'
  readonly node: ast.Catalog
  readonly displayName: string
  readonly id?: string
  readonly formerly: readonly string[]
  readonly description: string
  readonly published: boolean
  readonly visibleToExternal: boolean
  readonly owners: readonly ObjectReference[]
  readonly readers: readonly ObjectReference[]
  readonly packageManagers: readonly ObjectReference[]
  readonly assignmentManagers: readonly ObjectReference[]
  readonly resources: readonly ObjectReference[]
  readonly packages: readonly PackageElement[]
}

export interface PackageElement extends Element {
  readonly element: 'package'
  readonly node: ast.Package
  readonly catalog: CatalogElement
  readonly displayName: string
  readonly id?: string
  readonly formerly: readonly string[]
  readonly description: string
  readonly hidden: boolean
  readonly tags: readonly string[]
  readonly grants: readonly { readonly role: string; readonly resource: ObjectReference; readonly range: SourceRange }[]
  readonly incompatible: readonly (
    | { readonly kind: 'package'; readonly package: PackageElement; readonly range: SourceRange }
    | { readonly kind: 'group'; readonly group: ObjectReference; readonly range: SourceRange }
  )[]
  readonly policies: readonly PolicyElement[]
}

/** What a policy or a template says; a policy's are after its templates. Undefined: nobody says anything. */
export interface Terms {
  readonly requestable?: Sourced<Requestable>
  readonly approval?: Sourced<Approval>
  readonly expiration?: Sourced<Expiration>
  readonly extension?: Sourced<Extension>
  readonly review?: Sourced<Review>
}

export interface TemplateElement extends Element {
  readonly element: 'template'
  readonly node: ast.PolicyTemplate
  /** The template that it builds on. */
  readonly base?: TemplateElement
  readonly terms: Terms
}

export interface PolicyElement extends Element {
  readonly element: 'policy'
  readonly node: ast.Policy
  readonly package: PackageElement
  readonly displayName: string
  readonly id?: string
  readonly formerly: readonly string[]
  readonly description: string
  readonly template?: TemplateElement
  readonly terms: Terms
  /** The policy has `assigned automatically where …`. */
  readonly automatic: boolean
}

export type Requestable =
  | { readonly who: 'no one' }
  | { readonly who: 'any member' }
  | { readonly who: 'any user' }
  | { readonly who: 'any connected organization' }
  | { readonly who: 'any external user' }
  | { readonly who: 'any service principal' }
  | { readonly who: 'any agent identity' }
  | {
      readonly who: 'users from'
      readonly organizations: readonly { readonly organization: OrganizationElement; readonly range: SourceRange }[]
    }
  | { readonly who: 'apps'; readonly objects: readonly ObjectReference[] }
  | { readonly who: 'objects'; readonly objects: readonly ObjectReference[] }

export type Approval = { readonly required: false } | ApprovalRequired
export interface ApprovalRequired {
  readonly required: true
  /** Must the requestor give a reason; default false. */
  readonly justification: boolean
  readonly stages: readonly ApprovalStage[]
}
export interface ApprovalStage {
  readonly approvers: readonly Subject[]
  readonly fallback: readonly Subject[]
  /** Minutes until the request is denied; default 14 days. */
  readonly withinMinutes: number
  readonly approversShown?: boolean
  /** Must the approver give a reason; default true as in the portal. */
  readonly justification: boolean
  readonly escalation?: {
    readonly approvers: readonly Subject[]
    readonly fallback: readonly Subject[]
    readonly afterMinutes: number
    readonly range: SourceRange
  }
  readonly range: SourceRange
}

export type Subject =
  | { readonly subject: 'object'; readonly object: DirectoryElement; readonly range: SourceRange }
  | { readonly subject: 'manager'; readonly level: number; readonly range: SourceRange }
  | {
      readonly subject: 'internal sponsors' | 'external sponsors' | 'user sponsors' | 'self' | 'group owners'
      readonly range: SourceRange
    }

export type Expiration =
  | { readonly expires: 'never' }
  | { readonly expires: 'after'; readonly minutes: number }
  /** ISO date-time in UTC; a bare date is the end of that day, `2027-06-30T23:59:59Z`. */
  | { readonly expires: 'on'; readonly date: string; readonly written: string }

export interface Extension {
  readonly allowed: boolean
  readonly approval: boolean
}

export interface Review {
  readonly frequency: 'weekly' | 'monthly' | 'quarterly' | 'biannually' | 'annually'
  /** ISO date of the first review; undefined where the sources don't say (the day of deployment then). */
  readonly starting?: string
  readonly ending?: { readonly on: string } | { readonly afterTimes: number }
  readonly openForDays: number
  readonly reviewers: readonly Subject[]
  readonly fallback: readonly Subject[]
  readonly noResponse: Sourced<'remove' | 'keep' | 'follow'> | undefined
  readonly recommendations: boolean
  readonly justification: boolean
  readonly reviewersRange?: SourceRange
  /** The word that says how often. */
  readonly frequencyRange?: SourceRange
  /** The duration behind `open for`, where it is said. */
  readonly openForRange?: SourceRange
}

export interface StandardElement extends Element {
  readonly element: 'standard'
  readonly node?: ast.Standard
  readonly bases: readonly string[]
  readonly settings: readonly RuleSettingElement[]
}
export interface RuleSettingElement {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info' | 'hint' | 'off'
  readonly options: readonly RuleOptionElement[]
  readonly tags: readonly string[]
  readonly range: SourceRange
  readonly ruleRange: SourceRange
}
export type RuleOptionElement =
  | {
      readonly option: 'at most' | 'at least'
      readonly amount?: number
      readonly unit?: string
      readonly word?: string
      readonly range: SourceRange
    }
  | { readonly option: 'matching'; readonly pattern: string; readonly range: SourceRange }

export interface ReviewElement extends Element {
  readonly element: 'review'
  readonly node: ast.StandaloneReview
  readonly displayName: string
}

export interface AssignElement {
  readonly element: 'assign'
  readonly node: ast.Assign
  readonly range: SourceRange
}

/** Requestable by people from outside the tenant: see the rules' page on what *external* means. */
export const isExternal = (requestable: Requestable): boolean =>
  requestable.who === 'users from' ||
  requestable.who === 'any connected organization' ||
  requestable.who === 'any external user' ||
  requestable.who === 'any user'
