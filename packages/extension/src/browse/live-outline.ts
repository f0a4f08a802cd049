import { type Address, isRef, kindNames, segmentsOf, type TenantObject, type Value } from '@entitle/graph'
import { label } from '@entitle/language'
import type { LiveNode } from './live-node.ts'
import { pageOf } from './portal-page.ts'
import type { Survey, Surveyed } from './survey.ts'

/** Scopes of a policy that let people from outside request. https://learn.microsoft.com/graph/api/resources/enums#allowedtargetscope-values */
const external: ReadonlySet<unknown> = new Set([
  'specificConnectedOrganizationUsers',
  'allConfiguredConnectedOrganizationUsers',
  'allExternalUsers',
  'allDirectoryUsers',
])

const order = new Map(kindNames.map((kind, place) => [kind, place]))

/** What a survey found, as the tenant nests it: catalogs before organizations, packages before what else a catalog has. */
export const liveOutline = ({ objects }: Survey): readonly LiveNode[] => {
  const byParent = Map.groupBy(objects, ({ object }) => object.parent ?? '')
  const byAddress = new Map(objects.map(({ object }) => [object.address, object]))
  const nodesIn = (parent: Address): readonly LiveNode[] =>
    (byParent.get(parent) ?? []).toSorted(byKind).map(surveyed => {
      const { object } = surveyed
      const inside = nodesIn(object.address)
      return node(surveyed, byAddress.get(object.parent ?? ''), [...inside, ...assignmentsNode(object)])
    })
  return nodesIn('')
}

/** The most looked for first. */
const rank = ({ kind }: TenantObject): number =>
  kind === 'catalog' || kind === 'access-package' || kind === 'assignment-policy' ? -1 : (order.get(kind) ?? 0)

const byKind = ({ object: a }: Surveyed, { object: b }: Surveyed): number =>
  rank(a) - rank(b) || a.name.localeCompare(b.name)

const words = { declared: undefined, differs: 'differs from your files', undeclared: 'not declared' } as const

const node = (
  { object, standing, range }: Surveyed,
  home: TenantObject | undefined,
  children: readonly LiveNode[],
): LiveNode => {
  const page = pageOf(object, home)
  const detail = words[standing]
  return {
    id: object.address,
    kind: object.kind,
    label: label(object.address),
    ...(detail === undefined ? {} : { detail }),
    address: object.address,
    standing,
    ...(range === undefined ? {} : { range }),
    ...(page === undefined ? {} : { page }),
    isExternal: external.has(object.properties.allowedTargetScope) || object.kind === 'connected-organization',
    children,
  }
}

/** Assignments are read once they are asked for: a tenant may have a great many. */
const assignmentsNode = ({ kind, address }: TenantObject): readonly LiveNode[] =>
  kind === 'access-package'
    ? [
        {
          id: `${address}/assignments`,
          kind: 'assignments',
          label: 'assignments',
          address,
          isExternal: false,
          children: [],
        },
      ]
    : []

/** Who has access, and until when. */
export const assignmentNodes = (assignments: readonly TenantObject[]): readonly LiveNode[] =>
  assignments
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(object => ({
      id: object.address,
      kind: object.kind,
      label: object.name,
      detail: [segmentsOf(object.parent ?? '').at(-1)?.name, untilWords(object)].filter(Boolean).join(', '),
      address: object.address,
      isExternal: object.name.toUpperCase().includes('#EXT#'),
      children: [],
    }))

const untilWords = ({ properties }: TenantObject): string => {
  const { expiration } = inside(properties.schedule)
  const { endDateTime } = inside(expiration)
  return typeof endDateTime === 'string' ? `until ${endDateTime.slice(0, 10)}` : 'without an end'
}

const inside = (value: Value | undefined): { readonly [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value)
    ? (value as { readonly [name: string]: Value })
    : {}

/** Only what lets people from outside in, with what that lies in and, of a package, who has access. */
export const externalOnly = (nodes: readonly LiveNode[]): readonly LiveNode[] =>
  nodes.flatMap(each => {
    if (each.isExternal) return [each]
    const children = externalOnly(each.children)
    if (children.length === 0) return []
    const access = each.children.filter(({ kind }) => kind === 'assignments')
    return [{ ...each, children: [...children, ...access] }]
  })
