import { type ExitCode, exitCodeWords } from './exit-codes.ts'

/** What stands below every command's options: examples as lines that can be typed. */
export const examples = (lines: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...lines.map(([line]) => line.length))
  return ['', 'Examples:', ...lines.map(([line, meaning]) => `  $ ${line.padEnd(width)}   ${meaning}`)].join('\n')
}

/** The exit codes that a command can end with, in the general words or in the command's own. */
export const exitCodesHelp = (codes: readonly (ExitCode | readonly [ExitCode, string])[]): string => {
  const lines = codes.map(entry => {
    const [code, words] = typeof entry === 'number' ? [entry, exitCodeWords[entry]] : entry
    return `  ${String(code).padEnd(4)} ${words}`
  })
  return ['', 'Exit codes:', ...lines].join('\n')
}
