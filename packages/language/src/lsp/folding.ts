import { type AstNode, AstUtils, CstUtils, GrammarUtils, type LangiumDocument } from 'langium'
import type { FoldingRangeProvider } from 'langium/lsp'
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver'

/** Folds blocks, texts over several lines, comments (one over several lines, or a run of them), and `// #region` to `// #endregion`. */
export class EntitleFoldingProvider implements FoldingRangeProvider {
  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const root = document.parseResult.value
    const blocks = AstUtils.streamAst(root).flatMap(blockFold).toArray()
    return [...blocks, ...commentAndTextFolds(root)].sort((a, b) => a.startLine - b.startLine)
  }
}

const blockFold = (node: AstNode): FoldingRange[] => {
  const open = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')
  const close = GrammarUtils.findNodeForKeyword(node.$cstNode, '}')
  if (open === undefined || close === undefined) return []
  return lines(open.range.start.line, close.range.start.line - 1)
}

const commentAndTextFolds = (root: AstNode): FoldingRange[] => {
  const folds: FoldingRange[] = []
  let run: { start: number; end: number } | undefined
  const endRun = () => {
    if (run !== undefined) folds.push(...lines(run.start, run.end, FoldingRangeKind.Comment))
    run = undefined
  }
  if (root.$cstNode === undefined) return []
  let lastLine = -1
  const regions: number[] = []
  for (const leaf of CstUtils.flattenCst(root.$cstNode)) {
    const { start, end } = leaf.range
    const mark = leaf.hidden ? /^\/\/\s*#(region|endregion)\b/.exec(leaf.text)?.[1] : undefined
    if (mark !== undefined) {
      endRun()
      const opened = mark === 'region' ? undefined : regions.pop()
      if (mark === 'region') regions.push(start.line)
      if (opened !== undefined) folds.push(...lines(opened, start.line, FoldingRangeKind.Region))
    } else if (leaf.hidden && leaf.text.startsWith('//') && start.line > lastLine) {
      if (run !== undefined && run.end === start.line - 1) run.end = start.line
      else {
        endRun()
        run = { start: start.line, end: start.line }
      }
    } else {
      endRun()
      if (leaf.hidden) folds.push(...lines(start.line, end.line, FoldingRangeKind.Comment))
      else if (leaf.text.startsWith('"""')) folds.push(...lines(start.line, end.line))
    }
    lastLine = end.line
  }
  endRun()
  return folds
}

const lines = (startLine: number, endLine: number, kind?: FoldingRangeKind): FoldingRange[] =>
  endLine > startLine ? [{ startLine, endLine, ...(kind === undefined ? {} : { kind }) }] : []
