import assert from 'node:assert/strict'
import fs from 'node:fs'

/** Line and column, from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where a text begins and ends in a file as it is on the disk. @throws when the file doesn't hold it. */
export const placeOf = (file: string, text: string): { readonly start: Place; readonly end: Place } => {
  const source = fs.readFileSync(file, 'utf8')
  const at = source.indexOf(text)
  assert.ok(at >= 0, `${file} holds "${text}"`)
  const place = (offset: number): Place => {
    const lines = source.slice(0, offset).split('\n')
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
  }
  return { start: place(at), end: place(at + text.length) }
}
