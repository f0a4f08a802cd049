import { describe, expect, it } from 'vitest'
import { asking, directory, findingsOf, inPackage, policyOf, statements } from './harness.ts'

const until = 'until 2027-01-31 because "Pilot; ticket GOV-118"'
const waived = { until: '2027-01-31', because: 'Pilot; ticket GOV-118' }
const endless = (waiver?: string, head?: string) =>
  policyOf([...statements({ expiration: 'never expires' }), ...(waiver === undefined ? [] : [waiver])], head)
const waiving = (rest: string) => inPackage(endless(`waive external-expiration ${rest}`))

describe('a waiver turns findings into notes', () => {
  const waiver = `waive external-expiration ${until}`
  const places = {
    policy: inPackage(endless(waiver)),
    package: inPackage(endless()).replace('  package suppliers "Suppliers" {\n', `$&    ${waiver}\n`),
    catalog: inPackage(endless(), { catalog: ['owners governance', waiver] }),
    template: inPackage(policyOf(statements({ expiration: undefined }), 'policy one "One" from above'), {
      before: `policy template base {\n  never expires\n  ${waiver}\n}\n\npolicy template above from base {\n  extension denied\n}\n`,
    }),
  }

  it.each(Object.entries(places))('in a %s', async (_, source) => {
    const [finding, ...more] = await findingsOf('external-expiration', source)
    expect(more).toEqual([])
    expect(finding?.severity).toBe('info')
    expect(finding?.waived).toEqual(waived)
    for (const rule of ['unused-waiver', 'undated-waiver', 'expired-waiver', 'unknown-rule'])
      expect(await findingsOf(rule, source)).toEqual([])
  })

  it('in a tenant', async () => {
    const tenant = directory.replace(/ {2}external user offboarding.*\n/, `  waive external-offboarding ${until}\n`)
    const [finding] = await findingsOf('external-offboarding', {
      '/directory.entitle': tenant,
      '/main.entitle': inPackage(policyOf(statements())),
    })
    expect(finding?.waived).toEqual(waived)
  })

  it('until its last day and no longer', async () => {
    const [last] = await findingsOf('external-expiration', waiving('until 2026-11-22 because "x"'))
    expect(last?.waived).toBeDefined()
    const [over] = await findingsOf('external-expiration', waiving('until 2026-11-21 because "x"'))
    expect(over?.severity).toBe('error')
    expect(over?.waived).toBeUndefined()
  })

  it('of its own rule and element only', async () => {
    const source = inPackage([
      endless(`waive external-review ${until}`, 'policy one "One"'),
      endless(waiver, 'policy two "Two"'),
    ])
    const found = await findingsOf('external-expiration', source)
    expect(found.map(finding => finding.waived !== undefined)).toEqual([false, true])
  })

  it('where one of two policies of a template has one: both are told, each with its policy', async () => {
    const source = inPackage(
      [
        policyOf([...statements({ expiration: undefined }), waiver], 'policy one "One" from base'),
        policyOf(statements({ expiration: undefined }), 'policy two "Two" from base'),
      ],
      { before: 'policy template base {\n  never expires\n}\n' },
    )
    const found = await findingsOf('external-expiration', source)
    const told = found.map(({ severity, related }) => [severity, related?.map(({ message }) => message)])
    expect(told.toSorted()).toEqual([
      ['error', ['This reaches policy "Two" of package "Suppliers".']],
      ['info', ['This reaches policy "One" of package "Suppliers".']],
    ])
  })

  it('not without a reason or an end, however it is spelled', async () => {
    for (const rest of [
      '',
      'until 2027-01-31',
      'because "x"',
      'until 2027-01-31 because ""',
      'until 2027-01-31 because "  "',
    ]) {
      const [finding] = await findingsOf('external-expiration', waiving(rest))
      expect(finding?.severity).toBe('error')
    }
  })
})

describe('expired-waiver', () => {
  const { speaking, silent, fixed } = asking('expired-waiver')
  const over = 'waive external-expiration until 2026-11-21 because "Pilot"'

  it('speaks of a waiver whose day has passed', async () => {
    const [finding] = await speaking(inPackage(endless(`«${over}»`)))
    expect(finding.message).toBe(
      'The waiver of external-expiration ended on 2026-11-21. Repair what it excused, and remove it.',
    )
    expect(finding.severity).toBe('error')
  })

  it('speaks in a template', async () => {
    await speaking(`policy template base {\n  never expires\n  «${over}»\n}\n`)
  })

  it('is silent to the last day', async () => {
    await silent(waiving('until 2026-11-22 because "Pilot"'))
    await silent(waiving('until 2027-01-31 because "Pilot"'))
  })

  it('is silent where it is off', async () => {
    await silent(`standard s extends recommended { rule expired-waiver off }\n\n${inPackage(endless(over))}`)
  })

  it('removes the waiver with its line', async () => {
    expect(await fixed(inPackage(endless(over)), 'Remove the waiver')).toBe(inPackage(endless()))
  })

  it('removes the waiver from a block on one line', async () => {
    expect(await fixed(inPackage(`policy one "One" { requestable by anna ${over} }`), 'Remove the waiver')).toContain(
      'policy one "One" { requestable by anna }',
    )
  })

  it('removes the waiver and leaves what shares its lines', async () => {
    const source = inPackage(endless(`${over} // for the pilot`))
    expect(await fixed(source, 'Remove the waiver')).toContain('// for the pilot')
  })
})

describe('undated-waiver', () => {
  const { speaking, silent, fixed } = asking('undated-waiver')

  it('speaks of a waiver without an end', async () => {
    const [finding] = await speaking(inPackage(endless('«waive external-expiration because "Pilot"»')))
    expect(finding.message).toBe(
      'The waiver of external-expiration has no end, so it excuses nothing. Say until when it holds.',
    )
  })

  it('speaks of a waiver without a reason', async () => {
    const [finding] = await speaking(inPackage(endless('«waive external-expiration until 2027-01-31»')))
    expect(finding.message).toContain('gives no reason, so it excuses nothing')
    expect(finding.fixes).toBeUndefined()
    await speaking(inPackage(endless('«waive external-expiration until 2027-01-31 because " "»')))
  })

  it('speaks once of a waiver with neither', async () => {
    const [finding] = await speaking(inPackage(endless('«waive external-expiration»')))
    expect(finding.message).toContain('says neither until when it holds nor why')
  })

  it('speaks of a waiver that reaches too far, which holds all the same', async () => {
    const source = inPackage(endless('«waive external-expiration until 2027-11-23 because "Pilot"»'))
    const [finding] = await speaking(source)
    expect(finding.message).toContain('more than 365 days ahead')
    const [note] = await findingsOf('external-expiration', source)
    expect(note?.waived?.until).toBe('2027-11-23')
  })

  it('is silent on 365 days', async () => {
    await silent(waiving('until 2027-11-22 because "Pilot"'))
  })

  it('is silent on a waiver that is over, of which expired-waiver speaks', async () => {
    await silent(waiving('until 2026-01-01 because "Pilot"'))
  })

  it('writes a day', async () => {
    const title = 'Let it hold until 2027-02-20'
    const reason = 'because "The \\"pilot\\" \\\\ \\n trial"'
    expect(await fixed(waiving(reason), title)).toContain(`waive external-expiration until 2027-02-20 ${reason}\n`)
    expect(await fixed(waiving(`until 2029-01-01 ${reason}`), title)).toContain(`until 2027-02-20 ${reason}\n`)
  })
})

describe('unused-waiver', () => {
  const { speaking, silent, fixed } = asking('unused-waiver')
  const idle = `waive external-expiration ${until}`
  const policy = policyOf([...statements(), `«${idle}»`])

  it('speaks of a waiver that excuses nothing', async () => {
    const [finding] = await speaking(inPackage(policy))
    expect(finding.message).toBe('The waiver of external-expiration excuses nothing here. Remove it.')
    expect(finding.severity).toBe('warning')
  })

  it('speaks in a catalog, an organization, a tenant, a template and a standalone review', async () => {
    await speaking(inPackage(policyOf(statements()), { catalog: ['owners governance', `«${idle}»`] }))
    await speaking(`organization woodgrove "Woodgrove" {\n  domain "woodgrove.com"\n  «${idle}»\n}\n`)
    await speaking(`tenant other "Other" {\n  domain "other.com"\n  «${idle}»\n}\n`)
    await speaking(`policy template base {\n  expires after 1 day\n  «${idle}»\n}\n`)
    await speaking(
      `review guests "Guests" {\n  of guests in all groups\n  recurs quarterly\n  reviewers anna\n  «${idle}»\n}\n`,
    )
  })

  it('speaks where the rule is off', async () => {
    await speaking(
      `standard s extends recommended { rule external-expiration off }\n\n${inPackage(endless(`«${idle}»`))}`,
    )
  })

  it('is an error in strict', async () => {
    const [finding] = await speaking(`standard s extends strict\n\n${inPackage(policy)}`)
    expect(finding.severity).toBe('error')
  })

  it('is silent where it excuses something', async () => {
    await silent(inPackage(endless(idle)))
  })

  it('is silent on one of several that excuse the same', async () => {
    await silent(inPackage(endless(idle), { catalog: ['owners governance', idle] }))
  })

  it('removes the waiver', async () => {
    expect(await fixed(inPackage(policy), 'Remove the waiver')).toBe(inPackage(policyOf(statements())))
  })
})

describe('a waiver of an unknown rule', () => {
  const { speaking, fixed } = asking('unknown-rule')

  it('is an error on the word, with the nearest one', async () => {
    const source = inPackage(endless(`waive «external-expiry» ${until}`))
    const [finding, ...more] = await speaking(source)
    expect(more).toEqual([])
    expect(finding.message).toContain('did you mean external-expiration?')
    await fixed(source, 'Change to external-expiration')
  })

  it('is not said of one that is still being typed', async () => {
    expect(await findingsOf('unknown-rule', inPackage(endless('waive')))).toEqual([])
  })
})
