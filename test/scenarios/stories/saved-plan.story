A saved plan, and a stale one
=============================

What is saved is what runs, without the sources.

% the sources of small
$ entitle plan --sandbox=rehearsal.db --out first.plan
| sandbox rehearsal.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved as first.plan. entitle deploy first.plan --sandbox=rehearsal.db carries out exactly this.
= exit 2
> 5 reads

% remove partners.entitle
$ entitle deploy first.plan --sandbox=rehearsal.db --yes
| sandbox rehearsal.db  (plan from first.plan)
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
| Done: 9 added in 0 ms.
= exit 0
> 15 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies

Running it again changes nothing: everything it would create is there.

$ entitle deploy first.plan --sandbox=rehearsal.db --yes
| sandbox rehearsal.db  (plan from first.plan)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
| ✓ organization Fabrikam                                                       already so 0 ms
| ✓   › sponsor internal Identity Governance desk                               already so 0 ms
| ✓ catalog Partner collaboration                                               already so 0 ms
| ✓   › role Catalog owner Identity Governance desk                             already so 0 ms
| ✓   › resource Project Alpine                                                 already so 0 ms
| ✓   › package Alpine supplier access                                          already so 0 ms
| ✓   › grant Member of Project Alpine                                          already so 0 ms
| ✓   › policy Approved suppliers                                               already so 0 ms
| ✓   › policy Employees                                                        already so 0 ms
|
| Done: 9 there already in 0 ms.
= exit 0
> 12 reads

A plan for a change that somebody else was faster with is refused by name, and nothing is written.

% the sources of small
% replace partners.entitle: "expires after 180 days" by "expires after 90 days"
$ entitle plan --sandbox=rehearsal.db --out second.plan
| sandbox rehearsal.db  (read 10 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    after 180 days  →  after 90 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 90 days rather than after 180 days; access that people have keeps its end.  shortens-expiry-of-live-access
|
| Plan: 0 to add, 1 to change, 0 to delete · 1 write
| Saved as second.plan. entitle deploy second.plan --sandbox=rehearsal.db carries out exactly this.
= exit 2
> 13 reads

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
$ entitle deploy second.plan --sandbox=rehearsal.db --yes
| sandbox rehearsal.db  (plan from second.plan)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    after 180 days  →  after 90 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 90 days rather than after 180 days; access that people have keeps its end.  shortens-expiry-of-live-access
|
| Plan: 0 to add, 1 to change, 0 to delete · 1 write
|
|
| ✗ policy Approved suppliers: Partner collaboration › Alpine supplier access › Approved suppliers has been changed since the plan was made
|   because the tenant has changed since the plan was made
|   do: Run entitle plan again to see what it would do now.
|
| Refused: the tenant changed since this was planned, so nothing was changed. Plan again, look at what is different, and deploy that.
= exit 3
> 12 reads
