import fs from 'node:fs'
import path from 'node:path'

/** The pages of docs/rules as a module, since a bundle has no files beside it. */
export const rulePagesModule = (folder: string): string => {
  const pages = fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map(file => [path.basename(file, '.md'), fs.readFileSync(path.join(folder, file), 'utf8')] as const)
  const lines = pages.map(([name, text]) => `  '${name}': ${JSON.stringify(text)},`)
  return [
    '// Written by scripts/reference-pages.ts from docs/rules; change those instead.',
    '',
    '/** The page of each rule, as Markdown. */',
    'export const rulePages: { readonly [rule: string]: string } = {',
    ...lines,
    '}',
    '',
  ].join('\n')
}
