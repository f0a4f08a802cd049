import { expect, it } from 'vitest'
import { kinOf } from '../../src/audit/kin.ts'

const partners = 'catalog/Partners'
const alpine = `${partners}/access-package/Alpine`
const staff = `${alpine}/assignment-policy/Staff`
const other = 'catalog/Partners two'

it('finds what an address lies in, is, and holds', () => {
  const kin = kinOf([partners, alpine, staff, other])
  expect(kin(alpine)).toEqual([partners, alpine, staff])
  expect(kin(`${staff}/assignment/ada`)).toEqual([partners, alpine, staff])
  expect(kin(partners)).toEqual([partners, alpine, staff])
})

it('takes no name for another that it begins with', () => {
  expect(kinOf([partners, other])(other)).toEqual([other])
  expect(kinOf([other])(partners)).toEqual([])
})

it('tells each once, however often it is given', () => {
  expect(kinOf([alpine, alpine])(partners)).toEqual([alpine])
})
