Drift and repair
================

Somebody changes two policies in the portal and deletes nothing. Drift shows both, declared values first; deploying repairs them.

% the sources of small
$ entitle deploy --sandbox --yes

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
% merge policy "Employees" {"displayName":"Employees","description":"Changed in the portal"}

$ entitle drift --sandbox

$ entitle plan --sandbox

$ entitle deploy --sandbox --yes

$ entitle drift --sandbox
