import { describe, expect, it } from 'vitest'
import { Reliances } from '../../src/references/reliances.ts'

const counting = (reliances: Reliances, key: string) => {
  let made = 0
  const value = reliances.memo(() => {
    reliances.on(key)
    made += 1
    return made
  })
  return value
}

describe('Reliances', () => {
  it('keep a value until something that it relies on changes', () => {
    const reliances = new Reliances()
    const value = counting(reliances, 'a')
    expect([value(), value()]).toEqual([1, 1])
    reliances.change(['b'])
    expect(value()).toBe(1)
    reliances.change(['a'])
    expect([value(), value()]).toEqual([2, 2])
  })

  it('let a value rely on what the values in it rely on, also where those are kept', () => {
    const reliances = new Reliances()
    const inner = counting(reliances, 'a')
    inner()
    const outer = reliances.memo(() => inner() * 10)
    expect(outer()).toBe(10)
    reliances.change(['a'])
    expect(outer()).toBe(20)
    expect(reliances.record(() => outer()).reliedOn).toEqual(['a'])
  })

  it('tell every recording of its own, one inside the other', () => {
    const reliances = new Reliances()
    const value = counting(reliances, 'a')
    const { value: inside, reliedOn } = reliances.record(() => {
      value()
      const { reliedOn: inner } = reliances.record(() => value())
      reliances.on('b')
      value()
      return inner
    })
    expect(inside).toEqual(['a'])
    expect(reliedOn).toEqual(['a', 'b'])
  })

  it('record nothing of what fails, and go on recording around it', () => {
    const reliances = new Reliances()
    const { reliedOn } = reliances.record(() => {
      expect(() =>
        reliances.record(() => {
          reliances.on('lost')
          throw new Error('no')
        }),
      ).toThrow('no')
      reliances.on('kept')
    })
    expect(reliedOn).toEqual(['kept'])
  })

  it('do not move on where nothing changed', () => {
    const reliances = new Reliances()
    reliances.change([])
    reliances.change(new Set())
    expect(reliances.time).toBe(0)
  })

  it('take everything for changed once there is too much to remember', () => {
    const reliances = new Reliances()
    const value = counting(reliances, 'a')
    value()
    reliances.change(Array.from({ length: 60_000 }, (_, number) => `key ${number}`))
    expect(value()).toBe(2)
    expect(value()).toBe(2)
  })

  it('tell listeners which keys changed', () => {
    const reliances = new Reliances()
    const heard: string[] = []
    reliances.listen(keys => heard.push(...keys))
    reliances.change(['a', 'b'])
    expect(heard).toEqual(['a', 'b'])
  })
})
