import { propertyRange } from '../syntax/range.ts'
import { type Check, findingAt } from './check.ts'
import { packagesOf } from './names.ts'

/** A tenant that nobody could sign in to. */
export const tenantIdentity: Check = ({ program }) =>
  program.tenants
    .filter(({ id, domain }) => id === undefined && domain === undefined)
    .map(({ name, nameRange }) =>
      findingAt(
        'tenant-without-identity',
        'error',
        nameRange,
        `Tenant ${name} says neither its \`domain\` nor its \`id\`, so nobody can tell which tenant it is. Add one, as in \`domain "contoso.com"\`.`,
      ),
    )

/** A package that names a catalog and stands in another one's block. */
export const catalogTwice: Check = ({ program }) =>
  packagesOf(program)
    .filter(({ node }) => node.$container.$type === 'Catalog' && node.catalog !== undefined)
    .map(({ name, node, catalog }) =>
      findingAt(
        'catalog-said-twice',
        'error',
        propertyRange(node, 'catalog'),
        `Package ${name} stands in the block of catalog ${catalog.name}, so \`in ${node.catalog?.$refText}\` can't be said too. Leave it out, or move the package.`,
      ),
    )
