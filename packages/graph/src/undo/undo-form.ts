import { kindNames } from '../model/tenant.ts'
import { aSwitch, aText, type Fits, listOf, oneOf, withProperties } from '../plan/fits.ts'

const aKind = oneOf(...kindNames)
const anObject = withProperties({})

/** The form of an undo file. */
export const undoForm: Fits = withProperties({
  format: oneOf('entitle-undo/1'),
  tenant: withProperties(
    {
      tenantId: aText,
      name: aText,
      displayName: aText,
      cloud: oneOf('global', 'usgov', 'usgov-dod', 'china'),
      protected: aSwitch,
    },
    { id: aText, domain: aText },
  ),
  deployed: aText,
  status: oneOf('under-way', 'done', 'refused', 'failed', 'cancelled'),
  former: listOf(
    withProperties(
      { kind: aKind, address: aText, name: aText, properties: anObject },
      { parent: aText, id: aText, defaults: anObject },
    ),
  ),
  made: listOf(
    withProperties({ kind: aKind, address: aText, id: aText }, { parent: aText, relation: aText, person: aText }),
  ),
  lasting: listOf(withProperties({ kind: aKind, address: aText, what: aText })),
})
