Failing on the way
==================

Graph refuses one step. What was done is said, what was not is said, and running again goes on from there.

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

% fault {"method":"POST","path":"/assignmentPolicies","batch":true,"times":9,"do":{"kind":"status","status":403}}
% fault {"method":"POST","path":"/assignmentPolicies","times":9,"do":{"kind":"status","status":403}}
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
| ✗   › policy Approved suppliers                                               failed     0 ms
| ✓   › grant Member of Project Alpine                                          created    0 ms
| ✗   › policy Employees                                                        failed     0 ms
|
| ✗ policy Approved suppliers: Graph refused to create it (403 Forbidden)  request d65365e1-882b-5c9b-ab61-b1db4c64d1ef
|   because the signed-in account lacks the permission EntitlementManagement.ReadWrite.All, or the role Access package
|   manager or Catalog owner. Graph says: The sandbox was told to answer 403.
|   do: Ask for that permission and role, or deploy with an account that has them; then run entitle deploy again: it
|   goes on from here.
|
| ✗ policy Employees: Graph refused to create it (403 Forbidden)  request afd05c46-4c79-579b-a58c-fd5c996fc12c
|   because the signed-in account lacks the permission EntitlementManagement.ReadWrite.All, or the role Access package
|   manager or Catalog owner. Graph says: The sandbox was told to answer 403.
|   do: Ask for that permission and role, or deploy with an account that has them; then run entitle deploy again: it
|   goes on from here.
|
| Failed: 7 of 9 steps took effect; the others did not.
= exit 4
> 18 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies 403
> POST …/assignmentPolicies 403

% no more faults
$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 8 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       + policy  Approved suppliers        partners.entitle:11
|             ! A new policy Approved suppliers of package Alpine supplier access lets Fabrikam request.  widens-requestors
|       + policy  Employees                 partners.entitle:28
|             ! A new policy Employees of package Alpine supplier access lets every member of the directory request.  widens-requestors
|
| Plan: 2 to add, 0 to change, 0 to delete · 2 writes
|
| ✓ catalog Partner collaboration › Alpine supplier access › policy Approved suppliers  created    0 ms
| ✓   › policy Employees                                                        created    0 ms
|
| Done: 2 added in 0 ms. Checked: the tenant is as declared.
= exit 0
> 40 reads
> POST …/assignmentPolicies
> POST …/assignmentPolicies

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| Nothing to do: 10 objects are as declared.
= exit 0
> 13 reads
