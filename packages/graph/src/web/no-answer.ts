/** What each code of Node's networking means, as the end of "graph.microsoft.com …". */
const meanings: { readonly [code: string]: string } = {
  ECONNREFUSED: 'refuses connections',
  ECONNRESET: 'cut the connection',
  EPIPE: 'cut the connection',
  UND_ERR_SOCKET: 'cut the connection',
  ENOTFOUND: 'is not a name that can be looked up here; check the network and the DNS settings',
  EAI_AGAIN: 'could not be looked up just now; check the network',
  ENETUNREACH: 'cannot be reached from this network',
  EHOSTUNREACH: 'cannot be reached from this network',
  ETIMEDOUT: 'did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of its answer',
  TimeoutError: 'did not answer in time',
}

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/

/** Why no answer came, as one sentence. Takes only the codes of an error and of its causes, never its text or headers. */
export function noAnswer(error: unknown, host: string): string {
  const codes = codesOf(error)
  const known = codes.map(code => meanings[code]).find(meaning => meaning !== undefined)
  if (known !== undefined) return `${host} ${known}.`
  const wrong = codes.find(code => certificate.test(code))
  if (wrong !== undefined)
    return `${host} has a certificate that this machine does not trust (${wrong}). Behind an inspecting proxy, set NODE_EXTRA_CA_CERTS.`
  return `${host} gave no answer${codes[0] === undefined ? '' : ` (${codes[0]})`}.`
}

function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const named = error.name === 'TimeoutError' ? [error.name] : []
  const several = error instanceof AggregateError ? error.errors : []
  return [...own, ...named, ...[error.cause, ...several].flatMap(cause => codesOf(cause, depth + 1))]
}
