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
! ✗ --format takes human, json; not yaml.
= exit 64

$ entitle sandbox --port 99999
! ✗ --port cannot be 99999. It takes a port from 0 to 65535.
= exit 64

% the sources of small
$ entitle plan --tenant fabrikam --sandbox
! ✗ No tenant is called fabrikam. The sources declare contoso.
= exit 64

$ entitle --version
| 0.1.0
= exit 0
