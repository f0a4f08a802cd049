import type { TenantIdentity } from '@entitle/graph'
import { window } from 'vscode'
import { Cancelled } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import { notADomain } from './domain.ts'
import { pickTarget } from './pick-target.ts'
import type { Target } from './target.ts'

/** A tenant, declared or not, and what is known of which one it is. */
export interface MeantTenant {
  readonly target: Target
  readonly identity: TenantIdentity
}

/** Which tenant is meant: one of the declared ones, the sandbox, or where none is declared, one whose domain is typed. @throws {Cancelled} {Refusal} */
export const pickAnyTenant = async (entitle: Entitle): Promise<MeantTenant> => {
  const { language, sandbox } = entitle
  const tenants = await language.tenants()
  if (tenants.length === 0 && !sandbox.isRunning) return typed()
  const target = await pickTarget(entitle)
  const { identity } = await language.desired(target.tenant)
  return { target, identity }
}

const typed = async (): Promise<MeantTenant> => {
  const text = await window.showInputBox({
    title: 'Entitle: Which tenant?',
    prompt: 'The workspace declares none. Type a domain of the tenant that you mean.',
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
