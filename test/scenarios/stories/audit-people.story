Auditing people
===============

What only people show: accounts that are disabled, access that outlives a policy, guests whom nobody sponsors, packages that nobody uses.

% the sources of small
% replace partners.entitle: "stage by manager, fallback governance" by "stage by user "ben@contoso.com""
% the directory has {"users":[{"userPrincipalName":"ben@contoso.com","accountEnabled":false},{"userPrincipalName":"dana@contoso.com"},{"userPrincipalName":"gil_fabrikam.com#EXT#@contoso.com","mail":"gil@fabrikam.com","userType":"Guest","sponsorUpns":["dana@contoso.com"]}]}
% the tenant has the groups Identity Governance desk, Project Alpine
$ entitle deploy --tenant contoso --yes --confirm contoso --format json
| {
|   "format": "entitle-deploy/1",
|   "tenant": {
|     "name": "contoso",
|     "displayName": "Contoso",
|     "tenantId": "00000000-0000-4000-8000-000000000001",
|     "domain": "contoso.com"
|   },
|   "status": "done",
|   "steps": [
|     {
|       "step": "create connected-organization/Fabrikam",
|       "address": "connected-organization/Fabrikam",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000002"
|     },
|     {
|       "step": "create connected-organization/Fabrikam/sponsor/internal Identity Governance desk",
|       "address": "connected-organization/Fabrikam/sponsor/internal Identity Governance desk",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "0ad33f45-a8b0-525a-ad24-40df3c14a96c"
|     },
|     {
|       "step": "create catalog/Partner collaboration",
|       "address": "catalog/Partner collaboration",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000003"
|     },
|     {
|       "step": "create catalog/Partner collaboration/catalog-role/Catalog owner Identity Governance desk",
|       "address": "catalog/Partner collaboration/catalog-role/Catalog owner Identity Governance desk",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000004"
|     },
|     {
|       "step": "create catalog/Partner collaboration/catalog-resource/Project Alpine",
|       "address": "catalog/Partner collaboration/catalog-resource/Project Alpine",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000005"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000008"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access/resource-role-scope/Member of Project Alpine",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/resource-role-scope/Member of Project Alpine",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "7c4f5c8d-bace-567f-aadb-f5819e7b8f75_00000000-0000-4000-8000-000000000006"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000009"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Employees",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Employees",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000010"
|     }
|   ],
|   "findings": [
|     {
|       "rule": "connects-organization",
|       "severity": "info",
|       "message": "Fabrikam is connected, with fabrikam.com.",
|       "address": "connected-organization/Fabrikam",
|       "why": "Every policy for any connected organization admits them at once.",
|       "related": [
|         {
|           "message": "It is declared here.",
|           "file": "tenant.entitle",
|           "line": 6,
|           "column": 1,
|           "endLine": 10,
|           "endColumn": 2
|         }
|       ]
|     }
|   ],
|   "summary": {
|     "created": 9,
|     "updated": 0,
|     "deleted": 0,
|     "already": 0,
|     "failed": 0,
|     "notRun": 0,
|     "requests": 13,
|     "milliseconds": 0,
|     "waitedMilliseconds": 0
|   },
|   "asDeclared": true
| }
= exit 0
> 38 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies
% graph POST /identityGovernance/entitlementManagement/accessPackages {"displayName":"Old toolbox","description":"Nobody remembers.","catalog":{"id":"{catalog Partner collaboration}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentPolicies {"displayName":"Everybody","description":"","allowedTargetScope":"allExternalUsers","expiration":{"type":"noExpiration"},"requestorSettings":{"enableTargetsToSelfAddAccess":true,"enableTargetsToSelfUpdateAccess":false,"enableTargetsToSelfRemoveAccess":true,"allowCustomAssignmentSchedule":false,"enableOnBehalfRequestorsToAddAccess":false,"enableOnBehalfRequestorsToUpdateAccess":false,"enableOnBehalfRequestorsToRemoveAccess":false,"onBehalfRequestors":[]},"accessPackage":{"id":"{package Alpine supplier access}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentRequests {"requestType":"adminAdd","assignment":{"target":{"@odata.type":"#microsoft.graph.accessPackageSubject","email":"kim@fabrikam.com"},"assignmentPolicyId":"{policy Everybody}","accessPackageId":"{package Alpine supplier access}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentRequests {"requestType":"adminAdd","assignment":{"target":{"@odata.type":"#microsoft.graph.accessPackageSubject","email":"gil@fabrikam.com"},"assignmentPolicyId":"{policy Everybody}","accessPackageId":"{package Alpine supplier access}"}}

% now 2027-04-01T09:00:00Z
% merge policy "Everybody" {"expiration":{"type":"afterDuration","duration":"P90D"}}
$ entitle audit --standard recommended --verbose
| contoso.com  (read 13 objects in 6 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard recommended on 2027-04-01: 1 catalog, 2 packages, 3 policies, 1 organization; the sources declare 4 of
| 6. Left aside, for nothing lies in it: General.
|
| ✗ external-approval  error  fails for 1 of 3 policies
|   It finds an external policy without approval, or with fewer stages than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Policy "Everybody" lets people from outside in without anybody's approval. Ask for at least 1 stage.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Somebody who answers for the partner should know each person who comes in.
|   › docs: rules/external-approval
|
| ✗ external-review  error  fails for 1 of 3 policies
|   It finds an external policy without a review, or reviewed less often than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Under policy "Everybody" people from anywhere outside may hold this access, and nobody ever reviews it. Add a
|       quarterly review.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Microsoft recommends a review every quarter or more often for access by external users.
|   › docs: rules/external-review
|
| ✗ access-outlives-policy  warning  fails for 1 of 3 policies
|   It finds a policy under which people have access for longer than it gives.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Access under it ends after 90 days, and 2 people have access for longer: gil_fabrikam.com#EXT#@contoso.com (for
|       ever), kim_fabrikam.com#EXT#@contoso.com (for ever). End that access, or give it an end.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = A policy that was made stricter doesn’t shorten the access that people have already.
|
| ✗ any-external-user  warning  fails for 1 of 3 policies
|   It finds a policy open to people of companies that nobody configured.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Policy "Everybody" is open to people of companies that nobody configured. Name the organizations, or take every
|       connected organization.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Anybody with an e-mail address may ask; each approval makes a new, unknown organization.
|   › docs: rules/any-external-user
|
| ✗ disabled-decider  warning  fails for 1 of 3 policies
|   It finds a policy that names an approver or a reviewer whose account is disabled.
|     catalog Partner collaboration › package Alpine supplier access › policy Employees  partners.entitle:28:12
|       The account of ben@contoso.com is disabled, named here to approve requests. Name somebody else.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Requests and reviews wait for somebody who can’t sign in.
|
| ✗ guest-without-sponsor  warning  fails for 1 of 2 packages
|   It finds a package that guests have whom nobody sponsors.
|     catalog Partner collaboration › package Alpine supplier access  partners.entitle:7:11
|       1 guest with access has no sponsor: kim_fabrikam.com#EXT#@contoso.com. Give each a sponsor, or end the access.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId/00000000-0000-4000-8000-000000000008
|   = Nobody in the organization answers for them, and sponsors neither approve nor review what they have.
|
| ✗ single-approver  warning  fails for 1 of 3 objects
|   It finds a stage or review whose only decider is one named user.
|     catalog Partner collaboration › package Alpine supplier access › policy Employees  partners.entitle:28:12
|       Policy "Employees" leaves every request to "ben@contoso.com" alone. Ask a group, or name somebody else too.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Decisions wait, and in the end nobody takes them, whenever that person is away or gone.
|   › docs: rules/single-approver
|
| ✗ unused-package  warning  fails for 1 of 2 packages
|   It finds a package that nobody has, and that nobody asked for in 90 days.
|     catalog Partner collaboration › package Old toolbox
|       Nobody has it, and nobody asked for it in 90 days. Remove it, or hide it until it is needed.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId/00000000-0000-4000-8000-000000000013
|   = Whatever it grants can be got by whoever finds it, and nobody looks after it.
|
| ✗ guests-outside-packages  info  fails for 1 of 1 tenant
|   It finds external policies and no standalone review of guests.
|     the tenant  tenant.entitle:1:8
|       Tenant contoso has guests, and no review looks at what they may do outside packages. Add a review of guests.
|   = Guests get access outside packages too, in teams and groups; what nobody looks at only ever grows.
|   › docs: rules/guests-outside-packages
|
| ✗ priority-surprise  info  fails for 1 of 3 policies
|   It finds two policies of a package that match the same people on different terms.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       The same people may request under policies "Approved suppliers" and "Everybody", and Entra gives them the terms of
|       "Approved suppliers", the narrower one. Take them out of the other, or see that these terms are meant.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Entra picks among several policies by its own order, which may not be the one that you mean.
|   › docs: rules/priority-surprise
|
| ✗ unrequestable-package  info  fails for 1 of 2 packages, not determined for 1
|   It finds a package with no policy, or one for all members to request that is hidden from them.
|     catalog Partner collaboration › package Old toolbox
|       Package "Old toolbox" has no policy, so nobody can request it or be assigned to it. Add a policy.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId/00000000-0000-4000-8000-000000000013
|   = Access that nobody can ask for is granted by other ways, past approval and review.
|   › docs: rules/unrequestable-package
|
| Not determined
|   ? catalog Partner collaboration › package Alpine supplier access › policy Everybody: requestorSettings/enableTargetsToSelfRemoveAccess
|     The language has no statement for it. Deploying keeps it as it is in the tenant. Not known for that: agent-access,
|     automatic-guests, automatic-policy-conflict, duplicate-access, expiration-or-review, extension-approval,
|     extension-denied, external-expiration, external-justification, external-no-response, external-offboarding,
|     external-privileged-role, external-self-review, external-visibility, manager-of-external, mixed-audience,
|     proposed-organization, self-dealing, service-limits, sponsors-of-internals, unrequestable-package.
|
| ✓ 28 rules pass: approval-window (3 policies), approver-fallback (3 policies), catalog-delegation (1 catalog),
|   compliance-self-review (3 policies), date-in-past (3 policies), disabled-sponsor (1 organization), gone-decider (3
|   policies), gone-requestors (3 policies), gone-resource (1 catalog), gone-sponsor (1 organization),
|   guest-review-frequency (0 reviews), guest-review-justification (0 reviews), guest-review-outcome (0 reviews),
|   guest-self-review (0 reviews), last-minute-escalation (3 policies), low-sensitivity-review (3 policies),
|   missing-description (6 objects), offboarding-delay (1 tenant), one-sided-incompatibility (2 packages),
|   organization-sponsor (1 organization), project-end-date (3 policies), public-mail-organization (1 organization),
|   review-never-happens (3 policies), review-window (3 objects), reviewer-fallback (3 objects), same-decider-twice (3
|   policies), silent-expiry (3 policies), unused-resource (1 catalog)
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; access that people have is
| access-outlives-policy’s.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 11 rules fail, 28 pass, 20 are not determined. Nothing was changed.
!   GET /organization?$select=id,verifiedDomains 200 (0 ms)
!   POST /$batch 200 (0 ms)
!   POST /$batch 200 (0 ms)
!   POST /$batch 200 (0 ms)
!   POST /directoryObjects/getByIds 200 (0 ms)
!   POST /$batch 200 (0 ms)
!   GET /users?$filter=id%20in%20('00000000-0000-4000-8000-000000000015','3133967e-7a56-516b-afc0-281661ca87a6','e11cc53a-ddaa-5286-aadf-cbdf3e0a5f8c')&$select=id,accountEnabled,userType&$expand=sponsors 200 (0 ms)
= exit 1
> 17 reads

Whoever may not read accounts is told what that leaves open.

% permissions EntitlementManagement.Read.All AccessReview.Read.All User.ReadBasic.All Group.Read.All Application.Read.All
$ entitle audit --standard recommended
| contoso.com  (read 13 objects in 6 requests, 0 ms; signed in as anna@contoso.com, read-only)
| Held to standard recommended on 2027-04-01: 1 catalog, 2 packages, 3 policies, 1 organization; the sources declare 4 of
| 6. Left aside, for nothing lies in it: General.
|
| ✗ external-approval  error  fails for 1 of 3 policies
|   It finds an external policy without approval, or with fewer stages than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Policy "Everybody" lets people from outside in without anybody's approval. Ask for at least 1 stage.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Somebody who answers for the partner should know each person who comes in.
|   › docs: rules/external-approval
|
| ✗ external-review  error  fails for 1 of 3 policies
|   It finds an external policy without a review, or reviewed less often than the bound.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Under policy "Everybody" people from anywhere outside may hold this access, and nobody ever reviews it. Add a
|       quarterly review.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Microsoft recommends a review every quarter or more often for access by external users.
|   › docs: rules/external-review
|
| ✗ access-outlives-policy  warning  fails for 1 of 3 policies
|   It finds a policy under which people have access for longer than it gives.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Access under it ends after 90 days, and 2 people have access for longer: gil_fabrikam.com#EXT#@contoso.com (for
|       ever), kim_fabrikam.com#EXT#@contoso.com (for ever). End that access, or give it an end.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = A policy that was made stricter doesn’t shorten the access that people have already.
|
| ✗ any-external-user  warning  fails for 1 of 3 policies
|   It finds a policy open to people of companies that nobody configured.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       Policy "Everybody" is open to people of companies that nobody configured. Name the organizations, or take every
|       connected organization.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Anybody with an e-mail address may ask; each approval makes a new, unknown organization.
|   › docs: rules/any-external-user
|
| ✗ single-approver  warning  fails for 1 of 3 objects
|   It finds a stage or review whose only decider is one named user.
|     catalog Partner collaboration › package Alpine supplier access › policy Employees  partners.entitle:28:12
|       Policy "Employees" leaves every request to "ben@contoso.com" alone. Ask a group, or name somebody else too.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Decisions wait, and in the end nobody takes them, whenever that person is away or gone.
|   › docs: rules/single-approver
|
| ✗ unused-package  warning  fails for 1 of 2 packages
|   It finds a package that nobody has, and that nobody asked for in 90 days.
|     catalog Partner collaboration › package Old toolbox
|       Nobody has it, and nobody asked for it in 90 days. Remove it, or hide it until it is needed.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId/00000000-0000-4000-8000-000000000013
|   = Whatever it grants can be got by whoever finds it, and nobody looks after it.
|
| ✗ guests-outside-packages  info  fails for 1 of 1 tenant
|   It finds external policies and no standalone review of guests.
|     the tenant  tenant.entitle:1:8
|       Tenant contoso has guests, and no review looks at what they may do outside packages. Add a review of guests.
|   = Guests get access outside packages too, in teams and groups; what nobody looks at only ever grows.
|   › docs: rules/guests-outside-packages
|
| ✗ priority-surprise  info  fails for 1 of 3 policies
|   It finds two policies of a package that match the same people on different terms.
|     catalog Partner collaboration › package Alpine supplier access › policy Everybody
|       The same people may request under policies "Approved suppliers" and "Everybody", and Entra gives them the terms of
|       "Approved suppliers", the narrower one. Take them out of the other, or see that these terms are meant.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/policies/entitlementId/00000000-0000-4000-8000-000000000008
|   = Entra picks among several policies by its own order, which may not be the one that you mean.
|   › docs: rules/priority-surprise
|
| ✗ unrequestable-package  info  fails for 1 of 2 packages, not determined for 1
|   It finds a package with no policy, or one for all members to request that is hidden from them.
|     catalog Partner collaboration › package Old toolbox
|       Package "Old toolbox" has no policy, so nobody can request it or be assigned to it. Add a policy.
|       https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId/00000000-0000-4000-8000-000000000013
|   = Access that nobody can ask for is granted by other ways, past approval and review.
|   › docs: rules/unrequestable-package
|
| Not determined
|   ? catalog Partner collaboration › package Alpine supplier access › policy Everybody: requestorSettings/enableTargetsToSelfRemoveAccess
|     The language has no statement for it. Deploying keeps it as it is in the tenant. Not known for that: agent-access,
|     automatic-guests, automatic-policy-conflict, duplicate-access, expiration-or-review, extension-approval,
|     extension-denied, external-expiration, external-justification, external-no-response, external-offboarding,
|     external-privileged-role, external-self-review, external-visibility, manager-of-external, mixed-audience,
|     proposed-organization, self-dealing, service-limits, sponsors-of-internals, unrequestable-package.
|   ? the tenant
|     The accounts of people can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the
|     operation). Sign in with an account that has the permission User.Read.All. Not known for that: disabled-decider,
|     disabled-sponsor, guest-without-sponsor.
|
| ✓ 27 rules pass: approval-window, approver-fallback, catalog-delegation, compliance-self-review, date-in-past,
|   gone-decider, gone-requestors, gone-resource, gone-sponsor, guest-review-frequency, guest-review-justification,
|   guest-review-outcome, guest-self-review, last-minute-escalation, low-sensitivity-review, missing-description,
|   offboarding-delay, one-sided-incompatibility, organization-sponsor, project-end-date, public-mail-organization,
|   review-never-happens, review-window, reviewer-fallback, same-decider-twice, silent-expiry, unused-resource
|
| Left out: assignment-outlives-policy. Declared assignments alone show it; access that people have is
| access-outlives-policy’s.
| Left out: expired-waiver, undated-waiver, unused-declaration, unused-waiver. Sources alone show it, not what a tenant
| has.
|
| Audited: 9 rules fail, 27 pass, 23 are not determined. Nothing was changed.
= exit 1
> 17 reads
