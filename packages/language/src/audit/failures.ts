import type { RuleFailure } from './audit.ts'
import type { AuditOptions } from './audit-tenant.ts'
import { type Claims, tenantAddress } from './claims.ts'
import type { LiveTenant } from './live-tenant.ts'
import { portalPage } from './portal.ts'
import type { Told } from './telling.ts'

/** What a rule says of a live object, with all by which people find the object. */
export const failures = (
  { tenant }: LiveTenant,
  { portal, identity }: Pick<AuditOptions, 'portal' | 'identity'>,
  { declared }: Claims,
) => {
  const objects = new Map(tenant.objects.map(object => [object.address, object]))
  return ({ finding, address }: Told): RuleFailure => {
    const { rule, severity, message, why, waived } = finding
    const id = address === tenantAddress ? undefined : objects.get(address)?.id
    const page = portal ? portalPage(address, objects, identity.cloud) : undefined
    const place = declared.get(address)
    return {
      rule,
      address,
      severity,
      message,
      ...(id === undefined ? {} : { id }),
      ...(why === undefined ? {} : { why }),
      ...(page === undefined ? {} : { portal: page }),
      ...(place === undefined ? {} : { declared: place }),
      ...(waived === undefined ? {} : { waived }),
    }
  }
}
