import fs from 'node:fs'
import path from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** Writes how many tests passed and failed to `out/unit-results.json`, which `.ci/run` adds up. */
export class Counts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        if (state === 'failed') failed += 1
      }
    }
    const folder = path.resolve(import.meta.dirname, '../../out')
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(path.join(folder, 'unit-results.json'), `${JSON.stringify({ passed, failed })}\n`)
  }
}
