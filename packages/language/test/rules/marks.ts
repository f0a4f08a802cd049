import type { Finding } from '@entitle/graph'
import { offsetIn, type Texts } from './apply-edits.ts'

/** Texts without their `«…»`, and what stood between these, as `path:offset text`. */
export const marksOf = (marked: Texts): { readonly texts: Texts; readonly marks: readonly string[] } => {
  const marks: string[] = []
  const texts: { [path: string]: string } = {}
  for (const [path, text] of Object.entries(marked).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    let clean = ''
    for (const [index, piece] of text.split('«').entries()) {
      const [inside = '', behind = ''] = index === 0 ? ['', piece] : piece.split('»')
      if (index > 0) marks.push(`${path}:${clean.length} ${inside}`)
      clean += inside + behind
    }
    texts[path] = clean
  }
  return { texts, marks }
}

/** Where a finding lies, as a mark. */
export const textIn = ({ place }: Finding, texts: Texts): string => {
  if (place.kind !== 'source') return place.address
  const { uri, start, end } = place.range
  const path = uri.replace('file://', '')
  const text = texts[path] ?? ''
  const from = offsetIn(text, start)
  return `${path}:${from} ${text.slice(from, offsetIn(text, end))}`
}
