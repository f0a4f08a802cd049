/** One measured figure. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | 'requests' | 'MiB' | '×' | 'KiB'
  /** What quality asks for, in the same unit; the figure should not exceed it (for `×`: not fall short of it). */
  readonly bar?: number
  /** For `×`: what the figure should not exceed. */
  readonly most?: number
  /** How the figure spread over its runs. */
  readonly spread?: { readonly least: number; readonly most: number; readonly runs: number }
}

const shown = (value: number, unit: Row['unit']) =>
  `${value >= 100 || unit === 'requests' ? Math.round(value) : value.toFixed(1)} ${unit}`

const barOf = ({ bar, most }: Row): number | undefined => most ?? bar

const meets = ({ value, unit, bar = 0, most }: Row): boolean => {
  if (most !== undefined) return value <= most
  return unit === '×' ? value >= bar : value <= bar
}

/** The rows as an aligned text table. */
export const table = (rows: readonly Row[]): string => {
  const lines = rows.map(row => [
    row.what,
    shown(row.value, row.unit),
    barOf(row) === undefined ? '' : `bar ${shown(barOf(row) ?? 0, row.unit)}`,
    barOf(row) === undefined ? '' : meets(row) ? 'met' : 'missed',
    row.spread === undefined
      ? ''
      : `${shown(row.spread.least, row.unit)} to ${shown(row.spread.most, row.unit)} in ${row.spread.runs} runs`,
  ])
  const widths = [0, 1, 2, 3].map(column => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  return lines
    .map(([what = '', value = '', bar = '', met = '', spread = '']) =>
      `${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${bar.padEnd(widths[2] ?? 0)}  ${met.padEnd(widths[3] ?? 0)}  ${spread}`.trimEnd(),
    )
    .join('\n')
}
