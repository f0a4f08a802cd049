Explaining words
================

Every word of the language, every rule and every code of a finding is explained in the terminal, with the texts that hovering shows.

$ entitle explain hidden
| hidden  in a package
|
|   hidden
|
|   Only who has the package’s link can find it.
|
|   Default    shown to everybody who may request it.
|   Graph      accessPackage.isHidden
|   Microsoft  https://learn.microsoft.com/graph/api/resources/accesspackage
|
|     hidden
|
|
| hidden  in a rule of your own
|
|   hidden
|
|   The package is hidden: people find it by its link only.
|
|   Graph      nothing; it stays in the sources.
|   See also   package hidden
|
|     standard contoso-baseline extends recommended {
|       require hidden where tag privileged
|     }
= exit 0

$ entitle explain never expires
| expires  in a policy or policy template
|
|   expires after DURATION
|   expires on DATE [TIME]
|   never expires
|
|   When an assignment ends: some time after it began, on a date, or never.
|
|   A date means the end of that day, in UTC, unless a time follows.
|
|   Default    never expires.
|   Graph      accessPackageAssignmentPolicy.expiration, expirationPattern.type,
|              expirationPattern.duration
|   Microsoft  https://learn.microsoft.com/graph/api/resources/expirationpattern
|   Rules      external-expiration, expiration-or-review, project-end-date
|   See also   extension, values duration, values date
|
|     expires after 180 days
|
|   Page       How long access lasts: extension.
= exit 0

A word with several meanings is told with each of them.

$ entitle explain justification
| justification is a word of 5 statements:
|
| justification  in an approval
|   Whether requestors must say why they need access.
|   › entitle explain approval justification
|
| justification  in a review
|   Whether reviewers must say why they decide as they do.
|   › entitle explain review justification
|
| justification  in a standalone review
|   Whether reviewers must say why they approve access.
|   › entitle explain standalone review justification
|
| justification  in a rule of your own
|   Requestors must say why they need access.
|   › entitle explain rule of your own justification
|
| justification of approvers  in a stage
|   Whether approvers must say why they decide as they do.
|   › entitle explain stage justification of approvers
= exit 0

A finding's code tells the way out; a rule's name prints its page.

$ entitle explain duplicate-display-name
| duplicate-display-name  a finding (error)
|
|   Two objects of one parent share a display name, by which the tenant tells them apart.
|
|   Way out    Give each its own, or pin each to its id with `id`.
= exit 0

$ entitle explain hidden --format json
| {
|   "format": "entitle-explain/1",
|   "query": "hidden",
|   "meanings": [
|     {
|       "kind": "word",
|       "name": "package hidden",
|       "place": "in a package",
|       "title": "hidden",
|       "forms": [
|         "hidden"
|       ],
|       "meaning": "Only who has the package’s link can find it.",
|       "default": "shown to everybody who may request it",
|       "limits": [],
|       "graph": [
|         "accessPackage.isHidden"
|       ],
|       "page": "https://learn.microsoft.com/graph/api/resources/accesspackage",
|       "rules": [],
|       "example": "hidden",
|       "related": []
|     },
|     {
|       "kind": "word",
|       "name": "rule of your own hidden",
|       "place": "in a rule of your own",
|       "title": "hidden",
|       "forms": [
|         "hidden"
|       ],
|       "meaning": "The package is hidden: people find it by its link only.",
|       "limits": [],
|       "graph": [],
|       "rules": [],
|       "example": "standard contoso-baseline extends recommended {\n  require hidden where tag privileged\n}",
|       "related": [
|         "package hidden"
|       ]
|     }
|   ]
| }
= exit 0

What nothing is called like leads to the nearest words.

$ entitle explain requestble
! ✗ Entitle has no word, rule or finding called requestble. Did you mean requestable, request or requestor?
= exit 64

$ entitle explain qqqqqq
! ✗ Entitle has no word, rule or finding called qqqqqq. entitle explain, without a word, lists all there are.
= exit 64
