/** The text whose UTF-8 this is, in base64 or base64url. @throws {Error} where it is neither. */
export const fromBase64 = (encoded: string): string => {
  const plain = encoded.replaceAll('-', '+').replaceAll('_', '/')
  return new TextDecoder().decode(Uint8Array.from(atob(plain), character => character.charCodeAt(0)))
}
