import fs from 'node:fs'
import path from 'node:path'
import { type Coverage, coverage } from '@entitle/sandbox'

// Writes docs/sandbox-coverage.md from the sandbox's own tables. `test/meta/sandbox-coverage.test.ts` compares them.

const file = path.resolve(import.meta.dirname, '../docs/sandbox-coverage.md')

const short: readonly (readonly [string, string])[] = [
  ['/identityGovernance/entitlementManagement', 'Entitlement management'],
  ['/identityGovernance/accessReviews', 'Access reviews'],
  ['/roleManagement/entitlementManagement', 'Roles in catalogs'],
  ['', 'Directory'],
]

const cell = (text: string) => text.replaceAll('|', '\\|')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')

/** The permissions that open a route, in one breath where they are the same for applications and for users. */
const permissions = ({ application, delegated }: Coverage['routes'][number]): string => {
  if (application.join() === delegated.join()) return application.join(', ')
  const own = application.length === 0 ? 'not for an application on its own' : `on its own: ${application.join(', ')}`
  return `${own}; for a user: ${delegated.join(', ')}`
}

const routesBelow = ({ routes }: Coverage, base: string, before: readonly string[]): string =>
  table(
    ['', 'below', 'what it does', 'an application needs one of'],
    routes
      .filter(route => route.path.startsWith(base) && !before.some(other => route.path.startsWith(other)))
      .map(route => [route.method, `\`${route.path.slice(base.length)}\``, route.does, permissions(route)]),
  )

/** The page as it should be. */
export const sandboxCoverage = (): string => {
  const known = coverage()
  const bases = short.map(([base]) => base)
  return `<!-- Written by scripts/sandbox-coverage.ts; change the sandbox instead. -->

# What the sandbox tenant does

Microsoft Graph v1.0 as far as entitlement management needs it. What is not here is refused with 501 and its name, never answered by a guess.

Every collection takes \`$filter\` (comparisons, \`in\`, \`and\`, \`or\`, \`not\`, \`startswith\`, \`endswith\`, \`contains\`, \`tolower\`, \`toupper\`, \`trim\`,
\`length\`, lambdas \`any\` and \`all\`, paths through navigation properties and type casts), \`$expand\` (nested, with options of its own), \`$select\`,
\`$orderby\`, \`$top\`, \`$skip\` and \`$count\`, and is sent in pages with \`@odata.nextLink\`. \`$batch\` takes 20 requests, with \`dependsOn\`. Graph gives
none of these objects an ETag, so neither does the sandbox.

Applications sign in with client credentials (any client id, the secret \`sandbox\`), users of the directory with the password \`sandbox\` or by device
code on the page \`/devicelogin\`; \`admin@\` the tenant's domain is a Global Administrator. A token carries what it asks for; what a user may do
depends on the directory roles (\`entitle sandbox seed --from\`) and on the roles in catalogs.

Time is the tenant's own: \`entitle sandbox clock +30d\` moves it, and what is due happens in its order: requests begin, access ends, approvals are
passed on and run out, reviews open, close and are applied, guests are blocked and deleted.
${short
  .map(
    ([base, title], place) => `
## ${title}
${base === '' ? '' : `\n\`${base}\`\n`}
${routesBelow(known, base, bases.slice(0, place))}
`,
  )
  .join('')}
## Objects

${table(
  ['type', 'properties', 'followed by `$expand`', 'declared, not followed'],
  known.types.map(({ type, properties, expands, leavesOut }) => [
    type,
    String(properties),
    expands.join(', '),
    leavesOut.join(', '),
  ]),
)}

Properties are those of Microsoft's published schema; bodies that say others are refused.

## Not done

${table(
  ['', 'path', 'why'],
  known.notDone.map(({ method, path: at, what, why }) => [method, `\`${at}\``, `${what}: ${why}`]),
)}

Also not done: resources other than groups, applications and SharePoint sites, resource requests of type \`adminUpdate\`, calls of workflows (they are
kept and checked, and nothing is sent), people who get access by an automatic assignment's rule, and mail.
`
}

if (import.meta.main) {
  fs.writeFileSync(file, sandboxCoverage())
  console.log('docs/sandbox-coverage.md')
}
