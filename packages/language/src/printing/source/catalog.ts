import { isRef, type TenantObject, type Value } from '@entitle/graph'
import { text } from '../fields.ts'
import { displayNameOf, identity } from './identity.ts'
import { leftOver } from './left-over.ts'
import { originOf } from './origin.ts'
import { of, type Said, said, together, type Unsaid, unsaid } from './said.ts'
import { commas, type Part, type Sentence, sentence, withBlock } from './sentence.ts'
import { isLive, type Surroundings } from './surroundings.ts'
import { lineLiteral } from './text-literal.ts'
import { workflow } from './workflow.ts'

/** A catalog with `packages` in its block. https://learn.microsoft.com/graph/api/resources/accesspackagecatalog */
export const catalog = (
  object: TenantObject,
  packages: readonly Sentence[],
  surroundings: Surroundings,
): Said<Unsaid> => {
  const { address, properties } = object
  const own = together(
    identity(object, surroundings),
    stateOf(properties.state),
    properties.isExternallyVisible === true ? said(sentence('visible to external users')) : said(),
    { sentences: [], gaps: leftOver(properties, ['displayName', 'description', 'state', 'isExternallyVisible']) },
  )
  const inside = together(
    of(address, own),
    roles(surroundings.children(address, 'catalog-role')),
    resources(surroundings.children(address, 'catalog-resource')),
    ...surroundings.children(address, 'custom-workflow-extension').map(each => workflow(each, surroundings)),
  )
  const block = [
    ...inside.sentences,
    ...packages.map((of, index) => ({ ...of, apart: index > 0 || inside.sentences.length > 0 })),
  ]
  const name = surroundings.nameOf(address) ?? ''
  return { sentences: [withBlock(['catalog', name, lineLiteral(displayNameOf(object))], block)], gaps: inside.gaps }
}

const stateOf = (state: Value | undefined): Said => {
  if (state === undefined || state === null || state === 'published') return said()
  return state === 'unpublished'
    ? said(sentence('unpublished'))
    : unsaid('state', `A catalog is published or unpublished; this one is ${String(text(state))}.`)
}

const words: readonly (readonly [role: string, words: string])[] = [
  ['Catalog owner', 'owners'],
  ['Catalog reader', 'readers'],
  ['Access package manager', 'package managers'],
  ['Access package assignment manager', 'assignment managers'],
]

/** https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate */
const roles = (objects: readonly TenantObject[]): Said<Unsaid> => {
  const known = new Set(words.map(([role]) => role))
  const strange = objects
    .filter(({ properties: { role } }) => !known.has(text(role) ?? ''))
    .map(each =>
      of(each.address, unsaid('role', `The language has no word for the role ${text(each.properties.role) ?? ''}.`)),
    )
  const byRole = words.map(([role, word]) =>
    listed(
      word,
      objects.filter(({ properties }) => properties.role === role),
      ['role', 'principal'],
      holder => {
        const { principal } = holder.properties
        return isRef(principal) && ['user', 'group', 'servicePrincipal'].includes(principal.$ref)
          ? [{ use: principal, live: isLive(holder) }]
          : 'Roles of a catalog are held by users, groups and apps.'
      },
    ),
  )
  return together(...byRole, ...strange)
}

const resources = (objects: readonly TenantObject[]): Said<Unsaid> =>
  listed('resources', objects, ['originSystem', 'resource'], each => {
    const resource = originOf(each)
    return resource === undefined
      ? `Resources are groups, apps and sites; the language has no word for one of ${text(each.properties.originSystem) ?? 'an unknown system'}.`
      : [{ use: resource, live: isLive(each) }]
  })

/** One statement that lists objects, as far as they have words; a text instead of words is the reason why there are none. */
const listed = (
  lead: string,
  objects: readonly TenantObject[],
  looked: readonly string[],
  wordsOf: (object: TenantObject) => readonly Part[] | string,
): Said<Unsaid> => {
  const items = objects.map(object => ({ object, parts: wordsOf(object) }))
  const known = items.flatMap(({ parts }) => (typeof parts === 'string' ? [] : [parts]))
  return {
    sentences: known.length === 0 ? [] : [sentence(lead, ...commas(known))],
    gaps: items.flatMap(({ object: { address, properties }, parts }) =>
      typeof parts === 'string'
        ? [{ address, path: '', why: parts }]
        : leftOver(properties, looked).map(gap => ({ address, ...gap })),
    ),
  }
}
