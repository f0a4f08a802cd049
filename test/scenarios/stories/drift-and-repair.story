Drift and repair
================

Somebody changes two policies in the portal and deletes nothing. Drift shows both, declared values first; deploying repairs them.

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

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
% merge policy "Employees" {"displayName":"Employees","description":"Changed in the portal"}

$ entitle drift --sandbox
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| declared  →  in the tenant
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    after 180 days  →  never
|       ~ policy  Employees                 partners.entitle:28
|             description    none  →  Changed in the portal
|
| Drift: 2 objects changed, 0 missing.
| entitle deploy --sandbox makes the tenant as declared again; entitle import --update --sandbox writes into the sources what was changed there.
= exit 2
> 13 reads

$ entitle drift --sandbox --catalog "Partner collaboration"
| sandbox .entitle/sandbox.db  (read 8 objects in 3 requests, 0 ms)
|
| declared  →  in the tenant
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    after 180 days  →  never
|       ~ policy  Employees                 partners.entitle:28
|             description    none  →  Changed in the portal
|
| Drift: 2 objects changed, 0 missing.
| entitle deploy --sandbox makes the tenant as declared again; entitle import --update --sandbox writes into the sources what was changed there.
= exit 2
> 10 reads

$ entitle drift --sandbox --catalog Partners
! ✗ No declared catalog is called Partners. Declared are: Partner collaboration.
= exit 64

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    never  →  after 180 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 180 days rather than never; access that people have keeps its end.  shortens-expiry-of-live-access
|       ~ policy  Employees                 partners.entitle:28
|             description    Changed in the portal  →  none
|
| Plan: 0 to add, 2 to change, 0 to delete · 2 writes
| Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.
= exit 2
> 13 reads

$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers        partners.entitle:11
|             expires    never  →  after 180 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 180 days rather than never; access that people have keeps its end.  shortens-expiry-of-live-access
|       ~ policy  Employees                 partners.entitle:28
|             description    Changed in the portal  →  none
|
| Plan: 0 to add, 2 to change, 0 to delete · 2 writes
|
| ✓ catalog Partner collaboration › Alpine supplier access › policy Approved suppliers  updated    0 ms
| ✓   › policy Employees                                                        updated    0 ms
|
| Done: 2 changed in 0 ms. Checked: the tenant is as declared.
= exit 0
> 40 reads
> PUT …/assignmentPolicies/{id}
> PUT …/assignmentPolicies/{id}

$ entitle drift --sandbox
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| No drift: 10 objects are as declared.
= exit 0
> 13 reads
