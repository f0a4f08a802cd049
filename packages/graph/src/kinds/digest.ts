import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Json, JsonObject } from '../model/json.ts'
import type { TenantObject } from '../model/tenant.ts'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256, in hexadecimal, of a live object as it was read, less when it was last changed: what the guard `unchanged` compares. */
export const digestOf = (live: TenantObject): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(lasting((live.raw ?? {}) as JsonObject)))))

/** SHA-256 of a text, in hexadecimal. */
export const digestOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text.toWellFormed())))

const lasting = (value: Json): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(lasting)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'modifiedDateTime' && !/^@(odata\.(context|etag)|microsoft\.graph\.tips)/.test(name))
      .map(([name, each]) => [name, lasting(each)]),
  )
}
