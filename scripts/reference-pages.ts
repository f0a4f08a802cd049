import fs from 'node:fs'
import path from 'node:path'
import { pages } from '@entitle/language'
import { findingsText } from './reference/findings-page.ts'
import { indexText } from './reference/index-page.ts'
import { pageText } from './reference/page.ts'
import { rulePagesModule } from './reference/rule-pages.ts'

// Writes docs/reference from the texts of the language, and the module through which `entitle explain` has the pages of docs/rules.
// `test/meta/reference.test.ts` compares them.

const root = path.resolve(import.meta.dirname, '..')

/** The pages of docs/reference, by file name. */
export const referencePages = (): { readonly [file: string]: string } => ({
  'README.md': indexText(),
  'findings.md': findingsText(),
  ...Object.fromEntries(pages.map(page => [`${page.name}.md`, pageText(page)])),
})

export const rulePagesFile = path.join(root, 'packages/cli/src/generated/rule-pages.ts')

if (import.meta.main) {
  const folder = path.join(root, 'docs/reference')
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(referencePages())) fs.writeFileSync(path.join(folder, file), text)
  fs.writeFileSync(rulePagesFile, rulePagesModule(path.join(root, 'docs/rules')))
  console.log(`docs/reference: ${Object.keys(referencePages()).length} pages`)
}
