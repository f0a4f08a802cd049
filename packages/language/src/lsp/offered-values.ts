import type { IToken } from 'chevrotain'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { isUnit, unitWords } from '../syntax/duration.ts'
import type { Expectation } from '../syntax/expectation.ts'
import { rolesInUse, tagsInUse } from './candidates.ts'
import { offeredDates } from './dates.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** A text as it stands in a source. */
const written = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}"`

const value = (label: string, detail?: string, sortText?: string): CompletionItem => ({
  label,
  kind: CompletionItemKind.Value,
  ...(detail === undefined ? {} : { detail }),
  ...(sortText === undefined ? {} : { sortText }),
})

const lengths: { readonly [rule: string]: readonly string[] } = {
  Expiration: ['180 days', '365 days', '90 days', '30 days', '8 hours'],
  Within: ['14 days', '7 days', '3 days'],
  Escalation: ['9 days', '5 days', '2 days'],
  OpenFor: ['14 days', '21 days', '30 days'],
  Inactive: ['90 days', '30 days'],
}

/** Values to offer where the grammar expects one that isn't a name of a declaration. */
export const offeredValues = (
  { terminal, property, rule }: Expectation,
  tokens: readonly IToken[],
  services: EntitleLspServices,
): CompletionItem[] => {
  if (terminal === 'DATE')
    return offeredDates(services.editor.Today.now()).map(({ date, what }, index) => value(date, what, `0 ${index}`))
  if (terminal === 'NUMBER' && property === 'amount' && rule === 'Duration') return durations(tokens)
  if (terminal === 'TEXT' && property === 'role')
    return rolesInUse(services).map(({ name, about }) => value(written(name), about))
  if (terminal !== 'ID') return []
  if (property === 'rule') return services.editor.Rules.names.map(name => value(name, 'rule'))
  if (property === 'tags' || (property === 'names' && rule === 'Tags'))
    return tagsInUse(services).map(tag => value(tag, 'tag'))
  if (property === 'unit' && rule === 'Duration') return units(tokens.at(-1)?.image)
  if (property === 'unit' && rule === 'BoundOption') return ['days', 'stages'].map(unit => value(unit))
  if (property === 'word' && rule === 'BoundOption')
    return ['weekly', 'monthly', 'quarterly', 'biannually', 'annually'].map(word => value(word))
  return []
}

/** By the word before: `within`, `after`, `for`. */
const durations = (tokens: readonly IToken[]): CompletionItem[] => {
  const [before, last] = [tokens.at(-2)?.image, tokens.at(-1)?.image]
  const rule =
    last === 'within'
      ? 'Within'
      : before === 'expires'
        ? 'Expiration'
        : before === 'open'
          ? 'OpenFor'
          : before === 'inactive'
            ? 'Inactive'
            : 'Escalation'
  return (lengths[rule] ?? []).map((length, index) => value(length, undefined, `0 ${index}`))
}

/** `day` after 1, `days` after any other number. */
const units = (amount: string | undefined): CompletionItem[] =>
  unitWords.filter(unit => isUnit(unit) && unit.endsWith('s') === (amount !== '1')).map(unit => value(unit))
