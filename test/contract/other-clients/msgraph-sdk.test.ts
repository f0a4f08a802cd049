import {
  AllowedHostsValidator,
  BaseBearerTokenAuthenticationProvider,
  HttpMethod,
  type Parsable,
  type ParsableFactory,
  ParseNodeFactoryRegistry,
  RequestInformation,
  type SerializationWriter,
  SerializationWriterFactoryRegistry,
} from '@microsoft/kiota-abstractions'
import { HttpClient } from '@microsoft/kiota-http-fetchlibrary'
import {
  JsonParseNode,
  JsonParseNodeFactory,
  JsonSerializationWriterFactory,
} from '@microsoft/kiota-serialization-json'
import { GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import * as models from '@microsoft/msgraph-sdk/models/index.js'
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js'
import { describe, expect, it } from 'vitest'
import { everyKind, expected, type OtherClient, tenant } from './every-kind.ts'

type Serialize = (writer: SerializationWriter, value?: Partial<Parsable> | null) => void

/** The SDK's functions are found by their names, which are regular; a kind that it does not have fails the test. */
const known = new Map<string, unknown>(Object.entries(models))
const capital = (type: string) => type.charAt(0).toUpperCase() + type.slice(1)
const found = (name: string): unknown => {
  const given = known.get(name)
  if (given === undefined) throw new Error(`@microsoft/msgraph-sdk has no ${name}.`)
  return given
}
const factoryOf = (type: string) => found(`create${capital(type)}FromDiscriminatorValue`) as ParsableFactory<Parsable>
const serializerOf = (type: string) => found(`serialize${capital(type)}`) as Serialize

/** What each address holds. */
const typeAt: Readonly<Record<string, string>> = {
  accessPackages: 'accessPackage',
  assignmentPolicies: 'accessPackageAssignmentPolicy',
  assignmentRequests: 'accessPackageAssignmentRequest',
  assignments: 'accessPackageAssignment',
  catalogs: 'accessPackageCatalog',
  connectedOrganizations: 'connectedOrganization',
  customWorkflowExtensions: 'customCalloutExtension',
  definitions: 'accessReviewScheduleDefinition',
  groups: 'group',
  incompatibleAccessPackages: 'accessPackage',
  internalSponsors: 'directoryObject',
  resources: 'accessPackageResource',
  roleAssignments: 'unifiedRoleAssignment',
  settings: 'entitlementManagementSettings',
  users: 'user',
}
const typeIn = (path: string): string => {
  const words = String(path.split('?')[0]).split('/')
  return words.map(word => typeAt[word]).findLast(type => type !== undefined) ?? ''
}

/**
 * The SDK's serializers of derived types write nothing of an object that is held as its base type (1.0.0-preview.90); what
 * an object says beyond its `@odata.type` travels as additional data then.
 */
function keepDerived(value: unknown, isRoot = true): unknown {
  if (Array.isArray(value)) return value.map(each => keepDerived(each, false))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const members = Object.entries(value).map(([name, each]) => [name, keepDerived(each, false)] as const)
  const { odataType, ...rest } = Object.fromEntries(members)
  return odataType === undefined || isRoot ? Object.fromEntries(members) : { odataType, additionalData: rest }
}

/** Microsoft's typed SDK: its models, its serializers and its request adapter, with the sandbox behind its `fetch`. */
async function sdk(): Promise<{ readonly client: OtherClient; readonly refused: () => readonly unknown[] }> {
  const { sandbox, token, fetch } = await tenant()
  const hosts = new AllowedHostsValidator(new Set(['graph.microsoft.com']))
  const provider = { getAuthorizationToken: async () => token, getAllowedHostsValidator: () => hosts }
  const parsers = new ParseNodeFactoryRegistry()
  parsers.contentTypeAssociatedFactories.set('application/json', new JsonParseNodeFactory())
  const writers = new SerializationWriterFactoryRegistry()
  writers.contentTypeAssociatedFactories.set('application/json', new JsonSerializationWriterFactory())
  const adapter = new GraphRequestAdapter(
    new BaseBearerTokenAuthenticationProvider(provider),
    parsers,
    writers,
    new HttpClient((url, init) => fetch(url, init)),
  )
  const errors = { XXX: createODataErrorFromDiscriminatorValue as ParsableFactory<Parsable> }
  const request = (method: HttpMethod, path: string) => {
    const information = new RequestInformation(method, undefined, {})
    information.URL = `https://graph.microsoft.com/v1.0${path}`
    information.headers.tryAdd('Accept', 'application/json')
    return information
  }
  const sending = (method: HttpMethod, path: string, type: string, body: Record<string, unknown>) => {
    const information = request(method, path)
    const model = new JsonParseNode(body).getObjectValue(factoryOf(type))
    const nothing = Object.fromEntries(Object.entries(body).filter(([, value]) => value === null))
    const actual = String(body['@odata.type'] ?? type).replace('#microsoft.graph.', '')
    const sent = { ...(keepDerived(model) as Parsable), ...nothing }
    information.setContentFromParsable(adapter, 'application/json', sent, serializerOf(actual))
    return information
  }
  const plain = (value: unknown) => value as Record<string, unknown>
  const client: OtherClient = {
    get: async path => plain(await adapter.send(request(HttpMethod.GET, path), factoryOf(typeIn(path)), errors)),
    list: async path => {
      const page = await adapter.send(
        request(HttpMethod.GET, path),
        factoryOf(`${typeIn(path)}CollectionResponse`),
        errors,
      )
      return plain(page).value as Record<string, unknown>[]
    },
    create: async (path, type, body) =>
      plain(await adapter.send(sending(HttpMethod.POST, path, type, body), factoryOf(type), errors)),
    update: async (verb, path, type, body) => {
      await adapter.sendNoResponseContent(sending(HttpMethod[verb], path, type, body), errors)
    },
    refer: async (path, to) => {
      await adapter.sendNoResponseContent(
        sending(HttpMethod.POST, path, 'referenceCreate', { '@odata.id': to }),
        errors,
      )
    },
    remove: async path => {
      await adapter.sendNoResponseContent(request(HttpMethod.DELETE, path), errors)
    },
  }
  return { client, refused: () => sandbox.requests.filter(({ status }) => status >= 400) }
}

describe("Microsoft's typed SDK", () => {
  it('lists, creates, updates and deletes each kind', async () => {
    const { client, refused } = await sdk()
    expect(await everyKind(client)).toEqual(expected)
    expect(refused()).toEqual([])
  })
})
