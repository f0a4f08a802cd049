Somebody who is not in the directory
====================================

A policy for another organization is assigned to somebody by e-mail. The assignment makes them a guest, once.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
--- kim.entitle
assign user "kim@fabrikam.com" to partners.supplier using suppliers until 2027-03-31
---

$ entitle deploy --yes
| contoso.com  (read 1 object in 4 requests, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                                      tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)                     partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies, 1 assignment)  partners.entitle:7
|
| kim.entitle:1:8  info  new-guest
|   │ assign user "kim@fabrikam.com" to partners.supplier using suppliers until 2027-03-31
|   │        ━━━━━━━━━━━━━━━━━━━━━━━ kim@fabrikam.com is not in the directory yet: the assignment invites them as a guest.
|   + Look whether the address is right: whoever has it gets the access.
|
| Plan: 10 to add, 0 to change, 0 to delete · 10 writes
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
| ✓   › Approved suppliers › assignment kim@fabrikam.com                        created    0 ms
|
| Done: 10 added in 0 ms. Checked: the tenant is as declared.
= exit 0
> 43 reads
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

Now they are a guest with a user principal name of its own, and are found by e-mail.

$ entitle deploy --yes
| contoso.com  (read 11 objects in 6 requests, 0 ms; signed in as anna@contoso.com)
|
| Nothing to do: 11 objects are as declared.
|
= exit 0
> 18 reads
$ entitle drift
| contoso.com  (read 11 objects in 6 requests, 0 ms; signed in as anna@contoso.com)
|
| No drift: 11 objects are as declared.
= exit 0
> 18 reads

Another end changes that assignment.

% replace kim.entitle: "2027-03-31" by "2027-04-30"
$ entitle deploy --yes
| contoso.com  (read 11 objects in 6 requests, 0 ms; signed in as anna@contoso.com)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|           ~ assignment  kim@fabrikam.com  kim.entitle:1
|                 ends    2027-03-31  →  2027-04-30
|
| Plan: 0 to add, 1 to change, 0 to delete · 1 write
|
| ✓ catalog Partner collaboration › Alpine supplier access › Approved suppliers › assignment kim@fabrikam.com  updated    0 ms
|
| Done: 1 changed in 0 ms. Checked: the tenant is as declared.
= exit 0
> 51 reads
> POST …/assignmentRequests

The answer to an invitation is lost on its way: the assignment is found by e-mail, and nobody is invited twice. The same plan again finds it there.

--- lee.entitle
assign user "Lee@fabrikam.com" to partners.supplier using suppliers
---
$ entitle plan --out lee.plan
| contoso.com  (read 11 objects in 7 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|           + assignment  Lee@fabrikam.com  lee.entitle:1
|
| lee.entitle:1:8  info  new-guest
|   │ assign user "Lee@fabrikam.com" to partners.supplier using suppliers
|   │        ━━━━━━━━━━━━━━━━━━━━━━━ Lee@fabrikam.com is not in the directory yet: the assignment invites them as a guest.
|   + Look whether the address is right: whoever has it gets the access.
|
| Plan: 1 to add, 0 to change, 0 to delete · 1 write
| Saved as lee.plan. entitle deploy lee.plan carries out exactly this.
= exit 2
> 19 reads
% fault {"method": "POST", "path": "assignmentRequests", "do": {"kind": "commit-then-cut"}}
$ entitle deploy lee.plan --yes
| contoso.com  (plan from lee.plan; signed in as anna@contoso.com)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|           + assignment  Lee@fabrikam.com  lee.entitle:1
|
| lee.entitle:1:8  info  new-guest
|   │ Lee@fabrikam.com is not in the directory yet: the assignment invites them as a guest.
|   + Look whether the address is right: whoever has it gets the access.
|
| Plan: 1 to add, 0 to change, 0 to delete · 1 write
|
| ✓ catalog Partner collaboration › Alpine supplier access › Approved suppliers › assignment Lee@fabrikam.com  created    0 ms
|
| Done: 1 added in 0 ms.
= exit 0
> 17 reads
> POST …/assignmentRequests
$ entitle deploy lee.plan --yes
| contoso.com  (plan from lee.plan; signed in as anna@contoso.com)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|           + assignment  Lee@fabrikam.com  lee.entitle:1
|
| lee.entitle:1:8  info  new-guest
|   │ Lee@fabrikam.com is not in the directory yet: the assignment invites them as a guest.
|   + Look whether the address is right: whoever has it gets the access.
|
| Plan: 1 to add, 0 to change, 0 to delete · 1 write
|
| ✓ catalog Partner collaboration › Alpine supplier access › Approved suppliers › assignment Lee@fabrikam.com  already so 0 ms
|
| Done: 1 there already in 0 ms.
= exit 0
> 17 reads
> POST …/assignmentRequests 400
$ entitle drift
| contoso.com  (read 12 objects in 6 requests, 0 ms; signed in as anna@contoso.com)
|
| No drift: 12 objects are as declared.
= exit 0
> 19 reads

An address of the tenant itself is a mistyped name.

% replace kim.entitle: "kim@fabrikam.com" by "kim@contoso.com"
$ entitle plan
| contoso.com  (read 11 objects in 7 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
| kim.entitle:1:8  error  not-in-directory
|   │ assign user "kim@contoso.com" to partners.supplier using suppliers until 2027-04-30
|   │        ━━━━━━━━━━━━━━━━━━━━━━
|   │ The directory has no user called kim@contoso.com. Without it, nothing that names it can be deployed.
|   + Correct the name, or create it in the directory first: Entitle never creates directory objects.
|
| No plan: the errors above keep it from being made.
= exit 1
> 19 reads

Under a policy for employees nobody is invited.

% replace kim.entitle: "kim@contoso.com" by "lee@fabrikam.com"
% replace kim.entitle: "suppliers" by "staff"
$ entitle plan
| contoso.com  (read 11 objects in 6 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Employees
|           + assignment  lee@fabrikam.com  kim.entitle:1
|
| Plan: 1 to add, 0 to change, 0 to delete · 1 write
| Saved nothing. entitle deploy carries out exactly this; entitle plan --out FILE keeps it.
= exit 2
> 18 reads
