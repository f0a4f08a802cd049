Updating sources

What somebody changed in the portal is written where the sources say it, and nothing else in them moves.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
$ entitle import --update --out nowhere
! ✗ nowhere has no sources that could be updated. Without --update they are written from the tenant.
= exit 3
> 1 reads
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
$ entitle import --update --templates
! ✗ --update keeps the templates that the sources have; it makes none. Leave out --templates.
= exit 64
$ entitle import --update --catalog "Partner collaboration"
| contoso.com  (read 9 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
|   = partners.entitle  unchanged
|   = tenant.entitle    unchanged
|
| Updated: 9 objects read = 9 in the sources + 0 listed; no file had to be changed.
| entitle plan finds nothing to change.
= exit 0
> 16 reads

% merge catalog "Partner collaboration" {"description":"Changed in the portal"}
% merge policy "Employees" {"expiration":{"type":"afterDuration","duration":"P30D"}}
% graph POST /identityGovernance/entitlementManagement/catalogs {"displayName":"Made in the portal","description":"By hand","state":"published","isExternallyVisible":false}
$ entitle drift
| contoso.com  (read 10 objects in 3 requests, 0 ms; signed in as anna@contoso.com)
|
| declared  →  in the tenant
|
| ~ catalog Partner collaboration           partners.entitle:1
|       description    What partners work on with us.  →  Changed in the portal
|   ~ package  Alpine supplier access
|       ~ policy  Employees                 partners.entitle:28
|             expires    after 365 days  →  after 30 days
|
| Drift: 2 objects changed, 0 missing.
| entitle deploy makes the tenant as declared again; entitle import --update writes into the sources what was changed there.
= exit 2
> 14 reads
$ entitle import --update --catalog "Partner collaboration"
| contoso.com  (read 9 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
|   ~ partners.entitle  changed
|   = tenant.entitle    unchanged
|
| Updated: 9 objects read = 9 in the sources + 0 listed; 1 file changed.
| entitle plan finds nothing to change.
= exit 0
> 16 reads
$ entitle drift
| contoso.com  (read 10 objects in 3 requests, 0 ms; signed in as anna@contoso.com)
|
| No drift: 10 objects are as declared.
= exit 0
> 14 reads
$ entitle import --update
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
|   = partners.entitle            unchanged
|   = tenant.entitle              unchanged
|   + general.entitle             written
|   + made-in-the-portal.entitle  written
|
| Updated: 12 objects read = 12 in the sources + 0 listed; 2 new.
| entitle plan finds nothing to change.
= exit 0
> 16 reads
$ entitle plan
| contoso.com  (read 12 objects in 3 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
| Nothing to do: 12 objects are as declared.
= exit 0
> 22 reads
$ entitle import --update --format json
| {
|   "format": "entitle-import/1",
|   "tenant": {
|     "domain": "contoso.com",
|     "displayName": "Contoso",
|     "cloud": "global"
|   },
|   "folder": ".",
|   "files": [
|     {
|       "path": "general.entitle",
|       "result": "unchanged"
|     },
|     {
|       "path": "made-in-the-portal.entitle",
|       "result": "unchanged"
|     },
|     {
|       "path": "partners.entitle",
|       "result": "unchanged"
|     },
|     {
|       "path": "tenant.entitle",
|       "result": "unchanged"
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
|   "absent": [],
|   "findings": [],
|   "requests": 4,
|   "milliseconds": 0
| }
= exit 0
> 16 reads

What the sources declare and the tenant doesn't have may be yet to come, or may have been deleted: it stays, and is named.

% replace partners.entitle: "Employees" by "Engineers"
$ entitle import --update
| contoso.com  (read 12 objects in 4 requests, 0 ms; signed in as anna@contoso.com, read-only)
|
|   = general.entitle             unchanged
|   = made-in-the-portal.entitle  unchanged
|   ~ partners.entitle            changed
|   = tenant.entitle              unchanged
|
| Declared, and not in the tenant: deploying makes them. Remove what somebody deleted there on purpose
|   ? catalog Partner collaboration › package Alpine supplier access › policy Engineers
|
| Updated: 12 objects read = 12 in the sources + 0 listed; 1 file changed.
| entitle plan shows what deploying would do with the 1 object above; all others are as in the tenant.
= exit 0
> 16 reads

Sources that can't be understood are not touched.

% replace partners.entitle: "owners" by "ownrs"
$ entitle import --update
! ✗ The sources of this folder have errors for which it isn’t known what they say of the tenant. Nothing was written.
!   `ownrs` doesn't fit here; did you mean `owners`?
!   entitle check shows where they are.
= exit 3
> 1 reads
