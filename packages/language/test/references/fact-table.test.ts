import type { AstNode } from 'langium'
import { describe, expect, it } from 'vitest'
import { type Fact, FactTable, placeKey } from '../../src/references/fact-table.ts'

const fact = (key: string, stamp: string, place = '0:0'): Fact => ({
  key,
  stamp,
  place,
  node: { $type: stamp } as AstNode,
})
const stamps = (facts: readonly Fact[]) => facts.map(({ stamp }) => stamp)

describe('FactTable', () => {
  it('has the facts of a key in the order of files, whatever was edited last', () => {
    const table = new FactTable()
    table.set('file:///b', [fact('k', 'b1'), fact('other', 'x'), fact('k', 'b2')])
    table.set('file:///a', [fact('k', 'a')])
    expect(stamps(table.at('k'))).toEqual(['a', 'b1', 'b2'])
    expect(table.at('k')).toBe(table.at('k'))
    table.delete('file:///b')
    expect(stamps(table.at('k'))).toEqual(['a'])
    expect(table.at('other')).toEqual([])
    expect(stamps(table.of('file:///a'))).toEqual(['a'])
  })

  it('tells which keys are different, and which only stand elsewhere', () => {
    const table = new FactTable()
    const uri = 'file:///a'
    expect(table.set(uri, [fact('k', '1')])).toEqual(new Set(['k', placeKey('k')]))
    expect(table.set(uri, [fact('k', '1')])).toEqual(new Set())
    expect(table.set(uri, [fact('k', '1', '1:0')])).toEqual(new Set([placeKey('k')]))
    expect(table.set(uri, [fact('k', '2', '1:0')])).toEqual(new Set(['k']))
    expect(table.set(uri, [fact('k', '2', '1:0'), fact('l', '1')])).toEqual(new Set(['l', placeKey('l')]))
    expect(table.set(uri, [])).toEqual(new Set(['k', placeKey('k'), 'l', placeKey('l')]))
  })

  it('has the nodes of the last parse also where nothing is different', () => {
    const table = new FactTable()
    table.set('file:///a', [fact('k', '1')])
    table.at('k')
    const again = fact('k', '1')
    table.set('file:///a', [again])
    expect(table.at('k')[0]).toBe(again)
  })
})
