import { addressOf, kindNames } from '@entitle/graph'
import { expect, it } from 'vitest'
import { label, objectLabel, trail } from '../../src/printing/object-label.ts'

const catalog = addressOf('catalog', 'Partner collaboration')
const pkg = addressOf('access-package', 'R&D / Alpine 100%', catalog)

it('names an object by its noun and its display name', () => {
  expect(label(pkg)).toBe('package R&D / Alpine 100%')
  expect(label(addressOf('resource-role-scope', 'Contribute in alpine', pkg))).toBe('grant Contribute in alpine')
  expect(label(addressOf('settings', 'settings'))).toBe('settings')
  expect(label('nowhere')).toBe('nowhere')
})

it('tells the whole way', () => {
  expect(trail(addressOf('assignment-policy', 'Suppliers', pkg))).toBe(
    'catalog Partner collaboration › package R&D / Alpine 100% › policy Suppliers',
  )
})

it('has a noun for every kind', () => {
  for (const kind of kindNames) expect(objectLabel(kind)).toMatch(/^[a-z]+( [a-z]+)?$/)
})
