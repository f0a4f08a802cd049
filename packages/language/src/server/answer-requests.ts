import { UriUtils } from 'langium'
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { brokenSources } from '../audit/broken-sources.ts'
import { converter, formOf } from '../converting/convert.ts'
import { interviews, turn } from '../drafting/index.ts'
import { lower } from '../lower/lower.ts'
import { tenantIdentity } from '../lower/tenant-identity.ts'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { format } from '../module/format.ts'
import { draw, drawablePackages, mermaid, svg } from '../pictures/index.ts'
import { objectsPrinter } from '../printing/source/print-objects.ts'
import { tenantPrinter } from '../printing/source/print-tenant.ts'
import { isSource } from '../references/library.ts'
import { makeReport, readReport, renderReport, reportSummary } from '../report/index.ts'
import { runScenario, untried } from '../scenarios/index.ts'
import { accessText } from '../telling/access-text.ts'
import { rulesText } from '../telling/rules-text.ts'
import { answerAudit } from './answer-audit.ts'
import { answerRevise } from './answer-revise.ts'
import {
  type AuditAnswer,
  type AuditParams,
  type CheckAnswer,
  type ConvertAnswer,
  type ConvertParams,
  type DesiredAnswer,
  type DesiredParams,
  type DraftAnswer,
  type DraftParams,
  type DrawAnswer,
  type DrawableAnswer,
  type DrawableParams,
  type DrawParams,
  type PrintParams,
  type ReportAnswer,
  type ReportParams,
  type ReviseAnswer,
  type ReviseParams,
  requests,
  type ScenariosAnswer,
  type TellParams,
  type TenantsAnswer,
} from './requests.ts'
import type { Spaces } from './spaces.ts'

/** Answers Entitle's own requests, each once every folder is read and linked. */
export const answerRequests = (connection: Connection, spaces: Spaces): void => {
  const ready = async (token: CancellationToken): Promise<readonly EntitleLspServices[]> => {
    spaces.mustRun()
    const all = spaces.all.map(({ services }) => services)
    for (const { shared } of all) {
      await shared.workspace.WorkspaceManager.ready
      // Waiting for a phase of building would wait for ever where a change of settings builds no document anew.
      await shared.workspace.WorkspaceLock.read(() => undefined)
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
    }
    return all
  }
  connection.onRequest(requests.desired, async (params: DesiredParams | null, token): Promise<DesiredAnswer> => {
    const all = await ready(token)
    const { tenant, folder } = params ?? {}
    const inFolder = folder === undefined ? undefined : spaces.holding(folder)?.services
    const { Analyst, Today } = (inFolder ?? declaring(tenant, all)).editor
    return lower(Analyst.program, { today: Today.now(), ...(tenant === undefined ? {} : { tenant }) })
  })
  connection.onRequest(requests.check, async (_params: unknown, token: CancellationToken): Promise<CheckAnswer> => {
    const all = await ready(token)
    const files = all.map(
      ({ shared }) => shared.workspace.LangiumDocuments.all.filter(({ uri }) => isSource(uri)).toArray().length,
    )
    return {
      files: files.reduce((sum, count) => sum + count, 0),
      findings: all.flatMap(({ editor }) => editor.Analyst.current.findings),
    }
  })
  connection.onRequest(requests.tenants, async (_params: unknown, token: CancellationToken): Promise<TenantsAnswer> => {
    const all = await ready(token)
    return all.flatMap(({ editor }) =>
      editor.Analyst.program.tenants.map(tenant => ({ ...tenantIdentity(tenant), range: tenant.range })),
    )
  })
  connection.onRequest(requests.report, async (params: ReportParams, token): Promise<ReportAnswer> => {
    const all = await ready(token)
    const space = (params.folder === undefined ? undefined : spaces.holding(params.folder)) ?? spaces.all[0]
    const { Analyst, Today } = (space?.services ?? declaring(undefined, all)).editor
    const earlier = params.earlier === undefined ? undefined : readReport(params.earlier)
    if (params.earlier !== undefined && earlier === undefined) return null
    const report = makeReport(Analyst.program, Analyst.current.findings, Today.now())
    const nameOf = nameIn(space?.folder?.uri)
    return {
      text: renderReport(report, { format: params.format, nameOf, ...(earlier === undefined ? {} : { earlier }) }),
      summary: reportSummary(report),
    }
  })
  connection.onRequest<AuditAnswer, void>(requests.audit, async (params: AuditParams, token) => {
    const services = declaring(params.tenant, await ready(token))
    const folder = spaces.all.find(space => space.services === services)?.folder
    return answerAudit(params, services.editor, nameIn(folder?.uri))
  })
  connection.onRequest<DraftAnswer, void>(requests.draft, async (params: DraftParams, token) => {
    const all = await ready(token)
    const { what, answers, folder, files } = params
    const { Analyst } = (
      (folder === undefined ? undefined : spaces.holding(folder)?.services) ?? declaring(undefined, all)
    ).editor
    return turn(interviews[what]({ program: Analyst.program, files, layOut }), answers)
  })
  connection.onRequest<ReviseAnswer, void>(requests.revise, async (params: ReviseParams, token) => {
    const all = await ready(token)
    return answerRevise(params, spaces.holding(params.folder)?.services ?? declaring(params.tenant, all))
  })
  const inFolder = (folder: string | undefined, all: readonly EntitleLspServices[]) =>
    ((folder === undefined ? undefined : spaces.holding(folder)?.services) ?? declaring(undefined, all)).editor.Analyst
  connection.onRequest<DrawAnswer, void>(requests.draw, async ({ drawn, folder }: DrawParams, token) => {
    const drawing = draw(inFolder(folder, await ready(token)).program, drawn)
    if (!('picture' in drawing)) return drawing
    const { picture } = drawing
    return { title: picture.title, svg: svg(picture), mermaid: mermaid(picture) }
  })
  connection.onRequest(
    requests.drawable,
    async ({ folder, at }: DrawableParams, token): Promise<DrawableAnswer> =>
      drawablePackages(inFolder(folder, await ready(token)).program, at),
  )
  connection.onRequest(
    requests.scenarios,
    async (_params: unknown, token: CancellationToken): Promise<ScenariosAnswer> => {
      const all = await ready(token)
      return all.flatMap(({ editor: { Analyst, Today } }) => {
        const { program } = Analyst
        const broken = program.scenarios.length === 0 ? [] : brokenSources(program, Analyst.current.findings)
        return program.scenarios.map(each =>
          broken.length > 0 ? untried(each, broken) : runScenario(each, program, Today.now()),
        )
      })
    },
  )
  connection.onRequest(requests.tell, async (params: TellParams, token): Promise<string> => {
    const all = await ready(token)
    if (params.about === 'rules') return rulesText()
    const programs = all.map(({ editor }) => editor.Analyst.program)
    return accessText({ catalogs: programs.flatMap(({ catalogs }) => catalogs) }, params.package)
  })
  connection.onRequest(requests.convert, async ({ text }: ConvertParams): Promise<ConvertAnswer> => {
    const form = formOf(text)
    return form === undefined ? null : convert(text, form).catch(() => null)
  })
  connection.onRequest(requests.print, ({ tenant, identity }: PrintParams): string =>
    printObjects(tenant, hasSettings(tenant) && identity !== undefined ? { identity } : {}),
  )
}

const layOut = (text: string): string => {
  const formatted = format(text)
  return 'text' in formatted ? formatted.text : text
}

const hasSettings = ({ objects }: PrintParams['tenant']) => objects.some(({ kind }) => kind === 'settings')

const convert = converter(tenantPrinter(format))

const printObjects = objectsPrinter(tenantPrinter(format))

/** Files by their paths in the folder; others by their whole addresses. */
const nameIn =
  (folder: string | undefined) =>
  (uri: string): string =>
    folder !== undefined && UriUtils.contains(folder, uri) ? decodeURIComponent(UriUtils.relative(folder, uri)) : uri

/** The folder that declares the tenant, or any where none is named; else the first. */
const declaring = (tenant: string | undefined, all: readonly EntitleLspServices[]): EntitleLspServices => {
  const found = all.find(({ editor }) =>
    editor.Analyst.program.tenants.some(({ name }) => tenant === undefined || name === tenant),
  )
  const first = found ?? all[0]
  if (first === undefined) throw new Error('a running server has a space of names')
  return first
}
