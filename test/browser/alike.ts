import assert from 'node:assert/strict'
import type { Step } from '../e2e/harness/attempt.ts'
import type { Observed } from '../e2e/harness/browser.ts'
import { inProcess } from './in-process.ts'
import { inWorker, type LanguageClient } from './language-client.ts'
import { type Sources, withEverySource } from './sources.ts'

/** Both servers, with the same sources under the same addresses. */
const both = async <T>(
  { page }: Observed,
  sources: Sources,
  ask: (client: LanguageClient) => Promise<T>,
): Promise<{ readonly worker: T; readonly desktop: T }> => {
  const desktop = await inProcess(sources.folders)
  try {
    return { worker: await ask(await inWorker(page, sources)), desktop: await ask(desktop) }
  } finally {
    await desktop.stop()
  }
}

interface Items {
  readonly items: readonly { readonly uri: string; readonly items: readonly object[] }[]
}

const findings = async (client: LanguageClient) => {
  const { items } = await client.request<Items>('workspace/diagnostic', { previousResultIds: [] })
  return Object.fromEntries(items.map(each => [each.uri, each]))
}

const options = { tabSize: 2, insertSpaces: true }

/** What is asked of each file, by the method. */
const questions: { readonly [method: string]: object } = {
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/formatting': { options },
  'textDocument/semanticTokens/full': {},
  'textDocument/codeLens': {},
  'textDocument/documentLink': {},
  'textDocument/inlayHint': { range: { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } } },
}

const answers = async (client: LanguageClient, sources: Sources) => {
  const told: { [question: string]: unknown } = { capabilities: client.initialized.capabilities }
  for (const uri of Object.keys(sources.files))
    for (const [method, params] of Object.entries(questions))
      told[`${method} ${uri}`] = await client.request(method, { ...params, textDocument: { uri } })
  return told
}

/** The server in the worker says what the server on the desktop says. */
export const alikeSteps: readonly Step<Observed>[] = [
  {
    name: 'the findings of every program of the corpus and every example are those of the server on the desktop',
    act: scene =>
      withEverySource(async sources => {
        const { worker, desktop } = await both(scene, sources, findings)
        assert.deepEqual(Object.keys(worker).sort(), Object.keys(sources.files).sort())
        assert.ok(Object.values(worker).reduce((sum, { items }) => sum + items.length, 0) > 100, 'there are findings')
        assert.deepEqual(worker, desktop)
      }),
  },
  {
    name: 'symbols, folds, layout, colours, lenses, links and hints of all these files are too',
    act: scene =>
      withEverySource(async sources => {
        const { worker, desktop } = await both(scene, sources, client => answers(client, sources))
        assert.deepEqual(worker, desktop)
      }),
  },
]
