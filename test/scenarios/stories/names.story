What is it called?
==================

Sources name people, groups, applications and sites as the directory does. Nobody has to know the names by heart.

% the sources of small
% the directory has {"groups": [{"displayName": "Sales"}, {"displayName": "Sales", "id": "11111111-2222-4333-8444-555555555555", "kind": "microsoft365", "mailNickname": "sales"}, {"displayName": "Pre-Sales \"EU\"", "kind": "dynamic"}, {"displayName": "Desk"}]}
% the directory has {"users": [{"userPrincipalName": "anna@contoso.com", "displayName": "Anna Berg", "mail": "berg@contoso.com"}, {"userPrincipalName": "bo@contoso.com", "displayName": "Bo"}]}
% the directory has {"apps": [{"displayName": "CRM", "roles": ["Standard User", "Admin"]}, {"displayName": "Wiki"}], "sites": [{"webUrl": "https://contoso.sharepoint.com/sites/fin", "displayName": "Finance"}]}

$ entitle names group sales --tenant contoso
| contoso.com
|   group "Pre-Sales \"EU\""  security group, its members follow a rule
|   group "Sales"             security group, id 1710feb8-33d4-5c1e-a207-e8f374d674f7
|   group "Sales"             Microsoft 365 group, sales@contoso.com, id 11111111-2222-4333-8444-555555555555
|
| 3 groups.
= exit 0
> 2 reads
$ entitle names user berg --tenant contoso
| contoso.com
|   user "anna@contoso.com"  Anna Berg, berg@contoso.com
|
| 1 user.
= exit 0
> 2 reads
$ entitle names app --tenant contoso
| contoso.com
|   app "Client entitle"  entitle
|   app "CRM"             22145ea4-5d8c-5d0b-a975-824d8e38b9af
|   app "Wiki"            1f687811-f2ed-5d08-acaa-c68d9dff51dc
|
| 3 applications.
= exit 0
> 2 reads
$ entitle names site https://contoso.sharepoint.com/sites/f --tenant contoso
| contoso.com
|   site "https://contoso.sharepoint.com/sites/fin"  Finance
|
| 1 site.
= exit 0
> 2 reads
$ entitle names role --of CRM --tenant contoso
| contoso.com
|   grants "Admin"
|   grants "Standard User"  Standard.User
|
| 2 roles.
= exit 0
> 2 reads
$ entitle names role --of Wiki --tenant contoso
| contoso.com
|   grants "Default Access"
|
| 1 role.
= exit 0
> 2 reads
$ entitle names role --of Nothing --tenant contoso
| contoso.com
|
| No application is called Nothing, or people can have none of its roles.
= exit 0
> 2 reads
$ entitle names role guest --of CRM --tenant contoso
| contoso.com
|
| CRM has no role with "guest" in its name.
= exit 0
> 2 reads
$ entitle names group nobody --tenant contoso
| contoso.com
|
| No group has a name with a word that begins with "nobody".
= exit 0
> 2 reads
$ entitle names group --limit 1 --tenant contoso
| contoso.com
|   group "Sales"  security group
|
| 1 group. There are others: give more of the name, or a higher --limit.
= exit 0
> 2 reads
$ entitle names group sales --tenant contoso --format json
| {
|   "format": "entitle-names/1",
|   "kind": "group",
|   "beginning": "sales",
|   "complete": true,
|   "names": [
|     {
|       "name": "Pre-Sales \"EU\"",
|       "source": "group \"Pre-Sales \\\"EU\\\"\"",
|       "label": "Pre-Sales \"EU\"",
|       "about": "security group, its members follow a rule",
|       "id": "ccf5ab8d-f638-5f95-a141-e965cfd4a98c",
|       "shared": false
|     },
|     {
|       "name": "Sales",
|       "source": "group \"Sales\"",
|       "label": "Sales",
|       "detail": "1710feb8-33d4-5c1e-a207-e8f374d674f7",
|       "about": "security group",
|       "id": "1710feb8-33d4-5c1e-a207-e8f374d674f7",
|       "shared": true
|     },
|     {
|       "name": "Sales",
|       "source": "group \"Sales\"",
|       "label": "Sales",
|       "detail": "sales@contoso.com",
|       "about": "Microsoft 365 group",
|       "id": "11111111-2222-4333-8444-555555555555",
|       "shared": true
|     }
|   ]
| }
= exit 0
> 2 reads

What can't be looked up is said.

$ entitle names planet mars
! ✗ planet is none of user, group, app, site and role.
= exit 64
$ entitle names role x
! ✗ Roles belong to an application: say which with --of, as in entitle names role --of Salesforce.
= exit 64
$ entitle names user x --of CRM
! ✗ --of names the application whose roles are meant: it goes with role only.
= exit 64
$ entitle names user --limit 0
! ✗ --limit takes a whole number from 1 to 100.
= exit 64
$ entitle names group --sandbox
! ✗ There is no rehearsal tenant in .entitle/sandbox.db. entitle deploy --sandbox makes one; --sandbox=FILE names another.
= exit 64

% permissions EntitlementManagement.Read.All

$ entitle names group sales --tenant contoso
! ✗ You have no permission to look up such names in contoso.com (403). It takes GroupMember.Read.All. Nothing was changed.
= exit 3
> 2 reads
