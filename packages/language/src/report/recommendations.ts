/** A recommendation of Microsoft's, in our words, and the rules by which it is kept. */
export interface Recommendation {
  readonly title: string
  readonly recommends: string
  readonly rules: readonly string[]
  /** It speaks of external policies only. */
  readonly external: boolean
}

/** The article whose recommendations these are. */
export const article = 'https://learn.microsoft.com/entra/architecture/6-secure-access-entitlement-managment'

/** What Microsoft recommends for access by people from outside, in the order in which access lives. */
export const recommendations: readonly Recommendation[] = [
  {
    title: 'Only people of known organizations',
    recommends: 'Access is offered to organizations that somebody connected and answers for, not to anybody at all.',
    rules: ['any-external-user', 'proposed-organization', 'public-mail-organization', 'organization-sponsor'],
    external: true,
  },
  {
    title: 'Terms of their own',
    recommends: 'People from outside ask under a policy that is made for them, not under that of employees.',
    rules: ['mixed-audience', 'external-visibility'],
    external: true,
  },
  {
    title: 'Somebody approves',
    recommends: 'Every request of somebody from outside is approved before access is given.',
    rules: ['external-approval', 'external-justification', 'sponsors-of-internals', 'manager-of-external'],
    external: true,
  },
  {
    title: 'Access ends',
    recommends: 'Access by people from outside expires, within a year unless the work is known to last longer.',
    rules: ['external-expiration'],
    external: true,
  },
  {
    title: 'Projects have an end date',
    recommends: 'Access for a project ends on a day that is fixed.',
    rules: ['project-end-date'],
    external: false,
  },
  {
    title: 'Extensions are approved',
    recommends: 'Where access may be extended, somebody approves that again.',
    rules: ['extension-approval'],
    external: true,
  },
  {
    title: 'Reviewed every quarter',
    recommends:
      'Access by people from outside is reviewed quarterly or more often, and taken away when nobody answers.',
    rules: ['external-review', 'external-no-response'],
    external: true,
  },
  {
    title: 'Named reviewers',
    recommends: 'Where rules are to be kept, named people review; reviewing oneself is for access of little weight.',
    rules: ['compliance-self-review', 'external-self-review'],
    external: false,
  },
  {
    title: 'Access outside packages is reviewed too',
    recommends: 'Guests who were given access in other ways are looked at as well.',
    rules: ['guests-outside-packages'],
    external: true,
  },
  {
    title: 'Guests leave',
    recommends: 'The account of somebody from outside is blocked and deleted after the last access has ended.',
    rules: ['external-offboarding', 'offboarding-delay'],
    external: true,
  },
  {
    title: 'Owners in the business',
    recommends: 'Catalogs are run by the people who know the work, in groups rather than one by one.',
    rules: ['catalog-delegation'],
    external: false,
  },
  {
    title: 'Nothing lasts unseen',
    recommends: 'All access, also that of employees, ends or is reviewed.',
    rules: ['expiration-or-review'],
    external: false,
  },
]
