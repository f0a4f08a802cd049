import { brokenSources } from '../audit/broken-sources.ts'
import { revisedSources } from '../importing/revised-sources.ts'
import { lower } from '../lower/lower.ts'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { format } from '../module/format.ts'
import { tenantPrinter } from '../printing/source/print-tenant.ts'
import { isSource } from '../references/library.ts'
import type { ReviseAnswer, ReviseParams } from './requests.ts'

const print = tenantPrinter(format)

/** What the sources of a folder are to say, so that they say what a tenant has; also of what is open and not saved. */
export const answerRevise = async (
  { survey, tenant, identity, folder, whole }: ReviseParams,
  { editor, shared }: EntitleLspServices,
): Promise<ReviseAnswer> => {
  const { Analyst, Today } = editor
  const { program } = Analyst
  const { findings } = Analyst.current
  const questions = brokenSources(program, findings)
  if (questions.length > 0) return { questions }
  const today = Today.now()
  const documents = shared.workspace.LangiumDocuments.all.filter(({ uri }) => isSource(uri)).toArray()
  const texts = new Map(documents.map(({ uri, textDocument }) => [uri.toString(), textDocument.getText()]))
  const { ids, unclear, ...read } = survey
  return revisedSources(
    {
      files: [...texts.keys()],
      text: uri => texts.get(uri),
      program,
      check: () => findings,
      desired: named => lower(program, { today, ...(named === undefined ? {} : { tenant: named }) }),
    },
    { ...read, unclear: new Set(unclear), directory: { ids: new Map(ids) } },
    { print, today, tenant, folder, whole, ...(identity === undefined ? {} : { identity }) },
  )
}
