import type { PackageElement } from '../resolve/program.ts'
import { defineRule } from './define-rule.ts'
import { isExternalPolicy } from './external.ts'

type Grant = PackageElement['grants'][number]

export const externalPrivilegedRole = defineRule({
  name: 'external-privileged-role',
  finds: "an external policy under which people get a group's ownership or a role whose name matches the pattern",
  why: 'Who owns a group or administers an application decides who else gets in, past every approval, end and review.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-resources',
  severity: { recommended: 'error', strict: 'error' },
  pattern: { default: '(?i)admin|owner|full control' },
  element: 'policy',
  check(policy, { program, matches, report }) {
    if (!isExternalPolicy(policy, program)) return
    for (const grant of policy.package.grants)
      if (isOwnership(grant) || matches(grant.role))
        report({
          message: isOwnership(grant)
            ? `People from outside may become owners of group "${grant.resource.object.displayName}", and then let in whom they like. Grant "Member".`
            : `People from outside may get the role "${grant.role}" in "${grant.resource.object.displayName}". Grant them a lesser one, or move it to a package for people from inside.`,
          range: grant.range,
        })
  },
})

const isOwnership = ({ role, resource }: Grant): boolean =>
  resource.object.kind === 'group' && role.trim().toLowerCase() === 'owner'
