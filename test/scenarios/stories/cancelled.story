Ctrl-C
======

While reading: nothing was changed. While writing: the request under way is finished, and the output says what took effect.

% the sources of small
% Ctrl-C at request 1
$ entitle deploy --sandbox --yes
! ✗ Cancelled. Nothing was changed.
= exit 130

% Ctrl-C at request 3
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
|
| Cancelled: 1 of 9 steps took effect; the others did not. Run entitle deploy again to go on from here.
= exit 130
> 9 reads
> POST …/connectedOrganizations

% Ctrl-C at request 8
$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 2 objects in 2 requests, 0 ms)
|
| organization Fabrikam
|   + sponsor  internal Identity Governance desk             tenant.entitle:9
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 8 to add, 0 to change, 0 to delete · 8 writes
|
| ✓ catalog Partner collaboration                                               created    0 ms
| ✓ organization Fabrikam › sponsor internal Identity Governance desk           created    0 ms
|
| Cancelled: 2 of 8 steps took effect; the others did not. Run entitle deploy again to go on from here.
= exit 130
> 14 reads
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST …/catalogs

% no more Ctrl-C
$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 4 objects in 2 requests, 0 ms)
|
| catalog Partner collaboration
|   + role      Catalog owner Identity Governance desk        partners.entitle:4
|         ! Identity Governance desk becomes Catalog owner of catalog Partner collaboration.  gives-catalog-role
|   + resource  Project Alpine                                partners.entitle:5
|   + package   Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 6 to add, 0 to change, 0 to delete · 6 writes
|
| ✓ catalog Partner collaboration › role Catalog owner Identity Governance desk  created    0 ms
| ✓   › resource Project Alpine                                                 created    0 ms
| ✓   › package Alpine supplier access                                          created    0 ms
| ✓   › grant Member of Project Alpine                                          created    0 ms
| ✓   › policy Approved suppliers                                               created    0 ms
| ✓   › policy Employees                                                        created    0 ms
|
| Done: 6 added in 0 ms. Checked: the tenant is as declared.
= exit 0
> 42 reads
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
