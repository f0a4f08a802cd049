import type { Finding, Survey, TenantIdentity } from '@entitle/graph'
import type { Printed, PrintedFile, PrintOptions } from '../printing/source/print-tenant.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { account } from './account.ts'
import { excused, type Waiver } from './excused.ts'
import { readable } from './left-out.ts'
import { type Reckoning, reckoning } from './reckoning.ts'

/** A tenant as sources, with what became of each object that was read. */
export interface Sources extends Reckoning {
  readonly files: readonly PrintedFile[]
  /** What breaks a rule, and is excused for a while. */
  readonly waivers: readonly Waiver[]
  /** Errors in what was written: what the tenant has and a check refuses. */
  readonly errors: readonly Finding[]
}

export interface ToSources {
  readonly identity: TenantIdentity
  readonly templates: boolean
  /** ISO date, in UTC. */
  readonly today: string
  /** The printer of {@link printTenant}. */
  readonly print: (tenant: Survey['tenant'], options: PrintOptions) => Printed
}

/** Writes a tenant down as sources, reads them again, and says what became of each object. */
export const toSources = async (survey: Survey, { identity, templates, today, print }: ToSources): Promise<Sources> => {
  const { tenant, leftOut } = readable(survey)
  const { files, unsaid } = print(tenant, { identity, templates, directory: { unclear: survey.unclear } })
  const texts = Object.fromEntries(files.map(({ path, text }) => [`/${path}`, text]))
  const workspace = await openWorkspace({ files: texts, today })
  const uris = new Map(workspace.files.map(uri => [decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), uri]))
  const uriOf = (path: string) => uris.get(path) ?? ''
  const sources = excused(files, { findings: workspace.check(), program: workspace.program, uriOf, today })
  const said = account(workspace.desired(), { ...survey, tenant })
  return {
    files: sources.files,
    ...reckoning(said, { read: survey.tenant.objects.length, tenant, leftOut, unsaid }),
    waivers: sources.waivers,
    errors: sources.left,
  }
}
