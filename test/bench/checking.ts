import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { rowOf, timedProcess } from './measure.ts'
import type { Row } from './table.ts'
import { type Workload, workloads, writeWorkload } from './workload.ts'

const bars: { readonly [workload: string]: number } = { S: 400, L: 8_000 }
const command = path.resolve(import.meta.dirname, '../../packages/cli/dist/entitle.mjs')

const check = (workload: Workload): Row[] => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-bench-'))
  const cache = path.join(folder, '.cache')
  const timedCheck = (...options: string[]) =>
    timedProcess(process.execPath, [command, 'check', folder, ...options], [0], { ENTITLE_CACHE: cache })
  try {
    writeWorkload(workload, folder)
    const runs = workload.packages > 5_000 ? 3 : 5
    const cold = Array.from({ length: runs }, () => timedCheck('--no-cache'))
    const changing = path.join(folder, `catalog-${Math.floor((workload.files - 1) / 2)}.entitle`)
    timedCheck()
    const warm = Array.from({ length: runs }, (_, run) => {
      fs.appendFileSync(changing, `// change ${run}\n`)
      return timedCheck()
    })
    const what = `entitle check on ${workload.name} (${workload.packages} packages in ${workload.files} files), whole process`
    return [
      rowOf(`${what}, cold`, cold, bars[workload.name]),
      rowOf(`${what}, after one file changed`, warm, workload.name === 'L' ? 1_500 : undefined),
    ]
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
  ...workloads.flatMap(check),
]
