import { isRef, type KindName, type PropertyChange, type Value } from '@entitle/graph'
import { describeProperty } from '@entitle/language'

const parts = (value: Value | undefined): { readonly [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value)
    ? (value as { readonly [name: string]: Value })
    : {}

/** The language has no words for the object as a whole, so that it would be told as JSON. */
const isWordless = (kind: KindName, path: string, value: Value | undefined): boolean =>
  describeProperty(kind, path, value).startsWith('{') && Object.keys(parts(value)).length > 0

/** The change of an object that only its properties have words for, as the changes of those that differ. */
export const spread = (kind: KindName, change: PropertyChange): readonly PropertyChange[] => {
  const { path, before, after } = change
  if (!isWordless(kind, path, before) && !isWordless(kind, path, after)) return [change]
  const [old, now] = [parts(before), parts(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(name => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
    .map(name => ({
      path: `${path}/${name}`,
      ...(name in old ? { before: old[name] as Value } : {}),
      ...(name in now ? { after: now[name] as Value } : {}),
    }))
}
