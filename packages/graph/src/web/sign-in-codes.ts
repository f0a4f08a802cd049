/** What went wrong when signing in, as far as there is something different to do about it. */
export const signInProblems = {
  'another-tenant': {
    is: 'the account is not in this tenant',
    remedy: 'Sign in with an account of the tenant, or have it invited there as a guest.',
  },
  'no-such-tenant': {
    is: 'there is no such tenant in this cloud',
    remedy: "Correct the tenant's id, domain or cloud in its declaration.",
  },
  'no-consent': {
    is: 'nobody has agreed yet to what the application may do in this tenant',
    remedy: 'An administrator of the tenant agrees once at',
  },
  'no-application': {
    is: 'the application is not in this tenant',
    remedy: 'Correct AZURE_CLIENT_ID, or have an administrator add the application at',
  },
  'wrong-secret': {
    is: "the application's secret or certificate is not the one that it has",
    remedy: "Give the secret's value (not its id) as AZURE_CLIENT_SECRET, or a certificate that the application lists.",
  },
  'secret-expired': {
    is: "the application's secret or certificate has expired",
    remedy: 'Add a new one to the application in Entra, under Certificates & secrets, and give that.',
  },
  federation: {
    is: "no federated credential of the application fits this pipeline's identity",
    remedy:
      'Compare issuer, subject and audience of the federated credential in Entra with the repository, branch, environment or service connection that runs.',
  },
  clock: {
    is: 'what proves the identity is not valid at this time, so this machine’s clock is wrong or the proof is too old',
    remedy: 'Set the clock, have the pipeline ask for a new identity token, and run the command again.',
  },
  mfa: {
    is: 'the tenant asks for multifactor authentication, which this way of signing in cannot show',
    remedy: 'Sign in with --auth browser, or --auth device-code; in a pipeline, use an application.',
  },
  blocked: {
    is: 'Conditional Access of the tenant does not let this sign-in pass',
    remedy:
      'Sign in with --auth browser on a device and network that the tenant trusts, or ask its administrators; some forbid device codes.',
  },
  expired: {
    is: 'the sign-in has expired or was revoked',
    remedy: 'Sign in again; with the Azure CLI, run az logout and az login.',
  },
  account: {
    is: 'the account cannot sign in: it is disabled or locked, unknown here, or its password is wrong or has expired',
    remedy: 'Sign in to the Entra admin center with it to see which, or take another account.',
  },
  'not-assigned': {
    is: 'the application takes only people who are assigned to it',
    remedy: 'Have an administrator assign you to it under Enterprise applications.',
  },
  'no-code': {
    is: 'nobody typed the code in time, or it was declined',
    remedy: 'Run the command again and type the new code within 15 minutes.',
  },
  'az-absent': { is: 'the Azure CLI is not installed', remedy: 'Install it, or choose another way with --auth.' },
  'az-login': {
    is: 'nobody is signed in to the Azure CLI here, or no subscription is known to it',
    remedy: 'Run az login --allow-no-subscriptions --tenant with this tenant.',
  },
} as const
export type SignInProblem = keyof typeof signInProblems

/**
 * Entra's error codes by what they mean to whoever signs in.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const codes: { readonly [problem in SignInProblem]?: readonly number[] } = {
  'another-tenant': [50020, 90072, 51004],
  'no-such-tenant': [90002, 900023, 900021, 900432, 900439, 900382, 50059, 50128, 500011],
  'no-consent': [65001, 65004, 65005, 90094, 90095, 650056, 650057, 650052],
  'no-application': [700016, 7000229],
  'wrong-secret': [7000215, 7000216, 700027, 700021, 7000218],
  'secret-expired': [7000222],
  federation: [70021, 700211, 700212, 700213, 700223],
  clock: [700024, 500133],
  mfa: [50074, 50076, 50079, 50072, 50078, 50158, 500121],
  blocked: [53000, 53001, 53002, 53003, 53004, 530021, 530031, 530032, 530034, 530035, 50005, 50097, 50131, 50129],
  expired: [70008, 70043, 70044, 700081, 700082, 700084, 50173, 50132, 50133, 50089, 54005, 160021],
  account: [50034, 50053, 50055, 50056, 50057, 50064, 50126, 50144],
  'not-assigned': [50105],
  'no-code': [70016, 70018, 70019, 70020],
}
const meanings = new Map(
  Object.entries(codes).flatMap(([problem, numbers]) => numbers.map(code => [code, problem as SignInProblem])),
)

const words: readonly (readonly [RegExp, SignInProblem])[] = [
  [/interaction_required|insufficient_claims|--claims-challenge/i, 'mfa'],
  [/consent_required/i, 'no-consent'],
  [/Azure CLI could not be found|az:? (command )?not found|ENOENT.*\baz\b/i, 'az-absent'],
  [/expired_token|authorization_declined|user canceled|timed out.*device/i, 'no-code'],
  [/no subscription|\baz login\b/i, 'az-login'],
  [/invalid_grant/i, 'expired'],
]

/** What the text of a failed sign-in tells; undefined where it is none of what is known. Entra's code, which is exact, goes first. */
export function signInProblemIn(text: string): SignInProblem | undefined {
  for (const [, digits] of text.matchAll(/AADSTS(\d{5,9})/g)) {
    const problem = meanings.get(Number(digits))
    if (problem !== undefined) return problem
  }
  return words.find(([pattern]) => pattern.test(text))?.[1]
}
