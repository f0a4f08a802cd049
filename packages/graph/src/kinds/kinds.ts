import type { KindName } from '../model/tenant.ts'
import { accessPackage } from './access-package.ts'
import { accessReview } from './access-review.ts'
import { assignment } from './assignment.ts'
import { assignmentPolicy } from './assignment-policy.ts'
import { catalog } from './catalog.ts'
import { catalogResource } from './catalog-resource.ts'
import { catalogRole } from './catalog-role.ts'
import { connectedOrganization } from './connected-organization.ts'
import { customWorkflowExtension } from './custom-workflow-extension.ts'
import { incompatibleGroup } from './incompatible-group.ts'
import { incompatiblePackage } from './incompatible-package.ts'
import type { Kind } from './kind.ts'
import { resourceRoleScope } from './resource-role-scope.ts'
import { settings } from './settings.ts'
import { sponsor } from './sponsor.ts'

/** Every kind, in the order of writing. */
export const kinds: { readonly [name in KindName]: Kind } = {
  settings,
  'connected-organization': connectedOrganization,
  sponsor,
  catalog,
  'catalog-role': catalogRole,
  'catalog-resource': catalogResource,
  'custom-workflow-extension': customWorkflowExtension,
  'access-package': accessPackage,
  'resource-role-scope': resourceRoleScope,
  'assignment-policy': assignmentPolicy,
  'incompatible-package': incompatiblePackage,
  'incompatible-group': incompatibleGroup,
  assignment,
  'access-review': accessReview,
}
