import { invalidModel } from '../http/graph-error.ts'
import { isObject, type JsonObject } from '../json.ts'

const readOnly = ['id', 'createdDateTime', 'modifiedDateTime', 'catalogType']

/** What the service keeps to itself is ignored when a body says it. */
export function withoutReadOnly(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !readOnly.includes(name)))
}

/** Refuses a body whose text property is absent, null or empty. */
export function notBlank(body: JsonObject, name: string): string {
  const value = body[name]
  if (typeof value === 'string' && value.trim()) return value
  throw invalidModel(`The model is invalid. The ${name} field is required.`)
}

/** The id within a reference such as `"catalog": {"id": "…"}`, in lower case. */
export function referencedId(body: JsonObject, name: string): string {
  const reference = body[name]
  if (isObject(reference) && typeof reference.id === 'string' && reference.id) return reference.id.toLowerCase()
  throw invalidModel(`The model is invalid. ${name}.id is required.`)
}
