import type { SourceEdit, SourceRange } from '@entitle/graph'
import type { DirectoryElement, PolicyElement, Program, Requestable } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'
import { addBehind, replace } from './edit.ts'
import { decidersOf, listInSource, reviewLines } from './source-words.ts'

export const mixedAudience = defineRule({
  name: 'mixed-audience',
  finds: 'one policy that takes members and guests on the same terms',
  why: 'Guests need shorter terms, other approvers and more frequent reviews than members.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-external-users',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { program, report }) {
    const said = policy.terms.requestable
    if (said === undefined || !isMixed(said.value, program)) return
    report({
      message: `${sayer(policy, said)} takes members and guests on the same terms. Write one policy for each.`,
      range: said.range,
      ...(said.value.who === 'any user' && said.template === undefined
        ? {
            fixes: [
              {
                title: 'Split into a policy for members and one for partners',
                safe: false,
                edits: split(policy, said.range),
              },
            ],
          }
        : {}),
    })
  },
})

const isMixed = (requestable: Requestable, program: Program): boolean => {
  if (requestable.who === 'any user') return true
  if (requestable.who !== 'objects') return false
  const users = requestable.objects.map(({ object }) => object).filter(({ kind }) => kind === 'user')
  const guests = users.filter(user => isGuest(user, program))
  return guests.length > 0 && guests.length < requestable.objects.length
}

/** A guest's user principal name carries #EXT#; an address in a partner's domain is one too. */
const isGuest = (user: DirectoryElement, program: Program): boolean => {
  const name = user.displayName.toLowerCase()
  return (
    name.includes('#ext#') ||
    program.organizations.some(({ sources }) =>
      sources.some(({ value }) => value.kind === 'domain' && name.endsWith(`@${value.value.toLowerCase()}`)),
    )
  )
}

const split = (policy: PolicyElement, range: SourceRange): SourceEdit[] => {
  const { catalog } = policy.package
  const owners = listInSource(catalog.owners)
  const reviewers = listInSource(decidersOf(catalog))
  return [
    replace(range, 'requestable by any member'),
    addBehind(
      policy.range,
      [
        `policy ${policy.name}-partners "${policy.displayName} (partners)" {`,
        '  requestable by any connected organization',
        '  approval {',
        '    justification required',
        `    stage by internal sponsors${owners === '' ? '' : `, fallback ${owners}`}`,
        '  }',
        '  expires after 180 days',
        '  extension allowed with approval',
        ...(reviewers === '' ? [] : reviewLines('quarterly', reviewers).map(line => `  ${line}`)),
        '}',
      ],
      policy.block.indent - 2,
    ),
  ]
}
