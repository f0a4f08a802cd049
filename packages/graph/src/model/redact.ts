const tokens = /\beyJ[\w-]{4,}\.[\w-]+\.?[\w-]*/g
const bearers = /\bBearer\s+\S+/gi
const assigned = /\b(client_secret|client_assertion|password|refresh_token|access_token|code)=[^&\s"']+/gi

/** Takes tokens and what looks like a secret out of a text that a library wrote, and any of `secrets` word for word. */
export function redact(text: string, secrets: readonly (string | undefined)[] = []): string {
  const told = secrets
    .filter(secret => secret !== undefined && secret.length >= 4)
    .reduce((left: string, secret) => left.replaceAll(String(secret), '…'), text)
  return told.replaceAll(bearers, 'Bearer …').replaceAll(tokens, '…').replaceAll(assigned, '$1=…')
}

/** The first line of an error's message, at most 300 characters, without secrets. */
export const firstLine = (error: unknown, secrets: readonly (string | undefined)[] = []): string => {
  const text = redact(error instanceof Error ? error.message : String(error), secrets)
  const line = text.split('\n').find(part => part.trim() !== '') ?? ''
  return line.length > 300 ? `${line.slice(0, 299)}…` : line.trim()
}
