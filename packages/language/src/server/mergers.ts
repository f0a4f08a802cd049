import {
  type CancellationToken,
  CancellationTokenSource,
  type DidChangeWatchedFilesParams,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceSymbol,
} from 'vscode-languageserver'
import type { Space, Spaces } from './spaces.ts'

type Merge = (spaces: Spaces, what: string, args: readonly unknown[]) => unknown

/** What is said of several documents, or of none: each server is asked for its part. */
export const mergers: { readonly [what: string]: Merge } = {
  onWorkspaceSymbol: async (spaces, what, args) => {
    const answers = await Promise.all(spaces.all.map(space => ask<WorkspaceSymbol[]>(space, what, args)))
    const failure = answers.find(answer => answer instanceof ResponseError)
    return failure ?? answers.flatMap(answer => (Array.isArray(answer) ? answer : []))
  },

  onDidChangeWatchedFiles: (spaces, what, [params]) => {
    const { changes } = params as DidChangeWatchedFilesParams
    const bySpace = Map.groupBy(changes, ({ uri }) => spaces.holding(uri))
    for (const [space, own] of bySpace) space?.handlers.get(what)?.({ changes: own })
  },

  // Each waits until it has news; when one has, the others say what they know.
  'languages.diagnostics.onWorkspace': async (spaces, what, [params, token, ...rest]) => {
    const { previousResultIds, ...others } = params as WorkspaceDiagnosticParams
    const end = new CancellationTokenSource()
    const listening = (token as CancellationToken).onCancellationRequested(() => end.cancel())
    const bySpace = Map.groupBy(previousResultIds, ({ uri }) => spaces.holding(uri) ?? spaces.all[0])
    const asked = spaces.all.map(space =>
      ask<WorkspaceDiagnosticReport>(space, what, [
        { ...others, previousResultIds: bySpace.get(space) ?? [] },
        end.token,
        ...rest,
      ]),
    )
    await Promise.race(asked)
    end.cancel()
    const reports = await Promise.all(asked)
    listening.dispose()
    end.dispose()
    return { items: reports.flatMap(report => (report && 'items' in report ? report.items : [])) }
  },
}

const ask = async <T>({ handlers }: Space, what: string, args: readonly unknown[]): Promise<T | undefined> =>
  (await handlers.get(what)?.(...args)) as T | undefined
