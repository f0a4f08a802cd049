import type { Finding, SourceRange } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { syntaxFinding } from './syntax-finding.ts'

const signs: { readonly [sign: string]: string } = {
  '=': 'Entitle has no `=`: write the word and its value, as in `domain "contoso.com"`.',
  ':': 'Entitle has no `:`: write the word and its value, as in `expires after 180 days`.',
  ';': 'Entitle has no `;`: a statement ends where the next one starts.',
  '#': 'A comment starts with `//`.',
  "'": 'A text stands in double quotes, as in `"Fabrikam"`.',
  '(': 'Entitle has no parentheses.',
  ')': 'Entitle has no parentheses.',
  '[': 'Entitle has no brackets: the items of a list stand one after another with commas between them.',
  ']': 'Entitle has no brackets: the items of a list stand one after another with commas between them.',
}

/** What the sources hold that is no word, value or sign of the language; one finding for each line. */
export const lexerFindings = (document: LangiumDocument): Finding[] => {
  const uri = document.uri.toString()
  const text = document.textDocument.getText()
  const lines = new Set<number>()
  return document.parseResult.lexerErrors.flatMap(({ offset, length }) => {
    const start = document.textDocument.positionAt(offset)
    if (lines.has(start.line)) return []
    lines.add(start.line)
    const written = text.slice(offset, offset + length)
    if (written.startsWith('"') || text.slice(offset - 2, offset + 1) === '"""') return [openText(document, offset)]
    const range: SourceRange = { uri, start, end: document.textDocument.positionAt(offset + length) }
    if (written.startsWith('/*')) return [syntaxFinding(range, 'This comment has no end. Write `*/` behind it.')]
    const sign = [...written][0] ?? written
    const message = signs[sign] ?? `\`${written}\` means nothing here. Leave it out, or put it into a text in quotes.`
    const droppable = sign === '=' || sign === ':' || sign === ';'
    if (!droppable || written !== sign) return [syntaxFinding(range, message)]
    const glued = sign !== ';' && /\S/.test(text[offset + 1] ?? ' ') && /\S/.test(text[offset - 1] ?? ' ')
    return [
      syntaxFinding(range, message, {
        title: `Leave out \`${sign}\``,
        safe: true,
        edits: [{ range, text: glued ? ' ' : '' }],
      }),
    ]
  })
}

/** A text without its closing quote: the finding runs to the end of the line, where the quote is most likely missing. */
const openText = (document: LangiumDocument, offset: number): Finding => {
  const uri = document.uri.toString()
  const text = document.textDocument.getText()
  const block = text.slice(offset - 2, offset + 1) === '"""'
  const from = block ? offset - 2 : offset
  const line = /^[^\r\n]*/.exec(text.slice(from))?.[0].trimEnd() ?? ''
  const range: SourceRange = {
    uri,
    start: document.textDocument.positionAt(from),
    end: document.textDocument.positionAt(from + line.length),
  }
  if (block) return syntaxFinding(range, 'This text has no end. Write `"""` behind its last line.')
  const body = line.replace(/\s*\{$/, '')
  const end = document.textDocument.positionAt(from + body.length)
  return syntaxFinding(range, 'This text has no closing quote.', {
    title: 'Close the text',
    safe: false,
    edits: [{ range: { uri, start: end, end }, text: '"' }],
  })
}
