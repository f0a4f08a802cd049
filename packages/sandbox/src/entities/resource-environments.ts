import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { badRequest, notFound } from '../http/graph-error.ts'
import { replyList } from '../http/replies.ts'
import type { Kind } from './kind.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageresourceenvironment: of a tenant in several regions, which the sandbox is not. */
export const resourceEnvironments: Kind = {
  store: 'resourceEnvironment',
  type: 'accessPackageResourceEnvironment',
  guids: true,
  navigation: { resources: () => [] },
}

/** https://learn.microsoft.com/graph/api/entitlementmanagement-list-resourceenvironments: not without a filter. */
function list(call: Call): Reply {
  if (!call.search.has('$filter') && !call.search.has('filter'))
    throw badRequest("A $filter is required: originSystem eq 'SharePointOnline'.")
  return replyList(
    call,
    { kind: resourceEnvironments, docs: [] },
    'identityGovernance/entitlementManagement/resourceEnvironments',
  )
}

export const resourceEnvironmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${em}/resourceEnvironments`,
    area: 'entitlement',
    does: 'lists none: the sandbox is in one region',
    handle: list,
  },
  {
    method: 'GET',
    path: `${em}/resourceEnvironments/:id`,
    area: 'entitlement',
    does: 'finds none',
    handle: () => {
      throw notFound()
    },
  },
]
