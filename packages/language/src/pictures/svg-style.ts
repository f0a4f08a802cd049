const light = `--paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #8c959f; --band: #f6f8fa; --box: #ffffff;
  --decides: #fff8c5; --access: #dafbe1; --review: #ddf4ff; --end: #ffebe9; --focus: #0550ae;`
const dark = `--paper: #0d1117; --ink: #e6edf3; --quiet: #9da7b3; --line: #6e7681; --band: #161b22; --box: #0d1117;
  --decides: #3b2f00; --access: #0f2f1a; --review: #0c2d4a; --end: #42181c; --focus: #79c0ff;`
const contrast = `--box: var(--paper); --band: var(--paper); --decides: var(--paper); --access: var(--paper); --review: var(--paper);
  --end: var(--paper); --quiet: var(--ink);`

/** How pictures look: in the reader's own colours. VS Code says by the classes of the page's body which theme it has. */
export const svgStyle = `
svg.entitle { color-scheme: light dark; font-family: system-ui, "Segoe UI", sans-serif; ${light} }
@media (prefers-color-scheme: dark) { svg.entitle { ${dark} } }
@media screen {
  body.vscode-light svg.entitle { ${light} }
  body.vscode-dark svg.entitle { ${dark} }
  body.vscode-high-contrast:not(.vscode-high-contrast-light) svg.entitle { ${dark} --paper: #000000; --ink: #ffffff; --line: #6fc3df; ${contrast} }
  body.vscode-high-contrast-light svg.entitle { ${light} --paper: #ffffff; --ink: #000000; --line: #0f4a85; ${contrast} }
}
@media print { svg.entitle { ${light} } }
.paper { fill: var(--paper); }
.frame { fill: var(--band); stroke: var(--line); stroke-dasharray: 4 3; }
.heading { fill: var(--ink); font-size: 20px; font-weight: 600; }
.group { fill: var(--ink); font-size: 14px; font-weight: 600; }
.box rect { fill: var(--box); stroke: var(--line); stroke-width: 1.2; }
.decides rect { fill: var(--decides); }
.access rect, .resource rect { fill: var(--access); }
.review rect { fill: var(--review); }
.people rect { fill: var(--review); }
.end rect { fill: var(--end); }
.title { fill: var(--ink); font-size: 14px; font-weight: 600; }
.line { fill: var(--ink); font-size: 13px; }
.label { fill: var(--quiet); font-size: 12px; }
.arrow { fill: none; stroke: var(--line); stroke-width: 1.5; }
.tip { fill: var(--line); }
.box[role="link"] { cursor: pointer; }
.box:focus { outline: none; }
.box:focus-visible rect, .box:focus rect { stroke: var(--focus); stroke-width: 3; }
`
