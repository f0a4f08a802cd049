A sandbox that runs
===================

In the foreground until Ctrl-C, with what the sources name in its directory.

% the sources of small
$ entitle sandbox --port 8765
| ● A sandbox tenant runs at http://127.0.0.1:8765
|   kept in .entitle/sandbox.db, with every user, group, app and site that the sources here name
|
|   entitle plan --sandbox http://127.0.0.1:8765      what deploying would change
|   entitle deploy --sandbox http://127.0.0.1:8765    do it, there
|
|   Microsoft Graph: http://127.0.0.1:8765/v1.0, token endpoint: http://127.0.0.1:8765/<tenant>/oauth2/v2.0/token
|   (client credentials of any client id with the secret "sandbox", or any user with the password "sandbox")
|
| Ctrl-C stops it.
| Stopped.
= exit 0

$ entitle sandbox :memory: --format json
| {
|   "format": "entitle-sandbox/1",
|   "url": "http://127.0.0.1:8765",
|   "tenantId": "00000000-0000-4000-8000-000000000002",
|   "file": "memory"
| }
= exit 0
