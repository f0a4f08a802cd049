import {
  type Address,
  batching,
  bind,
  type HttpTransport,
  heldAssignments,
  match,
  plan,
  type ReadOptions,
  read,
  resolveDirectory,
  type SourceRange,
  type Tenant,
  type TenantIdentity,
  type TenantObject,
} from '@entitle/graph'

/** How a live object stands to the sources. `undeclared`: nothing declares it. */
export type Standing = 'declared' | 'differs' | 'undeclared'

/** A live object, how it stands, and where it is declared. */
export interface Surveyed {
  readonly object: TenantObject
  readonly standing: Standing
  readonly range?: SourceRange
}

/** All of a tenant that entitlement management knows, less who has access. */
export interface Survey {
  readonly objects: readonly Surveyed[]
  /** What couldn't be read, in sentences. */
  readonly problems: readonly string[]
}

export interface SurveyInput {
  readonly transport: HttpTransport
  readonly desired: Tenant
  readonly identity: TenantIdentity & { readonly tenantId: string }
  readonly options?: ReadOptions
}

/** Reads the whole tenant, and compares it with what is declared. @throws as reading for a plan does. */
export const survey = async ({ transport, desired, identity, options = {} }: SurveyInput): Promise<Survey> => {
  const graph = batching(transport)
  const { signal } = options
  const abort = signal === undefined ? {} : { signal }
  const [{ directory }, there] = await Promise.all([
    resolveDirectory(graph, desired, abort),
    read(graph, { settings: false, organizations: 'all', catalogs: 'all' }, options),
  ])
  const bound = bind(desired, directory)
  const matching = match(bound, there.tenant, there.unread)
  const { steps } = plan({ desired: bound, live: there.tenant, matching, identity })
  return {
    objects: standings(there.tenant, matching.pairs, new Set(steps.map(({ address }) => address))),
    problems: there.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  }
}

const standings = (
  { objects }: Tenant,
  pairs: readonly { readonly desired: TenantObject; readonly live: TenantObject }[],
  changing: ReadonlySet<Address>,
): readonly Surveyed[] => {
  const declared = new Map(pairs.map(({ desired, live }) => [live.address, desired]))
  return objects.map(object => {
    const source = declared.get(object.address)
    if (source === undefined) return { object, standing: 'undeclared' }
    const range = source.origin?.range
    return {
      object,
      standing: changing.has(source.address) ? 'differs' : 'declared',
      ...(range === undefined ? {} : { range }),
    }
  })
}

/** Who has access through a package now. @throws as reading for a plan does. */
export const assignmentsOf = async (
  transport: HttpTransport,
  accessPackage: TenantObject,
  survey: Survey,
): Promise<{ readonly assignments: readonly TenantObject[]; readonly problems: readonly string[] }> => {
  const live = survey.objects.map(({ object }) => object)
  const { held, findings } = await heldAssignments(transport, [accessPackage], live)
  return {
    assignments: held.get(accessPackage.address) ?? [],
    problems: findings.map(({ message }) => message),
  }
}
