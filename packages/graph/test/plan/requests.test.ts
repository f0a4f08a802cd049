import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { Properties, Ref, TenantObject, Value } from '../../src/model/tenant.ts'
import { plan } from '../../src/plan/make-plan.ts'
import type { Step } from '../../src/plan/plan.ts'
import {
  accessPackage,
  catalog,
  declared,
  grant,
  group,
  lived,
  organization,
  policy,
  resource,
  role,
  tenant,
  user,
} from '../worlds/tenants.ts'

const em = '/identityGovernance/entitlementManagement'
const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const liveShop = lived(shop, 'c1')
const liveAlpine = lived(alpine, 'p1')
const g1 = group('Engineering', 'g1')

const stepsOf = (objects: readonly TenantObject[], live: readonly TenantObject[] = [], prune = false) => {
  const [desired, there] = [tenant(...objects), tenant(...live)]
  const made = plan({ desired, live: there, matching: match(desired, there), identity, prune, assignments: new Map() })
  expect(made.findings).toEqual([])
  return made.steps
}
const last = (steps: readonly Step[]): Step => {
  const step = steps.at(-1)
  if (step === undefined) throw new Error('The plan has no step.')
  return step
}
const part = (name: string, addresses: { role: string; catalog: string; resource: string }) => ({
  ...addresses,
  part: name,
})

describe('what is sent for', () => {
  it('settings: PATCH of what differs', () => {
    const wanted = declared('settings', 'settings', {
      externalUserLifecycleAction: 'blockSignIn',
      durationUntilExternalUserDeletedAfterBlocked: 'P14D',
    })
    const live = lived(
      {
        ...wanted,
        properties: { externalUserLifecycleAction: 'none', durationUntilExternalUserDeletedAfterBlocked: 'P14D' },
      },
      'singleton',
    )
    expect(last(stepsOf([wanted], [live]))).toMatchObject({
      id: 'update settings/settings',
      lane: 'settings/settings',
      request: { method: 'PATCH', path: `${em}/settings`, body: { externalUserLifecycleAction: 'blockSignIn' } },
      guard: { expect: 'unchanged', id: 'singleton' },
      settle: { until: 'equal', probe: { path: `${em}/settings` } },
      risk: 'may-end-access',
    })
  })

  it('an organization: POST, with one source; the others by PATCH', () => {
    const [create, finish] = stepsOf([organization("O'Fabrikam", 'a.com', 'b.com')])
    const source = (name: string) => ({
      '@odata.type': '#microsoft.graph.domainIdentitySource',
      domainName: name,
      displayName: name,
    })
    expect(create).toMatchObject({
      request: {
        method: 'POST',
        path: `${em}/connectedOrganizations`,
        body: { displayName: "O'Fabrikam", identitySources: [source('a.com')] },
      },
      settle: { until: 'readable', probe: { path: `${em}/connectedOrganizations/{id}` } },
      lookup: {
        probe: { path: `${em}/connectedOrganizations?$filter=displayName%20eq%20'O''Fabrikam'` },
        where: [{ path: 'displayName', equals: "O'Fabrikam" }],
      },
      guard: { expect: 'absent', identity: " connected-organization: o'fabrikam" },
    })
    expect(finish).toMatchObject({
      id: "update connected-organization/O'Fabrikam",
      request: {
        method: 'PATCH',
        path: `${em}/connectedOrganizations/{connected-organization}`,
        body: { identitySources: [source('a.com'), source('b.com')] },
        placeholders: { 'connected-organization': { object: "connected-organization/O'Fabrikam" } },
      },
      after: [create?.id],
    })
  })

  it('an organization that differs: PATCH that keeps what its sources are called', () => {
    const wanted = organization('Fabrikam', 'a.com', 'b.com')
    const named = {
      '@odata.type': '#microsoft.graph.domainIdentitySource',
      domainName: 'A.com',
      displayName: 'The A company',
    }
    const live = lived({ ...wanted, properties: { ...wanted.properties, identitySources: [named] } }, 'o1')
    expect(last(stepsOf([wanted], [live]))).toMatchObject({
      request: {
        method: 'PATCH',
        path: `${em}/connectedOrganizations/o1`,
        body: { identitySources: [named, { domainName: 'b.com', displayName: 'b.com' }] },
      },
      risk: 'may-change-access',
    })
  })

  it('an organization with a source that the language has no words for: it stays, and is no difference', () => {
    const wanted = organization('Fabrikam', 'a.com')
    const sources = wanted.properties.identitySources as readonly Value[]
    const social = { '@odata.type': '#microsoft.graph.socialIdentitySource', socialIdentitySourceType: 'google' }
    const live = lived({ ...wanted, properties: { ...wanted.properties, identitySources: [social, ...sources] } }, 'o1')
    expect(stepsOf([wanted], [live])).toEqual([])
    const step = last(stepsOf([organization('Fabrikam', 'b.com')], [live]))
    expect(step).toMatchObject({
      request: { body: { identitySources: [{ domainName: 'b.com' }, social] } },
      changes: [{ path: 'identitySources', before: [{ domainName: 'a.com' }], after: [{ domainName: 'b.com' }] }],
    })
    expect(step?.changes).toHaveLength(1)
  })

  it('a sponsor: POST and DELETE of a reference', () => {
    const fabrikam = organization('Fabrikam', 'a.com')
    const sponsor = (relation: string, principal: Ref) =>
      declared('sponsor', `${relation} ${principal.name}`, { relation, principal }, fabrikam)
    const steps = stepsOf(
      [fabrikam, sponsor('internal', user('ada', 'u1')), sponsor('external', g1)],
      [lived(fabrikam, 'o1'), lived(sponsor('external', user('bob', 'u2')), 'u2')],
      true,
    )
    expect(steps.map(({ request }) => request)).toEqual([
      {
        method: 'POST',
        path: `${em}/connectedOrganizations/o1/externalSponsors/$ref`,
        body: { '@odata.id': 'https://graph.microsoft.com/v1.0/groups/g1' },
      },
      {
        method: 'POST',
        path: `${em}/connectedOrganizations/o1/internalSponsors/$ref`,
        body: { '@odata.id': 'https://graph.microsoft.com/v1.0/users/u1' },
      },
      { method: 'DELETE', path: `${em}/connectedOrganizations/o1/externalSponsors/u2/$ref` },
    ])
    expect(steps[0]?.settle).toEqual({
      until: 'listed',
      probe: { path: `${em}/connectedOrganizations/o1/externalSponsors` },
      where: [{ path: 'id', equals: 'g1' }],
    })
  })

  it('a catalog: POST and PATCH', () => {
    expect(last(stepsOf([shop])).request).toEqual({ method: 'POST', path: `${em}/catalogs`, body: shop.properties })
    const live = lived(catalog('Shop', { state: 'unpublished' }), 'c1')
    expect(last(stepsOf([shop], [live]))).toMatchObject({
      request: { method: 'PATCH', path: `${em}/catalogs/c1`, body: { state: 'published' } },
      risk: 'may-change-access',
    })
  })

  it('a role: POST of an assignment in the scope of its catalog, also of one that is not there yet', () => {
    const owner = role(shop, 'Catalog owner', user('ada', 'u1'))
    const path = '/roleManagement/entitlementManagement/roleAssignments'
    const body = { principalId: 'u1', roleDefinitionId: 'ae79f266-94d4-4dab-b730-feca7e132178' }
    expect(last(stepsOf([shop, owner], [liveShop])).request).toEqual({
      method: 'POST',
      path,
      body: { ...body, appScopeId: '/AccessPackageCatalog/c1' },
    })
    const inNew = last(stepsOf([shop, owner]))
    expect(inNew.request).toEqual({
      method: 'POST',
      path,
      body: { ...body, appScopeId: { $placeholder: 'catalog' } },
      placeholders: { catalog: { object: shop.address, prefix: '/AccessPackageCatalog/' } },
    })
    expect(inNew.lookup?.probe).toEqual({
      path: `${path}?$filter=appScopeId%20eq%20'%2FAccessPackageCatalog%2F{catalog}'`,
      placeholders: { catalog: { object: shop.address } },
    })
  })

  it('a resource: requests to add and to remove it', () => {
    const steps = stepsOf([shop, resource(shop, g1)], [liveShop, lived(resource(shop, group('Old', 'g2')), 'x2')], true)
    expect(steps.map(({ request }) => request.body)).toEqual([
      { requestType: 'adminAdd', resource: { originId: 'g1', originSystem: 'AadGroup' }, catalog: { id: 'c1' } },
      { requestType: 'adminRemove', resource: { id: 'x2' }, catalog: { id: 'c1' } },
    ])
    expect(steps.map(({ settle }) => settle.until)).toEqual(['listed', 'unlisted'])
    expect(steps[0]?.lookup?.probe.path).toBe(`${em}/catalogs/c1/resources?$filter=originId%20eq%20'g1'`)
  })

  it('a package: POST into its catalog, PATCH, DELETE', () => {
    const tricky = accessPackage(shop, "Bob's {catalog} / 50 %")
    const create = last(stepsOf([shop, tricky]))
    expect(create.request.body).toEqual({ ...tricky.properties, catalog: { id: { $placeholder: 'catalog' } } })
    expect(create.lookup).toEqual({
      probe: {
        path: `${em}/accessPackages?$filter=displayName%20eq%20'Bob''s%20%7Bcatalog%7D%20%2F%2050%20%25'&$expand=catalog`,
        placeholders: { catalog: { object: shop.address } },
      },
      where: [
        { path: 'displayName', equals: "Bob's {catalog} / 50 %" },
        { path: 'catalog/id', equals: { $placeholder: 'catalog' } },
      ],
    })
    expect(create.after).toEqual(['create catalog/Shop'])
    expect(
      last(stepsOf([shop, accessPackage(shop, 'Alpine', { isHidden: true })], [liveShop, liveAlpine])).request,
    ).toEqual({
      method: 'PATCH',
      path: `${em}/accessPackages/p1`,
      body: { isHidden: true },
    })
  })

  it('a grant: POST with the role and scope that only the catalog can tell', () => {
    const objects = [shop, resource(shop, g1), alpine, grant(alpine, 'Member', g1)]
    const addresses = {
      role: 'Member',
      catalog: shop.address,
      resource: `${shop.address}/catalog-resource/Engineering`,
    }
    const step = last(stepsOf(objects, [liveShop, liveAlpine]))
    expect(step.request).toEqual({
      method: 'POST',
      path: `${em}/accessPackages/p1/resourceRoleScopes`,
      body: {
        role: {
          id: { $placeholder: 'roleId' },
          displayName: 'Member',
          originId: { $placeholder: 'roleOriginId' },
          originSystem: 'AadGroup',
          resource: { id: { $placeholder: 'resourceId' }, originId: 'g1', originSystem: 'AadGroup' },
        },
        scope: {
          id: { $placeholder: 'scopeId' },
          originId: { $placeholder: 'scopeOriginId' },
          originSystem: 'AadGroup',
        },
      },
      placeholders: Object.fromEntries(
        ['roleId', 'roleOriginId', 'resourceId', 'scopeId', 'scopeOriginId'].map(name => [name, part(name, addresses)]),
      ),
    })
    expect(step.after).toEqual([`create ${addresses.resource}`])
    expect(step.risk).toBe('may-grant-access')
    expect(step.lookup?.probe).toEqual({
      path: `${em}/accessPackages/p1?$expand=resourceRoleScopes($expand=role,scope)`,
      list: 'resourceRoleScopes',
    })
  })

  it('a grant of a resource that is in the catalog undeclared', () => {
    const held = lived(resource(shop, group('As called there', 'G1')), 'x1')
    const desired = tenant(shop, alpine, grant(alpine, 'Member', g1))
    const live = tenant(liveShop, held, liveAlpine)
    const made = plan({ desired, live, matching: match(desired, live), identity, prune: true, assignments: new Map() })
    expect(made.findings).toEqual([])
    expect(made.steps.map(({ action }) => action)).toEqual(['create'])
    expect(made.ids).toEqual({ [shop.address]: 'c1', [alpine.address]: 'p1', [held.address]: 'x1' })
    expect(made.unmanaged.map(({ id }) => id)).toEqual(['x1'])
  })

  it('exclusions: POST and DELETE of references, also to a package that is not there yet', () => {
    const beta = accessPackage(shop, 'Beta')
    const excludes = (other: TenantObject) =>
      declared(
        'incompatible-package',
        other.name,
        { package: { $ref: 'access-package', name: other.name, address: other.address } },
        alpine,
      )
    const step = last(stepsOf([shop, alpine, beta, excludes(beta)], [liveShop, liveAlpine]))
    expect(step.request).toEqual({
      method: 'POST',
      path: `${em}/accessPackages/p1/incompatibleAccessPackages/$ref`,
      body: { '@odata.id': { $placeholder: 'access-package' } },
      placeholders: {
        'access-package': { object: beta.address, prefix: `https://graph.microsoft.com/v1.0${em}/accessPackages/` },
      },
    })
    expect(step.after).toEqual([`create ${beta.address}`])
    const group2 = declared('incompatible-group', 'Engineering', { group: g1 }, alpine)
    expect(last(stepsOf([shop, alpine, group2], [liveShop, liveAlpine])).request.body).toEqual({
      '@odata.id': 'https://graph.microsoft.com/v1.0/groups/g1',
    })
    expect(last(stepsOf([shop, alpine], [liveShop, liveAlpine, lived(group2, 'g1')], true)).request).toEqual({
      method: 'DELETE',
      path: `${em}/accessPackages/p1/incompatibleGroups/g1/$ref`,
    })
  })
})

describe('what is sent for a policy', () => {
  const single = (id: string): Properties => ({
    '@odata.type': '#microsoft.graph.singleUser',
    userId: user(`${id}@contoso.com`, id),
  })
  const stage: Properties = {
    durationBeforeAutomaticDenial: 'P14D',
    isApproverJustificationRequired: true,
    approverInformationVisibility: 'default',
    primaryApprovers: [single('u1')],
    fallbackPrimaryApprovers: [],
    isEscalationEnabled: false,
    durationBeforeEscalation: 'PT0S',
  }
  const approved = (...stages: readonly Properties[]) => ({
    requestApprovalSettings: {
      isApprovalRequiredForAdd: true,
      isApprovalRequiredForUpdate: false,
      isRequestorJustificationRequired: false,
      stages,
    },
  })

  it('is complete at creation: the package, every array, people by name', () => {
    const suppliers = policy(alpine, 'Suppliers', approved(stage))
    const { body, path, method } = last(stepsOf([shop, alpine, suppliers], [liveShop, liveAlpine])).request
    expect([method, path]).toEqual(['POST', `${em}/assignmentPolicies`])
    expect(body).toMatchObject({
      displayName: 'Suppliers',
      accessPackage: { id: 'p1' },
      questions: [],
      customExtensionStageSettings: [],
      automaticRequestSettings: null,
      reviewSettings: null,
      specificAllowedTargets: [],
      requestApprovalSettings: {
        stages: [
          {
            primaryApprovers: [
              { '@odata.type': '#microsoft.graph.singleUser', userId: 'u1', description: 'u1@contoso.com' },
            ],
            escalationApprovers: [],
            fallbackEscalationApprovers: [],
          },
        ],
      },
    })
  })

  it('starts a review where the sources leave it open, and leaves one that runs', () => {
    const review = {
      isEnabled: true,
      primaryReviewers: [single('u1')],
      schedule: { expiration: { type: 'afterDuration', duration: 'P14D' } },
    }
    const reviewed = {
      ...policy(alpine, 'Suppliers', { reviewSettings: review }),
      defaults: { reviewSettings: { schedule: { startDateTime: '2026-11-22T00:00:00Z' } } },
    }
    const body = (live: readonly TenantObject[]) =>
      last(stepsOf([shop, alpine, reviewed], [liveShop, liveAlpine, ...live])).request.body
    expect(body([])).toMatchObject({
      reviewSettings: { fallbackReviewers: [], schedule: { startDateTime: '2026-11-22T00:00:00Z' } },
    })
    const running: Properties = {
      ...review,
      expirationBehavior: 'keepAccess',
      schedule: { startDateTime: '2025-01-01T00:00:00Z', expiration: { type: 'afterDuration', duration: 'P7D' } },
    }
    const without = policy(alpine, 'Suppliers', { reviewSettings: null })
    const withReview = policy(alpine, 'Suppliers', { reviewSettings: running })
    const raw = (reviewSettings: typeof review | null) => ({
      id: 'a1',
      reviewSettings: reviewSettings === null ? null : { ...running, primaryReviewers: [] },
    })
    expect(body([{ ...lived(without, 'a1'), raw: raw(null) }])).toMatchObject({
      reviewSettings: { schedule: { startDateTime: '2026-11-22T00:00:00Z' } },
    })
    expect(body([{ ...lived(withReview, 'a1'), raw: raw(review) as never }])).toMatchObject({
      reviewSettings: {
        expirationBehavior: 'keepAccess',
        schedule: { startDateTime: '2025-01-01T00:00:00Z', expiration: { duration: 'P14D' } },
      },
    })
  })

  it('replaces with everything that was read', () => {
    const wanted = policy(alpine, 'Suppliers', { description: 'New' })
    const raw = {
      id: 'a1',
      '@odata.etag': 'W/1',
      displayName: 'Suppliers',
      description: 'Old',
      createdDateTime: '2020-01-01T00:00:00Z',
      modifiedDateTime: '2020-01-01T00:00:00Z',
      accessPackage: { id: 'p1', displayName: 'Alpine' },
      questions: [{ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', id: 'q1', text: 'Why?' }],
      customExtensionStageSettings: [
        {
          id: 's1',
          stage: 'assignmentRequestCreated',
          customExtension: { '@odata.type': '#microsoft.graph.x', id: 'e1', displayName: 'Hook' },
        },
      ],
      notificationSettings: { isAssignmentNotificationDisabled: true },
      automaticRequestSettings: { requestAccessForAllowedTargets: true },
      requestorSettings: { allowCustomAssignmentSchedule: true },
      surprise: { kept: true },
    }
    const live = { ...lived(policy(alpine, 'Suppliers', { description: 'Old' }), 'a1'), raw }
    const step = last(stepsOf([shop, alpine, wanted], [liveShop, liveAlpine, live]))
    expect([step.request.method, step.request.path, step.risk]).toEqual(['PUT', `${em}/assignmentPolicies/a1`, 'none'])
    expect(step.changes).toEqual([{ path: 'description', before: 'Old', after: 'New' }])
    const { id: _id, '@odata.etag': _etag, createdDateTime: _made, modifiedDateTime: _changed, ...kept } = raw
    expect(step.request.body).toEqual({
      ...kept,
      ...(wanted.properties as object),
      accessPackage: { id: 'p1' },
      customExtensionStageSettings: [
        { stage: 'assignmentRequestCreated', customExtension: { '@odata.type': '#microsoft.graph.x', id: 'e1' } },
      ],
      requestorSettings: {
        allowCustomAssignmentSchedule: true,
        enableTargetsToSelfAddAccess: true,
        enableTargetsToSelfUpdateAccess: false,
      },
    })
  })

  it('waits for an organization that it names', () => {
    const fabrikam = organization('Fabrikam', 'a.com')
    const target = {
      '@odata.type': '#microsoft.graph.connectedOrganizationMembers',
      connectedOrganizationId: { $ref: 'connected-organization' as const, name: 'Fabrikam', address: fabrikam.address },
    }
    const outside = policy(alpine, 'Suppliers', {
      allowedTargetScope: 'specificConnectedOrganizationUsers',
      specificAllowedTargets: [target],
    })
    const step = last(stepsOf([fabrikam, shop, alpine, outside], [liveShop, liveAlpine]))
    expect(step.after).toEqual([`create ${fabrikam.address}`])
    expect(step.request.body).toMatchObject({
      specificAllowedTargets: [
        { connectedOrganizationId: { $placeholder: 'connected-organization' }, description: 'Fabrikam' },
      ],
    })
  })

  it('an assignment: adminAdd, and once it is there adminUpdate of its dates; never an end', () => {
    const policy1 = policy(alpine, 'Staff')
    const kim = (schedule?: Properties) =>
      declared(
        'assignment',
        'kim',
        { target: user('kim', 'u1'), ...(schedule === undefined ? {} : { schedule }) },
        policy1,
      )
    const until = (endDateTime: string) => ({ expiration: { type: 'afterDateTime', endDateTime } })
    const path = `${em}/assignments?$filter=accessPackage%2Fid%20eq%20'{access-package}'%20and%20target%2FobjectId%20eq%20'u1'&$expand=target,assignmentPolicy`
    const lookup = {
      probe: {
        placeholders: {
          'access-package': { object: alpine.address },
          'assignment-policy': { object: policy1.address },
        },
      },
      where: [
        { path: 'assignmentPolicy/id', equals: { $placeholder: 'assignment-policy' } },
        { path: 'state', equals: 'expired', not: true },
      ],
    }
    const made = last(stepsOf([shop, alpine, policy1, kim()]))
    expect(decodeURIComponent(made.lookup?.probe.path ?? '')).toBe(decodeURIComponent(path))
    expect(made).toMatchObject({
      lane: shop.address,
      risk: 'may-grant-access',
      after: [`create ${policy1.address}`],
      request: {
        method: 'POST',
        path: `${em}/assignmentRequests`,
        body: {
          requestType: 'adminAdd',
          assignment: {
            targetId: 'u1',
            assignmentPolicyId: { $placeholder: 'assignment-policy' },
            accessPackageId: { $placeholder: 'access-package' },
          },
        },
      },
      settle: { until: 'listed', where: [lookup.where[0], { path: 'state', equals: 'delivered' }, lookup.where[1]] },
      lookup,
    })
    expect(made.request.body).not.toHaveProperty('schedule')

    const later = last(stepsOf([shop, alpine, policy1, kim({ startDateTime: '2027-01-01T00:00:00Z' })]))
    expect(later.settle).toMatchObject(lookup)
    expect(later.request.body).toMatchObject({ schedule: { startDateTime: '2027-01-01T00:00:00Z' } })

    const livePolicy = lived(policy1, 'a1')
    const there = [liveShop, liveAlpine, livePolicy]
    const live = {
      ...kim({ startDateTime: '2026-11-22T08:00:00Z', ...until('2027-01-31T23:59:59Z') }),
      id: 'x1',
      raw: { id: 'x1' },
    }
    expect(stepsOf([shop, alpine, policy1, kim()], [...there, live])).toEqual([])
    expect(stepsOf([shop, alpine, policy1, kim(until('2027-01-31T23:59:59.000Z'))], [...there, live])).toEqual([])
    expect(last(stepsOf([shop, alpine, policy1, kim(until('2027-03-31T23:59:59Z'))], [...there, live]))).toMatchObject({
      action: 'update',
      risk: 'may-change-access',
      liveId: 'x1',
      request: {
        method: 'POST',
        path: `${em}/assignmentRequests`,
        body: {
          requestType: 'adminUpdate',
          assignment: { id: 'x1' },
          schedule: { startDateTime: '2026-11-22T08:00:00Z', ...until('2027-03-31T23:59:59Z') },
        },
      },
      settle: { until: 'equal', probe: { path: `${em}/assignments/x1` } },
      guard: { expect: 'unchanged', id: 'x1' },
    })
    expect(stepsOf([shop, alpine, policy1], [...there, live], true)).toEqual([])
  })
})
