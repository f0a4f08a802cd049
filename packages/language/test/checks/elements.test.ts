import { describe, expect, it } from 'vitest'
import { fixed, says } from './spoken.ts'

const package_ = (statements: string) => `catalog c "C" { resources group "G" package p "P" { ${statements} } }`

describe('organizations', () => {
  says('several-identity-sources', [
    ['organization o "O" { domain "a.com" }'],
    [
      'organization o "O" { domain "a.com" tenant "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" domain "b.com" }',
      'warning: tenant "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11"',
      'warning: domain "b.com"',
    ],
    ['organization o "O" { domain "a.com" domain "A.com" }'],
  ])
  says('repeated-item', [
    ['organization o "O" { domain "a.com" domain "A.com" }', 'warning: domain "A.com"'],
    [package_('policy q "Q" { requestable by group "G", group "H", group "g" }'), 'warning: group "g"'],
    [
      `organization o "O" { domain "a.com" }\n${package_('policy q "Q" { requestable by users from o, o }')}`,
      'warning: o',
    ],
    [package_('policy q "Q" { approval { stage by group "G", group "G", fallback group "G" } }'), 'warning: group "G"'],
    ['policy template t { requestable by app "A", app "A" }', 'warning: "A"'],
  ])
  says('unused-declaration', [
    ['organization o "O" { domain "a.com" }', 'hint: organization o "O"'],
    [
      `organization o "O" { domain "a.com" }\n${package_('policy q "Q" { requestable by any connected organization }')}`,
    ],
    [
      `organization o "O" { domain "a.com" state proposed }\n${package_('policy q "Q" { requestable by any connected organization }')}`,
      'hint: organization o "O"',
    ],
    [
      `organization o "O" { domain "a.com" state proposed }\n${package_('policy q "Q" { requestable by any external user }')}`,
    ],
  ])
})

describe('ids', () => {
  const id = '8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11'
  says('repeated-id', [
    [
      `catalog c "C" { id "${id}" }\ncatalog d "D" { id "${id.toUpperCase()}" }`,
      `error: "${id}"`,
      `error: "${id.toUpperCase()}"`,
    ],
    [`catalog c "C" { id "${id}" }\norganization o "O" { domain "a.com" id "${id}" }`],
    [`tenant t { id "${id}" }\ntenant u { id "${id}" }`, `error: "${id}"`, `error: "${id}"`],
    [package_(`policy q "Q" { id "${id}" } policy r "R" { id "${id}" }`), `error: "${id}"`, `error: "${id}"`],
    [`group g "G" { id "${id}" }\ngroup h "H" { id "${id}" }`, `error: "${id}"`, `error: "${id}"`],
  ])
  says('repeated-statement', [
    [
      'tenant t { domain "a.com" }\ntenant u { domain "b.com" }\ngroup g "G" { in tenant t "H" in tenant u "I" in tenant t "J" }',
      'error: in tenant t "J"',
    ],
  ])
  says('identity-in-template', [
    [`policy template t { id "${id}" formerly "A" description "B" }`, `error: id "${id}"`, 'error: formerly "A"'],
    [package_(`policy q "Q" { id "${id}" formerly "A" }`)],
  ])
  says('malformed-value', [['tenant t { domain "a.com" }\ngroup g "G" { in tenant t "H" id "x" }', 'error: "x"']])
})

describe('roles', () => {
  says('unknown-role', [
    [package_('grants "Member" of group "G"')],
    [package_('grants "member" of group "G"'), 'error: "member"'],
    [package_('grants "Visitor" of group "G"'), 'error: "Visitor"'],
  ])
  it('that differ by case are mended', async () => {
    expect(await fixed(package_('grants "member" of group "G"'), 'unknown-role')).toBe(
      package_('grants "Member" of group "G"'),
    )
  })
})

describe('unreachable policies', () => {
  const two = (a: string, b: string) =>
    package_(`policy a "A" { requestable by any user ${a} } policy b "B" { requestable by any member ${b} }`)
  says('unreachable-policy', [
    [two('', ''), 'hint: b'],
    [two('approval not required extension denied', ''), 'hint: b'],
    [two('ask "Why"', 'ask "Why"'), 'hint: b'],
    [two('ask "Why"', '')],
    [two('', 'ask "Why"')],
    [two('', 'notifications off')],
    [two('managers may request for their reports', '')],
    [two('', 'requestor may choose dates')],
    [
      `catalog c "C" { workflow w "W" { on request } ${two('on request created call w', '').slice('catalog c "C" { '.length)}`,
    ],
    [
      `catalog c "C" { workflow w "W" { on request } ${two('on request created call w', 'on request created call w').slice('catalog c "C" { '.length)}`,
      'hint: b',
    ],
    [
      package_(
        'policy a "A" { requestable by any user } policy b "B" { assigned automatically where "user.city -eq 1" }',
      ),
    ],
  ])
})
