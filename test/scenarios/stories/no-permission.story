No permission
=============

Who may only read can plan. Deploying is refused by Graph at the first write, and nothing is changed.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
% permissions EntitlementManagement.Read.All Directory.Read.All User.Read.All Group.Read.All

$ entitle plan --tenant contoso
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com, read-only)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved nothing. entitle deploy --tenant contoso carries out exactly this; entitle plan --tenant contoso --out FILE keeps it.
= exit 2
> 6 reads

$ entitle deploy --tenant contoso --yes
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
| ✗ organization Fabrikam                                                       failed     0 ms
| ✗ catalog Partner collaboration                                               failed     0 ms
|
| ✗ organization Fabrikam: Graph refused to create it (403 Forbidden)  request db5c222b-1605-5e4b-a6df-98660e9085b0
|   because the signed-in account lacks the permission EntitlementManagement.ReadWrite.All, or the role Identity
|   Governance Administrator. Graph says: Insufficient privileges to complete the operation.
|   do: Ask for that permission and role, or deploy with an account that has them; then run entitle deploy again: it
|   goes on from here.
|
| ✗ catalog Partner collaboration: Graph refused to create it (403 Forbidden)  request 2db91673-d791-5cce-abe5-427ebf3655b2
|   because the signed-in account lacks the permission EntitlementManagement.ReadWrite.All, or the role Catalog creator
|   (to create) or Catalog owner (to change and delete). Graph says: Insufficient privileges to complete the operation.
|   do: Ask for that permission and role, or deploy with an account that has them; then run entitle deploy again: it
|   goes on from here.
|
| Failed: nothing was changed.
= exit 3
> 10 reads
> POST …/connectedOrganizations 403
> POST …/catalogs 403

Who may not even read is told so.

% permissions User.Read.All
$ entitle plan --tenant contoso
| contoso.com  (read 0 objects in 1 request, 0 ms; signed in as anna@contoso.com, read-only)
|
| tenant.entitle:9:21  error  directory-not-readable
|   │ internal sponsors governance
|   │                   ━━━━━━━━━━
|   │ Groups can't be read: Microsoft Graph answers 403, so Identity Governance desk, Project Alpine can't be looked up.
|   + Sign in with an account that has the permission Group.Read.All.
|
| tenant  error  not-readable
|   │ The tenant's settings can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the
|   │ operation). Nothing that depends on it is planned.
|   + Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as
|     Global Reader or Catalog reader.
|
| tenant  error  not-readable
|   │ The list of connected organizations can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete
|   │ the operation). Nothing that depends on it is planned.
|   + Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as
|     Global Reader or Catalog reader.
|
| tenant  error  not-readable
|   │ The list of catalogs can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the
|   │ operation). Nothing that depends on it is planned.
|   + Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as
|     Global Reader or Catalog reader.
|
| No plan: the errors above keep it from being made.
= exit 3
> 6 reads
