import { describe, expect, it } from 'vitest'
import { type Filler, fill, Unfilled } from '../../src/apply/fill.ts'

const filler: Filler = placeholder => {
  if ('role' in placeholder) return placeholder.part === 'roleId' ? undefined : `${placeholder.role}!`
  return `${placeholder.prefix ?? ''}${placeholder.object.toUpperCase()}`
}
const role = { role: 'Member', catalog: 'c', resource: 'r' } as const

describe('fill', () => {
  it('fills the path, percent-encoded, at every place', () => {
    const request = fill(
      { method: 'DELETE', path: '/a/{x}/b/{y}/{x}', placeholders: { x: { object: 'a/b' }, y: { object: 'c' } } },
      filler,
    )
    expect(request).toEqual({ method: 'DELETE', path: '/a/A%2FB/b/C/A%2FB' })
  })

  it('fills the body at any depth, and leaves out what stands for nothing', () => {
    const { body } = fill(
      {
        method: 'POST',
        path: '/a',
        body: {
          role: { id: { $placeholder: 'roleId' }, originId: { $placeholder: 'origin' } },
          list: [{ $placeholder: 'x' }, 1, null, { deep: [{ $placeholder: 'x' }] }],
        },
        placeholders: {
          roleId: { ...role, part: 'roleId' },
          origin: { ...role, part: 'roleOriginId' },
          x: { object: 'x', prefix: '/AccessPackageCatalog/' },
        },
      },
      filler,
    )
    expect(body).toEqual({
      role: { originId: 'Member!' },
      list: ['/AccessPackageCatalog/X', 1, null, { deep: ['/AccessPackageCatalog/X'] }],
    })
  })

  it("takes braces in people's texts for what they are", () => {
    const request = fill(
      { method: 'POST', path: '/a', body: { displayName: '{x}' }, placeholders: { x: { object: 'x' } } },
      filler,
    )
    expect(request.body).toEqual({ displayName: '{x}' })
  })

  it('says what is missing', () => {
    const unknown = { method: 'POST', path: '/a', body: { $placeholder: 'y' } } as const
    expect(() => fill(unknown, filler)).toThrow(Unfilled)
    const empty = { method: 'PUT', path: '/{r}', placeholders: { r: { ...role, part: 'roleId' } } } as const
    expect(() => fill(empty, filler)).toThrow('lacks r')
  })
})
