What was typed
==============

Words that mean nothing are refused with what is meant, and the exit code 64.

$ entitle chekc
! ✗ Unknown command 'chekc'
! (Did you mean check?)
= exit 64

$ entitle plan --colour
! ✗ Unknown option '--colour'
= exit 64

$ entitle check --format yaml
! ✗ --format takes human, json, sarif, github, azure, junit, markdown; not yaml.
= exit 64

$ entitle sandbox --port 99999
! ✗ --port cannot be 99999. It takes a port from 0 to 65535.
= exit 64

% the sources of small
$ entitle plan --tenant fabrikam --sandbox
! ✗ No tenant is called fabrikam. The sources declare contoso.
= exit 64

A folder behind --sandbox is where the sources are, not the sandbox.

$ entitle plan --sandbox .
| sandbox .entitle/sandbox.db  (read 1 object in 1 request, 0 ms)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.
= exit 2
> 5 reads

$ entitle --version
| 0.1.0
= exit 0
