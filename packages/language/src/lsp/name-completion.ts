import type { IToken } from 'chevrotain'
import { type AstNode, AstUtils, type LangiumDocument } from 'langium'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { isCatalog, isPackage, isWorkflow } from '../generated/ast.ts'
import type { Expectation } from '../syntax/expectation.ts'
import { type Candidate, candidates, sortOf, wantedSorts } from './candidates.ts'
import { type Cursor, nodeAround } from './cursor.ts'
import { documentedNode } from './item-documentation.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** Names of declarations that fit where a reference is expected: by kind, sort and trigger, less what the list names already. */
export const offeredNames = (
  expectation: Expectation,
  document: LangiumDocument,
  cursor: Cursor,
  tokens: readonly IToken[],
  services: EntitleLspServices,
): CompletionItem[] => {
  const { reference = '' } = expectation
  const qualifier = tokens.at(-1)?.image === '.' ? `${tokens.at(-2)?.image ?? ''}.` : ''
  const sorts = wantedSorts(expectation)
  const listed = listedBefore(tokens)
  const from = nodeAround(document, cursor.start)
  const itself = declarationAround(from, reference)
  const inCatalog = expectation.outer?.rule === 'Grant' ? resourcesAround(from) : undefined
  const fits = ({ name, description }: Candidate): boolean => {
    if (listed.has(qualifier + name)) return false
    const node = nodeOf(description, services)
    if (node !== undefined && node === itself) return false
    if (isWorkflow(node)) return takesEvent(node, tokens)
    return (
      description.type !== 'DirectoryObject' ||
      sorts === undefined ||
      sorts.includes(sortOf(description, services) ?? '')
    )
  }
  return candidates(reference, from, qualifier, services)
    .filter(fits)
    .map(candidate => {
      const { name, description } = candidate
      const node = nodeOf(description, services)
      return {
        label: name,
        kind: CompletionItemKind.Reference,
        detail: displayNameOf(node) ?? description.type,
        sortText: `${inCatalog?.has(name) === true ? '0' : '1'} ${name}`,
        data: documentedNode(document, description),
      }
    })
}

/** The names that stand in the list before its last comma: `owners anna, desk, `. */
const listedBefore = (tokens: readonly IToken[]): ReadonlySet<string> => {
  const names = new Set<string>()
  let at = tokens.length - 1
  while (tokens[at]?.image === ',') {
    const last = tokens[at - 1]?.image ?? ''
    const qualified = tokens[at - 2]?.image === '.'
    names.add(qualified ? `${tokens[at - 3]?.image}.${last}` : last)
    at -= qualified ? 4 : 2
    if (tokens[at]?.image !== ',') at -= 1 // `group "Contractors", `: a word and its text
  }
  return names
}

/** What can't name itself: a template that follows itself, a standard that extends itself, a package that excludes itself. */
const declarationAround = (from: AstNode, reference: string): AstNode | undefined => {
  const wanted = reference === 'Excludable' ? 'Package' : reference
  return wanted === 'PolicyTemplate' || wanted === 'Standard' || wanted === 'Package'
    ? AstUtils.getContainerOfType(from, (node): node is AstNode => node.$type === wanted)
    : undefined
}

/** The resources of the catalog around, of which a package grants roles. */
const resourcesAround = (from: AstNode): ReadonlySet<string> | undefined => {
  const owner = AstUtils.getContainerOfType(from, isPackage)
  const catalog = AstUtils.getContainerOfType(from, isCatalog) ?? owner?.catalog?.ref
  if (catalog === undefined) return undefined
  return new Set(
    catalog.statements.flatMap(statement =>
      statement.$type === 'Resources' ? statement.objects.map(({ target }) => target?.$refText ?? '') : [],
    ),
  )
}

/**
 * A workflow `on request` is called when something happens to a request or its assignment, one `on assignment` before an assignment ends:
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-logic-apps-integration
 */
const takesEvent = (node: AstNode, tokens: readonly IToken[]): boolean => {
  const trigger = isWorkflow(node) ? node.statements.find(({ $type }) => $type === 'WorkflowTrigger') : undefined
  if (trigger === undefined || !('value' in trigger)) return true
  return (trigger.value === 'assignment') === (tokens.at(-2)?.image === 'expiry')
}

const nodeOf = (description: Candidate['description'], services: EntitleLspServices): AstNode | undefined => {
  const document = services.shared.workspace.LangiumDocuments.getDocument(description.documentUri)
  return document === undefined
    ? description.node
    : services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, description.path)
}

const displayNameOf = (node: AstNode | undefined): string | undefined =>
  node !== undefined && 'displayName' in node && typeof node.displayName === 'string' ? node.displayName : undefined
