import type { JsonObject } from '../model/json.ts'
import type { Address, KindName, Properties, Ref, TenantObject } from '../model/tenant.ts'
import type { PropertyChange } from './property-change.ts'
import type { StepRequest } from './request.ts'
import type { Risk } from './risk.ts'
import type { Lookup, Settle } from './settle.ts'
import type { Fields } from './shape.ts'
import type { IdOf } from './slots.ts'

/** A write as data: what is sent, when its effect shows, and how the object is found if the answer is lost. */
export interface Write {
  readonly request: StepRequest
  readonly settle: Settle
  readonly lookup?: Lookup
}

/** What a request is made with. */
export interface Surroundings {
  /** Ids of live objects by their address, declared or live. */
  readonly idOf: IdOf
  /** Where Graph's version root is, for references in bodies: `https://graph.microsoft.com/v1.0`. */
  readonly root: string
  /** The address of a catalog's resource: the declared one, or one that is in the catalog anyway. */
  readonly resourceIn: (catalog: Address, originSystem: string, resource: Ref) => Address | undefined
}

/** What a change may do to access. */
export interface Circumstances {
  readonly action: 'create' | 'update' | 'delete'
  readonly object: TenantObject
  readonly changes: readonly PropertyChange[]
  /** Whether the parent is made in the same plan, so that nobody has access through it yet. */
  readonly parentIsNew: boolean
}

/** One sort of Graph object: how it is identified, compared and written. Reading, matching, comparing and planning know no other difference. */
export interface Kind {
  readonly name: KindName
  readonly parent?: KindName
  /** Graph's entity type. */
  readonly type: string
  readonly fields: Fields
  /** Graph's answer for one object in the form that `fields` shape, where properties are more than Graph's own. */
  normal?(raw: JsonObject): Properties
  /** Whether a live object says what the language has no words for, so that it can't be changed without harm. */
  isForeign?(live: TenantObject): boolean
  /** The display name, or what stands for one. */
  nameOf(properties: Properties): string
  /** What distinguishes it from the others of its parent. */
  keyOf(object: TenantObject): string
  /** Whether the key is a display name, so that another name can be a rename. */
  readonly named: boolean
  /** Whether those that nobody declares are none of ours: neither shown nor deleted. */
  readonly onlyDeclared?: boolean
  /** Whether a declared object takes the place of a live one that can't become it: that one goes once nothing uses it any more. */
  replaces?(object: TenantObject, live: TenantObject): boolean
  /** What must be there before, besides the parent and the objects that its references name. */
  after?(object: TenantObject, surroundings: Surroundings): readonly Address[]
  create?(object: TenantObject, surroundings: Surroundings): Write
  /** What creating can't say yet: a second write of the new object. */
  finish?(object: TenantObject, surroundings: Surroundings): Write | undefined
  update?(
    object: TenantObject,
    live: TenantObject,
    surroundings: Surroundings,
    changes: readonly PropertyChange[],
  ): Write
  remove?(live: TenantObject, surroundings: Surroundings): Write
  risk(circumstances: Circumstances): Risk
}
