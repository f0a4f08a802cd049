import type { Json } from '../json.ts'

/** One exchange as the log keeps it. Headers, and with them the authorization, are never kept. */
export interface Exchange {
  readonly method: string
  /** Path and query, decoded no further than the client wrote them. */
  readonly path: string
  /** The status the client saw; 0 when the connection was cut. */
  readonly status: number
  readonly requestBody?: Json
  readonly responseBody?: Json
}

/** One HTTP request to the sandbox, in the order of arrival. */
export interface RequestRecord extends Exchange {
  /** When it arrived, by the sandbox's clock. */
  readonly at: Date
  /** The requests within a `$batch`. */
  readonly batch?: readonly Exchange[]
}

/** Reads JSON for the log; a token request's form is left out, for it holds a secret. */
export function loggedBody(text: string): { json?: Json } {
  try {
    return text ? { json: JSON.parse(text) as Json } : {}
  } catch {
    return {}
  }
}
