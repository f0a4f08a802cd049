A syntax error
==============

It is shown where it stands; nothing is planned or deployed.

% the sources of small
% replace partners.entitle: "expires after 180 days" by "expires after days"

$ entitle check
| partners.entitle:11:12  error  external-expiration
|   │ policy suppliers "Approved suppliers" {
|   │        ━━━━━━━━━
|   │ Policy "Approved suppliers" doesn't say when access ends, so people from Fabrikam keep it for ever. Add an
|   │ expiration.
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   + fix: add "expires after 180 days" (entitle check --fix, or the light bulb)
|   › docs: rules/external-expiration
|
| partners.entitle:19:21  error  syntax
|   │ expires after days
|   │               ━━━━ After `after` comes a number, not `days`.
|
| 2 errors in 2 files (0 ms)
= exit 1

$ entitle plan --sandbox
| partners.entitle:11:12  error  external-expiration
|   │ policy suppliers "Approved suppliers" {
|   │        ━━━━━━━━━
|   │ Policy "Approved suppliers" doesn't say when access ends, so people from Fabrikam keep it for ever. Add an
|   │ expiration.
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   + fix: add "expires after 180 days" (entitle check --fix, or the light bulb)
|   › docs: rules/external-expiration
|
| partners.entitle:19:21  error  syntax
|   │ expires after days
|   │               ━━━━ After `after` comes a number, not `days`.
|
| 2 errors in 2 files
| Not planned: the sources have errors. Nothing was changed.
= exit 1

$ entitle deploy --sandbox --yes --format json
| {
|   "format": "entitle-deploy/1",
|   "status": "refused",
|   "findings": [
|     {
|       "rule": "external-expiration",
|       "severity": "error",
|       "message": "Policy \"Approved suppliers\" doesn't say when access ends, so people from Fabrikam keep it for ever. Add an expiration.",
|       "file": "partners.entitle",
|       "line": 11,
|       "column": 12,
|       "endLine": 11,
|       "endColumn": 21,
|       "why": "Access of people from outside outlives the work it was given for, unless it ends by itself.",
|       "related": [],
|       "fixes": [
|         {
|           "title": "Add \"expires after 180 days\"",
|           "safe": true
|         }
|       ]
|     },
|     {
|       "rule": "syntax",
|       "severity": "error",
|       "message": "After `after` comes a number, not `days`.",
|       "file": "partners.entitle",
|       "line": 19,
|       "column": 21,
|       "endLine": 19,
|       "endColumn": 25
|     }
|   ]
| }
= exit 1

$ entitle fmt --check
| ✗ partners.entitle: not formatted, because it does not parse; entitle check says where
| 0 files to format, 1 file that does not parse, 1 already in shape.
= exit 1
