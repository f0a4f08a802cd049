import type { Fix } from '@entitle/graph'
import type { Program, Sourced } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'

export const everyConnectedOrganization = defineRule({
  name: 'every-connected-organization',
  finds: 'a policy open to every connected organization, also to those that come later',
  why: 'An organization that is connected for one project may then request everything that is open to all of them.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-request-policy',
  severity: { recommended: 'off', strict: 'info' },
  element: 'policy',
  check(policy, { program, report }) {
    const said = policy.terms.requestable
    if (said?.value.who !== 'any connected organization') return
    report({
      message: `${sayer(policy, said)} is open to every connected organization, also to those that come later. Name those that it is for.`,
      range: said.range,
      fixes: naming(said, program),
    })
  },
})

/** Those that the sources know; the tenant may have more. */
const naming = (said: Sourced<unknown>, { organizations }: Program): Fix[] => {
  const names = organizations.flatMap(({ state, name }) => (state === 'configured' && name !== '' ? [name] : []))
  if (names.length === 0 || names.length > 8) return []
  const text = `requestable by users from ${names.join(', ')}`
  return [{ title: `Replace by "${text}"`, safe: false, edits: [replace(said.range, text)] }]
}
