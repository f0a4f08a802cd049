import fc from 'fast-check'
import { expect, it } from 'vitest'
import { approval, em, policyBody, rehearsePeople, stage } from './harness.ts'

const hour = 3_600_000

/** A tenant in which much is due: access that ends, approvals that run out, reviews of several rhythms, guests to delete. */
async function eventful() {
  const tenant = await rehearsePeople()
  const admin = await tenant.admin()
  const accessPackage = await admin.accessPackage(await admin.catalog())
  const other = await admin.accessPackage(await admin.idOf(`${em}/catalogs`, 'Partners'), 'Other')
  const carl = { '@odata.type': '#microsoft.graph.singleUser', userId: await admin.idOf('/users', 'Carl Catalog') }
  const escalating = stage({
    isEscalationEnabled: true,
    durationBeforeEscalation: 'P8D',
    escalationApprovers: [carl],
  })
  const rhythm = (pattern: object, days: number) => ({
    isEnabled: true,
    isSelfReview: true,
    primaryReviewers: [],
    fallbackReviewers: [],
    expirationBehavior: 'removeAccess',
    schedule: {
      startDateTime: '2026-06-04T09:30:00Z',
      expiration: { type: 'afterDuration', duration: `P${days}D` },
      recurrence: { pattern, range: { type: 'numbered', numberOfOccurrences: 4 } },
    },
  })
  const members = await admin.policy(accessPackage, {
    requestApprovalSettings: approval(escalating),
    reviewSettings: rhythm({ type: 'weekly', interval: 2 }, 3),
    expiration: { type: 'afterDuration', duration: 'P10D' },
  })
  const guests = await admin.policy(other, {
    displayName: 'Guests',
    allowedTargetScope: 'allExternalUsers',
    reviewSettings: rhythm({ type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }, 5),
    expiration: { type: 'afterDuration', duration: 'P6D' },
  })
  const ask = async (who: string, accessPackageId: string, assignmentPolicyId: string) =>
    (await tenant.as(who)).post(`${em}/assignmentRequests`, {
      requestType: 'userAdd',
      assignment: { accessPackageId, assignmentPolicyId },
    })
  await ask('zoe', accessPackage, members)
  await ask('bob', accessPackage, members)
  await ask('guest@fabrikam.com', other, guests)
  const targetId = await admin.idOf('/users', 'Ada Lovelace')
  await admin.post(`${em}/assignmentRequests`, {
    requestType: 'adminAdd',
    assignment: { targetId, accessPackageId: accessPackage, assignmentPolicyId: members },
    schedule: { startDateTime: '2026-06-20T00:00:00Z', expiration: { type: 'noExpiration' } },
  })
  await admin.send(
    'PUT',
    `${em}/assignmentPolicies/${members}`,
    policyBody(accessPackage, { reviewSettings: rhythm({ type: 'weekly', interval: 1 }, 2) }),
  )
  return tenant.sandbox
}

it('brings the same, in one step or in many', async () => {
  const whole = 24 * 150
  const atOnce = await eventful()
  const happened = atOnce.clock.move(whole * hour)
  expect(new Set(happened.map(({ what }) => what))).toEqual(
    new Set(['assignment-ended', 'approval-overdue', 'review-opened', 'review-closed', 'guest-deleted']),
  )
  const moments = happened.map(({ at }) => at.getTime())
  expect(moments).toEqual([...moments].sort((a, b) => a - b))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: whole - 1 }), { maxLength: 40 }), async cuts => {
      const stepwise = await eventful()
      const places = [...new Set(cuts), whole].sort((a, b) => a - b)
      const brought = places.flatMap((place, index) => stepwise.clock.move((place - (places[index - 1] ?? 0)) * hour))
      expect(brought).toEqual(happened)
      expect(stepwise.export()).toEqual(atOnce.export())
    }),
    { numRuns: 12 },
  )
})

it('brings the same after an export and an import on the way', async () => {
  const [straight, moved] = [await eventful(), await eventful()]
  straight.clock.move(150 * 24 * hour)
  moved.clock.move(20 * 24 * hour)
  const elsewhere = (await rehearsePeople()).sandbox
  elsewhere.import(JSON.parse(JSON.stringify(moved.export())))
  elsewhere.clock.move(130 * 24 * hour)
  const kinds = (sandbox: typeof straight) =>
    Object.entries(Object.groupBy(sandbox.export().documents, ({ kind }) => kind)).map(([kind, all]) => [
      kind,
      all?.length,
    ])
  expect(kinds(elsewhere)).toEqual(kinds(straight))
})
