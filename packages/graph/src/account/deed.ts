import { outermost } from '../kinds/em.ts'
import type { Json } from '../model/json.ts'
import { type Address, isRef, type KindName, type Properties, type TenantObject, type Value } from '../model/tenant.ts'
import type { Plan, Step } from '../plan/plan.ts'

/** Something that is to be done in the tenant, with what it takes to tell who may do it. */
export interface Deed {
  readonly action: Step['action']
  readonly kind: KindName
  readonly address: Address
  /** The catalog that it lies in, by address; undefined outside catalogs. */
  readonly catalog?: Address
  /** As it is declared, or as the request says it. */
  readonly properties: Properties
  /** For a resource that is added: what is added. */
  readonly resource?: { readonly originSystem: string; readonly id?: string }
}

/** What carrying out a plan does, one deed for each step. */
export const deedsOfPlan = ({ steps }: Pick<Plan, 'steps'>): readonly Deed[] =>
  steps.map(({ action, kind, address, lane, changes, request }) => {
    const changed = Object.fromEntries(
      changes.flatMap(({ path, after }) => (after === undefined ? [] : [[path, after]])),
    )
    const sent = kind === 'assignment-policy' && isRecord(request.body) ? (request.body as Properties) : changed
    return { action, kind, address, ...catalogOf(lane), properties: sent, ...resourceIn(kind, changed) }
  })

/** What bringing about all that is declared would do. */
export const deedsOf = (objects: readonly TenantObject[]): readonly Deed[] =>
  objects.map(({ kind, address, properties }) => ({
    action: 'create',
    kind,
    address,
    ...catalogOf(outermost(address)),
    properties,
    ...resourceIn(kind, properties),
  }))

const catalogOf = (lane: Address) => (lane.startsWith('catalog/') ? { catalog: lane } : {})

const resourceIn = (kind: KindName, { originSystem, resource }: { readonly [name: string]: Value }) => {
  if (kind !== 'catalog-resource' || !isRef(resource)) return {}
  return { resource: { originSystem: String(originSystem), ...(resource.id === undefined ? {} : { id: resource.id }) } }
}

const isRecord = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
