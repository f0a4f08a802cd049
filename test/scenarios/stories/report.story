Governance report

What an auditor is shown: where the sources stand, as a page, as Markdown and as JSON, and what has changed since another day.

% the sources of small

$ entitle report --out report.json
| report.json is written: every recommendation is kept, 1 way in from outside, 0 errors, 0 warnings.
= exit 0
$ entitle report --since report.json --out later.md
| later.md is written: every recommendation is kept, 1 way in from outside, 0 errors, 0 warnings.
= exit 0
$ entitle report --out report.html
| report.html is written: every recommendation is kept, 1 way in from outside, 0 errors, 0 warnings.
= exit 0
$ entitle report --since partners.entitle
! ✗ partners.entitle is no report to compare with. Write one with entitle report --out report.json.
= exit 64
$ entitle report --since nothing.json
! ✗ nothing.json cannot be read: there is no such file. Nothing was changed.
= exit 64
