Audit

A tenant as it was deployed keeps its standard. Then somebody changes things in the portal.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
$ entitle deploy --tenant contoso --yes --confirm contoso
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
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
> 35 reads
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
| Held to standard contoso-baseline on 2026-11-22: 1 catalog, 1 package, 2 policies, 1 organization; the sources declare 4
| of 4. Left aside, for nothing lies in it: General.
|
| ✓ 58 rules pass: access-outlives-policy, agent-access, any-external-user, approval-window, approver-fallback,
|   automatic-guests, automatic-policy-conflict, catalog-delegation, compliance-self-review, date-in-past,
|   disabled-decider, disabled-sponsor, duplicate-access, expiration-or-review, extension-approval, extension-denied,
|   external-approval, external-expiration, external-justification, external-no-response, external-offboarding,
|   external-privileged-role, external-review, external-self-review, external-visibility, gone-decider, gone-requestors,
|   gone-resource, gone-sponsor, guest-review-frequency, guest-review-justification, guest-review-outcome,
|   guest-self-review, guest-without-sponsor, last-minute-escalation, low-sensitivity-review, manager-of-external,
|   missing-description, mixed-audience, offboarding-delay, one-sided-incompatibility, organization-sponsor,
|   priority-surprise, project-end-date, proposed-organization, public-mail-organization, review-never-happens,
|   review-window, reviewer-fallback, same-decider-twice, self-dealing, service-limits, silent-expiry, single-approver,
|   sponsors-of-internals, unrequestable-package, unused-package, unused-resource
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; access that people have is
| access-outlives-policy’s.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 0 rules fail, 58 pass. Nothing was changed.
= exit 0
> 15 reads

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
% graph POST /identityGovernance/entitlementManagement/catalogs {"displayName":"Made in the portal","description":"","state":"published","isExternallyVisible":false}

What breaks a rule is told of the live object, with its page in the admin center and the place of its declaration. Catalogs of Microsoft's that
nobody uses are left aside.

$ entitle audit
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard contoso-baseline on 2026-11-22: 2 catalogs, 1 package, 2 policies, 1 organization; the sources declare
| 4 of 5. Left aside, for nothing lies in it: General.
|
| ✗ external-expiration  error  fails for 1 of 2 policies
|   It finds an external policy that never expires, says nothing, or lasts longer than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers  partners.entitle:11:12
|       Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   › docs: rules/external-expiration
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
| ✗ missing-description  info  fails for 1 of 5 objects
|   It finds a catalog or package without a description, or a policy without one among which people choose.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no description, so who looks after it learns from its name only what belongs
|       there. Add `description` and a sentence on what it is for.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = Requestors and approvers decide by what they read there.
|   › docs: rules/missing-description
|
| ✓ 55 rules pass: access-outlives-policy, agent-access, any-external-user, approval-window, approver-fallback,
|   automatic-guests, automatic-policy-conflict, compliance-self-review, date-in-past, disabled-decider,
|   disabled-sponsor, duplicate-access, expiration-or-review, extension-approval, extension-denied, external-approval,
|   external-justification, external-no-response, external-offboarding, external-privileged-role, external-review,
|   external-self-review, external-visibility, gone-decider, gone-requestors, gone-resource, gone-sponsor,
|   guest-review-frequency, guest-review-justification, guest-review-outcome, guest-self-review, guest-without-sponsor,
|   last-minute-escalation, low-sensitivity-review, manager-of-external, mixed-audience, offboarding-delay,
|   one-sided-incompatibility, organization-sponsor, priority-surprise, project-end-date, proposed-organization,
|   public-mail-organization, review-never-happens, review-window, reviewer-fallback, same-decider-twice, self-dealing,
|   service-limits, silent-expiry, single-approver, sponsors-of-internals, unrequestable-package, unused-package,
|   unused-resource
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; access that people have is
| access-outlives-policy’s.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 3 rules fail, 55 pass. Nothing was changed.
= exit 1
> 17 reads
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
| ✓ 53 rules pass: access-outlives-policy, agent-access, any-external-user, approval-window, approver-fallback,
|   automatic-guests, automatic-policy-conflict, catalog-delegation, compliance-self-review, conflicting-grants,
|   date-in-past, disabled-decider, disabled-sponsor, duplicate-access, every-connected-organization,
|   expiration-or-review, extension-approval, extension-denied, external-approval, external-justification,
|   external-no-response, external-privileged-role, external-review, external-self-review, external-visibility,
|   gone-decider, gone-requestors, gone-resource, gone-sponsor, guest-without-sponsor, last-minute-escalation,
|   low-sensitivity-review, manager-of-external, missing-description, mixed-audience, one-sided-incompatibility,
|   organization-sponsor, priority-surprise, project-end-date, proposed-organization, public-mail-organization,
|   review-never-happens, review-window, reviewer-fallback, same-decider-twice, self-dealing, service-limits,
|   silent-expiry, single-approver, sponsors-of-internals, unrequestable-package, unused-package, unused-resource
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; access that people have is
| access-outlives-policy’s.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
| Left out: external-offboarding, guest-review-frequency, guest-review-justification, guest-review-outcome,
| guest-self-review, guests-outside-packages, offboarding-delay. The whole tenant shows it, and only some catalogs were
| read.
|
| Audited: 1 rule fails, 53 pass. Nothing was changed.
= exit 1
> 17 reads
$ entitle audit --catalog "Made in the portal" --format json
| {
|   "format": "entitle-audit/1",
|   "date": "2026-11-22",
|   "standard": "contoso-baseline",
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
|       "rule": "access-outlives-policy",
|       "finds": "a policy under which people have access for longer than it gives",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "agent-access",
|       "finds": "agent identities or service principals that may request without approval by a sponsor or owner",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
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
|       "rule": "approval-window",
|       "finds": "a stage that stays open longer than the bound",
|       "severity": "info",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "approver-fallback",
|       "finds": "approvers that may not exist for a requestor, and no fallback",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "automatic-guests",
|       "finds": "an automatic assignment rule that doesn't exclude guests",
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
|       "rule": "disabled-decider",
|       "finds": "a policy that names an approver or a reviewer whose account is disabled",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "disabled-sponsor",
|       "finds": "an organization with a sponsor whose account is disabled",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "organization",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "duplicate-access",
|       "finds": "a package whose grants are all contained in another package of the catalog for the same requestors",
|       "severity": "info",
|       "verdict": "pass",
|       "element": "package",
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
|       "rule": "extension-denied",
|       "finds": "an external policy whose access expires after a while and can't be extended, though somebody approves",
|       "severity": "hint",
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
|       "rule": "external-justification",
|       "finds": "external requests that need no justification from the requestor",
|       "severity": "info",
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
|       "rule": "external-privileged-role",
|       "finds": "an external policy under which people get a group's ownership or a role whose name matches the pattern",
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
|       "rule": "external-self-review",
|       "finds": "a review of external access by the users themselves",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "external-visibility",
|       "finds": "a catalog with external policies that people from outside can't see, or one that they can see with nothing for them",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "catalog",
|       "looked": 1,
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
|       "rule": "guest-without-sponsor",
|       "finds": "a package that guests have whom nobody sponsors",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "package",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "last-minute-escalation",
|       "finds": "an escalation that leaves less time to decide than the bound",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "low-sensitivity-review",
|       "finds": "a package tagged low-sensitivity whose review burdens others than the users themselves",
|       "severity": "hint",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "manager-of-external",
|       "finds": "an external policy approved or reviewed by the manager of people from outside, who rarely have one",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "missing-description",
|       "finds": "a catalog or package without a description, or a policy without one among which people choose",
|       "severity": "info",
|       "verdict": "fail",
|       "element": "object",
|       "looked": 1,
|       "failures": [
|         {
|           "address": "catalog/Made in the portal",
|           "severity": "info",
|           "message": "Catalog \"Made in the portal\" has no description, so who looks after it learns from its name only what belongs there. Add `description` and a sentence on what it is for.",
|           "id": "00000000-0000-4000-8000-000000000013",
|           "why": "Requestors and approvers decide by what they read there.",
|           "portal": "https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013"
|         }
|       ],
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
|       "rule": "one-sided-incompatibility",
|       "finds": "a package that excludes another one, which doesn't exclude it",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "package",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "organization-sponsor",
|       "finds": "an organization without an internal sponsor",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "organization",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "priority-surprise",
|       "finds": "two policies of a package that match the same people on different terms",
|       "severity": "info",
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
|     },
|     {
|       "rule": "proposed-organization",
|       "finds": "a policy for an organization that is still proposed",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "public-mail-organization",
|       "finds": "an organization whose domain is a public mail provider's: anyone can join it",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "organization",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "review-never-happens",
|       "finds": "access that expires before its first review would start",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "review-window",
|       "finds": "a review open for longer than the bound",
|       "severity": "info",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "reviewer-fallback",
|       "finds": "reviewers that may not exist for a user, and no fallback",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "same-decider-twice",
|       "finds": "one person or group in two stages, or as approver and its own fallback or escalation",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "self-dealing",
|       "finds": "a group that may request and also approves or reviews",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "service-limits",
|       "finds": "sources near or beyond Microsoft's limits on what a tenant or a policy may hold",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "silent-expiry",
|       "finds": "notifications turned off on access that expires",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "single-approver",
|       "finds": "a stage or review whose only decider is one named user",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "sponsors-of-internals",
|       "finds": "sponsors as approvers for members, who have none",
|       "severity": "error",
|       "verdict": "pass",
|       "element": "policy",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "unrequestable-package",
|       "finds": "a package with no policy, or one for all members to request that is hidden from them",
|       "severity": "info",
|       "verdict": "pass",
|       "element": "package",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "unused-package",
|       "finds": "a package that nobody has, and that nobody asked for in 90 days",
|       "severity": "warning",
|       "verdict": "pass",
|       "element": "package",
|       "looked": 0,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     },
|     {
|       "rule": "unused-resource",
|       "finds": "a resource of a catalog that none of its packages grants",
|       "severity": "info",
|       "verdict": "pass",
|       "element": "catalog",
|       "looked": 1,
|       "failures": [],
|       "excused": [],
|       "undetermined": []
|     }
|   ],
|   "leftOut": [
|     {
|       "rule": "assignment-outlives-policy",
|       "why": "Declared assignments alone show it; access that people have is access-outlives-policy’s."
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
|       "rule": "guest-review-frequency",
|       "why": "The whole tenant shows it, and only some catalogs were read."
|     },
|     {
|       "rule": "guest-review-justification",
|       "why": "The whole tenant shows it, and only some catalogs were read."
|     },
|     {
|       "rule": "guest-review-outcome",
|       "why": "The whole tenant shows it, and only some catalogs were read."
|     },
|     {
|       "rule": "guest-self-review",
|       "why": "The whole tenant shows it, and only some catalogs were read."
|     },
|     {
|       "rule": "offboarding-delay",
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
| standard.entitle:1:10  error  two-standards
|   │ standard ours extends recommended {
|   │          ━━━━
|   │ ours and contoso-baseline are both standards that no other extends, so it is open which one holds. Let one extend
|   │ the other.
|   → tenant.entitle:16:10  contoso-baseline stands here.
|
| tenant.entitle:16:10  error  two-standards
|   │ standard contoso-baseline extends recommended {
|   │          ━━━━━━━━━━━━━━━━
|   │ ours and contoso-baseline are both standards that no other extends, so it is open which one holds. Let one extend
|   │ the other.
|   → standard.entitle:1:10  ours stands here.
|
| 2 errors in 3 files
| Not audited: the sources have errors, so it is not known what they hold a tenant to.
= exit 1

What the language can't say is not determined, and never counted as kept.

% merge policy "Approved suppliers" {"expiration":{"type":"afterDuration","duration":"PT30S"}}
$ entitle audit --standard recommended
| standard.entitle:1:10  error  two-standards
|   │ standard ours extends recommended {
|   │          ━━━━
|   │ ours and contoso-baseline are both standards that no other extends, so it is open which one holds. Let one extend
|   │ the other.
|   → tenant.entitle:16:10  contoso-baseline stands here.
|
| tenant.entitle:16:10  error  two-standards
|   │ standard contoso-baseline extends recommended {
|   │          ━━━━━━━━━━━━━━━━
|   │ ours and contoso-baseline are both standards that no other extends, so it is open which one holds. Let one extend
|   │ the other.
|   → standard.entitle:1:10  ours stands here.
|
| 2 errors in 3 files
| Not audited: the sources have errors, so it is not known what they hold a tenant to.
= exit 1

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
| ✗ missing-description  info  fails for 1 of 5 objects
|   It finds a catalog or package without a description, or a policy without one among which people choose.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no description, so who looks after it learns from its name only what belongs
|       there. Add `description` and a sentence on what it is for.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = Requestors and approvers decide by what they read there.
|   › docs: rules/missing-description
|
| Not determined
|   ? catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers: expiration/duration
|     The language counts in whole hours and days; PT30S is written as 1 hour. Not known for that: date-in-past,
|     expiration-or-review, extension-denied, external-expiration, review-never-happens, silent-expiry.
|   ? the tenant
|     The list of access reviews can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the
|     operation). Sign in with an account that has the permission AccessReview.Read.All and a role that reads reviews. Not
|     known for that: guest-review-frequency, guest-review-justification, guest-review-outcome, guest-self-review,
|     guests-outside-packages, review-window, reviewer-fallback, single-approver.
|
| ✓ 40 rules pass: access-outlives-policy, agent-access, any-external-user, approval-window, approver-fallback,
|   automatic-guests, automatic-policy-conflict, disabled-decider, disabled-sponsor, duplicate-access,
|   extension-approval, external-approval, external-justification, external-no-response, external-offboarding,
|   external-privileged-role, external-review, external-self-review, external-visibility, gone-decider, gone-requestors,
|   gone-resource, gone-sponsor, guest-without-sponsor, last-minute-escalation, manager-of-external, mixed-audience,
|   offboarding-delay, one-sided-incompatibility, organization-sponsor, priority-surprise, proposed-organization,
|   public-mail-organization, same-decider-twice, self-dealing, service-limits, sponsors-of-internals,
|   unrequestable-package, unused-package, unused-resource
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; access that people have is
| access-outlives-policy’s.
| Left out: compliance-self-review. Packages tagged compliance alone are meant, and tags stand in sources only.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
| Left out: low-sensitivity-review. Packages tagged low-sensitivity alone are meant, and tags stand in sources only.
| Left out: project-end-date. Packages tagged project alone are meant, and tags stand in sources only.
|
| Audited: 2 rules fail, 40 pass, 14 are not determined. Nothing was changed.
= exit 4
> 18 reads

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
| ✗ missing-description  info  fails for 1 of 5 objects
|   It finds a catalog or package without a description, or a policy without one among which people choose.
|     catalog Made in the portal
|       Catalog "Made in the portal" has no description, so who looks after it learns from its name only what belongs
|       there. Add `description` and a sentence on what it is for.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/CatalogBlade/catalogId/00000000-0000-4000-8000-000000000013
|   = Requestors and approvers decide by what they read there.
|   › docs: rules/missing-description
|
| Not determined
|   ? catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers: expiration/duration
|     The language counts in whole hours and days; PT30S is written as 1 hour. Not known for that: date-in-past,
|     expiration-or-review, extension-denied, external-expiration, review-never-happens, silent-expiry.
|   ? the tenant
|     The directory can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the operation). Sign
|     in with an account that has the permissions User.ReadBasic.All, GroupMember.Read.All and Application.Read.All. Not
|     known for that: gone-decider, gone-requestors, gone-resource, gone-sponsor.
|   ? the tenant
|     The list of access reviews can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the
|     operation). Sign in with an account that has the permission AccessReview.Read.All and a role that reads reviews. Not
|     known for that: guest-review-frequency, guest-review-justification, guest-review-outcome, guest-self-review,
|     guests-outside-packages, review-window, reviewer-fallback, single-approver.
|
| ✓ 36 rules pass: access-outlives-policy, agent-access, any-external-user, approval-window, approver-fallback,
|   automatic-guests, automatic-policy-conflict, disabled-decider, disabled-sponsor, duplicate-access,
|   extension-approval, external-approval, external-justification, external-no-response, external-offboarding,
|   external-privileged-role, external-review, external-self-review, external-visibility, guest-without-sponsor,
|   last-minute-escalation, manager-of-external, mixed-audience, offboarding-delay, one-sided-incompatibility,
|   organization-sponsor, priority-surprise, proposed-organization, public-mail-organization, same-decider-twice,
|   self-dealing, service-limits, sponsors-of-internals, unrequestable-package, unused-package, unused-resource
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; access that people have is
| access-outlives-policy’s.
| Left out: compliance-self-review. Packages tagged compliance alone are meant, and tags stand in sources only.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
| Left out: low-sensitivity-review. Packages tagged low-sensitivity alone are meant, and tags stand in sources only.
| Left out: project-end-date. Packages tagged project alone are meant, and tags stand in sources only.
|
| Audited: 2 rules fail, 36 pass, 18 are not determined. Nothing was changed.
= exit 4
> 18 reads
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
|   + fix: replace it by recommended (entitle check --fix-unsafe, or the light bulb)
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
