/** Sources that are deployed one after another, and the first again at the end. */
export type Trial = readonly string[]

const head = `
tenant t "T" { domain "contoso.com" }
group leads "Leads"
group staff "Staff"
user  anna  "anna@contoso.com"
app   crm   "CRM"
`
const subscription = '7f0d6f1e-3f0c-4d4e-9a65-0c6c2f5d8b11'
const elsewhere = '3a1b5c7d-9e0f-4a2b-8c4d-6e8f0a1b2c3d'

/** A catalog with so much in it, beside what stands before. */
const inCatalog = (text: string, before = '') => `${head}${before}
catalog c "C" { owners leads resources staff, leads, crm
${text} }`

const inPackage = (text: string, before = '', catalog = '') =>
  inCatalog(`${catalog} package p "P" { ${text} } package q "Q" package r "R"`, before)

/** A policy that says so much. */
const policy = (text: string, before = '', catalog = '') => inPackage(`policy s "S" { ${text} }`, before, catalog)

const organizations = `organization one "One" { domain "one.example" internal sponsors anna external sponsors anna }
organization two "Two" { domain "two.example" }`

const settings = (offboarding: string) => `
tenant t "T" { domain "contoso.com" external user offboarding ${offboarding} }
group leads "Leads"`

const organization = (text: string) => `${head} organization o ${text}`

const workflow = (name: string, description: string, app: string, group: string, id: string) =>
  inCatalog(
    `workflow w "${name}" { description "${description}" logic app "${app}" resource group "${group}" subscription "${id}" on request }`,
  )

const calls = (text: string) =>
  policy(
    `requestable by any member expires after 30 days ${text}`,
    '',
    ['request', 'assignment']
      .map(
        on =>
          `workflow ${on}-one "${on} one" { logic app "a" resource group "g" subscription "${subscription}" on ${on} }
           workflow ${on}-two "${on} two" { logic app "a" resource group "g" subscription "${subscription}" on ${on} }`,
      )
      .join('\n'),
  )

const review = (frequency: string, text: string) => policy(`requestable by any member review ${frequency} { ${text} }`)

const standalone = (text: string, name = 'Guests') => `${head} review v "${name}" { ${text} }`

/** What is deployed to try the statements of the table, by the name that the table gives. */
export const trials: { readonly [name: string]: Trial } = {
  settings: [
    // Without the statement the tenant's own setting is kept; `none` leaves a duration that then means nothing.
    settings('block sign-in, delete after 30 days'),
    settings('block sign-in, delete after 10 days'),
    settings('none'),
    settings('block sign-in, delete after 5 days'),
    settings('block sign-in'),
  ],
  organization: [
    organization('"A" { domain "a.example" formerly "C" }'),
    organization(
      '"B" { formerly "A" description "First" domain "a.example" domain "b.example" state proposed internal sponsors anna external sponsors leads }',
    ),
    organization(
      `"C" { formerly "B" description "Second" tenant "${elsewhere}" internal sponsors leads external sponsors anna }`,
    ),
    organization(`"C" { description "Second" tenant "${subscription}" }`),
  ],
  catalog: [
    `${head} catalog c "A" { formerly "C" }`,
    `${head} catalog c "B" { formerly "A" description "First" unpublished visible to external users }`,
    `${head} catalog c "C" { formerly "B" description "Second" }`,
  ],
  roles: [
    `${head} catalog c "C" { owners leads }`,
    `${head} catalog c "C" { owners leads readers staff package managers anna }`,
    `${head} catalog c "C" { owners leads readers anna assignment managers staff, crm }`,
  ],
  resources: [
    `${head} catalog c "C" { owners leads }`,
    `${head} catalog c "C" { owners leads resources staff, site "https://contoso.sharepoint.com/sites/wiki" }`,
    `${head} catalog c "C" { owners leads resources crm }`,
  ],
  workflow: [
    inCatalog(''),
    workflow('W', 'First', 'one', 'rg-one', subscription),
    workflow('W', 'Second', 'two', 'rg-two', elsewhere),
    workflow('V', '', 'two', 'rg-two', elsewhere),
  ],
  package: [
    inCatalog('package p "A" { formerly "C" }'),
    inCatalog('package p "B" { formerly "A" description "First" hidden }'),
    inCatalog('package p "C" { formerly "B" description "Second" }'),
  ],
  incompatible: [inPackage(''), inPackage('incompatible with q, staff'), inPackage('incompatible with r, leads')],
  grants: ['', 'grants "Member" of staff', 'grants "Owner" of staff grants "Standard User" in crm'].map(granted =>
    inPackage(granted, '', 'package always "Always" { grants "Standard User" in crm }'),
  ),
  policy: [
    inPackage('policy s "A" { formerly "C" requestable by no one }'),
    inPackage('policy s "B" { formerly "A" description "First" requestable by no one }'),
    inPackage('policy s "C" { formerly "B" description "Second" requestable by no one }'),
  ],
  requestors: [
    policy('requestable by no one', organizations),
    policy('requestable by anna', organizations),
    policy('requestable by anna, leads', organizations),
    policy('requestable by app "CRM"', organizations),
    policy('requestable by app "CRM", app "ERP"', organizations),
    policy('requestable by users from one', organizations),
    policy('requestable by users from one, two', organizations),
    policy('requestable by any user', organizations),
    policy('requestable by any connected organization', organizations),
    policy('requestable by any external user', organizations),
    policy('requestable by any service principal', organizations),
    policy('requestable by any agent identity', organizations),
    policy('requestable by any member', organizations),
  ],
  'on behalf': [
    policy('requestable by any member'),
    policy('requestable by any member managers may request for their reports extension allowed'),
    policy('requestable by any member requestor may choose dates'),
  ],
  notifications: [policy('requestable by any member'), policy('requestable by any member notifications off')],
  expiration: [
    policy('requestable by any member'),
    policy('requestable by any member expires after 180 days'),
    policy('requestable by any member expires after 8 hours'),
    policy('requestable by any member expires on 2027-06-30'),
    policy('requestable by any member expires on 2028-06-30 18:00'),
    policy('requestable by any member never expires'),
  ],
  approval: [
    policy('requestable by any member', organizations),
    policy(
      `requestable by any member extension allowed with approval approval { justification required
        stage by manager, fallback anna { within 10 days approvers shown justification optional escalate to manager level 2, fallback leads after 6 days }
        stage by leads }`,
      organizations,
    ),
    policy(
      `requestable by any member extension allowed approval { justification optional
        stage by anna, fallback leads { within 12 days approvers hidden justification required escalate to leads, fallback anna after 7 days } }`,
      organizations,
    ),
    policy('requestable by any member approval { stage by manager level 2, fallback anna }', organizations),
    policy(
      `requestable by users from one approval { stage by internal sponsors, fallback leads stage by external sponsors, fallback anna stage by user sponsors, fallback staff }`,
      organizations,
    ),
  ],
  review: [
    policy('requestable by any member'),
    review(
      'weekly',
      'starting 2027-01-04 ending 2028-01-04 open for 2 days reviewers anna, fallback leads if no response keep access recommendations off justification optional',
    ),
    review('quarterly', 'starting 2027-02-04 ending after 4 times open for 20 days reviewers leads, fallback anna'),
    review('annually', 'starting 2027-02-04 ending after 6 times reviewers self if no response follow recommendation'),
    review('monthly', 'starting 2027-02-04 ending 2029-01-04 reviewers manager, fallback anna'),
    review('biannually', 'reviewers leads'),
  ],
  automatic: [
    policy('requestable by no one'),
    policy('assigned automatically where "user.department -eq \\"Sales\\"", removed after 7 days'),
    policy('assigned automatically where "user.department -eq \\"Marketing\\"", removed after 8 hours'),
  ],
  questions: [
    policy('requestable by any member'),
    policy(
      `requestable by any member ask "One?" required matching "^A" { in "de-DE" "Eins?" } ask "Two?" long answer ask "Three?" choose "A", "B"`,
    ),
    policy(
      `requestable by any member ask "Three?" editable choose many "A", "C" ask "One?" editable matching "^B" { in "fr-FR" "Un?" }`,
    ),
  ],
  calls: [
    calls(''),
    calls(
      'on request created call request-one on assignment granted call request-one on 14 days before expiry call assignment-one',
    ),
    calls(
      'on request approved call request-two on assignment removed call request-two on 1 day before expiry call assignment-two',
    ),
  ],
  'standalone review': [
    standalone('of guests in all groups reviewers anna open for 5 days starting 2027-01-04 formerly "Third"'),
    standalone(
      'of members in staff inactive for 30 days description "First" recurs quarterly starting 2027-02-04 ending after 4 times open for 21 days reviewers manager, fallback leads if no response remove access recommendations off justification optional apply decisions manually formerly "Guests"',
      'Second',
    ),
    standalone(
      'of everyone in crm inactive for 60 days description "Second" recurs weekly starting 2027-03-04 ending 2028-03-04 open for 2 days reviewers leads, fallback anna if no response follow recommendation formerly "Second"',
      'Third',
    ),
  ],
}
