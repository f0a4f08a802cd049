import { describe, expect, it } from 'vitest'
import { tokenFacts } from '../../src/web/index.ts'
import { tokenOf } from './loopback-server.ts'

describe('tokenFacts', () => {
  it('reads a person and their delegated permissions', () => {
    const token = tokenOf({
      tid: 't-1',
      upn: 'anna@contoso.com',
      scp: 'User.Read EntitlementManagement.Read.All',
      exp: 1,
      oid: 'o-1',
      azp: 'tools',
      wids: ['B79FBF4D-3ef9-4689-8143-76b194e85509'],
    })
    expect(tokenFacts(token)).toEqual({
      kind: 'person',
      tenantId: 't-1',
      account: 'anna@contoso.com',
      objectId: 'o-1',
      clientId: 'tools',
      directoryRoles: ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
      scopes: ['User.Read', 'EntitlementManagement.Read.All'],
      roles: [],
      expires: new Date(1000),
    })
  })

  it('reads an application and its roles', () => {
    const token = tokenOf({ tid: 't-1', app_displayname: 'Deployer', appid: 'a', roles: ['X'], idtyp: 'app' })
    expect(tokenFacts(token)).toEqual({
      kind: 'application',
      tenantId: 't-1',
      account: 'Deployer',
      clientId: 'a',
      scopes: [],
      roles: ['X'],
    })
  })

  it('reads text beyond ASCII', () => {
    expect(tokenFacts(tokenOf({ app_displayname: 'Größe ✓' }))?.account).toBe('Größe ✓')
  })

  it.each(['', 'opaque', 'a.b', 'a.b.c', `a.${Buffer.from('[1]').toString('base64url')}.c`])(
    'takes %j for unreadable',
    token => {
      expect(tokenFacts(token)).toBeUndefined()
    },
  )

  it('bears claims of other types', () => {
    expect(tokenFacts(tokenOf({ tid: 7, scp: null, roles: 'x', exp: 'soon', oid: 7, wids: 'y' }))).toEqual({
      kind: 'person',
      scopes: [],
      roles: [],
    })
  })
})
