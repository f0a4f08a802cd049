import type { Ref, Tenant, TenantFacts } from '@entitle/graph'
import { type FactRule, factsIn, type Notice, refsIn } from './fact-rule.ts'
import { namesIn } from './names-in.ts'

/** Whether an account is there and disabled. */
const disabledIn = ({ accounts }: TenantFacts): ((ref: Ref) => boolean) => {
  const disabled = new Set(factsIn(accounts).flatMap(({ id, isEnabled }) => (isEnabled ? [] : [id])))
  return ({ $ref, id }) => $ref === 'user' && id !== undefined && disabled.has(id.toLowerCase())
}

const called = (refs: readonly Ref[]): readonly string[] => [
  ...new Set(refs.map(({ name, id = '' }) => (name === '' ? id : name))),
]

/** `The account of ben@contoso.com is disabled`. */
const saysDisabled = (names: readonly string[]): string =>
  names.length === 1
    ? `The account of ${names[0]} is disabled`
    : `The accounts of ${names.length} people are disabled, ${namesIn(names)}`

const deciders = [
  { property: 'requestApprovalSettings', to: 'approve requests' },
  { property: 'reviewSettings', to: 'review access' },
] as const

/** What the directory says of people's accounts. */
export const accountRules: readonly FactRule[] = [
  {
    name: 'disabled-decider',
    finds: 'a policy that names an approver or a reviewer whose account is disabled',
    why: 'Requests and reviews wait for somebody who can’t sign in.',
    elements: ['policy'],
    needs: ['accounts'],
    find({ objects }: Tenant, facts): readonly Notice[] {
      const isDisabled = disabledIn(facts)
      return objects.flatMap(({ kind, address, properties }) =>
        kind !== 'assignment-policy'
          ? []
          : deciders.flatMap(({ property, to }) => {
              const names = called(refsIn(properties[property]).filter(isDisabled))
              if (names.length === 0) return []
              return [{ address, message: `${saysDisabled(names)}, named here to ${to}. Name somebody else.` }]
            }),
      )
    },
  },
  {
    name: 'disabled-sponsor',
    finds: 'an organization with a sponsor whose account is disabled',
    why: 'Requests that sponsors approve wait for somebody who can’t sign in.',
    elements: ['organization'],
    needs: ['accounts'],
    find({ objects }: Tenant, facts): readonly Notice[] {
      const isDisabled = disabledIn(facts)
      return objects.flatMap(({ kind, parent = '', properties }) => {
        const names = kind === 'sponsor' ? called(refsIn(properties.principal).filter(isDisabled)) : []
        if (names.length === 0) return []
        return [{ address: parent, message: `${saysDisabled(names)}, a sponsor here. Name somebody else.` }]
      })
    },
  },
]
