import path from 'node:path'
import { permissionsToSurvey, type TenantIdentity } from '@entitle/graph'
import {
  type ImportProgress,
  type ImportResult,
  importTenant,
  type UpdateResult,
  updateSources,
} from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { Refusal } from '../refusal.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { importedTenant, outFolder } from '../tenants/import-target.ts'
import { unknownTenant } from '../tenants/meant-tenant.ts'
import { reading } from '../tenants/reading.ts'
import { requireSandbox } from '../tenants/require-sandbox.ts'
import { sandboxFile } from '../tenants/target.ts'
import { counted } from '../views/counted.ts'
import { importJson, importText } from '../views/import.ts'
import { type Refused, refusalWords } from '../views/import-refusal.ts'
import { printable } from '../views/printable.ts'
import type { Progress } from '../views/progress.ts'
import { openSession, type Session } from './prepare.ts'

export interface ImportArguments extends TenantArguments {
  /** Display names or ids of the catalogs that are meant; all of the tenant without. */
  readonly catalogs: readonly string[]
  readonly templates: boolean
  /** Change the sources that are there. */
  readonly update: boolean
  /** The folder that the files go to, as typed. */
  readonly out: string
}

/** Writes what a tenant has as sources, or into those that are there. Writes nothing to the tenant. */
export const importSources = async (options: ImportArguments, ports: Ports): Promise<ExitCode> => {
  const folder = await outFolder(options.out, ports)
  await requireSandbox(options, ports.folder, ports)
  const declared = await importedTenant(options, folder, ports)
  const identity = declared ?? unknownTenant
  const wanted = { identity, seed: { objects: [] }, home: ports.folder, permissions: permissionsToSurvey }
  const session = await openSession(options, wanted, ports)
  try {
    const started = ports.clock.now().getTime()
    const result = await imported(session, { ...options, folder, declared }, ports)
    if ('refused' in result) throw new Refusal(refusalWords(result, options.out), codeOf(result))
    const shown = {
      ...('updated' in result ? result.updated : result.imported),
      title: session.chosen.title,
      where: whereOf(options, session),
      folder: path.relative(ports.folder, folder).replaceAll(path.sep, '/') || '.',
      milliseconds: ports.clock.now().getTime() - started,
      cancelled: ports.cancelled.aborted,
      verbose: options.verbose,
      ...(session.account === undefined ? {} : { account: session.account }),
    }
    ports.terminal.write(options.format === 'json' ? importJson(shown) : importText(printable(shown), ports.terminal))
    return endOf(shown)
  } finally {
    await session.close()
  }
}

/** The options that mean the tenant from the current folder, also where the sources lie in another. */
const whereOf = ({ sandbox, out }: ImportArguments, { chosen }: Session): string =>
  sandbox === true && out !== '.' ? ` --sandbox=${sandboxFile.replaceAll(path.sep, '/')}` : chosen.where

interface Importing extends ImportArguments {
  readonly folder: string
  readonly declared: TenantIdentity | undefined
}

const imported = async (session: Session, options: Importing, ports: Ports): Promise<ImportResult | UpdateResult> => {
  const { transport, tenantId, chosen } = session
  const { declared, catalogs, templates, update, folder, exclude } = options
  return reading(session, ports, (show): Promise<ImportResult | UpdateResult> => {
    const both = {
      transport,
      tenantId,
      ...identityOf(declared),
      cloud: declared?.cloud ?? 'global',
      catalogs,
      files: ports.files,
      folder,
      today: ports.clock.now().toISOString().slice(0, 10),
      signal: ports.cancelled,
      onProgress: (so: ImportProgress) => tell(so, chosen.title, show),
    }
    return update ? updateSources({ ...both, exclude }) : importTenant({ ...both, templates })
  })
}

/** Only a declaration says all of a tenant; a domain that was typed doesn't say its name. */
const identityOf = (declared: TenantIdentity | undefined) =>
  declared === undefined || declared.name === '' ? {} : { identity: declared }

const tell = (so: ImportProgress, title: string, show: Progress['show']): void => {
  if (so.doing === 'reading')
    show(`reading ${title}: ${counted(so.objects, 'object')} in ${counted(so.requests, 'request')}`)
  else if (so.doing === 'looking') show(`writing down ${counted(so.objects, 'object')}, and reading that again`)
  else show(`writing ${so.done} of ${counted(so.of, 'file')}`)
}

const codeOf = ({ refused }: Refused): ExitCode => (refused === 'unknown-catalog' ? exitCodes.usage : exitCodes.refused)

const endOf = (shown: Parameters<typeof importJson>[0]): ExitCode => {
  if (shown.cancelled && shown.files.some(({ result }) => result === 'left')) return exitCodes.cancelled
  const isWhole = shown.files.every(({ result }) => result !== 'failed' && result !== 'left')
  if (!isWhole || shown.findings.some(({ severity }) => severity === 'error')) return exitCodes.halfway
  return shown.errors.length === 0 ? exitCodes.fine : exitCodes.findings
}
