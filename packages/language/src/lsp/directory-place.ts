import type { DirectoryKind, NameQuery } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import type { Expectation } from '../syntax/expectation.ts'
import { textValue } from '../syntax/text-value.ts'

/** Which names of a directory a text takes, and of which tenant. */
export interface DirectoryPlace {
  readonly query: NameQuery
  /** The declared tenant whose directory is meant; else the one that is selected. */
  readonly tenant?: string
  /** What is written behind the name to say by its id which of several objects is meant, where that may stand there. */
  readonly pin?: (id: string) => string
}

/** What stands around a text. */
export interface Around {
  readonly before: readonly IToken[]
  /** The next few tokens; undefined where the text is not closed, or not begun. */
  readonly after: readonly IToken[] | undefined
  /** What is typed of it. */
  readonly typed: string
}

const kinds: { readonly [word: string]: DirectoryKind } = {
  user: 'user',
  group: 'group',
  app: 'servicePrincipal',
  site: 'site',
}

/** What the directory is asked for at a text; `applicationCalled` gives the display name of an application that is declared. */
export const directoryPlace = (
  place: Expectation | undefined,
  { before, after, typed }: Around,
  applicationCalled: (name: string) => string | undefined,
): DirectoryPlace | undefined => {
  const of = (word: string | undefined, more: Omit<DirectoryPlace, 'query'> = {}): DirectoryPlace | undefined => {
    const kind = kinds[word ?? '']
    return kind === undefined ? undefined : { query: { kind, prefix: typed }, ...more }
  }
  const next = after?.[0]?.image
  switch (`${place?.rule}.${place?.property}`) {
    case 'ObjectUse.value':
    case 'Exclusion.value':
      return of(before.at(-1)?.image)
    case 'AppUse.value':
      return of('app')
    case 'DirectoryObject.displayName':
      return of(before.at(-2)?.image, after === undefined || next === '{' ? {} : { pin: id => ` { id "${id}" }` })
    case 'InTenant.value': {
      const tenant = before.at(-1)?.image ?? ''
      return of(before[0]?.image, {
        tenant,
        ...(after === undefined || next === 'id' ? {} : { pin: id => ` id "${id}"` }),
      })
    }
    case 'Grant.role':
    case 'GrantsTrait.role':
    case 'PairSide.role': {
      const app = applicationIn(after ?? [], applicationCalled)
      return app === undefined ? undefined : { query: { kind: 'role', of: app, prefix: typed } }
    }
    default:
      return undefined
  }
}

/** The display name of the application that a role is of: `of app "CRM"`, `in crm`. */
const applicationIn = (
  [preposition, first, second]: readonly IToken[],
  applicationCalled: (name: string) => string | undefined,
): string | undefined => {
  if ((preposition?.image !== 'of' && preposition?.image !== 'in') || first === undefined) return undefined
  if (first.image === 'app' && second?.image.startsWith('"') === true) return textValue(second.image)
  return applicationCalled(first.image)
}
