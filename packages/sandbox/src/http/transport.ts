import type { Hono } from 'hono'
import { derivedId } from '../directory/derived-id.ts'
import { pause, pauseUnlessAborted } from '../edge.ts'
import type { Json, JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { answerAuthority } from './authority.ts'
import { type BatchItem, type BatchReply, readBatch, runBatch } from './batch.ts'
import { codeOfStatus, type Fault, type FaultScript } from './faults.ts'
import type { Surroundings } from './graph-app.ts'
import { errorBody, GraphError } from './graph-error.ts'
import { type Exchange, loggedBody, type RequestRecord } from './request-log.ts'
import type { Throttle } from './throttle.ts'

/** The connection breaks before an answer has come. */
export class ConnectionCut extends Error {}

export interface TransportParts {
  readonly world: World
  readonly app: Hono<{ Bindings: Surroundings }>
  readonly faults: FaultScript
  readonly throttle: Throttle
  readonly log: RequestRecord[]
  /** Lets happen whatever time has brought since the last request. */
  readonly catchUp: () => void
}

/** Takes HTTP requests in: logs them, lets faults happen, spends latency, and hands them to sign-in, `$batch` or Graph. */
export class Transport {
  private readonly parts: TransportParts
  private count = 0

  constructor(parts: TransportParts) {
    this.parts = parts
  }

  /** Answers a request, or throws ConnectionCut. */
  async take(request: Request): Promise<Response> {
    const { world, faults, log } = this.parts
    this.parts.catchUp()
    const url = new URL(request.url)
    const path = url.pathname + url.search
    const text = request.method === 'GET' ? '' : await request.text()
    const batch: Exchange[] = []
    const at = world.clock()
    const place = log.push({ method: request.method, path, status: 0, at }) - 1
    const requestBody = loggedBody(text)
    const note = (status: number, answer = '') => {
      const responseBody = /\/(token|devicecode)$/.test(url.pathname) ? {} : loggedBody(answer)
      log[place] = {
        method: request.method,
        path,
        status,
        at,
        ...(requestBody.json === undefined ? {} : { requestBody: requestBody.json }),
        ...(responseBody.json === undefined ? {} : { responseBody: responseBody.json }),
        ...(batch.length > 0 ? { batch } : {}),
      }
    }
    note(0)
    const fault = faults.next({ method: request.method, path, batch: false })
    const response = await this.withFault(fault, request, () => this.answer(request, text, url, batch))
    note(response.status, response.body ? await response.clone().text() : '')
    return response
  }

  private async withFault(
    fault: Fault | undefined,
    request: Request,
    carryOut: () => Promise<Response>,
  ): Promise<Response> {
    switch (fault?.kind) {
      case 'cut':
        throw new ConnectionCut()
      case 'hang':
        await pauseUnlessAborted(fault.ms, request.signal)
        throw new ConnectionCut()
      case 'status':
        return this.failure(request, fault.status, fault.code, fault.message, fault.retryAfter)
      case 'commit-then-cut':
        await carryOut()
        throw new ConnectionCut()
      case 'commit-then-status':
        await carryOut()
        return this.failure(request, fault.status)
      case 'late': {
        const response = await carryOut()
        await pauseUnlessAborted(fault.ms, request.signal)
        return response
      }
      default:
        return carryOut()
    }
  }

  private async answer(request: Request, text: string, url: URL, batch: Exchange[]): Promise<Response> {
    const { world, throttle } = this.parts
    let waiting: Promise<void> | undefined
    const latency = () => {
      waiting ??= pause(world.behaviour.latencyMs)
      return waiting
    }
    const wait = throttle.refuse(world.clock())
    const response =
      wait === undefined
        ? await this.dispatch(request, text, url, batch, latency)
        : this.failure(request, 429, undefined, undefined, wait)
    await latency()
    response.headers.set('request-id', this.requestId())
    const clientId = request.headers.get('client-request-id')
    if (clientId) response.headers.set('client-request-id', clientId)
    return response
  }

  private async dispatch(
    request: Request,
    text: string,
    url: URL,
    batch: Exchange[],
    latency: () => Promise<void>,
  ): Promise<Response> {
    const { world } = this.parts
    const signingIn = answerAuthority(world, request, url, text)
    if (signingIn) return signingIn
    if (decodeURIComponent(url.pathname) === '/v1.0/$batch' && request.method === 'POST')
      return this.batch(request, text, url, batch, latency)
    return this.graph(
      new Request(url, { method: request.method, headers: request.headers, ...(text ? { body: text } : {}) }),
      latency,
    )
  }

  private async graph(request: Request, latency: () => Promise<void>): Promise<Response> {
    return this.parts.app.fetch(addressed(request), { latency, requestId: this.requestId() })
  }

  private async batch(
    request: Request,
    text: string,
    url: URL,
    batch: Exchange[],
    latency: () => Promise<void>,
  ): Promise<Response> {
    try {
      const items = readBatch(loggedBody(text).json)
      return Response.json(await runBatch(items, item => this.batchItem(request, url, item, batch, latency)))
    } catch (error) {
      if (error instanceof GraphError) return this.failure(request, error.status, error.code, error.message)
      throw error
    }
  }

  private async batchItem(
    outer: Request,
    url: URL,
    item: BatchItem,
    batch: Exchange[],
    latency: () => Promise<void>,
  ): Promise<BatchReply> {
    const path = `/v1.0${item.url}`
    const authorization = outer.headers.get('authorization')
    const headers = new Headers({ ...item.headers, ...(authorization ? { authorization } : {}) })
    const body = item.body === undefined ? {} : { body: JSON.stringify(item.body) }
    const inner = new Request(new URL(path, url.origin), { method: item.method, headers, ...body })
    const fault = inBatch(this.parts.faults.next({ method: item.method, path, batch: true }))
    const response = await this.withFault(fault, outer, () => this.graph(inner, latency))
    const answer = await response.text()
    const json = loggedBody(answer).json
    const exchange: Exchange = {
      method: item.method,
      path,
      status: response.status,
      ...(item.body === undefined ? {} : { requestBody: item.body }),
    }
    batch.push(json === undefined ? exchange : { ...exchange, responseBody: json })
    const sent: Record<string, string> = {}
    if (json !== undefined) sent['Content-Type'] = 'application/json'
    const retryAfter = response.headers.get('retry-after')
    if (retryAfter) sent['Retry-After'] = retryAfter
    return {
      id: item.id,
      status: response.status,
      headers: sent,
      ...(json === undefined ? {} : { body: json as Json }),
    }
  }

  private failure(request: Request, status: number, code?: string, message?: string, retryAfter?: number): Response {
    const requestId = this.requestId()
    const clientRequestId = request.headers.get('client-request-id') ?? requestId
    const trace = { date: this.parts.world.clock(), requestId, clientRequestId }
    const body: JsonObject = errorBody(
      code ?? codeOfStatus(status),
      message ?? `The sandbox was told to answer ${status}.`,
      trace,
    )
    return Response.json(body, {
      status,
      headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
    })
  }

  private requestId(): string {
    return derivedId('request', String(++this.count))
  }
}

/** A broken connection has no place inside a batch: the sub-request fails instead. */
function inBatch(fault: Fault | undefined): Fault | undefined {
  if (fault?.kind === 'cut' || fault?.kind === 'hang') return { kind: 'status', status: 503 }
  return fault?.kind === 'commit-then-cut' ? { kind: 'commit-then-status', status: 504 } : fault
}

const plain: Readonly<Record<string, string>> = { '%27': "'", '%28': '(', '%29': ')', '%3d': '=', '%2c': ',' }

/** OData also writes `catalogs('id')` for `catalogs/id`; a trailing slash says nothing. */
function addressed(request: Request): Request {
  const url = new URL(request.url)
  const unescaped = url.pathname.replace(/%(?:27|28|29|3d|2c)/gi, found => plain[found.toLowerCase()] ?? found)
  const path = unescaped.replace(/\/+$/, '').replaceAll(/\((?:'|%27)([^'()=]*?)(?:'|%27)\)/g, '/$1')
  if (path === url.pathname) return request
  url.pathname = path
  return new Request(url, request)
}
