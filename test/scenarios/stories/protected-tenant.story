A protected tenant
==================

Its name must be typed; --yes alone is not enough.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
% replace tenant.entitle: "domain "contoso.com"" by "protected domain "contoso.com""

$ entitle deploy --yes
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
! ✗ contoso.com is protected, so --yes alone is not enough: say which tenant you mean with --confirm contoso. Nothing was changed.
= exit 3
> 7 reads

$ entitle deploy --yes --confirm fabrikam
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
! ✗ --confirm says fabrikam, but this plan is for contoso. Nothing was changed.
= exit 3
> 7 reads

$ entitle deploy
< yes
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
| Deploy to contoso.com (protected)? 1 warning above. Type the tenant's name to go on: yes
! ✗ Not confirmed. Nothing was changed.
= exit 3
> 7 reads

$ entitle deploy
< contoso
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
| Deploy to contoso.com (protected)? 1 warning above. Type the tenant's name to go on: contoso
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

A rehearsal needs no protection.

$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
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
