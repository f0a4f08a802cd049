One JSON object for each command
================================

For scripts: standard output holds one object, whose format is named first.

% the sources of small

$ entitle check --format json

$ entitle plan --sandbox --format json

$ entitle deploy --sandbox --yes --format json

% merge policy "Approved suppliers" {"expiration":{"type":"noExpiration"}}
$ entitle drift --sandbox --format json

$ entitle deploy --sandbox --yes --format json

$ entitle plan --sandbox --format json
