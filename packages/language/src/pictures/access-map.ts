import { minutesInWords, momentInWords } from '../printing/duration-words.ts'
import { counted } from '../printing/fields.ts'
import type { CatalogElement, DirectoryElement, PackageElement, PolicyElement, Terms } from '../resolve/program.ts'
import { type Audience, audiencesOf } from './audience.ts'
import type { Arrow, Box, Picture } from './picture.ts'

const sorts = {
  group: 'group',
  servicePrincipal: 'application',
  site: 'SharePoint site',
  user: 'user',
} as const

/** Who may get which packages of the catalogs, by which policies, and what they give. */
export const accessMap = (catalogs: readonly CatalogElement[], title = 'Access map'): Picture => {
  const packages = catalogs.flatMap(catalog => catalog.packages)
  const ids = new Map(packages.map((each, index) => [each, `k${index + 1}`]))
  const idOf = (each: PackageElement) => ids.get(each) ?? ''
  const who = gathered(
    packages.flatMap(each =>
      each.policies.flatMap(policy =>
        audiencesOf(policy.terms).map(audience => ({ key: audience.id, value: audience, by: { policy, at: each } })),
      ),
    ),
  )
  const what = gathered(
    packages.flatMap(each =>
      each.grants.map(({ role, resource: { object } }) => ({
        key: `${object.kind} ${object.displayName}`,
        value: object,
        by: { role, at: each },
      })),
    ),
  )
  const near = <T>(uses: readonly { readonly at: PackageElement; readonly use: T }[]) =>
    uses.reduce((sum, { at }) => sum + packages.indexOf(at), 0) / uses.length
  const people = who.toSorted((a, b) => near(placed(a.by)) - near(placed(b.by)))
  const resources = what.toSorted((a, b) => near(placed(a.by)) - near(placed(b.by)))
  return {
    title,
    columns: [
      { groups: [{ boxes: people.map(({ value }, index) => audienceBox(value, `a${index + 1}`)) }] },
      {
        groups: catalogs
          .filter(catalog => catalog.packages.length > 0)
          .map(catalog => ({
            heading: catalog.displayName,
            boxes: catalog.packages.map(each => packageBox(each, idOf(each))),
          })),
      },
      { groups: [{ boxes: resources.map(({ value }, index) => resourceBox(value, `r${index + 1}`)) }] },
    ].filter(({ groups }) => groups.some(({ boxes }) => boxes.length > 0)),
    arrows: [
      ...people.flatMap(({ by }, index) =>
        merged(by.map(({ policy, at }) => ({ from: `a${index + 1}`, to: idOf(at), label: policy.displayName }))),
      ),
      ...resources.flatMap(({ by }, index) =>
        merged(by.map(({ role, at }) => ({ from: idOf(at), to: `r${index + 1}`, label: role }))),
      ),
    ],
  }
}

const placed = <T extends { readonly at: PackageElement }>(by: readonly T[]) => by.map(use => ({ at: use.at, use }))

interface Gathered<V, B> {
  readonly value: V
  readonly by: readonly B[]
}

/** Each value once, with all its uses. */
const gathered = <V, B>(all: readonly { readonly key: string; readonly value: V; readonly by: B }[]) => {
  const found = new Map<string, { readonly value: V; readonly by: B[] }>()
  for (const { key, value, by } of all) {
    const known = found.get(key)
    if (known === undefined) found.set(key, { value, by: [by] })
    else known.by.push(by)
  }
  return [...found.values()] as readonly Gathered<V, B>[]
}

/** One arrow where several go the same way. */
const merged = (arrows: readonly Required<Arrow>[]): readonly Arrow[] => {
  const labels = new Map<string, Set<string>>()
  for (const { to, label } of arrows) labels.set(to, (labels.get(to) ?? new Set()).add(label))
  const [first] = arrows
  return first === undefined
    ? []
    : [...labels].map(([to, all]) => {
        const [{ from } = first] = arrows.filter(arrow => arrow.to === to)
        return { from, to, label: [...all].join(', ') }
      })
}

const audienceBox = ({ title, lines }: Audience, id: string): Box => ({ id, kind: 'people', title, lines })

const resourceBox = ({ kind, displayName, range }: DirectoryElement, id: string): Box => ({
  id,
  kind: 'resource',
  title: displayName,
  lines: [sorts[kind]],
  range,
})

const packageBox = ({ displayName, hidden, policies, range }: PackageElement, id: string): Box => ({
  id,
  kind: 'package',
  title: displayName,
  lines: [...(hidden ? ['hidden'] : []), ...(policies.length === 0 ? ['nobody can get it'] : policies.map(inShort))],
  range,
})

const inShort = ({ displayName, terms }: PolicyElement): string =>
  `${displayName}: ${[approvalOf(terms), endOf(terms), reviewOf(terms)].join(', ')}`

const approvalOf = ({ automatic, approval }: Terms): string => {
  if (automatic !== undefined) return 'automatic'
  return approval?.value.required === true ? counted(approval.value.stages.length, 'approval') : 'no approval'
}

const endOf = ({ expiration, automatic }: Terms): string => {
  if (automatic !== undefined) return 'while it matches'
  if (expiration === undefined || expiration.value.expires === 'never') return 'no end'
  return expiration.value.expires === 'after'
    ? minutesInWords(expiration.value.minutes)
    : `until ${momentInWords(expiration.value.date)}`
}

const reviewOf = ({ review }: Terms): string =>
  review === undefined ? 'no review' : `reviewed ${review.value.frequency}`
