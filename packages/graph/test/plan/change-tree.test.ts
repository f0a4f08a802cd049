import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import { type ChangeNode, changeTree, descendants, happening } from '../../src/plan/change-tree.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { accessPackage, catalog, grant, group, lived, policy, resource, tenant } from '../worlds/tenants.ts'

const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const g1 = group('Engineering', 'g1')

const treeOf = (objects: readonly TenantObject[], live: readonly TenantObject[]) => {
  const [desired, there] = [tenant(...objects), tenant(...live)]
  return changeTree(plan({ desired, live: there, matching: match(desired, there), identity, assignments: new Map() }))
}

const sketch = (nodes: readonly ChangeNode[], indent = ''): string[] =>
  nodes.flatMap(node => [`${indent}${happening(node)} ${node.name}`, ...sketch(node.children, `${indent}  `)])

describe('the tree of changes', () => {
  it('nests what is new as the tenant does, in the order of writing, then by name', () => {
    const res = resource(shop, g1)
    const objects = [
      shop,
      res,
      alpine,
      policy(alpine, 'Suppliers'),
      policy(alpine, 'Staff'),
      grant(alpine, 'Member', g1),
    ]
    const tree = treeOf(objects, [])
    expect(sketch(tree)).toEqual([
      'create Shop',
      '  create Engineering',
      '  create Alpine',
      `    create ${objects[5]?.name}`,
      '    create Staff',
      '    create Suppliers',
    ])
    expect(tree.flatMap(descendants)).toHaveLength(5)
  })

  it('shows a package in which nothing but a policy changes as a way there, and what is not declared last', () => {
    const live = [lived(shop, 'c1'), lived(accessPackage(shop, 'Aged'), 'p0'), lived(alpine, 'p1')]
    expect(sketch(treeOf([shop, alpine, policy(alpine, 'Staff')], live))).toEqual([
      'inside Shop',
      '  inside Alpine',
      '    create Staff',
      '  unmanaged Aged',
    ])
  })
})
