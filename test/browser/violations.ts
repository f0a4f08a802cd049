import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const { source: axe } = createRequire(import.meta.url)('axe-core') as { readonly source: string }

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What of a page hinders people, by axe's rules. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const found = await page.evaluate<readonly Violation[]>('axe.run(document).then(({ violations }) => violations)')
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
}
