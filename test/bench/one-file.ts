import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol/node'
import { startLanguageServer } from './language-client.ts'
import { rowOf } from './measure.ts'
import { yamlLanguageServer } from './peers.ts'
import type { Row } from './table.ts'
import { writeWorkload } from './workload.ts'
import { yamlSchema, yamlTwin } from './yaml-twin.ts'

const packages = 1_000
const ours = path.resolve(import.meta.dirname, '../../packages/extension/dist/server.cjs')

interface Edited {
  readonly server: string
  readonly folder: string
  readonly file: string
  readonly language: string
  readonly right: string
  readonly wrong: string
  readonly edits: number
  readonly settings?: { readonly [section: string]: unknown }
}

/** One word of a large file is made wrong and right again: the time from each edit to the report that has it so. */
const editTimes = async ({
  server,
  folder,
  file,
  language,
  right,
  wrong,
  edits,
  settings,
}: Edited): Promise<number[]> => {
  const uri = pathToFileURL(path.join(folder, file)).toString()
  const text = fs.readFileSync(path.join(folder, file), 'utf8')
  const at = text.indexOf(right, Math.floor(text.length / 2))
  if (at < 0) throw new Error(`${file} has no ${right}`)
  const broken = text.slice(0, at) + wrong + text.slice(at + right.length)
  const { connection, reported, stop } = await startLanguageServer(server, folder, settings)
  const isError = ({ severity }: Diagnostic) => severity === DiagnosticSeverity.Error
  const reports = (errors: number) => reported(uri, found => found.filter(isError).length === errors)
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: language, version: 0, text },
  })
  const times: number[] = []
  for (let version = 1; version <= edits + 4; version += 1) {
    const isBroken = version % 2 === 1
    const told = reports(isBroken ? 1 : 0)
    const begin = performance.now()
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: isBroken ? broken : text }],
    })
    await told
    if (version > 4) times.push(performance.now() - begin)
  }
  await stop()
  return times
}

/** Editing one file of 1,000 packages: Entitle beside yaml-language-server with the same data and a JSON schema. */
export const oneFile = async (): Promise<Row[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-bench-'))
  try {
    const [entitle, yaml] = ['entitle', 'yaml'].map(name => path.join(folder, name)) as [string, string]
    writeWorkload({ name: 'one file', packages, files: 2 }, entitle)
    fs.mkdirSync(yaml)
    fs.writeFileSync(path.join(yaml, 'catalog.yaml'), yamlTwin(packages))
    fs.writeFileSync(path.join(yaml, 'schema.json'), JSON.stringify(yamlSchema))
    const own = await editTimes({
      server: ours,
      folder: entitle,
      file: 'catalog-0.entitle',
      language: 'entitle',
      right: 'review quarterly',
      wrong: 'review quarterlz',
      edits: 30,
    })
    const schemas = { [pathToFileURL(path.join(yaml, 'schema.json')).toString()]: 'catalog.yaml' }
    const peer = await editTimes({
      server: yamlLanguageServer(),
      folder: yaml,
      file: 'catalog.yaml',
      language: 'yaml',
      right: 'frequency: quarterly',
      wrong: 'frequency: quarterlz',
      edits: 8,
      settings: { yaml: { schemas, validate: true } },
    })
    const [mine, theirs] = [
      rowOf(`edit → diagnostics, one file of ${packages} packages`, own),
      rowOf(`the same data as YAML with a JSON schema in yaml-language-server`, peer),
    ]
    return [
      mine,
      theirs,
      { what: 'Entitle is faster than yaml-language-server', value: theirs.value / mine.value, unit: '×', bar: 20 },
    ]
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
