import type { Approval, CatalogElement, Requestable, Subject } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'

const requestors: { readonly [who in Requestable['who']]?: string } = {
  'any service principal': 'any service principal',
  'any agent identity': 'any agent identity',
  apps: 'apps',
}

const sponsors: readonly Subject['subject'][] = ['user sponsors', 'internal sponsors', 'external sponsors']

export const agentAccess = defineRule({
  name: 'agent-access',
  finds: 'agent identities or service principals that may request without approval by a sponsor or owner',
  why: 'Software asks as often as it is told to; a person who answers for it should know what it may do.',
  source: 'https://learn.microsoft.com/entra/agent-id/agent-access-packages',
  severity: { recommended: 'warning', strict: 'error' },
  element: 'policy',
  check(policy, { report }) {
    const { requestable, approval } = policy.terms
    const who = requestable === undefined ? undefined : requestors[requestable.value.who]
    if (requestable === undefined || who === undefined) return
    if (isByOwner(approval?.value, policy.package.catalog)) return
    const approved = approval?.value.required === true
    report({
      message: `${sayer(policy, approved ? approval : requestable)} lets ${who} in ${approved ? 'with approval only of people who are no sponsors or owners' : "without anybody's approval"}. Have \`user sponsors\` or an owner of the catalog approve.`,
      range: approved ? approval.range : requestable.range,
    })
  },
})

/** One stage by a sponsor, or by who owns the catalog, is enough. */
const isByOwner = (approval: Approval | undefined, { owners }: CatalogElement): boolean =>
  approval?.required === true &&
  approval.stages.some(({ approvers }) =>
    approvers.some(
      asked =>
        sponsors.includes(asked.subject) ||
        (asked.subject === 'object' &&
          owners.some(
            ({ object }) => object.kind === asked.object.kind && object.displayName === asked.object.displayName,
          )),
    ),
  )
