import type { Json } from '../model/json.ts'
import { isRef, type Value } from '../model/tenant.ts'
import { exact, isObj, object, ref, type Shape } from './shape.ts'
import { refKey } from './subject-set.ts'

const stageKey = (setting: Value): string => {
  if (!isObj(setting)) return ''
  const id = isObj(setting.customExtension) ? setting.customExtension.id : undefined
  return `${String(setting.stage)} ${isRef(id) ? refKey(id) : ''}`
}

/** Which workflows are called at which stages, in no order. https://learn.microsoft.com/graph/api/resources/customextensionstagesetting */
export const stageSettings: Shape = {
  is: 'set',
  of: object({ stage: exact, customExtension: object({ '@odata.type': exact, id: ref('custom-workflow-extension') }) }),
  key: stageKey,
}

/** A stage as it is sent: it names its extension by type and id only. */
export const stageSetting = (setting: Value): Json => {
  if (!isObj(setting)) return setting as Json
  const extension = setting.customExtension
  const named = isObj(extension) ? { '@odata.type': extension['@odata.type'] ?? null, id: extension.id ?? null } : null
  return { stage: setting.stage ?? null, customExtension: named } as Json
}
