import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent } = asking('public-mail-organization')

const organization = (...sources: string[]) => ({
  '/main.entitle': `user anna "anna@contoso.com"\norganization friends "Friends" {\n  ${sources.join('\n  ')}\n  internal sponsors anna\n}\n`,
})

describe('public-mail-organization speaks', () => {
  it('of a domain where anybody may have an address', async () => {
    const [finding] = await speaking(organization('«domain "gmail.com"»'))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Organization "Friends" is everybody with an address at gmail.com, where Google gives one to anyone. Name the company\'s own domain, or invite these people one by one.',
    )
  })

  it.each([
    'GMAIL.com',
    'outlook.com',
    'hotmail.co.uk',
    'yahoo.co.jp',
    'icloud.com',
    'gmx.de',
    'qq.com',
    'mail.ru',
    'proton.me',
  ])('of %s', async domain => {
    await speaking(organization(`«domain "${domain}"»`))
  })

  it('of each domain among others', async () => {
    await speaking(organization('domain "fabrikam.com"', '«domain "web.de"»', '«domain "aol.com"»'))
  })
})

describe('public-mail-organization is silent', () => {
  it.each([
    'fabrikam.com',
    'gmail.com.fabrikam.com',
    'mygmail.com',
    'google.com',
    'microsoft.com',
    'yahooinc.com',
    'fabrikam.onmicrosoft.com',
    'constructor.com',
    'fabrikam.de',
  ])('on %s', async domain => {
    await silent(organization(`domain "${domain}"`))
  })

  it('on a tenant', async () => {
    await silent(organization('tenant "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11"'))
  })

  it('where a standard switches it off', async () => {
    const { '/main.entitle': text } = organization('domain "gmail.com"')
    await silent(`standard s extends recommended { rule public-mail-organization off }\n${text}`)
  })
})
