Coming from Terraform

What Terraform's azuread provider manages becomes a source; what only Terraform can evaluate is told.

% the sources of terraform
$ entitle convert main.tf
| group project-alpine "Project Alpine"
|
| catalog partner-collaboration "Partner collaboration" {
|   description """
|     What partners
|     work on.
|   """
|   visible to external users
|   owners project-alpine
|   resources project-alpine
|
|   package alpine-supplier "Alpine supplier" {
|     description "Team"
|     grants "Member" of project-alpine
|
|     policy staff-each-key "Staff each.key" {
|       description "My assignment policy"
|       requestable by group "Engineers"
|       approval {
|         stage by manager, fallback project-alpine {
|           within 14 days
|           justification optional
|         }
|       }
|       expires after 90 days
|       review weekly {
|         open for 3 days
|         reviewers self
|         if no response keep access
|         recommendations off
|         justification optional
|       }
|       ask "hello, how are you?" editable
|     }
|   }
| }
! ! main.tf:30  azuread_access_package_assignment_policy.staff: `for_each` is not taken over: Entitle has no loops; write each declaration, or let a policy template say what they share.
! ! main.tf:32  azuread_access_package_assignment_policy.staff: `display_name` is written as it stands: only Terraform can evaluate `Staff ${each.key}`.
= exit 0
$ entitle convert main.tf --out partners.entitle
| partners.entitle is written. entitle check says what is still missing in it.
! ! main.tf:30  azuread_access_package_assignment_policy.staff: `for_each` is not taken over: Entitle has no loops; write each declaration, or let a policy template say what they share.
! ! main.tf:32  azuread_access_package_assignment_policy.staff: `display_name` is written as it stands: only Terraform can evaluate `Staff ${each.key}`.
= exit 0
$ entitle check
| partners.entitle:8:3  warning  external-visibility
|   │ visible to external users
|   │ ━━━━━━━━━━━━━━━━━━━━━━━━━
|   │ Catalog "Partner collaboration" is visible to people from outside, and no policy in it lets them request anything.
|   │ Leave `visible to external users` out.
|   = Only in a catalog that is enabled for external users can people from outside request; any other one that is enabled
|     is an open door into an empty room.
|   + fix: remove "visible to external users" (entitle check --fix, or the light bulb)
|   › docs: rules/external-visibility
|
| 1 warning in 1 file (0 ms)
= exit 0
$ entitle convert main.tf --out partners.entitle
! ✗ partners.entitle is there already, and nothing of it is to be lost. Name a file that is not.
= exit 64
$ entitle convert main.tf --format json
| {
|   "format": "entitle-convert/1",
|   "text": "group project-alpine \"Project Alpine\"\n\ncatalog partner-collaboration \"Partner collaboration\" {\n  description \"\"\"\n    What partners\n    work on.\n  \"\"\"\n  visible to external users\n  owners project-alpine\n  resources project-alpine\n\n  package alpine-supplier \"Alpine supplier\" {\n    description \"Team\"\n    grants \"Member\" of project-alpine\n\n    policy staff-each-key \"Staff each.key\" {\n      description \"My assignment policy\"\n      requestable by group \"Engineers\"\n      approval {\n        stage by manager, fallback project-alpine {\n          within 14 days\n          justification optional\n        }\n      }\n      expires after 90 days\n      review weekly {\n        open for 3 days\n        reviewers self\n        if no response keep access\n        recommendations off\n        justification optional\n      }\n      ask \"hello, how are you?\" editable\n    }\n  }\n}\n",
|   "losses": [
|     {
|       "line": 30,
|       "message": "azuread_access_package_assignment_policy.staff: `for_each` is not taken over: Entitle has no loops; write each declaration, or let a policy template say what they share.",
|       "file": "main.tf"
|     },
|     {
|       "line": 32,
|       "message": "azuread_access_package_assignment_policy.staff: `display_name` is written as it stands: only Terraform can evaluate `Staff ${each.key}`.",
|       "file": "main.tf"
|     }
|   ]
| }
= exit 0
$ entitle convert nowhere.tf
! ✗ nowhere.tf can’t be read: there is no such file.
= exit 64
$ entitle convert partners.entitle
! ✗ partners.entitle looks neither like Microsoft Graph’s JSON nor like Terraform’s azuread resources or Microsoft365DSC’s. --from says what it is.
= exit 64
$ entitle convert partners.entitle --from json
! ✗ partners.entitle can’t be converted. It is no JSON: Unexpected token 'g', "group proj"... is not valid JSON
= exit 64
$ entitle convert partners.entitle --from terraform
! ✗ partners.entitle:4 can’t be converted. `"` means nothing here.
= exit 64
