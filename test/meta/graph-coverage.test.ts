import fs from 'node:fs'
import { expect, it } from 'vitest'
import { coverageFile, coverageText } from '../../scripts/graph-coverage-page.ts'

it('the page of what the language says of Graph is as its table', () => {
  expect(fs.readFileSync(coverageFile, 'utf8'), 'run: node scripts/graph-coverage-page.ts').toBe(coverageText())
})
