// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${…} is how Terraform writes what it evaluates
import { describe, expect, it } from 'vitest'
import { convert, formOf, NotConvertible, openWorkspace } from '../../src/index.ts'

/** The source, which must be one, and what isn't taken over. */
const made = async (text: string) => {
  const form = formOf(text)
  if (form === undefined) throw new Error('no form')
  const { text: source, losses } = await convert(text, form)
  const findings = (
    await openWorkspace({ files: { '/w/a.entitle': source }, today: '2026-06-01', rules: false })
  ).check()
  expect(findings.filter(({ rule }) => ['syntax', 'unknown-name', 'repeated-statement'].includes(rule))).toEqual([])
  return { source, losses: losses.map(({ line, message }) => (line === undefined ? message : `${line}: ${message}`)) }
}

const group = 'resource "azuread_group" "g" {\n  display_name = "The group"\n}\n'
const catalog = 'resource "azuread_access_package_catalog" "c" {\n  display_name = "Shop"\n  description = "D"\n}\n'
const inCatalog = `${catalog}resource "azuread_access_package" "p" {\n  catalog_id = azuread_access_package_catalog.c.id\n  display_name = "Tools"\n  description = "T"\n}\n`
const policy = (lines: string) =>
  `${group}${inCatalog}resource "azuread_access_package_assignment_policy" "s" {\n  access_package_id = azuread_access_package.p.id\n  display_name = "Staff"\n${lines}\n}\n`

describe('Terraform’s azuread resources', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a catalog', catalog, ['catalog shop "Shop" {', 'description "D"', 'visible to external users']],
    [
      'a catalog that nobody sees',
      'resource "azuread_access_package_catalog" "c" {\n display_name = "Shop"\n externally_visible = false\n published = false\n}',
      ['unpublished'],
    ],
    ['a package', inCatalog, ['package tools "Tools" {', 'description "T"']],
    [
      'a package of a catalog that is elsewhere',
      inCatalog.slice(catalog.length),
      ['catalog c "c" {', 'package tools "Tools"'],
    ],
    [
      'a policy for a group, for some days',
      policy(
        'duration_in_days = 30\nrequestor_settings {\n scope_type = "SpecificDirectorySubjects"\n requests_accepted = true\n requestor {\n object_id = azuread_group.g.object_id\n subject_type = "groupMembers"\n }\n}',
      ),
      ['requestable by group "The group"', 'expires after 30 days', 'approval not required'],
    ],
    [
      'a policy until a day, for people of connected organizations',
      policy(
        'expiration_date = "2027-06-30T23:59:59Z"\nrequestor_settings {\n scope_type = "AllConfiguredConnectedOrganizationSubjects"\n requests_accepted = true\n}',
      ),
      ['requestable by any connected organization', 'expires on 2027-06-30'],
    ],
    [
      'a policy under which nobody may request',
      policy('requestor_settings {\n scope_type = "NoSubjects"\n}'),
      ['requestable by no one', 'never expires'],
    ],
    [
      'stages, those who stand in and those to whom it escalates',
      policy(
        'approval_settings {\n approval_required = true\n requestor_justification_required = true\n approval_stage {\n approval_timeout_in_days = 7\n alternative_approval_enabled = true\n enable_alternative_approval_in_days = 3\n primary_approver {\n subject_type = "requestorManager"\n }\n primary_approver {\n backup = true\n subject_type = "groupMembers"\n object_id = azuread_group.g.id\n }\n alternative_approver {\n subject_type = "groupMembers"\n object_id = azuread_group.g.id\n }\n }\n}',
      ),
      [
        'justification required',
        'stage by manager, fallback the-group {',
        'within 7 days',
        'escalate to the-group after 3 days',
      ],
    ],
    [
      'a review',
      policy(
        'assignment_review_settings {\n enabled = true\n review_frequency = "halfyearly"\n duration_in_days = 10\n review_type = "Reviewers"\n access_review_timeout_behavior = "acceptAccessRecommendation"\n reviewer {\n subject_type = "groupMembers"\n object_id = azuread_group.g.id\n }\n}',
      ),
      ['review biannually {', 'open for 10 days', 'reviewers group "The group"', 'follow recommendation'],
    ],
    [
      'questions',
      policy(
        'question {\n required = true\n text {\n default_text = "Why?"\n localized_text {\n language_code = "de-DE"\n content = "Warum?"\n }\n }\n}\nquestion {\n sequence = 2\n text {\n default_text = "Size?"\n }\n choice {\n actual_value = "Small"\n display_value {\n default_text = "Small"\n }\n }\n choice {\n actual_value = "Large"\n display_value {\n default_text = "Large"\n }\n }\n}',
      ),
      ['ask "Why?" required', 'in "de-DE" "Warum?"', 'ask "Size?"'],
    ],
    [
      'resources, grants and roles',
      `${group}${inCatalog}resource "azuread_access_package_resource_catalog_association" "a" {\n catalog_id = azuread_access_package_catalog.c.id\n resource_origin_id = azuread_group.g.object_id\n resource_origin_system = "AadGroup"\n}\nresource "azuread_access_package_resource_package_association" "m" {\n access_package_id = azuread_access_package.p.id\n catalog_resource_association_id = azuread_access_package_resource_catalog_association.a.id\n access_type = "Owner"\n}\nresource "azuread_access_package_catalog_role_assignment" "r" {\n role_id = "ae79f266-94d4-4dab-b730-feca7e132178"\n principal_object_id = azuread_group.g.object_id\n catalog_id = azuread_access_package_catalog.c.id\n}`,
      ['resources the-group', 'owners the-group', 'grants "Owner" of the-group'],
    ],
  ])('become a source: %s', async (_, text, lines) => {
    const { source, losses } = await made(text)
    for (const line of lines) expect(source).toContain(line)
    expect(losses).toEqual([])
  })

  it('tell with their lines what only Terraform can evaluate', async () => {
    const { losses } = await made(
      policy('for_each = toset(["a"])\ndescription = "For ${each.key}"\nduration_in_days = var.days'),
    )
    expect(losses.map(loss => loss.replace(/^\d+: azuread_access_package_assignment_policy\.s: /, ''))).toEqual([
      '`for_each` is not taken over: Entitle has no loops; write each declaration, or let a policy template say what they share.',
      '`description` is written as it stands: only Terraform can evaluate `For ${each.key}`.',
      '`duration_in_days` is not taken over: only Terraform can evaluate `var.days`.',
    ])
  })

  it('are refused where there is none', async () => {
    await expect(convert('resource "azuread_group" "g" {}', 'terraform')).rejects.toBeInstanceOf(NotConvertible)
  })
})

describe('Graph’s JSON', () => {
  const inPackage = {
    id: 'p',
    displayName: 'Tools',
    description: '',
    isHidden: true,
    catalog: { id: 'c', displayName: 'Shop' },
  }

  it('becomes a source: a package with its policies, in a catalog that only it names', async () => {
    const text = JSON.stringify({
      ...inPackage,
      assignmentPolicies: [
        {
          displayName: 'Staff',
          allowedTargetScope: 'allMemberUsers',
          requestorSettings: { enableTargetsToSelfAddAccess: true },
        },
      ],
    })
    const { source } = await made(text)
    for (const line of [
      'catalog shop "Shop" {',
      'package tools "Tools" {',
      'hidden',
      'policy staff "Staff" {',
      'requestable by any member',
    ])
      expect(source).toContain(line)
  })

  it('becomes a source: a page of a list, with what a package grants as a resource of its catalog', async () => {
    const id = '00000000-0000-4000-8000-000000000001'
    const grant = {
      id: 'x',
      role: { displayName: 'Member', originId: `Member_${id}`, originSystem: 'AadGroup' },
      scope: { displayName: 'Root', originId: id, originSystem: 'AadGroup' },
    }
    const { source } = await made(
      JSON.stringify({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x',
        value: [{ ...inPackage, resourceRoleScopes: [grant] }],
      }),
    )
    expect(source).toContain(`id "${id}"`)
    expect(source).toMatch(/resources \S+\n/)
    expect(source).toMatch(/grants "Member" of \S+/)
  })

  it('becomes a source: organizations', async () => {
    const { source } = await made(
      JSON.stringify([
        {
          displayName: 'Fabrikam',
          state: 'configured',
          identitySources: [
            {
              '@odata.type': '#microsoft.graph.domainIdentitySource',
              domainName: 'fabrikam.com',
              displayName: 'Fabrikam',
            },
          ],
        },
      ]),
    )
    expect(source).toContain('organization fabrikam "Fabrikam" {')
    expect(source).toContain('domain "fabrikam.com"')
  })

  it('tells what it is not, and what is of another version', async () => {
    const { losses } = await made(
      JSON.stringify([
        { ...inPackage, accessPackageResourceRoleScopes: [] },
        { displayName: 'Somebody', mail: 'x' },
      ]),
    )
    expect(losses).toEqual([
      '“Tools”: `accessPackageResourceRoleScopes` is of Graph’s beta version. Ask v1.0, and it comes with the rest.',
      '“Somebody” is left out: it is no catalog, access package, assignment policy or connected organization.',
    ])
  })

  it.each(['{', '[]', '{}', '"text"', '12'])('is refused where it is none: %s', async text => {
    await expect(convert(text, 'json')).rejects.toBeInstanceOf(NotConvertible)
  })
})

describe('the form of a text', () => {
  it.each<readonly [string, string | undefined]>([
    ['{ "isHidden": false }', 'json'],
    [' [\n{"allowedTargetScope": "allMemberUsers"}]', 'json'],
    ['{ "a": 1 }', undefined],
    ['resource "azuread_access_package" "p" {', 'terraform'],
    ['resource "azuread_group" "p" {', undefined],
    ['catalog c "C" { }', undefined],
    ['', undefined],
  ])('of %j is %s', (text, form) => {
    expect(formOf(text)).toBe(form)
  })
})
