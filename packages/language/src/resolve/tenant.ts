import type * as ast from '../generated/ast.ts'
import { daysOf } from '../syntax/duration.ts'
import { rangeOf } from '../syntax/range.ts'
import { elementOf, statementOf } from './element.ts'
import type { Offboarding, Sourced, TenantElement } from './program.ts'

export const tenantOf = (node: ast.Tenant): TenantElement => {
  const id = statementOf<ast.Pin>(node, 'Pin')?.value
  const domain = statementOf<ast.Domain>(node, 'Domain')?.value
  const offboarding = offboardingOf(statementOf<ast.Offboarding>(node, 'Offboarding'))
  return {
    element: 'tenant',
    node,
    ...elementOf(node),
    displayName: node.displayName ?? node.name ?? '',
    ...(id === undefined ? {} : { id }),
    ...(domain === undefined ? {} : { domain }),
    cloud: statementOf<ast.CloudStatement>(node, 'CloudStatement')?.value ?? 'global',
    protected: statementOf<ast.Protected>(node, 'Protected') !== undefined,
    ...(offboarding === undefined ? {} : { offboarding }),
  }
}

const offboardingOf = (node: ast.Offboarding | undefined): Sourced<Offboarding> | undefined => {
  if (node?.action === undefined) return undefined
  const range = rangeOf(node)
  if (node.action === 'none') return { value: { action: 'none' }, range }
  const { deleteAfter } = node
  const value: Offboarding =
    deleteAfter === undefined ? { action: 'block' } : { action: 'block', deleteAfterDays: daysOf(deleteAfter) }
  return { value, range }
}
