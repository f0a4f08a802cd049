import { addressOf, type KindName, type Properties, type Ref, type Tenant, type TenantObject } from '@entitle/graph'
import fc from 'fast-check'
import { apps, few, type Grantable, grantables, groups, names, users } from './arbitrary-directory.ts'
import { arbitraryTerms, defaultsFor } from './arbitrary-policy.ts'

/** Every object is declared on a line of its own. */
const declare = (kind: KindName, name: string, properties: Properties, parent?: Address): TenantObject => ({
  kind,
  name,
  address: addressOf(kind, name, parent),
  ...(parent === undefined ? {} : { parent }),
  properties,
  origin: {
    range: { uri: 'file:///w/t.entitle', start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
  },
})
type Address = string

const description = fc.constantFrom('', 'Access for partners', 'Line one\nline “two” \\ three')
const distinct = { maxLength: 3, selector: (name: string) => name.toLowerCase() }

const sources = [
  { '@odata.type': '#microsoft.graph.domainIdentitySource', domainName: 'fabrikam.com' },
  { '@odata.type': '#microsoft.graph.domainIdentitySource', domainName: 'litware.com' },
  { '@odata.type': '#microsoft.graph.azureActiveDirectoryTenant', tenantId: '3b7d6a3c-2f39-4f5b-9c7a-9f4f0d3b1c11' },
]

const organization = (name: string): fc.Arbitrary<TenantObject[]> =>
  fc
    .record({
      description,
      state: fc.constantFrom('configured', 'proposed'),
      identitySources: fc.shuffledSubarray(sources, { minLength: 1 }),
      internal: few([...users.slice(0, 2), ...groups.slice(0, 2)], 2),
      external: few(users.slice(2), 1),
    })
    .map(({ internal, external, ...said }) => {
      const self = declare('connected-organization', name, { displayName: name, ...said })
      const sponsor = (relation: string) => (principal: Ref) =>
        declare('sponsor', `${relation} ${principal.name}`, { relation, principal }, self.address)
      return [self, ...internal.map(sponsor('internal')), ...external.map(sponsor('external'))]
    })

/** By which events a workflow may be called. */
export const workflowTypes = [
  '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
  '#microsoft.graph.accessPackageAssignmentWorkflowExtension',
]

const workflow = (name: string, catalog: Address): fc.Arbitrary<TenantObject> =>
  fc
    .record({
      type: fc.constantFrom(...workflowTypes),
      description,
      app: fc.constantFrom('order-badge', 'Tell the desk'),
    })
    .map(({ type, description: text, app }) => ({
      ...declare(
        'custom-workflow-extension',
        name,
        {
          '@odata.type': type,
          displayName: name,
          description: text,
          endpointConfiguration: {
            '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
            subscriptionId: '38AB2ccc-3747-4567-b36b-9478f5602f0d',
            resourceGroupName: 'rg-governance',
            logicAppWorkflowName: app,
          },
        },
        catalog,
      ),
      defaults: { authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' } },
    }))

interface Inside {
  readonly catalog: Address
  readonly workflows: readonly TenantObject[]
  readonly held: readonly Grantable[]
  readonly organizations: readonly Ref[]
}

const accessPackage = (
  name: string,
  { catalog, held, organizations, workflows }: Inside,
): fc.Arbitrary<TenantObject[]> =>
  fc
    .record({
      description,
      isHidden: fc.boolean(),
      granted: few(
        held.flatMap(({ roles, ...rest }) => roles.map(role => ({ ...rest, role }))),
        3,
      ),
      policies: fc.uniqueArray(fc.tuple(names, description, arbitraryTerms(organizations, workflows)), {
        maxLength: 2,
        selector: ([policy]) => policy.toLowerCase(),
      }),
      excluded: few([...groups], 2),
    })
    .map(({ granted, policies, excluded, ...said }) => {
      const self = declare('access-package', name, { displayName: name, ...said }, catalog)
      return [
        self,
        ...granted.map(({ role, originSystem, resource }) => {
          const grant = `${role} ${originSystem === 'AadGroup' ? 'of' : 'in'} ${resource.name}`
          return declare('resource-role-scope', grant, { role, resource, originSystem }, self.address)
        }),
        ...policies.map(([policy, text, terms]): TenantObject => {
          const properties = { displayName: policy, description: text, ...terms }
          const defaults = defaultsFor(terms)
          return {
            ...declare('assignment-policy', policy, properties, self.address),
            ...(defaults === undefined ? {} : { defaults }),
          }
        }),
        ...excluded.map(group => declare('incompatible-group', group.name, { group }, self.address)),
      ]
    })

/** Which packages exclude which: each pair of neighbours may. */
const exclusions = (packages: readonly TenantObject[]): fc.Arbitrary<TenantObject[]> =>
  few(
    packages.flatMap((from, place) => packages.slice(place + 1).map(to => ({ from, to }))),
    2,
  ).map(pairs =>
    pairs.map(({ from, to }) => {
      const other: Ref = { $ref: 'access-package', name: to.name, address: to.address }
      return declare('incompatible-package', to.name, { package: other }, from.address)
    }),
  )

const roleNames = ['Catalog owner', 'Catalog reader', 'Access package manager', 'Access package assignment manager']

const catalog = (name: string, organizations: readonly Ref[]): fc.Arbitrary<TenantObject[]> =>
  fc
    .record({
      description,
      state: fc.constantFrom('published', 'unpublished'),
      isExternallyVisible: fc.boolean(),
      roles: few(
        roleNames.flatMap(role =>
          [...users.slice(0, 2), ...groups.slice(0, 1), ...apps.slice(0, 1)].map(principal => ({ role, principal })),
        ),
        3,
      ),
      held: few([...grantables], 3),
      workflows: fc.uniqueArray(names, { ...distinct, maxLength: 2 }),
      inside: fc.uniqueArray(names, distinct),
    })
    .chain(({ roles, held, inside, workflows: called, ...said }) => {
      const self = declare('catalog', name, { displayName: name, ...said })
      const own = [
        self,
        ...roles.map(({ role, principal }) =>
          declare('catalog-role', `${role} ${principal.name}`, { role, principal }, self.address),
        ),
        ...held.map(({ originSystem, resource }) =>
          declare('catalog-resource', resource.name, { originSystem, resource }, self.address),
        ),
      ]
      return fc
        .tuple(...called.map(each => workflow(each, self.address)))
        .chain(workflows =>
          fc
            .tuple(
              ...inside.map(each => accessPackage(each, { catalog: self.address, held, organizations, workflows })),
            )
            .map(packages => [...own, ...workflows, ...packages.flat()]),
        )
    })

const settings: fc.Arbitrary<TenantObject[]> = fc.oneof(
  fc.constant<TenantObject[]>([]),
  fc
    .constantFrom(
      { externalUserLifecycleAction: 'none' },
      { externalUserLifecycleAction: 'blockSignIn' },
      {
        externalUserLifecycleAction: 'blockSignInAndDelete',
        durationUntilExternalUserDeletedAfterBlocked: 'P14D',
      },
    )
    .map(properties => [declare('settings', 'settings', properties)]),
)

/** A review as lowering makes one. */
const review = (name: string): fc.Arbitrary<TenantObject> =>
  fc
    .record({
      descriptionForAdmins: description,
      who: fc.constantFrom('guests', 'members', 'everyone'),
      within: fc.constantFrom<(Ref | 'all groups')[]>('all groups', ...groups.slice(0, 2), ...apps.slice(0, 1)),
      inactiveFor: fc.constantFrom(null, 'P90D'),
      people: few(
        [...users.slice(0, 1).map(of => ({ by: 'user', of })), ...groups.slice(0, 1).map(of => ({ by: 'group', of }))],
        2,
      ),
      others: few([{ by: 'manager' }, { by: 'group owners' }], 2),
      days: fc.constantFrom(3, 14),
      autoApplyDecisionsEnabled: fc.boolean(),
      recommendationsEnabled: fc.boolean(),
      pattern: fc.constantFrom(null, { type: 'weekly', interval: 1 }, { type: 'absoluteMonthly', interval: 3 }),
      range: fc.constantFrom<Properties[]>(
        { type: 'noEnd' },
        { type: 'endDate', endDate: '2028-06-30' },
        { type: 'numbered', numberOfOccurrences: 4 },
      ),
      start: fc.constantFrom<Properties[]>({}, { startDate: '2027-01-04' }),
    })
    .map(
      ({ descriptionForAdmins, who, within, inactiveFor, people, others, days, pattern, range, start, ...said }) => ({
        ...declare('access-review', name, {
          displayName: name,
          descriptionForAdmins,
          scope: { who, in: within, inactiveFor },
          reviewers: others,
          fallbackReviewers: people,
          settings: {
            ...said,
            instanceDurationInDays: days,
            defaultDecisionEnabled: true,
            defaultDecision: 'Deny',
            justificationRequiredOnApproval: true,
            recurrence: pattern === null ? { pattern, range: start } : { pattern, range: { ...range, ...start } },
          },
        }),
        defaults: {
          settings: {
            mailNotificationsEnabled: true,
            reminderNotificationsEnabled: true,
            recurrence: { range: { startDate: '2026-06-01', ...start } },
          },
        },
      }),
    )

/** A desired tenant of every kind in scope, as lowering makes them. */
export const arbitraryTenant: fc.Arbitrary<Tenant> = fc
  .record({
    settings,
    organizations: fc.uniqueArray(names, { ...distinct, maxLength: 2 }),
    catalogs: fc.uniqueArray(names, { ...distinct, maxLength: 2 }),
    reviews: fc.uniqueArray(names, { ...distinct, maxLength: 2 }).chain(all => fc.tuple(...all.map(review))),
  })
  .chain(({ settings: first, organizations, catalogs, reviews }) => {
    const refs = organizations.map(
      (name): Ref => ({ $ref: 'connected-organization', name, address: addressOf('connected-organization', name) }),
    )
    return fc
      .tuple(fc.tuple(...organizations.map(organization)), fc.tuple(...catalogs.map(name => catalog(name, refs))))
      .chain(([theirs, ours]) => {
        const objects = [...first, ...theirs.flat(), ...ours.flat()]
        return exclusions(objects.filter(({ kind }) => kind === 'access-package')).map(excluded => ({
          objects: [...objects, ...distinctAddresses(excluded), ...reviews],
        }))
      })
  })

/** Two packages of one name, in two catalogs, would be one exclusion by address. */
const distinctAddresses = (objects: readonly TenantObject[]): TenantObject[] => [
  ...new Map(objects.map(object => [object.address, object])).values(),
]
