import type { Json } from '../model/json.ts'
import { isObject } from './ask.ts'

/**
 * One object from an answer. What Graph says of a custom extension comes as `{"value": {…}}`.
 * https://learn.microsoft.com/graph/api/accesspackageassignmentrequestworkflowextension-get
 */
export const unwrapped = (body: Json | undefined): Json | undefined =>
  isObject(body) && isObject(body.value) ? body.value : body
