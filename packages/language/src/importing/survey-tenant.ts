import {
  type Cloud,
  type HttpTransport,
  type Survey,
  survey,
  type TenantIdentity,
  tenantIdentity,
} from '@entitle/graph'
import { type ChosenCatalogs, chosenCatalogs } from './chosen-catalogs.ts'
import { isFatal } from './left-out.ts'

export interface SurveyOptions {
  readonly transport: HttpTransport
  readonly tenantId: string
  /** Which tenant it is, where that is declared; else the tenant itself is asked. */
  readonly identity?: TenantIdentity
  readonly cloud: Cloud
  /** Display names or ids of the catalogs to import; all of the tenant where there are none. */
  readonly catalogs: readonly string[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}

/** What an import is doing. */
export type ImportProgress =
  | { readonly doing: 'reading'; readonly requests: number; readonly objects: number }
  | { readonly doing: 'looking'; readonly objects: number }
  | { readonly doing: 'writing'; readonly done: number; readonly of: number }

/** Why a tenant, or what is meant of it, could not be read. */
export type SurveyRefused = Extract<ChosenCatalogs, { readonly refused: string }>

/** Reads which tenant it is, and what of it is meant. Refused where that can't be told, or where a list without which nothing is known can't be read. */
export const surveyTenant = async (
  options: SurveyOptions,
): Promise<{ readonly identity: TenantIdentity; readonly read: Survey } | SurveyRefused> => {
  const { transport, signal, onProgress } = options
  const chosen = await chosenCatalogs(options)
  if ('refused' in chosen) return chosen
  const [identity, read] = await Promise.all([
    options.identity ?? tenantIdentity(options, options.cloud, signal),
    survey(transport, chosen.catalogs, {
      onProgress: so => onProgress?.({ doing: 'reading', ...so }),
      ...(signal === undefined ? {} : { signal }),
    }),
  ])
  const fatal = isFatal(read)
  return fatal.length > 0 ? { refused: 'unreadable', findings: fatal } : { identity, read }
}
