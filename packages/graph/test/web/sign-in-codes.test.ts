import { describe, expect, it } from 'vitest'
import { type SignInProblem, signInProblemIn } from '../../src/web/sign-in-codes.ts'

const cases: readonly (readonly [string, SignInProblem | undefined])[] = [
  ["AADSTS50020: User account 'a' does not exist in tenant 'Contoso'", 'another-tenant'],
  ["AADSTS90002: Tenant 'c' not found.", 'no-such-tenant'],
  ['AADSTS65001: The user or administrator has not consented to use the application', 'no-consent'],
  ['AADSTS90094: The grant requires admin permission.', 'no-consent'],
  ['AADSTS700016: Application with identifier was not found in the directory', 'no-application'],
  ['AADSTS7000215: Invalid client secret provided.', 'wrong-secret'],
  ['AADSTS7000222: The provided client secret keys are expired.', 'secret-expired'],
  ['AADSTS700213: No matching federated identity record found for presented assertion subject', 'federation'],
  ['AADSTS700024: Client assertion is not within its valid time range.', 'clock'],
  ['AADSTS50076: Due to a configuration change you must use multi-factor authentication', 'mfa'],
  ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'blocked'],
  ['AADSTS700082: The refresh token has expired due to inactivity.', 'expired'],
  ['AADSTS50173: The provided grant has expired due to it being revoked', 'expired'],
  ['AADSTS50057: The user account is disabled.', 'account'],
  ['AADSTS50105: The signed in user is not assigned to a role', 'not-assigned'],
  ['AADSTS70020: The provided value for the code is expired', 'no-code'],
  ['Azure CLI could not be found. See how; then use az login.', 'az-absent'],
  ["Please run 'az login' from a command prompt to authenticate", 'az-login'],
  ['No subscription found', 'az-login'],
  ['invalid_grant: something unknown', 'expired'],
  ['invalid_grant: AADSTS50076: a code goes before a word', 'mfa'],
  ['AADSTS11111: AADSTS53003: an unknown code does not hide a known one', 'blocked'],
  ['AADSTS11111: nobody knows', undefined],
  ['', undefined],
]

describe('what a failed sign-in tells', () => {
  it.each(cases)('%s', (text, problem) => {
    expect(signInProblemIn(text)).toBe(problem)
  })
})
