import { describe, expect, it } from 'vitest'
import { lookUp } from '../../src/explain/look-up.ts'
import { explainJson, explainText } from '../../src/views/explain.ts'
import { indexJson, indexText } from '../../src/views/explain-index.ts'
import { pageLines } from '../../src/views/explain-page.ts'
import { paintFor } from '../../src/views/paint.ts'

const plain = paintFor({ colour: false })
const coloured = paintFor({ colour: true })
const meant = (...words: string[]) => {
  const explanation = lookUp(words)
  if ('near' in explanation) throw new Error(`nothing is called ${words.join(' ')}`)
  return explanation
}
const text = (...words: string[]) => explainText(meant(...words), 90, plain)

describe('explaining a word', () => {
  it('tells forms, meaning, default, limits, Graph, Microsoft’s page, rules, what goes with it, an example', () => {
    expect(text('if no response')).toContain('if no response remove access|keep access|follow recommendation')
    expect(text('review if no response')).toBe(`if no response  in a review

  if no response remove access|keep access|follow recommendation

  What happens to access that nobody reviewed in time.

  Default    \`remove access\`.
  Limits     \`follow recommendation\` needs recommendations.
  Graph      accessPackageAssignmentReviewSettings.expirationBehavior: keepAccess
  Microsoft  https://learn.microsoft.com/graph/api/resources/accesspackageassignmentreviewsettings
  Rules      external-no-response
  See also   recommendations

    review quarterly {
      reviewers partner-pms
      if no response keep access
    }
`)
  })

  it('tells several meanings one after the other, many of them in short', () => {
    const both = text('review')
    expect(both).toContain('review  in a policy or policy template')
    expect(both).toContain('review NAME "DISPLAY NAME" { … }')
    const many = text('justification')
    expect(many).toMatch(/^justification is a word of 5 statements:\n/)
    expect(many).toContain('  › entitle explain standalone review justification\n')
    expect(many).not.toContain('Graph')
  })

  it('tells a finding with the way out', () => {
    expect(text('review-overlap')).toBe(`review-overlap  a finding (error)

  The review would still be open when the next one starts; Graph refuses that.

  Way out    Let it close earlier, or review less often.
  See also   review open for
`)
  })

  it('tells a rule by its page', () => {
    const page = text('external-expiration')
    expect(page).toMatch(/^external-expiration\n\n {2}Finds an external policy that never expires/)
    expect(page).toContain('\nAvoid\n\n    organization fabrikam "Fabrikam" {\n')
    expect(page).toContain('  recommended  strict  zero-trust  cis\n  error        error   off         error\n')
    expect(page).not.toMatch(/```|\]\(|^#/m)
  })

  it('has colours only where they are wanted, and says the same with them', () => {
    const colours = explainText(meant('review if no response'), 90, coloured)
    expect(colours).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is how colours are written
    expect(colours.replaceAll(/\u001b\[\d+m/g, '')).toBe(text('review if no response').replaceAll('`', ''))
    expect(text('package')).not.toContain('\u001b')
  })

  it('keeps prose within the columns', () => {
    const lines = explainText(meant('external user offboarding'), 60, plain).split('\n')
    const long = lines.filter(
      line => line.length > 60 && !/https:|external user offboarding|Graph|entitlementManagement/.test(line),
    )
    expect(long).toEqual([])
  })
})

describe('the JSON of an explanation', () => {
  it('has every meaning whole', () => {
    const json = JSON.parse(explainJson(meant('justification')))
    expect(json).toMatchObject({ format: 'entitle-explain/1', query: 'justification' })
    expect(json.meanings).toHaveLength(5)
    expect(json.meanings[0]).toEqual({
      kind: 'word',
      name: 'approval justification',
      place: 'in an approval',
      title: 'justification',
      forms: ['justification required|optional'],
      meaning: 'Whether requestors must say why they need access.',
      default: '`optional`',
      limits: ['The clouds for the US government and in China do not know it.'],
      graph: ['accessPackageAssignmentApprovalSettings.isRequestorJustificationRequired'],
      page: 'https://learn.microsoft.com/graph/api/resources/accesspackageassignmentapprovalsettings',
      rules: ['external-justification'],
      example: 'approval {\n  justification required\n  stage by manager, fallback governance\n}',
      related: [],
    })
  })

  it('of rules and findings', () => {
    expect(JSON.parse(explainJson(meant('external-review'))).meanings[0]).toMatchObject({
      kind: 'rule',
      name: 'external-review',
      finds: expect.stringContaining('an external policy'),
      severity: { recommended: 'error', strict: 'error' },
    })
    expect(JSON.parse(explainJson(meant('expires'))).meanings[0]).toMatchObject({
      related: ['policy extension', 'values duration', 'values date'],
    })
    expect(JSON.parse(explainJson(meant('syntax'))).meanings[0]).toMatchObject({
      kind: 'finding',
      code: 'syntax',
      severity: 'error',
    })
  })
})

describe('the index', () => {
  it('lists words by page, rules and codes', () => {
    const index = indexText(80, plain)
    expect(index).toMatch(/^entitle explain WORD explains one of these\.\n\nTenants\n {2}tenant, domain, id, cloud,/)
    expect(index).toContain('\nRules\n  agent-access, any-external-user, ')
    expect(index).toContain('\nFindings: Names\n  unknown-name, ')
    expect(JSON.parse(indexJson())).toMatchObject({
      format: 'entitle-explain/1',
      pages: expect.arrayContaining([expect.objectContaining({ name: 'assign', words: ['assign'] })]),
      rules: expect.arrayContaining(['external-review']),
      findings: expect.arrayContaining(['syntax']),
    })
  })
})

describe('a page in a terminal', () => {
  it('has headings, paragraphs, tables and examples', () => {
    const page =
      '# Head\n\nSome `code` and\na [link](x.md).\n\n| a | bb |\n|---|---|\n| ccc | d |\n\n```entitle\nhidden\n\n  tags x\n```\n'
    expect(pageLines(page, 80, plain)).toEqual([
      'Head',
      '',
      '  Some `code` and a link.',
      '',
      '  a    bb',
      '  ccc  d',
      '',
      '    hidden',
      '',
      '      tags x',
    ])
  })
})
