import type { Address, TenantObject } from '../model/tenant.ts'
import { fold } from './fold.ts'
import { kinds } from './kinds.ts'

/**
 * What an object is recognised by, whatever its id: its kind, its parent and its natural key. Of a declared object and the live one
 * that it declares it is the same, if the declared one's references and `parent` say what the live ones are called.
 */
export const identityOf = (object: TenantObject, parent: Address | undefined = object.parent): string =>
  `${fold(parent ?? '')} ${object.kind}: ${kinds[object.kind].keyOf(object)}`
