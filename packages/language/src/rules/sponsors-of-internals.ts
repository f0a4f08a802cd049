import type { Program, Requestable } from '../resolve/program.ts'
import { defineRule, sayer } from './define-rule.ts'
import { replace } from './edit.ts'
import { guestsIn } from './guest.ts'
import { askedIn, isSponsor, managerInstead } from './sponsors.ts'

export const sponsorsOfInternals = defineRule({
  name: 'sponsors-of-internals',
  finds: 'sponsors as approvers for members, who have none',
  why: 'Organizations and guests have sponsors; a request of somebody from inside reaches nobody and runs out.',
  source: 'https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy',
  severity: { recommended: 'error', strict: 'error' },
  element: 'policy',
  check(policy, { program, report }) {
    const { approval, requestable } = policy.terms
    if (approval?.value.required !== true || !isInternal(requestable?.value, program)) return
    for (const stage of approval.value.stages)
      for (const asked of askedIn(stage).filter(isSponsor)) {
        const text = managerInstead(policy, stage, asked)
        report({
          message: `${sayer(policy, approval)} has ${asked.subject} decide on requests of members, who have none. Ask their manager instead.`,
          range: asked.range,
          fixes:
            text === undefined
              ? []
              : [
                  {
                    title: `Write "${text}"`,
                    safe: approval.template === undefined,
                    edits: [replace(asked.range, text)],
                  },
                ],
        })
      }
  },
})

/** Only members: all, or users of whom none is a guest. Who is in a group isn't known here. */
const isInternal = (requestable: Requestable | undefined, program: Program): boolean =>
  requestable?.who === 'any member' ||
  (requestable?.who === 'objects' &&
    requestable.objects.every(({ object }) => object.kind === 'user') &&
    guestsIn(requestable, program).length === 0)
