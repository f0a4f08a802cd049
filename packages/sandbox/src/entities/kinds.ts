import { directoryObjects } from '../directory/directory-objects.ts'
import { groups } from '../directory/groups.ts'
import { servicePrincipals } from '../directory/service-principals.ts'
import { sites } from '../directory/sites.ts'
import { users } from '../directory/users.ts'
import { accessPackages } from './access-packages.ts'
import { reviewDecisions } from './access-review-decisions.ts'
import { contactedReviewers, reviewInstances, reviewStages } from './access-review-instances.ts'
import { accessReviews } from './access-reviews.ts'
import { approvalStages, approvals } from './approvals.ts'
import { assignmentPolicies, stageSettings } from './assignment-policies.ts'
import { questions } from './assignment-policy-parts.ts'
import { assignmentRequests } from './assignment-requests.ts'
import { assignments } from './assignments.ts'
import { resources, scopes } from './catalog-resources.ts'
import { catalogs } from './catalogs.ts'
import { connectedOrganizations } from './connected-organizations.ts'
import { workflowExtensions } from './custom-workflow-extensions.ts'
import type { Kind } from './kind.ts'
import { resourceEnvironments } from './resource-environments.ts'
import { resourceRequests } from './resource-requests.ts'
import { roleScopes } from './resource-role-scopes.ts'
import { resourceRoles } from './resource-roles.ts'
import { roleAssignments } from './role-assignments.ts'
import { roleDefinitions } from './role-definitions.ts'
import { settings } from './settings.ts'
import { subjects } from './subjects.ts'

/** Every sort of object that the sandbox keeps, by OData type. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [
    accessPackages,
    accessReviews,
    approvals,
    approvalStages,
    assignmentPolicies,
    assignmentRequests,
    assignments,
    catalogs,
    connectedOrganizations,
    contactedReviewers,
    directoryObjects,
    groups,
    questions,
    resourceEnvironments,
    resourceRequests,
    resourceRoles,
    resources,
    reviewDecisions,
    reviewInstances,
    reviewStages,
    roleAssignments,
    roleDefinitions,
    roleScopes,
    scopes,
    servicePrincipals,
    settings,
    sites,
    stageSettings,
    subjects,
    users,
    workflowExtensions,
  ].map(kind => [kind.type, kind]),
)
