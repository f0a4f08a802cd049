import type { Finding, SourceRange } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { foreignStretches } from './foreign-stretches.ts'
import { syntaxFinding } from './syntax-finding.ts'

/** What the sources hold that is no word, value or sign of the language; one finding for each line. */
export const lexerFindings = (document: LangiumDocument): Finding[] => {
  const uri = document.uri.toString()
  const text = document.textDocument.getText()
  const rangeOf = ({ offset, end }: { readonly offset: number; readonly end: number }): SourceRange => ({
    uri,
    start: document.textDocument.positionAt(offset),
    end: document.textDocument.positionAt(end),
  })
  const lines = new Set<number>()
  return foreignStretches(text, document.parseResult.lexerErrors).flatMap(({ offset, end, message, fix }) => {
    const range = rangeOf({ offset, end })
    if (lines.has(range.start.line)) return []
    lines.add(range.start.line)
    if (fix === undefined) return [syntaxFinding(range, message)]
    const { title, safe } = fix
    const edits = fix.edits.map(edit => ({ range: rangeOf(edit), text: edit.text }))
    return [syntaxFinding(range, message, { title, safe, edits })]
  })
}
