import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent, fixed } = asking('one-sided-incompatibility')

const two = (one: string, other: string, behind = '') =>
  `catalog c "C" {\n  package one "One"${one}\n\n  package two "Two"${other}\n}\n${behind}`
const excluding = (name: string) => ` {\n    incompatible with ${name}\n  }`

describe('one-sided-incompatibility speaks', () => {
  it('on the exclusion that the other package lacks', async () => {
    const [finding] = await speaking(two(excluding('«two»'), ''))
    expect(finding.message).toBe(
      'Package "One" excludes "Two", and not the other way round: who has "One" may still request "Two". Let that one exclude this one too.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['Package "Two" doesn\'t exclude "One".'])
    expect(finding.severity).toBe('warning')
  })

  it('where the other package excludes something else', async () => {
    await speaking(two(excluding('«two»'), excluding('alpine')))
  })

  it('on each of several', async () => {
    await speaking(two(excluding('«two», «d.three»'), '', 'catalog d "D" {\n  package three "Three"\n}\n'))
  })
})

describe('one-sided-incompatibility is silent', () => {
  it('where both exclude each other', async () => {
    await silent(two(excluding('two'), excluding('one')))
    await silent(two(excluding('c.two'), excluding('alpine, c.one')))
  })

  it('on groups, which have no other side', async () => {
    await silent(two(excluding('alpine, group "Contractors"'), ''))
  })

  it('on a package that excludes itself: another check says so', async () => {
    await silent(two(excluding('one'), ''))
  })

  it('across files', async () => {
    await silent({
      '/a.entitle': 'catalog c "C" { package one "One" { incompatible with d.two } }\n',
      '/b.entitle': 'catalog d "D" { package two "Two" { incompatible with c.one } }\n',
    })
  })

  it('on packages that exclude nothing', async () => {
    await silent(two('', ''))
  })
})

describe('one-sided-incompatibility repairs', () => {
  it('by the other side, with a block where there is none', async () => {
    expect(await fixed(two(excluding('two'), ''), 'Add "incompatible with one" to package two')).toBe(
      two(excluding('two'), excluding('one')),
    )
  })

  it('in another file and catalog', async () => {
    const texts = {
      '/a.entitle': 'catalog c "C" {\n  package one "One" {\n    incompatible with d.two\n  }\n}\n',
      '/b.entitle': 'catalog d "D" {\n  package two "Two" {\n    hidden\n  }\n}\n',
    }
    expect(await fixed(texts, 'Add "incompatible with c.one" to package two', '/b.entitle')).toBe(
      'catalog d "D" {\n  package two "Two" {\n    hidden\n    incompatible with c.one\n  }\n}\n',
    )
  })
})
