Adopting rules
==============

A baseline knows what rules find today, so that a pipeline fails only by what is new. Fixes that somebody should look at are applied when asked for.

% the sources of small
% replace partners.entitle: "expires after 180 days" by "never expires"

$ entitle check --baseline known.json
! ✗ known.json cannot be read: there is no such file. Nothing was changed.
= exit 64
$ entitle check --write-baseline known.json
| Nothing to complain about in 2 files (0 ms)
! known.json is written: 1 finding of rules is known from now on, with entitle check --baseline known.json
= exit 0
$ entitle check --baseline known.json
| Nothing to complain about in 2 files (0 ms) · 1 known from before
= exit 0
$ entitle check --baseline known.json --format markdown
| ### ✅ entitle check: Nothing to complain about in 2 files
= exit 0
$ entitle check --format github
| ::error file=partners.entitle,line=19,col=7,endLine=19,endColumn=20,title=external-expiration::Policy "Approved suppliers" gives people from outside access that never ends. End it after at most 365 days.%0AAccess of people from outside outlives the work it was given for, unless it ends by itself.%0Ahttps://github.com/entitle/entitle/blob/main/docs/rules/external-expiration.md
| 1 error in 2 files
= exit 1
$ entitle check --fix-unsafe
| ✓ partners.entitle:19:7  external-expiration  Replace by "expires after 180 days"
|
| 1 fix applied. Nothing to complain about in 2 files (0 ms)
= exit 0
$ entitle check --baseline known.json
| Nothing to complain about in 2 files (0 ms)
! 1 finding that known.json knows is gone. Write it anew, so that it does not come back: entitle check --write-baseline known.json
= exit 0
$ entitle check --baseline partners.entitle
! ✗ partners.entitle is no baseline. Write one with entitle check --write-baseline partners.entitle.
= exit 64
