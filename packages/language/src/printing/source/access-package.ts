import { isRef, type TenantObject } from '@entitle/graph'
import { text } from '../fields.ts'
import { displayNameOf, identity } from './identity.ts'
import { leftOver } from './left-over.ts'
import { originOf } from './origin.ts'
import { of, type Said, said, together, type Unsaid, unsaid } from './said.ts'
import { commas, type Part, type Sentence, sentence } from './sentence.ts'
import { isLive, type Surroundings } from './surroundings.ts'
import { lineLiteral } from './text-literal.ts'

/** A package with `policies` in its block. https://learn.microsoft.com/graph/api/resources/accesspackage */
export const accessPackage = (
  object: TenantObject,
  policies: readonly Sentence[],
  surroundings: Surroundings,
): Said<Unsaid> => {
  const { address, properties } = object
  const own = together(
    identity(object, surroundings),
    properties.isHidden === true ? said(sentence('hidden')) : said(),
    { sentences: [], gaps: leftOver(properties, ['displayName', 'description', 'isHidden']) },
  )
  const inside = together(
    of(address, own),
    ...surroundings.children(address, 'resource-role-scope').map(grant),
    exclusions(object, surroundings),
  )
  const head = ['package', surroundings.nameOf(address) ?? '', lineLiteral(displayNameOf(object))]
  const block = [
    ...inside.sentences,
    ...policies.map((policy, index) => ({ ...policy, apart: index > 0 || inside.sentences.length > 0 })),
  ]
  return { sentences: [block.length === 0 ? { parts: head } : { parts: head, block }], gaps: inside.gaps }
}

/** https://learn.microsoft.com/graph/api/resources/accesspackageresourcerolescope */
const grant = (object: TenantObject): Said<Unsaid> => {
  const { address, properties } = object
  const resource = originOf(object)
  const role = text(properties.role)
  if (resource === undefined || role === undefined)
    return of(
      address,
      unsaid('', 'Packages grant roles of groups, apps and sites; the language has no words for this one.'),
    )
  const preposition = resource.$ref === 'group' ? 'of' : 'in'
  const words = sentence('grants', lineLiteral(role), preposition, { use: resource, live: isLive(object) })
  return of(address, { sentences: [words], gaps: leftOver(properties, ['role', 'originSystem', 'resource']) })
}

/** https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-incompatible */
const exclusions = ({ address }: TenantObject, surroundings: Surroundings): Said<Unsaid> => {
  const all = [
    ...surroundings.children(address, 'incompatible-package'),
    ...surroundings.children(address, 'incompatible-group'),
  ]
  const words = all.map(each => ({
    each,
    parts: each.kind === 'incompatible-package' ? packageWords(each, surroundings) : groupWords(each),
  }))
  const known = words.flatMap(({ parts }) => (parts === undefined ? [] : [parts]))
  return {
    sentences: known.length === 0 ? [] : [sentence('incompatible with', ...commas(known))],
    gaps: words.flatMap(({ each, parts }) =>
      parts === undefined
        ? [
            {
              address: each.address,
              path: '',
              why: 'The package or group that is excluded is not among what was read, so it has no name here.',
            },
          ]
        : leftOver(each.properties, ['package', 'group']).map(gap => ({ address: each.address, ...gap })),
    ),
  }
}

const packageWords = (
  { parent = '', properties }: TenantObject,
  { nameOf, parentOf }: Surroundings,
): readonly Part[] | undefined => {
  const excluded = properties.package
  if (!isRef(excluded) || excluded.address === undefined) return undefined
  const name = nameOf(excluded.address)
  const home = parentOf(excluded.address)
  if (name === undefined || home === undefined) return undefined
  return [home === parentOf(parent) ? name : `${nameOf(home) ?? ''}.${name}`]
}

const groupWords = (object: TenantObject): readonly Part[] | undefined => {
  const { group } = object.properties
  return isRef(group) && group.$ref === 'group' ? [{ use: group, live: isLive(object) }] : undefined
}
