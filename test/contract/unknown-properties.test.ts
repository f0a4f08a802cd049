import { apply, type HttpRequest, type HttpResponse, type HttpTransport, type Json, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox } from '@entitle/sandbox'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'

type JsonObject = { readonly [name: string]: Json }
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const planted = 'futureSetting'
/** What says that an object is a reference, or an answer's envelope, and not one that settings are in. */
const isSetting = (value: JsonObject): boolean =>
  !('value' in value) && !('responses' in value) && !('requests' in value)

/** A value with a property in every object that no schema knows, told by where it stands. */
const plant = (value: Json, at = ''): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((each, index) => plant(each, `${at}/${index}`))
  if (!isObject(value)) return value
  const inside = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plant(each, `${at}/${name}`)]))
  return isSetting(value) ? { ...inside, [planted]: { at } } : inside
}

/** The value without these, and what they said. */
const unplant = (value: Json, found: string[]): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(each => unplant(each, found))
  if (!isObject(value)) return value
  const { [planted]: sign, ...rest } = value
  if (isObject(sign ?? null)) found.push(String((sign as JsonObject).at))
  return Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, unplant(each, found)]))
}

const pathsOf = /\/(assignmentPolicies|customWorkflowExtensions|definitions|connectedOrganizations)\/[^/?]+$/

/** Graph of a later year: whatever it shows has properties that nobody knows yet. Tells which of them each update brings back. */
const later = (transport: HttpTransport) => {
  const kept = new Map<string, readonly string[]>()
  const received = (request: HttpRequest): HttpRequest => {
    if (request.body === undefined) return request
    const parts = isObject(request.body) && Array.isArray(request.body.requests) ? request.body.requests : undefined
    const puts = parts ?? [{ method: request.method, url: request.path, body: request.body }]
    for (const put of puts as readonly JsonObject[]) {
      const kind = pathsOf.exec(String(put.url))?.[1]
      if ((put.method !== 'PUT' && put.method !== 'PATCH') || kind === undefined) continue
      const found: string[] = []
      unplant(put.body ?? null, found)
      kept.set(kind, found)
    }
    return { ...request, body: unplant(request.body, []) }
  }
  const shown = (response: HttpResponse): HttpResponse =>
    isObject(response.body) ? { ...response, body: plant(response.body) } : response
  return {
    kept,
    transport: {
      send: async (request, signal) => shown(await transport.send(received(request), signal)),
    } satisfies HttpTransport,
  }
}

const source = (times: number, rest = '') => `
tenant t "T" { domain "contoso.com" }
group leads "Leads"
organization o "O" { domain "a.example" ${times > 5 ? 'domain "b.example"' : ''} }
catalog c "C" {
  owners leads
  workflow badge "Badge" {
    description "${times}"
    logic app "badge" resource group "rg" subscription "7f0d6f1e-3f0c-4d4e-9a65-0c6c2f5d8b11"
    on request
  }
  package p "P" {
    policy s "S" {
      description "${times}"
      requestable by leads
      approval { stage by manager, fallback leads { within ${times} days } }
      review quarterly { starting 2027-01-04 reviewers leads }
      ask "Why?" { in "de-DE" "Warum?" }
      ask "Where?" choose "Here", "There"
      on request created call badge
      expires after ${times} days
    }
  }
}
review r "R" { description "${times}" of guests in all groups recurs quarterly starting 2027-01-04 reviewers leads ${rest} }
`

it('properties that nobody knows yet survive an update, at every depth of what Graph only takes whole', async () => {
  const sandbox = openSandbox()
  const { transport, kept } = later(sandboxTransport(sandbox))
  const deploy = async (text: string) => {
    const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: '2026-11-22', rules: false })
    expect(workspace.check().filter(({ severity }) => severity === 'error')).toEqual([])
    const { tenant, identity } = workspace.desired()
    sandbox.seed(directorySeed(tenant))
    const prepare = () =>
      preparePlan({ transport, desired: tenant, identity: { ...identity, tenantId: sandbox.tenant.id } })
    const { plan } = await prepare()
    expect(plan.findings).toEqual([])
    const outcome = await apply(plan, { transport, clock: systemClock })
    expect(outcome.steps.flatMap(({ failure }) => failure ?? [])).toEqual([])
    expect((await prepare()).plan.steps).toEqual([])
  }
  await deploy(source(5))
  expect(kept).toEqual(new Map())
  await deploy(source(6))
  const places = (kind: string) =>
    new Set((kept.get(kind) ?? []).map(place => place.replace(/^.*?\/value\/\d+/, '').replaceAll(/\/\d+/g, '/*')))
  expect(places('assignmentPolicies')).toEqual(
    new Set([
      '',
      '/expiration',
      '/requestorSettings',
      '/notificationSettings',
      '/specificAllowedTargets/*',
      '/requestApprovalSettings',
      '/requestApprovalSettings/stages/*',
      '/requestApprovalSettings/stages/*/primaryApprovers/*',
      '/requestApprovalSettings/stages/*/fallbackPrimaryApprovers/*',
      '/reviewSettings',
      '/reviewSettings/primaryReviewers/*',
      '/reviewSettings/schedule',
      '/reviewSettings/schedule/expiration',
      '/reviewSettings/schedule/recurrence',
      '/reviewSettings/schedule/recurrence/pattern',
      '/reviewSettings/schedule/recurrence/range',
      '/questions/*',
      '/questions/*/localizations/*',
      '/questions/*/choices/*',
    ]),
  )
  expect(places('customWorkflowExtensions')).toEqual(
    new Set(['', '/endpointConfiguration', '/authenticationConfiguration']),
  )
  expect(places('connectedOrganizations')).toEqual(new Set(['/identitySources/*']))
  expect(places('definitions')).toEqual(
    new Set([
      '',
      '/scope',
      '/instanceEnumerationScope',
      '/reviewers/*',
      '/settings',
      '/settings/recurrence',
      '/settings/recurrence/pattern',
      '/settings/recurrence/range',
    ]),
  )
  sandbox.close()
})
