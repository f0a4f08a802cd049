A saved plan, and a stale one
=============================

What is saved is what runs, without the sources.

% the sources of small
$ entitle plan --sandbox=rehearsal.db --out first.plan

% remove partners.entitle
$ entitle deploy first.plan --sandbox=rehearsal.db --yes

Running it again changes nothing: everything it would create is there.

$ entitle deploy first.plan --sandbox=rehearsal.db --yes

A plan for a change that somebody else was faster with is refused by name, and nothing is written.

% the sources of small
% replace partners.entitle: "expires after 180 days" by "expires after 90 days"
$ entitle plan --sandbox=rehearsal.db --out second.plan

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
$ entitle deploy second.plan --sandbox=rehearsal.db --yes
