import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { EmptyFileSystem, URI } from 'langium'
import type { Position } from 'vscode-languageserver-protocol/node'
import { createEntitleServices } from '../../packages/language/src/index.ts'
import { type LanguageClient, startLanguageServer } from './language-client.ts'
import { percentile } from './measure.ts'
import type { Row } from './table.ts'
import { filesOf, workloads, writeWorkload } from './workload.ts'

const server = path.resolve(import.meta.dirname, '../../packages/extension/dist/server.cjs')
const asked = 120

/** Lexing and parsing all files of a workload and nothing else, in milliseconds. */
const parseTime = (sources: Iterable<string>): number => {
  const { entitle } = createEntitleServices(EmptyFileSystem)
  const parser = entitle.parser.LangiumParser
  const begin = performance.now()
  for (const text of sources) parser.parse(text)
  return performance.now() - begin
}

/** Where a text stands for the nth time. */
const placeOf = (text: string, word: string, nth: number): Position => {
  let at = -1
  for (let i = 0; i <= nth; i += 1) at = text.indexOf(word, at + 1)
  const before = text.slice(0, at + word.length)
  const line = before.split('\n').length - 1
  return { line, character: before.length - before.lastIndexOf('\n') - 1 }
}

/** The 95th percentile of asking one thing in many places of one file, each right after an edit of it. */
const askAfterEdits = async (
  { connection }: LanguageClient,
  file: { readonly uri: string; readonly text: string },
  method: string,
  word: string,
  version: { number: number },
): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < asked; turn += 1) {
    version.number += 1
    const text = file.text.replace('description "', `description "${turn % 2 === 0 ? 'A ' : ''}`)
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: file.uri, version: version.number },
      contentChanges: [{ text }],
    })
    const begin = performance.now()
    const answer = await connection.sendRequest(method, {
      textDocument: { uri: file.uri },
      position: placeOf(text, word, turn % 8),
    })
    if (answer === null) throw new Error(`${method} had no answer at ${word}`)
    if (turn >= asked / 6) times.push(performance.now() - begin)
  }
  return percentile(times, 0.95)
}

/** Opening workspace L, asking for things in it, and what it holds in memory, also after 10,000 edits. */
export const answering = async (): Promise<Row[]> => {
  const workload = workloads.find(({ name }) => name === 'L')
  if (workload === undefined) throw new Error('there is no workload L')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-bench-'))
  try {
    writeWorkload(workload, folder)
    const parsing = parseTime(filesOf(workload).values())
    const begin = performance.now()
    const client = await startLanguageServer(server, folder)
    await client.connection.sendRequest('entitle/check', {})
    const opening = performance.now() - begin
    const file = path.join(folder, 'catalog-500.entitle')
    const document = { uri: pathToFileURL(file).toString(), text: fs.readFileSync(file, 'utf8') }
    const version = { number: 0 }
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI.parse(document.uri).toString(), languageId: 'entitle', version: 0, text: document.text },
    })
    const rows: Row[] = [
      { what: 'open workspace L until every finding is there', value: opening, unit: 'ms' },
      { what: 'lexing and parsing L alone', value: parsing, unit: 'ms' },
      { what: 'opening L beside lexing and parsing it (at most 2.5)', value: opening / parsing, unit: '×', most: 2.5 },
    ]
    for (const [name, method, word] of [
      ['completion', 'textDocument/completion', 'requestable by users from fab'],
      ['hover', 'textDocument/hover', 'from external-stand'],
      ['definition', 'textDocument/definition', 'fallback govern'],
    ] as const) {
      const value = await askAfterEdits(client, document, method, word, version)
      rows.push({ what: `${name} in one file of L right after an edit, p95`, value, unit: 'ms', bar: 50 })
    }
    const before = client.memory()
    rows.push({ what: 'memory of the language server on L', value: before, unit: 'MiB', bar: 1024 })
    rows.push(await growth(client, document, version, before))
    await client.stop()
    return rows
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const edits = 10_000

/** Types 10,000 characters into one file, asking for symbols now and then so that nothing piles up, and weighs again. */
const growth = async (
  { connection, memory }: LanguageClient,
  { uri, text }: { readonly uri: string; readonly text: string },
  version: { number: number },
  before: number,
): Promise<Row> => {
  for (let edit = 0; edit < edits; edit += 1) {
    version.number += 1
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version.number },
      contentChanges: [{ text: text.replace('description "', `description "${edit} `) }],
    })
    if (edit % 5 === 4) await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })
  }
  await connection.sendRequest('entitle/check', {})
  return {
    what: `memory on L after ${edits.toLocaleString('en')} edits, beside before (at most 1.1)`,
    value: memory() / before,
    unit: '×',
    most: 1.1,
  }
}
