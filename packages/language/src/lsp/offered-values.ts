import type { IToken } from 'chevrotain'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { isUnit, unitWords } from '../syntax/duration.ts'
import type { Expectation, Place } from '../syntax/expectation.ts'
import { rolesInUse, tagsInUse, writtenInPlace } from './candidates.ts'
import { offeredDates } from './dates.ts'
import { languages } from './languages.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { usualMembershipRule } from './membership-rule.ts'
import { offeredBounds } from './rule-options.ts'

/** A text as it stands in a source. */
const written = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}"`

const value = (label: string, detail?: string, sortText?: string): CompletionItem => ({
  label,
  kind: CompletionItemKind.Value,
  ...(detail === undefined ? {} : { detail }),
  ...(sortText === undefined ? {} : { sortText }),
})

const inOrder = (labels: readonly string[], detail?: string): CompletionItem[] =>
  labels.map((label, index) => value(label, detail, `0 ${String(index).padStart(2, '0')}`))

/** How long people usually say, by the statement and its property. */
const lengths: { readonly [place: string]: readonly string[] } = {
  'Offboarding.deleteAfter': ['30 days', '60 days', '90 days'],
  'AssignedAutomatically.removedAfter': ['7 days', '14 days', '30 days'],
  'Expiration.duration': ['180 days', '365 days', '90 days', '30 days', '8 hours'],
  'Within.duration': ['14 days', '7 days', '3 days'],
  'Escalation.after': ['9 days', '5 days', '2 days'],
  'OpenFor.duration': ['14 days', '21 days', '30 days'],
  'Inactive.duration': ['90 days', '30 days'],
  'ExpirationTrait.most': ['90 days', '180 days', '365 days', '30 days'],
}

/** Whole ends of statements that begin with a number. */
const counts: { readonly [place: string]: readonly string[] } = {
  'OnCall.days': ['14 days before expiry call', '1 day before expiry call'],
  'Manager.level': ['2', '3', '1', '4'],
  'Ending.times': ['4 times', '2 times', '12 times'],
  'ApprovalTrait.stages': ['2 stages', '3 stages'],
}

/** Values to offer where the grammar expects one that isn't a name of a declaration. */
export const offeredValues = (
  expectation: Expectation,
  tokens: readonly IToken[],
  services: EntitleLspServices,
): CompletionItem[] => {
  const { terminal, property, rule, outer } = expectation
  const place = `${rule}.${property}`
  if (terminal === 'DATE')
    return offeredDates(services.editor.Today.now()).map(({ date, what }, index) => value(date, what, `0 ${index}`))
  if (rule === 'BoundOption') return inOrder(offeredBounds(expectation, tokens, services.editor.Rules))
  if (terminal === 'NUMBER')
    return inOrder(counts[place] ?? (rule === 'Duration' ? (lengths[nameOf(outer)] ?? []) : []))
  if (terminal === 'TEXT') return texts(expectation, tokens, services)
  if (terminal !== 'ID') return []
  if (property === 'rule') return services.editor.Rules.names.map(name => value(name, 'rule'))
  if (property === 'tags' || place === 'Tags.names') return tagsInUse(services).map(tag => value(tag, 'tag'))
  return place === 'Duration.unit' ? units(tokens.at(-1)?.image) : []
}

const nameOf = (place: Place | undefined): string => (place === undefined ? '' : `${place.rule}.${place.property}`)

const texts = (
  { rule, property, outer }: Expectation,
  tokens: readonly IToken[],
  services: EntitleLspServices,
): CompletionItem[] => {
  if ((rule === 'Grant' || rule === 'GrantsTrait' || rule === 'PairSide') && property === 'role')
    return rolesInUse(services).map(({ name, about }) => value(written(name), about))
  if (rule === 'AssignedAutomatically') return [value(written(usualMembershipRule), 'members of a department')]
  if (rule === 'Translation' && property === 'language')
    return languages.map(([tag, name]) => value(written(tag), name))
  if (property === 'value' && (rule === 'ObjectUse' || rule === 'Exclusion') && outer !== undefined) {
    const sort = tokens.at(-1)?.image ?? ''
    return writtenInPlace(sort, services).map(name => value(written(name), sort))
  }
  return []
}

/** `day` after 1, `days` after any other number. */
const units = (amount: string | undefined): CompletionItem[] =>
  inOrder(
    ['day', 'week', 'hour']
      .flatMap(one => unitWords.filter(unit => isUnit(unit) && unit.startsWith(one)))
      .filter(unit => unit.endsWith('s') === (amount !== '1')),
  )
