import { describe, expect, it } from 'vitest'
import { readSources } from '../../src/testing/index.ts'

const duplicates = async (text: string | { readonly [path: string]: string }) =>
  (await readSources(text)).findings.filter(({ rule }) => rule === 'duplicate-name')

describe('duplicate names', () => {
  it('are told on every place, each with the others', async () => {
    const found = await duplicates({
      '/a.entitle': 'catalog c "A"',
      '/b.entitle': 'catalog c "B"',
      '/c.entitle': 'catalog c "C"',
    })
    expect(found.map(({ message }) => message.slice(0, 12))).toEqual(['3 catalogs a', '3 catalogs a', '3 catalogs a'])
    expect(found.map(({ related }) => related?.length)).toEqual([2, 2, 2])
  })

  it('point to some of many others, and count all', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/${n}.entitle`, `catalog c "${n}"`]))
    const found = await duplicates(files)
    expect(found).toHaveLength(30)
    expect(found[0]?.message).toContain('30 catalogs')
    expect(found.map(({ related }) => related?.length)).toEqual(found.map(() => 8))
  })

  it('are told once for a package that shares both its names', async () => {
    expect(await duplicates('catalog c "C"\npackage p "P" in c\npackage p "Q" in c')).toHaveLength(2)
  })

  it('of packages in two blocks are none', async () => {
    expect(await duplicates('catalog c "C" { package p "P" }\ncatalog d "D" { package p "P" }')).toEqual([])
  })

  it('of packages outside blocks are, even in two catalogs', async () => {
    expect(await duplicates('catalog c "C"\ncatalog d "D"\npackage p "P" in c\npackage p "P" in d')).toHaveLength(2)
  })
})
