import fs from 'node:fs'
import path from 'node:path'
import { root } from './places.ts'

/** What a run has shown so far; every step is counted once. */
export class Report {
  passed = 0
  readonly failures: string[] = []

  ok(name: string, milliseconds?: number): void {
    this.passed += 1
    console.log(`  ok      ${name}${milliseconds === undefined ? '' : ` (${(milliseconds / 1000).toFixed(1)} s)`}`)
  }

  failed(name: string, why: string): void {
    this.failures.push(name)
    console.log(`  FAILED  ${name}\n${why.replace(/^/gm, '          ')}`)
  }

  /** Runs one step. @throws what the step throws, once it is noted: what follows in its story can't be shown then. */
  async step<T>(name: string, act: () => Promise<T>): Promise<T> {
    const started = performance.now()
    try {
      const result = await act()
      this.ok(name, performance.now() - started)
      return result
    } catch (error) {
      this.failed(name, error instanceof Error ? (error.stack ?? error.message) : String(error))
      throw new Stopped(name)
    }
  }

  /** Tells a story to its end, or to the first step that fails; the next story is told all the same. */
  async story(tell: () => Promise<void>): Promise<void> {
    try {
      await tell()
    } catch (error) {
      if (!(error instanceof Stopped))
        this.failed('a story', error instanceof Error ? (error.stack ?? '') : String(error))
    }
  }

  /** Prints the last line, writes the counts for `.ci/run`, and returns the exit code. */
  end(): 0 | 1 {
    const counts = { passed: this.passed, failed: this.failures.length }
    const folder = path.join(root, 'out')
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(path.join(folder, 'e2e-results.json'), `${JSON.stringify(counts)}\n`)
    for (const name of this.failures) console.log(`failed: ${name}`)
    console.log(`${counts.passed} passed, ${counts.failed} failed`)
    return counts.failed === 0 && counts.passed > 0 ? 0 : 1
  }
}

/** A story ended early, and the report already says why. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
