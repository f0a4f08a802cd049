import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Json } from '../json.ts'
import type { World } from '../world.ts'
import { type Caller, readToken } from './access-tokens.ts'
import type { Call, Reply, Route } from './call.ts'
import { scopedCall } from './catalog-roles.ts'
import { errorBody, GraphError, notImplemented } from './graph-error.ts'
import { denied, everyPermission, isPermitted } from './permissions.ts'
import { routes } from './routes.ts'
import { applicationOf } from './sign-in.ts'
import { callOfUser } from './user-roles.ts'

/** What the transport hands to each request. */
export interface Surroundings {
  /** Resolves when the request's artificial latency has passed. */
  readonly latency: () => Promise<void>
  readonly requestId: string
}

interface Env {
  Bindings: Surroundings
}

/** Graph itself, one request at a time: routing, sign-in, permission, and the error envelope. */
export function createGraphApp(world: World, auth: 'required' | 'off'): Hono<Env> {
  const app = new Hono<Env>()
  for (const route of routes) app.on(route.method, `/v1.0${route.path}`, context => handle(world, auth, route, context))
  for (const path of new Set(routes.map(route => route.path))) {
    app.all(`/v1.0${path}`, context => {
      callerOf(world, auth, context)
      throw new GraphError(
        405,
        'MethodNotAllowed',
        `The HTTP method ${context.req.method} is not supported by '${context.req.path}'.`,
      )
    })
  }
  app.all('*', context => {
    callerOf(world, auth, context)
    throw notImplemented(`${context.req.method} ${context.req.path}`)
  })
  app.onError((error, context) => failure(world, error, context))
  return app
}

async function handle(world: World, auth: 'required' | 'off', route: Route, context: Context<Env>): Promise<Response> {
  const caller = callerOf(world, auth, context)
  const url = new URL(context.req.url)
  const call: Call = {
    world,
    caller,
    method: context.req.method,
    origin: url.origin,
    path: decodeURIComponent(url.pathname),
    search: url.searchParams,
    params: context.req.param() as Readonly<Record<string, string>>,
    eventual: context.req.header('consistencylevel')?.toLowerCase() === 'eventual',
    body: await bodyOf(context),
    latency: context.env.latency,
  }
  return answer(await route.handle(auth === 'off' ? call : entitled(call, route)))
}

/** The call with no more rights than its caller has: 403 where the token or the caller's roles don't allow the route. */
function entitled(call: Call, route: Route): Call {
  const permitted = isPermitted(call.caller, route)
  if (call.caller.user === undefined) {
    const scoped = permitted ? call : scopedCall(call, route)
    if (!scoped) throw denied()
    return scoped
  }
  if (!permitted) throw denied()
  return callOfUser(call, route)
}

function callerOf(world: World, auth: 'required' | 'off', context: Context<Env>): Caller {
  if (auth === 'off') return applicationOf(world, '00000000-0000-0000-0000-00000000feed', everyPermission)
  const token = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  const caller = token ? readToken(world.tenant, token, world.clock()) : 'Access token is empty.'
  if (typeof caller === 'string') throw new GraphError(401, 'InvalidAuthenticationToken', caller)
  return caller
}

async function bodyOf(context: Context<Env>): Promise<Json | undefined> {
  const text = context.req.method === 'GET' ? '' : await context.req.text()
  if (!text) return undefined
  if (!/\bjson\b/i.test(context.req.header('content-type') ?? '')) {
    throw new GraphError(400, 'RequestBodyRead', 'Entity only allows writes with a JSON Content-Type header.')
  }
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    )
  }
}

const json = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

function answer(reply: Reply): Response {
  const headers = new Headers(reply.headers)
  if (!reply.body) return new Response(null, { status: reply.status, headers })
  headers.set('content-type', json)
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers })
}

function failure(world: World, error: Error, context: Context<Env>): Response {
  const refusal =
    error instanceof GraphError
      ? error
      : new GraphError(500, 'InternalServerError', `The sandbox failed: ${error.message}`)
  const { requestId } = context.env
  const clientRequestId = context.req.header('client-request-id') ?? requestId
  const body = errorBody(refusal.code, refusal.message, { date: world.clock(), requestId, clientRequestId })
  return answer({ status: refusal.status, body, headers: refusal.headers })
}
