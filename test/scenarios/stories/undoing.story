Undoing
=======

A deployment can keep what undoes it: what was there before, what it made, and what nobody can take back.

% the sources of small
$ entitle deploy --sandbox --yes --undo-out first.undo --format json
| {
|   "format": "entitle-deploy/1",
|   "tenant": {
|     "name": "contoso",
|     "displayName": "Contoso",
|     "tenantId": "00000000-0000-4000-8000-000000000001",
|     "domain": "contoso.com"
|   },
|   "status": "done",
|   "steps": [
|     {
|       "step": "create connected-organization/Fabrikam",
|       "address": "connected-organization/Fabrikam",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000002"
|     },
|     {
|       "step": "create connected-organization/Fabrikam/sponsor/internal Identity Governance desk",
|       "address": "connected-organization/Fabrikam/sponsor/internal Identity Governance desk",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "0ad33f45-a8b0-525a-ad24-40df3c14a96c"
|     },
|     {
|       "step": "create catalog/Partner collaboration",
|       "address": "catalog/Partner collaboration",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000003"
|     },
|     {
|       "step": "create catalog/Partner collaboration/catalog-role/Catalog owner Identity Governance desk",
|       "address": "catalog/Partner collaboration/catalog-role/Catalog owner Identity Governance desk",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000004"
|     },
|     {
|       "step": "create catalog/Partner collaboration/catalog-resource/Project Alpine",
|       "address": "catalog/Partner collaboration/catalog-resource/Project Alpine",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000005"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000008"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access/resource-role-scope/Member of Project Alpine",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/resource-role-scope/Member of Project Alpine",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "7c4f5c8d-bace-567f-aadb-f5819e7b8f75_00000000-0000-4000-8000-000000000006"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000009"
|     },
|     {
|       "step": "create catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Employees",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Employees",
|       "milliseconds": 0,
|       "result": "created",
|       "id": "00000000-0000-4000-8000-000000000010"
|     }
|   ],
|   "findings": [
|     {
|       "rule": "connects-organization",
|       "severity": "info",
|       "message": "Fabrikam is connected, with fabrikam.com.",
|       "address": "connected-organization/Fabrikam",
|       "why": "Every policy for any connected organization admits them at once.",
|       "related": [
|         {
|           "message": "It is declared here.",
|           "file": "tenant.entitle",
|           "line": 6,
|           "column": 1,
|           "endLine": 10,
|           "endColumn": 2
|         }
|       ]
|     }
|   ],
|   "summary": {
|     "created": 9,
|     "updated": 0,
|     "deleted": 0,
|     "already": 0,
|     "failed": 0,
|     "notRun": 0,
|     "requests": 13,
|     "milliseconds": 0,
|     "waitedMilliseconds": 0
|   },
|   "asDeclared": true,
|   "undo": {
|     "file": "first.undo",
|     "restores": 3,
|     "stays": [
|       "Fabrikam stays, because Entitle never deletes organizations. Delete it in the Microsoft Entra admin center.",
|       "Partner collaboration stays, because Entitle never deletes catalogs. Delete it in the Microsoft Entra admin center.",
|       "Catalog owner Identity Governance desk stays, because the catalog had no owner before and keeps one."
|     ]
|   }
| }
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
% replace partners.entitle: "expires after 180 days" by "expires after 30 days"
% replace partners.entitle: "package supplier "Alpine supplier access"" by "package kit "Field kit" { grants "Member" of alpine policy staff "Everybody" { requestable by any member expires after 30 days } } package supplier "Alpine supplier access""
$ entitle deploy --sandbox --yes --undo-out second.undo
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers          partners.entitle:11
|             expires    after 180 days  →  after 30 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 30 days rather than after 180 days; access that people have keeps its end.  shortens-expiry-of-live-access
|   + package  Field kit (1 grant, 1 policy)  partners.entitle:7
|
| Plan: 3 to add, 1 to change, 0 to delete · 4 writes
|
| ✓ catalog Partner collaboration › package Field kit                           created    0 ms
| ✓   › Alpine supplier access › policy Approved suppliers                      updated    0 ms
| ✓   › Field kit › grant Member of Project Alpine                              created    0 ms
| ✓   › policy Everybody                                                        created    0 ms
|
| Done: 3 added, 1 changed in 0 ms. Checked: the tenant is as declared.
| To undo this: entitle deploy second.undo gives back 2 objects.
= exit 0
> 46 reads
> POST …/accessPackages
> PUT …/assignmentPolicies/{id}
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies

A file that is there is not overwritten.

$ entitle deploy --sandbox --yes --undo-out second.undo
! ✗ second.undo is there already, and may be what undoes another deployment. Name another file with --undo-out. Nothing was changed.
= exit 64

Undoing shows its plan and asks, as deploying does.

$ entitle deploy --sandbox second.undo
| sandbox .entitle/sandbox.db  (plan from second.undo)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|             expires    after 30 days  →  after 180 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 180 days rather than after 30 days.  lengthens-expiry
|   - package  Field kit
|
| Plan: 0 to add, 1 to change, 1 to delete · 2 writes
|
! ✗ Not confirmed: this is not a terminal, so nobody can be asked. Look at entitle plan, then run entitle deploy --yes. Nothing was changed.
= exit 3
> 12 reads
$ entitle deploy --sandbox --yes second.undo
| sandbox .entitle/sandbox.db  (plan from second.undo)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|             expires    after 30 days  →  after 180 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 180 days rather than after 30 days.  lengthens-expiry
|   - package  Field kit
|
| Plan: 0 to add, 1 to change, 1 to delete · 2 writes
|
| ✓ catalog Partner collaboration › Alpine supplier access › policy Approved suppliers  updated    0 ms
| -   › package Field kit                                                       deleted    0 ms
|
| Done: 1 changed, 1 deleted in 0 ms. Checked: nothing is left to undo.
= exit 0
> 34 reads
> PUT …/assignmentPolicies/{id}
> DELETE …/accessPackages/{id}
$ entitle deploy --sandbox --yes second.undo
| sandbox .entitle/sandbox.db  (plan from second.undo)
|
| Nothing to do: 3 objects are as declared.
|
= exit 0
> 9 reads

People who got access since keep it, unless one says otherwise.

$ entitle deploy --sandbox --yes --undo-out third.undo
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers          partners.entitle:11
|             expires    after 180 days  →  after 30 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 30 days rather than after 180 days; access that people have keeps its end.  shortens-expiry-of-live-access
|   + package  Field kit (1 grant, 1 policy)  partners.entitle:7
|
| Plan: 3 to add, 1 to change, 0 to delete · 4 writes
|
| ✓ catalog Partner collaboration › package Field kit                           created    0 ms
| ✓   › Alpine supplier access › policy Approved suppliers                      updated    0 ms
| ✓   › Field kit › grant Member of Project Alpine                              created    0 ms
| ✓   › policy Everybody                                                        created    0 ms
|
| Done: 3 added, 1 changed in 0 ms. Checked: the tenant is as declared.
| To undo this: entitle deploy third.undo gives back 2 objects.
= exit 0
> 46 reads
> POST …/accessPackages
> PUT …/assignmentPolicies/{id}
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
% graph POST /identityGovernance/entitlementManagement/assignmentPolicies {"displayName":"Outside","description":"","allowedTargetScope":"allExternalUsers","accessPackage":{"id":"{package Field kit}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentRequests {"requestType":"adminAdd","assignment":{"target":{"@odata.type":"#microsoft.graph.accessPackageSubject","email":"kim@fabrikam.com"},"assignmentPolicyId":"{policy Outside}","accessPackageId":"{package Field kit}"}}
$ entitle deploy --sandbox --yes third.undo
| sandbox .entitle/sandbox.db  (plan from third.undo)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|             expires    after 30 days  →  after 180 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 180 days rather than after 30 days.  lengthens-expiry
|   ? package  Field kit: not declared; kept
|         ! The package Field kit is what the deployment made that is undone, but 1 person has access through it, so it is not deleted without --end-assignments: kim_fabrikam.com#EXT#@contoso.com.  live-assignments
|
| Plan: 0 to add, 1 to change, 0 to delete, 1 not managed · 1 write
| This cannot be deployed before the errors above are settled.
|
= exit 1
> 12 reads
$ entitle deploy --sandbox --yes third.undo --end-assignments
| sandbox .entitle/sandbox.db  (plan from third.undo)
|
| catalog Partner collaboration
|   ~ package  Alpine supplier access
|       ~ policy  Approved suppliers
|             expires    after 30 days  →  after 180 days
|             ! Access under policy Approved suppliers of package Alpine supplier access ends after 180 days rather than after 30 days.  lengthens-expiry
|   - package  Field kit
|         1 person loses access: kim_fabrikam.com#EXT#@contoso.com
|         ! Package Field kit is deleted while 1 person has it.  deletes-package-with-assignments
|
| Plan: 0 to add, 1 to change, 1 to delete; 1 person loses access · 3 writes
|
| ✓ catalog Partner collaboration › Alpine supplier access › policy Approved suppliers  updated    0 ms
| -   › Field kit › Outside › assignment kim_fabrikam.com#EXT#@contoso.com      deleted    0 ms
| -   › package Field kit                                                       deleted    0 ms
|
| Done: 1 changed, 2 deleted in 0 ms. Checked: nothing is left to undo.
= exit 0
> 37 reads
> PUT …/assignmentPolicies/{id}
> POST …/assignmentRequests
> DELETE …/accessPackages/{id}

What stays is told.

$ entitle deploy --sandbox --yes first.undo
| sandbox .entitle/sandbox.db  (plan from first.undo)
|
| organization Fabrikam
|       ! Fabrikam stays, because Entitle never deletes organizations. Delete it in the Microsoft Entra admin center.  not-undone
|   - sponsor  internal Identity Governance desk
|
| catalog Partner collaboration
|       ! Partner collaboration stays, because Entitle never deletes catalogs. Delete it in the Microsoft Entra admin center.  not-undone
|   - resource  Project Alpine
|   - package   Alpine supplier access
|
| organization Fabrikam  warning  not-undone
|   │ Fabrikam stays, because Entitle never deletes organizations. Delete it in the Microsoft Entra admin center.
|
| catalog Partner collaboration  warning  not-undone
|   │ Partner collaboration stays, because Entitle never deletes catalogs. Delete it in the Microsoft Entra admin center.
|
| catalog Partner collaboration › role Catalog owner Identity Governance desk  warning  not-undone
|   │ Catalog owner Identity Governance desk stays, because the catalog had no owner before and keeps one.
|
| Plan: 0 to add, 0 to change, 3 to delete · 3 writes
|
| - organization Fabrikam › sponsor internal Identity Governance desk           deleted    0 ms
| - catalog Partner collaboration › package Alpine supplier access              deleted    0 ms
| -   › resource Project Alpine                                                 deleted    0 ms
|
| Done: 3 deleted in 0 ms. Checked: nothing is left to undo.
= exit 0
> 41 reads
> DELETE …/accessPackages/{id}
> DELETE …/connectedOrganizations/{id}/internalSponsors/{id}/$ref
> POST …/resourceRequests

It is refused where it can't be meant.

$ entitle deploy --sandbox --yes --prune first.undo
! ✗ An undo file says by itself what it takes away again: --prune and --reassign-to are for sources.
= exit 64
$ entitle deploy --tenant fabrikam --yes first.undo
! ✗ This undo file is for contoso, not for fabrikam. Nothing was changed.
= exit 3
$ entitle deploy --all-tenants --yes --undo-out all.undo
! ✗ --undo-out keeps what undoes one deployment. Say which with --tenant, once for each tenant.
= exit 64
