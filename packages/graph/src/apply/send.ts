import type { HttpRequest, HttpResponse } from '../ports/ports.ts'

/** Sends a request through the limiter, with the deployment's signal. */
export type Send = (request: HttpRequest) => Promise<HttpResponse>
