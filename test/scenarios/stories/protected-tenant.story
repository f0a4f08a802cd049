A protected tenant
==================

Its name must be typed; --yes alone is not enough.

% the sources of small
% replace tenant.entitle: "domain "contoso.com"" by "protected domain "contoso.com""

$ entitle deploy --yes

$ entitle deploy --yes --confirm fabrikam

$ entitle deploy
< yes

$ entitle deploy
< contoso

A rehearsal needs no protection.

$ entitle deploy --sandbox --yes
