Reassigning
===========

What people hold can go without anybody losing access: --reassign-to names the policy that they get instead.

% the sources of small
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
| Done: 9 added in 0 ms. Checked: the tenant is as declared.
= exit 0
> 33 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies

% graph POST /identityGovernance/entitlementManagement/accessPackages {"displayName":"Old toolbox","description":"","catalog":{"id":"{catalog Partner collaboration}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentPolicies {"displayName":"Everybody","description":"","allowedTargetScope":"allExternalUsers","accessPackage":{"id":"{package Old toolbox}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentRequests {"requestType":"adminAdd","assignment":{"target":{"@odata.type":"#microsoft.graph.accessPackageSubject","email":"kim@fabrikam.com"},"assignmentPolicyId":"{policy Everybody}","accessPackageId":"{package Old toolbox}"},"schedule":{"expiration":{"type":"afterDateTime","endDateTime":"2027-01-31T23:59:59Z"}}}
% graph POST /identityGovernance/entitlementManagement/assignmentRequests {"requestType":"adminAdd","assignment":{"target":{"@odata.type":"#microsoft.graph.accessPackageSubject","email":"lee@elsewhere.example"},"assignmentPolicyId":"{policy Everybody}","accessPackageId":"{package Old toolbox}"}}

Whom the policy would not admit is told before anything happens.

$ entitle plan --sandbox --prune --reassign-to supplier.suppliers
| sandbox .entitle/sandbox.db  (read 12 objects in 6 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|           ± assignment  kim_fabrikam.com#EXT#@contoso.com: has it through Everybody; ended there, then granted here
|   ? package  Old toolbox: not declared; kept
|         ! Of those who have access through the package Old toolbox, 1 person can't be moved, because Approved suppliers doesn't admit that person, so the package is not deleted: lee_elsewhere.example#EXT#@contoso.com.  not-reassigned
|
| Plan: 0 to add, 0 to change, 1 to replace, 0 to delete, 1 not managed; 1 person is moved to another policy · 2 writes
| This cannot be deployed before the errors above are settled.
= exit 1
> 21 reads

$ entitle plan --sandbox --prune --reassign-to suplier.suppliers
| sandbox .entitle/sandbox.db  (read 12 objects in 4 requests, 0 ms)
|
| catalog Partner collaboration
|   ? package  Old toolbox: not declared; kept
|         ! The package Old toolbox is not declared, but 2 people have access through it, so it is not deleted without --end-assignments: kim_fabrikam.com#EXT#@contoso.com, lee_elsewhere.example#EXT#@contoso.com.  live-assignments
|
| tenant  error  unknown-policy
|   │ --reassign-to names the policy suplier.suppliers, and there is no such policy, neither in the sources nor in their
|   │ catalogs in the tenant. People who hold what is deleted have nowhere to go.
|   + Did you mean supplier.suppliers?
|
| No plan: the errors above keep it from being made.
= exit 1
> 16 reads

$ entitle plan --sandbox --prune --reassign-to "Old toolbox.Everybody"
| sandbox .entitle/sandbox.db  (read 12 objects in 4 requests, 0 ms)
|
| catalog Partner collaboration
|   ? package  Old toolbox: not declared; kept
|         ! The package Old toolbox is not declared, but 2 people have access through it, so it is not deleted without --end-assignments: kim_fabrikam.com#EXT#@contoso.com, lee_elsewhere.example#EXT#@contoso.com.  live-assignments
|
| catalog Partner collaboration › package Old toolbox › policy Everybody  error  cannot-reassign
|   │ --reassign-to names the policy Everybody, which is not declared and is deleted itself, or with its package.
|   + Declare that policy, or name another one.
|
| No plan: the errors above keep it from being made.
= exit 1
> 16 reads

$ entitle plan --sandbox --reassign-to supplier.suppliers
! ✗ --reassign-to moves the people who hold what --prune deletes: give --prune with it.
= exit 64

Their access can end while the others move: these have the new access before they lose the old one, and keep their end date.

$ entitle deploy --sandbox --prune --end-assignments --reassign-to supplier.suppliers
< y
| sandbox .entitle/sandbox.db  (read 12 objects in 6 requests, 0 ms)
|
| catalog Partner collaboration
|   - package  Old toolbox
|         1 person loses access: lee_elsewhere.example#EXT#@contoso.com
|         1 person is moved to Alpine supplier access › Approved suppliers: kim_fabrikam.com#EXT#@contoso.com
|         ! Of those who have access through the package Old toolbox, 1 person can't be moved, because Approved suppliers doesn't admit that person; their access ends: lee_elsewhere.example#EXT#@contoso.com.  not-reassigned
|         ! Package Old toolbox is deleted while 1 person has it.  deletes-package-with-assignments
|
| Plan: 0 to add, 0 to change, 1 to delete; 1 person loses access; 1 person is moved to another policy · 4 writes
|
| Deploy to sandbox .entitle/sandbox.db? 2 warnings above. 1 object will be deleted. 1 step may end people's access. 1 person loses access. 1 person is moved to another policy. [y/N] y
| ✓ catalog Partner collaboration › Alpine supplier access › Approved suppliers › assignment kim_fabrikam.com#EXT#@contoso.com  created    0 ms
| -   › Old toolbox › Everybody › assignment kim_fabrikam.com#EXT#@contoso.com  deleted    0 ms
| -   › assignment lee_elsewhere.example#EXT#@contoso.com                       deleted    0 ms
| -   › package Old toolbox                                                     deleted    0 ms
|
| Done: 1 added, 3 deleted in 0 ms. Checked: the tenant is as declared.
= exit 0
> 56 reads
> POST …/assignmentRequests
> POST …/assignmentRequests
> POST …/assignmentRequests
> DELETE …/accessPackages/{id}

$ entitle plan --sandbox --prune
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| Nothing to do: 10 objects are as declared.
= exit 0
> 13 reads
