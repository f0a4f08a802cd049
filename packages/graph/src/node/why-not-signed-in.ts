import { adminConsentLink } from '../model/admin-consent.ts'
import { clouds } from '../model/clouds.ts'
import { firstLine, redact } from '../model/redact.ts'
import { noAnswer } from '../web/no-answer.ts'
import { signInProblemIn, signInProblems } from '../web/sign-in-codes.ts'
import { clientIdOf, isInteractive, needs, type SignInOptions, type Way } from './ways-to-sign-in.ts'

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** Codes of Node's networking, also of certificates; @azure/identity hands some on in its text only. */
const network = /\b(E[A-Z]{4,}|UND_ERR_[A-Z_]+|[A-Z_]*(?:CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME)[A-Z_]*)\b/

/** How @azure/identity says that a way of signing in finds nothing to go by. */
const notSetUp =
  /\bunavailable\b|is a required parameter|no managed identity endpoint|client_error: Error\(s\): Not Available/i

/** How Microsoft's library says that no answer came, without saying why. */
const noContact = /\b(network_error|endpoints_resolution_error|openid_config_error|no_network_connectivity)\b/

/**
 * Why one way of signing in did not work, and the way out: sentences in our words with Entra's code, never its text where the code is known,
 * and never a token or one of the `secrets`.
 */
export function whyNotSignedIn(
  error: unknown,
  way: Way,
  options: SignInOptions,
  secrets: readonly (string | undefined)[],
): string {
  const text = redact(textsOf(error).join('\n'), secrets)
  const problem = signInProblemIn(text)
  if (problem !== undefined) {
    const { is, remedy } = signInProblems[problem]
    const code = /AADSTS\d+/.exec(text)?.[0]
    const links = problem === 'no-consent' || problem === 'no-application'
    const link = links ? linkFor(way, options) : undefined
    const sense = code === undefined ? is : `${is} (${code})`
    return `${sense}. ${link === undefined ? ended(remedy) : `${remedy} ${link}`}`
  }
  const unreachable = noNetwork(error, text, way, options)
  if (unreachable !== undefined) return unreachable
  const because = notSetUp.test(text) ? 'what it needs is not there.' : ended(firstLine(error, secrets))
  return `${because} To use it, ${needs[way]}.`
}

/** Without a known application there is nobody to agree to. */
function linkFor(way: Way, options: SignInOptions): string | undefined {
  const { tenant, cloud, permissions } = options
  if (isInteractive(way)) return adminConsentLink(tenant, cloud, clientIdOf(options), permissions)
  const id = process.env.AZURE_CLIENT_ID
  return id === undefined || id === '' ? undefined : adminConsentLink(tenant, cloud, id)
}

function noNetwork(error: unknown, text: string, way: Way, options: SignInOptions): string | undefined {
  if (way === 'managed-identity' || way === 'azure-cli') return undefined
  const { host } = new URL(clouds[options.cloud].authority)
  if (/\b407\b|proxy authentication/i.test(text))
    return `the proxy on the way to ${host} asks for a name and password (407). Set HTTPS_PROXY to http://NAME:PASSWORD@HOST:PORT, or have the proxy let ${host} pass.`
  if (noContact.test(text) && network.exec(text) === null)
    return `${host} cannot be reached from this machine. Check the network; behind a proxy, set HTTPS_PROXY, and NODE_EXTRA_CA_CERTS where it has a certificate of its own.`
  const code = network.exec(text)?.[0]
  const told = noAnswer(error, host)
  if (!told.includes('gave no answer')) return told
  return code === undefined ? undefined : known(noAnswer(Object.assign(new Error(''), { code }), host))
}

const known = (told: string): string | undefined => (told.includes('gave no answer') ? undefined : told)

/** The messages of an error and of what caused it, the codes too. */
function textsOf(error: unknown, depth = 0): string[] {
  if (depth > 4 || error === undefined || error === null) return []
  if (!(error instanceof Error)) return [String(error)]
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const several = error instanceof AggregateError ? error.errors : []
  return [error.message, ...code, ...[error.cause, ...several].flatMap(each => textsOf(each, depth + 1))]
}
