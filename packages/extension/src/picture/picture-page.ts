import { pictureScript } from './picture-script.ts'

/**
 * A picture as a page that can be zoomed. Nothing is loaded; the one script that runs is ours.
 * @param subject what the picture is of, as JSON: the page has VS Code keep it for the time after a reload
 */
export const picturePage = (
  picture: { readonly title: string; readonly svg: string },
  nonce: string,
  subject: unknown,
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'nonce-${nonce}'">
<title>${escaped(picture.title)}</title>
<style>
html, body { height: 100%; margin: 0; padding: 0; }
body { display: flex; flex-direction: column; }
header { display: flex; gap: 4px; align-items: center; padding: 4px 8px; border-bottom: 1px solid var(--vscode-panel-border, transparent); }
button { font: inherit; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-contrastBorder, transparent); padding: 2px 10px; cursor: pointer; }
button:focus-visible, main:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
output { min-width: 4em; color: var(--vscode-foreground); }
main { flex: 1; overflow: auto; }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>
</head>
<body data-subject="${escaped(JSON.stringify(subject))}">
<header>
<h1>${escaped(picture.title)}</h1>
<div role="toolbar" aria-label="Zoom">
<button type="button" id="larger" title="Zoom in">+</button>
<button type="button" id="smaller" title="Zoom out">-</button>
<button type="button" id="whole" title="Show all of it (0)">Fit</button>
<output id="zoom" aria-live="polite">100 %</output>
</div>
</header>
<main tabindex="0" aria-label="${escaped(picture.title)}">
${picture.svg}
</main>
<script nonce="${nonce}">${pictureScript}</script>
</body>
</html>
`

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.codePointAt(0)};`)
