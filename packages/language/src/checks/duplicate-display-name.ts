import type { Finding } from '@entitle/graph'
import { displayNameKey, packagesParent } from '../references/facts.ts'
import type { Element } from '../resolve/program.ts'
import { propertyRange } from '../syntax/range.ts'
import { type Check, findingAt, mostOthers } from './check.ts'

type Named = Element & {
  readonly displayName: string
  readonly id?: string | undefined
  readonly node: Parameters<typeof propertyRange>[0]
}

/** Display names that two objects of one parent share: in a tenant, objects are told apart by them, unless each is pinned to its id. */
export const duplicateDisplayName: Check = ({ program, elements, facts }) => {
  /** Those of the whole workspace that go by the same display name below the same parent. */
  const sharing = <E extends Named>(
    own: readonly E[],
    parent: (element: E) => string,
    of: (node: E['node']) => E | undefined,
    what: (element: E) => string,
    isSibling: (element: E, other: E) => boolean = () => true,
  ): Finding[] =>
    own.flatMap(element => {
      const same = facts
        .at(displayNameKey(parent(element), element.displayName))
        .flatMap(({ node }) => of(node) ?? [])
        .filter(other => isSibling(element, other) && mayBeMistaken(element, other))
      return same.length > 1 ? [shared(element, same, what(element))] : []
    })
  return [
    ...sharing(
      program.organizations,
      () => 'organization',
      node => elements.organizationOf(node as never),
      () => 'organizations',
    ),
    ...sharing(
      program.catalogs,
      () => 'catalog',
      node => elements.catalogOf(node as never),
      () => 'catalogs',
    ),
    ...sharing(
      program.reviews,
      () => 'review',
      node => elements.reviewOf(node as never),
      () => 'reviews',
    ),
    ...sharing(
      program.packages,
      ({ node }) => packagesParent(node),
      node => elements.packageOf(node as never),
      ({ catalog }) => `packages of catalog ${catalog.name}`,
      (element, other) => other.catalog === element.catalog,
    ),
    ...program.catalogs.flatMap(({ name, workflows }) => among(workflows, `workflows of catalog ${name}`)),
    ...program.packages.flatMap(({ name, policies }) => among(policies, `policies of package ${name}`)),
  ]
}

/** Of elements that stand in one block. */
const among = (elements: readonly Named[], what: string): Finding[] =>
  elements.length < 2
    ? []
    : [...Map.groupBy(elements, ({ displayName }) => displayName.trim().toLowerCase()).values()].flatMap(same =>
        same.flatMap(element => {
          const mistaken = same.filter(other => mayBeMistaken(element, other))
          return mistaken.length > 1 ? [shared(element, mistaken, what)] : []
        }),
      )

/** Two that are both pinned are told apart by their ids; that these differ is a check by itself. */
const mayBeMistaken = (element: Named, other: Named): boolean =>
  element.node === other.node || element.id === undefined || other.id === undefined

const shared = (element: Named, same: readonly Named[], what: string): Finding =>
  findingAt(
    'duplicate-display-name',
    'error',
    propertyRange(element.node, 'displayName'),
    `${same.length === 2 ? 'Two' : same.length} ${what} have the display name "${element.displayName}", by which the tenant tells them apart. Give each its own${element.node.$type === 'Workflow' ? '' : ', or pin each to its id'}.`,
    {
      related: same
        .filter(other => other.node !== element.node)
        .slice(0, mostOthers)
        .map(other => ({
          place: { kind: 'source', range: propertyRange(other.node, 'displayName') },
          message: `${other.name} has it too.`,
        })),
    },
  )
