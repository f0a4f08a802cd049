import { describe, expect, it } from 'vitest'
import { daysOf, durationWords, isUnit, minutesOf } from '../../src/syntax/duration.ts'
import { endingAt, isDate, isTime, lastDayOfMonth, startingAt } from '../../src/syntax/moment.ts'
import { distanceBetween, nearest } from '../../src/syntax/nearest.ts'

describe('durations', () => {
  it.each([
    [8, 'hours', 480],
    [1, 'day', 1440],
    [2, 'weeks', 20160],
    [1, 'month', 43200],
    [1, 'years', 525600],
    [30, 'minutes', 30],
    [3, 'parsecs', 4320],
    [0, 'days', 0],
  ])('%d %s', (amount, unit, minutes) => {
    expect(minutesOf({ amount, unit })).toBe(minutes)
  })

  it('counts days up', () => {
    expect(daysOf({ amount: 36, unit: 'hours' })).toBe(2)
    expect(daysOf(undefined)).toBe(0)
  })

  it('knows its units, and no property of every object', () => {
    expect(['hour', 'hours', 'day', 'days', 'week', 'weeks'].every(isUnit)).toBe(true)
    expect(isUnit('months')).toBe(false)
    expect(isUnit('constructor')).toBe(false)
  })

  it.each([
    [1440, '1 day'],
    [20160, '14 days'],
    [60, '1 hour'],
    [2160, '36 hours'],
    [90, '90 minutes'],
    [1, '1 minute'],
  ])('says %d minutes', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words)
  })
})

describe('moments', () => {
  it.each([
    ['2027-02-28', true],
    ['2027-02-29', false],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2027-04-31', false],
    ['2027-00-01', false],
    ['2027-13-01', false],
    ['2027-01-00', false],
    ['2027-12-31', true],
  ])('%s', (date, is) => {
    expect(isDate(date)).toBe(is)
  })

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['12:60', false],
  ])('%s', (time, is) => {
    expect(isTime(time)).toBe(is)
  })

  it('ends a day at its end and starts it at its start, in UTC', () => {
    expect(endingAt({ date: '2027-06-30' })).toBe('2027-06-30T23:59:59Z')
    expect(endingAt({ date: '2027-06-30', time: '18:00' })).toBe('2027-06-30T18:00:00Z')
    expect(startingAt({ date: '2027-06-30' })).toBe('2027-06-30T00:00:00Z')
    expect(startingAt({ date: '2027-06-30', time: '07:05' })).toBe('2027-06-30T07:05:00Z')
  })

  it('knows the last day of a month that exists', () => {
    expect(lastDayOfMonth('2028-02-31')).toBe('2028-02-29')
    expect(lastDayOfMonth('2028-14-31')).toBeUndefined()
  })
})

describe('nearest', () => {
  it.each([
    ['requestble', 'requestable'],
    ['ownres', 'owners'],
    ['Policy', 'policy'],
    ['of', undefined],
    ['xyz', undefined],
    ['fabrikan', undefined],
  ])('%s', (word, found) => {
    expect(nearest(word, ['requestable', 'owners', 'policy', 'on'])).toBe(found)
  })

  it('takes the same one of equals, in whatever order they come', () => {
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat')
    expect(nearest('cat', ['rat', 'bat'])).toBe('bat')
  })

  it('counts a swap as one', () => {
    expect(distanceBetween('ab', 'ba')).toBe(1)
    expect(distanceBetween('', 'abc')).toBe(3)
    expect(distanceBetween('same', 'same')).toBe(0)
  })
})
