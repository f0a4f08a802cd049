import { createHmac, timingSafeEqual } from 'node:crypto'
import { isObject, type JsonObject } from '../json.ts'
import type { Tenant } from '../tenant.ts'

/** Who is calling, as the access token tells. */
export interface Caller {
  /** Object id of the service principal. */
  readonly objectId: string
  readonly appId: string
  readonly displayName: string
  /** Permissions granted to the application. */
  readonly permissions: readonly string[]
}

/** How long a token lasts, in seconds. */
export const tokenLifetime = 3599

/** Issues a token that looks like Entra's: three parts, claims readable by anyone, signed so that only ours are taken. */
export function issueToken(tenant: Tenant, caller: Caller, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000)
  const claims: JsonObject = {
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${tenant.id}/`,
    iat: issued,
    nbf: issued,
    exp: issued + tokenLifetime,
    app_displayname: caller.displayName,
    appid: caller.appId,
    idtyp: 'app',
    oid: caller.objectId,
    sub: caller.objectId,
    roles: [...caller.permissions],
    tid: tenant.id,
    ver: '1.0',
  }
  const content = `${encode({ typ: 'JWT', alg: 'HS256', kid: 'entitle-sandbox' })}.${encode(claims)}`
  return `${content}.${sign(content, tenant)}`
}

/** The caller that a token speaks for, or a sentence that says why it is refused. */
export function readToken(tenant: Tenant, token: string, now: Date): Caller | string {
  const [header, claims, signature, more] = token.split('.')
  if (!header || !claims || !signature || more !== undefined)
    return 'CompactToken parsing failed with error code: 80049217'
  const expected = Buffer.from(sign(`${header}.${claims}`, tenant))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return 'Access token validation failure. Invalid signature.'
  const read: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString())
  if (!isObject(read) || read.tid !== tenant.id) return 'Access token validation failure. Invalid tenant.'
  if (Number(read.exp) * 1000 <= now.getTime()) return 'Lifetime validation failed, the token is expired.'
  return {
    objectId: String(read.oid),
    appId: String(read.appid),
    displayName: String(read.app_displayname),
    permissions: Array.isArray(read.roles) ? read.roles.map(String) : [],
  }
}

const encode = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The key is no secret: the tokens open nothing but a sandbox. */
const sign = (content: string, tenant: Tenant) =>
  createHmac('sha256', `entitle-sandbox:${tenant.id}`).update(content).digest('base64url')
