import { expect, it } from 'vitest'
import { unwrapped } from '../../src/apply/unwrapped.ts'

it.each([
  [{ '@odata.context': 'x', value: { id: 'e1' } }, { id: 'e1' }],
  [{ id: 'e1' }, { id: 'e1' }],
  [{ value: [{ id: 'e1' }] }, { value: [{ id: 'e1' }] }],
  [
    { id: 'q1', value: 'text' },
    { id: 'q1', value: 'text' },
  ],
  [null, null],
  [undefined, undefined],
])('%j', (body, object) => {
  expect(unwrapped(body)).toEqual(object)
})
