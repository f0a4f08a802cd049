import type { HttpTransport, Json, JsonObject } from '@entitle/graph'

/** Objects of Graph v1.0 as somebody has them written down: what belongs to another names its id. */
export interface GraphDocument {
  readonly organizations: readonly JsonObject[]
  /** Each with its `resources`. */
  readonly catalogs: readonly JsonObject[]
  /** Each with `catalog: {id}` and its `resourceRoleScopes`. */
  readonly packages: readonly JsonObject[]
  /** Each with `accessPackage: {id}`. */
  readonly policies: readonly JsonObject[]
  /** Of catalogs. */
  readonly roleAssignments: readonly JsonObject[]
  /** What directory objects are called, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly losses: readonly Loss[]
}

/** Something that could not be converted. */
export interface Loss {
  /** From 1, where that is known. */
  readonly line?: number
  readonly message: string
}

/** Why a text is none that can be converted. */
export class NotConvertible extends Error {
  override readonly name = 'NotConvertible'
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}

/** Answers as a tenant would that has these objects and no others, so that they are read as a tenant is. */
export const documentTransport = (document: GraphDocument): HttpTransport => {
  const get = (path: string): Json => ({ value: listAt(decodeURIComponent(path), document) })
  return {
    async send({ path, body }) {
      if (path !== '/$batch')
        return { status: 200, headers: {}, body: path.includes('getByIds') ? named(document) : get(path) }
      const { requests = [] } = body as unknown as { requests?: readonly { id: string; url: string }[] }
      const responses = requests.map(({ id, url }) => ({
        id,
        status: 200,
        headers: {},
        body: url.includes('getByIds') ? named(document) : get(url),
      }))
      return { status: 200, headers: {}, body: { responses } }
    },
  }
}

const listAt = (
  path: string,
  { catalogs, packages, policies, organizations, roleAssignments }: GraphDocument,
): Json => {
  const [where = '', query = ''] = path.split('?')
  const wanted = /'([^']*)'/.exec(query)?.[1]
  if (where.endsWith('/catalogs')) return [...catalogs]
  if (where.endsWith('/connectedOrganizations')) return [...organizations]
  if (where.endsWith('/assignmentPolicies')) return [...policies]
  if (where.endsWith('/accessPackages'))
    return packages.filter(({ catalog }) => wanted === undefined || idOf(catalog) === wanted)
  const inside = /\/([^/]+)\/(resources|customWorkflowExtensions|incompatibleGroups|incompatibleAccessPackages)$/.exec(
    where,
  )
  if (inside !== null) {
    const holder = [...catalogs, ...packages].find(({ id }) => id === inside[1])
    const list = holder?.[inside[2] ?? '']
    return Array.isArray(list) ? list : []
  }
  if (where.endsWith('/roleAssignments'))
    return roleAssignments.filter(({ appScopeId }) => wanted === undefined || appScopeId === wanted)
  return []
}

const named = ({ names }: GraphDocument): Json => ({
  value: [...names].map(([id, displayName]) => ({ id, displayName, userPrincipalName: displayName })),
})

const idOf = (value: Json | undefined): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : ''
