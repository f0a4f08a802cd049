import { anyDeclarationPage } from './any-declaration.ts'
import { approvalPage } from './approval.ts'
import { assignPage } from './assign.ts'
import { catalogPage } from './catalog.ts'
import { directoryPage } from './directory-objects.ts'
import type { Entry, Page } from './entry.ts'
import { expirationPage } from './expiration.ts'
import { organizationPage } from './organization.ts'
import { ownRulesPage } from './own-rules.ts'
import { packagePage } from './package.ts'
import { policyPage } from './policy.ts'
import { questionsPage } from './questions.ts'
import { requestorsPage } from './requestors.ts'
import { reviewPage } from './review.ts'
import { scenarioPage } from './scenario.ts'
import { standaloneReviewPage } from './standalone-review.ts'
import { standardsPage } from './standards.ts'
import { subjectsPage } from './subjects.ts'
import { tenantPage } from './tenant.ts'
import { valuesPage } from './values.ts'
import { workflowPage } from './workflow.ts'

/** The pages of the reference, in the order in which one reads them. */
export const pages: readonly Page[] = [
  tenantPage,
  organizationPage,
  directoryPage,
  catalogPage,
  workflowPage,
  packagePage,
  policyPage,
  requestorsPage,
  approvalPage,
  subjectsPage,
  expirationPage,
  reviewPage,
  questionsPage,
  anyDeclarationPage,
  standaloneReviewPage,
  assignPage,
  standardsPage,
  ownRulesPage,
  scenarioPage,
  valuesPage,
]

/** An entry and the page that it stands on. */
export interface Placed {
  readonly page: Page
  readonly entry: Entry
}

/** Every entry of the reference, page by page. */
export const placed: readonly Placed[] = pages.flatMap(page => page.entries.map(entry => ({ page, entry })))

/** Where an entry's statement stands, for people: `in a stage`; empty for declarations. */
export const placeOf = ({ page, entry }: Placed): string => entry.place ?? page.place

/** What `related` names: `PAGE/TITLE`, or a title of the same page. */
export const relatedTo = (name: string, { page }: { readonly page: Pick<Page, 'name'> }): Placed | undefined => {
  const slash = name.indexOf('/')
  const [home, title] = slash < 0 ? [page.name, name] : [name.slice(0, slash), name.slice(slash + 1)]
  return placed.find(candidate => candidate.page.name === home && candidate.entry.title === title)
}

/** The heading's anchor as GitHub makes it. */
export const anchorOf = ({ title }: Pick<Entry, 'title'>): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
