import type { SourceEdit } from '@entitle/graph'
import type { CatalogElement } from '../resolve/program.ts'
import { defineRule } from './define-rule.ts'
import { addStatement, replace } from './edit.ts'

const statement = 'visible to external users'

export const externalVisibility = defineRule({
  name: 'external-visibility',
  finds:
    "a catalog with external policies that people from outside can't see, or one that they can see with nothing for them",
  why: 'Only in a catalog that is enabled for external users can people from outside request; any other one that is enabled is an open door into an empty room.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-catalog-create',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'catalog',
  check(catalog, { externalPolicy, report }) {
    const external = externalPolicy(catalog.name)
    if (catalog.visibleToExternal === (external !== undefined)) return
    if (external !== undefined)
      report({
        message: `Catalog "${catalog.displayName}" has policies for people from outside, and isn't visible to them, so none of them can request anything. Write \`${statement}\`.`,
        range: catalog.nameRange,
        related: [
          {
            place: { kind: 'source', range: external.nameRange },
            message: `Policy "${external.displayName}" lets people from outside request.`,
          },
        ],
        fixes: [{ title: `Add "${statement}"`, safe: false, edits: [addition(catalog)] }],
      })
    else
      report({
        message: `Catalog "${catalog.displayName}" is visible to people from outside, and no policy in it lets them request anything. Leave \`${statement}\` out.`,
        range: catalog.statementRanges.Visible ?? catalog.nameRange,
        fixes:
          catalog.visibleRemoval === undefined
            ? []
            : [{ title: `Remove "${statement}"`, safe: true, edits: [replace(catalog.visibleRemoval, '')] }],
      })
  },
})

/** Among the statements at the head of the catalog, rather than behind its packages. */
const addition = ({ block, statementRanges }: CatalogElement): SourceEdit => {
  const { Description: description, RoleHolders: owners, Resources: resources } = statementRanges
  const head = description ?? owners ?? resources
  if (block.inline || head === undefined) return addStatement(block, [statement])
  return replace({ ...head, start: head.end }, `\n${' '.repeat(block.indent)}${statement}`)
}
