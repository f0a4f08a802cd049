import { type FindingText, findingGroups } from '@entitle/language'
import { links, notice } from './page.ts'

/** docs/reference/findings.md: every code of a finding that is no rule. */
export const findingsText = (): string =>
  [
    notice('packages/language/src/printing/reference'),
    '# Findings that are not rules',
    'These are there in every workspace; no standard sets them and no waiver excuses them. Their messages say what to write. What [rules](../rules/README.md) find is told on their own pages. `entitle explain CODE` prints either.',
    findingGroups.map(({ title }) => `- [${title}](#${slug(title)})`).join('\n'),
    ...findingGroups.flatMap(({ title, findings }) => [`## ${title}`, ...findings.map(section)]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z -]/g, '')
    .replaceAll(' ', '-')

const section = ({ code, severity, meaning, remedy, related }: FindingText): string =>
  [
    `### ${code}`,
    `*${severity}* · ${meaning}`,
    `**Way out:** ${remedy}${related === undefined ? '' : ` See ${links(related, { name: 'findings' })}.`}`,
  ].join('\n\n')
