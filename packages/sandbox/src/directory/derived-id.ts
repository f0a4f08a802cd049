import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** A GUID that follows from a sort and a name alone, so that every sandbox seeded alike has the same ids. */
export function derivedId(sort: string, name: string): string {
  const hex = bytesToHex(sha256(new TextEncoder().encode(`${sort}:${name.toLowerCase()}`)))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
