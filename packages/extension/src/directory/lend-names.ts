import type { CancellationToken } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { directoryRequests, type NamesParams } from '../language/requests.ts'
import type { NameLookup } from './name-lookup.ts'

/** Lets the server ask for names of the tenant's directory, and tells it so. */
export const lendNames = <T extends BaseLanguageClient>(client: T, names: Pick<NameLookup, 'answer'>): T => {
  client.registerFeature({
    fillClientCapabilities: capabilities => {
      capabilities.experimental = { ...(capabilities.experimental as object | undefined), entitleNames: true }
    },
    initialize: () => {},
    getState: () => ({ kind: 'static' }),
    clear: () => {},
  })
  client.onRequest(directoryRequests.names, (params: NamesParams, token: CancellationToken) => {
    const cancelling = new AbortController()
    if (token.isCancellationRequested) cancelling.abort()
    token.onCancellationRequested(() => cancelling.abort())
    return names.answer(params, cancelling.signal)
  })
  return client
}
