import type { Json } from '../model/json.ts'

/** The only ways in which Entitle touches the world. Edge files implement them; everything else is handed them. */

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface HttpRequest {
  readonly method: HttpMethod
  /** From the version root, with query: `/identityGovernance/entitlementManagement/catalogs?$top=100`; or an absolute `@odata.nextLink`. */
  readonly path: string
  readonly body?: Json
  readonly headers?: { readonly [name: string]: string }
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  /** Undefined where there is no body. */
  readonly body: Json | undefined
}

/**
 * Sends one request to Microsoft Graph (v1.0 of one cloud) and returns whatever the server answers, also 4xx and 5xx.
 * @throws {TransportError} where no answer came; the request may or may not have taken effect.
 * @throws {NotSentError} where nothing was sent, and trying again would not help.
 */
export interface HttpTransport {
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse>
}

/** No answer came: the connection was refused, cut, or timed out. Whether the request took effect is unknown. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
}

/** Nothing was sent: signing in failed, or the address is not one of this Microsoft Graph. The message says what to do. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'
}

export interface Clock {
  now(): Date
  /** Resolves after `ms` milliseconds. @throws the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** New GUIDs. */
export interface Ids {
  next(): string
}

/** Files as one who only reads needs them. */
export interface FileReader {
  /** @throws {Error} with `code` ENOENT, EACCES, EISDIR as Node has them. */
  readText(path: string): Promise<string>
  /** Entries of a folder; names only. */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' }[]>
  kindOf(path: string): Promise<'file' | 'folder' | 'absent'>
}

export interface FileSystem extends FileReader {
  writeText(path: string, text: string): Promise<void>
  /** Whoever reads at the same time, or after a crash, gets what was there before or this text, and never a part. */
  replaceText(path: string, text: string): Promise<void>
  /** Takes a file away; one that isn't there is gone already. */
  remove(path: string): Promise<void>
}

export interface Terminal {
  write(text: string): void
  writeError(text: string): void
  readonly columns: number
  readonly colour: boolean
  readonly interactive: boolean
  /** Asks a question and returns the line typed. */
  ask(question: string): Promise<string>
}

/** Keeps texts from one process to the next. Whatever is in it may be lost at any time. */
export interface CacheStore {
  /** Undefined where nothing is kept under that name, or it can't be read. */
  read(name: string): Promise<string | undefined>
  /** Whoever reads at the same time gets what was there before, or this, and never a part. */
  write(name: string, text: string): Promise<void>
}
