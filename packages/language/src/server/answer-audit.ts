import { auditor } from '../audit/audit-tenant.ts'
import { brokenSources } from '../audit/broken-sources.ts'
import { auditMarkdown } from '../audit/markdown.ts'
import { auditSummary } from '../audit/words.ts'
import type { EntitleLspServices } from '../lsp/lsp-services.ts'
import { format } from '../module/format.ts'
import { tenantPrinter } from '../printing/source/print-tenant.ts'
import type { AuditAnswer, AuditParams } from './requests.ts'

const audit = auditor(tenantPrinter(format))

/** Holds a tenant that was read to what the sources of a folder ask. */
export const answerAudit = async (
  { live, facts, identity, tenant, title, portal }: AuditParams,
  { Analyst, Today }: EntitleLspServices['editor'],
  nameOf: (uri: string) => string,
): Promise<AuditAnswer> => {
  const broken = brokenSources(Analyst.program, Analyst.current.findings)
  if (broken.length > 0) return { broken: broken.length }
  const result = await audit(live, {
    identity,
    facts,
    today: Today.now(),
    sources: Analyst.program,
    portal,
    ...(tenant === undefined ? {} : { tenant }),
  })
  if ('refused' in result) throw new Error('the standard that the sources hold to is one of theirs')
  return {
    markdown: auditMarkdown(result.audit, title, nameOf),
    summary: auditSummary(result.audit),
    failing: result.audit.rules.filter(({ verdict }) => verdict === 'fail').length,
  }
}
