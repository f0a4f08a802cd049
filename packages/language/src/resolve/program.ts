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
  readonly scenarios: readonly ScenarioElement[]
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
  /** What to take out so that it isn't. */
  readonly visibleRemoval?: SourceRange | undefined
  readonly owners: readonly ObjectReference[]
  readonly readers: readonly ObjectReference[]
  readonly packageManagers: readonly ObjectReference[]
  readonly assignmentManagers: readonly ObjectReference[]
  readonly resources: readonly ObjectReference[]
  readonly workflows: readonly WorkflowElement[]
  readonly packages: readonly PackageElement[]
}

/** A Logic App that Graph calls at a stage of a request or an assignment (Graph: a custom extension). */
export interface WorkflowElement extends Element {
  readonly element: 'workflow'
  readonly node: ast.Workflow
  readonly catalog: CatalogElement
  readonly displayName: string
  readonly description: string
  /** `on request` or `on assignment`: which events may call it. Undefined where the sources don't say (a finding). */
  readonly trigger?: Sourced<'request' | 'assignment'>
  readonly logicApp?: Sourced<{ readonly name: string; readonly resourceGroup: string; readonly subscription: string }>
}

export interface PackageElement extends Element {
  readonly element: 'package'
  readonly node: ast.Package
  readonly catalog: CatalogElement
  readonly displayName: string
  readonly id?: string | undefined
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
  /** Undefined also where access is assigned automatically: the nearest of both statements holds. */
  readonly requestable?: Sourced<Requestable>
  readonly automatic?: Sourced<AutomaticAssignment>
  /** `managers may request for their reports`. */
  readonly onBehalf?: Sourced<true>
  /** `requestor may choose dates`. */
  readonly chooseDates?: Sourced<true>
  /** `notifications off`. */
  readonly notificationsOff?: Sourced<{ /** What to take out to remove it. */ readonly removalRange: SourceRange }>
  readonly approval?: Sourced<Approval>
  readonly expiration?: Sourced<Expiration>
  readonly extension?: Sourced<Extension>
  readonly review?: Sourced<Review>
  /** In order; the range is that of the first. A policy's questions replace its template's. */
  readonly questions?: Sourced<readonly Question[]>
  /** In order; the range is that of the first. A policy's calls replace its template's. */
  readonly calls?: Sourced<readonly WorkflowCall[]>
}

/** https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy */
export interface AutomaticAssignment {
  /** A membership rule, `user.department -eq "Sales"`. */
  readonly rule: string
  readonly ruleRange: SourceRange
  /** How long access stays when the rule no longer matches, in minutes; undefined: it goes at once. */
  readonly removedAfterMinutes?: number
}

/** What a requestor is asked. Texts are in the tenant's own language; translations by language code. */
export interface Question {
  readonly text: string
  readonly required: boolean
  readonly editable: boolean
  readonly answer:
    | { readonly kind: 'short'; readonly pattern?: string; readonly patternRange?: SourceRange }
    | { readonly kind: 'long' }
    | { readonly kind: 'choice'; readonly many: boolean; readonly choices: readonly string[] }
  readonly translations: readonly { readonly language: string; readonly text: string; readonly range: SourceRange }[]
  readonly range: SourceRange
  readonly textRange: SourceRange
}

export type CallEvent =
  | 'request created'
  | 'request approved'
  | 'assignment granted'
  | 'assignment removed'
  /** Graph knows 14 days and 1 day; another number is a finding. */
  | { readonly daysBeforeExpiry: number }

export interface WorkflowCall {
  readonly event: CallEvent
  readonly workflow: WorkflowElement
  readonly range: SourceRange
}

export interface TemplateElement extends Element {
  readonly element: 'template'
  readonly node: ast.PolicyTemplate
  /** The template that it builds on. */
  readonly base?: TemplateElement | undefined
  readonly terms: Terms
}

export interface PolicyElement extends Element {
  readonly element: 'policy'
  readonly node: ast.Policy
  readonly package: PackageElement
  readonly displayName: string
  readonly id?: string | undefined
  readonly formerly: readonly string[]
  readonly description: string
  readonly template?: TemplateElement | undefined
  readonly terms: Terms
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
  /** Where that is said. */
  readonly justificationRange?: SourceRange
  readonly stages: readonly ApprovalStage[]
}
export interface ApprovalStage {
  readonly approvers: readonly Subject[]
  readonly fallback: readonly Subject[]
  /** Minutes until the request is denied; default 14 days. */
  readonly withinMinutes: number
  /** The duration behind `within`, where it is said. */
  readonly withinRange?: SourceRange
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

export interface Review extends ReviewTerms {
  readonly frequency: 'weekly' | 'monthly' | 'quarterly' | 'biannually' | 'annually'
}

/** How a review goes, whatever it reviews. */
export interface ReviewTerms {
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
  readonly ownRules: readonly OwnRuleElement[]
}

/** A rule of an organization's own: what packages and policies must be, or must not be, where some conditions hold. */
export interface OwnRuleElement {
  /** The code of its findings, by which standards set it and waivers excuse it; `own-rule` where it has no name. */
  readonly name: string
  readonly nameRange?: SourceRange
  /** The name of its standard. */
  readonly standard: string
  readonly demand: 'deny' | 'require'
  readonly claim: Trait
  readonly conditions: readonly { readonly negated: boolean; readonly trait: Trait }[]
  readonly because?: string
  /** What it claims and where, as the sources write it: `approval by security-desk`, `tag privileged and in catalog hr`. */
  readonly words: { readonly claim: string; readonly conditions: string }
  readonly range: SourceRange
}

/** Something that may be true of a package, or of a policy in its package. */
export type Trait =
  | {
      readonly trait: 'grants'
      readonly role?: string
      readonly pattern?: string
      readonly kind?: DirectoryKind
      readonly resource?: ObjectReference
    }
  | { readonly trait: 'name'; readonly of: NamedThing; readonly pattern: string }
  | { readonly trait: 'description'; readonly of: NamedThing; readonly pattern?: string }
  | { readonly trait: 'tag'; readonly tags: readonly string[] }
  | { readonly trait: 'catalog'; readonly catalogs: readonly CatalogElement[] }
  | { readonly trait: 'hidden' | 'visible' }
  | { readonly trait: 'incompatible'; readonly with: Excluded }
  | { readonly trait: 'audience'; readonly audience: 'external' | 'internal' }
  | { readonly trait: 'requestable'; readonly who: Requestable }
  /** Some stage is decided by one of `approvers`, where there are any; there are at least so many stages. */
  | { readonly trait: 'approval'; readonly approvers: readonly Subject[]; readonly stages: number }
  | { readonly trait: 'justification' | 'questions' | 'automatic' | 'silence' }
  | { readonly trait: 'expiration'; readonly mostMinutes?: number }
  | { readonly trait: 'extension'; readonly approval: boolean }
  | { readonly trait: 'review'; readonly reviewers: readonly Subject[]; readonly frequency?: Review['frequency'] }
export type NamedThing = 'catalog' | 'package' | 'policy'
export type Excluded =
  | { readonly kind: 'package'; readonly package: PackageElement }
  | { readonly kind: 'group'; readonly group: DirectoryElement }
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
  | { readonly option: 'pairs'; readonly pairs: readonly PairElement[]; readonly range: SourceRange }

/** Two things that nobody should have at the same time. */
export interface PairElement {
  readonly sides: readonly [PairSide, PairSide]
  readonly range: SourceRange
}
export type PairSide =
  | { readonly side: 'package'; readonly package: PackageElement }
  | { readonly side: 'grant'; readonly role: string; readonly resource: DirectoryElement }

/** A review of access that packages don't cover. */
export interface ReviewElement extends Element {
  readonly element: 'review'
  readonly node: ast.StandaloneReview
  readonly displayName: string
  readonly id?: string
  readonly formerly: readonly string[]
  readonly description: string
  /** Undefined where the sources don't say (a finding). */
  readonly scope?: Sourced<{
    readonly who: 'guests' | 'members' | 'everyone'
    readonly in: 'all groups' | ObjectReference
  }>
  /** Only who has not signed in for so many days. */
  readonly inactiveForDays?: Sourced<number>
  /** Undefined: the review takes place once. */
  readonly recurs?: Sourced<Review['frequency']>
  readonly terms: ReviewTerms
  /** Decisions take effect by themselves when the review ends; default true. */
  readonly applyAutomatically: boolean
}

/** An administrator's direct assignment. One whose package or policy nothing has is left out (a finding). */
export interface AssignElement {
  readonly element: 'assign'
  readonly node: ast.Assign
  readonly subject: ObjectReference
  readonly package: PackageElement
  readonly policy: PolicyElement
  /** ISO date-times in UTC; a bare date starts with its day and ends with it. */
  readonly from?: Sourced<string>
  readonly until?: Sourced<string>
  readonly range: SourceRange
}

/** A test of the policies, against the sources alone. What a broken scenario says is undefined or left out. */
export interface ScenarioElement {
  readonly element: 'scenario'
  readonly node: ast.Scenario
  readonly title: string
  readonly requestor?: Sourced<ScenarioRequestor>
  /** `on`: ISO date. */
  readonly requests?: Sourced<{ readonly package: PackageElement; readonly on?: string }>
  readonly expectations: readonly Sourced<Expectation>[]
  readonly range: SourceRange
  readonly titleRange: SourceRange
}

export type ScenarioRequestor =
  | { readonly requestor: 'external'; readonly organization: OrganizationElement }
  | { readonly requestor: 'external'; readonly domain: string }
  | { readonly requestor: 'member'; readonly groups: readonly ObjectReference[] }
  | { readonly requestor: 'guest' }
  | { readonly requestor: 'person'; readonly person: ObjectReference }

export type Expectation =
  | { readonly expect: 'policy'; readonly policy: PolicyElement }
  | { readonly expect: 'denied' }
  /** Stages in order; undefined: no approval. */
  | { readonly expect: 'approval'; readonly stages?: readonly (readonly Subject[])[] }
  /** ISO date-time in UTC; undefined: without end. */
  | { readonly expect: 'access'; readonly until?: string }
  /** Undefined: no review. */
  | { readonly expect: 'review'; readonly frequency?: Review['frequency'] }
  | { readonly expect: 'incompatible'; readonly package: PackageElement }
  | { readonly expect: 'incompatible'; readonly group: DirectoryElement }

/** Requestable by people from outside the tenant: see the rules' page on what *external* means. */
export const isExternal = (requestable: Requestable): boolean =>
  requestable.who === 'users from' ||
  requestable.who === 'any connected organization' ||
  requestable.who === 'any external user' ||
  requestable.who === 'any user'
