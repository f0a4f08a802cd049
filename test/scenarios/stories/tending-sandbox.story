A sandbox that is kept
======================

Looked at, moved on, written out, emptied and brought back, whether it runs or not.

% the sources of small
$ entitle sandbox seed
| Added 2 directory objects to the sandbox in .entitle/sandbox.db.
= exit 0

Once more changes nothing.

$ entitle sandbox seed
| The sandbox in .entitle/sandbox.db has all of them already.
= exit 0

Time moves forward only.

$ entitle sandbox clock
| It is 2026-11-22 09:00 UTC in the sandbox in .entitle/sandbox.db.
= exit 0
$ entitle sandbox clock +30d
| It is 2026-12-22 09:00 UTC in the sandbox in .entitle/sandbox.db, 30 days ahead of this machine.
|   Nothing was due.
= exit 0
$ entitle sandbox clock 2026-01-01
! ✗ It is 2026-12-22 09:00 UTC in this sandbox, and time moves forward only. To go back, reset it or import an earlier state.
= exit 64
$ entitle sandbox clock 2027-02-30
! ✗ 2027-02-30 is no time. Say how much later, such as +30d (also m, h, w), or a date such as 2027-01-31.
= exit 64
$ entitle sandbox clock tomorrow
! ✗ tomorrow is no time. Say how much later, such as +30d (also m, h, w), or a date such as 2027-01-31.
= exit 64
$ entitle sandbox clock 2027-01-31 --format json
| {
|   "format": "entitle-sandbox-clock/1",
|   "file": ".entitle/sandbox.db",
|   "now": "2027-01-31T00:00:00.000Z",
|   "aheadSeconds": 6015600,
|   "happened": []
| }
= exit 0

What was written out can be brought back.

$ entitle sandbox export --out before.json
| Wrote 4 objects of the sandbox in .entitle/sandbox.db to before.json.
= exit 0
$ entitle sandbox reset
< n
| Forget everything in the sandbox in .entitle/sandbox.db (4 objects)? [y/N] n
! ✗ Not confirmed. Nothing was changed.
= exit 3
$ entitle sandbox reset
! ✗ Not confirmed: this is not a terminal, so nobody can be asked. Add --yes. Nothing was changed.
= exit 3
$ entitle sandbox reset
< y
| Forget everything in the sandbox in .entitle/sandbox.db (4 objects)? [y/N] y
| The sandbox in .entitle/sandbox.db is empty again. entitle sandbox seed adds whom the sources name.
= exit 0
$ entitle sandbox clock
| It is 2026-11-22 09:00 UTC in the sandbox in .entitle/sandbox.db.
= exit 0
$ entitle sandbox import before.json
< yes
| Replace everything in .entitle/sandbox.db (1 object) by the 4 objects of before.json? [y/N] yes
| The sandbox in .entitle/sandbox.db has the 4 objects of before.json.
= exit 0
$ entitle sandbox import before.json --yes --format json
| {
|   "format": "entitle-sandbox-import/1",
|   "file": ".entitle/sandbox.db",
|   "from": "before.json",
|   "objects": 4
| }
= exit 0

Only what was exported is imported, and only what is told apart is seeded.

--- people.json
{"users": [{"userPrincipalName": "dora@contoso.com", "roles": ["Global Reader"]}]}
---

$ entitle sandbox import people.json --yes
! ✗ people.json is not what entitle sandbox export writes.
= exit 64
$ entitle sandbox import nowhere.json --yes
! ✗ nowhere.json cannot be read: there is no such file.
= exit 64
$ entitle sandbox seed --from people.json
| Added 1 directory object to the sandbox in .entitle/sandbox.db.
= exit 0
$ entitle sandbox seed --from before.json
! ✗ before.json says version, but takes only users, groups, apps, sites.
= exit 64

--- people.json
{"users": [{"name": "Dora"}]}
---

$ entitle sandbox seed --from people.json
! ✗ users in people.json must be a list of objects, each with a userPrincipalName.
= exit 64

--- people.json
{"sites": [{"webUrl": "Partners"}]}
---

$ entitle sandbox seed --from people.json
! ✗ Each webUrl in people.json must be an address such as https://contoso.sharepoint.com/sites/Partners.
= exit 64

--- people.json
{"users": []}
---

$ entitle sandbox seed --from people.json
! ✗ people.json names no user, group, app or site.
= exit 64

Nothing of it is served here.

$ entitle sandbox stop
| No sandbox runs from .entitle/sandbox.db.
= exit 0
$ entitle sandbox start --background :memory:
! ✗ A sandbox in memory cannot run in the background: nothing could find it again. Name a file.
= exit 64
$ entitle sandbox start --background --port 8765 --format json
| {
|   "format": "entitle-sandbox/1",
|   "url": "http://127.0.0.1:8765",
|   "tenantId": "00000000-0000-4000-8000-000000000000",
|   "file": ".entitle/sandbox.db",
|   "pid": 4711
| }
= exit 0
