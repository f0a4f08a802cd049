import { foldId } from '../kinds/fold.ts'
import { kinds } from '../kinds/kinds.ts'
import type { PropertyChange } from '../kinds/property-change.ts'
import { absentIn, exact, isObj, itemsIn, type Shape } from '../kinds/shape.ts'
import type { Json } from '../model/json.ts'
import { isRef, kindNames, type Properties, type TenantObject, type Value } from '../model/tenant.ts'
import { withoutSecrets } from './secrets.ts'

/** What only Graph writes. */
const readOnly = new Set(['id', 'createdDateTime', 'modifiedDateTime', 'accessPackage', 'catalog'])

/** What an object lies in, or what is not to be touched: it is found by its id, and nothing about it is compared. */
export const unchanged = ({ kind, address, parent, name, id }: TenantObject): TenantObject => ({
  kind,
  address,
  ...(parent === undefined ? {} : { parent }),
  name,
  ...(id === undefined ? {} : { id }),
  properties: {},
})

/** An object that was changed, saying the former values of what was changed: of its top-level properties, in which parts mean little alone. */
export function changed(
  live: TenantObject,
  changes: readonly PropertyChange[],
  gone: ReadonlySet<string>,
): TenantObject {
  const { fields } = kinds[live.kind]
  const said = spelt(live)
  const names = [...new Set(changes.map(({ path }) => path.split('/')[0] ?? path))]
  const properties = Object.fromEntries(
    names.map(name => {
      const shape = fields[name] ?? exact
      const before = said[name] ?? absentIn(shape) ?? null
      const absent = changes.filter(({ path, before }) => before === undefined && path.startsWith(`${name}/`))
      const whole = absent.reduce((value, { path }) => withNothingAt(value, path.split('/').slice(1)), before)
      return [name, sayable(shape, whole)] as const
    }),
  )
  return { ...unchanged(live), properties: restorable({ ...recognised(live), ...properties }, gone) }
}

/** What an object without a name of its own is recognised by, and what says of which sort it is: a write of it says that too. */
const recognised = ({ properties }: TenantObject): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => name === '@odata.type' || name === 'target'))

/** An object that was deleted, saying everything; what the language has no words for is written where it is made again. */
export function whole(live: TenantObject, gone: ReadonlySet<string>): TenantObject {
  const { id: _id, ...rest } = unchanged(live)
  const others = Object.entries(live.raw ?? {}).filter(
    ([name]) => !readOnly.has(name) && !name.includes('@') && !(name in live.properties),
  )
  const defaults = withoutSecrets(Object.fromEntries(others) as Json) as Properties
  return {
    ...rest,
    properties: restorable(spelt(live), gone),
    ...(keepsUnknown.has(live.kind) && others.length > 0 ? { defaults } : {}),
  }
}

/** Kinds of which everything is read and can be written. */
const keepsUnknown = new Set<TenantObject['kind']>(['assignment-policy', 'custom-workflow-extension'])

/** Properties with nothing where nothing was read: to Graph an empty text may be another thing. */
const spelt = ({ properties, raw = {} }: TenantObject): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, asRead(value, raw[name] as Value)]))

function asRead(value: Value, raw: Value | undefined): Value {
  if (value === '' && raw === null) return null
  if (Array.isArray(value) && Array.isArray(raw)) return value.map((each, place) => asRead(each, raw[place]))
  if (!isObj(value) || isRef(value) || !isObj(raw)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asRead(each, raw[name])]))
}

/** Values as they can be written again: without secrets, ids of questions, and ids of what is made again under another id. */
const restorable = (properties: Properties, gone: ReadonlySet<string>): Properties => {
  const { questions, ...rest } = withoutSecrets(properties as Json) as Properties
  const asked = questions === undefined ? {} : { questions: itemsIn(questions).map(withoutId) }
  return withoutIds({ ...rest, ...asked }, gone) as Properties
}

const withoutId = (question: Value): Value => {
  if (!isObj(question)) return question
  const { id: _id, ...rest } = question
  return rest
}

function withoutIds(value: Value, gone: ReadonlySet<string>): Value {
  if (isRef(value)) {
    const { id = '', ...open } = value
    return isOurs.has(value.$ref) && gone.has(foldId(id)) ? open : value
  }
  if (Array.isArray(value)) return (value as readonly Value[]).map(each => withoutIds(each, gone))
  if (!isObj(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutIds(each, gone)]))
}

const isOurs: ReadonlySet<string> = new Set(kindNames)

/** What the language has no words for is never taken out, so that it needn't be put back. */
const sayable = (shape: Shape, value: Value): Value => {
  const isForeign = shape.is === 'set' ? shape.isForeign : undefined
  return isForeign === undefined ? value : itemsIn(value).filter(item => !isForeign(item))
}

/** A value that says that there is nothing at a path where it had nothing. */
function withNothingAt(value: Value, [step, ...rest]: readonly string[]): Value {
  if (step === undefined || !isObj(value) || isRef(value)) return value
  return { ...value, [step]: rest.length === 0 ? (value[step] ?? null) : withNothingAt(value[step] ?? null, rest) }
}

/** An object that is not to be touched and is recognised by what it says. */
export const named = (live: TenantObject): TenantObject => ({ ...unchanged(live), properties: live.properties })
