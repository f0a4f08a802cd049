Rules and waivers
=================

Which rules hold here, which standard says so, what one of them means, and which exceptions there are.

% the sources of small

--- standard.entitle
standard ours extends recommended {
  rule external-expiration error at most 90 days
  rule nothing-hidden off where tag pilot
  deny hidden as nothing-hidden because "People ask for what they can't see"
}
---

$ entitle rules nothing-hidden
| nothing-hidden
|
| Finds what standard ours denies: hidden.
|
| Here
|
|   error: ours (standard.entitle:4)
|   off where tag pilot: ours (standard.entitle:3)
= exit 0
$ entitle rules nothing-hidden --format json
| {
|   "format": "entitle-rules/1",
|   "standard": "ours",
|   "rules": [
|     {
|       "name": "nothing-hidden",
|       "kind": "own",
|       "finds": "what standard ours denies: hidden",
|       "page": "https://github.com/entitle/entitle/blob/main/docs/reference/own-rules.md",
|       "setting": "error",
|       "by": {
|         "standard": "ours",
|         "file": "standard.entitle",
|         "line": 4
|       },
|       "where": [
|         {
|           "tags": [
|             "pilot"
|           ],
|           "setting": "off",
|           "by": {
|             "standard": "ours",
|             "file": "standard.entitle",
|             "line": 3
|           }
|         }
|       ]
|     }
|   ]
| }
= exit 0
$ entitle rules external-expiraton
! ✗ There is no rule, file or folder called external-expiraton. Did you mean external-expiration?
= exit 64
$ entitle rules nowhere.entitle
! ✗ There is no rule, file or folder called nowhere.entitle. entitle rules lists all there are.
= exit 64
$ entitle waivers
| No rule is waived.
= exit 0
$ entitle waivers --format json
| {
|   "format": "entitle-waivers/1",
|   "waivers": []
| }
= exit 0
