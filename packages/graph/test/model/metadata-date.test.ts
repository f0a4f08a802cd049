import fs from 'node:fs'
import path from 'node:path'
import { metadataDate } from '@entitle/graph'
import { expect, it } from 'vitest'

it('is the day of the metadata that the sandbox speaks too', () => {
  const schema = path.resolve(import.meta.dirname, '../../../sandbox/src/schema/graph-types.ts')
  expect(metadataDate).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(fs.readFileSync(schema, 'utf8')).toContain(`(${metadataDate})`)
})
