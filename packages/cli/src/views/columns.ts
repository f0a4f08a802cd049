import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => stringWidth(text)

/** The text, filled up with spaces to so many columns. */
export const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - widthOf(text)))

/** The text broken at words so that no line is wider than `columns`; at least 20. */
export const wrapped = (text: string, columns: number): readonly string[] =>
  wrapAnsi(text, Math.max(20, columns), { trim: true }).split('\n')

/** The widest of the texts, in columns. */
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))

/** Rows of cells with every column but the last as wide as its widest cell. */
export const aligned = (rows: readonly (readonly string[])[], gap = '  '): readonly string[] => {
  const count = Math.max(0, ...rows.map(row => row.length))
  const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...rows.map(row => widthOf(row[i] ?? ''))))
  return rows.map(row => row.map((cell, i) => (i + 1 < row.length ? padded(cell, widths[i] ?? 0) : cell)).join(gap))
}
