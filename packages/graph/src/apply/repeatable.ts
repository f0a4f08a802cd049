import type { HttpMethod, HttpRequest } from '../ports/ports.ts'
import { batchParts } from './batch.ts'

const asking = /^\/(directoryObjects\/(getByIds|validateProperties)|search\/query)$/

const repeatableMethod = (method: HttpMethod, path: string): boolean =>
  method !== 'POST' || asking.test(path.split('?')[0] ?? '')

/** Whether sending a request twice leaves what sending it once leaves, so that it may be repeated when no answer came. */
export function isRepeatable(request: HttpRequest): boolean {
  const parts = batchParts(request)
  return parts === undefined
    ? repeatableMethod(request.method, request.path)
    : parts.every(part => repeatableMethod(part.method, part.url))
}

/** Whether a request only reads, so that it may be dropped at any time. */
export function isReading(request: HttpRequest): boolean {
  const parts = batchParts(request)
  const reads = (method: HttpMethod, path: string) =>
    method === 'GET' || (method === 'POST' && repeatableMethod(method, path))
  return parts === undefined ? reads(request.method, request.path) : parts.every(part => reads(part.method, part.url))
}
