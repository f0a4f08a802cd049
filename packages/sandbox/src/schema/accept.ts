import { badRequest, GraphError, invalidModel } from '../http/graph-error.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import {
  enumMember,
  isAbstract,
  isEnum,
  isStructured,
  isSubtype,
  navigationOf,
  propertyOf,
  type TypeReference,
  typeNameOf,
} from './lookup.ts'
import { canonicalInstant, durationMs, isDate, isGuid, writeDuration } from './scalars.ts'

/** Properties that Microsoft's documentation sends although the published schema does not declare them. */
const undeclared: Readonly<Record<string, Readonly<Record<string, TypeReference>>>> = {
  accessPackageAssignment: {
    targetId: { type: 'String', collection: false, nullable: true },
    assignmentPolicyId: { type: 'String', collection: false, nullable: true },
    accessPackageId: { type: 'String', collection: false, nullable: true },
  },
  accessPackageResource: { resourceType: { type: 'String', collection: false, nullable: true } },
}

/**
 * Reads a request body as a value of a declared type and gives it back in the service's own spelling: enumeration members
 * in their published case, durations and moments canonical, `@odata.type` with `#` and only where it says something.
 * Unknown properties, wrong JSON types, unknown members and missing or foreign `@odata.type` are refused with 400.
 */
export function accept(type: string, value: unknown, path = ''): JsonObject {
  if (!isObject(value))
    throw invalidModel(
      `The model is invalid. ${path || 'The request body'} must be a JSON object of type microsoft.graph.${type}.`,
    )
  const actual = actualType(type, value, path)
  const result: JsonObject = actual === type ? {} : { '@odata.type': `#microsoft.graph.${actual}` }
  for (const [name, given] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name
    if (name.endsWith('@odata.bind')) result[name] = given
    else if (!name.includes('@')) result[name] = acceptMember(actual, name, given, at)
  }
  return result
}

function actualType(declared: string, value: JsonObject, path: string): string {
  const annotation = value['@odata.type']
  if (annotation === undefined) {
    const assumed = assumedTypes[declared]
    if (assumed !== undefined && !isReference(value)) return assumed
    if (!isAbstract(declared) || isReference(value)) return declared
    throw badRequest(
      `A type named 'microsoft.graph.${declared}' is abstract; '@odata.type' is required${path ? ` at '${path}'` : ''}.`,
    )
  }
  const actual = typeNameOf(String(annotation))
  if (!isStructured(actual) || !isSubtype(actual, declared)) {
    throw badRequest(
      `The type '${String(annotation)}' is not a valid 'microsoft.graph.${declared}'${path ? ` at '${path}'` : ''}.`,
    )
  }
  if (isAbstract(actual)) throw badRequest(`Cannot create an abstract class: 'microsoft.graph.${actual}'.`)
  return actual
}

/**
 * What is meant where no type is said: a scope need not say that it is a query.
 * https://learn.microsoft.com/graph/api/resources/accessreviewscope
 */
const assumedTypes: Readonly<Record<string, string>> = { accessReviewScope: 'accessReviewQueryScope' }

/** Whoever refers to an object by its id need not say of which type it is. */
const isReference = (value: JsonObject): boolean => Object.keys(value).join() === 'id'

function acceptMember(type: string, name: string, value: Json, path: string): Json {
  const extra = undeclared[type]
  const declared =
    propertyOf(type, name) ??
    navigationOf(type, name) ??
    (extra && Object.hasOwn(extra, name) ? extra[name] : undefined)
  if (!declared) {
    throw badRequest(
      `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
    )
  }
  if (value === null) {
    if (declared.nullable) return declared.collection ? [] : null
    throw badRequest(`A null value was found for the property named '${name}', which is not nullable (at '${path}').`)
  }
  if (!declared.collection) return acceptValue(declared.type, value, path)
  if (!Array.isArray(value)) throw wrongType(path, `Collection(${declared.type})`, value)
  return value.map((item, index) => acceptValue(declared.type, item, `${path}[${index}]`))
}

function acceptValue(type: string, value: Json, path: string): Json {
  if (isStructured(type)) return accept(type, value, path)
  if (isEnum(type)) {
    const member = typeof value === 'string' ? enumMember(type, value) : undefined
    if (member === undefined)
      throw invalidModel(`Requested value '${String(value)}' was not found in microsoft.graph.${type} (at '${path}').`)
    return member
  }
  const read = scalars[type]
  if (!read) throw new GraphError(500, 'InternalServerError', `The sandbox knows no type ${type}.`)
  const scalar = read(value)
  if (scalar === undefined) throw wrongType(path, `Edm.${type}`, value)
  return scalar
}

const scalars: Readonly<Record<string, (value: Json) => Json | undefined>> = {
  String: value => (typeof value === 'string' ? value : undefined),
  Boolean: value => (typeof value === 'boolean' ? value : undefined),
  Int32: value => (Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 ? value : undefined),
  Guid: value => (typeof value === 'string' && isGuid(value) ? value : undefined),
  Date: value => (typeof value === 'string' && isDate(value) ? value : undefined),
  DateTimeOffset: value => (typeof value === 'string' ? canonicalInstant(value) : undefined),
  Duration(value) {
    const ms = typeof value === 'string' ? durationMs(value) : undefined
    return ms === undefined ? undefined : writeDuration(ms)
  },
}

function wrongType(path: string, wanted: string, value: Json): GraphError {
  const shown = JSON.stringify(value).slice(0, 60)
  return badRequest(`Cannot convert the literal '${shown}' to the expected type '${wanted}' (property '${path}').`)
}
