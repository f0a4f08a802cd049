import type { Connection } from 'vscode-languageserver'
import type { AskNames, NamesAnswer } from '../lsp/directory-names.ts'

/**
 * What a server, which has no tenant, asks its client for, by the method name. A client that answers says so when it initializes the server:
 * `capabilities.experimental.entitleNames: true`. With one that doesn't, names of the directory are not completed.
 */
export const directoryRequests = {
  /** {@link NamesParams} → {@link NamesAnswer}: names of the tenant that is selected; at once, also where it takes longer to find them. */
  names: 'entitle/names',
} as const

/** Asks the client for names of its directory. What fails there is the client's to tell: here it is no name. */
export const askClient =
  (connection: Connection, experimental: () => unknown): AskNames =>
  async (params, cancel) => {
    if (!knowsNames(experimental())) return null
    try {
      return await connection.sendRequest<NamesAnswer>(directoryRequests.names, params, cancel)
    } catch {
      return null
    }
  }

const knowsNames = (experimental: unknown): boolean =>
  typeof experimental === 'object' &&
  experimental !== null &&
  'entitleNames' in experimental &&
  experimental.entitleNames === true
