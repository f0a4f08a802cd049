import {
  addressOf,
  type Cloud,
  type KindName,
  type Properties,
  type Ref,
  type SourceRange,
  type TenantObject,
} from '@entitle/graph'
import type { DirectoryElement } from '../resolve/program.ts'

/** What lowering needs to know besides the program. */
export interface Lowering {
  /** The name of the declared tenant that is lowered for; decides what directory objects are called. */
  readonly tenant: string | undefined
  /** National clouds lack some properties: https://learn.microsoft.com/graph/deployments */
  readonly cloud: Cloud
  /** Nodes of pinned elements that share their display name with another of their parent. */
  readonly twins: ReadonlySet<object>
  /** ISO date: the day on which a review starts whose start the sources leave open. */
  readonly today: string
}

/** A reference to a directory object, called as it is called in the tenant. */
export const refTo = (object: DirectoryElement, { tenant }: Pick<Lowering, 'tenant'>): Ref => {
  const there = tenant === undefined ? undefined : object.inTenant[tenant]
  const { displayName, id } = there ?? object
  return { $ref: object.kind, name: displayName, ...(id === undefined ? {} : { id }) }
}

/** What an object of a tenant is made of, before its address is known. */
export interface Draft {
  readonly kind: KindName
  readonly parent?: TenantObject
  readonly name: string
  /** What it is called in its address, where that isn't its name. */
  readonly called?: string
  readonly from?: { readonly id?: string | undefined; readonly formerly?: readonly string[] }
  readonly properties: Properties
  readonly defaults?: Properties
  readonly range: SourceRange
  /** Where single properties are said; undefined where the default holds. */
  readonly ranges?: { readonly [path: string]: SourceRange | undefined }
}

export const objectOf = ({
  kind,
  parent,
  name,
  called = name,
  from,
  properties,
  defaults,
  range,
  ranges = {},
}: Draft): TenantObject => {
  const said = Object.entries(ranges).filter((entry): entry is [string, SourceRange] => entry[1] !== undefined)
  return {
    kind,
    address: addressOf(kind, called, parent?.address),
    ...(parent === undefined ? {} : { parent: parent.address }),
    name,
    ...(from?.id === undefined ? {} : { id: from.id }),
    ...(from?.formerly === undefined || from.formerly.length === 0 ? {} : { formerly: from.formerly }),
    properties,
    ...(defaults === undefined ? {} : { defaults }),
    origin: { range, ...(said.length === 0 ? {} : { properties: Object.fromEntries(said) }) },
  }
}
