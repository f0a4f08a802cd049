import type { Finding } from '@entitle/graph'
import type { OrganizationElement } from '../resolve/program.ts'
import { blockFix } from './block-fix.ts'
import { type Check, findingAt } from './check.ts'

/**
 * Organizations whose people nobody could recognize, and organizations that say in several ways whose they are: Graph creates one with
 * exactly one source. A warning, since the portal can add more to one that exists, and such an organization may be declared.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-connectedorganizations
 */
export const identitySources: Check = ({ program }) =>
  program.organizations.flatMap(organization => [
    ...(organization.sources.length === 0 ? [without(organization)] : []),
    ...(organization.sources.length > 1 ? several(organization) : []),
  ])

const without = ({ name, nameRange, block }: OrganizationElement): Finding =>
  findingAt(
    'organization-without-source',
    'error',
    nameRange,
    `Organization ${name} says no \`domain\` and no \`tenant\`, so nobody's account belongs to it. Add one, as in \`domain "${name}.com"\`.`,
    { fixes: [blockFix(block, `domain "${name}.com"`, `Add \`domain "${name}.com"\``, false)] },
  )

const several = ({ name, sources }: OrganizationElement): Finding[] =>
  sources.flatMap((source, index) => {
    if (index === 0) return []
    const { kind, value } = source.value
    const before = sources
      .slice(0, index)
      .find(other => other.value.kind === kind && other.value.value.toLowerCase() === value.toLowerCase())
    if (before !== undefined)
      return [
        findingAt(
          'repeated-item',
          'warning',
          source.range,
          `Organization ${name} has ${kind} "${value}" already. Leave this out.`,
          {
            related: [{ place: { kind: 'source', range: before.range }, message: 'It is said here first.' }],
          },
        ),
      ]
    return [
      findingAt(
        'several-identity-sources',
        'warning',
        source.range,
        `Organization ${name} is known by ${sources.length} sources, and Microsoft Graph creates an organization with exactly one: a new one is refused. Declare an organization for each, or add the others in the Entra portal.`,
      ),
    ]
  })
