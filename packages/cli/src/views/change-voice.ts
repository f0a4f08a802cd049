import type { Happening } from '@entitle/graph'
import type { Paint } from './paint.ts'

/** How a tree of changes is told: as what a plan would do, or as how the tenant drifted from what is declared. */
export interface ChangeVoice {
  symbol(happening: Happening, paint: Paint): string
  /** Behind the name of an object, where the symbol alone doesn't say it. */
  note(happening: Happening, restOfKind: string): string
  /** True where a property's declared value stands before the tenant's. */
  readonly declaredFirst: boolean
  /** True where objects inside a new object are only counted. */
  readonly counts: boolean
}

/** `+` is made, `~` is changed, `-` is deleted, `±` is removed and made anew, `?` is not managed. */
export const planVoice = (prune: boolean): ChangeVoice => ({
  symbol: (what, paint) =>
    ({
      create: paint.green('+'),
      update: paint.yellow('~'),
      delete: paint.red('-'),
      replace: paint.yellow('±'),
      unmanaged: paint.dim('?'),
      inside: paint.dim('~'),
    })[what],
  note: what => {
    if (what === 'unmanaged') return prune ? ': not declared; kept' : ': not declared; --prune would delete it'
    return what === 'replace' ? ': removed and made anew' : ''
  },
  declaredFirst: false,
  counts: true,
})

/** `-` is missing from the tenant, `~` differs there, `?` is there and not declared. */
export const driftVoice: ChangeVoice = {
  symbol: (what, paint) =>
    ({
      create: paint.red('-'),
      update: paint.yellow('~'),
      delete: paint.dim('?'),
      replace: paint.yellow('~'),
      unmanaged: paint.dim('?'),
      inside: paint.dim('~'),
    })[what],
  note: what => {
    if (what === 'create') return ': declared, not in the tenant'
    if (what === 'replace') return ': not as declared'
    return what === 'unmanaged' || what === 'delete' ? ': in the tenant, not declared' : ''
  },
  declaredFirst: true,
  counts: true,
}
