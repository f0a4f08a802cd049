Throttled
=========

Graph asks for 38 seconds of patience; the user is told, and everything still happens once.

% the sources of small
$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.
= exit 2
> 5 reads

% fault {"method":"POST","nth":3,"do":{"kind":"status","status":429,"retryAfter":38}}
$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 1 object in 1 request, 0 ms)
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
| Done: 9 added in 38 s (38 s waiting for Graph). Checked: the tenant is as declared.
! … waiting: Graph asked for 38 s (throttled), 0 of 9 steps done  ▁▁▁▁▁▁▁▁▁▁
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

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| Nothing to do: 10 objects are as declared.
= exit 0
> 13 reads
