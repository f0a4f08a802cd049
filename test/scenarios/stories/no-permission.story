No permission
=============

Who may only read can plan. Deploying is refused by Graph at the first write, and nothing is changed.

% the sources of small
% permissions EntitlementManagement.Read.All Directory.Read.All User.Read.All Group.Read.All

$ entitle plan --tenant contoso

$ entitle deploy --tenant contoso --yes

Who may not even read is told so.

% permissions User.Read.All
$ entitle plan --tenant contoso
