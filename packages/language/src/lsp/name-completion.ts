import type { IToken } from 'chevrotain'
import { type AstNode, AstUtils, type LangiumDocument } from 'langium'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { isCatalog, isPackage, isWorkflow } from '../generated/ast.ts'
import type { Expectation } from '../syntax/expectation.ts'
import { type Candidate, candidates, sortOf, wantedSorts } from './candidates.ts'
import { type Cursor, nodeAround } from './cursor.ts'
import { documentedNode } from './item-documentation.ts'
import { holdsLetters } from './letters.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** So many names are offered at a time where more fit; whoever goes on typing is offered those that fit still. */
export const mostNames = 1_000

/** Names to offer. */
export interface OfferedNames {
  readonly items: CompletionItem[]
  /** Other names fit as well, and come when more is typed. */
  readonly incomplete: boolean
}

/** Names of declarations that fit where a reference is expected: by kind, sort and trigger, less what the list names already. */
export const offeredNames = (
  expectation: Expectation,
  document: LangiumDocument,
  cursor: Cursor,
  tokens: readonly IToken[],
  services: EntitleLspServices,
): OfferedNames => {
  const { reference = '' } = expectation
  const qualifier = tokens.at(-1)?.image === '.' ? `${tokens.at(-2)?.image ?? ''}.` : ''
  const sorts = wantedSorts(expectation)
  const listed = listedBefore(tokens)
  const from = nodeAround(document, cursor.start)
  const itself = declarationAround(from, reference)
  const inCatalog = expectation.outer?.rule === 'Grant' ? resourcesAround(from) : undefined
  const fits = ({ name, description }: Candidate): boolean => {
    if (listed.has(qualifier + name)) return false
    const { node } = description
    if (node !== undefined && node === itself) return false
    if (isWorkflow(node)) return takesEvent(node, tokens)
    return description.type !== 'DirectoryObject' || sorts === undefined || sorts.includes(sortOf(description) ?? '')
  }
  const isNear = ({ name }: Candidate) => inCatalog?.has(name) === true
  const fitting = candidates(reference, from, qualifier, services).filter(fits)
  const chosen = likeliest(fitting, cursor.prefix, isNear)
  return {
    items: chosen.map(candidate => {
      const { name, description } = candidate
      return {
        label: name,
        kind: CompletionItemKind.Reference,
        detail: displayNameOf(description.node) ?? description.type,
        sortText: `${isNear(candidate) ? '0' : '1'} ${name}`,
        data: documentedNode(document, description),
      }
    }),
    incomplete: chosen.length < fitting.length,
  }
}

/**
 * Of more names than anybody reads those that go on with what is typed, each of them, then those that hold its letters in their order, as editors
 * choose among them; with nothing typed those that are near.
 */
const likeliest = (
  all: readonly Candidate[],
  typed: string,
  isNear: (candidate: Candidate) => boolean,
): readonly Candidate[] => {
  if (all.length <= mostNames) return all
  const first: Candidate[] = []
  const others: Candidate[] = []
  const word = typed.toLowerCase()
  for (const candidate of all) {
    const isFirst = word === '' ? isNear(candidate) : candidate.name.toLowerCase().startsWith(word)
    if (isFirst) first.push(candidate)
    else if (holdsLetters(candidate.name, word)) others.push(candidate)
  }
  return [...first, ...others.slice(0, Math.max(0, mostNames - first.length))]
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

const displayNameOf = (node: AstNode | undefined): string | undefined =>
  node !== undefined && 'displayName' in node && typeof node.displayName === 'string' ? node.displayName : undefined
