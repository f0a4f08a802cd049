import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { CatalogElement, ObjectReference, PackageElement } from '../resolve/program.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { blockFix } from './block-fix.ts'
import { type Check, findingAt } from './check.ts'
import { calledAs, packagesOf, writtenAs } from './names.ts'

/** What a package grants must be among its catalog's resources, and a role must be one that the resource has. */
export const resources: Check = ({ program }) =>
  packagesOf(program).flatMap(of => of.grants.flatMap(grant => grantFindings(of, grant)))

const grantFindings = (of: PackageElement, { role, resource, range }: PackageElement['grants'][number]): Finding[] => {
  const { object } = resource
  if (object.kind === 'user')
    return [
      findingAt(
        'wrong-kind',
        'error',
        resource.range,
        `A package grants roles of groups, apps and sites; ${calledAs(object)} is a user. Name the group, app or site that the user should get into.`,
      ),
    ]
  const known = of.catalog.resources.some(({ object: other }) => other === object)
  const missing = known
    ? []
    : [
        findingAt(
          'resource-not-in-catalog',
          'error',
          resource.range,
          `Package ${of.name} grants a role of ${calledAs(object)}, which is not among the resources of catalog ${of.catalog.name}. Add it there.`,
          {
            fixes: [addResource(of.catalog, resource)],
          },
        ),
      ]
  return object.kind === 'group' ? [...missing, ...groupRole(role, calledAs(object), roleRange(of, range))] : missing
}

/** Where the role of the grant at `range` stands. */
const roleRange = ({ node }: PackageElement, range: SourceRange): SourceRange => {
  const grant = node.statements.find(
    statement =>
      statement.$type === 'Grant' &&
      rangeOf(statement).start.line === range.start.line &&
      rangeOf(statement).start.character === range.start.character,
  )
  return grant === undefined ? range : propertyRange(grant, 'role')
}

const groupRole = (role: string, group: string, range: Parameters<typeof findingAt>[2]): Finding[] => {
  if (role === 'Member' || role === 'Owner') return []
  const right = ['Member', 'Owner'].find(name => name.toLowerCase() === role.trim().toLowerCase())
  return [
    findingAt(
      'unknown-role',
      'error',
      range,
      `A group has the roles "Member" and "Owner", not "${role}" (${group}).${right === undefined ? '' : ` Write "${right}".`}`,
      right === undefined
        ? {}
        : { fixes: [{ title: `Write "${right}"`, safe: true, edits: [{ range, text: `"${right}"` }] }] },
    ),
  ]
}

/** Adds to the last `resources` statement, or writes one. */
const addResource = (catalog: CatalogElement, { object }: ObjectReference): Fix => {
  const title = `Add ${writtenAs(object)} to the resources of catalog ${catalog.name}`
  const last = catalog.node.statements.findLast(({ $type }) => $type === 'Resources')
  if (last === undefined) return blockFix(catalog.block, `resources ${writtenAs(object)}`, title)
  const { uri, end } = rangeOf(last)
  return { title, safe: true, edits: [{ range: { uri, start: end, end }, text: `, ${writtenAs(object)}` }] }
}
