import type { Page } from './entry.ts'

/** A whole scenario that makes one point. */
const scenario = (...lines: readonly string[]): string => `scenario "Somebody asks for the toolbox" {
${lines.map(line => `  ${line}`).join('\n')}
}`
const asked = ['requestor member', 'requests partners.toolbox']

export const scenarioPage: Page = {
  name: 'scenario',
  title: 'Scenarios',
  place: 'in a scenario',
  frame: 'file',
  intro: [
    'A test of the policies: who asks for what, and what must come of it. Scenarios need no tenant.',
    '`entitle test` runs them, and so does the Test Explorer of VS Code. Whoever is described, as in `member in group …`, is in those groups and in no others; what the sources can’t tell is undetermined, never passed.',
  ],
  example: `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna
}

user  anna        "anna@contoso.com"
group governance  "Identity Governance desk"
group alpine      "Project Alpine"

tenant contoso "Contoso" {
  domain "contoso.com"
  external user offboarding block sign-in, delete after 30 days
}

catalog partners "Partner collaboration" {
  owners governance
  resources alpine
  package alpine "Alpine supplier access" {
    grants "Member" of alpine
    policy suppliers "Approved suppliers" {
      requestable by users from fabrikam
      approval { stage by internal sponsors, fallback governance }
      expires on 2027-06-30
      review quarterly { reviewers governance }
    }
  }
}

scenario "A Fabrikam engineer joins project Alpine" {
  requestor external from fabrikam
  requests partners.alpine on 2026-12-01
  expect policy suppliers
  expect approval by internal sponsors
  expect access until 2027-06-30
  expect review quarterly
}

scenario "Nobody from an unknown company gets in" {
  requestor external from "unknown.example"
  requests partners.alpine
  expect denied
}`,
  entries: [
    {
      title: 'scenario',
      place: '',
      types: ['Scenario'],
      forms: ['scenario "TITLE" { … }'],
      meaning: 'A test of the policies against the sources alone.',
      limits: ['It has a `requestor`, a package that it `requests`, and something to `expect`.'],
      example: scenario(...asked, 'expect approval by manager'),
      related: ['requestor', 'requests', 'expect policy'],
    },
    {
      title: 'requestor',
      types: ['Requestor'],
      forms: [
        'requestor external from ORGANIZATION',
        'requestor external from "DOMAIN"',
        'requestor member [in GROUP, …]',
        'requestor guest',
        'requestor OBJECT',
      ],
      meaning: 'Who requests in this scenario.',
      more: [
        '`member` is a member of the tenant, in these groups where some are named; `guest` is a guest who is in the directory already.',
      ],
      example: scenario('requestor external from fabrikam', 'requests partners.toolbox', 'expect denied'),
    },
    {
      title: 'requests',
      types: ['RequestsPackage'],
      forms: ['requests PACKAGE [on DATE]'],
      meaning: 'What the scenario’s requestor asks for, and on which day.',
      default: 'the day on which the scenario runs',
      example: scenario('requestor member', 'requests partners.toolbox on 2026-12-01', 'expect approval by manager'),
    },
    {
      title: 'expect policy',
      types: ['ExpectPolicy'],
      forms: ['expect policy POLICY'],
      meaning: 'Which policy must take the request.',
      limits: ['A policy of the package that is requested.'],
      example: scenario(...asked, 'expect policy staff'),
    },
    {
      title: 'expect denied',
      types: ['ExpectDenied'],
      forms: ['expect denied'],
      meaning: 'No policy may take the request.',
      limits: ['Beside it nothing else can be expected but `incompatible with`.'],
      example: scenario('requestor external from "unknown.example"', 'requests partners.toolbox', 'expect denied'),
    },
    {
      title: 'expect approval',
      types: ['ExpectApproval', 'ExpectedStage'],
      forms: ['expect approval by SUBJECT [or SUBJECT …], then SUBJECT, …', 'expect no approval'],
      meaning: 'Who must approve, stage by stage; or that nobody must.',
      more: ['`or` stands between those of one stage, `then` before the next stage.'],
      example: scenario(...asked, 'expect approval by manager, then anna or governance'),
      related: ['subjects/subject'],
    },
    {
      title: 'expect access',
      types: ['ExpectAccess'],
      forms: ['expect access until DATE', 'expect access without end'],
      meaning: 'How long access must last.',
      limits: ['Not before the day of the request.'],
      example: scenario(
        'requestor member',
        'requests partners.toolbox on 2026-12-01',
        'expect access until 2027-12-01',
      ),
    },
    {
      title: 'expect review',
      types: ['ExpectReview'],
      forms: ['expect review weekly|monthly|quarterly|biannually|annually', 'expect no review'],
      meaning: 'How often access must be reviewed; or that it is not.',
      example: scenario(...asked, 'expect review quarterly'),
    },
    {
      title: 'expect incompatible with',
      types: ['ExpectIncompatible'],
      forms: ['expect incompatible with PACKAGE', 'expect incompatible with GROUP'],
      meaning: 'What the requestor must not hold.',
      example: scenario(...asked, 'expect incompatible with alpine'),
      related: ['package/incompatible with'],
    },
  ],
}
