A plan for another tenant
=========================

A plan says which tenant it is for, and is carried out nowhere else.

% the sources of small
$ entitle plan --out spring.plan

% another tenant
$ entitle deploy spring.plan --yes

$ entitle deploy spring.plan --yes --sandbox

$ entitle deploy spring.plan --yes --tenant fabrikam
