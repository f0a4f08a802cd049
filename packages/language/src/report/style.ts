const light = `--paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --band: #f6f8fa;
  --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae;`
const dark = `--paper: #0d1117; --ink: #e6edf3; --quiet: #9da7b3; --line: #3d444d; --band: #161b22;
  --good: #56d364; --bad: #ff9492; --warn: #f0b72f; --link: #79c0ff;`

/** How the page looks: in the reader's own colours, light or dark, and on paper. VS Code says by the body's classes which theme it has. */
export const style = `
:root { color-scheme: light dark; ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
@media screen {
  body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; ${light} }
  body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark; ${dark} }
  body.vscode-high-contrast { --paper: #000000; --band: #000000; --ink: #ffffff; --quiet: #ffffff; --line: #6fc3df; }
  body.vscode-high-contrast-light { --paper: #ffffff; --band: #ffffff; --ink: #000000; --quiet: #000000; --line: #0f4a85; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; margin: 0; line-height: 1.2; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
p { margin: .4rem 0; }
.quiet { color: var(--quiet); }
a { color: var(--link); }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
dl.figures div { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; background: var(--band); }
dl.figures dt { color: var(--quiet); font-size: .875rem; }
dl.figures dd { margin: 0; font-size: 1.6rem; font-weight: 600; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 600; }
th p, th ul, th .quiet { font-weight: 400; }
code.rule { white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
ul { margin: .25rem 0; padding-left: 1.1rem; }
code { font: .875em ui-monospace, "Cascadia Code", Consolas, monospace; overflow-wrap: anywhere; }
.met { color: var(--good); font-weight: 600; }
.not-met { color: var(--bad); font-weight: 600; }
.excepted { color: var(--warn); font-weight: 600; }
.not-checked, .not-applicable { color: var(--quiet); }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --band: #fff; --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #000; }
  main { max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  .scroll { overflow: visible; }
  tr, dl.figures div { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`
