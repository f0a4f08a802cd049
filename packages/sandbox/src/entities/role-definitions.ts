import type { Call, Reply, Route } from '../http/call.ts'
import { notFound } from '../http/graph-error.ts'
import { replyList, replyOne } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import type { Kind } from './kind.ts'

function define(id: string, displayName: string, allowedResourceActions: string[]): Doc {
  return {
    id,
    description: displayName,
    displayName,
    isBuiltIn: true,
    isEnabled: true,
    resourceScopes: ['/'],
    rolePermissions: [{ allowedResourceActions, condition: null, excludedResourceActions: [] }],
    templateId: id,
    version: '1.0',
  }
}

const action = (rest: string) => `microsoft.entitlementManagement/${rest}`

/** The built-in roles, named as the API names them; their ids are the same in every tenant. */
const roleDefinitionList: readonly Doc[] = [
  define('ae79f266-94d4-4dab-b730-feca7e132178', 'Catalog owner', [action('allEntities/allTasks')]),
  define('44272f93-9762-48e8-af59-1b5351b1d6b3', 'Catalog reader', [action('allEntities/Read')]),
  define('7f480852-ebdc-47d4-87de-0d8498384a83', 'AccessPackages manager', [
    action('AccessPackageCatalog/AccessPackage/allTasks'),
    action('AccessPackageCatalog/allEntities/Read'),
  ]),
  define('ba92d953-d8e0-4e39-a797-0cbedb0a89e8', 'Catalog creator', [action('AccessPackageCatalog/Create')]),
  define('e2182095-804a-4656-ae11-64734e9b7ae5', 'AccessPackage assignment manager', [
    action('AccessPackageCatalog/AccessPackage/GrantRequests/allTasks'),
    action('AccessPackageCatalog/AccessPackage/Grants/allTasks'),
    action('AccessPackageCatalog/allEntities/Read'),
  ]),
  define('e65cf63f-9cc2-4b48-8871-cb667e9d90fb', 'Connected Organization Administrator', [
    action('ConnectedOrganization/allTasks'),
  ]),
]

/** https://learn.microsoft.com/graph/api/rbacapplication-list-roledefinitions */
export const roleDefinitions: Kind = {
  store: 'roleDefinition',
  type: 'unifiedRoleDefinition',
  guids: true,
  navigation: {},
}

const context = 'roleManagement/entitlementManagement/roleDefinitions'

export const findRoleDefinition = (id: string): Doc | undefined =>
  roleDefinitionList.find(doc => doc.id === id.toLowerCase())

function one(call: Call): Reply {
  const found = findRoleDefinition(String(call.params.id))
  if (!found) throw notFound()
  return replyOne(call, roleDefinitions, found, context)
}

export const roleDefinitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `/${context}`,
    area: 'roleDefinitions',
    handle: call => replyList(call, { kind: roleDefinitions, docs: roleDefinitionList }, context),
  },
  { method: 'GET', path: `/${context}/:id`, area: 'roleDefinitions', handle: one },
]
