import { NotSentError } from '../ports/ports.ts'

const names = new Set(['127.0.0.1', 'localhost'])

export const isLoopback = (url: URL): boolean => names.has(url.hostname)

/**
 * The address as a URL, if tokens may be sent there: HTTPS, or HTTP to this machine where `allowLoopback` says so.
 * @throws {NotSentError} that names the address and what is allowed.
 */
export function trusted(address: string, allowLoopback: boolean): URL {
  if (!URL.canParse(address))
    throw new NotSentError(`'${address}' is no address. Write it as https://host or http://127.0.0.1:port.`)
  const url = new URL(address)
  if (isLoopback(url) && allowLoopback && (url.protocol === 'http:' || url.protocol === 'https:')) return url
  if (url.protocol !== 'https:')
    throw new NotSentError(
      `${url.origin} is not used, because what is sent there could be read on the way. Use https, or a sandbox on 127.0.0.1.`,
    )
  return url
}
