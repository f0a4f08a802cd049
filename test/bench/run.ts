import fs from 'node:fs'
import path from 'node:path'
import { checking } from './checking.ts'
import { deployment } from './deployment.ts'
import { editing } from './editing.ts'
import { table } from './table.ts'

const rows = [...checking(), ...(await editing()), ...(await deployment(50, 0)), ...(await deployment(50, 100))]

const file = path.resolve(import.meta.dirname, '../../out/bench.json')
fs.mkdirSync(path.dirname(file), { recursive: true })
fs.writeFileSync(file, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`)
console.log(table(rows))
console.log(`\nWritten to ${path.relative(process.cwd(), file)}.`)
