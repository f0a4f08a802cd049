import { openWorkspace, ruleNames } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { accessText } from '../../src/telling/access-text.ts'
import { rulesText } from '../../src/telling/rules-text.ts'

const sources = `group desk "Desk"
group tools "Tools"
policy template short {
  expires after 30 days
}
catalog shop "Shop" {
  owners desk
  resources tools
  package hammers "Hammers" {
    description """
      All hammers,
      large and small.
    """
    hidden
    grants "Member" of tools
    policy staff "Staff" from short {
      requestable by any member
      approval { stage by manager, fallback desk }
    }
  }
  package nails "Nails"
}
`
const programOf = async (text: string) =>
  (await openWorkspace({ files: { '/a.entitle': text }, today: '2026-11-23' })).program

describe('access in words', () => {
  it('says what a package gives, and who gets it how', async () => {
    expect(accessText(await programOf(sources), 'hammers').split('\n')).toEqual([
      'package Hammers, in catalog Shop',
      '  description: All hammers, large and small.',
      '  hidden: only those find it who have its link',
      '  grants: Member of Tools',
      '  policy Staff',
      '    requestable by: any member',
      expect.stringMatching(/^ {4}approval: 1 stage/),
      '    expires: after 30 days (from template short)',
      '    extension: denied (nothing is said)',
      '    review: none (nothing is said)',
    ])
  })

  it('says of a package without policies that nobody can get it', async () => {
    expect(accessText(await programOf(sources), 'NAILS')).toBe(
      'package Nails, in catalog Shop\n  grants: nothing\n  policies: none, so nobody can get it',
    )
    expect(accessText(await programOf(sources), 'shop.nails')).toContain('Nails')
  })

  it('tells of all packages, and of none', async () => {
    expect(accessText(await programOf(sources)).match(/^package /gm)).toHaveLength(2)
    expect(accessText(await programOf(''))).toBe('The workspace declares no package.')
  })

  it('names those that there are where there is none of the name', async () => {
    expect(accessText(await programOf(sources), 'saws')).toBe(
      'No package is called saws. Declared are: Hammers, Nails.',
    )
  })
})

describe('the rules in words', () => {
  it('are all there, with where they come from', () => {
    const text = rulesText()
    const names = [...text.matchAll(/^([a-z-]+) \(recommended: /gm)].map(found => found[1])
    expect(names.length).toBeGreaterThan(20)
    expect(names.every(name => ruleNames.includes(name ?? ''))).toBe(true)
    expect(text.match(/^ {2}https:\/\//gm)).toHaveLength(names.length)
  })
})
