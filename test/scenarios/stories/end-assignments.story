Ending assignments
==================

A package that people hold is deleted only where --end-assignments says that their access may end. The plan says who loses it.

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

% graph POST /identityGovernance/entitlementManagement/accessPackages {"displayName":"Old toolbox","description":"","catalog":{"id":"{catalog Partner collaboration}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentPolicies {"displayName":"Everybody","description":"","allowedTargetScope":"allExternalUsers","accessPackage":{"id":"{package Old toolbox}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentRequests {"requestType":"adminAdd","assignment":{"target":{"@odata.type":"#microsoft.graph.accessPackageSubject","email":"kim@fabrikam.com"},"assignmentPolicyId":"{policy Everybody}","accessPackageId":"{package Old toolbox}"}}
% graph POST /identityGovernance/entitlementManagement/assignmentRequests {"requestType":"adminAdd","assignment":{"target":{"@odata.type":"#microsoft.graph.accessPackageSubject","email":"lee@fabrikam.com"},"assignmentPolicyId":"{policy Everybody}","accessPackageId":"{package Old toolbox}"}}

Ending assignments without deleting anything makes no sense.

$ entitle plan --sandbox --end-assignments
! ✗ --end-assignments ends the access to what --prune deletes: give --prune with it.
= exit 64

Without it the deletion is refused.

$ entitle plan --sandbox --prune
| sandbox .entitle/sandbox.db  (read 12 objects in 4 requests, 0 ms)
|
| catalog Partner collaboration
|   ? package  Old toolbox: not declared; kept
|         ! The package Old toolbox is not declared, but 2 people have access through it, so it is not deleted without --end-assignments: kim_fabrikam.com#EXT#@contoso.com, lee_fabrikam.com#EXT#@contoso.com.  live-assignments
|
| No plan: the errors above keep it from being made.
= exit 1
> 16 reads

$ entitle plan --sandbox --prune --end-assignments
| sandbox .entitle/sandbox.db  (read 12 objects in 4 requests, 0 ms)
|
| catalog Partner collaboration
|   - package  Old toolbox
|         2 people lose access: kim_fabrikam.com#EXT#@contoso.com, lee_fabrikam.com#EXT#@contoso.com
|         ! Package Old toolbox is deleted while 2 people have it.  deletes-package-with-assignments
|
| Plan: 0 to add, 0 to change, 1 to delete; 2 people lose access · 3 writes
| Saved nothing. entitle deploy --sandbox --prune --end-assignments carries out exactly this; entitle plan --sandbox --prune --end-assignments --out FILE keeps it.
= exit 2
> 16 reads

$ entitle plan --sandbox --prune --end-assignments --format json
| {
|   "format": "entitle-plan-report/1",
|   "tenant": {
|     "name": "contoso",
|     "displayName": "Contoso",
|     "tenantId": "00000000-0000-4000-8000-000000000001",
|     "domain": "contoso.com"
|   },
|   "changes": [
|     {
|       "id": "delete catalog/Partner collaboration/access-package/Old toolbox/assignment-policy/Everybody/assignment/kim_fabrikam.com#EXT#@contoso.com",
|       "action": "delete",
|       "kind": "assignment",
|       "address": "catalog/Partner collaboration/access-package/Old toolbox/assignment-policy/Everybody/assignment/kim_fabrikam.com#EXT#@contoso.com",
|       "reason": "ended",
|       "risk": "may-end-access",
|       "undo": {
|         "possible": false,
|         "how": "Impossible: one that is made again has a new id, and nothing of its history."
|       },
|       "properties": [
|         {
|           "path": "target",
|           "before": {
|             "$ref": "user",
|             "name": "kim_fabrikam.com#EXT#@contoso.com",
|             "id": "00000000-0000-4000-8000-000000000015"
|           }
|         },
|         {
|           "path": "schedule",
|           "before": {
|             "startDateTime": "2026-11-22T09:00:00Z",
|             "expiration": {
|               "type": "noExpiration"
|             }
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "assigned to",
|           "from": "kim_fabrikam.com#EXT#@contoso.com",
|           "to": "none"
|         },
|         {
|           "label": "access",
|           "from": "from 2026-11-22 09:00 without an end",
|           "to": "as the policy has it"
|         }
|       ]
|     },
|     {
|       "id": "delete catalog/Partner collaboration/access-package/Old toolbox/assignment-policy/Everybody/assignment/lee_fabrikam.com#EXT#@contoso.com",
|       "action": "delete",
|       "kind": "assignment",
|       "address": "catalog/Partner collaboration/access-package/Old toolbox/assignment-policy/Everybody/assignment/lee_fabrikam.com#EXT#@contoso.com",
|       "reason": "ended",
|       "risk": "may-end-access",
|       "undo": {
|         "possible": false,
|         "how": "Impossible: one that is made again has a new id, and nothing of its history."
|       },
|       "properties": [
|         {
|           "path": "target",
|           "before": {
|             "$ref": "user",
|             "name": "lee_fabrikam.com#EXT#@contoso.com",
|             "id": "00000000-0000-4000-8000-000000000018"
|           }
|         },
|         {
|           "path": "schedule",
|           "before": {
|             "startDateTime": "2026-11-22T09:00:00Z",
|             "expiration": {
|               "type": "noExpiration"
|             }
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "assigned to",
|           "from": "lee_fabrikam.com#EXT#@contoso.com",
|           "to": "none"
|         },
|         {
|           "label": "access",
|           "from": "from 2026-11-22 09:00 without an end",
|           "to": "as the policy has it"
|         }
|       ]
|     },
|     {
|       "id": "delete catalog/Partner collaboration/access-package/Old toolbox",
|       "action": "delete",
|       "kind": "access-package",
|       "address": "catalog/Partner collaboration/access-package/Old toolbox",
|       "reason": "pruned",
|       "risk": "may-end-access",
|       "losesAccess": {
|         "people": 2,
|         "first": [
|           "kim_fabrikam.com#EXT#@contoso.com",
|           "lee_fabrikam.com#EXT#@contoso.com"
|         ]
|       },
|       "undo": {
|         "possible": false,
|         "how": "Impossible: one that is made again has a new id, and nothing of its history."
|       },
|       "properties": [
|         {
|           "path": "displayName",
|           "before": "Old toolbox"
|         },
|         {
|           "path": "description",
|           "before": ""
|         },
|         {
|           "path": "isHidden",
|           "before": false
|         }
|       ],
|       "words": [
|         {
|           "label": "name",
|           "from": "Old toolbox",
|           "to": "none"
|         },
|         {
|           "label": "description",
|           "from": "none",
|           "to": "none"
|         },
|         {
|           "label": "hidden",
|           "from": "no",
|           "to": "none"
|         }
|       ]
|     }
|   ],
|   "unmanaged": [],
|   "findings": [
|     {
|       "rule": "deletes-package-with-assignments",
|       "severity": "warning",
|       "message": "Package Old toolbox is deleted while 2 people have it.",
|       "address": "catalog/Partner collaboration/access-package/Old toolbox",
|       "why": "They lose everything that the package gives."
|     }
|   ],
|   "summary": {
|     "add": 0,
|     "change": 0,
|     "replace": 0,
|     "delete": 1,
|     "unmanaged": 0,
|     "unchanged": 10,
|     "losingAccess": 2,
|     "moved": 0
|   }
| }
= exit 2
> 16 reads

$ entitle deploy --sandbox --prune --end-assignments
< y
| sandbox .entitle/sandbox.db  (read 12 objects in 4 requests, 0 ms)
|
| catalog Partner collaboration
|   - package  Old toolbox
|         2 people lose access: kim_fabrikam.com#EXT#@contoso.com, lee_fabrikam.com#EXT#@contoso.com
|         ! Package Old toolbox is deleted while 2 people have it.  deletes-package-with-assignments
|
| Plan: 0 to add, 0 to change, 1 to delete; 2 people lose access · 3 writes
|
| Deploy to sandbox .entitle/sandbox.db? 1 warning above. 1 object will be deleted. 1 step may end people's access. 2 people lose access. [y/N] y
| - catalog Partner collaboration › Old toolbox › Everybody › assignment kim_fabrikam.com#EXT#@contoso.com  deleted    0 ms
| -   › assignment lee_fabrikam.com#EXT#@contoso.com                            deleted    0 ms
| -   › package Old toolbox                                                     deleted    0 ms
|
| Done: 3 deleted in 0 ms. Checked: the tenant is as declared.
= exit 0
> 49 reads
> POST …/assignmentRequests
> POST …/assignmentRequests
> DELETE …/accessPackages/{id}

$ entitle plan --sandbox --prune
| sandbox .entitle/sandbox.db  (read 10 objects in 3 requests, 0 ms)
|
| Nothing to do: 10 objects are as declared.
= exit 0
> 13 reads
