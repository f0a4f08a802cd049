import { textLiteral } from '../printing/source/text-literal.ts'
import { type Circumstances, inNewFile, named, objectNames } from './circumstances.ts'
import type { Interview } from './question.ts'
import { displayName, domain } from './texts.ts'

/** A workspace: which tenant, and who governs it. */
export function* workspace(around: Circumstances): Interview {
  const [there] = around.program.tenants
  if (there !== undefined)
    return {
      refused: `The workspace declares the tenant ${there.name} already. A catalog comes next.`,
      first: 'catalog',
    }
  const title = yield displayName('name', 'What is your organization called?', 'Contoso')
  const where = yield domain
  const desk = yield displayName('desk', 'Which group governs access? Its display name:', 'Identity Governance desk')
  const tenant = named(title, 'tenant')
  const group = named(desk, 'group', [tenant, ...objectNames(around.program)])
  const lines = [
    `tenant ${tenant} ${textLiteral(title)} {`,
    `domain ${textLiteral(where)}`,
    'external user offboarding block sign-in, delete after 30 days',
    '}',
    '',
    `group ${group} ${textLiteral(desk)}`,
  ]
  return inNewFile('tenant', lines.join('\n'), around)
}
