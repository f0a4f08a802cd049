import { findUser } from '../directory/users.ts'
import { type Doc, textOf } from '../json.ts'
import type { World } from '../world.ts'
import type { Caller } from './access-tokens.ts'
import { refused, type SignInError, type TokenReply } from './sign-in-error.ts'
import { callerFor, userToSignIn } from './signed-in-user.ts'

/** The standard's name of the grant, and the short one that Microsoft's libraries send. */
export const deviceCodeGrants: readonly string[] = ['urn:ietf:params:oauth:grant-type:device_code', 'device_code']

/** Codes that wait for someone to sign in with them. */
export const deviceCodes = 'deviceCode'

const lifetime = 900
/** How many seconds to wait between two questions. */
const interval = 1
const letters = 'BCDFGHJKLMNPQRSTVWXZ'

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code: a code to type in, and one to ask with. */
export function startDeviceCode(world: World, form: URLSearchParams, origin: string): TokenReply {
  const clientId = form.get('client_id')
  const scope = form.get('scope')
  if (!clientId || !scope) {
    const missing = clientId ? 'scope' : 'client_id'
    return refused(
      'invalid_request',
      `AADSTS900144: The request body must contain the following parameter: '${missing}'.`,
    ).reply
  }
  const id = world.ids()
  const userCode = [...id.replaceAll('-', '').slice(0, 9)]
    .map((digit, place) => letters[(Number.parseInt(digit, 16) + place) % letters.length])
    .join('')
  const until = world.clock().getTime() + lifetime * 1000
  world.store.withoutDelay(() => world.store.put(deviceCodes, { id, userCode, clientId, scope, until }))
  const page = `${origin}/devicelogin`
  return {
    status: 200,
    body: {
      user_code: userCode,
      device_code: id,
      verification_uri: page,
      expires_in: lifetime,
      interval,
      message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
    },
  }
}

const waitingFor = (world: World, userCode: string): Doc | undefined => {
  const found = world.store.listLatest(deviceCodes).find(({ doc }) => doc.userCode === userCode.trim().toUpperCase())
  return found && Number(found.doc.until) > world.clock().getTime() ? found.doc : undefined
}
const unknown = { ok: false, says: 'That code is not known, or no longer.' } as const

/** Says that nobody is to sign in with a code, and gives back a sentence for the page. */
export function declineDeviceCode(world: World, userCode: string): { ok: boolean; says: string } {
  const waiting = waitingFor(world, userCode)
  if (!waiting) return unknown
  world.store.withoutDelay(() => world.store.put(deviceCodes, { ...waiting, declined: true }))
  return { ok: true, says: 'The sign-in is declined. You can close this page.' }
}

/** Says who signs in with a code, and gives back a sentence for the page. */
export function approveDeviceCode(world: World, userCode: string, userName: string): { ok: boolean; says: string } {
  const waiting = waitingFor(world, userCode)
  if (!waiting) return unknown
  const user = userName === `admin@${world.tenant.domain}` ? userToSignIn(world, userName) : findUser(world, userName)
  if (!user) return { ok: false, says: `${userName} is not in the directory of ${world.tenant.domain}.` }
  world.store.withoutDelay(() => world.store.put(deviceCodes, { ...waiting, user: user.userPrincipalName ?? null }))
  return { ok: true, says: `${String(user.displayName)} is signed in. You can close this page.` }
}

/** The user who signed in with a code, once. */
export function approvedUser(
  world: World,
  clientId: string,
  deviceCode: string,
): { readonly caller: Caller; readonly scope: string } {
  const waiting = world.store.latest(deviceCodes, deviceCode)
  if (!waiting || waiting.clientId !== clientId)
    throw refused('bad_verification_code', 'AADSTS70018: The device code is not known.')
  if (Number(waiting.until) <= world.clock().getTime())
    throw refused('expired_token', 'AADSTS70020: The provided device code has expired.')
  if (waiting.declined === true)
    throw refused('authorization_declined', 'AADSTS70019: The sign-in was declined on its page.')
  const user = textOf(waiting.user)
  if (user === undefined) throw notYet(world, waiting)
  world.store.withoutDelay(() => world.store.remove(deviceCodes, deviceCode))
  const scope = String(waiting.scope)
  return { caller: callerFor(userToSignIn(world, user), clientId, scope), scope }
}

/** Whoever asks again in less than half of the interval is told to slow down: https://www.rfc-editor.org/rfc/rfc8628#section-3.5 */
function notYet(world: World, waiting: Doc): SignInError {
  const now = world.clock().getTime()
  const hurries = typeof waiting.asked === 'number' && now - waiting.asked < (interval * 1000) / 2
  world.store.withoutDelay(() => world.store.put(deviceCodes, { ...waiting, asked: now }))
  return hurries
    ? refused('slow_down', `AADSTS70016: Nobody has signed in with the code yet. Ask every ${interval} s.`)
    : refused('authorization_pending', 'AADSTS70016: Nobody has signed in with the code yet. Ask again later.')
}
