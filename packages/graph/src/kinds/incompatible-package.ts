import { em } from './em.ts'
import { fold } from './fold.ts'
import { incompatible } from './incompatible.ts'
import { refKey } from './subject-set.ts'

/** A package whose holders can't request this one. Its key is its address where that is known: it may be made in the same plan. */
export const incompatiblePackage = incompatible({
  name: 'incompatible-package',
  property: 'package',
  list: 'incompatibleAccessPackages',
  home: `${em}/accessPackages`,
  keyOf: excluded => (excluded.address === undefined ? refKey(excluded) : fold(excluded.address)),
})
