import { redact, type TenantIdentity } from '@entitle/graph'
import { adminConsentLink, type SignInProblem, signInProblemIn, signInProblems } from '@entitle/graph/web'

/** What to do in VS Code, where that is not what one does in a terminal. */
const here: { readonly [problem in SignInProblem]?: string } = {
  'no-application': 'Correct the setting entitle.signIn.clientId, or have an administrator add the application',
  'wrong-secret': 'Register the application of the setting entitle.signIn.clientId as a public client.',
  mfa: 'Sign in again in the browser window that opens.',
  blocked: 'Sign in on a device and network that the tenant trusts, or ask its administrators.',
  expired: 'Sign in again.',
}

/** Who asked to be signed in to which tenant, for what. */
export interface Attempt {
  readonly identity: TenantIdentity
  readonly clientId: string
  readonly permissions: readonly string[]
}

/**
 * Why VS Code gave no session, in our words where Entra's code tells, else in its own without tokens; `link` is the page on which an
 * administrator agrees, where nobody has.
 */
export const whyNotSignedIn = (
  error: unknown,
  { identity, clientId, permissions }: Attempt,
): { readonly says: string; readonly link?: string } => {
  const text = redact(error instanceof Error ? error.message : String(error))
  const problem = /AADSTS\d+|consent_required|interaction_required/.test(text) ? signInProblemIn(text) : undefined
  if (problem === undefined) return { says: text.trim().replace(/\.$/, '') }
  const { is, remedy } = signInProblems[problem]
  const code = /AADSTS\d+/.exec(text)?.[0]
  const says = (advice: string) =>
    `${code === undefined ? is : `${is} (${code})`}. ${advice.replace(/ at$/, '').replace(/\.$/, '')}`
  const asked = says(here[problem] ?? remedy)
  const tenant = identity.id ?? identity.domain
  const consents = problem === 'no-consent' || problem === 'no-application'
  return consents && tenant !== undefined
    ? { says: asked, link: adminConsentLink(tenant, identity.cloud, clientId, permissions) }
    : { says: asked }
}
