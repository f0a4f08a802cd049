import { expect, it } from 'vitest'
import { notADomain } from '../../src/tenant/domain.ts'

it.each(['contoso.com', ' Contoso.onmicrosoft.com ', 'a.b.c', 'xn--bcher-kva.example'])(
  'takes %j for a domain',
  text => {
    expect(notADomain(text)).toBeUndefined()
  },
)

it.each(['contoso', 'https://contoso.com', 'anna@contoso.com', '.com', 'contoso.', 'a b.com', ''])(
  'takes %j for none, and says what is meant',
  text => {
    expect(notADomain(text)).toBe('Type a domain of the tenant, such as contoso.com.')
  },
)
