import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { isObject, type JsonObject } from '../json.ts'
import type { Tenant } from '../tenant.ts'
import { bytesToBase64Url, fromBase64, toBase64Url } from './base64.ts'

/** Who is calling, as the access token tells. */
export interface Caller {
  /** Object id of the service principal, or of the user who signed in to the application. */
  readonly objectId: string
  readonly appId: string
  readonly displayName: string
  /** Permissions granted to the application on its own, or those that the user lets it use. */
  readonly permissions: readonly string[]
  /** Principal name of the user who signed in; absent where the application acts on its own. */
  readonly user?: string
  /** Ids of the templates of the directory roles held, for the token to tell. */
  readonly directoryRoles?: readonly string[]
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
    appid: caller.appId,
    oid: caller.objectId,
    sub: caller.objectId,
    tid: tenant.id,
    ver: '1.0',
    ...(caller.directoryRoles === undefined ? {} : { wids: [...caller.directoryRoles] }),
    ...(caller.user === undefined
      ? { app_displayname: caller.displayName, idtyp: 'app', roles: [...caller.permissions] }
      : { name: caller.displayName, idtyp: 'user', scp: caller.permissions.join(' '), upn: caller.user }),
  }
  const content = `${encode({ typ: 'JWT', alg: 'HS256', kid: 'entitle-sandbox' })}.${encode(claims)}`
  return `${content}.${sign(content, tenant)}`
}

/** The caller that a token speaks for, or a sentence that says why it is refused. */
export function readToken(tenant: Tenant, token: string, now: Date): Caller | string {
  const [header, claims, signature, more] = token.split('.')
  if (!header || !claims || !signature || more !== undefined)
    return 'CompactToken parsing failed with error code: 80049217'
  if (sign(`${header}.${claims}`, tenant) !== signature) return 'Access token validation failure. Invalid signature.'
  const read: unknown = JSON.parse(fromBase64(claims))
  if (!isObject(read) || read.tid !== tenant.id) return 'Access token validation failure. Invalid tenant.'
  if (Number(read.exp) * 1000 <= now.getTime()) return 'Lifetime validation failed, the token is expired.'
  const who = { objectId: String(read.oid), appId: String(read.appid) }
  if (typeof read.upn === 'string') {
    const permissions = String(read.scp ?? '').split(' ')
    return { ...who, displayName: String(read.name), permissions, user: read.upn }
  }
  const permissions = Array.isArray(read.roles) ? read.roles.map(String) : []
  return { ...who, displayName: String(read.app_displayname), permissions }
}

/** Something that only this sandbox can have said, as text. */
export function signed(value: JsonObject, tenant: Tenant): string {
  const content = encode(value)
  return `${content}.${sign(content, tenant)}`
}

/** What was {@link signed}; undefined where this sandbox has not said it. */
export function readSigned(text: string, tenant: Tenant): unknown {
  const [content = '', signature = ''] = text.split('.')
  return sign(content, tenant) === signature ? JSON.parse(fromBase64(content)) : undefined
}

/** Who signed in, for the application to know: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export function issueIdToken(tenant: Tenant, caller: Caller, now: Date, issuer: string): string {
  const issued = Math.floor(now.getTime() / 1000)
  const claims: JsonObject = {
    aud: caller.appId,
    iss: issuer,
    iat: issued,
    nbf: issued,
    exp: issued + tokenLifetime,
    name: caller.displayName,
    oid: caller.objectId,
    preferred_username: caller.user ?? '',
    sub: caller.objectId,
    tid: tenant.id,
    ver: '2.0',
  }
  const content = `${encode({ typ: 'JWT', alg: 'HS256', kid: 'entitle-sandbox' })}.${encode(claims)}`
  return `${content}.${sign(content, tenant)}`
}

/** Which account of which tenant, as Microsoft's libraries keep it. */
export const clientInfo = (tenant: Tenant, { objectId }: Caller): string => encode({ uid: objectId, utid: tenant.id })

const encode = (value: JsonObject) => toBase64Url(JSON.stringify(value))

/** The key is no secret, and whoever compares need not hide how long that takes: the tokens open nothing but a sandbox. */
const sign = (content: string, tenant: Tenant) =>
  bytesToBase64Url(hmac(sha256, utf8(`entitle-sandbox:${tenant.id}`), utf8(content)))

const utf8 = (text: string) => new TextEncoder().encode(text)
