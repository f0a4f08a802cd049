import { spawnSync } from 'node:child_process'
import type { Row } from './table.ts'

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The value below which such a part of the values lies: 0.95 for the 95th percentile. */
export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN

/** The median of `runs` timings with its spread, in milliseconds. */
export const rowOf = (what: string, times: readonly number[], bar?: number): Row => ({
  what,
  value: median(times),
  unit: 'ms',
  ...(bar === undefined ? {} : { bar }),
  spread: { least: Math.min(...times), most: Math.max(...times), runs: times.length },
})

/** Times `act` `runs` times, after one unmeasured run where `warm`. */
export const timed = async (runs: number, act: () => unknown | Promise<unknown>, warm = false): Promise<number[]> => {
  if (warm) await act()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return times
}

/** Runs a whole process and returns how long it took; an exit code other than those expected is an error. */
export const timedProcess = (
  command: string,
  args: readonly string[],
  expected: readonly number[] = [0],
  environment: { readonly [name: string]: string } = {},
): number => {
  const start = performance.now()
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...environment },
  })
  const time = performance.now() - start
  if (!expected.includes(status ?? -1))
    throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stderr.slice(0, 2_000)}`)
  return time
}
