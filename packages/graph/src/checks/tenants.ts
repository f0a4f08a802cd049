import type { Properties } from '../model/tenant.ts'
import { defineCheck, items } from './check.ts'
import { daysIn, spanInWords } from './spans.ts'

const sourcesOf = (organization: Properties | undefined): readonly string[] =>
  items(organization, 'identitySources').map(source =>
    String(source.domainName ?? source.tenantId ?? source.displayName ?? ''),
  )

export const connectsOrganization = defineCheck({
  name: 'connects-organization',
  tells: 'that people of another organization, or domain, count as connected',
  why: 'Every policy for any connected organization admits them at once.',
  severity: 'warning',
  kinds: ['connected-organization'],
  check({ action, name, before, after }) {
    if (after === undefined || after.state === 'proposed') return undefined
    if (action === 'create')
      return { message: `${name} is connected, with ${sourcesOf(after).join(', ')}.`, severity: 'info' }
    if (before?.state === 'proposed' && after.state === 'configured')
      return { message: `${name} is no longer only proposed: its people may request.` }
    const known = new Set(sourcesOf(before))
    const more = sourcesOf(after).filter(source => !known.has(source))
    return more.length === 0 ? undefined : { message: `People of ${more.join(', ')} count as ${name} too.` }
  },
})

export const keepsGuests = defineCheck({
  name: 'keeps-guests',
  tells: 'that accounts of people from outside stay longer after their last access has ended, or for good',
  why: 'Accounts that nobody needs are those that nobody watches.',
  severity: 'warning',
  kinds: ['settings'],
  check({ before, after }) {
    if (before === undefined || after === undefined) return undefined
    const [then, now] = [before.externalUserLifecycleAction, after.externalUserLifecycleAction]
    const strength = ['none', 'blockSignIn', 'blockSignInAndDelete']
    if (strength.indexOf(String(now)) < strength.indexOf(String(then)))
      return {
        message: `Accounts from outside ${now === 'none' ? 'stay as they are' : 'are blocked and not deleted'} after their last access; so far they were ${then === 'blockSignIn' ? 'blocked' : 'blocked and deleted'}.`,
      }
    const [was, is] = [before, after].map(each => daysIn(each.durationUntilExternalUserDeletedAfterBlocked))
    return was !== undefined && is !== undefined && is > was
      ? {
          message: `Accounts from outside are deleted ${spanInWords(is)} after they are blocked rather than ${spanInWords(was)}.`,
        }
      : undefined
  },
})
