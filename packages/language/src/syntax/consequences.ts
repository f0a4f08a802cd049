import type { Finding } from '@entitle/graph'
import type { AstNode, LangiumDocument } from 'langium'
import { isModel, isPackage } from '../generated/ast.ts'
import { declarationsIn, statementsIn } from './nodes.ts'

/** Findings about something that isn't there: where a part can't be read, it may be that part. */
const absences = new Set([
  'tenant-without-identity',
  'review-without-reviewers',
  'package-without-catalog',
  'extension-without-approver',
  'empty-block',
])

/** Less what follows from a mistake of syntax on the same line of the file, whichever file says it. */
export const withoutConsequences = (findings: readonly Finding[]): readonly Finding[] => {
  const broken = new Set(findings.flatMap(finding => (finding.rule === 'syntax' ? [lineOf(finding)] : [])))
  return broken.size === 0
    ? findings
    : findings.filter(
        finding => finding.rule === 'syntax' || finding.severity === 'hint' || !broken.has(lineOf(finding)),
      )
}

/** Whether a finding follows from a mistake of syntax in the declaration that it finds incomplete. */
export const followsFrom = (
  documents: readonly LangiumDocument[],
  syntax: readonly Finding[],
): ((finding: Finding) => boolean) => {
  if (syntax.length === 0) return () => false
  const broken = documents.flatMap(document => brokenDeclarations(document, syntax))
  return finding => finding.severity !== 'hint' && absences.has(finding.rule) && broken.some(isWithin(finding))
}

interface Stretch {
  readonly uri: string
  readonly from: number
  readonly to: number
}

const lineOf = ({ place }: Finding): number => (place.kind === 'source' ? place.range.start.line : -1)
const uriOf = ({ place }: Finding): string => (place.kind === 'source' ? place.range.uri : '')

const isWithin =
  (finding: Finding) =>
  ({ uri, from, to }: Stretch): boolean =>
    uri === uriOf(finding) && from <= lineOf(finding) && lineOf(finding) <= to

const brokenDeclarations = (document: LangiumDocument, syntax: readonly Finding[]): Stretch[] => {
  const uri = document.uri.toString()
  const mistakes = syntax.filter(finding => uriOf(finding) === uri)
  if (mistakes.length === 0) return []
  const isBroken = (stretch: Stretch) => mistakes.some(finding => isWithin(finding)(stretch))
  return wholesIn(document).flatMap(({ whole, parts }) => {
    const inner = parts.flatMap(part => stretchOf(uri, part)).filter(isBroken)
    return inner.length > 0 ? inner : stretchOf(uri, whole).filter(isBroken)
  })
}

interface Whole {
  readonly whole: AstNode
  readonly parts: readonly AstNode[]
}

/** Declarations with the packages in their blocks: what is wrong in one package says nothing of the next. */
const wholesIn = (document: LangiumDocument): readonly Whole[] => {
  const { value: root } = document.parseResult
  if (!isModel(root)) return [{ whole: root, parts: [] }]
  return declarationsIn(document).map(whole => ({
    whole,
    parts: whole.$type === 'Catalog' ? statementsIn(document, whole).filter(isPackage) : [],
  }))
}

const stretchOf = (uri: string, { $cstNode: cst }: AstNode): readonly Stretch[] =>
  cst === undefined ? [] : [{ uri, from: cst.range.start.line, to: cst.range.end.line }]
