import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { rowOf, timedProcess } from './measure.ts'
import type { Row } from './table.ts'
import { type Workload, workloads, writeWorkload } from './workload.ts'

const bars: { readonly [workload: string]: number } = { S: 400, L: 8_000 }
const command = path.resolve(import.meta.dirname, '../../packages/cli/dist/entitle.mjs')

const check = (workload: Workload): Row => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-bench-'))
  try {
    writeWorkload(workload, folder)
    const runs = workload.packages > 5_000 ? 3 : 5
    const times = Array.from({ length: runs }, () => timedProcess(process.execPath, [command, 'check', folder], [0]))
    const what = `entitle check on ${workload.name} (${workload.packages} packages in ${workload.files} files), whole process`
    return rowOf(what, times, bars[workload.name])
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** Whole processes: help, and checking each workload. */
export const checking = (): Row[] => [
  rowOf(
    'entitle --help, whole process',
    Array.from({ length: 7 }, () => timedProcess(process.execPath, [command, '--help'])),
    120,
  ),
  ...workloads.map(check),
]
