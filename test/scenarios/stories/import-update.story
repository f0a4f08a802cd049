Updating sources

What somebody changed in the portal is written where the sources say it, and nothing else in them moves.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
$ entitle import --update --out nowhere
$ entitle deploy --tenant contoso --yes --confirm contoso
$ entitle import --update --templates
$ entitle import --update --catalog "Partner collaboration"

% merge catalog "Partner collaboration" {"description":"Changed in the portal"}
% merge policy "Employees" {"expiration":{"type":"afterDuration","duration":"P30D"}}
% graph POST /identityGovernance/entitlementManagement/catalogs {"displayName":"Made in the portal","description":"By hand","state":"published","isExternallyVisible":false}
$ entitle drift
$ entitle import --update --catalog "Partner collaboration"
$ entitle drift
$ entitle import --update
$ entitle plan
$ entitle import --update --format json

What the sources declare and the tenant doesn't have may be yet to come, or may have been deleted: it stays, and is named.

% replace partners.entitle: "policy employees" by "policy engineers \"Engineers\"\n\n    policy employees"
$ entitle import --update

Sources that can't be understood are not touched.

% replace partners.entitle: "owners" by "ownrs"
$ entitle import --update
