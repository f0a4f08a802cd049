The first deploy
================

A small workspace, an empty tenant. Check, plan, deploy, and plan again: nothing is left to do.

% the sources of small

$ entitle check

$ entitle plan --sandbox

$ entitle deploy --sandbox --yes

$ entitle plan --sandbox

$ entitle drift --sandbox
