import { type Finding, isRef, outermost, type Survey, type Tenant, type TenantObject, type Value } from '@entitle/graph'
import type { Unsaid } from '../printing/source/said.ts'

/** What of a survey can be written down, and what must wait until it can be read whole. */
export interface Readable {
  readonly tenant: Tenant
  /** Objects of catalogs, organizations or reviews that couldn't be read whole. */
  readonly leftOut: readonly Unsaid[]
}

const ofTheRoot = new Set(['settings', 'connected-organization', 'access-review'])

/** The lists that couldn't be read and without which nothing is known of any catalog. */
export const isFatal = ({ unread, findings }: Pick<Survey, 'unread' | 'findings'>): readonly Finding[] =>
  unread.some(({ kind, parent }) => parent === undefined && !ofTheRoot.has(kind)) ||
  findings.some(({ rule }) => rule === 'directory-not-readable')
    ? findings.filter(({ severity }) => severity === 'error')
    : []

/**
 * The survey without those catalogs and organizations of which a part couldn't be read, and without the catalogs that name an organization
 * that couldn't: a file that says half of what is there would take the other half for not declared.
 */
export const readable = ({ tenant, unread }: Pick<Survey, 'tenant' | 'unread'>): Readable => {
  const torn = new Set(unread.flatMap(({ parent }) => (parent === undefined ? [] : [outermost(parent)])))
  const isUnread = (kind: string) => unread.some(each => each.kind === kind && each.parent === undefined)
  if (isUnread('connected-organization'))
    for (const object of tenant.objects) if (namesNobody(object)) torn.add(outermost(object.address))
  const isTorn = ({ address }: TenantObject) => torn.has(outermost(address))
  return {
    tenant: torn.size === 0 ? tenant : { objects: tenant.objects.filter(object => !isTorn(object)) },
    leftOut: tenant.objects.filter(isTorn).map(({ address }) => ({ address, path: '', why: notWhole })),
  }
}

const notWhole = 'A part of what it lies in could not be read, so nothing of that is written.'

/** Whether the policy is for the people of an organization that was not read. */
const namesNobody = ({ properties }: TenantObject): boolean => {
  const names = (value: Value | undefined): boolean => {
    if (isRef(value)) return value.$ref === 'connected-organization' && value.address === undefined
    return typeof value === 'object' && value !== null && Object.values(value).some(names)
  }
  return names(properties.specificAllowedTargets)
}
