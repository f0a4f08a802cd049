import { printableText } from '../printable.ts'

/** Text in an element or an attribute; what XML can't hold is written out. */
export const xml = (text: string): string =>
  printableText(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, character => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
