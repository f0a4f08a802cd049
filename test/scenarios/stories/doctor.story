Will it work?
=============

The doctor says before anybody plans whether a deployment will work, and what is in the way.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine

$ entitle doctor --tenant contoso
| contoso.com
|
| sign-in
|   ✓ Signed in as Client entitle (an application), tenant 00000000-0000-4000-8000-000000000001 in Microsoft 365
|
| permissions
|   ✓ EntitlementManagement.Read.All: to plan, and to see drift
|   ✓ EntitlementManagement.ReadWrite.All: to deploy, roles in catalogs included
|   ✓ GroupMember.Read.All (Group.ReadWrite.All covers it): to look up groups by name
|
| roles
|   ✓ An application with EntitlementManagement.ReadWrite.All needs no role to write
|   ✓ No directory role
|   ✓ No role in catalogs
|   ✓ They are enough to write what these sources declare
|
| licences
|   ✓ Microsoft Entra ID P2 and Microsoft Entra ID Governance
|   ✓ Enough for what these sources use: entitlement management itself, reviews of access packages
|
| limits
|   ✓ 1 of at most 7,500 catalogs
|   ✓ 0 of at most 20,000 access packages
|   ✓ 0 of at most 25,000 policies
|   ✓ 0 of at most 2,500 connected organizations
|   ✓ 0 of at most 300,000 assignments
|
| clock
|   ✓ The clock of this machine agrees with graph.microsoft.com
|
| network
|   ✓ graph.microsoft.com answers
|
| Well: no problem found.
= exit 0
> 13 reads

A rehearsal needs no permission, and has no host.

$ entitle doctor --sandbox
| sandbox .entitle/sandbox.db
|
| sign-in
|   ✓ Signed in as Client entitle (an application), sandbox tenant 00000000-0000-4000-8000-000000000002
|
| permissions
|   ✓ EntitlementManagement.Read.All: to plan, and to see drift
|   ✓ EntitlementManagement.ReadWrite.All: to deploy, roles in catalogs included
|   ✓ GroupMember.Read.All (Group.ReadWrite.All covers it): to look up groups by name
|
| roles
|   ✓ An application with EntitlementManagement.ReadWrite.All needs no role to write
|   ✓ No directory role
|   ✓ No role in catalogs
|   ✓ They are enough to write what these sources declare
|
| licences
|   ✓ Microsoft Entra ID P2 and Microsoft Entra ID Governance
|   ✓ Enough for what these sources use: entitlement management itself, reviews of access packages
|
| limits
|   ✓ 1 of at most 7,500 catalogs
|   ✓ 0 of at most 20,000 access packages
|   ✓ 0 of at most 25,000 policies
|   ✓ 0 of at most 2,500 connected organizations
|   ✓ 0 of at most 300,000 assignments
|
| Well: no problem found.
= exit 0
> 12 reads

Somebody took permissions away from the pipeline. Each line has its cause and its remedy.

% permissions EntitlementManagement.Read.All User.Read.All Group.Read.All Organization.Read.All
$ entitle doctor --tenant contoso
| contoso.com
|
| sign-in
|   ✓ Signed in as Client entitle (an application), tenant 00000000-0000-4000-8000-000000000001 in Microsoft 365
|
| permissions
|   ✓ EntitlementManagement.Read.All: to plan, and to see drift
|   ✗ The token does not carry EntitlementManagement.ReadWrite.All
|     because it is needed to deploy, roles in catalogs included
|     do: Add the application permission EntitlementManagement.ReadWrite.All to the application in Entra, and have an
|     administrator agree at
|     https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/adminconsent?client_id=entitle.
|   ✓ GroupMember.Read.All (Group.Read.All covers it): to look up groups by name
|
| roles
|   ✓ An application with EntitlementManagement.Read.All needs no role to read
|   ✓ No directory role
|   ✓ No role in catalogs; roles held through groups are not known
|
| licences
|   ✓ Microsoft Entra ID P2 and Microsoft Entra ID Governance
|   ✓ Enough for what these sources use: entitlement management itself, reviews of access packages
|
| limits
|   ✓ 1 of at most 7,500 catalogs
|   ✓ 0 of at most 20,000 access packages
|   ✓ 0 of at most 25,000 policies
|   ✓ 0 of at most 2,500 connected organizations
|   ✓ 0 of at most 300,000 assignments
|
| clock
|   ✓ The clock of this machine agrees with graph.microsoft.com
|
| network
|   ✓ graph.microsoft.com answers
|
| Found: 1 problem.
= exit 1
> 13 reads

In a pipeline it is data.

$ entitle doctor --tenant contoso --format json
| {
|   "format": "entitle-doctor/1",
|   "tenant": {
|     "name": "contoso",
|     "domain": "contoso.com",
|     "cloud": "global"
|   },
|   "status": "problem",
|   "sources": true,
|   "diagnoses": [
|     {
|       "topic": "sign-in",
|       "state": "ok",
|       "says": "Signed in as Client entitle (an application), tenant 00000000-0000-4000-8000-000000000001 in Microsoft 365"
|     },
|     {
|       "topic": "permissions",
|       "state": "ok",
|       "says": "EntitlementManagement.Read.All: to plan, and to see drift"
|     },
|     {
|       "topic": "permissions",
|       "state": "problem",
|       "says": "The token does not carry EntitlementManagement.ReadWrite.All",
|       "because": "it is needed to deploy, roles in catalogs included",
|       "remedy": "Add the application permission EntitlementManagement.ReadWrite.All to the application in Entra, and have an administrator agree at https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/adminconsent?client_id=entitle.",
|       "link": "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/adminconsent?client_id=entitle"
|     },
|     {
|       "topic": "permissions",
|       "state": "ok",
|       "says": "GroupMember.Read.All (Group.Read.All covers it): to look up groups by name"
|     },
|     {
|       "topic": "roles",
|       "state": "ok",
|       "says": "An application with EntitlementManagement.Read.All needs no role to read"
|     },
|     {
|       "topic": "roles",
|       "state": "ok",
|       "says": "No directory role"
|     },
|     {
|       "topic": "roles",
|       "state": "ok",
|       "says": "No role in catalogs; roles held through groups are not known"
|     },
|     {
|       "topic": "licence",
|       "state": "ok",
|       "says": "Microsoft Entra ID P2 and Microsoft Entra ID Governance"
|     },
|     {
|       "topic": "licence",
|       "state": "ok",
|       "says": "Enough for what these sources use: entitlement management itself, reviews of access packages"
|     },
|     {
|       "topic": "limits",
|       "state": "ok",
|       "says": "1 of at most 7,500 catalogs"
|     },
|     {
|       "topic": "limits",
|       "state": "ok",
|       "says": "0 of at most 20,000 access packages"
|     },
|     {
|       "topic": "limits",
|       "state": "ok",
|       "says": "0 of at most 25,000 policies"
|     },
|     {
|       "topic": "limits",
|       "state": "ok",
|       "says": "0 of at most 2,500 connected organizations"
|     },
|     {
|       "topic": "limits",
|       "state": "ok",
|       "says": "0 of at most 300,000 assignments"
|     },
|     {
|       "topic": "clock",
|       "state": "ok",
|       "says": "The clock of this machine agrees with graph.microsoft.com"
|     },
|     {
|       "topic": "network",
|       "state": "ok",
|       "says": "graph.microsoft.com answers"
|     }
|   ]
| }
= exit 1
> 13 reads

Without sources it looks at whatever tenant is named.

% permissions all
% remove tenant.entitle
% remove partners.entitle
$ entitle doctor --tenant contoso.com
| contoso.com  (no sources of this tenant here: what they need is not looked at)
|
| sign-in
|   ✓ Signed in as Client entitle (an application), tenant 00000000-0000-4000-8000-000000000001 in Microsoft 365
|
| permissions
|   ✓ EntitlementManagement.Read.All: to plan, and to see drift
|   ✓ EntitlementManagement.ReadWrite.All: to deploy, roles in catalogs included
|   ✓ AccessReview.Read.All (AccessReview.ReadWrite.All covers it): to plan reviews outside packages
|   ✓ AccessReview.ReadWrite.All: to deploy reviews outside packages
|   ✓ User.Read.All: to look up users by name, and to audit whether accounts are enabled and guests have sponsors
|   ✓ GroupMember.Read.All (Group.ReadWrite.All covers it): to look up groups by name
|   ✓ Application.Read.All (Application.ReadWrite.All covers it): to look up applications by name
|   ✓ Sites.Read.All (Sites.FullControl.All covers it): to look up sites by address
|
| roles
|   ✓ An application with EntitlementManagement.ReadWrite.All needs no role to write
|   ✓ No directory role
|   ✓ No role in catalogs
|
| licences
|   ✓ Microsoft Entra ID P2 and Microsoft Entra ID Governance
|
| limits
|   ✓ 1 of at most 7,500 catalogs
|   ✓ 0 of at most 20,000 access packages
|   ✓ 0 of at most 25,000 policies
|   ✓ 0 of at most 2,500 connected organizations
|   ✓ 0 of at most 300,000 assignments
|
| clock
|   ✓ The clock of this machine agrees with graph.microsoft.com
|
| network
|   ✓ graph.microsoft.com answers
|
| Well: no problem found.
= exit 0
> 10 reads
$ entitle doctor
! ✗ There are no sources here that declare a tenant. Say which with --tenant contoso.com, or rehearse with --sandbox.
= exit 64
