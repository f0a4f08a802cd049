Pruning
=======

What is in a declared catalog and not declared is shown, kept, and deleted only with --prune.

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

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 11 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ? package  Old toolbox: not declared; --prune would delete it
|
| Nothing to do: 10 objects are as declared, 1 not managed.
= exit 0
> 15 reads

$ entitle drift --sandbox
| sandbox .entitle/sandbox.db  (read 11 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ? package  Old toolbox: in the tenant, not declared
|
| No drift: 10 objects are as declared, 1 not declared.
= exit 0
> 15 reads

$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 11 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ? package  Old toolbox: not declared; --prune would delete it
|
| Nothing to do: 10 objects are as declared, 1 not managed.
|
= exit 0
> 15 reads

$ entitle deploy --sandbox --prune
< y
| sandbox .entitle/sandbox.db  (read 11 objects in 4 requests, 0 ms)
|
| catalog Partner collaboration
|   - package  Old toolbox
|
| Plan: 0 to add, 0 to change, 1 to delete · 1 write
|
| Deploy to sandbox .entitle/sandbox.db? 1 object will be deleted. 1 step may end people's access. [y/N] y
| - catalog Partner collaboration › package Old toolbox                         deleted    0 ms
|
| Done: 1 deleted in 0 ms. Checked: the tenant is as declared.
= exit 0
> 44 reads
> DELETE …/accessPackages/{id}

$ entitle plan --sandbox --prune
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| Nothing to do: 10 objects are as declared.
= exit 0
> 13 reads
