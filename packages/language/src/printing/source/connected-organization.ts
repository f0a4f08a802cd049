import { isRef, type TenantObject, type Value } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { displayNameOf, identity } from './identity.ts'
import { leftOver } from './left-over.ts'
import { of, type Said, said, together, type Unsaid, unsaid } from './said.ts'
import { commas, type Part, sentence, withBlock } from './sentence.ts'
import { sortOf } from './subjects.ts'
import { isLive, type Surroundings } from './surroundings.ts'
import { lineLiteral } from './text-literal.ts'

/** https://learn.microsoft.com/graph/api/resources/connectedorganization */
export const connectedOrganization = (object: TenantObject, surroundings: Surroundings): Said<Unsaid> => {
  const { address, properties } = object
  const name = surroundings.nameOf(address) ?? ''
  const sponsors = surroundings.children(address, 'sponsor')
  const own = together(
    identity(object, surroundings),
    ...items(properties.identitySources).map(identitySource),
    stateOf(properties.state),
    { sentences: [], gaps: leftOver(properties, ['displayName', 'description', 'state', 'identitySources']) },
  )
  const inside = together(
    of(address, own),
    sponsorsOf(sponsors, 'internal'),
    sponsorsOf(sponsors, 'external'),
    ...sponsors
      .filter(({ properties: { relation } }) => relation !== 'internal' && relation !== 'external')
      .map(sponsor =>
        of(sponsor.address, unsaid('', 'A sponsor is an internal or an external one; this one is neither.')),
      ),
  )
  return {
    sentences: [withBlock(['organization', name, lineLiteral(displayNameOf(object))], inside.sentences)],
    gaps: inside.gaps,
  }
}

/** The name of a source follows from its domain or tenant and is not said. https://learn.microsoft.com/graph/api/resources/identitysource */
const identitySource = (value: Value, index: number): Said => {
  const source = fields(value)
  const domain = text(source.domainName)
  const tenant = text(source.tenantId)
  const path = `identitySources/${index}`
  if (sortOf(value) === 'domainIdentitySource' && domain !== undefined)
    return {
      sentences: [sentence('domain', lineLiteral(domain))],
      gaps: leftOver(source, ['domainName', 'displayName'], path),
    }
  if (sortOf(value) === 'azureActiveDirectoryTenant' && tenant !== undefined)
    return {
      sentences: [sentence('tenant', lineLiteral(tenant))],
      gaps: leftOver(source, ['tenantId', 'displayName'], path),
    }
  return unsaid(
    path,
    `The language recognizes people by a domain or a Microsoft Entra tenant, not by ${sortOf(value) || 'this source'}.`,
  )
}

const stateOf = (state: Value | undefined): Said => {
  if (state === undefined || state === null || state === 'configured') return said()
  return state === 'proposed'
    ? said(sentence('state proposed'))
    : unsaid('state', `An organization is configured or proposed; this one is ${String(text(state))}.`)
}

const sponsorsOf = (sponsors: readonly TenantObject[], side: 'internal' | 'external'): Said<Unsaid> => {
  const ours = sponsors.filter(({ properties: { relation } }) => relation === side)
  const words = ours.map((sponsor): readonly Part[] | undefined => {
    const { principal } = sponsor.properties
    return isRef(principal) && (principal.$ref === 'user' || principal.$ref === 'group')
      ? [{ use: principal, live: isLive(sponsor) }]
      : undefined
  })
  const known = words.flatMap(parts => (parts === undefined ? [] : [parts]))
  return {
    sentences: known.length === 0 ? [] : [sentence(`${side} sponsors`, ...commas(known))],
    gaps: ours.flatMap((sponsor, index) => [
      ...(words[index] === undefined
        ? [{ address: sponsor.address, path: 'principal', why: 'Sponsors are users and groups.' }]
        : []),
      ...leftOver(sponsor.properties, ['relation', 'principal']).map(gap => ({ address: sponsor.address, ...gap })),
    ]),
  }
}
