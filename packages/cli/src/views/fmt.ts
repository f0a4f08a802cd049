import { counted } from './counted.ts'
import { json } from './json.ts'
import type { Paint } from './paint.ts'

/** What became of one file. `unreadable`: it does not parse, so it stays as it is. */
export interface FmtFile {
  readonly file: string
  readonly result: 'unchanged' | 'formatted' | 'would change' | 'unreadable'
}

export const fmtText = (files: readonly FmtFile[], check: boolean, paint: Paint): string => {
  const lines = files.flatMap(({ file, result }) => {
    if (result === 'unchanged') return []
    if (result === 'unreadable')
      return [`${paint.red('✗')} ${file}: not formatted, because it does not parse; entitle check says where`]
    return [result === 'formatted' ? `${paint.green('✓')} ${file}` : `${paint.yellow('~')} ${file}: not formatted`]
  })
  const count = (wanted: FmtFile['result']) => files.filter(({ result }) => result === wanted).length
  if (count('unchanged') === files.length) return `${paint.green('In shape:')} ${counted(files.length, 'file')}.\n`
  const parts = check
    ? [`${counted(count('would change'), 'file')} to format`]
    : [`${counted(count('formatted'), 'file')} formatted`]
  if (count('unreadable') > 0)
    parts.push(`${counted(count('unreadable'), 'file')} that ${count('unreadable') === 1 ? 'does' : 'do'} not parse`)
  const hint = check && count('would change') > 0 ? '; entitle fmt does it' : ''
  return [...lines, `${parts.join(', ')}, ${count('unchanged')} already in shape${hint}.`, ''].join('\n')
}

/** `entitle-fmt/1`. */
export const fmtJson = (files: readonly FmtFile[]): string => json({ format: 'entitle-fmt/1', files })
