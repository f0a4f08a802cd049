Formatting
==========

fmt --check names what is not in shape and writes nothing; fmt puts it in shape.

% the sources of small

--- odd.entitle
group   contractors    "Contractors"
catalog   odd "Odd"   {
owners governance
   resources contractors }
---

$ entitle fmt --check
| ~ odd.entitle: not formatted
| 1 file to format, 2 already in shape; entitle fmt does it.
= exit 1

$ entitle fmt
| ✓ odd.entitle
| 1 file formatted, 2 already in shape.
= exit 0

$ entitle fmt --check
| In shape: 3 files.
= exit 0

$ entitle fmt --check --format json
| {
|   "format": "entitle-fmt/1",
|   "files": [
|     {
|       "file": "odd.entitle",
|       "result": "unchanged"
|     },
|     {
|       "file": "partners.entitle",
|       "result": "unchanged"
|     },
|     {
|       "file": "tenant.entitle",
|       "result": "unchanged"
|     }
|   ]
| }
= exit 0
