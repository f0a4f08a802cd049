A report of a tenant

The same page for an auditor, of a tenant as it is: with sources, or without any.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine

$ entitle report --sandbox
! ✗ There is no rehearsal tenant in .entitle/sandbox.db. entitle deploy --sandbox makes one; --sandbox=FILE names another.
= exit 64
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
$ entitle report --tenant contoso --out live.json
| live.json is written: every recommendation is kept, 1 way in from outside, 0 errors, 0 warnings.
= exit 0
> 15 reads
$ entitle report --tenant contoso --since live.json --out live.html
| live.html is written: every recommendation is kept, 1 way in from outside, 0 errors, 0 warnings.
= exit 0
> 15 reads

% replace partners.entitle: "owners" by "ownrs"

$ entitle report --tenant contoso --out live.html
| partners.entitle:4:3  error  syntax
|   │ ownrs governance
|   │ ━━━━━ `ownrs` doesn't fit here; did you mean `owners`?
|   + fix: replace it by `owners` (entitle check --fix, or the light bulb)
|
| 1 error in 2 files
| Not reported on: the sources have errors, so it is not known what they hold a tenant to.
= exit 1
