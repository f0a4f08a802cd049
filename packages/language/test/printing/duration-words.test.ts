import { expect, it } from 'vitest'
import { durationInWords, minutesInWords, minutesOf, momentInWords } from '../../src/printing/duration-words.ts'

it.each([
  ['P14D', 20160, '14 days'],
  ['P2W', 20160, '14 days'],
  ['PT8H', 480, '8 hours'],
  ['PT36H', 2160, '36 hours'],
  ['PT24H', 1440, '1 day'],
  ['P1DT12H', 2160, '36 hours'],
  ['PT90M', 90, '90 minutes'],
  ['PT90M0S', 90, '90 minutes'],
  ['P0D', 0, '0 days'],
])('%s is %i minutes, %s', (iso, minutes, words) => {
  expect(minutesOf(iso)).toBe(minutes)
  expect(durationInWords(iso)).toBe(words)
  expect(minutesInWords(minutes)).toBe(words)
})

it.each(['P', 'PT', 'P1Y', 'P1M', '14 days', '', 'P1DT'])('%j is kept as it stands', iso => {
  expect(minutesOf(iso)).toBeUndefined()
  expect(durationInWords(iso)).toBe(iso)
})

it.each([
  ['2027-06-30T23:59:59Z', '2027-06-30'],
  ['2027-06-30T23:59:59.9999999Z', '2027-06-30'],
  ['2027-06-30T18:00:00Z', '2027-06-30 18:00'],
  ['2027-06-30T18:00Z', '2027-06-30 18:00'],
  ['2027-06-30', '2027-06-30'],
  ['soon', 'soon'],
])('%s is told as %s', (iso, words) => {
  expect(momentInWords(iso)).toBe(words)
})
