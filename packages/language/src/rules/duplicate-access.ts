import type { PackageElement, Requestable } from '../resolve/program.ts'
import { takesAll } from '../resolve/takes-all.ts'
import { excludes, standsBefore } from './between-packages.ts'
import { defineRule } from './define-rule.ts'

export const duplicateAccess = defineRule({
  name: 'duplicate-access',
  finds: 'a package whose grants are all contained in another package of the catalog for the same requestors',
  why: 'Two ways to the same access are two approvals and two reviews to keep alike, and people ask for the wrong one.',
  source: 'https://learn.microsoft.com/entra/id-governance/best-practices-secure-id-governance',
  severity: { recommended: 'info', strict: 'warning' },
  element: 'package',
  check(element, { grantersOf, report }) {
    // What a package grants last is what it alone grants, often.
    const last = element.grants.at(-1)
    const others = last === undefined ? [] : grantersOf(last.resource.object, last.role)
    if (others.length < 2) return
    const audience = audienceOf(element)
    if (audience === undefined) return
    const wider = others.find(other => contains(other, element, audience))
    if (wider === undefined) return
    report({
      message: `Everything that package "${element.displayName}" grants, package "${wider.displayName}" grants the same people too. Leave one of the two out, or let others request it.`,
      range: element.nameRange,
      related: [
        {
          place: { kind: 'source', range: wider.nameRange },
          message: `Package "${wider.displayName}" grants all of it.`,
        },
      ],
    })
  },
})

/** Who may request a package; undefined where it is only assigned, or assigned by a rule too: who gets it then the sources don't show. */
const audienceOf = ({ policies }: PackageElement): readonly Requestable[] | undefined => {
  if (policies.some(({ terms }) => terms.automatic !== undefined)) return undefined
  const requestors = policies
    .flatMap(({ terms }) => terms.requestable?.value ?? [])
    .filter(({ who }) => who !== 'no one')
  return requestors.length === 0 ? undefined : requestors
}

const contains = (wide: PackageElement, narrow: PackageElement, audience: readonly Requestable[]): boolean => {
  if (wide === narrow || wide.catalog !== narrow.catalog || !grantsAll(wide, narrow)) return false
  if (excludes(wide, narrow) || excludes(narrow, wide)) return false
  const others = audienceOf(wide)
  if (others === undefined || !takesEach(others, audience)) return false
  // Of two that are the same, the later one is too many.
  return !grantsAll(narrow, wide) || !takesEach(audience, others) || standsBefore(wide, narrow)
}

const grantsAll = ({ grants: all }: PackageElement, { grants }: PackageElement): boolean =>
  grants.every(({ role, resource }) =>
    all.some(other => other.role === role && other.resource.object === resource.object),
  )

const takesEach = (wide: readonly Requestable[], narrow: readonly Requestable[]): boolean =>
  narrow.every(each => wide.some(other => takesAll(other, each)))
