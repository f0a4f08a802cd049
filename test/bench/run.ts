import fs from 'node:fs'
import path from 'node:path'
import { answering } from './answering.ts'
import { checking } from './checking.ts'
import { deployment } from './deployment.ts'
import { editing } from './editing.ts'
import { oneFile } from './one-file.ts'
import { type Row, table } from './table.ts'
import { workloads } from './workload.ts'

const parts: { readonly [name: string]: (sizes: readonly string[]) => readonly Row[] | Promise<readonly Row[]> } = {
  checking,
  editing,
  'one-file': oneFile,
  answering,
  deployment,
}

// `npm run bench -- editing answering` measures only these; `npm run bench -- deployment S M` leaves workload L out.
const isSize = (word: string) => workloads.some(({ name }) => name === word)
const words = process.argv.slice(2)
const sizes = words.filter(isSize)
const wanted = words.filter(word => !isSize(word))
const unknown = wanted.filter(name => !(name in parts))
if (unknown.length > 0)
  throw new Error(
    `There is no ${unknown.join(', ')}; there are ${[...Object.keys(parts), ...workloads.map(({ name }) => name)].join(', ')}.`,
  )
const rows: Row[] = []
for (const [name, measure] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await measure(sizes)))

const file = path.resolve(import.meta.dirname, '../../out/bench.json')
fs.mkdirSync(path.dirname(file), { recursive: true })
fs.writeFileSync(file, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`)
console.log(table(rows))
console.log(`\nWritten to ${path.relative(process.cwd(), file)}.`)
