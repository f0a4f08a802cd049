import type { Fix } from '@entitle/graph'
import type { PackageElement, PairElement, PairSide, Program, Requestable } from '../resolve/program.ts'
import { sharesPeople } from './audience.ts'
import { calledIn, excludes, standsBefore } from './between-packages.ts'
import { defineRule, type RuleContext } from './define-rule.ts'
import { addStatement } from './edit.ts'

export const conflictingGrants = defineRule({
  name: 'conflicting-grants',
  finds: 'two packages that a standard lists as conflicting, for the same people, and not declared incompatible',
  why: 'Who may order, approve and pay alone needs nobody else to steal.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-incompatible',
  severity: { recommended: 'off', strict: 'warning' },
  pairs: true,
  element: 'package',
  check(element, context) {
    const inside = context.pairs.find(({ sides: [left, right] }) => isOn(left, element) && isOn(right, element))
    if (inside !== undefined) {
      both(element, inside, context)
      return
    }
    const conflicts = new Map(context.pairs.flatMap(pair => conflictsBy(pair, element, context)))
    if (conflicts.size > 0) against(element, conflicts, context)
  },
})

/** Whether the package is this side of a pair, or grants it. */
const isOn = (side: PairSide, element: PackageElement): boolean =>
  side.side === 'package'
    ? side.package === element
    : element.grants.some(({ role, resource }) => role === side.role && resource.object === side.resource)

const packagesOn = (side: PairSide, { grantersOf }: RuleContext): readonly PackageElement[] =>
  side.side === 'package' ? [side.package] : grantersOf(side.resource, side.role)

const both = ({ displayName, nameRange }: PackageElement, pair: PairElement, { report }: RuleContext) =>
  report({
    message: `Package "${displayName}" alone gives people both of what the standard lists as conflicting. Split it in two packages that exclude each other.`,
    range: nameRange,
    related: [listed(pair)],
  })

/** Earlier packages that conflict with this one by a pair: of two the later one is found. */
const conflictsBy = (
  pair: PairElement,
  element: PackageElement,
  context: RuleContext,
): (readonly [PackageElement, PairElement])[] => {
  const [left, right] = pair.sides
  const others = isOn(left, element) ? right : isOn(right, element) ? left : undefined
  if (others === undefined) return []
  return packagesOn(others, context)
    .filter(other => other !== element && standsBefore(other, element))
    .filter(other => !excludes(element, other) && !excludes(other, element))
    .filter(other => forTheSame(element, other, context.program))
    .map(other => [other, pair])
}

const against = (
  element: PackageElement,
  conflicts: ReadonlyMap<PackageElement, PairElement>,
  { report }: RuleContext,
) => {
  const others = [...conflicts.keys()]
  const names = [...others, element].map(({ displayName }) => `"${displayName}"`)
  report({
    message: `The same people may request package ${names.at(-1)} and ${names.length > 2 ? 'packages' : 'package'} ${names.slice(0, -1).join(', ')}, which the standard lists as conflicting. Let them exclude each other.`,
    range: element.nameRange,
    related: [
      ...others.slice(0, mostOthers).map(({ displayName, nameRange }) => ({
        place: { kind: 'source' as const, range: nameRange },
        message: `Package "${displayName}" stands here.`,
      })),
      ...[...new Set(conflicts.values())].slice(0, mostOthers).map(listed),
    ],
    fixes: excludeEachOther(element, others),
  })
}

/** Of many that conflict a finding points to so many. */
const mostOthers = 8

const listed = ({ range }: PairElement) => ({
  place: { kind: 'source' as const, range },
  message: 'The standard lists them here.',
})

const forTheSame = (a: PackageElement, b: PackageElement, program: Program): boolean =>
  requestorsOf(a).some(one => requestorsOf(b).some(other => sharesPeople(one, other, program)))

const requestorsOf = ({ policies }: PackageElement): readonly Requestable[] =>
  policies.flatMap(({ terms }) => terms.requestable?.value ?? [])

const excludeEachOther = (element: PackageElement, others: readonly PackageElement[]): Fix[] => {
  const own = calledIn(element, element)
  const names = others.flatMap(other => calledIn(other, element) ?? [])
  if (own === undefined || names.length < others.length) return []
  return [
    {
      title: `Let ${element.name} and ${names.join(', ')} exclude each other`,
      safe: true,
      edits: [
        addStatement(element.block, [`incompatible with ${names.join(', ')}`]),
        ...others.map(other => addStatement(other.block, [`incompatible with ${calledIn(element, other)}`])),
      ],
    },
  ]
}
