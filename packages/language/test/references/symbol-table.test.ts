import { URI } from 'langium'
import { describe, expect, it } from 'vitest'
import type { EntitleSymbol, Family } from '../../src/references/symbol.ts'
import { SymbolTable } from '../../src/references/symbol-table.ts'

const symbol = (uri: string, family: Family, ...keys: string[]): EntitleSymbol => ({
  family,
  keys,
  name: keys[0] ?? '',
  type: 'Any',
  path: '',
  documentUri: URI.parse(uri),
})

describe('SymbolTable', () => {
  it('finds by family and by every key', () => {
    const table = new SymbolTable()
    const tools = symbol('file:///a', 'package', 'partners.tools', 'tools')
    table.set('file:///a', [tools, symbol('file:///a', 'catalog', 'tools')])
    expect(table.find('package', 'tools')).toBe(tools)
    expect(table.find('package', 'partners.tools')).toBe(tools)
    expect(table.find('organization', 'tools')).toBeUndefined()
  })

  it('replaces what a file declared, and forgets files', () => {
    const table = new SymbolTable()
    table.set('file:///a', [symbol('file:///a', 'catalog', 'one')])
    table.set('file:///a', [symbol('file:///a', 'catalog', 'two')])
    expect(table.find('catalog', 'one')).toBeUndefined()
    expect([...table.entries('catalog')].map(([name]) => name)).toEqual(['two'])
    table.delete('file:///a')
    expect([...table.entries('catalog')]).toEqual([])
    table.delete('file:///unknown')
  })

  it('takes the same one of duplicates, whatever was edited last', () => {
    const table = new SymbolTable()
    const first = symbol('file:///a', 'catalog', 'same')
    const second = symbol('file:///b', 'catalog', 'same')
    table.set('file:///b', [second])
    table.set('file:///a', [first])
    expect(table.find('catalog', 'same')).toBe(first)
    table.delete('file:///a')
    expect(table.find('catalog', 'same')).toBe(second)
    expect(table.all('catalog', 'same')).toEqual([second])
  })
})
