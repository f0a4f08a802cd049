import type { Finding } from '@entitle/graph'
import type { Element, Program, WaiverElement } from '../resolve/program.ts'
import type { WaiverEntry, WaiverState } from './report.ts'
import type { Whereabouts } from './where.ts'

/** Every waiver of the sources, those that end first before others; without an end last. */
export const waiverRegister = (program: Program, findings: readonly Finding[], where: Whereabouts): WaiverEntry[] =>
  elementsOf(program)
    .flatMap(({ waivers }) => waivers)
    .map(waiver => entryOf(waiver, findings, where))
    .toSorted((a, b) => inOrder(a.until ?? '9999', b.until ?? '9999') || inOrder(a.where, b.where))

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const entryOf = (
  { rule, until, because, range }: WaiverElement,
  findings: readonly Finding[],
  where: Whereabouts,
): WaiverEntry => ({
  rule,
  where: where.around(range),
  ...(until === undefined ? {} : { until }),
  ...(because === undefined ? {} : { because }),
  state: stateOf(range, findings),
  file: range.uri,
  line: range.start.line + 1,
})

const states: { readonly [rule: string]: WaiverState } = {
  'undated-waiver': 'incomplete',
  'expired-waiver': 'expired',
  'unused-waiver': 'unused',
}

/** What the rules on waivers found of it. */
const stateOf = ({ uri, start }: WaiverElement['range'], findings: readonly Finding[]): WaiverState => {
  const found = findings.find(
    ({ rule, place }) =>
      Object.hasOwn(states, rule) &&
      place.kind === 'source' &&
      place.range.uri === uri &&
      place.range.start.line === start.line &&
      place.range.start.character === start.character,
  )
  return (found && states[found.rule]) ?? 'active'
}

const elementsOf = (program: Program): readonly Element[] => [
  ...program.tenants,
  ...program.organizations,
  ...program.templates,
  ...program.reviews,
  ...program.catalogs.flatMap(catalog => [
    catalog,
    ...catalog.packages.flatMap(element => [element, ...element.policies]),
  ]),
]
