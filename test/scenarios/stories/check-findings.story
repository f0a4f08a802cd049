Findings, and a safe fix
========================

Access for people from outside that never ends is an error, with what repairs it.

% the sources of small
% replace partners.entitle: "expires after 180 days" by "never expires"

$ entitle check
| partners.entitle:19:7  error  external-expiration
|   │ never expires
|   │ ━━━━━━━━━━━━━
|   │ Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   + fix: replace by "expires after 180 days" (entitle check --fix, or the light bulb)
|   › docs: rules/external-expiration
|
| 1 error in 2 files (0 ms)
= exit 1

$ entitle plan --sandbox
| partners.entitle:19:7  error  external-expiration
|   │ never expires
|   │ ━━━━━━━━━━━━━
|   │ Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.
|   = Access of people from outside outlives the work it was given for, unless it ends by itself.
|   + fix: replace by "expires after 180 days" (entitle check --fix, or the light bulb)
|   › docs: rules/external-expiration
|
| 1 error in 2 files
| Not planned: the sources have errors. Nothing was changed.
= exit 1

$ entitle check --fix
| ✓ partners.entitle:19:7  external-expiration  Replace by "expires after 180 days"
|
| 1 fix applied. Nothing to complain about in 2 files (0 ms)
= exit 0

$ entitle check
| Nothing to complain about in 2 files (0 ms)
= exit 0
