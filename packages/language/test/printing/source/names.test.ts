import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filePaths } from '../../../src/printing/source/file-paths.ts'
import { nameFrom, nameOfSite, nameOfUser } from '../../../src/printing/source/name-from.ts'
import { uniqueNames } from '../../../src/printing/source/unique-names.ts'
import { hostile, name } from './arbitrary-tenant.ts'

const valid = /^[_\p{L}][_\p{L}\p{Nd}]*(-[_\p{L}\p{Nd}]+)*$/u

describe('a name from a display name', () => {
  it.each([
    ['Alpine supplier access', 'alpine-supplier-access'],
    ["Anna's team", 'annas-team'],
    ['R&D / Zürich (2027)', 'r-d-zurich-2027'],
    ['Straße Ærø Łódź', 'strasse-aero-lodz'],
    ['2027 Budget', 'catalog-2027-budget'],
    ['Проект Йод', 'проект-йод'],
    ['営業部', '営業部'],
    ['ﬁnance ２', 'finance-2'],
    ['tail\ufe73fragment \ufe73', 'tail-fragment'],
    ['snake_case', 'snake-case'],
    ['catalog', 'catalog'],
    ['👩‍👩‍👧', ''],
    ['', ''],
    ['" } catalog evil', 'catalog-evil'],
    [`${'word '.repeat(20)}`, 'word-word-word-word-word-word-word-word-word'],
  ])('%j', (displayName, expected) => {
    expect(nameFrom(displayName, 'catalog')).toBe(expected)
  })

  it('is a name of the language or nothing', () => {
    fc.assert(
      fc.property(name, displayName => {
        const found = nameFrom(displayName, 'group')
        if (found !== '') expect(found).toMatch(valid)
        expect(found.length).toBeLessThanOrEqual(60)
      }),
      { numRuns: 1000, examples: hostile.map(value => [value]) },
    )
  })

  it.each([
    ['anna@contoso.com', 'anna'],
    ['pm_fabrikam.com#EXT#@contoso.onmicrosoft.com', 'pm_fabrikam.com'],
    ['nobody', 'nobody'],
  ])('of the user %s', (userPrincipalName, expected) => {
    expect(nameOfUser(userPrincipalName)).toBe(expected)
  })

  it.each([
    ['https://contoso.sharepoint.com/sites/wiki', 'wiki'],
    ['https://contoso.sharepoint.com/sites/wiki/', 'wiki'],
    ['https://contoso.sharepoint.com/sites/my%20wiki?x=1', 'my wiki'],
    ['https://contoso.sharepoint.com', 'contoso'],
    ['https://contoso.sharepoint.com/sites/%E0%A4%A', '%E0%A4%A'],
    ['', ''],
  ])('of the site %s', (url, expected) => {
    expect(nameOfSite(url)).toBe(expected)
  })
})

describe('unique names', () => {
  it('give a later one its sort, then a number', () => {
    const wishes = [
      { wish: 'wiki', word: 'group' },
      { wish: 'wiki', word: 'site' },
      { wish: 'wiki', word: 'site' },
      { wish: '', word: 'group' },
      { wish: '', word: 'group' },
    ]
    expect(uniqueNames(wishes, [], true)).toEqual(['wiki', 'wiki-site', 'wiki-2', 'group', 'group-2'])
  })

  it('leave out what is taken', () => {
    expect(uniqueNames([{ wish: 'a', word: 'catalog' }], ['a', 'a-2'])).toEqual(['a-3'])
  })

  it('are unique, and none is taken', () => {
    const wish = fc.record({ wish: fc.constantFrom('', 'a', 'a-2', 'a-group', 'group'), word: fc.constant('group') })
    fc.assert(
      fc.property(fc.array(wish), fc.array(fc.constantFrom<string>('a', 'group', 'a-3')), (wishes, taken) => {
        const names = uniqueNames(wishes, taken, true)
        expect(new Set(names).size).toBe(wishes.length)
        expect(names.filter(found => taken.includes(found))).toEqual([])
      }),
    )
  })
})

describe('paths of files', () => {
  it('differ whatever the case, and are no devices', () => {
    expect(filePaths(['directory', 'directory', 'con', 'İ'], ['Partners.entitle'])).toEqual([
      'directory.entitle',
      'directory-2.entitle',
      'con-catalog.entitle',
      'i̇.entitle',
    ])
    expect(filePaths(['partners'], ['Partners.entitle'])).toEqual(['partners-2.entitle'])
  })
})
