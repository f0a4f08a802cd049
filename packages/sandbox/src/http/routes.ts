import { directoryObjectRoutes } from '../directory/directory-objects.ts'
import { groupRoutes } from '../directory/groups.ts'
import { licenceRoutes } from '../directory/licences.ts'
import { meRoutes } from '../directory/me.ts'
import { organizationRoutes } from '../directory/organization.ts'
import { servicePrincipalRoutes } from '../directory/service-principals.ts'
import { siteRoutes } from '../directory/sites.ts'
import { userRoutes } from '../directory/users.ts'
import { accessPackageRoutes } from '../entities/access-packages.ts'
import { reviewDecisionRoutes } from '../entities/access-review-decisions.ts'
import { reviewInstanceRoutes } from '../entities/access-review-instances.ts'
import { accessReviewRoutes } from '../entities/access-reviews.ts'
import { approvalRoutes } from '../entities/approvals.ts'
import { assignmentFunctionRoutes } from '../entities/assignment-functions.ts'
import { assignmentPolicyRoutes } from '../entities/assignment-policies.ts'
import { assignmentRequestRoutes } from '../entities/assignment-requests.ts'
import { assignmentRoutes } from '../entities/assignments.ts'
import { catalogResourceRoutes } from '../entities/catalog-resources.ts'
import { catalogRoutes } from '../entities/catalogs.ts'
import { connectedOrganizationRoutes } from '../entities/connected-organizations.ts'
import { workflowExtensionRoutes } from '../entities/custom-workflow-extensions.ts'
import { incompatibilityRoutes } from '../entities/incompatibilities.ts'
import { ownAccessRoutes } from '../entities/own-access.ts'
import { resourceEnvironmentRoutes } from '../entities/resource-environments.ts'
import { resourceRequestRoutes } from '../entities/resource-requests.ts'
import { roleScopeRoutes } from '../entities/resource-role-scopes.ts'
import { roleAssignmentRoutes } from '../entities/role-assignments.ts'
import { roleDefinitionRoutes } from '../entities/role-definitions.ts'
import { settingsRoutes } from '../entities/settings.ts'
import { sponsorRoutes } from '../entities/sponsors.ts'
import { subjectRoutes } from '../entities/subjects.ts'
import type { Route } from './call.ts'
import { notDoneRoutes } from './not-done.ts'

/** Everything below `/v1.0` that the sandbox does. */
export const routes: readonly Route[] = [
  ...settingsRoutes,
  ...connectedOrganizationRoutes,
  ...sponsorRoutes,
  ...catalogRoutes,
  ...catalogResourceRoutes,
  ...workflowExtensionRoutes,
  ...resourceRequestRoutes,
  ...resourceEnvironmentRoutes,
  ...ownAccessRoutes,
  ...accessPackageRoutes,
  ...roleScopeRoutes,
  ...incompatibilityRoutes,
  ...assignmentPolicyRoutes,
  ...assignmentFunctionRoutes,
  ...assignmentRoutes,
  ...assignmentRequestRoutes,
  ...approvalRoutes,
  ...accessReviewRoutes,
  ...reviewInstanceRoutes,
  ...reviewDecisionRoutes,
  ...subjectRoutes,
  ...roleDefinitionRoutes,
  ...roleAssignmentRoutes,
  ...userRoutes,
  ...groupRoutes,
  ...servicePrincipalRoutes,
  ...siteRoutes,
  ...directoryObjectRoutes,
  ...organizationRoutes,
  ...meRoutes,
  ...licenceRoutes,
  ...notDoneRoutes,
]
