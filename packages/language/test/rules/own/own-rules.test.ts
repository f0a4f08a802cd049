import { openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../apply-edits.ts'
import { directory, inPackage, policyOf, sound, statements, today } from '../harness.ts'

/** What is found in a workspace with a standard of these statements. */
const found = async (
  rules: string,
  sources = inPackage(policyOf(statements())),
  more: { [name: string]: string } = {},
) => {
  const files = {
    '/directory.entitle': directory,
    '/main.entitle': sources,
    '/ours.entitle': `standard ours extends recommended {\n${rules}\n}\n`,
    ...more,
  }
  const workspace = await openWorkspace({ files, today })
  return { files, findings: workspace.check() }
}

/** Codes and severities of what own rules find. */
const own = async (...args: Parameters<typeof found>) =>
  (await found(...args)).findings
    .filter(({ message, waived }) => message.includes('Standard ours') || waived !== undefined)
    .map(({ rule, severity, waived }) => `${rule} ${severity}${waived === undefined ? '' : ' waived'}`)

const errorsIn = async (rules: string) =>
  (await found(rules)).findings.flatMap(({ rule, severity }) => (severity === 'error' ? rule : []))

describe('a rule of one’s own', () => {
  it('is an error unless it is set, here or in a standard that extends this one', async () => {
    expect(await own('deny requestable by external')).toEqual(['own-rule error'])
    expect(await own('deny requestable by external as no-guests')).toEqual(['no-guests error'])
    expect(await own('deny requestable by external as no-guests\nrule no-guests info')).toEqual(['no-guests info'])
    expect(await own('deny requestable by external\nrule own-rule off')).toEqual([])
    const stricter = { '/more.entitle': 'standard stricter extends ours {\n  rule no-guests hint\n}\n' }
    expect(await own('deny requestable by external as no-guests', undefined, stricter)).toEqual(['no-guests hint'])
  })

  it('is set by tag', async () => {
    const rules = 'deny requestable by external as no-guests\nrule no-guests hint where tag pilot'
    const tagged = inPackage(policyOf(statements()), { tags: 'pilot' })
    expect(await own(rules, tagged)).toEqual(['no-guests hint'])
    expect(await own(rules)).toEqual(['no-guests error'])
  })

  it('doesn’t hold in a workspace whose standard doesn’t extend its own', async () => {
    const other = { '/root.entitle': 'standard root extends recommended, strict {\n  rule expired-waiver off\n}\n' }
    const findings = (await found('deny requestable by external', undefined, other)).findings
    expect(findings.map(({ rule }) => rule)).toContain('two-standards')
  })

  it('is waived by its name, and a waiver that excuses nothing is told', async () => {
    const waived = inPackage(
      policyOf(statements({ waiver: 'waive no-guests until 2026-12-31 because "Pilot; GOV-118"' })),
    )
    expect(await own('deny requestable by external as no-guests', waived)).toEqual(['no-guests info waived'])
    const { findings } = await found('deny hidden as no-guests', waived)
    expect(findings.map(({ rule }) => rule)).toContain('unused-waiver')
  })

  it('says what an unknown name was meant to be', async () => {
    const { findings } = await found('deny hidden as never-hidden\nrule never-hiden warning')
    expect(findings.map(({ message }) => message)).toContain(
      'No rule is called never-hiden; did you mean never-hidden?',
    )
  })

  it('is two findings where two rules meet at one place', async () => {
    expect(await own('deny requestable by external\ndeny requestable by users from fabrikam')).toEqual([
      'own-rule error',
      'own-rule error',
    ])
  })

  it('is found once on a template, with the policies that it reaches', async () => {
    const sources = inPackage(
      [
        policyOf(['requestable by any member'], 'policy one "One" from base'),
        policyOf([], 'policy two "Two" from base'),
      ],
      { before: 'policy template base {\n  expires after 90 days\n}\n' },
    )
    const { findings } = await found('require expires at most 30 days', sources)
    const ours = findings.filter(({ rule }) => rule === 'own-rule')
    expect(ours.map(({ message }) => message)).toEqual([
      'Template base gives access for 90 days. Standard ours requires `expires at most 30 days`.',
    ])
    expect(ours[0]?.related?.map(({ message }) => message)).toEqual([
      'Standard ours says it here.',
      'This reaches policy "One" of package "Suppliers".',
      'This reaches policy "Two" of package "Suppliers".',
    ])
  })

  it('looks at empty catalogs too, where it speaks of catalogs only', async () => {
    const { findings } = await found('require catalog description', 'catalog empty "Empty" {\n  owners governance\n}\n')
    expect(findings.map(({ message }) => message)).toContain(
      'Catalog "Empty" has no description. Standard ours requires `catalog description`.',
    )
  })
})

describe('an own rule that can’t be understood', () => {
  it('says nothing besides what is wrong with it', async () => {
    expect(await errorsIn('deny grants "Admin" in nobody')).toEqual(['unknown-name'])
    expect(await errorsIn('deny requestable by users from fabrikam, nobody')).toEqual(['unknown-name'])
    expect(await errorsIn('require approval by nobody')).toEqual(['unknown-name'])
    expect(await errorsIn('deny hidden where in catalog nowhere')).toEqual(['unknown-name'])
    expect(await errorsIn('require incompatible with nothing.at-all')).toEqual(['unknown-name'])
  })

  it('is told what its pattern lacks', async () => {
    expect(await errorsIn('require package name matching "^(A"')).toContain('malformed-pattern')
  })

  it('is told that another rule has its name', async () => {
    expect(await errorsIn('deny hidden as external-review')).toEqual(['own-rule-name'])
    expect(await errorsIn('deny hidden as own-rule')).toEqual(['own-rule-name'])
    expect(await errorsIn('deny hidden as same\nrequire questions where tag x as same')).toEqual([
      'own-rule-name',
      'own-rule-name',
    ])
  })

  it('is told that nobody can do what it asks', async () => {
    expect(await errorsIn('require approval by self where tag x')).toEqual(['approver-kind'])
    expect(await errorsIn('require approval by app "Robot" where tag x')).toEqual(['wrong-kind'])
    expect(await errorsIn('deny grants "Member" of user "a@contoso.com"')).toEqual(['wrong-kind'])
  })
})

describe('an own rule repairs', () => {
  const repaired = async (rules: string, sources?: string) => {
    const { findings, files } = await found(rules, sources)
    const fix = findings.find(({ message }) => message.includes('Standard ours'))?.fixes?.[0]
    if (fix === undefined) throw new Error('there is no fix')
    const after = applyEdits(files, fix.edits)
    const again = (await openWorkspace({ files: after, today })).check()
    expect(again.filter(({ message }) => message.includes('Standard ours'))).toEqual([])
    expect(again.filter(({ rule }) => rule === 'syntax')).toEqual([])
    return after['/main.entitle']
  }

  it('an expiration that is too long, missing or in a template', async () => {
    expect(await repaired('require expires at most 90 days')).toContain('      expires after 90 days\n')
    await repaired('require expires at most 90 days', inPackage(policyOf(statements({ expiration: undefined }))))
    await repaired('require expires at most 8 hours', inPackage(policyOf(statements({ expiration: 'never expires' }))))
    await repaired(
      'require expires at most 30 days',
      inPackage(policyOf(statements({ expiration: undefined }), 'policy one "One" from base'), {
        before: 'policy template base {\n  expires after 90 days\n}\n',
      }),
    )
  })

  it('a missing approval, review, incompatibility, tag, and a package that is to be hidden', async () => {
    const bare = inPackage(policyOf(['requestable by any member', 'expires after 30 days']))
    expect(await repaired('require approval by governance', bare)).toContain('stage by governance')
    expect(await repaired('require review by governance at least monthly', bare)).toContain('review monthly {')
    expect(await repaired('require review', bare)).toContain('reviewers partner-pms')
    expect(await repaired('require incompatible with group "Auditors"', bare)).toContain(
      'incompatible with group "Auditors"',
    )
    expect(await repaired('require tag reviewed', bare)).toContain('tags reviewed')
    expect(await repaired('require hidden', bare)).toContain('    hidden\n')
  })

  it('a review that is too rare, and extension without approval', async () => {
    expect(await repaired('require review at least monthly')).toContain('review monthly {')
    expect(
      await repaired(
        'require extension with approval',
        inPackage(policyOf(statements({ extension: 'extension allowed' }))),
      ),
    ).toContain('extension allowed with approval')
  })
})

describe('what an own rule asks for', () => {
  const policy = (changes: Parameters<typeof statements>[0]) => inPackage(policyOf(statements(changes)))
  const holds = async (trait: string, sources = policy({})) => (await own(`deny ${trait}`, sources)).length > 0

  it.each([
    ['requestable by external', sound.requestable, true],
    ['requestable by external', 'requestable by any member', false],
    ['requestable by internal', 'requestable by any member', true],
    ['requestable by internal', 'requestable by governance, kim', true],
    ['requestable by internal', 'requestable by kim', false],
    ['requestable by users from litware', sound.requestable, false],
    ['requestable by users from litware', 'requestable by users from fabrikam, litware', true],
    ['requestable by governance', 'requestable by group "Identity Governance desk"', true],
    ['requestable by any member', 'requestable by any user', false],
  ])('%s of "%s": %s', async (trait, requestable, expected) => {
    expect(await holds(trait, policy({ requestable }))).toBe(expected)
  })

  it.each([
    ['approval', 'approval not required', false],
    ['approval by governance', sound.approval, false],
    ['approval by internal sponsors', sound.approval, true],
    ['approval by manager', 'approval { stage by manager level 2, fallback governance }', false],
    ['approval by manager level 2', 'approval { stage by manager level 2, fallback governance }', true],
    ['approval at least 2 stages', sound.approval, false],
    ['justification', 'approval { justification required stage by governance }', true],
    ['justification', sound.approval, true],
    ['justification', 'approval { stage by governance }', false],
  ])('%s of "%s": %s', async (trait, approval, expected) => {
    expect(await holds(trait, policy({ approval }))).toBe(expected)
  })

  it.each([
    ['expires', 'never expires', false],
    ['expires', sound.expiration, true],
    ['expires at most 180 days', sound.expiration, true],
    ['expires at most 179 days', sound.expiration, false],
    ['expires at most 2 days', 'expires on 2026-11-24', true],
    ['expires at most 2 days', 'expires on 2026-11-25', false],
    ['expires at most 8 hours', 'expires after 8 hours', true],
  ])('%s of "%s": %s', async (trait, expiration, expected) => {
    expect(await holds(trait, policy({ expiration }))).toBe(expected)
  })

  it.each([
    ['extension', 'extension allowed', true],
    ['extension with approval', 'extension allowed', false],
    ['extension with approval', 'extension allowed with approval', true],
    ['extension', 'extension denied', false],
    ['questions', 'ask "Why?"', true],
    ['notifications off', 'notifications off', true],
    ['questions', 'notifications off', false],
    ['assigned automatically', 'notifications off', false],
  ])('%s of "%s": %s', async (trait, extension, expected) => {
    expect(await holds(trait, policy({ extension }))).toBe(expected)
  })
})
