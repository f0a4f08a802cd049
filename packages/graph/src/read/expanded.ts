import type { Json, JsonObject } from '../model/json.ts'
import { objectsIn } from './source.ts'

/** Graph cuts some expanded lists off after so many, without a word. https://learn.microsoft.com/graph/query-parameters#expand-parameter */
const most = 20

/** What came with an object because it was expanded; undefined where it didn't come, or may not be all of it. */
export const expanded = (raw: JsonObject, name: string): readonly JsonObject[] | undefined => {
  const list: Json | undefined = raw[name]
  const isWhole = Array.isArray(list) && list.length < most && raw[`${name}@odata.nextLink`] === undefined
  return isWhole ? objectsIn(list) : undefined
}
