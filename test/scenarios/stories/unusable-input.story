What cannot be used
===================

Each gets one clear sentence, and nothing is changed.

No sources here.

$ entitle check

$ entitle plan nowhere --sandbox

% the sources of small
$ entitle check nowhere partners.entitle

--- notes.txt
Buy milk.
---

$ entitle check notes.txt

$ entitle deploy notes.txt --sandbox --yes

$ entitle deploy missing.plan --sandbox --yes

--- half.plan
{"format":"entitle-plan/1"}
---

$ entitle deploy half.plan --sandbox --yes

$ entitle deploy half.plan partners.entitle --sandbox --yes

% lock partners.entitle
$ entitle check

$ entitle plan --sandbox

$ entitle fmt

$ entitle plan --sandbox http://example.com
