import { describe, expect, it } from 'vitest'
import { errorFacts, failureOf, plain } from '../../src/apply/failure.ts'
import { kindNames } from '../../src/model/tenant.ts'
import { tokenOf } from '../web/loopback-server.ts'
import { answer, graphError } from './scripted-transport.ts'

const create = { action: 'create', kind: 'assignment-policy' } as const

describe('failureOf', () => {
  it('says what is so, why, and what to do', () => {
    expect(failureOf(create, graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges.'))).toEqual({
      message: 'Graph refused to create it (403 Forbidden)',
      because:
        'the signed-in account lacks the permission EntitlementManagement.ReadWrite.All, or the role Access package manager or Catalog owner. Graph says: Insufficient privileges.',
      remedy:
        'Ask for that permission and role, or deploy with an account that has them; then run entitle deploy again: it goes on from here.',
      status: 403,
      code: 'Authorization_RequestDenied',
      requestId: 'r-1',
    })
  })

  it('names the role that automatic assignment takes', () => {
    const body = { automaticRequestSettings: { requestAccessForAllowedTargets: true } }
    const step = { ...create, request: { method: 'POST', path: '/p', body } } as const
    expect(failureOf(step, graphError(403, 'UnAuthorized')).because).toContain(
      'or the role Identity Governance Administrator, since the policy assigns automatically',
    )
  })

  it('says of a workflow that policies call it', () => {
    const step = { action: 'delete', kind: 'custom-workflow-extension' } as const
    expect(failureOf(step, graphError(400, 'InvalidDeleteCustomExtensionInUse')).because).toContain(
      'a policy still calls it',
    )
  })

  it.each([
    [403, 'UnAuthorized', 'lacks the permission'],
    [403, '', 'lacks the permission'],
    [403, 'NoGovernanceSku', 'licence'],
    [400, 'CallerNotResourceOwner', 'does not own the resource'],
    [400, 'InvalidDeleteResourceHasEntitlements', 'still grants a role of this resource'],
    [400, 'InvalidDeleteAccessPackageHasGrants', 'people still have access through it'],
    [409, 'DuplicateKey', 'another object of that name'],
    [409, 'DuplicateAccessPackage', 'another object of that name'],
    [401, 'InvalidAuthenticationToken', 'sign-in is not accepted'],
    [404, 'ResourceNotFound', 'not there any more'],
    [409, 'Conflict', 'conflicts with another change'],
    [412, '', 'changed in the meantime'],
    [429, 'TooManyRequests', 'slower requests'],
    [500, 'InternalServerError', 'trouble of its own'],
  ])('knows the cause of %d %s', (status, code, because) => {
    const failure = failureOf(create, graphError(status, code))
    expect(failure.because).toContain(because)
    expect(failure.remedy).toMatch(/^[A-Z].*\.$/)
  })

  it('leaves the word to Graph where the model is not accepted', () => {
    const failure = failureOf(create, graphError(400, 'InvalidModel', 'The duration field is required.'))
    expect(failure.message).toBe('Graph refused to create it (400 Bad Request)')
    expect(failure.because).toBe('Graph says: The duration field is required.')
  })

  it('has words for every kind, action and status', () => {
    for (const kind of kindNames)
      for (const action of ['create', 'update', 'delete'] as const)
        for (const status of [400, 403, 418, 500, 599]) {
          const { message, remedy } = failureOf({ action, kind }, answer(status))
          expect(message).toMatch(/^Graph (refused|failed) to (create|change|delete) it \(\d+[ A-Za-z]*\)$/)
          expect(remedy).toMatch(/\.$/)
        }
  })

  it('bears answers that are not as they should be', () => {
    for (const body of [undefined, null, 'text', [], { error: 'x' }, { error: { code: 1, message: null } }])
      expect(failureOf(create, answer(400, body)).status).toBe(400)
  })
})

describe('errorFacts', () => {
  it('prefers the request id of the header', () => {
    expect(errorFacts(graphError(400, 'X', 'Y', { 'request-id': 'h-1' }))).toEqual({
      code: 'X',
      message: 'Y',
      requestId: 'h-1',
    })
  })
})

describe('plain', () => {
  it('makes one line without control characters', () => {
    expect(plain('a\r\n\u001b[31mb\u202e c')).toBe('a [31mb  c')
  })
  it('takes out what looks like a token', () => {
    expect(plain(`token ${tokenOf({ a: 1 })} refused`)).toBe('token … refused')
  })
  it('is short', () => {
    expect(plain('x'.repeat(1000))).toHaveLength(300)
  })
})
