Audit

A tenant as it was deployed keeps its standard. Then somebody changes things in the portal.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
$ entitle deploy --tenant contoso --yes --confirm contoso
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
| ✓ organization Fabrikam                                                       created    0 ms
| ✓ catalog Partner collaboration                                               created    0 ms
| ✓ organization Fabrikam › sponsor internal Identity Governance desk           created    0 ms
| ✓ catalog Partner collaboration › role Catalog owner Identity Governance desk  created    0 ms
| ✓   › resource Project Alpine                                                 created    0 ms
| ✓   › package Alpine supplier access                                          created    0 ms
| ✓   › grant Member of Project Alpine                                          created    0 ms
| ✓   › policy Approved suppliers                                               created    0 ms
| ✓   › policy Employees                                                        created    0 ms
|
| Done: 9 added in 0 ms. Checked: the tenant is as declared.
= exit 0
> 34 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies

$ entitle audit
| contoso.com  (read 11 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard recommended on 2026-11-22: 1 catalog, 1 package, 2 policies, 1 organization; the sources declare 4 of
| 4. Left aside, for nothing lies in it: General.
|
| ✓ 19 rules pass: any-external-user, automatic-policy-conflict, catalog-delegation, compliance-self-review,
|   date-in-past, expiration-or-review, extension-approval, external-approval, external-expiration,
|   external-no-response, external-offboarding, external-review, gone-decider, gone-requestors, gone-resource,
|   gone-sponsor, manager-of-external, mixed-audience, project-end-date
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; who holds access now is not read.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 0 rules fail, 19 pass. Nothing was changed.
= exit 0
> 13 reads

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
% graph POST /identityGovernance/entitlementManagement/catalogs {"displayName":"Made in the portal","description":"","state":"published","isExternallyVisible":false}

What breaks a rule is told of the live object, with its page in the admin center and the place of its declaration. Catalogs of Microsoft's that
nobody uses are left aside.

$ entitle audit
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard recommended on 2026-11-22: 2 catalogs, 1 package, 2 policies, 1 organization; the sources declare 4 of
| 5. Left aside, for nothing lies in it: General.
|
| ✗ catalog-delegation  warning  fails for 1 of 2 catalogs
|   It finds a catalog without owners, or owned by single users only.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no owners, so only tenant administrators can look after it. Add "owners" with a
|       group.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = A catalog that hangs on one person is nobody's when that person leaves.
|   › docs: rules/catalog-delegation
|
| ✗ external-expiration  error  fails for 1 of 2 policies
|   It finds an external policy that never expires, says nothing, or lasts longer than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers  partners.entitle:11:12
|       Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   › docs: rules/external-expiration
|
| ✓ 17 rules pass: any-external-user, automatic-policy-conflict, compliance-self-review, date-in-past,
|   expiration-or-review, extension-approval, external-approval, external-no-response, external-offboarding,
|   external-review, gone-decider, gone-requestors, gone-resource, gone-sponsor, manager-of-external, mixed-audience,
|   project-end-date
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; who holds access now is not read.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 2 rules fail, 17 pass. Nothing was changed.
= exit 1
> 15 reads
$ entitle audit --catalog "partner collaboration" --standard strict
| contoso.com  (read 9 objects in 5 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard strict on 2026-11-22: 1 catalog, 1 package, 2 policies, 1 organization (some catalogs only); the
| sources declare 4 of 4.
|
| ✗ external-expiration  error  fails for 1 of 2 policies
|   It finds an external policy that never expires, says nothing, or lasts longer than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers  partners.entitle:11:12
|       Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   › docs: rules/external-expiration
|
| ✓ 17 rules pass: any-external-user, automatic-policy-conflict, catalog-delegation, compliance-self-review,
|   date-in-past, expiration-or-review, extension-approval, external-approval, external-no-response, external-review,
|   gone-decider, gone-requestors, gone-resource, gone-sponsor, manager-of-external, mixed-audience, project-end-date
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; who holds access now is not read.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
| Left out: external-offboarding. The whole tenant shows it, and only some catalogs were read.
|
| Audited: 1 rule fails, 17 pass. Nothing was changed.
= exit 1
> 15 reads
$ entitle audit --catalog "Made in the portal" --format json
| {
|   "format": "entitle-audit/1",
|   "date": "2026-11-22",
|   "standard": "recommended",
|   "tenant": {
|     "id": "00000000-0000-4000-8000-000000000001",
|     "domain": "contoso.com",
|     "displayName": "Contoso",
|     "cloud": "global"
|   },
|   "catalogs": [
|     "Made in the portal"
|   ],
|   "counts": {
|     "organizations": 0,
|     "catalogs": 1,
|     "packages": 0,
|     "policies": 0,
|     "declared": 0
|   },
|   "setAside": [],
|   "rules": [
|     {
|       "rule": "any-external-user",
|       "finds": "a policy open to people of companies that nobody configured",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "automatic-policy-conflict",
|       "finds": "more than one automatic policy in a package, or one with approval, questions or requests",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "catalog-delegation",
|       "finds": "a catalog without owners, or owned by single users only",
|       "severity": "warning",
|       "verdict": "fail",
|       "element": "catalog",
|       "looked": 1,
|       "failures": [
|         {
|           "address": "catalog/Made in the portal",
|           "severity": "warning",
|           "message": "Catalog \"Made in the portal\" has no owners, so only tenant administrators can look after it. Add \"owners\" with a group.",
|           "id": "00000000-0000-4000-8000-000000000013",
|           "why": "A catalog that hangs on one person is nobody's when that person leaves.",
|           "portal": "https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013"
|         }
|       ],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "compliance-self-review",
|       "finds": "a package tagged compliance whose review is by the users themselves",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "date-in-past",
|       "finds": "an expiry in the past",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "expiration-or-review",
|       "finds": "access that never ends and is never reviewed",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "extension-approval",
|       "finds": "an external policy that lets people extend without approval",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "external-approval",
|       "finds": "an external policy without approval, or with fewer stages than the bound",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "external-expiration",
|       "finds": "an external policy that never expires, says nothing, or lasts longer than the bound",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "external-no-response",
|       "finds": "a review of external access that keeps access when nobody answers",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "external-review",
|       "finds": "an external policy without a review, or reviewed less often than the bound",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "gone-decider",
|       "finds": "a policy that names an approver or a reviewer whom the directory doesn’t have any more",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "gone-requestors",
|       "finds": "a policy of which every requestor is gone from the directory",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "gone-resource",
|       "finds": "a catalog with a resource whose group or app the directory doesn’t have any more",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "catalog",
|       "looked": 1,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "gone-sponsor",
|       "finds": "an organization with a sponsor whom the directory doesn’t have any more",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "organization",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "manager-of-external",
|       "finds": "an external policy approved or reviewed by the manager: guests rarely have one",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "mixed-audience",
|       "finds": "one policy that takes members and guests on the same terms",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "project-end-date",
|       "finds": "a package tagged project whose policies have no end date",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     }
|   ],
|   "leftOut": [
|     {
|       "rule": "assignment-outlives-policy",
|       "why": "Declared assignments alone show it; who holds access now is not read."
|     },
|     {
|       "rule": "expired-waiver",
|       "why": "Sources alone show it, not what a tenant has."
|     },
|     {
|       "rule": "external-offboarding",
|       "why": "The whole tenant shows it, and only some catalogs were read."
|     },
|     {
|       "rule": "undated-waiver",
|       "why": "Sources alone show it, not what a tenant has."
|     },
|     {
|       "rule": "unused-declaration",
|       "why": "Sources alone show it, not what a tenant has."
|     },
|     {
|       "rule": "unused-waiver",
|       "why": "Sources alone show it, not what a tenant has."
|     }
|   ],
|   "besides": [],
|   "unknown": [],
|   "requests": 3,
|   "milliseconds": 0
| }
= exit 0
> 12 reads

An organization's own standard holds with its tags and waivers, which no tenant knows of; one rule of its own names a catalog that isn't there.

--- standard.entitle
standard ours extends recommended {
  rule external-expiration warning where tag tolerated
  require tag tolerated, privileged where requestable by external as tagged
  require hidden where requestable by external as hidden-from-others
  deny requestable by external where in catalog finance as no-externals-in-finance
}
catalog finance "Finance" { owners governance }
---
--- partners.entitle
catalog partners "Partner collaboration" {
  visible to external users
  owners governance
  resources alpine
  package supplier "Alpine supplier access" {
    tags tolerated
    waive hidden-from-others until 2027-02-28 because "Until the launch"
    grants "Member" of alpine
    policy suppliers "Approved suppliers" {
      requestable by users from fabrikam
      approval { stage by internal sponsors, fallback governance }
      expires after 180 days
      extension allowed with approval
      review quarterly { reviewers governance if no response remove access }
    }
  }
}
---

$ entitle audit
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard ours on 2026-11-22: 2 catalogs, 1 package, 2 policies, 1 organization; the sources declare 3 of 5. Left
| aside, for nothing lies in it: General.
|
| ✗ catalog-delegation  warning  fails for 1 of 2 catalogs
|   It finds a catalog without owners, or owned by single users only.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no owners, so only tenant administrators can look after it. Add "owners" with a
|       group.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = A catalog that hangs on one person is nobody's when that person leaves.
|   › docs: rules/catalog-delegation
|
| ✗ external-expiration  warning  fails for 1 of 2 policies
|   It finds an external policy that never expires, says nothing, or lasts longer than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers  partners.entitle:9:12
|       Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   › docs: rules/external-expiration
|
| Excused by waivers of the sources
|   ~ hidden-from-others  catalog Partner collaboration › package Alpine supplier access
|       until 2027-02-28: Until the launch
|
| Not determined
|   ? the tenant
|     The rule "requestable by external where in catalog finance" names something that the tenant doesn’t have. Not known
|     for that: no-externals-in-finance.
|
| ✓ 19 rules pass: any-external-user, automatic-policy-conflict, compliance-self-review, date-in-past,
|   expiration-or-review, extension-approval, external-approval, external-no-response, external-offboarding,
|   external-review, gone-decider, gone-requestors, gone-resource, gone-sponsor, hidden-from-others,
|   manager-of-external, mixed-audience, project-end-date, tagged
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; who holds access now is not read.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 2 rules fail, 19 pass, 1 is not determined. Nothing was changed.
= exit 4
> 15 reads

What the language can't say is not determined, and never counted as kept.

% merge policy "Approved suppliers" {"expiration":{"type":"afterDuration","duration":"PT30S"}}
$ entitle audit --standard recommended
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard recommended on 2026-11-22: 2 catalogs, 1 package, 2 policies, 1 organization; the sources declare 3 of
| 5. Left aside, for nothing lies in it: General.
|
| ✗ catalog-delegation  warning  fails for 1 of 2 catalogs
|   It finds a catalog without owners, or owned by single users only.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no owners, so only tenant administrators can look after it. Add "owners" with a
|       group.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = A catalog that hangs on one person is nobody's when that person leaves.
|   › docs: rules/catalog-delegation
|
| Not determined
|   ? catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers: expiration/duration
|     The language counts in whole hours and days; PT30S is written as 1 hour. Not known for that: date-in-past,
|     expiration-or-review, external-expiration, project-end-date.
|
| ✓ 14 rules pass: any-external-user, automatic-policy-conflict, compliance-self-review, extension-approval,
|   external-approval, external-no-response, external-offboarding, external-review, gone-decider, gone-requestors,
|   gone-resource, gone-sponsor, manager-of-external, mixed-audience
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; who holds access now is not read.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 1 rule fails, 14 pass, 4 are not determined. Nothing was changed.
= exit 4
> 15 reads

No sources are needed. What may not be read is not determined either.

% remove partners.entitle
% remove tenant.entitle
% remove standard.entitle
% permissions EntitlementManagement.Read.All User.Read.All Group.Read.All Application.Read.All
$ entitle audit --tenant contoso.com
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard recommended on 2026-11-22: 2 catalogs, 1 package, 2 policies, 1 organization. Left aside, for nothing
| lies in it: General.
|
| ✗ catalog-delegation  warning  fails for 1 of 2 catalogs
|   It finds a catalog without owners, or owned by single users only.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no owners, so only tenant administrators can look after it. Add "owners" with a
|       group.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = A catalog that hangs on one person is nobody's when that person leaves.
|   › docs: rules/catalog-delegation
|
| Not determined
|   ? catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers: expiration/duration
|     The language counts in whole hours and days; PT30S is written as 1 hour. Not known for that: date-in-past,
|     expiration-or-review, external-expiration.
|
| Not looked at: 1 detail of the tenant that no rule of this standard speaks of. --verbose lists what.
|
| ✓ 13 rules pass: any-external-user, automatic-policy-conflict, extension-approval, external-approval,
|   external-no-response, external-offboarding, external-review, gone-decider, gone-requestors, gone-resource,
|   gone-sponsor, manager-of-external, mixed-audience
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; who holds access now is not read.
| Left out: compliance-self-review. Packages tagged compliance alone are meant, and tags stand in sources only.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
| Left out: project-end-date. Packages tagged project alone are meant, and tags stand in sources only.
|
| Audited: 1 rule fails, 13 pass, 3 are not determined. Nothing was changed.
= exit 4
> 16 reads

% permissions EntitlementManagement.Read.All
$ entitle audit --tenant contoso.com
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard recommended on 2026-11-22: 2 catalogs, 1 package, 2 policies, 1 organization. Left aside, for nothing
| lies in it: General.
|
| ✗ catalog-delegation  warning  fails for 1 of 2 catalogs
|   It finds a catalog without owners, or owned by single users only.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no owners, so only tenant administrators can look after it. Add "owners" with a
|       group.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = A catalog that hangs on one person is nobody's when that person leaves.
|   › docs: rules/catalog-delegation
|
| Not determined
|   ? catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers: expiration/duration
|     The language counts in whole hours and days; PT30S is written as 1 hour. Not known for that: date-in-past,
|     expiration-or-review, external-expiration.
|   ? the tenant
|     The directory can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the operation). Sign
|     in with an account that has the permissions User.ReadBasic.All, GroupMember.Read.All and Application.Read.All. Not
|     known for that: gone-decider, gone-requestors, gone-resource, gone-sponsor.
|
| Not looked at: 1 detail of the tenant that no rule of this standard speaks of. --verbose lists what.
|
| ✓ 9 rules pass: any-external-user, automatic-policy-conflict, extension-approval, external-approval,
|   external-no-response, external-offboarding, external-review, manager-of-external, mixed-audience
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; who holds access now is not read.
| Left out: compliance-self-review. Packages tagged compliance alone are meant, and tags stand in sources only.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
| Left out: project-end-date. Packages tagged project alone are meant, and tags stand in sources only.
|
| Audited: 1 rule fails, 9 pass, 7 are not determined. Nothing was changed.
= exit 4
> 16 reads
% permissions User.Read.All
$ entitle audit --tenant contoso.com
! ✗ The list of catalogs can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the operation). Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as Global Reader or Catalog reader.
!   Nothing is audited.
= exit 3
> 6 reads
% permissions all

Sources that can't be understood hold nobody to anything.

--- broken.entitle
standard ours extends recomended
---
$ entitle audit --tenant contoso.com
| broken.entitle:1:23  error  unknown-name
|   │ standard ours extends recomended
|   │                       ━━━━━━━━━━ No standard is called recomended; did you mean recommended?
|   + fix: replace it by recommended (the light bulb)
|
| 1 error in 1 file
| Not audited: the sources have errors, so it is not known what they hold a tenant to.
= exit 1
% remove broken.entitle

Names that nobody has are told before anybody signs in, or as soon as the tenant has been asked.

$ entitle audit --tenant contoso.com --standard stric
! ✗ No standard is called stric. Is it strict?
= exit 64
$ entitle audit --tenant contoso.com --catalog Partners
! ✗ The tenant has no catalog called Partners. It has General, Made in the portal and Partner collaboration.
= exit 64
> 2 reads
$ entitle audit --tenant "Not a tenant"
! ✗ Not a tenant is neither a domain such as contoso.com, nor the id of a tenant, nor a tenant that the folder declares.
= exit 64
$ entitle audit
! ✗ It is not known which tenant to audit. Say its domain, as in --tenant contoso.com, or take a rehearsal tenant with --sandbox.
= exit 64
