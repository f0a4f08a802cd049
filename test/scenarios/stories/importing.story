Importing

A tenant that was tended in the portal until today becomes sources.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
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
% graph POST /identityGovernance/entitlementManagement/catalogs {"displayName":"Made in the portal","description":"By hand","state":"published","isExternallyVisible":false}

A word that is no catalog of the tenant writes nothing.

$ entitle import --catalog "Partner colaboration" --out copy
! ✗ The tenant has no catalog called Partner colaboration. Is it Partner collaboration? Nothing was written.
= exit 64
> 2 reads
$ entitle import --catalog Sales --out copy
! ✗ The tenant has no catalog called Sales. It has General, Made in the portal and Partner collaboration. Nothing was written.
= exit 64
> 2 reads

One catalog comes with the organizations that it names, with the settings of the tenant and all reviews.

$ entitle import --catalog "Partner collaboration" --out one
| contoso.com  (read 9 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
|   + one/tenant.entitle                 written
|   + one/organizations.entitle          written
|   + one/directory.entitle              written
|   + one/partner-collaboration.entitle  written
|
| Excused until 2027-02-20: 1 waiver of rules that the tenant breaks
|   external-offboarding (1)
|
| Imported: 9 objects read = 9 written in 4 files + 0 listed.
| entitle plan one finds nothing to change. Deploying is only what you change from here on.
= exit 0
> 15 reads

Nothing of others is written over.

$ entitle import
! ✗ This folder has sources that this import did not write: one/directory.entitle, one/organizations.entitle, one/partner-collaboration.entitle, one/tenant.entitle, partners.entitle and 1 more. Nothing was written, so that nothing of them is lost. Import into another folder with --out, or change these with --update.
= exit 3
> 15 reads

The whole tenant, and the plan of what was written finds nothing to do.

$ entitle import --out copy
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
|   + copy/tenant.entitle                 written
|   + copy/organizations.entitle          written
|   + copy/directory.entitle              written
|   + copy/general.entitle                written
|   + copy/made-in-the-portal.entitle     written
|   + copy/partner-collaboration.entitle  written
|
| Imported: 12 objects read = 12 written in 6 files + 0 listed.
| entitle plan copy finds nothing to change. Deploying is only what you change from here on.
= exit 0
> 15 reads
$ entitle plan copy
| contoso.com  (read 12 objects in 3 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
| Nothing to do: 12 objects are as declared.
= exit 0
> 22 reads
$ entitle import --out copy
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
|   = copy/tenant.entitle                 unchanged
|   = copy/organizations.entitle          unchanged
|   = copy/directory.entitle              unchanged
|   = copy/general.entitle                unchanged
|   = copy/made-in-the-portal.entitle     unchanged
|   = copy/partner-collaboration.entitle  unchanged
|
| Imported: 12 objects read = 12 written in 6 files + 0 listed.
| entitle plan copy finds nothing to change. Deploying is only what you change from here on.
= exit 0
> 15 reads

For machines.

$ entitle import --out json --format json
| {
|   "format": "entitle-import/1",
|   "tenant": {
|     "domain": "contoso.com",
|     "displayName": "Contoso",
|     "cloud": "global"
|   },
|   "folder": "json",
|   "files": [
|     {
|       "path": "tenant.entitle",
|       "result": "written"
|     },
|     {
|       "path": "organizations.entitle",
|       "result": "written"
|     },
|     {
|       "path": "directory.entitle",
|       "result": "written"
|     },
|     {
|       "path": "general.entitle",
|       "result": "written"
|     },
|     {
|       "path": "made-in-the-portal.entitle",
|       "result": "written"
|     },
|     {
|       "path": "partner-collaboration.entitle",
|       "result": "written"
|     }
|   ],
|   "count": {
|     "read": 12,
|     "written": 12,
|     "listed": 0
|   },
|   "waivers": [],
|   "errors": [],
|   "listed": [],
|   "parts": [],
|   "findings": [],
|   "requests": 4,
|   "milliseconds": 0
| }
= exit 0
> 15 reads

Somebody presses Ctrl-C while the tenant is read.

% Ctrl-C at request 3
$ entitle import --out late
! ✗ Cancelled. Nothing was changed.
= exit 130
> 5 reads
% no more Ctrl-C

Who may not read the catalogs imports nothing.

% permissions User.Read.All
$ entitle import --out nothing
! ✗ The tenant's settings can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the operation). Nothing that depends on it is planned. Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as Global Reader or Catalog reader.
!   The list of connected organizations can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the operation). Nothing that depends on it is planned. Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as Global Reader or Catalog reader.
!   The list of catalogs can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the operation). Nothing that depends on it is planned. Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as Global Reader or Catalog reader.
!   The list of access reviews can't be read: Microsoft Graph answers 403 (Insufficient privileges to complete the operation). Nothing that depends on it is planned. Sign in with an account that has the permission AccessReview.Read.All and a role that reads reviews.
!   Nothing was written.
= exit 3
> 5 reads
