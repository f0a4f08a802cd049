Leaving files out
=================

--exclude leaves files out for one command, as .gitignore does for all.

--- good.entitle
group desk "Desk"
---

--- drafts/odd.entitle
group   contractors    "Contractors"
catalog odd "Odd" { ownrs contractors }
---

--- old-partners.entitle
catalog old "Old" { ownrs desk }
---

$ entitle check --exclude drafts/ --exclude "old-*"
| 1 hint in 1 file (0 ms)
= exit 0

$ entitle check --exclude drafts/
| old-partners.entitle:1:9  info  missing-description
|   │ catalog old "Old" { ownrs desk }
|   │         ━━━
|   │ Catalog "Old" has no description, so who looks after it learns from its name only what belongs there. Add
|   │ `description` and a sentence on what it is for.
|   = Requestors and approvers decide by what they read there.
|   › docs: rules/missing-description
|
| old-partners.entitle:1:21  error  syntax
|   │ catalog old "Old" { ownrs desk }
|   │                     ━━━━━ `ownrs` doesn't fit here; did you mean `owners`?
|   + fix: replace it by `owners` (entitle check --fix, or the light bulb)
|
| 1 error, 1 note in 2 files (0 ms)
= exit 1

$ entitle fmt --check --exclude drafts/ --exclude "old-*"
| In shape: 1 file.
= exit 0

$ entitle plan --sandbox --exclude drafts/ --exclude "old-*"
! ✗ The sources declare no tenant. Add one, as in `tenant contoso "Contoso" { domain "contoso.com" }`.
= exit 64
