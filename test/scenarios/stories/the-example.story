The example
===========

examples/partner-collaboration, from the first check to a tenant that is as declared.

% the example partner-collaboration

$ entitle check
| logistics.entitle:36:7  note  extension-approval
|   = waived until 2027-10-31: Drivers change weekly during the pilot; ticket GOV-131
|
| Nothing to complain about in 6 files (0 ms) · 1 waiver in force, ends 2027-10-31
= exit 0

$ entitle fmt --check
| In shape: 6 files.
= exit 0

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (3 sponsors)                                          tenant.entitle:9
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + organization Litware (1 sponsor)                                            tenant.entitle:16
|       ! Litware is connected, with litware.com.  connects-organization
|
| + catalog Logistics (2 roles, 2 resources)                                    logistics.entitle:2
|   + package  Dispatching (1 grant, 1 policy, 1 incompatible package)          logistics.entitle:41
|   + package  Freight desk (1 grant, 2 policies)                               logistics.entitle:9
|   + package  Shipment tracking (1 grant, 1 policy, 1 incompatible package)    logistics.entitle:28
|
| + catalog Partner collaboration (2 roles, 5 resources)                        partners.entitle:2
|   + package  Alpine audit access (1 grant, 1 policy, 1 incompatible package)  partners.entitle:46
|   + package  Alpine design review (2 grants, 2 policies)                      partners.entitle:31
|   + package  Alpine supplier access (3 grants, 2 policies, 1 incompatible package, 1 incompatible group)  partners.entitle:9
|   + package  Shared toolbox (1 grant, 2 policies)                             partners.entitle:65
|
| + catalog Workplace (2 roles, 5 resources)                                    workplace.entitle:2
|   + package  Ledger access (3 grants, 1 policy, 1 incompatible package)       workplace.entitle:32
|   + package  Ledger closing (1 grant, 1 policy, 1 incompatible package)       workplace.entitle:60
|   + package  Remote work (1 grant, 1 policy)                                  workplace.entitle:8
|   + package  Sales workplace (1 grant, 1 policy)                              workplace.entitle:18
|
| + review Guests in Microsoft 365 groups                                       tenant.entitle:29
|
| Plan: 77 to add, 0 to change, 0 to delete · 77 writes
| Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.
= exit 2
> 10 reads

$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (3 sponsors)                                          tenant.entitle:9
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + organization Litware (1 sponsor)                                            tenant.entitle:16
|       ! Litware is connected, with litware.com.  connects-organization
|
| + catalog Logistics (2 roles, 2 resources)                                    logistics.entitle:2
|   + package  Dispatching (1 grant, 1 policy, 1 incompatible package)          logistics.entitle:41
|   + package  Freight desk (1 grant, 2 policies)                               logistics.entitle:9
|   + package  Shipment tracking (1 grant, 1 policy, 1 incompatible package)    logistics.entitle:28
|
| + catalog Partner collaboration (2 roles, 5 resources)                        partners.entitle:2
|   + package  Alpine audit access (1 grant, 1 policy, 1 incompatible package)  partners.entitle:46
|   + package  Alpine design review (2 grants, 2 policies)                      partners.entitle:31
|   + package  Alpine supplier access (3 grants, 2 policies, 1 incompatible package, 1 incompatible group)  partners.entitle:9
|   + package  Shared toolbox (1 grant, 2 policies)                             partners.entitle:65
|
| + catalog Workplace (2 roles, 5 resources)                                    workplace.entitle:2
|   + package  Ledger access (3 grants, 1 policy, 1 incompatible package)       workplace.entitle:32
|   + package  Ledger closing (1 grant, 1 policy, 1 incompatible package)       workplace.entitle:60
|   + package  Remote work (1 grant, 1 policy)                                  workplace.entitle:8
|   + package  Sales workplace (1 grant, 1 policy)                              workplace.entitle:18
|
| + review Guests in Microsoft 365 groups                                       tenant.entitle:29
|
| Plan: 77 to add, 0 to change, 0 to delete · 77 writes
|
| ✓ organization Fabrikam                                                       created    0 ms
| ✓ organization Litware                                                        created    0 ms
| ✓ catalog Logistics                                                           created    0 ms
| ✓ catalog Partner collaboration                                               created    0 ms
| ✓ catalog Workplace                                                           created    0 ms
| ✓ review Guests in Microsoft 365 groups                                       created    0 ms
| ✓ organization Fabrikam › sponsor external pm@fabrikam.com                    created    0 ms
| ✓   › sponsor internal Identity Governance desk                               created    0 ms
| ✓   › sponsor internal anna@contoso.com                                       created    0 ms
| ✓ organization Litware › sponsor internal Logistics leads                     created    0 ms
| ✓ catalog Logistics › role Catalog owner Logistics leads                      created    0 ms
| ✓   › role Catalog reader Internal audit                                      created    0 ms
| ✓   › resource Freight desk                                                   created    0 ms
| ✓   › resource Shipment Tracker                                               created    0 ms
| ✓   › package Dispatching                                                     created    0 ms
| ✓   › package Freight desk                                                    created    0 ms
| ✓   › package Shipment tracking                                               created    0 ms
| ✓ catalog Partner collaboration › role Access package manager Partner programme managers  created    0 ms
| ✓   › role Catalog owner Identity Governance desk                             created    0 ms
| ✓   › resource Project Alpine                                                 created    0 ms
| ✓   › resource Project Alpine design review                                   created    0 ms
| ✓   › resource Salesforce                                                     created    0 ms
| ✓   › resource Toolbox users                                                  created    0 ms
| ✓   › resource https://contoso.sharepoint.com/sites/alpine                    created    0 ms
| ✓   › package Alpine audit access                                             created    0 ms
| ✓   › package Alpine design review                                            created    0 ms
| ✓   › package Alpine supplier access                                          created    0 ms
| ✓   › package Shared toolbox                                                  created    0 ms
| ✓ catalog Workplace › role Access package assignment manager Service desk     created    0 ms
| ✓   › role Catalog owner Identity Governance desk                             created    0 ms
| ✓   › resource Contoso Ledger                                                 created    0 ms
| ✓   › resource Ledger readers                                                 created    0 ms
| ✓   › resource Salesforce                                                     created    0 ms
| ✓   › resource VPN users                                                      created    0 ms
| ✓   › resource https://contoso.sharepoint.com/sites/audit-room                created    0 ms
| ✓   › package Ledger access                                                   created    0 ms
| ✓   › package Ledger closing                                                  created    0 ms
| ✓   › package Remote work                                                     created    0 ms
| ✓   › package Sales workplace                                                 created    0 ms
| ✓ catalog Logistics › Dispatching › grant Dispatcher in Shipment Tracker      created    0 ms
| ✓   › Freight desk › grant Member of Freight desk                             created    0 ms
| ✓   › Shipment tracking › grant Viewer in Shipment Tracker                    created    0 ms
| ✓   › Dispatching › policy Assigned by administrators                         created    0 ms
| ✓   › Freight desk › policy Employees                                         created    0 ms
| ✓   › policy Litware planners                                                 created    0 ms
| ✓   › Shipment tracking › policy Any partner                                  created    0 ms
| ✓   › Dispatching › incompatible package Shipment tracking                    created    0 ms
| ✓   › Shipment tracking › incompatible package Dispatching                    created    0 ms
| ✓ catalog Workplace › Ledger access › grant Member of Ledger readers          created    0 ms
| ✓   › grant Read in https://contoso.sharepoint.com/sites/audit-room           created    0 ms
| ✓   › grant Reader in Contoso Ledger                                          created    0 ms
| ✓   › Ledger closing › grant Closer in Contoso Ledger                         created    0 ms
| ✓   › Remote work › grant Member of VPN users                                 created    0 ms
| ✓   › Sales workplace › grant Standard User in Salesforce                     created    0 ms
| ✓   › Ledger access › policy Finance                                          created    0 ms
| ✓   › Ledger closing › policy Closing team                                    created    0 ms
| ✓   › Remote work › policy Employees                                          created    0 ms
| ✓   › Sales workplace › policy Employees                                      created    0 ms
| ✓   › Ledger access › incompatible package Ledger closing                     created    0 ms
| ✓   › Ledger closing › incompatible package Ledger access                     created    0 ms
| ✓ catalog Partner collaboration › Alpine audit access › grant Read in https://contoso.sharepoint.com/sites/alpine  created    0 ms
| ✓   › Alpine design review › grant Member of Project Alpine design review     created    0 ms
| ✓   › grant Read in https://contoso.sharepoint.com/sites/alpine               created    0 ms
| ✓   › Alpine supplier access › grant Contribute in https://contoso.sharepoint.com/sites/alpine  created    0 ms
| ✓   › grant Member of Project Alpine                                          created    0 ms
| ✓   › grant Standard User in Salesforce                                       created    0 ms
| ✓   › Shared toolbox › grant Member of Toolbox users                          created    0 ms
| ✓   › Alpine audit access › policy Auditors                                   created    0 ms
| ✓   › Alpine design review › policy Engineers                                 created    0 ms
| ✓   › policy Fabrikam designers                                               created    0 ms
| ✓   › Alpine supplier access › policy Approved suppliers                      created    0 ms
| ✓   › policy Employees                                                        created    0 ms
| ✓   › Shared toolbox › policy Any partner                                     created    0 ms
| ✓   › policy Employees                                                        created    0 ms
| ✓   › Alpine audit access › incompatible package Alpine supplier access       created    0 ms
| ✓   › Alpine supplier access › incompatible package Alpine audit access       created    0 ms
| ✓   › incompatible group Contoso contractors                                  created    0 ms
|
| Done: 77 added in 0 ms. Checked: the tenant is as declared.
= exit 0
> 147 reads
> POST …/connectedOrganizations
> POST …/connectedOrganizations
> POST …/catalogs
> POST …/catalogs
> POST …/catalogs
> POST /identityGovernance/accessReviews/definitions
> POST …/connectedOrganizations/{id}/externalSponsors/$ref
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST …/connectedOrganizations/{id}/internalSponsors/$ref
> POST /roleManagement/entitlementManagement/roleAssignments
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages
> POST …/accessPackages
> POST /roleManagement/entitlementManagement/roleAssignments
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages
> POST …/accessPackages
> POST …/accessPackages
> POST /roleManagement/entitlementManagement/roleAssignments
> POST /roleManagement/entitlementManagement/roleAssignments
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/resourceRequests
> POST …/accessPackages
> POST …/accessPackages
> POST …/accessPackages
> POST …/accessPackages
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/accessPackages/{id}/incompatibleAccessPackages/$ref
> POST …/accessPackages/{id}/incompatibleAccessPackages/$ref
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/accessPackages/{id}/incompatibleAccessPackages/$ref
> POST …/accessPackages/{id}/incompatibleAccessPackages/$ref
> POST …/accessPackages/{id}/incompatibleGroups/$ref
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/accessPackages/{id}/resourceRoleScopes
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/assignmentPolicies
> POST …/accessPackages/{id}/incompatibleAccessPackages/$ref
> POST …/accessPackages/{id}/incompatibleAccessPackages/$ref

$ entitle plan --sandbox
| sandbox .entitle/sandbox.db  (read 78 objects in 5 requests, 0 ms)
|
| Nothing to do: 78 objects are as declared.
= exit 0
> 49 reads

Two changes behind our back, as in the demo.

% merge policy "Fabrikam designers" {"reviewSettings":null}
% merge policy "Litware planners" {"expiration":{"type":"noExpiration"}}

$ entitle drift --sandbox
| sandbox .entitle/sandbox.db  (read 78 objects in 5 requests, 0 ms)
|
| declared  →  in the tenant
|
| catalog Logistics
|   ~ package  Freight desk
|       ~ policy  Litware planners          logistics.entitle:13
|             expires    after 180 days  →  never
|
| catalog Partner collaboration
|   ~ package  Alpine design review
|       ~ policy  Fabrikam designers        partners.entitle:36
|             review    quarterly by Partner programme managers, fallback Identity Governance desk, open 14 days, no
|                       response removes access, recommendations shown, justification required
|                       →  none
|
| Drift: 2 objects changed, 0 missing.
| entitle deploy --sandbox makes the tenant as declared again; entitle import --update --sandbox writes into the sources what was changed there.
= exit 2
> 49 reads

$ entitle deploy --sandbox --yes
| sandbox .entitle/sandbox.db  (read 78 objects in 5 requests, 0 ms)
|
| catalog Logistics
|   ~ package  Freight desk
|       ~ policy  Litware planners          logistics.entitle:13
|             expires    never  →  after 180 days
|             ! Access under policy Litware planners of package Freight desk ends after 180 days rather than never; access that people have keeps its end.  shortens-expiry-of-live-access
|
| catalog Partner collaboration
|   ~ package  Alpine design review
|       ~ policy  Fabrikam designers        partners.entitle:36
|             review    none
|                       →  quarterly by Partner programme managers, fallback Identity Governance desk, open 14 days, no
|                          response removes access, recommendations shown, justification required
|
| Plan: 0 to add, 2 to change, 0 to delete · 2 writes
|
| ✓ catalog Logistics › Freight desk › policy Litware planners                  updated    0 ms
| ✓ catalog Partner collaboration › Alpine design review › policy Fabrikam designers  updated    0 ms
|
| Done: 2 changed in 0 ms. Checked: the tenant is as declared.
= exit 0
> 144 reads
> PUT …/assignmentPolicies/{id}
> PUT …/assignmentPolicies/{id}

$ entitle drift --sandbox
| sandbox .entitle/sandbox.db  (read 78 objects in 5 requests, 0 ms)
|
| No drift: 78 objects are as declared.
= exit 0
> 49 reads
