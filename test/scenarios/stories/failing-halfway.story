Failing on the way
==================

Graph refuses one step. What was done is said, what was not is said, and running again goes on from there.

% the sources of small
$ entitle plan --sandbox

% fault {"method":"POST","path":"/assignmentPolicies","batch":true,"times":9,"do":{"kind":"status","status":403}}
% fault {"method":"POST","path":"/assignmentPolicies","times":9,"do":{"kind":"status","status":403}}
$ entitle deploy --sandbox --yes

% no more faults
$ entitle deploy --sandbox --yes

$ entitle plan --sandbox
