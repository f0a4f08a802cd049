import { printTenant } from '@entitle/language'
import { expect, it } from 'vitest'
import { sentence } from '../../../src/printing/source/sentence.ts'
import { accessPackage, catalog, live, policy, tenantOf } from './live.ts'

const identity = { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: false } as const
const printed = (options: Parameters<typeof printTenant>[1], ...more: readonly ReturnType<typeof policy>[]) =>
  printTenant(tenantOf(catalog, accessPackage, policy({}), ...more), options)
    .files.map(({ text }) => text)
    .join('\n')

it('calls objects as the sources beside do, and no other so', () => {
  const namesake = live('catalog', 'Old', { displayName: 'Old' })
  const known = new Map([[catalog.address, 'old']])
  const text = printed({ taken: { known } }, namesake)
  expect(text).toContain('catalog old "Partners"')
  expect(text).toContain('catalog old-2 "Old"')
  expect(text).toContain('package alpine "Alpine"')
})

it('adds statements that no tenant knows of to the declarations of its objects', () => {
  const also = new Map([
    ['settings/settings', [sentence('waive external-offboarding', 'until', '2027-01-31')]],
    [accessPackage.address, [sentence('tags', 'project')]],
    [policy({}).address, [sentence('waive external-review')]],
    ['catalog/Nowhere', [sentence('waive nothing')]],
  ])
  const text = printed({ identity, also })
  expect(text).toMatch(/tenant contoso "Contoso" \{\s+waive external-offboarding until 2027-01-31\s+\}/)
  expect(text).toMatch(/package alpine "Alpine" \{\s+tags project\s/)
  expect(text).toMatch(/policy staff "Staff" \{\s+waive external-review\s/)
  expect(text).not.toContain('waive nothing')
})
