import fc from 'fast-check'

/** Statements of which a policy has one at most, each as it stands in a policy's block. */
const statements: readonly (readonly string[])[] = [
  [
    '',
    'requestable by no one',
    'requestable by any member',
    'requestable by any user',
    'requestable by any external user',
    'requestable by any connected organization',
    'requestable by users from fabrikam',
    'requestable by user "ada@contoso.com", user "eve_partner.com#EXT#@contoso.com"',
  ],
  [
    '',
    'no approval',
    'approval { stage by user "ada@contoso.com" }',
    'approval { justification required\nstage by group "Engineering" { within 3 days } }',
    'approval { stage by manager, fallback group "Engineering" }',
    'approval { stage by user "ada@contoso.com"\nstage by group "Engineering" }',
  ],
  ['', 'never expires', 'expires after 90 days', 'expires after 700 days', 'expires on 2027-03-31'],
  ['', 'extension allowed', 'extension allowed with approval'],
  [
    '',
    'review quarterly { reviewers group "Engineering"\nif no response remove access }',
    'review quarterly { reviewers group "Engineering"\nif no response keep access }',
    'review annually { reviewers self\nif no response remove access }',
  ],
]

const policy = fc
  .tuple(
    fc.constantFrom('', ' from usual'),
    fc.tuple(...statements.map(each => fc.constantFrom(...each))),
    fc.constantFrom(
      '',
      'waive external-review until 2026-12-31 because "Agreed"',
      'waive external-expiration because "x"',
    ),
  )
  .map(([base, said, waiver]) => ({ base, block: [...said, waiver].filter(line => line !== '') }))

const element = fc.record({
  tags: fc.constantFrom('', 'tags project', 'tags compliance', 'tags multi-year, low-sensitivity'),
  waiver: fc.constantFrom('', 'waive expiration-or-review until 2026-08-31 because "Being moved"'),
  policies: fc.array(policy, { maxLength: 2 }),
})

const standards = [
  'standard ours extends recommended',
  'standard ours extends strict { rule external-expiration warning at most 30 days where tag project }',
  'standard ours extends zero-trust, cis',
  'standard ours extends recommended { deny requestable by external where not in catalog partners as inside-only }',
  'standard ours extends recommended { require approval by desk where tag project as desk-decides because "It does" }',
]

/** Sources in which packages keep rules or break them, in every combination of what policies commonly say. */
export const arbitrarySources: fc.Arbitrary<string> = fc
  .record({
    packages: fc.array(element, { minLength: 1, maxLength: 3 }),
    owners: fc.constantFrom('', 'owners user "ada@contoso.com"', 'owners group "Engineering"'),
    visible: fc.constantFrom('', 'visible to external users'),
    offboarding: fc.constantFrom('none', 'block sign-in, delete after 30 days'),
    sponsors: fc.constantFrom('', 'internal sponsors group "Engineering"'),
    template: fc.constantFrom('expires after 30 days', 'never expires', 'requestable by any connected organization'),
    standard: fc.constantFrom(...standards),
  })
  .map(({ packages, owners, visible, offboarding, sponsors, template, standard }) =>
    [
      `tenant contoso "Contoso" { domain "contoso.com"\nexternal user offboarding ${offboarding} }`,
      `organization fabrikam "Fabrikam" { domain "fabrikam.com"\n${sponsors} }`,
      'group desk "Engineering"',
      `policy template usual { ${template} }`,
      standard,
      `catalog partners "Partners" { ${owners}\n${visible}`,
      ...packages.map(({ tags, waiver, policies }, at) =>
        [
          `package p${at} "Package ${at}" { ${tags}\n${waiver}`,
          ...policies.map(
            ({ base, block }, place) => `policy q${place} "Policy ${place}"${base} {\n${block.join('\n')}\n}`,
          ),
          '}',
        ].join('\n'),
      ),
      '}',
    ].join('\n'),
  )
