Approving changes
=================

What whoever approves a change would want to be told, in the tree and as a comment on a pull request.

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

% replace partners.entitle: "expires after 180 days" by "expires after 365 days"

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    after 180 days  →  after 365 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 365 days rather than after 180 days.  lengthens-expiry
|
| Plan: 0 to add, 1 to change, 0 to delete · 1 write
| Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.
= exit 2
> 13 reads
$ entitle plan --sandbox --format markdown
| ### ⚠️ entitle plan for sandbox .entitle/sandbox.db: 0 to add, 1 to change, 0 to delete
|
| | | What an approver should know | Where | Check |
| |---|---|---|---|
| | warning | Access under policy Approved suppliers of package Alpine supplier access ends after 365 days rather than after 180 days.<br>Access outlives the work that it was given for. | catalog Partner collaboration › package Alpine supplier access › policy Approved suppliers | [lengthens-expiry](https://github.com/entitle/entitle/blob/main/docs/reference/findings.md#lengthens-expiry) |
|
| <details><summary>Every change (1 write)</summary>
|
| ```text
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    after 180 days  →  after 365 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 365 days rather than after 180 days.  lengthens-expiry
|
| Plan: 0 to add, 1 to change, 0 to delete · 1 write
| Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.
| ```
| </details>
= exit 2
> 13 reads

% replace partners.entitle: "expires after 365 days" by "never expires"

$ entitle plan --sandbox --format markdown
| ### ❌ entitle plan: 1 error in 2 files
|
| |  | Where | What | Rule |
| |---|---|---|---|
| | error | `partners.entitle:19` | Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.<br>Fix: Replace by "expires after 180 days" (`entitle check --fix`) | [external-expiration](https://github.com/entitle/entitle/blob/main/docs/rules/external-expiration.md) |
= exit 1
