import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A member of a type in Microsoft's published metadata (`em-model.json`). */
interface Member {
  readonly type: string
  readonly nullable?: boolean
  readonly collection?: boolean
}

interface StructuredType {
  readonly base?: string
  readonly abstract?: boolean
  readonly openType?: boolean
  /** Some members were left out of the excerpt, so an unknown one says nothing. */
  readonly trimmed?: boolean
  readonly properties: Readonly<Record<string, Member>>
  readonly navigation?: Readonly<Record<string, Member>>
}

interface Operation {
  readonly name: string
  readonly boundTo: { readonly type: string; readonly collection: boolean }
  readonly parameters: readonly ({ readonly name: string } & Member)[]
  readonly returns?: { readonly type: string; readonly collection: boolean }
}

/** Microsoft Graph's published schema as far as entitlement management reaches. */
export interface Schema {
  readonly enums: Readonly<
    Record<string, { readonly members: Readonly<Record<string, number>>; readonly isFlags?: boolean }>
  >
  readonly complexTypes: Readonly<Record<string, StructuredType>>
  readonly entityTypes: Readonly<Record<string, StructuredType>>
  readonly actions: readonly Operation[]
  readonly functions: readonly Operation[]
  readonly container: Readonly<Record<string, { readonly kind: string; readonly type: string }>>
}

export interface Exchange {
  readonly method: string
  /** Path and query, with or without `/v1.0`; an absolute URL is fine too. */
  readonly path: string
  readonly requestBody?: unknown
  readonly status: number
  readonly responseBody?: unknown
}

export interface Direction {
  readonly direction: 'request' | 'response'
}

/** Where the published schema lies: `shared/graph` beside the repository's folder. */
export const schemaFolder = join(import.meta.dirname, '../../../shared/graph')

/** The published schema, or undefined where the folder is missing. */
export function loadSchema(): Schema | undefined {
  const file = join(schemaFolder, 'em-model.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Schema) : undefined
}

type JsonObject = Record<string, unknown>
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Sent by Microsoft's documentation although the schema doesn't declare it: behaviour.md §0.7 and §0.8. */
const undeclared: Readonly<Record<string, readonly string[]>> = {
  accessPackageAssignment: ['targetId', 'assignmentPolicyId', 'accessPackageId'],
  accessPackageResource: ['resourceType'],
}

const bare = (name: string) => name.replace(/^#/, '').replace(/^(microsoft\.)?graph\./, '')
const typeOf = (schema: Schema, name: string): StructuredType | undefined =>
  schema.entityTypes[name] ?? schema.complexTypes[name]

function* lineage(schema: Schema, name: string): Generator<[string, StructuredType]> {
  for (let at: string | undefined = name; at !== undefined; ) {
    const type = typeOf(schema, at)
    if (!type) return
    yield [at, type]
    at = type.base
  }
}

function memberOf(schema: Schema, name: string, member: string): Member | undefined {
  for (const [, type] of lineage(schema, name)) {
    const found = type.properties[member] ?? type.navigation?.[member]
    if (found) return found
  }
  return undefined
}

/** What is wrong with a JSON value as an instance of a declared type: one sentence each, with the place. */
export function validateEntity(schema: Schema, typeName: string, json: unknown, { direction }: Direction): string[] {
  const wrong: string[] = []
  visit(schema, typeName, json, direction, typeName, wrong)
  return wrong
}

function visit(schema: Schema, declared: string, json: unknown, direction: string, at: string, wrong: string[]): void {
  if (!isObject(json)) return void wrong.push(`${at}: not an object of ${declared}`)
  const annotation = json['@odata.type']
  const actual = typeof annotation === 'string' ? bare(annotation) : declared
  const ancestors = [...lineage(schema, actual)]
  if (ancestors.length === 0) return void wrong.push(`${at}: unknown type ${actual}`)
  if (!ancestors.some(([name]) => name === declared)) wrong.push(`${at}: ${actual} is no ${declared}`)
  if (typeOf(schema, actual)?.abstract)
    wrong.push(`${at}: ${actual} is abstract, so '@odata.type' must name another type`)
  if (direction === 'response' && typeof annotation === 'string' && !annotation.startsWith('#'))
    wrong.push(`${at}: '@odata.type' without '#'`)
  const permissive = ancestors.some(([, type]) => type.openType || type.trimmed)
  for (const [name, value] of Object.entries(json)) {
    if (name.includes('@')) continue
    const member = memberOf(schema, actual, name)
    if (member) visitMember(schema, member, value, direction, `${at}.${name}`, wrong)
    else if (!permissive && !undeclared[actual]?.includes(name)) wrong.push(`${at}.${name}: not in ${actual}`)
  }
}

function visitMember(
  schema: Schema,
  member: Member,
  value: unknown,
  direction: string,
  at: string,
  wrong: string[],
): void {
  if (value === null || value === undefined) {
    if (member.collection && direction === 'response') wrong.push(`${at}: null where a collection stands`)
    else if (member.nullable === false) wrong.push(`${at}: null, but not nullable`)
    return
  }
  if (!member.collection) {
    visitValue(schema, member.type, value, direction, at, wrong)
    return
  }
  if (!Array.isArray(value)) return void wrong.push(`${at}: not a collection of ${member.type}`)
  for (const [index, item] of value.entries())
    visitValue(schema, member.type, item, direction, `${at}[${index}]`, wrong)
}

function visitValue(
  schema: Schema,
  type: string,
  value: unknown,
  direction: string,
  at: string,
  wrong: string[],
): void {
  const enumeration = schema.enums[type]
  if (enumeration) {
    const parts = enumeration.isFlags && typeof value === 'string' ? value.split(',') : [value]
    for (const part of parts) {
      if (typeof part !== 'string' || !Object.hasOwn(enumeration.members, part))
        wrong.push(`${at}: ${JSON.stringify(part)} is not a member of ${type}`)
    }
    return
  }
  const scalar = scalars[type]
  if (!scalar) visit(schema, type, value, direction, at, wrong)
  else if (!scalar(value)) wrong.push(`${at}: ${JSON.stringify(value)} where the schema has ${type}`)
}

const text = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value)
const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': value => typeof value === 'string',
  'Edm.Boolean': value => typeof value === 'boolean',
  'Edm.Int32': value => Number.isInteger(value),
  'Edm.Int64': value => Number.isInteger(value),
  'Edm.Double': value => typeof value === 'number',
  'Edm.Guid': text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  'Edm.Date': text(/^\d{4}-\d{2}-\d{2}$/),
  'Edm.DateTimeOffset': text(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/),
  'Edm.Duration': text(/^-?P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/),
  'Edm.Stream': () => true,
}

/** What a path of Graph leads to. */
interface Place {
  readonly type: string
  readonly collection: boolean
  /** Ends in `$ref`: bodies are references, not entities. */
  readonly reference?: boolean
  /** An action, with its parameters and perhaps a result. */
  readonly action?: Operation
}

/** Walks the declared navigation properties along a path; a sentence when they don't lead there. */
function placeOf(schema: Schema, path: string): Place | string {
  const clean = path.replace(/^https?:\/\/[^/]+/, '').replace(/^\/v1\.0/, '')
  if (/^\/sites\/[^/]+:/.test(clean)) return { type: 'site', collection: false }
  const [first = '', ...rest] =
    clean.split('?')[0]?.split('/').filter(Boolean).flatMap(splitKey).map(decodeURIComponent) ?? []
  const root = schema.container[first]
  if (!root) return `${first} is not in the entity container`
  let place: Place = { type: root.type, collection: root.kind === 'EntitySet' }
  for (const segment of rest) {
    const next = step(schema, place, segment)
    if (typeof next === 'string') return next
    place = next
  }
  return place
}

/** `catalogs('x')` and `subjects(objectId='x')` are a collection and a key; functions keep their parameters. */
function splitKey(segment: string): string[] {
  const keyed = /^(\w+)\((?:objectId=)?(?:'|%27)([^=]*?)(?:'|%27)\)$/.exec(segment)
  return keyed ? [String(keyed[1]), String(keyed[2])] : [segment]
}

function step(schema: Schema, place: Place, segment: string): Place | string {
  if (segment === '$ref') return { ...place, reference: true }
  const name = bare(segment).replace(/\(.*\)$/, '')
  const bound = (operation: Operation) =>
    operation.name === name &&
    operation.boundTo.collection === place.collection &&
    [...lineage(schema, place.type)].some(([type]) => type === operation.boundTo.type)
  const called = schema.functions.find(bound)
  if (called?.returns) return { type: called.returns.type, collection: called.returns.collection }
  const action = schema.actions.find(bound)
  if (action) return { type: action.returns?.type ?? '', collection: action.returns?.collection ?? false, action }
  if (place.type === 'directoryObject' && segment === 'getByIds') {
    const ids = { name: 'ids', type: 'Edm.String', collection: true }
    const types = { name: 'types', type: 'Edm.String', collection: true }
    const returns = { type: 'directoryObject', collection: true }
    return { ...returns, action: { name: segment, boundTo: returns, parameters: [ids, types], returns } }
  }
  if (place.collection) return { type: place.type, collection: false }
  if (typeOf(schema, name) && name !== segment) return { type: name, collection: false }
  const member = memberOf(schema, place.type, segment)
  return member
    ? { type: member.type, collection: member.collection ?? false }
    : `${segment} is no member of ${place.type}`
}

/**
 * What is wrong with one request and its answer, by the published schema: the path, the body sent (when it was accepted)
 * and the body received, or the error envelope. The requests of a `$batch` are each looked at.
 */
export function validateExchange(schema: Schema, exchange: Exchange): string[] {
  const { method, path, status, requestBody, responseBody } = exchange
  const at = `${method} ${path} → ${status}`
  if (/\/oauth2\/|\.well-known|\/organization\b/.test(path)) return []
  if (/\/(\$|%24)batch$/.test(path))
    return status === 200 ? validateBatch(schema, exchange) : validateFailure(responseBody, at)
  if (status >= 400) return validateFailure(responseBody, at)
  const place = placeOf(schema, path)
  if (typeof place === 'string') return [`${at}: ${place}`]
  const wrong = requestBody === undefined || requestBody === null ? [] : validateRequest(schema, place, requestBody)
  if (status === 204) {
    if (responseBody !== undefined && responseBody !== null && responseBody !== '') wrong.push('a body with 204')
  } else if (responseBody !== undefined) wrong.push(...validateResponse(schema, method, place, responseBody))
  return wrong.map(sentence => `${at}: ${sentence}`)
}

function validateRequest(schema: Schema, place: Place, body: unknown): string[] {
  if (place.reference)
    return isObject(body) && typeof body['@odata.id'] === 'string' ? [] : ["the body holds no '@odata.id'"]
  if (!place.action) return validateEntity(schema, place.type, body, { direction: 'request' })
  const wrong: string[] = []
  for (const [name, value] of Object.entries(isObject(body) ? body : {})) {
    const parameter = place.action.parameters.find(known => known.name === name)
    if (parameter) visitMember(schema, parameter, value, 'request', name, wrong)
    else wrong.push(`${place.action.name} has no parameter ${name}`)
  }
  return wrong
}

function validateResponse(schema: Schema, method: string, place: Place, body: unknown): string[] {
  if (!isObject(body)) return ['the answer is not an object']
  const many = place.collection && (method === 'GET' || place.action !== undefined)
  if (!many)
    return place.type ? validateEntity(schema, place.type, alone(place.type, body), { direction: 'response' }) : []
  const strange = Object.keys(body).filter(name => name !== 'value' && !name.includes('@'))
  const wrong = strange.map(name => `${name} beside value`)
  if (!Array.isArray(body.value)) return [...wrong, 'a collection without value']
  return [...wrong, ...body.value.flatMap(item => validateEntity(schema, place.type, item, { direction: 'response' }))]
}

/** Custom extensions come wrapped: behaviour.md §0.9. */
const alone = (type: string, body: JsonObject): JsonObject =>
  type === 'customCalloutExtension' && isObject(body.value) ? body.value : body

function validateFailure(body: unknown, at: string): string[] {
  const error = isObject(body) ? body.error : undefined
  if (!isObject(error)) return [`${at}: no error envelope`]
  const missing = ['code', 'message'].filter(name => typeof error[name] !== 'string' || error[name] === '')
  return missing.map(name => `${at}: error.${name} is missing`)
}

function validateBatch(schema: Schema, { requestBody, responseBody }: Exchange): string[] {
  const requests =
    isObject(requestBody) && Array.isArray(requestBody.requests) ? requestBody.requests.filter(isObject) : []
  const responses =
    isObject(responseBody) && Array.isArray(responseBody.responses) ? responseBody.responses.filter(isObject) : []
  return requests.flatMap(request => {
    const response = responses.find(({ id }) => id === request.id)
    if (!response) return [`$batch: no answer to request ${String(request.id)}`]
    const path = `/${String(request.url).replace(/^\//, '')}`
    const exchange = {
      method: String(request.method),
      path,
      requestBody: request.body,
      status: Number(response.status),
      responseBody: response.body,
    }
    return validateExchange(schema, exchange)
  })
}
