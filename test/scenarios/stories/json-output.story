One JSON object for each command
================================

For scripts: standard output holds one object, whose format is named first.

% the sources of small

$ entitle check --format json
| {
|   "format": "entitle-check/1",
|   "findings": [],
|   "summary": {
|     "error": 0,
|     "warning": 0,
|     "info": 0,
|     "hint": 0,
|     "waived": 0,
|     "files": 2,
|     "fixed": 0
|   }
| }
= exit 0

$ entitle plan --sandbox --format json
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
|       "id": "create connected-organization/Fabrikam",
|       "action": "create",
|       "kind": "connected-organization",
|       "address": "connected-organization/Fabrikam",
|       "reason": "declared",
|       "risk": "may-grant-access",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and delete it in the Microsoft Entra admin center: Entitle never deletes it."
|       },
|       "declared": {
|         "file": "tenant.entitle",
|         "line": 6,
|         "column": 1,
|         "endLine": 10,
|         "endColumn": 2
|       },
|       "properties": [
|         {
|           "path": "displayName",
|           "after": "Fabrikam"
|         },
|         {
|           "path": "description",
|           "after": "Design partner"
|         },
|         {
|           "path": "state",
|           "after": "configured"
|         },
|         {
|           "path": "identitySources",
|           "after": [
|             {
|               "@odata.type": "#microsoft.graph.domainIdentitySource",
|               "domainName": "fabrikam.com"
|             }
|           ]
|         }
|       ],
|       "words": [
|         {
|           "label": "name",
|           "from": "none",
|           "to": "Fabrikam"
|         },
|         {
|           "label": "description",
|           "from": "none",
|           "to": "Design partner"
|         },
|         {
|           "label": "state",
|           "from": "none",
|           "to": "configured"
|         },
|         {
|           "label": "identity sources",
|           "from": "none",
|           "to": "fabrikam.com"
|         }
|       ]
|     },
|     {
|       "id": "create connected-organization/Fabrikam/sponsor/internal Identity Governance desk",
|       "action": "create",
|       "kind": "sponsor",
|       "address": "connected-organization/Fabrikam/sponsor/internal Identity Governance desk",
|       "reason": "declared",
|       "risk": "none",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and run entitle deploy --prune."
|       },
|       "declared": {
|         "file": "tenant.entitle",
|         "line": 9,
|         "column": 21,
|         "endLine": 9,
|         "endColumn": 31
|       },
|       "properties": [
|         {
|           "path": "relation",
|           "after": "internal"
|         },
|         {
|           "path": "principal",
|           "after": {
|             "$ref": "group",
|             "name": "Identity Governance desk",
|             "id": "0ad33f45-a8b0-525a-ad24-40df3c14a96c"
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "side",
|           "from": "none",
|           "to": "internal"
|         },
|         {
|           "label": "sponsor",
|           "from": "none",
|           "to": "Identity Governance desk"
|         }
|       ]
|     },
|     {
|       "id": "create catalog/Partner collaboration",
|       "action": "create",
|       "kind": "catalog",
|       "address": "catalog/Partner collaboration",
|       "reason": "declared",
|       "risk": "none",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and delete it in the Microsoft Entra admin center: Entitle never deletes it."
|       },
|       "declared": {
|         "file": "partners.entitle",
|         "line": 1,
|         "column": 1,
|         "endLine": 36,
|         "endColumn": 2
|       },
|       "properties": [
|         {
|           "path": "displayName",
|           "after": "Partner collaboration"
|         },
|         {
|           "path": "description",
|           "after": "What partners work on with us."
|         },
|         {
|           "path": "state",
|           "after": "published"
|         },
|         {
|           "path": "isExternallyVisible",
|           "after": true
|         }
|       ],
|       "words": [
|         {
|           "label": "name",
|           "from": "none",
|           "to": "Partner collaboration"
|         },
|         {
|           "label": "description",
|           "from": "none",
|           "to": "What partners work on with us."
|         },
|         {
|           "label": "state",
|           "from": "none",
|           "to": "published"
|         },
|         {
|           "label": "visible to external users",
|           "from": "none",
|           "to": "yes"
|         }
|       ]
|     },
|     {
|       "id": "create catalog/Partner collaboration/catalog-role/Catalog owner Identity Governance desk",
|       "action": "create",
|       "kind": "catalog-role",
|       "address": "catalog/Partner collaboration/catalog-role/Catalog owner Identity Governance desk",
|       "reason": "declared",
|       "risk": "may-grant-access",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and run entitle deploy --prune."
|       },
|       "declared": {
|         "file": "partners.entitle",
|         "line": 4,
|         "column": 10,
|         "endLine": 4,
|         "endColumn": 20
|       },
|       "properties": [
|         {
|           "path": "role",
|           "after": "Catalog owner"
|         },
|         {
|           "path": "principal",
|           "after": {
|             "$ref": "group",
|             "name": "Identity Governance desk",
|             "id": "0ad33f45-a8b0-525a-ad24-40df3c14a96c"
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "role",
|           "from": "none",
|           "to": "Catalog owner"
|         },
|         {
|           "label": "held by",
|           "from": "none",
|           "to": "Identity Governance desk"
|         }
|       ]
|     },
|     {
|       "id": "create catalog/Partner collaboration/catalog-resource/Project Alpine",
|       "action": "create",
|       "kind": "catalog-resource",
|       "address": "catalog/Partner collaboration/catalog-resource/Project Alpine",
|       "reason": "declared",
|       "risk": "none",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and run entitle deploy --prune."
|       },
|       "declared": {
|         "file": "partners.entitle",
|         "line": 5,
|         "column": 13,
|         "endLine": 5,
|         "endColumn": 19
|       },
|       "properties": [
|         {
|           "path": "originSystem",
|           "after": "AadGroup"
|         },
|         {
|           "path": "resource",
|           "after": {
|             "$ref": "group",
|             "name": "Project Alpine",
|             "id": "cf422d51-4e27-5e9e-a889-2d4bb41b573b"
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "sort",
|           "from": "none",
|           "to": "group"
|         },
|         {
|           "label": "resource",
|           "from": "none",
|           "to": "Project Alpine"
|         }
|       ]
|     },
|     {
|       "id": "create catalog/Partner collaboration/access-package/Alpine supplier access",
|       "action": "create",
|       "kind": "access-package",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access",
|       "reason": "declared",
|       "risk": "none",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and run entitle deploy --prune."
|       },
|       "declared": {
|         "file": "partners.entitle",
|         "line": 7,
|         "column": 3,
|         "endLine": 35,
|         "endColumn": 4
|       },
|       "properties": [
|         {
|           "path": "displayName",
|           "after": "Alpine supplier access"
|         },
|         {
|           "path": "description",
|           "after": "Team of project Alpine."
|         },
|         {
|           "path": "isHidden",
|           "after": false
|         }
|       ],
|       "words": [
|         {
|           "label": "name",
|           "from": "none",
|           "to": "Alpine supplier access"
|         },
|         {
|           "label": "description",
|           "from": "none",
|           "to": "Team of project Alpine."
|         },
|         {
|           "label": "hidden",
|           "from": "none",
|           "to": "no"
|         }
|       ]
|     },
|     {
|       "id": "create catalog/Partner collaboration/access-package/Alpine supplier access/resource-role-scope/Member of Project Alpine",
|       "action": "create",
|       "kind": "resource-role-scope",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/resource-role-scope/Member of Project Alpine",
|       "reason": "declared",
|       "risk": "none",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and run entitle deploy --prune."
|       },
|       "declared": {
|         "file": "partners.entitle",
|         "line": 9,
|         "column": 5,
|         "endLine": 9,
|         "endColumn": 30
|       },
|       "properties": [
|         {
|           "path": "role",
|           "after": "Member"
|         },
|         {
|           "path": "resource",
|           "after": {
|             "$ref": "group",
|             "name": "Project Alpine",
|             "id": "cf422d51-4e27-5e9e-a889-2d4bb41b573b"
|           }
|         },
|         {
|           "path": "originSystem",
|           "after": "AadGroup"
|         }
|       ],
|       "words": [
|         {
|           "label": "role",
|           "from": "none",
|           "to": "Member"
|         },
|         {
|           "label": "resource",
|           "from": "none",
|           "to": "Project Alpine"
|         },
|         {
|           "label": "sort",
|           "from": "none",
|           "to": "group"
|         }
|       ]
|     },
|     {
|       "id": "create catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "action": "create",
|       "kind": "assignment-policy",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "reason": "declared",
|       "risk": "may-grant-access",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and run entitle deploy --prune."
|       },
|       "declared": {
|         "file": "partners.entitle",
|         "line": 11,
|         "column": 5,
|         "endLine": 26,
|         "endColumn": 6
|       },
|       "properties": [
|         {
|           "path": "displayName",
|           "after": "Approved suppliers"
|         },
|         {
|           "path": "description",
|           "after": ""
|         },
|         {
|           "path": "allowedTargetScope",
|           "after": "specificConnectedOrganizationUsers"
|         },
|         {
|           "path": "specificAllowedTargets",
|           "after": [
|             {
|               "@odata.type": "#microsoft.graph.connectedOrganizationMembers",
|               "connectedOrganizationId": {
|                 "$ref": "connected-organization",
|                 "name": "Fabrikam",
|                 "address": "connected-organization/Fabrikam"
|               }
|             }
|           ]
|         },
|         {
|           "path": "requestorSettings",
|           "after": {
|             "enableTargetsToSelfAddAccess": true,
|             "enableTargetsToSelfUpdateAccess": true,
|             "enableOnBehalfRequestorsToAddAccess": false,
|             "enableOnBehalfRequestorsToUpdateAccess": false,
|             "onBehalfRequestors": [],
|             "allowCustomAssignmentSchedule": false
|           }
|         },
|         {
|           "path": "automaticRequestSettings",
|           "after": null
|         },
|         {
|           "path": "expiration",
|           "after": {
|             "type": "afterDuration",
|             "duration": "P180D"
|           }
|         },
|         {
|           "path": "requestApprovalSettings",
|           "after": {
|             "isApprovalRequiredForAdd": true,
|             "isApprovalRequiredForUpdate": true,
|             "isRequestorJustificationRequired": true,
|             "stages": [
|               {
|                 "durationBeforeAutomaticDenial": "P7D",
|                 "isApproverJustificationRequired": true,
|                 "approverInformationVisibility": "default",
|                 "primaryApprovers": [
|                   {
|                     "@odata.type": "#microsoft.graph.internalSponsors"
|                   }
|                 ],
|                 "fallbackPrimaryApprovers": [
|                   {
|                     "@odata.type": "#microsoft.graph.groupMembers",
|                     "groupId": {
|                       "$ref": "group",
|                       "name": "Identity Governance desk",
|                       "id": "0ad33f45-a8b0-525a-ad24-40df3c14a96c"
|                     }
|                   }
|                 ],
|                 "isEscalationEnabled": false,
|                 "durationBeforeEscalation": "PT0S",
|                 "escalationApprovers": [],
|                 "fallbackEscalationApprovers": []
|               }
|             ]
|           }
|         },
|         {
|           "path": "reviewSettings",
|           "after": {
|             "isEnabled": true,
|             "expirationBehavior": "removeAccess",
|             "isRecommendationEnabled": true,
|             "isReviewerJustificationRequired": true,
|             "isSelfReview": false,
|             "primaryReviewers": [
|               {
|                 "@odata.type": "#microsoft.graph.groupMembers",
|                 "groupId": {
|                   "$ref": "group",
|                   "name": "Identity Governance desk",
|                   "id": "0ad33f45-a8b0-525a-ad24-40df3c14a96c"
|                 }
|               }
|             ],
|             "fallbackReviewers": [],
|             "schedule": {
|               "expiration": {
|                 "type": "afterDuration",
|                 "duration": "P14D"
|               },
|               "recurrence": {
|                 "pattern": {
|                   "type": "absoluteMonthly",
|                   "interval": 3
|                 },
|                 "range": {
|                   "type": "noEnd"
|                 }
|               }
|             }
|           }
|         },
|         {
|           "path": "questions",
|           "after": []
|         },
|         {
|           "path": "customExtensionStageSettings",
|           "after": []
|         },
|         {
|           "path": "notificationSettings",
|           "after": {
|             "isAssignmentNotificationDisabled": false
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "name",
|           "from": "none",
|           "to": "Approved suppliers"
|         },
|         {
|           "label": "description",
|           "from": "none",
|           "to": "none"
|         },
|         {
|           "label": "requestable by",
|           "from": "none",
|           "to": "users from Fabrikam"
|         },
|         {
|           "label": "requestor settings",
|           "from": "none",
|           "to": "{\"enableTargetsToSelfAddAccess\":true,\"enableTargetsToSelfUpdateAccess\":true,\"enableOnBehalfRequestorsToAddAccess\":false,\"enableOnBehalfRequestorsToUpdateAccess\":false,\"onBehalfRequestors\":[],\"allowCustomAssignmentSchedule\":false}"
|         },
|         {
|           "label": "expires",
|           "from": "none",
|           "to": "after 180 days"
|         },
|         {
|           "label": "approval",
|           "from": "none",
|           "to": "1 stage: internal sponsors (7 days; fallback Identity Governance desk); justification required; extensions too"
|         },
|         {
|           "label": "review",
|           "from": "none",
|           "to": "quarterly by Identity Governance desk, open 14 days, no response removes access, recommendations shown, justification required"
|         }
|       ]
|     },
|     {
|       "id": "create catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Employees",
|       "action": "create",
|       "kind": "assignment-policy",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Employees",
|       "reason": "declared",
|       "risk": "may-grant-access",
|       "undo": {
|         "possible": true,
|         "how": "Remove it from the sources and run entitle deploy --prune."
|       },
|       "declared": {
|         "file": "partners.entitle",
|         "line": 28,
|         "column": 5,
|         "endLine": 34,
|         "endColumn": 6
|       },
|       "properties": [
|         {
|           "path": "displayName",
|           "after": "Employees"
|         },
|         {
|           "path": "description",
|           "after": ""
|         },
|         {
|           "path": "allowedTargetScope",
|           "after": "allMemberUsers"
|         },
|         {
|           "path": "specificAllowedTargets",
|           "after": []
|         },
|         {
|           "path": "requestorSettings",
|           "after": {
|             "enableTargetsToSelfAddAccess": true,
|             "enableTargetsToSelfUpdateAccess": false,
|             "enableOnBehalfRequestorsToAddAccess": false,
|             "enableOnBehalfRequestorsToUpdateAccess": false,
|             "onBehalfRequestors": [],
|             "allowCustomAssignmentSchedule": false
|           }
|         },
|         {
|           "path": "automaticRequestSettings",
|           "after": null
|         },
|         {
|           "path": "expiration",
|           "after": {
|             "type": "afterDuration",
|             "duration": "P365D"
|           }
|         },
|         {
|           "path": "requestApprovalSettings",
|           "after": {
|             "isApprovalRequiredForAdd": true,
|             "isApprovalRequiredForUpdate": false,
|             "isRequestorJustificationRequired": false,
|             "stages": [
|               {
|                 "durationBeforeAutomaticDenial": "P14D",
|                 "isApproverJustificationRequired": true,
|                 "approverInformationVisibility": "default",
|                 "primaryApprovers": [
|                   {
|                     "@odata.type": "#microsoft.graph.requestorManager",
|                     "managerLevel": 1
|                   }
|                 ],
|                 "fallbackPrimaryApprovers": [
|                   {
|                     "@odata.type": "#microsoft.graph.groupMembers",
|                     "groupId": {
|                       "$ref": "group",
|                       "name": "Identity Governance desk",
|                       "id": "0ad33f45-a8b0-525a-ad24-40df3c14a96c"
|                     }
|                   }
|                 ],
|                 "isEscalationEnabled": false,
|                 "durationBeforeEscalation": "PT0S",
|                 "escalationApprovers": [],
|                 "fallbackEscalationApprovers": []
|               }
|             ]
|           }
|         },
|         {
|           "path": "reviewSettings",
|           "after": null
|         },
|         {
|           "path": "questions",
|           "after": []
|         },
|         {
|           "path": "customExtensionStageSettings",
|           "after": []
|         },
|         {
|           "path": "notificationSettings",
|           "after": {
|             "isAssignmentNotificationDisabled": false
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "name",
|           "from": "none",
|           "to": "Employees"
|         },
|         {
|           "label": "description",
|           "from": "none",
|           "to": "none"
|         },
|         {
|           "label": "requestable by",
|           "from": "none",
|           "to": "any member"
|         },
|         {
|           "label": "requestor settings",
|           "from": "none",
|           "to": "{\"enableTargetsToSelfAddAccess\":true,\"enableTargetsToSelfUpdateAccess\":false,\"enableOnBehalfRequestorsToAddAccess\":false,\"enableOnBehalfRequestorsToUpdateAccess\":false,\"onBehalfRequestors\":[],\"allowCustomAssignmentSchedule\":false}"
|         },
|         {
|           "label": "expires",
|           "from": "none",
|           "to": "after 365 days"
|         },
|         {
|           "label": "approval",
|           "from": "none",
|           "to": "1 stage: manager (fallback Identity Governance desk)"
|         },
|         {
|           "label": "review",
|           "from": "none",
|           "to": "none"
|         }
|       ]
|     }
|   ],
|   "unmanaged": [],
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
|     "add": 9,
|     "change": 0,
|     "replace": 0,
|     "delete": 0,
|     "unmanaged": 0,
|     "unchanged": 1,
|     "losingAccess": 0,
|     "moved": 0
|   }
| }
= exit 2
> 5 reads

$ entitle deploy --sandbox --yes --format json
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
|   "asDeclared": true
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

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
$ entitle drift --sandbox --format json
| {
|   "format": "entitle-drift/1",
|   "tenant": {
|     "name": "contoso",
|     "displayName": "Contoso",
|     "tenantId": "00000000-0000-4000-8000-000000000001",
|     "domain": "contoso.com"
|   },
|   "drift": [
|     {
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "kind": "assignment-policy",
|       "what": "changed",
|       "declared": {
|         "file": "partners.entitle",
|         "line": 11,
|         "column": 5,
|         "endLine": 26,
|         "endColumn": 6
|       },
|       "properties": [
|         {
|           "path": "expiration",
|           "declared": {
|             "type": "afterDuration",
|             "duration": "P180D"
|           },
|           "actual": {
|             "type": "noExpiration"
|           }
|         }
|       ],
|       "words": [
|         {
|           "label": "expires",
|           "declared": "after 180 days",
|           "actual": "never"
|         }
|       ]
|     }
|   ],
|   "unmanaged": [],
|   "findings": [
|     {
|       "rule": "changed-in-tenant",
|       "severity": "warning",
|       "message": "Policy Approved suppliers differs in the tenant: expires is never, declared after 180 days.",
|       "file": "partners.entitle",
|       "line": 19,
|       "column": 7,
|       "endLine": 19,
|       "endColumn": 29
|     }
|   ],
|   "summary": {
|     "changed": 1,
|     "missing": 0,
|     "unmanaged": 0,
|     "unchanged": 9
|   }
| }
= exit 2
> 13 reads

$ entitle deploy --sandbox --yes --format json
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
|       "step": "update catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "milliseconds": 0,
|       "result": "updated",
|       "id": "00000000-0000-4000-8000-000000000009"
|     }
|   ],
|   "findings": [
|     {
|       "rule": "shortens-expiry-of-live-access",
|       "severity": "info",
|       "message": "Access under policy Approved suppliers of package Alpine supplier access ends after 180 days rather than never; access that people have keeps its end.",
|       "address": "catalog/Partner collaboration/access-package/Alpine supplier access/assignment-policy/Approved suppliers",
|       "why": "Who has access keeps the end that it had: Graph applies the new one to new requests only.",
|       "help": "End or shorten that access by assignments where it must not last.",
|       "related": [
|         {
|           "message": "It is declared here.",
|           "file": "partners.entitle",
|           "line": 11,
|           "column": 5,
|           "endLine": 26,
|           "endColumn": 6
|         }
|       ]
|     }
|   ],
|   "summary": {
|     "created": 0,
|     "updated": 1,
|     "deleted": 0,
|     "already": 0,
|     "failed": 0,
|     "notRun": 0,
|     "requests": 5,
|     "milliseconds": 0,
|     "waitedMilliseconds": 0
|   },
|   "asDeclared": true
| }
= exit 0
> 39 reads
> PUT …/assignmentPolicies/{id}

$ entitle plan --sandbox --format json
| {
|   "format": "entitle-plan-report/1",
|   "tenant": {
|     "name": "contoso",
|     "displayName": "Contoso",
|     "tenantId": "00000000-0000-4000-8000-000000000001",
|     "domain": "contoso.com"
|   },
|   "changes": [],
|   "unmanaged": [],
|   "findings": [],
|   "summary": {
|     "add": 0,
|     "change": 0,
|     "replace": 0,
|     "delete": 0,
|     "unmanaged": 0,
|     "unchanged": 10,
|     "losingAccess": 0,
|     "moved": 0
|   }
| }
= exit 0
> 13 reads
