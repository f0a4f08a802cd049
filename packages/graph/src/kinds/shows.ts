import type { Json, JsonObject } from '../model/json.ts'
import { isRef, type KindName, type Properties, type Value } from '../model/tenant.ts'
import { differences } from './compare.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import { normaliseFields } from './normalise.ts'
import type { PropertyChange } from './property-change.ts'
import { exact, isObj, object, type Shape } from './shape.ts'

interface Changing {
  readonly kind: KindName
  readonly changes: readonly PropertyChange[]
}

/** Whether a live object has the values that a step's changes lead to: then the step has taken effect, or need not be carried out. */
export const asChanged = ({ kind, changes }: Changing, properties: Properties): boolean =>
  changes.every(({ path, after }) => {
    const { shape, value } = at(object(kinds[kind].fields), properties, path.split('/'))
    return after === undefined || isOpen(after) || differences(shape, path, after, value).length === 0
  })

/** Whether Graph's answer for one object shows the values that a step's changes lead to: what `until: 'equal'` waits for. */
export const shows = (step: Changing, body: Json | undefined): boolean =>
  isObj(body as Value) && asChanged(step, normal(kinds[step.kind], body as JsonObject))

const normal = ({ normal: own, fields }: Kind, body: JsonObject): Properties =>
  own === undefined ? normaliseFields(fields, body) : own(body)

/** Whether a value names an object whose id isn't known yet: nothing can be said of it. */
function isOpen(value: Value): boolean {
  if (isRef(value)) return value.id === undefined
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(isOpen)
}

function at(
  shape: Shape,
  value: Value | undefined,
  path: readonly string[],
): { shape: Shape; value: Value | undefined } {
  const [step, ...rest] = path
  if (step === undefined) return { shape, value }
  if (shape.is === 'list') return at(shape.of, Array.isArray(value) ? value[Number(step)] : undefined, rest)
  const inside = isObj(value) ? value[step] : undefined
  return at((shape.is === 'object' ? shape.fields[step] : undefined) ?? exact, inside, rest)
}
