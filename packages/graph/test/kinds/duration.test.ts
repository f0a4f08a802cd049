import { describe, expect, it } from 'vitest'
import { canonicalDuration, canonicalMoment } from '../../src/kinds/duration.ts'

describe('canonicalDuration', () => {
  it.each([
    ['P14D', 'P14D'],
    ['PT336H', 'P14D'],
    ['P2W', 'P14D'],
    ['P1DT12H', 'P1DT12H'],
    ['PT36H', 'P1DT12H'],
    ['PT90M', 'PT1H30M'],
    ['PT0S', 'P0D'],
    ['P0D', 'P0D'],
    ['PT30.0S', 'PT30S'],
  ])('writes %s as %s', (text, canonical) => expect(canonicalDuration(text)).toBe(canonical))

  it.each(['P1M', 'P1Y', '', 'P', 'PT', '14 days', 'P14D '])('leaves %j as it is', text =>
    expect(canonicalDuration(text)).toBe(text),
  )
})

describe('canonicalMoment', () => {
  it.each([
    ['2027-06-30T23:59:59Z', '2027-06-30T23:59:59Z'],
    ['2027-06-30T23:59:59.999Z', '2027-06-30T23:59:59Z'],
    ['2027-06-30T23:59:59+00:00', '2027-06-30T23:59:59Z'],
    ['2027-07-01T01:59:59+02:00', '2027-06-30T23:59:59Z'],
    ['2027-06-30', '2027-06-30'],
    ['soon', 'soon'],
  ])('writes %s as %s', (text, canonical) => expect(canonicalMoment(text)).toBe(canonical))
})
