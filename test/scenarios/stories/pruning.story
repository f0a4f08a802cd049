Pruning
=======

What is in a declared catalog and not declared is shown, kept, and deleted only with --prune.

% the sources of small
$ entitle deploy --sandbox --yes

% graph POST /identityGovernance/entitlementManagement/accessPackages {"displayName":"Old toolbox","description":"","catalog":{"id":"{catalog Partner collaboration}"}}

$ entitle plan --sandbox

$ entitle drift --sandbox

$ entitle deploy --sandbox --yes

$ entitle deploy --sandbox --prune
< y

$ entitle plan --sandbox --prune
