import { type Doc, objectsIn, textOf } from '../json.ts'
import { typeNameOf } from '../schema/lookup.ts'
import type { World } from '../world.ts'

const store = 'connectedOrganization'

/** The domain that a user's mail address, or a guest's principal name, is of. */
function domainOf(user: Doc): string | undefined {
  const address = textOf(user.mail) ?? textOf(user.userPrincipalName)
  return address?.split('@').at(-1)?.toLowerCase()
}

const isDomain = (source: { readonly domainName?: unknown }, domain: string) =>
  String(source.domainName).toLowerCase() === domain

/** The connected organization that a user comes from, where a domain tells. */
export function organizationOf(world: World, user: Doc): Doc | undefined {
  const domain = domainOf(user)
  if (domain === undefined) return undefined
  return world.store
    .listLatest(store)
    .find(({ doc }) => objectsIn(doc.identitySources).some(source => isDomain(source, domain)))?.doc
}

/**
 * Whether a user comes from an organization. What domains another tenant has verified is not known here, so its people are
 * taken at their word.
 */
export function isOf(organization: Doc, user: Doc): boolean {
  const domain = domainOf(user) ?? ''
  return objectsIn(organization.identitySources).some(
    source => isDomain(source, domain) || typeNameOf(String(source['@odata.type'])) !== 'domainIdentitySource',
  )
}

/** Someone from an organization that nobody has configured got access: it is noted as proposed. */
export function proposeOrganization(world: World, user: Doc): void {
  const domain = domainOf(user)
  if (domain === undefined || organizationOf(world, user)) return
  const now = world.now()
  world.store.put(store, {
    id: world.ids(),
    createdDateTime: now,
    description: domain,
    displayName: domain,
    identitySources: [
      { '@odata.type': '#microsoft.graph.domainIdentitySource', displayName: domain, domainName: domain },
    ],
    modifiedDateTime: now,
    state: 'proposed',
  })
}
