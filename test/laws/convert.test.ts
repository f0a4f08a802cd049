import { convert, openWorkspace } from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

const em = '/identityGovernance/entitlementManagement'

/** What Graph answers about a tenant to whoever asks for its objects. */
const pages = [
  `${em}/connectedOrganizations`,
  `${em}/catalogs?$expand=resources,customWorkflowExtensions`,
  `${em}/accessPackages?$expand=catalog,resourceRoleScopes($expand=role,scope),incompatibleAccessPackages,incompatibleGroups`,
  `${em}/assignmentPolicies?$expand=accessPackage,questions,customExtensionStageSettings($expand=customExtension)`,
]

/** Lists of their own, which no page has. */
const elsewhere = new Set(['settings', 'sponsor', 'catalog-role', 'access-review'])

it('says what Graph answered: planning the converted sources finds nothing to change but what was told', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, desired =>
      inWorld(async world => {
        await world.deploy(desired)
        const transport = sandboxTransport(world.sandbox)
        const answers = await Promise.all(pages.map(path => transport.send({ method: 'GET', path })))
        expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200))
        const objects = answers.flatMap(({ body }) => (body as unknown as { value: object[] }).value)
        const { text, losses } = await convert(JSON.stringify(objects), 'json')
        const tenant = 'tenant contoso "Contoso" { domain "contoso.com" }\n'
        const files = { '/w/tenant.entitle': tenant, '/w/a.entitle': text }
        const workspace = await openWorkspace({ files, today: '2026-06-01', rules: false })
        const errors = workspace.check().filter(({ rule }) => rule === 'syntax' || rule === 'unknown-name')
        expect(errors.map(({ message }) => message)).toEqual([])
        const { plan } = await world.prepare(workspace.desired().tenant)
        // What the language can't say is told.
        const isTold = (path: string) => losses.some(({ message }) => message.includes(path))
        const changed = plan.steps.flatMap(({ action, kind, changes }) =>
          elsewhere.has(kind) ? [] : changes.flatMap(({ path }) => (isTold(path) ? [] : [`${action} ${kind} ${path}`])),
        )
        expect(changed).toEqual([])
      }),
    ),
    { numRuns: 25, seed: 13 },
  )
})
