import type { Finding } from '@entitle/graph'
import type { Requestable } from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'
import { holderWords, isOwn, type TermsHolder, termsHolders } from './terms-holders.ts'

/** `managers may request` where those who get access have no managers. */
export const managersOfRequestors: Check = ({ program }) => termsHolders(program).flatMap(withoutManagers)

const reasons: { readonly [who in Requestable['who']]?: string } = {
  'users from': 'people from outside rarely have a manager in the directory',
  'any connected organization': 'people from outside rarely have a manager in the directory',
  'any external user': 'people from outside rarely have a manager in the directory',
  apps: 'apps have no manager',
  'any service principal': 'apps have no manager',
  'any agent identity': 'agents have a sponsor, and no manager',
  'no one': 'nobody may request',
}

const withoutManagers = (holder: TermsHolder): Finding[] => {
  const { onBehalf, requestable } = holder.terms
  if (onBehalf === undefined || requestable === undefined || (!isOwn(onBehalf) && !isOwn(requestable))) return []
  const reason = reasons[requestable.value.who]
  return reason === undefined
    ? []
    : [
        findingAt(
          'on-behalf-without-manager',
          'warning',
          isOwn(onBehalf) ? onBehalf.range : requestable.range,
          `Managers may request for their reports under ${holderWords(holder)}, but ${reason}. Leave that out, or let members request too, in a policy of their own.`,
          {
            related: [
              isOwn(onBehalf)
                ? { place: { kind: 'source', range: requestable.range }, message: 'This is who may request.' }
                : { place: { kind: 'source', range: onBehalf.range }, message: 'The template says it here.' },
            ],
          },
        ),
      ]
}
