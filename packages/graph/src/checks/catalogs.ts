import { isRef } from '../model/tenant.ts'
import { defineCheck } from './check.ts'

export const exposesCatalog = defineCheck({
  name: 'exposes-catalog',
  tells: 'that people from outside see a catalog, or that it is published',
  why: 'Its packages can be requested by people who could not so far.',
  severity: 'warning',
  kinds: ['catalog'],
  check({ name, before, after }) {
    if (before === undefined || after === undefined) return undefined
    if (before.isExternallyVisible === false && after.isExternallyVisible === true)
      return {
        message: `People from outside see catalog ${name}, and may request its packages where a policy lets them.`,
      }
    return before.state === 'unpublished' && after.state === 'published'
      ? { message: `Catalog ${name} is published: its packages can be requested.` }
      : undefined
  },
})

export const givesCatalogRole = defineCheck({
  name: 'gives-catalog-role',
  tells: 'that somebody else may manage a catalog that is there',
  why: 'Who owns a catalog decides what its packages give, and to whom.',
  severity: 'warning',
  kinds: ['catalog-role'],
  check({ action, within, after, isInLive }) {
    if (action !== 'create' || !isInLive || after === undefined) return undefined
    const { role, principal } = after
    return {
      message: `${isRef(principal) ? principal.name : 'Somebody'} becomes ${String(role)} of catalog ${within}.`,
      ...(/owner/i.test(String(role)) ? {} : { severity: 'info' as const }),
    }
  },
})

export const takesCatalogRole = defineCheck({
  name: 'takes-catalog-role',
  tells: 'that somebody may no longer manage a catalog',
  why: 'Who looks after it so far no longer can.',
  severity: 'info',
  kinds: ['catalog-role'],
  check({ action, within, before, goesWithParent }) {
    if (action !== 'delete' || goesWithParent) return undefined
    const { role, principal } = before ?? {}
    return {
      message: `${isRef(principal) ? principal.name : 'Somebody'} is no longer ${String(role)} of catalog ${within}.`,
    }
  },
})
