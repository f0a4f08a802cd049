import { exposesCatalog, givesCatalogRole, takesCatalogRole } from './catalogs.ts'
import type { PlanCheck } from './check.ts'
import { deletesPackage, dropsSeparation, endsAccess, givesMore, showsPackage } from './packages.ts'
import {
  allowsExtension,
  assignsAutomatically,
  dropsJustification,
  dropsWorkflow,
  lengthensExpiry,
  letsRequestForOthers,
  removesApprovalStage,
  removesLastApprover,
  shortensExpiry,
  silencesNotifications,
  slowsApproval,
  widensRequestors,
} from './policies.ts'
import { weakensReview } from './reviews.ts'
import { connectsOrganization, keepsGuests } from './tenants.ts'

/** Every check of single changes, the gravest questions first. */
export const planChecks: readonly PlanCheck[] = [
  deletesPackage,
  endsAccess,
  widensRequestors,
  removesApprovalStage,
  removesLastApprover,
  lengthensExpiry,
  shortensExpiry,
  allowsExtension,
  weakensReview,
  dropsSeparation,
  exposesCatalog,
  givesMore,
  assignsAutomatically,
  connectsOrganization,
  keepsGuests,
  givesCatalogRole,
  takesCatalogRole,
  letsRequestForOthers,
  dropsJustification,
  slowsApproval,
  silencesNotifications,
  dropsWorkflow,
  showsPackage,
]

/** The one that looks at the plan as a whole. */
export const protectedTenant = {
  name: 'changes-protected-tenant',
  tells: 'that the plan changes a tenant which its sources protect',
  why: 'Somebody decided that changes there are made with care.',
  severity: 'warning',
} as const
