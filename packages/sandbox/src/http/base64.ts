/** The UTF-8 of a text as base64. */
export const toBase64 = (text: string): string => fromBytes(new TextEncoder().encode(text))

/** The UTF-8 of a text as base64url, without padding. */
export const toBase64Url = (text: string): string => urlSafe(toBase64(text))

/** Bytes as base64url, without padding. */
export const bytesToBase64Url = (bytes: Uint8Array): string => urlSafe(fromBytes(bytes))

/** The text whose UTF-8 this is, in base64 or base64url. Throws where it is neither. */
export const fromBase64 = (encoded: string): string => {
  const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, character => character.charCodeAt(0)))
}

const fromBytes = (bytes: Uint8Array) => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))

const urlSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
