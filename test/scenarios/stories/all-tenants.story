All tenants
===========

The sources declare a test tenant and the one that counts. In the test tenant a group is called differently.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
% another tenant lab at lab.contoso.com with the groups Governance (test), Project Alpine
% replace tenant.entitle: "domain "contoso.com"" by "protected domain "contoso.com""
% replace tenant.entitle: "group governance  "Identity Governance desk"" by "group governance "Identity Governance desk" { in tenant lab "Governance (test)" }"
--- lab.entitle
tenant lab "Lab" {
  domain "lab.contoso.com"
  external user offboarding block sign-in, delete after 30 days
}
---

$ entitle plan --all-tenants
| == lab ==
| lab.contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com, read-only)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved nothing. entitle deploy --tenant lab carries out exactly this; entitle plan --tenant lab --out FILE keeps it.
|
| == contoso ==
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com, read-only)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved nothing. entitle deploy --tenant contoso carries out exactly this; entitle plan --tenant contoso --out FILE keeps it.
|
| 2 tenants, 0 as declared
|   ~ lab      lab.contoso.com  not as declared
|   ~ contoso  contoso.com      not as declared
= exit 2
> 12 reads
$ entitle plan --all-tenants --tenant lab
! ✗ --tenant names one tenant and --all-tenants means every one: give one of them.
= exit 64
$ entitle plan --all-tenants --out x.plan
! ✗ --out keeps the plan of one tenant. Say which with --tenant, once for each that you want to keep.
= exit 64
$ entitle plan --all-tenants --sandbox=x.db
! ✗ --all-tenants rehearses each tenant in a sandbox of its own: give --sandbox without a name.
= exit 64
$ entitle deploy --all-tenants --yes --confirm fabrikam
! ✗ --confirm names fabrikam, but the sources declare lab and contoso.
= exit 64

The protected tenant is refused, the other one done all the same.

$ entitle deploy --all-tenants --yes
| == lab ==
| lab.contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
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
| ✓ organization Fabrikam › sponsor internal Governance (test)                  created    0 ms
| ✓ catalog Partner collaboration › role Catalog owner Governance (test)        created    0 ms
| ✓   › resource Project Alpine                                                 created    0 ms
| ✓   › package Alpine supplier access                                          created    0 ms
| ✓   › grant Member of Project Alpine                                          created    0 ms
| ✓   › policy Approved suppliers                                               created    0 ms
| ✓   › policy Employees                                                        created    0 ms
|
| Done: 9 added in 0 ms. Checked: the tenant is as declared.
|
| == contoso ==
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
|
|
| 2 tenants, 1 as declared
|   ✓ lab      lab.contoso.com  as declared
|   ✗ contoso  contoso.com      refused, nothing was changed
! ✗ contoso.com is protected, so --yes alone is not enough: say which tenant you mean with --confirm contoso. Nothing was changed.
= exit 3
> 42 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies
$ entitle deploy --all-tenants --yes --confirm contoso
| == lab ==
| lab.contoso.com  (read 10 objects in 3 requests, 0 ms; signed in as anna@contoso.com)
|
| Nothing to do: 10 objects are as declared.
|
|
| == contoso ==
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
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
|
| 2 tenants, 2 as declared
|   ✓ lab      lab.contoso.com  as declared
|   ✓ contoso  contoso.com      as declared
= exit 0
> 49 reads
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies
$ entitle drift --all-tenants
| == lab ==
| lab.contoso.com  (read 10 objects in 3 requests, 0 ms; signed in as anna@contoso.com)
|
| No drift: 10 objects are as declared.
|
| == contoso ==
| contoso.com  (read 10 objects in 3 requests, 0 ms; signed in as anna@contoso.com)
|
| No drift: 10 objects are as declared.
|
| 2 tenants, 2 as declared
|   ✓ lab      lab.contoso.com  as declared
|   ✓ contoso  contoso.com      as declared
= exit 0
> 28 reads
$ entitle drift --all-tenants --format json
| [
|   {
|     "tenant": "lab",
|     "exitCode": 0,
|     "report": {
|       "format": "entitle-drift/1",
|       "tenant": {
|         "name": "lab",
|         "displayName": "Lab",
|         "tenantId": "00000000-0000-4000-8000-000000000002",
|         "domain": "lab.contoso.com"
|       },
|       "drift": [],
|       "unmanaged": [],
|       "findings": [],
|       "summary": {
|         "changed": 0,
|         "missing": 0,
|         "unmanaged": 0,
|         "unchanged": 10
|       }
|     }
|   },
|   {
|     "tenant": "contoso",
|     "exitCode": 0,
|     "report": {
|       "format": "entitle-drift/1",
|       "tenant": {
|         "name": "contoso",
|         "displayName": "Contoso",
|         "tenantId": "00000000-0000-4000-8000-000000000001",
|         "domain": "contoso.com"
|       },
|       "drift": [],
|       "unmanaged": [],
|       "findings": [],
|       "summary": {
|         "changed": 0,
|         "missing": 0,
|         "unmanaged": 0,
|         "unchanged": 10
|       }
|     }
|   }
| ]
= exit 0
> 28 reads

Each tenant rehearses in a sandbox of its own.

$ entitle plan --all-tenants --sandbox
| == lab ==
| sandbox .entitle/sandbox-lab.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved nothing. entitle deploy --sandbox=.entitle/sandbox-lab.db --tenant lab carries out exactly this; entitle plan --sandbox=.entitle/sandbox-lab.db --tenant lab --out FILE keeps it.
|
| == contoso ==
| sandbox .entitle/sandbox-contoso.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| tenant  warning  changes-protected-tenant
|   │ Contoso is protected, and this plan changes it with 9 writes.
|   = Somebody decided that changes there are made with care.
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved nothing. entitle deploy --sandbox=.entitle/sandbox-contoso.db --tenant contoso carries out exactly this; entitle plan --sandbox=.entitle/sandbox-contoso.db --tenant contoso --out FILE keeps it.
|
| 2 tenants, 0 as declared
|   ~ lab      lab.contoso.com  not as declared
|   ~ contoso  contoso.com      not as declared
= exit 2
> 10 reads

Ctrl-C ends all of it; what was not begun is said.

% Ctrl-C at request 2
$ entitle drift --all-tenants
| == lab ==
|
| 2 tenants, 0 as declared
|   ✗ lab      lab.contoso.com  cancelled
|   ✗ contoso  contoso.com      not begun: cancelled before
! ✗ Cancelled. Nothing was changed.
= exit 130
> 1 reads
% no more Ctrl-C

One tenant that cannot be signed in to does not keep the next from being looked at.

% replace lab.entitle: "domain "lab.contoso.com"" by "domain "lab.fabrikam.com""
$ entitle drift --all-tenants
| == lab ==
|
| == contoso ==
| contoso.com  (read 10 objects in 3 requests, 0 ms; signed in as anna@contoso.com)
|
| No drift: 10 objects are as declared.
|
| 2 tenants, 1 as declared
|   ✗ lab      lab.fabrikam.com  refused, nothing was changed
|   ✓ contoso  contoso.com       as declared
! ✗ This is not lab.fabrikam.com: you are signed in to a tenant with the domains lab.contoso.com. Nothing was changed. Sign in with an account of lab.fabrikam.com, or choose a sign-in with --auth.
= exit 3
> 15 reads
$ entitle drift --all-tenants --format json
| [
|   {
|     "tenant": "lab",
|     "exitCode": 3,
|     "failure": "This is not lab.fabrikam.com: you are signed in to a tenant with the domains lab.contoso.com. Nothing was changed. Sign in with an account of lab.fabrikam.com, or choose a sign-in with --auth."
|   },
|   {
|     "tenant": "contoso",
|     "exitCode": 0,
|     "report": {
|       "format": "entitle-drift/1",
|       "tenant": {
|         "name": "contoso",
|         "displayName": "Contoso",
|         "tenantId": "00000000-0000-4000-8000-000000000001",
|         "domain": "contoso.com"
|       },
|       "drift": [],
|       "unmanaged": [],
|       "findings": [],
|       "summary": {
|         "changed": 0,
|         "missing": 0,
|         "unmanaged": 0,
|         "unchanged": 10
|       }
|     }
|   }
| ]
! ✗ This is not lab.fabrikam.com: you are signed in to a tenant with the domains lab.contoso.com. Nothing was changed. Sign in with an account of lab.fabrikam.com, or choose a sign-in with --auth.
= exit 3
> 15 reads
