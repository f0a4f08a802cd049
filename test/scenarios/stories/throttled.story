Throttled
=========

Graph asks for 38 seconds of patience; the user is told, and everything still happens once.

% the sources of small
$ entitle plan --sandbox

% fault {"method":"POST","nth":3,"do":{"kind":"status","status":429,"retryAfter":38}}
$ entitle deploy --sandbox --yes

$ entitle plan --sandbox
