import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Placed, placed } from '../../../src/printing/reference/pages.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { frameOf, staged } from './stage.ts'

const today = '2026-11-22'
const claims = placed.flatMap(found =>
  (found.entry.graph ?? []).map(claim => [`${found.page.name}, ${found.entry.title}: ${claim}`, claim, found] as const),
)
const partsOf = (claim: string) => {
  const [path = '', value] = claim.split(': ')
  const [type = '', property] = path.split('.')
  return { type, property, value }
}

interface Model {
  readonly enums: { readonly [name: string]: { readonly members: { readonly [member: string]: number } } }
  readonly entityTypes: { readonly [name: string]: Type }
  readonly complexTypes: { readonly [name: string]: Type }
}
interface Type {
  readonly base?: string
  readonly properties?: { readonly [name: string]: { readonly type: string } }
  readonly navigation?: { readonly [name: string]: { readonly type: string } }
}

const file = path.resolve(import.meta.dirname, '../../../../../../shared/graph/em-model.json')
const model: Model | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined

describe.skipIf(model === undefined)('Graph behind the words (skipped where ../shared/graph is missing)', () => {
  const typeOf = (name: string): Type | undefined => model?.entityTypes[name] ?? model?.complexTypes[name]
  const propertyOf = (name: string, property: string): { readonly type: string } | undefined => {
    const type = typeOf(name)
    const own = type?.properties?.[property] ?? type?.navigation?.[property]
    return own ?? (type?.base === undefined ? undefined : propertyOf(type.base, property))
  }

  it.each(claims)('has %s', (_, claim) => {
    const { type, property, value } = partsOf(claim)
    expect(typeOf(type), `no type ${type}`).toBeDefined()
    if (property === undefined) return
    const found = propertyOf(type, property)
    expect(found, `${type} has no ${property}`).toBeDefined()
    if (value !== undefined) expect(Object.keys(model?.enums[found?.type ?? '']?.members ?? {})).toContain(value)
  })
})

/** What Entitle's model of a tenant calls by other names than Graph does: kinds of objects, and their properties. */
const ours: { readonly [claim: string]: string } = {
  accessPackage: 'access-package',
  accessPackageAssignmentPolicy: 'assignment-policy',
  // What a request asks for is what lowering says; how it is asked for is seen in the requests.
  'accessPackageAssignmentRequest.requestType: adminAdd': 'assignment',
  'accessPackageAssignmentRequest.requestType: adminUpdate': 'assignment',
  accessPackageCatalog: 'catalog',
  'accessPackageCatalog.customWorkflowExtensions': 'custom-workflow-extension',
  connectedOrganization: 'connected-organization',
  'connectedOrganization.externalSponsors': 'sponsor',
  'connectedOrganization.internalSponsors': 'sponsor',
  customCalloutExtension: 'custom-workflow-extension',
  'accessReviewReviewerScope.query': 'group owners',
  accessReviewScheduleDefinition: 'access-review',
  'accessReviewScheduleDefinition.instanceEnumerationScope': 'in',
  'accessReviewInactiveUsersQueryScope.inactiveDuration': 'inactiveFor',
  'accessPackage.incompatibleAccessPackages': 'incompatible-package',
  'accessPackage.incompatibleGroups': 'incompatible-group',
  'accessPackage.resourceRoleScopes': 'resource-role-scope',
  'accessPackageResourceRoleScope.role': 'role',
  'accessPackageResourceRoleScope.scope': 'resource',
  'accessPackageResource.originId': 'resource',
  'unifiedRoleAssignment.principalId': 'principal',
  'unifiedRoleAssignment.roleDefinitionId': 'role',
  'unifiedRoleAssignment.appScopeId': 'catalog-role',
}

/** Names that objects of the directory are looked up by; they are in no object that is deployed. */
const lookedUp = /^(user|group|servicePrincipal|site|directoryObject)\.|^entity\.id$/

const isDeployed = ({ page }: Placed) => page.name !== 'scenario'
const open = ({ page, entry }: Placed) =>
  openWorkspace({ files: { '/main.entitle': staged(entry.example, frameOf(page, entry)) }, today, rules: false })

const known = new Map<Placed, Promise<Set<string>>>()

/** Every key, type and text in what the example asks of the tenant. */
const lowered = (found: Placed): Promise<Set<string>> => {
  const words = known.get(found) ?? lower(found)
  known.set(found, words)
  return words
}

const lower = async (found: Placed): Promise<Set<string>> => {
  const { entry } = found
  const workspace = await open(found)
  const tenant = /^tenant (\S+)/m.exec(entry.example)?.[1] ?? 'contoso'
  const words = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') words.add(value.replace('#microsoft.graph.', ''))
    if (Array.isArray(value)) for (const each of value) visit(each)
    else if (typeof value === 'object' && value !== null)
      for (const [key, held] of Object.entries(value)) {
        words.add(key)
        visit(held)
      }
  }
  for (const { kind, properties, defaults } of workspace.desired(tenant).tenant.objects)
    visit({ kind, properties, defaults })
  return words
}

describe('what the examples are lowered to', () => {
  const deployed = claims.filter(([, claim, found]) => !lookedUp.test(claim) && isDeployed(found))

  it.each(deployed)('mentions %s', async (_, claim, found) => {
    const words = await lowered(found)
    const { type, property, value } = partsOf(claim)
    expect(words).toContain(ours[claim] ?? value ?? property ?? ours[type] ?? type)
  })
})

/** What a tenant gets where the sources say nothing of it. */
const readUnsaid = async (): Promise<string> => {
  const text = `organization fabrikam "Fabrikam" { domain "fabrikam.com" }
catalog c "C" {
  package p "P" {
    policy quiet "Quiet" {
      approval { stage by manager, fallback group "Desk" }
      review quarterly { reviewers group "Desk" }
      ask "Why?"
    }
    policy silent "Silent" { }
    policy weekly "Weekly" { review weekly { reviewers group "Desk" } }
  }
}`
  const workspace = await openWorkspace({ files: { '/main.entitle': text }, today, rules: false })
  const objects = workspace.desired().tenant.objects.map(({ name, properties }) => [name, properties] as const)
  return JSON.stringify(Object.fromEntries(objects))
}

describe('what holds where nothing is said', async () => {
  const unsaid = await readUnsaid()

  it.each([
    ['organization/state', '`configured`', '"state":"configured"'],
    ['catalog/unpublished', 'published', '"state":"published"'],
    ['catalog/visible to external users', 'not visible', '"isExternallyVisible":false'],
    ['package/hidden', 'shown to everybody who may request it', '"isHidden":false'],
    ['requestors/requestable by', 'no one; administrators assign directly', '"allowedTargetScope":"notSpecified"'],
    ['policy/managers may request for their reports', 'people request for themselves only', '"onBehalfRequestors":[]'],
    ['policy/requestor may choose dates', 'access starts when it is granted', '"allowCustomAssignmentSchedule":false'],
    ['policy/notifications off', 'mail is sent', '"isAssignmentNotificationDisabled":false'],
    ['policy/assigned automatically', 'people request', '"automaticRequestSettings":null'],
    ['approval/approval', '`approval not required`', '"isApprovalRequiredForAdd":false'],
    ['approval/within', '14 days', '"durationBeforeAutomaticDenial":"P14D"'],
    ['approval/justification', '`optional`', '"isRequestorJustificationRequired":false'],
    ['approval/justification of approvers', '`required`', '"isApproverJustificationRequired":true'],
    ['approval/approvers', 'as the tenant has it (Graph: `default`)', '"approverInformationVisibility":"default"'],
    ['approval/escalate to', 'no escalation', '"isEscalationEnabled":false'],
    ['expiration/expires', 'never expires', '"expiration":{"type":"noExpiration"}'],
    ['expiration/extension', '`extension denied`', '"enableTargetsToSelfUpdateAccess":false'],
    ['review/review', 'no review', '"reviewSettings":null'],
    ['review/ending', 'they go on', '"range":{"type":"noEnd"}'],
    ['review/open for', '14 days; 3 days in a weekly review', '"duration":"P14D"'],
    ['review/open for', '14 days; 3 days in a weekly review', '"duration":"P3D"'],
    ['review/if no response', '`remove access`', '"expirationBehavior":"removeAccess"'],
    ['review/recommendations', '`shown`', '"isRecommendationEnabled":true'],
    ['review/justification', '`required`', '"isReviewerJustificationRequired":true'],
    [
      'questions/ask',
      'nothing is asked; an answer is neither required nor editable',
      '"isRequired":false,"isAnswerEditable":false',
    ],
    ['workflow/call', 'nothing is called', '"customExtensionStageSettings":[]'],
  ])('of %s: %s', (name, words, lowered) => {
    const [page = '', title] = name.split('/')
    const found = placed.find(({ page: of, entry }) => of.name === page && entry.title === title)
    expect(found?.entry.default).toBe(words)
    expect(unsaid).toContain(lowered)
  })
})
