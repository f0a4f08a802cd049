Moving people
=============

A person whom the sources assign under another policy of the package is moved: Graph lets nobody have a package twice, so the access
under the old policy is ended and seen ended before the new one is granted. That is a replacement, and nobody loses access by it.

% the sources of small
--- people.entitle
user anna "anna@contoso.com"
user ben  "ben@contoso.com"

assign anna to partners.supplier using staff
assign ben to partners.supplier using staff
---
$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 1 object in 2 requests, 0 ms)
|
| + organization Fabrikam (1 sponsor)                                       tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)                      partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies, 2 assignments)  partners.entitle:7
|
| Plan: 11 to add, 0 to change, 0 to delete · 11 writes
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
| ✓   › assignment anna@contoso.com                                             created    0 ms
| ✓   › assignment ben@contoso.com                                              created    0 ms
|
| Done: 11 added in 0 ms. Checked: the tenant is as declared.
= exit 0
> 40 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentRequests
> POST …/assignmentRequests

The sources name another policy for Anna. Taking a policy out whose people all go elsewhere needs no --end-assignments.

% replace partners.entitle: "    policy staff " by "    policy direct "Direct assignments" { requestable by any member expires after 90 days } policy staff "
% replace people.entitle: "assign anna to partners.supplier using staff" by "assign anna to partners.supplier using direct"

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 12 objects in 5 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       + policy  Direct assignments                                                                  partners.entitle:28
|             ! A new policy Direct assignments of package Alpine supplier access lets every member of the directory request.  widens-requestors
|           ± assignment  anna@contoso.com: has it through Employees; ended there, then granted here  people.entitle:4
|
| Plan: 1 to add, 0 to change, 1 to replace, 0 to delete; 1 person is moved to another policy · 3 writes
| Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.
= exit 2
> 17 reads

$ entitle deploy --sandbox
< y
| sandbox .entitle/sandbox.db  (read 12 objects in 5 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       + policy  Direct assignments                                                                  partners.entitle:28
|             ! A new policy Direct assignments of package Alpine supplier access lets every member of the directory request.  widens-requestors
|           ± assignment  anna@contoso.com: has it through Employees; ended there, then granted here  people.entitle:4
|
| Plan: 1 to add, 0 to change, 1 to replace, 0 to delete; 1 person is moved to another policy · 3 writes
|
| Deploy to sandbox .entitle/sandbox.db? 1 person is moved to another policy. [y/N] y
| ✓ catalog Partner collaboration › Alpine supplier access › policy Direct assignments  created    0 ms
| -   › Employees › assignment anna@contoso.com                                 deleted    0 ms
| ✓   › Direct assignments › assignment anna@contoso.com                        created    0 ms
|
| Done: 2 added, 1 deleted in 0 ms. Checked: the tenant is as declared.
= exit 0
> 52 reads
> POST …/assignmentPolicies
> POST …/assignmentRequests
> POST …/assignmentRequests

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 13 objects in 5 requests, 0 ms)
|
| Nothing to do: 13 objects are as declared.
= exit 0
> 17 reads

When Ben's policy goes, too, he is moved as well.

% replace people.entitle: "assign ben to partners.supplier using staff" by "assign ben to partners.supplier using direct"
% replace partners.entitle: "policy staff "Employees" {" by "policy employees "All employees" {"

$ entitle deploy --sandbox --prune --yes
| sandbox .entitle/sandbox.db  (read 13 objects in 6 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       + policy  All employees                                                                      partners.entitle:28
|             ! A new policy All employees of package Alpine supplier access lets every member of the directory request.  widens-requestors
|       ~ policy  Direct assignments
|           ± assignment  ben@contoso.com: has it through Employees; ended there, then granted here  people.entitle:5
|       - policy  Employees
|             1 person is moved to Alpine supplier access › Direct assignments: ben@contoso.com
|
| Plan: 1 to add, 0 to change, 1 to replace, 1 to delete; 1 person is moved to another policy · 4 writes
|
| ✓ catalog Partner collaboration › Alpine supplier access › policy All employees  created    0 ms
| -   › Employees › assignment ben@contoso.com                                  deleted    0 ms
| ✓   › Direct assignments › assignment ben@contoso.com                         created    0 ms
| -   › policy Employees                                                        deleted    0 ms
|
| Done: 2 added, 2 deleted in 0 ms. Checked: the tenant is as declared.
= exit 0
> 54 reads
> POST …/assignmentPolicies
> POST …/assignmentRequests
> POST …/assignmentRequests
> DELETE …/assignmentPolicies/{id}

$ entitle plan --sandbox --prune
| sandbox .entitle/sandbox.db  (read 13 objects in 5 requests, 0 ms)
|
| Nothing to do: 13 objects are as declared.
= exit 0
> 17 reads
