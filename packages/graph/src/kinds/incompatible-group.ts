import { incompatible } from './incompatible.ts'
import { refKey } from './subject-set.ts'

/** A group whose members can't request this package. */
export const incompatibleGroup = incompatible({
  name: 'incompatible-group',
  property: 'group',
  list: 'incompatibleGroups',
  home: '/groups',
  keyOf: refKey,
})
