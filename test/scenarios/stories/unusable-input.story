What cannot be used
===================

Each gets one clear sentence, and nothing is changed.

No sources here.

$ entitle check
! ✗ There is no .entitle file in this folder. Say where the sources are: entitle check FOLDER.
= exit 64

$ entitle plan nowhere --sandbox
! ✗ There is no file or folder nowhere.
= exit 64

% the sources of small
$ entitle check nowhere partners.entitle
! ✗ There is no file or folder nowhere.
= exit 64

--- notes.txt
Buy milk.
---

$ entitle check notes.txt
! ✗ notes.txt is not an Entitle source: those end in .entitle.
= exit 64

$ entitle deploy notes.txt --sandbox --yes
! ✗ notes.txt is not a plan that can be deployed: This is not a plan: it is not JSON. Make one with entitle plan --out FILE. Nothing was changed.
= exit 64

$ entitle deploy missing.plan --sandbox --yes
! ✗ There is no file or folder missing.plan.
= exit 64

--- half.plan
{"format":"entitle-plan/1"}
---

$ entitle deploy half.plan --sandbox --yes
! ✗ half.plan is not a plan that can be deployed: This plan is damaged: tenant is missing; it must be an object. Make the plan again. Nothing was changed.
= exit 64

$ entitle deploy half.plan partners.entitle --sandbox --yes
! ✗ half.plan is a saved plan; deploy takes one plan, or folders and .entitle files, not both.
= exit 64

$ entitle plan --sandbox http://example.com
! ✗ http://example.com is not a sandbox of this machine. Start one with entitle sandbox and take the address it prints, such as http://127.0.0.1:8765.
= exit 64

% lock partners.entitle
$ entitle check
| partners.entitle:1:1  error  unreadable-file
|   │ /contoso/partners.entitle can't be read: you may not read it.
|
| 1 error, 2 hints in 1 file (0 ms)
= exit 1

$ entitle plan --sandbox
| partners.entitle:1:1  error  unreadable-file
|   │ /contoso/partners.entitle can't be read: you may not read it.
|
| 1 error in 1 file
| Not planned: the sources have errors. Nothing was changed.
= exit 1

$ entitle fmt
! ✗ partners.entitle cannot be read: you have no permission to read it. Nothing was changed.
= exit 64
