import { findingTexts } from '../printing/reference/findings.ts'
import { hygiene } from './hygiene.ts'
import { rules } from './table.ts'

const pages = 'https://github.com/entitle/entitle/blob/main/docs'
const ownPage = new Set([...rules.map(({ name }) => name), ...Object.keys(hygiene)])
const explained = new Set(findingTexts.map(({ code }) => code))

/** Whether a standard sets what a finding's code names, one of Entitle's rules or one of the workspace's own; other codes hold everywhere. */
export const isRule = (code: string): boolean => ownPage.has(code) || !explained.has(code)

/** The page that explains a finding's code: a rule's own, its place on the page of the codes that are not rules, or that of own rules. */
export const rulePage = (code: string): string =>
  ownPage.has(code)
    ? `${pages}/rules/${code}.md`
    : `${pages}/reference/${explained.has(code) ? `findings.md#${code}` : 'own-rules.md'}`
