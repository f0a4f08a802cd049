import path from 'node:path'
import { root } from '../harness/places.ts'

/** The workspace that the stories are told about: the example, and a file with something to repair. */
export const sources: readonly string[] = [
  path.join(root, 'examples/partner-collaboration'),
  path.join(root, 'test/e2e/fixture'),
]
