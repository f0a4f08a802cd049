import { AstUtils, GrammarUtils, type LangiumDocument } from 'langium'
import type { Formatter } from 'langium/lsp'
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  DocumentRangesFormattingParams,
  TextEdit,
} from 'vscode-languageserver'
import { formatSoundParts, formatTree } from '../format/format.ts'
import type { Edit } from '../format/pieces.ts'
import { isDirectoryObject } from '../generated/ast.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** Formats by the document's own tree; it never waits for the workspace. The style has two spaces a level, whatever the editor's tabs. */
export class EntitleFormatter implements Formatter {
  readonly formatOnTypeOptions: DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '}' }
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  formatDocument(document: LangiumDocument, _params: DocumentFormattingParams): TextEdit[] {
    return this.edits(document).map(edit => textEdit(document, edit))
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    const { textDocument } = document
    return this.within(document, textDocument.offsetAt(range.start), textDocument.offsetAt(range.end))
  }

  /** Several ranges at once, as after an edit in many places; an edit that two of them hold is made once. */
  formatDocumentRanges(document: LangiumDocument, { ranges }: DocumentRangesFormattingParams): TextEdit[] {
    const { textDocument } = document
    const all = ranges.flatMap(({ start, end }) =>
      this.within(document, textDocument.offsetAt(start), textDocument.offsetAt(end)),
    )
    return [...new Map(all.map(edit => [JSON.stringify(edit), edit])).values()]
  }

  /** A closed brace lays out what it closes. */
  formatDocumentOnType(document: LangiumDocument, { position, ch }: DocumentOnTypeFormattingParams): TextEdit[] {
    const end = document.textDocument.offsetAt(position)
    if (ch !== '}') return []
    const closed = AstUtils.streamAst(document.parseResult.value).find(
      node => GrammarUtils.findNodeForKeyword(node.$cstNode, '}')?.end === end,
    )
    return closed?.$cstNode === undefined ? [] : this.within(document, closed.$cstNode.offset, end)
  }

  /** The range's edits, whole lines: what begins before the range or goes on behind it stays. */
  private within(document: LangiumDocument, start: number, end: number): TextEdit[] {
    const lineStart = document.textDocument.getText().lastIndexOf('\n', start - 1) + 1
    return this.edits(document)
      .filter(edit => edit.offset >= lineStart && edit.end <= end)
      .map(edit => textEdit(document, edit))
  }

  private edits(document: LangiumDocument): readonly Edit[] {
    const { value, lexerErrors, parserErrors } = document.parseResult
    const text = document.textDocument.getText()
    const sound = lexerErrors.length === 0 && parserErrors.length === 0
    const lay = sound ? formatTree : formatSoundParts
    return lay(text, value, this.services, { kindOf: name => this.kindOf(name) }) ?? []
  }

  private kindOf(name: string) {
    const { SymbolTable, LangiumDocuments } = this.services.shared.workspace
    const symbol = SymbolTable.find('directory', name)
    const document = symbol === undefined ? undefined : LangiumDocuments.getDocument(symbol.documentUri)
    const node =
      symbol === undefined || document === undefined
        ? undefined
        : this.services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, symbol.path)
    return isDirectoryObject(node) ? node.objectKind : undefined
  }
}

const textEdit = ({ textDocument }: LangiumDocument, { offset, end, text }: Edit): TextEdit => ({
  range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(end) },
  newText: text,
})
