import type { TenantIdentity } from '@entitle/graph'
import { window } from 'vscode'
import { Cancelled } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import { notADomain } from './domain.ts'
import { pickTarget } from './pick-target.ts'
import type { Target } from './target.ts'

/** A tenant to audit, and what is known of which one it is. */
export interface Audited {
  readonly target: Target
  readonly identity: TenantIdentity
}

/** Which tenant to audit: one of the declared ones, the sandbox, or where none is declared, one whose domain is typed. @throws {Cancelled} {Refusal} */
export const pickAudited = async (entitle: Entitle): Promise<Audited> => {
  const { language, sandbox } = entitle
  const tenants = await language.tenants()
  if (tenants.length === 0 && !sandbox.isRunning) return typed()
  const target = await pickTarget(entitle)
  const { identity } = await language.desired(target.tenant)
  return { target, identity }
}

const typed = async (): Promise<Audited> => {
  const text = await window.showInputBox({
    title: 'Entitle: Which tenant?',
    prompt: 'The workspace declares none. Type a domain of the tenant that you want to audit.',
    placeHolder: 'contoso.com',
    ignoreFocusOut: true,
    validateInput: value => (value.trim() === '' ? undefined : notADomain(value)),
  })
  const name = text?.trim().toLowerCase() ?? ''
  if (name === '') throw new Cancelled()
  return {
    target: { kind: 'declared', title: name },
    identity: { name: '', displayName: name, domain: name, cloud: 'global', protected: false },
  }
}
