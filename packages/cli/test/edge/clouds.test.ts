import type { Cloud } from '@entitle/graph'
import { clouds, type SignInOptions } from '@entitle/graph/node'
import { describe, expect, it } from 'vitest'
import { cloudHere, desk, sourcesFor, tenantId, tokenOf } from './real-tenants.ts'

const names = Object.keys(clouds) as Cloud[]
const tokenIn = (cloud: Cloud) => tokenOf({ tid: tenantId, idtyp: 'app', cloud })

describe.each(names)('the cloud %s', cloud => {
  it('is signed in to, planned, deployed and compared at its own hosts, and no other', async () => {
    const domain = `contoso.${cloud}.example`
    await using here = await cloudHere(tokenIn(cloud), domain)
    await using elsewhere = await cloudHere('none', domain)
    const asked: { scopes: string | string[]; options: SignInOptions }[] = []
    using at = desk(
      sourcesFor(cloud, domain),
      async (scopes, options) => {
        asked.push({ scopes, options })
        return tokenIn(options.cloud)
      },
      of => (of === cloud ? here.url : elsewhere.url),
    )
    expect(await at.entitle('plan', '--out', 'it.plan')).toBe(2)
    expect(await at.entitle('deploy', 'it.plan', '--yes')).toBe(0)
    expect(await at.entitle('drift')).toBe(0)
    expect(await at.entitle('deploy', '--yes')).toBe(0)
    expect(elsewhere.received).toEqual([])

    const scopes = new Set(asked.flatMap(({ scopes }) => scopes))
    expect([...scopes]).toEqual([`https://${clouds[cloud].graph}/.default`])
    expect(new Set(asked.map(({ options }) => options.cloud))).toEqual(new Set([cloud]))
    expect(asked[0]?.options.permissions).toEqual(['EntitlementManagement.Read.All', 'GroupMember.Read.All'])
    expect(asked.at(-1)?.options.permissions).toContain('EntitlementManagement.ReadWrite.All')

    // What the national clouds do not know is not sent to them.
    const written = here.received.filter(({ method }) => method !== 'GET').map(({ body }) => body)
    const policy = written.filter(body => body.includes('requestApprovalSettings'))
    expect(policy).toHaveLength(1)
    expect(policy.join().includes('notificationSettings')).toBe(cloud === 'global')
    expect(policy.join().includes('approverInformationVisibility')).toBe(cloud === 'global')
  })
})
