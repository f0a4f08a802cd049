import type { Page } from 'playwright-core'
import type { Opening } from './page.ts'

/** What a test asks a language server, wherever that runs. */
export interface LanguageClient {
  readonly initialized: { readonly serverInfo?: { readonly name: string }; readonly capabilities: object }
  request<T>(method: string, params: unknown): Promise<T>
  notify(method: string, params?: object): Promise<void>
}

/** A client in the page of a browser. */
export interface WorkerClient extends LanguageClient {
  /** Writes a file of the client's, and tells the server. */
  write(uri: string, text: string): Promise<void>
  log(): Promise<readonly string[]>
}

/** What the clients of these tests can do: they ask for findings, and follow changes of folders and files. */
export const capabilities = {
  textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] }, rename: { prepareSupport: true } },
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
}

/** Starts a server in a worker of the page. */
export const inWorker = async (page: Page, opening: Omit<Opening, 'capabilities'>): Promise<WorkerClient> => {
  const { client, initialized } = await page.evaluate(given => window.entitle.start(given), {
    ...opening,
    capabilities,
  })
  return {
    initialized: JSON.parse(initialized) as LanguageClient['initialized'],
    request: async <T>(method: string, params: unknown) => {
      const asked = [client, method, params] as const
      const answer = await page.evaluate(([number, name, given]) => window.entitle.request(number, name, given), asked)
      return JSON.parse(answer) as T
    },
    notify: (method, params) =>
      page.evaluate(([number, name, given]) => window.entitle.notify(number, name, given), [
        client,
        method,
        params,
      ] as const),
    write: (uri, text) =>
      page.evaluate(([number, where, what]) => window.entitle.write(number, where, what), [client, uri, text] as const),
    log: () => page.evaluate(number => window.entitle.log(number), client),
  }
}
