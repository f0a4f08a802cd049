import type { JsonObject } from '../json.ts'

/** A refusal in Graph's words: the status, the code and the message of the error envelope. */
export class GraphError extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.name = 'GraphError'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** Ids of the request that an error envelope repeats. */
export interface ErrorTrace {
  readonly date: Date
  readonly requestId: string
  readonly clientRequestId: string
}

/** https://learn.microsoft.com/graph/errors */
export function errorBody(code: string, message: string, trace: ErrorTrace): JsonObject {
  const innerError = {
    date: trace.date.toISOString().slice(0, 19),
    'request-id': trace.requestId,
    'client-request-id': trace.clientRequestId,
  }
  return { error: { code, message, innerError } }
}

export const invalidModel = (message: string) => new GraphError(400, 'InvalidModel', message)
export const badRequest = (message: string, code = 'BadRequest') => new GraphError(400, code, message)
export const invalidFilter = (message: string) =>
  new GraphError(400, 'InvalidFilter', `OData query is invalid: ${message}`)
export const notFound = () => new GraphError(404, 'ResourceNotFound', 'The resource was not found.')
export const notRouted = (url: string) =>
  new GraphError(404, 'ResourceNotFound', `No HTTP resource was found that matches the request URI '${url}'.`)
export const duplicateKey = () => new GraphError(409, 'DuplicateKey', 'There is already a duplicated entity')
export const notImplemented = (what: string) =>
  new GraphError(501, 'NotImplemented', `The sandbox does not do ${what}; Microsoft Graph may.`)
