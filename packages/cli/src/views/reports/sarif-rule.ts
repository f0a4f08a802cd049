import type { Severity } from '@entitle/graph'
import { findingTexts, isRule, rulePage, rules } from '@entitle/language'
import { rulePages } from '../../generated/rule-pages.ts'
import { sarifLevels } from './sarif-result.ts'

/** How grave code hosts take a rule about access to be, from 0 to 10: above 7 is high, above 4 medium. */
const securitySeverity: { readonly [severity in Severity]: string } = {
  error: '8.0',
  warning: '5.5',
  info: '3.0',
  hint: '1.0',
}

/** What a finding's code means, with its page: a rule's, or what the reference says of codes that hold everywhere. */
export const sarifRule = (code: string): object => {
  const { short, full, severity, markdown } = meaningOf(code)
  const name = code.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const tags = isRule(code) ? ['security', 'governance'] : ['correctness']
  return {
    id: code,
    name,
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: full, markdown },
    helpUri: rulePage(code),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: {
      tags,
      precision: 'very-high',
      ...(isRule(code)
        ? { 'security-severity': securitySeverity[severity] }
        : { 'problem.severity': problem[severity] }),
    },
  }
}

const problem: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
}

interface Meaning {
  readonly short: string
  readonly full: string
  readonly severity: Severity
  readonly markdown: string
}

const meaningOf = (code: string): Meaning => {
  const rule = rules.find(({ name }) => name === code)
  const page = Object.hasOwn(rulePages, code) ? rulePages[code] : undefined
  if (rule !== undefined) {
    const short = sentence(rule.finds)
    const full = `${short} ${rule.why}`
    const graver = rule.severity.recommended === 'off' ? rule.severity.strict : rule.severity.recommended
    return { short, full, severity: graver === 'off' ? 'warning' : graver, markdown: page ?? full }
  }
  const text = findingTexts.find(finding => finding.code === code)
  if (text !== undefined) {
    const full = `${text.meaning} ${text.remedy}`
    return { short: text.meaning, full, severity: text.severity, markdown: full }
  }
  // Findings about waivers have a page; its second paragraph says what they find.
  const short = page?.split('\n\n')[1] ?? code
  return { short, full: short, severity: 'error', markdown: page ?? short }
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`
