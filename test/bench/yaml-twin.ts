const choice = (...values: readonly string[]) => ({ enum: values })
const list = (items: object) => ({ type: 'array', items })
const object = (properties: { readonly [name: string]: object }, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const subject = choice('manager', 'internal sponsors', 'governance', 'managers', 'anna', 'self')
const days = { type: 'string', pattern: '^[0-9]+ days$' }
const text = { type: 'string', minLength: 1 }

const stage = object({ by: list(subject), fallback: list(subject), within: days }, ['by'])
const question = object({ text, required: { type: 'boolean' }, matching: text, choose: list(text) }, ['text'])
const review = object(
  {
    frequency: choice('weekly', 'monthly', 'quarterly', 'biannually', 'annually'),
    starting: { type: 'string' },
    openFor: days,
    reviewers: list(subject),
    fallback: list(subject),
    ifNoResponse: choice('remove access', 'keep access', 'follow recommendation'),
  },
  ['frequency', 'reviewers'],
)
const policy = object(
  {
    name: text,
    from: choice('external-standard'),
    requestableBy: text,
    approval: object({ stages: list(stage) }),
    expiresAfter: days,
    extension: choice('allowed', 'denied'),
    review,
    questions: list(question),
  },
  ['name', 'requestableBy'],
)
const accessPackage = object({
  name: text,
  description: text,
  grants: list(object({ role: text, resource: text })),
  policies: list(policy),
})

/** The JSON schema of what {@link yamlTwin} writes: as strict on words and references as YAML users can have it. */
export const yamlSchema = object({
  name: text,
  description: text,
  owners: list(subject),
  resources: list(text),
  packages: list(accessPackage),
})

const packageIn = (n: number): string => `  - name: Package ${n}
    description: What the people of project ${n} need while it runs, from files to the customer system.
    grants:
      - role: Member
        resource: team-0
      - role: User of project ${n}
        resource: app-0
    policies:
      - name: Partners
        from: external-standard
        requestableBy: users from fabrikam
        expiresAfter: 180 days
        review:
          frequency: quarterly
          starting: "2027-01-04"
          openFor: 14 days
          reviewers: [managers]
          fallback: [governance]
          ifNoResponse: remove access
        questions:
          - text: Which purchase order covers your work on project ${n}?
            required: true
            matching: "^PO-[0-9]{6}$"
          - text: Where do you work from?
            choose: [On site, Remote]
      - name: Employees
        requestableBy: any member
        approval:
          stages:
            - by: [manager]
              fallback: [governance]
              within: 7 days
            - by: [managers]
        expiresAfter: 365 days
        extension: denied
`

/** One catalog with so many packages: what the workload's file says, as YAML. */
export const yamlTwin = (packages: number): string => `name: Catalog 0
description: Everything of programme 0.
owners: [governance]
resources: [team-0, app-0]
packages:
${Array.from({ length: packages }, (_, n) => packageIn(n)).join('')}`
