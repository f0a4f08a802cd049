Testing who gets in

Scenarios say who asks for what and what must come of it. They are tried against the sources; no tenant is asked.

% the sources of tested
$ entitle test
| ✓ A supplier of Fabrikam joins the project  scenarios.entitle:1:10
| ✗ Employees get in without anybody  scenarios.entitle:10:10
|   scenarios.entitle:13:3  error  not as expected
|     │ expect no approval
|     │ ━━━━━━━━━━━━━━━━━━ Under policy staff, approval is by manager.
|     → partners.entitle:30:7  Approval is by manager.
| ? A guest of anybody stays outside  scenarios.entitle:17:10
|   scenarios.entitle:20:3  warning  not determined
|     │ expect denied
|     │ ━━━━━━━━━━━━━
|     │ It can’t be told for policy suppliers: it lets people of connected organizations request, and it is not known where
|     │ the guest comes from.
|     → partners.entitle:12:7  Policy suppliers says it here.
| ✓ Nobody from an unknown company gets in  scenarios.entitle:23:10
|
| 4 scenarios: 2 passed, 1 failed, 1 not determined
= exit 1
$ entitle test --only fabrikam
| ✓ A supplier of Fabrikam joins the project  scenarios.entitle:1:10
|
| 1 scenario: 1 passed · 3 left out
= exit 0
$ entitle test --only nothing
| None of the 4 scenarios has “nothing” in its title.
= exit 0
$ entitle test --only employees --format json
| {
|   "format": "entitle-test/1",
|   "scenarios": [
|     {
|       "title": "Employees get in without anybody",
|       "verdict": "failed",
|       "place": {
|         "file": "scenarios.entitle",
|         "start": {
|           "line": 9,
|           "character": 0
|         },
|         "end": {
|           "line": 14,
|           "character": 1
|         }
|       },
|       "outcomes": [
|         {
|           "verdict": "failed",
|           "place": {
|             "file": "scenarios.entitle",
|             "start": {
|               "line": 12,
|               "character": 2
|             },
|             "end": {
|               "line": 12,
|               "character": 20
|             }
|           },
|           "message": "Under policy staff, approval is by manager.",
|           "related": [
|             {
|               "place": {
|                 "file": "partners.entitle",
|                 "start": {
|                   "line": 29,
|                   "character": 6
|                 },
|                 "end": {
|                   "line": 31,
|                   "character": 7
|                 }
|               },
|               "message": "Approval is by manager."
|             }
|           ]
|         },
|         {
|           "verdict": "passed",
|           "place": {
|             "file": "scenarios.entitle",
|             "start": {
|               "line": 13,
|               "character": 2
|             },
|             "end": {
|               "line": 13,
|               "character": 32
|             }
|           },
|           "related": []
|         }
|       ]
|     }
|   ],
|   "leftOut": 3
| }
= exit 1
$ entitle test --format junit
| <?xml version="1.0" encoding="UTF-8"?>
| <testsuites name="entitle test" tests="4" failures="1" errors="0" skipped="1">
|   <testsuite name="scenarios.entitle" tests="4" failures="1" errors="0" skipped="1">
|     <testcase classname="scenarios.entitle" name="A supplier of Fabrikam joins the project"/>
|     <testcase classname="scenarios.entitle" name="Employees get in without anybody">
|       <failure message="Under policy staff, approval is by manager.">scenarios.entitle:13: Under policy staff, approval is by manager.</failure>
|     </testcase>
|     <testcase classname="scenarios.entitle" name="A guest of anybody stays outside">
|       <skipped message="It can’t be told for policy suppliers: it lets people of connected organizations request, and it is not known where the guest comes from."/>
|     </testcase>
|     <testcase classname="scenarios.entitle" name="Nobody from an unknown company gets in"/>
|   </testsuite>
| </testsuites>
= exit 1

% remove scenarios.entitle
$ entitle test
| The sources have no scenario. `scenario "…" { … }` writes one: entitle explain scenario.
= exit 0

Sources that can't be understood are not tried.

% replace partners.entitle: "owners" by "ownrs"
$ entitle test
! partners.entitle:4:3  error  syntax
!   │ ownrs governance
!   │ ━━━━━ `ownrs` doesn't fit here; did you mean `owners`?
!   + fix: replace it by `owners` (entitle check --fix, or the light bulb)
!
! 1 error in 2 files
! Not tested: the sources have errors.
= exit 1
