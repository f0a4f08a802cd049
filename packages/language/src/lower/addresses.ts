import { type Address, addressOf, twinName, twinsIn } from '@entitle/graph'
import type { CatalogElement, OrganizationElement, PackageElement, PolicyElement, Program } from '../resolve/program.ts'
import type { Lowering } from './lowering.ts'

interface Pinned {
  readonly node: object
  readonly displayName: string
  readonly id?: string | undefined
}

/** The pinned elements that share their display name with another of the same parent. */
export const twinsOf = ({ organizations, catalogs, reviews }: Program): ReadonlySet<object> => {
  const packages = catalogs.map(each => each.packages)
  const families: readonly (readonly Pinned[])[] = [
    organizations,
    catalogs,
    reviews,
    ...packages,
    ...packages.flatMap(each => each.map(({ policies }) => policies)),
  ]
  return new Set(
    families.flatMap(family =>
      twinsIn(family, ({ displayName }) => displayName)
        .filter(({ id }) => id !== undefined)
        .map(({ node }) => node),
    ),
  )
}

/** What an element is called in its address: by its display name, and by its pinned id where another has that name. */
export const calledIn = ({ node, displayName, id }: Pinned, { twins }: Lowering): string =>
  id !== undefined && twins.has(node) ? twinName(displayName, id) : displayName

export const organizationAddress = (element: OrganizationElement, lowering: Lowering): Address =>
  addressOf('connected-organization', calledIn(element, lowering))

export const catalogAddress = (element: CatalogElement, lowering: Lowering): Address =>
  addressOf('catalog', calledIn(element, lowering))

export const packageAddress = (element: PackageElement, lowering: Lowering): Address =>
  addressOf('access-package', calledIn(element, lowering), catalogAddress(element.catalog, lowering))

export const policyAddress = (element: PolicyElement, within: PackageElement, lowering: Lowering): Address =>
  addressOf('assignment-policy', calledIn(element, lowering), packageAddress(within, lowering))
