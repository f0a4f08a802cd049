import { type Cloud, type HttpTransport, permissionsToSurvey, type TenantObject } from '@entitle/graph'
import type { Entitle } from '../entitle.ts'
import type { Engine } from '../tenant/engine.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { readingProblem } from '../tenant/reading-problem.ts'
import type { Target } from '../tenant/target.ts'
import type { Survey } from './survey.ts'

/** Reviews outside packages are not browsed. */
const permissionsToBrowse = permissionsToSurvey.filter(permission => !permission.startsWith('AccessReview.'))

/** A tenant that was read for browsing. */
export interface OpenedSurvey {
  readonly survey: Survey
  readonly cloud: Cloud
  /** Who has access through a package now. */
  assignmentsOf(accessPackage: TenantObject): Promise<readonly TenantObject[]>
}

/** Signs in, or starts the sandbox, and reads all of the tenant. Changes nothing. @throws {Refusal} */
export const openSurvey = async (entitle: Entitle, target: Target, signal: AbortSignal): Promise<OpenedSurvey> => {
  const asOf = entitle.sandbox.stops
  const { tenant: desired, identity } = await entitle.language.desired(target.tenant)
  const engine = await entitle.engine()
  const tell = (problems: readonly string[]) => {
    for (const problem of problems) entitle.log.warn(problem)
  }
  try {
    const { transport, tenantId } = await openTenant(entitle, {
      target,
      identity,
      desired,
      access: 'read',
      permissions: permissionsToBrowse,
      asOf,
      onWait: milliseconds => entitle.log.info(`Graph asks to wait ${milliseconds} ms.`),
    })
    const survey = await engine.survey({ transport, desired, identity: { ...identity, tenantId }, options: { signal } })
    tell(survey.problems)
    return { survey, cloud: identity.cloud, assignmentsOf: reading(engine, transport, survey, tell) }
  } catch (error) {
    throw readingProblem(error, target.title)
  }
}

const reading =
  (engine: Engine, transport: HttpTransport, survey: Survey, tell: (problems: readonly string[]) => void) =>
  async (accessPackage: TenantObject): Promise<readonly TenantObject[]> => {
    const { assignments, problems } = await engine.assignmentsOf(transport, accessPackage, survey)
    tell(problems)
    return assignments
  }
