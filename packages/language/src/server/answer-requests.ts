import { DocumentState } from 'langium'
import type { CancellationToken, Connection } from 'vscode-languageserver'
import { lower } from '../lower/lower.ts'
import { tenantIdentity } from '../lower/tenant-identity.ts'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { libraryScheme } from '../references/library.ts'
import { type CheckAnswer, type DesiredAnswer, type DesiredParams, requests, type TenantsAnswer } from './requests.ts'

/** Answers Entitle's own requests, each once the whole workspace is read and linked. */
export const answerRequests = (connection: Connection, services: EntitleLspServices): void => {
  const { Analyst, Today } = services.editor
  const ready = async (token: CancellationToken) => {
    await services.shared.workspace.WorkspaceManager.ready
    await services.shared.workspace.DocumentBuilder.waitUntil(DocumentState.Validated, token)
  }
  connection.onRequest(requests.desired, async (params: DesiredParams | null, token): Promise<DesiredAnswer> => {
    await ready(token)
    const tenant = params?.tenant
    return lower(Analyst.program, { today: Today.now(), ...(tenant === undefined ? {} : { tenant }) })
  })
  connection.onRequest(requests.check, async (_params: unknown, token: CancellationToken): Promise<CheckAnswer> => {
    await ready(token)
    const files = services.shared.workspace.LangiumDocuments.all
      .filter(({ uri }) => uri.scheme !== libraryScheme)
      .count()
    return { files, findings: Analyst.current.findings }
  })
  connection.onRequest(requests.tenants, async (_params: unknown, token: CancellationToken): Promise<TenantsAnswer> => {
    await ready(token)
    return Analyst.program.tenants.map(tenant => ({ ...tenantIdentity(tenant), range: tenant.range }))
  })
}
