import type { Fix } from '@entitle/graph'
import type { Excluded, PackageElement, Trait } from '../../resolve/program.ts'
import { addStatement } from '../edit.ts'
import { patternIn } from '../pattern.ts'
import { listInSource } from '../source-words.ts'
import { isSameExcluded, isSameObject, orList } from './object-words.ts'
import { type Place, type Verdict, verdict } from './verdict.ts'

type Of<T extends Trait['trait']> = Extract<Trait, { readonly trait: T }>

const placeOf = (element: PackageElement): Omit<Place, 'is'> => ({
  subject: `Package "${element.displayName}"`,
  range: element.nameRange,
})

const adding = (element: PackageElement, statement: string, safe: boolean): readonly Fix[] => [
  { title: `Add ${statement}`, safe, edits: [addStatement(element.block, [statement])] },
]

export const grants = (element: PackageElement, trait: Of<'grants'>): Verdict => {
  const pattern = trait.pattern === undefined ? undefined : patternIn(trait.pattern)
  const fitting = element.grants.filter(
    ({ role, resource: { object } }) =>
      (trait.role === undefined || trait.role.toLowerCase() === role.toLowerCase()) &&
      (trait.pattern === undefined || pattern?.test(role) === true) &&
      (trait.kind === undefined || trait.kind === object.kind) &&
      (trait.resource === undefined || isSameObject(trait.resource.object, object)),
  )
  const place = placeOf(element)
  const [first, ...others] = fitting.map(
    ({ role, resource: { object }, range }): Place => ({
      ...place,
      range,
      is: `grants "${role}" ${object.kind === 'group' ? 'of' : 'in'} ${object.displayName}`,
    }),
  )
  return first === undefined
    ? { lacking: { ...place, is: 'grants nothing of that kind' } }
    : { holds: [first, ...others] }
}

export const isTagged = (element: PackageElement, { tags }: Of<'tag'>): Verdict => {
  const worn = tags.find(tag => element.tags.includes(tag))
  return verdict(
    worn !== undefined,
    placeOf(element),
    [`has the tag ${worn}`, tags.length === 1 ? `doesn’t have the tag ${tags[0]}` : `has no tag ${orList(tags)}`],
    tags.length === 1 && element.tags.length === 0 ? adding(element, `tags ${tags[0]}`, false) : [],
  )
}

export const isHidden = (element: PackageElement): Verdict => {
  const place = { ...placeOf(element), range: element.statementRanges.Hidden ?? element.nameRange }
  return verdict(element.hidden, place, ['is hidden', 'isn’t hidden'], adding(element, 'hidden', true))
}

export const isIncompatible = (element: PackageElement, { with: excluded }: Of<'incompatible'>): Verdict => {
  const found = element.incompatible.find(exclusion =>
    isSameExcluded(
      exclusion.kind === 'package' ? exclusion : { kind: 'group', group: exclusion.group.object },
      excluded,
    ),
  )
  const place = placeOf(element)
  const name = excluded.kind === 'package' ? excluded.package.displayName : excluded.group.displayName
  return verdict(
    found !== undefined,
    { ...place, range: found?.range ?? place.range },
    [`is incompatible with ${name}`, `isn’t incompatible with ${name}`],
    adding(element, `incompatible with ${inSource(excluded, element)}`, true),
  )
}

const inSource = (excluded: Excluded, from: PackageElement): string => {
  if (excluded.kind === 'group') return listInSource([{ object: excluded.group, range: excluded.group.range }])
  const { name, catalog } = excluded.package
  return catalog.node === from.catalog.node ? name : `${catalog.name}.${name}`
}
