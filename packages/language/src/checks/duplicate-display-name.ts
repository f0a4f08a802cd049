import type { Finding } from '@entitle/graph'
import type { Element } from '../resolve/program.ts'
import { propertyRange } from '../syntax/range.ts'
import { type Check, findingAt } from './check.ts'

type Named = Element & { readonly displayName: string; readonly node: Parameters<typeof propertyRange>[0] }

/** Display names that two objects of one parent share: in a tenant, objects are told apart by them. */
export const duplicateDisplayName: Check = ({ program }) => [
  ...sharing(program.organizations, 'organizations'),
  ...sharing(program.catalogs, 'catalogs'),
  ...program.catalogs.flatMap(catalog => [
    ...sharing(catalog.packages, `packages of catalog ${catalog.name}`),
    ...catalog.packages.flatMap(of => sharing(of.policies, `policies of package ${of.name}`)),
  ]),
]

const sharing = (elements: readonly Named[], what: string): Finding[] => {
  const groups = Map.groupBy(elements, ({ displayName }) => displayName.trim().toLowerCase())
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .flatMap(same =>
      same.map(element =>
        findingAt(
          'duplicate-display-name',
          'error',
          propertyRange(element.node, 'displayName'),
          `${same.length === 2 ? 'Two' : same.length} ${what} have the display name "${element.displayName}", by which the tenant tells them apart. Give each its own.`,
          {
            related: same
              .filter(other => other !== element)
              .map(other => ({
                place: { kind: 'source', range: propertyRange(other.node, 'displayName') },
                message: `${other.name} has it too.`,
              })),
          },
        ),
      ),
    )
}
