import { describe, expect, it } from 'vitest'
import { builtInStandards, hygiene, ruleNames, rules } from '../../src/rules/index.ts'
import { asking, findingsOf, inPackage, policyOf, statements } from './harness.ts'

const policy = (expiration?: string) => policyOf(statements({ expiration }))
const main = (expiration?: string, tags?: string) => inPackage(policy(expiration), tags === undefined ? {} : { tags })

/** What a rule says under these standards, as severities. */
const severities = async (standards: string, rule = 'external-expiration', source = main()) =>
  (await findingsOf(rule, `${standards}\n\n${source}`)).map(({ severity }) => severity)

describe('a standard', () => {
  it('holds: recommended, where none is declared', async () => {
    expect(await severities('')).toEqual(['error'])
    const open = inPackage(policyOf(statements({ requestable: 'requestable by any external user' })))
    expect(await severities('', 'any-external-user', open)).toEqual(['warning'])
    expect(await severities('standard s extends strict', 'any-external-user', open)).toEqual(['error'])
  })

  it('sets nothing that neither it nor what it extends names', async () => {
    expect(await severities('standard s')).toEqual([])
    expect(await severities('standard s { rule external-review error }')).toEqual([])
    expect(await severities('standard s { rule external-expiration hint }')).toEqual(['hint'])
  })

  it('replaces what it extends, with every severity', async () => {
    for (const severity of ['error', 'warning', 'info', 'hint'])
      expect(await severities(`standard s extends recommended { rule external-expiration ${severity} }`)).toEqual([
        severity,
      ])
    expect(await severities('standard s extends recommended { rule external-expiration off }')).toEqual([])
  })

  it('lets the later of several win: settings, and what it extends', async () => {
    expect(
      await severities(
        'standard s extends recommended {\n  rule external-expiration off\n  rule external-expiration info\n}',
      ),
    ).toEqual(['info'])
    expect(await severities('standard s extends recommended, zero-trust')).toEqual([])
    expect(await severities('standard s extends zero-trust, recommended')).toEqual(['error'])
  })

  it('extends through a chain, in any order of the file', async () => {
    expect(
      await severities(
        'standard top extends middle\nstandard middle extends low { rule external-expiration warning }\nstandard low extends recommended { rule external-expiration hint }',
      ),
    ).toEqual(['warning'])
  })

  it('inherits the bound of what it extends, and replaces it', async () => {
    const low = 'standard low extends recommended { rule external-expiration error at most 90 days }\n'
    const source = main('expires after 100 days')
    const severity = `${low}standard top extends low { rule external-expiration warning }`
    expect(await severities(severity, 'external-expiration', source)).toEqual(['warning'])
    const bound = `${low}standard top extends low { rule external-expiration error at most 120 days }`
    expect(await severities(bound, 'external-expiration', source)).toEqual([])
  })

  it('scopes a setting to packages with one of its tags', async () => {
    const scoped = 'standard s extends recommended { rule external-expiration hint where tag pilot, trial }'
    expect(await severities(scoped, 'external-expiration', main(undefined, 'trial'))).toEqual(['hint'])
    expect(await severities(scoped, 'external-expiration', main(undefined, 'pilots'))).toEqual(['error'])
    expect(await severities(scoped)).toEqual(['error'])
    const alone = 'standard s { rule external-expiration hint where tag pilot }'
    expect(await severities(alone)).toEqual([])
  })

  it('lets the strictest setting speak where a template reaches packages of both sorts', async () => {
    const template = 'policy template base {\n  expires after 300 days\n}\n'
    const packages = [
      'catalog c "C" {\n  owners governance',
      '  package one "One" {',
      policyOf(statements({ expiration: undefined }), 'policy a "A" from base'),
      '  }',
      '  package two "Two" {\n    tags pilot',
      policyOf(statements({ expiration: undefined }), 'policy b "B" from base'),
      '  }\n}\n',
    ]
    for (const order of [
      packages,
      [
        packages[0],
        ...packages.slice(4, 7).map(line => line?.replace('  }\n}\n', '  }')),
        ...packages.slice(1, 3),
        '  }\n}\n',
      ],
    ]) {
      const standard =
        'standard s extends recommended {\n  rule external-expiration warning at most 200 days\n  rule external-expiration error at most 100 days where tag pilot\n}\n'
      const found = await findingsOf('external-expiration', [standard, template, ...order].join('\n'))
      expect(found).toHaveLength(1)
      expect(found[0]?.severity).toBe('error')
      expect(found[0]?.message).toContain('at most 100 days')
      expect(found[0]?.related).toHaveLength(2)
    }
  })
})

describe('two standards', () => {
  const { speaking, silent } = asking('two-standards')

  it('that no other extends are an error on both', async () => {
    const [first, second] = await speaking('standard «one» extends recommended\nstandard «two» extends strict\n')
    expect(first.message).toBe(
      'one and two are both standards that no other extends, so it is open which one holds. Let one extend the other.',
    )
    expect(first.related?.[0]?.message).toBe('two stands here.')
    expect(second?.related?.[0]?.message).toBe('one stands here.')
  })

  it('are fine where one extends the other', async () => {
    await silent('standard one extends recommended\nstandard two extends one\n')
    await silent('standard one\nstandard two\nstandard three extends one, two\n')
  })

  it('that extend each other are a circle, of which another check speaks, and end', async () => {
    const circle = 'standard one extends two { rule external-expiration info }\nstandard two extends one\n'
    await silent(circle)
    expect(await findingsOf('standard-cycle', circle)).toHaveLength(2)
    expect(await severities(circle)).toEqual(['info'])
    expect(await severities('standard one extends one { rule external-expiration info }')).toEqual(['info'])
  })
})

describe('an unknown rule', () => {
  const { speaking, silent, fixed } = asking('unknown-rule')
  const naming = (rule: string) => `standard s extends recommended {\n  rule ${rule} error\n}\n`

  it('is an error with the nearest one', async () => {
    const [finding] = await speaking(naming('«external-expirations»'))
    expect(finding.message).toBe('No rule is called external-expirations; did you mean external-expiration?')
    expect(await fixed(naming('external-expirations'), 'Change to external-expiration')).toBe(
      naming('external-expiration'),
    )
  })

  it('is an error where nothing is near', async () => {
    const [finding] = await speaking(naming('«zzzzzz»'))
    expect(finding.message).toBe('No rule is called zzzzzz.')
    await speaking(naming('«constructor»'))
  })

  it('is none where the rule is checked, or is about waivers', async () => {
    const settings = ruleNames.map(rule => `  rule ${rule} error\n`)
    await silent(`standard s extends recommended {\n${settings.join('')}}\n`)
  })
})

describe('a check that always holds', () => {
  it.each(['date-in-past', 'unused-declaration'])('can not be set: %s', async rule => {
    const { speaking } = asking('rule-always-checked')
    const [finding] = await speaking(`standard s extends recommended {\n  rule «${rule}» off\n}\n`)
    expect(finding.message).toContain('is always checked at its own severity')
  })
})

describe('an option', () => {
  const { speaking, silent } = asking('rule-option')
  const setting = (text: string) => `standard s extends recommended {\n  rule ${text}\n}\n`

  it.each([
    ['external-expiration error «at least 180 days»', 'takes an option of the form "at most 365 days".'],
    ['external-expiration error «at most quarterly»', 'of the form "at most 365 days".'],
    ['external-expiration error «at most 3 constructor»', 'of the form "at most 365 days".'],
    ['external-expiration error «at most 0 days»', 'of the form "at most 365 days".'],
    ['external-review error «at least 90 days»', 'of the form "at least quarterly".'],
    ['external-review error «at least toString»', 'of the form "at least quarterly".'],
    ['external-approval error «at least 2 days»', 'of the form "at least 1 stage", with a number up to 3.'],
    ['external-approval error «at least 4 stages»', 'of the form "at least 1 stage", with a number up to 3.'],
    ['external-approval error «matching "x"»', 'of the form "at least 1 stage", with a number up to 3.'],
    ['any-external-user error «at most 3 days»', 'Rule any-external-user has no options. Remove this one.'],
    ['unused-waiver error «at most 3 days»', 'Rule unused-waiver has no options. Remove this one.'],
  ])('that does not fit is an error with the form that does: %s', async (text, form) => {
    const [finding] = await speaking(setting(text))
    expect(finding.message).toContain(form)
  })

  it('that does not fit leaves the default', async () => {
    const standard = setting('external-expiration error at most 0 days')
    expect(await severities(standard, 'external-expiration', main('expires after 365 days'))).toEqual([])
    expect(await severities(standard, 'external-expiration', main('expires after 366 days'))).toEqual(['error'])
  })

  it.each([
    'external-expiration error at most 1 day',
    'external-expiration error at most 26 weeks where tag pilot',
    'external-expiration error at most 8 hours',
    'external-review error at least monthly',
    'external-approval error at least 1 stage',
    'external-approval error at least 3 stages',
    'any-external-user error where tag pilot',
  ])('that fits is fine: %s', async text => {
    await silent(setting(text))
  })
})

describe('the built-in standards', () => {
  it('name every rule, at the severity that the rule says', () => {
    for (const { name, severity } of rules) {
      expect(builtInStandards.recommended?.[name]).toBe(severity.recommended)
      expect(builtInStandards.strict?.[name]).toBe(severity.strict)
    }
    for (const [name, { severity }] of Object.entries(hygiene))
      expect(builtInStandards.recommended?.[name]).toBe(severity.recommended)
    for (const standard of Object.values(builtInStandards)) expect(Object.keys(standard).toSorted()).toEqual(ruleNames)
  })

  it('are at least as grave in strict as in recommended', () => {
    const order = ['off', 'hint', 'info', 'warning', 'error']
    for (const { severity } of rules)
      expect(order.indexOf(severity.strict)).toBeGreaterThanOrEqual(order.indexOf(severity.recommended))
  })

  it('hold in cis as recommended, with reviews that remove access', async () => {
    expect(await severities('standard s extends cis')).toEqual(['error'])
    const kept = inPackage(
      policyOf(statements({ review: 'review quarterly { reviewers partner-pms if no response keep access }' })),
    )
    expect(await severities('standard s extends cis', 'external-no-response', kept)).toEqual(['error'])
  })
})
