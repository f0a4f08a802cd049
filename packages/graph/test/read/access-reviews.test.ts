import { expect, it } from 'vitest'
import { read } from '../../src/read/read.ts'
import { answering, list } from '../worlds/answering.ts'

const wanted = { settings: false, organizations: 'none', catalogs: [], reviews: [{ names: ['Employees'] }] } as const

const series = (id: string, query: string) => ({
  id,
  displayName: 'Employees',
  scope: { '@odata.type': '#microsoft.graph.accessReviewQueryScope', query, queryType: 'MicrosoftGraph' },
  reviewers: [],
  settings: { instanceDurationInDays: 3 },
})

it('takes no review that a policy makes for one outside packages, even of the same name', async () => {
  const graph = answering({
    '/identityGovernance/accessReviews/definitions': list(
      series(
        'p',
        "/identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq 'a' and assignmentPolicyId eq 'b')",
      ),
      series('g', '/groups/g1/transitiveMembers'),
    ),
  })
  const { tenant } = await read(graph, wanted)
  expect(tenant.objects.filter(({ kind }) => kind === 'access-review').map(({ id }) => id)).toEqual(['g'])
})
