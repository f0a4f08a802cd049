No permission
=============

Who may only read can plan. Deploying is refused before the first write, with every cause by its name.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
% permissions EntitlementManagement.Read.All Directory.Read.All User.Read.All Group.Read.All

$ entitle plan --tenant contoso
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com, read-only)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
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
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
| ✗ The account holds no role that may write connected organizations
|   for organization Fabrikam, sponsor internal Identity Governance desk
|   because it takes Connected Organization Administrator or Identity Governance Administrator
|   do: Give the application EntitlementManagement.ReadWrite.All, or the role Connected Organization Administrator or
|   Identity Governance Administrator.
|
| ✗ The account holds no role that may create catalogs
|   for catalog Partner collaboration
|   because it takes Catalog creator or Identity Governance Administrator
|   do: Give the application EntitlementManagement.ReadWrite.All, or the role Catalog creator or Identity Governance
|   Administrator.
|
| ✗ The account does not own the resource, and has no directory role that may change its members
|   for resource Project Alpine
|   because only who may change the members of a resource can add it to a catalog
|   do: Make the application an owner of the resource, or give it Group.ReadWrite.All.
|
| Refused: these steps cannot take effect, so nothing was changed. entitle doctor tells more.
= exit 3
> 11 reads

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
