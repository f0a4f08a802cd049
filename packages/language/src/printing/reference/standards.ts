import type { Page } from './entry.ts'

export const standardsPage: Page = {
  name: 'standards',
  title: 'Standards and waivers',
  place: 'in a standard',
  frame: 'file',
  intro: [
    'A `standard` says which [rules](../rules/README.md) hold in this workspace and how strictly. Without one, `recommended` holds: Microsoft’s guidance on external access with entitlement management. Built in are `recommended`, `strict`, `zero-trust` and `cis`; where a standard extends several, later ones win. A standard that extends none starts from nothing: only the rules that it names hold.',
    '`waive` excuses one element from one rule, until a day and for a reason. The rule’s findings there are notes until the day passes; then they are back, and the waiver itself is a finding.',
  ],
  example: `standard contoso-baseline "Contoso baseline" extends recommended {
  rule external-expiration error at most 180 days
  rule external-review     error at least monthly where tag compliance
  rule external-approval   error at least 2 stages
  rule any-external-user   off
}

tenant contoso "Contoso" {
  domain "contoso.com"
  external user offboarding block sign-in, delete after 30 days
}

group governance  "Identity Governance desk"
group toolbox     "Toolbox users"

catalog tools "Tools" {
  owners governance
  resources toolbox
  package toolbox "Shared toolbox" {
    grants "Member" of toolbox
    policy partners "Any partner" {
      requestable by any connected organization
      approval {
        justification required
        stage by internal sponsors, fallback governance
        stage by governance
      }
      expires after 90 days
      waive external-review until 2027-03-31 because "Pilot; ticket GOV-118"
    }
  }
}`,
  entries: [
    {
      title: 'standard',
      place: '',
      types: ['Standard'],
      forms: [
        'standard NAME ["TITLE"] { … }',
        'standard NAME ["TITLE"] extends STANDARD, … { … }',
        'standard NAME ["TITLE"] extends recommended|strict|zero-trust|cis { … }',
      ],
      meaning: 'Which rules hold in this workspace, and how strictly.',
      more: [
        '`recommended`, `strict`, `zero-trust` and `cis` come with Entitle. Of several that a standard extends, later ones win; one that extends none starts from nothing.',
      ],
      default: '`recommended` holds',
      limits: ['One standard that no other extends: with two it is open which one holds.'],
      example: `standard contoso-baseline "Contoso baseline" extends strict {
  rule any-external-user off
}`,
      related: ['rule', 'waive'],
    },
    {
      title: 'rule',
      types: ['RuleSetting'],
      forms: ['rule RULE error|warning|info|hint|off [OPTIONS]'],
      meaning: 'How grave a rule’s findings are, and what it allows.',
      more: [
        'A later setting replaces an earlier one; one without a bound keeps the earlier bound. `off` switches the rule off.',
      ],
      default: 'what the extended standards say; nothing without them',
      example: `standard contoso-baseline extends recommended {
  rule external-expiration warning at most 180 days
}`,
      related: ['at most', 'where tag'],
    },
    {
      title: 'at most',
      place: 'in a rule of a standard',
      types: ['BoundOption'],
      forms: ['at most NUMBER days', 'at least NUMBER stages', 'at least FREQUENCY'],
      meaning: 'The most or the least that the rule allows.',
      more: ['Each rule takes one form, which its page shows; `entitle explain RULE` prints it.'],
      default: 'the rule’s own bound',
      example: `standard contoso-baseline extends recommended {
  rule external-expiration error at most 180 days
  rule external-review     error at least monthly
  rule external-approval   error at least 2 stages
}`,
    },
    {
      title: 'where tag',
      place: 'in a rule of a standard',
      types: ['TagOption'],
      forms: ['where tag NAME, …'],
      meaning: 'The setting holds only for packages with one of these tags.',
      default: 'it holds for all',
      example: `standard contoso-baseline extends recommended {
  rule external-review error at least monthly where tag compliance, pilot
}`,
      related: ['package/tags'],
    },
    {
      title: 'matching',
      place: 'in a rule of a standard',
      types: ['PatternOption'],
      forms: ['matching "PATTERN"'],
      meaning: 'What the rule looks for, as a regular expression.',
      more: ['`(?i)` at the start takes small letters and capitals alike.'],
      default: 'the rule’s own pattern',
      example: `standard contoso-baseline extends recommended {
  rule external-privileged-role error matching "(?i)admin|approver"
}`,
    },
    {
      title: 'pairs',
      place: 'in a rule of a standard',
      types: ['PairsOption', 'Pair', 'PairSide'],
      forms: ['pairs PACKAGE with PACKAGE, …', 'pairs "ROLE" of|in RESOURCE with "ROLE" of|in RESOURCE, …'],
      meaning: 'What nobody should have at the same time: packages, or roles that packages grant.',
      more: ['A package may stand beside a role. Of a role, every package that grants it is meant.'],
      limits: ['Only `conflicting-grants` takes pairs.'],
      default: 'there are none',
      example: `standard contoso-baseline extends recommended {
  rule conflicting-grants error pairs shop.ordering with shop.paying, "Buyer" in erp with "Payer" in erp
}

app erp "Contoso ERP"

catalog shop "Shop" {
  resources erp
  package ordering "Ordering" {
    grants "Buyer" in erp
    incompatible with paying
  }

  package paying "Paying" {
    grants "Payer" in erp
    incompatible with ordering
  }
}`,
      related: ['package/incompatible with'],
      rules: ['conflicting-grants'],
    },
    {
      title: 'waive',
      place: 'in a tenant, organization, catalog, package, policy, template or review',
      types: ['Waiver'],
      forms: ['waive RULE until DATE because "REASON"'],
      meaning: 'Excuses this element from a rule until a day, for a reason.',
      more: [
        'In a policy template it excuses the policies that use it. When the day has passed, the rule’s findings are back, and the waiver is one too.',
      ],
      default: 'nothing is excused',
      limits: ['Both the day and the reason are needed; the day lies at most 365 days ahead.'],
      frame: 'policy',
      example: 'waive external-review until 2027-03-31 because "Pilot; ticket GOV-118"',
      related: ['standard'],
      rules: ['expired-waiver', 'undated-waiver', 'unused-waiver'],
    },
  ],
}
