import type { Call } from '../http/call.ts'
import { badRequest, invalidModel } from '../http/graph-error.ts'
import { isObject } from '../json.ts'

/** Reads the id out of `{"@odata.id": "https://graph.microsoft.com/v1.0/…/{id}"}`, whose path must match. */
export function referenceIn(call: Call, path: RegExp): string {
  const address = isObject(call.body) ? call.body['@odata.id'] : undefined
  if (typeof address !== 'string') throw badRequest("The request body must hold '@odata.id'.")
  const id = path.exec(address)?.[1]
  if (!id)
    throw invalidModel(`The model is invalid. '${address}' does not address an object that can be referenced here.`)
  return id.toLowerCase()
}
