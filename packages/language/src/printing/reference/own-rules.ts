import type { Entry, Page } from './entry.ts'

const place = 'in a rule of your own'

/** What a rule asks for, in an example by itself. */
const asked = (rule: string): string => `standard contoso-baseline extends recommended {\n  ${rule}\n}`

const trait = (entry: Omit<Entry, 'place' | 'example'> & { readonly rule: string }): Entry => {
  const { rule, ...rest } = entry
  return { place, ...rest, example: asked(rule) }
}

export const ownRulesPage: Page = {
  name: 'own-rules',
  title: 'Rules of your own',
  place: 'in a standard',
  frame: 'file',
  intro: [
    'A `standard` may make rules of its own, without code: `require` says what must be so, `deny` what must not, and `where` says of which packages and policies. They are checked as Entitle’s own rules are: while you type, by `entitle check`, in every report.',
    'What a rule asks for is true or not true of a catalog, a package, or a policy of a package. The finest of them decides at what the rule looks: one that speaks of approval looks at each policy, one that speaks only of grants and tags at each package. Lists are read with “or”, conditions with “and”; for another “or”, write another rule. [Twenty worked examples](../own-rules.md) show what organizations ask for.',
  ],
  example: `standard contoso-baseline "Contoso baseline" extends recommended {
  require package name matching "^(EMEA|APAC|AMER) " as region-first because "The help desk sorts by it"
  require approval by group "Security desk" where tag privileged as security-approves
  require expires at most 90 days where grants in app "Salesforce" and requestable by external
  deny grants matching "(?i)admin" where requestable by external because "Admins are employees"

  rule region-first warning
}`,
  entries: [
    {
      title: 'require, deny',
      types: ['OwnRule'],
      forms: ['require TRAIT [where CONDITION and …] [as NAME] [because "REASON"]', 'deny TRAIT …'],
      meaning: 'What packages and policies must be, or must not be, in this workspace.',
      more: [
        'Behind `as` stands the name of the rule: the code of its findings, by which a `rule` of this standard or of one that extends it sets how grave they are, and by which `waive` excuses an element. Rules without a name share the code `own-rule`. `because` is shown with each finding.',
      ],
      default: 'findings are errors',
      limits: ['The name must not be that of another rule.'],
      example: `standard contoso-baseline extends recommended {
  require approval by group "Security desk" where tag privileged as security-approves because "ISO 27001, A.5.15"
  deny requestable by any external user
  rule security-approves warning
}`,
      related: ['where', 'standards/rule', 'standards/waive'],
    },
    {
      title: 'where',
      place,
      types: ['Condition'],
      forms: ['where TRAIT', 'where not TRAIT and TRAIT and …'],
      meaning: 'Of which catalogs, packages and policies the rule speaks; all of the conditions must hold.',
      default: 'it speaks of all',
      example: asked('require approval where tag privileged and not in catalog partners'),
    },
    trait({
      title: 'grants',
      types: ['GrantsTrait'],
      forms: [
        'grants ["ROLE"|matching "PATTERN"]',
        'grants ["ROLE"|matching "PATTERN"] in|of RESOURCE',
        'grants ["ROLE"|matching "PATTERN"] in|of any group|app|site|user',
      ],
      meaning:
        'The package grants such a role: of this name or matching the pattern, of this resource or of any of a kind.',
      limits: ['Roles belong to groups, apps and sites.'],
      rule: 'deny grants matching "(?i)admin|owner" of any group where requestable by external',
      related: ['package/grants'],
    }),
    trait({
      title: 'name matching',
      types: ['NameTrait'],
      forms: ['catalog|package|policy name matching "PATTERN"'],
      meaning: 'The display name matches a regular expression.',
      more: [
        '`(?i)` at the start of the pattern takes small letters and capitals alike; `^` and `$` stand for the name’s start and end.',
      ],
      rule: 'require package name matching "^(EMEA|APAC|AMER) "',
    }),
    trait({
      title: 'description',
      types: ['DescriptionTrait'],
      forms: ['catalog|package|policy description [matching "PATTERN"]'],
      meaning: 'There is a description, or one that matches a regular expression.',
      rule: 'require catalog description matching "CC-[0-9]{4}"',
    }),
    trait({
      title: 'tag',
      types: ['TagTrait'],
      forms: ['tag NAME, …'],
      meaning: 'The package has one of these tags.',
      rule: 'deny requestable by external where tag confidential, secret',
      related: ['package/tags'],
    }),
    trait({
      title: 'in catalog',
      types: ['CatalogTrait'],
      forms: ['in catalog NAME, …'],
      meaning: 'It is one of these catalogs, or something in one of them.',
      rule: 'require hidden where in catalog partners',
    }),
    trait({
      title: 'hidden',
      types: ['HiddenTrait'],
      forms: ['hidden'],
      meaning: 'The package is hidden: people find it by its link only.',
      rule: 'require hidden where tag privileged',
      related: ['package/hidden'],
    }),
    trait({
      title: 'visible to external users',
      types: ['VisibleTrait'],
      forms: ['visible to external users'],
      meaning: 'The catalog is visible to external users.',
      rule: 'deny visible to external users where not in catalog partners',
      related: ['catalog/visible to external users'],
    }),
    trait({
      title: 'incompatible with',
      types: ['IncompatibleTrait'],
      forms: ['incompatible with PACKAGE|GROUP', 'incompatible with group "NAME"'],
      meaning: 'Who holds this package can’t have been given that one, or be in that group: separation of duties.',
      rule: 'require incompatible with group "Auditors" where grants in app "Ledger"',
      related: ['package/incompatible with'],
    }),
    trait({
      title: 'requestable by',
      types: ['RequestableTrait'],
      forms: ['requestable by external|internal', 'requestable by WHO'],
      meaning: 'People from outside, people from inside, or just those named may request.',
      more: [
        '`external` is whoever the rules mean by it: people of connected organizations, any external user, any user, and guests on a list. Behind `requestable by` may also stand what stands there in a policy; of lists, one common entry is enough.',
      ],
      rule: 'require approval at least 2 stages where requestable by external',
      related: ['requestors/requestable by'],
    }),
    trait({
      title: 'approval',
      types: ['ApprovalTrait'],
      forms: ['approval [by SUBJECT, …] [at least 2 stages|1 stage]'],
      meaning: 'Requests are approved: in some stage by one of these, in at least so many stages.',
      more: ['Fallbacks and those to whom a stage is escalated don’t count; they decide only when others don’t.'],
      rule: 'require approval by manager, group "Identity Governance" at least 2 stages where tag privileged',
      related: ['approval/approval'],
    }),
    trait({
      title: 'justification',
      types: ['JustificationTrait'],
      forms: ['justification'],
      meaning: 'Requestors must say why they need access.',
      rule: 'require justification where requestable by external',
      related: ['approval/justification'],
    }),
    trait({
      title: 'expires',
      types: ['ExpirationTrait'],
      forms: ['expires [at most DURATION]'],
      meaning: 'Access ends, or ends after no more than so long; a date counts from today.',
      rule: 'require expires at most 30 days where grants in app "Production"',
      related: ['expiration/expires'],
    }),
    trait({
      title: 'extension',
      types: ['ExtensionTrait'],
      forms: ['extension [with approval]'],
      meaning: 'People may extend their access, or only when somebody approves it.',
      rule: 'deny extension where tag privileged',
      related: ['expiration/extension'],
    }),
    trait({
      title: 'review',
      types: ['ReviewTrait'],
      forms: ['review [by SUBJECT, …] [at least weekly|monthly|quarterly|biannually|annually]'],
      meaning: 'Access is reviewed: by one of these, at least so often.',
      rule: 'require review by group "Security desk" at least monthly where tag privileged',
      related: ['review/review'],
    }),
    trait({
      title: 'questions',
      types: ['QuestionsTrait'],
      forms: ['questions'],
      meaning: 'Requestors are asked something.',
      rule: 'require questions where requestable by external',
      related: ['questions/ask'],
    }),
    trait({
      title: 'assigned automatically',
      types: ['AutomaticTrait'],
      forms: ['assigned automatically'],
      meaning: 'Access is given by a rule, without a request.',
      rule: 'deny assigned automatically where tag privileged',
      related: ['policy/assigned automatically'],
    }),
    trait({
      title: 'notifications off',
      types: ['SilenceTrait'],
      forms: ['notifications off'],
      meaning: 'Nobody is told by mail about requests and ends of access.',
      rule: 'deny notifications off',
      related: ['policy/notifications off'],
    }),
  ],
}
