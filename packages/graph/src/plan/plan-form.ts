import { kindNames } from '../model/tenant.ts'
import {
  aCount,
  anything,
  aSwitch,
  aText,
  byProperty,
  either,
  type Fits,
  listOf,
  oneOf,
  recordOf,
  withProperties,
} from './fits.ts'
import { reasons, risks } from './plan.ts'

const placeholder = either(
  withProperties({ object: aText }, { prefix: aText }),
  withProperties({
    role: aText,
    catalog: aText,
    resource: aText,
    part: oneOf('roleId', 'roleOriginId', 'scopeId', 'scopeOriginId', 'resourceId'),
  }),
)
const placeholders = recordOf(placeholder)

/** A path below Graph's version root: a plan can't send anything anywhere else. */
const belowRoot: Fits = (value, path) =>
  typeof value === 'string' && /^\/[^/]/.test(value)
    ? undefined
    : `${path} is ${JSON.stringify(value) ?? 'missing'}; it must be a path that begins with a single '/'`

const probe = withProperties({ path: belowRoot }, { placeholders, list: aText })
const where = listOf(
  withProperties({ path: aText, equals: either(aText, withProperties({ $placeholder: aText })) }, { not: aSwitch }),
)
const listed = withProperties({ probe, where })

const settle = byProperty('until', {
  readable: withProperties({ probe }),
  listed,
  gone: withProperties({ probe }),
  unlisted: listed,
  equal: withProperties({ probe }),
  now: anything,
})

const guard = byProperty('expect', {
  absent: withProperties({ identity: aText }),
  unchanged: withProperties({ id: aText, digest: aText }),
  present: withProperties({ id: aText }),
})

const step = withProperties(
  {
    id: aText,
    action: oneOf('create', 'update', 'delete'),
    kind: oneOf(...kindNames),
    address: aText,
    lane: aText,
    reason: oneOf(...Object.keys(reasons)),
    risk: oneOf(...Object.keys(risks)),
    undo: withProperties({ possible: aSwitch, how: aText }),
    changes: listOf(withProperties({ path: aText })),
    request: withProperties(
      { method: oneOf('POST', 'PUT', 'PATCH', 'DELETE'), path: belowRoot },
      { body: anything, placeholders },
    ),
    guard,
    settle,
    after: listOf(aText),
  },
  { lookup: listed, liveId: aText, counterpart: aText, origin: withProperties({ range: anything }) },
)

const aPackage = withProperties({ names: listOf(aText) }, { id: aText })
const names = listOf(aPackage)

/** The form of a plan file. */
export const planForm: Fits = withProperties({
  format: oneOf('entitle-plan/1'),
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
  scope: withProperties(
    {
      settings: aSwitch,
      organizations: either(names, oneOf('all', 'none')),
      catalogs: either(names, oneOf('all')),
    },
    { assignments: listOf(withProperties({ package: aPackage, targets: listOf(aText) })) },
  ),
  steps: listOf(step),
  unmanaged: listOf(withProperties({ kind: oneOf(...kindNames), address: aText, id: aText })),
  unchanged: aCount,
  ids: recordOf(aText),
  findings: listOf(
    withProperties({
      rule: aText,
      severity: oneOf('error', 'warning', 'info', 'hint'),
      message: aText,
      place: anything,
    }),
  ),
})
