import type { Finding } from '@entitle/graph'
import type { ObjectReference } from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'
import { calledAs, packagesOf } from './names.ts'

/** Something that one list, or one package, names twice. */
export const repeatedItem: Check = ({ program }) => [
  ...program.organizations.flatMap(({ name, internalSponsors, externalSponsors }) => [
    ...twice(internalSponsors, `an internal sponsor of ${name}`),
    ...twice(externalSponsors, `an external sponsor of ${name}`),
  ]),
  ...program.catalogs.flatMap(({ name, owners, readers, packageManagers, assignmentManagers, resources }) => [
    ...twice(owners, `an owner of catalog ${name}`),
    ...twice(readers, `a reader of catalog ${name}`),
    ...twice(packageManagers, `a package manager of catalog ${name}`),
    ...twice(assignmentManagers, `an assignment manager of catalog ${name}`),
    ...twice(resources, `a resource of catalog ${name}`),
  ]),
  ...packagesOf(program).flatMap(({ name, grants }) =>
    repeats(
      grants,
      ({ role, resource }, other) => role === other.role && resource.object === other.resource.object,
    ).map(({ role, resource, range }) =>
      findingAt(
        'repeated-item',
        'warning',
        range,
        `Package ${name} grants "${role}" of ${calledAs(resource.object)} already. Leave this out.`,
      ),
    ),
  ),
  ...packagesOf(program).flatMap(({ name, incompatible }) =>
    repeats(incompatible, (exclusion, other) =>
      exclusion.kind === 'package' && other.kind === 'package'
        ? exclusion.package === other.package
        : exclusion.kind === 'group' && other.kind === 'group' && exclusion.group.object === other.group.object,
    ).map(({ range }) =>
      findingAt(
        'repeated-item',
        'warning',
        range,
        `Package ${name} is declared incompatible with it already. Leave this out.`,
      ),
    ),
  ),
]

const twice = (references: readonly ObjectReference[], what: string): Finding[] =>
  repeats(references, ({ object }, other) => object === other.object).map(({ object, range }) =>
    findingAt('repeated-item', 'warning', range, `${calledAs(object)} is ${what} already. Leave this out.`),
  )

const repeats = <T>(items: readonly T[], same: (item: T, other: T) => boolean): T[] =>
  items.filter((item, index) => items.slice(0, index).some(other => same(item, other)))
